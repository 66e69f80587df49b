/// <reference lib="esnext.disposable" />

/** A day, written `yyyy-mm-dd`. */
export type IsoDate = string;

/** A time of the day in Vietnam, written `hh:mm`. */
export type ClockTime = string;

/** The languages that sentences are written in. */
export type Language = "vi" | "en";

/**
 * Loads the wasm module. Browsers and bundlers await it once before anything else; in Node it
 * resolves at once, since the module is loaded by the import.
 *
 * @param source Where the module is, when a bundler does not find it beside the script.
 */
export function init(source?: InitSource | Promise<InitSource>): Promise<void>;
export default init;

/** How many pages of 64 KiB the module's memory has: for tests of one's own. */
export function memoryPages(): number;

/** Where the wasm module can come from. */
export type InitSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

// ---------------------------------------------------------------- answers and their grounds

/** How sure the source of a value is, from the surest to the least sure. */
export type Sureness = "read" | "secondary" | "weak" | "inferred" | "chosen";

/** Instrument and clause behind a value, and the interval in which it is in force. */
export interface Citation {
  /** The instrument's number, such as `294-QĐ/TW`. */
  instrument: string;
  /** The clause, such as `§23.2`. */
  clause: string;
  /** First day on which the value is in force. */
  from: IsoDate;
  /** Last day on which the value is in force; absent when the book knows no end. */
  to?: IsoDate;
  sureness: Sureness;
  /** The overlay that set the value, if a body did. */
  overlay?: string;
}

/** What is measured or required, exact. */
export type Quantity =
  | { type: "count"; value: number }
  | { type: "share"; part: number; whole: number }
  /** Hundredths of a point: 9000 is 90 points. */
  | { type: "marks"; hundredths: number }
  | { type: "days"; value: number }
  | { type: "workingDays"; value: number }
  | { type: "months"; value: number }
  | { type: "years"; value: number }
  | { type: "minutes"; value: number }
  | { type: "date"; value: IsoDate }
  /** Whole đồng, a safe integer. */
  | { type: "dong"; value: number }
  | { type: "flag"; value: boolean }
  | { type: "word"; value: string };

/** How a measured quantity must stand to the required one. */
export type Comparison = "atLeast" | "atMost" | "moreThan" | "lessThan" | "equals" | "differs";

/** One comparison that an answer rests on. */
export interface Ground {
  /** The rule of the catalogue, such as `ORG-20`. */
  rule: string;
  /** The parameter of the rule book that gave the required quantity. */
  parameter: string;
  citation: Citation;
  measured: Quantity;
  comparison: Comparison;
  required: Quantity;
  holds: boolean;
}

/** A named reading that the answer used where sources conflict or a body may choose. */
export interface PolicyUsed {
  rule: string;
  parameter: string;
  choice: string;
  citation: Citation;
}

/** An answer with everything it rests on. */
export interface Verdict<T> {
  value: T;
  /** What was compared, in the order of judging. */
  grounds: Ground[];
  policies: PolicyUsed[];
  /** How sure the least sure source behind the answer is. */
  sureness: Sureness;
}

// ---------------------------------------------------------------- failures

/** What is wrong with a value. */
export type InputCode =
  | "empty"
  | "tooLong"
  | "notAnIdentifier"
  | "notADate"
  | "notATime"
  | "notANumber"
  | "outOfRange"
  | "unknownChoice"
  | "unknownId"
  | "duplicate"
  | "contradiction"
  | "dateOrder"
  | "cycle"
  | "decomposedText"
  | "controlCharacter"
  | "notJson";

/** A check that a rule book or an overlay fails. */
export interface RuleBookProblem {
  type: string;
  [detail: string]: string;
}

/** What is wrong in one place of a table. */
export interface TableProblem {
  file: string;
  /** Line of the file, from 1, the header's; 0 for the file as a whole. */
  line: number;
  /** The column's name, where one column is meant. */
  column?: string;
  /** The value as it stands in the file, cut after 80 characters. */
  value: string;
  code: string;
  /** What would have been allowed, where that is short to say. */
  limit?: string;
}

/** The typed data of every failure, by its code. */
export interface HandbookErrorData {
  /** A value of the input cannot be taken. */
  input: {
    type: "input";
    code: InputCode;
    /** The field's name as it stands in the input, with a path for nested ones. */
    field: string;
    value: string;
    limit?: string;
  };
  /** The rule book knows no value of a parameter on that day. */
  ruleNotInForce: {
    type: "ruleNotInForce";
    rule: string;
    parameter: string;
    date: IsoDate;
    reason: "notRead" | "noRule";
  };
  /** A day outside what the rule book covers. */
  outsideRuleBook: {
    type: "outsideRuleBook";
    date: IsoDate;
    ruleBook: string;
    from: IsoDate;
    to: IsoDate;
  };
  /** A rule book or an overlay that fails its checks. */
  ruleBook: { type: "ruleBook"; problems: RuleBookProblem[] };
  /** Tables with problems: the first thousand, and how many there are. */
  tables: {
    problems: TableProblem[];
    total: number;
    /** Each problem as a sentence, in the order of `problems`. */
    sentences: Record<Language, string[]>;
  };
}

/** The stable code of a failure. */
export type HandbookErrorCode = keyof HandbookErrorData;

/** What every function of this package throws when it cannot answer. */
export class HandbookError<C extends HandbookErrorCode = HandbookErrorCode> extends Error {
  private constructor();
  readonly name: "HandbookError";
  readonly code: C;
  readonly data: HandbookErrorData[C];
  /** The failure as a sentence; `message` is the English one. */
  sentence(language: Language): string;
}

/** A failure of any code: comparing `code` narrows `data`. */
export type AnyHandbookError = { [C in HandbookErrorCode]: HandbookError<C> }[HandbookErrorCode];

/** Whether a caught value is a failure of this library. */
export function isHandbookError(value: unknown): value is AnyHandbookError;

// ---------------------------------------------------------------- words

/** A yearly level (mức xếp loại). */
export type Level = "notCompleted" | "completed" | "good" | "excellent";
/** The grade of one criterion (mức độ). */
export type Grade = "poor" | "average" | "good" | "excellent";
/** Who counts in the denominator of attendance. */
export type AttendanceCounting =
  | "everyMember"
  | "withoutExempted"
  | "withoutExemptedSuspended"
  | "withoutExemptedSuspendedAway";
/** What the cap on "excellent" is a share of. */
export type CapReading =
  | "shareOfGoodBeforeDemotion"
  | "shareOfGoodAfterDemotion"
  | "shareOfGoodOrBetter"
  | "shareOfRated";
export type Sector = "state" | "nonState" | "armedForces" | "residential" | "other";
export type Sex = "female" | "male";
export type Post =
  | "secretary"
  | "deputySecretary"
  | "standingCommitteeMember"
  | "committeeMember"
  | "inspectionCommitteeHead"
  | "inspectionCommitteeMember";
export type Manner = "elected" | "appointed";

export type Standing = "active" | "exempted" | "suspended" | "away";
export type EndReason = "died" | "deleted" | "expelled" | "left" | "transferredOut";
export type MeetingKind = "monthly" | "thematic" | "committeeWide" | "congress";
export type Presence =
  | "presentInPerson"
  | "presentOnline"
  | "excused"
  | "unexcused"
  | "exempted"
  | "suspended"
  | "awayTemporarily";

// ---------------------------------------------------------------- the report

export interface Figure {
  /** Its name, such as `admissions-against-plan` or `attendance:<organization id>`. */
  id: string;
  unit: "percent" | "count" | "dong";
  /** What was counted. */
  numerator: number;
  /** Out of how many; `null` where the figure is no share. */
  denominator: number | null;
  /** The figure as published, with its own number of decimals; empty for a share of nothing. */
  shown: string;
  grounds: Ground[];
}

export interface LevelCounts {
  /** Rated: the denominator of every share. */
  rated: number;
  notRated: number;
  excellent: number;
  good: number;
  completed: number;
  notCompleted: number;
  /** Tied at the cap's line: people must vote. */
  voteNeeded: number;
}

export interface CapLine {
  /** An organization's id, a kind for groups of organizations, or the name of a peer group. */
  group: string;
  /** The organization that forms it; for organizations, the one directly above them. */
  organization: string;
  name: string;
  /** Whether the group is of members or of organizations. */
  members: boolean;
  eligible: number;
  good: number;
  rated: number;
  allowed: number;
  excellent: number;
  demoted: number;
  /** Seats for which a vote is needed. */
  seats: number;
  /** Those among whom the vote is needed. */
  voteNeeded: string[];
  /** The votes taken among those tied at the line. */
  lineVote?: LineVote;
}

/** What a vote among those tied at the line of the cap does. */
export type CapTie = "mostVotes" | "staysOpen";

/** How a tie at the line of the cap stands after the votes on it. */
export type LineVoteState = "settled" | "stillTied" | "notOnTied" | "notCarried" | "leftOpen";

/** What the recorded votes made of a tie at the line of the cap. */
export interface LineVote {
  state: LineVoteState;
  /** Who took a seat, by identifier. */
  chosen: string[];
  /** By day. */
  ballots: LineBallot[];
}

/** One vote on excellent that was on somebody tied at the line. */
export interface LineBallot {
  on: IsoDate;
  /** The meeting of the record, where it was named. */
  meeting: string | null;
  /** Those who count. */
  base: number;
  /** It was on all those still tied, or on all tied at first, and on nobody else. */
  counts: boolean;
  /** By identifier. */
  votes: { id: string; yes: number; tied: boolean }[];
}

export interface AttendanceLine {
  organization: string;
  name: string;
  attended: number;
  expected: number;
  /** Percent with two decimals; empty when nobody was expected. */
  shown: string;
  reachesAim: boolean | null;
}

export interface SizeMisfit {
  organization: string;
  name: string;
  kind: string;
  fullMembers: number;
  probationaryMembers: number;
  /** `null` when no organization may be formed, or the kind itself does not exist on the day. */
  fittingKind: string | null;
  /** Whether it should be divided into Party groups. */
  partyGroups: boolean;
  grounds: Ground[];
}

export interface OrganizationLine {
  id: string;
  name: string;
  kind: string;
  parent: string | null;
  fullMembers: number;
  probationaryMembers: number;
  level: Level | null;
}

/** The rules behind an answer about levels. */
export interface RuleBookLine {
  id: string;
  version: string;
  overlays: { id: string; body: string }[];
  /** As `RuleBook.fingerprint`. */
  fingerprint: string;
}

/** The year of a district, from its micro-records. */
export interface DistrictYear {
  ruleBook: RuleBookLine;
  organization: { id: string; name: string };
  year: number;
  judgedOn: IsoDate;
  figures: Figure[];
  organizationLevels: LevelCounts;
  memberLevels: LevelCounts;
  caps: CapLine[];
  attendance: AttendanceLine[];
  cellsBelowAim: AttendanceLine[];
  sizeMisfits: SizeMisfit[];
  organizations: OrganizationLine[];
}

// ---------------------------------------------------------------- the record

/** The year's tasks, counted. */
export interface TaskCounts {
  total: number;
  done: number;
  /** Done in time and with quality. */
  onTime: number;
  beyond: number;
  /** Done late. */
  late: number;
}

/** How many of those rated came out lowest. */
export interface RatedPart {
  rated: number;
  /** Weak or not completed. */
  lowest: number;
}

/** Facts that only some sheets ask for. */
export interface FurtherFacts {
  civilServantNotCompleted?: boolean;
  concludedDegraded?: boolean;
  /** Subordinate organizations, and how many of them are weak. */
  subordinates?: RatedPart | null;
  /** Members rated, and how many of them are not completed. */
  members?: RatedPart | null;
  /** Whole numbers that a body's own sheet measures, as `extra:` and their name. */
  extra?: { id: string; value: number }[];
}

/** Who is rated: an organization, a member who leads a unit, any other member. */
export type RatedSubject = "organization" | "leader" | "member";

/** The facts by which a year is rated; which are needed depends on the rules in force. */
export interface LevelFacts {
  subject: RatedSubject;
  /** Hundredths of a point, 0 to 10000. */
  marks?: number | null;
  criteria?: Grade[];
  results?: Grade | null;
  tasks?: TaskCounts | null;
  targets?: { total: number; reached: number } | null;
  disciplined: boolean;
  subordinateDisciplined: boolean;
  /** What only some sheets ask for. */
  further?: FurtherFacts | null;
}

/** One line of a roll-call. */
export interface RollEntry {
  member: string;
  presence: Presence;
}

/** The outcome of a vote as totals: who voted how is never kept. */
export interface VoteTotals {
  base: number;
  yes: number;
}

/** Someone who is appointed to a post. */
export interface PostHolder {
  member: string;
  post: Post;
}

/** Where a member of an organization that ends goes. */
export interface Destination {
  member: string;
  to: string;
}

/** What of a divided organization goes to one of its heirs. */
export interface SplitShare {
  /** The heir: it exists, or an act before founded it. */
  organization: string;
  members?: string[];
  /** The subordinate organizations that go there. */
  organizations?: string[];
  posts?: PostHolder[];
}

/** One act of a decision. The acts take effect together, in the order given. */
export type OrganizationAct =
  | {
      type: "found";
      id: string;
      kind: string;
      parent?: string | null;
      name: string;
      code?: string | null;
      sector: Sector;
      village?: boolean;
      purpose?: string | null;
      /** They leave the cells they are in. */
      members?: string[];
      posts?: PostHolder[];
    }
  /** Members and subordinate organizations come along. */
  | { type: "merge"; from: string[]; into: string }
  /** Everyone is assigned one by one; nobody is left over unless the organization goes on. */
  | { type: "split"; from: string; into: SplitShare[]; continues?: boolean }
  /** With everything below it. */
  | { type: "move"; organization: string; parent: string }
  | { type: "changeKind"; organization: string; kind: string }
  | { type: "rename"; organization: string; name?: string | null; code?: string | null }
  | { type: "dissolve"; organization: string; members?: Destination[] }
  /** As discipline: the committee above proposes, the one further up decides. */
  | {
      type: "disband";
      organization: string;
      members?: Destination[];
      proposing: CommitteeVote;
      deciding: CommitteeVote;
    }
  /** Every organization of a kind ends; what stood below comes under what stood above. */
  | { type: "endTier"; kind: string };

/** What a body asks the record to take in. Each is judged by the rules in force on its own date. */
/** Secret ballot, or raised member card. */
export type VoteMethod = "secret" | "card";

/** What a member brings in before or in a meeting. */
export type ContributionKind = "proposal" | "comment" | "question";

/** A point of the agenda. */
export interface AgendaItem {
  /** Its number, from 1; each once. */
  number: number;
  /** What it is about. */
  title: string;
  /** Who presents it. */
  presenter?: string | null;
}

/** A paper for the meeting. */
export interface MeetingPaper {
  /** Its title. */
  title: string;
  /** The document of the record that it is. */
  document?: string | null;
}

/** One act about a meeting. Its day and who did it stand beside it. */
export type MeetingAct =
  /** Says when, where and how it will be. The last such act counts as a whole. */
  | {
      type: "arrange";
      /** When it begins. */
      at?: ClockTime | null;
      /** How long it is planned to last, 1 to 10,080 minutes. */
      minutes?: number | null;
      /** Where. */
      place?: string | null;
      /** The address of the online meeting, where there is one (MTG-10). */
      link?: string | null;
      /** What it is about; a monthly meeting with a topic has a thematic part (MTG-06). */
      topic?: string | null;
      /** Who chairs it (chủ trì). */
      chair?: string | null;
      /** Who writes the minutes (thư ký). */
      secretary?: string | null;
      /** Who is invited and is no member of the body. */
      guests?: string[];
    }
  /** Puts it on another day; the first day stays known. */
  | {
      type: "postpone";
      /** The new day. */
      to: IsoDate;
      /** Why. */
      reason: string;
    }
  /** Calls it off. */
  | {
      type: "cancel";
      /** Why. */
      reason: string;
    }
  /** Gives notice of it to the members. */
  | {
      type: "notify";
      /** The text of the notice. */
      text?: string | null;
    }
  /** Sets the agenda (MTG-13). The last such act counts as a whole. */
  | {
      type: "setAgenda";
      /** Its points, in order. */
      items: AgendaItem[];
    }
  /** Puts papers on the handbook (MTG-08). */
  | {
      type: "providePapers";
      /** The papers. */
      papers: MeetingPaper[];
    }
  /** Puts a draft of the resolution on the handbook. The last such act counts. */
  | {
      type: "draft";
      /** The text. */
      text: string;
    }
  /** Brings in a proposal, a comment or a question; `by` says whose. */
  | {
      type: "contribute";
      /** Its identifier in this record. */
      id: string;
      /** What it is. */
      kind: ContributionKind;
      /** The text. */
      text: string;
      /** The point of the agenda that it is about. */
      item?: number | null;
    }
  /** Says what became of a contribution. */
  | {
      type: "settle";
      /** Which. */
      contribution: string;
      /** Whether it is accepted. */
      accepted: boolean;
      /** Why; needed where it is not accepted. */
      reason?: string | null;
    }
  /** Answers a question (MEM-77). */
  | {
      type: "answer";
      /** Which. */
      contribution: string;
      /** The answer. */
      text: string;
    }
  /** Excuses a member who will not come. */
  | {
      type: "excuse";
      /** Who. */
      member: string;
      /** Why. */
      reason: AbsenceCause;
    }
  /** Opens it on its day. */
  | {
      type: "open";
      /** When. */
      at: ClockTime;
    }
  /** A member comes in; also one who comes late. */
  | {
      type: "arrive";
      /** Who. */
      member: string;
      /** When. */
      at: ClockTime;
      /** By an online connection. */
      online: boolean;
    }
  /** A member leaves. */
  | {
      type: "leave";
      /** Who. */
      member: string;
      /** When. */
      at: ClockTime;
    }
  /** A member speaks. */
  | {
      type: "speak";
      /** Who. */
      member: string;
      /** The point of the agenda. */
      item?: number | null;
    }
  /** The totals of a vote on one question; who voted how is never kept. */
  | {
      type: "vote";
      /** Its number in the meeting, from 1. */
      number: number;
      /** What was asked. */
      question: string;
      /** What is decided. */
      decision: Decision;
      /** Secret ballot or raised card (VOTE-07, VOTE-08). */
      method: VoteMethod;
      /** Those who count (VOTE-01); absent to have it counted from the roll. */
      base?: number | null;
      /** Votes in favour. */
      yes: number;
      /** Votes against. */
      no: number;
      /** Abstentions and invalid ballots. */
      abstained: number;
    }
  /** Writes the minutes (biên bản). The last such act counts. */
  | {
      type: "minute";
      /** The text. */
      text: string;
    }
  /** Closes it. */
  | {
      type: "close";
      /** When. */
      at: ClockTime;
    }
  /** Passes the resolution (nghị quyết). MTG-14. */
  | {
      type: "resolve";
      /** Its number, from 1; each once in the body's term. */
      number: number;
      /** Its title. */
      title: string;
      /** Its text. */
      text: string;
      /** The number of the vote that carried it (VOTE-03). */
      vote?: number | null;
    }
  /** Scores it: the marks that the meeting gives itself; the others are computed. */
  | {
      type: "score";
      /** The marks of every part that is not computed, each once. */
      given: GivenMarks[];
    }
  /** Puts the result on the handbook (MTG-08). */
  | {
      type: "publish";
      /** The document of the record that the resolution is. */
      document?: string | null;
    };

/** One act about a task (nhiệm vụ). The first is TaskAct::Assign. */
export type TaskAct =
  /** Gives the task (MEM-70). */
  | {
      type: "assign";
      /** The organization that gives it. */
      organization: string;
      /** What is to be done. */
      title: string;
      /** How it is measured. */
      measure?: string | null;
      /** Who does it, 1 or more members of the organization or below it. */
      persons: string[];
      /** The meeting whose resolution gives it. */
      meeting?: string | null;
      /** The last day for it. */
      dueOn: IsoDate;
    }
  /** Reports how far it is. */
  | {
      type: "report";
      /** How much is done, 0 to 100 percent. */
      percent: number;
      /** What was done. */
      text?: string | null;
    }
  /** Gives it more time. */
  | {
      type: "extend";
      /** The new last day. */
      dueOn: IsoDate;
      /** Why. */
      reason: string;
    }
  /** Says that it is done, and how well (MEM-71). */
  | {
      type: "complete";
      /** How well. */
      quality: TaskQuality;
    }
  /** Does not accept what was done: it is open again. */
  | {
      type: "return";
      /** Why. */
      reason: string;
    }
  /** Takes it back: it counts no more. */
  | {
      type: "drop";
      /** Why. */
      reason: string;
    };

/** What kind of matter it is. */
export type MatterKind = "petition" | "difficulty" | "complexIssue";

