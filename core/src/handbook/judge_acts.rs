//! The acts of one decision judged: who may decide, and whether what they come to fits the rules.

use chrono::NaiveDate;

use super::act::{OrganizationAct, PostHolder};
use super::command::Post;
use super::judge::{COMMITTEE, STANDING_COMMITTEE, Seats, to_count};
use super::reorganize::Draft;
use super::state::{Place, State};
use crate::compact::{Gather, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{KindId, OrganizationId};
use crate::organization::structure::Structure;
use crate::organization::{self, DisbandingInput, OrganizationFormInput, PlacementInput, Setting};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Ground, Recorder};

/// What the superior allowed beyond the sizes.
pub(super) struct Exceptions<'command> {
    pub(super) strengthened_leadership: &'command [OrganizationId],
    pub(super) consent_to_stay_cell: &'command [OrganizationId],
}

/// What is judged of the acts before they are taken in, and after.
struct Judging<'book> {
    grounds: Vec<Ground>,
    forbidden: bool,
    rules: Rules<'book>,
}

/// Judges the acts of a decision by the rules of the day on which they take effect.
pub(super) fn judge_acts(
    state: &mut State,
    rules: &Rules<'_>,
    decision: &str,
    decided_by: Option<&OrganizationId>,
    acts: &[OrganizationAct],
    exceptions: &Exceptions<'_>,
) -> Result<(Vec<Ground>, bool), HandbookError> {
    let mut judging = Judging {
        grounds: Vec::new(),
        forbidden: false,
        rules: *rules,
    };
    for named in exceptions
        .strengthened_leadership
        .iter()
        .chain(exceptions.consent_to_stay_cell)
    {
        let founded = acts
            .iter()
            .any(|act| matches!(act, OrganizationAct::Found { id, .. } if id == named));
        if !founded {
            state.organization_place("consentToStayCell", named)?;
        }
    }
    if let Some(body) = decided_by {
        judging.competence(state, body, acts)?;
    }
    for act in acts {
        if let OrganizationAct::Disband {
            proposing,
            deciding,
            ..
        } = act
        {
            let votes = DisbandingInput {
                proposing: *proposing,
                deciding: Some(*deciding),
            };
            judging.judged(organization::disbanding(rules, &votes)?.grounds);
        }
        if let OrganizationAct::EndTier { kind } = act {
            judging.end_of_tier(kind)?;
        }
    }
    state.tried(decision, rules.date(), acts, |draft| {
        judging.outcome(draft, acts, exceptions)
    })??;
    Ok((judging.grounds, judging.forbidden))
}

/// What is stated is not judged, but only cells have members of their own, whatever the day.
pub(super) fn check_stated(
    state: &mut State,
    rules: &Rules<'_>,
    decision: &str,
    on: NaiveDate,
    acts: &[OrganizationAct],
) -> Result<(), HandbookError> {
    Ok(state.tried(decision, on, acts, |draft| {
        for place in touched(draft, acts) {
            check_members(draft, rules, place, on)?;
        }
        Ok::<_, InputError>(())
    })??)
}

/// Refuses members in an organization of a kind that is no cell on any day of the book.
fn check_members(
    draft: &Draft<'_>,
    rules: &Rules<'_>,
    place: Place,
    on: NaiveDate,
) -> Result<(), InputError> {
    let Some(stands) = draft.structure.on(place, on) else {
        return Ok(());
    };
    let mut kinds = rules.book().kinds().iter();
    let cell = kinds.any(|kind| kind.id == *stands.kind && kind.cell);
    if cell || draft.residents(place).is_empty() {
        return Ok(());
    }
    Err(InputError::new(InputCode::Contradiction, "acts", stands.id)
        .with_limit("a cell: only cells have members of their own"))
}

