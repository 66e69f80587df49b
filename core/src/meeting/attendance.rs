//! Attendance (tỷ lệ đảng viên dự sinh hoạt) of a cell, a commune, a district.

use serde::{Deserialize, Serialize};

use crate::check::SAFE_INTEGER_MOST;
use crate::compact::TextMap;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::OrganizationId;
use crate::quantity::{Comparison, Fraction, Quantity, shown_percent};
use crate::rulebook::policy::AttendanceCounting;
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Silent, Verdict};

/// Decimals with which a share of attendance is shown.
const SHOWN_DECIMALS: u8 = 2;

/// Roll-calls (điểm danh) of one organization, added up: how many times members stood in each
/// state. Everyone on the roll of a meeting stands in one state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceRow {
    /// The organization.
    pub organization: OrganizationId,
    /// Present in the room.
    #[serde(default)]
    pub present_in_person: u32,
    /// Present by an online connection.
    #[serde(default)]
    pub present_online: u32,
    /// Absent with a reason.
    #[serde(default)]
    pub excused: u32,
    /// Absent without a reason.
    #[serde(default)]
    pub unexcused: u32,
    /// Exempted and absent. One who comes and takes part counts as present.
    #[serde(default)]
    pub exempted: u32,
    /// Suspended.
    #[serde(default)]
    pub suspended: u32,
    /// Temporarily elsewhere and absent.
    #[serde(default)]
    pub away_temporarily: u32,
}

impl AttendanceRow {
    fn attended(&self) -> i64 {
        i64::from(self.present_in_person) + i64::from(self.present_online)
    }

    fn expected(&self, counting: AttendanceCounting) -> i64 {
        let always = self.attended() + i64::from(self.excused) + i64::from(self.unexcused);
        expected_of(
            counting,
            always,
            self.exempted,
            self.suspended,
            self.away_temporarily,
        )
    }
}

/// Who is expected: those who always are, and of the absent ones those whom a way of counting adds.
pub(super) fn expected_of(
    counting: AttendanceCounting,
    always: i64,
    exempted: u32,
    suspended: u32,
    away: u32,
) -> i64 {
    use AttendanceCounting::{
        EveryMember, WithoutExempted, WithoutExemptedSuspended, WithoutExemptedSuspendedAway,
    };
    let (away, suspended) = (i64::from(away), i64::from(suspended));
    match counting {
        EveryMember => always + away + suspended + i64::from(exempted),
        WithoutExempted => always + away + suspended,
        WithoutExemptedSuspended => always + away,
        WithoutExemptedSuspendedAway => always,
    }
}

/// Roll-calls to be added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceInput {
    /// Who counts; absent for the policy in force.
    #[serde(default)]
    pub counting: Option<AttendanceCounting>,
    /// The rows, in any order; rows of the same organization are added up.
    pub rows: Vec<AttendanceRow>,
}

/// Attendance of one organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganizationAttendance {
    /// The organization.
    pub organization: OrganizationId,
    /// Attendances.
    pub attended: i64,
    /// Attendances expected.
    pub expected: i64,
    /// Whether the aim is reached; absent when nobody was expected.
    pub reaches_aim: Option<bool>,
}

/// Attendance of all rows together: the sum of counts, never the mean of rates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceSummary {
    /// Attendances.
    pub attended: i64,
    /// Attendances expected.
    pub expected: i64,
    /// The share in percent with two decimals, rounded half upward; empty when nobody was
    /// expected.
    pub share_shown: String,
    /// Whether the aim is reached; absent when nobody was expected.
    pub reaches_aim: Option<bool>,
    /// Each organization, in the order in which it is first given.
    pub by_organization: Vec<OrganizationAttendance>,
}

/// Attendance (tỷ lệ đảng viên dự sinh hoạt), as sums of counts: MTG-08, 42-HD/BTCTW; before 28
/// October 2025 MTG-09, 12-HD/BTCTW of 2018, whose share must be exceeded and not only reached.
///
/// Present in person and online count alike. Who is expected is a named policy: the one in force,
/// or the one chosen in the question; it stands in the answer's policies. The ground compares
/// the sum; each organization is held against the same aim.
///
/// ```
/// use handbook::meeting::{AttendanceInput, AttendanceRow, attendance};
/// use handbook::{OrganizationId, RuleBook, date};
///
/// let row = |id, present, excused, exempted| {
///     Ok::<_, handbook::InputError>(AttendanceRow {
///         organization: OrganizationId::new(id)?,
///         present_in_person: present,
///         present_online: 0,
///         excused,
///         unexcused: 0,
///         exempted,
///         suspended: 0,
///         away_temporarily: 0,
///     })
/// };
/// let book = RuleBook::vietnam();
/// let rows = vec![row("a", 9, 1, 2)?, row("b", 30, 0, 0)?];
/// let input = AttendanceInput { counting: None, rows };
/// let sums = attendance(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!((sums.attended, sums.expected), (39, 40));
/// assert_eq!(sums.share_shown, "97.50");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `rows` where the sum is above 9,007,199,254,740,991;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn attendance(
    rules: &Rules<'_>,
    input: &AttendanceInput,
) -> Result<Verdict<AttendanceSummary>, HandbookError> {
    let mut basis = Basis::default();
    let value = AttendanceRules::in_force(rules)?.judge(input, &mut basis)?;
    Ok(Verdict::new(value, basis))
}

