//! Why a subject has its level, step by step from the marks, and the least changes that would
//! give another.

use serde::{Deserialize, Serialize};

use super::cap::{CapCounts, CapRules};
use super::condition::{Test, Tree};
use super::level::LevelFacts;
use super::needed::NeededFact;
use super::sheet::{Judged, SheetRules};
use super::sheet_level::{
    Marked, SheetLevelInput, SheetLevelValue, asked_sheet, chosen_sheet, marked, told, under_facts,
};
use crate::check::{FULL_MARKS, SAFE_INTEGER_MOST, in_range};
use crate::error::HandbookError;
use crate::quantity::Quantity;
use crate::rulebook::policy::{CapReading, Grade, Level};
use crate::rulebook::sheet::{Bound, Condition, Measure, RatedFact};
use crate::rulebook::{RuleBook, Rules};
use crate::text::{Language, TO_BE_VOTED_ON, change_sentence, level_name, step_sentence};
use crate::verdict::{Basis, Ground, Recorder, Silent, Verdict};

/// Where the subject stands in the group of the cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlaceInGroup {
    /// E: those of the group whose own facts give excellent, the subject among them.
    pub eligible: u32,
    /// G: those whose own facts give good.
    pub good: u32,
    /// N: all rated.
    pub rated: u32,
    /// The subject's place among those eligible, 1 for the first; a vote decides between equals
    /// before.
    pub rank: u32,
    /// Marks of the last one who stays excellent, in hundredths of a point, where anyone does.
    #[serde(default)]
    pub line: Option<u32>,
    /// What the cap is a share of; absent for the reading in force.
    #[serde(default)]
    pub reading: Option<CapReading>,
    /// The superior judged the unit outstanding, which raises the share.
    #[serde(default)]
    pub outstanding: bool,
    /// Tied at the line, and nobody has voted yet: there is no level. `rank` is then the last place
    /// of those tied.
    #[serde(default)]
    pub vote_needed: bool,
}

/// A subject whose level is to be explained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainLevelInput {
    /// The question whose answer is explained.
    pub question: SheetLevelInput,
    /// Where an excellent subject stands under the cap; absent to leave the cap out.
    #[serde(default)]
    pub cap: Option<PlaceInGroup>,
}

/// What a step of an explanation tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LevelStepKind {
    /// The level in the end.
    Result,
    /// The score.
    Score,
    /// A group of criteria.
    Group,
    /// A criterion.
    Criterion,
    /// The level by score.
    ByScore,
    /// A border of the score.
    Border,
    /// The level by conditions.
    ByConditions,
    /// The condition of a level.
    Condition,
    /// Every part must hold.
    All,
    /// One part must hold.
    Any,
    /// The part must not hold.
    Not,
    /// A fact that is yes or no.
    Fact,
    /// A comparison.
    Comparison,
    /// The lower of the levels by score and by conditions.
    Lower,
    /// A rule that lowers a level.
    Lowering,
    /// The cap on excellent in the group.
    Cap,
}

/// A step of an explanation. The steps form a tree: the first is the result, and each other one
/// stands under an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelStep {
    /// Place of the step it stands under; absent for the first.
    pub parent: Option<u32>,
    /// What it tells.
    pub kind: LevelStepKind,
    /// The criterion, the group, the fact or the sheet that it tells of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The level that it gives, or leaves at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Whether it holds; absent where it is no condition or a fact is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<bool>,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured: Option<Quantity>,
    /// What it is at most: of a mark or a score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<Quantity>,
    /// Hundredths of a point that a criterion gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<u32>,
    /// What was compared, with its citation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// The step as a sentence in Vietnamese.
    pub vi: String,
    /// The step as a sentence in English.
    pub en: String,
}

