import type { Language } from "handbook-wasm";
import { h } from "../dom";
import { count, levelName } from "../words";
import { told } from "./words";

export const COLUMNS = ["excellent", "good", "completed", "notCompleted", "unknown"] as const;

/** An organization by level; a count that is withheld is `null`, or absent with all of its row. */
export interface PublishedRow {
  organization: string;
  name: string;
  rated?: number | null;
  counts: Partial<Record<(typeof COLUMNS)[number], number | null>> | undefined;
}

export function publishedTable(rows: PublishedRow[], open: "open" | "noLevel", language: Language): HTMLElement {
  const row = ({ organization, name, rated, counts }: PublishedRow) =>
    h(
      "tr",
      { "data-published": organization },
      h("th", { scope: "row" }, name),
      ...(rated === undefined ? [] : [shown(rated)]),
      ...COLUMNS.map((level) => shown(counts?.[level])),
    );
  const shown = (many: number | null | undefined) => number(many === undefined || many === null ? "–" : count(many, language));
  const rated = rows.some((line) => line.rated !== undefined) ? [told("ratedColumn", language)] : [];
  return h("table", { class: "trend calibration" }, head([...rated, ...levelNames(open, language)], language), h("tbody", {}, ...rows.map(row)));
}

export function levelNames(open: "open" | "noLevel", language: Language): string[] {
  return COLUMNS.map((level) => (level === "unknown" ? told(open, language) : levelName(level, language)));
}

export function head(columns: string[], language: Language): HTMLElement {
  return h("thead", {}, h("tr", {}, h("th", { scope: "col" }, told("organization", language)), ...columns.map((column) => h("th", { scope: "col", class: "number" }, column))));
}

export function number(text: string): HTMLElement {
  return h("td", { class: "number" }, text);
}

/** A table that may be wider than a phone scrolls within its own frame. */
export function wide(label: string, table: HTMLElement): HTMLElement {
  return h("div", { class: "table-wide", tabindex: 0, role: "region", "aria-labelledby": label }, table);
}
