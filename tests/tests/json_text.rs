//! The text that the library writes is, byte for byte, what serde_json writes of the same values,
//! and what it reads is what the derived readers read.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

use handbook::error::{AbsenceReason, FailedChecks, OutsideRuleBook, RuleNotInForce};
use handbook::exchange::{
    ReadOptions, TableFile, TableProblem, TableProblemCode, TableProblems, read_tables,
};
use handbook::handbook::{Command, Event, Handbook, Outcome, RecordQuestion};
use handbook::json::{Readable, ToJson, from_json, to_json};
use handbook::question::{DOORS, ask, ask_json, read_question};
use handbook::report::{DistrictYearRequest, district_year};
use handbook::rulebook::RuleBookProblem;
use handbook::{
    Citation, Comparison, Ground, HandbookError, InputCode, InputError, MemberId, NaiveDate,
    ParameterId, PolicyUsed, Quantity, RuleBook, RuleId, Sureness, Verdict, date, parse_date,
};
use handbook_tests::{Scenario, all_cases, config, json_files, rule_book, vectors_folder};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn same<T: ToJson + Serialize>(value: &T) -> String {
    let text = to_json(value);
    assert_eq!(
        text,
        serde_json::to_string(value).expect("serde_json writes every value")
    );
    text
}

/// Written as serde_json writes it, and read back by both readers.
fn there_and_back<T: ToJson + Readable + Serialize + DeserializeOwned + PartialEq + Debug>(
    value: &T,
) {
    let text = same(value);
    assert_eq!(&from_json::<T>("value", &text).expect(&text), value);
    assert_eq!(
        &serde_json::from_str::<T>(&text).expect("its own text"),
        value
    );
}

#[test]
fn every_question_and_answer_of_the_vectors() {
    let mut doors = BTreeSet::new();
    for case in all_cases().expect("the vectors are there") {
        let input = match (&case.input, &case.input_text) {
            (_, Some(text)) => text.clone(),
            (Some(value), None) => value.to_string(),
            (None, None) => String::new(),
        };
        let derived = serde_json::from_value(json!({"door": case.door, "input": case.input}));
        let question = match read_question(&case.door, &input) {
            Ok(question) => question,
            Err(error) => {
                assert!(
                    case.input_text.is_some() || derived.is_err(),
                    "{}",
                    case.name
                );
                same(&error);
                continue;
            }
        };
        same(&question);
        if case.input_text.is_none() {
            assert_eq!(question, derived.expect(&case.name));
        }
        let asked = rule_book(case.overlay.as_ref()).and_then(|book| {
            let on = parse_date("on", &case.on)?;
            let text = ask_json(&book, on, &case.door, &input);
            ask(&book, on, &question).map(|answer| (answer, text))
        });
        match asked {
            Ok((answer, text)) => {
                let whole: Value = serde_json::from_str(&same(&answer)).expect("JSON");
                let verdict = answer.verdict_json();
                assert_eq!(
                    serde_json::from_str::<Value>(&verdict).ok().as_ref(),
                    whole.get("answer")
                );
                assert_eq!(text.as_ref(), Ok(&verdict));
                doors.insert(case.door);
            }
            Err(error) => {
                same(&error);
            }
        }
    }
    assert_eq!(
        doors.len(),
        DOORS.len(),
        "a door without an answer: {doors:?}"
    );
}

