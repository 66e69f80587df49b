//! The cap on excellent: how many of a group, and who.

use serde::{Deserialize, Serialize};

use super::cap_cut::{Cut, Own};
use super::rule::OnDemand;
use crate::check::{FULL_MARKS, in_range, stands_once};
use crate::compact::{TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::exact::floor_div;
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::{CapGroup, CapReading, CapRounding, CapTie, Level};
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// How the cap is read; whatever is absent is as in force. What differs from the rules in force
/// shows in the answer as chosen by the question.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapTerms {
    /// What the cap is a share of.
    #[serde(default)]
    pub reading: Option<CapReading>,
    /// The share itself, from 0 to 1.
    #[serde(default)]
    pub share: Option<Fraction>,
    /// How it becomes a whole number.
    #[serde(default)]
    pub rounding: Option<CapRounding>,
    /// What kind of group the cap holds in.
    #[serde(default)]
    pub group_kind: Option<CapGroup>,
    /// The superior judged the unit outstanding, which raises the share in force.
    #[serde(default)]
    pub outstanding: bool,
}

impl CapTerms {
    /// Refuses a share that is none; `under` is what the terms are called, with a full stop.
    pub(crate) fn check(&self, under: &str) -> Result<(), InputError> {
        match self.share {
            Some(share)
                if share.denominator < 1
                    || share.numerator < 0
                    || share.numerator > share.denominator =>
            {
                let field = format!("{under}share");
                Err(InputError::new(InputCode::OutOfRange, field, share).with_limit("0..=1"))
            }
            _ => Ok(()),
        }
    }
}

/// A group, counted, before anyone is demoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcellentCapInput {
    /// E: those whose own facts give excellent.
    pub eligible: u32,
    /// G: those whose own facts give good; with `eligible` at most `rated`.
    pub good: u32,
    /// N: all rated.
    pub rated: u32,
    /// What the cap is a share of; absent for the reading in force.
    #[serde(default)]
    pub reading: Option<CapReading>,
    /// The share, from 0 to 1; absent for the one in force.
    #[serde(default)]
    pub share: Option<Fraction>,
    /// How it becomes a whole number; absent for the rounding in force.
    #[serde(default)]
    pub rounding: Option<CapRounding>,
    /// What kind of group it is; absent for the kind in force.
    #[serde(default)]
    pub group_kind: Option<CapGroup>,
    /// The superior judged the unit outstanding, which raises the share in force.
    pub outstanding: bool,
}

/// How many may be excellent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcellentCap {
    /// At most `eligible`.
    pub allowed: u32,
}

/// One who is eligible for excellent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapCandidate {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// Marks in hundredths of a point, 0 to 10,000.
    pub marks: u32,
}

/// A group with everyone in it who is eligible for excellent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApplyCapInput {
    /// What the group is called.
    pub group: String,
    /// What the cap is a share of; absent for the reading in force.
    #[serde(default)]
    pub reading: Option<CapReading>,
    /// The share, from 0 to 1; absent for the one in force.
    #[serde(default)]
    pub share: Option<Fraction>,
    /// How it becomes a whole number; absent for the rounding in force.
    #[serde(default)]
    pub rounding: Option<CapRounding>,
    /// What kind of group it is; absent for the kind in force.
    #[serde(default)]
    pub group_kind: Option<CapGroup>,
    /// The superior judged the unit outstanding, which raises the share in force.
    pub outstanding: bool,
    /// All rated of the group.
    pub rated: u32,
    /// Those whose own facts give good; with the candidates at most `rated`.
    pub good: u32,
    /// Those whose own facts give excellent, in any order.
    pub candidates: Vec<CapCandidate>,
    /// Whom the vote chose among those tied at the line, as many as there are seats; absent
    /// before the vote.
    #[serde(default)]
    pub chosen: Option<Vec<String>>,
}

