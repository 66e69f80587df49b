//! The tree of a day, what an organization was and became, and old figures on today's map.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::act::Closing;
use super::command::{Manner, Post, Standing};
use super::state::Place;
use super::view::{MemberCounts, View};
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{KindId, MemberId, OrganizationId};
use crate::organization::lineage::{Link, Share};

/// An organization of the tree on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TreeLine {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// Its code, where it has one.
    pub code: Option<String>,
    /// The organization directly above; absent for a root.
    pub parent: Option<OrganizationId>,
    /// Full members here and below.
    pub full_members: u32,
    /// Probationary members here and below.
    pub probationary_members: u32,
}

/// A member of a cell on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MemberLine {
    /// The identifier.
    pub id: MemberId,
    /// The full name.
    pub name: String,
    /// The cell.
    pub cell: OrganizationId,
    /// Whether a full member.
    pub full: bool,
    /// How the member stands to the cell's activity.
    pub standing: Standing,
}

/// A post held on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PostLine {
    /// Where.
    pub organization: OrganizationId,
    /// Who holds it.
    pub member: MemberId,
    /// The full name.
    pub name: String,
    /// Which.
    pub post: Post,
    /// First day.
    pub from: NaiveDate,
    /// Last day, where known.
    pub to: Option<NaiveDate>,
    /// Elected or appointed, where known.
    pub manner: Option<Manner>,
}

/// What an organization was from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StageLine {
    /// The first day.
    pub from: NaiveDate,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// Its code.
    pub code: Option<String>,
    /// The organization directly above.
    pub parent: Option<OrganizationId>,
}

/// Where an organization is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeirLine {
    /// The organization it is in; itself where it goes on.
    pub organization: OrganizationId,
    /// The name of that organization on the day.
    pub name: String,
    /// Whether all of it is there, or only a part.
    pub whole: bool,
}

/// An organization that ended without a successor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LostLine {
    /// The organization.
    pub organization: OrganizationId,
    /// Its last name.
    pub name: String,
    /// The first day without it.
    pub on: NaiveDate,
    /// How it ended.
    pub closing: Option<Closing>,
    /// The decision.
    pub decision: Option<String>,
}

/// A step from one organization to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StepLine {
    /// What came before.
    pub from: OrganizationId,
    /// What came after.
    pub to: OrganizationId,
    /// The day.
    pub on: NaiveDate,
    /// Whether all of it went, or only a part.
    pub whole: bool,
    /// The decision.
    pub decision: Option<String>,
}

/// What an organization was, what came before it, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineageAnswer {
    /// The organization.
    pub id: OrganizationId,
    /// Its first day in the record.
    pub began: NaiveDate,
    /// The first day without it, where it ended by the day asked about.
    pub ended: Option<NaiveDate>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// What it was, from each change on, up to the day asked about.
    pub stages: Vec<StageLine>,
    /// Where it is on the day.
    pub heirs: Vec<HeirLine>,
    /// What ended on the way without a successor.
    pub lost: Vec<LostLine>,
    /// The steps to the heirs.
    pub steps: Vec<StepLine>,
    /// Every organization that went into it, at any distance, the nearest first.
    pub forebears: Vec<OrganizationId>,
    /// The steps from them.
    pub came_by: Vec<StepLine>,
}

/// A figure of an organization on an earlier day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OldFigure {
    /// The organization.
    pub organization: OrganizationId,
    /// What was counted there, 0 to 9,007,199,254,740,991.
    pub value: i64,
}

/// A figure on the map of the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RestatedLine {
    /// The organization of the day.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// The sum of the old figures that are wholly in it.
    pub value: i64,
    /// The old organizations that went into the sum.
    pub from: Vec<OrganizationId>,
}

/// Why a figure cannot be restated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unclear {
    /// The organization was divided among several.
    Divided,
    /// It, or a part of it, ended without a successor.
    Lost,
}

/// A figure that cannot be restated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UnclearLine {
    /// The old organization.
    pub organization: OrganizationId,
    /// Its figure.
    pub value: i64,
    /// Why it cannot be put anywhere.
    pub reason: Unclear,
    /// The organizations that have a part of it.
    pub heirs: Vec<OrganizationId>,
}

/// Old figures on the map of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RestatedAnswer {
    /// The sums, by organization in the order of entry.
    pub restated: Vec<RestatedLine>,
    /// What cannot be restated, in the order given.
    pub unclear: Vec<UnclearLine>,
}

/// Members who were in one cell and are in another, or in the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MemberFlow {
    /// The cell on the earlier day.
    pub from: OrganizationId,
    /// The cell on the day asked about; absent for those who are members no more.
    pub to: Option<OrganizationId>,
    /// How many.
    pub members: u32,
}

