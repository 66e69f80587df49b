//! The sheet that bulk judging is measured with.

use handbook::evaluation::{ScoreSheet, ShareCap, TiePolicy, WeightedCriterion};
use handbook::rulebook::policy::{CapReading, CapRounding};
use handbook::{Fraction, Level};

/// How many criteria it has.
pub const CRITERIA: usize = 10;
/// Their weights, for marks of 0 to 100.
pub const WEIGHTS: [u16; CRITERIA] = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];

/// Borders at 90, 70 and 50 points; a fifth of those good stay excellent in a cell.
#[must_use]
pub fn sheet() -> ScoreSheet {
    ScoreSheet {
        criteria: WEIGHTS
            .map(|weight| WeightedCriterion {
                weight: weight.into(),
                most: 100,
            })
            .to_vec(),
        excellent_from: 9_000,
        good_from: 7_000,
        completed_from: 5_000,
        disciplined: Some(Level::NotCompleted),
        cap: Some(ShareCap {
            share: Fraction {
                numerator: 1,
                denominator: 5,
            },
            reading: CapReading::ShareOfGoodBeforeDemotion,
            rounding: CapRounding::Floor,
        }),
        ties: TiePolicy::OrderByCriterion,
    }
}
