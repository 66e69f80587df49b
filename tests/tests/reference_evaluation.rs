//! Levels, who is rated and the cap, against a second reading of the catalogue that shares
//! nothing with the library: borders are typed in, caps are found by trying.

use std::sync::LazyLock;

use handbook::evaluation::{
    ApplyCapInput, CapCandidate, CapOutcome, ExcellentCapInput, LevelFacts, LevelRules,
    RatableInput, RatedStanding, RatedSubject, TargetCounts, apply_cap, excellent_cap, level,
    ratable,
};
use handbook::rulebook::policy::CapReading;
use handbook::{Grade, HandbookError, Level, NaiveDate, RuleBook, Rules, Silent, date};
use handbook_tests::{any_tasks, config};
use proptest::prelude::*;
use proptest::sample::select;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn rules(year: i32) -> Result<Rules<'static>, HandbookError> {
    BOOK.on(date(year, 12, 31)?)
}

fn failed(error: impl Into<HandbookError>) -> TestCaseError {
    TestCaseError::fail(error.into().to_string())
}

const SUBJECTS: [RatedSubject; 3] = [
    RatedSubject::Organization,
    RatedSubject::Leader,
    RatedSubject::Member,
];
const GRADES: [Grade; 4] = [Grade::Poor, Grade::Average, Grade::Good, Grade::Excellent];
const READINGS: [CapReading; 4] = [
    CapReading::ShareOfGoodBeforeDemotion,
    CapReading::ShareOfGoodAfterDemotion,
    CapReading::ShareOfGoodOrBetter,
    CapReading::ShareOfRated,
];

prop_compose! {
    fn any_targets()(total in 1_u32..30)(
        total in Just(total),
        reached in 0..=total,
    ) -> TargetCounts {
        TargetCounts { total, reached }
    }
}

prop_compose! {
    fn any_facts()(
        subject in select(&SUBJECTS[..]),
        marks in prop_oneof![0_u32..=10_000, select(vec![4_999, 5_000, 6_999, 7_000, 8_999, 9_000])],
        criteria in proptest::collection::vec(select(&GRADES[..]), 1..6),
        results in select(&GRADES[..]),
        tasks in any_tasks(60),
        targets in proptest::option::of(any_targets()),
        disciplined in proptest::bool::weighted(0.1),
        subordinate_disciplined in proptest::bool::weighted(0.2),
    ) -> LevelFacts {
        LevelFacts {
            subject,
            marks: Some(marks),
            criteria,
            results: Some(results),
            tasks: Some(tasks),
            targets,
            disciplined,
            subordinate_disciplined,
            further: None,
        }
    }
}

fn lower(one: Level, other: Level) -> Level {
    let order = [
        Level::NotCompleted,
        Level::Completed,
        Level::Good,
        Level::Excellent,
    ];
    let place = |level| order.iter().position(|known| *known == level);
    if place(one) < place(other) {
        one
    } else {
        other
    }
}

/// Section 6.5, typed in.
fn lowered(own: Level, facts: &LevelFacts) -> Level {
    let mut level = own;
    if facts.subordinate_disciplined && facts.subject == RatedSubject::Organization {
        level = lower(level, Level::Good);
    }
    let missed = facts
        .targets
        .is_some_and(|targets| targets.reached * 2 < targets.total);
    if facts.disciplined || (missed && facts.subject != RatedSubject::Organization) {
        level = Level::NotCompleted;
    }
    level
}

/// Section 6.2, typed in.
fn by_score_and_tasks(facts: &LevelFacts) -> Option<Level> {
    let by_score = match facts.marks? {
        9_000.. => Level::Excellent,
        7_000.. => Level::Good,
        5_000.. => Level::Completed,
        _ => Level::NotCompleted,
    };
    let tasks = facts.tasks?;
    let by_tasks = if tasks.on_time == tasks.total && tasks.beyond * 10 >= tasks.total * 3 {
        Level::Excellent
    } else if tasks.on_time == tasks.total {
        Level::Good
    } else if tasks.done == tasks.total && tasks.late * 5 <= tasks.total {
        Level::Completed
    } else {
        Level::NotCompleted
    };
    Some(lowered(lower(by_score, by_tasks), facts))
}

/// Section 6.3, typed in.
fn by_grades(facts: &LevelFacts) -> Option<Level> {
    let among = |grade: Grade, allowed: &[Grade]| allowed.contains(&grade);
    let all = |allowed: &[Grade]| facts.criteria.iter().all(|grade| among(*grade, allowed));
    let results = facts.results?;
    let own = if all(&[Grade::Good, Grade::Excellent]) && results == Grade::Excellent {
        Level::Excellent
    } else if !all(&[Grade::Average, Grade::Good, Grade::Excellent]) {
        Level::NotCompleted
    } else if among(results, &[Grade::Good, Grade::Excellent]) {
        Level::Good
    } else {
        Level::Completed
    };
    Some(lowered(own, facts))
}

/// The most who may be excellent, by trying every number from the eligible down.
fn tried_cap(
    (eligible, good, rated): (u32, u32, u32),
    reading: CapReading,
    (part, whole): (u32, u32),
) -> u32 {
    (0..=eligible)
        .rev()
        .find(|excellent| {
            let of = match reading {
                CapReading::ShareOfGoodBeforeDemotion => good,
                CapReading::ShareOfGoodAfterDemotion => good + (eligible - excellent),
                CapReading::ShareOfGoodOrBetter => good + eligible,
                CapReading::ShareOfRated => rated,
            };
            excellent * whole <= of * part
        })
        .unwrap_or_default()
}

