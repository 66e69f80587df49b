import type { CapOutcome, Ground, Language, LeastChange, LevelExplanation, LevelFacts, LevelLine, LevelStep, LevelSubject, TreeLine, Verdict } from "handbook-wasm";
import { h } from "../dom";
import { citation, groundsList, policyList, withoutSource } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, day, fill, levelName, listed, points, word } from "../words";
import { idOf, subjectOf, type Bench } from "./bench";
import type { Draw } from "./room";
import { SAMPLE_SHEET, sampleMarks } from "./sample";
import { told } from "./words";

/** More names than this are not put into one list; the way to them is through the levels. */
const MOST_CHOICES = 700;

/** The whole way from marks to a level, and the least changes that would give another. */
export function explainPart(bench: Bench): Draw {
  let tried = false;

  function draw(here: TreeLine): (Node | null | false)[] {
    const { language } = bench;
    const { lines } = bench.allLines(here.id);
    const { subject } = bench;
    return [
      h("div", { class: "fields" }, subjectField(lines), subject !== null && sheetField()),
      ...(subject === null ? [hint(told("notChosen", language))] : explained(subject)),
    ];
  }

  function subjectField(lines: LevelLine[]): HTMLElement {
    const { language } = bench;
    const known = lines.filter(({ own }) => own !== null);
    // Who may be explained and is not among the lines comes from another part.
    const { subject } = bench;
    const apart = subject !== null && !lines.some((line) => isOf(line, subject));
    const offered = known.length > MOST_CHOICES ? known.filter((line) => line.member === null || isOf(line, subject)) : known;
    const select = h(
      "select",
      { id: "explain-subject" },
      h("option", { value: "" }, told("notChosen", language)),
      apart && h("option", { value: "apart", selected: true }, bench.subjectName(subject)),
      ...offered.map((line, place) => h("option", { value: place, selected: isOf(line, subject) }, line.name)),
    );
    select.addEventListener("change", () => {
      const line = offered[select.value === "" ? -1 : Number(select.value)];
      bench.subject = line ? subjectOf(line) : null;
      bench.desk.changed();
    });
    return h("div", { class: "field" }, h("label", { for: "explain-subject" }, told("whose", language)), select);
  }

  function sheetField(): HTMLElement {
    const { language } = bench;
    const select = h(
      "select",
      { id: "explain-sheet" },
      h("option", { value: "" }, fill(told("sheetInForce", language), { day: day(bench.on, language) })),
      h("option", { value: SAMPLE_SHEET.id, selected: tried }, fill(told("sheetTried", language), { name: SAMPLE_SHEET[language] })),
    );
    select.addEventListener("change", () => {
      tried = select.value !== "";
      bench.desk.changed();
    });
    return h("div", { class: "field" }, h("label", { for: "explain-sheet" }, told("sheet", language)), select);
  }

  function explained(subject: LevelSubject): (Node | null | false)[] {
    const { language, desk, rules } = bench;
    const asker = bench.chosenAsker()?.member ?? null;
    const answer = desk.ask({ type: "levelExplained", subject, year: desk.year, asker }, bench.on);
    const title = h("h4", { id: "explain-title", tabindex: -1 }, bench.subjectName(subject));
    const facts = tried ? desk.facts.of(subject) : undefined;
    const verdict = facts ? tryOut(bench, subject, facts) : answer.explained;
    if (!answer.rated) return [title, hint(told("hiddenHere", language))];
    if (!verdict) return [title, hint(told("unrated", language)), groundsList(answer.rated.grounds, rules, language)];
    const { level, raises, lowers } = verdict.value;
    const outcome = answer.cap?.value;
    const tie = level === null && outcome !== undefined && !facts ? tieSentence(subject, outcome) : null;
    const shown = tie === null ? (level ?? "notRated") : "voteNeeded";
    return [
      h("div", { class: "explain-head" }, title, h("span", { class: `badge ${shown}`, id: "explain-level" }, levelName(shown, language))),
      facts !== undefined && h("p", { class: "tally" }, told("sheetNote", language)),
      h(
        "div",
        { class: "explain-columns" },
        h("section", { class: "chain-section" }, h("h5", { id: "chain-title" }, told("chain", language)), chain(verdict.value, tie)),
        h(
          "section",
          { class: "change-section" },
          h("h5", {}, told("raises", language)),
          changes(raises, level === "excellent" && tie === null ? "atTop" : "noRaise", "raises"),
          h("h5", {}, told("lowers", language)),
          changes(lowers, "noLower", "lowers"),
          h("details", {}, h("summary", { id: "explain-grounds" }, word("grounds", language)), groundsList(verdict.grounds, rules, language), policyList(verdict.policies, rules, language)),
        ),
      ),
    ];
  }

  function changes(list: LeastChange[], none: "atTop" | "noRaise" | "noLower", key: string): HTMLElement {
    const { language } = bench;
    if (list.length === 0) return hint(told(none, language));
    return h("ul", { class: "change-list", "data-changes": key }, ...list.map((change) => h("li", { "data-change": change.kind }, change[language])));
  }

  /** The steps as the library gives them: what stands under the result in order, the result last. */
  function chain({ steps }: LevelExplanation, tie: string | null): HTMLElement {
    const { language } = bench;
    const below = new Map<number, number[]>();
    steps.forEach(({ parent }, place) => {
      if (parent !== null) below.set(parent, [...(below.get(parent) ?? []), place]);
    });
    const stages = below.get(0) ?? [];
    const idle = stages.filter((place) => steps[place]?.kind === "lowering" && steps[place]?.holds !== true);
    const view = (place: number): HTMLElement | null => {
      const step = steps[place];
      if (!step) return null;
      const only = below.get(place) ?? [];
      // "All of the following" adds nothing where it is all that stands under a condition.
      const [first] = only;
      const inner = step.kind === "condition" && only.length === 1 && first !== undefined && steps[first]?.kind === "all" ? (below.get(first) ?? []) : only;
      return h("li", { class: `chain-step ${mark(step)}`, "data-step-kind": step.kind }, stepView(step, tie), inner.length > 0 && h("ul", {}, ...inner.map(view)));
    };
    const end = steps[0];
    return h(
      "ol",
      { class: "chain", "aria-labelledby": "chain-title" },
      ...stages.map((place) => {
        if (!idle.includes(place)) return view(place);
        if (place !== idle[0]) return null;
        const title = fill(told("notLowered", language), { count: count(idle.length, language) });
        return h("li", { class: "chain-step idle", "data-step-kind": "idle" }, h("details", {}, h("summary", { id: "explain-idle" }, title), h("ul", {}, ...idle.map(view))));
      }),
      end && h("li", { class: "chain-step result", "data-step-kind": "result" }, h("p", {}, h("strong", {}, end[language]))),
    );
  }

  /** With whom a subject is tied, as far as the asker sees the others. */
  function tieSentence(subject: LevelSubject, { voteNeeded, seats }: CapOutcome): string {
    const { language } = bench;
    const others = voteNeeded.filter((id) => id !== subject.id).map((id) => bench.subjectName({ ...subject, id }));
    if (others.length === 0) return fill(told("tieHidden", language), { seats: count(seats, language) });
    return fill(told("tiedStep", language), { names: listed(others, language), seats: count(seats, language), count: count(others.length + 1, language) });
  }

  function stepView(step: LevelStep, tied: string | null): HTMLElement {
    const { language } = bench;
    const sentence = step.kind === "cap" && tied !== null ? `${withoutSource(step[language])}. ${tied}` : withoutSource(step[language]);
    const state = mark(step);
    return h(
      "div",
      { class: "step-line" },
      state !== "plain" && h("span", { class: `mark ${state}`, role: "img", "aria-label": state === "open" ? told("notKnown", language) : word(state, language) }, { holds: "✓", fails: "✗", open: "?" }[state]),
      h("p", { class: "sentence" }, sentence),
      step.kind === "criterion" && criterionBar(step, language),
      ...(step.ground ? clause(step.ground, language) : []),
    );
  }

  return draw;
}

