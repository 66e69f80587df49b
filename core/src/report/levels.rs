//! Yearly levels of organizations and members, with the cap within each group.

use std::borrow::Cow;

use crate::compact::{TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{
    self, AfterVote, AtLine, CapRules, CapTerms, Cut, FinalLevel, LevelFacts, LevelRules, LineVote,
    Own, PlaceInGroup, RatableInput, RatableRules, RatedStanding, RatedSubject,
};
use crate::handbook::{LevelAnswer, LevelSubject, Standing, View, YearTasks};
use crate::identifier::KindId;
use crate::report::RuleBookLine;
use crate::rulebook::policy::{CapGroup, Level};
use crate::verdict::{Basis, Silent, Verdict};

/// Place of an organization or member in its table.
type Place = usize;

/// One who stands for a level, with what the own facts give.
#[derive(Debug, Clone)]
pub(crate) struct Rated {
    /// The organization or member.
    pub(crate) place: Place,
    /// The cell of a member; an organization itself.
    pub(crate) home: Place,
    /// Whether within what was asked about, and not only in a group with somebody who is.
    pub(crate) below: bool,
    /// Whether rated at all (EVL-10), be there facts or not.
    pub(crate) ratable: bool,
    /// As whom the facts rate; none when not rated.
    pub(crate) rated_as: Option<RatedSubject>,
    /// The fact that the sheet needs and that was not recorded: there is no level then.
    pub(crate) missing: Option<Box<str>>,
    pub(super) own: Own,
}

impl Rated {
    #[inline(never)]
    fn judged(
        rules: &LevelRules<'_>,
        place: Place,
        home: Place,
        below: bool,
        facts: Option<&LevelFacts>,
    ) -> Result<Self, HandbookError> {
        let (mut level, mut missing) = (None, None);
        if let Some(facts) = facts {
            match rules.judge(facts, &mut Silent) {
                Ok(judged) => level = Some(judged.level),
                Err(error) => match error.missing_field() {
                    Some(field) => missing = Some(field.into()),
                    None => return Err(error),
                },
            }
        }
        Ok(Self {
            place,
            home,
            below,
            ratable: true,
            rated_as: facts.map(|facts| facts.subject),
            missing,
            own: Own {
                level,
                marks: facts.and_then(|facts| facts.marks),
            },
        })
    }

    /// The level by the own facts; none when not rated, or where a fact is missing.
    pub(crate) fn own(&self) -> Option<Level> {
        self.own.level
    }
}

/// The own levels of a year, judged once for any reading of the cap.
pub(crate) struct OwnLevels {
    pub(crate) members: bool,
    year: i32,
    /// Those within what was asked about are in the order of the tree.
    pub(crate) rated: Vec<Rated>,
}

/// The votes on a tie, and the levels that they settled of each of the group.
type Voted = (LineVote, Vec<Option<Level>>);

/// What those of a group have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum GroupName {
    /// They belong to the organization that forms the group.
    Organization,
    /// They are organizations of one kind directly below it.
    Kind(KindId),
    /// The body that rates named them a group of similar tasks.
    Peers(String),
}

/// One group within which the cap holds.
pub(crate) struct GroupCap {
    /// The organization that forms the group; for organizations, the one directly above.
    pub(crate) organization: Place,
    pub(crate) name: GroupName,
    pub(crate) cut: Cut,
    /// The votes among those tied at the line, where any was taken.
    pub(crate) vote: Option<LineVote>,
    /// Places in the list of those rated.
    pub(crate) subjects: Vec<usize>,
}

/// The levels after the cap.
pub(crate) struct CappedLevels {
    /// In the order of those rated.
    pub(crate) levels: Vec<FinalLevel>,
    /// The place of each one's group; none when not rated.
    pub(crate) groups: Vec<Option<usize>>,
    pub(crate) caps: Vec<GroupCap>,
}

