// What the package exports, over the generated glue. Everything crosses as JSON text.
import * as glue from "./handbook_wasm.js";

const BRAND = Symbol.for("handbook-wasm.error");
let isReady = false;

/** Called by the entry that has loaded the module. */
export function markReady() {
  isReady = true;
}

export function memoryPages() {
  whenReady();
  return glue.memoryPages();
}

function whenReady() {
  if (!isReady) throw new Error("call `await init()` before using handbook-wasm");
}

export class HandbookError extends Error {
  #sentences;

  constructor(failure) {
    super(failure.en);
    this.code = failure.code;
    this.data = failure.data;
    this.#sentences = failure;
    Object.defineProperty(this, BRAND, { value: true });
  }

  get name() {
    return "HandbookError";
  }

  sentence(language) {
    return language === "vi" ? this.#sentences.vi : this.#sentences.en;
  }
}

/** By a brand and not by class: two copies of the package know each other's failures. */
export function isHandbookError(value) {
  return value instanceof Error && value[BRAND] === true;
}

// A failure crosses as its JSON text; anything else thrown here is a defect and passes unchanged.
function failing(thrown) {
  return typeof thrown === "string" ? new HandbookError(JSON.parse(thrown)) : thrown;
}

function crossing(call) {
  try {
    return call();
  } catch (thrown) {
    throw failing(thrown);
  }
}

function text(value) {
  return typeof value === "string" ? value : String(value);
}

// JSON has no word for `undefined`: the library then says what is wrong with `null`.
function json(value) {
  return JSON.stringify(value) ?? "null";
}

export function wordName(list, word, language) {
  whenReady();
  return glue.wordName(text(list), text(word), text(language)) ?? text(word);
}

export function icalendar(feed) {
  whenReady();
  return crossing(() => glue.icalendar(json(feed)));
}

class Handle {
  #inner;
  #what;

  constructor(inner, what) {
    this.#inner = inner;
    this.#what = what;
  }

  get inner() {
    if (this.#inner === undefined) throw new Error(`this ${this.#what} was freed`);
    return this.#inner;
  }

  free() {
    this.#inner?.free();
    this.#inner = undefined;
  }
}

const KEY = Symbol("handbook-wasm");

export class RuleBook {
  #handle;

  constructor(key, inner) {
    if (key !== KEY) {
      throw new TypeError("use `RuleBook.vietnam()` or `RuleBook.fromJson()`");
    }
    this.#handle = new Handle(inner, "rule book");
  }

  static vietnam() {
    whenReady();
    return new RuleBook(KEY, crossing(() => glue.RuleBook.vietnam()));
  }

  static fromJson(book) {
    whenReady();
    const source = typeof book === "string" ? book : json(book);
    return new RuleBook(KEY, crossing(() => glue.RuleBook.fromJson(source)));
  }

  static inner(key, book) {
    if (key !== KEY || !(book instanceof RuleBook)) {
      throw new TypeError("a rule book is needed: `RuleBook.vietnam()`");
    }
    return book.#handle.inner;
  }