/** One act about a matter. The first is MatterAct::Receive. */
export type MatterAct =
  /** Takes it in. */
  | {
      type: "receive";
      /** The organization whose matter it is. */
      organization: string;
      /** The organization that takes it in: the same, or one above. */
      receivedBy: string;
      /** What kind. */
      kind: MatterKind;
      /** What it is about. */
      title: string;
      /** The last day for it, where the body sets one. */
      dueOn?: IsoDate | null;
    }
  /** Gives it to an organization to deal with. */
  | {
      type: "assign";
      /** The organization. */
      to: string;
      /** The last day for it; the one before stands where there is none. */
      dueOn?: IsoDate | null;
    }
  /** Proposes a solution. */
  | {
      type: "propose";
      /** The solution. */
      text: string;
    }
  /** Brings in other bodies. */
  | {
      type: "coordinate";
      /** Which; they may stand outside the record. */
      bodies: string[];
    }
  /** Says that it is resolved. */
  | {
      type: "resolve";
      /** How. */
      text: string;
    }
  /** Passes it on to the body that is competent: it is no longer in these hands. */
  | {
      type: "passOn";
      /** To whom; it may stand outside the record. */
      to: string;
      /** Why. */
      reason: string;
    };

/** What an inspection does. */
export type InspectionWork = "inspection" | "regularSupervision" | "thematicSupervision";

/** What an inspection found. */
export type InspectionFinding = "inOrder" | "shortcomings" | "signsOfViolation";

/** One act about an inspection or supervision. The first is InspectionAct::Plan. */
export type InspectionAct =
  /** Puts it into the year's plan. */
  | {
      type: "plan";
      /** The organization that inspects. */
      organization: string;
      /** What is done. */
      work: InspectionWork;
      /** What it is about. */
      title: string;
      /** The organization that is inspected: it stands below. */
      subject?: string | null;
      /** The member who is inspected. */
      member?: string | null;
      /** The first day planned. */
      from: IsoDate;
      /** The last day planned. */
      to: IsoDate;
    }
  /** The body resolves the plan (INS-02). */
  | {
      type: "approve";
      /** The number of the resolution or decision, where there is one. */
      decision?: string | null;
    }
  /** Announces it to those inspected. */
  | {
      type: "announce";
      /** The text of the notice. */
      text?: string | null;
    }
  /** Takes in the report of those inspected on themselves. */
  | {
      type: "selfReport";
      /** The report. */
      text: string;
    }
  /** Puts the draft of the result on paper. */
  | {
      type: "draftResult";
      /** The draft. */
      text: string;
    }
  /** The body discusses and votes. */
  | {
      type: "discuss";
      /** Those who count. */
      base: number;
      /** Votes in favour. */
      yes: number;
    }
  /** Concludes it. */
  | {
      type: "conclude";
      /** What was found. */
      finding: InspectionFinding;
      /** The conclusion. */
      text: string;
    }
  /** Puts it into the archive. */
  | {
      type: "archive";
      /** Where. */
      place: string;
    }
  /** Takes it out of the plan. */
  | {
      type: "drop";
      /** Why. */
      reason: string;
    };

/** Which meetings go into a feed, and what the feed is called. One of `organization` and `member` is given. */
export interface FeedRequest {
  /** The organization whose calendar it is. */
  organization?: string | null;
  /** The member whose calendar it is. */
  member?: string | null;
  /** First day. */
  from: IsoDate;
  /** Last day. */
  to: IsoDate;
  /** The name that subscribers see. */
  name: string;
  /** Who made it, for PRODID: `-//Organization//Product//VI`. */
  product: string;
  /** What makes the UIDs unique in the world: a domain of the host. */
  domain: string;
  /** When the feed is made, `yyyy-mm-ddThh:mm:ssZ`. */
  stampedAt: string;
  /** The language of the summaries; Vietnamese where it is absent. */
  language?: Language;
  /** Minutes before a meeting at which to remind; absent for no reminder. */
  alarmMinutes?: number | null;
}

export type Command =
  /** States an organization that already exists. */
  | {
      type: "registerOrganization";
      id: string;
      kind: string;
      parent?: string | null;
      name: string;
      code?: string | null;
      sector: Sector;
      village?: boolean;
      /** Why it was made, where its kind asks for a reason: a temporary cell. */
      purpose?: string | null;
      on: IsoDate;
    }
  /** Founds an organization with the members who form it. */
  | {
      type: "foundOrganization";
      id: string;
      kind: string;
      parent: string;
      name: string;
      code?: string | null;
      sector: Sector;
      village?: boolean;
      purpose?: string | null;
      on: IsoDate;
      decision: string;
      members: string[];
      strengthenedLeadership?: boolean;
      consentToStayCell?: boolean;
    }
  | {
      type: "assignPost";
      organization: string;
      member: string;
      post: Post;
      from: IsoDate;
      to?: IsoDate | null;
      manner?: Manner | null;
    }
  /** Takes in the acts of one decision: all of them or none. */
  | {
      type: "reorganize";
      /** The number of the decision. */
      decision: string;
      signedOn: IsoDate;
      /** The body that decided, where it is in this record. */
      decidedBy?: string | null;
      /** The first day of what begins, the first day without what ends. */
      on: IsoDate;
      acts: OrganizationAct[];
      /** Committees that may be below the size because leadership must be strengthened. */
      strengthenedLeadership?: string[];
      /** Large cells that the superior lets stay one cell. */
      consentToStayCell?: string[];
      /** States what was decided before this record was kept: no rule is judged. */
      stated?: boolean;
    }
  /** States a term of an organization's committee. */
  | { type: "setTerm"; organization: string; number: number; from: IsoDate; to: IsoDate }
  /** States that files and seal of an organization that ended were collected. */
  | { type: "settleClosure"; organization: string; on: IsoDate }
  | { type: "endPost"; organization: string; member: string; post: Post; on: IsoDate }
  /** States a member who already belongs to a cell. */
  | {
      type: "registerMember";
      id: string;
      name: string;
      sex: Sex;
      bornOn: IsoDate;
      cell: string;
      on: IsoDate;
      decisionOn?: IsoDate | null;
      admittedOn: IsoDate;
      recognizedOn?: IsoDate | null;
      sector: Sector;
      religious?: boolean | null;
    }
  | {
      type: "admitMember";
      id: string;
      name: string;
      sex: Sex;
      bornOn: IsoDate;
      cell: string;
      consideredOn: IsoDate;
      votes: VoteTotals;
      decisionOn: IsoDate;
      receivedOn?: IsoDate | null;
      ceremonyOn: IsoDate;
      specialConsent?: boolean;
      sector: Sector;
      religious?: boolean | null;
    }
  | { type: "recognizeMember"; member: string; consideredOn: IsoDate; votes: VoteTotals }
  | { type: "transferMember"; member: string; to: string; on: IsoDate }
  | { type: "changeStanding"; member: string; standing: Standing; from: IsoDate; to?: IsoDate | null }
  | { type: "endMembership"; member: string; on: IsoDate; reason: EndReason }
  | {
      type: "scheduleMeeting";
      id: string;
      organization: string;
      kind: MeetingKind;
      on: IsoDate;
      minutes?: number | null;
    }
  | { type: "callRoll"; meeting: string; entries: RollEntry[] }
  /** Prepares, holds or concludes a meeting. */
  | { type: "actOnMeeting"; meeting: string; on: IsoDate; by?: string | null; act: MeetingAct }
  /** Gives a task, reports on it, ends it. */
  | { type: "actOnTask"; task: string; on: IsoDate; by?: string | null; act: TaskAct }
  /** Takes in, assigns, resolves a petition, a difficulty or a complex issue. */
  | { type: "actOnMatter"; matter: string; on: IsoDate; by?: string | null; act: MatterAct }
  /** Plans an inspection or supervision and takes its steps. */
  | {
      type: "actOnInspection";
      inspection: string;
      on: IsoDate;
      by?: string | null;
      act: InspectionAct;
    }
  /** Takes the steps of a rating. */
  | {
      type: "actOnEvaluation";
      year: number;
      subject: LevelSubject;
      on: IsoDate;
      by?: string | null;
      act: EvaluationAct;
    }
  | { type: "registerDocument"; document: DocumentInput }
  /** Sets a yearly target of any kind: a number, money, or a share. */
  | {
      type: "planTarget";
      id: string;
      organization: string;
      year: number;
      indicator: string;
      plan: TargetAmount;
      direction: TargetDirection;
      reading: TargetResults;
    }
  /** A result of a target that `planTarget` set. */
  | { type: "reportTarget"; target: string; on: IsoDate; amount: TargetAmount }
  | { type: "setTarget"; id: string; organization: string; year: number; indicator: string; planned: number }
  | { type: "recordResult"; target: string; on: IsoDate; achieved: number }
  | { type: "rateOrganization"; organization: string; year: number; facts: LevelFacts; peerGroup?: string | null }
  | {
      /** As a leader or as another member: what `facts.subject` says holds, whatever posts the record knows. */
      type: "rateMember";
      member: string;
      year: number;
      facts: LevelFacts;
      peerGroup?: string | null;
      /** The unit led by one rated as a leader: the tasks that it gave count where `facts` has none. */
      unitLed?: string | null;
    }
  | {
      type: "recordAdoption";
      member: string;
      on: IsoDate;
      installed: boolean;
      loggedIn: boolean;
      used: boolean;
    }
  | {
      type: "recordProject";
      id: string;
      organization: string;
      name: string;
      bidOn: IsoDate;
      packageValue: number;
      contractValue: number;
      qualityMet: boolean;
      completedEarlyDays?: number;
    };

/** What is true from its own date on. */
export type Fact =
  | {
      type: "organizationEntered";
      id: string;
      kind: string;
      parent?: string;
      name: string;
      code?: string;
      sector: Sector;
      village: boolean;
      purpose?: string;
      on: IsoDate;
      decision?: string;
    }
  | {
      type: "postTaken";
      organization: string;
      member: string;
      post: Post;
      from: IsoDate;
      to?: IsoDate;
      manner?: Manner;
    }
  | {
      type: "reorganized";
      decision: string;
      signedOn: IsoDate;
      decidedBy?: string;
      on: IsoDate;
      acts: OrganizationAct[];
    }
  | { type: "termSet"; organization: string; number: number; from: IsoDate; to: IsoDate }
  | { type: "closureSettled"; organization: string; on: IsoDate }
  | { type: "postLeft"; organization: string; member: string; post: Post; on: IsoDate }
  | {
      type: "memberEntered";
      id: string;
      name: string;
      sex: Sex;
      bornOn: IsoDate;
      cell: string;
      on: IsoDate;
      decisionOn?: IsoDate;
      admittedOn: IsoDate;
      recognizedOn?: IsoDate;
      sector: Sector;
      religious?: boolean;
      admittedHere: boolean;
    }
  | { type: "memberRecognized"; member: string; from: IsoDate; consideredOn: IsoDate }
  | { type: "memberMoved"; member: string; to: string; on: IsoDate }
  | { type: "standingChanged"; member: string; standing: Standing; from: IsoDate; to?: IsoDate }
  | { type: "membershipEnded"; member: string; on: IsoDate; reason: EndReason }
  | {
      type: "meetingScheduled";
      id: string;
      organization: string;
      kind: MeetingKind;
      on: IsoDate;
      minutes?: number;
    }
  | { type: "rollCalled"; meeting: string; entries: RollEntry[] }
  | { type: "meetingActed"; meeting: string; on: IsoDate; by?: string; act: MeetingAct }
  | { type: "taskActed"; task: string; on: IsoDate; by?: string; act: TaskAct }
  | { type: "matterActed"; matter: string; on: IsoDate; by?: string; act: MatterAct }
  | { type: "inspectionActed"; inspection: string; on: IsoDate; by?: string; act: InspectionAct }
  | {
      type: "evaluationActed";
      year: number;
      subject: LevelSubject;
      on: IsoDate;
      by?: string;
      act: EvaluationAct;
    }
  | { type: "documentEntered"; document: Document }
  | {
      type: "targetPlanned";
      id: string;
      organization: string;
      year: number;
      indicator: string;
      plan: TargetAmount;
      direction: TargetDirection;
      reading: TargetResults;
    }
  | { type: "targetReported"; target: string; on: IsoDate; amount: TargetAmount }
  | { type: "targetSet"; id: string; organization: string; year: number; indicator: string; planned: number }
  | { type: "resultRecorded"; target: string; on: IsoDate; achieved: number }
  | { type: "organizationRated"; organization: string; year: number; facts: LevelFacts; peerGroup?: string | null }
  | {
      type: "memberRated";
      member: string;
      year: number;
      facts: LevelFacts;
      peerGroup?: string | null;
      /** The unit led by one rated as a leader. */
      unitLed?: string | null;
    }
  | {
      type: "adoptionRecorded";
      member: string;
      on: IsoDate;
      installed: boolean;
      loggedIn: boolean;
      used: boolean;
    }
  | {
      type: "projectRecorded";
      id: string;
      organization: string;
      name: string;
      bidOn: IsoDate;
      packageValue: number;
      contractValue: number;
      qualityMet: boolean;
      completedEarlyDays: number;
    };

/** A fact with the day it was recorded. The host keeps these. */
export interface RecordEvent {
  /** Its place in the record, from 1 without gaps. */
  sequence: number;
  recordedOn: IsoDate;
  fact: Fact;
}

/** What became of a command. */
export type Outcome =
  /** Taken in; grounds that do not hold are noted, not forbidden. */
  | { type: "accepted"; events: RecordEvent[]; grounds: Ground[] }
  /** Forbidden by a rule; nothing changed. */
  | { type: "refused"; grounds: Ground[] };

/** Whose level is asked for. */
export type LevelSubject = { type: "organization"; id: string } | { type: "member"; id: string };

/** A question to the record on a day. */
export type RecordQuestion =
  | { type: "organization"; id: string }
  | { type: "member"; id: string }
  | { type: "subtree"; id: string }
  | {
      type: "attendance";
      id: string;
      from: IsoDate;
      to: IsoDate;
      counting?: AttendanceCounting | null;
    }
  /** The tree below an organization, or the whole record. */
  | { type: "tree"; id?: string | null }
  /** Everyone who belongs to an organization or to one below it. */
  | { type: "members"; id: string }
  /** Every post held in an organization or in one below it. */
  | { type: "posts"; id: string }
  /** What an organization was, what came before it and what became of it; it may have ended. */
  | { type: "lineage"; id: string; from?: IsoDate | null }
  /** What does not fit the rules of the day, with the acts that would mend it. */
  | { type: "review"; id?: string | null }
  /** What is still to be done; without an id also for organizations that have ended. */
  | { type: "obligations"; id?: string | null }
  /** Figures of an earlier day, added up by the organizations of the day asked about. */
  | { type: "restated"; from: IsoDate; figures: OldFigure[] }
  /** Where the members of an earlier day are on the day asked about. */
  | { type: "memberFlows"; id: string; from: IsoDate }
  /** Without an asker for the host itself, which sees everything. */
  | { type: "meeting"; id: string; asker?: string | null }
  | { type: "calendar"; id: string; from: IsoDate; to: IsoDate }
  | { type: "memberCalendar"; id: string; from: IsoDate; to: IsoDate }
  /** Without an asker for the host itself, which sees everything. */
  | { type: "monitor"; id: string; year: number; month: number; asker?: string | null }
  /** Without an asker for the host itself, which sees everything. */
  | {
      type: "tasks";
      id: string;
      member?: string | null;
      meeting?: string | null;
      asker?: string | null;
    }
  | { type: "matters"; id: string; asker?: string | null }
  | { type: "inspections"; id: string; asker?: string | null }
  | { type: "targets"; id: string; year: number; asker?: string | null }
  /** The meetings of a cell or of a member as iCalendar text. */
  | { type: "feed"; request: FeedRequest }
  | { type: "absences"; id: string; year: number; asker?: string | null }
  | { type: "documents"; search: DocumentSearch }
  | { type: "document"; id: string }
  /** A rating with its steps; without an asker for the host itself, which sees everything. */
  | { type: "evaluation"; subject: LevelSubject; year: number; asker?: string | null }
  /** The ratings of a year below an organization, in their order. */
  | { type: "evaluations"; id: string; year: number; asker?: string | null }
  /** How self-scores, votes and final levels differ; without an asker for the host itself. */
  | { type: "calibration"; id: string; year: number; asker?: string | null }
  | { type: "level"; subject: LevelSubject; year: number }
  /** Why a level is what it is; without an asker for the host itself. */
  | { type: "levelExplained"; subject: LevelSubject; year: number; asker?: string | null }
  /** Levels here and below, in pages. Without an asker for the host itself. */
  | {
      type: "levels";
      id: string;
      year: number;
      asker?: string | null;
      /** The first line. */
      offset?: number | null;
      /** How many lines: 1 to 5,000, 500 when absent. */
      limit?: number | null;
    }
  /** Who would have another level if the cap were read otherwise, in pages. */
  | {
      type: "levelsReadOtherwise";
      id: string;
      year: number;
      terms: CapTerms;
      asker?: string | null;
      offset?: number | null;
      limit?: number | null;
    };

/** A figure of an organization on an earlier day. */
export interface OldFigure {
  organization: string;
  /** 0 to 9,007,199,254,740,991. */
  value: number;
}

/** An organization of the tree on the day. */
export interface TreeLine {
  id: string;
  name: string;
  kind: string;
  code: string | null;
  /** `null` for a root. */
  parent: string | null;
  /** Here and below. */
  fullMembers: number;
  probationaryMembers: number;
}

/** A member of a cell on the day. */
export interface MemberLine {
  id: string;
  name: string;
  cell: string;
  full: boolean;
  standing: Standing;
}

/** A post held on the day. */
export interface PostLine {
  organization: string;
  member: string;
  name: string;
  post: Post;
  from: IsoDate;
  to: IsoDate | null;
  manner: Manner | null;
}

/** How an organization ended. */
export type Closing = "merged" | "split" | "dissolved" | "disbanded" | "tierEnded";

/** A step from one organization to another. */
export interface StepLine {
  from: string;
  to: string;
  on: IsoDate;
  /** Whether all of it went, or only a part. */
  whole: boolean;
  decision: string | null;
}

/** What an organization was, what came before it, and what became of it. */
export interface LineageAnswer {
  id: string;
  began: IsoDate;
  /** The first day without it. */
  ended: IsoDate | null;
  closing: Closing | null;
  /** What it was, from each change on. */
  stages: { from: IsoDate; name: string; kind: string; code: string | null; parent: string | null }[];
  /** Where it is on the day; itself where it goes on. */
  heirs: { organization: string; name: string; whole: boolean }[];
  /** What ended on the way without a successor. */
  lost: {
    organization: string;
    name: string;
    on: IsoDate;
    closing: Closing | null;
    decision: string | null;
  }[];
  steps: StepLine[];
  /** Every organization that went into it, the nearest first. */
  forebears: string[];
  cameBy: StepLine[];
}

/** What does not fit the rules of the day. */
export type Finding =
  | "kindNotInForce"
  | "wrongParent"
  | "villageOnlyCell"
  | "tooFewMembers"
  | "wrongKindForSize"
  | "noPartyGroups"
  | "noSecretary"
  | "noCommittee"
  | "committeeBelowSize"
  | "committeeTooLarge"
  | "standingCommitteeTooLarge"
  | "termOver"
  | "noPurpose";

/** An act that would mend it. */
export type RemedyAct =
  | "changeKind"
  | "merge"
  | "dissolve"
  | "move"
  | "endTier"
  | "foundPartyGroups"
  | "split"
  | "askConsent"
  | "fillSecretary"
  | "electCommittee"
  | "reduceCommittee"
  | "holdCongress"
  | "statePurpose";

/** What does not fit the rules of the day, in the order of the tree. */
export interface ReviewAnswer {
  /** How many organizations were looked at. */
  reviewed: number;
  findings: {
    organization: string;
    name: string;
    kind: string;
    finding: Finding;
    /** At least one does not hold. */
    grounds: Ground[];
    /** One of these is enough; `kind` is what would fit, where the act needs one. */
    remedies: { act: RemedyAct; kind: string | null }[];
  }[];
}

/** What an organization has to do. */
export type Duty = "settleClosure" | "holdCongress" | "appointLeaders";

/** Something that is still to be done. */
export interface Obligation {
  /** The organization it is about. */
  organization: string;
  name: string;
  /** Who has to do it, where the record knows. */
  by: string | null;
  duty: Duty;
  /** The last day for it; `null` where the rules name none. */
  due: IsoDate | null;
  ground: Ground;
}

/** Why a figure cannot be restated. */
export type Unclear = "divided" | "lost";

/** Old figures on the map of the day. */
export interface RestatedAnswer {
  restated: { organization: string; name: string; value: number; from: string[] }[];
  /** What cannot be restated, and why. */
  unclear: { organization: string; value: number; reason: Unclear; heirs: string[] }[];
}

