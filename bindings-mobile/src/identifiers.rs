//! Identifiers and days: text on the way, types of their own on both sides.

use handbook::calendar::TimeOfDay;
use handbook::{
    ContributionId, DocumentId, InspectionId, KindId, MatterId, MeetingId, MemberId,
    OrganizationId, ParameterId, ProjectId, RuleId, TargetId, TaskId,
};

use crate::failure::HandbookError;

/// A day of the calendar: `java.time.LocalDate` in Kotlin, `CalendarDate` in Swift.
pub type CalendarDate = handbook::NaiveDate;

macro_rules! identifiers {
    ($($name:ident)*) => {$(
        uniffi::custom_type!($name, String, {
            remote,
            lower: |id| id.into(),
            try_lift: |text| Ok($name::new(text).map_err(HandbookError::from)?),
        });
    )*};
}

identifiers! {
    OrganizationId MemberId MeetingId TargetId ProjectId TaskId DocumentId ContributionId MatterId
    InspectionId KindId RuleId ParameterId
}

uniffi::custom_type!(CalendarDate, String, {
    remote,
    lower: |date| date.to_string(),
    try_lift: |text| Ok(handbook::parse_date("date", &text).map_err(HandbookError::from)?),
});

// A time of the day: `java.time.LocalTime` in Kotlin, `TimeOfDay` in Swift.
uniffi::custom_type!(TimeOfDay, String, {
    remote,
    lower: |time| time.to_string(),
    try_lift: |text| Ok(TimeOfDay::parse("time", &text).map_err(HandbookError::from)?),
});
