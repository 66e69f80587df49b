//! The year of a district: every figure, level, cap and misfit, from its micro-records.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::figures::Figure;
use super::levels::{
    CappedLevels, GroupCap, OwnLevels, in_order, member_levels, organization_levels,
};
use crate::compact::sort_by;
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{CapRules, CapTerms, FinalLevel, LineVote};
use crate::handbook::{Handbook, Sector, View, YearTasks};
use crate::identifier::{KindId, OrganizationId};
use crate::meeting::{self, AttendanceInput};
use crate::quantity::shown_percent;
use crate::rulebook::policy::Level;
use crate::rulebook::{Overlay, RuleBook};
use crate::verdict::Ground;
use crate::wire;
use crate::work::{self, PlanFulfilmentInput, PortfolioInput, PortfolioProject};

/// Place of an organization in its table.
type Place = usize;

/// The indicator of targets that is counted from the record.
const ADMISSIONS: &str = "admissions";

/// Which year of which organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DistrictYearRequest {
    /// The organization; absent for the record's only root.
    #[serde(default)]
    pub organization: Option<OrganizationId>,
    /// The year.
    pub year: i32,
    /// The day whose rules and record judge it; absent for 31 December of the year.
    #[serde(default, deserialize_with = "wire::optional_day")]
    pub judged_on: Option<NaiveDate>,
}

/// The rules behind an answer about levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleBookLine {
    /// Its identifier.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The overlays laid over it.
    pub overlays: Vec<Overlay>,
    /// Stands for the text of the book and the overlays: see [`RuleBook::fingerprint`].
    pub fingerprint: String,
}

impl RuleBookLine {
    pub(crate) fn of(book: &RuleBook) -> Self {
        Self {
            id: book.id().to_owned(),
            version: book.version().to_owned(),
            overlays: book.overlays().to_vec(),
            fingerprint: book.fingerprint(),
        }
    }
}

/// An organization with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedOrganization {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
}

/// How many stand at each level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelCounts {
    /// Rated: the denominator of every share.
    pub rated: u32,
    /// Not rated (EVL-10), or without the recorded facts that give a level.
    pub not_rated: u32,
    /// Excellent.
    pub excellent: u32,
    /// Good.
    pub good: u32,
    /// Completed.
    pub completed: u32,
    /// Not completed.
    pub not_completed: u32,
    /// Good or excellent, to be decided by a vote at the cap's line.
    pub vote_needed: u32,
}

impl LevelCounts {
    pub(crate) fn of(owns: &OwnLevels, capped: &CappedLevels) -> Self {
        let mut counts = Self::default();
        for (_, level) in capped.below(owns) {
            let count = match level {
                FinalLevel::NotRated => &mut counts.not_rated,
                FinalLevel::VoteNeeded => &mut counts.vote_needed,
                FinalLevel::Level(Level::Excellent) => &mut counts.excellent,
                FinalLevel::Level(Level::Good) => &mut counts.good,
                FinalLevel::Level(Level::Completed) => &mut counts.completed,
                FinalLevel::Level(Level::NotCompleted) => &mut counts.not_completed,
            };
            *count = count.saturating_add(1);
            if level != FinalLevel::NotRated {
                counts.rated = counts.rated.saturating_add(1);
            }
        }
        counts
    }

    fn good_or_better(&self) -> i64 {
        i64::from(self.excellent) + i64::from(self.good) + i64::from(self.vote_needed)
    }
}

/// A group within which the cap on excellent was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CapLine {
    /// The group: an organization's id, a kind for groups of organizations, or the name that the
    /// body that rates gave to a group of similar tasks.
    pub group: String,
    /// The organization that forms it; for organizations, the one directly above them.
    pub organization: OrganizationId,
    /// The group's name.
    pub name: String,
    /// Whether the group is of members or of organizations.
    pub members: bool,
    /// Eligible for excellent before the cap.
    pub eligible: u32,
    /// Good before the cap.
    pub good: u32,
    /// Rated.
    pub rated: u32,
    /// Allowed to be excellent.
    pub allowed: u32,
    /// Excellent, without a vote or by one at the line.
    pub excellent: u32,
    /// Demoted to good.
    pub demoted: u32,
    /// Seats for which a vote is needed.
    pub seats: u32,
    /// Those among whom the vote is needed.
    pub vote_needed: Vec<String>,
    /// The votes taken among those tied at the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_vote: Option<LineVote>,
}

