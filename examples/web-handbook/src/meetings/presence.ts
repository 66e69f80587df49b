import type { AbsenceCause, MeetingAct, MemberLine, Presence } from "handbook-wasm";
import { h } from "../dom";
import { count, fill } from "../words";
import { choiceField, formView, momentField, send, showFailure } from "./form";
import { hint, memberChoices, nameOf, seenOf, type Chosen } from "./meeting";
import { excuseName, itemName, presenceName, said } from "./words";

const REASONS: AbsenceCause[] = ["illness", "maternity", "workTrip", "study", "family", "weather", "farAway", "other"];
const EVERYDAY: Presence[] = ["presentInPerson", "presentOnline", "excused", "unexcused"];

/** Those who come, also late or by an online connection, and those who leave: a tap for each. */
export function presenceBoard(chosen: Chosen): HTMLElement {
  const { desk, language, answer, members, leader } = chosen;
  const form = desk.form(`presence-${answer.id}`);
  const clock = momentField(form, "at", said("clock", language), answer.roll.openedAt ?? answer.arrangement.at ?? "", "time");
  const record = (member: string, act: (at: string) => MeetingAct, what: string) => {
    const at = clock.querySelector("input")?.value ?? "";
    if (at === "") {
      form.empty = "at";
      desk.announce(fill(said("notRecorded", language), { why: said("fillIn", language) }));
    } else {
      send(desk, form, desk.act(answer.id, act(at), leader), `${nameOf(chosen, member)} ${what}`);
      form.typed.set("at", at);
    }
    desk.changed();
  };
  const row = (member: MemberLine) => {
    const seen = seenOf(chosen, member.id);
    const tap = (key: string, name: string, pressed: boolean, act: (at: string) => MeetingAct) =>
      h(
        "button",
        {
          type: "button",
          class: "tap",
          id: form.idOf(`${key}-${member.id}`),
          "aria-pressed": String(pressed),
          click: () => record(member.id, act, name.toLocaleLowerCase(language)),
        },
        name,
        h("span", { class: "unseen" }, ` ${member.name}`),
      );
    return h(
      "li",
      { class: "presence-row", "data-presence": member.id },
      h("span", {}, member.name, h("span", { class: "tree-kind" }, ` ${presenceText(chosen, member)}`)),
      h(
        "span",
        { class: "taps" },
        tap("came", said("came", language), seen.there && !seen.online, (at) => ({ type: "arrive", member: member.id, at, online: false })),
        tap("online", said("cameOnline", language), seen.there && seen.online, (at) => ({ type: "arrive", member: member.id, at, online: true })),
        tap("left", said("left", language), seen.leftAt !== null, (at) => ({ type: "leave", member: member.id, at })),
      ),
    );
  };
  const board = h(
    "section",
    { class: "act" },
    h("h4", {}, said("whoIsThere", language)),
    h("p", { class: "counted" }, fill(said("thereNow", language), { present: count(answer.roll.present, language), concerned: count(answer.roll.concerned, language) })),
    clock,
    hint(said("clockHint", language)),
    h("ul", { class: "presence" }, ...members.map(row)),
  );
  showFailure(desk, form, board);
  return board;
}

function presenceText(chosen: Chosen, member: MemberLine): string {
  const { language, answer } = chosen;
  const { cameAt, leftAt, online } = seenOf(chosen, member.id);
  const excused = answer.roll.excuses.find((line) => line.member === member.id);
  const parts: string[] = [];
  if (cameAt !== null) {
    const late = answer.roll.openedAt !== null && cameAt > answer.roll.openedAt;
    const key = online ? (late ? "onlineLateAt" : "onlineAt") : late ? "cameLateAt" : "cameAt";
    parts.push(fill(said(key, language), { at: cameAt }));
  }
  if (leftAt !== null) parts.push(fill(said("leftAt", language), { at: leftAt }));
  if (excused) parts.push(fill(said("excusedFor", language), { reason: excuseName(excused.reason, language) }));
  return parts.length === 0 ? said("notSeen", language) : parts.join(", ");
}

/** Excuses a member with a reason as a code. */
export function excuseForm(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`excuse-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("excuse", language),
    fields: [
      h(
        "div",
        { class: "fields" },
        choiceField(form, "member", said("excuseMember", language), memberChoices(chosen, null)),
        choiceField(form, "reason", said("excuseReason", language), REASONS.map((reason) => ({ value: reason, text: excuseName(reason, language) }))),
      ),
    ],
    submit: said("saveExcuse", language),
    done: said("excuse", language).toLocaleLowerCase(language),
    command: (read) =>
      desk.act(answer.id, { type: "excuse", member: read("member"), reason: REASONS.find((reason) => reason === read("reason")) ?? "other" }, leader),
  });
}

/** What a line of the roll most likely is, from who came, who is excused and each one's standing. */
function likely(chosen: Chosen, member: MemberLine): Presence {
  const seen = seenOf(chosen, member.id);
  if (seen.cameAt !== null) return seen.online ? "presentOnline" : "presentInPerson";
  if (member.standing === "exempted") return "exempted";
  if (member.standing === "suspended") return "suspended";
  if (member.standing === "away") return "awayTemporarily";
  return chosen.answer.roll.excuses.some((line) => line.member === member.id) ? "excused" : "unexcused";
}

/** The roll-call of everybody, filled in beforehand. */
export function rollCall(chosen: Chosen): HTMLElement {
  const { desk, language, answer, members } = chosen;
  if (answer.roll.entries.length > 0) return rollCalled(chosen);
  const form = desk.form(`roll-${answer.id}`);
  const line = (member: MemberLine, place: number) => {
    const guess = likely(chosen, member);
    const name = `entries[${place}].presence`;
    const chosenPresence = form.value(name, guess);
    const offered = EVERYDAY.includes(guess) ? EVERYDAY : [...EVERYDAY, guess];
    return h(
      "fieldset",
      { class: "roll-line", "data-roll": member.id },
      h("legend", {}, member.name),
      h(
        "div",
        { class: "taps" },
        ...offered.map((presence) => {
          const input = h("input", { type: "radio", name, value: presence, checked: presence === chosenPresence, id: form.idOf(`${member.id}-${presence}`) });
          input.addEventListener("change", () => form.typed.set(name, presence));
          return h("label", { class: "tap" }, input, h("span", {}, presenceName(presence, language)));
        }),
      ),
    );
  };
  return formView({
    desk,
    form,
    title: said("roll", language),
    fields: [hint(said("rollHint", language)), ...members.map(line)],
    submit: said("callRoll", language),
    done: itemName("roll", language),
    command: (read) => ({
      type: "callRoll",
      meeting: answer.id,
      entries: members.map((member, place) => ({ member: member.id, presence: read(`entries[${place}].presence`) as Presence })),
    }),
  });
}

function rollCalled(chosen: Chosen): HTMLElement {
  const { language, answer } = chosen;
  const by = new Map<Presence, string[]>();
  for (const { member, presence } of answer.roll.entries) by.set(presence, [...(by.get(presence) ?? []), nameOf(chosen, member)]);
  return h(
    "section",
    { class: "act", "data-roll-called": "" },
    h("h4", {}, said("roll", language)),
    h("p", {}, fill(said("rollCalled", language), { many: count(answer.roll.entries.length, language) })),
    h(
      "dl",
      { class: "roll-sums" },
      ...[...by].map(([presence, people]) =>
        h("div", {}, h("dt", {}, `${presenceName(presence, language)}: ${count(people.length, language)}`), h("dd", {}, people.join(", "))),
      ),
    ),
  );
}
