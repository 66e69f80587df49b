//! Petitions, difficulties and complex issues, and inspections: their acts taken in, and where
//! they stand on a day.

use chrono::NaiveDate;
use serde::Serialize;

use super::matter_act::{InspectionAct, InspectionFinding, InspectionWork, MatterAct, MatterKind};
use super::state::{Place, State, check_name, check_text, contradiction, duplicate, unknown};
use super::view::View;
use crate::access::Sight;
use crate::check::not_before;
use crate::compact::{Gather, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{InspectionId, MatterId, MemberId, OrganizationId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matter {
    pub(crate) id: MatterId,
    pub(crate) organization: Place,
    pub(crate) received_by: Place,
    pub(crate) kind: MatterKind,
    pub(crate) title: String,
    pub(crate) received_on: NaiveDate,
    pub(crate) due_on: Option<NaiveDate>,
    /// What was done about it after that, by day.
    pub(crate) acts: Vec<(NaiveDate, MatterAct)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inspection {
    pub(crate) id: InspectionId,
    pub(crate) organization: Place,
    pub(crate) work: InspectionWork,
    pub(crate) title: String,
    pub(crate) subject: Option<Place>,
    pub(crate) member: Option<Place>,
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) planned_on: NaiveDate,
    /// What was done about it after that, by day.
    pub(crate) acts: Vec<(NaiveDate, InspectionAct)>,
}

/// How far a matter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MatterState {
    /// Received.
    Received,
    /// Given to an organization.
    Assigned,
    /// A solution is proposed.
    Proposed,
    /// Other bodies are brought in.
    Coordinated,
    /// Resolved.
    Resolved,
    /// Passed on to the competent body.
    PassedOn,
}

/// A matter on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MatterLine {
    /// Its identifier.
    pub id: MatterId,
    /// The organization whose matter it is.
    pub organization: OrganizationId,
    /// What kind.
    pub kind: MatterKind,
    /// What it is about.
    pub title: String,
    /// The organization that took it in.
    pub received_by: OrganizationId,
    /// The day it was taken in.
    pub received_on: NaiveDate,
    /// The organization that deals with it.
    pub assigned_to: Option<OrganizationId>,
    /// The solution proposed last.
    pub solution: Option<String>,
    /// The bodies brought in, in the order in which they came.
    pub bodies: Vec<String>,
    /// How far it is.
    pub state: MatterState,
    /// The day it was resolved or passed on.
    pub closed_on: Option<NaiveDate>,
    /// The last day for it.
    pub due_on: Option<NaiveDate>,
    /// Closed after its last day, or not closed and the day has passed.
    pub late: bool,
    /// Days to the last day; below 0 when it has passed. Absent when closed or without one.
    pub days_left: Option<i64>,
    /// Who has to act next; absent when closed.
    pub next: Option<OrganizationId>,
}

/// Matters with their counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MattersAnswer {
    /// How far the asker sees.
    pub sight: Sight,
    /// The matters by last day, as far as the asker may see them.
    pub matters: Vec<MatterLine>,
    /// All of them.
    pub total: u32,
    /// Not closed.
    pub open: u32,
    /// Not closed, and the last day has passed; a part of `open`.
    pub overdue: u32,
    /// Resolved.
    pub resolved: u32,
    /// Passed on.
    pub passed_on: u32,
}

/// How far an inspection is. INS-02.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum InspectionState {
    /// In the plan.
    Planned,
    /// The plan is resolved.
    Approved,
    /// Announced to those inspected.
    Announced,
    /// Those inspected have reported on themselves.
    SelfReported,
    /// The result is drafted.
    Drafted,
    /// Discussed and voted on.
    Discussed,
    /// Concluded.
    Concluded,
    /// In the archive.
    Archived,
    /// Taken out of the plan.
    Dropped,
}

