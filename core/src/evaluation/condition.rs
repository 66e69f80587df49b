//! Conditions of a sheet, made ready for judging: the thresholds of the day looked up, equal
//! comparisons made one.

use std::cmp::{max, min};

use super::level::LevelFacts;
use crate::error::HandbookError;
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::Grade;
use crate::rulebook::sheet::{
    Bound, Condition, Measure, RatedFact, RatedFactKind, Sheet, TESTS_MOST,
};
use crate::rulebook::{FromValue, InForce, Rules};
use crate::verdict::{Basis, Ground, Recorder};

/// Whether a condition holds. What is not known decides nothing: of several parts that must all
/// hold, one that fails is enough; of several of which one must hold, one that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    /// It does not hold.
    Fails,
    /// The book does not know the threshold.
    Unread,
    /// A fact is missing that decides.
    Missing,
    /// It holds.
    Holds,
}

impl Truth {
    fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }

    fn negated(self) -> Self {
        match self {
            Self::Fails => Self::Holds,
            Self::Holds => Self::Fails,
            unknown => unknown,
        }
    }

    /// The answer, where there is one.
    pub(crate) fn known(self) -> Option<bool> {
        match self {
            Self::Fails => Some(false),
            Self::Holds => Some(true),
            Self::Unread | Self::Missing => None,
        }
    }
}

/// A threshold with its source; the error where the book knows none on the day.
type Threshold<'book, T> = Result<InForce<'book, T>, Box<HandbookError>>;

/// A comparison or a flag.
#[derive(Debug, Clone)]
pub(crate) enum Test<'book> {
    Flag(RatedFact),
    Count(&'book Measure, Comparison, Threshold<'book, i64>),
    Share(
        &'book Measure,
        &'book Measure,
        Comparison,
        Threshold<'book, Fraction>,
    ),
    Grade(RatedFact, Comparison, Threshold<'book, Grade>),
}

/// A condition whose leaves are places in the list of tests.
#[derive(Debug, Clone)]
pub(crate) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Test(u8),
}

/// What was found of each test while one subject is judged: two bits a test.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    low: u64,
    high: u64,
    asked: u64,
}

impl Found {
    fn get(&self, place: u8) -> Option<Truth> {
        let bit = 1_u64 << (place & 63);
        (self.asked & bit != 0).then(|| match (self.high & bit != 0, self.low & bit != 0) {
            (false, false) => Truth::Fails,
            (false, true) => Truth::Unread,
            (true, false) => Truth::Missing,
            (true, true) => Truth::Holds,
        })
    }

    fn set(&mut self, place: u8, truth: Truth) {
        let bit = 1_u64 << (place & 63);
        self.asked |= bit;
        if matches!(truth, Truth::Holds | Truth::Missing) {
            self.high |= bit;
        }
        if matches!(truth, Truth::Holds | Truth::Unread) {
            self.low |= bit;
        }
    }

    /// What a condition came to, of tests that were asked; `None` where they were not.
    pub(crate) fn truth(&self, tree: &Tree) -> Option<Truth> {
        match tree {
            Tree::Test(place) => self.get(*place),
            Tree::Not(part) => self.truth(part).map(Truth::negated),
            Tree::All(parts) => parts
                .iter()
                .try_fold(Truth::Holds, |all, part| Some(min(all, self.truth(part)?))),
            Tree::Any(parts) => parts
                .iter()
                .try_fold(Truth::Fails, |any, part| Some(max(any, self.truth(part)?))),
        }
    }
}

/// The tests of a sheet, each once.
#[derive(Debug, Clone)]
pub(crate) struct Tests<'book> {
    sources: Vec<&'book Condition>,
    tests: Vec<Test<'book>>,
    own: InForce<'book, &'book Sheet>,
}

impl<'book> Tests<'book> {
    pub(crate) fn of(own: InForce<'book, &'book Sheet>) -> Self {
        Self {
            sources: Vec::new(),
            tests: Vec::new(),
            own,
        }
    }

    /// Makes a condition ready.
    pub(crate) fn tree(&mut self, rules: &Rules<'book>, condition: &'book Condition) -> Tree {
        match condition {
            Condition::All { parts } => Tree::All(self.trees(rules, parts)),
            Condition::Any { parts } => Tree::Any(self.trees(rules, parts)),
            Condition::Not { part } => Tree::Not(Box::new(self.tree(rules, part))),
            leaf => Tree::Test(self.place(rules, leaf)),
        }
    }

