//! Rules as data: instruments with the time they were in force, parameters with a value per
//! interval, citations, and overlays of a body.
//!
//! [`RuleBook`] holds everything the book knows; [`RuleBook::on`] gives the [`Rules`] of one day.
//! No formula lives here.

mod book;
mod citation;
mod fingerprint;
mod load;
pub mod parameter;
pub mod policy;
mod rules;
pub mod sheet;
mod value;

pub use book::{Holiday, HolidayKind, Instrument, KindRule, Overlay, Regime, RuleBook};
pub use citation::{Citation, Sureness};
pub use load::RuleBookProblem;
pub use parameter::Parameter;
pub(crate) use rules::{AskedSheet, Source};
pub use rules::{InForce, Rules, Said, Statement};
pub use sheet::Sheet;
pub(crate) use value::choices;
pub use value::{FromValue, ParameterValue, PolicyChoice, Shape};
