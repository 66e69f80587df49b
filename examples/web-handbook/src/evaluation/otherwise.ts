import type { CapReading, LevelChangeLine, LevelsReadOtherwise, TreeLine } from "handbook-wasm";
import { h } from "../dom";
import { withoutSource } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, fill } from "../words";
import { branchOf, childrenOf, type Bench } from "./bench";
import type { Draw } from "./room";
import { levelPair } from "./what-if";
import { READINGS, told } from "./words";

const MOST_LINES = 5000;
const ALL = Object.keys(READINGS) as CapReading[];

/** Who would have another level if the cap were read otherwise. */
export function otherwisePart(bench: Bench): Draw {
  let chosen: CapReading | null = null;

  function read(id: string, reading: CapReading): LevelsReadOtherwise {
    const { desk } = bench;
    const asker = bench.chosenAsker()?.member ?? null;
    return desk.ask({ type: "levelsReadOtherwise", id, year: desk.year, asker, terms: { reading }, limit: MOST_LINES }, bench.on);
  }

  function draw(here: TreeLine): (Node | null | false)[] {
    const { language } = bench;
    const inUse = bench.levels(here.id, 0, 1).policies.find(({ parameter }) => parameter === "capReading")?.choice;
    const answers = ALL.map((reading) => ({ reading, answer: read(here.id, reading) }));
    const shown = answers.find(({ reading }) => reading === chosen) ?? answers.find(({ reading }) => reading !== inUse) ?? answers[0];
    if (!shown) return [];
    return [
      shown.answer.after === null && hint(told("organizationsOnly", language)),
      h("h4", { id: "readings-title" }, told("compareReadings", language)),
      h(
        "div",
        { class: "table-wide", tabindex: 0, role: "region", "aria-labelledby": "readings-title" },
        h(
          "table",
          { class: "trend readings", "aria-labelledby": "readings-title" },
          h("thead", {}, h("tr", {}, h("th", { scope: "col" }, told("readingColumn", language)), ...(["excellentColumn", "raised", "lowered", "votes"] as const).map((key) => h("th", { scope: "col", class: "number" }, told(key, language))))),
          h("tbody", {}, ...answers.map(({ reading, answer }) => row(reading, answer, reading === inUse))),
        ),
      ),
      readingField(answers, shown.reading),
      h("h4", {}, told("whoChanges", language)),
      shown.reading === inUse ? hint(told("sameReading", language)) : byOrganization(here, shown.answer),
    ];
  }

  function nameOf(reading: CapReading, answer: LevelsReadOtherwise): string {
    const { language, rules } = bench;
    const policy = answer.policies.find(({ parameter }) => parameter === "capReading");
    return `${READINGS[reading]} – ${policy ? withoutSource(rules.policySentence(policy, language)).replace(/^[^:]*: /, "") : reading}`;
  }

  function row(reading: CapReading, answer: LevelsReadOtherwise, inUse: boolean): HTMLElement {
    const { language } = bench;
    const excellent = answer.after && answer.after.members.excellent + answer.after.organizations.excellent;
    return h(
      "tr",
      { "data-reading": reading },
      h("th", { scope: "row" }, nameOf(reading, answer), inUse && " ", inUse && h("span", { class: "pill" }, told("inUse", language))),
      ...[excellent, answer.raised, answer.lowered, answer.votes].map((number) => h("td", { class: "number" }, number === null ? "–" : count(number, language))),
    );
  }

  function readingField(answers: { reading: CapReading; answer: LevelsReadOtherwise }[], shown: CapReading): HTMLElement {
    const { language } = bench;
    const select = h("select", { id: "otherwise-reading" }, ...answers.map(({ reading, answer }) => h("option", { value: reading, selected: reading === shown }, nameOf(reading, answer))));
    select.addEventListener("change", () => {
      chosen = ALL.find((reading) => reading === select.value) ?? chosen;
      bench.desk.changed();
    });
    return h("div", { class: "field" }, h("label", { for: "otherwise-reading" }, told("reading", language)), select);
  }

  function byOrganization(here: TreeLine, answer: LevelsReadOtherwise): HTMLElement {
    const { language } = bench;
    if (answer.lines.length === 0) return hint(told("nothingChanges", language));
    const tree = bench.tree();
    const children = childrenOf(tree, here.id);
    const branch = branchOf(tree, children);
    const groups = new Map<string, LevelChangeLine[]>();
    for (const line of answer.lines) {
      const of = branch(line.organization) ?? here.id;
      groups.set(of, [...(groups.get(of) ?? []), line]);
    }
    const names = (lines: LevelChangeLine[]) =>
      h("ul", { class: "plain-list" }, ...lines.map(({ name, from, to }) => h("li", {}, h("strong", {}, name), `: ${levelPair(from, to, language)}`)));
    return h(
      "div",
      { class: "fold-list", id: "otherwise-changes" },
      ...[...groups].map(([id, lines]) =>
        h(
          "details",
          { "data-changes-of": id, open: groups.size <= 3 },
          h("summary", { id: `otherwise-${id}` }, bench.nameOf(id), " ", h("span", { class: "pill" }, fill(told("changes", language), { count: count(lines.length, language) }))),
          names(lines),
        ),
      ),
    );
  }

  return draw;
}