    fn trees(&mut self, rules: &Rules<'book>, parts: &'book [Condition]) -> Vec<Tree> {
        parts.iter().map(|part| self.tree(rules, part)).collect()
    }

    fn place(&mut self, rules: &Rules<'book>, leaf: &'book Condition) -> u8 {
        let known = self.sources.iter().position(|known| known.same_test(leaf));
        let place = known.unwrap_or_else(|| {
            debug_assert!(self.tests.len() < TESTS_MOST);
            self.sources.push(leaf);
            self.tests.push(self.test(rules, leaf));
            self.tests.len() - 1
        });
        u8::try_from(place).unwrap_or(u8::MAX)
    }

    fn test(&self, rules: &Rules<'book>, leaf: &'book Condition) -> Test<'book> {
        let Condition::Compare {
            measure,
            of,
            comparison,
            required,
            ..
        } = leaf
        else {
            return match leaf {
                Condition::Is { measure } => Test::Flag(*measure),
                _ => Test::Flag(RatedFact::Disciplined),
            };
        };
        if let Some(whole) = of {
            let own = match required {
                Bound::Fraction(fraction) => Some(*fraction),
                _ => None,
            };
            return Test::Share(
                measure,
                whole,
                *comparison,
                self.threshold(rules, own, required),
            );
        }
        match measure {
            Measure::Fact(fact) if fact.kind() == RatedFactKind::Grade => {
                let own = required.as_choice::<Grade>();
                Test::Grade(*fact, *comparison, self.threshold(rules, own, required))
            }
            _ => {
                let own = match required {
                    Bound::Count(count) => Some(*count),
                    _ => None,
                };
                Test::Count(measure, *comparison, self.threshold(rules, own, required))
            }
        }
    }

    fn threshold<T: FromValue>(
        &self,
        rules: &Rules<'book>,
        own: Option<T>,
        required: &Bound,
    ) -> Threshold<'book, T> {
        named_or_own(rules, &self.own, own, required).map_err(Box::new)
    }

    pub(crate) fn get(&self, place: u8) -> Option<&Test<'book>> {
        self.tests.get(usize::from(place))
    }

    /// The condition that a test was made of.
    pub(crate) fn source(&self, place: u8) -> Option<&'book Condition> {
        self.sources.get(usize::from(place)).copied()
    }

    /// The conditions that the tests were made of.
    pub(crate) fn sources(&self) -> &[&'book Condition] {
        &self.sources
    }

    /// Judges a condition; each test is compared and recorded once.
    pub(crate) fn judge<R: Recorder>(
        &self,
        tree: &Tree,
        facts: &LevelFacts,
        found: &mut Found,
        recorder: &mut R,
    ) -> Truth {
        match tree {
            Tree::Test(place) => found.get(*place).unwrap_or_else(|| {
                let truth = self
                    .get(*place)
                    .map_or(Truth::Missing, |test| test.truth(facts, recorder));
                found.set(*place, truth);
                truth
            }),
            Tree::Not(part) => self.judge(part, facts, found, recorder).negated(),
            Tree::All(parts) => {
                let mut all = Truth::Holds;
                for part in parts {
                    all = min(all, self.judge(part, facts, found, recorder));
                    if !R::KEEPS && all == Truth::Fails {
                        break;
                    }
                }
                all
            }
            Tree::Any(parts) => {
                let mut any = Truth::Fails;
                for part in parts {
                    any = max(any, self.judge(part, facts, found, recorder));
                    if !R::KEEPS && any == Truth::Holds {
                        break;
                    }
                }
                any
            }
        }
    }

    /// The first test of a condition, in the order of the sheet, that was left open so.
    pub(crate) fn first_left(&self, tree: &Tree, found: &Found, so: Truth) -> Option<&Test<'book>> {
        match tree {
            Tree::Test(place) => self.get(*place).filter(|_| found.get(*place) == Some(so)),
            Tree::Not(part) => self.first_left(part, found, so),
            Tree::All(parts) | Tree::Any(parts) => parts
                .iter()
                .find_map(|part| self.first_left(part, found, so)),
        }
    }
}

