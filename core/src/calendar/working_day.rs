//! Working days (ngày làm việc): weekends and public holidays are skipped.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check;
use crate::error::{AbsenceReason, HandbookError, InputCode, InputError, RuleNotInForce};
use crate::identifier::ParameterId;
use crate::rulebook::{HolidayKind, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Which days off are skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WorkingCalendar {
    /// Weekends and public holidays; working weekend days count.
    WithHolidays,
    /// Weekends alone.
    WeekendsOnly,
}

impl WorkingCalendar {
    /// The word as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WithHolidays => "withHolidays",
            Self::WeekendsOnly => "weekendsOnly",
        }
    }
}

/// A day and a number of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkingDayInput {
    /// The day from which they run; the first working day after it is 1.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// How many working days, 0 to 1,000.
    pub days: u32,
    /// Which days off are skipped.
    pub calendar: WorkingCalendar,
}

/// A working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkingDay {
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub date: NaiveDate,
}

/// Most working days that may be counted.
const MOST_DAYS: u32 = 1_000;

/// More calendar days than any break between two working days: past them the book's days off
/// leave no working day.
const LONGEST_BREAK: u32 = 60;

/// The working day (ngày làm việc) so many working days after a day: CAL-01.
///
/// The day itself never counts, whatever day it is; the first working day after it is 1. With 0
/// days the answer is the day itself. The weekend is that of the day judged; holidays are those
/// of the days passed.
///
/// ```
/// use handbook::calendar::{WorkingCalendar, WorkingDayInput, working_day_after};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = WorkingDayInput {
///     from: date(2025, 8, 11)?,
///     days: 30,
///     calendar: WorkingCalendar::WithHolidays,
/// };
/// let day = working_day_after(&book.on(date(2025, 8, 11)?)?, &input)?;
/// assert_eq!(day.value.date, date(2025, 9, 24)?);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `days` above 1,000, and `from` where the count leaves the
/// calendar; with holidays, [`HandbookError::OutsideRuleBook`] where the count runs into days
/// that the book does not cover, and [`HandbookError::RuleNotInForce`] for the parameter
/// `holidays` where the book names no holiday of a year: they are not guessed.
pub fn working_day_after(
    rules: &Rules<'_>,
    input: &WorkingDayInput,
) -> Result<Verdict<WorkingDay>, HandbookError> {
    check::in_range("days", input.days, 0, MOST_DAYS)?;
    let weekend = rules.get(parameter::WEEKEND)?;
    let mut basis = Basis::default();
    basis.policy(&weekend, input.calendar.as_str());
    let outside = || InputError::new(InputCode::OutOfRange, "from", input.from);
    let mut date = input.from;
    let mut known_year = None;
    let mut left = input.days;
    let mut off_in_a_row = 0;
    while left > 0 {
        date = date.succ_opt().ok_or_else(outside)?;
        if input.calendar == WorkingCalendar::WithHolidays {
            rules.book().on(date)?;
            if known_year != Some(date.year()) {
                know_holidays(rules, weekend.rule().as_str(), date)?;
                known_year = Some(date.year());
            }
        }
        if is_working_day(rules, &weekend.value, date, input.calendar) {
            left -= 1;
            off_in_a_row = 0;
        } else {
            off_in_a_row += 1;
            if off_in_a_row > LONGEST_BREAK {
                return Err(outside().into());
            }
        }
    }
    Ok(Verdict::new(WorkingDay { date }, basis))
}

/// The same for a deadline in a rule: with holidays, and without grounds of its own.
pub(crate) fn working_day(
    rules: &Rules<'_>,
    from: NaiveDate,
    days: i64,
) -> Result<NaiveDate, HandbookError> {
    let days =
        u32::try_from(days).map_err(|_| InputError::new(InputCode::OutOfRange, "days", days))?;
    let input = WorkingDayInput {
        from,
        days,
        calendar: WorkingCalendar::WithHolidays,
    };
    Ok(working_day_after(rules, &input)?.value.date)
}

/// The latest day from which so many working days pass to a day, that day included: with
/// holidays, for a deadline that lies before its event.
pub(crate) fn working_day_before(
    rules: &Rules<'_>,
    event: NaiveDate,
    days: i64,
) -> Result<NaiveDate, HandbookError> {
    check::in_range("days", days, 0, MOST_DAYS.into())?;
    let weekend = rules.get(parameter::WEEKEND)?;
    let outside = || InputError::new(InputCode::OutOfRange, "days", days);
    let mut date = event;
    let mut known_year = None;
    let mut left = days;
    let mut off_in_a_row = 0;
    while left > 0 {
        rules.book().on(date)?;
        if known_year != Some(date.year()) {
            know_holidays(rules, weekend.rule().as_str(), date)?;
            known_year = Some(date.year());
        }
        if is_working_day(rules, &weekend.value, date, WorkingCalendar::WithHolidays) {
            left -= 1;
            off_in_a_row = 0;
        } else {
            off_in_a_row += 1;
            if off_in_a_row > LONGEST_BREAK {
                return Err(outside().into());
            }
        }
        date = date.pred_opt().ok_or_else(outside)?;
    }
    Ok(date)
}

/// How many working days pass after one day, up to and with another: with holidays, 0 where the
/// other is not later.
pub(crate) fn working_days_between(
    rules: &Rules<'_>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<u32, HandbookError> {
    let weekend = rules.get(parameter::WEEKEND)?;
    let mut known_year = None;
    let mut passed = 0;
    for date in from.iter_days().skip(1).take_while(|date| *date <= to) {
        rules.book().on(date)?;
        if known_year != Some(date.year()) {
            know_holidays(rules, weekend.rule().as_str(), date)?;
            known_year = Some(date.year());
        }
        let working = is_working_day(rules, &weekend.value, date, WorkingCalendar::WithHolidays);
        passed += u32::from(working);
    }
    Ok(passed)
}

