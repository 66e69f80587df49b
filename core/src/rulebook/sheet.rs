//! Evaluation sheets as data: criteria with weights, levels with borders and conditions, and what
//! lowers a level. Checked on load; interpreted elsewhere.

use serde::Serialize;

use super::parameter::Known;
use super::policy::{Grade, Level};
use super::value::{ParameterValue, PolicyChoice};
use crate::compact::TextMap;
use crate::error::{InputCode, InputError};
use crate::identifier::check as check_identifier;
use crate::json::{Fill, FromJson, Json, Trouble, reads, tagged, text, words, written};
use crate::quantity::{Comparison, Fraction};

/// What the criteria of a sheet give together: 100 points, in hundredths.
const FULL_MARKS: u64 = 10_000;
/// Deepest nesting of a condition.
const DEPTH_MOST: u32 = 8;
/// Most nodes of one condition.
const NODES_MOST: u32 = 64;
/// Most different comparisons and flags of one sheet.
pub(crate) const TESTS_MOST: usize = 64;
/// Most criteria of a sheet.
const CRITERIA_MOST: usize = 64;
/// Most rules of a sheet that lower a level.
const LOWERING_MOST: usize = 16;

/// A sheet (bộ tiêu chí đánh giá, phiếu chấm): from which score and under which conditions a
/// level is reached, and what lowers it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its identifier.
    pub id: String,
    /// Vietnamese name.
    pub vi: String,
    /// English name.
    pub en: String,
    /// Groups of criteria; none where the host gives the marks as a total.
    pub groups: Vec<SheetGroup>,
    /// Excellent, good and completed; none where the levels of the text were not read and only
    /// what lowers a level is known.
    pub levels: Vec<SheetLevelRule>,
    /// What lowers a level, in the order of judging.
    pub lowering: Vec<Lowering>,
}

/// A group of criteria (nhóm tiêu chí).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetGroup {
    /// Its identifier.
    pub id: String,
    /// Vietnamese name.
    pub vi: String,
    /// English name.
    pub en: String,
    /// Its criteria.
    pub criteria: Vec<Criterion>,
}

/// A criterion (tiêu chí).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Its identifier; unique in the sheet.
    pub id: String,
    /// Vietnamese name.
    pub vi: String,
    /// English name.
    pub en: String,
    /// Highest mark, in the criterion's own units.
    pub most: u32,
    /// Hundredths of a point for each unit of the mark.
    pub weight: u32,
}

/// When a level is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLevelRule {
    /// The level.
    pub level: Level,
    /// Least score, in hundredths of a point; all levels of a sheet have one or none has.
    pub from: Option<Bound>,
    /// The condition; none where the score alone decides.
    pub when: Option<Condition>,
}

/// What lowers a level: where the condition holds, no level above `to` remains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lowering {
    /// The condition.
    pub when: Condition,
    /// The highest level left: a level, or the parameter that names it.
    pub to: Bound,
    /// Vietnamese name, where the sheet gives one.
    pub vi: Option<String>,
    /// English name.
    pub en: Option<String>,
}

/// A number, a fraction or a word that something is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A whole number: of tasks, of organizations, of hundredths of a point.
    Count(i64),
    /// A share.
    Fraction(Fraction),
    /// A grade, a level, or the name of another parameter of the book.
    Word(String),
}

/// A condition on the facts of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Every part holds.
    All {
        /// The parts, 1 or more.
        parts: Vec<Condition>,
    },
    /// A part holds.
    Any {
        /// The parts, 1 or more.
        parts: Vec<Condition>,
    },
    /// The part does not hold.
    Not {
        /// The part.
        part: Box<Condition>,
    },
    /// A fact that is yes or no is yes.
    Is {
        /// The fact.
        measure: RatedFact,
    },
    /// A number, a share of two numbers or a grade stands so to a bound.
    Compare {
        /// What is measured: a number or a grade; the part of a share.
        measure: Measure,
        /// The whole of a share.
        of: Option<Measure>,
        /// How it has to compare.
        comparison: Comparison,
        /// With what: a fraction for a share, a grade for a grade, else a whole number; or the
        /// parameter that holds it.
        required: Bound,
        /// Vietnamese name; needed where the bound is the sheet's own.
        vi: Option<String>,
        /// English name.
        en: Option<String>,
    },
}

