//! Words and sentences for people, in Vietnamese and in English.

use handbook::access::Sight;
use handbook::document::DocumentKind;
use handbook::evaluation::{
    CalibrationMeasure, DecidedLevelState, EvaluatedKind, EvaluationFindingCode,
    EvaluationStepState, LineVoteState, NotRatedReason, OutlierSide, PeriodState, RatingWait,
};
use handbook::exchange::{CalendarFeed, TableProblem};
use handbook::handbook::{
    CalibrationStage, Closing, ContributionKind, Duty, Finding, HelpReason, InspectionFinding,
    InspectionState, InspectionWork, MatterKind, MatterState, MeetingItem, MeetingKind,
    MeetingStage, MonthlyState, RemedyAct, TaskStage, Unclear, WorkStep,
};
use handbook::meeting::{MeetingBody, MeetingDuty, MeetingPhase, MeetingRequired, MovedBy};
use handbook::organization::ExtraordinaryNeed;
use handbook::oversight::{ComplaintObstacle, MatterStep};
use handbook::rulebook::policy::{
    AbsenceCause, CapTie, CellInspectionStep, ComplaintBody, CongressStep, DeductionFloor,
    DenunciationContent, DenunciationStage, ElectedPost, EndedOrganizationRated, EvaluationRole,
    EvaluationStep, ExtraordinaryReason, LongMeeting, MeetingClass, MeetingRole, MeetingStep,
    MovedMemberRated, OnlineReason, OutlierRule, OversightLevel, PresenceCounting, RatedPeriod,
    ScoreGroup, ScorePart, StreakCounting, SupervisionMode, UnratedYear, WithoutPrevious,
    ZeroCounts,
};
use handbook::text::{self, Language};
use handbook::vote::BallotResult;
use handbook::work::{TargetCourse, TaskQuality, TaskState};
use handbook::{Grade, Ground, Level, PolicyUsed, Quantity, Sureness};

use crate::failure::HandbookError;
use crate::identifiers::CalendarDate;
use crate::rule_book::RuleBook;

#[uniffi::export]
impl RuleBook {
    /// A ground as a sentence: what was measured, what is required, by which clause.
    pub fn sentence(&self, ground: Ground, language: Language) -> Result<String, HandbookError> {
        Ok(text::sentence(&self.book, &ground, language))
    }

    /// A reading that an answer used, as a sentence.
    pub fn policy_sentence(
        &self,
        policy: PolicyUsed,
        language: Language,
    ) -> Result<String, HandbookError> {
        Ok(text::policy_sentence(&self.book, &policy, language))
    }

    /// A quantity as people read it.
    pub fn shown_quantity(
        &self,
        quantity: Quantity,
        language: Language,
    ) -> Result<String, HandbookError> {
        Ok(text::shown_quantity(&self.book, &quantity, language))
    }
}

/// A problem of a table as a sentence, with file, line and column.
#[uniffi::export]
pub fn table_problem_sentence(
    problem: TableProblem,
    language: Language,
) -> Result<String, HandbookError> {
    Ok(text::problem_sentence(&problem, language))
}

/// A feed of events as iCalendar text (RFC 5545), for calendars that subscribe.
#[uniffi::export]
pub fn icalendar(feed: CalendarFeed) -> Result<String, HandbookError> {
    Ok(handbook::exchange::icalendar(&feed)?)
}

/// The name of a yearly level (mức xếp loại).
#[uniffi::export]
#[must_use]
pub fn level_name(level: Level, language: Language) -> String {
    text::level_name(level, language).to_owned()
}

/// The name of a grade of a criterion.
#[uniffi::export]
#[must_use]
pub fn grade_name(grade: Grade, language: Language) -> String {
    text::grade_name(grade, language).to_owned()
}

/// How sure a source is, in words.
#[uniffi::export]
#[must_use]
pub fn sureness_name(sureness: Sureness, language: Language) -> String {
    text::sureness_name(sureness, language).to_owned()
}

/// The name of a figure of the district's year; absent for an unknown one.
#[uniffi::export]
#[must_use]
pub fn figure_name(id: &str, language: Language) -> Option<String> {
    text::figure_name(id, language).map(str::to_owned)
}

