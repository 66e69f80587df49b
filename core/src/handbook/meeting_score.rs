//! What the record knows of a meeting for its score, and of its members' absences.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::command::{MeetingKind, Presence};
use super::meeting_act::MeetingAct;
use super::meeting_answer::{count, is_present};
use super::state::{Meeting, Place, State};
use super::view::View;
use crate::access::Sight;
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{MemberId, OrganizationId};
use crate::meeting::{
    AbsentMonthsInput, ExcusedStreakInput, GivenMarks, MeetingDurationInput, MeetingPresence,
    MeetingScore, MeetingScoreInput, PreviousResolution, RollCounts, absent_months, excused_streak,
    meeting_duration, meeting_score,
};
use crate::rulebook::Rules;
use crate::verdict::{Ground, Verdict};

/// One member's absences of a year, and excused ones in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AbsenceLine {
    /// The member.
    pub member: MemberId,
    /// Meetings of the year with this member on the roll.
    pub meetings: u32,
    /// Of them attended, in person or online.
    pub attended: u32,
    /// Of them missed with a reason.
    pub excused: u32,
    /// Of them missed without a reason.
    pub unexcused: u32,
    /// The longest row of excused absences up to the day, of all years.
    pub longest_excused_row: u32,
    /// The row that goes on.
    pub current_excused_row: u32,
    /// Whether the longest row is within the limit (MTG-09).
    pub within_limit: bool,
    /// Months of the year missed without a reason, 1 to 12 (MTG-12).
    pub months_unexcused: Vec<u32>,
    /// Whether they let the procedure of deletion start (MEM-63).
    pub procedure_may_start: bool,
}

/// Absences of a cell's members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AbsencesAnswer {
    /// How far the asker sees.
    pub sight: Sight,
    /// Members in the order in which they came; a plain member sees the own line.
    pub lines: Vec<AbsenceLine>,
    /// The grounds of the rows and months that are beyond what is allowed.
    pub grounds: Vec<Ground>,
}

impl State {
    /// A member's presences at the monthly meetings of a cell up to a day, from the earliest.
    fn presences(&self, cell: Place, member: Place, to: NaiveDate) -> Vec<MeetingPresence> {
        let mut presences: Vec<MeetingPresence> = Vec::new();
        for place in &self.organization(cell).meetings {
            let meeting = self.meeting(*place);
            if meeting.kind != MeetingKind::Monthly || meeting.on > to {
                continue;
            }
            let roll = meeting.roll.iter().flatten();
            let said = roll.clone().find(|(named, _)| *named == member);
            if let Some((_, presence)) = said {
                let line = MeetingPresence {
                    on: meeting.on,
                    presence: *presence,
                };
                let at = presences.partition_point(|known| known.on <= line.on);
                presences.insert(at, line);
            }
        }
        presences
    }

    /// The monthly meeting of the same cell that was held last before one.
    fn meeting_before(&self, meeting: &Meeting) -> Option<Place> {
        let mut last: Option<(NaiveDate, Place)> = None;
        for place in &self.organization(meeting.organization).meetings {
            let other = self.meeting(*place);
            let earlier = other.on < meeting.on && other.held() && !other.cancelled;
            if earlier
                && other.kind == MeetingKind::Monthly
                && last.is_none_or(|(on, _)| on < other.on)
            {
                last = Some((other.on, *place));
            }
        }
        last.map(|(_, place)| place)
    }
}

/// The marks that a meeting gave itself last, by a day.
fn given(meeting: &Meeting, date: NaiveDate) -> Option<&Vec<GivenMarks>> {
    let scored = meeting.acts_by(date).filter_map(|acted| match &acted.act {
        MeetingAct::Score { given } => Some(given),
        _ => None,
    });
    scored.last()
}