/// Attendance of one organization over the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AttendanceLine {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Attendances.
    pub attended: i64,
    /// Attendances expected.
    pub expected: i64,
    /// The share in percent, two decimals; empty when nobody was expected.
    pub shown: String,
    /// Whether the share reaches the aim; absent when nobody was expected.
    pub reaches_aim: Option<bool>,
}

/// An organization whose size or kind does not fit the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SizeMisfit {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// Full members.
    pub full_members: u32,
    /// Probationary members.
    pub probationary_members: u32,
    /// The kind that fits; absent when no organization may be formed, or when the kind itself
    /// does not exist on the day.
    pub fitting_kind: Option<KindId>,
    /// Whether it should be divided into Party groups.
    pub party_groups: bool,
    /// What was judged.
    pub grounds: Vec<Ground>,
}

/// One organization of the tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationLine {
    /// Its identifier.
    pub id: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// The organization directly above.
    pub parent: Option<OrganizationId>,
    /// Full members here and below.
    pub full_members: u32,
    /// Probationary members here and below.
    pub probationary_members: u32,
    /// Its level; absent when not rated or to be voted on.
    pub level: Option<Level>,
}

/// The year of a district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DistrictYear {
    /// The rules that judged.
    pub rule_book: RuleBookLine,
    /// The district.
    pub organization: NamedOrganization,
    /// The year.
    pub year: i32,
    /// The day whose rules judged.
    pub judged_on: NaiveDate,
    /// The published figures.
    pub figures: Vec<Figure>,
    /// Grassroots organizations by level.
    pub organization_levels: LevelCounts,
    /// Members by level.
    pub member_levels: LevelCounts,
    /// The groups of the cap.
    pub caps: Vec<CapLine>,
    /// Attendance of each grassroots organization.
    pub attendance: Vec<AttendanceLine>,
    /// Cells below the attendance aim.
    pub cells_below_aim: Vec<AttendanceLine>,
    /// Organizations whose size or kind does not fit.
    pub size_misfits: Vec<SizeMisfit>,
    /// The tree, parents first.
    pub organizations: Vec<OrganizationLine>,
}

