//! The level by a sheet that the question names or brings, from the mark of each criterion.

use serde::{Deserialize, Serialize};

use super::condition::Truth;
use super::level::{LevelFacts, RatedSubject, SHEETS, missing};
use super::score::weighted_score;
use super::sheet::{Judged, SheetRules};
use crate::check::in_range;
use crate::error::{AbsenceReason, HandbookError, InputCode, InputError};
use crate::rulebook::policy::Level;
use crate::rulebook::{AskedSheet, InForce, Rules, Sheet, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// The mark of one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CriterionMark {
    /// The criterion's identifier in the sheet.
    pub criterion: String,
    /// Its mark in the criterion's own units, 0 to its highest mark.
    pub mark: u32,
}

/// A subject with the marks of the sheet that judges it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SheetLevelInput {
    /// The facts of the year; `marks` may be left out where every criterion has its mark.
    pub facts: LevelFacts,
    /// Every criterion of the sheet once; none for a sheet without criteria, or where only the
    /// total in `facts` is known.
    #[serde(default)]
    pub marks: Vec<CriterionMark>,
    /// A sheet that a body tries out, as JSON text of the shape that an overlay has.
    #[serde(default)]
    pub sheet: Option<String>,
    /// A historic regime of the rule book, such as `27-HD/BTCTW`.
    #[serde(default)]
    pub regime: Option<String>,
    /// The sheet of a quarter instead of the year's (EVL-15).
    #[serde(default)]
    pub quarter: bool,
}

/// What a group of criteria gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SheetGroupScore {
    /// The group's identifier in the sheet.
    pub group: String,
    /// Hundredths of a point.
    pub score: u32,
    /// What its criteria give at most.
    pub most: u32,
}

/// The level by a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SheetLevelValue {
    /// The sheet's identifier.
    pub sheet: String,
    /// Hundredths of a point; absent where nothing was marked.
    pub score: Option<u32>,
    /// The groups of criteria, in the order of the sheet; none where only a total is known.
    pub groups: Vec<SheetGroupScore>,
    /// What the score alone gives.
    pub by_score: Option<Level>,
    /// What the conditions alone give.
    pub by_conditions: Option<Level>,
    /// Places in the sheet of the rules that hold and lower, or would.
    pub lowered: Vec<u32>,
    /// The level, before the cap on excellent; absent where the sheet knows no levels and nothing
    /// makes the subject not completed.
    pub level: Option<Level>,
    /// Why there is no level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent: Option<AbsenceReason>,
}

/// The sheet that the question brings, ready to stand in the place of the one in force.
pub(super) fn asked_sheet(
    rules: &Rules<'_>,
    input: &SheetLevelInput,
) -> Result<Option<AskedSheet>, HandbookError> {
    let named = [input.sheet.is_some(), input.regime.is_some()];
    if let (Some(regime), true) = (
        &input.regime,
        named == [true, true] || (named == [false, true] && input.quarter),
    ) {
        return Err(InputError::new(InputCode::Contradiction, "regime", regime).into());
    }
    let read = |text: &String| AskedSheet::read(rules, place_of(input), text);
    input.sheet.as_ref().map(read).transpose()
}

fn place_of(input: &SheetLevelInput) -> crate::rulebook::Parameter<std::sync::Arc<Sheet>> {
    let [organization, leader, member] = SHEETS;
    match input.facts.subject {
        _ if input.quarter => parameter::QUARTER_SHEET,
        RatedSubject::Organization => organization,
        RatedSubject::Leader => leader,
        RatedSubject::Member => member,
    }
}

/// The sheet that judges: the question's own, a regime, or the one in force.
pub(super) fn chosen_sheet<'book>(
    rules: &Rules<'book>,
    input: &SheetLevelInput,
    asked: Option<&'book AskedSheet>,
) -> Result<InForce<'book, &'book Sheet>, HandbookError> {
    let own = match (asked, &input.regime) {
        (Some(asked), _) => asked.in_force(),
        (None, Some(regime)) => return rules.regime(regime, input.facts.subject as usize),
        (None, None) => rules.get(place_of(input))?.sheet_in_force(),
    };
    own.ok_or_else(|| missing("sheet").into())
}

/// The score of each group and of the whole; the facts with the score as their marks.
pub(super) struct Marked {
    pub(super) facts: LevelFacts,
    pub(super) groups: Vec<SheetGroupScore>,
    /// The mark of each criterion, in the order of the sheet.
    pub(super) marks: Vec<u32>,
}

