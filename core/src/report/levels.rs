//! Yearly levels of organizations and members, with the cap within each group.

use crate::compact::sort_by;
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{
    self, CapChoice, CapOutcome, LevelFacts, LevelRules, RatableInput, RatedStanding,
    Standing as GroupStanding,
};
use crate::handbook::{LevelAnswer, LevelSubject, Standing, View, YearTasks};
use crate::rulebook::policy::{CapGroup, Level};
use crate::rulebook::{PolicyChoice, parameter};
use crate::verdict::{Basis, Silent, Verdict};

/// Place of an organization or member in its table.
type Place = usize;

/// What came out for one organization or member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FinalLevel {
    /// Not rated this year (EVL-10), or no facts were recorded.
    NotRated,
    /// A level.
    Level(Level),
    /// Eligible for excellent, tied at the cap's line: people must vote.
    VoteNeeded,
}

/// One group within which the cap holds.
pub(crate) struct GroupCap {
    /// The organization that forms the group; for organizations, the one above them all.
    pub(crate) organization: Place,
    /// What the group is called: an organization's id, or a kind for groups of organizations.
    pub(crate) name: String,
    pub(crate) members: bool,
    pub(crate) eligible: u32,
    pub(crate) good: u32,
    pub(crate) rated: u32,
    pub(crate) verdict: Verdict<CapOutcome>,
}

/// The levels of a year below one organization.
pub(crate) struct YearLevels {
    /// Grassroots organizations with what came out, in the order of the tree.
    pub(crate) organizations: Vec<(Place, FinalLevel)>,
    /// Members with what came out, in the order of the tree.
    pub(crate) members: Vec<(Place, FinalLevel)>,
    pub(crate) caps: Vec<GroupCap>,
}

struct Group {
    organization: Place,
    name: String,
    members: bool,
    /// Index into the list of levels, with the marks.
    subjects: Vec<(usize, Option<u32>)>,
}

pub(crate) fn year_levels(
    view: &View<'_>,
    root: Place,
    year: i32,
) -> Result<YearLevels, HandbookError> {
    let rules = LevelRules::in_force(&view.rules)?;
    let below = view.subtree_places(root);
    let tasks = YearTasks::of(view, year);

    let mut organizations = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    for place in &below {
        let Some(kind) = view.kind_rule(*place).filter(|kind| kind.grassroots) else {
            continue;
        };
        let facts = view.state.organization(*place).ratings.get(year);
        let facts = tasks.organization(*place, facts);
        let facts = facts.as_deref();
        let level = judge_silently(&rules, facts)?;
        let group = find_group(&mut groups, false, root, kind.id.as_str());
        enter(&mut groups, group, organizations.len(), level, facts);
        organizations.push((*place, level));
    }

    let grouping = view.rules.get(parameter::CAP_GROUP)?.value;
    let mut members = Vec::new();
    for place in &below {
        let group = group_of(view, *place, root, grouping)?;
        let name = view.state.organization(group).id.as_str();
        let group = find_group(&mut groups, true, group, name);
        for (member, known) in view.state.residents(*place, view.date) {
            let facts = tasks.member(member, known.ratings.get(year));
            let facts = facts.as_deref();
            let rated = ratable(view, member)?;
            let level = if rated {
                judge_silently(&rules, facts)?
            } else {
                FinalLevel::NotRated
            };
            enter(&mut groups, group, members.len(), level, facts);
            members.push((member, level));
        }
    }

    let mut caps = Vec::new();
    groups.retain(|group| !group.subjects.is_empty());
    sort_by(&mut groups, |left, right| {
        let key = |group: &Group| (group.members, group.organization);
        key(left)
            .cmp(&key(right))
            .then_with(|| left.name.cmp(&right.name))
    });
    for group in groups {
        let levels = if group.members {
            &mut members
        } else {
            &mut organizations
        };
        caps.push(cap_group(view, group, levels)?);
    }
    Ok(YearLevels {
        organizations,
        members,
        caps,
    })
}

/// The level of one subject with all its grounds: the same formulas as in bulk, recorded.
pub(crate) fn level_of(
    view: &View<'_>,
    subject: &LevelSubject,
    year: i32,
) -> Result<LevelAnswer, HandbookError> {
    let tasks = YearTasks::of(view, year);
    let (rated, facts, place, members) = match subject {
        LevelSubject::Organization { id } => {
            let place = view.place(id)?;
            let rated = evaluation::ratable(
                &view.rules,
                &RatableInput {
                    standing: RatedStanding::Active,
                    admitted_on: None,
                    on: view.date,
                },
            )?;
            (
                rated,
                tasks.organization(place, view.state.organization(place).ratings.get(year)),
                place,
                false,
            )
        }
        LevelSubject::Member { id } => {
            let place = view.state.member_place("member", id)?;
            let rated = evaluation::ratable(&view.rules, &ratable_input(view, place))?;
            (
                rated,
                tasks.member(place, view.state.member(place).ratings.get(year)),
                place,
                true,
            )
        }
    };
    let is_rated = rated.value.rated;
    let rated = Verdict {
        value: is_rated,
        grounds: rated.grounds,
        policies: rated.policies,
        sureness: rated.sureness,
    };
    let Some(facts) = facts.filter(|_| is_rated) else {
        return Ok(LevelAnswer {
            level: None,
            rated,
            own: None,
            cap: None,
        });
    };
    let own = evaluation::level(&view.rules, &facts)?;
    if own.value.level != Level::Excellent {
        return Ok(LevelAnswer {
            level: Some(own.value.level),
            rated,
            own: Some(own),
            cap: None,
        });
    }
    let root = top_of(view, place, members)?;
    let levels = year_levels(view, root, year)?;
    let list = if members {
        &levels.members
    } else {
        &levels.organizations
    };
    let level = list
        .iter()
        .find(|(known, _)| *known == place)
        .map(|(_, level)| *level);
    let group = if members {
        let home = view.state.member(place).home(view.date).unwrap_or(root);
        let grouping = view.rules.get(parameter::CAP_GROUP)?.value;
        let group = group_of(view, home, root, grouping)?;
        view.state.organization(group).id.to_string()
    } else {
        view.told(place)
            .map(|stands| stands.kind.to_string())
            .unwrap_or_default()
    };
    let cap = levels
        .caps
        .into_iter()
        .find(|cap| cap.members == members && cap.name == group)
        .map(|cap| cap.verdict);
    let level = match level {
        Some(FinalLevel::Level(level)) => Some(level),
        _ => None,
    };
    Ok(LevelAnswer {
        level,
        rated,
        own: Some(own),
        cap,
    })
}

