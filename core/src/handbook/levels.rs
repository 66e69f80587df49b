//! Levels of everyone below an organization, and who would have another if the cap were read
//! otherwise.

use chrono::NaiveDate;
use serde::Serialize;

use super::evaluations::Rated;
use super::state::Place;
use super::tasks::YearTasks;
use super::view::View;
use crate::access::Sight;
use crate::check::in_range;
use crate::error::HandbookError;
use crate::evaluation::{CapRules, CapTerms, FinalLevel, RatedSubject, StageLevels};
use crate::identifier::{MemberId, OrganizationId};
use crate::report::{
    CapLine, CappedLevels, GroupCap, LevelCounts, OwnLevels, RuleBookLine, cap_line,
    grouping_organization, member_levels, organization_levels,
};
use crate::rulebook::policy::{CapGroup, Level};
use crate::verdict::{Basis, PolicyUsed};

/// How many lines an answer has when the question does not say.
const LINES_USUAL: u32 = 500;

/// Most lines of one answer.
const LINES_MOST: u32 = 5_000;

/// Organizations and members by level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelTotals {
    /// Organizations of every kind.
    pub organizations: LevelCounts,
    /// Members.
    pub members: LevelCounts,
}

/// The members of a grassroots organization, or its cells, by level; absent is what would tell of
/// few.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublishedLevels {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Whether its members are counted; otherwise its cells.
    pub members: bool,
    /// Rated; absent with all else where too few are.
    pub rated: Option<u32>,
    /// Excellent.
    pub excellent: Option<i64>,
    /// Good.
    pub good: Option<i64>,
    /// Completed.
    pub completed: Option<i64>,
    /// Not completed.
    pub not_completed: Option<i64>,
    /// Without a level: no facts or not all of them were recorded, or people must vote.
    pub unknown: Option<i64>,
}

/// An organization or a member with the level of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelLine {
    /// The organization, or the cell of the member.
    pub organization: OrganizationId,
    /// The member; absent for an organization.
    pub member: Option<MemberId>,
    /// The name.
    pub name: String,
    /// As whom the recorded facts rate, which is by whose sheet; absent when not rated.
    pub rated_as: Option<RatedSubject>,
    /// The level by the own facts, before the cap; absent when not rated (EVL-10), where no facts
    /// were recorded, or where one is missing.
    pub own: Option<Level>,
    /// The fact that the sheet needs and that was not recorded, as its field is named: whoever
    /// lacks one is outside the group until it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// The level after the cap; absent without a level of one's own, or when to be voted on.
    pub level: Option<Level>,
    /// Whether tied at the cap's line: people must vote.
    pub vote_needed: bool,
    /// The place of its group in `caps`, from 0; absent when not rated, and when the asker may
    /// not see the group.
    pub cap: Option<u32>,
}

/// The levels of a year below an organization, a page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelsAnswer {
    /// The rules that judged.
    pub rule_book: RuleBookLine,
    /// The organization.
    pub organization: OrganizationId,
    /// The year.
    pub year: i32,
    /// The day whose rules and record judged.
    pub judged_on: NaiveDate,
    /// How far the asker sees.
    pub sight: Sight,
    /// Everyone here and below, whatever the page; absent for who may not see each of them.
    pub totals: Option<LevelTotals>,
    /// By grassroots organization, without small counts (DAT-03), cells, then members, each in the
    /// order of the tree; for who sees sums alone. They are never added up: no two questions
    /// together tell more than one.
    pub published: Vec<PublishedLevels>,
    /// How the cap was read, and what is published.
    pub policies: Vec<PolicyUsed>,
    /// The groups that an organization of this page forms, and those of everyone on it; for who
    /// sees sums alone, groups of organizations only.
    pub caps: Vec<CapLine>,
    /// This page, in the order of the tree: each organization, then its own members.
    pub lines: Vec<LevelLine>,
    /// How many lines all pages have.
    pub line_count: u32,
    /// Where the next page starts; absent on the last one.
    pub next: Option<u32>,
}

