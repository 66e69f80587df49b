//! Who is rated at all.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rule::OnDemand;
use crate::calendar::months_between;
use crate::check::not_before;
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{InForce, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// How a member stands to the cell's activity when the year is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RatedStanding {
    /// Takes part; a member temporarily elsewhere is rated at home as well.
    Active,
    /// Exempted from work and meetings (miễn công tác và sinh hoạt đảng).
    Exempted,
    /// Suspended (đình chỉ sinh hoạt).
    Suspended,
}

/// Who asks to be rated, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatableInput {
    /// How the member stands on the day of rating.
    pub standing: RatedStanding,
    /// The day of admission; absent for an organization, and for a member admitted long ago
    /// whose day is not known.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub admitted_on: Option<NaiveDate>,
    /// The day of rating: for a year, its 31 December.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Whether the subject is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ratable {
    /// Whether it gets a level this year.
    pub rated: bool,
}

/// The rules of who is rated, looked up once for many.
#[derive(Debug, Clone)]
pub struct RatableRules<'book> {
    exempted: OnDemand<'book, bool>,
    suspended: OnDemand<'book, bool>,
    after_months: OnDemand<'book, i64>,
}

impl<'book> RatableRules<'book> {
    /// The rules on a day. A rule that the book does not know matters only for those it is about.
    #[must_use]
    pub fn in_force(rules: &Rules<'book>) -> Self {
        Self {
            exempted: OnDemand::in_force(rules, parameter::EXEMPTED_RATED),
            suspended: OnDemand::in_force(rules, parameter::SUSPENDED_RATED),
            after_months: OnDemand::in_force(rules, parameter::RATED_AFTER_MONTHS),
        }
    }

    /// Whether one subject is rated.
    ///
    /// # Errors
    /// As [`ratable`].
    pub fn judge<R: Recorder>(
        &self,
        input: &RatableInput,
        recorder: &mut R,
    ) -> Result<bool, HandbookError> {
        if let Some(admitted_on) = input.admitted_on {
            not_before("on", input.on, admitted_on)?;
        }
        let by_standing = match input.standing {
            RatedStanding::Active => true,
            RatedStanding::Exempted => is_rated(recorder, self.exempted.needed()?),
            RatedStanding::Suspended => is_rated(recorder, self.suspended.needed()?),
        };
        let Some(admitted_on) = input.admitted_on else {
            return Ok(by_standing);
        };
        let after = self.after_months.needed()?;
        let by_admission = recorder.compare(
            after,
            Quantity::Months {
                value: months_between(admitted_on, input.on).into(),
            },
            Comparison::AtLeast,
            Quantity::Months { value: after.value },
        );
        Ok(by_standing && by_admission)
    }
}

/// The rule says whether such members are rated, against the wish to rate this one.
fn is_rated<R: Recorder>(recorder: &mut R, rule: &InForce<'_, bool>) -> bool {
    recorder.compare(
        rule,
        Quantity::Flag { value: rule.value },
        Comparison::Equals,
        Quantity::Flag { value: true },
    )
}

/// Whether an organization or a member is rated this year (thuộc diện đánh giá, xếp loại):
/// EVL-10, 294-QĐ/TW §7.2.3. Exempted and suspended members are not, nor are those admitted less
/// than six months before.
///
/// The months since admission are full months by the day: admitted on 30 June, a member has six
/// months on 30 December.
///
/// # Errors
/// [`HandbookError::Input`] naming `on` when it lies before `admittedOn`;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule.
///
/// ```
/// use handbook::evaluation::{RatableInput, RatedStanding, ratable};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let newcomer = RatableInput {
///     standing: RatedStanding::Active,
///     admitted_on: Some(date(2025, 9, 2)?),
///     on,
/// };
/// assert!(!ratable(&book.on(on)?, &newcomer)?.value.rated);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn ratable(rules: &Rules<'_>, input: &RatableInput) -> Result<Verdict<Ratable>, HandbookError> {
    let mut basis = Basis::default();
    let rated = is_ratable(rules, input, &mut basis)?;
    Ok(Verdict::new(Ratable { rated }, basis))
}

/// The same as [`ratable`], with a recorder of the caller's.
///
/// # Errors
/// As [`ratable`].
pub fn is_ratable<R: Recorder>(
    rules: &Rules<'_>,
    input: &RatableInput,
    recorder: &mut R,
) -> Result<bool, HandbookError> {
    RatableRules::in_force(rules).judge(input, recorder)
}
