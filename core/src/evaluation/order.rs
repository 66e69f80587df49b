//! Who is rated in a year, in which order, and where.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ratable::{RatableInput, RatableRules, RatedStanding};
use super::rule::OnDemand;
use crate::check::{in_range, not_after, not_before};
use crate::compact::{TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{KindId, MemberId, OrganizationId};
use crate::rulebook::policy::{EndedOrganizationRated, MovedMemberRated, RatingRule};
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Ground, Recorder, Silent, Verdict};

/// Most organizations or persons of one plan.
const SUBJECTS_MOST: usize = 10_000_000;

/// Most posts or moves of one person.
const PLACES_MOST: usize = 366;

/// What an organization that is named has to be.
const STANDS: &str = "an organization that stands on the day, or has a successor then";

/// An organization of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanOrganization {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its kind, such as `chi_bo`.
    pub kind: KindId,
    /// The organization directly above; absent for a root.
    #[serde(default)]
    pub parent: Option<OrganizationId>,
    /// The first day without it, where it was merged or dissolved.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub ended_on: Option<NaiveDate>,
    /// The organization that went on in its place, where there is one.
    #[serde(default)]
    pub successor: Option<OrganizationId>,
}

/// A move of a member's home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CellMove {
    /// The cell left.
    pub from: OrganizationId,
    /// The first day in the next cell.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// A member of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanPerson {
    /// The identifier.
    pub id: MemberId,
    /// The cell on the day of rating.
    pub cell: OrganizationId,
    /// Moves in the year, from the first to the last.
    #[serde(default)]
    pub moves: Vec<CellMove>,
    /// Other organizations in which a post is held.
    #[serde(default)]
    pub posts: Vec<OrganizationId>,
    /// How the member stands on the day of rating.
    pub standing: RatedStanding,
    /// The day of admission; absent where it was long ago.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub admitted_on: Option<NaiveDate>,
    /// Is rated by the State as well (cán bộ, công chức, viên chức).
    #[serde(default)]
    pub civil_servant: bool,
    /// The day the State's rating is known; absent while it is not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub state_rated_on: Option<NaiveDate>,
    /// Absent on the day of rating.
    #[serde(default)]
    pub absent: bool,
    /// The day of return, where it is known.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub returns_on: Option<NaiveDate>,
    /// The body competent to fix the one class of a holder of several posts.
    #[serde(default)]
    pub competent_body: Option<OrganizationId>,
}

/// The organizations and members of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingPlanInput {
    /// The year rated.
    pub year: i32,
    /// The day of rating: of the year, or later.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// The organizations, also those that ended in the year.
    #[serde(default)]
    pub organizations: Vec<PlanOrganization>,
    /// The members.
    #[serde(default)]
    pub persons: Vec<PlanPerson>,
    /// Where those who moved are rated; absent for the policy in force.
    #[serde(default)]
    pub moved: Option<MovedMemberRated>,
    /// How organizations that ended are rated; absent for the policy in force.
    #[serde(default)]
    pub ended: Option<EndedOrganizationRated>,
}

/// Whom a line of the plan is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum PlanSubject {
    /// An organization.
    Organization {
        /// Its identifier.
        id: OrganizationId,
    },
    /// A member.
    Member {
        /// The identifier.
        id: MemberId,
    },
}

/// What a rating waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RatingWait {
    /// The State's rating of a civil servant.
    StateRating,
    /// The return of one who is absent.
    Return,
    /// The name of the body that fixes the one class of a holder of several posts.
    CompetentBody,
}

/// One rating, in its place of the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedRating {
    /// Who is rated.
    pub subject: PlanSubject,
    /// From 1: whoever is of a round may be rated when all earlier rounds are.
    pub round: u32,
    /// Where the subject is reviewed, the place that counts first.
    pub reviewed_in: Vec<OrganizationId>,
    /// The organization whose committee decides: the one above an organization, the grassroots
    /// organization above a member's cell or else the one directly above it, the body named for a
    /// holder of several posts. Absent where the list holds none.
    pub decided_by: Option<OrganizationId>,
    /// Cells that a member left and that comment, in the order in which they were left.
    pub comments_from: Vec<OrganizationId>,
    /// What it waits for.
    pub waits_for: Vec<RatingWait>,
    /// The first day on which it can be made, where that is later than the day of rating and known.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub earliest_on: Option<NaiveDate>,
}

