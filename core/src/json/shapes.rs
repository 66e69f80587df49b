//! The keys of everything that is read and written.

use super::{ToJson, Writer, names, objects, reads, tagged, words, writes, writes_tagged};
use crate::access::{CountedRow, PublishedRow, Sight, SuppressedTable, SuppressedTableInput};
use crate::calendar::{WorkingCalendar, WorkingDay, WorkingDayInput};
use crate::document::{
    Document, DocumentHit, DocumentHits, DocumentKind, DocumentPart, DocumentSearchInput,
    DocumentStatus, DocumentStatusInput, MatchedPlace, SearchInput, Snippet,
};
use crate::dues::{
    DuesExemption, KeptByCell, KeptByCellInput, MonthlyDues, MonthlyDuesInput, Payer,
};
use crate::error::{
    AbsenceReason, FailedChecks, HandbookError, InputCode, InputError, InputProblem,
    OutsideRuleBook, RuleNotInForce,
};
use crate::evaluation::{
    ApplyCapInput, Calibration, CalibrationGroup, CalibrationInput, CalibrationMeasure,
    CalibrationOutlier, CalibrationRow, CalibrationSummary, CapCandidate, CapOutcome,
    CapReadingLine, CapReadings, CapReadingsInput, CapSubject, CapTerms, CapWhatIf, CapWhatIfInput,
    CellMove, CheapestLegalChange, CheapestLegalChangeInput, ConsecutiveLevels,
    ConsecutiveLevelsInput, CriterionMark, DecidedLevelState, EvaluatedKind, EvaluationDue,
    EvaluationEvent, EvaluationFact, EvaluationFinding, EvaluationFindingCode, EvaluationProcedure,
    EvaluationProcedureInput, EvaluationStepLine, EvaluationStepState, ExactNumber, ExcellentCap,
    ExcellentCapInput, ExplainLevelInput, ExtraFact, FurtherFacts, GroupLevels, GroupLevelsInput,
    GroupSubject, ItemScore, LeastChange, LeastChangeKind, LevelChange, LevelExplanation,
    LevelFacts, LevelSince, LevelStep, LevelStepKind, LevelValue, LevelVote, LineBallot, LineVote,
    LineVoteState, LineVotes, MarkCount, MarksSummary, MoreGood, NeededFact, NotRatedLine,
    NotRatedReason, OutlierFences, OutlierSide, PeriodLine, PeriodRating, PeriodState,
    PlaceInGroup, PlanOrganization, PlanPerson, PlanSubject, PlannedRating, ProposalVotes,
    QuarterlyRating, QuarterlyRatingInput, Ratable, RatableInput, RatedPart, RatedStanding,
    RatedSubject, RatingPlan, RatingPlanInput, RatingWait, ReviewMeeting, RollUp, RollUpGroup,
    RollUpInput, RollUpLine, RollUpTotals, RollUpUnit, ScoreSheet, ScoredItem, ShareCap,
    SheetGroupScore, SheetLevelInput, SheetLevelValue, StageLevels, StageMoves, StepDown,
    SubjectLevel, TargetCounts, TaskCounts, TaskScore, TaskScoreInput, TiePolicy, UnknownRule,
    VotesSummary, WeightedCriterion, YearLevel, YearRegime, YearsInRow,
};
use crate::exchange::{
    CalendarEvent, CalendarFeed, EventStatus, TableProblem, TableProblemCode, TableProblems,
};
use crate::handbook::{
    AbsenceLine, AbsencesAnswer, AgendaItem, CalendarLine, CalibrationAnswer, CalibrationStage,
    Closing, Command, ContributionKind, ContributionLine, Destination, DocumentAnswer, Duty,
    EvaluationAct, EvaluationAnswer, EvaluationLine, EvaluationStepCount, EvaluationsAnswer, Event,
    ExcuseLine, Fact, FeedRequest, Finding, FindingLine, HeirLine, HeldPost, HelpReason,
    InspectionAct, InspectionFinding, InspectionLine, InspectionState, InspectionWork,
    InspectionsAnswer, LevelAnswer, LevelChangeLine, LevelExplained, LevelLine, LevelSubject,
    LevelTotals, LevelsAnswer, LevelsReadOtherwise, LineageAnswer, LostLine, MatterAct, MatterKind,
    MatterLine, MatterState, MattersAnswer, MeetingAct, MeetingAnswer, MeetingArrangement,
    MeetingChange, MeetingItem, MeetingItemLine, MeetingOutcome, MeetingPaper, MeetingPreparation,
    MeetingRoll, MeetingStage, MeetingVoteLine, MemberAnswer, MemberFlow, MemberLine,
    MonitorAnswer, MonitorLine, MonthLine, MonthlyCounts, MonthlyState, MovementLine, Obligation,
    OldFigure, OrganizationAct, OrganizationAnswer, Outcome, PostAnswer, PostHolder, PostLine,
    PublishedCalibration, PublishedLevels, PublishedRatings, PublishedStage, RecordAnswer,
    RecordQuestion, Remedy, RemedyAct, ResolutionLine, RestatedAnswer, RestatedLine, ReviewAnswer,
    RollEntry, SplitShare, StageLine, StepLine, TargetLine, TargetsAnswer, TaskAct, TaskLine,
    TaskStage, TasksAnswer, TreeLine, Unclear, UnclearLine, VoteTotals, WorkStep,
};
use crate::meeting::{
    AbsentMonths, AbsentMonthsInput, AttendanceInput, AttendanceRow, AttendanceSummary,
    CellMeeting, DayOfWeek, DocumentNumber, DocumentNumberInput, ExcusedStreak, ExcusedStreakInput,
    GivenMarks, GroupMarks, HolidayShift, LackingPeriod, MeetingBody, MeetingCalendar,
    MeetingCalendarInput, MeetingDeadlines, MeetingDeadlinesInput, MeetingDuration,
    MeetingDurationInput, MeetingDuty, MeetingException, MeetingForm, MeetingFormInput,
    MeetingFormStep, MeetingObligation, MeetingPattern, MeetingPhase, MeetingPresence,
    MeetingRequired, MeetingRequirement, MeetingScore, MeetingScoreInput, MovedBy, OnlineMeeting,
    OnlineMeetingInput, OrganizationAttendance, PartMarks, PlannedMeeting, PreviousResolution,
    QuorumGap, RollCall, RollCallInput, RollCounts, RollEvent, RollLine, RollMember,
    RollMembership, RollQuorum, RollSpan, ScoreOrigin, ShortMonth, ThematicMeetings, WeekdayPlace,
    WeekendShift,
};
use crate::member::{
    AdmissionAge, AdmissionAgeInput, Badge, BadgeDiscipline, BadgeInput, BadgeMeasure, BadgePrize,
    BadgePrizeInput, CeremonyDue, CeremonyDueInput, DeletionGround, DeletionGroundInput,
    LeavingReason, NextBadge, PartyAge, PartyAgeGap, PartyAgeInput, Readmission, ReadmissionChance,
    ReadmissionInput, RecognitionDue, RecognitionDueInput, TransferOverdue, TransferOverdueInput,
};
use crate::organization::{
    AppointingTier, AskedPower, CellCommittee, CellCommitteeInput, ClosingCommittee, Closure,
    ClosureInput, ClosureKind, CommitteeBallot, CommitteeTransfer, CommitteeTransferInput,
    CommitteeVote, CommitteeVoteOutcome, CongressDeadlines, CongressDeadlinesInput, CongressDuty,
    CongressForm, CongressObligation, CongressSteps, CongressStepsInput, DelegatedPowers,
    DelegatedPowersInput, Disbanding, DisbandingInput, DueState, ExtraAppointees,
    ExtraAppointeesInput, ExtraordinaryCongress, ExtraordinaryCongressInput, ExtraordinaryNeed,
    MandateEnd, MandateEndInput, OrganizationForm, OrganizationFormInput, Placement,
    PlacementInput, PowersSuperior, Reappointment, ReappointmentInput, Setting,
    SigningAfterElection, SigningAfterElectionInput, StandingCommittee, StandingCommitteeInput,
    SubordinateRequests, Term, TermInput,
};
use crate::oversight::{
    AnswerDue, AnswerDueInput, AssetControl, AssetControlInput, ComplainedMeasure,
    ComplaintObstacle, ComplaintOnDiscipline, ComplaintOnDisciplineInput, DenouncedSubject,
    DenunciationDeadline, DenunciationDeadlineInput, DenunciationHandled, DenunciationHandledInput,
    DoneInspectionStep, InformationDue, InformationDueInput, InspectionStepLine, InspectionSteps,
    InspectionStepsInput, MatterEvent, MatterProgress, MatterProgressInput, MatterStep,
    SupervisingBody, SupervisionModes, SupervisionModesInput,
};
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::report::{
    AttendanceLine, CapLine, DistrictYear, DistrictYearRequest, Figure, FigureUnit, LevelCounts,
    NamedOrganization, OrganizationLine, RuleBookLine, SizeMisfit,
};
use crate::rulebook::{Citation, Instrument, KindRule, Overlay, RuleBookProblem, Sureness};
use crate::text::Language;
use crate::verdict::{Ground, PolicyUsed, Verdict};
use crate::vote::{
    Ballot, BallotBase, BallotInput, BallotMeasure, BallotQuorum, BallotResult, BallotThreshold,
    CountedBase, Decision, ElectedBody, Election, ElectionCandidate, ElectionInput, ElectionTie,
    Majority, MajorityInput, MajorityRule, QuorumCount, RequiredVotes, RequiredVotesInput, Step,
    Tally, TallyInput, TieBreaker, TieRule, VoteBase, VoteBaseInput, VoteMethod, VoteProgress,
    VoteProgressInput, VoteState, VotingBody,
};
use crate::work::{
    AssignedTask, ForecastBasis, ForecastInput, HeldTask, NeededPace, PlacedProject,
    PlanFulfilment, PlanFulfilmentInput, PlansShownAs, PlansShownAsInput, Portfolio,
    PortfolioGrouping, PortfolioInput, PortfolioProject, PortfolioRow, PortfolioRows,
    PortfolioRowsInput, TargetAmount, TargetCourse, TargetDirection, TargetForecast,
    TargetProgress, TargetProgressInput, TargetResult, TargetResults, TargetTrend, TaskChange,
    TaskHolder, TaskProgress, TaskQuality, TaskReport, TaskRow, TaskStanding, TaskState,
    TaskStateInput, TaskSummary, TaskSummaryInput, TaskTerm, TaskTotals, WholeRounding,
};

