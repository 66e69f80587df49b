//! A yearly target on its way: what is reached, where it leads, and what is still needed.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::calendar::add_months;
use crate::check::{MONEY_MOST, SAFE_INTEGER_MOST, in_range, not_after, not_before, part_of};
use crate::compact::sort_by_key;
use crate::error::{HandbookError, InputCode, InputError};
use crate::exact::floor_div;
use crate::quantity::shown_percent;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// Most decimals that a percentage is shown with.
const MOST_DECIMALS: u8 = 4;

/// Most of a whole that a share may be of: the difference of two shares stays a number that every
/// host holds exactly.
const WHOLE_MOST: i64 = 90_000_000;

/// Days in which the needed pace is told.
const PACE_DAYS: i64 = 30;

/// An amount of a target: the three kinds of yearly targets (chỉ tiêu).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum TargetAmount {
    /// Things counted.
    Number {
        /// How many, 0 to 100 million million.
        count: i64,
    },
    /// Money.
    Value {
        /// How much in đồng, 0 to 100 million million.
        dong: i64,
    },
    /// A part of a whole.
    Share {
        /// How many of the whole.
        part: i64,
        /// The whole, 1 to 90,000,000.
        whole: i64,
    },
}

/// Which side of the plan is the good one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetDirection {
    /// The plan or more: members admitted.
    HigherIsBetter,
    /// The plan or less: complaints.
    LowerIsBetter,
}

/// How the results of a year make one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetResults {
    /// Each is what came since the one before: they are added, parts and wholes of shares too.
    Added,
    /// Each is how it stood on its day: the last one counts.
    Latest,
}

/// A result of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetResult {
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// The result, of the plan's kind.
    pub amount: TargetAmount,
}

/// What a forecast goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum ForecastBasis {
    /// By days: result · days of the year / days from 1 January to the day asked, which counts.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Linear {},
    /// As last year went on: result · last year's result / what it was by the same time.
    LastYear {
        /// Last year's result by the end of the same month or on the same day, 1 or more.
        by_then: i64,
        /// Last year's result, `byThen` or more.
        total: i64,
    },
    /// At the pace of the last months: result + what they brought · days left / their days.
    LastMonths {
        /// How many months back from the day asked, 1 to 12; they begin within the year.
        months: u8,
    },
}

/// How an exact number becomes a whole one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WholeRounding {
    /// Downward.
    Down,
    /// To the nearest, halves upward.
    HalfUp,
    /// Upward.
    Up,
}

/// A forecast that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForecastInput {
    /// What it goes by.
    pub basis: ForecastBasis,
    /// How it is rounded for showing.
    pub rounding: WholeRounding,
}

/// A yearly target and its results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetProgressInput {
    /// The plan for the year.
    pub plan: TargetAmount,
    /// Which side of it is the good one.
    pub direction: TargetDirection,
    /// How the results make one.
    pub reading: TargetResults,
    /// Results of the year of `on`, in any order, none after it; where the last one counts, at
    /// most one of a day.
    pub results: Vec<TargetResult>,
    /// The result to compare with, of an earlier day or of last year.
    #[serde(default)]
    pub compared: Option<TargetResult>,
    /// The forecast asked for: only of numbers and values that are added.
    #[serde(default)]
    pub forecast: Option<ForecastInput>,
    /// Decimals of the percentage, 0 to 4.
    pub decimals: u8,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Where a target went since the result that it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetCourse {
    /// Toward the good side.
    Better,
    /// Nowhere.
    Same,
    /// Toward the bad side.
    Worse,
}

/// A target against an earlier result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetTrend {
    /// Where it went.
    pub course: TargetCourse,
    /// The difference above the line, below 0 where the result is smaller.
    pub numerator: i64,
    /// The difference below the line: 1 for numbers and values.
    pub denominator: i64,
}

/// Where a target leads by the end of the year: whole + numerator / denominator, exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetForecast {
    /// The whole part.
    pub whole: i64,
    /// The rest above the line, less than `denominator`.
    pub numerator: i64,
    /// The rest below the line, 1 or more.
    pub denominator: i64,
    /// Rounded as asked.
    pub rounded: i64,
    /// Whether the exact forecast reaches the plan.
    pub reaches: bool,
}