/// What a conformity review finds, in words.
#[uniffi::export]
#[must_use]
pub fn finding_name(word: Finding, language: Language) -> String {
    text::finding_name(word, language).to_owned()
}

/// An act that would mend a finding, in words.
#[uniffi::export]
#[must_use]
pub fn remedy_act_name(word: RemedyAct, language: Language) -> String {
    text::remedy_act_name(word, language).to_owned()
}

/// What an organization has to do, in words.
#[uniffi::export]
#[must_use]
pub fn duty_name(word: Duty, language: Language) -> String {
    text::duty_name(word, language).to_owned()
}

/// How an organization ended, in words.
#[uniffi::export]
#[must_use]
pub fn closing_name(word: Closing, language: Language) -> String {
    text::closing_name(word, language).to_owned()
}

/// Why a figure cannot be restated, in words.
#[uniffi::export]
#[must_use]
pub fn unclear_name(word: Unclear, language: Language) -> String {
    text::unclear_name(word, language).to_owned()
}

/// A step of a congress, in words.
#[uniffi::export]
#[must_use]
pub fn congress_step_name(word: CongressStep, language: Language) -> String {
    text::congress_step_name(word, language).to_owned()
}

/// Why a congress would be held before the term is over, in words.
#[uniffi::export]
#[must_use]
pub fn extraordinary_reason_name(word: ExtraordinaryReason, language: Language) -> String {
    text::extraordinary_reason_name(word, language).to_owned()
}

/// What an extraordinary congress needs, in words.
#[uniffi::export]
#[must_use]
pub fn extraordinary_need_name(word: ExtraordinaryNeed, language: Language) -> String {
    text::extraordinary_need_name(word, language).to_owned()
}

/// A post whose holder is elected and signs, in words.
#[uniffi::export]
#[must_use]
pub fn elected_post_name(word: ElectedPost, language: Language) -> String {
    text::elected_post_name(word, language).to_owned()
}

/// The kind of a document, in words.
#[uniffi::export]
#[must_use]
pub fn document_kind_name(word: DocumentKind, language: Language) -> String {
    text::document_kind_name(word, language).to_owned()
}

/// A body that meets, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_body_name(word: MeetingBody, language: Language) -> String {
    text::meeting_body_name(word, language).to_owned()
}

/// Why a meeting is not on its usual day, in words.
#[uniffi::export]
#[must_use]
pub fn moved_by_name(word: MovedBy, language: Language) -> String {
    text::moved_by_name(word, language).to_owned()
}

/// Which meetings a rule asks for, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_required_name(word: MeetingRequired, language: Language) -> String {
    text::meeting_required_name(word, language).to_owned()
}

/// What is due around a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_duty_name(word: MeetingDuty, language: Language) -> String {
    text::meeting_duty_name(word, language).to_owned()
}

/// Why members cannot gather at one place, in words.
#[uniffi::export]
#[must_use]
pub fn online_reason_name(word: OnlineReason, language: Language) -> String {
    text::online_reason_name(word, language).to_owned()
}

/// Where a task stands, in words.
#[uniffi::export]
#[must_use]
pub fn task_state_name(word: TaskState, language: Language) -> String {
    text::task_state_name(word, language).to_owned()
}

/// Quality and effect of a finished task, in words.
#[uniffi::export]
#[must_use]
pub fn task_quality_name(word: TaskQuality, language: Language) -> String {
    text::task_quality_name(word, language).to_owned()
}

/// Where a target went, in words.
#[uniffi::export]
#[must_use]
pub fn target_course_name(word: TargetCourse, language: Language) -> String {
    text::target_course_name(word, language).to_owned()
}

/// A level that answers, inspects or controls, in words.
#[uniffi::export]
#[must_use]
pub fn oversight_level_name(word: OversightLevel, language: Language) -> String {
    text::oversight_level_name(word, language).to_owned()
}

