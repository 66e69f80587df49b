//! CSV text and dates.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A day of the calendar; the generator names only days that exist.
pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day)
        .unwrap_or_else(|| panic!("{year}-{month}-{day} is no day"))
}

/// Some days later, or earlier for a negative number.
pub(crate) fn shift(date: NaiveDate, days: i32) -> NaiveDate {
    let span = Days::new(u64::from(days.unsigned_abs()));
    let moved = if days < 0 {
        date.checked_sub_days(span)
    } else {
        date.checked_add_days(span)
    };
    moved.unwrap_or(date)
}

/// The day itself, or the Monday after a weekend.
pub(crate) fn weekday(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => shift(date, 2),
        Weekday::Sun => shift(date, 1),
        _ => date,
    }
}

/// Text of an optional date.
pub(crate) fn shown(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// A table that grows row by row.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    text: String,
    columns: usize,
}

impl Table {
    pub(crate) fn new(name: &'static str, header: &str) -> Self {
        Self {
            name,
            text: format!("{header}\n"),
            columns: header.split(',').count(),
        }
    }

    /// Adds a row. No field of the sample needs quotes.
    pub(crate) fn row(&mut self, fields: &[&str]) {
        assert_eq!(
            fields.len(),
            self.columns,
            "{} has other columns",
            self.name
        );
        for (place, field) in fields.iter().enumerate() {
            assert!(
                !field.contains([',', '"', '\n', '\r']),
                "{field} needs quotes"
            );
            if place > 0 {
                self.text.push(',');
            }
            self.text.push_str(field);
        }
        self.text.push('\n');
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }
}
