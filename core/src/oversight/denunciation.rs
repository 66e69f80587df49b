//! Denunciations: until when they are settled, and which are handled as such.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::complaint::later;
use crate::check::{not_after, not_before};
use crate::error::{HandbookError, InputCode, InputError};
use crate::organization::DueState;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{DenunciationContent, DenunciationStage, OversightLevel};
use crate::rulebook::{Rules, choices, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A denunciation (tố cáo) that is being settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DenunciationDeadlineInput {
    /// The level that settles it.
    pub level: OversightLevel,
    /// The day of the decision that forms the team.
    #[serde(deserialize_with = "crate::wire::day")]
    pub team_formed_on: NaiveDate,
    /// By how many days it was extended; absent where it was not. It can be extended once.
    #[serde(default)]
    pub extended_days: Option<u32>,
    /// The day it was closed; absent while it is not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub closed_on: Option<NaiveDate>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// Until when a denunciation is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DenunciationDeadline {
    /// The last day, with an extension that the rule allows.
    #[serde(deserialize_with = "crate::wire::day")]
    pub due_on: NaiveDate,
    /// The last day that any extension could give.
    #[serde(deserialize_with = "crate::wire::day")]
    pub latest_on: NaiveDate,
    /// Whether the extension keeps to the rule; absent without one.
    pub extension_allowed: Option<bool>,
    /// Where it stands on the day asked.
    pub state: DueState,
}

/// Until when a denunciation is settled (thời hạn giải quyết tố cáo): INS-03, INS-04.
///
/// At the centre at most 180 days from the decision that forms the team, and at most 60 more,
/// once; calendar days, the day of the decision not counted. The deadlines of other levels were
/// not found: asking gives `ruleNotInForce` with `notRead`, until a body lays its own over the
/// book. An extension beyond the rule gives only what the rule allows.
///
/// ```
/// use handbook::oversight::{DenunciationDeadlineInput, denunciation_deadline};
/// use handbook::rulebook::policy::OversightLevel;
/// use handbook::{HandbookError, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let asked = |level| DenunciationDeadlineInput {
///     level,
///     team_formed_on: date(2025, 7, 1).unwrap_or(on),
///     extended_days: None,
///     closed_on: None,
///     on,
/// };
/// let rules = book.on(on)?;
/// let central = denunciation_deadline(&rules, &asked(OversightLevel::Central))?.value;
/// assert_eq!(central.due_on, date(2025, 12, 28)?);
/// let province = denunciation_deadline(&rules, &asked(OversightLevel::Provincial));
/// assert!(matches!(province, Err(HandbookError::RuleNotInForce { .. })));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `on` before the decision, `closedOn` before it or after `on`,
/// an extension by no day, and `teamFormedOn` at the end of the calendar;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day and the level.
pub fn denunciation_deadline(
    rules: &Rules<'_>,
    input: &DenunciationDeadlineInput,
) -> Result<Verdict<DenunciationDeadline>, HandbookError> {
    not_before("on", input.on, input.team_formed_on)?;
    if let Some(closed_on) = input.closed_on {
        not_before("closedOn", closed_on, input.team_formed_on)?;
        not_after("closedOn", closed_on, input.on)?;
    }
    if input.extended_days == Some(0) {
        return Err(InputError::new(InputCode::OutOfRange, "extendedDays", 0)
            .with_limit("1 or more")
            .into());
    }
    let (days, extension) = if input.level == OversightLevel::Central {
        (
            parameter::DENUNCIATION_DAYS,
            parameter::DENUNCIATION_EXTENSION_DAYS,
        )
    } else {
        (
            parameter::DENUNCIATION_DAYS_BELOW,
            parameter::DENUNCIATION_EXTENSION_BELOW,
        )
    };
    let days = rules.get(days)?;
    let extension = rules.get(extension)?;
    let mut basis = Basis::default();
    let extended = i64::from(input.extended_days.unwrap_or(0));
    let extension_allowed = input.extended_days.map(|_| {
        basis.compare(
            &extension,
            Quantity::Days { value: extended },
            Comparison::AtMost,
            Quantity::Days {
                value: extension.value,
            },
        )
    });
    let first = later("teamFormedOn", input.team_formed_on, days.value)?;
    let due_on = later("teamFormedOn", first, extended.min(extension.value))?;
    let in_time = basis.compare(
        &days,
        Quantity::Date {
            value: input.closed_on.unwrap_or(input.on),
        },
        Comparison::AtMost,
        Quantity::Date { value: due_on },
    );
    let value = DenunciationDeadline {
        due_on,
        latest_on: later("teamFormedOn", first, extension.value)?,
        extension_allowed,
        state: DueState::new(input.closed_on.is_some(), in_time),
    };
    Ok(Verdict::new(value, basis))
}

/// Who a denunciation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DenouncedSubject {
    /// An organization.
    Organization,
    /// A member.
    Member,
}

/// A denunciation that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DenunciationHandledInput {
    /// Who it is about.
    pub subject: DenouncedSubject,
    /// What it is about.
    pub content: DenunciationContent,
    /// Nobody signed it (giấu tên).
    #[serde(default)]
    pub anonymous: bool,
}

/// Whether a denunciation is handled as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DenunciationHandled {
    /// Whether it is, in general.
    pub handled: bool,
    /// The stages that follow, in order; none where it is not.
    pub stages: Vec<DenunciationStage>,
}

/// Whether a denunciation is handled as one (tố cáo phải giải quyết): INS-06, INS-07; the stages
/// are those of INS-03.
///
/// What an organization and a member can be denounced for is known from third-party data alone;
/// that an anonymous denunciation is in general not handled as one, from a title.
///
/// ```
/// use handbook::oversight::{
///     DenouncedSubject, DenunciationHandledInput, denunciation_handled,
/// };
/// use handbook::rulebook::policy::DenunciationContent;
/// use handbook::{RuleBook, Sureness, date};
///
/// let book = RuleBook::vietnam();
/// let unity = DenunciationHandledInput {
///     subject: DenouncedSubject::Organization,
///     content: DenunciationContent::Unity,
///     anonymous: false,
/// };
/// let answer = denunciation_handled(&book.on(date(2026, 5, 1)?)?, &unity)?;
/// assert!(answer.value.handled);
/// assert!(answer.sureness >= Sureness::Weak);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn denunciation_handled(
    rules: &Rules<'_>,
    input: &DenunciationHandledInput,
) -> Result<Verdict<DenunciationHandled>, HandbookError> {
    let contents = rules.get(match input.subject {
        DenouncedSubject::Organization => parameter::DENUNCIATION_OF_ORGANIZATION,
        DenouncedSubject::Member => parameter::DENUNCIATION_OF_MEMBER,
    })?;
    let mut basis = Basis::default();
    let fits = basis.one_of(&contents, input.content.as_str());
    let anonymous = rules.get(parameter::DENUNCIATION_ANONYMOUS)?;
    let signed = anonymous.value
        || basis.compare(
            &anonymous,
            Quantity::Flag {
                value: input.anonymous,
            },
            Comparison::Equals,
            Quantity::Flag { value: false },
        );
    let handled = fits && signed;
    let stages = if handled {
        let stages = rules.get(parameter::DENUNCIATION_STAGES)?;
        basis.policy(&stages, OversightLevel::Central.as_str());
        choices(&stages.value)
    } else {
        Vec::new()
    };
    Ok(Verdict::new(DenunciationHandled { handled, stages }, basis))
}