  withOverlay(overlay) {
    const source = typeof overlay === "string" ? overlay : json(overlay);
    return new RuleBook(KEY, crossing(() => this.#handle.inner.withOverlay(source)));
  }

  get id() {
    return this.#handle.inner.id;
  }

  get version() {
    return this.#handle.inner.version;
  }

  get fingerprint() {
    return this.#handle.inner.fingerprint;
  }

  get from() {
    return this.#handle.inner.from;
  }

  get to() {
    return this.#handle.inner.to;
  }

  kinds() {
    return JSON.parse(this.#handle.inner.kinds());
  }

  instruments() {
    return JSON.parse(this.#handle.inner.instruments());
  }

  label(parameter, language) {
    return this.#handle.inner.label(text(parameter), text(language)) ?? null;
  }

  sentence(ground, language) {
    return crossing(() => this.#handle.inner.sentence(json(ground), text(language)));
  }

  policySentence(policy, language) {
    return crossing(() => this.#handle.inner.policySentence(json(policy), text(language)));
  }

  ask(door, input, { on }) {
    return JSON.parse(this.askJson(door, json(input), { on }));
  }

  askJson(door, input, { on }) {
    return crossing(() => this.#handle.inner.ask(text(on), text(door), text(input)));
  }

  free() {
    this.#handle.free();
  }
}

// Kept beside the types in index.d.ts; a test compares both with the library's own list.
export const DOORS = Object.freeze([
  "workingDayAfter",
  "organizationForm",
  "cellCommittee",
  "standingCommitteeMost",
  "extraAppointeesMost",
  "placement",
  "term",
  "congressDeadlines",
  "congressSteps",
  "extraordinaryCongress",
  "signingAfterElection",
  "mandateEnd",
  "committeeTransfer",
  "reappointment",
  "delegatedPowers",
  "disbanding",
  "closure",
  "voteBase",
  "requiredVotes",
  "tallyVote",
  "majority",
  "voteProgress",
  "ballot",
  "election",
  "attendance",
  "rollCall",
  "excusedStreak",
  "absentMonths",
  "meetingDuration",
  "meetingScore",
  "meetingForm",
  "documentNumber",
  "meetingCalendar",
  "meetingDeadlines",
  "onlineMeeting",
  "planFulfilment",
  "plansShownAs",
  "portfolio",
  "portfolioRows",
  "taskState",
  "taskSummary",
  "targetProgress",
  "answerDue",
  "informationDue",
  "complaintOnDiscipline",
  "denunciationDeadline",
  "denunciationHandled",
  "matterProgress",
  "supervisionModes",
  "inspectionSteps",
  "assetControl",
  "admissionAge",
  "ceremonyDue",
  "recognitionDue",
  "partyAge",
  "badge",
  "badgePrize",
  "deletionGround",
  "transferOverdue",
  "readmission",
  "monthlyDues",
  "keptByCell",
  "ratable",
  "ratingPlan",
  "evaluationProcedure",
  "level",
  "sheetLevel",
  "explainLevel",
  "excellentCap",
  "applyCap",
  "capWhatIf",
  "capReadings",
  "cheapestLegalChange",
  "groupLevels",
  "rollUp",
  "calibration",
  "quarterlyRating",
  "taskScore",
  "consecutiveLevels",
  "suppressedTable",
  "documentSearch",
  "documentStatus",
]);

for (const door of DOORS) {
  Object.defineProperty(RuleBook.prototype, door, {
    configurable: true,
    writable: true,
    value: {
      [door](input, { on }) {
        return this.ask(door, input, { on });
      },
    }[door],
  });
}

export class Handbook {
  #handle;

  constructor(key, inner) {
    whenReady();
    this.#handle = new Handle(key === KEY ? inner : new glue.Handbook(), "handbook");
  }

  static readTables(book, tables, { recordedOn, spreadsheet = false }) {
    whenReady();
    const rules = RuleBook.inner(KEY, book);
    const reading = new glue.Tables(spreadsheet === true);
    try {
      for (const { name, bytes } of tables) {
        reading.add(text(name), typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
      }
      return new Handbook(KEY, crossing(() => reading.read(rules, text(recordedOn))));
    } finally {
      reading.free();
    }
  }

  static fromEvents(events) {
    const handbook = new Handbook();
    handbook.apply(events);
    return handbook;
  }

  submit(book, command, { recordedOn }) {
    const rules = RuleBook.inner(KEY, book);
    return JSON.parse(
      crossing(() => this.#handle.inner.submit(rules, json(command), text(recordedOn))),
    );
  }

  apply(events) {
    crossing(() => this.#handle.inner.apply(json(events)));
  }

  events() {
    return JSON.parse(crossing(() => this.#handle.inner.events()));
  }

  asKnownOn(day) {
    return new Handbook(KEY, crossing(() => this.#handle.inner.asKnownOn(text(day))));
  }

  ask(book, question, { on }) {
    return this.askAnswer(book, question, { on }).answer;
  }

  askAnswer(book, question, { on }) {
    const rules = RuleBook.inner(KEY, book);
    return JSON.parse(crossing(() => this.#handle.inner.ask(rules, text(on), json(question))));
  }

  districtYear(book, request) {
    return JSON.parse(this.districtYearJson(book, request));
  }

  districtYearJson(book, request) {
    const rules = RuleBook.inner(KEY, book);
    return crossing(() => this.#handle.inner.districtYear(rules, json(request)));
  }

  free() {
    this.#handle.free();
  }
}

function typed(value, field, ...kinds) {
  if (kinds.some((kind) => value instanceof kind)) return value;
  throw new TypeError(`\`${field}\` must be a ${kinds.map((kind) => kind.name).join(" or a ")}`);
}

function whole(value, field, most) {
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new TypeError(`\`${field}\` must be a whole number from 0 to ${most}`);
}

export class LevelColumns {
  #handle;

  constructor(key, inner) {
    if (key !== KEY) throw new TypeError("use `LevelColumns.judge()` or `LevelColumns.of()`");
    this.#handle = new Handle(inner, "table of levels");
  }

  static judge(sheet, { cellStarts, parents, marks, flags, capStarts }) {
    whenReady();
    typed(cellStarts, "cellStarts", Uint32Array);
    typed(parents, "parents", Uint32Array);
    typed(marks, "marks", Uint8Array, Uint16Array);
    const [bytes, words] = marks instanceof Uint16Array ? [new Uint8Array(), marks] : [marks, new Uint16Array()];
    const caps = typed(capStarts ?? new Uint32Array(), "capStarts", Uint32Array);
    const bits = typed(flags ?? new Uint8Array(), "flags", Uint8Array);
    const judge = () => glue.LevelColumns.judge(json(sheet), cellStarts, parents, caps, bytes, words, bits);
    return new LevelColumns(KEY, crossing(judge));
  }

  static of(sheet, members, groups) {
    const { columns, places } = columnsOf(sheet, members, groups);
    return { columns: LevelColumns.judge(sheet, columns), places };
  }

  judgeAgain() {
    this.#handle.inner.judgeAgain();
  }

  setMember(member, marks, flags = 0) {
    const place = whole(member, "member", NO_PARENT);
    const kept = Uint16Array.from(marks, (mark, number) => whole(mark, `marks[${number}]`, 65535));
    const bits = whole(flags, "flags", 255);
    const [members, judgedGroups] = crossing(() => this.#handle.inner.setMember(place, kept, bits));
    return { members, groups: judgedGroups };
  }

  levels() {
    return this.#handle.inner.levels();
  }

  scores() {
    return this.#handle.inner.scores();
  }

  counts() {
    return this.#handle.inner.counts();
  }

  free() {
    this.#handle.free();
  }
}

const NO_PARENT = 0xffffffff;

// Members sorted by cell without comparing: counted, then put where their cell starts. The words
// of a complaint are put together only when there is one: for each member they would cost more
// than all the rest.
function columnsOf({ criteria }, members, groups) {
  const count = members.length;
  const numbers = new Map(groups.map(({ id }, number) => [id, number]));
  const cells = groups.findLastIndex(({ cell }) => cell === true) + 1;
  const parents = Uint32Array.from(groups, ({ parent }, number) => {
    if (parent == null) return NO_PARENT;
    const above = numbers.get(parent);
    if (above === undefined) throw new TypeError(`\`groups[${number}].parent\` is no group: ${JSON.stringify(parent)}`);
    return above;
  });
  const cellStarts = new Uint32Array(cells + 1);
  const cellOf = new Uint32Array(count);
  let name, cell;
  for (let line = 0; line < count; line += 1) {
    // Members mostly come cell by cell.
    const here = members[line].cell;
    if (here !== name || cell === undefined) cell = numbers.get((name = here));
    if (!(cell < cells)) throw new TypeError(`\`members[${line}].cell\` is no cell: ${JSON.stringify(name)}`);
    cellOf[line] = cell;
    cellStarts[cell + 1] += 1;
  }
  for (let cell = 0; cell < cells; cell += 1) cellStarts[cell + 1] += cellStarts[cell];
  const next = cellStarts.slice();
  const places = new Uint32Array(count);
  const wide = criteria.some(({ most }) => most > 255);
  const marks = new (wide ? Uint16Array : Uint8Array)(count * criteria.length);
  const flags = new Uint8Array(count);
  const highest = wide ? 65535 : 255;
  for (let line = 0; line < count; line += 1) {
    const place = next[cellOf[line]]++;
    const { marks: own, disciplined, below = 0 } = members[line];
    places[line] = place;
    if (below >>> 0 !== below || below > 3) whole(below, `members[${line}].below`, 3);
    flags[place] = (disciplined ? 1 : 0) | (below << 1);
    let at = place;
    for (let criterion = 0; criterion < criteria.length; criterion += 1) {
      const mark = own[criterion];
      if (mark >>> 0 !== mark || mark > highest) whole(mark, `members[${line}].marks[${criterion}]`, highest);
      marks[at] = mark;
      at += count;
    }
  }
  return { columns: { cellStarts, parents, marks, flags }, places };
}

export class DocumentIndex {
  #handle;

  constructor(key, inner) {
    whenReady();
    this.#handle = new Handle(key === KEY ? inner : new glue.DocumentIndex(), "document index");
  }

  static from(documents) {
    return DocumentIndex.fromJson(json(documents));
  }

  static fromJson(documents) {
    whenReady();
    return new DocumentIndex(KEY, crossing(() => glue.DocumentIndex.fromJson(text(documents))));
  }

  get size() {
    return this.#handle.inner.size;
  }

  add(document) {
    crossing(() => this.#handle.inner.add(json(document)));
  }

  replace(document) {
    return JSON.parse(crossing(() => this.#handle.inner.replace(json(document))));
  }

  remove(id) {
    return JSON.parse(this.#handle.inner.remove(text(id)) ?? "null");
  }

  document(id) {
    return JSON.parse(this.#handle.inner.document(text(id)) ?? "null");
  }

  search(search) {
    return JSON.parse(this.searchJson(json(search)));
  }

  searchJson(search) {
    return crossing(() => this.#handle.inner.search(text(search)));
  }

  statusOn(id, { on }) {
    return JSON.parse(crossing(() => this.#handle.inner.statusOn(text(id), text(on))));
  }

  free() {
    this.#handle.free();
  }
}

if (Symbol.dispose) {
  for (const type of [RuleBook, Handbook, DocumentIndex, LevelColumns]) {
    Object.defineProperty(type.prototype, Symbol.dispose, { value: type.prototype.free });
  }
}
