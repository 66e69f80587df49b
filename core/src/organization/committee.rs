//! How large committees may be.

use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// The size of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellCommitteeInput {
    /// Full members (đảng viên chính thức).
    pub full_members: u32,
}

/// Whether a cell elects a committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellCommittee {
    /// Whether it elects a committee (chi ủy); without one it elects a secretary, and a deputy
    /// if needed.
    pub committee: bool,
    /// Most members of the committee; 0 without one.
    pub committee_most: u32,
}

/// Whether a cell elects a committee, and of how many (ORG-20: 294-QĐ/TW §23.2).
///
/// ```
/// use handbook::organization::{CellCommitteeInput, cell_committee};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let eight = cell_committee(&rules, &CellCommitteeInput { full_members: 8 })?;
/// assert!(!eight.value.committee);
/// let nine = cell_committee(&rules, &CellCommitteeInput { full_members: 9 })?;
/// assert_eq!(nine.value.committee_most, 7);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn cell_committee(
    rules: &Rules<'_>,
    input: &CellCommitteeInput,
) -> Result<Verdict<CellCommittee>, HandbookError> {
    let mut basis = Basis::default();
    let from = rules.get(parameter::CELL_COMMITTEE_FROM)?;
    let committee = basis.compare(
        &from,
        Quantity::count(input.full_members),
        Comparison::AtLeast,
        Quantity::count(from.value),
    );
    let most = rules.get(parameter::CELL_COMMITTEE_MOST)?.value;
    let committee_most = if committee { to_count(most) } else { 0 };
    Ok(Verdict::new(
        CellCommittee {
            committee,
            committee_most,
        },
        basis,
    ))
}

/// The size of a committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingCommitteeInput {
    /// Members of the committee (ban chấp hành).
    pub committee_members: u32,
}

/// The size of a standing committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingCommittee {
    /// Most members of the standing committee (ban thường vụ).
    pub most: u32,
}

/// How large a standing committee may be (ORG-25: 294-QĐ/TW §14.2).
///
/// ```
/// use handbook::organization::{StandingCommitteeInput, standing_committee_most};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let of_19 = standing_committee_most(&rules, &StandingCommitteeInput { committee_members: 19 })?;
/// assert_eq!(of_19.value.most, 6);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn standing_committee_most(
    rules: &Rules<'_>,
    input: &StandingCommitteeInput,
) -> Result<Verdict<StandingCommittee>, HandbookError> {
    let share = rules.get(parameter::STANDING_COMMITTEE_SHARE)?;
    let mut basis = Basis::default();
    let most = share.value.floor_of(i64::from(input.committee_members));
    basis.compare(
        &share,
        Quantity::share(most, i64::from(input.committee_members)),
        Comparison::AtMost,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    Ok(Verdict::new(
        StandingCommittee {
            most: to_count(most),
        },
        basis,
    ))
}

/// Which tier appoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AppointingTier {
    /// A grassroots committee.
    Grassroots,
    /// A committee above grassroots.
    AboveGrassroots,
}

/// A committee whose number was fixed by congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtraAppointeesInput {
    /// The number fixed by congress.
    pub fixed_by_congress: u32,
    /// Which tier.
    pub tier: AppointingTier,
}

/// How many may be appointed beyond the fixed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtraAppointees {
    /// Most extra appointees (chỉ định bổ sung ngoài số lượng).
    pub most: u32,
}

/// How many may be appointed beyond the number fixed by congress (ORG-26: 294-QĐ/TW §16.2.5).
///
/// ```
/// use handbook::organization::{AppointingTier, ExtraAppointeesInput, extra_appointees_most};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let input = ExtraAppointeesInput { fixed_by_congress: 27, tier: AppointingTier::Grassroots };
/// assert_eq!(extra_appointees_most(&rules, &input)?.value.most, 5);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn extra_appointees_most(
    rules: &Rules<'_>,
    input: &ExtraAppointeesInput,
) -> Result<Verdict<ExtraAppointees>, HandbookError> {
    let share = rules.get(match input.tier {
        AppointingTier::Grassroots => parameter::EXTRA_APPOINTEES_GRASSROOTS,
        AppointingTier::AboveGrassroots => parameter::EXTRA_APPOINTEES_ABOVE,
    })?;
    let mut basis = Basis::default();
    let most = share.value.floor_of(i64::from(input.fixed_by_congress));
    basis.compare(
        &share,
        Quantity::share(most, i64::from(input.fixed_by_congress)),
        Comparison::AtMost,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    Ok(Verdict::new(
        ExtraAppointees {
            most: to_count(most),
        },
        basis,
    ))
}

fn to_count(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}