/// What a change changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LeastChangeKind {
    /// The score, in hundredths of a point.
    Marks,
    /// The mark of a criterion, in its units.
    CriterionMark,
    /// Tasks that are on time and with quality instead of late or open, or the other way round.
    TasksOnTime,
    /// Late tasks that the plan had not held.
    WithoutLateTasks,
    /// Open tasks that the plan had not held.
    WithoutOpenTasks,
    /// Tasks done beyond what was required.
    TasksBeyond,
    /// Targets reached.
    TargetsReached,
    /// Steps by which the lowest criteria rise or one falls below them.
    LowestCriterion,
    /// Steps of the grade of results.
    Results,
    /// Not disciplined in the year.
    Disciplined,
    /// No subordinate organization or leader disciplined in the year.
    SubordinateDisciplined,
    /// Not rated not completed as a civil servant.
    CivilServantNotCompleted,
    /// Not concluded to be degraded.
    ConcludedDegraded,
    /// Subordinate organizations rated weak.
    SubordinatesWeak,
    /// Members rated not completed.
    MembersNotCompleted,
    /// A number that the host names.
    Extra,
    /// Members or organizations of the group rated good instead of lower.
    GoodInGroup,
    /// The score, in hundredths of a point, so that the subject passes the last one who stays
    /// excellent.
    MarksAboveLine,
}

/// The least single change of its kind that gives another level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LeastChange {
    /// What changes.
    pub kind: LeastChangeKind,
    /// The criterion or the number that changes, where it has a name of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// By how much: more above 0, less below.
    pub amount: i64,
    /// The level that it gives; at least, where facts must be known.
    pub level: Level,
    /// Facts that are missing and must be known besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeededFact>,
    /// The change as a sentence in Vietnamese.
    pub vi: String,
    /// The change as a sentence in English.
    pub en: String,
}

/// Why a subject has its level, and what would change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelExplanation {
    /// The level in the end, after the cap where it was asked about.
    pub level: Option<Level>,
    /// What the subject's own facts give.
    pub own: SheetLevelValue,
    /// From the result down to the marks.
    pub steps: Vec<LevelStep>,
    /// The least changes that give a higher level, one of each kind. Changes of the subject's own
    /// facts give the level before the cap.
    pub raises: Vec<LeastChange>,
    /// The least changes that give a lower level: the margins. Of somebody over the cap, those to
    /// a level below the one that the cap leaves.
    pub lowers: Vec<LeastChange>,
}

impl LevelStep {
    fn new(kind: LevelStepKind) -> Self {
        Self {
            parent: None,
            kind,
            of: None,
            level: None,
            holds: None,
            measured: None,
            most: None,
            points: None,
            ground: None,
            vi: String::new(),
            en: String::new(),
        }
    }
}

/// Most times that facts are judged in search of values for what is missing.
const TRIES_MOST: u32 = 1_000;

/// Names in Vietnamese and English.
pub(crate) type Names<'a> = (&'a str, &'a str);

/// The steps as they grow.
struct Steps<'book> {
    book: &'book RuleBook,
    steps: Vec<LevelStep>,
}

impl Steps<'_> {
    fn push(&mut self, parent: usize, mut step: LevelStep, names: Option<Names<'_>>) -> usize {
        step.parent = u32::try_from(parent)
            .ok()
            .filter(|_| !self.steps.is_empty());
        (step.vi, step.en) = step_sentence(self.book, &step, names);
        self.steps.push(step);
        self.steps.len() - 1
    }
}

/// A question with everything that judging it again needs.
struct Case<'book> {
    sheet: SheetRules<'book>,
    marked: Marked,
    judged: Judged,
    rules: Rules<'book>,
}

