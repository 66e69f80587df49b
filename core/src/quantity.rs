//! What is measured and what is required: exact numbers with their unit.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::exact::{digits, floor_div};

/// A fraction of whole numbers, compared by cross-multiplication and never rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fraction {
    /// Above the line, 0 or more.
    pub numerator: i64,
    /// Below the line, 1 or more.
    pub denominator: i64,
}

impl Fraction {
    /// A fraction, unless the denominator is below 1 or the numerator below 0.
    #[must_use]
    pub fn new(numerator: i64, denominator: i64) -> Option<Self> {
        (numerator >= 0 && denominator >= 1).then_some(Self {
            numerator,
            denominator,
        })
    }

    /// The largest whole number that is at most this fraction of `whole`.
    ///
    /// ```
    /// # use handbook::Fraction;
    /// assert_eq!(Fraction::new(1, 5).map(|fifth| fifth.floor_of(19)), Some(3));
    /// ```
    #[must_use]
    pub fn floor_of(self, whole: i64) -> i64 {
        saturate(floor_div(
            i128::from(whole) * i128::from(self.numerator),
            self.denominator.max(1).into(),
        ))
    }

    /// The smallest whole number that is at least this fraction of `whole`.
    #[must_use]
    pub fn ceil_of(self, whole: i64) -> i64 {
        let product = i128::from(whole) * i128::from(self.numerator);
        saturate(-floor_div(-product, self.denominator.max(1).into()))
    }

    /// How `part` of `whole` compares with this fraction; `0` of `0` counts as nothing.
    #[must_use]
    pub fn compare_share(self, part: i64, whole: i64) -> Ordering {
        let left = i128::from(part) * i128::from(self.denominator);
        let right = i128::from(whole) * i128::from(self.numerator);
        left.cmp(&right)
    }
}

fn saturate(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.numerator, self.denominator)
    }
}

/// A measured or required quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Quantity {
    /// A number of persons, organizations, meetings or tasks.
    Count {
        /// How many.
        value: i64,
    },
    /// A part of a whole, exact.
    Share {
        /// How many of the whole.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// Marks in hundredths of a point: 9000 is 90 points.
    Marks {
        /// Hundredths of a point.
        hundredths: i64,
    },
    /// Calendar days.
    Days {
        /// How many.
        value: i64,
    },
    /// Working days (ngày làm việc).
    WorkingDays {
        /// How many.
        value: i64,
    },
    /// Months.
    Months {
        /// How many.
        value: i64,
    },
    /// Years.
    Years {
        /// How many.
        value: i64,
    },
    /// Minutes.
    Minutes {
        /// How many.
        value: i64,
    },
    /// A day.
    Date {
        /// The day.
        #[serde(deserialize_with = "crate::wire::day")]
        value: NaiveDate,
    },
    /// Money in whole đồng.
    Dong {
        /// How much.
        value: i64,
    },
    /// Yes or no.
    Flag {
        /// Yes or no.
        value: bool,
    },
    /// A word of a closed list: a grade, a level, a kind.
    Word {
        /// The word as it stands in JSON.
        value: String,
    },
}

impl Quantity {
    /// A count of anything that fits.
    #[must_use]
    pub fn count(value: impl Into<i64>) -> Self {
        Self::Count {
            value: value.into(),
        }
    }

    /// A part of a whole.
    #[must_use]
    pub fn share(part: impl Into<i64>, whole: impl Into<i64>) -> Self {
        Self::Share {
            part: part.into(),
            whole: whole.into(),
        }
    }

    /// A word.
    #[must_use]
    pub fn word(value: impl Into<String>) -> Self {
        Self::Word {
            value: value.into(),
        }
    }

    /// How this compares with another quantity of the same type; `None` for different types.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        use Quantity::{
            Count, Date, Days, Dong, Flag, Marks, Minutes, Months, Share, Word, WorkingDays, Years,
        };
        match (self, other) {
            (Count { value: left }, Count { value: right })
            | (Days { value: left }, Days { value: right })
            | (WorkingDays { value: left }, WorkingDays { value: right })
            | (Months { value: left }, Months { value: right })
            | (Years { value: left }, Years { value: right })
            | (Minutes { value: left }, Minutes { value: right })
            | (Dong { value: left }, Dong { value: right })
            | (Marks { hundredths: left }, Marks { hundredths: right }) => Some(left.cmp(right)),
            (
                Share { part, whole },
                Share {
                    part: other_part,
                    whole: other_whole,
                },
            ) => {
                let left = i128::from(*part) * i128::from(*other_whole);
                let right = i128::from(*other_part) * i128::from(*whole);
                Some(left.cmp(&right))
            }
            (Date { value: left }, Date { value: right }) => Some(left.cmp(right)),
            (Flag { value: left }, Flag { value: right }) => Some(left.cmp(right)),
            (Word { value: left }, Word { value: right }) => Some(left.cmp(right)),
            _ => None,
        }
    }
}

