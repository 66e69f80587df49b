//! A vote of any assembly, by its own base, threshold, quorum and rule on ties.

use serde::{Deserialize, Serialize};

use super::majority::{BASE_MOST, MajorityRule, check_share, fewest};
use crate::check::in_range;
use crate::error::{HandbookError, InputCode, InputError};
use crate::exact::floor_div;
use crate::quantity::{Comparison, Fraction};
use crate::rulebook::Rules;
use crate::verdict::{Basis, Verdict};

/// What a share is a share of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum BallotBase {
    /// All members that the assembly has by law.
    AllMembers {},
    /// The members in office: without vacant seats.
    InOffice {},
    /// Those present.
    Present {},
    /// Every vote cast, abstentions and spoiled ballots too.
    VotesCast {},
    /// Every valid vote: abstentions too, spoiled ballots not.
    ValidVotes {},
    /// Votes in favour and against alone.
    YesAndNo {},
    /// Another number.
    Number {
        /// Those who count, 1 to 1,000,000,000.
        value: u32,
    },
}

/// How much is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum BallotThreshold {
    /// A share of a base.
    Share {
        /// Of what.
        of: BallotBase,
        /// Above the line: below the denominator, or equal to it for [`MajorityRule::AtLeast`].
        numerator: u32,
        /// Below the line, 1 or more.
        denominator: u32,
        /// Whether the share must be reached or exceeded.
        rule: MajorityRule,
    },
    /// A fixed number or more.
    Votes {
        /// How many, 1 to 1,000,000,000.
        votes: u32,
    },
}

/// Who counts towards a quorum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum QuorumCount {
    /// Those present.
    Present,
    /// Every vote cast, abstentions and spoiled ballots too.
    VotesCast,
    /// Votes in favour and against alone.
    YesAndNo,
}

/// The quorum of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BallotQuorum {
    /// Who counts.
    pub counted: QuorumCount,
    /// How many are needed.
    pub threshold: BallotThreshold,
}

/// Who breaks a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TieBreaker {
    /// Whoever is in the chair.
    Chair,
    /// The deputy of the chair.
    DeputyChair,
    /// Somebody else whom the assembly's rules name.
    Other,
}

/// What the assembly's rules say of as many votes in favour as against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum TieRule {
    /// The motion is lost.
    Lost {},
    /// Somebody has a casting vote, beyond the votes counted.
    CastingVote {
        /// Who.
        by: TieBreaker,
        /// Whether it is given in favour; absent while it is not given.
        #[serde(default)]
        in_favour: Option<bool>,
    },
}

/// A vote of an assembly. No count is above 1,000,000,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BallotInput {
    /// All members that the assembly has by law; absent where no share is of them.
    #[serde(default)]
    pub members: Option<u32>,
    /// Members in office; absent where no share is of them.
    #[serde(default)]
    pub in_office: Option<u32>,
    /// Those present, voters by proxy too; absent where no share is of them.
    #[serde(default)]
    pub present: Option<u32>,
    /// Votes in favour.
    pub yes: u32,
    /// Votes against.
    pub no: u32,
    /// Abstentions.
    #[serde(default)]
    pub abstained: u32,
    /// Ballots that are not valid.
    #[serde(default)]
    pub spoiled: u32,
    /// Votes that may still be cast; 0 when the vote is over.
    #[serde(default)]
    pub still_to_vote: u32,
    /// The votes in favour that carry.
    pub threshold: BallotThreshold,
    /// The quorum; absent where there is none.
    #[serde(default)]
    pub quorum: Option<BallotQuorum>,
    /// What the rules say of a tie; absent where a tie is left as one.
    #[serde(default)]
    pub tie: Option<TieRule>,
}

/// What came out of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BallotResult {
    /// Carried, whatever may still be cast.
    Carried,
    /// Lost, whatever may still be cast.
    Lost,
    /// Too few took part: nothing is decided.
    NoQuorum,
    /// As many in favour as against, and nobody has broken the tie.
    Tie,
    /// The votes still to be cast decide.
    Open,
}