/// The own levels of the organizations here and below, of every kind or of grassroots
/// organizations only, and of those that share a group with one of them.
pub(crate) fn organization_levels(
    view: &View<'_>,
    root: Place,
    tasks: &YearTasks,
    every_kind: bool,
) -> Result<OwnLevels, HandbookError> {
    let rules = LevelRules::in_force(&view.rules)?;
    let year = tasks.year();
    let below = view.subtree_places(root);
    let beside: Vec<Place> = match view.parent(root) {
        Some(above) => view.state.structure.children(above, view.date).collect(),
        None => Vec::new(),
    };
    let beside = beside.into_iter().filter(|place| *place != root);
    let places = below.into_iter().map(|place| (place, true));
    let mut rated = Vec::new();
    for (place, below) in places.chain(beside.map(|place| (place, false))) {
        let grassroots = || view.kind_rule(place).is_some_and(|kind| kind.grassroots);
        if !every_kind && !grassroots() {
            continue;
        }
        let facts = tasks.organization(place, &view.state.organization(place).ratings);
        rated.push(Rated::judged(
            &rules,
            place,
            place,
            below,
            facts.as_deref(),
        )?);
    }
    Ok(OwnLevels {
        members: false,
        year,
        rated,
    })
}

/// The own levels of the members here and below, and of those that share a group of one of the
/// given kinds with one of them.
pub(crate) fn member_levels(
    view: &View<'_>,
    root: Place,
    tasks: &YearTasks,
    kinds: &[CapGroup],
) -> Result<OwnLevels, HandbookError> {
    let rules = LevelRules::in_force(&view.rules)?;
    let ratable = RatableRules::in_force(&view.rules);
    let year = tasks.year();
    let top = if kinds.iter().all(|kind| *kind == CapGroup::Cell) {
        root
    } else {
        grouping_organization(view, root)
    };
    let mut rated = Vec::new();
    for home in view.subtree_places(top) {
        let below = top == root || view.nearest(home, |place| place == root).is_some();
        if !below && grouping_organization(view, home) != top {
            continue;
        }
        for (place, known) in view.state.residents(home, view.date) {
            let facts = tasks.member(place, &known.ratings);
            let is_rated = is_rated(view, &ratable, place)?;
            let facts = facts.as_deref().filter(|_| is_rated);
            let mut judged = Rated::judged(&rules, place, home, below, facts)?;
            judged.ratable = is_rated;
            rated.push(judged);
        }
    }
    Ok(OwnLevels {
        members: true,
        year,
        rated,
    })
}

impl OwnLevels {
    /// The levels after the cap, read by the given terms.
    pub(crate) fn capped(
        &self,
        view: &View<'_>,
        rules: &CapRules<'_>,
        terms: &CapTerms,
    ) -> Result<CappedLevels, HandbookError> {
        let mut grouping = Grouping {
            view,
            kind: terms.group_kind.unwrap_or(rules.group()),
            year: self.year,
            known: TextMap::new(),
            groups: Vec::new(),
        };
        let mut groups = Vec::with_capacity(self.rated.len());
        let mut cell = None;
        for (index, rated) in self.rated.iter().enumerate() {
            if rated.own.level.is_none() {
                groups.push(None);
                continue;
            }
            let group = if self.members {
                grouping.of_member(rated, &mut cell)
            } else {
                grouping.of_organization(rated.place)
            };
            if let Some((_, _, subjects)) = grouping.groups.get_mut(group) {
                subjects.push(index);
            }
            groups.push(Some(group));
        }

        let mut levels = vec![FinalLevel::NotRated; self.rated.len()];
        let mut caps = Vec::with_capacity(grouping.groups.len());
        let mut owns = Vec::new();
        for (organization, name, subjects) in grouping.groups {
            owns.clear();
            let rated = subjects.iter().filter_map(|index| self.rated.get(*index));
            owns.extend(rated.map(|rated| rated.own));
            let cut = Cut::judge(rules, terms, &owns, &mut Silent)?;
            for (index, own) in subjects.iter().zip(&owns) {
                if let Some(level) = levels.get_mut(*index) {
                    *level = cut.level(*own);
                }
            }
            let mut cap = GroupCap {
                organization,
                name,
                cut,
                vote: None,
                subjects,
            };
            if let Some((vote, after)) = self.voted(view, &cap, rules, &mut Basis::default())? {
                cap.vote = Some(vote);
                for (index, after) in cap.subjects.iter().zip(after) {
                    let level = levels.get_mut(*index);
                    if let (Some(level), Some(settled)) = (level, after) {
                        *level = FinalLevel::Level(settled);
                    }
                }
            }
            caps.push(cap);
        }
        Ok(CappedLevels {
            levels,
            groups,
            caps,
        })
    }

