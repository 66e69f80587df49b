import type { EvaluationAct, Level, LevelLine, LevelsAnswer, LevelSubject, Sheet } from "handbook-wasm";
import type { District } from "../district";

/**
 * What the tables of the sample do not hold: the steps of the ratings, a vote at the line of the
 * cap and the marks of single criteria. All of it is made up, and the same each time.
 */

/** Sets a number that looks random on an identifier. */
function spread(id: string, topic: string): number {
  let hash = 2_166_136_261;
  for (const byte of new TextEncoder().encode(`${topic} ${id}`)) hash = Math.imul(hash ^ byte, 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) / 4_294_967_296;
}

const FULL = 10_000;
const LEVELS: Level[] = ["notCompleted", "completed", "good", "excellent"];

/** How far the ratings of a grassroots organization have come. */
type Progress = "archived" | "notified" | "decided" | "proposed" | "voted" | "scored";

function progressOf(id: string): Progress {
  const place = spread(id, "progress");
  if (place < 0.3) return "archived";
  if (place < 0.72) return "notified";
  if (place < 0.82) return "decided";
  if (place < 0.92) return "proposed";
  return place < 0.97 ? "voted" : "scored";
}

/** So many lines are taken in at a time. */
const PIECE = 50;

const STAGES: Progress[] = ["scored", "voted", "proposed", "decided", "notified", "archived"];

/** Here a vote was taken among those tied at the line of the cap. */
const VOTED = "xa-yen-mac";
const VOTED_ON = "12-15";
const COMMITTEE = 13;

type Submit = (subject: LevelSubject, day: string, act: EvaluationAct) => void;

/** Takes the vote at the line of the cap into the record, with the steps of those voted on before. */
export function addSampleVote({ record, rules }: District, year: number, recordedOn: string): void {
  const on = `${year}-12-31`;
  const { caps, lines } = record.ask(rules, { type: "levels", id: VOTED, year, limit: 5000 }, { on });
  const cap = caps.find(({ members, seats }) => members && seats > 0);
  for (const [place, id] of (cap?.voteNeeded ?? []).entries()) {
    const subject: LevelSubject = { type: "member", id };
    const marks = record.events().flatMap(({ fact }) => (fact.type === "memberRated" && fact.member === id ? [fact.facts.marks ?? 0] : []));
    const line = lines.find(({ member }) => member === id);
    const submit: Submit = (of, day, act) => record.submit(rules, { type: "actOnEvaluation", year, subject: of, on: `${year}-${day}`, act }, { recordedOn });
    if (line && isRated(line)) rateMember(line, VOTED, STAGES.indexOf("proposed"), marks[0] ?? 0, 1, submit);
    submit(subject, VOTED_ON, { type: "vote", level: "excellent", base: COMMITTEE, yes: place === 0 ? 9 : 4 });
  }
}

/**
 * Takes the steps of the sample's ratings into the record, some at a time: yields the share that
 * is done. What has a level before has the same after.
 */
