//! Who is elected on a ballot (bầu cử), and what is left to do.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::majority::{BASE_MOST, fewest};
use crate::check::{in_range, part_of, stands_once};
use crate::compact::{Gather, TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// What is elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ElectedBody {
    /// A committee (ban chấp hành, chi ủy).
    Committee,
    /// A standing committee (ban thường vụ).
    StandingCommittee,
    /// An inspection committee (ủy ban kiểm tra).
    InspectionCommittee,
    /// A secretary (bí thư).
    Secretary,
    /// Deputy secretaries (phó bí thư).
    DeputySecretary,
    /// Delegates to the congress above (đại biểu dự đại hội cấp trên).
    Delegates,
    /// Alternate delegates on a ballot of their own (đại biểu dự khuyết).
    Alternates,
}

impl ElectedBody {
    fn delegates(self) -> bool {
        matches!(self, Self::Delegates | Self::Alternates)
    }

    /// The word under which the rule of the secret ballot names it.
    fn ballot_word(self) -> &'static str {
        match self {
            Self::Committee => "committee",
            Self::StandingCommittee => "standingCommittee",
            Self::InspectionCommittee => "inspectionCommittee",
            Self::Secretary => "secretary",
            Self::DeputySecretary => "deputySecretary",
            Self::Delegates | Self::Alternates => "delegates",
        }
    }
}

/// One who stands for election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ElectionCandidate {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// Votes for the candidate.
    pub votes: u32,
    /// The day from which Party age counts; it decides between alternates with equal votes.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub party_age_from: Option<NaiveDate>,
}

/// The result of one ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ElectionInput {
    /// What is elected.
    pub body: ElectedBody,
    /// Those summoned who count, 1 to 1,000,000,000: see [`vote_base`](super::vote_base).
    pub summoned: u32,
    /// How many are to be elected on this ballot, 1 or more; 1 for a secretary.
    pub seats: u32,
    /// Alternates to take from the same ballot; for delegates alone.
    #[serde(default)]
    pub alternates: u32,
    /// Which ballot for these seats it is; the first is 1.
    pub ballot: u32,
    /// Ballots cast, where they were counted; at most `summoned`.
    #[serde(default)]
    pub ballots_cast: Option<u32>,
    /// All who stood, in any order.
    pub candidates: Vec<ElectionCandidate>,
}

/// Candidates with equal votes of whom only some have a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ElectionTie {
    /// Those tied, in the order of their identifiers' bytes.
    pub among: Vec<String>,
    /// How many of them are elected.
    pub seats: u32,
    /// How many of the others become alternates.
    pub alternates: u32,
}

/// What a ballot decided. Lists go from the most votes to the fewest; equal votes stand in the
/// order of the identifiers' bytes, or of Party age where the rule goes by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Election {
    /// The fewest votes that elect.
    pub required: u32,
    /// Elected.
    pub elected: Vec<String>,
    /// Alternates taken from the same ballot.
    pub alternates: Vec<String>,
    /// Neither elected nor alternates.
    pub not_elected: Vec<String>,
    /// Ties at the line, at most one for the seats and one for the alternates: people must settle
    /// them, and nobody named in one stands in a list above.
    pub ties: Vec<ElectionTie>,
    /// Seats that nobody got and no tie will fill.
    pub seats_left: u32,
    /// Whether those seats are for another ballot to fill.
    pub another_ballot: bool,
    /// Whether the ballots for a secretary have failed so often that the superior appoints one.
    pub superior_appoints: bool,
    /// Whether candidates in surplus are within the limit; absent where the book knows no limit.
    pub surplus_allowed: Option<bool>,
    /// Whether the ballot must be secret; absent where the book does not know.
    pub secret_ballot: Option<bool>,
}

impl ElectionInput {
    /// Refuses a ballot that cannot have happened.
    ///
    /// # Errors
    /// [`InputError`] naming the field.
    pub fn check(&self) -> Result<(), InputError> {
        in_range("summoned", self.summoned, 1, BASE_MOST)?;
        let most_seats = match self.body {
            ElectedBody::Secretary => 1,
            _ => BASE_MOST,
        };
        in_range("seats", self.seats, 1, most_seats)?;
        let most_alternates = match self.body {
            ElectedBody::Delegates => BASE_MOST,
            _ => 0,
        };
        in_range("alternates", self.alternates, 0, most_alternates)?;
        in_range("ballot", self.ballot, 1, u32::MAX)?;
        let ballots = self.ballots_cast.unwrap_or(self.summoned);
        part_of("ballotsCast", ballots.into(), self.summoned.into())?;
        if self.candidates.is_empty() {
            return Err(InputError::new(InputCode::Empty, "candidates", "[]"));
        }
        let mut seen = TextMap::new();
        for (line, candidate) in self.candidates.iter().enumerate() {
            let field = |name: &str| format!("candidates[{line}].{name}");
            stands_once(&mut seen, &|| field("id"), &candidate.id, line)?;
            part_of(&field("votes"), candidate.votes.into(), ballots.into())?;
        }
        Ok(())
    }
}

