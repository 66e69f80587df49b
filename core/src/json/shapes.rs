//! The keys of everything that is read.

use super::{FromJson, Json, Misread, reads, tagged, text, words};
use crate::calendar::{WorkingCalendar, WorkingDayInput};
use crate::dues::{DuesExemption, KeptByCellInput, MonthlyDuesInput, Payer};
use crate::error::AbsenceReason;
use crate::evaluation::{
    ApplyCapInput, CapCandidate, ExcellentCapInput, GroupLevelsInput, GroupSubject, LevelFacts,
    RatableInput, RatedStanding, RatedSubject, TargetCounts, TaskCounts,
};
use crate::handbook::{Command, Event, Fact, LevelSubject, RecordQuestion, RollEntry, VoteTotals};
use crate::identifier::{
    KindId, MeetingId, MemberId, OrganizationId, ParameterId, ProjectId, RuleId, TargetId,
};
use crate::meeting::{AttendanceInput, AttendanceRow};
use crate::member::{
    AdmissionAgeInput, BadgeDiscipline, BadgeInput, BadgeMeasure, BadgePrizeInput,
    CeremonyDueInput, DeletionGroundInput, LeavingReason, PartyAgeGap, PartyAgeInput,
    ReadmissionInput, RecognitionDueInput, TransferOverdueInput,
};
use crate::organization::{
    AppointingTier, CellCommitteeInput, ExtraAppointeesInput, OrganizationFormInput,
    PlacementInput, Setting, StandingCommitteeInput,
};
use crate::organization::{
    AskedPower, ClosureInput, ClosureKind, CommitteeTransferInput, CommitteeVote,
    CongressDeadlinesInput, DelegatedPowersInput, DisbandingInput, PowersSuperior,
    ReappointmentInput, TermInput,
};
use crate::quantity::{Comparison, Quantity};
use crate::report::DistrictYearRequest;
use crate::rulebook::{Citation, Sureness};
use crate::verdict::{Ground, PolicyUsed};
use crate::vote::{
    Decision, MajorityInput, MajorityRule, RequiredVotesInput, Step, TallyInput, VoteBaseInput,
    VoteMethod, VotingBody,
};
use crate::vote::{ElectedBody, ElectionCandidate, ElectionInput};
use crate::work::{PlanFulfilmentInput, PlansShownAsInput, PortfolioInput, PortfolioProject};

macro_rules! identifiers {
    ($($id:ty)*) => {$(
        impl FromJson for $id {
            fn read(json: &Json<'_>) -> Result<Self, Misread> {
                Ok(Self::new(text(json)?)?)
            }
        }
    )*};
}

identifiers! { KindId MeetingId MemberId OrganizationId ParameterId ProjectId RuleId TargetId }

// ---- words

words! {
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
}

// ---- the stateless questions

reads! {
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

// ---- elections, terms, closing and powers of organizations

words! {
    ElectedBody {
        Committee, StandingCommittee, InspectionCommittee, Secretary, DeputySecretary, Delegates,
        Alternates,
    }
    ClosureKind { Dissolution, Disbanding }
    PowersSuperior { Provincial, CentralRun, Other }
}

reads! {
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

// ---- the record

reads! {
    RollEntry { member, presence }
    VoteTotals { base, yes }
    Event { sequence, recorded_on, fact }
    DistrictYearRequest { organization, year, judged_on }
}

tagged! {
    Command {
        RegisterOrganization { id, kind, parent, name, code, sector, village = _, on },
        FoundOrganization {
            id, kind, parent, name, code, sector, village = _, on, decision, members,
            strengthened_leadership = _, consent_to_stay_cell = _,
        },
        AssignPost { organization, member, post, from, to },
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
        OrganizationEntered { id, kind, parent, name, code, sector, village, on, decision },
        PostTaken { organization, member, post, from, to },
        PostLeft { organization, member, post, on },
        MemberEntered {
            id, name, sex, born_on, cell, on, decision_on, admitted_on, recognized_on, sector,
            religious, admitted_here,
        },
        MemberRecognized { member, from, considered_on },
        MemberMoved { member, to, on },
        StandingChanged { member, standing, from, to },
        MembershipEnded { member, on, reason },
        MeetingScheduled { id, organization, kind, on, minutes },
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
    LevelSubject {
        Organization { id },
        Member { id },
    }
    RecordQuestion {
        Organization { id },
        Member { id },
        Subtree { id },
        Attendance { id, from, to, counting },
        Level { subject, year },
    }
}

// ---- grounds, to be put into words

reads! {
    Citation { instrument, clause, from, to, sureness, overlay }
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
