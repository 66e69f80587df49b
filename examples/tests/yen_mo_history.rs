//! The typed-in history of the communes of Yên Mô, replayed and held against the facts.

#![allow(clippy::panic, reason = "a failing test may panic")]

use std::path::Path;

use chrono::NaiveDate;
use handbook::handbook::{
    Closing, Handbook, LineageAnswer, Outcome, RecordAnswer, RecordQuestion, TreeLine,
};
use handbook::question::from_json;
use handbook::{OrganizationId, RuleBook, parse_date};
use serde_json::Value;

/// What became of a commune.
enum Fate {
    /// It went into these, one after the other: code, name and decision.
    Became(&'static [(&'static str, &'static str, &'static str)]),
    /// It ended on a day by a decision, and no successor is stated.
    Lost(&'static str, &'static str),
}
use Fate::{Became, Lost};

const OF_2012: &str = "80/NQ-CP";
const OF_JANUARY: &str = "1318/NQ-UBTVQH15";
const OF_JULY: &str = "1674/NQ-UBTVQH15";

const YEN_MO: (&str, &str, &str) = ("14701", "xã Yên Mô", OF_JULY);
const YEN_THANG: (&str, &str, &str) = ("14725", "phường Yên Thắng", OF_JULY);
const YEN_TU: (&str, &str, &str) = ("14728", "xã Yên Từ", OF_JULY);
const YEN_MAC: (&str, &str, &str) = ("14743", "xã Yên Mạc", OF_JULY);
const DONG_THAI: (&str, &str, &str) = ("14746", "xã Đồng Thái", OF_JULY);
const TO_YEN_THINH: (&str, &str, &str) = ("14701", "thị trấn Yên Thịnh", OF_JANUARY);
const TO_KHANH_THUONG: (&str, &str, &str) = ("14704", "xã Khánh Thượng", OF_JANUARY);

/// Code, name and fate of every commune, town and ward of 2004.
const COMMUNES: [(&str, &str, Fate); 19] = [
    ("14374", "xã Yên Bình", Became(&[YEN_THANG])),
    ("14701", "thị trấn Yên Thịnh", Became(&[YEN_MO])),
    ("14704", "xã Khánh Thượng", Became(&[YEN_THANG])),
    ("14707", "xã Khánh Dương", Became(&[YEN_MO])),
    ("14710", "xã Mai Sơn", Became(&[TO_KHANH_THUONG, YEN_THANG])),
    ("14713", "xã Khánh Thịnh", Became(&[TO_YEN_THINH, YEN_MO])),
    ("14716", "xã Yên Phú", Lost("2012-11-29", OF_2012)),
    ("14719", "xã Yên Phong", Became(&[YEN_TU])),
    ("14722", "xã Yên Hòa", Became(&[YEN_MO])),
    ("14725", "xã Yên Thắng", Became(&[YEN_THANG])),
    ("14728", "xã Yên Từ", Became(&[YEN_TU])),
    ("14731", "xã Yên Hưng", Became(&[TO_YEN_THINH, YEN_MO])),
    ("14734", "xã Yên Thành", Became(&[DONG_THAI])),
    ("14737", "xã Yên Nhân", Became(&[YEN_TU])),
    ("14740", "xã Yên Mỹ", Became(&[YEN_MAC])),
    ("14743", "xã Yên Mạc", Became(&[YEN_MAC])),
    ("14746", "xã Yên Đồng", Became(&[DONG_THAI])),
    ("14749", "xã Yên Thái", Became(&[DONG_THAI])),
    ("14752", "xã Yên Lâm", Became(&[YEN_MAC])),
];

fn day(text: &str) -> NaiveDate {
    parse_date("on", text).unwrap_or_else(|error| panic!("{error}"))
}

fn commands() -> (NaiveDate, Vec<Value>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/yen-mo-history/commands.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{error}"));
    let typed: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}"));
    let commands = typed
        .get("commands")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let recorded_on = typed.get("recordedOn").and_then(Value::as_str);
    (day(recorded_on.unwrap_or_default()), commands)
}

/// The record, every command of which was taken in with all its grounds holding.
fn record(book: &RuleBook) -> Handbook {
    let mut record = Handbook::new();
    let (recorded_on, commands) = commands();
    assert_eq!(commands.len(), 29);
    for command in commands {
        let text = command.to_string();
        let taken = from_json("command", &text)
            .and_then(|command| record.submit(book, command, recorded_on))
            .unwrap_or_else(|error| panic!("{text}: {error}"));
        let Outcome::Accepted { grounds, .. } = taken else {
            panic!("{text}: {taken:?}");
        };
        assert!(grounds.iter().all(|ground| ground.holds), "{text}");
        let judged = command.get("stated") != Some(&Value::Bool(true));
        assert_eq!(judged, !grounds.is_empty(), "{text}");
    }
    record
}

fn tree(record: &Handbook, book: &RuleBook, on: &str) -> Vec<TreeLine> {
    match record.ask(book, day(on), &RecordQuestion::Tree { id: None }) {
        Ok(RecordAnswer::Tree(lines)) => lines,
        other => panic!("{other:?}"),
    }
}

fn lineage(record: &Handbook, book: &RuleBook, id: &OrganizationId) -> LineageAnswer {
    let question = RecordQuestion::Lineage {
        id: id.clone(),
        from: None,
    };
    match record.ask(book, day("2025-12-31"), &question) {
        Ok(RecordAnswer::Lineage(answer)) => answer,
        other => panic!("{other:?}"),
    }
}

