// The built page in headless Chromium, used as a person uses it.
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

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
  check("both charts of levels have a description", (await page.locator(".level-bar[aria-label]").count()) === 2);
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
  await page.focus('[role="tree"] [tabindex="0"]');
  await page.keyboard.press("ArrowDown");
  const before = await page.locator('[role="treeitem"]').count();
  await page.keyboard.press("ArrowRight");
  const after = await page.locator('[role="treeitem"]').count();
  check("an arrow key opens a branch", after > before, `${before} then ${after}`);
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open] .details-number");
  check("Enter shows an organization's grounds", (await page.locator("dialog .ground").count()) > 0);
  check("and its level", (await page.locator("dialog .details-level .badge").count()) === 1);
  await page.screenshot({ path: join(shots, "organization.png") });
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  check("an arrow key closes it again", (await page.locator('[role="treeitem"]').count()) === before);

  // The same record under other rules.
  await page.selectOption("#rule-day", "2025-06-30");
  await page.waitForSelector("#figures");
  await page.click('[data-organization="xa-khanh-duong"].attendance-row');
  check("the grounds of another day", (await page.locator("dialog .ground").count()) > 0);
  await page.keyboard.press("Escape");
  await page.selectOption("#rule-day", "2023-12-31");

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
  await page.click("#back-to-sample");
  await page.waitForFunction(() => document.querySelector("#back-to-sample") === null, null, { timeout: 60_000 });

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
} finally {
  await browser.close();
  server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