/// Why somebody is not rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NotRatedReason {
    /// Exempted from work and meetings.
    Exempted,
    /// Suspended.
    Suspended,
    /// Admitted too short a time before.
    NewMember,
    /// Merged or dissolved in the year; the successor's rating covers it.
    RatedWithSuccessor,
    /// Dissolved in the year, and nothing goes on in its place.
    EndedWithoutSuccessor,
    /// Ended before the year.
    EndedEarlier,
}

/// Somebody who is not rated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotRatedLine {
    /// Who.
    pub subject: PlanSubject,
    /// Why; the first that applies, in the order of the list.
    pub reason: NotRatedReason,
    /// The organization that stands on the day of rating in the place of one that ended.
    pub successor: Option<OrganizationId>,
    /// What was compared.
    pub grounds: Vec<Ground>,
}

/// The ratings of a year in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatingPlan {
    /// Whoever is rated, from the first to the last.
    pub ratings: Vec<PlannedRating>,
    /// Whoever is not, organizations before members, each by identifier.
    pub not_rated: Vec<NotRatedLine>,
}

/// Place of an organization in the input.
type Place = usize;

/// The organizations as a tree.
struct Tree<'a> {
    input: &'a RatingPlanInput,
    places: TextMap,
    /// What stands in its place on the day: itself, or the last of its successors. None where
    /// nothing does.
    standing: Vec<Option<Place>>,
    /// The organization directly above on the day.
    above: Vec<Option<Place>>,
    /// The nearest grassroots organization above on the day.
    grassroots: Vec<Option<Place>>,
    /// From 1: one more than the highest round below; 0 for those not rated.
    rounds: Vec<u32>,
    first: NaiveDate,
}

fn unknown(field: String, id: impl std::fmt::Display) -> InputError {
    InputError::new(InputCode::UnknownId, field, id)
}

impl<'a> Tree<'a> {
    fn new(input: &'a RatingPlanInput) -> Result<Self, InputError> {
        let first = NaiveDate::from_ymd_opt(input.year, 1, 1)
            .ok_or_else(|| InputError::new(InputCode::OutOfRange, "year", input.year))?;
        not_before("on", input.on, first)?;
        in_range("organizations", input.organizations.len(), 0, SUBJECTS_MOST)?;
        in_range("persons", input.persons.len(), 0, SUBJECTS_MOST)?;
        let mut places = TextMap::new();
        for (place, organization) in input.organizations.iter().enumerate() {
            if !places.insert(organization.id.as_str(), place) {
                let field = format!("organizations[{place}].id");
                return Err(InputError::new(
                    InputCode::Duplicate,
                    field,
                    &organization.id,
                ));
            }
        }
        let mut tree = Self {
            input,
            places,
            standing: Vec::new(),
            above: Vec::new(),
            grassroots: Vec::new(),
            rounds: Vec::new(),
            first,
        };
        let mut parents = Vec::new();
        let mut successors = Vec::new();
        for (place, organization) in input.organizations.iter().enumerate() {
            parents.push(tree.referred(place, "parent", organization.parent.as_ref())?);
            let successor = tree.referred(place, "successor", organization.successor.as_ref())?;
            if successor.is_some() && organization.ended_on.is_none() {
                let field = format!("organizations[{place}].successor");
                let shown = organization.successor.as_ref();
                return Err(InputError::new(
                    InputCode::Contradiction,
                    field,
                    shown.map_or("", OrganizationId::as_str),
                )
                .with_limit("the successor of an organization that ended"));
            }
            successors.push(successor.filter(|_| tree.ended(place)));
        }
        let last = tree.last_of("successor", &successors)?;
        tree.standing = last
            .into_iter()
            .map(|last| Some(last).filter(|last| !tree.ended(*last)))
            .collect();
        for (place, parent) in parents.into_iter().enumerate() {
            let above = parent.and_then(|parent| tree.now_at(parent));
            let wrong = |code| {
                let id = parent.and_then(|parent| tree.of(parent));
                let id = id.map_or("", |known| known.id.as_str());
                InputError::new(code, format!("organizations[{place}].parent"), id)
            };
            if parent.is_some() && above.is_none() && !tree.ended(place) {
                return Err(wrong(InputCode::DateOrder).with_limit(STANDS));
            }
            if above == Some(place) {
                return Err(wrong(InputCode::Cycle));
            }
            tree.above.push(above);
        }
        tree.last_of("parent", &tree.above)?;
        Ok(tree)
    }

