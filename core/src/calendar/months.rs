//! Arithmetic in calendar months.

use chrono::{Datelike, Months, NaiveDate};

/// The same day of the month, `months` later (earlier when negative); where that month is too
/// short, its last day. `None` when the date leaves the calendar.
///
/// ```
/// use handbook::{calendar::add_months, date};
///
/// assert_eq!(add_months(date(2025, 1, 31)?, 1), Some(date(2025, 2, 28)?));
/// assert_eq!(add_months(date(2025, 3, 31)?, -1), Some(date(2025, 2, 28)?));
/// # Ok::<(), handbook::InputError>(())
/// ```
#[must_use]
pub fn add_months(date: NaiveDate, months: i32) -> Option<NaiveDate> {
    let distance = Months::new(months.unsigned_abs());
    if months < 0 {
        date.checked_sub_months(distance)
    } else {
        date.checked_add_months(distance)
    }
}

/// Full months from `from` to `to`: the most months that can be added to `from` without passing
/// `to`; below 0 when `to` is the earlier day.
///
/// From 31 January a full month is over on the last day of February.
///
/// ```
/// use handbook::{calendar::months_between, date};
///
/// assert_eq!(months_between(date(2025, 1, 31)?, date(2025, 2, 27)?), 0);
/// assert_eq!(months_between(date(2025, 1, 31)?, date(2025, 2, 28)?), 1);
/// assert_eq!(months_between(date(2025, 2, 28)?, date(2025, 1, 31)?), -1);
/// # Ok::<(), handbook::InputError>(())
/// ```
#[must_use]
pub fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    if to < from {
        // Counted from the earlier day too, so that the sign alone tells the direction.
        return -months_between(to, from);
    }
    let months = month_number(to) - month_number(from);
    match add_months(from, months) {
        Some(reached) if reached <= to => months,
        _ => months - 1,
    }
}

/// The same day of the next year; 28 February for 29 February. `None` when the date leaves the
/// calendar.
///
/// ```
/// use handbook::{calendar::same_day_next_year, date};
///
/// assert_eq!(same_day_next_year(date(2025, 3, 15)?), Some(date(2026, 3, 15)?));
/// # Ok::<(), handbook::InputError>(())
/// ```
#[must_use]
pub fn same_day_next_year(date: NaiveDate) -> Option<NaiveDate> {
    add_months(date, 12)
}

/// Months since the year 0; within ±3.2 million for every date there is.
pub(crate) fn month_number(date: NaiveDate) -> i32 {
    date.year() * 12 + date.month0().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date;

    #[test]
    fn short_months_end_on_their_last_day() -> Result<(), crate::InputError> {
        assert_eq!(add_months(date(2024, 1, 31)?, 1), Some(date(2024, 2, 29)?));
        assert_eq!(add_months(date(2024, 2, 29)?, 12), Some(date(2025, 2, 28)?));
        assert_eq!(add_months(date(2025, 8, 31)?, 6), Some(date(2026, 2, 28)?));
        assert_eq!(months_between(date(2024, 2, 29)?, date(2025, 2, 28)?), 12);
        assert_eq!(months_between(date(2025, 3, 15)?, date(2026, 3, 14)?), 11);
        Ok(())
    }

    #[test]
    fn dates_at_the_ends_of_the_calendar_give_an_answer() {
        assert_eq!(add_months(NaiveDate::MAX, 1), None);
        assert_eq!(add_months(NaiveDate::MIN, -1), None);
        assert_eq!(add_months(NaiveDate::MIN, i32::MAX), None);
        assert_eq!(add_months(NaiveDate::MIN, i32::MIN), None);
        assert!(months_between(NaiveDate::MIN, NaiveDate::MAX) > 6_000_000);
        assert!(months_between(NaiveDate::MAX, NaiveDate::MIN) < -6_000_000);
    }
}
