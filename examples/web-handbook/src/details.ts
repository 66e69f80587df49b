import type { Figure, Language, LevelAnswer, LevelSubject, OrganizationLine, SizeMisfit } from "handbook-wasm";
import { isHandbookError } from "handbook-wasm";
import type { District } from "./district";
import { h } from "./dom";
import { figureCounts, figureText } from "./figures";
import { groundsList, verdictView } from "./grounds";
import { count, figureName, levelName, word } from "./words";

export interface Details {
  title: string;
  body: HTMLElement;
  /** Whether it needs more room than a column of text. */
  wide?: boolean;
}

export interface Judged {
  district: District;
  language: Language;
  year: number;
  judgedOn: string;
}

export function figureDetails(figure: Figure, judged: Judged, names: (organization: string) => string): Details {
  const { language, district } = judged;
  const organization = figure.id.startsWith("attendance:") ? figure.id.slice("attendance:".length) : null;
  const { number, unit } = figureText(figure, language);
  const counts = figureCounts(figure, language);
  return {
    title: organization === null ? figureName(figure.id, language) : names(organization),
    body: h(
      "div",
      {},
      organization !== null && h("p", { class: "hint" }, word("attendance", language)),
      h("p", { class: "details-number" }, number, unit !== "" && h("span", { class: "tile-unit" }, `\u00a0${unit}`)),
      counts !== "" && h("p", { class: "details-counts" }, `${word("counted", language)}: ${counts}`),
      h("h3", {}, word("grounds", language)),
      groundsList(figure.grounds, district.rules, language),
    ),
  };
}

function levelView(answer: LevelAnswer, judged: Judged): HTMLElement {
  const { language, district } = judged;
  const level = answer.level ?? (answer.rated.value ? "voteNeeded" : "notRated");
  return h(
    "div",
    {},
    h("p", { class: "details-level" }, h("span", { class: `badge ${level}` }, levelName(level, language))),
    answer.own !== null && verdictView(word("ownLevel", language), answer.own, district.rules, language),
    answer.cap !== null && verdictView(word("capStep", language), answer.cap, district.rules, language),
    verdictView(word("ratedStep", language), answer.rated, district.rules, language),
  );
}

// A subject without a rating of its own is no failure of the page: the reason is shown.
function levelOf(subject: LevelSubject, judged: Judged): HTMLElement {
  const { district, year, judgedOn, language } = judged;
  try {
    const answer = district.record.ask(district.rules, { type: "level", subject, year }, { on: judgedOn });
    return levelView(answer, judged);
  } catch (failure) {
    if (!isHandbookError(failure)) throw failure;
    return h("p", { class: "hint" }, failure.sentence(language));
  }
}

export function organizationDetails(organization: OrganizationLine, judged: Judged, grassroots: boolean): Details {
  const { district, language, judgedOn } = judged;
  const answer = district.record.ask(district.rules, { type: "organization", id: organization.id }, { on: judgedOn });
  const kind = district.kind(organization.kind, judgedOn);
  return {
    title: organization.name,
    body: h(
      "div",
      {},
      h("p", { class: "hint" }, kind?.[language] ?? organization.kind),
      h(
        "p",
        { class: "details-number" },
        count(answer.fullMembers + answer.probationaryMembers, language),
        h("span", { class: "tile-unit" }, ` ${word("memberCount", language)}`),
      ),
      h(
        "p",
        { class: "details-counts" },
        `${count(answer.fullMembers, language)} ${word("fullCount", language)}, ${count(answer.probationaryMembers, language)} ${word("probationaryCount", language)}`,
      ),
      grassroots && h("h3", {}, word("level", language)),
      grassroots && levelOf({ type: "organization", id: organization.id }, judged),
      answer.form !== null && verdictView(word("sizeStep", language), answer.form, district.rules, language),
    ),
  };
}

export function misfitDetails(misfit: SizeMisfit, judged: Judged): Details {
  const { district, language } = judged;
  return {
    title: misfit.name,
    body: h("div", {}, h("p", {}, misfitText(misfit, judged)), h("h3", {}, word("grounds", language)), groundsList(misfit.grounds, district.rules, language)),
  };
}

export function misfitText(misfit: SizeMisfit, { district, language, judgedOn }: Judged): string {
  const name = (kind: string) => district.kind(kind, judgedOn)?.[language] ?? kind;
  const members = `${count(misfit.fullMembers, language)} ${word("fullCount", language)}, ${count(misfit.probationaryMembers, language)} ${word("probationaryCount", language)}`;
  let fitting: string;
  if (misfit.fittingKind === null) fitting = word("noForm", language);
  else if (misfit.fittingKind === misfit.kind && misfit.partyGroups) fitting = word("needsGroups", language);
  else if (misfit.partyGroups) fitting = word("needsGroups", language);
  else fitting = `${word("fits", language)}: ${name(misfit.fittingKind)}`;
  return `${name(misfit.kind)}, ${members} → ${fitting}`;
}

/** The drawer at the side of a wide window, the sheet at the bottom of a phone. */
export class Drawer {
  readonly element = h("dialog", { class: "drawer", "aria-labelledby": "drawer-title" });
  #shown: (() => Details) | undefined;

  constructor() {
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close();
    });
    this.element.addEventListener("close", () => {
      this.#shown = undefined;
    });
  }

  show(details: () => Details, language: Language): void {
    this.#shown = details;
    this.redraw(language);
    if (this.element.open) this.element.querySelector<HTMLElement>("#drawer-title")?.focus();
    else this.element.showModal();
    this.element.scrollTop = 0;
  }

  redraw(language: Language): void {
    if (!this.#shown) return;
    const { title, body, wide } = this.#shown();
    this.element.classList.toggle("wide", wide === true);
    this.element.replaceChildren(
      h(
        "div",
        { class: "drawer-content" },
        h(
          "header",
          {},
          h("h2", { id: "drawer-title", tabindex: -1 }, title),
          h("button", { type: "button", class: "close", "aria-label": word("close", language), click: () => this.element.close() }, "×"),
        ),
        body,
      ),
    );
  }
}
