//! What the record knows: a fold of its events.

use chrono::NaiveDate;

use super::act::Closing;
use super::command::{
    EndReason, Manner, MeetingKind, Post, Presence, RollEntry, Sector, Sex, Standing,
};
use super::evaluations::Evaluations;
use super::event::Fact;
use super::history::History;
use super::matters::{Inspection, Matter};
use super::meetings::{MINUTES_MOST, MeetingActed};
use super::targets::PlannedTarget;
use super::tasks::Task;
use crate::check::not_before;
use crate::compact::{Gather, TextMap, sort_by};
use crate::document::DocumentIndex;
use crate::error::{InputCode, InputError};
use crate::evaluation::{LevelFacts, RatedSubject};
use crate::identifier::{MeetingId, MemberId, OrganizationId, ProjectId, TargetId};
use crate::organization::structure::{Beginning, OrganizationState, Structure};
use crate::work::TargetResult;

/// Place of an organization, member, meeting … in its table.
pub(crate) type Place = usize;

/// What is recorded of a rated year.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RatedYear {
    year: i32,
    facts: LevelFacts,
    /// The group of similar tasks, where the body that rates named one.
    peers: Option<String>,
    /// The unit led by one who is rated as a leader.
    led: Option<Place>,
}

/// The rated years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Ratings(Vec<RatedYear>);

impl Ratings {
    fn of(&self, year: i32) -> Option<&RatedYear> {
        self.0.iter().find(|known| known.year == year)
    }

    pub(crate) fn get(&self, year: i32) -> Option<&LevelFacts> {
        Some(&self.of(year)?.facts)
    }

    pub(crate) fn peers(&self, year: i32) -> Option<&str> {
        self.of(year)?.peers.as_deref()
    }

    pub(crate) fn led(&self, year: i32) -> Option<Place> {
        self.of(year)?.led
    }