/** Members who were in one cell and are in another, or in the same. */
export interface MemberFlow {
  from: string;
  /** `null` for those who are members no more. */
  to: string | null;
  members: number;
}

/** What an organization is on the day. */
export interface OrganizationAnswer {
  id: string;
  name: string;
  code: string | null;
  kind: string;
  sector: Sector;
  /** The organizations above, from the root down. */
  path: string[];
  children: string[];
  /** Here and below. */
  fullMembers: number;
  probationaryMembers: number;
  posts: { member: string; post: Post; from: IsoDate }[];
  /** The form that fits its size; `null` for kinds without a rule of size. */
  form: Verdict<OrganizationForm> | null;
}

/** What a member is on the day. */
export interface MemberAnswer {
  id: string;
  name: string;
  cell: string | null;
  full: boolean;
  standing: Standing;
  admittedOn: IsoDate;
  recognizedOn: IsoDate | null;
  ended: EndReason | null;
  posts: { organization: string; post: Post }[];
}

/** A stage of a rating at which somebody has a level. */
export type CalibrationStage = "selfScored" | "proposed" | "decided";

/** The ratings of a grassroots organization as sums; `null` is what would tell of few. */
export interface PublishedRatings {
  organization: string;
  name: string;
  rated: number;
  stages: {
    stage: CalibrationStage;
    excellent: number | null;
    good: number | null;
    completed: number | null;
    notCompleted: number | null;
    /** Without a level. */
    unknown: number | null;
  }[];
  /** Mean of the marks that members gave themselves, of those who have both marks. */
  selfMarks: ExactNumber | null;
  /** Mean of the marks decided, of the same members. */
  finalMarks: ExactNumber | null;
}

/** How self-scores, votes and final levels of the members here and below differ. */
export interface CalibrationAnswer {
  ruleBook: RuleBookLine;
  organization: string;
  year: number;
  judgedOn: IsoDate;
  sight: Sight;
  /** Cell by cell, with who stands out; `null` for who may not see single ratings. */
  ratings: Verdict<Calibration> | null;
  /** By grassroots organization, without small counts; for who sees sums alone. */
  published: Verdict<{
    organizations: PublishedRatings[];
    /** Organizations left out as too few are rated there. */
    leftOut: number;
  }> | null;
}

/** A yearly level with everything it rests on. */
export interface LevelAnswer {
  /** The rules that judged. */
  ruleBook: RuleBookLine;
  /** The final level; `null` when not rated, or when people must vote at the cap's line. */
  level: Level | null;
  /** Whether the subject is rated at all, and why. */
  rated: Verdict<boolean>;
  /** As whom the recorded facts rate, which is by whose sheet; `null` when not rated. */
  ratedAs: RatedSubject | null;
  /** The level by the subject's own facts; `null` when not rated. */
  own: Verdict<LevelValue> | null;
  /** What the cap did within the group, after a vote at its line; `null` for levels below excellent. */
  cap: Verdict<CapOutcome> | null;
  /** The votes among those tied at the line, where any was taken. */
  lineVote?: LineVote;
}

/** Why an organization or a member has its yearly level, as far as the asker may see. */
export interface LevelExplained {
  ruleBook: RuleBookLine;
  subject: LevelSubject;
  year: number;
  judgedOn: IsoDate;
  sight: Sight;
  /** `null` where the asker may not see the level. */
  rated: Verdict<boolean> | null;
  /** As whom the recorded facts rate, which is by whose sheet; `null` when not rated. */
  ratedAs: RatedSubject | null;
  /** The unit led by one rated as a leader, where it was recorded. */
  unitLed?: string;
  /** From the facts to the level after the cap; `null` when not rated. */
  explained: Verdict<LevelExplanation> | null;
  /** With the names that the asker may see; `null` for levels below excellent. */
  cap: Verdict<CapOutcome> | null;
  /** The votes among those tied at the line, where any was taken. */
  lineVote?: LineVote;
}

export interface LevelTotals {
  /** Organizations of every kind. */
  organizations: LevelCounts;
  members: LevelCounts;
}

/** The members of a grassroots organization, or its cells, by level; `null` is what would tell of few. */
export interface PublishedLevels {
  organization: string;
  name: string;
  /** Whether its members are counted; otherwise its cells. */
  members: boolean;
  /** `null` with all else where too few are rated. */
  rated: number | null;
  excellent: number | null;
  good: number | null;
  completed: number | null;
  notCompleted: number | null;
  /** Without a level: no facts were recorded, or people must vote. */
  unknown: number | null;
}

/** An organization or a member with the level of the year. */
export interface LevelLine {
  /** The organization, or the cell of the member. */
  organization: string;
  /** `null` for an organization. */
  member: string | null;
  name: string;
  /** As whom the recorded facts rate, which is by whose sheet; `null` when not rated. */
  ratedAs: RatedSubject | null;
  /** Before the cap; `null` when not rated, without recorded facts, or where one is missing. */
  own: Level | null;
  /**
   * The fact that the sheet needs and that was not recorded, as its field is named: whoever lacks
   * one is outside the group until it is known.
   */
  missing?: string;
  /** After the cap; `null` without a level of one's own, or when to be voted on. */
  level: Level | null;
  /** Tied at the cap's line: people must vote. */
  voteNeeded: boolean;
  /** The place of its group in `caps`, from 0; `null` when not rated or out of the asker's sight. */
  cap: number | null;
}

/** The levels of a year below an organization, a page of them. */
export interface LevelsAnswer {
  ruleBook: RuleBookLine;
  organization: string;
  year: number;
  judgedOn: IsoDate;
  sight: Sight;
  /** Everyone, whatever the page; `null` for who may not see each of them. */
  totals: LevelTotals | null;
  /** By grassroots organization, without small counts, cells, then members; for who sees sums alone. They are never added up: no two questions together tell more than one. */
  published: PublishedLevels[];
  /** How the cap was read, and what is published. */
  policies: PolicyUsed[];
  /** The groups that an organization of this page forms, and those of everyone on it; for who sees sums alone, groups of organizations only. */
  caps: CapLine[];
  /** In the order of the tree: each organization, then its own members. */
  lines: LevelLine[];
  /** Lines of all pages. */
  lineCount: number;
  /** Where the next page starts; `null` on the last one. */
  next: number | null;
}

/** An organization or a member whose level would be another. */
export interface LevelChangeLine {
  organization: string;
  /** `null` for an organization. */
  member: string | null;
  name: string;
  /** `null` when to be voted on. */
  from: Level | null;
  /** `null` when to be voted on. */
  to: Level | null;
}

/** Who would have another level if the cap were read otherwise, a page of them. */
export interface LevelsReadOtherwise {
  ruleBook: RuleBookLine;
  organization: string;
  year: number;
  judgedOn: IsoDate;
  sight: Sight;
  /** `null` for who may not see everyone here and below. */
  before: LevelTotals | null;
  after: LevelTotals | null;
  /** From good to excellent, of the lines of all pages. */
  raised: number;
  /** From excellent to good, likewise. */
  lowered: number;
  /** Into a vote at the cap's line, or out of one, likewise. */
  votes: number;
  /** How the cap was read the other way. */
  policies: PolicyUsed[];
  lines: LevelChangeLine[];
  lineCount: number;
  next: number | null;
}

/** How far someone sees into the meetings and the yearly ratings of an organization. */
export type Sight = "nothing" | "member" | "sums" | "cells" | "everything";

/** How far a meeting has come. */
export type MeetingStage = "announced" | "overdue" | "held" | "cancelled";

/** When, where and how a meeting will be. */
export interface MeetingArrangement {
  /** When it begins. */
  at: ClockTime | null;
  /** How long it is planned to last, in minutes. */
  minutes: number | null;
  /** Where. */
  place: string | null;
  /** The address of the online meeting. */
  link: string | null;
  /** What it is about. */
  topic: string | null;
  /** Who chairs it. */
  chair: string | null;
  /** Who writes the minutes. */
  secretary: string | null;
  /** Who is invited and is no member of the body. */
  guests: string[];
}

/** A change of a meeting's day. */
export interface MeetingChange {
  /** The day of the change. */
  changedOn: IsoDate;
  /** The day the meeting was to be. */
  from: IsoDate;
  /** The new day; absent where it was called off. */
  to: IsoDate | null;
  /** Why. */
  reason: string;
}

/** A contribution and what became of it. */
export interface ContributionLine {
  /** Its identifier. */
  id: string;
  /** Whose. */
  by: string | null;
  /** The day. */
  on: IsoDate;
  /** What it is. */
  kind: ContributionKind;
  /** The text. */
  text: string;
  /** The point of the agenda that it is about. */
  item: number | null;
  /** Whether it was accepted; absent while nobody has said. */
  accepted: boolean | null;
  /** Why. */
  reason: string | null;
  /** The answer to a question. */
  answer: string | null;
  /** The day of the answer. */
  answeredOn: IsoDate | null;
  /** The last day for the answer to a question, where the rules know one. */
  answerDue: IsoDate | null;
}

/** What was done before a meeting. */
export interface MeetingPreparation {
  /** The day of the first notice. */
  notifiedOn: IsoDate | null;
  /** The agenda. */
  agenda: AgendaItem[];
  /** The papers. */
  papers: MeetingPaper[];
  /** The day on which the last of the papers was there. */
  papersOn: IsoDate | null;
  /** The draft of the resolution. */
  draft: string | null;
  /** The day of the draft. */
  draftedOn: IsoDate | null;
  /** What members brought in, in the order in which it was recorded. */
  contributions: ContributionLine[];
  /** Every change of the day. */
  changes: MeetingChange[];
}

/** Someone who is excused. */
export interface ExcuseLine {
  /** Who. */
  member: string;
  /** Why. */
  reason: AbsenceCause;
  /** The day of the excuse. */
  on: IsoDate;
}

/** Someone who came or left. */
export interface MovementLine {
  /** When. */
  at: ClockTime;
  /** Who. */
  member: string;
  /** Came, or left. */
  came: boolean;
  /** By an online connection. */
  online: boolean;
}

/** Who was at a meeting. */
export interface MeetingRoll {
  /** When it was opened. */
  openedAt: ClockTime | null;
  /** When it was closed. */
  closedAt: ClockTime | null;
  /** How long it lasted, in minutes: from opening to closing, else as stated. */
  minutes: number | null;
  /** Those whom the meeting concerns. */
  concerned: number;
  /** Present, in person or online. */
  present: number;
  /** The roll; empty until it is called. */
  entries: RollEntry[];
  /** Who is excused beforehand. */
  excuses: ExcuseLine[];
  /** Who came and left, by time. */
  movements: MovementLine[];
  /** How many members spoke. */
  speakers: number;
  /** Those who count in a vote of the meeting; absent until it is held. */
  voteBase: number | null;
}

/** A vote of a meeting. */
export interface MeetingVoteLine {
  /** Its number in the meeting. */
  number: number;
  /** What was asked. */
  question: string;
  /** What was decided. */
  decision: Decision;
  /** Secret ballot or raised card. */
  method: VoteMethod;
  /** Those who count. */
  base: number;
  /** Votes in favour. */
  yes: number;
  /** Votes against. */
  no: number;
  /** Abstentions and invalid ballots. */
  abstained: number;
  /** Whether it carries, and how many more it would need. */
  tally: Verdict<Tally> | null;
}

/** The resolution of a meeting. */
export interface ResolutionLine {
  /** Its number in the body's term. */
  number: number;
  /** The day. */
  on: IsoDate;
  /** Its title. */
  title: string;
  /** Its text. */
  text: string;
  /** The number of the vote that carried it. */
  vote: number | null;
}

/** What came out of a meeting. */
export interface MeetingOutcome {
  /** The minutes. */
  minutes: string | null;
  /** The resolutions, in the order in which they were passed. */
  resolutions: ResolutionLine[];
  /** The day on which the result was on the handbook. */
  publishedOn: IsoDate | null;
  /** The document of the record that the resolution is. */
  document: string | null;
}

/** The five steps of a meeting, as the forms have them (MTG-13). */
export type WorkStep = "prepare" | "collect" | "hold" | "conclude" | "follow";

/** One thing to be done in a step. */
export type MeetingItem =
  | "arrange"
  | "agenda"
  | "notice"
  | "papers"
  | "draft"
  | "settleContributions"
  | "open"
  | "roll"
  | "close"
  | "minutes"
  | "resolution"
  | "score"
  | "publish"
  | "tasks"
  | "tasksDone"
  | "answerQuestions";

/** How far one thing is. */
export interface MeetingItemLine {
  /** The step it belongs to. */
  step: WorkStep;
  /** What is to be done. */
  item: MeetingItem;
  /** Whether it is done. */
  done: boolean;
  /** The last day for it, where a rule sets one. */
  due: IsoDate | null;
  /** Whether it was done after that day, or is not done and the day has passed. */
  late: boolean;
}

/** A meeting on the day asked about, as far as the asker may see. */
export interface MeetingAnswer {
  /** Its identifier. */
  id: string;
  /** The organization that meets. */
  organization: string;
  /** What kind. */
  kind: MeetingKind;
  /** How far the asker sees. */
  sight: Sight;
  /** How far it has come. */
  stage: MeetingStage;
  /** The day for which it was first announced. */
  announcedOn: IsoDate;
  /** The day it is on now. */
  on: IsoDate;
  /** When, where and how. */
  arrangement: MeetingArrangement;
  /** What was done before it. */
  preparation: MeetingPreparation;
  /** Who was there. */
  roll: MeetingRoll;
  /** What was voted on. */
  votes: MeetingVoteLine[];
  /** What came out of it. */
  outcome: MeetingOutcome;
  /** Its score, where it has scored itself. */
  score: Verdict<MeetingScore> | null;
  /** Until when documents and result are due, where the rules know it. */
  deadlines: Verdict<MeetingDeadlines> | null;
  /** What is done and what is still to be done, step by step. */
  items: MeetingItemLine[];
}

/** A meeting on the calendar. */
export interface CalendarLine {
  /** The meeting. */
  meeting: string;
  /** The organization that meets. */
  organization: string;
  /** Its name on the day. */
  name: string;
  /** What kind. */
  kind: MeetingKind;
  /** The day for which it was first announced. */
  announcedOn: IsoDate;
  /** The day it is on now. */
  on: IsoDate;
  /** When it begins. */
  at: ClockTime | null;
  /** How long it is planned to last, in minutes. */
  minutes: number | null;
  /** Where. */
  place: string | null;
  /** The address of the online meeting. */
  link: string | null;
  /** What it is about. */
  topic: string | null;
  /** How far it has come. */
  stage: MeetingStage;
  /** How often it was changed: the SEQUENCE of a calendar feed. */
  sequence: number;
}

/** Whether a cell held its monthly meeting (MTG-01). */
export type MonthlyState = "onTime" | "late" | "notYetDue" | "unscheduled" | "overdue" | "missed";

/** Cells by the state of their monthly meeting. */
export interface MonthlyCounts {
  /** Held on the announced day. */
  onTime: number;
  /** Held late. */
  late: number;
  /** Still to come. */
  notYetDue: number;
  /** Nothing announced yet. */
  unscheduled: number;
  /** The day has passed. */
  overdue: number;
  /** The month is over. */
  missed: number;
}

/** Why a cell needs help. */
export type HelpReason =
  | "twoMonthsWithoutMeeting"
  | "attendanceBelowAim"
  | "attendanceFalling"
  | "noSecretary";

/** Attendance and meetings of one month. */
export interface MonthLine {
  /** The year. */
  year: number;
  /** The month, 1 to 12. */
  month: number;
  /** Cells by the state of their monthly meeting. */
  counts: MonthlyCounts;
  /** Attendances. */
  attended: number;
  /** Attendances expected. */
  expected: number;
  /** The share in percent with two decimals; empty when nobody was expected. */
  shareShown: string;
}

/** One organization directly below the one asked about. */
export interface MonitorLine {
  /** The organization. */
  organization: string;
  /** Its name. */
  name: string;
  /** Its kind. */
  kind: string;
  /** How many cells it is or has below it. */
  cells: number;
  /** Its cells by the state of their monthly meeting. */
  counts: MonthlyCounts;
  /** Attendances of the month. */
  attended: number;
  /** Attendances expected. */
  expected: number;
  /** The share in percent with two decimals; empty when nobody was expected. */
  shareShown: string;
  /** Whether the aim is reached; absent when nobody was expected. */
  reachesAim: boolean | null;
  /** The state of a cell's own monthly meeting; absent for what is no cell. */
  state: MonthlyState | null;
  /** The day of that meeting, where one is announced. */
  on: IsoDate | null;
  /** How many of its cells need help. */
  inNeed: number;
  /** Why a cell needs help; empty for what is no cell. */
  help: HelpReason[];
}

/** Whether cells met in a month, as far as the asker may see. Sums are sums of counts. */
export interface MonitorAnswer {
  /** The organization. */
  organization: string;
  /** The year. */
  year: number;
  /** The month. */
  month: number;
  /** How far the asker sees. */
  sight: Sight;
  /** How many cells there are here and below. */
  cells: number;
  /** Cells by the state of their monthly meeting. */
  counts: MonthlyCounts;
  /** Attendances of the month. */
  attended: number;
  /** Attendances expected. */
  expected: number;
  /** The share in percent with two decimals; empty when nobody was expected. */
  shareShown: string;
  /** Whether the aim is reached; absent when nobody was expected. */
  reachesAim: boolean | null;
  /** How many cells need help. */
  inNeed: number;
  /** This month and the five before it, the oldest first. */
  trend: MonthLine[];
  /** The organizations directly below; a cell has its own line. */
  lines: MonitorLine[];
  /** The grounds of the attendance. */
  grounds: Ground[];
}

/** How far a task is. */
export type TaskStage = "given" | "reported" | "overdue" | "done" | "doneLate" | "dropped";

/** A task on the day asked about. */
export interface TaskLine {
  /** Its identifier. */
  id: string;
  /** The organization that gave it. */
  organization: string;
  /** What is to be done. */
  title: string;
  /** How it is measured. */
  measure: string | null;
  /** Who does it. */
  persons: string[];
  /** The meeting whose resolution gave it. */
  meeting: string | null;
  /** The day it was given. */
  givenOn: IsoDate;
  /** The last day for it, extensions counted. */
  dueOn: IsoDate;
  /** How often it was given more time. */
  extended: number;
  /** How far it is. */
  state: TaskStage;
  /** How much is reported as done, in percent. */
  percent: number;
  /** The day it was done. */
  doneOn: IsoDate | null;
  /** How well it was done. */
  quality: TaskQuality | null;
  /** Done with quality and in time: completed well (MEM-71). */
  completedWell: boolean;
  /** Days to the last day; below 0 when it has passed. Absent when done or taken back. */
  daysLeft: number | null;
}

/** Tasks with their counts. */
export interface TasksAnswer {
  /** How far the asker sees. */
  sight: Sight;
  /** The tasks by last day, as far as the asker may see them. */
  tasks: TaskLine[];
  /** Tasks that count: all but those taken back. */
  total: number;
  /** Not done yet. */
  open: number;
  /** Not done, and the last day has passed; a part of `open`. */
  overdue: number;
  /** Done. */
  done: number;
  /** Done in time and with quality (MEM-71). */
  onTime: number;
  /** Done later than the last day. */
  late: number;
  /** Done beyond what was required. */
  beyond: number;
}

/** How far a matter is. */
export type MatterState =
  | "received"
  | "assigned"
  | "proposed"
  | "coordinated"
  | "resolved"
  | "passedOn";

/** A matter on the day asked about. */
export interface MatterLine {
  /** Its identifier. */
  id: string;
  /** The organization whose matter it is. */
  organization: string;
  /** What kind. */
  kind: MatterKind;
  /** What it is about. */
  title: string;
  /** The organization that took it in. */
  receivedBy: string;
  /** The day it was taken in. */
  receivedOn: IsoDate;
  /** The organization that deals with it. */
  assignedTo: string | null;
  /** The solution proposed last. */
  solution: string | null;
  /** The bodies brought in, in the order in which they came. */
  bodies: string[];
  /** How far it is. */
  state: MatterState;
  /** The day it was resolved or passed on. */
  closedOn: IsoDate | null;
  /** The last day for it. */
  dueOn: IsoDate | null;
  /** Closed after its last day, or not closed and the day has passed. */
  late: boolean;
  /** Days to the last day; below 0 when it has passed. Absent when closed or without one. */
  daysLeft: number | null;
  /** Who has to act next; absent when closed. */
  next: string | null;
}

