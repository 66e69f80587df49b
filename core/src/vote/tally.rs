//! Whether a vote carries (biểu quyết), and how many more it needs.

use serde::{Deserialize, Serialize};

use super::majority::{Decision, Step, check_base, fewest, share_in_force};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::Quantity;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Recorder, Verdict};

/// How the vote is taken. VOTE-07, VOTE-08.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum VoteMethod {
    /// Secret ballot (bỏ phiếu kín): totals alone are kept.
    Secret,
    /// Raised member card (giơ thẻ đảng viên).
    Card,
}

/// The totals of a vote, final or still running.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TallyInput {
    /// Those who count.
    pub base: u32,
    /// What is decided.
    pub decision: Decision,
    /// Who decides.
    pub step: Step,
    /// Votes in favour.
    pub yes: u32,
    /// Votes against.
    #[serde(default)]
    pub no: u32,
    /// Abstentions and invalid ballots.
    #[serde(default)]
    pub abstained: u32,
    /// How the vote is taken.
    pub method: VoteMethod,
}

/// Where a vote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tally {
    /// The fewest votes in favour that carry.
    pub required: u32,
    /// Whether it carries.
    pub carried: bool,
    /// How many more votes in favour are needed.
    pub missing: u32,
    /// Votes of the base that were not cast, or not yet.
    pub open: u32,
    /// Whether the open votes could still carry it.
    pub still_possible: bool,
}

/// Whether a vote carries, measured against all who count and not against the votes cast
/// (VOTE-03, VOTE-04: 294-QĐ/TW §9.3, §9.3.4; ORG-34).
///
/// ```
/// use handbook::vote::{Decision, Step, TallyInput, VoteMethod, tally_vote};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = TallyInput {
///     base: 20,
///     decision: Decision::Admission,
///     step: Step::Proposing,
///     yes: 13,
///     no: 2,
///     abstained: 0,
///     method: VoteMethod::Secret,
/// };
/// let tally = tally_vote(&book.on(date(2025, 12, 31)?)?, &input)?;
/// assert!(!tally.value.carried);
/// assert_eq!((tally.value.missing, tally.value.open), (1, 5));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a base of 0 or more votes than the base;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn tally_vote(rules: &Rules<'_>, input: &TallyInput) -> Result<Verdict<Tally>, HandbookError> {
    check_base(input.base)?;
    let mut open = input.base;
    for (field, votes) in [
        ("yes", input.yes),
        ("no", input.no),
        ("abstained", input.abstained),
    ] {
        open = open.checked_sub(votes).ok_or_else(|| {
            InputError::new(InputCode::Contradiction, field, votes)
                .with_limit(format!("all votes together at most {}", input.base))
        })?;
    }
    let (share, comparison) = share_in_force(rules, input.decision, input.step)?;
    let mut basis = Basis::default();
    let carried = basis.compare(
        &share,
        Quantity::share(input.yes, input.base),
        comparison,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    let required = fewest(input.base, share.value, comparison);
    let missing = required.saturating_sub(input.yes);
    Ok(Verdict::new(
        Tally {
            required,
            carried,
            missing,
            open,
            still_possible: carried || missing <= open,
        },
        basis,
    ))
}
