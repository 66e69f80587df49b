//! Stateless questions with their answers.

use handbook::question::ask_json;
use handbook::{HandbookError, parse_date};
use serde::Deserialize;
use serde_json::Value;

use crate::{change, difference, error_value, rule_book};

/// One file of cases.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Topic {
    /// What the cases are about; the file's name.
    pub topic: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One question with the whole answer that every runtime must give.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Case {
    /// What the case shows.
    pub name: String,
    /// The rules of the catalogue that it touches.
    pub rules: Vec<String>,
    /// Where the expected value comes from.
    pub source: String,
    /// The day whose rules judge.
    pub on: String,
    /// An overlay to lay over the shipped book.
    pub overlay: Option<Value>,
    /// The door.
    pub door: String,
    /// The input as a value.
    pub input: Option<Value>,
    /// The input as a text.
    pub input_text: Option<String>,
    /// The part of the answer's value, or of the error, that was written by hand.
    pub expect: Value,
    /// The whole answer.
    pub answer: Option<Value>,
    /// The whole error.
    pub error: Option<Value>,
}

impl Case {
    /// Asks the question: the whole answer, or the whole error.
    ///
    /// # Errors
    /// The error as JSON.
    pub fn ask(&self) -> Result<Value, Value> {
        self.answer_text()
            .map(|text| serde_json::from_str(&text).unwrap_or(Value::String(text)))
            .map_err(|error| error_value(&error))
    }

    fn answer_text(&self) -> Result<String, HandbookError> {
        let book = rule_book(self.overlay.as_ref())?;
        let on = parse_date("on", &self.on)?;
        let input = match (&self.input, &self.input_text) {
            (_, Some(text)) => text.clone(),
            (Some(value), None) => value.to_string(),
            (None, None) => String::new(),
        };
        ask_json(&book, on, &self.door, &input)
    }

    /// Whether what came out is what was written by hand.
    ///
    /// # Errors
    /// Where it differs.
    pub fn check_expected(&self, found: &Result<Value, Value>) -> Result<(), String> {
        let whole = match (found, &self.error) {
            (Ok(answer), None) => answer.get("value").unwrap_or(&Value::Null),
            (Err(error), Some(_)) => error,
            (Ok(answer), Some(_)) => return Err(format!("an error is expected, found {answer}")),
            (Err(error), None) => return Err(format!("no error is expected, found {error}")),
        };
        difference(&self.expect, whole).map_or(Ok(()), Err)
    }

    /// Runs the case against its record.
    ///
    /// # Errors
    /// Where it differs.
    pub fn run(&self) -> Result<(), String> {
        let found = self.ask();
        self.check_expected(&found)?;
        let (recorded, found) = match &found {
            Ok(answer) => (&self.answer, answer),
            Err(error) => (&self.error, error),
        };
        match recorded {
            None => Err("nothing is recorded yet".to_owned()),
            Some(recorded) => change(recorded, found).map_or(Ok(()), Err),
        }
    }
}
