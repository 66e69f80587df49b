//! The acts of one decision taken in: all of them, or none.

use chrono::NaiveDate;

use super::act::{Closing, Destination, OrganizationAct, PostHolder};
use super::command::{Manner, Post};
use super::state::{Member, Organization, Place, PostHeld, State, check_name};
use crate::compact::{Gather, TextMap, sort_by};
use crate::error::{InputCode, InputError};
use crate::identifier::{MemberId, OrganizationId};
use crate::organization::lineage::Share;
use crate::organization::structure::{Beginning, Change, Structure};

/// What a decision comes to while its acts are taken in. The structure is changed act by act;
/// the rest is kept aside until every act has gone through.
pub(super) struct Draft<'s> {
    pub(super) structure: &'s mut Structure,
    organizations: &'s [Organization],
    members: &'s [Member],
    member_places: &'s TextMap,
    on: NaiveDate,
    changes: Changes,
}

/// What a decision changes besides the structure.
#[derive(Default)]
pub(super) struct Changes {
    /// Organizations that begin, in the order of their places.
    begun: Vec<Organization>,
    /// Members and their new homes, in order.
    moves: Vec<(Place, Place)>,
    posts: Vec<(Place, PostHeld)>,
    closed: Vec<(Place, Closing)>,
}

/// What a draft reads beside the structure, as it was before the decision.
struct Before<'s> {
    organizations: &'s [Organization],
    members: &'s [Member],
    member_places: &'s TextMap,
}

impl<'s> Before<'s> {
    /// Takes the acts in, act by act.
    fn draft(
        self,
        structure: &'s mut Structure,
        decision: &str,
        on: NaiveDate,
        acts: &[OrganizationAct],
    ) -> Result<Draft<'s>, InputError> {
        let mut draft = Draft {
            structure,
            organizations: self.organizations,
            members: self.members,
            member_places: self.member_places,
            on,
            changes: Changes::default(),
        };
        draft.take(decision, acts)?;
        Ok(draft)
    }
}

impl State {
    fn parted(&mut self) -> (&mut Structure, Before<'_>) {
        let before = Before {
            organizations: &self.organizations,
            members: &self.members,
            member_places: &self.member_places,
        };
        (&mut self.structure, before)
    }

    /// Takes in the acts of one decision: all of them, or none.
    pub(super) fn reorganize(
        &mut self,
        decision: &str,
        on: NaiveDate,
        acts: &[OrganizationAct],
    ) -> Result<(), InputError> {
        let (structure, before) = self.parted();
        let changes = structure.together(|structure| {
            let draft = before.draft(structure, decision, on, acts)?;
            Ok::<_, InputError>(draft.changes)
        })?;
        self.settle_changes(decision, on, changes);
        Ok(())
    }

    /// Takes the acts in, looks at what they come to, and takes them back.
    pub(super) fn tried<T>(
        &mut self,
        decision: &str,
        on: NaiveDate,
        acts: &[OrganizationAct],
        look: impl FnOnce(&Draft<'_>) -> T,
    ) -> Result<T, InputError> {
        let (structure, before) = self.parted();
        structure.tried(|structure| {
            let draft = before.draft(structure, decision, on, acts)?;
            Ok(look(&draft))
        })
    }

    /// Nothing here can fail: the draft has checked everything.
    fn settle_changes(&mut self, decision: &str, on: NaiveDate, changes: Changes) {
        self.link_decisions
            .resize(self.structure.link_count(), decision.to_owned());
        self.organizations.extend(changes.begun);
        for (member, home) in changes.moves {
            self.settle(member, home);
            if let Some(known) = self.members.get_mut(member) {
                known.homes.change(on, home);
            }
        }
        for (place, closing) in changes.closed {
            let Some(known) = self.organizations.get_mut(place) else {
                continue;
            };
            known.closing = Some(closing);
            known.closing_decision = Some(decision.to_owned());
            for held in &mut known.posts {
                if held.covers(on) {
                    held.to = on.pred_opt();
                }
            }
        }
        for (place, held) in changes.posts {
            if let Some(known) = self.organizations.get_mut(place) {
                known.posts.push(held);
            }
        }
    }
}

impl Draft<'_> {
    fn take(&mut self, decision: &str, acts: &[OrganizationAct]) -> Result<(), InputError> {
        if acts.is_empty() {
            return Err(InputError::new(InputCode::Empty, "acts", ""));
        }
        for (number, act) in acts.iter().enumerate() {
            self.take_one(decision, act).map_err(|mut error| {
                error.field = format!("acts[{number}].{}", error.field);
                error
            })?;
        }
        Ok(())
    }