// ---- words

words! {
    LevelStepKind {
        Result, Score, Group, Criterion, ByScore, Border, ByConditions, Condition, All, Any, Not,
        Fact, Comparison, Lower, Lowering, Cap,
    }
    LeastChangeKind {
        Marks, CriterionMark, TasksOnTime, WithoutLateTasks, WithoutOpenTasks, TasksBeyond,
        TargetsReached, LowestCriterion, Results, Disciplined, SubordinateDisciplined,
        CivilServantNotCompleted, ConcludedDegraded, SubordinatesWeak, MembersNotCompleted, Extra,
        GoodInGroup, MarksAboveLine,
    }
    Closing { Merged, Split, Dissolved, Disbanded, TierEnded }
    Unclear { Divided, Lost }
    Sight { Nothing, Member, Sums, Cells, Everything }
    MeetingStage { Announced, Overdue, Held, Cancelled }
    WorkStep { Prepare, Collect, Hold, Conclude, Follow }
    MeetingItem {
        Arrange, Agenda, Notice, Papers, Draft, SettleContributions, Open, Roll, Close, Minutes,
        Resolution, Score, Publish, Tasks, TasksDone, AnswerQuestions,
    }
    MonthlyState { OnTime, Late, NotYetDue, Unscheduled, Overdue, Missed }
    HelpReason {
        TwoMonthsWithoutMeeting, AttendanceBelowAim, AttendanceFalling, NoSecretary,
    }
    TaskStage { Given, Reported, Overdue, Done, DoneLate, Dropped }
    MatterKind { Petition, Difficulty, ComplexIssue }
    MatterState { Received, Assigned, Proposed, Coordinated, Resolved, PassedOn }
    InspectionWork { Inspection, RegularSupervision, ThematicSupervision }
    InspectionFinding { InOrder, Shortcomings, SignsOfViolation }
    InspectionState {
        Planned, Approved, Announced, SelfReported, Drafted, Discussed, Concluded, Archived,
        Dropped,
    }
    Language { Vi, En }
    ContributionKind { Proposal, Comment, Question }
    Duty { SettleClosure, HoldCongress, AppointLeaders }
    Finding {
        KindNotInForce, WrongParent, VillageOnlyCell, TooFewMembers, WrongKindForSize,
        NoPartyGroups, NoSecretary, NoCommittee, CommitteeBelowSize, CommitteeTooLarge,
        StandingCommitteeTooLarge, TermOver, NoPurpose,
    }
    RemedyAct {
        ChangeKind, Merge, Dissolve, Move, EndTier, FoundPartyGroups, Split, AskConsent,
        FillSecretary, ElectCommittee, ReduceCommittee, HoldCongress, StatePurpose,
    }
    WorkingCalendar { WithHolidays, WeekendsOnly }
    ShortMonth { LastDay, NoMeeting }
    WeekdayPlace { First, Second, Third, Fourth, Fifth, Last }
    DayOfWeek { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday }
    MeetingBody {
        Cell, CellCommittee, PartyGroup, GrassrootsCommittee, DepartmentalCommittee,
        DelegatedStandingCommittee, DelegatedCommittee,
    }
    HolidayShift {
        Keep, NextWorkingDay, PreviousWorkingDay, NextDayNoHoliday, PreviousDayNoHoliday,
    }
    WeekendShift { Keep, NextWorkingDay, PreviousWorkingDay }
    MovedBy { Holiday, Weekend, Secretary }
    MeetingRequired { Regular, Thematic, CommitteeWide }
    MeetingDuty { Notice, Documents, Result }
    EventStatus { Confirmed, Cancelled }
    DuesExemption { SocialPension, Poor, NearPoor, GraveIllness }
    RatedStanding { Active, Exempted, Suspended }
    RatedSubject { Organization, Leader, Member }
    BadgeMeasure { Reprimand, Warning, Dismissal }
    LeavingReason {
        QuitActivity, AppliedToLeave, FamilyHardship, GraveDisunity, Corruption, SeriousCrime,
        MinorCrime, Other,
    }
    AppointingTier { Grassroots, AboveGrassroots }
    Setting { Standard, Village }
    VotingBody { Meeting, Congress, Committee }
    Decision { Ordinary, Admission, Recognition, Deletion, Expulsion, Election }
    Step { Proposing, Superior }
    MajorityRule { MoreThan, AtLeast }
    VoteMethod { Secret, Card }
    Comparison { AtLeast, AtMost, MoreThan, LessThan, Equals, Differs }
    Sureness { Read, Secondary, Weak, Inferred, Chosen }
    AbsenceReason { NotRead, NoRule }
    ReadmissionChance { Never, From }
    FigureUnit { Percent, Count, Dong }
    InputCode {
        Empty, TooLong, NotAnIdentifier, NotADate, NotATime, NotANumber, OutOfRange, UnknownChoice,
        UnknownId, Duplicate, Contradiction, DateOrder, Cycle, DecomposedText,
        ControlCharacter, NotJson,
    }
    TableProblemCode {
        UnknownTable, MissingTable, DuplicateTable, TooMany, ByteOrderMark, Semicolons,
        MissingColumn, UnknownColumn, DuplicateColumn, RaggedRow, NotUtf8, DecomposedText,
        ControlCharacter, Empty, TooLong, NotAnIdentifier, NotADate, NotATime, NotANumber, OutOfRange,
        UnknownChoice, UnknownId, Duplicate, TwoCells, Contradiction, DateOrder, Cycle, NotOfCell,
        MissingMember, Forbidden, NoRule,
    }
}

