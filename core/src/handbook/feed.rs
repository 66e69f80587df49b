//! The meetings of a cell or of a member as a calendar to subscribe to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::meeting_answer::{CalendarLine, MeetingStage};
use super::view::View;
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::exchange::{CalendarEvent, CalendarFeed, EventStatus, icalendar};
use crate::identifier::{MemberId, OrganizationId};
use crate::text::{Language, meeting_kind_name};
use crate::wire;

/// Which meetings go into a feed, and what the feed is called. One of `organization` and
/// `member` is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FeedRequest {
    /// The organization whose calendar it is.
    #[serde(default)]
    pub organization: Option<OrganizationId>,
    /// The member whose calendar it is.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// First day.
    #[serde(deserialize_with = "wire::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(deserialize_with = "wire::day")]
    pub to: NaiveDate,
    /// The name that subscribers see.
    pub name: String,
    /// Who made it, for PRODID: `-//Organization//Product//VI`.
    pub product: String,
    /// What makes the UIDs unique in the world: a domain of the host.
    pub domain: String,
    /// When the feed is made, `yyyy-mm-ddThh:mm:ssZ`.
    pub stamped_at: String,
    /// The language of the summaries; Vietnamese where it is absent.
    #[serde(default)]
    pub language: Language,
    /// Minutes before a meeting at which to remind; absent for no reminder.
    #[serde(default)]
    pub alarm_minutes: Option<u32>,
}

impl View<'_> {
    /// The meetings of a cell or of a member as iCalendar text (RFC 5545), as they were on the
    /// day: moved and called off meetings keep their UID and have a higher SEQUENCE.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown organization or member, for both or neither of
    /// them, and for texts that a feed cannot hold.
    pub fn feed(&self, request: &FeedRequest) -> Result<String, HandbookError> {
        let lines = match (&request.organization, &request.member) {
            (Some(organization), None) => self.calendar(organization, request.from, request.to)?,
            (None, Some(member)) => self.member_calendar(member, request.from, request.to)?,
            (None, None) => {
                return Err(InputError::new(InputCode::Empty, "organization", "").into());
            }
            (Some(_), Some(member)) => {
                return Err(InputError::new(InputCode::Contradiction, "member", member)
                    .with_limit("an organization or a member, not both")
                    .into());
            }
        };
        let events = lines.into_iter().map(|line| event(line, request)).gather();
        icalendar(&CalendarFeed {
            name: request.name.clone(),
            product: request.product.clone(),
            domain: request.domain.clone(),
            stamped_at: request.stamped_at.clone(),
            events,
        })
    }
}

fn event(line: CalendarLine, request: &FeedRequest) -> CalendarEvent {
    let kind = meeting_kind_name(line.kind, request.language);
    let cancelled = line.stage == MeetingStage::Cancelled;
    CalendarEvent {
        id: line.meeting.as_str().to_owned(),
        sequence: line.sequence,
        modified_at: None,
        on: line.on,
        starts_at: line.at,
        minutes: line
            .minutes
            .filter(|minutes| line.at.is_some() && *minutes > 0),
        summary: format!("{} – {kind}", line.name),
        description: line.topic.unwrap_or_default(),
        location: line.place.unwrap_or_default(),
        url: line.link,
        categories: vec![kind.to_owned()],
        status: if cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        },
        alarm_minutes: request.alarm_minutes.filter(|_| !cancelled),
    }
}
