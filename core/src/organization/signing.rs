//! Who may sign after an election.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check::{not_after, not_before};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::ElectedPost;
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// One who was elected to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SigningAfterElectionInput {
    /// The post.
    pub post: ElectedPost,
    /// The day of the election.
    #[serde(deserialize_with = "crate::wire::day")]
    pub elected_on: NaiveDate,
    /// The day the superior confirmed it (chuẩn y); absent while it has not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub confirmed_on: Option<NaiveDate>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whether one who was elected may sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SigningAfterElection {
    /// Whether documents may be signed on the day asked.
    pub may_sign: bool,
    /// The first day on which they may; absent while a confirmation is waited for.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub from: Option<NaiveDate>,
}

/// Whether one who was elected may sign documents (ký văn bản): ORG-30, 294-QĐ/TW §15.2.
///
/// The secretary and the head of the inspection committee sign from the day of the election; a
/// deputy of either and a member of the standing committee from the day of the confirmation.
///
/// ```
/// use handbook::organization::{SigningAfterElectionInput, signing_after_election};
/// use handbook::rulebook::policy::ElectedPost;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 8, 20)?;
/// let rules = book.on(on)?;
/// let elected = |post| SigningAfterElectionInput {
///     post,
///     elected_on: on,
///     confirmed_on: None,
///     on,
/// };
/// let secretary = elected(ElectedPost::Secretary);
/// assert!(signing_after_election(&rules, &secretary)?.value.may_sign);
/// let deputy = elected(ElectedPost::DeputySecretary);
/// assert!(!signing_after_election(&rules, &deputy)?.value.may_sign);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `on` before the election, and `confirmedOn` before it or after
/// `on`; [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn signing_after_election(
    rules: &Rules<'_>,
    input: &SigningAfterElectionInput,
) -> Result<Verdict<SigningAfterElection>, HandbookError> {
    not_before("on", input.on, input.elected_on)?;
    if let Some(confirmed_on) = input.confirmed_on {
        not_before("confirmedOn", confirmed_on, input.elected_on)?;
        not_after("confirmedOn", confirmed_on, input.on)?;
    }
    let mut basis = Basis::default();
    let at_once = rules.get(parameter::SIGNING_AT_ONCE)?;
    let from = if basis.one_of(&at_once, input.post.as_str()) {
        Some(input.elected_on)
    } else {
        let confirmed = rules.get(parameter::SIGNING_CONFIRMED)?;
        let may = !confirmed.value
            || basis.compare(
                &confirmed,
                Quantity::Flag {
                    value: input.confirmed_on.is_some(),
                },
                Comparison::Equals,
                Quantity::Flag { value: true },
            );
        may.then_some(input.confirmed_on.unwrap_or(input.elected_on))
    };
    let value = SigningAfterElection {
        may_sign: from.is_some(),
        from,
    };
    Ok(Verdict::new(value, basis))
}
