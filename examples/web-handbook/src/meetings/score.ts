import type { GivenMarks, Language, MeetingScore, ScorePart, Verdict } from "handbook-wasm";
import { isHandbookError, wordName } from "handbook-wasm";
import { h } from "../dom";
import { groundsList, policyList } from "../grounds";
import { fill, points } from "../words";
import type { Desk } from "./desk";
import { formView, textField, type FormState } from "./form";
import { hint, type Chosen } from "./meeting";
import { itemName, originName, said } from "./words";

type PartLine = MeetingScore["groups"][number]["parts"][number];

/** The meeting marks what the rule book does not compute; then its marks, their sum and its class. */
export function scoreView(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`score-${answer.id}`);
  let parts: PartLine[];
  try {
    parts = partsToMark(desk, answer.on);
  } catch (failure) {
    if (!isHandbookError(failure)) throw failure;
    return h("section", { class: "act", "data-score-unknown": failure.code }, h("h4", {}, said("score", language)), hint(failure.sentence(language)));
  }
  const known = new Map(answer.score?.value.groups.flatMap((group) => group.parts).map((line) => [line.part, line.hundredths]));
  const fieldOf = ({ part, most }: PartLine, place: number) => {
    const label = fill(said("scoreMost", language), { part: wordName("scorePart", part, language), most: points(most, language) });
    const mark = known.get(part) ?? null;
    return markField(form, `given[${place}]`, label, mark === null ? "" : points(mark, language), language);
  };
  return formView({
    desk,
    form,
    title: said("score", language),
    fields: [
      answer.score !== null && scored(chosen, answer.score),
      hint(said("scoreHint", language)),
      h("div", { class: "fields" }, ...parts.map(fieldOf)),
    ],
    submit: said("giveScore", language),
    done: itemName("score", language),
    command: (read) => {
      const given = parts.map(({ part }, place): GivenMarks => ({ part, hundredths: hundredthsOf(read(`given[${place}]`)) }));
      return desk.act(answer.id, { type: "score", given }, leader);
    },
  });
}

/**
 * The parts that the meeting marks itself, with their most. The library names each part that still
 * lacks marks; once all have some, its answer tells the most of each.
 */
function partsToMark(desk: Desk, on: string): PartLine[] {
  const given: GivenMarks[] = [];
  for (;;) {
    try {
      const input = { minutes: 0, minutesRequired: 1, roll: { presentInPerson: 1 }, longestExcusedStreak: 0, speakers: 0, present: 1, given };
      const { groups } = desk.rules.ask("meetingScore", input, { on }).value;
      return groups.flatMap((group) => group.parts).filter((line) => line.origin === "given");
    } catch (failure) {
      const lacking = isHandbookError(failure) && failure.code === "input" && failure.data.code === "empty" && failure.data.field === "given" ? failure.data.value : null;
      if (lacking === null || given.some(({ part }) => part === lacking)) throw failure;
      given.push({ part: lacking as ScorePart, hundredths: 0 });
    }
  }
}

function markField(form: FormState, name: string, label: string, known: string, language: Language): HTMLElement {
  const field = textField(form, name, label, known);
  const control = field.querySelector("input");
  if (control) {
    control.inputMode = "decimal";
    control.required = true;
    control.pattern = "\\s*-?[0-9]{1,6}([.,][0-9]{1,2})?\\s*";
    control.title = said("writePoints", language);
  }
  return field;
}

/** Points as the field lets them be typed, with a comma or a dot, in hundredths. */
function hundredthsOf(typed: string): number {
  return Math.round(Number(typed.replace(",", ".")) * 100);
}

function scored({ desk, language }: Chosen, verdict: Verdict<MeetingScore>): HTMLElement {
  const { groups, hundredths, most, meetingClass } = verdict.value;
  const of = (marks: number | null, whole: number) => (marks === null ? said("notScored", language) : fill(said("marksOf", language), { marks: points(marks, language), most: points(whole, language) }));
  const partView = ({ part, hundredths: marks, most: whole, origin }: PartLine, alone: boolean) => {
    const marked = alone ? "" : `${wordName("scorePart", part, language)}: ${of(marks, whole)}, `;
    return h("span", { class: `score-part ${origin}`, "data-score-part": part }, marked + originName(origin, language));
  };
  return h(
    "div",
    { class: "score", "data-score": hundredths },
    h(
      "ul",
      { class: "plain-list score-groups" },
      ...groups.map(({ group, hundredths: marks, most: whole, parts }) =>
        h(
          "li",
          { "data-score-group": group },
          h("strong", {}, wordName("scoreGroup", group, language)),
          h("span", { class: "score-marks" }, of(marks, whole)),
          ...parts.map((line) => partView(line, parts.length === 1)),
        ),
      ),
    ),
    h(
      "p",
      { class: "score-sum", "data-score-class": meetingClass ?? "" },
      fill(said("scoreSum", language), { marks: points(hundredths, language), most: points(most, language) }),
      " ",
      h("strong", {}, meetingClass === null ? said("noMeetingClass", language) : fill(said("meetingClass", language), { name: wordName("meetingClass", meetingClass, language) })),
    ),
    h("details", {}, h("summary", { id: "score-grounds" }, said("grounds", language)), groundsList(verdict.grounds, desk.rules, language), policyList(verdict.policies, desk.rules, language)),
  );
}
