//! The stateless doors: every formula by name, with its input and its answer as values.
//!
//! A host with its own database asks here; one without keeps a
//! [`Handbook`](crate::handbook::Handbook).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::access::{self, SuppressedTable, SuppressedTableInput};
use crate::calendar::{self, WorkingDay, WorkingDayInput};
use crate::document::{
    self, DocumentHits, DocumentSearchInput, DocumentStatus, DocumentStatusInput,
};
use crate::dues::{self, KeptByCell, KeptByCellInput, MonthlyDues, MonthlyDuesInput};
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{
    self, ApplyCapInput, Calibration, CalibrationInput, CapOutcome, CapReadings, CapReadingsInput,
    CapWhatIf, CapWhatIfInput, CheapestLegalChange, CheapestLegalChangeInput, ConsecutiveLevels,
    ConsecutiveLevelsInput, EvaluationProcedure, EvaluationProcedureInput, ExcellentCap,
    ExcellentCapInput, ExplainLevelInput, GroupLevels, GroupLevelsInput, LevelExplanation,
    LevelFacts, LevelValue, QuarterlyRating, QuarterlyRatingInput, Ratable, RatableInput,
    RatingPlan, RatingPlanInput, RollUp, RollUpInput, SheetLevelInput, SheetLevelValue, TaskScore,
    TaskScoreInput,
};
use crate::json::{Fill, FromJson, ToJson, Writer, fill, names, written};
use crate::meeting::{
    self, AbsentMonths, AbsentMonthsInput, AttendanceInput, AttendanceSummary, DocumentNumber,
    DocumentNumberInput, ExcusedStreak, ExcusedStreakInput, MeetingCalendar, MeetingCalendarInput,
    MeetingDeadlines, MeetingDeadlinesInput, MeetingDuration, MeetingDurationInput, MeetingForm,
    MeetingFormInput, MeetingScore, MeetingScoreInput, OnlineMeeting, OnlineMeetingInput, RollCall,
    RollCallInput,
};
use crate::member::{
    self, AdmissionAge, AdmissionAgeInput, Badge, BadgeInput, BadgePrize, BadgePrizeInput,
    CeremonyDue, CeremonyDueInput, DeletionGround, DeletionGroundInput, PartyAge, PartyAgeInput,
    Readmission, ReadmissionInput, RecognitionDue, RecognitionDueInput, TransferOverdue,
    TransferOverdueInput,
};
use crate::organization::{
    self, CellCommittee, CellCommitteeInput, Closure, ClosureInput, CommitteeTransfer,
    CommitteeTransferInput, CongressDeadlines, CongressDeadlinesInput, CongressSteps,
    CongressStepsInput, DelegatedPowers, DelegatedPowersInput, Disbanding, DisbandingInput,
    ExtraAppointees, ExtraAppointeesInput, ExtraordinaryCongress, ExtraordinaryCongressInput,
    MandateEnd, MandateEndInput, OrganizationForm, OrganizationFormInput, Placement,
    PlacementInput, Reappointment, ReappointmentInput, SigningAfterElection,
    SigningAfterElectionInput, StandingCommittee, StandingCommitteeInput, Term, TermInput,
};
use crate::oversight::{
    self, AnswerDue, AnswerDueInput, AssetControl, AssetControlInput, ComplaintOnDiscipline,
    ComplaintOnDisciplineInput, DenunciationDeadline, DenunciationDeadlineInput,
    DenunciationHandled, DenunciationHandledInput, InformationDue, InformationDueInput,
    InspectionSteps, InspectionStepsInput, MatterProgress, MatterProgressInput, SupervisionModes,
    SupervisionModesInput,
};
use crate::rulebook::{RuleBook, Rules};
use crate::verdict::Verdict;
use crate::vote::{
    self, Ballot, BallotInput, Election, ElectionInput, Majority, MajorityInput, RequiredVotes,
    RequiredVotesInput, Tally, TallyInput, VoteBase, VoteBaseInput, VoteProgress,
    VoteProgressInput,
};
use crate::work::{
    self, PlanFulfilment, PlanFulfilmentInput, PlansShownAs, PlansShownAsInput, Portfolio,
    PortfolioInput, PortfolioRows, PortfolioRowsInput, TargetProgress, TargetProgressInput,
    TaskStanding, TaskStateInput, TaskSummary, TaskSummaryInput,
};

