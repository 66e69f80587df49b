//! The roll of one meeting (điểm danh), with who came late, left and came back.

use serde::{Deserialize, Serialize};

use super::attendance::expected_of;
use crate::calendar::TimeOfDay;
use crate::compact::{TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::handbook::{Presence, Standing};
use crate::identifier::MemberId;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{AbsenceCause, AttendanceCounting, PresenceCounting};
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};
use crate::vote::{VoteBaseInput, VotingBody, vote_base};

/// How somebody belongs to the cell that meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RollMembership {
    /// A full member (đảng viên chính thức).
    Full,
    /// A probationary member (đảng viên dự bị): speaks, does not vote. MTG-15, VOTE-06.
    Probationary,
    /// Temporarily here from another cell (sinh hoạt tạm thời): speaks, does not vote. MEM-43.
    Temporary,
}

/// Somebody on the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollMember {
    /// The member.
    pub id: MemberId,
    /// How the member belongs to the cell.
    pub membership: RollMembership,
    /// The standing in the cell that meets.
    pub standing: Standing,
}

/// Something that happened to one member's presence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum RollEvent {
    /// Came, or came back.
    Joined {
        /// The member.
        member: MemberId,
        /// When.
        at: TimeOfDay,
        /// By an online connection.
        online: bool,
    },
    /// Left, for good or for a while.
    Left {
        /// The member.
        member: MemberId,
        /// When.
        at: TimeOfDay,
    },
    /// Gave a reason for being absent, for the whole meeting or a part of it.
    Excused {
        /// The member.
        member: MemberId,
        /// The reason's code; no more is kept.
        cause: AbsenceCause,
    },
    /// Absent without a reason.
    Unexcused {
        /// The member.
        member: MemberId,
    },
}

/// The roll of one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollCallInput {
    /// When the meeting was opened.
    pub starts_at: TimeOfDay,
    /// When it was closed, or the time now; later on the same day.
    pub ends_at: TimeOfDay,
    /// When the roll was called; absent where that was at the opening.
    #[serde(default)]
    pub roll_at: Option<TimeOfDay>,
    /// The moment asked about; absent for the end.
    #[serde(default)]
    pub at: Option<TimeOfDay>,
    /// How long one must be there to count as present; absent for the policy in force.
    #[serde(default)]
    pub counting: Option<PresenceCounting>,
    /// Everyone on the roll, each once.
    pub members: Vec<RollMember>,
    /// What happened, in any order.
    #[serde(default)]
    pub events: Vec<RollEvent>,
}

/// A part of the meeting, from its first moment to the moment after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollSpan {
    /// The first moment.
    pub from: TimeOfDay,
    /// The moment after it, or the end of the meeting.
    pub to: TimeOfDay,
    /// By an online connection.
    pub online: bool,
}

/// One member's line of the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollLine {
    /// The member.
    pub member: MemberId,
    /// The member's state; absent where nobody has marked one yet.
    pub presence: Option<Presence>,
    /// The reason given, if one was.
    pub cause: Option<AbsenceCause>,
    /// When the member was there.
    pub spans: Vec<RollSpan>,
    /// Minutes there, in all.
    pub minutes: u32,
    /// Minutes between the opening and the first coming; absent for one who never came.
    pub late_minutes: Option<u32>,
    /// Minutes between the last leaving and the end; absent for one who never came.
    pub left_early_minutes: Option<u32>,
    /// There at the moment asked about.
    pub present_now: bool,
    /// Counts in the base of a vote at that moment. VOTE-01.
    pub in_base: bool,
    /// Has the right to vote at that moment, and is there.
    pub may_vote_now: bool,
}

/// How many of the cell's own members stand in each state; members from elsewhere stand apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollCounts {
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
    /// Exempted and absent.
    #[serde(default)]
    pub exempted: u32,
    /// Suspended.
    #[serde(default)]
    pub suspended: u32,
    /// Temporarily elsewhere and absent.
    #[serde(default)]
    pub away_temporarily: u32,
    /// Not marked yet.
    #[serde(default)]
    pub unmarked: u32,
    /// Members from elsewhere who count as present.
    #[serde(default)]
    pub temporary_present: u32,
}

impl RollCounts {
    /// Those present of the cell's own members.
    pub(super) fn present(&self) -> i64 {
        i64::from(self.present_in_person) + i64::from(self.present_online)
    }

