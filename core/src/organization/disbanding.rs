//! Disbanding as discipline: who must vote for it.

use serde::{Deserialize, Serialize};

use crate::check::{in_range, part_of};
use crate::error::{HandbookError, InputError};
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};
use crate::vote::{BASE_MOST, fewest};

/// The votes of a committee (cấp ủy).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitteeVote {
    /// Those who count, 1 to 1,000,000,000: see [`vote_base`](crate::vote::vote_base).
    pub base: u32,
    /// Votes in favour, at most `base`.
    pub yes: u32,
}

/// Whether a committee's vote carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitteeVoteOutcome {
    /// The fewest votes in favour that carry.
    pub required: u32,
    /// Whether it carries.
    pub carried: bool,
}

/// The two votes on disbanding an organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DisbandingInput {
    /// The directly superior committee, which proposes.
    pub proposing: CommitteeVote,
    /// The committee one level further up, which decides; absent while it has not voted.
    #[serde(default)]
    pub deciding: Option<CommitteeVote>,
}

/// Whether an organization is disbanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Disbanding {
    /// The proposal.
    pub proposal: CommitteeVoteOutcome,
    /// The decision; absent while there was no vote.
    pub decision: Option<CommitteeVoteOutcome>,
    /// Whether proposal and decision both carry.
    pub disbanded: bool,
}

impl CommitteeVote {
    pub(super) fn check(self, field: &str) -> Result<(), InputError> {
        in_range(&format!("{field}.base"), self.base, 1, BASE_MOST)?;
        part_of(&format!("{field}.yes"), self.yes.into(), self.base.into())
    }

    pub(super) fn outcome(
        self,
        share: &InForce<'_, Fraction>,
        comparison: Comparison,
        basis: &mut Basis,
    ) -> CommitteeVoteOutcome {
        let carried = basis.compare(
            share,
            Quantity::share(self.yes, self.base),
            comparison,
            Quantity::share(share.value.numerator, share.value.denominator),
        );
        CommitteeVoteOutcome {
            required: fewest(self.base, share.value, comparison),
            carried,
        }
    }
}

/// Whether an organization is disbanded (giải tán), the gravest discipline of an organization:
/// ORG-41, 294-QĐ/TW §9.3.5.
///
/// At least two thirds of the directly superior committee propose it, and more than half of the
/// committee one level further up decide. A decision without such a proposal does not hold.
///
/// ```
/// use handbook::organization::{CommitteeVote, DisbandingInput, disbanding};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let votes = DisbandingInput {
///     proposing: CommitteeVote { base: 21, yes: 14 },
///     deciding: Some(CommitteeVote { base: 50, yes: 25 }),
/// };
/// let answer = disbanding(&book.on(date(2025, 12, 31)?)?, &votes)?.value;
/// assert!(answer.proposal.carried);
/// assert!(!answer.disbanded); // half of 50, not more
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming a `base` outside 1 to 1,000,000,000 or a `yes` above it;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn disbanding(
    rules: &Rules<'_>,
    input: &DisbandingInput,
) -> Result<Verdict<Disbanding>, HandbookError> {
    input.proposing.check("proposing")?;
    if let Some(deciding) = input.deciding {
        deciding.check("deciding")?;
    }
    let mut basis = Basis::default();
    let share = rules.get(parameter::DISBANDING_PROPOSAL)?;
    let proposal = input
        .proposing
        .outcome(&share, Comparison::AtLeast, &mut basis);
    let decision = match input.deciding {
        Some(deciding) => {
            let share = rules.get(parameter::DISBANDING_DECISION)?;
            Some(deciding.outcome(&share, Comparison::MoreThan, &mut basis))
        }
        None => None,
    };
    let value = Disbanding {
        proposal,
        decision,
        disbanded: proposal.carried && decision.is_some_and(|decision| decision.carried),
    };
    Ok(Verdict::new(value, basis))
}
