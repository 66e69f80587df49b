//! Handbook for Kotlin and Swift: the same doors as in Rust, and nothing decided here.
//!
//! The types that cross are those of the core, mirrored in `mirror.rs`; only the error and the
//! handles are owned by this crate.

uniffi::setup_scaffolding!("handbook");

mod columns;
mod document;
mod failure;
mod identifiers;
pub mod json;
mod mirror;
mod record;
mod rule_book;
pub mod text;

pub use columns::{LevelColumns, RejudgedColumns};
pub use document::DocumentIndex;
pub use failure::HandbookError;
pub use identifiers::CalendarDate;
pub use record::{DayView, Handbook};
pub use rule_book::RuleBook;