/// What is still needed, or still allowed where lower is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeededPace {
    /// How much until the end of the year.
    pub remaining: i64,
    /// Days after the day asked until 31 December.
    pub days_left: u32,
    /// How much in 30 days: rounded upward, and downward where lower is better; absent on 31
    /// December.
    pub in_thirty_days: Option<i64>,
}

/// A target on the day asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetProgress {
    /// The result so far; absent where no share was reported yet.
    pub achieved: Option<TargetAmount>,
    /// In percent, rounded half upward: numbers and values of the plan, a share of its whole.
    /// Absent for a plan of 0 and without a share.
    pub shown: Option<String>,
    /// Whether the result is on the good side of the plan so far, by the exact numbers; false
    /// without a share.
    pub reached: bool,
    /// Against the result to compare with; absent without one and without a result.
    pub trend: Option<TargetTrend>,
    /// The forecast; absent where none was asked.
    pub forecast: Option<TargetForecast>,
    /// What is still needed or allowed; absent for shares and readings of a day, and where it is
    /// reached or can no longer be kept.
    pub needed: Option<NeededPace>,
}

/// A yearly target on a day (tiến độ thực hiện chỉ tiêu): the result so far, the trend, a forecast
/// by a named basis, and the pace still needed. No rule is asked.
///
/// ```
/// use handbook::work::{
///     ForecastBasis, ForecastInput, TargetAmount, TargetDirection, TargetProgressInput,
///     TargetResult, TargetResults, WholeRounding, target_progress,
/// };
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2023, 9, 30)?;
/// let admitted = TargetProgressInput {
///     plan: TargetAmount::Number { count: 242 },
///     direction: TargetDirection::HigherIsBetter,
///     reading: TargetResults::Added,
///     results: vec![TargetResult { on, amount: TargetAmount::Number { count: 195 } }],
///     compared: None,
///     forecast: Some(ForecastInput {
///         basis: ForecastBasis::Linear {},
///         rounding: WholeRounding::Down,
///     }),
///     decimals: 1,
///     on,
/// };
/// let progress = target_progress(&book.on(on)?, &admitted)?.value;
/// assert_eq!(progress.shown.as_deref(), Some("80.6"));
/// assert_eq!(progress.forecast.map(|forecast| forecast.rounded), Some(260));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming an amount out of its range or of another kind than the plan
/// (`plan`, `results[2].amount`, `compared`), a result outside the year or after `on`, two of a
/// day where the last one counts, a plan of 0 where higher is better, a comparison that is not
/// before `on`, `forecast` of shares or of readings of a day, months that begin before the year,
/// and a sum or forecast above 9,007,199,254,740,991.
pub fn target_progress(
    _rules: &Rules<'_>,
    input: &TargetProgressInput,
) -> Result<Verdict<TargetProgress>, HandbookError> {
    in_range("decimals", input.decimals, 0, MOST_DECIMALS)?;
    let plan = input.plan.exact("plan", input.plan)?;
    let higher = input.direction == TargetDirection::HigherIsBetter;
    if higher {
        in_range("plan", plan.0, 1, SAFE_INTEGER_MOST)?;
    }
    let result = input.result()?;
    let share = matches!(input.plan, TargetAmount::Share { .. });
    let measured = result.1 > 0;
    let order = compare(result, plan);
    let reached = measured && if higher { order.is_ge() } else { order.is_le() };
    let shown = if share {
        shown_percent(result.0, result.1, input.decimals)
    } else {
        shown_percent(result.0, plan.0, input.decimals)
    };
    let paced = !share && input.reading == TargetResults::Added;
    let forecast = match &input.forecast {
        None => None,
        Some(_) if !paced => {
            let which = if share { "share" } else { "latest" };
            return Err(InputError::new(InputCode::Contradiction, "forecast", which).into());
        }
        Some(asked) => Some(input.forecast(asked, result.0, plan.0)?),
    };
    let value = TargetProgress {
        achieved: measured.then(|| input.plan.like(result)),
        shown,
        reached,
        trend: input.trend(result)?,
        forecast,
        needed: (paced && reached != higher)
            .then(|| needed(plan.0 - result.0, input.on, higher))
            .flatten(),
    };
    Ok(Verdict::new(value, Basis::default()))
}