/// A threshold as it stands with the votes counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BallotMeasure {
    /// Those whom the share is of; absent for a fixed number.
    pub base: Option<u32>,
    /// The fewest that are enough, 1 or more.
    pub required: u32,
    /// How many there are.
    pub counted: u32,
    /// Whether they are enough.
    pub met: bool,
}

/// What came out of a vote, and what it needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballot {
    /// What came out.
    pub result: BallotResult,
    /// The votes in favour against the threshold, without a casting vote.
    pub majority: BallotMeasure,
    /// The fewest further votes in favour that would meet the threshold, if nobody else voted: a
    /// share of the votes cast grows with them. Absent where no number would.
    pub missing: Option<u32>,
    /// The quorum; absent where there is none.
    pub quorum: Option<BallotMeasure>,
    /// Who has the casting vote, or had it: absent without a tie.
    pub tie_breaker: Option<TieBreaker>,
}

fn share_of(numerator: u32, denominator: u32) -> Fraction {
    Fraction {
        numerator: i64::from(numerator),
        denominator: i64::from(denominator),
    }
}

impl BallotThreshold {
    fn check(&self, field: &str) -> Result<(), InputError> {
        match *self {
            Self::Votes { votes } => in_range(&format!("{field}.votes"), votes, 1, BASE_MOST),
            Self::Share {
                of,
                numerator,
                denominator,
                rule,
            } => {
                if let BallotBase::Number { value } = of {
                    in_range(&format!("{field}.of.value"), value, 1, BASE_MOST)?;
                }
                check_share(&format!("{field}."), numerator, denominator, rule)
            }
        }
    }
}

impl BallotInput {
    fn cast(&self) -> u32 {
        self.yes + self.no + self.abstained + self.spoiled
    }

    /// Refuses shares that no number meets and votes by more people than there are.
    ///
    /// # Errors
    /// [`InputError`] naming the field.
    pub fn check(&self) -> Result<(), InputError> {
        self.threshold.check("threshold")?;
        if let Some(quorum) = &self.quorum {
            quorum.threshold.check("quorum.threshold")?;
        }
        let mut most = BASE_MOST;
        for (field, count) in [
            ("members", self.members),
            ("inOffice", self.in_office),
            ("present", self.present),
        ] {
            if let Some(count) = count {
                in_range(field, count, 0, most)?;
                most = count;
            }
        }
        for (field, votes) in [
            ("yes", self.yes),
            ("no", self.no),
            ("abstained", self.abstained),
            ("spoiled", self.spoiled),
            ("stillToVote", self.still_to_vote),
        ] {
            most = most.checked_sub(votes).ok_or_else(|| {
                InputError::new(InputCode::Contradiction, field, votes)
                    .with_limit(format!("0..={most}"))
            })?;
        }
        Ok(())
    }

    fn base(&self, of: BallotBase) -> Result<u32, InputError> {
        let (field, count) = match of {
            BallotBase::AllMembers {} => ("members", self.members),
            BallotBase::InOffice {} => ("inOffice", self.in_office),
            BallotBase::Present {} => ("present", self.present),
            BallotBase::VotesCast {} => return Ok(self.cast()),
            BallotBase::ValidVotes {} => return Ok(self.yes + self.no + self.abstained),
            BallotBase::YesAndNo {} => return Ok(self.yes + self.no),
            BallotBase::Number { value } => return Ok(value),
        };
        count.ok_or_else(|| InputError::new(InputCode::Empty, field, ""))
    }

    /// Nothing is met by nobody: one is the fewest, and a base of nobody is out of reach.
    fn measure(
        &self,
        threshold: BallotThreshold,
        counted: u32,
    ) -> Result<BallotMeasure, InputError> {
        let (base, required) = match threshold {
            BallotThreshold::Votes { votes } => (None, votes),
            BallotThreshold::Share {
                of,
                numerator,
                denominator,
                rule,
            } => {
                let base = self.base(of)?;
                let share = share_of(numerator, denominator);
                (Some(base), fewest(base, share, rule.comparison()).max(1))
            }
        };
        Ok(BallotMeasure {
            base,
            required,
            counted,
            met: counted >= required,
        })
    }

