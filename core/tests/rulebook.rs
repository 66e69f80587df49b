//! The rule book: the shipped one, broken ones, and overlays.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate, Weekday};
use handbook::rulebook::policy::{
    AttendanceCounting, CapGroup, CapReading, CapRounding, CeremonyClock, EvaluationScheme,
};
use handbook::rulebook::{
    FromValue, HolidayKind, InForce, Parameter, ParameterValue, RuleBookProblem, Said, parameter,
};
use handbook::{
    Fraction, Grade, HandbookError, InputCode, KindId, Level, RuleBook, Rules, Sureness,
};
use serde_json::{Value, json};

const BOOK: &str = include_str!("../rules/vietnam.json");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn on<'book>(book: &'book RuleBook, text: &str) -> Rules<'book> {
    book.on(day(text)).expect("covered")
}

fn known<T: FromValue>(rules: Rules<'_>, parameter: Parameter<T>) -> InForce<'_, T> {
    rules.get(parameter).expect("a value in force")
}

// ---- the shipped book

#[test]
fn the_shipped_book_covers_2021_to_2026_and_nothing_else() {
    let book = RuleBook::vietnam();
    assert_eq!(book.covers(), (day("2021-01-01"), day("2026-12-31")));
    for outside in ["2020-12-31", "2027-01-01", "+262142-12-31"] {
        let Ok(outside) = outside.parse() else {
            panic!("a day");
        };
        match book.on(outside) {
            Err(HandbookError::OutsideRuleBook(error)) => {
                assert_eq!(
                    (error.date, error.from, error.to),
                    (outside, book.covers().0, book.covers().1)
                );
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn every_parameter_has_a_value_or_a_reason_on_every_day() {
    let book = RuleBook::vietnam();
    let raw: Value = serde_json::from_str(BOOK).unwrap();
    let count = raw["parameters"].as_array().unwrap().len();
    let mut values = 0_u32;
    let mut absences = 0_u32;
    for date in book
        .covers()
        .0
        .iter_days()
        .take_while(|date| *date <= book.covers().1)
    {
        let rules = book.on(date).unwrap();
        let mut said = 0;
        for statement in rules.statements() {
            said += 1;
            match statement.said {
                Said::Value { citation, .. } => {
                    values += 1;
                    assert!(!citation.instrument.is_empty());
                    assert!(citation.from <= date && citation.to.is_none_or(|to| date <= to));
                    assert_eq!(citation.overlay, None);
                    let instrument = book
                        .instruments()
                        .iter()
                        .find(|instrument| instrument.id == citation.instrument)
                        .expect("a listed instrument");
                    assert!(instrument.from <= date);
                    assert!(instrument.to.is_none_or(|to| date <= to));
                }
                Said::Absent { .. } => absences += 1,
            }
        }
        assert_eq!(said, count, "{date}");
    }
    assert!(values > 100_000 && absences > 10_000, "{values} {absences}");
}

#[test]
fn the_year_2023_and_the_year_2025_are_judged_by_different_texts() {
    let book = RuleBook::vietnam();

    let rules = on(&book, "2023-12-31");
    let scheme = known(rules, parameter::EVALUATION_SCHEME);
    assert_eq!(scheme.value, EvaluationScheme::CriteriaGrades);
    assert_eq!(scheme.rule().as_str(), "EVL-6.3");
    assert_eq!(scheme.citation().instrument, "124-QĐ/TW");
    assert_eq!(scheme.citation().sureness, Sureness::Secondary);
    assert_eq!(
        known(rules, parameter::EXCELLENT_CRITERIA).value,
        Grade::Good
    );
    assert_eq!(
        known(rules, parameter::EXCELLENT_RESULTS).value,
        Grade::Excellent
    );
    assert_eq!(known(rules, parameter::GOOD_CRITERIA).value, Grade::Average);
    assert_eq!(known(rules, parameter::GOOD_RESULTS).value, Grade::Good);
    assert_eq!(
        known(rules, parameter::COMPLETED_CRITERIA).value,
        Grade::Average
    );
    let tier = known(rules, parameter::DISTRICT_TIER);
    assert!(tier.value);
    assert_eq!(tier.rule().as_str(), "ORG-02");
    assert_eq!(tier.citation().instrument, "Điều lệ Đảng 2011");
    let committee = known(rules, parameter::CELL_COMMITTEE_FROM);
    assert_eq!(committee.citation().instrument, "24-QĐ/TW");
    assert_eq!(committee.citation().clause, "cf. 294-QĐ/TW §23.2");
    assert_eq!(committee.citation().sureness, Sureness::Inferred);
    let aim = known(rules, parameter::ATTENDANCE_AIM);
    assert_eq!((aim.value.numerator, aim.value.denominator), (17, 20));
    assert_eq!(aim.rule().as_str(), "MTG-09");
    assert_eq!(aim.citation().instrument, "12-HD/BTCTW (2018)");
    assert!(known(rules, parameter::ATTENDANCE_AIM_EXCEEDED).value);
    let discipline = known(rules, parameter::DISCIPLINED_LEVEL);
    assert_eq!(discipline.value, Level::NotCompleted);
    assert_eq!(discipline.citation().instrument, "25-HD/BTCTW");
    assert_eq!(discipline.citation().sureness, Sureness::Inferred);
    assert_eq!(
        known(rules, parameter::CAP_SHARE).value,
        Fraction::new(1, 5).unwrap()
    );
    assert_eq!(
        known(rules, parameter::CAP_READING).value,
        CapReading::ShareOfGoodAfterDemotion
    );
    assert_eq!(
        known(rules, parameter::CAP_GROUP).value,
        CapGroup::GrassrootsOrganization
    );
    assert_eq!(
        known(rules, parameter::CAP_ROUNDING).value,
        CapRounding::Floor
    );
    absent(rules, parameter::EXCELLENT_FROM, "noRule");
    absent(rules, parameter::CAP_SHARE_OUTSTANDING, "notRead");
    absent(rules, parameter::DUES_STUDENT, "notRead");

    let rules = on(&book, "2025-12-31");
    let scheme = known(rules, parameter::EVALUATION_SCHEME);
    assert_eq!(scheme.value, EvaluationScheme::ScoreAndTasks);
    assert_eq!(scheme.rule().as_str(), "EVL-6.2");
    assert_eq!(scheme.citation().instrument, "366-QĐ/TW");
    assert_eq!(known(rules, parameter::EXCELLENT_FROM).value, 9000);
    assert_eq!(known(rules, parameter::GOOD_FROM).value, 7000);
    assert_eq!(known(rules, parameter::COMPLETED_FROM).value, 5000);
    let tier = known(rules, parameter::DISTRICT_TIER);
    assert!(!tier.value);
    assert_eq!(tier.citation().instrument, "294-QĐ/TW");
    assert_eq!(tier.citation().clause, "§10.1");
    assert_eq!(tier.citation().sureness, Sureness::Read);
    let aim = known(rules, parameter::ATTENDANCE_AIM);
    assert_eq!((aim.value.numerator, aim.value.denominator), (9, 10));
    assert_eq!(aim.rule().as_str(), "MTG-08");
    assert_eq!(aim.citation().instrument, "42-HD/BTCTW");
    assert_eq!(
        known(rules, parameter::CAP_READING).value,
        CapReading::ShareOfRated
    );
    absent(rules, parameter::EXCELLENT_CRITERIA, "noRule");

    let rules = on(&book, "2026-12-01");
    let committee = known(rules, parameter::CELL_COMMITTEE_FROM);
    assert_eq!(committee.citation().instrument, "208-QĐ/TW");
    assert_eq!(committee.citation().sureness, Sureness::Inferred);
    let tier = known(rules, parameter::DISTRICT_TIER);
    assert_eq!(tier.citation().sureness, Sureness::Weak);
    assert_eq!(
        known(rules, parameter::CEREMONY_CLOCK).value,
        CeremonyClock::Issue
    );
    let pension = known(rules, parameter::DUES_PENSION);
    assert_eq!(pension.citation().instrument, "01-QĐ/TW");
    assert_eq!(pension.rule().as_str(), "DUES-8.1");
    assert_eq!(
        known(rules, parameter::EVALUATION_SCHEME)
            .citation()
            .instrument,
        "366-QĐ/TW"
    );
}

fn absent<T: FromValue + std::fmt::Debug>(rules: Rules<'_>, parameter: Parameter<T>, why: &str) {
    match rules.get(parameter) {
        Err(HandbookError::RuleNotInForce(error)) => {
            let id = &error.parameter;
            assert_eq!(id.as_str(), parameter.id());
            assert_eq!(error.date, rules.date());
            assert_eq!(
                serde_json::to_value(error.reason).unwrap(),
                json!(why),
                "{id}"
            );
        }
        other => panic!("{}: {other:?}", parameter.id()),
    }
}

#[test]
fn a_text_changes_from_one_day_to_the_next() {
    let book = RuleBook::vietnam();
    for (last, next, before, after) in [
        ("2021-07-29", "2021-07-30", "29-QĐ/TW", "24-QĐ/TW"),
        ("2025-01-19", "2025-01-20", "24-QĐ/TW", "232-QĐ/TW"),
        ("2025-06-30", "2025-07-01", "232-QĐ/TW", "294-QĐ/TW"),
        ("2026-04-07", "2026-04-08", "294-QĐ/TW", "20-QĐ/TW"),
        ("2026-07-25", "2026-07-26", "20-QĐ/TW", "208-QĐ/TW"),
    ] {
        let cited = |text: &str| known(on(&book, text), parameter::QUALIFIED_MAJORITY).citation();
        assert_eq!(cited(last).instrument, before);
        assert_eq!(cited(next).instrument, after);
    }
    absent(
        on(&book, "2023-10-03"),
        parameter::EVALUATION_SCHEME,
        "notRead",
    );
    assert_eq!(
        known(on(&book, "2023-10-04"), parameter::EVALUATION_SCHEME)
            .citation()
            .instrument,
        "124-QĐ/TW"
    );
    assert_eq!(
        known(on(&book, "2025-08-29"), parameter::EVALUATION_SCHEME)
            .citation()
            .instrument,
        "124-QĐ/TW"
    );
    assert_eq!(
        known(on(&book, "2025-08-30"), parameter::EVALUATION_SCHEME)
            .citation()
            .instrument,
        "366-QĐ/TW"
    );
    assert_eq!(
        known(on(&book, "2026-01-31"), parameter::DUES_INSURED)
            .citation()
            .instrument,
        "342-QĐ/TW"
    );
    assert_eq!(
        known(on(&book, "2026-02-01"), parameter::DUES_INSURED)
            .citation()
            .instrument,
        "01-QĐ/TW"
    );
}

#[test]
fn what_was_replaced_ended_the_day_before_its_successor_began() {
    let book = RuleBook::vietnam();
    let by_id: BTreeMap<&str, _> = book
        .instruments()
        .iter()
        .map(|instrument| (instrument.id.as_str(), instrument))
        .collect();
    let mut replaced = BTreeSet::new();
    for instrument in book.instruments() {
        for old in &instrument.replaces {
            assert!(replaced.insert(old.as_str()), "{old} is replaced twice");
            assert_eq!(by_id[old.as_str()].to, instrument.from.pred_opt(), "{old}");
            assert_eq!(
                by_id[old.as_str()].chain,
                instrument.chain,
                "{old} and {}",
                instrument.id
            );
        }
    }
}

#[test]
fn values_that_belong_together_agree() {
    let book = RuleBook::vietnam();
    for date in book
        .covers()
        .0
        .iter_days()
        .take_while(|date| *date <= book.covers().1)
    {
        let rules = book.on(date).unwrap();
        assert!(
            known(rules, parameter::ADMISSION_AGE_LEAST).value
                < known(rules, parameter::ADMISSION_AGE_MOST).value
        );
        assert!(
            known(rules, parameter::MINIMUM_FULL_MEMBERS).value
                < known(rules, parameter::CELL_COMMITTEE_FROM).value
        );
        if let Ok(excellent) = rules.get(parameter::EXCELLENT_FROM) {
            let good = known(rules, parameter::GOOD_FROM).value;
            let completed = known(rules, parameter::COMPLETED_FROM).value;
            assert!(completed < good && good < excellent.value && excellent.value <= 10_000);
        }
        let scheme = rules
            .get(parameter::EVALUATION_SCHEME)
            .ok()
            .map(|scheme| scheme.value);
        assert_eq!(
            rules.get(parameter::EXCELLENT_FROM).is_ok(),
            scheme == Some(EvaluationScheme::ScoreAndTasks)
        );
        assert_eq!(
            rules.get(parameter::EXCELLENT_CRITERIA).is_ok(),
            scheme == Some(EvaluationScheme::CriteriaGrades)
        );
    }
}

#[test]
fn a_statement_agrees_with_the_typed_value() {
    let book = RuleBook::vietnam();
    for date in ["2023-12-31", "2025-12-31"] {
        let rules = on(&book, date);
        let typed = known(rules, parameter::ATTENDANCE_AIM);
        let statement = rules
            .statements()
            .find(|statement| statement.parameter == typed.parameter())
            .unwrap();
        assert_eq!(statement.rule, typed.rule());
        assert_eq!(
            statement.said,
            Said::Value {
                value: &ParameterValue::Fraction(typed.value),
                citation: typed.citation(),
            }
        );
        assert_eq!(
            book.label(typed.parameter()),
            Some((statement.vi, statement.en))
        );
    }
}

// ---- kinds

fn kind<'book>(rules: &Rules<'book>, id: &str) -> Option<&'book handbook::rulebook::KindRule> {
    rules.kind(&KindId::new(id).unwrap())
}

fn may_stand(rules: &Rules<'_>, lower: &str, upper: &str) -> bool {
    kind(rules, upper).is_some()
        && kind(rules, lower)
            .is_some_and(|rule| rule.under.iter().any(|under| under.as_str() == upper))
}

#[test]
fn the_district_tier_ends_and_communes_rise_above_grassroots() {
    let book = RuleBook::vietnam();
    let before = on(&book, "2025-06-30");
    let after = on(&book, "2025-07-01");

    assert!(may_stand(&before, "dang_bo_xa", "huyen_uy"));
    assert!(kind(&before, "dang_bo_xa").unwrap().grassroots);
    assert!(may_stand(&before, "chi_bo_truc_thuoc", "dang_bo_xa"));
    assert!(!may_stand(&before, "dang_bo_co_so", "dang_bo_xa"));
    assert!(may_stand(&before, "chi_bo_co_so", "huyen_uy"));
    assert_eq!(kind(&before, "dang_bo_xa").unwrap().rule.as_str(), "ORG-02");

    assert!(kind(&after, "huyen_uy").is_none());
    assert!(may_stand(&after, "dang_bo_xa", "tinh_uy"));
    assert!(!kind(&after, "dang_bo_xa").unwrap().grassroots);
    assert!(may_stand(&after, "dang_bo_co_so", "dang_bo_xa"));
    assert!(
        may_stand(&after, "chi_bo_truc_thuoc", "dang_bo_xa"),
        "village cells, ORG-04"
    );
    assert!(
        !may_stand(&after, "dang_bo_bo_phan", "dang_bo_xa"),
        "ORG-14"
    );
    let citation = kind(&after, "dang_bo_xa").unwrap().citation();
    assert_eq!(
        (citation.instrument.as_str(), citation.clause.as_str()),
        ("294-QĐ/TW", "§10.2")
    );
}

#[test]
fn from_26_july_2026_every_cell_is_just_a_cell() {
    let book = RuleBook::vietnam();
    let before = on(&book, "2026-07-25");
    let after = on(&book, "2026-07-26");
    assert!(kind(&before, "chi_bo").is_none());
    assert!(kind(&after, "chi_bo").unwrap().cell);
    for old in ["chi_bo_co_so", "chi_bo_truc_thuoc"] {
        assert!(kind(&before, old).unwrap().cell);
        assert!(kind(&after, old).is_none());
    }
    assert!(may_stand(&before, "to_dang", "chi_bo_truc_thuoc"));
    assert!(may_stand(&after, "to_dang", "chi_bo"));
    assert_eq!(kind(&after, "chi_bo").unwrap().sureness, Sureness::Weak);
}

#[test]
fn on_every_day_every_kind_has_a_place_and_there_is_one_root() {
    let book = RuleBook::vietnam();
    let days: BTreeSet<NaiveDate> = book
        .kinds()
        .iter()
        .flat_map(|kind| {
            [
                Some(kind.from),
                kind.to,
                kind.to.and_then(|to| to.succ_opt()),
            ]
        })
        .flatten()
        .chain([book.covers().0, book.covers().1])
        .filter(|date| book.covers().0 <= *date && *date <= book.covers().1)
        .collect();
    assert!(days.len() > 5);
    for date in days {
        let rules = book.on(date).unwrap();
        let kinds: Vec<_> = rules.kinds().collect();
        let roots: Vec<_> = kinds.iter().filter(|kind| kind.under.is_empty()).collect();
        assert_eq!(roots.len(), 1, "{date}");
        for kind in &kinds {
            for under in &kind.under {
                let above = rules.kind(under);
                assert!(above.is_some(), "{date}: {} under {under}", kind.id);
                assert!(
                    !above.unwrap().cell || kind.id.as_str() == "to_dang",
                    "{date}: {} under a cell",
                    kind.id
                );
            }
        }
    }
}

// ---- holidays

#[test]
fn working_days_of_the_list_are_weekend_days() {
    for holiday in RuleBook::vietnam().holidays() {
        if holiday.kind == HolidayKind::Workday {
            assert!(matches!(
                holiday.date.weekday(),
                Weekday::Sat | Weekday::Sun
            ));
        }
    }
}

#[test]
fn holidays_equal_the_published_lists() {
    let folder = std::env::var_os("HANDBOOK_REAL_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
        PathBuf::from,
    );
    let file = folder.join("vn-holidays-2015-2027.csv");
    let Ok(mut reader) = csv::Reader::from_path(&file) else {
        println!("not compared: no {}", file.display());
        return;
    };
    let published: Vec<(String, HolidayKind, String)> = reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            let kind = match &record[4] {
                "workday" => HolidayKind::Workday,
                "statutory" | "substituted" | "observed" => HolidayKind::Off,
                other => panic!("{other}"),
            };
            (record[0].to_owned(), kind, record[2].to_owned())
        })
        .filter(|(date, ..)| ("2021-01-01".."2027-01-01").contains(&date.as_str()))
        .collect();
    let ours: Vec<(String, HolidayKind, String)> = RuleBook::vietnam()
        .holidays()
        .iter()
        .map(|holiday| (holiday.date.to_string(), holiday.kind, holiday.vi.clone()))
        .collect();
    assert_eq!(ours, published);
}

// ---- broken books

fn entry<'a>(book: &'a mut Value, id: &str) -> &'a mut Value {
    book["parameters"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|parameter| parameter["id"] == id)
        .expect("a parameter of the book")
}

