//! Every parameter that a formula reads, by the rule that sets it. The values stand in
//! `rules/vietnam.json`; a book that misses one of these does not load.

use std::marker::PhantomData;
use std::sync::Arc;

use super::policy::{
    AgeCounting, AttendanceCounting, CapGroup, CapReading, CapRounding, CapTie, CellInspectionStep,
    CeremonyClock, ComplaintBody, CongressStep, DayCounting, DeductionFloor, DenunciationContent,
    DenunciationStage, DuesRounding, ElectedPost, EndedOrganizationRated, EvaluationRole,
    EvaluationScheme, EvaluationStep, ExtraordinaryReason, Grade, Level, LongMeeting,
    MovedMemberRated, OnlineReason, OutlierRule, OversightLevel, PresenceCounting, RatedPeriod,
    RatingRule, ScorePart, StreakCounting, SupervisionMode, UnratedYear, WithoutPrevious,
    ZeroCounts,
};
use super::sheet::Sheet;
use super::value::{FromValue, ParameterValue, PolicyChoice, choices};
use crate::meeting::step_of;
use crate::quantity::Fraction;

/// A parameter whose value reads as a `T`.
#[derive(Debug)]
pub struct Parameter<T> {
    slot: u16,
    id: &'static str,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Parameter<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Parameter<T> {}

impl<T> Parameter<T> {
    /// The parameter's identifier.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.id
    }

    pub(super) fn slot(self) -> u16 {
        self.slot
    }
}

/// A parameter as the checks on load see it.
pub(super) struct Known {
    pub(super) id: &'static str,
    /// Whether a value is of the right shape, within its limits and, for a word, a known one.
    pub(super) accepts: fn(&ParameterValue) -> bool,
}

/// What holds of every parameter: no number is negative, no share is above the whole, and no
/// list or row is empty.
fn within_limits(value: &ParameterValue) -> bool {
    match value {
        ParameterValue::Count(value) => *value >= 0,
        ParameterValue::Fraction(value) => value.numerator <= value.denominator,
        ParameterValue::Flag(_) | ParameterValue::Choice(_) | ParameterValue::Sheet(_) => true,
        ParameterValue::Counts(values) => {
            !values.is_empty() && values.iter().all(|value| *value >= 0)
        }
        ParameterValue::Table(rows) => {
            !rows.is_empty()
                && rows
                    .iter()
                    .all(|row| !row.is_empty() && row.iter().all(|value| *value >= 0))
        }
        ParameterValue::Words(words) => !words.is_empty(),
        ParameterValue::Marks(marks) => {
            !marks.is_empty() && marks.iter().all(|(_, marks)| *marks >= 0)
        }
    }
}

/// Every number of the list lies in the range.
fn each_in(value: &ParameterValue, least: i64, most: i64) -> bool {
    let ParameterValue::Counts(values) = value else {
        return false;
    };
    values.iter().all(|value| (least..=most).contains(value))
}

/// The list names only words that the formulas know.
fn words_of(value: &ParameterValue, known: &[&str]) -> bool {
    let ParameterValue::Words(words) = value else {
        return false;
    };
    words.iter().all(|word| known.contains(&word.as_str()))
}

/// The list names only words of a closed list.
fn choices_of<C: PolicyChoice>(value: &ParameterValue) -> bool {
    let ParameterValue::Words(words) = value else {
        return false;
    };
    words
        .iter()
        .all(|word| C::CHOICES.iter().any(|(known, _)| known == word))
}

/// Pairs whose first number grows from row to row.
fn growing_pairs(value: &ParameterValue) -> bool {
    let ParameterValue::Table(rows) = value else {
        return false;
    };
    rows.iter().all(|row| row.len() == 2)
        && rows
            .windows(2)
            .all(|pair| matches!(pair, [earlier, later] if earlier.first() < later.first()))
}

/// The list names only steps of a meeting, each with who does it.
fn steps(value: &ParameterValue) -> bool {
    let ParameterValue::Words(words) = value else {
        return false;
    };
    words.iter().all(|word| step_of(word).is_some())
}

/// Rows of numerator, denominator, whether the share must be exceeded, and marks, from the highest
/// share to the lowest, which every share reaches.
fn falling_bands(value: &ParameterValue) -> bool {
    let ParameterValue::Table(rows) = value else {
        return false;
    };
    let in_shape = |row: &Vec<i64>| {
        matches!(row.as_slice(), [numerator, denominator, exceeded, _]
            if (1..=SHARE_MOST).contains(denominator) && numerator <= denominator && *exceeded <= 1)
    };
    let falls = |pair: &[Vec<i64>]| {
        matches!(pair, [higher, lower] if matches!(
            (higher.as_slice(), lower.as_slice()),
            ([above, of, ..], [below, of_lower, ..])
                if i128::from(*above) * i128::from(*of_lower)
                    > i128::from(*below) * i128::from(*of)
        ))
    };
    rows.iter().all(in_shape)
        && rows.windows(2).all(falls)
        && rows
            .last()
            .is_some_and(|row| matches!(row.as_slice(), [0, _, 0, _]))
}

/// A number in the range.
fn count_in(value: &ParameterValue, least: i64, most: i64) -> bool {
    matches!(value, ParameterValue::Count(value) if (least..=most).contains(value))
}

/// A fraction of a denominator up to 100.
fn hundredths(value: &ParameterValue) -> bool {
    matches!(value, ParameterValue::Fraction(value) if value.denominator <= 100)
}

/// Three borders, from the highest to the lowest.
fn three_falling(value: &ParameterValue) -> bool {
    matches!(value, ParameterValue::Counts(values)
        if matches!(values.as_slice(), [high, middle, low] if high > middle && middle > low))
}

/// Rows of three days of the year, each a month and a day.
fn rows_of_days(value: &ParameterValue) -> bool {
    let ParameterValue::Table(rows) = value else {
        return false;
    };
    rows.iter().all(|row| {
        row.len() == 6
            && row.chunks(2).all(|day| {
                matches!(day, [month, day]
                    if (1..=12).contains(month) && (1..=31).contains(day))
            })
    })
}

