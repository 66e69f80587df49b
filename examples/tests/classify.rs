//! The program `classify` on small tables, against a second version that reads and judges them in
//! the plainest way, and on every kind of dirty row.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing test may panic"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const WEIGHTS: [u32; 10] = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];
const HEAD: &str = "id,cell,disciplined,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9";

/// The two tables in a folder of a test's own.
struct Tables {
    folder: PathBuf,
}

impl Tables {
    fn new(name: &str, members: impl AsRef<[u8]>, cells: impl AsRef<[u8]>) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join("classify")
            .join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("members.csv"), members).unwrap();
        std::fs::write(folder.join("cells.csv"), cells).unwrap();
        Self { folder }
    }

    fn run(&self, options: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_classify"))
            .current_dir(&self.folder)
            .args(["members.csv", "cells.csv"])
            .args(options)
            .output()
            .unwrap()
    }

    /// The answer as JSON without the time, which must be there.
    fn answer(&self) -> Value {
        let output = self.run(&["--json"]);
        let complaints = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{complaints}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(text.lines().count(), 1, "{text}");
        let mut answer: Value = serde_json::from_str(&text).unwrap();
        let median = answer.as_object_mut().unwrap().remove("medianMs").unwrap();
        assert!(
            median.as_f64().is_some_and(|median| median >= 0.0),
            "{median}"
        );
        answer
    }

    /// What stands on the error stream of tables that are refused.
    fn complaints(&self) -> Vec<String> {
        let output = self.run(&["--json"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        let text = String::from_utf8(output.stderr).unwrap();
        text.lines().map(str::to_owned).collect()
    }
}

/// The same by cell, each member a row of text.
fn naive(members: &str, cells: &str) -> Value {
    let mut district_of = BTreeMap::new();
    let mut districts: BTreeMap<String, [u32; 4]> = BTreeMap::new();
    for line in cells.lines().skip(1) {
        let row: Vec<&str> = line.split(',').collect();
        district_of.insert(row[0], row[2]);
        districts.entry(row[2].to_owned()).or_default();
    }
    let mut by_cell: BTreeMap<&str, Vec<(u32, u32, &str, usize)>> = BTreeMap::new();
    for line in members.lines().skip(1) {
        let row: Vec<&str> = line.split(',').collect();
        let marks: Vec<u32> = row[3..].iter().map(|mark| mark.parse().unwrap()).collect();
        let score: u32 = marks
            .iter()
            .zip(WEIGHTS)
            .map(|(mark, weight)| mark * weight)
            .sum();
        let level = if matches!(row[2].to_lowercase().as_str(), "1" | "true") {
            0
        } else {
            [5_000, 7_000, 9_000]
                .iter()
                .filter(|from| score >= **from)
                .count()
        };
        by_cell
            .entry(row[1])
            .or_default()
            .push((score, marks[0], row[0], level));
    }
    let mut totals = [0; 4];
    let mut count = 0;
    for (cell, mut people) in by_cell {
        let most = people.iter().filter(|person| person.3 == 2).count() / 5;
        people.sort_by(|one, other| (other.0, other.1, one.2).cmp(&(one.0, one.1, other.2)));
        let mut excellent = 0;
        for (_, _, _, level) in &mut people {
            if *level == 3 {
                excellent += 1;
                if excellent > most {
                    *level = 2;
                }
            }
            count += 1;
            totals[*level] += 1;
            districts.get_mut(district_of[cell]).unwrap()[*level] += 1;
        }
    }
    json!({"members": count, "totals": totals, "districts": districts})
}

/// Numbers that only look random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % limit
    }
}

/// Tables of a number of members and cells, in no order; `spread` 0 ties everybody of a kind.
fn made_up(seed: u64, members: u64, cells: u64, spread: u64) -> (String, String) {
    let mut dice = Dice(seed);
    let mut people = format!("{HEAD}\n");
    for number in 0..members {
        let id = (number * 7_919) % members;
        let disciplined = ["0", "0", "0", "false", "FALSE", "0", "1", "True"]
            [usize::try_from(dice.below(8)).unwrap()];
        write!(people, "m{id},c{},{disciplined}", dice.below(cells)).unwrap();
        let middle = 50 + 10 * dice.below(6);
        for _ in WEIGHTS {
            write!(people, ",{}", (middle + dice.below(spread + 1)).min(100)).unwrap();
        }
        people.push('\n');
    }
    let mut tree = "cell,commune,district\n".to_owned();
    // The last cells have nobody, and the last district has such cells alone.
    for cell in 0..cells + 3 {
        let district = if cell < cells { cell / 6 } else { 90 };
        writeln!(tree, "c{cell},x{},d{district}", cell / 2).unwrap();
    }
    (people, tree)
}