/// Judges the year of a district.
///
/// # Errors
/// [`HandbookError`] for an unknown organization, a record without exactly one root when none is
/// named, a day outside the rule book, or rules that the book does not know for that day.
pub fn district_year(
    handbook: &Handbook,
    book: &RuleBook,
    request: &DistrictYearRequest,
) -> Result<DistrictYear, HandbookError> {
    let year_end = |field: &str| {
        NaiveDate::from_ymd_opt(request.year, 12, 31)
            .ok_or_else(|| InputError::new(InputCode::OutOfRange, field, request.year))
    };
    let judged_on = match request.judged_on {
        Some(date) => date,
        None => year_end("year")?,
    };
    let first = NaiveDate::from_ymd_opt(request.year, 1, 1)
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, "year", request.year))?;
    let last = year_end("year")?;
    let view = handbook.on(book, judged_on)?;
    let root = match &request.organization {
        Some(id) => view.place(id)?,
        None => only_root(&view)?,
    };

    let cap_rules = CapRules::in_force(&view.rules)?;
    let terms = CapTerms::default();
    let tasks = YearTasks::of(&view, request.year);
    let organizations = organization_levels(&view, root, &tasks, false)?;
    let capped_organizations = organizations.capped(&view, &cap_rules, &terms)?;
    let members = member_levels(&view, root, &tasks, &[cap_rules.group()])?;
    let capped_members = members.capped(&view, &cap_rules, &terms)?;
    let organization_levels = LevelCounts::of(&organizations, &capped_organizations);
    let member_levels = LevelCounts::of(&members, &capped_members);
    let mut caps = Vec::new();
    for (owns, capped) in [
        (&organizations, &capped_organizations),
        (&members, &capped_members),
    ] {
        let ordered = in_order(&capped.caps, &view);
        caps.extend(
            ordered
                .iter()
                .map(|cap| cap_line(&view, (owns, capped), cap, &|_| true)),
        );
    }
    let attendance = attendance_lines(&view, root, first, last)?;

    let mut figures = admission_figures(&view, root, request.year)?;
    figures.push(Figure::share(
        "organizations-good-or-better",
        organization_levels.good_or_better(),
        i64::from(organization_levels.rated),
        1,
    ));
    figures.push(Figure::count(
        "organizations-not-completed",
        i64::from(organization_levels.not_completed),
        Some(i64::from(organization_levels.rated)),
    ));
    figures.push(Figure::share(
        "members-good-or-better",
        member_levels.good_or_better(),
        i64::from(member_levels.rated),
        2,
    ));
    figures.push(adoption_figure(&view, root));
    for (line, grounds) in &attendance.grassroots {
        figures.push(
            Figure::share(
                &format!("attendance:{}", line.organization),
                line.attended,
                line.expected,
                2,
            )
            .with(grounds.clone()),
        );
    }
    figures.extend(project_figures(&view, root, request.year)?);

    let known = view.state.organization(root);
    Ok(DistrictYear {
        rule_book: RuleBookLine::of(book),
        organization: NamedOrganization {
            id: known.id.clone(),
            name: view.name(root).to_owned(),
        },
        year: request.year,
        judged_on,
        figures,
        organization_levels,
        member_levels,
        caps,
        attendance: attendance
            .grassroots
            .into_iter()
            .map(|(line, _)| line)
            .collect(),
        cells_below_aim: attendance.cells_below,
        size_misfits: size_misfits(&view, root)?,
        organizations: tree_lines(&view, root, &organizations, &capped_organizations),
    })
}

fn only_root(view: &View<'_>) -> Result<Place, HandbookError> {
    let roots: Vec<Place> = view.root_places().collect();
    match roots.as_slice() {
        [root] => Ok(*root),
        _ => Err(InputError::new(InputCode::UnknownId, "organization", "")
            .with_limit(format!("one of the record's {} roots", roots.len()))
            .into()),
    }
}

fn as_count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn admission_figures(
    view: &View<'_>,
    root: Place,
    year: i32,
) -> Result<Vec<Figure>, HandbookError> {
    let below = view.subtree_places(root);
    let mut admitted = 0;
    let mut non_state = 0;
    let mut religious = 0;
    for member in &view.state.members {
        let here = member.admitted_here
            && member.admitted_on.year() == year
            && member.admitted_on <= view.date
            && member
                .homes
                .on(member.admitted_on)
                .is_some_and(|home| below.contains(home));
        if here {
            admitted += 1;
            non_state += i64::from(member.sector == Sector::NonState);
            religious += i64::from(member.religious == Some(true));
        }
    }
    // The district's own plan counts; without one, the plans below it are added up.
    let plan_of = |place: Place| -> Option<i64> {
        let planned: Vec<i64> = view
            .state
            .organization(place)
            .targets
            .iter()
            .filter_map(|target| view.state.targets.get(*target))
            .filter(|target| target.year == year && target.indicator == ADMISSIONS)
            .map(|target| i64::from(target.planned))
            .collect();
        (!planned.is_empty()).then(|| planned.iter().sum())
    };
    let planned = plan_of(root).or_else(|| {
        let plans: Vec<i64> = below
            .iter()
            .skip(1)
            .filter_map(|place| plan_of(*place))
            .collect();
        (!plans.is_empty()).then(|| plans.iter().sum())
    });
    let mut figures = Vec::new();
    if let Some(planned) = planned {
        let fulfilment = work::plan_fulfilment(
            &view.rules,
            &PlanFulfilmentInput {
                planned,
                achieved: admitted,
                decimals: 1,
            },
        )?;
        figures.push(
            Figure::share("admissions-against-plan", admitted, planned, 1).with(fulfilment.grounds),
        );
    } else {
        figures.push(Figure::count("admissions", admitted, None));
    }
    figures.push(Figure::count(
        "admissions-non-state",
        non_state,
        Some(admitted),
    ));
    figures.push(Figure::count(
        "admissions-religious",
        religious,
        Some(admitted),
    ));
    let founded = below.iter().filter(|place| {
        let known = view.state.organization(**place);
        known.decision.is_some()
            && view
                .state
                .structure
                .began(**place)
                .is_some_and(|began| began.year() == year)
            && known.sector == Sector::NonState
            && view.kind_rule(**place).is_some_and(|kind| kind.cell)
    });
    figures.push(Figure::count(
        "cells-founded-non-state",
        as_count(founded.count()),
        None,
    ));
    Ok(figures)
}

