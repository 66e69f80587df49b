//! Votes against a reference that knows nothing of the formulas: it lists people one by one and
//! tries every number of votes.

use std::sync::LazyLock;

use handbook::vote::{
    Decision, MajorityInput, MajorityRule, RequiredVotesInput, Step, TallyInput, VoteBaseInput,
    VoteMethod, VotingBody, majority, required_votes, tally_vote, vote_base,
};
use handbook::{HandbookError, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

/// Whether so many votes are enough, by the words of the rule.
fn enough(yes: u32, base: u32, decision: Decision, step: Step) -> bool {
    let (yes, base) = (u128::from(yes), u128::from(base));
    let two_thirds = 3 * yes >= 2 * base;
    let over_half = 2 * yes > base;
    match (decision, step) {
        (Decision::Ordinary | Decision::Election, _) | (_, Step::Superior) => over_half,
        (_, Step::Proposing) => two_thirds,
    }
}

fn decisions() -> impl Strategy<Value = (Decision, Step)> {
    let decision = prop_oneof![
        Just(Decision::Ordinary),
        Just(Decision::Admission),
        Just(Decision::Recognition),
        Just(Decision::Deletion),
        Just(Decision::Expulsion),
        Just(Decision::Election),
    ];
    (
        decision,
        prop_oneof![Just(Step::Proposing), Just(Step::Superior)],
    )
}

/// One person of the roll.
#[derive(Clone, Copy, PartialEq)]
enum Person {
    Plain,
    ElsewhereAbsent,
    ExemptedAbsent,
    Suspended,
    ExcusedThroughout,
}

fn counts(person: Person, body: VotingBody) -> bool {
    match person {
        Person::Plain => true,
        Person::ElsewhereAbsent | Person::Suspended => false,
        Person::ExemptedAbsent => body == VotingBody::Committee,
        Person::ExcusedThroughout => body != VotingBody::Congress,
    }
}

fn bodies() -> impl Strategy<Value = VotingBody> {
    prop_oneof![
        Just(VotingBody::Meeting),
        Just(VotingBody::Congress),
        Just(VotingBody::Committee),
    ]
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn base_counts_people_one_by_one(
        body in bodies(),
        plain in 0_u32..40,
        groups in prop::array::uniform4(0_u32..12),
    ) {
        let book = &*BOOK;
        let kinds = [
            Person::ElsewhereAbsent,
            Person::ExemptedAbsent,
            Person::Suspended,
            Person::ExcusedThroughout,
        ];
        let mut roll = vec![Person::Plain; plain as usize];
        for (kind, number) in kinds.into_iter().zip(groups) {
            roll.extend(vec![kind; number as usize]);
        }
        let expected = roll.iter().filter(|person| counts(**person, body)).count();
        let [elsewhere_absent, exempted_absent, suspended, excused_throughout] = groups;
        let input = VoteBaseInput {
            body,
            full_members: u32::try_from(roll.len())?,
            elsewhere_absent,
            exempted_absent,
            suspended,
            excused_throughout,
        };
        let answer = vote_base(&book.on(date(2025, 12, 31)?)?, &input)?;
        prop_assert_eq!(answer.value.base as usize, expected);
    }

    #[test]
    fn required_votes_are_the_first_that_are_enough(
        base in 1_u32..3_000,
        (decision, step) in decisions(),
    ) {
        let book = &*BOOK;
        let first = (0..=base).find(|yes| enough(*yes, base, decision, step));
        let input = RequiredVotesInput { base, decision, step };
        let answer = required_votes(&book.on(date(2023, 12, 31)?)?, &input)?;
        prop_assert_eq!(Some(answer.value.required), first);
    }

    #[test]
    fn a_tally_tries_every_way_the_open_votes_can_fall(
        (base, yes, no, abstained) in (1_u32..120).prop_flat_map(|base| {
            (Just(base), 0..=base, 0..=base, 0..=base)
        }),
        (decision, step) in decisions(),
    ) {
        let book = &*BOOK;
        let input = TallyInput { base, decision, step, yes, no, abstained, method: VoteMethod::Card };
        let answer = tally_vote(&book.on(date(2025, 12, 31)?)?, &input);
        let cast = yes + no + abstained;
        if cast > base {
            prop_assert!(matches!(answer, Err(HandbookError::Input(_))));
            return Ok(());
        }
        let value = answer?.value;
        let open = base - cast;
        let carries = |more: u32| enough(yes + more, base, decision, step);
        prop_assert_eq!(value.open, open);
        prop_assert_eq!(value.carried, carries(0));
        prop_assert_eq!(value.still_possible, (0..=open).any(carries));
        prop_assert_eq!(Some(value.missing), (0..=base).find(|more| carries(*more)));
    }

    #[test]
    fn a_free_majority_is_the_first_that_is_enough(
        base in 1_u32..500,
        numerator in 0_u32..60,
        denominator in 0_u32..60,
        more_than in any::<bool>(),
    ) {
        let book = &*BOOK;
        let rule = if more_than { MajorityRule::MoreThan } else { MajorityRule::AtLeast };
        let input = MajorityInput { base, numerator, denominator, rule };
        let answer = majority(&book.on(date(2025, 12, 31)?)?, &input);
        let first = (0..=base).find(|yes| {
            let (left, right) = (yes * denominator, numerator * base);
            if more_than { left > right } else { left >= right }
        });
        match (denominator, first) {
            (1.., Some(first)) => prop_assert_eq!(answer?.value.required, first),
            _ => prop_assert!(matches!(answer, Err(HandbookError::Input(_)))),
        }
    }

    #[test]
    fn any_numbers_give_an_answer_or_an_error(
        numbers in prop::array::uniform5(any::<u32>()),
        body in bodies(),
        (decision, step) in decisions(),
    ) {
        let book = &*BOOK;
        let rules = book.on(date(2025, 12, 31)?)?;
        let [one, two, three, four, five] = numbers;
        let base = vote_base(&rules, &VoteBaseInput {
            body,
            full_members: one,
            elsewhere_absent: two,
            exempted_absent: three,
            suspended: four,
            excused_throughout: five,
        });
        if let Ok(answer) = base {
            prop_assert!(answer.value.base <= one);
        }
        let input = TallyInput {
            base: one,
            decision,
            step,
            yes: two,
            no: three,
            abstained: four,
            method: VoteMethod::Secret,
        };
        if let Ok(answer) = tally_vote(&rules, &input) {
            prop_assert!(answer.value.required <= one);
        }
        for rule in [MajorityRule::AtLeast, MajorityRule::MoreThan] {
            let input = MajorityInput { base: one, numerator: two, denominator: three, rule };
            if let Ok(answer) = majority(&rules, &input) {
                prop_assert!(answer.value.required <= one);
            }
        }
    }
}
