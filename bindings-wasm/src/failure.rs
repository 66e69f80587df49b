//! Failures on their way to JavaScript.

use handbook::exchange::{TableProblem, TableProblems};
use handbook::text::{Language, error_sentence, problem_sentence};
use handbook::{HandbookError, InputError};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// A failure as JSON text: a stable code, typed data, the sentence in both languages.
#[derive(Debug)]
pub struct Failure(String);

#[derive(Serialize)]
struct Shape<'a, D> {
    code: &'a str,
    data: &'a D,
    vi: String,
    en: String,
}

#[derive(Serialize)]
struct Tables<'a> {
    problems: &'a [TableProblem],
    total: u32,
    sentences: Sentences,
}

#[derive(Serialize)]
struct Sentences {
    vi: Vec<String>,
    en: Vec<String>,
}

impl Failure {
    fn new<D: Serialize>(code: &str, data: &D, say: impl Fn(Language) -> String) -> Self {
        let shape = Shape {
            code,
            data,
            vi: say(Language::Vi),
            en: say(Language::En),
        };
        Self(serde_json::to_string(&shape).unwrap_or_default())
    }
}

impl From<HandbookError> for Failure {
    fn from(error: HandbookError) -> Self {
        Self::new(error.code(), &error, |language| {
            error_sentence(&error, language)
        })
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        HandbookError::from(error).into()
    }
}

impl From<TableProblems> for Failure {
    fn from(problems: TableProblems) -> Self {
        let sentences = |language| -> Vec<String> {
            let lines = problems.problems.iter();
            lines
                .map(|problem| problem_sentence(problem, language))
                .collect()
        };
        let data = Tables {
            problems: &problems.problems,
            total: problems.total,
            sentences: Sentences {
                vi: sentences(Language::Vi),
                en: sentences(Language::En),
            },
        };
        Self::new("tables", &data, |language| match language {
            Language::Vi => format!("các bảng có {} lỗi", problems.total),
            Language::En => problems.to_string(),
        })
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        Self::from_str(&failure.0)
    }
}
