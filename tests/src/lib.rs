//! Runs the conformance vectors in `tests/vectors`; `README.md` there describes the format.

mod cases;
pub mod crowd;
mod layout;
mod scenario;
mod vector;

/// The quick start of the README, compiled and run like any other example.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use handbook::handbook::{Handbook, Outcome};
use handbook::question::from_json;
use handbook::{HandbookError, RuleBook, date};
use serde_json::Value;

pub use cases::{any_tasks, config};
pub use layout::{scenario_text, topic_text};
pub use scenario::{Scenario, Step};
pub use vector::{Case, Topic};

/// Why the vectors could not be read, run or recorded.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// Says what is wrong.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// The folder of the vectors.
#[must_use]
pub fn vectors_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Every JSON file of a folder with its text, by name.
///
/// # Errors
/// [`Trouble`] for a folder or file that cannot be read, and for a folder without any.
pub fn json_files(folder: &Path) -> Result<Vec<(PathBuf, String)>, Trouble> {
    let trouble = |error| Trouble::new(format!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let text = fs::read_to_string(&path).map_err(trouble)?;
            files.push((path, text));
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(Trouble::new(format!("{}: no vectors", folder.display())));
    }
    Ok(files)
}

/// Takes a command into a record.
///
/// # Panics
/// Where it is none, or is not accepted.
#[expect(
    clippy::expect_used,
    reason = "a test ends where its record cannot be made"
)]
#[track_caller]
pub fn submit(record: &mut Handbook, book: &RuleBook, command: &Value) {
    let on = date(2026, 12, 31).expect("a day");
    let read = from_json("command", &command.to_string()).expect("a command");
    let outcome = record.submit(book, read, on);
    assert!(
        matches!(outcome, Ok(Outcome::Accepted { .. })),
        "{command}: {outcome:?}"
    );
}

/// The cases of every topic.
///
/// # Errors
/// [`Trouble`] for a folder or file that cannot be read.
pub fn all_cases() -> Result<Vec<Case>, Trouble> {
    let mut cases = Vec::new();
    for (path, text) in json_files(&vectors_folder())? {
        let topic: Topic = serde_json::from_str(&text)
            .map_err(|error| Trouble::new(format!("{}: {error}", path.display())))?;
        cases.extend(topic.cases);
    }
    Ok(cases)
}

/// The shipped rule book, with the overlay of a case laid over it.
///
/// # Errors
/// As [`RuleBook::with_overlay`].
pub fn rule_book(overlay: Option<&Value>) -> Result<RuleBook, HandbookError> {
    let book = RuleBook::vietnam();
    match overlay {
        None => Ok(book),
        Some(overlay) => book.with_overlay(&overlay.to_string()),
    }
}

/// Where `part` is not part of `whole`, if anywhere: every key of an object must be there (`null`
/// also stands for an absent key), a list must be as long, anything else must be equal.
#[must_use]
pub fn difference(part: &Value, whole: &Value) -> Option<String> {
    fn at(path: &str, part: &Value, whole: &Value) -> Option<String> {
        match (part, whole) {
            (Value::Object(part), Value::Object(whole)) => part.iter().find_map(|(key, value)| {
                at(
                    &format!("{path}.{key}"),
                    value,
                    whole.get(key).unwrap_or(&Value::Null),
                )
            }),
            (Value::Array(part), Value::Array(whole)) if part.len() == whole.len() => part
                .iter()
                .zip(whole)
                .enumerate()
                .find_map(|(place, (part, whole))| at(&format!("{path}[{place}]"), part, whole)),
            _ if part == whole => None,
            _ => Some(format!("{path}: expected {part}, found {whole}")),
        }
    }
    at("value", part, whole)
}

/// Where what was found is not what is recorded, if anywhere.
pub(crate) fn change(recorded: &Value, found: &Value) -> Option<String> {
    if recorded == found {
        return None;
    }
    let changed = difference(recorded, found).or_else(|| {
        difference(found, recorded).map(|words| format!("the other way round, {words}"))
    });
    Some(changed.unwrap_or_else(|| "a key came or went".to_owned()))
}

/// An error as JSON.
pub(crate) fn error_value(error: &HandbookError) -> Value {
    serde_json::to_value(error).unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    #[test]
    fn a_part_must_be_found_in_the_whole() {
        let whole = json!({"a": 1, "b": [{"c": 2, "d": 3}], "e": true});
        assert_eq!(difference(&json!({"a": 1, "b": [{"c": 2}]}), &whole), None);
        assert_eq!(difference(&json!({"f": null}), &whole), None);
        for wrong in [
            json!({"a": 2}),
            json!({"a": null}),
            json!({"b": []}),
            json!({"b": [{"c": 3}]}),
            json!({"f": 1}),
            json!([]),
        ] {
            assert!(difference(&wrong, &whole).is_some(), "{wrong}");
        }
    }
}
