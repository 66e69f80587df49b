use chrono::NaiveDate;

use super::*;
use crate::{HandbookError, RuleBook, date};

type Outcome = Result<(), HandbookError>;

fn input_code(error: &HandbookError) -> Option<(InputCode, &str)> {
    match error {
        HandbookError::Input(error) => Some((error.code, error.field.as_str())),
        _ => None,
    }
}

#[test]
fn age_limits_are_counted_in_months() -> Outcome {
    let book = RuleBook::vietnam();
    let limits = |born_on, considered_on, special_consent| -> Result<bool, HandbookError> {
        let input = AdmissionAgeInput {
            born_on,
            considered_on,
            special_consent,
        };
        let rules = book.on(considered_on)?;
        Ok(admission_age(&rules, &input)?.value.within_limits)
    };
    assert!(limits(date(2007, 7, 31)?, date(2025, 7, 1)?, false)?);
    assert!(!limits(date(2007, 8, 1)?, date(2025, 7, 31)?, true)?);
    assert!(limits(date(1965, 7, 1)?, date(2025, 7, 31)?, false)?);
    assert!(!limits(date(1965, 7, 1)?, date(2025, 8, 1)?, false)?);
    assert!(limits(date(1965, 7, 1)?, date(2025, 8, 1)?, true)?);
    let unborn = limits(date(2026, 1, 1)?, date(2025, 8, 1)?, true).err();
    let named = unborn.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::DateOrder, "consideredOn")));
    Ok(())
}

#[test]
fn ages_can_be_counted_by_the_day() -> Outcome {
    let book = RuleBook::vietnam().with_overlay(
        r#"{"id":"mau","body":"Huyện ủy mẫu","parameters":[{"id":"admissionAgeCounting","values":
        [{"from":"2021-01-01","value":"fullDate","instrument":"Nghị quyết mẫu"}]}]}"#,
    )?;
    let considered_on = date(2025, 7, 30)?;
    let input = AdmissionAgeInput {
        born_on: date(2007, 7, 31)?,
        considered_on,
        special_consent: false,
    };
    let verdict = admission_age(&book.on(considered_on)?, &input)?;
    assert_eq!((verdict.value.years, verdict.value.months), (17, 11));
    assert!(!verdict.value.within_limits);
    let policy = verdict
        .policies
        .first()
        .map(|policy| policy.citation.overlay.as_deref());
    assert_eq!(policy, Some(Some("mau")));
    Ok(())
}

#[test]
fn a_ceremony_is_due_within_thirty_working_days_of_the_receipt() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let due = |received_on, ceremony_on| {
        let input = CeremonyDueInput {
            decision_on: date(2025, 8, 1)?,
            received_on,
            ceremony_on,
        };
        ceremony_due(&rules, &input)
    };
    let received_on = Some(date(2025, 8, 11)?);
    let in_time = due(received_on, Some(date(2025, 9, 24)?))?.value;
    assert_eq!((in_time.by, in_time.late), (date(2025, 9, 24)?, false));
    assert!(due(received_on, Some(date(2025, 9, 25)?))?.value.late);
    // Not held yet: judged on the day asked.
    assert!(due(received_on, None)?.value.late);
    let early = due(Some(date(2025, 7, 31)?), None).err();
    let named = early.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::DateOrder, "receivedOn")));
    Ok(())
}

#[test]
fn recognition_counts_from_the_same_day_of_the_next_year() -> Outcome {
    let book = RuleBook::vietnam();
    let due = |ceremony_on, met: NaiveDate| -> Result<_, HandbookError> {
        let input = RecognitionDueInput {
            ceremony_on,
            cell_met_on: Some(met),
        };
        recognition_due(&book.on(met)?, &input)
    };
    let late = due(date(2025, 3, 15)?, date(2026, 5, 20)?)?.value;
    assert_eq!(late.recognized_on, date(2026, 3, 15)?);
    assert!(late.late);
    let leap = due(date(2024, 2, 29)?, date(2025, 3, 20)?)?.value;
    assert_eq!((leap.recognized_on, leap.late), (date(2025, 2, 28)?, false));
    let early = due(date(2024, 6, 15)?, date(2025, 6, 14)?)?;
    assert!(!early.value.late);
    assert_eq!(
        early
            .grounds
            .iter()
            .map(|ground| ground.holds)
            .collect::<Vec<_>>(),
        [false, true]
    );
    Ok(())
}