/// How two amounts compare, the wholes 0 or more.
fn compare(left: (i64, i64), right: (i64, i64)) -> Ordering {
    let product = |part: i64, whole: i64| i128::from(part) * i128::from(whole);
    product(left.0, right.1).cmp(&product(right.0, left.1))
}

fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    (to - from).num_days()
}

fn last_day(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}

fn needed(remaining: i64, on: NaiveDate, higher: bool) -> Option<NeededPace> {
    let days_left = days_between(on, last_day(on.year())?);
    let product = i128::from(remaining) * i128::from(PACE_DAYS);
    let in_thirty_days = if days_left == 0 {
        None
    } else if higher {
        i64::try_from(-floor_div(-product, days_left.into())).ok()
    } else {
        i64::try_from(floor_div(product, days_left.into())).ok()
    };
    Some(NeededPace {
        remaining,
        days_left: u32::try_from(days_left).ok()?,
        in_thirty_days,
    })
}

impl TargetAmount {
    /// Part and whole of an amount that must be of the plan's kind.
    ///
    /// # Errors
    /// [`InputError`] naming the field, for another kind and for amounts out of range.
    pub(crate) fn exact(self, field: &str, plan: Self) -> Result<(i64, i64), InputError> {
        match (self, plan) {
            (Self::Number { count: amount }, Self::Number { .. })
            | (Self::Value { dong: amount }, Self::Value { .. }) => {
                in_range(field, amount, 0, MONEY_MOST)?;
                Ok((amount, 1))
            }
            (Self::Share { part, whole }, Self::Share { .. }) => {
                in_range(field, whole, 1, WHOLE_MOST)?;
                in_range(field, part, 0, whole)?;
                Ok((part, whole))
            }
            _ => Err(InputError::new(
                InputCode::Contradiction,
                field,
                "another kind than the plan",
            )),
        }
    }

    /// An amount of the same kind.
    fn like(self, (part, whole): (i64, i64)) -> Self {
        match self {
            Self::Number { .. } => Self::Number { count: part },
            Self::Value { .. } => Self::Value { dong: part },
            Self::Share { .. } => Self::Share { part, whole },
        }
    }
}

impl TargetProgressInput {
    /// The result so far, as part and whole; the whole is 0 where no share was reported.
    fn result(&self) -> Result<(i64, i64), InputError> {
        let share = matches!(self.plan, TargetAmount::Share { .. });
        let mut sum = (0_i64, i64::from(!share));
        let mut latest: Option<NaiveDate> = None;
        let mut days: Vec<NaiveDate> = Vec::new();
        for (place, result) in self.results.iter().enumerate() {
            let field = |name: &str| format!("results[{place}].{name}");
            not_after(&field("on"), result.on, self.on)?;
            if result.on.year() != self.on.year() {
                return Err(InputError::new(
                    InputCode::OutOfRange,
                    field("on"),
                    result.on,
                ));
            }
            let (part, whole) = result.amount.exact(&field("amount"), self.plan)?;
            if self.reading == TargetResults::Added {
                sum.0 = sum.0.saturating_add(part);
                if share {
                    sum.1 = sum.1.saturating_add(whole);
                }
                continue;
            }
            days.push(result.on);
            if latest.is_none_or(|latest| result.on > latest) {
                latest = Some(result.on);
                sum = (part, whole);
            }
        }
        sort_by_key(&mut days, |day| *day);
        for pair in days.windows(2) {
            if let [earlier, later] = pair
                && earlier == later
            {
                return Err(InputError::new(InputCode::Duplicate, "results", later));
            }
        }
        let most = if share { WHOLE_MOST } else { SAFE_INTEGER_MOST };
        in_range("results", sum.0.max(sum.1), 0, most)?;
        Ok(sum)
    }

