//! JSON text in: the one way that questions, commands, events, rule books and overlays are read.
//!
//! Derived readers would do the same in half a megabyte of WebAssembly. Here a text becomes a
//! small tree, and each type lists its keys once in `shapes`; a key or variant that is missing
//! there is a compile error.

mod read;
pub(crate) mod shapes;
mod tree;

pub(crate) use read::{
    Fields, is_word_of, one_of, reads, tag, tagged, text, unknown_tag, word_place, words,
};
pub use read::{FromJson, Misread};
pub use tree::Json;

use crate::error::{HandbookError, InputCode, InputError};

/// A type that is read from JSON text; the crate's own types alone.
pub trait Readable: FromJson {}

impl<T: FromJson> Readable for T {}

/// Reads a value from JSON text: unknown, missing and repeated keys are refused, and so are
/// numbers that are not whole.
///
/// # Errors
/// [`HandbookError::Input`] with the code `notJson` and `field` as its field; its value says
/// where, and what is wrong there.
///
/// ```
/// use handbook::json::from_json;
/// use handbook::vote::MajorityInput;
///
/// let text = r#"{"base": 20, "numerator": 2, "denominator": 3, "rule": "atLeast"}"#;
/// let input: MajorityInput = from_json("input", text)?;
/// assert_eq!(input.base, 20);
///
/// let wrong = from_json::<MajorityInput>("input", r#"{"base": -1}"#);
/// assert!(wrong.is_err());
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn from_json<T: Readable>(field: &str, text: &str) -> Result<T, HandbookError> {
    let read = match tree::parse(text) {
        Ok(json) => T::read(&json),
        Err(misread) => Err(misread),
    };
    read.map_err(|misread| refused(field, &misread))
}

#[cold]
#[inline(never)]
fn refused(field: &str, misread: &Misread) -> HandbookError {
    InputError::new(InputCode::NotJson, field, misread).into()
}

#[cfg(test)]
mod tests;
