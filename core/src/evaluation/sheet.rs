//! Judging by a sheet: the lower of the level by score and the level by conditions, then what
//! lowers it. Every regime and every body's own sheet goes through here.

use super::condition::{Found, Ready, Test, Tests, Tree, Truth, named_or_own};
use super::level::{LevelFacts, missing};
use super::score::Borders;
use crate::error::{AbsenceReason, HandbookError};
use crate::quantity::Comparison;
use crate::rulebook::policy::Level;
use crate::rulebook::sheet::{Bound, Sheet, SheetLevelRule};
use crate::rulebook::{InForce, Rules};
use crate::verdict::Recorder;

/// A sheet with the rules of a day, looked up once for judging many.
#[derive(Debug, Clone)]
pub(crate) struct SheetRules<'book> {
    pub(crate) own: InForce<'book, &'book Sheet>,
    pub(crate) borders: Option<Borders<InForce<'book, i64>>>,
    pub(crate) levels: Vec<LevelCondition>,
    pub(crate) lowering: Vec<LoweringRule<'book>>,
    pub(crate) tests: Tests<'book>,
    conditional: bool,
}

/// The condition of a level, with its place in the sheet.
#[derive(Debug, Clone)]
pub(crate) struct LevelCondition {
    pub(crate) level: Level,
    pub(crate) when: Option<Ready>,
}

/// A rule that lowers a level.
#[derive(Debug, Clone)]
pub(crate) struct LoweringRule<'book> {
    /// Its place in the sheet.
    pub(crate) place: usize,
    pub(crate) when: Ready,
    pub(crate) to: Result<InForce<'book, Level>, Box<HandbookError>>,
    /// Whether `to` is another parameter of the book, which then stands in the grounds.
    named: bool,
}

/// What a subject comes to by a sheet.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Judged {
    pub(crate) by_score: Option<Level>,
    pub(crate) by_conditions: Option<Level>,
    /// The lower of both; `None` where the sheet knows no levels.
    pub(crate) own: Option<Level>,
    /// After what lowers it; `None` where the sheet knows no levels and nothing makes it not
    /// completed.
    pub(crate) level: Option<Level>,
    /// What was found of every test.
    pub(crate) found: Found,
}

/// The borders of the score that a sheet names.
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book misses one on the day.
pub(crate) fn borders_of<'book>(
    rules: &Rules<'book>,
    own: &InForce<'book, &'book Sheet>,
) -> Result<Option<Borders<InForce<'book, i64>>>, HandbookError> {
    let border = |rule: &'book SheetLevelRule| match &rule.from {
        None => Ok(None),
        Some(bound) => {
            let count = match bound {
                Bound::Count(count) => Some(*count),
                _ => None,
            };
            named_or_own(rules, own, count, bound).map(Some)
        }
    };
    Ok(match own.value.levels.as_slice() {
        [excellent, good, completed] => {
            match (border(excellent)?, border(good)?, border(completed)?) {
                (Some(excellent), Some(good), Some(completed)) => Some(Borders {
                    excellent,
                    good,
                    completed,
                }),
                _ => None,
            }
        }
        _ => None,
    })
}

impl<'book> SheetRules<'book> {
    /// Looks up what a sheet names.
    ///
    /// # Errors
    /// As [`borders_of`].
    pub(crate) fn new(
        rules: &Rules<'book>,
        own: InForce<'book, &'book Sheet>,
    ) -> Result<Self, HandbookError> {
        let borders = borders_of(rules, &own)?;
        Ok(Self::with_borders(rules, own, borders))
    }

    /// Looks up what a sheet names beside its borders. Thresholds of conditions may be missing
    /// until a subject needs them.
    pub(crate) fn with_borders(
        rules: &Rules<'book>,
        own: InForce<'book, &'book Sheet>,
        borders: Option<Borders<InForce<'book, i64>>>,
    ) -> Self {
        let sheet = own.value;
        let mut tests = Tests::of(own.clone());
        let mut levels = Vec::with_capacity(sheet.levels.len());
        for rule in &sheet.levels {
            levels.push(LevelCondition {
                level: rule.level,
                when: rule.when.as_ref().map(|when| tests.ready(rules, when)),
            });
        }
        let mut lowering = Vec::with_capacity(sheet.lowering.len());
        for (place, rule) in sheet.lowering.iter().enumerate() {
            let when = tests.ready(rules, &rule.when);
            let known = rule.to.as_choice::<Level>();
            let to = named_or_own(rules, &own, known, &rule.to).map_err(Box::new);
            // What was no rule on the day lowers nothing.
            let absent =
                to.as_ref().is_err_and(|error| is_no_rule(error)) || tests.needs_absent(&when.tree);
            if !absent {
                lowering.push(LoweringRule {
                    place,
                    when,
                    to,
                    named: known.is_none(),
                });
            }
        }
        Self {
            conditional: sheet.levels.iter().any(|rule| rule.when.is_some()),
            own,
            borders,
            levels,
            lowering,
            tests,
        }
    }

