import type { CapLine, CapSubject, CheapestLegalChange, Doors, Language, Level, LevelChange, LevelLine, TreeLine, Verdict } from "handbook-wasm";
import { h } from "../dom";
import { groundsList, policyList } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, fill, levelName, listed, points, word } from "../words";
import { capKey, idOf, subjectOf, type Bench } from "./bench";
import { capTitle } from "./levels";
import type { Draw } from "./room";
import { told } from "./words";

const LEVELS: Level[] = ["excellent", "good", "completed", "notCompleted"];
const FEW = 12;

type WhatIf = Doors["capWhatIf"]["value"];

/** "If these two were good instead", and the cheapest legal change of a proposed list. */
export function whatIfPart(bench: Bench): Draw {
  let chosen = "";
  let to: Level = "good";
  const marked = new Map<string, Level>();
  const whole = new Set<Level>();

  function draw(here: TreeLine): (Node | null | false)[] {
    const { language } = bench;
    const { caps } = bench.allLines(here.id);
    const cap = caps.find((each) => capKey(each) === chosen) ?? caps.find((each) => each.members) ?? caps[0];
    if (!cap) return [hint(told("noGroup", language))];
    if (capKey(cap) !== chosen) {
      chosen = capKey(cap);
      marked.clear();
      whole.clear();
    }
    const entire = bench.group(cap);
    // Who sees the own cell alone tries it out within the cell.
    const group = entire ?? bench.partOf(cap, here.id);
    const head = h("div", { class: "fields" }, groupField(caps, cap), levelField());
    if (group.length === 0) return [head, hint(told("groupHidden", language))];
    const marksOf = (line: LevelLine) => bench.desk.facts.of(subjectOf(line))?.marks ?? null;
    const sorted = bench.desk.once(`sorted ${capKey(cap)} ${entire ? "" : here.id} ${bench.on}`, () => [...group].sort((one, other) => (marksOf(other) ?? 0) - (marksOf(one) ?? 0)));
    const subjects: CapSubject[] = sorted.map((line) => ({ id: idOf(line), own: line.own, marks: marksOf(line) }));
    const changes = subjects.filter(({ id }) => marked.has(id)).map((subject) => ({ ...subject, own: marked.get(subject.id) ?? null }));
    const verdict = bench.rules.capWhatIf({ group: cap.group, subjects, changes }, { on: bench.on });
    return [
      head,
      !entire && wholeGroup(cap, subjects, changes, here),
      h(
        "div",
        { class: "explain-columns" },
        h(
          "section",
          {},
          h("div", { class: "explain-head" }, h("h4", { id: "what-if-title" }, told("marked", language)), marked.size > 0 && h("button", { type: "button", class: "quiet", id: "what-if-clear", click: clear }, told("clear", language))),
          ...LEVELS.map((level) => levelGroup(level, sorted.filter(({ own }) => own === level), marksOf)),
        ),
        h("section", { class: "what-if-result", id: "what-if-result", tabindex: -1 }, ...result(cap, verdict.value, changes), ...legal(subjects, changes, cap)),
      ),
      changes.length > 0 && summary(changes.length, verdict.value),
    ];
  }

  /** Of the rest of a group only counts are known: from them follows how many may be excellent. */
  function wholeGroup(cap: CapLine, subjects: CapSubject[], changes: CapSubject[], here: TreeLine): HTMLElement {
    const { language, rules, on } = bench;
    const own = (level: Level) => subjects.filter((subject) => subject.own === level).length;
    const rest = (level: Level, many: number): CapSubject[] => Array.from({ length: Math.max(0, many) }, (_, place) => ({ id: `${level} ${place}`, own: level, marks: 0 }));
    const excellent = cap.eligible - own("excellent");
    const good = cap.good - own("good");
    const others = cap.rated - subjects.length - excellent - good;
    const all = [...subjects, ...rest("excellent", excellent), ...rest("good", good), ...rest("completed", others)];
    const { before, after } = rules.capWhatIf({ group: cap.group, subjects: all, changes }, { on }).value;
    const values = { cell: here.name, group: capTitle(cap, bench), rated: count(cap.rated, language), before: count(before.allowed, language), after: count(after.allowed, language) };
    return h("p", { class: "tally", id: "what-if-whole", role: "status" }, fill(told(changes.length === 0 ? "withinCell" : "withinCellAfter", language), values));
  }

  function clear(): void {
    marked.clear();
    bench.desk.changed();
    document.getElementById("part-whatIf")?.focus();
  }

  function groupField(caps: CapLine[], cap: CapLine): HTMLElement {
    const { language } = bench;
    const select = h("select", { id: "what-if-group" }, ...caps.map((each) => h("option", { value: capKey(each), selected: each === cap }, capTitle(each, bench))));
    select.addEventListener("change", () => {
      chosen = select.value;
      marked.clear();
      bench.desk.changed();
    });
    return h("div", { class: "field" }, h("label", { for: "what-if-group" }, told("group", language)), select);
  }

  function levelField(): HTMLElement {
    const { language } = bench;
    const select = h("select", { id: "what-if-level" }, ...LEVELS.map((level) => h("option", { value: level, selected: level === to }, levelName(level, language))));
    select.addEventListener("change", () => {
      to = LEVELS.find((level) => level === select.value) ?? to;
      for (const id of marked.keys()) marked.set(id, to);
      bench.desk.changed();
    });
    return h("div", { class: "field" }, h("label", { for: "what-if-level" }, told("changeTo", language)), select);
  }

  function levelGroup(level: Level, lines: LevelLine[], marksOf: (line: LevelLine) => number | null): HTMLElement | null {
    const { language } = bench;
    if (lines.length === 0) return null;
    const all = whole.has(level) || lines.length <= FEW + 3;
    // The last ones of a level stand nearest to another one.
    const shown = all ? lines : level === "excellent" ? lines.slice(-FEW) : lines.slice(0, FEW);
    const rest = lines.length - shown.length;
    return h(
      "fieldset",
      { class: "what-if-level", "data-own": level },
      h("legend", {}, `${levelName(level, language)} (${count(lines.length, language)})`),
      ...shown.map((line) => tap(line, marksOf(line))),
      rest > 0 &&
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            id: `what-if-more-${level}`,
            click: () => {
              whole.add(level);
              bench.desk.changed();
              document.getElementById(`what-if-${lines[0] ? idOf(lines[0]) : ""}`)?.focus();
            },
          },
          fill(told("more", language), { count: count(rest, language) }),
        ),
    );
  }

  function tap(line: LevelLine, marks: number | null): HTMLElement {
    const { language } = bench;
    const id = idOf(line);
    const box = h("input", { type: "checkbox", id: `what-if-${id}`, checked: marked.has(id) });
    box.addEventListener("change", () => {
      if (box.checked) marked.set(id, to);
      else marked.delete(id);
      bench.desk.changed();
    });
    return h("label", { class: "tap" }, box, h("span", {}, line.name), marks !== null && h("span", { class: "hint" }, fill(told("withMarks", language), { marks: points(marks, language) })));
  }

  /** On a phone the result is far from the marks: its sum stays in sight and leads there. */
  function summary(many: number, { after, changed }: WhatIf): HTMLElement {
    const { language } = bench;
    const sums = fill(told("whatIfSum", language), { marked: count(many, language), changed: count(changed.length, language), allowed: count(after.allowed, language) });
    const go = () => {
      const result = document.getElementById("what-if-result");
      result?.focus({ preventScroll: true });
      result?.scrollIntoView();
    };
    return h("p", { class: "what-if-sum" }, h("button", { type: "button", class: "quiet", id: "what-if-sum", click: go }, sums));
  }

  function result(cap: CapLine, { before, after, changed }: WhatIf, changes: CapSubject[]): (Node | null | false)[] {
    const { language } = bench;
    const row = (key: "before" | "after", outcome: typeof before) =>
      h(
        "tr",
        { "data-outcome": key },
        h("th", { scope: "row" }, told(key, language)),
        ...[outcome.allowed, outcome.excellent.length, outcome.demoted.length, outcome.voteNeeded.length].map((number) => h("td", { class: "number" }, count(number, language))),
      );
    return [
      h(
        "table",
        { class: "trend outcome" },
        h("thead", {}, h("tr", {}, h("td", {}), ...(["mayBe", "certain", "overCap", "tied"] as const).map((key) => h("th", { scope: "col", class: "number" }, told(key, language))))),
        h("tbody", {}, row("before", before), row("after", after)),
      ),
      changes.length === 0
        ? hint(told("nothingMarked", language))
        : h(
            "div",
            { role: "status", id: "what-if-changed" },
            h("h5", {}, fill(told("changed", language), { count: count(changed.length, language) })),
            changed.length === 0 ? hint(told("nothingChanges", language)) : h("ul", { class: "plain-list" }, ...changed.map((change) => changeView(change, cap))),
          ),
    ];
  }

  function changeView(change: LevelChange, cap: CapLine): HTMLElement {
    const { language } = bench;
    const side = (level: Level | null, vote: boolean) => levelName(vote ? "voteNeeded" : (level ?? "notRated"), language);
    return h("li", { "data-changed": change.id }, h("strong", {}, bench.nameInGroup(change.id, cap)), `: ${side(change.from, change.fromVote)} → ${side(change.to, change.toVote)}`);
  }

  /** What would make the list of everyone eligible legal. */
  function legal(subjects: CapSubject[], changes: CapSubject[], cap: CapLine): (Node | null | false)[] {
    const { language, rules, on } = bench;
    const changed = new Map(changes.map((subject) => [subject.id, subject]));
    const now = subjects.map((subject) => changed.get(subject.id) ?? subject);
    const excellent = now.filter(({ own }) => own === "excellent").map(({ id }) => id);
    const verdict = rules.cheapestLegalChange({ subjects: now, excellent }, { on });
    return [h("h5", {}, told("legalTitle", language)), hint(told("legalHint", language)), legalView(verdict, cap, bench)];
  }

  return draw;
}