fn kind_entry<'a>(book: &'a mut Value, id: &str) -> &'a mut Value {
    book["kinds"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|kind| kind["id"] == id)
        .expect("a kind of the book")
}

fn problems(change: impl FnOnce(&mut Value)) -> Vec<RuleBookProblem> {
    let mut book: Value = serde_json::from_str(BOOK).unwrap();
    let before = book.clone();
    change(&mut book);
    assert_ne!(book, before, "the change changed nothing");
    match RuleBook::from_json(&book.to_string()) {
        Err(HandbookError::RuleBook(failed)) => failed.problems,
        other => panic!("the broken book gave {other:?}"),
    }
}

#[test]
fn an_unknown_parameter_is_refused() {
    let found = problems(|book| entry(book, "unpaidMonths")["id"] = json!("unpaidMoons"));
    assert_eq!(
        found,
        [
            RuleBookProblem::MissingParameter {
                parameter: "unpaidMonths".into()
            },
            RuleBookProblem::UnknownParameter {
                parameter: "unpaidMoons".into()
            },
        ]
    );
}

#[test]
fn a_parameter_kind_instrument_or_holiday_given_twice_is_refused() {
    for list in ["parameters", "kinds", "instruments", "holidays"] {
        let found = problems(|book| {
            let list = book[list].as_array_mut().unwrap();
            let copy = list[3].clone();
            list.push(copy);
        });
        assert!(
            matches!(found.as_slice(), [RuleBookProblem::Duplicate { .. }]),
            "{list}: {found:?}"
        );
    }
}

