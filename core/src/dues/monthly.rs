//! What a member pays a month.

use serde::{Deserialize, Serialize};

use crate::check::{MONEY_MOST, in_range};
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::exact::{digits, floor_div};
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::DuesRounding;
use crate::rulebook::{InForce, Parameter, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Percent of the whole.
const WHOLE: i64 = 100;

/// What the dues are reckoned from. Sums are in đồng a month, 0 to 100 million million.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Payer {
    /// In compulsory social insurance (tham gia bảo hiểm xã hội bắt buộc).
    Insured {
        /// The insured salary of the month before.
        salary: i64,
    },
    /// On sick or maternity leave with an allowance (hưởng chế độ ốm đau, thai sản).
    OnAllowance {
        /// The allowance.
        allowance: i64,
    },
    /// Pensioner (hưởng lương hưu).
    Pensioner {
        /// The pension.
        pension: i64,
    },
    /// Pupil or student without salary (học sinh, sinh viên).
    #[serde(deserialize_with = "crate::wire::no_fields")]
    Student,
    /// Not in social insurance, under retirement age (chưa đến tuổi nghỉ hưu).
    Uninsured {
        /// Region of the minimum wage (vùng), 1 to 4.
        region: u32,
    },
    /// Not in social insurance, at retirement age (đến tuổi nghỉ hưu).
    UninsuredRetired {
        /// Region of the minimum wage (vùng), 1 to 4.
        region: u32,
    },
    /// With a merit allowance or one for lost capacity (trợ cấp người có công, mất sức).
    MeritAllowance {
        /// The allowance.
        allowance: i64,
    },
    /// Abroad on State funds (ở ngoài nước hưởng sinh hoạt phí từ ngân sách).
    AbroadOnStateFunds {
        /// The living allowance, in đồng.
        allowance: i64,
    },
    /// Otherwise abroad (ở ngoài nước, đối tượng khác).
    AbroadOther {
        /// The dues fixed for the member, between the least and the most of the rule book.
        amount: i64,
    },
}

/// Why a member pays nothing (miễn đóng đảng phí), besides Party age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DuesExemption {
    /// Lives on a social pension (trợ cấp hưu trí xã hội).
    SocialPension,
    /// Of a poor household (hộ nghèo), on request.
    Poor,
    /// Of a near-poor household (hộ cận nghèo), on request.
    NearPoor,
    /// Gravely ill (bệnh hiểm nghèo), on request.
    GraveIllness,
}

impl DuesExemption {
    /// The word as it stands in JSON and in the rule book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SocialPension => "socialPension",
            Self::Poor => "poor",
            Self::NearPoor => "nearPoor",
            Self::GraveIllness => "graveIllness",
        }
    }
}

/// Who pays dues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MonthlyDuesInput {
    /// What the dues are reckoned from.
    pub payer: Payer,
    /// Full years of Party age.
    pub party_age_years: u32,
    /// An exemption granted.
    #[serde(default)]
    pub exempt: Option<DuesExemption>,
    /// A reduction granted, in percent: one of those of the rule book.
    #[serde(default)]
    pub reduction_percent: Option<u32>,
}

/// Dues of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MonthlyDues {
    /// In đồng.
    pub amount: i64,
}

/// An exact sum in đồng. Above the line at most 10¹⁴ · 2⁶³ with any rule book, which a reduction
/// multiplies by 100 at most: far inside 128 bits.
struct Sum {
    numerator: i128,
    denominator: i128,
}

