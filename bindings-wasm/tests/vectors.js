// Runs the conformance vectors. Nothing of Node in here: the browser loads the same file.

/** Whether two JSON values are equal: objects without order of keys, lists with order. */
export function same(left, right) {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return false;
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

function difference(expected, got) {
  return `expected ${JSON.stringify(expected)}\n       got ${JSON.stringify(got)}`;
}

/** Counts what passed and keeps what failed. */
export class Tally {
  passed = 0;
  failures = [];

  check(name, expected, got) {
    if (expected !== undefined && same(expected, got)) this.passed += 1;
    else this.failures.push(`${name}: ${difference(expected, got)}`);
  }

  truth(name, holds, detail = "") {
    if (holds) this.passed += 1;
    else this.failures.push(`${name} ${detail}`);
  }

  /** The last line, and whether all is well. */
  close(print) {
    for (const failure of this.failures.slice(0, 40)) print(`FAILED ${failure}`);
    if (this.failures.length > 40) print(`… and ${this.failures.length - 40} more`);
    print(`${this.passed} passed, ${this.failures.length} failed`);
    return this.failures.length === 0 && this.passed > 0;
  }
}

// What a call gives: its answer, or the typed data of its failure.
function outcome(handbook, call) {
  try {
    return { answer: call() };
  } catch (failure) {
    if (!handbook.isHandbookError(failure)) throw failure;
    return { error: failure.data };
  }
}

function compare(tally, name, expected, got) {
  if (expected.error !== undefined) tally.check(name, { error: expected.error }, got);
  else tally.check(name, { answer: expected.answer ?? expected.outcome }, got);
}

function rulesFor(handbook, shipped, overlay) {
  return overlay === undefined ? shipped : shipped.withOverlay(overlay);
}

/** The stateless questions of one file. */
export function runQuestions(handbook, { topic, cases }, tally) {
  const shipped = handbook.RuleBook.vietnam();
  for (const one of cases) {
    const got = outcome(handbook, () => {
      const rules = rulesFor(handbook, shipped, one.overlay);
      try {
        const input = one.inputText ?? JSON.stringify(one.input);
        return JSON.parse(rules.askJson(one.door, input, { on: one.on }));
      } finally {
        if (rules !== shipped) rules.free();
      }
    });
    compare(tally, `${topic}: ${one.name}`, one, got);
    // The named method is the same door.
    if (one.answer !== undefined && one.input !== undefined && one.overlay === undefined) {
      const named = outcome(handbook, () => shipped[one.door](one.input, { on: one.on }));
      if (!same(named.answer, one.answer)) tally.check(`${topic}: ${one.name} (method)`, { answer: one.answer }, named);
    }
  }
  shipped.free();
}

/** A scenario of the record: every step in order on one record. */
export function runScenario(handbook, { name, overlay, steps }, tally) {
  const shipped = handbook.RuleBook.vietnam();
  const rules = rulesFor(handbook, shipped, overlay);
  let record = new handbook.Handbook();
  steps.forEach((step, place) => {
    const label = `${name}, step ${place + 1}`;
    if (step.replay) {
      const events = record.events();
      record.free();
      record = handbook.Handbook.fromEvents(events);
      tally.check(`${label} (replay)`, events, record.events());
    } else if (step.command !== undefined) {
      const got = outcome(handbook, () => record.submit(rules, step.command, { recordedOn: step.recordedOn }));
      compare(tally, label, step, got);
    } else {
      const got = outcome(handbook, () => {
        const known = step.knownOn === undefined ? record : record.asKnownOn(step.knownOn);
        try {
          return known.askAnswer(rules, step.ask, { on: step.on });
        } finally {
          if (known !== record) known.free();
        }
      });
      compare(tally, label, step, got);
    }
  });
  record.free();
}

/** The district's report under the rules of each day, byte for byte. */
export function runDistrict(handbook, tables, reports, tally) {
  const rules = handbook.RuleBook.vietnam();
  const record = handbook.Handbook.readTables(rules, tables, { recordedOn: "2023-12-31" });
  for (const { judgedOn, expected } of reports) {
    const got = record.districtYearJson(rules, { year: 2023, judgedOn });
    tally.truth(
      `the district's report judged on ${judgedOn} is the same bytes`,
      got === expected.trimEnd(),
      firstDifference(expected, got),
    );
  }
  record.free();
}

function firstDifference(expected, got) {
  let place = 0;
  while (place < expected.length && expected[place] === got[place]) place += 1;
  return `first difference at ${place}: expected …${expected.slice(place, place + 60)}… got …${got.slice(place, place + 60)}…`;
}

const ONE_CRITERION = {
  criteria: [{ weight: 100, most: 100 }],
  excellentFrom: 9000,
  goodFrom: 7000,
  completedFrom: 5000,
  disciplined: "notCompleted",
  cap: { share: { numerator: 1, denominator: 5 }, reading: "shareOfGoodBeforeDemotion", rounding: "floor" },
  ties: "vote",
};

/** Levels kept as columns: two cells of a commune, in the second a tie at the line of the cap. */
export function runColumns(handbook, tally) {
  const first = [95, 92, 92, 80, 75, 72, 71, 70, 99];
  const second = [92, 92, 70, 70, 70, 70, 70];
  const members = [
    ...first.map((mark, place) => ({ cell: "a", marks: [mark], disciplined: place === 8 })),
    ...second.map((mark) => ({ cell: "b", marks: [mark] })),
  ];
  const groups = [
    { id: "a", parent: "xa", cell: true },
    { id: "b", parent: "xa", cell: true },
    { id: "xa" },
  ];
  const told = (columns) => ({ levels: [...columns.levels()], counts: [...columns.counts()] });
  const expected = {
    levels: [3, 2, 2, 2, 2, 2, 2, 2, 0, 4, 4, 2, 2, 2, 2, 2],
    counts: [1, 0, 7, 1, 0, 0, 0, 5, 0, 2, 1, 0, 12, 1, 2],
  };
  const { columns, places } = handbook.LevelColumns.of(ONE_CRITERION, members, groups);
  tally.check("columns from objects", expected, told(columns));
  tally.check("members stay in their order within a cell", members.map((_, place) => place), [...places]);
  const typed = {
    cellStarts: Uint32Array.of(0, 9, 16),
    parents: Uint32Array.of(2, 2, 0xffffffff),
    marks: Uint16Array.of(...first, ...second),
    flags: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0),
  };
  const words = handbook.LevelColumns.judge(ONE_CRITERION, typed);
  tally.check("columns from typed arrays", expected, told(words));
  words.free();
  tally.check("one member's change", { members: 7, groups: 2 }, columns.setMember(9, [93]));
  const changed = {
    levels: [3, 2, 2, 2, 2, 2, 2, 2, 0, 3, 2, 2, 2, 2, 2, 2],
    counts: [1, 0, 7, 1, 0, 0, 0, 6, 1, 0, 1, 0, 13, 2, 0],
  };
  tally.check("the cell and its commune after the change", changed, told(columns));
  columns.judgeAgain();
  tally.check("judged again", changed, told(columns));
  const refused = (call) => {
    try {
      call();
      return "taken";
    } catch (failure) {
      return handbook.isHandbookError(failure) ? failure.data.field : failure.name;
    }
  };
  tally.check("a mark above its highest", "marks[0]", refused(() => columns.setMember(9, [101])));
  tally.check("a member who is none", "member", refused(() => columns.setMember(16, [1])));
  tally.check("marks that are no numbers", "TypeError", refused(() => columns.setMember(9, ["x"])));
  tally.check("what was refused changes nothing", changed, told(columns));
  columns.free();
  const judged = (change) => refused(() => handbook.LevelColumns.judge({ ...ONE_CRITERION, ...change.sheet }, { ...typed, ...change.members }));
  tally.check("no criteria", "criteria", judged({ sheet: { criteria: [] } }));
  tally.check("a share that is none", "cap.share", judged({ sheet: { cap: { ...ONE_CRITERION.cap, share: { numerator: 1, denominator: 0 } } } }));
  tally.check("starts that descend", "cellStarts[1]", judged({ members: { cellStarts: Uint32Array.of(0, 17, 16) } }));
  tally.check("columns of another length", "flags.length", judged({ members: { flags: Uint8Array.of(1) } }));
  tally.check("a parent that is none", "parents[1]", judged({ members: { parents: Uint32Array.of(2, 9, 0xffffffff) } }));
  tally.check("an array that is not typed", "TypeError", judged({ members: { marks: [1, 2] } }));
  runObjects(handbook, tally, members, groups, expected);
}