#[test]
fn a_value_of_the_wrong_shape_or_outside_its_limits_is_refused() {
    for (id, value) in [
        ("minimumFullMembers", json!("3")),
        ("minimumFullMembers", json!(-3)),
        ("minimumFullMembers", json!([3])),
        ("ordinaryMajority", json!("3/2")),
        ("ordinaryMajority", json!("1/0")),
        ("ordinaryMajority", json!("half")),
        ("ordinaryMajority", json!(1)),
        ("weekend", json!([0, 7])),
        ("weekend", json!([])),
        ("badgePrizeTenths", json!([[40, 20], [30, 15]])),
        ("badgePrizeTenths", json!([[40]])),
        ("badgePrizeTenths", json!([])),
    ] {
        let found = problems(|book| entry(book, id)["values"][0]["value"] = value.clone());
        assert!(
            matches!(found.as_slice(), [RuleBookProblem::WrongValue { parameter, .. }] if parameter == id),
            "{id} {value}: {found:?}"
        );
    }
    for (id, value) in [
        ("capReading", json!("shareOfLuck")),
        ("badgeRounds", json!([[2, 3, 12, 1, 2]])),
        ("badgeRounds", json!([[2, 3, 13, 1, 2, 31]])),
        ("duesReductions", json!([30, 130])),
    ] {
        let found = problems(|book| entry(book, id)["values"][1]["value"] = value.clone());
        assert!(
            found.iter().all(
                |problem| matches!(problem, RuleBookProblem::WrongValue { parameter, .. } if parameter == id)
            ),
            "{id} {value}: {found:?}"
        );
    }
    for id in [
        "meetingBaseWithout",
        "congressBaseWithout",
        "committeeBaseWithout",
        "readmissionNever",
    ] {
        for value in [json!(["asleep"]), json!([])] {
            let found = problems(|book| entry(book, id)["values"][0]["value"] = value);
            // Once for 294-QĐ/TW and once for each text it is carried over to.
            assert!(found.len() >= 5, "{found:?}");
            assert!(
                found
                    .iter()
                    .all(|problem| matches!(problem, RuleBookProblem::WrongValue { .. }))
            );
        }
    }
}