    fn referred(
        &self,
        place: Place,
        field: &str,
        id: Option<&OrganizationId>,
    ) -> Result<Option<Place>, InputError> {
        let Some(id) = id else {
            return Ok(None);
        };
        let found = self.places.place(id.as_str());
        match found {
            Some(found) => Ok(Some(found)),
            None => Err(unknown(format!("organizations[{place}].{field}"), id)),
        }
    }

    fn of(&self, place: Place) -> Option<&'a PlanOrganization> {
        self.input.organizations.get(place)
    }

    fn ended_on(&self, place: Place) -> Option<NaiveDate> {
        self.of(place)?.ended_on.filter(|end| *end <= self.input.on)
    }

    fn ended(&self, place: Place) -> bool {
        self.ended_on(place).is_some()
    }

    /// The end of each chain of `next`.
    ///
    /// Every place is walked once: a chain that meets a known end takes it over.
    fn last_of(&self, field: &str, next: &[Option<Place>]) -> Result<Vec<Place>, InputError> {
        let mut ends: Vec<Option<Place>> = vec![None; next.len()];
        // The walk on which a place was last met, so that a walk knows its own steps.
        let mut met = vec![usize::MAX; next.len()];
        for start in 0..next.len() {
            let mut way = Vec::new();
            let mut here = start;
            let end = loop {
                if let Some(known) = ends.get(here).copied().flatten() {
                    break known;
                }
                if met.get(here) == Some(&start) {
                    let id = self.of(here).map_or("", |known| known.id.as_str());
                    let place = format!("organizations[{here}].{field}");
                    return Err(InputError::new(InputCode::Cycle, place, id));
                }
                if let Some(met) = met.get_mut(here) {
                    *met = start;
                }
                way.push(here);
                match next.get(here).copied().flatten() {
                    Some(above) => here = above,
                    None => break here,
                }
            };
            for step in way {
                if let Some(known) = ends.get_mut(step) {
                    *known = Some(end);
                }
            }
        }
        Ok(ends.into_iter().flatten().collect())
    }

    /// The organization that stands where one was named, on the day of rating.
    fn now(&self, field: &dyn Fn() -> String, id: &OrganizationId) -> Result<Place, InputError> {
        let place = self
            .places
            .place(id.as_str())
            .ok_or_else(|| unknown(field(), id))?;
        self.now_at(place)
            .ok_or_else(|| InputError::new(InputCode::DateOrder, field(), id).with_limit(STANDS))
    }

    fn now_at(&self, place: Place) -> Option<Place> {
        self.standing.get(place).copied().flatten()
    }

    fn id(&self, place: Place) -> Option<OrganizationId> {
        self.of(place).map(|known| known.id.clone())
    }

    fn above(&self, place: Place) -> Option<Place> {
        self.above.get(place).copied().flatten()
    }

    /// Enters the rounds of those that are rated, each later than all below it, and which
    /// grassroots organization stands above each.
    fn enter_rounds(&mut self, rules: &Rules<'_>, rated: &[bool]) {
        self.rounds = rated.iter().map(|rated| u32::from(*rated)).collect();
        self.grassroots = vec![None; rated.len()];
        let mut below = vec![0_usize; rated.len()];
        for above in self.above.iter().flatten() {
            if let Some(below) = below.get_mut(*above) {
                *below += 1;
            }
        }
        // From the deepest up, each once it has heard of all below it.
        let mut order: Vec<Place> = (0..below.len())
            .filter(|place| below.get(*place) == Some(&0))
            .collect();
        let mut next = 0;
        while let Some(place) = order.get(next).copied() {
            next += 1;
            let Some(above) = self.above(place) else {
                continue;
            };
            let round = self.rounds.get(place).copied().unwrap_or_default();
            if let Some(known) = self.rounds.get_mut(above) {
                *known = (*known).max(round.saturating_add(1));
            }
            if let Some(below) = below.get_mut(above) {
                *below -= 1;
                if *below == 0 {
                    order.push(above);
                }
            }
        }
        for place in order.into_iter().rev() {
            let Some(above) = self.above(place) else {
                continue;
            };
            let kind = self.of(above).and_then(|known| rules.kind(&known.kind));
            let nearest = if kind.is_some_and(|kind| kind.grassroots) {
                Some(above)
            } else {
                self.grassroots.get(above).copied().flatten()
            };
            if let Some(known) = self.grassroots.get_mut(place) {
                *known = nearest;
            }
        }
    }
}