    fn take_one(&mut self, decision: &str, act: &OrganizationAct) -> Result<(), InputError> {
        match act {
            OrganizationAct::Found {
                id,
                kind,
                parent,
                name,
                code,
                sector,
                village,
                purpose,
                members,
                posts,
            } => {
                check_name("name", name)?;
                if let Some(code) = code {
                    check_name("code", code)?;
                }
                if let Some(purpose) = purpose {
                    check_name("purpose", purpose)?;
                }
                let parent = match parent {
                    None => None,
                    Some(parent) => Some(self.organization("parent", parent)?),
                };
                let place = self.structure.begin(&Beginning {
                    id,
                    kind,
                    name,
                    code: code.as_deref(),
                    parent,
                    on: self.on,
                })?;
                self.changes.begun.push(Organization::new(
                    id.clone(),
                    *sector,
                    *village,
                    purpose.clone(),
                    Some(decision.to_owned()),
                ));
                for (line, member) in members.iter().enumerate() {
                    let member = self.member(&format!("members[{line}]"), member)?;
                    self.move_home(member, place, line)?;
                }
                self.appoint(place, posts)
            }
            OrganizationAct::Merge { from, into } => {
                let heir = self.receiver("into", into)?;
                if from.is_empty() {
                    return Err(InputError::new(InputCode::Empty, "from", ""));
                }
                for (line, id) in from.iter().enumerate() {
                    let field = format!("from[{line}]");
                    let place = self.organization(&field, id)?;
                    if place == heir {
                        return Err(InputError::new(InputCode::Cycle, field, id));
                    }
                    for member in self.residents(place) {
                        self.changes.moves.push((member, heir));
                    }
                    self.hand_over(place, Some(heir))?;
                    self.close(&field, place, Closing::Merged)?;
                    self.structure.link(place, heir, self.on, Share::Whole)?;
                }
                Ok(())
            }
            OrganizationAct::Split {
                from,
                into,
                continues,
            } => {
                let place = self.organization("from", from)?;
                if into.is_empty() {
                    return Err(InputError::new(InputCode::Empty, "into", ""));
                }
                for (line, share) in into.iter().enumerate() {
                    let field = format!("into[{line}]");
                    let heir =
                        self.receiver(&format!("{field}.organization"), &share.organization)?;
                    for (number, member) in share.members.iter().enumerate() {
                        let at = format!("{field}.members[{number}]");
                        self.leave_for(&at, place, member, heir)?;
                    }
                    for (number, id) in share.organizations.iter().enumerate() {
                        let at = format!("{field}.organizations[{number}]");
                        let below = self.organization(&at, id)?;
                        if self.structure.parent(below, self.on) != Some(place) {
                            return Err(InputError::new(InputCode::Contradiction, at, id)
                                .with_limit(format!("directly below `{from}`")));
                        }
                        let change = Change {
                            parent: Some(Some(heir)),
                            ..Change::default()
                        };
                        self.structure.change(below, self.on, &change)?;
                    }
                    self.appoint(heir, &share.posts)?;
                }
                if !continues {
                    self.emptied("into", place)?;
                    self.close("from", place, Closing::Split)?;
                }
                let share = if *continues || into.len() > 1 {
                    Share::Part
                } else {
                    Share::Whole
                };
                for heir in into {
                    let heir = self.organization("into", &heir.organization)?;
                    self.structure.link(place, heir, self.on, share)?;
                }
                Ok(())
            }
            OrganizationAct::Move {
                organization,
                parent,
            } => {
                let place = self.organization("organization", organization)?;
                let parent = self.organization("parent", parent)?;
                let change = Change {
                    parent: Some(Some(parent)),
                    ..Change::default()
                };
                self.structure.change(place, self.on, &change)
            }
            OrganizationAct::ChangeKind { organization, kind } => {
                let place = self.organization("organization", organization)?;
                let change = Change {
                    kind: Some(kind),
                    ..Change::default()
                };
                self.structure.change(place, self.on, &change)
            }
            OrganizationAct::Rename {
                organization,
                name,
                code,
            } => {
                let place = self.organization("organization", organization)?;
                if name.is_none() && code.is_none() {
                    return Err(InputError::new(InputCode::Empty, "name", ""));
                }
                if let Some(name) = name {
                    check_name("name", name)?;
                }
                if let Some(code) = code {
                    check_name("code", code)?;
                }
                let change = Change {
                    name: name.as_deref(),
                    code: code.as_deref().map(Some),
                    ..Change::default()
                };
                self.structure.change(place, self.on, &change)
            }
            OrganizationAct::Dissolve {
                organization,
                members,
            } => self.dissolve(organization, members, Closing::Dissolved),
            OrganizationAct::Disband {
                organization,
                members,
                ..
            } => self.dissolve(organization, members, Closing::Disbanded),
            OrganizationAct::EndTier { kind } => {
                let tier: Vec<Place> = (0..self.structure.len())
                    .filter(|place| {
                        self.structure
                            .on(*place, self.on)
                            .is_some_and(|stands| stands.kind == kind)
                    })
                    .gather();
                if tier.is_empty() {
                    return Err(InputError::new(InputCode::UnknownId, "kind", kind)
                        .with_limit("a kind of which there are organizations"));
                }
                for place in tier {
                    let above = self.structure.parent(place, self.on);
                    self.hand_over(place, above)?;
                    self.emptied("kind", place)?;
                    self.close("kind", place, Closing::TierEnded)?;
                }
                Ok(())
            }
        }
    }

