//! Absences of one member from meeting to meeting.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check::{in_range, not_after};
use crate::compact::Gather;
use crate::error::HandbookError;
use crate::handbook::Presence;
use crate::member::{DeletionGround, DeletionGroundInput, deletion_ground};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::StreakCounting;
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};
use crate::wire;

/// One member's presences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcusedStreakInput {
    /// Meeting by meeting, from the earliest to the latest.
    pub presences: Vec<Presence>,
    /// What meetings at which the member was not expected do to a row; absent for the policy in
    /// force.
    #[serde(default)]
    pub counting: Option<StreakCounting>,
}

/// How often in a row a member was excused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcusedStreak {
    /// The longest row.
    pub longest: u32,
    /// The row at the latest meeting.
    pub current: u32,
    /// Whether the longest is within the limit.
    pub within_limit: bool,
}

/// How often in a row a member was excused (vắng có lý do liên tiếp): MTG-09, section 5.1;
/// 12-HD/BTCTW of 2018, 42-HD/BTCTW.
///
/// A meeting attended and one missed without a reason end a row. What a meeting does at which the
/// member was not expected (exempted, suspended, temporarily elsewhere) no source says: it is a
/// named policy.
///
/// ```
/// use handbook::handbook::Presence::{Excused, Exempted, PresentInPerson};
/// use handbook::meeting::{ExcusedStreakInput, excused_streak};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let presences = vec![Excused, Excused, Exempted, Excused, Excused, PresentInPerson];
/// let input = ExcusedStreakInput { presences, counting: None };
/// let streak = excused_streak(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!((streak.longest, streak.current, streak.within_limit), (4, 0, false));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn excused_streak(
    rules: &Rules<'_>,
    input: &ExcusedStreakInput,
) -> Result<Verdict<ExcusedStreak>, HandbookError> {
    let policy = rules.get(parameter::STREAK_COUNTING)?;
    let most = rules.get(parameter::EXCUSED_IN_ROW_MOST)?;
    let counting = input.counting.unwrap_or(policy.value);
    let mut basis = Basis::default();
    basis.policy(&policy, counting.word());
    let (mut longest, mut current) = (0_u32, 0_u32);
    for presence in &input.presences {
        let not_expected = matches!(
            presence,
            Presence::Exempted | Presence::Suspended | Presence::AwayTemporarily
        );
        if *presence == Presence::Excused {
            current = current.saturating_add(1);
            longest = longest.max(current);
        } else if !not_expected || counting == StreakCounting::EveryMeeting {
            current = 0;
        }
    }
    let within_limit = basis.compare(
        &most,
        Quantity::count(longest),
        Comparison::AtMost,
        Quantity::count(most.value),
    );
    let value = ExcusedStreak {
        longest,
        current,
        within_limit,
    };
    Ok(Verdict::new(value, basis))
}

/// One member's state at one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingPresence {
    /// The day of the meeting.
    #[serde(deserialize_with = "wire::day")]
    pub on: NaiveDate,
    /// The member's state.
    pub presence: Presence,
}

/// One member's meetings in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AbsentMonthsInput {
    /// The year.
    pub year: i32,
    /// Its meetings, in any order; none after the day asked.
    pub meetings: Vec<MeetingPresence>,
}

/// The months that a member missed without a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AbsentMonths {
    /// The months, 1 to 12, in order.
    pub months: Vec<u32>,
    /// Whether they are enough to start the procedure of deletion.
    pub procedure_may_start: bool,
}