#[test]
fn every_command_event_and_answer_of_the_scenarios() {
    let files = json_files(&vectors_folder().join("record")).expect("the scenarios are there");
    let (mut events, mut answers) = (BTreeSet::new(), BTreeSet::new());
    for (path, text) in files {
        let scenario: Scenario = serde_json::from_str(&text).expect("a scenario");
        let book = rule_book(scenario.overlay.as_ref()).expect("a book");
        let mut record = Handbook::new();
        for step in scenario.steps {
            let day = |text: &Option<String>| {
                parse_date("on", text.as_deref().unwrap_or_default()).expect("a day")
            };
            let result = if let Some(command) = step.command {
                let Ok(command) = from_json::<Command>("command", &command.to_string()) else {
                    assert!(serde_json::from_value::<Command>(command).is_err());
                    continue;
                };
                there_and_back(&command);
                let outcome = record.submit(&book, command, day(&step.recorded_on));
                if let Ok(Outcome::Accepted { events: new, .. }) = &outcome {
                    for event in new {
                        there_and_back(event);
                        let value = serde_json::to_value(&event.fact).expect("a fact");
                        events.insert(value.get("type").map(Value::to_string));
                    }
                }
                outcome.map(|outcome| same(&outcome))
            } else if let Some(question) = step.ask {
                let Ok(question) = from_json::<RecordQuestion>("ask", &question.to_string()) else {
                    assert!(serde_json::from_value::<RecordQuestion>(question).is_err());
                    continue;
                };
                there_and_back(&question);
                record.ask(&book, day(&step.on), &question).map(|answer| {
                    let value = serde_json::to_value(&answer).expect("an answer");
                    answers.insert(value.get("type").map(Value::to_string));
                    same(&answer)
                })
            } else {
                continue;
            };
            if let Err(error) = result {
                same(&error);
            }
        }
        let all = same(&record.events());
        assert_eq!(
            from_json::<Vec<Event>>("events", &all).expect("events"),
            record.events(),
            "{}",
            path.display()
        );
    }
    // Organizations are rated in the tables alone.
    let rated = r#"{"sequence":1,"recordedOn":"2023-12-31","fact":{"type":"organizationRated","organization":"a","year":2023,"facts":{"subject":"organization","marks":9000,"criteria":["good"],"results":"excellent","tasks":{"total":9,"done":8,"onTime":7,"beyond":6,"late":1},"targets":{"total":2,"reached":1},"disciplined":true,"subordinateDisciplined":false}}}"#;
    let event: Event = from_json("event", rated).expect("an event");
    there_and_back(&event);
    assert_eq!(to_json(&event), rated);
    events.insert(Some("\"organizationRated\"".to_owned()));
    assert_eq!(events.len(), 27, "a fact that no scenario has: {events:?}");
    assert_eq!(
        answers.len(),
        31,
        "a question no scenario asks: {answers:?}"
    );
}

#[test]
fn the_book_and_the_year_of_the_sample_district() {
    let book = RuleBook::vietnam()
        .with_overlay(r#"{"id":"phòng \"thử\"","body":"Ban tổ chức\n"}"#)
        .expect("an overlay");
    same(&book.kinds());
    same(&book.instruments());
    same(&book.overlays());
    same(&DOORS);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/yen-mo-2023");
    let files: Vec<TableFile> = fs::read_dir(folder)
        .expect("the sample is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "csv"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            TableFile::new(name.into_owned(), fs::read(&path).expect("a table"))
        })
        .collect();
    let recorded_on = date(2023, 12, 31).expect("a day");
    let record =
        Handbook::open(&book, &files, &ReadOptions::default(), recorded_on).expect("a record");
    let all = same(&record.events());
    assert_eq!(
        from_json::<Vec<Event>>("events", &all).expect("events"),
        record.events()
    );
    for judged_on in [None, date(2025, 12, 31).ok()] {
        let request = DistrictYearRequest {
            organization: None,
            year: 2023,
            judged_on,
        };
        there_and_back(&request);
        same(&district_year(&record, &book, &request).expect("a report"));
    }
}