/// Who stays excellent. Every list is in the order of the identifiers' bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapOutcome {
    /// The group, as asked.
    pub group: String,
    /// How many may be excellent.
    pub allowed: u32,
    /// Excellent without a vote.
    pub excellent: Vec<String>,
    /// Demoted to good.
    pub demoted: Vec<String>,
    /// Tied at the line: people must vote for `seats` of them; the rest are demoted.
    pub vote_needed: Vec<String>,
    /// How many of `voteNeeded` may be excellent; 0 when no vote is needed.
    pub seats: u32,
}

/// A group's counts: E eligible, G good, N rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CapCounts {
    /// E: those whose own facts give excellent.
    pub eligible: u32,
    /// G: those whose own facts give good.
    pub good: u32,
    /// N: all rated.
    pub rated: u32,
}

/// The rules of the cap, looked up once for many groups.
#[derive(Debug, Clone)]
pub struct CapRules<'book> {
    share: OnDemand<'book, Fraction>,
    outstanding: OnDemand<'book, Fraction>,
    reading: InForce<'book, CapReading>,
    group: InForce<'book, CapGroup>,
    rounding: InForce<'book, CapRounding>,
    tie: OnDemand<'book, CapTie>,
    vote_share: OnDemand<'book, Fraction>,
}

impl<'book> CapRules<'book> {
    /// The rules of the cap on a day.
    ///
    /// # Errors
    /// [`HandbookError::RuleNotInForce`] where the book knows no reading, group or rounding.
    pub fn in_force(rules: &Rules<'book>) -> Result<Self, HandbookError> {
        Ok(Self {
            share: OnDemand::in_force(rules, parameter::CAP_SHARE),
            outstanding: OnDemand::in_force(rules, parameter::CAP_SHARE_OUTSTANDING),
            reading: rules.get(parameter::CAP_READING)?,
            group: rules.get(parameter::CAP_GROUP)?,
            rounding: rules.get(parameter::CAP_ROUNDING)?,
            tie: OnDemand::in_force(rules, parameter::CAP_TIE),
            vote_share: OnDemand::in_force(rules, parameter::EVALUATION_VOTE_SHARE),
        })
    }

    /// How many of a group may be excellent.
    ///
    /// # Errors
    /// As [`excellent_cap`].
    pub fn allowed<R: Recorder>(
        &self,
        counts: CapCounts,
        reading: Option<CapReading>,
        outstanding: bool,
        recorder: &mut R,
    ) -> Result<u32, HandbookError> {
        let terms = CapTerms {
            reading,
            outstanding,
            ..CapTerms::default()
        };
        self.allowed_under(counts, &terms, recorder)
    }

    /// How many of a group may be excellent under terms of the question's own.
    ///
    /// # Errors
    /// As [`excellent_cap`].
    pub fn allowed_under<R: Recorder>(
        &self,
        counts: CapCounts,
        terms: &CapTerms,
        recorder: &mut R,
    ) -> Result<u32, HandbookError> {
        self.policies(terms, recorder)?;
        let limit = self.limit(counts, counts.eligible, terms, recorder)?;
        Ok(counts.eligible.min(limit))
    }

    /// The reading in force, which a question may replace.
    pub(super) fn reading(&self) -> CapReading {
        self.reading.value
    }

    /// The kind of group in force, which a question may replace.
    pub(crate) fn group(&self) -> CapGroup {
        self.group.value
    }