/// An inspection on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InspectionLine {
    /// Its identifier.
    pub id: InspectionId,
    /// The organization that inspects.
    pub organization: OrganizationId,
    /// What is done.
    pub work: InspectionWork,
    /// What it is about.
    pub title: String,
    /// The organization that is inspected.
    pub subject: Option<OrganizationId>,
    /// The member who is inspected; withheld from whoever is neither that member nor of the
    /// committee.
    pub member: Option<MemberId>,
    /// The first day planned.
    pub from: NaiveDate,
    /// The last day planned.
    pub to: NaiveDate,
    /// How far it is: the furthest step taken.
    pub state: InspectionState,
    /// Steps before the furthest one that were not taken, in order (INS-02).
    pub skipped: Vec<InspectionState>,
    /// The step that comes next; absent when archived or taken out of the plan.
    pub next: Option<InspectionState>,
    /// What was found.
    pub finding: Option<InspectionFinding>,
    /// Not concluded, and the last day planned has passed.
    pub overdue: bool,
}

/// Inspections with their counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InspectionsAnswer {
    /// How far the asker sees.
    pub sight: Sight,
    /// The inspections by first day planned, as far as the asker may see them.
    pub inspections: Vec<InspectionLine>,
    /// Those in the plan: all but those taken out.
    pub planned: u32,
    /// Concluded.
    pub concluded: u32,
    /// Not concluded, and the last day planned has passed.
    pub overdue: u32,
}

/// The steps of an inspection after the plan, in order (INS-02).
const STEPS: [InspectionState; 7] = [
    InspectionState::Approved,
    InspectionState::Announced,
    InspectionState::SelfReported,
    InspectionState::Drafted,
    InspectionState::Discussed,
    InspectionState::Concluded,
    InspectionState::Archived,
];

impl Matter {
    fn is_closed(&self, date: NaiveDate) -> bool {
        self.acts_by(date)
            .any(|(_, act)| matches!(act, MatterAct::Resolve { .. } | MatterAct::PassOn { .. }))
    }

    fn acts_by(&self, date: NaiveDate) -> impl Iterator<Item = &(NaiveDate, MatterAct)> {
        self.acts.iter().filter(move |(on, _)| *on <= date)
    }

    fn due(&self, date: NaiveDate) -> Option<NaiveDate> {
        let set = self.acts_by(date).filter_map(|(_, act)| match act {
            MatterAct::Assign { due_on, .. } => *due_on,
            _ => None,
        });
        set.last().or(self.due_on)
    }
}

impl InspectionAct {
    /// The step that it takes; planning is none.
    fn step(&self) -> Option<InspectionState> {
        Some(match self {
            Self::Plan { .. } => return None,
            Self::Approve { .. } => InspectionState::Approved,
            Self::Announce { .. } => InspectionState::Announced,
            Self::SelfReport { .. } => InspectionState::SelfReported,
            Self::DraftResult { .. } => InspectionState::Drafted,
            Self::Discuss { .. } => InspectionState::Discussed,
            Self::Conclude { .. } => InspectionState::Concluded,
            Self::Archive { .. } => InspectionState::Archived,
            Self::Drop { .. } => InspectionState::Dropped,
        })
    }
}

impl Inspection {
    fn taken(&self, date: NaiveDate) -> Vec<InspectionState> {
        let acts = self.acts.iter().filter(|(on, _)| *on <= date);
        acts.filter_map(|(_, act)| act.step()).gather()
    }
}