/// An organization or a member whose level would be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelChangeLine {
    /// The organization, or the cell of the member.
    pub organization: OrganizationId,
    /// The member; absent for an organization.
    pub member: Option<MemberId>,
    /// The name.
    pub name: String,
    /// The level as the rules in force give it; absent when to be voted on.
    pub from: Option<Level>,
    /// The level otherwise; absent when to be voted on.
    pub to: Option<Level>,
}

/// Who would have another level if the cap were read otherwise, a page of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelsReadOtherwise {
    /// The rules that judged.
    pub rule_book: RuleBookLine,
    /// The organization.
    pub organization: OrganizationId,
    /// The year.
    pub year: i32,
    /// The day whose rules and record judged.
    pub judged_on: NaiveDate,
    /// How far the asker sees.
    pub sight: Sight,
    /// Everyone here and below as the rules in force give it; absent for who may not see each of
    /// them.
    pub before: Option<LevelTotals>,
    /// The same, read otherwise.
    pub after: Option<LevelTotals>,
    /// From good to excellent, of the lines of all pages.
    pub raised: u32,
    /// From excellent to good, likewise.
    pub lowered: u32,
    /// Into a vote at the cap's line, or out of one, likewise.
    pub votes: u32,
    /// How the cap was read the other way.
    pub policies: Vec<PolicyUsed>,
    /// This page, in the order of the tree.
    pub lines: Vec<LevelChangeLine>,
    /// How many lines all pages have.
    pub line_count: u32,
    /// Where the next page starts; absent on the last one.
    pub next: Option<u32>,
}

/// A part of a long list.
struct Page {
    first: u32,
    end: u32,
    count: u32,
}

impl Page {
    fn new(offset: Option<u32>, limit: Option<u32>) -> Result<Self, HandbookError> {
        let limit = limit.unwrap_or(LINES_USUAL);
        in_range("limit", limit, 1, LINES_MOST)?;
        let first = offset.unwrap_or_default();
        Ok(Self {
            first,
            end: first.saturating_add(limit),
            count: 0,
        })
    }

    /// Counts a line; says whether it is on the page.
    fn takes(&mut self) -> bool {
        let at = self.count;
        self.count = at.saturating_add(1);
        self.first <= at && at < self.end
    }

    fn next(&self) -> Option<u32> {
        (self.end < self.count).then_some(self.end)
    }
}

/// Who asks, and how far that one sees.
struct Seen {
    sight: Sight,
    own: Option<Place>,
}

impl Seen {
    /// Whether the level of one of those rated is shown.
    fn shows(&self, view: &View<'_>, owns: &OwnLevels, place: Place) -> bool {
        (owns.members && self.own == Some(place))
            || view.sees_levels(self.sight, rated_of(owns, place))
    }

    /// Whether the counts of a group are told: to who sees sums alone where each is seen.
    fn tells(&self, view: &View<'_>, owns: &OwnLevels, cap: &GroupCap) -> bool {
        let mut subjects = cap
            .subjects
            .iter()
            .filter_map(|index| owns.rated.get(*index));
        self.sight > Sight::Sums
            || subjects.all(|rated| view.sees_levels(self.sight, rated_of(owns, rated.place)))
    }
}

fn rated_of(owns: &OwnLevels, place: Place) -> Rated {
    if owns.members {
        Rated::Member(place)
    } else {
        Rated::Organization(place)
    }
}

/// The own levels and those after the cap, of organizations and of members.
type Both = [(OwnLevels, CappedLevels); 2];