    /// Those expected by a way of counting.
    pub(super) fn expected(&self, counting: AttendanceCounting) -> i64 {
        let always = self.present() + i64::from(self.excused) + i64::from(self.unexcused);
        expected_of(
            counting,
            always,
            self.exempted,
            self.suspended,
            self.away_temporarily,
        )
    }

    fn of(&mut self, presence: Option<Presence>) -> &mut u32 {
        match presence {
            Some(Presence::PresentInPerson) => &mut self.present_in_person,
            Some(Presence::PresentOnline) => &mut self.present_online,
            Some(Presence::Excused) => &mut self.excused,
            Some(Presence::Unexcused) => &mut self.unexcused,
            Some(Presence::Exempted) => &mut self.exempted,
            Some(Presence::Suspended) => &mut self.suspended,
            Some(Presence::AwayTemporarily) => &mut self.away_temporarily,
            None => &mut self.unmarked,
        }
    }
}

/// The quorum at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollQuorum {
    /// The moment.
    pub at: TimeOfDay,
    /// Those who count in the base of a vote then.
    pub base: u32,
    /// Those of them who are there.
    pub present: u32,
    /// Whether they are enough; absent where nobody counts.
    pub reached: Option<bool>,
}

/// A part of the meeting during which the quorum was not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuorumGap {
    /// The first moment.
    pub from: TimeOfDay,
    /// The moment after it, or the end of the meeting.
    pub to: TimeOfDay,
}

/// The roll of one meeting, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollCall {
    /// Everyone, in the order of the question.
    pub members: Vec<RollLine>,
    /// How many stand in each state.
    pub counts: RollCounts,
    /// The base of a vote and the quorum at the moment asked about.
    pub quorum: RollQuorum,
    /// When the quorum was not there.
    pub without_quorum: Vec<QuorumGap>,
}

/// One movement, for sorting: whose, when, leaving before coming.
struct Movement {
    place: usize,
    at: TimeOfDay,
    /// Whether online, for one who comes.
    comes: Option<bool>,
}

/// A change in those who count and those of them who are there.
struct Change {
    at: TimeOfDay,
    base: i32,
    present: i32,
}

fn refused(code: InputCode, member: &MemberId, limit: &str) -> HandbookError {
    InputError::new(code, "events", member)
        .with_limit(limit)
        .into()
}

/// Minutes from one time to a later one.
fn between(from: TimeOfDay, to: TimeOfDay) -> u32 {
    u32::from(to.minutes().saturating_sub(from.minutes()))
}

