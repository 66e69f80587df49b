// What the package exports, over the generated glue. Everything crosses as JSON text.
import * as glue from "./handbook_wasm.js";

const BRAND = Symbol.for("handbook-wasm.error");
let memory;

/** Called by the entry that has loaded the module, with what the module exports. */
export function markReady(module) {
  memory = module.memory;
}

export function memoryPages() {
  whenReady();
  return glue.memoryPages();
}

function whenReady() {
  if (memory === undefined) throw new Error("call `await init()` before using handbook-wasm");
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
  #members;
  #groups;

  constructor(key, inner, members, groups) {
    if (key !== KEY) throw new TypeError("use `LevelColumns.judge()` or `LevelColumns.of()`");
    this.#handle = new Handle(inner, "table of levels");
    this.#members = members;
    this.#groups = groups;
  }

  static judge(sheet, { cellStarts, parents, marks, flags, capStarts }) {
    whenReady();
    typed(cellStarts, "cellStarts", Uint32Array);
    typed(parents, "parents", Uint32Array);
    typed(marks, "marks", Uint8Array, Uint16Array);
    const caps = typed(capStarts ?? new Uint32Array(), "capStarts", Uint32Array);
    const bits = typed(flags ?? new Uint8Array(), "flags", Uint8Array);
    const lists = [cellStarts, parents, caps, marks, bits];
    const lengths = lists.map(({ length }) => length);
    return judged(sheet, cellStarts.at(-1), lengths, marks instanceof Uint16Array, (columns) => {
      lists.forEach((list, number) => columns[number].set(list));
    });
  }

  static of(sheet, members, groups) {
    whenReady();
    const { criteria } = sheet;
    const count = members.length;
    const cells = groups.findLastIndex(({ cell }) => cell === true) + 1;
    const wide = criteria.some(({ most }) => most > 255);
    const places = new Uint32Array(count);
    const lengths = [cells + 1, groups.length, 0, count * criteria.length, count];
    const columns = judged(sheet, count, lengths, wide, ([cellStarts, parents, , marks, flags]) => {
      const numbers = putParents(groups, parents);
      const highest = wide ? 65535 : 255;
      const inOrder = putMembers(members, criteria.length, highest, numbers, cellStarts, places, marks, flags);
      // What was written is lost: a getter among the objects made the module's memory grow.
      if (cellStarts.length === 0) throw new Error("the library was called while it read members");
      putPlaces(cellStarts, places, inOrder);
      if (inOrder) return;
      reorder(flags, places);
      for (let at = 0; at < marks.length; at += count) reorder(marks.subarray(at, at + count), places);
    });
    return { columns, places };
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

  #answers(Type, answers, length) {
    return new Type(memory.buffer, this.#handle.inner.place(answers), length).slice();
  }

  levels() {
    return this.#answers(Uint8Array, 0, this.#members);
  }

  scores() {
    return this.#answers(Uint16Array, 1, this.#members);
  }

  counts() {
    return this.#answers(Uint32Array, 2, 5 * this.#groups);
  }

  free() {
    this.#handle.free();
  }
}

const NO_PARENT = 0xffffffff;

// Judges columns that `fill` writes where the module will read them: nothing is copied.
function judged(sheet, members, lengths, wide, fill) {
  const source = json(sheet);
  const room = new glue.ColumnRoom(...lengths, wide);
  try {
    const { buffer } = memory;
    const types = [Uint32Array, Uint32Array, Uint32Array, wide ? Uint16Array : Uint8Array, Uint8Array];
    fill(types.map((Type, list) => new Type(buffer, room.place(list), lengths[list])));
  } catch (thrown) {
    room.free();
    throw thrown;
  }
  return new LevelColumns(KEY, crossing(() => room.judge(source)), members, lengths[1]);
}

function putParents(groups, parents) {
  const numbers = new Map();
  for (let number = 0; number < groups.length; number += 1) numbers.set(groups[number].id, number);
  for (let number = 0; number < groups.length; number += 1) {
    const { parent } = groups[number];
    const above = parent == null ? NO_PARENT : numbers.get(parent);
    if (above === undefined) throw new TypeError(`\`groups[${number}].parent\` is no group: ${JSON.stringify(parent)}`);
    parents[number] = above;
  }
  return numbers;
}

// Reads each member once, for reading objects costs more than judging them, and puts it where it
// comes: `places` gets the number of its cell, and behind each cell's start how many are in it.
// Says whether members came cell by cell. A complaint is found in another function: with its words
// in this loop, each mark would be kept ready for them.
function putMembers(members, criteria, highest, numbers, cellStarts, places, marks, flags) {
  const count = places.length;
  const cells = cellStarts.length - 1;
  let inOrder = true;
  let from = 0;
  let cell = 0;
  let name;
  for (let line = 0; line < count; line += 1) {
    const member = members[line];
    const here = member.cell;
    if (!inOrder || line === 0 || here !== name) {
      const found = numbers.get(here);
      if (!(found < cells)) throw new TypeError(`\`members[${line}].cell\` is no cell: ${JSON.stringify(here)}`);
      if (found < cell) inOrder = false;
      cellStarts[cell + 1] += line - from;
      from = line;
      cell = found;
      name = here;
    }
    places[line] = cell;
    const { marks: own, disciplined, below = 0 } = member;
    if ((below & 3) !== below) return refuse(member, line, criteria, highest);
    flags[line] = (disciplined ? 1 : 0) | (below << 1);
    for (let criterion = 0, at = line; criterion < criteria; criterion += 1, at += count) {
      const mark = own[criterion];
      const kept = mark & highest;
      if (kept !== mark) return refuse(member, line, criteria, highest);
      marks[at] = kept;
    }
  }
  if (count > 0) cellStarts[cell + 1] += count - from;
  return inOrder;
}

function refuse({ marks, below = 0 }, line, criteria, highest) {
  whole(below, `members[${line}].below`, 3);
  for (let criterion = 0; criterion < criteria; criterion += 1) {
    whole(marks[criterion], `members[${line}].marks[${criterion}]`, highest);
  }
  throw new TypeError(`\`members[${line}]\` changed while it was read`);
}

// From the cells of members and how many each has: where cells start and members stand.
function putPlaces(cellStarts, places, inOrder) {
  for (let cell = 1; cell < cellStarts.length; cell += 1) cellStarts[cell] += cellStarts[cell - 1];
  const next = cellStarts.slice();
  for (let line = 0; line < places.length; line += 1) places[line] = inOrder ? line : next[places[line]]++;
}

function reorder(column, places) {
  const lines = column.slice();
  for (let line = 0; line < places.length; line += 1) column[places[line]] = lines[line];
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
