import type { Decision, MeetingVoteLine, TallyInput } from "handbook-wasm";
import { isHandbookError } from "handbook-wasm";
import { h } from "../dom";
import { groundsList } from "../grounds";
import { count, fill } from "../words";
import { choiceField, counterField, formView, textField } from "./form";
import { hint, type Chosen } from "./meeting";
import { decisionName, methodName, said } from "./words";

const DECISIONS: Decision[] = ["ordinary", "admission", "recognition", "deletion", "expulsion", "election"];
const METHODS = ["card", "secret"] as const;

/** The votes so far, and one being counted: how many more are needed is said at each vote. */
export function votesView(chosen: Chosen): HTMLElement {
  const { language, answer } = chosen;
  return h(
    "section",
    { class: "act-group" },
    h("h4", {}, said("votes", language)),
    answer.votes.length > 0 && h("ul", { class: "votes" }, ...answer.votes.map((vote) => voteLine(chosen, vote))),
    answer.roll.voteBase === null ? hint(said("voteNeedsOpening", language)) : counting(chosen, answer.roll.voteBase),
  );
}

export function voteName({ number, question }: MeetingVoteLine, language: Chosen["language"]): string {
  return fill(said("voteLine", language), { number: String(number), question });
}

function voteLine({ desk, language }: Chosen, vote: MeetingVoteLine): HTMLElement {
  const carried = vote.tally?.value.carried === true;
  const numbers = { yes: vote.yes, no: vote.no, abstained: vote.abstained, base: vote.base };
  const texts = Object.fromEntries(Object.entries(numbers).map(([key, many]) => [key, count(many, language)]));
  return h(
    "li",
    { "data-vote": vote.number },
    h(
      "p",
      {},
      h("strong", {}, voteName(vote, language)),
      " ",
      h("span", { class: `mark-pill ${carried ? "accepted" : "rejected"}` }, said(carried ? "voteCarried" : "voteFailed", language)),
    ),
    hint(`${methodName(vote.method, language)} · ${fill(said("voteTotals", language), texts)}`),
    vote.tally !== null && groundsList(vote.tally.grounds, desk.rules, language),
  );
}

/** What a vote that is being counted stands at, in a sentence. */
function standing({ desk, language, answer }: Chosen, votes: Omit<TallyInput, "step">): { sentence: string; carried: boolean } {
  try {
    const { required, missing, open, carried, stillPossible } = desk.rules.tallyVote({ ...votes, step: "proposing" }, { on: answer.on }).value;
    const texts = { base: count(votes.base, language), required: count(required, language), missing: count(missing, language), open: count(open, language) };
    const rest = carried ? "carried" : stillPossible ? "missing" : "impossible";
    return { sentence: fill(said("counting", language) + said(rest, language), texts), carried };
  } catch (failure) {
    if (!isHandbookError(failure)) throw failure;
    return { sentence: failure.sentence(language), carried: false };
  }
}

function counting(chosen: Chosen, base: number): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`vote-${answer.id}`);
  const next = Math.max(0, ...answer.votes.map((vote) => vote.number)) + 1;
  const tally = h("p", { class: "tally", id: form.idOf("tally"), role: "status", "aria-live": "polite" });
  const votesOf = (read: (name: string) => string) => ({
    decision: DECISIONS.find((decision) => decision === read("decision")) ?? "ordinary",
    method: METHODS.find((method) => method === read("method")) ?? "card",
    yes: Number(read("yes")),
    no: Number(read("no")),
    abstained: Number(read("abstained")),
  });
  const tell = () => {
    const { sentence, carried } = standing(chosen, { base, ...votesOf((name) => form.value(name, "0")) });
    tally.textContent = sentence;
    tally.classList.toggle("carried", carried);
  };
  const element = formView({
    desk,
    form,
    fields: [
      textField(form, "question", said("question", language)),
      h(
        "div",
        { class: "fields" },
        choiceField(form, "decision", said("decision", language), DECISIONS.map((decision) => ({ value: decision, text: decisionName(decision, language) }))),
        choiceField(form, "method", said("method", language), METHODS.map((method) => ({ value: method, text: methodName(method, language) }))),
      ),
      h(
        "div",
        { class: "fields" },
        counterField(form, "yes", said("yes", language), desk),
        counterField(form, "no", said("no", language), desk),
        counterField(form, "abstained", said("abstained", language), desk),
      ),
      tally,
    ],
    submit: said("saveVote", language),
    done: fill(said("voteLine", language), { number: String(next), question: form.value("question", "") }),
    command: (read) => desk.act(answer.id, { type: "vote", number: next, question: read("question"), ...votesOf(read) }, leader),
  });
  element.addEventListener("input", tell);
  tell();
  return element;
}
