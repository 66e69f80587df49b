import type { Calibration, CalibrationAnswer, CalibrationStage, ExactNumber, Language, PublishedRatings, SuppressedTable, TreeLine } from "handbook-wasm";
import { wordName } from "handbook-wasm";
import { share } from "../charts";
import { h } from "../dom";
import { policyList } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, decimal, fill } from "../words";
import { branchOf, childrenOf, type Bench } from "./bench";
import { COLUMNS, head, levelNames, number, publishedTable, wide } from "./published";
import type { Draw } from "./room";
import { told } from "./words";

/** Sums of the cells of one organization; what is summed is exact. */
interface Row {
  organization: string;
  people: number;
  self: ExactNumber;
  final: ExactNumber;
  difference: ExactNumber;
  votes: { inFavour: number; cast: number };
  levels: number[];
}

/** Self-scores, votes and final levels of the members here and below, by organization. */
export function calibrationPart(bench: Bench): Draw {
  function draw(here: TreeLine): (Node | null | false)[] {
    const { desk, language } = bench;
    const answer = desk.ask({ type: "calibration", id: here.id, year: desk.year, asker: bench.chosenAsker()?.member ?? null }, bench.on);
    const body = bodyOf(answer, here);
    return body.length === 0 ? [hint(told("noRatings", language))] : [hint(told("calibrationNote", language)), ...body];
  }

  function bodyOf({ ratings, published }: CalibrationAnswer, here: TreeLine): (Node | null | false)[] {
    const { language, rules } = bench;
    if (published) {
      const { organizations, leftOut } = published.value;
      return [
        h("h4", { id: "self-title" }, told("selfTable", language)),
        wide("self-title", publishedMarks(organizations)),
        ...(["proposed", "decided"] as const).flatMap((stage) => {
          const title = `published-${stage}`;
          return [h("h4", { id: title }, capital(wordName("calibrationStage", stage, language))), wide(title, publishedLevels(organizations, stage))];
        }),
        leftOut > 0 && hint(fill(told("leftOut", language), { count: count(leftOut, language) })),
        policyList(published.policies, rules, language),
      ];
    }
    if (!ratings || ratings.value.overall.rows === 0) return [];
    const rows = rowsOf(ratings.value, here);
    const table = rules.suppressedTable({ columns: [...COLUMNS], rows: rows.map(({ organization, levels }) => ({ name: organization, counts: levels })) }, { on: bench.on });
    const { raised, same, lowered } = ratings.value.overall.proposedToFinal;
    return [
      h("p", { id: "calibration-moves" }, fill(told("moves", language), { raised: count(raised, language), same: count(same, language), lowered: count(lowered, language) })),
      outliers(ratings.value),
      h("h4", { id: "self-title" }, told("selfTable", language)),
      wide("self-title", marksTable(rows, table.value)),
      h("h4", { id: "final-title" }, told("levelTable", language)),
      wide("final-title", levelTable(table.value)),
      h(
        "details",
        {},
        h("summary", { id: "calibration-fences" }, told("fences", language)),
        fences(ratings.value),
        policyList([...ratings.policies, ...table.policies], rules, language),
      ),
    ];
  }

  /** The cells added up to the organizations directly below. */
  function rowsOf({ groups }: Calibration, here: TreeLine): Row[] {
    const tree = bench.tree();
    const children = childrenOf(tree, here.id);
    const branch = branchOf(tree, children);
    const rows = new Map<string, Row>();
    for (const { group, summary } of groups) {
      const organization = branch(group) ?? here.id;
      const row = rows.get(organization) ?? { organization, people: 0, self: none(), final: none(), difference: none(), votes: { inFavour: 0, cast: 0 }, levels: COLUMNS.map(() => 0) };
      rows.set(organization, row);
      row.people += summary.rows;
      add(row.self, summary.selfMarks?.mean);
      add(row.final, summary.finalMarks?.mean);
      add(row.difference, summary.difference?.mean);
      row.votes.inFavour += summary.votes.inFavour;
      row.votes.cast += summary.votes.cast;
      row.levels = COLUMNS.map((level, place) => (row.levels[place] ?? 0) + summary.finalLevels[level]);
    }
    const order = new Map([here, ...children].map(({ id }, place) => [id, place]));
    return [...rows.values()].sort((one, other) => (order.get(one.organization) ?? 0) - (order.get(other.organization) ?? 0));
  }

  function outliers({ outliers: found }: Calibration): HTMLElement {
    const { language } = bench;
    if (found.length === 0) return hint(told("noOutliers", language));
    return h(
      "section",
      { class: "outliers" },
      h("h4", {}, fill(told("outliers", language), { count: count(found.length, language) })),
      h(
        "ul",
        { class: "level-lines outlier-lines" },
        ...found.map(({ measure, group, id, value, side }) => {
          const name = id === null ? bench.fullName(group) : `${bench.memberName(id, group)}, ${bench.fullName(group)}`;
          const what = fill(told("outlierValue", language), { measure: wordName("calibrationMeasure", measure, language), value: shown(value, language), side: wordName("outlierSide", side, language) });
          const key = id ?? group;
          const go = () => (id === null ? bench.goTo(group) : bench.explain({ type: "member", id }));
          return h("li", { "data-outlier": key }, h("button", { type: "button", class: "level-line", id: `outlier-${measure}-${key}`, click: go }, h("strong", {}, name), h("span", { class: "note" }, what)));
        }),
      ),
    );
  }

  function fences({ fences: found }: Calibration): HTMLElement {
    const { language } = bench;
    return h(
      "ul",
      { class: "plain-list" },
      ...found.map(({ measure, compared, median, lower, upper }) =>
        h("li", {}, capital(fill(told("fence", language), { measure: wordName("calibrationMeasure", measure, language), lower: shown(lower, language), upper: shown(upper, language), median: shown(median, language), compared: count(compared, language) }))),
      ),
    );
  }

  function marksTable(rows: Row[], published: SuppressedTable): HTMLElement {
    const { language } = bench;
    const few = new Set(published.rows.filter(({ total }) => total === null).map(({ name }) => name));
    // Where the number of people is withheld, a mean would tell of few.
    const cells = ({ organization, people, self, final, difference, votes }: Row) =>
      [count(people, language), shown(self, language), shown(final, language), shown(difference, language), votes.cast === 0 ? "–" : share(votes.inFavour, votes.cast, language)].map((text) =>
        number(few.has(organization) ? "–" : text),
      );
    const row = (line: Row) => h("tr", { "data-calibrated": line.organization }, h("th", { scope: "row" }, bench.nameOf(line.organization)), ...cells(line));
    return h("table", { class: "trend calibration" }, head((["people", "selfMean", "finalMean", "difference", "votesFor"] as const).map((key) => told(key, language)), language), h("tbody", {}, ...rows.map(row)));
  }

  function levelTable({ rows, totals, total }: SuppressedTable): HTMLElement {
    const { language } = bench;
    const cell = (many: number | null) => number(many === null ? "–" : count(many, language));
    const row = (name: string, counts: (number | null)[], sum: number | null, key: string) => h("tr", { "data-published": key, class: key === "" ? "sum" : "" }, h("th", { scope: "row" }, name), ...counts.map(cell), cell(sum));
    return h(
      "table",
      { class: "trend calibration" },
      h("caption", {}, told("small", language)),
      head([...levelNames("open", language), told("total", language)], language),
      h("tbody", {}, ...rows.map(({ name, counts, total: sum }) => row(bench.nameOf(name), counts, sum, name)), rows.length > 1 && row(told("total", language), totals, total, "")),
    );
  }

  function publishedMarks(organizations: PublishedRatings[]): HTMLElement {
    const { language } = bench;
    const mean = (marks: ExactNumber | null) => number(marks === null ? "–" : shown(marks, language));
    const row = ({ organization, name, rated, selfMarks, finalMarks }: PublishedRatings) =>
      h("tr", { "data-calibrated": organization }, h("th", { scope: "row" }, name), number(count(rated, language)), mean(selfMarks), mean(finalMarks));
    return h("table", { class: "trend calibration" }, h("caption", {}, told("small", language)), head((["people", "selfMean", "finalMean"] as const).map((key) => told(key, language)), language), h("tbody", {}, ...organizations.map(row)));
  }

  function publishedLevels(organizations: PublishedRatings[], stage: CalibrationStage): HTMLElement {
    const { language } = bench;
    const rows = organizations.map(({ organization, name, stages }) => ({ organization, name, counts: stages.find((each) => each.stage === stage) }));
    return publishedTable(rows, "open", language);
  }

  return draw;
}

function none(): ExactNumber {
  return { numerator: 0, denominator: 0 };
}

/** Adds a mean to others: it is the sum by the number of rows, not reduced. */
function add(sum: ExactNumber, mean: ExactNumber | undefined): void {
  sum.numerator += mean?.numerator ?? 0;
  sum.denominator += mean?.denominator ?? 0;
}

/** Exact hundredths of a point as points with two decimals, for reading only. */
function shown({ numerator, denominator }: ExactNumber, language: Language): string {
  return denominator === 0 ? "–" : decimal((numerator / denominator / 100).toFixed(2), language).replace("-", "−");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
