// 200,000 calls that are rejected on one instance, then one that works: nothing may stay behind.
import { RuleBook, Handbook, LevelColumns, isHandbookError } from "../pkg/node.js";
import { memoryPages } from "../pkg/node.js";
import { Tally } from "./vectors.js";

const CALLS = 200_000;
const WARM = 2_000;
const tally = new Tally();
const rules = RuleBook.vietnam();
const record = new Handbook();
const day = { on: "2025-12-31" };
const good = { base: 20, decision: "admission", step: "proposing", yes: 14, no: 6, method: "secret" };

const sheet = {
  criteria: [{ weight: 100, most: 100 }],
  excellentFrom: 9000,
  goodFrom: 7000,
  completedFrom: 5000,
  disciplined: null,
  cap: null,
  ties: "vote",
};
const columns = {
  cellStarts: Uint32Array.of(0, 3000),
  parents: Uint32Array.of(0xffffffff),
  marks: new Uint8Array(3000),
};
const levels = LevelColumns.judge(sheet, columns);

const wrong = [
  ["input", () => rules.tallyVote({ ...good, yes: 21 }, day)],
  ["input", () => rules.tallyVote({ ...good, decision: "applause" }, day)],
  ["input", () => rules.tallyVote({ ...good, extra: "x".repeat(500) }, day)],
  ["input", () => rules.tallyVote(undefined, day)],
  ["input", () => rules.askJson("tallyVote", "{", day)],
  ["input", () => rules.askJson("no-such-door", "{}", day)],
  ["input", () => rules.tallyVote(good, { on: "2025-02-30" })],
  ["outsideRuleBook", () => rules.tallyVote(good, { on: "1954-05-07" })],
  ["ruleBook", () => rules.withOverlay({ id: "x", body: "x", parameters: [{ id: "no-such-parameter", values: [] }] })],
  ["input", () => RuleBook.fromJson("[]")],
  ["input", () => record.submit(rules, { type: "callRoll", meeting: "none", entries: [] }, { recordedOn: "2025-12-31" })],
  ["input", () => record.submit(rules, { type: "applaud" }, { recordedOn: "2025-12-31" })],
  ["input", () => record.ask(rules, { type: "member", id: "nobody" }, day)],
  ["input", () => record.apply([{ sequence: 7 }])],
  ["input", () => LevelColumns.judge({ ...sheet, ties: "lot" }, columns)],
  ["input", () => LevelColumns.judge(sheet, { ...columns, marks: new Uint16Array(3000).fill(101) })],
  ["input", () => LevelColumns.judge(sheet, { ...columns, flags: new Uint8Array(2999) })],
  ["input", () => levels.setMember(3000, [1])],
  ["input", () => levels.setMember(0, [1, 2, 3])],
  ["tables", () => Handbook.readTables(rules, [{ name: "members.csv", bytes: "id\nx\n" }], { recordedOn: "2025-12-31" })],
];

function rejected(place) {
  const [code, call] = wrong[place % wrong.length];
  try {
    call();
  } catch (failure) {
    if (isHandbookError(failure) && failure.code === code) return null;
    return `call ${place} failed otherwise than \`${code}\`: ${failure.code} ${failure.message}`;
  }
  return `call ${place} was not rejected`;
}

let odd = null;
for (let place = 0; place < WARM && odd === null; place += 1) odd = rejected(place);
const before = memoryPages();
let calls = 0;
for (; calls < CALLS && odd === null; calls += 1) odd = rejected(calls);
const after = memoryPages();

tally.truth(`${CALLS} calls are rejected, each with its own code`, odd === null && calls === CALLS, odd ?? "");
tally.truth("memory does not grow", before === after, `${before} pages before, ${after} after`);
const { value } = rules.tallyVote(good, day);
tally.check("a good call afterwards", { required: 14, carried: true, missing: 0, open: 0, stillPossible: true }, value);
console.log(`${calls} rejected calls, memory ${before} pages before and ${after} after`);
process.exitCode = tally.close(console.log) ? 0 : 1;
