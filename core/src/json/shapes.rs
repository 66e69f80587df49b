//! The keys of everything that is read and written.

use super::{ToJson, Writer, names, objects, tagged, words, writes, writes_tagged};
use crate::calendar::{WorkingCalendar, WorkingDay, WorkingDayInput};
use crate::dues::{
    DuesExemption, KeptByCell, KeptByCellInput, MonthlyDues, MonthlyDuesInput, Payer,
};
use crate::error::{AbsenceReason, HandbookError, InputCode, InputError};
use crate::evaluation::{
    ApplyCapInput, CapCandidate, CapOutcome, ExcellentCap, ExcellentCapInput, GroupLevels,
    GroupLevelsInput, GroupSubject, LevelFacts, LevelValue, Ratable, RatableInput, RatedStanding,
    RatedSubject, SubjectLevel, TargetCounts, TaskCounts,
};
use crate::exchange::{TableProblem, TableProblemCode, TableProblems};
use crate::handbook::{
    Closing, Command, Destination, Duty, Event, Fact, Finding, FindingLine, HeirLine, HeldPost,
    LevelAnswer, LevelSubject, LineageAnswer, LostLine, MemberAnswer, MemberFlow, MemberLine,
    Obligation, OldFigure, OrganizationAct, OrganizationAnswer, Outcome, PostAnswer, PostHolder,
    PostLine, RecordAnswer, RecordQuestion, Remedy, RemedyAct, RestatedAnswer, RestatedLine,
    ReviewAnswer, RollEntry, SplitShare, StageLine, StepLine, TreeLine, Unclear, UnclearLine,
    VoteTotals,
};
use crate::meeting::{AttendanceInput, AttendanceRow, AttendanceSummary, OrganizationAttendance};
use crate::member::{
    AdmissionAge, AdmissionAgeInput, Badge, BadgeDiscipline, BadgeInput, BadgeMeasure, BadgePrize,
    BadgePrizeInput, CeremonyDue, CeremonyDueInput, DeletionGround, DeletionGroundInput,
    LeavingReason, NextBadge, PartyAge, PartyAgeGap, PartyAgeInput, Readmission, ReadmissionChance,
    ReadmissionInput, RecognitionDue, RecognitionDueInput, TransferOverdue, TransferOverdueInput,
};
use crate::organization::{
    AppointingTier, CellCommittee, CellCommitteeInput, ExtraAppointees, ExtraAppointeesInput,
    OrganizationForm, OrganizationFormInput, Placement, PlacementInput, Setting, StandingCommittee,
    StandingCommitteeInput,
};
use crate::organization::{
    AskedPower, ClosingCommittee, Closure, ClosureInput, ClosureKind, CommitteeBallot,
    CommitteeTransfer, CommitteeTransferInput, CommitteeVote, CommitteeVoteOutcome,
    CongressDeadlines, CongressDeadlinesInput, CongressDuty, CongressForm, CongressObligation,
    CongressSteps, CongressStepsInput, DelegatedPowers, DelegatedPowersInput, Disbanding,
    DisbandingInput, DueState, ExtraordinaryCongress, ExtraordinaryCongressInput,
    ExtraordinaryNeed, MandateEnd, MandateEndInput, PowersSuperior, Reappointment,
    ReappointmentInput, SigningAfterElection, SigningAfterElectionInput, SubordinateRequests, Term,
    TermInput,
};
use crate::oversight::{
    AnswerDue, AnswerDueInput, AssetControl, AssetControlInput, ComplainedMeasure,
    ComplaintObstacle, ComplaintOnDiscipline, ComplaintOnDisciplineInput, DenouncedSubject,
    DenunciationDeadline, DenunciationDeadlineInput, DenunciationHandled, DenunciationHandledInput,
    DoneInspectionStep, InformationDue, InformationDueInput, InspectionStepLine, InspectionSteps,
    InspectionStepsInput, MatterEvent, MatterProgress, MatterProgressInput, MatterStep,
    SupervisingBody, SupervisionModes, SupervisionModesInput,
};
use crate::quantity::{Comparison, Quantity};
use crate::report::{
    AttendanceLine, CapLine, DistrictYear, DistrictYearRequest, Figure, FigureUnit, LevelCounts,
    NamedOrganization, OrganizationLine, RuleBookLine, SizeMisfit,
};
use crate::rulebook::{Citation, Instrument, KindRule, Overlay, RuleBookProblem, Sureness};
use crate::verdict::{Ground, PolicyUsed, Verdict};
use crate::vote::{
    Decision, ElectedBody, Election, ElectionCandidate, ElectionInput, ElectionTie, Majority,
    MajorityInput, MajorityRule, RequiredVotes, RequiredVotesInput, Step, Tally, TallyInput,
    VoteBase, VoteBaseInput, VoteMethod, VotingBody,
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
    Closing { Merged, Split, Dissolved, Disbanded, TierEnded }
    Unclear { Divided, Lost }
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
        UnknownId, Duplicate, Contradiction, DateOrder, Cycle, DecomposedText, NotJson,
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
        subordinate_disciplined,
    }
    ExcellentCapInput { eligible, good, rated, reading, outstanding }
    CapCandidate { id, marks }
    GroupSubject { id, facts }
    GroupLevelsInput { group, reading, outstanding = _, subjects }
    ApplyCapInput { group, reading, outstanding, rated, good, candidates }
}