#[test]
fn random_tables_agree_with_the_naive_version() {
    for (seed, members, cells, spread) in [
        (1, 997, 40, 12),
        (2, 997, 1, 12),
        (3, 499, 40, 0),
        (4, 499, 1, 0),
        (5, 101, 101, 30),
        (6, 1, 1, 0),
    ] {
        let (people, tree) = made_up(seed, members, cells, spread);
        let tables = Tables::new(&format!("random-{seed}"), &people, &tree);
        assert_eq!(
            tables.answer(),
            naive(&people, &tree),
            "tables of seed {seed}"
        );
    }
}

/// A member whose marks are all the same.
fn plain(id: &str, cell: &str, mark: u32) -> String {
    format!("{id},{cell},0{}\n", format!(",{mark}").repeat(10))
}

#[test]
fn a_cell_without_good_has_no_excellent_and_a_fifth_is_rounded_down() {
    let cells = "cell,commune,district\na,x,d\nb,x,e\nc,x,f\n";
    let mut members = format!("{HEAD}\n");
    members += &(plain("1", "a", 95) + &plain("2", "a", 60));
    for number in 0..9 {
        members += &plain(&format!("b{number}"), "b", 80);
        members += &plain(&format!("B{number}"), "b", 91);
    }
    let tables = Tables::new("a-fifth", members, cells);
    let expected = json!({
        "members": 20,
        "totals": [0, 1, 18, 1],
        "districts": {"d": [0, 1, 1, 0], "e": [0, 0, 17, 1], "f": [0, 0, 0, 0]},
    });
    assert_eq!(tables.answer(), expected);
}

#[test]
fn borders_belong_to_the_higher_level() {
    let cells = "cell,commune,district\na,x,d\n";
    let mut members = format!("{HEAD}\n");
    for (number, mark) in [50, 70, 70, 70, 70, 70, 90, 49].into_iter().enumerate() {
        members += &plain(&number.to_string(), "a", mark);
    }
    let answer = Tables::new("borders", members, cells).answer();
    assert_eq!(answer["totals"], json!([1, 1, 5, 1]));
}

#[test]
fn nobody_at_all_is_an_answer() {
    let answer = Tables::new("nobody", HEAD, "cell,commune,district\nc,x,d\n").answer();
    let expected = json!({"members": 0, "totals": [0, 0, 0, 0], "districts": {"d": [0, 0, 0, 0]}});
    assert_eq!(answer, expected);
}

/// How a table is written otherwise.
type Form<'form> = &'form dyn Fn(&str) -> String;