#[test]
fn every_error() {
    let day = date(2025, 2, 28).expect("a day");
    let id = || "\"id\"\u{1}".to_owned();
    let problems = vec![
        RuleBookProblem::UnknownParameter { parameter: id() },
        RuleBookProblem::MissingParameter { parameter: id() },
        RuleBookProblem::Duplicate { id: id() },
        RuleBookProblem::WrongValue {
            parameter: id(),
            from: day,
        },
        RuleBookProblem::ValueOrAbsence {
            parameter: id(),
            from: day,
        },
        RuleBookProblem::Unsourced {
            parameter: id(),
            from: day,
        },
        RuleBookProblem::ForeignChain {
            id: id(),
            instrument: id(),
        },
        RuleBookProblem::Gap {
            parameter: id(),
            from: day,
            to: day,
        },
        RuleBookProblem::Overlap {
            id: id(),
            date: day,
        },
        RuleBookProblem::DateOrder {
            id: id(),
            from: day,
        },
        RuleBookProblem::UnknownInstrument {
            id: id(),
            instrument: id(),
        },
        RuleBookProblem::OutsideInstrument {
            id: id(),
            instrument: id(),
            from: day,
        },
        RuleBookProblem::UnknownKind {
            id: id(),
            under: id(),
        },
        RuleBookProblem::NotLocal { parameter: id() },
    ];
    same(&HandbookError::from(FailedChecks { problems }));
    same(&HandbookError::from(OutsideRuleBook {
        date: NaiveDate::MAX,
        rule_book: id(),
        from: NaiveDate::MIN,
        to: day,
    }));
    for reason in [AbsenceReason::NotRead, AbsenceReason::NoRule] {
        same(&HandbookError::from(RuleNotInForce {
            rule: id(),
            parameter: ParameterId::new("p").expect("an identifier"),
            date: day,
            reason,
        }));
    }
    for code in [
        InputCode::Empty,
        InputCode::TooLong,
        InputCode::NotAnIdentifier,
        InputCode::NotADate,
        InputCode::NotANumber,
        InputCode::OutOfRange,
        InputCode::UnknownChoice,
        InputCode::UnknownId,
        InputCode::Duplicate,
        InputCode::Contradiction,
        InputCode::DateOrder,
        InputCode::Cycle,
        InputCode::DecomposedText,
        InputCode::ControlCharacter,
        InputCode::NotJson,
    ] {
        let error = InputError::new(code, "field", id());
        assert!(same(&error).contains(&format!("\"code\":\"{}\"", code.as_str())));
        same(&HandbookError::from(error.with_limit("a | b")));
    }
    for code in [
        TableProblemCode::UnknownTable,
        TableProblemCode::MissingTable,
        TableProblemCode::DuplicateTable,
        TableProblemCode::TooMany,
        TableProblemCode::ByteOrderMark,
        TableProblemCode::Semicolons,
        TableProblemCode::MissingColumn,
        TableProblemCode::UnknownColumn,
        TableProblemCode::DuplicateColumn,
        TableProblemCode::RaggedRow,
        TableProblemCode::NotUtf8,
        TableProblemCode::DecomposedText,
        TableProblemCode::ControlCharacter,
        TableProblemCode::Empty,
        TableProblemCode::TooLong,
        TableProblemCode::NotAnIdentifier,
        TableProblemCode::NotADate,
        TableProblemCode::NotANumber,
        TableProblemCode::OutOfRange,
        TableProblemCode::UnknownChoice,
        TableProblemCode::UnknownId,
        TableProblemCode::Duplicate,
        TableProblemCode::TwoCells,
        TableProblemCode::Contradiction,
        TableProblemCode::DateOrder,
        TableProblemCode::Cycle,
        TableProblemCode::NotOfCell,
        TableProblemCode::MissingMember,
        TableProblemCode::Forbidden,
        TableProblemCode::NoRule,
    ] {
        let problem = TableProblem {
            file: "members.csv".to_owned(),
            line: 0,
            column: None,
            value: id(),
            code,
            limit: None,
            grounds: Vec::new(),
        };
        assert!(same(&problem).contains(&format!("\"code\":\"{}\"", code.as_str())));
    }
    let files = [TableFile::new("members.csv", "id,\u{1}\n\"a\"\"b\",\\\n")];
    let problems: TableProblems =
        read_tables(&files, &ReadOptions::default()).expect_err("this is no table");
    same(&problems);
    let mut problem = problems.problems.into_iter().next().expect("one problem");
    problem.grounds = vec![ground("x", 1)];
    problem.limit = Some("null".to_owned());
    problem.column = Some("[]".to_owned());
    same(&problem);
}

fn citation(text: &str, to: Option<NaiveDate>) -> Citation {
    Citation {
        instrument: text.to_owned(),
        clause: text.to_owned(),
        from: NaiveDate::default(),
        to,
        sureness: Sureness::Inferred,
        overlay: to.map(|_| text.to_owned()),
    }
}

fn ground(text: &str, number: i64) -> Ground {
    Ground {
        rule: RuleId::new("ORG-20").expect("an identifier"),
        parameter: ParameterId::new("cellCommitteeFrom").expect("an identifier"),
        citation: citation(text, None),
        measured: Quantity::word(text),
        comparison: Comparison::Differs,
        required: Quantity::count(number),
        holds: number > 0,
    }
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0_i32..=9_999, 1_u32..=366)
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap_or_default())
}

