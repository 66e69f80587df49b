//! The base of a vote (tổng số đảng viên được tính): who counts in the denominator.

use serde::{Deserialize, Serialize};

use super::majority::BASE_MOST;
use crate::check::in_range;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::{Comparison, Quantity};
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
    /// Full members summoned (đảng viên chính thức được triệu tập), or sitting members of a
    /// committee; 0 to 1,000,000,000.
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

impl VoteBaseInput {
    fn groups(&self) -> [(&'static str, u32); 4] {
        [
            ("elsewhereAbsent", self.elsewhere_absent),
            ("exemptedAbsent", self.exempted_absent),
            ("suspended", self.suspended),
            ("excusedThroughout", self.excused_throughout),
        ]
    }

    /// Refuses parts that are together more than their whole.
    ///
    /// # Errors
    /// [`InputError`] naming `fullMembers` above 1,000,000,000, or the first part that does not
    /// fit beside those before it.
    pub fn check(&self) -> Result<(), InputError> {
        in_range("fullMembers", self.full_members, 0, BASE_MOST)?;
        let mut left = self.full_members;
        for (field, count) in self.groups() {
            left = left.checked_sub(count).ok_or_else(|| {
                InputError::new(InputCode::Contradiction, field, count)
                    .with_limit(format!("0..={left}"))
            })?;
        }
        Ok(())
    }
}

/// Who counts in a vote (tổng số đảng viên, cấp ủy viên được tính): VOTE-01, VOTE-02, 294-QĐ/TW
/// §9.3.2 and §9.3.3.
///
/// The base is the full members less the groups that the rule takes out. An ordinary excuse does
/// not reduce it (VOTE-05), nor do members who are merely absent. Each group that is not empty
/// gives a ground: it holds when the rule takes the group out, and fails when its members count
/// all the same. Probationary members do not stand in `fullMembers`: the ground of VOTE-06 says
/// whether the rule agrees.
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
/// [`HandbookError::Input`] when those named are together more than the full members, or these
/// more than 1,000,000,000; [`HandbookError::RuleNotInForce`] where the book knows no rule for
/// the day.
pub fn vote_base(
    rules: &Rules<'_>,
    input: &VoteBaseInput,
) -> Result<Verdict<VoteBase>, HandbookError> {
    input.check()?;
    let mut basis = Basis::default();
    if input.body != VotingBody::Committee {
        let probationary = rules.get(parameter::PROBATIONARY_VOTE)?;
        basis.compare(
            &probationary,
            Quantity::Flag { value: false },
            Comparison::Equals,
            Quantity::Flag {
                value: probationary.value,
            },
        );
    }
    let without = rules.get(match input.body {
        VotingBody::Meeting => parameter::MEETING_BASE_WITHOUT,
        VotingBody::Congress => parameter::CONGRESS_BASE_WITHOUT,
        VotingBody::Committee => parameter::COMMITTEE_BASE_WITHOUT,
    })?;
    let all = without.value.join(" ");
    basis.policy(&without, &all);
    let mut base = input.full_members;
    for (word, count) in input.groups() {
        if count == 0 {
            continue;
        }
        let named = without.value.iter().find(|named| *named == word);
        let taken_out = basis.compare(
            &without,
            Quantity::word(word),
            Comparison::Equals,
            Quantity::word(named.unwrap_or(&all)),
        );
        if taken_out {
            base = base.saturating_sub(count);
        }
    }
    Ok(Verdict::new(VoteBase { base }, basis))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    fn ask(body: VotingBody, counts: [u32; 5]) -> Result<Verdict<VoteBase>, HandbookError> {
        let [
            full_members,
            elsewhere_absent,
            exempted_absent,
            suspended,
            excused_throughout,
        ] = counts;
        let input = VoteBaseInput {
            body,
            full_members,
            elsewhere_absent,
            exempted_absent,
            suspended,
            excused_throughout,
        };
        let book = RuleBook::vietnam();
        vote_base(&book.on(date(2025, 12, 31)?)?, &input)
    }

    #[test]
    fn the_catalogue_s_bases() -> Result<(), HandbookError> {
        use VotingBody::{Committee, Congress, Meeting};
        // 22 members, 20 of them full, 3 full ones away on business: an excuse is no group.
        assert_eq!(ask(Meeting, [20, 0, 0, 0, 0])?.value.base, 20);
        assert_eq!(ask(Meeting, [25, 1, 2, 1, 0])?.value.base, 21);
        assert_eq!(ask(Congress, [25, 1, 2, 1, 3])?.value.base, 18);
        assert_eq!(ask(Meeting, [25, 1, 2, 1, 3])?.value.base, 21);
        assert_eq!(ask(Committee, [15, 1, 2, 1, 3])?.value.base, 13);
        assert_eq!(ask(Meeting, [3, 1, 1, 1, 0])?.value.base, 0);
        Ok(())
    }

    #[test]
    fn every_group_named_has_its_ground() -> Result<(), HandbookError> {
        let verdict = ask(VotingBody::Committee, [15, 1, 2, 0, 0])?;
        let found: Vec<_> = verdict
            .grounds
            .iter()
            .map(|ground| (ground.rule.as_str(), ground.measured.clone(), ground.holds))
            .collect();
        assert_eq!(
            found,
            [
                ("VOTE-02", Quantity::word("elsewhereAbsent"), true),
                ("VOTE-02", Quantity::word("exemptedAbsent"), false),
            ]
        );
        let meeting = ask(VotingBody::Meeting, [20, 0, 0, 0, 0])?;
        assert!(
            meeting.holds(),
            "probationary members are left out by the rule itself"
        );
        assert_eq!(meeting.policies.len(), 1);
        Ok(())
    }

    #[test]
    fn parts_are_never_more_than_the_whole() {
        let field = |counts| match ask(VotingBody::Meeting, counts) {
            Err(HandbookError::Input(error)) => (error.field.clone(), error.limit.clone()),
            other => (format!("{other:?}"), None),
        };
        let limit = |text: &str| Some(text.to_owned());
        assert_eq!(
            field([2, 1, 1, 1, 0]),
            ("suspended".to_owned(), limit("0..=0"))
        );
        assert_eq!(
            field([0, 0, 0, 0, 1]),
            ("excusedThroughout".to_owned(), limit("0..=0"))
        );
        assert_eq!(
            field([BASE_MOST, u32::MAX, u32::MAX, 0, 0]),
            ("elsewhereAbsent".to_owned(), limit("0..=1000000000"))
        );
        assert_eq!(field([u32::MAX, 0, 0, 0, 0]).0, "fullMembers");
    }
}