function legalView(verdict: Verdict<CheapestLegalChange>, cap: CapLine, bench: Bench): HTMLElement {
  const { language, rules } = bench;
  const { legal, listed: many, limit, cost, stepDown, moreGood } = verdict.value;
  const shown = (number: number) => count(number, language);
  const names = (ids: string[]) => h("strong", {}, listed(ids.map((id) => bench.nameInGroup(id, cap)), language));
  return h(
    "div",
    { id: "what-if-legal", "data-legal": String(legal) },
    h("p", { class: legal ? "tally carried" : "tally" }, fill(told(legal ? "legal" : "illegal", language), { listed: shown(many), limit: shown(limit), cost: shown(cost) })),
    stepDown !== null &&
      h(
        "div",
        { class: "way" },
        h("p", {}, fill(told("stepDown", language), { cost: shown(stepDown.cost), limit: shown(stepDown.limit) })),
        stepDown.certain.length > 0 && h("p", {}, `${fill(told("stepDownCertain", language), { count: shown(stepDown.certain.length) })} `, names(stepDown.certain)),
        stepDown.tied.length > 0 && h("p", {}, `${fill(told("stepDownTied", language), { of: shown(stepDown.ofTied), count: shown(stepDown.tied.length) })} `, names(stepDown.tied)),
      ),
    moreGood !== null ? h("div", { class: "way" }, h("p", {}, fill(told("moreGood", language), { cost: shown(moreGood.cost), limit: shown(moreGood.limit) }))) : !legal && hint(told("noMoreGood", language)),
    h("details", {}, h("summary", { id: "what-if-grounds" }, word("grounds", language)), groundsList(verdict.grounds, rules, language), policyList(verdict.policies, rules, language)),
  );
}

export function levelPair(from: Level | null, to: Level | null, language: Language): string {
  const side = (level: Level | null) => levelName(level ?? "voteNeeded", language);
  return `${side(from)} → ${side(to)}`;
}
