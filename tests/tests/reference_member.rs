//! Party age, badges, probation, transfer, re-admission and dues, against a second reading of the
//! catalogue with its own small calendar: dates are three numbers, months are stepped one by one.

use std::sync::LazyLock;

use handbook::dues::{KeptByCellInput, MonthlyDuesInput, Payer, kept_by_cell, monthly_dues};
use handbook::member::{
    AdmissionAgeInput, BadgeDiscipline, BadgeInput, BadgeMeasure, DeletionGroundInput,
    LeavingReason, PartyAgeGap, PartyAgeInput, ReadmissionInput, RecognitionDueInput,
    TransferOverdueInput, admission_age, badge, deletion_ground, party_age, readmission,
    recognition_due, transfer_overdue,
};
use handbook::{HandbookError, NaiveDate, RuleBook, Rules, date};
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

/// Year, month, day: compares as dates do.
type Day = (i32, u32, u32);

fn length(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn months_later((mut year, mut month, day): Day, months: u32) -> Day {
    for _ in 0..months {
        month += 1;
        if month > 12 {
            month = 1;
            year += 1;
        }
    }
    (year, month, day.min(length(year, month)))
}

fn next_day((year, month, day): Day) -> Day {
    if day < length(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    }
}

fn days_later(mut day: Day, days: u32) -> Day {
    for _ in 0..days {
        day = next_day(day);
    }
    day
}

/// Full months and the days left over, both counted up one by one.
fn elapsed(from: Day, to: Day) -> (u32, u32) {
    let mut months = 0;
    while months_later(from, months + 1) <= to {
        months += 1;
    }
    let mut reached = months_later(from, months);
    let mut days = 0;
    while reached < to {
        reached = next_day(reached);
        days += 1;
    }
    (months, days)
}

fn to_date((year, month, day): Day) -> Result<NaiveDate, TestCaseError> {
    date(year, month, day).map_err(failed)
}

prop_compose! {
    fn day_between(first: i32, last: i32)(year in first..=last, month in 1_u32..=12)(
        day in prop_oneof![1..=length(year, month), Just(length(year, month))],
        year in Just(year),
        month in Just(month),
    ) -> Day {
        (year, month, day)
    }
}

/// Decision, an optional time outside, and the day asked, in order.
fn any_career() -> impl Strategy<Value = (Day, Option<(Day, Day)>, Day)> {
    (
        day_between(1935, 2025),
        proptest::option::of((0_u32..4_000, 1_u32..3_000)),
        0_u32..9_000,
    )
        .prop_map(|(decision, gap, rest)| {
            let gap = gap.map(|(before, outside)| {
                let left = days_later(decision, before);
                (left, days_later(left, outside))
            });
            let on = days_later(gap.map_or(decision, |(_, back)| back), rest);
            (decision, gap, on)
        })
}

/// The first day of counting, with the time outside taken off in months and days.
fn counted_from(decision: Day, gap: Option<(Day, Day)>, on: Day) -> Day {
    let Some((left, back)) = gap else {
        return decision;
    };
    let (months, days) = elapsed(left, back);
    days_later(months_later(decision, months), days).min(on)
}

/// BDG-02, typed in.
fn round_of((year, month, _): Day) -> Day {
    match month {
        12 => (year + 1, 2, 3),
        1 | 2 => (year, 2, 3),
        3..=5 => (year, 5, 19),
        6..=9 => (year, 9, 2),
        _ => (year, 11, 7),
    }
}

const BADGES: [u32; 12] = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

fn to_gaps(gap: Option<(Day, Day)>) -> Result<Vec<PartyAgeGap>, TestCaseError> {
    gap.map(|(from, to)| {
        Ok(PartyAgeGap {
            from: to_date(from)?,
            to: to_date(to)?,
        })
    })
    .into_iter()
    .collect()
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn party_age_counts_what_is_left((decision, gap, on) in any_career()) {
        let input = PartyAgeInput {
            decision_on: to_date(decision)?,
            gaps: to_gaps(gap)?,
            on: to_date(on)?,
        };
        let found = party_age(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let start = counted_from(decision, gap, on);
        let (months, days) = elapsed(start, on);
        prop_assert_eq!((found.years * 12 + found.months, found.days), (months, days));
        prop_assert!(found.months < 12);

        let next = BADGES.iter().map(|years| (*years, months_later(start, years * 12)));
        let next = next.into_iter().find(|(_, reached)| *reached >= on);
        let next = match next {
            None => None,
            Some((years, reached)) => {
                Some((years, to_date(reached)?, to_date(round_of(reached))?))
            }
        };
        let badge = found.next_badge.map(|next| (next.years, next.reached_on, next.round));
        prop_assert_eq!(badge, next);
    }

    #[test]
    fn badges_of_the_living(
        (decision, gap, on) in any_career(),
        years in select(&BADGES[..]),
        gravely_ill in any::<bool>(),
        discipline in proptest::option::of((
            select(vec![
                (BadgeMeasure::Reprimand, 6_u32),
                (BadgeMeasure::Warning, 9),
                (BadgeMeasure::Dismissal, 12),
            ]),
            0_u32..800,
        )),
    ) {
        let discipline = discipline.map(|((measure, wait), ago)| {
            let decided = days_later(decision, ago).min(on);
            (measure, wait, decided)
        });
        let input = BadgeInput {
            decision_on: to_date(decision)?,
            gaps: to_gaps(gap)?,
            years,
            died_on: None,
            gravely_ill,
            discipline: match discipline {
                None => None,
                Some((measure, _, decided)) => {
                    Some(BadgeDiscipline { measure, on: to_date(decided)? })
                }
            },
            on: to_date(on)?,
        };
        let found = badge(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let reached = months_later(counted_from(decision, gap, on), years * 12);
        prop_assert_eq!(found.reached_on, to_date(reached)?);
        prop_assert_eq!(found.round, to_date(round_of(reached))?);

        let early_years = if years < 70 { 1 } else { 2 };
        let mut earliest = reached.min(round_of(reached));
        if gravely_ill {
            let (year, month, day) = reached;
            let year = year - early_years;
            earliest = earliest.min((year, month, day.min(length(year, month))));
        }
        if let Some((_, wait, decided)) = discipline {
            earliest = earliest.max(months_later(decided, wait));
        }
        prop_assert_eq!(found.earliest_on, Some(to_date(earliest)?));
        prop_assert_eq!(found.entitled, earliest <= on);
        prop_assert!(!found.posthumous);
    }

    #[test]
    fn a_badge_after_death_needs_the_years_within_a_year(
        (decision, gap, died) in any_career(),
        years in select(&BADGES[..]),
        later in 0_u32..900,
    ) {
        let on = days_later(died, later);
        let input = BadgeInput {
            decision_on: to_date(decision)?,
            gaps: to_gaps(gap)?,
            years,
            died_on: Some(to_date(died)?),
            gravely_ill: true,
            discipline: None,
            on: to_date(on)?,
        };
        let found = badge(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let reached = months_later(counted_from(decision, gap, on), years * 12);
        let (year, month, day) = reached;
        let year_before = (year - 1, month, day.min(length(year - 1, month)));
        prop_assert_eq!(found.posthumous, died >= year_before);
        prop_assert_eq!(found.entitled, found.posthumous);
        let earliest = year_before.max(died.min(reached).min(round_of(reached)));
        let earliest = if found.posthumous { Some(to_date(earliest)?) } else { None };
        prop_assert_eq!(found.earliest_on, earliest);
    }

    #[test]
    fn age_at_admission_by_year_and_month(
        born in day_between(1940, 2010),
        considered in day_between(2025, 2025),
        special_consent in any::<bool>(),
    ) {
        let input = AdmissionAgeInput {
            born_on: to_date(born)?,
            considered_on: to_date(considered)?,
            special_consent,
        };
        let found = admission_age(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let mut months = 0;
        while months_later((born.0, born.1, 1), months + 1) <= (considered.0, considered.1, 1) {
            months += 1;
        }
        prop_assert_eq!(found.years * 12 + found.months, months);
        let within = months >= 216 && (months <= 720 || special_consent);
        prop_assert_eq!(found.within_limits, within);
    }

    #[test]
    fn recognition_is_a_year_after_the_ceremony(
        ceremony in day_between(2020, 2024),
        met_after in 0_u32..500,
    ) {
        let met = days_later(ceremony, met_after);
        let input = RecognitionDueInput {
            ceremony_on: to_date(ceremony)?,
            cell_met_on: Some(to_date(met)?),
        };
        let found = recognition_due(&rules().map_err(failed)?, &input).map_err(failed)?;
        let recognized = months_later(ceremony, 12);
        prop_assert_eq!(found.value.recognized_on, to_date(recognized)?);
        prop_assert_eq!(found.value.late, to_date(met)? > found.value.consider_by);
        prop_assert_eq!(found.grounds.first().map(|ground| ground.holds), Some(met >= recognized));
        // Thirty working days take at least six weeks.
        prop_assert!(found.value.consider_by >= to_date(days_later(recognized, 40))?);
    }

    #[test]
    fn a_file_is_late_after_three_months(
        letter in day_between(2021, 2025),
        submitted_after in proptest::option::of(0_u32..200),
        good_reason in any::<bool>(),
        asked_after in 0_u32..300,
    ) {
        let handed_in = submitted_after.map(|days| days_later(letter, days));
        let on = days_later(handed_in.unwrap_or(letter), asked_after);
        let input = TransferOverdueInput {
            letter_on: to_date(letter)?,
            submitted_on: handed_in.map(to_date).transpose()?,
            good_reason,
            on: to_date(on)?,
        };
        let found = transfer_overdue(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let handed_in_or_now = handed_in.unwrap_or(on);
        let too_late = handed_in_or_now > months_later(letter, 3);
        prop_assert_eq!(found.deletion, too_late && !good_reason);
        prop_assert_eq!(found.overdue, to_date(handed_in_or_now)? > found.last_day);
    }

    #[test]
    fn the_way_back_opens_after_thirty_six_months(
        left in day_between(1990, 2025),
        expunged_after in 0_u32..3_000,
        asked_after in 0_u32..3_000,
        minor_crime in any::<bool>(),
    ) {
        let expunged = days_later(left, expunged_after);
        let on = days_later(expunged, asked_after);
        let input = ReadmissionInput {
            left_on: to_date(left)?,
            reason: if minor_crime { LeavingReason::MinorCrime } else { LeavingReason::Other },
            expunged_on: if minor_crime { Some(to_date(expunged)?) } else { None },
            readmitted_before: false,
            on: to_date(on)?,
        };
        let found = readmission(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let mut from = months_later(left, 36);
        if minor_crime {
            from = from.max(months_later(expunged, 60));
        }
        prop_assert_eq!(found.from, Some(to_date(from)?));
        prop_assert_eq!(found.now, on >= from);
    }

    #[test]
    fn unpaid_months_are_counted_without_the_excused(
        unpaid in proptest::collection::vec(any::<bool>(), 12),
        excused in proptest::collection::vec(any::<bool>(), 12),
    ) {
        let (mut unpaid_months, mut with_reason, mut expected) = (Vec::new(), Vec::new(), 0);
        for (month, (unpaid, excused)) in (1_u32..).zip(unpaid.iter().zip(&excused)) {
            if *unpaid {
                unpaid_months.push(month);
                if *excused {
                    with_reason.push(month);
                } else {
                    expected += 1;
                }
            }
        }
        let input = DeletionGroundInput { year: 2025, unpaid_months, with_reason };
        let found = deletion_ground(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        prop_assert_eq!(found.months, expected);
        prop_assert_eq!(found.procedure_may_start, expected >= 3);
    }

    #[test]
    fn dues_are_the_nearest_whole_sum(
        base in prop_oneof![0_i64..2_000, 0_i64..100_000_000_000_000],
        reduction in select(vec![None, Some(30_u32), Some(50), Some(70)]),
        pension in any::<bool>(),
    ) {
        let rules = BOOK.on(date(2026, 3, 1).map_err(failed)?).map_err(failed)?;
        let payer = if pension {
            Payer::Pensioner { pension: base }
        } else {
            Payer::Insured { salary: base }
        };
        let input = MonthlyDuesInput {
            payer,
            party_age_years: 49,
            exempt: None,
            reduction_percent: reduction,
        };
        let found = monthly_dues(&rules, &input).map_err(failed)?.value.amount;
        // Exact dues are this many parts of 20,000 of a đồng; none is nearer, halves go up.
        let parts = i128::from(base)
            * if pension { 100 } else { 200 }
            * i128::from(100 - reduction.unwrap_or_default())
            / 100;
        let off = i128::from(found) * 20_000 - parts;
        prop_assert!((-10_000 < off) && (off <= 10_000), "{} for {} parts", found, parts);
    }

    #[test]
    fn what_is_kept_and_sent_is_what_was_collected(collected in 0_i64..100_000_000_000_000) {
        let rules = BOOK.on(date(2026, 3, 1).map_err(failed)?).map_err(failed)?;
        let input = KeptByCellInput { collected };
        let found = kept_by_cell(&rules, &input).map_err(failed)?.value;
        prop_assert_eq!(found.kept + found.sent, collected);
        prop_assert!(found.kept * 10 <= collected * 7);
        prop_assert!((found.kept + 1) * 10 > collected * 7);
    }
}