#[test]
fn neither_or_both_of_value_and_absence_is_refused() {
    let both =
        problems(|book| entry(book, "probationMonths")["values"][0]["absent"] = json!("noRule"));
    let neither = problems(|book| {
        entry(book, "probationMonths")["values"][0]
            .as_object_mut()
            .unwrap()
            .remove("value");
    });
    for found in [both, neither] {
        assert!(
            matches!(found.first(), Some(RuleBookProblem::ValueOrAbsence { parameter, .. }) if parameter == "probationMonths"),
            "{found:?}"
        );
    }
}

#[test]
fn a_value_without_a_source_is_refused() {
    for missing in ["instrument", "sureness"] {
        let found = problems(|book| {
            entry(book, "probationMonths")["values"][0]
                .as_object_mut()
                .unwrap()
                .remove(missing);
        });
        assert!(
            matches!(found.first(), Some(RuleBookProblem::Unsourced { parameter, .. }) if parameter == "probationMonths"),
            "{missing}: {found:?}"
        );
    }
}

#[test]
fn a_gap_is_refused_wherever_it_lies() {
    let middle = problems(|book| {
        entry(book, "evaluationScheme")["values"][1]["from"] = json!("2023-10-06");
    });
    assert_eq!(
        middle,
        [RuleBookProblem::Gap {
            parameter: "evaluationScheme".into(),
            from: day("2023-10-04"),
            to: day("2023-10-05"),
        }]
    );
    let start =
        problems(|book| entry(book, "probationMonths")["values"][0]["from"] = json!("2021-01-02"));
    assert_eq!(
        start,
        [RuleBookProblem::Gap {
            parameter: "probationMonths".into(),
            from: day("2021-01-01"),
            to: day("2021-01-01"),
        }]
    );
    let end =
        problems(|book| entry(book, "probationMonths")["values"][0]["to"] = json!("2026-12-30"));
    assert_eq!(
        end,
        [RuleBookProblem::Gap {
            parameter: "probationMonths".into(),
            from: day("2026-12-31"),
            to: day("2026-12-31"),
        }]
    );
    let nothing = problems(|book| entry(book, "probationMonths")["values"] = json!([]));
    assert_eq!(
        nothing,
        [RuleBookProblem::Gap {
            parameter: "probationMonths".into(),
            from: day("2021-01-01"),
            to: day("2026-12-31"),
        }]
    );
}

