//! Values as JSON and back: for storage, for other devices, for servers.

use handbook::handbook::{Command, Event, Outcome, RecordAnswer, RecordQuestion};
use handbook::question::{Answer, Question, from_json, read_question, to_json};
use handbook::report::DistrictYear;

use crate::failure::HandbookError;

/// Reads a command from JSON; unknown keys are refused.
#[uniffi::export]
pub fn command_from_json(json: &str) -> Result<Command, HandbookError> {
    Ok(from_json("command", json)?)
}

/// Writes an outcome as JSON.
#[uniffi::export]
pub fn outcome_to_json(outcome: Outcome) -> Result<String, HandbookError> {
    Ok(to_json(&outcome))
}

/// Reads a list of events from JSON; unknown keys are refused.
#[uniffi::export]
pub fn events_from_json(json: &str) -> Result<Vec<Event>, HandbookError> {
    Ok(from_json("events", json)?)
}

/// Writes a list of events as JSON.
#[uniffi::export]
pub fn events_to_json(events: Vec<Event>) -> Result<String, HandbookError> {
    Ok(to_json(&events))
}

/// Reads a question to a formula from its door's name and its input as JSON; unknown keys are
/// refused.
#[uniffi::export]
pub fn question_from_json(door: &str, input: &str) -> Result<Question, HandbookError> {
    Ok(read_question(door, input)?)
}

/// Writes the whole answer of a formula as JSON: value, grounds, policies and sureness.
#[uniffi::export]
pub fn answer_to_json(answer: Answer) -> Result<String, HandbookError> {
    Ok(answer.verdict_json())
}

/// Reads a question to the record from JSON; unknown keys are refused.
#[uniffi::export]
pub fn record_question_from_json(json: &str) -> Result<RecordQuestion, HandbookError> {
    Ok(from_json("question", json)?)
}

/// Writes the record's answer as JSON.
#[uniffi::export]
pub fn record_answer_to_json(answer: RecordAnswer) -> Result<String, HandbookError> {
    Ok(to_json(&answer))
}

/// Writes the year of a district as JSON: the same bytes on every platform.
#[uniffi::export]
pub fn district_year_to_json(report: DistrictYear) -> Result<String, HandbookError> {
    Ok(to_json(&report))
}
