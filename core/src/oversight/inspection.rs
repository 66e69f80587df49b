//! The steps of an inspection in a cell.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::check::not_after;
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::policy::CellInspectionStep;
use crate::rulebook::{Rules, choices, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A step that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DoneInspectionStep {
    /// The step.
    pub step: CellInspectionStep,
    /// The day it was done.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// An inspection (kiểm tra) of a cell, as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InspectionStepsInput {
    /// The cell has a committee (chi ủy).
    pub committee: bool,
    /// The steps that were done, each once, in any order.
    #[serde(default)]
    pub done: Vec<DoneInspectionStep>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// A step of the procedure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InspectionStepLine {
    /// The step.
    pub step: CellInspectionStep,
    /// The day it was done; absent while it is not.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub done_on: Option<NaiveDate>,
}

/// An inspection against its procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InspectionSteps {
    /// Every step, from the first to the last.
    pub steps: Vec<InspectionStepLine>,
    /// The first step that is not done; absent where all are.
    pub next: Option<CellInspectionStep>,
    /// Steps that are not done although a later one is, in order.
    pub missing: Vec<CellInspectionStep>,
    /// Whether every step was done no earlier than those before it.
    pub in_order: bool,
}

/// The steps of an inspection in a cell (quy trình kiểm tra của chi bộ), and how far it has come:
/// INS-02, INS-08.
///
/// Known is the procedure of one province for cells without a committee, seen on a secondary page;
/// 89-QĐ/TW governs the procedures of provinces and below. A body lays its own steps over the book.
/// For cells with a committee none was found.
///
/// ```
/// use handbook::oversight::{DoneInspectionStep, InspectionStepsInput, inspection_steps};
/// use handbook::rulebook::policy::CellInspectionStep;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let done = [(CellInspectionStep::YearPlan, 1), (CellInspectionStep::NoticeGiven, 3)]
///     .map(|(step, month)| Ok(DoneInspectionStep { step, on: date(2025, month, 3)? }))
///     .into_iter()
///     .collect::<Result<Vec<_>, handbook::InputError>>()?;
/// let input = InspectionStepsInput { committee: false, done, on };
/// let found = inspection_steps(&book.on(on)?, &input)?.value;
/// assert_eq!(found.next, Some(CellInspectionStep::PlanResolved));
/// assert_eq!(found.missing, [CellInspectionStep::PlanResolved]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `done` for a step given twice or that is none of the procedure,
/// and for a day after `on`; [`HandbookError::RuleNotInForce`] where the book knows no procedure.
pub fn inspection_steps(
    rules: &Rules<'_>,
    input: &InspectionStepsInput,
) -> Result<Verdict<InspectionSteps>, HandbookError> {
    let known = rules.get(if input.committee {
        parameter::INSPECTION_STEPS_COMMITTEE
    } else {
        parameter::INSPECTION_STEPS
    })?;
    let mut basis = Basis::default();
    basis.policy(&known, "cell");
    let mut steps: Vec<InspectionStepLine> = choices(&known.value)
        .into_iter()
        .map(|step| InspectionStepLine {
            step,
            done_on: None,
        })
        .gather();
    for done in &input.done {
        let wrong = |code| InputError::new(code, "done", done.step.as_str());
        not_after("done", done.on, input.on)?;
        let line = steps
            .iter_mut()
            .find(|line| line.step == done.step)
            .ok_or_else(|| wrong(InputCode::UnknownChoice))?;
        if line.done_on.replace(done.on).is_some() {
            return Err(wrong(InputCode::Duplicate).into());
        }
    }
    let mut next = None;
    let mut missing = Vec::new();
    let mut skipped = Vec::new();
    let mut in_order = true;
    let mut latest = None;
    for line in &steps {
        if line.done_on.is_none() {
            next = next.or(Some(line.step));
            skipped.push(line.step);
            continue;
        }
        missing.append(&mut skipped);
        in_order &= line.done_on >= latest;
        latest = latest.max(line.done_on);
    }
    let value = InspectionSteps {
        steps,
        next,
        missing,
        in_order,
    };
    Ok(Verdict::new(value, basis))
}