#[test]
fn spreadsheets_are_read_as_they_write() {
    let (people, tree) = made_up(7, 60, 5, 12);
    let expected = naive(&people, &tree);
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let semicolons = |text: &str| text.replace(',', ";");
    let quoted = |text: &str| {
        let quoted = |line: &str| format!("\"{}\"\n", line.replace(',', "\",\""));
        text.lines().map(quoted).collect::<String>()
    };
    let forms: [(&str, Form<'_>); 3] = [
        ("windows", &windows),
        ("semicolons", &semicolons),
        ("quoted", &quoted),
    ];
    for (name, form) in forms {
        let tables = Tables::new(name, form(&people), form(&tree));
        assert_eq!(tables.answer(), expected, "{name}");
    }
    let turned = |text: &str| -> String {
        let reversed = |line: &str| {
            let cells: Vec<&str> = line.split(',').rev().collect();
            cells.join(",") + "\n"
        };
        text.lines().map(reversed).collect()
    };
    let tables = Tables::new("turned", turned(&people), turned(&tree));
    assert_eq!(tables.answer(), expected, "columns in another order");
}

#[test]
fn districts_are_sorted_by_their_bytes_and_written_as_json_text() {
    let cells = "cell,commune,district\n1,x,10\n2,x,9\n3,x,\"a\"\"b\"\n4,x,Đông\n";
    let tables = Tables::new("sorted", HEAD, cells);
    let text = String::from_utf8(tables.run(&["--json"]).stdout).unwrap();
    let places: Vec<usize> = ["\"10\":", "\"9\":", "\"a\\\"b\":", "\"Đông\":"]
        .iter()
        .map(|key| {
            text.find(key)
                .unwrap_or_else(|| panic!("{key} is not in {text}"))
        })
        .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn a_page_shows_totals_districts_and_the_time() {
    let (people, tree) = made_up(8, 60, 5, 12);
    let output = Tables::new("page", &people, &tree).run(&[]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let expected = naive(&people, &tree);
    for (name, counts) in expected["districts"].as_object().unwrap() {
        let numbers: Vec<String> = counts
            .as_array()
            .unwrap()
            .iter()
            .map(Value::to_string)
            .collect();
        let found = text.lines().any(|line| {
            line.split_whitespace().eq([name.as_str()]
                .into_iter()
                .chain(numbers.iter().map(String::as_str)))
        });
        assert!(found, "no row of {name} {numbers:?} in\n{text}");
    }
    assert!(text.contains("median time of judging: "), "{text}");
    assert!(text.contains("compared by bytes"), "{text}");
    let numbered = people.replace("\nm", "\n");
    let output = Tables::new("numbered", numbered, tree).run(&[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("compared as numbers"));
}

#[test]
fn every_dirty_row_is_told_with_file_line_column_and_value() {
    let cells = "cell,commune,district\nc1,x,d\nc1,y,d\n,x,d\nc2,x\nc3,x,d\n";
    let marks = ",90,90,90,90,90,90,90,90,90";
    let members = [
        HEAD.to_owned(),
        format!("a,c1,0,90{marks}"),
        format!("a,c3,0,90{marks}"),
        format!("b,c9,0,90{marks}"),
        format!("c,c1,yes,90{marks}"),
        format!("d,c1,0,101{marks}"),
        format!("e,c1,0,-1{marks}"),
        format!("f,c1,0,9.5{marks}"),
        format!("g,c1,0,{marks}"),
        format!(",c1,0,90{marks}"),
        format!("{},c1,0,90{marks}", "x".repeat(65)),
        "h,c1,0,90".to_owned(),
        format!("i,c9,2,x{marks}"),
        format!("j,c1,1,100{marks}"),
    ];
    let complaints = Tables::new("dirty", members.join("\r\n"), cells).complaints();
    let long = "x".repeat(65);
    let expected = [
        ("cells.csv line 3, column `cell`", "c1"),
        ("cells.csv line 4, column `cell`", ""),
        ("cells.csv line 5, column ``", "2"),
        ("members.csv line 3, column `id`", "a"),
        ("members.csv line 4, column `cell`", "c9"),
        ("members.csv line 5, column `disciplined`", "yes"),
        ("members.csv line 6, column `c0`", "101"),
        ("members.csv line 7, column `c0`", "-1"),
        ("members.csv line 8, column `c0`", "9.5"),
        ("members.csv line 9, column `c0`", ""),
        ("members.csv line 10, column `id`", ""),
        ("members.csv line 11, column `id`", long.as_str()),
        ("members.csv line 12, column ``", "4"),
        ("members.csv line 13, column `cell`", "c9"),
        ("members.csv line 13, column `disciplined`", "2"),
        ("members.csv line 13, column `c0`", "x"),
    ];
    let (last, rows) = complaints.split_last().unwrap();
    assert_eq!(last, "16 dirty values, nothing was judged");
    assert_eq!(rows.len(), expected.len(), "{rows:#?}");
    for (row, (place, value)) in rows.iter().zip(expected) {
        assert!(row.starts_with(&format!("{place}: ")), "{row} for {place}");
        assert!(row.ends_with(&format!(": `{value}`")), "{row} for {value}");
    }
}

#[test]
fn lines_are_counted_past_empty_ones_and_quotes_must_enclose_a_cell() {
    let cells = "cell,commune,district\n\"c,1\",\"x\"\"y\",d\n";
    let marks = ",90,90,90,90,90,90,90,90,90,90";
    let members = format!(
        "{HEAD}\n\n\na,\"c,1\",0{marks}\n\nb,\"c,1,0{marks}\n\r\nc,c\"1,0{marks}\n\"d\"x,\"c,1\",0{marks}\ne,c1,0{marks}"
    );
    let complaints = Tables::new("quotes", members, cells).complaints();
    let quotes = "column ``: quotes that do not enclose a cell of this line: ";
    let expected = [
        format!("members.csv line 6, {quotes}`b,\"c,1,0{marks}`"),
        "members.csv line 8, column `cell`: no cell of this name: `c\"1`".to_owned(),
        format!("members.csv line 9, {quotes}`\"d\"x,\"c,1\",0{marks}`"),
        "members.csv line 10, column `cell`: no cell of this name: `c1`".to_owned(),
        "4 dirty values, nothing was judged".to_owned(),
    ];
    assert_eq!(complaints, expected);
}

#[test]
fn wrong_columns_files_and_bytes_are_told() {
    let cells = "cell,commune,district\nc1,x,d\n";
    let complaints = Tables::new(
        "columns",
        "id,cell,disciplined,c0,c0,c2,c3,c4,c5,c6,c7,c8,c10\n",
        cells,
    )
    .complaints();
    for told in [
        "column `c0`: the column stands twice",
        "column `c1`: the column is missing",
        "column `c10`: not a column",
    ] {
        assert!(
            complaints.iter().any(|line| line.contains(told)),
            "{complaints:#?}"
        );
    }
    let mut bytes = format!("{HEAD}\n").into_bytes();
    bytes.extend_from_slice(b"\xff,c1,0,1,1,1,1,1,1,1,1,1,1\n");
    let complaints = Tables::new("bytes", bytes, cells).complaints();
    assert!(
        complaints[0].starts_with("members.csv line 2, column `id`: not an identifier"),
        "{complaints:#?}"
    );

    let tables = Tables::new("missing", HEAD, cells);
    std::fs::remove_file(tables.folder.join("cells.csv")).unwrap();
    assert!(tables.complaints()[0].starts_with("cells.csv: "));
    let unknown = tables.run(&["--yaml"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("unknown option `--yaml`"));
}
