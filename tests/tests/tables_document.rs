//! `docs/tables.md` says what the reader does.

#![allow(clippy::panic, reason = "a failing test may panic")]

use handbook::exchange::{ReadOptions, TableFile, TableProblemCode, read_tables};

const DOCUMENT: &str = include_str!("../../docs/tables.md");

/// The part of the document about one table.
fn section(table: &str) -> &'static str {
    DOCUMENT
        .split("\n## ")
        .find(|section| section.starts_with(table))
        .unwrap_or_else(|| panic!("{table} is not described"))
}

#[test]
fn every_column_and_table_is_described() {
    for table in [
        "organizations.csv",
        "members.csv",
        "posts.csv",
        "meetings.csv",
        "attendance.csv",
        "targets.csv",
        "ratings.csv",
        "adoption.csv",
        "projects.csv",
    ] {
        let problems = read_tables(&[TableFile::new(table, "?\n")], &ReadOptions::default());
        let problems = problems
            .map(|_| ())
            .expect_err("no table has a column `?`")
            .problems;
        let columns: Vec<&str> = problems
            .iter()
            .filter(|problem| problem.code == TableProblemCode::MissingColumn)
            .map(|problem| problem.value.as_str())
            .collect();
        assert!(columns.len() >= 3, "{table}: {columns:?}");
        for column in columns {
            assert!(
                section(table).contains(&format!("`{column}`")),
                "{table}: {column} is not described"
            );
        }
    }
}

#[test]
fn every_word_that_a_row_may_use_is_described() {
    let rows = [
        ("organizations.csv", "sector,setting,act"),
        ("members.csv", "sex,sector,religious,standing,left_reason"),
        ("posts.csv", "post"),
        ("meetings.csv", "kind"),
        ("attendance.csv", "presence"),
        ("ratings.csv", "subject,criteria,results,disciplined"),
        ("adoption.csv", "installed"),
        ("projects.csv", "quality_met"),
    ];
    for (table, columns) in rows {
        let wrong = vec!["?"; columns.split(',').count()].join(",");
        let file = TableFile::new(table, format!("{columns}\n{wrong}\n"));
        let problems = read_tables(&[file], &ReadOptions::default());
        let problems = problems.map(|_| ()).expect_err("`?` is no word").problems;
        let mut lists = 0;
        for problem in &problems {
            if problem.code != TableProblemCode::UnknownChoice {
                continue;
            }
            lists += 1;
            for word in problem.limit.iter().flat_map(|limit| limit.split(" | ")) {
                assert!(
                    section(table).contains(&format!("`{word}`")),
                    "{table}: {word} is not described"
                );
            }
        }
        assert_eq!(lists, columns.split(',').count(), "{table}");
    }
}
