//! Which ratings are due in a year: quarters, the year, the term, and when needed.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check::{FULL_MARKS, in_range, not_before};
use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::policy::{Level, RatedPeriod};
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Verdict};

/// A rating that was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeriodRating {
    /// The period rated.
    pub period: RatedPeriod,
    /// Marks in hundredths of a point, 0 to 10,000.
    #[serde(default)]
    pub marks: Option<u32>,
    /// The level.
    #[serde(default)]
    pub level: Option<Level>,
}

/// A year and the ratings that were given in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuarterlyRatingInput {
    /// The calendar year.
    pub year: i32,
    /// The last day of a term that ends in the year.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub term_ends_on: Option<NaiveDate>,
    /// A day of the year on which the competent body asked for a rating.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub asked_on: Option<NaiveDate>,
    /// The ratings given, in any order; each period at most once.
    #[serde(default)]
    pub ratings: Vec<PeriodRating>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Where the rating of a period stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PeriodState {
    /// The period is not over.
    NotOver,
    /// The period is over, and its rating is due.
    Due,
    /// A rating was given.
    Rated,
    /// The period has no rating of its own: it goes into that of the year.
    IntoYear,
    /// The book knows no rule for the last day of the period.
    NoRuleKnown,
}

/// One period of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PeriodLine {
    /// The period.
    pub period: RatedPeriod,
    /// Its last day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub ends_on: NaiveDate,
    /// Where its rating stands.
    pub state: PeriodState,
    /// Marks given, in hundredths of a point.
    pub marks: Option<u32>,
    /// Level given.
    pub level: Option<Level>,
}

/// The periods of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuarterlyRating {
    /// The quarters, the year, the term and when needed; the last two where they were asked.
    pub periods: Vec<PeriodLine>,
    /// The periods whose rating is due.
    pub due: Vec<RatedPeriod>,
}

/// Which ratings of a year are due (đánh giá, xếp loại theo quý, năm, nhiệm kỳ, khi có yêu cầu):
/// EVL-15; 366-QĐ/TW.
///
/// The first three quarters are rated, and the fourth goes into the year. The rules of a period
/// are those of its last day. Until when a rating has to be given no text says: it is due as soon
/// as the period is over. Nor does one say how quarters make up the year: they stand side by side
/// with what was given, and nothing is computed of them.
///
/// ```
/// use handbook::evaluation::{QuarterlyRatingInput, quarterly_rating};
/// use handbook::rulebook::policy::RatedPeriod;
/// use handbook::{RuleBook, date};
///
/// let on = date(2026, 7, 1)?;
/// let year = QuarterlyRatingInput {
///     year: 2026,
///     term_ends_on: None,
///     asked_on: None,
///     ratings: Vec::new(),
///     on,
/// };
/// let book = RuleBook::vietnam();
/// let due = quarterly_rating(&book.on(on)?, &year)?.value.due;
/// assert_eq!(due, [RatedPeriod::FirstQuarter, RatedPeriod::SecondQuarter]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: a year outside the calendar, a day outside the year, a
/// rating given twice, before its period began or for a period that has none, marks above 10,000; [`HandbookError::OutsideRuleBook`] for
/// a period that ends outside the book.
pub fn quarterly_rating(
    rules: &Rules<'_>,
    input: &QuarterlyRatingInput,
) -> Result<Verdict<QuarterlyRating>, HandbookError> {
    let mut basis = Basis::default();
    let mut value = QuarterlyRating {
        periods: Vec::new(),
        due: Vec::new(),
    };
    for (period, starts_on, ends_on) in periods(input)? {
        let given = given(&input.ratings, period)?;
        if given.is_some() {
            not_before("on", input.on, starts_on)?;
        }
        let rated = rules.book().on(ends_on)?.get(parameter::RATED_PERIODS);
        let state = match rated {
            Err(HandbookError::RuleNotInForce { .. }) => PeriodState::NoRuleKnown,
            Err(error) => return Err(error),
            Ok(rated) => {
                if !basis.one_of(&rated, period.word()) {
                    PeriodState::IntoYear
                } else if given.is_some() {
                    PeriodState::Rated
                } else if ends_on < input.on {
                    PeriodState::Due
                } else {
                    PeriodState::NotOver
                }
            }
        };
        if state == PeriodState::Due {
            value.due.push(period);
        }
        value.periods.push(PeriodLine {
            period,
            ends_on,
            state,
            marks: given.and_then(|(_, rating)| rating.marks),
            level: given.and_then(|(_, rating)| rating.level),
        });
    }
    for (place, rating) in input.ratings.iter().enumerate() {
        let asked = value
            .periods
            .iter()
            .any(|line| line.period == rating.period && line.state != PeriodState::IntoYear);
        if !asked {
            let field = format!("ratings[{place}].period");
            let word = rating.period.word();
            return Err(InputError::new(InputCode::Contradiction, field, word).into());
        }
    }
    Ok(Verdict::new(value, basis))
}

/// The periods of the question with their first and last days. A term is rated at its end, and
/// what is needed on the day it is asked for.
fn periods(
    input: &QuarterlyRatingInput,
) -> Result<Vec<(RatedPeriod, NaiveDate, NaiveDate)>, InputError> {
    let day = |month, day| {
        NaiveDate::from_ymd_opt(input.year, month, day)
            .ok_or_else(|| InputError::new(InputCode::OutOfRange, "year", input.year))
    };
    in_range("year", input.year, 1, 9_999)?;
    let (first, last) = (day(1, 1)?, day(12, 31)?);
    let mut periods = vec![
        (RatedPeriod::FirstQuarter, first, day(3, 31)?),
        (RatedPeriod::SecondQuarter, day(4, 1)?, day(6, 30)?),
        (RatedPeriod::ThirdQuarter, day(7, 1)?, day(9, 30)?),
        (RatedPeriod::FourthQuarter, day(10, 1)?, last),
        (RatedPeriod::Year, first, last),
    ];
    for (field, period, asked) in [
        ("termEndsOn", RatedPeriod::Term, input.term_ends_on),
        ("askedOn", RatedPeriod::WhenNeeded, input.asked_on),
    ] {
        if let Some(asked) = asked {
            if asked.year() != input.year {
                let limit = input.year.to_string();
                return Err(InputError::new(InputCode::OutOfRange, field, asked).with_limit(limit));
            }
            periods.push((period, first, asked));
        }
    }
    Ok(periods)
}

/// The rating given for a period, with its place.
fn given(
    ratings: &[PeriodRating],
    period: RatedPeriod,
) -> Result<Option<(usize, PeriodRating)>, InputError> {
    let mut found = None;
    for (place, rating) in ratings.iter().enumerate() {
        if rating.period != period {
            continue;
        }
        if found.is_some() {
            let field = format!("ratings[{place}].period");
            return Err(InputError::new(InputCode::Duplicate, field, period.word()));
        }
        if let Some(marks) = rating.marks {
            in_range(&format!("ratings[{place}].marks"), marks, 0, FULL_MARKS)?;
        }
        found = Some((place, *rating));
    }
    Ok(found)
}
