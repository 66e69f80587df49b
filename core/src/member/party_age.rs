//! Party age: the time from the decision on admission, without the gaps.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{months_after, not_said};
use crate::calendar::{add_months, months_between};
use crate::check::{not_after, not_before};
use crate::compact::{Gather, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Months of a year.
const YEAR: i64 = 12;

/// A time outside the Party (thời gian gián đoạn): expelled, deleted, lost contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartyAgeGap {
    /// First day that does not count.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// First day that counts again, after `from`.
    #[serde(deserialize_with = "crate::wire::day")]
    pub to: NaiveDate,
}

/// Whose Party age is asked for, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartyAgeInput {
    /// The day the decision on the first admission was signed; where there is none on file, the
    /// date on the card.
    #[serde(deserialize_with = "crate::wire::day")]
    pub decision_on: NaiveDate,
    /// Times outside the Party, in any order, not overlapping, none ending after `on`.
    #[serde(default)]
    pub gaps: Vec<PartyAgeGap>,
    /// The day on which the age is asked for.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// The next badge in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NextBadge {
    /// Years of Party age.
    pub years: u32,
    /// The day on which they are reached.
    #[serde(deserialize_with = "crate::wire::day")]
    pub reached_on: NaiveDate,
    /// The round in which the badge is awarded; it may lie some days before `reachedOn`.
    #[serde(deserialize_with = "crate::wire::day")]
    pub round: NaiveDate,
}

/// Party age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartyAge {
    /// Full years.
    pub years: u32,
    /// Full months beyond the years, 0 to 11.
    pub months: u32,
    /// Days beyond the months, 0 to 30.
    pub days: u32,
    /// The first badge whose years are reached on the day asked or later; absent after the last.
    #[serde(default)]
    pub next_badge: Option<NextBadge>,
}

/// Party age (tuổi đảng) of a full member in years, months and days, and the next badge: MEM-30,
/// MEM-31, 294-QĐ/TW §4.5; BDG-01, BDG-02.
///
/// It counts from the day the decision on admission was signed, not from the ceremony, without
/// the gaps. Convention: a gap is measured in calendar months and the days left over, gaps that
/// touch are one gap, and the sum of all moves the first day of counting. A person outside the
/// Party from 1/4/2020 to 1/4/2023 thus loses 36 months exactly.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: `on` before `decisionOn`, a gap that ends before it
/// starts, lies outside the time from decision to `on`, or overlaps another;
/// [`HandbookError::RuleNotInForce`] where the book knows no badges or rounds.
///
/// ```
/// use handbook::member::{PartyAgeInput, party_age};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let input =
///     PartyAgeInput { decision_on: date(1996, 2, 3)?, gaps: Vec::new(), on };
/// let age = party_age(&book.on(on)?, &input)?.value;
/// assert_eq!((age.years, age.months, age.days), (29, 10, 28));
/// assert_eq!(age.next_badge.map(|badge| badge.round), Some(date(2026, 2, 3)?));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn party_age(
    rules: &Rules<'_>,
    input: &PartyAgeInput,
) -> Result<Verdict<PartyAge>, HandbookError> {
    let badge_years = rules.get(parameter::BADGE_YEARS)?;
    let rounds = rules.get(parameter::BADGE_ROUNDS)?;
    let start = counted_from(input.decision_on, &input.gaps, input.on)?;
    let months = months_between(start, input.on);
    let rest = add_months(start, months).map_or(0, |reached| {
        input.on.signed_duration_since(reached).num_days()
    });

    let mut basis = Basis::default();
    let mut next_badge = None;
    for years in &badge_years.value {
        let reached_on = reached(input.decision_on, start, *years)?;
        if reached_on < input.on {
            continue;
        }
        basis.compare(
            &badge_years,
            Quantity::Date { value: input.on },
            Comparison::AtLeast,
            Quantity::Date { value: reached_on },
        );
        let round = round_of(&rounds, reached_on, &mut basis)?;
        next_badge = u32::try_from(*years).ok().map(|years| NextBadge {
            years,
            reached_on,
            round,
        });
        break;
    }
    let months = months.unsigned_abs();
    let value = PartyAge {
        years: months / 12,
        months: months % 12,
        days: u32::try_from(rest).unwrap_or_default(),
        next_badge,
    };
    Ok(Verdict::new(value, basis))
}