    /// What a vote among those tied at the line does.
    pub(super) fn tie(&self) -> Result<&InForce<'book, CapTie>, HandbookError> {
        self.tie.needed()
    }

    /// Tells how votes at the line are read.
    pub(crate) fn tie_policy(&self, basis: &mut Basis) -> Result<(), HandbookError> {
        let tie = self.tie()?;
        basis.policy(tie, tie.value.word());
        Ok(())
    }

    /// The share of votes that carries a level, where one is known (EVL-17).
    pub(super) fn vote_share(&self) -> Result<Option<&InForce<'book, Fraction>>, HandbookError> {
        self.vote_share.known()
    }

    /// Tells how the cap is read.
    pub(crate) fn policies<R: Recorder>(
        &self,
        terms: &CapTerms,
        recorder: &mut R,
    ) -> Result<(), HandbookError> {
        let reading = terms.reading.unwrap_or(self.reading.value);
        let group = terms.group_kind.unwrap_or(self.group.value);
        let rounding = terms.rounding.unwrap_or(self.rounding.value);
        recorder.policy(&self.reading, reading.word());
        recorder.policy(&self.group, group.word());
        recorder.policy(&self.rounding, rounding.word());
        if let Some(share) = terms.share {
            recorder.policy(&self.share(terms)?, &share.to_string());
        }
        Ok(())
    }

    /// The share with where it comes from.
    fn share(&self, terms: &CapTerms) -> Result<InForce<'book, Fraction>, HandbookError> {
        if let Some(asked) = terms.share {
            terms.check("")?;
            // What raises the share in force has no say in one that the question gives.
            return Ok(self.share.needed()?.asked(asked));
        }
        let share = if terms.outstanding {
            &self.outstanding
        } else {
            &self.share
        };
        Ok(share.needed()?.clone())
    }

    /// The most that may be excellent, before it meets the number eligible: what `listed` is
    /// measured against.
    pub(super) fn limit<R: Recorder>(
        &self,
        counts: CapCounts,
        listed: u32,
        terms: &CapTerms,
        recorder: &mut R,
    ) -> Result<u32, HandbookError> {
        let better = u64::from(counts.eligible) + u64::from(counts.good);
        if better > u64::from(counts.rated) {
            return Err(
                InputError::new(InputCode::Contradiction, "rated", counts.rated)
                    .with_limit(format!("{better} or more"))
                    .into(),
            );
        }
        let share = self.share(terms)?;
        let reading = terms.reading.unwrap_or(self.reading.value);
        let rounding = terms.rounding.unwrap_or(self.rounding.value);
        let most = most_excellent(counts, share.value, reading, rounding);
        recorder.compare(
            &share,
            Quantity::count(listed),
            Comparison::AtMost,
            Quantity::count(most),
        );
        Ok(most)
    }
}

/// The cap, before it meets the number eligible; at most 2³² − 1, which no group reaches.
pub(super) fn most_excellent(
    counts: CapCounts,
    share: Fraction,
    reading: CapReading,
    rounding: CapRounding,
) -> u32 {
    let (numerator, denominator) = (i128::from(share.numerator), i128::from(share.denominator));
    let better = i128::from(counts.good) + i128::from(counts.eligible);
    let (whole, numerator, denominator) = match reading {
        CapReading::ShareOfGoodBeforeDemotion => (counts.good.into(), numerator, denominator),
        // Those demoted are good in the final table: k ≤ (G+E−k)·p/q is k ≤ p(G+E)/(p+q).
        CapReading::ShareOfGoodAfterDemotion => (better, numerator, denominator + numerator),
        CapReading::ShareOfGoodOrBetter => (better, numerator, denominator),
        CapReading::ShareOfRated => (counts.rated.into(), numerator, denominator),
    };
    let part = whole * numerator;
    let most = match rounding {
        CapRounding::Floor => floor_div(part, denominator),
        CapRounding::HalfUp => floor_div(2 * part + denominator, 2 * denominator),
        CapRounding::Ceiling => floor_div(part + denominator - 1, denominator),
    };
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// How many of a group may be excellent (tỷ lệ hoàn thành xuất sắc nhiệm vụ): section 6.4 of the
/// catalogue; 124-QĐ/TW and 366-QĐ/TW Art. 12.
///
/// Sources differ on what the share is of, within which group it holds and how it becomes a whole
/// number: all three are policies of the rule book and shown in the answer. The counts must be
/// those of one group of the kind that the policy names. The question may choose its own reading,
/// share, rounding and kind of group, to see how much depends on them; each shows as chosen by
/// the question.
///
/// # Errors
/// [`HandbookError::Input`] naming `rated` when it is less than those eligible and good, or `share`
/// when it is below 0 or above 1; [`HandbookError::RuleNotInForce`] where the book knows no cap.
///
/// ```
/// use handbook::evaluation::{ExcellentCapInput, excellent_cap};
/// use handbook::rulebook::policy::CapReading;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let group = ExcellentCapInput {
///     eligible: 7,
///     good: 9,
///     rated: 20,
///     reading: Some(CapReading::ShareOfGoodOrBetter),
///     share: None,
///     rounding: None,
///     group_kind: None,
///     outstanding: false,
/// };
/// assert_eq!(excellent_cap(&rules, &group)?.value.allowed, 3);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn excellent_cap(
    rules: &Rules<'_>,
    input: &ExcellentCapInput,
) -> Result<Verdict<ExcellentCap>, HandbookError> {
    let mut basis = Basis::default();
    let value = excellent_cap_with(rules, input, &mut basis)?;
    Ok(Verdict::new(value, basis))
}