/// The root above a subject.
fn top_of(view: &View<'_>, place: Place, members: bool) -> Result<Place, HandbookError> {
    let start = if members {
        view.state.member(place).home(view.date).ok_or_else(|| {
            InputError::new(InputCode::DateOrder, "member", &view.state.member(place).id)
        })?
    } else {
        place
    };
    Ok(view
        .nearest(start, |place| view.parent(place).is_none())
        .unwrap_or(start))
}

fn judge_silently(
    rules: &LevelRules<'_>,
    facts: Option<&LevelFacts>,
) -> Result<FinalLevel, HandbookError> {
    let Some(facts) = facts else {
        return Ok(FinalLevel::NotRated);
    };
    Ok(FinalLevel::Level(rules.judge(facts, &mut Silent)?.level))
}

fn ratable_input(view: &View<'_>, member: Place) -> RatableInput {
    RatableInput {
        standing: match view.standing(member) {
            Standing::Exempted => RatedStanding::Exempted,
            Standing::Suspended => RatedStanding::Suspended,
            Standing::Active | Standing::TemporarilyAway => RatedStanding::Active,
        },
        admitted_on: Some(view.state.member(member).admitted_on),
        on: view.date,
    }
}

fn ratable(view: &View<'_>, member: Place) -> Result<bool, HandbookError> {
    evaluation::is_ratable(&view.rules, &ratable_input(view, member), &mut Silent)
}

/// The place of a group in the list, entered if it is new.
fn find_group(groups: &mut Vec<Group>, members: bool, organization: Place, name: &str) -> usize {
    let known = groups.iter().position(|group| {
        group.members == members && group.organization == organization && group.name == name
    });
    known.unwrap_or_else(|| {
        groups.push(Group {
            organization,
            name: name.to_owned(),
            members,
            subjects: Vec::new(),
        });
        groups.len() - 1
    })
}

fn enter(
    groups: &mut [Group],
    group: usize,
    index: usize,
    level: FinalLevel,
    facts: Option<&LevelFacts>,
) {
    if level != FinalLevel::NotRated
        && let Some(group) = groups.get_mut(group)
    {
        group
            .subjects
            .push((index, facts.and_then(|facts| facts.marks)));
    }
}

fn group_of(
    view: &View<'_>,
    organization: Place,
    root: Place,
    grouping: CapGroup,
) -> Result<Place, HandbookError> {
    match grouping {
        CapGroup::Cell => Ok(organization),
        CapGroup::GrassrootsOrganization => Ok(view
            .nearest(organization, |place| {
                view.kind_rule(place).is_some_and(|kind| kind.grassroots)
            })
            // A cell directly under a commune that is no grassroots organization has none above
            // it: then the body directly above the cell forms the group.
            .or_else(|| view.nearest(organization, |place| !is_cell(view, place)))
            .unwrap_or(root)),
        CapGroup::SimilarTasks => Err(InputError::new(
            InputCode::UnknownChoice,
            parameter::CAP_GROUP.id(),
            grouping.word(),
        )
        .with_limit("cell | grassrootsOrganization: the record names no groups of similar tasks")
        .into()),
    }
}

/// Whether an organization's kind is a cell on any day that the book knows.
fn is_cell(view: &View<'_>, place: Place) -> bool {
    let mut kinds = view.rules.book().kinds().iter();
    view.told(place)
        .is_some_and(|stands| kinds.any(|known| known.id == *stands.kind && known.cell))
}

fn cap_group(
    view: &View<'_>,
    group: Group,
    levels: &mut [(Place, FinalLevel)],
) -> Result<GroupCap, HandbookError> {
    let mut standings = Vec::with_capacity(group.subjects.len());
    for (index, marks) in &group.subjects {
        let Some((place, FinalLevel::Level(own))) = levels.get(*index) else {
            continue;
        };
        let id = if group.members {
            view.state.member(*place).id.as_str()
        } else {
            view.state.organization(*place).id.as_str()
        };
        standings.push((
            *index,
            GroupStanding {
                id,
                own: Some(*own),
                marks: *marks,
            },
        ));
    }
    let mut basis = Basis::default();
    let only: Vec<GroupStanding<'_>> = standings.iter().map(|(_, known)| *known).collect();
    let capped = evaluation::cap_group(
        &view.rules,
        &group.name,
        CapChoice::default(),
        &only,
        &mut basis,
    )?;
    for (index, standing) in &standings {
        if let Some((_, level)) = levels.get_mut(*index) {
            *level = match capped.level_of(standing) {
                Some(level) => FinalLevel::Level(level),
                None => FinalLevel::VoteNeeded,
            };
        }
    }
    Ok(GroupCap {
        organization: group.organization,
        name: group.name,
        members: group.members,
        eligible: capped.eligible,
        good: capped.good,
        rated: capped.rated,
        verdict: Verdict::new(capped.outcome, basis),
    })
}