/// What a condition may measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A fact that the library knows.
    Fact(RatedFact),
    /// A whole number that the host names, written `extra:` and its name.
    Extra(String),
}

/// A fact that the library knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RatedFact {
    /// Marks, in hundredths of a point.
    Marks,
    /// Tasks of the year.
    Tasks,
    /// Tasks done.
    TasksDone,
    /// Tasks done in time and with quality.
    TasksOnTime,
    /// Tasks done beyond what was required.
    TasksBeyond,
    /// Tasks done late.
    TasksLate,
    /// Targets of the year.
    Targets,
    /// Targets reached.
    TargetsReached,
    /// Subordinate organizations.
    Subordinates,
    /// Subordinate organizations rated weak.
    SubordinatesWeak,
    /// Members rated.
    Members,
    /// Members rated not completed.
    MembersNotCompleted,
    /// The lowest grade of any criterion.
    LowestCriterion,
    /// The grade of the results of the year's tasks.
    Results,
    /// Disciplined in the year.
    Disciplined,
    /// A subordinate organization or a leader disciplined in the year.
    SubordinateDisciplined,
    /// Rated not completed as a civil servant.
    CivilServantNotCompleted,
    /// Concluded to be degraded (suy thoái).
    ConcludedDegraded,
}

/// What a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RatedFactKind {
    Number,
    Grade,
    Flag,
}

impl RatedFact {
    /// The word as it stands in JSON.
    pub(crate) fn word(self) -> String {
        written(&self).trim_matches('"').to_owned()
    }

    pub(crate) fn kind(self) -> RatedFactKind {
        match self {
            Self::LowestCriterion | Self::Results => RatedFactKind::Grade,
            Self::Disciplined
            | Self::SubordinateDisciplined
            | Self::CivilServantNotCompleted
            | Self::ConcludedDegraded => RatedFactKind::Flag,
            _ => RatedFactKind::Number,
        }
    }
}

impl Measure {
    /// The word as it stands in JSON.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Fact(fact) => fact.word(),
            Self::Extra(name) => ["extra:", name].concat(),
        }
    }

    fn is_number(&self) -> bool {
        match self {
            Self::Fact(fact) => fact.kind() == RatedFactKind::Number,
            Self::Extra(_) => true,
        }
    }
}

impl Bound {
    /// The word as a word of a closed list.
    pub(crate) fn as_choice<C: PolicyChoice>(&self) -> Option<C> {
        let Self::Word(word) = self else {
            return None;
        };
        let known = C::CHOICES.iter().find(|(known, _)| known == word)?;
        Some(known.1)
    }
}

/// What is wrong with a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SheetProblem {
    /// An identifier that is none, or a name that is missing.
    Name,
    /// An identifier given twice.
    Duplicate,
    /// More criteria or rules than allowed, or a sheet that decides nothing.
    Size,
    /// The criteria do not give 100 points together.
    FullMarks,
    /// The levels are not excellent, good and completed, in this order.
    Levels,
    /// Some levels have a least score and others none, or the scores do not fall.
    Borders,
    /// A condition that is nested too deep, has too many parts, or none.
    ConditionSize,
    /// A fact measured in a way that does not fit it.
    Measure,
    /// A bound of another kind than what is measured, or outside its limits.
    Bound,
    /// A word that is neither of the closed list nor the name of a fitting parameter.
    UnknownParameter,
    /// A bound of the sheet's own without a name in both languages.
    Label,
}

impl SheetProblem {
    pub(super) fn english(self) -> &'static str {
        match self {
            Self::Name => "an identifier or a name is missing or malformed",
            Self::Duplicate => "an identifier is given twice",
            Self::Size => "too many criteria or rules, or nothing that decides",
            Self::FullMarks => "the criteria do not give 100 points together",
            Self::Levels => "the levels are not excellent, good and completed, in this order",
            Self::Borders => "least scores are missing for some levels or do not fall",
            Self::ConditionSize => "a condition is nested too deep, too large or empty",
            Self::Measure => "a fact is measured in a way that does not fit it",
            Self::Bound => "a bound does not fit what is measured",
            Self::UnknownParameter => "no such parameter, or one that does not fit",
            Self::Label => "a bound of the sheet's own has no name in both languages",
        }
    }
}

