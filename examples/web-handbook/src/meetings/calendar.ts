import type { CalendarLine, IsoDate, Language } from "handbook-wasm";
import { isHandbookError } from "handbook-wasm";
import { h } from "../dom";
import { day, fill, monthOf } from "../words";
import { dayPlus, isoDay, monthOfDay, monthPlus, type Desk, type Month } from "./desk";
import { hint, meetingTitle } from "./meeting";
import type { Room } from "./room";
import { said, stageName } from "./words";

/** Days on both sides of the month in which a meeting may stand that was moved out of it. */
const MOVED_WITHIN_DAYS = 62;

/** A day before a meeting is soon enough to remind. */
const REMIND_MINUTES = 1440;

/** A shape for each state, beside its colour. */
const SHAPES = { held: "✓", announced: "○", overdue: "!", cancelled: "✕", postponed: "→" };
type Shown = keyof typeof SHAPES;

/** A meeting on a day: also on the day from which it was moved away. */
interface Entry {
  line: CalendarLine;
  on: IsoDate;
  shown: Shown;
}

/** The days of a month in weeks from Monday, with those of the months beside it. */
function weeksOf({ year, month }: Month): IsoDate[][] {
  const first = isoDay(year, month, 1);
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: IsoDate[][] = [];
  for (let start = dayPlus(first, -weekday); start < isoDay(year, month + 1, 1); start = dayPlus(start, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => dayPlus(start, days)));
  }
  return weeks;
}

function weekdayName(on: IsoDate, language: Language, width: "long" | "short"): string {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { weekday: width, timeZone: "UTC" }).format(new Date(`${on}T00:00:00Z`));
}

function inMonth(on: IsoDate, month: Month): boolean {
  const of = monthOfDay(on);
  return of.year === month.year && of.month === month.month;
}