/// The roll of one meeting with its movements (điểm danh): MTG-11, MTG-13, MTG-15, VOTE-01,
/// VOTE-05, VOTE-06, MEM-43.
///
/// The same events in any order give the same answer. Whoever is there at a moment is there until
/// the minute of leaving, and at the end if nobody saw the member leave. How long one must have
/// been there to count as present is a named policy. One who is exempted or temporarily elsewhere
/// and comes counts as present, and in the base while there; one who is suspended counts in
/// neither; an excuse changes no base. One whom nobody has marked has no state. Members from
/// elsewhere stand apart from the counts.
///
/// The quorum is measured at every moment: those with the right to vote who are there, of the
/// base. Its share is local custom: no central clause was found.
///
/// ```
/// use handbook::calendar::TimeOfDay;
/// use handbook::handbook::Standing;
/// use handbook::meeting::{RollCallInput, RollEvent, RollMember, RollMembership, roll_call};
/// use handbook::{MemberId, RuleBook, date};
///
/// let at = |text| TimeOfDay::parse("at", text);
/// let member = |id| {
///     Ok::<_, handbook::InputError>(RollMember {
///         id: MemberId::new(id)?,
///         membership: RollMembership::Full,
///         standing: Standing::Active,
///     })
/// };
/// let joined = |id, text| {
///     let member = MemberId::new(id)?;
///     Ok::<_, handbook::InputError>(RollEvent::Joined { member, at: at(text)?, online: false })
/// };
/// let input = RollCallInput {
///     starts_at: at("19:30")?,
///     ends_at: at("21:00")?,
///     roll_at: None,
///     at: None,
///     counting: None,
///     members: vec![member("a")?, member("b")?, member("c")?],
///     events: vec![joined("b", "19:45")?, joined("a", "19:30")?],
/// };
/// let book = RuleBook::vietnam();
/// let roll = roll_call(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!((roll.counts.present_in_person, roll.counts.unmarked), (2, 1));
/// assert_eq!(roll.quorum.reached, Some(true));
/// assert_eq!(roll.without_quorum.len(), 1);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `endsAt` not after the start; `rollAt` or `at` outside the
/// meeting; `members[i].id` given twice; and `events`, with the member as value, for one who is
/// not on the roll, an event outside the meeting, leaving without having come, coming twice
/// without leaving, two reasons, or one marked as absent without a reason who counts as present;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn roll_call(
    rules: &Rules<'_>,
    input: &RollCallInput,
) -> Result<Verdict<RollCall>, HandbookError> {
    let (start, end) = (input.starts_at, input.ends_at);
    if end <= start {
        return Err(InputError::new(InputCode::Contradiction, "endsAt", end)
            .with_limit(format!("later than {start}"))
            .into());
    }
    let moment = |field: &str, time: Option<TimeOfDay>, otherwise: TimeOfDay| {
        let time = time.unwrap_or(otherwise);
        if time < start || time > end {
            return Err(InputError::new(InputCode::OutOfRange, field, time)
                .with_limit(format!("{start}..={end}")));
        }
        Ok(time)
    };
    let roll_at = moment("rollAt", input.roll_at, start)?;
    let now = moment("at", input.at, end)?;
    let policy = rules.get(parameter::PRESENCE_COUNTING)?;
    let counting = input.counting.unwrap_or(policy.value);
    let share = rules.get(parameter::MEETING_QUORUM)?;

    let mut lines = read(input)?;
    let mut counts = RollCounts::default();
    let mut group = VoteBaseInput {
        body: VotingBody::Meeting,
        full_members: 0,
        elsewhere_absent: 0,
        exempted_absent: 0,
        suspended: 0,
        excused_throughout: 0,
    };
    let (mut base, mut present) = (0_i32, 0_i32);
    let mut changes = Vec::new();
    let mut now_there = 0_u32;
    for (line, member) in lines.iter_mut().zip(&input.members) {
        let there = |moment: TimeOfDay| {
            let holds = |span: &RollSpan| {
                span.from <= moment && (moment < span.to || moment == end && span.to == end)
            };
            line.spans.iter().any(holds)
        };
        line.present_now = there(now);
        let counted = match counting {
            PresenceCounting::AnyTime => !line.spans.is_empty(),
            PresenceCounting::AtTheRoll => there(roll_at),
            PresenceCounting::MajorityOfDuration => 2 * line.minutes > between(start, end),
        };
        let unexcused = line.presence == Some(Presence::Unexcused);
        let came = || {
            if line.spans.iter().all(|span| span.online) {
                Presence::PresentOnline
            } else {
                Presence::PresentInPerson
            }
        };
        line.presence = match member.standing {
            Standing::Suspended => Some(Presence::Suspended),
            _ if counted && unexcused => {
                let limit = "not both present and unexcused";
                return Err(refused(InputCode::Contradiction, &member.id, limit));
            }
            _ if counted => Some(came()),
            Standing::Exempted => Some(Presence::Exempted),
            Standing::TemporarilyAway => Some(Presence::AwayTemporarily),
            Standing::Active if line.cause.is_some() => Some(Presence::Excused),
            Standing::Active => line.presence,
        };
        if member.membership == RollMembership::Temporary {
            counts.temporary_present +=
                u32::from(counted && member.standing != Standing::Suspended);
            continue;
        }
        *counts.of(line.presence) += 1;
        if member.membership != RollMembership::Full {
            continue;
        }
        group.full_members += 1;
        let only_while_there = match member.standing {
            Standing::Suspended => {
                group.suspended += 1;
                continue;
            }
            Standing::Exempted => {
                group.exempted_absent += u32::from(!line.present_now);
                true
            }
            Standing::TemporarilyAway => {
                group.elsewhere_absent += u32::from(!line.present_now);
                true
            }
            Standing::Active => false,
        };
        line.in_base = line.present_now || !only_while_there;
        line.may_vote_now = line.present_now;
        now_there += u32::from(line.present_now);
        base += i32::from(!only_while_there);
        for span in &line.spans {
            let mut change = |at, by| {
                changes.push(Change {
                    at,
                    base: if only_while_there { by } else { 0 },
                    present: by,
                });
            };
            change(span.from, 1);
            if span.to < end {
                change(span.to, -1);
            }
        }
    }

    let mut basis = Basis::default();
    basis.policy(&policy, counting.word());
    let voting = vote_base(rules, &group)?;
    basis.grounds.extend(voting.grounds);
    basis.policies.extend(voting.policies);
    let required = Quantity::share(share.value.numerator, share.value.denominator);
    let reached = (voting.value.base > 0).then(|| {
        basis.compare(
            &share,
            Quantity::share(now_there, voting.value.base),
            Comparison::AtLeast,
            required,
        )
    });

    sort_by(&mut changes, |left, right| left.at.cmp(&right.at));
    let mut without_quorum: Vec<QuorumGap> = Vec::new();
    let mut rest = changes.as_slice();
    let mut from = start;
    loop {
        while let [change, after @ ..] = rest {
            if change.at > from {
                break;
            }
            base += change.base;
            present += change.present;
            rest = after;
        }
        let to = rest.first().map_or(end, |change| change.at);
        let enough = base > 0
            && share
                .value
                .compare_share(present.into(), base.into())
                .is_ge();
        if !enough && from < to {
            match without_quorum.last_mut() {
                Some(gap) if gap.to == from => gap.to = to,
                _ => without_quorum.push(QuorumGap { from, to }),
            }
        }
        if rest.is_empty() {
            break;
        }
        from = to;
    }

    let quorum = RollQuorum {
        at: now,
        base: voting.value.base,
        present: now_there,
        reached,
    };
    let value = RollCall {
        members: lines,
        counts,
        quorum,
        without_quorum,
    };
    Ok(Verdict::new(value, basis))
}