tagged! {
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
    LevelValue { level, by_score, by_conditions }
    ExcellentCap { allowed }
    CapOutcome { group, allowed, excellent, demoted, vote_needed, seats }
    SubjectLevel { id, own, level }
    GroupLevels { levels, rated, cap }
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
        SetTarget { id, organization, year, indicator, planned },
        RecordResult { target, on, achieved },
        RateOrganization { organization, year, facts },
        RateMember { member, year, facts },
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
        TargetSet { id, organization, year, indicator, planned },
        ResultRecorded { target, on, achieved },
        OrganizationRated { organization, year, facts },
        MemberRated { member, year, facts },
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
        Level { subject, year },
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
    LevelAnswer { level, rated, own, cap }
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
            Self::Tree(answer) => (" Tree answer", answer),
            Self::Members(answer) => (" Members answer", answer),
            Self::Posts(answer) => (" Posts answer", answer),
            Self::Lineage(answer) => (" Lineage answer", answer),
            Self::Review(answer) => (" Review answer", answer),
            Self::Obligations(answer) => (" Obligations answer", answer),
            Self::Restated(answer) => (" Restated answer", answer),
            Self::MemberFlows(answer) => (" MemberFlows answer", answer),
        };
        out.variant(names).next(answer);
    }
}

// ---- the year of a district

writes! {
    RuleBookLine { id, version, overlays }
    NamedOrganization { id, name }
    LevelCounts { rated, not_rated, excellent, good, completed, not_completed, vote_needed }
    CapLine {
        group, name, members, eligible, good, rated, allowed, excellent, demoted, seats,
        vote_needed,
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
    InputError { code, field, value, limit = ? }
    TableProblem { file, line, column = ?, value, code, limit = ?, grounds = ? }
    TableProblems { problems, total }
}

impl ToJson for HandbookError {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Input(InputError {
                code,
                field,
                value,
                limit,
            }) => {
                let mut entries = out.variant(names!(Input, code, field, value, limit = ?));
                entries.next(code);
                entries.next(field);
                entries.next(value);
                entries.next(limit);
            }
            Self::RuleNotInForce {
                rule,
                parameter,
                date,
                reason,
            } => {
                let mut entries =
                    out.variant(names!(RuleNotInForce, rule, parameter, date, reason));
                entries.next(rule);
                entries.next(parameter);
                entries.next(date);
                entries.next(reason);
            }
            Self::OutsideRuleBook {
                date,
                rule_book,
                from,
                to,
            } => {
                let mut entries = out.variant(names!(OutsideRuleBook, date, rule_book, from, to));
                entries.next(date);
                entries.next(rule_book);
                entries.next(from);
                entries.next(to);
            }
            Self::RuleBook { problems } => {
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
        NotLocal { parameter },
    }
}
