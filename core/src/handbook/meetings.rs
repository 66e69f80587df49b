//! Acts about meetings, taken into the state: everything is checked before anything changes.

use chrono::NaiveDate;

use super::command::{MeetingKind, Presence, Standing};
use super::meeting_act::{ContributionKind, MeetingAct};
use super::meeting_answer::is_present;
use super::state::{
    Meeting, Place, State, check_name, check_text, contradiction, duplicate, unknown,
};
use crate::calendar::TimeOfDay;
use crate::check::not_before;
use crate::error::{InputCode, InputError};
use crate::identifier::{ContributionId, MeetingId, MemberId};
use crate::vote::{VoteBaseInput, VotingBody};

/// Longest meeting, in minutes: seven days.
pub(crate) const MINUTES_MOST: u32 = 7 * 24 * 60;

/// An act with its day and who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MeetingActed {
    pub(crate) on: NaiveDate,
    pub(crate) by: Option<Place>,
    pub(crate) act: MeetingAct,
}

impl Meeting {
    /// The acts of a day or before.
    pub(crate) fn acts_by(&self, date: NaiveDate) -> impl Iterator<Item = &MeetingActed> {
        self.acts.iter().filter(move |acted| acted.on <= date)
    }

    fn opened(&self) -> Option<TimeOfDay> {
        self.acts.iter().find_map(|acted| match acted.act {
            MeetingAct::Open { at } => Some(at),
            _ => None,
        })
    }

    /// Whether it was held: opened, or its roll called.
    pub(crate) fn held(&self) -> bool {
        self.roll.is_some() || self.opened().is_some()
    }

    fn contribution(&self, id: &ContributionId) -> Option<ContributionKind> {
        self.acts.iter().find_map(|acted| match &acted.act {
            MeetingAct::Contribute {
                id: known, kind, ..
            } if known == id => Some(*kind),
            _ => None,
        })
    }

    fn has(&self, test: impl Fn(&MeetingAct) -> bool) -> bool {
        self.acts.iter().any(|acted| test(&acted.act))
    }
}

fn optional(field: &str, text: Option<&String>) -> Result<(), InputError> {
    text.map_or(Ok(()), |text| check_text(field, text))
}

impl State {
    /// Takes an act about a meeting in.
    pub(super) fn act_on_meeting(
        &mut self,
        id: &MeetingId,
        on: NaiveDate,
        by: Option<&MemberId>,
        act: &MeetingAct,
    ) -> Result<(), InputError> {
        let place = self.meeting_place("meeting", id)?;
        let by = match by {
            None => None,
            Some(member) => Some(self.member_place("by", member)?),
        };
        self.check_meeting_act(self.meeting(place), on, by, act)?;
        if let MeetingAct::Contribute { id, .. } = act {
            self.contribution_places.insert(id.as_str(), place);
        }
        let Some(known) = self.meetings.get_mut(place) else {
            return Err(unknown("meeting", id));
        };
        match act {
            MeetingAct::Postpone { to, .. } => known.on = *to,
            MeetingAct::Cancel { .. } => known.cancelled = true,
            _ => {}
        }
        known.acts.push(MeetingActed {
            on,
            by,
            act: act.clone(),
        });
        Ok(())
    }

