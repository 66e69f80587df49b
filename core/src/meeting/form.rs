//! The course of a meeting, and how its documents are numbered.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::check::in_range;
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::{MeetingRole, MeetingStep};
use crate::rulebook::{InForce, PolicyChoice, Rules, parameter};
use crate::text::is_composed;
use crate::verdict::{Basis, Recorder, Verdict};
use crate::wire;

/// Longest abbreviation of a document's kind or of a body, in bytes of UTF-8.
const ABBREVIATION_MAX_BYTES: usize = 32;

/// Longest name of a place, in bytes of UTF-8.
const PLACE_MAX_BYTES: usize = 128;

/// Highest number of a document.
const NUMBER_MOST: u32 = 99_999;

/// Which form of a cell's meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CellMeeting {
    /// The monthly meeting (sinh hoạt thường kỳ). MTG-01.
    Monthly,
    /// The thematic meeting (sinh hoạt chuyên đề). MTG-06.
    Thematic,
}

/// A meeting whose course is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingFormInput {
    /// Which form.
    pub meeting: CellMeeting,
}

/// The part of a meeting that a step belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingPhase {
    /// Before the meeting (chuẩn bị).
    Preparation,
    /// Opening (mở đầu).
    Opening,
    /// Conduct (tiến hành).
    Conduct,
    /// Closing (kết thúc).
    Closing,
}

/// One step of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingFormStep {
    /// The step.
    pub step: MeetingStep,
    /// The part of the meeting.
    pub phase: MeetingPhase,
    /// Who does it.
    pub by: MeetingRole,
}

/// The course of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingForm {
    /// From the first to the last.
    pub steps: Vec<MeetingFormStep>,
}

impl MeetingStep {
    fn phase(self) -> MeetingPhase {
        use MeetingStep as Step;
        match self {
            Step::AssignPreparation
            | Step::CommitteeMeeting
            | Step::Notice
            | Step::Documents
            | Step::Upload => MeetingPhase::Preparation,
            Step::Reason
            | Step::MinutesSecretary
            | Step::RollCall
            | Step::CollectDues
            | Step::Agenda => MeetingPhase::Opening,
            Step::LastMonthReport
            | Step::TasksAssessment
            | Step::Information
            | Step::ThematicReport
            | Step::Discussion
            | Step::SelfCriticism => MeetingPhase::Conduct,
            Step::SummingUp
            | Step::TaskAssignment
            | Step::Conclusion
            | Step::Resolution
            | Step::Scoring
            | Step::MinutesReading => MeetingPhase::Closing,
        }
    }
}

/// A step and who does it, as the rule book writes them: `rollCall/minutesSecretary`.
pub(crate) fn step_of(text: &str) -> Option<(MeetingStep, MeetingRole)> {
    let (step, role) = text.split_once('/')?;
    let known = |(word, _): &&(&str, MeetingStep)| *word == step;
    let (_, step) = MeetingStep::CHOICES.iter().find(known)?;
    let known = |(word, _): &&(&str, MeetingRole)| *word == role;
    let (_, role) = MeetingRole::CHOICES.iter().find(known)?;
    Some((*step, *role))
}

/// The course of a cell's meeting, in order (trình tự buổi sinh hoạt): MTG-13, the forms of
/// 42-HD/BTCTW.
///
/// Who does each step the source says of few: the others are a convention of the book, and a body
/// may lay its own list over it. The steps of a thematic meeting were not read.
/// [`meeting_step_name`](crate::text::meeting_step_name) and
/// [`meeting_role_name`](crate::text::meeting_role_name) have the words.
///
/// ```
/// use handbook::meeting::{CellMeeting, MeetingFormInput, MeetingPhase, meeting_form};
/// use handbook::rulebook::policy::MeetingStep;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = MeetingFormInput { meeting: CellMeeting::Monthly };
/// let form = meeting_form(&book.on(date(2025, 12, 3)?)?, &input)?.value;
/// let last = form.steps.last();
/// assert_eq!(last.map(|step| step.step), Some(MeetingStep::MinutesReading));
/// assert_eq!(last.map(|step| step.phase), Some(MeetingPhase::Closing));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no form for the day.
pub fn meeting_form(
    rules: &Rules<'_>,
    input: &MeetingFormInput,
) -> Result<Verdict<MeetingForm>, HandbookError> {
    let (steps, meeting) = match input.meeting {
        CellMeeting::Monthly => (parameter::MONTHLY_MEETING_STEPS, "monthly"),
        CellMeeting::Thematic => (parameter::THEMATIC_MEETING_STEPS, "thematic"),
    };
    let listed = rules.get(steps)?;
    let mut basis = Basis::default();
    basis.policy(&listed, meeting);
    let step = |text: &String| {
        let (step, by) = step_of(text)?;
        Some(MeetingFormStep {
            step,
            phase: step.phase(),
            by,
        })
    };
    let value = MeetingForm {
        steps: listed.value.iter().filter_map(step).gather(),
    };
    Ok(Verdict::new(value, basis))
}

/// A document that gets its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentNumberInput {
    /// The abbreviation of the document's kind: `NQ` for a resolution (nghị quyết).
    pub kind: String,
    /// The abbreviation of the body: `CB` for a cell (chi bộ).
    pub body: String,
    /// How many of this kind the body has numbered in its term before, 0 to 99,998.
    pub before: u32,
    /// The day of the document.
    #[serde(deserialize_with = "wire::day")]
    pub on: NaiveDate,
    /// The place.
    pub place: String,
}