/** Objects in another order, of wide marks, and that cannot be taken. */
function runObjects(handbook, tally, members, groups, expected) {
  const { LevelColumns } = handbook;
  // Members of the two cells in turns: each keeps its place among those of its cell.
  const lines = [0, 9, 1, 10, 2, 11, 3, 12, 4, 13, 5, 14, 6, 15, 7, 8];
  const mixed = lines.map((line) => members[line]);
  const wide = { ...ONE_CRITERION, criteria: [{ weight: 50, most: 600 }, { weight: 50, most: 100 }] };
  const doubled = mixed.map((member) => ({ ...member, marks: [member.marks[0], member.marks[0]] }));
  for (const [what, sheet, list] of [
    ["in any order", ONE_CRITERION, mixed],
    ["in any order, of two criteria and wide marks", wide, doubled],
  ]) {
    const { columns, places } = LevelColumns.of(sheet, list, groups);
    tally.check(`objects ${what}: places`, lines, [...places]);
    tally.check(`objects ${what}: levels`, expected, { levels: [...columns.levels()], counts: [...columns.counts()] });
    columns.free();
  }

  const refused = (list, above = groups) => {
    try {
      LevelColumns.of(ONE_CRITERION, list, above).columns.free();
      return "taken";
    } catch (failure) {
      return handbook.isHandbookError(failure) ? failure.data.field : `${failure.name}: ${failure.message}`;
    }
  };
  const [one] = members;
  const whole = (field, most) => `TypeError: \`${field}\` must be a whole number from 0 to ${most}`;
  for (const mark of [1.5, -1, 256, NaN, "7", null, undefined]) {
    const list = [one, { ...one, marks: [mark] }];
    tally.check(`a mark ${String(mark)}`, whole("members[1].marks[0]", 255), refused(list));
  }
  tally.check("a mark above its highest, among objects", "marks[1]", refused([one, { ...one, marks: [101] }]));
  for (const below of [4, -1, 0.5, null]) {
    tally.check(`below ${below}`, whole("members[0].below", 3), refused([{ ...one, below }]));
  }
  for (const [cell, words] of [["c", '"c"'], ["xa", '"xa"'], [undefined, "undefined"], [0, "0"]]) {
    const told = `TypeError: \`members[0].cell\` is no cell: ${words}`;
    tally.check(`the cell ${words}`, told, refused([{ ...one, cell }]));
  }
  const orphans = [{ id: "a", parent: "none", cell: true }];
  tally.check("a parent that is no group", 'TypeError: `groups[0].parent` is no group: "none"', refused([one], orphans));
  const held = [];
  const growing = {
    ...one,
    get marks() {
      const pages = handbook.memoryPages();
      while (handbook.memoryPages() === pages) held.push(LevelColumns.of(ONE_CRITERION, Array(20_000).fill(one), groups).columns);
      return one.marks;
    },
  };
  tally.check("memory that moves while members are read", "Error: the library was called while it read members", refused([growing]));
  for (const columns of held) columns.free();
}