/// The rules that a plan asks for.
struct PlanRules<'book> {
    known: InForce<'book, Vec<String>>,
    moved: OnDemand<'book, MovedMemberRated>,
    ended: OnDemand<'book, EndedOrganizationRated>,
    ratable: RatableRules<'book>,
}

impl PlanRules<'_> {
    fn asks(&self, rule: RatingRule) -> bool {
        self.known.value.iter().any(|word| word == rule.word())
    }

    /// Records a rule that decided something, and says whether it is in force.
    fn used(&self, rule: RatingRule, basis: &mut Basis) -> bool {
        basis.one_of(&self.known, rule.word())
    }
}

/// Who is rated in a year, in which order, and where (đối tượng, thứ tự đánh giá, xếp loại):
/// EVL-10, EVL-11.
///
/// Lower collectives come before those above them, collectives before individuals; a civil servant
/// waits for the State's rating, one who is absent for the return, a holder of several posts is
/// reviewed in each place and gets one class from the body named. New, exempted and suspended
/// members are not rated; each of them carries its grounds. Within a round the order is by
/// identifier, those who wait come last, by the day for which they wait.
///
/// No text says where a member who moved in the year is rated, nor who answers for an organization
/// that was merged or dissolved: both are policies (`movedMemberRatedIn`,
/// `endedOrganizationRated`), of which the question may choose the other reading.
///
/// # Errors
/// [`HandbookError::Input`] for an identifier given twice, one that the lists do not hold, a kind
/// that the book does not know, organizations above or after each other in a circle, a home that is
/// no cell, days in the wrong order; [`HandbookError::RuleNotInForce`] where the book knows no rule
/// for the day.
///
/// ```
/// use handbook::evaluation::{PlanOrganization, PlanSubject, RatingPlanInput, rating_plan};
/// use handbook::{KindId, OrganizationId, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let organization = |id: &str, kind: &str, parent: Option<&str>| {
///     Ok::<_, handbook::InputError>(PlanOrganization {
///         id: OrganizationId::new(id)?,
///         kind: KindId::new(kind)?,
///         parent: parent.map(OrganizationId::new).transpose()?,
///         ended_on: None,
///         successor: None,
///     })
/// };
/// let plan = rating_plan(&book.on(on)?, &RatingPlanInput {
///     year: 2025,
///     on,
///     organizations: vec![
///         organization("xa", "dang_bo_xa", None)?,
///         organization("thon", "chi_bo_truc_thuoc", Some("xa"))?,
///     ],
///     persons: Vec::new(),
///     moved: None,
///     ended: None,
/// })?;
/// let first = &plan.value.ratings[0];
/// assert_eq!(first.subject, PlanSubject::Organization { id: OrganizationId::new("thon")? });
/// assert_eq!(first.decided_by, Some(OrganizationId::new("xa")?));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn rating_plan(
    rules: &Rules<'_>,
    input: &RatingPlanInput,
) -> Result<Verdict<RatingPlan>, HandbookError> {
    for (place, organization) in input.organizations.iter().enumerate() {
        if rules.kind(&organization.kind).is_none() && organization.ended_on.is_none() {
            let field = format!("organizations[{place}].kind");
            return Err(unknown(field, &organization.kind).into());
        }
    }
    let mut basis = Basis::default();
    let plan = plan_with(rules, input, &mut basis)?;
    Ok(Verdict::new(plan, basis))
}

/// The same of organizations whose kinds the book need not know on the day.
pub(crate) fn plan_with(
    rules: &Rules<'_>,
    input: &RatingPlanInput,
    basis: &mut Basis,
) -> Result<RatingPlan, HandbookError> {
    let known = PlanRules {
        known: rules.get(parameter::RATING_RULES)?,
        moved: OnDemand::in_force(rules, parameter::MOVED_MEMBER_RATED_IN),
        ended: OnDemand::in_force(rules, parameter::ENDED_ORGANIZATION_RATED),
        ratable: RatableRules::in_force(rules),
    };
    let mut tree = Tree::new(input)?;
    let mut plan = RatingPlan {
        ratings: Vec::new(),
        not_rated: Vec::new(),
    };
    let rounds = plan_organizations(rules, &mut tree, &known, basis, &mut plan)?;
    plan_persons(rules, &tree, &known, rounds, basis, &mut plan)?;
    Ok(plan)
}