impl View<'_> {
    /// The yearly level of every organization and member here and below, with the totals and the
    /// caps, in pages of at most 5,000 lines, 500 when `limit` is absent (sections 6.2 to 6.4,
    /// EVL-10). Totals count everybody, whatever the page.
    ///
    /// Who sees whose level is told in [`crate::access`]. Whoever sees sums alone gets, instead of
    /// the totals, counts of each grassroots organization without small ones (DAT-03).
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown organization or asker, a `limit` outside 1 to 5,000, or
    /// when no rule is known for the day.
    pub fn levels(
        &self,
        id: &OrganizationId,
        year: i32,
        asker: Option<&MemberId>,
        offset: Option<u32>,
        limit: Option<u32>,
    ) -> Result<LevelsAnswer, HandbookError> {
        let root = self.place(id)?;
        let mut page = Page::new(offset, limit)?;
        let seen = self.seen(asker, root)?;
        let rules = CapRules::in_force(&self.rules)?;
        let both = self.judged(root, year, &rules, &[rules.group()])?;
        let mut basis = Basis::default();
        rules.policies(&CapTerms::default(), &mut basis)?;
        tie_policy(
            &rules,
            both.each_ref().map(|(_, capped)| capped),
            &mut basis,
        )?;

        let published = if seen.sight == Sight::Sums {
            self.published_levels(root, &both, &mut basis)?
        } else {
            Vec::new()
        };

        let mut answer = LevelsAnswer {
            rule_book: RuleBookLine::of(self.rules.book()),
            organization: id.clone(),
            year,
            judged_on: self.date,
            sight: seen.sight,
            totals: totals(&seen, &both),
            published,
            policies: basis.policies,
            caps: Vec::new(),
            lines: Vec::new(),
            line_count: 0,
            next: None,
        };
        let mut on_page = Vec::new();
        self.walk(&seen, &both, &mut |side, index| {
            if page.takes() {
                on_page.push((side, index));
            }
        });
        let mut caps = CapsOfPage::new(&both);
        for (side, index) in on_page {
            let Some((owns, capped)) = both.get(side) else {
                continue;
            };
            let Some(rated) = owns.rated.get(index) else {
                continue;
            };
            if side == ORGANIZATIONS {
                for (side, group) in caps.formed_by(rated.place) {
                    caps.take(self, &seen, &both, (side, group), &mut answer.caps);
                }
            }
            let group = capped.groups.get(index).copied().flatten();
            let cap = group
                .and_then(|group| caps.take(self, &seen, &both, (side, group), &mut answer.caps));
            let level = capped.levels.get(index).copied();
            let (organization, member, name) = self.named(owns, index);
            answer.lines.push(LevelLine {
                organization,
                member,
                name,
                rated_as: rated.rated_as,
                own: rated.own(),
                missing: rated.missing.as_deref().map(str::to_owned),
                level: level.and_then(FinalLevel::level),
                vote_needed: level == Some(FinalLevel::VoteNeeded),
                cap,
            });
        }
        answer.line_count = page.count;
        answer.next = page.next();
        Ok(answer)
    }

    /// Who here and below would have another level if the cap were read otherwise: another
    /// reading, share, rounding or kind of group. Own levels are judged once, the cap twice. Who is
    /// shown, and in which pages, is as in [`View::levels`]; whoever sees sums alone gets no count
    /// of others, for by enough readings it would tell of single members.
    ///
    /// # Errors
    /// As [`View::levels`], and for a share below 0 or above 1.
    pub fn levels_read_otherwise(
        &self,
        id: &OrganizationId,
        year: i32,
        terms: &CapTerms,
        asker: Option<&MemberId>,
        offset: Option<u32>,
        limit: Option<u32>,
    ) -> Result<LevelsReadOtherwise, HandbookError> {
        let root = self.place(id)?;
        let mut page = Page::new(offset, limit)?;
        terms.check("terms.")?;
        let seen = self.seen(asker, root)?;
        let rules = CapRules::in_force(&self.rules)?;
        let mut basis = Basis::default();
        rules.policies(terms, &mut basis)?;
        let kinds = [rules.group(), terms.group_kind.unwrap_or(rules.group())];
        let mut both = self.judged(root, year, &rules, &kinds)?;
        let [(organizations, _), (members, _)] = &both;
        let after = [
            organizations.capped(self, &rules, terms)?,
            members.capped(self, &rules, terms)?,
        ];
        tie_policy(&rules, after.each_ref(), &mut basis)?;
        let after = after.map(|capped| capped.levels);

        let mut answer = LevelsReadOtherwise {
            rule_book: RuleBookLine::of(self.rules.book()),
            organization: id.clone(),
            year,
            judged_on: self.date,
            sight: seen.sight,
            before: totals(&seen, &both),
            after: None,
            raised: 0,
            lowered: 0,
            votes: 0,
            policies: basis.policies,
            lines: Vec::new(),
            line_count: 0,
            next: None,
        };
        let change = |side: usize, index: usize| {
            let (_, capped) = both.get(side)?;
            let from = capped.levels.get(index).copied()?;
            let to = after.get(side)?.get(index).copied()?;
            (from != to).then_some((from, to))
        };
        self.walk(&seen, &both, &mut |side, index| {
            let (Some((from, to)), Some((owns, _))) = (change(side, index), both.get(side)) else {
                return;
            };
            let (from, to) = (from.level(), to.level());
            let count = match (from, to) {
                (Some(from), Some(to)) if from < to => &mut answer.raised,
                (Some(_), Some(_)) => &mut answer.lowered,
                _ => &mut answer.votes,
            };
            *count = count.saturating_add(1);
            if page.takes() {
                let (organization, member, name) = self.named(owns, index);
                answer.lines.push(LevelChangeLine {
                    organization,
                    member,
                    name,
                    from,
                    to,
                });
            }
        });
        for ((_, capped), levels) in both.iter_mut().zip(after) {
            capped.levels = levels;
        }
        answer.after = totals(&seen, &both);
        answer.line_count = page.count;
        answer.next = page.next();
        Ok(answer)
    }

    /// Everyone's own level, and the one after the cap as it is in force.
    fn judged(
        &self,
        root: Place,
        year: i32,
        rules: &CapRules<'_>,
        kinds: &[CapGroup],
    ) -> Result<Both, HandbookError> {
        let tasks = YearTasks::of(self, year);
        let terms = CapTerms::default();
        let organizations = organization_levels(self, root, &tasks, true)?;
        let members = member_levels(self, root, &tasks, kinds)?;
        let capped = organizations.capped(self, rules, &terms)?;
        let capped_members = members.capped(self, rules, &terms)?;
        Ok([(organizations, capped), (members, capped_members)])
    }

    fn seen(&self, asker: Option<&MemberId>, root: Place) -> Result<Seen, HandbookError> {
        Ok(Seen {
            sight: self.sight(asker, root)?,
            own: match asker {
                None => None,
                Some(asker) => Some(self.state.member_place("asker", asker)?),
            },
        })
    }

    /// Everyone that the asker may see, in the order of the tree: which list, and the place in it.
    fn walk(&self, seen: &Seen, both: &Both, meets: &mut dyn FnMut(usize, usize)) {
        let [(organizations, _), (members, _)] = both;
        let mut next = 0;
        for (index, organization) in organizations.rated.iter().enumerate() {
            if !organization.below {
                continue;
            }
            if seen.shows(self, organizations, organization.place) {
                meets(ORGANIZATIONS, index);
            }
            // Those of a group beside what was asked about stand between; they are passed over.
            while let Some(member) = members.rated.get(next) {
                if member.below && member.home != organization.place {
                    break;
                }
                if member.below && seen.shows(self, members, member.place) {
                    meets(MEMBERS, next);
                }
                next += 1;
            }
        }
    }

    /// What levels tell of each grassroots organization by itself.
    fn published_levels(
        &self,
        root: Place,
        both: &Both,
        basis: &mut Basis,
    ) -> Result<Vec<PublishedLevels>, HandbookError> {
        self.least_published(basis)?;
        let mut counted: Vec<(Place, bool, StageLevels)> = Vec::new();
        for (owns, capped) in both {
            for (rated, level) in capped.below(owns) {
                if !rated.ratable || !(owns.members || self.is_lower_cell(rated.place)) {
                    continue;
                }
                let group = grouping_organization(self, rated.home);
                let known = counted
                    .iter_mut()
                    .rfind(|(known, members, _)| *known == group && *members == owns.members);
                let none = StageLevels::default();
                let levels = match known {
                    Some((_, _, levels)) => levels,
                    None => &mut counted.push_mut((group, owns.members, none)).2,
                };
                levels.add(level.level());
            }
        }
        let mut published = Vec::new();
        for (place, members, levels) in counted {
            // A part of an organization is told of nobody who sees sums of the whole.
            if self.nearest(place, |place| place == root).is_none() {
                continue;
            }
            let counts = self.published_counts(levels)?;
            let rated = counts.map(|_| levels.sum());
            let [excellent, good, completed, not_completed, unknown] = counts.unwrap_or_default();
            published.push(PublishedLevels {
                organization: self.state.organization(place).id.clone(),
                name: self.name(place).to_owned(),
                members,
                rated,
                excellent,
                good,
                completed,
                not_completed,
                unknown,
            });
        }
        Ok(published)
    }

    fn named(&self, owns: &OwnLevels, index: usize) -> (OrganizationId, Option<MemberId>, String) {
        let (home, member) = match owns.rated.get(index) {
            Some(rated) if owns.members => (rated.home, Some(self.state.member(rated.place))),
            Some(rated) => (rated.home, None),
            None => return (OrganizationId::checked(""), None, String::new()),
        };
        (
            self.state.organization(home).id.clone(),
            member.map(|member| member.id.clone()),
            member.map_or_else(|| self.name(home).to_owned(), |member| member.name.clone()),
        )
    }
}

