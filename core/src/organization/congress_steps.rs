//! The steps of a congress.

use serde::{Deserialize, Serialize};

use crate::compact::Gather;
use crate::error::HandbookError;
use crate::rulebook::policy::CongressStep;
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Who a congress is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CongressForm {
    /// Delegates (đại hội đại biểu).
    Delegates,
    /// All members (đại hội đảng viên), and the congress of a cell.
    Members,
}

/// A congress whose steps are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CongressStepsInput {
    /// Who it is made of.
    pub form: CongressForm,
}

/// The steps of a congress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CongressSteps {
    /// From the first to the last.
    pub steps: Vec<CongressStep>,
}

/// The steps of a congress, in order (trình tự đại hội): ORG-37; 294-QĐ/TW §12, 06-HD/TW §15.
///
/// A congress of members and that of a cell elect no credentials board; the convening committee
/// reports who came. [`congress_step_name`](crate::text::congress_step_name) has the words.
///
/// ```
/// use handbook::organization::{CongressForm, CongressStepsInput, congress_steps};
/// use handbook::rulebook::policy::CongressStep;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let of = |form| congress_steps(&rules, &CongressStepsInput { form });
/// let delegates = of(CongressForm::Delegates)?.value.steps;
/// let members = of(CongressForm::Members)?.value.steps;
/// assert!(delegates.contains(&CongressStep::CredentialsBoard));
/// assert!(!members.contains(&CongressStep::CredentialsBoard));
/// assert!(members.contains(&CongressStep::AttendanceReport));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn congress_steps(
    rules: &Rules<'_>,
    input: &CongressStepsInput,
) -> Result<Verdict<CongressSteps>, HandbookError> {
    let (steps, form) = match input.form {
        CongressForm::Delegates => (parameter::DELEGATE_CONGRESS_STEPS, "delegates"),
        CongressForm::Members => (parameter::MEMBER_CONGRESS_STEPS, "members"),
    };
    let steps = rules.get(steps)?;
    let mut basis = Basis::default();
    basis.policy(&steps, form);
    let named = |word: &String| {
        let known = CongressStep::CHOICES
            .iter()
            .find(|(known, _)| known == word)?;
        Some(known.1)
    };
    let value = CongressSteps {
        steps: steps.value.iter().filter_map(named).gather(),
    };
    Ok(Verdict::new(value, basis))
}
