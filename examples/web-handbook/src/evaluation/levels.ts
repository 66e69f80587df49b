import type { CapLine, Language, LevelLine, LevelsAnswer, LineVote, TreeLine } from "handbook-wasm";
import { wordName } from "handbook-wasm";
import { levelBar } from "../charts";
import { h } from "../dom";
import { policyList } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, day, fill, levelName, listed, word } from "../words";
import { capKey, idOf, subjectOf, type Bench } from "./bench";
import { COLUMNS, publishedTable, wide } from "./published";
import type { Draw } from "./room";
import { told } from "./words";

const LINES = 40;

/** What a line may be found by: a level, tied at the line of the cap, or without a level. */
const FINDS = ["excellent", "voteNeeded", "good", "completed", "notCompleted", "notRated"] as const;
type Find = (typeof FINDS)[number];

/** Levels of everyone here and below, the line of the cap, and on which rules they rest. */
export function levelsPart(bench: Bench): Draw {
  let shown = { of: "", first: 0, name: "", level: "" };

  function draw(here: TreeLine): (Node | null | false)[] {
    const { language } = bench;
    const of = `${here.id} ${bench.asker}`;
    if (shown.of !== of) shown = { of, first: 0, name: "", level: "" };
    const answer = bench.levels(here.id, 0, 1);
    return [stamp(answer, bench), ...totals(answer, language), capsView(bench, here), lines(bench.allLines(here.id).lines, here)];
  }

  /** The lines by pages, and what finds some of them. Only the list is drawn anew while one types. */
  function lines(all: LevelLine[], here: TreeLine): HTMLElement {
    const { language } = bench;
    const title = h("h4", { id: "levels-lines", tabindex: -1 }, told("everyone", language));
    if (all.length === 0) return h("section", { class: "level-lines-section" }, title, hint(told("sumsOnly", language)));
    const list = h("ul", { class: "level-lines" });
    const found = h("p", { id: "levels-found", role: "status" });
    const page = h("p", { id: "levels-page", "aria-live": "polite" });
    const previous = turn("levels-previous", "previousPage", "‹", -LINES);
    const next = turn("levels-next", "nextPage", "›", LINES);
    const turning = h("div", { class: "page-turn" }, previous, page, next);
    const name = h("input", { id: "levels-name", type: "search", autocomplete: "off", value: shown.name });
    const level = h("select", { id: "levels-level" }, h("option", { value: "" }, told("anyLevel", language)), ...finds());
    const clear = h("button", { type: "button", class: "quiet", id: "levels-clear" }, told("clearFind", language));
    const find = (changed: Partial<typeof shown>) => {
      shown = { ...shown, ...changed, first: 0 };
      refresh();
    };
    name.addEventListener("input", () => find({ name: name.value }));
    level.addEventListener("change", () => find({ level: level.value }));
    clear.addEventListener("click", () => {
      name.value = "";
      level.value = "";
      find({ name: "", level: "" });
      name.focus();
    });

    function finds(): HTMLElement[] {
      const present = new Map<Find, number>();
      for (const line of all) present.set(levelOf(line), (present.get(levelOf(line)) ?? 0) + 1);
      return FINDS.filter((each) => present.has(each)).map((each) =>
        h("option", { value: each, selected: each === shown.level }, `${levelName(each, language)} (${count(present.get(each) ?? 0, language)})`),
      );
    }

    function turn(id: string, key: "previousPage" | "nextPage", sign: string, by: number): HTMLButtonElement {
      const button = h("button", { type: "button", class: "quiet", id, "aria-label": told(key, language) }, sign);
      button.addEventListener("click", () => {
        shown = { ...shown, first: Math.max(0, shown.first + by) };
        refresh();
        if (button.disabled) title.focus();
      });
      return button;
    }

    function refresh(): void {
      const words = folded(shown.name).split(" ").filter((each) => each !== "");
      const finding = words.length > 0 || shown.level !== "";
      const fits = (line: LevelLine) => (shown.level === "" || levelOf(line) === shown.level) && words.every((each) => folded(line.name).includes(each));
      const of = finding ? all.filter(fits) : all;
      const on = of.slice(shown.first, shown.first + LINES);
      list.replaceChildren(...on.map((line) => lineView(line, here, bench, finding)));
      list.hidden = on.length === 0;
      found.textContent = finding ? fill(told(of.length === 0 ? "noneFound" : "found", language), { count: count(of.length, language), all: count(all.length, language) }) : "";
      clear.hidden = !finding;
      turning.hidden = of.length <= LINES;
      page.textContent = fill(told("pageOf", language), { from: count(shown.first + 1, language), to: count(shown.first + on.length, language), all: count(of.length, language) });
      previous.disabled = shown.first === 0;
      next.disabled = shown.first + LINES >= of.length;
    }

    refresh();
    const field = (id: string, key: "findName" | "findLevel", control: HTMLElement) => h("div", { class: "field" }, h("label", { for: id }, told(key, language)), control);
    return h(
      "section",
      { class: "level-lines-section" },
      title,
      all.length > 1 && h("search", { class: "fields", "aria-labelledby": "levels-lines" }, field("levels-name", "findName", name), field("levels-level", "findLevel", level), clear),
      found,
      turning,
      list,
    );
  }

  return draw;
}