const ORGANIZATIONS: usize = 0;
const MEMBERS: usize = 1;

fn totals(seen: &Seen, both: &Both) -> Option<LevelTotals> {
    let [
        (organizations, capped_organizations),
        (members, capped_members),
    ] = both;
    (seen.sight > Sight::Sums).then(|| LevelTotals {
        organizations: LevelCounts::of(organizations, capped_organizations),
        members: LevelCounts::of(members, capped_members),
    })
}

/// Tells how votes at the line were read, where any was taken.
fn tie_policy(
    rules: &CapRules<'_>,
    capped: [&CappedLevels; 2],
    basis: &mut Basis,
) -> Result<(), HandbookError> {
    let mut caps = capped.iter().flat_map(|capped| &capped.caps);
    if caps.any(|cap| cap.vote.is_some()) {
        rules.tie_policy(basis)?;
    }
    Ok(())
}

/// The groups of a page, each told once.
struct CapsOfPage {
    /// The place in the answer of every group of each list, where it has one.
    told: [Vec<Option<u32>>; 2],
    /// The groups by the organization that forms them, in its order.
    formed: Vec<(Place, usize, usize)>,
}

impl CapsOfPage {
    fn new(both: &Both) -> Self {
        let [(_, organizations), (_, members)] = both;
        let mut formed = Vec::new();
        for (side, capped) in [(ORGANIZATIONS, organizations), (MEMBERS, members)] {
            for (group, cap) in capped.caps.iter().enumerate() {
                formed.push((cap.organization, side, group));
            }
        }
        crate::compact::sort_by(&mut formed, Ord::cmp);
        Self {
            told: [
                vec![None; organizations.caps.len()],
                vec![None; members.caps.len()],
            ],
            formed,
        }
    }

