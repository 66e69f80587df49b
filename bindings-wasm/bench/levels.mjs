// 100,000 members kept in the module's memory, beside a loop written by hand for WebAssembly, and
// the whole way from objects and from typed arrays beside the same job in TypeScript. Every answer
// must be the same, or the script fails; nothing is asserted about time.
//
//     cargo xtask wasm-bench
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { LevelColumns } from "../pkg/node.js";

const [loopModule, work] = process.argv.slice(2);
const MEMBERS = 100_000;
const WEIGHTS = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];
const SHEET = {
  criteria: WEIGHTS.map((weight) => ({ weight, most: 100 })),
  excellentFrom: 9000,
  goodFrom: 7000,
  completedFrom: 5000,
  disciplined: "notCompleted",
  cap: { share: { numerator: 1, denominator: 5 }, reading: "shareOfGoodBeforeDemotion", rounding: "floor" },
  ties: "orderByCriterion",
};

// The same people every time: cells of 0 to 40, twenty to a commune, twelve communes to a district.
let state = 20_261_231;
function below(limit) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 0x1_0000_0000) * limit);
}
const members = [];
const cells = [];
const cellStarts = [0];
while (members.length < MEMBERS) {
  const number = cells.length;
  const commune = Math.floor(number / 20);
  cells.push({ id: `c${number}`, commune: `x${commune}`, district: `d${Math.floor(commune / 12)}` });
  const cellLevel = 55 + below(36);
  for (let count = below(41); count > 0 && members.length < MEMBERS; count -= 1) {
    const own = cellLevel + below(16);
    const marks = WEIGHTS.map(() => Math.max(0, Math.min(100, own + below(21) - 10)));
    members.push({ cell: `c${number}`, marks, disciplined: below(200) === 0 });
  }
  cellStarts.push(members.length);
}
const communes = [...new Set(cells.map(({ commune }) => commune))];
const districts = [...new Set(cells.map(({ district }) => district))];
const districtOf = new Map(cells.map(({ commune, district }) => [commune, district]));
const groups = [
  ...cells.map(({ id, commune }) => ({ id, parent: commune, cell: true })),
  ...communes.map((id) => ({ id, parent: districtOf.get(id) })),
  ...districts.map((id) => ({ id })),
];
const numbers = new Map(groups.map(({ id }, number) => [id, number]));
const columns = {
  cellStarts: Uint32Array.from(cellStarts),
  parents: Uint32Array.from(groups, ({ parent }) => (parent === undefined ? 0xffffffff : numbers.get(parent))),
  marks: Uint8Array.from(WEIGHTS.flatMap((_, criterion) => members.map(({ marks }) => marks[criterion]))),
  flags: Uint8Array.from(members, ({ disciplined }) => Number(disciplined)),
};

// ---------------------------------------------------------------- the loop by hand

const { instance } = await WebAssembly.instantiate(readFileSync(loopModule));
const loop = instance.exports;
const crowd = loop.crowd(MEMBERS, cells.length, communes.length, districts.length);
const list = (Type, number, length) => new Type(loop.memory.buffer, loop.place(crowd, number), length);
const records = list(Uint8Array, 0, MEMBERS * 11);
members.forEach(({ marks, disciplined }, place) => records.set([...marks, Number(disciplined)], place * 11));
list(Uint32Array, 1, cellStarts.length).set(cellStarts);
list(Uint32Array, 2, cells.length).set(cells.map(({ commune }) => communes.indexOf(commune)));
list(Uint32Array, 3, communes.length).set(communes.map((id) => districts.indexOf(districtOf.get(id))));
const loopAnswer = () => ({ levels: list(Uint8Array, 4, MEMBERS), counts: fours(list(Uint32Array, 5, groups.length * 4)) });

function fours(counts) {
  return Array.from({ length: groups.length }, (_, group) => [...counts.subarray(group * 4, group * 4 + 4)]);
}

// ---------------------------------------------------------------- the job in TypeScript

const script = ts.transpileModule(readFileSync(new URL("by-hand.ts", import.meta.url), "utf8"), {
  compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
}).outputText;
const byHand = join(work, "by-hand.mjs");
writeFileSync(byHand, script);
const { fromColumns, fromObjects } = await import(pathToFileURL(byHand).href);

// ---------------------------------------------------------------- the same answers

