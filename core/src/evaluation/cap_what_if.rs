//! The cap on excellent for a group as it might be: other levels, other readings.

use serde::{Deserialize, Serialize};

use super::cap::{CapOutcome, CapRules, CapTerms};
use super::cap_cut::{Cut, FinalLevel, Own};
use crate::check::{FULL_MARKS, in_range, stands_once};
use crate::compact::TextMap;
use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::policy::{CapReading, Level};
use crate::rulebook::{PolicyChoice, Rules};
use crate::verdict::{Basis, Verdict};

/// One of a group, with the level by the own facts, before the cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapSubject {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// The level by the own facts; absent for one who is not rated.
    #[serde(default)]
    pub own: Option<Level>,
    /// Marks in hundredths of a point, 0 to 10,000; where one who is eligible for excellent has
    /// none, all eligible count as tied.
    #[serde(default)]
    pub marks: Option<u32>,
}

/// A group, and what might be otherwise in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapWhatIfInput {
    /// What the group is called.
    pub group: String,
    /// How the cap is read; absent for the rules in force.
    #[serde(default)]
    pub terms: Option<CapTerms>,
    /// Everyone in the group.
    pub subjects: Vec<CapSubject>,
    /// Those who would stand otherwise, each as a whole.
    #[serde(default)]
    pub changes: Vec<CapSubject>,
    /// How the cap would be read; absent for no other way.
    #[serde(default)]
    pub otherwise: Option<CapTerms>,
}

/// One whose final level would be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LevelChange {
    /// The host's identifier.
    pub id: String,
    /// The level as it is; absent when not rated or to be voted on.
    pub from: Option<Level>,
    /// Whether people must vote as it is.
    pub from_vote: bool,
    /// The level as it would be; absent when not rated or to be voted on.
    pub to: Option<Level>,
    /// Whether people would have to vote.
    pub to_vote: bool,
}

/// What would be otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapWhatIf {
    /// Who stays excellent as it is.
    pub before: CapOutcome,
    /// Who would stay excellent.
    pub after: CapOutcome,
    /// Those whose final level would be another, in the order of the group.
    pub changed: Vec<LevelChange>,
}

/// A group to be read in every way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapReadingsInput {
    /// What the group is called.
    pub group: String,
    /// How the cap is read; its reading is the one that the others are held against. Absent for
    /// the rules in force.
    #[serde(default)]
    pub terms: Option<CapTerms>,
    /// Everyone in the group.
    pub subjects: Vec<CapSubject>,
}

/// A group under one reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapReadingLine {
    /// What the cap is a share of.
    pub reading: CapReading,
    /// Who stays excellent.
    pub outcome: CapOutcome,
    /// Those whose final level is another than under the reading that the others are held
    /// against, in the order of the group.
    pub changed: Vec<LevelChange>,
}

/// A group under the four readings side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CapReadings {
    /// The reading that the others are held against: the one asked for, else the one in force.
    pub against: CapReading,
    /// The four readings, always in the same order.
    pub readings: Vec<CapReadingLine>,
}

/// Everyone's own level and marks, each checked.
pub(super) fn owns(subjects: &[CapSubject]) -> Result<Vec<Own>, InputError> {
    let mut seen = TextMap::new();
    let mut owns = Vec::with_capacity(subjects.len());
    for (line, subject) in subjects.iter().enumerate() {
        let field = || format!("subjects[{line}].id");
        stands_once(&mut seen, &field, &subject.id, line)?;
        if let Some(marks) = subject.marks {
            in_range(&format!("subjects[{line}].marks"), marks, 0, FULL_MARKS)?;
        }
        owns.push(Own {
            level: subject.own,
            marks: subject.marks,
        });
    }
    Ok(owns)
}

