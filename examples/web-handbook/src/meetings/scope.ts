import type { TreeLine } from "handbook-wasm";
import { h } from "../dom";
import { day, fill, word } from "../words";
import type { Desk } from "./desk";
import type { Room } from "./room";
import { said } from "./words";

/** The day to look from, and the cell: what all rooms of meetings look at. */
export function scopeRoom(desk: Desk): Room {
  /** A day that was typed in and that no rule covers, and the day that stayed. */
  let refused: { day: string; today: string } | null = null;

  function draw(): Node[] {
    const { language } = desk;
    const lines = desk.tree();
    const byId = new Map(lines.map((line) => [line.id, line]));
    const cells = lines.filter((line) => desk.isCell(line));
    // A grassroots cell stands alone: it is listed under what is above it.
    const aboveOf = (line: TreeLine) => line.parent ?? line.id;
    const chosenCell = byId.get(desk.cell);
    const chosenAbove = chosenCell === undefined ? "" : aboveOf(chosenCell);
    const above = [...new Set(cells.map(aboveOf))];

    const outside = refused?.today === desk.today ? refused.day : null;
    const { from, to } = desk.rules;
    const today = h("input", { type: "date", id: "today", required: true, min: from, max: to, "aria-invalid": outside === null ? undefined : "true", "aria-describedby": outside === null ? undefined : "today-outside" });
    today.value = outside ?? desk.today;
    today.addEventListener("change", () => {
      refused = today.validity.valid ? null : { day: today.value, today: desk.today };
      if (refused === null) desk.today = today.value;
      else desk.announce(outsideText());
      desk.changed();
    });
    const outsideText = () => fill(word("timeOutside", language), { from: day(from, language), to: day(to, language) });
    const choose = (cell: string | undefined) => {
      if (cell === undefined) return;
      desk.cell = cell;
      desk.meeting = null;
      desk.changed();
    };
    const option = (line: string, chosen: boolean) => h("option", { value: line, selected: chosen }, byId.get(line)?.name ?? line);
    const aboveSelect = h("select", { id: "scope-above" }, ...above.map((id) => option(id, id === chosenAbove)));
    aboveSelect.addEventListener("change", () => choose(cells.find((cell) => aboveOf(cell) === aboveSelect.value)?.id));
    const below = cells.filter((cell) => aboveOf(cell) === chosenAbove);
    const cellSelect = h("select", { id: "scope-cell" }, ...below.map(({ id }) => option(id, id === desk.cell)));
    cellSelect.addEventListener("change", () => choose(cellSelect.value));
    const field = (id: string, label: string, control: HTMLElement, failure: HTMLElement | false = false) =>
      h("div", { class: "field" }, h("label", { for: id }, label), control, failure);
    return [
      h(
        "div",
        { class: "fields scope" },
        field("today", said("today", language), today, outside !== null && h("p", { class: "field-failure", id: "today-outside" }, outsideText())),
        field("scope-above", said("above", language), aboveSelect),
        field("scope-cell", said("cell", language), cellSelect),
      ),
    ];
  }
  return { id: "desk", title: "deskTitle", hint: "deskHint", draw };
}
