//! The conformity review and the obligations of organizations: what an organizing committee
//! (ban tổ chức) looks through by hand.

use chrono::NaiveDate;
use serde::Serialize;

use super::act::Closing;
use super::command::Post;
use super::state::{Organization, Place};
use super::view::View;
use crate::compact::Gather;
use crate::error::HandbookError;
use crate::identifier::{KindId, OrganizationId};
use crate::organization::{self, ClosureInput, ClosureKind, StandingCommitteeInput};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{KindRule, parameter};
use crate::verdict::{Basis, Ground, Recorder};

/// The kind of a temporary cell, which needs a reason (ORG-19).
const TEMPORARY_CELL: &str = "chi_bo_sinh_hoat_tam_thoi";

/// The kind of a Party group, which has a leader and no secretary (ORG-13).
const PARTY_GROUP: &str = "to_dang";

/// What does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Finding {
    /// The rules of the day know no such kind (ORG-01 to ORG-06).
    KindNotInForce,
    /// The kind may not stand where it does (ORG-01 to ORG-06).
    WrongParent,
    /// A village or residential group may have only a cell (ORG-04).
    VillageOnlyCell,
    /// Too few full members to form an organization (ORG-10).
    TooFewMembers,
    /// The size asks for another kind (ORG-11).
    WrongKindForSize,
    /// A large cell without Party groups (ORG-13).
    NoPartyGroups,
    /// Nobody is secretary (ORG-20).
    NoSecretary,
    /// A cell of a size that elects a committee has none (ORG-20).
    NoCommittee,
    /// A cell below that size has a committee (ORG-20).
    CommitteeBelowSize,
    /// The cell's committee has too many members (ORG-20).
    CommitteeTooLarge,
    /// The standing committee is too large a part of the committee (ORG-25).
    StandingCommitteeTooLarge,
    /// The term is over (ORG-23, ORG-24).
    TermOver,
    /// A temporary cell without a reason (ORG-19).
    NoPurpose,
}

/// An act that would mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RemedyAct {
    /// Make it another kind.
    ChangeKind,
    /// Let it go into another.
    Merge,
    /// Dissolve it.
    Dissolve,
    /// Put it under another.
    Move,
    /// End the tier in one act.
    EndTier,
    /// Found Party groups.
    FoundPartyGroups,
    /// Divide it.
    Split,
    /// Let the superior agree that it stays as it is.
    AskConsent,
    /// Elect a secretary, or have one appointed.
    FillSecretary,
    /// Elect a committee.
    ElectCommittee,
    /// Let members of the committee leave it.
    ReduceCommittee,
    /// Hold the congress.
    HoldCongress,
    /// State the reason.
    StatePurpose,
}

/// An act that would mend what does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Remedy {
    /// The act.
    pub act: RemedyAct,
    /// The kind that would fit, where the act needs one.
    pub kind: Option<KindId>,
}

/// One thing about one organization that does not fit the rules of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingLine {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// What does not fit.
    pub finding: Finding,
    /// The grounds; at least one does not hold.
    pub grounds: Vec<Ground>,
    /// What would mend it; one of these is enough.
    pub remedies: Vec<Remedy>,
}

/// What does not fit the rules of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReviewAnswer {
    /// How many organizations were looked at.
    pub reviewed: u32,
    /// The findings, in the order of the tree.
    pub findings: Vec<FindingLine>,
}

/// What an organization has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Duty {
    /// Collect files and seal of an organization that was dissolved or disbanded and transfer
    /// its members: the organization directly above does (ORG-42).
    SettleClosure,
    /// Hold the congress: the term ends (ORG-23, ORG-24).
    HoldCongress,
    /// Appoint committee, secretary and deputies of an organization that a decision made: the
    /// organization directly above does (ORG-43).
    AppointLeaders,
}

/// Something that is still to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Obligation {
    /// The organization it is about.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Who has to do it, where the record knows.
    pub by: Option<OrganizationId>,
    /// What.
    pub duty: Duty,
    /// The last day for it; absent where the rules name none.
    pub due: Option<NaiveDate>,
    /// The ground: the day against the last day, or what is there against what is needed.
    pub ground: Ground,
}

fn remedy(act: RemedyAct) -> Remedy {
    Remedy { act, kind: None }
}

fn become_kind(kind: &KindId) -> Remedy {
    Remedy {
        act: RemedyAct::ChangeKind,
        kind: Some(kind.clone()),
    }
}