// ---- the stateless questions

objects! {
    WorkingDayInput { from, days, calendar }
    OrganizationFormInput {
        full_members, probationary_members, setting, strengthened_leadership = _,
        consent_to_stay_cell = _,
    }
    CellCommitteeInput { full_members }
    StandingCommitteeInput { committee_members }
    ExtraAppointeesInput { fixed_by_congress, tier }
    PlacementInput { kind, parent }
    VoteBaseInput {
        body, full_members, elsewhere_absent = _, exempted_absent = _, suspended = _,
        excused_throughout = _,
    }
    RequiredVotesInput { base, decision, step }
    TallyInput { base, decision, step, yes, no = _, abstained = _, method }
    MajorityInput { base, numerator, denominator, rule }
    AttendanceRow {
        organization, present_in_person = _, present_online = _, excused = _, unexcused = _,
        exempted = _, suspended = _, away_temporarily = _,
    }
    AttendanceInput { counting, rows }
    MeetingCalendarInput {
        body, from, to, pattern, months = _, holidays, weekends, thematic, in_clusters = _,
        starts_at, minutes, exceptions = _,
    }
    MeetingDeadlinesInput { meets_on, notice_on, documents_on, result_on, counting, on }
    OnlineMeetingInput { members, exempted = _, suspended = _, cannot_gather, reason }
    PlanFulfilmentInput { planned, achieved, decimals }
    PlansShownAsInput { achieved, shown }
    PortfolioProject { project, package_value, contract_value, quality_met, completed_early_days = _ }
    PortfolioInput { projects }
    AdmissionAgeInput { born_on, considered_on, special_consent }
    CeremonyDueInput { decision_on, received_on, ceremony_on }
    RecognitionDueInput { ceremony_on, cell_met_on }
    PartyAgeGap { from, to }
    PartyAgeInput { decision_on, gaps = _, on }
    BadgeDiscipline { measure, on }
    BadgeInput { decision_on, gaps = _, years, died_on, gravely_ill, discipline, on }
    BadgePrizeInput { years, base_salary }
    DeletionGroundInput { year, unpaid_months, with_reason = _ }
    TransferOverdueInput { letter_on, submitted_on, good_reason, on }
    ReadmissionInput { left_on, reason, expunged_on, readmitted_before, on }
    MonthlyDuesInput { payer, party_age_years, exempt, reduction_percent }
    KeptByCellInput { collected }
    RatableInput { standing, admitted_on, on }
    TaskCounts { total, done, on_time, beyond, late }
    TargetCounts { total, reached }
    LevelFacts {
        subject, marks, criteria = _, results, tasks, targets, disciplined,
        subordinate_disciplined, further = ?,
    }
    ExcellentCapInput { eligible, good, rated, reading, share, rounding, group_kind, outstanding }
    FurtherFacts {
        civil_servant_not_completed = _, concluded_degraded = _, subordinates, members, extra = ?,
    }
    RatedPart { rated, lowest }
    ExtraFact { id, value }
    CriterionMark { criterion, mark }
    SheetLevelInput { facts, marks = _, sheet, regime, quarter = _ }
    PlaceInGroup { eligible, good, rated, rank, line, reading, outstanding = _, vote_needed = _ }
    ExplainLevelInput { question, cap }
    CapCandidate { id, marks }
    GroupSubject { id, facts }
    GroupLevelsInput { group, reading, share, rounding, outstanding = _, subjects }
    ApplyCapInput {
        group, reading, share, rounding, group_kind, outstanding, rated, good, candidates, chosen,
    }
    Fraction { numerator, denominator }
    CapTerms { reading, share, rounding, group_kind, outstanding = _ }
    CapSubject { id, own, marks }
    CapWhatIfInput { group, terms, subjects, changes = _, otherwise }
    CapReadingsInput { group, terms, subjects }
    CheapestLegalChangeInput { terms, subjects, excellent }
    MarkCount { marks, count }
    RollUpUnit { id, parent, outstanding = _ }
    RollUpGroup { unit, not_completed, completed, good, eligible = _, eligible_unranked = _ }
    RollUpInput { reading, units, groups }
}

reads! {
    CalendarFeed { name, product, domain, stamped_at, events }
    CalendarEvent {
        id, sequence, modified_at, on, starts_at, minutes, summary, description = _, location = _,
        url, categories = _, status, alarm_minutes,
    }
}

tagged! {
    MeetingPattern {
        DayOfMonth { day, short_month },
        WeekdayOfMonth { place, weekday },
        LastDay {},
    }
    ThematicMeetings {
        Combined { months },
        Separate { months, pattern },
    }
    MeetingException {
        Moved { nominal_on, to },
        Dropped { nominal_on },
    }
    Payer {
        Insured { salary },
        OnAllowance { allowance },
        Pensioner { pension },
        Student {},
        Uninsured { region },
        UninsuredRetired { region },
        MeritAllowance { allowance },
        AbroadOnStateFunds { allowance },
        AbroadOther { amount },
    }
}

writes! {
    WorkingDay { date }
    OrganizationForm { kind, party_groups }
    CellCommittee { committee, committee_most }
    StandingCommittee { most }
    ExtraAppointees { most }
    Placement { allowed }
    VoteBase { base }
    RequiredVotes { required }
    Tally { required, carried, missing, open, still_possible }
    Majority { required }
    OrganizationAttendance { organization, attended, expected, reaches_aim }
    AttendanceSummary { attended, expected, share_shown, reaches_aim, by_organization }
    PlannedMeeting {
        kind, thematic_part, nominal_on, held_on, moved_by, holiday, out_of_month, starts_at,
        minutes,
    }
    LackingPeriod { from, to, meetings }
    MeetingRequirement { required, months, least, periods, lacking }
    MeetingCalendar { meetings, requirements }
    MeetingObligation { duty, due_on, state }
    MeetingDeadlines { obligations }
    OnlineMeeting { allowed, base, required, pilot }
    PlanFulfilment { numerator, denominator, shown, reached }
    PlansShownAs { least, most }
    Portfolio { bids, package_value, contract_value, saving, quality_met, completed_early }
    AdmissionAge { years, months, within_limits }
    CeremonyDue { by, late }
    RecognitionDue { recognized_on, consider_by, late }
    NextBadge { years, reached_on, round }
    PartyAge { years, months, days, next_badge }
    Badge { reached_on, round, earliest_on, entitled, posthumous }
    BadgePrize { amount }
    DeletionGround { months, procedure_may_start }
    TransferOverdue { last_day, overdue, deletion }
    Readmission { possible, from, now }
    MonthlyDues { amount }
    KeptByCell { kept, sent }
    Ratable { rated }
    SheetGroupScore { group, score, most }
    SheetLevelValue {
        sheet, score, groups, by_score, by_conditions, lowered, level, absent = ?,
    }
    LevelStep { parent, kind, of = ?, level = ?, holds = ?, measured = ?, most = ?, points = ?, ground = ?, vi, en }
    NeededFact { fact, of = ?, comparison = ?, required = ?, rule = ?, citation = ?, vi, en }
    LeastChange { kind, of = ?, amount, level, needs = ?, vi, en }
    LevelExplanation { level, own, steps, raises, lowers }
    LevelValue { level, by_score, by_conditions }
    ExcellentCap { allowed }
    CapOutcome { group, allowed, excellent, demoted, vote_needed, seats }
    LevelChange { id, from, from_vote, to, to_vote }
    CapWhatIf { before, after, changed }
    CapReadingLine { reading, outcome, changed }
    CapReadings { against, readings }
    StepDown { cost, certain, tied, of_tied, limit }
    MoreGood { cost, limit }
    CheapestLegalChange { legal, listed, limit, room, cost, step_down, more_good }
    SubjectLevel { id, own, level }
    GroupLevels { levels, rated, cap }
    RollUpTotals { rated, not_completed, completed, good, excellent, demoted, vote_needed, seats }
    RollUpLine { unit, allowed, totals }
    RollUp { units, totals }
}

