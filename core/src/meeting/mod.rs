//! Meetings: the roll, attendance as sums of counts, length, score, course and documents.

mod attendance;
mod duration;
mod form;
mod roll_call;
mod score;
mod streak;

pub use attendance::{
    AttendanceInput, AttendanceRow, AttendanceRules, AttendanceSummary, OrganizationAttendance,
    attendance,
};
pub use duration::{MeetingDuration, MeetingDurationInput, meeting_duration};
pub(crate) use form::step_of;
pub use form::{
    CellMeeting, DocumentNumber, DocumentNumberInput, MeetingForm, MeetingFormInput,
    MeetingFormStep, MeetingPhase, document_number, meeting_form,
};
pub use roll_call::{
    QuorumGap, RollCall, RollCallInput, RollCounts, RollEvent, RollLine, RollMember,
    RollMembership, RollQuorum, RollSpan, roll_call,
};
pub use score::{
    GivenMarks, GroupMarks, MeetingScore, MeetingScoreInput, PartMarks, PreviousResolution,
    ScoreOrigin, meeting_score,
};
pub use streak::{
    AbsentMonths, AbsentMonthsInput, ExcusedStreak, ExcusedStreakInput, MeetingPresence,
    absent_months, excused_streak,
};