/// The rules of attendance, looked up once for many questions.
#[derive(Debug, Clone)]
pub struct AttendanceRules<'book> {
    counting: InForce<'book, AttendanceCounting>,
    aim: InForce<'book, Fraction>,
    comparison: Comparison,
}

impl<'book> AttendanceRules<'book> {
    /// The rules on a day.
    ///
    /// # Errors
    /// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
    pub fn in_force(rules: &Rules<'book>) -> Result<Self, HandbookError> {
        let exceeded = rules.get(parameter::ATTENDANCE_AIM_EXCEEDED)?.value;
        Ok(Self {
            counting: rules.get(parameter::ATTENDANCE_COUNTING)?,
            aim: rules.get(parameter::ATTENDANCE_AIM)?,
            comparison: if exceeded {
                Comparison::MoreThan
            } else {
                Comparison::AtLeast
            },
        })
    }

    /// The attendance of one question; [`attendance`] explains it.
    ///
    /// # Errors
    /// As [`attendance`].
    pub fn judge<R: Recorder>(
        &self,
        input: &AttendanceInput,
        recorder: &mut R,
    ) -> Result<AttendanceSummary, HandbookError> {
        let counting = input.counting.unwrap_or(self.counting.value);
        recorder.policy(&self.counting, counting.word());
        let mut by_organization: Vec<OrganizationAttendance> = Vec::new();
        let mut places = TextMap::new();
        let mut all = (0_i64, 0_i64);
        for row in &input.rows {
            let (attended, expected) = (row.attended(), row.expected(counting));
            all = (all.0 + attended, all.1 + expected);
            if all.1 > SAFE_INTEGER_MOST {
                return Err(InputError::new(InputCode::OutOfRange, "rows", all.1)
                    .with_limit(format!("0..={SAFE_INTEGER_MOST}"))
                    .into());
            }
            let id = row.organization.as_str();
            places.insert(id, by_organization.len());
            let place = places.place(id).unwrap_or_default();
            match by_organization.get_mut(place) {
                Some(known) => {
                    known.attended += attended;
                    known.expected += expected;
                }
                None => by_organization.push(OrganizationAttendance {
                    organization: row.organization.clone(),
                    attended,
                    expected,
                    reaches_aim: None,
                }),
            }
        }
        for known in &mut by_organization {
            known.reaches_aim = self.reaches_aim(known.attended, known.expected, &mut Silent);
        }
        Ok(AttendanceSummary {
            attended: all.0,
            expected: all.1,
            share_shown: shown_percent(all.0, all.1, SHOWN_DECIMALS).unwrap_or_default(),
            reaches_aim: self.reaches_aim(all.0, all.1, recorder),
            by_organization,
        })
    }

