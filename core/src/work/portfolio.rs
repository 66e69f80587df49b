//! A portfolio of projects (danh mục dự án, gói thầu).

use serde::{Deserialize, Serialize};

use crate::check;
use crate::compact::{Gather, TextMap, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{OrganizationId, ProjectId};
use crate::quantity::shown_percent;
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// Most decimals that a percentage is shown with.
const MOST_DECIMALS: u8 = 4;

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
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
    let mut sums = Portfolio::default();
    let mut known = TextMap::new();
    for (line, project) in input.projects.iter().enumerate() {
        project.check(&mut known, line)?;
        sums.add(project);
    }
    sums.check()?;
    Ok(Verdict::new(sums, Basis::default()))
}

impl PortfolioProject {
    fn check(&self, known: &mut TextMap, line: usize) -> Result<(), InputError> {
        if !known.insert(self.project.as_str(), line) {
            let field = format!("projects[{line}].project");
            return Err(InputError::new(InputCode::Duplicate, field, &self.project));
        }
        check_values(self.package_value, self.contract_value).map_err(|mut error| {
            error.field = format!("projects[{line}].{}", error.field);
            error
        })
    }
}

impl Portfolio {
    fn add(&mut self, project: &PortfolioProject) {
        let saving = project.package_value - project.contract_value;
        self.bids = self.bids.saturating_add(1);
        self.package_value = self.package_value.saturating_add(project.package_value);
        self.contract_value = self.contract_value.saturating_add(project.contract_value);
        self.saving = self.saving.saturating_add(saving);
        let quality_met = u32::from(project.quality_met);
        self.quality_met = self.quality_met.saturating_add(quality_met);
        let early = u32::from(project.completed_early_days > 0);
        self.completed_early = self.completed_early.saturating_add(early);
    }

    fn check(&self) -> Result<(), InputError> {
        check::in_range("projects", self.package_value, 0, check::SAFE_INTEGER_MOST)
    }
}

/// A project with its year and its owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlacedProject {
    /// The year it belongs to.
    pub year: i32,
    /// The organization that owns it (chủ đầu tư).
    pub owner: OrganizationId,
    /// The project.
    pub project: PortfolioProject,
}

/// What the rows of a portfolio are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PortfolioGrouping {
    /// Years.
    Year,
    /// Owners.
    Owner,
}

/// The projects to be added up in rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortfolioRowsInput {
    /// What the rows are.
    pub by: PortfolioGrouping,
    /// The projects, each once, in any order.
    pub projects: Vec<PlacedProject>,
    /// Decimals of the percentages, 0 to 4.
    pub decimals: u8,
}

/// One row of a portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortfolioRow {
    /// The year; absent in rows of owners and in the sum.
    pub year: Option<i32>,
    /// The owner; absent in rows of years and in the sum.
    pub owner: Option<OrganizationId>,
    /// The sums.
    pub sums: Portfolio,
    /// Saved, of the value of the packages, in percent; absent where that is 0.
    pub saving_shown: Option<String>,
    /// Projects with quality, of all, in percent; absent without projects.
    pub quality_shown: Option<String>,
}

/// The sums of a portfolio in rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PortfolioRows {
    /// By year, or by the owner's identifier.
    pub rows: Vec<PortfolioRow>,
    /// All of them.
    pub total: PortfolioRow,
}

/// The sums of a portfolio by year or by owner, with the shares saved and done with quality. No
/// rule is asked; the order does not matter.
///
/// ```
/// use handbook::work::{
///     PlacedProject, PortfolioGrouping, PortfolioProject, PortfolioRowsInput, portfolio_rows,
/// };
/// use handbook::{OrganizationId, ProjectId, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let project = PortfolioProject {
///     project: ProjectId::new("road")?,
///     package_value: 351_000,
///     contract_value: 344_000,
///     quality_met: true,
///     completed_early_days: 0,
/// };
/// let owner = OrganizationId::new("board")?;
/// let placed = PlacedProject { year: 2023, owner, project };
/// let by = PortfolioGrouping::Year;
/// let input = PortfolioRowsInput { by, projects: vec![placed], decimals: 2 };
/// let rows = portfolio_rows(&book.on(date(2023, 12, 31)?)?, &input)?.value;
/// assert_eq!(rows.total.saving_shown.as_deref(), Some("1.99"));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// As [`portfolio`], and [`HandbookError::Input`] naming `decimals` out of its range.
pub fn portfolio_rows(
    _rules: &Rules<'_>,
    input: &PortfolioRowsInput,
) -> Result<Verdict<PortfolioRows>, HandbookError> {
    check::in_range("decimals", input.decimals, 0, MOST_DECIMALS)?;
    let mut known = TextMap::new();
    for (line, placed) in input.projects.iter().enumerate() {
        placed.project.check(&mut known, line)?;
    }
    let mut order: Vec<&PlacedProject> = input.projects.iter().gather();
    let key = |placed: &PlacedProject| match input.by {
        PortfolioGrouping::Year => (Some(placed.year), None),
        PortfolioGrouping::Owner => (None, Some(placed.owner.clone())),
    };
    sort_by_key(&mut order, |placed| key(placed));
    let mut total = PortfolioRow::new(None, None);
    let mut rows: Vec<PortfolioRow> = Vec::new();
    for placed in order {
        total.sums.add(&placed.project);
        let (year, owner) = key(placed);
        let same = |row: &PortfolioRow| row.year == year && row.owner == owner;
        if !rows.last().is_some_and(same) {
            rows.push(PortfolioRow::new(year, owner));
        }
        if let Some(row) = rows.last_mut() {
            row.sums.add(&placed.project);
        }
    }
    total.sums.check()?;
    total.show(input.decimals);
    for row in &mut rows {
        row.show(input.decimals);
    }
    Ok(Verdict::new(
        PortfolioRows { rows, total },
        Basis::default(),
    ))
}

impl PortfolioRow {
    fn new(year: Option<i32>, owner: Option<OrganizationId>) -> Self {
        Self {
            year,
            owner,
            sums: Portfolio::default(),
            saving_shown: None,
            quality_shown: None,
        }
    }

    fn show(&mut self, decimals: u8) {
        let sums = &self.sums;
        self.saving_shown = shown_percent(sums.saving, sums.package_value, decimals);
        self.quality_shown = shown_percent(sums.quality_met.into(), sums.bids.into(), decimals);
    }
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
            Err(HandbookError::Input(error)) => error.field.clone(),
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