    fn dissolve(
        &mut self,
        organization: &OrganizationId,
        members: &[Destination],
        closing: Closing,
    ) -> Result<(), InputError> {
        let place = self.organization("organization", organization)?;
        for (line, destination) in members.iter().enumerate() {
            let to = self.receiver(&format!("members[{line}].to"), &destination.to)?;
            let field = format!("members[{line}].member");
            self.leave_for(&field, place, &destination.member, to)?;
        }
        self.emptied("members", place)?;
        self.close("organization", place, closing)
    }

    /// The organization of an identifier, if it is there on the day.
    pub(super) fn organization(
        &self,
        field: &str,
        id: &OrganizationId,
    ) -> Result<Place, InputError> {
        let place = self
            .structure
            .place(id.as_str())
            .ok_or_else(|| InputError::new(InputCode::UnknownId, field, id))?;
        if !self.structure.lives(place, self.on) {
            return Err(InputError::new(InputCode::DateOrder, field, id)
                .with_limit(format!("an organization that is there on {}", self.on)));
        }
        Ok(place)
    }

    /// An organization that members come to: it is there on the day, and no end is recorded.
    fn receiver(&self, field: &str, id: &OrganizationId) -> Result<Place, InputError> {
        let place = self.organization(field, id)?;
        match self.structure.ended(place) {
            Some(end) => Err(
                InputError::new(InputCode::DateOrder, field, id).with_limit(format!(
                    "an organization that goes on; this one ends on {end}"
                )),
            ),
            None => Ok(place),
        }
    }

    fn member(&self, field: &str, id: &MemberId) -> Result<Place, InputError> {
        self.member_places
            .place(id.as_str())
            .ok_or_else(|| InputError::new(InputCode::UnknownId, field, id))
    }

    /// The home of a member after the acts so far.
    fn home(&self, member: Place) -> Option<Place> {
        let moved = self.changes.moves.iter().rev();
        moved
            .into_iter()
            .find(|(known, _)| *known == member)
            .map(|(_, home)| *home)
            .or_else(|| self.members.get(member)?.home(self.on))
    }

    /// Members whose home an organization is after the acts so far.
    pub(super) fn residents(&self, place: Place) -> Vec<Place> {
        let before = self
            .organizations
            .get(place)
            .map(|known| known.residents.as_slice())
            .unwrap_or_default();
        let mut residents: Vec<Place> = before
            .iter()
            .copied()
            .filter(|member| self.home(*member) == Some(place))
            .gather();
        for (member, _) in &self.changes.moves {
            if self.home(*member) == Some(place) && !residents.contains(member) {
                residents.push(*member);
            }
        }
        residents
    }

    /// Full and probationary members of an organization and everything below it.
    pub(super) fn counts(&self, place: Place) -> (u32, u32) {
        let (mut full, mut probationary) = (0_u32, 0_u32);
        for below in self.structure.subtree(place, self.on) {
            for member in self.residents(below) {
                let is_full = self
                    .members
                    .get(member)
                    .is_some_and(|member| member.is_full(self.on));
                if is_full {
                    full = full.saturating_add(1);
                } else {
                    probationary = probationary.saturating_add(1);
                }
            }
        }
        (full, probationary)
    }

