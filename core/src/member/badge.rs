//! The Party badge: who is entitled from when, and the money that goes with it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::party_age::{PartyAgeGap, counted_from, reached, round_of};
use super::{months_after, not_said};
use crate::check::{MONEY_MOST, SAFE_INTEGER_MOST, in_range, not_after, not_before};
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A measure of discipline that makes a badge wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BadgeMeasure {
    /// Khiển trách.
    Reprimand,
    /// Cảnh cáo.
    Warning,
    /// Cách chức.
    Dismissal,
}

/// Discipline that the member is under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BadgeDiscipline {
    /// The measure.
    pub measure: BadgeMeasure,
    /// The day it was decided.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whose badge is asked for, which, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BadgeInput {
    /// The day the decision on the first admission was signed.
    #[serde(deserialize_with = "crate::wire::day")]
    pub decision_on: NaiveDate,
    /// Times outside the Party, in any order, not overlapping, none ending after `on`.
    #[serde(default)]
    pub gaps: Vec<PartyAgeGap>,
    /// Years of Party age of the badge: 30, 40, 45 …
    pub years: u32,
    /// The day of death.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub died_on: Option<NaiveDate>,
    /// Gravely ill: the badge may come early.
    pub gravely_ill: bool,
    /// Discipline that the member is under.
    #[serde(default)]
    pub discipline: Option<BadgeDiscipline>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// When a badge is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Badge {
    /// The day on which the years are reached, or would have been.
    #[serde(deserialize_with = "crate::wire::day")]
    pub reached_on: NaiveDate,
    /// The round for which that day counts; it may lie some days before it.
    #[serde(deserialize_with = "crate::wire::day")]
    pub round: NaiveDate,
    /// The first day of entitlement: `reachedOn`, or the round where that comes before; earlier
    /// for the gravely ill and the dead, later under discipline. Absent when there is none.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub earliest_on: Option<NaiveDate>,
    /// Whether the member is entitled on the day asked.
    pub entitled: bool,
    /// Whether it is awarded after death (truy tặng).
    pub posthumous: bool,
}

/// Whether and from when a member is entitled to the Party badge (Huy hiệu Đảng) of so many
/// years: BDG-01 to BDG-04, 294-QĐ/TW §28, 06-HD/TW §18.
///
/// The badge is handed out in the round whose window holds the day on which the years are reached.
/// A gravely ill member may have it up to 12 months early (24 for 70 years and more). Of one who
/// died, the day of death counts: the years were reached, or were at most 12 months away. A
/// member under discipline waits, counted in calendar months from the measure: warned on
/// 10/1/2025, until 10/10/2025; that the member has corrected and the cell confirms it is for
/// people to say.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: `years` without a badge, dates in the wrong order,
/// gaps as in [`party_age`](super::party_age()); [`HandbookError::RuleNotInForce`] where the book
/// knows no rule.
///
/// ```
/// use handbook::member::{BadgeDiscipline, BadgeInput, BadgeMeasure, badge};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 9, 2)?;
/// let input = BadgeInput {
///     decision_on: date(1995, 6, 1)?,
///     gaps: Vec::new(),
///     years: 30,
///     died_on: None,
///     gravely_ill: false,
///     discipline: Some(BadgeDiscipline {
///         measure: BadgeMeasure::Warning,
///         on: date(2025, 1, 10)?,
///     }),
///     on,
/// };
/// let badge = badge(&book.on(on)?, &input)?.value;
/// assert_eq!(badge.reached_on, date(2025, 6, 1)?);
/// assert_eq!(badge.round, date(2025, 9, 2)?);
/// assert_eq!(badge.earliest_on, Some(date(2025, 10, 10)?));
/// assert!(!badge.entitled);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn badge(rules: &Rules<'_>, input: &BadgeInput) -> Result<Verdict<Badge>, HandbookError> {
    let badge_years = rules.get(parameter::BADGE_YEARS)?;
    let rounds = rules.get(parameter::BADGE_ROUNDS)?;
    let years = known_years(&badge_years, input.years)?;
    let start = counted_from(input.decision_on, &input.gaps, input.on)?;
    if let Some(died_on) = input.died_on {
        not_before("diedOn", died_on, input.decision_on)?;
        not_after("diedOn", died_on, input.on)?;
    }
    if let Some(discipline) = &input.discipline {
        not_before("discipline.on", discipline.on, input.decision_on)?;
        not_after(
            "discipline.on",
            discipline.on,
            input.died_on.unwrap_or(input.on),
        )?;
    }

    let mut basis = Basis::default();
    let reached_on = reached(input.decision_on, start, years)?;
    let lived_until = input.died_on.unwrap_or(input.on);
    basis.compare(
        &badge_years,
        Quantity::Date { value: lived_until },
        Comparison::AtLeast,
        Quantity::Date { value: reached_on },
    );
    let round = round_of(&rounds, reached_on, &mut basis)?;
    // A round may come some days before its window closes.
    let ordinary = reached_on.min(round);
    let mut earliest_on = match input.died_on {
        Some(died_on) => posthumous_from(rules, (reached_on, ordinary), died_on, &mut basis)?,
        None if input.gravely_ill => {
            Some(early_from(rules, input, years, reached_on, &mut basis)?.min(ordinary))
        }
        None => Some(ordinary),
    };
    if let Some(discipline) = &input.discipline {
        let waited = waited_until(rules, discipline, input.on, &mut basis)?;
        earliest_on = earliest_on.map(|earliest| earliest.max(waited));
    }
    let entitled = earliest_on.is_some_and(|earliest| earliest <= input.on);
    let value = Badge {
        reached_on,
        round,
        earliest_on,
        entitled,
        posthumous: earliest_on.is_some() && input.died_on.is_some(),
    };
    Ok(Verdict::new(value, basis))
}