// ---- the order of ratings and their procedure

words! {
    TiePolicy { Vote, OrderByCriterion }
}

objects! {
    WeightedCriterion { weight, most }
    ShareCap { share, reading, rounding }
    ScoreSheet { criteria, excellent_from, good_from, completed_from, disciplined, cap, ties }
}

words! {
    RatingWait { StateRating, Return, CompetentBody }
    NotRatedReason {
        Exempted, Suspended, NewMember, RatedWithSuccessor, EndedWithoutSuccessor, EndedEarlier,
    }
    EvaluatedKind { Collective, Leader, OtherIndividual, Member }
    EvaluationStepState { Done, Current, Missing, NotYet, NotNeeded }
    EvaluationFindingCode {
        OutOfOrder, BeforeProposal, NotCompetent, DecidedTwice, BeforeDecision, BeforeNotice,
        WithoutComplaint, ReviewTooShort,
    }
    DecidedLevelState { Decided, Cancelled, DecidedAgain }
}

objects! {
    PlanOrganization { id, kind, parent, ended_on, successor }
    CellMove { from, on }
    PlanPerson {
        id, cell, moves = _, posts = _, standing, admitted_on, civil_servant = _, state_rated_on,
        absent = _, returns_on, competent_body,
    }
    RatingPlanInput { year, on, organizations = _, persons = _, moved, ended }
    EvaluationFact { on, event }
    EvaluationDue { step, on }
    ReviewMeeting { days, provincial_standing_committee = _ }
    EvaluationProcedureInput {
        subject, year, facts = _, without_residence_opinion = _, review_meeting, due = _,
        previous = _, on,
    }
}

tagged! {
    EvaluationEvent {
        SelfReviewed {},
        SelfScored { marks, level },
        ResidenceHeard {},
        Commented {},
        Voted { level, base, yes },
        Proposed { level },
        Decided { level, by },
        Notified {},
        Complained {},
        Upheld {},
        Cancelled {},
        Supplemented {},
        Archived {},
    }
}

writes_tagged! {
    PlanSubject {
        Organization { id },
        Member { id },
    }
}

writes! {
    PlannedRating {
        subject, round, reviewed_in, decided_by, comments_from, waits_for, earliest_on,
    }
    NotRatedLine { subject, reason, successor, grounds }
    RatingPlan { ratings, not_rated }
    EvaluationStepLine { step, state, done_on, due_on, late, by }
    EvaluationFinding { code, on, ground }
    LevelSince { from, state, level }
    LevelVote { on, level, base, yes, required, carried }
    UnknownRule { parameter, reason }
    EvaluationProcedure {
        steps, next, next_by, missing, findings, levels, level, proposed, votes, decided_by,
        forms, kept_from, removal_considered, unknown,
    }
}

// ---- calibration, published tables and the smaller questions of evaluation

words! {
    CalibrationMeasure { GroupSelfMarks, GroupFinalMarks, GroupDifference, RowDifference }
    CalibrationStage { SelfScored, Proposed, Decided }
    LineVoteState { Settled, StillTied, NotOnTied, NotCarried, LeftOpen }
    OutlierSide { Above, Below }
    PeriodState { NotOver, Due, Rated, IntoYear, NoRuleKnown }
}

objects! {
    CalibrationRow {
        id, group, self_marks, self_level, votes, proposed_level, final_marks, final_level,
    }
    ProposalVotes { in_favour, cast }
    CalibrationInput { rows, rule, multiple, least_marks, least_size }
    CountedRow { name, counts }
    SuppressedTableInput { columns, rows, least, zeros }
    PeriodRating { period, marks, level }
    QuarterlyRatingInput { year, term_ends_on, asked_on, ratings = _, on }
    ScoredItem {
        id, marks, assigned, done, quality_failures = _, objective_quality_failures = _, delays = _,
        objective_delays = _,
    }
    TaskScoreInput { items, floor }
    YearLevel { year, level }
    ConsecutiveLevelsInput { years, unrated }
}

writes! {
    ExactNumber { numerator, denominator }
    MarksSummary {
        mean, median, least, most, range, lower_quartile, upper_quartile, deviation,
    }
    StageLevels { excellent, good, completed, not_completed, unknown }
    StageMoves { raised, same, lowered }
    VotesSummary { rows, in_favour, cast }
    CalibrationSummary {
        rows, self_marks, final_marks, difference, marks_moved, self_levels, proposed_levels,
        final_levels, self_to_final, proposed_to_final, votes,
    }
    CalibrationGroup { group, summary }
    OutlierFences { measure, compared, median, lower, upper }
    CalibrationOutlier { measure, group, id, value, side }
    Calibration { overall, groups, fences, outliers }
    PublishedRow { name, counts, total }
    SuppressedTable { columns, rows, totals, total, suppressed }
    PeriodLine { period, ends_on, state, marks, level }
    QuarterlyRating { periods, due }
    ItemScore { id, quality, progress, left }
    TaskScore { items, marks, assigned, done, quality, progress, left }
    YearsInRow { from, to, years }
    YearRegime { year, instrument }
    ConsecutiveLevels { considered, unclear, current, rows, gaps, regimes }
}

// ---- elections, terms, closing and powers of organizations

words! {
    ElectedBody {
        Committee, StandingCommittee, InspectionCommittee, Secretary, DeputySecretary, Delegates,
        Alternates,
    }
    ClosureKind { Dissolution, Disbanding }
    PowersSuperior { Provincial, CentralRun, Other }
    ClosingCommittee { Establishing, OneLevelFurtherUp }
    DueState { Open, Overdue, InTime, Late }
    CongressDuty { Announce, Report, Confirm, HandOver }
    CongressForm { Delegates, Members }
    ExtraordinaryNeed { Reason, Request, SuperiorConsent }
}

