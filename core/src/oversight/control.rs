//! Control of assets and income.

use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::rulebook::policy::OversightLevel;
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Verdict};

/// A level whose inspection committee is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssetControlInput {
    /// The level.
    pub level: OversightLevel,
}

/// Whether an inspection committee controls assets and income.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AssetControl {
    /// Whether it does.
    pub controls: bool,
}

/// Whether the inspection committee of a level controls assets and income (kiểm soát tài sản, thu
/// nhập): INS-09. Those above grassroots and higher do; known from third-party data alone.
///
/// ```
/// use handbook::oversight::{AssetControlInput, asset_control};
/// use handbook::rulebook::policy::OversightLevel;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = AssetControlInput { level: OversightLevel::Grassroots };
/// assert!(!asset_control(&book.on(date(2026, 5, 1)?)?, &input)?.value.controls);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn asset_control(
    rules: &Rules<'_>,
    input: &AssetControlInput,
) -> Result<Verdict<AssetControl>, HandbookError> {
    let levels = rules.get(parameter::ASSET_CONTROL_LEVELS)?;
    let mut basis = Basis::default();
    let controls = basis.one_of(&levels, input.level.as_str());
    Ok(Verdict::new(AssetControl { controls }, basis))
}