impl State {
    /// Takes an act about a matter in.
    pub(super) fn act_on_matter(
        &mut self,
        id: &MatterId,
        on: NaiveDate,
        by: Option<&MemberId>,
        act: &MatterAct,
    ) -> Result<(), InputError> {
        if let Some(by) = by {
            self.member_place("by", by)?;
        }
        let known = self.matter_places.place(id.as_str());
        if let MatterAct::Receive {
            organization,
            received_by,
            kind,
            title,
            due_on,
        } = act
        {
            if known.is_some() {
                return Err(duplicate("matter", id));
            }
            let owner = self.organization_place("organization", organization)?;
            let receiver = self.organization_place("receivedBy", received_by)?;
            self.lives("on", owner, on)?;
            check_text("title", title)?;
            if !self.structure.is_within(owner, receiver, on) {
                return Err(contradiction(
                    "receivedBy",
                    received_by,
                    "the organization itself, or one above it",
                ));
            }
            due_after(on, *due_on)?;
            self.matter_places.insert(id.as_str(), self.matters.len());
            self.matters.push(Matter {
                id: id.clone(),
                organization: owner,
                received_by: receiver,
                kind: *kind,
                title: title.clone(),
                received_on: on,
                due_on: *due_on,
                acts: Vec::new(),
            });
            return Ok(());
        }
        let place = known.ok_or_else(|| unknown("matter", id))?;
        if let MatterAct::Assign { to, .. } = act {
            let to = self.organization_place("to", to)?;
            self.lives("to", to, on)?;
        }
        let Some(matter) = self.matters.get_mut(place) else {
            return Err(unknown("matter", id));
        };
        not_before(
            "on",
            on,
            matter
                .acts
                .last()
                .map_or(matter.received_on, |(last, _)| *last),
        )?;
        if matter.is_closed(on) {
            return Err(contradiction("matter", id, "a matter that is not closed"));
        }
        match act {
            MatterAct::Assign { due_on, .. } => due_after(on, *due_on)?,
            MatterAct::Propose { text } | MatterAct::Resolve { text } => check_text("text", text)?,
            MatterAct::Coordinate { bodies } => {
                if bodies.is_empty() {
                    return Err(InputError::new(InputCode::Empty, "bodies", ""));
                }
                for (line, body) in bodies.iter().enumerate() {
                    check_name(&format!("bodies[{line}]"), body)?;
                }
            }
            MatterAct::PassOn { to, reason } => {
                check_name("to", to)?;
                check_text("reason", reason)?;
            }
            MatterAct::Receive { .. } => {}
        }
        matter.acts.push((on, act.clone()));
        Ok(())
    }

    /// Takes an act about an inspection in.
    pub(super) fn act_on_inspection(
        &mut self,
        id: &InspectionId,
        on: NaiveDate,
        by: Option<&MemberId>,
        act: &InspectionAct,
    ) -> Result<(), InputError> {
        if let Some(by) = by {
            self.member_place("by", by)?;
        }
        let known = self.inspection_places.place(id.as_str());
        if let InspectionAct::Plan {
            organization,
            work,
            title,
            subject,
            member,
            from,
            to,
        } = act
        {
            if known.is_some() {
                return Err(duplicate("inspection", id));
            }
            let owner = self.organization_place("organization", organization)?;
            self.lives("on", owner, on)?;
            check_text("title", title)?;
            let (from, to) = (*from, *to);
            if from < on || to < from {
                let (field, day) = if from < on {
                    ("from", from)
                } else {
                    ("to", to)
                };
                return Err(InputError::new(InputCode::DateOrder, field, day));
            }
            let subject = match subject {
                None => None,
                Some(subject) => Some(self.inspected("subject", subject, owner, on)?),
            };
            let member = match member {
                None => None,
                Some(member) => {
                    let place = self.member_place("member", member)?;
                    let home = self.member(place).home(on);
                    if !home.is_some_and(|home| self.structure.is_within(home, owner, on)) {
                        return Err(unknown("member", member)
                            .with_limit("a member of the organization that inspects"));
                    }
                    Some(place)
                }
            };
            if subject.is_none() && member.is_none() {
                return Err(InputError::new(InputCode::Empty, "subject", ""));
            }
            self.inspection_places
                .insert(id.as_str(), self.inspections.len());
            self.inspections.push(Inspection {
                id: id.clone(),
                organization: owner,
                work: *work,
                title: title.clone(),
                subject,
                member,
                from,
                to,
                planned_on: on,
                acts: Vec::new(),
            });
            return Ok(());
        }
        let place = known.ok_or_else(|| unknown("inspection", id))?;
        let Some(inspection) = self.inspections.get_mut(place) else {
            return Err(unknown("inspection", id));
        };
        let last = inspection.acts.last();
        not_before(
            "on",
            on,
            last.map_or(inspection.planned_on, |(last, _)| *last),
        )?;
        let taken = inspection.taken(on);
        if taken.contains(&InspectionState::Dropped) {
            return Err(contradiction("inspection", id, "an inspection in the plan"));
        }
        let now = act.step();
        let concluded = taken.contains(&InspectionState::Concluded);
        if concluded && now != Some(InspectionState::Archived) {
            return Err(contradiction(
                "inspection",
                id,
                "an inspection that is not concluded",
            ));
        }
        if !concluded && now == Some(InspectionState::Archived) {
            return Err(contradiction(
                "inspection",
                id,
                "an inspection that is concluded",
            ));
        }
        if now.is_some_and(|now| taken.contains(&now)) {
            return Err(duplicate("inspection", id));
        }
        check_inspection_act(act)?;
        inspection.acts.push((on, act.clone()));
        Ok(())
    }

