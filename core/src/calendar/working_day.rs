//! Working days (ngày làm việc): weekends and public holidays are skipped.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check;
use crate::error::{HandbookError, InputCode, InputError};
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

/// A day and a number of working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkingDayInput {
    /// The day from which they run; the day after is the first.
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
    pub date: NaiveDate,
}

/// Most working days that may be counted.
const MOST_DAYS: u32 = 1_000;

/// The working day so many working days after a day; 0 days later is the day itself.
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
/// [`HandbookError::Input`] for more than 1,000 days; [`HandbookError::OutsideRuleBook`] where
/// the count runs into days whose holidays the book does not know.
pub fn working_day_after(
    rules: &Rules<'_>,
    input: &WorkingDayInput,
) -> Result<Verdict<WorkingDay>, HandbookError> {
    check::in_range("days", input.days, 0, MOST_DAYS)?;
    let weekend = rules.get(parameter::WEEKEND)?;
    let mut basis = Basis::default();
    let words: Vec<String> = weekend.value.iter().map(ToString::to_string).collect();
    basis.policy(&weekend, &words.join(" "));
    let mut date = input.from;
    let mut left = input.days;
    while left > 0 {
        date = date
            .succ_opt()
            .ok_or_else(|| InputError::new(InputCode::OutOfRange, "from", input.from))?;
        if is_working_day(rules, &weekend.value, date, input.calendar)? {
            left -= 1;
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

fn is_working_day(
    rules: &Rules<'_>,
    weekend: &[i64],
    date: NaiveDate,
    calendar: WorkingCalendar,
) -> Result<bool, HandbookError> {
    let weekday = i64::from(date.weekday().number_from_monday());
    let usual = !weekend.contains(&weekday);
    if calendar == WorkingCalendar::WeekendsOnly {
        return Ok(usual);
    }
    // Days outside the book have holidays that the book does not know.
    rules.book().on(date)?;
    let holidays = rules.book().holidays();
    let special = holidays.binary_search_by_key(&date, |holiday| holiday.date);
    Ok(match special.ok().and_then(|place| holidays.get(place)) {
        Some(holiday) => holiday.kind == HolidayKind::Workday,
        None => usual,
    })
}