/// The same as [`excellent_cap`], with a recorder of the caller's.
///
/// # Errors
/// As [`excellent_cap`].
pub fn excellent_cap_with<R: Recorder>(
    rules: &Rules<'_>,
    input: &ExcellentCapInput,
    recorder: &mut R,
) -> Result<ExcellentCap, HandbookError> {
    let counts = CapCounts {
        eligible: input.eligible,
        good: input.good,
        rated: input.rated,
    };
    let terms = CapTerms {
        reading: input.reading,
        share: input.share,
        rounding: input.rounding,
        group_kind: input.group_kind,
        outstanding: input.outstanding,
    };
    let allowed = CapRules::in_force(rules)?.allowed_under(counts, &terms, recorder)?;
    Ok(ExcellentCap { allowed })
}

/// Who of a group stays excellent under the cap: the candidates with the most marks, as many as
/// [`excellent_cap`] allows.
///
/// A tie at the line is not broken: those tied are named in `voteNeeded` with the number of
/// `seats` left, and the competent body votes. What it chose is given as `chosen`: then the lists
/// are final.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: an identifier that is none or stands twice, marks
/// above 10,000, `rated` less than the candidates and those good, `chosen` that names somebody not
/// tied at the line or not as many as there are seats;
/// [`HandbookError::RuleNotInForce`] where the book knows no cap.
///
/// ```
/// use handbook::evaluation::{ApplyCapInput, CapCandidate, apply_cap};
/// use handbook::rulebook::policy::CapReading;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let candidate = |id: &str, marks| CapCandidate { id: id.to_owned(), marks };
/// let input = ApplyCapInput {
///     group: "cell-1".to_owned(),
///     reading: Some(CapReading::ShareOfRated),
///     share: None,
///     rounding: None,
///     group_kind: None,
///     outstanding: false,
///     rated: 10,
///     good: 4,
///     candidates: vec![candidate("b", 9_300), candidate("a", 9_300), candidate("c", 9_800)],
///     chosen: None,
/// };
/// let outcome = apply_cap(&rules, &input)?.value;
/// assert_eq!(outcome.excellent, ["c"]);
/// assert_eq!(outcome.vote_needed, ["a", "b"]);
/// assert_eq!(outcome.seats, 1);
///
/// let voted = ApplyCapInput { chosen: Some(vec!["b".to_owned()]), ..input };
/// assert_eq!(apply_cap(&rules, &voted)?.value.excellent, ["b", "c"]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn apply_cap(
    rules: &Rules<'_>,
    input: &ApplyCapInput,
) -> Result<Verdict<CapOutcome>, HandbookError> {
    let mut basis = Basis::default();
    let value = apply_cap_with(rules, input, &mut basis)?;
    Ok(Verdict::new(value, basis))
}