#[test]
fn two_values_for_one_day_are_refused() {
    let found = problems(|book| {
        let values = &mut entry(book, "probationMonths")["values"];
        let mut second = values[0].clone();
        second["from"] = json!("2024-02-01");
        second["to"] = json!("2024-02-29");
        values.as_array_mut().unwrap().push(second);
    });
    assert_eq!(
        found,
        [RuleBookProblem::Overlap {
            id: "probationMonths".into(),
            date: day("2024-02-01"),
        }]
    );
    let inside = problems(|book| {
        let values = &mut entry(book, "evaluationScheme")["values"];
        let mut second = values[1].clone();
        second["from"] = json!("2024-02-01");
        second["to"] = json!("2024-02-29");
        values.as_array_mut().unwrap().push(second);
    });
    assert_eq!(
        inside,
        [RuleBookProblem::Overlap {
            id: "evaluationScheme".into(),
            date: day("2024-02-01"),
        }]
    );
    let found = problems(|book| {
        let values = &mut kind_entry(book, "trung_uong")["values"];
        let mut second = values[0].clone();
        second["from"] = json!("2024-02-01");
        values.as_array_mut().unwrap().push(second);
    });
    assert_eq!(
        found,
        [RuleBookProblem::Overlap {
            id: "trung_uong".into(),
            date: day("2024-02-01"),
        }]
    );
}

#[test]
fn an_interval_that_ends_before_it_begins_is_refused() {
    let book = problems(|book| book["to"] = json!("2020-01-01"));
    assert!(
        book.contains(&RuleBookProblem::DateOrder {
            id: "vietnam".into(),
            from: day("2021-01-01"),
        }),
        "{book:?}"
    );
    let value = problems(|book| {
        let value = &mut entry(book, "probationMonths")["values"][0];
        value["from"] = json!("2024-02-01");
        value["to"] = json!("2024-01-01");
    });
    assert!(
        value.contains(&RuleBookProblem::DateOrder {
            id: "probationMonths".into(),
            from: day("2024-02-01"),
        }),
        "{value:?}"
    );
    let instrument = problems(|book| book["instruments"][0]["to"] = json!("2010-01-01"));
    assert!(
        instrument.contains(&RuleBookProblem::DateOrder {
            id: "Điều lệ Đảng 2011".into(),
            from: day("2011-01-19"),
        }),
        "{instrument:?}"
    );
}

#[test]
fn an_unknown_instrument_is_refused_wherever_it_is_cited() {
    let unknown = |id: &str| RuleBookProblem::UnknownInstrument {
        id: id.into(),
        instrument: "0-QĐ/TW".into(),
    };
    let value =
        problems(|book| entry(book, "unpaidMonths")["values"][0]["instrument"] = json!("0-QĐ/TW"));
    assert!(value.contains(&unknown("unpaidMonths")), "{value:?}");
    let absence =
        problems(|book| entry(book, "goodFrom")["values"][0]["instrument"] = json!("0-QĐ/TW"));
    assert!(absence.contains(&unknown("goodFrom")), "{absence:?}");
    let carried =
        problems(|book| entry(book, "unpaidMonths")["values"][0]["carried"][0] = json!("0-QĐ/TW"));
    assert!(carried.contains(&unknown("unpaidMonths")), "{carried:?}");
    let kind =
        problems(|book| kind_entry(book, "huyen_uy")["values"][0]["instrument"] = json!("0-QĐ/TW"));
    assert_eq!(kind, [unknown("huyen_uy")]);
    let replaced = problems(|book| book["instruments"][2]["replaces"] = json!(["0-QĐ/TW"]));
    assert_eq!(replaced, [unknown("24-QĐ/TW")]);
}

#[test]
fn a_value_outside_the_time_of_its_instrument_is_refused() {
    let early = problems(|book| {
        entry(book, "evaluationScheme")["values"][2]["from"] = json!("2025-08-29");
        entry(book, "evaluationScheme")["values"][1]["to"] = json!("2025-08-28");
    });
    assert_eq!(
        early,
        [RuleBookProblem::OutsideInstrument {
            id: "evaluationScheme".into(),
            instrument: "366-QĐ/TW".into(),
            from: day("2025-08-29"),
        }]
    );
    let late = problems(|book| {
        entry(book, "evaluationScheme")["values"][1]["to"] = json!("2025-08-30");
        entry(book, "evaluationScheme")["values"][2]["from"] = json!("2025-08-31");
    });
    assert_eq!(
        late,
        [RuleBookProblem::OutsideInstrument {
            id: "evaluationScheme".into(),
            instrument: "124-QĐ/TW".into(),
            from: day("2023-10-04"),
        }]
    );
}

#[test]
fn a_value_is_not_carried_over_to_another_chain() {
    let found = problems(|book| {
        entry(book, "unpaidMonths")["values"][0]["carried"]
            .as_array_mut()
            .unwrap()
            .push(json!("124-QĐ/TW"));
    });
    assert_eq!(
        found,
        [RuleBookProblem::ForeignChain {
            id: "unpaidMonths".into(),
            instrument: "124-QĐ/TW".into(),
        }]
    );
    let alone = problems(|book| {
        entry(book, "badgePrizeTenths")["values"][0]["carried"] = json!(["21-NQ/TW"]);
    });
    assert_eq!(
        alone,
        [RuleBookProblem::ForeignChain {
            id: "badgePrizeTenths".into(),
            instrument: "21-NQ/TW".into(),
        }]
    );
}

#[test]
fn a_kind_under_an_unknown_kind_is_refused() {
    let found =
        problems(|book| kind_entry(book, "tinh_uy")["values"][0]["under"] = json!(["cung_trang"]));
    assert_eq!(
        found,
        [RuleBookProblem::UnknownKind {
            id: "tinh_uy".into(),
            under: "cung_trang".into(),
        }]
    );
}

