//! A value that changes on dates.

use chrono::NaiveDate;

/// A value with the days on which it changed, in order. A later entry for the same day wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct History<T> {
    changes: Vec<(NaiveDate, T)>,
}

impl<T> History<T> {
    pub(crate) fn starting(on: NaiveDate, value: T) -> Self {
        Self {
            changes: vec![(on, value)],
        }
    }

    pub(crate) fn change(&mut self, on: NaiveDate, value: T) {
        let place = self.changes.partition_point(|(day, _)| *day <= on);
        self.changes.insert(place, (on, value));
    }

    /// The value on a day; `None` before the first change.
    pub(crate) fn on(&self, date: NaiveDate) -> Option<&T> {
        let place = self.changes.partition_point(|(day, _)| *day <= date);
        self.changes
            .get(place.checked_sub(1)?)
            .map(|(_, value)| value)
    }

    /// The values after a day.
    pub(crate) fn after(&self, date: NaiveDate) -> impl Iterator<Item = &T> {
        let place = self.changes.partition_point(|(day, _)| *day <= date);
        self.changes.iter().skip(place).map(|(_, value)| value)
    }

    /// Every change with its day, in order.
    pub(crate) fn changes(&self) -> impl Iterator<Item = &(NaiveDate, T)> {
        self.changes.iter()
    }

    /// The day of the last change.
    pub(crate) fn last_change(&self) -> Option<NaiveDate> {
        self.changes.last().map(|(day, _)| *day)
    }
}