impl Case<'_> {
    fn level_of(&self, facts: &LevelFacts) -> Option<Level> {
        facts.check().ok()?;
        self.sheet.judge(facts, &mut Silent).ok()?.level
    }

    fn steps(&self, root: LevelStep, open: Option<Names<'_>>) -> Steps<'_> {
        let mut steps = Steps {
            book: self.rules.book(),
            steps: Vec::new(),
        };
        steps.push(0, root, open);
        self.push_score(&mut steps);
        self.push_borders(&mut steps);
        self.push_conditions(&mut steps);
        if self.judged.by_score.is_some() && self.judged.by_conditions.is_some() {
            let mut step = LevelStep::new(LevelStepKind::Lower);
            step.level = self.judged.own;
            steps.push(0, step, None);
        }
        self.push_lowering(&mut steps);
        steps
    }

    fn push_score(&self, steps: &mut Steps<'_>) {
        let Some(score) = self.marked.facts.marks else {
            return;
        };
        let points = |hundredths: u32| {
            Some(Quantity::Marks {
                hundredths: hundredths.into(),
            })
        };
        let mut step = LevelStep::new(LevelStepKind::Score);
        step.measured = points(score);
        step.most = points(FULL_MARKS);
        let parent = steps.push(0, step, None);
        let mut marks = self.marked.marks.iter();
        for (group, score) in self.sheet.own.value.groups.iter().zip(&self.marked.groups) {
            let mut step = LevelStep::new(LevelStepKind::Group);
            step.of = Some(group.id.clone());
            step.measured = points(score.score);
            step.most = points(score.most);
            let parent = steps.push(parent, step, Some((&group.vi, &group.en)));
            for (criterion, mark) in group.criteria.iter().zip(marks.by_ref()) {
                let mut step = LevelStep::new(LevelStepKind::Criterion);
                step.of = Some(criterion.id.clone());
                step.measured = Some(Quantity::count(*mark));
                step.most = Some(Quantity::count(criterion.most));
                step.points = mark.checked_mul(criterion.weight);
                steps.push(parent, step, Some((&criterion.vi, &criterion.en)));
            }
        }
    }

    fn push_borders(&self, steps: &mut Steps<'_>) {
        let (Some(borders), Some(score)) = (&self.sheet.borders, self.marked.facts.marks) else {
            return;
        };
        let mut basis = Basis::default();
        let mut step = LevelStep::new(LevelStepKind::ByScore);
        step.level = Some(borders.judge(score.into(), &mut basis));
        let parent = steps.push(0, step, None);
        for (ground, rule) in basis.grounds.into_iter().zip(&self.sheet.own.value.levels) {
            let mut step = LevelStep::new(LevelStepKind::Border);
            step.level = Some(rule.level);
            step.holds = Some(ground.holds);
            step.ground = Some(ground);
            // A border of the sheet's own has no name but the level's.
            let names = (
                level_name(rule.level, Language::Vi),
                level_name(rule.level, Language::En),
            );
            let named = matches!(rule.from, Some(Bound::Word(_)));
            steps.push(parent, step, (!named).then_some(names));
        }
    }

    fn push_conditions(&self, steps: &mut Steps<'_>) {
        let Some(level) = self.judged.by_conditions else {
            return;
        };
        let mut step = LevelStep::new(LevelStepKind::ByConditions);
        step.level = Some(level);
        let parent = steps.push(0, step, None);
        for rule in self.sheet.levels.iter().filter(|rule| rule.level >= level) {
            let mut step = LevelStep::new(LevelStepKind::Condition);
            step.level = Some(rule.level);
            step.holds = match &rule.when {
                None => Some(true),
                Some(when) => self.held(&when.tree),
            };
            let parent = steps.push(parent, step, None);
            if let Some(when) = &rule.when {
                self.push_tree(steps, parent, &when.tree);
            }
        }
    }

    fn push_lowering(&self, steps: &mut Steps<'_>) {
        for rule in &self.sheet.lowering {
            let source = self.sheet.own.value.lowering.get(rule.place);
            let names = source.and_then(|source| source.vi.as_deref().zip(source.en.as_deref()));
            let mut step = LevelStep::new(LevelStepKind::Lowering);
            step.holds = self.held(&rule.when.tree);
            step.level = rule.to.as_ref().ok().map(|to| to.value);
            let parent = steps.push(0, step, names);
            self.push_tree(steps, parent, &rule.when.tree);
        }
    }

    fn held(&self, tree: &Tree) -> Option<bool> {
        self.judged.found.truth(tree).known()
    }

    fn push_tree(&self, steps: &mut Steps<'_>, parent: usize, tree: &Tree) {
        let (kind, parts) = match tree {
            Tree::All(parts) => (LevelStepKind::All, parts.as_slice()),
            Tree::Any(parts) => (LevelStepKind::Any, parts.as_slice()),
            Tree::Not(part) => (LevelStepKind::Not, std::slice::from_ref(&**part)),
            Tree::Test(place) => {
                if let Some(test) = self.sheet.tests.get(*place) {
                    self.push_test(steps, parent, *place, test, self.held(tree));
                }
                return;
            }
        };
        let mut step = LevelStep::new(kind);
        step.holds = self.held(tree);
        let parent = steps.push(parent, step, None);
        for part in parts {
            self.push_tree(steps, parent, part);
        }
    }

    fn push_test(
        &self,
        steps: &mut Steps<'_>,
        parent: usize,
        place: u8,
        test: &Test<'_>,
        holds: Option<bool>,
    ) {
        let mut step = LevelStep::new(LevelStepKind::Comparison);
        step.holds = holds;
        let mut names = None;
        match self.sheet.tests.source(place) {
            Some(Condition::Is { measure }) => {
                step.kind = LevelStepKind::Fact;
                step.of = Some(measure.word());
            }
            Some(Condition::Compare {
                measure, vi, en, ..
            }) => {
                step.of = Some(measure.word());
                names = vi.as_deref().zip(en.as_deref());
                step.ground = test.ground(&self.marked.facts);
            }
            _ => (),
        }
        steps.push(parent, step, names);
    }
}