/// Who is elected on a ballot (bầu cử): ORG-34, ORG-21, ORG-35 and ORG-36; 294-QĐ/TW §11.4 and
/// §23.3, 244-QĐ/TW, 190-QĐ/TW Art. 3.
///
/// Votes are measured against all who were summoned, and not against the ballots cast. Of those
/// with more than half, the ones with the most votes are elected; alternates are the next of
/// them. The first grounds are one for each candidate, in the order of the question.
///
/// Between alternates with equal votes the higher Party age decides, where the days are given for
/// all of them and differ. No text was read on equal votes for anything else: whoever is tied at
/// the line is named, and people settle it. That more than half is needed for others than
/// delegates is inferred from the rule on delegates.
///
/// A list too long, and a ballot that had to be secret, change nobody's election: both are said
/// beside it. After three failed ballots for a secretary the superior appoints one; the clause
/// stands among those on cells.
///
/// ```
/// use handbook::vote::{ElectedBody, ElectionCandidate, ElectionInput, election};
/// use handbook::{RuleBook, date};
///
/// let candidate = |id: &str, votes| ElectionCandidate {
///     id: id.to_owned(),
///     votes,
///     party_age_from: None,
/// };
/// let book = RuleBook::vietnam();
/// let ballot = ElectionInput {
///     body: ElectedBody::Committee,
///     summoned: 20,
///     seats: 3,
///     alternates: 0,
///     ballot: 1,
///     ballots_cast: Some(18),
///     candidates: vec![candidate("a", 18), candidate("b", 10), candidate("c", 11)],
/// };
/// let result = election(&book.on(date(2025, 12, 31)?)?, &ballot)?.value;
/// assert_eq!(result.elected, ["a", "c"]);
/// assert_eq!(result.not_elected, ["b"]); // half of 20, not more
/// assert_eq!((result.seats_left, result.another_ballot), (1, true));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: nobody summoned, no seat, more than one seat for a
/// secretary, alternates for others than delegates, ballot 0, more ballots than those summoned,
/// no candidates, an identifier that is none or stands twice, more votes than ballots;
/// [`HandbookError::RuleNotInForce`] where the book knows no majority for the day.
pub fn election(
    rules: &Rules<'_>,
    input: &ElectionInput,
) -> Result<Verdict<Election>, HandbookError> {
    input.check()?;
    let mut basis = Basis::default();
    let majority = rules.get(if input.body.delegates() {
        parameter::ELECTION_MAJORITY
    } else {
        parameter::COMMITTEE_ELECTION_MAJORITY
    })?;
    let mut over: Vec<&ElectionCandidate> = Vec::new();
    let mut below: Vec<&ElectionCandidate> = Vec::new();
    for candidate in &input.candidates {
        let enough = basis.compare(
            &majority,
            Quantity::share(candidate.votes, input.summoned),
            Comparison::MoreThan,
            Quantity::share(majority.value.numerator, majority.value.denominator),
        );
        if enough { &mut over } else { &mut below }.push(candidate);
    }
    by_votes(&mut over);
    by_votes(&mut below);

    let mut count = Count {
        seats: input.seats,
        alternates: input.alternates,
        ..Count::default()
    };
    for group in over.chunk_by(|left, right| left.votes == right.votes) {
        let aged = count.goes_by_party_age(input.body)
            && group.len() > 1
            && group.iter().all(|one| one.party_age_from.is_some())
            && alternates_by_party_age(rules, &mut basis)?;
        if aged {
            let mut group = group.to_vec();
            sort_by(&mut group, |left, right| {
                left.party_age_from.cmp(&right.party_age_from)
            });
            for equal in group.chunk_by(|left, right| left.party_age_from == right.party_age_from) {
                count.place(equal);
            }
        } else {
            count.place(group);
        }
    }
    count.not_elected.extend(ids(&below));

    let left = count.seats;
    let superior_appoints = input.body == ElectedBody::Secretary
        && left > 0
        && failed_often_enough(rules, input.ballot, &mut basis)?;
    let value = Election {
        required: fewest(input.summoned, majority.value, Comparison::MoreThan),
        elected: count.elected,
        alternates: count.among_alternates,
        not_elected: count.not_elected,
        ties: count.ties,
        seats_left: left,
        another_ballot: left > 0 && !superior_appoints,
        superior_appoints,
        surplus_allowed: surplus_allowed(rules, input, &mut basis)?,
        secret_ballot: secret_ballot(rules, input.body, &mut basis)?,
    };
    Ok(Verdict::new(value, basis))
}

