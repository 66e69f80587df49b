//! The roll-up: any split, any order, the same sums; and the sums against the door that names
//! everyone, group by group and unit by unit.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use handbook::evaluation::{
    ApplyCapInput, CapCandidate, CapOutcome, CapRules, MarkCount, PartialRollUp, RollUp,
    RollUpGroup, RollUpInput, RollUpTotals, RollUpUnit, apply_cap, roll_up,
};
use handbook::rulebook::policy::CapReading;
use handbook::{HandbookError, InputError, Level, RuleBook, Rules, Silent, date};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

const READINGS: [CapReading; 4] = [
    CapReading::ShareOfGoodBeforeDemotion,
    CapReading::ShareOfGoodAfterDemotion,
    CapReading::ShareOfGoodOrBetter,
    CapReading::ShareOfRated,
];

/// Groups stand at three heights: one above others, some below one, one beside them.
const PARENTS: [(&str, Option<&str>); 7] = [
    ("country", None),
    ("province", Some("country")),
    ("g0", Some("province")),
    ("g1", Some("g0")),
    ("g2", Some("g0")),
    ("g3", Some("country")),
    ("g4", None),
];

fn rules() -> Result<Rules<'static>, HandbookError> {
    BOOK.on(date(2025, 12, 31)?)
}

fn failed(error: impl Into<HandbookError>) -> TestCaseError {
    TestCaseError::fail(error.into().to_string())
}

/// One who is rated.
#[derive(Debug, Clone)]
struct Rated {
    group: &'static str,
    own: Level,
    marks: Option<u32>,
}

fn any_member() -> impl Strategy<Value = Rated> {
    let groups = select(vec!["g0", "g1", "g2", "g3", "g4"]);
    let levels = select(vec![
        Level::NotCompleted,
        Level::Completed,
        Level::Good,
        Level::Good,
        Level::Good,
        Level::Excellent,
        Level::Excellent,
    ]);
    let marks = prop_oneof![
        20 => (9_000_u32..9_006).prop_map(Some),
        5 => (0_u32..=10_000).prop_map(Some),
        1 => Just(None),
    ];
    (groups, levels, marks).prop_map(|(group, own, marks)| Rated { group, own, marks })
}

fn members() -> impl Strategy<Value = Vec<Rated>> {
    proptest::collection::vec(any_member(), 0..120)
}

fn summed<'a>(members: impl IntoIterator<Item = &'a Rated>) -> Result<PartialRollUp, InputError> {
    let mut sums = PartialRollUp::default();
    for member in members {
        sums.group(member.group)?.add(member.own, member.marks)?;
    }
    Ok(sums)
}

fn merged(one: &PartialRollUp, other: &PartialRollUp) -> Result<PartialRollUp, InputError> {
    let mut sums = one.clone();
    sums.merge(other)?;
    Ok(sums)
}

fn units(outstanding: &[&str]) -> Vec<RollUpUnit> {
    PARENTS
        .iter()
        .map(|(id, parent)| RollUpUnit {
            id: (*id).to_owned(),
            parent: parent.map(str::to_owned),
            outstanding: outstanding.contains(id),
        })
        .collect()
}

fn finished(
    sums: &PartialRollUp,
    reading: CapReading,
    outstanding: &[&str],
) -> Result<RollUp, HandbookError> {
    let cap = CapRules::in_force(&rules()?)?;
    sums.finish(&cap, Some(reading), &units(outstanding), &mut Silent)
}

/// A group through the door that names everyone; members are called by their place.
fn named(
    members: &[Rated],
    group: &str,
    reading: CapReading,
    outstanding: bool,
) -> Result<CapOutcome, HandbookError> {
    let within = || {
        members
            .iter()
            .enumerate()
            .filter(|(_, member)| member.group == group)
    };
    let eligible = || within().filter(|(_, member)| member.own == Level::Excellent);
    let ranked = eligible().all(|(_, member)| member.marks.is_some());
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let good = within().filter(|(_, member)| member.own == Level::Good);
    let input = ApplyCapInput {
        group: group.to_owned(),
        reading: Some(reading),
        share: None,
        rounding: None,
        group_kind: None,
        chosen: None,
        outstanding,
        rated: count(within().count()),
        good: count(good.count()),
        candidates: eligible()
            .map(|(place, member)| CapCandidate {
                id: place.to_string(),
                marks: member.marks.filter(|_| ranked).unwrap_or(0),
            })
            .collect(),
    };
    Ok(apply_cap(&rules()?, &input)?.value)
}