/** Matters with their counts. */
export interface MattersAnswer {
  /** How far the asker sees. */
  sight: Sight;
  /** The matters by last day, as far as the asker may see them. */
  matters: MatterLine[];
  /** All of them. */
  total: number;
  /** Not closed. */
  open: number;
  /** Not closed, and the last day has passed; a part of `open`. */
  overdue: number;
  /** Resolved. */
  resolved: number;
  /** Passed on. */
  passedOn: number;
}

/** How far an inspection is. INS-02. */
export type InspectionState =
  | "planned"
  | "approved"
  | "announced"
  | "selfReported"
  | "drafted"
  | "discussed"
  | "concluded"
  | "archived"
  | "dropped";

/** An inspection on the day asked about. */
export interface InspectionLine {
  /** Its identifier. */
  id: string;
  /** The organization that inspects. */
  organization: string;
  /** What is done. */
  work: InspectionWork;
  /** What it is about. */
  title: string;
  /** The organization that is inspected. */
  subject: string | null;
  /** The member who is inspected; withheld from whoever is neither that member nor of the committee. */
  member: string | null;
  /** The first day planned. */
  from: IsoDate;
  /** The last day planned. */
  to: IsoDate;
  /** How far it is: the furthest step taken. */
  state: InspectionState;
  /** Steps before the furthest one that were not taken, in order (INS-02). */
  skipped: InspectionState[];
  /** The step that comes next; absent when archived or taken out of the plan. */
  next: InspectionState | null;
  /** What was found. */
  finding: InspectionFinding | null;
  /** Not concluded, and the last day planned has passed. */
  overdue: boolean;
}

/** Inspections with their counts. */
export interface InspectionsAnswer {
  /** How far the asker sees. */
  sight: Sight;
  /** The inspections by first day planned, as far as the asker may see them. */
  inspections: InspectionLine[];
  /** Those in the plan: all but those taken out. */
  planned: number;
  /** Concluded. */
  concluded: number;
  /** Not concluded, and the last day planned has passed. */
  overdue: number;
}

/** Until when documents and result of a meeting are due. */
export interface MeetingDeadlines {
  obligations: { duty: MeetingDuty; dueOn: IsoDate; state: DueState }[];
}

/** One member's absences of a year, and excused ones in a row. */
export interface AbsenceLine {
  /** The member. */
  member: string;
  /** Meetings of the year with this member on the roll. */
  meetings: number;
  /** Of them attended, in person or online. */
  attended: number;
  /** Of them missed with a reason. */
  excused: number;
  /** Of them missed without a reason. */
  unexcused: number;
  /** The longest row of excused absences up to the day, of all years. */
  longestExcusedRow: number;
  /** The row that goes on. */
  currentExcusedRow: number;
  /** Whether the longest row is within the limit (MTG-09). */
  withinLimit: boolean;
  /** Months of the year missed without a reason, 1 to 12 (MTG-12). */
  monthsUnexcused: number[];
  /** Whether they let the procedure of deletion start (MEM-63). */
  procedureMayStart: boolean;
}

/** Absences of a cell's members. */
export interface AbsencesAnswer {
  /** How far the asker sees. */
  sight: Sight;
  /** Members in the order in which they came; a plain member sees the own line. */
  lines: AbsenceLine[];
  /** The grounds of the rows and months that are beyond what is allowed. */
  grounds: Ground[];
}

/** A document on the day asked about. */
export interface DocumentAnswer {
  /** The document. */
  document: Document;
  /** Whether it is in force on the day. */
  status: DocumentStatus;
  /** The meetings that had it among their papers, or that it came from, in the order in which they entered the record. */
  meetings: string[];
}

/** A yearly target on the day asked about. */
export interface TargetLine {
  /** Its identifier. */
  id: string;
  /** Whose target. */
  organization: string;
  /** What is counted. */
  indicator: string;
  /** The year. */
  year: number;
  /** The plan. */
  plan: TargetAmount;
  /** Which side of the plan is the good one. */
  direction: TargetDirection;
  /** Result, percentage, trend against the same day of last year where the same was planned then, forecast by the days of the year where results are added, and what is still needed. */
  progress: Verdict<TargetProgress>;
}

/** Yearly targets. */
export interface TargetsAnswer {
  /** How far the asker sees. */
  sight: Sight;
  /** The targets, organization by organization in the order of the tree. */
  targets: TargetLine[];
}

/** The answer to each question to the record. */
export interface RecordAnswers {
  organization: OrganizationAnswer;
  member: MemberAnswer;
  /** Every organization below one, and itself, parents first. */
  subtree: string[];
  attendance: Verdict<AttendanceSummary>;
  /** Parents first. */
  tree: TreeLine[];
  /** Cell by cell in the order of the tree. */
  members: MemberLine[];
  /** Organization by organization in the order of the tree. */
  posts: PostLine[];
  lineage: LineageAnswer;
  review: ReviewAnswer;
  /** By the last day for it; what has none comes last. */
  obligations: Obligation[];
  restated: RestatedAnswer;
  memberFlows: MemberFlow[];
  meeting: MeetingAnswer;
  /** By day. */
  calendar: CalendarLine[];
  /** By day. */
  memberCalendar: CalendarLine[];
  monitor: MonitorAnswer;
  tasks: TasksAnswer;
  matters: MattersAnswer;
  inspections: InspectionsAnswer;
  targets: TargetsAnswer;
  /** iCalendar text. */
  feed: string;
  absences: AbsencesAnswer;
  documents: DocumentHits;
  document: DocumentAnswer;
  evaluation: EvaluationAnswer;
  evaluations: EvaluationsAnswer;
  calibration: CalibrationAnswer;
  level: LevelAnswer;
  levelExplained: LevelExplained;
  levels: LevelsAnswer;
  levelsReadOtherwise: LevelsReadOtherwise;
}

export type RecordAnswer = {
  [T in keyof RecordAnswers]: { type: T; answer: RecordAnswers[T] };
}[keyof RecordAnswers];

/** Which year of which organization. */
export interface DistrictYearRequest {
  /** Absent for the record's only root. */
  organization?: string | null;
  year: number;
  /** The day whose rules judge; absent for 31 December of the year. */
  judgedOn?: IsoDate | null;
}

// ---------------------------------------------------------------- the doors

export interface WorkingDayInput {
  from: IsoDate;
  /** 0 to 1000. */
  days: number;
  calendar: "withHolidays" | "weekendsOnly";
}

export interface OrganizationFormInput {
  fullMembers: number;
  probationaryMembers: number;
  setting: "standard" | "village";
  strengthenedLeadership?: boolean;
  consentToStayCell?: boolean;
}

export interface OrganizationForm {
  /** `null` when there are too few to form an organization. */
  kind: string | null;
  partyGroups: boolean;
}

export interface VoteBaseInput {
  body: "meeting" | "congress" | "committee";
  /** All on the roll, with all those below. */
  fullMembers: number;
  elsewhereAbsent?: number;
  exemptedAbsent?: number;
  suspended?: number;
  excusedThroughout?: number;
}

export type Decision = "ordinary" | "admission" | "recognition" | "deletion" | "expulsion" | "election";
export type Step = "proposing" | "superior";

export interface TallyInput {
  base: number;
  decision: Decision;
  step: Step;
  yes: number;
  no?: number;
  abstained?: number;
  method: VoteMethod;
}

export interface Tally {
  /** The fewest votes in favour that carry. */
  required: number;
  carried: boolean;
  /** How many more votes in favour are needed. */
  missing: number;
  /** Votes of the base that were not cast, or not yet. */
  open: number;
  stillPossible: boolean;
}

/** Those who count, as a number or as the counts behind it. */
export type CountedBase = { type: "number"; value: number } | { type: "counts"; counts: VoteBaseInput };

export interface VoteProgressInput {
  base: CountedBase;
  decision: Decision;
  step: Step;
  method: "secret" | "card";
  yes: number;
  no?: number;
  /** Another opinion, or none. */
  other?: number;
  /** Ballots that are not valid; none where cards are raised. */
  spoiled?: number;
}

export interface VoteProgress {
  base: number;
  /** The fewest votes in favour that carry. */
  required: number;
  /** How many more votes in favour are needed. */
  missing: number;
  /** Those who count and have not voted, or not yet. */
  open: number;
  /** `open` while the votes still to come decide. */
  state: "carried" | "lost" | "open";
  /** Whether the result must be reported upward even where it does not carry; `null` where the book knows no rule. */
  reportedEvenIfLost: boolean | null;
}

/** What a share is a share of, in any assembly. */
export type BallotBase =
  | { type: "allMembers" | "inOffice" | "present" | "votesCast" | "validVotes" | "yesAndNo" }
  | { type: "number"; value: number };

/** How much is needed. */
export type BallotThreshold =
  | {
      type: "share";
      of: BallotBase;
      numerator: number;
      denominator: number;
      rule: "moreThan" | "atLeast";
    }
  | { type: "votes"; votes: number };

export type TieBreaker = "chair" | "deputyChair" | "other";

/** What the assembly's rules say of as many votes in favour as against. */
export type TieRule =
  | { type: "lost" }
  | { type: "castingVote"; by: TieBreaker; inFavour?: boolean | null };

/** A vote of any assembly. No count is above 1,000,000,000. */
export interface BallotInput {
  /** All members by law. */
  members?: number | null;
  /** Without vacant seats. */
  inOffice?: number | null;
  present?: number | null;
  yes: number;
  no: number;
  abstained?: number;
  spoiled?: number;
  /** Votes that may still be cast. */
  stillToVote?: number;
  threshold: BallotThreshold;
  quorum?: { counted: "present" | "votesCast" | "yesAndNo"; threshold: BallotThreshold } | null;
  tie?: TieRule | null;
}

export type BallotResult = "carried" | "lost" | "noQuorum" | "tie" | "open";

/** A threshold as it stands with the votes counted. */
export interface BallotMeasure {
  /** `null` for a fixed number. */
  base: number | null;
  required: number;
  counted: number;
  met: boolean;
}

export interface Ballot {
  result: BallotResult;
  majority: BallotMeasure;
  /** The fewest further votes in favour, if nobody else voted; `null` where no number is enough. */
  missing: number | null;
  quorum: BallotMeasure | null;
  /** Who has the casting vote, or had it. */
  tieBreaker: TieBreaker | null;
}

/** A time of the day in Vietnam, `hh:mm`. */
export type TimeOfDay = string;

/** How long one must be at a meeting to count as present. */
export type PresenceCounting = "anyTime" | "atTheRoll" | "majorityOfDuration";
/** Why a member is absent: the code alone is kept. */
export type AbsenceCause =
  | "illness"
  | "maternity"
  | "workTrip"
  | "study"
  | "family"
  | "weather"
  | "farAway"
  | "other";

/** Something that happened to one member's presence; events may come in any order. */
export type RollEvent =
  | { type: "joined"; member: string; at: TimeOfDay; online: boolean }
  | { type: "left"; member: string; at: TimeOfDay }
  | { type: "excused"; member: string; cause: AbsenceCause }
  | { type: "unexcused"; member: string };

export interface RollCallInput {
  startsAt: TimeOfDay;
  /** When it was closed, or the time now. */
  endsAt: TimeOfDay;
  /** When the roll was called; without it at the opening. */
  rollAt?: TimeOfDay | null;
  /** The moment asked about; without it the end. */
  at?: TimeOfDay | null;
  counting?: PresenceCounting | null;
  members: {
    id: string;
    membership: "full" | "probationary" | "temporary";
    standing: Standing;
  }[];
  events?: RollEvent[];
}

/** How many of the cell's own members stand in each state. */
export interface RollCounts {
  presentInPerson: number;
  presentOnline: number;
  excused: number;
  unexcused: number;
  exempted: number;
  suspended: number;
  awayTemporarily: number;
  /** Not marked yet. */
  unmarked: number;
  /** Members from elsewhere who count as present. */
  temporaryPresent: number;
}

export interface RollLine {
  member: string;
  /** `null` where nobody has marked one yet. */
  presence: Presence | null;
  cause: AbsenceCause | null;
  spans: { from: TimeOfDay; to: TimeOfDay; online: boolean }[];
  minutes: number;
  /** `null` for one who never came. */
  lateMinutes: number | null;
  leftEarlyMinutes: number | null;
  presentNow: boolean;
  /** Counts in the base of a vote at the moment asked about. */
  inBase: boolean;
  mayVoteNow: boolean;
}

export interface RollCall {
  members: RollLine[];
  counts: RollCounts;
  /** `reached` is `null` where nobody counts. */
  quorum: { at: TimeOfDay; base: number; present: number; reached: boolean | null };
  /** When the quorum was not there. */
  withoutQuorum: { from: TimeOfDay; to: TimeOfDay }[];
}

/** What meetings at which a member was not expected do to a row of excused absences. */
export type StreakCounting = "expectedMeetings" | "everyMeeting";
/** Which meetings must last longer. */
export type LongMeeting = "withThematicPart" | "largeCell";
/** What a meeting is worth for which there is no resolution of a meeting before. */
export type WithoutPrevious = "notScored" | "fullMarks" | "shareOfRest";

/** A part of the score of a meeting; which there are, the rule book says. */
export type ScorePart =
  | "time"
  | "attendance"
  | "preparation"
  | "notice"
  | "documents"
  | "committeeMeeting"
  | "conduct"
  | "speakers"
  | "chair"
  | "principles"
  | "previousResolution"
  | "closing";
export type ScoreGroup =
  | "time"
  | "attendance"
  | "preparation"
  | "organization"
  | "principles"
  | "previousResolution"
  | "closing";
/** The class of a meeting, from the lowest to the highest. */
export type MeetingClass = "poor" | "average" | "fair" | "good";

export interface MeetingScoreInput {
  minutes: number;
  minutesRequired: number;
  roll: Partial<RollCounts>;
  attendanceCounting?: AttendanceCounting | null;
  /** The longest row of excused absences of any member. */
  longestExcusedStreak: number;
  speakers: number;
  present: number;
  /** Without it there is no resolution of a meeting before. */
  previous?: { planned: number; done: number } | null;
  withoutPrevious?: WithoutPrevious | null;
  /** The marks of every part that is not computed, in hundredths of a point. */
  given: GivenMarks[];
}

/** Marks that a meeting gives itself, in hundredths of a point. */
export interface GivenMarks {
  part: ScorePart;
  hundredths: number;
}

export interface MeetingScore {
  groups: {
    group: ScoreGroup;
    /** Hundredths of a point; `null` where no part has marks. */
    hundredths: number | null;
    most: number;
    parts: {
      part: ScorePart;
      hundredths: number | null;
      most: number;
      origin: "given" | "computed" | "byPolicy" | "notScored";
    }[];
  }[];
  hundredths: number;
  /** The most that the parts with marks can have. */
  most: number;
  meetingClass: MeetingClass | null;
}

/** A step of a cell's meeting. */
export type MeetingStep =
  | "assignPreparation"
  | "committeeMeeting"
  | "notice"
  | "documents"
  | "upload"
  | "reason"
  | "minutesSecretary"
  | "rollCall"
  | "collectDues"
  | "agenda"
  | "lastMonthReport"
  | "tasksAssessment"
  | "information"
  | "thematicReport"
  | "discussion"
  | "selfCriticism"
  | "summingUp"
  | "taskAssignment"
  | "conclusion"
  | "resolution"
  | "scoring"
  | "minutesReading";
export type MeetingPhase = "preparation" | "opening" | "conduct" | "closing";
export type MeetingRole =
  | "secretary"
  | "cellCommittee"
  | "chair"
  | "minutesSecretary"
  | "members"
  | "meeting";

export interface AttendanceRow {
  organization: string;
  presentInPerson?: number;
  presentOnline?: number;
  excused?: number;
  unexcused?: number;
  exempted?: number;
  suspended?: number;
  awayTemporarily?: number;
}

/** A body that meets. */
export type MeetingBody =
  | "cell"
  | "cellCommittee"
  | "partyGroup"
  | "grassrootsCommittee"
  | "departmentalCommittee"
  | "delegatedStandingCommittee"
  | "delegatedCommittee";

/** The day of the month on which a body meets: local custom. MTG-05. */
export type MeetingPattern =
  | {
      type: "dayOfMonth";
      /** 1 to 31. */
      day: number;
      /** What happens in a month without that day. */
      shortMonth: "lastDay" | "noMeeting";
    }
  | {
      type: "weekdayOfMonth";
      place: "first" | "second" | "third" | "fourth" | "fifth" | "last";
      weekday: DayOfWeek;
    }
  | { type: "lastDay" };

export type DayOfWeek =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

/** What becomes of a meeting whose day is of a weekend. */
export type WeekendShift = "keep" | "nextWorkingDay" | "previousWorkingDay";

/** What becomes of a meeting whose day is a named holiday. */
export type HolidayShift = WeekendShift | "nextDayNoHoliday" | "previousDayNoHoliday";

/** Thematic meetings: as part of the monthly one, or of their own. MTG-06. */
export type ThematicMeetings =
  | { type: "combined"; months: number[] }
  | { type: "separate"; months: number[]; pattern: MeetingPattern };

/** A day of the pattern that the secretary sets otherwise. */
export type MeetingException =
  | { type: "moved"; nominalOn: IsoDate; to: IsoDate }
  | { type: "dropped"; nominalOn: IsoDate };

/** A body's pattern of meetings, and the days for which a calendar is asked. */
export interface MeetingCalendarInput {
  body: MeetingBody;
  from: IsoDate;
  /** At most 1,827 days with the first. */
  to: IsoDate;
  pattern: MeetingPattern;
  /** 1 to 12, each once; none for every month. A grassroots committee names its months. */
  months?: number[];
  holidays: HolidayShift;
  /** Asked after the rule for holidays, of the day found. */
  weekends: WeekendShift;
  thematic?: ThematicMeetings | null;
  /** Of a grassroots committee alone. MTG-03. */
  inClusters?: boolean;
  /** `hh:mm`. */
  startsAt?: string | null;
  /** 1 to 1,440; only with `startsAt`. */
  minutes?: number | null;
  exceptions?: MeetingException[];
}

/** Why a meeting is not on the day of the pattern. */
export type MovedBy = "holiday" | "weekend" | "secretary";

export interface PlannedMeeting {
  kind: MeetingKind;
  /** A thematic part is combined with it. */
  thematicPart: boolean;
  /** The day by the pattern. */
  nominalOn: IsoDate;
  heldOn: IsoDate;
  movedBy: MovedBy[];
  /** The Vietnamese name of the holiday on the day by the pattern, moved or not. */
  holiday: string | null;
  /** Whether it is held in another month than the pattern says. */
  outOfMonth: boolean;
  startsAt: string | null;
  minutes: number | null;
}

/** What a rule asks of the calendar. */
export interface MeetingRequirement {
  required: "regular" | "thematic" | "committeeWide";
  /** Months of one period: 1 for each month, 3 for each quarter, 12 for each year. */
  months: number;
  /** The fewest meetings in each. */
  least: number;
  /** Whole periods that were judged. */
  periods: number;
  /** Those with too few meetings. */
  lacking: { from: IsoDate; to: IsoDate; meetings: number }[];
}

/** What is due around a meeting. */
export type MeetingDuty = "notice" | "documents" | "result";

/** Which days are counted around a meeting. */
export type DayCounting = "calendarDays" | "workingDays";

/** Why members cannot gather at one place. MTG-10. */
export type OnlineReason = "specialNature" | "specialSituation" | "other";

/** An event of a feed, on the clocks of Vietnam. */
export interface CalendarEvent {
  /** The same through all versions of the event, 1 to 64 bytes. */
  id: string;
  /** The version: 0 at first, higher with every change. */
  sequence: number;
  /** `yyyy-mm-ddThh:mm:ssZ`. */
  modifiedAt?: string | null;
  on: IsoDate;
  /** `hh:mm`; absent for the whole day. */
  startsAt?: string | null;
  /** 1 to 10,080; only with `startsAt`. */
  minutes?: number | null;
  /** 1 to 1,024 bytes. */
  summary: string;
  /** At most 65,536 bytes. */
  description?: string;
  /** At most 1,024 bytes. */
  location?: string;
  /** A URI in ASCII, at most 1,024 bytes. */
  url?: string | null;
  /** At most 16. */
  categories?: string[];
  status: "confirmed" | "cancelled";
  /** Minutes before the beginning at which to remind, 0 to 40,320. */
  alarmMinutes?: number | null;
}

/** A calendar to be subscribed to: it holds what is put into it and nothing more. */
export interface CalendarFeed {
  name: string;
  /** Who made it: `-//Organization//Product//VI`. */
  product: string;
  /** What makes the events' ids unique in the world, such as `example.org`. */
  domain: string;
  /** When this feed was made, `yyyy-mm-ddThh:mm:ssZ`: the library has no clock. */
  stampedAt: string;
  /** At most 20,000. */
  events: CalendarEvent[];
}

/** A feed as iCalendar text (RFC 5545). */
export function icalendar(feed: CalendarFeed): string;