/** Bars of everyone, or for who sees sums alone counts by organization without small ones. */
function totals({ totals: all, published, policies }: LevelsAnswer, language: Language): (Node | null | false)[] {
  if (all) {
    const { organizations, members } = all;
    return [
      h(
        "div",
        { class: "monitor-columns" },
        members.rated > 0 && levelBar(word("members", language), members, language),
        organizations.rated > 0 && levelBar(told("cells", language), organizations, language),
      ),
    ];
  }
  if (published.length === 0) return [];
  const table = (members: boolean, id: string, title: string) => {
    const all = published.filter((line) => line.members === members);
    const rows = all.filter(({ rated }) => rated !== null);
    const few = all.length - rows.length;
    // Where nobody has a level, a table of zeros would say nothing.
    const levels = rows.some((line) => COLUMNS.some((column) => column !== "unknown" && line[column] !== 0));
    return levels && h("section", {}, h("h4", { id }, title), wide(id, publishedTable(rows.map((line) => ({ ...line, counts: line })), "noLevel", language)), few > 0 && hint(fill(told("rowsLeftOut", language), { count: count(few, language) })));
  };
  const least = policies.find(({ parameter }) => parameter === "publishedCountLeast")?.choice ?? "";
  return [
    table(true, "levels-of-members", told("membersByLevel", language)),
    table(false, "levels-of-cells", told("cellsByLevel", language)),
    hint(fill(told("smallLeast", language), { least })),
  ];
}

function levelOf(line: LevelLine): Find {
  return line.level ?? (line.voteNeeded ? "voteNeeded" : "notRated");
}

/** A name as it is looked for: without accents, đ as d, in small letters. */
function folded(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().replace(/\s+/g, " ").trim();
}

/** What the answer rests on, so that it can be repeated. */
function stamp(answer: LevelsAnswer, bench: Bench): HTMLElement {
  const { language, rules } = bench;
  const { id, version, fingerprint, overlays } = answer.ruleBook;
  return h(
    "div",
    { class: "stamp", id: "levels-stamp" },
    h("p", {}, fill(told("stamp", language), { id, version, day: day(answer.judgedOn, language) }), overlays.length > 0 && ` ${fill(told("overlay", language), { names: overlays.map(({ body }) => body).join(", ") })}`),
    h("p", { class: "hint" }, `${told("fingerprint", language)}: `, h("span", { class: "mono fingerprint" }, fingerprint)),
    h("details", {}, h("summary", { id: "levels-readings" }, told("capReadings", language)), policyList(answer.policies, rules, language)),
  );
}

export function capTitle(cap: CapLine, bench: Bench): string {
  const { language } = bench;
  return cap.members
    ? fill(told("capMembers", language), { name: cap.name })
    : fill(told("capOrganizations", language), { name: cap.name, above: bench.nameOf(cap.organization) });
}

/** The groups that concern the organization: its own and those it is of, those with a tie first. */
function capsView(bench: Bench, here: TreeLine): HTMLElement | null {
  const { language } = bench;
  const { caps } = bench.allLines(here.id);
  if (caps.length === 0) return null;
  const view = (cap: CapLine) => capView(cap, bench);
  const near = caps.filter((cap) => caps.length <= 3 || cap.seats > 0 || cap.lineVote !== undefined);
  const rest = caps.filter((cap) => !near.includes(cap));
  return h(
    "section",
    {},
    h("h4", {}, told("caps", language)),
    h("ul", { class: "cap-lines" }, ...near.map(view)),
    rest.length > 0 && h("details", {}, h("summary", { id: "caps-rest" }, fill(told("capsAll", language), { count: count(rest.length, language) })), h("ul", { class: "cap-lines" }, ...rest.map(view))),
  );
}

