//! Terms, deadlines, closing, appointment and powers against references that walk day by day and
//! try every number.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::sync::LazyLock;

use handbook::organization::{
    AskedPower, ClosingCommittee, ClosureInput, ClosureKind, CommitteeTransferInput, CommitteeVote,
    CongressDeadlinesInput, CongressDuty, DelegatedPowersInput, DisbandingInput, DueState,
    PowersSuperior, ReappointmentInput, TermInput, closure, committee_transfer, congress_deadlines,
    delegated_powers, disbanding, reappointment, term,
};
use handbook::rulebook::HolidayKind;
use handbook::{HandbookError, KindId, Level, NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn plus(day: NaiveDate, days: usize) -> NaiveDate {
    day.iter_days().nth(days).expect("years to go")
}

fn works(day: NaiveDate) -> bool {
    match BOOK.holidays().iter().find(|holiday| holiday.date == day) {
        Some(holiday) => holiday.kind == HolidayKind::Workday,
        None => !["Sat", "Sun"].contains(&day.format("%a").to_string().as_str()),
    }
}

/// Working days after `from`, up to and with `to`.
fn between(from: NaiveDate, to: NaiveDate) -> usize {
    from.iter_days()
        .skip(1)
        .take_while(|day| *day <= to)
        .filter(|day| works(*day))
        .count()
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (2021_i32..=2026, 1_u32..=365)
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).expect("every year has 365 days"))
}

