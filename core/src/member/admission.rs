//! Admission: age and the ceremony's deadline.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{month_number, months_between, working_day};
use crate::check::not_before;
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{AgeCounting, CeremonyClock};
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Months of a year of age.
const YEAR: i64 = 12;

/// Whose age is asked for, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdmissionAgeInput {
    /// Day of birth.
    #[serde(deserialize_with = "crate::wire::day")]
    pub born_on: NaiveDate,
    /// The day the cell considers the admission.
    #[serde(deserialize_with = "crate::wire::day")]
    pub considered_on: NaiveDate,
    /// The standing committee of a central-run committee agreed in writing, for special need, to
    /// an age above the limit.
    pub special_consent: bool,
}

/// Age at admission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdmissionAge {
    /// Years of age.
    pub years: u32,
    /// Months beyond those years, 0 to 11.
    pub months: u32,
    /// Whether the age allows admission.
    pub within_limits: bool,
}

/// Age at admission (tuổi đời khi xem xét kết nạp), in years and months, and whether it allows
/// admission: MEM-01, 294-QĐ/TW §1.1, 06-HD/TW §1.1.
///
/// The limits are compared in months, both included: at 60 years and 0 months a person is within
/// them, at 60 years and 1 month only with special consent. How a month is counted is a policy:
/// by year and month alone, or as full months by the day.
///
/// # Errors
/// [`HandbookError::Input`] naming `consideredOn` when it lies before birth;
/// [`HandbookError::RuleNotInForce`] where the book knows no limits.
///
/// ```
/// use handbook::member::{AdmissionAgeInput, admission_age};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let considered_on = date(2025, 9, 3)?;
/// let applicant =
///     AdmissionAgeInput { born_on: date(2007, 9, 20)?, considered_on, special_consent: false };
/// let age = admission_age(&book.on(considered_on)?, &applicant)?.value;
/// assert_eq!((age.years, age.months, age.within_limits), (18, 0, true));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn admission_age(
    rules: &Rules<'_>,
    input: &AdmissionAgeInput,
) -> Result<Verdict<AdmissionAge>, HandbookError> {
    not_before("consideredOn", input.considered_on, input.born_on)?;
    let counting = rules.get(parameter::ADMISSION_AGE_COUNTING)?;
    let least = rules.get(parameter::ADMISSION_AGE_LEAST)?;
    let most = rules.get(parameter::ADMISSION_AGE_MOST)?;
    let mut basis = Basis::default();
    basis.policy(&counting, counting.value.word());

    let age = match counting.value {
        AgeCounting::FullDate => months_between(input.born_on, input.considered_on),
        AgeCounting::YearMonth => month_number(input.considered_on) - month_number(input.born_on),
    };
    let measured = Quantity::Months { value: age.into() };
    let limit = |years: i64| Quantity::Months {
        value: years.saturating_mul(YEAR),
    };
    let old_enough = basis.compare(
        &least,
        measured.clone(),
        Comparison::AtLeast,
        limit(least.value),
    );
    let young_enough = basis.compare(&most, measured, Comparison::AtMost, limit(most.value))
        || basis.compare(
            &most,
            Quantity::Flag {
                value: input.special_consent,
            },
            Comparison::Equals,
            Quantity::Flag { value: true },
        );
    let age = age.unsigned_abs();
    let value = AdmissionAge {
        years: age / 12,
        months: age % 12,
        within_limits: old_enough && young_enough,
    };
    Ok(Verdict::new(value, basis))
}

/// When a decision on admission was made, and the ceremony held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CeremonyDueInput {
    /// The day the decision was signed.
    #[serde(deserialize_with = "crate::wire::day")]
    pub decision_on: NaiveDate,
    /// The day the cell received it; absent when it is taken as received on the day it was
    /// signed.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub received_on: Option<NaiveDate>,
    /// The day of the ceremony; absent while it is still to come.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub ceremony_on: Option<NaiveDate>,
}

/// Until when the ceremony is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CeremonyDue {
    /// The last day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub by: NaiveDate,
    /// Whether the ceremony was held after that day or, while it is still to come, whether that
    /// day is over on the day asked.
    pub late: bool,
}

/// Until when the ceremony of admission (lễ kết nạp) is due: MEM-07, 294-QĐ/TW §4.1,
/// 06-HD/TW §3.8.
///
/// The deadline runs in working days, the day after its start being the first. Whether it starts
/// with the receipt or the issue of the decision is a policy of the rule book.
///
/// # Errors
/// [`HandbookError::Input`] for a receipt or a ceremony before the decision, and for days whose
/// holidays the book does not know; [`HandbookError::RuleNotInForce`] where it knows no deadline.
///
/// ```
/// use handbook::member::{CeremonyDueInput, ceremony_due};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = CeremonyDueInput {
///     decision_on: date(2025, 8, 1)?,
///     received_on: Some(date(2025, 8, 11)?),
///     ceremony_on: Some(date(2025, 9, 24)?),
/// };
/// let due = ceremony_due(&book.on(date(2025, 9, 24)?)?, &input)?.value;
/// assert_eq!(due.by, date(2025, 9, 24)?);
/// assert!(!due.late);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn ceremony_due(
    rules: &Rules<'_>,
    input: &CeremonyDueInput,
) -> Result<Verdict<CeremonyDue>, HandbookError> {
    if let Some(received_on) = input.received_on {
        not_before("receivedOn", received_on, input.decision_on)?;
    }
    if let Some(ceremony_on) = input.ceremony_on {
        not_before("ceremonyOn", ceremony_on, input.decision_on)?;
    }
    let clock = rules.get(parameter::CEREMONY_CLOCK)?;
    let days = rules.get(parameter::CEREMONY_DAYS)?;
    let mut basis = Basis::default();
    basis.policy(&clock, clock.value.word());
    let start = match clock.value {
        CeremonyClock::Receipt => input.received_on.unwrap_or(input.decision_on),
        CeremonyClock::Issue => input.decision_on,
    };
    let by = working_day(rules, start, days.value)?;
    let in_time = basis.compare(
        &days,
        Quantity::Date {
            value: input.ceremony_on.unwrap_or(rules.date()),
        },
        Comparison::AtMost,
        Quantity::Date { value: by },
    );
    Ok(Verdict::new(CeremonyDue { by, late: !in_time }, basis))
}
