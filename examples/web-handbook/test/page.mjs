// The built page in headless Chromium, used as a person uses it.
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { testEvaluation } from "./evaluation.mjs";
import { testMeetings } from "./meetings.mjs";

const here = fileURLToPath(new URL("../", import.meta.url));
const dist = join(here, "dist");
const sample = fileURLToPath(new URL("../../data/yen-mo-2023/", import.meta.url));
const shots = join(here, "screenshots");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".csv": "text/csv" };
mkdirSync(shots, { recursive: true });

function browserPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error("no Chromium on PATH");
  return found;
}

let passed = 0;
let failed = 0;
function check(name, holds, detail = "") {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED ${name} ${typeof detail === "string" ? detail : JSON.stringify(detail)}`);
  }
}

const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://local").pathname));
  const file = join(dist, path === "/" ? "index.html" : path);
  if (!file.startsWith(dist) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
  createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
  const complaints = [];
  const elsewhere = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(origin)) elsewhere.push(request.url());
  });
  await page.goto(origin);
  await page.waitForSelector("#figures", { timeout: 60_000 });
  const text = async (selector) => (await page.textContent(selector))?.replaceAll("\u00a0", " ").trim();
  const number = (id) => text(`[data-figure="${id}"] .tile-number`);
  const counts = (id) => text(`[data-figure="${id}"] .tile-counts`);

  // The figures, in Vietnamese.
  check("opens in Vietnamese", (await page.getAttribute("html", "lang")) === "vi");
  for (const [id, shown, behind] of [
    ["admissions-against-plan", "107,4 %", "260 / 242"],
    ["admissions-non-state", "12", "12 / 260"],
    ["admissions-religious", "5", "5 / 260"],
    ["cells-founded-non-state", "1", null],
    ["organizations-good-or-better", "94,7 %", "54 / 57"],
    ["organizations-not-completed", "0", "0 / 57"],
    ["members-good-or-better", "85,17 %", null],
    ["app-adoption", "96 %", null],
    ["bids-count", "33", null],
    ["projects-with-quality", "100 %", "33 / 33"],
  ]) {
    const got = await number(id);
    check(`figure ${id}`, got === shown, `${got} instead of ${shown}`);
    if (behind !== null) {
      const gotCounts = await counts(id);
      check(`counts of ${id}`, gotCounts === behind, `${gotCounts} instead of ${behind}`);
    }
  }
  check("the bids are worth over 351 billion", /^351,\d tỷ đồng$/.test(await number("bids-value")), await number("bids-value"));
  check("over 7 billion was saved", /^7,\d tỷ đồng$/.test(await number("bids-saving")), await number("bids-saving"));
  const khanhDuong = await text('[data-organization="xa-khanh-duong"] .attendance-share');
  check("attendance in Khánh Dương is over 90 %", Number(khanhDuong?.replace(",", ".").replace(" %", "")) > 90, khanhDuong);
  check("seventeen communes and towns", (await page.locator(".attendance-rows li").count()) === 17, String(await page.locator(".attendance-rows li").count()));
  check("both charts of levels have a description", (await page.locator("#levels .level-bar[aria-label]").count()) === 2);
  await page.screenshot({ path: join(shots, "desktop.png"), fullPage: true });

  // A click shows the grounds.
  await page.click('[data-organization="xa-khanh-duong"].attendance-row');
  await page.waitForSelector("dialog[open] .ground");
  check("the drawer names the commune", /Khánh Dương/.test(await text("#drawer-title")));
  const ground = await text("dialog .ground");
  check("a ground names rule, instrument and how sure", /MTG-09/.test(ground) && /12-HD\/BTCTW/.test(ground) && (await page.locator("dialog .sureness").count()) > 0, ground);
  await page.screenshot({ path: join(shots, "grounds.png") });

  // The language changes under an open drawer as well as on the page.
  const vietnamese = await text("dialog .sentence");
  await page.keyboard.press("Escape");
  check("Escape closes the drawer", (await page.locator("dialog[open]").count()) === 0);
  await page.click('[data-language="en"]');
  check("the page speaks English", (await page.getAttribute("html", "lang")) === "en" && (await number("admissions-against-plan")) === "107.4 %");
  await page.click('[data-organization="xa-khanh-duong"].attendance-row');
  const english = await text("dialog .sentence");
  check("so do the grounds", english !== vietnamese && /required/.test(english), english);
  await page.keyboard.press("Escape");

  // The tree by keyboard.
  await page.focus('#tree [role="tree"] [tabindex="0"]');
  await page.keyboard.press("ArrowDown");
  const before = await page.locator('#tree [role="treeitem"]').count();
  await page.keyboard.press("ArrowRight");
  const after = await page.locator('#tree [role="treeitem"]').count();
  check("an arrow key opens a branch", after > before, `${before} then ${after}`);
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open] .details-number");
  check("Enter shows an organization's grounds", (await page.locator("dialog .ground").count()) > 0);
  check("and its level", (await page.locator("dialog .details-level .badge").count()) === 1);
  await page.screenshot({ path: join(shots, "organization.png") });
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  check("an arrow key closes it again", (await page.locator('#tree [role="treeitem"]').count()) === before);

  // The conformity review: counts first, findings by kind, grounds and remedies in words.
  const counted = async (key) => Number(await text(`[data-count="${key}"] dd`));
  const folded = () => page.locator("#conformity details").evaluateAll((all) => all.map((each) => [each.dataset.finding, Number(each.querySelector(".pill").textContent), each.open]));
  check("every organization is reviewed", (await counted("reviewed")) === 354, await text(".conformity-counts"));
  const groups = await folded();
  check(
    "the findings of 2023 by kind",
    JSON.stringify(groups) === JSON.stringify([["noCommittee", 15, false], ["wrongKindForSize", 2, false], ["noPartyGroups", 1, false], ["tooFewMembers", 1, false]]),
    groups,
  );
  check("their sum stands first", (await counted("findings")) === 19 && (await counted("obligations")) === 0, await text(".conformity-counts"));
  await page.click('[data-finding="wrongKindForSize"] summary');
  const finding = '[data-organization-found="trung-tam-dich-vu-nong-nghiep"]';
  const grounds = await page.locator(`${finding} .ground`).allInnerTexts();
  check("a finding has grounds as sentences", grounds.some((each) => each.includes("required at least 30: does not hold") && each.includes("ORG-11")), grounds);
  check("and a remedy with the kind that fits", /change to a kind that fits \(grassroots cell\)\.$/.test(await text(`${finding} .remedies`)), await text(`${finding} .remedies`));

  // The same record under other rules.
  await page.selectOption("#rule-day", "2025-12-31");
  check("the district's tier is over by the end of 2025", (await counted("findings")) === 77, await text(".conformity-counts"));
  await page.click('[data-finding="wrongParent"] summary');
  const entries = page.locator('[data-finding="wrongParent"] .finding');
  check("a long list is folded", (await entries.count()) === 8, String(await entries.count()));
  await page.click('[data-finding="wrongParent"] .more');
  check("and unfolds", (await entries.count()) === 57 && (await page.locator('[data-finding="wrongParent"] .more').count()) === 0, String(await entries.count()));
  check("the review says what ends a tier", (await text('[data-organization-found="huyen-yen-mo"] .remedies')).includes("end the whole tier by one decision"));
  await page.locator("#conformity").screenshot({ path: join(shots, "conformity.png") });
  await page.selectOption("#rule-day", "2025-06-30");
  await page.waitForSelector("#figures");
  await page.click('[data-organization="xa-khanh-duong"].attendance-row');
  check("the grounds of another day", (await page.locator("dialog .ground").count()) > 0);
  await page.keyboard.press("Escape");
  await page.selectOption("#rule-day", "2023-12-31");

  // Organizations through time: the slider by keyboard.
  const shownLines = (mark) => page.locator(`#time [data-line]:has(> .tree-row .mark-pill.${mark})`).evaluateAll((all) => all.map((each) => each.dataset.line));
  const spoken = () => page.getAttribute("#time-slider", "aria-valuetext");
  await page.click('[data-language="vi"]');
  await page.focus("#time-slider");
  await page.keyboard.press("Home");
  check("the slider goes to the first day", (await spoken()) === "31/08/2004" && (await page.inputValue("#time-day")) === "2004-08-31", await spoken());
  check("with 18 communes of the district", (await page.locator('[data-line="huyen-yen-mo"] [data-line]').count()) === 18);
  check("and nothing earlier", await page.isDisabled("#time-back"));
  await page.keyboard.press("ArrowRight");
  check("an arrow key goes to the next change", (await spoken()) === "29/11/2012", await spoken());
  check("what is gone is marked where it stood", JSON.stringify(await shownLines("gone")) === '["xa-yen-phu"]', await shownLines("gone"));
  check("the day and its change are announced", (await page.getAttribute("#time-said", "aria-live")) === "polite" && /29\/11\/2012.*1 kết thúc.*80\/NQ-CP.*Đảng bộ xã Yên Phú giải thể/s.test(await text("#time-said")), await text("#time-said"));
  await page.keyboard.press("ArrowRight");
  check("what is renamed is marked with its old name", JSON.stringify(await shownLines("renamed")) === '["tam-diep","yen-binh"]' && (await text('[data-line="yen-binh"]')).includes("trước là Đảng bộ xã Yên Bình"), await shownLines("renamed"));
  await page.keyboard.press("End");
  const founded = ["tinh-ninh-binh-2025", "xa-yen-mo", "phuong-yen-thang", "xa-yen-tu-2025", "xa-yen-mac-2025", "xa-dong-thai"];
  check("the reform's organizations are new", JSON.stringify(await shownLines("new")) === JSON.stringify(founded), await shownLines("new"));
  check("with their codes", (await text('[data-line="xa-dong-thai"] .tree-code')).endsWith("14746"));
  check("and nothing later", await page.isDisabled("#time-next"));
  await page.locator("#time").screenshot({ path: join(shots, "time.png") });
  await page.click("#time-back");
  check("a button goes to the change before", (await spoken()) === "01/01/2025", await spoken());
  await page.fill("#time-day", "2020-02-02");
  check("any day can be asked for", /02\/02\/2020.*23 tổ chức.*11\/04\/2015/s.test(await text("#time-said")) && (await shownLines("gone")).length === 0, await text("#time-said"));
  await page.click("#time-next");
  check("and the next change follows it", (await spoken()) === "01/01/2025", await spoken());
  await page.fill("#time-day", "2003-01-01");
  check("a day before the record is refused in words", (await text("#time-said")).startsWith("Chọn một ngày từ 31/08/2004"), await text("#time-said"));

  // The family picture of a commune, from the tree by keyboard.
  await page.focus("#time-slider");
  await page.keyboard.press("Home");
  await page.keyboard.press("End");
  await page.focus('#time [role="tree"] [tabindex="0"]');
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open] .family");
  const family = () => page.locator("dialog .family:visible [data-family]").evaluateAll((all) => all.map((each) => each.dataset.family));
  check("forebears stand before the commune", JSON.stringify(await family()) === JSON.stringify(["xa-yen-hung", "xa-khanh-thinh", "xa-yen-hoa", "xa-khanh-duong", "thi-tran-yen-thinh", "xa-yen-mo"]), await family());
  const words = () => page.locator("#family-words li").allInnerTexts();
  check(
    "the picture is told in words",
    (await words()).includes("Ngày 01/01/2025, theo 1318/NQ-UBTVQH15: Đảng bộ xã Yên Hưng và Đảng bộ xã Khánh Thịnh nhập vào Đảng bộ thị trấn Yên Thịnh.") &&
      (await words()).includes("Đảng bộ xã Yên Mô vẫn hoạt động."),
    await words(),
  );
  const drawn = await page.locator("dialog .family:visible path.family-line").count();
  check("a line for every step", drawn === 5, String(drawn));
  await page.screenshot({ path: join(shots, "family.png") });
  await page.click('dialog .family:visible [data-family="xa-khanh-thinh"]');
  check("a box opens its own picture", (await text("#drawer-title")) === "Đảng bộ xã Khánh Thịnh" && (await page.evaluate(() => document.activeElement?.id)) === "drawer-title");
  check("with its heirs after it", JSON.stringify(await family()) === JSON.stringify(["xa-khanh-thinh", "thi-tran-yen-thinh", "xa-yen-mo"]) && (await words()).at(-1) === "Nay thuộc Đảng bộ xã Yên Mô (toàn bộ).", await words());
  check("and its stages", (await page.locator(".stages tbody tr").allInnerTexts()).join().includes("Đảng bộ huyện Yên Mô"));
  await page.keyboard.press("Escape");
  await page.focus("#time-slider");
  await page.keyboard.press("Home");
  await page.click('[data-line="xa-yen-phu"] > .tree-row');
  check("an end without a successor is said", (await page.locator('dialog .family:visible [data-family-end="xa-yen-phu"]').count()) === 1 && (await words()).at(-1) === "Ngày 29/11/2012, theo 80/NQ-CP: Đảng bộ xã Yên Phú kết thúc (giải thể); không ghi nơi kế thừa.", await words());
  await page.keyboard.press("Escape");
  await page.click('[data-line="yen-binh"] > .tree-row');
  check("stages name the parent of their day", JSON.stringify(await page.locator(".stages tbody tr").evaluateAll((all) => all.map((row) => row.lastElementChild.textContent))) === '["Đảng bộ thị xã Tam Điệp","Đảng bộ thành phố Tam Điệp"]');
  await page.keyboard.press("Escape");
  await page.click('[data-language="en"]');
  check("the day stays when the language changes", (await spoken()) === "2004-08-31" && (await text("#time-said")).includes("24 organizations"), await text("#time-said"));

  // A dirty file: every problem with its place; the page keeps what it showed.
  const tables = readdirSync(sample)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, mimeType: "text/csv", buffer: readFileSync(join(sample, name)) }));
  const ratings = tables.find((table) => table.name === "ratings.csv");
  const lines = ratings.buffer.toString("utf8").split("\n");
  const header = lines[0].trim().split(",");
  const spoiled = lines[1].split(",");
  spoiled[header.indexOf("marks")] = "101";
  const second = lines[2].split(",");
  second[header.indexOf("id")] = "no-such-id";
  lines[1] = spoiled.join(",");
  lines[2] = second.join(",");
  const dirty = tables.map((table) => (table === ratings ? { ...table, buffer: Buffer.from(lines.join("\n")) } : table));
  await page.setInputFiles("#files-input", dirty);
  await page.waitForSelector("#problems");
  const problems = await page.locator("#problems tbody tr").allInnerTexts();
  check("a mark of 101 is named with file, line and column", problems.some((line) => line.includes("ratings.csv:2:marks") && line.includes("101")), problems.slice(0, 4));
  check("an unknown id is named in the same pass", problems.some((line) => line.includes("ratings.csv:3:id") && line.includes("no-such-id")), problems.slice(0, 4));
  check("the figures stay", (await number("admissions-against-plan")) === "107.4 %");
  await page.locator("#problems").screenshot({ path: join(shots, "problems.png") });

  // Clean files of one's own.
  await page.setInputFiles("#files-input", tables);
  await page.waitForFunction(() => document.querySelector("#problems") === null && document.querySelector("#back-to-sample") !== null, null, { timeout: 60_000 });
  check("own files give the same figures", (await number("organizations-good-or-better")) === "94.7 %");

  // Files in which the cell founded in the year has no secretary.
  const founded2023 = "thi-tran-yen-thinh.cong-ty-det-so-1";
  const unled = tables.map((table) =>
    table.name === "posts.csv"
      ? { ...table, buffer: Buffer.from(table.buffer.toString("utf8").split("\n").filter((row) => !(row.startsWith(`${founded2023},`) && row.includes(",secretary,"))).join("\n")) }
      : table,
  );
  await page.setInputFiles("#files-input", unled);
  await page.waitForFunction(() => document.querySelector('[data-count="obligations"] dd')?.textContent === "1", null, { timeout: 60_000 });
  await page.click('[data-finding="obligations"] summary');
  const duty = await text('[data-finding="obligations"] .finding');
  check(
    "what is still to be done, by whom and why",
    duty.includes("appoint committee, secretary and deputies") && duty.includes("no date in the rules · by Đảng bộ thị trấn Yên Thịnh") && duty.includes("does not hold"),
    duty,
  );
  check("and that the cell has no secretary", (await page.locator(`[data-finding="noSecretary"] [data-organization-found="${founded2023}"]`).count()) === 1);
  await page.click("#back-to-sample");
  await page.waitForFunction(() => document.querySelector("#back-to-sample") === null, null, { timeout: 60_000 });

  // A record with a division: parts, a way through several steps, and a part that is lost.
  const register = (id, parent) => ({ type: "registerOrganization", id, kind: parent ? "dang_bo_xa" : "huyen_uy", parent, name: `Đảng bộ ${id}`, code: null, sector: "residential", on: "2010-01-01" });
  const decide = (decision, on, ...acts) => ({ type: "reorganize", decision, signedOn: on, on, stated: true, acts });
  const share = (organization) => ({ organization, members: [] });
  const divided = [
    register("root"),
    ...["a", "b", "c", "d", "e"].map((id) => register(id, "root")),
    decide("1-QĐ", "2012-01-01", { type: "split", from: "a", into: [share("b"), share("c")] }),
    decide("2-QĐ", "2014-01-01", { type: "split", from: "d", into: [share("b")], continues: true }),
    decide("3-QĐ", "2016-01-01", { type: "merge", from: ["b"], into: "e" }, { type: "dissolve", organization: "c" }),
    decide("4-QĐ", "2018-01-01", { type: "rename", organization: "e", name: "Đảng bộ E", code: "7" }),
  ];
  const other = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await other.route("**/commands-*.json", (route) => route.fulfill({ json: { recordedOn: "2020-01-01", commands: divided } }));
  await other.goto(`${origin}?lang=en`);
  await other.waitForSelector("#time", { timeout: 60_000 });
  await other.focus("#time-slider");
  await other.keyboard.press("Home");
  await other.keyboard.press("ArrowRight");
  check("a division is told", (await other.textContent("#time-said")).includes("Đảng bộ a is divided into Đảng bộ b and Đảng bộ c."), await other.textContent("#time-said"));
  await other.keyboard.press("ArrowRight");
  check("so is a part that is split off", (await other.textContent("#time-said")).includes("A part of Đảng bộ d goes to Đảng bộ b."), await other.textContent("#time-said"));
  await other.keyboard.press("Home");
  await other.click('[data-line="a"] > .tree-row');
  const told = await other.locator("#family-words li").allInnerTexts();
  check(
    "parts and what is lost of them are told",
    told.includes("On 2012-01-01, by 1-QĐ: into Đảng bộ b went a part of Đảng bộ a.") &&
      told.includes("On 2016-01-01, by 3-QĐ: Đảng bộ c ended (dissolved); no successor is recorded.") &&
      told.at(-1) === "It lives on in Đảng bộ E (in part).",
    told,
  );
  check("parts are dashed", (await other.locator("dialog .family:visible path.partly").count()) === 2);
  await other.screenshot({ path: join(shots, "family-divided.png") });
  await other.click('dialog .family:visible [data-family="e"]');
  const ancestors = await other.locator("dialog .family:visible [data-family]").evaluateAll((all) => all.map((each) => each.dataset.family));
  check("forebears of any number of steps", JSON.stringify(ancestors) === '["d","a","b","e"]', ancestors);
  await other.close();

  check("nothing was asked of another host", elsewhere.length === 0, elsewhere);
  check("nothing complained", complaints.length === 0, complaints);

  // A phone, in the dark.
  const phone = await browser.newPage({ viewport: { width: 375, height: 780 }, colorScheme: "dark", deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  await phone.goto(`${origin}?lang=vi`);
  await phone.waitForSelector("#figures", { timeout: 60_000 });
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check("nothing sticks out on a phone", overflow <= 0, `${overflow} px`);
  const small = await phone.evaluate(() => [...document.querySelectorAll("button, select, label.button")].filter((each) => each.getBoundingClientRect().height > 0 && each.getBoundingClientRect().height < 32).map((each) => each.textContent));
  check("everything is large enough to touch", small.length === 0, small.slice(0, 3));
  await phone.screenshot({ path: join(shots, "phone-dark.png"), fullPage: true });
  await phone.tap('[data-figure="members-good-or-better"]');
  await phone.waitForSelector("dialog[open]");
  await phone.screenshot({ path: join(shots, "phone-grounds.png") });
  await phone.keyboard.press("Escape");
  await phone.locator("#time").screenshot({ path: join(shots, "phone-time.png") });
  await phone.tap('[data-line="xa-yen-mo"] > .tree-row');
  await phone.waitForSelector("dialog[open] .family.narrow");
  const within = await phone.locator("dialog .family:visible .family-box").evaluateAll((all) => all.every((box) => box.getBoundingClientRect().right <= window.innerWidth && box.scrollWidth <= box.clientWidth));
  const pieces = await phone.locator(".stages .mono span").evaluateAll((all) => all.map((code) => code.getClientRects().length));
  check("codes are not broken", pieces.length > 0 && pieces.every((each) => each === 1), pieces);
  check("the family picture fits a phone", within && (await phone.locator("dialog .family:visible").count()) === 1);
  await phone.screenshot({ path: join(shots, "phone-family.png") });

  await testMeetings({ browser, origin, check, shots });
  await testEvaluation({ browser, origin, sample, check, shots });
} finally {
  await browser.close();
  server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
