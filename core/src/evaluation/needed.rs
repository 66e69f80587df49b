//! What must be known where the way to a higher level leads over facts that are missing.

use serde::{Deserialize, Serialize};

use super::condition::{Found, Test, Tests, Truth, bit, fact_field};
use super::level::{ExtraFact, LevelFacts, RatedPart, TargetCounts, TaskCounts};
use super::sheet::SheetRules;
use crate::check::{FULL_MARKS, SAFE_INTEGER_MOST};
use crate::identifier::RuleId;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{Grade, Level};
use crate::rulebook::sheet::{Condition, Measure, RatedFact};
use crate::rulebook::{Citation, RuleBook};
use crate::text::need_sentence;
use crate::verdict::Silent;

/// A fact that is missing and must be known, and how it must then compare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NeededFact {
    /// The fact as a sheet names it, such as `results`, or `extra:` and the host's name.
    pub fact: String,
    /// The whole that it is a share of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// How it must compare; absent where any value will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// With what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<Quantity>,
    /// The rule that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
    /// Instrument and clause of the rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<Citation>,
    /// The fact and what is required, in Vietnamese.
    pub vi: String,
    /// The fact and what is required, in English.
    pub en: String,
}

impl<'book> SheetRules<'book> {
    /// The facts with the missing ones that the levels ask for, at values that give a level above
    /// `own`, where `tries` are enough to find some.
    pub(super) fn filled_above(
        &self,
        facts: &LevelFacts,
        own: Level,
        tries: &mut u32,
    ) -> Option<LevelFacts> {
        *tries = tries.checked_sub(1)?;
        facts.check().ok()?;
        let Some(measure) = self.asked_for(facts) else {
            let level = self.judge(facts, &mut Silent).ok()?.level?;
            return (level > own).then(|| facts.clone());
        };
        (0..)
            .map_while(|place| self.tests.tried(measure, facts, place))
            .find_map(|facts| self.filled_above(&facts, own, tries))
    }

    /// The missing fact that leaves the level open.
    fn asked_for(&self, facts: &LevelFacts) -> Option<&'book Measure> {
        let found = self.tests.find(facts);
        let mut whens = self.levels.iter().map_while(|rule| rule.when.as_ref());
        let when = whens.find(|when| found.of(when) != Truth::Fails)?;
        let place = Tests::first_left(&when.tree, &found, Truth::Missing)?;
        match self.tests.source(place)? {
            Condition::Compare { measure, of, .. } => {
                let is_known = facts.number(measure).is_some();
                of.as_ref().filter(|_| is_known).or(Some(measure))
            }
            _ => None,
        }
    }

    /// What must be so of the facts that were filled, and the level that they then give at least:
    /// whatever else they are, it is above `own`.
    pub(super) fn needed(
        &self,
        book: &RuleBook,
        before: &LevelFacts,
        filled: &LevelFacts,
        own: Level,
    ) -> Option<(Level, Vec<NeededFact>)> {
        let found = self.tests.find(filled);
        let by_score = self.judge(filled, &mut Silent).ok()?.by_score;
        let new = self.tests.find(before).missing() & !found.missing();
        let places = || (0_u8..).map_while(|place| Some((place, self.tests.source(place)?)));
        // A share of a whole that happens to be nothing may be any share.
        let nothing = places().filter(|(_, source)| match source {
            Condition::Compare {
                of: Some(whole), ..
            } => before.number(whole).is_none() && filled.number(whole) == Some(0),
            _ => false,
        });
        let nothing = nothing.fold(0, |set, (place, _)| set | bit(place));
        let certain = |free: u64| {
            let level = self.certain(by_score, &found, free | nothing);
            level.filter(|level| *level > own)
        };
        let mut level = certain(0)?;
        let mut free = 0;
        for (place, _) in places() {
            let wider = free | (bit(place) & new);
            if let Some(certain) = certain(wider) {
                (free, level) = (wider, certain);
            }
        }
        let mut needs: Vec<(&Measure, NeededFact)> = Vec::new();
        for (is_bound, tests) in [(true, new & !free), (false, free)] {
            for (place, source) in places().filter(|(place, _)| bit(*place) & tests != 0) {
                let Condition::Compare {
                    measure,
                    of,
                    vi,
                    en,
                    ..
                } = source
                else {
                    continue;
                };
                let mut need = NeededFact {
                    fact: measure.word(),
                    of: of.as_ref().map(Measure::word),
                    comparison: None,
                    required: None,
                    rule: None,
                    citation: None,
                    vi: String::new(),
                    en: String::new(),
                };
                if is_bound {
                    let (comparison, required, source) = self.tests.get(place)?.required()?;
                    need.comparison = Some(match found.all(bit(place)) {
                        Truth::Holds => comparison,
                        _ => comparison.negated(),
                    });
                    need.required = Some(required);
                    need.rule = Some(source.rule().clone());
                    need.citation = Some(source.citation());
                } else if needs
                    .iter()
                    .any(|(known, other)| known_together(known, measure) && other.of == need.of)
                {
                    continue;
                }
                let names = vi.as_deref().zip(en.as_deref());
                (need.vi, need.en) = need_sentence(book, &need, measure, names);
                needs.push((measure, need));
            }
        }
        Some((level, needs.into_iter().map(|(_, need)| need).collect()))
    }

    /// The level that facts give at least, whatever the tests in `free` come to; `None` where a
    /// fact that is still missing could decide.
    fn certain(&self, by_score: Option<Level>, found: &Found, free: u64) -> Option<Level> {
        let open = found.without(free);
        let mut level = Level::NotCompleted;
        for rule in &self.levels {
            let Some(when) = &rule.when else {
                level = rule.level;
                break;
            };
            match open.of(when) {
                Truth::Holds => {
                    level = rule.level;
                    break;
                }
                Truth::Fails => (),
                Truth::Missing if when.tree.tests() & found.missing() == 0 => (),
                _ => return None,
            }
        }
        level = level.min(by_score.unwrap_or(level));
        for rule in &self.lowering {
            let is_free = rule.when.tree.tests() & free != 0;
            match open.of(&rule.when) {
                Truth::Fails => (),
                Truth::Missing if !is_free => (),
                Truth::Unread => return None,
                _ => level = level.min(rule.to.as_ref().ok()?.value),
            }
        }
        Some(level)
    }
}

