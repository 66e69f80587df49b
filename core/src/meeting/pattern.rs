//! On which day of a month a body meets.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check::in_range;
use crate::error::InputError;

/// What a pattern means in a month that does not have the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ShortMonth {
    /// The last day of the month.
    LastDay,
    /// No meeting.
    NoMeeting,
}

/// Which of the weekdays of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WeekdayPlace {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The fifth; a month with four of them has no meeting.
    Fifth,
    /// The last.
    Last,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DayOfWeek {
    /// Thứ hai.
    Monday,
    /// Thứ ba.
    Tuesday,
    /// Thứ tư.
    Wednesday,
    /// Thứ năm.
    Thursday,
    /// Thứ sáu.
    Friday,
    /// Thứ bảy.
    Saturday,
    /// Chủ nhật.
    Sunday,
}

/// The day of the month on which a body meets: local custom, never a central rule. MTG-05.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum MeetingPattern {
    /// The same day of each month, such as the third.
    DayOfMonth {
        /// The day, 1 to 31.
        day: u32,
        /// What happens in a month without that day.
        short_month: ShortMonth,
    },
    /// A weekday, such as the first Saturday.
    WeekdayOfMonth {
        /// Which of them.
        place: WeekdayPlace,
        /// The weekday.
        weekday: DayOfWeek,
    },
    /// The last day of each month.
    LastDay,
}

impl MeetingPattern {
    pub(super) fn check(self, field: &str) -> Result<(), InputError> {
        match self {
            Self::DayOfMonth { day, .. } => in_range(field, day, 1, 31),
            Self::WeekdayOfMonth { .. } | Self::LastDay => Ok(()),
        }
    }

    /// The day in the month that begins with `first`, if there is one.
    pub(super) fn day_in(self, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::LastDay => Some(last),
            Self::DayOfMonth { day, short_month } => first.with_day(day).or(match short_month {
                ShortMonth::LastDay => Some(last),
                ShortMonth::NoMeeting => None,
            }),
            Self::WeekdayOfMonth { place, weekday } => {
                let wanted = weekday as u32;
                let ahead = (wanted + 7 - first.weekday().num_days_from_monday()) % 7;
                match place {
                    WeekdayPlace::Last => {
                        let back = (last.weekday().num_days_from_monday() + 7 - wanted) % 7;
                        last.with_day(last.day() - back)
                    }
                    _ => first.with_day(1 + ahead + 7 * place as u32),
                }
            }
        }
    }
}

/// The first and the last day of a month.
pub(super) fn month_of(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = (28..=31).rev().find_map(|day| first.with_day(day))?;
    Some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HandbookError, date};

    fn day_in(pattern: MeetingPattern, year: i32, month: u32) -> Option<u32> {
        let (first, last) = month_of(year, month)?;
        Some(pattern.day_in(first, last)?.day())
    }

    #[test]
    fn short_months_are_settled_by_name() {
        let on = |short_month| MeetingPattern::DayOfMonth {
            day: 31,
            short_month,
        };
        assert_eq!(day_in(on(ShortMonth::LastDay), 2023, 2), Some(28));
        assert_eq!(day_in(on(ShortMonth::LastDay), 2024, 2), Some(29));
        assert_eq!(day_in(on(ShortMonth::NoMeeting), 2023, 4), None);
        assert_eq!(day_in(on(ShortMonth::NoMeeting), 2023, 5), Some(31));
    }

    #[test]
    fn weekdays_are_counted_from_both_ends() -> Result<(), HandbookError> {
        let on = |place, weekday| MeetingPattern::WeekdayOfMonth { place, weekday };
        let saturday = on(WeekdayPlace::First, DayOfWeek::Saturday);
        assert_eq!(day_in(saturday, 2023, 7), Some(1));
        assert_eq!(day_in(saturday, 2023, 9), Some(2));
        let friday = on(WeekdayPlace::Fifth, DayOfWeek::Friday);
        assert_eq!(day_in(friday, 2023, 3), Some(31));
        assert_eq!(day_in(friday, 2023, 2), None);
        let last = on(WeekdayPlace::Last, DayOfWeek::Sunday);
        assert_eq!(day_in(last, 2023, 12), Some(31));
        assert_eq!(day_in(last, 2023, 2), Some(26));
        assert_eq!(
            month_of(2023, 2).map(|(_, last)| last),
            Some(date(2023, 2, 28)?)
        );
        Ok(())
    }
}
