use super::*;
use crate::{HandbookError, InputCode, RuleBook, date};

type Outcome = Result<(), HandbookError>;

fn paid(
    book: &RuleBook,
    payer: Payer,
    change: impl FnOnce(&mut MonthlyDuesInput),
) -> Result<i64, HandbookError> {
    let mut input = MonthlyDuesInput {
        payer,
        party_age_years: 10,
        exempt: None,
        reduction_percent: None,
    };
    change(&mut input);
    Ok(monthly_dues(&book.on(date(2026, 3, 1)?)?, &input)?
        .value
        .amount)
}

fn input_code(error: &HandbookError) -> Option<(InputCode, &str)> {
    match error {
        HandbookError::Input(error) => Some((error.code, error.field.as_str())),
        _ => None,
    }
}

#[test]
fn dues_of_every_payer() -> Outcome {
    let book = RuleBook::vietnam();
    for (payer, amount) in [
        (Payer::Pensioner { pension: 5_000_000 }, 25_000),
        (Payer::Insured { salary: 10_000_000 }, 100_000),
        (
            Payer::OnAllowance {
                allowance: 6_000_000,
            },
            60_000,
        ),
        (Payer::Student, 5_000),
        (Payer::Uninsured { region: 1 }, 15_930),
        (Payer::Uninsured { region: 2 }, 14_190),
        (Payer::Uninsured { region: 3 }, 12_420),
        (Payer::Uninsured { region: 4 }, 11_100),
        (Payer::UninsuredRetired { region: 1 }, 10_620),
        (Payer::UninsuredRetired { region: 4 }, 7_400),
        (
            Payer::MeritAllowance {
                allowance: 3_000_000,
            },
            15_000,
        ),
        (
            Payer::AbroadOnStateFunds {
                allowance: 30_000_000,
            },
            300_000,
        ),
        (Payer::AbroadOther { amount: 400_000 }, 400_000),
    ] {
        assert_eq!(paid(&book, payer, |_| ())?, amount, "{payer:?}");
    }
    Ok(())
}

#[test]
fn fifty_years_of_party_age_pay_nothing() -> Outcome {
    let book = RuleBook::vietnam();
    let payer = Payer::Pensioner { pension: 5_000_000 };
    assert_eq!(
        paid(&book, payer, |input| input.party_age_years = 49)?,
        25_000
    );
    assert_eq!(paid(&book, payer, |input| input.party_age_years = 50)?, 0);
    let exempt = |input: &mut MonthlyDuesInput| input.exempt = Some(DuesExemption::NearPoor);
    assert_eq!(paid(&book, payer, exempt)?, 0);
    Ok(())
}

#[test]
fn a_reduction_comes_before_rounding() -> Outcome {
    let book = RuleBook::vietnam();
    // 1 % is 12,345.50 đồng; 70 % of that is 8,641.85.
    let payer = Payer::Insured { salary: 1_234_550 };
    assert_eq!(paid(&book, payer, |_| ())?, 12_346);
    assert_eq!(
        paid(&book, payer, |input| input.reduction_percent = Some(30))?,
        8_642
    );
    let none = paid(&book, payer, |input| input.reduction_percent = Some(40)).err();
    let named = none.as_ref().and_then(input_code);
    assert_eq!(named, Some((InputCode::UnknownChoice, "reductionPercent")));
    Ok(())
}

#[test]
fn sums_out_of_range_are_named() {
    let book = RuleBook::vietnam();
    for (payer, field) in [
        (Payer::Insured { salary: -1 }, "payer.salary"),
        (Payer::Pensioner { pension: i64::MAX }, "payer.pension"),
        (Payer::Uninsured { region: 5 }, "payer.region"),
        (Payer::AbroadOther { amount: 29_999 }, "payer.amount"),
        (Payer::AbroadOther { amount: 400_001 }, "payer.amount"),
    ] {
        let error = paid(&book, payer, |_| ()).err();
        assert_eq!(
            error.as_ref().and_then(input_code).map(|(_, field)| field),
            Some(field)
        );
    }
}

#[test]
fn the_old_dues_are_known_in_part() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2023, 12, 31)?)?;
    let mut input = MonthlyDuesInput {
        payer: Payer::Insured { salary: 10_000_000 },
        party_age_years: 60,
        exempt: None,
        reduction_percent: None,
    };
    let old = monthly_dues(&rules, &input)?;
    assert_eq!(old.value.amount, 100_000);
    assert_eq!(
        old.grounds
            .first()
            .map(|ground| ground.citation.instrument.as_str()),
        Some("342-QĐ/TW")
    );
    input.payer = Payer::Student;
    let unread = monthly_dues(&rules, &input);
    assert!(matches!(unread, Err(HandbookError::RuleNotInForce { .. })));
    input.exempt = Some(DuesExemption::Poor);
    let unread = monthly_dues(&rules, &input);
    assert!(matches!(unread, Err(HandbookError::RuleNotInForce { .. })));
    Ok(())
}

#[test]
fn a_cell_keeps_its_share() -> Outcome {
    let book = RuleBook::vietnam();
    for (day, collected, kept) in [
        (date(2026, 3, 1)?, 1_000_000, 700_000),
        (date(2023, 12, 31)?, 1_000_000, 300_000),
        (date(2026, 3, 1)?, 0, 0),
        (date(2026, 3, 1)?, 999, 699),
    ] {
        let value = kept_by_cell(&book.on(day)?, &KeptByCellInput { collected })?.value;
        assert_eq!((value.kept, value.sent), (kept, collected - kept));
    }
    Ok(())
}
