//! Answers that carry their grounds.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::identifier::{ParameterId, RuleId};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Citation, InForce, PolicyChoice, Source, Sureness};

/// One comparison that an answer rests on: what was measured against what the rule in force
/// requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ground {
    /// The rule of the catalogue, such as `ORG-20`.
    pub rule: RuleId,
    /// The parameter of the rule book that gave the required quantity; its label names what was
    /// measured.
    pub parameter: ParameterId,
    /// Instrument and clause in force on the date, and how sure the source is.
    pub citation: Citation,
    /// What was measured.
    pub measured: Quantity,
    /// How it has to compare.
    pub comparison: Comparison,
    /// What is required.
    pub required: Quantity,
    /// Whether it does.
    pub holds: bool,
}

impl Ground {
    /// Compares `measured` with `required`, as the rule in force says.
    ///
    /// Quantities of different types never hold.
    #[must_use]
    pub fn compare<T>(
        rule: &InForce<'_, T>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
    ) -> Self {
        let holds = measured
            .compare(&required)
            .is_some_and(|order| comparison.accepts(order));
        Self::from_source(rule.source(), measured, comparison, required, holds)
    }

    #[inline(never)]
    fn from_source(
        source: Source<'_>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
        holds: bool,
    ) -> Self {
        Self {
            rule: source.rule().clone(),
            parameter: source.parameter().clone(),
            citation: source.citation(),
            measured,
            comparison,
            required,
            holds,
        }
    }

    /// Compares two words by their rank in their closed list, and not by their letters: grades,
    /// levels.
    #[must_use]
    pub fn rank<T, W: PolicyChoice + Ord>(
        rule: &InForce<'_, T>,
        measured: W,
        comparison: Comparison,
        required: W,
    ) -> Self {
        Self::from_source(
            rule.source(),
            Quantity::word(measured.word()),
            comparison,
            Quantity::word(required.word()),
            comparison.accepts(measured.cmp(&required)),
        )
    }
}

/// A named reading that the answer used where sources conflict or a body may choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyUsed {
    /// The rule of the catalogue.
    pub rule: RuleId,
    /// The parameter that names the policy.
    pub parameter: ParameterId,
    /// The reading chosen.
    pub choice: String,
    /// Where the choice comes from; `overlay` is set when a body chose it, and is `question`
    /// where the question itself chose another reading than the one in force.
    pub citation: Citation,
}

impl PolicyUsed {
    /// What stands for an overlay where the question itself chose another reading than the one
    /// in force.
    pub const ASKED: &'static str = Citation::ASKED;

    /// The policy in force, or one chosen in the question itself.
    #[must_use]
    pub fn new<T>(rule: &InForce<'_, T>, choice: impl Into<String>) -> Self {
        Self::from_source(rule.source(), choice.into())
    }

    #[inline(never)]
    fn from_source(source: Source<'_>, choice: String) -> Self {
        let mut citation = source.citation();
        // The instrument in force speaks for its own reading only.
        let asked = source.word_in_force().is_some_and(|word| word != choice)
            || source
                .count_in_force()
                .is_some_and(|count| choice.parse().is_ok_and(|asked: i64| asked != count));
        if asked {
            citation.ask();
        }
        Self {
            rule: source.rule().clone(),
            parameter: source.parameter().clone(),
            choice,
            citation,
        }
    }
}

/// An answer with everything it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Verdict<T> {
    /// The answer.
    pub value: T,
    /// What was compared, in the order of judging.
    pub grounds: Vec<Ground>,
    /// Which named readings were used.
    pub policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    pub sureness: Sureness,
}

impl<T> Verdict<T> {
    /// An answer with the grounds collected on the way.
    #[must_use]
    pub fn new(value: T, basis: Basis) -> Self {
        Self {
            value,
            sureness: basis.least_sure(),
            grounds: basis.grounds,
            policies: basis.policies,
        }
    }

    /// Whether every ground holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.grounds.iter().all(|ground| ground.holds)
    }
}

/// Collects what a formula compares. The formula is written once; [`Silent`] lets it run in
/// bulk without collecting, [`Basis`] keeps everything.
pub trait Recorder {
    /// Whether anything is kept: then every part of a condition is compared, so that the grounds
    /// show everything that is lacking.
    const KEEPS: bool = true;