objects! {
    ElectionCandidate { id, votes, party_age_from }
    ElectionInput { body, summoned, seats, alternates = _, ballot, ballots_cast, candidates }
    ClosureInput { closed_on, by, settled_on, on }
    CommitteeVote { base, yes }
    DisbandingInput { proposing, deciding }
    TermInput { kind, first_day, first_term = _, fixed_last_day, on }
    CongressDeadlinesInput {
        opens_on, announced_on, closed_on, reported_on, complaint = _, confirmed_on,
        handed_over_on, on,
    }
    CommitteeBallot { base, yes, method }
    SubordinateRequests { organizations, asking }
    ExtraordinaryCongressInput { reason, committee, subordinates, superior_agrees = _ }
    SigningAfterElectionInput { post, elected_on, confirmed_on, on }
    MandateEndInput { insured_from, on }
    CongressStepsInput { form }
    CommitteeTransferInput { elected_members, transferred }
    ReappointmentInput { ballot, voted_on, committee, on }
    DelegatedPowersInput { members, power }
}

tagged! {
    AskedPower {
        AboveGrassrootsCommittee { superior, legal_person, grassroots_organizations },
        AboveGrassrootsPowers { superior, central_body, member_units, levels },
        AdmitAndExpel { levels },
        FullTimeOfficer {},
    }
}

writes! {
    ElectionTie { among, seats, alternates }
    Election {
        required, elected, alternates, not_elected, ties, seats_left, another_ballot,
        superior_appoints, surplus_allowed, secret_ballot,
    }
    Closure { decided_by, due_on, state }
    CommitteeVoteOutcome { required, carried }
    Disbanding { proposal, decision, disbanded }
    Term { months, last_day, over }
    CongressObligation { duty, due_on, state }
    CongressDeadlines { obligations }
    ExtraordinaryCongress { allowed, missing, votes_required, requests_required }
    SigningAfterElection { may_sign, from }
    MandateEnd { ends_on, ended, decision_needed }
    CongressSteps { steps }
    CommitteeTransfer { most, further_up }
    Reappointment { restricted, from, committee, allowed }
    DelegatedPowers { possible, pilot }
}

// ---- documents

words! {
    DocumentKind {
        Resolution, Directive, Regulation, Guide, Decision, Conclusion, Plan, Report, Programme,
        OfficialLetter, Other,
    }
    DocumentPart { Number, Title, Issuer, Field, Body }
}

objects! {
    Document {
        id, number, kind, title, issuer, signed_on, in_force_from, in_force_to, replaces = _,
        field, rules = _, tasks = _, body,
    }
    SearchInput { text, limit, offset = _, kind, issuer, field, year, in_force_on }
    DocumentSearchInput { documents, search }
    DocumentStatusInput { documents, document, on }
}

writes! {
    MatchedPlace { part, start, length }
    Snippet { start, text }
    DocumentHit { document, score, places, snippet }
    DocumentHits { total, hits }
}

writes_tagged! {
    DocumentStatus {
        NotYet { from },
        InForce { from },
        Expired { last_day },
        Replaced { by, from, latest },
    }
}

// ---- how a meeting is held and votes

words! {
    VoteState { Carried, Lost, Open }
    BallotResult { Carried, Lost, NoQuorum, Tie, Open }
    QuorumCount { Present, VotesCast, YesAndNo }
    TieBreaker { Chair, DeputyChair, Other }
    RollMembership { Full, Probationary, Temporary }
    CellMeeting { Monthly, Thematic }
    MeetingPhase { Preparation, Opening, Conduct, Closing }
    ScoreOrigin { Given, Computed, ByPolicy, NotScored }
}

objects! {
    VoteProgressInput { base, decision, step, method, yes, no = _, other = _, spoiled = _ }
    BallotQuorum { counted, threshold }
    BallotInput {
        members, in_office, present, yes, no, abstained = _, spoiled = _, still_to_vote = _,
        threshold, quorum, tie,
    }
    RollMember { id, membership, standing }
    RollCallInput { starts_at, ends_at, roll_at, at, counting, members, events = _ }
    RollCounts {
        present_in_person = _, present_online = _, excused = _, unexcused = _, exempted = _,
        suspended = _, away_temporarily = _, unmarked = _, temporary_present = _,
    }
    ExcusedStreakInput { presences, counting }
    MeetingPresence { on, presence }
    AbsentMonthsInput { year, meetings }
    MeetingDurationInput { with_thematic_part = _, members, minutes, longer }
    GivenMarks { part, hundredths }
    PreviousResolution { planned, done }
    MeetingScoreInput {
        minutes, minutes_required, roll, attendance_counting, longest_excused_streak, speakers,
        present, previous, without_previous, given,
    }
    MeetingFormInput { meeting }
    DocumentNumberInput { kind, body, before, on, place }
}

tagged! {
    CountedBase {
        Number { value },
        Counts { counts },
    }
    BallotBase {
        AllMembers {},
        InOffice {},
        Present {},
        VotesCast {},
        ValidVotes {},
        YesAndNo {},
        Number { value },
    }
    BallotThreshold {
        Share { of, numerator, denominator, rule },
        Votes { votes },
    }
    TieRule {
        Lost {},
        CastingVote { by, in_favour },
    }
    RollEvent {
        Joined { member, at, online },
        Left { member, at },
        Excused { member, cause },
        Unexcused { member },
    }
}

writes! {
    VoteProgress { base, required, missing, open, state, reported_even_if_lost }
    BallotMeasure { base, required, counted, met }
    Ballot { result, majority, missing, quorum, tie_breaker }
    RollSpan { from, to, online }
    RollLine {
        member, presence, cause, spans, minutes, late_minutes, left_early_minutes, present_now,
        in_base, may_vote_now,
    }
    RollQuorum { at, base, present, reached }
    QuorumGap { from, to }
    RollCall { members, counts, quorum, without_quorum }
    ExcusedStreak { longest, current, within_limit }
    AbsentMonths { months, procedure_may_start }
    MeetingDuration { required, enough, short_by, other_reading, readings_differ }
    PartMarks { part, hundredths, most, origin }
    GroupMarks { group, hundredths, most, parts }
    MeetingScore { groups, hundredths, most, meeting_class }
    MeetingFormStep { step, phase, by }
    MeetingForm { steps }
    DocumentNumber { number, symbol, dated }
}

// ---- tasks, targets and oversight

words! {
    TaskChange { Extended, Returned }
    TaskQuality { Below, Met, Beyond }
    TaskState { Open, Reported, Extended, Late, Done, DoneLate }
    TargetDirection { HigherIsBetter, LowerIsBetter }
    TargetResults { Added, Latest }
    WholeRounding { Down, HalfUp, Up }
    TargetCourse { Better, Same, Worse }
    PortfolioGrouping { Year, Owner }
    ComplainedMeasure { Reprimand, Warning, Dismissal, Expulsion }
    ComplaintObstacle { TooLate, NoPower, SkipsLevel, OnBehalf }
    DenouncedSubject { Organization, Member }
    MatterStep { Received, Assigned, SolutionProposed, Coordinated, Resolved, PassedOn }
}

tagged! {
    TaskProgress { Share { hundredths }, Count { done, of } }
    TaskHolder { Member { member }, Organization { organization } }
    TargetAmount { Number { count }, Value { dong }, Share { part, whole } }
    ForecastBasis { Linear {}, LastYear { by_then, total }, LastMonths { months } }
    SupervisingBody { Cell { committee, members }, AboveCell {} }
}

