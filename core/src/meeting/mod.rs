//! Meetings: attendance as sums of counts.

mod attendance;

pub use attendance::{
    AttendanceInput, AttendanceRow, AttendanceRules, AttendanceSummary, OrganizationAttendance,
    attendance,
};
