//! Meetings: attendance as sums of counts, the calendar of a body, what is due around a meeting,
//! and whether it may be online.

mod attendance;
mod deadlines;
mod online;
mod pattern;
mod schedule;

pub use attendance::{
    AttendanceInput, AttendanceRow, AttendanceRules, AttendanceSummary, OrganizationAttendance,
    attendance,
};
pub use deadlines::{
    MeetingDeadlines, MeetingDeadlinesInput, MeetingDuty, MeetingObligation, meeting_deadlines,
};
pub use online::{OnlineMeeting, OnlineMeetingInput, online_meeting};
pub use pattern::{DayOfWeek, MeetingPattern, ShortMonth, WeekdayPlace};
pub use schedule::{
    HolidayShift, LackingPeriod, MeetingBody, MeetingCalendar, MeetingCalendarInput,
    MeetingException, MeetingRequired, MeetingRequirement, MovedBy, PlannedMeeting,
    ThematicMeetings, WeekendShift, meeting_calendar,
};