/// The day from which Party age counts as if there had been no gap; at most `on`.
pub(super) fn counted_from(
    decision_on: NaiveDate,
    gaps: &[PartyAgeGap],
    on: NaiveDate,
) -> Result<NaiveDate, InputError> {
    not_before("on", on, decision_on)?;
    for (line, gap) in gaps.iter().enumerate() {
        not_before(&format!("gaps[{line}].from"), gap.from, decision_on)?;
        not_after(&format!("gaps[{line}].to"), gap.to, on)?;
        if gap.to <= gap.from {
            let field = format!("gaps[{line}].to");
            return Err(InputError::new(InputCode::DateOrder, field, gap.to)
                .with_limit(format!("after {}", gap.from)));
        }
    }
    let mut ordered: Vec<(usize, PartyAgeGap)> = gaps.iter().copied().enumerate().gather();
    sort_by_key(&mut ordered, |(_, gap)| *gap);
    let mut merged: Vec<PartyAgeGap> = Vec::with_capacity(ordered.len());
    for (line, gap) in ordered {
        match merged.last_mut() {
            Some(last) if gap.from < last.to => {
                let field = format!("gaps[{line}].from");
                return Err(InputError::new(InputCode::Contradiction, field, gap.from)
                    .with_limit(format!("{} or later", last.to)));
            }
            Some(last) if gap.from == last.to => last.to = gap.to,
            _ => merged.push(gap),
        }
    }
    let (mut months, mut days) = (0_i64, 0_i64);
    for gap in merged {
        let full = months_between(gap.from, gap.to);
        months += i64::from(full);
        days += add_months(gap.from, full).map_or(0, |reached| {
            gap.to.signed_duration_since(reached).num_days()
        });
    }
    let moved = months_after("decisionOn", decision_on, months)?;
    // Months of unequal length can add up to some days more than there were.
    Ok(TimeDelta::try_days(days)
        .and_then(|days| moved.checked_add_signed(days))
        .map_or(on, |start| start.min(on)))
}

/// The day on which so many years are reached, counted from `start`.
pub(super) fn reached(
    decision_on: NaiveDate,
    start: NaiveDate,
    years: i64,
) -> Result<NaiveDate, InputError> {
    months_after("decisionOn", start, years.saturating_mul(YEAR)).map_err(|mut error| {
        error.value = decision_on.to_string();
        error
    })
}

/// The round in which a badge is awarded whose years are reached on a day.
pub(super) fn round_of(
    rounds: &InForce<'_, Vec<Vec<i64>>>,
    reached_on: NaiveDate,
    basis: &mut Basis,
) -> Result<NaiveDate, HandbookError> {
    let window = rounds
        .value
        .iter()
        .find_map(|row| window_around(row, reached_on))
        .ok_or_else(|| not_said(rounds, reached_on))?;
    let measured = Quantity::Date { value: reached_on };
    basis.compare(
        rounds,
        measured.clone(),
        Comparison::AtLeast,
        Quantity::Date {
            value: window.first,
        },
    );
    basis.compare(
        rounds,
        measured,
        Comparison::AtMost,
        Quantity::Date { value: window.last },
    );
    Ok(window.round)
}

struct Window {
    round: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
}

/// The window of one round that holds a day, if it does: one may begin in the year before.
fn window_around(row: &[i64], day: NaiveDate) -> Option<Window> {
    let [
        round_month,
        round_day,
        first_month,
        first_day,
        last_month,
        last_day,
    ] = row
    else {
        return None;
    };
    let round = (*round_month, *round_day);
    let first = (*first_month, *first_day);
    let last = (*last_month, *last_day);
    let over_new_year = last < first;
    [day.year(), day.year() - 1].into_iter().find_map(|year| {
        let round_year = if over_new_year && round < first {
            year + 1
        } else {
            year
        };
        let last_year = if over_new_year { year + 1 } else { year };
        let window = Window {
            round: day_of(round_year, round)?,
            first: day_of(year, first)?,
            last: day_of(last_year, last)?,
        };
        (window.first <= day && day <= window.last).then_some(window)
    })
}

/// A day of a year; a day past the month's end is the month's last.
fn day_of(year: i32, (month, day): (i64, i64)) -> Option<NaiveDate> {
    let month = u32::try_from(month).ok()?;
    let day = u32::try_from(day)
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    (28..=day)
        .rev()
        .chain([day])
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}
