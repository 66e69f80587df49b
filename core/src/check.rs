//! Checks of input that several formulas share.

use chrono::NaiveDate;

use crate::compact::TextMap;
use crate::error::{InputCode, InputError};
use crate::identifier;

/// Marks of 100 points, in hundredths.
pub(crate) const FULL_MARKS: u32 = 10_000;

/// Largest whole number that every host language holds exactly.
pub(crate) const SAFE_INTEGER_MOST: i64 = 9_007_199_254_740_991;

/// Most money that a question may speak of: a hundred million million đồng.
pub(crate) const MONEY_MOST: i64 = 100_000_000_000_000;

/// Refuses a number outside `least..=most`.
pub(crate) fn in_range<N: Copy + PartialOrd + std::fmt::Display>(
    field: &str,
    value: N,
    least: N,
    most: N,
) -> Result<(), InputError> {
    if value < least || value > most {
        return Err(InputError::new(InputCode::OutOfRange, field, value)
            .with_limit(format!("{least}..={most}")));
    }
    Ok(())
}

/// Refuses what is no identifier, and one that stood in an earlier line.
pub(crate) fn stands_once(
    seen: &mut TextMap,
    field: &dyn Fn() -> String,
    id: &str,
    line: usize,
) -> Result<(), InputError> {
    let wrong = match identifier::check("", id) {
        Err(error) => error,
        Ok(()) if seen.insert(id, line) => return Ok(()),
        Ok(()) => InputError::new(InputCode::Duplicate, "", id),
    };
    Err(wrong.in_field(field()))
}

/// Refuses a part that is larger than its whole.
pub(crate) fn part_of(field: &str, part: u64, whole: u64) -> Result<(), InputError> {
    if part > whole {
        return Err(InputError::new(InputCode::Contradiction, field, part)
            .with_limit(format!("0..={whole}")));
    }
    Ok(())
}

/// Refuses a day before `first`.
pub(crate) fn not_before(
    field: &str,
    value: NaiveDate,
    first: NaiveDate,
) -> Result<(), InputError> {
    if value < first {
        return Err(InputError::new(InputCode::DateOrder, field, value)
            .with_limit(format!("{first} or later")));
    }
    Ok(())
}

/// Refuses a day after `last`.
pub(crate) fn not_after(field: &str, value: NaiveDate, last: NaiveDate) -> Result<(), InputError> {
    if value > last {
        return Err(InputError::new(InputCode::DateOrder, field, value)
            .with_limit(format!("{last} or earlier")));
    }
    Ok(())
}