/// Adds up what the criteria give.
pub(super) fn marked(sheet: &Sheet, input: &SheetLevelInput) -> Result<Marked, InputError> {
    input.facts.check().map_err(|error| error.under("facts."))?;
    let mut result = Marked {
        facts: input.facts.clone(),
        groups: Vec::new(),
        marks: Vec::new(),
    };
    if input.marks.is_empty() {
        return Ok(result);
    }
    let mut given: Vec<Option<u32>> = sheet.criteria().map(|_| None).collect();
    for (line, mark) in input.marks.iter().enumerate() {
        let field = || format!("marks[{line}].criterion");
        let found = sheet
            .criteria()
            .zip(&mut given)
            .find(|(criterion, _)| criterion.id == mark.criterion);
        let Some((criterion, place)) = found else {
            return Err(InputError::new(
                InputCode::UnknownId,
                field(),
                &mark.criterion,
            ));
        };
        if place.replace(mark.mark).is_some() {
            return Err(InputError::new(
                InputCode::Duplicate,
                field(),
                &mark.criterion,
            ));
        }
        in_range(&format!("marks[{line}].mark"), mark.mark, 0, criterion.most)?;
    }
    let mut given = given.into_iter();
    let mut score = 0;
    for group in &sheet.groups {
        let mut weighted = Vec::with_capacity(group.criteria.len());
        for criterion in &group.criteria {
            let Some(mark) = given.next().flatten() else {
                return Err(InputError::new(InputCode::Empty, "marks", &criterion.id));
            };
            result.marks.push(mark);
            weighted.push((criterion.weight, mark));
        }
        let most = group.criteria.iter();
        let group_score = weighted_score(weighted);
        score += group_score;
        result.groups.push(SheetGroupScore {
            group: group.id.clone(),
            score: group_score,
            most: weighted_score(most.map(|criterion| (criterion.weight, criterion.most))),
        });
    }
    if let Some(total) = input.facts.marks
        && total != score
    {
        return Err(
            InputError::new(InputCode::Contradiction, "facts.marks", total)
                .with_limit(score.to_string()),
        );
    }
    result.facts.marks = Some(score);
    Ok(result)
}

/// Names the field of a fact that is missing as it stands in the question.
pub(super) fn under_facts(error: HandbookError) -> HandbookError {
    error.under("facts.")
}

/// What came out, as the door tells it.
pub(super) fn told(rules: &SheetRules<'_>, marked: &Marked, judged: &Judged) -> SheetLevelValue {
    let holding = rules
        .lowering
        .iter()
        .filter(|rule| judged.found.of(&rule.when) == Truth::Holds);
    SheetLevelValue {
        sheet: rules.own.value.id.clone(),
        score: marked.facts.marks,
        groups: marked.groups.clone(),
        by_score: judged.by_score,
        by_conditions: judged.by_conditions,
        lowered: holding
            .map(|rule| u32::try_from(rule.place).unwrap_or(u32::MAX))
            .collect(),
        level: judged.level,
        absent: match judged.level {
            Some(_) => None,
            None => Some(AbsenceReason::NotRead),
        },
    }
}

/// The level by a sheet (chấm điểm và xếp loại theo phiếu): the score of the criteria, the level
/// by score, the level by conditions, the lower of both, and what lowers it. EVL-01 to EVL-03,
/// sections 6.2 and 6.3.
///
/// The sheet is the one in force for the subject, the one of a historic regime, or one that the
/// question brings, which is checked like one of a rule book. Of a historic regime only what makes
/// a subject not completed is known: otherwise the level is absent, with the reason.
///
/// # Errors
/// [`HandbookError::Input`] for marks that are not every criterion's once and within its range, a
/// total that contradicts them, an unknown regime, and a missing fact;
/// [`HandbookError::RuleBook`] for a sheet that fails its checks;
/// [`HandbookError::RuleNotInForce`] where no sheet was read for the day and subject.
///
/// ```
/// use handbook::evaluation::{FurtherFacts, LevelFacts, RatedPart, RatedSubject, SheetLevelInput, sheet_level};
/// use handbook::{Level, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = SheetLevelInput {
///     facts: LevelFacts {
///         subject: RatedSubject::Organization,
///         further: Some(FurtherFacts {
///             subordinates: Some(RatedPart { rated: 8, lowest: 3 }),
///             ..FurtherFacts::default()
///         }),
///         ..LevelFacts::default()
///     },
///     regime: Some("27-HD/BTCTW".to_owned()),
///     ..SheetLevelInput::default()
/// };
/// let verdict = sheet_level(&book.on(date(2021, 12, 31)?)?, &input)?;
/// assert_eq!(verdict.value.level, Some(Level::NotCompleted));
/// assert_eq!(verdict.grounds[0].citation.instrument, "27-HD/BTCTW");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn sheet_level(
    rules: &Rules<'_>,
    input: &SheetLevelInput,
) -> Result<Verdict<SheetLevelValue>, HandbookError> {
    let asked = asked_sheet(rules, input)?;
    let sheet = SheetRules::new(rules, chosen_sheet(rules, input, asked.as_ref())?)?;
    let marked = marked(sheet.own.value, input)?;
    let mut basis = Basis::default();
    basis.policy(&sheet.own, &sheet.own.value.id);
    let judged = sheet
        .judge(&marked.facts, &mut basis)
        .map_err(under_facts)?;
    Ok(Verdict::new(told(&sheet, &marked, &judged), basis))
}
