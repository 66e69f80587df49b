//! How many votes a decision needs.

use serde::{Deserialize, Serialize};

use crate::check::in_range;
use crate::error::{HandbookError, InputError};
use crate::quantity::{Comparison, Fraction};
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most who can count in a vote.
pub(crate) const BASE_MOST: u32 = 1_000_000_000;

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
    /// Those who count, 1 to 1,000,000,000: see [`vote_base`](super::vote_base).
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
    /// The fewest votes in favour that carry.
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
    /// Those who count, 1 to 1,000,000,000: see [`vote_base`](super::vote_base).
    pub base: u32,
    /// Above the line of the share: below the denominator, or equal to it for
    /// [`MajorityRule::AtLeast`].
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
    /// The fewest votes in favour that carry.
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

/// The fewest of `base` that meet a share; one more than the base where no number does.
pub(crate) fn fewest(base: u32, share: Fraction, comparison: Comparison) -> u32 {
    let whole = i64::from(base);
    let required = match comparison {
        Comparison::MoreThan => share.floor_of(whole).saturating_add(1),
        _ => share.ceil_of(whole),
    };
    let none = base.saturating_add(1);
    u32::try_from(required).map_or(none, |required| required.min(none))
}

/// How many votes a decision needs (số phiếu tán thành cần có): VOTE-03, VOTE-04, ORG-34;
/// 294-QĐ/TW §9.3, §9.3.4, §11.4.1.
///
/// An ordinary resolution and an election need more than half of all who count. Admission,
/// recognition, deletion and expulsion need two thirds of the proposing organization and more
/// than half of the superior that decides. The share stands in the answer's policies, as
/// `atLeast 2/3` or `moreThan 1/2`.
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
/// [`HandbookError::Input`] naming `base` outside 1 to 1,000,000,000;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
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
    in_range("base", base, 1, BASE_MOST)
}

impl MajorityInput {
    /// Refuses an empty base and a share that no number of votes meets.
    ///
    /// # Errors
    /// [`InputError`] naming `base`, `denominator` or `numerator`.
    pub fn check(&self) -> Result<(), InputError> {
        check_base(self.base)?;
        check_share("", self.numerator, self.denominator, self.rule)
    }
}

/// Refuses a share that no number of votes meets, under the path before its fields.
pub(super) fn check_share(
    path: &str,
    numerator: u32,
    denominator: u32,
    rule: MajorityRule,
) -> Result<(), InputError> {
    in_range(&format!("{path}denominator"), denominator, 1, u32::MAX)?;
    let most = match rule {
        MajorityRule::AtLeast => denominator,
        MajorityRule::MoreThan => denominator - 1,
    };
    in_range(&format!("{path}numerator"), numerator, 0, most)
}

/// A majority of any body (đa số), by its own share: no rule of the book is asked, so any
/// parliament or assembly can count with it.
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
/// [`HandbookError::Input`] naming `base` outside 1 to 1,000,000,000, `denominator` of 0, and
/// `numerator` for a share that no number of votes meets: above 1, or more than all.
pub fn majority(
    _rules: &Rules<'_>,
    input: &MajorityInput,
) -> Result<Verdict<Majority>, HandbookError> {
    input.check()?;
    let share = Fraction {
        numerator: i64::from(input.numerator),
        denominator: i64::from(input.denominator),
    };
    let comparison = match input.rule {
        MajorityRule::MoreThan => Comparison::MoreThan,
        MajorityRule::AtLeast => Comparison::AtLeast,
    };
    let required = fewest(input.base, share, comparison);
    Ok(Verdict::new(Majority { required }, Basis::default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    const BASES: [u32; 9] = [3, 8, 9, 10, 19, 20, 21, 22, 30];
    const TWO_THIRDS: [u32; 9] = [2, 6, 6, 7, 13, 14, 14, 15, 20];
    const OVER_HALF: [u32; 9] = [2, 5, 5, 6, 10, 11, 11, 12, 16];

    fn required(base: u32, decision: Decision, step: Step) -> Result<u32, HandbookError> {
        let book = RuleBook::vietnam();
        let input = RequiredVotesInput {
            base,
            decision,
            step,
        };
        Ok(required_votes(&book.on(date(2025, 12, 31)?)?, &input)?
            .value
            .required)
    }

    fn free(input: MajorityInput) -> Result<u32, HandbookError> {
        let book = RuleBook::vietnam();
        Ok(majority(&book.on(date(2025, 12, 31)?)?, &input)?
            .value
            .required)
    }

    #[test]
    fn the_catalogue_s_majorities() -> Result<(), HandbookError> {
        use Decision::{Admission, Deletion, Election, Expulsion, Ordinary, Recognition};
        use Step::{Proposing, Superior};
        for ((base, two_thirds), half) in BASES.into_iter().zip(TWO_THIRDS).zip(OVER_HALF) {
            for decision in [Admission, Recognition, Deletion, Expulsion] {
                assert_eq!(
                    required(base, decision, Proposing)?,
                    two_thirds,
                    "of {base}"
                );
                assert_eq!(required(base, decision, Superior)?, half, "of {base}");
            }
            for decision in [Ordinary, Election] {
                assert_eq!(required(base, decision, Proposing)?, half, "of {base}");
                assert_eq!(required(base, decision, Superior)?, half, "of {base}");
            }
        }
        assert_eq!(required(21, Admission, Proposing)?, 14);
        assert_eq!(required(21, Ordinary, Proposing)?, 11);
        Ok(())
    }

    #[test]
    fn the_policy_names_the_share() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let input = RequiredVotesInput {
            base: 20,
            decision: Decision::Admission,
            step: Step::Proposing,
        };
        let verdict = required_votes(&book.on(date(2025, 12, 31)?)?, &input)?;
        let policy = verdict.policies.first();
        assert_eq!(
            policy.map(|policy| policy.choice.as_str()),
            Some("atLeast 2/3")
        );
        assert_eq!(policy.map(|policy| policy.rule.as_str()), Some("VOTE-04"));
        Ok(())
    }

    #[test]
    fn any_parliament_s_majority() -> Result<(), HandbookError> {
        let ask = |base, numerator, denominator, rule| {
            free(MajorityInput {
                base,
                numerator,
                denominator,
                rule,
            })
        };
        use MajorityRule::{AtLeast, MoreThan};
        assert_eq!(ask(630, 1, 2, MoreThan)?, 316);
        assert_eq!(ask(100, 3, 5, AtLeast)?, 60);
        assert_eq!(ask(100, 0, 1, AtLeast)?, 0);
        assert_eq!(ask(100, 0, 1, MoreThan)?, 1);
        assert_eq!(ask(100, 1, 1, AtLeast)?, 100);
        assert_eq!(ask(BASE_MOST, u32::MAX - 1, u32::MAX, MoreThan)?, BASE_MOST);
        let field =
            |base, numerator, denominator, rule| match ask(base, numerator, denominator, rule) {
                Err(HandbookError::Input(error)) => error.field.clone(),
                other => format!("{other:?}"),
            };
        assert_eq!(field(0, 1, 2, AtLeast), "base");
        assert_eq!(field(u32::MAX, 1, 2, AtLeast), "base");
        assert_eq!(field(9, 1, 0, AtLeast), "denominator");
        assert_eq!(field(9, 3, 2, AtLeast), "numerator");
        assert_eq!(field(9, 2, 2, MoreThan), "numerator");
        Ok(())
    }
}
