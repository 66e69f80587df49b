//! How large committees may be.

use serde::{Deserialize, Serialize};

use crate::check::in_range;
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

/// Whether a cell elects a committee (chi ủy), and of how many at most: ORG-20, 294-QĐ/TW §23.2.
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
    let mut committee_most = 0;
    if committee {
        let most = rules.get(parameter::CELL_COMMITTEE_MOST)?;
        committee_most = to_count(most.value);
        basis.compare(
            &most,
            Quantity::count(committee_most),
            Comparison::AtMost,
            Quantity::count(most.value),
        );
    }
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
    /// Members of the committee (ban chấp hành), 1 or more.
    pub committee_members: u32,
}

/// The size of a standing committee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StandingCommittee {
    /// Most members of the standing committee (ban thường vụ).
    pub most: u32,
}

/// How large a standing committee (ban thường vụ) may be: ORG-25, 294-QĐ/TW §14.2. The share of
/// the committee is rounded downward. The exceptions for newly formed committees are not judged.
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
/// [`HandbookError::Input`] naming `committeeMembers` of 0;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn standing_committee_most(
    rules: &Rules<'_>,
    input: &StandingCommitteeInput,
) -> Result<Verdict<StandingCommittee>, HandbookError> {
    in_range("committeeMembers", input.committee_members, 1, u32::MAX)?;
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
    /// The number of committee members fixed by congress, 1 or more.
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

/// How many may be appointed beyond the number fixed by congress (chỉ định bổ sung): ORG-26,
/// 294-QĐ/TW §16.2.5. The share is rounded downward; more needs the reply of the centre.
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
/// [`HandbookError::Input`] naming `fixedByCongress` of 0;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn extra_appointees_most(
    rules: &Rules<'_>,
    input: &ExtraAppointeesInput,
) -> Result<Verdict<ExtraAppointees>, HandbookError> {
    in_range("fixedByCongress", input.fixed_by_congress, 1, u32::MAX)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    #[test]
    fn nine_full_members_elect_a_committee() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 12, 31)?)?;
        for (full_members, expected) in [
            (0, (false, 0)),
            (8, (false, 0)),
            (9, (true, 7)),
            (u32::MAX, (true, 7)),
        ] {
            let verdict = cell_committee(&rules, &CellCommitteeInput { full_members })?;
            assert_eq!(
                (verdict.value.committee, verdict.value.committee_most),
                expected
            );
            assert!(
                verdict
                    .grounds
                    .iter()
                    .all(|ground| ground.rule.as_str() == "ORG-20")
            );
            assert_eq!(verdict.holds(), expected.0);
        }
        Ok(())
    }

    #[test]
    fn the_catalogue_s_committees() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 12, 31)?)?;
        for (members, standing, above, grassroots) in [
            (15, 5, 1, 3),
            (19, 6, 1, 3),
            (27, 9, 2, 5),
            (33, 11, 3, 6),
            (2, 0, 0, 0),
        ] {
            let input = StandingCommitteeInput {
                committee_members: members,
            };
            assert_eq!(
                standing_committee_most(&rules, &input)?.value.most,
                standing
            );
            let extra = |tier| {
                let input = ExtraAppointeesInput {
                    fixed_by_congress: members,
                    tier,
                };
                extra_appointees_most(&rules, &input).map(|verdict| verdict.value.most)
            };
            assert_eq!(
                extra(AppointingTier::AboveGrassroots)?,
                above,
                "of {members}"
            );
            assert_eq!(
                extra(AppointingTier::Grassroots)?,
                grassroots,
                "of {members}"
            );
        }
        Ok(())
    }

    #[test]
    fn a_committee_of_nobody_is_refused() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 12, 31)?)?;
        let standing = standing_committee_most(
            &rules,
            &StandingCommitteeInput {
                committee_members: 0,
            },
        );
        assert!(matches!(
            standing,
            Err(HandbookError::Input(error)) if error.field == "committeeMembers"
        ));
        let extra = extra_appointees_most(
            &rules,
            &ExtraAppointeesInput {
                fixed_by_congress: 0,
                tier: AppointingTier::Grassroots,
            },
        );
        assert!(matches!(
            extra,
            Err(HandbookError::Input(error)) if error.field == "fixedByCongress"
        ));
        Ok(())
    }
}