fn chain(unit: &str) -> Vec<&'static str> {
    let mut above = Vec::new();
    let mut next = Some(unit);
    while let Some(unit) = next {
        let found = PARENTS.iter().find(|(id, _)| *id == unit);
        above.extend(found.map(|(id, _)| *id));
        next = found.and_then(|(_, parent)| *parent);
    }
    above
}

/// Counts everybody by hand, at every unit above.
fn by_hand(
    members: &[Rated],
    reading: CapReading,
    outstanding: &[&str],
) -> Result<BTreeMap<&'static str, RollUpTotals>, HandbookError> {
    let mut units: BTreeMap<&str, RollUpTotals> = BTreeMap::new();
    for group in ["g0", "g1", "g2", "g3", "g4"] {
        let outcome = named(members, group, reading, outstanding.contains(&group))?;
        for unit in chain(group) {
            let totals = units.entry(unit).or_default();
            totals.seats += i64::from(outcome.seats);
            for (place, member) in members.iter().enumerate() {
                if member.group != group {
                    continue;
                }
                let id = place.to_string();
                totals.rated += 1;
                match member.own {
                    Level::NotCompleted => totals.not_completed += 1,
                    Level::Completed => totals.completed += 1,
                    Level::Good => totals.good += 1,
                    Level::Excellent if outcome.excellent.contains(&id) => totals.excellent += 1,
                    Level::Excellent if outcome.demoted.contains(&id) => {
                        totals.demoted += 1;
                        totals.good += 1;
                    }
                    Level::Excellent => totals.vote_needed += 1,
                }
            }
        }
    }
    Ok(units)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn merging_is_associative_and_commutative(
        one in members(), two in members(), three in members(),
    ) {
        let [one, two, three] =
            [&one, &two, &three].map(|members| summed(members).map_err(failed));
        let (one, two, three) = (one?, two?, three?);
        let left = merged(&merged(&one, &two).map_err(failed)?, &three).map_err(failed)?;
        let right = merged(&one, &merged(&two, &three).map_err(failed)?).map_err(failed)?;
        prop_assert_eq!(&left, &right);
        prop_assert_eq!(
            left.to_bytes().map_err(failed)?,
            right.to_bytes().map_err(failed)?
        );
        let swapped = merged(&two, &one).map_err(failed)?;
        prop_assert_eq!(merged(&one, &two).map_err(failed)?, swapped);
        let nobody = PartialRollUp::default();
        prop_assert_eq!(&merged(&one, &nobody).map_err(failed)?, &one);
        prop_assert_eq!(&merged(&nobody, &one).map_err(failed)?, &one);
    }

    #[test]
    fn any_split_in_any_order_gives_the_same(
        (given, shuffled) in members()
            .prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
        cuts in proptest::collection::vec(any::<Index>(), 0..8),
        pairs in proptest::collection::vec((any::<Index>(), any::<Index>()), 16),
        reading in select(&READINGS[..]),
    ) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(shuffled.len() + 1)).collect();
        cuts.extend([0, shuffled.len()]);
        cuts.sort_unstable();
        let mut parts = Vec::new();
        for cut in cuts.windows(2) {
            parts.push(summed(&shuffled[cut[0]..cut[1]]).map_err(failed)?);
        }
        // Any two are merged, until one is left; some travel as bytes.
        for (one, other) in pairs {
            if parts.len() > 1 {
                let part = parts.swap_remove(one.index(parts.len()));
                let place = other.index(parts.len());
                let sent = part.to_bytes().map_err(failed)?;
                let received = PartialRollUp::from_bytes(&sent).map_err(failed)?;
                prop_assert_eq!(&received, &part);
                parts[place] = merged(&received, &parts[place]).map_err(failed)?;
            }
        }
        prop_assert_eq!(parts.len(), 1);
        let whole = summed(&given).map_err(failed)?;
        prop_assert_eq!(&parts[0], &whole);
        prop_assert_eq!(
            parts[0].to_bytes().map_err(failed)?,
            whole.to_bytes().map_err(failed)?
        );
        prop_assert_eq!(
            finished(&parts[0], reading, &[]).map_err(failed)?,
            finished(&whole, reading, &[]).map_err(failed)?
        );
    }

    #[test]
    fn sums_are_what_naming_everyone_gives(
        members in members(),
        reading in select(&READINGS[..]),
        outstanding in select(vec![&[][..], &["g1"][..], &["g0", "g3"][..]]),
    ) {
        let sums = summed(&members).map_err(failed)?;
        let rolled = finished(&sums, reading, outstanding).map_err(failed)?;
        let expected = by_hand(&members, reading, outstanding).map_err(failed)?;
        for line in &rolled.units {
            let known = expected.get(line.unit.as_str()).copied().unwrap_or_default();
            prop_assert_eq!(line.totals, known, "{}", line.unit);
        }
        let mut all = RollUpTotals::default();
        for top in ["country", "g4"] {
            all.add(&expected.get(top).copied().unwrap_or_default()).map_err(failed)?;
        }
        prop_assert_eq!(rolled.totals, all);
    }

    #[test]
    fn the_line_gives_each_the_level_that_names_give(
        members in members(),
        reading in select(&READINGS[..]),
    ) {
        let sums = summed(&members).map_err(failed)?;
        let cap = CapRules::in_force(&rules().map_err(failed)?).map_err(failed)?;
        for group in ["g0", "g1", "g2", "g3", "g4"] {
            let Some(partial) = sums.get(group) else { continue };
            let capped = partial
                .finish(&cap, Some(reading), false, &mut Silent)
                .map_err(failed)?;
            let outcome = named(&members, group, reading, false).map_err(failed)?;
            prop_assert_eq!(capped.allowed, outcome.allowed);
            for (place, member) in members.iter().enumerate() {
                if member.group != group {
                    continue;
                }
                let id = place.to_string();
                let expected = match member.own {
                    Level::Excellent if outcome.vote_needed.contains(&id) => None,
                    Level::Excellent if outcome.demoted.contains(&id) => Some(Level::Good),
                    own => Some(own),
                };
                let found = capped.line.level_of(member.own, member.marks);
                prop_assert_eq!(found, expected, "{:?}", member);
            }
        }
    }

    #[test]
    fn the_door_adds_the_parts_of_a_group(
        members in members(),
        parts in proptest::collection::vec(0_usize..3, 120),
        reading in select(&READINGS[..]),
    ) {
        let mut groups: BTreeMap<(usize, &str), RollUpGroup> = BTreeMap::new();
        for (member, part) in members.iter().zip(parts) {
            let group = groups.entry((part, member.group)).or_insert_with(|| RollUpGroup {
                unit: member.group.to_owned(),
                not_completed: 0,
                completed: 0,
                good: 0,
                eligible: Vec::new(),
                eligible_unranked: 0,
            });
            match (member.own, member.marks) {
                (Level::NotCompleted, _) => group.not_completed += 1,
                (Level::Completed, _) => group.completed += 1,
                (Level::Good, _) => group.good += 1,
                (Level::Excellent, Some(marks)) => {
                    group.eligible.push(MarkCount { marks, count: 1 });
                }
                (Level::Excellent, None) => group.eligible_unranked += 1,
            }
        }
        let input = RollUpInput {
            reading: Some(reading),
            units: units(&["g2"]),
            groups: groups.into_values().collect(),
        };
        let verdict = roll_up(&rules().map_err(failed)?, &input).map_err(failed)?;
        let sums = summed(&members).map_err(failed)?;
        let expected = finished(&sums, reading, &["g2"]).map_err(failed)?;
        prop_assert_eq!(verdict.value, expected);
    }

    /// Bytes that are accepted are those that would be written.
    #[test]
    fn changed_bytes_are_refused_or_are_other_sums(
        members in members(),
        changes in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..4),
        cut in proptest::option::of(any::<Index>()),
    ) {
        let mut bytes = summed(&members).map_err(failed)?.to_bytes().map_err(failed)?;
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        match PartialRollUp::from_bytes(&bytes) {
            Ok(sums) => prop_assert_eq!(sums.to_bytes().map_err(failed)?, bytes),
            Err(error) => prop_assert!(error.field.starts_with("partial["), "{}", error),
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..200),
        formed in any::<bool>(),
    ) {
        let mut bytes = bytes;
        if formed {
            bytes.splice(0..0, *b"HRU1");
        }
        if let Ok(sums) = PartialRollUp::from_bytes(&bytes) {
            prop_assert_eq!(sums.to_bytes().map_err(failed)?, bytes);
        }
    }
}