    /// What the record keeps of an organization besides the structure.
    /// How many members sit in certain posts of an organization, those whom the acts give one
    /// among them; each once.
    pub(super) fn seats(&self, place: Place, given: &[&PostHolder], wanted: &[Post]) -> usize {
        let before = self.organizations.get(place).map(|known| &known.posts);
        let mut seated: Vec<Place> = before
            .into_iter()
            .flatten()
            .filter(|held| held.covers(self.on) && wanted.contains(&held.post))
            .map(|held| held.member)
            .gather();
        for holder in given.iter().filter(|holder| wanted.contains(&holder.post)) {
            if let Some(member) = self.member_places.place(holder.member.as_str())
                && !seated.contains(&member)
            {
                seated.push(member);
            }
        }
        sort_by(&mut seated, Ord::cmp);
        seated.dedup();
        seated.len()
    }

    pub(super) fn kept(&self, place: Place) -> Option<&Organization> {
        self.organizations.get(place).or_else(|| {
            self.changes
                .begun
                .get(place.checked_sub(self.organizations.len())?)
        })
    }

    fn move_home(&mut self, member: Place, to: Place, line: usize) -> Result<(), InputError> {
        if self.home(member).is_none() {
            let id = self.members.get(member).map(|member| member.id.to_string());
            let field = format!("members[{line}]");
            return Err(
                InputError::new(InputCode::DateOrder, field, id.unwrap_or_default())
                    .with_limit(format!("a member who has a cell on {}", self.on)),
            );
        }
        self.changes.moves.push((member, to));
        Ok(())
    }

    /// A member of one organization goes to another.
    fn leave_for(
        &mut self,
        field: &str,
        from: Place,
        id: &MemberId,
        to: Place,
    ) -> Result<(), InputError> {
        let member = self.member(field, id)?;
        if self.home(member) != Some(from) {
            return Err(InputError::new(InputCode::Contradiction, field, id)
                .with_limit("a member of the organization, each once"));
        }
        self.changes.moves.push((member, to));
        Ok(())
    }

    fn appoint(&mut self, place: Place, posts: &[PostHolder]) -> Result<(), InputError> {
        for (line, holder) in posts.iter().enumerate() {
            let member = self.member(&format!("posts[{line}].member"), &holder.member)?;
            if self.home(member).is_none() {
                return Err(InputError::new(
                    InputCode::DateOrder,
                    format!("posts[{line}].member"),
                    &holder.member,
                ));
            }
            let held = PostHeld {
                member,
                post: holder.post,
                manner: Some(Manner::Appointed),
                from: self.on,
                to: None,
            };
            let twice = |known: &PostHeld| {
                known.member == member && known.post == holder.post && known.covers(self.on)
            };
            let before = self.organizations.get(place);
            if before.is_some_and(|known| known.posts.iter().any(twice))
                || self
                    .changes
                    .posts
                    .iter()
                    .any(|(known, held)| *known == place && twice(held))
            {
                return Err(InputError::new(
                    InputCode::Duplicate,
                    format!("posts[{line}].member"),
                    &holder.member,
                ));
            }
            self.changes.posts.push((place, held));
        }
        Ok(())
    }

    /// Everything directly below comes under another organization, or under none.
    fn hand_over(&mut self, place: Place, heir: Option<Place>) -> Result<(), InputError> {
        let children: Vec<Place> = self.structure.children(place, self.on).gather();
        for child in children {
            let change = Change {
                parent: Some(heir),
                ..Change::default()
            };
            self.structure.change(child, self.on, &change)?;
        }
        Ok(())
    }

    /// Nobody may be left in an organization that ends.
    fn emptied(&self, field: &str, place: Place) -> Result<(), InputError> {
        let left = self.residents(place);
        let Some(member) = left.first().and_then(|member| self.members.get(*member)) else {
            return Ok(());
        };
        Err(InputError::new(InputCode::Empty, field, &member.id)
            .with_limit(format!("a place for each of {} who are left", left.len())))
    }

    fn close(&mut self, field: &str, place: Place, closing: Closing) -> Result<(), InputError> {
        if let Some(known) = self.organizations.get(place) {
            let comes_later = known
                .residents
                .iter()
                .filter_map(|member| self.members.get(*member))
                .find(|member| member.homes.after(self.on).any(|home| *home == place));
            if let Some(member) = comes_later {
                return Err(InputError::new(InputCode::DateOrder, field, &known.id)
                    .with_limit(format!("`{}` comes to it later", member.id)));
            }
            if known.posts.iter().any(|held| held.from >= self.on) {
                return Err(InputError::new(InputCode::DateOrder, field, &known.id)
                    .with_limit("a post in it starts later"));
            }
        }
        self.structure.end(place, self.on)?;
        self.changes.posts.retain(|(known, _)| *known != place);
        self.changes.closed.push((place, closing));
        Ok(())
    }
}
