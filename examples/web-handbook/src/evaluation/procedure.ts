import type { EvaluationAnswer, EvaluationLine, EvaluationsAnswer, LevelSubject, TreeLine } from "handbook-wasm";
import { wordName } from "handbook-wasm";
import { h } from "../dom";
import { groundsList, policyList } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, day, fill, levelName, listed, points, word } from "../words";
import { branchOf, childrenOf, type Bench } from "./bench";
import { subjectKey } from "./facts";
import type { Draw } from "./room";
import { told, type Told } from "./words";

/** Which step the ratings are at, what is missing and who is next. */
export function procedurePart(bench: Bench): Draw {
  let open: LevelSubject | null = null;

  function draw(here: TreeLine): (Node | null | false)[] {
    const { desk, language } = bench;
    const asker = bench.chosenAsker()?.member ?? null;
    const answer = desk.ask({ type: "evaluations", id: here.id, year: desk.year, asker });
    if (answer.sight === "member" && asker !== null) return one({ type: "member", id: asker }, asker);
    const shown = open;
    if (shown && answer.lines.some(({ subject }) => subjectKey(subject) === subjectKey(shown))) return [back(shown), ...one(shown, asker)];
    const tree = bench.tree();
    const children = childrenOf(tree, here.id).filter(({ id }) => id !== here.id);
    const single = children.length === 0 || answer.sight === "sums";
    return [
      hint(fill(told("procedureNote", language), { day: day(desk.today, language) })),
      sums(answer),
      nextSteps(answer),
      answer.sight === "sums" && hint(told("sumsOnly", language)),
      answer.lines.length > 0 && !single && byOrganization(here, children, answer),
      answer.lines.length > 0 && single && each(answer),
      h("details", {}, h("summary", { id: "procedure-readings" }, word("readings", language)), policyList(answer.policies, bench.rules, language)),
    ];
  }

  function sums(answer: EvaluationsAnswer): HTMLElement {
    const { language } = bench;
    const missing = answer.lines.filter((line) => line.missing.length > 0).length;
    const counts: (readonly [Told, number])[] = [
      ["rated", answer.rated],
      ["decided", answer.decided],
      ["finished", answer.finished],
      ["notStarted", answer.notStarted],
      ...(answer.sight === "sums" ? [] : [["missingCount", missing] as const]),
      ["lateCount", answer.late],
      ["waiting", answer.waiting],
    ];
    return h(
      "dl",
      { class: "monitor-counts" },
      ...counts.map(([key, number]) => h("div", { class: number === 0 ? "none" : "", "data-procedure": key }, h("dt", {}, told(key, language)), h("dd", {}, count(number, language)))),
    );
  }

  /** How many ratings have each step next, as bars in the order of the steps. */
  function nextSteps(answer: EvaluationsAnswer): HTMLElement | null {
    const { language } = bench;
    if (answer.steps.length === 0) return null;
    const most = Math.max(...answer.steps.map((step) => step.count));
    return h(
      "section",
      {},
      h("h4", {}, told("nextSteps", language)),
      h(
        "dl",
        { class: "step-bars" },
        ...answer.steps.map(({ step, count: many }) =>
          h(
            "div",
            { "data-next-step": step },
            h("dt", {}, wordName("evaluationStep", step, language)),
            h("dd", {}, h("span", { class: "bar", "aria-hidden": "true" }, h("span", { class: "bar-fill", style: `width:${(many * 100) / most}%` })), h("span", { class: "bar-text" }, count(many, language))),
          ),
        ),
      ),
    );
  }

  function byOrganization(here: TreeLine, children: TreeLine[], answer: EvaluationsAnswer): HTMLElement {
    const { language } = bench;
    const branch = branchOf(bench.tree(), children);
    const groups = new Map<string, EvaluationLine[]>(children.map(({ id }) => [id, []]));
    const own: EvaluationLine[] = [];
    for (const line of answer.lines) {
      const of = branch(line.reviewedIn[0] ?? "");
      if (of === undefined) own.push(line);
      else groups.get(of)?.push(line);
    }
    return h(
      "section",
      {},
      h("h4", {}, told("byOrganization", language)),
      own.length > 0 && h("ul", { class: "level-lines" }, ...own.filter(({ subject }) => subject.id === here.id).map(lineView)),
      h("ul", { class: "level-lines" }, ...[...groups].filter(([, lines]) => lines.length > 0).map(([id, lines]) => groupView(id, lines))),
    );
  }

  function groupView(id: string, lines: EvaluationLine[]): HTMLElement {
    const { language } = bench;
    const decided = lines.filter(({ level }) => level !== null).length;
    const steps = new Map<string, { line: EvaluationLine; many: number }>();
    for (const line of lines) {
      const key = `${line.next} ${line.nextBy}`;
      steps.set(key, { line, many: (steps.get(key)?.many ?? 0) + 1 });
    }
    const [first] = [...steps.values()].sort((one, other) => other.many - one.many);
    const missing = lines.filter((line) => line.missing.length > 0).length;
    const parts = [
      fill(told("ofRated", language), { decided: count(decided, language), rated: count(lines.length, language) }),
      first && `${nextOf(first.line, "atStep")} (${count(first.many, language)})`,
      missing > 0 ? `${count(missing, language)} ${told("missingCount", language)}` : null,
    ];
    return h(
      "li",
      { "data-procedure-of": id },
      h("button", { type: "button", class: "level-line", id: `procedure-${id}`, click: () => bench.goTo(id) }, h("strong", {}, bench.nameOf(id)), h("span", { class: "note" }, parts.filter((part) => part).join(" · ")), h("span", { class: "bar share", "aria-hidden": "true" }, h("span", { class: "bar-fill", style: `width:${(decided * 100) / lines.length}%` }))),
    );
  }

  /** The step that is next and who takes it. */
  function nextOf({ next, nextBy }: EvaluationLine, how: "atStep" | "nextIs"): string {
    const { language } = bench;
    if (next === null) return told("doneAll", language);
    const step = fill(told(how, language), { step: wordName("evaluationStep", next, language) });
    return nextBy === null ? step : `${step}, ${fill(told("by", language), { who: wordName("evaluationRole", nextBy, language) })}`;
  }

  function each(answer: EvaluationsAnswer): HTMLElement {
    const { language } = bench;
    return h("section", {}, h("h4", { id: "procedure-each", tabindex: -1 }, told("eachRating", language)), h("ul", { class: "level-lines" }, ...answer.lines.map(lineView)));
  }

  function lineView(line: EvaluationLine): HTMLElement {
    const { language } = bench;
    const level = line.level ?? "notRated";
    const parts = [
      fill(told("round", language), { round: count(line.round, language) }),
      nextOf(line, "nextIs"),
      line.missing.length > 0 ? fill(told("missing", language), { steps: listed(line.missing.map((step) => wordName("evaluationStep", step, language)), language) }) : null,
      line.waitsFor.length > 0 ? listed(line.waitsFor.map((wait) => wordName("ratingWait", wait, language)), language) : null,
      line.state === "cancelled" ? told("cancelled", language) : null,
    ];
    return h(
      "li",
      { "data-rating-of": line.subject.id, class: line.missing.length > 0 ? "below" : "" },
      h(
        "button",
        { type: "button", class: "level-line", id: `rating-${line.subject.id}`, click: () => show(line.subject) },
        h("strong", {}, bench.subjectName(line.subject)),
        h("span", { class: "note" }, parts.filter((part) => part !== null).join(" · ")),
        line.level !== null && h("span", { class: `badge ${level}` }, levelName(level, language)),
      ),
    );
  }

  function show(subject: LevelSubject): void {
    open = subject;
    bench.desk.changed();
    document.getElementById("procedure-one")?.focus();
  }

  function close(subject: LevelSubject): void {
    open = null;
    bench.desk.changed();
    document.getElementById(`rating-${subject.id}`)?.focus();
  }

  function back(subject: LevelSubject): HTMLElement {
    return h("p", {}, h("button", { type: "button", class: "quiet", id: "procedure-back", click: () => close(subject) }, `‹ ${told("backToAll", bench.language)}`));
  }

  /** One rating with every step of its procedure. */
  function one(subject: LevelSubject, asker: string | null): (Node | null | false)[] {
    const { desk, language, rules } = bench;
    const answer = desk.ask({ type: "evaluation", subject, year: desk.year, asker });
    const { procedure } = answer;
    return [
      h("h4", { id: "procedure-one", tabindex: -1 }, fill(told("stepsOf", language), { name: bench.subjectName(subject) })),
      ...(procedure === null
        ? [hint(told("hiddenHere", language))]
        : [
            h("ol", { class: "procedure-steps" }, ...procedure.value.steps.filter(({ state }) => state !== "notNeeded").map((step) => stepView(step))),
            h("ul", { class: "plain-list", id: "procedure-facts" }, ...facts(answer).map((sentence) => h("li", {}, sentence))),
            procedure.value.findings.length > 0 && h("section", {}, h("h5", {}, told("findings", language)), groundsList(procedure.value.findings.map(({ ground }) => ground), rules, language)),
            h("details", {}, h("summary", { id: "procedure-grounds" }, word("grounds", language)), groundsList(procedure.grounds, rules, language), policyList(procedure.policies, rules, language)),
          ]),
    ];
  }

  function stepView({ step, state, doneOn, dueOn, late, by }: NonNullable<EvaluationAnswer["procedure"]>["value"]["steps"][number]): HTMLElement {
    const { language } = bench;
    const parts = [
      wordName("evaluationStepState", state, language),
      doneOn === null ? null : fill(told("doneOn", language), { day: day(doneOn, language) }),
      dueOn === null ? null : fill(told("dueOn", language), { day: day(dueOn, language) }),
      late ? told("isLate", language) : null,
      by === null ? null : fill(told("by", language), { who: wordName("evaluationRole", by, language) }),
    ];
    return h(
      "li",
      { class: `procedure-step ${state}`, "data-step-of": step, "data-state": state, "aria-current": state === "current" ? "step" : undefined },
      h("strong", {}, wordName("evaluationStep", step, language)),
      h("span", { class: "note" }, parts.filter((part) => part !== null).join(" · ")),
    );
  }

  function facts(answer: EvaluationAnswer): string[] {
    const { language } = bench;
    const value = answer.procedure?.value;
    if (!value) return [];
    const self = [answer.selfMarks === null ? null : fill(told("withMarks", language), { marks: points(answer.selfMarks, language) }), answer.selfLevel === null ? null : levelName(answer.selfLevel, language)].filter((part) => part !== null);
    return [
      self.length > 0 && fill(told("selfGave", language), { what: self.join(", ") }),
      ...value.votes.map((vote) => fill(told("voteWas", language), { day: day(vote.on, language), level: levelName(vote.level, language), yes: count(vote.yes, language), base: count(vote.base, language) })),
      value.proposed !== null && fill(told("proposedIs", language), { level: levelName(value.proposed, language) }),
      value.level !== null && fill(told("levelIs", language), { level: levelName(value.level, language) }),
      answer.differs && answer.computed !== null && fill(told("differs", language), { level: levelName(answer.computed, language) }),
      value.unknown.length > 0 && fill(told("unknownRules", language), { names: listed(value.unknown.map(({ parameter }) => (bench.rules.label(parameter, language) ?? parameter).toLocaleLowerCase(language)), language) }),
    ].filter((sentence): sentence is string => typeof sentence === "string");
  }

  return draw;
}