/// What a member pays a month (mức đóng đảng phí): sections 8.1 and 8.2 of the catalogue;
/// 01-QĐ/TW from 1/2/2026, before it 342-QĐ/TW.
///
/// The sum is rounded once, after a reduction; how is a policy of the rule book, since no text on
/// it was read. Where the book knows no Party age without dues (342-QĐ/TW), none is applied. An
/// amount paid of one's own will above this is not a matter of the rule.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: a sum out of range, an unknown region, a reduction
/// or an exemption that the rule book does not list; [`HandbookError::RuleNotInForce`] for payers
/// whose dues were not read for the date.
///
/// ```
/// use handbook::dues::{MonthlyDuesInput, Payer, monthly_dues};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2026, 3, 1)?)?;
/// let mut member = MonthlyDuesInput {
///     payer: Payer::Uninsured { region: 3 },
///     party_age_years: 12,
///     exempt: None,
///     reduction_percent: None,
/// };
/// assert_eq!(monthly_dues(&rules, &member)?.value.amount, 12_420);
/// member.party_age_years = 50;
/// assert_eq!(monthly_dues(&rules, &member)?.value.amount, 0);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn monthly_dues(
    rules: &Rules<'_>,
    input: &MonthlyDuesInput,
) -> Result<Verdict<MonthlyDues>, HandbookError> {
    let mut basis = Basis::default();
    input.payer.check()?;
    if is_exempt(rules, input, &mut basis)? {
        return Ok(Verdict::new(MonthlyDues { amount: 0 }, basis));
    }
    let full = full_dues(rules, &input.payer, &mut basis)?;
    let owed = match input.reduction_percent {
        Some(percent) => reduced(rules, &full, percent, &mut basis)?,
        None => full,
    };
    let amount = rounded(rules, &owed, &mut basis)?;
    Ok(Verdict::new(MonthlyDues { amount }, basis))
}

impl Payer {
    fn check(&self) -> Result<(), InputError> {
        let (field, amount) = match *self {
            Self::Insured { salary } => ("payer.salary", salary),
            Self::Pensioner { pension } => ("payer.pension", pension),
            Self::OnAllowance { allowance }
            | Self::MeritAllowance { allowance }
            | Self::AbroadOnStateFunds { allowance } => ("payer.allowance", allowance),
            Self::AbroadOther { amount } => ("payer.amount", amount),
            Self::Student | Self::Uninsured { .. } | Self::UninsuredRetired { .. } => {
                return Ok(());
            }
        };
        in_range(field, amount, 0, MONEY_MOST)
    }
}

/// Dues before a reduction.
fn full_dues(rules: &Rules<'_>, payer: &Payer, basis: &mut Basis) -> Result<Sum, HandbookError> {
    match *payer {
        Payer::Insured { salary: base } | Payer::OnAllowance { allowance: base } => {
            share_of(rules, parameter::DUES_INSURED, base, basis)
        }
        Payer::Pensioner { pension } => share_of(rules, parameter::DUES_PENSION, pension, basis),
        Payer::Student => {
            let fixed = rules.get(parameter::DUES_STUDENT)?;
            cite(&fixed, Quantity::Dong { value: fixed.value }, basis);
            Ok(Sum {
                numerator: fixed.value.into(),
                denominator: 1,
            })
        }
        Payer::Uninsured { region } => {
            let wage = minimum_wage(rules, region, basis)?;
            share_of(rules, parameter::DUES_UNINSURED, wage, basis)
        }
        Payer::UninsuredRetired { region } => {
            let wage = minimum_wage(rules, region, basis)?;
            share_of(rules, parameter::DUES_UNINSURED_RETIRED, wage, basis)
        }
        Payer::MeritAllowance { allowance } => {
            share_of(rules, parameter::DUES_MERIT_ALLOWANCE, allowance, basis)
        }
        Payer::AbroadOnStateFunds { allowance } => {
            share_of(rules, parameter::DUES_ABROAD_STATE, allowance, basis)
        }
        Payer::AbroadOther { amount } => {
            let least = rules.get(parameter::DUES_ABROAD_LEAST)?;
            let most = rules.get(parameter::DUES_ABROAD_MOST)?;
            in_range("payer.amount", amount, least.value, most.value)?;
            let paid = Quantity::Dong { value: amount };
            let bound = |value| Quantity::Dong { value };
            basis.compare(
                &least,
                paid.clone(),
                Comparison::AtLeast,
                bound(least.value),
            );
            basis.compare(&most, paid, Comparison::AtMost, bound(most.value));
            Ok(Sum {
                numerator: amount.into(),
                denominator: 1,
            })
        }
    }
}

/// A ground for a number taken as it stands in the rule book.
fn cite<T>(rule: &InForce<'_, T>, quantity: Quantity, basis: &mut Basis) {
    basis.compare(rule, quantity.clone(), Comparison::Equals, quantity);
}