/** The month of a cell or of one of its members. */
export function calendarRoom(desk: Desk, openMeeting: (meeting: string) => void): Room {
  let month = monthOfDay(desk.today);
  /** The day that has the tab stop. */
  let current = desk.today;
  /** The day whose meetings are listed; none for the whole month. */
  let chosenDay: IsoDate | null = null;
  let member = "";
  let drawnFor = { cell: desk.cell, today: desk.today };

  function entries(): Entry[] {
    const from = dayPlus(isoDay(month.year, month.month, 1), -MOVED_WITHIN_DAYS);
    const to = dayPlus(isoDay(month.year, month.month, 28), MOVED_WITHIN_DAYS);
    const lines = member === "" ? desk.ask({ type: "calendar", id: desk.cell, from, to }) : desk.ask({ type: "memberCalendar", id: member, from, to });
    return lines.flatMap((line) => {
      const here: Entry = { line, on: line.on, shown: line.stage };
      return line.on === line.announcedOn ? [here] : [here, { line, on: line.announcedOn, shown: "postponed" as const }];
    });
  }

  function show(on: IsoDate): void {
    current = on;
    month = monthOfDay(on);
    desk.changed();
    document.getElementById(`day-${on}`)?.focus();
  }

  function turn(months: number): void {
    month = monthPlus(month, months);
    current = isoDay(month.year, month.month, 1);
    chosenDay = null;
    desk.changed();
    desk.announce(fill(said("month", desk.language), { month: monthOf(current, desk.language) }));
  }

  function draw(): HTMLElement[] {
    if (drawnFor.cell !== desk.cell || drawnFor.today !== desk.today) {
      if (drawnFor.cell !== desk.cell) member = "";
      drawnFor = { cell: desk.cell, today: desk.today };
      month = monthOfDay(desk.today);
      current = desk.today;
      chosenDay = null;
    }
    const { language } = desk;
    const all = entries();
    return [head(language), grid(all, language), list(all.filter((entry) => inMonth(entry.on, month)), language)];
  }

  function head(language: Language): HTMLElement {
    const owner = h(
      "select",
      { id: "calendar-of" },
      h("option", { value: "", selected: member === "" }, said("wholeCell", language)),
      ...desk.members().map(({ id, name }) => h("option", { value: id, selected: id === member }, name)),
    );
    owner.addEventListener("change", () => {
      member = owner.value;
      desk.changed();
    });
    return h(
      "div",
      { class: "calendar-head" },
      h("div", { class: "field" }, h("label", { for: "calendar-of" }, said("calendarOf", language)), owner),
      h(
        "div",
        { class: "month-turn" },
        h("button", { type: "button", class: "quiet", id: "calendar-previous", "aria-label": said("previousMonth", language), click: () => turn(-1) }, "‹"),
        h("h3", { id: "calendar-month" }, fill(said("month", language), { month: monthOf(isoDay(month.year, month.month, 1), language) })),
        h("button", { type: "button", class: "quiet", id: "calendar-next", "aria-label": said("nextMonth", language), click: () => turn(1) }, "›"),
      ),
      h(
        "button",
        { type: "button", class: "quiet", id: "calendar-feed", click: feed },
        fill(said("feed", language), { year: String(month.year) }),
        h("span", { class: "unseen" }, `: ${ownerName()}`),
      ),
    );
  }

  /** Whose calendar is shown, by name. */
  function ownerName(): string {
    if (member !== "") return desk.members().find(({ id }) => id === member)?.name ?? member;
    return desk.tree().find(({ id }) => id === desk.cell)?.name ?? desk.cell;
  }

  /** Gives the shown year as a file for a calendar. */
  function feed(): void {
    const { language } = desk;
    try {
      const text = desk.ask({
        type: "feed",
        request: {
          ...(member === "" ? { organization: desk.cell } : { member }),
          from: isoDay(month.year, 1, 1),
          to: isoDay(month.year, 12, 31),
          name: ownerName(),
          product: "-//Handbook//Sample page//VI",
          domain: "example.org",
          stampedAt: `${desk.today}T00:00:00Z`,
          language,
          alarmMinutes: REMIND_MINUTES,
        },
      });
      const file = `${member === "" ? desk.cell : member}-${month.year}.ics`;
      download(file, text);
      desk.announce(fill(said("feedMade", language), { file }));
    } catch (failure) {
      if (!isHandbookError(failure)) throw failure;
      desk.announce(failure.sentence(language));
    }
  }

  function entryText({ line, on, shown }: Entry, language: Language): string {
    if (shown === "postponed") return fill(said("movedTo", language), { day: day(line.on, language) });
    const moved = line.on === line.announcedOn ? null : fill(said("movedFrom", language), { day: day(line.announcedOn, language) });
    const parts = [line.at, stageName(line.stage, language), moved, on === line.on ? (line.topic ?? null) : null];
    return parts.filter((part) => part !== null).join(", ");
  }

  function shortText({ line, shown }: Entry, language: Language): string {
    if (shown === "postponed") return said("postponed", language);
    return shown === "cancelled" ? stageName(shown, language) : (line.at ?? stageName(shown, language));
  }

  function grid(all: Entry[], language: Language): HTMLElement {
    const weeks = weeksOf(month);
    const cell = (on: IsoDate) => {
      const here = all.filter((entry) => entry.on === on);
      const told = here.length === 0 ? said("noMeeting", language) : here.map((entry) => entryText(entry, language)).join("; ");
      const isToday = on === desk.today;
      const label = `${weekdayName(on, language, "long")} ${day(on, language)}${isToday ? `, ${said("todayMark", language)}` : ""}: ${told}`;
      const classes = ["day", inMonth(on, month) ? "" : "beside", isToday ? "today" : "", on === chosenDay ? "chosen" : ""];
      return h(
        "td",
        {
          role: "gridcell",
          id: `day-${on}`,
          class: classes.filter((each) => each !== "").join(" "),
          tabindex: on === current ? 0 : -1,
          "aria-label": label,
          "aria-selected": String(on === chosenDay),
          "data-day": on,
          click: () => choose(on),
        },
        h("span", { class: "day-number" }, String(Number(on.slice(8, 10)))),
        ...here.map((entry) =>
          h(
            "span",
            { class: `day-entry ${entry.shown}` },
            h("span", { "aria-hidden": "true" }, SHAPES[entry.shown]),
            h("span", { class: "day-entry-text" }, ` ${shortText(entry, language)}`),
          ),
        ),
      );
    };
    const table = h(
      "table",
      { role: "grid", class: "month-grid", "aria-labelledby": "calendar-month" },
      h(
        "thead",
        {},
        h(
          "tr",
          { role: "row" },
          ...(weeks[0] ?? []).map((on) =>
            h("th", { scope: "col", role: "columnheader", abbr: weekdayName(on, language, "long") }, h("span", { "aria-hidden": "true" }, weekdayName(on, language, "short")), h("span", { class: "unseen" }, weekdayName(on, language, "long"))),
          ),
        ),
      ),
      h("tbody", {}, ...weeks.map((week) => h("tr", { role: "row" }, ...week.map(cell)))),
    );
    table.addEventListener("keydown", (event) => {
      const on = (event.target as HTMLElement).dataset["day"];
      if (on === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = moved(on, event.key);
      if (to !== null) show(to);
      else if (event.key === "Enter" || event.key === " ") choose(on);
      else return;
      event.preventDefault();
    });
    return table;
  }

  function choose(on: IsoDate): void {
    current = on;
    month = monthOfDay(on);
    chosenDay = chosenDay === on ? null : on;
    desk.changed();
    document.getElementById(`day-${on}`)?.focus();
  }

  function list(all: Entry[], language: Language): HTMLElement {
    const listed = all.filter((entry) => chosenDay === null || entry.on === chosenDay).sort((one, other) => one.on.localeCompare(other.on));
    const title = chosenDay === null ? said("meetingsOfMonth", language) : fill(said("meetingsOfDay", language), { day: day(chosenDay, language) });
    const line = (entry: Entry) =>
      h(
        "li",
        { class: "calendar-line", "data-calendar": entry.line.meeting, "data-shown": entry.shown },
        h(
          "div",
          {},
          h("p", {}, h("strong", { class: entry.shown === "cancelled" || entry.shown === "postponed" ? "struck" : "" }, meetingTitle({ kind: entry.line.kind, on: entry.on }, language)), " ", h("span", { class: `mark-pill ${entry.shown}` }, entry.shown === "postponed" ? said("postponed", language) : stageName(entry.shown, language))),
          hint([entry.line.name, entryText(entry, language), entry.line.place, entry.line.link].filter((part) => part !== null).join(" · ")),
        ),
        entry.line.organization === desk.cell &&
          h(
            "a",
            {
              class: "quiet",
              href: "#meeting",
              click: (event) => {
                event.preventDefault();
                openMeeting(entry.line.meeting);
              },
            },
            said("openMeeting", language),
            h("span", { class: "unseen" }, ` ${day(entry.on, language)}`),
          ),
      );
    return h(
      "div",
      { class: "calendar-list", "aria-live": "polite" },
      h("h4", {}, title),
      listed.length === 0 ? hint(said("noMeetings", language)) : h("ul", {}, ...listed.map(line)),
      chosenDay !== null &&
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            id: "calendar-whole",
            click: () => {
              chosenDay = null;
              desk.changed();
              document.getElementById(`day-${current}`)?.focus();
            },
          },
          said("wholeMonth", language),
        ),
    );
  }

  return { id: "calendar", title: "calendar", hint: "calendarHint", draw };
}

function download(file: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  h("a", { href: address, download: file }).click();
  // The browser still reads from the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The day to which a key leads. */
function moved(on: IsoDate, key: string): IsoDate | null {
  const { year, month } = monthOfDay(on);
  const date = Number(on.slice(8, 10));
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7;
  const sameDay = (months: number) => {
    const to = monthPlus({ year, month }, months);
    const last = Number(isoDay(to.year, to.month + 1, 0).slice(8, 10));
    return isoDay(to.year, to.month, Math.min(date, last));
  };
  switch (key) {
    case "ArrowLeft":
      return dayPlus(on, -1);
    case "ArrowRight":
      return dayPlus(on, 1);
    case "ArrowUp":
      return dayPlus(on, -7);
    case "ArrowDown":
      return dayPlus(on, 7);
    case "Home":
      return dayPlus(on, -weekday);
    case "End":
      return dayPlus(on, 6 - weekday);
    case "PageUp":
      return sameDay(-1);
    case "PageDown":
      return sameDay(1);
    default:
      return null;
  }
}
