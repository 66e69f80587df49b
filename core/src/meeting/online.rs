//! Whether a meeting may be held online.

use serde::{Deserialize, Serialize};

use crate::check::{in_range, part_of};
use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::OnlineReason;
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};
use crate::vote::{BASE_MOST, fewest};

/// A meeting that somebody would hold online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnlineMeetingInput {
    /// All members, 1 to 1,000,000,000.
    pub members: u32,
    /// Exempted from meetings (miễn sinh hoạt), among them.
    #[serde(default)]
    pub exempted: u32,
    /// Suspended (đình chỉ sinh hoạt), among them; nobody is both.
    #[serde(default)]
    pub suspended: u32,
    /// Of those who are left, how many cannot gather at one place.
    pub cannot_gather: u32,
    /// Why.
    pub reason: OnlineReason,
}

/// Whether a meeting may be held online.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnlineMeeting {
    /// Whether it may.
    pub allowed: bool,
    /// Members without exempted and suspended ones.
    pub base: u32,
    /// The fewest of them who cannot gather.
    pub required: u32,
    /// Whether the rule is a pilot (thí điểm).
    pub pilot: bool,
}

/// Whether a meeting may be held online (sinh hoạt trực tuyến): MTG-10, the pilot of 03-HD/TW of
/// 2022.
///
/// More than half of the members, without exempted and suspended ones, cannot gather at one place
/// because of the special nature of their work or a special situation. The limits on secret
/// content were not read and are not judged.
///
/// ```
/// use handbook::meeting::{OnlineMeetingInput, online_meeting};
/// use handbook::rulebook::policy::OnlineReason;
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let asked = OnlineMeetingInput {
///     members: 23,
///     exempted: 2,
///     suspended: 1,
///     cannot_gather: 10,
///     reason: OnlineReason::SpecialSituation,
/// };
/// let answer = online_meeting(&book.on(date(2023, 12, 31)?)?, &asked)?.value;
/// assert_eq!((answer.base, answer.required, answer.allowed), (20, 11, false));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `members` outside 1 to 1,000,000,000, `exempted`, `suspended`
/// or `cannotGather` above those who are left, and `members` where nobody is left;
/// [`HandbookError::RuleNotInForce`] before 27 December 2022.
pub fn online_meeting(
    rules: &Rules<'_>,
    input: &OnlineMeetingInput,
) -> Result<Verdict<OnlineMeeting>, HandbookError> {
    in_range("members", input.members, 1, BASE_MOST)?;
    part_of("exempted", input.exempted.into(), input.members.into())?;
    let there = input.members - input.exempted;
    part_of("suspended", input.suspended.into(), there.into())?;
    let base = there - input.suspended;
    in_range("members", base, 1, BASE_MOST)?;
    part_of("cannotGather", input.cannot_gather.into(), base.into())?;
    let mut basis = Basis::default();
    let share = rules.get(parameter::ONLINE_MEETING_SHARE)?;
    let enough = basis.compare(
        &share,
        Quantity::share(input.cannot_gather, base),
        Comparison::MoreThan,
        Quantity::share(share.value.numerator, share.value.denominator),
    );
    let reasons = rules.get(parameter::ONLINE_MEETING_REASONS)?;
    let named = basis.one_of(&reasons, input.reason.as_str());
    let pilot = rules.get(parameter::ONLINE_MEETING_PILOT)?;
    let value = OnlineMeeting {
        allowed: enough && named,
        base,
        required: fewest(base, share.value, Comparison::MoreThan),
        pilot: pilot.value,
    };
    Ok(Verdict::new(value, basis))
}