macro_rules! doors {
    ($($(#[$doc:meta])* $variant:ident = $name:literal: $input:ty => $value:ty, $function:path;)*) => {
        /// A question to one of the formulas.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "door", content = "input", deny_unknown_fields)]
        pub enum Question {
            $($(#[$doc])* #[serde(rename = $name)] $variant($input),)*
        }

        /// The answer to a [`Question`], of the same name.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[serde(tag = "door", content = "answer")]
        #[expect(
            clippy::large_enum_variant,
            reason = "an answer is made once and handed on; mobile types cannot be boxed")]
        pub enum Answer {
            $($(#[$doc])* #[serde(rename = $name)] $variant(Verdict<$value>),)*
        }

        /// Every door's name, in the order of the rooms.
        pub const DOORS: &[&str] = &[$($name),*];

        /// Answers a question by the rules in force on a day.
        ///
        /// # Errors
        /// [`HandbookError`] for input out of range, and where the book knows no rule.
        pub fn ask(
            book: &RuleBook,
            on: NaiveDate,
            question: &Question,
        ) -> Result<Answer, HandbookError> {
            let rules = book.on(on)?;
            match question {
                $(Question::$variant(input) => Ok(Answer::$variant($function(&rules, input)?)),)*
            }
        }

        /// Reads a question from its door's name and its input as JSON.
        ///
        /// # Errors
        /// [`HandbookError::Input`] for an unknown door or JSON of another shape.
        pub fn read_question(door: &str, input: &str) -> Result<Question, HandbookError> {
            match door {
                $($name => Ok(Question::$variant(from_json("input", input)?)),)*
                _ => Err(InputError::new(InputCode::UnknownChoice, "door", door).into()),
            }
        }

        impl ToJson for Question {
            fn write(&self, out: &mut Writer) {
                let (door, input): (&str, &dyn ToJson) = match self {
                    $(Self::$variant(input) => ($name, input),)*
                };
                let mut entries = out.object(names!(door, input));
                entries.next(&door);
                entries.next(input);
            }
        }

        impl Answer {
            fn parts(&self) -> (&'static str, &dyn ToJson) {
                match self {
                    $(Self::$variant(verdict) => ($name, verdict),)*
                }
            }
        }

        /// What answers at each door, in the order of [`DOORS`].
        const ANSWERING: &[Answering] = &[
            $(|asked| answer(asked, $function)),*
        ];
    };
}

type Answering = fn(&mut Asked<'_>);

/// A question at a door. Each door has its own copy of [`answer`], so that everything there that
/// does not depend on its types stands here.
struct Asked<'a> {
    rules: Rules<'a>,
    input: &'a str,
    answer: Result<String, HandbookError>,
}

impl Asked<'_> {
    /// Reads the input; where that fails, the problem is the answer.
    #[inline(never)]
    fn read(&mut self, input: &mut dyn Fill) -> bool {
        let read = fill(input, "input", self.input);
        read.map_err(|error| self.fail(error)).is_ok()
    }

    #[inline(never)]
    fn give(&mut self, verdict: &dyn ToJson) {
        self.answer = Ok(written(verdict));
    }

    #[inline(never)]
    fn fail(&mut self, error: HandbookError) {
        self.answer = Err(error);
    }
}

fn answer<I: FromJson, V: ToJson>(
    asked: &mut Asked<'_>,
    formula: impl Fn(&Rules<'_>, &I) -> Result<Verdict<V>, HandbookError>,
) {
    let mut input = I::blank();
    if asked.read(&mut input) {
        match formula(&asked.rules, &input) {
            Ok(ref verdict) => asked.give(verdict),
            Err(error) => asked.fail(error),
        }
    }
}

/// Answers a question given as JSON; the answer is the whole [`Verdict`] as JSON.
///
/// # Errors
/// [`HandbookError`] as [`ask`], and for an unknown door or JSON of another shape.
pub fn ask_json(
    book: &RuleBook,
    on: NaiveDate,
    door: &str,
    input: &str,
) -> Result<String, HandbookError> {
    let rules = book.on(on)?;
    let mut doors = DOORS.iter().zip(ANSWERING);
    match doors.find(|(name, _)| **name == door) {
        Some((_, answering)) => {
            let mut asked = Asked {
                rules,
                input,
                answer: Ok(String::new()),
            };
            answering(&mut asked);
            asked.answer
        }
        None => Err(InputError::new(InputCode::UnknownChoice, "door", door).into()),
    }
}

impl Answer {
    /// The whole [`Verdict`] as JSON, as [`ask_json`] gives it.
    #[must_use]
    pub fn verdict_json(&self) -> String {
        written(self.parts().1)
    }
}

impl ToJson for Answer {
    fn write(&self, out: &mut Writer) {
        let (door, answer) = self.parts();
        let mut entries = out.object(names!(door, answer));
        entries.next(&door);
        entries.next(answer);
    }
}

pub use crate::json::{from_json, to_json};

doors! {
    /// The working day so many working days later.
    WorkingDayAfter = "workingDayAfter": WorkingDayInput => WorkingDay, calendar::working_day_after;
    /// The form that fits a size. ORG-04, ORG-10 to ORG-13.
    OrganizationForm = "organizationForm": OrganizationFormInput => OrganizationForm, organization::organization_form;
    /// Whether a cell has a committee, and of how many. ORG-20.
    CellCommittee = "cellCommittee": CellCommitteeInput => CellCommittee, organization::cell_committee;
    /// How large a standing committee may be. ORG-25.
    StandingCommitteeMost = "standingCommitteeMost": StandingCommitteeInput => StandingCommittee, organization::standing_committee_most;
    /// How many may be appointed beyond the fixed number. ORG-26.
    ExtraAppointeesMost = "extraAppointeesMost": ExtraAppointeesInput => ExtraAppointees, organization::extra_appointees_most;
    /// Whether a kind may stand under another. ORG-01 to ORG-06.
    Placement = "placement": PlacementInput => Placement, organization::placement;
    /// How long a term lasts. ORG-23, ORG-24.
    Term = "term": TermInput => Term, organization::term;
    /// What is due around a congress. ORG-29.
    CongressDeadlines = "congressDeadlines": CongressDeadlinesInput => CongressDeadlines, organization::congress_deadlines;
    /// The steps of a congress, in order. ORG-37.
    CongressSteps = "congressSteps": CongressStepsInput => CongressSteps, organization::congress_steps;
    /// Whether an extraordinary congress may be held. ORG-31.
    ExtraordinaryCongress = "extraordinaryCongress": ExtraordinaryCongressInput => ExtraordinaryCongress, organization::extraordinary_congress;
    /// Whether one who was elected may sign. ORG-30.
    SigningAfterElection = "signingAfterElection": SigningAfterElectionInput => SigningAfterElection, organization::signing_after_election;
    /// When retirement ends membership of a committee. ORG-32.
    MandateEnd = "mandateEnd": MandateEndInput => MandateEnd, organization::mandate_end;
    /// Whether transferring committee members needs the level further up. ORG-27.
    CommitteeTransfer = "committeeTransfer": CommitteeTransferInput => CommitteeTransfer, organization::committee_transfer;
    /// Whether one who was not elected may be appointed. ORG-28.
    Reappointment = "reappointment": ReappointmentInput => Reappointment, organization::reappointment;
    /// Whether a size allows a power. ORG-15 to ORG-17, ORG-45.
    DelegatedPowers = "delegatedPowers": DelegatedPowersInput => DelegatedPowers, organization::delegated_powers;
    /// Whether an organization is disbanded. ORG-41.
    Disbanding = "disbanding": DisbandingInput => Disbanding, organization::disbanding;
    /// What is due after an organization is closed. ORG-40 to ORG-42.
    Closure = "closure": ClosureInput => Closure, organization::closure;
    /// Who counts in a vote. VOTE-01, VOTE-02.
    VoteBase = "voteBase": VoteBaseInput => VoteBase, vote::vote_base;
    /// How many votes a decision needs. VOTE-03, VOTE-04, ORG-34.
    RequiredVotes = "requiredVotes": RequiredVotesInput => RequiredVotes, vote::required_votes;
    /// Whether a vote carries. VOTE-03, VOTE-04.
    TallyVote = "tallyVote": TallyInput => Tally, vote::tally_vote;
    /// A majority of any kind, of any body.
    Majority = "majority": MajorityInput => Majority, vote::majority;
    /// Where a vote stands while it is taken. VOTE-01 to VOTE-04, VOTE-07, VOTE-08.
    VoteProgress = "voteProgress": VoteProgressInput => VoteProgress, vote::vote_progress;
    /// What came out of a vote of any assembly, by its own base, threshold and quorum.
    Ballot = "ballot": BallotInput => Ballot, vote::ballot;
    /// Who is elected on a ballot. ORG-21, ORG-34 to ORG-36.
    Election = "election": ElectionInput => Election, vote::election;
    /// Attendance, as sums of counts. MTG-08, MTG-09.
    Attendance = "attendance": AttendanceInput => AttendanceSummary, meeting::attendance;
    /// The roll of one meeting with its movements. MTG-11, MTG-13, MTG-15, VOTE-05, VOTE-06.
    RollCall = "rollCall": RollCallInput => RollCall, meeting::roll_call;
    /// How often in a row a member was excused. MTG-09.
    ExcusedStreak = "excusedStreak": ExcusedStreakInput => ExcusedStreak, meeting::excused_streak;
    /// The months that a member missed without a reason. MTG-12.
    AbsentMonths = "absentMonths": AbsentMonthsInput => AbsentMonths, meeting::absent_months;
    /// How long a meeting must last. MTG-07.
    MeetingDuration = "meetingDuration": MeetingDurationInput => MeetingDuration, meeting::meeting_duration;
    /// The score of a cell meeting. Section 5.1.
    MeetingScore = "meetingScore": MeetingScoreInput => MeetingScore, meeting::meeting_score;
    /// The course of a cell meeting, in order. MTG-13.
    MeetingForm = "meetingForm": MeetingFormInput => MeetingForm, meeting::meeting_form;
    /// How a document is numbered and dated. MTG-14.
    DocumentNumber = "documentNumber": DocumentNumberInput => DocumentNumber, meeting::document_number;
    /// A body's calendar of meetings. MTG-01 to MTG-06.
    MeetingCalendar = "meetingCalendar": MeetingCalendarInput => MeetingCalendar, meeting::meeting_calendar;
    /// What is due around a meeting. MTG-08, MTG-13.
    MeetingDeadlines = "meetingDeadlines": MeetingDeadlinesInput => MeetingDeadlines, meeting::meeting_deadlines;
    /// Whether a meeting may be online. MTG-10.
    OnlineMeeting = "onlineMeeting": OnlineMeetingInput => OnlineMeeting, meeting::online_meeting;
    /// A result against its plan.
    PlanFulfilment = "planFulfilment": PlanFulfilmentInput => PlanFulfilment, work::plan_fulfilment;
    /// The plans that a published percentage fits.
    PlansShownAs = "plansShownAs": PlansShownAsInput => PlansShownAs, work::plans_shown_as;
    /// A portfolio of projects, summed.
    Portfolio = "portfolio": PortfolioInput => Portfolio, work::portfolio;
    /// A portfolio of projects by year or by owner.
    PortfolioRows = "portfolioRows": PortfolioRowsInput => PortfolioRows, work::portfolio_rows;
    /// Where a task stands, and whether it was completed well. MEM-71.
    TaskState = "taskState": TaskStateInput => TaskStanding, work::task_state;
    /// Tasks counted by their state and by holder. MEM-70, MEM-71.
    TaskSummary = "taskSummary": TaskSummaryInput => TaskSummary, work::task_summary;
    /// A yearly target on a day: result, trend, forecast, needed pace.
    TargetProgress = "targetProgress": TargetProgressInput => TargetProgress, work::target_progress;
    /// Until when a question or criticism is answered. MEM-77.
    AnswerDue = "answerDue": AnswerDueInput => AnswerDue, oversight::answer_due;
    /// Until when members are informed again. MEM-77.
    InformationDue = "informationDue": InformationDueInput => InformationDue, oversight::information_due;
    /// Whether a complaint about discipline is taken up. INS-05.
    ComplaintOnDiscipline = "complaintOnDiscipline": ComplaintOnDisciplineInput => ComplaintOnDiscipline, oversight::complaint_on_discipline;
    /// Until when a denunciation is settled. INS-03, INS-04.
    DenunciationDeadline = "denunciationDeadline": DenunciationDeadlineInput => DenunciationDeadline, oversight::denunciation_deadline;
    /// Whether a denunciation is handled as one. INS-06, INS-07.
    DenunciationHandled = "denunciationHandled": DenunciationHandledInput => DenunciationHandled, oversight::denunciation_handled;
    /// How a petition or difficulty of an organization stands. MEM-77.
    MatterProgress = "matterProgress": MatterProgressInput => MatterProgress, oversight::matter_progress;
    /// How a body supervises. INS-01.
    SupervisionModes = "supervisionModes": SupervisionModesInput => SupervisionModes, oversight::supervision_modes;
    /// The steps of an inspection in a cell. INS-02, INS-08.
    InspectionSteps = "inspectionSteps": InspectionStepsInput => InspectionSteps, oversight::inspection_steps;
    /// Whether an inspection committee controls assets and income. INS-09.
    AssetControl = "assetControl": AssetControlInput => AssetControl, oversight::asset_control;
    /// Age at admission. MEM-01.
    AdmissionAge = "admissionAge": AdmissionAgeInput => AdmissionAge, member::admission_age;
    /// Until when the ceremony is due. MEM-07.
    CeremonyDue = "ceremonyDue": CeremonyDueInput => CeremonyDue, member::ceremony_due;
    /// When a member is recognized. MEM-20 to MEM-22.
    RecognitionDue = "recognitionDue": RecognitionDueInput => RecognitionDue, member::recognition_due;
    /// Party age. MEM-30, BDG-01, BDG-02.
    PartyAge = "partyAge": PartyAgeInput => PartyAge, member::party_age;
    /// Entitlement to a badge. BDG-01 to BDG-04.
    Badge = "badge": BadgeInput => Badge, member::badge;
    /// The money that goes with a badge. BDG-07.
    BadgePrize = "badgePrize": BadgePrizeInput => BadgePrize, member::badge_prize;
    /// Whether the procedure of deletion may start. MEM-63.
    DeletionGround = "deletionGround": DeletionGroundInput => DeletionGround, member::deletion_ground;
    /// Whether a transfer file is overdue. MEM-40, MEM-42.
    TransferOverdue = "transferOverdue": TransferOverdueInput => TransferOverdue, member::transfer_overdue;
    /// Whether and when a former member may come back. MEM-12.
    Readmission = "readmission": ReadmissionInput => Readmission, member::readmission;
    /// Monthly dues. Sections 8.1 and 8.2.
    MonthlyDues = "monthlyDues": MonthlyDuesInput => MonthlyDues, dues::monthly_dues;
    /// What a cell keeps of its dues. Section 8.3.
    KeptByCell = "keptByCell": KeptByCellInput => KeptByCell, dues::kept_by_cell;
    /// Whether a member is rated. EVL-10.
    Ratable = "ratable": RatableInput => Ratable, evaluation::ratable;
    /// A year's ratings in their order. EVL-10, EVL-11.
    RatingPlan = "ratingPlan": RatingPlanInput => RatingPlan, evaluation::rating_plan;
    /// How far a rating has come. EVL-05, EVL-06, EVL-12 to EVL-14.
    EvaluationProcedure = "evaluationProcedure": EvaluationProcedureInput => EvaluationProcedure, evaluation::evaluation_procedure;
    /// The yearly level by the subject's own facts. Sections 6.2, 6.3, EVL-01, EVL-02.
    Level = "level": LevelFacts => LevelValue, evaluation::level;
    /// The level by a sheet, from the mark of each criterion. EVL-01 to EVL-03.
    SheetLevel = "sheetLevel": SheetLevelInput => SheetLevelValue, evaluation::sheet_level;
    /// Why a subject has its level, and what would change it. Sections 6.2 to 6.5.
    ExplainLevel = "explainLevel": ExplainLevelInput => LevelExplanation, evaluation::explain_level;
    /// How many may be excellent. Section 6.4.
    ExcellentCap = "excellentCap": ExcellentCapInput => ExcellentCap, evaluation::excellent_cap;
    /// Who stays excellent under the cap. Section 6.4.
    ApplyCap = "applyCap": ApplyCapInput => CapOutcome, evaluation::apply_cap;
    /// Who would stay excellent if some stood otherwise. Section 6.4.
    CapWhatIf = "capWhatIf": CapWhatIfInput => CapWhatIf, evaluation::cap_what_if;
    /// Who stays excellent under each reading of the cap. Section 6.4.
    CapReadings = "capReadings": CapReadingsInput => CapReadings, evaluation::cap_readings;
    /// The smallest change that makes a list of excellent legal. Section 6.4.
    CheapestLegalChange = "cheapestLegalChange": CheapestLegalChangeInput => CheapestLegalChange, evaluation::cheapest_legal_change;
    /// Everyone of a group with the cap applied. Sections 6.2 to 6.4.
    GroupLevels = "groupLevels": GroupLevelsInput => GroupLevels, evaluation::group_levels;
    /// Levels of groups rolled up to every unit above. Section 6.4.
    RollUp = "rollUp": RollUpInput => RollUp, evaluation::roll_up;
    /// How self-scores, votes and final levels differ, and what stands out. Section 6.6.
    Calibration = "calibration": CalibrationInput => Calibration, evaluation::calibration;
    /// Which ratings of a year are due. EVL-15.
    QuarterlyRating = "quarterlyRating": QuarterlyRatingInput => QuarterlyRating, evaluation::quarterly_rating;
    /// The task-based score of civil servants. EVL-16.
    TaskScore = "taskScore": TaskScoreInput => TaskScore, evaluation::task_score;
    /// Whether removal is considered after years not completed. EVL-05.
    ConsecutiveLevels = "consecutiveLevels": ConsecutiveLevelsInput => ConsecutiveLevels, evaluation::consecutive_levels;
    /// A table without its small counts. DAT-03.
    SuppressedTable = "suppressedTable": SuppressedTableInput => SuppressedTable, access::suppressed_table;
    /// Search over documents.
    DocumentSearch = "documentSearch": DocumentSearchInput => DocumentHits, document::document_search;
    /// Whether a document is in force, and what replaced it.
    DocumentStatus = "documentStatus": DocumentStatusInput => DocumentStatus, document::document_status;
}