    fn check_meeting_act(
        &self,
        meeting: &Meeting,
        on: NaiveDate,
        by: Option<Place>,
        act: &MeetingAct,
    ) -> Result<(), InputError> {
        if meeting.cancelled {
            return Err(contradiction(
                "meeting",
                &meeting.id,
                "a meeting that is not called off",
            ));
        }
        let in_circle = |field: &str, id: &MemberId| {
            let place = self.member_place(field, id)?;
            if self.circle(meeting).binary_search(&place).is_err() {
                return Err(unknown(field, id).with_limit("a member of the body on that day"));
            }
            Ok(())
        };
        let not_held = |field: &str| {
            let come = || meeting.has(|act| matches!(act, MeetingAct::Arrive { .. }));
            if meeting.held() || come() {
                return Err(contradiction(field, &meeting.id, "a meeting not yet held"));
            }
            Ok(())
        };
        let on_its_day = || {
            if on != meeting.on {
                return Err(InputError::new(InputCode::DateOrder, "on", on)
                    .with_limit(format!("{}, the day of the meeting", meeting.on)));
            }
            Ok(())
        };
        let known = |id: &ContributionId| {
            meeting
                .contribution(id)
                .ok_or_else(|| unknown("contribution", id))
        };
        match act {
            MeetingAct::Arrange {
                at: _,
                minutes,
                place,
                link,
                topic,
                chair,
                secretary,
                guests,
            } => {
                not_held("meeting")?;
                if let Some(long) = minutes.filter(|long| *long == 0 || *long > MINUTES_MOST) {
                    return Err(InputError::new(InputCode::OutOfRange, "minutes", long)
                        .with_limit("1..=10080"));
                }
                optional("place", place.as_ref())?;
                optional("link", link.as_ref())?;
                optional("topic", topic.as_ref())?;
                for (field, person) in [("chair", chair), ("secretary", secretary)] {
                    if let Some(person) = person {
                        self.member_place(field, person)?;
                    }
                }
                for (line, guest) in guests.iter().enumerate() {
                    check_name(&format!("guests[{line}]"), guest)?;
                }
            }
            MeetingAct::Postpone { to, reason } => {
                not_held("meeting")?;
                check_text("reason", reason)?;
                if *to == meeting.on {
                    return Err(InputError::new(InputCode::Duplicate, "to", to));
                }
                self.lives("to", meeting.organization, *to)?;
            }
            MeetingAct::Cancel { reason } => {
                not_held("meeting")?;
                check_text("reason", reason)?;
            }
            MeetingAct::Notify { text } => optional("text", text.as_ref())?,
            MeetingAct::SetAgenda { items } => {
                if items.is_empty() {
                    return Err(InputError::new(InputCode::Empty, "items", ""));
                }
                for (line, item) in items.iter().enumerate() {
                    check_text(&format!("items[{line}].title"), &item.title)?;
                    let field = format!("items[{line}].number");
                    if item.number == 0 {
                        return Err(InputError::new(InputCode::OutOfRange, &field, 0)
                            .with_limit("1 or more"));
                    }
                    if items
                        .iter()
                        .take(line)
                        .any(|earlier| earlier.number == item.number)
                    {
                        return Err(duplicate(&field, item.number));
                    }
                    if let Some(presenter) = &item.presenter {
                        self.member_place(&format!("items[{line}].presenter"), presenter)?;
                    }
                }
            }
            MeetingAct::ProvidePapers { papers } => {
                if papers.is_empty() {
                    return Err(InputError::new(InputCode::Empty, "papers", ""));
                }
                for (line, paper) in papers.iter().enumerate() {
                    check_text(&format!("papers[{line}].title"), &paper.title)?;
                }
            }
            MeetingAct::Draft { text } | MeetingAct::Minute { text } => check_text("text", text)?,
            MeetingAct::Contribute { id, text, .. } => {
                check_text("text", text)?;
                if self.contribution_places.contains(id.as_str()) {
                    return Err(duplicate("id", id));
                }
                let Some(by) = by else {
                    return Err(InputError::new(InputCode::Empty, "by", ""));
                };
                in_circle("by", &self.member(by).id)?;
            }
            MeetingAct::Settle {
                contribution,
                accepted,
                reason,
            } => {
                known(contribution)?;
                optional("reason", reason.as_ref())?;
                if !accepted && reason.is_none() {
                    return Err(InputError::new(InputCode::Empty, "reason", ""));
                }
                if meeting.has(|act| {
                    matches!(act, MeetingAct::Settle { contribution: settled, .. }
                        if settled == contribution)
                }) {
                    return Err(duplicate("contribution", contribution));
                }
            }
            MeetingAct::Answer { contribution, text } => {
                check_text("text", text)?;
                if known(contribution)? != ContributionKind::Question {
                    return Err(contradiction("contribution", contribution, "a question"));
                }
                if meeting.has(|act| {
                    matches!(act, MeetingAct::Answer { contribution: answered, .. }
                        if answered == contribution)
                }) {
                    return Err(duplicate("contribution", contribution));
                }
            }
            MeetingAct::Excuse { member, .. } => {
                in_circle("member", member)?;
                if meeting.has(|act| {
                    matches!(act, MeetingAct::Excuse { member: excused, .. } if excused == member)
                }) {
                    return Err(duplicate("member", member));
                }
            }
            MeetingAct::Open { at } => {
                on_its_day()?;
                if meeting.opened().is_some() {
                    return Err(duplicate("at", at));
                }
            }
            MeetingAct::Arrive { member, .. } | MeetingAct::Leave { member, .. } => {
                on_its_day()?;
                in_circle("member", member)?;
                if meeting.roll.is_some() {
                    return Err(contradiction("member", member, "before the roll is closed"));
                }
                if meeting.has(|known| known == act) {
                    return Err(duplicate("member", member));
                }
            }
            MeetingAct::Speak { member, .. } => {
                on_its_day()?;
                in_circle("member", member)?;
            }
            MeetingAct::Vote {
                number, question, ..
            } => {
                on_its_day()?;
                check_text("question", question)?;
                if *number == 0 {
                    return Err(
                        InputError::new(InputCode::OutOfRange, "number", 0).with_limit("1 or more")
                    );
                }
                if meeting.has(
                    |act| matches!(act, MeetingAct::Vote { number: known, .. } if known == number),
                ) {
                    return Err(duplicate("number", number));
                }
                act.tally_input()
                    .ok_or_else(|| InputError::new(InputCode::Empty, "base", ""))?
                    .check()?;
            }
            MeetingAct::Close { at } => {
                on_its_day()?;
                match meeting.opened() {
                    None => return Err(contradiction("at", at, "a meeting that was opened")),
                    Some(opened) if *at <= opened => {
                        return Err(InputError::new(InputCode::DateOrder, "at", at)
                            .with_limit(format!("after {opened}")));
                    }
                    Some(_) => {}
                }
                if meeting.has(|act| matches!(act, MeetingAct::Close { .. })) {
                    return Err(duplicate("at", at));
                }
            }
            MeetingAct::Resolve {
                number,
                title,
                text,
                vote,
            } => {
                check_text("title", title)?;
                check_text("text", text)?;
                not_before("on", on, meeting.on)?;
                if *number == 0 {
                    return Err(
                        InputError::new(InputCode::OutOfRange, "number", 0).with_limit("1 or more")
                    );
                }
                if self.resolution_number_taken(meeting, *number) {
                    return Err(duplicate("number", number));
                }
                if let Some(vote) = vote
                    && !meeting
                        .has(|act| matches!(act, MeetingAct::Vote { number, .. } if number == vote))
                {
                    return Err(unknown("vote", vote));
                }
            }
            MeetingAct::Score { .. } => {
                not_before("on", on, meeting.on)?;
            }
            MeetingAct::Publish { document: _ } => {
                not_before("on", on, meeting.on)?;
            }
        }
        Ok(())
    }