/// The same as [`apply_cap`], with a recorder of the caller's.
///
/// # Errors
/// As [`apply_cap`].
pub fn apply_cap_with<R: Recorder>(
    rules: &Rules<'_>,
    input: &ApplyCapInput,
    recorder: &mut R,
) -> Result<CapOutcome, HandbookError> {
    check_candidates(&input.candidates)?;
    let eligible = u32::try_from(input.candidates.len()).map_err(|_| {
        InputError::new(InputCode::TooLong, "candidates", input.candidates.len())
            .with_limit(u32::MAX.to_string())
    })?;
    let counts = CapCounts {
        eligible,
        good: input.good,
        rated: input.rated,
    };
    let terms = CapTerms {
        reading: input.reading,
        share: input.share,
        rounding: input.rounding,
        group_kind: input.group_kind,
        outstanding: input.outstanding,
    };
    let allowed = CapRules::in_force(rules)?.allowed_under(counts, &terms, recorder)?;
    let own = |candidate: &CapCandidate| Own {
        level: Some(Level::Excellent),
        marks: Some(candidate.marks),
    };
    let all: Vec<Own> = input.candidates.iter().map(own).collect();
    let cut = Cut::of(&all, allowed);
    let ids = input
        .candidates
        .iter()
        .map(|candidate| candidate.id.as_str());
    let mut outcome = cut.outcome(&input.group, &mut ids.zip(all.iter().copied()));
    if let Some(chosen) = &input.chosen {
        settle_chosen(&mut outcome, chosen)?;
    }
    Ok(outcome)
}

impl CapOutcome {
    /// Takes one of those tied at the line out of the tie, with the level that the vote gave.
    pub(crate) fn settle(&mut self, id: &str, level: Level) {
        let known = |known: &String| known.as_str().cmp(id);
        let Ok(place) = self.vote_needed.binary_search_by(known) else {
            return;
        };
        let list = if level == Level::Excellent {
            self.seats = self.seats.saturating_sub(1);
            &mut self.excellent
        } else {
            &mut self.demoted
        };
        list.push(self.vote_needed.remove(place));
        sort_by(list, Ord::cmp);
        if self.vote_needed.is_empty() {
            self.seats = 0;
        }
    }
}

/// Takes in whom the vote chose among those tied at the line.
fn settle_chosen(outcome: &mut CapOutcome, chosen: &[String]) -> Result<(), InputError> {
    let seats = usize::try_from(outcome.seats).unwrap_or(usize::MAX);
    if chosen.len() != seats {
        return Err(
            InputError::new(InputCode::Contradiction, "chosen", chosen.len())
                .with_limit(outcome.seats.to_string()),
        );
    }
    for (line, id) in chosen.iter().enumerate() {
        if outcome.vote_needed.binary_search(id).is_err() {
            let code = if outcome.excellent.contains(id) {
                InputCode::Duplicate
            } else {
                InputCode::UnknownId
            };
            return Err(InputError::new(code, format!("chosen[{line}]"), id)
                .with_limit(outcome.vote_needed.join(" | ")));
        }
        outcome.settle(id, Level::Excellent);
    }
    while let Some(left) = outcome.vote_needed.last().cloned() {
        outcome.settle(&left, Level::Good);
    }
    Ok(())
}

fn check_candidates(candidates: &[CapCandidate]) -> Result<(), InputError> {
    let mut seen = TextMap::new();
    for (line, candidate) in candidates.iter().enumerate() {
        let field = || format!("candidates[{line}].id");
        stands_once(&mut seen, &field, &candidate.id, line)?;
        in_range(
            &format!("candidates[{line}].marks"),
            candidate.marks,
            0,
            FULL_MARKS,
        )?;
    }
    Ok(())
}
