// Every vector and scenario, and the district's report, through the package as Node loads it.
import { readFileSync, readdirSync } from "node:fs";
import * as handbook from "../pkg/node.js";
import { Tally, measure, runDistrict, runColumns, runQuestions, runScenario } from "./vectors.js";

const root = new URL("../../", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const listed = (folder) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".json")).sort();

const tally = new Tally();
for (const name of listed("tests/vectors")) runQuestions(handbook, json(`tests/vectors/${name}`), tally);
for (const name of listed("tests/vectors/record")) runScenario(handbook, json(`tests/vectors/record/${name}`), tally);
runColumns(handbook, tally);

const sample = new URL("examples/data/yen-mo-2023/", root);
const tables = readdirSync(sample)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => ({ name, bytes: readFileSync(new URL(name, sample)) }));
const reports = ["2023-12-31", "2025-12-31"].map((judgedOn) => {
  const file = `tests/expected/district-year-2023-judged-${judgedOn.slice(0, 4)}.json`;
  return { judgedOn, expected: readFileSync(new URL(file, root), "utf8") };
});
const began = performance.now();
runDistrict(handbook, tables, reports, tally);
console.log(`the sample district read, and judged twice, in ${(performance.now() - began).toFixed(0)} ms`);

console.log(`measured: a cell of 15 members judged, median ${measure(handbook).toFixed(0)} µs (Node)`);
process.exitCode = tally.close(console.log) ? 0 : 1;
