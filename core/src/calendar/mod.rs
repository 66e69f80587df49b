//! Months and working days: deadlines are dates, never durations.

mod months;
mod working_day;

pub(crate) use months::month_number;
pub use months::{add_months, months_between, same_day_next_year};
pub use working_day::{WorkingCalendar, WorkingDay, WorkingDayInput, working_day_after};
pub(crate) use working_day::{working_day, working_day_before};
