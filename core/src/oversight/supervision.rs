//! How a body supervises.

use serde::{Deserialize, Serialize};

use crate::check::in_range;
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::SupervisionMode;
use crate::rulebook::{Rules, choices, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most members of a cell.
const MEMBERS_MOST: u32 = 1_000_000_000;

/// Who supervises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum SupervisingBody {
    /// A cell (chi bộ).
    Cell {
        /// It has a committee (chi ủy).
        committee: bool,
        /// Its members, 0 to 1,000,000,000.
        members: u32,
    },
    /// A committee or an inspection committee above the cell.
    #[serde(deserialize_with = "crate::wire::no_fields")]
    AboveCell {},
}

/// A body whose modes of supervision are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupervisionModesInput {
    /// The body.
    pub body: SupervisingBody,
}

/// How a body supervises.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupervisionModes {
    /// Its modes, the usual one first.
    pub modes: Vec<SupervisionMode>,
}

/// How a body supervises (hình thức giám sát): INS-01, 08-HD/TW.
///
/// Supervision is regular and by themes. A cell supervises mostly regularly, and by themes as well
/// where it has a committee or more than 30 members.
///
/// ```
/// use handbook::oversight::{SupervisingBody, SupervisionModesInput, supervision_modes};
/// use handbook::rulebook::policy::SupervisionMode;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let body = SupervisingBody::Cell { committee: false, members: 30 };
/// let input = SupervisionModesInput { body };
/// let modes = supervision_modes(&book.on(date(2025, 12, 31)?)?, &input)?.value.modes;
/// assert_eq!(modes, [SupervisionMode::Regular]);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `members` out of its range;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn supervision_modes(
    rules: &Rules<'_>,
    input: &SupervisionModesInput,
) -> Result<Verdict<SupervisionModes>, HandbookError> {
    let known = rules.get(parameter::SUPERVISION_MODES)?;
    let mut modes: Vec<SupervisionMode> = choices(&known.value);
    let mut basis = Basis::default();
    match input.body {
        SupervisingBody::AboveCell {} => basis.policy(&known, "committee"),
        SupervisingBody::Cell { committee, members } => {
            in_range("members", members, 0, MEMBERS_MOST)?;
            basis.policy(&known, "cell");
            let with_committee = rules.get(parameter::THEMATIC_WITH_COMMITTEE)?;
            let by_committee = basis.compare(
                &with_committee,
                Quantity::Flag { value: committee },
                Comparison::Equals,
                Quantity::Flag {
                    value: with_committee.value,
                },
            );
            let more_than = rules.get(parameter::THEMATIC_MEMBERS)?;
            let by_size = basis.compare(
                &more_than,
                Quantity::count(members),
                Comparison::MoreThan,
                Quantity::count(more_than.value),
            );
            if !(by_committee && with_committee.value || by_size) {
                modes.retain(|mode| *mode != SupervisionMode::Thematic);
            }
        }
    }
    Ok(Verdict::new(SupervisionModes { modes }, basis))
}
