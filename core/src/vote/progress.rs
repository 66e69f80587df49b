//! Where a vote stands while it is taken.

use serde::{Deserialize, Serialize};

use super::base::{VoteBaseInput, vote_base};
use super::majority::{Decision, Step};
use super::tally::{TallyInput, VoteMethod, tally_vote};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Those who count, as a number or as the counts behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum CountedBase {
    /// A number known already.
    Number {
        /// Those who count, 1 to 1,000,000,000.
        value: u32,
    },
    /// The counts that [`vote_base`] asks for.
    Counts {
        /// The counts.
        counts: VoteBaseInput,
    },
}

impl CountedBase {
    /// Those who count, with the grounds of the counting.
    pub(crate) fn counted(
        &self,
        rules: &Rules<'_>,
        basis: &mut Basis,
    ) -> Result<u32, HandbookError> {
        match self {
            Self::Number { value } => Ok(*value),
            Self::Counts { counts } => {
                let counted = vote_base(rules, counts)?;
                basis.grounds.extend(counted.grounds);
                basis.policies.extend(counted.policies);
                Ok(counted.value.base)
            }
        }
    }
}

/// A vote that is being taken, or was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoteProgressInput {
    /// Those who count.
    pub base: CountedBase,
    /// What is decided.
    pub decision: Decision,
    /// Who decides.
    pub step: Step,
    /// How the vote is taken.
    pub method: VoteMethod,
    /// Votes in favour.
    pub yes: u32,
    /// Votes against.
    #[serde(default)]
    pub no: u32,
    /// Another opinion, or none (ý kiến khác).
    #[serde(default)]
    pub other: u32,
    /// Ballots that are not valid; none where cards are raised.
    #[serde(default)]
    pub spoiled: u32,
}

/// Whether a vote is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum VoteState {
    /// Carried, whatever the others vote.
    Carried,
    /// Lost, whatever the others vote.
    Lost,
    /// The votes still to come decide.
    Open,
}

/// Where a vote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoteProgress {
    /// Those who count.
    pub base: u32,
    /// The fewest votes in favour that carry.
    pub required: u32,
    /// How many more votes in favour are needed; 0 when it carries.
    pub missing: u32,
    /// Those who count and have not voted, or not yet.
    pub open: u32,
    /// Whether it is decided.
    pub state: VoteState,
    /// Whether the result must be reported upward in full even where it does not carry; absent where
    /// the book knows no rule for the day. VOTE-07.
    pub reported_even_if_lost: Option<bool>,
}

/// Where a vote stands while it is taken (tiến độ biểu quyết): VOTE-01 to VOTE-04, VOTE-07,
/// VOTE-08; 294-QĐ/TW §9.3.
///
/// The count is the same by card and by secret ballot, measured against all who count: a vote that
/// is not cast is no vote in favour. A proposal to admit, recognize or delete is reported to the
/// superior in full even where it does not carry.
///
/// ```
/// use handbook::vote::{
///     CountedBase, Decision, Step, VoteMethod, VoteProgressInput, VoteState, vote_progress,
/// };
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = VoteProgressInput {
///     base: CountedBase::Number { value: 20 },
///     decision: Decision::Admission,
///     step: Step::Proposing,
///     method: VoteMethod::Secret,
///     yes: 13,
///     no: 3,
///     other: 1,
///     spoiled: 1,
/// };
/// let progress = vote_progress(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!((progress.missing, progress.open), (1, 2));
/// assert_eq!(progress.state, VoteState::Open);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a base outside 1 to 1,000,000,000, for counts as in [`vote_base`],
/// and naming `yes`, `no`, `other` or `spoiled` for more votes than the base; `spoiled` also where
/// cards are raised. [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn vote_progress(
    rules: &Rules<'_>,
    input: &VoteProgressInput,
) -> Result<Verdict<VoteProgress>, HandbookError> {
    if input.method == VoteMethod::Card && input.spoiled > 0 {
        let spoiled = InputError::new(InputCode::Contradiction, "spoiled", input.spoiled);
        return Err(spoiled.with_limit("0..=0").into());
    }
    let mut basis = Basis::default();
    let base = input.base.counted(rules, &mut basis)?;
    let tallied = TallyInput {
        base,
        decision: input.decision,
        step: input.step,
        yes: input.yes,
        no: input.no,
        abstained: input.other,
        method: input.method,
    };
    let tally = tally_vote(rules, &tallied).map_err(renamed)?;
    let open = tally
        .value
        .open
        .checked_sub(input.spoiled)
        .ok_or_else(|| too_many(input.spoiled, tally.value.open))?;
    basis.grounds.extend(tally.grounds);
    let state = if tally.value.carried {
        VoteState::Carried
    } else if tally.value.missing <= open {
        VoteState::Open
    } else {
        VoteState::Lost
    };
    Ok(Verdict::new(
        VoteProgress {
            base,
            required: tally.value.required,
            missing: tally.value.missing,
            open,
            state,
            reported_even_if_lost: reported(rules, input, &mut basis),
        },
        basis,
    ))
}

