//! A member's life in the Party (đảng viên): admission, probation, Party age and badge, transfer,
//! deletion and re-admission.
//!
//! Deadlines are dates. Days of a deadline are working days where the texts say so, months are
//! calendar months: from 31 January one month is over on the last day of February.

mod admission;
mod badge;
mod deletion;
mod party_age;
mod readmission;
mod recognition;
#[cfg(test)]
mod tests;
mod transfer;

use chrono::NaiveDate;

pub use admission::{
    AdmissionAge, AdmissionAgeInput, CeremonyDue, CeremonyDueInput, admission_age, ceremony_due,
};
pub use badge::{
    Badge, BadgeDiscipline, BadgeInput, BadgeMeasure, BadgePrize, BadgePrizeInput, badge,
    badge_prize,
};
pub use deletion::{DeletionGround, DeletionGroundInput, deletion_ground};
pub use party_age::{NextBadge, PartyAge, PartyAgeGap, PartyAgeInput, party_age};
pub use readmission::{
    LeavingReason, Readmission, ReadmissionChance, ReadmissionInput, readmission,
};
pub use recognition::{RecognitionDue, RecognitionDueInput, recognition_due};
pub use transfer::{TransferOverdue, TransferOverdueInput, transfer_overdue};

use crate::calendar::add_months;
use crate::error::{AbsenceReason, HandbookError, InputCode, InputError};
use crate::rulebook::InForce;

/// `months` after (before, when negative) the date given in `field`.
fn months_after(field: &str, date: NaiveDate, months: i64) -> Result<NaiveDate, InputError> {
    i32::try_from(months)
        .ok()
        .and_then(|months| add_months(date, months))
        .ok_or_else(|| InputError::new(InputCode::OutOfRange, field, date))
}

/// The rule is in force, but says nothing of this case.
fn not_said<T>(rule: &InForce<'_, T>, date: NaiveDate) -> HandbookError {
    rule.source().silent_on(date, AbsenceReason::NotRead)
}
