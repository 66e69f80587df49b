//! Dues unpaid without good reason.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// The months of one year for which a member paid no dues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeletionGroundInput {
    /// The year.
    pub year: i32,
    /// Its unpaid months, 1 to 12, each once and in any order; none after the day asked.
    pub unpaid_months: Vec<u32>,
    /// Those of them with a good reason (có lý do chính đáng).
    #[serde(default)]
    pub with_reason: Vec<u32>,
}

/// Whether the procedure of deletion may start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeletionGround {
    /// Months of the year unpaid without good reason.
    pub months: u32,
    /// Whether they are enough to start it.
    pub procedure_may_start: bool,
}

/// Whether unpaid dues let the procedure of deletion (xóa tên đảng viên) start: MEM-63,
/// 294-QĐ/TW §8.1.
///
/// The text says three months in the year: they need not follow each other.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: a month that is none, stands twice or is still to
/// come on the day asked, a reason for a month that is not unpaid;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule.
///
/// ```
/// use handbook::member::{DeletionGroundInput, deletion_ground};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = DeletionGroundInput {
///     year: 2025,
///     unpaid_months: vec![1, 3, 5],
///     with_reason: Vec::new(),
/// };
/// let ground = deletion_ground(&book.on(date(2025, 7, 1)?)?, &input)?.value;
/// assert_eq!(ground.months, 3);
/// assert!(ground.procedure_may_start);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn deletion_ground(
    rules: &Rules<'_>,
    input: &DeletionGroundInput,
) -> Result<Verdict<DeletionGround>, HandbookError> {
    let unpaid = months("unpaidMonths", &input.unpaid_months)?;
    let with_reason = months("withReason", &input.with_reason)?;
    for (line, month) in input.unpaid_months.iter().enumerate() {
        if (input.year, *month) > year_month(rules.date()) {
            let (year, month_now) = year_month(rules.date());
            return Err(InputError::new(
                InputCode::OutOfRange,
                format!("unpaidMonths[{line}]"),
                format!("{month}/{}", input.year),
            )
            .with_limit(format!("{month_now}/{year} or earlier"))
            .into());
        }
    }
    for (line, month) in input.with_reason.iter().enumerate() {
        if !input.unpaid_months.contains(month) {
            let field = format!("withReason[{line}]");
            return Err(InputError::new(InputCode::Contradiction, field, month)
                .with_limit("one of unpaidMonths")
                .into());
        }
    }
    let needed = rules.get(parameter::UNPAID_MONTHS)?;
    let months = unpaid.saturating_sub(with_reason);
    let mut basis = Basis::default();
    let procedure_may_start = basis.compare(
        &needed,
        Quantity::Months {
            value: months.into(),
        },
        Comparison::AtLeast,
        Quantity::Months {
            value: needed.value,
        },
    );
    Ok(Verdict::new(
        DeletionGround {
            months,
            procedure_may_start,
        },
        basis,
    ))
}

fn year_month(date: NaiveDate) -> (i32, u32) {
    (date.year(), date.month())
}

/// How many months a list names, each once.
fn months(field: &str, list: &[u32]) -> Result<u32, InputError> {
    let mut count = 0;
    let mut seen = [false; 12];
    for (line, month) in list.iter().enumerate() {
        let place = month
            .checked_sub(1)
            .and_then(|place| usize::try_from(place).ok());
        let Some(known) = place.and_then(|place| seen.get_mut(place)) else {
            return Err(
                InputError::new(InputCode::OutOfRange, format!("{field}[{line}]"), month)
                    .with_limit("1..=12"),
            );
        };
        if std::mem::replace(known, true) {
            return Err(InputError::new(
                InputCode::Duplicate,
                format!("{field}[{line}]"),
                month,
            ));
        }
        count += 1;
    }
    Ok(count)
}
