//! A portfolio of projects (danh mục dự án, gói thầu).

use serde::{Deserialize, Serialize};

use crate::check;
use crate::compact::TextMap;
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
    /// The projects, each once, in any order.
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

/// The sums of a portfolio (tổng hợp đấu thầu): how many projects, how much, how much saved, how
/// many with quality, how many early. No rule is asked; the order does not matter.
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
/// [`HandbookError::Input`] naming the field with its place, such as `projects[2].contractValue`,
/// for a project given twice, values below 0 or above 100 million million đồng, and a contract
/// above its package; naming `projects` for a sum above 9,007,199,254,740,991 đồng.
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
    let mut known = TextMap::new();
    for (line, project) in input.projects.iter().enumerate() {
        if !known.insert(project.project.as_str(), line) {
            let field = format!("projects[{line}].project");
            return Err(InputError::new(InputCode::Duplicate, field, &project.project).into());
        }
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
                .with_limit(format!("0..={}", check::SAFE_INTEGER_MOST))
                .into(),
        );
    }
    Ok(Verdict::new(sums, Basis::default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn project(id: &str, package: i64, contract: i64) -> Result<PortfolioProject, InputError> {
        Ok(PortfolioProject {
            project: ProjectId::new(id)?,
            package_value: package,
            contract_value: contract,
            quality_met: id != "b",
            completed_early_days: u32::from(id == "a"),
        })
    }

    fn ask(projects: Vec<PortfolioProject>) -> Result<Portfolio, HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2023, 12, 31)?)?;
        Ok(portfolio(&rules, &PortfolioInput { projects })?.value)
    }

    #[test]
    fn sums_are_exact() -> Result<(), HandbookError> {
        let sums = ask(vec![
            project("a", 10_000, 9_800)?,
            project("b", 500, 500)?,
            project("c", 1, 0)?,
        ])?;
        assert_eq!(
            (sums.bids, sums.package_value, sums.contract_value),
            (3, 10_501, 10_300)
        );
        assert_eq!(
            (sums.saving, sums.quality_met, sums.completed_early),
            (201, 2, 1)
        );
        assert_eq!(ask(Vec::new())?.bids, 0);
        Ok(())
    }

    #[test]
    fn wrong_projects_are_named_with_their_place() -> Result<(), HandbookError> {
        let field = |projects| match ask(projects) {
            Err(HandbookError::Input(error)) => error.field,
            other => format!("{other:?}"),
        };
        assert_eq!(
            field(vec![project("a", 9, 9)?, project("b", 9, 10)?]),
            "projects[1].contractValue"
        );
        assert_eq!(
            field(vec![project("a", -1, 0)?]),
            "projects[0].packageValue"
        );
        assert_eq!(
            field(vec![project("a", i64::MAX, 0)?]),
            "projects[0].packageValue"
        );
        assert_eq!(
            field(vec![project("a", 9, 9)?, project("a", 9, 9)?]),
            "projects[1].project"
        );
        let large = (0..91)
            .map(|number| project(&format!("p{number}"), check::MONEY_MOST, 0))
            .collect::<Result<Vec<_>, _>>()?;
        assert_eq!(field(large), "projects");
        Ok(())
    }
}
