//! Meetings: the calendar of a body, what is due around a meeting, whether it may be online, the
//! roll, attendance as sums of counts, length, score, course and documents.

mod attendance;
mod deadlines;
mod duration;
mod form;
mod online;
mod pattern;
mod roll_call;
mod schedule;
mod score;
mod streak;

pub use attendance::{
    AttendanceInput, AttendanceRow, AttendanceRules, AttendanceSummary, OrganizationAttendance,
    attendance,
};
pub use deadlines::{
    MeetingDeadlines, MeetingDeadlinesInput, MeetingDuty, MeetingObligation, meeting_deadlines,
};
pub use duration::{MeetingDuration, MeetingDurationInput, meeting_duration};
pub(crate) use form::step_of;
pub use form::{
    CellMeeting, DocumentNumber, DocumentNumberInput, MeetingForm, MeetingFormInput,
    MeetingFormStep, MeetingPhase, document_number, meeting_form,
};
pub use online::{OnlineMeeting, OnlineMeetingInput, online_meeting};
pub use pattern::{DayOfWeek, MeetingPattern, ShortMonth, WeekdayPlace};
pub use roll_call::{
    QuorumGap, RollCall, RollCallInput, RollCounts, RollEvent, RollLine, RollMember,
    RollMembership, RollQuorum, RollSpan, roll_call,
};
pub use schedule::{
    HolidayShift, LackingPeriod, MeetingBody, MeetingCalendar, MeetingCalendarInput,
    MeetingException, MeetingRequired, MeetingRequirement, MovedBy, PlannedMeeting,
    ThematicMeetings, WeekendShift, meeting_calendar,
};
pub use score::{
    GivenMarks, GroupMarks, MeetingScore, MeetingScoreInput, PartMarks, PreviousResolution,
    ScoreOrigin, meeting_score,
};
pub use streak::{
    AbsentMonths, AbsentMonthsInput, ExcusedStreak, ExcusedStreakInput, MeetingPresence,
    absent_months, excused_streak,
};