/// The years as the rule book counts them, if there is such a badge.
fn known_years(badge_years: &InForce<'_, Vec<i64>>, years: u32) -> Result<i64, InputError> {
    let years = i64::from(years);
    if badge_years.value.contains(&years) {
        return Ok(years);
    }
    let known: Vec<String> = badge_years.value.iter().map(ToString::to_string).gather();
    Err(InputError::new(InputCode::UnknownChoice, "years", years).with_limit(known.join(" | ")))
}

/// From when the badge of one who died may be awarded; `None` when death came too early.
fn posthumous_from(
    rules: &Rules<'_>,
    (reached_on, ordinary): (NaiveDate, NaiveDate),
    died_on: NaiveDate,
    basis: &mut Basis,
) -> Result<Option<NaiveDate>, HandbookError> {
    let months = rules.get(parameter::BADGE_POSTHUMOUS_MONTHS)?;
    let from = months_after("decisionOn", reached_on, months.value.saturating_neg())?;
    let near_enough = basis.compare(
        &months,
        Quantity::Date { value: died_on },
        Comparison::AtLeast,
        Quantity::Date { value: from },
    );
    Ok(near_enough.then(|| died_on.min(ordinary).max(from)))
}

/// From when a gravely ill member may have the badge.
fn early_from(
    rules: &Rules<'_>,
    input: &BadgeInput,
    years: i64,
    reached_on: NaiveDate,
    basis: &mut Basis,
) -> Result<NaiveDate, HandbookError> {
    let early = rules.get(parameter::BADGE_EARLY_MONTHS)?;
    let months = early
        .value
        .iter()
        .filter_map(|row| match row.as_slice() {
            [from_years, months] if *from_years <= years => Some((*from_years, *months)),
            _ => None,
        })
        .max()
        .map(|(_, months)| months)
        .ok_or_else(|| not_said(&early, rules.date()))?;
    let from = months_after("decisionOn", reached_on, months.saturating_neg())?;
    basis.compare(
        &early,
        Quantity::Date { value: input.on },
        Comparison::AtLeast,
        Quantity::Date { value: from },
    );
    Ok(from)
}

/// Until when discipline makes the badge wait.
fn waited_until(
    rules: &Rules<'_>,
    discipline: &BadgeDiscipline,
    on: NaiveDate,
    basis: &mut Basis,
) -> Result<NaiveDate, HandbookError> {
    let wait = rules.get(match discipline.measure {
        BadgeMeasure::Reprimand => parameter::BADGE_WAIT_REPRIMAND,
        BadgeMeasure::Warning => parameter::BADGE_WAIT_WARNING,
        BadgeMeasure::Dismissal => parameter::BADGE_WAIT_DISMISSAL,
    })?;
    let until = months_after("discipline.on", discipline.on, wait.value)?;
    basis.compare(
        &wait,
        Quantity::Date { value: on },
        Comparison::AtLeast,
        Quantity::Date { value: until },
    );
    Ok(until)
}

/// Which badge, and the base salary of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BadgePrizeInput {
    /// Years of Party age of the badge.
    pub years: u32,
    /// The base salary (mức lương cơ sở) in đồng, 1 to 100 million million.
    pub base_salary: i64,
}

/// The money that goes with a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BadgePrize {
    /// In đồng.
    pub amount: i64,
}

/// The money that goes with a badge (tặng thưởng kèm theo Huy hiệu Đảng): BDG-07, 56-HD/VPTW, a
/// multiple of the base salary. A fraction of a đồng is rounded down.
///
/// # Errors
/// [`HandbookError::Input`] naming `years` without a badge, or a base salary out of range;
/// [`HandbookError::RuleNotInForce`] for a badge whose multiple was not read (45, 85 and 90
/// years).
///
/// ```
/// use handbook::member::{BadgePrizeInput, badge_prize};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let prize = badge_prize(&rules, &BadgePrizeInput { years: 30, base_salary: 2_340_000 })?;
/// assert_eq!(prize.value.amount, 3_510_000);
/// assert!(badge_prize(&rules, &BadgePrizeInput { years: 45, base_salary: 2_340_000 }).is_err());
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn badge_prize(
    rules: &Rules<'_>,
    input: &BadgePrizeInput,
) -> Result<Verdict<BadgePrize>, HandbookError> {
    in_range("baseSalary", input.base_salary, 1, MONEY_MOST)?;
    let years = known_years(&rules.get(parameter::BADGE_YEARS)?, input.years)?;
    let prizes = rules.get(parameter::BADGE_PRIZE_TENTHS)?;
    let tenths = prizes
        .value
        .iter()
        .find_map(|row| match row.as_slice() {
            [known, tenths] if *known == years => Some(*tenths),
            _ => None,
        })
        .ok_or_else(|| not_said(&prizes, rules.date()))?;
    let multiple = Fraction {
        numerator: tenths.max(0),
        denominator: 10,
    };
    let amount = multiple.floor_of(input.base_salary);
    in_range("baseSalary", amount, 0, SAFE_INTEGER_MOST)?;
    let mut basis = Basis::default();
    basis.compare(
        &prizes,
        Quantity::share(amount, input.base_salary),
        Comparison::AtMost,
        Quantity::share(multiple.numerator, multiple.denominator),
    );
    Ok(Verdict::new(BadgePrize { amount }, basis))
}