    /// The level of one subject; nothing is allocated when the recorder keeps nothing.
    pub(crate) fn judge<R: Recorder>(
        &self,
        facts: &LevelFacts,
        recorder: &mut R,
    ) -> Result<Judged, HandbookError> {
        let mut found = self.tests.find(facts);
        let by_score = match &self.borders {
            None => None,
            Some(borders) => {
                let marks = facts.marks.ok_or_else(|| missing("marks"))?;
                Some(borders.judge(marks.into(), recorder))
            }
        };
        let by_conditions = if self.conditional {
            Some(self.by_conditions(facts, &mut found, recorder)?)
        } else {
            None
        };
        let own = match (by_score, by_conditions) {
            (Some(score), Some(conditions)) => Some(score.min(conditions)),
            (one, other) => one.or(other),
        };
        Ok(Judged {
            by_score,
            by_conditions,
            own,
            level: self.lowered(own, facts, &mut found, recorder)?,
            found,
        })
    }

    fn by_conditions<R: Recorder>(
        &self,
        facts: &LevelFacts,
        found: &mut Found,
        recorder: &mut R,
    ) -> Result<Level, HandbookError> {
        for rule in &self.levels {
            let Some(when) = &rule.when else {
                return Ok(rule.level);
            };
            match self.asked(when, facts, found, recorder) {
                Truth::Holds => return Ok(rule.level),
                Truth::Fails => (),
                open => return Err(self.left_open(&when.tree, facts, found, open)),
            }
        }
        Ok(Level::NotCompleted)
    }

    /// What is left of a level. A rule that cannot be decided for want of a fact lowers nothing:
    /// nobody said anything against the subject.
    fn lowered<R: Recorder>(
        &self,
        own: Option<Level>,
        facts: &LevelFacts,
        found: &mut Found,
        recorder: &mut R,
    ) -> Result<Option<Level>, HandbookError> {
        let mut level = own;
        for rule in &self.lowering {
            match self.asked(&rule.when, facts, found, recorder) {
                Truth::Holds => (),
                Truth::Fails | Truth::Missing => continue,
                open => return Err(self.left_open(&rule.when.tree, facts, found, open)),
            }
            let to = rule.to.as_ref().map_err(|error| (**error).clone())?;
            level = match level {
                Some(level) if rule.named => {
                    let stays = recorder.rank(to, level, Comparison::AtMost, to.value);
                    Some(if stays { level } else { to.value })
                }
                Some(level) => Some(level.min(to.value)),
                // Without levels only the lowest one is certain.
                None => Some(to.value).filter(|lowest| *lowest == Level::NotCompleted),
            };
        }
        Ok(level)
    }

    /// What a condition comes to, recorded where anything is kept: then every part of it, so that
    /// the grounds show everything that is lacking.
    #[inline]
    fn asked<R: Recorder>(
        &self,
        when: &Ready,
        facts: &LevelFacts,
        found: &mut Found,
        recorder: &mut R,
    ) -> Truth {
        if R::KEEPS {
            self.tests.record(&when.tree, facts, found, recorder);
        }
        found.of(when)
    }

    #[cold]
    #[inline(never)]
    fn left_open(
        &self,
        tree: &Tree,
        facts: &LevelFacts,
        found: &Found,
        open: Truth,
    ) -> HandbookError {
        let test = Tests::first_left(tree, found, open).and_then(|place| self.tests.get(place));
        if let Some(error) = test.and_then(Test::unread)
            && open == Truth::Unread
        {
            return error.clone();
        }
        missing(test.map_or("facts", |test| test.missing_field(facts))).into()
    }
}

impl Tests<'_> {
    /// Whether a condition asks for something that was no rule on the day.
    fn needs_absent(&self, tree: &Tree) -> bool {
        match tree {
            Tree::Test(place) => self
                .get(*place)
                .and_then(Test::unread)
                .is_some_and(is_no_rule),
            Tree::Not(part) => self.needs_absent(part),
            Tree::All(parts) | Tree::Any(parts) => parts.iter().any(|part| self.needs_absent(part)),
        }
    }
}

fn is_no_rule(error: &HandbookError) -> bool {
    error.absence() == Some(AbsenceReason::NoRule)
}