fn state(done: Option<NaiveDate>, on: NaiveDate, due: NaiveDate) -> DueState {
    match done {
        Some(done) if done <= due => DueState::InTime,
        Some(_) => DueState::Late,
        None if on <= due => DueState::Open,
        None => DueState::Overdue,
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn closing_has_thirty_working_days(
        closed_on in days(),
        settled in prop::option::of(0_usize..80),
        later in 0_usize..80,
        disbanded in any::<bool>(),
    ) {
        let settled_on = settled.map(|days| plus(closed_on, days));
        let on = plus(settled_on.unwrap_or(closed_on), later);
        let by = if disbanded { ClosureKind::Disbanding } else { ClosureKind::Dissolution };
        let input = ClosureInput { closed_on, by, settled_on, on };
        let Ok(rules) = BOOK.on(on) else { return Ok(()) };
        match closure(&rules, &input) {
            Ok(answer) => {
                let found = answer.value;
                prop_assert_eq!(between(closed_on, found.due_on), 30);
                prop_assert!(works(found.due_on));
                prop_assert_eq!(found.state, state(settled_on, on, found.due_on));
                let further = found.decided_by == ClosingCommittee::OneLevelFurtherUp;
                prop_assert_eq!(further, disbanded);
            }
            Err(error) => {
                prop_assert_eq!(error.code(), "outsideRuleBook");
                prop_assert!(between(closed_on, date(2026, 12, 31)?) < 30);
            }
        }
    }

    #[test]
    fn a_congress_is_announced_on_the_last_day_that_leaves_thirty(
        opens_on in days(),
        (report, confirm, hand_over) in (0_usize..40, 0_usize..40, 0_usize..40),
        complaint in any::<bool>(),
    ) {
        let on = date(2026, 12, 31)?;
        let closed_on = plus(opens_on, 2);
        let reported_on = plus(closed_on, report);
        let confirmed_on = plus(reported_on, confirm);
        let handed_over_on = plus(closed_on, hand_over);
        prop_assume!(confirmed_on <= date(2026, 11, 1)? && handed_over_on <= on);
        prop_assume!(opens_on >= date(2021, 4, 1)?);
        let input = CongressDeadlinesInput {
            opens_on,
            announced_on: None,
            closed_on: Some(closed_on),
            reported_on: Some(reported_on),
            complaint,
            confirmed_on: Some(confirmed_on),
            handed_over_on: Some(handed_over_on),
            on,
        };
        let found = congress_deadlines(&BOOK.on(on)?, &input)?.value.obligations;
        let duties: Vec<_> = found.iter().map(|one| one.duty).collect();
        let mut expected = vec![CongressDuty::Announce, CongressDuty::Report];
        expected.extend((!complaint).then_some(CongressDuty::Confirm));
        expected.push(CongressDuty::HandOver);
        prop_assert_eq!(duties, expected);
        for one in found {
            let due = one.due_on;
            let (done, from, needed) = match one.duty {
                CongressDuty::Announce => {
                    prop_assert!(between(due, opens_on) >= 30);
                    prop_assert!(between(plus(due, 1), opens_on) < 30);
                    prop_assert_eq!(one.state, DueState::Overdue);
                    continue;
                }
                CongressDuty::Report => (reported_on, closed_on, 7),
                CongressDuty::Confirm => (confirmed_on, reported_on, 15),
                CongressDuty::HandOver => (handed_over_on, closed_on, 15),
            };
            prop_assert_eq!(between(from, due), needed);
            prop_assert!(works(due));
            prop_assert_eq!(one.state, state(Some(done), on, due));
        }
    }

    #[test]
    fn a_term_ends_on_the_eve_of_its_day_years_later(
        first_day in days(),
        later in 0_usize..2_400,
        (fixed, first_term) in (prop::option::of(0_usize..900), any::<bool>()),
        kind in prop::sample::select(vec!["dang_bo_co_so", "dang_bo_xa", "chi_bo_co_so", "chi_bo_truc_thuoc", "chi_bo"]),
    ) {
        let on = plus(first_day, later);
        let Ok(rules) = BOOK.on(on) else { return Ok(()) };
        let fixed_last_day = fixed.map(|days| plus(first_day, days));
        let input = TermInput { kind: KindId::new(kind)?, first_day, first_term, fixed_last_day, on };
        let renamed = on >= date(2026, 7, 26)?;
        let exists = match kind {
            "chi_bo" => renamed,
            "chi_bo_co_so" | "chi_bo_truc_thuoc" => !renamed,
            _ => true,
        };
        let answer = term(&rules, &input);
        if fixed.is_some() && !first_term || !exists {
            prop_assert!(answer.is_err());
            return Ok(());
        }
        let found = answer?.value;
        let short = kind == "chi_bo_truc_thuoc" && on < date(2025, 7, 1)?;
        prop_assert_eq!(found.months, if short { 30 } else { 60 });
        match fixed_last_day {
            Some(fixed) => prop_assert_eq!(found.last_day, fixed),
            None => {
                let next = plus(found.last_day, 1);
                let of = |day: NaiveDate, form| day.format(form).to_string();
                let month = |day| -> i32 {
                    let number = |form| of(day, form).parse::<i32>().expect("digits");
                    12 * number("%Y") + number("%m")
                };
                prop_assert_eq!(month(next) - month(first_day), if short { 30 } else { 60 });
                let last_of_month = month(plus(next, 1)) > month(next);
                prop_assert!(of(next, "%d") == of(first_day, "%d")
                    || last_of_month && of(next, "%d") < of(first_day, "%d"));
            }
        }
        prop_assert_eq!(found.over, on > found.last_day);
    }

    #[test]
    fn an_appointment_waits_for_half_of_the_votes_a_year_and_half_of_the_committee(
        (base, yes) in (1_u32..60).prop_flat_map(|base| (Just(base), 0..=base)),
        committee in prop::option::of((1_u32..30).prop_flat_map(|base| (Just(base), 0..=base))),
        voted_on in days(),
        later in 0_usize..800,
    ) {
        let on = plus(voted_on, later);
        let Ok(rules) = BOOK.on(on) else { return Ok(()) };
        let input = ReappointmentInput {
            ballot: CommitteeVote { base, yes },
            voted_on,
            committee: committee.map(|(base, yes)| CommitteeVote { base, yes }),
            on,
        };
        let answer = reappointment(&rules, &input);
        if on < date(2021, 9, 28)? {
            prop_assert!(answer.is_err());
            return Ok(());
        }
        let found = answer?.value;
        // As numbers, `yyyymmdd`; the year after 29 February begins on 28 February.
        let number = |day: NaiveDate| {
            day.format("%Y%m%d").to_string().parse::<u32>().expect("digits")
        };
        let year_later = match number(voted_on) + 10_000 {
            leap if leap % 10_000 == 229 => leap - 1,
            other => other,
        };
        let waited = number(on) >= year_later;
        let carried = committee.is_some_and(|(base, yes)| 2 * yes > base);
        prop_assert_eq!(found.restricted, 2 * yes <= base);
        prop_assert_eq!(found.allowed, 2 * yes > base || waited && carried);
    }

    #[test]
    fn powers_go_by_the_words_of_the_catalogue(
        members in prop_oneof![0_u32..600, prop::sample::select(vec![99, 100, 101, 199, 200, 399, 400, 499, 500])],
        superior in prop::sample::select(vec![
            PowersSuperior::Provincial, PowersSuperior::CentralRun, PowersSuperior::Other,
        ]),
        (yes, number) in (any::<bool>(), 0_u32..4),
        levels in prop::collection::vec(prop::sample::select(vec![
            Level::NotCompleted, Level::Completed, Level::Good, Level::Good, Level::Excellent,
        ]), 0..6),
        choice in 0_u8..4,
    ) {
        let three_good = levels.len() >= 3
            && levels[levels.len() - 3..].iter().all(|level| *level >= Level::Good);
        let under_centre = superior != PowersSuperior::Other;
        let (power, possible) = match choice {
            0 => (
                AskedPower::AboveGrassrootsCommittee {
                    superior,
                    legal_person: yes,
                    grassroots_organizations: number,
                },
                under_centre && yes && number > 0 && members >= 500,
            ),
            1 => {
                let enough = if yes || superior == PowersSuperior::Provincial {
                    members >= 200
                } else {
                    members >= 400 && (under_centre || three_good)
                };
                let power = AskedPower::AboveGrassrootsPowers {
                    superior,
                    central_body: yes,
                    member_units: number,
                    levels,
                };
                (power, enough && number >= 2)
            }
            2 => (AskedPower::AdmitAndExpel { levels }, members > 100 && three_good),
            _ => (AskedPower::FullTimeOfficer, members >= 200),
        };
        let input = DelegatedPowersInput { members, power };
        let answer = delegated_powers(&BOOK.on(date(2025, 12, 31)?)?, &input)?;
        prop_assert_eq!(answer.value.possible, possible);
        prop_assert_eq!(answer.holds(), possible);
        prop_assert_eq!(answer.value.pilot, choice == 1 && !yes && !under_centre);
    }
}

#[test]
fn every_vote_on_disbanding_is_counted() -> Result<(), HandbookError> {
    let rules = BOOK.on(date(2025, 12, 31)?)?;
    for base in 1..40_u32 {
        for yes in 0..=base {
            let vote = CommitteeVote { base, yes };
            for deciding in [None, Some(vote), Some(CommitteeVote { base: 3, yes: 2 })] {
                let input = DisbandingInput {
                    proposing: vote,
                    deciding,
                };
                let found = disbanding(&rules, &input)?.value;
                let decided = deciding.is_some_and(|vote| 2 * vote.yes > vote.base);
                assert_eq!(found.proposal.carried, 3 * yes >= 2 * base, "{input:?}");
                assert_eq!(found.disbanded, 3 * yes >= 2 * base && decided, "{input:?}");
                let first = (0..=base).find(|yes| 3 * yes >= 2 * base);
                assert_eq!(Some(found.proposal.required), first, "{input:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn every_transfer_of_committee_members_is_measured() -> Result<(), HandbookError> {
    let rules = BOOK.on(date(2023, 12, 31)?)?;
    for elected_members in 1..100_u32 {
        for transferred in 0..=elected_members {
            let input = CommitteeTransferInput {
                elected_members,
                transferred,
            };
            let found = committee_transfer(&rules, &input)?.value;
            assert_eq!(
                found.further_up,
                3 * transferred > elected_members,
                "{input:?}"
            );
            assert_eq!(
                found.further_up,
                transferred > found.most,
                "{input:?}: {found:?}"
            );
        }
    }
    Ok(())
}