fn is_working_day(
    rules: &Rules<'_>,
    weekend: &[i64],
    date: NaiveDate,
    calendar: WorkingCalendar,
) -> bool {
    let weekday = i64::from(date.weekday().number_from_monday());
    let usual = !weekend.contains(&weekday);
    if calendar == WorkingCalendar::WeekendsOnly {
        return usual;
    }
    let holidays = rules.book().holidays();
    let special = holidays.binary_search_by_key(&date, |holiday| holiday.date);
    match special.ok().and_then(|place| holidays.get(place)) {
        Some(holiday) => holiday.kind == HolidayKind::Workday,
        None => usual,
    }
}

/// A year's holidays are known where the book names at least one of them.
pub(super) fn know_holidays(
    rules: &Rules<'_>,
    rule: &str,
    date: NaiveDate,
) -> Result<(), HandbookError> {
    let holidays = rules.book().holidays();
    let first = holidays.partition_point(|holiday| holiday.date.year() < date.year());
    let named = holidays
        .get(first)
        .is_some_and(|holiday| holiday.date.year() == date.year());
    if named {
        return Ok(());
    }
    Err(RuleNotInForce {
        rule: rule.to_owned(),
        parameter: ParameterId::new("holidays")?,
        date,
        reason: AbsenceReason::NotRead,
    }
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    use WorkingCalendar::{WeekendsOnly, WithHolidays};

    fn after_in(
        book: &RuleBook,
        from: NaiveDate,
        days: u32,
        calendar: WorkingCalendar,
    ) -> Result<NaiveDate, HandbookError> {
        let input = WorkingDayInput {
            from,
            days,
            calendar,
        };
        let rules = book.on(date(2025, 7, 1)?)?;
        Ok(working_day_after(&rules, &input)?.value.date)
    }

    fn after(
        from: NaiveDate,
        days: u32,
        calendar: WorkingCalendar,
    ) -> Result<NaiveDate, HandbookError> {
        after_in(&RuleBook::vietnam(), from, days, calendar)
    }

    #[test]
    fn the_first_working_day_after_is_one() -> Result<(), HandbookError> {
        assert_eq!(
            after(date(2025, 6, 2)?, 30, WeekendsOnly)?,
            date(2025, 7, 14)?
        );
        assert_eq!(
            after(date(2025, 8, 11)?, 30, WithHolidays)?,
            date(2025, 9, 24)?
        );
        assert_eq!(
            after(date(2025, 8, 11)?, 30, WeekendsOnly)?,
            date(2025, 9, 22)?
        );
        assert_eq!(
            after(date(2025, 7, 1)?, 45, WithHolidays)?,
            date(2025, 9, 4)?
        );
        assert_eq!(
            after(date(2025, 7, 1)?, 60, WithHolidays)?,
            date(2025, 9, 25)?
        );
        let saturday = date(2025, 7, 5)?;
        assert_eq!(after(saturday, 0, WithHolidays)?, saturday);
        assert_eq!(after(saturday, 1, WithHolidays)?, date(2025, 7, 7)?);
        Ok(())
    }

    #[test]
    fn working_weekend_days_count() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let made_up = book
            .holidays()
            .iter()
            .find(|holiday| holiday.kind == HolidayKind::Workday)
            .map(|holiday| holiday.date);
        let Some(workday) = made_up else {
            return Err(InputError::new(InputCode::Empty, "holidays", "no working weekend").into());
        };
        let before = workday.pred_opt().unwrap_or(workday);
        assert_eq!(after(before, 1, WithHolidays)?, workday);
        assert!(after(before, 1, WeekendsOnly)? > workday);
        Ok(())
    }

    #[test]
    fn holidays_are_not_guessed() -> Result<(), HandbookError> {
        let last = date(2026, 12, 31)?;
        assert!(matches!(
            after(last, 1, WithHolidays),
            Err(HandbookError::OutsideRuleBook { .. })
        ));
        assert!(after(date(2019, 1, 1)?, 1, WithHolidays).is_err());
        assert_eq!(after(last, 1, WeekendsOnly)?, date(2027, 1, 1)?);
        Ok(())
    }

    #[test]
    fn a_year_without_named_holidays_is_an_error() -> Result<(), HandbookError> {
        let text = include_str!("../../rules/vietnam.json");
        let without: String = text
            .lines()
            .filter(|line| !line.contains("\"date\":\"2024-"))
            .collect::<Vec<_>>()
            .join("\n");
        let book = RuleBook::from_json(&without)?;
        assert!(book.holidays().len() < RuleBook::vietnam().holidays().len());
        let answer = after_in(&book, date(2023, 12, 29)?, 1, WithHolidays);
        let Err(HandbookError::RuleNotInForce(absent)) = answer else {
            return Err(InputError::new(InputCode::Contradiction, "answer", "a guess").into());
        };
        assert_eq!(
            (absent.parameter.as_str(), absent.date),
            ("holidays", date(2024, 1, 1)?)
        );
        Ok(())
    }

    #[test]
    fn the_ends_of_the_calendar_are_errors() {
        for days in [1, 1_000, 1_001, u32::MAX] {
            for calendar in [WithHolidays, WeekendsOnly] {
                assert!(after(NaiveDate::MAX, days, calendar).is_err());
            }
        }
        assert!(after(NaiveDate::MIN, 1, WithHolidays).is_err());
    }
}
