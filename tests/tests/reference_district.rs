//! The district's year counted a second time, with strings and maps and straight from the tables:
//! the levels of 2023 with the cap of every group, and the attendance of every organization.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

type Row = BTreeMap<String, String>;

const GRASSROOTS: [&str; 3] = ["dang_bo_xa", "dang_bo_co_so", "chi_bo_co_so"];

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(path).expect("the file is part of the project")
}

/// The sample's tables quote nothing and hold no comma within a value.
fn table(name: &str) -> Vec<Row> {
    let text = read(&format!("../examples/data/yen-mo-2023/{name}.csv"));
    assert!(!text.contains('"'), "{name} quotes something");
    let mut lines = text.lines().map(|line| line.split(',').map(str::to_owned));
    let header: Vec<String> = lines.next().expect("a table has a header").collect();
    lines
        .map(|line| header.iter().cloned().zip(line).collect())
        .collect()
}

fn of<'a>(row: &'a Row, column: &str) -> &'a str {
    row.get(column).map(String::as_str).unwrap_or_default()
}

fn number(row: &Row, column: &str) -> u64 {
    of(row, column).parse().unwrap_or_default()
}

fn grade(word: &str) -> usize {
    ["poor", "average", "good", "excellent"]
        .iter()
        .position(|known| *known == word)
        .expect("a grade")
}

/// 0 not completed, 1 completed, 2 good, 3 excellent: 124-QĐ/TW, section 6.3 and 6.5.
fn level(rating: &Row) -> usize {
    let lowest = of(rating, "criteria")
        .split(' ')
        .map(grade)
        .min()
        .expect("criteria");
    let results = grade(of(rating, "results"));
    let mut level = match (lowest, results) {
        (2.., 3..) => 3,
        (1.., 2..) => 2,
        (1.., _) => 1,
        _ => 0,
    };
    if of(rating, "subject") == "organization" && of(rating, "subordinate_disciplined") == "yes" {
        level = level.min(2);
    }
    let half_missed = number(rating, "targets_reached") * 2 < number(rating, "targets");
    if of(rating, "disciplined") == "yes" || of(rating, "subject") == "member" && half_missed {
        level = 0;
    }
    level
}

fn marks(rating: &Row) -> u64 {
    let (whole, rest) = of(rating, "marks")
        .split_once('.')
        .unwrap_or((of(rating, "marks"), ""));
    format!("{whole}{rest:0<2}").parse().expect("marks")
}

/// Whether somebody admitted then has been a member for six months on 31 December 2023.
fn half_a_year(admitted_on: &str) -> bool {
    // The last day from which six months are full by 31 December is 30 June.
    admitted_on <= "2023-06-30"
}

struct Tables {
    organizations: BTreeMap<String, Row>,
    ratings: BTreeMap<(String, String), Row>,
}

impl Tables {
    /// The grassroots organization that a cell belongs to.
    fn grassroots(&self, organization: &str) -> String {
        let mut here = organization;
        loop {
            let row = self.organizations.get(here).expect("an organization");
            if GRASSROOTS.contains(&of(row, "kind")) {
                return here.to_owned();
            }
            here = of(row, "parent");
        }
    }

    fn rating(&self, subject: &str, id: &str) -> Option<&Row> {
        self.ratings.get(&(subject.to_owned(), id.to_owned()))
    }
}

fn tables() -> Tables {
    Tables {
        organizations: table("organizations")
            .into_iter()
            .map(|row| (of(&row, "id").to_owned(), row))
            .collect(),
        ratings: table("ratings")
            .into_iter()
            .filter(|row| of(row, "year") == "2023")
            .map(|row| {
                (
                    (of(&row, "subject").to_owned(), of(&row, "id").to_owned()),
                    row,
                )
            })
            .collect(),
    }
}

/// Everyone's level and marks, by group.
fn groups(tables: &Tables) -> BTreeMap<String, Vec<(String, usize, u64)>> {
    let mut groups: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for member in table("members") {
        let gone = !of(&member, "left_on").is_empty() && of(&member, "left_on") <= "2023-12-31";
        let from = of(&member, "standing_from");
        let to = of(&member, "standing_to");
        let now =
            (from.is_empty() || from <= "2023-12-31") && (to.is_empty() || to >= "2023-12-31");
        let aside = now && ["exempted", "suspended"].contains(&of(&member, "standing"));
        let id = of(&member, "id");
        if let Some(rating) = tables.rating("member", id)
            && !gone
            && !aside
            && half_a_year(of(&member, "admitted_on"))
        {
            let group = tables.grassroots(of(&member, "cell"));
            groups
                .entry(group)
                .or_default()
                .push((id.to_owned(), level(rating), marks(rating)));
        }
    }
    for (id, organization) in &tables.organizations {
        let kind = of(organization, "kind");
        if let Some(rating) = tables.rating("organization", id)
            && GRASSROOTS.contains(&kind)
        {
            let group = groups.entry(kind.to_owned()).or_default();
            group.push((id.clone(), level(rating), marks(rating)));
        }
    }
    groups
}