/// A document's number and date as they are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentNumber {
    /// The number.
    pub number: u32,
    /// With kind and body: `Số 01-NQ/CB`.
    pub symbol: String,
    /// Place and date: `Yên Mô, ngày 03 tháng 02 năm 2025`.
    pub dated: String,
}

fn text(field: &str, value: &str, most: usize) -> Result<(), InputError> {
    let code = if value.trim().is_empty() {
        InputCode::Empty
    } else if value.len() > most {
        InputCode::TooLong
    } else if !is_composed(value) {
        InputCode::DecomposedText
    } else if value.trim() != value || value.chars().any(char::is_control) {
        InputCode::UnknownChoice
    } else {
        return Ok(());
    };
    Err(InputError::new(code, field, value))
}

/// A number with a leading zero where the rule asks for one.
fn padded(rule: &InForce<'_, i64>, number: u32, basis: &mut Basis) -> String {
    let zero = basis.compare(
        rule,
        Quantity::count(number),
        Comparison::LessThan,
        Quantity::count(rule.value),
    );
    if zero {
        format!("0{number}")
    } else {
        number.to_string()
    }
}

/// How a document is numbered and dated (số, ký hiệu và ngày tháng văn bản): MTG-14,
/// 36-HD/VPTW of 2018.
///
/// Numbers run on per kind of document and per term, from 1. Numbers below 10 take a leading zero,
/// so do days below 10 and January and February.
///
/// ```
/// use handbook::meeting::{DocumentNumberInput, document_number};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let input = DocumentNumberInput {
///     kind: "NQ".to_owned(),
///     body: "CB".to_owned(),
///     before: 0,
///     on: date(2025, 2, 3)?,
///     place: "Yên Mô".to_owned(),
/// };
/// let written = document_number(&book.on(date(2025, 2, 3)?)?, &input)?.value;
/// assert_eq!(written.symbol, "Số 01-NQ/CB");
/// assert_eq!(written.dated, "Yên Mô, ngày 03 tháng 02 năm 2025");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `kind`, `body` or `place` that is empty, too long (32 and 128
/// bytes), not in normal form, or with spaces around it or control characters; `before` above
/// 99,998; `on` outside the years 1 to 9999;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn document_number(
    rules: &Rules<'_>,
    input: &DocumentNumberInput,
) -> Result<Verdict<DocumentNumber>, HandbookError> {
    text("kind", &input.kind, ABBREVIATION_MAX_BYTES)?;
    text("body", &input.body, ABBREVIATION_MAX_BYTES)?;
    text("place", &input.place, PLACE_MAX_BYTES)?;
    in_range("before", input.before, 0, NUMBER_MOST - 1)?;
    in_range("on", input.on.year(), 1, 9999)?;
    let number = input.before + 1;
    let mut basis = Basis::default();
    let of_number = rules.get(parameter::NUMBER_ZERO_BELOW)?;
    let shown = padded(&of_number, number, &mut basis);
    let of_day = rules.get(parameter::DAY_ZERO_BELOW)?;
    let day = padded(&of_day, input.on.day(), &mut basis);
    let of_month = rules.get(parameter::MONTH_ZERO_BELOW)?;
    let month = padded(&of_month, input.on.month(), &mut basis);
    let value = DocumentNumber {
        number,
        symbol: format!("Số {shown}-{}/{}", input.kind, input.body),
        dated: format!(
            "{}, ngày {day} tháng {month} năm {}",
            input.place,
            input.on.year()
        ),
    };
    Ok(Verdict::new(value, basis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn written(before: u32, month: u32, day: u32) -> Result<[String; 2], HandbookError> {
        let book = RuleBook::vietnam();
        let input = DocumentNumberInput {
            kind: "NQ".to_owned(),
            body: "CB".to_owned(),
            before,
            on: date(2025, month, day)?,
            place: "Hà Nội".to_owned(),
        };
        let value = document_number(&book.on(date(2025, 12, 31)?)?, &input)?.value;
        Ok([value.symbol, value.dated])
    }

    #[test]
    fn leading_zeros() -> Result<(), HandbookError> {
        assert_eq!(
            written(8, 2, 9)?,
            ["Số 09-NQ/CB", "Hà Nội, ngày 09 tháng 02 năm 2025"]
        );
        assert_eq!(
            written(9, 3, 15)?,
            ["Số 10-NQ/CB", "Hà Nội, ngày 15 tháng 3 năm 2025"]
        );
        assert_eq!(
            written(99, 1, 10)?,
            ["Số 100-NQ/CB", "Hà Nội, ngày 10 tháng 01 năm 2025"]
        );
        assert!(written(NUMBER_MOST, 1, 1).is_err());
        Ok(())
    }

    #[test]
    fn the_course_of_a_monthly_meeting() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 12, 3)?)?;
        let of = |meeting| meeting_form(&rules, &MeetingFormInput { meeting });
        let steps = of(CellMeeting::Monthly)?.value.steps;
        assert_eq!(steps.len(), 21);
        let phases: Vec<_> = steps.iter().map(|step| step.phase as u8).collect();
        assert!(phases.is_sorted());
        assert!(matches!(
            of(CellMeeting::Thematic),
            Err(HandbookError::RuleNotInForce { .. })
        ));
        Ok(())
    }
}