/// A share of a base, exact; its ground shows the full đồng of it.
fn share_of(
    rules: &Rules<'_>,
    parameter: Parameter<Fraction>,
    base: i64,
    basis: &mut Basis,
) -> Result<Sum, HandbookError> {
    let share = rules.get(parameter)?;
    let Fraction {
        numerator,
        denominator,
    } = share.value;
    basis.compare(
        &share,
        Quantity::share(share.value.floor_of(base), base),
        Comparison::AtMost,
        Quantity::share(numerator, denominator),
    );
    Ok(Sum {
        numerator: i128::from(base) * i128::from(numerator),
        denominator: denominator.into(),
    })
}

fn minimum_wage(rules: &Rules<'_>, region: u32, basis: &mut Basis) -> Result<i64, HandbookError> {
    let wages = rules.get(parameter::MINIMUM_WAGE)?;
    let mut regions = Vec::new();
    for row in &wages.value {
        if let [known, wage] = row.as_slice() {
            if *known == i64::from(region) {
                in_range("minimumWage", *wage, 0, MONEY_MOST)?;
                cite(&wages, Quantity::Dong { value: *wage }, basis);
                return Ok(*wage);
            }
            regions.push(known.to_string());
        }
    }
    Err(
        InputError::new(InputCode::UnknownChoice, "payer.region", region)
            .with_limit(regions.join(" | "))
            .into(),
    )
}

fn reduced(
    rules: &Rules<'_>,
    full: &Sum,
    percent: u32,
    basis: &mut Basis,
) -> Result<Sum, HandbookError> {
    let reductions = rules.get(parameter::DUES_REDUCTIONS)?;
    let percent = i64::from(percent);
    if !reductions.value.contains(&percent) || percent > WHOLE {
        let known: Vec<String> = reductions.value.iter().map(ToString::to_string).gather();
        return Err(
            InputError::new(InputCode::UnknownChoice, "reductionPercent", percent)
                .with_limit(known.join(" | "))
                .into(),
        );
    }
    cite(&reductions, Quantity::share(percent, WHOLE), basis);
    Ok(Sum {
        numerator: full.numerator * i128::from(WHOLE - percent),
        denominator: full.denominator * i128::from(WHOLE),
    })
}

fn is_exempt(
    rules: &Rules<'_>,
    input: &MonthlyDuesInput,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    let by_age = match rules.get(parameter::DUES_EXEMPT_PARTY_AGE) {
        Ok(from) => basis.compare(
            &from,
            Quantity::Years {
                value: input.party_age_years.into(),
            },
            Comparison::AtLeast,
            Quantity::Years { value: from.value },
        ),
        Err(HandbookError::RuleNotInForce(_)) => false,
        Err(error) => return Err(error),
    };
    let Some(exempt) = input.exempt else {
        return Ok(by_age);
    };
    let exemptions = rules.get(parameter::DUES_EXEMPTIONS)?;
    let word = exempt.as_str();
    if !exemptions.value.iter().any(|known| known == word) {
        return Err(InputError::new(InputCode::UnknownChoice, "exempt", word)
            .with_limit(exemptions.value.join(" | "))
            .into());
    }
    cite(&exemptions, Quantity::word(word), basis);
    Ok(true)
}

fn rounded(rules: &Rules<'_>, sum: &Sum, basis: &mut Basis) -> Result<i64, HandbookError> {
    let rounding = rules.get(parameter::DUES_ROUNDING)?;
    basis.policy(&rounding, rounding.value.word());
    let half_up_to = |step: i128| {
        let denominator = sum.denominator * step;
        floor_div(2 * sum.numerator + denominator, 2 * denominator) * step
    };
    let amount = match rounding.value {
        DuesRounding::Floor => floor_div(sum.numerator, sum.denominator),
        DuesRounding::HalfUp => half_up_to(1),
        DuesRounding::Hundred => half_up_to(100),
        DuesRounding::Thousand => half_up_to(1_000),
    };
    // Shares are at most the whole, so this holds for every checked input.
    i64::try_from(amount)
        .map_err(|_| InputError::new(InputCode::OutOfRange, "payer", digits(amount)).into())
}