    fn majority(&self) -> Result<BallotMeasure, InputError> {
        self.measure(self.threshold, self.yes)
    }

    fn quorum(&self) -> Result<Option<BallotMeasure>, InputError> {
        let Some(quorum) = &self.quorum else {
            return Ok(None);
        };
        let counted = match quorum.counted {
            QuorumCount::Present => self.base(BallotBase::Present {})?,
            QuorumCount::VotesCast => self.cast(),
            QuorumCount::YesAndNo => self.yes + self.no,
        };
        self.measure(quorum.threshold, counted).map(Some)
    }

    /// As if so many of those still to vote had voted so.
    fn with(&self, yes: u32, no: u32) -> Self {
        Self {
            yes: self.yes + yes,
            no: self.no + no,
            still_to_vote: 0,
            ..*self
        }
    }

    /// As many for as against, where one more vote in favour would carry.
    fn tied(&self) -> Result<bool, InputError> {
        Ok(self.yes == self.no && !self.majority()?.met && self.with(1, 0).majority()?.met)
    }

    fn final_result(&self) -> Result<BallotResult, InputError> {
        if self.quorum()?.is_some_and(|quorum| !quorum.met) {
            return Ok(BallotResult::NoQuorum);
        }
        if self.majority()?.met {
            return Ok(BallotResult::Carried);
        }
        Ok(match self.tie {
            _ if !self.tied()? => BallotResult::Lost,
            Some(
                TieRule::Lost {}
                | TieRule::CastingVote {
                    in_favour: Some(false),
                    ..
                },
            ) => BallotResult::Lost,
            Some(TieRule::CastingVote {
                in_favour: Some(true),
                ..
            }) => BallotResult::Carried,
            _ => BallotResult::Tie,
        })
    }

    fn result(&self) -> Result<BallotResult, InputError> {
        let open = self.still_to_vote;
        if open == 0 {
            return self.final_result();
        }
        // A quorum may be lost by abstentions where it is a share of the votes cast.
        let all_abstaining = Self {
            abstained: self.abstained + open,
            ..*self
        };
        let met = |quorum: Option<BallotMeasure>| quorum.is_none_or(|quorum| quorum.met);
        let quorum_holds = met(self.quorum()?) && met(all_abstaining.quorum()?);
        if quorum_holds && self.with(0, open).majority()?.met {
            return Ok(BallotResult::Carried);
        }
        Ok(match self.with(open, 0).final_result()? {
            BallotResult::Carried | BallotResult::Tie => BallotResult::Open,
            best => best,
        })
    }

    fn missing(&self, majority: &BallotMeasure) -> Option<u32> {
        if majority.met {
            return Some(0);
        }
        match self.threshold {
            BallotThreshold::Share {
                of: BallotBase::VotesCast {} | BallotBase::ValidVotes {} | BallotBase::YesAndNo {},
                numerator,
                denominator,
                rule,
            } => {
                // (yes + k) / (base + k) meets n/d from k = (n·base − d·yes) / (d − n) on.
                let (n, d) = (i128::from(numerator), i128::from(denominator));
                let base = i128::from(majority.base.unwrap_or_default());
                let lacking = n * base - d * i128::from(self.yes);
                let k = match (rule, d - n) {
                    (MajorityRule::AtLeast, 0) if lacking > 0 => return None,
                    (MajorityRule::AtLeast, 0) => 0,
                    (MajorityRule::AtLeast, each) => -floor_div(-lacking, each),
                    (MajorityRule::MoreThan, each) => floor_div(lacking, each) + 1,
                };
                // One vote at least: a base of nobody carries nothing.
                u32::try_from(k.max(1)).ok().filter(|k| *k <= BASE_MOST)
            }
            _ if majority.base.is_some_and(|base| majority.required > base) => None,
            _ => Some(majority.required - self.yes),
        }
    }
}

