//! Tasks, targets, answers and matters against naive second versions: days are counted one by one.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::sync::LazyLock;

use handbook::organization::DueState;
use handbook::oversight::{
    AnswerDueInput, MatterEvent, MatterProgressInput, MatterStep, answer_due, matter_progress,
};
use handbook::rulebook::HolidayKind;
use handbook::rulebook::policy::OversightLevel;
use handbook::work::{
    AssignedTask, ForecastBasis, ForecastInput, TargetAmount, TargetDirection, TargetProgressInput,
    TargetResult, TargetResults, TaskQuality, TaskState, TaskStateInput, WholeRounding,
    target_progress, task_state,
};
use handbook::{NaiveDate, RuleBook};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn plus(day: NaiveDate, days: usize) -> NaiveDate {
    day.iter_days().nth(days).expect("years to go")
}

fn day_of(year: i32, day: u32) -> NaiveDate {
    NaiveDate::from_yo_opt(year, day).expect("every year has 365 days")
}

/// A day is worked on from Monday to Friday, unless the published list says otherwise.
fn works(day: NaiveDate) -> bool {
    let name = day.format("%a").to_string();
    match BOOK.holidays().iter().find(|holiday| holiday.date == day) {
        Some(holiday) => holiday.kind == HolidayKind::Workday,
        None => name != "Sat" && name != "Sun",
    }
}

