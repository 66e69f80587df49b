//! Yearly evaluation of organizations and members (đánh giá, xếp loại chất lượng hằng năm): who is
//! rated, which level the subject's own facts give, and how many may be excellent in a group.

mod cap;
mod columns;
mod group;
mod level;
mod ratable;
mod rule;
mod score;
#[cfg(test)]
mod tests;

pub use cap::{
    ApplyCapInput, CapCandidate, CapCounts, CapOutcome, CapRules, ExcellentCap, ExcellentCapInput,
    apply_cap, apply_cap_with, excellent_cap, excellent_cap_with,
};
pub use columns::{
    LevelColumns, MarkColumns, MemberColumns, Rejudged, ScoreSheet, ShareCap, TiePolicy,
    WeightedCriterion,
};
pub(crate) use group::{CapChoice, Standing, cap_group};
pub use group::{GroupLevels, GroupLevelsInput, GroupSubject, SubjectLevel, group_levels};
pub use level::{
    LevelFacts, LevelRules, LevelValue, RatedSubject, TargetCounts, TaskCounts, level, level_with,
};
pub use ratable::{Ratable, RatableInput, RatableRules, RatedStanding, is_ratable, ratable};