const judged = LevelColumns.judge(SHEET, columns);
const fives = (counts) => Array.from({ length: groups.length }, (_, group) => [...counts.subarray(group * 5, group * 5 + 4)]);
const expected = JSON.stringify({ levels: [...judged.levels()], counts: fives(judged.counts()) });

function same(what, levels, counts) {
  if (JSON.stringify({ levels: [...levels], counts }) === expected) return;
  console.error(`${what} answers otherwise`);
  process.exit(1);
}

loop.judge(crowd);
same("the loop by hand", loopAnswer().levels, loopAnswer().counts);
const typed = fromColumns(columns);
same("TypeScript from typed arrays", typed.levels, fives(typed.counts));
const objects = fromObjects(members, cells);
same("TypeScript from objects", objects.levels, objects.counts);
const made = LevelColumns.of(SHEET, members, groups);
const levels = made.columns.levels();
same("the library from objects", Array.from(made.places, (place) => levels[place]), fives(made.columns.counts()));
made.columns.free();

// The same members as a table might give them: each cell's in their order, the cells mixed.
const turns = members.map((member, place) => ({ member, place, turn: place - cellStarts[numbers.get(member.cell)] }));
turns.sort((one, other) => one.turn - other.turn || one.place - other.place);
const mixed = turns.map(({ member }) => structuredClone(member));
const mixedMade = LevelColumns.of(SHEET, mixed, groups);
same("the library from mixed objects", mixedMade.columns.levels(), fives(mixedMade.columns.counts()));
mixedMade.columns.free();
const mixedByHand = fromObjects(mixed, cells);
const inPlace = new Uint8Array(MEMBERS);
turns.forEach(({ place }, line) => (inPlace[place] = mixedByHand.levels[line]));
same("TypeScript from mixed objects", inPlace, mixedByHand.counts);

// ---------------------------------------------------------------- the time

function fromList(list) {
  const { columns: fresh } = LevelColumns.of(SHEET, list, groups);
  fresh.levels();
  fresh.counts();
  fresh.free();
}
const jobs = {
  loop: () => loop.judge(crowd),
  resident: () => judged.judgeAgain(),
  typedHere: () => {
    const fresh = LevelColumns.judge(SHEET, columns);
    fresh.levels();
    fresh.counts();
    fresh.free();
  },
  typedScript: () => fromColumns(columns),
  objectsHere: () => fromList(members),
  objectsScript: () => fromObjects(members, cells),
  mixedHere: () => fromList(mixed),
  mixedScript: () => fromObjects(mixed, cells),
  changes: () => {
    for (let number = 0; number < 1_000; number += 1) judged.setMember(below(MEMBERS), members[number].marks, 0);
  },
};
const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
// In turns, so that a slow moment of the machine meets all of them; the first rounds warm up.
for (let round = -10; round < 51; round += 1) {
  for (const [name, job] of Object.entries(jobs)) {
    const began = performance.now();
    job();
    if (round >= 0) times[name].push(performance.now() - began);
  }
}
const median = (name) => times[name].sort((one, other) => one - other)[25];
function tell(what, name, beside, besideWhat) {
  const ratio = (median(name) / median(beside)).toFixed(2);
  console.log(`measured ${what}: ${median(name).toFixed(3)} ms, ${ratio} times ${besideWhat}`);
}
console.log(`measured ${MEMBERS} members, loop by hand for WebAssembly: ${median("loop").toFixed(3)} ms`);
tell(`${MEMBERS} members, resident`, "resident", "loop", "the loop by hand");
console.log(`measured ${MEMBERS} members, TypeScript from typed arrays: ${median("typedScript").toFixed(3)} ms`);
tell(`${MEMBERS} members from typed arrays, levels and counts taken out`, "typedHere", "typedScript", "the same in TypeScript");
console.log(`measured ${MEMBERS} members, TypeScript from objects: ${median("objectsScript").toFixed(3)} ms`);
tell(`${MEMBERS} members from objects, levels and counts taken out`, "objectsHere", "objectsScript", "the same in TypeScript");
console.log(`measured ${MEMBERS} members, TypeScript from objects, cells mixed: ${median("mixedScript").toFixed(3)} ms`);
tell(`${MEMBERS} members from objects, cells mixed, levels and counts taken out`, "mixedHere", "mixedScript", "the same in TypeScript");
console.log(`measured one member's change: ${median("changes").toFixed(2)} µs`);