/// Everyone's spans and reasons, whatever the order of the events.
fn read(input: &RollCallInput) -> Result<Vec<RollLine>, HandbookError> {
    let mut places = TextMap::new();
    let mut lines = Vec::with_capacity(input.members.len());
    for (place, member) in input.members.iter().enumerate() {
        if !places.insert(member.id.as_str(), place) {
            let field = format!("members[{place}].id");
            return Err(InputError::new(InputCode::Duplicate, field, &member.id).into());
        }
        lines.push(RollLine {
            member: member.id.clone(),
            presence: None,
            cause: None,
            spans: Vec::new(),
            minutes: 0,
            late_minutes: None,
            left_early_minutes: None,
            present_now: false,
            in_base: false,
            may_vote_now: false,
        });
    }
    let mut unknown: Option<&MemberId> = None;
    let mut movements = Vec::new();
    let mut twice: Option<usize> = None;
    for event in &input.events {
        let (member, movement) = match event {
            RollEvent::Joined { member, at, online } => (member, Some((*at, Some(*online)))),
            RollEvent::Left { member, at } => (member, Some((*at, None))),
            RollEvent::Excused { member, .. } | RollEvent::Unexcused { member } => (member, None),
        };
        let Some(place) = places.place(member.as_str()) else {
            unknown = Some(unknown.map_or(member, |known| known.min(member)));
            continue;
        };
        if let Some((at, comes)) = movement {
            movements.push(Movement { place, at, comes });
            continue;
        }
        if let Some(line) = lines.get_mut(place) {
            if line.cause.is_some() || line.presence.is_some() {
                twice = Some(twice.map_or(place, |known| known.min(place)));
            }
            match event {
                RollEvent::Excused { cause, .. } => line.cause = Some(*cause),
                _ => line.presence = Some(Presence::Unexcused),
            }
        }
    }
    if let Some(member) = unknown {
        return Err(refused(
            InputCode::UnknownId,
            member,
            "a member of the roll",
        ));
    }
    if let Some(line) = twice.and_then(|place| lines.get(place)) {
        return Err(refused(
            InputCode::Contradiction,
            &line.member,
            "excused or unexcused once",
        ));
    }
    sort_by(&mut movements, |left, right| {
        (left.place, left.at, left.comes).cmp(&(right.place, right.at, right.comes))
    });
    let mut here: Option<(usize, TimeOfDay, bool)> = None;
    for movement in &movements {
        let Movement { place, at, comes } = *movement;
        if let Some((before, from, online)) = here
            && before != place
        {
            stay(&mut lines, before, from, input.ends_at, online);
            here = None;
        }
        let Some(line) = lines.get(place) else {
            continue;
        };
        let last_came = comes.is_some() && at >= input.ends_at;
        if at < input.starts_at || at > input.ends_at || last_came {
            let value = format!("{} {at}", line.member);
            let limit = format!("{}..={}", input.starts_at, input.ends_at);
            let error = InputError::new(InputCode::OutOfRange, "events", value);
            return Err(error.with_limit(limit).into());
        }
        let contradiction = |limit: &str| {
            let value = format!("{} {at}", line.member);
            HandbookError::from(
                InputError::new(InputCode::Contradiction, "events", value).with_limit(limit),
            )
        };
        here = match (here, comes) {
            (None, Some(online)) => Some((place, at, online)),
            (Some((_, from, online)), None) if from < at => {
                stay(&mut lines, place, from, at, online);
                None
            }
            (Some(_), Some(_)) => return Err(contradiction("left before joining again")),
            (_, None) => return Err(contradiction("joined before leaving")),
        };
    }
    if let Some((place, from, online)) = here {
        stay(&mut lines, place, from, input.ends_at, online);
    }
    for line in &mut lines {
        let first = line.spans.first().map(|span| span.from);
        let last = line.spans.last().map(|span| span.to);
        line.late_minutes = first.map(|from| between(input.starts_at, from));
        line.left_early_minutes = last.map(|to| between(to, input.ends_at));
    }
    Ok(lines)
}

