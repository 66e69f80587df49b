//! JSON text in and out: the one way that questions, commands, events, rule books and overlays
//! are read, and that answers, events and errors are written.
//!
//! Derived readers and writers would do the same in half a megabyte of WebAssembly. Here a text
//! becomes a small tree, and each type lists its keys once in `shapes`; a key or variant that is
//! missing there is a compile error. The derived ones stay for Rust programs, and the tests
//! compare with them.

mod macros;
mod names;
mod read;
pub(crate) mod shapes;
mod tree;
mod write;

pub(crate) use macros::{names, objects, reads, tagged, words, writes, writes_tagged};
pub(crate) use names::is_camel_of;
pub(crate) use read::{
    Fields, Fill, FromJson, Trouble, first_of, fits, one_of, text, variant_place, word_place,
};
pub(crate) use tree::Json;
pub use write::{Object, ToJson, Writer, to_json};
pub(crate) use write::{write_one_of, written};

use crate::error::{HandbookError, InputCode, InputError};

/// A type that is read from JSON text; the crate's own types, and lists of them.
pub trait Readable: Sized {
    #[doc(hidden)]
    fn read(field: &str, text: &str) -> Result<Self, HandbookError>;
}

impl<T: FromJson> Readable for T {
    fn read(field: &str, text: &str) -> Result<Self, HandbookError> {
        let mut value = Self::blank();
        fill(&mut value, field, text)?;
        Ok(value)
    }
}

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
    T::read(field, text)
}

/// Fills a blank value from a text; where that fails, the value is to be thrown away.
#[inline(never)]
pub(crate) fn fill(value: &mut dyn Fill, field: &str, text: &str) -> Result<(), HandbookError> {
    let mut trouble = Trouble::default();
    let misread = match tree::parse(text) {
        Ok(json) => {
            value.fill(&json, &mut trouble);
            trouble.into_misread()
        }
        Err(misread) => Some(misread),
    };
    match misread {
        Some(misread) => Err(InputError::new(InputCode::NotJson, field, misread).into()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
