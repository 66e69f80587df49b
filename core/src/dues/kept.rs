//! What a cell keeps of the dues it collects.

use serde::{Deserialize, Serialize};

use crate::check::{MONEY_MOST, in_range};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// What a cell collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptByCellInput {
    /// In đồng, 0 to 100 million million.
    pub collected: i64,
}

/// What it keeps and what it sends on; together what it collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeptByCell {
    /// Kept, in đồng.
    pub kept: i64,
    /// Sent to the superior, in đồng.
    pub sent: i64,
}

/// What a cell under a grassroots committee keeps of its dues (đảng phí được trích để lại):
/// section 8.3 of the catalogue; 342-QĐ/TW, 01-QĐ/TW.
///
/// A fraction of a đồng goes to the superior.
///
/// # Errors
/// [`HandbookError::Input`] naming `collected` out of range; [`HandbookError::RuleNotInForce`]
/// where the book knows no share.
///
/// ```
/// use handbook::dues::{KeptByCellInput, kept_by_cell};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = KeptByCellInput { collected: 1_000_001 };
/// let dues = kept_by_cell(&book.on(date(2026, 3, 1)?)?, &input)?.value;
/// assert_eq!((dues.kept, dues.sent), (700_000, 300_001));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn kept_by_cell(
    rules: &Rules<'_>,
    input: &KeptByCellInput,
) -> Result<Verdict<KeptByCell>, HandbookError> {
    in_range("collected", input.collected, 0, MONEY_MOST)?;
    let share = rules.get(parameter::DUES_KEPT_BY_CELL)?;
    let kept = share.value.floor_of(input.collected);
    let mut basis = Basis::default();
    basis.compare(
        &share,
        Quantity::share(kept, input.collected),
        Comparison::AtMost,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    Ok(Verdict::new(
        KeptByCell {
            kept,
            sent: input.collected - kept,
        },
        basis,
    ))
}