fn age(
    decision_on: NaiveDate,
    gaps: &[(NaiveDate, NaiveDate)],
    on: NaiveDate,
) -> Result<PartyAge, HandbookError> {
    let input = PartyAgeInput {
        decision_on,
        gaps: gaps
            .iter()
            .map(|(from, to)| PartyAgeGap {
                from: *from,
                to: *to,
            })
            .collect(),
        on,
    };
    let book = RuleBook::vietnam();
    Ok(party_age(&book.on(date(2025, 12, 31)?)?, &input)?.value)
}

#[test]
fn party_age_runs_from_the_decision() -> Outcome {
    let reached = age(date(1996, 2, 3)?, &[], date(2026, 2, 3)?)?;
    assert_eq!((reached.years, reached.months, reached.days), (30, 0, 0));
    let badge = reached
        .next_badge
        .map(|badge| (badge.years, badge.reached_on, badge.round));
    assert_eq!(badge, Some((30, date(2026, 2, 3)?, date(2026, 2, 3)?)));

    let day_after = age(date(1996, 2, 3)?, &[], date(2026, 2, 4)?)?;
    assert_eq!(day_after.next_badge.map(|badge| badge.years), Some(40));
    assert_eq!(
        age(date(1935, 1, 1)?, &[], date(2025, 12, 31)?)?.next_badge,
        None
    );
    Ok(())
}

#[test]
fn rounds_divide_the_year() -> Outcome {
    for ((year, month, day), round) in [
        ((2025, 12, 1), (2026, 2, 3)),
        ((2026, 2, 28), (2026, 2, 3)),
        ((2026, 3, 1), (2026, 5, 19)),
        ((2026, 5, 31), (2026, 5, 19)),
        ((2026, 6, 1), (2026, 9, 2)),
        ((2026, 9, 30), (2026, 9, 2)),
        ((2026, 10, 1), (2026, 11, 7)),
        ((2026, 11, 30), (2026, 11, 7)),
    ] {
        let reached_on = date(year, month, day)?;
        let decision_on = months_after("decisionOn", reached_on, -360)?;
        let found = age(decision_on, &[], date(2025, 11, 30)?)?.next_badge;
        let expected = (reached_on, date(round.0, round.1, round.2)?);
        assert_eq!(
            found.map(|badge| (badge.reached_on, badge.round)),
            Some(expected)
        );
    }
    let leap = age(date(1988, 2, 29)?, &[], date(2027, 12, 31)?)?.next_badge;
    let expected = (date(2028, 2, 29)?, date(2028, 2, 3)?);
    assert_eq!(
        leap.map(|badge| (badge.reached_on, badge.round)),
        Some(expected)
    );
    Ok(())
}

#[test]
fn gaps_are_taken_out_in_months_and_days() -> Outcome {
    let decision = date(1990, 6, 15)?;
    let on = date(2025, 6, 15)?;
    let (left, back) = (date(2000, 4, 1)?, date(2003, 4, 1)?);
    let one = age(decision, &[(left, back)], on)?;
    assert_eq!((one.years, one.months, one.days), (32, 0, 0));
    // The same time outside, told as two gaps that touch, in any order.
    let middle = date(2001, 9, 17)?;
    assert_eq!(age(decision, &[(middle, back), (left, middle)], on)?, one);
    let two = age(
        decision,
        &[(left, back), (date(2010, 1, 31)?, date(2010, 3, 5)?)],
        on,
    )?;
    assert_eq!((two.years, two.months, two.days), (31, 10, 26));
    Ok(())
}

#[test]
fn impossible_gaps_are_named() -> Outcome {
    let decision = date(1990, 6, 15)?;
    let on = date(2025, 6, 15)?;
    let gap = |from: i32, to: i32| -> Result<_, HandbookError> {
        Ok((date(from, 1, 1)?, date(to, 1, 1)?))
    };
    for (gaps, code, field) in [
        (vec![gap(2000, 2000)?], InputCode::DateOrder, "gaps[0].to"),
        (vec![gap(1980, 2000)?], InputCode::DateOrder, "gaps[0].from"),
        (vec![gap(2020, 2026)?], InputCode::DateOrder, "gaps[0].to"),
        (
            vec![gap(2000, 2005)?, gap(1999, 2001)?],
            InputCode::Contradiction,
            "gaps[0].from",
        ),
    ] {
        let error = age(decision, &gaps, on).err();
        assert_eq!(error.as_ref().and_then(input_code), Some((code, field)));
    }
    let far = age(NaiveDate::MIN, &[], NaiveDate::MAX)?;
    assert!(far.years > 500_000);
    let beyond = age(NaiveDate::MAX, &[], NaiveDate::MAX).err();
    let named = beyond.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::OutOfRange, "decisionOn")));
    Ok(())
}