impl Judging<'_> {
    fn judged(&mut self, grounds: Vec<Ground>) {
        self.forbidden |= grounds.iter().any(|ground| !ground.holds);
        self.grounds.extend(grounds);
    }

    /// The body that decides stands above what the acts are about; a departmental committee
    /// decides nothing, and what is disbanded is decided one level further up (ORG-14, ORG-40,
    /// ORG-41).
    fn competence(
        &mut self,
        state: &State,
        body: &OrganizationId,
        acts: &[OrganizationAct],
    ) -> Result<(), HandbookError> {
        let structure = &state.structure;
        let on = self.rules.date();
        let decider = state.organization_place("decidedBy", body)?;
        if !structure.lives(decider, on) && structure.ended(decider) != Some(on) {
            return Err(InputError::new(InputCode::DateOrder, "decidedBy", body).into());
        }
        let departmental = KindId::new("dang_bo_bo_phan")?;
        let decides = structure
            .last(decider)
            .is_some_and(|stands| *stands.kind != departmental);
        let required = self.rules.get(parameter::DISSOLVED_BY_ESTABLISHING)?;
        let mut basis = Basis::default();
        for (place, level) in subjects(structure, acts) {
            let mut chain = std::iter::once(place)
                .chain(structure.ancestors(place, on))
                .skip(level)
                .peekable();
            // Where the record does not reach the body's level, nothing contradicts.
            let reaches = chain.peek().is_some();
            let competent = decides && (!reaches || chain.any(|above| above == decider));
            basis.compare(
                &required,
                Quantity::Flag { value: competent },
                Comparison::Equals,
                Quantity::Flag {
                    value: required.value,
                },
            );
        }
        basis.grounds.dedup();
        self.judged(basis.grounds);
        Ok(())
    }

    /// A tier ends in one act only when the rules know it no more.
    fn end_of_tier(&mut self, kind: &KindId) -> Result<(), HandbookError> {
        let ground = organization::end_of_tier(&self.rules, kind)?;
        self.judged(vec![ground]);
        Ok(())
    }

    /// Kind, place, size and committee of everything the acts touched.
    fn outcome(
        &mut self,
        draft: &Draft<'_>,
        acts: &[OrganizationAct],
        exceptions: &Exceptions<'_>,
    ) -> Result<(), HandbookError> {
        for place in touched(draft, acts) {
            let on = self.rules.date();
            check_members(draft, &self.rules, place, on)?;
            let Some(stands) = draft.structure.on(place, on) else {
                continue;
            };
            let parent = stands
                .parent
                .and_then(|above| draft.structure.on(above, on))
                .map(|above| above.kind.clone());
            let placed = organization::placement(
                &self.rules,
                &PlacementInput {
                    kind: stands.kind.clone(),
                    parent,
                },
            )?;
            self.judged(placed.grounds);
            let Some(kind) = self.rules.kind(stands.kind) else {
                continue;
            };
            let (full_members, probationary_members) = draft.counts(place);
            let given = given_posts(acts, stands.id);
            if !given.is_empty() {
                let posts: Vec<Post> = given.iter().map(|holder| holder.post).gather();
                let seats = Seats {
                    cell: kind.cell,
                    full_members: i64::from(full_members),
                    committee: to_count(draft.seats(place, &given, &COMMITTEE)),
                    standing: to_count(draft.seats(place, &given, &STANDING_COMMITTEE)),
                };
                let mut basis = Basis::default();
                seats.allow(&self.rules, &posts, &mut basis)?;
                self.judged(basis.grounds);
            }
            if !kind.cell && !kind.grassroots {
                continue;
            }
            let village = draft.kept(place).is_some_and(|known| known.village);
            let form = organization::organization_form(
                &self.rules,
                &OrganizationFormInput {
                    full_members,
                    probationary_members,
                    setting: if village {
                        Setting::Village
                    } else {
                        Setting::Standard
                    },
                    strengthened_leadership: exceptions.strengthened_leadership.contains(stands.id),
                    // A cell under a grassroots committee may have any size that forms one.
                    consent_to_stay_cell: !kind.grassroots
                        || exceptions.consent_to_stay_cell.contains(stands.id),
                },
            )?;
            self.grounds.extend(form.grounds);
            match &form.value.kind {
                None => self.forbidden = true,
                Some(fitting) if kind.sized && fitting != stands.kind => {
                    let ground = organization::kind_for_size(&self.rules, stands.kind, fitting)?;
                    self.judged(vec![ground]);
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}

/// Whom the acts give a post in an organization.
fn given_posts<'a>(acts: &'a [OrganizationAct], id: &OrganizationId) -> Vec<&'a PostHolder> {
    let mut given = Vec::new();
    for act in acts {
        match act {
            OrganizationAct::Found {
                id: founded, posts, ..
            } if founded == id => {
                given.extend(posts);
            }
            OrganizationAct::Split { into, .. } => {
                let shares = into.iter().filter(|share| share.organization == *id);
                given.extend(shares.flat_map(|share| &share.posts));
            }
            _ => {}
        }
    }
    given
}

/// Whom the acts are about, and from how many levels above it is decided.
fn subjects(structure: &Structure, acts: &[OrganizationAct]) -> Vec<(Place, usize)> {
    let mut subjects = Vec::new();
    // What the acts found is judged by what it stands under.
    let mut about = |id: &OrganizationId, level| {
        subjects.extend(structure.place(id.as_str()).map(|place| (place, level)));
    };
    for act in acts {
        match act {
            OrganizationAct::Found { parent, .. } => {
                parent.iter().for_each(|parent| about(parent, 0))
            }
            OrganizationAct::Merge { from, into } => {
                from.iter().chain([into]).for_each(|id| about(id, 1));
            }
            OrganizationAct::Split { from, .. } => about(from, 1),
            OrganizationAct::Move { organization, .. }
            | OrganizationAct::ChangeKind { organization, .. }
            | OrganizationAct::Rename { organization, .. }
            | OrganizationAct::Dissolve { organization, .. } => about(organization, 1),
            OrganizationAct::Disband { organization, .. } => about(organization, 2),
            OrganizationAct::EndTier { .. } => {}
        }
    }
    subjects
}

/// The organizations whose kind, place or size the acts changed, in the order of entry.
fn touched(draft: &Draft<'_>, acts: &[OrganizationAct]) -> Vec<Place> {
    let mut places = Vec::new();
    let mut touch = |id: &OrganizationId| {
        places.extend(draft.structure.place(id.as_str()));
    };
    for act in acts {
        match act {
            OrganizationAct::Found { id, .. } => touch(id),
            OrganizationAct::Merge { into, .. } => touch(into),
            OrganizationAct::Split { from, into, .. } => {
                touch(from);
                into.iter().for_each(|share| touch(&share.organization));
            }
            OrganizationAct::Move { organization, .. }
            | OrganizationAct::ChangeKind { organization, .. } => {
                touch(organization);
            }
            OrganizationAct::Dissolve { members, .. }
            | OrganizationAct::Disband { members, .. } => {
                members
                    .iter()
                    .for_each(|destination| touch(&destination.to));
            }
            OrganizationAct::Rename { .. } | OrganizationAct::EndTier { .. } => {}
        }
    }
    sort_by(&mut places, Ord::cmp);
    places.dedup();
    places
}
