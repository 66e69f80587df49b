import { h } from "../dom";
import { day, fill } from "../words";
import { areaField, choiceField, formView, numberOrNull, textField } from "./form";
import { hint, type Chosen } from "./meeting";
import { scoreView } from "./score";
import { giveTask } from "./tasks";
import { voteName } from "./votes";
import { itemName, said } from "./words";

/** The resolution with the vote that carried it, its tasks, the score, and putting the result on the handbook. */
export function concludeStep(chosen: Chosen): HTMLElement[] {
  return [resolution(chosen), giveTask(chosen), scoreView(chosen), publishing(chosen)];
}

function resolution({ desk, language, answer, leader }: Chosen): HTMLElement {
  const form = desk.form(`resolve-${answer.id}`);
  const { resolutions } = answer.outcome;
  const votes = answer.votes.map((vote) => ({ value: String(vote.number), text: voteName(vote, language) }));
  const carrying = answer.votes.find((vote) => vote.tally?.value.carried === true);
  return formView({
    desk,
    form,
    title: said("resolution", language),
    fields: [
      resolutions.length > 0 &&
        h(
          "ul",
          { class: "plain-list", "data-resolutions": "" },
          ...resolutions.map(({ number, on, title, text }) =>
            h(
              "li",
              {},
              h("p", {}, h("strong", {}, fill(said("resolutionLine", language), { number: String(number), day: day(on, language), title }))),
              h("p", { class: "kept-lines" }, text),
            ),
          ),
        ),
      h(
        "div",
        { class: "fields" },
        textField(form, "number", said("resolutionNumber", language), String((resolutions.at(-1)?.number ?? 0) + 1), "number"),
        choiceField(form, "vote", said("byVote", language), [{ value: "", text: said("withoutVote", language) }, ...votes], carrying === undefined ? "" : String(carrying.number)),
      ),
      textField(form, "title", said("resolutionTitle", language)),
      areaField(form, "text", said("resolutionText", language), resolutions.length === 0 ? (answer.preparation.draft ?? "") : "", 5),
    ],
    submit: said("resolve", language),
    done: itemName("resolution", language),
    command: (read) =>
      desk.act(
        answer.id,
        { type: "resolve", number: Number(read("number")), title: read("title"), text: read("text"), vote: numberOrNull(read("vote")) },
        leader,
      ),
  });
}

function publishing({ desk, language, answer, leader }: Chosen): HTMLElement {
  const form = desk.form(`publish-${answer.id}`);
  const { publishedOn } = answer.outcome;
  return formView({
    desk,
    form,
    title: said("publishing", language),
    fields: [hint(publishedOn === null ? said("notPublished", language) : fill(said("publishedOn", language), { day: day(publishedOn, language) }))],
    submit: said("publish", language),
    done: itemName("publish", language),
    command: () => desk.act(answer.id, { type: "publish" }, leader),
  });
}
