//! Conditions of a sheet, made ready for judging: the thresholds of the day looked up, equal
//! comparisons made one.

use std::cmp::{Ordering, max, min};

use super::level::LevelFacts;
use crate::error::HandbookError;
use crate::quantity::{Comparison, Fraction, Quantity};
use crate::rulebook::policy::Grade;
use crate::rulebook::sheet::{
    Bound, Condition, Measure, RatedFact, RatedFactKind, Sheet, TESTS_MOST,
};
use crate::rulebook::{FromValue, InForce, PolicyChoice, Rules, Source};
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

/// A comparison or a flag, as the grounds tell it.
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

/// The same as numbers: part × denominator against whole × numerator. A count has the whole 1, a
/// grade is its rank, a flag is 1 of at least 1.
#[derive(Debug, Clone, Copy)]
struct Numbers {
    part: usize,
    whole: usize,
    numerator: i64,
    denominator: i64,
    /// Whether less, as much and more are accepted, a bit for each.
    accepts: u8,
    unread: bool,
    /// Whether the products may need more than 64 bits.
    wide: bool,
}

/// Place of the whole of what is no share, after the facts that the library knows.
const ONE: usize = RatedFact::ConcludedDegraded as usize + 1;
/// Number of measures before those that the host names.
pub(crate) const MEASURES: usize = ONE + 1;
/// Stands for a number that is missing; all others are 0 or more.
pub(crate) const MISSING: i64 = -1;

/// A condition whose leaves are places in the list of tests.
#[derive(Debug, Clone)]
pub(crate) enum Tree {
    All(Vec<Tree>),
    Any(Vec<Tree>),
    Not(Box<Tree>),
    Test(u8),
}

impl Tree {
    /// Its tests.
    pub(super) fn tests(&self) -> u64 {
        match self {
            Self::Test(place) => bit(*place),
            Self::Not(part) => part.tests(),
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().fold(0, |set, part| set | part.tests())
            }
        }
    }
}

/// A condition ready for judging.
#[derive(Debug, Clone)]
pub(crate) struct Ready {
    pub(crate) tree: Tree,
    /// The tests of a condition that is one test, or all of some.
    all_of: Option<u64>,
}

/// What was found of each test, a bit for each.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    fails: u64,
    missing: u64,
    unread: u64,
    recorded: u64,
}

fn bit_of(order: Ordering) -> u8 {
    match order {
        Ordering::Less => 1,
        Ordering::Equal => 2,
        Ordering::Greater => 4,
    }
}

/// The bit of a test in sets of tests.
pub(super) fn bit(place: u8) -> u64 {
    1 << (place & 63)
}

impl Found {
    /// The tests whose facts are missing.
    pub(super) fn missing(&self) -> u64 {
        self.missing
    }

    /// The same without what was found of some tests.
    pub(super) fn without(&self, set: u64) -> Self {
        Self {
            fails: self.fails & !set,
            missing: self.missing | set,
            unread: self.unread & !set,
            ..*self
        }
    }

    /// What all tests of a set come to.
    pub(super) fn all(&self, set: u64) -> Truth {
        if self.fails & set != 0 {
            Truth::Fails
        } else if self.unread & set != 0 {
            Truth::Unread
        } else if self.missing & set != 0 {
            Truth::Missing
        } else {
            Truth::Holds
        }
    }

    /// What a condition comes to.
    pub(crate) fn truth(&self, tree: &Tree) -> Truth {
        match tree {
            Tree::Test(place) => self.all(bit(*place)),
            Tree::Not(part) => self.truth(part).negated(),
            Tree::All(parts) => parts
                .iter()
                .fold(Truth::Holds, |all, part| min(all, self.truth(part))),
            Tree::Any(parts) => parts
                .iter()
                .fold(Truth::Fails, |any, part| max(any, self.truth(part))),
        }
    }

    /// The same, for one that is ready.
    pub(crate) fn of(&self, ready: &Ready) -> Truth {
        match ready.all_of {
            Some(set) => self.all(set),
            None => self.truth(&ready.tree),
        }
    }
}

/// The tests of a sheet, each once.
#[derive(Debug, Clone)]
pub(crate) struct Tests<'book> {
    sources: Vec<&'book Condition>,
    tests: Vec<Test<'book>>,
    numbers: Vec<Numbers>,
    /// What the host names, each once.
    extra: Vec<&'book str>,
    own: InForce<'book, &'book Sheet>,
}

impl<'book> Tests<'book> {
    pub(crate) fn of(own: InForce<'book, &'book Sheet>) -> Self {
        Self {
            sources: Vec::new(),
            tests: Vec::new(),
            numbers: Vec::new(),
            extra: Vec::new(),
            own,
        }
    }

    /// Makes a condition ready.
    pub(crate) fn ready(&mut self, rules: &Rules<'book>, condition: &'book Condition) -> Ready {
        let tree = self.tree(rules, condition);
        let all_of = match &tree {
            Tree::Test(place) => Some(bit(*place)),
            Tree::All(parts) => parts.iter().try_fold(0, |set, part| match part {
                Tree::Test(place) => Some(set | bit(*place)),
                _ => None,
            }),
            _ => None,
        };
        Ready { tree, all_of }
    }

