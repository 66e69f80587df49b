//! The weighted score and the level that borders give it: one formula, for the one who is
//! explained and for columns of millions.

use std::ops::{Add, Mul};

use crate::quantity::{Comparison, Quantity};
use crate::rulebook::InForce;
use crate::rulebook::policy::Level;
use crate::verdict::Recorder;

/// What a score becomes with the mark of one more criterion: a weight is hundredths of a point
/// for each unit of the mark. The sheet's limits keep the sum within `N`.
#[inline(always)]
pub(crate) fn with_mark<N>(score: N, weight: N, mark: N) -> N
where
    N: Add<Output = N> + Mul<Output = N>,
{
    score + weight * mark
}

/// Σ weight × mark, in hundredths of a point: `weighted` gives each weight with its mark. The sum
/// must fit in `N`.
///
/// ```
/// use handbook::evaluation::weighted_score;
///
/// // 30 points for conduct marked 90 of 100, 70 for the tasks marked 95 of 100.
/// assert_eq!(weighted_score([(30, 90), (70, 95)]), 9_350);
/// ```
#[inline(always)]
pub fn weighted_score<N>(weighted: impl IntoIterator<Item = (N, N)>) -> N
where
    N: Add<Output = N> + Mul<Output = N> + Default,
{
    weighted
        .into_iter()
        .fold(N::default(), |score, (weight, mark)| {
            with_mark(score, weight, mark)
        })
}

/// From which score each level is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Borders<B> {
    pub(crate) excellent: B,
    pub(crate) good: B,
    pub(crate) completed: B,
}

impl<B> Borders<B> {
    /// The highest level whose border `reaches` accepts, asked downward from excellent.
    #[inline(always)]
    pub(crate) fn level(&self, mut reaches: impl FnMut(&B) -> bool) -> Level {
        if reaches(&self.excellent) {
            Level::Excellent
        } else if reaches(&self.good) {
            Level::Good
        } else if reaches(&self.completed) {
            Level::Completed
        } else {
            Level::NotCompleted
        }
    }
}

impl Borders<u16> {
    /// [`Borders::level`] of a score as a number and without a branch, for millions: borders
    /// descend, so it is how many are reached.
    #[inline(always)]
    pub(crate) fn reached(&self, score: u16) -> u8 {
        u8::from(score >= self.excellent)
            + u8::from(score >= self.good)
            + u8::from(score >= self.completed)
    }
}

impl Borders<InForce<'_, i64>> {
    /// The level of a score in hundredths of a point, by borders in force.
    pub(crate) fn judge<R: Recorder>(&self, score: i64, recorder: &mut R) -> Level {
        self.level(|from| {
            recorder.compare(
                from,
                Quantity::Marks { hundredths: score },
                Comparison::AtLeast,
                Quantity::Marks {
                    hundredths: from.value,
                },
            )
        })
    }
}