/// A change of facts, and how far it can go.
struct Lever<'a> {
    kind: LeastChangeKind,
    of: Option<&'a str>,
    /// Hundredths of a point for each unit of a criterion's mark; 1 elsewhere.
    weight: u32,
    names: Option<Names<'a>>,
    most: i64,
    more: bool,
}

fn up(kind: LeastChangeKind, most: i64) -> Lever<'static> {
    Lever {
        kind,
        of: None,
        weight: 1,
        names: None,
        most,
        more: true,
    }
}

fn down(kind: LeastChangeKind, most: i64) -> Lever<'static> {
    Lever {
        more: false,
        ..up(kind, most)
    }
}

/// The grade so many steps higher or lower.
fn stepped(grade: Grade, steps: i64) -> Option<Grade> {
    let place = (grade as i64).checked_add(steps)?;
    [Grade::Poor, Grade::Average, Grade::Good, Grade::Excellent]
        .into_iter()
        .find(|grade| *grade as i64 == place)
}

/// A number so much larger or smaller.
fn moved(number: u32, by: i64) -> Option<u32> {
    u32::try_from(i64::from(number).checked_add(by)?).ok()
}

impl Lever<'_> {
    /// The facts after a change by `by`, below 0 for less; `None` where there are no such facts.
    fn applied(&self, facts: &LevelFacts, by: i64) -> Option<LevelFacts> {
        use LeastChangeKind as Kind;
        let mut facts = facts.clone();
        match self.kind {
            Kind::Marks | Kind::CriterionMark => {
                let by = by.checked_mul(self.weight.into())?;
                facts.marks = Some(moved(facts.marks?, by)?);
            }
            Kind::TasksOnTime => {
                let tasks = facts.tasks.as_mut()?;
                tasks.on_time = moved(tasks.on_time, by)?;
                if by > 0 {
                    // Late tasks first, then those without quality, then open ones.
                    tasks.late = tasks.late.saturating_sub(moved(0, by)?);
                    tasks.done = tasks.done.max(tasks.on_time.checked_add(tasks.late)?);
                } else {
                    tasks.late = moved(tasks.late, -by)?;
                }
            }
            Kind::WithoutLateTasks => {
                let tasks = facts.tasks.as_mut()?;
                tasks.late = moved(tasks.late, by)?;
                tasks.done = moved(tasks.done, by)?;
                tasks.total = moved(tasks.total, by)?;
            }
            Kind::WithoutOpenTasks => {
                let tasks = facts.tasks.as_mut()?;
                tasks.total = moved(tasks.total, by)?;
            }
            Kind::TasksBeyond => {
                let tasks = facts.tasks.as_mut()?;
                tasks.beyond = moved(tasks.beyond, by)?;
            }
            Kind::TargetsReached => {
                let targets = facts.targets.as_mut()?;
                targets.reached = moved(targets.reached, by)?;
            }
            Kind::LowestCriterion => {
                let lowest = facts.criteria.iter().min().copied()?;
                let to = stepped(lowest, by)?;
                if by > 0 {
                    for grade in &mut facts.criteria {
                        *grade = to.max(*grade);
                    }
                } else if let Some(first) = facts.criteria.first_mut() {
                    *first = to;
                }
            }
            Kind::Results => facts.results = Some(stepped(facts.results?, by)?),
            Kind::Disciplined => facts.disciplined = false,
            Kind::SubordinateDisciplined => facts.subordinate_disciplined = false,
            Kind::CivilServantNotCompleted => {
                facts.further.as_mut()?.civil_servant_not_completed = false;
            }
            Kind::ConcludedDegraded => facts.further.as_mut()?.concluded_degraded = false,
            Kind::SubordinatesWeak => {
                let part = facts.further.as_mut()?.subordinates.as_mut()?;
                part.lowest = moved(part.lowest, by)?;
            }
            Kind::MembersNotCompleted => {
                let part = facts.further.as_mut()?.members.as_mut()?;
                part.lowest = moved(part.lowest, by)?;
            }
            Kind::Extra => {
                let mut extra = facts.further.as_mut()?.extra.iter_mut();
                let known = extra.find(|known| Some(known.id.as_str()) == self.of)?;
                known.value = known.value.checked_add(by)?;
            }
            Kind::GoodInGroup | Kind::MarksAboveLine => return None,
        }
        Some(facts)
    }
}