fn stay(lines: &mut [RollLine], place: usize, from: TimeOfDay, to: TimeOfDay, online: bool) {
    if let Some(line) = lines.get_mut(place) {
        line.minutes += between(from, to);
        line.spans.push(RollSpan { from, to, online });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn at(text: &str) -> Result<TimeOfDay, InputError> {
        TimeOfDay::parse("at", text)
    }

    fn member(
        id: &str,
        membership: RollMembership,
        standing: Standing,
    ) -> Result<RollMember, InputError> {
        Ok(RollMember {
            id: MemberId::new(id)?,
            membership,
            standing,
        })
    }

    fn joined(id: &str, time: &str) -> Result<RollEvent, InputError> {
        Ok(RollEvent::Joined {
            member: MemberId::new(id)?,
            at: at(time)?,
            online: false,
        })
    }

    fn left(id: &str, time: &str) -> Result<RollEvent, InputError> {
        Ok(RollEvent::Left {
            member: MemberId::new(id)?,
            at: at(time)?,
        })
    }

    fn cell(
        ids: &[(&str, RollMembership, Standing)],
        events: Vec<RollEvent>,
    ) -> Result<RollCallInput, InputError> {
        let members: Result<Vec<_>, _> = ids
            .iter()
            .map(|(id, membership, standing)| member(id, *membership, *standing))
            .collect();
        Ok(RollCallInput {
            starts_at: at("08:00")?,
            ends_at: at("10:00")?,
            roll_at: None,
            at: None,
            counting: None,
            members: members?,
            events,
        })
    }

    fn ask(input: &RollCallInput) -> Result<RollCall, HandbookError> {
        let book = RuleBook::vietnam();
        Ok(roll_call(&book.on(date(2025, 12, 31)?)?, input)?.value)
    }

    const THREE: [(&str, RollMembership, Standing); 3] = [
        ("a", RollMembership::Full, Standing::Active),
        ("b", RollMembership::Full, Standing::Active),
        ("c", RollMembership::Full, Standing::Active),
    ];

    #[test]
    fn minutes_lateness_and_leaving() -> Result<(), HandbookError> {
        let events = vec![
            left("a", "09:40")?,
            joined("a", "09:00")?,
            left("a", "08:40")?,
            joined("a", "08:10")?,
        ];
        let roll = ask(&cell(&THREE, events)?)?;
        let line = roll.members.first();
        assert_eq!(line.map(|line| line.minutes), Some(70));
        assert_eq!(line.and_then(|line| line.late_minutes), Some(10));
        assert_eq!(line.and_then(|line| line.left_early_minutes), Some(20));
        assert_eq!(line.map(|line| line.spans.len()), Some(2));
        assert_eq!(line.map(|line| line.present_now), Some(false));
        assert_eq!(roll.counts.present_in_person, 1);
        Ok(())
    }

    #[test]
    fn the_quorum_comes_and_goes() -> Result<(), HandbookError> {
        let events = vec![
            joined("a", "08:00")?,
            joined("b", "08:15")?,
            left("b", "09:30")?,
            joined("c", "09:30")?,
            left("c", "09:50")?,
        ];
        let roll = ask(&cell(&THREE, events)?)?;
        let gaps: Vec<_> = roll
            .without_quorum
            .iter()
            .map(|gap| (gap.from.to_string(), gap.to.to_string()))
            .collect();
        let gap = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(gaps, [gap("08:00", "08:15"), gap("09:50", "10:00")]);
        assert_eq!(roll.quorum.reached, Some(false));
        Ok(())
    }

    #[test]
    fn the_exempted_count_while_they_are_there() -> Result<(), HandbookError> {
        let ids = [
            ("a", RollMembership::Full, Standing::Active),
            ("b", RollMembership::Full, Standing::Exempted),
            ("c", RollMembership::Full, Standing::Suspended),
            ("d", RollMembership::Probationary, Standing::Active),
            ("e", RollMembership::Temporary, Standing::Active),
        ];
        let events: Result<Vec<_>, _> = ["a", "b", "c", "d", "e"]
            .map(|id| joined(id, "08:00"))
            .into_iter()
            .collect();
        let mut events = events?;
        events.push(left("b", "09:00")?);
        let mut input = cell(&ids, events)?;
        let at_the_end = ask(&input)?;
        assert_eq!((at_the_end.quorum.base, at_the_end.quorum.present), (1, 1));
        input.at = Some(at("08:59")?);
        let before = ask(&input)?;
        assert_eq!((before.quorum.base, before.quorum.present), (2, 2));
        let votes: Vec<_> = before
            .members
            .iter()
            .map(|line| line.may_vote_now)
            .collect();
        assert_eq!(votes, [true, true, false, false, false]);
        assert_eq!(before.counts.present_in_person, 3);
        assert_eq!(
            (before.counts.suspended, before.counts.temporary_present),
            (1, 1)
        );
        Ok(())
    }

    #[test]
    fn how_long_is_present_is_a_policy() -> Result<(), HandbookError> {
        let of = |counting| -> Result<_, HandbookError> {
            let events = vec![
                joined("a", "08:50")?,
                joined("b", "09:30")?,
                joined("c", "08:00")?,
                left("c", "08:20")?,
            ];
            let mut input = cell(&THREE, events)?;
            input.counting = Some(counting);
            Ok(ask(&input)?
                .members
                .iter()
                .map(|line| line.presence.is_some())
                .collect::<Vec<_>>())
        };
        assert_eq!(of(PresenceCounting::AnyTime)?, [true, true, true]);
        assert_eq!(of(PresenceCounting::AtTheRoll)?, [false, false, true]);
        assert_eq!(
            of(PresenceCounting::MajorityOfDuration)?,
            [true, false, false]
        );
        Ok(())
    }

    #[test]
    fn contradictions_name_the_member() -> Result<(), HandbookError> {
        let told = |events| -> Result<String, HandbookError> {
            Ok(match ask(&cell(&THREE, events)?) {
                Err(HandbookError::Input(error)) => {
                    format!("{} {}", error.code.as_str(), error.value)
                }
                other => format!("{other:?}"),
            })
        };
        assert_eq!(told(vec![left("b", "08:10")?])?, "contradiction b 08:10");
        assert_eq!(
            told(vec![joined("b", "08:10")?, joined("b", "08:20")?])?,
            "contradiction b 08:20"
        );
        assert_eq!(
            told(vec![joined("b", "08:20")?, left("b", "08:10")?])?,
            "contradiction b 08:10"
        );
        assert_eq!(told(vec![joined("b", "07:59")?])?, "outOfRange b 07:59");
        assert_eq!(told(vec![joined("b", "10:00")?])?, "outOfRange b 10:00");
        assert_eq!(told(vec![joined("x", "09:00")?])?, "unknownId x");
        let unexcused = RollEvent::Unexcused {
            member: MemberId::new("c")?,
        };
        assert_eq!(
            told(vec![joined("c", "09:00")?, unexcused.clone()])?,
            "contradiction c"
        );
        assert_eq!(told(vec![unexcused.clone(), unexcused])?, "contradiction c");
        Ok(())
    }
}
