// The room of evaluation: levels, why, what if, read otherwise, calibration, procedure.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

async function openPage(browser, address, options, complaints) {
  const page = await browser.newPage(options);
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  await page.waitForSelector("#evaluation-panel", { timeout: 60_000 });
  const clean = (text) => text?.replaceAll("\u00a0", " ").replace(/\s+/g, " ").trim();
  return {
    page,
    text: async (selector) => clean(await page.locator(selector).first().innerText()),
    texts: async (selector) => (await page.locator(selector).allInnerTexts()).map(clean),
    focused: () => page.evaluate(() => document.activeElement?.id ?? ""),
    part: (name) => page.click(`#part-${name}`),
    explain: async (member) => {
      await page.selectOption("#explain-subject", { label: member });
      return clean(await page.locator(".chain").innerText());
    },
  };
}

export async function testEvaluation({ browser, origin, sample, check, shots }) {
  const complaints = [];
  const all = { browser, origin, sample, check, shots, complaints };
  await levels(all);
  await why(all);
  await whatIf(all);
  await readOtherwise(all);
  await calibration(all);
  await procedure(all);
  await askers(all);
  await keyboard(all);
  await onPhone(all);
  await ownFiles(all);
  check("nothing complained in the room of evaluation", complaints.length === 0, complaints);
}

const WIDE = { viewport: { width: 1280, height: 900 }, colorScheme: "light" };

