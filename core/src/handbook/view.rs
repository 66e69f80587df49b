//! The record on one day.

use chrono::NaiveDate;

use super::command::{Presence, Standing};
use super::question::{
    HeldPost, LevelAnswer, LevelSubject, MemberAnswer, OrganizationAnswer, PostAnswer,
};
use super::state::{Meeting, Organization, Place, State};
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{MemberId, OrganizationId};
use crate::meeting::{self, AttendanceInput, AttendanceRow, AttendanceSummary};
use crate::organization::structure::OrganizationState;
use crate::organization::{
    self, OrganizationForm, OrganizationFormInput, Placement, PlacementInput, Setting,
};
use crate::report;
use crate::rulebook::policy::AttendanceCounting;
use crate::rulebook::{KindRule, Rules};
use crate::verdict::Verdict;

/// The record on one day, with the rules in force then. Nothing is copied.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub(crate) state: &'a State,
    pub(crate) rules: Rules<'a>,
    pub(crate) date: NaiveDate,
}

/// Full and probationary members.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct MemberCounts {
    pub(crate) full: u32,
    pub(crate) probationary: u32,
}

impl MemberCounts {
    pub(crate) fn add(&mut self, other: Self) {
        self.full = self.full.saturating_add(other.full);
        self.probationary = self.probationary.saturating_add(other.probationary);
    }
}