/** The median time of one call, in microseconds. */
export function median(times, call) {
  const taken = [];
  for (let round = 0; round < times; round += 1) {
    const began = performance.now();
    for (let inner = 0; inner < 10; inner += 1) call();
    taken.push(((performance.now() - began) * 1000) / 10);
  }
  return taken.sort((left, right) => left - right)[Math.floor(times / 2)];
}

/** How long a cell of 15 members takes to judge: who stays excellent, and its whole roll. */
export function measure(handbook) {
  const rules = handbook.RuleBook.vietnam();
  const record = new handbook.Handbook();
  const day = { recordedOn: "2025-12-31" };
  const take = (command) => {
    const outcome = record.submit(rules, command, day);
    if (outcome.type !== "accepted") throw new Error(JSON.stringify(outcome));
  };
  take({ type: "registerOrganization", id: "xa", kind: "dang_bo_xa", name: "Xã mẫu", sector: "state", on: "2025-07-01" });
  take({ type: "registerOrganization", id: "co-quan", kind: "chi_bo_co_so", parent: "xa", name: "Chi bộ mẫu", sector: "state", on: "2025-07-01" });
  for (let place = 1; place <= 15; place += 1) {
    const id = `dv-${place}`;
    take({
      type: "registerMember",
      id,
      name: `Đảng viên ${place}`,
      sex: place % 2 === 0 ? "female" : "male",
      bornOn: "1980-05-19",
      cell: "co-quan",
      on: "2025-07-01",
      admittedOn: "2010-02-03",
      recognizedOn: "2011-02-03",
      sector: "state",
    });
    take({
      type: "rateMember",
      member: id,
      year: 2025,
      facts: {
        subject: "member",
        marks: 9500 - place * 100,
        tasks: { total: 10, done: 10, onTime: 10, beyond: 4, late: 0 },
        disciplined: false,
        subordinateDisciplined: false,
      },
    });
  }
  const question = { type: "level", subject: { type: "member", id: "dv-1" }, year: 2025 };
  const ask = () => record.ask(rules, question, { on: "2025-12-31" });
  const answer = ask();
  if (!answer.rated.value) throw new Error("the cell was not judged");
  for (let warm = 0; warm < 200; warm += 1) ask();
  const micros = median(51, ask);
  record.free();
  rules.free();
  return micros;
}
