//! What the example programs share with their tests and benches.

pub mod benchmark;
pub mod replay;
