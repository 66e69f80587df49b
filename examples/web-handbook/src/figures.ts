import type { DistrictYear, Figure, Language } from "handbook-wasm";
import { h } from "./dom";
import { billions, count, decimal, figureName, word, type Word } from "./words";

const GROUPS: { title: Word; ids: string[] }[] = [
  {
    title: "admission",
    ids: ["admissions-against-plan", "admissions", "admissions-non-state", "admissions-religious", "cells-founded-non-state"],
  },
  {
    title: "evaluation",
    ids: ["organizations-good-or-better", "organizations-not-completed", "members-good-or-better"],
  },
  { title: "app", ids: ["app-adoption"] },
  {
    title: "work",
    ids: ["bids-count", "bids-value", "bids-saving", "projects-with-quality", "projects-completed-early"],
  },
];

/** The figure as the language writes it, with its unit apart. */
export function figureText(figure: Figure, language: Language): { number: string; unit: string } {
  if (figure.unit === "dong") return billions(figure.numerator, language);
  if (figure.unit === "percent") {
    return figure.shown === "" ? { number: "–", unit: "" } : { number: decimal(figure.shown, language), unit: "%" };
  }
  return { number: count(figure.numerator, language), unit: "" };
}

/** The counts behind a figure. */
export function figureCounts(figure: Figure, language: Language): string {
  if (figure.unit === "dong") return `${count(figure.numerator, language)} đ`;
  if (figure.denominator === null) return "";
  return `${count(figure.numerator, language)} / ${count(figure.denominator, language)}`;
}

function tile(figure: Figure, language: Language, open: (figure: Figure) => void, leads: boolean): HTMLElement {
  const { number, unit } = figureText(figure, language);
  const counts = figureCounts(figure, language);
  return h(
    "button",
    {
      class: leads ? "tile tile-lead" : "tile",
      type: "button",
      "data-figure": figure.id,
      "aria-haspopup": "dialog",
      click: () => open(figure),
    },
    h("span", { class: "tile-number" }, number, unit !== "" && h("span", { class: "tile-unit" }, `\u00a0${unit}`)),
    h("span", { class: "tile-name" }, figureName(figure.id, language)),
    counts !== "" && h("span", { class: "tile-counts" }, counts),
  );
}

export function figuresView(year: DistrictYear, language: Language, open: (figure: Figure) => void): HTMLElement {
  const byId = new Map(year.figures.map((figure) => [figure.id, figure]));
  const groups = GROUPS.map(({ title, ids }) => {
    const figures = ids.flatMap((id) => byId.get(id) ?? []);
    if (figures.length === 0) return null;
    return h(
      "div",
      { class: "figure-group", style: `--tiles:${figures.length}` },
      h("h3", {}, word(title, language)),
      h("div", { class: "tiles" }, ...figures.map((figure, place) => tile(figure, language, open, place === 0))),
    );
  });
  return h(
    "section",
    { "aria-labelledby": "figures-title", id: "figures" },
    h("h2", { id: "figures-title" }, word("figures", language)),
    h("p", { class: "hint" }, word("figuresHint", language)),
    h("div", { class: "figure-groups" }, ...groups),
  );
}