export interface AttendanceSummary {
  attended: number;
  expected: number;
  /** Percent with two decimals; empty when nobody was expected. */
  shareShown: string;
  reachesAim: boolean | null;
  byOrganization: {
    organization: string;
    attended: number;
    expected: number;
    reachesAim: boolean | null;
  }[];
}

export interface PortfolioProject {
  project: string;
  /** Whole đồng. */
  packageValue: number;
  /** Whole đồng. */
  contractValue: number;
  qualityMet: boolean;
  completedEarlyDays?: number;
}

export interface PartyAgeGap {
  from: IsoDate;
  to: IsoDate;
}

export interface BadgeInput {
  decisionOn: IsoDate;
  gaps?: PartyAgeGap[];
  years: number;
  diedOn?: IsoDate | null;
  gravelyIll: boolean;
  discipline?: { measure: "reprimand" | "warning" | "dismissal"; on: IsoDate } | null;
  on: IsoDate;
}

export type LeavingReason =
  | "quitActivity"
  | "appliedToLeave"
  | "familyHardship"
  | "graveDisunity"
  | "corruption"
  | "seriousCrime"
  | "minorCrime"
  | "other";

export type Payer =
  | { type: "insured"; salary: number }
  | { type: "onAllowance"; allowance: number }
  | { type: "pensioner"; pension: number }
  | { type: "student" }
  | { type: "uninsured"; region: number }
  | { type: "uninsuredRetired"; region: number }
  | { type: "meritAllowance"; allowance: number }
  | { type: "abroadOnStateFunds"; allowance: number }
  | { type: "abroadOther"; amount: number };

export interface LevelValue {
  level: Level;
  byScore: Level | null;
  byConditions: Level | null;
}

/** A number, a fraction such as `1/3`, a word, or the name of another parameter of the rule book. */
export type SheetBound = number | string;

/** A fact that a sheet measures, in words by `wordName("ratedFact", …)`. */
export type RatedFact =
  | "marks"
  | "tasks"
  | "tasksDone"
  | "tasksOnTime"
  | "tasksBeyond"
  | "tasksLate"
  | "targets"
  | "targetsReached"
  | "subordinates"
  | "subordinatesWeak"
  | "members"
  | "membersNotCompleted"
  | "lowestCriterion"
  | "results"
  | "disciplined"
  | "subordinateDisciplined"
  | "civilServantNotCompleted"
  | "concludedDegraded";

/** A condition of a sheet, at most 8 deep and of at most 64 nodes. */
export type SheetCondition =
  | { type: "all" | "any"; parts: SheetCondition[] }
  | { type: "not"; part: SheetCondition }
  | { type: "is"; measure: RatedFact }
  | {
      type: "compare";
      measure: RatedFact | `extra:${string}`;
      /** The whole of a share. */
      of?: RatedFact | `extra:${string}`;
      comparison: Comparison;
      required: SheetBound;
      /** Needed where `required` is the sheet's own. */
      vi?: string;
      en?: string;
    };

/** An evaluation sheet, as an overlay or a question brings it (as text). */
export interface Sheet {
  id: string;
  vi: string;
  en: string;
  groups?: {
    id: string;
    vi: string;
    en: string;
    /** Weights are hundredths of a point for each unit; full marks give 10000 in all. */
    criteria: { id: string; vi: string; en: string; most: number; weight: number }[];
  }[];
  /** Excellent, good and completed; none where only what lowers a level is known. */
  levels: { level: Level; from?: SheetBound; when?: SheetCondition }[];
  lowering?: { when: SheetCondition; to: SheetBound; vi?: string; en?: string }[];
}

export interface SheetLevelInput {
  facts: LevelFacts;
  /** Every criterion of the sheet once; none where only the total in `facts` is known. */
  marks?: { criterion: string; mark: number }[];
  /** A sheet to try out: the JSON text of a `Sheet`. */
  sheet?: string | null;
  /** A historic regime of the rule book, such as `27-HD/BTCTW`. */
  regime?: string | null;
  /** The sheet of a quarter instead of the year's. */
  quarter?: boolean;
}

export interface SheetLevelValue {
  sheet: string;
  /** Hundredths of a point. */
  score: number | null;
  groups: { group: string; score: number; most: number }[];
  byScore: Level | null;
  byConditions: Level | null;
  /** Places in the sheet of the lowering rules that hold. */
  lowered: number[];
  /** Before the cap; absent where the sheet knows no levels and nothing makes it not completed. */
  level: Level | null;
  absent?: "notRead" | "noRule";
}

/** Where a subject whose own facts give excellent stands in the group of the cap. */
export interface PlaceInGroup {
  /** Those of the group whose own facts give excellent, the subject among them. */
  eligible: number;
  /** Those whose own facts give good. */
  good: number;
  rated: number;
  /** Place among those eligible, 1 for the first; a vote decides between equals before. */
  rank: number;
  /** Marks of the last one who stays excellent, in hundredths of a point. */
  line?: number | null;
  reading?: CapReading | null;
  outstanding?: boolean;
  /** Tied at the line before a vote: no level; `rank` is the last place of those tied. */
  voteNeeded?: boolean;
}

export interface ExplainLevelInput {
  question: SheetLevelInput;
  /** Absent to leave the cap out. */
  cap?: PlaceInGroup | null;
}

/** A step of an explanation; each one but the first stands under an earlier one. */
export interface LevelStep {
  parent: number | null;
  kind:
    | "result"
    | "score"
    | "group"
    | "criterion"
    | "byScore"
    | "border"
    | "byConditions"
    | "condition"
    | "all"
    | "any"
    | "not"
    | "fact"
    | "comparison"
    | "lower"
    | "lowering"
    | "cap";
  of?: string;
  level?: Level;
  holds?: boolean;
  measured?: Quantity;
  most?: Quantity;
  /** Hundredths of a point that a criterion gives. */
  points?: number;
  ground?: Ground;
  vi: string;
  en: string;
}

/** A fact that is missing and must be known, and how it must then compare. */
export interface NeededFact {
  /** As a sheet names it, such as `results`, or `extra:` and the host's name. */
  fact: string;
  /** The whole that it is a share of. */
  of?: string;
  /** Absent, as what follows, where any value will do. */
  comparison?: Comparison;
  required?: Quantity;
  rule?: string;
  citation?: Citation;
  vi: string;
  en: string;
}

/** The least single change of its kind that gives another level. */
export interface LeastChange {
  kind:
    | "marks"
    | "criterionMark"
    | "tasksOnTime"
    | "withoutLateTasks"
    | "withoutOpenTasks"
    | "tasksBeyond"
    | "targetsReached"
    | "lowestCriterion"
    | "results"
    | "disciplined"
    | "subordinateDisciplined"
    | "civilServantNotCompleted"
    | "concludedDegraded"
    | "subordinatesWeak"
    | "membersNotCompleted"
    | "extra"
    | "goodInGroup"
    | "marksAboveLine";
  of?: string;
  /** More above 0, less below. */
  amount: number;
  /** At least, where facts must be known. */
  level: Level;
  /** Facts that are missing and must be known besides; absent where there are none. */
  needs?: NeededFact[];
  vi: string;
  en: string;
}

export interface LevelExplanation {
  /** After the cap where it was asked about. */
  level: Level | null;
  own: SheetLevelValue;
  steps: LevelStep[];
  /** The least changes that give a higher level; those of the own facts leave the cap aside. */
  raises: LeastChange[];
  /** The margins: the least changes that give a lower level; over the cap, one below what it leaves. */
  lowers: LeastChange[];
}

export interface ExcellentCapInput {
  /** Eligible for excellent before the cap. */
  eligible: number;
  /** Good before the cap. */
  good: number;
  rated: number;
  reading?: CapReading | null;
  /** From 0 to 1. */
  share?: Fraction | null;
  rounding?: CapRounding | null;
  groupKind?: CapGroup | null;
  /** The superior judges the unit outstanding. */
  outstanding: boolean;
}

export interface ApplyCapInput {
  group: string;
  reading?: CapReading | null;
  /** From 0 to 1. */
  share?: Fraction | null;
  rounding?: CapRounding | null;
  groupKind?: CapGroup | null;
  outstanding: boolean;
  rated: number;
  good: number;
  candidates: { id: string; marks: number }[];
  /** Whom the vote chose among those tied at the line, as many as there are seats. */
  chosen?: string[] | null;
}

/** A fraction of whole numbers. */
export interface Fraction {
  /** 0 or more. */
  numerator: number;
  /** 1 or more. */
  denominator: number;
}

/** How the cap becomes a whole number. */
export type CapRounding = "floor" | "halfUp" | "ceiling";

/** Within which group the cap holds. */
export type CapGroup = "cell" | "grassrootsOrganization" | "similarTasks";

/** How the cap is read; whatever is absent is as in force. */
export interface CapTerms {
  reading?: CapReading | null;
  /** From 0 to 1. */
  share?: Fraction | null;
  rounding?: CapRounding | null;
  groupKind?: CapGroup | null;
  /** The superior judges the unit outstanding. */
  outstanding?: boolean;
}

/** One of a group, with the level by the own facts, before the cap. */
export interface CapSubject {
  id: string;
  /** Absent for one who is not rated. */
  own?: Level | null;
  /** Hundredths of a point; where an eligible one has none, all eligible count as tied. */
  marks?: number | null;
}

/** One whose final level would be another. */
export interface LevelChange {
  id: string;
  /** `null` when not rated or to be voted on. */
  from: Level | null;
  fromVote: boolean;
  to: Level | null;
  toVote: boolean;
}

/** What makes a list of excellent legal. */
export interface CheapestLegalChange {
  legal: boolean;
  listed: number;
  /** The most that the cap lets be excellent, whoever is eligible. */
  limit: number;
  /** How many more the cap would let be excellent. */
  room: number;
  /** The fewest whose level must change. */
  cost: number;
  /** `null` when the list is legal. */
  stepDown: {
    cost: number;
    /** Those with the fewest marks, who step down whoever decides. */
    certain: string[];
    /** Those tied at the line, of whom people choose `ofTied`. */
    tied: string[];
    ofTied: number;
    limit: number;
  } | null;
  /** How many more would have to be good; `null` when legal, and when it cannot help. */
  moreGood: { cost: number; limit: number } | null;
}

export interface CapOutcome {
  group: string;
  allowed: number;
  excellent: string[];
  demoted: string[];
  /** Tied at the line: nobody is picked. */
  voteNeeded: string[];
  /** Seats for which a vote is needed. */
  seats: number;
}

/** A unit of the roll-up: a group within which the cap holds, or one above groups. */
export interface RollUpUnit {
  id: string;
  /** The unit directly above; absent at the top. */
  parent?: string | null;
  /** The superior judges the unit outstanding, which raises the share of its own group. */
  outstanding?: boolean;
}

/** A part of a group, or the whole of it, counted before the cap. */
export interface RollUpGroup {
  unit: string;
  notCompleted: number;
  completed: number;
  good: number;
  /** Those eligible for excellent, by their marks, in any order. */
  eligible?: { marks: number; count: number }[];
  /** Those eligible for excellent who have no marks. */
  eligibleUnranked?: number;
}

/** Levels after the cap, counted. */
export interface RollUpTotals {
  rated: number;
  notCompleted: number;
  completed: number;
  /** With those demoted. */
  good: number;
  /** Without a vote. */
  excellent: number;
  demoted: number;
  /** Tied at the line of a group: people must vote on them. */
  voteNeeded: number;
  /** How many of `voteNeeded` may be excellent. */
  seats: number;
}

/** How outliers of a calibration are found. */
export type OutlierRule = "medianDeviation" | "quartileFences";
/** What a calibration compares. */
export type CalibrationMeasure = "groupSelfMarks" | "groupFinalMarks" | "groupDifference" | "rowDifference";
/** On which side of the others something stands. */
export type OutlierSide = "above" | "below";
/** What becomes of a count of nobody in a published table. */
export type ZeroCounts = "alwaysShown" | "mayBeSuppressed";
/** A period that is rated. */
export type RatedPeriod =
  | "firstQuarter"
  | "secondQuarter"
  | "thirdQuarter"
  | "fourthQuarter"
  | "year"
  | "term"
  | "whenNeeded";
/** Where the rating of a period stands on a day. */
export type PeriodState = "notOver" | "due" | "rated" | "intoYear" | "noRuleKnown";
/** What deductions may leave of an item of a task-based score. */
export type DeductionFloor = "atZero" | "belowZero";
/** What a year without a level does to a row of years. */
export type UnratedYear = "endsRow" | "leftOut";

/** An exact number that may be below zero, not reduced. */
export interface ExactNumber {
  numerator: number;
  denominator: number;
}

/** The rating of one person or organization, as far as it is known; marks in hundredths of a point. */
export interface CalibrationRow {
  id: string;
  /** The organization it is rated in. */
  group: string;
  selfMarks?: number | null;
  selfLevel?: Level | null;
  votes?: { inFavour: number; cast: number } | null;
  proposedLevel?: Level | null;
  finalMarks?: number | null;
  finalLevel?: Level | null;
}

/** What is absent of the last four is the policy in force. */
export interface CalibrationInput {
  rows: CalibrationRow[];
  rule?: OutlierRule | null;
  /** Median absolute deviations, or halves of the distance between the quartiles, 1 to 100. */
  multiple?: number | null;
  /** Hundredths of a point from the median within which nothing is an outlier, 0 to 10,000. */
  leastMarks?: number | null;
  /** Fewest values that are compared, 3 to 1,000. */
  leastSize?: number | null;
}

/** Marks or differences of several rows, in hundredths of a point. */
export interface MarksSummary {
  /** The sum by the number of rows. */
  mean: ExactNumber;
  median: ExactNumber;
  least: number;
  most: number;
  range: number;
  lowerQuartile: ExactNumber;
  upperQuartile: ExactNumber;
  /** Median absolute deviation. */
  deviation: ExactNumber;
}

export interface StageLevels {
  excellent: number;
  good: number;
  completed: number;
  notCompleted: number;
  unknown: number;
}

/** How many moved from one stage to a later one. */
export interface StageMoves {
  raised: number;
  same: number;
  lowered: number;
}

/** The stages of a rating side by side. */
export interface CalibrationSummary {
  rows: number;
  selfMarks: MarksSummary | null;
  finalMarks: MarksSummary | null;
  /** Marks decided less own marks. */
  difference: MarksSummary | null;
  marksMoved: StageMoves;
  selfLevels: StageLevels;
  proposedLevels: StageLevels;
  finalLevels: StageLevels;
  selfToFinal: StageMoves;
  proposedToFinal: StageMoves;
  votes: { rows: number; inFavour: number; cast: number };
}

export interface Calibration {
  overall: CalibrationSummary;
  groups: { group: string; summary: CalibrationSummary }[];
  /** Only what is below `lower` or above `upper` is an outlier. */
  fences: {
    measure: CalibrationMeasure;
    compared: number;
    median: ExactNumber;
    lower: ExactNumber;
    upper: ExactNumber;
  }[];
  /** `id` is `null` where the whole group stands out. */
  outliers: {
    measure: CalibrationMeasure;
    group: string;
    id: string | null;
    value: ExactNumber;
    side: OutlierSide;
  }[];
}

/** A table of counts to be published with its totals. */
export interface SuppressedTableInput {
  columns: string[];
  rows: { name: string; counts: number[] }[];
  /** Least count that is shown, 2 to 1,000; absent for the policy in force. */
  least?: number | null;
  zeros?: ZeroCounts | null;
}

/** A table to be published; `null` is suppressed. */
export interface SuppressedTable {
  columns: string[];
  rows: { name: string; counts: (number | null)[]; total: number | null }[];
  totals: (number | null)[];
  total: number | null;
  suppressed: number;
}

/** A year and the ratings that were given in it. */
export interface QuarterlyRatingInput {
  year: number;
  /** The last day of a term that ends in the year. */
  termEndsOn?: IsoDate | null;
  /** A day of the year on which the competent body asked for a rating. */
  askedOn?: IsoDate | null;
  ratings?: { period: RatedPeriod; marks?: number | null; level?: Level | null }[];
  on: IsoDate;
}

/** The periods of a year, side by side. */
export interface QuarterlyRating {
  periods: {
    period: RatedPeriod;
    endsOn: IsoDate;
    state: PeriodState;
    marks: number | null;
    level: Level | null;
  }[];
  due: RatedPeriod[];
}

/** A task or product; marks in hundredths of a point. */
export interface ScoredItem {
  id: string;
  marks: number;
  assigned: number;
  done: number;
  qualityFailures?: number;
  objectiveQualityFailures?: number;
  delays?: number;
  objectiveDelays?: number;
}

/** Quantity, quality and progress side by side; what is left of marks is in hundredths of a point. */
export interface TaskScore {
  items: { id: string; quality: ExactNumber; progress: ExactNumber; left: ExactNumber }[];
  marks: number;
  assigned: number;
  done: number;
  quality: ExactNumber;
  progress: ExactNumber;
  left: ExactNumber;
}

/** The levels of one member or organization; a year that is not named is not known. */
export interface ConsecutiveLevelsInput {
  years: { year: number; level?: Level | null }[];
  unrated?: UnratedYear | null;
}

export interface ConsecutiveLevels {
  considered: boolean;
  /** It is not, but a year that is not known may belong to the row. */
  unclear: boolean;
  current: number;
  rows: { from: number; to: number; years: number }[];
  gaps: number[];
  /** `null` outside the book. */
  regimes: { year: number; instrument: string | null }[];
}

export interface TermInput {
  kind: string;
  firstDay: IsoDate;
  /** The first term after the organization was founded, split or merged. */
  firstTerm?: boolean;
  /** The last day fixed for such a first term. */
  fixedLastDay?: IsoDate | null;
  on: IsoDate;
}

/** Where an obligation stands on a day. */
export type DueState = "open" | "overdue" | "inTime" | "late";

/** A congress, as far as it has come. */
export interface CongressDeadlinesInput {
  opensOn: IsoDate;
  announcedOn?: IsoDate | null;
  closedOn?: IsoDate | null;
  reportedOn?: IsoDate | null;
  /** With one, no day of confirmation is known. */
  complaint?: boolean;
  confirmedOn?: IsoDate | null;
  handedOverOn?: IsoDate | null;
  on: IsoDate;
}

export interface CongressObligation {
  duty: "announce" | "report" | "confirm" | "handOver";
  dueOn: IsoDate;
  state: DueState;
}

/** A step of a congress. */
export type CongressStep =
  | "flagSalute"
  | "presidium"
  | "secretaries"
  | "credentialsBoard"
  | "opening"
  | "credentialsReport"
  | "attendanceReport"
  | "politicalReport"
  | "selfReviewReport"
  | "discussion"
  | "superiorSpeech"
  | "election"
  | "resolution"
  | "closing";

/** Why a congress would be held before the term is over. */
export type ExtraordinaryReason =
  | "majorPolicyChange"
  | "keyPeopleChange"
  | "graveDisunity"
  | "nearlyAllDisciplined"
  | "other";

/** What an extraordinary congress needs. */
export type ExtraordinaryNeed = "reason" | "request" | "superiorConsent";

/** An extraordinary congress that somebody asks for. */
export interface ExtraordinaryCongressInput {
  reason: ExtraordinaryReason;
  /** The vote of the committee, and how it was taken. */
  committee?: { base: number; yes: number; method: VoteMethod } | null;
  /** How many organizations stand directly below, and how many of them ask. */
  subordinates?: { organizations: number; asking: number } | null;
  /** The standing committee of the superior agrees. */
  superiorAgrees?: boolean;
}

export interface ExtraordinaryCongress {
  /** Nothing is missing. */
  allowed: boolean;
  missing: ExtraordinaryNeed[];
  /** The fewest votes by which the committee asks; `null` without a vote. */
  votesRequired: number | null;
  /** The fewest organizations that must ask; `null` where none was asked. */
  requestsRequired: number | null;
}

/** A post whose holder is elected and signs. */
export type ElectedPost =
  | "secretary"
  | "deputySecretary"
  | "standingCommitteeMember"
  | "inspectionCommitteeHead"
  | "inspectionCommitteeDeputyHead";

/** One who was elected to a post. */
export interface SigningAfterElectionInput {
  post: ElectedPost;
  electedOn: IsoDate;
  /** The day the superior confirmed it. */
  confirmedOn?: IsoDate | null;
  on: IsoDate;
}

export interface SigningAfterElection {
  maySign: boolean;
  /** The first day; `null` while a confirmation is waited for. */
  from: IsoDate | null;
}

/** One who leaves a committee by retiring. */
export interface MandateEndInput {
  /** The day on which social insurance begins, as the decision on retirement has it. */
  insuredFrom: IsoDate;
  on: IsoDate;
}