impl View<'_> {
    fn id(&self, place: Place) -> OrganizationId {
        self.state.organization(place).id.clone()
    }

    /// The organization asked for and everything below it, or the whole record; parents first.
    pub(crate) fn scope(&self, id: Option<&OrganizationId>) -> Result<Vec<Place>, HandbookError> {
        match id {
            Some(id) => Ok(self.subtree_places(self.place(id)?)),
            None => {
                let roots: Vec<Place> = self.root_places().gather();
                Ok(roots
                    .into_iter()
                    .flat_map(|root| self.subtree_places(root))
                    .gather())
            }
        }
    }

    /// The tree on the day, parents first, each with the members here and below.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not hold on the day.
    pub fn tree(&self, id: Option<&OrganizationId>) -> Result<Vec<TreeLine>, HandbookError> {
        let scope = self.scope(id)?;
        let mut counts = vec![MemberCounts::default(); self.state.organizations.len()];
        // Children come after their parents: from the end, each adds its sum to the one above.
        for place in scope.iter().rev().copied() {
            let own = self.own_counts(place);
            let Some(sum) = counts.get_mut(place) else {
                continue;
            };
            sum.add(own);
            let sum = *sum;
            let above = self.parent(place).and_then(|above| counts.get_mut(above));
            if let Some(above) = above {
                above.add(sum);
            }
        }
        Ok(scope
            .into_iter()
            .filter_map(|place| {
                let stands = self.told(place)?;
                let counts = counts.get(place)?;
                Some(TreeLine {
                    id: stands.id.clone(),
                    name: stands.name.to_owned(),
                    kind: stands.kind.clone(),
                    code: stands.code.map(str::to_owned),
                    parent: stands.parent.map(|above| self.id(above)),
                    full_members: counts.full,
                    probationary_members: counts.probationary,
                })
            })
            .gather())
    }

    /// Everyone who belongs to an organization or to one below it on the day.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not hold on the day.
    pub fn members(&self, id: &OrganizationId) -> Result<Vec<MemberLine>, HandbookError> {
        let mut lines = Vec::new();
        for place in self.subtree_places(self.place(id)?) {
            for (_, member) in self.state.residents(place, self.date) {
                lines.push(MemberLine {
                    id: member.id.clone(),
                    name: member.name.clone(),
                    cell: self.id(place),
                    full: member.is_full(self.date),
                    standing: member.standing(self.date),
                });
            }
        }
        Ok(lines)
    }

    /// Every post held on the day in an organization or in one below it, organization by
    /// organization in the order of the tree.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not hold on the day.
    pub fn posts(&self, id: &OrganizationId) -> Result<Vec<PostLine>, HandbookError> {
        let mut lines = Vec::new();
        for place in self.subtree_places(self.place(id)?) {
            let known = self.state.organization(place);
            for held in known.posts.iter().filter(|held| held.covers(self.date)) {
                let member = self.state.member(held.member);
                lines.push(PostLine {
                    organization: known.id.clone(),
                    member: member.id.clone(),
                    name: member.name.clone(),
                    post: held.post,
                    from: held.from,
                    to: held.to,
                    manner: held.manner,
                });
            }
        }
        Ok(lines)
    }

    /// What an organization was, what came before it, and what became of it by the day.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that the record does not know by the day, and
    /// for a first day on which it was not there.
    pub fn lineage(
        &self,
        id: &OrganizationId,
        from: Option<NaiveDate>,
    ) -> Result<LineageAnswer, HandbookError> {
        let structure = &self.state.structure;
        let place = self.state.organization_place("id", id)?;
        let Some(began) = structure.began(place).filter(|began| *began <= self.date) else {
            return Err(InputError::new(InputCode::DateOrder, "id", id).into());
        };
        let from = from.unwrap_or(began);
        if !structure.lives(place, from) || from > self.date {
            return Err(InputError::new(InputCode::DateOrder, "from", from).into());
        }
        let known = self.state.organization(place);
        let ended = structure.ended(place).filter(|ended| *ended <= self.date);
        let fate = structure.fate(place, from, self.date);
        let ancestry = structure.ancestry(place, self.date);
        Ok(LineageAnswer {
            id: id.clone(),
            began,
            ended,
            closing: known.closing.filter(|_| ended.is_some()),
            stages: structure
                .stages(place)
                // What changes on the day on which it ends was never lived in.
                .filter(|(from, _)| *from <= self.date && ended.is_none_or(|ended| *from < ended))
                .map(|(from, stands)| StageLine {
                    from,
                    name: stands.name.to_owned(),
                    kind: stands.kind.clone(),
                    code: stands.code.map(str::to_owned),
                    parent: stands.parent.map(|above| self.id(above)),
                })
                .gather(),
            heirs: fate
                .heirs
                .iter()
                .map(|heir| HeirLine {
                    organization: self.id(heir.place),
                    name: self.name(heir.place).to_owned(),
                    whole: heir.share == Share::Whole,
                })
                .gather(),
            lost: fate
                .lost
                .iter()
                .map(|(place, on)| {
                    let known = self.state.organization(*place);
                    LostLine {
                        organization: known.id.clone(),
                        name: self.name(*place).to_owned(),
                        on: *on,
                        closing: known.closing,
                        decision: known.closing_decision.clone(),
                    }
                })
                .gather(),
            steps: self.steps(&fate.steps),
            forebears: ancestry
                .forebears
                .iter()
                .map(|place| self.id(*place))
                .gather(),
            came_by: self.steps(&ancestry.steps),
        })
    }

    fn steps(&self, links: &[Link]) -> Vec<StepLine> {
        let decision = |link: &Link| {
            let place = self
                .state
                .structure
                .links()
                .position(|known| known == link)?;
            self.state.link_decisions.get(place).cloned()
        };
        links
            .iter()
            .map(|link| StepLine {
                from: self.id(link.from),
                to: self.id(link.to),
                on: link.on,
                whole: link.share == Share::Whole,
                decision: decision(link),
            })
            .gather()
    }

    /// Figures of an earlier day on the map of the day: sums where every step was whole, and
    /// what cannot be restated with the reason.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that was not there on the earlier day, one
    /// given twice, a figure out of range, and an earlier day that is later.
    pub fn restated(
        &self,
        from: NaiveDate,
        figures: &[OldFigure],
    ) -> Result<RestatedAnswer, HandbookError> {
        if from > self.date {
            return Err(InputError::new(InputCode::DateOrder, "from", from)
                .with_limit(format!("{} or earlier", self.date))
                .into());
        }
        let structure = &self.state.structure;
        let mut sums: Vec<Option<(i64, Vec<OrganizationId>)>> =
            vec![None; self.state.organizations.len()];
        let mut seen = vec![false; self.state.organizations.len()];
        let mut unclear = Vec::new();
        for (line, figure) in figures.iter().enumerate() {
            let field = format!("figures[{line}].organization");
            let place = self
                .state
                .organization_place(&field, &figure.organization)?;
            if !structure.lives(place, from) {
                return Err(
                    InputError::new(InputCode::DateOrder, field, &figure.organization).into(),
                );
            }
            crate::check::in_range(
                &format!("figures[{line}].value"),
                figure.value,
                0,
                crate::check::SAFE_INTEGER_MOST,
            )?;
            if std::mem::replace(seen.get_mut(place).unwrap_or(&mut false), true) {
                return Err(
                    InputError::new(InputCode::Duplicate, field, &figure.organization).into(),
                );
            }
            let fate = structure.fate(place, from, self.date);
            match fate.whole().and_then(|heir| sums.get_mut(heir)) {
                Some(sum) => {
                    let (value, parts) = sum.get_or_insert_default();
                    *value = value
                        .checked_add(figure.value)
                        .filter(|sum| *sum <= crate::check::SAFE_INTEGER_MOST)
                        .ok_or_else(|| {
                            InputError::new(InputCode::OutOfRange, "figures", figure.value)
                        })?;
                    parts.push(figure.organization.clone());
                }
                None => unclear.push(UnclearLine {
                    organization: figure.organization.clone(),
                    value: figure.value,
                    reason: if fate.lost.is_empty() {
                        Unclear::Divided
                    } else {
                        Unclear::Lost
                    },
                    heirs: fate.heirs.iter().map(|heir| self.id(heir.place)).gather(),
                }),
            }
        }
        let restated = sums
            .into_iter()
            .enumerate()
            .filter_map(|(place, sum)| {
                let (value, from) = sum?;
                Some(RestatedLine {
                    organization: self.id(place),
                    name: self.name(place).to_owned(),
                    value,
                    from,
                })
            })
            .gather();
        Ok(RestatedAnswer { restated, unclear })
    }

    /// Where the members of an earlier day are on the day, cell by cell: what makes a figure of
    /// persons restatable even where a cell was divided.
    ///
    /// # Errors
    /// [`HandbookError::Input`] for an organization that was not there on the earlier day, and
    /// for an earlier day that is later.
    pub fn member_flows(
        &self,
        id: &OrganizationId,
        from: NaiveDate,
    ) -> Result<Vec<MemberFlow>, HandbookError> {
        let structure = &self.state.structure;
        let root = self.state.organization_place("id", id)?;
        if !structure.lives(root, from) || from > self.date {
            return Err(InputError::new(InputCode::DateOrder, "from", from).into());
        }
        let mut flows: Vec<(Place, Option<Place>, u32)> = Vec::new();
        for cell in structure.subtree(root, from) {
            let first = flows.len();
            for (_, member) in self.state.residents(cell, from) {
                let home = member.home(self.date);
                let known = flows.iter_mut().skip(first).find(|(_, to, _)| *to == home);
                match known {
                    Some((_, _, count)) => *count = count.saturating_add(1),
                    None => flows.push((cell, home, 1)),
                }
            }
        }
        Ok(flows
            .into_iter()
            .map(|(from, to, members)| MemberFlow {
                from: self.id(from),
                to: to.map(|to| self.id(to)),
                members,
            })
            .gather())
    }
}
