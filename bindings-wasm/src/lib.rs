//! The handbook for JavaScript.
//!
//! A leaf without logic: every function takes JSON text, asks `handbook`, and gives JSON text
//! back. The npm package wraps what stands here in typed classes; see `npm/index.d.ts`.
//!
//! Arguments are converted inside the functions and failures are returned, never thrown from the
//! conversion: an argument that generated glue rejects on its own would stay allocated.

#![forbid(unsafe_code)]

mod failure;

use wasm_bindgen::prelude::wasm_bindgen;

use failure::Failure;

/// A rule book.
#[wasm_bindgen]
#[derive(Debug)]
pub struct RuleBook(handbook::RuleBook);

#[wasm_bindgen]
impl RuleBook {
    /// The rules this library ships.
    #[must_use]
    pub fn vietnam() -> Self {
        Self(handbook::RuleBook::vietnam())
    }

    /// Reads a rule book from JSON and runs every check on it.
    ///
    /// # Errors
    /// As [`handbook::RuleBook::from_json`].
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(json: &str) -> Result<Self, Failure> {
        Ok(Self(handbook::RuleBook::from_json(json)?))
    }

    /// The same book with a body's own choices laid over it.
    ///
    /// # Errors
    /// As [`handbook::RuleBook::with_overlay`].
    #[wasm_bindgen(js_name = withOverlay)]
    pub fn with_overlay(&self, json: &str) -> Result<Self, Failure> {
        Ok(Self(self.0.with_overlay(json)?))
    }

    /// The book's identifier.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// The book's version.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn version(&self) -> String {
        self.0.version().to_owned()
    }

    /// First day covered.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn from(&self) -> String {
        self.0.covers().0.to_string()
    }

    /// Last day covered.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn to(&self) -> String {
        self.0.covers().1.to_string()
    }
}
