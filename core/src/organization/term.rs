//! How long a term lasts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::add_months;
use crate::check::not_before;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::KindId;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A term of a committee or, in a cell without one, of its secretary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermInput {
    /// The kind of organization.
    pub kind: KindId,
    /// The first day of the term.
    #[serde(deserialize_with = "crate::wire::day")]
    pub first_day: NaiveDate,
    /// The first term after the organization was founded, split or merged.
    #[serde(default)]
    pub first_term: bool,
    /// The last day that the superior fixed for such a first term; absent where it fixed none.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub fixed_last_day: Option<NaiveDate>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// How long a term lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// Months of a full term of this kind.
    pub months: u32,
    /// The last day of this term: the eve of its first day so many months later, or the day that
    /// was fixed.
    #[serde(deserialize_with = "crate::wire::day")]
    pub last_day: NaiveDate,
    /// Whether the day asked is after it.
    pub over: bool,
}

/// How long a term lasts (nhiệm kỳ): ORG-23 and ORG-24; Charter Art. 15, 18, 22 and 24.3,
/// 294-QĐ/TW §23.1.
///
/// Five years; before July 2025 two and a half for a cell that is no grassroots organization, by
/// a weak reading of the Charter that a body may replace by its own. The rules are those of the
/// day asked: ask on the first day of a term for the length that it began with. A first term
/// after founding, split or merger may have its own last day.
///
/// ```
/// use handbook::organization::{TermInput, term};
/// use handbook::{KindId, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let input = TermInput {
///     kind: KindId::new("dang_bo_xa")?,
///     first_day: date(2025, 7, 1)?,
///     first_term: false,
///     fixed_last_day: None,
///     on,
/// };
/// let answer = term(&book.on(on)?, &input)?.value;
/// assert_eq!(answer.last_day, date(2030, 6, 30)?);
/// assert!(!answer.over);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `kind` where no such kind exists on the day judged, `on` and
/// `fixedLastDay` before the first day, `fixedLastDay` for a term that is not the first, and
/// `firstDay` where the term leaves the calendar; [`HandbookError::RuleNotInForce`] where the
/// book knows no rule for the day.
pub fn term(rules: &Rules<'_>, input: &TermInput) -> Result<Verdict<Term>, HandbookError> {
    not_before("on", input.on, input.first_day)?;
    if let Some(fixed) = input.fixed_last_day {
        not_before("fixedLastDay", fixed, input.first_day)?;
        if !input.first_term {
            return Err(
                InputError::new(InputCode::Contradiction, "fixedLastDay", fixed)
                    .with_limit("for a first term")
                    .into(),
            );
        }
    }
    let Some(kind) = rules.kind(&input.kind) else {
        return Err(InputError::new(InputCode::UnknownId, "kind", &input.kind).into());
    };
    let months = rules.get(if kind.cell && !kind.grassroots {
        parameter::CELL_TERM_MONTHS
    } else {
        parameter::TERM_MONTHS
    })?;
    let mut basis = Basis::default();
    let full = i32::try_from(months.value)
        .ok()
        .and_then(|months| add_months(input.first_day, months))
        .and_then(|next| next.pred_opt())
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, "firstDay", input.first_day))?;
    let on = Quantity::Date { value: input.on };
    let (last_day, within) = match input.fixed_last_day {
        Some(fixed) => {
            let free = rules.get(parameter::FIRST_TERM_FREE)?;
            let required = Quantity::Date { value: fixed };
            (
                fixed,
                basis.compare(&free, on, Comparison::AtMost, required),
            )
        }
        None => {
            let required = Quantity::Date { value: full };
            (
                full,
                basis.compare(&months, on, Comparison::AtMost, required),
            )
        }
    };
    let value = Term {
        months: u32::try_from(months.value).unwrap_or(u32::MAX),
        last_day,
        over: !within,
    };
    Ok(Verdict::new(value, basis))
}
