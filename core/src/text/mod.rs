//! Vietnamese text.

mod compose;
mod fold;

pub use compose::{compose, is_composed};
pub use fold::fold;
