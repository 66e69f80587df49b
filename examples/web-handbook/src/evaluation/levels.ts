import type { CapLine, Language, LevelLine, LevelsAnswer, TreeLine } from "handbook-wasm";
import { wordName } from "handbook-wasm";
import { levelBar } from "../charts";
import { h } from "../dom";
import { policyList } from "../grounds";
import { hint } from "../meetings/meeting";
import { count, day, fill, levelName, listed, word } from "../words";
import { capKey, idOf, subjectOf, type Bench } from "./bench";
import type { Draw } from "./room";
import { told } from "./words";

const LINES = 40;

/** Levels of everyone here and below, the line of the cap, and on which rules they rest. */
export function levelsPart(bench: Bench): Draw {
  let first = { of: "", offset: 0 };

  function draw(here: TreeLine): (Node | null | false)[] {
    const { language } = bench;
    const of = `${here.id} ${bench.on} ${bench.asker}`;
    if (first.of !== of) first = { of, offset: 0 };
    const answer = bench.levels(here.id, first.offset, LINES);
    const { organizations, members } = answer.totals;
    return [
      stamp(answer, bench),
      h(
        "div",
        { class: "monitor-columns" },
        members.rated > 0 && levelBar(word("members", language), members, language),
        organizations.rated > 0 && levelBar(told("cells", language), organizations, language),
      ),
      capsView(bench, here),
      lines(answer, here),
    ];
  }

  function lines(answer: LevelsAnswer, here: TreeLine): HTMLElement {
    const { language } = bench;
    const from = first.offset + 1;
    const to = first.offset + answer.lines.length;
    const turn = (id: string, key: "previousPage" | "nextPage", sign: string, offset: number | null) =>
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          id,
          "aria-label": told(key, language),
          disabled: offset === null,
          click: () => {
            first = { ...first, offset: offset ?? 0 };
            bench.desk.changed();
            if (document.activeElement?.id !== id) document.getElementById("levels-lines")?.focus();
          },
        },
        sign,
      );
    return h(
      "section",
      { class: "level-lines-section" },
      h("h4", { id: "levels-lines", tabindex: -1 }, told("everyone", language)),
      answer.lineCount > answer.lines.length &&
        h(
          "div",
          { class: "page-turn" },
          turn("levels-previous", "previousPage", "‹", first.offset === 0 ? null : Math.max(0, first.offset - LINES)),
          h("p", { id: "levels-page", "aria-live": "polite" }, fill(told("pageOf", language), { from: count(from, language), to: count(to, language), all: count(answer.lineCount, language) })),
          turn("levels-next", "nextPage", "›", answer.next),
        ),
      answer.lines.length === 0 ? hint(told("sumsOnly", language)) : h("ul", { class: "level-lines" }, ...answer.lines.map((line) => lineView(line, here, bench))),
    );
  }

  return draw;
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
  const near = caps.filter((cap) => caps.length <= 3 || cap.seats > 0);
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
    cap.lineVote !== undefined && h("p", { class: "hint" }, fill(told("lineVote", language), { state: wordName("lineVoteState", cap.lineVote.state, language) })),
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

/** What a line says beside the badge. */
function note(line: LevelLine, language: Language): string {
  if (line.voteNeeded) return told("lineTied", language);
  if (line.own === "excellent" && line.level === "good") return told("lineDemoted", language);
  return line.own === null ? told("noFacts", language) : "";
}

function lineView(line: LevelLine, here: TreeLine, bench: Bench): HTMLElement {
  const { language } = bench;
  const level = line.level ?? (line.voteNeeded ? "voteNeeded" : "notRated");
  const said = note(line, language);
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