/** A button that shows and hides the source of a step. */
function clause(ground: Ground, language: Language): HTMLElement[] {
  const source = citation(ground, language);
  source.hidden = true;
  const button = h(
    "button",
    {
      type: "button",
      class: "clause",
      "aria-expanded": "false",
      "aria-label": told("clause", language),
      title: told("clause", language),
      click: () => {
        source.hidden = !source.hidden;
        button.setAttribute("aria-expanded", String(!source.hidden));
      },
    },
    "§",
  );
  return [button, source];
}

type Mark = "holds" | "fails" | "open" | "plain";

const CONDITIONS: LevelStep["kind"][] = ["border", "condition", "all", "any", "not", "fact", "comparison", "lowering", "cap"];

/** Whether a step holds, fails, is not known, or is no condition. */
function mark(step: LevelStep): Mark {
  // "Not disciplined" is no failure: of a fact and of a rule that lowers only the words tell.
  if (!CONDITIONS.includes(step.kind) || (["fact", "lowering"].includes(step.kind) && step.holds !== undefined)) return "plain";
  if (step.holds === undefined) return "open";
  return step.holds ? "holds" : "fails";
}

function criterionBar(step: LevelStep, language: Language): HTMLElement | null {
  const criterion = (SAMPLE_SHEET.groups ?? []).flatMap(({ criteria }) => criteria).find(({ id }) => id === step.of);
  if (!criterion || step.points === undefined) return null;
  const share = (step.points * 100) / (criterion.most * criterion.weight);
  return h(
    "div",
    { class: "criterion" },
    h("span", { class: "bar", "aria-hidden": "true" }, h("span", { class: "bar-fill", style: `width:${share}%` })),
    h("span", { class: "hint" }, fill(told("weight", language), { points: points(criterion.weight, language) })),
  );
}

function isOf(line: LevelLine, subject: LevelSubject | null): boolean {
  return subject !== null && subject.id === idOf(line) && (subject.type === "organization") === (line.member === null);
}

/** By another sheet, with made-up marks of its criteria that add up to what is recorded. */
function tryOut(bench: Bench, subject: LevelSubject, facts: LevelFacts): Verdict<LevelExplanation> {
  const marks = sampleMarks(subject.id, facts.marks ?? 0);
  return bench.rules.explainLevel({ question: { facts: { ...facts, marks: null }, marks, sheet: JSON.stringify(SAMPLE_SHEET) } }, { on: bench.on });
}