    /// Takes a year in; `of` is whose it is, with the field that names it.
    #[inline(never)]
    fn insert(
        &mut self,
        of: (&str, &str),
        year: i32,
        facts: &LevelFacts,
        peers: &Option<String>,
        led: Option<Place>,
    ) -> Result<(), InputError> {
        if let Some(peers) = peers {
            check_name("peerGroup", peers)?;
        }
        if self.of(year).is_some() {
            return Err(duplicate(of.0, of.1));
        }
        self.0.push(RatedYear {
            year,
            facts: facts.clone(),
            peers: peers.clone(),
            led,
        });
        Ok(())
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Organization {
    pub(crate) id: OrganizationId,
    pub(crate) sector: Sector,
    pub(crate) village: bool,
    pub(crate) purpose: Option<String>,
    pub(crate) decision: Option<String>,
    pub(crate) terms: Vec<Term>,
    /// How it ended, where a decision of the record ended it.
    pub(crate) closing: Option<Closing>,
    /// The decision that ended it.
    pub(crate) closing_decision: Option<String>,
    /// The day its files and seal were collected.
    pub(crate) settled_on: Option<NaiveDate>,
    /// Everyone who ever had a home here.
    pub(crate) residents: Vec<Place>,
    pub(crate) posts: Vec<PostHeld>,
    pub(crate) meetings: Vec<Place>,
    pub(crate) targets: Vec<Place>,
    pub(crate) projects: Vec<Place>,
    pub(crate) ratings: Ratings,
    pub(crate) evaluations: Evaluations,
}

/// A term of an organization's committee (nhiệm kỳ).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) number: u32,
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PostHeld {
    pub(crate) member: Place,
    pub(crate) post: Post,
    pub(crate) manner: Option<Manner>,
    pub(crate) from: NaiveDate,
    pub(crate) to: Option<NaiveDate>,
}

impl PostHeld {
    pub(crate) fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StandingSpan {
    pub(crate) standing: Standing,
    pub(crate) from: NaiveDate,
    pub(crate) to: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Adoption {
    pub(crate) on: NaiveDate,
    pub(crate) installed: bool,
    pub(crate) logged_in: bool,
    pub(crate) used: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) id: MemberId,
    pub(crate) name: String,
    pub(crate) sex: Sex,
    pub(crate) born_on: NaiveDate,
    pub(crate) entered_on: NaiveDate,
    pub(crate) decision_on: Option<NaiveDate>,
    pub(crate) admitted_on: NaiveDate,
    pub(crate) recognized_on: Option<NaiveDate>,
    pub(crate) sector: Sector,
    pub(crate) religious: Option<bool>,
    pub(crate) admitted_here: bool,
    pub(crate) homes: History<Place>,
    pub(crate) standings: Vec<StandingSpan>,
    pub(crate) ended: Option<(NaiveDate, EndReason)>,
    pub(crate) adoption: Vec<Adoption>,
    pub(crate) ratings: Ratings,
    pub(crate) evaluations: Evaluations,
}

impl Organization {
    pub(super) fn new(
        id: OrganizationId,
        sector: Sector,
        village: bool,
        purpose: Option<String>,
        decision: Option<String>,
    ) -> Self {
        Self {
            id,
            sector,
            village,
            purpose,
            decision,
            terms: Vec::new(),
            closing: None,
            closing_decision: None,
            settled_on: None,
            residents: Vec::new(),
            posts: Vec::new(),
            meetings: Vec::new(),
            targets: Vec::new(),
            projects: Vec::new(),
            ratings: Ratings::default(),
            evaluations: Evaluations::default(),
        }
    }

    /// The last term that has started by a day.
    pub(crate) fn term(&self, date: NaiveDate) -> Option<&Term> {
        self.terms.iter().rev().find(|term| term.from <= date)
    }
}

impl Member {
    /// The cell on a day, while the membership lasts.
    pub(crate) fn home(&self, date: NaiveDate) -> Option<Place> {
        if self.ended.is_some_and(|(end, _)| end <= date) {
            return None;
        }
        self.homes.on(date).copied()
    }

    pub(crate) fn is_full(&self, date: NaiveDate) -> bool {
        self.recognized_on.is_some_and(|from| from <= date)
    }

    pub(crate) fn standing(&self, date: NaiveDate) -> Standing {
        self.standings
            .iter()
            .rev()
            .find(|span| span.from <= date && span.to.is_none_or(|to| date <= to))
            .map_or(Standing::Active, |span| span.standing)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) id: MeetingId,
    pub(crate) organization: Place,
    pub(crate) kind: MeetingKind,
    /// The day for which it was first announced.
    pub(crate) announced_on: NaiveDate,
    /// The day it is on now.
    pub(crate) on: NaiveDate,
    pub(crate) minutes: Option<u32>,
    pub(crate) roll: Option<Vec<(Place, Presence)>>,
    pub(crate) cancelled: bool,
    /// What was done about it, in the order in which it was recorded.
    pub(crate) acts: Vec<MeetingActed>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) id: TargetId,
    pub(crate) organization: Place,
    pub(crate) year: i32,
    pub(crate) indicator: String,
    pub(crate) planned: u32,
    /// Results by the day they were known.
    pub(crate) results: Vec<(NaiveDate, u32)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Project {
    pub(crate) id: ProjectId,
    pub(crate) organization: Place,
    pub(crate) name: String,
    pub(crate) bid_on: NaiveDate,
    pub(crate) package_value: i64,
    pub(crate) contract_value: i64,
    pub(crate) quality_met: bool,
    pub(crate) completed_early_days: u32,
}

/// The tables behind the record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) structure: Structure,
    /// The decision behind each link of the structure, in the same order.
    pub(crate) link_decisions: Vec<String>,
    pub(crate) organizations: Vec<Organization>,
    pub(crate) members: Vec<Member>,
    pub(crate) meetings: Vec<Meeting>,
    pub(crate) documents: DocumentIndex,
    pub(crate) tasks: Vec<Task>,
    pub(crate) plans: Vec<PlannedTarget>,
    pub(crate) matters: Vec<Matter>,
    pub(crate) inspections: Vec<Inspection>,
    pub(crate) targets: Vec<Target>,
    pub(crate) projects: Vec<Project>,
    pub(super) member_places: TextMap,
    meeting_places: TextMap,
    pub(super) contribution_places: TextMap,
    pub(super) task_places: TextMap,
    pub(super) plan_places: TextMap,
    pub(super) matter_places: TextMap,
    pub(super) inspection_places: TextMap,
    target_places: TextMap,
    project_places: TextMap,
}

pub(super) fn unknown(field: &str, id: impl std::fmt::Display) -> InputError {
    InputError::new(InputCode::UnknownId, field, id)
}

pub(super) fn duplicate(field: &str, id: impl std::fmt::Display) -> InputError {
    InputError::new(InputCode::Duplicate, field, id)
}

pub(super) fn contradiction(field: &str, value: impl std::fmt::Display, limit: &str) -> InputError {
    InputError::new(InputCode::Contradiction, field, value).with_limit(limit)
}

/// Longest name, in bytes.
const NAME_MAX_BYTES: usize = 300;

/// Longest text, in bytes.
const TEXT_MAX_BYTES: usize = 100_000;

/// A name that can be stored and shown: not empty, not huge, no control characters, composed.
pub(crate) fn check_name(field: &str, name: &str) -> Result<(), InputError> {
    check_letters(field, name, NAME_MAX_BYTES, char::is_control)
}

/// A text of several lines that can be stored and shown.
pub(crate) fn check_text(field: &str, text: &str) -> Result<(), InputError> {
    let breaks = |letter| matches!(letter, '\n' | '\t');
    check_letters(field, text, TEXT_MAX_BYTES, |letter| {
        letter.is_control() && !breaks(letter)
    })
}

fn check_letters(
    field: &str,
    text: &str,
    most: usize,
    forbidden: impl Fn(char) -> bool,
) -> Result<(), InputError> {
    if text.trim().is_empty() {
        return Err(InputError::new(InputCode::Empty, field, text));
    }
    if text.len() > most {
        return Err(
            InputError::new(InputCode::TooLong, field, text).with_limit(format!("{most} bytes"))
        );
    }
    if text
        .chars()
        .any(|letter| ('\u{300}'..='\u{36f}').contains(&letter))
    {
        return Err(InputError::new(InputCode::DecomposedText, field, text));
    }
    if text.chars().any(forbidden) {
        return Err(InputError::new(InputCode::NotAnIdentifier, field, text));
    }
    Ok(())
}

impl State {
    pub(crate) fn organization_place(
        &self,
        field: &str,
        id: &OrganizationId,
    ) -> Result<Place, InputError> {
        self.structure
            .place(id.as_str())
            .ok_or_else(|| unknown(field, id))
    }

    pub(crate) fn member_place(&self, field: &str, id: &MemberId) -> Result<Place, InputError> {
        self.member_places
            .place(id.as_str())
            .ok_or_else(|| unknown(field, id))
    }

    pub(crate) fn meeting_place(&self, field: &str, id: &MeetingId) -> Result<Place, InputError> {
        self.meeting_places
            .place(id.as_str())
            .ok_or_else(|| unknown(field, id))
    }

    pub(crate) fn target_place(&self, field: &str, id: &TargetId) -> Result<Place, InputError> {
        self.target_places
            .place(id.as_str())
            .ok_or_else(|| unknown(field, id))
    }

    pub(crate) fn has_organization(&self, id: &OrganizationId) -> bool {
        self.structure.place(id.as_str()).is_some()
    }

    pub(crate) fn has_member(&self, id: &MemberId) -> bool {
        self.member_places.contains(id.as_str())
    }

    /// An organization by its place; places come from this state alone.
    #[expect(
        clippy::indexing_slicing,
        reason = "a place is only ever made by this state"
    )]
    pub(crate) fn organization(&self, place: Place) -> &Organization {
        &self.organizations[place]
    }

