//! Days off: named holidays and weekends, one day at a time.

use chrono::{Datelike, NaiveDate};

use super::working_day::know_holidays;
use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::{HolidayKind, Rules, parameter};

/// More days than any break between two working days.
const LONGEST_BREAK: u32 = 60;

/// What a day is by the book's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DayOff<'book> {
    /// The name of the holiday.
    pub(crate) holiday: Option<&'book str>,
    /// A day of the weekly rest that is no working weekend day.
    pub(crate) weekend: bool,
}

/// The book's days off, as the rules of one day count the weekend.
pub(crate) struct DaysOff<'rules, 'book> {
    rules: &'rules Rules<'book>,
    weekend: Vec<i64>,
    rule: &'book str,
    known_year: Option<i32>,
}

impl<'rules, 'book> DaysOff<'rules, 'book> {
    pub(crate) fn new(rules: &'rules Rules<'book>) -> Result<Self, HandbookError> {
        let weekend = rules.get(parameter::WEEKEND)?;
        Ok(Self {
            rules,
            rule: weekend.rule().as_str(),
            weekend: weekend.value,
            known_year: None,
        })
    }

    /// What a day is; an error for one that the book does not cover.
    pub(crate) fn of(&mut self, day: NaiveDate) -> Result<DayOff<'book>, HandbookError> {
        let book = self.rules.book();
        book.on(day)?;
        if self.known_year != Some(day.year()) {
            know_holidays(self.rules, self.rule, day)?;
            self.known_year = Some(day.year());
        }
        let rest = self
            .weekend
            .contains(&i64::from(day.weekday().number_from_monday()));
        let holidays = book.holidays();
        let special = holidays.binary_search_by_key(&day, |holiday| holiday.date);
        Ok(match special.ok().and_then(|place| holidays.get(place)) {
            Some(holiday) if holiday.kind == HolidayKind::Workday => DayOff {
                holiday: None,
                weekend: false,
            },
            Some(holiday) => DayOff {
                holiday: Some(&holiday.vi),
                weekend: rest,
            },
            None => DayOff {
                holiday: None,
                weekend: rest,
            },
        })
    }

    /// The nearest day after or before that is no holiday, or a working day.
    pub(crate) fn nearest(
        &mut self,
        day: NaiveDate,
        forward: bool,
        working: bool,
    ) -> Result<NaiveDate, HandbookError> {
        let mut found = day;
        for _ in 0..LONGEST_BREAK {
            let next = if forward {
                found.succ_opt()
            } else {
                found.pred_opt()
            };
            let Some(next) = next else { break };
            found = next;
            let off = self.of(found)?;
            if off.holiday.is_none() && !(working && off.weekend) {
                return Ok(found);
            }
        }
        Err(InputError::new(InputCode::OutOfRange, "day", day).into())
    }
}