/// Codes and names of the organizations of a kind on a day, without "Đảng bộ".
fn named(record: &Handbook, book: &RuleBook, kind: &str, on: &str) -> Vec<(String, String)> {
    let mut named: Vec<(String, String)> = tree(record, book, on)
        .into_iter()
        .filter(|line| line.kind.as_str() == kind)
        .map(|line| {
            let name = line.name.trim_start_matches("Đảng bộ ").to_owned();
            (line.code.unwrap_or_default(), name)
        })
        .collect();
    named.sort();
    named
}

/// The communes of 2004 without some, with other names for some.
fn of_2004(without: &[&str], renamed: &[(&str, &str)]) -> Vec<(String, String)> {
    COMMUNES
        .iter()
        .filter(|(code, ..)| !without.contains(code))
        .map(|(code, name, _)| {
            let now = renamed.iter().find(|(changed, _)| changed == code);
            let name = now.map_or(*name, |(_, now)| *now);
            ((*code).to_owned(), name.to_owned())
        })
        .collect()
}

#[test]
fn the_tree_is_that_of_each_day() {
    let book = RuleBook::vietnam();
    let record = record(&book);
    let ward = [("14374", "phường Yên Bình")];
    let gone = ["14716", "14710", "14713", "14731"];
    for (on, expected) in [
        ("2004-08-31", of_2004(&[], &[])),
        ("2012-11-28", of_2004(&[], &[])),
        ("2012-11-29", of_2004(&["14716"], &[])),
        ("2015-04-10", of_2004(&["14716"], &[])),
        ("2015-04-11", of_2004(&["14716"], &ward)),
        ("2024-12-31", of_2004(&["14716"], &ward)),
        ("2025-01-01", of_2004(&gone, &ward)),
        ("2025-06-30", of_2004(&gone, &ward)),
        (
            "2025-07-01",
            [YEN_MO, YEN_THANG, YEN_TU, YEN_MAC, DONG_THAI]
                .iter()
                .map(|(code, name, _)| ((*code).to_owned(), (*name).to_owned()))
                .collect(),
        ),
    ] {
        assert_eq!(named(&record, &book, "dang_bo_xa", on), expected, "{on}");
    }
    assert_eq!(
        named(&record, &book, "huyen_uy", "2025-06-30"),
        [
            ("370".to_owned(), "thành phố Tam Điệp".to_owned()),
            ("377".to_owned(), "huyện Yên Mô".to_owned())
        ]
    );
    assert_eq!(named(&record, &book, "huyen_uy", "2025-07-01"), []);
    let provinces = named(&record, &book, "tinh_uy", "2025-06-30");
    assert_eq!(provinces.len(), 3);
    let lines = tree(&record, &book, "2025-07-01");
    let roots: Vec<&TreeLine> = lines.iter().filter(|line| line.parent.is_none()).collect();
    let [province] = roots.as_slice() else {
        panic!("{roots:?}");
    };
    assert_eq!(province.code.as_deref(), Some("37"));
    assert!(lines.iter().all(|line| {
        line.parent
            .as_ref()
            .is_none_or(|above| *above == province.id)
    }));
}

#[test]
fn every_commune_has_the_fate_of_the_facts() {
    let book = RuleBook::vietnam();
    let record = record(&book);
    let first = tree(&record, &book, "2004-08-31");
    for (code, name, fate) in &COMMUNES {
        let line = first
            .iter()
            .find(|line| line.code.as_deref() == Some(code))
            .unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(line.name, format!("Đảng bộ {name}"));
        let answer = lineage(&record, &book, &line.id);
        match fate {
            Lost(on, decision) => {
                assert!(answer.heirs.is_empty() && answer.steps.is_empty(), "{name}");
                let [lost] = answer.lost.as_slice() else {
                    panic!("{name}: {:?}", answer.lost);
                };
                assert_eq!(lost.on, day(on));
                assert_eq!(lost.closing, Some(Closing::Dissolved));
                assert_eq!(lost.decision.as_deref(), Some(*decision));
            }
            Became(expected) => {
                assert!(answer.lost.is_empty(), "{name}");
                assert_eq!(answer.closing, Some(Closing::Merged), "{name}");
                let steps: Vec<(String, String, String)> = answer
                    .steps
                    .iter()
                    .map(|step| {
                        assert!(step.whole, "{name}");
                        let to = lineage(&record, &book, &step.to);
                        let last = to.stages.last();
                        let called = last.map(|stage| stage.name.trim_start_matches("Đảng bộ "));
                        (
                            last.and_then(|stage| stage.code.clone())
                                .unwrap_or_default(),
                            called.unwrap_or_default().to_owned(),
                            step.decision.clone().unwrap_or_default(),
                        )
                    })
                    .collect();
                let expected: Vec<(String, String, String)> = expected
                    .iter()
                    .map(|(code, name, decision)| {
                        ((*code).into(), (*name).into(), (*decision).into())
                    })
                    .collect();
                assert_eq!(steps, expected, "{name}");
                assert_eq!(answer.heirs.len(), 1, "{name}");
            }
        }
    }
}

#[test]
fn the_district_ends_with_its_tier_and_the_provinces_become_one() {
    let book = RuleBook::vietnam();
    let record = record(&book);
    let before = tree(&record, &book, "2025-06-30");
    for line in &before {
        let answer = lineage(&record, &book, &line.id);
        match line.kind.as_str() {
            "huyen_uy" => {
                assert_eq!(answer.closing, Some(Closing::TierEnded), "{}", line.name);
                assert!(answer.heirs.is_empty(), "{}", line.name);
            }
            "tinh_uy" => {
                let decisions: Vec<Option<&str>> = answer
                    .steps
                    .iter()
                    .map(|step| step.decision.as_deref())
                    .collect();
                assert_eq!(decisions, [Some("202/2025/QH15")], "{}", line.name);
            }
            _ => assert_eq!(answer.closing, Some(Closing::Merged), "{}", line.name),
        }
    }
}
