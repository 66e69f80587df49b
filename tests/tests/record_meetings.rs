//! Meetings of the record: who came and left in any order, and the monitor beside a plain count.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use handbook::handbook::{Handbook, RecordQuestion};
use handbook::question::{from_json, to_json};
use handbook::{NaiveDate, RuleBook, date};
use handbook_tests::{config, submit};
use proptest::prelude::*;
use serde_json::{Value, json};

fn ask(record: &Handbook, book: &RuleBook, on: NaiveDate, question: &Value) -> Value {
    let read: RecordQuestion = from_json("question", &question.to_string()).expect("a question");
    let answer = record.ask(book, on, &read).expect("an answer");
    let text = to_json(&answer);
    let mut parsed: Value = serde_json::from_str(&text).expect("JSON");
    parsed
        .get_mut("answer")
        .map(Value::take)
        .expect("an answer")
}

/// A commune with cells of so many members each.
fn commune(book: &RuleBook, cells: &[u32]) -> Handbook {
    let mut record = Handbook::new();
    let organization = |id: &str, kind: &str, parent: Option<&str>| {
        json!({
            "type": "registerOrganization", "id": id, "kind": kind, "parent": parent,
            "name": "Tổ chức mẫu", "sector": "residential", "on": "2021-01-01",
        })
    };
    submit(&mut record, book, &organization("huyen", "huyen_uy", None));
    submit(
        &mut record,
        book,
        &organization("xa", "dang_bo_xa", Some("huyen")),
    );
    for (cell, members) in cells.iter().enumerate() {
        let id = format!("cb-{cell}");
        submit(
            &mut record,
            book,
            &organization(&id, "chi_bo_truc_thuoc", Some("xa")),
        );
        for member in 0..*members {
            let command = json!({
                "type": "registerMember", "id": format!("{id}.{member}"), "name": "Người mẫu",
                "sex": "female", "bornOn": "1980-01-01", "cell": id, "on": "2021-01-01",
                "admittedOn": "2010-05-19", "recognizedOn": "2011-05-19", "sector": "other",
            });
            submit(&mut record, book, &command);
        }
    }
    record
}

/// One cell's month: how many days later it was moved and when, whether it was held, who came.
#[derive(Debug, Clone)]
struct Month {
    scheduled: Option<u32>,
    moved: Option<(u32, u32)>,
    held: bool,
    present: u32,
}

fn month() -> impl Strategy<Value = Month> {
    let moved = prop::option::weighted(0.3, (1_u32..=28, 1_u32..=28));
    (
        prop::option::weighted(0.9, 2_u32..=20),
        moved,
        any::<bool>(),
        0_u32..=4,
    )
        .prop_map(|(scheduled, moved, held, present)| Month {
            scheduled,
            moved,
            held,
            present,
        })
}

