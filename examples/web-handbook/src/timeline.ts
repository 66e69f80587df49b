import type { IsoDate, Language } from "handbook-wasm";
import { actSentences } from "./acts";
import { h } from "./dom";
import type { OrganizationHistory, Line, Mark } from "./history";
import { branches } from "./tree";
import { count, day, fill, markName, monthOf, word } from "./words";

/** More ticks than these have no room for a date each. */
const MOST_LABELS = 8;

/** The tree of a day with what changed on it, and the ways to another day. */
export function timelineView(
  history: OrganizationHistory,
  shownOn: IsoDate,
  language: Language,
  choose: (on: IsoDate) => void,
  open: (id: string) => void,
): HTMLElement {
  const { days } = history;
  const slider = h("input", {
    type: "range",
    id: "time-slider",
    min: 0,
    max: days.length - 1,
    step: 1,
    list: "time-ticks",
    "aria-label": word("timeSlider", language),
  });
  const date = h("input", { type: "date", id: "time-day", min: history.first, max: history.until, required: true });
  const back = h("button", { type: "button", class: "quiet", id: "time-back" }, `‹ ${word("timeBack", language)}`);
  const next = h("button", { type: "button", class: "quiet", id: "time-next" }, `${word("timeNext", language)} ›`);
  const said = h("div", { class: "time-said", id: "time-said", role: "status", "aria-live": "polite" });
  const tree = h("div", {});
  let on = shownOn;

  function show(to: IsoDate): void {
    on = to;
    choose(on);
    const place = history.placeOf(on);
    const onTick = days[place] === on;
    slider.value = String(place);
    slider.setAttribute("aria-valuetext", day(on, language));
    date.value = on;
    back.disabled = place === 0 && onTick;
    next.disabled = place === days.length - 1;
    const lines = history.lines(on);
    said.replaceChildren(...saying(lines));
    const opened = new Set(lines.map((line) => line.id));
    tree.replaceChildren(
      branches({ items: lines, labelledBy: "time-title", opened, key: "data-line", content: (line) => content(line, language), open: (line) => open(line.id) }),
    );
  }

  /** What the day is, how many organizations there are, and what changed. */
  function saying(lines: Line[]): HTMLElement[] {
    const place = history.placeOf(on);
    const onTick = days[place] === on;
    const marked = (mark: Mark) => lines.filter((line) => line.marks.includes(mark)).length;
    const counts = (["new", "gone", "renamed", "recoded", "moved", "kindChanged"] as const)
      .map((mark) => ({ mark, many: marked(mark) }))
      .filter(({ many }) => many > 0);
    const living = fill(word("timeLiving", language), { many: count(lines.length - marked("gone"), language) });
    const heading = h(
      "h3",
      {},
      day(on, language),
      h("span", { class: "unseen" }, ": "),
      h("span", { class: "time-count" }, living),
    );
    if (place === 0 && onTick) return [heading, h("p", { class: "hint" }, word("timeFirst", language))];
    if (!onTick) {
      const last = days[place];
      return [heading, h("p", { class: "hint" }, fill(word("timeBetween", language), { day: last === undefined ? "–" : day(last, language) }))];
    }
    return [
      heading,
      h(
        "p",
        { class: "time-marks" },
        ...counts.map(({ mark, many }) =>
          h("span", { class: `mark-pill ${mark}` }, `${count(many, language)} ${markName(mark, language)}`, h("span", { class: "unseen" }, ". ")),
        ),
      ),
      ...history.decisions(on).map((decision) =>
        h(
          "div",
          { class: "decision" },
          h(
            "p",
            { class: "decision-number" },
            decision.number,
            decision.signedOn !== null &&
              h("span", {}, ` ${fill(word("signedOn", language), { day: day(decision.signedOn, language) })}`),
          ),
          h("ul", {}, ...actSentences(history, decision, on, language).map((sentence) => h("li", {}, sentence))),
        ),
      ),
    ];
  }

  slider.addEventListener("input", () => {
    const to = days[Number(slider.value)];
    if (to !== undefined) show(to);
  });
  back.addEventListener("click", () => {
    const place = history.placeOf(on);
    const to = days[place] === on ? days[place - 1] : days[place];
    if (to !== undefined) show(to);
  });
  next.addEventListener("click", () => {
    const to = days[history.placeOf(on) + 1];
    if (to !== undefined) show(to);
  });
  date.addEventListener("change", () => {
    if (date.validity.valid) show(date.value);
    else
      said.replaceChildren(
        h("p", { class: "hint" }, fill(word("timeOutside", language), { from: day(history.first, language), to: day(history.until, language) })),
      );
  });

  const labels = days.map((each, place) => {
    const shown = days.length <= MOST_LABELS || place === 0 || place === days.length - 1;
    return h("span", { style: `--place:${days.length === 1 ? 0 : place / (days.length - 1)}` }, shown && monthOf(each, language));
  });
  show(on);
  return h(
    "section",
    { "aria-labelledby": "time-title", id: "time" },
    h("h2", { id: "time-title" }, word("time", language)),
    h("p", { class: "hint" }, word("timeHint", language)),
    h(
      "div",
      { class: "time-controls" },
      back,
      h(
        "div",
        { class: "time-slider" },
        slider,
        h("datalist", { id: "time-ticks" }, ...days.map((each, place) => h("option", { value: place, label: day(each, language) }))),
        h("div", { class: "time-labels", "aria-hidden": "true" }, ...labels),
      ),
      next,
      h("label", { class: "time-day" }, h("span", {}, word("timeDay", language)), date),
    ),
    h("div", { class: "time-columns" }, tree, said),
  );
}

function content(line: Line, language: Language): (HTMLElement | false)[] {
  const gone = line.marks.includes("gone");
  return [
    h(
      "span",
      { class: gone ? "tree-name gone" : "tree-name" },
      gone ? h("s", {}, line.name) : line.name,
      line.before !== null && h("span", { class: "tree-was" }, ` ${fill(word("timeBefore", language), { name: line.before })}`),
    ),
    line.marks.length > 0 &&
      h("span", { class: "tree-marks" }, ...line.marks.map((mark) => h("span", { class: `mark-pill ${mark}` }, markName(mark, language)))),
    h("span", { class: "tree-code mono" }, h("span", { class: "unseen" }, `${word("code", language)} `), line.code ?? ""),
  ];
}
