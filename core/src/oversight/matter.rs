//! A petition, difficulty or complex issue of an organization on its way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::answer::answer_days;
use crate::calendar::working_day;
use crate::check::{not_after, not_before};
use crate::compact::{Gather, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::OrganizationId;
use crate::organization::DueState;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::Rules;
use crate::rulebook::policy::OversightLevel;
use crate::verdict::{Basis, Recorder, Verdict};

/// A step of a matter (kiến nghị, khó khăn, vướng mắc, vụ việc phức tạp).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MatterStep {
    /// It was received (tiếp nhận).
    Received,
    /// Somebody was put in charge (phân công).
    Assigned,
    /// A solution was proposed (đề xuất giải pháp).
    SolutionProposed,
    /// It was coordinated with the competent bodies (phối hợp).
    Coordinated,
    /// It was resolved (giải quyết xong).
    Resolved,
    /// It was passed on to the competent level (chuyển cấp có thẩm quyền).
    PassedOn,
}

impl MatterStep {
    /// The word as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Assigned => "assigned",
            Self::SolutionProposed => "solutionProposed",
            Self::Coordinated => "coordinated",
            Self::Resolved => "resolved",
            Self::PassedOn => "passedOn",
        }
    }
}

/// Something that happened to a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatterEvent {
    /// The step.
    pub step: MatterStep,
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// Who is in charge from then on: who received it, who it was assigned or passed on to.
    #[serde(default)]
    pub body: Option<OrganizationId>,
    /// The last day that was set with it, not before `on`.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub due_on: Option<NaiveDate>,
}

/// A matter as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatterProgressInput {
    /// What happened, in any order: one receipt, at most one end, and no step twice on a day.
    pub events: Vec<MatterEvent>,
    /// It lies beyond the level of the body: then it is passed on and not resolved.
    #[serde(default)]
    pub beyond_level: bool,
    /// Other bodies have to be coordinated with.
    #[serde(default)]
    pub needs_coordination: bool,
    /// The level whose deadline for answers holds where none was set; absent where none does.
    #[serde(default)]
    pub answer_level: Option<OversightLevel>,
    /// The day on which it is asked.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
}

/// A matter on the day asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MatterProgress {
    /// The furthest step.
    pub step: MatterStep,
    /// It was resolved or passed on.
    pub ended: bool,
    /// It was resolved although it lies beyond the level of the body.
    pub beyond_competence: bool,
    /// The last day: the one set last, else that of the rule; absent where there is none.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub due_on: Option<NaiveDate>,
    /// Where it stands against the last day; absent without one.
    pub state: Option<DueState>,
    /// Calendar days after the last day until its end, or until the day asked.
    pub days_over: u32,
    /// Steps before the furthest that did not happen, in order.
    pub missing: Vec<MatterStep>,
    /// The first step that is still to be done; absent when it has ended.
    pub next: Option<MatterStep>,
    /// Who is in charge of it; absent where nobody was named.
    pub in_charge: Option<OrganizationId>,
}

/// How a matter of an organization stands (giải quyết kiến nghị, vướng mắc): received, assigned, a
/// solution proposed, coordinated with other bodies where that is needed, and resolved, or passed
/// on where it lies beyond the level of the body.
///
/// The last day is the one that was set last; where none was set and a level is named, that of
/// MEM-77, from the receipt. No rule knows another deadline.
///
/// ```
/// use handbook::oversight::{MatterEvent, MatterProgressInput, MatterStep, matter_progress};
/// use handbook::{OrganizationId, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let on = date(2025, 12, 31)?;
/// let event = |step, day, body| MatterEvent { step, on: day, body, due_on: None };
/// let committee = OrganizationId::new("organising")?;
/// let mut assigned = event(MatterStep::Assigned, date(2025, 12, 3)?, Some(committee));
/// assigned.due_on = Some(date(2025, 12, 26)?);
/// let matter = MatterProgressInput {
///     events: vec![assigned, event(MatterStep::Received, date(2025, 12, 1)?, None)],
///     beyond_level: false,
///     needs_coordination: false,
///     answer_level: None,
///     on,
/// };
/// let progress = matter_progress(&book.on(on)?, &matter)?.value;
/// assert_eq!((progress.next, progress.days_over), (Some(MatterStep::SolutionProposed), 5));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `events`, with the step or the day: no receipt or two, a step
/// twice on a day, two ends, a step before the receipt or after the end, a solution before
/// somebody was put in charge, a day after `on`, a last day before its event; with a level named
/// and no last day set, as [`answer_due`](super::answer_due).
pub fn matter_progress(
    rules: &Rules<'_>,
    input: &MatterProgressInput,
) -> Result<Verdict<MatterProgress>, HandbookError> {
    let order = input.in_order()?;
    let happened = |step| order.iter().any(|event| event.step == step);
    let furthest = order.iter().map(|event| event.step).max();
    let (Some(first), Some(step)) = (order.first(), furthest) else {
        return Err(wrong(InputCode::Empty, MatterStep::Received).into());
    };
    let end = order
        .iter()
        .find(|event| event.step >= MatterStep::Resolved);
    let mut basis = Basis::default();
    let last = end.map_or(input.on, |event| event.on);
    let due_on = match order.iter().rev().find_map(|event| event.due_on) {
        Some(set) => Some((set, last <= set)),
        None => match input.answer_level {
            Some(level) => {
                let days = answer_days(rules, level)?;
                let due_on = working_day(rules, first.on, days.value)?;
                let in_time = basis.compare(
                    &days,
                    Quantity::Date { value: last },
                    Comparison::AtMost,
                    Quantity::Date { value: due_on },
                );
                Some((due_on, in_time))
            }
            None => None,
        },
    };
    let mut next = None;
    let mut missing = Vec::new();
    for awaited in [
        MatterStep::Assigned,
        MatterStep::SolutionProposed,
        MatterStep::Coordinated,
        if input.beyond_level {
            MatterStep::PassedOn
        } else {
            MatterStep::Resolved
        },
    ] {
        let asked = awaited != MatterStep::Coordinated || input.needs_coordination;
        if asked && !happened(awaited) {
            next = next.or(Some(awaited));
            if awaited < step && awaited < MatterStep::Resolved {
                missing.push(awaited);
            }
        }
    }
    let value = MatterProgress {
        step,
        ended: end.is_some(),
        beyond_competence: input.beyond_level && step == MatterStep::Resolved,
        due_on: due_on.map(|(due_on, _)| due_on),
        state: due_on.map(|(_, in_time)| DueState::new(end.is_some(), in_time)),
        days_over: due_on.map_or(0, |(due_on, _)| {
            u32::try_from((last - due_on).num_days()).unwrap_or(0)
        }),
        missing,
        next: if end.is_some() { None } else { next },
        in_charge: order.iter().rev().find_map(|event| event.body.clone()),
    };
    Ok(Verdict::new(value, basis))
}