export interface MandateEnd {
  /** The first day on which the person is no longer a member of the committee. */
  endsOn: IsoDate;
  ended: boolean;
  /** Whether a decision of its own is needed. */
  decisionNeeded: boolean;
}

/** How much of a task is done. */
export type TaskProgress =
  /** Hundredths of a percent, 0 to 10,000. */
  | { type: "share"; hundredths: number }
  | { type: "count"; done: number; of: number };

/** A task as far as it has come. */
export interface AssignedTask {
  givenOn: IsoDate;
  dueOn: IsoDate;
  /** New last days, each later than the one before. */
  terms?: { change: "extended" | "returned"; on: IsoDate; dueOn: IsoDate }[];
  reports?: { on: IsoDate; progress: TaskProgress }[];
  doneOn?: IsoDate | null;
  /** Of a task that is done. */
  quality?: TaskQuality | null;
}

/** Quality and effect of a finished task. */
export type TaskQuality = "below" | "met" | "beyond";

/** A task whose state is asked for. */
export interface TaskStateInput {
  task: AssignedTask;
  /** Days are counted as working days. */
  workingDays?: boolean;
  on: IsoDate;
}

/** Where a task stands. */
export type TaskState = "open" | "reported" | "extended" | "late" | "done" | "doneLate";

export interface TaskStanding {
  state: TaskState;
  /** Its last day, with the new ones. */
  dueOn: IsoDate;
  daysLeft: number | null;
  daysOver: number | null;
  progress: TaskProgress | null;
  /** `null` while it is not done, and where it was done in time and nobody has judged it. */
  completedWell: boolean | null;
}

/** Who a task was given to. */
export type TaskHolder =
  | { type: "member"; member: string }
  | { type: "organization"; organization: string };

/** The tasks to be counted. */
export interface TaskSummaryInput {
  tasks: { id: string; holders: TaskHolder[]; task: AssignedTask }[];
  /** Members who must have a task. */
  members?: string[];
  /** Decimals of the percentages, 0 to 4. */
  decimals: number;
  on: IsoDate;
}

/** Tasks by their state. */
export interface TaskTotals {
  open: number;
  reported: number;
  extended: number;
  late: number;
  done: number;
  doneLate: number;
  /** The same tasks as the yearly level reads them. */
  counts: TaskCounts;
  doneShown: string | null;
  onTimeShown: string | null;
  beyondShown: string | null;
}

export interface TaskSummary {
  totals: TaskTotals;
  /** Members first, each kind by its identifier. */
  rows: { holder: TaskHolder; totals: TaskTotals }[];
  withoutTask: string[];
}

/** An amount of a target. */
export type TargetAmount =
  | { type: "number"; count: number }
  | { type: "value"; dong: number }
  | { type: "share"; part: number; whole: number };

/** What a forecast goes by. */
export type ForecastBasis =
  | { type: "linear" }
  | { type: "lastYear"; byThen: number; total: number }
  | { type: "lastMonths"; months: number };

/** Which side of a plan is the good one. */
export type TargetDirection = "higherIsBetter" | "lowerIsBetter";

/** How results make one: they are added, or the last one counts. */
export type TargetResults = "added" | "latest";

/** A yearly target and its results. */
export interface TargetProgressInput {
  plan: TargetAmount;
  direction: TargetDirection;
  reading: TargetResults;
  results: { on: IsoDate; amount: TargetAmount }[];
  compared?: { on: IsoDate; amount: TargetAmount } | null;
  /** Only of numbers and values that are added. */
  forecast?: { basis: ForecastBasis; rounding: "down" | "halfUp" | "up" } | null;
  /** Decimals of the percentage, 0 to 4. */
  decimals: number;
  on: IsoDate;
}

/** Where a target went. */
export type TargetCourse = "better" | "same" | "worse";

export interface TargetProgress {
  achieved: TargetAmount | null;
  /** In percent: numbers and values of the plan, a share of its whole. */
  shown: string | null;
  reached: boolean;
  /** The difference is numerator / denominator. */
  trend: { course: TargetCourse; numerator: number; denominator: number } | null;
  /** Exactly whole + numerator / denominator. */
  forecast: {
    whole: number;
    numerator: number;
    denominator: number;
    rounded: number;
    reaches: boolean;
  } | null;
  /** What is still needed, or still allowed where lower is better. */
  needed: { remaining: number; daysLeft: number; inThirtyDays: number | null } | null;
}

/** The projects to be added up in rows. */
export interface PortfolioRowsInput {
  by: "year" | "owner";
  projects: { year: number; owner: string; project: PortfolioProject }[];
  /** Decimals of the percentages, 0 to 4. */
  decimals: number;
}

export interface PortfolioRow {
  year: number | null;
  owner: string | null;
  sums: Doors["portfolio"]["value"];
  savingShown: string | null;
  qualityShown: string | null;
}

/** A level that answers, inspects or controls. */
export type OversightLevel = "grassroots" | "aboveGrassroots" | "provincial" | "central";

/** A question or a criticism that an answer is owed to. */
export interface AnswerDueInput {
  level: OversightLevel;
  receivedOn: IsoDate;
  answeredOn?: IsoDate | null;
  reasonGiven?: boolean;
  on: IsoDate;
}

export interface AnswerDue {
  dueOn: IsoDate;
  state: DueState;
  workingDaysOver: number;
  reasonMissing: boolean;
}

/** A body that a complaint about discipline may be sent to. */
export type ComplaintBody =
  | "cell"
  | "grassrootsInspection"
  | "aboveGrassrootsInspection"
  | "provincialInspection"
  | "centralInspection"
  | "secretariat"
  | "centralCommittee"
  | "other";

/** Why a complaint is not taken up. */
export type ComplaintObstacle = "tooLate" | "noPower" | "skipsLevel" | "onBehalf";

/** A complaint about discipline. */
export interface ComplaintOnDisciplineInput {
  measure: "reprimand" | "warning" | "dismissal" | "expulsion";
  decidedByCentral?: boolean;
  /** The day on which the one concerned got the decision. */
  decisionReceivedOn: IsoDate;
  complainedOn: IsoDate;
  sentTo: ComplaintBody;
  onBehalf?: boolean;
  skipsLevel?: boolean;
}

export interface ComplaintOnDiscipline {
  takenUp: boolean;
  obstacles: ComplaintObstacle[];
  lastDay: IsoDate;
  lastLevel: ComplaintBody;
  atLastLevel: boolean;
  measureObeyed: boolean;
}

/** A stage of handling a denunciation. */
export type DenunciationStage = "prepare" | "act" | "close";

/** What a denunciation is about. */
export type DenunciationContent =
  | "policy"
  | "law"
  | "organizationPrinciples"
  | "unity"
  | "standards"
  | "duties"
  | "example"
  | "selfEvolution"
  | "other";

/** A denunciation that is being settled. */
export interface DenunciationDeadlineInput {
  level: OversightLevel;
  teamFormedOn: IsoDate;
  /** By how many days it was extended, once. */
  extendedDays?: number | null;
  closedOn?: IsoDate | null;
  on: IsoDate;
}

export interface DenunciationDeadline {
  dueOn: IsoDate;
  /** The last day that any extension could give. */
  latestOn: IsoDate;
  extensionAllowed: boolean | null;
  state: DueState;
}

/** A step of a petition or difficulty. */
export type MatterStep =
  | "received"
  | "assigned"
  | "solutionProposed"
  | "coordinated"
  | "resolved"
  | "passedOn";

/** A petition, difficulty or complex issue as far as it has come. */
export interface MatterProgressInput {
  events: { step: MatterStep; on: IsoDate; body?: string | null; dueOn?: IsoDate | null }[];
  /** It lies beyond the level of the body: then it is passed on and not resolved. */
  beyondLevel?: boolean;
  needsCoordination?: boolean;
  /** The level whose deadline for answers holds where none was set. */
  answerLevel?: OversightLevel | null;
  on: IsoDate;
}

export interface MatterProgress {
  step: MatterStep;
  ended: boolean;
  beyondCompetence: boolean;
  dueOn: IsoDate | null;
  state: DueState | null;
  daysOver: number;
  missing: MatterStep[];
  next: MatterStep | null;
  inCharge: string | null;
}

/** A mode of supervision. */
export type SupervisionMode = "regular" | "thematic";

/** Who supervises. */
export type SupervisingBody =
  | { type: "cell"; committee: boolean; members: number }
  | { type: "aboveCell" };

// ---- the order of ratings and their procedure

/** Where a member who moved to another cell in the year is rated. EVL-11. */
export type MovedMemberRated = "presentCell" | "longerStay";

/** How an organization that was merged or dissolved in the year is rated. EVL-11. */
export type EndedOrganizationRated = "withSuccessor" | "forItsTime";

/** A step of rating a collective or an individual. EVL-06, EVL-12. */
export type EvaluationStep =
  | "selfReview"
  | "selfScore"
  | "residenceOpinion"
  | "comments"
  | "vote"
  | "proposal"
  | "decision"
  | "notice"
  | "complaint"
  | "complaintAnswer"
  | "cancellation"
  | "newDecision"
  | "dossierSupplement"
  | "archive";

/** Who acts in a rating. EVL-12, EVL-13. */
export type EvaluationRole =
  | "subject"
  | "residenceCommittee"
  | "cell"
  | "collective"
  | "committee"
  | "superiorStandingCommittee"
  | "competentBody";

/** In which order and how ratings are made. EVL-11. */
export type RatingRule =
  | "lowerCollectivesFirst"
  | "collectivesFirst"
  | "stateRatingFirst"
  | "oneClassForSeveralPosts"
  | "absentRatedLater";

/** What a rating waits for. */
export type RatingWait = "stateRating" | "return" | "competentBody";

/** Why somebody is not rated. */
export type NotRatedReason =
  | "exempted"
  | "suspended"
  | "newMember"
  | "ratedWithSuccessor"
  | "endedWithoutSuccessor"
  | "endedEarlier";

/** Who is rated, as the procedure knows them. */
export type EvaluatedKind = "collective" | "leader" | "otherIndividual" | "member";

/** How a step stands. */
export type EvaluationStepState = "done" | "current" | "missing" | "notYet" | "notNeeded";

/** What is not in order. */
export type EvaluationFindingCode =
  | "outOfOrder"
  | "beforeProposal"
  | "notCompetent"
  | "decidedTwice"
  | "beforeDecision"
  | "beforeNotice"
  | "withoutComplaint"
  | "reviewTooShort";

/** What a level is. */
export type DecidedLevelState = "decided" | "cancelled" | "decidedAgain";

/** An organization of the year. */
export interface PlanOrganization {
  /** Its identifier. */
  id: string;
  /** Its kind, such as `chi_bo`. */
  kind: string;
  /** The organization directly above; absent for a root. */
  parent?: string | null;
  /** The first day without it, where it was merged or dissolved. */
  endedOn?: IsoDate | null;
  /** The organization that went on in its place, where there is one. */
  successor?: string | null;
}

/** A move of a member's home. */
export interface CellMove {
  /** The cell left. */
  from: string;
  /** The first day in the next cell. */
  on: IsoDate;
}

/** A member of the year. */
export interface PlanPerson {
  /** The identifier. */
  id: string;
  /** The cell on the day of rating. */
  cell: string;
  /** Moves in the year, from the first to the last. */
  moves?: CellMove[];
  /** Other organizations in which a post is held. */
  posts?: string[];
  /** How the member stands on the day of rating. */
  standing: "active" | "exempted" | "suspended";
  /** The day of admission; absent where it was long ago. */
  admittedOn?: IsoDate | null;
  /** Is rated by the State as well (cán bộ, công chức, viên chức). */
  civilServant?: boolean;
  /** The day the State's rating is known; absent while it is not. */
  stateRatedOn?: IsoDate | null;
  /** Absent on the day of rating. */
  absent?: boolean;
  /** The day of return, where it is known. */
  returnsOn?: IsoDate | null;
  /** The body competent to fix the one class of a holder of several posts. */
  competentBody?: string | null;
}

/** The organizations and members of a year. */
export interface RatingPlanInput {
  /** The year rated. */
  year: number;
  /** The day of rating: of the year, or later. */
  on: IsoDate;
  /** The organizations, also those that ended in the year. */
  organizations?: PlanOrganization[];
  /** The members. */
  persons?: PlanPerson[];
  /** Where those who moved are rated; absent for the policy in force. */
  moved?: MovedMemberRated | null;
  /** How organizations that ended are rated; absent for the policy in force. */
  ended?: EndedOrganizationRated | null;
}

/** Whom a line of the plan is about. */
export type PlanSubject = LevelSubject;

/** One rating, in its place of the order. */
export interface PlannedRating {
  /** Who is rated. */
  subject: PlanSubject;
  /** From 1: whoever is of a round may be rated when all earlier rounds are. */
  round: number;
  /** Where the subject is reviewed, the place that counts first. */
  reviewedIn: string[];
  /**
   * The organization whose committee decides: the one above an organization, the grassroots
   * organization above a member's cell or else the one directly above it, the body named for a
   * holder of several posts. Absent where the list holds none.
   */
  decidedBy: string | null;
  /** Cells that a member left and that comment, in the order in which they were left. */
  commentsFrom: string[];
  /** What it waits for. */
  waitsFor: RatingWait[];
  /**
   * The first day on which it can be made, where that is later than the day of rating and known.
   */
  earliestOn: IsoDate | null;
}

/** Somebody who is not rated. */
export interface NotRatedLine {
  /** Who. */
  subject: PlanSubject;
  /** Why; the first that applies, in the order of the list. */
  reason: NotRatedReason;
  /** The organization that stands on the day of rating in the place of one that ended. */
  successor: string | null;
  /** What was compared. */
  grounds: Ground[];
}

/** The ratings of a year in their order. */
export interface RatingPlan {
  /** Whoever is rated, from the first to the last. */
  ratings: PlannedRating[];
  /** Whoever is not, organizations before members, each by identifier. */
  notRated: NotRatedLine[];
}

/** What happened in a rating. */
export type EvaluationEvent =
  /** The self-review was handed in. */
  | { type: "selfReviewed" }
  /** The subject gave itself marks or a level. */
  | {
      type: "selfScored";
      /** Marks in hundredths of a point, 0 to 10,000. */
      marks?: number | null;
      /** The level. */
      level?: Level | null;
    }
  /** The place of residence gave its opinion. */
  | { type: "residenceHeard" }
  /** Comments were made. */
  | { type: "commented" }
  /** A vote was taken; of a secret ballot the totals alone are known. */
  | {
      type: "voted";
      /** The level voted on. */
      level: Level;
      /** Those who count (VOTE-01, VOTE-02). */
      base: CountedBase;
      /** Votes for the level. */
      yes: number;
    }
  /** A level was proposed. */
  | {
      type: "proposed";
      /** The level. */
      level: Level;
    }
  /** A level was decided. */
  | {
      type: "decided";
      /** The level. */
      level: Level;
      /** Who decided. */
      by: EvaluationRole;
    }
  /** Those concerned were told. */
  | { type: "notified" }
  /** A complaint came in. */
  | { type: "complained" }
  /** The complaint was answered: the decision stands. */
  | { type: "upheld" }
  /** The level was cancelled. EVL-06. */
  | { type: "cancelled" }
  /** The dossier was supplemented. */
  | { type: "supplemented" }
  /** The file went into the archive. */
  | { type: "archived" };

/** An event with its day. */
export interface EvaluationFact {
  /** The day. */
  on: IsoDate;
  /** What happened. */
  event: EvaluationEvent;
}

/** The last day for a step, where the body set one. */
export interface EvaluationDue {
  /** The step. */
  step: EvaluationStep;
  /** The day. */
  on: IsoDate;
}

/** The meeting at which a body reviewed itself. */
export interface ReviewMeeting {
  /** How many days it lasted. */
  days: number;
  /** The body is the standing committee of a province. */
  provincialStandingCommittee?: boolean;
}

/** A rating, as far as it has come. */
export interface EvaluationProcedureInput {
  /** Who is rated. */
  subject: EvaluatedKind;
  /** The year rated. */
  year: number;
  /** What happened, in any order; of one day in the order given. */
  facts?: EvaluationFact[];
  /** No opinion of the place of residence is needed. */
  withoutResidenceOpinion?: boolean;
  /** The review meeting, where one was held. */
  reviewMeeting?: ReviewMeeting | null;
  /** Last days that the body set, each step once. */
  due?: EvaluationDue[];
  /** The levels decided for the years before, the latest first. */
  previous?: Level[];
  /** The day on which it is asked. */
  on: IsoDate;
}

/** A step of the rating. */
export interface EvaluationStepLine {
  /** The step. */
  step: EvaluationStep;
  /** How it stands. */
  state: EvaluationStepState;
  /** The day it was done. Notice, dossier and archive are those of the latest decision. */
  doneOn: IsoDate | null;
  /** The last day for it, where the body or a rule gives one. */
  dueOn: IsoDate | null;
  /** Done after its last day, or not done and the day has passed. */
  late: boolean;
  /** Who takes it; absent where the rule was not read. */
  by: EvaluationRole | null;
}

/** Something that is not in order. The ground says which step was done and which had to be. */
export interface EvaluationFinding {
  /** What. */
  code: EvaluationFindingCode;
  /** The day, where an event has one. */
  on: IsoDate | null;
  /** What was compared; it does not hold. */
  ground: Ground;
}

/** A level from a day on, until the next one. */
export interface LevelSince {
  /** The first day. */
  from: IsoDate;
  /** What it is. */
  state: DecidedLevelState;
  /** The level in force; absent where it was cancelled. */
  level: Level | null;
}

/** A vote on a level. */
export interface LevelVote {
  /** The day. */
  on: IsoDate;
  /** The level voted on. */
  level: Level;
  /** Those who count. */
  base: number;
  /** Votes for the level. */
  yes: number;
  /** The fewest votes that carry; absent where no threshold was read (EVL-17). */
  required: number | null;
  /** Whether it carried; absent likewise. */
  carried: boolean | null;
}

/** A rule that would matter and that the book does not know for the day. */
export interface UnknownRule {
  /** The parameter. */
  parameter: string;
  /** Why there is no value. */
  reason: "notRead" | "noRule";
}

/** A rating against its procedure. */
export interface EvaluationProcedure {
  /** Every step, from the first to the last. */
  steps: EvaluationStepLine[];
  /** The step to take now, else the first that is missing; absent where nothing is left. */
  next: EvaluationStep | null;
  /** Who takes it. */
  nextBy: EvaluationRole | null;
  /** Steps that are not done although a later one is, in order. */
  missing: EvaluationStep[];
  /** What is not in order, by day. */
  findings: EvaluationFinding[];
  /** The levels in time, from the first on. */
  levels: LevelSince[];
  /** The level in force; absent before a decision and after a cancellation. */
  level: Level | null;
  /** The level proposed last. */
  proposed: Level | null;
  /** The votes, by day. */
  votes: LevelVote[];
  /** Who decides; absent where the rule was not read. */
  decidedBy: EvaluationRole | null;
  /** The forms of the review, of which one is used; empty where the rule was not read. */
  forms: string[];
  /** The first year whose file the dossier still keeps; absent where the rule was not read. */
  keptFrom: number | null;
  /**
   * Whether removal is considered, as the level is not completed again (EVL-05); absent where no
   * level is in force or the rule was not read.
   */
  removalConsidered: boolean | null;
  /** Rules that the book does not know for the day. */
  unknown: UnknownRule[];
}

