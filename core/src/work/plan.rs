//! A result against its plan (kết quả so với kế hoạch).

use serde::{Deserialize, Serialize};

use crate::check;
use crate::error::{HandbookError, InputCode, InputError};
use crate::exact::floor_div;
use crate::quantity::shown_percent;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// Most decimals that a percentage is shown with.
const MOST_DECIMALS: u8 = 4;

/// Most whole digits of a percentage.
const MOST_WHOLE_DIGITS: usize = 12;

/// Most achieved whose plans are looked for: every plan then stays a number that every host
/// holds exactly.
const RECOVERED_FROM_MOST: i64 = u32::MAX as i64;

/// A plan and what was achieved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanFulfilmentInput {
    /// How many were planned, 1 to 9,007,199,254,740,991.
    pub planned: i64,
    /// How many were achieved, 0 to 9,007,199,254,740,991.
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
    /// Whether the plan is reached: judged by the counts, never by the rounded percentage.
    pub reached: bool,
}

/// How far a plan is fulfilled (tỷ lệ thực hiện kế hoạch), exact and as shown. No rule is asked.
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
/// [`HandbookError::Input`] naming `planned`, `achieved` or `decimals` out of its range.
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
    /// How many were achieved, 1 to 4,294,967,295.
    pub achieved: i64,
    /// The percentage as published, such as `107.4`: above 0, without a sign, with a point and
    /// at most 4 decimals, all of them written.
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

/// Which whole plans a published percentage fits: 260 admitted, "107.4 %" leaves 242 alone. All
/// plans between the two fit as well.
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
/// [`HandbookError::Input`] naming `achieved` out of its range, or `shown` where it is no such
/// percentage: 1 to 12 digits without a leading zero, then at most a point and 1 to 4 digits.
pub fn plans_shown_as(
    _rules: &Rules<'_>,
    input: &PlansShownAsInput,
) -> Result<Verdict<PlansShownAs>, HandbookError> {
    check::in_range("achieved", input.achieved, 1, RECOVERED_FROM_MOST)?;
    let wrong = |code| {
        InputError::new(code, "shown", &input.shown).with_limit("0.0001..=999999999999.9999")
    };
    let (digits, scale) =
        parse_percent(&input.shown).ok_or_else(|| wrong(InputCode::NotANumber))?;
    if digits == 0 {
        return Err(wrong(InputCode::OutOfRange).into());
    }
    // Shown as d means (2d − 1) ≤ 200·scale·achieved / plan < (2d + 1).
    let product = i128::from(input.achieved) * 200 * scale;
    let least = floor_div(product, 2 * digits + 1) + 1;
    let most = floor_div(product, 2 * digits - 1);
    let plan = |plan: i128| i64::try_from(plan).ok().filter(|_| least <= most);
    let value = PlansShownAs {
        least: plan(least),
        most: plan(most),
    };
    Ok(Verdict::new(value, Basis::default()))
}

/// The percentage's digits without the point, and the power of ten behind the point.
fn parse_percent(text: &str) -> Option<(i128, i128)> {
    let (whole, decimals) = match text.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (text, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let well_formed = (1..=MOST_WHOLE_DIGITS).contains(&whole.len())
        && (whole == "0" || !whole.starts_with('0'))
        && decimals.len() <= usize::from(MOST_DECIMALS)
        && all_digits(whole)
        && all_digits(decimals);
    if !well_formed {
        return None;
    }
    let digits: i64 = format!("{whole}{decimals}").parse().ok()?;
    let scale = 10_u32.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    Some((digits.into(), scale.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn plans(achieved: i64, shown: &str) -> Result<(Option<i64>, Option<i64>), HandbookError> {
        let book = RuleBook::vietnam();
        let input = PlansShownAsInput {
            achieved,
            shown: shown.to_owned(),
        };
        let plans = plans_shown_as(&book.on(date(2023, 12, 31)?)?, &input)?.value;
        Ok((plans.least, plans.most))
    }

    #[test]
    fn a_published_percentage_tells_its_plan() -> Result<(), HandbookError> {
        assert_eq!(plans(260, "107.4")?, (Some(242), Some(242)));
        assert_eq!(plans(1, "33")?, (Some(3), Some(3)));
        assert_eq!(plans(1, "50.0")?, (Some(2), Some(2)));
        assert_eq!(
            plans(1, "1")?,
            (Some(67), Some(200)),
            "1 of 200 is half a percent"
        );
        assert_eq!(plans(2, "107.4")?, (None, None), "no whole plan gives it");
        assert_eq!(
            plans(i64::from(u32::MAX), "0.0001")?.1,
            Some(8_589_934_590_000_000)
        );
        Ok(())
    }

    #[test]
    fn a_percentage_has_one_form() {
        for wrong in [
            "",
            ".",
            "1.",
            ".5",
            "-1",
            "+1",
            "1,5",
            "01",
            "1.00000",
            "1e3",
            " 1",
            "½",
            "0",
            "0.0",
            "1234567890123",
        ] {
            let error = plans(260, wrong).map_err(|error| error.to_string());
            assert!(
                error.as_ref().is_err_and(|words| words.contains("`shown`")),
                "{wrong:?} gave {error:?}"
            );
        }
        for wrong in [0, -1, i64::from(u32::MAX) + 1, i64::MAX, i64::MIN] {
            assert!(plans(wrong, "107.4").is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_plan_is_reached_by_counts_and_not_by_what_is_shown() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2023, 12, 31)?)?;
        let ask = |planned, achieved, decimals| {
            let input = PlanFulfilmentInput {
                planned,
                achieved,
                decimals,
            };
            plan_fulfilment(&rules, &input).map(|verdict| verdict.value)
        };
        let nearly = ask(1_000_000, 999_999, 1)?;
        assert_eq!((nearly.shown.as_str(), nearly.reached), ("100.0", false));
        for wrong in [
            (0, 1, 1),
            (-1, 1, 1),
            (1, -1, 1),
            (1, 1, 5),
            (i64::MAX, 1, 1),
        ] {
            assert!(ask(wrong.0, wrong.1, wrong.2).is_err(), "{wrong:?}");
        }
        Ok(())
    }
}