#[test]
fn every_problem_is_told_at_once() {
    let found = problems(|book| {
        entry(book, "unpaidMonths")["id"] = json!("unpaidMoons");
        entry(book, "probationMonths")["values"] = json!([]);
        kind_entry(book, "tinh_uy")["values"][0]["under"] = json!(["cung_trang"]);
    });
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn text_of_another_shape_is_an_input_error() {
    let mut unknown_key: Value = serde_json::from_str(BOOK).unwrap();
    unknown_key["colour"] = json!("red");
    let mut far_date: Value = serde_json::from_str(BOOK).unwrap();
    far_date["from"] = json!("999999-01-01");
    for text in [
        "",
        "[]",
        "{",
        "null",
        &unknown_key.to_string(),
        &far_date.to_string(),
    ] {
        match RuleBook::from_json(text) {
            Err(HandbookError::Input(error)) => {
                assert_eq!(
                    (error.code, error.field.as_str()),
                    (InputCode::NotJson, "ruleBook")
                );
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_date_of_another_form_is_refused() {
    for text in [
        "2021-1-1",
        "+2021-01-01",
        " 2021-01-01",
        "2021-01-01 ",
        "01/01/2021",
        "2021-02-30",
    ] {
        let mut book: Value = serde_json::from_str(BOOK).unwrap();
        book["from"] = json!(text);
        assert!(
            matches!(
                RuleBook::from_json(&book.to_string()),
                Err(HandbookError::Input(error)) if error.code == InputCode::NotJson
            ),
            "{text}"
        );
        let mut book: Value = serde_json::from_str(BOOK).unwrap();
        entry(&mut book, "probationMonths")["values"][0]["from"] = json!(text);
        assert!(RuleBook::from_json(&book.to_string()).is_err(), "{text}");
    }
}

// ---- overlays

const CHOICE: &str = r#"{
    "id": "yen-mo",
    "body": "Huyện ủy Yên Mô",
    "parameters": [{
        "id": "capReading",
        "values": [
            {"from": "2022-01-01", "to": "2023-12-31", "value": "shareOfGoodOrBetter",
             "instrument": "Quy định 7 của Huyện ủy", "clause": "Điều 3"},
            {"from": "2025-09-01", "value": "shareOfGoodOrBetter",
             "instrument": "Quy định 9 của Huyện ủy"}
        ]
    }]
}"#;

#[test]
fn an_overlay_cuts_the_intervals_of_the_book_and_shows_in_the_citation() {
    let plain = RuleBook::vietnam();
    let book = plain.with_overlay(CHOICE).unwrap();
    assert_eq!(book.overlays().len(), 1);
    assert_eq!(book.overlays()[0].body, "Huyện ủy Yên Mô");
    assert!(plain.overlays().is_empty());

    for (date, reading, instrument, overlay) in [
        (
            "2022-06-01",
            CapReading::ShareOfGoodOrBetter,
            "Quy định 7 của Huyện ủy",
            Some("yen-mo"),
        ),
        (
            "2023-12-31",
            CapReading::ShareOfGoodOrBetter,
            "Quy định 7 của Huyện ủy",
            Some("yen-mo"),
        ),
        (
            "2024-01-01",
            CapReading::ShareOfGoodAfterDemotion,
            "124-QĐ/TW",
            None,
        ),
        (
            "2025-08-29",
            CapReading::ShareOfGoodAfterDemotion,
            "124-QĐ/TW",
            None,
        ),
        ("2025-08-30", CapReading::ShareOfRated, "366-QĐ/TW", None),
        ("2025-08-31", CapReading::ShareOfRated, "366-QĐ/TW", None),
        (
            "2025-09-01",
            CapReading::ShareOfGoodOrBetter,
            "Quy định 9 của Huyện ủy",
            Some("yen-mo"),
        ),
        (
            "2026-12-31",
            CapReading::ShareOfGoodOrBetter,
            "Quy định 9 của Huyện ủy",
            Some("yen-mo"),
        ),
    ] {
        let found = known(on(&book, date), parameter::CAP_READING);
        let citation = found.citation();
        assert_eq!(found.value, reading, "{date}");
        assert_eq!(citation.instrument, instrument, "{date}");
        assert_eq!(citation.overlay.as_deref(), overlay, "{date}");
        assert_eq!(
            citation.sureness == Sureness::Chosen,
            overlay.is_some(),
            "{date}"
        );
        assert!(citation.from <= day(date) && citation.to.is_none_or(|to| day(date) <= to));
    }
    absent(on(&book, "2021-12-31"), parameter::CAP_READING, "notRead");
    let own = known(on(&book, "2023-06-01"), parameter::CAP_READING).citation();
    assert_eq!(
        (own.from, own.to),
        (day("2022-01-01"), Some(day("2023-12-31")))
    );
    let cut = known(on(&book, "2024-06-01"), parameter::CAP_READING).citation();
    assert_eq!(
        (cut.from, cut.to),
        (day("2024-01-01"), Some(day("2025-08-29")))
    );
    assert_eq!(cut.clause, "Điều 12");
}

#[test]
fn a_choice_inside_an_interval_leaves_both_ends() {
    let book = RuleBook::vietnam()
        .with_overlay(
            r#"{"id":"o","body":"b","parameters":[{"id":"attendanceCounting","values":[
            {"from":"2024-03-01","to":"2024-03-31","value":"everyMember","instrument":"x"}]}]}"#,
        )
        .unwrap();
    for (date, counting) in [
        (
            "2024-02-29",
            AttendanceCounting::WithoutExemptedSuspendedAway,
        ),
        ("2024-03-01", AttendanceCounting::EveryMember),
        ("2024-03-31", AttendanceCounting::EveryMember),
        (
            "2024-04-01",
            AttendanceCounting::WithoutExemptedSuspendedAway,
        ),
    ] {
        assert_eq!(
            known(on(&book, date), parameter::ATTENDANCE_COUNTING).value,
            counting
        );
    }
}

