//! Yearly evaluation of organizations and members (đánh giá, xếp loại chất lượng hằng năm): who is
//! rated, which level the subject's own facts give, and how many may be excellent in a group.

mod calibration;
mod cap;
mod consecutive;
mod group;
mod level;
mod quarter;
mod ratable;
mod rule;
mod task_score;
#[cfg(test)]
mod tests;

pub use calibration::{
    Calibration, CalibrationGroup, CalibrationInput, CalibrationMeasure, CalibrationOutlier,
    CalibrationRow, CalibrationSummary, ExactNumber, MarksSummary, OutlierFences, OutlierSide,
    ProposalVotes, StageLevels, StageMoves, VotesSummary, calibration,
};
pub use cap::{
    ApplyCapInput, CapCandidate, CapCounts, CapOutcome, CapRules, ExcellentCap, ExcellentCapInput,
    apply_cap, apply_cap_with, excellent_cap, excellent_cap_with,
};
pub use consecutive::{
    ConsecutiveLevels, ConsecutiveLevelsInput, YearLevel, YearRegime, YearsInRow,
    consecutive_levels,
};
pub(crate) use group::{CapChoice, Standing, cap_group};
pub use group::{GroupLevels, GroupLevelsInput, GroupSubject, SubjectLevel, group_levels};
pub use level::{
    LevelFacts, LevelRules, LevelValue, RatedSubject, TargetCounts, TaskCounts, level, level_with,
};
pub use quarter::{
    PeriodLine, PeriodRating, PeriodState, QuarterlyRating, QuarterlyRatingInput, quarterly_rating,
};
pub use ratable::{Ratable, RatableInput, RatableRules, RatedStanding, is_ratable, ratable};
pub use task_score::{ItemScore, ScoredItem, TaskScore, TaskScoreInput, task_score};
