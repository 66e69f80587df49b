import type { TaskLine, TaskQuality } from "handbook-wasm";
import { wordName } from "handbook-wasm";
import { h } from "../dom";
import { day, fill, listed } from "../words";
import { choiceField, formView, momentField, orNull, textField } from "./form";
import { dayPlus } from "./desk";
import { hint, memberChoices, nameOf, type Chosen } from "./meeting";
import { itemName, said, taskStageName } from "./words";

const QUALITIES: TaskQuality[] = ["met", "beyond", "below"];

/** Days that a new task has, unless another day is chosen. */
const USUAL_DAYS = 30;

function tasksOf({ desk, answer }: Chosen): TaskLine[] {
  return desk.ask({ type: "tasks", id: answer.organization, meeting: answer.id }).tasks;
}

/** Gives a task that the resolution asks for. */
export function giveTask(chosen: Chosen): HTMLElement {
  const { desk, language, answer, leader } = chosen;
  const form = desk.form(`task-${answer.id}`);
  const tasks = tasksOf(chosen);
  return formView({
    desk,
    form,
    title: said("tasks", language),
    fields: [
      tasks.length > 0 && h("ul", { class: "plain-list" }, ...tasks.map((task) => h("li", {}, h("strong", {}, task.title), hint(taskLine(chosen, task))))),
      h(
        "div",
        { class: "fields" },
        textField(form, "title", said("taskTitle", language)),
        textField(form, "measure", said("taskMeasure", language)),
        choiceField(form, "persons", said("taskPerson", language), memberChoices(chosen, null)),
        momentField(form, "dueOn", said("taskDue", language), dayPlus(answer.on, USUAL_DAYS), "date"),
      ),
    ],
    submit: said("giveTask", language),
    done: itemName("tasks", language),
    command: (read) => ({
      type: "actOnTask",
      task: desk.newId("viec"),
      on: desk.today,
      by: leader,
      act: {
        type: "assign",
        organization: answer.organization,
        title: read("title"),
        measure: orNull(read("measure")),
        persons: [read("persons")],
        meeting: answer.id,
        dueOn: read("dueOn"),
      },
    }),
  });
}

function taskLine(chosen: Chosen, { persons, dueOn, state, quality }: TaskLine): string {
  const { language } = chosen;
  const parts = [
    listed(persons.map((person) => nameOf(chosen, person)), language),
    fill(said("dueOn", language), { day: day(dueOn, language) }),
    taskStageName(state, language),
    quality === null ? null : wordName("taskQuality", quality, language),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

/** The tasks of the meeting, each with the way to say that it is done. */
export function tasksView(chosen: Chosen): HTMLElement {
  const { language } = chosen;
  const tasks = tasksOf(chosen);
  return h(
    "section",
    { class: "act" },
    h("h4", {}, said("tasks", language)),
    tasks.length === 0
      ? hint(said("noTasks", language))
      : h(
          "ul",
          { class: "contributions" },
          ...tasks.map((task) =>
            h(
              "li",
              { class: "contribution", "data-task": task.id, "data-task-state": task.state },
              h("p", {}, h("strong", {}, task.title)),
              hint(taskLine(chosen, task)),
              task.doneOn === null && task.state !== "dropped" && completion(chosen, task),
            ),
          ),
        ),
  );
}

function completion({ desk, language, leader }: Chosen, task: TaskLine): HTMLElement {
  const form = desk.form(`done-${task.id}`);
  return formView({
    desk,
    form,
    fields: [choiceField(form, "quality", said("taskQuality", language), QUALITIES.map((quality) => ({ value: quality, text: wordName("taskQuality", quality, language) })))],
    submit: said("completeTask", language),
    done: itemName("tasksDone", language),
    command: (read) => ({
      type: "actOnTask",
      task: task.id,
      on: desk.today,
      by: leader,
      act: { type: "complete", quality: QUALITIES.find((quality) => quality === read("quality")) ?? "met" },
    }),
  });
}