    /// Where one who is eligible stands in the group.
    fn place_in(
        &self,
        group: &GroupCap,
        index: usize,
        capped: &CappedLevels,
    ) -> Option<PlaceInGroup> {
        let level = capped.levels.get(index)?;
        let mine = group.cut.rank_key(self.rated.get(index)?.own);
        let (mut ahead, mut with) = (0, 0);
        for other in group
            .subjects
            .iter()
            .filter_map(|index| self.rated.get(*index))
        {
            if other.own() == Some(Level::Excellent) {
                let marks = group.cut.rank_key(other.own);
                ahead += u32::from(marks > mine);
                with += u32::from(marks == mine);
            }
        }
        // Whoever is in falls out behind those ahead; whoever is not comes in with all equals.
        let excellent = *level == FinalLevel::Level(Level::Excellent);
        let counts = group.cut.counts;
        Some(PlaceInGroup {
            eligible: counts.eligible,
            good: counts.good,
            rated: counts.rated,
            rank: ahead + if excellent { 1 } else { with },
            line: group.cut.line(),
            reading: None,
            outstanding: false,
            vote_needed: *level == FinalLevel::VoteNeeded,
        })
    }

    /// What recorded votes made of a tie in a group: the levels that they settled, in the order of
    /// its subjects.
    fn voted(
        &self,
        view: &View<'_>,
        cap: &GroupCap,
        rules: &CapRules<'_>,
        basis: &mut Basis,
    ) -> Result<Option<Voted>, HandbookError> {
        if cap.cut.seats == 0 {
            return Ok(None);
        }
        let mut all = Vec::with_capacity(cap.subjects.len());
        for index in &cap.subjects {
            let Some(rated) = self.rated.get(*index) else {
                continue;
            };
            let evaluations = if self.members {
                &view.state.member(rated.place).evaluations
            } else {
                &view.state.organization(rated.place).evaluations
            };
            all.push(AtLine {
                id: self.id(view, *index),
                tied: cap.cut.level(rated.own) == FinalLevel::VoteNeeded,
                votes: evaluations.line_votes(self.year, view.date),
            });
        }
        let voted = evaluation::line_vote(rules, &all, cap.cut.seats, basis)?;
        Ok(voted.map(|(vote, after)| {
            let mut settled = Vec::with_capacity(after.len());
            for after in after {
                settled.push(match after {
                    AfterVote::Open => None,
                    AfterVote::Chosen => Some(Level::Excellent),
                    AfterVote::Left => Some(Level::Good),
                });
            }
            (vote, settled)
        }))
    }

    /// The identifier of one of those rated.
    pub(crate) fn id<'a>(&self, view: &View<'a>, index: usize) -> &'a str {
        let Some(rated) = self.rated.get(index) else {
            return "";
        };
        if self.members {
            view.state.member(rated.place).id.as_str()
        } else {
            view.state.organization(rated.place).id.as_str()
        }
    }
}

impl CappedLevels {
    /// Everyone within what was asked about with the level after the cap.
    pub(crate) fn below<'a>(
        &'a self,
        owns: &'a OwnLevels,
    ) -> impl Iterator<Item = (&'a Rated, FinalLevel)> + 'a {
        let all = owns.rated.iter().zip(self.levels.iter().copied());
        all.filter(|(rated, _)| rated.below)
    }
}

/// Groups as they are met, each found again by its name.
struct Grouping<'a> {
    view: &'a View<'a>,
    kind: CapGroup,
    year: i32,
    known: TextMap,
    groups: Vec<(Place, GroupName, Vec<usize>)>,
}

