//! The cap on excellent and what would be otherwise, against a second reading that tries every
//! number and every subset: no formula of the library is used for it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use handbook::evaluation::{
    ApplyCapInput, CapCandidate, CapOutcome, CapReadingsInput, CapSubject, CapTerms,
    CapWhatIfInput, CheapestLegalChangeInput, ExcellentCapInput, apply_cap, cap_readings,
    cap_what_if, cheapest_legal_change, excellent_cap,
};
use handbook::rulebook::policy::{CapReading, CapRounding};
use handbook::{Fraction, HandbookError, Level, RuleBook, Rules, date};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::select;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn rules() -> Result<Rules<'static>, HandbookError> {
    BOOK.on(date(2025, 12, 31)?)
}

fn failed(error: impl Into<HandbookError>) -> TestCaseError {
    TestCaseError::fail(error.into().to_string())
}

const READINGS: [CapReading; 4] = [
    CapReading::ShareOfGoodBeforeDemotion,
    CapReading::ShareOfGoodAfterDemotion,
    CapReading::ShareOfGoodOrBetter,
    CapReading::ShareOfRated,
];

/// Eligible, good, rated.
type Counts = (i128, i128, i128);

#[derive(Debug, Clone, Copy)]
struct Terms {
    reading: CapReading,
    part: i64,
    whole: i64,
    rounding: CapRounding,
}

impl Terms {
    fn asked(self) -> CapTerms {
        CapTerms {
            reading: Some(self.reading),
            share: Fraction::new(self.part, self.whole),
            rounding: Some(self.rounding),
            ..CapTerms::default()
        }
    }

    /// Whether `excellent` are no more than the share, on the final table.
    fn allows(self, excellent: i128, (eligible, good, rated): Counts) -> bool {
        let (part, whole) = (i128::from(self.part), i128::from(self.whole));
        // The share as numerator and denominator.
        let (above, below) = match self.reading {
            CapReading::ShareOfGoodBeforeDemotion => (good * part, whole),
            // k = share × (all good or better − k), so (whole + part) × k = part × all.
            CapReading::ShareOfGoodAfterDemotion => ((good + eligible) * part, whole + part),
            CapReading::ShareOfGoodOrBetter => ((good + eligible) * part, whole),
            CapReading::ShareOfRated => (rated * part, whole),
        };
        match self.rounding {
            CapRounding::Floor => excellent * below <= above,
            CapRounding::HalfUp => (2 * excellent - 1) * below <= 2 * above,
            CapRounding::Ceiling => (excellent - 1) * below < above,
        }
    }

    /// The largest number that is allowed, tried from one upward.
    fn limit(self, counts: Counts) -> i128 {
        let mut limit = 0;
        while limit < counts.2 && self.allows(limit + 1, counts) {
            limit += 1;
        }
        limit
    }
}

prop_compose! {
    fn any_terms()(
        reading in select(&READINGS[..]),
        whole in 1_i64..12,
        part in 0_i64..12,
        rounding in select(vec![CapRounding::Floor, CapRounding::HalfUp, CapRounding::Ceiling]),
    ) -> Terms {
        Terms { reading, part: part % (whole + 1), whole, rounding }
    }
}

fn level() -> impl Strategy<Value = Option<Level>> {
    prop_oneof![
        4 => Just(Some(Level::Excellent)),
        4 => Just(Some(Level::Good)),
        2 => Just(Some(Level::Completed)),
        1 => Just(Some(Level::NotCompleted)),
        1 => Just(None),
    ]
}

/// Few different marks, so that ties are common; seldom none.
fn marks() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![30 => (9_000_u32..9_005).prop_map(Some), 1 => Just(None)]
}

fn any_group(most: usize) -> impl Strategy<Value = Vec<CapSubject>> {
    prop::collection::vec((level(), marks()), 0..=most).prop_map(|all| {
        let one = |(place, (own, marks))| CapSubject {
            id: format!("dv-{place:02}"),
            own,
            marks,
        };
        all.into_iter().enumerate().map(one).collect()
    })
}

fn count(group: &[CapSubject], level: Level) -> i128 {
    let counted = group.iter().filter(|one| one.own == Some(level)).count();
    i128::try_from(counted).unwrap_or(i128::MAX)
}

