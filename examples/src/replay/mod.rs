//! Units of the state through time, from tables of codes: a start, dated events, and the reform
//! of 2025, replayed into the library's record of organizations.
//!
//! A code is not an identity here: a unit is known by its code and its first day, events address
//! whoever has the code on their day. The three tables are read as they are published; everything
//! strange in them is told line by line, and what is sound is applied.

mod finding;
mod lineage;
mod record;
mod reform;
mod rows;
mod sheet;
mod table;

pub use finding::{Absence, Field, Finding, Findings, Reason, Source, Weight};
pub use lineage::{Moment, came_from, what_became};
pub use record::{REFORM_DAY, Record, level_and_word, replay};
pub use rows::{Changes, EventRow, Files, Op, ReformRow, Rows, Told, UnitRow, read};
pub use sheet::sheet;
