//! Attendance (tỷ lệ đảng viên dự sinh hoạt) of a cell, a commune, a district.

use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::identifier::OrganizationId;
use crate::quantity::{Comparison, Fraction, Quantity, shown_percent};
use crate::rulebook::policy::AttendanceCounting;
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Roll-calls of one organization, added up: how many times members stood in each state.
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
        use AttendanceCounting::{
            EveryMember, WithoutExempted, WithoutExemptedSuspended, WithoutExemptedSuspendedAway,
        };
        let always = self.attended() + i64::from(self.excused) + i64::from(self.unexcused);
        let away = i64::from(self.away_temporarily);
        let suspended = i64::from(self.suspended);
        match counting {
            EveryMember => always + away + suspended + i64::from(self.exempted),
            WithoutExempted => always + away + suspended,
            WithoutExemptedSuspended => always + away,
            WithoutExemptedSuspendedAway => always,
        }
    }
}

/// Roll-calls to be added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendanceInput {
    /// Who counts; absent for the policy in force.
    #[serde(default)]
    pub counting: Option<AttendanceCounting>,
    /// One row per organization.
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
    /// Each organization, in the order given.
    pub by_organization: Vec<OrganizationAttendance>,
}

/// Attendance, as sums of counts (MTG-08: 42-HD/BTCTW; before, MTG-09: 12-HD/BTCTW). Who counts is
/// a named policy.
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
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn attendance(
    rules: &Rules<'_>,
    input: &AttendanceInput,
) -> Result<Verdict<AttendanceSummary>, HandbookError> {
    let policy = rules.get(parameter::ATTENDANCE_COUNTING)?;
    let counting = input.counting.unwrap_or(policy.value);
    let aim = Aim::in_force(rules)?;
    let mut basis = Basis::default();
    basis.policy(&policy, counting.word());

    let mut attended = 0_i64;
    let mut expected = 0_i64;
    let mut by_organization = Vec::with_capacity(input.rows.len());
    for row in &input.rows {
        let (here, whole) = (row.attended(), row.expected(counting));
        attended = attended.saturating_add(here);
        expected = expected.saturating_add(whole);
        by_organization.push(OrganizationAttendance {
            organization: row.organization.clone(),
            attended: here,
            expected: whole,
            reaches_aim: (whole > 0).then(|| {
                aim.comparison
                    .accepts(aim.share.value.compare_share(here, whole))
            }),
        });
    }
    let reaches_aim = (expected > 0).then(|| {
        basis.compare(
            &aim.share,
            Quantity::share(attended, expected),
            aim.comparison,
            Quantity::share(aim.share.value.numerator, aim.share.value.denominator),
        )
    });
    let value = AttendanceSummary {
        attended,
        expected,
        share_shown: shown_percent(attended, expected, 2).unwrap_or_default(),
        reaches_aim,
        by_organization,
    };
    Ok(Verdict::new(value, basis))
}

struct Aim<'book> {
    share: InForce<'book, Fraction>,
    comparison: Comparison,
}

impl<'book> Aim<'book> {
    fn in_force(rules: &Rules<'book>) -> Result<Self, HandbookError> {
        let exceeded = rules.get(parameter::ATTENDANCE_AIM_EXCEEDED)?.value;
        Ok(Self {
            share: rules.get(parameter::ATTENDANCE_AIM)?,
            comparison: if exceeded {
                Comparison::MoreThan
            } else {
                Comparison::AtLeast
            },
        })
    }
}
