import type { DistrictYear, Figure, Language, SizeMisfit } from "handbook-wasm";
import { h } from "./dom";
import { count, decimal, word } from "./words";

function block(title: string, lines: (HTMLElement | null)[], language: Language): HTMLElement {
  return h(
    "details",
    { class: "review", open: lines.length > 0 && lines.length <= 8 },
    h("summary", {}, title, h("span", { class: "pill" }, count(lines.length, language))),
    lines.length === 0 ? h("p", { class: "hint" }, word("noMisfits", language)) : h("ul", { class: "review-lines" }, ...lines),
  );
}

/** What someone has to look at: misfits, cells below the aim, ties that need a vote. */
export function reviewView(
  year: DistrictYear,
  language: Language,
  misfitText: (misfit: SizeMisfit) => string,
  openMisfit: (misfit: SizeMisfit) => void,
  openFigure: (figure: Figure) => void,
  names: (organization: string) => string,
): HTMLElement {
  const figures = new Map(year.figures.map((figure) => [figure.id, figure]));
  const misfits = year.sizeMisfits.map((misfit) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "line", "data-misfit": misfit.organization, click: () => openMisfit(misfit) },
        h("strong", {}, misfit.name),
        h("span", {}, misfitText(misfit)),
      ),
    ),
  );
  const below = year.cellsBelowAim.map((line) => {
    const figure = figures.get(`attendance:${line.organization}`);
    const parent = year.organizations.find((organization) => organization.id === line.organization)?.parent;
    const inside = [
      h("strong", {}, line.name),
      h(
        "span",
        {},
        `${parent ? `${names(parent)} · ` : ""}${decimal(line.shown, language)}\u00a0% · ${count(line.attended, language)} / ${count(line.expected, language)} ${word("times", language)}`,
      ),
    ];
    return h(
      "li",
      {},
      figure
        ? h("button", { type: "button", class: "line", click: () => openFigure(figure) }, ...inside)
        : h("div", { class: "line" }, ...inside),
    );
  });
  const ties = year.caps
    .filter((cap) => cap.voteNeeded.length > 0)
    .map((cap) =>
      h(
        "li",
        {},
        h(
          "div",
          { class: "line" },
          h("strong", {}, cap.name),
          h(
            "span",
            {},
            `${count(cap.seats, language)} ${word("tieSeats", language)} ${count(cap.voteNeeded.length, language)} ${word("tiePersons", language)}`,
          ),
        ),
      ),
    );
  return h(
    "section",
    { "aria-labelledby": "review-title", id: "review" },
    h("h2", { id: "review-title" }, word("review", language)),
    block(word("misfits", language), misfits, language),
    block(word("belowAim", language), below, language),
    block(word("ties", language), ties, language),
  );
}