/// The least number from 1 to `most` at which `changes` holds and below which it does not, where
/// it holds at 1 or at `most`. Where it holds from some number on, that is the first one.
fn least(most: i64, mut changes: impl FnMut(i64) -> bool) -> Option<i64> {
    if most < 1 {
        return None;
    }
    if changes(1) {
        return Some(1);
    }
    let (mut below, mut above) = (1, most);
    if !changes(above) {
        return None;
    }
    while above - below > 1 {
        let middle = below + (above - below) / 2;
        if changes(middle) {
            above = middle;
        } else {
            below = middle;
        }
    }
    Some(above)
}

impl<'book> Case<'book> {
    /// What may change of the facts, and how far.
    fn levers(&self) -> Vec<Lever<'_>> {
        use LeastChangeKind as Kind;
        let facts = &self.marked.facts;
        let mut levers = Vec::new();
        if let Some(marks) = facts.marks {
            levers.push(up(Kind::Marks, (FULL_MARKS - marks.min(FULL_MARKS)).into()));
            levers.push(down(Kind::Marks, marks.into()));
        }
        for (criterion, mark) in self.sheet.own.value.criteria().zip(&self.marked.marks) {
            for (more, most) in [(true, criterion.most.saturating_sub(*mark)), (false, *mark)] {
                levers.push(Lever {
                    kind: Kind::CriterionMark,
                    of: Some(&criterion.id),
                    weight: criterion.weight,
                    names: Some((&criterion.vi, &criterion.en)),
                    most: most.into(),
                    more,
                });
            }
        }
        if let Some(tasks) = &facts.tasks {
            let spare = i64::from(tasks.done) - i64::from(tasks.beyond);
            let last = i64::from(tasks.total) - 1;
            levers.push(up(
                Kind::TasksOnTime,
                i64::from(tasks.total) - i64::from(tasks.on_time),
            ));
            levers.push(down(
                Kind::WithoutLateTasks,
                i64::from(tasks.late).min(spare).min(last),
            ));
            levers.push(down(
                Kind::WithoutOpenTasks,
                (i64::from(tasks.total) - i64::from(tasks.done)).min(last),
            ));
            levers.push(up(Kind::TasksBeyond, spare));
            levers.push(down(Kind::TasksOnTime, tasks.on_time.into()));
            levers.push(down(Kind::TasksBeyond, tasks.beyond.into()));
        }
        if let Some(targets) = &facts.targets {
            let missed = i64::from(targets.total) - i64::from(targets.reached);
            levers.push(up(Kind::TargetsReached, missed));
            levers.push(down(Kind::TargetsReached, targets.reached.into()));
        }
        for (kind, grade) in [
            (Kind::LowestCriterion, facts.criteria.iter().min().copied()),
            (Kind::Results, facts.results),
        ] {
            if let Some(grade) = grade {
                levers.push(up(kind, Grade::Excellent as i64 - grade as i64));
                levers.push(down(kind, grade as i64));
            }
        }
        for (kind, fact) in [
            (Kind::Disciplined, RatedFact::Disciplined),
            (
                Kind::SubordinateDisciplined,
                RatedFact::SubordinateDisciplined,
            ),
            (
                Kind::CivilServantNotCompleted,
                RatedFact::CivilServantNotCompleted,
            ),
            (Kind::ConcludedDegraded, RatedFact::ConcludedDegraded),
        ] {
            levers.push(down(kind, facts.flag(fact).into()));
        }
        if let Some(further) = &facts.further {
            for (kind, part) in [
                (Kind::SubordinatesWeak, &further.subordinates),
                (Kind::MembersNotCompleted, &further.members),
            ] {
                if let Some(part) = part {
                    levers.push(down(kind, part.lowest.into()));
                    levers.push(up(kind, part.rated.saturating_sub(part.lowest).into()));
                }
            }
            for extra in &further.extra {
                for (more, most) in [
                    (true, SAFE_INTEGER_MOST - extra.value),
                    (false, extra.value),
                ] {
                    levers.push(Lever {
                        of: Some(&extra.id),
                        names: self.extra_names(&extra.id),
                        more,
                        ..up(Kind::Extra, most)
                    });
                }
            }
        }
        levers
    }

    /// How the sheet names a number of the host's.
    fn extra_names(&self, id: &str) -> Option<Names<'book>> {
        self.sheet
            .tests
            .sources()
            .iter()
            .find_map(|source| match source {
                Condition::Compare {
                    measure: Measure::Extra(name),
                    of: None,
                    vi,
                    en,
                    ..
                } if name == id => vi.as_deref().zip(en.as_deref()),
                _ => None,
            })
    }

    /// The least changes to a level above or below one.
    fn changes(&self, raising: bool, own: Option<Level>) -> Vec<LeastChange> {
        let mut changes = Vec::new();
        let Some(own) = own else {
            return changes;
        };
        let may_fill = raising && self.judged.found.missing() != 0;
        for lever in self.levers() {
            let by = |number: i64| if lever.more { number } else { -number };
            let facts = |number| lever.applied(&self.marked.facts, by(number));
            let after = |number| self.level_of(&facts(number)?);
            let filled = |number| {
                let mut tries = TRIES_MOST;
                self.sheet.filled_above(&facts(number)?, own, &mut tries)
            };
            let found = least(lever.most, |number| {
                after(number).is_some_and(|level| if raising { level > own } else { level < own })
            });
            let change = || match found {
                Some(number) => Some((number, after(number)?, Vec::new())),
                None if may_fill => {
                    let number = least(lever.most, |number| filled(number).is_some())?;
                    let book = self.rules.book();
                    let (level, needs) =
                        self.sheet
                            .needed(book, &facts(number)?, &filled(number)?, own)?;
                    Some((number, level, needs))
                }
                None => None,
            };
            if let Some((number, level, needs)) = change() {
                changes.push(lever.change(by(number), level, needs));
            }
        }
        changes
    }
}

