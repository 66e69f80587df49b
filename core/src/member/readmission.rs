//! Coming back after leaving the Party.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::months_after;
use crate::check::{not_after, not_before};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Why a person left the Party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LeavingReason {
    /// Quit activity (tự ý bỏ sinh hoạt đảng).
    QuitActivity,
    /// Applied to leave (làm đơn xin ra khỏi Đảng).
    AppliedToLeave,
    /// Applied to leave because of grave family hardship (gia đình đặc biệt khó khăn).
    FamilyHardship,
    /// Caused grave disunity (gây mất đoàn kết nội bộ nghiêm trọng).
    GraveDisunity,
    /// Convicted of corruption (bị kết án vì tội tham nhũng).
    Corruption,
    /// Convicted of a serious crime (bị kết án vì tội nghiêm trọng trở lên).
    SeriousCrime,
    /// Convicted of a minor crime (bị kết án vì tội ít nghiêm trọng).
    MinorCrime,
    /// Any other reason.
    Other,
}

impl LeavingReason {
    /// The word as it stands in JSON and in the rule book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::QuitActivity => "quitActivity",
            Self::AppliedToLeave => "appliedToLeave",
            Self::FamilyHardship => "familyHardship",
            Self::GraveDisunity => "graveDisunity",
            Self::Corruption => "corruption",
            Self::SeriousCrime => "seriousCrime",
            Self::MinorCrime => "minorCrime",
            Self::Other => "other",
        }
    }
}

/// Who asks to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadmissionInput {
    /// The day the person left the Party.
    #[serde(deserialize_with = "crate::wire::day")]
    pub left_on: NaiveDate,
    /// Why.
    pub reason: LeavingReason,
    /// The day the record of a minor crime was expunged (xóa án tích); for that reason alone.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub expunged_on: Option<NaiveDate>,
    /// Already admitted again once before.
    pub readmitted_before: bool,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whether there is a way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReadmissionChance {
    /// Never.
    Never,
    /// From a day on.
    From,
}

/// Whether and from when a person may be admitted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Readmission {
    /// Never, or from a day on.
    pub possible: ReadmissionChance,
    /// That day; absent when never.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub from: Option<NaiveDate>,
    /// Whether the application may be considered on the day asked.
    pub now: bool,
}

/// Whether and from when a person may be admitted again (kết nạp lại): MEM-12, 294-QĐ/TW §3.5.
///
/// Once only, at least 36 months after leaving; after a minor crime also at least 60 months after
/// its record was expunged; for some reasons never. That the standing committee of a central-run
/// committee agrees in writing is for people to say.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: dates in the wrong order, a minor crime without the
/// day its record was expunged, that day for another reason; [`HandbookError::RuleNotInForce`]
/// where the book knows no rule.
///
/// ```
/// use handbook::member::{LeavingReason, ReadmissionInput, readmission};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let input = ReadmissionInput {
///     left_on: date(2020, 4, 1)?,
///     reason: LeavingReason::FamilyHardship,
///     expunged_on: None,
///     readmitted_before: false,
///     on,
/// };
/// let answer = readmission(&book.on(on)?, &input)?.value;
/// assert_eq!(answer.from, Some(date(2023, 4, 1)?));
/// assert!(answer.now);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn readmission(
    rules: &Rules<'_>,
    input: &ReadmissionInput,
) -> Result<Verdict<Readmission>, HandbookError> {
    not_before("on", input.on, input.left_on)?;
    let expunged_on = expunged(input)?;
    let never = rules.get(parameter::READMISSION_NEVER)?;
    let mut basis = Basis::default();

    let reason = input.reason.as_str();
    // Against the one word it equals, or else against all of them.
    let forbidding = if never.value.iter().any(|word| word == reason) {
        reason.to_owned()
    } else {
        never.value.join(" | ")
    };
    let allowed = basis.compare(
        &never,
        Quantity::word(reason),
        Comparison::Differs,
        Quantity::word(forbidding),
    );
    let first_time = basis.compare(
        &never,
        Quantity::Flag {
            value: input.readmitted_before,
        },
        Comparison::Equals,
        Quantity::Flag { value: false },
    );
    if !allowed || !first_time {
        let value = Readmission {
            possible: ReadmissionChance::Never,
            from: None,
            now: false,
        };
        return Ok(Verdict::new(value, basis));
    }

    let on = Quantity::Date { value: input.on };
    let months = rules.get(parameter::READMISSION_MONTHS)?;
    let mut from = months_after("leftOn", input.left_on, months.value)?;
    basis.compare(
        &months,
        on.clone(),
        Comparison::AtLeast,
        Quantity::Date { value: from },
    );
    if let Some(expunged_on) = expunged_on {
        let months = rules.get(parameter::READMISSION_EXPUNGED_MONTHS)?;
        let clean = months_after("expungedOn", expunged_on, months.value)?;
        basis.compare(
            &months,
            on,
            Comparison::AtLeast,
            Quantity::Date { value: clean },
        );
        from = from.max(clean);
    }
    let value = Readmission {
        possible: ReadmissionChance::From,
        from: Some(from),
        now: from <= input.on,
    };
    Ok(Verdict::new(value, basis))
}

/// The day a record was expunged, which a minor crime needs and nothing else may have.
fn expunged(input: &ReadmissionInput) -> Result<Option<NaiveDate>, InputError> {
    match (input.reason, input.expunged_on) {
        (LeavingReason::MinorCrime, None) => {
            Err(InputError::new(InputCode::Empty, "expungedOn", ""))
        }
        (LeavingReason::MinorCrime, Some(day)) => {
            not_after("expungedOn", day, input.on)?;
            Ok(Some(day))
        }
        (_, Some(day)) => Err(InputError::new(InputCode::Contradiction, "expungedOn", day)
            .with_limit("only with the reason minorCrime")),
        (_, None) => Ok(None),
    }
}