    /// Whether the body has a resolution of this number in the term of the meeting (MTG-14).
    fn resolution_number_taken(&self, meeting: &Meeting, number: u32) -> bool {
        let body = self.organization(meeting.organization);
        let term = |date| body.term(date).map(|term| term.number);
        let here = term(meeting.on);
        body.meetings.iter().any(|place| {
            let other = self.meeting(*place);
            term(other.on) == here
                && other.has(|act| {
                    matches!(act, MeetingAct::Resolve { number: known, .. } if *known == number)
                })
        })
    }

    /// How long a meeting lasted, in minutes: from opening to closing, else as it was stated.
    pub(super) fn length(&self, meeting: &Meeting) -> Option<u32> {
        let closed = meeting.acts.iter().find_map(|acted| match acted.act {
            MeetingAct::Close { at } => Some(at),
            _ => None,
        });
        match (meeting.opened(), closed) {
            (Some(opened), Some(closed)) => {
                Some(u32::from(closed.minutes().saturating_sub(opened.minutes())))
            }
            _ => meeting.minutes.filter(|_| meeting.roll.is_some()),
        }
    }

    /// How many members spoke.
    pub(super) fn speakers(&self, meeting: &Meeting) -> u32 {
        let mut speakers: Vec<&MemberId> = Vec::new();
        for acted in &meeting.acts {
            if let MeetingAct::Speak { member, .. } = &acted.act
                && !speakers.contains(&member)
            {
                speakers.push(member);
            }
        }
        u32::try_from(speakers.len()).unwrap_or(u32::MAX)
    }

