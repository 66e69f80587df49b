/// <reference lib="esnext.disposable" />

/** A day, written `yyyy-mm-dd`. */
export type IsoDate = string;

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
  /** An organization's id, or a kind for groups of organizations. */
  group: string;
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

/** The year of a district, from its micro-records. */
export interface DistrictYear {
  ruleBook: { id: string; version: string; overlays: { id: string; body: string }[] };
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

/** The facts by which a year is rated; which are needed depends on the rules in force. */
export interface LevelFacts {
  subject: "organization" | "leader" | "member";
  /** Hundredths of a point, 0 to 10000. */
  marks?: number | null;
  criteria?: Grade[];
  results?: Grade | null;
  tasks?: TaskCounts | null;
  targets?: { total: number; reached: number } | null;
  disciplined: boolean;
  subordinateDisciplined: boolean;
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
  | { type: "setTarget"; id: string; organization: string; year: number; indicator: string; planned: number }
  | { type: "recordResult"; target: string; on: IsoDate; achieved: number }
  | { type: "rateOrganization"; organization: string; year: number; facts: LevelFacts }
  | { type: "rateMember"; member: string; year: number; facts: LevelFacts }
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
  | { type: "targetSet"; id: string; organization: string; year: number; indicator: string; planned: number }
  | { type: "resultRecorded"; target: string; on: IsoDate; achieved: number }
  | { type: "organizationRated"; organization: string; year: number; facts: LevelFacts }
  | { type: "memberRated"; member: string; year: number; facts: LevelFacts }
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
  | { type: "level"; subject: LevelSubject; year: number };

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

/** A yearly level with everything it rests on. */
export interface LevelAnswer {
  /** The final level; `null` when not rated, or when people must vote at the cap's line. */
  level: Level | null;
  /** Whether the subject is rated at all, and why. */
  rated: Verdict<boolean>;
  /** The level by the subject's own facts; `null` when not rated. */
  own: Verdict<LevelValue> | null;
  /** What the cap did within the group; `null` for levels below excellent. */
  cap: Verdict<CapOutcome> | null;
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
  level: LevelAnswer;
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
  method: "secret" | "card";
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

export interface ExcellentCapInput {
  /** Eligible for excellent before the cap. */
  eligible: number;
  /** Good before the cap. */
  good: number;
  rated: number;
  reading?: CapReading | null;
  /** The superior judges the unit outstanding. */
  outstanding: boolean;
}

export interface ApplyCapInput {
  group: string;
  reading?: CapReading | null;
  outstanding: boolean;
  rated: number;
  good: number;
  candidates: { id: string; marks: number }[];
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
  committee?: { base: number; yes: number; method: "secret" | "card" } | null;
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

/** A yearly target and its results. */
export interface TargetProgressInput {
  plan: TargetAmount;
  direction: "higherIsBetter" | "lowerIsBetter";
  reading: "added" | "latest";
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
  /** Who is elected on a ballot. ORG-21, ORG-34 to ORG-36. */
  election: { input: ElectionInput; value: Election };
  /** Attendance, as sums of counts. MTG-08, MTG-09. */
  attendance: {
    input: { counting?: AttendanceCounting | null; rows: AttendanceRow[] };
    value: AttendanceSummary;
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
  /** The yearly level by the subject's own facts. EVL-01, EVL-02. */
  level: { input: LevelFacts; value: LevelValue };
  /** How many may be excellent. */
  excellentCap: { input: ExcellentCapInput; value: { allowed: number } };
  /** Who stays excellent under the cap; ties are named, never broken. */
  applyCap: { input: ApplyCapInput; value: CapOutcome };
  /** A whole group in one call: everyone's own level, then the cap. */
  groupLevels: {
    input: {
      group: string;
      reading?: CapReading | null;
      outstanding?: boolean;
      subjects: { id: string; facts?: LevelFacts | null }[];
    };
    value: {
      levels: { id: string; own: Level | null; level: Level | null }[];
      rated: number;
      cap: CapOutcome;
    };
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
    value: number | boolean | string | number[] | number[][] | string[];
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
  finding: Finding;
  remedyAct: RemedyAct;
  duty: Duty;
  closing: Closing;
  unclear: Unclear;
  congressStep: CongressStep;
  extraordinaryReason: ExtraordinaryReason;
  extraordinaryNeed: ExtraordinaryNeed;
  electedPost: ElectedPost;
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
