//! Months, working days and times: deadlines are dates, never durations.

mod day_off;
mod months;
mod time_of_day;
mod working_day;

pub(crate) use day_off::DaysOff;
pub(crate) use months::month_number;
pub use months::{add_months, months_between, same_day_next_year};
pub use time_of_day::TimeOfDay;
pub use working_day::{WorkingCalendar, WorkingDay, WorkingDayInput, working_day_after};
pub(crate) use working_day::{working_day, working_day_before, working_days_between};