/// Whether two facts stand in one field: who knows the one knows the other.
fn known_together(one: &Measure, other: &Measure) -> bool {
    match (one, other) {
        (Measure::Fact(one), Measure::Fact(other)) => fact_field(*one) == fact_field(*other),
        _ => one == other,
    }
}

impl Tests<'_> {
    /// The facts with a missing one at a value worth trying, by its place among these.
    fn tried(&self, measure: &Measure, facts: &LevelFacts, place: usize) -> Option<LevelFacts> {
        // A share of nothing is not known either, and stays so.
        if facts.number(measure).is_some() {
            return None;
        }
        let mut facts = facts.clone();
        let fact = match measure {
            Measure::Extra(name) => {
                let extra = ExtraFact {
                    id: name.clone(),
                    value: self.number(measure, SAFE_INTEGER_MOST, place)?,
                };
                facts.further.get_or_insert_default().extra.push(extra);
                return Some(facts);
            }
            Measure::Fact(fact) => fact,
        };
        let all = [u32::MAX, 1].get(place).copied();
        let part = || {
            Some(RatedPart {
                rated: all?,
                lowest: 0,
            })
        };
        let grades = [Grade::Excellent, Grade::Good, Grade::Average, Grade::Poor];
        let grade = grades.get(place).copied();
        match fact {
            RatedFact::Marks => {
                let marks = self.number(measure, FULL_MARKS.into(), place)?;
                facts.marks = u32::try_from(marks).ok();
            }
            RatedFact::Tasks
            | RatedFact::TasksDone
            | RatedFact::TasksOnTime
            | RatedFact::TasksBeyond
            | RatedFact::TasksLate => {
                let all = all?;
                facts.tasks = Some(TaskCounts {
                    total: all,
                    done: all,
                    on_time: all,
                    beyond: all,
                    late: 0,
                });
            }
            RatedFact::Targets | RatedFact::TargetsReached => {
                let (total, reached) = (all?, all?);
                facts.targets = Some(TargetCounts { total, reached });
            }
            RatedFact::Subordinates | RatedFact::SubordinatesWeak => {
                facts.further.get_or_insert_default().subordinates = Some(part()?);
            }
            RatedFact::Members | RatedFact::MembersNotCompleted => {
                facts.further.get_or_insert_default().members = Some(part()?);
            }
            RatedFact::LowestCriterion => facts.criteria = vec![grade?],
            RatedFact::Results => facts.results = Some(grade?),
            RatedFact::Disciplined
            | RatedFact::SubordinateDisciplined
            | RatedFact::CivilServantNotCompleted
            | RatedFact::ConcludedDegraded => return None,
        }
        Some(facts)
    }

    /// The numbers worth trying: the ends, and where a comparison turns.
    fn number(&self, measure: &Measure, most: i64, place: usize) -> Option<i64> {
        let turns = self.all().iter().filter_map(|test| match test {
            Test::Count(compared, _, Ok(rule)) if *compared == measure => Some(rule.value),
            _ => None,
        });
        [most, 0, 1]
            .into_iter()
            .chain(turns.flat_map(|turn| [turn, turn.saturating_add(1)]))
            .filter(|number| (0..=most).contains(number))
            .nth(place)
    }
}