/// Enters the collectives; gives the last round.
fn plan_organizations(
    rules: &Rules<'_>,
    tree: &mut Tree<'_>,
    known: &PlanRules<'_>,
    basis: &mut Basis,
    plan: &mut RatingPlan,
) -> Result<u32, HandbookError> {
    let count = tree.input.organizations.len();
    let mut rated = vec![true; count];
    let mut policy = None;
    for (place, rated) in rated.iter_mut().enumerate() {
        let (Some(end), Some(id)) = (tree.ended_on(place), tree.id(place)) else {
            continue;
        };
        let successor = tree.now_at(place);
        let reason = if end <= tree.first {
            NotRatedReason::EndedEarlier
        } else {
            let reading = match policy {
                Some(reading) => reading,
                None => {
                    let rule = known.ended.needed()?;
                    let reading = tree.input.ended.unwrap_or(rule.value);
                    basis.policy(rule, reading.word());
                    policy = Some(reading);
                    reading
                }
            };
            match (reading, successor) {
                (EndedOrganizationRated::ForItsTime, _) => continue,
                (EndedOrganizationRated::WithSuccessor, Some(_)) => {
                    NotRatedReason::RatedWithSuccessor
                }
                (EndedOrganizationRated::WithSuccessor, None) => {
                    NotRatedReason::EndedWithoutSuccessor
                }
            }
        };
        *rated = false;
        plan.not_rated.push(NotRatedLine {
            subject: PlanSubject::Organization { id },
            reason,
            successor: successor.and_then(|place| tree.id(place)),
            grounds: Vec::new(),
        });
    }
    tree.enter_rounds(rules, &rated);
    let mut order: Vec<(u32, Place)> = Vec::new();
    for (place, rated) in rated.iter().enumerate() {
        if *rated {
            let round = tree.rounds.get(place).copied().unwrap_or_default();
            order.push((round, place));
        }
    }
    let last = order.iter().map(|(round, _)| *round).max().unwrap_or(0);
    let lower_first = known.asks(RatingRule::LowerCollectivesFirst);
    if last > 1 {
        known.used(RatingRule::LowerCollectivesFirst, basis);
    }
    if !lower_first {
        for (round, _) in &mut order {
            *round = 1;
        }
    }
    sort_by(&mut order, |one, other| {
        one.0.cmp(&other.0).then_with(|| {
            let id = |place: Place| tree.of(place).map(|known| &known.id);
            id(one.1).cmp(&id(other.1))
        })
    });
    for (round, place) in order {
        let Some(id) = tree.id(place) else {
            continue;
        };
        // What ended is reviewed by what stands in its place.
        let standing = tree.now_at(place);
        let reviewed_in = standing.and_then(|place| tree.id(place));
        plan.ratings.push(PlannedRating {
            subject: PlanSubject::Organization { id },
            round,
            reviewed_in: reviewed_in.into_iter().collect(),
            decided_by: tree.above(place).and_then(|place| tree.id(place)),
            comments_from: Vec::new(),
            waits_for: Vec::new(),
            earliest_on: None,
        });
    }
    sort_by(&mut plan.not_rated, |one, other| {
        subject_id(&one.subject).cmp(subject_id(&other.subject))
    });
    Ok(if lower_first { last } else { last.min(1) })
}

fn subject_id(subject: &PlanSubject) -> &str {
    match subject {
        PlanSubject::Organization { id } => id.as_str(),
        PlanSubject::Member { id } => id.as_str(),
    }
}