fn asked(decision_on: NaiveDate, years: u32, on: NaiveDate) -> BadgeInput {
    BadgeInput {
        decision_on,
        gaps: Vec::new(),
        years,
        died_on: None,
        gravely_ill: false,
        discipline: None,
        on,
    }
}

fn due(input: &BadgeInput) -> Result<Badge, HandbookError> {
    let book = RuleBook::vietnam();
    Ok(badge(&book.on(date(2025, 12, 31)?)?, input)?.value)
}

#[test]
fn death_a_year_before_the_years_are_reached_still_counts() -> Outcome {
    let mut input = asked(date(1951, 7, 10)?, 75, date(2025, 12, 31)?);
    // 73 years and 11 months.
    input.died_on = Some(date(2025, 6, 10)?);
    let too_early = due(&input)?;
    assert_eq!((too_early.entitled, too_early.earliest_on), (false, None));
    assert!(!too_early.posthumous);
    // 74 years and 0 months.
    input.died_on = Some(date(2025, 7, 10)?);
    let near_enough = due(&input)?;
    assert!(near_enough.entitled && near_enough.posthumous);
    // Grave illness does not count any more after death.
    input.died_on = Some(date(2025, 7, 9)?);
    input.gravely_ill = true;
    assert!(!due(&input)?.entitled);
    Ok(())
}

#[test]
fn discipline_makes_a_badge_wait() -> Outcome {
    let mut input = asked(date(1995, 6, 1)?, 30, date(2025, 10, 9)?);
    for (measure, until) in [
        (BadgeMeasure::Reprimand, date(2025, 7, 10)?),
        (BadgeMeasure::Warning, date(2025, 10, 10)?),
        (BadgeMeasure::Dismissal, date(2026, 1, 10)?),
    ] {
        input.discipline = Some(BadgeDiscipline {
            measure,
            on: date(2025, 1, 10)?,
        });
        let waiting = due(&input)?;
        assert_eq!(waiting.earliest_on, Some(until));
        assert_eq!(waiting.entitled, until <= input.on);
        assert_eq!(waiting.round, date(2025, 9, 2)?);
    }
    Ok(())
}

#[test]
fn grave_illness_brings_a_badge_forward() -> Outcome {
    let on = date(2025, 12, 31)?;
    for (decision_on, years, earliest) in [
        (date(1996, 12, 31)?, 30, date(2025, 12, 31)?),
        (date(1997, 1, 31)?, 30, date(2026, 1, 31)?),
        (date(1961, 12, 31)?, 65, date(2025, 12, 31)?),
        (date(1957, 12, 31)?, 70, date(2025, 12, 31)?),
    ] {
        let mut input = asked(decision_on, years, on);
        input.gravely_ill = true;
        assert_eq!(
            due(&input)?.earliest_on,
            Some(earliest),
            "{decision_on} {years}"
        );
    }
    Ok(())
}

#[test]
fn impossible_badges_are_named() -> Outcome {
    let input = asked(date(1990, 1, 1)?, 35, date(2025, 12, 31)?);
    let no_such = due(&input).err();
    let named = no_such.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::UnknownChoice, "years")));
    let mut input = asked(date(1990, 1, 1)?, 30, date(2025, 12, 31)?);
    input.died_on = Some(date(2026, 1, 1)?);
    let later = due(&input).err();
    let named = later.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::DateOrder, "diedOn")));
    Ok(())
}

#[test]
fn the_prize_is_a_multiple_of_the_base_salary() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let prize = |years, base_salary| badge_prize(&rules, &BadgePrizeInput { years, base_salary });
    for (years, amount) in [(30, 3_510_000), (50, 7_020_000), (60, 11_700_000)] {
        assert_eq!(prize(years, 2_340_000)?.value.amount, amount);
    }
    for years in [45, 85, 90] {
        let unread = prize(years, 2_340_000);
        assert!(
            matches!(unread, Err(HandbookError::RuleNotInForce { .. })),
            "{years}"
        );
    }
    for (years, salary, field) in [
        (35, 1, "years"),
        (30, 0, "baseSalary"),
        (30, i64::MAX, "baseSalary"),
    ] {
        let error = prize(years, salary).err();
        assert_eq!(
            error.as_ref().and_then(input_code).map(|(_, field)| field),
            Some(field)
        );
    }
    Ok(())
}