#[test]
fn overlays_stack_and_the_later_one_wins() {
    let book = RuleBook::vietnam()
        .with_overlay(CHOICE)
        .unwrap()
        .with_overlay(
            r#"{"id":"khanh-duong","body":"Đảng ủy xã","parameters":[{"id":"capReading","values":[
            {"from":"2023-01-01","to":"2023-06-30","value":"shareOfRated","instrument":"y"}]}]}"#,
        )
        .unwrap();
    let cited = |date| {
        known(on(&book, date), parameter::CAP_READING)
            .citation()
            .overlay
    };
    assert_eq!(cited("2022-12-31").as_deref(), Some("yen-mo"));
    assert_eq!(cited("2023-06-30").as_deref(), Some("khanh-duong"));
    assert_eq!(cited("2023-07-01").as_deref(), Some("yen-mo"));
}

#[test]
fn two_overlays_give_each_day_the_last_choice_or_the_book() {
    let window: Vec<NaiveDate> = day("2025-08-27").iter_days().take(7).collect();
    let mut intervals: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
    for (place, from) in window.iter().enumerate() {
        intervals.push((*from, None));
        intervals.extend(window[place..].iter().map(|to| (*from, Some(*to))));
    }
    let plain = RuleBook::vietnam();
    let lay =
        |book: &RuleBook, id: &str, reading: &str, (from, to): (NaiveDate, Option<NaiveDate>)| {
            let mut value = json!({"from": from, "value": reading, "instrument": id});
            if let Some(to) = to {
                value["to"] = json!(to);
            }
            let parameters = json!([{"id": "capReading", "values": [value]}]);
            book.with_overlay(&json!({"id": id, "body": "b", "parameters": parameters}).to_string())
                .unwrap()
        };
    let holds = |(from, to): (NaiveDate, Option<NaiveDate>), date: NaiveDate| {
        from <= date && to.is_none_or(|to| date <= to)
    };
    for first in &intervals {
        let once = lay(&plain, "first", "shareOfGoodOrBetter", *first);
        for second in &intervals {
            let twice = lay(&once, "second", "shareOfGoodBeforeDemotion", *second);
            for date in window.iter().copied().chain([day("2026-12-31")]) {
                let found = known(twice.on(date).unwrap(), parameter::CAP_READING);
                let expected = if holds(*second, date) {
                    CapReading::ShareOfGoodBeforeDemotion
                } else if holds(*first, date) {
                    CapReading::ShareOfGoodOrBetter
                } else if date < day("2025-08-30") {
                    CapReading::ShareOfGoodAfterDemotion
                } else {
                    CapReading::ShareOfRated
                };
                assert_eq!(found.value, expected, "{first:?} {second:?} {date}");
                let citation = found.citation();
                assert!(holds((citation.from, citation.to), date));
            }
        }
    }
}

#[test]
fn a_local_holiday_replaces_the_day_of_the_list() {
    let book = RuleBook::vietnam()
        .with_overlay(
            r#"{"id":"o","body":"b","holidays":[
            {"date":"2023-11-20","vi":"Ngày hội"},
            {"date":"2023-01-02","kind":"workday","vi":"Làm bù"}]}"#,
        )
        .unwrap();
    let kind_of = |date: &str| {
        book.holidays()
            .iter()
            .find(|holiday| holiday.date == day(date))
            .map(|holiday| holiday.kind)
    };
    assert_eq!(kind_of("2023-11-20"), Some(HolidayKind::Off));
    assert_eq!(kind_of("2023-01-02"), Some(HolidayKind::Workday));
    assert_eq!(
        book.holidays().len(),
        RuleBook::vietnam().holidays().len() + 1
    );
    assert!(
        book.holidays()
            .windows(2)
            .all(|pair| pair[0].date < pair[1].date)
    );
}

// ---- what docs/rulebook.md says

const MANUAL: &str = include_str!("../../docs/rulebook.md");

#[test]
fn the_overlay_of_the_manual_loads_and_decides() {
    let example = MANUAL
        .split("```json\n")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .find(|block| block.contains("\"body\""))
        .expect("an overlay in the manual");
    let book = RuleBook::vietnam().with_overlay(example).unwrap();
    let reading = known(on(&book, "2023-12-31"), parameter::CAP_READING);
    assert_eq!(reading.value, CapReading::ShareOfGoodOrBetter);
    assert_eq!(reading.citation().overlay.as_deref(), Some("yen-mo"));
    assert_eq!(
        known(on(&book, "2024-01-01"), parameter::CAP_READING)
            .citation()
            .overlay,
        None
    );
}