/// A number above 0.
fn positive(value: &ParameterValue) -> bool {
    matches!(value, ParameterValue::Count(value) if *value > 0)
}

/// Largest denominator of a band.
const SHARE_MOST: i64 = 1_000_000;
/// Months that divide a year into equal parts.
fn part_of_year(value: &ParameterValue) -> bool {
    matches!(value, ParameterValue::Count(1 | 2 | 3 | 4 | 6 | 12))
}

/// At most a year.
fn days_around_meeting(value: &ParameterValue) -> bool {
    matches!(value, ParameterValue::Count(0..=365))
}

/// The list names only superiors that the formulas know.
fn superiors(value: &ParameterValue) -> bool {
    words_of(value, &["provincial", "centralRun", "other"])
}

/// The list names only steps of every rating, each once and in order.
fn evaluation_steps(value: &ParameterValue) -> bool {
    let ParameterValue::Words(words) = value else {
        return false;
    };
    let steps: Vec<EvaluationStep> = choices(words);
    let regular = |step: &EvaluationStep| {
        !(EvaluationStep::Complaint..=EvaluationStep::NewDecision).contains(step)
    };
    steps.len() == words.len() && steps.iter().all(regular) && steps.is_sorted_by(|a, b| a < b)
}

/// The list names only forms of a review.
fn evaluation_forms(value: &ParameterValue) -> bool {
    words_of(value, &["01", "2A", "2B", "2C"])
}

/// Each step has at most ten years.
fn days_of_steps(value: &ParameterValue) -> bool {
    matches!(value, ParameterValue::Marks(days)
        if days.iter().all(|(_, days)| *days <= STEP_DAYS_MOST))
}

/// Most days that a body may give a step of the rating.
const STEP_DAYS_MOST: i64 = 3_650;