/// What came out of a vote of any assembly (kết quả biểu quyết), by its own base, threshold,
/// quorum and rule on ties: no rule of the book is asked.
///
/// While votes may still be cast, it tells whether they can change the result. A tie is as many
/// votes in favour as against, where one more in favour would carry: a casting vote decides
/// nothing else. Nobody's vote carries nothing: where the base is empty, one vote is the fewest.
///
/// ```
/// use handbook::vote::{
///     BallotBase, BallotInput, BallotQuorum, BallotResult, BallotThreshold, MajorityRule,
///     QuorumCount, ballot,
/// };
/// use handbook::{RuleBook, date};
///
/// // More than half of the votes in favour and against; a third of 720 members must be there.
/// let input = BallotInput {
///     members: Some(720),
///     in_office: None,
///     present: Some(600),
///     yes: 280,
///     no: 250,
///     abstained: 60,
///     spoiled: 0,
///     still_to_vote: 0,
///     threshold: BallotThreshold::Share {
///         of: BallotBase::YesAndNo {},
///         numerator: 1,
///         denominator: 2,
///         rule: MajorityRule::MoreThan,
///     },
///     quorum: Some(BallotQuorum {
///         counted: QuorumCount::Present,
///         threshold: BallotThreshold::Share {
///             of: BallotBase::AllMembers {},
///             numerator: 1,
///             denominator: 3,
///             rule: MajorityRule::AtLeast,
///         },
///     }),
///     tie: None,
/// };
/// let book = RuleBook::vietnam();
/// let answer = ballot(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!(answer.result, BallotResult::Carried);
/// assert_eq!(answer.majority.required, 266);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: a count above 1,000,000,000 or above the one that
/// contains it, a count that a share is of and that is not given, a share that no number meets, a
/// casting vote (`tie.inFavour`) where there is no tie.
pub fn ballot(_rules: &Rules<'_>, input: &BallotInput) -> Result<Verdict<Ballot>, HandbookError> {
    input.check()?;
    let majority = input.majority()?;
    let quorum = input.quorum()?;
    let tied =
        input.still_to_vote == 0 && quorum.is_none_or(|quorum| quorum.met) && input.tied()?;
    let tie_breaker = match input.tie {
        Some(TieRule::CastingVote { by, .. }) if tied => Some(by),
        Some(TieRule::CastingVote {
            in_favour: Some(given),
            ..
        }) => {
            let error = InputError::new(InputCode::Contradiction, "tie.inFavour", given);
            return Err(error.with_limit("a tie").into());
        }
        _ => None,
    };
    let value = Ballot {
        result: input.result()?,
        missing: input.missing(&majority),
        majority,
        quorum,
        tie_breaker,
    };
    Ok(Verdict::new(value, Basis::default()))
}

