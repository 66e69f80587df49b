import type { Language, MonitorAnswer, MonitorLine, MonthlyState, TreeLine } from "handbook-wasm";
import { h } from "../dom";
import { groundsList } from "../grounds";
import { isoDay, monthOfDay, monthPlus, type Desk } from "../meetings/desk";
import { hint } from "../meetings/meeting";
import type { Room } from "../meetings/room";
import { helpName, monthlyName, said, sightSentence } from "../meetings/words";
import { askerSelect, pathView } from "../where";
import { count, day, decimal, fill, listed, monthOf } from "../words";
import { askersOf, type Asker } from "./askers";
import { trendView } from "./trend";

const STATES: MonthlyState[] = ["onTime", "late", "notYetDue", "unscheduled", "overdue", "missed"];

/** Whether cells met in a month, from the district down to a cell, as far as the asker sees. */
export function monitorRoom(desk: Desk, showCalendar: (cell: string) => void): Room {
  let month = monthPlus(monthOfDay(desk.today), -1);
  let organization: string | null = null;
  let askerKey: Asker["key"] = "host";

  function goTo(id: string): void {
    organization = id;
    desk.changed();
    document.getElementById("monitor-where")?.focus();
  }

  function turn(months: number): void {
    month = monthPlus(month, months);
    desk.changed();
  }

  function draw(): (Node | null)[] {
    const { language } = desk;
    const tree = desk.tree();
    const known = tree.find((line) => line.id === organization) ?? tree.find((line) => line.parent === null);
    if (!known) return [];
    const askers = askersOf(desk, tree);
    const asker = askers.find((each) => each.key === askerKey);
    // Where nobody holds the post on this day, nothing is shown, not what another may see.
    const answer = asker === undefined ? null : desk.ask({ type: "monitor", id: known.id, ...month, asker: asker.member });
    const sight = answer?.sight ?? "nothing";
    const shownName = sight === "nothing" ? said("unseenBody", language) : known.name;
    return [
      controls(language, askers),
      pathView(tree, known, shownName, "path", language, goTo),
      h(
        "div",
        { class: "monitor-answer", "data-sight": sight },
        h("h3", { id: "monitor-where", tabindex: -1 }, shownName),
        h("p", { class: `sight ${sight}`, id: "monitor-sight", role: "status" }, h("strong", {}, said("sees", language)), ` ${sightSentence(sight, language)}`),
        ...(answer === null || sight === "member" || sight === "nothing" ? [] : figures(answer, known, language)),
      ),
    ];
  }

  function controls(language: Language, askers: Asker[]): HTMLElement {
    const shown = fill(said("month", language), { month: monthOf(isoDay(month.year, month.month, 1), language) });
    return h(
      "div",
      { class: "calendar-head" },
      askerSelect("monitor-asker", askerKey, askers, language, (chosen) => {
        askerKey = askers.find(({ key }) => key === chosen)?.key ?? askerKey;
        desk.changed();
      }),
      h(
        "div",
        { class: "month-turn" },
        h("button", { type: "button", class: "quiet", id: "monitor-previous", "aria-label": said("previousMonth", language), click: () => turn(-1) }, "‹"),
        h("p", { id: "monitor-month", "aria-live": "polite" }, shown),
        h("button", { type: "button", class: "quiet", id: "monitor-next", "aria-label": said("nextMonth", language), click: () => turn(1) }, "›"),
      ),
    );
  }

  function figures(answer: MonitorAnswer, known: TreeLine, language: Language): (HTMLElement | false)[] {
    return [
      h(
        "dl",
        { class: "monitor-counts" },
        h("div", { "data-monitor": "cells" }, h("dt", {}, said("cellsCount", language)), h("dd", {}, count(answer.cells, language))),
        ...STATES.map((state) => h("div", { class: answer.counts[state] === 0 ? `${state} none` : state, "data-monitor": state }, h("dt", {}, monthlyName(state, language)), h("dd", {}, count(answer.counts[state], language)))),
      ),
      h(
        "div",
        { class: "monitor-columns" },
        h("section", {}, h("h4", {}, said("attendance", language)), ...attendance(answer, language)),
        h("section", {}, h("h4", { id: "trend-title" }, said("trend", language)), trendView(answer.trend, language)),
      ),
      inNeed(answer, known, language),
      answer.lines.length > 0 &&
        h(
          "section",
          {},
          h("h4", {}, said(desk.isCell(known) ? "linesOfCell" : "linesBelow", language)),
          h("ul", { class: "monitor-lines" }, ...answer.lines.map((line) => lineView(line, known, language))),
        ),
    ];
  }

  function attendance(answer: MonitorAnswer, language: Language): (HTMLElement | false)[] {
    if (answer.expected === 0) return [hint(said("nobodyExpected", language))];
    const sums = fill(said("attendanceSums", language), { attended: count(answer.attended, language), expected: count(answer.expected, language) });
    return [
      h("p", { class: "details-number", id: "monitor-share" }, decimal(answer.shareShown, language), h("span", { class: "tile-unit" }, "\u00a0%")),
      h("p", { class: "details-counts", id: "monitor-sums" }, `${sums}, ${said(answer.reachesAim === false ? "belowAim" : "reachesAim", language)}`),
      h("details", {}, h("summary", {}, said("grounds", language)), groundsList(answer.grounds, desk.rules, language)),
    ];
  }

  function inNeed(answer: MonitorAnswer, known: TreeLine, language: Language): HTMLElement {
    const needy = answer.lines.filter((line) => line.inNeed > 0).sort((one, other) => other.inNeed - one.inNeed);
    const why = ({ help, inNeed }: MonitorLine) =>
      help.length > 0 ? listed(help.map((reason) => helpName(reason, language)), language) : fill(said("cellsInNeed", language), { many: count(inNeed, language) });
    const view = (line: MonitorLine) =>
      h("li", { "data-need": line.organization }, stepInto(line.organization, known, "need", [h("strong", {}, line.name), h("span", {}, why(line))]));
    return h(
      "section",
      { id: "monitor-need" },
      h("h4", {}, said("inNeed", language)),
      answer.inNeed === 0 ? hint(said("noneInNeed", language)) : h("p", {}, fill(said("cellsInNeed", language), { many: count(answer.inNeed, language) })),
      needy.length > 0 && h("ul", { class: "monitor-need" }, ...needy.map(view)),
    );
  }

  /** A line that leads to the organization, unless it is the one that is looked at. */
  function stepInto(id: string, known: TreeLine, key: string, inside: HTMLElement[]): HTMLElement {
    if (id === known.id) return h("div", { class: "line" }, ...inside);
    return h("button", { type: "button", class: "line", id: `${key}-${id}`, click: () => goTo(id) }, ...inside);
  }

  function lineView(line: MonitorLine, known: TreeLine, language: Language): HTMLElement {
    const held = line.counts.onTime + line.counts.late;
    const parts = [
      line.state === null ? fill(said("heldCells", language), { held: count(held, language), cells: count(line.cells, language) }) : monthlyName(line.state, language),
      line.on === null ? null : fill(said("metOn", language), { day: day(line.on, language) }),
      line.shareShown === "" ? null : `${decimal(line.shareShown, language)}\u00a0% (${count(line.attended, language)} / ${count(line.expected, language)})`,
      line.help.length > 0 ? line.help.map((reason) => helpName(reason, language)).join(", ") : null,
    ];
    const inside = [h("strong", {}, line.name), h("span", {}, parts.filter((part) => part !== null).join(" · "))];
    return h(
      "li",
      { "data-line-of": line.organization, class: line.reachesAim === false ? "below" : "" },
      stepInto(line.organization, known, "drill", inside),
      line.organization === known.id && h("button", { type: "button", class: "quiet", id: "monitor-calendar", click: () => showCalendar(line.organization) }, said("seeCalendar", language)),
    );
  }

  return { id: "monitor", title: "monitor", hint: "monitorHint", draw };
}