impl Lever<'_> {
    fn change(&self, amount: i64, level: Level, needs: Vec<NeededFact>) -> LeastChange {
        let mut change = LeastChange {
            kind: self.kind,
            of: self.of.map(str::to_owned),
            amount,
            level,
            needs,
            vi: String::new(),
            en: String::new(),
        };
        (change.vi, change.en) = change_sentence(&change, self.names);
        change
    }
}

/// A change of the group, or of the place in it.
fn group_change(kind: LeastChangeKind, amount: i64, level: Level) -> LeastChange {
    up(kind, 0).change(amount, level, Vec::new())
}

/// What the cap does with the subject.
struct Capped {
    allowed: u32,
    stays: bool,
    raises: Vec<LeastChange>,
    lowers: Vec<LeastChange>,
    ground: Option<Ground>,
}

fn capped(
    rules: &Rules<'_>,
    place: &PlaceInGroup,
    marks: Option<u32>,
    basis: &mut Basis,
) -> Result<Capped, HandbookError> {
    in_range("cap.rank", place.rank, 1, place.eligible)?;
    let cap = CapRules::in_force(rules)?;
    let good = i64::from(place.good);
    let counts_with = |good: i64| CapCounts {
        eligible: place.eligible,
        good: u32::try_from(good).unwrap_or(u32::MAX),
        rated: place.rated,
    };
    let allowed = cap
        .allowed(counts_with(good), place.reading, place.outstanding, basis)
        .map_err(|error| error.under("cap."))?;
    let stays = place.rank <= allowed;
    let mut result = Capped {
        allowed,
        stays,
        raises: Vec::new(),
        lowers: Vec::new(),
        ground: basis.grounds.last().cloned(),
    };
    let stays_with = |good: i64| {
        let counts = counts_with(good);
        let allowed = cap.allowed(counts, place.reading, place.outstanding, &mut Silent);
        allowed.ok().map(|allowed| place.rank <= allowed)
    };
    if stays {
        let fewer = least(good, |fewer| stays_with(good - fewer) == Some(false));
        if let Some(fewer) = fewer {
            let kind = LeastChangeKind::GoodInGroup;
            result.lowers.push(group_change(kind, -fewer, Level::Good));
        }
        return Ok(result);
    }
    let lower = i64::from(place.rated) - i64::from(place.eligible) - good;
    if let Some(more) = least(lower, |more| stays_with(good + more) == Some(true)) {
        let kind = LeastChangeKind::GoodInGroup;
        result
            .raises
            .push(group_change(kind, more, Level::Excellent));
    }
    if let (Some(line), Some(marks)) = (place.line, marks)
        && allowed > 0
        && (marks..FULL_MARKS).contains(&line)
    {
        let more = i64::from(line) - i64::from(marks) + 1;
        let kind = LeastChangeKind::MarksAboveLine;
        result
            .raises
            .push(group_change(kind, more, Level::Excellent));
    }
    Ok(result)
}

