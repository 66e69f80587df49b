use serde_json::Value;

use super::tree::{Json, parse};
use super::{Readable, from_json};
use crate::error::HandbookError;
use crate::handbook::{Command, Event, RecordQuestion};
use crate::vote::TallyInput;

fn plain(json: &Json<'_>) -> Value {
    match json {
        Json::Null | Json::Missing => Value::Null,
        Json::Flag(flag) => (*flag).into(),
        Json::Whole(number) => (*number).into(),
        Json::Other(number) => serde_json::from_str(number).unwrap_or(Value::Null),
        Json::Text(text) => text.as_ref().into(),
        Json::List(list) => list.iter().map(plain).collect(),
        Json::Object(entries) => entries
            .iter()
            .map(|(key, value)| (key.to_string(), plain(value)))
            .collect(),
    }
}

#[test]
fn the_tree_is_what_the_reference_reads() {
    for text in [
        "null",
        " true ",
        "9007199254740991",
        "-9223372036854775808",
        "1.5e-3",
        "18446744073709551616",
        r#""""#,
        r#""Nguyễn \"Đảng\" \\ \/ \b\f\n\r\t""#,
        r#""\u0110\u1ea3ng \ud83c\uddfb""#,
        "[]",
        "[1, [2, {}], \"x\"]",
        "{\"a\": {\"b\": [null, false]}, \"c\": \"\"}",
        "\n\t{ \"khóa\" : 1 }\r\n",
    ] {
        let expected: Value = serde_json::from_str(text).expect(text);
        assert_eq!(plain(&parse(text).expect(text)), expected, "{text}");
    }
}

#[test]
fn what_the_reference_refuses_is_refused() {
    for text in [
        "",
        " ",
        "nul",
        "tru",
        "nulls",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1e",
        "0x1",
        "[",
        "[1",
        "[1,]",
        "[1 2]",
        "]",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "'x'",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\ud800\"",
        "\"\\ud800x\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"a\nb\"",
        "1 2",
        "{} {}",
        "\u{feff}{}",
        "NaN",
    ] {
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    let deep = "[".repeat(100_000);
    assert!(parse(&deep).is_err());
    let fits = format!("{}{}", "[".repeat(60), "]".repeat(60));
    assert!(parse(&fits).is_ok());
}

fn value_of<T: Readable + std::fmt::Debug>(text: &str) -> String {
    match from_json::<T>("input", text) {
        Err(HandbookError::Input(error)) => {
            assert_eq!(error.field, "input");
            error.value.clone()
        }
        other => panic!("{text} gave {other:?}"),
    }
}

#[test]
fn a_misread_says_where_and_what() {
    let tally = |rest: &str| {
        format!(r#"{{"base":3,"decision":"ordinary","step":"proposing","method":"card"{rest}}}"#)
    };
    assert_eq!(
        value_of::<TallyInput>(&tally("")),
        "the key `yes` is missing"
    );
    assert_eq!(
        value_of::<TallyInput>(&tally(r#","yes":1,"yes":1"#)),
        "the key `yes` stands twice"
    );
    assert!(
        value_of::<TallyInput>(&tally(r#","yes":1,"maybe":1"#)).starts_with("unknown key `maybe`")
    );
    assert_eq!(
        value_of::<TallyInput>(&tally(r#","yes":-1"#)),
        "yes: -1 is not a whole number from 0 to 4294967295"
    );
    assert_eq!(
        value_of::<TallyInput>(&tally(r#","yes":1.0"#)),
        "yes: 1.0 is not a whole number from 0 to 4294967295"
    );
    let roll = r#"{"type":"callRoll","meeting":"m","entries":[{"member":"a","presence":"excused"},{"member":"b","presence":"asleep"}]}"#;
    assert!(
        value_of::<Command>(roll).starts_with("entries[1].presence: \"asleep\" is not one of"),
        "{}",
        value_of::<Command>(roll)
    );
    assert!(
        value_of::<Command>(r#"{"type":"applaud"}"#).starts_with("type: \"applaud\" is not one of")
    );
    assert_eq!(value_of::<Command>("{}"), "the key `type` is missing");
    assert!(value_of::<RecordQuestion>("[]").contains("an object"));
}

/// The derived readers of the same types: the lists in `shapes` must not drift from them.
#[test]
fn the_lists_agree_with_the_derived_readers() {
    let commands = [
        r#"{"type":"registerOrganization","id":"a","kind":"dang_bo_xa","name":"Xã","sector":"nonState","on":"2023-01-01"}"#,
        r#"{"type":"registerOrganization","id":"a","kind":"dang_bo_xa","parent":"b","name":"Xã","code":"1","sector":"state","village":true,"on":"2023-01-01"}"#,
        r#"{"type":"admitMember","id":"m","name":"N","sex":"female","bornOn":"1990-01-01","cell":"c","consideredOn":"2023-01-01","votes":{"base":3,"yes":3},"decisionOn":"2023-02-01","ceremonyOn":"2023-03-01","sector":"other","religious":null}"#,
        r#"{"type":"changeStanding","member":"m","standing":"away","from":"2023-01-01"}"#,
        r#"{"type":"rateMember","member":"m","year":2023,"facts":{"subject":"member","marks":9000,"criteria":["good"],"tasks":{"total":1,"done":1,"onTime":1,"beyond":0,"late":0},"disciplined":false,"subordinateDisciplined":false}}"#,
        r#"{"type":"recordProject","id":"p","organization":"a","name":"P","bidOn":"2023-01-01","packageValue":2,"contractValue":1,"qualityMet":true}"#,
    ];
    for text in commands {
        let listed: Command = from_json("command", text).expect(text);
        assert_eq!(listed, serde_json::from_str(text).expect(text));
    }
    let event = r#"{"sequence":1,"recordedOn":"2023-01-01","fact":{"type":"memberMoved","member":"m","to":"c","on":"2023-01-02"}}"#;
    let listed: Event = from_json("events", event).expect(event);
    assert_eq!(listed, serde_json::from_str(event).expect(event));
    assert_eq!(
        serde_json::to_string(&listed).expect("a written event"),
        event
    );
}