words! {
    RatedFact {
        Marks, Tasks, TasksDone, TasksOnTime, TasksBeyond, TasksLate, Targets, TargetsReached,
        Subordinates, SubordinatesWeak, Members, MembersNotCompleted, LowestCriterion, Results,
        Disciplined, SubordinateDisciplined, CivilServantNotCompleted, ConcludedDegraded,
    }
    SheetProblem {
        Name, Duplicate, Size, FullMarks, Levels, Borders, ConditionSize, Measure, Bound,
        UnknownParameter, Label,
    }
}

reads! {
    Sheet { id, vi, en, groups = _, levels = _, lowering = _ }
    SheetGroup { id, vi, en, criteria }
    Criterion { id, vi, en, most, weight }
    SheetLevelRule { level, from, when }
    Lowering { when, to, vi, en }
}

tagged! { @read Condition
    All { parts },
    Any { parts },
    Not { part },
    Is { measure },
    Compare { measure, of, comparison, required, vi, en },
}

impl Fill for Box<Condition> {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        (**self).fill(json, trouble);
    }
}

impl FromJson for Box<Condition> {
    fn blank() -> Self {
        Self::new(Condition::blank())
    }
}

impl Fill for Bound {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        if let Json::Whole(number) = json {
            *self = Self::Count(*number);
            return;
        }
        let Some(text) = text(json, trouble) else {
            return;
        };
        *self = match text.split_once('/') {
            None => Self::Word(text.to_owned()),
            Some((part, whole)) => {
                let read = |text: &str| text.parse::<i64>().ok();
                let read = read(part)
                    .zip(read(whole))
                    .and_then(|(part, whole)| Fraction::new(part, whole));
                match read {
                    Some(fraction) => Self::Fraction(fraction),
                    None => {
                        let wrong = InputError::new(InputCode::NotANumber, "fraction", text);
                        return trouble.refuse(&wrong);
                    }
                }
            }
        };
    }
}

impl FromJson for Bound {
    fn blank() -> Self {
        Self::Count(0)
    }
}

impl Fill for Measure {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        if let Json::Text(text) = json
            && let Some(name) = text.strip_prefix("extra:")
        {
            *self = Self::Extra(name.to_owned());
            return;
        }
        let mut fact = RatedFact::Marks;
        fact.fill(json, trouble);
        *self = Self::Fact(fact);
    }
}

impl FromJson for Measure {
    fn blank() -> Self {
        Self::Fact(RatedFact::Marks)
    }
}

/// Where in a sheet something is wrong, and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetFinding {
    pub(crate) at: String,
    pub(crate) problem: SheetProblem,
}

/// A way into a sheet, with everything found on it.
struct Check<'known> {
    known: &'known [Known],
    at: String,
    tests: Vec<Condition>,
    found: Vec<SheetFinding>,
}

