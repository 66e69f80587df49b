//! A result against its plan (kết quả so với kế hoạch).

use serde::{Deserialize, Serialize};

use crate::check;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::shown_percent;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// Most decimals that a percentage is shown with.
const MOST_DECIMALS: u8 = 4;

/// A plan and what was achieved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanFulfilmentInput {
    /// How many were planned, 1 or more.
    pub planned: i64,
    /// How many were achieved, 0 or more.
    pub achieved: i64,
    /// With how many decimals the percentage is shown, 0 to 4.
    pub decimals: u8,
}

/// How far a plan is fulfilled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanFulfilment {
    /// How many were achieved.
    pub numerator: i64,
    /// How many were planned.
    pub denominator: i64,
    /// The percentage as shown, rounded half upward.
    pub shown: String,
    /// Whether the plan is reached.
    pub reached: bool,
}

/// How far a plan is fulfilled, exact and as shown. No rule is asked.
///
/// ```
/// use handbook::work::{PlanFulfilmentInput, plan_fulfilment};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = PlanFulfilmentInput { planned: 242, achieved: 260, decimals: 1 };
/// assert_eq!(plan_fulfilment(&book.on(date(2023, 12, 31)?)?, &input)?.value.shown, "107.4");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a plan below 1, a negative result, or more than 4 decimals.
pub fn plan_fulfilment(
    _rules: &Rules<'_>,
    input: &PlanFulfilmentInput,
) -> Result<Verdict<PlanFulfilment>, HandbookError> {
    check::in_range("planned", input.planned, 1, check::SAFE_INTEGER_MOST)?;
    check::in_range("achieved", input.achieved, 0, check::SAFE_INTEGER_MOST)?;
    check::in_range("decimals", input.decimals, 0, MOST_DECIMALS)?;
    let value = PlanFulfilment {
        numerator: input.achieved,
        denominator: input.planned,
        shown: shown_percent(input.achieved, input.planned, input.decimals).unwrap_or_default(),
        reached: input.achieved >= input.planned,
    };
    Ok(Verdict::new(value, Basis::default()))
}

/// A published percentage and the result behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlansShownAsInput {
    /// How many were achieved, 1 or more.
    pub achieved: i64,
    /// The percentage as published, such as `107.4`: above 0, at most 4 decimals.
    pub shown: String,
}

/// The plans that a published percentage fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlansShownAs {
    /// The smallest whole plan that shows so; absent when none does.
    pub least: Option<i64>,
    /// The largest whole plan that shows so; absent when none does.
    pub most: Option<i64>,
}

/// Which whole plans a published percentage fits: 260 admitted, "107.4 %" leaves 242 alone.
///
/// ```
/// use handbook::work::{PlansShownAsInput, plans_shown_as};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = PlansShownAsInput { achieved: 260, shown: "107.4".to_owned() };
/// let plans = plans_shown_as(&book.on(date(2023, 12, 31)?)?, &input)?.value;
/// assert_eq!((plans.least, plans.most), (Some(242), Some(242)));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a result below 1 or a text that is no such percentage.
pub fn plans_shown_as(
    _rules: &Rules<'_>,
    input: &PlansShownAsInput,
) -> Result<Verdict<PlansShownAs>, HandbookError> {
    check::in_range("achieved", input.achieved, 1, check::SAFE_INTEGER_MOST)?;
    let (digits, scale) = parse_percent(&input.shown)
        .ok_or_else(|| InputError::new(InputCode::NotANumber, "shown", &input.shown))?;
    // Shown as d means (2d − 1) ≤ 200·scale·achieved / plan < (2d + 1).
    let product = i128::from(input.achieved) * 200 * scale;
    let least = product / (2 * digits + 1) + 1;
    let most = product / (2 * digits - 1);
    let safe = |plan: i128| i64::try_from(plan).ok().filter(|plan| *plan >= 1);
    let (least, most) = if least <= most {
        (safe(least.max(1)), safe(most))
    } else {
        (None, None)
    };
    Ok(Verdict::new(PlansShownAs { least, most }, Basis::default()))
}

/// The percentage's digits without the point, and the power of ten behind the point.
fn parse_percent(text: &str) -> Option<(i128, i128)> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let well_formed = !whole.is_empty()
        && whole.len() <= 12
        && decimals.len() <= usize::from(MOST_DECIMALS)
        && (text.contains('.') != decimals.is_empty())
        && all_digits(whole)
        && all_digits(decimals);
    if !well_formed {
        return None;
    }
    let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
    let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    (digits > 0).then_some((digits, scale))
}