    fn reaches_aim<R: Recorder>(
        &self,
        attended: i64,
        expected: i64,
        recorder: &mut R,
    ) -> Option<bool> {
        (expected > 0).then(|| {
            recorder.compare(
                &self.aim,
                Quantity::share(attended, expected),
                self.comparison,
                Quantity::share(self.aim.value.numerator, self.aim.value.denominator),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};
    use chrono::NaiveDate;

    fn row(id: &str, counts: [u32; 7]) -> Result<AttendanceRow, InputError> {
        let [
            present_in_person,
            present_online,
            excused,
            unexcused,
            exempted,
            suspended,
            away_temporarily,
        ] = counts;
        Ok(AttendanceRow {
            organization: OrganizationId::new(id)?,
            present_in_person,
            present_online,
            excused,
            unexcused,
            exempted,
            suspended,
            away_temporarily,
        })
    }

    fn ask(
        on: NaiveDate,
        counting: Option<AttendanceCounting>,
        rows: Vec<AttendanceRow>,
    ) -> Result<Verdict<AttendanceSummary>, HandbookError> {
        let book = RuleBook::vietnam();
        attendance(&book.on(on)?, &AttendanceInput { counting, rows })
    }

    #[test]
    fn who_is_expected_is_a_policy() -> Result<(), HandbookError> {
        use AttendanceCounting::{
            EveryMember, WithoutExempted, WithoutExemptedSuspended, WithoutExemptedSuspendedAway,
        };
        let on = date(2025, 12, 31)?;
        for (counting, expected) in [
            (EveryMember, 28),
            (WithoutExempted, 23),
            (WithoutExemptedSuspended, 17),
            (WithoutExemptedSuspendedAway, 10),
        ] {
            let rows = vec![row("cell", [1, 2, 3, 4, 5, 6, 7])?];
            let verdict = ask(on, Some(counting), rows)?;
            assert_eq!(
                (verdict.value.attended, verdict.value.expected),
                (3, expected)
            );
            let policy = verdict.policies.first();
            assert_eq!(
                policy.map(|policy| policy.choice.as_str()),
                Some(counting.as_str())
            );
        }
        let by_the_book = ask(on, None, vec![row("cell", [1, 2, 3, 4, 5, 6, 7])?])?;
        assert_eq!(by_the_book.value.expected, 10);
        Ok(())
    }

    #[test]
    fn rates_are_never_averaged() -> Result<(), HandbookError> {
        // Half of two and all of eighteen: the mean of the rates would be 75 %.
        let rows = vec![
            row("small", [1, 0, 1, 0, 0, 0, 0])?,
            row("large", [17, 1, 0, 0, 0, 0, 0])?,
        ];
        let value = ask(date(2025, 12, 31)?, None, rows)?.value;
        assert_eq!((value.attended, value.expected), (19, 20));
        assert_eq!(value.share_shown, "95.00");
        assert_eq!(value.reaches_aim, Some(true));
        let each: Vec<_> = value
            .by_organization
            .iter()
            .map(|known| (known.organization.as_str(), known.reaches_aim))
            .collect();
        assert_eq!(each, [("small", Some(false)), ("large", Some(true))]);
        Ok(())
    }

    #[test]
    fn the_aim_of_the_day_is_reached_or_exceeded() -> Result<(), HandbookError> {
        let share = |on, present, absent| {
            let rows = vec![row("cell", [present, 0, absent, 0, 0, 0, 0])?];
            let verdict = ask(on, None, rows)?;
            let rule = verdict
                .grounds
                .first()
                .map(|ground| ground.rule.to_string());
            Ok::<_, HandbookError>((verdict.value.reaches_aim, rule.unwrap_or_default()))
        };
        let before = date(2025, 10, 27)?;
        let after = date(2025, 10, 28)?;
        assert_eq!(share(before, 85, 15)?, (Some(false), "MTG-09".to_owned()));
        assert_eq!(share(before, 86, 14)?, (Some(true), "MTG-09".to_owned()));
        assert_eq!(share(after, 86, 14)?, (Some(false), "MTG-08".to_owned()));
        assert_eq!(share(after, 90, 10)?, (Some(true), "MTG-08".to_owned()));
        Ok(())
    }

    #[test]
    fn rows_of_one_organization_are_added_up() -> Result<(), HandbookError> {
        let rows = vec![
            row("a", [9, 0, 1, 0, 0, 0, 0])?,
            row("b", [0, 0, 0, 0, 4, 0, 0])?,
            row("a", [8, 0, 0, 2, 0, 0, 0])?,
        ];
        let value = ask(date(2025, 12, 31)?, None, rows)?.value;
        let each: Vec<_> = value
            .by_organization
            .iter()
            .map(|known| (known.organization.as_str(), known.attended, known.expected))
            .collect();
        assert_eq!(each, [("a", 17, 20), ("b", 0, 0)]);
        assert_eq!(
            value
                .by_organization
                .last()
                .and_then(|known| known.reaches_aim),
            None
        );
        Ok(())
    }

    #[test]
    fn nobody_expected_is_no_share() -> Result<(), HandbookError> {
        let verdict = ask(date(2025, 12, 31)?, None, Vec::new())?;
        assert_eq!(verdict.value.share_shown, "");
        assert_eq!(verdict.value.reaches_aim, None);
        assert!(verdict.grounds.is_empty());
        Ok(())
    }

    #[test]
    fn the_largest_counts_do_not_overflow() -> Result<(), HandbookError> {
        let full = row("cell", [u32::MAX; 7])?;
        let one = ask(
            date(2025, 12, 31)?,
            Some(AttendanceCounting::EveryMember),
            vec![full.clone()],
        )?;
        assert_eq!(one.value.expected, 7 * i64::from(u32::MAX));
        let many = ask(
            date(2025, 12, 31)?,
            Some(AttendanceCounting::EveryMember),
            vec![full; 299_600],
        );
        assert!(matches!(many, Err(HandbookError::Input(error)) if error.field == "rows"));
        Ok(())
    }
}
