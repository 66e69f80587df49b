import type { CalendarLine, MeetingAnswer, MeetingKind, WorkStep } from "handbook-wasm";
import { h } from "../dom";
import { count, day, fill } from "../words";
import { collectStep } from "./collect";
import { concludeStep } from "./conclude";
import { dayPlus, type Desk } from "./desk";
import { followStep } from "./follow";
import { choiceField, formView, momentField, numberOrNull, textField } from "./form";
import { holdStep } from "./hold";
import { hint, meetingTitle, type Chosen } from "./meeting";
import { arrangementLine, prepareStep } from "./prepare";
import type { Room } from "./room";
import { kindName, said, stageName, stepName } from "./words";

const STEPS: Record<WorkStep, (chosen: Chosen) => (HTMLElement | null)[]> = {
  prepare: prepareStep,
  collect: collectStep,
  hold: holdStep,
  conclude: concludeStep,
  follow: followStep,
};
const STEP_ORDER = Object.keys(STEPS) as WorkStep[];
const KINDS: MeetingKind[] = ["monthly", "thematic"];

/** Days before and after today of which meetings are offered. */
const OFFERED_DAYS = 62;

/** One meeting of the cell, led through the five steps. */
export function wizardRoom(desk: Desk): Room {
  let step: WorkStep = "prepare";
  let drawnFor: string | null = null;

  function go(to: WorkStep): void {
    step = to;
    desk.changed();
    document.getElementById("step-title")?.focus();
  }

  function draw(): (Node | null)[] {
    const { language } = desk;
    if (desk.meeting !== drawnFor) {
      drawnFor = desk.meeting;
      step = "prepare";
    }
    const chooser = meetingChooser();
    if (desk.meeting === null) return [chooser, newMeeting()];
    const answer = desk.ask({ type: "meeting", id: desk.meeting });
    const members = desk.members(answer.on);
    const posts = desk.ask({ type: "posts", id: desk.cell }, answer.on);
    const leader = posts.find((post) => post.organization === desk.cell && post.post === "secretary")?.member ?? null;
    const chosen: Chosen = { desk, language, answer, members, leader, go };
    return [chooser, meetingHead(chosen), stepsNav(answer), panel(chosen)];
  }

  function meetingChooser(): HTMLElement {
    const { language } = desk;
    const lines = desk
      .ask({ type: "calendar", id: desk.cell, from: dayPlus(desk.today, -OFFERED_DAYS), to: dayPlus(desk.today, OFFERED_DAYS) })
      .filter((line) => line.organization === desk.cell);
    const text = (line: CalendarLine) => `${day(line.on, language)} · ${kindName(line.kind, language)} · ${stageName(line.stage, language)}`;
    const known = lines.some((line) => line.meeting === desk.meeting);
    const select = h(
      "select",
      { id: "meeting-chooser" },
      h("option", { value: "", selected: desk.meeting === null }, said("newMeeting", language)),
      desk.meeting !== null && !known && h("option", { value: desk.meeting, selected: true }, desk.meeting),
      ...lines.map((line) => h("option", { value: line.meeting, selected: line.meeting === desk.meeting }, text(line))),
    );
    select.addEventListener("change", () => {
      desk.meeting = select.value === "" ? null : select.value;
      desk.changed();
    });
    return h("div", { class: "field" }, h("label", { for: "meeting-chooser" }, said("chosenMeeting", language)), select);
  }

  function newMeeting(): HTMLElement {
    const { language } = desk;
    const form = desk.form(`schedule-${desk.cell}`);
    let id: string | null = null;
    return formView({
      desk,
      form,
      fields: [
        h("h3", {}, said("newMeeting", language)),
        h(
          "div",
          { class: "fields" },
          momentField(form, "on", said("on", language), dayPlus(desk.today, 7), "date"),
          choiceField(form, "kind", said("kind", language), KINDS.map((kind) => ({ value: kind, text: kindName(kind, language) }))),
          textField(form, "minutes", said("minutes", language), "90", "number"),
        ),
      ],
      submit: said("schedule", language),
      done: said("newMeeting", language).toLocaleLowerCase(language),
      command: (read) => {
        id = desk.newId("hop");
        return {
          type: "scheduleMeeting",
          id,
          organization: desk.cell,
          kind: KINDS.find((kind) => kind === read("kind")) ?? "monthly",
          on: read("on"),
          minutes: numberOrNull(read("minutes")),
        };
      },
      accepted: () => {
        desk.meeting = id;
      },
    });
  }

  function meetingHead(chosen: Chosen): HTMLElement {
    const { language, answer } = chosen;
    return h(
      "div",
      { class: "meeting-head", id: "meeting-head" },
      h(
        "p",
        {},
        h("strong", {}, meetingTitle(answer, language)),
        " ",
        h("span", { class: `mark-pill ${answer.stage}`, "data-stage": answer.stage }, stageName(answer.stage, language)),
        answer.on !== answer.announcedOn && h("span", { class: "mark-pill postponed" }, fill(said("movedFrom", language), { day: day(answer.announcedOn, language) })),
      ),
      hint(arrangementLine(chosen)),
    );
  }

  function stepsNav(answer: MeetingAnswer): HTMLElement {
    const { language } = desk;
    const button = (each: WorkStep, place: number) => {
      const items = answer.items.filter((item) => item.step === each);
      const done = items.filter((item) => item.done).length;
      const told = fill(said("doneOf", language), { done: count(done, language), all: count(items.length, language) });
      return h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            id: `step-${each}`,
            class: items.length > 0 && done === items.length ? "step done" : "step",
            "aria-current": each === step ? "step" : undefined,
            click: () => go(each),
          },
          h("span", { class: "step-number", "aria-hidden": "true" }, String(place + 1)),
          h("span", {}, stepName(each, language)),
          h("span", { class: "step-count", "aria-hidden": "true" }, items.length > 0 && `${done}/${items.length}`),
          h("span", { class: "unseen" }, `, ${told}`),
        ),
      );
    };
    return h("nav", { "aria-label": said("steps", language) }, h("ol", { class: "steps" }, ...STEP_ORDER.map(button)));
  }

  function panel(chosen: Chosen): HTMLElement {
    const { language, answer } = chosen;
    const heading = h("h3", { id: "step-title", tabindex: -1 }, `${STEP_ORDER.indexOf(step) + 1}. ${stepName(step, language)}`);
    const parts = answer.stage === "cancelled" && step !== "follow" ? [...changesOnly(chosen)] : STEPS[step](chosen);
    return h("div", { class: "step-panel", "data-step": step }, heading, ...parts);
  }

  function changesOnly({ language, answer }: Chosen): HTMLElement[] {
    return [
      h("p", { class: "failure" }, said("cancelledAlready", language)),
      ...answer.preparation.changes.map(({ changedOn, from, to, reason }) =>
        hint(
          to === null
            ? fill(said("cancelLine", language), { day: day(changedOn, language), reason })
            : fill(said("changeLine", language), { day: day(changedOn, language), from: day(from, language), to: day(to, language), reason }),
        ),
      ),
    ];
  }

  return { id: "meeting", title: "wizard", hint: "wizardHint", draw };
}