/// A body that a complaint may be sent to, in words.
#[uniffi::export]
#[must_use]
pub fn complaint_body_name(word: ComplaintBody, language: Language) -> String {
    text::complaint_body_name(word, language).to_owned()
}

/// Why a complaint is not taken up, in words.
#[uniffi::export]
#[must_use]
pub fn complaint_obstacle_name(word: ComplaintObstacle, language: Language) -> String {
    text::complaint_obstacle_name(word, language).to_owned()
}

/// A stage of handling a denunciation, in words.
#[uniffi::export]
#[must_use]
pub fn denunciation_stage_name(word: DenunciationStage, language: Language) -> String {
    text::denunciation_stage_name(word, language).to_owned()
}

/// What a denunciation is about, in words.
#[uniffi::export]
#[must_use]
pub fn denunciation_content_name(word: DenunciationContent, language: Language) -> String {
    text::denunciation_content_name(word, language).to_owned()
}

/// A step of a petition or difficulty, in words.
#[uniffi::export]
#[must_use]
pub fn matter_step_name(word: MatterStep, language: Language) -> String {
    text::matter_step_name(word, language).to_owned()
}

/// A mode of supervision, in words.
#[uniffi::export]
#[must_use]
pub fn supervision_mode_name(word: SupervisionMode, language: Language) -> String {
    text::supervision_mode_name(word, language).to_owned()
}

/// A step of an inspection in a cell, in words.
#[uniffi::export]
#[must_use]
pub fn cell_inspection_step_name(word: CellInspectionStep, language: Language) -> String {
    text::cell_inspection_step_name(word, language).to_owned()
}

/// Where a member who moved is rated, in words.
#[uniffi::export]
#[must_use]
pub fn moved_member_rated_name(word: MovedMemberRated, language: Language) -> String {
    text::moved_member_rated_name(word, language).to_owned()
}

/// How an organization that ended is rated, in words.
#[uniffi::export]
#[must_use]
pub fn ended_organization_rated_name(word: EndedOrganizationRated, language: Language) -> String {
    text::ended_organization_rated_name(word, language).to_owned()
}

/// What a rating waits for, in words.
#[uniffi::export]
#[must_use]
pub fn rating_wait_name(word: RatingWait, language: Language) -> String {
    text::rating_wait_name(word, language).to_owned()
}

/// Why somebody is not rated, in words.
#[uniffi::export]
#[must_use]
pub fn not_rated_reason_name(word: NotRatedReason, language: Language) -> String {
    text::not_rated_reason_name(word, language).to_owned()
}

/// Who is rated, in words.
#[uniffi::export]
#[must_use]
pub fn evaluated_kind_name(word: EvaluatedKind, language: Language) -> String {
    text::evaluated_kind_name(word, language).to_owned()
}

/// A step of rating, in words.
#[uniffi::export]
#[must_use]
pub fn evaluation_step_name(word: EvaluationStep, language: Language) -> String {
    text::evaluation_step_name(word, language).to_owned()
}

/// Who acts in a rating, in words.
#[uniffi::export]
#[must_use]
pub fn evaluation_role_name(word: EvaluationRole, language: Language) -> String {
    text::evaluation_role_name(word, language).to_owned()
}

/// How a step of rating stands, in words.
#[uniffi::export]
#[must_use]
pub fn evaluation_step_state_name(word: EvaluationStepState, language: Language) -> String {
    text::evaluation_step_state_name(word, language).to_owned()
}

/// What is not in order in a rating, in words.
#[uniffi::export]
#[must_use]
pub fn evaluation_finding_code_name(word: EvaluationFindingCode, language: Language) -> String {
    text::evaluation_finding_code_name(word, language).to_owned()
}

/// What a decided level is, in words.
#[uniffi::export]
#[must_use]
pub fn decided_level_state_name(word: DecidedLevelState, language: Language) -> String {
    text::decided_level_state_name(word, language).to_owned()
}

/// A day as it is written: `31/12/2023` in Vietnamese, `2023-12-31` in English.
#[uniffi::export]
pub fn shown_day(day: CalendarDate, language: Language) -> Result<String, HandbookError> {
    Ok(text::day(day, language))
}