/// Why a subject has its level (giải trình mức xếp loại): the whole chain from the marks over the
/// score, its borders, the conditions and what lowers a level to the cap, as steps to draw and as
/// sentences, with the least single changes that would give a higher or a lower level. Sections
/// 6.2 to 6.5.
///
/// Each change was judged again: applied, it gives the level it names; by one less, it does not
/// change the level. Where the way to a higher level leads over facts that are missing, the change
/// names those that must be known besides and how they must compare: whatever else they are, the
/// level is then at least the one named. Alone they never raise, as the level was judged without
/// them. Changes of the subject's own facts leave the cap aside.
///
/// # Errors
/// As [`sheet_level`](super::sheet_level()); [`HandbookError::Input`] naming `cap.rank` or
/// `cap.rated` for counts that cannot be.
///
/// ```
/// use handbook::evaluation::{
///     ExplainLevelInput, LeastChangeKind, LevelFacts, RatedSubject, SheetLevelInput, TaskCounts,
///     explain_level,
/// };
/// use handbook::{Level, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = ExplainLevelInput {
///     question: SheetLevelInput {
///         facts: LevelFacts {
///             subject: RatedSubject::Member,
///             marks: Some(8_850),
///             tasks: Some(TaskCounts { total: 10, done: 10, on_time: 10, beyond: 3, late: 0 }),
///             ..LevelFacts::default()
///         },
///         ..SheetLevelInput::default()
///     },
///     cap: None,
/// };
/// let explained = explain_level(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!(explained.level, Some(Level::Good));
/// assert_eq!(explained.raises[0].kind, LeastChangeKind::Marks);
/// assert_eq!(explained.raises[0].amount, 150);
/// assert_eq!(explained.raises[0].en, "with 1.5 points more: excellent");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn explain_level(
    rules: &Rules<'_>,
    input: &ExplainLevelInput,
) -> Result<Verdict<LevelExplanation>, HandbookError> {
    let question = &input.question;
    let asked = asked_sheet(rules, question).map_err(under_question)?;
    let sheet = chosen_sheet(rules, question, asked.as_ref()).map_err(under_question)?;
    let sheet = SheetRules::new(rules, sheet)?;
    let marked = marked(sheet.own.value, question).map_err(|error| under_question(error.into()))?;
    let mut basis = Basis::default();
    basis.policy(&sheet.own, &sheet.own.value.id);
    let judged = sheet
        .judge(&marked.facts, &mut basis)
        .map_err(|error| under_question(under_facts(error)))?;
    let own = told(&sheet, &marked, &judged);
    let case = Case {
        sheet,
        marked,
        judged,
        rules: *rules,
    };
    let capped = match &input.cap {
        Some(place) if judged.level == Some(Level::Excellent) => {
            Some(capped(rules, place, case.marked.facts.marks, &mut basis)?)
        }
        _ => None,
    };
    let falls = capped.as_ref().is_some_and(|capped| !capped.stays);
    let voting = falls && input.cap.is_some_and(|place| place.vote_needed);
    let level = match (voting, falls) {
        (true, _) => None,
        (false, true) => Some(Level::Good),
        (false, false) => judged.level,
    };
    let mut root = LevelStep::new(LevelStepKind::Result);
    root.of = Some(own.sheet.clone());
    root.level = level;
    let open = voting.then_some(TO_BE_VOTED_ON);
    let mut steps = case.steps(root, open);
    let mut raises = case.changes(true, judged.level);
    // To the level that the cap leaves nothing has to fall.
    let mut lowers = case.changes(false, level.or(judged.level));
    if let (Some(capped), Some(place)) = (capped, &input.cap) {
        let mut step = LevelStep::new(LevelStepKind::Cap);
        step.level = level;
        step.holds = (!voting).then_some(capped.stays);
        step.measured = Some(Quantity::count(place.rank));
        step.most = Some(Quantity::count(capped.allowed));
        step.ground = capped.ground;
        steps.push(0, step, open);
        raises.extend(capped.raises);
        lowers.extend(capped.lowers);
    }
    let steps = steps.steps;
    Ok(Verdict::new(
        LevelExplanation {
            level,
            own,
            steps,
            raises,
            lowers,
        },
        basis,
    ))
}

fn under_question(error: HandbookError) -> HandbookError {
    error.under("question.")
}