    fn inspected(
        &self,
        field: &str,
        subject: &OrganizationId,
        owner: Place,
        on: NaiveDate,
    ) -> Result<Place, InputError> {
        let place = self.organization_place(field, subject)?;
        if place == owner || !self.structure.is_within(place, owner, on) {
            return Err(contradiction(
                field,
                subject,
                "an organization below the one that inspects",
            ));
        }
        Ok(place)
    }
}

fn check_inspection_act(act: &InspectionAct) -> Result<(), InputError> {
    match act {
        InspectionAct::Plan { .. } => Ok(()),
        InspectionAct::Approve { decision } => decision
            .as_ref()
            .map_or(Ok(()), |decision| check_name("decision", decision)),
        InspectionAct::Announce { text } => text
            .as_ref()
            .map_or(Ok(()), |text| check_text("text", text)),
        InspectionAct::SelfReport { text }
        | InspectionAct::DraftResult { text }
        | InspectionAct::Conclude { text, .. } => check_text("text", text),
        InspectionAct::Discuss { base, yes } => {
            if *base == 0 || yes > base {
                let (field, value) = if *base == 0 {
                    ("base", base)
                } else {
                    ("yes", yes)
                };
                return Err(InputError::new(InputCode::OutOfRange, field, value));
            }
            Ok(())
        }
        InspectionAct::Archive { place } => check_name("place", place),
        InspectionAct::Drop { reason } => check_text("reason", reason),
    }
}

fn due_after(on: NaiveDate, due_on: Option<NaiveDate>) -> Result<(), InputError> {
    due_on.map_or(Ok(()), |due| not_before("dueOn", due, on))
}

