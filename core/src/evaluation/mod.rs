//! Yearly evaluation of organizations and members (đánh giá, xếp loại chất lượng hằng năm): who is
//! rated, which level the subject's own facts give, and how many may be excellent in a group.

mod calibration;
mod cap;
mod cap_change;
mod cap_cut;
mod cap_what_if;
mod columns;
mod condition;
mod consecutive;
mod explain;
mod group;
mod level;
mod line_vote;
mod needed;
mod order;
mod procedure;
mod quarter;
mod ratable;
mod roll_up;
mod rule;
mod score;
mod sheet;
mod sheet_level;
mod task_score;
#[cfg(test)]
mod tests;

pub use calibration::{
    Calibration, CalibrationGroup, CalibrationInput, CalibrationMeasure, CalibrationOutlier,
    CalibrationRow, CalibrationSummary, ExactNumber, MarksSummary, OutlierFences, OutlierSide,
    ProposalVotes, StageLevels, StageMoves, VotesSummary, calibration,
};
pub use cap::{
    ApplyCapInput, CapCandidate, CapCounts, CapOutcome, CapRules, CapTerms, ExcellentCap,
    ExcellentCapInput, apply_cap, apply_cap_with, excellent_cap, excellent_cap_with,
};
pub use cap_change::{
    CheapestLegalChange, CheapestLegalChangeInput, MoreGood, StepDown, cheapest_legal_change,
};
pub(crate) use cap_cut::{Cut, FinalLevel, Own};
pub use cap_what_if::{
    CapReadingLine, CapReadings, CapReadingsInput, CapSubject, CapWhatIf, CapWhatIfInput,
    LevelChange, cap_readings, cap_what_if,
};
pub use columns::{
    LevelColumns, MarkColumns, MemberColumns, Rejudged, ScoreSheet, ShareCap, TiePolicy,
    WeightedCriterion,
};
pub use consecutive::{
    ConsecutiveLevels, ConsecutiveLevelsInput, YearLevel, YearRegime, YearsInRow,
    consecutive_levels,
};
pub use explain::{
    ExplainLevelInput, LeastChange, LeastChangeKind, LevelExplanation, LevelStep, LevelStepKind,
    PlaceInGroup, explain_level,
};
pub use group::{GroupLevels, GroupLevelsInput, GroupSubject, SubjectLevel, group_levels};
pub use level::{
    ExtraFact, FurtherFacts, LevelFacts, LevelRules, LevelValue, RatedPart, RatedSubject,
    TargetCounts, TaskCounts, level, level_with,
};
pub(crate) use line_vote::{AfterVote, AtLine, RecordedVote, line_vote};
pub use line_vote::{LineBallot, LineVote, LineVoteState, LineVotes};
pub use needed::NeededFact;
pub(crate) use order::plan_with;
pub use order::{
    CellMove, NotRatedLine, NotRatedReason, PlanOrganization, PlanPerson, PlanSubject,
    PlannedRating, RatingPlan, RatingPlanInput, RatingWait, rating_plan,
};
pub use procedure::{
    DecidedLevelState, EvaluatedKind, EvaluationDue, EvaluationEvent, EvaluationFact,
    EvaluationFinding, EvaluationFindingCode, EvaluationProcedure, EvaluationProcedureInput,
    EvaluationStepLine, EvaluationStepState, LevelSince, LevelVote, ReviewMeeting, UnknownRule,
    evaluation_procedure,
};
pub(crate) use procedure::{LastTaken, judge_last};
pub use quarter::{
    PeriodLine, PeriodRating, PeriodState, QuarterlyRating, QuarterlyRatingInput, quarterly_rating,
};
pub use ratable::{Ratable, RatableInput, RatableRules, RatedStanding, is_ratable, ratable};
pub use roll_up::{
    CapLineMarks, CappedSums, GroupPartial, MarkCount, PartialRollUp, RollUp, RollUpGroup,
    RollUpInput, RollUpLine, RollUpTotals, RollUpUnit, roll_up,
};
pub use score::weighted_score;
pub use sheet_level::{
    CriterionMark, SheetGroupScore, SheetLevelInput, SheetLevelValue, sheet_level,
};
pub use task_score::{ItemScore, ScoredItem, TaskScore, TaskScoreInput, task_score};