/** One act in a rating (đánh giá, xếp loại). EVL-06, EVL-11 to EVL-13. */
export type EvaluationAct =
  /** Hands in the self-review (bản tự kiểm điểm). */
  | {
      type: "selfReview";
      /** The review. */
      text: string;
    }
  /** Gives oneself marks, a level, or both. */
  | {
      type: "selfScore";
      /** Marks in hundredths of a point, 0 to 10,000. */
      marks?: number | null;
      /** The level. */
      level?: Level | null;
    }
  /** Takes in the opinion of the place of residence. */
  | {
      type: "residenceOpinion";
      /** The opinion. */
      text: string;
    }
  /** Says that no opinion of the place of residence is needed. */
  | {
      type: "skipResidenceOpinion";
      /** Why. */
      reason: string;
    }
  /** Comments on the review. */
  | {
      type: "comment";
      /** The comment. */
      text: string;
    }
  /** Holds the review meeting of a body (hội nghị kiểm điểm). EVL-13. */
  | {
      type: "holdReview";
      /** How many days it lasted. */
      days: number;
      /** The body is the standing committee of a province. */
      provincialStandingCommittee?: boolean;
    }
  /** Votes on a level; of a secret ballot the totals alone are kept. */
  | {
      type: "vote";
      /** The level. */
      level: Level;
      /** The meeting of the record at which the vote was taken. */
      meeting?: string | null;
      /** The number of that vote in the meeting. */
      vote?: number | null;
      /** Those who count (VOTE-01, VOTE-02); absent to have it taken from the meeting. */
      base?: number | null;
      /** Votes for the level; absent likewise. */
      yes?: number | null;
    }
  /** Proposes a level. */
  | {
      type: "propose";
      /** The level. */
      level: Level;
    }
  /** Names the body that fixes the one class of a holder of several posts. EVL-11. */
  | {
      type: "nameBody";
      /** The body. */
      body: string;
    }
  /** Decides the level, also again after a cancellation. */
  | {
      type: "decide";
      /** The level. */
      level: Level;
      /** The organization whose body decides; absent only where it stands above the record. */
      body?: string | null;
      /** The number of the decision. */
      decision?: string | null;
    }
  /** Tells those concerned. */
  | {
      type: "notify";
      /** The text of the notice. */
      text?: string | null;
    }
  /** Complains about the level. */
  | {
      type: "complain";
      /** The complaint. */
      text: string;
    }
  /** Answers the complaint: the decision stands. */
  | {
      type: "uphold";
      /** Why. */
      reason: string;
    }
  /** Cancels the level. EVL-06. */
  | {
      type: "cancel";
      /** Why. */
      reason: string;
      /** The number of the decision. */
      decision?: string | null;
    }
  /** Supplements the dossier. */
  | {
      type: "supplementDossier";
      /** With what. */
      text?: string | null;
    }
  /** Puts the file into the archive. */
  | {
      type: "archive";
      /** Where. */
      place: string;
    }
  /** Sets the last day for a step; the latest such act counts. */
  | {
      type: "setDue";
      /** The step. */
      step: EvaluationStep;
      /** The day. */
      dueOn: IsoDate;
    }
  /** Puts the rating off until what it waits for is there. EVL-11. */
  | {
      type: "defer";
      /** What it waits for. */
      wait: RatingWait;
      /** The day on which that is there, where it is known. */
      until?: IsoDate | null;
    }
  /** Ends such a wait. */
  | {
      type: "resume";
      /** What it waited for. */
      wait: RatingWait;
    };

/** The rating of one organization or member for a year, on the day asked about. */
export interface EvaluationAnswer {
  /** How far the asker sees into the organization where the subject is reviewed. */
  sight: Sight;
  /** Who is rated. */
  subject: LevelSubject;
  /** The year. */
  year: number;
  /** Where the subject is reviewed. */
  reviewedIn: string | null;
  /** Steps, levels in time, votes, who is next; absent where the asker may not see them. */
  procedure: Verdict<EvaluationProcedure> | null;
  /** The organization that has to act next, where it is one of the record. */
  nextBody: string | null;
  /** The marks that the subject gave itself last, in hundredths of a point. */
  selfMarks: number | null;
  /** The level that the subject gave itself last. */
  selfLevel: Level | null;
  /** How many comments were made. */
  comments: number;
  /** What the rating waits for (EVL-11). */
  waitsFor: RatingWait[];
  /**
   * The level that the recorded facts give, with the cap; absent without facts, where a vote
   * decides, and where the rules were not read.
   */
  computed: Level | null;
  /** The facts give excellent, and a vote has to decide at the line of the cap (section 6.4). */
  voteNeeded: boolean;
  /** The level decided is not the one computed. */
  differs: boolean;
}

/** How many ratings have a step next. */
export interface EvaluationStepCount {
  /** The step. */
  step: EvaluationStep;
  /** How many. */
  count: number;
}

/** One rating of the year below an organization. */
export interface EvaluationLine {
  /** Who is rated. */
  subject: LevelSubject;
  /** From 1: whoever is of a round may be rated when all earlier rounds are. */
  round: number;
  /** Where the subject is reviewed, the place that counts first. */
  reviewedIn: string[];
  /** The step to take now, else the first that is missing. */
  next: EvaluationStep | null;
  /** Who takes it. */
  nextBy: EvaluationRole | null;
  /** The organization that takes it, where it is one of the record. */
  nextBody: string | null;
  /** Steps that are not done although a later one is. */
  missing: EvaluationStep[];
  /** Steps not done whose last day has passed. */
  overdue: EvaluationStep[];
  /** The level in force. */
  level: Level | null;
  /** What it is, or that it was cancelled; absent before a decision. */
  state: DecidedLevelState | null;
  /** What the rating waits for (EVL-11). */
  waitsFor: RatingWait[];
  /** The first day on which it can be made, where that is later and known. */
  earliestOn: IsoDate | null;
}

/** The ratings of a year below an organization, in their order. */
export interface EvaluationsAnswer {
  /** How far the asker sees. */
  sight: Sight;
  /** The organization. */
  organization: string;
  /** The year. */
  year: number;
  /** Who is rated: organizations and members. */
  rated: number;
  /** Who is not (EVL-10). */
  notRated: number;
  /** Ratings of which nothing is recorded. */
  notStarted: number;
  /** Ratings with a level in force. */
  decided: number;
  /** Ratings whose level was cancelled, with none decided again. */
  cancelled: number;
  /** Ratings with nothing left to do. */
  finished: number;
  /** Ratings with a step whose last day has passed. */
  late: number;
  /** Ratings that wait for something. */
  waiting: number;
  /** The readings that the order took where no text decides. */
  policies: PolicyUsed[];
  /** Ratings by the step that is next, in the order of the steps. */
  steps: EvaluationStepCount[];
  /** The ratings in their order, as far as the asker may see them. */
  lines: EvaluationLine[];
}

/** A step of an inspection in a cell. */
export type CellInspectionStep =
  | "yearPlan"
  | "planResolved"
  | "noticeGiven"
  | "selfReport"
  | "conclusionDrafted"
  | "cellVoted"
  | "concluded";

/** An inspection of a cell, as far as it has come. */
export interface InspectionStepsInput {
  committee: boolean;
  done?: { step: CellInspectionStep; on: IsoDate }[];
  on: IsoDate;
}

export interface InspectionSteps {
  steps: { step: CellInspectionStep; doneOn: IsoDate | null }[];
  next: CellInspectionStep | null;
  missing: CellInspectionStep[];
  inOrder: boolean;
}

/** The votes of a committee. */
export interface CommitteeVote {
  base: number;
  yes: number;
}

export interface CommitteeVoteOutcome {
  /** The fewest votes in favour that carry. */
  required: number;
  carried: boolean;
}

export interface ReappointmentInput {
  /** The ballot at which the candidate stood. */
  ballot: CommitteeVote;
  votedOn: IsoDate;
  /** The vote of the sitting committee on the appointment. */
  committee?: CommitteeVote | null;
  on: IsoDate;
}

export interface Reappointment {
  /** Not for one who got more than half. */
  restricted: boolean;
  from: IsoDate | null;
  committee: CommitteeVoteOutcome | null;
  allowed: boolean;
}

export type PowersSuperior = "provincial" | "centralRun" | "other";

export type AskedPower =
  | {
      type: "aboveGrassrootsCommittee";
      superior: PowersSuperior;
      legalPerson: boolean;
      grassrootsOrganizations: number;
    }
  | {
      type: "aboveGrassrootsPowers";
      superior: PowersSuperior;
      centralBody: boolean;
      memberUnits: number;
      /** The last year last, no year left out. */
      levels: Level[];
    }
  | { type: "admitAndExpel"; levels: Level[] }
  | { type: "fullTimeOfficer" };

export interface ClosureInput {
  closedOn: IsoDate;
  by: "dissolution" | "disbanding";
  /** The day files and seal were collected and every member was transferred. */
  settledOn?: IsoDate | null;
  on: IsoDate;
}

export interface Closure {
  decidedBy: "establishing" | "oneLevelFurtherUp";
  dueOn: IsoDate;
  state: DueState;
}

export type ElectedBody =
  | "committee"
  | "standingCommittee"
  | "inspectionCommittee"
  | "secretary"
  | "deputySecretary"
  | "delegates"
  | "alternates";

export interface ElectionCandidate {
  id: string;
  votes: number;
  /** Decides between alternates with equal votes. */
  partyAgeFrom?: IsoDate | null;
}

export interface ElectionInput {
  body: ElectedBody;
  /** Those summoned who count. */
  summoned: number;
  seats: number;
  /** Taken from the same ballot; for delegates alone. */
  alternates?: number;
  /** Which ballot for these seats it is; the first is 1. */
  ballot: number;
  ballotsCast?: number | null;
  candidates: ElectionCandidate[];
}

/** Candidates with equal votes of whom only some have a place: nobody is picked. */
export interface ElectionTie {
  among: string[];
  /** How many of them are elected. */
  seats: number;
  /** How many of the others become alternates. */
  alternates: number;
}

export interface Election {
  /** The fewest votes that elect. */
  required: number;
  /** From the most votes to the fewest. */
  elected: string[];
  alternates: string[];
  notElected: string[];
  ties: ElectionTie[];
  /** Seats that nobody got and no tie will fill. */
  seatsLeft: number;
  anotherBallot: boolean;
  superiorAppoints: boolean;
  /** `null` where the book knows no limit. */
  surplusAllowed: boolean | null;
  /** `null` where the book does not know. */
  secretBallot: boolean | null;
}

// ---------------------------------------------------------------- documents

/** The kind of a document (thể loại văn bản). */
export type DocumentKind =
  | "resolution"
  | "directive"
  | "regulation"
  | "guide"
  | "decision"
  | "conclusion"
  | "plan"
  | "report"
  | "programme"
  | "officialLetter"
  | "other";

/** A document as the library gives it back; a `DocumentInput` with every key there. */
export interface Document {
  /** The host's identifier. */
  id: string;
  /** The number, such as `21-NQ/TW`; at most 64 characters. */
  number: string | null;
  kind: DocumentKind;
  /** What it is about; at most 500 characters. */
  title: string;
  /** Who issued it, in words; at most 200 characters. */
  issuer: string;
  signedOn: IsoDate;
  /** First day in force; `null` where that is the day of signing. */
  inForceFrom: IsoDate | null;
  /** Last day in force, where the document itself ends. */
  inForceTo: IsoDate | null;
  /** What it replaces from its first day in force; documents that are not held may be named too. */
  replaces: string[];
  /** The field of work; at most 100 characters. */
  field: string | null;
  /** The rules of the catalogue that rest on it; at most 100, as of the other lists. */
  rules: string[];
  /** The tasks that carry it out. */
  tasks: string[];
  /** The text itself; at most 300,000 characters. */
  body: string | null;
}

/** A document to be taken in. */
export type DocumentInput = Pick<Document, "id" | "kind" | "title" | "issuer" | "signedOn"> & Partial<Document>;

/**
 * What is searched for: documents that have every word, whatever its case, its marks and the place
 * of its tones. The last word may be unfinished unless something stands behind it. Abbreviations
 * of kinds stand for their names and the other way round: `nq 21` is `nghị quyết 21`.
 */
export interface DocumentSearch {
  /** At most 200 characters and 32 words; without words, every document is listed by date. */
  text: string;
  /** How many hits are wanted: 1 to 100. */
  limit: number;
  /** How many hits are passed over; none when absent. */
  offset?: number;
  kind?: DocumentKind | null;
  /** Only documents of this issuer; case and marks do not matter. */
  issuer?: string | null;
  /** Only documents of this field; case and marks do not matter. */
  field?: string | null;
  /** Only documents signed in this year. */
  year?: number | null;
  inForceOn?: IsoDate | null;
}

/** A word that matches, to be highlighted: whole letters with all their marks. */
export interface MatchedPlace {
  part: "number" | "title" | "issuer" | "field" | "body";
  /** Where it starts in the part's text, as `String.prototype.slice` counts. */
  start: number;
  length: number;
}

export interface DocumentHit {
  document: string;
  /** How well it fits, a whole number; 0 where no words were asked for. */
  score: number;
  /** The words that match, in the order of the parts; of the body those within the snippet. */
  places: MatchedPlace[];
  /** A piece of the body around its first match; `start` is where it starts in the body. */
  snippet: { start: number; text: string } | null;
}

export interface DocumentHits {
  /** How many documents fit, those that are not listed among them. */
  total: number;
  /** Best first; among equals the newest, then by identifier. */
  hits: DocumentHit[];
}

/** Whether a document is in force on a day. */
export type DocumentStatus =
  | { type: "notYet"; from: IsoDate }
  | { type: "inForce"; from: IsoDate }
  | { type: "expired"; lastDay: IsoDate }
  /** `by` is the first that replaced it, `latest` the end of the chain on that day. */
  | { type: "replaced"; by: string; from: IsoDate; latest: string };

/** Every stateless question: its input and the value of its answer. */
export interface Doors {
  /** The working day so many working days later. */
  workingDayAfter: { input: WorkingDayInput; value: { date: IsoDate } };
  /** The form that fits a size. ORG-04, ORG-10 to ORG-13. */
  organizationForm: { input: OrganizationFormInput; value: OrganizationForm };
  /** Whether a cell has a committee, and of how many. ORG-20. */
  cellCommittee: { input: { fullMembers: number }; value: { committee: boolean; committeeMost: number } };
  /** How large a standing committee may be. ORG-25. */
  standingCommitteeMost: { input: { committeeMembers: number }; value: { most: number } };
  /** How many may be appointed beyond the fixed number. ORG-26. */
  extraAppointeesMost: {
    input: { fixedByCongress: number; tier: "grassroots" | "aboveGrassroots" };
    value: { most: number };
  };
  /** Whether a kind may stand under another. ORG-01 to ORG-06. */
  placement: { input: { kind: string; parent?: string | null }; value: { allowed: boolean } };
  /** How long a term lasts. ORG-23, ORG-24. */
  term: { input: TermInput; value: { months: number; lastDay: IsoDate; over: boolean } };
  /** What is due around a congress. ORG-29. */
  congressDeadlines: { input: CongressDeadlinesInput; value: { obligations: CongressObligation[] } };
  /** The steps of a congress, in order. ORG-37. */
  congressSteps: { input: { form: "delegates" | "members" }; value: { steps: CongressStep[] } };
  /** Whether an extraordinary congress may be held. ORG-31. */
  extraordinaryCongress: { input: ExtraordinaryCongressInput; value: ExtraordinaryCongress };
  /** Whether one who was elected may sign. ORG-30. */
  signingAfterElection: { input: SigningAfterElectionInput; value: SigningAfterElection };
  /** When retirement ends membership of a committee. ORG-32. */
  mandateEnd: { input: MandateEndInput; value: MandateEnd };
  /** Whether transferring committee members needs the level further up. ORG-27. */
  committeeTransfer: {
    input: { electedMembers: number; transferred: number };
    value: { most: number; furtherUp: boolean };
  };
  /** Whether one who was not elected may be appointed. ORG-28. */
  reappointment: { input: ReappointmentInput; value: Reappointment };
  /** Whether a size allows a power. ORG-15 to ORG-17, ORG-45. */
  delegatedPowers: {
    input: { members: number; power: AskedPower };
    value: { possible: boolean; pilot: boolean };
  };
  /** Whether an organization is disbanded. ORG-41. */
  disbanding: {
    input: { proposing: CommitteeVote; deciding?: CommitteeVote | null };
    value: {
      proposal: CommitteeVoteOutcome;
      decision: CommitteeVoteOutcome | null;
      disbanded: boolean;
    };
  };
  /** What is due after an organization is closed. ORG-40 to ORG-42. */
  closure: { input: ClosureInput; value: Closure };
  /** Who counts in a vote. VOTE-01, VOTE-02. */
  voteBase: { input: VoteBaseInput; value: { base: number } };
  /** How many votes a decision needs. VOTE-03, VOTE-04, ORG-34. */
  requiredVotes: { input: { base: number; decision: Decision; step: Step }; value: { required: number } };
  /** Whether a vote carries. VOTE-03, VOTE-04. */
  tallyVote: { input: TallyInput; value: Tally };
  /** A majority of any kind, of any body. */
  majority: {
    input: { base: number; numerator: number; denominator: number; rule: "moreThan" | "atLeast" };
    value: { required: number };
  };
  /** Where a vote stands while it is taken. VOTE-01 to VOTE-04, VOTE-07, VOTE-08. */
  voteProgress: { input: VoteProgressInput; value: VoteProgress };
  /** What came out of a vote of any assembly, by its own base, threshold and quorum. */
  ballot: { input: BallotInput; value: Ballot };
  /** Who is elected on a ballot. ORG-21, ORG-34 to ORG-36. */
  election: { input: ElectionInput; value: Election };
  /** Attendance, as sums of counts. MTG-08, MTG-09. */
  attendance: {
    input: { counting?: AttendanceCounting | null; rows: AttendanceRow[] };
    value: AttendanceSummary;
  };
  /** The roll of one meeting with its movements. MTG-11, MTG-13, MTG-15, VOTE-05, VOTE-06. */
  rollCall: { input: RollCallInput; value: RollCall };
  /** How often in a row a member was excused. MTG-09. */
  excusedStreak: {
    input: { presences: Presence[]; counting?: StreakCounting | null };
    value: { longest: number; current: number; withinLimit: boolean };
  };
  /** The months that a member missed without a reason. MTG-12. */
  absentMonths: {
    input: { year: number; meetings: { on: IsoDate; presence: Presence }[] };
    value: { months: number[]; procedureMayStart: boolean };
  };
  /** How long a meeting must last. MTG-07. */
  meetingDuration: {
    input: {
      withThematicPart?: boolean;
      /** Full and probationary members of the cell. */
      members: number;
      minutes?: number | null;
      longer?: LongMeeting | null;
    };
    value: {
      required: number;
      enough: boolean | null;
      shortBy: number | null;
      /** What the other reading would ask for. */
      otherReading: number;
      readingsDiffer: boolean;
    };
  };
  /** The score of a cell meeting. Section 5.1. */
  meetingScore: { input: MeetingScoreInput; value: MeetingScore };
  /** The course of a cell meeting, in order. MTG-13. */
  meetingForm: {
    input: { meeting: "monthly" | "thematic" };
    value: { steps: { step: MeetingStep; phase: MeetingPhase; by: MeetingRole }[] };
  };
  /** How a document is numbered and dated. MTG-14. */
  documentNumber: {
    input: {
      kind: string;
      body: string;
      /** How many of this kind were numbered in the term before. */
      before: number;
      on: IsoDate;
      place: string;
    };
    value: { number: number; symbol: string; dated: string };
  };
  /** A body's calendar of meetings. MTG-01 to MTG-06. */
  meetingCalendar: {
    input: MeetingCalendarInput;
    value: { meetings: PlannedMeeting[]; requirements: MeetingRequirement[] };
  };
  /** What is due around a meeting. MTG-08, MTG-13. */
  meetingDeadlines: {
    input: {
      meetsOn: IsoDate;
      noticeOn?: IsoDate | null;
      documentsOn?: IsoDate | null;
      resultOn?: IsoDate | null;
      counting?: DayCounting | null;
      on: IsoDate;
    };
    value: MeetingDeadlines;
  };
  /** Whether a meeting may be online. MTG-10. */
  onlineMeeting: {
    input: {
      members: number;
      exempted?: number;
      suspended?: number;
      /** Of those who are left. */
      cannotGather: number;
      reason: OnlineReason;
    };
    value: { allowed: boolean; base: number; required: number; pilot: boolean };
  };
  /** A result against its plan. */
  planFulfilment: {
    input: { planned: number; achieved: number; decimals: number };
    value: { numerator: number; denominator: number; shown: string; reached: boolean };
  };
  /** The plans that a published percentage fits. */
  plansShownAs: {
    input: { achieved: number; shown: string };
    value: { least: number | null; most: number | null };
  };
  /** A portfolio of projects, summed. */
  portfolio: {
    input: { projects: PortfolioProject[] };
    value: {
      bids: number;
      packageValue: number;
      contractValue: number;
      saving: number;
      qualityMet: number;
      completedEarly: number;
    };
  };
  /** A portfolio of projects by year or by owner. */
  portfolioRows: { input: PortfolioRowsInput; value: { rows: PortfolioRow[]; total: PortfolioRow } };
  /** Where a task stands, and whether it was completed well. MEM-71. */
  taskState: { input: TaskStateInput; value: TaskStanding };
  /** Tasks counted by their state and by holder. MEM-70, MEM-71. */
  taskSummary: { input: TaskSummaryInput; value: TaskSummary };
  /** A yearly target on a day: result, trend, forecast, needed pace. */
  targetProgress: { input: TargetProgressInput; value: TargetProgress };
  /** Until when a question or criticism is answered. MEM-77. */
  answerDue: { input: AnswerDueInput; value: AnswerDue };
  /** Until when members are informed again. MEM-77. */
  informationDue: { input: { informedOn: IsoDate; on: IsoDate }; value: { dueOn: IsoDate; overdue: boolean } };
  /** Whether a complaint about discipline is taken up. INS-05. */
  complaintOnDiscipline: { input: ComplaintOnDisciplineInput; value: ComplaintOnDiscipline };
  /** Until when a denunciation is settled. INS-03, INS-04. */
  denunciationDeadline: { input: DenunciationDeadlineInput; value: DenunciationDeadline };
  /** Whether a denunciation is handled as one. INS-06, INS-07. */
  denunciationHandled: {
    input: { subject: "organization" | "member"; content: DenunciationContent; anonymous?: boolean };
    value: { handled: boolean; stages: DenunciationStage[] };
  };
  /** How a petition or difficulty of an organization stands. MEM-77. */
  matterProgress: { input: MatterProgressInput; value: MatterProgress };
  /** How a body supervises. INS-01. */
  supervisionModes: { input: { body: SupervisingBody }; value: { modes: SupervisionMode[] } };
  /** The steps of an inspection in a cell. INS-02, INS-08. */
  inspectionSteps: { input: InspectionStepsInput; value: InspectionSteps };
  /** Whether an inspection committee controls assets and income. INS-09. */
  assetControl: { input: { level: OversightLevel }; value: { controls: boolean } };
  /** Age at admission. MEM-01. */
  admissionAge: {
    input: { bornOn: IsoDate; consideredOn: IsoDate; specialConsent: boolean };
    value: { years: number; months: number; withinLimits: boolean };
  };
  /** Until when the ceremony is due. MEM-07. */
  ceremonyDue: {
    input: { decisionOn: IsoDate; receivedOn?: IsoDate | null; ceremonyOn?: IsoDate | null };
    value: { by: IsoDate; late: boolean };
  };
  /** When a member is recognized. MEM-20 to MEM-22. */
  recognitionDue: {
    input: { ceremonyOn: IsoDate; cellMetOn?: IsoDate | null };
    value: { recognizedOn: IsoDate; considerBy: IsoDate; late: boolean };
  };
  /** Party age. MEM-30, BDG-01, BDG-02. */
  partyAge: {
    input: { decisionOn: IsoDate; gaps?: PartyAgeGap[]; on: IsoDate };
    value: {
      years: number;
      months: number;
      days: number;
      nextBadge: { years: number; reachedOn: IsoDate; round: IsoDate } | null;
    };
  };
  /** Entitlement to a badge. BDG-01 to BDG-04. */
  badge: {
    input: BadgeInput;
    value: {
      reachedOn: IsoDate;
      round: IsoDate;
      earliestOn: IsoDate | null;
      entitled: boolean;
      posthumous: boolean;
    };
  };
  /** The money that goes with a badge. BDG-07. */
  badgePrize: { input: { years: number; baseSalary: number }; value: { amount: number } };
  /** Whether the procedure of deletion may start. MEM-63. */
  deletionGround: {
    input: { year: number; unpaidMonths: number[]; withReason?: number[] };
    value: { months: number; procedureMayStart: boolean };
  };
  /** Whether a transfer file is overdue. MEM-40, MEM-42. */
  transferOverdue: {
    input: { letterOn: IsoDate; submittedOn?: IsoDate | null; goodReason: boolean; on: IsoDate };
    value: { lastDay: IsoDate; overdue: boolean; deletion: boolean };
  };
  /** Whether and when a former member may come back. MEM-12. */
  readmission: {
    input: {
      leftOn: IsoDate;
      reason: LeavingReason;
      expungedOn?: IsoDate | null;
      readmittedBefore: boolean;
      on: IsoDate;
    };
    value: { possible: "never" | "from"; from: IsoDate | null; now: boolean };
  };
  /** Monthly dues. */
  monthlyDues: {
    input: {
      payer: Payer;
      partyAgeYears: number;
      exempt?: "socialPension" | "poor" | "nearPoor" | "graveIllness" | null;
      reductionPercent?: number | null;
    };
    value: { amount: number };
  };
  /** What a cell keeps of its dues. */
  keptByCell: { input: { collected: number }; value: { kept: number; sent: number } };
  /** Whether a member is rated. EVL-10. */
  ratable: {
    input: {
      standing: "active" | "exempted" | "suspended";
      admittedOn?: IsoDate | null;
      on: IsoDate;
    };
    value: { rated: boolean };
  };
  /** A year's ratings in their order. EVL-10, EVL-11. */
  ratingPlan: { input: RatingPlanInput; value: RatingPlan };
  /** How far a rating has come. EVL-05, EVL-06, EVL-12 to EVL-14, EVL-17. */
  evaluationProcedure: { input: EvaluationProcedureInput; value: EvaluationProcedure };
  /** The yearly level by the subject's own facts. EVL-01, EVL-02. */
  level: { input: LevelFacts; value: LevelValue };
  /** The level by a sheet, from the mark of each criterion. EVL-01 to EVL-03. */
  sheetLevel: { input: SheetLevelInput; value: SheetLevelValue };
  /** Why a subject has its level, and what would change it. Sections 6.2 to 6.5. */
  explainLevel: { input: ExplainLevelInput; value: LevelExplanation };
  /** How many may be excellent. */
  excellentCap: { input: ExcellentCapInput; value: { allowed: number } };
  /** Who stays excellent under the cap; ties are named, never broken. */
  applyCap: { input: ApplyCapInput; value: CapOutcome };
  /** "If these two were good instead": the changes come before the cap. */
  capWhatIf: {
    input: {
      group: string;
      terms?: CapTerms | null;
      subjects: CapSubject[];
      changes?: CapSubject[];
      otherwise?: CapTerms | null;
    };
    value: { before: CapOutcome; after: CapOutcome; changed: LevelChange[] };
  };
  /** The four readings of the cap side by side. */
  capReadings: {
    input: { group: string; terms?: CapTerms | null; subjects: CapSubject[] };
    value: {
      /** The reading that the others are held against. */
      against: CapReading;
      readings: { reading: CapReading; outcome: CapOutcome; changed: LevelChange[] }[];
    };
  };
  /** Who must step down from a list of excellent, or how many more must be good. */
  cheapestLegalChange: {
    input: {
      terms?: CapTerms | null;
      subjects: CapSubject[];
      /** Who is proposed to be excellent. */
      excellent: string[];
    };
    value: CheapestLegalChange;
  };
  /** A whole group in one call: everyone's own level, then the cap. */
  groupLevels: {
    input: {
      group: string;
      reading?: CapReading | null;
      /** From 0 to 1. */
      share?: Fraction | null;
      rounding?: CapRounding | null;
      outstanding?: boolean;
      subjects: { id: string; facts?: LevelFacts | null }[];
    };
    value: {
      levels: { id: string; own: Level | null; level: Level | null }[];
      rated: number;
      cap: CapOutcome;
    };
  };
  /** Levels of groups rolled up to every unit above. */
  rollUp: {
    input: {
      reading?: CapReading | null;
      units: RollUpUnit[];
      /** Several of the same unit are parts of one group and are added. */
      groups: RollUpGroup[];
    };
    value: {
      /** Every unit, in the order given. */
      units: { unit: string; allowed: number | null; totals: RollUpTotals }[];
      totals: RollUpTotals;
    };
  };
  /** How self-scores, votes and final levels differ, and what stands out. */
  calibration: { input: CalibrationInput; value: Calibration };
  /** Which ratings of a year are due. EVL-15. */
  quarterlyRating: { input: QuarterlyRatingInput; value: QuarterlyRating };
  /** The task-based score of civil servants. EVL-16. */
  taskScore: { input: { items: ScoredItem[]; floor?: DeductionFloor | null }; value: TaskScore };
  /** Whether removal is considered after years not completed. EVL-05. */
  consecutiveLevels: { input: ConsecutiveLevelsInput; value: ConsecutiveLevels };
  /** A table without its small counts, and without what would tell them. DAT-03. */
  suppressedTable: { input: SuppressedTableInput; value: SuppressedTable };
  /** Search over documents. */
  documentSearch: { input: { documents: DocumentInput[]; search: DocumentSearch }; value: DocumentHits };
  /** Whether a document is in force, and what replaced it. */
  documentStatus: {
    input: { documents: DocumentInput[]; document: string; on: IsoDate };
    value: DocumentStatus;
  };
}

