//! Scenarios of the record: commands with their outcomes, questions with their answers.

use handbook::handbook::{Command, Handbook, RecordQuestion};
use handbook::question::from_json;
use handbook::{HandbookError, InputCode, InputError, RuleBook, parse_date};
use serde::Deserialize;
use serde_json::Value;

use crate::{change, difference, error_value, rule_book};

/// Steps that run in order on one record.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scenario {
    /// What the scenario shows.
    pub name: String,
    /// The rules of the catalogue that it touches.
    pub rules: Vec<String>,
    /// Where the expected outcomes come from.
    pub source: String,
    /// An overlay to lay over the shipped book.
    pub overlay: Option<Value>,
    /// The steps.
    pub steps: Vec<Step>,
}

/// A command, a question, or a replay.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    /// A command to submit.
    pub command: Option<Value>,
    /// The day on which it was recorded.
    pub recorded_on: Option<String>,
    /// A question to ask.
    pub ask: Option<Value>,
    /// The day asked about.
    pub on: Option<String>,
    /// The day as of which the record is read.
    pub known_on: Option<String>,
    /// Goes on with a new record made of the events so far.
    pub replay: Option<bool>,
    /// The part of the result that was written by hand.
    pub expect: Option<Value>,
    /// The whole outcome of the command.
    pub outcome: Option<Value>,
    /// The whole answer to the question.
    pub answer: Option<Value>,
    /// The whole error.
    pub error: Option<Value>,
}

impl Step {
    /// What is recorded for the step, if anything.
    #[must_use]
    pub fn recorded(&self) -> Option<&Value> {
        self.outcome
            .as_ref()
            .or(self.answer.as_ref())
            .or(self.error.as_ref())
    }

    fn take(&self, book: &RuleBook, record: &mut Handbook) -> Result<Value, HandbookError> {
        let day = |field: &str, text: &Option<String>| {
            parse_date(field, text.as_deref().unwrap_or_default())
        };
        if let Some(command) = &self.command {
            let recorded_on = day("recordedOn", &self.recorded_on)?;
            let command: Command = from_json("command", &command.to_string())?;
            let before = record.clone();
            let outcome = record.submit(book, command, recorded_on);
            let accepted = matches!(outcome, Ok(handbook::handbook::Outcome::Accepted { .. }));
            if !accepted && *record != before {
                return Err(changed(
                    "a command that was not accepted changed the record",
                ));
            }
            return as_value(&outcome?);
        }
        let question: RecordQuestion = from_json(
            "question",
            &self.ask.clone().unwrap_or_default().to_string(),
        )?;
        let on = day("on", &self.on)?;
        let answer = match &self.known_on {
            None => record.ask(book, on, &question)?,
            known_on => record
                .as_known_on(day("knownOn", known_on)?)?
                .ask(book, on, &question)?,
        };
        as_value(&answer)
    }
}

fn as_value<T: serde::Serialize>(value: &T) -> Result<Value, HandbookError> {
    serde_json::to_value(value)
        .map_err(|error| InputError::new(InputCode::NotJson, "answer", error).into())
}

fn changed(words: &str) -> HandbookError {
    InputError::new(InputCode::Contradiction, "record", words).into()
}

impl Scenario {
    /// Runs the steps and gives what each came to: `None` for a replay.
    ///
    /// # Errors
    /// A sentence for a scenario that cannot be run at all.
    pub fn play(&self) -> Result<Vec<Option<Result<Value, Value>>>, String> {
        let book = rule_book(self.overlay.as_ref()).map_err(|error| error.to_string())?;
        let mut record = Handbook::new();
        let mut results = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            if step.replay == Some(true) {
                let replayed = replay(&record).map_err(|error| error.to_string())?;
                if replayed != record {
                    return Err("the replayed record differs from the first one".to_owned());
                }
                record = replayed;
                results.push(None);
                continue;
            }
            let result = step
                .take(&book, &mut record)
                .map_err(|error| error_value(&error));
            results.push(Some(result));
        }
        Ok(results)
    }

    /// The steps whose result is not what was written by hand.
    #[must_use]
    pub fn unexpected(&self, results: &[Option<Result<Value, Value>>]) -> Vec<String> {
        let mut differences = Vec::new();
        for (place, (step, result)) in self.steps.iter().zip(results).enumerate() {
            let Some(result) = result else { continue };
            let difference = match (result, &step.error) {
                (Ok(found), None) | (Err(found), Some(_)) => step
                    .expect
                    .as_ref()
                    .and_then(|expect| difference(expect, found)),
                (Ok(found), Some(_)) => Some(format!("an error is expected, found {found}")),
                (Err(found), None) => Some(format!("no error is expected, found {found}")),
            };
            differences.extend(difference.map(|words| format!("step {place}: {words}")));
        }
        differences
    }

    /// Runs the scenario against its record: one result per step that has one.
    ///
    /// # Errors
    /// A sentence for a scenario that cannot be run at all.
    pub fn run(&self) -> Result<Vec<Result<(), String>>, String> {
        let results = self.play()?;
        let unexpected = self.unexpected(&results);
        if !unexpected.is_empty() {
            return Err(unexpected.join("; "));
        }
        Ok(self
            .steps
            .iter()
            .zip(&results)
            .enumerate()
            .filter_map(|(place, (step, result))| {
                let (Ok(found) | Err(found)) = result.as_ref()?;
                let problem = match step.recorded() {
                    None => Some("nothing is recorded yet".to_owned()),
                    Some(recorded) => change(recorded, found),
                };
                Some(match problem {
                    None => Ok(()),
                    Some(words) => Err(format!("step {place}: {words}")),
                })
            })
            .collect())
    }
}

/// A new record made of the events of another, carried over as text.
fn replay(record: &Handbook) -> Result<Handbook, HandbookError> {
    let mut replayed = Handbook::new();
    for event in record.events() {
        let text = handbook::question::to_json(event);
        replayed.apply(from_json("event", &text)?)?;
    }
    Ok(replayed)
}