    fn formed_by(&self, organization: Place) -> Vec<(usize, usize)> {
        let first = self
            .formed
            .partition_point(|(forming, _, _)| *forming < organization);
        let formed = self.formed.iter().skip(first);
        formed
            .take_while(|(forming, _, _)| *forming == organization)
            .map(|(_, side, group)| (*side, *group))
            .collect()
    }

    /// The place of a group in the answer, which tells it now if it did not yet; none where it is
    /// not told.
    fn take(
        &mut self,
        view: &View<'_>,
        seen: &Seen,
        both: &Both,
        (side, group): (usize, usize),
        caps: &mut Vec<CapLine>,
    ) -> Option<u32> {
        let told = self.told.get_mut(side)?.get_mut(group)?;
        if told.is_none() {
            let (owns, capped) = both.get(side)?;
            let cap = capped.caps.get(group)?;
            if seen.tells(view, owns, cap) {
                *told = Some(u32::try_from(caps.len()).unwrap_or(u32::MAX));
                let shows = |index: usize| match owns.rated.get(index) {
                    Some(_) if seen.own.is_none() => true,
                    Some(rated) => rated.below && seen.shows(view, owns, rated.place),
                    None => false,
                };
                caps.push(cap_line(view, (owns, capped), cap, &shows));
            }
        }
        *told
    }
}