/// Working days after one day, up to and with another.
fn worked(from: NaiveDate, to: NaiveDate) -> u32 {
    let mut passed = 0;
    let mut day = from;
    while day < to {
        day = plus(day, 1);
        passed += u32::from(works(day));
    }
    passed
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_task_is_late_after_its_last_day(
        given in 1_u32..200,
        term in 0_usize..60,
        done in prop::option::of(0_usize..90),
        later in 0_usize..90,
        quality in prop::option::of(prop::sample::select(vec![
            TaskQuality::Below, TaskQuality::Met, TaskQuality::Beyond,
        ])),
        working_days in any::<bool>(),
    ) {
        let given_on = day_of(2025, given);
        let due_on = plus(given_on, term);
        let done_on = done.map(|days| plus(given_on, days));
        let on = plus(done_on.unwrap_or(given_on), later);
        let quality = quality.filter(|_| done_on.is_some());
        let input = TaskStateInput {
            task: AssignedTask {
                given_on, due_on, terms: Vec::new(), reports: Vec::new(), done_on, quality,
            },
            working_days,
            on,
        };
        let found = task_state(&BOOK.on(on)?, &input)?.value;
        let last = done_on.unwrap_or(on);
        let count = |from: NaiveDate, to: NaiveDate| {
            if working_days {
                worked(from, to)
            } else {
                u32::try_from(from.iter_days().take_while(|day| *day < to).count()).unwrap_or(0)
            }
        };
        let late = last > due_on;
        prop_assert_eq!(found.state, match (done_on, late) {
            (None, false) => TaskState::Open,
            (None, true) => TaskState::Late,
            (Some(_), false) => TaskState::Done,
            (Some(_), true) => TaskState::DoneLate,
        });
        prop_assert_eq!(found.days_over, late.then(|| count(due_on, last)));
        let left = done_on.is_none() && !late;
        prop_assert_eq!(found.days_left, left.then(|| count(on, due_on)));
        prop_assert_eq!(found.completed_well, match (done_on, late, quality) {
            (None, _, _) | (Some(_), false, None) => None,
            (Some(_), true, _) | (Some(_), false, Some(TaskQuality::Below)) => Some(false),
            (Some(_), false, Some(_)) => Some(true),
        });
    }

    #[test]
    fn an_answer_is_due_when_its_working_days_have_passed(
        level in prop::sample::select(vec![
            (OversightLevel::Grassroots, 30), (OversightLevel::AboveGrassroots, 60),
            (OversightLevel::Provincial, 60), (OversightLevel::Central, 90),
        ]),
        received in 1_u32..366,
        later in 0_usize..200,
        answered in any::<bool>(),
        reason_given in any::<bool>(),
    ) {
        let received_on = day_of(2024, received);
        let on = plus(received_on, later);
        let input = AnswerDueInput {
            level: level.0,
            received_on,
            answered_on: answered.then_some(on),
            reason_given,
            on,
        };
        let found = answer_due(&BOOK.on(on)?, &input)?.value;
        let passed = worked(received_on, on);
        prop_assert!(works(found.due_on));
        prop_assert_eq!(worked(received_on, found.due_on), level.1);
        let late = on > found.due_on;
        prop_assert_eq!(found.state, match (answered, late) {
            (false, false) => DueState::Open,
            (false, true) => DueState::Overdue,
            (true, false) => DueState::InTime,
            (true, true) => DueState::Late,
        });
        prop_assert_eq!(found.working_days_over, passed.saturating_sub(level.1));
        prop_assert_eq!(found.reason_missing, late && !reason_given);
    }

    #[test]
    fn a_linear_forecast_is_the_least_that_keeps_the_pace(
        results in prop::collection::vec((1_u32..=200, 0_i64..1_000), 0..6),
        plan in 1_i64..3_000,
        asked in 200_u32..=365,
    ) {
        let on = day_of(2023, asked);
        let sum: i64 = results.iter().map(|(_, count)| count).sum();
        let input = TargetProgressInput {
            plan: TargetAmount::Number { count: plan },
            direction: TargetDirection::HigherIsBetter,
            reading: TargetResults::Added,
            results: results
                .iter()
                .map(|(day, count)| TargetResult {
                    on: day_of(2023, *day),
                    amount: TargetAmount::Number { count: *count },
                })
                .collect(),
            compared: None,
            forecast: Some(ForecastInput {
                basis: ForecastBasis::Linear {},
                rounding: WholeRounding::Up,
            }),
            decimals: 1,
            on,
        };
        let found = target_progress(&BOOK.on(on)?, &input)?.value;
        let gone = i64::from(asked);
        let forecast = found.forecast.expect("one was asked for");
        prop_assert!(forecast.rounded * gone >= sum * 365);
        prop_assert!((forecast.rounded - 1) * gone < sum * 365);
        prop_assert_eq!(
            forecast.whole * gone + forecast.numerator,
            sum * 365
        );
        prop_assert_eq!(forecast.reaches, sum * 365 >= plan * gone);
        prop_assert_eq!(found.reached, sum >= plan);
        prop_assert_eq!(found.needed.map(|needed| needed.remaining), (sum < plan).then(|| plan - sum));
    }

    #[test]
    fn the_order_of_events_does_not_matter(
        events in prop::collection::vec((0_usize..6, 0_usize..12, prop::option::of(0_usize..20)), 1..7),
        shift in 0_usize..7,
        beyond_level in any::<bool>(),
        needs_coordination in any::<bool>(),
    ) {
        const STEPS: [MatterStep; 6] = [
            MatterStep::Received, MatterStep::Assigned, MatterStep::SolutionProposed,
            MatterStep::Coordinated, MatterStep::Resolved, MatterStep::PassedOn,
        ];
        let on = day_of(2025, 200);
        let events: Vec<MatterEvent> = events
            .iter()
            .map(|(step, day, due)| {
                let day = plus(day_of(2025, 100), *day);
                MatterEvent {
                    step: *STEPS.get(*step).expect("six steps"),
                    on: day,
                    body: None,
                    due_on: due.map(|days| plus(day, days)),
                }
            })
            .collect();
        let ask = |events: Vec<MatterEvent>| {
            let input = MatterProgressInput {
                events, beyond_level, needs_coordination, answer_level: None, on,
            };
            matter_progress(&BOOK.on(on).expect("a day of the book"), &input)
                .map(|answer| answer.value)
                .map_err(|error| error.to_string())
        };
        let mut turned = events.clone();
        turned.rotate_left(shift % events.len());
        let found = ask(events.clone());
        prop_assert_eq!(&found, &ask(turned));
        let count = |step| events.iter().filter(|event| event.step == step).count();
        let ends = count(MatterStep::Resolved) + count(MatterStep::PassedOn);
        if count(MatterStep::Received) != 1 || ends > 1 {
            prop_assert!(found.is_err());
        } else if let Ok(found) = found {
            prop_assert_eq!(found.ended, ends == 1);
            prop_assert_eq!(found.next.is_none(), ends == 1);
            prop_assert_eq!(found.beyond_competence, beyond_level && count(MatterStep::Resolved) == 1);
            prop_assert!(found.missing.iter().all(|step| count(*step) == 0));
        }
    }
}
