import type { ContributionKind, ContributionLine } from "handbook-wasm";
import { h } from "../dom";
import { day, fill } from "../words";
import { areaField, choiceField, formView, numberOrNull, orNull, textField } from "./form";
import { hint, itemChoices, memberChoices, nameOf, type Chosen } from "./meeting";
import { contributionName, itemName, said } from "./words";

const KINDS: ContributionKind[] = ["proposal", "comment", "question"];

/** The draft, what members bring in also from far away, and what the secretary says to it. */
export function collectStep(chosen: Chosen): HTMLElement[] {
  const { language, answer } = chosen;
  const { contributions } = answer.preparation;
  return [
    draft(chosen),
    h(
      "section",
      { class: "act" },
      h("h4", {}, said("contributions", language)),
      contributions.length === 0
        ? hint(said("noContributions", language))
        : h("ul", { class: "contributions" }, ...contributions.map((line) => contributionView(chosen, line))),
    ),
    contribute(chosen),
  ];
}

function draft({ desk, language, answer, leader }: Chosen): HTMLElement {
  const form = desk.form(`draft-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("draft", language),
    fields: [areaField(form, "text", said("draft", language), answer.preparation.draft ?? "", 5)],
    submit: said("saveDraft", language),
    done: itemName("draft", language),
    command: (read) => desk.act(answer.id, { type: "draft", text: read("text") }, leader),
  });
}

function contribute(chosen: Chosen): HTMLElement {
  const { desk, language, answer, members } = chosen;
  const form = desk.form(`contribute-${answer.id}`);
  return formView({
    desk,
    form,
    title: said("contribute", language),
    fields: [
      h(
        "div",
        { class: "fields" },
        choiceField(form, "by", said("contributor", language), memberChoices(chosen, null), members[0]?.id ?? ""),
        choiceField(form, "kind", said("contributionKind", language), KINDS.map((kind) => ({ value: kind, text: contributionName(kind, language) })), "proposal"),
        choiceField(form, "item", said("aboutItem", language), itemChoices(chosen)),
      ),
      areaField(form, "text", said("contributionText", language), "", 2),
    ],
    submit: said("sendContribution", language),
    done: said("contribute", language).toLocaleLowerCase(language),
    command: (read) =>
      desk.act(
        answer.id,
        {
          type: "contribute",
          id: desk.newId("y-kien"),
          kind: KINDS.find((kind) => kind === read("kind")) ?? "proposal",
          text: read("text"),
          item: numberOrNull(read("item")),
        },
        read("by"),
      ),
  });
}

function stateOf({ language }: Chosen, line: ContributionLine): { text: string; key: string } {
  if (line.kind === "question") {
    if (line.answeredOn === null) return { text: said("unanswered", language), key: "waiting" };
    return { text: fill(said("answeredOn", language), { day: day(line.answeredOn, language) }), key: "accepted" };
  }
  if (line.accepted === null) return { text: said("unsettled", language), key: "waiting" };
  return line.accepted ? { text: said("accepted", language), key: "accepted" } : { text: said("rejected", language), key: "rejected" };
}

function contributionView(chosen: Chosen, line: ContributionLine): HTMLElement {
  const { language } = chosen;
  const state = stateOf(chosen, line);
  const about = line.item === null ? null : chosen.answer.preparation.agenda.find((item) => item.number === line.item)?.title;
  const open = line.kind !== "question" && line.accepted === null;
  return h(
    "li",
    { class: "contribution", "data-contribution": line.id },
    h(
      "p",
      {},
      h("strong", {}, line.by === null ? "–" : nameOf(chosen, line.by)),
      h("span", { class: "tree-kind" }, ` ${[contributionName(line.kind, language), about].filter((part) => part).join(" · ")}`),
      " ",
      h("span", { class: `mark-pill ${state.key}` }, state.text),
    ),
    h("p", { class: "kept-lines" }, line.text),
    line.reason !== null && hint(`${said("reason", language)}: ${line.reason}`),
    line.answer !== null && h("p", { class: "kept-lines" }, `${said("answer", language)}: ${line.answer}`),
    open && settle(chosen, line),
    line.kind === "question" && line.answer === null && answerForm(chosen, line),
  );
}

function settle({ desk, language, answer, leader }: Chosen, line: ContributionLine): HTMLElement {
  const form = desk.form(`settle-${line.id}`);
  return formView({
    desk,
    form,
    fields: [textField(form, "reason", said("settleReason", language))],
    submit: said("accept", language),
    others: [{ value: "reject", text: said("reject", language) }],
    done: itemName("settleContributions", language),
    command: (read, submitter) =>
      desk.act(answer.id, { type: "settle", contribution: line.id, accepted: submitter !== "reject", reason: orNull(read("reason")) }, leader),
  });
}

/** The form that answers a question; also in the last step. */
export function answerForm({ desk, language, answer, leader }: Chosen, line: ContributionLine): HTMLElement {
  const form = desk.form(`answer-${line.id}`);
  return formView({
    desk,
    form,
    fields: [areaField(form, "text", said("answer", language), "", 2)],
    submit: said("sendAnswer", language),
    done: itemName("answerQuestions", language),
    command: (read) => desk.act(answer.id, { type: "answer", contribution: line.id, text: read("text") }, leader),
  });
}
