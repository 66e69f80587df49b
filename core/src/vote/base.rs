//! The base of a vote (tổng số đảng viên được tính): who counts in the denominator.

use serde::{Deserialize, Serialize};

use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::{Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Who votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum VotingBody {
    /// A meeting of members (hội nghị đảng viên). VOTE-01.
    Meeting,
    /// A congress of members (đại hội đảng viên). VOTE-01.
    Congress,
    /// A committee, standing committee or inspection committee (cấp ủy). VOTE-02.
    Committee,
}

/// The counts behind a base. The last four are parts of `full_members` and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoteBaseInput {
    /// Who votes.
    pub body: VotingBody,
    /// Full members summoned (đảng viên chính thức), or sitting members of a committee.
    pub full_members: u32,
    /// Temporarily introduced elsewhere, and absent.
    #[serde(default)]
    pub elsewhere_absent: u32,
    /// Exempted, and absent. One who comes and votes counts and does not stand here.
    #[serde(default)]
    pub exempted_absent: u32,
    /// Suspended, prosecuted, indicted or detained.
    #[serde(default)]
    pub suspended: u32,
    /// Absent from a whole congress for a reason accepted by the convening committee.
    #[serde(default)]
    pub excused_throughout: u32,
}

/// The base of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VoteBase {
    /// Those who count.
    pub base: u32,
}

/// Who counts in a vote (VOTE-01, VOTE-02: 294-QĐ/TW §9.3.2, §9.3.3). An ordinary excuse does not
/// reduce the base (VOTE-05).
///
/// ```
/// use handbook::vote::{VoteBaseInput, VotingBody, vote_base};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let base = vote_base(
///     &book.on(date(2025, 12, 31)?)?,
///     &VoteBaseInput {
///         body: VotingBody::Meeting,
///         full_members: 25,
///         elsewhere_absent: 1,
///         exempted_absent: 2,
///         suspended: 1,
///         excused_throughout: 0,
///     },
/// )?;
/// assert_eq!(base.value.base, 21);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] when those taken out are more than the full members;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn vote_base(
    rules: &Rules<'_>,
    input: &VoteBaseInput,
) -> Result<Verdict<VoteBase>, HandbookError> {
    let without = rules.get(match input.body {
        VotingBody::Meeting => parameter::MEETING_BASE_WITHOUT,
        VotingBody::Congress => parameter::CONGRESS_BASE_WITHOUT,
        VotingBody::Committee => parameter::COMMITTEE_BASE_WITHOUT,
    })?;
    let groups = [
        ("elsewhereAbsent", input.elsewhere_absent),
        ("exemptedAbsent", input.exempted_absent),
        ("suspended", input.suspended),
        ("excusedThroughout", input.excused_throughout),
    ];
    let mut named = 0_u64;
    for (field, count) in groups {
        named += u64::from(count);
        if named > u64::from(input.full_members) {
            return Err(InputError::new(InputCode::Contradiction, field, count)
                .with_limit(format!("all parts together at most {}", input.full_members))
                .into());
        }
    }
    let mut basis = Basis::default();
    let mut base = input.full_members;
    for (word, count) in groups {
        if count > 0 && without.value.iter().any(|known| known == word) {
            base = base.saturating_sub(count);
        }
    }
    basis.policy(&without, &without.value.join(" "));
    Ok(Verdict::new(VoteBase { base }, basis))
}