/// One organization under review.
struct Reviewed<'v> {
    view: &'v View<'v>,
    place: Place,
    kind: &'v KindRule,
    kept: &'v Organization,
    findings: &'v mut Vec<FindingLine>,
}

impl View<'_> {
    /// Every organization that does not fit the rules of the day, with the grounds and the acts
    /// that would mend it.
    ///
    /// # Errors
    /// [`HandbookError`] for an organization that the record does not hold on the day, and where
    /// the book knows no rule.
    pub fn review(&self, id: Option<&OrganizationId>) -> Result<ReviewAnswer, HandbookError> {
        let scope = self.scope(id)?;
        let mut findings = Vec::new();
        for place in &scope {
            let Some(kind) = self.kind_rule(*place) else {
                let placed = self.placement(*place)?;
                let remedies = vec![remedy(RemedyAct::ChangeKind), remedy(RemedyAct::EndTier)];
                self.find(
                    &mut findings,
                    *place,
                    Finding::KindNotInForce,
                    failed(placed.grounds),
                    remedies,
                );
                continue;
            };
            Reviewed {
                view: self,
                place: *place,
                kind,
                kept: self.state.organization(*place),
                findings: &mut findings,
            }
            .review()?;
        }
        Ok(ReviewAnswer {
            reviewed: u32::try_from(scope.len()).unwrap_or(u32::MAX),
            findings,
        })
    }

    fn find(
        &self,
        findings: &mut Vec<FindingLine>,
        place: Place,
        finding: Finding,
        grounds: Vec<Ground>,
        remedies: Vec<Remedy>,
    ) {
        let Some(stands) = self.told(place) else {
            return;
        };
        findings.push(FindingLine {
            organization: stands.id.clone(),
            name: stands.name.to_owned(),
            kind: stands.kind.clone(),
            finding,
            grounds,
            remedies,
        });
    }

    /// What organizations still have to do on the day, overdue or not, by due date: without an
    /// organization asked for, also what is due for those that have ended.
    ///
    /// # Errors
    /// [`HandbookError`] for an organization that the record does not hold on the day, and where
    /// the book knows no rule.
    pub fn obligations(
        &self,
        id: Option<&OrganizationId>,
    ) -> Result<Vec<Obligation>, HandbookError> {
        let mut places = self.scope(id)?;
        if id.is_none() {
            let structure = &self.state.structure;
            places.extend((0..structure.len()).filter(|place| {
                structure
                    .ended(*place)
                    .is_some_and(|ended| ended <= self.date)
            }));
        }
        let mut obligations = Vec::new();
        for place in places {
            obligations.extend(self.obligations_of(place)?);
        }
        crate::compact::sort_by(&mut obligations, |left, right| {
            // What has no last day comes after what has one.
            (left.due.is_none(), left.due).cmp(&(right.due.is_none(), right.due))
        });
        Ok(obligations)
    }

    fn obligations_of(&self, place: Place) -> Result<Option<Obligation>, HandbookError> {
        let kept = self.state.organization(place);
        let structure = &self.state.structure;
        let mut basis = Basis::default();
        let ended = structure.ended(place).filter(|ended| *ended <= self.date);
        let (duty, by, due) = if let Some(ended) = ended {
            let by = match kept.closing {
                Some(Closing::Dissolved) => ClosureKind::Dissolution,
                Some(Closing::Disbanded) => ClosureKind::Disbanding,
                _ => return Ok(None),
            };
            let settled = kept.settled_on.is_some_and(|on| on <= self.date);
            // What was closed before the first day of the book is history without a deadline.
            if settled || ended < self.rules.book().covers().0 {
                return Ok(None);
            }
            let closure = ClosureInput {
                closed_on: ended,
                by,
                settled_on: None,
                on: self.date,
            };
            let closure = organization::closure(&self.rules.book().on(ended)?, &closure)?;
            let due = closure.value.due_on;
            // The last ground is that of the deadline.
            basis
                .grounds
                .extend(closure.grounds.into_iter().next_back());
            let above = structure.last(place).and_then(|stands| stands.parent);
            (Duty::SettleClosure, above, Some(due))
        } else if kept.decision.is_some() && self.holders(place, &[Post::Secretary]) == 0 {
            if self
                .told(place)
                .is_some_and(|stands| stands.kind.as_str() == PARTY_GROUP)
            {
                return Ok(None);
            }
            let secretaries = self.rules.get(parameter::SECRETARIES)?;
            basis.compare(
                &secretaries,
                Quantity::count(0),
                Comparison::AtLeast,
                Quantity::count(secretaries.value),
            );
            (Duty::AppointLeaders, self.parent(place), None)
        } else {
            let Some(term) = kept.term(self.date) else {
                return Ok(None);
            };
            self.term_over(place, term.to, &mut basis)?;
            (Duty::HoldCongress, Some(place), Some(term.to))
        };
        let Some(ground) = basis.grounds.into_iter().next() else {
            return Ok(None);
        };
        Ok(Some(Obligation {
            organization: kept.id.clone(),
            name: self.name(place).to_owned(),
            by: by.map(|by| self.state.organization(by).id.clone()),
            duty,
            due,
            ground,
        }))
    }

    /// Compares the day with the last one of a term.
    fn term_over(
        &self,
        place: Place,
        last: NaiveDate,
        basis: &mut Basis,
    ) -> Result<bool, HandbookError> {
        let subordinate = self
            .kind_rule(place)
            .is_some_and(|kind| kind.cell && !kind.grassroots);
        let months = self.rules.get(if subordinate {
            parameter::CELL_TERM_MONTHS
        } else {
            parameter::TERM_MONTHS
        })?;
        Ok(!basis.compare(
            &months,
            Quantity::Date { value: self.date },
            Comparison::AtMost,
            Quantity::Date { value: last },
        ))
    }

    /// How many members hold one of these posts on the day.
    fn holders(&self, place: Place, posts: &[Post]) -> i64 {
        let known = self.state.organization(place);
        let mut members: Vec<Place> = known
            .posts
            .iter()
            .filter(|held| held.covers(self.date) && posts.contains(&held.post))
            .map(|held| held.member)
            .gather();
        crate::compact::sort_by(&mut members, Ord::cmp);
        members.dedup();
        i64::try_from(members.len()).unwrap_or(i64::MAX)
    }
}