fn too_many(spoiled: u32, most: u32) -> InputError {
    InputError::new(InputCode::Contradiction, "spoiled", spoiled).with_limit(format!("0..={most}"))
}

/// The tally speaks of abstentions where this door speaks of other opinions.
fn renamed(error: HandbookError) -> HandbookError {
    match error {
        HandbookError::Input(mut error) if error.field == "abstained" => {
            "other".clone_into(&mut error.field);
            HandbookError::Input(error)
        }
        other => other,
    }
}

fn reported(rules: &Rules<'_>, input: &VoteProgressInput, basis: &mut Basis) -> Option<bool> {
    let proposed = matches!(
        input.decision,
        Decision::Admission | Decision::Recognition | Decision::Deletion
    );
    if !proposed || input.step != Step::Proposing {
        return Some(false);
    }
    let rule = rules.get(parameter::RESULT_REPORTED).ok()?;
    Some(basis.compare(
        &rule,
        Quantity::Flag { value: true },
        Comparison::Equals,
        Quantity::Flag { value: rule.value },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vote::VotingBody;
    use crate::{RuleBook, date};

    fn ask(base: CountedBase, votes: [u32; 4]) -> Result<Verdict<VoteProgress>, HandbookError> {
        let [yes, no, other, spoiled] = votes;
        let book = RuleBook::vietnam();
        let input = VoteProgressInput {
            base,
            decision: Decision::Admission,
            step: Step::Proposing,
            method: VoteMethod::Secret,
            yes,
            no,
            other,
            spoiled,
        };
        vote_progress(&book.on(date(2025, 12, 31)?)?, &input)
    }

    #[test]
    fn a_vote_is_open_until_nothing_can_change_it() -> Result<(), HandbookError> {
        let stands = |votes| -> Result<_, HandbookError> {
            let value = ask(CountedBase::Number { value: 20 }, votes)?.value;
            Ok((value.missing, value.open, value.state))
        };
        assert_eq!(stands([14, 0, 0, 0])?, (0, 6, VoteState::Carried));
        assert_eq!(stands([13, 6, 0, 0])?, (1, 1, VoteState::Open));
        assert_eq!(stands([13, 5, 1, 1])?, (1, 0, VoteState::Lost));
        assert_eq!(stands([0, 6, 0, 1])?, (14, 13, VoteState::Lost));
        assert_eq!(stands([0, 6, 0, 0])?, (14, 14, VoteState::Open));
        Ok(())
    }

    #[test]
    fn the_base_may_be_counted_on_the_way() -> Result<(), HandbookError> {
        let counts = VoteBaseInput {
            body: VotingBody::Meeting,
            full_members: 25,
            elsewhere_absent: 1,
            exempted_absent: 2,
            suspended: 1,
            excused_throughout: 0,
        };
        let verdict = ask(CountedBase::Counts { counts }, [14, 7, 0, 0])?;
        assert_eq!((verdict.value.base, verdict.value.required), (21, 14));
        assert_eq!(verdict.value.state, VoteState::Carried);
        assert_eq!(verdict.value.reported_even_if_lost, Some(true));
        assert!(verdict.grounds.len() > 4);
        Ok(())
    }

    #[test]
    fn wrong_counts_are_named() -> Result<(), HandbookError> {
        let field = |votes| match ask(CountedBase::Number { value: 20 }, votes) {
            Err(HandbookError::Input(error)) => error.field.clone(),
            other => format!("{other:?}"),
        };
        assert_eq!(field([21, 0, 0, 0]), "yes");
        assert_eq!(field([14, 7, 0, 0]), "no");
        assert_eq!(field([14, 6, 1, 0]), "other");
        assert_eq!(field([14, 5, 0, 2]), "spoiled");
        let book = RuleBook::vietnam();
        let card = VoteProgressInput {
            base: CountedBase::Number { value: 20 },
            decision: Decision::Ordinary,
            step: Step::Proposing,
            method: VoteMethod::Card,
            yes: 1,
            no: 0,
            other: 0,
            spoiled: 1,
        };
        let answer = vote_progress(&book.on(date(2025, 12, 31)?)?, &card);
        assert!(matches!(answer, Err(HandbookError::Input(error)) if error.field == "spoiled"));
        Ok(())
    }
}
