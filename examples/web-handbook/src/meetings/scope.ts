import type { TreeLine } from "handbook-wasm";
import { h } from "../dom";
import type { Desk } from "./desk";
import type { Room } from "./room";
import { said } from "./words";

/** The day to look from, and the cell: what all rooms of meetings look at. */
export function scopeRoom(desk: Desk): Room {
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

    const today = h("input", { type: "date", id: "today", required: true });
    today.value = desk.today;
    today.addEventListener("change", () => {
      if (today.value === "") return;
      desk.today = today.value;
      desk.changed();
    });
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
    const field = (id: string, label: string, control: HTMLElement) => h("div", { class: "field" }, h("label", { for: id }, label), control);
    return [
      h(
        "div",
        { class: "fields scope" },
        field("today", said("today", language), today),
        field("scope-above", said("above", language), aboveSelect),
        field("scope-cell", said("cell", language), cellSelect),
      ),
    ];
  }
  return { id: "desk", title: "deskTitle", hint: "deskHint", draw };
}