fn counts(group: &[CapSubject]) -> Counts {
    let rated = group.iter().filter(|one| one.own.is_some()).count();
    (
        count(group, Level::Excellent),
        count(group, Level::Good),
        i128::try_from(rated).unwrap_or(i128::MAX),
    )
}

/// The final levels: `None` inside when people must vote. Everyone looks at who is ahead.
fn finals(group: &[CapSubject], terms: Terms) -> BTreeMap<&str, (Option<Level>, bool)> {
    let eligible: Vec<&CapSubject> = group
        .iter()
        .filter(|one| one.own == Some(Level::Excellent))
        .collect();
    let ranked = eligible.iter().all(|one| one.marks.is_some());
    let allowed = terms
        .limit(counts(group))
        .min(count(group, Level::Excellent));
    group
        .iter()
        .map(|one| {
            if one.own != Some(Level::Excellent) {
                return (one.id.as_str(), (one.own, false));
            }
            let ahead = |ties: bool| {
                let before = eligible.iter().filter(|other| {
                    let more = ranked && other.marks > one.marks;
                    more || ties && (!ranked || other.marks == one.marks)
                });
                i128::try_from(before.count()).unwrap_or(i128::MAX)
            };
            let level = if ahead(true) <= allowed {
                (Some(Level::Excellent), false)
            } else if ahead(false) >= allowed {
                (Some(Level::Good), false)
            } else {
                (None, true)
            };
            (one.id.as_str(), level)
        })
        .collect()
}

/// What an outcome says of one who is eligible.
fn told(outcome: &CapOutcome, id: &str) -> (Option<Level>, bool) {
    let id = id.to_owned();
    match (
        outcome.excellent.contains(&id),
        outcome.demoted.contains(&id),
    ) {
        (true, false) => (Some(Level::Excellent), false),
        (false, true) => (Some(Level::Good), false),
        _ => (None, outcome.vote_needed.contains(&id)),
    }
}

fn agrees(outcome: &CapOutcome, group: &[CapSubject], terms: Terms) -> Result<(), TestCaseError> {
    let finals = finals(group, terms);
    for one in group.iter().filter(|one| one.own == Some(Level::Excellent)) {
        let expected = finals.get(one.id.as_str()).copied();
        prop_assert_eq!(Some(told(outcome, &one.id)), expected, "{}", one.id);
    }
    let seats = i128::from(outcome.seats);
    let excellent = i128::try_from(outcome.excellent.len()).unwrap_or(i128::MAX);
    prop_assert_eq!(seats + excellent, i128::from(outcome.allowed));
    // The final table, with every seat filled, keeps the share.
    let counts = counts(group);
    prop_assert!(excellent + seats == 0 || terms.allows(excellent + seats, counts));
    let fits = excellent + seats == counts.0 || !terms.allows(excellent + seats + 1, counts);
    prop_assert!(fits, "one more would fit");
    Ok(())
}

fn changed(
    before: &BTreeMap<&str, (Option<Level>, bool)>,
    after: &BTreeMap<&str, (Option<Level>, bool)>,
) -> BTreeSet<String> {
    let differs = before
        .iter()
        .filter(|(id, level)| after.get(*id) != Some(level));
    differs.map(|(id, _)| (*id).to_owned()).collect()
}

/// The group on paper: each change replaces one.
fn with_changes(group: &[CapSubject], changes: &[CapSubject]) -> Vec<CapSubject> {
    let stands = |one: &CapSubject| {
        let change = changes.iter().find(|change| change.id == one.id);
        change.unwrap_or(one).clone()
    };
    group.iter().map(stands).collect()
}

fn narrow(number: i128) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

