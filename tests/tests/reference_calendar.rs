//! Working days and months against references that count day by day and month by month, with
//! their own weekdays and their own lengths of months.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use handbook::calendar::{
    WorkingCalendar, WorkingDayInput, add_months, months_between, working_day_after,
};
use handbook::rulebook::HolidayKind;
use handbook::{HandbookError, NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

/// A day as year, month and day.
type Day = (i32, u32, u32);

fn month_length(year: i32, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

fn next((year, month, day): Day) -> Day {
    if day < month_length(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}

/// 1 for Monday to 7 for Sunday, counted from Friday, 1 January 2021.
fn weekday(day: Day) -> u32 {
    let mut here = (2021, 1, 1);
    let mut weekday = 5;
    while here != day {
        here = next(here);
        weekday = weekday % 7 + 1;
    }
    weekday
}

fn to_date((year, month, day): Day) -> Result<NaiveDate, HandbookError> {
    Ok(date(year, month, day)?)
}

fn days() -> impl Strategy<Value = Day> {
    (2021_i32..=2025, 1_u32..=12, 1_u32..=31)
        .prop_map(|(year, month, day)| (year, month, day.min(month_length(year, month))))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn working_days_are_counted_one_by_one(
        from in days(),
        days in 0_u32..150,
        with_holidays in any::<bool>(),
    ) {
        let book = &*BOOK;
        let holidays: BTreeMap<String, HolidayKind> = book
            .holidays()
            .iter()
            .map(|holiday| (holiday.date.to_string(), holiday.kind))
            .collect();
        let mut day = from;
        let mut here = weekday(from);
        let mut left = days;
        while left > 0 {
            day = next(day);
            here = here % 7 + 1;
            let text = format!("{:04}-{:02}-{:02}", day.0, day.1, day.2);
            let special = holidays.get(&text).filter(|_| with_holidays);
            let works = match special {
                Some(HolidayKind::Off) => false,
                Some(HolidayKind::Workday) => true,
                None => here <= 5,
            };
            left -= u32::from(works);
        }
        let input = WorkingDayInput {
            from: to_date(from)?,
            days,
            calendar: if with_holidays {
                WorkingCalendar::WithHolidays
            } else {
                WorkingCalendar::WeekendsOnly
            },
        };
        let answer = working_day_after(&book.on(date(2025, 12, 31)?)?, &input)?;
        prop_assert_eq!(answer.value.date, to_date(day)?);
    }

    #[test]
    fn deadlines_add_up(from in days(), first in 1_u32..60, second in 1_u32..60) {
        let book = &*BOOK;
        let rules = book.on(date(2025, 12, 31)?)?;
        let after = |from, days| {
            let calendar = WorkingCalendar::WithHolidays;
            working_day_after(&rules, &WorkingDayInput { from, days, calendar })
                .map(|verdict| verdict.value.date)
        };
        let start = to_date(from)?;
        let middle = after(start, first)?;
        prop_assert!(middle > start);
        prop_assert_eq!(after(middle, second)?, after(start, first + second)?);
    }

    #[test]
    fn months_are_stepped_one_by_one(from in days(), months in -60_i32..=60) {
        let (mut year, mut month, day) = from;
        for _ in 0..months.abs() {
            (year, month) = match (months > 0, month) {
                (true, 12) => (year + 1, 1),
                (true, _) => (year, month + 1),
                (false, 1) => (year - 1, 12),
                (false, _) => (year, month - 1),
            };
        }
        let expected = to_date((year, month, day.min(month_length(year, month))))?;
        prop_assert_eq!(add_months(to_date(from)?, months), Some(expected));
    }

    #[test]
    fn months_between_are_the_most_that_fit(from in days(), to in days()) {
        let (from, to) = if from <= to { (from, to) } else { (to, from) };
        let (from, to) = (to_date(from)?, to_date(to)?);
        let fits = |months| add_months(from, months).is_some_and(|reached| reached <= to);
        let expected = (0..100).take_while(|months| fits(*months)).last();
        prop_assert_eq!(Some(months_between(from, to)), expected);
        prop_assert_eq!(months_between(to, from), -months_between(from, to));
    }

    #[test]
    fn any_day_gives_an_answer_or_an_error(
        days_from_epoch in any::<i32>(),
        days in any::<u32>(),
        with_holidays in any::<bool>(),
    ) {
        let book = &*BOOK;
        let Some(from) = NaiveDate::from_epoch_days(days_from_epoch) else { return Ok(()) };
        let calendar = if with_holidays {
            WorkingCalendar::WithHolidays
        } else {
            WorkingCalendar::WeekendsOnly
        };
        let rules = book.on(date(2025, 12, 31)?)?;
        if let Ok(answer) = working_day_after(&rules, &WorkingDayInput { from, days, calendar }) {
            prop_assert!(days <= 1_000);
            prop_assert!(answer.value.date >= from);
        }
    }
}