macro_rules! parameters {
    ($($(#[$doc:meta])* $name:ident: $ty:ty = $id:literal $(where $limit:expr)?;)*) => {
        #[allow(
            non_camel_case_types,
            clippy::upper_case_acronyms,
            reason = "one slot per constant, of the same name")]
        #[repr(u16)]
        enum Slot { $($name),* }

        $(
            $(#[$doc])*
            pub const $name: Parameter<$ty> =
                Parameter { slot: Slot::$name as u16, id: $id, value: PhantomData };
        )*

        pub(super) const ALL: &[Known] = &[$(Known {
            id: $id,
            accepts: |value| {
                <$ty as FromValue>::from_value(value).is_some()
                    && within_limits(value)
                    $(&& $limit(value))?
            },
        }),*];
    };
}

parameters! {
    // calendar
    /// Weekly days off, Monday is 1.
    WEEKEND: Vec<i64> = "weekend"
        where |value| each_in(value, 1, 7);

    // organization: tiers, kinds and sizes
    /// Whether there is a district tier (cấp huyện). ORG-01, ORG-02.
    DISTRICT_TIER: bool = "districtTier";
    /// Whether a village or residential group may only have a cell under the commune. ORG-04.
    VILLAGE_CELL_ONLY: bool = "villageCellOnly";
    /// Full members from which an organization is formed. ORG-10.
    MINIMUM_FULL_MEMBERS: i64 = "minimumFullMembers";
    /// Full and probationary members from which a grassroots organization has a committee
    /// (đảng bộ cơ sở instead of chi bộ cơ sở). ORG-11.
    GRASSROOTS_COMMITTEE_FROM: i64 = "grassrootsCommitteeFrom";
    /// Whether a grassroots committee may be formed below that number where leadership must be
    /// strengthened. ORG-12.
    GRASSROOTS_COMMITTEE_BELOW: bool = "grassrootsCommitteeBelow";
    /// Whether a cell above that number may stay one cell by consent of the superior. ORG-13.
    LARGE_CELL_BY_CONSENT: bool = "largeCellByConsent";
    /// Members from which a cell is divided into Party groups (tổ đảng). ORG-13.
    PARTY_GROUPS_FROM: i64 = "partyGroupsFrom";
    /// Full members from which a cell elects a committee (chi ủy). ORG-20.
    CELL_COMMITTEE_FROM: i64 = "cellCommitteeFrom";
    /// Most members of a cell committee. ORG-20.
    CELL_COMMITTEE_MOST: i64 = "cellCommitteeMost";
    /// Most of a committee that may sit on its standing committee (ban thường vụ). ORG-25.
    STANDING_COMMITTEE_SHARE: Fraction = "standingCommitteeShare";
    /// Most extra appointees above grassroots, of the number fixed by congress. ORG-26.
    EXTRA_APPOINTEES_ABOVE: Fraction = "extraAppointeesAbove";
    /// Most extra appointees in a grassroots committee. ORG-26.
    EXTRA_APPOINTEES_GRASSROOTS: Fraction = "extraAppointeesGrassroots";

    // vote
    /// Who is taken out of the base of a members' meeting: `elsewhereAbsent`, `exemptedAbsent`,
    /// `suspended`. VOTE-01.
    MEETING_BASE_WITHOUT: Vec<String> = "meetingBaseWithout"
        where |value| words_of(value, &["elsewhereAbsent", "exemptedAbsent", "suspended"]);
    /// The same for a members' congress: also `excusedThroughout`. VOTE-01.
    CONGRESS_BASE_WITHOUT: Vec<String> = "congressBaseWithout"
        where |value| words_of(
            value,
            &["elsewhereAbsent", "exemptedAbsent", "suspended", "excusedThroughout"],
        );
    /// The same for a committee: `elsewhereAbsent`, `suspended`. VOTE-02.
    COMMITTEE_BASE_WITHOUT: Vec<String> = "committeeBaseWithout"
        where |value| words_of(value, &["elsewhereAbsent", "exemptedAbsent", "suspended"]);
    /// More than this share carries an ordinary resolution. VOTE-03.
    ORDINARY_MAJORITY: Fraction = "ordinaryMajority";
    /// At least this share of the proposing organization carries an admission, a recognition, a
    /// deletion or an expulsion. VOTE-04.
    QUALIFIED_MAJORITY: Fraction = "qualifiedMajority";
    /// More than this share of the deciding superior. VOTE-04.
    SUPERIOR_MAJORITY: Fraction = "superiorMajority";
    /// Whether probationary members vote. VOTE-06.
    PROBATIONARY_VOTE: bool = "probationaryVote";
    /// More than this share of those summoned elects. ORG-34.
    ELECTION_MAJORITY: Fraction = "electionMajority";

    /// Secretaries that every organization has. ORG-20.
    SECRETARIES: i64 = "secretaries"
        where positive;
    /// Whether the vote on an admission, a recognition or a deletion is reported upward in full even
    /// where it does not carry. VOTE-07.
    RESULT_REPORTED: bool = "resultReported";

    // elections, terms, closing and powers of organizations
    /// More than this share of those summoned elects others than delegates. ORG-34.
    COMMITTEE_ELECTION_MAJORITY: Fraction = "committeeElectionMajority";
    /// Whether the higher Party age decides between alternates with equal votes. ORG-34.
    ALTERNATES_BY_PARTY_AGE: bool = "alternatesByPartyAge";
    /// Failed ballots for a secretary after which the superior appoints one. ORG-21.
    SECRETARY_BALLOTS: i64 = "secretaryBallots";
    /// Most candidates in surplus, of the number to elect. ORG-36.
    CANDIDATE_SURPLUS: Fraction = "candidateSurplus";
    /// What is elected by secret ballot: `committee`, `standingCommittee`,
    /// `inspectionCommittee`, `secretary`, `deputySecretary`, `delegates`. ORG-35.
    SECRET_BALLOT_FOR: Vec<String> = "secretBallotFor"
        where |value| words_of(
            value,
            &[
                "committee", "standingCommittee", "inspectionCommittee", "secretary",
                "deputySecretary", "delegates",
            ],
        );
    /// Working days within which files and seal of a closed organization are collected and its
    /// members transferred. ORG-42.
    CLOSURE_DAYS: i64 = "closureDays";
    /// Whether the body competent to establish is the one to dissolve. ORG-40.
    DISSOLVED_BY_ESTABLISHING: bool = "dissolvedByEstablishing";
    /// At least this share of the directly superior committee proposes a disbanding. ORG-41.
    DISBANDING_PROPOSAL: Fraction = "disbandingProposal";
    /// More than this share of the committee one level further up decides on it. ORG-41.
    DISBANDING_DECISION: Fraction = "disbandingDecision";
    /// Months of a term, but for subordinate cells. ORG-24.
    TERM_MONTHS: i64 = "termMonths"
        where positive;
    /// Months of the term of a subordinate cell. ORG-23.
    CELL_TERM_MONTHS: i64 = "cellTermMonths"
        where positive;
    /// Whether the first term after a founding, split or merger may be of another length. ORG-23.
    FIRST_TERM_FREE: bool = "firstTermFree";
    /// Working days before a congress by which its opening is announced. ORG-29.
    CONGRESS_ANNOUNCED_DAYS: i64 = "congressAnnouncedDays";
    /// Working days within which the results of a congress are reported. ORG-29.
    RESULTS_REPORTED_DAYS: i64 = "resultsReportedDays";
    /// Working days from the report within which the results are confirmed. ORG-29.
    RESULTS_CONFIRMED_DAYS: i64 = "resultsConfirmedDays";
    /// Working days within which the old committee hands over to the new one. ORG-29.
    HAND_OVER_DAYS: i64 = "handOverDays";
    /// For which reasons a congress may be extraordinary. ORG-31.
    EXTRAORDINARY_REASONS: Vec<String> = "extraordinaryReasons"
        where choices_of::<ExtraordinaryReason>;
    /// More than this share of the committee asks for an extraordinary congress. ORG-31.
    EXTRAORDINARY_VOTES: Fraction = "extraordinaryVotes";
    /// Whether that vote must be by secret ballot. ORG-31.
    EXTRAORDINARY_SECRET: bool = "extraordinarySecret";
    /// Or more than this share of the subordinate organizations asks for it. ORG-31.
    EXTRAORDINARY_REQUESTS: Fraction = "extraordinaryRequests";
    /// Whether the superior's standing committee must agree. ORG-31.
    EXTRAORDINARY_CONSENT: bool = "extraordinaryConsent";
    /// Who may sign from the day of the election. ORG-30.
    SIGNING_AT_ONCE: Vec<String> = "signingAtOnce"
        where choices_of::<ElectedPost>;
    /// Whether the others may sign only when their election is confirmed. ORG-30.
    SIGNING_CONFIRMED: bool = "signingConfirmed";
    /// Whether retirement ends membership of a committee from the day on which social insurance
    /// begins. ORG-32.
    MANDATE_ENDS_RETIRED: bool = "mandateEndsRetired";
    /// Whether that needs a decision of its own. ORG-32.
    MANDATE_END_DECISION: bool = "mandateEndDecision";
    /// The steps of a congress of delegates, in order. ORG-37.
    DELEGATE_CONGRESS_STEPS: Vec<String> = "delegateCongressSteps"
        where choices_of::<CongressStep>;
    /// The steps of a congress of members, in order. ORG-37.
    MEMBER_CONGRESS_STEPS: Vec<String> = "memberCongressSteps"
        where choices_of::<CongressStep>;
    /// Most of the elected committee members who may be transferred at once without the
    /// committee one level further up. ORG-27.
    COMMITTEE_TRANSFER_SHARE: Fraction = "committeeTransferShare";
    /// A candidate with no more than this share of votes waits to be appointed. ORG-28.
    REAPPOINTMENT_VOTES: Fraction = "reappointmentVotes";
    /// Months that such a candidate waits. ORG-28.
    REAPPOINTMENT_MONTHS: i64 = "reappointmentMonths";
    /// More than this share of the sitting committee then carries the appointment. ORG-28.
    REAPPOINTMENT_MAJORITY: Fraction = "reappointmentMajority";
    /// Members from which a committee above grassroots is possible in special places. ORG-15.
    ABOVE_GRASSROOTS_FROM: i64 = "aboveGrassrootsFrom";
    /// Grassroots organizations that it must have. ORG-15.
    ABOVE_GRASSROOTS_ORGANIZATIONS: i64 = "aboveGrassrootsOrganizations";
    /// Whether its unit must be a legal person. ORG-15.
    ABOVE_GRASSROOTS_LEGAL_PERSON: bool = "aboveGrassrootsLegalPerson";
    /// Which superiors it may have: `provincial`, `centralRun`, `other`. ORG-15.
    ABOVE_GRASSROOTS_SUPERIORS: Vec<String> = "aboveGrassrootsSuperiors"
        where superiors;
    /// Members from which a grassroots committee gets powers of one above grassroots. ORG-16.
    UPPER_POWERS_FROM: i64 = "upperPowersFrom";
    /// The same for central bodies and those under the province. ORG-16.
    UPPER_POWERS_CENTRAL_FROM: i64 = "upperPowersCentralFrom";
    /// Member units that it must have. ORG-16.
    UPPER_POWERS_UNITS: i64 = "upperPowersUnits";
    /// Members from which the pilot gives such powers under other superiors. ORG-16.
    UPPER_POWERS_PILOT_FROM: i64 = "upperPowersPilotFrom";
    /// Years in a row, to the last one, rated good or better that the pilot needs. ORG-16.
    UPPER_POWERS_PILOT_YEARS: i64 = "upperPowersPilotYears";
    /// More members than this let a grassroots committee be authorized to admit and expel.
    /// ORG-17.
    ADMIT_EXPEL_ABOVE: i64 = "admitExpelAbove";
    /// Years in a row, to the last one, rated good or better that it needs. ORG-17.
    ADMIT_EXPEL_YEARS: i64 = "admitExpelYears";
    /// Members from which a grassroots organization may have a full-time Party officer. ORG-45.
    FULL_TIME_OFFICER_FROM: i64 = "fullTimeOfficerFrom";

    // meeting
    /// Months within which a cell and its committee meet at least once. MTG-01.
    CELL_MEETING_MONTHS: i64 = "cellMeetingMonths"
        where part_of_year;
    /// The same for Party groups and departmental committees. MTG-01.
    GROUP_MEETING_MONTHS: i64 = "groupMeetingMonths"
        where part_of_year;
    /// Meetings of a whole grassroots committee in a year. MTG-02.
    COMMITTEE_WIDE_MEETINGS: i64 = "committeeWideMeetings";
    /// Whether a large or scattered grassroots committee may meet in clusters. MTG-03.
    COMMITTEE_WIDE_CLUSTERS: bool = "committeeWideClusters";
    /// Months within which the standing committee of a committee with delegated powers meets.
    /// MTG-04.
    DELEGATED_STANDING_MONTHS: i64 = "delegatedStandingMonths"
        where part_of_year;
    /// Months within which the committee itself meets. MTG-04.
    DELEGATED_COMMITTEE_MONTHS: i64 = "delegatedCommitteeMonths"
        where part_of_year;
    /// Months within which a cell holds a thematic meeting. MTG-06.
    THEMATIC_MEETING_MONTHS: i64 = "thematicMeetingMonths"
        where part_of_year;
    /// Whether a thematic meeting may be combined with the monthly one. MTG-06.
    THEMATIC_COMBINED: bool = "thematicCombined";
    /// Days before a meeting by which notice is given. MTG-13.
    MEETING_NOTICE_DAYS: i64 = "meetingNoticeDays"
        where days_around_meeting;
    /// Days before a meeting by which its documents are on the handbook. MTG-08.
    MEETING_DOCUMENTS_DAYS: i64 = "meetingDocumentsDays"
        where days_around_meeting;
    /// Days after a meeting within which its result is uploaded. MTG-08.
    MEETING_RESULT_DAYS: i64 = "meetingResultDays"
        where days_around_meeting;
    /// Which days are counted before and after a meeting. MTG-08.
    MEETING_DAY_COUNTING: DayCounting = "meetingDayCounting";
    /// More than this share of the members who cannot gather allows an online meeting. MTG-10.
    ONLINE_MEETING_SHARE: Fraction = "onlineMeetingShare";
    /// For which reasons they cannot gather. MTG-10.
    ONLINE_MEETING_REASONS: Vec<String> = "onlineMeetingReasons"
        where choices_of::<OnlineReason>;
    /// Whether online meetings are a pilot. MTG-10.
    ONLINE_MEETING_PILOT: bool = "onlineMeetingPilot";
    /// The share of attendance to reach. MTG-09, from 28/10/2025 MTG-08.
    ATTENDANCE_AIM: Fraction = "attendanceAim";
    /// Whether the aim must be exceeded and not only reached. MTG-09.
    ATTENDANCE_AIM_EXCEEDED: bool = "attendanceAimExceeded";
    /// Who counts in attendance. MTG-08.
    ATTENDANCE_COUNTING: AttendanceCounting = "attendanceCounting";

    /// How long one must be there to count as present. MTG-13.
    PRESENCE_COUNTING: PresenceCounting = "presenceCounting";
    /// Share of those who count in a vote that must be there. MTG-11.
    MEETING_QUORUM: Fraction = "meetingQuorum";
    /// Fewest minutes of a meeting. MTG-07.
    MEETING_MINUTES: i64 = "meetingMinutes"
        where positive;
    /// Fewest minutes of a longer meeting. MTG-07.
    LONG_MEETING_MINUTES: i64 = "longMeetingMinutes"
        where positive;
    /// Members from which a cell is a large one by the second reading. MTG-07.
    LONG_MEETING_MEMBERS: i64 = "longMeetingMembers";
    /// Which meetings must be longer. MTG-07.
    LONG_MEETING_READING: LongMeeting = "longMeetingReading";
    /// Most excused absences in a row. MTG-09.
    EXCUSED_IN_ROW_MOST: i64 = "excusedInRowMost";
    /// What meetings at which a member was not expected do to such a row. MTG-09.
    STREAK_COUNTING: StreakCounting = "streakCounting";
    /// The steps of a monthly meeting, each with who does it. MTG-13.
    MONTHLY_MEETING_STEPS: Vec<String> = "monthlyMeetingSteps"
        where steps;
    /// The steps of a thematic meeting, each with who does it. MTG-13.
    THEMATIC_MEETING_STEPS: Vec<String> = "thematicMeetingSteps"
        where steps;
    /// The parts of the score of a meeting and the most hundredths of a point of each. Section 5.1.
    MEETING_SCORE_PARTS: Vec<(ScorePart, i64)> = "meetingScoreParts";
    /// Marks for time: rows of most minutes short, hundredths of a point. Section 5.1.
    SCORE_SHORT_MINUTES: Vec<Vec<i64>> = "scoreShortMinutes"
        where growing_pairs;
    /// Marks for time beyond those: bands of the share held. Section 5.1.
    SCORE_TIME_SHARES: Vec<Vec<i64>> = "scoreTimeShares"
        where falling_bands;
    /// Marks for attendance: bands of the share. Section 5.1.
    SCORE_ATTENDANCE: Vec<Vec<i64>> = "scoreAttendance"
        where falling_bands;
    /// Marks for attendance with anybody absent without a reason. Section 5.1.
    SCORE_UNEXCUSED: i64 = "scoreUnexcused";
    /// Marks for attendance added where nobody was excused too often in a row. Section 5.1.
    SCORE_STREAK_BONUS: i64 = "scoreStreakBonus";
    /// Marks for speakers: bands of the share. Section 5.1.
    SCORE_SPEAKERS: Vec<Vec<i64>> = "scoreSpeakers"
        where falling_bands;
    /// Marks for the resolution before: bands of the share of its tasks done. Section 5.1.
    SCORE_PREVIOUS: Vec<Vec<i64>> = "scorePrevious"
        where falling_bands;
    /// What a meeting without a resolution before is worth. Section 5.1.
    SCORE_WITHOUT_PREVIOUS: WithoutPrevious = "scoreWithoutPrevious";
    /// Hundredths of a point from which a meeting is good, fair and average. Section 5.1.
    MEETING_CLASS_BORDERS: Vec<i64> = "meetingClassBorders"
        where three_falling;
    /// Numbers of documents below this take a leading zero. MTG-14.
    NUMBER_ZERO_BELOW: i64 = "numberZeroBelow";
    /// Days below this take a leading zero. MTG-14.
    DAY_ZERO_BELOW: i64 = "dayZeroBelow";
    /// Months below this take a leading zero. MTG-14.
    MONTH_ZERO_BELOW: i64 = "monthZeroBelow";

    // evaluation
    /// The sheet that organizations are rated by. Sections 6.2 and 6.3.
    ORGANIZATION_SHEET: Arc<Sheet> = "organizationSheet";
    /// The sheet of members who lead a unit. Sections 6.2 and 6.3.
    LEADER_SHEET: Arc<Sheet> = "leaderSheet";
    /// The sheet of other members. Sections 6.2 and 6.3.
    MEMBER_SHEET: Arc<Sheet> = "memberSheet";
    /// The sheet of a quarter. EVL-15.
    QUARTER_SHEET: Arc<Sheet> = "quarterSheet";
    /// What the yearly levels are judged by. Sections 6.2 and 6.3.
    EVALUATION_SCHEME: EvaluationScheme = "evaluationScheme";
    /// Hundredths of a point from which the score is excellent. Section 6.2.
    EXCELLENT_FROM: i64 = "excellentFrom";
    /// Hundredths of a point from which the score is good. Section 6.2.
    GOOD_FROM: i64 = "goodFrom";
    /// Hundredths of a point from which the score is completed. Section 6.2.
    COMPLETED_FROM: i64 = "completedFrom";
    /// Share of tasks on time and with quality that good and excellent need. Section 6.2.
    TASKS_ON_TIME_SHARE: Fraction = "tasksOnTimeShare";
    /// Share of tasks beyond requirement that excellent needs. Section 6.2.
    TASKS_BEYOND_SHARE: Fraction = "tasksBeyondShare";
    /// Share of tasks done that completed needs. Section 6.2.
    TASKS_DONE_SHARE: Fraction = "tasksDoneShare";
    /// Most late tasks that completed allows. Section 6.2.
    TASKS_LATE_SHARE: Fraction = "tasksLateShare";
    /// Lowest grade of any criterion that excellent allows. Section 6.3.
    EXCELLENT_CRITERIA: Grade = "excellentCriteria";
    /// Lowest grade of results that excellent allows. Section 6.3.
    EXCELLENT_RESULTS: Grade = "excellentResults";
    /// Lowest grade of any criterion that good allows. Section 6.3.
    GOOD_CRITERIA: Grade = "goodCriteria";
    /// Lowest grade of results that good allows. Section 6.3.
    GOOD_RESULTS: Grade = "goodResults";
    /// Lowest grade of any criterion that completed allows. Section 6.3.
    COMPLETED_CRITERIA: Grade = "completedCriteria";
    /// Highest level of an organization with a subordinate or a leader disciplined in the year.
    /// EVL-01.
    DISCIPLINED_SUBORDINATE_LEVEL: Level = "disciplinedSubordinateLevel";
    /// Highest level of a member or an organization disciplined in the year. EVL-02.
    DISCIPLINED_LEVEL: Level = "disciplinedLevel";
    /// Highest level of a member rated not completed as a civil servant. EVL-02.
    CIVIL_SERVANT_LEVEL: Level = "civilServantLevel";
    /// Highest level of a member concluded to be degraded. EVL-02.
    DEGRADED_LEVEL: Level = "degradedLevel";
    /// Share of targets below which a member has not completed. EVL-02.
    TARGETS_LEAST_SHARE: Fraction = "targetsLeastShare";
    /// Whether exempted members are rated. EVL-10.
    EXEMPTED_RATED: bool = "exemptedRated";
    /// Whether suspended members are rated. EVL-10.
    SUSPENDED_RATED: bool = "suspendedRated";
    /// Months since admission from which a new member is rated. EVL-10.
    RATED_AFTER_MONTHS: i64 = "ratedAfterMonths";
    /// In which order and how ratings are made. EVL-11.
    RATING_RULES: Vec<String> = "ratingRules"
        where choices_of::<RatingRule>;
    /// Where a member who moved in the year is rated. EVL-11.
    MOVED_MEMBER_RATED_IN: MovedMemberRated = "movedMemberRatedIn";
    /// How an organization that ended in the year is rated. EVL-11.
    ENDED_ORGANIZATION_RATED: EndedOrganizationRated = "endedOrganizationRated";
    /// The steps of rating a collective or an official, in order. EVL-12.
    EVALUATION_STEPS: Vec<String> = "evaluationSteps"
        where evaluation_steps;
    /// The steps of rating a member, in order. EVL-12.
    EVALUATION_STEPS_MEMBER: Vec<String> = "evaluationStepsMember"
        where evaluation_steps;
    /// Days from the step before within which a step is taken. EVL-12.
    EVALUATION_STEP_DAYS: Vec<(EvaluationStep, i64)> = "evaluationStepDays"
        where days_of_steps;
    /// At least this share of those who count carries the level voted on. EVL-17.
    EVALUATION_VOTE_SHARE: Fraction = "evaluationVoteShare";
    /// Who decides on an organization's level. EVL-13.
    ORGANIZATION_LEVEL_DECIDED_BY: EvaluationRole = "organizationLevelDecidedBy";
    /// Who decides on a member's level. EVL-12.
    MEMBER_LEVEL_DECIDED_BY: EvaluationRole = "memberLevelDecidedBy";
    /// Who decides on an official's level. EVL-11.
    OFFICIAL_LEVEL_DECIDED_BY: EvaluationRole = "officialLevelDecidedBy";
    /// Days that a review meeting lasts at least. EVL-13.
    REVIEW_MEETING_DAYS: i64 = "reviewMeetingDays";
    /// The same for a provincial standing committee. EVL-13.
    REVIEW_MEETING_DAYS_PROVINCIAL: i64 = "reviewMeetingDaysProvincial";
    /// The form of a collective's review. EVL-14.
    EVALUATION_FORM_COLLECTIVE: Vec<String> = "evaluationFormCollective"
        where evaluation_forms;
    /// The forms of an official's review. EVL-14.
    EVALUATION_FORM_OFFICIAL: Vec<String> = "evaluationFormOfficial"
        where evaluation_forms;
    /// The form of the review of a member outside the political system. EVL-14.
    EVALUATION_FORM_MEMBER: Vec<String> = "evaluationFormMember"
        where evaluation_forms;
    /// Latest years that the dossier keeps. EVL-12.
    EVALUATION_YEARS_KEPT: i64 = "evaluationYearsKept"
        where positive;
    /// Whether a level found wrong is cancelled and decided again. EVL-06.
    WRONG_LEVEL_CANCELLED: bool = "wrongLevelCancelled";
    /// Years in a row not completed after which removal is considered. EVL-05.
    NOT_COMPLETED_YEARS: i64 = "notCompletedYears"
        where |value| count_in(value, 1, 100);
    /// The cap on excellent. Section 6.4.
    CAP_SHARE: Fraction = "capShare";
    /// The cap where the superior judges the unit outstanding. Section 6.4.
    CAP_SHARE_OUTSTANDING: Fraction = "capShareOutstanding";
    /// What the cap is a share of. Section 6.4.
    CAP_READING: CapReading = "capReading";
    /// Within which group the cap holds. Section 6.4.
    CAP_GROUP: CapGroup = "capGroup";
    /// How the cap becomes a whole number. Section 6.4.
    CAP_ROUNDING: CapRounding = "capRounding";
    /// What a vote among those tied at the line of the cap does. Section 6.4.
    CAP_TIE: CapTie = "capTie";
    /// How outliers of a calibration are found. Section 6.6.
    OUTLIER_RULE: OutlierRule = "outlierRule";
    /// Median absolute deviations within which nothing is an outlier. Section 6.6.
    OUTLIER_DEVIATIONS: i64 = "outlierDeviations"
        where |value| count_in(value, 1, 100);
    /// Halves of the distance between the quartiles within which nothing is an outlier. Section
    /// 6.6.
    OUTLIER_FENCE_HALVES: i64 = "outlierFenceHalves"
        where |value| count_in(value, 1, 100);
    /// Hundredths of a point from the median within which nothing is an outlier. Section 6.6.
    OUTLIER_LEAST_MARKS: i64 = "outlierLeastMarks"
        where |value| count_in(value, 0, 10_000);
    /// Values from which they are compared with each other. Section 6.6.
    OUTLIER_LEAST_SIZE: i64 = "outlierLeastSize"
        where |value| count_in(value, 3, 1_000);
    /// Least count of a published table; what is below is suppressed. DAT-03.
    PUBLISHED_COUNT_LEAST: i64 = "publishedCountLeast"
        where |value| count_in(value, 2, 1_000);
    /// What becomes of a count of nobody in a published table. DAT-03.
    PUBLISHED_ZEROS: ZeroCounts = "publishedZeros";
    /// The periods that are rated. EVL-15.
    RATED_PERIODS: Vec<String> = "ratedPeriods"
        where choices_of::<RatedPeriod>;
    /// Share of an item that one failure of quality takes. EVL-16.
    QUALITY_DEDUCTION: Fraction = "qualityDeduction"
        where hundredths;
    /// Share of an item that one delay takes. EVL-16.
    DELAY_DEDUCTION: Fraction = "delayDeduction"
        where hundredths;
    /// What deductions may leave of an item. EVL-16.
    DEDUCTION_FLOOR: DeductionFloor = "deductionFloor";
    /// What a year without a level does to that row. EVL-05.
    UNRATED_YEAR: UnratedYear = "unratedYear";

    // member
    /// Youngest age of admission, in years. MEM-01.
    ADMISSION_AGE_LEAST: i64 = "admissionAgeLeast";
    /// Oldest age of admission without special consent, in years. MEM-01.
    ADMISSION_AGE_MOST: i64 = "admissionAgeMost";
    /// How those ages are counted. MEM-01.
    ADMISSION_AGE_COUNTING: AgeCounting = "admissionAgeCounting";
    /// Working days from the cell's resolution to the decision on admission. MEM-06.
    ADMISSION_DECISION_DAYS: i64 = "admissionDecisionDays";
    /// Working days within which the ceremony is held. MEM-07.
    CEREMONY_DAYS: i64 = "ceremonyDays";
    /// From when the ceremony's deadline runs. MEM-07.
    CEREMONY_CLOCK: CeremonyClock = "ceremonyClock";
    /// Months to wait before re-admission. MEM-12.
    READMISSION_MONTHS: i64 = "readmissionMonths";
    /// Months to wait after the record of a minor crime is expunged. MEM-12.
    READMISSION_EXPUNGED_MONTHS: i64 = "readmissionExpungedMonths";
    /// Reasons of leaving after which there is no re-admission: `quitActivity`,
    /// `appliedToLeave`, `graveDisunity`, `corruption`, `seriousCrime`. MEM-12.
    READMISSION_NEVER: Vec<String> = "readmissionNever"
        where |value| words_of(
            value,
            &["quitActivity", "appliedToLeave", "graveDisunity", "corruption", "seriousCrime"],
        );
    /// Months of probation from the ceremony. MEM-20.
    PROBATION_MONTHS: i64 = "probationMonths";
    /// Working days after probation within which the cell considers recognition. MEM-21.
    RECOGNITION_CONSIDERED_DAYS: i64 = "recognitionConsideredDays";
    /// Working days from the cell's resolution to the decision on recognition. MEM-06.
    RECOGNITION_DECISION_DAYS: i64 = "recognitionDecisionDays";
    /// Working days within which a letter of transfer is presented. MEM-40.
    TRANSFER_LETTER_DAYS: i64 = "transferLetterDays";
    /// Months without handing in the transfer file that lead to deletion. MEM-42.
    TRANSFER_FILE_MONTHS: i64 = "transferFileMonths";
    /// Months in a year without dues or without attendance that lead to deletion. MEM-63.
    UNPAID_MONTHS: i64 = "unpaidMonths";
    /// Years of Party age with a badge. BDG-01.
    BADGE_YEARS: Vec<i64> = "badgeYears";
    /// Rounds of awarding: rows of round month, round day, first month, first day, last month,
    /// last day (31 means the month's end). BDG-02.
    BADGE_ROUNDS: Vec<Vec<i64>> = "badgeRounds"
        where rows_of_days;
    /// Months by which a badge may come early: rows of badge years from, months. BDG-03.
    BADGE_EARLY_MONTHS: Vec<Vec<i64>> = "badgeEarlyMonths"
        where growing_pairs;
    /// Months by which a posthumous badge may come early. BDG-03.
    BADGE_POSTHUMOUS_MONTHS: i64 = "badgePosthumousMonths";
    /// Months to wait after a reprimand. BDG-04.
    BADGE_WAIT_REPRIMAND: i64 = "badgeWaitReprimand";
    /// Months to wait after a warning. BDG-04.
    BADGE_WAIT_WARNING: i64 = "badgeWaitWarning";
    /// Months to wait after a dismissal. BDG-04.
    BADGE_WAIT_DISMISSAL: i64 = "badgeWaitDismissal";
    /// Money with a badge: rows of badge years, tenths of the base salary. BDG-07.
    BADGE_PRIZE_TENTHS: Vec<Vec<i64>> = "badgePrizeTenths"
        where growing_pairs;

    // dues
    /// Share of the salary insured in the compulsory scheme. Section 8.1, 8.2.
    DUES_INSURED: Fraction = "duesInsured";
    /// Share of a pension. Section 8.1, 8.2.
    DUES_PENSION: Fraction = "duesPension";
    /// Pupils and students without salary, in đồng. Section 8.1.
    DUES_STUDENT: i64 = "duesStudent";
    /// Share of the regional minimum wage: not insured, under retirement age. Section 8.1.
    DUES_UNINSURED: Fraction = "duesUninsured";
    /// Share of the regional minimum wage: not insured, at retirement age. Section 8.1.
    DUES_UNINSURED_RETIRED: Fraction = "duesUninsuredRetired";
    /// Share of a merit allowance. Section 8.1.
    DUES_MERIT_ALLOWANCE: Fraction = "duesMeritAllowance";
    /// Share of the living allowance abroad on State funds. Section 8.1.
    DUES_ABROAD_STATE: Fraction = "duesAbroadState";
    /// Least dues of others abroad, in đồng. Section 8.1.
    DUES_ABROAD_LEAST: i64 = "duesAbroadLeast";
    /// Most dues of others abroad, in đồng. Section 8.1.
    DUES_ABROAD_MOST: i64 = "duesAbroadMost";
    /// Regional minimum wage: rows of region, đồng a month. Section 8.1.
    MINIMUM_WAGE: Vec<Vec<i64>> = "minimumWage"
        where growing_pairs;
    /// Party age in years from which no dues are paid. Section 8.1.
    DUES_EXEMPT_PARTY_AGE: i64 = "duesExemptPartyAge";
    /// Reductions that may be granted, in percent. Section 8.1.
    DUES_REDUCTIONS: Vec<i64> = "duesReductions"
        where |value| each_in(value, 1, 100);
    /// Reasons besides Party age for which no dues are paid: `socialPension`, `poor`, `nearPoor`,
    /// `graveIllness`. Section 8.1.
    DUES_EXEMPTIONS: Vec<String> = "duesExemptions"
        where |value| words_of(
            value,
            &["socialPension", "poor", "nearPoor", "graveIllness"],
        );
    /// How a fraction of a đồng is rounded. Section 8.1.
    DUES_ROUNDING: DuesRounding = "duesRounding";
    /// Share that a cell under a grassroots committee keeps. Section 8.3.
    DUES_KEPT_BY_CELL: Fraction = "duesKeptByCell";

    // work
    /// Whether every member gets a task for the year. MEM-70.
    YEARLY_TASK: bool = "yearlyTask";
    /// Whether a task that is completed well was done with quality and effect. MEM-71.
    COMPLETED_WELL_QUALITY: bool = "completedWellQuality";
    /// Whether a task that is completed well was done in time. MEM-71.
    COMPLETED_WELL_ON_TIME: bool = "completedWellOnTime";

    // oversight
    /// Working days for an answer of a grassroots organization or a member. MEM-77.
    ANSWER_DAYS_GRASSROOTS: i64 = "answerDaysGrassroots";
    /// Working days for an answer from above grassroots up to the province. MEM-77.
    ANSWER_DAYS_UPPER: i64 = "answerDaysUpper";
    /// Working days for an answer of the centre. MEM-77.
    ANSWER_DAYS_CENTRAL: i64 = "answerDaysCentral";
    /// Whether an answer that takes longer says why. MEM-77.
    ANSWER_REASON: bool = "answerReason";
    /// Months within which members are informed again. MEM-77.
    INFORMATION_MONTHS: i64 = "informationMonths"
        where positive;
    /// Calendar days for a complaint about discipline. INS-05.
    COMPLAINT_DAYS: i64 = "complaintDays";
    /// Who handles such a complaint. INS-05.
    COMPLAINT_BODIES: Vec<String> = "complaintBodies"
        where choices_of::<ComplaintBody>;
    /// The last level for a reprimand, a warning and a dismissal. INS-05.
    COMPLAINT_LAST: ComplaintBody = "complaintLast";
    /// The last level for an expulsion. INS-05.
    COMPLAINT_LAST_EXPULSION: ComplaintBody = "complaintLastExpulsion";
    /// The last level for what the centre decided. INS-05.
    COMPLAINT_LAST_CENTRAL: ComplaintBody = "complaintLastCentral";
    /// Whether a complaint may be made on behalf of another. INS-05.
    COMPLAINT_ON_BEHALF: bool = "complaintOnBehalf";
    /// Whether a complaint may be sent beyond the level whose turn it is. INS-05.
    COMPLAINT_SKIPS_LEVEL: bool = "complaintSkipsLevel";
    /// Whether the measure is obeyed while the complaint is handled. INS-05.
    COMPLAINT_MEASURE_OBEYED: bool = "complaintMeasureObeyed";
    /// Calendar days for a denunciation at the centre. INS-03.
    DENUNCIATION_DAYS: i64 = "denunciationDays";
    /// Most calendar days by which it may be extended, once. INS-03.
    DENUNCIATION_EXTENSION_DAYS: i64 = "denunciationExtensionDays";
    /// The stages of handling it. INS-03.
    DENUNCIATION_STAGES: Vec<String> = "denunciationStages"
        where choices_of::<DenunciationStage>;
    /// Calendar days for a denunciation below the centre. INS-04.
    DENUNCIATION_DAYS_BELOW: i64 = "denunciationDaysBelow";
    /// Most calendar days by which it may be extended below the centre. INS-04.
    DENUNCIATION_EXTENSION_BELOW: i64 = "denunciationExtensionBelow";
    /// What a denunciation of an organization may be about. INS-06.
    DENUNCIATION_OF_ORGANIZATION: Vec<String> = "denunciationOfOrganization"
        where choices_of::<DenunciationContent>;
    /// What a denunciation of a member may be about. INS-06.
    DENUNCIATION_OF_MEMBER: Vec<String> = "denunciationOfMember"
        where choices_of::<DenunciationContent>;
    /// Whether an anonymous denunciation is handled as one. INS-07.
    DENUNCIATION_ANONYMOUS: bool = "denunciationAnonymous";
    /// The modes of supervision. INS-01.
    SUPERVISION_MODES: Vec<String> = "supervisionModes"
        where choices_of::<SupervisionMode>;
    /// Whether a cell with a committee supervises by themes as well. INS-01.
    THEMATIC_WITH_COMMITTEE: bool = "thematicWithCommittee";
    /// More than this many members, and a cell supervises by themes as well. INS-01.
    THEMATIC_MEMBERS: i64 = "thematicMembers";
    /// The steps of an inspection in a cell without a committee, in order. INS-02.
    INSPECTION_STEPS: Vec<String> = "inspectionSteps"
        where choices_of::<CellInspectionStep>;
    /// The steps of an inspection in a cell with a committee, in order. INS-02.
    INSPECTION_STEPS_COMMITTEE: Vec<String> = "inspectionStepsCommittee"
        where choices_of::<CellInspectionStep>;
    /// The levels whose inspection committee controls assets and income. INS-09.
    ASSET_CONTROL_LEVELS: Vec<String> = "assetControlLevels"
        where choices_of::<OversightLevel>;
}