/// The months that a member missed without a reason (bỏ sinh hoạt không có lý do), and whether
/// they let the procedure of deletion start: MTG-12, MEM-63; 294-QĐ/TW §8.1.
///
/// A month is missed in which the member was absent from a meeting without a reason and came to
/// none. The text says three months in the year: they need not follow each other.
///
/// ```
/// use handbook::handbook::Presence;
/// use handbook::meeting::{AbsentMonthsInput, MeetingPresence, absent_months};
/// use handbook::{RuleBook, date};
///
/// let missed = |month| {
///     let on = date(2025, month, 3)?;
///     Ok::<_, handbook::InputError>(MeetingPresence { on, presence: Presence::Unexcused })
/// };
/// let meetings = vec![missed(1)?, missed(4)?, missed(9)?];
/// let input = AbsentMonthsInput { year: 2025, meetings };
/// let book = RuleBook::vietnam();
/// let absent = absent_months(&book.on(date(2025, 10, 1)?)?, &input)?.value;
/// assert_eq!(absent.months, [1, 4, 9]);
/// assert!(absent.procedure_may_start);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `meetings[i].on` in another year or after the day asked;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn absent_months(
    rules: &Rules<'_>,
    input: &AbsentMonthsInput,
) -> Result<Verdict<AbsentMonths>, HandbookError> {
    let (mut missed, mut came) = (0_u16, 0_u16);
    for (line, meeting) in input.meetings.iter().enumerate() {
        let field = format!("meetings[{line}].on");
        not_after(&field, meeting.on, rules.date())?;
        in_range(&field, meeting.on.year(), input.year, input.year)?;
        let month = 1_u16 << meeting.on.month0();
        match meeting.presence {
            Presence::Unexcused => missed |= month,
            Presence::PresentInPerson | Presence::PresentOnline => came |= month,
            _ => (),
        }
    }
    let absent = missed & !came;
    let months: Vec<u32> = (1..=12_u32)
        .filter(|month| absent >> (month - 1) & 1 == 1)
        .gather();
    let asked = DeletionGroundInput {
        year: input.year,
        unpaid_months: months.clone(),
        with_reason: Vec::new(),
    };
    let Verdict {
        value: DeletionGround {
            procedure_may_start,
            ..
        },
        grounds,
        policies,
        sureness,
    } = deletion_ground(rules, &asked)?;
    Ok(Verdict {
        value: AbsentMonths {
            months,
            procedure_may_start,
        },
        grounds,
        policies,
        sureness,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    #[test]
    fn a_row_is_ended_by_coming_and_by_missing() -> Result<(), HandbookError> {
        use Presence::{Excused, PresentOnline, Suspended, Unexcused};
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 12, 31)?)?;
        let of = |presences: &[Presence], counting| -> Result<_, HandbookError> {
            let input = ExcusedStreakInput {
                presences: presences.to_vec(),
                counting,
            };
            let streak = excused_streak(&rules, &input)?.value;
            Ok((streak.longest, streak.current, streak.within_limit))
        };
        assert_eq!(of(&[], None)?, (0, 0, true));
        assert_eq!(of(&[Excused, Excused, Excused], None)?, (3, 3, true));
        assert_eq!(of(&[Excused; 4], None)?, (4, 4, false));
        let broken = [Excused, Excused, Unexcused, Excused, PresentOnline, Excused];
        assert_eq!(of(&broken, None)?, (2, 1, true));
        let between = [Excused, Excused, Suspended, Excused, Excused];
        assert_eq!(of(&between, None)?, (4, 4, false));
        let every = Some(StreakCounting::EveryMeeting);
        assert_eq!(of(&between, every)?, (2, 2, true));
        Ok(())
    }

    #[test]
    fn a_month_with_one_meeting_attended_is_not_missed() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 6, 30)?)?;
        let of = |days: &[(u32, u32, Presence)]| -> Result<_, HandbookError> {
            let mut meetings = Vec::new();
            for (month, day, presence) in days {
                meetings.push(MeetingPresence {
                    on: date(2025, *month, *day)?,
                    presence: *presence,
                });
            }
            let input = AbsentMonthsInput {
                year: 2025,
                meetings,
            };
            Ok(absent_months(&rules, &input)?.value)
        };
        use Presence::{Excused, PresentInPerson, Unexcused};
        let two = of(&[(1, 3, Unexcused), (2, 3, Unexcused), (3, 3, Excused)])?;
        assert_eq!((two.months, two.procedure_may_start), (vec![1, 2], false));
        let made_good = of(&[
            (1, 3, Unexcused),
            (1, 20, PresentInPerson),
            (2, 3, Unexcused),
        ])?;
        assert_eq!(made_good.months, [2]);
        assert!(matches!(
            of(&[(7, 3, Unexcused)]),
            Err(HandbookError::Input(error)) if error.field == "meetings[0].on"
        ));
        Ok(())
    }
}