/// Texts that need escapes, and those that look as if they did.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        "[\u{0}-\u{9f}]{0,24}",
        "[\"\\\\/bfnrtu\u{8}\u{c}\n\r\t\u{2028}\u{feff}đ🇻{}\\[\\],]{0,24}",
    ]
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    let number = any::<i64>;
    prop_oneof![
        number().prop_map(|value| Quantity::Count { value }),
        (number(), number()).prop_map(|(part, whole)| Quantity::Share { part, whole }),
        number().prop_map(|hundredths| Quantity::Marks { hundredths }),
        number().prop_map(|value| Quantity::Days { value }),
        number().prop_map(|value| Quantity::WorkingDays { value }),
        number().prop_map(|value| Quantity::Months { value }),
        number().prop_map(|value| Quantity::Years { value }),
        number().prop_map(|value| Quantity::Minutes { value }),
        any_date().prop_map(|value| Quantity::Date { value }),
        number().prop_map(|value| Quantity::Dong { value }),
        any::<bool>().prop_map(|value| Quantity::Flag { value }),
        any_text().prop_map(|value| Quantity::Word { value }),
    ]
}

proptest! {
    #![proptest_config(config(4_000))]

    #[test]
    fn any_words_numbers_and_dates(
        text in any_text(),
        to in prop::option::of(any_date()),
        measured in any_quantity(),
        required in any_quantity(),
        number in any::<i64>(),
        small in any::<(u8, i32, u32, bool)>(),
        texts in prop::collection::vec(any_text(), 0..4),
    ) {
        let ground = Ground {
            citation: citation(&text, to),
            measured,
            required,
            ..ground(&text, number)
        };
        there_and_back(&ground);
        let policy = PolicyUsed {
            rule: ground.rule.clone(),
            parameter: ground.parameter.clone(),
            choice: text.clone(),
            citation: ground.citation.clone(),
        };
        there_and_back(&policy);
        same(&Verdict {
            value: Some(number),
            grounds: vec![ground],
            policies: vec![policy],
            sureness: Sureness::Weak,
        });
        there_and_back(&texts);
        there_and_back(&vec![small.0]);
        there_and_back(&vec![Some(small.1), None]);
        there_and_back(&vec![vec![small.2]]);
        there_and_back(&vec![small.3]);
        there_and_back(&vec![to]);
        if let Ok(member) = MemberId::new(&text) {
            there_and_back(&member);
        }
    }
}

#[test]
fn days_far_away() {
    for day in [
        NaiveDate::MIN,
        NaiveDate::MAX,
        date(-1, 1, 1).expect("a day"),
    ] {
        same(&Quantity::Date { value: day });
    }
}

#[test]
fn what_is_wrong_first_is_said_with_its_place() {
    let said = |text: &str| match from_json::<Event>("event", text) {
        Err(HandbookError::Input(error)) => error.value.clone(),
        other => panic!("{text} gave {other:?}"),
    };
    let event = |fact: &str| format!(r#"{{"sequence":0,"recordedOn":"2023-01-01","fact":{fact}}}"#);
    for (text, wanted) in [
        (event("[]"), "fact: a list is not an object"),
        (event("{}"), "fact: the key `type` is missing"),
        (event(r#"{"type":null}"#), "fact.type: null is not a word"),
        (
            event(r#"{"type":"memberMoved","to":" ","on":"2023-02-29"}"#),
            "fact: the key `member` is missing",
        ),
        (
            event(r#"{"type":"memberMoved","member":null,"on":"2023-02-29"}"#),
            "fact.member: null is not a text",
        ),
        (
            event(r#"{"on":"2023-02-29","to":" ","member":"m","type":"memberMoved"}"#),
            "fact.to: `organization` is not an identifier: ` `",
        ),
        (
            event(r#"{"type":"memberMoved","member":1,"member":1,"von":1}"#),
            "fact: the key `member` stands twice",
        ),
        (
            event(r#"{"type":"memberMoved","von":1,"member":1,"member":1}"#),
            "fact: unknown key `von` (allowed: type | member | to | on)",
        ),
        (
            event(
                r#"{"type":"rollCalled","meeting":"m","entries":[{"member":"a","presence":"excused"},{"presence":1},2]}"#,
            ),
            "fact.entries[1]: the key `member` is missing",
        ),
        (
            r#"{"sequence":-1,"recordedOn":1,"fact":1}"#.to_owned(),
            "sequence: -1 is not a whole number from 0 to 4294967295",
        ),
        (
            r#"{"recordedOn":1,"fact":1}"#.to_owned(),
            "the key `sequence` is missing",
        ),
    ] {
        assert_eq!(said(&text), wanted, "{text}");
    }
}