/// A percentage as it is written: `107,4 %` in Vietnamese, `107.4 %` in English; `shown` is a
/// figure's text.
#[uniffi::export]
#[must_use]
pub fn shown_percent(shown: &str, language: Language) -> String {
    text::percent(shown, language)
}

/// Money in đồng as it is written.
#[uniffi::export]
#[must_use]
pub fn shown_money(dong: i64, language: Language) -> String {
    text::money(dong, language)
}

/// The key under which a text is found whatever its accents and capitals.
#[uniffi::export]
#[must_use]
pub fn search_key(text: &str) -> String {
    text::fold(text)
}

/// Why a member is absent from a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn absence_cause_name(word: AbsenceCause, language: Language) -> String {
    text::absence_cause_name(word, language).to_owned()
}

/// How long one must be at a meeting to count as present, in words.
#[uniffi::export]
#[must_use]
pub fn presence_counting_name(word: PresenceCounting, language: Language) -> String {
    text::presence_counting_name(word, language).to_owned()
}

/// Which meetings must last longer, in words.
#[uniffi::export]
#[must_use]
pub fn long_meeting_name(word: LongMeeting, language: Language) -> String {
    text::long_meeting_name(word, language).to_owned()
}

/// What meetings at which a member was not expected do to a row of absences, in words.
#[uniffi::export]
#[must_use]
pub fn streak_counting_name(word: StreakCounting, language: Language) -> String {
    text::streak_counting_name(word, language).to_owned()
}

/// What a meeting is worth without a resolution before, in words.
#[uniffi::export]
#[must_use]
pub fn without_previous_name(word: WithoutPrevious, language: Language) -> String {
    text::without_previous_name(word, language).to_owned()
}

/// A part of the score of a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn score_part_name(word: ScorePart, language: Language) -> String {
    text::score_part_name(word, language).to_owned()
}

/// A group of the score of a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn score_group_name(word: ScoreGroup, language: Language) -> String {
    text::score_group_name(word, language).to_owned()
}

/// The class of a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_class_name(word: MeetingClass, language: Language) -> String {
    text::meeting_class_name(word, language).to_owned()
}

/// A step of a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_step_name(word: MeetingStep, language: Language) -> String {
    text::meeting_step_name(word, language).to_owned()
}

/// A part of a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_phase_name(word: MeetingPhase, language: Language) -> String {
    text::meeting_phase_name(word, language).to_owned()
}

/// Who does a step of a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_role_name(word: MeetingRole, language: Language) -> String {
    text::meeting_role_name(word, language).to_owned()
}

/// What came out of a vote of any assembly, in words.
#[uniffi::export]
#[must_use]
pub fn ballot_result_name(word: BallotResult, language: Language) -> String {
    text::ballot_result_name(word, language).to_owned()
}

/// What kind of meeting it is, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_kind_name(word: MeetingKind, language: Language) -> String {
    text::meeting_kind_name(word, language).to_owned()
}

/// How far someone sees, in words.
#[uniffi::export]
#[must_use]
pub fn sight_name(word: Sight, language: Language) -> String {
    text::sight_name(word, language).to_owned()
}

/// How far a meeting has come, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_stage_name(word: MeetingStage, language: Language) -> String {
    text::meeting_stage_name(word, language).to_owned()
}

/// A step of a meeting's work, in words.
#[uniffi::export]
#[must_use]
pub fn work_step_name(word: WorkStep, language: Language) -> String {
    text::work_step_name(word, language).to_owned()
}

/// One thing to be done about a meeting, in words.
#[uniffi::export]
#[must_use]
pub fn meeting_item_name(word: MeetingItem, language: Language) -> String {
    text::meeting_item_name(word, language).to_owned()
}

/// Whether a cell held its monthly meeting, in words.
#[uniffi::export]
#[must_use]
pub fn monthly_state_name(word: MonthlyState, language: Language) -> String {
    text::monthly_state_name(word, language).to_owned()
}

/// Why a cell needs help, in words.
#[uniffi::export]
#[must_use]
pub fn help_reason_name(word: HelpReason, language: Language) -> String {
    text::help_reason_name(word, language).to_owned()
}

