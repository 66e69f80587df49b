//! The figures that a district publishes of its year.

use serde::Serialize;

use crate::quantity::shown_percent;
use crate::verdict::Ground;

/// The unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FigureUnit {
    /// A share, shown in percent.
    Percent,
    /// A number of persons, organizations or projects.
    Count,
    /// Money in whole đồng.
    Dong,
}

/// One figure, with the counts behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// Its name, such as `admissions-against-plan` or `attendance:<organization id>`.
    pub id: String,
    /// Its unit.
    pub unit: FigureUnit,
    /// What was counted.
    pub numerator: i64,
    /// Out of how many; absent where the figure is no share.
    pub denominator: Option<i64>,
    /// The figure as published, with the decimals that belong to it; empty for a share of
    /// nothing.
    pub shown: String,
    /// What was judged on the way.
    pub grounds: Vec<Ground>,
}

impl Figure {
    /// A share shown with a fixed number of decimals, rounded half upward.
    pub(crate) fn share(id: &str, part: i64, whole: i64, decimals: u8) -> Self {
        Self {
            id: id.to_owned(),
            unit: FigureUnit::Percent,
            numerator: part,
            denominator: Some(whole),
            shown: shown_percent(part, whole, decimals).unwrap_or_default(),
            grounds: Vec::new(),
        }
    }

    pub(crate) fn count(id: &str, number: i64, of: Option<i64>) -> Self {
        Self {
            id: id.to_owned(),
            unit: FigureUnit::Count,
            numerator: number,
            denominator: of,
            shown: number.to_string(),
            grounds: Vec::new(),
        }
    }

    pub(crate) fn dong(id: &str, amount: i64) -> Self {
        Self {
            id: id.to_owned(),
            unit: FigureUnit::Dong,
            numerator: amount,
            denominator: None,
            shown: amount.to_string(),
            grounds: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, grounds: Vec<Ground>) -> Self {
        self.grounds = grounds;
        self
    }
}