impl MajorityRule {
    fn comparison(self) -> Comparison {
        match self {
            Self::MoreThan => Comparison::MoreThan,
            Self::AtLeast => Comparison::AtLeast,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};

    const HALF_OF_BOTH: BallotThreshold = BallotThreshold::Share {
        of: BallotBase::YesAndNo {},
        numerator: 1,
        denominator: 2,
        rule: MajorityRule::MoreThan,
    };

    fn plain(yes: u32, no: u32) -> BallotInput {
        BallotInput {
            members: None,
            in_office: None,
            present: None,
            yes,
            no,
            abstained: 0,
            spoiled: 0,
            still_to_vote: 0,
            threshold: HALF_OF_BOTH,
            quorum: None,
            tie: None,
        }
    }

    fn ask(input: BallotInput) -> Result<Ballot, HandbookError> {
        let book = RuleBook::vietnam();
        Ok(ballot(&book.on(date(2025, 12, 31)?)?, &input)?.value)
    }

    fn field(input: BallotInput) -> String {
        match ask(input) {
            Err(HandbookError::Input(error)) => error.field.clone(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn a_tie_is_broken_by_the_one_named() -> Result<(), HandbookError> {
        let casting = |in_favour| {
            Some(TieRule::CastingVote {
                by: TieBreaker::Chair,
                in_favour,
            })
        };
        let of = |tie| {
            ask(BallotInput {
                tie,
                ..plain(50, 50)
            })
        };
        assert_eq!(of(None)?.result, BallotResult::Tie);
        assert_eq!(of(Some(TieRule::Lost {}))?.result, BallotResult::Lost);
        let waiting = of(casting(None))?;
        assert_eq!(waiting.result, BallotResult::Tie);
        assert_eq!(waiting.tie_breaker, Some(TieBreaker::Chair));
        assert_eq!(of(casting(Some(true)))?.result, BallotResult::Carried);
        assert_eq!(of(casting(Some(false)))?.result, BallotResult::Lost);
        let early = BallotInput {
            tie: casting(Some(true)),
            ..plain(51, 50)
        };
        assert_eq!(field(early), "tie.inFavour");
        Ok(())
    }

    #[test]
    fn half_of_a_large_assembly_is_no_tie_but_lost() -> Result<(), HandbookError> {
        let input = BallotInput {
            members: Some(100),
            threshold: BallotThreshold::Share {
                of: BallotBase::AllMembers {},
                numerator: 1,
                denominator: 2,
                rule: MajorityRule::MoreThan,
            },
            ..plain(40, 40)
        };
        let found = ask(input)?;
        assert_eq!(found.result, BallotResult::Lost);
        assert_eq!((found.majority.required, found.missing), (51, Some(11)));
        Ok(())
    }

    #[test]
    fn a_growing_base_needs_more_votes() -> Result<(), HandbookError> {
        let two_thirds = BallotThreshold::Share {
            of: BallotBase::VotesCast {},
            numerator: 2,
            denominator: 3,
            rule: MajorityRule::AtLeast,
        };
        let input = BallotInput {
            threshold: two_thirds,
            ..plain(10, 10)
        };
        let found = ask(input)?;
        assert_eq!((found.majority.required, found.missing), (14, Some(10)));
        let whole = BallotThreshold::Share {
            of: BallotBase::VotesCast {},
            numerator: 1,
            denominator: 1,
            rule: MajorityRule::AtLeast,
        };
        let never = BallotInput {
            threshold: whole,
            ..plain(10, 1)
        };
        assert_eq!(ask(never)?.missing, None);
        Ok(())
    }

    #[test]
    fn what_is_still_to_come_may_decide() -> Result<(), HandbookError> {
        let of = |yes, no, still_to_vote| -> Result<BallotResult, HandbookError> {
            let input = BallotInput {
                still_to_vote,
                ..plain(yes, no)
            };
            Ok(ask(input)?.result)
        };
        assert_eq!(of(10, 4, 5)?, BallotResult::Carried);
        assert_eq!(of(10, 4, 6)?, BallotResult::Open);
        assert_eq!(of(4, 10, 5)?, BallotResult::Lost);
        assert_eq!(of(4, 10, 6)?, BallotResult::Open);
        assert_eq!(of(0, 0, 1)?, BallotResult::Open);
        Ok(())
    }

    #[test]
    fn numbers_up_to_a_thousand_million() -> Result<(), HandbookError> {
        let input = BallotInput {
            members: Some(BASE_MOST),
            quorum: Some(BallotQuorum {
                counted: QuorumCount::VotesCast,
                threshold: BallotThreshold::Votes { votes: BASE_MOST },
            }),
            ..plain(BASE_MOST / 2, BASE_MOST / 2)
        };
        assert_eq!(ask(input)?.result, BallotResult::Tie);
        assert_eq!(field(plain(BASE_MOST, 1)), "no");
        assert_eq!(field(plain(u32::MAX, u32::MAX)), "yes");
        Ok(())
    }

    #[test]
    fn a_base_that_is_not_given_is_named() {
        let of = |base| {
            field(BallotInput {
                threshold: BallotThreshold::Share {
                    of: base,
                    numerator: 1,
                    denominator: 2,
                    rule: MajorityRule::MoreThan,
                },
                ..plain(1, 0)
            })
        };
        assert_eq!(of(BallotBase::AllMembers {}), "members");
        assert_eq!(of(BallotBase::InOffice {}), "inOffice");
        assert_eq!(of(BallotBase::Present {}), "present");
        assert_eq!(of(BallotBase::Number { value: 0 }), "threshold.of.value");
    }
}