/// The state of the monthly meeting of March 2023 on a day of March, told once more.
fn plain_state(month: &Month, today: u32) -> &'static str {
    let Some(first) = month.scheduled else {
        return "unscheduled";
    };
    let moved = month
        .moved
        .filter(|(changed, to)| *changed <= today && *to != first);
    let (day, late) = match moved {
        Some((changed, to)) => (to, changed >= first),
        None => (first, false),
    };
    if month.held && day <= today {
        if late { "late" } else { "onTime" }
    } else if day < today {
        "overdue"
    } else {
        "notYetDue"
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn who_came_and_left_in_any_order_is_the_same_meeting(
        spans in prop::collection::btree_map(0_u32..5, (0_u32..=40, 1_u32..=19, any::<bool>()), 0..5),
        order in Just(()).prop_perturb(|(), mut rng| (0..16).map(|_| rng.random::<u32>()).collect::<Vec<u32>>()),
    ) {
        let book = RuleBook::vietnam();
        let on = date(2025, 12, 3).expect("a day");
        let mut acts = Vec::new();
        for (member, (from, stay, leaves)) in &spans {
            let id = format!("cb-0.{member}");
            acts.push(json!({"type": "arrive", "member": id, "at": format!("19:{from:02}"),
                "online": member % 2 == 0}));
            if *leaves {
                let to = from + stay;
                acts.push(json!({"type": "leave", "member": id, "at": format!("19:{to:02}")}));
            }
        }
        let mut shuffled: Vec<(u32, Value)> =
            order.iter().copied().chain(0..).zip(acts.iter().cloned()).collect();
        shuffled.sort_by_key(|(place, _)| *place);
        let held = |acts: &mut dyn Iterator<Item = Value>| {
            let mut record = commune(&book, &[5]);
            submit(&mut record, &book, &json!({
                "type": "scheduleMeeting", "id": "hop", "organization": "cb-0",
                "kind": "monthly", "on": "2025-12-03",
            }));
            let open = json!({"type": "open", "at": "19:30"});
            for act in std::iter::once(open).chain(acts) {
                submit(&mut record, &book, &json!({
                    "type": "actOnMeeting", "meeting": "hop", "on": "2025-12-03", "act": act,
                }));
            }
            ask(&record, &book, on, &json!({"type": "meeting", "id": "hop"}))
        };
        let told = held(&mut acts.iter().cloned());
        let again = held(&mut shuffled.into_iter().map(|(_, act)| act));
        prop_assert_eq!(&told, &again);
        let there = spans.values().filter(|(_, _, leaves)| !leaves).count();
        prop_assert_eq!(&told["roll"]["present"], &json!(there));
        prop_assert_eq!(&told["roll"]["voteBase"], &json!(5));
    }

    #[test]
    fn the_monitor_counts_as_one_counts_by_hand(
        months in prop::collection::vec(month(), 1..6),
        today in 1_u32..=31,
    ) {
        let book = RuleBook::vietnam();
        let on = date(2023, 3, today).expect("a day");
        // The roll stands on the last day of a meeting: moves are those made by the day asked.
        let months: Vec<Month> = months
            .into_iter()
            .map(|month| Month {
                moved: month.moved.map(|(changed, to)| (changed.min(today), to.min(today))),
                ..month
            })
            .collect();
        let mut record = commune(&book, &vec![4; months.len()]);
        for (cell, month) in months.iter().enumerate() {
            let Some(first) = month.scheduled else {
                continue;
            };
            let (id, cell) = (format!("hop-{cell}"), format!("cb-{cell}"));
            submit(&mut record, &book, &json!({
                "type": "scheduleMeeting", "id": id, "organization": cell, "kind": "monthly",
                "on": format!("2023-03-{first:02}"),
            }));
            if let Some((changed, to)) = month.moved.filter(|(_, to)| *to != first) {
                submit(&mut record, &book, &json!({
                    "type": "actOnMeeting", "meeting": id, "on": format!("2023-03-{changed:02}"),
                    "act": {"type": "postpone", "to": format!("2023-03-{to:02}"), "reason": "Bão"},
                }));
            }
            if month.held {
                let entries: Vec<Value> = (0..4).map(|member| json!({
                    "member": format!("{cell}.{member}"),
                    "presence": if member < month.present { "presentInPerson" } else { "excused" },
                })).collect();
                submit(&mut record, &book, &json!({
                    "type": "callRoll", "meeting": id, "entries": entries,
                }));
            }
        }
        let answer = ask(&record, &book, on, &json!({
            "type": "monitor", "id": "xa", "year": 2023, "month": 3,
        }));
        let mut counted = std::collections::BTreeMap::new();
        let (mut attended, mut expected) = (0, 0);
        for (line, month) in answer["lines"].as_array().expect("lines").iter().zip(&months) {
            let state = plain_state(month, today);
            prop_assert_eq!(&line["state"], &json!(state), "{:?}", month);
            *counted.entry(state).or_insert(0_i64) += 1;
            if matches!(state, "onTime" | "late") {
                attended += month.present;
                expected += 4;
            }
        }
        for state in ["onTime", "late", "notYetDue", "unscheduled", "overdue", "missed"] {
            let by_hand = counted.get(state).copied().unwrap_or_default();
            prop_assert_eq!(&answer["counts"][state], &json!(by_hand), "{}", state);
        }
        prop_assert_eq!(&answer["attended"], &json!(attended));
        prop_assert_eq!(&answer["expected"], &json!(expected));
        let district = ask(&record, &book, on, &json!({
            "type": "monitor", "id": "huyen", "year": 2023, "month": 3,
        }));
        prop_assert_eq!(&district["counts"], &answer["counts"]);
        prop_assert_eq!(&district["attended"], &answer["attended"]);
    }
}
