//! Transferring elected committee members.

use serde::{Deserialize, Serialize};

use crate::check::{in_range, part_of};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A committee some of whose members would be transferred at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitteeTransferInput {
    /// Committee members that the congress elected (cấp ủy viên do đại hội bầu), 1 or more.
    pub elected_members: u32,
    /// Those of them who would be transferred at once (điều động).
    pub transferred: u32,
}

/// Who must agree to the transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CommitteeTransfer {
    /// Most who may be transferred at once by the directly superior committee alone.
    pub most: u32,
    /// Whether the committee one level further up must agree.
    pub further_up: bool,
}

/// Whether a transfer of elected committee members (điều động cấp ủy viên) needs the committee
/// one level further up: ORG-27, 294-QĐ/TW §16.3. More than a third at once does.
///
/// ```
/// use handbook::organization::{CommitteeTransferInput, committee_transfer};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let of_15 = |transferred| CommitteeTransferInput { elected_members: 15, transferred };
/// assert!(!committee_transfer(&rules, &of_15(5))?.value.further_up);
/// assert!(committee_transfer(&rules, &of_15(6))?.value.further_up);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `electedMembers` of 0 or `transferred` above them;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn committee_transfer(
    rules: &Rules<'_>,
    input: &CommitteeTransferInput,
) -> Result<Verdict<CommitteeTransfer>, HandbookError> {
    in_range("electedMembers", input.elected_members, 1, u32::MAX)?;
    part_of(
        "transferred",
        input.transferred.into(),
        input.elected_members.into(),
    )?;
    let share = rules.get(parameter::COMMITTEE_TRANSFER_SHARE)?;
    let mut basis = Basis::default();
    let alone = basis.compare(
        &share,
        Quantity::share(input.transferred, input.elected_members),
        Comparison::AtMost,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    let most = share.value.floor_of(input.elected_members.into());
    let value = CommitteeTransfer {
        most: u32::try_from(most).unwrap_or(u32::MAX),
        further_up: !alone,
    };
    Ok(Verdict::new(value, basis))
}
