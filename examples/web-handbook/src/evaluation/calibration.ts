import type { Calibration, CalibrationRow, CalibrationSummary, ExactNumber, Language, TreeLine, Verdict } from "handbook-wasm";
import { wordName } from "handbook-wasm";
import { h } from "../dom";
import { policyList } from "../grounds";
import { hint } from "../meetings/meeting";
import { share } from "../charts";
import { count, decimal, fill, levelName } from "../words";
import { branchOf, childrenOf, idOf, subjectOf, type Bench } from "./bench";
import type { Draw } from "./room";
import { told } from "./words";

const STAGES = ["excellent", "good", "completed", "notCompleted", "unknown"] as const;

/** Self-scores, votes and final levels of the members here and below, by organization. */
export function calibrationPart(bench: Bench): Draw {
  /** As a question to the stateless door; the record's own answer takes its place here. */
  function calibrationOf(here: TreeLine): Verdict<Calibration> | null {
    const { desk, rules, on } = bench;
    const branch = branchOf(bench.tree(), childrenOf(bench.tree(), here.id));
    const rows = bench.allLines(here.id).lines.flatMap((line): CalibrationRow[] => {
      const rating = line.member === null || line.own === null ? undefined : desk.ratings.of(subjectOf(line));
      const group = branch(line.organization);
      if (!rating || group === undefined) return [];
      const { selfMarks, selfLevel, vote, proposed, decided, facts } = rating;
      return [{ id: idOf(line), group, selfMarks, selfLevel, votes: vote, proposedLevel: proposed, finalMarks: facts?.marks ?? null, finalLevel: decided }];
    });
    // Of a few it would say something about persons, and nothing about the organizations.
    if (rows.length === 0 || rows.length < bench.levels(here.id, 0, 1).totals.members.rated) return null;
    return desk.once(`calibration ${here.id} ${bench.asker} ${on}`, () => rules.calibration({ rows }, { on }));
  }

  function draw(here: TreeLine): (Node | null | false)[] {
    const { language, rules, on } = bench;
    const verdict = calibrationOf(here);
    if (!verdict) return [hint(told(bench.levels(here.id, 0, 1).totals.members.rated > 0 ? "sumsOnly" : "noRatings", language))];
    const { overall, groups, fences } = verdict.value;
    const published = rules.suppressedTable(
      { columns: [...STAGES], rows: groups.map(({ group, summary }) => ({ name: group, counts: STAGES.map((level) => summary.finalLevels[level]) })) },
      { on },
    );
    const { raised, same, lowered } = overall.proposedToFinal;
    return [
      hint(told("calibrationNote", language)),
      h("p", { id: "calibration-moves" }, fill(told("moves", language), { raised: count(raised, language), same: count(same, language), lowered: count(lowered, language) })),
      outliers(verdict.value),
      h("h4", { id: "self-title" }, told("selfTable", language)),
      wide("self-title", marksTable(verdict.value, published.value.rows)),
      h("h4", { id: "final-title" }, told("levelTable", language)),
      wide("final-title", levelTable(published.value)),
      h(
        "details",
        {},
        h("summary", { id: "calibration-fences" }, told("fences", language)),
        h(
          "ul",
          { class: "plain-list" },
          ...fences.map(({ measure, compared, median, lower, upper }) =>
            h("li", {}, capital(fill(told("fence", language), { measure: wordName("calibrationMeasure", measure, language), lower: shown(lower, language), upper: shown(upper, language), median: shown(median, language), compared: count(compared, language) }))),
          ),
        ),
        policyList([...verdict.policies, ...published.policies], rules, language),
      ),
    ];
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
          const where = bench.nameOf(group);
          const name = id === null ? where : `${bench.memberName(id, group)}, ${where}`;
          const what = fill(told("outlierValue", language), { measure: wordName("calibrationMeasure", measure, language), value: shown(value, language), side: wordName("outlierSide", side, language) });
          const inside = [h("strong", {}, name), h("span", { class: "note" }, what)];
          const key = id ?? group;
          return h(
            "li",
            { "data-outlier": key },
            h("button", { type: "button", class: "level-line", id: `outlier-${measure}-${key}`, click: () => (id === null ? bench.goTo(group) : bench.explain({ type: "member", id })) }, ...inside),
          );
        }),
      ),
    );
  }

  function marksTable({ overall, groups }: Calibration, published: { name: string; total: number | null }[]): HTMLElement {
    const { language } = bench;
    const shownRows = new Map(published.map(({ name, total }) => [name, total]));
    // Where the number of people is suppressed, a mean would tell of few.
    const cells = (summary: CalibrationSummary, suppressed: boolean) => {
      const { inFavour, cast } = summary.votes;
      const texts = [
        count(summary.rows, language),
        summary.selfMarks && shown(summary.selfMarks.mean, language),
        summary.finalMarks && shown(summary.finalMarks.mean, language),
        summary.difference && shown(summary.difference.mean, language),
        cast === 0 ? null : share(inFavour, cast, language),
      ];
      return texts.map((text) => h("td", { class: "number" }, suppressed || text === null ? "–" : text));
    };
    return h(
      "table",
      { class: "trend calibration" },
      head(["people", "selfMean", "finalMean", "difference", "votesFor"].map((key) => told(key as "people", language))),
      h(
        "tbody",
        {},
        ...groups.map(({ group, summary }) => h("tr", { "data-calibrated": group }, h("th", { scope: "row" }, bench.nameOf(group)), ...cells(summary, shownRows.get(group) === null))),
        groups.length > 1 && h("tr", { class: "sum" }, h("th", { scope: "row" }, told("total", language)), ...cells(overall, false)),
      ),
    );
  }

  function levelTable({ rows, totals, total }: { rows: { name: string; counts: (number | null)[]; total: number | null }[]; totals: (number | null)[]; total: number | null }): HTMLElement {
    const { language } = bench;
    const cell = (number: number | null) => h("td", { class: "number" }, number === null ? "–" : count(number, language));
    const row = (name: string, counts: (number | null)[], sum: number | null, key: string) => h("tr", { "data-published": key, class: key === "" ? "sum" : "" }, h("th", { scope: "row" }, name), ...counts.map(cell), cell(sum));
    return h(
      "table",
      { class: "trend calibration" },
      h("caption", {}, told("small", language)),
      head([...STAGES.map((level) => (level === "unknown" ? told("open", language) : levelName(level, language))), told("total", language)]),
      h("tbody", {}, ...rows.map(({ name, counts, total: sum }) => row(bench.nameOf(name), counts, sum, name)), rows.length > 1 && row(told("total", language), totals, total, "")),
    );
  }

  function head(columns: string[]): HTMLElement {
    return h("thead", {}, h("tr", {}, h("th", { scope: "col" }, told("organization", bench.language)), ...columns.map((column) => h("th", { scope: "col", class: "number" }, column))));
  }

  return draw;
}

/** A table that may be wider than a phone scrolls within its own frame. */
function wide(label: string, table: HTMLElement): HTMLElement {
  return h("div", { class: "table-wide", tabindex: 0, role: "region", "aria-labelledby": label }, table);
}

/** Exact hundredths of a point as points with two decimals, for reading only. */
function shown({ numerator, denominator }: ExactNumber, language: Language): string {
  return decimal((numerator / denominator / 100).toFixed(2), language).replace("-", "−");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
