import type { Language, MeetingAnswer, MemberLine } from "handbook-wasm";
import { h } from "../dom";
import { day } from "../words";
import type { Desk } from "./desk";
import type { Choice } from "./form";
import { kindName, said, standingName } from "./words";

/** The meeting of the wizard with those whom it concerns. */
export interface Chosen {
  desk: Desk;
  language: Language;
  answer: MeetingAnswer;
  members: MemberLine[];
  /** Who leads the cell and so does what the wizard records. */
  leader: string | null;
  go: (step: MeetingAnswer["items"][number]["step"]) => void;
}

export function nameOf({ members }: Chosen, id: string): string {
  return members.find((member) => member.id === id)?.name ?? id;
}

/** The members to choose from; those who are far away or exempted are marked. */
export function memberChoices({ members, language }: Chosen, nobody: string | null): Choice[] {
  const choices = members.map((member) => ({
    value: member.id,
    text: member.standing === "active" ? member.name : `${member.name} (${standingName(member.standing, language)})`,
  }));
  return nobody === null ? choices : [{ value: "", text: nobody }, ...choices];
}

export function itemChoices({ answer, language }: Chosen): Choice[] {
  return [
    { value: "", text: said("wholeMeeting", language) },
    ...answer.preparation.agenda.map(({ number, title }) => ({ value: String(number), text: `${number}. ${title}` })),
  ];
}

/** Where a member is as the acts of the meeting have it. */
export interface Seen {
  there: boolean;
  online: boolean;
  /** When the member first came. */
  cameAt: string | null;
  leftAt: string | null;
}

export function seenOf({ answer }: Chosen, member: string): Seen {
  const seen: Seen = { there: false, online: false, cameAt: null, leftAt: null };
  for (const { member: who, at, came, online } of answer.roll.movements) {
    if (who !== member) continue;
    seen.there = came;
    if (came) {
      seen.online = online;
      seen.cameAt ??= at;
      seen.leftAt = null;
    } else {
      seen.leftAt = at;
    }
  }
  return seen;
}

export function meetingTitle(line: { kind: MeetingAnswer["kind"]; on: string }, language: Language): string {
  const name = kindName(line.kind, language);
  return `${name.charAt(0).toLocaleUpperCase(language)}${name.slice(1)}, ${day(line.on, language)}`;
}

export function hint(text: string): HTMLElement {
  return h("p", { class: "hint" }, text);
}
