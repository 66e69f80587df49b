import { isHandbookError, type Language } from "handbook-wasm";
import { h } from "../dom";
import type { Desk } from "./desk";
import { said, type Said } from "./words";

/** A part of the page that shows something of the record and does something with it. */
export interface Room {
  /** The id of its section; it is also where the navigation leads. */
  id: string;
  title: Said;
  hint: Said;
  draw: () => (Node | null | false)[];
}

interface Framed {
  room: Room;
  heading: HTMLElement;
  hint: HTMLElement;
  body: HTMLElement;
  section: HTMLElement;
}

/** The rooms in their sections. A redraw keeps the focus where it was. */
export class Rooms {
  readonly #framed: Framed[];
  readonly #status = h("p", { class: "unseen", role: "status", "aria-live": "polite", id: "desk-status" });
  readonly #desk: Desk;

  constructor(desk: Desk, rooms: Room[]) {
    this.#desk = desk;
    this.#framed = rooms.map((room) => {
      const heading = h("h2", { id: `${room.id}-title`, tabindex: -1 });
      const hint = h("p", { class: "hint" });
      const body = h("div", { class: "room" });
      const section = h("section", { id: room.id, "aria-labelledby": heading.id }, heading, hint, body);
      return { room, heading, hint, body, section };
    });
    desk.changed = () => this.redraw();
    desk.announce = (sentence) => {
      this.#status.textContent = sentence;
    };
  }

  elements(): HTMLElement[] {
    return [...this.#framed.map(({ section }) => section), this.#status];
  }

  links(language: Language): { id: string; text: string }[] {
    return this.#framed.map(({ room }) => ({ id: room.id, text: said(room.title, language) }));
  }

  redraw(): void {
    const { language } = this.#desk;
    const focused = document.activeElement?.id ?? "";
    for (const { room, heading, hint, body } of this.#framed) {
      heading.textContent = said(room.title, language);
      hint.textContent = said(room.hint, language);
      body.replaceChildren(...drawn(room, language));
    }
    if (focused !== "" && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

// A day outside the rule book is no failure of the page: the sentence stands in the room.
function drawn(room: Room, language: Language): Node[] {
  try {
    return room.draw().filter((node): node is Node => node !== null && node !== false);
  } catch (failure) {
    if (!isHandbookError(failure)) throw failure;
    return [h("p", { class: "failure" }, failure.sentence(language))];
  }
}
