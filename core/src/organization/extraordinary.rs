//! A congress before the term is over.

use serde::{Deserialize, Serialize};

use super::disbanding::CommitteeVote;
use crate::check::{in_range, part_of};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::ExtraordinaryReason;
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};
use crate::vote::{BASE_MOST, VoteMethod, fewest};

/// The vote of a committee (cấp ủy), and how it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitteeBallot {
    /// Those who count, 1 to 1,000,000,000: see [`vote_base`](crate::vote::vote_base).
    pub base: u32,
    /// Votes in favour, at most `base`.
    pub yes: u32,
    /// How the vote was taken.
    pub method: VoteMethod,
}

/// The subordinate organizations that ask for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubordinateRequests {
    /// Organizations directly below (tổ chức đảng trực thuộc), 1 to 1,000,000,000.
    pub organizations: u32,
    /// Those of them that ask, at most `organizations`.
    pub asking: u32,
}

/// An extraordinary congress that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtraordinaryCongressInput {
    /// Why.
    pub reason: ExtraordinaryReason,
    /// The vote of the committee; absent while it has not voted.
    #[serde(default)]
    pub committee: Option<CommitteeBallot>,
    /// The subordinate organizations; absent where none was asked.
    #[serde(default)]
    pub subordinates: Option<SubordinateRequests>,
    /// The standing committee of the superior agrees.
    #[serde(default)]
    pub superior_agrees: bool,
}

/// What an extraordinary congress needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExtraordinaryNeed {
    /// One of the reasons that the rule names.
    Reason,
    /// The request of the committee by secret ballot, or of the subordinate organizations.
    Request,
    /// The agreement of the superior's standing committee.
    SuperiorConsent,
}

/// Whether an extraordinary congress may be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExtraordinaryCongress {
    /// Whether it may be held: nothing is missing.
    pub allowed: bool,
    /// What is missing, in the order of [`ExtraordinaryNeed`].
    pub missing: Vec<ExtraordinaryNeed>,
    /// The fewest votes by which the committee asks for it; absent without a vote.
    pub votes_required: Option<u32>,
    /// The fewest subordinate organizations that must ask for it; absent where none was asked.
    pub requests_required: Option<u32>,
}

/// Whether an extraordinary congress may be held (đại hội bất thường): ORG-31, 294-QĐ/TW §19.
///
/// More than half of the committee by secret ballot ask for it, or more than half of the
/// subordinate organizations; the standing committee of the superior agrees; and the reason is one
/// of four: a major change of policy, of key people, grave disunity, or nearly all members of the
/// committee disciplined. A vote by raised card is no request.
///
/// ```
/// use handbook::organization::{
///     CommitteeBallot, ExtraordinaryCongressInput, ExtraordinaryNeed, extraordinary_congress,
/// };
/// use handbook::rulebook::policy::ExtraordinaryReason;
/// use handbook::vote::VoteMethod;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let asked = ExtraordinaryCongressInput {
///     reason: ExtraordinaryReason::GraveDisunity,
///     committee: Some(CommitteeBallot { base: 15, yes: 8, method: VoteMethod::Secret }),
///     subordinates: None,
///     superior_agrees: false,
/// };
/// let answer = extraordinary_congress(&book.on(date(2025, 12, 31)?)?, &asked)?.value;
/// assert!(!answer.allowed);
/// assert_eq!(answer.missing, [ExtraordinaryNeed::SuperiorConsent]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `committee.base` or `subordinates.organizations` outside 1 to
/// 1,000,000,000, and `committee.yes` or `subordinates.asking` above it;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn extraordinary_congress(
    rules: &Rules<'_>,
    input: &ExtraordinaryCongressInput,
) -> Result<Verdict<ExtraordinaryCongress>, HandbookError> {
    input.check()?;
    let mut basis = Basis::default();
    let mut missing = Vec::new();
    if !named_reason(rules, input.reason, &mut basis)? {
        missing.push(ExtraordinaryNeed::Reason);
    }
    let mut requested = false;
    let votes_required = match input.committee {
        Some(ballot) => {
            let (required, asks) = committee_asks(rules, ballot, &mut basis)?;
            requested |= asks;
            Some(required)
        }
        None => None,
    };
    let requests_required = match input.subordinates {
        Some(requests) => {
            let (required, ask) = subordinates_ask(rules, requests, &mut basis)?;
            requested |= ask;
            Some(required)
        }
        None => None,
    };
    if !requested {
        missing.push(ExtraordinaryNeed::Request);
    }
    let consent = rules.get(parameter::EXTRAORDINARY_CONSENT)?;
    let agreed = !consent.value
        || basis.compare(
            &consent,
            Quantity::Flag {
                value: input.superior_agrees,
            },
            Comparison::Equals,
            Quantity::Flag { value: true },
        );
    if !agreed {
        missing.push(ExtraordinaryNeed::SuperiorConsent);
    }
    let value = ExtraordinaryCongress {
        allowed: missing.is_empty(),
        missing,
        votes_required,
        requests_required,
    };
    Ok(Verdict::new(value, basis))
}

impl ExtraordinaryCongressInput {
    fn check(&self) -> Result<(), HandbookError> {
        if let Some(CommitteeBallot { base, yes, .. }) = self.committee {
            CommitteeVote { base, yes }.check("committee")?;
        }
        if let Some(requests) = self.subordinates {
            let (whole, asking) = (requests.organizations, requests.asking);
            in_range("subordinates.organizations", whole, 1, BASE_MOST)?;
            part_of("subordinates.asking", asking.into(), whole.into())?;
        }
        Ok(())
    }
}

fn named_reason(
    rules: &Rules<'_>,
    reason: ExtraordinaryReason,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    let reasons = rules.get(parameter::EXTRAORDINARY_REASONS)?;
    Ok(basis.one_of(&reasons, reason.as_str()))
}

/// The fewest votes that ask for the congress, and whether the committee does.
fn committee_asks(
    rules: &Rules<'_>,
    ballot: CommitteeBallot,
    basis: &mut Basis,
) -> Result<(u32, bool), HandbookError> {
    let share = rules.get(parameter::EXTRAORDINARY_VOTES)?;
    let secret = rules.get(parameter::EXTRAORDINARY_SECRET)?;
    let votes = CommitteeVote {
        base: ballot.base,
        yes: ballot.yes,
    };
    let outcome = votes.outcome(&share, Comparison::MoreThan, basis);
    let counts = !secret.value
        || basis.compare(
            &secret,
            Quantity::Flag {
                value: ballot.method == VoteMethod::Secret,
            },
            Comparison::Equals,
            Quantity::Flag { value: true },
        );
    Ok((outcome.required, outcome.carried && counts))
}

/// The fewest subordinate organizations that must ask, and whether so many do.
fn subordinates_ask(
    rules: &Rules<'_>,
    requests: SubordinateRequests,
    basis: &mut Basis,
) -> Result<(u32, bool), HandbookError> {
    let share = rules.get(parameter::EXTRAORDINARY_REQUESTS)?;
    let enough = basis.compare(
        &share,
        Quantity::share(requests.asking, requests.organizations),
        Comparison::MoreThan,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    let required = fewest(requests.organizations, share.value, Comparison::MoreThan);
    Ok((required, enough))
}