    fn trend(&self, result: (i64, i64)) -> Result<Option<TargetTrend>, InputError> {
        let Some(compared) = &self.compared else {
            return Ok(None);
        };
        if compared.on >= self.on {
            return Err(
                InputError::new(InputCode::DateOrder, "compared.on", compared.on)
                    .with_limit(format!("before {}", self.on)),
            );
        }
        let before = compared.amount.exact("compared.amount", self.plan)?;
        if result.1 == 0 {
            return Ok(None);
        }
        let order = compare(result, before);
        let better = match self.direction {
            TargetDirection::HigherIsBetter => order,
            TargetDirection::LowerIsBetter => order.reverse(),
        };
        Ok(Some(TargetTrend {
            course: match better {
                Ordering::Greater => TargetCourse::Better,
                Ordering::Equal => TargetCourse::Same,
                Ordering::Less => TargetCourse::Worse,
            },
            numerator: result.0 * before.1 - before.0 * result.1,
            denominator: result.1 * before.1,
        }))
    }

    fn forecast(
        &self,
        asked: &ForecastInput,
        achieved: i64,
        plan: i64,
    ) -> Result<TargetForecast, InputError> {
        let days_gone = i64::from(self.on.ordinal());
        let outside = || InputError::new(InputCode::OutOfRange, "forecast", self.on);
        let new_year = self.on.with_ordinal(1).ok_or_else(outside)?;
        let days_left = days_between(self.on, last_day(self.on.year()).ok_or_else(outside)?);
        let product = |left: i64, right: i64| i128::from(left) * i128::from(right);
        let (numerator, denominator) = match asked.basis {
            ForecastBasis::Linear {} => (product(achieved, days_gone + days_left), days_gone),
            ForecastBasis::LastYear { by_then, total } => {
                in_range("forecast.byThen", by_then, 1, MONEY_MOST)?;
                in_range("forecast.total", total, 0, MONEY_MOST)?;
                not_less("forecast.total", total, by_then)?;
                (product(achieved, total), by_then)
            }
            ForecastBasis::LastMonths { months } => {
                in_range("forecast.months", months, 1, 12)?;
                let from = add_months(self.on, -i32::from(months)).ok_or_else(outside)?;
                let first = from.succ_opt().ok_or_else(outside)?;
                not_before("forecast.months", first, new_year)?;
                let lately = self.results.iter().filter(|result| result.on > from);
                let brought = lately.fold(0_i64, |sum, result| match result.amount {
                    TargetAmount::Number { count: amount }
                    | TargetAmount::Value { dong: amount } => sum.saturating_add(amount),
                    TargetAmount::Share { .. } => sum,
                });
                let days = days_between(from, self.on);
                (product(achieved, days) + product(brought, days_left), days)
            }
        };
        let whole = floor_div(numerator, denominator.into());
        let rest = numerator - whole * i128::from(denominator);
        let whole = i64::try_from(whole).unwrap_or(i64::MAX);
        in_range("forecast", whole, 0, SAFE_INTEGER_MOST - 1)?;
        let up = match asked.rounding {
            WholeRounding::Down => false,
            WholeRounding::HalfUp => 2 * rest >= i128::from(denominator),
            WholeRounding::Up => rest > 0,
        };
        let order = numerator.cmp(&product(plan, denominator));
        Ok(TargetForecast {
            whole,
            numerator: i64::try_from(rest).unwrap_or(0),
            denominator,
            rounded: whole + i64::from(up),
            reaches: match self.direction {
                TargetDirection::HigherIsBetter => order.is_ge(),
                TargetDirection::LowerIsBetter => order.is_le(),
            },
        })
    }
}