    /// Those who are there as the acts of the meeting have it: the last of coming and going
    /// counts, whatever order they were taken in.
    pub(crate) fn there(&self, meeting: &Meeting, member: Place) -> Option<bool> {
        let id = &self.member(member).id;
        let mut last: Option<(TimeOfDay, bool, bool)> = None;
        for acted in &meeting.acts {
            let (at, comes, online) = match &acted.act {
                MeetingAct::Arrive {
                    member: who,
                    at,
                    online,
                } if who == id => (*at, true, *online),
                MeetingAct::Leave { member: who, at } if who == id => (*at, false, false),
                _ => continue,
            };
            // At the same minute going comes first: who comes back at once is there.
            last = last.max(Some((at, comes, online)));
        }
        last.filter(|(_, comes, _)| *comes)
            .map(|(_, _, online)| online)
    }

    /// The counts behind the base of a vote in a meeting (VOTE-01), from its roll or from who
    /// came; nothing where neither is known.
    pub(crate) fn vote_base_counts(&self, meeting: &Meeting) -> Option<VoteBaseInput> {
        if !meeting.held() {
            return None;
        }
        let mut counts = VoteBaseInput {
            body: match meeting.kind {
                MeetingKind::Congress => VotingBody::Congress,
                _ => VotingBody::Meeting,
            },
            full_members: 0,
            elsewhere_absent: 0,
            exempted_absent: 0,
            suspended: 0,
            excused_throughout: 0,
        };
        for place in self.circle(meeting) {
            let member = self.member(place);
            if !member.is_full(meeting.on) {
                continue;
            }
            counts.full_members = counts.full_members.saturating_add(1);
            let said = meeting
                .roll
                .iter()
                .flatten()
                .find(|(named, _)| *named == place)
                .map(|(_, presence)| *presence);
            let present = match said {
                Some(presence) => is_present(presence),
                None => self.there(meeting, place).is_some(),
            };
            let standing = member.standing(meeting.on);
            let part = match (said, standing) {
                (Some(Presence::Suspended), _) | (_, Standing::Suspended) => &mut counts.suspended,
                _ if present => continue,
                (Some(Presence::Exempted), _) | (None, Standing::Exempted) => {
                    &mut counts.exempted_absent
                }
                (Some(Presence::AwayTemporarily), _) | (None, Standing::TemporarilyAway) => {
                    &mut counts.elsewhere_absent
                }
                (Some(Presence::Excused), _) if meeting.kind == MeetingKind::Congress => {
                    &mut counts.excused_throughout
                }
                _ => continue,
            };
            *part = part.saturating_add(1);
        }
        Some(counts)
    }

    /// A roll must agree with who was seen to come.
    pub(super) fn check_seen(
        &self,
        meeting: &Meeting,
        line: usize,
        member: Place,
        presence: Presence,
    ) -> Result<(), InputError> {
        if !is_present(presence) && self.there(meeting, member).is_some() {
            return Err(contradiction(
                &format!("entries[{line}].presence"),
                &self.member(member).id,
                "present: the member came and did not leave",
            ));
        }
        Ok(())
    }
}
