//! Every type of the core that crosses, and every stateless door.
//!
//! Written by `cargo xtask mirror` from the core's source. Do not edit: edit the core.

#![allow(
    unused_imports,
    clippy::too_many_lines,
    reason = "the declarations are consumed by UniFFI's macros"
)]

use handbook::calendar::TimeOfDay;
use handbook::{
    ContributionId, DocumentId, InspectionId, KindId, MatterId, MeetingId, MemberId, NaiveDate,
    OrganizationId, ParameterId, ProjectId, RuleId, TargetId, TaskId,
};

use crate::failure::HandbookError;
use crate::identifiers::CalendarDate;
use crate::rule_book::RuleBook;
use handbook::access::CountedRow;
use handbook::access::PublishedRow;
use handbook::access::Sight;
use handbook::access::SuppressedTable;
use handbook::access::SuppressedTableInput;
use handbook::calendar::WorkingCalendar;
use handbook::calendar::WorkingDay;
use handbook::calendar::WorkingDayInput;
use handbook::document::Document;
use handbook::document::DocumentHit;
use handbook::document::DocumentHits;
use handbook::document::DocumentKind;
use handbook::document::DocumentPart;
use handbook::document::DocumentSearchInput;
use handbook::document::DocumentStatus;
use handbook::document::DocumentStatusInput;
use handbook::document::MatchedPlace;
use handbook::document::SearchInput;
use handbook::document::Snippet;
use handbook::dues::DuesExemption;
use handbook::dues::KeptByCell;
use handbook::dues::KeptByCellInput;
use handbook::dues::MonthlyDues;
use handbook::dues::MonthlyDuesInput;
use handbook::dues::Payer;
use handbook::error::AbsenceReason;
use handbook::error::InputCode;
use handbook::evaluation::ApplyCapInput;
use handbook::evaluation::Calibration;
use handbook::evaluation::CalibrationGroup;
use handbook::evaluation::CalibrationInput;
use handbook::evaluation::CalibrationMeasure;
use handbook::evaluation::CalibrationOutlier;
use handbook::evaluation::CalibrationRow;
use handbook::evaluation::CalibrationSummary;
use handbook::evaluation::CapCandidate;
use handbook::evaluation::CapOutcome;
use handbook::evaluation::CapReadingLine;
use handbook::evaluation::CapReadings;
use handbook::evaluation::CapReadingsInput;
use handbook::evaluation::CapSubject;
use handbook::evaluation::CapTerms;
use handbook::evaluation::CapWhatIf;
use handbook::evaluation::CapWhatIfInput;
use handbook::evaluation::CellMove;
use handbook::evaluation::CheapestLegalChange;
use handbook::evaluation::CheapestLegalChangeInput;
use handbook::evaluation::ConsecutiveLevels;
use handbook::evaluation::ConsecutiveLevelsInput;
use handbook::evaluation::CriterionMark;
use handbook::evaluation::DecidedLevelState;
use handbook::evaluation::EvaluatedKind;
use handbook::evaluation::EvaluationDue;
use handbook::evaluation::EvaluationEvent;
use handbook::evaluation::EvaluationFact;
use handbook::evaluation::EvaluationFinding;
use handbook::evaluation::EvaluationFindingCode;
use handbook::evaluation::EvaluationProcedure;
use handbook::evaluation::EvaluationProcedureInput;
use handbook::evaluation::EvaluationStepLine;
use handbook::evaluation::EvaluationStepState;
use handbook::evaluation::ExactNumber;
use handbook::evaluation::ExcellentCap;
use handbook::evaluation::ExcellentCapInput;
use handbook::evaluation::ExplainLevelInput;
use handbook::evaluation::ExtraFact;
use handbook::evaluation::FurtherFacts;
use handbook::evaluation::GroupLevels;
use handbook::evaluation::GroupLevelsInput;
use handbook::evaluation::GroupSubject;
use handbook::evaluation::ItemScore;
use handbook::evaluation::LeastChange;
use handbook::evaluation::LeastChangeKind;
use handbook::evaluation::LevelChange;
use handbook::evaluation::LevelExplanation;
use handbook::evaluation::LevelFacts;
use handbook::evaluation::LevelSince;
use handbook::evaluation::LevelStep;
use handbook::evaluation::LevelStepKind;
use handbook::evaluation::LevelValue;
use handbook::evaluation::LevelVote;
use handbook::evaluation::LineBallot;
use handbook::evaluation::LineVote;
use handbook::evaluation::LineVoteState;
use handbook::evaluation::LineVotes;
use handbook::evaluation::MarkCount;
use handbook::evaluation::MarksSummary;
use handbook::evaluation::MoreGood;
use handbook::evaluation::NeededFact;
use handbook::evaluation::NotRatedLine;
use handbook::evaluation::NotRatedReason;
use handbook::evaluation::OutlierFences;
use handbook::evaluation::OutlierSide;
use handbook::evaluation::PeriodLine;
use handbook::evaluation::PeriodRating;
use handbook::evaluation::PeriodState;
use handbook::evaluation::PlaceInGroup;
use handbook::evaluation::PlanOrganization;
use handbook::evaluation::PlanPerson;
use handbook::evaluation::PlanSubject;
use handbook::evaluation::PlannedRating;
use handbook::evaluation::ProposalVotes;
use handbook::evaluation::QuarterlyRating;
use handbook::evaluation::QuarterlyRatingInput;
use handbook::evaluation::Ratable;
use handbook::evaluation::RatableInput;
use handbook::evaluation::RatedPart;
use handbook::evaluation::RatedStanding;
use handbook::evaluation::RatedSubject;
use handbook::evaluation::RatingPlan;
use handbook::evaluation::RatingPlanInput;
use handbook::evaluation::RatingWait;
use handbook::evaluation::ReviewMeeting;
use handbook::evaluation::RollUp;
use handbook::evaluation::RollUpGroup;
use handbook::evaluation::RollUpInput;
use handbook::evaluation::RollUpLine;
use handbook::evaluation::RollUpTotals;
use handbook::evaluation::RollUpUnit;
use handbook::evaluation::ScoreSheet;
use handbook::evaluation::ScoredItem;
use handbook::evaluation::ShareCap;
use handbook::evaluation::SheetGroupScore;
use handbook::evaluation::SheetLevelInput;
use handbook::evaluation::SheetLevelValue;
use handbook::evaluation::StageLevels;
use handbook::evaluation::StageMoves;
use handbook::evaluation::StepDown;
use handbook::evaluation::SubjectLevel;
use handbook::evaluation::TargetCounts;
use handbook::evaluation::TaskCounts;
use handbook::evaluation::TaskScore;
use handbook::evaluation::TaskScoreInput;
use handbook::evaluation::TiePolicy;
use handbook::evaluation::UnknownRule;
use handbook::evaluation::VotesSummary;
use handbook::evaluation::WeightedCriterion;
use handbook::evaluation::YearLevel;
use handbook::evaluation::YearRegime;
use handbook::evaluation::YearsInRow;
use handbook::exchange::CalendarEvent;
use handbook::exchange::CalendarFeed;
use handbook::exchange::EndReason;
use handbook::exchange::EventStatus;
use handbook::exchange::Manner;
use handbook::exchange::MeetingKind;
use handbook::exchange::Post;
use handbook::exchange::Presence;
use handbook::exchange::Sector;
use handbook::exchange::Sex;
use handbook::exchange::Standing;
use handbook::exchange::TableFile;
use handbook::exchange::TableProblem;
use handbook::exchange::TableProblemCode;
use handbook::handbook::AbsenceLine;
use handbook::handbook::AbsencesAnswer;
use handbook::handbook::AgendaItem;
use handbook::handbook::CalendarLine;
use handbook::handbook::CalibrationAnswer;
use handbook::handbook::CalibrationStage;
use handbook::handbook::Closing;
use handbook::handbook::Command;
use handbook::handbook::ContributionKind;
use handbook::handbook::ContributionLine;
use handbook::handbook::Destination;
use handbook::handbook::DocumentAnswer;
use handbook::handbook::Duty;
use handbook::handbook::EvaluationAct;
use handbook::handbook::EvaluationAnswer;
use handbook::handbook::EvaluationLine;
use handbook::handbook::EvaluationStepCount;
use handbook::handbook::EvaluationsAnswer;
use handbook::handbook::Event;
use handbook::handbook::ExcuseLine;
use handbook::handbook::Fact;
use handbook::handbook::FeedRequest;
use handbook::handbook::Finding;
use handbook::handbook::FindingLine;
use handbook::handbook::HeirLine;
use handbook::handbook::HeldPost;
use handbook::handbook::HelpReason;
use handbook::handbook::InspectionAct;
use handbook::handbook::InspectionFinding;
use handbook::handbook::InspectionLine;
use handbook::handbook::InspectionState;
use handbook::handbook::InspectionWork;
use handbook::handbook::InspectionsAnswer;
use handbook::handbook::LevelAnswer;
use handbook::handbook::LevelChangeLine;
use handbook::handbook::LevelExplained;
use handbook::handbook::LevelLine;
use handbook::handbook::LevelSubject;
use handbook::handbook::LevelTotals;
use handbook::handbook::LevelsAnswer;
use handbook::handbook::LevelsReadOtherwise;
use handbook::handbook::LineageAnswer;
use handbook::handbook::LostLine;
use handbook::handbook::MatterAct;
use handbook::handbook::MatterKind;
use handbook::handbook::MatterLine;
use handbook::handbook::MatterState;
use handbook::handbook::MattersAnswer;
use handbook::handbook::MeetingAct;
use handbook::handbook::MeetingAnswer;
use handbook::handbook::MeetingArrangement;
use handbook::handbook::MeetingChange;
use handbook::handbook::MeetingItem;
use handbook::handbook::MeetingItemLine;
use handbook::handbook::MeetingOutcome;
use handbook::handbook::MeetingPaper;
use handbook::handbook::MeetingPreparation;
use handbook::handbook::MeetingRoll;
use handbook::handbook::MeetingStage;
use handbook::handbook::MeetingVoteLine;
use handbook::handbook::MemberAnswer;
use handbook::handbook::MemberFlow;
use handbook::handbook::MemberLine;
use handbook::handbook::MonitorAnswer;
use handbook::handbook::MonitorLine;
use handbook::handbook::MonthLine;
use handbook::handbook::MonthlyCounts;
use handbook::handbook::MonthlyState;
use handbook::handbook::MovementLine;
use handbook::handbook::Obligation;
use handbook::handbook::OldFigure;
use handbook::handbook::OrganizationAct;
use handbook::handbook::OrganizationAnswer;
use handbook::handbook::Outcome;
use handbook::handbook::PostAnswer;
use handbook::handbook::PostHolder;
use handbook::handbook::PostLine;
use handbook::handbook::PublishedCalibration;
use handbook::handbook::PublishedLevels;
use handbook::handbook::PublishedRatings;
use handbook::handbook::PublishedStage;
use handbook::handbook::RecordAnswer;
use handbook::handbook::RecordQuestion;
use handbook::handbook::Remedy;
use handbook::handbook::RemedyAct;
use handbook::handbook::ResolutionLine;
use handbook::handbook::RestatedAnswer;
use handbook::handbook::RestatedLine;
use handbook::handbook::ReviewAnswer;
use handbook::handbook::RollEntry;
use handbook::handbook::SplitShare;
use handbook::handbook::StageLine;
use handbook::handbook::StepLine;
use handbook::handbook::TargetLine;
use handbook::handbook::TargetsAnswer;
use handbook::handbook::TaskAct;
use handbook::handbook::TaskLine;
use handbook::handbook::TaskStage;
use handbook::handbook::TasksAnswer;
use handbook::handbook::TreeLine;
use handbook::handbook::Unclear;
use handbook::handbook::UnclearLine;
use handbook::handbook::VoteTotals;
use handbook::handbook::WorkStep;
use handbook::meeting::AbsentMonths;
use handbook::meeting::AbsentMonthsInput;
use handbook::meeting::AttendanceInput;
use handbook::meeting::AttendanceRow;
use handbook::meeting::AttendanceSummary;
use handbook::meeting::CellMeeting;
use handbook::meeting::DayOfWeek;
use handbook::meeting::DocumentNumber;
use handbook::meeting::DocumentNumberInput;
use handbook::meeting::ExcusedStreak;
use handbook::meeting::ExcusedStreakInput;
use handbook::meeting::GivenMarks;
use handbook::meeting::GroupMarks;
use handbook::meeting::HolidayShift;
use handbook::meeting::LackingPeriod;
use handbook::meeting::MeetingBody;
use handbook::meeting::MeetingCalendar;
use handbook::meeting::MeetingCalendarInput;
use handbook::meeting::MeetingDeadlines;
use handbook::meeting::MeetingDeadlinesInput;
use handbook::meeting::MeetingDuration;
use handbook::meeting::MeetingDurationInput;
use handbook::meeting::MeetingDuty;
use handbook::meeting::MeetingException;
use handbook::meeting::MeetingForm;
use handbook::meeting::MeetingFormInput;
use handbook::meeting::MeetingFormStep;
use handbook::meeting::MeetingObligation;
use handbook::meeting::MeetingPattern;
use handbook::meeting::MeetingPhase;
use handbook::meeting::MeetingPresence;
use handbook::meeting::MeetingRequired;
use handbook::meeting::MeetingRequirement;
use handbook::meeting::MeetingScore;
use handbook::meeting::MeetingScoreInput;
use handbook::meeting::MovedBy;
use handbook::meeting::OnlineMeeting;
use handbook::meeting::OnlineMeetingInput;
use handbook::meeting::OrganizationAttendance;
use handbook::meeting::PartMarks;
use handbook::meeting::PlannedMeeting;
use handbook::meeting::PreviousResolution;
use handbook::meeting::QuorumGap;
use handbook::meeting::RollCall;
use handbook::meeting::RollCallInput;
use handbook::meeting::RollCounts;
use handbook::meeting::RollEvent;
use handbook::meeting::RollLine;
use handbook::meeting::RollMember;
use handbook::meeting::RollMembership;
use handbook::meeting::RollQuorum;
use handbook::meeting::RollSpan;
use handbook::meeting::ScoreOrigin;
use handbook::meeting::ShortMonth;
use handbook::meeting::ThematicMeetings;
use handbook::meeting::WeekdayPlace;
use handbook::meeting::WeekendShift;
use handbook::member::AdmissionAge;
use handbook::member::AdmissionAgeInput;
use handbook::member::Badge;
use handbook::member::BadgeDiscipline;
use handbook::member::BadgeInput;
use handbook::member::BadgeMeasure;
use handbook::member::BadgePrize;
use handbook::member::BadgePrizeInput;
use handbook::member::CeremonyDue;
use handbook::member::CeremonyDueInput;
use handbook::member::DeletionGround;
use handbook::member::DeletionGroundInput;
use handbook::member::LeavingReason;
use handbook::member::NextBadge;
use handbook::member::PartyAge;
use handbook::member::PartyAgeGap;
use handbook::member::PartyAgeInput;
use handbook::member::Readmission;
use handbook::member::ReadmissionChance;
use handbook::member::ReadmissionInput;
use handbook::member::RecognitionDue;
use handbook::member::RecognitionDueInput;
use handbook::member::TransferOverdue;
use handbook::member::TransferOverdueInput;
use handbook::organization::AppointingTier;
use handbook::organization::AskedPower;
use handbook::organization::CellCommittee;
use handbook::organization::CellCommitteeInput;
use handbook::organization::ClosingCommittee;
use handbook::organization::Closure;
use handbook::organization::ClosureInput;
use handbook::organization::ClosureKind;
use handbook::organization::CommitteeBallot;
use handbook::organization::CommitteeTransfer;
use handbook::organization::CommitteeTransferInput;
use handbook::organization::CommitteeVote;
use handbook::organization::CommitteeVoteOutcome;
use handbook::organization::CongressDeadlines;
use handbook::organization::CongressDeadlinesInput;
use handbook::organization::CongressDuty;
use handbook::organization::CongressForm;
use handbook::organization::CongressObligation;
use handbook::organization::CongressSteps;
use handbook::organization::CongressStepsInput;
use handbook::organization::DelegatedPowers;
use handbook::organization::DelegatedPowersInput;
use handbook::organization::Disbanding;
use handbook::organization::DisbandingInput;
use handbook::organization::DueState;
use handbook::organization::ExtraAppointees;
use handbook::organization::ExtraAppointeesInput;
use handbook::organization::ExtraordinaryCongress;
use handbook::organization::ExtraordinaryCongressInput;
use handbook::organization::ExtraordinaryNeed;
use handbook::organization::MandateEnd;
use handbook::organization::MandateEndInput;
use handbook::organization::OrganizationForm;
use handbook::organization::OrganizationFormInput;
use handbook::organization::Placement;
use handbook::organization::PlacementInput;
use handbook::organization::PowersSuperior;
use handbook::organization::Reappointment;
use handbook::organization::ReappointmentInput;
use handbook::organization::Setting;
use handbook::organization::SigningAfterElection;
use handbook::organization::SigningAfterElectionInput;
use handbook::organization::StandingCommittee;
use handbook::organization::StandingCommitteeInput;
use handbook::organization::SubordinateRequests;
use handbook::organization::Term;
use handbook::organization::TermInput;
use handbook::oversight::AnswerDue;
use handbook::oversight::AnswerDueInput;
use handbook::oversight::AssetControl;
use handbook::oversight::AssetControlInput;
use handbook::oversight::ComplainedMeasure;
use handbook::oversight::ComplaintObstacle;
use handbook::oversight::ComplaintOnDiscipline;
use handbook::oversight::ComplaintOnDisciplineInput;
use handbook::oversight::DenouncedSubject;
use handbook::oversight::DenunciationDeadline;
use handbook::oversight::DenunciationDeadlineInput;
use handbook::oversight::DenunciationHandled;
use handbook::oversight::DenunciationHandledInput;
use handbook::oversight::DoneInspectionStep;
use handbook::oversight::InformationDue;
use handbook::oversight::InformationDueInput;
use handbook::oversight::InspectionStepLine;
use handbook::oversight::InspectionSteps;
use handbook::oversight::InspectionStepsInput;
use handbook::oversight::MatterEvent;
use handbook::oversight::MatterProgress;
use handbook::oversight::MatterProgressInput;
use handbook::oversight::MatterStep;
use handbook::oversight::SupervisingBody;
use handbook::oversight::SupervisionModes;
use handbook::oversight::SupervisionModesInput;
use handbook::quantity::Comparison;
use handbook::quantity::Fraction;
use handbook::quantity::Quantity;
use handbook::question::Answer;
use handbook::question::Question;
use handbook::report::AttendanceLine;
use handbook::report::CapLine;
use handbook::report::DistrictYear;
use handbook::report::DistrictYearRequest;
use handbook::report::Figure;
use handbook::report::FigureUnit;
use handbook::report::LevelCounts;
use handbook::report::NamedOrganization;
use handbook::report::OrganizationLine;
use handbook::report::RuleBookLine;
use handbook::report::SizeMisfit;
use handbook::rulebook::Citation;
use handbook::rulebook::Instrument;
use handbook::rulebook::KindRule;
use handbook::rulebook::Overlay;
use handbook::rulebook::RuleBookProblem;
use handbook::rulebook::Sureness;
use handbook::rulebook::policy::AbsenceCause;
use handbook::rulebook::policy::AttendanceCounting;
use handbook::rulebook::policy::CapGroup;
use handbook::rulebook::policy::CapReading;
use handbook::rulebook::policy::CapRounding;
use handbook::rulebook::policy::CapTie;
use handbook::rulebook::policy::CellInspectionStep;
use handbook::rulebook::policy::ComplaintBody;
use handbook::rulebook::policy::CongressStep;
use handbook::rulebook::policy::DayCounting;
use handbook::rulebook::policy::DeductionFloor;
use handbook::rulebook::policy::DenunciationContent;
use handbook::rulebook::policy::DenunciationStage;
use handbook::rulebook::policy::ElectedPost;
use handbook::rulebook::policy::EndedOrganizationRated;
use handbook::rulebook::policy::EvaluationRole;
use handbook::rulebook::policy::EvaluationStep;
use handbook::rulebook::policy::ExtraordinaryReason;
use handbook::rulebook::policy::Grade;
use handbook::rulebook::policy::Level;
use handbook::rulebook::policy::LongMeeting;
use handbook::rulebook::policy::MeetingClass;
use handbook::rulebook::policy::MeetingRole;
use handbook::rulebook::policy::MeetingStep;
use handbook::rulebook::policy::MovedMemberRated;
use handbook::rulebook::policy::OnlineReason;
use handbook::rulebook::policy::OutlierRule;
use handbook::rulebook::policy::OversightLevel;
use handbook::rulebook::policy::PresenceCounting;
use handbook::rulebook::policy::RatedPeriod;
use handbook::rulebook::policy::ScoreGroup;
use handbook::rulebook::policy::ScorePart;
use handbook::rulebook::policy::StreakCounting;
use handbook::rulebook::policy::SupervisionMode;
use handbook::rulebook::policy::UnratedYear;
use handbook::rulebook::policy::WithoutPrevious;
use handbook::rulebook::policy::ZeroCounts;
use handbook::rulebook::sheet::SheetProblem;
use handbook::text::Language;
use handbook::verdict::Ground;
use handbook::verdict::PolicyUsed;
use handbook::vote::Ballot;
use handbook::vote::BallotBase;
use handbook::vote::BallotInput;
use handbook::vote::BallotMeasure;
use handbook::vote::BallotQuorum;
use handbook::vote::BallotResult;
use handbook::vote::BallotThreshold;
use handbook::vote::CountedBase;
use handbook::vote::Decision;
use handbook::vote::ElectedBody;
use handbook::vote::Election;
use handbook::vote::ElectionCandidate;
use handbook::vote::ElectionInput;
use handbook::vote::ElectionTie;
use handbook::vote::Majority;
use handbook::vote::MajorityInput;
use handbook::vote::MajorityRule;
use handbook::vote::QuorumCount;
use handbook::vote::RequiredVotes;
use handbook::vote::RequiredVotesInput;
use handbook::vote::Step;
use handbook::vote::Tally;
use handbook::vote::TallyInput;
use handbook::vote::TieBreaker;
use handbook::vote::TieRule;
use handbook::vote::VoteBase;
use handbook::vote::VoteBaseInput;
use handbook::vote::VoteMethod;
use handbook::vote::VoteProgress;
use handbook::vote::VoteProgressInput;
use handbook::vote::VoteState;
use handbook::vote::VotingBody;
use handbook::work::AssignedTask;
use handbook::work::ForecastBasis;
use handbook::work::ForecastInput;
use handbook::work::HeldTask;
use handbook::work::NeededPace;
use handbook::work::PlacedProject;
use handbook::work::PlanFulfilment;
use handbook::work::PlanFulfilmentInput;
use handbook::work::PlansShownAs;
use handbook::work::PlansShownAsInput;
use handbook::work::Portfolio;
use handbook::work::PortfolioGrouping;
use handbook::work::PortfolioInput;
use handbook::work::PortfolioProject;
use handbook::work::PortfolioRow;
use handbook::work::PortfolioRows;
use handbook::work::PortfolioRowsInput;
use handbook::work::TargetAmount;
use handbook::work::TargetCourse;
use handbook::work::TargetDirection;
use handbook::work::TargetForecast;
use handbook::work::TargetProgress;
use handbook::work::TargetProgressInput;
use handbook::work::TargetResult;
use handbook::work::TargetResults;
use handbook::work::TargetTrend;
use handbook::work::TaskChange;
use handbook::work::TaskHolder;
use handbook::work::TaskProgress;
use handbook::work::TaskQuality;
use handbook::work::TaskReport;
use handbook::work::TaskRow;
use handbook::work::TaskStanding;
use handbook::work::TaskState;
use handbook::work::TaskStateInput;
use handbook::work::TaskSummary;
use handbook::work::TaskSummaryInput;
use handbook::work::TaskTerm;
use handbook::work::TaskTotals;
use handbook::work::WholeRounding;

/// Why a member is absent from a meeting: the code alone is kept.
#[uniffi::remote(Enum)]
pub enum AbsenceCause {
    /// Illness (ốm đau): about health, to be kept from others.
    Illness,
    /// Maternity (thai sản): about health, to be kept from others.
    Maternity,
    /// A work trip or duty (công tác).
    WorkTrip,
    /// Study (học tập).
    Study,
    /// A family matter (việc gia đình).
    Family,
    /// Storm, flood or another natural disaster (thời tiết, thiên tai).
    Weather,
    /// Far from home (đi làm ăn xa).
    FarAway,
    /// Anything else.
    Other,
}

/// One member's absences of a year, and excused ones in a row.
#[uniffi::remote(Record)]
pub struct AbsenceLine {
    /// The member.
    member: MemberId,
    /// Meetings of the year with this member on the roll.
    meetings: u32,
    /// Of them attended, in person or online.
    attended: u32,
    /// Of them missed with a reason.
    excused: u32,
    /// Of them missed without a reason.
    unexcused: u32,
    /// The longest row of excused absences up to the day, of all years.
    longest_excused_row: u32,
    /// The row that goes on.
    current_excused_row: u32,
    /// Whether the longest row is within the limit (MTG-09).
    within_limit: bool,
    /// Months of the year missed without a reason, 1 to 12 (MTG-12).
    months_unexcused: Vec<u32>,
    /// Whether they let the procedure of deletion start (MEM-63).
    procedure_may_start: bool,
}

/// Why the rule book has no value on a date it covers.
#[uniffi::remote(Enum)]
pub enum AbsenceReason {
    /// There was a text, but no one has read it for this book.
    NotRead,
    /// There was no such rule on that date.
    NoRule,
}

/// Absences of a cell's members.
#[uniffi::remote(Record)]
pub struct AbsencesAnswer {
    /// How far the asker sees.
    sight: Sight,
    /// Members in the order in which they came; a plain member sees the own line.
    lines: Vec<AbsenceLine>,
    /// The grounds of the rows and months that are beyond what is allowed.
    grounds: Vec<Ground>,
}

/// The months that a member missed without a reason.
#[uniffi::remote(Record)]
pub struct AbsentMonths {
    /// The months, 1 to 12, in order.
    months: Vec<u32>,
    /// Whether they are enough to start the procedure of deletion.
    procedure_may_start: bool,
}

/// One member's meetings in a year.
#[uniffi::remote(Record)]
pub struct AbsentMonthsInput {
    /// The year.
    year: i32,
    /// Its meetings, in any order; none after the day asked.
    meetings: Vec<MeetingPresence>,
}

pub(crate) type AbsentMonthsVerdict = handbook::verdict::Verdict<AbsentMonths>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct AbsentMonthsVerdict {
    /// The answer.
    value: AbsentMonths,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Age at admission.
#[uniffi::remote(Record)]
pub struct AdmissionAge {
    /// Years of age.
    years: u32,
    /// Months beyond those years, 0 to 11.
    months: u32,
    /// Whether the age allows admission.
    within_limits: bool,
}

/// Whose age is asked for, and when.
#[uniffi::remote(Record)]
pub struct AdmissionAgeInput {
    /// Day of birth.
    born_on: NaiveDate,
    /// The day the cell considers the admission.
    considered_on: NaiveDate,
    /// The standing committee of a central-run committee agreed in writing, for special need, to
    /// an age above the limit.
    special_consent: bool,
}

pub(crate) type AdmissionAgeVerdict = handbook::verdict::Verdict<AdmissionAge>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct AdmissionAgeVerdict {
    /// The answer.
    value: AdmissionAge,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A point of the agenda.
#[uniffi::remote(Record)]
pub struct AgendaItem {
    /// Its number, from 1; each once.
    number: u32,
    /// What it is about.
    title: String,
    /// Who presents it.
    #[uniffi(default = None)]
    presenter: Option<MemberId>,
}

/// The answer to a `Question`, of the same name.
#[uniffi::remote(Enum)]
pub enum Answer {
    /// The working day so many working days later.
    WorkingDayAfter(WorkingDayVerdict),
    /// The form that fits a size. ORG-04, ORG-10 to ORG-13.
    OrganizationForm(OrganizationFormVerdict),
    /// Whether a cell has a committee, and of how many. ORG-20.
    CellCommittee(CellCommitteeVerdict),
    /// How large a standing committee may be. ORG-25.
    StandingCommitteeMost(StandingCommitteeVerdict),
    /// How many may be appointed beyond the fixed number. ORG-26.
    ExtraAppointeesMost(ExtraAppointeesVerdict),
    /// Whether a kind may stand under another. ORG-01 to ORG-06.
    Placement(PlacementVerdict),
    /// How long a term lasts. ORG-23, ORG-24.
    Term(TermVerdict),
    /// What is due around a congress. ORG-29.
    CongressDeadlines(CongressDeadlinesVerdict),
    /// The steps of a congress, in order. ORG-37.
    CongressSteps(CongressStepsVerdict),
    /// Whether an extraordinary congress may be held. ORG-31.
    ExtraordinaryCongress(ExtraordinaryCongressVerdict),
    /// Whether one who was elected may sign. ORG-30.
    SigningAfterElection(SigningAfterElectionVerdict),
    /// When retirement ends membership of a committee. ORG-32.
    MandateEnd(MandateEndVerdict),
    /// Whether transferring committee members needs the level further up. ORG-27.
    CommitteeTransfer(CommitteeTransferVerdict),
    /// Whether one who was not elected may be appointed. ORG-28.
    Reappointment(ReappointmentVerdict),
    /// Whether a size allows a power. ORG-15 to ORG-17, ORG-45.
    DelegatedPowers(DelegatedPowersVerdict),
    /// Whether an organization is disbanded. ORG-41.
    Disbanding(DisbandingVerdict),
    /// What is due after an organization is closed. ORG-40 to ORG-42.
    Closure(ClosureVerdict),
    /// Who counts in a vote. VOTE-01, VOTE-02.
    VoteBase(VoteBaseVerdict),
    /// How many votes a decision needs. VOTE-03, VOTE-04, ORG-34.
    RequiredVotes(RequiredVotesVerdict),
    /// Whether a vote carries. VOTE-03, VOTE-04.
    TallyVote(TallyVerdict),
    /// A majority of any kind, of any body.
    Majority(MajorityVerdict),
    /// Where a vote stands while it is taken. VOTE-01 to VOTE-04, VOTE-07, VOTE-08.
    VoteProgress(VoteProgressVerdict),
    /// What came out of a vote of any assembly, by its own base, threshold and quorum.
    Ballot(BallotVerdict),
    /// Who is elected on a ballot. ORG-21, ORG-34 to ORG-36.
    Election(ElectionVerdict),
    /// Attendance, as sums of counts. MTG-08, MTG-09.
    Attendance(AttendanceSummaryVerdict),
    /// The roll of one meeting with its movements. MTG-11, MTG-13, MTG-15, VOTE-05, VOTE-06.
    RollCall(RollCallVerdict),
    /// How often in a row a member was excused. MTG-09.
    ExcusedStreak(ExcusedStreakVerdict),
    /// The months that a member missed without a reason. MTG-12.
    AbsentMonths(AbsentMonthsVerdict),
    /// How long a meeting must last. MTG-07.
    MeetingDuration(MeetingDurationVerdict),
    /// The score of a cell meeting. Section 5.1.
    MeetingScore(MeetingScoreVerdict),
    /// The course of a cell meeting, in order. MTG-13.
    MeetingForm(MeetingFormVerdict),
    /// How a document is numbered and dated. MTG-14.
    DocumentNumber(DocumentNumberVerdict),
    /// A body's calendar of meetings. MTG-01 to MTG-06.
    MeetingCalendar(MeetingCalendarVerdict),
    /// What is due around a meeting. MTG-08, MTG-13.
    MeetingDeadlines(MeetingDeadlinesVerdict),
    /// Whether a meeting may be online. MTG-10.
    OnlineMeeting(OnlineMeetingVerdict),
    /// A result against its plan.
    PlanFulfilment(PlanFulfilmentVerdict),
    /// The plans that a published percentage fits.
    PlansShownAs(PlansShownAsVerdict),
    /// A portfolio of projects, summed.
    Portfolio(PortfolioVerdict),
    /// A portfolio of projects by year or by owner.
    PortfolioRows(PortfolioRowsVerdict),
    /// Where a task stands, and whether it was completed well. MEM-71.
    TaskState(TaskStandingVerdict),
    /// Tasks counted by their state and by holder. MEM-70, MEM-71.
    TaskSummary(TaskSummaryVerdict),
    /// A yearly target on a day: result, trend, forecast, needed pace.
    TargetProgress(TargetProgressVerdict),
    /// Until when a question or criticism is answered. MEM-77.
    AnswerDue(AnswerDueVerdict),
    /// Until when members are informed again. MEM-77.
    InformationDue(InformationDueVerdict),
    /// Whether a complaint about discipline is taken up. INS-05.
    ComplaintOnDiscipline(ComplaintOnDisciplineVerdict),
    /// Until when a denunciation is settled. INS-03, INS-04.
    DenunciationDeadline(DenunciationDeadlineVerdict),
    /// Whether a denunciation is handled as one. INS-06, INS-07.
    DenunciationHandled(DenunciationHandledVerdict),
    /// How a petition or difficulty of an organization stands. MEM-77.
    MatterProgress(MatterProgressVerdict),
    /// How a body supervises. INS-01.
    SupervisionModes(SupervisionModesVerdict),
    /// The steps of an inspection in a cell. INS-02, INS-08.
    InspectionSteps(InspectionStepsVerdict),
    /// Whether an inspection committee controls assets and income. INS-09.
    AssetControl(AssetControlVerdict),
    /// Age at admission. MEM-01.
    AdmissionAge(AdmissionAgeVerdict),
    /// Until when the ceremony is due. MEM-07.
    CeremonyDue(CeremonyDueVerdict),
    /// When a member is recognized. MEM-20 to MEM-22.
    RecognitionDue(RecognitionDueVerdict),
    /// Party age. MEM-30, BDG-01, BDG-02.
    PartyAge(PartyAgeVerdict),
    /// Entitlement to a badge. BDG-01 to BDG-04.
    Badge(BadgeVerdict),
    /// The money that goes with a badge. BDG-07.
    BadgePrize(BadgePrizeVerdict),
    /// Whether the procedure of deletion may start. MEM-63.
    DeletionGround(DeletionGroundVerdict),
    /// Whether a transfer file is overdue. MEM-40, MEM-42.
    TransferOverdue(TransferOverdueVerdict),
    /// Whether and when a former member may come back. MEM-12.
    Readmission(ReadmissionVerdict),
    /// Monthly dues. Sections 8.1 and 8.2.
    MonthlyDues(MonthlyDuesVerdict),
    /// What a cell keeps of its dues. Section 8.3.
    KeptByCell(KeptByCellVerdict),
    /// Whether a member is rated. EVL-10.
    Ratable(RatableVerdict),
    /// A year's ratings in their order. EVL-10, EVL-11.
    RatingPlan(RatingPlanVerdict),
    /// How far a rating has come. EVL-05, EVL-06, EVL-12 to EVL-14.
    EvaluationProcedure(EvaluationProcedureVerdict),
    /// The yearly level by the subject's own facts. Sections 6.2, 6.3, EVL-01, EVL-02.
    Level(LevelValueVerdict),
    /// The level by a sheet, from the mark of each criterion. EVL-01 to EVL-03.
    SheetLevel(SheetLevelValueVerdict),
    /// Why a subject has its level, and what would change it. Sections 6.2 to 6.5.
    ExplainLevel(LevelExplanationVerdict),
    /// How many may be excellent. Section 6.4.
    ExcellentCap(ExcellentCapVerdict),
    /// Who stays excellent under the cap. Section 6.4.
    ApplyCap(CapOutcomeVerdict),
    /// Who would stay excellent if some stood otherwise. Section 6.4.
    CapWhatIf(CapWhatIfVerdict),
    /// Who stays excellent under each reading of the cap. Section 6.4.
    CapReadings(CapReadingsVerdict),
    /// The smallest change that makes a list of excellent legal. Section 6.4.
    CheapestLegalChange(CheapestLegalChangeVerdict),
    /// Everyone of a group with the cap applied. Sections 6.2 to 6.4.
    GroupLevels(GroupLevelsVerdict),
    /// Levels of groups rolled up to every unit above. Section 6.4.
    RollUp(RollUpVerdict),
    /// How self-scores, votes and final levels differ, and what stands out. Section 6.6.
    Calibration(CalibrationVerdict),
    /// Which ratings of a year are due. EVL-15.
    QuarterlyRating(QuarterlyRatingVerdict),
    /// The task-based score of civil servants. EVL-16.
    TaskScore(TaskScoreVerdict),
    /// Whether removal is considered after years not completed. EVL-05.
    ConsecutiveLevels(ConsecutiveLevelsVerdict),
    /// A table without its small counts. DAT-03.
    SuppressedTable(SuppressedTableVerdict),
    /// Search over documents.
    DocumentSearch(DocumentHitsVerdict),
    /// Whether a document is in force, and what replaced it.
    DocumentStatus(DocumentStatusVerdict),
}

/// Until when an answer is owed.
#[uniffi::remote(Record)]
pub struct AnswerDue {
    /// The last day for it.
    due_on: NaiveDate,
    /// Where it stands on the day asked.
    state: DueState,
    /// Working days after the last day until it was answered, or until the day asked.
    working_days_over: u32,
    /// It took or takes longer, and nobody said why.
    reason_missing: bool,
}

/// A question or a criticism (chất vấn, phê bình) that an answer is owed to.
#[uniffi::remote(Record)]
pub struct AnswerDueInput {
    /// The level that was asked.
    level: OversightLevel,
    /// The day it was received.
    received_on: NaiveDate,
    /// The day it was answered; absent while it is not.
    #[uniffi(default = None)]
    answered_on: Option<NaiveDate>,
    /// It was said why the answer takes longer.
    reason_given: bool,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type AnswerDueVerdict = handbook::verdict::Verdict<AnswerDue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct AnswerDueVerdict {
    /// The answer.
    value: AnswerDue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A group with everyone in it who is eligible for excellent.
#[uniffi::remote(Record)]
pub struct ApplyCapInput {
    /// What the group is called.
    group: String,
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The share, from 0 to 1; absent for the one in force.
    #[uniffi(default = None)]
    share: Option<Fraction>,
    /// How it becomes a whole number; absent for the rounding in force.
    #[uniffi(default = None)]
    rounding: Option<CapRounding>,
    /// What kind of group it is; absent for the kind in force.
    #[uniffi(default = None)]
    group_kind: Option<CapGroup>,
    /// The superior judged the unit outstanding, which raises the share in force.
    outstanding: bool,
    /// All rated of the group.
    rated: u32,
    /// Those whose own facts give good; with the candidates at most `rated`.
    good: u32,
    /// Those whose own facts give excellent, in any order.
    candidates: Vec<CapCandidate>,
    /// Whom the vote chose among those tied at the line, as many as there are seats; absent
    /// before the vote.
    #[uniffi(default = None)]
    chosen: Option<Vec<String>>,
}

/// Which tier appoints.
#[uniffi::remote(Enum)]
pub enum AppointingTier {
    /// A grassroots committee.
    Grassroots,
    /// A committee above grassroots.
    AboveGrassroots,
}

/// What is asked for.
#[uniffi::remote(Enum)]
pub enum AskedPower {
    /// A committee directly above grassroots in a special place (đảng bộ cấp trên trực tiếp cơ
    /// sở ở nơi đặc thù). ORG-15.
    AboveGrassrootsCommittee {
        /// What stands directly above.
        superior: PowersSuperior,
        /// The unit is a legal person (tư cách pháp nhân).
        legal_person: bool,
        /// Grassroots organizations below it.
        grassroots_organizations: u32,
    },
    /// Powers of a committee above grassroots for a grassroots one (giao quyền cấp ủy cấp trên
    /// cơ sở). ORG-16.
    AboveGrassrootsPowers {
        /// What stands directly above.
        superior: PowersSuperior,
        /// A body of the centre (cơ quan Trung ương).
        central_body: bool,
        /// Member units (đơn vị thành viên).
        member_units: u32,
        /// The yearly levels, the last year last and no year left out.
        levels: Vec<Level>,
    },
    /// Authority of a grassroots committee to admit and expel (ủy quyền kết nạp, khai trừ).
    /// ORG-17.
    AdmitAndExpel {
        /// The yearly levels, the last year last and no year left out.
        levels: Vec<Level>,
    },
    /// A full-time Party officer (cán bộ chuyên trách). ORG-45.
    FullTimeOfficer,
}

/// Whether an inspection committee controls assets and income.
#[uniffi::remote(Record)]
pub struct AssetControl {
    /// Whether it does.
    controls: bool,
}

/// A level whose inspection committee is asked about.
#[uniffi::remote(Record)]
pub struct AssetControlInput {
    /// The level.
    level: OversightLevel,
}

pub(crate) type AssetControlVerdict = handbook::verdict::Verdict<AssetControl>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct AssetControlVerdict {
    /// The answer.
    value: AssetControl,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A task (nhiệm vụ) as far as it has come.
#[uniffi::remote(Record)]
pub struct AssignedTask {
    /// The day it was given.
    given_on: NaiveDate,
    /// Its first last day, not before `givenOn`.
    due_on: NaiveDate,
    /// New last days, in any order, at most one set on a day.
    terms: Vec<TaskTerm>,
    /// Reports, in any order, at most one on a day.
    reports: Vec<TaskReport>,
    /// The day it was done; absent while it is not.
    #[uniffi(default = None)]
    done_on: Option<NaiveDate>,
    /// How well; absent while nobody has judged it.
    #[uniffi(default = None)]
    quality: Option<TaskQuality>,
}

/// Who counts in the denominator of attendance (section 12.2, point 8 of the catalogue).
#[uniffi::remote(Enum)]
pub enum AttendanceCounting {
    /// Every member of the cell.
    EveryMember,
    /// Without exempted members.
    WithoutExempted,
    /// Without exempted and suspended members.
    WithoutExemptedSuspended,
    /// Without exempted and suspended members and those temporarily elsewhere.
    WithoutExemptedSuspendedAway,
}

/// Roll-calls to be added up.
#[uniffi::remote(Record)]
pub struct AttendanceInput {
    /// Who counts; absent for the policy in force.
    #[uniffi(default = None)]
    counting: Option<AttendanceCounting>,
    /// The rows, in any order; rows of the same organization are added up.
    rows: Vec<AttendanceRow>,
}

/// Attendance of one organization over the year.
#[uniffi::remote(Record)]
pub struct AttendanceLine {
    /// The organization.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Attendances.
    attended: i64,
    /// Attendances expected.
    expected: i64,
    /// The share in percent, two decimals; empty when nobody was expected.
    shown: String,
    /// Whether the share reaches the aim; absent when nobody was expected.
    #[uniffi(default = None)]
    reaches_aim: Option<bool>,
}

/// Roll-calls (điểm danh) of one organization, added up: how many times members stood in each
/// state. Everyone on the roll of a meeting stands in one state.
#[uniffi::remote(Record)]
pub struct AttendanceRow {
    /// The organization.
    organization: OrganizationId,
    /// Present in the room.
    present_in_person: u32,
    /// Present by an online connection.
    present_online: u32,
    /// Absent with a reason.
    excused: u32,
    /// Absent without a reason.
    unexcused: u32,
    /// Exempted and absent. One who comes and takes part counts as present.
    exempted: u32,
    /// Suspended.
    suspended: u32,
    /// Temporarily elsewhere and absent.
    away_temporarily: u32,
}

/// Attendance of all rows together: the sum of counts, never the mean of rates.
#[uniffi::remote(Record)]
pub struct AttendanceSummary {
    /// Attendances.
    attended: i64,
    /// Attendances expected.
    expected: i64,
    /// The share in percent with two decimals, rounded half upward; empty when nobody was
    /// expected.
    share_shown: String,
    /// Whether the aim is reached; absent when nobody was expected.
    #[uniffi(default = None)]
    reaches_aim: Option<bool>,
    /// Each organization, in the order in which it is first given.
    by_organization: Vec<OrganizationAttendance>,
}

pub(crate) type AttendanceSummaryVerdict = handbook::verdict::Verdict<AttendanceSummary>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct AttendanceSummaryVerdict {
    /// The answer.
    value: AttendanceSummary,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// When a badge is due.
#[uniffi::remote(Record)]
pub struct Badge {
    /// The day on which the years are reached, or would have been.
    reached_on: NaiveDate,
    /// The round for which that day counts; it may lie some days before it.
    round: NaiveDate,
    /// The first day of entitlement: `reachedOn`, or the round where that comes before; earlier
    /// for the gravely ill and the dead, later under discipline. Absent when there is none.
    #[uniffi(default = None)]
    earliest_on: Option<NaiveDate>,
    /// Whether the member is entitled on the day asked.
    entitled: bool,
    /// Whether it is awarded after death (truy tặng).
    posthumous: bool,
}

/// Discipline that the member is under.
#[uniffi::remote(Record)]
pub struct BadgeDiscipline {
    /// The measure.
    measure: BadgeMeasure,
    /// The day it was decided.
    on: NaiveDate,
}

/// Whose badge is asked for, which, and when.
#[uniffi::remote(Record)]
pub struct BadgeInput {
    /// The day the decision on the first admission was signed.
    decision_on: NaiveDate,
    /// Times outside the Party, in any order, not overlapping, none ending after `on`.
    gaps: Vec<PartyAgeGap>,
    /// Years of Party age of the badge: 30, 40, 45 …
    years: u32,
    /// The day of death.
    #[uniffi(default = None)]
    died_on: Option<NaiveDate>,
    /// Gravely ill: the badge may come early.
    gravely_ill: bool,
    /// Discipline that the member is under.
    #[uniffi(default = None)]
    discipline: Option<BadgeDiscipline>,
    /// The day on which it is asked.
    on: NaiveDate,
}

/// A measure of discipline that makes a badge wait.
#[uniffi::remote(Enum)]
pub enum BadgeMeasure {
    /// Khiển trách.
    Reprimand,
    /// Cảnh cáo.
    Warning,
    /// Cách chức.
    Dismissal,
}

/// The money that goes with a badge.
#[uniffi::remote(Record)]
pub struct BadgePrize {
    /// In đồng.
    amount: i64,
}

/// Which badge, and the base salary of the day.
#[uniffi::remote(Record)]
pub struct BadgePrizeInput {
    /// Years of Party age of the badge.
    years: u32,
    /// The base salary (mức lương cơ sở) in đồng, 1 to 100 million million.
    base_salary: i64,
}

pub(crate) type BadgePrizeVerdict = handbook::verdict::Verdict<BadgePrize>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct BadgePrizeVerdict {
    /// The answer.
    value: BadgePrize,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

pub(crate) type BadgeVerdict = handbook::verdict::Verdict<Badge>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct BadgeVerdict {
    /// The answer.
    value: Badge,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What came out of a vote, and what it needed.
#[uniffi::remote(Record)]
pub struct Ballot {
    /// What came out.
    result: BallotResult,
    /// The votes in favour against the threshold, without a casting vote.
    majority: BallotMeasure,
    /// The fewest further votes in favour that would meet the threshold, if nobody else voted: a
    /// share of the votes cast grows with them. Absent where no number would.
    #[uniffi(default = None)]
    missing: Option<u32>,
    /// The quorum; absent where there is none.
    #[uniffi(default = None)]
    quorum: Option<BallotMeasure>,
    /// Who has the casting vote, or had it: absent without a tie.
    #[uniffi(default = None)]
    tie_breaker: Option<TieBreaker>,
}

/// What a share is a share of.
#[uniffi::remote(Enum)]
pub enum BallotBase {
    /// All members that the assembly has by law.
    AllMembers,
    /// The members in office: without vacant seats.
    InOffice,
    /// Those present.
    Present,
    /// Every vote cast, abstentions and spoiled ballots too.
    VotesCast,
    /// Every valid vote: abstentions too, spoiled ballots not.
    ValidVotes,
    /// Votes in favour and against alone.
    YesAndNo,
    /// Another number.
    Number {
        /// Those who count, 1 to 1,000,000,000.
        value: u32,
    },
}

/// A vote of an assembly. No count is above 1,000,000,000.
#[uniffi::remote(Record)]
pub struct BallotInput {
    /// All members that the assembly has by law; absent where no share is of them.
    #[uniffi(default = None)]
    members: Option<u32>,
    /// Members in office; absent where no share is of them.
    #[uniffi(default = None)]
    in_office: Option<u32>,
    /// Those present, voters by proxy too; absent where no share is of them.
    #[uniffi(default = None)]
    present: Option<u32>,
    /// Votes in favour.
    yes: u32,
    /// Votes against.
    no: u32,
    /// Abstentions.
    abstained: u32,
    /// Ballots that are not valid.
    spoiled: u32,
    /// Votes that may still be cast; 0 when the vote is over.
    still_to_vote: u32,
    /// The votes in favour that carry.
    threshold: BallotThreshold,
    /// The quorum; absent where there is none.
    #[uniffi(default = None)]
    quorum: Option<BallotQuorum>,
    /// What the rules say of a tie; absent where a tie is left as one.
    #[uniffi(default = None)]
    tie: Option<TieRule>,
}

/// A threshold as it stands with the votes counted.
#[uniffi::remote(Record)]
pub struct BallotMeasure {
    /// Those whom the share is of; absent for a fixed number.
    #[uniffi(default = None)]
    base: Option<u32>,
    /// The fewest that are enough, 1 or more.
    required: u32,
    /// How many there are.
    counted: u32,
    /// Whether they are enough.
    met: bool,
}

/// The quorum of a vote.
#[uniffi::remote(Record)]
pub struct BallotQuorum {
    /// Who counts.
    counted: QuorumCount,
    /// How many are needed.
    threshold: BallotThreshold,
}

/// What came out of a vote.
#[uniffi::remote(Enum)]
pub enum BallotResult {
    /// Carried, whatever may still be cast.
    Carried,
    /// Lost, whatever may still be cast.
    Lost,
    /// Too few took part: nothing is decided.
    NoQuorum,
    /// As many in favour as against, and nobody has broken the tie.
    Tie,
    /// The votes still to be cast decide.
    Open,
}

/// How much is needed.
#[uniffi::remote(Enum)]
pub enum BallotThreshold {
    /// A share of a base.
    Share {
        /// Of what.
        of: BallotBase,
        /// Above the line: below the denominator, or equal to it for `AtLeast`.
        numerator: u32,
        /// Below the line, 1 or more.
        denominator: u32,
        /// Whether the share must be reached or exceeded.
        rule: MajorityRule,
    },
    /// A fixed number or more.
    Votes {
        /// How many, 1 to 1,000,000,000.
        votes: u32,
    },
}

pub(crate) type BallotVerdict = handbook::verdict::Verdict<Ballot>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct BallotVerdict {
    /// The answer.
    value: Ballot,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// An event of a feed, on the clocks of Vietnam.
///
/// A later version of the same event keeps its `id` and has a higher `sequence`.
#[uniffi::remote(Record)]
pub struct CalendarEvent {
    /// What stays the same through all versions of the event, 1 to 64 bytes; with the feed's
    /// `domain` it is the UID. Each once in a feed.
    id: String,
    /// The version, 0 to 2,147,483,647: 0 at first.
    sequence: u32,
    /// When it was last changed, `yyyy-mm-ddThh:mm:ssZ`.
    #[uniffi(default = None)]
    modified_at: Option<String>,
    /// The day.
    on: NaiveDate,
    /// When it begins; absent for the whole day.
    #[uniffi(default = None)]
    starts_at: Option<TimeOfDay>,
    /// How long it lasts, 1 to 10,080 minutes; only with `starts_at`.
    #[uniffi(default = None)]
    minutes: Option<u32>,
    /// Its name, 1 to 1,024 bytes.
    summary: String,
    /// More about it, at most 65,536 bytes; empty for nothing.
    description: String,
    /// Where it is, at most 1,024 bytes; empty for nothing.
    location: String,
    /// A page about it: a URI in ASCII, at most 1,024 bytes.
    #[uniffi(default = None)]
    url: Option<String>,
    /// At most 16, each 1 to 1,024 bytes.
    categories: Vec<String>,
    /// Whether it takes place.
    status: EventStatus,
    /// Minutes before the beginning at which to remind, 0 to 40,320.
    #[uniffi(default = None)]
    alarm_minutes: Option<u32>,
}

/// A calendar to be subscribed to.
#[uniffi::remote(Record)]
pub struct CalendarFeed {
    /// Its name, 1 to 1,024 bytes.
    name: String,
    /// Who made it, for PRODID, 1 to 1,024 bytes: `-//Organization//Product//VI`.
    product: String,
    /// What makes the UIDs unique in the world: letters, digits, hyphens and dots, 1 to 253 bytes.
    domain: String,
    /// When this feed was made, `yyyy-mm-ddThh:mm:ssZ`: the library has no clock.
    stamped_at: String,
    /// The events, in the order in which they are written; at most 20,000.
    events: Vec<CalendarEvent>,
}

/// A meeting on the calendar.
#[uniffi::remote(Record)]
pub struct CalendarLine {
    /// The meeting.
    meeting: MeetingId,
    /// The organization that meets.
    organization: OrganizationId,
    /// Its name on the day.
    name: String,
    /// What kind.
    kind: MeetingKind,
    /// The day for which it was first announced.
    announced_on: NaiveDate,
    /// The day it is on now.
    on: NaiveDate,
    /// When it begins.
    #[uniffi(default = None)]
    at: Option<TimeOfDay>,
    /// How long it is planned to last, in minutes.
    #[uniffi(default = None)]
    minutes: Option<u32>,
    /// Where.
    #[uniffi(default = None)]
    place: Option<String>,
    /// The address of the online meeting.
    #[uniffi(default = None)]
    link: Option<String>,
    /// What it is about.
    #[uniffi(default = None)]
    topic: Option<String>,
    /// How far it has come.
    stage: MeetingStage,
    /// How often it was changed: the SEQUENCE of a calendar feed.
    sequence: u32,
}

/// How the stages of a rating differ, and what stands out.
#[uniffi::remote(Record)]
pub struct Calibration {
    /// All rows.
    overall: CalibrationSummary,
    /// The groups, in the order of their names' bytes.
    groups: Vec<CalibrationGroup>,
    /// Where outliers begin; a measure with too few values to compare is left out.
    fences: Vec<OutlierFences>,
    /// By measure, then in the order of groups and of identifiers.
    outliers: Vec<CalibrationOutlier>,
}

/// How self-scores, votes and final levels of the members of an organization and below differ.
#[uniffi::remote(Record)]
pub struct CalibrationAnswer {
    /// The rules that judged.
    rule_book: RuleBookLine,
    /// The organization.
    organization: OrganizationId,
    /// The year.
    year: i32,
    /// The day whose rules and record judged.
    judged_on: NaiveDate,
    /// How far the asker sees.
    sight: Sight,
    /// Cell by cell, with who stands out; absent for who may not see single ratings.
    #[uniffi(default = None)]
    ratings: Option<CalibrationVerdict>,
    /// By grassroots organization, without small counts; for who sees sums alone.
    #[uniffi(default = None)]
    published: Option<PublishedCalibrationVerdict>,
}

/// One group.
#[uniffi::remote(Record)]
pub struct CalibrationGroup {
    /// The organization.
    group: String,
    /// Its rows.
    summary: CalibrationSummary,
}

/// The ratings to compare, and how outliers are found.
#[uniffi::remote(Record)]
pub struct CalibrationInput {
    /// In any order; no identifier stands twice.
    rows: Vec<CalibrationRow>,
    /// The rule for outliers; absent for the policy in force.
    #[uniffi(default = None)]
    rule: Option<OutlierRule>,
    /// How many median absolute deviations, or halves of the distance between the quartiles, a
    /// value may be away, 1 to 100; absent for the policy in force.
    #[uniffi(default = None)]
    multiple: Option<u32>,
    /// Hundredths of a point from the median within which nothing is an outlier, 0 to 10,000;
    /// absent for the policy in force.
    #[uniffi(default = None)]
    least_marks: Option<u32>,
    /// Fewest values that are compared with each other, 3 to 1,000; absent for the policy in
    /// force.
    #[uniffi(default = None)]
    least_size: Option<u32>,
}

/// What is compared in the search for outliers.
#[uniffi::remote(Enum)]
pub enum CalibrationMeasure {
    /// Median of the marks that a group gave itself.
    GroupSelfMarks,
    /// Median of the marks decided for a group.
    GroupFinalMarks,
    /// Median of the differences of a group.
    GroupDifference,
    /// Difference of one row.
    RowDifference,
}

/// A group or a row far from the others.
#[uniffi::remote(Record)]
pub struct CalibrationOutlier {
    /// What was compared.
    measure: CalibrationMeasure,
    /// The organization.
    group: String,
    /// The person or organization rated; absent where the whole group stands out.
    #[uniffi(default = None)]
    id: Option<String>,
    /// Its value, in hundredths of a point.
    value: ExactNumber,
    /// Where it stands.
    side: OutlierSide,
}

/// The rating of one person or organization, as far as it is known.
#[uniffi::remote(Record)]
pub struct CalibrationRow {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// The organization it is rated in, 1 to 64 bytes.
    group: String,
    /// Marks that it gave itself (tự chấm điểm), in hundredths of a point, 0 to 10,000.
    #[uniffi(default = None)]
    self_marks: Option<u32>,
    /// Level that it gave itself (tự nhận mức).
    #[uniffi(default = None)]
    self_level: Option<Level>,
    /// The cell's vote on the level proposed.
    #[uniffi(default = None)]
    votes: Option<ProposalVotes>,
    /// Level that the cell proposed (mức chi bộ đề nghị).
    #[uniffi(default = None)]
    proposed_level: Option<Level>,
    /// Marks decided, in hundredths of a point, 0 to 10,000.
    #[uniffi(default = None)]
    final_marks: Option<u32>,
    /// Level decided (mức được quyết định).
    #[uniffi(default = None)]
    final_level: Option<Level>,
}

/// A stage of a rating at which somebody has a level.
#[uniffi::remote(Enum)]
pub enum CalibrationStage {
    /// The level that members gave themselves.
    SelfScored,
    /// The level proposed.
    Proposed,
    /// The level decided.
    Decided,
}

/// The stages of a rating side by side.
#[uniffi::remote(Record)]
pub struct CalibrationSummary {
    /// Rows.
    rows: u32,
    /// Marks that they gave themselves; absent where no row has any.
    #[uniffi(default = None)]
    self_marks: Option<MarksSummary>,
    /// Marks decided.
    #[uniffi(default = None)]
    final_marks: Option<MarksSummary>,
    /// Marks decided less the marks that they gave themselves, of rows that have both.
    #[uniffi(default = None)]
    difference: Option<MarksSummary>,
    /// From the marks that they gave themselves to those decided.
    marks_moved: StageMoves,
    /// Levels that they gave themselves.
    self_levels: StageLevels,
    /// Levels that the cells proposed.
    proposed_levels: StageLevels,
    /// Levels decided.
    final_levels: StageLevels,
    /// From the level that they gave themselves to the one decided.
    self_to_final: StageMoves,
    /// From the level proposed to the one decided.
    proposed_to_final: StageMoves,
    /// The cells' votes.
    votes: VotesSummary,
}

pub(crate) type CalibrationVerdict = handbook::verdict::Verdict<Calibration>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CalibrationVerdict {
    /// The answer.
    value: Calibration,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// One who is eligible for excellent.
#[uniffi::remote(Record)]
pub struct CapCandidate {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// Marks in hundredths of a point, 0 to 10,000.
    marks: u32,
}

/// Within which group the cap holds.
#[uniffi::remote(Enum)]
pub enum CapGroup {
    /// The cell (chi bộ).
    Cell,
    /// The grassroots organization (tổ chức cơ sở đảng).
    GrassrootsOrganization,
    /// Those of similar tasks, named by the body that rates.
    SimilarTasks,
}

/// A group within which the cap on excellent was applied.
#[uniffi::remote(Record)]
pub struct CapLine {
    /// The group: an organization's id, a kind for groups of organizations, or the name that the
    /// body that rates gave to a group of similar tasks.
    group: String,
    /// The organization that forms it; for organizations, the one directly above them.
    organization: OrganizationId,
    /// The group's name.
    name: String,
    /// Whether the group is of members or of organizations.
    members: bool,
    /// Eligible for excellent before the cap.
    eligible: u32,
    /// Good before the cap.
    good: u32,
    /// Rated.
    rated: u32,
    /// Allowed to be excellent.
    allowed: u32,
    /// Excellent, without a vote or by one at the line.
    excellent: u32,
    /// Demoted to good.
    demoted: u32,
    /// Seats for which a vote is needed.
    seats: u32,
    /// Those among whom the vote is needed.
    vote_needed: Vec<String>,
    /// The votes taken among those tied at the line.
    #[uniffi(default = None)]
    line_vote: Option<LineVote>,
}

/// Who stays excellent. Every list is in the order of the identifiers' bytes.
#[uniffi::remote(Record)]
pub struct CapOutcome {
    /// The group, as asked.
    group: String,
    /// How many may be excellent.
    allowed: u32,
    /// Excellent without a vote.
    excellent: Vec<String>,
    /// Demoted to good.
    demoted: Vec<String>,
    /// Tied at the line: people must vote for `seats` of them; the rest are demoted.
    vote_needed: Vec<String>,
    /// How many of `voteNeeded` may be excellent; 0 when no vote is needed.
    seats: u32,
}

pub(crate) type CapOutcomeVerdict = handbook::verdict::Verdict<CapOutcome>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CapOutcomeVerdict {
    /// The answer.
    value: CapOutcome,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What the cap on "excellent" is a share of (section 6.4): E eligible for excellent, G good
/// before the cap, N rated.
#[uniffi::remote(Enum)]
pub enum CapReading {
    /// Of those good before anyone is demoted: k = min(E, ⌊G·p/q⌋).
    ShareOfGoodBeforeDemotion,
    /// Of those good in the final table: k = min(E, ⌊p(G+E)/(p+q)⌋).
    ShareOfGoodAfterDemotion,
    /// Of those good or better: k = min(E, ⌊(G+E)·p/q⌋).
    ShareOfGoodOrBetter,
    /// Of all rated: k = min(E, ⌊N·p/q⌋).
    ShareOfRated,
}

/// A group under one reading.
#[uniffi::remote(Record)]
pub struct CapReadingLine {
    /// What the cap is a share of.
    reading: CapReading,
    /// Who stays excellent.
    outcome: CapOutcome,
    /// Those whose final level is another than under the reading that the others are held
    /// against, in the order of the group.
    changed: Vec<LevelChange>,
}

/// A group under the four readings side by side.
#[uniffi::remote(Record)]
pub struct CapReadings {
    /// The reading that the others are held against: the one asked for, else the one in force.
    against: CapReading,
    /// The four readings, always in the same order.
    readings: Vec<CapReadingLine>,
}

/// A group to be read in every way.
#[uniffi::remote(Record)]
pub struct CapReadingsInput {
    /// What the group is called.
    group: String,
    /// How the cap is read; its reading is the one that the others are held against. Absent for
    /// the rules in force.
    #[uniffi(default = None)]
    terms: Option<CapTerms>,
    /// Everyone in the group.
    subjects: Vec<CapSubject>,
}

pub(crate) type CapReadingsVerdict = handbook::verdict::Verdict<CapReadings>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CapReadingsVerdict {
    /// The answer.
    value: CapReadings,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How the cap becomes a whole number.
#[uniffi::remote(Enum)]
pub enum CapRounding {
    /// Downward.
    Floor,
    /// To the nearest, halves upward.
    HalfUp,
    /// Upward.
    Ceiling,
}

/// One of a group, with the level by the own facts, before the cap.
#[uniffi::remote(Record)]
pub struct CapSubject {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// The level by the own facts; absent for one who is not rated.
    #[uniffi(default = None)]
    own: Option<Level>,
    /// Marks in hundredths of a point, 0 to 10,000; where one who is eligible for excellent has
    /// none, all eligible count as tied.
    #[uniffi(default = None)]
    marks: Option<u32>,
}

/// How the cap is read; whatever is absent is as in force. What differs from the rules in force
/// shows in the answer as chosen by the question.
#[uniffi::remote(Record)]
pub struct CapTerms {
    /// What the cap is a share of.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The share itself, from 0 to 1.
    #[uniffi(default = None)]
    share: Option<Fraction>,
    /// How it becomes a whole number.
    #[uniffi(default = None)]
    rounding: Option<CapRounding>,
    /// What kind of group the cap holds in.
    #[uniffi(default = None)]
    group_kind: Option<CapGroup>,
    /// The superior judged the unit outstanding, which raises the share in force.
    outstanding: bool,
}

/// What a recorded vote among those tied at the line of the cap does.
#[uniffi::remote(Enum)]
pub enum CapTie {
    /// Those with the most votes for excellent take the seats.
    MostVotes,
    /// Nothing: the tie stands until a level is decided.
    StaysOpen,
}

/// What would be otherwise.
#[uniffi::remote(Record)]
pub struct CapWhatIf {
    /// Who stays excellent as it is.
    before: CapOutcome,
    /// Who would stay excellent.
    after: CapOutcome,
    /// Those whose final level would be another, in the order of the group.
    changed: Vec<LevelChange>,
}

/// A group, and what might be otherwise in it.
#[uniffi::remote(Record)]
pub struct CapWhatIfInput {
    /// What the group is called.
    group: String,
    /// How the cap is read; absent for the rules in force.
    #[uniffi(default = None)]
    terms: Option<CapTerms>,
    /// Everyone in the group.
    subjects: Vec<CapSubject>,
    /// Those who would stand otherwise, each as a whole.
    changes: Vec<CapSubject>,
    /// How the cap would be read; absent for no other way.
    #[uniffi(default = None)]
    otherwise: Option<CapTerms>,
}

pub(crate) type CapWhatIfVerdict = handbook::verdict::Verdict<CapWhatIf>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CapWhatIfVerdict {
    /// The answer.
    value: CapWhatIf,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether a cell elects a committee.
#[uniffi::remote(Record)]
pub struct CellCommittee {
    /// Whether it elects a committee (chi ủy); without one it elects a secretary, and a deputy
    /// if needed.
    committee: bool,
    /// Most members of the committee; 0 without one.
    committee_most: u32,
}

/// The size of a cell.
#[uniffi::remote(Record)]
pub struct CellCommitteeInput {
    /// Full members (đảng viên chính thức).
    full_members: u32,
}

pub(crate) type CellCommitteeVerdict = handbook::verdict::Verdict<CellCommittee>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CellCommitteeVerdict {
    /// The answer.
    value: CellCommittee,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A step of an inspection in a cell. INS-02.
#[uniffi::remote(Enum)]
pub enum CellInspectionStep {
    /// The secretary drafts the plan of the year.
    YearPlan,
    /// The cell resolves it.
    PlanResolved,
    /// Notice is given at the meeting before.
    NoticeGiven,
    /// The member hands in a self-report (báo cáo tự kiểm tra).
    SelfReport,
    /// The secretary works with the member and drafts the conclusion.
    ConclusionDrafted,
    /// The cell discusses and votes, with minutes.
    CellVoted,
    /// The conclusion is made known and the file archived.
    Concluded,
}

/// Which form of a cell's meeting.
#[uniffi::remote(Enum)]
pub enum CellMeeting {
    /// The monthly meeting (sinh hoạt thường kỳ). MTG-01.
    Monthly,
    /// The thematic meeting (sinh hoạt chuyên đề). MTG-06.
    Thematic,
}

/// A move of a member's home.
#[uniffi::remote(Record)]
pub struct CellMove {
    /// The cell left.
    from: OrganizationId,
    /// The first day in the next cell.
    on: NaiveDate,
}

/// Until when the ceremony is due.
#[uniffi::remote(Record)]
pub struct CeremonyDue {
    /// The last day.
    by: NaiveDate,
    /// Whether the ceremony was held after that day or, while it is still to come, whether that
    /// day is over on the day asked.
    late: bool,
}

/// When a decision on admission was made, and the ceremony held.
#[uniffi::remote(Record)]
pub struct CeremonyDueInput {
    /// The day the decision was signed.
    decision_on: NaiveDate,
    /// The day the cell received it; absent when it is taken as received on the day it was
    /// signed.
    #[uniffi(default = None)]
    received_on: Option<NaiveDate>,
    /// The day of the ceremony; absent while it is still to come.
    #[uniffi(default = None)]
    ceremony_on: Option<NaiveDate>,
}

pub(crate) type CeremonyDueVerdict = handbook::verdict::Verdict<CeremonyDue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CeremonyDueVerdict {
    /// The answer.
    value: CeremonyDue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether a list is legal, and what would make it so.
#[uniffi::remote(Record)]
pub struct CheapestLegalChange {
    /// Whether the list is not longer than the cap allows.
    legal: bool,
    /// How many are on the list.
    listed: u32,
    /// The most that the cap lets be excellent, whoever is eligible.
    limit: u32,
    /// How many more the cap would let be excellent; 0 when the list is not legal.
    room: u32,
    /// The fewest whose level must change; 0 when the list is legal.
    cost: u32,
    /// Who would step down; absent when the list is legal.
    #[uniffi(default = None)]
    step_down: Option<StepDown>,
    /// How many more would have to be good; absent when the list is legal, and when it cannot
    /// help: the reading does not count those good, or too few of the group are below good.
    #[uniffi(default = None)]
    more_good: Option<MoreGood>,
}

/// A group with a proposed list of excellent.
#[uniffi::remote(Record)]
pub struct CheapestLegalChangeInput {
    /// How the cap is read; absent for the rules in force.
    #[uniffi(default = None)]
    terms: Option<CapTerms>,
    /// Everyone in the group, with the level by the own facts or the one proposed, before the
    /// cap.
    subjects: Vec<CapSubject>,
    /// Who is proposed to be excellent: some or all of those at that level.
    excellent: Vec<String>,
}

pub(crate) type CheapestLegalChangeVerdict = handbook::verdict::Verdict<CheapestLegalChange>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CheapestLegalChangeVerdict {
    /// The answer.
    value: CheapestLegalChange,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Instrument and clause behind a value, and the interval in which it is in force.
#[uniffi::remote(Record)]
pub struct Citation {
    /// The instrument's number, such as `294-QĐ/TW`.
    instrument: String,
    /// The clause, such as `§23.2` or `Điều 21.2`. Empty where the source names none; where the
    /// value is carried over, the clause that was read: `cf. 294-QĐ/TW §23.2`.
    clause: String,
    /// First day on which the value is in force.
    from: NaiveDate,
    /// Last day on which the value is in force; absent when the book knows no end.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// How sure the source is.
    sureness: Sureness,
    /// The overlay that set the value, if a body did.
    #[uniffi(default = None)]
    overlay: Option<String>,
}

/// How an organization ended.
#[uniffi::remote(Enum)]
pub enum Closing {
    /// It went into another.
    Merged,
    /// It was divided.
    Split,
    /// It was dissolved (giải thể).
    Dissolved,
    /// It was disbanded as discipline (giải tán).
    Disbanded,
    /// Its tier ended.
    TierEnded,
}

/// The committee that decides on a closing.
#[uniffi::remote(Enum)]
pub enum ClosingCommittee {
    /// The one competent to establish such an organization.
    Establishing,
    /// The one above the directly superior committee.
    OneLevelFurtherUp,
}

/// What is due after a closing.
#[uniffi::remote(Record)]
pub struct Closure {
    /// The committee whose decision the closing needs.
    decided_by: ClosingCommittee,
    /// The last day to collect files and seal and to transfer the members.
    due_on: NaiveDate,
    /// Where that stands on the day asked.
    state: DueState,
}

/// An organization that was closed.
#[uniffi::remote(Record)]
pub struct ClosureInput {
    /// The day it was closed.
    closed_on: NaiveDate,
    /// How.
    by: ClosureKind,
    /// The day files and seal were collected and every member was transferred; absent while they
    /// were not.
    #[uniffi(default = None)]
    settled_on: Option<NaiveDate>,
    /// The day on which it is asked.
    on: NaiveDate,
}

/// How an organization was closed.
#[uniffi::remote(Enum)]
pub enum ClosureKind {
    /// Dissolution (giải thể): its task is finished or its form no longer fits. ORG-40.
    Dissolution,
    /// Disbanding (giải tán), as discipline. ORG-41.
    Disbanding,
}

pub(crate) type ClosureVerdict = handbook::verdict::Verdict<Closure>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ClosureVerdict {
    /// The answer.
    value: Closure,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What a body asks the record to take in. Each is judged by the rules in force on its own date.
///
/// The two `register…` commands state what existed before the record; the others are acts.
#[uniffi::remote(Enum)]
pub enum Command {
    /// States an organization that already exists. Kind and parent are judged (ORG-01 to
    /// ORG-06), its size is not.
    RegisterOrganization {
        /// Its identifier in this record.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above; absent for the root.
        parent: Option<OrganizationId>,
        /// Its name.
        name: String,
        /// Its code, where it has one. A code is not an identity.
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group (ORG-04).
        village: bool,
        /// Why it was made, where its kind asks for a reason: a temporary cell (ORG-19).
        purpose: Option<String>,
        /// Since when the record speaks of it.
        on: NaiveDate,
    },
    /// Founds an organization (thành lập) with the members who form it. Size and kind are judged
    /// (ORG-04, ORG-10 to ORG-13).
    FoundOrganization {
        /// Its identifier in this record.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above.
        parent: OrganizationId,
        /// Its name.
        name: String,
        /// Its code, where it has one.
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group (ORG-04).
        village: bool,
        /// Why it is made, where its kind asks for a reason: a temporary cell (ORG-19).
        purpose: Option<String>,
        /// The day the decision takes effect.
        on: NaiveDate,
        /// The number of the decision.
        decision: String,
        /// The members who form it; a cell becomes their home.
        members: Vec<MemberId>,
        /// Leadership must be strengthened: a committee below the size is allowed (ORG-12).
        strengthened_leadership: bool,
        /// The superior agrees that a large cell stays one cell (ORG-13).
        consent_to_stay_cell: bool,
    },
    /// Gives a member a post (ORG-20, ORG-25).
    AssignPost {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// First day.
        from: NaiveDate,
        /// Last day, where already known.
        to: Option<NaiveDate>,
        /// Elected or appointed, where known.
        manner: Option<Manner>,
    },
    /// Takes in the acts of one decision: all of them or none. Each is judged by the rules in
    /// force on the day it takes effect (ORG-01 to ORG-20, ORG-40, ORG-41), and sizes by what
    /// all the acts together come to.
    Reorganize {
        /// The number of the decision.
        decision: String,
        /// The day the decision was signed.
        signed_on: NaiveDate,
        /// The body that decided, where it is in this record (ORG-40).
        decided_by: Option<OrganizationId>,
        /// The day it takes effect: the first day of what begins, the first day without what
        /// ends.
        on: NaiveDate,
        /// The acts, in order.
        acts: Vec<OrganizationAct>,
        /// Committees that may be below the size because leadership must be strengthened
        /// (ORG-12).
        strengthened_leadership: Vec<OrganizationId>,
        /// Large cells that the superior lets stay one cell (ORG-13).
        consent_to_stay_cell: Vec<OrganizationId>,
        /// States what was decided before this record was kept: the structure is checked, no
        /// rule is judged, and the day may be older than the rule book.
        stated: bool,
    },
    /// States a term of an organization's committee (nhiệm kỳ, ORG-23, ORG-24).
    SetTerm {
        /// The organization.
        organization: OrganizationId,
        /// The number of the congress, from 1.
        number: u32,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// States that files and seal of an organization that ended were collected (ORG-42).
    SettleClosure {
        /// The organization.
        organization: OrganizationId,
        /// The day.
        on: NaiveDate,
    },
    /// Ends a post.
    EndPost {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// Last day.
        on: NaiveDate,
    },
    /// States a member who already belongs to a cell.
    RegisterMember {
        /// The identifier in this record.
        id: MemberId,
        /// The full name.
        name: String,
        /// Female or male.
        sex: Sex,
        /// Day of birth.
        born_on: NaiveDate,
        /// The cell the member belongs to.
        cell: OrganizationId,
        /// Since when.
        on: NaiveDate,
        /// The day the decision on admission was signed, where known (MEM-30).
        decision_on: Option<NaiveDate>,
        /// The day of the admission ceremony.
        admitted_on: NaiveDate,
        /// Since when a full member; absent while on probation.
        recognized_on: Option<NaiveDate>,
        /// The field the member works in.
        sector: Sector,
        /// Whether the member follows a religion: sensitive, and optional.
        religious: Option<bool>,
    },
    /// Admits a member (kết nạp): age (MEM-01) and the cell's vote (VOTE-04) are judged, the
    /// deadlines of decision and ceremony (MEM-06, MEM-07) noted.
    AdmitMember {
        /// The identifier in this record.
        id: MemberId,
        /// The full name.
        name: String,
        /// Female or male.
        sex: Sex,
        /// Day of birth.
        born_on: NaiveDate,
        /// The cell that admits.
        cell: OrganizationId,
        /// The day the cell considered the admission.
        considered_on: NaiveDate,
        /// The cell's vote.
        votes: VoteTotals,
        /// The day the decision was signed.
        decision_on: NaiveDate,
        /// The day the cell received the decision, where known.
        received_on: Option<NaiveDate>,
        /// The day of the ceremony: membership starts.
        ceremony_on: NaiveDate,
        /// The province agreed in writing to an age above the limit (MEM-01).
        special_consent: bool,
        /// The field the member works in.
        sector: Sector,
        /// Whether the member follows a religion: sensitive, and optional.
        religious: Option<bool>,
    },
    /// Recognizes a probationary member as full (công nhận chính thức), as of the end of the
    /// probation (MEM-20 to MEM-22, VOTE-04).
    RecognizeMember {
        /// The member.
        member: MemberId,
        /// The day the cell considered it.
        considered_on: NaiveDate,
        /// The cell's vote.
        votes: VoteTotals,
    },
    /// Moves a member's home to another cell of the record (chuyển sinh hoạt chính thức).
    TransferMember {
        /// The member.
        member: MemberId,
        /// The new cell.
        to: OrganizationId,
        /// First day there.
        on: NaiveDate,
    },
    /// Changes how a member stands to the cell's activity: exemption, suspension, temporary
    /// stay elsewhere, return.
    ChangeStanding {
        /// The member.
        member: MemberId,
        /// The new standing.
        standing: Standing,
        /// First day.
        from: NaiveDate,
        /// Last day; then the member is active again.
        to: Option<NaiveDate>,
    },
    /// Ends a membership in this record.
    EndMembership {
        /// The member.
        member: MemberId,
        /// First day without membership.
        on: NaiveDate,
        /// Why.
        reason: EndReason,
    },
    /// Schedules a meeting.
    ScheduleMeeting {
        /// The identifier in this record.
        id: MeetingId,
        /// The organization that meets.
        organization: OrganizationId,
        /// What kind of meeting.
        kind: MeetingKind,
        /// The day.
        on: NaiveDate,
        /// How long it lasted or is planned to last, in minutes.
        minutes: Option<u32>,
    },
    /// Calls the roll of a meeting: every member of the organization on that day, each once.
    CallRoll {
        /// The meeting.
        meeting: MeetingId,
        /// One line per member.
        entries: Vec<RollEntry>,
    },
    /// Does something about a meeting: prepares, holds or concludes it (MTG-08, MTG-13 to
    /// MTG-15). A resolution whose vote did not carry is refused (VOTE-03).
    ActOnMeeting {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: NaiveDate,
        /// Who does it; needed for contributions.
        by: Option<MemberId>,
        /// What is done.
        act: MeetingAct,
    },
    /// Does something about a task: gives it, reports on it, ends it (MEM-70, MEM-71).
    ActOnTask {
        /// The task.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Who does it.
        by: Option<MemberId>,
        /// What is done.
        act: TaskAct,
    },
    /// Does something about a petition, a difficulty or a complex issue.
    ActOnMatter {
        /// The matter.
        matter: MatterId,
        /// The day.
        on: NaiveDate,
        /// Who does it.
        by: Option<MemberId>,
        /// What is done.
        act: MatterAct,
    },
    /// Does something about an inspection or supervision (INS-01, INS-02).
    ActOnInspection {
        /// The inspection.
        inspection: InspectionId,
        /// The day.
        on: NaiveDate,
        /// Who does it.
        by: Option<MemberId>,
        /// What is done.
        act: InspectionAct,
    },
    /// Does something in the rating of an organization or a member (EVL-06, EVL-11 to EVL-13).
    ActOnEvaluation {
        /// The year rated.
        year: i32,
        /// Who is rated.
        subject: LevelSubject,
        /// The day.
        on: NaiveDate,
        /// Who does it.
        by: Option<MemberId>,
        /// What is done.
        act: EvaluationAct,
    },
    /// Takes a document in: directive, guide, resolution.
    RegisterDocument {
        /// The document.
        document: Document,
    },
    /// Sets a yearly target.
    SetTarget {
        /// The identifier in this record.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted; `admissions` is counted from the record itself.
        indicator: String,
        /// How many are planned, 1 or more.
        planned: u32,
    },
    /// Sets a yearly target of any kind: a number, money, or a share.
    PlanTarget {
        /// The identifier in this record.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted.
        indicator: String,
        /// The plan.
        plan: TargetAmount,
        /// Which side of the plan is the good one.
        direction: TargetDirection,
        /// How results make one.
        reading: TargetResults,
    },
    /// Records a result of a target that `PlanTarget` set.
    ReportTarget {
        /// The target.
        target: TargetId,
        /// The day, in the target's year.
        on: NaiveDate,
        /// The result, of the plan's kind.
        amount: TargetAmount,
    },
    /// Records the result of a target.
    RecordResult {
        /// The target.
        target: TargetId,
        /// The day it is known.
        on: NaiveDate,
        /// How many were achieved.
        achieved: u32,
    },
    /// Records the facts by which an organization's year is rated.
    RateOrganization {
        /// The organization.
        organization: OrganizationId,
        /// The year rated.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        peer_group: Option<String>,
    },
    /// Records the facts by which a member's year is rated, as a leader or as another member: what
    /// `facts.subject` says holds, whatever posts the record knows (section 6.2). A leader is in the
    /// same group of the cap as others unless a group of similar tasks is named.
    RateMember {
        /// The member.
        member: MemberId,
        /// The year rated.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        peer_group: Option<String>,
        /// The unit led by a member rated as a leader (đơn vị phụ trách): the tasks that it gave are
        /// the leader's where `facts` has none. Absent for others, and for a unit outside the record.
        unit_led: Option<OrganizationId>,
    },
    /// Records how far a member has taken up the electronic handbook.
    RecordAdoption {
        /// The member.
        member: MemberId,
        /// The day.
        on: NaiveDate,
        /// Installed.
        installed: bool,
        /// Logged in at least once.
        logged_in: bool,
        /// Used.
        used: bool,
    },
    /// Records a project of the portfolio.
    RecordProject {
        /// The identifier in this record.
        id: ProjectId,
        /// The organization in charge.
        organization: OrganizationId,
        /// Its name.
        name: String,
        /// The day the bid was decided.
        bid_on: NaiveDate,
        /// The value of the package before bidding, in đồng.
        package_value: i64,
        /// The value of the contract, in đồng; not above the package's.
        contract_value: i64,
        /// Whether the work met its quality.
        quality_met: bool,
        /// By how many days it was completed early.
        completed_early_days: u32,
    },
}

/// The vote of a committee (cấp ủy), and how it was taken.
#[uniffi::remote(Record)]
pub struct CommitteeBallot {
    /// Those who count, 1 to 1,000,000,000: see `vote_base`.
    base: u32,
    /// Votes in favour, at most `base`.
    yes: u32,
    /// How the vote was taken.
    method: VoteMethod,
}

/// Who must agree to the transfer.
#[uniffi::remote(Record)]
pub struct CommitteeTransfer {
    /// Most who may be transferred at once by the directly superior committee alone.
    most: u32,
    /// Whether the committee one level further up must agree.
    further_up: bool,
}

/// A committee some of whose members would be transferred at once.
#[uniffi::remote(Record)]
pub struct CommitteeTransferInput {
    /// Committee members that the congress elected (cấp ủy viên do đại hội bầu), 1 or more.
    elected_members: u32,
    /// Those of them who would be transferred at once (điều động).
    transferred: u32,
}

pub(crate) type CommitteeTransferVerdict = handbook::verdict::Verdict<CommitteeTransfer>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CommitteeTransferVerdict {
    /// The answer.
    value: CommitteeTransfer,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The votes of a committee (cấp ủy).
#[uniffi::remote(Record)]
pub struct CommitteeVote {
    /// Those who count, 1 to 1,000,000,000: see `vote_base`.
    base: u32,
    /// Votes in favour, at most `base`.
    yes: u32,
}

/// Whether a committee's vote carries.
#[uniffi::remote(Record)]
pub struct CommitteeVoteOutcome {
    /// The fewest votes in favour that carry.
    required: u32,
    /// Whether it carries.
    carried: bool,
}

/// How a measured quantity must stand to the required one.
#[uniffi::remote(Enum)]
pub enum Comparison {
    /// The required quantity or more.
    AtLeast,
    /// The required quantity or less.
    AtMost,
    /// More than the required quantity.
    MoreThan,
    /// Less than the required quantity.
    LessThan,
    /// Exactly the required quantity.
    Equals,
    /// Anything but the required quantity.
    Differs,
}

/// The measure of discipline that is complained about.
#[uniffi::remote(Enum)]
pub enum ComplainedMeasure {
    /// Reprimand (khiển trách).
    Reprimand,
    /// Warning (cảnh cáo).
    Warning,
    /// Dismissal from a post (cách chức).
    Dismissal,
    /// Expulsion (khai trừ).
    Expulsion,
}

/// A body that a complaint about discipline may be sent to. INS-05.
#[uniffi::remote(Enum)]
pub enum ComplaintBody {
    /// A cell (chi bộ).
    Cell,
    /// The inspection committee of a grassroots organization.
    GrassrootsInspection,
    /// The inspection committee directly above grassroots.
    AboveGrassrootsInspection,
    /// The inspection committee of a province.
    ProvincialInspection,
    /// The Central Inspection Commission (Ủy ban Kiểm tra Trung ương).
    CentralInspection,
    /// The Secretariat (Ban Bí thư).
    Secretariat,
    /// The Central Committee (Ban Chấp hành Trung ương).
    CentralCommittee,
    /// Anybody else.
    Other,
}

/// Why a complaint is not taken up.
#[uniffi::remote(Enum)]
pub enum ComplaintObstacle {
    /// It comes too late.
    TooLate,
    /// It was sent to a body without power.
    NoPower,
    /// It was sent beyond the level.
    SkipsLevel,
    /// It is made on behalf of another.
    OnBehalf,
}

/// What becomes of a complaint.
#[uniffi::remote(Record)]
pub struct ComplaintOnDiscipline {
    /// Whether it is taken up: nothing is against it.
    taken_up: bool,
    /// What is against it, in the order of `ComplaintObstacle`.
    obstacles: Vec<ComplaintObstacle>,
    /// The last day for it.
    last_day: NaiveDate,
    /// The last level that such a complaint can reach.
    last_level: ComplaintBody,
    /// It was sent to the last level: what that decides is final.
    at_last_level: bool,
    /// The measure is obeyed while the complaint is handled.
    measure_obeyed: bool,
}

/// A complaint about discipline.
#[uniffi::remote(Record)]
pub struct ComplaintOnDisciplineInput {
    /// The measure.
    measure: ComplainedMeasure,
    /// The centre decided it.
    decided_by_central: bool,
    /// The day on which the one concerned got the decision.
    decision_received_on: NaiveDate,
    /// The day of the complaint.
    complained_on: NaiveDate,
    /// Who it is sent to.
    sent_to: ComplaintBody,
    /// It is made on behalf of another.
    on_behalf: bool,
    /// It goes beyond the level whose turn it is.
    skips_level: bool,
}

pub(crate) type ComplaintOnDisciplineVerdict = handbook::verdict::Verdict<ComplaintOnDiscipline>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ComplaintOnDisciplineVerdict {
    /// The answer.
    value: ComplaintOnDiscipline,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The obligations around a congress.
#[uniffi::remote(Record)]
pub struct CongressDeadlines {
    /// Those whose last day is known, in the order of `CongressDuty`.
    obligations: Vec<CongressObligation>,
}

/// A congress (đại hội), as far as it has come. A day is absent while its event has not happened.
#[uniffi::remote(Record)]
pub struct CongressDeadlinesInput {
    /// The day it opens, planned or past.
    opens_on: NaiveDate,
    /// The day its opening was announced.
    #[uniffi(default = None)]
    announced_on: Option<NaiveDate>,
    /// The day it closed.
    #[uniffi(default = None)]
    closed_on: Option<NaiveDate>,
    /// The day the superior received the report on its results.
    #[uniffi(default = None)]
    reported_on: Option<NaiveDate>,
    /// There is a complaint about the election: then no day of confirmation is known.
    complaint: bool,
    /// The day the superior confirmed the results.
    #[uniffi(default = None)]
    confirmed_on: Option<NaiveDate>,
    /// The day the old committee handed over to the new one.
    #[uniffi(default = None)]
    handed_over_on: Option<NaiveDate>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type CongressDeadlinesVerdict = handbook::verdict::Verdict<CongressDeadlines>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CongressDeadlinesVerdict {
    /// The answer.
    value: CongressDeadlines,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What is due around a congress.
#[uniffi::remote(Enum)]
pub enum CongressDuty {
    /// The convening committee announces the opening.
    Announce,
    /// The new committee reports the results to its superior.
    Report,
    /// The superior confirms them (chuẩn y).
    Confirm,
    /// The old committee hands over to the new one.
    HandOver,
}

/// Who a congress is made of.
#[uniffi::remote(Enum)]
pub enum CongressForm {
    /// Delegates (đại hội đại biểu).
    Delegates,
    /// All members (đại hội đảng viên), and the congress of a cell.
    Members,
}

/// One obligation with its last day.
#[uniffi::remote(Record)]
pub struct CongressObligation {
    /// What is due.
    duty: CongressDuty,
    /// The last day for it.
    due_on: NaiveDate,
    /// Where it stands on the day asked.
    state: DueState,
}

/// A step of a congress. ORG-37.
#[uniffi::remote(Enum)]
pub enum CongressStep {
    /// Salute to the flag (chào cờ).
    FlagSalute,
    /// The presidium is elected (đoàn chủ tịch).
    Presidium,
    /// The secretaries of the congress are elected (đoàn thư ký).
    Secretaries,
    /// The credentials board is elected (ban thẩm tra tư cách đại biểu).
    CredentialsBoard,
    /// Opening address (khai mạc).
    Opening,
    /// The credentials board reports (báo cáo thẩm tra tư cách đại biểu).
    CredentialsReport,
    /// The convening committee reports who came (báo cáo tình hình đảng viên dự đại hội).
    AttendanceReport,
    /// Political report (báo cáo chính trị).
    PoliticalReport,
    /// The committee's report on its own work (báo cáo kiểm điểm).
    SelfReviewReport,
    /// Discussion (thảo luận).
    Discussion,
    /// The superior speaks (cấp trên phát biểu).
    SuperiorSpeech,
    /// Election (bầu cử).
    Election,
    /// The resolution is adopted (thông qua nghị quyết).
    Resolution,
    /// Closing (bế mạc).
    Closing,
}

/// The steps of a congress.
#[uniffi::remote(Record)]
pub struct CongressSteps {
    /// From the first to the last.
    steps: Vec<CongressStep>,
}

/// A congress whose steps are asked for.
#[uniffi::remote(Record)]
pub struct CongressStepsInput {
    /// Who it is made of.
    form: CongressForm,
}

pub(crate) type CongressStepsVerdict = handbook::verdict::Verdict<CongressSteps>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CongressStepsVerdict {
    /// The answer.
    value: CongressSteps,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether removal is considered.
#[uniffi::remote(Record)]
pub struct ConsecutiveLevels {
    /// The row at the latest year named is long enough.
    considered: bool,
    /// It is not, but could be: a year that is not known may belong to it.
    unclear: bool,
    /// Years not completed in the row at the latest year named.
    current: u32,
    /// Every row, from the earliest to the latest.
    rows: Vec<YearsInRow>,
    /// Years between the first and the last one named that are not known.
    gaps: Vec<i32>,
    /// The years named, from the earliest to the latest.
    regimes: Vec<YearRegime>,
}

/// The levels of one member or organization.
#[uniffi::remote(Record)]
pub struct ConsecutiveLevelsInput {
    /// In any order, each year at most once, none before 1930 or after the year of the rules. A
    /// year that is not named is not known.
    years: Vec<YearLevel>,
    /// What a year without a level does to a row; absent for the policy in force.
    #[uniffi(default = None)]
    unrated: Option<UnratedYear>,
}

pub(crate) type ConsecutiveLevelsVerdict = handbook::verdict::Verdict<ConsecutiveLevels>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ConsecutiveLevelsVerdict {
    /// The answer.
    value: ConsecutiveLevels,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What a member brings in before or in a meeting.
#[uniffi::remote(Enum)]
pub enum ContributionKind {
    /// A proposal for the agenda or for the work (đề xuất).
    Proposal,
    /// A comment on a paper or on the draft resolution (góp ý).
    Comment,
    /// A question that asks for an answer (câu hỏi, chất vấn). MEM-77.
    Question,
}

/// A contribution and what became of it.
#[uniffi::remote(Record)]
pub struct ContributionLine {
    /// Its identifier.
    id: ContributionId,
    /// Whose.
    #[uniffi(default = None)]
    by: Option<MemberId>,
    /// The day.
    on: NaiveDate,
    /// What it is.
    kind: ContributionKind,
    /// The text.
    text: String,
    /// The point of the agenda that it is about.
    #[uniffi(default = None)]
    item: Option<u32>,
    /// Whether it was accepted; absent while nobody has said.
    #[uniffi(default = None)]
    accepted: Option<bool>,
    /// Why.
    #[uniffi(default = None)]
    reason: Option<String>,
    /// The answer to a question.
    #[uniffi(default = None)]
    answer: Option<String>,
    /// The day of the answer.
    #[uniffi(default = None)]
    answered_on: Option<NaiveDate>,
    /// The last day for the answer to a question (MEM-77), where the rules know one.
    #[uniffi(default = None)]
    answer_due: Option<NaiveDate>,
}

/// Those who count, as a number or as the counts behind it.
#[uniffi::remote(Enum)]
pub enum CountedBase {
    /// A number known already.
    Number {
        /// Those who count, 1 to 1,000,000,000.
        value: u32,
    },
    /// The counts that `vote_base` asks for.
    Counts {
        /// The counts.
        counts: VoteBaseInput,
    },
}

/// A row of counts.
#[uniffi::remote(Record)]
pub struct CountedRow {
    /// What the row is called.
    name: String,
    /// A count for each column.
    counts: Vec<u32>,
}

/// The mark of one criterion.
#[uniffi::remote(Record)]
pub struct CriterionMark {
    /// The criterion's identifier in the sheet.
    criterion: String,
    /// Its mark in the criterion's own units, 0 to its highest mark.
    mark: u32,
}

/// Which days are counted around a meeting (MTG-08 says only "days").
#[uniffi::remote(Enum)]
pub enum DayCounting {
    /// Every day of the calendar (ngày).
    CalendarDays,
    /// Working days alone (ngày làm việc).
    WorkingDays,
}

/// A day of the week.
#[uniffi::remote(Enum)]
pub enum DayOfWeek {
    /// Thứ hai.
    Monday,
    /// Thứ ba.
    Tuesday,
    /// Thứ tư.
    Wednesday,
    /// Thứ năm.
    Thursday,
    /// Thứ sáu.
    Friday,
    /// Thứ bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

/// What a level is.
#[uniffi::remote(Enum)]
pub enum DecidedLevelState {
    /// Decided.
    Decided,
    /// Cancelled: none is in force.
    Cancelled,
    /// Decided again after a cancellation.
    DecidedAgain,
}

/// What is decided.
#[uniffi::remote(Enum)]
pub enum Decision {
    /// An ordinary resolution (nghị quyết). VOTE-03.
    Ordinary,
    /// Admission (kết nạp). VOTE-04.
    Admission,
    /// Recognition as a full member (công nhận chính thức). VOTE-04.
    Recognition,
    /// Deletion from the list (xóa tên). VOTE-04.
    Deletion,
    /// Expulsion (khai trừ). VOTE-04.
    Expulsion,
    /// An election (bầu cử). ORG-34.
    Election,
}

/// What deductions may leave of an item of a task-based score. EVL-16.
#[uniffi::remote(Enum)]
pub enum DeductionFloor {
    /// Nothing, and never less.
    AtZero,
    /// Less than nothing.
    BelowZero,
}

/// Whether the conditions are met.
#[uniffi::remote(Record)]
pub struct DelegatedPowers {
    /// Whether every condition is met; the superior still decides.
    possible: bool,
    /// Whether it would be by a pilot.
    pilot: bool,
}

/// An organization and what is asked for it.
#[uniffi::remote(Record)]
pub struct DelegatedPowersInput {
    /// Its members, full and probationary.
    members: u32,
    /// What is asked for.
    power: AskedPower,
}

pub(crate) type DelegatedPowersVerdict = handbook::verdict::Verdict<DelegatedPowers>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DelegatedPowersVerdict {
    /// The answer.
    value: DelegatedPowers,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether the procedure of deletion may start.
#[uniffi::remote(Record)]
pub struct DeletionGround {
    /// Months of the year unpaid without good reason.
    months: u32,
    /// Whether they are enough to start it.
    procedure_may_start: bool,
}

/// The months of one year for which a member paid no dues.
#[uniffi::remote(Record)]
pub struct DeletionGroundInput {
    /// The year.
    year: i32,
    /// Its unpaid months, 1 to 12, each once and in any order; none after the day asked.
    unpaid_months: Vec<u32>,
    /// Those of them with a good reason (có lý do chính đáng).
    with_reason: Vec<u32>,
}

pub(crate) type DeletionGroundVerdict = handbook::verdict::Verdict<DeletionGround>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DeletionGroundVerdict {
    /// The answer.
    value: DeletionGround,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Who a denunciation is about.
#[uniffi::remote(Enum)]
pub enum DenouncedSubject {
    /// An organization.
    Organization,
    /// A member.
    Member,
}

/// What a denunciation is about. INS-06.
#[uniffi::remote(Enum)]
pub enum DenunciationContent {
    /// Following policy (chấp hành chủ trương).
    Policy,
    /// Following the law (chấp hành pháp luật).
    Law,
    /// The principles of organization (nguyên tắc tổ chức).
    OrganizationPrinciples,
    /// Unity (đoàn kết).
    Unity,
    /// A member's standards (tiêu chuẩn đảng viên).
    Standards,
    /// A member's duties (nhiệm vụ đảng viên).
    Duties,
    /// Setting an example (nêu gương).
    Example,
    /// "Self-evolution" ("tự diễn biến", "tự chuyển hóa").
    SelfEvolution,
    /// Anything else.
    Other,
}

/// Until when a denunciation is settled.
#[uniffi::remote(Record)]
pub struct DenunciationDeadline {
    /// The last day, with an extension that the rule allows.
    due_on: NaiveDate,
    /// The last day that any extension could give.
    latest_on: NaiveDate,
    /// Whether the extension keeps to the rule; absent without one.
    #[uniffi(default = None)]
    extension_allowed: Option<bool>,
    /// Where it stands on the day asked.
    state: DueState,
}

/// A denunciation (tố cáo) that is being settled.
#[uniffi::remote(Record)]
pub struct DenunciationDeadlineInput {
    /// The level that settles it.
    level: OversightLevel,
    /// The day of the decision that forms the team.
    team_formed_on: NaiveDate,
    /// By how many days it was extended; absent where it was not. It can be extended once.
    #[uniffi(default = None)]
    extended_days: Option<u32>,
    /// The day it was closed; absent while it is not.
    #[uniffi(default = None)]
    closed_on: Option<NaiveDate>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type DenunciationDeadlineVerdict = handbook::verdict::Verdict<DenunciationDeadline>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DenunciationDeadlineVerdict {
    /// The answer.
    value: DenunciationDeadline,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether a denunciation is handled as one.
#[uniffi::remote(Record)]
pub struct DenunciationHandled {
    /// Whether it is, in general.
    handled: bool,
    /// The stages that follow, in order; none where it is not.
    stages: Vec<DenunciationStage>,
}

/// A denunciation that came in.
#[uniffi::remote(Record)]
pub struct DenunciationHandledInput {
    /// Who it is about.
    subject: DenouncedSubject,
    /// What it is about.
    content: DenunciationContent,
    /// Nobody signed it (giấu tên).
    anonymous: bool,
}

pub(crate) type DenunciationHandledVerdict = handbook::verdict::Verdict<DenunciationHandled>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DenunciationHandledVerdict {
    /// The answer.
    value: DenunciationHandled,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A stage of handling a denunciation. INS-03.
#[uniffi::remote(Enum)]
pub enum DenunciationStage {
    /// It is prepared (chuẩn bị).
    Prepare,
    /// It is acted on (tiến hành).
    Act,
    /// It is closed (kết thúc).
    Close,
}

/// Where a member of an organization that ends goes.
#[uniffi::remote(Record)]
pub struct Destination {
    /// The member.
    member: MemberId,
    /// The cell.
    to: OrganizationId,
}

/// Whether an organization is disbanded.
#[uniffi::remote(Record)]
pub struct Disbanding {
    /// The proposal.
    proposal: CommitteeVoteOutcome,
    /// The decision; absent while there was no vote.
    #[uniffi(default = None)]
    decision: Option<CommitteeVoteOutcome>,
    /// Whether proposal and decision both carry.
    disbanded: bool,
}

/// The two votes on disbanding an organization.
#[uniffi::remote(Record)]
pub struct DisbandingInput {
    /// The directly superior committee, which proposes.
    proposing: CommitteeVote,
    /// The committee one level further up, which decides; absent while it has not voted.
    #[uniffi(default = None)]
    deciding: Option<CommitteeVote>,
}

pub(crate) type DisbandingVerdict = handbook::verdict::Verdict<Disbanding>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DisbandingVerdict {
    /// The answer.
    value: Disbanding,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The year of a district.
#[uniffi::remote(Record)]
pub struct DistrictYear {
    /// The rules that judged.
    rule_book: RuleBookLine,
    /// The district.
    organization: NamedOrganization,
    /// The year.
    year: i32,
    /// The day whose rules judged.
    judged_on: NaiveDate,
    /// The published figures.
    figures: Vec<Figure>,
    /// Grassroots organizations by level.
    organization_levels: LevelCounts,
    /// Members by level.
    member_levels: LevelCounts,
    /// The groups of the cap.
    caps: Vec<CapLine>,
    /// Attendance of each grassroots organization.
    attendance: Vec<AttendanceLine>,
    /// Cells below the attendance aim.
    cells_below_aim: Vec<AttendanceLine>,
    /// Organizations whose size or kind does not fit.
    size_misfits: Vec<SizeMisfit>,
    /// The tree, parents first.
    organizations: Vec<OrganizationLine>,
}

/// Which year of which organization.
#[uniffi::remote(Record)]
pub struct DistrictYearRequest {
    /// The organization; absent for the record's only root.
    #[uniffi(default = None)]
    organization: Option<OrganizationId>,
    /// The year.
    year: i32,
    /// The day whose rules and record judge it; absent for 31 December of the year.
    #[uniffi(default = None)]
    judged_on: Option<NaiveDate>,
}

/// A document (văn bản): resolution, directive, guide.
#[uniffi::remote(Record)]
pub struct Document {
    /// The host's identifier.
    id: DocumentId,
    /// The number (số, ký hiệu), such as `21-NQ/TW`; absent where the document has none.
    #[uniffi(default = None)]
    number: Option<String>,
    /// The kind.
    kind: DocumentKind,
    /// What it is about (trích yếu).
    title: String,
    /// Who issued it, in words: documents also come from bodies that no record holds.
    issuer: String,
    /// The day of signing.
    signed_on: NaiveDate,
    /// First day in force; absent where that is the day of signing.
    #[uniffi(default = None)]
    in_force_from: Option<NaiveDate>,
    /// Last day in force, where the document itself ends.
    #[uniffi(default = None)]
    in_force_to: Option<NaiveDate>,
    /// The documents that are replaced from the first day in force. Ones that are not held may be
    /// named too.
    replaces: Vec<DocumentId>,
    /// The field of work (lĩnh vực).
    #[uniffi(default = None)]
    field: Option<String>,
    /// The rules of the catalogue that rest on it.
    rules: Vec<RuleId>,
    /// The tasks that carry it out.
    tasks: Vec<TaskId>,
    /// The text itself, where the host keeps it here.
    #[uniffi(default = None)]
    body: Option<String>,
}

/// A document on the day asked about.
#[uniffi::remote(Record)]
pub struct DocumentAnswer {
    /// The document.
    document: Document,
    /// Whether it is in force on the day.
    status: DocumentStatus,
    /// The meetings that had it among their papers, or that it came from, in the order in which
    /// they entered the record.
    meetings: Vec<MeetingId>,
}

/// A document that was found.
#[uniffi::remote(Record)]
pub struct DocumentHit {
    /// The document.
    document: DocumentId,
    /// How well it fits; 0 where no words were asked for.
    score: u32,
    /// The words that match, in the order of the parts; of the body those within the snippet.
    places: Vec<MatchedPlace>,
    /// A piece of the body; absent where nothing matches in it.
    #[uniffi(default = None)]
    snippet: Option<Snippet>,
}

/// What a search found.
#[uniffi::remote(Record)]
pub struct DocumentHits {
    /// How many documents fit, those that are not listed among them.
    total: u32,
    /// The hits that were asked for, best first.
    hits: Vec<DocumentHit>,
}

pub(crate) type DocumentHitsVerdict = handbook::verdict::Verdict<DocumentHits>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DocumentHitsVerdict {
    /// The answer.
    value: DocumentHits,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The kind of a document (thể loại văn bản).
#[uniffi::remote(Enum)]
pub enum DocumentKind {
    /// Nghị quyết.
    Resolution,
    /// Chỉ thị.
    Directive,
    /// Quy định.
    Regulation,
    /// Hướng dẫn.
    Guide,
    /// Quyết định.
    Decision,
    /// Kết luận.
    Conclusion,
    /// Kế hoạch.
    Plan,
    /// Báo cáo.
    Report,
    /// Chương trình.
    Programme,
    /// Công văn.
    OfficialLetter,
    /// Any other.
    Other,
}

/// A document's number and date as they are written.
#[uniffi::remote(Record)]
pub struct DocumentNumber {
    /// The number.
    number: u32,
    /// With kind and body: `Số 01-NQ/CB`.
    symbol: String,
    /// Place and date: `Yên Mô, ngày 03 tháng 02 năm 2025`.
    dated: String,
}

/// A document that gets its number.
#[uniffi::remote(Record)]
pub struct DocumentNumberInput {
    /// The abbreviation of the document's kind: `NQ` for a resolution (nghị quyết).
    kind: String,
    /// The abbreviation of the body: `CB` for a cell (chi bộ).
    body: String,
    /// How many of this kind the body has numbered in its term before, 0 to 99,998.
    before: u32,
    /// The day of the document.
    on: NaiveDate,
    /// The place.
    place: String,
}

pub(crate) type DocumentNumberVerdict = handbook::verdict::Verdict<DocumentNumber>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DocumentNumberVerdict {
    /// The answer.
    value: DocumentNumber,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A part of a document.
#[uniffi::remote(Enum)]
pub enum DocumentPart {
    /// The number.
    Number,
    /// The title.
    Title,
    /// The issuer.
    Issuer,
    /// The field.
    Field,
    /// The body.
    Body,
}

/// A search over documents that the question brings with it.
#[uniffi::remote(Record)]
pub struct DocumentSearchInput {
    /// The documents.
    documents: Vec<Document>,
    /// What is searched for.
    search: SearchInput,
}

/// Whether a document is in force on a day.
#[uniffi::remote(Enum)]
pub enum DocumentStatus {
    /// The first day in force is still to come.
    NotYet {
        /// First day in force.
        from: NaiveDate,
    },
    /// In force.
    InForce {
        /// First day in force.
        from: NaiveDate,
    },
    /// Ended by itself.
    Expired {
        /// Last day in force.
        last_day: NaiveDate,
    },
    /// Replaced, also where it would have ended by itself.
    Replaced {
        /// The document that replaced it: the earliest of several.
        by: DocumentId,
        /// First day on which it was replaced.
        from: NaiveDate,
        /// The end of the chain of replacements on that day.
        latest: DocumentId,
    },
}

/// A question about one of several documents.
#[uniffi::remote(Record)]
pub struct DocumentStatusInput {
    /// The documents.
    documents: Vec<Document>,
    /// The one that is asked about.
    document: DocumentId,
    /// The day.
    on: NaiveDate,
}

pub(crate) type DocumentStatusVerdict = handbook::verdict::Verdict<DocumentStatus>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct DocumentStatusVerdict {
    /// The answer.
    value: DocumentStatus,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A step that was done.
#[uniffi::remote(Record)]
pub struct DoneInspectionStep {
    /// The step.
    step: CellInspectionStep,
    /// The day it was done.
    on: NaiveDate,
}

/// Where an obligation stands on a day.
#[uniffi::remote(Enum)]
pub enum DueState {
    /// Not done, and its last day is not over.
    Open,
    /// Not done, and its last day is over.
    Overdue,
    /// Done by its last day.
    InTime,
    /// Done after its last day.
    Late,
}

/// Why a member pays nothing (miễn đóng đảng phí), besides Party age.
#[uniffi::remote(Enum)]
pub enum DuesExemption {
    /// Lives on a social pension (trợ cấp hưu trí xã hội).
    SocialPension,
    /// Of a poor household (hộ nghèo), on request.
    Poor,
    /// Of a near-poor household (hộ cận nghèo), on request.
    NearPoor,
    /// Gravely ill (bệnh hiểm nghèo), on request.
    GraveIllness,
}

/// What an organization has to do.
#[uniffi::remote(Enum)]
pub enum Duty {
    /// Collect files and seal of an organization that was dissolved or disbanded and transfer
    /// its members: the organization directly above does (ORG-42).
    SettleClosure,
    /// Hold the congress: the term ends (ORG-23, ORG-24).
    HoldCongress,
    /// Appoint committee, secretary and deputies of an organization that a decision made: the
    /// organization directly above does (ORG-43).
    AppointLeaders,
}

/// What is elected.
#[uniffi::remote(Enum)]
pub enum ElectedBody {
    /// A committee (ban chấp hành, chi ủy).
    Committee,
    /// A standing committee (ban thường vụ).
    StandingCommittee,
    /// An inspection committee (ủy ban kiểm tra).
    InspectionCommittee,
    /// A secretary (bí thư).
    Secretary,
    /// Deputy secretaries (phó bí thư).
    DeputySecretary,
    /// Delegates to the congress above (đại biểu dự đại hội cấp trên).
    Delegates,
    /// Alternate delegates on a ballot of their own (đại biểu dự khuyết).
    Alternates,
}

/// A post whose holder signs documents and is elected. ORG-30.
#[uniffi::remote(Enum)]
pub enum ElectedPost {
    /// Secretary (bí thư).
    Secretary,
    /// Deputy secretary (phó bí thư).
    DeputySecretary,
    /// Member of the standing committee (ủy viên ban thường vụ).
    StandingCommitteeMember,
    /// Head of the inspection committee (chủ nhiệm ủy ban kiểm tra).
    InspectionCommitteeHead,
    /// Deputy head of the inspection committee (phó chủ nhiệm).
    InspectionCommitteeDeputyHead,
}

/// What a ballot decided. Lists go from the most votes to the fewest; equal votes stand in the
/// order of the identifiers' bytes, or of Party age where the rule goes by it.
#[uniffi::remote(Record)]
pub struct Election {
    /// The fewest votes that elect.
    required: u32,
    /// Elected.
    elected: Vec<String>,
    /// Alternates taken from the same ballot.
    alternates: Vec<String>,
    /// Neither elected nor alternates.
    not_elected: Vec<String>,
    /// Ties at the line, at most one for the seats and one for the alternates: people must settle
    /// them, and nobody named in one stands in a list above.
    ties: Vec<ElectionTie>,
    /// Seats that nobody got and no tie will fill.
    seats_left: u32,
    /// Whether those seats are for another ballot to fill.
    another_ballot: bool,
    /// Whether the ballots for a secretary have failed so often that the superior appoints one.
    superior_appoints: bool,
    /// Whether candidates in surplus are within the limit; absent where the book knows no limit.
    #[uniffi(default = None)]
    surplus_allowed: Option<bool>,
    /// Whether the ballot must be secret; absent where the book does not know.
    #[uniffi(default = None)]
    secret_ballot: Option<bool>,
}

/// One who stands for election.
#[uniffi::remote(Record)]
pub struct ElectionCandidate {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// Votes for the candidate.
    votes: u32,
    /// The day from which Party age counts; it decides between alternates with equal votes.
    #[uniffi(default = None)]
    party_age_from: Option<NaiveDate>,
}

/// The result of one ballot.
#[uniffi::remote(Record)]
pub struct ElectionInput {
    /// What is elected.
    body: ElectedBody,
    /// Those summoned who count, 1 to 1,000,000,000: see `vote_base`.
    summoned: u32,
    /// How many are to be elected on this ballot, 1 or more; 1 for a secretary.
    seats: u32,
    /// Alternates to take from the same ballot; for delegates alone.
    alternates: u32,
    /// Which ballot for these seats it is; the first is 1.
    ballot: u32,
    /// Ballots cast, where they were counted; at most `summoned`.
    #[uniffi(default = None)]
    ballots_cast: Option<u32>,
    /// All who stood, in any order.
    candidates: Vec<ElectionCandidate>,
}

/// Candidates with equal votes of whom only some have a place.
#[uniffi::remote(Record)]
pub struct ElectionTie {
    /// Those tied, in the order of their identifiers' bytes.
    among: Vec<String>,
    /// How many of them are elected.
    seats: u32,
    /// How many of the others become alternates.
    alternates: u32,
}

pub(crate) type ElectionVerdict = handbook::verdict::Verdict<Election>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ElectionVerdict {
    /// The answer.
    value: Election,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Why a membership ended in this record.
#[uniffi::remote(Enum)]
pub enum EndReason {
    /// Died (từ trần).
    Died,
    /// Deleted from the list (xóa tên).
    Deleted,
    /// Expelled (khai trừ).
    Expelled,
    /// Left at own request (xin ra khỏi Đảng).
    Left,
    /// Transferred to an organization outside this record (chuyển đi).
    TransferredOut,
}

/// How an organization that was merged or dissolved in the year is rated. EVL-11.
#[uniffi::remote(Enum)]
pub enum EndedOrganizationRated {
    /// Not by itself: its part of the year is judged with its successor's.
    WithSuccessor,
    /// By itself, for the time it stood; the successor answers for it.
    ForItsTime,
}

/// Who is rated, as the procedure knows them.
#[uniffi::remote(Enum)]
pub enum EvaluatedKind {
    /// A collective (tập thể): an organization, its committee or its leadership.
    Collective,
    /// A leader (cá nhân lãnh đạo, quản lý).
    Leader,
    /// Any other individual of the political system.
    OtherIndividual,
    /// A member, rated in the cell.
    Member,
}

/// One act in a rating (đánh giá, xếp loại). EVL-06, EVL-11 to EVL-13.
#[uniffi::remote(Enum)]
pub enum EvaluationAct {
    /// Hands in the self-review (bản tự kiểm điểm).
    SelfReview {
        /// The review.
        text: String,
    },
    /// Gives oneself marks, a level, or both.
    SelfScore {
        /// Marks in hundredths of a point, 0 to 10,000.
        marks: Option<u32>,
        /// The level.
        level: Option<Level>,
    },
    /// Takes in the opinion of the place of residence.
    ResidenceOpinion {
        /// The opinion.
        text: String,
    },
    /// Says that no opinion of the place of residence is needed.
    SkipResidenceOpinion {
        /// Why.
        reason: String,
    },
    /// Comments on the review.
    Comment {
        /// The comment.
        text: String,
    },
    /// Holds the review meeting of a body (hội nghị kiểm điểm). EVL-13.
    HoldReview {
        /// How many days it lasted.
        days: u32,
        /// The body is the standing committee of a province.
        provincial_standing_committee: bool,
    },
    /// Votes on a level; of a secret ballot the totals alone are kept. Those on excellent of one
    /// day, meeting and number who count are one vote: on all who are tied at the line of the cap
    /// and on nobody else, it gives the seats to the most votes (section 6.4).
    Vote {
        /// The level.
        level: Level,
        /// The meeting of the record at which the vote was taken.
        meeting: Option<MeetingId>,
        /// The number of that vote in the meeting.
        vote: Option<u32>,
        /// Those who count (VOTE-01, VOTE-02); absent to have it taken from the meeting.
        base: Option<u32>,
        /// Votes for the level; absent likewise.
        yes: Option<u32>,
    },
    /// Proposes a level.
    Propose {
        /// The level.
        level: Level,
    },
    /// Names the body that fixes the one class of a holder of several posts. EVL-11.
    NameBody {
        /// The body.
        body: OrganizationId,
    },
    /// Decides the level, also again after a cancellation.
    Decide {
        /// The level.
        level: Level,
        /// The organization whose body decides; absent only where it stands above the record.
        body: Option<OrganizationId>,
        /// The number of the decision.
        decision: Option<String>,
    },
    /// Tells those concerned.
    Notify {
        /// The text of the notice.
        text: Option<String>,
    },
    /// Complains about the level.
    Complain {
        /// The complaint.
        text: String,
    },
    /// Answers the complaint: the decision stands.
    Uphold {
        /// Why.
        reason: String,
    },
    /// Cancels the level. EVL-06.
    Cancel {
        /// Why.
        reason: String,
        /// The number of the decision.
        decision: Option<String>,
    },
    /// Supplements the dossier.
    SupplementDossier {
        /// With what.
        text: Option<String>,
    },
    /// Puts the file into the archive.
    Archive {
        /// Where.
        place: String,
    },
    /// Sets the last day for a step; the latest such act counts.
    SetDue {
        /// The step.
        step: EvaluationStep,
        /// The day.
        due_on: NaiveDate,
    },
    /// Puts the rating off until what it waits for is there. EVL-11.
    Defer {
        /// What it waits for.
        wait: RatingWait,
        /// The day on which that is there, where it is known.
        until: Option<NaiveDate>,
    },
    /// Ends such a wait.
    Resume {
        /// What it waited for.
        wait: RatingWait,
    },
}

/// The rating of one organization or member for a year, on the day asked about.
#[uniffi::remote(Record)]
pub struct EvaluationAnswer {
    /// How far the asker sees into the organization where the subject is reviewed.
    sight: Sight,
    /// Who is rated.
    subject: LevelSubject,
    /// The year.
    year: i32,
    /// Where the subject is reviewed.
    #[uniffi(default = None)]
    reviewed_in: Option<OrganizationId>,
    /// Steps, levels in time, votes, who is next; absent where the asker may not see them.
    #[uniffi(default = None)]
    procedure: Option<EvaluationProcedureVerdict>,
    /// The organization that has to act next, where it is one of the record.
    #[uniffi(default = None)]
    next_body: Option<OrganizationId>,
    /// The marks that the subject gave itself last, in hundredths of a point.
    #[uniffi(default = None)]
    self_marks: Option<u32>,
    /// The level that the subject gave itself last.
    #[uniffi(default = None)]
    self_level: Option<Level>,
    /// How many comments were made.
    comments: u32,
    /// What the rating waits for (EVL-11).
    waits_for: Vec<RatingWait>,
    /// The level that the recorded facts give, with the cap; absent without facts or with too few,
    /// where a vote decides, and where the rules were not read.
    #[uniffi(default = None)]
    computed: Option<Level>,
    /// The facts give excellent, and a vote has to decide at the line of the cap (section 6.4).
    vote_needed: bool,
    /// The level decided is not the one computed.
    differs: bool,
}

/// The last day for a step, where the body set one.
#[uniffi::remote(Record)]
pub struct EvaluationDue {
    /// The step.
    step: EvaluationStep,
    /// The day.
    on: NaiveDate,
}

/// What happened in a rating.
#[uniffi::remote(Enum)]
pub enum EvaluationEvent {
    /// The self-review was handed in.
    SelfReviewed,
    /// The subject gave itself marks or a level.
    SelfScored {
        /// Marks in hundredths of a point, 0 to 10,000.
        marks: Option<u32>,
        /// The level.
        level: Option<Level>,
    },
    /// The place of residence gave its opinion.
    ResidenceHeard,
    /// Comments were made.
    Commented,
    /// A vote was taken; of a secret ballot the totals alone are known.
    Voted {
        /// The level voted on.
        level: Level,
        /// Those who count (VOTE-01, VOTE-02).
        base: CountedBase,
        /// Votes for the level.
        yes: u32,
    },
    /// A level was proposed.
    Proposed {
        /// The level.
        level: Level,
    },
    /// A level was decided.
    Decided {
        /// The level.
        level: Level,
        /// Who decided.
        by: EvaluationRole,
    },
    /// Those concerned were told.
    Notified,
    /// A complaint came in.
    Complained,
    /// The complaint was answered: the decision stands.
    Upheld,
    /// The level was cancelled. EVL-06.
    Cancelled,
    /// The dossier was supplemented.
    Supplemented,
    /// The file went into the archive.
    Archived,
}

/// An event with its day.
#[uniffi::remote(Record)]
pub struct EvaluationFact {
    /// The day.
    on: NaiveDate,
    /// What happened.
    event: EvaluationEvent,
}

/// Something that is not in order. The ground says which step was done and which had to be.
#[uniffi::remote(Record)]
pub struct EvaluationFinding {
    /// What.
    code: EvaluationFindingCode,
    /// The day, where an event has one.
    #[uniffi(default = None)]
    on: Option<NaiveDate>,
    /// What was compared; it does not hold.
    ground: Ground,
}

/// What is not in order.
#[uniffi::remote(Enum)]
pub enum EvaluationFindingCode {
    /// Done after a step that comes later.
    OutOfOrder,
    /// Decided without a proposal.
    BeforeProposal,
    /// Decided by a body that is not competent.
    NotCompetent,
    /// Decided although a level stands; it has no effect until that is cancelled.
    DecidedTwice,
    /// Done although no level stands; it has no effect.
    BeforeDecision,
    /// A complaint before the notice; it has no effect.
    BeforeNotice,
    /// An answer without a complaint; it has no effect.
    WithoutComplaint,
    /// The review meeting was too short.
    ReviewTooShort,
}

/// One rating of the year below an organization.
#[uniffi::remote(Record)]
pub struct EvaluationLine {
    /// Who is rated.
    subject: LevelSubject,
    /// From 1: whoever is of a round may be rated when all earlier rounds are.
    round: u32,
    /// Where the subject is reviewed, the place that counts first.
    reviewed_in: Vec<OrganizationId>,
    /// The step to take now, else the first that is missing.
    #[uniffi(default = None)]
    next: Option<EvaluationStep>,
    /// Who takes it.
    #[uniffi(default = None)]
    next_by: Option<EvaluationRole>,
    /// The organization that takes it, where it is one of the record.
    #[uniffi(default = None)]
    next_body: Option<OrganizationId>,
    /// Steps that are not done although a later one is.
    missing: Vec<EvaluationStep>,
    /// Steps not done whose last day has passed.
    overdue: Vec<EvaluationStep>,
    /// The level in force.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// What it is, or that it was cancelled; absent before a decision.
    #[uniffi(default = None)]
    state: Option<DecidedLevelState>,
    /// What the rating waits for (EVL-11).
    waits_for: Vec<RatingWait>,
    /// The first day on which it can be made, where that is later and known.
    #[uniffi(default = None)]
    earliest_on: Option<NaiveDate>,
}

/// A rating against its procedure.
#[uniffi::remote(Record)]
pub struct EvaluationProcedure {
    /// Every step, from the first to the last.
    steps: Vec<EvaluationStepLine>,
    /// The step to take now, else the first that is missing; absent where nothing is left.
    #[uniffi(default = None)]
    next: Option<EvaluationStep>,
    /// Who takes it.
    #[uniffi(default = None)]
    next_by: Option<EvaluationRole>,
    /// Steps that are not done although a later one is, in order.
    missing: Vec<EvaluationStep>,
    /// What is not in order, by day.
    findings: Vec<EvaluationFinding>,
    /// The levels in time, from the first on.
    levels: Vec<LevelSince>,
    /// The level in force; absent before a decision and after a cancellation.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// The level proposed last.
    #[uniffi(default = None)]
    proposed: Option<Level>,
    /// The votes, by day.
    votes: Vec<LevelVote>,
    /// Who decides; absent where the rule was not read.
    #[uniffi(default = None)]
    decided_by: Option<EvaluationRole>,
    /// The forms of the review, of which one is used; empty where the rule was not read.
    forms: Vec<String>,
    /// The first year whose file the dossier still keeps; absent where the rule was not read.
    #[uniffi(default = None)]
    kept_from: Option<i32>,
    /// Whether removal is considered, as the level is not completed again (EVL-05); absent where
    /// no level is in force or the rule was not read.
    #[uniffi(default = None)]
    removal_considered: Option<bool>,
    /// Rules that the book does not know for the day.
    unknown: Vec<UnknownRule>,
}

/// A rating, as far as it has come.
#[uniffi::remote(Record)]
pub struct EvaluationProcedureInput {
    /// Who is rated.
    subject: EvaluatedKind,
    /// The year rated.
    year: i32,
    /// What happened, in any order; of one day in the order given.
    facts: Vec<EvaluationFact>,
    /// No opinion of the place of residence is needed.
    without_residence_opinion: bool,
    /// The review meeting, where one was held.
    #[uniffi(default = None)]
    review_meeting: Option<ReviewMeeting>,
    /// Last days that the body set, each step once.
    due: Vec<EvaluationDue>,
    /// The levels decided for the years before, the latest first.
    previous: Vec<Level>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type EvaluationProcedureVerdict = handbook::verdict::Verdict<EvaluationProcedure>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct EvaluationProcedureVerdict {
    /// The answer.
    value: EvaluationProcedure,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Who acts in a rating. EVL-12, EVL-13.
#[uniffi::remote(Enum)]
pub enum EvaluationRole {
    /// The one who is rated.
    Subject,
    /// The Party committee of the place of residence (cấp ủy nơi cư trú).
    ResidenceCommittee,
    /// The cell (chi bộ).
    Cell,
    /// The collective that reviews itself (tập thể).
    Collective,
    /// The committee above the cell (cấp ủy).
    Committee,
    /// The standing committee one level above (ban thường vụ cấp ủy cấp trên).
    SuperiorStandingCommittee,
    /// The body competent by the management of cadres (cấp có thẩm quyền).
    CompetentBody,
}

/// A step of rating a collective or an individual. EVL-06, EVL-12.
#[uniffi::remote(Enum)]
pub enum EvaluationStep {
    /// Writes the self-review (bản tự kiểm điểm).
    SelfReview,
    /// Gives oneself marks or a level (tự chấm điểm, tự xếp loại).
    SelfScore,
    /// The committee of the place of residence gives its opinion (nhận xét nơi cư trú).
    ResidenceOpinion,
    /// Members and bodies comment (góp ý).
    Comments,
    /// A vote on the level (bỏ phiếu).
    Vote,
    /// A level is proposed (đề nghị mức xếp loại).
    Proposal,
    /// The level is decided (quyết định).
    Decision,
    /// Those concerned are told (thông báo).
    Notice,
    /// A complaint (khiếu nại, kiến nghị).
    Complaint,
    /// The complaint is answered: the decision stands, or is cancelled.
    ComplaintAnswer,
    /// The level is cancelled (hủy bỏ).
    Cancellation,
    /// A level is decided again (quyết định lại).
    NewDecision,
    /// The dossier is supplemented (bổ sung hồ sơ).
    DossierSupplement,
    /// The file goes into the archive (lưu hồ sơ).
    Archive,
}

/// How many ratings have a step next.
#[uniffi::remote(Record)]
pub struct EvaluationStepCount {
    /// The step.
    step: EvaluationStep,
    /// How many.
    count: u32,
}

/// A step of the rating.
#[uniffi::remote(Record)]
pub struct EvaluationStepLine {
    /// The step.
    step: EvaluationStep,
    /// How it stands.
    state: EvaluationStepState,
    /// The day it was done. Notice, dossier and archive are those of the latest decision.
    #[uniffi(default = None)]
    done_on: Option<NaiveDate>,
    /// The last day for it, where the body or a rule gives one.
    #[uniffi(default = None)]
    due_on: Option<NaiveDate>,
    /// Done after its last day, or not done and the day has passed.
    late: bool,
    /// Who takes it; absent where the rule was not read.
    #[uniffi(default = None)]
    by: Option<EvaluationRole>,
}

/// How a step stands.
#[uniffi::remote(Enum)]
pub enum EvaluationStepState {
    /// Done.
    Done,
    /// The one to take now.
    Current,
    /// Not done, although a later one is.
    Missing,
    /// Later.
    NotYet,
    /// No rule asks for it here.
    NotNeeded,
}

/// The ratings of a year below an organization, in their order.
#[uniffi::remote(Record)]
pub struct EvaluationsAnswer {
    /// How far the asker sees.
    sight: Sight,
    /// The organization.
    organization: OrganizationId,
    /// The year.
    year: i32,
    /// Who is rated: organizations and members.
    rated: u32,
    /// Who is not (EVL-10).
    not_rated: u32,
    /// Ratings of which nothing is recorded.
    not_started: u32,
    /// Ratings with a level in force.
    decided: u32,
    /// Ratings whose level was cancelled, with none decided again.
    cancelled: u32,
    /// Ratings with nothing left to do.
    finished: u32,
    /// Ratings with a step whose last day has passed.
    late: u32,
    /// Ratings that wait for something.
    waiting: u32,
    /// The readings that the order took where no text decides.
    policies: Vec<PolicyUsed>,
    /// Ratings by the step that is next, in the order of the steps.
    steps: Vec<EvaluationStepCount>,
    /// The ratings in their order, as far as the asker may see them.
    lines: Vec<EvaluationLine>,
}

/// A fact with the day it was recorded: what was true, and since when it was known.
#[uniffi::remote(Record)]
pub struct Event {
    /// Its place in the record, from 1 without gaps.
    sequence: u32,
    /// The day it was recorded.
    recorded_on: NaiveDate,
    /// What is true.
    fact: Fact,
}

/// Whether an event takes place.
#[uniffi::remote(Enum)]
pub enum EventStatus {
    /// It does.
    Confirmed,
    /// It was called off: subscribers strike it out.
    Cancelled,
}

/// An exact number that may be below zero: numerator by denominator, not reduced.
#[uniffi::remote(Record)]
pub struct ExactNumber {
    /// Above the line.
    numerator: i64,
    /// Below the line, 1 or more.
    denominator: i64,
}

/// How many may be excellent.
#[uniffi::remote(Record)]
pub struct ExcellentCap {
    /// At most `eligible`.
    allowed: u32,
}

/// A group, counted, before anyone is demoted.
#[uniffi::remote(Record)]
pub struct ExcellentCapInput {
    /// E: those whose own facts give excellent.
    eligible: u32,
    /// G: those whose own facts give good; with `eligible` at most `rated`.
    good: u32,
    /// N: all rated.
    rated: u32,
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The share, from 0 to 1; absent for the one in force.
    #[uniffi(default = None)]
    share: Option<Fraction>,
    /// How it becomes a whole number; absent for the rounding in force.
    #[uniffi(default = None)]
    rounding: Option<CapRounding>,
    /// What kind of group it is; absent for the kind in force.
    #[uniffi(default = None)]
    group_kind: Option<CapGroup>,
    /// The superior judged the unit outstanding, which raises the share in force.
    outstanding: bool,
}

pub(crate) type ExcellentCapVerdict = handbook::verdict::Verdict<ExcellentCap>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ExcellentCapVerdict {
    /// The answer.
    value: ExcellentCap,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Someone who is excused.
#[uniffi::remote(Record)]
pub struct ExcuseLine {
    /// Who.
    member: MemberId,
    /// Why.
    reason: AbsenceCause,
    /// The day of the excuse.
    on: NaiveDate,
}

/// How often in a row a member was excused.
#[uniffi::remote(Record)]
pub struct ExcusedStreak {
    /// The longest row.
    longest: u32,
    /// The row at the latest meeting.
    current: u32,
    /// Whether the longest is within the limit.
    within_limit: bool,
}

/// One member's presences.
#[uniffi::remote(Record)]
pub struct ExcusedStreakInput {
    /// Meeting by meeting, from the earliest to the latest.
    presences: Vec<Presence>,
    /// What meetings at which the member was not expected do to a row; absent for the policy in
    /// force.
    #[uniffi(default = None)]
    counting: Option<StreakCounting>,
}

pub(crate) type ExcusedStreakVerdict = handbook::verdict::Verdict<ExcusedStreak>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ExcusedStreakVerdict {
    /// The answer.
    value: ExcusedStreak,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A subject whose level is to be explained.
#[uniffi::remote(Record)]
pub struct ExplainLevelInput {
    /// The question whose answer is explained.
    question: SheetLevelInput,
    /// Where an excellent subject stands under the cap; absent to leave the cap out.
    #[uniffi(default = None)]
    cap: Option<PlaceInGroup>,
}

/// How many may be appointed beyond the fixed number.
#[uniffi::remote(Record)]
pub struct ExtraAppointees {
    /// Most extra appointees (chỉ định bổ sung ngoài số lượng).
    most: u32,
}

/// A committee whose number was fixed by congress.
#[uniffi::remote(Record)]
pub struct ExtraAppointeesInput {
    /// The number of committee members fixed by congress, 1 or more.
    fixed_by_congress: u32,
    /// Which tier.
    tier: AppointingTier,
}

pub(crate) type ExtraAppointeesVerdict = handbook::verdict::Verdict<ExtraAppointees>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ExtraAppointeesVerdict {
    /// The answer.
    value: ExtraAppointees,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A whole number that the host names.
#[uniffi::remote(Record)]
pub struct ExtraFact {
    /// Its name, 1 to 64 bytes; the sheet measures `extra:` and this name.
    id: String,
    /// 0 to 2⁵³ − 1.
    value: i64,
}

/// Whether an extraordinary congress may be held.
#[uniffi::remote(Record)]
pub struct ExtraordinaryCongress {
    /// Whether it may be held: nothing is missing.
    allowed: bool,
    /// What is missing, in the order of `ExtraordinaryNeed`.
    missing: Vec<ExtraordinaryNeed>,
    /// The fewest votes by which the committee asks for it; absent without a vote.
    #[uniffi(default = None)]
    votes_required: Option<u32>,
    /// The fewest subordinate organizations that must ask for it; absent where none was asked.
    #[uniffi(default = None)]
    requests_required: Option<u32>,
}

/// An extraordinary congress that somebody asks for.
#[uniffi::remote(Record)]
pub struct ExtraordinaryCongressInput {
    /// Why.
    reason: ExtraordinaryReason,
    /// The vote of the committee; absent while it has not voted.
    #[uniffi(default = None)]
    committee: Option<CommitteeBallot>,
    /// The subordinate organizations; absent where none was asked.
    #[uniffi(default = None)]
    subordinates: Option<SubordinateRequests>,
    /// The standing committee of the superior agrees.
    superior_agrees: bool,
}

pub(crate) type ExtraordinaryCongressVerdict = handbook::verdict::Verdict<ExtraordinaryCongress>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ExtraordinaryCongressVerdict {
    /// The answer.
    value: ExtraordinaryCongress,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What an extraordinary congress needs.
#[uniffi::remote(Enum)]
pub enum ExtraordinaryNeed {
    /// One of the reasons that the rule names.
    Reason,
    /// The request of the committee by secret ballot, or of the subordinate organizations.
    Request,
    /// The agreement of the superior's standing committee.
    SuperiorConsent,
}

/// Why a congress would be held before the term is over. ORG-31.
#[uniffi::remote(Enum)]
pub enum ExtraordinaryReason {
    /// A major change of policy (thay đổi lớn về chủ trương).
    MajorPolicyChange,
    /// A change of key people (cán bộ chủ chốt).
    KeyPeopleChange,
    /// Grave disunity (mất đoàn kết nghiêm trọng).
    GraveDisunity,
    /// Nearly all members of the committee were disciplined.
    NearlyAllDisciplined,
    /// Anything else.
    Other,
}

/// What is true from its own date on.
#[uniffi::remote(Enum)]
pub enum Fact {
    /// An organization exists.
    OrganizationEntered {
        /// Its identifier.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above.
        parent: Option<OrganizationId>,
        /// Its name.
        name: String,
        /// Its code.
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group.
        village: bool,
        /// Why it was made.
        purpose: Option<String>,
        /// First day.
        on: NaiveDate,
        /// The decision that founded it; absent when it existed before the record.
        decision: Option<String>,
    },
    /// A member took a post.
    PostTaken {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// First day.
        from: NaiveDate,
        /// Last day, where known.
        to: Option<NaiveDate>,
        /// Elected or appointed.
        manner: Option<Manner>,
    },
    /// The acts of one decision took effect.
    Reorganized {
        /// The number of the decision.
        decision: String,
        /// The day the decision was signed.
        signed_on: NaiveDate,
        /// The body that decided, where it is in this record.
        decided_by: Option<OrganizationId>,
        /// The day it took effect.
        on: NaiveDate,
        /// The acts, in order.
        acts: Vec<OrganizationAct>,
    },
    /// An organization's committee has a term.
    TermSet {
        /// The organization.
        organization: OrganizationId,
        /// The number of the congress.
        number: u32,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// Files and seal of an organization that ended were collected.
    ClosureSettled {
        /// The organization.
        organization: OrganizationId,
        /// The day.
        on: NaiveDate,
    },
    /// A member left a post.
    PostLeft {
        /// The organization.
        organization: OrganizationId,
        /// The member.
        member: MemberId,
        /// The post.
        post: Post,
        /// Last day.
        on: NaiveDate,
    },
    /// A person belongs to a cell.
    MemberEntered {
        /// The identifier.
        id: MemberId,
        /// The full name.
        name: String,
        /// Female or male.
        sex: Sex,
        /// Day of birth.
        born_on: NaiveDate,
        /// The cell.
        cell: OrganizationId,
        /// First day.
        on: NaiveDate,
        /// The day the decision on admission was signed.
        decision_on: Option<NaiveDate>,
        /// The day of the ceremony.
        admitted_on: NaiveDate,
        /// Since when a full member.
        recognized_on: Option<NaiveDate>,
        /// The field the member works in.
        sector: Sector,
        /// Whether the member follows a religion.
        religious: Option<bool>,
        /// Whether the admission itself is in this record.
        admitted_here: bool,
    },
    /// A probationary member became full.
    MemberRecognized {
        /// The member.
        member: MemberId,
        /// Since when full: the end of the probation.
        from: NaiveDate,
        /// The day the cell considered it.
        considered_on: NaiveDate,
    },
    /// A member's home moved to another cell.
    MemberMoved {
        /// The member.
        member: MemberId,
        /// The new cell.
        to: OrganizationId,
        /// First day there.
        on: NaiveDate,
    },
    /// A member's standing changed.
    StandingChanged {
        /// The member.
        member: MemberId,
        /// The new standing.
        standing: Standing,
        /// First day.
        from: NaiveDate,
        /// Last day, where known.
        to: Option<NaiveDate>,
    },
    /// A membership ended.
    MembershipEnded {
        /// The member.
        member: MemberId,
        /// First day without membership.
        on: NaiveDate,
        /// Why.
        reason: EndReason,
    },
    /// A meeting is on the calendar.
    MeetingScheduled {
        /// The identifier.
        id: MeetingId,
        /// The organization that meets.
        organization: OrganizationId,
        /// What kind.
        kind: MeetingKind,
        /// The day.
        on: NaiveDate,
        /// How long, in minutes.
        minutes: Option<u32>,
    },
    /// The roll of a meeting was called.
    RollCalled {
        /// The meeting.
        meeting: MeetingId,
        /// One line per member.
        entries: Vec<RollEntry>,
    },
    /// Something was done about a meeting.
    MeetingActed {
        /// The meeting.
        meeting: MeetingId,
        /// The day.
        on: NaiveDate,
        /// Who did it.
        by: Option<MemberId>,
        /// What was done.
        act: MeetingAct,
    },
    /// Something was done about a task.
    TaskActed {
        /// The task.
        task: TaskId,
        /// The day.
        on: NaiveDate,
        /// Who did it.
        by: Option<MemberId>,
        /// What was done.
        act: TaskAct,
    },
    /// Something was done about a petition, a difficulty or a complex issue.
    MatterActed {
        /// The matter.
        matter: MatterId,
        /// The day.
        on: NaiveDate,
        /// Who did it.
        by: Option<MemberId>,
        /// What was done.
        act: MatterAct,
    },
    /// Something was done about an inspection or supervision.
    InspectionActed {
        /// The inspection.
        inspection: InspectionId,
        /// The day.
        on: NaiveDate,
        /// Who did it.
        by: Option<MemberId>,
        /// What was done.
        act: InspectionAct,
    },
    /// Something was done in a rating.
    EvaluationActed {
        /// The year rated.
        year: i32,
        /// Who is rated.
        subject: LevelSubject,
        /// The day.
        on: NaiveDate,
        /// Who did it.
        by: Option<MemberId>,
        /// What was done.
        act: EvaluationAct,
    },
    /// A document is held.
    DocumentEntered {
        /// The document.
        document: Document,
    },
    /// A yearly target was set.
    TargetSet {
        /// The identifier.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted.
        indicator: String,
        /// How many are planned.
        planned: u32,
    },
    /// A yearly target of any kind was set.
    TargetPlanned {
        /// The identifier.
        id: TargetId,
        /// Whose target.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// What is counted.
        indicator: String,
        /// The plan.
        plan: TargetAmount,
        /// Which side of the plan is the good one.
        direction: TargetDirection,
        /// How results make one.
        reading: TargetResults,
    },
    /// A result of such a target is known.
    TargetReported {
        /// The target.
        target: TargetId,
        /// The day.
        on: NaiveDate,
        /// The result.
        amount: TargetAmount,
    },
    /// The result of a target is known.
    ResultRecorded {
        /// The target.
        target: TargetId,
        /// The day.
        on: NaiveDate,
        /// How many were achieved.
        achieved: u32,
    },
    /// The facts of an organization's year.
    OrganizationRated {
        /// The organization.
        organization: OrganizationId,
        /// The year.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        peer_group: Option<String>,
    },
    /// The facts of a member's year.
    MemberRated {
        /// The member.
        member: MemberId,
        /// The year.
        year: i32,
        /// The facts.
        facts: LevelFacts,
        /// The group of similar tasks (nhóm có nhiệm vụ tương đồng) within which the cap holds this
        /// year, as the body that rates named it; at most 300 bytes. That of an organization below
        /// a grassroots organization takes its members along. Absent where none was named.
        peer_group: Option<String>,
        /// The unit led by a member rated as a leader (đơn vị phụ trách): the tasks that it gave are
        /// the leader's where `facts` has none. Absent for others, and for a unit outside the record.
        unit_led: Option<OrganizationId>,
    },
    /// How far a member has taken up the electronic handbook.
    AdoptionRecorded {
        /// The member.
        member: MemberId,
        /// The day.
        on: NaiveDate,
        /// Installed.
        installed: bool,
        /// Logged in.
        logged_in: bool,
        /// Used.
        used: bool,
    },
    /// A project of the portfolio.
    ProjectRecorded {
        /// The identifier.
        id: ProjectId,
        /// The organization in charge.
        organization: OrganizationId,
        /// Its name.
        name: String,
        /// The day the bid was decided.
        bid_on: NaiveDate,
        /// The value of the package before bidding, in đồng.
        package_value: i64,
        /// The value of the contract, in đồng.
        contract_value: i64,
        /// Whether the work met its quality.
        quality_met: bool,
        /// By how many days it was completed early.
        completed_early_days: u32,
    },
}

/// Which meetings go into a feed, and what the feed is called. One of `organization` and
/// `member` is given.
#[uniffi::remote(Record)]
pub struct FeedRequest {
    /// The organization whose calendar it is.
    #[uniffi(default = None)]
    organization: Option<OrganizationId>,
    /// The member whose calendar it is.
    #[uniffi(default = None)]
    member: Option<MemberId>,
    /// First day.
    from: NaiveDate,
    /// Last day.
    to: NaiveDate,
    /// The name that subscribers see.
    name: String,
    /// Who made it, for PRODID: `-//Organization//Product//VI`.
    product: String,
    /// What makes the UIDs unique in the world: a domain of the host.
    domain: String,
    /// When the feed is made, `yyyy-mm-ddThh:mm:ssZ`.
    stamped_at: String,
    /// The language of the summaries; Vietnamese where it is absent.
    language: Language,
    /// Minutes before a meeting at which to remind; absent for no reminder.
    #[uniffi(default = None)]
    alarm_minutes: Option<u32>,
}

/// One figure, with the counts behind it.
#[uniffi::remote(Record)]
pub struct Figure {
    /// Its name, such as `admissions-against-plan` or `attendance:<organization id>`.
    id: String,
    /// Its unit.
    unit: FigureUnit,
    /// What was counted.
    numerator: i64,
    /// Out of how many; absent where the figure is no share.
    #[uniffi(default = None)]
    denominator: Option<i64>,
    /// The figure as published, with the decimals that belong to it; empty for a share of
    /// nothing.
    shown: String,
    /// What was judged on the way.
    grounds: Vec<Ground>,
}

/// The unit of a figure.
#[uniffi::remote(Enum)]
pub enum FigureUnit {
    /// A share, shown in percent.
    Percent,
    /// A number of persons, organizations or projects.
    Count,
    /// Money in whole đồng.
    Dong,
}

/// What does not fit.
#[uniffi::remote(Enum)]
pub enum Finding {
    /// The rules of the day know no such kind (ORG-01 to ORG-06).
    KindNotInForce,
    /// The kind may not stand where it does (ORG-01 to ORG-06).
    WrongParent,
    /// A village or residential group may have only a cell (ORG-04).
    VillageOnlyCell,
    /// Too few full members to form an organization (ORG-10).
    TooFewMembers,
    /// The size asks for another kind (ORG-11).
    WrongKindForSize,
    /// A large cell without Party groups (ORG-13).
    NoPartyGroups,
    /// Nobody is secretary (ORG-20).
    NoSecretary,
    /// A cell of a size that elects a committee has none (ORG-20).
    NoCommittee,
    /// A cell below that size has a committee (ORG-20).
    CommitteeBelowSize,
    /// The cell's committee has too many members (ORG-20).
    CommitteeTooLarge,
    /// The standing committee is too large a part of the committee (ORG-25).
    StandingCommitteeTooLarge,
    /// The term is over (ORG-23, ORG-24).
    TermOver,
    /// A temporary cell without a reason (ORG-19).
    NoPurpose,
}

/// One thing about one organization that does not fit the rules of the day.
#[uniffi::remote(Record)]
pub struct FindingLine {
    /// The organization.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Its kind.
    kind: KindId,
    /// What does not fit.
    finding: Finding,
    /// The grounds; at least one does not hold.
    grounds: Vec<Ground>,
    /// What would mend it; one of these is enough.
    remedies: Vec<Remedy>,
}

pub(crate) type FlagVerdict = handbook::verdict::Verdict<bool>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct FlagVerdict {
    /// The answer.
    value: bool,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What a forecast goes by.
#[uniffi::remote(Enum)]
pub enum ForecastBasis {
    /// By days: result · days of the year / days from 1 January to the day asked, which counts.
    Linear,
    /// As last year went on: result · last year's result / what it was by the same time.
    LastYear {
        /// Last year's result by the end of the same month or on the same day, 1 or more.
        by_then: i64,
        /// Last year's result, `byThen` or more.
        total: i64,
    },
    /// At the pace of the last months: result + what they brought · days left / their days.
    LastMonths {
        /// How many months back from the day asked, 1 to 12; they begin within the year.
        months: u8,
    },
}

/// A forecast that is asked for.
#[uniffi::remote(Record)]
pub struct ForecastInput {
    /// What it goes by.
    basis: ForecastBasis,
    /// How it is rounded for showing.
    rounding: WholeRounding,
}

/// A fraction of whole numbers, compared by cross-multiplication and never rounded.
#[uniffi::remote(Record)]
pub struct Fraction {
    /// Above the line, 0 or more.
    numerator: i64,
    /// Below the line, 1 or more.
    denominator: i64,
}

/// Facts that only some sheets ask for.
#[uniffi::remote(Record)]
pub struct FurtherFacts {
    /// Rated not completed as a civil servant (EVL-02).
    civil_servant_not_completed: bool,
    /// Concluded by the competent body to be degraded (suy thoái) (EVL-02).
    concluded_degraded: bool,
    /// Subordinate organizations, and how many of them are weak (EVL-03).
    #[uniffi(default = None)]
    subordinates: Option<RatedPart>,
    /// Members rated, and how many of them are not completed (EVL-03).
    #[uniffi(default = None)]
    members: Option<RatedPart>,
    /// Whole numbers that a body's own sheet measures, by the names it gives them.
    extra: Vec<ExtraFact>,
}

/// Marks that the meeting gives itself.
#[uniffi::remote(Record)]
pub struct GivenMarks {
    /// For what.
    part: ScorePart,
    /// Hundredths of a point, 0 to the most that the part can have.
    hundredths: i64,
}

/// The grade of one criterion (mức độ), from the lowest to the highest.
#[uniffi::remote(Enum)]
pub enum Grade {
    /// Kém.
    Poor,
    /// Trung bình.
    Average,
    /// Tốt.
    Good,
    /// Xuất sắc.
    Excellent,
}

/// One comparison that an answer rests on: what was measured against what the rule in force
/// requires.
#[uniffi::remote(Record)]
pub struct Ground {
    /// The rule of the catalogue, such as `ORG-20`.
    rule: RuleId,
    /// The parameter of the rule book that gave the required quantity; its label names what was
    /// measured.
    parameter: ParameterId,
    /// Instrument and clause in force on the date, and how sure the source is.
    citation: Citation,
    /// What was measured.
    measured: Quantity,
    /// How it has to compare.
    comparison: Comparison,
    /// What is required.
    required: Quantity,
    /// Whether it does.
    holds: bool,
}

/// The levels of a group.
#[uniffi::remote(Record)]
pub struct GroupLevels {
    /// Everyone, in the order given.
    levels: Vec<SubjectLevel>,
    /// All rated.
    rated: u32,
    /// What the cap did.
    cap: CapOutcome,
}

/// A group to be judged: a cell (chi bộ), or those of similar tasks.
#[uniffi::remote(Record)]
pub struct GroupLevelsInput {
    /// What the group is called.
    group: String,
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The share, from 0 to 1; absent for the one in force.
    #[uniffi(default = None)]
    share: Option<Fraction>,
    /// How it becomes a whole number; absent for the rounding in force.
    #[uniffi(default = None)]
    rounding: Option<CapRounding>,
    /// The superior judged the unit outstanding, which raises the share in force.
    outstanding: bool,
    /// Everyone in it.
    subjects: Vec<GroupSubject>,
}

pub(crate) type GroupLevelsVerdict = handbook::verdict::Verdict<GroupLevels>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct GroupLevelsVerdict {
    /// The answer.
    value: GroupLevels,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The marks of one group, in hundredths of a point.
#[uniffi::remote(Record)]
pub struct GroupMarks {
    /// The group.
    group: ScoreGroup,
    /// The marks; absent where no part has any.
    #[uniffi(default = None)]
    hundredths: Option<i64>,
    /// The most that it can have.
    most: i64,
    /// Its parts.
    parts: Vec<PartMarks>,
}

/// One of a group, with the facts of the year.
#[uniffi::remote(Record)]
pub struct GroupSubject {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// The facts of the year; absent for one who is not rated (EVL-10).
    #[uniffi(default = None)]
    facts: Option<LevelFacts>,
}

/// Where an organization is now.
#[uniffi::remote(Record)]
pub struct HeirLine {
    /// The organization it is in; itself where it goes on.
    organization: OrganizationId,
    /// The name of that organization on the day.
    name: String,
    /// Whether all of it is there, or only a part.
    whole: bool,
}

/// A post of one member.
#[uniffi::remote(Record)]
pub struct HeldPost {
    /// Where.
    organization: OrganizationId,
    /// Which.
    post: Post,
}

/// A task of a summary.
#[uniffi::remote(Record)]
pub struct HeldTask {
    /// The task.
    id: TaskId,
    /// Everybody it was given to, each once, one or more.
    holders: Vec<TaskHolder>,
    /// What is known of it.
    task: AssignedTask,
}

/// Why a cell needs help.
#[uniffi::remote(Enum)]
pub enum HelpReason {
    /// No meeting in this month and none in the one before.
    TwoMonthsWithoutMeeting,
    /// Attendance of the month is below the aim (MTG-08, MTG-09).
    AttendanceBelowAim,
    /// Attendance fell from month to month, three times.
    AttendanceFalling,
    /// Nobody is secretary (ORG-20).
    NoSecretary,
}

/// What becomes of a meeting whose day is a named holiday.
#[uniffi::remote(Enum)]
pub enum HolidayShift {
    /// It stays.
    Keep,
    /// The next working day.
    NextWorkingDay,
    /// The working day before.
    PreviousWorkingDay,
    /// The next day that is no holiday, be it of a weekend.
    NextDayNoHoliday,
    /// The day before that is no holiday, be it of a weekend.
    PreviousDayNoHoliday,
}

/// Until when members are informed again.
#[uniffi::remote(Record)]
pub struct InformationDue {
    /// The last day for it.
    due_on: NaiveDate,
    /// The last day is over.
    overdue: bool,
}

/// When members were last informed.
#[uniffi::remote(Record)]
pub struct InformationDueInput {
    /// The day they were last informed.
    informed_on: NaiveDate,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type InformationDueVerdict = handbook::verdict::Verdict<InformationDue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct InformationDueVerdict {
    /// The answer.
    value: InformationDue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What is wrong with a value.
#[uniffi::remote(Enum)]
pub enum InputCode {
    /// Nothing where something is needed.
    Empty,
    /// More bytes, entries or lines than allowed.
    TooLong,
    /// Control characters or outer white space in an identifier.
    NotAnIdentifier,
    /// Not a date of the form `yyyy-mm-dd`.
    NotADate,
    /// The text is not a time of the form `hh:mm`.
    NotATime,
    /// Not a whole number of the form asked for.
    NotANumber,
    /// A number or date outside its range.
    OutOfRange,
    /// Not one of the allowed words.
    UnknownChoice,
    /// Refers to something that the record does not hold.
    UnknownId,
    /// Given twice where once is allowed.
    Duplicate,
    /// Two values that cannot both be true.
    Contradiction,
    /// An interval that ends before it starts, or a fact before its subject existed.
    DateOrder,
    /// An organization that would stand above itself.
    Cycle,
    /// Letters written as a base letter and separate combining marks.
    DecomposedText,
    /// A control character where only text is allowed.
    ControlCharacter,
    /// Not valid JSON of the expected shape.
    NotJson,
}

/// One act about an inspection or supervision. The first is `Plan`.
#[uniffi::remote(Enum)]
pub enum InspectionAct {
    /// Puts it into the year's plan.
    Plan {
        /// The organization that inspects.
        organization: OrganizationId,
        /// What is done.
        work: InspectionWork,
        /// What it is about.
        title: String,
        /// The organization that is inspected: it stands below.
        subject: Option<OrganizationId>,
        /// The member who is inspected.
        member: Option<MemberId>,
        /// The first day planned.
        from: NaiveDate,
        /// The last day planned.
        to: NaiveDate,
    },
    /// The body resolves the plan (INS-02).
    Approve {
        /// The number of the resolution or decision, where there is one.
        decision: Option<String>,
    },
    /// Announces it to those inspected.
    Announce {
        /// The text of the notice.
        text: Option<String>,
    },
    /// Takes in the report of those inspected on themselves.
    SelfReport {
        /// The report.
        text: String,
    },
    /// Puts the draft of the result on paper.
    DraftResult {
        /// The draft.
        text: String,
    },
    /// The body discusses and votes.
    Discuss {
        /// Those who count.
        base: u32,
        /// Votes in favour.
        yes: u32,
    },
    /// Concludes it.
    Conclude {
        /// What was found.
        finding: InspectionFinding,
        /// The conclusion.
        text: String,
    },
    /// Puts it into the archive.
    Archive {
        /// Where.
        place: String,
    },
    /// Takes it out of the plan.
    Drop {
        /// Why.
        reason: String,
    },
}

/// What an inspection found.
#[uniffi::remote(Enum)]
pub enum InspectionFinding {
    /// Nothing to be put right.
    InOrder,
    /// Shortcomings to be put right (thiếu sót, khuyết điểm).
    Shortcomings,
    /// Signs of a violation (dấu hiệu vi phạm).
    SignsOfViolation,
}

/// An inspection on the day asked about.
#[uniffi::remote(Record)]
pub struct InspectionLine {
    /// Its identifier.
    id: InspectionId,
    /// The organization that inspects.
    organization: OrganizationId,
    /// What is done.
    work: InspectionWork,
    /// What it is about.
    title: String,
    /// The organization that is inspected.
    #[uniffi(default = None)]
    subject: Option<OrganizationId>,
    /// The member who is inspected; withheld from whoever is neither that member nor of the
    /// committee.
    #[uniffi(default = None)]
    member: Option<MemberId>,
    /// The first day planned.
    from: NaiveDate,
    /// The last day planned.
    to: NaiveDate,
    /// How far it is: the furthest step taken.
    state: InspectionState,
    /// Steps before the furthest one that were not taken, in order (INS-02).
    skipped: Vec<InspectionState>,
    /// The step that comes next; absent when archived or taken out of the plan.
    #[uniffi(default = None)]
    next: Option<InspectionState>,
    /// What was found.
    #[uniffi(default = None)]
    finding: Option<InspectionFinding>,
    /// Not concluded, and the last day planned has passed.
    overdue: bool,
}

/// How far an inspection is. INS-02.
#[uniffi::remote(Enum)]
pub enum InspectionState {
    /// In the plan.
    Planned,
    /// The plan is resolved.
    Approved,
    /// Announced to those inspected.
    Announced,
    /// Those inspected have reported on themselves.
    SelfReported,
    /// The result is drafted.
    Drafted,
    /// Discussed and voted on.
    Discussed,
    /// Concluded.
    Concluded,
    /// In the archive.
    Archived,
    /// Taken out of the plan.
    Dropped,
}

/// A step of the procedure.
#[uniffi::remote(Record)]
pub struct InspectionStepLine {
    /// The step.
    step: CellInspectionStep,
    /// The day it was done; absent while it is not.
    #[uniffi(default = None)]
    done_on: Option<NaiveDate>,
}

/// An inspection against its procedure.
#[uniffi::remote(Record)]
pub struct InspectionSteps {
    /// Every step, from the first to the last.
    steps: Vec<InspectionStepLine>,
    /// The first step that is not done; absent where all are.
    #[uniffi(default = None)]
    next: Option<CellInspectionStep>,
    /// Steps that are not done although a later one is, in order.
    missing: Vec<CellInspectionStep>,
    /// Whether every step was done no earlier than those before it.
    in_order: bool,
}

/// An inspection (kiểm tra) of a cell, as far as it has come.
#[uniffi::remote(Record)]
pub struct InspectionStepsInput {
    /// The cell has a committee (chi ủy).
    committee: bool,
    /// The steps that were done, each once, in any order.
    done: Vec<DoneInspectionStep>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type InspectionStepsVerdict = handbook::verdict::Verdict<InspectionSteps>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct InspectionStepsVerdict {
    /// The answer.
    value: InspectionSteps,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What an inspection does.
#[uniffi::remote(Enum)]
pub enum InspectionWork {
    /// Inspection (kiểm tra).
    Inspection,
    /// Regular supervision (giám sát thường xuyên). INS-01.
    RegularSupervision,
    /// Thematic supervision (giám sát chuyên đề). INS-01.
    ThematicSupervision,
}

/// Inspections with their counts.
#[uniffi::remote(Record)]
pub struct InspectionsAnswer {
    /// How far the asker sees.
    sight: Sight,
    /// The inspections by first day planned, as far as the asker may see them.
    inspections: Vec<InspectionLine>,
    /// Those in the plan: all but those taken out.
    planned: u32,
    /// Concluded.
    concluded: u32,
    /// Not concluded, and the last day planned has passed.
    overdue: u32,
}

/// A text that rules come from, with the time it was in force.
#[uniffi::remote(Record)]
pub struct Instrument {
    /// Its number, such as `294-QĐ/TW`.
    id: String,
    /// The chain of instruments it belongs to: `A` Charter implementation, `B` inspection,
    /// `C` violations, `D` evaluation, `E` cell meetings, `F` dues, `G` elections; absent for
    /// one that stands alone.
    #[uniffi(default = None)]
    chain: Option<String>,
    /// The day it was signed, where known.
    #[uniffi(default = None)]
    signed: Option<NaiveDate>,
    /// First day in force.
    from: NaiveDate,
    /// Last day in force; absent when the book knows no end.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// What it replaces.
    replaces: Vec<String>,
    /// How sure the interval is.
    sureness: Sureness,
}

/// What is left of an item's marks, in hundredths of a point.
#[uniffi::remote(Record)]
pub struct ItemScore {
    /// The item.
    id: String,
    /// After the deductions for quality alone.
    quality: ExactNumber,
    /// After the deductions for progress alone.
    progress: ExactNumber,
    /// After both.
    left: ExactNumber,
}

/// What it keeps and what it sends on; together what it collected.
#[uniffi::remote(Record)]
pub struct KeptByCell {
    /// Kept, in đồng.
    kept: i64,
    /// Sent to the superior, in đồng.
    sent: i64,
}

/// What a cell collected.
#[uniffi::remote(Record)]
pub struct KeptByCellInput {
    /// In đồng, 0 to 100 million million.
    collected: i64,
}

pub(crate) type KeptByCellVerdict = handbook::verdict::Verdict<KeptByCell>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct KeptByCellVerdict {
    /// The answer.
    value: KeptByCell,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What the book says of a kind of organization in one interval.
#[uniffi::remote(Record)]
pub struct KindRule {
    /// The kind, such as `chi_bo_co_so`.
    id: KindId,
    /// Its Vietnamese name.
    vi: String,
    /// Its English name.
    en: String,
    /// First day on which the kind exists.
    from: NaiveDate,
    /// Last day; absent when the book knows no end.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// The kinds it may stand directly under; empty for a root.
    under: Vec<KindId>,
    /// Whether it is a grassroots organization (tổ chức cơ sở đảng).
    grassroots: bool,
    /// Whether its size decides between it and another kind (ORG-11).
    sized: bool,
    /// Whether members belong to it directly: a cell (chi bộ).
    cell: bool,
    /// The rule of the catalogue.
    rule: RuleId,
    /// The instrument.
    instrument: String,
    /// The clause; empty where it is not known, `cf.` where it is that of a neighbouring
    /// instrument.
    clause: String,
    /// How sure the source is.
    sureness: Sureness,
}

/// A stretch of time with too few meetings.
#[uniffi::remote(Record)]
pub struct LackingPeriod {
    /// First day.
    from: NaiveDate,
    /// Last day.
    to: NaiveDate,
    /// Meetings held in it.
    meetings: u32,
}

/// A language that sentences are made in.
#[uniffi::remote(Enum)]
pub enum Language {
    /// Tiếng Việt.
    Vi,
    /// English.
    En,
}

/// The least single change of its kind that gives another level.
#[uniffi::remote(Record)]
pub struct LeastChange {
    /// What changes.
    kind: LeastChangeKind,
    /// The criterion or the number that changes, where it has a name of its own.
    #[uniffi(default = None)]
    of: Option<String>,
    /// By how much: more above 0, less below.
    amount: i64,
    /// The level that it gives; at least, where facts must be known.
    level: Level,
    /// Facts that are missing and must be known besides.
    needs: Vec<NeededFact>,
    /// The change as a sentence in Vietnamese.
    vi: String,
    /// The change as a sentence in English.
    en: String,
}

/// What a change changes.
#[uniffi::remote(Enum)]
pub enum LeastChangeKind {
    /// The score, in hundredths of a point.
    Marks,
    /// The mark of a criterion, in its units.
    CriterionMark,
    /// Tasks that are on time and with quality instead of late or open, or the other way round.
    TasksOnTime,
    /// Late tasks that the plan had not held.
    WithoutLateTasks,
    /// Open tasks that the plan had not held.
    WithoutOpenTasks,
    /// Tasks done beyond what was required.
    TasksBeyond,
    /// Targets reached.
    TargetsReached,
    /// Steps by which the lowest criteria rise or one falls below them.
    LowestCriterion,
    /// Steps of the grade of results.
    Results,
    /// Not disciplined in the year.
    Disciplined,
    /// No subordinate organization or leader disciplined in the year.
    SubordinateDisciplined,
    /// Not rated not completed as a civil servant.
    CivilServantNotCompleted,
    /// Not concluded to be degraded.
    ConcludedDegraded,
    /// Subordinate organizations rated weak.
    SubordinatesWeak,
    /// Members rated not completed.
    MembersNotCompleted,
    /// A number that the host names.
    Extra,
    /// Members or organizations of the group rated good instead of lower.
    GoodInGroup,
    /// The score, in hundredths of a point, so that the subject passes the last one who stays
    /// excellent.
    MarksAboveLine,
}

/// Why a person left the Party.
#[uniffi::remote(Enum)]
pub enum LeavingReason {
    /// Quit activity (tự ý bỏ sinh hoạt đảng).
    QuitActivity,
    /// Applied to leave (làm đơn xin ra khỏi Đảng).
    AppliedToLeave,
    /// Applied to leave because of grave family hardship (gia đình đặc biệt khó khăn).
    FamilyHardship,
    /// Caused grave disunity (gây mất đoàn kết nội bộ nghiêm trọng).
    GraveDisunity,
    /// Convicted of corruption (bị kết án vì tội tham nhũng).
    Corruption,
    /// Convicted of a serious crime (bị kết án vì tội nghiêm trọng trở lên).
    SeriousCrime,
    /// Convicted of a minor crime (bị kết án vì tội ít nghiêm trọng).
    MinorCrime,
    /// Any other reason.
    Other,
}

/// A yearly level (mức xếp loại), from the lowest to the highest.
#[uniffi::remote(Enum)]
pub enum Level {
    /// Không hoàn thành nhiệm vụ.
    NotCompleted,
    /// Hoàn thành nhiệm vụ.
    Completed,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
}

/// A yearly level with everything it rests on.
#[uniffi::remote(Record)]
pub struct LevelAnswer {
    /// The rules that judged.
    rule_book: RuleBookLine,
    /// The final level; absent when not rated, or when people must vote at the cap's line.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// Whether the subject is rated at all (EVL-10), and why.
    rated: FlagVerdict,
    /// As whom the recorded facts rate the subject, which is by whose sheet; absent when not rated.
    #[uniffi(default = None)]
    rated_as: Option<RatedSubject>,
    /// The level by the subject's own facts, before the cap; absent when not rated.
    #[uniffi(default = None)]
    own: Option<LevelValueVerdict>,
    /// What the cap did within the group, after a vote at its line; absent for levels below
    /// excellent.
    #[uniffi(default = None)]
    cap: Option<CapOutcomeVerdict>,
    /// The votes among those tied at the line, where any was taken.
    #[uniffi(default = None)]
    line_vote: Option<LineVote>,
}

/// One whose final level would be another.
#[uniffi::remote(Record)]
pub struct LevelChange {
    /// The host's identifier.
    id: String,
    /// The level as it is; absent when not rated or to be voted on.
    #[uniffi(default = None)]
    from: Option<Level>,
    /// Whether people must vote as it is.
    from_vote: bool,
    /// The level as it would be; absent when not rated or to be voted on.
    #[uniffi(default = None)]
    to: Option<Level>,
    /// Whether people would have to vote.
    to_vote: bool,
}

/// An organization or a member whose level would be another.
#[uniffi::remote(Record)]
pub struct LevelChangeLine {
    /// The organization, or the cell of the member.
    organization: OrganizationId,
    /// The member; absent for an organization.
    #[uniffi(default = None)]
    member: Option<MemberId>,
    /// The name.
    name: String,
    /// The level as the rules in force give it; absent when to be voted on.
    #[uniffi(default = None)]
    from: Option<Level>,
    /// The level otherwise; absent when to be voted on.
    #[uniffi(default = None)]
    to: Option<Level>,
}

/// How many stand at each level.
#[uniffi::remote(Record)]
pub struct LevelCounts {
    /// Rated: the denominator of every share.
    rated: u32,
    /// Not rated (EVL-10), or without the recorded facts that give a level.
    not_rated: u32,
    /// Excellent.
    excellent: u32,
    /// Good.
    good: u32,
    /// Completed.
    completed: u32,
    /// Not completed.
    not_completed: u32,
    /// Good or excellent, to be decided by a vote at the cap's line.
    vote_needed: u32,
}

/// Why an organization or a member has its yearly level, as far as the asker may see.
#[uniffi::remote(Record)]
pub struct LevelExplained {
    /// The rules that judged.
    rule_book: RuleBookLine,
    /// Whose.
    subject: LevelSubject,
    /// The year.
    year: i32,
    /// The day whose rules and record judged.
    judged_on: NaiveDate,
    /// How far the asker sees into the organization where the subject is reviewed.
    sight: Sight,
    /// Whether the subject is rated at all (EVL-10); absent where the asker may not see it.
    #[uniffi(default = None)]
    rated: Option<FlagVerdict>,
    /// As whom the recorded facts rate the subject, which is by whose sheet; absent when not rated.
    #[uniffi(default = None)]
    rated_as: Option<RatedSubject>,
    /// The unit led by one who is rated as a leader, where it was recorded.
    #[uniffi(default = None)]
    unit_led: Option<OrganizationId>,
    /// The chain from the facts to the level after the cap, and the least changes; absent when not
    /// rated.
    #[uniffi(default = None)]
    explained: Option<LevelExplanationVerdict>,
    /// What the cap did within the group, with the names that the asker may see; absent for levels
    /// below excellent.
    #[uniffi(default = None)]
    cap: Option<CapOutcomeVerdict>,
    /// The votes among those tied at the line, where any was taken; of whom the asker may see.
    #[uniffi(default = None)]
    line_vote: Option<LineVote>,
}

/// Why a subject has its level, and what would change it.
#[uniffi::remote(Record)]
pub struct LevelExplanation {
    /// The level in the end, after the cap where it was asked about.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// What the subject's own facts give.
    own: SheetLevelValue,
    /// From the result down to the marks.
    steps: Vec<LevelStep>,
    /// The least changes that give a higher level, one of each kind. Changes of the subject's own
    /// facts give the level before the cap.
    raises: Vec<LeastChange>,
    /// The least changes that give a lower level: the margins. Of somebody over the cap, those to
    /// a level below the one that the cap leaves.
    lowers: Vec<LeastChange>,
}

pub(crate) type LevelExplanationVerdict = handbook::verdict::Verdict<LevelExplanation>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct LevelExplanationVerdict {
    /// The answer.
    value: LevelExplanation,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What is known of a subject at the end of the year. The sheet in force picks what it asks for;
/// the rest is not read.
#[uniffi::remote(Record)]
pub struct LevelFacts {
    /// Who is rated.
    subject: RatedSubject,
    /// Marks in hundredths of a point, 0 to 10,000.
    #[uniffi(default = None)]
    marks: Option<u32>,
    /// The grade of each criterion (tiêu chí).
    criteria: Vec<Grade>,
    /// The grade of the results of the year's tasks (kết quả thực hiện nhiệm vụ).
    #[uniffi(default = None)]
    results: Option<Grade>,
    /// The year's tasks.
    #[uniffi(default = None)]
    tasks: Option<TaskCounts>,
    /// The year's targets; judged for leaders and members where given (EVL-02).
    #[uniffi(default = None)]
    targets: Option<TargetCounts>,
    /// Disciplined in the year (bị kỷ luật trong năm). EVL-02.
    disciplined: bool,
    /// A subordinate organization or a member of the leadership was disciplined in the year;
    /// judged for organizations (EVL-01).
    subordinate_disciplined: bool,
    /// What only some sheets ask for.
    #[uniffi(default = None)]
    further: Option<FurtherFacts>,
}

/// An organization or a member with the level of the year.
#[uniffi::remote(Record)]
pub struct LevelLine {
    /// The organization, or the cell of the member.
    organization: OrganizationId,
    /// The member; absent for an organization.
    #[uniffi(default = None)]
    member: Option<MemberId>,
    /// The name.
    name: String,
    /// As whom the recorded facts rate, which is by whose sheet; absent when not rated.
    #[uniffi(default = None)]
    rated_as: Option<RatedSubject>,
    /// The level by the own facts, before the cap; absent when not rated (EVL-10), where no facts
    /// were recorded, or where one is missing.
    #[uniffi(default = None)]
    own: Option<Level>,
    /// The fact that the sheet needs and that was not recorded, as its field is named: whoever
    /// lacks one is outside the group until it is known.
    #[uniffi(default = None)]
    missing: Option<String>,
    /// The level after the cap; absent without a level of one's own, or when to be voted on.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// Whether tied at the cap's line: people must vote.
    vote_needed: bool,
    /// The place of its group in `caps`, from 0; absent when not rated, and when the asker may
    /// not see the group.
    #[uniffi(default = None)]
    cap: Option<u32>,
}

/// A level from a day on, until the next one.
#[uniffi::remote(Record)]
pub struct LevelSince {
    /// The first day.
    from: NaiveDate,
    /// What it is.
    state: DecidedLevelState,
    /// The level in force; absent where it was cancelled.
    #[uniffi(default = None)]
    level: Option<Level>,
}

/// A step of an explanation. The steps form a tree: the first is the result, and each other one
/// stands under an earlier one.
#[uniffi::remote(Record)]
pub struct LevelStep {
    /// Place of the step it stands under; absent for the first.
    #[uniffi(default = None)]
    parent: Option<u32>,
    /// What it tells.
    kind: LevelStepKind,
    /// The criterion, the group, the fact or the sheet that it tells of.
    #[uniffi(default = None)]
    of: Option<String>,
    /// The level that it gives, or leaves at most.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// Whether it holds; absent where it is no condition or a fact is missing.
    #[uniffi(default = None)]
    holds: Option<bool>,
    /// What was measured.
    #[uniffi(default = None)]
    measured: Option<Quantity>,
    /// What it is at most: of a mark or a score.
    #[uniffi(default = None)]
    most: Option<Quantity>,
    /// Hundredths of a point that a criterion gives.
    #[uniffi(default = None)]
    points: Option<u32>,
    /// What was compared, with its citation.
    #[uniffi(default = None)]
    ground: Option<Ground>,
    /// The step as a sentence in Vietnamese.
    vi: String,
    /// The step as a sentence in English.
    en: String,
}

/// What a step of an explanation tells.
#[uniffi::remote(Enum)]
pub enum LevelStepKind {
    /// The level in the end.
    Result,
    /// The score.
    Score,
    /// A group of criteria.
    Group,
    /// A criterion.
    Criterion,
    /// The level by score.
    ByScore,
    /// A border of the score.
    Border,
    /// The level by conditions.
    ByConditions,
    /// The condition of a level.
    Condition,
    /// Every part must hold.
    All,
    /// One part must hold.
    Any,
    /// The part must not hold.
    Not,
    /// A fact that is yes or no.
    Fact,
    /// A comparison.
    Comparison,
    /// The lower of the levels by score and by conditions.
    Lower,
    /// A rule that lowers a level.
    Lowering,
    /// The cap on excellent in the group.
    Cap,
}

/// Whose level is asked for.
#[uniffi::remote(Enum)]
pub enum LevelSubject {
    /// An organization's.
    Organization {
        /// The organization.
        id: OrganizationId,
    },
    /// A member's.
    Member {
        /// The member.
        id: MemberId,
    },
}

/// Organizations and members by level.
#[uniffi::remote(Record)]
pub struct LevelTotals {
    /// Organizations of every kind.
    organizations: LevelCounts,
    /// Members.
    members: LevelCounts,
}

/// The level that the subject's own facts give.
#[uniffi::remote(Record)]
pub struct LevelValue {
    /// The level, before the cap on excellent.
    level: Level,
    /// What the score alone gives, where the scheme in force has a score.
    #[uniffi(default = None)]
    by_score: Option<Level>,
    /// What the conditions or grades alone give.
    #[uniffi(default = None)]
    by_conditions: Option<Level>,
}

pub(crate) type LevelValueVerdict = handbook::verdict::Verdict<LevelValue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct LevelValueVerdict {
    /// The answer.
    value: LevelValue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A vote on a level.
#[uniffi::remote(Record)]
pub struct LevelVote {
    /// The day.
    on: NaiveDate,
    /// The level voted on.
    level: Level,
    /// Those who count.
    base: u32,
    /// Votes for the level.
    yes: u32,
    /// The fewest votes that carry; absent where no threshold was read (EVL-17).
    #[uniffi(default = None)]
    required: Option<u32>,
    /// Whether it carried; absent likewise.
    #[uniffi(default = None)]
    carried: Option<bool>,
}

/// The levels of a year below an organization, a page of them.
#[uniffi::remote(Record)]
pub struct LevelsAnswer {
    /// The rules that judged.
    rule_book: RuleBookLine,
    /// The organization.
    organization: OrganizationId,
    /// The year.
    year: i32,
    /// The day whose rules and record judged.
    judged_on: NaiveDate,
    /// How far the asker sees.
    sight: Sight,
    /// Everyone here and below, whatever the page; absent for who may not see each of them.
    #[uniffi(default = None)]
    totals: Option<LevelTotals>,
    /// By grassroots organization, without small counts (DAT-03), cells, then members, each in the
    /// order of the tree; for who sees sums alone. They are never added up: no two questions
    /// together tell more than one.
    published: Vec<PublishedLevels>,
    /// How the cap was read, and what is published.
    policies: Vec<PolicyUsed>,
    /// The groups that an organization of this page forms, and those of everyone on it; for who
    /// sees sums alone, groups of organizations only.
    caps: Vec<CapLine>,
    /// This page, in the order of the tree: each organization, then its own members.
    lines: Vec<LevelLine>,
    /// How many lines all pages have.
    line_count: u32,
    /// Where the next page starts; absent on the last one.
    #[uniffi(default = None)]
    next: Option<u32>,
}

/// Who would have another level if the cap were read otherwise, a page of them.
#[uniffi::remote(Record)]
pub struct LevelsReadOtherwise {
    /// The rules that judged.
    rule_book: RuleBookLine,
    /// The organization.
    organization: OrganizationId,
    /// The year.
    year: i32,
    /// The day whose rules and record judged.
    judged_on: NaiveDate,
    /// How far the asker sees.
    sight: Sight,
    /// Everyone here and below as the rules in force give it; absent for who may not see each of
    /// them.
    #[uniffi(default = None)]
    before: Option<LevelTotals>,
    /// The same, read otherwise.
    #[uniffi(default = None)]
    after: Option<LevelTotals>,
    /// From good to excellent, of the lines of all pages.
    raised: u32,
    /// From excellent to good, likewise.
    lowered: u32,
    /// Into a vote at the cap's line, or out of one, likewise.
    votes: u32,
    /// How the cap was read the other way.
    policies: Vec<PolicyUsed>,
    /// This page, in the order of the tree.
    lines: Vec<LevelChangeLine>,
    /// How many lines all pages have.
    line_count: u32,
    /// Where the next page starts; absent on the last one.
    #[uniffi(default = None)]
    next: Option<u32>,
}

/// One vote on excellent that was on somebody tied at the line.
#[uniffi::remote(Record)]
pub struct LineBallot {
    /// The day.
    on: NaiveDate,
    /// The meeting of the record, where it was named.
    #[uniffi(default = None)]
    meeting: Option<MeetingId>,
    /// Those who count.
    base: u32,
    /// Whether it counts: it was on all those still tied, or on all tied at first, and on nobody
    /// else.
    counts: bool,
    /// The votes, by identifier.
    votes: Vec<LineVotes>,
}

/// What the recorded votes made of a tie at the line of the cap. Section 6.4.
#[uniffi::remote(Record)]
pub struct LineVote {
    /// How the tie stands.
    state: LineVoteState,
    /// Who took a seat, by identifier.
    chosen: Vec<String>,
    /// The votes, by day.
    ballots: Vec<LineBallot>,
}

/// How a tie at the line of the cap stands after the votes on it.
#[uniffi::remote(Enum)]
pub enum LineVoteState {
    /// The seats are taken.
    Settled,
    /// Equal votes at the last seat.
    StillTied,
    /// No vote was on all those tied and on nobody else.
    NotOnTied,
    /// Too few votes to carry the level (EVL-17).
    NotCarried,
    /// The policy leaves a tie open, whatever the votes.
    LeftOpen,
}

/// Votes for one in a vote at the line.
#[uniffi::remote(Record)]
pub struct LineVotes {
    /// Who was voted on.
    id: String,
    /// Votes for excellent.
    yes: u32,
    /// Whether tied at the line.
    tied: bool,
}

/// What an organization was, what came before it, and what became of it.
#[uniffi::remote(Record)]
pub struct LineageAnswer {
    /// The organization.
    id: OrganizationId,
    /// Its first day in the record.
    began: NaiveDate,
    /// The first day without it, where it ended by the day asked about.
    #[uniffi(default = None)]
    ended: Option<NaiveDate>,
    /// How it ended.
    #[uniffi(default = None)]
    closing: Option<Closing>,
    /// What it was, from each change on, up to the day asked about.
    stages: Vec<StageLine>,
    /// Where it is on the day.
    heirs: Vec<HeirLine>,
    /// What ended on the way without a successor.
    lost: Vec<LostLine>,
    /// The steps to the heirs.
    steps: Vec<StepLine>,
    /// Every organization that went into it, at any distance, the nearest first.
    forebears: Vec<OrganizationId>,
    /// The steps from them.
    came_by: Vec<StepLine>,
}

/// Which meetings must last longer (section 12.2, point 2). MTG-07.
#[uniffi::remote(Enum)]
pub enum LongMeeting {
    /// Those combined with a thematic part.
    WithThematicPart,
    /// Those of large cells.
    LargeCell,
}

/// An organization that ended without a successor.
#[uniffi::remote(Record)]
pub struct LostLine {
    /// The organization.
    organization: OrganizationId,
    /// Its last name.
    name: String,
    /// The first day without it.
    on: NaiveDate,
    /// How it ended.
    #[uniffi(default = None)]
    closing: Option<Closing>,
    /// The decision.
    #[uniffi(default = None)]
    decision: Option<String>,
}

/// The fewest votes of a majority.
#[uniffi::remote(Record)]
pub struct Majority {
    /// The fewest votes in favour that carry.
    required: u32,
}

/// A majority of any body.
#[uniffi::remote(Record)]
pub struct MajorityInput {
    /// Those who count, 1 to 1,000,000,000: see `vote_base`.
    base: u32,
    /// Above the line of the share: below the denominator, or equal to it for
    /// `AtLeast`.
    numerator: u32,
    /// Below the line of the share, 1 or more.
    denominator: u32,
    /// Whether the share must be reached or exceeded.
    rule: MajorityRule,
}

/// Whether a share must be reached or exceeded.
#[uniffi::remote(Enum)]
pub enum MajorityRule {
    /// More than the share.
    MoreThan,
    /// The share or more.
    AtLeast,
}

pub(crate) type MajorityVerdict = handbook::verdict::Verdict<Majority>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MajorityVerdict {
    /// The answer.
    value: Majority,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// When membership of the committee ends.
#[uniffi::remote(Record)]
pub struct MandateEnd {
    /// The first day on which the person is no longer a member of the committee.
    ends_on: NaiveDate,
    /// Whether it has ended on the day asked.
    ended: bool,
    /// Whether a decision of its own is needed.
    decision_needed: bool,
}

/// A member of a committee who retires.
#[uniffi::remote(Record)]
pub struct MandateEndInput {
    /// The day on which social insurance begins (hưởng bảo hiểm xã hội), as the decision on
    /// retirement has it.
    insured_from: NaiveDate,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type MandateEndVerdict = handbook::verdict::Verdict<MandateEnd>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MandateEndVerdict {
    /// The answer.
    value: MandateEnd,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How a post came to its holder.
#[uniffi::remote(Enum)]
pub enum Manner {
    /// By election (bầu).
    Elected,
    /// By the superior's appointment (chỉ định). ORG-21, ORG-22, ORG-43.
    Appointed,
}

/// How many of a group have the same marks.
#[uniffi::remote(Record)]
pub struct MarkCount {
    /// Marks in hundredths of a point, 0 to 10,000.
    marks: u32,
    /// How many have them.
    count: u32,
}

/// Marks or differences of marks of several rows, in hundredths of a point.
#[uniffi::remote(Record)]
pub struct MarksSummary {
    /// The sum by the number of rows: the denominator says how many.
    mean: ExactNumber,
    /// The middle one, or half the sum of the two in the middle.
    median: ExactNumber,
    /// The smallest.
    least: i64,
    /// The largest.
    most: i64,
    /// The largest less the smallest.
    range: i64,
    /// Median of the lower half; the one in the middle belongs to neither half.
    lower_quartile: ExactNumber,
    /// Median of the upper half.
    upper_quartile: ExactNumber,
    /// Median absolute deviation: the median of the distances from the median.
    deviation: ExactNumber,
}

/// A word of a document that matches, to be highlighted: whole letters with all their marks.
#[uniffi::remote(Record)]
pub struct MatchedPlace {
    /// The part in which it stands.
    part: DocumentPart,
    /// Where it starts in the part's text as the host gave it, in UTF-16 code units.
    start: u32,
    /// How long it is, in UTF-16 code units.
    length: u32,
}

/// One act about a matter. The first is `Receive`.
#[uniffi::remote(Enum)]
pub enum MatterAct {
    /// Takes it in.
    Receive {
        /// The organization whose matter it is.
        organization: OrganizationId,
        /// The organization that takes it in: the same, or one above.
        received_by: OrganizationId,
        /// What kind.
        kind: MatterKind,
        /// What it is about.
        title: String,
        /// The last day for it, where the body sets one.
        due_on: Option<NaiveDate>,
    },
    /// Gives it to an organization to deal with.
    Assign {
        /// The organization.
        to: OrganizationId,
        /// The last day for it; the one before stands where there is none.
        due_on: Option<NaiveDate>,
    },
    /// Proposes a solution.
    Propose {
        /// The solution.
        text: String,
    },
    /// Brings in other bodies.
    Coordinate {
        /// Which; they may stand outside the record.
        bodies: Vec<String>,
    },
    /// Says that it is resolved.
    Resolve {
        /// How.
        text: String,
    },
    /// Passes it on to the body that is competent: it is no longer in these hands.
    PassOn {
        /// To whom; it may stand outside the record.
        to: String,
        /// Why.
        reason: String,
    },
}

/// Something that happened to a matter.
#[uniffi::remote(Record)]
pub struct MatterEvent {
    /// The step.
    step: MatterStep,
    /// The day.
    on: NaiveDate,
    /// Who is in charge from then on: who received it, who it was assigned or passed on to.
    #[uniffi(default = None)]
    body: Option<OrganizationId>,
    /// The last day that was set with it, not before `on`.
    #[uniffi(default = None)]
    due_on: Option<NaiveDate>,
}

/// What kind of matter it is.
#[uniffi::remote(Enum)]
pub enum MatterKind {
    /// A petition or recommendation (kiến nghị, đề nghị).
    Petition,
    /// A difficulty (khó khăn, vướng mắc).
    Difficulty,
    /// A complex or outstanding issue (vụ việc phức tạp, nổi cộm).
    ComplexIssue,
}

/// A matter on the day asked about.
#[uniffi::remote(Record)]
pub struct MatterLine {
    /// Its identifier.
    id: MatterId,
    /// The organization whose matter it is.
    organization: OrganizationId,
    /// What kind.
    kind: MatterKind,
    /// What it is about.
    title: String,
    /// The organization that took it in.
    received_by: OrganizationId,
    /// The day it was taken in.
    received_on: NaiveDate,
    /// The organization that deals with it.
    #[uniffi(default = None)]
    assigned_to: Option<OrganizationId>,
    /// The solution proposed last.
    #[uniffi(default = None)]
    solution: Option<String>,
    /// The bodies brought in, in the order in which they came.
    bodies: Vec<String>,
    /// How far it is.
    state: MatterState,
    /// The day it was resolved or passed on.
    #[uniffi(default = None)]
    closed_on: Option<NaiveDate>,
    /// The last day for it.
    #[uniffi(default = None)]
    due_on: Option<NaiveDate>,
    /// Closed after its last day, or not closed and the day has passed.
    late: bool,
    /// Days to the last day; below 0 when it has passed. Absent when closed or without one.
    #[uniffi(default = None)]
    days_left: Option<i64>,
    /// Who has to act next; absent when closed.
    #[uniffi(default = None)]
    next: Option<OrganizationId>,
}

/// A matter on the day asked.
#[uniffi::remote(Record)]
pub struct MatterProgress {
    /// The furthest step.
    step: MatterStep,
    /// It was resolved or passed on.
    ended: bool,
    /// It was resolved although it lies beyond the level of the body.
    beyond_competence: bool,
    /// The last day: the one set last, else that of the rule; absent where there is none.
    #[uniffi(default = None)]
    due_on: Option<NaiveDate>,
    /// Where it stands against the last day; absent without one.
    #[uniffi(default = None)]
    state: Option<DueState>,
    /// Calendar days after the last day until its end, or until the day asked.
    days_over: u32,
    /// Steps before the furthest that did not happen, in order.
    missing: Vec<MatterStep>,
    /// The first step that is still to be done; absent when it has ended.
    #[uniffi(default = None)]
    next: Option<MatterStep>,
    /// Who is in charge of it; absent where nobody was named.
    #[uniffi(default = None)]
    in_charge: Option<OrganizationId>,
}

/// A matter as far as it has come.
#[uniffi::remote(Record)]
pub struct MatterProgressInput {
    /// What happened, in any order: one receipt, at most one end, and no step twice on a day.
    events: Vec<MatterEvent>,
    /// It lies beyond the level of the body: then it is passed on and not resolved.
    beyond_level: bool,
    /// Other bodies have to be coordinated with.
    needs_coordination: bool,
    /// The level whose deadline for answers holds where none was set; absent where none does.
    #[uniffi(default = None)]
    answer_level: Option<OversightLevel>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type MatterProgressVerdict = handbook::verdict::Verdict<MatterProgress>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MatterProgressVerdict {
    /// The answer.
    value: MatterProgress,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How far a matter is.
#[uniffi::remote(Enum)]
pub enum MatterState {
    /// Received.
    Received,
    /// Given to an organization.
    Assigned,
    /// A solution is proposed.
    Proposed,
    /// Other bodies are brought in.
    Coordinated,
    /// Resolved.
    Resolved,
    /// Passed on to the competent body.
    PassedOn,
}

/// A step of a matter (kiến nghị, khó khăn, vướng mắc, vụ việc phức tạp).
#[uniffi::remote(Enum)]
pub enum MatterStep {
    /// It was received (tiếp nhận).
    Received,
    /// Somebody was put in charge (phân công).
    Assigned,
    /// A solution was proposed (đề xuất giải pháp).
    SolutionProposed,
    /// It was coordinated with the competent bodies (phối hợp).
    Coordinated,
    /// It was resolved (giải quyết xong).
    Resolved,
    /// It was passed on to the competent level (chuyển cấp có thẩm quyền).
    PassedOn,
}

/// Matters with their counts.
#[uniffi::remote(Record)]
pub struct MattersAnswer {
    /// How far the asker sees.
    sight: Sight,
    /// The matters by last day, as far as the asker may see them.
    matters: Vec<MatterLine>,
    /// All of them.
    total: u32,
    /// Not closed.
    open: u32,
    /// Not closed, and the last day has passed; a part of `open`.
    overdue: u32,
    /// Resolved.
    resolved: u32,
    /// Passed on.
    passed_on: u32,
}

/// One act about a meeting. Its day and who did it stand beside it.
#[uniffi::remote(Enum)]
pub enum MeetingAct {
    /// Says when, where and how it will be. The last such act counts as a whole.
    Arrange {
        /// When it begins.
        at: Option<TimeOfDay>,
        /// How long it is planned to last, 1 to 10,080 minutes.
        minutes: Option<u32>,
        /// Where.
        place: Option<String>,
        /// The address of the online meeting, where there is one (MTG-10).
        link: Option<String>,
        /// What it is about; a monthly meeting with a topic has a thematic part (MTG-06).
        topic: Option<String>,
        /// Who chairs it (chủ trì).
        chair: Option<MemberId>,
        /// Who writes the minutes (thư ký).
        secretary: Option<MemberId>,
        /// Who is invited and is no member of the body.
        guests: Vec<String>,
    },
    /// Puts it on another day; the first day stays known.
    Postpone {
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Calls it off.
    Cancel {
        /// Why.
        reason: String,
    },
    /// Gives notice of it to the members.
    Notify {
        /// The text of the notice.
        text: Option<String>,
    },
    /// Sets the agenda (MTG-13). The last such act counts as a whole.
    SetAgenda {
        /// Its points, in order.
        items: Vec<AgendaItem>,
    },
    /// Puts papers on the handbook (MTG-08).
    ProvidePapers {
        /// The papers.
        papers: Vec<MeetingPaper>,
    },
    /// Puts a draft of the resolution on the handbook. The last such act counts.
    Draft {
        /// The text.
        text: String,
    },
    /// Brings in a proposal, a comment or a question; `by` says whose.
    Contribute {
        /// Its identifier in this record.
        id: ContributionId,
        /// What it is.
        kind: ContributionKind,
        /// The text.
        text: String,
        /// The point of the agenda that it is about.
        item: Option<u32>,
    },
    /// Says what became of a contribution.
    Settle {
        /// Which.
        contribution: ContributionId,
        /// Whether it is accepted.
        accepted: bool,
        /// Why; needed where it is not accepted.
        reason: Option<String>,
    },
    /// Answers a question (MEM-77).
    Answer {
        /// Which.
        contribution: ContributionId,
        /// The answer.
        text: String,
    },
    /// Excuses a member who will not come.
    Excuse {
        /// Who.
        member: MemberId,
        /// Why.
        reason: AbsenceCause,
    },
    /// Opens it on its day.
    Open {
        /// When.
        at: TimeOfDay,
    },
    /// A member comes in; also one who comes late.
    Arrive {
        /// Who.
        member: MemberId,
        /// When.
        at: TimeOfDay,
        /// By an online connection.
        online: bool,
    },
    /// A member leaves.
    Leave {
        /// Who.
        member: MemberId,
        /// When.
        at: TimeOfDay,
    },
    /// A member speaks.
    Speak {
        /// Who.
        member: MemberId,
        /// The point of the agenda.
        item: Option<u32>,
    },
    /// The totals of a vote on one question; who voted how is never kept.
    Vote {
        /// Its number in the meeting, from 1.
        number: u32,
        /// What was asked.
        question: String,
        /// What is decided.
        decision: Decision,
        /// Secret ballot or raised card (VOTE-07, VOTE-08).
        method: VoteMethod,
        /// Those who count (VOTE-01); absent to have it counted from the roll.
        base: Option<u32>,
        /// Votes in favour.
        yes: u32,
        /// Votes against.
        no: u32,
        /// Abstentions and invalid ballots.
        abstained: u32,
    },
    /// Writes the minutes (biên bản). The last such act counts.
    Minute {
        /// The text.
        text: String,
    },
    /// Closes it.
    Close {
        /// When.
        at: TimeOfDay,
    },
    /// Passes the resolution (nghị quyết). MTG-14.
    Resolve {
        /// Its number, from 1; each once in the body's term.
        number: u32,
        /// Its title.
        title: String,
        /// Its text.
        text: String,
        /// The number of the vote that carried it (VOTE-03).
        vote: Option<u32>,
    },
    /// Scores it: the marks that the meeting gives itself; the others are computed from the
    /// record (section 5.1). The last such act counts.
    Score {
        /// The marks of every part that is not computed, each once.
        given: Vec<GivenMarks>,
    },
    /// Puts the result on the handbook (MTG-08).
    Publish {
        /// The document of the record that the resolution is.
        document: Option<DocumentId>,
    },
}

/// A meeting on the day asked about, as far as the asker may see.
#[uniffi::remote(Record)]
pub struct MeetingAnswer {
    /// Its identifier.
    id: MeetingId,
    /// The organization that meets.
    organization: OrganizationId,
    /// What kind.
    kind: MeetingKind,
    /// How far the asker sees.
    sight: Sight,
    /// How far it has come.
    stage: MeetingStage,
    /// The day for which it was first announced.
    announced_on: NaiveDate,
    /// The day it is on now.
    on: NaiveDate,
    /// When, where and how.
    arrangement: MeetingArrangement,
    /// What was done before it.
    preparation: MeetingPreparation,
    /// Who was there.
    roll: MeetingRoll,
    /// What was voted on.
    votes: Vec<MeetingVoteLine>,
    /// What came out of it.
    outcome: MeetingOutcome,
    /// Its score, where it has scored itself (section 5.1).
    #[uniffi(default = None)]
    score: Option<MeetingScoreVerdict>,
    /// Until when documents and result are due (MTG-08), where the rules know it.
    #[uniffi(default = None)]
    deadlines: Option<MeetingDeadlinesVerdict>,
    /// What is done and what is still to be done, step by step.
    items: Vec<MeetingItemLine>,
}

/// When, where and how a meeting will be.
#[uniffi::remote(Record)]
pub struct MeetingArrangement {
    /// When it begins.
    #[uniffi(default = None)]
    at: Option<TimeOfDay>,
    /// How long it is planned to last, in minutes.
    #[uniffi(default = None)]
    minutes: Option<u32>,
    /// Where.
    #[uniffi(default = None)]
    place: Option<String>,
    /// The address of the online meeting.
    #[uniffi(default = None)]
    link: Option<String>,
    /// What it is about.
    #[uniffi(default = None)]
    topic: Option<String>,
    /// Who chairs it.
    #[uniffi(default = None)]
    chair: Option<MemberId>,
    /// Who writes the minutes.
    #[uniffi(default = None)]
    secretary: Option<MemberId>,
    /// Who is invited and is no member of the body.
    guests: Vec<String>,
}

/// A body that meets.
#[uniffi::remote(Enum)]
pub enum MeetingBody {
    /// A cell (chi bộ).
    Cell,
    /// The committee of a cell (chi ủy).
    CellCommittee,
    /// A Party group (tổ đảng).
    PartyGroup,
    /// A whole grassroots committee with all its members (đảng bộ cơ sở).
    GrassrootsCommittee,
    /// A departmental committee (đảng bộ bộ phận).
    DepartmentalCommittee,
    /// The standing committee of a grassroots committee with delegated powers (ban thường vụ của
    /// đảng bộ cơ sở được giao quyền).
    DelegatedStandingCommittee,
    /// Its committee (ban chấp hành).
    DelegatedCommittee,
}

/// A calendar of meetings.
#[uniffi::remote(Record)]
pub struct MeetingCalendar {
    /// The meetings by the day on which they are held, then by the day of the pattern; a monthly
    /// one before a thematic one.
    meetings: Vec<PlannedMeeting>,
    /// What the rules ask, judged by the days on which meetings are held.
    requirements: Vec<MeetingRequirement>,
}

/// A body's pattern of meetings, and the days for which a calendar is asked.
#[uniffi::remote(Record)]
pub struct MeetingCalendarInput {
    /// The body.
    body: MeetingBody,
    /// First day; a meeting belongs to the calendar by its day in the pattern.
    from: NaiveDate,
    /// Last day, at most 1,827 days with the first (five years).
    to: NaiveDate,
    /// The day of the month. MTG-05.
    pattern: MeetingPattern,
    /// Months with a meeting, 1 to 12, each once; none for every month. A grassroots committee
    /// names its months, such as 6 and 12.
    months: Vec<u32>,
    /// The rule for holidays.
    holidays: HolidayShift,
    /// The rule for weekends; it is asked after the one for holidays, of the day found.
    weekends: WeekendShift,
    /// Thematic meetings; absent for none.
    #[uniffi(default = None)]
    thematic: Option<ThematicMeetings>,
    /// The grassroots committee meets in clusters (theo cụm); `false` for every other body.
    in_clusters: bool,
    /// When the meetings begin.
    #[uniffi(default = None)]
    starts_at: Option<TimeOfDay>,
    /// How long they last, 1 to 1,440 minutes; only with `starts_at`.
    #[uniffi(default = None)]
    minutes: Option<u32>,
    /// Days that the secretary sets otherwise, each day of the pattern once; where two meetings
    /// share a day, both.
    exceptions: Vec<MeetingException>,
}

pub(crate) type MeetingCalendarVerdict = handbook::verdict::Verdict<MeetingCalendar>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MeetingCalendarVerdict {
    /// The answer.
    value: MeetingCalendar,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A change of a meeting's day.
#[uniffi::remote(Record)]
pub struct MeetingChange {
    /// The day of the change.
    changed_on: NaiveDate,
    /// The day the meeting was to be.
    from: NaiveDate,
    /// The new day; absent where it was called off.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// Why.
    reason: String,
}

/// The class of a meeting (chất lượng buổi sinh hoạt), from the lowest to the highest.
#[uniffi::remote(Enum)]
pub enum MeetingClass {
    /// Kém.
    Poor,
    /// Trung bình.
    Average,
    /// Khá.
    Fair,
    /// Tốt.
    Good,
}

/// The obligations around a meeting.
#[uniffi::remote(Record)]
pub struct MeetingDeadlines {
    /// Those whose last day is known, in the order of `MeetingDuty`.
    obligations: Vec<MeetingObligation>,
}

/// A meeting with what was done for it. A day is absent while its event has not happened.
#[uniffi::remote(Record)]
pub struct MeetingDeadlinesInput {
    /// The day of the meeting, planned or past.
    meets_on: NaiveDate,
    /// The day notice was given.
    #[uniffi(default = None)]
    notice_on: Option<NaiveDate>,
    /// The day the documents were on the handbook.
    #[uniffi(default = None)]
    documents_on: Option<NaiveDate>,
    /// The day the result or resolution was uploaded.
    #[uniffi(default = None)]
    result_on: Option<NaiveDate>,
    /// Which days are counted; absent for the policy in force.
    #[uniffi(default = None)]
    counting: Option<DayCounting>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type MeetingDeadlinesVerdict = handbook::verdict::Verdict<MeetingDeadlines>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MeetingDeadlinesVerdict {
    /// The answer.
    value: MeetingDeadlines,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How long a meeting must last.
#[uniffi::remote(Record)]
pub struct MeetingDuration {
    /// The fewest minutes.
    required: i64,
    /// Whether it lasted so long; absent before the meeting.
    #[uniffi(default = None)]
    enough: Option<bool>,
    /// Minutes that it was short by; absent before the meeting.
    #[uniffi(default = None)]
    short_by: Option<i64>,
    /// The fewest minutes by the other reading.
    other_reading: i64,
    /// Whether the two readings ask for different lengths.
    readings_differ: bool,
}

/// A meeting whose length is asked about.
#[uniffi::remote(Record)]
pub struct MeetingDurationInput {
    /// Whether a thematic part (sinh hoạt chuyên đề) is combined with it. MTG-06.
    with_thematic_part: bool,
    /// Full and probationary members of the cell.
    members: u32,
    /// Minutes held; absent before the meeting.
    #[uniffi(default = None)]
    minutes: Option<u32>,
    /// Which meetings must be longer; absent for the policy in force.
    #[uniffi(default = None)]
    longer: Option<LongMeeting>,
}

pub(crate) type MeetingDurationVerdict = handbook::verdict::Verdict<MeetingDuration>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MeetingDurationVerdict {
    /// The answer.
    value: MeetingDuration,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What is due around a meeting.
#[uniffi::remote(Enum)]
pub enum MeetingDuty {
    /// Notice is given (thông báo).
    Notice,
    /// The documents are on the handbook (sổ tay đảng viên).
    Documents,
    /// The result or resolution is uploaded.
    Result,
}

/// A single day that the secretary sets otherwise.
#[uniffi::remote(Enum)]
pub enum MeetingException {
    /// The meeting is held on another day, whatever day that is.
    Moved {
        /// The day by the pattern.
        nominal_on: NaiveDate,
        /// The day set.
        to: NaiveDate,
    },
    /// The meeting is not held.
    Dropped {
        /// The day by the pattern.
        nominal_on: NaiveDate,
    },
}

/// The course of a meeting.
#[uniffi::remote(Record)]
pub struct MeetingForm {
    /// From the first to the last.
    steps: Vec<MeetingFormStep>,
}

/// A meeting whose course is asked for.
#[uniffi::remote(Record)]
pub struct MeetingFormInput {
    /// Which form.
    meeting: CellMeeting,
}

/// One step of a meeting.
#[uniffi::remote(Record)]
pub struct MeetingFormStep {
    /// The step.
    step: MeetingStep,
    /// The part of the meeting.
    phase: MeetingPhase,
    /// Who does it.
    by: MeetingRole,
}

pub(crate) type MeetingFormVerdict = handbook::verdict::Verdict<MeetingForm>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MeetingFormVerdict {
    /// The answer.
    value: MeetingForm,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// One thing to be done in a step.
#[uniffi::remote(Enum)]
pub enum MeetingItem {
    /// Say when and where.
    Arrange,
    /// Set the agenda.
    Agenda,
    /// Give notice.
    Notice,
    /// Put the papers on the handbook.
    Papers,
    /// Draft the resolution.
    Draft,
    /// Say of every proposal and comment whether it is accepted.
    SettleContributions,
    /// Open the meeting.
    Open,
    /// Call the roll.
    Roll,
    /// Close the meeting.
    Close,
    /// Write the minutes.
    Minutes,
    /// Pass the resolution.
    Resolution,
    /// Score the meeting.
    Score,
    /// Put the result on the handbook.
    Publish,
    /// Give tasks.
    Tasks,
    /// Have every task done.
    TasksDone,
    /// Answer every question.
    AnswerQuestions,
}

/// How far one thing is.
#[uniffi::remote(Record)]
pub struct MeetingItemLine {
    /// The step it belongs to.
    step: WorkStep,
    /// What is to be done.
    item: MeetingItem,
    /// Whether it is done.
    done: bool,
    /// The last day for it, where a rule sets one.
    #[uniffi(default = None)]
    due: Option<NaiveDate>,
    /// Whether it was done after that day, or is not done and the day has passed.
    late: bool,
}

/// What kind of meeting it is.
#[uniffi::remote(Enum)]
pub enum MeetingKind {
    /// Monthly meeting (sinh hoạt thường kỳ). MTG-01.
    Monthly,
    /// Thematic meeting (sinh hoạt chuyên đề). MTG-06.
    Thematic,
    /// Meeting of a whole grassroots committee (sinh hoạt đảng bộ). MTG-02.
    CommitteeWide,
    /// Congress (đại hội).
    Congress,
}

/// One obligation with its last day.
#[uniffi::remote(Record)]
pub struct MeetingObligation {
    /// What is due.
    duty: MeetingDuty,
    /// The last day for it.
    due_on: NaiveDate,
    /// Where it stands on the day asked.
    state: DueState,
}

/// What came out of a meeting.
#[uniffi::remote(Record)]
pub struct MeetingOutcome {
    /// The minutes.
    #[uniffi(default = None)]
    minutes: Option<String>,
    /// The resolutions, in the order in which they were passed.
    resolutions: Vec<ResolutionLine>,
    /// The day on which the result was on the handbook.
    #[uniffi(default = None)]
    published_on: Option<NaiveDate>,
    /// The document of the record that the resolution is.
    #[uniffi(default = None)]
    document: Option<DocumentId>,
}

/// A paper for the meeting.
#[uniffi::remote(Record)]
pub struct MeetingPaper {
    /// Its title.
    title: String,
    /// The document of the record that it is.
    #[uniffi(default = None)]
    document: Option<DocumentId>,
}

/// The day of the month on which a body meets: local custom, never a central rule. MTG-05.
#[uniffi::remote(Enum)]
pub enum MeetingPattern {
    /// The same day of each month, such as the third.
    DayOfMonth {
        /// The day, 1 to 31.
        day: u32,
        /// What happens in a month without that day.
        short_month: ShortMonth,
    },
    /// A weekday, such as the first Saturday.
    WeekdayOfMonth {
        /// Which of them.
        place: WeekdayPlace,
        /// The weekday.
        weekday: DayOfWeek,
    },
    /// The last day of each month.
    LastDay,
}

/// The part of a meeting that a step belongs to.
#[uniffi::remote(Enum)]
pub enum MeetingPhase {
    /// Before the meeting (chuẩn bị).
    Preparation,
    /// Opening (mở đầu).
    Opening,
    /// Conduct (tiến hành).
    Conduct,
    /// Closing (kết thúc).
    Closing,
}

/// What was done before a meeting.
#[uniffi::remote(Record)]
pub struct MeetingPreparation {
    /// The day of the first notice.
    #[uniffi(default = None)]
    notified_on: Option<NaiveDate>,
    /// The agenda.
    agenda: Vec<AgendaItem>,
    /// The papers.
    papers: Vec<MeetingPaper>,
    /// The day on which the last of the papers was there.
    #[uniffi(default = None)]
    papers_on: Option<NaiveDate>,
    /// The draft of the resolution.
    #[uniffi(default = None)]
    draft: Option<String>,
    /// The day of the draft.
    #[uniffi(default = None)]
    drafted_on: Option<NaiveDate>,
    /// What members brought in, in the order in which it was recorded.
    contributions: Vec<ContributionLine>,
    /// Every change of the day.
    changes: Vec<MeetingChange>,
}

/// One member's state at one meeting.
#[uniffi::remote(Record)]
pub struct MeetingPresence {
    /// The day of the meeting.
    on: NaiveDate,
    /// The member's state.
    presence: Presence,
}

/// Which meetings a rule asks for.
#[uniffi::remote(Enum)]
pub enum MeetingRequired {
    /// Regular ones. MTG-01, MTG-04.
    Regular,
    /// Thematic ones. MTG-06.
    Thematic,
    /// Those of a whole grassroots committee. MTG-02.
    CommitteeWide,
}

/// What a rule asks of the calendar.
#[uniffi::remote(Record)]
pub struct MeetingRequirement {
    /// Which meetings.
    required: MeetingRequired,
    /// Months of one period: 1 for each month, 3 for each quarter, 12 for each year. Periods are
    /// counted from January.
    months: u32,
    /// The fewest meetings in each.
    least: u32,
    /// Whole periods of the calendar that were judged.
    periods: u32,
    /// Those with too few meetings, in order.
    lacking: Vec<LackingPeriod>,
}

/// Who does a step of a meeting.
#[uniffi::remote(Enum)]
pub enum MeetingRole {
    /// The secretary of the cell (bí thư chi bộ).
    Secretary,
    /// The cell committee (chi ủy).
    CellCommittee,
    /// Whoever is in the chair (người chủ trì).
    Chair,
    /// The secretary of the minutes (thư ký).
    MinutesSecretary,
    /// The members (đảng viên).
    Members,
    /// The meeting as a whole, by vote (chi bộ).
    Meeting,
}

/// Who was at a meeting.
#[uniffi::remote(Record)]
pub struct MeetingRoll {
    /// When it was opened.
    #[uniffi(default = None)]
    opened_at: Option<TimeOfDay>,
    /// When it was closed.
    #[uniffi(default = None)]
    closed_at: Option<TimeOfDay>,
    /// How long it lasted, in minutes: from opening to closing, else as stated.
    #[uniffi(default = None)]
    minutes: Option<u32>,
    /// Those whom the meeting concerns.
    concerned: u32,
    /// Present, in person or online.
    present: u32,
    /// The roll; empty until it is called.
    entries: Vec<RollEntry>,
    /// Who is excused beforehand.
    excuses: Vec<ExcuseLine>,
    /// Who came and left, by time.
    movements: Vec<MovementLine>,
    /// How many members spoke.
    speakers: u32,
    /// Those who count in a vote of the meeting (VOTE-01, VOTE-05); absent until it is held.
    #[uniffi(default = None)]
    vote_base: Option<u32>,
}

/// The score of a meeting.
#[uniffi::remote(Record)]
pub struct MeetingScore {
    /// The groups, in the order of the form.
    groups: Vec<GroupMarks>,
    /// The sum, in hundredths of a point.
    hundredths: i64,
    /// The most that the parts with marks can have: 10000 where every part has some.
    most: i64,
    /// The class; absent where a part has no marks and the policy gives none for the rest.
    #[uniffi(default = None)]
    meeting_class: Option<MeetingClass>,
}

/// What a meeting is scored by.
#[uniffi::remote(Record)]
pub struct MeetingScoreInput {
    /// Minutes held.
    minutes: u32,
    /// Minutes that it had to last, 1 or more: see `meeting_duration`.
    minutes_required: u32,
    /// The roll: see `roll_call`.
    roll: RollCounts,
    /// Who counts as expected; absent for the policy in force.
    #[uniffi(default = None)]
    attendance_counting: Option<AttendanceCounting>,
    /// The longest row of excused absences of any member: see
    /// `excused_streak`.
    longest_excused_streak: u32,
    /// Those who spoke.
    speakers: u32,
    /// Those who were there and could speak, 1 or more.
    present: u32,
    /// The resolution of the meeting before; absent where there is none.
    #[uniffi(default = None)]
    previous: Option<PreviousResolution>,
    /// What becomes of the score without one; absent for the policy in force.
    #[uniffi(default = None)]
    without_previous: Option<WithoutPrevious>,
    /// The marks of every part that is not computed, each once.
    given: Vec<GivenMarks>,
}

pub(crate) type MeetingScoreVerdict = handbook::verdict::Verdict<MeetingScore>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MeetingScoreVerdict {
    /// The answer.
    value: MeetingScore,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How far a meeting has come.
#[uniffi::remote(Enum)]
pub enum MeetingStage {
    /// Announced; its day has not passed.
    Announced,
    /// Its day has passed, and it is not known to have been held.
    Overdue,
    /// Held.
    Held,
    /// Called off.
    Cancelled,
}

/// A step of a cell's meeting. MTG-13.
#[uniffi::remote(Enum)]
pub enum MeetingStep {
    /// The secretary assigns what is to be prepared (phân công chuẩn bị).
    AssignPreparation,
    /// The cell committee meets (họp chi ủy).
    CommitteeMeeting,
    /// Notice of the meeting (thông báo).
    Notice,
    /// Documents are prepared (chuẩn bị tài liệu).
    Documents,
    /// Documents are uploaded to the handbook (đưa tài liệu lên sổ tay). MTG-08.
    Upload,
    /// The reason is stated (tuyên bố lý do).
    Reason,
    /// The secretary of the minutes is named (cử thư ký).
    MinutesSecretary,
    /// Roll-call (điểm danh).
    RollCall,
    /// Dues are collected (thu đảng phí).
    CollectDues,
    /// The agenda is adopted (thông qua chương trình).
    Agenda,
    /// Report of the last month (báo cáo tháng trước).
    LastMonthReport,
    /// Assessment of the members' tasks (đánh giá việc thực hiện nhiệm vụ của đảng viên).
    TasksAssessment,
    /// Information (thông tin thời sự, chính sách).
    Information,
    /// Report on the theme (báo cáo chuyên đề).
    ThematicReport,
    /// Discussion (thảo luận).
    Discussion,
    /// Self-criticism and criticism (tự phê bình và phê bình).
    SelfCriticism,
    /// Summing up (tổng hợp ý kiến).
    SummingUp,
    /// Tasks are assigned with deadlines (phân công nhiệm vụ, thời hạn).
    TaskAssignment,
    /// Conclusion (kết luận).
    Conclusion,
    /// The resolution is adopted (thông qua nghị quyết).
    Resolution,
    /// The meeting is scored (chấm điểm buổi sinh hoạt).
    Scoring,
    /// The minutes are read (thông qua biên bản).
    MinutesReading,
}

/// A vote of a meeting.
#[uniffi::remote(Record)]
pub struct MeetingVoteLine {
    /// Its number in the meeting.
    number: u32,
    /// What was asked.
    question: String,
    /// What was decided.
    decision: Decision,
    /// Secret ballot or raised card.
    method: VoteMethod,
    /// Those who count.
    base: u32,
    /// Votes in favour.
    yes: u32,
    /// Votes against.
    no: u32,
    /// Abstentions and invalid ballots.
    abstained: u32,
    /// Whether it carries, and how many more it would need.
    #[uniffi(default = None)]
    tally: Option<TallyVerdict>,
}

/// What a member is on the day.
#[uniffi::remote(Record)]
pub struct MemberAnswer {
    /// The identifier.
    id: MemberId,
    /// The full name.
    name: String,
    /// The cell; absent before the membership starts and after it ended.
    #[uniffi(default = None)]
    cell: Option<OrganizationId>,
    /// Whether a full member.
    full: bool,
    /// How the member stands to the cell's activity.
    standing: Standing,
    /// The day of the admission ceremony.
    admitted_on: NaiveDate,
    /// Since when a full member.
    #[uniffi(default = None)]
    recognized_on: Option<NaiveDate>,
    /// Why the membership ended, if it did.
    #[uniffi(default = None)]
    ended: Option<EndReason>,
    /// The posts held.
    posts: Vec<HeldPost>,
}

/// Members who were in one cell and are in another, or in the same.
#[uniffi::remote(Record)]
pub struct MemberFlow {
    /// The cell on the earlier day.
    from: OrganizationId,
    /// The cell on the day asked about; absent for those who are members no more.
    #[uniffi(default = None)]
    to: Option<OrganizationId>,
    /// How many.
    members: u32,
}

/// A member of a cell on the day.
#[uniffi::remote(Record)]
pub struct MemberLine {
    /// The identifier.
    id: MemberId,
    /// The full name.
    name: String,
    /// The cell.
    cell: OrganizationId,
    /// Whether a full member.
    full: bool,
    /// How the member stands to the cell's activity.
    standing: Standing,
}

/// Whether cells met in a month, as far as the asker may see. Sums are sums of counts.
#[uniffi::remote(Record)]
pub struct MonitorAnswer {
    /// The organization.
    organization: OrganizationId,
    /// The year.
    year: i32,
    /// The month.
    month: u32,
    /// How far the asker sees.
    sight: Sight,
    /// How many cells there are here and below.
    cells: u32,
    /// Cells by the state of their monthly meeting.
    counts: MonthlyCounts,
    /// Attendances of the month.
    attended: i64,
    /// Attendances expected.
    expected: i64,
    /// The share in percent with two decimals; empty when nobody was expected.
    share_shown: String,
    /// Whether the aim is reached; absent when nobody was expected.
    #[uniffi(default = None)]
    reaches_aim: Option<bool>,
    /// How many cells need help.
    in_need: u32,
    /// This month and the five before it, the oldest first.
    trend: Vec<MonthLine>,
    /// The organizations directly below; a cell has its own line.
    lines: Vec<MonitorLine>,
    /// The grounds of the attendance.
    grounds: Vec<Ground>,
}

/// One organization directly below the one asked about.
#[uniffi::remote(Record)]
pub struct MonitorLine {
    /// The organization.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Its kind.
    kind: KindId,
    /// How many cells it is or has below it.
    cells: u32,
    /// Its cells by the state of their monthly meeting.
    counts: MonthlyCounts,
    /// Attendances of the month.
    attended: i64,
    /// Attendances expected.
    expected: i64,
    /// The share in percent with two decimals; empty when nobody was expected.
    share_shown: String,
    /// Whether the aim is reached; absent when nobody was expected.
    #[uniffi(default = None)]
    reaches_aim: Option<bool>,
    /// The state of a cell's own monthly meeting; absent for what is no cell.
    #[uniffi(default = None)]
    state: Option<MonthlyState>,
    /// The day of that meeting, where one is announced.
    #[uniffi(default = None)]
    on: Option<NaiveDate>,
    /// How many of its cells need help.
    in_need: u32,
    /// Why a cell needs help; empty for what is no cell.
    help: Vec<HelpReason>,
}

/// Attendance and meetings of one month.
#[uniffi::remote(Record)]
pub struct MonthLine {
    /// The year.
    year: i32,
    /// The month, 1 to 12.
    month: u32,
    /// Cells by the state of their monthly meeting.
    counts: MonthlyCounts,
    /// Attendances.
    attended: i64,
    /// Attendances expected.
    expected: i64,
    /// The share in percent with two decimals; empty when nobody was expected.
    share_shown: String,
}

/// Cells by the state of their monthly meeting.
#[uniffi::remote(Record)]
pub struct MonthlyCounts {
    /// Held on the announced day.
    on_time: u32,
    /// Held late.
    late: u32,
    /// Still to come.
    not_yet_due: u32,
    /// Nothing announced yet.
    unscheduled: u32,
    /// The day has passed.
    overdue: u32,
    /// The month is over.
    missed: u32,
}

/// Dues of one month.
#[uniffi::remote(Record)]
pub struct MonthlyDues {
    /// In đồng.
    amount: i64,
}

/// Who pays dues.
#[uniffi::remote(Record)]
pub struct MonthlyDuesInput {
    /// What the dues are reckoned from.
    payer: Payer,
    /// Full years of Party age.
    party_age_years: u32,
    /// An exemption granted.
    #[uniffi(default = None)]
    exempt: Option<DuesExemption>,
    /// A reduction granted, in percent: one of those of the rule book.
    #[uniffi(default = None)]
    reduction_percent: Option<u32>,
}

pub(crate) type MonthlyDuesVerdict = handbook::verdict::Verdict<MonthlyDues>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct MonthlyDuesVerdict {
    /// The answer.
    value: MonthlyDues,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether a cell held its monthly meeting (MTG-01).
#[uniffi::remote(Enum)]
pub enum MonthlyState {
    /// Held on the day that was announced, or to which it was moved beforehand.
    OnTime,
    /// Held, but moved on its day or later, or into another month.
    Late,
    /// Announced for a day to come, or for the day itself.
    NotYetDue,
    /// Nothing is announced yet, and the month is not over.
    Unscheduled,
    /// The day has passed without a meeting; the month is not over.
    Overdue,
    /// The month is over without a meeting.
    Missed,
}

/// Others, below good until now, are rated good.
#[uniffi::remote(Record)]
pub struct MoreGood {
    /// How many more must be good: the fewest.
    cost: u32,
    /// How many may then be excellent, judged again: as many as are on the list, or more.
    limit: u32,
}

/// Why a meeting is not on the day of the pattern.
#[uniffi::remote(Enum)]
pub enum MovedBy {
    /// The day is a holiday.
    Holiday,
    /// The day is of a weekend.
    Weekend,
    /// The secretary set another day.
    Secretary,
}

/// Where a member who moved to another cell in the year is rated. EVL-11.
#[uniffi::remote(Enum)]
pub enum MovedMemberRated {
    /// In the present cell; the former ones comment.
    PresentCell,
    /// In the cell of most days of the year; the others comment. Of equal stays the later one
    /// counts.
    LongerStay,
}

/// Someone who came or left.
#[uniffi::remote(Record)]
pub struct MovementLine {
    /// When.
    at: TimeOfDay,
    /// Who.
    member: MemberId,
    /// Came, or left.
    came: bool,
    /// By an online connection.
    online: bool,
}

/// An organization with its name.
#[uniffi::remote(Record)]
pub struct NamedOrganization {
    /// Its identifier.
    id: OrganizationId,
    /// Its name.
    name: String,
}

/// A fact that is missing and must be known, and how it must then compare.
#[uniffi::remote(Record)]
pub struct NeededFact {
    /// The fact as a sheet names it, such as `results`, or `extra:` and the host's name.
    fact: String,
    /// The whole that it is a share of.
    #[uniffi(default = None)]
    of: Option<String>,
    /// How it must compare; absent where any value will do.
    #[uniffi(default = None)]
    comparison: Option<Comparison>,
    /// With what.
    #[uniffi(default = None)]
    required: Option<Quantity>,
    /// The rule that asks for it.
    #[uniffi(default = None)]
    rule: Option<RuleId>,
    /// Instrument and clause of the rule.
    #[uniffi(default = None)]
    citation: Option<Citation>,
    /// The fact and what is required, in Vietnamese.
    vi: String,
    /// The fact and what is required, in English.
    en: String,
}

/// What is still needed, or still allowed where lower is better.
#[uniffi::remote(Record)]
pub struct NeededPace {
    /// How much until the end of the year.
    remaining: i64,
    /// Days after the day asked until 31 December.
    days_left: u32,
    /// How much in 30 days: rounded upward, and downward where lower is better; absent on 31
    /// December.
    #[uniffi(default = None)]
    in_thirty_days: Option<i64>,
}

/// The next badge in sight.
#[uniffi::remote(Record)]
pub struct NextBadge {
    /// Years of Party age.
    years: u32,
    /// The day on which they are reached.
    reached_on: NaiveDate,
    /// The round in which the badge is awarded; it may lie some days before `reachedOn`.
    round: NaiveDate,
}

/// Somebody who is not rated.
#[uniffi::remote(Record)]
pub struct NotRatedLine {
    /// Who.
    subject: PlanSubject,
    /// Why; the first that applies, in the order of the list.
    reason: NotRatedReason,
    /// The organization that stands on the day of rating in the place of one that ended.
    #[uniffi(default = None)]
    successor: Option<OrganizationId>,
    /// What was compared.
    grounds: Vec<Ground>,
}

/// Why somebody is not rated.
#[uniffi::remote(Enum)]
pub enum NotRatedReason {
    /// Exempted from work and meetings.
    Exempted,
    /// Suspended.
    Suspended,
    /// Admitted too short a time before.
    NewMember,
    /// Merged or dissolved in the year; the successor's rating covers it.
    RatedWithSuccessor,
    /// Dissolved in the year, and nothing goes on in its place.
    EndedWithoutSuccessor,
    /// Ended before the year.
    EndedEarlier,
}

/// Something that is still to be done.
#[uniffi::remote(Record)]
pub struct Obligation {
    /// The organization it is about.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Who has to do it, where the record knows.
    #[uniffi(default = None)]
    by: Option<OrganizationId>,
    /// What.
    duty: Duty,
    /// The last day for it; absent where the rules name none.
    #[uniffi(default = None)]
    due: Option<NaiveDate>,
    /// The ground: the day against the last day, or what is there against what is needed.
    ground: Ground,
}

/// A figure of an organization on an earlier day.
#[uniffi::remote(Record)]
pub struct OldFigure {
    /// The organization.
    organization: OrganizationId,
    /// What was counted there, 0 to 9,007,199,254,740,991.
    value: i64,
}

/// Whether a meeting may be held online.
#[uniffi::remote(Record)]
pub struct OnlineMeeting {
    /// Whether it may.
    allowed: bool,
    /// Members without exempted and suspended ones.
    base: u32,
    /// The fewest of them who cannot gather.
    required: u32,
    /// Whether the rule is a pilot (thí điểm).
    pilot: bool,
}

/// A meeting that somebody would hold online.
#[uniffi::remote(Record)]
pub struct OnlineMeetingInput {
    /// All members, 1 to 1,000,000,000.
    members: u32,
    /// Exempted from meetings (miễn sinh hoạt), among them.
    exempted: u32,
    /// Suspended (đình chỉ sinh hoạt), among them; nobody is both.
    suspended: u32,
    /// Of those who are left, how many cannot gather at one place.
    cannot_gather: u32,
    /// Why.
    reason: OnlineReason,
}

pub(crate) type OnlineMeetingVerdict = handbook::verdict::Verdict<OnlineMeeting>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct OnlineMeetingVerdict {
    /// The answer.
    value: OnlineMeeting,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Why members cannot gather at one place. MTG-10.
#[uniffi::remote(Enum)]
pub enum OnlineReason {
    /// The special nature of the work (tính chất đặc thù).
    SpecialNature,
    /// A special situation (hoàn cảnh đặc thù).
    SpecialSituation,
    /// Anything else.
    Other,
}

/// One act of a decision. The acts of a decision take effect together, in the order given; a
/// later act may speak of an organization that an earlier one founded.
#[uniffi::remote(Enum)]
pub enum OrganizationAct {
    /// An organization is founded (thành lập).
    Found {
        /// Its identifier in this record, new to it.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above; absent for a root of the record.
        parent: Option<OrganizationId>,
        /// Its name.
        name: String,
        /// Its code, where it has one. A code is not an identity.
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group (ORG-04).
        village: bool,
        /// Why it is made, where its kind asks for a reason: a temporary cell (ORG-19).
        purpose: Option<String>,
        /// The members who form it; they leave the cells they are in.
        members: Vec<MemberId>,
        /// Whom the direct superior appoints (ORG-43).
        posts: Vec<PostHolder>,
    },
    /// Organizations go into another (hợp nhất, sáp nhập): into a new one, where an act before
    /// this one founded it, or into one that goes on. Members and subordinate organizations come
    /// along, posts of those that end are over.
    Merge {
        /// Those that end.
        from: Vec<OrganizationId>,
        /// The one they go into.
        into: OrganizationId,
    },
    /// An organization is divided (chia, tách). Every member and every subordinate organization
    /// is assigned one by one; nobody is left over unless the organization goes on.
    Split {
        /// The one that is divided.
        from: OrganizationId,
        /// What goes where.
        into: Vec<SplitShare>,
        /// Whether the organization goes on with those who are not assigned (tách).
        continues: bool,
    },
    /// An organization comes under another, with everything below it.
    Move {
        /// The organization.
        organization: OrganizationId,
        /// The new one directly above.
        parent: OrganizationId,
    },
    /// An organization becomes one of another kind.
    ChangeKind {
        /// The organization.
        organization: OrganizationId,
        /// The new kind.
        kind: KindId,
    },
    /// An organization gets another name or code.
    Rename {
        /// The organization.
        organization: OrganizationId,
        /// The new name; absent where it stays.
        name: Option<String>,
        /// The new code; absent where it stays.
        code: Option<String>,
    },
    /// An organization is dissolved (giải thể, ORG-40); every member goes somewhere.
    Dissolve {
        /// The organization.
        organization: OrganizationId,
        /// Where each member goes.
        members: Vec<Destination>,
    },
    /// An organization is disbanded as discipline (giải tán, ORG-41); every member who stays
    /// one goes somewhere.
    Disband {
        /// The organization.
        organization: OrganizationId,
        /// Where each member goes.
        members: Vec<Destination>,
        /// The vote of the committee directly above, which proposes.
        proposing: CommitteeVote,
        /// The vote of the committee one level further up, which decides.
        deciding: CommitteeVote,
    },
    /// A whole tier ends: every organization of a kind; what stood below comes under what stood
    /// above (ORG-01, ORG-02).
    EndTier {
        /// The kind.
        kind: KindId,
    },
}

/// What an organization is on the day.
#[uniffi::remote(Record)]
pub struct OrganizationAnswer {
    /// Its identifier.
    id: OrganizationId,
    /// Its name.
    name: String,
    /// Its code, where it has one.
    #[uniffi(default = None)]
    code: Option<String>,
    /// Its kind.
    kind: KindId,
    /// The field it works in.
    sector: Sector,
    /// The organizations above, from the root down.
    path: Vec<OrganizationId>,
    /// The organizations directly below.
    children: Vec<OrganizationId>,
    /// Full members here and below.
    full_members: u32,
    /// Probationary members here and below.
    probationary_members: u32,
    /// The posts held.
    posts: Vec<PostAnswer>,
    /// The form that fits its size; absent for kinds without a rule of size.
    #[uniffi(default = None)]
    form: Option<OrganizationFormVerdict>,
}

/// Attendance of one organization.
#[uniffi::remote(Record)]
pub struct OrganizationAttendance {
    /// The organization.
    organization: OrganizationId,
    /// Attendances.
    attended: i64,
    /// Attendances expected.
    expected: i64,
    /// Whether the aim is reached; absent when nobody was expected.
    #[uniffi(default = None)]
    reaches_aim: Option<bool>,
}

/// The form that fits.
#[uniffi::remote(Record)]
pub struct OrganizationForm {
    /// The kind that fits; absent where there are too few full members to form an organization:
    /// they are introduced to another one.
    #[uniffi(default = None)]
    kind: Option<KindId>,
    /// Whether a cell of this size is divided into Party groups (tổ đảng).
    party_groups: bool,
}

/// The size of a would-be organization and what the superior says of it.
#[uniffi::remote(Record)]
pub struct OrganizationFormInput {
    /// Full members (đảng viên chính thức).
    full_members: u32,
    /// Probationary members (đảng viên dự bị).
    probationary_members: u32,
    /// Where it is.
    setting: Setting,
    /// Leadership must be strengthened: a committee below the size is allowed (ORG-12).
    strengthened_leadership: bool,
    /// The superior agrees that a large cell stays one cell (ORG-13).
    consent_to_stay_cell: bool,
}

pub(crate) type OrganizationFormVerdict = handbook::verdict::Verdict<OrganizationForm>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct OrganizationFormVerdict {
    /// The answer.
    value: OrganizationForm,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// One organization of the tree.
#[uniffi::remote(Record)]
pub struct OrganizationLine {
    /// Its identifier.
    id: OrganizationId,
    /// Its name.
    name: String,
    /// Its kind.
    kind: KindId,
    /// The organization directly above.
    #[uniffi(default = None)]
    parent: Option<OrganizationId>,
    /// Full members here and below.
    full_members: u32,
    /// Probationary members here and below.
    probationary_members: u32,
    /// Its level; absent when not rated or to be voted on.
    #[uniffi(default = None)]
    level: Option<Level>,
}

/// What became of a command.
#[uniffi::remote(Enum)]
pub enum Outcome {
    /// Taken in.
    Accepted {
        /// The events it became; already applied.
        events: Vec<Event>,
        /// What was judged on the way, also what does not hold without forbidding the act: a
        /// deadline missed is a fact to keep, not a reason to lose it.
        grounds: Vec<Ground>,
    },
    /// Forbidden by a rule; nothing changed.
    Refused {
        /// What was judged; at least one ground does not hold.
        grounds: Vec<Ground>,
    },
}

/// Between which values nothing is an outlier: hundredths of a point.
#[uniffi::remote(Record)]
pub struct OutlierFences {
    /// What is compared.
    measure: CalibrationMeasure,
    /// How many values were compared.
    compared: u32,
    /// Their median.
    median: ExactNumber,
    /// Only what is below it is an outlier.
    lower: ExactNumber,
    /// Only what is above it is an outlier.
    upper: ExactNumber,
}

/// How values far from the rest are found when ratings are calibrated.
#[uniffi::remote(Enum)]
pub enum OutlierRule {
    /// Further from the median than a multiple of the median absolute deviation.
    MedianDeviation,
    /// Beyond the quartiles by more than a multiple of the distance between them.
    QuartileFences,
}

/// On which side of the others something stands.
#[uniffi::remote(Enum)]
pub enum OutlierSide {
    /// Above.
    Above,
    /// Below.
    Below,
}

/// A body's own choices laid over the book.
#[uniffi::remote(Record)]
pub struct Overlay {
    /// Its identifier; shown in every citation that it set.
    id: String,
    /// The body that chose.
    body: String,
}

/// A level that answers, inspects or controls. MEM-77, INS-03, INS-04, INS-09.
#[uniffi::remote(Enum)]
pub enum OversightLevel {
    /// A grassroots organization (tổ chức cơ sở đảng), its cells and members.
    Grassroots,
    /// Directly above grassroots (cấp trên trực tiếp của tổ chức cơ sở đảng).
    AboveGrassroots,
    /// A province, a city, or a committee directly under the centre.
    Provincial,
    /// The centre (Trung ương).
    Central,
}

/// The marks of one part, in hundredths of a point.
#[uniffi::remote(Record)]
pub struct PartMarks {
    /// The part.
    part: ScorePart,
    /// The marks; absent where there are none.
    #[uniffi(default = None)]
    hundredths: Option<i64>,
    /// The most that it can have.
    most: i64,
    /// How they came to be.
    origin: ScoreOrigin,
}

/// Party age.
#[uniffi::remote(Record)]
pub struct PartyAge {
    /// Full years.
    years: u32,
    /// Full months beyond the years, 0 to 11.
    months: u32,
    /// Days beyond the months, 0 to 30.
    days: u32,
    /// The first badge whose years are reached on the day asked or later; absent after the last.
    #[uniffi(default = None)]
    next_badge: Option<NextBadge>,
}

/// A time outside the Party (thời gian gián đoạn): expelled, deleted, lost contact.
#[uniffi::remote(Record)]
pub struct PartyAgeGap {
    /// First day that does not count.
    from: NaiveDate,
    /// First day that counts again, after `from`.
    to: NaiveDate,
}

/// Whose Party age is asked for, and when.
#[uniffi::remote(Record)]
pub struct PartyAgeInput {
    /// The day the decision on the first admission was signed; where there is none on file, the
    /// date on the card.
    decision_on: NaiveDate,
    /// Times outside the Party, in any order, not overlapping, none ending after `on`.
    gaps: Vec<PartyAgeGap>,
    /// The day on which the age is asked for.
    on: NaiveDate,
}

pub(crate) type PartyAgeVerdict = handbook::verdict::Verdict<PartyAge>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PartyAgeVerdict {
    /// The answer.
    value: PartyAge,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What the dues are reckoned from. Sums are in đồng a month, 0 to 100 million million.
#[uniffi::remote(Enum)]
pub enum Payer {
    /// In compulsory social insurance (tham gia bảo hiểm xã hội bắt buộc).
    Insured {
        /// The insured salary of the month before.
        salary: i64,
    },
    /// On sick or maternity leave with an allowance (hưởng chế độ ốm đau, thai sản).
    OnAllowance {
        /// The allowance.
        allowance: i64,
    },
    /// Pensioner (hưởng lương hưu).
    Pensioner {
        /// The pension.
        pension: i64,
    },
    /// Pupil or student without salary (học sinh, sinh viên).
    Student,
    /// Not in social insurance, under retirement age (chưa đến tuổi nghỉ hưu).
    Uninsured {
        /// Region of the minimum wage (vùng), 1 to 4.
        region: u32,
    },
    /// Not in social insurance, at retirement age (đến tuổi nghỉ hưu).
    UninsuredRetired {
        /// Region of the minimum wage (vùng), 1 to 4.
        region: u32,
    },
    /// With a merit allowance or one for lost capacity (trợ cấp người có công, mất sức).
    MeritAllowance {
        /// The allowance.
        allowance: i64,
    },
    /// Abroad on State funds (ở ngoài nước hưởng sinh hoạt phí từ ngân sách).
    AbroadOnStateFunds {
        /// The living allowance, in đồng.
        allowance: i64,
    },
    /// Otherwise abroad (ở ngoài nước, đối tượng khác).
    AbroadOther {
        /// The dues fixed for the member, between the least and the most of the rule book.
        amount: i64,
    },
}

/// One period of the year.
#[uniffi::remote(Record)]
pub struct PeriodLine {
    /// The period.
    period: RatedPeriod,
    /// Its last day.
    ends_on: NaiveDate,
    /// Where its rating stands.
    state: PeriodState,
    /// Marks given, in hundredths of a point.
    #[uniffi(default = None)]
    marks: Option<u32>,
    /// Level given.
    #[uniffi(default = None)]
    level: Option<Level>,
}

/// A rating that was given.
#[uniffi::remote(Record)]
pub struct PeriodRating {
    /// The period rated.
    period: RatedPeriod,
    /// Marks in hundredths of a point, 0 to 10,000.
    #[uniffi(default = None)]
    marks: Option<u32>,
    /// The level.
    #[uniffi(default = None)]
    level: Option<Level>,
}

/// Where the rating of a period stands on a day.
#[uniffi::remote(Enum)]
pub enum PeriodState {
    /// The period is not over.
    NotOver,
    /// The period is over, and its rating is due.
    Due,
    /// A rating was given.
    Rated,
    /// The period has no rating of its own: it goes into that of the year.
    IntoYear,
    /// The book knows no rule for the last day of the period.
    NoRuleKnown,
}

/// Where the subject stands in the group of the cap.
#[uniffi::remote(Record)]
pub struct PlaceInGroup {
    /// E: those of the group whose own facts give excellent, the subject among them.
    eligible: u32,
    /// G: those whose own facts give good.
    good: u32,
    /// N: all rated.
    rated: u32,
    /// The subject's place among those eligible, 1 for the first; a vote decides between equals
    /// before.
    rank: u32,
    /// Marks of the last one who stays excellent, in hundredths of a point, where anyone does.
    #[uniffi(default = None)]
    line: Option<u32>,
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The superior judged the unit outstanding, which raises the share.
    outstanding: bool,
    /// Tied at the line, and nobody has voted yet: there is no level. `rank` is then the last place
    /// of those tied.
    vote_needed: bool,
}

/// A project with its year and its owner.
#[uniffi::remote(Record)]
pub struct PlacedProject {
    /// The year it belongs to.
    year: i32,
    /// The organization that owns it (chủ đầu tư).
    owner: OrganizationId,
    /// The project.
    project: PortfolioProject,
}

/// Whether a kind may stand there.
#[uniffi::remote(Record)]
pub struct Placement {
    /// Whether both kinds exist on the day and one may stand under the other.
    allowed: bool,
}

/// A kind and the kind it would stand under.
#[uniffi::remote(Record)]
pub struct PlacementInput {
    /// The kind.
    kind: KindId,
    /// The kind directly above; absent for the root of a record, which may stand alone.
    #[uniffi(default = None)]
    parent: Option<KindId>,
}

pub(crate) type PlacementVerdict = handbook::verdict::Verdict<Placement>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PlacementVerdict {
    /// The answer.
    value: Placement,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How far a plan is fulfilled.
#[uniffi::remote(Record)]
pub struct PlanFulfilment {
    /// How many were achieved.
    numerator: i64,
    /// How many were planned.
    denominator: i64,
    /// The percentage as shown, rounded half upward.
    shown: String,
    /// Whether the plan is reached: judged by the counts, never by the rounded percentage.
    reached: bool,
}

/// A plan and what was achieved.
#[uniffi::remote(Record)]
pub struct PlanFulfilmentInput {
    /// How many were planned, 1 to 9,007,199,254,740,991.
    planned: i64,
    /// How many were achieved, 0 to 9,007,199,254,740,991.
    achieved: i64,
    /// With how many decimals the percentage is shown, 0 to 4.
    decimals: u8,
}

pub(crate) type PlanFulfilmentVerdict = handbook::verdict::Verdict<PlanFulfilment>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PlanFulfilmentVerdict {
    /// The answer.
    value: PlanFulfilment,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// An organization of the year.
#[uniffi::remote(Record)]
pub struct PlanOrganization {
    /// Its identifier.
    id: OrganizationId,
    /// Its kind, such as `chi_bo`.
    kind: KindId,
    /// The organization directly above; absent for a root.
    #[uniffi(default = None)]
    parent: Option<OrganizationId>,
    /// The first day without it, where it was merged or dissolved.
    #[uniffi(default = None)]
    ended_on: Option<NaiveDate>,
    /// The organization that went on in its place, where there is one.
    #[uniffi(default = None)]
    successor: Option<OrganizationId>,
}

/// A member of the year.
#[uniffi::remote(Record)]
pub struct PlanPerson {
    /// The identifier.
    id: MemberId,
    /// The cell on the day of rating.
    cell: OrganizationId,
    /// Moves in the year, from the first to the last.
    moves: Vec<CellMove>,
    /// Other organizations in which a post is held.
    posts: Vec<OrganizationId>,
    /// How the member stands on the day of rating.
    standing: RatedStanding,
    /// The day of admission; absent where it was long ago.
    #[uniffi(default = None)]
    admitted_on: Option<NaiveDate>,
    /// Is rated by the State as well (cán bộ, công chức, viên chức).
    civil_servant: bool,
    /// The day the State's rating is known; absent while it is not.
    #[uniffi(default = None)]
    state_rated_on: Option<NaiveDate>,
    /// Absent on the day of rating.
    absent: bool,
    /// The day of return, where it is known.
    #[uniffi(default = None)]
    returns_on: Option<NaiveDate>,
    /// The body competent to fix the one class of a holder of several posts.
    #[uniffi(default = None)]
    competent_body: Option<OrganizationId>,
}

/// Whom a line of the plan is about.
#[uniffi::remote(Enum)]
pub enum PlanSubject {
    /// An organization.
    Organization {
        /// Its identifier.
        id: OrganizationId,
    },
    /// A member.
    Member {
        /// The identifier.
        id: MemberId,
    },
}

/// A meeting of the calendar.
#[uniffi::remote(Record)]
pub struct PlannedMeeting {
    /// Its kind.
    kind: MeetingKind,
    /// A thematic part is combined with it.
    thematic_part: bool,
    /// The day by the pattern.
    nominal_on: NaiveDate,
    /// The day on which it is held.
    held_on: NaiveDate,
    /// What moved it, in order; empty where nothing did.
    moved_by: Vec<MovedBy>,
    /// The Vietnamese name of the holiday on the day by the pattern, moved or not.
    #[uniffi(default = None)]
    holiday: Option<String>,
    /// Whether it is held in another month than the pattern says.
    out_of_month: bool,
    /// When it begins.
    #[uniffi(default = None)]
    starts_at: Option<TimeOfDay>,
    /// How long it lasts, in minutes.
    #[uniffi(default = None)]
    minutes: Option<u32>,
}

/// One rating, in its place of the order.
#[uniffi::remote(Record)]
pub struct PlannedRating {
    /// Who is rated.
    subject: PlanSubject,
    /// From 1: whoever is of a round may be rated when all earlier rounds are.
    round: u32,
    /// Where the subject is reviewed, the place that counts first.
    reviewed_in: Vec<OrganizationId>,
    /// The organization whose committee decides: the one above an organization, the grassroots
    /// organization above a member's cell or else the one directly above it, the body named for a
    /// holder of several posts. Absent where the list holds none.
    #[uniffi(default = None)]
    decided_by: Option<OrganizationId>,
    /// Cells that a member left and that comment, in the order in which they were left.
    comments_from: Vec<OrganizationId>,
    /// What it waits for.
    waits_for: Vec<RatingWait>,
    /// The first day on which it can be made, where that is later than the day of rating and known.
    #[uniffi(default = None)]
    earliest_on: Option<NaiveDate>,
}

/// The plans that a published percentage fits.
#[uniffi::remote(Record)]
pub struct PlansShownAs {
    /// The smallest whole plan that shows so; absent when none does.
    #[uniffi(default = None)]
    least: Option<i64>,
    /// The largest whole plan that shows so; absent when none does.
    #[uniffi(default = None)]
    most: Option<i64>,
}

/// A published percentage and the result behind it.
#[uniffi::remote(Record)]
pub struct PlansShownAsInput {
    /// How many were achieved, 1 to 4,294,967,295.
    achieved: i64,
    /// The percentage as published, such as `107.4`: above 0, without a sign, with a point and
    /// at most 4 decimals, all of them written.
    shown: String,
}

pub(crate) type PlansShownAsVerdict = handbook::verdict::Verdict<PlansShownAs>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PlansShownAsVerdict {
    /// The answer.
    value: PlansShownAs,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A named reading that the answer used where sources conflict or a body may choose.
#[uniffi::remote(Record)]
pub struct PolicyUsed {
    /// The rule of the catalogue.
    rule: RuleId,
    /// The parameter that names the policy.
    parameter: ParameterId,
    /// The reading chosen.
    choice: String,
    /// Where the choice comes from; `overlay` is set when a body chose it, and is `question`
    /// where the question itself chose another reading than the one in force.
    citation: Citation,
}

/// The sums of a portfolio.
#[uniffi::remote(Record)]
pub struct Portfolio {
    /// Projects put out to bid.
    bids: u32,
    /// Value of the packages before bidding, in đồng.
    package_value: i64,
    /// Value of the contracts, in đồng.
    contract_value: i64,
    /// Saved by bidding, in đồng.
    saving: i64,
    /// Projects that met their quality.
    quality_met: u32,
    /// Projects completed early.
    completed_early: u32,
}

/// What the rows of a portfolio are.
#[uniffi::remote(Enum)]
pub enum PortfolioGrouping {
    /// Years.
    Year,
    /// Owners.
    Owner,
}

/// The projects to be added up.
#[uniffi::remote(Record)]
pub struct PortfolioInput {
    /// The projects, each once, in any order.
    projects: Vec<PortfolioProject>,
}

/// A project that was put out to bid.
#[uniffi::remote(Record)]
pub struct PortfolioProject {
    /// The project.
    project: ProjectId,
    /// The value of the package before bidding, in đồng.
    package_value: i64,
    /// The value of the contract, in đồng; not above the package's.
    contract_value: i64,
    /// Whether the work met its quality.
    quality_met: bool,
    /// By how many days it was completed early.
    completed_early_days: u32,
}

/// One row of a portfolio.
#[uniffi::remote(Record)]
pub struct PortfolioRow {
    /// The year; absent in rows of owners and in the sum.
    #[uniffi(default = None)]
    year: Option<i32>,
    /// The owner; absent in rows of years and in the sum.
    #[uniffi(default = None)]
    owner: Option<OrganizationId>,
    /// The sums.
    sums: Portfolio,
    /// Saved, of the value of the packages, in percent; absent where that is 0.
    #[uniffi(default = None)]
    saving_shown: Option<String>,
    /// Projects with quality, of all, in percent; absent without projects.
    #[uniffi(default = None)]
    quality_shown: Option<String>,
}

/// The sums of a portfolio in rows.
#[uniffi::remote(Record)]
pub struct PortfolioRows {
    /// By year, or by the owner's identifier.
    rows: Vec<PortfolioRow>,
    /// All of them.
    total: PortfolioRow,
}

/// The projects to be added up in rows.
#[uniffi::remote(Record)]
pub struct PortfolioRowsInput {
    /// What the rows are.
    by: PortfolioGrouping,
    /// The projects, each once, in any order.
    projects: Vec<PlacedProject>,
    /// Decimals of the percentages, 0 to 4.
    decimals: u8,
}

pub(crate) type PortfolioRowsVerdict = handbook::verdict::Verdict<PortfolioRows>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PortfolioRowsVerdict {
    /// The answer.
    value: PortfolioRows,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

pub(crate) type PortfolioVerdict = handbook::verdict::Verdict<Portfolio>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PortfolioVerdict {
    /// The answer.
    value: Portfolio,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A post in an organization (chức vụ).
#[uniffi::remote(Enum)]
pub enum Post {
    /// Secretary (bí thư).
    Secretary,
    /// Deputy secretary (phó bí thư).
    DeputySecretary,
    /// Member of the standing committee (ủy viên ban thường vụ).
    StandingCommitteeMember,
    /// Member of the committee (cấp ủy viên, chi ủy viên).
    CommitteeMember,
    /// Head of the inspection committee (chủ nhiệm ủy ban kiểm tra).
    InspectionCommitteeHead,
    /// Member of the inspection committee (ủy viên ủy ban kiểm tra).
    InspectionCommitteeMember,
}

/// A post held on the day.
#[uniffi::remote(Record)]
pub struct PostAnswer {
    /// Who holds it.
    member: MemberId,
    /// Which.
    post: Post,
    /// Since when.
    from: NaiveDate,
}

/// Someone who is appointed to a post.
#[uniffi::remote(Record)]
pub struct PostHolder {
    /// The member.
    member: MemberId,
    /// The post.
    post: Post,
}

/// A post held on the day.
#[uniffi::remote(Record)]
pub struct PostLine {
    /// Where.
    organization: OrganizationId,
    /// Who holds it.
    member: MemberId,
    /// The full name.
    name: String,
    /// Which.
    post: Post,
    /// First day.
    from: NaiveDate,
    /// Last day, where known.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// Elected or appointed, where known.
    #[uniffi(default = None)]
    manner: Option<Manner>,
}

/// What stands directly above.
#[uniffi::remote(Enum)]
pub enum PowersSuperior {
    /// A provincial committee (tỉnh ủy, thành ủy).
    Provincial,
    /// A committee directly under the centre (đảng ủy trực thuộc Trung ương).
    CentralRun,
    /// Any other.
    Other,
}

/// A member's state in a roll-call (điểm danh).
#[uniffi::remote(Enum)]
pub enum Presence {
    /// In the room (có mặt trực tiếp).
    PresentInPerson,
    /// By an online connection (có mặt trực tuyến).
    PresentOnline,
    /// Absent with a reason (vắng có lý do).
    Excused,
    /// Absent without a reason (vắng không lý do).
    Unexcused,
    /// Exempted and absent (miễn sinh hoạt).
    Exempted,
    /// Suspended (đình chỉ sinh hoạt).
    Suspended,
    /// Temporarily elsewhere and absent (sinh hoạt tạm thời nơi khác).
    AwayTemporarily,
}

/// How long one must be at a meeting to count as present.
#[uniffi::remote(Enum)]
pub enum PresenceCounting {
    /// At any time of it.
    AnyTime,
    /// When the roll is called.
    AtTheRoll,
    /// For more than half of it.
    MajorityOfDuration,
}

/// What became of the resolution of the meeting before.
#[uniffi::remote(Record)]
pub struct PreviousResolution {
    /// Tasks that it set, 1 or more.
    planned: u32,
    /// Tasks of them that are done.
    done: u32,
}

/// Votes on a proposed level.
#[uniffi::remote(Record)]
pub struct ProposalVotes {
    /// For the proposal; at most `cast`.
    in_favour: u32,
    /// Votes cast, 1 to 1,000,000,000.
    cast: u32,
}

/// A calibration as sums, without what would tell of single members.
#[uniffi::remote(Record)]
pub struct PublishedCalibration {
    /// By the organizations' identifiers. They are never added up: no two questions together tell
    /// more than one.
    organizations: Vec<PublishedRatings>,
    /// Organizations left out as too few are rated there.
    left_out: u32,
}

pub(crate) type PublishedCalibrationVerdict = handbook::verdict::Verdict<PublishedCalibration>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct PublishedCalibrationVerdict {
    /// The answer.
    value: PublishedCalibration,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The members of a grassroots organization, or its cells, by level; absent is what would tell of
/// few.
#[uniffi::remote(Record)]
pub struct PublishedLevels {
    /// The organization.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Whether its members are counted; otherwise its cells.
    members: bool,
    /// Rated; absent with all else where too few are.
    #[uniffi(default = None)]
    rated: Option<u32>,
    /// Excellent.
    #[uniffi(default = None)]
    excellent: Option<i64>,
    /// Good.
    #[uniffi(default = None)]
    good: Option<i64>,
    /// Completed.
    #[uniffi(default = None)]
    completed: Option<i64>,
    /// Not completed.
    #[uniffi(default = None)]
    not_completed: Option<i64>,
    /// Without a level: no facts or not all of them were recorded, or people must vote.
    #[uniffi(default = None)]
    unknown: Option<i64>,
}

/// The ratings of a grassroots organization as sums.
#[uniffi::remote(Record)]
pub struct PublishedRatings {
    /// The organization.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Members rated.
    rated: u32,
    /// The levels at each stage.
    stages: Vec<PublishedStage>,
    /// Mean of the marks that members gave themselves, in hundredths of a point, of those who have
    /// both marks; absent where these are too few, or too few others.
    #[uniffi(default = None)]
    self_marks: Option<ExactNumber>,
    /// Mean of the marks decided, of the same members.
    #[uniffi(default = None)]
    final_marks: Option<ExactNumber>,
}

/// A row to be published.
#[uniffi::remote(Record)]
pub struct PublishedRow {
    /// What the row is called.
    name: String,
    /// A count for each column; absent where it is suppressed.
    counts: Vec<Option<i64>>,
    /// The sum of all counts of the row; absent where it is suppressed.
    #[uniffi(default = None)]
    total: Option<i64>,
}

/// Members of an organization by their level at one stage; absent is what would tell of few.
#[uniffi::remote(Record)]
pub struct PublishedStage {
    /// The stage.
    stage: CalibrationStage,
    /// Excellent.
    #[uniffi(default = None)]
    excellent: Option<i64>,
    /// Good.
    #[uniffi(default = None)]
    good: Option<i64>,
    /// Completed.
    #[uniffi(default = None)]
    completed: Option<i64>,
    /// Not completed.
    #[uniffi(default = None)]
    not_completed: Option<i64>,
    /// Without a level.
    #[uniffi(default = None)]
    unknown: Option<i64>,
}

/// A measured or required quantity.
#[uniffi::remote(Enum)]
pub enum Quantity {
    /// A number of persons, organizations, meetings or tasks.
    Count {
        /// How many.
        value: i64,
    },
    /// A part of a whole, exact.
    Share {
        /// How many of the whole.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// Marks in hundredths of a point: 9000 is 90 points.
    Marks {
        /// Hundredths of a point.
        hundredths: i64,
    },
    /// Calendar days.
    Days {
        /// How many.
        value: i64,
    },
    /// Working days (ngày làm việc).
    WorkingDays {
        /// How many.
        value: i64,
    },
    /// Months.
    Months {
        /// How many.
        value: i64,
    },
    /// Years.
    Years {
        /// How many.
        value: i64,
    },
    /// Minutes.
    Minutes {
        /// How many.
        value: i64,
    },
    /// A day.
    Date {
        /// The day.
        value: NaiveDate,
    },
    /// Money in whole đồng.
    Dong {
        /// How much.
        value: i64,
    },
    /// Yes or no.
    Flag {
        /// Yes or no.
        value: bool,
    },
    /// A word of a closed list: a grade, a level, a kind.
    Word {
        /// The word as it stands in JSON.
        value: String,
    },
}

/// The periods of a year.
#[uniffi::remote(Record)]
pub struct QuarterlyRating {
    /// The quarters, the year, the term and when needed; the last two where they were asked.
    periods: Vec<PeriodLine>,
    /// The periods whose rating is due.
    due: Vec<RatedPeriod>,
}

/// A year and the ratings that were given in it.
#[uniffi::remote(Record)]
pub struct QuarterlyRatingInput {
    /// The calendar year.
    year: i32,
    /// The last day of a term that ends in the year.
    #[uniffi(default = None)]
    term_ends_on: Option<NaiveDate>,
    /// A day of the year on which the competent body asked for a rating.
    #[uniffi(default = None)]
    asked_on: Option<NaiveDate>,
    /// The ratings given, in any order; each period at most once.
    ratings: Vec<PeriodRating>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type QuarterlyRatingVerdict = handbook::verdict::Verdict<QuarterlyRating>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct QuarterlyRatingVerdict {
    /// The answer.
    value: QuarterlyRating,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A question to one of the formulas.
#[uniffi::remote(Enum)]
pub enum Question {
    /// The working day so many working days later.
    WorkingDayAfter(WorkingDayInput),
    /// The form that fits a size. ORG-04, ORG-10 to ORG-13.
    OrganizationForm(OrganizationFormInput),
    /// Whether a cell has a committee, and of how many. ORG-20.
    CellCommittee(CellCommitteeInput),
    /// How large a standing committee may be. ORG-25.
    StandingCommitteeMost(StandingCommitteeInput),
    /// How many may be appointed beyond the fixed number. ORG-26.
    ExtraAppointeesMost(ExtraAppointeesInput),
    /// Whether a kind may stand under another. ORG-01 to ORG-06.
    Placement(PlacementInput),
    /// How long a term lasts. ORG-23, ORG-24.
    Term(TermInput),
    /// What is due around a congress. ORG-29.
    CongressDeadlines(CongressDeadlinesInput),
    /// The steps of a congress, in order. ORG-37.
    CongressSteps(CongressStepsInput),
    /// Whether an extraordinary congress may be held. ORG-31.
    ExtraordinaryCongress(ExtraordinaryCongressInput),
    /// Whether one who was elected may sign. ORG-30.
    SigningAfterElection(SigningAfterElectionInput),
    /// When retirement ends membership of a committee. ORG-32.
    MandateEnd(MandateEndInput),
    /// Whether transferring committee members needs the level further up. ORG-27.
    CommitteeTransfer(CommitteeTransferInput),
    /// Whether one who was not elected may be appointed. ORG-28.
    Reappointment(ReappointmentInput),
    /// Whether a size allows a power. ORG-15 to ORG-17, ORG-45.
    DelegatedPowers(DelegatedPowersInput),
    /// Whether an organization is disbanded. ORG-41.
    Disbanding(DisbandingInput),
    /// What is due after an organization is closed. ORG-40 to ORG-42.
    Closure(ClosureInput),
    /// Who counts in a vote. VOTE-01, VOTE-02.
    VoteBase(VoteBaseInput),
    /// How many votes a decision needs. VOTE-03, VOTE-04, ORG-34.
    RequiredVotes(RequiredVotesInput),
    /// Whether a vote carries. VOTE-03, VOTE-04.
    TallyVote(TallyInput),
    /// A majority of any kind, of any body.
    Majority(MajorityInput),
    /// Where a vote stands while it is taken. VOTE-01 to VOTE-04, VOTE-07, VOTE-08.
    VoteProgress(VoteProgressInput),
    /// What came out of a vote of any assembly, by its own base, threshold and quorum.
    Ballot(BallotInput),
    /// Who is elected on a ballot. ORG-21, ORG-34 to ORG-36.
    Election(ElectionInput),
    /// Attendance, as sums of counts. MTG-08, MTG-09.
    Attendance(AttendanceInput),
    /// The roll of one meeting with its movements. MTG-11, MTG-13, MTG-15, VOTE-05, VOTE-06.
    RollCall(RollCallInput),
    /// How often in a row a member was excused. MTG-09.
    ExcusedStreak(ExcusedStreakInput),
    /// The months that a member missed without a reason. MTG-12.
    AbsentMonths(AbsentMonthsInput),
    /// How long a meeting must last. MTG-07.
    MeetingDuration(MeetingDurationInput),
    /// The score of a cell meeting. Section 5.1.
    MeetingScore(MeetingScoreInput),
    /// The course of a cell meeting, in order. MTG-13.
    MeetingForm(MeetingFormInput),
    /// How a document is numbered and dated. MTG-14.
    DocumentNumber(DocumentNumberInput),
    /// A body's calendar of meetings. MTG-01 to MTG-06.
    MeetingCalendar(MeetingCalendarInput),
    /// What is due around a meeting. MTG-08, MTG-13.
    MeetingDeadlines(MeetingDeadlinesInput),
    /// Whether a meeting may be online. MTG-10.
    OnlineMeeting(OnlineMeetingInput),
    /// A result against its plan.
    PlanFulfilment(PlanFulfilmentInput),
    /// The plans that a published percentage fits.
    PlansShownAs(PlansShownAsInput),
    /// A portfolio of projects, summed.
    Portfolio(PortfolioInput),
    /// A portfolio of projects by year or by owner.
    PortfolioRows(PortfolioRowsInput),
    /// Where a task stands, and whether it was completed well. MEM-71.
    TaskState(TaskStateInput),
    /// Tasks counted by their state and by holder. MEM-70, MEM-71.
    TaskSummary(TaskSummaryInput),
    /// A yearly target on a day: result, trend, forecast, needed pace.
    TargetProgress(TargetProgressInput),
    /// Until when a question or criticism is answered. MEM-77.
    AnswerDue(AnswerDueInput),
    /// Until when members are informed again. MEM-77.
    InformationDue(InformationDueInput),
    /// Whether a complaint about discipline is taken up. INS-05.
    ComplaintOnDiscipline(ComplaintOnDisciplineInput),
    /// Until when a denunciation is settled. INS-03, INS-04.
    DenunciationDeadline(DenunciationDeadlineInput),
    /// Whether a denunciation is handled as one. INS-06, INS-07.
    DenunciationHandled(DenunciationHandledInput),
    /// How a petition or difficulty of an organization stands. MEM-77.
    MatterProgress(MatterProgressInput),
    /// How a body supervises. INS-01.
    SupervisionModes(SupervisionModesInput),
    /// The steps of an inspection in a cell. INS-02, INS-08.
    InspectionSteps(InspectionStepsInput),
    /// Whether an inspection committee controls assets and income. INS-09.
    AssetControl(AssetControlInput),
    /// Age at admission. MEM-01.
    AdmissionAge(AdmissionAgeInput),
    /// Until when the ceremony is due. MEM-07.
    CeremonyDue(CeremonyDueInput),
    /// When a member is recognized. MEM-20 to MEM-22.
    RecognitionDue(RecognitionDueInput),
    /// Party age. MEM-30, BDG-01, BDG-02.
    PartyAge(PartyAgeInput),
    /// Entitlement to a badge. BDG-01 to BDG-04.
    Badge(BadgeInput),
    /// The money that goes with a badge. BDG-07.
    BadgePrize(BadgePrizeInput),
    /// Whether the procedure of deletion may start. MEM-63.
    DeletionGround(DeletionGroundInput),
    /// Whether a transfer file is overdue. MEM-40, MEM-42.
    TransferOverdue(TransferOverdueInput),
    /// Whether and when a former member may come back. MEM-12.
    Readmission(ReadmissionInput),
    /// Monthly dues. Sections 8.1 and 8.2.
    MonthlyDues(MonthlyDuesInput),
    /// What a cell keeps of its dues. Section 8.3.
    KeptByCell(KeptByCellInput),
    /// Whether a member is rated. EVL-10.
    Ratable(RatableInput),
    /// A year's ratings in their order. EVL-10, EVL-11.
    RatingPlan(RatingPlanInput),
    /// How far a rating has come. EVL-05, EVL-06, EVL-12 to EVL-14.
    EvaluationProcedure(EvaluationProcedureInput),
    /// The yearly level by the subject's own facts. Sections 6.2, 6.3, EVL-01, EVL-02.
    Level(LevelFacts),
    /// The level by a sheet, from the mark of each criterion. EVL-01 to EVL-03.
    SheetLevel(SheetLevelInput),
    /// Why a subject has its level, and what would change it. Sections 6.2 to 6.5.
    ExplainLevel(ExplainLevelInput),
    /// How many may be excellent. Section 6.4.
    ExcellentCap(ExcellentCapInput),
    /// Who stays excellent under the cap. Section 6.4.
    ApplyCap(ApplyCapInput),
    /// Who would stay excellent if some stood otherwise. Section 6.4.
    CapWhatIf(CapWhatIfInput),
    /// Who stays excellent under each reading of the cap. Section 6.4.
    CapReadings(CapReadingsInput),
    /// The smallest change that makes a list of excellent legal. Section 6.4.
    CheapestLegalChange(CheapestLegalChangeInput),
    /// Everyone of a group with the cap applied. Sections 6.2 to 6.4.
    GroupLevels(GroupLevelsInput),
    /// Levels of groups rolled up to every unit above. Section 6.4.
    RollUp(RollUpInput),
    /// How self-scores, votes and final levels differ, and what stands out. Section 6.6.
    Calibration(CalibrationInput),
    /// Which ratings of a year are due. EVL-15.
    QuarterlyRating(QuarterlyRatingInput),
    /// The task-based score of civil servants. EVL-16.
    TaskScore(TaskScoreInput),
    /// Whether removal is considered after years not completed. EVL-05.
    ConsecutiveLevels(ConsecutiveLevelsInput),
    /// A table without its small counts. DAT-03.
    SuppressedTable(SuppressedTableInput),
    /// Search over documents.
    DocumentSearch(DocumentSearchInput),
    /// Whether a document is in force, and what replaced it.
    DocumentStatus(DocumentStatusInput),
}

/// Who counts towards a quorum.
#[uniffi::remote(Enum)]
pub enum QuorumCount {
    /// Those present.
    Present,
    /// Every vote cast, abstentions and spoiled ballots too.
    VotesCast,
    /// Votes in favour and against alone.
    YesAndNo,
}

/// A part of the meeting during which the quorum was not there.
#[uniffi::remote(Record)]
pub struct QuorumGap {
    /// The first moment.
    from: TimeOfDay,
    /// The moment after it, or the end of the meeting.
    to: TimeOfDay,
}

/// Whether the subject is rated.
#[uniffi::remote(Record)]
pub struct Ratable {
    /// Whether it gets a level this year.
    rated: bool,
}

/// Who asks to be rated, and when.
#[uniffi::remote(Record)]
pub struct RatableInput {
    /// How the member stands on the day of rating.
    standing: RatedStanding,
    /// The day of admission; absent for an organization, and for a member admitted long ago
    /// whose day is not known.
    #[uniffi(default = None)]
    admitted_on: Option<NaiveDate>,
    /// The day of rating: for a year, its 31 December.
    on: NaiveDate,
}

pub(crate) type RatableVerdict = handbook::verdict::Verdict<Ratable>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RatableVerdict {
    /// The answer.
    value: Ratable,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How many of those rated came out lowest.
#[uniffi::remote(Record)]
pub struct RatedPart {
    /// All rated; a share of none is not known.
    rated: u32,
    /// Of them weak or not completed; at most `rated`.
    lowest: u32,
}

/// A period that is rated. EVL-15.
#[uniffi::remote(Enum)]
pub enum RatedPeriod {
    /// January to March.
    FirstQuarter,
    /// April to June.
    SecondQuarter,
    /// July to September.
    ThirdQuarter,
    /// October to December.
    FourthQuarter,
    /// The calendar year.
    Year,
    /// The term of a post or of an organization.
    Term,
    /// When the competent body asks for it.
    WhenNeeded,
}

/// How a member stands to the cell's activity when the year is rated.
#[uniffi::remote(Enum)]
pub enum RatedStanding {
    /// Takes part; a member temporarily elsewhere is rated at home as well.
    Active,
    /// Exempted from work and meetings (miễn công tác và sinh hoạt đảng).
    Exempted,
    /// Suspended (đình chỉ sinh hoạt).
    Suspended,
}

/// Who is rated.
#[uniffi::remote(Enum)]
pub enum RatedSubject {
    /// An organization (tổ chức đảng, tập thể).
    Organization,
    /// A member who leads a unit (cá nhân giữ chức vụ lãnh đạo, quản lý): the tasks are those of
    /// the unit led.
    Leader,
    /// Any other member (đảng viên không giữ chức vụ lãnh đạo, quản lý).
    Member,
}

/// The ratings of a year in their order.
#[uniffi::remote(Record)]
pub struct RatingPlan {
    /// Whoever is rated, from the first to the last.
    ratings: Vec<PlannedRating>,
    /// Whoever is not, organizations before members, each by identifier.
    not_rated: Vec<NotRatedLine>,
}

/// The organizations and members of a year.
#[uniffi::remote(Record)]
pub struct RatingPlanInput {
    /// The year rated.
    year: i32,
    /// The day of rating: of the year, or later.
    on: NaiveDate,
    /// The organizations, also those that ended in the year.
    organizations: Vec<PlanOrganization>,
    /// The members.
    persons: Vec<PlanPerson>,
    /// Where those who moved are rated; absent for the policy in force.
    #[uniffi(default = None)]
    moved: Option<MovedMemberRated>,
    /// How organizations that ended are rated; absent for the policy in force.
    #[uniffi(default = None)]
    ended: Option<EndedOrganizationRated>,
}

pub(crate) type RatingPlanVerdict = handbook::verdict::Verdict<RatingPlan>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RatingPlanVerdict {
    /// The answer.
    value: RatingPlan,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What a rating waits for.
#[uniffi::remote(Enum)]
pub enum RatingWait {
    /// The State's rating of a civil servant.
    StateRating,
    /// The return of one who is absent.
    Return,
    /// The name of the body that fixes the one class of a holder of several posts.
    CompetentBody,
}

/// Whether and from when a person may be admitted again.
#[uniffi::remote(Record)]
pub struct Readmission {
    /// Never, or from a day on.
    possible: ReadmissionChance,
    /// That day; absent when never.
    #[uniffi(default = None)]
    from: Option<NaiveDate>,
    /// Whether the application may be considered on the day asked.
    now: bool,
}

/// Whether there is a way back.
#[uniffi::remote(Enum)]
pub enum ReadmissionChance {
    /// Never.
    Never,
    /// From a day on.
    From,
}

/// Who asks to come back.
#[uniffi::remote(Record)]
pub struct ReadmissionInput {
    /// The day the person left the Party.
    left_on: NaiveDate,
    /// Why.
    reason: LeavingReason,
    /// The day the record of a minor crime was expunged (xóa án tích); for that reason alone.
    #[uniffi(default = None)]
    expunged_on: Option<NaiveDate>,
    /// Already admitted again once before.
    readmitted_before: bool,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type ReadmissionVerdict = handbook::verdict::Verdict<Readmission>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ReadmissionVerdict {
    /// The answer.
    value: Readmission,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether one who was not elected may be appointed.
#[uniffi::remote(Record)]
pub struct Reappointment {
    /// Whether the rule holds for the candidate: not for one who got more than half.
    restricted: bool,
    /// The first day of an appointment; absent where the rule does not hold.
    #[uniffi(default = None)]
    from: Option<NaiveDate>,
    /// The vote of the sitting committee; absent while there was none, and where the rule does
    /// not hold.
    #[uniffi(default = None)]
    committee: Option<CommitteeVoteOutcome>,
    /// Whether this rule leaves the appointment open on the day asked.
    allowed: bool,
}

/// One who stood for a committee, and would now be appointed to it.
#[uniffi::remote(Record)]
pub struct ReappointmentInput {
    /// The ballot: those who counted, and the votes for the candidate.
    ballot: CommitteeVote,
    /// The day of the ballot.
    voted_on: NaiveDate,
    /// The vote of the sitting committee on the appointment; absent while it has not voted.
    #[uniffi(default = None)]
    committee: Option<CommitteeVote>,
    /// The day of the appointment.
    on: NaiveDate,
}

pub(crate) type ReappointmentVerdict = handbook::verdict::Verdict<Reappointment>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ReappointmentVerdict {
    /// The answer.
    value: Reappointment,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// As of when a member is recognized, and until when the cell considers it.
#[uniffi::remote(Record)]
pub struct RecognitionDue {
    /// The day as of which the member is full, however late the cell meets.
    recognized_on: NaiveDate,
    /// The last day for the cell to consider it.
    consider_by: NaiveDate,
    /// Whether the cell met after that day or, while it is still to meet, whether that day is
    /// over on the day asked.
    late: bool,
}

/// When a member was admitted, and when the cell considered the recognition.
#[uniffi::remote(Record)]
pub struct RecognitionDueInput {
    /// The day of the admission ceremony.
    ceremony_on: NaiveDate,
    /// The day the cell considered the recognition; absent while that is still to come.
    #[uniffi(default = None)]
    cell_met_on: Option<NaiveDate>,
}

pub(crate) type RecognitionDueVerdict = handbook::verdict::Verdict<RecognitionDue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RecognitionDueVerdict {
    /// The answer.
    value: RecognitionDue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The answer to a `RecordQuestion`, of the same name.
#[uniffi::remote(Enum)]
pub enum RecordAnswer {
    /// What an organization is.
    Organization(OrganizationAnswer),
    /// What a member is.
    Member(MemberAnswer),
    /// Every organization below one, and itself.
    Subtree(Vec<OrganizationId>),
    /// Attendance.
    Attendance(AttendanceSummaryVerdict),
    /// The tree, parents first.
    Tree(Vec<TreeLine>),
    /// Members, cell by cell in the order of the tree.
    Members(Vec<MemberLine>),
    /// Posts, organization by organization in the order of the tree.
    Posts(Vec<PostLine>),
    /// What an organization was and became.
    Lineage(LineageAnswer),
    /// What does not fit.
    Review(ReviewAnswer),
    /// What is still to be done.
    Obligations(Vec<Obligation>),
    /// Figures on the map of the day.
    Restated(RestatedAnswer),
    /// Where members went.
    MemberFlows(Vec<MemberFlow>),
    /// A meeting.
    Meeting(MeetingAnswer),
    /// Meetings, by day.
    Calendar(Vec<CalendarLine>),
    /// Meetings, by day.
    MemberCalendar(Vec<CalendarLine>),
    /// Whether cells met.
    Monitor(MonitorAnswer),
    /// Tasks, by their last day.
    Tasks(TasksAnswer),
    /// Matters, by their last day.
    Matters(MattersAnswer),
    /// Inspections, by their first day.
    Inspections(InspectionsAnswer),
    /// Yearly targets.
    Targets(TargetsAnswer),
    /// iCalendar text.
    Feed(String),
    /// Absences, member by member.
    Absences(AbsencesAnswer),
    /// Documents that were found, the best first.
    Documents(DocumentHits),
    /// A document.
    Document(DocumentAnswer),
    /// A rating.
    Evaluation(EvaluationAnswer),
    /// The ratings of a year.
    Evaluations(EvaluationsAnswer),
    /// How the stages of ratings differ.
    Calibration(CalibrationAnswer),
    /// A yearly level.
    Level(LevelAnswer),
    /// Why a level is what it is.
    LevelExplained(LevelExplained),
    /// Yearly levels, in the order of the tree.
    Levels(LevelsAnswer),
    /// Who would have another level.
    LevelsReadOtherwise(LevelsReadOtherwise),
}

/// A question to the record on a day.
#[uniffi::remote(Enum)]
pub enum RecordQuestion {
    /// What an organization is on the day.
    Organization {
        /// The organization.
        id: OrganizationId,
    },
    /// What a member is on the day.
    Member {
        /// The member.
        id: MemberId,
    },
    /// Every organization below one, and itself, parents first.
    Subtree {
        /// The organization.
        id: OrganizationId,
    },
    /// Attendance of an organization and everything below it.
    Attendance {
        /// The organization.
        id: OrganizationId,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// Who counts; absent for the policy in force.
        counting: Option<AttendanceCounting>,
    },
    /// The tree below an organization, or the whole record: what each is, and its members.
    Tree {
        /// The organization; absent for every root.
        id: Option<OrganizationId>,
    },
    /// Everyone who belongs to an organization or to one below it.
    Members {
        /// The organization.
        id: OrganizationId,
    },
    /// Every post held in an organization or in one below it.
    Posts {
        /// The organization.
        id: OrganizationId,
    },
    /// What an organization was, what came before it, and what became of it by the day asked
    /// about. It may have ended.
    Lineage {
        /// The organization.
        id: OrganizationId,
        /// The day from which it is followed; absent for its first day.
        from: Option<NaiveDate>,
    },
    /// Every organization that does not fit the rules of the day, with the acts that would mend
    /// it.
    Review {
        /// The organization at the top; absent for the whole record.
        id: Option<OrganizationId>,
    },
    /// What organizations still have to do, with the day by which.
    Obligations {
        /// The organization at the top; absent for the whole record, and then also for those
        /// that have ended.
        id: Option<OrganizationId>,
    },
    /// Figures of an earlier day, added up by the organizations of the day asked about.
    Restated {
        /// The earlier day.
        from: NaiveDate,
        /// The figures, each organization once.
        figures: Vec<OldFigure>,
    },
    /// Where the members of an earlier day are on the day asked about, known one by one.
    MemberFlows {
        /// The organization at the top on the earlier day.
        id: OrganizationId,
        /// The earlier day.
        from: NaiveDate,
    },
    /// A meeting: announced, prepared, held, concluded, followed up.
    Meeting {
        /// The meeting.
        id: MeetingId,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// The meetings of an organization and of those above that concern all its members.
    Calendar {
        /// The organization.
        id: OrganizationId,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// The meetings that concern a member.
    MemberCalendar {
        /// The member.
        id: MemberId,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// Whether the cells of an organization held their monthly meeting, and how they were
    /// attended.
    Monitor {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// The tasks given by an organization and those below it.
    Tasks {
        /// The organization.
        id: OrganizationId,
        /// Only those of one member.
        member: Option<MemberId>,
        /// Only those that one meeting gave.
        meeting: Option<MeetingId>,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// Petitions, difficulties and complex issues of an organization and those below it.
    Matters {
        /// The organization.
        id: OrganizationId,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// Inspections and supervisions of an organization and those below it.
    Inspections {
        /// The organization.
        id: OrganizationId,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// Yearly targets of an organization and those below it.
    Targets {
        /// The organization.
        id: OrganizationId,
        /// The year: that of the day, or one before it.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// The meetings of a cell or of a member as iCalendar text.
    Feed {
        /// What goes into it.
        request: FeedRequest,
    },
    /// Absences of a cell's members in a year.
    Absences {
        /// The cell.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// Documents, found by their words.
    Documents {
        /// What is looked for.
        search: SearchInput,
    },
    /// A document, and whether it is in force on the day.
    Document {
        /// The document.
        id: DocumentId,
    },
    /// The rating of an organization or a member for a year: steps, levels in time, who is next.
    Evaluation {
        /// Whose.
        subject: LevelSubject,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// The ratings of a year below an organization, in their order.
    Evaluations {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// How self-scores, votes and final levels of the members here and below differ.
    Calibration {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// The yearly level of an organization or a member, with everything it rests on: for the host
    /// itself. A person is answered by `levelExplained`, which asks who asks.
    Level {
        /// Whose.
        subject: LevelSubject,
        /// The year.
        year: i32,
    },
    /// Why an organization or a member has its yearly level: the chain from the facts to the level
    /// with the least changes.
    LevelExplained {
        /// Whose.
        subject: LevelSubject,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
    },
    /// The yearly levels of an organization and everyone below it, with the caps, in pages.
    Levels {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
        /// The first line; absent for the start.
        offset: Option<u32>,
        /// How many lines, 1 to 5,000; absent for 500.
        limit: Option<u32>,
    },
    /// Who of an organization and below it would have another level if the cap were read
    /// otherwise, in pages.
    LevelsReadOtherwise {
        /// The organization.
        id: OrganizationId,
        /// The year.
        year: i32,
        /// How the cap is read the other way.
        terms: CapTerms,
        /// Who asks; absent for the host itself.
        asker: Option<MemberId>,
        /// The first line; absent for the start.
        offset: Option<u32>,
        /// How many lines, 1 to 5,000; absent for 500.
        limit: Option<u32>,
    },
}

/// An act that would mend what does not fit.
#[uniffi::remote(Record)]
pub struct Remedy {
    /// The act.
    act: RemedyAct,
    /// The kind that would fit, where the act needs one.
    #[uniffi(default = None)]
    kind: Option<KindId>,
}

/// An act that would mend it.
#[uniffi::remote(Enum)]
pub enum RemedyAct {
    /// Make it another kind.
    ChangeKind,
    /// Let it go into another.
    Merge,
    /// Dissolve it.
    Dissolve,
    /// Put it under another.
    Move,
    /// End the tier in one act.
    EndTier,
    /// Found Party groups.
    FoundPartyGroups,
    /// Divide it.
    Split,
    /// Let the superior agree that it stays as it is.
    AskConsent,
    /// Elect a secretary, or have one appointed.
    FillSecretary,
    /// Elect a committee.
    ElectCommittee,
    /// Let members of the committee leave it.
    ReduceCommittee,
    /// Hold the congress.
    HoldCongress,
    /// State the reason.
    StatePurpose,
}

/// The votes that a decision needs.
#[uniffi::remote(Record)]
pub struct RequiredVotes {
    /// The fewest votes in favour that carry.
    required: u32,
}

/// A question for the votes that a decision needs.
#[uniffi::remote(Record)]
pub struct RequiredVotesInput {
    /// Those who count, 1 to 1,000,000,000: see `vote_base`.
    base: u32,
    /// What is decided.
    decision: Decision,
    /// Who decides.
    step: Step,
}

pub(crate) type RequiredVotesVerdict = handbook::verdict::Verdict<RequiredVotes>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RequiredVotesVerdict {
    /// The answer.
    value: RequiredVotes,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The resolution of a meeting.
#[uniffi::remote(Record)]
pub struct ResolutionLine {
    /// Its number in the body's term.
    number: u32,
    /// The day.
    on: NaiveDate,
    /// Its title.
    title: String,
    /// Its text.
    text: String,
    /// The number of the vote that carried it.
    #[uniffi(default = None)]
    vote: Option<u32>,
}

/// Old figures on the map of the day.
#[uniffi::remote(Record)]
pub struct RestatedAnswer {
    /// The sums, by organization in the order of entry.
    restated: Vec<RestatedLine>,
    /// What cannot be restated, in the order given.
    unclear: Vec<UnclearLine>,
}

/// A figure on the map of the day asked about.
#[uniffi::remote(Record)]
pub struct RestatedLine {
    /// The organization of the day.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// The sum of the old figures that are wholly in it.
    value: i64,
    /// The old organizations that went into the sum.
    from: Vec<OrganizationId>,
}

/// What does not fit the rules of the day.
#[uniffi::remote(Record)]
pub struct ReviewAnswer {
    /// How many organizations were looked at.
    reviewed: u32,
    /// The findings, in the order of the tree.
    findings: Vec<FindingLine>,
}

/// The meeting at which a body reviewed itself.
#[uniffi::remote(Record)]
pub struct ReviewMeeting {
    /// How many days it lasted.
    days: u32,
    /// The body is the standing committee of a province.
    provincial_standing_committee: bool,
}

/// The roll of one meeting, judged.
#[uniffi::remote(Record)]
pub struct RollCall {
    /// Everyone, in the order of the question.
    members: Vec<RollLine>,
    /// How many stand in each state.
    counts: RollCounts,
    /// The base of a vote and the quorum at the moment asked about.
    quorum: RollQuorum,
    /// When the quorum was not there.
    without_quorum: Vec<QuorumGap>,
}

/// The roll of one meeting.
#[uniffi::remote(Record)]
pub struct RollCallInput {
    /// When the meeting was opened.
    starts_at: TimeOfDay,
    /// When it was closed, or the time now; later on the same day.
    ends_at: TimeOfDay,
    /// When the roll was called; absent where that was at the opening.
    #[uniffi(default = None)]
    roll_at: Option<TimeOfDay>,
    /// The moment asked about; absent for the end.
    #[uniffi(default = None)]
    at: Option<TimeOfDay>,
    /// How long one must be there to count as present; absent for the policy in force.
    #[uniffi(default = None)]
    counting: Option<PresenceCounting>,
    /// Everyone on the roll, each once.
    members: Vec<RollMember>,
    /// What happened, in any order.
    events: Vec<RollEvent>,
}

pub(crate) type RollCallVerdict = handbook::verdict::Verdict<RollCall>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RollCallVerdict {
    /// The answer.
    value: RollCall,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How many of the cell's own members stand in each state; members from elsewhere stand apart.
#[uniffi::remote(Record)]
pub struct RollCounts {
    /// Present in the room.
    present_in_person: u32,
    /// Present by an online connection.
    present_online: u32,
    /// Absent with a reason.
    excused: u32,
    /// Absent without a reason.
    unexcused: u32,
    /// Exempted and absent.
    exempted: u32,
    /// Suspended.
    suspended: u32,
    /// Temporarily elsewhere and absent.
    away_temporarily: u32,
    /// Not marked yet.
    unmarked: u32,
    /// Members from elsewhere who count as present.
    temporary_present: u32,
}

/// One line of a roll-call.
#[uniffi::remote(Record)]
pub struct RollEntry {
    /// The member.
    member: MemberId,
    /// Present or absent, and how.
    presence: Presence,
}

/// Something that happened to one member's presence.
#[uniffi::remote(Enum)]
pub enum RollEvent {
    /// Came, or came back.
    Joined {
        /// The member.
        member: MemberId,
        /// When.
        at: TimeOfDay,
        /// By an online connection.
        online: bool,
    },
    /// Left, for good or for a while.
    Left {
        /// The member.
        member: MemberId,
        /// When.
        at: TimeOfDay,
    },
    /// Gave a reason for being absent, for the whole meeting or a part of it.
    Excused {
        /// The member.
        member: MemberId,
        /// The reason's code; no more is kept.
        cause: AbsenceCause,
    },
    /// Absent without a reason.
    Unexcused {
        /// The member.
        member: MemberId,
    },
}

/// One member's line of the roll.
#[uniffi::remote(Record)]
pub struct RollLine {
    /// The member.
    member: MemberId,
    /// The member's state; absent where nobody has marked one yet.
    #[uniffi(default = None)]
    presence: Option<Presence>,
    /// The reason given, if one was.
    #[uniffi(default = None)]
    cause: Option<AbsenceCause>,
    /// When the member was there.
    spans: Vec<RollSpan>,
    /// Minutes there, in all.
    minutes: u32,
    /// Minutes between the opening and the first coming; absent for one who never came.
    #[uniffi(default = None)]
    late_minutes: Option<u32>,
    /// Minutes between the last leaving and the end; absent for one who never came.
    #[uniffi(default = None)]
    left_early_minutes: Option<u32>,
    /// There at the moment asked about.
    present_now: bool,
    /// Counts in the base of a vote at that moment. VOTE-01.
    in_base: bool,
    /// Has the right to vote at that moment, and is there.
    may_vote_now: bool,
}

/// Somebody on the roll.
#[uniffi::remote(Record)]
pub struct RollMember {
    /// The member.
    id: MemberId,
    /// How the member belongs to the cell.
    membership: RollMembership,
    /// The standing in the cell that meets.
    standing: Standing,
}

/// How somebody belongs to the cell that meets.
#[uniffi::remote(Enum)]
pub enum RollMembership {
    /// A full member (đảng viên chính thức).
    Full,
    /// A probationary member (đảng viên dự bị): speaks, does not vote. MTG-15, VOTE-06.
    Probationary,
    /// Temporarily here from another cell (sinh hoạt tạm thời): speaks, does not vote. MEM-43.
    Temporary,
}

/// The quorum at one moment.
#[uniffi::remote(Record)]
pub struct RollQuorum {
    /// The moment.
    at: TimeOfDay,
    /// Those who count in the base of a vote then.
    base: u32,
    /// Those of them who are there.
    present: u32,
    /// Whether they are enough; absent where nobody counts.
    #[uniffi(default = None)]
    reached: Option<bool>,
}

/// A part of the meeting, from its first moment to the moment after it.
#[uniffi::remote(Record)]
pub struct RollSpan {
    /// The first moment.
    from: TimeOfDay,
    /// The moment after it, or the end of the meeting.
    to: TimeOfDay,
    /// By an online connection.
    online: bool,
}

/// Levels by unit.
#[uniffi::remote(Record)]
pub struct RollUp {
    /// Every unit, in the order given.
    units: Vec<RollUpLine>,
    /// All groups together.
    totals: RollUpTotals,
}

/// A part of a group, or the whole of it, counted before the cap.
#[uniffi::remote(Record)]
pub struct RollUpGroup {
    /// The unit whose group it is.
    unit: String,
    /// Those whose own facts give not completed.
    not_completed: u32,
    /// Those whose own facts give completed.
    completed: u32,
    /// Those whose own facts give good.
    good: u32,
    /// Those whose own facts give excellent, by their marks, in any order.
    eligible: Vec<MarkCount>,
    /// Those whose own facts give excellent and who have no marks.
    eligible_unranked: u32,
}

/// Groups with the units above them.
#[uniffi::remote(Record)]
pub struct RollUpInput {
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// Every unit, in any order.
    units: Vec<RollUpUnit>,
    /// The groups' counts. Several of the same unit are parts of one group and are added.
    groups: Vec<RollUpGroup>,
}

/// A unit's line of the roll-up.
#[uniffi::remote(Record)]
pub struct RollUpLine {
    /// The unit.
    unit: String,
    /// How many of its own group may be excellent; absent where it has no group.
    #[uniffi(default = None)]
    allowed: Option<u32>,
    /// Its own group and all groups below it.
    totals: RollUpTotals,
}

/// Levels after the cap, counted: of a group, or of all groups below a unit.
///
/// `rated` = `notCompleted` + `completed` + `good` + `excellent` + `voteNeeded`. Where ties are not
/// voted on but ordered by whatever a body chose, `excellent` + `seats` are excellent and `good` +
/// `voteNeeded` − `seats` are good, whoever wins.
#[uniffi::remote(Record)]
pub struct RollUpTotals {
    /// All rated.
    rated: i64,
    /// Không hoàn thành nhiệm vụ.
    not_completed: i64,
    /// Hoàn thành nhiệm vụ.
    completed: i64,
    /// Hoàn thành tốt nhiệm vụ, with those demoted.
    good: i64,
    /// Hoàn thành xuất sắc nhiệm vụ, without a vote.
    excellent: i64,
    /// Eligible for excellent and demoted to good by the cap.
    demoted: i64,
    /// Tied at the line: people must vote on them.
    vote_needed: i64,
    /// How many of `voteNeeded` may be excellent, the seats of all groups added up.
    seats: i64,
}

/// A unit of the roll-up: a group within which the cap holds, or one above groups.
#[uniffi::remote(Record)]
pub struct RollUpUnit {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// The unit directly above; absent at the top.
    #[uniffi(default = None)]
    parent: Option<String>,
    /// The superior judged the unit outstanding, which raises the share of its own group.
    outstanding: bool,
}

pub(crate) type RollUpVerdict = handbook::verdict::Verdict<RollUp>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RollUpVerdict {
    /// The answer.
    value: RollUp,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The rules behind an answer about levels.
#[uniffi::remote(Record)]
pub struct RuleBookLine {
    /// Its identifier.
    id: String,
    /// Its version.
    version: String,
    /// The overlays laid over it.
    overlays: Vec<Overlay>,
    /// Stands for the text of the book and the overlays: see `fingerprint`.
    fingerprint: String,
}

/// A check that a rule book or an overlay fails.
#[uniffi::remote(Enum)]
pub enum RuleBookProblem {
    /// A parameter that no formula knows.
    UnknownParameter {
        /// The parameter.
        parameter: String,
    },
    /// A parameter that a formula needs and the book lacks.
    MissingParameter {
        /// The parameter.
        parameter: String,
    },
    /// A parameter, kind, instrument or holiday given twice.
    Duplicate {
        /// What is given twice.
        id: String,
    },
    /// A value that is not of its parameter's shape, outside its limits, or an unknown word.
    WrongValue {
        /// The parameter.
        parameter: String,
        /// First day of the value's interval.
        from: NaiveDate,
    },
    /// Neither or both of a value and a reason for its absence.
    ValueOrAbsence {
        /// The parameter.
        parameter: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A value without an instrument, or without a word on how sure it is.
    Unsourced {
        /// The parameter.
        parameter: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A value carried over to an instrument of another chain than its source.
    ForeignChain {
        /// The parameter or kind.
        id: String,
        /// The instrument it is carried to.
        instrument: String,
    },
    /// Days without a statement, not even that nothing is known.
    Gap {
        /// The parameter.
        parameter: String,
        /// First day of the gap.
        from: NaiveDate,
        /// Last day of the gap.
        to: NaiveDate,
    },
    /// Two statements for one day.
    Overlap {
        /// The parameter or kind.
        id: String,
        /// First day with two entries.
        date: NaiveDate,
    },
    /// An interval that ends before it starts.
    DateOrder {
        /// The parameter, kind or instrument.
        id: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A citation of an instrument that the book does not list.
    UnknownInstrument {
        /// The parameter or kind.
        id: String,
        /// The instrument cited.
        instrument: String,
    },
    /// A value in force on days when its instrument was not.
    OutsideInstrument {
        /// The parameter or kind.
        id: String,
        /// The instrument cited.
        instrument: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A kind under which another may stand, but that no entry describes.
    UnknownKind {
        /// The kind.
        id: String,
        /// The unknown one.
        under: String,
    },
    /// A sheet that fails a check.
    Sheet {
        /// The parameter or regime.
        parameter: String,
        /// First day of the value's interval.
        from: NaiveDate,
        /// Where in the sheet; empty for the sheet as a whole.
        at: String,
        /// What is wrong.
        problem: SheetProblem,
    },
    /// An overlay that sets a parameter which no body may choose for itself.
    NotLocal {
        /// The parameter.
        parameter: String,
    },
}

/// A group of the score of a meeting, in the order of the form. Section 5.1.
#[uniffi::remote(Enum)]
pub enum ScoreGroup {
    /// Time (thời gian).
    Time,
    /// Attendance (dự sinh hoạt).
    Attendance,
    /// Preparation (chuẩn bị).
    Preparation,
    /// Organization (tổ chức sinh hoạt).
    Organization,
    /// Principles (nguyên tắc).
    Principles,
    /// Results of the resolution before (kết quả thực hiện nghị quyết trước).
    PreviousResolution,
    /// Closing (kết thúc).
    Closing,
}

/// How a mark came to be.
#[uniffi::remote(Enum)]
pub enum ScoreOrigin {
    /// The meeting gave it.
    Given,
    /// Computed; the grounds have the comparisons.
    Computed,
    /// There is no resolution of a meeting before, and a policy gives the full mark.
    ByPolicy,
    /// There is no resolution of a meeting before: no mark.
    NotScored,
}

/// A part of the score of a meeting. Section 5.1.
#[uniffi::remote(Enum)]
pub enum ScorePart {
    /// Length of the meeting (thời gian); computed.
    Time,
    /// Attendance (tỷ lệ dự sinh hoạt); computed.
    Attendance,
    /// Preparation as a whole (chuẩn bị).
    Preparation,
    /// The notice (thông báo), where a body marks it by itself.
    Notice,
    /// The documents (tài liệu), where a body marks them by themselves.
    Documents,
    /// The meeting of the cell committee (họp chi ủy), where a body marks it by itself.
    CommitteeMeeting,
    /// How it is organized (tổ chức sinh hoạt).
    Conduct,
    /// Who speaks (tỷ lệ phát biểu); computed.
    Speakers,
    /// The chair (người chủ trì).
    Chair,
    /// Principles of Party activity (thực hiện nguyên tắc).
    Principles,
    /// Results of the resolution before (kết quả thực hiện nghị quyết trước); computed.
    PreviousResolution,
    /// Closing (kết thúc).
    Closing,
}

/// A sheet of weighted criteria, and how its scores become levels.
#[uniffi::remote(Record)]
pub struct ScoreSheet {
    /// 1 to 32 criteria; all at their highest marks give at most 655.35 points.
    criteria: Vec<WeightedCriterion>,
    /// Hundredths of a point from which the score is excellent; at least `goodFrom`.
    excellent_from: u32,
    /// Hundredths of a point from which the score is good; at least `completedFrom`.
    good_from: u32,
    /// Hundredths of a point from which the score is completed.
    completed_from: u32,
    /// Highest level of one who was disciplined in the year; absent for no effect.
    #[uniffi(default = None)]
    disciplined: Option<Level>,
    /// The cap on excellent; absent for none.
    #[uniffi(default = None)]
    cap: Option<ShareCap>,
    /// What becomes of ties at the line of the cap.
    ties: TiePolicy,
}

/// A task or product with its marks and what went wrong.
#[uniffi::remote(Record)]
pub struct ScoredItem {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// Full marks in hundredths of a point, 0 to 10,000.
    marks: u32,
    /// How many were assigned (số lượng được giao), 1 or more.
    assigned: u32,
    /// How many of them were done (số lượng hoàn thành).
    done: u32,
    /// How often quality was not reached (không bảo đảm chất lượng), 0 to 1,000.
    quality_failures: u32,
    /// How often of these for objective reasons (do nguyên nhân khách quan).
    objective_quality_failures: u32,
    /// How often it was late (chậm tiến độ), 0 to 1,000.
    delays: u32,
    /// How often of these for objective reasons.
    objective_delays: u32,
}

/// What is searched for.
///
/// A document is found when it has every word: in its number, kind, title, issuer, field or body.
/// Case, marks and the place of tones do not matter; the last word may be unfinished unless
/// something stands behind it. Abbreviations of kinds stand for their names and the other way
/// round: `nq 21` is `nghị quyết 21`, `QĐ` is a decision or a regulation. `số` before a number
/// does not count.
///
/// Hits come by their score, the larger first, then by date, the later first, then by identifier.
/// The score is one whole number below 2²⁷, made of steps of which each only decides where those
/// before it are equal:
///
/// 1. 2 where the words are the number, 1 where each stands in the number or is the kind, one of
///    digits in the number among them, else 0 (2 bits);
/// 2. how many words that are written with marks stand there with the same marks (6 bits);
/// 3. 2 where the words stand in a row in number or title, 1 where they do so elsewhere, else 0
///    (2 bits);
/// 4. 1 where the last word stands there as a whole, 0 where only longer ones do (1 bit);
/// 5. the sum over the words of the best place: 4 number or kind, 3 title, 2 issuer or field,
///    1 body (8 bits);
/// 6. the sum over the words of the binary logarithm, rounded down and at most 7, of how often
///    each stands there (8 bits).
///
/// Without words every document that fits is listed by date.
#[uniffi::remote(Record)]
pub struct SearchInput {
    /// The words, at most 200 characters and 32 words.
    text: String,
    /// How many hits are wanted: 1 to 100.
    limit: u32,
    /// How many hits are passed over.
    offset: u32,
    /// Only documents of this kind.
    #[uniffi(default = None)]
    kind: Option<DocumentKind>,
    /// Only documents of this issuer; case and marks do not matter.
    #[uniffi(default = None)]
    issuer: Option<String>,
    /// Only documents of this field; case and marks do not matter.
    #[uniffi(default = None)]
    field: Option<String>,
    /// Only documents signed in this year.
    #[uniffi(default = None)]
    year: Option<i32>,
    /// Only documents in force on this day.
    #[uniffi(default = None)]
    in_force_on: Option<NaiveDate>,
}

/// The field that an organization or a member works in.
#[uniffi::remote(Enum)]
pub enum Sector {
    /// State body, State school or State enterprise (khu vực nhà nước).
    State,
    /// Enterprise or unit outside the State (ngoài khu vực nhà nước).
    NonState,
    /// Army and police (lực lượng vũ trang).
    ArmedForces,
    /// Village or residential group (thôn, tổ dân phố).
    Residential,
    /// Anything else.
    Other,
}

/// Where an organization is. ORG-04 treats villages apart.
#[uniffi::remote(Enum)]
pub enum Setting {
    /// Body, school, enterprise.
    Standard,
    /// Village or residential group (thôn, tổ dân phố).
    Village,
}

/// Female or male.
#[uniffi::remote(Enum)]
pub enum Sex {
    /// Nữ.
    Female,
    /// Nam.
    Male,
}

/// The cap on excellent as a share.
#[uniffi::remote(Record)]
pub struct ShareCap {
    /// The share.
    share: Fraction,
    /// What it is a share of.
    reading: CapReading,
    /// How it becomes a whole number.
    rounding: CapRounding,
}

/// What a group of criteria gives.
#[uniffi::remote(Record)]
pub struct SheetGroupScore {
    /// The group's identifier in the sheet.
    group: String,
    /// Hundredths of a point.
    score: u32,
    /// What its criteria give at most.
    most: u32,
}

/// A subject with the marks of the sheet that judges it.
#[uniffi::remote(Record)]
pub struct SheetLevelInput {
    /// The facts of the year; `marks` may be left out where every criterion has its mark.
    facts: LevelFacts,
    /// Every criterion of the sheet once; none for a sheet without criteria, or where only the
    /// total in `facts` is known.
    marks: Vec<CriterionMark>,
    /// A sheet that a body tries out, as JSON text of the shape that an overlay has.
    #[uniffi(default = None)]
    sheet: Option<String>,
    /// A historic regime of the rule book, such as `27-HD/BTCTW`.
    #[uniffi(default = None)]
    regime: Option<String>,
    /// The sheet of a quarter instead of the year's (EVL-15).
    quarter: bool,
}

/// The level by a sheet.
#[uniffi::remote(Record)]
pub struct SheetLevelValue {
    /// The sheet's identifier.
    sheet: String,
    /// Hundredths of a point; absent where nothing was marked.
    #[uniffi(default = None)]
    score: Option<u32>,
    /// The groups of criteria, in the order of the sheet; none where only a total is known.
    groups: Vec<SheetGroupScore>,
    /// What the score alone gives.
    #[uniffi(default = None)]
    by_score: Option<Level>,
    /// What the conditions alone give.
    #[uniffi(default = None)]
    by_conditions: Option<Level>,
    /// Places in the sheet of the rules that hold and lower, or would.
    lowered: Vec<u32>,
    /// The level, before the cap on excellent; absent where the sheet knows no levels and nothing
    /// makes the subject not completed.
    #[uniffi(default = None)]
    level: Option<Level>,
    /// Why there is no level.
    #[uniffi(default = None)]
    absent: Option<AbsenceReason>,
}

pub(crate) type SheetLevelValueVerdict = handbook::verdict::Verdict<SheetLevelValue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct SheetLevelValueVerdict {
    /// The answer.
    value: SheetLevelValue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What is wrong with a sheet.
#[uniffi::remote(Enum)]
pub enum SheetProblem {
    /// An identifier that is none, or a name that is missing.
    Name,
    /// An identifier given twice.
    Duplicate,
    /// More criteria or rules than allowed, or a sheet that decides nothing.
    Size,
    /// The criteria do not give 100 points together.
    FullMarks,
    /// The levels are not excellent, good and completed, in this order.
    Levels,
    /// Some levels have a least score and others none, or the scores do not fall.
    Borders,
    /// A condition that is nested too deep, has too many parts, or none.
    ConditionSize,
    /// A fact measured in a way that does not fit it.
    Measure,
    /// A bound of another kind than what is measured, or outside its limits.
    Bound,
    /// A word that is neither of the closed list nor the name of a fitting parameter.
    UnknownParameter,
    /// A bound of the sheet's own without a name in both languages.
    Label,
}

/// What a pattern means in a month that does not have the day.
#[uniffi::remote(Enum)]
pub enum ShortMonth {
    /// The last day of the month.
    LastDay,
    /// No meeting.
    NoMeeting,
}

/// How far someone sees into the meetings and the yearly ratings of an organization.
#[uniffi::remote(Enum)]
pub enum Sight {
    /// Nothing.
    Nothing,
    /// As a member of the body: calendar, papers, resolutions, and what concerns oneself.
    Member,
    /// As one who steers an organization above: sums of grassroots organizations.
    Sums,
    /// As one who steers the organization that has the cells: calendar and attendance of each, and
    /// everyone's yearly level.
    Cells,
    /// As one of the cell's committee, or the host itself: everything.
    Everything,
}

/// Whether one who was elected may sign.
#[uniffi::remote(Record)]
pub struct SigningAfterElection {
    /// Whether documents may be signed on the day asked.
    may_sign: bool,
    /// The first day on which they may; absent while a confirmation is waited for.
    #[uniffi(default = None)]
    from: Option<NaiveDate>,
}

/// One who was elected to a post.
#[uniffi::remote(Record)]
pub struct SigningAfterElectionInput {
    /// The post.
    post: ElectedPost,
    /// The day of the election.
    elected_on: NaiveDate,
    /// The day the superior confirmed it (chuẩn y); absent while it has not.
    #[uniffi(default = None)]
    confirmed_on: Option<NaiveDate>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type SigningAfterElectionVerdict = handbook::verdict::Verdict<SigningAfterElection>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct SigningAfterElectionVerdict {
    /// The answer.
    value: SigningAfterElection,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// An organization whose size or kind does not fit the rules.
#[uniffi::remote(Record)]
pub struct SizeMisfit {
    /// The organization.
    organization: OrganizationId,
    /// Its name.
    name: String,
    /// Its kind.
    kind: KindId,
    /// Full members.
    full_members: u32,
    /// Probationary members.
    probationary_members: u32,
    /// The kind that fits; absent when no organization may be formed, or when the kind itself
    /// does not exist on the day.
    #[uniffi(default = None)]
    fitting_kind: Option<KindId>,
    /// Whether it should be divided into Party groups.
    party_groups: bool,
    /// What was judged.
    grounds: Vec<Ground>,
}

/// A piece of a body around its first match; it begins and ends with a whole word.
#[uniffi::remote(Record)]
pub struct Snippet {
    /// Where it starts in the body, in UTF-16 code units.
    start: u32,
    /// The piece as it stands in the body.
    text: String,
}

/// What of a divided organization goes to one of its heirs.
#[uniffi::remote(Record)]
pub struct SplitShare {
    /// The heir: it exists, or an act before founded it.
    organization: OrganizationId,
    /// The members who go there.
    members: Vec<MemberId>,
    /// The subordinate organizations that go there.
    organizations: Vec<OrganizationId>,
    /// Whom the direct superior appoints there (ORG-43).
    posts: Vec<PostHolder>,
}

/// How many stand at each level at one stage.
#[uniffi::remote(Record)]
pub struct StageLevels {
    /// Excellent.
    excellent: u32,
    /// Good.
    good: u32,
    /// Completed.
    completed: u32,
    /// Not completed.
    not_completed: u32,
    /// No level is known.
    unknown: u32,
}

/// What an organization was from a day on.
#[uniffi::remote(Record)]
pub struct StageLine {
    /// The first day.
    from: NaiveDate,
    /// Its name.
    name: String,
    /// Its kind.
    kind: KindId,
    /// Its code.
    #[uniffi(default = None)]
    code: Option<String>,
    /// The organization directly above.
    #[uniffi(default = None)]
    parent: Option<OrganizationId>,
}

/// How many moved from one stage to a later one; rows that lack either are left out.
#[uniffi::remote(Record)]
pub struct StageMoves {
    /// Higher at the later stage.
    raised: u32,
    /// The same.
    same: u32,
    /// Lower at the later stage.
    lowered: u32,
}

/// How a member stands to the cell's activity.
#[uniffi::remote(Enum)]
pub enum Standing {
    /// Takes part as usual.
    Active,
    /// Exempted from work and meetings (miễn công tác và sinh hoạt đảng).
    Exempted,
    /// Suspended (đình chỉ sinh hoạt).
    Suspended,
    /// Temporarily introduced elsewhere (chuyển sinh hoạt tạm thời).
    TemporarilyAway,
}

/// The size of a standing committee.
#[uniffi::remote(Record)]
pub struct StandingCommittee {
    /// Most members of the standing committee (ban thường vụ).
    most: u32,
}

/// The size of a committee.
#[uniffi::remote(Record)]
pub struct StandingCommitteeInput {
    /// Members of the committee (ban chấp hành), 1 or more.
    committee_members: u32,
}

pub(crate) type StandingCommitteeVerdict = handbook::verdict::Verdict<StandingCommittee>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct StandingCommitteeVerdict {
    /// The answer.
    value: StandingCommittee,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Who decides.
#[uniffi::remote(Enum)]
pub enum Step {
    /// The organization that proposes.
    Proposing,
    /// The superior that decides on the proposal.
    Superior,
}

/// Some of the list become good instead.
#[uniffi::remote(Record)]
pub struct StepDown {
    /// How many must step down: the fewest.
    cost: u32,
    /// Those with the fewest marks, who step down whoever decides; by identifier.
    certain: Vec<String>,
    /// Those tied at the line, of whom people choose `ofTied`; by identifier.
    tied: Vec<String>,
    /// How many of those tied step down; 0 when nobody is tied.
    of_tied: u32,
    /// How many may then be excellent, judged again: as many as are left on the list, or more.
    limit: u32,
}

/// A step from one organization to another.
#[uniffi::remote(Record)]
pub struct StepLine {
    /// What came before.
    from: OrganizationId,
    /// What came after.
    to: OrganizationId,
    /// The day.
    on: NaiveDate,
    /// Whether all of it went, or only a part.
    whole: bool,
    /// The decision.
    #[uniffi(default = None)]
    decision: Option<String>,
}

/// What meetings at which a member was not expected do to a row of excused absences. MTG-09.
#[uniffi::remote(Enum)]
pub enum StreakCounting {
    /// They neither count nor end it.
    ExpectedMeetings,
    /// They end it.
    EveryMeeting,
}

/// What came out for one of the group.
#[uniffi::remote(Record)]
pub struct SubjectLevel {
    /// The host's identifier.
    id: String,
    /// The level by the subject's own facts; absent when not rated.
    #[uniffi(default = None)]
    own: Option<Level>,
    /// The level after the cap; absent when not rated, and when people must vote.
    #[uniffi(default = None)]
    level: Option<Level>,
}

/// The subordinate organizations that ask for something.
#[uniffi::remote(Record)]
pub struct SubordinateRequests {
    /// Organizations directly below (tổ chức đảng trực thuộc), 1 to 1,000,000,000.
    organizations: u32,
    /// Those of them that ask, at most `organizations`.
    asking: u32,
}

/// Who supervises.
#[uniffi::remote(Enum)]
pub enum SupervisingBody {
    /// A cell (chi bộ).
    Cell {
        /// It has a committee (chi ủy).
        committee: bool,
        /// Its members, 0 to 1,000,000,000.
        members: u32,
    },
    /// A committee or an inspection committee above the cell.
    AboveCell,
}

/// A mode of supervision. INS-01.
#[uniffi::remote(Enum)]
pub enum SupervisionMode {
    /// Regular (giám sát thường xuyên).
    Regular,
    /// By themes (giám sát theo chuyên đề).
    Thematic,
}

/// How a body supervises.
#[uniffi::remote(Record)]
pub struct SupervisionModes {
    /// Its modes, the usual one first.
    modes: Vec<SupervisionMode>,
}

/// A body whose modes of supervision are asked for.
#[uniffi::remote(Record)]
pub struct SupervisionModesInput {
    /// The body.
    body: SupervisingBody,
}

pub(crate) type SupervisionModesVerdict = handbook::verdict::Verdict<SupervisionModes>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct SupervisionModesVerdict {
    /// The answer.
    value: SupervisionModes,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A table to be published. It does not say which counts are small and which are suppressed to
/// protect them: that would tell something of both.
#[uniffi::remote(Record)]
pub struct SuppressedTable {
    /// What the columns are called.
    columns: Vec<String>,
    /// The rows, as asked.
    rows: Vec<PublishedRow>,
    /// The sum of each column; absent where it is suppressed.
    totals: Vec<Option<i64>>,
    /// The sum of all counts; absent where it is suppressed.
    #[uniffi(default = None)]
    total: Option<i64>,
    /// How many counts and totals are suppressed.
    suppressed: u32,
}

/// A table of counts to be published with its totals.
#[uniffi::remote(Record)]
pub struct SuppressedTableInput {
    /// What the columns are called, 1 or more.
    columns: Vec<String>,
    /// The rows, 1 or more; with the totals the table has at most 20,000 cells.
    rows: Vec<CountedRow>,
    /// Least count that is shown, 2 to 1,000; absent for the policy in force.
    #[uniffi(default = None)]
    least: Option<u32>,
    /// What becomes of a count of nobody; absent for the policy in force.
    #[uniffi(default = None)]
    zeros: Option<ZeroCounts>,
}

pub(crate) type SuppressedTableVerdict = handbook::verdict::Verdict<SuppressedTable>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct SuppressedTableVerdict {
    /// The answer.
    value: SuppressedTable,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How sure the source of a value is, from the surest to the least sure.
#[uniffi::remote(Enum)]
pub enum Sureness {
    /// Read in the full text of the instrument.
    Read,
    /// Read on a secondary page: press, legal questions and answers.
    Secondary,
    /// Seen only in third-party data: a hint.
    Weak,
    /// Carried over from a neighbouring instrument whose text was read; the text in force on
    /// the date was not.
    Inferred,
    /// Chosen by a body in its overlay, or a convention of this rule book.
    Chosen,
}

/// A file of a table: its name and its bytes. Where it was read from is the host's business.
#[uniffi::remote(Record)]
pub struct TableFile {
    /// The file's name, such as `members.csv`; folders before it do not matter.
    name: String,
    /// What stands in it.
    bytes: Vec<u8>,
}

/// One problem: file, line, column, value, and what is wrong.
#[uniffi::remote(Record)]
pub struct TableProblem {
    /// The file's name as given.
    file: String,
    /// The line that the row starts on, from 1; 0 for the file as a whole.
    line: u32,
    /// The column's name, where one column is meant.
    #[uniffi(default = None)]
    column: Option<String>,
    /// The value as it stands in the file, cut after 80 characters.
    value: String,
    /// What is wrong.
    code: TableProblemCode,
    /// What would have been allowed, where that is short to say.
    #[uniffi(default = None)]
    limit: Option<String>,
    /// What a refusal rests on; empty for anything else.
    grounds: Vec<Ground>,
}

/// What is wrong with a table or a value in it.
#[uniffi::remote(Enum)]
pub enum TableProblemCode {
    /// A file that is none of the tables.
    UnknownTable,
    /// A table that must be there is not.
    MissingTable,
    /// The same table twice.
    DuplicateTable,
    /// More bytes or lines than allowed; the file is not read.
    TooMany,
    /// Starts with a byte order mark.
    ByteOrderMark,
    /// Columns separated by semicolons, as some spreadsheets write them.
    Semicolons,
    /// A column that must be there is not.
    MissingColumn,
    /// A column that the table does not have.
    UnknownColumn,
    /// The same column twice.
    DuplicateColumn,
    /// More or fewer fields than the header.
    RaggedRow,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Letters written as a base letter and separate combining marks.
    DecomposedText,
    /// Control characters in a text.
    ControlCharacter,
    /// Nothing where something is needed.
    Empty,
    /// More bytes than allowed in one field.
    TooLong,
    /// Control characters or outer white space in an identifier.
    NotAnIdentifier,
    /// Not a date of the form `yyyy-mm-dd`.
    NotADate,
    /// The text is not a time of the form `hh:mm`.
    NotATime,
    /// Not a number of the form asked for.
    NotANumber,
    /// A number or date outside its range.
    OutOfRange,
    /// Not one of the allowed words.
    UnknownChoice,
    /// Refers to something that the tables do not hold.
    UnknownId,
    /// Given twice where once is allowed.
    Duplicate,
    /// A member in two cells.
    TwoCells,
    /// Two values that cannot both be true.
    Contradiction,
    /// An interval that ends before it starts, or a fact before its subject existed.
    DateOrder,
    /// Organizations that would stand above themselves.
    Cycle,
    /// A roll-call names someone who did not belong to the meeting's organization on the day.
    NotOfCell,
    /// A roll-call leaves out someone who belonged to the cell on the day.
    MissingMember,
    /// A rule in force on its date forbids the act.
    Forbidden,
    /// The rule book says nothing for the date.
    NoRule,
}

/// Where a vote stands.
#[uniffi::remote(Record)]
pub struct Tally {
    /// The fewest votes in favour that carry.
    required: u32,
    /// Whether it carries.
    carried: bool,
    /// How many more votes in favour are needed; 0 when it carries.
    missing: u32,
    /// Votes of the base that were not cast, or not yet.
    open: u32,
    /// Whether the open votes could still carry it.
    still_possible: bool,
}

/// The totals of a vote, final or still running.
#[uniffi::remote(Record)]
pub struct TallyInput {
    /// Those who count, 1 to 1,000,000,000: see `vote_base`.
    base: u32,
    /// What is decided.
    decision: Decision,
    /// Who decides.
    step: Step,
    /// Votes in favour.
    yes: u32,
    /// Votes against.
    no: u32,
    /// Abstentions and invalid ballots.
    abstained: u32,
    /// How the vote is taken.
    method: VoteMethod,
}

pub(crate) type TallyVerdict = handbook::verdict::Verdict<Tally>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TallyVerdict {
    /// The answer.
    value: Tally,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// An amount of a target: the three kinds of yearly targets (chỉ tiêu).
#[uniffi::remote(Enum)]
pub enum TargetAmount {
    /// Things counted.
    Number {
        /// How many, 0 to 100 million million.
        count: i64,
    },
    /// Money.
    Value {
        /// How much in đồng, 0 to 100 million million.
        dong: i64,
    },
    /// A part of a whole.
    Share {
        /// How many of the whole.
        part: i64,
        /// The whole, 1 to 90,000,000.
        whole: i64,
    },
}

/// The year's targets (chỉ tiêu), counted.
#[uniffi::remote(Record)]
pub struct TargetCounts {
    /// Targets of the year, 1 or more.
    total: u32,
    /// Reached; at most `total`.
    reached: u32,
}

/// Where a target went since the result that it is compared with.
#[uniffi::remote(Enum)]
pub enum TargetCourse {
    /// Toward the good side.
    Better,
    /// Nowhere.
    Same,
    /// Toward the bad side.
    Worse,
}

/// Which side of the plan is the good one.
#[uniffi::remote(Enum)]
pub enum TargetDirection {
    /// The plan or more: members admitted.
    HigherIsBetter,
    /// The plan or less: complaints.
    LowerIsBetter,
}

/// Where a target leads by the end of the year: whole + numerator / denominator, exactly.
#[uniffi::remote(Record)]
pub struct TargetForecast {
    /// The whole part.
    whole: i64,
    /// The rest above the line, less than `denominator`.
    numerator: i64,
    /// The rest below the line, 1 or more.
    denominator: i64,
    /// Rounded as asked.
    rounded: i64,
    /// Whether the exact forecast reaches the plan.
    reaches: bool,
}

/// A yearly target on the day asked about.
#[uniffi::remote(Record)]
pub struct TargetLine {
    /// Its identifier.
    id: TargetId,
    /// Whose target.
    organization: OrganizationId,
    /// What is counted.
    indicator: String,
    /// The year.
    year: i32,
    /// The plan.
    plan: TargetAmount,
    /// Which side of the plan is the good one.
    direction: TargetDirection,
    /// Result, percentage, trend against the same day of last year where the same was planned
    /// then, forecast by the days of the year where results are added, and what is still needed.
    progress: TargetProgressVerdict,
}

/// A target on the day asked.
#[uniffi::remote(Record)]
pub struct TargetProgress {
    /// The result so far; absent where no share was reported yet.
    #[uniffi(default = None)]
    achieved: Option<TargetAmount>,
    /// In percent, rounded half upward: numbers and values of the plan, a share of its whole.
    /// Absent for a plan of 0 and without a share.
    #[uniffi(default = None)]
    shown: Option<String>,
    /// Whether the result is on the good side of the plan so far, by the exact numbers; false
    /// without a share.
    reached: bool,
    /// Against the result to compare with; absent without one and without a result.
    #[uniffi(default = None)]
    trend: Option<TargetTrend>,
    /// The forecast; absent where none was asked.
    #[uniffi(default = None)]
    forecast: Option<TargetForecast>,
    /// What is still needed or allowed; absent for shares and readings of a day, and where it is
    /// reached or can no longer be kept.
    #[uniffi(default = None)]
    needed: Option<NeededPace>,
}

/// A yearly target and its results.
#[uniffi::remote(Record)]
pub struct TargetProgressInput {
    /// The plan for the year.
    plan: TargetAmount,
    /// Which side of it is the good one.
    direction: TargetDirection,
    /// How the results make one.
    reading: TargetResults,
    /// Results of the year of `on`, in any order, none after it; where the last one counts, at
    /// most one of a day.
    results: Vec<TargetResult>,
    /// The result to compare with, of an earlier day or of last year.
    #[uniffi(default = None)]
    compared: Option<TargetResult>,
    /// The forecast asked for: only of numbers and values that are added.
    #[uniffi(default = None)]
    forecast: Option<ForecastInput>,
    /// Decimals of the percentage, 0 to 4.
    decimals: u8,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type TargetProgressVerdict = handbook::verdict::Verdict<TargetProgress>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TargetProgressVerdict {
    /// The answer.
    value: TargetProgress,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A result of a day.
#[uniffi::remote(Record)]
pub struct TargetResult {
    /// The day.
    on: NaiveDate,
    /// The result, of the plan's kind.
    amount: TargetAmount,
}

/// How the results of a year make one.
#[uniffi::remote(Enum)]
pub enum TargetResults {
    /// Each is what came since the one before: they are added, parts and wholes of shares too.
    Added,
    /// Each is how it stood on its day: the last one counts.
    Latest,
}

/// A target against an earlier result.
#[uniffi::remote(Record)]
pub struct TargetTrend {
    /// Where it went.
    course: TargetCourse,
    /// The difference above the line, below 0 where the result is smaller.
    numerator: i64,
    /// The difference below the line: 1 for numbers and values.
    denominator: i64,
}

/// Yearly targets.
#[uniffi::remote(Record)]
pub struct TargetsAnswer {
    /// How far the asker sees.
    sight: Sight,
    /// The targets, organization by organization in the order of the tree.
    targets: Vec<TargetLine>,
}

/// One act about a task (nhiệm vụ). The first is `Assign`.
#[uniffi::remote(Enum)]
pub enum TaskAct {
    /// Gives the task (MEM-70).
    Assign {
        /// The organization that gives it.
        organization: OrganizationId,
        /// What is to be done.
        title: String,
        /// How it is measured.
        measure: Option<String>,
        /// Who does it, 1 or more members of the organization or below it.
        persons: Vec<MemberId>,
        /// The meeting whose resolution gives it.
        meeting: Option<MeetingId>,
        /// The last day for it.
        due_on: NaiveDate,
    },
    /// Reports how far it is.
    Report {
        /// How much is done, 0 to 100 percent.
        percent: u32,
        /// What was done.
        text: Option<String>,
    },
    /// Gives it more time.
    Extend {
        /// The new last day.
        due_on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Says that it is done, and how well (MEM-71).
    Complete {
        /// How well.
        quality: TaskQuality,
    },
    /// Does not accept what was done: it is open again.
    Return {
        /// Why.
        reason: String,
    },
    /// Takes it back: it counts no more.
    Drop {
        /// Why.
        reason: String,
    },
}

/// Why a task has another last day.
#[uniffi::remote(Enum)]
pub enum TaskChange {
    /// More time was given (gia hạn).
    Extended,
    /// The result was given back to be improved (trả lại).
    Returned,
}

/// The year's tasks, counted.
#[uniffi::remote(Record)]
pub struct TaskCounts {
    /// Tasks of the year, 1 or more.
    total: u32,
    /// Done, in time or late; at most `total`.
    done: u32,
    /// Done in time and with quality.
    on_time: u32,
    /// Done beyond what was required (vượt mức yêu cầu); at most `done`.
    beyond: u32,
    /// Done late; with `onTime` at most `done`.
    late: u32,
}

/// Who a task was given to.
#[uniffi::remote(Enum)]
pub enum TaskHolder {
    /// A member.
    Member {
        /// The member.
        member: MemberId,
    },
    /// An organization.
    Organization {
        /// The organization.
        organization: OrganizationId,
    },
}

/// A task on the day asked about.
#[uniffi::remote(Record)]
pub struct TaskLine {
    /// Its identifier.
    id: TaskId,
    /// The organization that gave it.
    organization: OrganizationId,
    /// What is to be done.
    title: String,
    /// How it is measured.
    #[uniffi(default = None)]
    measure: Option<String>,
    /// Who does it.
    persons: Vec<MemberId>,
    /// The meeting whose resolution gave it.
    #[uniffi(default = None)]
    meeting: Option<MeetingId>,
    /// The day it was given.
    given_on: NaiveDate,
    /// The last day for it, extensions counted.
    due_on: NaiveDate,
    /// How often it was given more time.
    extended: u32,
    /// How far it is.
    state: TaskStage,
    /// How much is reported as done, in percent.
    percent: u32,
    /// The day it was done.
    #[uniffi(default = None)]
    done_on: Option<NaiveDate>,
    /// How well it was done.
    #[uniffi(default = None)]
    quality: Option<TaskQuality>,
    /// Done with quality and in time: completed well (MEM-71).
    completed_well: bool,
    /// Days to the last day; below 0 when it has passed. Absent when done or taken back.
    #[uniffi(default = None)]
    days_left: Option<i64>,
}

/// How much of a task is done.
#[uniffi::remote(Enum)]
pub enum TaskProgress {
    /// A share.
    Share {
        /// Hundredths of a percent, 0 to 10,000.
        hundredths: u32,
    },
    /// Things counted.
    Count {
        /// How many are done, at most `of`.
        done: u32,
        /// How many there are, 1 or more.
        of: u32,
    },
}

/// Quality and effect of a finished task (chất lượng, hiệu quả).
#[uniffi::remote(Enum)]
pub enum TaskQuality {
    /// Below what was required (chưa đạt yêu cầu).
    Below,
    /// As required (đạt yêu cầu).
    Met,
    /// Beyond what was required (vượt mức yêu cầu).
    Beyond,
}

/// A report on a task (báo cáo tiến độ).
#[uniffi::remote(Record)]
pub struct TaskReport {
    /// The day of the report.
    on: NaiveDate,
    /// How much was done by then.
    progress: TaskProgress,
}

/// The tasks of one holder.
#[uniffi::remote(Record)]
pub struct TaskRow {
    /// The holder.
    holder: TaskHolder,
    /// The holder's tasks.
    totals: TaskTotals,
}

/// A task-based score: quantity, quality and progress side by side.
#[uniffi::remote(Record)]
pub struct TaskScore {
    /// The items, as asked.
    items: Vec<ItemScore>,
    /// The items' marks, added up, in hundredths of a point.
    marks: i64,
    /// How many were assigned.
    assigned: i64,
    /// How many of them were done.
    done: i64,
    /// What deductions for quality alone leave of all marks.
    quality: ExactNumber,
    /// What deductions for progress alone leave of all marks.
    progress: ExactNumber,
    /// What both leave of all marks.
    left: ExactNumber,
}

/// The items of one person.
#[uniffi::remote(Record)]
pub struct TaskScoreInput {
    /// 1 to 1,000 items; no identifier stands twice.
    items: Vec<ScoredItem>,
    /// What deductions may leave of an item; absent for the policy in force.
    #[uniffi(default = None)]
    floor: Option<DeductionFloor>,
}

pub(crate) type TaskScoreVerdict = handbook::verdict::Verdict<TaskScore>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TaskScoreVerdict {
    /// The answer.
    value: TaskScore,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How far a task is.
#[uniffi::remote(Enum)]
pub enum TaskStage {
    /// Given; nothing is reported.
    Given,
    /// Reported on, and not done.
    Reported,
    /// Not done, and its last day has passed.
    Overdue,
    /// Done by its last day.
    Done,
    /// Done later.
    DoneLate,
    /// Taken back.
    Dropped,
}

/// Where a task stands on the day asked.
#[uniffi::remote(Record)]
pub struct TaskStanding {
    /// Its state.
    state: TaskState,
    /// Its last day, with the new ones.
    due_on: NaiveDate,
    /// Days from the day asked to the last day, which counts; absent when it is done or late.
    #[uniffi(default = None)]
    days_left: Option<u32>,
    /// Days after the last day until it was done, or until the day asked, which counts; absent
    /// when it is in time.
    #[uniffi(default = None)]
    days_over: Option<u32>,
    /// The last report; absent without one.
    #[uniffi(default = None)]
    progress: Option<TaskProgress>,
    /// Whether it was completed well; absent while it is not done, and where it was done in time
    /// and nobody has judged it.
    #[uniffi(default = None)]
    completed_well: Option<bool>,
}

pub(crate) type TaskStandingVerdict = handbook::verdict::Verdict<TaskStanding>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TaskStandingVerdict {
    /// The answer.
    value: TaskStanding,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Where a task stands.
#[uniffi::remote(Enum)]
pub enum TaskState {
    /// Given, its last day is not over, and nothing was reported.
    Open,
    /// In its first term, and reported on.
    Reported,
    /// Not done, in a later term that is not over.
    Extended,
    /// Not done, and its last day is over.
    Late,
    /// Done by its last day.
    Done,
    /// Done after its last day.
    DoneLate,
}

/// A task whose state is asked for.
#[uniffi::remote(Record)]
pub struct TaskStateInput {
    /// The task.
    task: AssignedTask,
    /// Days are counted as working days.
    working_days: bool,
    /// The day on which it is asked; nothing of the task is later.
    on: NaiveDate,
}

/// Tasks, counted.
#[uniffi::remote(Record)]
pub struct TaskSummary {
    /// All tasks, each once however many hold it.
    totals: TaskTotals,
    /// By holder: members first, each kind by its identifier.
    rows: Vec<TaskRow>,
    /// Members asked for who hold no task, by their identifiers.
    without_task: Vec<MemberId>,
}

/// The tasks to be counted: of a year, or of one resolution (nghị quyết).
#[uniffi::remote(Record)]
pub struct TaskSummaryInput {
    /// The tasks, each once, in any order.
    tasks: Vec<HeldTask>,
    /// Members who must have a task; whoever has none is named. Each once.
    members: Vec<MemberId>,
    /// Decimals of the percentages, 0 to 4.
    decimals: u8,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type TaskSummaryVerdict = handbook::verdict::Verdict<TaskSummary>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TaskSummaryVerdict {
    /// The answer.
    value: TaskSummary,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A new last day of a task.
#[uniffi::remote(Record)]
pub struct TaskTerm {
    /// Why.
    change: TaskChange,
    /// The day on which it was set.
    on: NaiveDate,
    /// The new last day, later than the one before and not before `on`.
    due_on: NaiveDate,
}

/// Tasks by their state.
#[uniffi::remote(Record)]
pub struct TaskTotals {
    /// Given, in time, and not reported on.
    open: u32,
    /// In the first term, and reported on.
    reported: u32,
    /// In a later term that is not over.
    extended: u32,
    /// Not done, and the last day is over.
    late: u32,
    /// Done in time.
    done: u32,
    /// Done after the last day.
    done_late: u32,
    /// The same tasks as the yearly level reads them: done in time and with quality is `onTime`,
    /// done after the last day is `late`.
    counts: TaskCounts,
    /// Done, of all, in percent; absent without tasks.
    #[uniffi(default = None)]
    done_shown: Option<String>,
    /// Done in time and with quality, of all, in percent; absent without tasks.
    #[uniffi(default = None)]
    on_time_shown: Option<String>,
    /// Done beyond what was required, of all, in percent; absent without tasks.
    #[uniffi(default = None)]
    beyond_shown: Option<String>,
}

/// Tasks with their counts.
#[uniffi::remote(Record)]
pub struct TasksAnswer {
    /// How far the asker sees.
    sight: Sight,
    /// The tasks by last day, as far as the asker may see them.
    tasks: Vec<TaskLine>,
    /// Tasks that count: all but those taken back.
    total: u32,
    /// Not done yet.
    open: u32,
    /// Not done, and the last day has passed; a part of `open`.
    overdue: u32,
    /// Done.
    done: u32,
    /// Done in time and with quality (MEM-71).
    on_time: u32,
    /// Done later than the last day.
    late: u32,
    /// Done beyond what was required.
    beyond: u32,
}

/// How long a term lasts.
#[uniffi::remote(Record)]
pub struct Term {
    /// Months of a full term of this kind.
    months: u32,
    /// The last day of this term: the eve of its first day so many months later, or the day that
    /// was fixed.
    last_day: NaiveDate,
    /// Whether the day asked is after it.
    over: bool,
}

/// A term of a committee or, in a cell without one, of its secretary.
#[uniffi::remote(Record)]
pub struct TermInput {
    /// The kind of organization.
    kind: KindId,
    /// The first day of the term.
    first_day: NaiveDate,
    /// The first term after the organization was founded, split or merged.
    first_term: bool,
    /// The last day that the superior fixed for such a first term; absent where it fixed none.
    #[uniffi(default = None)]
    fixed_last_day: Option<NaiveDate>,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type TermVerdict = handbook::verdict::Verdict<Term>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TermVerdict {
    /// The answer.
    value: Term,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How thematic meetings (sinh hoạt chuyên đề) are held. MTG-06.
#[uniffi::remote(Enum)]
pub enum ThematicMeetings {
    /// As part of the monthly meeting, which stays a monthly one.
    Combined {
        /// The months, 1 to 12, each once.
        months: Vec<u32>,
    },
    /// As meetings of their own.
    Separate {
        /// The months, 1 to 12, each once.
        months: Vec<u32>,
        /// Their day.
        pattern: MeetingPattern,
    },
}

/// Who breaks a tie.
#[uniffi::remote(Enum)]
pub enum TieBreaker {
    /// Whoever is in the chair.
    Chair,
    /// The deputy of the chair.
    DeputyChair,
    /// Somebody else whom the assembly's rules name.
    Other,
}

/// What becomes of those who are tied at the line of the cap on excellent.
#[uniffi::remote(Enum)]
pub enum TiePolicy {
    /// They stay undecided and people vote: the house's rule.
    Vote,
    /// The higher mark of the first criterion goes first, then who stands earlier in the columns.
    OrderByCriterion,
}

/// What the assembly's rules say of as many votes in favour as against.
#[uniffi::remote(Enum)]
pub enum TieRule {
    /// The motion is lost.
    Lost,
    /// Somebody has a casting vote, beyond the votes counted.
    CastingVote {
        /// Who.
        by: TieBreaker,
        /// Whether it is given in favour; absent while it is not given.
        in_favour: Option<bool>,
    },
}

/// Whether a transfer is overdue.
#[uniffi::remote(Record)]
pub struct TransferOverdue {
    /// The last day to present the letter.
    last_day: NaiveDate,
    /// Whether it was presented after that day or, while it was not, whether that day is over.
    overdue: bool,
    /// Whether the receiving committee deletes the member for quitting activity.
    deletion: bool,
}

/// A letter of transfer, and what became of it.
#[uniffi::remote(Record)]
pub struct TransferOverdueInput {
    /// The date of the letter (giấy giới thiệu sinh hoạt đảng).
    letter_on: NaiveDate,
    /// The day the letter and the file were handed in; absent while they were not.
    #[uniffi(default = None)]
    submitted_on: Option<NaiveDate>,
    /// There is a good reason for the delay (có lý do chính đáng).
    good_reason: bool,
    /// The day on which it is asked.
    on: NaiveDate,
}

pub(crate) type TransferOverdueVerdict = handbook::verdict::Verdict<TransferOverdue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct TransferOverdueVerdict {
    /// The answer.
    value: TransferOverdue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// An organization of the tree on the day.
#[uniffi::remote(Record)]
pub struct TreeLine {
    /// Its identifier.
    id: OrganizationId,
    /// Its name.
    name: String,
    /// Its kind.
    kind: KindId,
    /// Its code, where it has one.
    #[uniffi(default = None)]
    code: Option<String>,
    /// The organization directly above; absent for a root.
    #[uniffi(default = None)]
    parent: Option<OrganizationId>,
    /// Full members here and below.
    full_members: u32,
    /// Probationary members here and below.
    probationary_members: u32,
}

/// Why a figure cannot be restated.
#[uniffi::remote(Enum)]
pub enum Unclear {
    /// The organization was divided among several.
    Divided,
    /// It, or a part of it, ended without a successor.
    Lost,
}

/// A figure that cannot be restated.
#[uniffi::remote(Record)]
pub struct UnclearLine {
    /// The old organization.
    organization: OrganizationId,
    /// Its figure.
    value: i64,
    /// Why it cannot be put anywhere.
    reason: Unclear,
    /// The organizations that have a part of it.
    heirs: Vec<OrganizationId>,
}

/// A rule that would matter and that the book does not know for the day.
#[uniffi::remote(Record)]
pub struct UnknownRule {
    /// The parameter.
    parameter: ParameterId,
    /// Why there is no value.
    reason: AbsenceReason,
}

/// What a year without a level does to a row of years. EVL-05.
#[uniffi::remote(Enum)]
pub enum UnratedYear {
    /// It ends the row.
    EndsRow,
    /// It neither counts nor ends the row.
    LeftOut,
}

/// The base of a vote.
#[uniffi::remote(Record)]
pub struct VoteBase {
    /// Those who count.
    base: u32,
}

/// The counts behind a base. The last four are parts of `full_members` and do not overlap.
#[uniffi::remote(Record)]
pub struct VoteBaseInput {
    /// Who votes.
    body: VotingBody,
    /// Full members summoned (đảng viên chính thức được triệu tập), or sitting members of a
    /// committee; 0 to 1,000,000,000.
    full_members: u32,
    /// Temporarily introduced elsewhere, and absent.
    elsewhere_absent: u32,
    /// Exempted, and absent. One who comes and votes counts and does not stand here.
    exempted_absent: u32,
    /// Suspended, prosecuted, indicted or detained.
    suspended: u32,
    /// Absent from a whole congress for a reason accepted by the convening committee.
    excused_throughout: u32,
}

pub(crate) type VoteBaseVerdict = handbook::verdict::Verdict<VoteBase>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct VoteBaseVerdict {
    /// The answer.
    value: VoteBase,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How the vote is taken. VOTE-07, VOTE-08. The count is the same either way.
#[uniffi::remote(Enum)]
pub enum VoteMethod {
    /// Secret ballot (bỏ phiếu kín): totals alone are kept.
    Secret,
    /// Raised member card (giơ thẻ đảng viên).
    Card,
}

/// Where a vote stands.
#[uniffi::remote(Record)]
pub struct VoteProgress {
    /// Those who count.
    base: u32,
    /// The fewest votes in favour that carry.
    required: u32,
    /// How many more votes in favour are needed; 0 when it carries.
    missing: u32,
    /// Those who count and have not voted, or not yet.
    open: u32,
    /// Whether it is decided.
    state: VoteState,
    /// Whether the result must be reported upward in full even where it does not carry; absent where
    /// the book knows no rule for the day. VOTE-07.
    #[uniffi(default = None)]
    reported_even_if_lost: Option<bool>,
}

/// A vote that is being taken, or was.
#[uniffi::remote(Record)]
pub struct VoteProgressInput {
    /// Those who count.
    base: CountedBase,
    /// What is decided.
    decision: Decision,
    /// Who decides.
    step: Step,
    /// How the vote is taken.
    method: VoteMethod,
    /// Votes in favour.
    yes: u32,
    /// Votes against.
    no: u32,
    /// Another opinion, or none (ý kiến khác).
    other: u32,
    /// Ballots that are not valid; none where cards are raised.
    spoiled: u32,
}

pub(crate) type VoteProgressVerdict = handbook::verdict::Verdict<VoteProgress>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct VoteProgressVerdict {
    /// The answer.
    value: VoteProgress,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// Whether a vote is decided.
#[uniffi::remote(Enum)]
pub enum VoteState {
    /// Carried, whatever the others vote.
    Carried,
    /// Lost, whatever the others vote.
    Lost,
    /// The votes still to come decide.
    Open,
}

/// The outcome of a vote in the cell, as totals: who voted how is never kept.
#[uniffi::remote(Record)]
pub struct VoteTotals {
    /// Those who count in the base (VOTE-01).
    base: u32,
    /// Votes in favour.
    yes: u32,
}

/// Votes of several rows, added up.
#[uniffi::remote(Record)]
pub struct VotesSummary {
    /// Rows with a vote.
    rows: u32,
    /// Votes for the proposals.
    in_favour: i64,
    /// Votes cast.
    cast: i64,
}

/// Who votes.
#[uniffi::remote(Enum)]
pub enum VotingBody {
    /// A meeting of members (hội nghị đảng viên). VOTE-01.
    Meeting,
    /// A congress of members (đại hội đảng viên). VOTE-01.
    Congress,
    /// A committee, standing committee or inspection committee (cấp ủy). VOTE-02.
    Committee,
}

/// Which of the weekdays of a month.
#[uniffi::remote(Enum)]
pub enum WeekdayPlace {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth; a month with four of them has no meeting.
    Fifth,
    /// The last.
    Last,
}

/// What becomes of a meeting whose day is of a weekend.
#[uniffi::remote(Enum)]
pub enum WeekendShift {
    /// It stays.
    Keep,
    /// The next working day.
    NextWorkingDay,
    /// The working day before.
    PreviousWorkingDay,
}

/// One criterion (tiêu chí) of a sheet.
#[uniffi::remote(Record)]
pub struct WeightedCriterion {
    /// Hundredths of a point for each unit of the mark, 1 to 65,535.
    weight: u32,
    /// Highest mark, 1 to 65,535.
    most: u32,
}

/// How an exact number becomes a whole one.
#[uniffi::remote(Enum)]
pub enum WholeRounding {
    /// Downward.
    Down,
    /// To the nearest, halves upward.
    HalfUp,
    /// Upward.
    Up,
}

/// What a meeting is worth for which there is no resolution of a meeting before.
#[uniffi::remote(Enum)]
pub enum WithoutPrevious {
    /// The part has no marks, and the meeting no class.
    NotScored,
    /// The part has full marks.
    FullMarks,
    /// The part has no marks; the class goes by the share of the marks that are left.
    ShareOfRest,
}

/// The five steps of a meeting, as the forms have them (MTG-13).
#[uniffi::remote(Enum)]
pub enum WorkStep {
    /// Preparing it.
    Prepare,
    /// Collecting what members bring in.
    Collect,
    /// Holding it.
    Hold,
    /// Passing and giving out the resolution.
    Conclude,
    /// Following up the tasks.
    Follow,
}

/// Which days off are skipped.
#[uniffi::remote(Enum)]
pub enum WorkingCalendar {
    /// Weekends and public holidays; working weekend days count.
    WithHolidays,
    /// Weekends alone.
    WeekendsOnly,
}

/// A working day.
#[uniffi::remote(Record)]
pub struct WorkingDay {
    /// The day.
    date: NaiveDate,
}

/// A day and a number of working days.
#[uniffi::remote(Record)]
pub struct WorkingDayInput {
    /// The day from which they run; the first working day after it is 1.
    from: NaiveDate,
    /// How many working days, 0 to 1,000.
    days: u32,
    /// Which days off are skipped.
    calendar: WorkingCalendar,
}

pub(crate) type WorkingDayVerdict = handbook::verdict::Verdict<WorkingDay>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct WorkingDayVerdict {
    /// The answer.
    value: WorkingDay,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The level of one year.
#[uniffi::remote(Record)]
pub struct YearLevel {
    /// The calendar year.
    year: i32,
    /// The level decided; absent where there was no rating (EVL-10).
    #[uniffi(default = None)]
    level: Option<Level>,
}

/// A year with the regulation that it was rated by.
#[uniffi::remote(Record)]
pub struct YearRegime {
    /// The calendar year.
    year: i32,
    /// The instrument in force on its last day; absent outside the book.
    #[uniffi(default = None)]
    instrument: Option<String>,
}

/// Years in a row not completed.
#[uniffi::remote(Record)]
pub struct YearsInRow {
    /// The first.
    from: i32,
    /// The last.
    to: i32,
    /// How many were not completed.
    years: u32,
}

/// What becomes of a count of nobody in a published table.
#[uniffi::remote(Enum)]
pub enum ZeroCounts {
    /// It is always shown.
    AlwaysShown,
    /// It may be suppressed to protect another.
    MayBeSuppressed,
}

#[uniffi::export]
impl RuleBook {
    /// The working day (ngày làm việc) so many working days after a day: CAL-01.
    ///
    /// The day itself never counts, whatever day it is; the first working day after it is 1. With 0
    /// days the answer is the day itself. The weekend is that of the day judged; holidays are those
    /// of the days passed.
    pub fn working_day_after(
        &self,
        on: CalendarDate,
        input: WorkingDayInput,
    ) -> Result<WorkingDayVerdict, HandbookError> {
        Ok(handbook::calendar::working_day_after(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Which form of organization fits a number of members (hình thức tổ chức đảng): ORG-04, ORG-10
    /// to ORG-13; Charter Art. 21, 294-QĐ/TW §20.
    ///
    /// Below the least number of full members there is none. A village or residential group has a
    /// cell under the commune whatever its size. Else full and probationary members together decide
    /// between a grassroots cell (chi bộ cơ sở) and a grassroots committee (đảng bộ cơ sở), with two
    /// exceptions that a superior grants: a committee below the number, and a large cell that stays
    /// one cell under a grassroots committee. A cell of any kind is divided into Party groups from
    /// the number that the rule names. Where all cells bear one name (ORG-06), that is the kind.
    ///
    /// The last ground is the rule by which the kind itself exists on the day.
    pub fn organization_form(
        &self,
        on: CalendarDate,
        input: OrganizationFormInput,
    ) -> Result<OrganizationFormVerdict, HandbookError> {
        Ok(handbook::organization::organization_form(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether a cell elects a committee (chi ủy), and of how many at most: ORG-20, 294-QĐ/TW §23.2.
    pub fn cell_committee(
        &self,
        on: CalendarDate,
        input: CellCommitteeInput,
    ) -> Result<CellCommitteeVerdict, HandbookError> {
        Ok(handbook::organization::cell_committee(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How large a standing committee (ban thường vụ) may be: ORG-25, 294-QĐ/TW §14.2. The share of
    /// the committee is rounded downward. The exceptions for newly formed committees are not judged.
    pub fn standing_committee_most(
        &self,
        on: CalendarDate,
        input: StandingCommitteeInput,
    ) -> Result<StandingCommitteeVerdict, HandbookError> {
        Ok(handbook::organization::standing_committee_most(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How many may be appointed beyond the number fixed by congress (chỉ định bổ sung): ORG-26,
    /// 294-QĐ/TW §16.2.5. The share is rounded downward; more needs the reply of the centre.
    pub fn extra_appointees_most(
        &self,
        on: CalendarDate,
        input: ExtraAppointeesInput,
    ) -> Result<ExtraAppointeesVerdict, HandbookError> {
        Ok(handbook::organization::extra_appointees_most(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether a kind of organization (loại hình tổ chức đảng) exists on the day and may stand
    /// directly under another: ORG-01 to ORG-06, 294-QĐ/TW §10 and §20.
    ///
    /// The grounds carry the parameter `kind:<id>`: first that each kind exists on the day, then
    /// whether the one may stand under the other; where it may not, the required word lists the
    /// kinds that it may stand under, with ` | ` between them. Without a parent only existence is
    /// judged: a record may start at any tier.
    pub fn placement(
        &self,
        on: CalendarDate,
        input: PlacementInput,
    ) -> Result<PlacementVerdict, HandbookError> {
        Ok(handbook::organization::placement(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How long a term lasts (nhiệm kỳ): ORG-23 and ORG-24; Charter Art. 15, 18, 22 and 24.3,
    /// 294-QĐ/TW §23.1.
    ///
    /// Five years; before July 2025 two and a half for a cell that is no grassroots organization, by
    /// a weak reading of the Charter that a body may replace by its own. The rules are those of the
    /// day asked: ask on the first day of a term for the length that it began with. A first term
    /// after founding, split or merger may have its own last day.
    pub fn term(&self, on: CalendarDate, input: TermInput) -> Result<TermVerdict, HandbookError> {
        Ok(handbook::organization::term(&self.book.on(on)?, &input)?)
    }

    /// What is due around a congress (đại hội), and until when: ORG-29; 294-QĐ/TW §11.1.3, §15.2 and
    /// §16.1.
    ///
    /// The opening is announced so early that 30 working days pass, the opening day being the last.
    /// The report and the hand-over run from the closing of the congress, the confirmation from the
    /// day the report came; an obligation stands in the answer from the day its clock runs. That the
    /// report and the hand-over run from the closing is a convention of this library: the numbers
    /// alone were read.
    pub fn congress_deadlines(
        &self,
        on: CalendarDate,
        input: CongressDeadlinesInput,
    ) -> Result<CongressDeadlinesVerdict, HandbookError> {
        Ok(handbook::organization::congress_deadlines(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The steps of a congress, in order (trình tự đại hội): ORG-37; 294-QĐ/TW §12, 06-HD/TW §15.
    ///
    /// A congress of members and that of a cell elect no credentials board; the convening committee
    /// reports who came. `congress_step_name` has the words.
    pub fn congress_steps(
        &self,
        on: CalendarDate,
        input: CongressStepsInput,
    ) -> Result<CongressStepsVerdict, HandbookError> {
        Ok(handbook::organization::congress_steps(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether an extraordinary congress may be held (đại hội bất thường): ORG-31, 294-QĐ/TW §19.
    ///
    /// More than half of the committee by secret ballot ask for it, or more than half of the
    /// subordinate organizations; the standing committee of the superior agrees; and the reason is one
    /// of four: a major change of policy, of key people, grave disunity, or nearly all members of the
    /// committee disciplined. A vote by raised card is no request.
    pub fn extraordinary_congress(
        &self,
        on: CalendarDate,
        input: ExtraordinaryCongressInput,
    ) -> Result<ExtraordinaryCongressVerdict, HandbookError> {
        Ok(handbook::organization::extraordinary_congress(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether one who was elected may sign documents (ký văn bản): ORG-30, 294-QĐ/TW §15.2.
    ///
    /// The secretary and the head of the inspection committee sign from the day of the election; a
    /// deputy of either and a member of the standing committee from the day of the confirmation.
    pub fn signing_after_election(
        &self,
        on: CalendarDate,
        input: SigningAfterElectionInput,
    ) -> Result<SigningAfterElectionVerdict, HandbookError> {
        Ok(handbook::organization::signing_after_election(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// When retirement ends membership of a committee (thôi tham gia cấp ủy): ORG-32, 294-QĐ/TW §16.4.
    ///
    /// From the day on which social insurance begins, as the decision on retirement has it; no
    /// decision of its own is needed.
    pub fn mandate_end(
        &self,
        on: CalendarDate,
        input: MandateEndInput,
    ) -> Result<MandateEndVerdict, HandbookError> {
        Ok(handbook::organization::mandate_end(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether a transfer of elected committee members (điều động cấp ủy viên) needs the committee
    /// one level further up: ORG-27, 294-QĐ/TW §16.3. More than a third at once does.
    pub fn committee_transfer(
        &self,
        on: CalendarDate,
        input: CommitteeTransferInput,
    ) -> Result<CommitteeTransferVerdict, HandbookError> {
        Ok(handbook::organization::committee_transfer(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether one who got half of the votes or fewer may be appointed to the committee (chỉ định cấp
    /// ủy viên): ORG-28, 06-HD/TW §16.3.
    ///
    /// Not before 12 months after the ballot, and with more than half of the sitting committee.
    pub fn reappointment(
        &self,
        on: CalendarDate,
        input: ReappointmentInput,
    ) -> Result<ReappointmentVerdict, HandbookError> {
        Ok(handbook::organization::reappointment(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether an organization may be given a power that depends on its size (giao quyền, ủy quyền):
    /// ORG-15, ORG-16, ORG-17 and ORG-45; 294-QĐ/TW §10.4.4, §10.6, §18.1.4 and §22, 113-QĐ/TW Art. 3.
    ///
    /// Every condition is a ground. Powers above grassroots need fewer members for a body of the
    /// centre and directly under a province; under any other superior than a province or a
    /// central-run committee they are a pilot, which needs good years too. Good years are those in a
    /// row, to the last one, rated good or excellent. That several member units are two or more is a
    /// convention of the book.
    pub fn delegated_powers(
        &self,
        on: CalendarDate,
        input: DelegatedPowersInput,
    ) -> Result<DelegatedPowersVerdict, HandbookError> {
        Ok(handbook::organization::delegated_powers(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether an organization is disbanded (giải tán), the gravest discipline of an organization:
    /// ORG-41, 294-QĐ/TW §9.3.5.
    ///
    /// At least two thirds of the directly superior committee propose it, and more than half of the
    /// committee one level further up decide. A decision without such a proposal does not hold.
    pub fn disbanding(
        &self,
        on: CalendarDate,
        input: DisbandingInput,
    ) -> Result<DisbandingVerdict, HandbookError> {
        Ok(handbook::organization::disbanding(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Until when the direct superior collects the files and the seal of a closed organization and
    /// transfers its members: ORG-42, 294-QĐ/TW §6.3.5; ORG-40 and ORG-41, §10.5 and §9.3.5, for who
    /// closes it.
    ///
    /// Working days run from the closing, the day after being the first.
    pub fn closure(
        &self,
        on: CalendarDate,
        input: ClosureInput,
    ) -> Result<ClosureVerdict, HandbookError> {
        Ok(handbook::organization::closure(&self.book.on(on)?, &input)?)
    }

    /// Who counts in a vote (tổng số đảng viên, cấp ủy viên được tính): VOTE-01, VOTE-02, 294-QĐ/TW
    /// §9.3.2 and §9.3.3.
    ///
    /// The base is the full members less the groups that the rule takes out. An ordinary excuse does
    /// not reduce it (VOTE-05), nor do members who are merely absent. Each group that is not empty
    /// gives a ground: it holds when the rule takes the group out, and fails when its members count
    /// all the same. Probationary members do not stand in `fullMembers`: the ground of VOTE-06 says
    /// whether the rule agrees.
    pub fn vote_base(
        &self,
        on: CalendarDate,
        input: VoteBaseInput,
    ) -> Result<VoteBaseVerdict, HandbookError> {
        Ok(handbook::vote::vote_base(&self.book.on(on)?, &input)?)
    }

    /// How many votes a decision needs (số phiếu tán thành cần có): VOTE-03, VOTE-04, ORG-34;
    /// 294-QĐ/TW §9.3, §9.3.4, §11.4.1.
    ///
    /// An ordinary resolution and an election need more than half of all who count. Admission,
    /// recognition, deletion and expulsion need two thirds of the proposing organization and more
    /// than half of the superior that decides. The share stands in the answer's policies, as
    /// `atLeast 2/3` or `moreThan 1/2`.
    pub fn required_votes(
        &self,
        on: CalendarDate,
        input: RequiredVotesInput,
    ) -> Result<RequiredVotesVerdict, HandbookError> {
        Ok(handbook::vote::required_votes(&self.book.on(on)?, &input)?)
    }

    /// Whether a vote carries (biểu quyết), measured against all who count and not against the votes
    /// cast: VOTE-03, VOTE-04, ORG-34; 294-QĐ/TW §9.3, §9.3.4, §11.4.1.
    ///
    /// The same answer follows a vote while it is counted: `missing` and `open` say what is still
    /// needed and what can still come.
    pub fn tally_vote(
        &self,
        on: CalendarDate,
        input: TallyInput,
    ) -> Result<TallyVerdict, HandbookError> {
        Ok(handbook::vote::tally_vote(&self.book.on(on)?, &input)?)
    }

    /// A majority of any body (đa số), by its own share: no rule of the book is asked, so any
    /// parliament or assembly can count with it.
    pub fn majority(
        &self,
        on: CalendarDate,
        input: MajorityInput,
    ) -> Result<MajorityVerdict, HandbookError> {
        Ok(handbook::vote::majority(&self.book.on(on)?, &input)?)
    }

    /// Where a vote stands while it is taken (tiến độ biểu quyết): VOTE-01 to VOTE-04, VOTE-07,
    /// VOTE-08; 294-QĐ/TW §9.3.
    ///
    /// The count is the same by card and by secret ballot, measured against all who count: a vote that
    /// is not cast is no vote in favour. A proposal to admit, recognize or delete is reported to the
    /// superior in full even where it does not carry.
    pub fn vote_progress(
        &self,
        on: CalendarDate,
        input: VoteProgressInput,
    ) -> Result<VoteProgressVerdict, HandbookError> {
        Ok(handbook::vote::vote_progress(&self.book.on(on)?, &input)?)
    }

    /// What came out of a vote of any assembly (kết quả biểu quyết), by its own base, threshold,
    /// quorum and rule on ties: no rule of the book is asked.
    ///
    /// While votes may still be cast, it tells whether they can change the result. A tie is as many
    /// votes in favour as against, where one more in favour would carry: a casting vote decides
    /// nothing else. Nobody's vote carries nothing: where the base is empty, one vote is the fewest.
    pub fn ballot(
        &self,
        on: CalendarDate,
        input: BallotInput,
    ) -> Result<BallotVerdict, HandbookError> {
        Ok(handbook::vote::ballot(&self.book.on(on)?, &input)?)
    }

    /// Who is elected on a ballot (bầu cử): ORG-34, ORG-21, ORG-35 and ORG-36; 294-QĐ/TW §11.4 and
    /// §23.3, 244-QĐ/TW, 190-QĐ/TW Art. 3.
    ///
    /// Votes are measured against all who were summoned, and not against the ballots cast. Of those
    /// with more than half, the ones with the most votes are elected; alternates are the next of
    /// them. The first grounds are one for each candidate, in the order of the question.
    ///
    /// Between alternates with equal votes the higher Party age decides, where the days are given for
    /// all of them and differ. No text was read on equal votes for anything else: whoever is tied at
    /// the line is named, and people settle it. That more than half is needed for others than
    /// delegates is inferred from the rule on delegates.
    ///
    /// A list too long, and a ballot that had to be secret, change nobody's election: both are said
    /// beside it. After three failed ballots for a secretary the superior appoints one; the clause
    /// stands among those on cells.
    pub fn election(
        &self,
        on: CalendarDate,
        input: ElectionInput,
    ) -> Result<ElectionVerdict, HandbookError> {
        Ok(handbook::vote::election(&self.book.on(on)?, &input)?)
    }

    /// Attendance (tỷ lệ đảng viên dự sinh hoạt), as sums of counts: MTG-08, 42-HD/BTCTW; before 28
    /// October 2025 MTG-09, 12-HD/BTCTW of 2018, whose share must be exceeded and not only reached.
    ///
    /// Present in person and online count alike. Who is expected is a named policy: the one in force,
    /// or the one chosen in the question; it stands in the answer's policies. The ground compares
    /// the sum; each organization is held against the same aim.
    pub fn attendance(
        &self,
        on: CalendarDate,
        input: AttendanceInput,
    ) -> Result<AttendanceSummaryVerdict, HandbookError> {
        Ok(handbook::meeting::attendance(&self.book.on(on)?, &input)?)
    }

    /// The roll of one meeting with its movements (điểm danh): MTG-11, MTG-13, MTG-15, VOTE-01,
    /// VOTE-05, VOTE-06, MEM-43.
    ///
    /// The same events in any order give the same answer. Whoever is there at a moment is there until
    /// the minute of leaving, and at the end if nobody saw the member leave. How long one must have
    /// been there to count as present is a named policy. One who is exempted or temporarily elsewhere
    /// and comes counts as present, and in the base while there; one who is suspended counts in
    /// neither; an excuse changes no base. One whom nobody has marked has no state. Members from
    /// elsewhere stand apart from the counts.
    ///
    /// The quorum is measured at every moment: those with the right to vote who are there, of the
    /// base. Its share is local custom: no central clause was found.
    pub fn roll_call(
        &self,
        on: CalendarDate,
        input: RollCallInput,
    ) -> Result<RollCallVerdict, HandbookError> {
        Ok(handbook::meeting::roll_call(&self.book.on(on)?, &input)?)
    }

    /// How often in a row a member was excused (vắng có lý do liên tiếp): MTG-09, section 5.1;
    /// 12-HD/BTCTW of 2018, 42-HD/BTCTW.
    ///
    /// A meeting attended and one missed without a reason end a row. What a meeting does at which the
    /// member was not expected (exempted, suspended, temporarily elsewhere) no source says: it is a
    /// named policy.
    pub fn excused_streak(
        &self,
        on: CalendarDate,
        input: ExcusedStreakInput,
    ) -> Result<ExcusedStreakVerdict, HandbookError> {
        Ok(handbook::meeting::excused_streak(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The months that a member missed without a reason (bỏ sinh hoạt không có lý do), and whether
    /// they let the procedure of deletion start: MTG-12, MEM-63; 294-QĐ/TW §8.1.
    ///
    /// A month is missed in which the member was absent from a meeting without a reason and came to
    /// none. The text says three months in the year: they need not follow each other.
    pub fn absent_months(
        &self,
        on: CalendarDate,
        input: AbsentMonthsInput,
    ) -> Result<AbsentMonthsVerdict, HandbookError> {
        Ok(handbook::meeting::absent_months(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How long a meeting of a cell must last (thời gian sinh hoạt chi bộ): MTG-07, 42-HD/BTCTW.
    ///
    /// At least 90 minutes; 120 in some meetings. Sources conflict on which: those combined with a
    /// thematic part, or those of cells with 30 members and more. The reading is a named policy, and
    /// the answer says what the other one would ask for.
    pub fn meeting_duration(
        &self,
        on: CalendarDate,
        input: MeetingDurationInput,
    ) -> Result<MeetingDurationVerdict, HandbookError> {
        Ok(handbook::meeting::meeting_duration(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The score of a cell meeting (chấm điểm chất lượng buổi sinh hoạt chi bộ): section 5.1, MTG-09;
    /// 42-HD/BTCTW.
    ///
    /// A hundred points in seven groups. Time, attendance, speakers and the tasks of the resolution
    /// before are computed; the meeting gives the other marks itself. Parts, their most, the bands and
    /// the borders of the classes are data that a body may lay its own over. As the form leaves gaps,
    /// the book reads it so: a meeting short by more than 30 minutes has 2 points if it lasted half of
    /// what it had to and 1 if less; a share that two bands name belongs to the higher one; any
    /// absence without a reason leaves 1 point for attendance, to which the one for nobody excused
    /// more than three times in a row is still added. What a meeting without a resolution before is
    /// worth is a named policy.
    pub fn meeting_score(
        &self,
        on: CalendarDate,
        input: MeetingScoreInput,
    ) -> Result<MeetingScoreVerdict, HandbookError> {
        Ok(handbook::meeting::meeting_score(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The course of a cell's meeting, in order (trình tự buổi sinh hoạt): MTG-13, the forms of
    /// 42-HD/BTCTW.
    ///
    /// Who does each step the source says of few: the others are a convention of the book, and a body
    /// may lay its own list over it. The steps of a thematic meeting were not read.
    /// `meeting_step_name` and
    /// `meeting_role_name` have the words.
    pub fn meeting_form(
        &self,
        on: CalendarDate,
        input: MeetingFormInput,
    ) -> Result<MeetingFormVerdict, HandbookError> {
        Ok(handbook::meeting::meeting_form(&self.book.on(on)?, &input)?)
    }

    /// How a document is numbered and dated (số, ký hiệu và ngày tháng văn bản): MTG-14,
    /// 36-HD/VPTW of 2018.
    ///
    /// Numbers run on per kind of document and per term, from 1. Numbers below 10 take a leading zero,
    /// so do days below 10 and January and February.
    pub fn document_number(
        &self,
        on: CalendarDate,
        input: DocumentNumberInput,
    ) -> Result<DocumentNumberVerdict, HandbookError> {
        Ok(handbook::meeting::document_number(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// A body's calendar of meetings (lịch sinh hoạt) by its own pattern, and what the rules of the
    /// day asked ask of it: MTG-01 (Charter Art. 24; 294-QĐ/TW §20.3.2–20.3.3) for cells, their
    /// committees, Party groups and departmental committees; MTG-02 and MTG-03 (§21) for a whole
    /// grassroots committee; MTG-04 (§10.6.2d) for committees with delegated powers; MTG-06
    /// (12-HD/BTCTW of 2018, 42-HD/BTCTW) for thematic meetings of a cell.
    ///
    /// The day is local custom and stands in the question (MTG-05). A day that is a named holiday goes
    /// by the rule for holidays; the day found, if it is of a weekend, by the rule for weekends; a day
    /// that the secretary sets goes by neither. A meeting counts in the month in which it is held, so
    /// one moved out of its month leaves that month without. A thematic part combined with a monthly
    /// meeting counts for both; a thematic meeting of its own does not replace the monthly one. Only
    /// periods that lie wholly between `from` and `to` are judged; that "every three months" means
    /// each quarter of the year is a convention of this library.
    pub fn meeting_calendar(
        &self,
        on: CalendarDate,
        input: MeetingCalendarInput,
    ) -> Result<MeetingCalendarVerdict, HandbookError> {
        Ok(handbook::meeting::meeting_calendar(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// What is due around a meeting, and until when: MTG-08, 42-HD/BTCTW.
    ///
    /// The documents are on the handbook at least one day before, the result within two days after.
    /// The source says "days": whether they are days of the calendar or working days is a named
    /// policy, open to a body. No text with a number for the notice was read (MTG-13): it stands in
    /// the answer only where a body set one in an overlay.
    pub fn meeting_deadlines(
        &self,
        on: CalendarDate,
        input: MeetingDeadlinesInput,
    ) -> Result<MeetingDeadlinesVerdict, HandbookError> {
        Ok(handbook::meeting::meeting_deadlines(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether a meeting may be held online (sinh hoạt trực tuyến): MTG-10, the pilot of 03-HD/TW of
    /// 2022.
    ///
    /// More than half of the members, without exempted and suspended ones, cannot gather at one place
    /// because of the special nature of their work or a special situation. The limits on secret
    /// content were not read and are not judged.
    pub fn online_meeting(
        &self,
        on: CalendarDate,
        input: OnlineMeetingInput,
    ) -> Result<OnlineMeetingVerdict, HandbookError> {
        Ok(handbook::meeting::online_meeting(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How far a plan is fulfilled (tỷ lệ thực hiện kế hoạch), exact and as shown. No rule is asked.
    pub fn plan_fulfilment(
        &self,
        on: CalendarDate,
        input: PlanFulfilmentInput,
    ) -> Result<PlanFulfilmentVerdict, HandbookError> {
        Ok(handbook::work::plan_fulfilment(&self.book.on(on)?, &input)?)
    }

    /// Which whole plans a published percentage fits: 260 admitted, "107.4 %" leaves 242 alone. All
    /// plans between the two fit as well.
    pub fn plans_shown_as(
        &self,
        on: CalendarDate,
        input: PlansShownAsInput,
    ) -> Result<PlansShownAsVerdict, HandbookError> {
        Ok(handbook::work::plans_shown_as(&self.book.on(on)?, &input)?)
    }

    /// The sums of a portfolio (tổng hợp đấu thầu): how many projects, how much, how much saved, how
    /// many with quality, how many early. No rule is asked; the order does not matter.
    pub fn portfolio(
        &self,
        on: CalendarDate,
        input: PortfolioInput,
    ) -> Result<PortfolioVerdict, HandbookError> {
        Ok(handbook::work::portfolio(&self.book.on(on)?, &input)?)
    }

    /// The sums of a portfolio by year or by owner, with the shares saved and done with quality. No
    /// rule is asked; the order does not matter.
    pub fn portfolio_rows(
        &self,
        on: CalendarDate,
        input: PortfolioRowsInput,
    ) -> Result<PortfolioRowsVerdict, HandbookError> {
        Ok(handbook::work::portfolio_rows(&self.book.on(on)?, &input)?)
    }

    /// Where a task stands (tiến độ nhiệm vụ), and whether it was completed well: MEM-71, 06-HD/TW
    /// §2.2.
    ///
    /// "Completed well" is quality and effect, and in time: in the term that was in force at the end,
    /// so that an extension counts. Days are calendar days or, asked so, working days; a task that was
    /// due on a Friday is late on Saturday, by no working day.
    pub fn task_state(
        &self,
        on: CalendarDate,
        input: TaskStateInput,
    ) -> Result<TaskStandingVerdict, HandbookError> {
        Ok(handbook::work::task_state(&self.book.on(on)?, &input)?)
    }

    /// Tasks counted by their state (tổng hợp nhiệm vụ), in all and by holder: MEM-70, MEM-71.
    ///
    /// Of the tasks of one resolution, the degree of completion is `counts.done` of `counts.total`:
    /// every task that was done by the day asked, in time or late and however well, of every task that
    /// the resolution gave. The counts of a member's year are what
    /// `level` reads. Shares are sums of counts; a task with several
    /// holders counts once in all and once for each of them.
    pub fn task_summary(
        &self,
        on: CalendarDate,
        input: TaskSummaryInput,
    ) -> Result<TaskSummaryVerdict, HandbookError> {
        Ok(handbook::work::task_summary(&self.book.on(on)?, &input)?)
    }

    /// A yearly target on a day (tiến độ thực hiện chỉ tiêu): the result so far, the trend, a forecast
    /// by a named basis, and the pace still needed. No rule is asked.
    pub fn target_progress(
        &self,
        on: CalendarDate,
        input: TargetProgressInput,
    ) -> Result<TargetProgressVerdict, HandbookError> {
        Ok(handbook::work::target_progress(&self.book.on(on)?, &input)?)
    }

    /// Until when a member's question or criticism is answered (trả lời chất vấn, phê bình): MEM-77,
    /// 294-QĐ/TW §2.1.
    ///
    /// 30 working days for a grassroots organization or a member, 60 above grassroots and in the
    /// province, 90 at the centre; whoever takes longer says why. The day of receipt does not count.
    pub fn answer_due(
        &self,
        on: CalendarDate,
        input: AnswerDueInput,
    ) -> Result<AnswerDueVerdict, HandbookError> {
        Ok(handbook::oversight::answer_due(&self.book.on(on)?, &input)?)
    }

    /// Until when members are informed again (thông tin cho đảng viên): MEM-77, 294-QĐ/TW §2.3.
    ///
    /// Monthly is taken as a month from the last time, on the same day or on the month's last.
    pub fn information_due(
        &self,
        on: CalendarDate,
        input: InformationDueInput,
    ) -> Result<InformationDueVerdict, HandbookError> {
        Ok(handbook::oversight::information_due(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether a complaint about discipline is taken up (khiếu nại kỷ luật): INS-05.
    ///
    /// It is made within 30 days by the one concerned, to a body from the inspection committee of a
    /// grassroots organization up, not beyond the level whose turn it is; the measure is obeyed
    /// meanwhile. The last level is the Central Inspection Commission for a reprimand, a warning or a
    /// dismissal, the Secretariat for an expulsion, the Central Committee for what the centre decided.
    ///
    /// That the 30 days are calendar days and run from the day on which the one concerned got the
    /// decision is a convention of this library: the number alone is known.
    pub fn complaint_on_discipline(
        &self,
        on: CalendarDate,
        input: ComplaintOnDisciplineInput,
    ) -> Result<ComplaintOnDisciplineVerdict, HandbookError> {
        Ok(handbook::oversight::complaint_on_discipline(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Until when a denunciation is settled (thời hạn giải quyết tố cáo): INS-03, INS-04.
    ///
    /// At the centre at most 180 days from the decision that forms the team, and at most 60 more,
    /// once; calendar days, the day of the decision not counted. The deadlines of other levels were
    /// not found: asking gives `ruleNotInForce` with `notRead`, until a body lays its own over the
    /// book. An extension beyond the rule gives only what the rule allows.
    pub fn denunciation_deadline(
        &self,
        on: CalendarDate,
        input: DenunciationDeadlineInput,
    ) -> Result<DenunciationDeadlineVerdict, HandbookError> {
        Ok(handbook::oversight::denunciation_deadline(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether a denunciation is handled as one (tố cáo phải giải quyết): INS-06, INS-07; the stages
    /// are those of INS-03.
    ///
    /// What an organization and a member can be denounced for is known from third-party data alone;
    /// that an anonymous denunciation is in general not handled as one, from a title.
    pub fn denunciation_handled(
        &self,
        on: CalendarDate,
        input: DenunciationHandledInput,
    ) -> Result<DenunciationHandledVerdict, HandbookError> {
        Ok(handbook::oversight::denunciation_handled(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How a matter of an organization stands (giải quyết kiến nghị, vướng mắc): received, assigned, a
    /// solution proposed, coordinated with other bodies where that is needed, and resolved, or passed
    /// on where it lies beyond the level of the body.
    ///
    /// The last day is the one that was set last; where none was set and a level is named, that of
    /// MEM-77, from the receipt. No rule knows another deadline.
    pub fn matter_progress(
        &self,
        on: CalendarDate,
        input: MatterProgressInput,
    ) -> Result<MatterProgressVerdict, HandbookError> {
        Ok(handbook::oversight::matter_progress(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How a body supervises (hình thức giám sát): INS-01, 08-HD/TW.
    ///
    /// Supervision is regular and by themes. A cell supervises mostly regularly, and by themes as well
    /// where it has a committee or more than 30 members.
    pub fn supervision_modes(
        &self,
        on: CalendarDate,
        input: SupervisionModesInput,
    ) -> Result<SupervisionModesVerdict, HandbookError> {
        Ok(handbook::oversight::supervision_modes(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The steps of an inspection in a cell (quy trình kiểm tra của chi bộ), and how far it has come:
    /// INS-02, INS-08.
    ///
    /// Known is the procedure of one province for cells without a committee, seen on a secondary page;
    /// 89-QĐ/TW governs the procedures of provinces and below. A body lays its own steps over the book.
    /// For cells with a committee none was found.
    pub fn inspection_steps(
        &self,
        on: CalendarDate,
        input: InspectionStepsInput,
    ) -> Result<InspectionStepsVerdict, HandbookError> {
        Ok(handbook::oversight::inspection_steps(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether the inspection committee of a level controls assets and income (kiểm soát tài sản, thu
    /// nhập): INS-09. Those above grassroots and higher do; known from third-party data alone.
    pub fn asset_control(
        &self,
        on: CalendarDate,
        input: AssetControlInput,
    ) -> Result<AssetControlVerdict, HandbookError> {
        Ok(handbook::oversight::asset_control(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Age at admission (tuổi đời khi xem xét kết nạp), in years and months, and whether it allows
    /// admission: MEM-01, 294-QĐ/TW §1.1, 06-HD/TW §1.1.
    ///
    /// The limits are compared in months, both included: at 60 years and 0 months a person is within
    /// them, at 60 years and 1 month only with special consent. How a month is counted is a policy:
    /// by year and month alone, or as full months by the day.
    pub fn admission_age(
        &self,
        on: CalendarDate,
        input: AdmissionAgeInput,
    ) -> Result<AdmissionAgeVerdict, HandbookError> {
        Ok(handbook::member::admission_age(&self.book.on(on)?, &input)?)
    }

    /// Until when the ceremony of admission (lễ kết nạp) is due: MEM-07, 294-QĐ/TW §4.1,
    /// 06-HD/TW §3.8.
    ///
    /// The deadline runs in working days, the day after its start being the first. Whether it starts
    /// with the receipt or the issue of the decision is a policy of the rule book.
    pub fn ceremony_due(
        &self,
        on: CalendarDate,
        input: CeremonyDueInput,
    ) -> Result<CeremonyDueVerdict, HandbookError> {
        Ok(handbook::member::ceremony_due(&self.book.on(on)?, &input)?)
    }

    /// As of when a probationary member is recognized as full (công nhận đảng viên chính thức):
    /// MEM-20 to MEM-22, Charter Art. 5, 294-QĐ/TW §4.2.
    ///
    /// Probation lasts twelve months from the day of the ceremony and is over on the same day of the
    /// next year; admitted on 29 February, on 28 February. A cell that met before that day was too
    /// early, which the first ground says; then `late` is false.
    pub fn recognition_due(
        &self,
        on: CalendarDate,
        input: RecognitionDueInput,
    ) -> Result<RecognitionDueVerdict, HandbookError> {
        Ok(handbook::member::recognition_due(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Party age (tuổi đảng) of a full member in years, months and days, and the next badge: MEM-30,
    /// MEM-31, 294-QĐ/TW §4.5; BDG-01, BDG-02.
    ///
    /// It counts from the day the decision on admission was signed, not from the ceremony, without
    /// the gaps. Convention: a gap is measured in calendar months and the days left over, gaps that
    /// touch are one gap, and the sum of all moves the first day of counting. A person outside the
    /// Party from 1/4/2020 to 1/4/2023 thus loses 36 months exactly.
    pub fn party_age(
        &self,
        on: CalendarDate,
        input: PartyAgeInput,
    ) -> Result<PartyAgeVerdict, HandbookError> {
        Ok(handbook::member::party_age(&self.book.on(on)?, &input)?)
    }

    /// Whether and from when a member is entitled to the Party badge (Huy hiệu Đảng) of so many
    /// years: BDG-01 to BDG-04, 294-QĐ/TW §28, 06-HD/TW §18.
    ///
    /// The badge is handed out in the round whose window holds the day on which the years are reached.
    /// A gravely ill member may have it up to 12 months early (24 for 70 years and more). Of one who
    /// died, the day of death counts: the years were reached, or were at most 12 months away. A
    /// member under discipline waits, counted in calendar months from the measure: warned on
    /// 10/1/2025, until 10/10/2025; that the member has corrected and the cell confirms it is for
    /// people to say.
    pub fn badge(
        &self,
        on: CalendarDate,
        input: BadgeInput,
    ) -> Result<BadgeVerdict, HandbookError> {
        Ok(handbook::member::badge(&self.book.on(on)?, &input)?)
    }

    /// The money that goes with a badge (tặng thưởng kèm theo Huy hiệu Đảng): BDG-07, 56-HD/VPTW, a
    /// multiple of the base salary. A fraction of a đồng is rounded down.
    pub fn badge_prize(
        &self,
        on: CalendarDate,
        input: BadgePrizeInput,
    ) -> Result<BadgePrizeVerdict, HandbookError> {
        Ok(handbook::member::badge_prize(&self.book.on(on)?, &input)?)
    }

    /// Whether unpaid dues let the procedure of deletion (xóa tên đảng viên) start: MEM-63,
    /// 294-QĐ/TW §8.1.
    ///
    /// The text says three months in the year: they need not follow each other.
    pub fn deletion_ground(
        &self,
        on: CalendarDate,
        input: DeletionGroundInput,
    ) -> Result<DeletionGroundVerdict, HandbookError> {
        Ok(handbook::member::deletion_ground(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether the letter and file of an official transfer (chuyển sinh hoạt đảng chính thức) are
    /// overdue: MEM-40, 294-QĐ/TW §6.3.1, and MEM-42, 38-HD/BTCTW II.4.3.1.
    ///
    /// The letter is presented within working days of its date, the day after being the first. More
    /// than three calendar months without the file and without good reason lead to deletion: for a
    /// letter of 2 June, from 3 September.
    pub fn transfer_overdue(
        &self,
        on: CalendarDate,
        input: TransferOverdueInput,
    ) -> Result<TransferOverdueVerdict, HandbookError> {
        Ok(handbook::member::transfer_overdue(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether and from when a person may be admitted again (kết nạp lại): MEM-12, 294-QĐ/TW §3.5.
    ///
    /// Once only, at least 36 months after leaving; after a minor crime also at least 60 months after
    /// its record was expunged; for some reasons never. That the standing committee of a central-run
    /// committee agrees in writing is for people to say.
    pub fn readmission(
        &self,
        on: CalendarDate,
        input: ReadmissionInput,
    ) -> Result<ReadmissionVerdict, HandbookError> {
        Ok(handbook::member::readmission(&self.book.on(on)?, &input)?)
    }

    /// What a member pays a month (mức đóng đảng phí): sections 8.1 and 8.2 of the catalogue;
    /// 01-QĐ/TW from 1/2/2026, before it 342-QĐ/TW.
    ///
    /// The sum is rounded once, after a reduction; how is a policy of the rule book, since no text on
    /// it was read. Where the book knows no Party age without dues (342-QĐ/TW), none is applied. An
    /// amount paid of one's own will above this is not a matter of the rule.
    pub fn monthly_dues(
        &self,
        on: CalendarDate,
        input: MonthlyDuesInput,
    ) -> Result<MonthlyDuesVerdict, HandbookError> {
        Ok(handbook::dues::monthly_dues(&self.book.on(on)?, &input)?)
    }

    /// What a cell under a grassroots committee keeps of its dues (đảng phí được trích để lại):
    /// section 8.3 of the catalogue; 342-QĐ/TW, 01-QĐ/TW.
    ///
    /// A fraction of a đồng goes to the superior.
    pub fn kept_by_cell(
        &self,
        on: CalendarDate,
        input: KeptByCellInput,
    ) -> Result<KeptByCellVerdict, HandbookError> {
        Ok(handbook::dues::kept_by_cell(&self.book.on(on)?, &input)?)
    }

    /// Whether an organization or a member is rated this year (thuộc diện đánh giá, xếp loại):
    /// EVL-10, 294-QĐ/TW §7.2.3. Exempted and suspended members are not, nor are those admitted less
    /// than six months before.
    ///
    /// The months since admission are full months by the day: admitted on 30 June, a member has six
    /// months on 30 December.
    pub fn ratable(
        &self,
        on: CalendarDate,
        input: RatableInput,
    ) -> Result<RatableVerdict, HandbookError> {
        Ok(handbook::evaluation::ratable(&self.book.on(on)?, &input)?)
    }

    /// Who is rated in a year, in which order, and where (đối tượng, thứ tự đánh giá, xếp loại):
    /// EVL-10, EVL-11.
    ///
    /// Lower collectives come before those above them, collectives before individuals; a civil servant
    /// waits for the State's rating, one who is absent for the return, a holder of several posts is
    /// reviewed in each place and gets one class from the body named. New, exempted and suspended
    /// members are not rated; each of them carries its grounds. Within a round the order is by
    /// identifier, those who wait come last, by the day for which they wait.
    ///
    /// No text says where a member who moved in the year is rated, nor who answers for an organization
    /// that was merged or dissolved: both are policies (`movedMemberRatedIn`,
    /// `endedOrganizationRated`), of which the question may choose the other reading.
    pub fn rating_plan(
        &self,
        on: CalendarDate,
        input: RatingPlanInput,
    ) -> Result<RatingPlanVerdict, HandbookError> {
        Ok(handbook::evaluation::rating_plan(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How far a rating has come (quy trình đánh giá, xếp loại): EVL-05, EVL-06, EVL-12 to EVL-14,
    /// EVL-17; 124-QĐ/TW Art. 12.
    ///
    /// The steps of a member are those pieced together from several guides; of collectives and
    /// officials only self-rating, proposal and decision were read, and other steps are shown where
    /// they were taken. A body lays its own steps over the book (`evaluationSteps`,
    /// `evaluationStepsMember`), and with them the days for each (`evaluationStepDays`) and the share
    /// of votes that carries (`evaluationVoteShare`): none was read, so without an overlay a vote is
    /// shown and no threshold claimed. Who takes a step is read for the opinion of the place of
    /// residence, the comments and the decision, and is this library's reading for the others.
    ///
    /// A cancelled level is none. After a new decision notice, dossier and archive are due again.
    /// Events that cannot be, such as a complaint before the notice, are findings without effect.
    pub fn evaluation_procedure(
        &self,
        on: CalendarDate,
        input: EvaluationProcedureInput,
    ) -> Result<EvaluationProcedureVerdict, HandbookError> {
        Ok(handbook::evaluation::evaluation_procedure(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The yearly level of an organization or a member (mức xếp loại) by the subject's own facts,
    /// before the cap on excellent.
    ///
    /// Under the scheme of grades (124-QĐ/TW, section 6.3 of the catalogue) the lowest criterion and
    /// the results decide. Under the scheme of score and tasks (366-QĐ/TW, section 6.2) both decide
    /// and the lower of the two counts: a score of 95 with a task undone is not excellent. Then come
    /// the targets of leaders and members, and discipline in the year (EVL-01, EVL-02), which only
    /// lower.
    pub fn level(
        &self,
        on: CalendarDate,
        input: LevelFacts,
    ) -> Result<LevelValueVerdict, HandbookError> {
        Ok(handbook::evaluation::level(&self.book.on(on)?, &input)?)
    }

    /// The level by a sheet (chấm điểm và xếp loại theo phiếu): the score of the criteria, the level
    /// by score, the level by conditions, the lower of both, and what lowers it. EVL-01 to EVL-03,
    /// sections 6.2 and 6.3.
    ///
    /// The sheet is the one in force for the subject, the one of a historic regime, or one that the
    /// question brings, which is checked like one of a rule book. Of a historic regime only what makes
    /// a subject not completed is known: otherwise the level is absent, with the reason.
    pub fn sheet_level(
        &self,
        on: CalendarDate,
        input: SheetLevelInput,
    ) -> Result<SheetLevelValueVerdict, HandbookError> {
        Ok(handbook::evaluation::sheet_level(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Why a subject has its level (giải trình mức xếp loại): the whole chain from the marks over the
    /// score, its borders, the conditions and what lowers a level to the cap, as steps to draw and as
    /// sentences, with the least single changes that would give a higher or a lower level. Sections
    /// 6.2 to 6.5.
    ///
    /// Each change was judged again: applied, it gives the level it names; by one less, it does not
    /// change the level. Where the way to a higher level leads over facts that are missing, the change
    /// names those that must be known besides and how they must compare: whatever else they are, the
    /// level is then at least the one named. Alone they never raise, as the level was judged without
    /// them. Changes of the subject's own facts leave the cap aside.
    pub fn explain_level(
        &self,
        on: CalendarDate,
        input: ExplainLevelInput,
    ) -> Result<LevelExplanationVerdict, HandbookError> {
        Ok(handbook::evaluation::explain_level(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// How many of a group may be excellent (tỷ lệ hoàn thành xuất sắc nhiệm vụ): section 6.4 of the
    /// catalogue; 124-QĐ/TW and 366-QĐ/TW Art. 12.
    ///
    /// Sources differ on what the share is of, within which group it holds and how it becomes a whole
    /// number: all three are policies of the rule book and shown in the answer. The counts must be
    /// those of one group of the kind that the policy names. The question may choose its own reading,
    /// share, rounding and kind of group, to see how much depends on them; each shows as chosen by
    /// the question.
    pub fn excellent_cap(
        &self,
        on: CalendarDate,
        input: ExcellentCapInput,
    ) -> Result<ExcellentCapVerdict, HandbookError> {
        Ok(handbook::evaluation::excellent_cap(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Who of a group stays excellent under the cap: the candidates with the most marks, as many as
    /// `excellent_cap` allows.
    ///
    /// A tie at the line is not broken: those tied are named in `voteNeeded` with the number of
    /// `seats` left, and the competent body votes. What it chose is given as `chosen`: then the lists
    /// are final.
    pub fn apply_cap(
        &self,
        on: CalendarDate,
        input: ApplyCapInput,
    ) -> Result<CapOutcomeVerdict, HandbookError> {
        Ok(handbook::evaluation::apply_cap(&self.book.on(on)?, &input)?)
    }

    /// Who of a group would stay excellent if some stood otherwise, or if the cap were read otherwise:
    /// "if these two were good instead" (section 6.4).
    ///
    /// The changes come before the cap: each names one of the group and says the own level and the
    /// marks that would be. The two grounds measure the group as it is, then as it would be.
    pub fn cap_what_if(
        &self,
        on: CalendarDate,
        input: CapWhatIfInput,
    ) -> Result<CapWhatIfVerdict, HandbookError> {
        Ok(handbook::evaluation::cap_what_if(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Who of a group stays excellent under each of the four readings of the cap, and who changes
    /// level against the reading asked for, or else the one in force (section 6.4, `capReading`).
    pub fn cap_readings(
        &self,
        on: CalendarDate,
        input: CapReadingsInput,
    ) -> Result<CapReadingsVerdict, HandbookError> {
        Ok(handbook::evaluation::cap_readings(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The smallest change that makes a proposed list of excellent legal under the cap (section 6.4):
    /// who must step down, or how many more must be rated good.
    ///
    /// Those eligible who are not on the list count as demoted to good, and so does whoever steps
    /// down: under the reading "counted before demotion" that does not raise the number of those good.
    /// By marks, the lowest step down first; a tie is not broken. Where one on the list has no marks,
    /// all count as tied. Stepping down alone never costs more than the two together.
    pub fn cheapest_legal_change(
        &self,
        on: CalendarDate,
        input: CheapestLegalChangeInput,
    ) -> Result<CheapestLegalChangeVerdict, HandbookError> {
        Ok(handbook::evaluation::cheapest_legal_change(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Judges a whole group: everyone's own level (sections 6.2, 6.3, EVL-01, EVL-02), then the cap on
    /// excellent within the group (section 6.4). The grounds are the cap's; each subject's own come
    /// from `level`).
    ///
    /// Where one who is eligible for excellent has no marks, nobody can be ranked: all eligible count
    /// as tied, and people vote.
    pub fn group_levels(
        &self,
        on: CalendarDate,
        input: GroupLevelsInput,
    ) -> Result<GroupLevelsVerdict, HandbookError> {
        Ok(handbook::evaluation::group_levels(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Levels by unit (tổng hợp kết quả xếp loại): every group under its cap, and the sums for the
    /// commune, the district, the province and whatever else stands above (section 6.4).
    ///
    /// A tie at a group's line is not broken: those tied are in `voteNeeded` with the `seats` left,
    /// and are good or excellent when people have voted. Each group has one ground, in the order of
    /// their identifiers' bytes. Rust programs with very many groups, or parts of them in many places,
    /// use `PartialRollUp`, on which this rests.
    pub fn roll_up(
        &self,
        on: CalendarDate,
        input: RollUpInput,
    ) -> Result<RollUpVerdict, HandbookError> {
        Ok(handbook::evaluation::roll_up(&self.book.on(on)?, &input)?)
    }

    /// How self-scores, the votes of the cells and the final levels differ (đối chiếu kết quả tự
    /// đánh giá với kết quả xếp loại): section 6.6 of the catalogue.
    ///
    /// Every number is exact: marks are hundredths of a point, means are sums by counts. A row may
    /// lack any stage; it is left out of what it lacks. No level is concluded from marks.
    ///
    /// No text says when a rating stands out. The rule is a named policy of the book, and the question
    /// may choose its own:
    ///
    /// - `medianDeviation`: further from the median than `multiple` times the median absolute
    ///   deviation;
    /// - `quartileFences`: beyond a quartile by more than `multiple` halves of the distance between
    ///   the quartiles. A quartile is the median of the lower or upper half, and the value in the
    ///   middle belongs to neither.
    ///
    /// In both, what is within `leastMarks` of the median is no outlier. A group is compared with the
    /// other groups by the medians of its own marks, of the marks decided and of the differences; a
    /// row's difference with those of all rows. Groups with fewer values than `leastSize` are compared
    /// with nobody, and nothing is called an outlier where fewer than `leastSize` values can be
    /// compared.
    pub fn calibration(
        &self,
        on: CalendarDate,
        input: CalibrationInput,
    ) -> Result<CalibrationVerdict, HandbookError> {
        Ok(handbook::evaluation::calibration(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Which ratings of a year are due (đánh giá, xếp loại theo quý, năm, nhiệm kỳ, khi có yêu cầu):
    /// EVL-15; 366-QĐ/TW.
    ///
    /// The first three quarters are rated, and the fourth goes into the year. The rules of a period
    /// are those of its last day. Until when a rating has to be given no text says: it is due as soon
    /// as the period is over. Nor does one say how quarters make up the year: they stand side by side
    /// with what was given, and nothing is computed of them.
    pub fn quarterly_rating(
        &self,
        on: CalendarDate,
        input: QuarterlyRatingInput,
    ) -> Result<QuarterlyRatingVerdict, HandbookError> {
        Ok(handbook::evaluation::quarterly_rating(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// The task-based score of a civil servant (điểm kết quả thực hiện nhiệm vụ theo sản phẩm, công
    /// việc): EVL-16; Decree 335/2025/NĐ-CP.
    ///
    /// Each failure of quality and each delay takes a quarter of the item's marks, unless the reason
    /// was objective. The three parts stand side by side: the counts for quantity, what is left of the
    /// marks for quality and for progress, and what both together leave. How the text makes one score
    /// of the three was not read, so none is made. That an item falls to nothing and no further is a
    /// convention of the book: no source was read that says so.
    pub fn task_score(
        &self,
        on: CalendarDate,
        input: TaskScoreInput,
    ) -> Result<TaskScoreVerdict, HandbookError> {
        Ok(handbook::evaluation::task_score(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether removal from the Party or the post is considered after years in a row not completed
    /// (hai năm liên tiếp không hoàn thành nhiệm vụ): EVL-05; 132-QĐ/TW, 124-QĐ/TW.
    ///
    /// The levels have the same four names under every regulation since 2018, so a row may run over a
    /// change of regulation; each year says which one it had. Only the row at the latest year named is
    /// considered. What a year without a level does to a row no text says: it is a named policy. A
    /// year that is not known ends a row; where it may have been one of it, the answer is unclear.
    ///
    /// It is considered, not decided: that is for people.
    pub fn consecutive_levels(
        &self,
        on: CalendarDate,
        input: ConsecutiveLevelsInput,
    ) -> Result<ConsecutiveLevelsVerdict, HandbookError> {
        Ok(handbook::evaluation::consecutive_levels(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// A table of counts without its small counts (bảng số liệu công bố, đã ẩn số đếm nhỏ): DAT-03 of
    /// the catalogue, such as levels by commune.
    ///
    /// Counts from 1 to below `least` are suppressed, totals too. Then more are suppressed, until no
    /// suppressed count follows from what is shown, from the sums and from what a suppressed count can
    /// be: not below 0, or not below 1 where a zero is always shown. So every row and every column has
    /// no suppressed count or at least two. For each small count in turn, by row and then by column,
    /// the cheapest choice is taken: with the fewest totals, then with the smallest sum of counts.
    /// It protects; that no other choice would suppress fewer counts is not said. Nor is it a defence
    /// against someone who knows some of the suppressed counts.
    ///
    /// How small is small and what becomes of zeros no text says: both are named policies.
    pub fn suppressed_table(
        &self,
        on: CalendarDate,
        input: SuppressedTableInput,
    ) -> Result<SuppressedTableVerdict, HandbookError> {
        Ok(handbook::access::suppressed_table(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Searches documents that are given with the question; a host that asks more than once keeps a
    /// `DocumentIndex`. No rule of the book is used.
    pub fn document_search(
        &self,
        on: CalendarDate,
        input: DocumentSearchInput,
    ) -> Result<DocumentHitsVerdict, HandbookError> {
        Ok(handbook::document::document_search(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Whether one of several documents is in force on a day, and what replaced it. No rule of the
    /// book is used.
    pub fn document_status(
        &self,
        on: CalendarDate,
        input: DocumentStatusInput,
    ) -> Result<DocumentStatusVerdict, HandbookError> {
        Ok(handbook::document::document_status(
            &self.book.on(on)?,
            &input,
        )?)
    }
}