/// Enters the members, after the collectives.
fn plan_persons(
    rules: &Rules<'_>,
    tree: &Tree<'_>,
    known: &PlanRules<'_>,
    rounds: u32,
    basis: &mut Basis,
    plan: &mut RatingPlan,
) -> Result<(), HandbookError> {
    let input = tree.input;
    let after = known.asks(RatingRule::CollectivesFirst);
    if rounds > 0 && !input.persons.is_empty() {
        known.used(RatingRule::CollectivesFirst, basis);
    }
    let round = if after { rounds.saturating_add(1) } else { 1 };
    let mut seen = TextMap::new();
    let mut used = UsedRules::default();
    let mut ratings = Vec::new();
    let mut not_rated = Vec::new();
    for (line, person) in input.persons.iter().enumerate() {
        let field = |name: &str| format!("persons[{line}].{name}");
        if !seen.insert(person.id.as_str(), line) {
            return Err(InputError::new(InputCode::Duplicate, field("id"), &person.id).into());
        }
        let places = places_of(rules, tree, known, person, &field)?;
        let subject = PlanSubject::Member {
            id: person.id.clone(),
        };
        let asked = RatableInput {
            standing: person.standing,
            admitted_on: person.admitted_on,
            on: input.on,
        };
        if !known.ratable.judge(&asked, &mut Silent)? {
            let mut own = Basis::default();
            known.ratable.judge(&asked, &mut own)?;
            not_rated.push(NotRatedLine {
                subject,
                reason: reason_of(person.standing, &own),
                successor: None,
                grounds: own.grounds,
            });
            continue;
        }
        used.moved |= places.moved;
        let mut waits_for = Vec::new();
        let mut earliest_on = None;
        if person.civil_servant {
            used.state = true;
            wait(
                RatingWait::StateRating,
                person.state_rated_on,
                known.asks(RatingRule::StateRatingFirst),
                input.on,
                &mut waits_for,
                &mut earliest_on,
            );
        }
        if person.absent {
            used.absent = true;
            wait(
                RatingWait::Return,
                person.returns_on,
                known.asks(RatingRule::AbsentRatedLater),
                input.on,
                &mut waits_for,
                &mut earliest_on,
            );
        }
        let several =
            places.reviewed_in.len() > 1 && known.asks(RatingRule::OneClassForSeveralPosts);
        used.several |= places.reviewed_in.len() > 1;
        let decided_by = match &person.competent_body {
            Some(body) => Some(tree.now(&|| field("competentBody"), body)?),
            None if several => {
                waits_for.push(RatingWait::CompetentBody);
                None
            }
            None => places.decided_by,
        };
        let names = |places: &[Place]| places.iter().filter_map(|place| tree.id(*place)).collect();
        ratings.push(PlannedRating {
            subject,
            round,
            reviewed_in: names(&places.reviewed_in),
            decided_by: decided_by.and_then(|place| tree.id(place)),
            comments_from: places.comments_from,
            waits_for,
            earliest_on,
        });
    }
    used.record(tree, known, basis)?;
    sort_by(&mut ratings, |one, other| {
        waiting(one)
            .cmp(&waiting(other))
            .then_with(|| subject_id(&one.subject).cmp(subject_id(&other.subject)))
    });
    sort_by(&mut not_rated, |one, other| {
        subject_id(&one.subject).cmp(subject_id(&other.subject))
    });
    plan.ratings.append(&mut ratings);
    plan.not_rated.append(&mut not_rated);
    Ok(())
}

/// Those ready come first, then those with a day, then those without one.
fn waiting(rating: &PlannedRating) -> (bool, Option<NaiveDate>) {
    let open = !rating.waits_for.is_empty() && rating.earliest_on.is_none();
    (open, rating.earliest_on)
}

/// Enters what a rating waits for.
fn wait(
    what: RatingWait,
    until: Option<NaiveDate>,
    asked: bool,
    on: NaiveDate,
    waits_for: &mut Vec<RatingWait>,
    earliest_on: &mut Option<NaiveDate>,
) {
    if !asked || until.is_some_and(|until| until <= on) {
        return;
    }
    // Where an earlier wait has no known day, neither has the whole.
    let open = !waits_for.is_empty() && earliest_on.is_none();
    waits_for.push(what);
    *earliest_on = until
        .filter(|_| !open)
        .map(|until| earliest_on.map_or(until, |known| known.max(until)));
}

fn reason_of(standing: RatedStanding, own: &Basis) -> NotRatedReason {
    // The ground of the standing comes first, where there is one.
    let by_standing = own.grounds.first().is_some_and(|ground| !ground.holds);
    match standing {
        RatedStanding::Exempted if by_standing => NotRatedReason::Exempted,
        RatedStanding::Suspended if by_standing => NotRatedReason::Suspended,
        _ => NotRatedReason::NewMember,
    }
}

/// Which rules some member needed.
#[derive(Default)]
struct UsedRules {
    state: bool,
    absent: bool,
    several: bool,
    moved: bool,
}