export function* sampleRatings({ record, rules }: District, year: number, recordedOn: () => string): Generator<number, void> {
  const on = `${year}-12-31`;
  const tree = record.ask(rules, { type: "tree" }, { on });
  const root = tree.find((line) => line.parent === null);
  if (!root) return;
  const parents = new Map(tree.map((line) => [line.id, line.parent]));
  const grassroots = (id: string) => (parents.get(id) === root.id ? id : (parents.get(id) ?? id));
  const marks = new Map(record.events().flatMap(({ fact }) => (fact.type === "memberRated" || fact.type === "organizationRated" ? [["member" in fact ? fact.member : fact.organization, fact.facts.marks ?? 0]] : [])));
  const votersOf = new Map<string, number>();
  const lines: LevelLine[] = [];
  const voted = new Set<string>();
  for (let offset: number | null = 0; offset !== null; ) {
    const page: LevelsAnswer = record.ask(rules, { type: "levels", id: root.id, year, limit: 5000, offset }, { on });
    lines.push(...page.lines);
    for (const { lineVote } of page.caps) for (const { votes } of lineVote?.ballots ?? []) for (const { id } of votes) voted.add(id);
    offset = page.next;
  }
  for (const { organization, member, own } of lines) if (member !== null && own !== null) votersOf.set(organization, (votersOf.get(organization) ?? 0) + 1);
  const submit: Submit = (subject, day, act) => {
    if (voted.has(subject.id) && day <= VOTED_ON) return;
    record.submit(rules, { type: "actOnEvaluation", year, subject, on: `${year}-${day}`, act }, { recordedOn: recordedOn() });
  };
  for (const [place, line] of lines.entries()) {
    if (place % PIECE === 0) yield place / lines.length;
    const above = line.member === null ? parents.get(line.organization) : grassroots(line.organization);
    if (above === null || above === undefined) continue;
    if (line.member === null) rateOrganization(line, above, STAGES.indexOf(progressOf(grassroots(line.organization))), marks, submit);
    else if (isRated(line)) rateMember(line, above, STAGES.indexOf(progressOf(grassroots(line.organization))), marks.get(line.member) ?? 0, votersOf.get(line.organization) ?? 1, submit);
  }
}

/** Here everyone gives themselves far more than is decided. */
const GENEROUS = "tram-khuyen-nong";

type RatedMember = LevelLine & { member: string; own: Level };

function isRated(line: LevelLine): line is RatedMember {
  return line.member !== null && line.own !== null;
}

/** What one thinks of oneself: mostly a little more than what is decided, in whole halves. */
function selfMarks(id: string, organization: string, marks: number): number {
  const generous = organization === GENEROUS ? 900 : 0;
  const aside = spread(id, "aside") < 0.002 ? 1200 : 0;
  const more = Math.round((spread(id, "self") * 500 - 130 + generous + aside) / 50) * 50;
  return Math.max(0, Math.min(FULL, Math.round(marks / 50) * 50 + more));
}

function above(level: Level): Level {
  return LEVELS[LEVELS.indexOf(level) + 1] ?? level;
}

function rateMember(line: RatedMember, committee: string, stage: number, marks: number, voters: number, submit: Submit): void {
  const subject: LevelSubject = { type: "member", id: line.member };
  const late = spread(line.member, "late") < 0.02;
  if (stage === 0 && spread(line.member, "started") < 0.35) return;
  if (!late) submit(subject, "11-27", { type: "selfReview", text: "Bản tự kiểm điểm năm (minh họa)." });
  submit(subject, "11-28", { type: "selfScore", marks: selfMarks(line.member, committee, marks), level: spread(line.member, "level") < 0.2 ? above(line.own) : line.own });
  if (stage === 0) return;
  if (!(spread(line.member, "residence") < 0.03)) submit(subject, "12-01", { type: "residenceOpinion", text: "Chấp hành tốt (minh họa)." });
  submit(subject, "12-05", { type: "comment", text: "Chi bộ góp ý (minh họa)." });
  const base = Math.max(voters, 1);
  // Of those tied at the line of the cap the cell's vote would be read as one among them.
  if (!line.voteNeeded) submit(subject, "12-05", { type: "vote", level: line.own, base, yes: Math.max(0, base - Math.floor(spread(line.member, "against") * base * 0.3)) });
  if (stage === 1) return;
  submit(subject, "12-06", { type: "propose", level: line.own });
  // Those tied at the line of the cap wait for a vote.
  if (stage === 2 || line.level === null) return;
  submit(subject, "12-20", { type: "decide", level: line.level, body: committee, decision: "118-QĐ/ĐU" });
  if (stage === 3) return;
  submit(subject, "12-22", { type: "notify" });
  if (stage === 4) return;
  submit(subject, "12-26", { type: "supplementDossier" });
  submit(subject, "12-27", { type: "archive", place: "Hồ sơ đảng viên" });
}

