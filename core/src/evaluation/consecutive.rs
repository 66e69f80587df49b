//! Years in a row not completed.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check::in_range;
use crate::compact::sort_by_key;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{Level, UnratedYear};
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// The first year that may be named.
const YEAR_LEAST: i32 = 1_930;

/// The level of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct YearLevel {
    /// The calendar year.
    pub year: i32,
    /// The level decided; absent where there was no rating (EVL-10).
    #[serde(default)]
    pub level: Option<Level>,
}

/// The levels of one member or organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsecutiveLevelsInput {
    /// In any order, each year at most once, none before 1930 or after the year of the rules. A
    /// year that is not named is not known.
    pub years: Vec<YearLevel>,
    /// What a year without a level does to a row; absent for the policy in force.
    #[serde(default)]
    pub unrated: Option<UnratedYear>,
}

/// Years in a row not completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct YearsInRow {
    /// The first.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// How many were not completed.
    pub years: u32,
}

/// A year with the regulation that it was rated by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct YearRegime {
    /// The calendar year.
    pub year: i32,
    /// The instrument in force on its last day; absent outside the book.
    pub instrument: Option<String>,
}

/// Whether removal is considered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsecutiveLevels {
    /// The row at the latest year named is long enough.
    pub considered: bool,
    /// It is not, but could be: a year that is not known may belong to it.
    pub unclear: bool,
    /// Years not completed in the row at the latest year named.
    pub current: u32,
    /// Every row, from the earliest to the latest.
    pub rows: Vec<YearsInRow>,
    /// Years between the first and the last one named that are not known.
    pub gaps: Vec<i32>,
    /// The years named, from the earliest to the latest.
    pub regimes: Vec<YearRegime>,
}

/// Whether removal from the Party or the post is considered after years in a row not completed
/// (hai năm liên tiếp không hoàn thành nhiệm vụ): EVL-05; 132-QĐ/TW, 124-QĐ/TW.
///
/// The levels have the same four names under every regulation since 2018, so a row may run over a
/// change of regulation; each year says which one it had. Only the row at the latest year named is
/// considered. What a year without a level does to a row no text says: it is a named policy. A
/// year that is not known ends a row; where it may have been one of it, the answer is unclear.
///
/// It is considered, not decided: that is for people.
///
/// ```
/// use handbook::evaluation::{ConsecutiveLevelsInput, YearLevel, consecutive_levels};
/// use handbook::{Level, RuleBook, date};
///
/// let year = |year, level| YearLevel { year, level: Some(level) };
/// let input = ConsecutiveLevelsInput {
///     years: vec![
///         year(2023, Level::Good),
///         year(2024, Level::NotCompleted),
///         year(2025, Level::NotCompleted),
///     ],
///     unrated: None,
/// };
/// let book = RuleBook::vietnam();
/// let found = consecutive_levels(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert!(found.considered);
/// assert_eq!(found.regimes[1].instrument.as_deref(), Some("124-QĐ/TW"));
/// assert_eq!(found.regimes[2].instrument.as_deref(), Some("366-QĐ/TW"));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: no year, one twice, one out of range;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule.
pub fn consecutive_levels(
    rules: &Rules<'_>,
    input: &ConsecutiveLevelsInput,
) -> Result<Verdict<ConsecutiveLevels>, HandbookError> {
    let years = sorted(rules, &input.years)?;
    let mut basis = Basis::default();
    let least = rules.get(parameter::NOT_COMPLETED_YEARS)?;
    let in_force = rules.get(parameter::UNRATED_YEAR)?;
    let unrated = input.unrated.unwrap_or(in_force.value);
    basis.policy(&in_force, unrated.word());

    let mut rows: Vec<YearsInRow> = Vec::new();
    let mut gaps = Vec::new();
    // The row that the next year may go on with.
    let mut open: Option<YearsInRow> = None;
    let mut before: Option<i32> = None;
    for YearLevel { year, level } in &years {
        let unknown = before.map_or(*year, |before| before + 1)..*year;
        if !unknown.is_empty() {
            rows.extend(open.take());
            gaps.extend(unknown);
        }
        before = Some(*year);
        match level {
            Some(Level::NotCompleted) => {
                let row = open.get_or_insert(YearsInRow {
                    from: *year,
                    to: *year,
                    years: 0,
                });
                row.to = *year;
                row.years += 1;
            }
            None if unrated == UnratedYear::LeftOut => {}
            Some(_) | None => rows.extend(open.take()),
        }
    }
    let current = open.map_or(0, |row| row.years);
    rows.extend(open);
    let considered = basis.compare(
        &least,
        Quantity::Years {
            value: current.into(),
        },
        Comparison::AtLeast,
        Quantity::Years { value: least.value },
    );
    let unclear = !considered && may_reach(&years, unrated, least.value);
    let regimes = years.iter().map(|line| regime(rules, line.year)).collect();
    let value = ConsecutiveLevels {
        considered,
        unclear,
        current,
        rows,
        gaps,
        regimes,
    };
    Ok(Verdict::new(value, basis))
}

/// Whether the row at the latest year would be long enough, had every year that is not known,
/// before the first one named too, not been completed.
fn may_reach(years: &[YearLevel], unrated: UnratedYear, least: i64) -> bool {
    let mut row = 0;
    let mut later: Option<i32> = None;
    for YearLevel { year, level } in years.iter().rev() {
        row += later.map_or(0, |later| i64::from(later - year - 1));
        later = Some(*year);
        match level {
            Some(Level::NotCompleted) => row += 1,
            None if unrated == UnratedYear::LeftOut => {}
            Some(_) | None => return row >= least,
        }
    }
    true
}

fn sorted(rules: &Rules<'_>, years: &[YearLevel]) -> Result<Vec<YearLevel>, InputError> {
    if years.is_empty() {
        return Err(InputError::new(InputCode::Empty, "years", ""));
    }
    for (line, named) in years.iter().enumerate() {
        let field = format!("years[{line}].year");
        in_range(&field, named.year, YEAR_LEAST, rules.date().year())?;
    }
    let mut sorted = years.to_vec();
    sort_by_key(&mut sorted, |named| named.year);
    for pair in sorted.windows(2) {
        if let [one, other] = pair
            && one.year == other.year
        {
            return Err(InputError::new(InputCode::Duplicate, "years", one.year));
        }
    }
    Ok(sorted)
}

/// The regulation of a year. Where its rules were not read the book still knows its name.
fn regime(rules: &Rules<'_>, year: i32) -> YearRegime {
    let last = NaiveDate::from_ymd_opt(year, 12, 31);
    let rules = last.and_then(|last| rules.book().on(last).ok());
    let rule = rules.and_then(|rules| rules.get(parameter::NOT_COMPLETED_YEARS).ok());
    YearRegime {
        year,
        instrument: rule.map(|rule| rule.citation().instrument),
    }
}
