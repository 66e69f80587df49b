import type { Language, MonthLine } from "handbook-wasm";
import { h } from "../dom";
import { isoDay } from "../meetings/desk";
import { said } from "../meetings/words";
import { count, decimal, fill, monthOf } from "../words";

/** Six months as a table whose shares are also bars. */
export function trendView(trend: MonthLine[], language: Language): HTMLElement {
  const row = ({ year, month, counts, attended, expected, shareShown }: MonthLine) => {
    const cells = Object.values(counts).reduce((sum, many) => sum + many, 0);
    const held = fill(said("heldOf", language), { held: count(counts.onTime + counts.late, language), cells: count(cells, language) });
    const width = expected === 0 ? 0 : (attended / expected) * 100;
    return h(
      "tr",
      { "data-trend": `${year}-${String(month).padStart(2, "0")}` },
      h("th", { scope: "row" }, monthOf(isoDay(year, month, 1), language)),
      h(
        "td",
        {},
        h(
          "div",
          { class: "trend-share" },
          h("span", { class: "bar", "aria-hidden": "true" }, h("span", { class: "bar-fill", style: `width:${width}%` })),
          h("span", { class: "bar-text" }, shareShown === "" ? "–" : `${decimal(shareShown, language)}\u00a0%`),
        ),
      ),
      h("td", { class: "number" }, held),
    );
  };
  return h(
    "table",
    { class: "trend", "aria-labelledby": "trend-title" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("th", { scope: "col" }, said("trendMonth", language)),
        h("th", { scope: "col" }, said("trendShare", language)),
        h("th", { scope: "col", class: "number" }, said("trendHeld", language)),
      ),
    ),
    h("tbody", {}, ...trend.map(row)),
  );
}