impl Grouping<'_> {
    fn find(&mut self, organization: Place, name: GroupName) -> usize {
        let (mark, word) = match &name {
            GroupName::Organization => ("", ""),
            GroupName::Kind(kind) => (" kind ", kind.as_str()),
            GroupName::Peers(peers) => (" peers ", peers.as_str()),
        };
        let text = format!("{organization}{mark}{word}");
        if let Some(known) = self.known.place(&text) {
            return known;
        }
        let group = self.groups.len();
        self.known.insert(&text, group);
        self.groups.push((organization, name, Vec::new()));
        group
    }

    /// The group of a member; `cell` remembers that of the last cell.
    fn of_member(&mut self, rated: &Rated, cell: &mut Option<(Place, usize)>) -> usize {
        let named = self.view.state.member(rated.place).ratings.peers(self.year);
        if let Some(peers) = named.filter(|_| self.kind == CapGroup::SimilarTasks) {
            let forming = grouping_organization(self.view, rated.home);
            return self.find(forming, GroupName::Peers(peers.to_owned()));
        }
        match *cell {
            Some((home, group)) if home == rated.home => group,
            _ => {
                let group = self.of_cell(rated.home);
                *cell = Some((rated.home, group));
                group
            }
        }
    }

    fn of_cell(&mut self, home: Place) -> usize {
        if self.kind == CapGroup::Cell {
            return self.find(home, GroupName::Organization);
        }
        let top = grouping_organization(self.view, home);
        let mut name = GroupName::Organization;
        if self.kind == CapGroup::SimilarTasks {
            let peers = |place| self.view.state.organization(place).ratings.peers(self.year);
            // The nearest organization that was named into a group takes its members along, up to
            // the one that forms the groups, which itself is rated among others.
            let nearest = self
                .view
                .nearest(home, |place| place == top || peers(place).is_some());
            if let Some(peers) = nearest.filter(|place| *place != top).and_then(peers) {
                name = GroupName::Peers(peers.to_owned());
            }
        }
        self.find(top, name)
    }

    fn of_organization(&mut self, place: Place) -> usize {
        let above = self.view.parent(place).unwrap_or(place);
        let peers = self.view.state.organization(place).ratings.peers(self.year);
        let name = match peers.filter(|_| self.kind == CapGroup::SimilarTasks) {
            Some(peers) => GroupName::Peers(peers.to_owned()),
            None => match self.view.told(place) {
                Some(stands) => GroupName::Kind(stands.kind.clone()),
                None => GroupName::Organization,
            },
        };
        self.find(above, name)
    }
}

/// The organization within which members are grouped: the grassroots organization.
pub(crate) fn grouping_organization(view: &View<'_>, organization: Place) -> Place {
    view.nearest(organization, |place| {
        view.kind_rule(place).is_some_and(|kind| kind.grassroots)
    })
    // A cell directly under a commune that is no grassroots organization has none above it: then
    // the body directly above the cell forms the group.
    .or_else(|| view.nearest(organization, |place| !is_cell(view, place)))
    .unwrap_or(organization)
}

/// Whether an organization's kind is a cell on any day that the book knows.
fn is_cell(view: &View<'_>, place: Place) -> bool {
    let mut kinds = view.rules.book().kinds().iter();
    view.told(place)
        .is_some_and(|stands| kinds.any(|known| known.id == *stands.kind && known.cell))
}

/// A level with what explains it.
pub(crate) struct LevelOf {
    pub(crate) answer: LevelAnswer,
    /// The facts that judged; none when not rated.
    pub(crate) facts: Option<LevelFacts>,
    /// Where an excellent subject stands in its group.
    pub(crate) cap: Option<PlaceInGroup>,
}

/// The level of one subject with all its grounds: the same formulas as in bulk, recorded. Only
/// the subject's group is judged with it.
pub(crate) fn level_of(
    view: &View<'_>,
    subject: &LevelSubject,
    year: i32,
) -> Result<LevelOf, HandbookError> {
    let tasks = YearTasks::of(view, year);
    let (place, members, input) = match subject {
        LevelSubject::Organization { id } => {
            let input = RatableInput {
                standing: RatedStanding::Active,
                admitted_on: None,
                on: view.date,
            };
            (view.place(id)?, false, input)
        }
        LevelSubject::Member { id } => {
            let place = view.state.member_place("member", id)?;
            (place, true, ratable_input(view, place))
        }
    };
    let facts = if members {
        tasks.member(place, &view.state.member(place).ratings)
    } else {
        tasks.organization(place, &view.state.organization(place).ratings)
    };
    let rated = evaluation::ratable(&view.rules, &input)?;
    let is_rated = rated.value.rated;
    let mut answer = LevelAnswer {
        rule_book: RuleBookLine::of(view.rules.book()),
        level: None,
        rated: Verdict {
            value: is_rated,
            grounds: rated.grounds,
            policies: rated.policies,
            sureness: rated.sureness,
        },
        rated_as: None,
        own: None,
        cap: None,
        line_vote: None,
    };
    let facts = facts.filter(|_| is_rated).map(Cow::into_owned);
    answer.rated_as = facts.as_ref().map(|facts| facts.subject);
    let own = match &facts {
        Some(facts) => Some(evaluation::level(&view.rules, facts)?),
        None => None,
    };
    answer.level = own.as_ref().map(|own| own.value.level);
    answer.own = own;
    if answer.level != Some(Level::Excellent) {
        let cap = None;
        return Ok(LevelOf { answer, facts, cap });
    }

    let rules = CapRules::in_force(&view.rules)?;
    let terms = CapTerms::default();
    let owns = if members {
        let member = view.state.member(place);
        let home = member
            .home(view.date)
            .ok_or_else(|| InputError::new(InputCode::DateOrder, "member", &member.id))?;
        member_levels(view, home, &tasks, &[rules.group()])?
    } else {
        organization_levels(view, place, &tasks, true)?
    };
    let capped = owns.capped(view, &rules, &terms)?;
    let index = owns.rated.iter().position(|rated| rated.place == place);
    let group = index.and_then(|index| capped.groups.get(index).copied().flatten());
    answer.level = index
        .and_then(|index| capped.levels.get(index))
        .and_then(|level| level.level());
    let mut cap = None;
    if let (Some(group), Some(index)) = (group.and_then(|group| capped.caps.get(group)), index) {
        let (outcome, vote) = explained(view, &owns, group, &rules, &terms)?;
        answer.cap = Some(outcome);
        answer.line_vote = vote;
        cap = owns.place_in(group, index, &capped);
    }
    Ok(LevelOf { answer, facts, cap })
}

