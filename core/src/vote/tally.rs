//! Whether a vote carries (biểu quyết), and how many more it needs.

use serde::{Deserialize, Serialize};

use super::majority::{Decision, Step, check_base, fewest, share_in_force};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::Quantity;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Recorder, Verdict};

/// How the vote is taken. VOTE-07, VOTE-08. The count is the same either way.
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
    /// Those who count, 1 to 1,000,000,000: see [`vote_base`](super::vote_base).
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
    /// How many more votes in favour are needed; 0 when it carries.
    pub missing: u32,
    /// Votes of the base that were not cast, or not yet.
    pub open: u32,
    /// Whether the open votes could still carry it.
    pub still_possible: bool,
}

impl TallyInput {
    /// The votes of the base that were not cast, or not yet.
    fn open(&self) -> Result<u32, InputError> {
        check_base(self.base)?;
        let mut open = self.base;
        for (field, votes) in [
            ("yes", self.yes),
            ("no", self.no),
            ("abstained", self.abstained),
        ] {
            open = open.checked_sub(votes).ok_or_else(|| {
                InputError::new(InputCode::Contradiction, field, votes)
                    .with_limit(format!("0..={open}"))
            })?;
        }
        Ok(open)
    }

    /// Refuses an empty base and more votes than the base.
    ///
    /// # Errors
    /// [`InputError`] naming `base`, or the first of `yes`, `no`, `abstained` that does not fit
    /// beside those before it.
    pub fn check(&self) -> Result<(), InputError> {
        self.open().map(|_| ())
    }
}

/// Whether a vote carries (biểu quyết), measured against all who count and not against the votes
/// cast: VOTE-03, VOTE-04, ORG-34; 294-QĐ/TW §9.3, §9.3.4, §11.4.1.
///
/// The same answer follows a vote while it is counted: `missing` and `open` say what is still
/// needed and what can still come.
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
/// [`HandbookError::Input`] naming `base` outside 1 to 1,000,000,000, and `yes`, `no` or
/// `abstained` for more votes than the base;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn tally_vote(rules: &Rules<'_>, input: &TallyInput) -> Result<Verdict<Tally>, HandbookError> {
    let open = input.open()?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Comparison, RuleBook, date};

    fn tally(base: u32, yes: u32, no: u32, abstained: u32) -> Result<Tally, HandbookError> {
        let book = RuleBook::vietnam();
        let input = TallyInput {
            base,
            decision: Decision::Admission,
            step: Step::Proposing,
            yes,
            no,
            abstained,
            method: VoteMethod::Card,
        };
        Ok(tally_vote(&book.on(date(2025, 12, 31)?)?, &input)?.value)
    }

    #[test]
    fn a_vote_is_measured_against_all_who_count() -> Result<(), HandbookError> {
        let expected = |carried, missing, open, still_possible| Tally {
            required: 14,
            carried,
            missing,
            open,
            still_possible,
        };
        assert_eq!(tally(20, 14, 6, 0)?, expected(true, 0, 0, true));
        assert_eq!(tally(20, 14, 0, 0)?, expected(true, 0, 6, true));
        assert_eq!(tally(20, 13, 0, 0)?, expected(false, 1, 7, true));
        assert_eq!(tally(20, 13, 6, 1)?, expected(false, 1, 0, false));
        assert_eq!(tally(20, 10, 4, 3)?, expected(false, 4, 3, false));
        assert_eq!(tally(20, 0, 0, 0)?, expected(false, 14, 20, true));
        Ok(())
    }

    #[test]
    fn the_ground_is_the_share() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let input = TallyInput {
            base: 20,
            decision: Decision::Expulsion,
            step: Step::Superior,
            yes: 10,
            no: 10,
            abstained: 0,
            method: VoteMethod::Secret,
        };
        let verdict = tally_vote(&book.on(date(2025, 12, 31)?)?, &input)?;
        let ground = verdict.grounds.first();
        assert_eq!(
            ground.map(|ground| &ground.measured),
            Some(&Quantity::share(10, 20))
        );
        assert_eq!(
            ground.map(|ground| ground.comparison),
            Some(Comparison::MoreThan)
        );
        assert_eq!(ground.map(|ground| ground.holds), Some(false));
        assert_eq!(
            (verdict.value.required, verdict.value.still_possible),
            (11, false)
        );
        Ok(())
    }

    #[test]
    fn more_votes_than_the_base_are_refused() {
        let field = |base, yes, no, abstained| match tally(base, yes, no, abstained) {
            Err(HandbookError::Input(error)) => {
                (error.field.clone(), error.limit.clone().unwrap_or_default())
            }
            other => (format!("{other:?}"), String::new()),
        };
        let named = |field: &str, limit: &str| (field.to_owned(), limit.to_owned());
        assert_eq!(field(20, 21, 0, 0), named("yes", "0..=20"));
        assert_eq!(field(20, 14, 7, 0), named("no", "0..=6"));
        assert_eq!(field(20, 14, 6, 1), named("abstained", "0..=0"));
        assert_eq!(
            field(20, u32::MAX, u32::MAX, u32::MAX),
            named("yes", "0..=20")
        );
        assert_eq!(field(0, 0, 0, 0).0, "base");
        assert_eq!(field(u32::MAX, 0, 0, 0).0, "base");
    }
}