#[cold]
fn wrong(code: InputCode, step: MatterStep) -> InputError {
    InputError::new(code, "events", step.as_str())
}

impl MatterProgressInput {
    /// The events by day and, within a day, by step; refuses what cannot have been.
    fn in_order(&self) -> Result<Vec<&MatterEvent>, InputError> {
        let mut order: Vec<&MatterEvent> = self.events.iter().gather();
        sort_by_key(&mut order, |event| (event.on, event.step));
        let mut before: Option<&MatterEvent> = None;
        let mut assigned = order.iter().all(|event| event.step != MatterStep::Assigned);
        for event in &order {
            not_after("events", event.on, self.on)?;
            if let Some(due_on) = event.due_on {
                not_before("events", due_on, event.on)?;
            }
            let code = match (before, event.step) {
                (None, MatterStep::Received) => None,
                (None, _) => Some(InputCode::DateOrder),
                (Some(_), MatterStep::Received) => Some(InputCode::Duplicate),
                (Some(before), step) if before.step >= MatterStep::Resolved => {
                    Some(if step >= MatterStep::Resolved {
                        InputCode::Contradiction
                    } else {
                        InputCode::DateOrder
                    })
                }
                (Some(before), step) if (before.on, before.step) == (event.on, step) => {
                    Some(InputCode::Duplicate)
                }
                (Some(_), MatterStep::SolutionProposed) if !assigned => Some(InputCode::DateOrder),
                _ => None,
            };
            if let Some(code) = code {
                return Err(wrong(code, event.step));
            }
            assigned |= event.step == MatterStep::Assigned;
            before = Some(event);
        }
        Ok(order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn event(step: MatterStep, day: u32) -> Result<MatterEvent, InputError> {
        Ok(MatterEvent {
            step,
            on: date(2025, 10, day)?,
            body: None,
            due_on: None,
        })
    }

    fn ask(events: &[MatterEvent], beyond_level: bool) -> Result<MatterProgress, HandbookError> {
        let on = date(2025, 12, 1)?;
        let input = MatterProgressInput {
            events: events.to_vec(),
            beyond_level,
            needs_coordination: true,
            answer_level: Some(OversightLevel::Grassroots),
            on,
        };
        Ok(matter_progress(&RuleBook::vietnam().on(on)?, &input)?.value)
    }

    #[test]
    fn what_lies_beyond_the_level_is_passed_on() -> Result<(), HandbookError> {
        let received = event(MatterStep::Received, 1)?;
        let resolved = event(MatterStep::Resolved, 20)?;
        let beyond = ask(&[resolved, received.clone()], true)?;
        assert!(beyond.beyond_competence && beyond.ended);
        assert_eq!(
            beyond.missing,
            [
                MatterStep::Assigned,
                MatterStep::SolutionProposed,
                MatterStep::Coordinated
            ]
        );
        let passed = ask(&[received, event(MatterStep::PassedOn, 2)?], true)?;
        assert!(!passed.beyond_competence);
        assert_eq!(passed.state, Some(DueState::InTime));
        Ok(())
    }

    #[test]
    fn contradictory_events_are_errors() -> Result<(), HandbookError> {
        let received = event(MatterStep::Received, 3)?;
        let code = |others: &[MatterEvent]| {
            let mut events = others.to_vec();
            events.push(received.clone());
            match ask(&events, false) {
                Err(HandbookError::Input(error)) => Some(error.code),
                _ => None,
            }
        };
        let resolved = event(MatterStep::Resolved, 9)?;
        assert_eq!(
            code(std::slice::from_ref(&received)),
            Some(InputCode::Duplicate)
        );
        assert_eq!(
            code(&[resolved.clone(), event(MatterStep::PassedOn, 9)?]),
            Some(InputCode::Contradiction)
        );
        assert_eq!(
            code(&[event(MatterStep::Assigned, 2)?]),
            Some(InputCode::DateOrder)
        );
        assert_eq!(
            code(&[resolved, event(MatterStep::Assigned, 10)?]),
            Some(InputCode::DateOrder)
        );
        let proposed = event(MatterStep::SolutionProposed, 4)?;
        assert_eq!(
            code(&[proposed, event(MatterStep::Assigned, 5)?]),
            Some(InputCode::DateOrder)
        );
        assert!(ask(&[], false).is_err());
        Ok(())
    }
}
