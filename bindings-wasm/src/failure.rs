//! Failures on their way to JavaScript.

use handbook::exchange::TableProblems;
use handbook::{HandbookError, InputError};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A failure as JSON text: a stable code, typed data, the sentence.
#[derive(Debug)]
pub struct Failure(String);

#[derive(Serialize)]
struct Shape<'a, D> {
    code: &'a str,
    data: &'a D,
    en: String,
}

impl Failure {
    fn new<D: Serialize>(code: &str, data: &D, en: String) -> Self {
        let shape = Shape { code, data, en };
        Self(serde_json::to_string(&shape).unwrap_or_default())
    }
}

impl From<HandbookError> for Failure {
    fn from(error: HandbookError) -> Self {
        Self::new(error.code(), &error, error.to_string())
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        HandbookError::from(error).into()
    }
}

impl From<TableProblems> for Failure {
    fn from(problems: TableProblems) -> Self {
        Self::new("tables", &problems, problems.to_string())
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        Self::from_str(&failure.0)
    }
}