impl Check<'_> {
    fn find(&mut self, problem: SheetProblem) {
        self.found.push(SheetFinding {
            at: self.at.clone(),
            problem,
        });
    }

    fn need(&mut self, is_right: bool, problem: SheetProblem) {
        if !is_right {
            self.find(problem);
        }
    }

    /// Goes to a place under the present one and comes back.
    fn under(&mut self, name: &str, place: Option<usize>, check: &mut dyn FnMut(&mut Self)) {
        let before = self.at.len();
        if before > 0 {
            self.at.push('.');
        }
        self.at.push_str(name);
        if let Some(place) = place {
            self.at.push('[');
            self.at.push_str(&place.to_string());
            self.at.push(']');
        }
        check(self);
        self.at.truncate(before);
    }

    fn named(&mut self, id: &str, vi: &str, en: &str) {
        let is_right = check_identifier("id", id).is_ok() && is_name(vi) && is_name(en);
        self.need(is_right, SheetProblem::Name);
    }

    /// Whether a parameter of this name takes such a value.
    fn takes(&self, name: &str, value: &ParameterValue) -> bool {
        self.known
            .iter()
            .any(|known| known.id == name && (known.accepts)(value))
    }

    fn condition(&mut self, condition: &Condition, depth: u32, nodes: &mut u32) {
        *nodes += 1;
        if depth > DEPTH_MOST || *nodes > NODES_MOST {
            if *nodes <= NODES_MOST + 1 {
                self.find(SheetProblem::ConditionSize);
            }
            return;
        }
        match condition {
            Condition::All { parts } | Condition::Any { parts } => {
                self.need(!parts.is_empty(), SheetProblem::ConditionSize);
                for (place, part) in parts.iter().enumerate() {
                    self.under("parts", Some(place), &mut |check| {
                        check.condition(part, depth + 1, nodes);
                    });
                }
            }
            Condition::Not { part } => self.under("part", None, &mut |check| {
                check.condition(part, depth + 1, nodes);
            }),
            Condition::Is { measure } => {
                self.need(measure.kind() == RatedFactKind::Flag, SheetProblem::Measure);
                self.test(condition);
            }
            Condition::Compare {
                measure,
                of,
                required,
                vi,
                en,
                ..
            } => {
                self.comparison(measure, of.as_ref(), required, (vi, en));
                self.test(condition);
            }
        }
    }

    fn test(&mut self, condition: &Condition) {
        if !self.tests.iter().any(|known| known.same_test(condition)) {
            self.tests.push(condition.clone());
        }
    }

    fn comparison(
        &mut self,
        measure: &Measure,
        of: Option<&Measure>,
        required: &Bound,
        (vi, en): (&Option<String>, &Option<String>),
    ) {
        let names = [Some(measure), of];
        for measure in names.into_iter().flatten() {
            if let Measure::Extra(name) = measure {
                self.need(check_identifier("extra", name).is_ok(), SheetProblem::Name);
            }
        }
        let is_own = match (measure, of) {
            (_, Some(whole)) if measure.is_number() && whole.is_number() => match required {
                Bound::Fraction(_) => true,
                Bound::Word(name) => {
                    let whole = Fraction {
                        numerator: 1,
                        denominator: 1,
                    };
                    self.parameter(name, &ParameterValue::Fraction(whole))
                }
                Bound::Count(_) => return self.find(SheetProblem::Bound),
            },
            (_, None) if measure.is_number() => match required {
                Bound::Count(_) => true,
                Bound::Word(name) => self.parameter(name, &ParameterValue::Count(1)),
                Bound::Fraction(_) => return self.find(SheetProblem::Bound),
            },
            (Measure::Fact(fact), None) if fact.kind() == RatedFactKind::Grade => {
                match (required.as_choice::<Grade>(), required) {
                    (Some(_), _) => true,
                    (None, Bound::Word(name)) => {
                        self.parameter(name, &ParameterValue::Choice("poor".to_owned()))
                    }
                    _ => return self.find(SheetProblem::Bound),
                }
            }
            _ => return self.find(SheetProblem::Measure),
        };
        let labelled = [vi, en]
            .iter()
            .all(|name| name.as_deref().is_some_and(is_name));
        self.need(!is_own || labelled, SheetProblem::Label);
    }

    /// A bound that is a parameter: never the sheet's own.
    fn parameter(&mut self, name: &str, like: &ParameterValue) -> bool {
        let takes = self.takes(name, like);
        self.need(takes, SheetProblem::UnknownParameter);
        false
    }
}

fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && text.len() <= 512
}

impl Condition {
    /// Whether two leaves compare the same; their names do not matter.
    pub(crate) fn same_test(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Is { measure }, Self::Is { measure: known }) => measure == known,
            (
                Self::Compare {
                    measure,
                    of,
                    comparison,
                    required,
                    ..
                },
                Self::Compare {
                    measure: known_measure,
                    of: known_of,
                    comparison: known_comparison,
                    required: known_required,
                    ..
                },
            ) => {
                measure == known_measure
                    && of == known_of
                    && comparison == known_comparison
                    && required == known_required
            }
            _ => false,
        }
    }
}

