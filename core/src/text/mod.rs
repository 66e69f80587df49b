//! Vietnamese text, and sentences in Vietnamese and English for what the library answers.
//!
//! Answers stay data; a sentence is only ever made from one.

mod compose;
mod explain;
mod fold;
mod format;
mod letters;
mod names;
mod problems;
mod search_words;
mod sentence;
mod words;

use serde::{Deserialize, Serialize};

pub use compose::{compose, is_composed};
pub(crate) use explain::{TO_BE_VOTED_ON, change_sentence, need_sentence, step_sentence};
pub use fold::{fold, spelling_key};
pub use format::{day, money, number, percent};
pub use names::{figure_name, grade_name, kind_name, level_name, sureness_name};
pub use problems::{error_sentence, problem_sentence};
pub(crate) use search_words::search_words;
pub use sentence::{policy_sentence, sentence, shown_quantity};
pub use words::{
    absence_cause_name, ballot_result_name, calibration_measure_name, calibration_stage_name,
    cap_tie_name, cell_inspection_step_name, closing_name, complaint_body_name,
    complaint_obstacle_name, congress_step_name, contribution_kind_name, decided_level_state_name,
    deduction_floor_name, denunciation_content_name, denunciation_stage_name, document_kind_name,
    duty_name, elected_post_name, ended_organization_rated_name, evaluated_kind_name,
    evaluation_finding_code_name, evaluation_role_name, evaluation_step_name,
    evaluation_step_state_name, extraordinary_need_name, extraordinary_reason_name, finding_name,
    help_reason_name, inspection_finding_name, inspection_state_name, inspection_work_name,
    line_vote_state_name, long_meeting_name, matter_kind_name, matter_state_name, matter_step_name,
    meeting_body_name, meeting_class_name, meeting_duty_name, meeting_item_name, meeting_kind_name,
    meeting_phase_name, meeting_required_name, meeting_role_name, meeting_stage_name,
    meeting_step_name, monthly_state_name, moved_by_name, moved_member_rated_name,
    not_rated_reason_name, online_reason_name, outlier_rule_name, outlier_side_name,
    oversight_level_name, period_state_name, presence_counting_name, rated_fact_name,
    rated_period_name, rating_rule_name, rating_wait_name, remedy_act_name, score_group_name,
    score_part_name, sight_name, streak_counting_name, supervision_mode_name, target_course_name,
    task_quality_name, task_stage_name, task_state_name, unclear_name, unrated_year_name,
    without_previous_name, word_name, work_step_name, zero_counts_name,
};

/// A language that sentences are made in.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }
}

/// What stands before and after the first place of a piece that is not empty.
fn around<'text>(text: &'text str, piece: &str) -> Option<(&'text str, &'text str)> {
    let at = text
        .as_bytes()
        .windows(piece.len())
        .position(|window| window == piece.as_bytes())?;
    Some((text.get(..at)?, text.get(at + piece.len()..)?))
}
