import type { TreeLine } from "handbook-wasm";
import { h } from "../dom";
import type { Desk } from "../meetings/desk";
import type { Room } from "../meetings/room";
import { ruleDaySelect } from "../rule-day";
import { askerSelect, pathView } from "../where";
import { fill } from "../words";
import { Bench, PARTS, type Part } from "./bench";
import { calibrationPart } from "./calibration";
import { explainPart } from "./explain";
import { levelsPart } from "./levels";
import { otherwisePart } from "./otherwise";
import { procedurePart } from "./procedure";
import { whatIfPart } from "./what-if";
import { partName, told } from "./words";

/** Draws a part for the organization that is looked at. */
export type Draw = (here: TreeLine) => (Node | null | false)[];

/** What also somebody sees who sees nothing here but the own rating. */
const OF_ONESELF: Part[] = ["levels", "explain", "procedure"];

/** What needs the steps of the ratings. */
const OF_STEPS: Part[] = ["calibration", "procedure"];

/** Levels, why, what if, read otherwise, calibration and procedure of a year's evaluation. */
export function evaluationRoom(desk: Desk): Room {
  const bench = new Bench(desk);
  const parts: Record<Part, Draw> = {
    levels: levelsPart(bench),
    explain: explainPart(bench),
    whatIf: whatIfPart(bench),
    otherwise: otherwisePart(bench),
    calibration: calibrationPart(bench),
    procedure: procedurePart(bench),
  };

  function draw(): (Node | null)[] {
    const here = bench.here();
    if (!here) return [];
    const { language } = bench;
    // Where nobody holds the post on this day, nothing is shown, not what another may see.
    const sight = bench.chosenAsker() === undefined ? "nothing" : bench.levels(here.id, 0, 1).sight;
    const seen = sight !== "nothing" && (sight !== "member" || OF_ONESELF.includes(bench.part));
    const busy = seen && OF_STEPS.includes(bench.part) && !desk.steps.done;
    const shown = () => (busy ? [takingSteps()] : parts[bench.part](here));
    return [
      controls(here),
      pathView(bench.tree(), here, here.name, "evaluation-path", language, (id) => bench.goTo(id)),
      h("h3", { id: "evaluation-where", tabindex: -1 }, here.name),
      tabs(),
      h(
        "div",
        { class: "evaluation-part", id: "evaluation-panel", role: "tabpanel", tabindex: 0, "aria-labelledby": `part-${bench.part}`, "data-part": bench.part, "data-sight": sight, "aria-busy": busy ? "true" : undefined },
        ...(seen ? shown() : [h("p", { class: "sight nothing", role: "status" }, told("hiddenHere", language))]).filter((node) => node !== null && node !== false),
      ),
    ];
  }

  function takingSteps(): HTMLElement {
    const { language } = bench;
    const bar = h("progress", { id: "steps-progress", max: 1, value: desk.steps.share, "aria-labelledby": "steps-taking" });
    desk.takeSteps(
      () => document.getElementById(bar.id)?.setAttribute("value", String(desk.steps.share)),
      () => {
        if (OF_STEPS.includes(bench.part)) desk.changed();
      },
    );
    return h("div", { class: "taking" }, h("p", { id: "steps-taking", role: "status" }, told("takingSteps", language)), bar);
  }

  function controls(here: TreeLine): HTMLElement {
    const { language } = bench;
    const below = bench.tree().filter(({ parent }) => parent === here.id);
    const select = h(
      "select",
      { id: "evaluation-below" },
      h("option", { value: here.id, selected: true }, fill(told("thisOne", language), { name: here.name })),
      ...below.map(({ id, name }) => h("option", { value: id }, name)),
    );
    select.addEventListener("change", () => bench.goTo(select.value));
    return h(
      "div",
      { class: "fields" },
      h("div", { class: "field" }, h("label", { for: "evaluation-below" }, told("below", language)), select),
      askerSelect("evaluation-asker", bench.asker, bench.askers(), language, (chosen) => {
        bench.asker = bench.askers().find(({ key }) => key === chosen)?.key ?? bench.asker;
        desk.changed();
      }),
      h("div", { class: "field" }, ruleDaySelect("evaluation-rule-day", bench.on, language, desk.judgeBy)),
    );
  }

  function tabs(): HTMLElement {
    const { language } = bench;
    const tab = (part: Part) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          class: "part-tab",
          id: `part-${part}`,
          "aria-selected": String(part === bench.part),
          "aria-controls": "evaluation-panel",
          tabindex: part === bench.part ? 0 : -1,
          click: () => bench.show(part),
        },
        partName(part, language),
      );
    const list = h("div", { class: "part-tabs", role: "tablist", id: "evaluation-parts", "aria-label": told("parts", language) }, ...PARTS.map(tab));
    list.addEventListener("keydown", (event) => {
      const place = PARTS.indexOf(bench.part);
      const last = PARTS.length - 1;
      const to = { ArrowRight: place === last ? 0 : place + 1, ArrowLeft: place === 0 ? last : place - 1, Home: 0, End: last }[event.key];
      const part = to === undefined ? undefined : PARTS[to];
      if (!part) return;
      event.preventDefault();
      bench.show(part);
      document.getElementById(`part-${part}`)?.focus();
    });
    return list;
  }

  return { id: "evaluation", title: "evaluation", hint: "evaluationHint", draw };
}