fn adoption_figure(view: &View<'_>, root: Place) -> Figure {
    let mut all = 0;
    let mut adopted = 0;
    for place in view.subtree_places(root) {
        for (_, member) in view.state.residents(place, view.date) {
            all += 1;
            let last = member
                .adoption
                .iter()
                .rev()
                .find(|state| state.on <= view.date);
            adopted += i64::from(
                last.is_some_and(|state| state.installed && state.logged_in && state.used),
            );
        }
    }
    Figure::share("app-adoption", adopted, all, 0)
}

fn project_figures(view: &View<'_>, root: Place, year: i32) -> Result<Vec<Figure>, HandbookError> {
    let mut projects = Vec::new();
    for place in view.subtree_places(root) {
        for project in &view.state.organization(place).projects {
            let Some(project) = view.state.projects.get(*project) else {
                continue;
            };
            if project.bid_on.year() == year && project.bid_on <= view.date {
                projects.push(PortfolioProject {
                    project: project.id.clone(),
                    package_value: project.package_value,
                    contract_value: project.contract_value,
                    quality_met: project.quality_met,
                    completed_early_days: project.completed_early_days,
                });
            }
        }
    }
    let sums = work::portfolio(&view.rules, &PortfolioInput { projects })?.value;
    let bids = i64::from(sums.bids);
    Ok(vec![
        Figure::count("bids-count", bids, None),
        Figure::dong("bids-value", sums.package_value),
        Figure::dong("bids-saving", sums.saving),
        Figure::share(
            "projects-with-quality",
            i64::from(sums.quality_met),
            bids,
            0,
        ),
        Figure::count(
            "projects-completed-early",
            i64::from(sums.completed_early),
            Some(bids),
        ),
    ])
}

struct Attendances {
    grassroots: Vec<(AttendanceLine, Vec<Ground>)>,
    cells_below: Vec<AttendanceLine>,
}

