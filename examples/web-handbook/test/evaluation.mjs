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
    part: async (name) => {
      await page.click(`#part-${name}`);
      await page.waitForSelector("#steps-progress", { state: "detached", timeout: 30_000 });
    },
    /** Stops work that goes on later, until what is returned is called. */
    standStill: async () => {
      await page.evaluate(() => {
        const later = [];
        const real = window.setTimeout;
        window.setTimeout = (work) => later.push(work);
        window.goOn = () => {
          window.setTimeout = real;
          for (const work of later) real(work);
        };
      });
      return () => page.evaluate(() => window.goOn());
    },
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
  await find(all);
  await takingSteps(all);
  await lineVote(all);
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
  check("the district's ties come first, organizations and members", tied.length === 5 && tied[0].includes("Đảng bộ xã Yên Mạc và Đảng bộ xã Yên Từ"), tied);
  await page.selectOption("#evaluation-below", "xa-khanh-duong");
  check("down by the list of organizations", (await text("#evaluation-where")) === "Đảng bộ xã Khánh Dương");
  await page.selectOption("#evaluation-rule-day", "2025-12-31");
  check("other rules, another cap", (await text("#levels-stamp")).includes("31/12/2025") && (await text(".cap-line")).includes("Được 47 xuất sắc") && (await page.inputValue("#rule-day")) === "2025-12-31" && (await focused()) === "evaluation-rule-day", await text(".cap-line"));
  await page.selectOption("#scope-above", "xa-yen-lam");
  check("a cell chosen at the desk is gone to", (await text(".path >> nth=1")).includes("Đảng bộ xã Yên Lâm"), await text(".path >> nth=1"));
  await page.close();
}

