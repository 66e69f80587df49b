//! Tables with anything in them: a record or problems, never a panic, and the same every time.

use handbook::exchange::{ReadOptions, TableFile, read_tables};
use handbook::handbook::Handbook;
use handbook::report::{DistrictYearRequest, district_year};
use handbook::{NaiveDate, RuleBook};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::Index;

const TABLES: [(&str, &str); 9] = [
    (
        "organizations.csv",
        "id,code,name,kind,parent,sector,setting,act,founded_on,decision\n\
         huyen,377,Huyện,huyen_uy,,state,standard,registered,2021-01-01,\n\
         xa,14707,Xã,dang_bo_xa,huyen,residential,standard,registered,2021-01-01,\n\
         cb1,,Thôn,chi_bo_truc_thuoc,xa,residential,village,registered,2021-01-01,\n",
    ),
    (
        "members.csv",
        "id,name,sex,born_on,cell,cell_since,previous_cell,considered_on,votes_for,votes_base,\
         decision_on,admitted_on,recognized_on,sector,religious,standing,standing_from,\
         standing_to,left_on,left_reason\n\
         m1,Một,male,1970-01-01,cb1,2021-01-01,,,,,,2001-02-03,2002-02-03,other,no,active,,,,\n\
         m2,Hai,female,1999-01-01,cb1,2023-03-03,,2023-01-05,4,5,2023-02-01,2023-03-03,,other,,\
         away,2023-05-01,2023-09-01,2023-11-01,died\n",
    ),
    (
        "posts.csv",
        "organization,member,post,from,to\ncb1,m1,secretary,2022-01-01,\n",
    ),
    (
        "meetings.csv",
        "id,organization,kind,on,minutes\nb1,cb1,monthly,2023-04-03,95\n",
    ),
    (
        "attendance.csv",
        "meeting,member,presence\nb1,m1,presentInPerson\nb1,m2,unexcused\n",
    ),
    (
        "targets.csv",
        "id,organization,year,indicator,planned,achieved\nt1,huyen,2023,admissions,3,\n",
    ),
    (
        "ratings.csv",
        "subject,id,year,marks,criteria,results,tasks,tasks_done,tasks_on_time,tasks_beyond,\
         tasks_late,targets,targets_reached,disciplined,subordinate_disciplined\n\
         member,m1,2023,87.25,good good average,excellent,10,10,9,3,1,,,no,no\n\
         organization,xa,2023,90,good,good,9,9,9,9,0,5,4,no,yes\n",
    ),
    (
        "adoption.csv",
        "member,on,installed,logged_in,used\nm1,2023-06-30,yes,yes,no\n",
    ),
    (
        "projects.csv",
        "id,organization,name,bid_on,package_value,contract_value,quality_met,early_days\n\
         p1,huyen,Đường,2023-03-01,1000,990,yes,7\n",
    ),
];

/// What a field is replaced by: borders of every kind of value, and plain noise.
fn replacement() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec![
            "",
            "0",
            "1",
            "4294967295",
            "4294967296",
            "9007199254740993",
            "-1",
            "100.00",
            "101",
            "2023-02-29",
            "2024-02-29",
            "1900-01-01",
            "2199-12-31",
            "2026-12-31",
            "9999-12-31",
            "m1",
            "m2",
            "cb1",
            "xa",
            "huyen",
            "to_dang",
            "chi_bo",
            "yes",
            "no",
            "founded",
            "exempted",
            "suspended",
            "admissions",
            "\"",
            "a;b",
            "\u{feff}",
            "o\u{302}\u{323}",
            "poor poor",
            "congress",
            "organization",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,80}",
    ]
}

fn judged(files: &[TableFile]) -> Option<String> {
    let book = RuleBook::vietnam();
    let recorded_on = NaiveDate::from_ymd_opt(2023, 12, 31)?;
    let handbook = match Handbook::open(&book, files, &ReadOptions::default(), recorded_on) {
        Ok(handbook) => handbook,
        Err(problems) => {
            assert!(problems.total > 0 && !problems.problems.is_empty());
            return Some(
                problems
                    .problems
                    .iter()
                    .map(|one| format!("{one}\n"))
                    .collect(),
            );
        }
    };
    let request = DistrictYearRequest {
        organization: None,
        year: 2023,
        judged_on: None,
    };
    Some(format!("{:?}", district_year(&handbook, &book, &request)))
}

#[test]
fn the_unchanged_tables_are_judged() {
    let files = TABLES.map(|(name, text)| TableFile::new(name, text));
    let shown = judged(&files).unwrap_or_default();
    assert!(shown.starts_with("Ok("), "{shown}");
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn changed_fields_give_a_year_or_problems(
        changes in proptest::collection::vec(
            (any::<Index>(), any::<Index>(), any::<Index>(), replacement()), 1..4),
    ) {
        let mut tables = TABLES.map(|(name, text)| {
            let rows: Vec<Vec<String>> = text
                .lines()
                .map(|line| line.split(',').map(str::to_owned).collect())
                .collect();
            (name, rows)
        });
        for (table, row, field, text) in changes {
            let rows = &mut tables[table.index(TABLES.len())].1;
            let row = row.index(rows.len());
            let fields = &mut rows[row];
            let field = field.index(fields.len());
            fields[field] = text;
        }
        let files = tables.map(|(name, rows)| {
            let lines: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
            TableFile::new(name, lines.join("\n"))
        });
        prop_assert_eq!(judged(&files), judged(&files));
    }

    #[test]
    fn any_bytes_give_rows_or_problems(
        table in any::<Index>(),
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        spreadsheet in any::<bool>(),
    ) {
        let mut files = TABLES.map(|(name, text)| TableFile::new(name, text));
        files[table.index(TABLES.len())].bytes = bytes;
        let options = ReadOptions { spreadsheet, ..ReadOptions::default() };
        prop_assert_eq!(read_tables(&files, &options), read_tables(&files, &options));
    }
}