fn failed(grounds: Vec<Ground>) -> Vec<Ground> {
    grounds.into_iter().filter(|ground| !ground.holds).gather()
}

impl Reviewed<'_> {
    fn find(&mut self, finding: Finding, grounds: Vec<Ground>, remedies: Vec<Remedy>) {
        self.view
            .find(self.findings, self.place, finding, grounds, remedies);
    }

    fn review(&mut self) -> Result<(), HandbookError> {
        let placed = self.view.placement(self.place)?;
        if !placed.value.allowed {
            let remedies = vec![remedy(RemedyAct::Move), remedy(RemedyAct::ChangeKind)];
            self.find(Finding::WrongParent, failed(placed.grounds), remedies);
        }
        self.size()?;
        if self.kind.id.as_str() != PARTY_GROUP {
            self.secretary()?;
        }
        if self.kind.cell {
            self.cell_committee()?;
        } else {
            self.standing_committee()?;
        }
        if let Some(term) = self.kept.term(self.view.date) {
            let mut basis = Basis::default();
            if self.view.term_over(self.place, term.to, &mut basis)? {
                let remedies = vec![remedy(RemedyAct::HoldCongress)];
                self.find(Finding::TermOver, basis.grounds, remedies);
            }
        }
        if self.kind.id.as_str() == TEMPORARY_CELL && self.kept.purpose.is_none() {
            let ground = organization::stated(self.kind, false)?;
            let remedies = vec![remedy(RemedyAct::StatePurpose), remedy(RemedyAct::Dissolve)];
            self.find(Finding::NoPurpose, vec![ground], remedies);
        }
        Ok(())
    }

    /// Size against kind (ORG-04, ORG-10, ORG-11, ORG-13).
    fn size(&mut self) -> Result<(), HandbookError> {
        let Some(form) = self.view.size_misfit(self.place)? else {
            return Ok(());
        };
        let only_cell = self.view.rules.get(parameter::VILLAGE_CELL_ONLY)?.value;
        let (finding, remedies) = match &form.value.kind {
            None => (
                Finding::TooFewMembers,
                vec![remedy(RemedyAct::Merge), remedy(RemedyAct::Dissolve)],
            ),
            Some(fitting) if self.kept.village && only_cell && !self.kind.cell => {
                (Finding::VillageOnlyCell, vec![become_kind(fitting)])
            }
            Some(_) if self.kind.cell && !self.kind.grassroots => (
                Finding::NoPartyGroups,
                vec![
                    remedy(RemedyAct::FoundPartyGroups),
                    remedy(RemedyAct::Split),
                ],
            ),
            Some(fitting) => {
                let mut remedies = vec![become_kind(fitting)];
                if self.kind.cell {
                    remedies.push(remedy(RemedyAct::AskConsent));
                }
                (Finding::WrongKindForSize, remedies)
            }
        };
        let mut grounds = form.grounds;
        match (&form.value.kind, finding) {
            (_, Finding::NoPartyGroups) => {
                let group = KindId::new(PARTY_GROUP)?;
                grounds.push(organization::at_least_one(&self.view.rules, &group, 0)?);
            }
            (Some(fitting), _) => {
                let rules = &self.view.rules;
                grounds.push(organization::kind_for_size(rules, &self.kind.id, fitting)?);
            }
            (None, _) => {}
        }
        self.find(finding, grounds, remedies);
        Ok(())
    }

    fn secretary(&mut self) -> Result<(), HandbookError> {
        let secretaries = self.view.rules.get(parameter::SECRETARIES)?;
        let mut basis = Basis::default();
        let held = self.view.holders(self.place, &[Post::Secretary]);
        let holds = basis.compare(
            &secretaries,
            Quantity::count(held),
            Comparison::AtLeast,
            Quantity::count(secretaries.value),
        );
        if !holds {
            let remedies = vec![remedy(RemedyAct::FillSecretary)];
            self.find(Finding::NoSecretary, basis.grounds, remedies);
        }
        Ok(())
    }

    /// A cell's committee against its full members (ORG-20).
    fn cell_committee(&mut self) -> Result<(), HandbookError> {
        let rules = &self.view.rules;
        let from = rules.get(parameter::CELL_COMMITTEE_FROM)?;
        let most = rules.get(parameter::CELL_COMMITTEE_MOST)?;
        let full = i64::from(self.view.counts(self.place).full);
        let elected = self.view.holders(self.place, &[Post::CommitteeMember]);
        let committee = self.view.holders(
            self.place,
            &[
                Post::CommitteeMember,
                Post::Secretary,
                Post::DeputySecretary,
            ],
        );
        let mut basis = Basis::default();
        let elects = basis.compare(
            &from,
            Quantity::count(full),
            Comparison::AtLeast,
            Quantity::count(from.value),
        );
        if elects && elected == 0 {
            basis.compare(
                &most,
                Quantity::count(0),
                Comparison::AtLeast,
                Quantity::count(1),
            );
            let remedies = vec![remedy(RemedyAct::ElectCommittee)];
            self.find(Finding::NoCommittee, basis.grounds, remedies);
        } else if !elects && elected > 0 {
            let remedies = vec![remedy(RemedyAct::ReduceCommittee)];
            self.find(Finding::CommitteeBelowSize, basis.grounds, remedies);
        } else if elects
            && !basis.compare(
                &most,
                Quantity::count(committee),
                Comparison::AtMost,
                Quantity::count(most.value),
            )
        {
            let remedies = vec![remedy(RemedyAct::ReduceCommittee)];
            self.find(Finding::CommitteeTooLarge, basis.grounds, remedies);
        }
        Ok(())
    }

    /// The standing committee against the committee (ORG-25).
    fn standing_committee(&mut self) -> Result<(), HandbookError> {
        let standing = self
            .view
            .holders(self.place, &[Post::StandingCommitteeMember]);
        if standing == 0 {
            return Ok(());
        }
        let leaders = [
            Post::StandingCommitteeMember,
            Post::Secretary,
            Post::DeputySecretary,
        ];
        let standing = self.view.holders(self.place, &leaders);
        let [held, secretary, deputy] = leaders;
        let all = [Post::CommitteeMember, held, secretary, deputy];
        let committee = self.view.holders(self.place, &all);
        let rules = &self.view.rules;
        let most = organization::standing_committee_most(
            rules,
            &StandingCommitteeInput {
                committee_members: u32::try_from(committee).unwrap_or(u32::MAX),
            },
        )?;
        let share = rules.get(parameter::STANDING_COMMITTEE_SHARE)?;
        let mut basis = Basis::default();
        let holds = basis.compare(
            &share,
            Quantity::count(standing),
            Comparison::AtMost,
            Quantity::count(most.value.most),
        );
        if !holds {
            let remedies = vec![remedy(RemedyAct::ReduceCommittee)];
            self.find(Finding::StandingCommitteeTooLarge, basis.grounds, remedies);
        }
        Ok(())
    }
}