#[test]
fn unpaid_months_need_not_follow_each_other() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 6, 30)?)?;
    let ground = |unpaid: &[u32], reasons: &[u32]| {
        let input = DeletionGroundInput {
            year: 2025,
            unpaid_months: unpaid.to_vec(),
            with_reason: reasons.to_vec(),
        };
        deletion_ground(&rules, &input)
    };
    assert!(ground(&[5, 1, 3], &[])?.value.procedure_may_start);
    let excused = ground(&[1, 3, 5], &[3])?.value;
    assert_eq!((excused.months, excused.procedure_may_start), (2, false));
    for (unpaid, reasons, code, field) in [
        (
            &[1, 1][..],
            &[][..],
            InputCode::Duplicate,
            "unpaidMonths[1]",
        ),
        (&[0], &[], InputCode::OutOfRange, "unpaidMonths[0]"),
        (&[13], &[], InputCode::OutOfRange, "unpaidMonths[0]"),
        (&[7], &[], InputCode::OutOfRange, "unpaidMonths[0]"),
        (&[1], &[2], InputCode::Contradiction, "withReason[0]"),
    ] {
        let error = ground(unpaid, reasons).err();
        assert_eq!(error.as_ref().and_then(input_code), Some((code, field)));
    }
    Ok(())
}

#[test]
fn a_file_more_than_three_months_late_leads_to_deletion() -> Outcome {
    let book = RuleBook::vietnam();
    let on = date(2025, 9, 15)?;
    let rules = book.on(on)?;
    let transfer = |submitted_on, good_reason| -> Result<_, HandbookError> {
        let input = TransferOverdueInput {
            letter_on: date(2025, 6, 2)?,
            submitted_on,
            good_reason,
            on,
        };
        let value = transfer_overdue(&rules, &input)?.value;
        assert_eq!(value.last_day, date(2025, 7, 14)?);
        Ok((value.overdue, value.deletion))
    };
    assert_eq!(transfer(Some(on), false)?, (true, true));
    assert_eq!(transfer(Some(on), true)?, (true, false));
    assert_eq!(transfer(None, false)?, (true, true));
    assert_eq!(transfer(Some(date(2025, 9, 2)?), false)?, (true, false));
    assert_eq!(transfer(Some(date(2025, 9, 3)?), false)?, (true, true));
    assert_eq!(transfer(Some(date(2025, 7, 14)?), false)?, (false, false));
    Ok(())
}

#[test]
fn some_reasons_of_leaving_bar_the_way_back() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let mut input = ReadmissionInput {
        left_on: date(2020, 4, 1)?,
        reason: LeavingReason::QuitActivity,
        expunged_on: None,
        readmitted_before: false,
        on: date(2025, 12, 31)?,
    };
    for reason in [
        LeavingReason::QuitActivity,
        LeavingReason::AppliedToLeave,
        LeavingReason::GraveDisunity,
        LeavingReason::Corruption,
        LeavingReason::SeriousCrime,
    ] {
        input.reason = reason;
        let value = readmission(&rules, &input)?.value;
        assert_eq!(
            (value.possible, value.from),
            (ReadmissionChance::Never, None)
        );
    }
    for reason in [LeavingReason::FamilyHardship, LeavingReason::Other] {
        input.reason = reason;
        let value = readmission(&rules, &input)?.value;
        assert_eq!((value.from, value.now), (Some(date(2023, 4, 1)?), true));
    }
    input.readmitted_before = true;
    assert_eq!(
        readmission(&rules, &input)?.value.possible,
        ReadmissionChance::Never
    );

    input.readmitted_before = false;
    input.reason = LeavingReason::MinorCrime;
    let open = readmission(&rules, &input).err();
    let named = open.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::Empty, "expungedOn")));
    input.expunged_on = Some(date(2021, 1, 15)?);
    let value = readmission(&rules, &input)?.value;
    assert_eq!((value.from, value.now), (Some(date(2026, 1, 15)?), false));
    // Leaving later than the record was expunged counts too.
    input.left_on = date(2025, 1, 1)?;
    assert_eq!(
        readmission(&rules, &input)?.value.from,
        Some(date(2028, 1, 1)?)
    );
    Ok(())
}
