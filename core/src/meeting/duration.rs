//! How long a meeting must last.

use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::LongMeeting;
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A meeting whose length is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingDurationInput {
    /// Whether a thematic part (sinh hoạt chuyên đề) is combined with it. MTG-06.
    #[serde(default)]
    pub with_thematic_part: bool,
    /// Full and probationary members of the cell.
    pub members: u32,
    /// Minutes held; absent before the meeting.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Which meetings must be longer; absent for the policy in force.
    #[serde(default)]
    pub longer: Option<LongMeeting>,
}

/// How long a meeting must last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingDuration {
    /// The fewest minutes.
    pub required: i64,
    /// Whether it lasted so long; absent before the meeting.
    pub enough: Option<bool>,
    /// Minutes that it was short by; absent before the meeting.
    pub short_by: Option<i64>,
    /// The fewest minutes by the other reading.
    pub other_reading: i64,
    /// Whether the two readings ask for different lengths.
    pub readings_differ: bool,
}

/// How long a meeting of a cell must last (thời gian sinh hoạt chi bộ): MTG-07, 42-HD/BTCTW.
///
/// At least 90 minutes; 120 in some meetings. Sources conflict on which: those combined with a
/// thematic part, or those of cells with 30 members and more. The reading is a named policy, and
/// the answer says what the other one would ask for.
///
/// ```
/// use handbook::meeting::{MeetingDurationInput, meeting_duration};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = MeetingDurationInput {
///     with_thematic_part: false,
///     members: 34,
///     minutes: Some(95),
///     longer: None,
/// };
/// let answer = meeting_duration(&book.on(date(2025, 12, 3)?)?, &input)?.value;
/// assert_eq!((answer.required, answer.enough), (90, Some(true)));
/// assert!(answer.readings_differ);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day: before 28 October
/// 2025.
pub fn meeting_duration(
    rules: &Rules<'_>,
    input: &MeetingDurationInput,
) -> Result<Verdict<MeetingDuration>, HandbookError> {
    let reading = rules.get(parameter::LONG_MEETING_READING)?;
    let usual = rules.get(parameter::MEETING_MINUTES)?;
    let longer = rules.get(parameter::LONG_MEETING_MINUTES)?;
    let large = rules.get(parameter::LONG_MEETING_MEMBERS)?;
    let chosen = input.longer.unwrap_or(reading.value);
    let mut basis = Basis::default();
    basis.policy(&reading, chosen.word());
    let is_large = i64::from(input.members) >= large.value;
    let (long, long_otherwise) = match chosen {
        LongMeeting::WithThematicPart => (input.with_thematic_part, is_large),
        LongMeeting::LargeCell => (
            basis.compare(
                &large,
                Quantity::count(input.members),
                Comparison::AtLeast,
                Quantity::count(large.value),
            ),
            input.with_thematic_part,
        ),
    };
    let minutes_of = |long| if long { longer.value } else { usual.value };
    let required = minutes_of(long);
    let enough = input.minutes.map(|minutes| {
        basis.compare(
            if long { &longer } else { &usual },
            Quantity::Minutes {
                value: minutes.into(),
            },
            Comparison::AtLeast,
            Quantity::Minutes { value: required },
        )
    });
    let other_reading = minutes_of(long_otherwise);
    Ok(Verdict::new(
        MeetingDuration {
            required,
            enough,
            short_by: input
                .minutes
                .map(|minutes| (required - i64::from(minutes)).max(0)),
            other_reading,
            readings_differ: required != other_reading,
        },
        basis,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn ask(
        with_thematic_part: bool,
        members: u32,
        minutes: u32,
        longer: LongMeeting,
    ) -> Result<MeetingDuration, HandbookError> {
        let book = RuleBook::vietnam();
        let input = MeetingDurationInput {
            with_thematic_part,
            members,
            minutes: Some(minutes),
            longer: Some(longer),
        };
        Ok(meeting_duration(&book.on(date(2025, 10, 28)?)?, &input)?.value)
    }

    #[test]
    fn both_readings() -> Result<(), HandbookError> {
        use LongMeeting::{LargeCell, WithThematicPart};
        assert_eq!(ask(true, 29, 119, WithThematicPart)?.enough, Some(false));
        assert_eq!(ask(true, 29, 119, LargeCell)?.enough, Some(true));
        assert_eq!(ask(false, 30, 119, LargeCell)?.short_by, Some(1));
        assert_eq!(ask(false, 30, 90, WithThematicPart)?.short_by, Some(0));
        assert!(ask(false, 30, 90, WithThematicPart)?.readings_differ);
        assert!(!ask(true, 30, 90, WithThematicPart)?.readings_differ);
        assert!(!ask(false, 29, 90, LargeCell)?.readings_differ);
        Ok(())
    }

    #[test]
    fn before_the_guide_nothing_is_known() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let input = MeetingDurationInput {
            with_thematic_part: false,
            members: 9,
            minutes: None,
            longer: None,
        };
        let answer = meeting_duration(&book.on(date(2025, 10, 27)?)?, &input);
        assert!(matches!(answer, Err(HandbookError::RuleNotInForce { .. })));
        Ok(())
    }
}