    fn tree(&mut self, rules: &Rules<'book>, condition: &'book Condition) -> Tree {
        match condition {
            Condition::All { parts } => Tree::All(self.trees(rules, parts)),
            Condition::Any { parts } => Tree::Any(self.trees(rules, parts)),
            Condition::Not { part } => Tree::Not(Box::new(self.tree(rules, part))),
            Condition::Is { measure } => {
                let test = Test::Flag(*measure);
                Tree::Test(self.place(condition, test))
            }
            Condition::Compare {
                measure,
                of,
                comparison,
                required,
                ..
            } => {
                let test = self.test(rules, (measure, of.as_ref()), *comparison, required);
                Tree::Test(self.place(condition, test))
            }
        }
    }

    fn trees(&mut self, rules: &Rules<'book>, parts: &'book [Condition]) -> Vec<Tree> {
        parts.iter().map(|part| self.tree(rules, part)).collect()
    }

    /// The place of a test in the list, entered if it is new.
    fn place(&mut self, leaf: &'book Condition, test: Test<'book>) -> u8 {
        let known = self.sources.iter().position(|known| known.same_test(leaf));
        let place = known.unwrap_or_else(|| {
            debug_assert!(self.tests.len() < TESTS_MOST);
            let numbers = self.numbers(&test);
            self.sources.push(leaf);
            self.tests.push(test);
            self.numbers.push(numbers);
            self.tests.len() - 1
        });
        u8::try_from(place).unwrap_or(u8::MAX)
    }

    fn test(
        &self,
        rules: &Rules<'book>,
        (measure, of): (&'book Measure, Option<&'book Measure>),
        comparison: Comparison,
        required: &Bound,
    ) -> Test<'book> {
        if let Some(whole) = of {
            let own = match required {
                Bound::Fraction(fraction) => Some(*fraction),
                _ => None,
            };
            let threshold = self.threshold(rules, own, required);
            return Test::Share(measure, whole, comparison, threshold);
        }
        match measure {
            Measure::Fact(fact) if fact.kind() == RatedFactKind::Grade => {
                let own = required.as_choice::<Grade>();
                Test::Grade(*fact, comparison, self.threshold(rules, own, required))
            }
            _ => {
                let own = match required {
                    Bound::Count(count) => Some(*count),
                    _ => None,
                };
                Test::Count(measure, comparison, self.threshold(rules, own, required))
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

    fn numbers(&mut self, test: &Test<'book>) -> Numbers {
        let mut place = |measure: &'book Measure| match measure {
            Measure::Fact(fact) => *fact as usize,
            Measure::Extra(name) => {
                let known = self.extra.iter().position(|known| known == name);
                let place = known.unwrap_or_else(|| {
                    self.extra.push(name);
                    self.extra.len() - 1
                });
                MEASURES + place
            }
        };
        let (part, whole, comparison, required) = match test {
            Test::Flag(fact) => (*fact as usize, ONE, Comparison::AtLeast, Some((1, 1))),
            Test::Count(measure, comparison, rule) => {
                let required = rule.as_ref().ok().map(|rule| (rule.value, 1));
                (place(measure), ONE, *comparison, required)
            }
            Test::Share(part, whole, comparison, rule) => {
                let required = rule.as_ref().ok().map(|rule| rule.value);
                let required = required.map(|share| (share.numerator, share.denominator));
                (place(part), place(whole), *comparison, required)
            }
            Test::Grade(fact, comparison, rule) => {
                let required = rule.as_ref().ok().map(|rule| (rule.value as i64, 1));
                (*fact as usize, ONE, *comparison, required)
            }
        };
        let (numerator, denominator) = required.unwrap_or((0, 1));
        let is_small = |number: i64| i32::try_from(number).is_ok();
        Numbers {
            part,
            whole,
            numerator,
            denominator,
            accepts: [Ordering::Less, Ordering::Equal, Ordering::Greater]
                .into_iter()
                .filter(|order| comparison.accepts(*order))
                .fold(0, |bits, order| bits | bit_of(order)),
            unread: required.is_none(),
            // What the library knows fits 32 bits.
            wide: !(is_small(numerator) && is_small(denominator)) || part.max(whole) > ONE,
        }
    }

    pub(crate) fn get(&self, place: u8) -> Option<&Test<'book>> {
        self.tests.get(usize::from(place))
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Test<'book>] {
        &self.tests
    }