prop_compose! {
    fn any_what_if()(
        group in any_group(14),
    )(
        changed in prop::collection::vec((any::<bool>(), level(), marks()), group.len()),
        group in Just(group),
        terms in any_terms(),
        otherwise in prop::option::of(any_terms()),
    ) -> (Vec<CapSubject>, Vec<CapSubject>, Terms, Option<Terms>) {
        let changes = group.iter().zip(changed).filter(|(_, (changes, _, _))| *changes);
        let changes = changes.map(|(one, (_, own, marks))| CapSubject {
            id: one.id.clone(), own, marks,
        });
        (group.clone(), changes.collect(), terms, otherwise)
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_share_and_rounding(
        (eligible, good, rest) in (0_u32..60, 0_u32..60, 0_u32..30),
        terms in any_terms(),
    ) {
        let rated = eligible + good + rest;
        let asked = terms.asked();
        let input = ExcellentCapInput {
            eligible, good, rated,
            reading: asked.reading, share: asked.share, rounding: asked.rounding,
            group_kind: None, outstanding: false,
        };
        let found = excellent_cap(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let counts = (i128::from(eligible), i128::from(good), i128::from(rated));
        prop_assert_eq!(found.allowed, narrow(terms.limit(counts)).min(eligible));
    }

    #[test]
    fn what_if_is_judging_the_changed_group(
        (group, changes, terms, otherwise) in any_what_if(),
    ) {
        let input = CapWhatIfInput {
            group: "nhóm".to_owned(),
            terms: Some(terms.asked()),
            subjects: group.clone(),
            changes: changes.clone(),
            otherwise: otherwise.map(Terms::asked),
        };
        let found = cap_what_if(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let after = with_changes(&group, &changes);
        let others = otherwise.unwrap_or(terms);
        agrees(&found.before, &group, terms)?;
        agrees(&found.after, &after, others)?;
        let (was, is) = (finals(&group, terms), finals(&after, others));
        let named: BTreeSet<String> = found.changed.iter().map(|one| one.id.clone()).collect();
        prop_assert_eq!(&named, &changed(&was, &is));
        prop_assert_eq!(named.len(), found.changed.len());
        for one in &found.changed {
            prop_assert_eq!(was.get(one.id.as_str()), Some(&(one.from, one.from_vote)));
            prop_assert_eq!(is.get(one.id.as_str()), Some(&(one.to, one.to_vote)));
        }
    }

    #[test]
    fn four_readings_side_by_side(group in any_group(14), terms in any_terms()) {
        let input = CapReadingsInput {
            group: "nhóm".to_owned(),
            terms: Some(terms.asked()),
            subjects: group.clone(),
        };
        let found = cap_readings(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        prop_assert_eq!(found.against, terms.reading);
        let against = finals(&group, terms);
        let readings: Vec<CapReading> = found.readings.iter().map(|line| line.reading).collect();
        prop_assert_eq!(readings, READINGS);
        for line in &found.readings {
            let here = Terms { reading: line.reading, ..terms };
            agrees(&line.outcome, &group, here)?;
            let named: BTreeSet<String> = line.changed.iter().map(|one| one.id.clone()).collect();
            prop_assert_eq!(named, changed(&against, &finals(&group, here)));
        }
    }

    #[test]
    fn no_order_matters(
        (group, shuffled) in any_group(14).prop_flat_map(|group| {
            (Just(group.clone()), Just(group).prop_shuffle())
        }),
        terms in any_terms(),
    ) {
        let ask = |subjects: Vec<CapSubject>| -> Result<_, HandbookError> {
            let input = CapWhatIfInput {
                group: "nhóm".to_owned(),
                terms: Some(terms.asked()),
                subjects: subjects.clone(),
                changes: Vec::new(),
                otherwise: None,
            };
            let list = subjects.iter().filter(|one| one.own == Some(Level::Excellent));
            let change = CheapestLegalChangeInput {
                terms: Some(terms.asked()),
                excellent: list.map(|one| one.id.clone()).collect(),
                subjects,
            };
            let rules = rules()?;
            Ok((cap_what_if(&rules, &input)?, cheapest_legal_change(&rules, &change)?))
        };
        prop_assert_eq!(ask(group).map_err(failed)?, ask(shuffled).map_err(failed)?);
    }

    #[test]
    fn the_vote_fills_every_seat(
        group in any_group(14),
        terms in any_terms(),
        picks in prop::collection::vec(any::<usize>(), 14),
    ) {
        let candidates = group.iter().filter(|one| one.own == Some(Level::Excellent));
        let candidates: Vec<CapCandidate> = candidates
            .map(|one| CapCandidate { id: one.id.clone(), marks: one.marks.unwrap_or_default() })
            .collect();
        let (_, good, rated) = counts(&group);
        let asked = terms.asked();
        let mut input = ApplyCapInput {
            group: "nhóm".to_owned(),
            reading: asked.reading, share: asked.share, rounding: asked.rounding,
            group_kind: None, outstanding: false,
            rated: narrow(rated), good: narrow(good), candidates, chosen: None,
        };
        let before = apply_cap(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let mut tied = before.vote_needed.clone();
        let mut chosen = Vec::new();
        for pick in picks.iter().take(usize::try_from(before.seats).unwrap_or_default()) {
            chosen.push(tied.remove(pick % tied.len()));
        }
        input.chosen = Some(chosen.clone());
        let after = apply_cap(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let set = |lists: [&Vec<String>; 2]| -> BTreeSet<String> {
            lists.into_iter().flatten().cloned().collect()
        };
        prop_assert_eq!(set([&after.excellent, &Vec::new()]), set([&before.excellent, &chosen]));
        prop_assert_eq!(set([&after.demoted, &Vec::new()]), set([&before.demoted, &tied]));
        prop_assert!(after.vote_needed.is_empty() && after.seats == 0);
        prop_assert_eq!(after.excellent.len(), usize::try_from(after.allowed).unwrap_or_default());
    }
}

/// The fewest of a list of `listed` who must leave it, found by trying every subset.
fn fewest_to_leave(listed: u32, counts: Counts, terms: Terms) -> u32 {
    let sizes = 0_u32..1 << listed;
    let legal = sizes.filter(|leaving| {
        let left = listed - leaving.count_ones();
        left == 0 || terms.allows(i128::from(left), counts)
    });
    legal.map(u32::count_ones).min().unwrap_or_default()
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn the_cheapest_change_is_legal_and_one_less_is_not(
        group in any_group(16),
        listed in prop::collection::vec(any::<bool>(), 16),
        terms in any_terms(),
    ) {
        let list: Vec<&CapSubject> = group
            .iter()
            .zip(listed)
            .filter(|(one, listed)| *listed && one.own == Some(Level::Excellent))
            .map(|(one, _)| one)
            .take(9)
            .collect();
        let input = CheapestLegalChangeInput {
            terms: Some(terms.asked()),
            subjects: group.clone(),
            excellent: list.iter().map(|one| one.id.clone()).collect(),
        };
        let found = cheapest_legal_change(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let counts = counts(&group);
        let on_list = u32::try_from(list.len()).unwrap_or(u32::MAX);
        let cost = fewest_to_leave(on_list, counts, terms);
        prop_assert_eq!(found.listed, on_list);
        prop_assert_eq!(found.limit, narrow(terms.limit(counts)));
        prop_assert_eq!(found.legal, cost == 0);
        prop_assert_eq!(found.cost, cost);
        prop_assert_eq!(found.room, found.limit.saturating_sub(on_list));
        if cost == 0 {
            prop_assert!(found.step_down.is_none() && found.more_good.is_none());
            return Ok(());
        }

        let Some(down) = found.step_down else {
            return Err(TestCaseError::fail("nobody is named to step down"));
        };
        prop_assert_eq!(down.cost, cost);
        let certain = u32::try_from(down.certain.len()).unwrap_or(u32::MAX);
        prop_assert_eq!(certain + down.of_tied, cost);
        let tied = u32::try_from(down.tied.len()).unwrap_or(u32::MAX);
        prop_assert!(down.of_tied < tied || tied == 0 && down.of_tied == 0);
        // Nobody steps down while somebody with fewer marks stays on.
        let ranked = list.iter().all(|one| one.marks.is_some());
        let marks = |one: &CapSubject| one.marks.filter(|_| ranked);
        let steps = |one: &CapSubject| {
            if down.certain.contains(&one.id) { 2 } else { i32::from(down.tied.contains(&one.id)) }
        };
        for one in &list {
            for other in &list {
                prop_assert!(marks(one) >= marks(other) || steps(one) >= steps(other));
                let apart = steps(one) != steps(other);
                prop_assert!(marks(one) != marks(other) || !apart);
            }
        }

        // More who are good: every number is tried, up to all who are below good.
        let below = counts.2 - counts.0 - counts.1;
        let enough = (1..=below).find(|more| {
            terms.allows(i128::from(on_list), (counts.0, counts.1 + more, counts.2))
        });
        prop_assert_eq!(found.more_good.map(|more| more.cost), enough.map(narrow));
        if let Some(more) = found.more_good {
            prop_assert!(more.limit >= on_list && cost <= more.cost);
        }
    }
}