    /// A member by its place.
    #[expect(
        clippy::indexing_slicing,
        reason = "a place is only ever made by this state"
    )]
    pub(crate) fn member(&self, place: Place) -> &Member {
        &self.members[place]
    }

    /// A meeting by its place.
    #[expect(
        clippy::indexing_slicing,
        reason = "a place is only ever made by this state"
    )]
    pub(crate) fn meeting(&self, place: Place) -> &Meeting {
        &self.meetings[place]
    }

    /// Members whose home is this cell on a day, in the order they came.
    pub(crate) fn residents(
        &self,
        organization: Place,
        date: NaiveDate,
    ) -> impl Iterator<Item = (Place, &Member)> {
        self.organization(organization)
            .residents
            .iter()
            .map(|place| (*place, self.member(*place)))
            .filter(move |(_, member)| member.home(date) == Some(organization))
    }

    /// What an organization is on a day, or was last where it is not there.
    pub(crate) fn told(&self, place: Place, date: NaiveDate) -> Option<OrganizationState<'_>> {
        self.structure
            .on(place, date)
            .or_else(|| self.structure.last(place))
    }

    /// An organization must be there from a day on, without an end: members live in it.
    fn open_from(&self, field: &str, place: Place, on: NaiveDate) -> Result<(), InputError> {
        self.lives(field, place, on)?;
        match self.structure.ended(place) {
            Some(end) => Err(
                InputError::new(InputCode::DateOrder, field, on).with_limit(format!(
                    "an organization that goes on; this one ends on {end}"
                )),
            ),
            None => Ok(()),
        }
    }

    /// An organization must be there on a day.
    pub(super) fn lives(&self, field: &str, place: Place, on: NaiveDate) -> Result<(), InputError> {
        if self.structure.lives(place, on) {
            return Ok(());
        }
        let error = InputError::new(InputCode::DateOrder, field, on);
        Err(match self.structure.ended(place) {
            Some(end) if end <= on => error.with_limit(format!("before {end}, its end")),
            _ => error,
        })
    }

    /// Takes a fact in. Checks everything before it changes anything.
    pub(crate) fn apply(&mut self, fact: &Fact) -> Result<(), InputError> {
        match *fact {
            Fact::OrganizationEntered {
                ref id,
                ref kind,
                ref parent,
                ref name,
                ref code,
                sector,
                village,
                ref purpose,
                on,
                ref decision,
            } => {
                if self.has_organization(id) {
                    return Err(duplicate("id", id));
                }
                check_name("name", name)?;
                if let Some(code) = code {
                    check_name("code", code)?;
                }
                if let Some(decision) = decision {
                    check_name("decision", decision)?;
                }
                if let Some(purpose) = purpose {
                    check_name("purpose", purpose)?;
                }
                let parent = match parent {
                    None => None,
                    Some(parent) => Some(self.organization_place("parent", parent)?),
                };
                self.structure.begin(&Beginning {
                    id,
                    kind,
                    name,
                    code: code.as_deref(),
                    parent,
                    on,
                })?;
                self.organizations.push(Organization::new(
                    id.clone(),
                    sector,
                    village,
                    purpose.clone(),
                    decision.clone(),
                ));
            }
            Fact::PostTaken {
                ref organization,
                ref member,
                post,
                from,
                to,
                manner,
            } => {
                let member = self.member_place("member", member)?;
                let place = self.organization_place("organization", organization)?;
                if to.is_some_and(|to| to < from) {
                    return Err(InputError::new(InputCode::DateOrder, "from", from));
                }
                self.lives("from", place, from)?;
                let held = PostHeld {
                    member,
                    post,
                    manner,
                    from,
                    to,
                };
                let twice = self.organization(place).posts.iter().any(|known| {
                    known.member == member
                        && known.post == post
                        && (known.covers(from) || held.covers(known.from))
                });
                if twice {
                    return Err(duplicate("post", organization));
                }
                if let Some(organization) = self.organizations.get_mut(place) {
                    organization.posts.push(held);
                }
            }
            Fact::TermSet {
                ref organization,
                number,
                from,
                to,
            } => {
                let place = self.organization_place("organization", organization)?;
                // An organization that was there before the record may be within a term.
                let began = self.structure.began(place).unwrap_or(from);
                let older = self.organization(place).decision.is_none() && from < began;
                self.lives("from", place, if older { began } else { from })?;
                if to < from || to < began {
                    return Err(InputError::new(InputCode::DateOrder, "to", to));
                }
                let Some(known) = self.organizations.get_mut(place) else {
                    return Err(unknown("organization", organization));
                };
                // Terms follow one another: the last one ends where the new one starts.
                if let Some(last) = known.terms.last() {
                    if from <= last.from {
                        return Err(InputError::new(InputCode::DateOrder, "from", from)
                            .with_limit(format!("after {}", last.from)));
                    }
                    if number <= last.number {
                        return Err(InputError::new(InputCode::OutOfRange, "number", number)
                            .with_limit(format!("{} or more", last.number.saturating_add(1))));
                    }
                }
                known.terms.push(Term { number, from, to });
            }
            Fact::ClosureSettled {
                ref organization,
                on,
            } => {
                let place = self.organization_place("organization", organization)?;
                let ended = self.structure.ended(place);
                if ended.is_none_or(|ended| on < ended) {
                    return Err(InputError::new(InputCode::DateOrder, "on", on)
                        .with_limit("the organization's end or later"));
                }
                let Some(known) = self.organizations.get_mut(place) else {
                    return Err(unknown("organization", organization));
                };
                if known.settled_on.is_some() {
                    return Err(duplicate("organization", organization));
                }
                known.settled_on = Some(on);
            }
            Fact::Reorganized {
                ref decision,
                signed_on,
                ref decided_by,
                on,
                ref acts,
            } => {
                check_name("decision", decision)?;
                if let Some(body) = decided_by {
                    self.organization_place("decidedBy", body)?;
                }
                not_before("on", on, signed_on)?;
                self.reorganize(decision, on, acts)?;
            }
            Fact::PostLeft {
                ref organization,
                ref member,
                post,
                on,
            } => {
                let member = self.member_place("member", member)?;
                let place = self.organization_place("organization", organization)?;
                let held = self.organizations.get_mut(place).and_then(|organization| {
                    organization
                        .posts
                        .iter_mut()
                        .find(|held| held.member == member && held.post == post && held.covers(on))
                });
                match held {
                    Some(held) => held.to = Some(on),
                    None => return Err(unknown("post", organization)),
                }
            }
            Fact::MemberEntered {
                ref id,
                ref name,
                sex,
                born_on,
                ref cell,
                on,
                decision_on,
                admitted_on,
                recognized_on,
                sector,
                religious,
                admitted_here,
            } => {
                if self.has_member(id) {
                    return Err(duplicate("id", id));
                }
                check_name("name", name)?;
                let home = self.organization_place("cell", cell)?;
                self.open_from("on", home, on)?;
                if admitted_on <= born_on || on < admitted_on {
                    return Err(InputError::new(
                        InputCode::DateOrder,
                        "admittedOn",
                        admitted_on,
                    ));
                }
                if let Some(full) = recognized_on.filter(|full| *full < admitted_on) {
                    return Err(InputError::new(InputCode::DateOrder, "recognizedOn", full));
                }
                if let Some(signed) = decision_on.filter(|signed| *signed > admitted_on) {
                    return Err(InputError::new(InputCode::DateOrder, "decisionOn", signed));
                }
                let place = self.members.len();
                // Nobody new stands in the list yet: it need not be searched.
                if let Some(organization) = self.organizations.get_mut(home) {
                    organization.residents.push(place);
                }
                self.member_places.insert(id.as_str(), place);
                self.members.push(Member {
                    id: id.clone(),
                    name: name.clone(),
                    sex,
                    born_on,
                    entered_on: on,
                    decision_on,
                    admitted_on,
                    recognized_on,
                    sector,
                    religious,
                    admitted_here,
                    homes: History::starting(on, home),
                    standings: Vec::new(),
                    ended: None,
                    adoption: Vec::new(),
                    ratings: Ratings::default(),
                    evaluations: Evaluations::default(),
                });
            }
            Fact::MemberRecognized {
                ref member,
                from,
                considered_on: _,
            } => {
                let place = self.member_place("member", member)?;
                let Some(known) = self.members.get_mut(place) else {
                    return Err(unknown("member", member));
                };
                if known.recognized_on.is_some() {
                    return Err(duplicate("member", member));
                }
                if from < known.admitted_on {
                    return Err(InputError::new(InputCode::DateOrder, "from", from));
                }
                known.recognized_on = Some(from);
            }
            Fact::MemberMoved {
                ref member,
                ref to,
                on,
            } => {
                let place = self.member_place("member", member)?;
                let home = self.organization_place("to", to)?;
                self.open_from("on", home, on)?;
                if self.member(place).home(on).is_none() {
                    return Err(InputError::new(InputCode::DateOrder, "on", on));
                }
                if self
                    .member(place)
                    .homes
                    .last_change()
                    .is_some_and(|last| on < last)
                {
                    return Err(InputError::new(InputCode::DateOrder, "on", on));
                }
                self.settle(place, home);
                if let Some(known) = self.members.get_mut(place) {
                    known.homes.change(on, home);
                }
            }
            Fact::StandingChanged {
                ref member,
                standing,
                from,
                to,
            } => {
                let place = self.member_place("member", member)?;
                if to.is_some_and(|to| to < from) || self.member(place).home(from).is_none() {
                    return Err(InputError::new(InputCode::DateOrder, "from", from));
                }
                if let Some(known) = self.members.get_mut(place) {
                    known.standings.push(StandingSpan { standing, from, to });
                }
            }
            Fact::MembershipEnded {
                ref member,
                on,
                reason,
            } => {
                let place = self.member_place("member", member)?;
                let Some(known) = self.members.get_mut(place) else {
                    return Err(unknown("member", member));
                };
                if known.ended.is_some() {
                    return Err(duplicate("member", member));
                }
                if on <= known.entered_on {
                    return Err(InputError::new(InputCode::DateOrder, "on", on));
                }
                known.ended = Some((on, reason));
            }
            Fact::MeetingScheduled {
                ref id,
                ref organization,
                kind,
                on,
                minutes,
            } => {
                if self.meeting_places.contains(id.as_str()) {
                    return Err(duplicate("id", id));
                }
                let owner = self.organization_place("organization", organization)?;
                self.lives("on", owner, on)?;
                if let Some(long) = minutes.filter(|minutes| *minutes > MINUTES_MOST) {
                    return Err(InputError::new(InputCode::OutOfRange, "minutes", long)
                        .with_limit("0..=10080"));
                }
                let place = self.meetings.len();
                if let Some(organization) = self.organizations.get_mut(owner) {
                    organization.meetings.push(place);
                }
                self.meeting_places.insert(id.as_str(), place);
                self.meetings.push(Meeting {
                    id: id.clone(),
                    organization: owner,
                    kind,
                    announced_on: on,
                    on,
                    minutes,
                    roll: None,
                    cancelled: false,
                    acts: Vec::new(),
                });
            }
            Fact::RollCalled {
                ref meeting,
                ref entries,
            } => {
                let place = self.meeting_place("meeting", meeting)?;
                let known = self.meeting(place);
                if known.roll.is_some() {
                    return Err(duplicate("meeting", meeting));
                }
                if known.cancelled {
                    return Err(
                        InputError::new(InputCode::Contradiction, "meeting", meeting)
                            .with_limit("a meeting that is not called off"),
                    );
                }
                let roll = self.check_roll(known, entries)?;
                if let Some(known) = self.meetings.get_mut(place) {
                    known.roll = Some(roll);
                }
            }
            Fact::MeetingActed {
                ref meeting,
                on,
                ref by,
                ref act,
            } => self.act_on_meeting(meeting, on, by.as_ref(), act)?,
            Fact::TaskActed {
                ref task,
                on,
                ref by,
                ref act,
            } => {
                self.act_on_task(task, on, by.as_ref(), act)?;
            }
            Fact::MatterActed {
                ref matter,
                on,
                ref by,
                ref act,
            } => self.act_on_matter(matter, on, by.as_ref(), act)?,
            Fact::InspectionActed {
                ref inspection,
                on,
                ref by,
                ref act,
            } => self.act_on_inspection(inspection, on, by.as_ref(), act)?,
            Fact::EvaluationActed {
                year,
                ref subject,
                on,
                ref by,
                ref act,
            } => self.act_on_evaluation(year, subject, on, by.as_ref(), act)?,
            Fact::DocumentEntered { ref document } => self.documents.add(document.clone())?,
            Fact::TargetSet {
                ref id,
                ref organization,
                year,
                ref indicator,
                planned,
            } => {
                if self.target_places.contains(id.as_str())
                    || self.plan_places.contains(id.as_str())
                {
                    return Err(duplicate("id", id));
                }
                let owner = self.organization_place("organization", organization)?;
                check_name("indicator", indicator)?;
                if planned == 0 {
                    return Err(InputError::new(InputCode::OutOfRange, "planned", planned)
                        .with_limit("1 or more"));
                }
                let place = self.targets.len();
                if let Some(organization) = self.organizations.get_mut(owner) {
                    organization.targets.push(place);
                }
                self.target_places.insert(id.as_str(), place);
                self.targets.push(Target {
                    id: id.clone(),
                    organization: owner,
                    year,
                    indicator: indicator.clone(),
                    planned,
                    results: Vec::new(),
                });
            }
            Fact::TargetPlanned {
                ref id,
                ref organization,
                year,
                ref indicator,
                plan,
                direction,
                reading,
            } => self.plan_target(
                organization,
                PlannedTarget {
                    id: id.clone(),
                    organization: 0,
                    year,
                    indicator: indicator.clone(),
                    plan,
                    direction,
                    reading,
                    results: Vec::new(),
                },
            )?,
            Fact::TargetReported {
                ref target,
                on,
                amount,
            } => {
                self.report_target(target, TargetResult { on, amount })?;
            }
            Fact::ResultRecorded {
                ref target,
                on,
                achieved,
            } => {
                let place = self.target_place("target", target)?;
                let Some(known) = self.targets.get_mut(place) else {
                    return Err(unknown("target", target));
                };
                let at = known.results.partition_point(|(day, _)| *day <= on);
                known.results.insert(at, (on, achieved));
            }
            Fact::OrganizationRated {
                ref organization,
                year,
                ref facts,
                ref peer_group,
            } => {
                let place = self.organization_place("organization", organization)?;
                if let Some(known) = self.organizations.get_mut(place) {
                    let of = ("organization", organization.as_str());
                    known.ratings.insert(of, year, facts, peer_group, None)?;
                }
            }
            Fact::MemberRated {
                ref member,
                year,
                ref facts,
                ref peer_group,
                ref unit_led,
            } => {
                let led = match unit_led {
                    Some(unit) if facts.subject != RatedSubject::Leader => {
                        let limit = "one who is rated as a leader";
                        return Err(contradiction("unitLed", unit, limit));
                    }
                    Some(unit) => Some(self.organization_place("unitLed", unit)?),
                    None => None,
                };
                let place = self.member_place("member", member)?;
                if let Some(known) = self.members.get_mut(place) {
                    let of = ("member", member.as_str());
                    known.ratings.insert(of, year, facts, peer_group, led)?;
                }
            }
            Fact::AdoptionRecorded {
                ref member,
                on,
                installed,
                logged_in,
                used,
            } => {
                let place = self.member_place("member", member)?;
                if used && !logged_in || logged_in && !installed {
                    return Err(InputError::new(InputCode::Contradiction, "used", used)
                        .with_limit("used needs loggedIn, loggedIn needs installed"));
                }
                if let Some(known) = self.members.get_mut(place) {
                    let at = known.adoption.partition_point(|earlier| earlier.on <= on);
                    known.adoption.insert(
                        at,
                        Adoption {
                            on,
                            installed,
                            logged_in,
                            used,
                        },
                    );
                }
            }
            Fact::ProjectRecorded {
                ref id,
                ref organization,
                ref name,
                bid_on,
                package_value,
                contract_value,
                quality_met,
                completed_early_days,
            } => {
                if self.project_places.contains(id.as_str()) {
                    return Err(duplicate("id", id));
                }
                let owner = self.organization_place("organization", organization)?;
                self.lives("bidOn", owner, bid_on)?;
                check_name("name", name)?;
                let place = self.projects.len();
                if let Some(organization) = self.organizations.get_mut(owner) {
                    organization.projects.push(place);
                }
                self.project_places.insert(id.as_str(), place);
                self.projects.push(Project {
                    id: id.clone(),
                    organization: owner,
                    name: name.clone(),
                    bid_on,
                    package_value,
                    contract_value,
                    quality_met,
                    completed_early_days,
                });
            }
        }
        Ok(())
    }

    pub(super) fn settle(&mut self, member: Place, home: Place) {
        if let Some(organization) = self.organizations.get_mut(home)
            && !organization.residents.contains(&member)
        {
            organization.residents.push(member);
        }
    }

    /// A roll-call names every member of the meeting's circle exactly once and nobody else.
    fn check_roll(
        &self,
        meeting: &Meeting,
        entries: &[RollEntry],
    ) -> Result<Vec<(Place, Presence)>, InputError> {
        let expected = self.circle(meeting);
        let mut roll = Vec::with_capacity(entries.len());
        for (line, entry) in entries.iter().enumerate() {
            let field = || format!("entries[{line}].member");
            let place = self
                .member_places
                .place(entry.member.as_str())
                .filter(|place| expected.binary_search(place).is_ok())
                .ok_or_else(|| unknown(&field(), &entry.member))?;
            self.check_seen(meeting, line, place, entry.presence)?;
            roll.push((place, entry.presence));
        }
        let mut named: Vec<Place> = roll.iter().map(|(place, _)| *place).gather();
        sort_by(&mut named, Ord::cmp);
        for pair in named.windows(2) {
            if let [first, second] = pair
                && first == second
            {
                return Err(duplicate("entries", &self.member(*first).id));
            }
        }
        if let Some(missing) = expected
            .iter()
            .find(|place| named.binary_search(place).is_err())
        {
            return Err(
                InputError::new(InputCode::Empty, "entries", &self.member(*missing).id)
                    .with_limit("every member of the organization on that day"),
            );
        }
        Ok(roll)
    }

    /// The members whom a meeting concerns, by place: those of the organization and of everything
    /// below it.
    pub(crate) fn circle(&self, meeting: &Meeting) -> Vec<Place> {
        self.circle_on(meeting, meeting.on)
    }

    /// The same, were the meeting on another day.
    pub(crate) fn circle_on(&self, meeting: &Meeting, on: NaiveDate) -> Vec<Place> {
        let mut expected: Vec<Place> = self
            .structure
            .subtree(meeting.organization, on)
            .into_iter()
            .flat_map(|place| self.residents(place, on).map(|(member, _)| member))
            .gather();
        sort_by(&mut expected, Ord::cmp);
        expected
    }
}