/// Refuses a whole that is less than its part.
fn not_less(field: &str, whole: i64, part: i64) -> Result<(), InputError> {
    let unsigned = |number: i64| u64::try_from(number).unwrap_or(0);
    part_of(field, unsigned(part), unsigned(whole))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn number(count: i64) -> TargetAmount {
        TargetAmount::Number { count }
    }

    fn asked(on: NaiveDate, results: &[(NaiveDate, TargetAmount)]) -> TargetProgressInput {
        TargetProgressInput {
            plan: number(120),
            direction: TargetDirection::HigherIsBetter,
            reading: TargetResults::Added,
            results: results
                .iter()
                .map(|(on, amount)| TargetResult {
                    on: *on,
                    amount: *amount,
                })
                .collect(),
            compared: None,
            forecast: None,
            decimals: 1,
            on,
        }
    }

    fn ask(input: &TargetProgressInput) -> Result<TargetProgress, HandbookError> {
        let book = RuleBook::vietnam();
        Ok(target_progress(&book.on(input.on)?, input)?.value)
    }

    #[test]
    fn a_forecast_says_what_it_goes_by() -> Result<(), HandbookError> {
        let on = date(2023, 6, 30)?;
        let results = [
            (date(2023, 2, 1)?, number(30)),
            (date(2023, 6, 15)?, number(31)),
        ];
        let mut input = asked(on, &results);
        let mut led = |basis, rounding| -> Result<(i64, i64, i64, i64), HandbookError> {
            input.forecast = Some(ForecastInput { basis, rounding });
            let led = ask(&input)?.forecast;
            Ok(led.map_or((0, 0, 0, 0), |led| {
                (led.whole, led.numerator, led.denominator, led.rounded)
            }))
        };
        // 61 · 365 / 181 = 123 + 2/181.
        assert_eq!(
            led(ForecastBasis::Linear {}, WholeRounding::Up)?,
            (123, 2, 181, 124)
        );
        let last_year = ForecastBasis::LastYear {
            by_then: 40,
            total: 100,
        };
        assert_eq!(led(last_year, WholeRounding::HalfUp)?, (152, 20, 40, 153));
        // From 31 May to 30 June: 31 in 31 days, and 184 days to go.
        let months = ForecastBasis::LastMonths { months: 1 };
        assert_eq!(led(months, WholeRounding::Down)?.0, 61 + 31 * 184 / 31);
        assert!(led(ForecastBasis::LastMonths { months: 7 }, WholeRounding::Down).is_err());
        Ok(())
    }

    #[test]
    fn fewer_complaints_are_better() -> Result<(), HandbookError> {
        let on = date(2023, 12, 1)?;
        let mut input = asked(on, &[(on, number(3))]);
        input.plan = number(4);
        input.direction = TargetDirection::LowerIsBetter;
        input.compared = Some(TargetResult {
            on: date(2022, 12, 1)?,
            amount: number(9),
        });
        let progress = ask(&input)?;
        assert!(progress.reached);
        assert_eq!(
            progress.trend.map(|trend| (trend.course, trend.numerator)),
            Some((TargetCourse::Better, -6))
        );
        let needed = progress.needed;
        assert_eq!(
            needed.map(|needed| (needed.remaining, needed.in_thirty_days)),
            Some((1, Some(1)))
        );
        input.plan = number(0);
        let progress = ask(&input)?;
        assert_eq!(
            (progress.reached, progress.shown, progress.needed),
            (false, None, None)
        );
        Ok(())
    }

    #[test]
    fn a_share_is_a_sum_of_counts_or_the_last_reading() -> Result<(), HandbookError> {
        let on = date(2023, 12, 31)?;
        let share = |part, whole| TargetAmount::Share { part, whole };
        let mut input = asked(
            on,
            &[(on, share(2, 10)), (date(2023, 3, 1)?, share(54, 57))],
        );
        input.plan = share(9, 10);
        let summed = ask(&input)?;
        assert_eq!(summed.achieved, Some(share(56, 67)));
        assert!(!summed.reached);
        input.reading = TargetResults::Latest;
        assert_eq!(ask(&input)?.shown.as_deref(), Some("20.0"));
        input.results.truncate(0);
        let nothing = ask(&input)?;
        assert_eq!((nothing.achieved, nothing.reached), (None, false));
        Ok(())
    }
}