/** The levels of a cell, of its commune in pages, and of the district. */
async function levels({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  check("the cell of the desk is shown first", (await text("#evaluation-where")) === "Chi bộ thôn 1");
  check("with a line for everyone", (await page.locator("[data-level-of]").count()) === 22, String(await page.locator("[data-level-of]").count()));
  const stamp = await text("#levels-stamp");
  check("and the rule book that judged", /bộ quy định vietnam \S+, theo quy định ngày 31\/12\/2023\..*: [0-9a-f]{32}/.test(stamp), stamp);
  const cap = await text('[data-cap="members:thi-tran-yen-thinh:thi-tran-yen-thinh"]');
  check("the line of the cap is told with its counts", cap.includes("Được 40 xuất sắc. Có 61 đủ điều kiện, 182 hoàn thành tốt, 263 được xếp loại."), cap);
  check("those tied at the line are named", cap.endsWith("Bằng điểm ở ranh giới, chọn 1 trong 2: Trần Quang Vinh và Đỗ Thị Hồng Hằng"), cap);
  check("who is over the cap is told", (await text('[data-level-of="dv0016"]')) === "Hoàng Thị Hồng Liên Đủ điều kiện xuất sắc, vượt tỷ lệ khống chế Hoàn thành tốt", await text('[data-level-of="dv0016"]'));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-levels.png") });

  await page.click("#evaluation-path-thi-tran-yen-thinh");
  check("up to the commune, which has the focus", (await focused()) === "evaluation-where" && (await text("#evaluation-where")) === "Đảng bộ thị trấn Yên Thịnh");
  check("in pages", (await text("#levels-page")) === "Dòng 1–40 trên 283", await text("#levels-page"));
  await page.click("#levels-next");
  check("the next page", (await text("#levels-page")) === "Dòng 41–80 trên 283" && (await focused()) === "levels-next", await focused());
  for (let turns = 0; turns < 6; turns += 1) await page.click("#levels-next");
  check("the last page", (await text("#levels-page")) === "Dòng 281–283 trên 283" && (await page.isDisabled("#levels-next")) && (await focused()) === "levels-lines", await focused());

  await page.click("#evaluation-path-huyen-yen-mo");
  const tied = await texts(".cap-line.tied");
  check("the district's ties come first, organizations and members", tied.length === 6 && tied[0].includes("Đảng bộ xã Yên Mạc và Đảng bộ xã Yên Từ"), tied);
  await page.selectOption("#evaluation-below", "xa-khanh-duong");
  check("down by the list of organizations", (await text("#evaluation-where")) === "Đảng bộ xã Khánh Dương");
  await page.selectOption("#evaluation-rule-day", "2025-12-31");
  check("other rules, another cap", (await text("#levels-stamp")).includes("31/12/2025") && (await text(".cap-line")).includes("Được 47 xuất sắc") && (await page.inputValue("#rule-day")) === "2025-12-31" && (await focused()) === "evaluation-rule-day", await text(".cap-line"));
  await page.selectOption("#scope-above", "xa-yen-lam");
  check("a cell chosen at the desk is gone to", (await text(".path >> nth=1")).includes("Đảng bộ xã Yên Lâm"), await text(".path >> nth=1"));
  await page.close();
}

/** From marks to a level, and what would change it. */
async function why({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused, part, explain } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.click("#level-dv0016");
  check("a line leads to why", (await focused()) === "explain-title" && (await text("#explain-title")) === "Hoàng Thị Hồng Liên" && (await text("#explain-level")) === "Hoàn thành tốt");
  const chain = await text(".chain");
  check("the chain ends over the cap", /Tổng điểm: 90,05 điểm.*Điều kiện của mức Hoàn thành xuất sắc nhiệm vụ: đạt.*✗ Khống chế tỷ lệ xuất sắc trong nhóm: thứ 61, được 40.*Mức xếp loại: Hoàn thành tốt nhiệm vụ$/.test(chain), chain);
  check("the least change is a sentence of the library", (await texts('[data-changes="raises"] li')).join() === "Thêm 2,8 điểm để vượt người cuối cùng trong chỉ tiêu: Hoàn thành xuất sắc nhiệm vụ", await texts('[data-changes="raises"] li'));
  const clause = page.locator(".clause").first();
  check("clauses are hidden at first", (await clause.getAttribute("aria-expanded")) === "false" && (await page.locator(".chain .citation:visible").count()) === 0);
  await clause.focus();
  await page.keyboard.press("Enter");
  check("a clause on demand", (await clause.getAttribute("aria-expanded")) === "true" && (await text(".chain .citation:visible")).includes("124-QĐ/TW"), await texts(".chain .citation:visible"));
  check("a fact that is missing is told", (await page.locator(".chain .idle").innerText()).includes("(4)"));
  await page.click("#explain-idle");
  check("as not known", (await page.locator('.chain .idle .mark.open[aria-label="Chưa biết"]').count()) > 0);

  await page.click("#evaluation-path-thi-tran-yen-thinh");
  await part("explain");
  const tied = await explain("Trần Quang Vinh");
  check("a tie is no verdict", tied.includes("? Khống chế tỷ lệ xuất sắc trong nhóm: thứ 41, được 40: chờ bỏ phiếu. Bằng điểm với Đỗ Thị Hồng Hằng: bỏ phiếu chọn 1 trong 2.") && tied.endsWith("Mức xếp loại: chờ bỏ phiếu") && (await text("#explain-level")) === "Cần biểu quyết", tied);
  check("more good in the group would decide it", (await texts('[data-change="goodInGroup"]')).join() === "Thêm 3 đối tượng xếp loại tốt trong nhóm: Hoàn thành xuất sắc nhiệm vụ", await texts("[data-change]"));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-why.png") });

  await page.selectOption("#evaluation-rule-day", "2025-12-31");
  const scored = await text(".chain");
  check("rules that score have borders and the lower of two", /✓ Điểm xuất sắc: 92,84 điểm, yêu cầu ít nhất 90 điểm.*Lấy mức thấp hơn/.test(scored), scored);

  await page.selectOption("#explain-sheet", "tinh-mau-2023");
  const points = await page.locator('[data-step-kind="criterion"] > .step-line > .sentence').allInnerTexts();
  const sum = points.reduce((whole, each) => whole + Number(/, ([\d,]+) điểm$/.exec(each)[1].replace(",", ".")), 0);
  check("another sheet is tried out, criterion by criterion", points.length === 5 && Math.abs(sum - 92.84) < 0.001 && (await text('[data-step-kind="score"] .sentence')) === "Tổng điểm: 92,84 điểm trên 100 điểm", points);
  check("with the weight of each", (await texts(".criterion")).join() === "mỗi bậc 0,5 điểm,mỗi bậc 0,5 điểm,mỗi bậc 0,5 điểm,mỗi bậc 0,4 điểm,mỗi bậc 0,01 điểm", await texts(".criterion"));
  check("and it is said that it is no verdict", (await text(".tally")).startsWith("Đang thử một phiếu chấm khác"));
  await page.click('[data-language="en"]');
  check("the explanation speaks English", (await text(".chain")).startsWith("Score: 92.84 points of 100 points General criteria:"), await text(".chain"));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-sheet.png") });
  await page.close();
}

/** "If these two were good instead", and the cheapest legal change. */
async function whatIf({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await part("whatIf");
  check("nothing is marked at first", (await text("#what-if-result .hint")).startsWith("Chưa đánh dấu ai"));
  check("the list of all eligible is over the cap", (await page.getAttribute("#what-if-legal", "data-legal")) === "false" && (await text("#what-if-legal")).startsWith("Danh sách có 61, vượt quy định: chỉ được 40. Phải đổi ít nhất 21."), await text("#what-if-legal"));
  check("who steps down is named, and who is tied", /rút 21 khỏi danh sách.*Hoàng Thị Hồng Liên.*biểu quyết chọn 1 trong 2 để rút: Trần Quang Vinh và Đỗ Thị Hồng Hằng/.test(await text("#what-if-legal")), await text("#what-if-legal"));
  const completed = page.locator('[data-own="completed"] input');
  for (const place of [0, 1, 2]) {
    await completed.nth(place).focus();
    await page.keyboard.press("Space");
  }
  check("a key marks and the focus stays", (await completed.nth(2).isChecked()) && (await focused()) === (await completed.nth(2).getAttribute("id")), await focused());
  const outcome = async (key) => (await texts(`[data-outcome="${key}"] td`)).join();
  check("three more good, one more excellent and no tie", (await outcome("before")) === "40,39,20,2" && (await outcome("after")) === "41,41,20,0", `${await outcome("before")} then ${await outcome("after")}`);
  const changed = await texts("[data-changed]");
  check("who changes is named", changed.length === 5 && changed.includes("Trần Quang Vinh: Cần biểu quyết → Hoàn thành xuất sắc") && changed.filter((each) => each.endsWith(": Hoàn thành → Hoàn thành tốt")).length === 3, changed);
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-what-if.png") });
  await page.selectOption("#what-if-level", "notCompleted");
  check("another level for those marked", (await texts("[data-changed]")).some((each) => each.endsWith(": Hoàn thành → Không hoàn thành")), await texts("[data-changed]"));
  await page.click("#what-if-clear");
  check("the marks are cleared", (await page.locator("[data-changed]").count()) === 0 && (await focused()) === "part-whatIf", await focused());
  await page.selectOption("#what-if-level", "good");
  await page.click("#what-if-more-excellent");
  check("the whole level is unfolded", (await page.locator('[data-own="excellent"] input').count()) === 61 && (await focused()).startsWith("what-if-dv"), await focused());
  for (let place = 40; place < 61; place += 1) await page.locator('[data-own="excellent"] input').nth(place).check();
  check("who is taken off makes the list legal", (await page.getAttribute("#what-if-legal", "data-legal")) === "true" && (await text("#what-if-legal")).startsWith("Danh sách có 40, đúng quy định"), await text("#what-if-legal"));
  await page.click("#evaluation-path-huyen-yen-mo");
  const groups = await page.locator("#what-if-group option").evaluateAll((all) => all.map((each) => each.value));
  await page.selectOption("#what-if-group", "organizations:huyen-yen-mo:dang_bo_xa");
  check("organizations are a group too", groups.length === 60 && (await text("#what-if-legal")).startsWith("Danh sách có 5, vượt quy định: chỉ được 2.") && (await page.locator('[data-own="excellent"] input').count()) === 5, groups.length);
  await page.close();
}

/** The four readings of the cap. */
async function readOtherwise({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.click("#evaluation-path-huyen-yen-mo");
  await part("otherwise");
  const row = async (reading) => (await texts(`[data-reading="${reading}"] td`)).join();
  const rows = [await row("shareOfGoodBeforeDemotion"), await row("shareOfGoodAfterDemotion"), await row("shareOfGoodOrBetter"), await row("shareOfRated")];
  check("the four readings side by side", rows.join(" ") === "586,0,96,10 682,0,0,0 793,99,0,12 841,147,0,12", rows);
  check("the one in use is marked", (await text('[data-reading="shareOfGoodAfterDemotion"] th')) === "A2 – trên số xếp loại tốt, sau khi hạ mức đang dùng" && (await page.locator(".readings .pill").count()) === 1, await texts(".readings th"));
  await page.selectOption("#otherwise-reading", "shareOfRated");
  const folds = await texts("[data-changes-of] summary");
  check("changes by organization", folds.length > 20 && folds.includes("Đảng bộ xã Khánh Dương 11 thay đổi"), folds);
  await page.focus("#otherwise-xa-khanh-duong");
  await page.keyboard.press("Enter");
  const names = await texts('[data-changes-of="xa-khanh-duong"] li');
  check("with their names", names.length === 11 && names.some((each) => each.endsWith(": Hoàn thành tốt → Hoàn thành xuất sắc")) && names.some((each) => each.includes("Cần biểu quyết →")), names);
  await page.selectOption("#otherwise-reading", "shareOfGoodAfterDemotion");
  check("the reading in use changes nobody", (await text("#evaluation-panel")).endsWith("không ai đổi mức."));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-otherwise.png") });
  await page.close();
}

/** Self-scores, votes and final levels by organization. */
async function calibration({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.click("#evaluation-path-huyen-yen-mo");
  await part("calibration");
  const rows = await page.locator("[data-calibrated]").count();
  check("a row for every grassroots organization", rows === 57, String(rows));
  const found = await texts("[data-outlier]");
  check("what stands out is told with its value", found.some((each) => /^Chi bộ trạm khuyến nông Chênh lệch điểm của đơn vị: −\d,\d\d, thấp hơn hẳn$/.test(each)), found);
  const published = await texts("[data-published]:not(.sum)");
  check("small counts are withheld", published.some((each) => each.includes("–")) && !published.some((each) => / [1-4]( |$)/.test(each.replace(/^.*?(?=( [\d.–]+){6}$)/, ""))), published.slice(0, 5));
  await page.click("#calibration-fences");
  check("the fences and the policy are told", /Chênh lệch điểm của đơn vị: từ −.*EVL-6\.6.*DAT-03/.test(await text("details:has(#calibration-fences)")), await text("details:has(#calibration-fences)"));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-calibration.png") });
  await page.click("#outlier-groupDifference-tram-khuyen-nong");
  check("down to the one that stands out", (await text("#evaluation-where")) === "Chi bộ trạm khuyến nông" && (await focused()) === "evaluation-where");
  await page.close();
}

/** How far the ratings have come. */
async function procedure({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.click("#evaluation-path-huyen-yen-mo");
  await part("procedure");
  const number = async (key) => Number((await text(`[data-procedure="${key}"] dd`)).replace(/\D/g, ""));
  check("ratings are counted", (await number("rated")) === 5779 && (await number("decided")) > 4000 && (await number("missingCount")) > 0, `${await number("rated")} ${await number("decided")}`);
  const next = await texts("[data-next-step] dt");
  check("by the step that is next, in words", next.includes("Quyết định mức xếp loại") && next.includes("Bổ sung hồ sơ đảng viên"), next);
  const commune = await text('[data-procedure-of="xa-yen-phong"]');
  check("an organization tells how far it is and who is next", /^Đảng bộ xã Yên Phong 0 trên 275 đã quyết định · đang ở bước quyết định mức xếp loại, do cấp ủy \(\d+\) · \d+ còn thiếu bước$/.test(commune), commune);
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-procedure.png") });
  await page.click("#procedure-thi-tran-yen-thinh");
  await page.selectOption("#evaluation-below", "thi-tran-yen-thinh.thon-01");
  const missing = await text('[data-rating-of="dv0015"]');
  check("what is missing is told", missing.includes("tiếp theo: bổ sung hồ sơ đảng viên, do cấp ủy · thiếu nhận xét của cấp ủy nơi cư trú"), missing);
  await page.focus("#rating-dv0015");
  await page.keyboard.press("Enter");
  check("one rating has the focus", (await focused()) === "procedure-one" && (await text("#procedure-one")) === "Các bước của Nguyễn Minh An", await focused());
  check("with each step", (await page.getAttribute('[data-step-of="residenceOpinion"]', "data-state")) === "missing" && (await page.getAttribute('[data-step-of="dossierSupplement"]', "data-state")) === "current" && (await text('[data-step-of="decision"]')) === "Quyết định mức xếp loại đã thực hiện · ngày 20/12/2023 · do cấp ủy", await text(".procedure-steps"));
  check("the vote and the level in force", /Phiếu ngày 05\/12\/2023 cho mức Hoàn thành xuất sắc: \d+ trên 21\..*Mức đang có hiệu lực: Hoàn thành xuất sắc\./.test(await text("#procedure-facts")), await text("#procedure-facts"));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-rating.png") });
  await page.click("#procedure-back");
  check("and back", (await focused()) === "rating-dv0015", await focused());
  await page.fill("#today", "2023-12-01");
  await page.dispatchEvent("#today", "change");
  check("on an earlier day less was done", (await number("decided")) === 0 && (await texts("[data-next-step] dt")).includes("Góp ý"), await texts("[data-next-step]"));
  await page.close();
}

/** Who asks: persons are shown to their own cell's committee only. */
async function askers({ browser, origin, check, complaints }) {
  const { page, text, texts, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.selectOption("#scope-above", "xa-khanh-duong");
  const ask = (who) => page.selectOption("#evaluation-asker", who);
  const sight = () => page.getAttribute("#evaluation-panel", "data-sight");
  await page.click("#evaluation-path-xa-khanh-duong");
  await ask("commune");
  check("a commune secretary sees no single member", (await sight()) === "cells" && (await texts("[data-level-of]")).filter((line) => !/bộ/.test(line.split(" ").slice(0, 2).join(" "))).length <= 1, await texts("[data-level-of]"));
  check("nor who is tied", (await text(".cap-line.tied .tie")).endsWith("1 suất phải biểu quyết; không hiện tên."), await text(".cap-line.tied .tie"));
  await part("whatIf");
  check("what if needs the whole group", (await text("#evaluation-panel")).endsWith("Phải xem được mọi người trong nhóm mới tính được phần này."));
  await part("otherwise");
  check("read otherwise is a sum", (await text("#evaluation-panel")).endsWith("không hiện từng người."), await text("#evaluation-panel"));
  await part("calibration");
  check("calibration shows cells, and who steers them everyone in them", (await page.locator("[data-calibrated]").count()) === 13, await texts("[data-calibrated]"));
  await page.click("#evaluation-path-huyen-yen-mo");
  await ask("host");
  const apart = await page.locator("[data-outlier]").evaluateAll((all) => all.map((each) => each.dataset.outlier).filter((id) => id.startsWith("dv")));
  await page.click(`#outlier-rowDifference-${apart[0]}`);
  check("somebody who stands out is explained", (await page.locator(".chain").count()) === 1 && (await page.inputValue("#explain-subject")) !== "", apart[0]);
  await page.selectOption("#evaluation-below", "xa-khanh-duong");
  await part("calibration");
  await ask("district");
  check("further up sums of grassroots organizations", (await sight()) === "sums" && (await page.locator("[data-calibrated]").count()) === 1 && (await page.locator("[data-outlier]").count()) === 0 && (await texts("[data-published] th")).join() === "Đảng bộ xã Khánh Dương,Đảng bộ xã Khánh Dương", await texts("[data-published]"));
  await ask("member");
  check("a member does not see the commune's", (await text("#evaluation-panel")) === "Người hỏi không được xem xếp loại của tổ chức này.", await text("#evaluation-panel"));
  await page.selectOption("#evaluation-below", "xa-khanh-duong.thon-01");
  await part("levels");
  check("but the own line", (await sight()) === "member" && (await page.locator("[data-level-of]").count()) === 1);
  await page.click("[data-level-of] button");
  check("and why", (await page.locator(".chain").count()) === 1);
  await part("procedure");
  check("and how far it is", (await page.locator(".procedure-steps").count()) === 1);
  await ask("cellSecretary");
  check("another cell's secretary sees nothing", (await sight()) === "nothing" && (await text("#evaluation-panel")) === "Người hỏi không được xem xếp loại của tổ chức này.");
  await page.close();
}

/** Without a mouse. */
async function keyboard({ browser, origin, check, complaints }) {
  const { page, text, focused } = await openPage(browser, `${origin}?lang=en`, WIDE, complaints);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.focus("#part-levels");
  await press("ArrowRight");
  check("an arrow key goes to the next part", (await focused()) === "part-explain" && (await page.getAttribute("#part-explain", "aria-selected")) === "true");
  await press("End");
  check("End to the last", (await focused()) === "part-procedure" && (await page.getAttribute("#evaluation-panel", "data-part")) === "procedure");
  await press("ArrowRight");
  check("and round", (await focused()) === "part-levels");
  check("one stop for all parts", (await page.locator('.part-tab[tabindex="0"]').count()) === 1);
  await press("Tab");
  check("Tab goes into the part", (await focused()) === "evaluation-panel", await focused());
  for (let tabs = 0; tabs < 10 && (await focused()) !== "level-dv0001"; tabs += 1) await press("Tab");
  check("and to its lines", (await focused()) === "level-dv0001", await focused());
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  check("the focus on a line is visible", ring === "solid", ring);
  await press("Enter");
  check("Enter explains", (await focused()) === "explain-title" && (await text("#explain-title")) === "Tạ Hữu Giang", await focused());
  const levels = await page.locator("main :is(h2, h3, h4, h5)").evaluateAll((all) => all.map((each) => Number(each.tagName[1])));
  check("headings go down one level at a time", levels.every((level, place) => place === 0 || level <= levels[place - 1] + 1), levels.join(""));
  const unnamed = await page.evaluate(() => [...document.querySelectorAll("#evaluation :is(input, select)")].filter((each) => each.labels.length === 0).map((each) => each.id));
  check("every control of the room has a label", unnamed.length === 0, unnamed);
  const ids = await page.evaluate(() => {
    const all = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    return all.filter((id, place) => all.indexOf(id) !== place);
  });
  check("no identifier stands twice", ids.length === 0, ids);
  await page.close();
}

/** A phone in the dark, in both languages. */
async function onPhone({ browser, origin, check, shots, complaints }) {
  for (const language of ["vi", "en"]) {
    const { page, part } = await openPage(browser, `${origin}?lang=${language}`, { viewport: { width: 360, height: 740 }, colorScheme: "dark", deviceScaleFactor: 2, isMobile: true, hasTouch: true }, complaints);
    const fits = async (what) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(`${what} (${language}): no scrolling sideways at 360 px`, wide <= 0, `${wide} px`);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('#evaluation :is(button, select, summary, label.tap)')]
          .filter((each) => {
            const { width, height } = each.getBoundingClientRect();
            return height > 0 && (height < 44 || width < 44);
          })
          .map((each) => each.outerHTML.slice(0, 80)),
      );
      check(`${what} (${language}): targets of 44 px`, small.length === 0, small.slice(0, 4));
      await page.locator("#evaluation").screenshot({ path: join(shots, `phone-evaluation-${what}-${language}.png`) });
    };
    await fits("levels");
    await page.locator("#level-dv0016").tap();
    await page.locator(".clause").first().tap();
    await page.selectOption("#explain-sheet", "tinh-mau-2023");
    await fits("explain");
    await part("whatIf");
    await page.locator('[data-own="completed"] label').first().tap();
    check(`the sum of what if stays in sight (${language})`, await page.locator("#what-if-sum").isVisible());
    await fits("whatIf");
    await page.locator("#what-if-sum").tap();
    check(`and leads to the result (${language})`, (await page.evaluate(() => document.activeElement?.id)) === "what-if-result");
    await page.locator("#evaluation-path-thi-tran-yen-thinh").tap();
    for (const name of ["otherwise", "calibration", "procedure"]) {
      await part(name);
      await fits(name);
    }
    await page.close();
  }
}

/** Files of one's own get no made-up steps. */
async function ownFiles({ browser, origin, sample, check, complaints }) {
  const { page, text, part } = await openPage(browser, `${origin}?lang=en`, WIDE, complaints);
  const tables = readdirSync(sample).filter((name) => name.endsWith(".csv"));
  await page.setInputFiles("#files-input", tables.map((name) => ({ name, mimeType: "text/csv", buffer: readFileSync(join(sample, name)) })));
  await page.waitForSelector("#back-to-sample", { timeout: 60_000 });
  await part("procedure");
  check("own files: nothing is decided yet", (await text('[data-procedure="decided"] dd')) === "0" && (await text('[data-procedure="notStarted"] dd')) === "22");
  await part("calibration");
  check("own files: marks without self-scores", (await text("[data-calibrated] td >> nth=1")) === "–", await text("[data-calibrated]"));
  await page.close();
}
