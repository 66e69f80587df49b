//! The record on one day.

use chrono::NaiveDate;

use super::command::{Presence, Standing};
use super::question::{
    HeldPost, LevelAnswer, LevelSubject, MemberAnswer, OrganizationAnswer, PostAnswer,
};
use super::state::{Meeting, Organization, Place, State};
use crate::error::HandbookError;
use crate::identifier::{MemberId, OrganizationId};
use crate::meeting::{self, AttendanceInput, AttendanceRow, AttendanceSummary};
use crate::organization::{self, OrganizationForm, OrganizationFormInput, Setting};
use crate::report;
use crate::rulebook::Rules;
use crate::rulebook::policy::AttendanceCounting;
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
            .collect()
    }

    pub(crate) fn root_places(&self) -> impl Iterator<Item = Place> {
        let date = self.date;
        self.state
            .organizations
            .iter()
            .enumerate()
            .filter(move |(_, known)| known.parent.is_none() && known.entered_on <= date)
            .map(|(place, _)| place)
    }

    /// An organization: where it stands, who belongs to it, and the form that fits its size.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not hold on the day.
    pub fn organization(&self, id: &OrganizationId) -> Result<OrganizationAnswer, HandbookError> {
        let place = self.place(id)?;
        let known = self.state.organization(place);
        let counts = self.counts(place);
        Ok(OrganizationAnswer {
            id: known.id.clone(),
            name: known.name.clone(),
            code: known.code.clone(),
            kind: known.kind.clone(),
            sector: known.sector,
            path: self
                .path(place)
                .into_iter()
                .map(|above| above.id.clone())
                .collect(),
            children: known
                .children
                .iter()
                .map(|child| self.state.organization(*child))
                .filter(|child| child.entered_on <= self.date)
                .map(|child| child.id.clone())
                .collect(),
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
                .collect(),
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
            .state
            .subtree(self.place(id)?, self.date)
            .into_iter()
            .map(|place| self.state.organization(place).id.clone())
            .collect())
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
    /// is rated (EVL-10), its level by its own facts, and what the cap did (section 6.4).
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown subject, one without recorded facts, or when no rule is
    /// known for the day.
    pub fn level(&self, subject: &LevelSubject, year: i32) -> Result<LevelAnswer, HandbookError> {
        report::level_of(self, subject, year)
    }

    pub(crate) fn attendance_rows(
        &self,
        root: Place,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<AttendanceRow> {
        let mut rows = Vec::new();
        for place in self.state.subtree(root, self.date) {
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
                if from <= meeting.on && meeting.on <= to.min(self.date) {
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
        if self.state.organization(place).entered_on > self.date {
            return Err(crate::error::InputError::new(
                crate::error::InputCode::DateOrder,
                "organization",
                id,
            )
            .into());
        }
        Ok(place)
    }

    /// The organizations above, from the root down, without the organization itself.
    fn path(&self, place: Place) -> Vec<&'a Organization> {
        let state = self.state;
        let mut path = Vec::new();
        let mut next = state.organization(place).parent;
        while let Some(above) = next {
            path.push(state.organization(above));
            next = state.organization(above).parent;
        }
        path.reverse();
        path
    }

    /// The nearest organization above (or the organization itself) for which a test holds.
    pub(crate) fn nearest(
        &self,
        place: Place,
        test: impl Fn(&Organization) -> bool,
    ) -> Option<Place> {
        let mut next = Some(place);
        while let Some(here) = next {
            if test(self.state.organization(here)) {
                return Some(here);
            }
            next = self.state.organization(here).parent;
        }
        None
    }

    /// Members of the organization and everything below it.
    pub(crate) fn counts(&self, place: Place) -> MemberCounts {
        let mut counts = MemberCounts::default();
        for below in self.state.subtree(place, self.date) {
            for (_, member) in self.state.residents(below, self.date) {
                if member.is_full(self.date) {
                    counts.full = counts.full.saturating_add(1);
                } else {
                    counts.probationary = counts.probationary.saturating_add(1);
                }
            }
        }
        counts
    }

    /// The form that fits the size of a cell or grassroots organization (ORG-10, ORG-11, ORG-13).
    pub(crate) fn fitting_form(
        &self,
        place: Place,
    ) -> Result<Option<Verdict<OrganizationForm>>, HandbookError> {
        let known = self.state.organization(place);
        let Some(kind) = self.rules.kind(&known.kind) else {
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

    pub(crate) fn standing(&self, member: Place) -> Standing {
        self.state.member(member).standing(self.date)
    }
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