prop_compose! {
    fn any_group()(eligible in 0_u32..200, good in 0_u32..400, rest in 0_u32..200)
        -> (u32, u32, u32)
    {
        (eligible, good, eligible + good + rest)
    }
}

fn capped(candidates: &[CapCandidate], reading: CapReading) -> Result<CapOutcome, HandbookError> {
    let count = u32::try_from(candidates.len()).unwrap_or(u32::MAX);
    let input = ApplyCapInput {
        group: "nhóm".to_owned(),
        reading: Some(reading),
        share: None,
        rounding: None,
        group_kind: None,
        outstanding: false,
        rated: count + 30,
        good: 20,
        candidates: candidates.to_vec(),
        chosen: None,
    };
    Ok(apply_cap(&rules(2025)?, &input)?.value)
}

prop_compose! {
    /// Few different marks, so that ties are common.
    fn any_candidates()(marks in proptest::collection::vec(9_000_u32..9_006, 0..40))
        -> Vec<CapCandidate>
    {
        let id = |place: usize| format!("dv-{place:02}");
        let candidate = |(place, marks)| CapCandidate { id: id(place), marks };
        marks.into_iter().enumerate().map(candidate).collect()
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn levels_by_score_and_tasks(facts in any_facts()) {
        let found = level(&rules(2025).map_err(failed)?, &facts).map_err(failed)?;
        prop_assert_eq!(Some(found.value.level), by_score_and_tasks(&facts));
    }

    #[test]
    fn levels_by_grades(facts in any_facts()) {
        let found = level(&rules(2023).map_err(failed)?, &facts).map_err(failed)?;
        prop_assert_eq!(Some(found.value.level), by_grades(&facts));
        prop_assert_eq!(found.value.by_score, None);
    }

    #[test]
    fn judging_in_bulk_is_judging(facts in any_facts(), year in select(vec![2023, 2025, 2026])) {
        let rules = rules(year).map_err(failed)?;
        let prepared = LevelRules::in_force(&rules).map_err(failed)?;
        let silent = prepared.judge(&facts, &mut Silent).map_err(failed)?;
        prop_assert_eq!(silent, level(&rules, &facts).map_err(failed)?.value);
    }

    #[test]
    fn more_marks_never_lower_a_level(facts in any_facts(), more in 0_u32..5_000) {
        let rules = rules(2025).map_err(failed)?;
        let marks = facts.marks.map(|marks| (marks + more).min(10_000));
        let better = LevelFacts { marks, ..facts.clone() };
        let before = level(&rules, &facts).map_err(failed)?.value.level;
        let after = level(&rules, &better).map_err(failed)?.value.level;
        prop_assert_eq!(lower(before, after), before);
    }

    #[test]
    fn the_cap_is_the_most_that_fits(group in any_group(), reading in select(&READINGS[..])) {
        let (eligible, good, rated) = group;
        for (outstanding, share) in [(false, (1, 5)), (true, (1, 4))] {
            let input = ExcellentCapInput {
                eligible,
                good,
                rated,
                reading: Some(reading),
                share: None,
                rounding: None,
                group_kind: None,
                outstanding,
            };
            let found = excellent_cap(&rules(2025).map_err(failed)?, &input).map_err(failed)?;
            prop_assert_eq!(found.value.allowed, tried_cap(group, reading, share));
            let cut = found.grounds.iter().any(|ground| !ground.holds);
            prop_assert_eq!(cut, found.value.allowed < eligible);
        }
    }

    #[test]
    fn seats_go_to_those_with_fewer_ahead(
        candidates in any_candidates(),
        reading in select(&READINGS[..]),
    ) {
        let outcome = capped(&candidates, reading).map_err(failed)?;
        let mut seats = outcome.allowed;
        for candidate in &candidates {
            let count = |counts: fn(u32, u32) -> bool| {
                let counted = candidates.iter().filter(|other| counts(other.marks, candidate.marks));
                u32::try_from(counted.count()).unwrap_or(u32::MAX)
            };
            let ahead = count(|other, own| other > own);
            let level_or_ahead = count(|other, own| other >= own);
            let list = if level_or_ahead <= outcome.allowed {
                seats -= 1;
                &outcome.excellent
            } else if ahead >= outcome.allowed {
                &outcome.demoted
            } else {
                &outcome.vote_needed
            };
            prop_assert!(list.contains(&candidate.id), "{:?} in {:?}", candidate, outcome);
        }
        let all =
            outcome.excellent.len() + outcome.demoted.len() + outcome.vote_needed.len();
        prop_assert_eq!(all, candidates.len());
        prop_assert_eq!(outcome.seats, if outcome.vote_needed.is_empty() { 0 } else { seats });
    }

    #[test]
    fn the_order_of_candidates_does_not_matter(
        (given, shuffled) in any_candidates()
            .prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle())),
        reading in select(&READINGS[..]),
    ) {
        prop_assert_eq!(
            capped(&given, reading).map_err(failed)?,
            capped(&shuffled, reading).map_err(failed)?
        );
    }

    #[test]
    fn newcomers_wait_six_months(
        (year, month, day) in (2015_i32..=2025, 1_u32..=12, 1_u32..=28),
        on_day in 1_u32..=31,
    ) {
        let admitted_on = date(year, month, day).map_err(failed)?;
        let on: NaiveDate = date(2025, 12, on_day).map_err(failed)?;
        prop_assume!(admitted_on <= on);
        let input = RatableInput {
            standing: RatedStanding::Active,
            admitted_on: Some(admitted_on),
            on,
        };
        let found = ratable(&rules(2025).map_err(failed)?, &input).map_err(failed)?;
        let waited = (year, month, day) <= (2025, 6, on_day);
        prop_assert_eq!(found.value.rated, waited);
    }
}