impl<'a> View<'a> {
    /// The day of the view.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The rules in force on the day.
    #[must_use]
    pub fn rules(&self) -> &Rules<'a> {
        &self.rules
    }

    /// The organizations without a parent, in the order they entered the record.
    #[must_use]
    pub fn roots(&self) -> Vec<OrganizationId> {
        self.root_places()
            .map(|place| self.state.organization(place).id.clone())
            .gather()
    }

    pub(crate) fn root_places(&self) -> impl Iterator<Item = Place> {
        self.state.structure.roots(self.date)
    }

    /// What an organization is on the day, or was last.
    pub(crate) fn told(&self, place: Place) -> Option<OrganizationState<'a>> {
        self.state.told(place, self.date)
    }

    /// What the rule book says of an organization's kind on the day.
    pub(crate) fn kind_rule(&self, place: Place) -> Option<&'a KindRule> {
        self.rules.kind(self.told(place)?.kind)
    }

    /// The name of an organization on the day.
    pub(crate) fn name(&self, place: Place) -> &'a str {
        self.told(place).map_or("", |stands| stands.name)
    }

    /// The organization directly above on the day.
    pub(crate) fn parent(&self, place: Place) -> Option<Place> {
        self.state.structure.parent(place, self.date)
    }

    pub(crate) fn subtree_places(&self, root: Place) -> Vec<Place> {
        self.state.structure.subtree(root, self.date)
    }

    /// An organization: where it stands, who belongs to it, and the form that fits its size.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not hold on the day.
    pub fn organization(&self, id: &OrganizationId) -> Result<OrganizationAnswer, HandbookError> {
        let place = self.place(id)?;
        let known = self.state.organization(place);
        let stands = self.told(place).ok_or_else(|| unknown_organization(id))?;
        let counts = self.counts(place);
        Ok(OrganizationAnswer {
            id: known.id.clone(),
            name: stands.name.to_owned(),
            code: stands.code.map(str::to_owned),
            kind: stands.kind.clone(),
            sector: known.sector,
            path: self
                .path(place)
                .into_iter()
                .map(|above| above.id.clone())
                .gather(),
            children: self
                .state
                .structure
                .children(place, self.date)
                .map(|child| self.state.organization(child).id.clone())
                .gather(),
            full_members: counts.full,
            probationary_members: counts.probationary,
            posts: known
                .posts
                .iter()
                .filter(|held| held.covers(self.date))
                .map(|held| PostAnswer {
                    member: self.state.member(held.member).id.clone(),
                    post: held.post,
                    from: held.from,
                })
                .gather(),
            form: self.fitting_form(place)?,
        })
    }

    /// A member: home, standing, posts.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for a member that the record does not hold.
    pub fn member(&self, id: &MemberId) -> Result<MemberAnswer, HandbookError> {
        let place = self.state.member_place("member", id)?;
        let known = self.state.member(place);
        let home = known.home(self.date);
        Ok(MemberAnswer {
            id: known.id.clone(),
            name: known.name.clone(),
            cell: home.map(|home| self.state.organization(home).id.clone()),
            full: known.is_full(self.date),
            standing: known.standing(self.date),
            admitted_on: known.admitted_on,
            recognized_on: known.recognized_on.filter(|on| *on <= self.date),
            ended: known
                .ended
                .filter(|(on, _)| *on <= self.date)
                .map(|(_, reason)| reason),
            posts: self.posts_of(place),
        })
    }

    fn posts_of(&self, member: Place) -> Vec<HeldPost> {
        let mut posts = Vec::new();
        for organization in &self.state.organizations {
            for held in &organization.posts {
                if held.member == member && held.covers(self.date) {
                    posts.push(HeldPost {
                        organization: organization.id.clone(),
                        post: held.post,
                    });
                }
            }
        }
        posts
    }

    /// Every organization below one, and itself, parents first.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not hold on the day.
    pub fn subtree(&self, id: &OrganizationId) -> Result<Vec<OrganizationId>, HandbookError> {
        Ok(self
            .subtree_places(self.place(id)?)
            .into_iter()
            .map(|place| self.state.organization(place).id.clone())
            .gather())
    }

    /// Attendance of an organization and everything below it over an interval: sums of counts,
    /// a row per organization that met (MTG-08, MTG-09).
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown organization, or when no rule is known for the day.
    pub fn attendance(
        &self,
        id: &OrganizationId,
        from: NaiveDate,
        to: NaiveDate,
        counting: Option<AttendanceCounting>,
    ) -> Result<Verdict<AttendanceSummary>, HandbookError> {
        let rows = self.attendance_rows(self.place(id)?, from, to);
        meeting::attendance(&self.rules, &AttendanceInput { counting, rows })
    }

    /// The yearly level of an organization or a member, with everything it rests on: whether it
    /// is rated (EVL-10), its level by its own facts, and what the cap did (section 6.4). It is for
    /// the host itself: what a person may see of it is [`View::level_explained`].
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown subject, one without recorded facts, or when no rule is
    /// known for the day.
    pub fn level(&self, subject: &LevelSubject, year: i32) -> Result<LevelAnswer, HandbookError> {
        Ok(report::level_of(self, subject, year)?.answer)
    }

    pub(crate) fn attendance_rows(
        &self,
        root: Place,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<AttendanceRow> {
        let mut rows = Vec::new();
        let structure = &self.state.structure;
        for place in structure.subtree_between(root, from, to.min(self.date)) {
            let organization = self.state.organization(place);
            let mut row = AttendanceRow {
                organization: organization.id.clone(),
                present_in_person: 0,
                present_online: 0,
                excused: 0,
                unexcused: 0,
                exempted: 0,
                suspended: 0,
                away_temporarily: 0,
            };
            let mut met = false;
            for meeting in &organization.meetings {
                let meeting = self.state.meeting(*meeting);
                let within = from <= meeting.on && meeting.on <= to.min(self.date);
                // An organization that has ended or moved since counts where it then was.
                if within && structure.is_within(place, root, meeting.on) {
                    met |= count_roll(meeting, &mut row);
                }
            }
            if met {
                rows.push(row);
            }
        }
        rows
    }

    pub(crate) fn place(&self, id: &OrganizationId) -> Result<Place, HandbookError> {
        let place = self.state.organization_place("organization", id)?;
        if !self.state.structure.lives(place, self.date) {
            let error = InputError::new(InputCode::DateOrder, "organization", id);
            return Err(match self.state.structure.ended(place) {
                Some(end) if end <= self.date => {
                    error.with_limit(format!("before {end}, its end")).into()
                }
                _ => error.into(),
            });
        }
        Ok(place)
    }

    /// The organizations above, from the root down, without the organization itself.
    fn path(&self, place: Place) -> Vec<&'a Organization> {
        let above = self.state.structure.ancestors(place, self.date);
        let mut path: Vec<&Organization> =
            above.map(|above| self.state.organization(above)).gather();
        path.reverse();
        path
    }

    /// The nearest organization above (or the organization itself) for which a test holds.
    pub(crate) fn nearest(&self, place: Place, test: impl Fn(Place) -> bool) -> Option<Place> {
        std::iter::once(place)
            .chain(self.state.structure.ancestors(place, self.date))
            .find(|here| test(*here))
    }

    /// Members of the organization and everything below it.
    pub(crate) fn counts(&self, place: Place) -> MemberCounts {
        let mut counts = MemberCounts::default();
        for below in self.subtree_places(place) {
            counts.add(self.own_counts(below));
        }
        counts
    }

    /// Members whose home the organization is.
    pub(crate) fn own_counts(&self, place: Place) -> MemberCounts {
        let mut counts = MemberCounts::default();
        for (_, member) in self.state.residents(place, self.date) {
            let count = if member.is_full(self.date) {
                &mut counts.full
            } else {
                &mut counts.probationary
            };
            *count = count.saturating_add(1);
        }
        counts
    }

    /// The form that fits the size of a cell or grassroots organization (ORG-10, ORG-11, ORG-13).
    pub(crate) fn fitting_form(
        &self,
        place: Place,
    ) -> Result<Option<Verdict<OrganizationForm>>, HandbookError> {
        let known = self.state.organization(place);
        let Some(kind) = self.kind_rule(place) else {
            return Ok(None);
        };
        if !kind.cell && !kind.grassroots {
            return Ok(None);
        }
        let counts = self.counts(place);
        let input = OrganizationFormInput {
            full_members: counts.full,
            probationary_members: counts.probationary,
            setting: if known.village {
                Setting::Village
            } else {
                Setting::Standard
            },
            strengthened_leadership: false,
            // A cell that stands under a committee was let stay one: its size asks for groups.
            consent_to_stay_cell: !kind.grassroots,
        };
        organization::organization_form(&self.rules, &input).map(Some)
    }

    /// The form that would fit the size of an organization, where its own does not.
    pub(crate) fn size_misfit(
        &self,
        place: Place,
    ) -> Result<Option<Verdict<OrganizationForm>>, HandbookError> {
        let (Some(stands), Some(kind)) = (self.told(place), self.kind_rule(place)) else {
            return Ok(None);
        };
        let Some(form) = self.fitting_form(place)? else {
            return Ok(None);
        };
        let mut below = self.state.structure.children(place, self.date);
        let fits = match &form.value.kind {
            None => false,
            // A cell under a grassroots committee may have any size that forms an organization;
            // a large one is divided into groups.
            Some(_) if !kind.grassroots => !form.value.party_groups || below.next().is_some(),
            Some(fitting) => fitting == stands.kind || !kind.sized,
        };
        Ok((!fits).then_some(form))
    }

    /// Whether an organization's kind may stand where it does (ORG-01 to ORG-06).
    pub(crate) fn placement(&self, place: Place) -> Result<Verdict<Placement>, HandbookError> {
        let kind_of = |place| {
            self.told(place)
                .map(|stands: OrganizationState<'_>| stands.kind.clone())
        };
        let kind = kind_of(place)
            .ok_or_else(|| InputError::new(InputCode::UnknownId, "organization", place))?;
        let parent = self.parent(place).and_then(kind_of);
        organization::placement(&self.rules, &PlacementInput { kind, parent })
    }

    pub(crate) fn standing(&self, member: Place) -> Standing {
        self.state.member(member).standing(self.date)
    }
}

pub(crate) fn unknown_organization(id: &OrganizationId) -> InputError {
    InputError::new(InputCode::UnknownId, "organization", id)
}

fn count_roll(meeting: &Meeting, row: &mut AttendanceRow) -> bool {
    let Some(roll) = &meeting.roll else {
        return false;
    };
    for (_, presence) in roll {
        let count = match presence {
            Presence::PresentInPerson => &mut row.present_in_person,
            Presence::PresentOnline => &mut row.present_online,
            Presence::Excused => &mut row.excused,
            Presence::Unexcused => &mut row.unexcused,
            Presence::Exempted => &mut row.exempted,
            Presence::Suspended => &mut row.suspended,
            Presence::AwayTemporarily => &mut row.away_temporarily,
        };
        *count = count.saturating_add(1);
    }
    true
}