fn attendance_lines(
    view: &View<'_>,
    root: Place,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Attendances, HandbookError> {
    let mut result = Attendances {
        grassroots: Vec::new(),
        cells_below: Vec::new(),
    };
    for place in view.subtree_places(root) {
        let known = view.state.organization(place);
        // The tree below grassroots organizations is what the district publishes; where there is
        // no such kind on the day, the organizations directly below the root stand in.
        let kind = view.kind_rule(place);
        let published =
            kind.is_some_and(|kind| kind.grassroots) || view.parent(place) == Some(root);
        let cell = kind.is_some_and(|kind| kind.cell);
        if !published && !cell {
            continue;
        }
        let rows = view.attendance_rows(place, first, last);
        if rows.is_empty() {
            continue;
        }
        let verdict = meeting::attendance(
            &view.rules,
            &AttendanceInput {
                counting: None,
                rows,
            },
        )?;
        let sums = verdict.value;
        let line = AttendanceLine {
            organization: known.id.clone(),
            name: view.name(place).to_owned(),
            attended: sums.attended,
            expected: sums.expected,
            shown: shown_percent(sums.attended, sums.expected, 2).unwrap_or_default(),
            reaches_aim: sums.reaches_aim,
        };
        if cell && line.reaches_aim == Some(false) {
            result.cells_below.push(line.clone());
        }
        if published {
            result.grassroots.push((line, verdict.grounds));
        }
    }
    Ok(result)
}

fn size_misfits(view: &View<'_>, root: Place) -> Result<Vec<SizeMisfit>, HandbookError> {
    let mut misfits = Vec::new();
    for place in view.subtree_places(root) {
        let Some(stands) = view.told(place) else {
            continue;
        };
        let misfit = |fitting_kind, party_groups, grounds| {
            let counts = view.counts(place);
            SizeMisfit {
                organization: stands.id.clone(),
                name: stands.name.to_owned(),
                kind: stands.kind.clone(),
                full_members: counts.full,
                probationary_members: counts.probationary,
                fitting_kind,
                party_groups,
                grounds,
            }
        };
        if view.kind_rule(place).is_none() {
            misfits.push(misfit(None, false, view.placement(place)?.grounds));
            continue;
        }
        if let Some(form) = view.size_misfit(place)? {
            misfits.push(misfit(
                form.value.kind,
                form.value.party_groups,
                form.grounds,
            ));
        }
    }
    Ok(misfits)
}

/// A group's line; those among whom people must vote or voted are named where they may be shown.
pub(crate) fn cap_line(
    view: &View<'_>,
    (owns, capped): (&OwnLevels, &CappedLevels),
    cap: &GroupCap,
    shows: &dyn Fn(usize) -> bool,
) -> CapLine {
    let mut line = CapLine {
        group: cap.id(view).to_owned(),
        organization: view.state.organization(cap.organization).id.clone(),
        name: cap.title(view),
        members: owns.members,
        eligible: cap.cut.counts.eligible,
        good: cap.cut.counts.good,
        rated: cap.cut.counts.rated,
        allowed: cap.cut.allowed,
        excellent: 0,
        demoted: 0,
        seats: 0,
        vote_needed: Vec::new(),
        line_vote: cap.vote.clone(),
    };
    let mut tied = 0;
    let mut hidden = Vec::new();
    for index in &cap.subjects {
        let Some(rated) = owns.rated.get(*index) else {
            continue;
        };
        let shown = shows(*index);
        if cap.vote.is_some() && !shown {
            hidden.push(owns.id(view, *index));
        }
        match capped.levels.get(*index) {
            Some(FinalLevel::VoteNeeded) => {
                tied += 1;
                if shown {
                    line.vote_needed.push(owns.id(view, *index).to_owned());
                }
            }
            Some(FinalLevel::Level(Level::Excellent)) => line.excellent += 1,
            Some(FinalLevel::Level(Level::Good)) if rated.own() == Some(Level::Excellent) => {
                line.demoted += 1;
            }
            _ => {}
        }
    }
    if tied > 0 {
        line.seats = line.allowed.saturating_sub(line.excellent);
    }
    if let Some(vote) = &mut line.line_vote {
        vote.hide(&hidden);
    }
    sort_by(&mut line.vote_needed, Ord::cmp);
    line
}

fn tree_lines(
    view: &View<'_>,
    root: Place,
    owns: &OwnLevels,
    capped: &CappedLevels,
) -> Vec<OrganizationLine> {
    // Both lists are in the order of the tree.
    let mut rated = capped.below(owns).peekable();
    view.subtree_places(root)
        .into_iter()
        .filter_map(|place| {
            let level = rated.next_if(|(rated, _)| rated.place == place);
            let stands = view.told(place)?;
            let counts = view.counts(place);
            Some(OrganizationLine {
                id: stands.id.clone(),
                name: stands.name.to_owned(),
                kind: stands.kind.clone(),
                parent: stands
                    .parent
                    .map(|above| view.state.organization(above).id.clone()),
                full_members: counts.full,
                probationary_members: counts.probationary,
                level: level.and_then(|(_, level)| level.level()),
            })
        })
        .collect()
}
