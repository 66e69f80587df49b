// The packed package, used as its users do: installed from the tarball, imported in Node, imported
// without side effects where there is no Node, and checked by TypeScript in both directions.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { Tally } from "./vectors.js";

const leaf = fileURLToPath(new URL("../", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));
const tally = new Tally();
const work = mkdtempSync(join(tmpdir(), "handbook-package-"));

function run(program, args, options = {}) {
  return execFileSync(program, args, { cwd: work, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...options });
}

function attempt(name, action) {
  try {
    const detail = action();
    tally.truth(name, detail === undefined || detail === true, String(detail));
  } catch (failure) {
    tally.truth(name, false, `${failure.message}\n${failure.stdout ?? ""}${failure.stderr ?? ""}`);
  }
}

function json(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

function listed(folder) {
  return readdirSync(join(root, folder)).filter((name) => name.endsWith(".json")).sort();
}

// ---------------------------------------------------------------- the tarball

const [packed] = JSON.parse(run("npm", ["pack", "--json", "--pack-destination", work], { cwd: join(leaf, "pkg") }));
const files = packed.files.map((file) => file.path).sort();
attempt("the tarball holds one wasm file", () => files.filter((name) => name.endsWith(".wasm")).length === 1 || files.join(" "));
attempt("the tarball holds the types and the licences", () =>
  ["index.d.ts", "LICENSE-APACHE", "LICENSE-MIT", "package.json"].every((name) => files.includes(name)) || files.join(" "),
);
writeFileSync(join(work, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
run("npm", ["install", "--offline", "--no-audit", "--no-fund", "--ignore-scripts", join(work, packed.filename)]);

// ---------------------------------------------------------------- Node and elsewhere

const use = `
const tally = rules.tallyVote({ base: 20, decision: "admission", step: "proposing", yes: 13, method: "secret" }, { on: "2025-12-31" });
if (tally.value.missing !== 1 || tally.grounds[0].citation.instrument !== "294-QĐ/TW") throw new Error(JSON.stringify(tally));
`;
attempt("Node imports it and asks without init", () => {
  writeFileSync(join(work, "node.mjs"), `import { RuleBook, init } from "handbook-wasm"; const rules = RuleBook.vietnam(); ${use} await init(); console.log("ok");`);
  return run("node", ["node.mjs"]).trim() === "ok";
});
attempt("Node's require of an ES module works the same", () => {
  writeFileSync(join(work, "lazy.cjs"), `import("handbook-wasm").then(({ RuleBook }) => { const rules = RuleBook.vietnam(); ${use} console.log("ok"); });`);
  return run("node", ["lazy.cjs"]).trim() === "ok";
});
// What a bundler takes for the browser, run where there is no window: as in server-side rendering.
const entry = pathToFileURL(join(work, "node_modules/handbook-wasm/index.js")).href;
attempt("the browser's entry imports without side effects and says that init is missing", () => {
  writeFileSync(
    join(work, "ssr.mjs"),
    `globalThis.fetch = () => { throw new Error("fetched on import"); };
import { readFileSync } from "node:fs";
const { RuleBook, Handbook, init } = await import(${JSON.stringify(entry)});
for (const early of [() => RuleBook.vietnam(), () => new Handbook()]) {
  try { early(); throw new Error("worked before init"); }
  catch (failure) { if (!failure.message.includes("call \`await init()\` before using handbook-wasm")) throw failure; }
}
const bytes = readFileSync(${JSON.stringify(join(work, "node_modules/handbook-wasm/handbook_wasm_bg.wasm"))});
await Promise.all([init(bytes), init(bytes)]);
const rules = RuleBook.vietnam(); ${use} console.log("ok");`,
  );
  return run("node", ["ssr.mjs"]).trim() === "ok";
});
attempt("a failed load may be tried again", () => {
  writeFileSync(
    join(work, "retry.mjs"),
    `import { readFileSync } from "node:fs";
const { RuleBook, init } = await import(${JSON.stringify(entry)});
await init(new Uint8Array([1, 2, 3])).then(() => { throw new Error("loaded nonsense"); }, () => {});
await init(readFileSync(${JSON.stringify(join(work, "node_modules/handbook-wasm/handbook_wasm_bg.wasm"))}));
const rules = RuleBook.vietnam(); ${use} console.log("ok");`,
  );
  return run("node", ["retry.mjs"]).trim() === "ok";
});
attempt("failures are errors with a code, data and a sentence in both languages", () => {
  writeFileSync(
    join(work, "failures.mjs"),
    `import { RuleBook, HandbookError, isHandbookError } from "handbook-wasm";
const rules = RuleBook.vietnam();
try { rules.tallyVote({ base: 1, decision: "admission", step: "proposing", yes: 2, method: "card" }, { on: "2025-12-31" }); throw new Error("accepted"); }
catch (failure) {
  const fine = isHandbookError(failure) && failure instanceof HandbookError && failure instanceof Error && failure.name === "HandbookError"
    && failure.code === "input" && failure.data.field === "yes" && failure.message === failure.sentence("en")
    && typeof failure.sentence("vi") === "string" && failure.sentence("vi") !== failure.sentence("en") && !isHandbookError(new Error("x"));
  console.log(fine ? "ok" : failure);
}`,
  );
  const printed = run("node", ["failures.mjs"]).trim();
  return printed === "ok" || printed;
});
attempt("a freed handle says so", () => {
  writeFileSync(
    join(work, "freed.mjs"),
    `import { RuleBook } from "handbook-wasm"; const rules = RuleBook.vietnam(); rules.free(); rules.free();
try { rules.kinds(); } catch (failure) { console.log(failure.message === "this rule book was freed" ? "ok" : failure); }`,
  );
  return run("node", ["freed.mjs"]).trim() === "ok";
});

attempt("documents are found without accents, and the places fit the text as it was given", () => {
  writeFileSync(
    join(work, "documents.mjs"),
    `import { DocumentIndex, isHandbookError } from "handbook-wasm";
const title = "🇻🇳 Về sinh hoạt chi bộ".normalize("NFD");
const index = DocumentIndex.from([{ id: "a", number: "21-NQ/TW", kind: "resolution", title, issuer: "Trung ương", signedOn: "2022-06-16" }]);
const shown = (text) => index.search({ text, limit: 5 }).hits.flatMap(({ places }) => places.filter(({ part }) => part === "title")
  .map(({ start, length }) => title.slice(start, start + length).normalize("NFC")));
let code;
try { index.add(index.document("a")); } catch (failure) { code = isHandbookError(failure) && failure.data.code; }
const old = index.replace({ ...index.document("a"), inForceTo: "2023-01-01" });
const status = index.statusOn("a", { on: "2024-01-01" });
const found = [shown("hoat chi b").join(), index.search({ text: "nghi quyet 21", limit: 1 }).total, code, old.inForceTo, status.type, index.size, index.remove("a").id, index.remove("a"), index.document("a"), index.size];
console.log(JSON.stringify(found));`,
  );
  const wanted = JSON.stringify(["hoạt,chi,bộ", 1, "duplicate", null, "expired", 1, "a", null, null, 0]);
  const printed = run("node", ["documents.mjs"]).trim();
  return printed === wanted || printed;
});

// ---------------------------------------------------------------- types

const { DOORS, icalendar, isHandbookError, wordName } = await import("../pkg/node.js");
const { doors } = await import("../pkg/handbook_wasm.js");
tally.check("the package lists the library's doors", JSON.parse(doors()), [...DOORS]);
tally.check(
  "words of closed lists are told in both languages, a word that is none as it stands",
  [wordName("finding", "noSecretary", "vi"), wordName("finding", "noSecretary", "en"), wordName("finding", "merge", "en")],
  ["chưa có bí thư", "no secretary", "merge"],
);

const feed = (stampedAt) => ({
  name: "Chi bộ 1",
  product: "-//Handbook//Test//VI",
  domain: "example.org",
  stampedAt,
  events: [{ id: "m-12", sequence: 2, on: "2025-12-03", startsAt: "19:30", summary: "Sinh hoạt", status: "confirmed" }],
});
const feedLines = icalendar(feed("2025-11-20T02:00:00Z")).split("\r\n");
tally.check(
  "a feed is lines that end with CR and LF",
  [feedLines[0], feedLines.includes("UID:m-12@example.org"), feedLines.at(-2)],
  ["BEGIN:VCALENDAR", true, "END:VCALENDAR"],
);
let refusedFeed;
try {
  icalendar(feed("20 tháng 11"));
} catch (failure) {
  refusedFeed = isHandbookError(failure) && failure.data.field;
}
tally.check("a feed of no moment is refused", refusedFeed, "stampedAt");

// Direction one: every vector fits the types. A literal with a key too many or too few is refused
// by the compiler, so is a wrong word or a null where none is promised.
const lines = [
  `import type { Command, DistrictYear, Doors, HandbookErrorData, Outcome, RecordAnswer, RecordQuestion, Verdict } from "handbook-wasm";`,
];
const samples = new Map();
const seen = (type, value) => samples.set(type, [...(samples.get(type) ?? []), value]);
let literals = 0;
function literal(type, value) {
  lines.push(`{ const literal: ${type} = ${JSON.stringify(value)}; void literal; }`);
  seen(type, value);
  literals += 1;
}
// The other way round: what the types do not allow must be refused.
let refusals = 0;
function refused(type, value) {
  lines.push("// @ts-expect-error", `{ const literal: ${type} = ${JSON.stringify(value)}; void literal; }`);
  refusals += 1;
}
const twisted = new Set();
for (const name of listed("tests/vectors")) {
  for (const one of json(`tests/vectors/${name}`).cases) {
    if (one.error !== undefined) {
      literal("HandbookErrorData[keyof HandbookErrorData]", one.error);
      continue;
    }
    const input = `Doors["${one.door}"]["input"]`;
    const answer = `Verdict<Doors["${one.door}"]["value"]>`;
    const asked = one.input ?? JSON.parse(one.inputText);
    literal(input, asked);
    literal(answer, one.answer);
    if (twisted.has(one.door)) continue;
    twisted.add(one.door);
    refused(input, { ...asked, unknownKey: 1 });
    refused(answer, { ...one.answer, value: { ...one.answer.value, unknownKey: 1 } });
    refused(answer, { ...one.answer, value: {} });
    refused(answer, { ...one.answer, sureness: "certain" });
    for (const key of Object.keys(one.answer.value)) {
      refused(answer, { ...one.answer, value: { ...one.answer.value, [key]: { unknownKey: true } } });
    }
  }
}
for (const name of listed("tests/vectors/record")) {
  for (const step of json(`tests/vectors/record/${name}`).steps) {
    if (step.error !== undefined) {
      literal("HandbookErrorData[keyof HandbookErrorData]", step.error);
    } else if (step.command !== undefined) {
      literal("Command", step.command);
      literal("Outcome", step.outcome);
    } else if (step.ask !== undefined) {
      literal("RecordQuestion", step.ask);
      literal("RecordAnswer", step.answer);
    }
  }
}
// The whole report would be a literal of half a megabyte: its lists are cut.
const report = json("tests/expected/district-year-2023-judged-2023.json");
for (const [key, value] of Object.entries(report)) {
  if (Array.isArray(value)) report[key] = value.slice(0, 40);
}
literal("DistrictYear", report);

writeFileSync(join(work, "vectors.ts"), lines.join("\n"));
writeFileSync(
  join(work, "usage.ts"),
  `import init, { DocumentIndex, Handbook, RuleBook, type DocumentStatus, isHandbookError, type Door, type DistrictYear, type Level, type Verdict } from "handbook-wasm";
export async function use(): Promise<void> {
  await init();
  const rules = RuleBook.vietnam();
  const missing: number = rules.tallyVote({ base: 20, decision: "admission", step: "proposing", yes: 13, method: "secret" }, { on: "2025-12-31" }).value.missing;
  const door: Door = "requiredVotes";
  const required: Verdict<{ required: number }> = rules.ask("requiredVotes", { base: 3, decision: "ordinary", step: "proposing" }, { on: "2025-12-31" });
  const record = new Handbook();
  const level: Level | null = record.ask(rules, { type: "level", subject: { type: "member", id: "m" }, year: 2025 }, { on: "2025-12-31" }).level;
  const outcome = record.submit(rules, { type: "callRoll", meeting: "m", entries: [{ member: "m", presence: "excused" }] }, { recordedOn: "2025-12-31" });
  if (outcome.type === "accepted") outcome.events[0]?.sequence.toFixed();
  const year: DistrictYear = record.districtYear(rules, { year: 2025 });
  try { void [missing, door, required, level, year]; } catch (failure) {
    if (isHandbookError(failure) && failure.code === "ruleNotInForce") { const reason: "notRead" | "noRule" = failure.data.reason; void reason; }
  }
  const status: DocumentStatus = DocumentIndex.fromJson("[]").statusOn("a", { on: "2025-12-31" });
  if (status.type === "replaced") status.latest.toUpperCase();
  // @ts-expect-error a door that does not exist
  rules.ask("openSesame", {}, { on: "2025-12-31" });
  // @ts-expect-error a word that no one uses
  rules.tallyVote({ base: 1, decision: "applause", step: "proposing", yes: 1, method: "card" }, { on: "2025-12-31" });
  // @ts-expect-error the day is needed
  rules.cellCommittee({ fullMembers: 9 });
  // @ts-expect-error made by \`RuleBook.vietnam()\` alone
  new RuleBook();
}
`,
);
const options = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
  types: [],
};
const program = ts.createProgram([join(work, "vectors.ts"), join(work, "usage.ts")], options);
const complaints = ts.getPreEmitDiagnostics(program);
for (const complaint of complaints.slice(0, 15)) {
  const where = complaint.file ? complaint.file.getLineAndCharacterOfPosition(complaint.start ?? 0) : { line: 0, character: 0 };
  const text = complaint.file?.text.split("\n")[where.line]?.slice(0, 300) ?? "";
  console.log(`${complaint.file?.fileName}:${where.line + 1}: ${ts.flattenDiagnosticMessageText(complaint.messageText, "\n").slice(0, 600)}\n    ${text}`);
}
tally.truth(
  `${literals} vectors fit the types, ${refusals} spoiled ones do not, under tsc --strict`,
  complaints.length === 0 && literals > 0 && refusals > 0,
  `${complaints.length} complaints`,
);
attempt("no type is any", () => !/\bany\b/.test(readFileSync(join(leaf, "npm/index.d.ts"), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "").replace(/"[^"\n]*"/g, "")));

// Direction two: what the types promise does come. Every key of every answer's type occurs in some
// vector, so that no key is promised that the library never gives.
const checker = program.getTypeChecker();
const shapes = program.getSourceFile(join(work, "node_modules/handbook-wasm/index.d.ts"));
const promised = new Map();
const never = [];
function walk(type, values, path) {
  const present = values.filter((value) => value !== null && value !== undefined);
  const parts = type.isUnion() ? type.types : [type];
  const objects = parts.filter((part) => part.flags & ts.TypeFlags.Object);
  for (const part of objects) {
    if (checker.isArrayType(part)) {
      const inside = present.filter(Array.isArray).flat();
      const element = checker.getTypeArguments(part)[0];
      if (element && inside.length > 0) walk(element, inside, `${path}[]`);
      continue;
    }
    const tag = part.getProperty("type");
    const word = tag && checker.getTypeOfSymbol(tag);
    const own = present.filter((value) => typeof value === "object" && !Array.isArray(value) && (!word?.isStringLiteral() || value.type === word.value));
    if (own.length === 0) continue;
    for (const property of part.getProperties()) {
      const held = own.filter((value) => Object.hasOwn(value, property.name)).map((value) => value[property.name]);
      // A key is known by where it is declared: one place where it comes is enough.
      const known = promised.get(property.valueDeclaration) ?? { path: `${path}.${property.name}`, comes: false };
      known.comes ||= held.length > 0;
      promised.set(property.valueDeclaration, known);
      if (held.length > 0) walk(checker.getTypeOfSymbol(property), held, `${path}.${property.name}`);
    }
  }
}
const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(shapes)).map((symbol) => [symbol.name, symbol]));
const typeOf = (name) => checker.getDeclaredTypeOfSymbol(exported.get(name));
for (const door of checker.getPropertiesOfType(typeOf("Doors"))) {
  const value = checker.getTypeOfSymbol(checker.getTypeOfSymbol(door).getProperty("value"));
  const answers = (samples.get(`Verdict<Doors["${door.name}"]["value"]>`) ?? []).map((answer) => answer.value);
  if (answers.length === 0) never.push(`an answer of ${door.name}`);
  else walk(value, answers, door.name);
}
for (const name of ["RecordAnswer", "DistrictYear"]) walk(typeOf(name), samples.get(name) ?? [], name);
for (const { path, comes } of promised.values()) {
  if (!comes) never.push(path);
}
tally.truth("every key that an answer's type names occurs in some vector", never.length === 0, never.join(", "));

rmSync(work, { recursive: true, force: true });
process.exitCode = tally.close(console.log) ? 0 : 1;