impl UsedRules {
    fn record(
        &self,
        tree: &Tree<'_>,
        known: &PlanRules<'_>,
        basis: &mut Basis,
    ) -> Result<(), HandbookError> {
        for (used, rule) in [
            (self.state, RatingRule::StateRatingFirst),
            (self.several, RatingRule::OneClassForSeveralPosts),
            (self.absent, RatingRule::AbsentRatedLater),
        ] {
            if used {
                known.used(rule, basis);
            }
        }
        if self.moved {
            let rule = known.moved.needed()?;
            basis.policy(rule, tree.input.moved.unwrap_or(rule.value).word());
        }
        Ok(())
    }
}

/// Where one member is reviewed.
struct PersonPlaces {
    reviewed_in: Vec<Place>,
    decided_by: Option<Place>,
    comments_from: Vec<OrganizationId>,
    moved: bool,
}

fn places_of(
    rules: &Rules<'_>,
    tree: &Tree<'_>,
    known: &PlanRules<'_>,
    person: &PlanPerson,
    field: &dyn Fn(&str) -> String,
) -> Result<PersonPlaces, HandbookError> {
    let input = tree.input;
    in_range(&field("moves"), person.moves.len(), 0, PLACES_MOST)?;
    in_range(&field("posts"), person.posts.len(), 0, PLACES_MOST)?;
    for (name, day, said) in [
        ("stateRatedOn", person.state_rated_on, person.civil_servant),
        ("returnsOn", person.returns_on, person.absent),
    ] {
        if let Some(day) = day.filter(|_| !said) {
            return Err(InputError::new(InputCode::Contradiction, field(name), day).into());
        }
    }
    let present = tree.now(&|| field("cell"), &person.cell)?;
    // The stays of the year: where, and how many days until the day of rating.
    let mut stays: Vec<(Place, i64)> = Vec::new();
    let start = tree.first.max(person.admitted_on.unwrap_or(tree.first));
    let mut from = start;
    for (line, moved) in person.moves.iter().enumerate() {
        let place = |name: &str| field(&format!("moves[{line}].{name}"));
        not_before(&place("on"), moved.on, from)?;
        not_after(&place("on"), moved.on, input.on)?;
        let cell = tree.places.place(moved.from.as_str());
        let cell = cell.ok_or_else(|| unknown(place("from"), &moved.from))?;
        // A cell that nothing went on from neither rates nor comments.
        if let Some(cell) = tree.now_at(cell) {
            stays.push((cell, (moved.on - from).num_days()));
        }
        from = moved.on;
    }
    stays.push((present, (input.on - from).num_days().saturating_add(1)));
    let mut home = present;
    // Cells that were merged into the present one are no others.
    let moved = stays.iter().any(|(cell, _)| *cell != present);
    if moved {
        let reading = input.moved.unwrap_or(known.moved.needed()?.value);
        if reading == MovedMemberRated::LongerStay {
            home = longest(&stays).unwrap_or(present);
        }
    }
    let is_cell = |place: Place| {
        let kind = tree.of(place).and_then(|known| rules.kind(&known.kind));
        kind.is_none_or(|kind| kind.cell)
    };
    if !is_cell(home) {
        return Err(
            InputError::new(InputCode::Contradiction, field("cell"), &person.cell)
                .with_limit("a kind of organization that members belong to directly")
                .into(),
        );
    }
    let mut reviewed_in = vec![home];
    for (line, post) in person.posts.iter().enumerate() {
        let place = tree.now(&|| field(&format!("posts[{line}]")), post)?;
        if !reviewed_in.contains(&place) {
            reviewed_in.push(place);
        }
    }
    let grassroots = tree.grassroots.get(home).copied().flatten();
    let mut comments_from = Vec::new();
    for (cell, _) in &stays {
        if let Some(id) = tree.id(*cell).filter(|_| *cell != home)
            && !comments_from.contains(&id)
        {
            comments_from.push(id);
        }
    }
    Ok(PersonPlaces {
        reviewed_in,
        decided_by: grassroots.or(tree.above(home)),
        moved,
        comments_from,
    })
}

/// The cell of most days; of equal ones the later.
fn longest(stays: &[(Place, i64)]) -> Option<Place> {
    let mut best: Option<(Place, i64)> = None;
    for (cell, _) in stays {
        let days = stays
            .iter()
            .filter(|(other, _)| other == cell)
            .fold(0_i64, |sum, (_, days)| sum.saturating_add(*days));
        if best.is_none_or(|(_, most)| days >= most) {
            best = Some((*cell, days));
        }
    }
    best.map(|(cell, _)| cell)
}
