//! No input, however wrong, makes a door panic; what it says about the input is an error that
//! names a field.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says why"
)]

use std::sync::LazyLock;

use handbook::question::{DOORS, ask_json};
use handbook::{NaiveDate, RuleBook, date, parse_date};
use handbook_tests::{Case, all_cases, config};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn any_day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        6 => (2021_i32..=2026, 1_u32..=12, 1_u32..=28),
        2 => (1_i32..=9999, 1_u32..=12, 1_u32..=28),
        1 => (-262_000_i32..=262_000, 1_u32..=12, 1_u32..=28),
    ]
    .prop_map(|(year, month, day)| date(year, month, day).unwrap_or(NaiveDate::MAX))
}

/// Values that programs get wrong: limits of every integer, far dates, texts that are too long.
fn nasty() -> impl Strategy<Value = Value> {
    let texts = select(vec![
        String::new(),
        " ".to_owned(),
        "x".repeat(65),
        "đ".repeat(33),
        "\u{0}".to_owned(),
        "\u{202e}abc".to_owned(),
        "e\u{302}\u{301}".to_owned(),
        "2025-02-30".to_owned(),
        "0000-00-00".to_owned(),
        "0001-01-01".to_owned(),
        "9999-12-31".to_owned(),
        "+262142-12-31".to_owned(),
        "-262143-01-01".to_owned(),
        "1.0000000000000000001".to_owned(),
        "999999999999999999999999".to_owned(),
        "never".to_owned(),
        "dang_bo_co_so".to_owned(),
    ]);
    prop_oneof![
        3 => select(vec![
            json!(0), json!(1), json!(-1), json!(2_147_483_647), json!(4_294_967_295_u32),
            json!(4_294_967_296_u64), json!(9_007_199_254_740_991_i64), json!(i64::MAX),
            json!(i64::MIN), json!(u64::MAX), json!(0.5), json!(1e300),
        ]),
        3 => texts.prop_map(Value::from),
        1 => any_day().prop_map(|day| json!(day.to_string())),
        1 => select(vec![Value::Null, json!(true), json!(false), json!([]), json!({})]),
        1 => (0_u32..=u32::MAX).prop_map(|number| json!(number)),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    nasty().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-zA-Z]{1,12}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn cases() -> Vec<Case> {
    let mut cases = all_cases().expect("the vectors are there");
    cases.retain(|case| case.input.as_ref().is_some_and(Value::is_object));
    cases
}

/// Pointers to every place in a value.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                places(value, &format!("{here}/{key}"), found);
            }
        }
        Value::Array(list) => {
            for (place, value) in list.iter().enumerate() {
                places(value, &format!("{here}/{place}"), found);
            }
        }
        _ => {}
    }
}

/// Asks twice; both answers must be the same bytes, and an error must say something.
fn ask_twice(book: &RuleBook, on: NaiveDate, door: &str, input: &str) {
    let first = ask_json(book, on, door, input);
    let second = ask_json(book, on, door, input);
    match (&first, &second) {
        (Ok(first), Ok(second)) => {
            assert_eq!(first, second);
            let answer: Value = serde_json::from_str(first).expect("an answer is JSON");
            for key in ["value", "grounds", "policies", "sureness"] {
                assert!(answer.get(key).is_some(), "{door}: no {key}");
            }
            assert!(whole_numbers_are_safe(&answer), "{door} {input}: {first}");
        }
        (Err(first), Err(second)) => {
            assert_eq!(first, second);
            assert!(!first.to_string().is_empty());
        }
        _ => panic!("{door} {input}: once an answer, once an error"),
    }
}

/// Whether every number is a whole one that JavaScript holds exactly.
fn whole_numbers_are_safe(value: &Value) -> bool {
    match value {
        Value::Number(number) => number
            .as_i64()
            .is_some_and(|number| number.unsigned_abs() <= 9_007_199_254_740_991),
        Value::Array(list) => list.iter().all(whole_numbers_are_safe),
        Value::Object(map) => map.values().all(whole_numbers_are_safe),
        _ => true,
    }
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn any_json_is_answered_or_refused(
        door in select(DOORS.to_vec()),
        on in any_day(),
        input in any_json(),
    ) {
        ask_twice(&BOOK, on, door, &input.to_string());
    }

    #[test]
    fn any_text_is_answered_or_refused(
        door in select(DOORS.to_vec()),
        on in any_day(),
        input in ".{0,80}",
    ) {
        ask_twice(&BOOK, on, door, &input);
    }
}

#[test]
fn good_input_with_one_wrong_value_is_answered_or_refused() {
    let cases = cases();
    let book = &*BOOK;
    let mut runner = proptest::test_runner::TestRunner::new(config(20_000));
    let strategy = (
        any::<Index>(),
        any::<Index>(),
        nasty(),
        prop::option::of(any_day()),
    );
    runner
        .run(&strategy, |(case, place, value, other_day)| {
            let case = case.get(&cases);
            let mut input = case.input.clone().unwrap_or_default();
            let mut found = Vec::new();
            places(&input, "", &mut found);
            if let Some(target) = input.pointer_mut(place.get(found.as_slice()).as_str()) {
                *target = value;
            }
            let on = parse_date("on", &case.on).unwrap_or(NaiveDate::MIN);
            ask_twice(
                book,
                other_day.unwrap_or(on),
                &case.door,
                &input.to_string(),
            );
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_key_too_many_is_refused_at_every_depth() {
    let book = &*BOOK;
    let mut tried = 0;
    for case in cases()
        .iter()
        .filter(|case| case.answer.is_some() && case.overlay.is_none())
    {
        let input = case.input.clone().unwrap_or_default();
        let on = parse_date("on", &case.on).expect("a case has a day");
        let mut found = Vec::new();
        places(&input, "", &mut found);
        for place in found {
            let mut changed = input.clone();
            let Some(Value::Object(map)) = changed.pointer_mut(&place) else {
                continue;
            };
            map.insert("keyTooMany".to_owned(), json!(1));
            let answer = ask_json(book, on, &case.door, &changed.to_string());
            assert!(answer.is_err(), "{} {}: {changed}", case.door, case.name);
            tried += 1;
        }
    }
    assert!(tried > 200, "only {tried} places were tried");
}

#[test]
fn a_list_does_not_stand_for_an_object() {
    let book = &*BOOK;
    for case in cases()
        .iter()
        .filter(|case| case.answer.is_some() && case.overlay.is_none())
    {
        let on = parse_date("on", &case.on).expect("a case has a day");
        let Some(Value::Object(map)) = &case.input else {
            continue;
        };
        let list = Value::from(map.values().cloned().collect::<Vec<_>>());
        let answer = ask_json(book, on, &case.door, &list.to_string());
        assert!(answer.is_err(), "{} {}: {list}", case.door, case.name);
    }
}

#[test]
fn every_door_has_a_case() {
    let cases = cases();
    for door in DOORS {
        let answered = cases
            .iter()
            .filter(|case| case.door == **door && case.answer.is_some())
            .count();
        assert!(
            answered >= 2,
            "`{door}` is answered by {answered} cases only"
        );
    }
}