objects! {
    TaskReport { on, progress }
    TaskTerm { change, on, due_on }
    AssignedTask { given_on, due_on, terms = _, reports = _, done_on, quality }
    TaskStateInput { task, working_days = _, on }
    HeldTask { id, holders, task }
    TaskSummaryInput { tasks, members = _, decimals, on }
    TargetResult { on, amount }
    ForecastInput { basis, rounding }
    TargetProgressInput {
        plan, direction, reading, results, compared, forecast, decimals, on,
    }
    PlacedProject { year, owner, project }
    PortfolioRowsInput { by, projects, decimals }
    AnswerDueInput { level, received_on, answered_on, reason_given = _, on }
    InformationDueInput { informed_on, on }
    ComplaintOnDisciplineInput {
        measure, decided_by_central = _, decision_received_on, complained_on, sent_to,
        on_behalf = _, skips_level = _,
    }
    DenunciationDeadlineInput { level, team_formed_on, extended_days, closed_on, on }
    DenunciationHandledInput { subject, content, anonymous = _ }
    MatterEvent { step, on, body, due_on }
    MatterProgressInput {
        events, beyond_level = _, needs_coordination = _, answer_level, on,
    }
    SupervisionModesInput { body }
    DoneInspectionStep { step, on }
    InspectionStepsInput { committee, done = _, on }
    AssetControlInput { level }
}

writes! {
    TaskStanding { state, due_on, days_left, days_over, progress, completed_well }
    TaskTotals {
        open, reported, extended, late, done, done_late, counts, done_shown, on_time_shown,
        beyond_shown,
    }
    TaskRow { holder, totals }
    TaskSummary { totals, rows, without_task }
    TargetTrend { course, numerator, denominator }
    TargetForecast { whole, numerator, denominator, rounded, reaches }
    NeededPace { remaining, days_left, in_thirty_days }
    TargetProgress { achieved, shown, reached, trend, forecast, needed }
    PortfolioRow { year, owner, sums, saving_shown, quality_shown }
    PortfolioRows { rows, total }
    AnswerDue { due_on, state, working_days_over, reason_missing }
    InformationDue { due_on, overdue }
    ComplaintOnDiscipline {
        taken_up, obstacles, last_day, last_level, at_last_level, measure_obeyed,
    }
    DenunciationDeadline { due_on, latest_on, extension_allowed, state }
    DenunciationHandled { handled, stages }
    MatterProgress {
        step, ended, beyond_competence, due_on, state, days_over, missing, next, in_charge,
    }
    SupervisionModes { modes }
    InspectionStepLine { step, done_on }
    InspectionSteps { steps, next, missing, in_order }
    AssetControl { controls }
}

// ---- the record

objects! {
    RollEntry { member, presence }
    FeedRequest {
        organization, member, from, to, name, product, domain, stamped_at, language = _,
        alarm_minutes,
    }
    AgendaItem { number, title, presenter = ? }
    MeetingPaper { title, document = ? }
    VoteTotals { base, yes }
    Event { sequence, recorded_on, fact }
    SplitShare { organization, members = _, organizations = _, posts = _ }
    PostHolder { member, post }
    OldFigure { organization, value }
    Destination { member, to }
    DistrictYearRequest { organization, year, judged_on }
}

tagged! {
    Command {
        RegisterOrganization { id, kind, parent, name, code, sector, village = _, purpose, on },
        FoundOrganization {
            id, kind, parent, name, code, sector, village = _, purpose, on, decision, members,
            strengthened_leadership = _, consent_to_stay_cell = _,
        },
        AssignPost { organization, member, post, from, to, manner },
        Reorganize {
            decision, signed_on, decided_by, on, acts, strengthened_leadership = _,
            consent_to_stay_cell = _, stated = _,
        },
        SetTerm { organization, number, from, to },
        SettleClosure { organization, on },
        EndPost { organization, member, post, on },
        RegisterMember {
            id, name, sex, born_on, cell, on, decision_on, admitted_on, recognized_on, sector,
            religious,
        },
        AdmitMember {
            id, name, sex, born_on, cell, considered_on, votes, decision_on, received_on,
            ceremony_on, special_consent = _, sector, religious,
        },
        RecognizeMember { member, considered_on, votes },
        TransferMember { member, to, on },
        ChangeStanding { member, standing, from, to },
        EndMembership { member, on, reason },
        ScheduleMeeting { id, organization, kind, on, minutes },
        CallRoll { meeting, entries },
        ActOnMeeting { meeting, on, by, act },
        ActOnTask { task, on, by, act },
        ActOnMatter { matter, on, by, act },
        ActOnInspection { inspection, on, by, act },
        ActOnEvaluation { year, subject, on, by, act },
        RegisterDocument { document },
        SetTarget { id, organization, year, indicator, planned },
        PlanTarget { id, organization, year, indicator, plan, direction, reading },
        ReportTarget { target, on, amount },
        RecordResult { target, on, achieved },
        RateOrganization { organization, year, facts, peer_group = ? },
        RateMember { member, year, facts, peer_group = ?, unit_led = ? },
        RecordAdoption { member, on, installed, logged_in, used },
        RecordProject {
            id, organization, name, bid_on, package_value, contract_value, quality_met,
            completed_early_days = _,
        },
    }
    Fact {
        OrganizationEntered {
            id, kind, parent = ?, name, code = ?, sector, village, purpose = ?, on, decision = ?,
        },
        PostTaken { organization, member, post, from, to = ?, manner = ? },
        Reorganized { decision, signed_on, decided_by = ?, on, acts },
        TermSet { organization, number, from, to },
        ClosureSettled { organization, on },
        PostLeft { organization, member, post, on },
        MemberEntered {
            id, name, sex, born_on, cell, on, decision_on = ?, admitted_on, recognized_on = ?, sector,
            religious = ?, admitted_here,
        },
        MemberRecognized { member, from, considered_on },
        MemberMoved { member, to, on },
        StandingChanged { member, standing, from, to = ? },
        MembershipEnded { member, on, reason },
        MeetingScheduled { id, organization, kind, on, minutes = ? },
        RollCalled { meeting, entries },
        MeetingActed { meeting, on, by = ?, act },
        TaskActed { task, on, by = ?, act },
        MatterActed { matter, on, by = ?, act },
        InspectionActed { inspection, on, by = ?, act },
        EvaluationActed { year, subject, on, by = ?, act },
        DocumentEntered { document },
        TargetSet { id, organization, year, indicator, planned },
        TargetPlanned { id, organization, year, indicator, plan, direction, reading },
        TargetReported { target, on, amount },
        ResultRecorded { target, on, achieved },
        OrganizationRated { organization, year, facts, peer_group = ? },
        MemberRated { member, year, facts, peer_group = ?, unit_led = ? },
        AdoptionRecorded { member, on, installed, logged_in, used },
        ProjectRecorded {
            id, organization, name, bid_on, package_value, contract_value, quality_met,
            completed_early_days,
        },
    }
    OrganizationAct {
        Found {
            id, kind, parent = ?, name, code = ?, sector, village = _, purpose = ?, members = _,
            posts = _,
        },
        Merge { from, into },
        Split { from, into, continues = _ },
        Move { organization, parent },
        ChangeKind { organization, kind },
        Rename { organization, name = ?, code = ? },
        Dissolve { organization, members = _ },
        Disband { organization, members = _, proposing, deciding },
        EndTier { kind },
    }
    MeetingAct {
        Arrange {
            at = ?, minutes = ?, place = ?, link = ?, topic = ?, chair = ?, secretary = ?, guests = _,
        },
        Postpone { to, reason },
        Cancel { reason },
        Notify { text = ? },
        SetAgenda { items },
        ProvidePapers { papers },
        Draft { text },
        Contribute { id, kind, text, item = ? },
        Settle { contribution, accepted, reason = ? },
        Answer { contribution, text },
        Excuse { member, reason },
        Open { at },
        Arrive { member, at, online },
        Leave { member, at },
        Speak { member, item = ? },
        Vote { number, question, decision, method, base = ?, yes, no, abstained },
        Minute { text },
        Close { at },
        Resolve { number, title, text, vote = ? },
        Score { given },
        Publish { document = ? },
    }
    TaskAct {
        Assign { organization, title, measure = ?, persons, meeting = ?, due_on },
        Report { percent, text = ? },
        Extend { due_on, reason },
        Complete { quality },
        Return { reason },
        Drop { reason },
    }
    MatterAct {
        Receive { organization, received_by, kind, title, due_on = ? },
        Assign { to, due_on = ? },
        Propose { text },
        Coordinate { bodies },
        Resolve { text },
        PassOn { to, reason },
    }
    InspectionAct {
        Plan { organization, work, title, subject = ?, member = ?, from, to },
        Approve { decision = ? },
        Announce { text = ? },
        SelfReport { text },
        DraftResult { text },
        Discuss { base, yes },
        Conclude { finding, text },
        Archive { place },
        Drop { reason },
    }
    EvaluationAct {
        SelfReview { text },
        SelfScore { marks = ?, level = ? },
        ResidenceOpinion { text },
        SkipResidenceOpinion { reason },
        Comment { text },
        HoldReview { days, provincial_standing_committee = _ },
        Vote { level, meeting = ?, vote = ?, base = ?, yes = ? },
        Propose { level },
        NameBody { body },
        Decide { level, body = ?, decision = ? },
        Notify { text = ? },
        Complain { text },
        Uphold { reason },
        Cancel { reason, decision = ? },
        SupplementDossier { text = ? },
        Archive { place },
        SetDue { step, due_on },
        Defer { wait, until = ? },
        Resume { wait },
    }
    LevelSubject {
        Organization { id },
        Member { id },
    }
    RecordQuestion {
        Organization { id },
        Member { id },
        Subtree { id },
        Attendance { id, from, to, counting },
        Tree { id },
        Members { id },
        Posts { id },
        Lineage { id, from },
        Review { id },
        Obligations { id },
        Restated { from, figures },
        MemberFlows { id, from },
        Meeting { id, asker },
        Calendar { id, from, to },
        MemberCalendar { id, from, to },
        Monitor { id, year, month, asker },
        Tasks { id, member, meeting, asker },
        Matters { id, asker },
        Inspections { id, asker },
        Targets { id, year, asker },
        Feed { request },
        Absences { id, year, asker },
        Documents { search },
        Document { id },
        Evaluation { subject, year, asker },
        Evaluations { id, year, asker },
        Calibration { id, year, asker },
        Level { subject, year },
        LevelExplained { subject, year, asker },
        Levels { id, year, asker, offset, limit },
        LevelsReadOtherwise { id, year, terms, asker, offset, limit },
    }
}