fn names<'a>(
    subjects: &'a [CapSubject],
    owns: &'a [Own],
) -> impl Iterator<Item = (&'a str, Own)> + 'a {
    let ids = subjects.iter().map(|subject| subject.id.as_str());
    ids.zip(owns.iter().copied())
}

/// Those whose final level differs between two cuts.
fn changes(subjects: &[CapSubject], from: (&Cut, &[Own]), to: (&Cut, &[Own])) -> Vec<LevelChange> {
    let mut changed = Vec::new();
    for ((subject, before), after) in subjects.iter().zip(from.1).zip(to.1) {
        let (before, after) = (from.0.level(*before), to.0.level(*after));
        if before != after {
            changed.push(LevelChange {
                id: subject.id.clone(),
                from: before.level(),
                from_vote: before == FinalLevel::VoteNeeded,
                to: after.level(),
                to_vote: after == FinalLevel::VoteNeeded,
            });
        }
    }
    changed
}

/// Who of a group would stay excellent if some stood otherwise, or if the cap were read otherwise:
/// "if these two were good instead" (section 6.4).
///
/// The changes come before the cap: each names one of the group and says the own level and the
/// marks that would be. The two grounds measure the group as it is, then as it would be.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: an identifier that is none, stands twice or is not
/// of the group, marks above 10,000, a share below 0 or above 1;
/// [`HandbookError::RuleNotInForce`] where the book knows no cap.
///
/// ```
/// use handbook::evaluation::{CapSubject, CapTerms, CapWhatIfInput, cap_what_if};
/// use handbook::rulebook::policy::CapReading;
/// use handbook::{Level, RuleBook, date};
///
/// let one = |id: &str, own, marks| CapSubject {
///     id: id.to_owned(),
///     own: Some(own),
///     marks: Some(marks),
/// };
/// let input = CapWhatIfInput {
///     group: "cell-1".to_owned(),
///     terms: Some(CapTerms {
///         reading: Some(CapReading::ShareOfGoodBeforeDemotion),
///         ..CapTerms::default()
///     }),
///     subjects: vec![
///         one("a", Level::Excellent, 9_400),
///         one("b", Level::Good, 8_000),
///         one("c", Level::Good, 7_900),
///         one("d", Level::Good, 7_800),
///         one("e", Level::Completed, 6_900),
///         one("f", Level::Completed, 6_800),
///     ],
///     changes: vec![one("e", Level::Good, 7_000), one("f", Level::Good, 7_000)],
///     otherwise: None,
/// };
/// let book = RuleBook::vietnam();
/// let what_if = cap_what_if(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!((what_if.before.allowed, what_if.after.allowed), (0, 1));
/// assert_eq!(what_if.changed[0].id, "a");
/// assert_eq!(what_if.changed[0].to, Some(Level::Excellent));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn cap_what_if(
    rules: &Rules<'_>,
    input: &CapWhatIfInput,
) -> Result<Verdict<CapWhatIf>, HandbookError> {
    let before = owns(&input.subjects)?;
    let terms = input.terms.unwrap_or_default();
    terms.check("terms.")?;
    let mut known = TextMap::new();
    for (place, subject) in input.subjects.iter().enumerate() {
        known.insert(&subject.id, place);
    }
    let mut after = before.clone();
    let mut seen = TextMap::new();
    for (line, change) in input.changes.iter().enumerate() {
        let field = |name: &str| format!("changes[{line}].{name}");
        let place = known.place(&change.id);
        let Some(own) = place.and_then(|place| after.get_mut(place)) else {
            return Err(InputError::new(InputCode::UnknownId, field("id"), &change.id).into());
        };
        if !seen.insert(&change.id, line) {
            return Err(InputError::new(InputCode::Duplicate, field("id"), &change.id).into());
        }
        if let Some(marks) = change.marks {
            in_range(&field("marks"), marks, 0, FULL_MARKS)?;
        }
        *own = Own {
            level: change.own,
            marks: change.marks,
        };
    }

    let cap = CapRules::in_force(rules)?;
    let mut basis = Basis::default();
    cap.policies(&terms, &mut basis)?;
    let cut = Cut::judge(&cap, &terms, &before, &mut basis)?;
    if let Some(otherwise) = &input.otherwise {
        otherwise.check("otherwise.")?;
        cap.policies(otherwise, &mut basis)?;
    }
    let otherwise = input.otherwise.unwrap_or(terms);
    let changed_cut = Cut::judge(&cap, &otherwise, &after, &mut basis)?;
    Ok(Verdict::new(
        CapWhatIf {
            before: cut.outcome(&input.group, &mut names(&input.subjects, &before)),
            after: changed_cut.outcome(&input.group, &mut names(&input.subjects, &after)),
            changed: changes(&input.subjects, (&cut, &before), (&changed_cut, &after)),
        },
        basis,
    ))
}

/// Who of a group stays excellent under each of the four readings of the cap, and who changes
/// level against the reading asked for, or else the one in force (section 6.4, `capReading`).
///
/// # Errors
/// As [`cap_what_if`].
///
/// ```
/// use handbook::evaluation::{CapReadingsInput, CapSubject, cap_readings};
/// use handbook::{Level, RuleBook, date};
///
/// let one = |(place, own): (u32, Level)| CapSubject {
///     id: format!("dv-{place:02}"),
///     own: Some(own),
///     marks: Some(9_900 - 100 * place),
/// };
/// let levels = [Level::Excellent; 8].into_iter().chain([Level::Good; 8]);
/// let levels = levels.chain([Level::Completed; 4]);
/// let input = CapReadingsInput {
///     group: "cell-1".to_owned(),
///     terms: None,
///     subjects: (1..).zip(levels).map(one).collect(),
/// };
/// let book = RuleBook::vietnam();
/// let readings = cap_readings(&book.on(date(2025, 12, 31)?)?, &input)?.value.readings;
/// let allowed: Vec<u32> = readings.iter().map(|line| line.outcome.allowed).collect();
/// assert_eq!(allowed, [1, 2, 3, 4]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn cap_readings(
    rules: &Rules<'_>,
    input: &CapReadingsInput,
) -> Result<Verdict<CapReadings>, HandbookError> {
    let all = owns(&input.subjects)?;
    let terms = input.terms.unwrap_or_default();
    terms.check("terms.")?;
    let cap = CapRules::in_force(rules)?;
    let mut basis = Basis::default();
    let against = terms.reading.unwrap_or(cap.reading());
    let mut cuts = Vec::with_capacity(CapReading::CHOICES.len());
    for (_, reading) in CapReading::CHOICES {
        let terms = CapTerms {
            reading: Some(*reading),
            ..terms
        };
        cap.policies(&terms, &mut basis)?;
        cuts.push((*reading, Cut::judge(&cap, &terms, &all, &mut basis)?));
    }
    let base = cuts.iter().find(|(reading, _)| *reading == against);
    let mut readings = Vec::with_capacity(cuts.len());
    for (reading, cut) in &cuts {
        let base = base.map_or(cut, |(_, base)| base);
        readings.push(CapReadingLine {
            reading: *reading,
            outcome: cut.outcome(&input.group, &mut names(&input.subjects, &all)),
            changed: changes(&input.subjects, (base, &all), (cut, &all)),
        });
    }
    Ok(Verdict::new(CapReadings { against, readings }, basis))
}
