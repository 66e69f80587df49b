//! Months and days: deadlines are dates, never durations.

mod months;

pub use months::{add_months, months_between, same_day_next_year};