function rateOrganization(line: LevelLine, committee: string, stage: number, marks: Map<string, number>, submit: Submit): void {
  const subject: LevelSubject = { type: "organization", id: line.organization };
  const rated = line.own !== null;
  const own = line.own ?? (spread(line.organization, "cell") < 0.15 ? "excellent" : "good");
  const known = marks.get(line.organization);
  submit(subject, "12-02", { type: "selfScore", marks: known === undefined ? null : selfMarks(line.organization, "", known), level: own });
  if (stage < 1) return;
  submit(subject, "12-10", { type: "propose", level: own });
  const decided = rated ? line.level : own;
  if (stage < 3 || decided === null) return;
  submit(subject, "12-25", { type: "decide", level: decided, body: committee, decision: "205-QĐ/HU" });
}

/** A sheet that is tried out: general criteria in halves of a point, results as counted. */
export const SAMPLE_SHEET: Sheet = {
  id: "tinh-mau-2023",
  vi: "Phiếu chấm minh họa của tỉnh",
  en: "Made-up sheet of the province",
  groups: [
    {
      id: "general",
      vi: "Tiêu chí chung",
      en: "General criteria",
      criteria: [
        { id: "thought", vi: "Chính trị, tư tưởng", en: "Politics and thought", most: 20, weight: 50 },
        { id: "conduct", vi: "Đạo đức, lối sống", en: "Ethics and conduct", most: 20, weight: 50 },
        { id: "discipline", vi: "Tổ chức kỷ luật, sinh hoạt", en: "Discipline and meetings", most: 20, weight: 50 },
      ],
    },
    {
      id: "results",
      vi: "Kết quả nhiệm vụ",
      en: "Results of tasks",
      criteria: [
        { id: "progress", vi: "Tiến độ nhiệm vụ", en: "Progress of tasks", most: 50, weight: 40 },
        { id: "quality", vi: "Khối lượng, chất lượng nhiệm vụ", en: "Quantity and quality of tasks", most: 5000, weight: 1 },
      ],
    },
  ],
  levels: [
    {
      level: "excellent",
      from: 9000,
      when: {
        type: "all",
        parts: [
          { type: "compare", measure: "tasksOnTime", of: "tasks", comparison: "atLeast", required: "1/1", vi: "Nhiệm vụ đúng hạn, có chất lượng", en: "Tasks on time with quality" },
          { type: "compare", measure: "tasksBeyond", of: "tasks", comparison: "atLeast", required: "3/10", vi: "Nhiệm vụ vượt mức", en: "Tasks beyond requirement" },
        ],
      },
    },
    {
      level: "good",
      from: 7000,
      when: { type: "compare", measure: "tasksOnTime", of: "tasks", comparison: "atLeast", required: "9/10", vi: "Nhiệm vụ đúng hạn, có chất lượng", en: "Tasks on time with quality" },
    },
    { level: "completed", from: 5000 },
  ],
  lowering: [{ when: { type: "is", measure: "disciplined" }, to: "disciplinedLevel" }],
};

/** The marks of single criteria that add up to what the tables hold. */
export function sampleMarks(id: string, total: number): { criterion: string; mark: number }[] {
  const criteria = (SAMPLE_SHEET.groups ?? []).flatMap((group) => group.criteria);
  let left = total;
  let open = FULL;
  return criteria.map(({ id: criterion, most, weight }) => {
    open -= most * weight;
    const least = Math.max(0, Math.ceil((left - open) / weight));
    const even = Math.round((left / (open + most * weight)) * most + (spread(`${id} ${criterion}`, "mark") - 0.4) * most * 0.16);
    const mark = Math.max(least, Math.min(most, Math.floor(left / weight), even));
    left -= mark * weight;
    return { criterion, mark };
  });
}