function capView(cap: CapLine, bench: Bench): HTMLElement {
  const { language } = bench;
  const { allowed, eligible, good, rated, demoted, seats, voteNeeded } = cap;
  const shown = (number: number) => count(number, language);
  return h(
    "li",
    { class: seats > 0 ? "cap-line tied" : "cap-line", "data-cap": capKey(cap) },
    h("h5", {}, capTitle(cap, bench)),
    h("p", {}, fill(told("capLine", language), { allowed: shown(allowed), eligible: shown(eligible), good: shown(good), rated: shown(rated) })),
    demoted > 0 && h("p", { class: "hint" }, fill(told("capDemotedOne", language), { count: shown(demoted) })),
    cap.lineVote !== undefined && lineVoteView(cap.lineVote, cap, bench),
    seats > 0 &&
      h(
        "p",
        { class: "tie" },
        h("span", { class: "badge voteNeeded" }, told("tie", language)),
        " ",
        ...(voteNeeded.length === 0
          ? [fill(told("tieHidden", language), { seats: shown(seats) })]
          : [`${fill(told("tieAmong", language), { seats: shown(seats), count: shown(voteNeeded.length) })} `, h("strong", {}, listed(voteNeeded.map((id) => bench.nameInGroup(id, cap)), language))]),
      ),
  );
}

/** What became of the votes among those tied, with the last ballot that counts. */
function lineVoteView({ state, ballots }: LineVote, cap: CapLine, bench: Bench): HTMLElement {
  const { language } = bench;
  const ballot = ballots.filter(({ counts }) => counts).at(-1);
  const votes = [...(ballot?.votes ?? [])].sort((one, other) => other.yes - one.yes);
  const each = votes.map(({ id, yes }) => fill(told("lineVoteOf", language), { name: bench.nameInGroup(id, cap), yes: count(yes, language), base: count(ballot?.base ?? 0, language) }));
  return h(
    "p",
    { class: "hint line-vote", "data-line-vote": state },
    fill(told("lineVote", language), { state: wordName("lineVoteState", state, language) }),
    ballot !== undefined && each.length > 0 && ` ${fill(told("lineBallot", language), { day: day(ballot.on, language), votes: listed(each, language) })}`,
  );
}

/** What a line says beside the badge. */
function note(line: LevelLine, language: Language): string {
  if (line.voteNeeded) return told("lineTied", language);
  if (line.own === "excellent" && line.level === "good") return told("lineDemoted", language);
  if (line.missing !== undefined) return fill(told("factMissing", language), { fact: factName(line.missing, language) });
  return line.own === null ? told("noFacts", language) : "";
}

/** A field of the recorded facts in words; what a body's own sheet measures keeps its field. */
function factName(field: string, language: Language): string {
  const facts = { marks: "marks", tasks: "tasks", targets: "targets", criteria: "lowestCriterion", results: "results", "further.subordinates": "subordinates", "further.members": "members" } as const;
  const fact = Object.entries(facts).find(([known]) => known === field)?.[1];
  return fact ? wordName("ratedFact", fact, language) : field;
}

function lineView(line: LevelLine, here: TreeLine, bench: Bench, found: boolean): HTMLElement {
  const { language } = bench;
  const level = levelOf(line);
  // Those found stand apart from the organization that they stood under.
  const of = found && line.member !== null && line.organization !== here.id ? bench.fullName(line.organization) : "";
  const said = [of, note(line, language)].filter((part) => part !== "").join(" · ");
  const inside = [h("strong", {}, line.name), h("span", { class: "note" }, said), h("span", { class: `badge ${level}` }, levelName(level, language))];
  const organization = line.member === null;
  const id = idOf(line);
  const opens = line.own !== null || (organization && line.organization !== here.id);
  if (!opens) return h("li", { class: organization ? "of-organization" : "", "data-level-of": id }, h("div", { class: "level-line" }, ...inside));
  const go = () => (line.own === null ? bench.goTo(line.organization) : bench.explain(subjectOf(line)));
  return h(
    "li",
    { class: organization ? "of-organization" : "", "data-level-of": id },
    h("button", { type: "button", class: "level-line", id: `level-${id}`, click: go }, ...inside),
  );
}