fn report() -> Value {
    serde_json::from_str(&read("expected/district-year-2023-judged-2023.json")).expect("JSON")
}

fn count(line: &Value, key: &str) -> u64 {
    line.get(key).and_then(Value::as_u64).expect("a count")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value.get(key).and_then(Value::as_array).expect("a list")
}

fn text<'a>(line: &'a Value, key: &str) -> &'a str {
    line.get(key).and_then(Value::as_str).expect("a text")
}

#[test]
fn every_cap_is_found_again() {
    let report = report();
    let groups = groups(&tables());
    let lines = list(&report, "caps");
    assert_eq!(lines.len(), groups.len());
    let mut good_or_better = 0;
    let mut rated = 0;
    for line in lines {
        let group = groups.get(text(line, "group")).expect("a group");
        let good = group.iter().filter(|(_, level, _)| *level == 2).count();
        let mut eligible: Vec<_> = group.iter().filter(|(_, level, _)| *level == 3).collect();
        eligible.sort_by_key(|(_, _, marks)| Reverse(*marks));
        // A fifth of those good in the final table is a sixth of those good or better.
        let places = eligible.len().min((eligible.len() + good) / 6);
        let last_in = places.checked_sub(1).and_then(|last| eligible.get(last));
        let tied = match (last_in, eligible.get(places)) {
            (Some(inside), Some(outside)) if inside.2 == outside.2 => Some(inside.2),
            _ => None,
        };
        let vote: BTreeSet<&str> = eligible
            .iter()
            .filter(|(_, _, marks)| Some(*marks) == tied)
            .map(|(id, _, _)| id.as_str())
            .collect();
        let named: BTreeSet<&str> = list(line, "voteNeeded")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(named, vote, "{line}");
        let above = eligible
            .iter()
            .take(places)
            .filter(|one| Some(one.2) != tied)
            .count();
        for (key, found) in [
            ("eligible", eligible.len()),
            ("good", good),
            ("rated", group.len()),
            ("allowed", places),
            ("excellent", above),
            ("demoted", eligible.len() - above - vote.len()),
        ] {
            assert_eq!(
                usize::try_from(count(line, key)),
                Ok(found),
                "{key} of {line}"
            );
        }
        if !GRASSROOTS.contains(&text(line, "group")) {
            good_or_better += eligible.len() + good;
            rated += group.len();
        }
    }
    // 85.17 percent, from nothing but the tables.
    assert_eq!((good_or_better, rated), (4_619, 5_423));
    assert_eq!((good_or_better * 20_000 + rated) / (rated * 2), 8_517);
}

#[test]
fn every_attendance_is_found_again() {
    let tables = tables();
    let meetings: BTreeMap<String, String> = table("meetings")
        .iter()
        .filter(|row| of(row, "on").starts_with("2023-"))
        .map(|row| (of(row, "id").to_owned(), of(row, "organization").to_owned()))
        .collect();
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for entry in table("attendance") {
        let Some(organization) = meetings.get(of(&entry, "meeting")) else {
            continue;
        };
        let (attended, expected) = counts.entry(tables.grassroots(organization)).or_default();
        match of(&entry, "presence") {
            "presentInPerson" | "presentOnline" => {
                *attended += 1;
                *expected += 1;
            }
            "excused" | "unexcused" => *expected += 1,
            _ => {}
        }
    }
    let report = report();
    let lines = list(&report, "attendance");
    assert_eq!(lines.len(), counts.len());
    for line in lines {
        let (attended, expected) = counts.get(text(line, "organization")).expect("it met");
        assert_eq!(count(line, "attended"), *attended, "{line}");
        assert_eq!(count(line, "expected"), *expected, "{line}");
        // More than 85 percent, as long as the guidance of 2018 is in force.
        let reaches = attended * 100 > expected * 85;
        assert_eq!(
            line.get("reachesAim").and_then(Value::as_bool),
            Some(reaches),
            "{line}"
        );
    }
}