/// What the cap did within one group, and the votes on a tie at its line, with the grounds.
fn explained(
    view: &View<'_>,
    owns: &OwnLevels,
    group: &GroupCap,
    rules: &CapRules<'_>,
    terms: &CapTerms,
) -> Result<(Verdict<evaluation::CapOutcome>, Option<LineVote>), HandbookError> {
    let mut basis = Basis::default();
    rules.policies(terms, &mut basis)?;
    let mut all = Vec::with_capacity(group.subjects.len());
    let mut named = Vec::with_capacity(group.subjects.len());
    for index in &group.subjects {
        if let Some(rated) = owns.rated.get(*index) {
            all.push(rated.own);
            named.push((owns.id(view, *index), rated.own));
        }
    }
    let cut = Cut::judge(rules, terms, &all, &mut basis)?;
    let ids = named.iter().copied();
    let mut outcome = cut.outcome(group.id(view), &mut { ids });
    let voted = owns.voted(view, group, rules, &mut basis)?;
    let vote = voted.map(|(vote, settled)| {
        for ((id, _), level) in named.into_iter().zip(settled) {
            if let Some(level) = level {
                outcome.settle(id, level);
            }
        }
        vote
    });
    Ok((Verdict::new(outcome, basis), vote))
}

impl GroupCap {
    /// What the group is called: an organization's id, a kind, or a name given by a body.
    pub(crate) fn id<'a>(&'a self, view: &View<'a>) -> &'a str {
        match &self.name {
            GroupName::Organization => view.state.organization(self.organization).id.as_str(),
            GroupName::Kind(kind) => kind.as_str(),
            GroupName::Peers(peers) => peers,
        }
    }

    /// The group's name for people.
    pub(crate) fn title(&self, view: &View<'_>) -> String {
        match &self.name {
            GroupName::Organization => view.name(self.organization).to_owned(),
            GroupName::Kind(kind) => view
                .rules
                .kind(kind)
                .map_or_else(|| kind.to_string(), |kind| kind.vi.clone()),
            GroupName::Peers(peers) => peers.clone(),
        }
    }
}

/// Whether a member is rated (EVL-10).
pub(crate) fn is_rated(
    view: &View<'_>,
    rules: &RatableRules<'_>,
    member: Place,
) -> Result<bool, HandbookError> {
    rules.judge(&ratable_input(view, member), &mut Silent)
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

/// Puts groups of one list in a fixed order: by the organization that forms them, then by name.
pub(crate) fn in_order<'a>(caps: &'a [GroupCap], view: &View<'a>) -> Vec<&'a GroupCap> {
    let mut ordered: Vec<&GroupCap> = caps.iter().collect();
    sort_by(&mut ordered, |left, right| {
        let key = |cap: &'a GroupCap| (cap.organization, cap.id(view));
        key(left).cmp(&key(right))
    });
    ordered
}