writes! {
    PostAnswer { member, post, from }
    HeldPost { organization, post }
    OrganizationAnswer {
        id, name, code, kind, sector, path, children, full_members, probationary_members, posts,
        form,
    }
    MemberAnswer {
        id, name, cell, full, standing, admitted_on, recognized_on, ended, posts,
    }
    LevelExplained {
        rule_book, subject, year, judged_on, sight, rated, rated_as, unit_led = ?, explained, cap,
        line_vote = ?,
    }
    PublishedStage { stage, excellent, good, completed, not_completed, unknown }
    PublishedRatings { organization, name, rated, stages, self_marks, final_marks }
    PublishedCalibration { organizations, left_out }
    CalibrationAnswer { rule_book, organization, year, judged_on, sight, ratings, published }
    LineVotes { id, yes, tied }
    LineBallot { on, meeting, base, counts, votes }
    LineVote { state, chosen, ballots }
    LevelAnswer { rule_book, level, rated, rated_as, own, cap, line_vote = ? }
    EvaluationAnswer {
        sight, subject, year, reviewed_in, procedure, next_body, self_marks, self_level, comments,
        waits_for, computed, vote_needed, differs,
    }
    EvaluationStepCount { step, count }
    EvaluationLine {
        subject, round, reviewed_in, next, next_by, next_body, missing, overdue, level, state,
        waits_for, earliest_on,
    }
    EvaluationsAnswer {
        sight, organization, year, rated, not_rated, not_started, decided, cancelled, finished,
        late, waiting, policies, steps, lines,
    }
    LevelTotals { organizations, members }
    LevelLine { organization, member, name, rated_as, own, missing = ?, level, vote_needed, cap }
    PublishedLevels {
        organization, name, members, rated, excellent, good, completed, not_completed, unknown,
    }
    LevelsAnswer {
        rule_book, organization, year, judged_on, sight, totals, published, policies, caps, lines,
        line_count, next,
    }
    LevelChangeLine { organization, member, name, from, to }
    LevelsReadOtherwise {
        rule_book, organization, year, judged_on, sight, before, after, raised, lowered, votes,
        policies, lines, line_count, next,
    }
    TreeLine { id, name, kind, code, parent, full_members, probationary_members }
    MemberLine { id, name, cell, full, standing }
    PostLine { organization, member, name, post, from, to, manner }
    StageLine { from, name, kind, code, parent }
    HeirLine { organization, name, whole }
    LostLine { organization, name, on, closing, decision }
    StepLine { from, to, on, whole, decision }
    LineageAnswer {
        id, began, ended, closing, stages, heirs, lost, steps, forebears, came_by,
    }
    RestatedLine { organization, name, value, from }
    UnclearLine { organization, value, reason, heirs }
    RestatedAnswer { restated, unclear }
    MemberFlow { from, to, members }
    MeetingArrangement { at, minutes, place, link, topic, chair, secretary, guests }
    MeetingChange { changed_on, from, to, reason }
    ContributionLine {
        id, by, on, kind, text, item, accepted, reason, answer, answered_on,
        answer_due,
    }
    MeetingPreparation {
        notified_on, agenda, papers, papers_on, draft, drafted_on, contributions, changes,
    }
    ExcuseLine { member, reason, on }
    MovementLine { at, member, came, online }
    MeetingRoll {
        opened_at, closed_at, minutes, concerned, present, entries, excuses, movements, speakers,
        vote_base,
    }
    MeetingVoteLine { number, question, decision, method, base, yes, no, abstained, tally }
    ResolutionLine { number, on, title, text, vote }
    MeetingOutcome { minutes, resolutions, published_on, document }
    MeetingItemLine { step, item, done, due, late }
    MeetingAnswer {
        id, organization, kind, sight, stage, announced_on, on, arrangement, preparation, roll,
        votes, outcome, score, deadlines, items,
    }
    CalendarLine {
        meeting, organization, name, kind, announced_on, on, at, minutes, place, link, topic,
        stage, sequence,
    }
    MonthlyCounts { on_time, late, not_yet_due, unscheduled, overdue, missed }
    MonthLine { year, month, counts, attended, expected, share_shown }
    MonitorLine {
        organization, name, kind, cells, counts, attended, expected, share_shown, reaches_aim,
        state, on, in_need, help,
    }
    MonitorAnswer {
        organization, year, month, sight, cells, counts, attended, expected, share_shown,
        reaches_aim, in_need, trend, lines, grounds,
    }
    TaskLine {
        id, organization, title, measure, persons, meeting, given_on, due_on, extended, state,
        percent, done_on, quality, completed_well, days_left,
    }
    TasksAnswer { sight, tasks, total, open, overdue, done, on_time, late, beyond }
    MatterLine {
        id, organization, kind, title, received_by, received_on, assigned_to, solution, bodies,
        state, closed_on, due_on, late, days_left, next,
    }
    MattersAnswer { sight, matters, total, open, overdue, resolved, passed_on }
    InspectionLine {
        id, organization, work, title, subject, member, from, to, state, skipped, next, finding,
        overdue,
    }
    InspectionsAnswer { sight, inspections, planned, concluded, overdue }
    AbsenceLine {
        member, meetings, attended, excused, unexcused, longest_excused_row, current_excused_row,
        within_limit, months_unexcused, procedure_may_start,
    }
    AbsencesAnswer { sight, lines, grounds }
    TargetLine { id, organization, indicator, year, plan, direction, progress }
    TargetsAnswer { sight, targets }
    DocumentAnswer { document, status, meetings }
    Remedy { act, kind }
    FindingLine { organization, name, kind, finding, grounds, remedies }
    ReviewAnswer { reviewed, findings }
    Obligation { organization, name, by, duty, due, ground }
}

