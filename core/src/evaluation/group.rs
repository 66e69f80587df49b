//! A whole group judged in one call: everyone's own level, then the cap.

use serde::{Deserialize, Serialize};

use super::cap::{CapOutcome, CapRules, CapTerms};
use super::cap_cut::{Cut, Own};
use super::level::{LevelFacts, LevelRules};
use crate::check::stands_once;
use crate::compact::TextMap;
use crate::error::{HandbookError, InputError};
use crate::quantity::Fraction;
use crate::rulebook::Rules;
use crate::rulebook::policy::{CapReading, CapRounding, Level};
use crate::verdict::{Basis, Silent, Verdict};

/// One of a group, with the facts of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupSubject {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// The facts of the year; absent for one who is not rated (EVL-10).
    #[serde(default)]
    pub facts: Option<LevelFacts>,
}

/// A group to be judged: a cell (chi bộ), or those of similar tasks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupLevelsInput {
    /// What the group is called.
    pub group: String,
    /// What the cap is a share of; absent for the reading in force.
    #[serde(default)]
    pub reading: Option<CapReading>,
    /// The share, from 0 to 1; absent for the one in force.
    #[serde(default)]
    pub share: Option<Fraction>,
    /// How it becomes a whole number; absent for the rounding in force.
    #[serde(default)]
    pub rounding: Option<CapRounding>,
    /// The superior judged the unit outstanding, which raises the share in force.
    #[serde(default)]
    pub outstanding: bool,
    /// Everyone in it.
    pub subjects: Vec<GroupSubject>,
}

/// What came out for one of the group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SubjectLevel {
    /// The host's identifier.
    pub id: String,
    /// The level by the subject's own facts; absent when not rated.
    pub own: Option<Level>,
    /// The level after the cap; absent when not rated, and when people must vote.
    pub level: Option<Level>,
}

/// The levels of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupLevels {
    /// Everyone, in the order given.
    pub levels: Vec<SubjectLevel>,
    /// All rated.
    pub rated: u32,
    /// What the cap did.
    pub cap: CapOutcome,
}

/// Judges a whole group: everyone's own level (sections 6.2, 6.3, EVL-01, EVL-02), then the cap on
/// excellent within the group (section 6.4). The grounds are the cap's; each subject's own come
/// from [`level`](super::level()).
///
/// Where one who is eligible for excellent has no marks, nobody can be ranked: all eligible count
/// as tied, and people vote.
///
/// ```
/// use handbook::evaluation::{GroupLevelsInput, GroupSubject, LevelFacts, RatedSubject, group_levels};
/// use handbook::{Grade, Level, RuleBook, date};
///
/// let subject = |id: &str, marks, results| GroupSubject {
///     id: id.to_owned(),
///     facts: Some(LevelFacts {
///         subject: RatedSubject::Member,
///         marks: Some(marks),
///         criteria: vec![Grade::Good, Grade::Excellent],
///         results: Some(results),
///         tasks: None,
///         targets: None,
///         disciplined: false,
///         subordinate_disciplined: false,
///         further: None,
///     }),
/// };
/// let mut subjects = vec![subject("a", 9_500, Grade::Excellent), subject("b", 9_200, Grade::Excellent)];
/// subjects.extend(["c", "d", "e", "f"].map(|id| subject(id, 8_000, Grade::Good)));
/// let input = GroupLevelsInput {
///     group: "cell-1".to_owned(),
///     reading: None,
///     share: None,
///     rounding: None,
///     outstanding: false,
///     subjects,
/// };
/// let book = RuleBook::vietnam();
/// let group = group_levels(&book.on(date(2023, 12, 31)?)?, &input)?.value;
/// assert_eq!(group.cap.excellent, ["a"]);
/// assert_eq!(group.levels[1].own, Some(Level::Excellent));
/// assert_eq!(group.levels[1].level, Some(Level::Good));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field, such as `subjects[3].facts.marks`;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn group_levels(
    rules: &Rules<'_>,
    input: &GroupLevelsInput,
) -> Result<Verdict<GroupLevels>, HandbookError> {
    check_ids(&input.subjects)?;
    let level_rules = LevelRules::in_force(rules)?;
    let mut own = Vec::with_capacity(input.subjects.len());
    for (line, subject) in input.subjects.iter().enumerate() {
        let level = match &subject.facts {
            None => None,
            Some(facts) => {
                let judged = level_rules.judge(facts, &mut Silent);
                Some(
                    judged
                        .map_err(|error| error.under(&format!("subjects[{line}].facts.")))?
                        .level,
                )
            }
        };
        own.push(Own {
            level,
            marks: subject.facts.as_ref().and_then(|facts| facts.marks),
        });
    }
    let mut basis = Basis::default();
    let terms = CapTerms {
        reading: input.reading,
        share: input.share,
        rounding: input.rounding,
        group_kind: None,
        outstanding: input.outstanding,
    };
    let cap_rules = CapRules::in_force(rules)?;
    cap_rules.policies(&terms, &mut basis)?;
    let cut = Cut::judge(&cap_rules, &terms, &own, &mut basis)?;
    let ids = input.subjects.iter().map(|subject| subject.id.as_str());
    let standing = ids.zip(own.iter().copied());
    let levels = standing
        .clone()
        .map(|(id, own)| SubjectLevel {
            id: id.to_owned(),
            own: own.level,
            level: cut.level(own).level(),
        })
        .collect();
    Ok(Verdict::new(
        GroupLevels {
            levels,
            rated: cut.counts.rated,
            cap: cut.outcome(&input.group, &mut { standing }),
        },
        basis,
    ))
}

/// Nobody may count twice in the whole that the cap is a share of.
fn check_ids(subjects: &[GroupSubject]) -> Result<(), InputError> {
    let mut seen = TextMap::new();
    for (line, subject) in subjects.iter().enumerate() {
        let field = || format!("subjects[{line}].id");
        stands_once(&mut seen, &field, &subject.id, line)?;
    }
    Ok(())
}
