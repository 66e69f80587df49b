//! A portfolio of projects (danh mục dự án, gói thầu).

use serde::{Deserialize, Serialize};

use crate::check;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::ProjectId;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// A project that was put out to bid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortfolioProject {
    /// The project.
    pub project: ProjectId,
    /// The value of the package before bidding, in đồng.
    pub package_value: i64,
    /// The value of the contract, in đồng; not above the package's.
    pub contract_value: i64,
    /// Whether the work met its quality.
    pub quality_met: bool,
    /// By how many days it was completed early.
    #[serde(default)]
    pub completed_early_days: u32,
}

/// The projects to be added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortfolioInput {
    /// The projects.
    pub projects: Vec<PortfolioProject>,
}

/// The sums of a portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Portfolio {
    /// Projects put out to bid.
    pub bids: u32,
    /// Value of the packages before bidding, in đồng.
    pub package_value: i64,
    /// Value of the contracts, in đồng.
    pub contract_value: i64,
    /// Saved by bidding, in đồng.
    pub saving: i64,
    /// Projects that met their quality.
    pub quality_met: u32,
    /// Projects completed early.
    pub completed_early: u32,
}

pub(crate) fn check_values(package: i64, contract: i64) -> Result<(), InputError> {
    check::in_range("packageValue", package, 0, check::MONEY_MOST)?;
    check::in_range("contractValue", contract, 0, check::MONEY_MOST)?;
    if contract > package {
        return Err(
            InputError::new(InputCode::Contradiction, "contractValue", contract)
                .with_limit(format!("0..={package}")),
        );
    }
    Ok(())
}

/// The sums of a portfolio. No rule is asked.
///
/// ```
/// use handbook::work::{PortfolioInput, PortfolioProject, portfolio};
/// use handbook::{ProjectId, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let road = PortfolioProject {
///     project: ProjectId::new("road")?,
///     package_value: 10_640_000_000,
///     contract_value: 10_430_000_000,
///     quality_met: true,
///     completed_early_days: 12,
/// };
/// let input = PortfolioInput { projects: vec![road] };
/// assert_eq!(portfolio(&book.on(date(2023, 12, 31)?)?, &input)?.value.saving, 210_000_000);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for values out of range or a contract above its package.
pub fn portfolio(
    _rules: &Rules<'_>,
    input: &PortfolioInput,
) -> Result<Verdict<Portfolio>, HandbookError> {
    let mut sums = Portfolio {
        bids: 0,
        package_value: 0,
        contract_value: 0,
        saving: 0,
        quality_met: 0,
        completed_early: 0,
    };
    for (line, project) in input.projects.iter().enumerate() {
        check_values(project.package_value, project.contract_value).map_err(|mut error| {
            error.field = format!("projects[{line}].{}", error.field);
            error
        })?;
        let saving = project.package_value - project.contract_value;
        sums.bids = sums.bids.saturating_add(1);
        sums.package_value = sums.package_value.saturating_add(project.package_value);
        sums.contract_value = sums.contract_value.saturating_add(project.contract_value);
        sums.saving = sums.saving.saturating_add(saving);
        sums.quality_met = sums
            .quality_met
            .saturating_add(u32::from(project.quality_met));
        sums.completed_early = sums
            .completed_early
            .saturating_add(u32::from(project.completed_early_days > 0));
    }
    if sums.package_value > check::SAFE_INTEGER_MOST {
        return Err(
            InputError::new(InputCode::OutOfRange, "projects", sums.package_value)
                .with_limit(format!("a sum of at most {}", check::SAFE_INTEGER_MOST))
                .into(),
        );
    }
    Ok(Verdict::new(sums, Basis::default()))
}
