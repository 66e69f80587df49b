//! Failures on their way to JavaScript.

use handbook::exchange::TableProblems;
use handbook::json::{Object, ToJson, to_json};
use handbook::text::{Language, error_sentence, problem_sentence};
use handbook::{HandbookError, InputError};
use wasm_bindgen::JsValue;

/// A failure as JSON text: a stable code, typed data, the sentence in both languages.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    fn new(code: &str, data: &dyn ToJson, vi: String, en: String) -> Self {
        Self(to_json(&Object(&[
            ("code", &code),
            ("data", &data),
            ("vi", &vi),
            ("en", &en),
        ])))
    }
}

impl From<HandbookError> for Failure {
    fn from(error: HandbookError) -> Self {
        let sentence = |language| error_sentence(&error, language);
        Self::new(
            error.code(),
            &error,
            sentence(Language::Vi),
            sentence(Language::En),
        )
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Self {
        HandbookError::from(error).into()
    }
}

impl From<TableProblems> for Failure {
    fn from(found: TableProblems) -> Self {
        let english = found.to_string();
        let TableProblems { problems, total } = found;
        let sentences = |language| -> Vec<String> {
            problems
                .iter()
                .map(|problem| problem_sentence(problem, language))
                .collect()
        };
        let data = Object(&[
            ("problems", &problems),
            ("total", &total),
            (
                "sentences",
                &Object(&[
                    ("vi", &sentences(Language::Vi)),
                    ("en", &sentences(Language::En)),
                ]),
            ),
        ]);
        Self::new("tables", &data, format!("các bảng có {total} lỗi"), english)
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        Self::from_str(&failure.0)
    }
}