/// How a measured quantity must stand to the required one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Comparison {
    /// The required quantity or more.
    AtLeast,
    /// The required quantity or less.
    AtMost,
    /// More than the required quantity.
    MoreThan,
    /// Less than the required quantity.
    LessThan,
    /// Exactly the required quantity.
    Equals,
    /// Anything but the required quantity.
    Differs,
}

impl Comparison {
    /// Whether an ordering of measured against required satisfies the comparison.
    #[must_use]
    pub fn accepts(self, ordering: Ordering) -> bool {
        match self {
            Self::AtLeast => ordering.is_ge(),
            Self::AtMost => ordering.is_le(),
            Self::MoreThan => ordering.is_gt(),
            Self::LessThan => ordering.is_lt(),
            Self::Equals => ordering.is_eq(),
            Self::Differs => ordering.is_ne(),
        }
    }

    /// The comparison that holds where this one does not.
    pub(crate) fn negated(self) -> Self {
        match self {
            Self::AtLeast => Self::LessThan,
            Self::AtMost => Self::MoreThan,
            Self::MoreThan => Self::AtMost,
            Self::LessThan => Self::AtLeast,
            Self::Equals => Self::Differs,
            Self::Differs => Self::Equals,
        }
    }
}

/// A share in percent as shown: exact, rounded half upward, with a fixed number of decimals and
/// a point. `None` for a share of nothing, for numbers below 0 and for more than 9 decimals.
///
/// ```
/// use handbook::quantity::shown_percent;
///
/// assert_eq!(shown_percent(260, 242, 1).as_deref(), Some("107.4"));
/// assert_eq!(shown_percent(1, 8, 0).as_deref(), Some("13"));
/// assert_eq!(shown_percent(0, 0, 1), None);
/// ```
#[must_use]
pub fn shown_percent(part: i64, whole: i64, decimals: u8) -> Option<String> {
    if whole <= 0 || part < 0 || decimals > 9 {
        return None;
    }
    let scale = i128::from(10_u32.checked_pow(decimals.into())?);
    let doubled = i128::from(part) * 200 * scale + i128::from(whole);
    let rounded = floor_div(doubled, 2 * i128::from(whole));
    let mut shown = digits(rounded);
    if decimals > 0 {
        let point = usize::from(decimals);
        while shown.len() <= point {
            shown.insert(0, '0');
        }
        shown.insert(shown.len() - point, '.');
    }
    Some(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_rounded_half_upward() {
        let shown = |part, whole, decimals| shown_percent(part, whole, decimals);
        assert_eq!(shown(260, 242, 1).as_deref(), Some("107.4"));
        assert_eq!(shown(260, 241, 1).as_deref(), Some("107.9"));
        assert_eq!(shown(260, 243, 1).as_deref(), Some("107.0"));
        assert_eq!(shown(178, 209, 2).as_deref(), Some("85.17"));
        assert_eq!(shown(54, 57, 1).as_deref(), Some("94.7"));
        assert_eq!(shown(1, 200, 0).as_deref(), Some("1"));
        assert_eq!(shown(1, 201, 0).as_deref(), Some("0"));
        assert_eq!(shown(1, 2000, 1).as_deref(), Some("0.1"));
        assert_eq!(shown(0, 7, 2).as_deref(), Some("0.00"));
        assert_eq!(shown(7, 7, 0).as_deref(), Some("100"));
    }

    #[test]
    fn percent_of_nothing_is_not_shown() {
        assert_eq!(shown_percent(1, 0, 1), None);
        assert_eq!(shown_percent(1, -5, 1), None);
        assert_eq!(shown_percent(-1, 5, 1), None);
        assert_eq!(shown_percent(1, 5, 10), None);
        assert_eq!(
            shown_percent(i64::MAX, 1, 9).as_deref(),
            Some("922337203685477580700.000000000")
        );
    }
}
