//! Handbook for Kotlin and Swift: the same doors as in Rust, and nothing decided here.
//!
//! The types that cross are those of the core, mirrored in [`mirror`]; only the error and the two
//! handles are owned by this crate.

uniffi::setup_scaffolding!("handbook");

mod failure;
mod identifiers;
mod mirror;
mod rule_book;

pub use failure::HandbookError;
pub use identifiers::CalendarDate;
pub use rule_book::RuleBook;