/// What a member brings in, in words.
#[uniffi::export]
#[must_use]
pub fn contribution_kind_name(word: ContributionKind, language: Language) -> String {
    text::contribution_kind_name(word, language).to_owned()
}

/// How far a task of the record is, in words.
#[uniffi::export]
#[must_use]
pub fn task_stage_name(word: TaskStage, language: Language) -> String {
    text::task_stage_name(word, language).to_owned()
}

/// What kind of matter it is, in words.
#[uniffi::export]
#[must_use]
pub fn matter_kind_name(word: MatterKind, language: Language) -> String {
    text::matter_kind_name(word, language).to_owned()
}

/// How far a matter is, in words.
#[uniffi::export]
#[must_use]
pub fn matter_state_name(word: MatterState, language: Language) -> String {
    text::matter_state_name(word, language).to_owned()
}

/// What an inspection does, in words.
#[uniffi::export]
#[must_use]
pub fn inspection_work_name(word: InspectionWork, language: Language) -> String {
    text::inspection_work_name(word, language).to_owned()
}

/// What an inspection found, in words.
#[uniffi::export]
#[must_use]
pub fn inspection_finding_name(word: InspectionFinding, language: Language) -> String {
    text::inspection_finding_name(word, language).to_owned()
}

/// How far an inspection is, in words.
#[uniffi::export]
#[must_use]
pub fn inspection_state_name(word: InspectionState, language: Language) -> String {
    text::inspection_state_name(word, language).to_owned()
}

/// What a vote among those tied at the line of the cap does, in words.
#[uniffi::export]
#[must_use]
pub fn cap_tie_name(word: CapTie, language: Language) -> String {
    text::cap_tie_name(word, language).to_owned()
}

/// How a tie at the line of the cap stands after votes on it, in words.
#[uniffi::export]
#[must_use]
pub fn line_vote_state_name(word: LineVoteState, language: Language) -> String {
    text::line_vote_state_name(word, language).to_owned()
}

/// How outliers of a calibration are found, in words.
#[uniffi::export]
#[must_use]
pub fn outlier_rule_name(word: OutlierRule, language: Language) -> String {
    text::outlier_rule_name(word, language).to_owned()
}

/// A stage of a rating at which somebody has a level, in words.
#[uniffi::export]
#[must_use]
pub fn calibration_stage_name(word: CalibrationStage, language: Language) -> String {
    text::calibration_stage_name(word, language).to_owned()
}

/// What a calibration compares, in words.
#[uniffi::export]
#[must_use]
pub fn calibration_measure_name(word: CalibrationMeasure, language: Language) -> String {
    text::calibration_measure_name(word, language).to_owned()
}

/// On which side of the others something stands, in words.
#[uniffi::export]
#[must_use]
pub fn outlier_side_name(word: OutlierSide, language: Language) -> String {
    text::outlier_side_name(word, language).to_owned()
}

/// What becomes of a count of nobody in a published table, in words.
#[uniffi::export]
#[must_use]
pub fn zero_counts_name(word: ZeroCounts, language: Language) -> String {
    text::zero_counts_name(word, language).to_owned()
}

/// A period that is rated, in words.
#[uniffi::export]
#[must_use]
pub fn rated_period_name(word: RatedPeriod, language: Language) -> String {
    text::rated_period_name(word, language).to_owned()
}

/// Where the rating of a period stands, in words.
#[uniffi::export]
#[must_use]
pub fn period_state_name(word: PeriodState, language: Language) -> String {
    text::period_state_name(word, language).to_owned()
}

/// What deductions may leave of an item, in words.
#[uniffi::export]
#[must_use]
pub fn deduction_floor_name(word: DeductionFloor, language: Language) -> String {
    text::deduction_floor_name(word, language).to_owned()
}

/// What a year without a level does to a row of years, in words.
#[uniffi::export]
#[must_use]
pub fn unrated_year_name(word: UnratedYear, language: Language) -> String {
    text::unrated_year_name(word, language).to_owned()
}
