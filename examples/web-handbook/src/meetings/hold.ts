import { h } from "../dom";
import { count, day, fill } from "../words";
import { areaField, choiceField, formView, momentField, numberOrNull } from "./form";
import { itemChoices, memberChoices, type Chosen } from "./meeting";
import { excuseForm, presenceBoard, rollCall } from "./presence";
import { votesView } from "./votes";
import { itemName, said } from "./words";

/** The meeting itself, from opening to closing. */
export function holdStep(chosen: Chosen): (HTMLElement | null)[] {
  return [
    otherDay(chosen),
    opening(chosen),
    excuseForm(chosen),
    chosen.answer.roll.entries.length === 0 ? presenceBoard(chosen) : null,
    rollCall(chosen),
    speakers(chosen),
    votesView(chosen),
    minutes(chosen),
    closing(chosen),
  ];
}

/** A meeting is held on its own day: one tap makes that day today. */
function otherDay({ desk, language, answer }: Chosen): HTMLElement | null {
  if (desk.today === answer.on) return null;
  return h(
    "div",
    { class: "judged noted" },
    h("p", {}, fill(said("dayDiffers", language), { day: day(answer.on, language), today: day(desk.today, language) })),
    h(
      "p",
      { class: "act-buttons" },
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          id: "go-to-day",
          click: () => {
            desk.today = answer.on;
            desk.changed();
            document.getElementById(desk.form(`open-${answer.id}`).idOf("at"))?.focus();
          },
        },
        said("goToDay", language),
      ),
    ),
  );
}

function opening({ desk, language, answer, leader }: Chosen): HTMLElement {
  const { openedAt } = answer.roll;
  if (openedAt !== null) {
    return h("section", { class: "act" }, h("h4", {}, said("opening", language)), h("p", { "data-opened": "" }, fill(said("openedAt", language), { at: openedAt })));
  }
  const form = desk.form(`open-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("opening", language),
    fields: [momentField(form, "at", said("openAt", language), answer.arrangement.at ?? "", "time")],
    submit: said("open", language),
    done: itemName("open", language),
    command: (read) => desk.act(answer.id, { type: "open", at: read("at") }, leader),
  });
}

function speakers(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`speak-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("speakers", language),
    fields: [
      answer.roll.speakers > 0 && h("p", { "data-speakers": "" }, fill(said("speakersSoFar", language), { many: count(answer.roll.speakers, language) })),
      h(
        "div",
        { class: "fields" },
        choiceField(form, "member", said("speaker", language), memberChoices(chosen, null)),
        choiceField(form, "item", said("aboutItem", language), itemChoices(chosen)),
      ),
    ],
    submit: said("speak", language),
    done: said("speakers", language).toLocaleLowerCase(language),
    command: (read) => desk.act(answer.id, { type: "speak", member: read("member"), item: numberOrNull(read("item")) }, leader),
  });
}

function minutes({ desk, language, answer, leader }: Chosen): HTMLElement {
  const form = desk.form(`minutes-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("record", language),
    fields: [areaField(form, "text", said("recordText", language), answer.outcome.minutes ?? "", 5)],
    submit: said("saveMinutes", language),
    done: itemName("minutes", language),
    command: (read) => desk.act(answer.id, { type: "minute", text: read("text") }, leader),
  });
}

function closing({ desk, language, answer, leader }: Chosen): HTMLElement {
  const { closedAt, minutes } = answer.roll;
  if (closedAt !== null) {
    const told = fill(said("closedAt", language), { at: closedAt, minutes: count(minutes ?? 0, language) });
    return h("section", { class: "act" }, h("h4", {}, said("closing", language)), h("p", { "data-closed": "" }, told));
  }
  const form = desk.form(`close-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("closing", language),
    fields: [momentField(form, "at", said("closeAt", language), "", "time")],
    submit: said("close", language),
    done: itemName("close", language),
    command: (read) => desk.act(answer.id, { type: "close", at: read("at") }, leader),
  });
}