impl Sheet {
    /// The sheet's criteria, in their order.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.groups.iter().flat_map(|group| &group.criteria)
    }

    /// Everything that is wrong with it.
    #[inline(never)]
    pub(super) fn findings(&self, known: &[Known]) -> Vec<SheetFinding> {
        let mut check = Check {
            known,
            at: String::new(),
            tests: Vec::new(),
            found: Vec::new(),
        };
        check.named(&self.id, &self.vi, &self.en);
        let fits = self.criteria().count() <= CRITERIA_MOST
            && self.lowering.len() <= LOWERING_MOST
            && !(self.levels.is_empty() && self.lowering.is_empty());
        check.need(fits, SheetProblem::Size);
        self.check_criteria(&mut check);
        self.check_levels(&mut check);
        for (place, lowering) in self.lowering.iter().enumerate() {
            check.under("lowering", Some(place), &mut |check| {
                check.under("when", None, &mut |check| {
                    check.condition(&lowering.when, 1, &mut 0);
                });
                let fits = lowering.to.as_choice::<Level>().is_some()
                    || matches!(&lowering.to, Bound::Word(name)
                        if check.takes(name, &ParameterValue::Choice("completed".to_owned())));
                check.need(fits, SheetProblem::UnknownParameter);
            });
        }
        check.need(check.tests.len() <= TESTS_MOST, SheetProblem::ConditionSize);
        check.found
    }

    fn check_criteria(&self, check: &mut Check<'_>) {
        let mut seen = TextMap::new();
        let mut groups = TextMap::new();
        let mut full = 0_u64;
        for (place, group) in self.groups.iter().enumerate() {
            check.under("groups", Some(place), &mut |check| {
                check.named(&group.id, &group.vi, &group.en);
                let is_new = groups.insert(&group.id, place);
                check.need(is_new, SheetProblem::Duplicate);
                check.need(!group.criteria.is_empty(), SheetProblem::Size);
                for (place, criterion) in group.criteria.iter().enumerate() {
                    check.under("criteria", Some(place), &mut |check| {
                        check.named(&criterion.id, &criterion.vi, &criterion.en);
                        let is_new = seen.insert(&criterion.id, place);
                        check.need(is_new, SheetProblem::Duplicate);
                        let most = u64::from(criterion.most) * u64::from(criterion.weight);
                        full = full.saturating_add(most);
                    });
                }
            });
        }
        check.need(
            self.groups.is_empty() || full == FULL_MARKS,
            SheetProblem::FullMarks,
        );
    }

    fn check_levels(&self, check: &mut Check<'_>) {
        let mut levels = self.levels.iter().map(|rule| rule.level);
        let named = [Level::Excellent, Level::Good, Level::Completed];
        let fits = self.levels.is_empty() || levels.by_ref().eq(named);
        check.need(fits, SheetProblem::Levels);
        let scored = self.levels.iter().filter(|rule| rule.from.is_some());
        let scored = scored.count();
        let mut falls = scored == 0 || scored == self.levels.len();
        let mut above = i64::MAX;
        for (place, rule) in self.levels.iter().enumerate() {
            check.under("levels", Some(place), &mut |check| {
                match &rule.from {
                    Some(Bound::Count(from)) => {
                        falls &= (0..above).contains(from);
                        above = *from;
                    }
                    Some(Bound::Word(name)) => {
                        check.parameter(name, &ParameterValue::Count(1));
                    }
                    Some(Bound::Fraction(_)) => check.find(SheetProblem::Bound),
                    None => (),
                }
                if let Some(when) = &rule.when {
                    check.under("when", None, &mut |check| {
                        check.condition(when, 1, &mut 0);
                    });
                }
            });
        }
        check.need(falls, SheetProblem::Borders);
        let decides = scored > 0 || self.levels.iter().any(|rule| rule.when.is_some());
        check.need(self.levels.is_empty() || decides, SheetProblem::Size);
    }
}
