//! How many votes a decision needs.

use serde::{Deserialize, Serialize};

use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Fraction};
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// An ordinary resolution (nghị quyết). VOTE-03.
    Ordinary,
    /// Admission (kết nạp). VOTE-04.
    Admission,
    /// Recognition as a full member (công nhận chính thức). VOTE-04.
    Recognition,
    /// Deletion from the list (xóa tên). VOTE-04.
    Deletion,
    /// Expulsion (khai trừ). VOTE-04.
    Expulsion,
    /// An election (bầu cử). ORG-34.
    Election,
}

/// Who decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// The organization that proposes.
    Proposing,
    /// The superior that decides on the proposal.
    Superior,
}

/// A question for the votes that a decision needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequiredVotesInput {
    /// Those who count.
    pub base: u32,
    /// What is decided.
    pub decision: Decision,
    /// Who decides.
    pub step: Step,
}

/// The votes that a decision needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RequiredVotes {
    /// The fewest votes in favour that carry. One more than the base where no number carries.
    pub required: u32,
}

/// Whether a share must be reached or exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MajorityRule {
    /// More than the share.
    MoreThan,
    /// The share or more.
    AtLeast,
}

/// A majority of any body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MajorityInput {
    /// Those who count.
    pub base: u32,
    /// Above the line of the share.
    pub numerator: u32,
    /// Below the line of the share, 1 or more.
    pub denominator: u32,
    /// Whether the share must be reached or exceeded.
    pub rule: MajorityRule,
}

/// The fewest votes of a majority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Majority {
    /// The fewest votes in favour that carry. One more than the base where no number carries.
    pub required: u32,
}

/// The share in force for a decision, and how it must be met.
pub(super) fn share_in_force<'book>(
    rules: &Rules<'book>,
    decision: Decision,
    step: Step,
) -> Result<(InForce<'book, Fraction>, Comparison), HandbookError> {
    let (parameter, comparison) = match (decision, step) {
        (Decision::Ordinary, _) => (parameter::ORDINARY_MAJORITY, Comparison::MoreThan),
        (Decision::Election, _) => (parameter::ELECTION_MAJORITY, Comparison::MoreThan),
        (_, Step::Proposing) => (parameter::QUALIFIED_MAJORITY, Comparison::AtLeast),
        (_, Step::Superior) => (parameter::SUPERIOR_MAJORITY, Comparison::MoreThan),
    };
    Ok((rules.get(parameter)?, comparison))
}

/// The fewest of `base` that meet a share; saturates far beyond any real body.
pub(super) fn fewest(base: u32, share: Fraction, comparison: Comparison) -> u32 {
    let base = i64::from(base);
    let required = match comparison {
        Comparison::MoreThan => share.floor_of(base).saturating_add(1),
        _ => share.ceil_of(base).max(1),
    };
    u32::try_from(required).unwrap_or(u32::MAX)
}

/// How many votes a decision needs (VOTE-03, VOTE-04: 294-QĐ/TW §9.3, §9.3.4; ORG-34).
///
/// ```
/// use handbook::vote::{Decision, RequiredVotesInput, Step, required_votes};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = RequiredVotesInput {
///     base: 20,
///     decision: Decision::Admission,
///     step: Step::Proposing,
/// };
/// let needed = required_votes(&book.on(date(2025, 12, 31)?)?, &input)?;
/// assert_eq!(needed.value.required, 14);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a base of 0; [`HandbookError::RuleNotInForce`] where the book
/// knows no rule for the day.
pub fn required_votes(
    rules: &Rules<'_>,
    input: &RequiredVotesInput,
) -> Result<Verdict<RequiredVotes>, HandbookError> {
    check_base(input.base)?;
    let (share, comparison) = share_in_force(rules, input.decision, input.step)?;
    let mut basis = Basis::default();
    let rule = match comparison {
        Comparison::MoreThan => "moreThan",
        _ => "atLeast",
    };
    basis.policy(&share, &format!("{rule} {}", share.value));
    let required = fewest(input.base, share.value, comparison);
    Ok(Verdict::new(RequiredVotes { required }, basis))
}

pub(super) fn check_base(base: u32) -> Result<(), InputError> {
    if base == 0 {
        return Err(InputError::new(InputCode::OutOfRange, "base", base).with_limit("1 or more"));
    }
    Ok(())
}

/// A majority of any body, by its own share: no rule book is asked.
///
/// ```
/// use handbook::vote::{MajorityInput, MajorityRule, majority};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input =
///     MajorityInput { base: 30, numerator: 3, denominator: 5, rule: MajorityRule::AtLeast };
/// assert_eq!(majority(&book.on(date(2025, 12, 31)?)?, &input)?.value.required, 18);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a base or denominator of 0.
pub fn majority(
    _rules: &Rules<'_>,
    input: &MajorityInput,
) -> Result<Verdict<Majority>, HandbookError> {
    check_base(input.base)?;
    let share = Fraction::new(i64::from(input.numerator), i64::from(input.denominator))
        .ok_or_else(|| {
            InputError::new(InputCode::OutOfRange, "denominator", input.denominator)
                .with_limit("1 or more")
        })?;
    let comparison = match input.rule {
        MajorityRule::MoreThan => Comparison::MoreThan,
        MajorityRule::AtLeast => Comparison::AtLeast,
    };
    let required = fewest(input.base, share, comparison);
    Ok(Verdict::new(Majority { required }, Basis::default()))
}
