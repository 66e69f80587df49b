//! The cap on excellent: how many of a group, and who.

use serde::{Deserialize, Serialize};

use super::rule::OnDemand;
use crate::check::in_range;
use crate::compact::{TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::exact::floor_div;
use crate::identifier::MemberId;
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::{CapGroup, CapReading, CapRounding};
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Marks of 100 points, in hundredths.
const FULL_MARKS: u32 = 10_000;

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
    /// The superior judged the unit outstanding, which raises the share.
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
    /// The superior judged the unit outstanding, which raises the share.
    pub outstanding: bool,
    /// All rated of the group.
    pub rated: u32,
    /// Those whose own facts give good; with the candidates at most `rated`.
    pub good: u32,
    /// Those whose own facts give excellent, in any order.
    pub candidates: Vec<CapCandidate>,
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
        let better = u64::from(counts.eligible) + u64::from(counts.good);
        if better > u64::from(counts.rated) {
            return Err(
                InputError::new(InputCode::Contradiction, "rated", counts.rated)
                    .with_limit(format!("{better} or more"))
                    .into(),
            );
        }
        let share = if outstanding {
            &self.outstanding
        } else {
            &self.share
        }
        .needed()?;
        let reading = reading.unwrap_or(self.reading.value);
        recorder.policy(&self.reading, reading.word());
        recorder.policy(&self.group, self.group.value.word());
        recorder.policy(&self.rounding, self.rounding.value.word());

        let most = most_excellent(counts, share.value, reading, self.rounding.value);
        recorder.compare(
            share,
            Quantity::count(counts.eligible),
            Comparison::AtMost,
            Quantity::count(most),
        );
        Ok(counts.eligible.min(most))
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
/// those of one group of the kind that the policy names. The reading may be chosen in the
/// question, to see how much depends on it.
///
/// # Errors
/// [`HandbookError::Input`] naming `rated` when it is less than those eligible and good;
/// [`HandbookError::RuleNotInForce`] where the book knows no cap.
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
    let allowed =
        CapRules::in_force(rules)?.allowed(counts, input.reading, input.outstanding, recorder)?;
    Ok(ExcellentCap { allowed })
}

/// Who of a group stays excellent under the cap: the candidates with the most marks, as many as
/// [`excellent_cap`] allows.
///
/// A tie at the line is not broken: those tied are named in `voteNeeded` with the number of
/// `seats` left, and the competent body votes.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: an identifier that is none or stands twice, marks
/// above 10,000, `rated` less than the candidates and those good;
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
///     outstanding: false,
///     rated: 10,
///     good: 4,
///     candidates: vec![candidate("b", 9_300), candidate("a", 9_300), candidate("c", 9_800)],
/// };
/// let outcome = apply_cap(&rules, &input)?.value;
/// assert_eq!(outcome.excellent, ["c"]);
/// assert_eq!(outcome.vote_needed, ["a", "b"]);
/// assert_eq!(outcome.seats, 1);
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
    let allowed =
        CapRules::in_force(rules)?.allowed(counts, input.reading, input.outstanding, recorder)?;

    let mut ranked: Vec<&CapCandidate> = input.candidates.iter().collect();
    sort_by(&mut ranked, |left, right| {
        right
            .marks
            .cmp(&left.marks)
            .then_with(|| left.id.cmp(&right.id))
    });
    let places = usize::try_from(allowed).unwrap_or(usize::MAX);
    // The marks of the last one in and of the first one out: equal marks are a tie.
    let last_in = places.checked_sub(1).and_then(|last| ranked.get(last));
    let tied = match (last_in, ranked.get(places)) {
        (Some(inside), Some(outside)) if inside.marks == outside.marks => Some(inside.marks),
        _ => None,
    };
    let mut outcome = CapOutcome {
        group: input.group.clone(),
        allowed,
        excellent: Vec::new(),
        demoted: Vec::new(),
        vote_needed: Vec::new(),
        seats: 0,
    };
    for (place, candidate) in ranked.iter().enumerate() {
        let inside = place < places;
        let list = if tied == Some(candidate.marks) {
            outcome.seats += u32::from(inside);
            &mut outcome.vote_needed
        } else if inside {
            &mut outcome.excellent
        } else {
            &mut outcome.demoted
        };
        list.push(candidate.id.clone());
    }
    for list in [
        &mut outcome.excellent,
        &mut outcome.demoted,
        &mut outcome.vote_needed,
    ] {
        sort_by(list, Ord::cmp);
    }
    Ok(outcome)
}

fn check_candidates(candidates: &[CapCandidate]) -> Result<(), InputError> {
    let mut seen = TextMap::new();
    for (line, candidate) in candidates.iter().enumerate() {
        MemberId::new(&candidate.id).map_err(|error| InputError {
            field: format!("candidates[{line}].id"),
            ..error
        })?;
        if !seen.insert(&candidate.id, line) {
            let field = format!("candidates[{line}].id");
            return Err(InputError::new(InputCode::Duplicate, field, &candidate.id));
        }
        in_range(
            &format!("candidates[{line}].marks"),
            candidate.marks,
            0,
            FULL_MARKS,
        )?;
    }
    Ok(())
}