writes_tagged! {
    Outcome {
        Accepted { events, grounds },
        Refused { grounds },
    }
}

impl ToJson for RecordAnswer {
    fn write(&self, out: &mut Writer) {
        let (names, answer): (_, &dyn ToJson) = match self {
            Self::Organization(answer) => (" Organization answer", answer),
            Self::Member(answer) => (" Member answer", answer),
            Self::Subtree(answer) => (" Subtree answer", answer),
            Self::Attendance(answer) => (" Attendance answer", answer),
            Self::Level(answer) => (" Level answer", answer),
            Self::Evaluation(answer) => (" Evaluation answer", answer),
            Self::Evaluations(answer) => (" Evaluations answer", answer),
            Self::Calibration(answer) => (" Calibration answer", answer),
            Self::LevelExplained(answer) => (" LevelExplained answer", answer),
            Self::Levels(answer) => (" Levels answer", answer),
            Self::LevelsReadOtherwise(answer) => (" LevelsReadOtherwise answer", answer),
            Self::Tree(answer) => (" Tree answer", answer),
            Self::Members(answer) => (" Members answer", answer),
            Self::Posts(answer) => (" Posts answer", answer),
            Self::Lineage(answer) => (" Lineage answer", answer),
            Self::Review(answer) => (" Review answer", answer),
            Self::Obligations(answer) => (" Obligations answer", answer),
            Self::Restated(answer) => (" Restated answer", answer),
            Self::MemberFlows(answer) => (" MemberFlows answer", answer),
            Self::Meeting(answer) => (" Meeting answer", answer),
            Self::Calendar(answer) => (" Calendar answer", answer),
            Self::MemberCalendar(answer) => (" MemberCalendar answer", answer),
            Self::Monitor(answer) => (" Monitor answer", answer),
            Self::Tasks(answer) => (" Tasks answer", answer),
            Self::Matters(answer) => (" Matters answer", answer),
            Self::Inspections(answer) => (" Inspections answer", answer),
            Self::Targets(answer) => (" Targets answer", answer),
            Self::Feed(answer) => (" Feed answer", answer),
            Self::Absences(answer) => (" Absences answer", answer),
            Self::Documents(answer) => (" Documents answer", answer),
            Self::Document(answer) => (" Document answer", answer),
        };
        out.variant(names).next(answer);
    }
}

// ---- the year of a district

writes! {
    RuleBookLine { id, version, overlays, fingerprint }
    NamedOrganization { id, name }
    LevelCounts { rated, not_rated, excellent, good, completed, not_completed, vote_needed }
    CapLine {
        group, organization, name, members, eligible, good, rated, allowed, excellent, demoted, seats,
        vote_needed, line_vote = ?,
    }
    AttendanceLine { organization, name, attended, expected, shown, reaches_aim }
    SizeMisfit {
        organization, name, kind, full_members, probationary_members, fitting_kind, party_groups,
        grounds,
    }
    OrganizationLine { id, name, kind, parent, full_members, probationary_members, level }
    Figure { id, unit, numerator, denominator, shown, grounds }
    DistrictYear {
        rule_book, organization, year, judged_on, figures, organization_levels, member_levels,
        caps, attendance, cells_below_aim, size_misfits, organizations,
    }
}

// ---- the rule book

writes! {
    Overlay { id, body }
    Instrument { id, chain = ?, signed = ?, from, to = ?, replaces = ?, sureness }
    KindRule {
        id, vi, en, from, to = ?, under, grassroots, sized, cell, rule, instrument, clause,
        sureness,
    }
}

// ---- grounds, also to be put into words

objects! {
    Citation { instrument, clause, from, to = ?, sureness, overlay = ? }
    PolicyUsed { rule, parameter, choice, citation }
    Ground { rule, parameter, citation, measured, comparison, required, holds }
}

tagged! {
    Quantity {
        Count { value },
        Share { part, whole },
        Marks { hundredths },
        Days { value },
        WorkingDays { value },
        Months { value },
        Years { value },
        Minutes { value },
        Date { value },
        Dong { value },
        Flag { value },
        Word { value },
    }
}

/// The same for a value of any type.
#[inline(never)]
fn write_verdict(
    value: &dyn ToJson,
    grounds: &[Ground],
    policies: &[PolicyUsed],
    sureness: Sureness,
    out: &mut Writer,
) {
    let mut entries = out.object(names!(value, grounds, policies, sureness));
    entries.next(value);
    entries.next(&grounds);
    entries.next(&policies);
    entries.next(&sureness);
}

impl<T: ToJson> ToJson for Verdict<T> {
    fn write(&self, out: &mut Writer) {
        let Self {
            value,
            grounds,
            policies,
            sureness,
        } = self;
        write_verdict(value, grounds, policies, *sureness, out);
    }
}

// ---- what goes wrong

writes! {
    InputProblem { code, field, value, limit = ? }
    TableProblem { file, line, column = ?, value, code, limit = ?, grounds = ? }
    TableProblems { problems, total }
}

impl ToJson for InputError {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

impl ToJson for HandbookError {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Input(error) => {
                let InputProblem {
                    code,
                    field,
                    value,
                    limit,
                } = &**error;
                let mut entries = out.variant(names!(Input, code, field, value, limit = ?));
                entries.next(code);
                entries.next(field);
                entries.next(value);
                entries.next(limit);
            }
            Self::RuleNotInForce(absent) => {
                let RuleNotInForce {
                    rule,
                    parameter,
                    date,
                    reason,
                } = &**absent;
                let mut entries =
                    out.variant(names!(RuleNotInForce, rule, parameter, date, reason));
                entries.next(rule);
                entries.next(parameter);
                entries.next(date);
                entries.next(reason);
            }
            Self::OutsideRuleBook(outside) => {
                let OutsideRuleBook {
                    date,
                    rule_book,
                    from,
                    to,
                } = &**outside;
                let mut entries = out.variant(names!(OutsideRuleBook, date, rule_book, from, to));
                entries.next(date);
                entries.next(rule_book);
                entries.next(from);
                entries.next(to);
            }
            Self::RuleBook(failed) => {
                let FailedChecks { problems } = &**failed;
                out.variant(names!(RuleBook, problems)).next(problems);
            }
        }
    }
}

writes_tagged! {
    RuleBookProblem {
        UnknownParameter { parameter },
        MissingParameter { parameter },
        Duplicate { id },
        WrongValue { parameter, from },
        ValueOrAbsence { parameter, from },
        Unsourced { parameter, from },
        ForeignChain { id, instrument },
        Gap { parameter, from, to },
        Overlap { id, date },
        DateOrder { id, from },
        UnknownInstrument { id, instrument },
        OutsideInstrument { id, instrument, from },
        UnknownKind { id, under },
        Sheet { parameter, from, at, problem },
        NotLocal { parameter },
    }
}