/// A bound of the sheet's own with the sheet as its source, or the parameter that it names.
pub(crate) fn named_or_own<'book, T: FromValue>(
    rules: &Rules<'book>,
    sheet: &InForce<'book, &'book Sheet>,
    own: Option<T>,
    required: &Bound,
) -> Result<InForce<'book, T>, HandbookError> {
    match (own, required) {
        (Some(value), _) => Ok(sheet.with(value)),
        (None, Bound::Word(name)) => rules.named(name),
        (None, _) => rules.named(""),
    }
}

impl Test<'_> {
    fn truth<R: Recorder>(&self, facts: &LevelFacts, recorder: &mut R) -> Truth {
        match self {
            Self::Flag(fact) => Truth::of(facts.flag(*fact)),
            Self::Count(measure, comparison, rule) => {
                let Some(count) = facts.number(measure) else {
                    return Truth::Missing;
                };
                let Ok(rule) = rule else {
                    return Truth::Unread;
                };
                let quantity = |value: i64| {
                    if matches!(measure, Measure::Fact(RatedFact::Marks)) {
                        Quantity::Marks { hundredths: value }
                    } else {
                        Quantity::count(value)
                    }
                };
                let (measured, required) = (quantity(count), quantity(rule.value));
                Truth::of(recorder.compare(rule, measured, *comparison, required))
            }
            Self::Share(part, whole, comparison, rule) => {
                let numbers = (facts.number(part), facts.number(whole));
                // A share of nothing is not known.
                let (Some(part), Some(whole @ 1..)) = numbers else {
                    return Truth::Missing;
                };
                let Ok(rule) = rule else {
                    return Truth::Unread;
                };
                let required = Quantity::share(rule.value.numerator, rule.value.denominator);
                let measured = Quantity::share(part, whole);
                Truth::of(recorder.compare(rule, measured, *comparison, required))
            }
            Self::Grade(fact, comparison, rule) => {
                let Some(grade) = facts.grade(*fact) else {
                    return Truth::Missing;
                };
                let Ok(rule) = rule else {
                    return Truth::Unread;
                };
                Truth::of(recorder.rank(rule, grade, *comparison, rule.value))
            }
        }
    }

    /// Why the threshold is not known.
    pub(crate) fn unread(&self) -> Option<&HandbookError> {
        match self {
            Self::Flag(_) => None,
            Self::Count(_, _, rule) => rule.as_ref().err().map(AsRef::as_ref),
            Self::Share(_, _, _, rule) => rule.as_ref().err().map(AsRef::as_ref),
            Self::Grade(_, _, rule) => rule.as_ref().err().map(AsRef::as_ref),
        }
    }

    /// The field of the facts that a missing measure is read from.
    pub(crate) fn missing_field(&self, facts: &LevelFacts) -> &'static str {
        let field = |measure: &Measure| match measure {
            Measure::Extra(_) => "further.extra",
            Measure::Fact(fact) => fact_field(*fact),
        };
        match self {
            Self::Flag(fact) | Self::Grade(fact, _, _) => fact_field(*fact),
            Self::Count(measure, _, _) => field(measure),
            Self::Share(part, whole, _, _) => match facts.number(part) {
                None => field(part),
                Some(_) => field(whole),
            },
        }
    }

    /// What is compared, with its citation; none for a flag and where a fact is missing.
    pub(crate) fn ground(&self, facts: &LevelFacts) -> Option<Ground> {
        let mut basis = Basis::default();
        self.truth(facts, &mut basis);
        basis.grounds.pop()
    }
}

fn fact_field(fact: RatedFact) -> &'static str {
    match fact {
        RatedFact::Marks => "marks",
        RatedFact::Tasks
        | RatedFact::TasksDone
        | RatedFact::TasksOnTime
        | RatedFact::TasksBeyond
        | RatedFact::TasksLate => "tasks",
        RatedFact::Targets | RatedFact::TargetsReached => "targets",
        RatedFact::Subordinates | RatedFact::SubordinatesWeak => "further.subordinates",
        RatedFact::Members | RatedFact::MembersNotCompleted => "further.members",
        RatedFact::LowestCriterion => "criteria",
        RatedFact::Results => "results",
        RatedFact::Disciplined => "disciplined",
        RatedFact::SubordinateDisciplined => "subordinateDisciplined",
        RatedFact::CivilServantNotCompleted => "further.civilServantNotCompleted",
        RatedFact::ConcludedDegraded => "further.concludedDegraded",
    }
}