#[test]
fn the_sheet_of_the_manual_loads_and_decides() {
    let parameter = MANUAL
        .split("```json\n")
        .skip(1)
        .filter_map(|block| block.split("```").next())
        .find(|block| block.contains("\"memberSheet\""))
        .expect("a sheet in the manual");
    let overlay = format!(r#"{{"id":"tinh","body":"Tỉnh ủy mẫu","parameters":[{parameter}]}}"#);
    let book = RuleBook::vietnam().with_overlay(&overlay).unwrap();
    let sheet = known(on(&book, "2026-12-31"), parameter::MEMBER_SHEET);
    assert_eq!(sheet.value.id, "tinh-mau-2026");
    assert_eq!(sheet.value.criteria().count(), 2);
    assert_eq!(sheet.citation().overlay.as_deref(), Some("tinh"));
    let before = known(on(&book, "2025-12-31"), parameter::MEMBER_SHEET);
    assert_eq!(before.value.id, "366-QĐ/TW member");
}

/// The shipped book with one text of it replaced by another.
fn with_text(from: &str, to: &str) -> Vec<RuleBookProblem> {
    assert!(BOOK.contains(from), "{from}");
    match RuleBook::from_json(&BOOK.replacen(from, to, 1)) {
        Err(HandbookError::RuleBook(failed)) => failed.problems,
        other => panic!("{from} as {to} gave {other:?}"),
    }
}

#[test]
fn a_wrong_sheet_and_a_wrong_regime_are_refused() {
    use handbook::rulebook::sheet::SheetProblem;

    let border = r#""level":"good","from":"goodFrom""#;
    let problems = with_text(border, r#""level":"good","from":"goodSince""#);
    assert!(
        matches!(problems.as_slice(), [RuleBookProblem::Sheet { parameter, at, problem, .. }]
            if parameter == "organizationSheet" && at == "levels[1]"
                && *problem == SheetProblem::UnknownParameter),
        "{problems:?}"
    );
    let problems = with_text(
        r#""measure":"marks","comparison":"lessThan","required":5000"#,
        r#""measure":"marks","comparison":"lessThan","required":"1/2""#,
    );
    assert!(
        matches!(problems.as_slice(), [RuleBookProblem::Sheet { parameter, at, problem, .. }]
            if parameter == "27-HD/BTCTW" && at == "lowering[0].when"
                && *problem == SheetProblem::Bound),
        "{problems:?}"
    );
    let problems = with_text(
        r#"{"id":"132-QĐ/TW","rule":"EVL-02""#,
        r#"{"id":"27-HD/BTCTW","rule":"EVL-02""#,
    );
    assert_eq!(
        problems,
        [RuleBookProblem::Duplicate {
            id: "27-HD/BTCTW".to_owned()
        }]
    );
    let instrument = r#""en":"Guidance of 2014","instrument":"27-HD/BTCTW""#;
    let problems = with_text(
        instrument,
        r#""en":"Guidance of 2014","instrument":"28-HD/BTCTW""#,
    );
    assert_eq!(
        problems,
        [RuleBookProblem::UnknownInstrument {
            id: "27-HD/BTCTW".to_owned(),
            instrument: "28-HD/BTCTW".to_owned()
        }]
    );
    let ids: Vec<String> = RuleBook::vietnam()
        .regimes()
        .iter()
        .map(|regime| regime.id().to_owned())
        .collect();
    assert_eq!(ids, ["27-HD/BTCTW", "132-QĐ/TW"]);
}

#[test]
fn the_manual_names_what_is_open_to_a_local_choice() {
    let paragraph = MANUAL
        .split("Open to a local choice: ")
        .nth(1)
        .and_then(|rest| rest.split(". ").next())
        .expect("the list");
    let named: BTreeSet<&str> = paragraph
        .split(", ")
        .map(|id| id.trim_matches('`'))
        .collect();
    let book = RuleBook::vietnam();
    let local: BTreeSet<&str> = on(&book, "2025-12-31")
        .statements()
        .filter(|statement| statement.local)
        .map(|statement| statement.parameter.as_str())
        .collect();
    assert_eq!(named, local);
}

// ---- broken overlays

fn overlay_problems(text: &str) -> Vec<RuleBookProblem> {
    match RuleBook::vietnam().with_overlay(text) {
        Err(HandbookError::RuleBook(failed)) => failed.problems,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_overlay_may_not_touch_what_is_not_local() {
    let found = overlay_problems(
        r#"{"id":"o","body":"b","parameters":[{"id":"qualifiedMajority","values":[
        {"from":"2023-01-01","value":"1/2","instrument":"x"}]}]}"#,
    );
    assert_eq!(
        found,
        [RuleBookProblem::NotLocal {
            parameter: "qualifiedMajority".into()
        }]
    );
}

#[test]
fn broken_overlays_are_refused() {
    let one = |id: &str, values: &str| {
        overlay_problems(&format!(
            r#"{{"id":"o","body":"b","parameters":[{{"id":"{id}","values":[{values}]}}]}}"#
        ))
    };
    assert!(matches!(
        one("colour", "").as_slice(),
        [RuleBookProblem::UnknownParameter { .. }]
    ));
    assert!(matches!(
        one(
            "capReading",
            r#"{"from":"2023-01-01","value":"shareOfLuck","instrument":"x"}"#
        )
        .as_slice(),
        [RuleBookProblem::WrongValue { .. }]
    ));
    assert!(matches!(
        one(
            "capShare",
            r#"{"from":"2023-01-01","value":"6/5","instrument":"x"}"#
        )
        .as_slice(),
        [RuleBookProblem::WrongValue { .. }]
    ));
    assert!(matches!(
        one(
            "capShare",
            r#"{"from":"2023-01-01","value":"1/4","instrument":" "}"#
        )
        .as_slice(),
        [RuleBookProblem::Unsourced { .. }]
    ));
    assert!(matches!(
        one(
            "capShare",
            r#"{"from":"2023-02-01","to":"2023-01-01","value":"1/4","instrument":"x"}"#
        )
        .as_slice(),
        [RuleBookProblem::DateOrder { .. }]
    ));
    assert_eq!(
        one(
            "capShare",
            r#"{"from":"2023-01-01","value":"1/4","instrument":"x"},
               {"from":"2024-01-01","to":"2024-12-31","value":"1/5","instrument":"x"}"#
        ),
        [RuleBookProblem::Overlap {
            id: "capShare".into(),
            date: day("2024-01-01"),
        }]
    );
    let parameter = r#"{"id":"capShare","values":[]}"#;
    assert!(matches!(
        overlay_problems(&format!(
            r#"{{"id":"o","body":"b","parameters":[{parameter},{parameter}]}}"#
        ))
        .as_slice(),
        [RuleBookProblem::Duplicate { .. }]
    ));
    let holiday = r#"{"date":"2023-11-20","vi":"x"}"#;
    assert!(matches!(
        overlay_problems(&format!(
            r#"{{"id":"o","body":"b","holidays":[{holiday},{holiday}]}}"#
        ))
        .as_slice(),
        [RuleBookProblem::Duplicate { .. }]
    ));
    let twice = RuleBook::vietnam()
        .with_overlay(CHOICE)
        .unwrap()
        .with_overlay(CHOICE);
    assert!(
        matches!(&twice, Err(HandbookError::RuleBook(failed))
            if matches!(failed.problems.as_slice(), [RuleBookProblem::Duplicate { id }] if id == "yen-mo")),
        "{twice:?}"
    );
}

#[test]
fn an_overlay_without_a_usable_name_is_an_input_error() {
    let long = "đ".repeat(200);
    for (id, body, field, code) in [
        ("", "b", "overlay.id", InputCode::Empty),
        (long.as_str(), "b", "overlay.id", InputCode::TooLong),
        ("o", " ", "overlay.body", InputCode::Empty),
        ("o", long.as_str(), "overlay.body", InputCode::TooLong),
    ] {
        let text = json!({"id": id, "body": body}).to_string();
        match RuleBook::vietnam().with_overlay(&text) {
            Err(HandbookError::Input(error)) => {
                assert_eq!((error.field.as_str(), error.code), (field, code))
            }
            other => panic!("{other:?}"),
        }
    }
}
