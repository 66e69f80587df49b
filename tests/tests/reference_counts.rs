//! Attendance, plans and portfolios against references that count people one by one, divide on
//! paper and try every plan.

use std::sync::LazyLock;

use handbook::meeting::{AttendanceInput, AttendanceRow, attendance};
use handbook::quantity::shown_percent;
use handbook::rulebook::policy::AttendanceCounting;
use handbook::work::{
    PlanFulfilmentInput, PlansShownAsInput, PortfolioInput, PortfolioProject, plan_fulfilment,
    plans_shown_as, portfolio,
};
use handbook::{HandbookError, OrganizationId, ProjectId, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

/// A percentage by long division, digit by digit, then rounded like a schoolchild does: look at
/// the next digit and carry.
fn percent_on_paper(part: u64, whole: u64, decimals: usize) -> String {
    let mut rest = u128::from(part) * 100;
    let whole = u128::from(whole);
    let mut digits: Vec<u8> = (rest / whole)
        .to_string()
        .bytes()
        .map(|byte| byte - b'0')
        .collect();
    rest %= whole;
    for _ in 0..=decimals {
        rest *= 10;
        digits.push(u8::try_from(rest / whole).unwrap_or(9));
        rest %= whole;
    }
    let round_up = digits.pop().is_some_and(|digit| digit >= 5);
    let mut carry = round_up;
    for digit in digits.iter_mut().rev() {
        if !carry {
            break;
        }
        carry = *digit == 9;
        *digit = if carry { 0 } else { *digit + 1 };
    }
    if carry {
        digits.insert(0, 1);
    }
    let mut text: String = digits
        .iter()
        .map(|digit| char::from(b'0' + digit))
        .collect();
    if decimals > 0 {
        text.insert(text.len() - decimals, '.');
    }
    text
}

/// Counts of a row in the order of its fields.
fn row(id: &str, counts: [u32; 7]) -> Result<AttendanceRow, HandbookError> {
    let [
        in_person,
        online,
        excused,
        unexcused,
        exempted,
        suspended,
        away,
    ] = counts;
    Ok(AttendanceRow {
        organization: OrganizationId::new(id)?,
        present_in_person: in_person,
        present_online: online,
        excused,
        unexcused,
        exempted,
        suspended,
        away_temporarily: away,
    })
}

fn counting() -> impl Strategy<Value = AttendanceCounting> {
    prop_oneof![
        Just(AttendanceCounting::EveryMember),
        Just(AttendanceCounting::WithoutExempted),
        Just(AttendanceCounting::WithoutExemptedSuspended),
        Just(AttendanceCounting::WithoutExemptedSuspendedAway),
    ]
}

/// Whether one person on the roll is expected, by the words of the policy.
fn is_expected(state: usize, counting: AttendanceCounting) -> bool {
    let (exempted, suspended, away) = (state == 4, state == 5, state == 6);
    match counting {
        AttendanceCounting::EveryMember => true,
        AttendanceCounting::WithoutExempted => !exempted,
        AttendanceCounting::WithoutExemptedSuspended => !exempted && !suspended,
        AttendanceCounting::WithoutExemptedSuspendedAway => !exempted && !suspended && !away,
    }
}

fn projects() -> impl Strategy<Value = Vec<(i64, i64, bool, u32)>> {
    let project = (0_i64..20_000_000_000, 0_i64..=100, any::<bool>(), 0_u32..3).prop_map(
        |(package, share, quality, early)| (package, package / 100 * share, quality, early),
    );
    prop::collection::vec(project, 0..20)
}

fn to_input(projects: &[(i64, i64, bool, u32)]) -> Result<PortfolioInput, HandbookError> {
    let projects = projects
        .iter()
        .enumerate()
        .map(|(number, (package, contract, quality, early))| {
            Ok(PortfolioProject {
                project: ProjectId::new(format!("project-{number}"))?,
                package_value: *package,
                contract_value: *contract,
                quality_met: *quality,
                completed_early_days: *early,
            })
        })
        .collect::<Result<_, HandbookError>>()?;
    Ok(PortfolioInput { projects })
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn percentages_are_divided_on_paper(
        part in 0_u32..3_000_000,
        whole in 1_u32..3_000_000,
        decimals in 0_u8..=9,
    ) {
        let shown = shown_percent(i64::from(part), i64::from(whole), decimals);
        let paper = percent_on_paper(u64::from(part), u64::from(whole), usize::from(decimals));
        prop_assert_eq!(shown, Some(paper));
    }

    #[test]
    fn large_percentages_are_divided_on_paper(
        part in 0_i64..=i64::MAX,
        whole in 1_i64..=i64::MAX,
        decimals in 0_u8..=9,
    ) {
        let paper = percent_on_paper(part.unsigned_abs(), whole.unsigned_abs(), usize::from(decimals));
        prop_assert_eq!(shown_percent(part, whole, decimals), Some(paper));
    }

    #[test]
    fn attendance_counts_people_one_by_one(
        counts in prop::collection::vec(prop::array::uniform7(0_u32..25), 0..6),
        counting in counting(),
        after_october in any::<bool>(),
    ) {
        let book = &*BOOK;
        let on = if after_october { date(2025, 10, 28)? } else { date(2025, 10, 27)? };
        let people: Vec<(usize, usize)> = counts
            .iter()
            .enumerate()
            .flat_map(|(cell, states)| {
                states.iter().enumerate().flat_map(move |(state, number)| {
                    (0..*number).map(move |_| (cell, state))
                })
            })
            .collect();
        let attended = |cell: Option<usize>| {
            people.iter().filter(|(at, state)| cell.is_none_or(|cell| cell == *at) && *state < 2).count()
        };
        let expected = |cell: Option<usize>| {
            people
                .iter()
                .filter(|(at, state)| {
                    cell.is_none_or(|cell| cell == *at) && is_expected(*state, counting)
                })
                .count()
        };
        let reaches = |attended: usize, expected: usize| {
            (expected > 0).then(|| if after_october {
                10 * attended >= 9 * expected
            } else {
                20 * attended > 17 * expected
            })
        };
        let rows = counts
            .iter()
            .enumerate()
            .map(|(cell, states)| row(&format!("cell-{cell}"), *states))
            .collect::<Result<Vec<_>, _>>()?;
        let input = AttendanceInput { counting: Some(counting), rows };
        let value = attendance(&book.on(on)?, &input)?.value;
        prop_assert_eq!(value.attended, i64::try_from(attended(None))?);
        prop_assert_eq!(value.expected, i64::try_from(expected(None))?);
        prop_assert_eq!(value.reaches_aim, reaches(attended(None), expected(None)));
        let shown = if expected(None) == 0 {
            String::new()
        } else {
            percent_on_paper(attended(None) as u64, expected(None) as u64, 2)
        };
        prop_assert_eq!(value.share_shown, shown);
        for (cell, known) in value.by_organization.iter().enumerate() {
            let (present, should) = (attended(Some(cell)), expected(Some(cell)));
            prop_assert_eq!(known.attended, i64::try_from(present)?);
            prop_assert_eq!(known.expected, i64::try_from(should)?);
            prop_assert_eq!(known.reaches_aim, reaches(present, should));
        }
    }

    #[test]
    fn attendance_does_not_depend_on_how_rows_are_split(
        counts in prop::collection::vec(prop::array::uniform7(0_u32..25), 1..6),
    ) {
        let book = &*BOOK;
        let rules = book.on(date(2025, 12, 31)?)?;
        let mut sums = [0; 7];
        for states in &counts {
            for (sum, state) in sums.iter_mut().zip(states) {
                *sum += state;
            }
        }
        let ask = |rows| attendance(&rules, &AttendanceInput { counting: None, rows });
        let apart = counts.iter().map(|states| row("cell", *states)).collect::<Result<_, _>>()?;
        prop_assert_eq!(ask(apart)?, ask(vec![row("cell", sums)?])?);
    }

    #[test]
    fn plans_are_tried_one_by_one(achieved in 1_i64..1_500, planned in 1_i64..1_500, decimals in 0_u8..=2) {
        let book = &*BOOK;
        let rules = book.on(date(2023, 12, 31)?)?;
        let shown = |planned| {
            plan_fulfilment(&rules, &PlanFulfilmentInput { planned, achieved, decimals })
                .map(|verdict| verdict.value.shown)
        };
        let text = shown(planned)?;
        let answer = plans_shown_as(&rules, &PlansShownAsInput { achieved, shown: text.clone() });
        if text.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
            prop_assert!(matches!(answer, Err(HandbookError::Input(_))));
            return Ok(());
        }
        let plans = answer?.value;
        let (Some(least), Some(most)) = (plans.least, plans.most) else {
            return Err(TestCaseError::fail("the plan itself fits"));
        };
        prop_assert!(least <= planned && planned <= most);
        for plan in [least, most] {
            prop_assert_eq!(&shown(plan)?, &text);
        }
        prop_assert_ne!(&shown(most + 1)?, &text);
        if least > 1 {
            prop_assert_ne!(&shown(least - 1)?, &text);
        }
    }

    #[test]
    fn portfolios_are_sums_in_any_order(projects in projects()) {
        let book = &*BOOK;
        let rules = book.on(date(2023, 12, 31)?)?;
        let input = to_input(&projects)?;
        let sums = portfolio(&rules, &input)?.value;
        prop_assert_eq!(sums.bids as usize, projects.len());
        prop_assert_eq!(sums.package_value, projects.iter().map(|project| project.0).sum::<i64>());
        prop_assert_eq!(sums.saving, projects.iter().map(|project| project.0 - project.1).sum::<i64>());
        prop_assert_eq!(sums.quality_met as usize, projects.iter().filter(|project| project.2).count());
        prop_assert_eq!(sums.completed_early as usize, projects.iter().filter(|project| project.3 > 0).count());
        let mut backward = input;
        backward.projects.reverse();
        prop_assert_eq!(portfolio(&rules, &backward)?.value, sums);
    }

    #[test]
    fn any_numbers_give_an_answer_or_an_error(
        planned in any::<i64>(),
        achieved in any::<i64>(),
        decimals in any::<u8>(),
        shown in "[0-9]{0,14}\\.?[0-9]{0,6}",
        package in any::<i64>(),
        contract in any::<i64>(),
    ) {
        let book = &*BOOK;
        let rules = book.on(date(2023, 12, 31)?)?;
        let plan = plan_fulfilment(&rules, &PlanFulfilmentInput { planned, achieved, decimals });
        prop_assert_eq!(plan.is_ok(), planned >= 1 && achieved >= 0 && decimals <= 4
            && planned < 1 << 53 && achieved < 1 << 53);
        for achieved in [achieved, achieved.rem_euclid(4_000_000_000)] {
            let input = PlansShownAsInput { achieved, shown: shown.clone() };
            if let Ok(answer) = plans_shown_as(&rules, &input) {
                prop_assert!(answer.value.least <= answer.value.most);
                prop_assert!(answer.value.most.is_none_or(|most| most < 1 << 53));
            }
        }
        let input = to_input(&[(package, contract, true, 0)])?;
        let sums = portfolio(&rules, &input);
        prop_assert_eq!(sums.is_ok(), contract >= 0 && package >= contract
            && package <= 100_000_000_000_000);
    }
}
