import type { MeetingItemLine } from "handbook-wasm";
import { h } from "../dom";
import { day, fill } from "../words";
import { answerForm } from "./collect";
import { hint, nameOf, type Chosen } from "./meeting";
import { tasksView } from "./tasks";
import { itemName, said, stepName } from "./words";

/** What is still missing, with the way to it, the tasks, and the questions that wait for an answer. */
export function followStep(chosen: Chosen): HTMLElement[] {
  const { language, answer } = chosen;
  const missing = answer.items.filter((item) => !item.done);
  const done = answer.items.filter((item) => item.done);
  const questions = answer.preparation.contributions.filter((line) => line.kind === "question");
  return [
    h(
      "section",
      { class: "act" },
      h("h4", {}, said("stillMissing", language)),
      missing.length === 0
        ? h("p", { "data-nothing-missing": "" }, said("nothingMissing", language))
        : h("ul", { class: "missing" }, ...missing.map((item) => missingLine(chosen, item))),
    ),
    tasksView(chosen),
    h(
      "section",
      { class: "act" },
      h("h4", {}, said("questions", language)),
      questions.length === 0
        ? hint(said("noQuestions", language))
        : h(
            "ul",
            { class: "contributions" },
            ...questions.map((line) =>
              h(
                "li",
                { class: "contribution", "data-question": line.id },
                h("p", {}, h("strong", {}, line.by === null ? "–" : nameOf(chosen, line.by))),
                h("p", { class: "kept-lines" }, line.text),
                line.answer === null ? answerForm(chosen, line) : h("p", { class: "kept-lines" }, `${said("answer", language)}: ${line.answer}`),
              ),
            ),
          ),
    ),
    h(
      "section",
      { class: "act" },
      h("h4", {}, said("allDone", language)),
      h("ul", { class: "plain-list" }, ...done.map(({ item }) => h("li", {}, `✓ ${itemName(item, language)}`))),
    ),
  ];
}

function missingLine({ language, go }: Chosen, { item, step, due, late }: MeetingItemLine): HTMLElement {
  return h(
    "li",
    { "data-missing": item },
    h(
      "span",
      {},
      itemName(item, language),
      due !== null && h("span", { class: "tree-kind" }, ` ${fill(said("dueOn", language), { day: day(due, language) })}`),
      late && h("span", { class: "mark-pill rejected" }, said("lateItem", language)),
    ),
    step !== "follow" &&
      h(
        "button",
        { type: "button", class: "quiet", id: `go-${item}`, click: () => go(step) },
        fill(said("goToStep", language), { step: stepName(step, language) }),
      ),
  );
}