/// The lists as they fill, and the places still open.
#[derive(Default)]
struct Count {
    seats: u32,
    alternates: u32,
    elected: Vec<String>,
    among_alternates: Vec<String>,
    not_elected: Vec<String>,
    ties: Vec<ElectionTie>,
}

impl Count {
    /// Whether the next places go by Party age between equal votes.
    fn goes_by_party_age(&self, body: ElectedBody) -> bool {
        if self.seats > 0 {
            body == ElectedBody::Alternates
        } else {
            self.alternates > 0
        }
    }

    /// Gives the next places to candidates that nothing tells apart.
    fn place(&mut self, equal: &[&ElectionCandidate]) {
        let size = u32::try_from(equal.len()).unwrap_or(u32::MAX);
        if size <= self.seats {
            self.seats -= size;
            self.elected.extend(ids(equal));
        } else if self.seats > 0 {
            let seats = std::mem::take(&mut self.seats);
            let alternates = self.alternates.min(size - seats);
            self.alternates -= alternates;
            self.tie(equal, seats, alternates);
        } else if size <= self.alternates {
            self.alternates -= size;
            self.among_alternates.extend(ids(equal));
        } else if self.alternates > 0 {
            let alternates = std::mem::take(&mut self.alternates);
            self.tie(equal, 0, alternates);
        } else {
            self.not_elected.extend(ids(equal));
        }
    }

    fn tie(&mut self, equal: &[&ElectionCandidate], seats: u32, alternates: u32) {
        self.ties.push(ElectionTie {
            among: ids(equal).gather(),
            seats,
            alternates,
        });
    }
}

fn ids(candidates: &[&ElectionCandidate]) -> impl Iterator<Item = String> {
    candidates.iter().map(|candidate| candidate.id.clone())
}

fn by_votes(candidates: &mut [&ElectionCandidate]) {
    sort_by(candidates, |left, right| {
        right
            .votes
            .cmp(&left.votes)
            .then_with(|| left.id.cmp(&right.id))
    });
}

fn alternates_by_party_age(rules: &Rules<'_>, basis: &mut Basis) -> Result<bool, HandbookError> {
    let rule = rules.get(parameter::ALTERNATES_BY_PARTY_AGE)?;
    Ok(basis.compare(
        &rule,
        Quantity::Flag { value: true },
        Comparison::Equals,
        Quantity::Flag { value: rule.value },
    ))
}

fn failed_often_enough(
    rules: &Rules<'_>,
    ballot: u32,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    let ballots = rules.get(parameter::SECRETARY_BALLOTS)?;
    Ok(basis.compare(
        &ballots,
        Quantity::count(ballot),
        Comparison::AtLeast,
        Quantity::count(ballots.value),
    ))
}

/// Whether the list has no more in surplus than allowed, where a limit is known.
fn surplus_allowed(
    rules: &Rules<'_>,
    input: &ElectionInput,
    basis: &mut Basis,
) -> Result<Option<bool>, HandbookError> {
    let Some(share) = known(rules.get(parameter::CANDIDATE_SURPLUS))? else {
        return Ok(None);
    };
    let standing = i64::try_from(input.candidates.len()).unwrap_or(i64::MAX);
    let surplus = standing.saturating_sub(input.seats.into()).max(0);
    Ok(Some(basis.compare(
        &share,
        Quantity::share(surplus, input.seats),
        Comparison::AtMost,
        Quantity::share(share.value.numerator, share.value.denominator),
    )))
}

/// Whether the rule names the body among those elected by secret ballot, where it is known.
fn secret_ballot(
    rules: &Rules<'_>,
    body: ElectedBody,
    basis: &mut Basis,
) -> Result<Option<bool>, HandbookError> {
    let Some(secret) = known(rules.get(parameter::SECRET_BALLOT_FOR))? else {
        return Ok(None);
    };
    Ok(Some(basis.one_of(&secret, body.ballot_word())))
}

/// A rule that the answer can do without where the book does not know it.
fn known<T>(rule: Result<T, HandbookError>) -> Result<Option<T>, HandbookError> {
    match rule {
        Ok(rule) => Ok(Some(rule)),
        Err(HandbookError::RuleNotInForce { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}