/** Lines found by name, whatever the accents, and by level; all by keyboard. */
async function find({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  const names = () => texts("[data-level-of] strong");
  const found = () => text("#levels-found");
  await page.click("#evaluation-path-huyen-yen-mo");
  check("nothing is sought at first", (await found()) === "" && !(await page.isVisible("#levels-clear")));
  await page.focus("#levels-name");
  await page.keyboard.type("do thi hong hang");
  const hang = await names();
  check("a name without accents finds it with them", hang.length > 0 && hang.every((name) => name === "Đỗ Thị Hồng Hằng") && (await focused()) === "levels-name", hang);
  check("how many is told", (await found()) === `Tìm thấy ${hang.length} trên 6.070 dòng.`, await found());
  check("with the organization of each", (await text("[data-level-of] .note")).length > 10, await text("[data-level-of] .note"));
  await page.fill("#levels-name", "HẰNG  đỗ");
  check("words in any order, in any case, with accents", (await names()).includes("Đỗ Thị Hồng Hằng"), await names());
  await page.fill("#levels-name", "không ai tên thế");
  check("none is told as well", (await found()).startsWith("Không tìm thấy dòng nào trong ") && (await page.locator("[data-level-of]").count()) === 0 && !(await page.isVisible(".page-turn")), await found());
  await page.keyboard.press("Escape");
  check("Escape empties the field", (await page.inputValue("#levels-name")) === "" && (await found()) === "");
  await page.keyboard.press("Tab");
  check("Tab to the levels", (await focused()) === "levels-level", await focused());
  for (const key of ["ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
  const tied = await texts("[data-level-of] .badge");
  check("a level by keyboard", tied.length === 10 && tied.every((badge) => badge === "Cần biểu quyết") && (await text("#levels-level option:checked")) === "Cần biểu quyết (10)" && (await focused()) === "levels-level", tied);
  await page.keyboard.press("Tab");
  check("Tab to show all again", (await focused()) === "levels-clear", await focused());
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-find.png") });
  await page.keyboard.press("Enter");
  check("the filter is cleared", (await found()) === "" && (await focused()) === "levels-name" && (await page.locator("[data-level-of]").count()) === 40);
  await page.selectOption("#levels-level", "good");
  await page.click("#levels-next");
  check("pages of what is found", /^Dòng 41–80 trên \d\.\d{3}$/.test(await text("#levels-page")), await text("#levels-page"));
  await page.click('[data-language="en"]');
  check("another language keeps the filter", (await page.inputValue("#levels-level")) === "good" && /^Lines 41 to 80 of/.test(await text("#levels-page")), await text("#levels-page"));
  await page.selectOption("#evaluation-below", "xa-khanh-duong");
  check("another organization clears it", (await page.inputValue("#levels-level")) === "" && (await found()) === "");
  await page.close();
}

/** The made-up steps come only when a part needs them, and change nothing elsewhere. */
async function takingSteps({ browser, origin, check, shots, complaints }) {
  const { page, texts, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  const elsewhere = () => page.evaluate(() => [...document.querySelectorAll("main > section:not(#evaluation)")].map((each) => each.innerHTML).join("\n"));
  await page.click("#evaluation-path-huyen-yen-mo");
  const before = { page: await elsewhere(), panel: await page.innerHTML("#evaluation-panel") };
  const taking = await page.evaluate(async () => {
    const started = performance.now();
    document.getElementById("part-calibration").click();
    const drawn = performance.now() - started;
    const panel = document.getElementById("evaluation-panel");
    const said = document.getElementById("steps-taking")?.textContent;
    const busy = panel.getAttribute("aria-busy");
    const shares = [];
    while (document.getElementById("steps-progress")) {
      shares.push(Number(document.getElementById("steps-progress").value));
      await new Promise((next) => requestAnimationFrame(next));
    }
    return { drawn, said, busy, shares };
  });
  check("a part that needs the steps says that they are taken in", taking.busy === "true" && taking.said === "Đang nạp các bước xếp loại minh họa…" && taking.drawn < 500, taking);
  check("piece by piece", new Set(taking.shares).size > 3 && taking.shares.every((share, place) => place === 0 || share >= taking.shares[place - 1]), taking.shares);
  check("then it is drawn", (await page.locator("[data-calibrated]").count()) === 57 && (await page.getAttribute("#evaluation-panel", "aria-busy")) === null);
  check("the other rooms are as before", (await elsewhere()) === before.page);
  await part("levels");
  check("and so are the levels", (await page.innerHTML("#evaluation-panel")) === before.panel);
  await part("procedure");
  check("once is enough", (await page.locator("#steps-progress").count()) === 0 && (await texts("[data-procedure-of]")).length > 0);
  await page.close();

  const other = await openPage(browser, `${origin}?lang=en`, WIDE, complaints);
  const goOn = await other.standStill();
  await other.page.focus("#part-levels");
  await other.page.keyboard.press("End");
  check("by keyboard: the tab keeps the focus while the steps come", (await other.focused()) === "part-procedure", await other.focused());
  check("they are told to be coming, in English as well", (await other.text("#evaluation-panel")) === "Taking in the made-up steps of the ratings…" && (await other.page.getAttribute("#evaluation-panel", "aria-busy")) === "true");
  await other.page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-taking.png") });
  await other.page.keyboard.press("ArrowRight");
  await goOn();
  check("one can go elsewhere meanwhile", (await other.focused()) === "part-levels" && (await other.page.locator("[data-level-of]").count()) === 22);
  await other.page.fill("#today", "2024-03-05");
  await other.page.dispatchEvent("#today", "change");
  await other.part("procedure");
  await other.page.waitForSelector('[data-procedure="decided"]', { timeout: 30_000 });
  check("and finds them taken in later, with the focus as it was", Number(await other.text('[data-procedure="decided"] dd')) > 0 && (await other.focused()) === "part-procedure", await other.text('[data-procedure="decided"] dd'));
  await other.page.close();
}

/** A vote among those tied at the line of the cap, as it is drawn. */
async function lineVote({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, focused, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.click("#evaluation-path-huyen-yen-mo");
  await page.selectOption("#evaluation-below", "xa-yen-mac");
  const cap = page.locator('[data-cap="members:xa-yen-mac:xa-yen-mac"]');
  const vote = await text('[data-line-vote="settled"]');
  check("a vote at the line of the cap is told with its day and its numbers", /Ngày 15\/12\/2023: .+ 9\/13 phiếu và .+ 4\/13 phiếu\.$/.test(vote), vote);
  const [, chosen, left] = /2023: (.+) 9\/13 phiếu và (.+) 4\/13/.exec(vote) ?? [];
  check("and no vote is needed any more", (await cap.locator(".tie").count()) === 0 && !(await cap.getAttribute("class")).includes("tied"));
  const badge = async (name) => {
    await page.fill("#levels-name", name);
    return (await texts("[data-level-of] .badge")).join();
  };
  check("who was chosen is excellent, the other is good", (await badge(chosen)).includes("Hoàn thành xuất sắc") && (await badge(left)).includes("Hoàn thành tốt"), vote);
  await cap.screenshot({ path: join(shots, "evaluation-line-vote.png") });
  await page.fill("#levels-name", chosen);
  await page.focus("[data-level-of] button");
  await page.keyboard.press("Enter");
  check("and why", (await focused()) === "explain-title" && (await text("#explain-level")) === "Hoàn thành xuất sắc", await text(".chain"));
  await part("procedure");
  await page.waitForSelector("[data-procedure]", { timeout: 30_000 });
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
  check("the four readings side by side", rows.join(" ") === "586,0,97,8 683,0,0,0 793,100,0,10 841,148,0,10", rows);
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

/** Who asks: persons are shown to their cell's committee and to who steers the cells. */
async function askers({ browser, origin, check, shots, complaints }) {
  const { page, text, texts, part } = await openPage(browser, `${origin}?lang=vi`, WIDE, complaints);
  await page.selectOption("#scope-above", "xa-khanh-duong");
  const ask = (who) => page.selectOption("#evaluation-asker", who);
  const sight = () => page.getAttribute("#evaluation-panel", "data-sight");
  await page.click("#evaluation-path-xa-khanh-duong");
  await ask("commune");
  check("a commune secretary sees everyone in the cells", (await sight()) === "cells" && (await text("#levels-page")).endsWith("trên 266"), await text("#levels-page"));
  const tied = /chọn 1 trong 2: .+ và .+$/;
  check("and who is tied", tied.test(await text(".cap-line.tied .tie")), await text(".cap-line.tied .tie"));
  await part("whatIf");
  check("and what would be in the whole group", (await page.locator("#what-if-legal").count()) === 1 && (await page.locator("#what-if-whole").count()) === 0);
  await part("otherwise");
  check("and who changes", (await page.locator("[data-changes-of]").count()) > 3, await text("#evaluation-panel"));
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
  await part("levels");
  const rows = await texts("[data-published]");
  check("levels are counts of it as well, none of them small", rows.length === 1 && rows[0].startsWith("Đảng bộ xã Khánh Dương 236 ") && rows[0].includes("–") && !/ [1-4]( |$)/.test(rows[0]), rows);
  check("and no totals beside them, nor the cap of members", (await page.locator("#evaluation .level-bar").count()) === 0 && (await page.locator('[data-cap^="members"]').count()) === 0);
  check("only the organization by itself", (await texts("[data-level-of]")).length === 1, await texts("[data-level-of]"));
  await page.click("#evaluation-path-huyen-yen-mo");
  check("the district is told by its grassroots organizations", (await page.locator('.table-wide[aria-labelledby="levels-of-members"] [data-published]').count()) === 57 && (await page.locator("#evaluation .sum").count()) === 0, await texts("[data-published]"));
  check("and where no cell has a level, no table of them", (await page.locator("#levels-of-cells").count()) === 0);
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-sums.png") });
  await part("otherwise");
  check("read otherwise tells of organizations alone", (await text("#evaluation-panel")).startsWith("Người hỏi chỉ xem số cộng") && (await text('[data-reading="shareOfRated"] td')) === "–", await text("#evaluation-panel"));
  await part("procedure");
  check("the procedure counts all and shows organizations", (await page.locator("[data-rating-of]").count()) === 58 && (await page.locator('[data-procedure="missingCount"]').count()) === 0, String(await page.locator("[data-rating-of]").count()));
  await page.selectOption("#evaluation-below", "xa-khanh-duong");
  await part("calibration");
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
  const [, cell] = /, (.+)$/.exec(await text("#evaluation-asker option:checked"));
  await page.click("#evaluation-path-xa-khanh-duong");
  await page.selectOption("#evaluation-below", { label: cell });
  await part("whatIf");
  check("the own cell's secretary tries out the own cell", (await sight()) === "everything" && (await text("#what-if-whole")).startsWith(`Tính riêng trong ${cell}`) && (await text("#what-if-whole")).endsWith("236 được xếp loại) được 37 xuất sắc."), await text("#evaluation-panel"));
  const lines = await page.locator(".what-if-level input").count();
  await page.locator('[data-own="good"] input').first().focus();
  await page.selectOption("#what-if-level", "completed");
  for (const place of [0, 1, 2, 3, 4, 5]) {
    await page.locator('[data-own="good"] input').nth(place).focus();
    await page.keyboard.press("Space");
  }
  check("a key marks, and the whole group follows from its counts", lines > 0 && lines < 40 && / được 37 xuất sắc; nếu đổi như trên: 36\.$/.test(await text("#what-if-whole")), await text("#what-if-whole"));
  await page.locator("#evaluation").screenshot({ path: join(shots, "evaluation-what-if-cell.png") });
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
    const { page, part, standStill } = await openPage(browser, `${origin}?lang=${language}`, { viewport: { width: 360, height: 740 }, colorScheme: "dark", deviceScaleFactor: 2, isMobile: true, hasTouch: true }, complaints);
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
    await page.locator("#levels-name").tap();
    await page.keyboard.type("lien");
    check(`finding on a phone (${language})`, (await page.locator("#levels-found").innerText()).includes("1 "), await page.locator("#levels-found").innerText());
    await fits("find");
    await page.locator("#levels-clear").tap();
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
    await part("otherwise");
    await fits("otherwise");
    const goOn = await standStill();
    await page.locator("#part-calibration").tap();
    check(`the steps are told to be coming (${language})`, await page.isVisible("#steps-progress"));
    await fits("taking");
    await goOn();
    for (const name of ["calibration", "procedure"]) {
      await part(name);
      await fits(name);
    }
    await page.selectOption("#scope-above", "xa-khanh-duong");
    await page.selectOption("#evaluation-asker", "cellSecretary");
    const name = await page.locator("#evaluation-asker option:checked").innerText();
    await page.locator("#evaluation-path-xa-khanh-duong").tap();
    await page.selectOption("#evaluation-below", { label: name.slice(name.lastIndexOf(", ") + 2) });
    await part("whatIf");
    await fits("whatIf-cell");
    await page.locator("#evaluation-path-xa-khanh-duong").tap();
    await page.selectOption("#evaluation-asker", "district");
    await part("levels");
    await fits("sums");
    await page.selectOption("#evaluation-asker", "host");
    await page.locator("#evaluation-path-huyen-yen-mo").tap();
    await page.selectOption("#evaluation-below", "xa-yen-mac");
    await fits("line-vote");
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
