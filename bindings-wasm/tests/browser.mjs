// Every vector and scenario, and the district's report, in headless Chromium: the package as a
// browser loads it, from files served on this machine alone.
import { createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json", ".html": "text/html" };

export function browserPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error("no Chromium on PATH");
  return found;
}

export const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const PAGE = "<!doctype html><meta charset=utf-8><title>vectors</title>";
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://local").pathname));
  if (path === "/") {
    response.setHeader("content-type", "text/html").end(PAGE);
    return;
  }
  const file = join(root, path);
  if (!file.startsWith(root) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
  createReadStream(file).pipe(response);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const listed = (folder, end) => readdirSync(join(root, folder)).filter((name) => name.endsWith(end)).sort().map((name) => `/${folder}/${name}`);
const work = {
  questions: listed("tests/vectors", ".json"),
  scenarios: listed("tests/vectors/record", ".json"),
  tables: listed("examples/data/yen-mo-2023", ".csv"),
  reports: ["2023-12-31", "2025-12-31"].map((judgedOn) => {
    const file = `tests/expected/district-year-2023-judged-${judgedOn.slice(0, 4)}.json`;
    return { judgedOn, expected: readFileSync(join(root, file), "utf8") };
  }),
};

const browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_ARGUMENTS });
let ended;
try {
  const page = await browser.newPage();
  await page.goto(origin);
  ended = await page.evaluate(async ({ questions, scenarios, tables, reports }) => {
    const handbook = await import("/bindings-wasm/pkg/index.js");
    const { Tally, measure, runColumns, runDistrict, runQuestions, runScenario } = await import("/bindings-wasm/tests/vectors.js");
    const tally = new Tally();
    try {
      handbook.RuleBook.vietnam();
      tally.truth("nothing works before init", false);
    } catch (failure) {
      tally.truth("a readable error before init", failure.message.includes("await init()"), failure.message);
    }
    await handbook.init();
    const json = async (path) => (await fetch(path)).json();
    for (const path of questions) runQuestions(handbook, await json(path), tally);
    for (const path of scenarios) runScenario(handbook, await json(path), tally);
    runColumns(handbook, tally);
    const files = await Promise.all(
      tables.map(async (path) => ({ name: path.slice(path.lastIndexOf("/") + 1), bytes: new Uint8Array(await (await fetch(path)).arrayBuffer()) })),
    );
    runDistrict(handbook, files, reports, tally);
    const lines = [`measured: a cell of 15 members judged, median ${measure(handbook).toFixed(0)} µs (Chromium)`];
    const well = tally.close((line) => lines.push(line));
    return { well, lines };
  }, work);
} finally {
  await browser.close();
  server.close();
}
for (const line of ended.lines) console.log(line);
process.exitCode = ended.well ? 0 : 1;