impl View<'_> {
    /// The petitions, difficulties and complex issues of an organization and those below it: how
    /// far each is, who is next, what is overdue. The committee of the cell, whoever steers the
    /// organization or one above it see them; others see nothing.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown organization or asker.
    pub fn matters(
        &self,
        id: &OrganizationId,
        asker: Option<&MemberId>,
    ) -> Result<MattersAnswer, HandbookError> {
        let place = self.state.organization_place("organization", id)?;
        let sight = self.sight(asker, place)?;
        let mut answer = MattersAnswer {
            sight,
            matters: Vec::new(),
            total: 0,
            open: 0,
            overdue: 0,
            resolved: 0,
            passed_on: 0,
        };
        if matches!(sight, Sight::Nothing | Sight::Member) {
            return Ok(answer);
        }
        for matter in &self.state.matters {
            let here =
                self.state
                    .structure
                    .is_within(matter.organization, place, matter.received_on);
            if !here || matter.received_on > self.date {
                continue;
            }
            let line = self.matter_line(matter);
            answer.total += 1;
            match line.state {
                MatterState::Resolved => answer.resolved += 1,
                MatterState::PassedOn => answer.passed_on += 1,
                _ => {
                    answer.open += 1;
                    answer.overdue += u32::from(line.late);
                }
            }
            answer.matters.push(line);
        }
        sort_by(&mut answer.matters, |one, other| {
            let key = |line: &MatterLine| (line.due_on.is_none(), line.due_on);
            key(one)
                .cmp(&key(other))
                .then_with(|| one.id.cmp(&other.id))
        });
        Ok(answer)
    }

    fn matter_line(&self, matter: &Matter) -> MatterLine {
        let name = |place: Place| self.state.organization(place).id.clone();
        let mut line = MatterLine {
            id: matter.id.clone(),
            organization: name(matter.organization),
            kind: matter.kind,
            title: matter.title.clone(),
            received_by: name(matter.received_by),
            received_on: matter.received_on,
            assigned_to: None,
            solution: None,
            bodies: Vec::new(),
            state: MatterState::Received,
            closed_on: None,
            due_on: matter.due(self.date),
            late: false,
            days_left: None,
            next: None,
        };
        for (on, act) in matter.acts_by(self.date) {
            let state = match act {
                MatterAct::Receive { .. } => continue,
                MatterAct::Assign { to, .. } => {
                    line.assigned_to = Some(to.clone());
                    MatterState::Assigned
                }
                MatterAct::Propose { text } => {
                    line.solution = Some(text.clone());
                    MatterState::Proposed
                }
                MatterAct::Coordinate { bodies } => {
                    for body in bodies {
                        if !line.bodies.contains(body) {
                            line.bodies.push(body.clone());
                        }
                    }
                    MatterState::Coordinated
                }
                MatterAct::Resolve { text } => {
                    line.solution = Some(text.clone());
                    line.closed_on = Some(*on);
                    MatterState::Resolved
                }
                MatterAct::PassOn { .. } => {
                    line.closed_on = Some(*on);
                    MatterState::PassedOn
                }
            };
            line.state = line.state.max(state);
        }
        let until = line.closed_on.unwrap_or(self.date);
        line.late = line.due_on.is_some_and(|due| until > due);
        if line.closed_on.is_none() {
            line.days_left = line.due_on.map(|due| (due - self.date).num_days());
            let receiver = || name(matter.received_by);
            line.next = Some(line.assigned_to.clone().unwrap_or_else(receiver));
        }
        line
    }

    /// The inspections and supervisions of an organization and those below it, step by step
    /// (INS-01, INS-02). A plain member sees those about the own person alone.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an unknown organization or asker.
    pub fn inspections(
        &self,
        id: &OrganizationId,
        asker: Option<&MemberId>,
    ) -> Result<InspectionsAnswer, HandbookError> {
        let place = self.state.organization_place("organization", id)?;
        let sight = self.sight(asker, place)?;
        let own = match asker {
            None => None,
            Some(asker) => Some(self.state.member_place("asker", asker)?),
        };
        let mut answer = InspectionsAnswer {
            sight,
            inspections: Vec::new(),
            planned: 0,
            concluded: 0,
            overdue: 0,
        };
        for inspection in &self.state.inspections {
            let here = self.state.structure.is_within(
                inspection.organization,
                place,
                inspection.planned_on,
            );
            let mine = own.is_some() && inspection.member == own;
            let seen = mine || !matches!(sight, Sight::Nothing | Sight::Member);
            if !here || !seen || inspection.planned_on > self.date {
                continue;
            }
            let mut line = self.inspection_line(inspection);
            if line.state != InspectionState::Dropped {
                let concluded = line.state >= InspectionState::Concluded;
                answer.planned += 1;
                answer.concluded += u32::from(concluded);
                answer.overdue += u32::from(line.overdue);
            }
            if !mine && sight != Sight::Everything {
                line.member = None;
            }
            answer.inspections.push(line);
        }
        sort_by(&mut answer.inspections, |one, other| {
            (one.from, &one.id).cmp(&(other.from, &other.id))
        });
        Ok(answer)
    }

    fn inspection_line(&self, inspection: &Inspection) -> InspectionLine {
        let taken = inspection.taken(self.date);
        let furthest = taken.iter().copied().max();
        let state = furthest.unwrap_or(InspectionState::Planned);
        let skipped = STEPS
            .into_iter()
            .filter(|step| *step < state && !taken.contains(step))
            .filter(|_| state != InspectionState::Dropped)
            .gather();
        let finding = inspection
            .acts
            .iter()
            .filter(|(on, _)| *on <= self.date)
            .find_map(|(_, act)| match act {
                InspectionAct::Conclude { finding, .. } => Some(*finding),
                _ => None,
            });
        InspectionLine {
            id: inspection.id.clone(),
            organization: self.state.organization(inspection.organization).id.clone(),
            work: inspection.work,
            title: inspection.title.clone(),
            subject: inspection
                .subject
                .map(|place| self.state.organization(place).id.clone()),
            member: inspection
                .member
                .map(|place| self.state.member(place).id.clone()),
            from: inspection.from,
            to: inspection.to,
            state,
            skipped,
            next: STEPS.into_iter().find(|step| *step > state),
            finding,
            overdue: state < InspectionState::Concluded && inspection.to < self.date,
        }
    }
}