    /// The condition that a test was made of.
    pub(crate) fn source(&self, place: u8) -> Option<&'book Condition> {
        self.sources.get(usize::from(place)).copied()
    }

    /// The conditions that the tests were made of.
    pub(crate) fn sources(&self) -> &[&'book Condition] {
        &self.sources
    }

    /// Compares everything once.
    pub(crate) fn find(&self, facts: &LevelFacts) -> Found {
        let known = facts.measured_all();
        let measured = |place: usize| match known.get(place) {
            Some(number) => *number,
            None => self.beyond_known(place, facts),
        };
        let mut found = Found::default();
        let mut next = 1_u64;
        for numbers in &self.numbers {
            let (part, whole) = (measured(numbers.part), measured(numbers.whole));
            // A share of nothing is not known.
            if part < 0 || whole <= 0 {
                found.missing |= next;
            } else if numbers.unread {
                found.unread |= next;
            } else {
                let order = if numbers.wide {
                    let left = i128::from(part) * i128::from(numbers.denominator);
                    left.cmp(&(i128::from(whole) * i128::from(numbers.numerator)))
                } else {
                    (part * numbers.denominator).cmp(&(whole * numbers.numerator))
                };
                if numbers.accepts & bit_of(order) == 0 {
                    found.fails |= next;
                }
            }
            next <<= 1;
        }
        found
    }

    /// A number that the host names.
    #[inline(never)]
    fn beyond_known(&self, place: usize, facts: &LevelFacts) -> i64 {
        let name = place.checked_sub(MEASURES);
        let name = name.and_then(|place| self.extra.get(place));
        name.and_then(|name| facts.extra(name)).unwrap_or(MISSING)
    }

    /// Records the tests of a condition in the order of the sheet, each once.
    pub(crate) fn record<R: Recorder>(
        &self,
        tree: &Tree,
        facts: &LevelFacts,
        found: &mut Found,
        recorder: &mut R,
    ) {
        match tree {
            Tree::Test(place) => {
                if found.recorded & bit(*place) == 0
                    && let Some(test) = self.get(*place)
                {
                    let holds = test.record(facts, recorder);
                    debug_assert!(holds.is_none() || holds == found.truth(tree).known());
                    found.recorded |= bit(*place);
                }
            }
            Tree::Not(part) => self.record(part, facts, found, recorder),
            Tree::All(parts) | Tree::Any(parts) => {
                for part in parts {
                    self.record(part, facts, found, recorder);
                }
            }
        }
    }

    /// The first test of a condition, in the order of the sheet, that leaves it open so.
    pub(crate) fn first_left(tree: &Tree, found: &Found, so: Truth) -> Option<u8> {
        if found.truth(tree) != so {
            return None;
        }
        match tree {
            Tree::Test(place) => Some(*place),
            Tree::Not(part) => Self::first_left(part, found, so),
            Tree::All(parts) | Tree::Any(parts) => parts
                .iter()
                .find_map(|part| Self::first_left(part, found, so)),
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
    /// Records the comparison with its source; nothing for a flag and where a number or the
    /// threshold is missing.
    fn record<R: Recorder>(&self, facts: &LevelFacts, recorder: &mut R) -> Option<bool> {
        Some(match self {
            Self::Flag(_) => return None,
            Self::Count(measure, comparison, rule) => {
                let count = facts.number(measure)?;
                let rule = rule.as_ref().ok()?;
                let quantity = |value| counted(measure, value);
                recorder.compare(rule, quantity(count), *comparison, quantity(rule.value))
            }
            Self::Share(part, whole, comparison, rule) => {
                let part = facts.number(part)?;
                let whole = facts.number(whole).filter(|whole| *whole > 0)?;
                let rule = rule.as_ref().ok()?;
                let required = Quantity::share(rule.value.numerator, rule.value.denominator);
                recorder.compare(rule, Quantity::share(part, whole), *comparison, required)
            }
            Self::Grade(fact, comparison, rule) => {
                let grade = facts.grade(*fact)?;
                let rule = rule.as_ref().ok()?;
                recorder.rank(rule, grade, *comparison, rule.value)
            }
        })
    }

    /// How what is measured must compare, with what, and who says so; nothing for a flag and where
    /// the threshold is missing.
    pub(super) fn required(&self) -> Option<(Comparison, Quantity, Source<'_>)> {
        Some(match self {
            Self::Flag(_) => return None,
            Self::Count(measure, comparison, rule) => {
                let rule = rule.as_ref().ok()?;
                (*comparison, counted(measure, rule.value), rule.source())
            }
            Self::Share(_, _, comparison, rule) => {
                let rule = rule.as_ref().ok()?;
                let Fraction {
                    numerator,
                    denominator,
                } = rule.value;
                let required = Quantity::share(numerator, denominator);
                (*comparison, required, rule.source())
            }
            Self::Grade(_, comparison, rule) => {
                let rule = rule.as_ref().ok()?;
                let required = Quantity::word(rule.value.word());
                (*comparison, required, rule.source())
            }
        })
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
        self.record(facts, &mut basis);
        basis.grounds.pop()
    }
}

fn counted(measure: &Measure, value: i64) -> Quantity {
    match measure {
        Measure::Fact(RatedFact::Marks) => Quantity::Marks { hundredths: value },
        _ => Quantity::count(value),
    }
}

/// The field of the facts that a fact stands in.
pub(super) fn fact_field(fact: RatedFact) -> &'static str {
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
