//! The votes of any assembly against a reference that tries every way the votes still to come can
//! fall.

use std::sync::LazyLock;

use handbook::vote::{
    BallotBase, BallotInput, BallotQuorum, BallotResult, BallotThreshold, CountedBase, Decision,
    MajorityInput, MajorityRule, QuorumCount, Step, TallyInput, TieBreaker, TieRule, VoteMethod,
    VoteProgressInput, VoteState, ballot, majority, tally_vote, vote_progress,
};
use handbook::{HandbookError, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::select;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn bases() -> impl Strategy<Value = BallotBase> {
    prop_oneof![
        Just(BallotBase::AllMembers {}),
        Just(BallotBase::InOffice {}),
        Just(BallotBase::Present {}),
        Just(BallotBase::VotesCast {}),
        Just(BallotBase::ValidVotes {}),
        Just(BallotBase::YesAndNo {}),
        (1_u32..40).prop_map(|value| BallotBase::Number { value }),
    ]
}

fn thresholds() -> impl Strategy<Value = BallotThreshold> {
    let share =
        (bases(), 1_u32..8, 1_u32..8, any::<bool>()).prop_map(|(of, one, other, more_than)| {
            let (numerator, denominator) = (one.min(other), one.max(other));
            let more_than = more_than && numerator < denominator;
            BallotThreshold::Share {
                of,
                numerator,
                denominator,
                rule: if more_than {
                    MajorityRule::MoreThan
                } else {
                    MajorityRule::AtLeast
                },
            }
        });
    prop_oneof![
        4 => share,
        1 => (1_u32..40).prop_map(|votes| BallotThreshold::Votes { votes }),
    ]
}

fn quorums() -> impl Strategy<Value = Option<BallotQuorum>> {
    let counted = select(vec![
        QuorumCount::Present,
        QuorumCount::VotesCast,
        QuorumCount::YesAndNo,
    ]);
    let quorum = (counted, thresholds())
        .prop_map(|(counted, threshold)| BallotQuorum { counted, threshold });
    prop::option::of(quorum)
}

fn ballots() -> impl Strategy<Value = BallotInput> {
    let tie = select(vec![
        None,
        Some(TieRule::Lost {}),
        Some(TieRule::CastingVote {
            by: TieBreaker::Chair,
            in_favour: None,
        }),
    ]);
    (
        prop::array::uniform5(0_u32..7),
        prop::array::uniform3(0_u32..6),
        thresholds(),
        quorums(),
        tie,
    )
        .prop_map(|(votes, absent, threshold, quorum, tie)| {
            let [yes, no, abstained, spoiled, still_to_vote] = votes;
            let present = votes.iter().sum::<u32>() + absent[0];
            let in_office = present + absent[1];
            BallotInput {
                members: Some(in_office + absent[2]),
                in_office: Some(in_office),
                present: Some(present),
                yes,
                no,
                abstained,
                spoiled,
                still_to_vote,
                threshold,
                quorum,
                tie,
            }
        })
}

fn whole(input: &BallotInput, of: BallotBase) -> u32 {
    match of {
        BallotBase::AllMembers {} => input.members.unwrap_or_default(),
        BallotBase::InOffice {} => input.in_office.unwrap_or_default(),
        BallotBase::Present {} => input.present.unwrap_or_default(),
        BallotBase::VotesCast {} => input.yes + input.no + input.abstained + input.spoiled,
        BallotBase::ValidVotes {} => input.yes + input.no + input.abstained,
        BallotBase::YesAndNo {} => input.yes + input.no,
        BallotBase::Number { value } => value,
    }
}

fn enough(input: &BallotInput, threshold: BallotThreshold, counted: u32) -> bool {
    match threshold {
        BallotThreshold::Votes { votes } => counted >= votes,
        BallotThreshold::Share {
            of,
            numerator,
            denominator,
            rule,
        } => {
            let (left, right) = (counted * denominator, whole(input, of) * numerator);
            counted > 0
                && match rule {
                    MajorityRule::AtLeast => left >= right,
                    MajorityRule::MoreThan => left > right,
                }
        }
    }
}

/// What comes out when nobody votes any more.
fn over(input: &BallotInput) -> BallotResult {
    if let Some(quorum) = input.quorum {
        let counted = match quorum.counted {
            QuorumCount::Present => input.present.unwrap_or_default(),
            QuorumCount::VotesCast => whole(input, BallotBase::VotesCast {}),
            QuorumCount::YesAndNo => whole(input, BallotBase::YesAndNo {}),
        };
        if !enough(input, quorum.threshold, counted) {
            return BallotResult::NoQuorum;
        }
    }
    let one_more = BallotInput {
        yes: input.yes + 1,
        ..*input
    };
    if enough(input, input.threshold, input.yes) {
        BallotResult::Carried
    } else if input.yes == input.no
        && enough(&one_more, input.threshold, one_more.yes)
        && input.tie != Some(TieRule::Lost {})
    {
        BallotResult::Tie
    } else {
        BallotResult::Lost
    }
}

/// Every way in which those still to vote may vote or stay away.
fn endings(input: &BallotInput) -> Vec<BallotResult> {
    let open = input.still_to_vote;
    let mut results = Vec::new();
    for yes in 0..=open {
        for no in 0..=open - yes {
            for abstained in 0..=open - yes - no {
                for spoiled in 0..=open - yes - no - abstained {
                    results.push(over(&BallotInput {
                        yes: input.yes + yes,
                        no: input.no + no,
                        abstained: input.abstained + abstained,
                        spoiled: input.spoiled + spoiled,
                        ..*input
                    }));
                }
            }
        }
    }
    results
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_ballot_tries_every_ending(input in ballots()) {
        let answer = ballot(&BOOK.on(date(2025, 12, 31)?)?, &input)?.value;
        let endings = endings(&input);
        let all = |wanted| endings.iter().all(|result| *result == wanted);
        let some = |wanted| endings.contains(&wanted);
        let expected = if input.still_to_vote == 0 {
            over(&input)
        } else if all(BallotResult::Carried) {
            BallotResult::Carried
        } else if some(BallotResult::Carried) || some(BallotResult::Tie) {
            BallotResult::Open
        } else if all(BallotResult::NoQuorum) {
            BallotResult::NoQuorum
        } else {
            BallotResult::Lost
        };
        prop_assert_eq!(answer.result, expected);
        prop_assert_eq!(answer.majority.met, enough(&input, input.threshold, input.yes));
        let fewest = (0_u32..2_000).find(|more| {
            let with = BallotInput { yes: input.yes + more, ..input };
            let fixed = match input.threshold {
                BallotThreshold::Share { of, .. } => whole(&with, of) == whole(&input, of),
                BallotThreshold::Votes { .. } => false,
            };
            // More votes than those whom a fixed share is of cannot be cast.
            enough(&with, input.threshold, with.yes)
                && !(fixed && with.yes > answer.majority.base.unwrap_or(u32::MAX))
        });
        if input.yes <= answer.majority.base.unwrap_or(u32::MAX) {
            prop_assert_eq!(answer.missing, fewest);
        }
        prop_assert_eq!(
            answer.tie_breaker.is_some(),
            answer.result == BallotResult::Tie && matches!(input.tie, Some(TieRule::CastingVote { .. }))
        );
    }

    #[test]
    fn a_casting_vote_decides_a_tie_alone(input in ballots(), in_favour in any::<bool>()) {
        let rules = BOOK.on(date(2025, 12, 31)?)?;
        let tied = BallotInput { tie: None, still_to_vote: 0, ..input };
        let by = TieBreaker::DeputyChair;
        let given = BallotInput {
            tie: Some(TieRule::CastingVote { by, in_favour: Some(in_favour) }),
            ..tied
        };
        let answer = ballot(&rules, &given);
        if over(&tied) == BallotResult::Tie {
            let value = answer?.value;
            let expected = if in_favour { BallotResult::Carried } else { BallotResult::Lost };
            prop_assert_eq!((value.result, value.tie_breaker), (expected, Some(by)));
        } else {
            prop_assert!(matches!(answer, Err(HandbookError::Input(_))));
        }
    }

    #[test]
    fn a_ballot_of_a_number_agrees_with_a_majority(
        base in 1_u32..=1_000_000_000,
        numerator in 1_u32..1_000,
        denominator in 1_u32..1_000,
        more_than in any::<bool>(),
        yes in any::<prop::sample::Index>(),
    ) {
        let rules = BOOK.on(date(2025, 12, 31)?)?;
        let rule = if more_than { MajorityRule::MoreThan } else { MajorityRule::AtLeast };
        let asked = MajorityInput { base, numerator, denominator, rule };
        let yes = u32::try_from(yes.index(1_000_000_001)).unwrap_or_default().min(base);
        let input = BallotInput {
            members: None,
            in_office: None,
            present: None,
            yes,
            no: 0,
            abstained: 0,
            spoiled: 0,
            still_to_vote: 0,
            threshold: BallotThreshold::Share {
                of: BallotBase::Number { value: base },
                numerator,
                denominator,
                rule,
            },
            quorum: None,
            tie: Some(TieRule::Lost {}),
        };
        let found = ballot(&rules, &input);
        match majority(&rules, &asked) {
            Ok(known) => {
                let found = found?.value;
                prop_assert_eq!(found.majority.required, known.value.required);
                prop_assert_eq!(found.majority.met, yes >= known.value.required);
                prop_assert_eq!(found.missing, Some(known.value.required.saturating_sub(yes)));
            }
            Err(_) => prop_assert!(found.is_err()),
        }
    }

    #[test]
    fn progress_agrees_with_the_tally_and_the_ballot(
        (base, yes, no, other, spoiled) in (1_u32..90).prop_flat_map(|base| {
            (Just(base), 0..=base, 0..=base / 2, 0..=base / 4, 0..=base / 4)
        }),
        decision in select(vec![
            Decision::Ordinary,
            Decision::Admission,
            Decision::Recognition,
            Decision::Deletion,
            Decision::Expulsion,
            Decision::Election,
        ]),
        superior in any::<bool>(),
    ) {
        let rules = BOOK.on(date(2025, 12, 31)?)?;
        let step = if superior { Step::Superior } else { Step::Proposing };
        let method = VoteMethod::Secret;
        let progress = vote_progress(&rules, &VoteProgressInput {
            base: CountedBase::Number { value: base },
            decision,
            step,
            method,
            yes,
            no,
            other,
            spoiled,
        });
        let tally = tally_vote(&rules, &TallyInput {
            base,
            decision,
            step,
            yes,
            no,
            abstained: other + spoiled,
            method,
        });
        let Ok(tally) = tally else {
            prop_assert!(matches!(progress, Err(HandbookError::Input(_))));
            return Ok(());
        };
        let (tally, progress) = (tally.value, progress?.value);
        prop_assert_eq!(progress.required, tally.required);
        prop_assert_eq!((progress.missing, progress.open), (tally.missing, tally.open));
        let expected = match (tally.carried, tally.still_possible) {
            (true, _) => VoteState::Carried,
            (false, true) => VoteState::Open,
            (false, false) => VoteState::Lost,
        };
        prop_assert_eq!(progress.state, expected);
        let qualified = !matches!(decision, Decision::Ordinary | Decision::Election) && !superior;
        let (numerator, denominator, rule) = if qualified {
            (2, 3, MajorityRule::AtLeast)
        } else {
            (1, 2, MajorityRule::MoreThan)
        };
        let same = ballot(&rules, &BallotInput {
            members: Some(base),
            in_office: None,
            present: None,
            yes,
            no,
            abstained: other,
            spoiled,
            still_to_vote: progress.open,
            threshold: BallotThreshold::Share {
                of: BallotBase::AllMembers {},
                numerator,
                denominator,
                rule,
            },
            quorum: None,
            tie: Some(TieRule::Lost {}),
        })?;
        let result = match same.value.result {
            BallotResult::Carried => VoteState::Carried,
            BallotResult::Open => VoteState::Open,
            _ => VoteState::Lost,
        };
        prop_assert_eq!(result, expected);
    }

    #[test]
    fn any_numbers_give_a_result_or_an_error(
        numbers in prop::array::uniform8(any::<u32>()),
        threshold in thresholds(),
    ) {
        let [members, in_office, present, yes, no, abstained, spoiled, still_to_vote] = numbers;
        let input = BallotInput {
            members: Some(members),
            in_office: Some(in_office),
            present: Some(present),
            yes,
            no,
            abstained,
            spoiled,
            still_to_vote,
            threshold,
            quorum: None,
            tie: None,
        };
        match ballot(&BOOK.on(date(2025, 12, 31)?)?, &input) {
            Ok(answer) => prop_assert!(answer.value.majority.counted <= 1_000_000_000),
            Err(error) => prop_assert!(matches!(error, HandbookError::Input(_))),
        }
    }
}