    /// Compares, records, and says whether it holds.
    fn compare<T>(
        &mut self,
        rule: &InForce<'_, T>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
    ) -> bool;

    /// The same for words with a rank, such as grades and levels.
    fn rank<T, W: PolicyChoice + Ord>(
        &mut self,
        rule: &InForce<'_, T>,
        measured: W,
        comparison: Comparison,
        required: W,
    ) -> bool;

    /// Records a policy in use.
    fn policy<T>(&mut self, rule: &InForce<'_, T>, choice: &str);
}

/// The grounds and policies behind one answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Basis {
    /// What was compared.
    pub grounds: Vec<Ground>,
    /// Which named readings were used.
    pub policies: Vec<PolicyUsed>,
}

impl Basis {
    /// Whether a word is one of a list in force: measured against itself in the list, else against
    /// the whole of it.
    #[inline(never)]
    pub(crate) fn one_of(&mut self, rule: &InForce<'_, Vec<String>>, word: &str) -> bool {
        let named = rule.value.iter().find(|named| *named == word);
        let all = rule.value.join(" | ");
        self.compare(
            rule,
            Quantity::word(word),
            Comparison::Equals,
            Quantity::word(named.unwrap_or(&all)),
        )
    }

    /// A number that the question may choose for itself, recorded as a policy.
    #[inline(never)]
    pub(crate) fn number(&mut self, rule: &InForce<'_, i64>, asked: Option<u32>) -> i64 {
        let number = asked.map_or(rule.value, i64::from);
        self.policy(rule, &number.to_string());
        number
    }

    #[inline(never)]
    fn compared(
        &mut self,
        source: Source<'_>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
    ) -> bool {
        let holds = measured
            .compare(&required)
            .is_some_and(|order| comparison.accepts(order));
        self.grounds.push(Ground::from_source(
            source, measured, comparison, required, holds,
        ));
        holds
    }

    #[inline(never)]
    fn ranked(
        &mut self,
        source: Source<'_>,
        (measured, required): (&str, &str),
        comparison: Comparison,
        order: Ordering,
    ) -> bool {
        let holds = comparison.accepts(order);
        self.grounds.push(Ground::from_source(
            source,
            Quantity::word(measured),
            comparison,
            Quantity::word(required),
            holds,
        ));
        holds
    }

    #[inline(never)]
    fn chosen(&mut self, source: Source<'_>, choice: &str) {
        self.policies
            .push(PolicyUsed::from_source(source, choice.to_owned()));
    }

    #[inline(never)]
    fn least_sure(&self) -> Sureness {
        let mut least = Sureness::Read;
        for ground in &self.grounds {
            least = least.max(ground.citation.sureness);
        }
        for policy in &self.policies {
            least = least.max(policy.citation.sureness);
        }
        least
    }
}

impl Recorder for Basis {
    fn compare<T>(
        &mut self,
        rule: &InForce<'_, T>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
    ) -> bool {
        self.compared(rule.source(), measured, comparison, required)
    }

    fn rank<T, W: PolicyChoice + Ord>(
        &mut self,
        rule: &InForce<'_, T>,
        measured: W,
        comparison: Comparison,
        required: W,
    ) -> bool {
        self.ranked(
            rule.source(),
            (measured.word(), required.word()),
            comparison,
            measured.cmp(&required),
        )
    }

    fn policy<T>(&mut self, rule: &InForce<'_, T>, choice: &str) {
        self.chosen(rule.source(), choice);
    }
}

/// Keeps nothing: the same formula, for judging in bulk.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Recorder for Silent {
    const KEEPS: bool = false;

    #[inline]
    fn compare<T>(
        &mut self,
        _rule: &InForce<'_, T>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
    ) -> bool {
        measured
            .compare(&required)
            .is_some_and(|order| comparison.accepts(order))
    }

    #[inline]
    fn rank<T, W: PolicyChoice + Ord>(
        &mut self,
        _rule: &InForce<'_, T>,
        measured: W,
        comparison: Comparison,
        required: W,
    ) -> bool {
        comparison.accepts(measured.cmp(&required))
    }

    #[inline]
    fn policy<T>(&mut self, _rule: &InForce<'_, T>, _choice: &str) {}
}
