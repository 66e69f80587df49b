//! The library's formulas over one member: marks to score, score and tasks to level, level into
//! the partial sums. The plain loop and the engine's function both call this.

use std::sync::LazyLock;

use handbook::evaluation::{
    GroupPartial, LevelFacts, LevelRules, RatedSubject, TaskCounts, weighted_score,
};
use handbook::{HandbookError, InputError, RuleBook, Silent, date};

use crate::country::CRITERIA;

/// Weights of the sample sheet: all marks at 100 give 100 points.
const WEIGHTS: [u32; CRITERIA] = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];

/// The rules that ship with the library.
pub(crate) static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

/// The year that is rated.
///
/// # Errors
/// Never for a day that exists.
pub(crate) fn rating_day() -> Result<handbook::NaiveDate, InputError> {
    date(2025, 12, 31)
}

/// The rules of the levels, looked up once.
#[derive(Debug)]
pub(crate) struct Judge {
    levels: LevelRules<'static>,
}

impl Judge {
    /// By the rules in force on the rating day.
    ///
    /// # Errors
    /// [`HandbookError`] where the book knows no rule.
    pub(crate) fn new() -> Result<Self, HandbookError> {
        let rules = BOOK.on(rating_day()?)?;
        Ok(Self {
            levels: LevelRules::in_force(&rules)?,
        })
    }

    /// Judges a member and adds the level to the group's sums.
    ///
    /// # Errors
    /// [`HandbookError`] for facts out of range.
    pub(crate) fn add(
        &self,
        group: &mut GroupPartial,
        marks: [u8; CRITERIA],
        tasks: TaskCounts,
        disciplined: bool,
    ) -> Result<(), HandbookError> {
        let score = weighted_score(WEIGHTS.into_iter().zip(marks.map(u32::from)));
        let facts = LevelFacts {
            subject: RatedSubject::Member,
            marks: Some(score),
            tasks: Some(tasks),
            disciplined,
            ..LevelFacts::default()
        };
        let own = self.levels.judge(&facts, &mut Silent)?.level;
        group.add(own, Some(score))?;
        Ok(())
    }
}
