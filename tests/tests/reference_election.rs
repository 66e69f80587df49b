//! Elections against a reference that knows no order of counting: each candidate's fate follows
//! from how many others stand above and level.

use std::sync::LazyLock;

use handbook::vote::{ElectedBody, ElectionCandidate, ElectionInput, election};
use handbook::{NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Elected,
    Alternate,
    TiedForSeats,
    TiedForAlternates,
    Out,
}

/// How many of a group hold, and how many of it are level with one.
fn above_and_level<K: PartialOrd>(keys: &[K], own: &K) -> (usize, usize) {
    let count = |test: &dyn Fn(&&K) -> bool| keys.iter().filter(test).count();
    (count(&|key| *key > own), count(&|key| *key == own))
}

fn fate(input: &ElectionInput, own: &ElectionCandidate) -> Fate {
    let elects = |votes: u32| 2 * u64::from(votes) > u64::from(input.summoned);
    if !elects(own.votes) {
        return Fate::Out;
    }
    let votes: Vec<u32> = input
        .candidates
        .iter()
        .map(|one| one.votes)
        .filter(|votes| elects(*votes))
        .collect();
    let (above, level) = above_and_level(&votes, &own.votes);
    let seats = input.seats as usize;
    let all = seats + input.alternates as usize;
    let own_ballot = input.body == ElectedBody::Alternates;
    if above + level <= seats {
        return Fate::Elected;
    }
    if above < seats && !own_ballot {
        return Fate::TiedForSeats;
    }
    if above + level <= all {
        return Fate::Alternate;
    }
    if above >= all {
        return Fate::Out;
    }
    // The line goes through the group: the older in the Party stand above.
    let group: Option<Vec<_>> = input
        .candidates
        .iter()
        .filter(|one| one.votes == own.votes)
        .map(|one| one.party_age_from.map(std::cmp::Reverse))
        .collect();
    let (inside, tied) = if own_ballot {
        (Fate::Elected, Fate::TiedForSeats)
    } else {
        (Fate::Alternate, Fate::TiedForAlternates)
    };
    let (Some(group), Some(day)) = (group, own.party_age_from) else {
        return tied;
    };
    let (older, same) = above_and_level(&group, &std::cmp::Reverse(day));
    if above + older + same <= all {
        inside
    } else if above + older >= all {
        Fate::Out
    } else {
        tied
    }
}

fn bodies() -> impl Strategy<Value = ElectedBody> {
    prop_oneof![
        1 => Just(ElectedBody::Committee),
        1 => Just(ElectedBody::StandingCommittee),
        1 => Just(ElectedBody::InspectionCommittee),
        1 => Just(ElectedBody::Secretary),
        1 => Just(ElectedBody::DeputySecretary),
        3 => Just(ElectedBody::Delegates),
        3 => Just(ElectedBody::Alternates),
    ]
}

/// Few numbers of votes and few days, so that ties are common.
fn ballots() -> impl Strategy<Value = ElectionInput> {
    let candidate = (0_u32..6, prop::option::weighted(0.8, 0_i32..3));
    (
        bodies(),
        1_u32..12,
        1_u32..6,
        0_u32..5,
        1_u32..5,
        prop::collection::vec(candidate, 1..12),
    )
        .prop_map(
            |(body, summoned, seats, alternates, ballot, candidates)| ElectionInput {
                body,
                summoned,
                seats: if body == ElectedBody::Secretary {
                    1
                } else {
                    seats
                },
                alternates: if body == ElectedBody::Delegates {
                    alternates
                } else {
                    0
                },
                ballot,
                ballots_cast: None,
                candidates: candidates
                    .into_iter()
                    .enumerate()
                    .map(|(place, (votes, year))| ElectionCandidate {
                        // Names in another order than the list.
                        id: format!("c{}", (place * 7) % 13),
                        votes: (summoned / 2 + votes).saturating_sub(1).min(summoned),
                        party_age_from: year
                            .and_then(|year| NaiveDate::from_yo_opt(1990 + year, 1)),
                    })
                    .collect(),
            },
        )
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn every_candidate_has_the_fate_that_those_above_and_level_leave(
        input in ballots(),
        year in 2021_i32..=2026,
    ) {
        let answer = election(&BOOK.on(date(year, 12, 31)?)?, &input)?;
        let found = &answer.value;
        for one in &input.candidates {
            let tie = found.ties.iter().find(|tie| tie.among.contains(&one.id));
            let lists = [&found.elected, &found.alternates, &found.not_elected];
            let listed = lists.iter().filter(|list| list.contains(&one.id)).count();
            prop_assert_eq!(listed + usize::from(tie.is_some()), 1, "{} is named once", one.id);
            let is = match tie {
                Some(tie) if tie.seats > 0 => Fate::TiedForSeats,
                Some(_) => Fate::TiedForAlternates,
                None if found.elected.contains(&one.id) => Fate::Elected,
                None if found.alternates.contains(&one.id) => Fate::Alternate,
                None => Fate::Out,
            };
            prop_assert_eq!(is, fate(&input, one), "{}", one.id);
        }

        let tied_seats: u32 = found.ties.iter().map(|tie| tie.seats).sum();
        let filled = u32::try_from(found.elected.len())? + tied_seats;
        prop_assert_eq!(found.seats_left, input.seats - filled);
        let failed = found.seats_left > 0;
        let appointed = failed && input.body == ElectedBody::Secretary && input.ballot >= 3;
        prop_assert_eq!(found.superior_appoints, appointed);
        prop_assert_eq!(found.another_ballot, failed && !appointed);
        for tie in &found.ties {
            prop_assert!(tie.among.len() > (tie.seats + tie.alternates) as usize
                || tie.seats > 0 && tie.alternates > 0);
        }

        let votes_of = |id: &String| {
            input.candidates.iter().find(|one| one.id == *id).map_or(0, |one| one.votes)
        };
        for list in [&found.elected, &found.alternates, &found.not_elected] {
            prop_assert!(list.is_sorted_by_key(|id| std::cmp::Reverse(votes_of(id))));
        }

        let surplus = input.candidates.len().saturating_sub(input.seats as usize);
        let allowed = (year < 2024).then_some(surplus * 10 <= input.seats as usize * 3);
        prop_assert_eq!(found.surplus_allowed, allowed);
        prop_assert_eq!(found.secret_ballot, (year >= 2024).then_some(true));
    }
}
