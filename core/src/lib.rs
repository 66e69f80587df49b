//! Handbook: organizations run by tiers, cells, meetings, votes and yearly evaluation.
//!
//! A record of dated facts, judged by a rule book of dated rules, gives answers that carry their
//! grounds. Nothing here reads a clock, a file or a random number: "today" is an argument.

#![forbid(unsafe_code)]

pub mod access;
pub mod calendar;
mod check;
mod compact;
pub mod document;
pub mod dues;
pub mod error;
pub mod evaluation;
mod exact;
pub mod exchange;
pub mod handbook;
pub mod identifier;
pub mod json;
pub mod meeting;
pub mod member;
pub mod organization;
pub mod oversight;
pub mod quantity;
pub mod question;
pub mod report;
pub mod rulebook;
pub mod text;
pub mod verdict;
pub mod vote;
mod wire;
pub mod work;

pub use chrono::NaiveDate;
pub use error::{HandbookError, InputCode, InputError, InputProblem};
pub use identifier::{
    ContributionId, DocumentId, InspectionId, KindId, MatterId, MeetingId, MemberId,
    OrganizationId, ParameterId, ProjectId, RuleId, TargetId, TaskId,
};
pub use quantity::{Comparison, Fraction, Quantity};
pub use rulebook::policy::{Grade, Level};
pub use rulebook::{Citation, RuleBook, Rules, Sureness};
pub use verdict::{Basis, Ground, PolicyUsed, Recorder, Silent, Verdict};

/// A day of the calendar.
///
/// # Errors
/// [`InputError`] naming the field `date` for a day that does not exist.
///
/// ```
/// assert!(handbook::date(2023, 2, 29).is_err());
/// # Ok::<(), handbook::InputError>(())
/// ```
pub fn date(year: i32, month: u32, day: u32) -> Result<NaiveDate, InputError> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| {
        InputError::new(
            InputCode::NotADate,
            "date",
            format!("{year:04}-{month:02}-{day:02}"),
        )
    })
}

/// A day written `yyyy-mm-dd`, as dates cross every edge of the library.
///
/// # Errors
/// [`InputError`] naming `field` and the text, for anything but four digits, two and two with
/// hyphens between them, and for a day that does not exist.
///
/// ```
/// use handbook::{date, parse_date};
///
/// assert_eq!(parse_date("on", "2023-12-31")?, date(2023, 12, 31)?);
/// assert!(parse_date("on", "2023-12-1").is_err());
/// assert!(parse_date("on", "2023-02-29").is_err());
/// # Ok::<(), handbook::InputError>(())
/// ```
pub fn parse_date(field: &str, text: &str) -> Result<NaiveDate, InputError> {
    read_date(text).ok_or_else(|| InputError::new(InputCode::NotADate, field, text))
}

/// The day of a text `yyyy-mm-dd`.
pub(crate) fn read_date(text: &str) -> Option<NaiveDate> {
    let number = |from: usize, to: usize| -> Option<u32> {
        let digits = text.get(from..to)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let hyphens = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    if text.len() != 10 || !hyphens {
        return None;
    }
    let year = i32::try_from(number(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)
}