/** The name of a stateless question. */
export type Door = keyof Doors;

/** Every door's name, in the order of the rooms. */
export const DOORS: readonly Door[];

/** The day whose rules judge. */
export interface On {
  on: IsoDate;
}

type Answering = {
  [D in Door]: (input: Doors[D]["input"], day: On) => Verdict<Doors[D]["value"]>;
};

// ---------------------------------------------------------------- handles

/** What the rule book says of a kind of organization in one interval. */
export interface KindRule {
  id: string;
  vi: string;
  en: string;
  from: IsoDate;
  to?: IsoDate;
  /** The kinds it may stand directly under; empty for a root. */
  under: string[];
  /** Whether it is a grassroots organization (tổ chức cơ sở đảng). */
  grassroots: boolean;
  /** Whether members belong to it directly: a cell (chi bộ). */
  cell: boolean;
  /** Whether its size decides which kind it is. */
  sized: boolean;
  rule: string;
  instrument: string;
  clause: string;
  sureness: Sureness;
}

/** A text that rules come from, with the time it was in force. */
export interface Instrument {
  id: string;
  chain?: string;
  signed?: IsoDate;
  from: IsoDate;
  to?: IsoDate;
  replaces?: string[];
  sureness: Sureness;
}

/** A body's own choices: values of parameters that the book declares open to a local choice. */
export interface Overlay {
  id: string;
  body: string;
  parameters: {
    id: string;
    from: IsoDate;
    to?: IsoDate;
    value: number | boolean | string | number[] | number[][] | string[] | Record<string, number>;
    clause?: string;
  }[];
}

/**
 * Every rule the library knows, with the time it was in force. One method per stateless question:
 *
 *     const rules = RuleBook.vietnam();
 *     const tally = rules.tallyVote(
 *       { base: 20, decision: "admission", step: "proposing", yes: 13, method: "secret" },
 *       { on: "2025-12-31" },
 *     );
 *     tally.value.missing;               // 1
 *     rules.sentence(tally.grounds[0], "vi");
 */
export interface RuleBook extends Answering {}
export class RuleBook {
  private constructor();
  /** The rules this library ships: the Party in Viet Nam, 2021 to 2026. */
  static vietnam(): RuleBook;
  /** Reads a rule book, as text or as a value, and runs every check on it. */
  static fromJson(book: string | object): RuleBook;
  /** The same book with a body's own choices laid over it. */
  withOverlay(overlay: string | Overlay): RuleBook;
  readonly id: string;
  readonly version: string;
  /** 32 hexadecimal digits that stand for the text of the book and its overlays; no protection. */
  readonly fingerprint: string;
  /** First day covered. */
  readonly from: IsoDate;
  /** Last day covered. */
  readonly to: IsoDate;
  /** Every kind of organization, an entry per interval. */
  kinds(): KindRule[];
  instruments(): Instrument[];
  /** What a parameter is called; `null` for one the book does not know. */
  label(parameter: string, language: Language): string | null;
  /** A ground as a sentence. */
  sentence(ground: Ground, language: Language): string;
  /** A reading that an answer used, as a sentence. */
  policySentence(policy: PolicyUsed, language: Language): string;
  /** Any stateless question by its name. */
  ask<D extends Door>(door: D, input: Doors[D]["input"], day: On): Verdict<Doors[D]["value"]>;
  /** The same as JSON text in and out. */
  askJson(door: string, input: string, day: On): string;
  /** Gives the memory back at once; without it the garbage collector does. */
  free(): void;
  [Symbol.dispose](): void;
}

/** The closed lists that have words, with the words as they stand in answers. */
export interface WordLists {
  ratedFact: RatedFact;
  meetingKind: MeetingKind;
  sight: Sight;
  meetingStage: MeetingStage;
  workStep: WorkStep;
  meetingItem: MeetingItem;
  monthlyState: MonthlyState;
  helpReason: HelpReason;
  contributionKind: ContributionKind;
  taskStage: TaskStage;
  matterKind: MatterKind;
  matterState: MatterState;
  inspectionWork: InspectionWork;
  inspectionFinding: InspectionFinding;
  inspectionState: InspectionState;
  finding: Finding;
  remedyAct: RemedyAct;
  duty: Duty;
  closing: Closing;
  unclear: Unclear;
  congressStep: CongressStep;
  extraordinaryReason: ExtraordinaryReason;
  extraordinaryNeed: ExtraordinaryNeed;
  meetingBody: MeetingBody;
  movedBy: MovedBy;
  meetingRequired: MeetingRequirement["required"];
  meetingDuty: MeetingDuty;
  onlineReason: OnlineReason;
  electedPost: ElectedPost;
  documentKind: DocumentKind;
  absenceCause: AbsenceCause;
  presenceCounting: PresenceCounting;
  longMeeting: LongMeeting;
  streakCounting: StreakCounting;
  withoutPrevious: WithoutPrevious;
  scorePart: ScorePart;
  scoreGroup: ScoreGroup;
  meetingClass: MeetingClass;
  meetingStep: MeetingStep;
  meetingPhase: MeetingPhase;
  meetingRole: MeetingRole;
  ballotResult: BallotResult;
  taskState: TaskState;
  taskQuality: TaskQuality;
  targetCourse: TargetCourse;
  oversightLevel: OversightLevel;
  complaintBody: ComplaintBody;
  complaintObstacle: ComplaintObstacle;
  denunciationStage: DenunciationStage;
  denunciationContent: DenunciationContent;
  matterStep: MatterStep;
  supervisionMode: SupervisionMode;
  cellInspectionStep: CellInspectionStep;
  ratingRule: RatingRule;
  movedMemberRated: MovedMemberRated;
  endedOrganizationRated: EndedOrganizationRated;
  ratingWait: RatingWait;
  notRatedReason: NotRatedReason;
  evaluatedKind: EvaluatedKind;
  evaluationStep: EvaluationStep;
  evaluationRole: EvaluationRole;
  evaluationStepState: EvaluationStepState;
  evaluationFindingCode: EvaluationFindingCode;
  decidedLevelState: DecidedLevelState;
  capTie: CapTie;
  lineVoteState: LineVoteState;
  outlierRule: OutlierRule;
  calibrationStage: CalibrationStage;
  calibrationMeasure: CalibrationMeasure;
  outlierSide: OutlierSide;
  zeroCounts: ZeroCounts;
  ratedPeriod: RatedPeriod;
  periodState: PeriodState;
  deductionFloor: DeductionFloor;
  unratedYear: UnratedYear;
}

/**
 * A word of a closed list as people read it, in lower case as within a sentence. A list or a word
 * that the library does not know comes back as the word itself.
 */
export function wordName<L extends keyof WordLists>(list: L, word: WordLists[L], language: Language): string;

/** A file of a table: its name decides which table it is. */
export interface TableFile {
  name: string;
  bytes: Uint8Array | string;
}

/**
 * A record of dated facts. It stores nothing: the host keeps the events.
 */
export class Handbook {
  /** An empty record. */
  constructor();
  /** A record from CSV tables; fails with every problem found, at most a thousand listed. */
  static readTables(
    book: RuleBook,
    tables: Iterable<TableFile>,
    options: {
      /** The day on which the host learned of it all. */
      recordedOn: IsoDate;
      /** Takes a byte order mark and semicolons, as spreadsheets write them. */
      spreadsheet?: boolean;
    },
  ): Handbook;
  /** A record from events that a host kept. */
  static fromEvents(events: RecordEvent[]): Handbook;
  /** Judges a command and, unless a rule forbids it, takes it in. */
  submit(book: RuleBook, command: Command, day: { recordedOn: IsoDate }): Outcome;
  /** Takes in events that were accepted before. */
  apply(events: RecordEvent[]): void;
  events(): RecordEvent[];
  /** The record as it was known on a day: without what was recorded later. */
  asKnownOn(day: IsoDate): Handbook;
  /** Answers a question about a day, by the rules in force then. */
  ask<Q extends RecordQuestion>(book: RuleBook, question: Q, day: On): RecordAnswers[Q["type"]];
  /** The same with the kind of answer beside it, for code that passes any question on. */
  askAnswer(book: RuleBook, question: RecordQuestion, day: On): RecordAnswer;
  /** The year of a district. */
  districtYear(book: RuleBook, request: DistrictYearRequest): DistrictYear;
  /** The same as the JSON text that every host gets, byte for byte. */
  districtYearJson(book: RuleBook, request: DistrictYearRequest): string;
  free(): void;
  [Symbol.dispose](): void;
}

/** A sheet of weighted criteria, and how its scores become levels; points in hundredths. */
export interface ScoreSheet {
  /** 1 to 32; all at their highest marks give at most 655.35 points. */
  criteria: { weight: number; most: number }[];
  excellentFrom: number;
  goodFrom: number;
  completedFrom: number;
  /** Highest level of one who was disciplined in the year. */
  disciplined?: Level | null;
  cap?: { share: { numerator: number; denominator: number }; reading: CapReading; rounding: CapRounding } | null;
  /** `vote`: those tied at the line of the cap stay undecided. */
  ties: "vote" | "orderByCriterion";
}

/** Members as columns, grouped by cell. */
export interface MemberColumns {
  /** Where each cell's members start, and behind the last cell how many members there are. */
  cellStarts: Uint32Array;
  /**
   * For every group the number of the one above it, 4294967295 for none. Groups are the cells in
   * their order and after them what stands above cells; each stands before its parent.
   */
  parents: Uint32Array;
  /** All marks of the first criterion, then all of the second. */
  marks: Uint8Array | Uint16Array;
  /** Bit 0: disciplined in the year; bits 1 and 2: how many levels below excellent the conditions stand. */
  flags?: Uint8Array;
  /** Where the cap holds over several cells: the first cell of each group, and behind the last the number of cells. */
  capStarts?: Uint32Array;
}

/** A member as an object. */
export interface ColumnMember {
  /** The id of the cell. */
  cell: string;
  /** A mark for each criterion. */
  marks: ArrayLike<number>;
  disciplined?: boolean;
  /** How many levels below excellent the conditions stand, 0 to 3. */
  below?: number;
}

/** A cell, or what stands above cells. Cells come first, and each before its parent. */
export interface ColumnGroup {
  id: string;
  parent?: string | null;
  cell?: boolean;
}

/**
 * The levels of very many members, judged by one sheet and kept in the module's memory until
 * something changes. Identifiers stay with the host.
 *
 *     const { columns, places } = LevelColumns.of(sheet, members, groups);
 *     const level = columns.levels()[places[0]]; // 0 not completed … 3 excellent, 4 a vote is needed
 *     columns.free();
 */
export class LevelColumns {
  private constructor();
  /** Takes in columns and judges everybody; fails with the first that cannot be taken. */
  static judge(sheet: ScoreSheet, members: MemberColumns): LevelColumns;
  /** The same from objects; `places[n]` is where member `n` stands in the columns. */
  static of(
    sheet: ScoreSheet,
    members: readonly ColumnMember[],
    groups: readonly ColumnGroup[],
  ): { columns: LevelColumns; places: Uint32Array };
  /** Judges everybody again, with the same answer: for measuring. */
  judgeAgain(): void;
  /** Replaces a member's marks; only the cells under the same cap and what stands above them are judged again. */
  setMember(member: number, marks: ArrayLike<number>, flags?: number): { members: number; groups: number };
  /** 0 not completed, 1 completed, 2 good, 3 excellent, 4 tied at the line of the cap. */
  levels(): Uint8Array;
  /** Hundredths of a point. */
  scores(): Uint16Array;
  /** Five counts for every group, in the order of the levels: cells first, then what stands above. */
  counts(): Uint32Array;
  free(): void;
  [Symbol.dispose](): void;
}

/**
 * Documents, ready to be searched: by number, title, issuer, field and body, with or without
 * accents.
 *
 *     const index = DocumentIndex.from(documents);
 *     for (const hit of index.search({ text: "nghi quyet 21", limit: 20 }).hits) show(hit);
 */
export class DocumentIndex {
  /** No documents yet. */
  constructor();
  /** An index of documents; fails with the first that cannot be taken. */
  static from(documents: DocumentInput[]): DocumentIndex;
  /** The same from JSON text, as a server sends it. */
  static fromJson(documents: string): DocumentIndex;
  /** How many documents are held. */
  readonly size: number;
  /** Takes in a document; fails where one with its identifier is held. */
  add(document: DocumentInput): void;
  /** Takes in a document in place of the one with its identifier, and gives that one back. */
  replace(document: DocumentInput): Document;
  /** Takes a document out and gives it back; `null` where it is not held. */
  remove(id: string): Document | null;
  /** `null` where it is not held. */
  document(id: string): Document | null;
  search(search: DocumentSearch): DocumentHits;
  /** The same as JSON text in and out. */
  searchJson(search: string): string;
  /** Whether a document is in force on a day, and what replaced it. */
  statusOn(id: string, day: On): DocumentStatus;
  free(): void;
  [Symbol.dispose](): void;
}