/// The score of a meeting from what the record knows and the marks that it gave itself: section
/// 5.1.
pub(super) fn score(
    state: &State,
    rules: &Rules<'_>,
    meeting: &Meeting,
    given: &[GivenMarks],
) -> Result<Verdict<MeetingScore>, HandbookError> {
    let missing = |field: &str| InputError::new(InputCode::Empty, field, &meeting.id);
    let entries = meeting.roll.as_ref().ok_or_else(|| missing("roll"))?;
    let told = state.length(meeting).ok_or_else(|| missing("minutes"))?;
    let duration = meeting_duration(
        rules,
        &MeetingDurationInput {
            with_thematic_part: meeting.arrangement(meeting.on).topic.is_some(),
            members: count(entries.len()),
            minutes: Some(told),
            longer: None,
        },
    )?;
    let mut roll = RollCounts::default();
    let mut longest = 0;
    for (member, presence) in entries {
        let state_count = match presence {
            Presence::PresentInPerson => &mut roll.present_in_person,
            Presence::PresentOnline => &mut roll.present_online,
            Presence::Excused => &mut roll.excused,
            Presence::Unexcused => &mut roll.unexcused,
            Presence::Exempted => &mut roll.exempted,
            Presence::Suspended => &mut roll.suspended,
            Presence::AwayTemporarily => &mut roll.away_temporarily,
        };
        *state_count += 1;
        let presences = state.presences(meeting.organization, *member, meeting.on);
        let row = streak(rules, &presences)?;
        longest = longest.max(row.value.longest);
    }
    let previous = state.meeting_before(meeting).and_then(|before| {
        let (done, planned) = state.resolution_done(before, meeting.on);
        (planned > 0).then_some(PreviousResolution { planned, done })
    });
    let input = MeetingScoreInput {
        minutes: told,
        minutes_required: u32::try_from(duration.value.required).unwrap_or(u32::MAX),
        roll,
        attendance_counting: None,
        longest_excused_streak: longest,
        speakers: state.speakers(meeting),
        present: count(entries.iter().filter(|(_, said)| is_present(*said)).count()),
        previous,
        without_previous: None,
        given: given.to_vec(),
    };
    let mut scored = meeting_score(rules, &input)?;
    scored.grounds.splice(0..0, duration.grounds);
    for policy in duration.policies {
        if !scored.policies.contains(&policy) {
            scored.policies.push(policy);
        }
    }
    scored.sureness = scored.sureness.max(duration.sureness);
    Ok(scored)
}

fn streak(
    rules: &Rules<'_>,
    presences: &[MeetingPresence],
) -> Result<Verdict<crate::meeting::ExcusedStreak>, HandbookError> {
    let presences = presences.iter().map(|line| line.presence).gather();
    excused_streak(
        rules,
        &ExcusedStreakInput {
            presences,
            counting: None,
        },
    )
}

impl View<'_> {
    /// The score of a meeting, where it has scored itself by the day; by the rules of the day of
    /// the meeting.
    pub(super) fn meeting_score(
        &self,
        meeting: &Meeting,
    ) -> Result<Option<Verdict<MeetingScore>>, HandbookError> {
        match given(meeting, self.date) {
            None => Ok(None),
            Some(given) => {
                let rules = self.rules.book().on(meeting.on)?;
                score(self.state, &rules, meeting, given).map(Some)
            }
        }
    }

    /// Absences of a cell's members in a year, with rows of excused ones and months missed
    /// without a reason: MTG-09, MTG-12. A plain member sees the own line alone.
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown cell or asker, or when no rule is known for the day.
    pub fn absences(
        &self,
        id: &OrganizationId,
        year: i32,
        asker: Option<&MemberId>,
    ) -> Result<AbsencesAnswer, HandbookError> {
        let cell = self.place(id)?;
        let sight = self.sight(asker, cell)?;
        let own = match asker {
            None => None,
            Some(asker) => Some(self.state.member_place("asker", asker)?),
        };
        let mut answer = AbsencesAnswer {
            sight,
            lines: Vec::new(),
            grounds: Vec::new(),
        };
        for (place, member) in self.state.residents(cell, self.date) {
            if sight != Sight::Everything && own != Some(place) {
                continue;
            }
            let presences = self.state.presences(cell, place, self.date);
            let row = streak(&self.rules, &presences)?;
            let of_year: Vec<MeetingPresence> = presences
                .into_iter()
                .filter(|line| line.on.year() == year)
                .gather();
            let times = |wanted: fn(Presence) -> bool| {
                count(of_year.iter().filter(|line| wanted(line.presence)).count())
            };
            let (meetings, attended) = (count(of_year.len()), times(is_present));
            let excused = times(|presence| presence == Presence::Excused);
            let unexcused = times(|presence| presence == Presence::Unexcused);
            let input = AbsentMonthsInput {
                year,
                meetings: of_year,
            };
            let months = absent_months(&self.rules, &input)?;
            if !row.value.within_limit {
                answer.grounds.extend(row.grounds);
            }
            if months.value.procedure_may_start {
                answer.grounds.extend(months.grounds);
            }
            answer.lines.push(AbsenceLine {
                member: member.id.clone(),
                meetings,
                attended,
                excused,
                unexcused,
                longest_excused_row: row.value.longest,
                current_excused_row: row.value.current,
                within_limit: row.value.within_limit,
                months_unexcused: months.value.months,
                procedure_may_start: months.value.procedure_may_start,
            });
        }
        Ok(answer)
    }
}
