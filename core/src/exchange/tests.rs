//! Every kind of dirt is found, with its place, and clean tables come through.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a failing test may panic"
)]

use super::{
    Presence, Rated, ReadOptions, TableFile, TableProblemCode as Code, TableProblems, Tables,
    read_tables,
};
use crate::identifier::OrganizationId;
use crate::rulebook::policy::Grade;

const ORGANIZATIONS: &str = "\
id,code,name,kind,parent,sector,setting,act,founded_on,decision
huyen,377,Huyện,huyen_uy,,state,standard,registered,2000-01-01,
xa,14707,Xã Một,dang_bo_xa,huyen,residential,standard,registered,2000-01-01,
cb1,,Chi bộ 1,chi_bo_truc_thuoc,xa,residential,village,registered,2000-01-01,
cb2,,Chi bộ 2,chi_bo_truc_thuoc,xa,nonState,standard,founded,2023-05-01,12-QĐ
";
const MEMBERS: &str = "\
id,name,sex,born_on,cell,cell_since,previous_cell,considered_on,votes_for,votes_base,decision_on,admitted_on,recognized_on,sector,religious,standing,standing_from,standing_to,left_on,left_reason
m1,Nguyễn Văn Một,male,1970-01-01,cb1,2001-02-03,,,,,2001-02-03,2001-02-03,2002-02-03,other,no,active,,,,
m2,Trần Thị Hai,female,1980-01-01,cb2,2023-05-01,cb1,,,,,2010-02-03,2011-02-03,nonState,,exempted,2023-06-01,,,
m3,Lê Văn Ba,male,1999-01-01,cb1,2023-03-03,,2023-01-05,4,5,2023-02-01,2023-03-03,,other,yes,active,,,2023-11-01,died
";
const MEETINGS: &str = "\
id,organization,kind,on,minutes
b1,cb1,monthly,2023-04-03,95
b2,cb1,monthly,2023-12-03,
";
const ATTENDANCE: &str = "\
meeting,member,presence
b1,m1,presentInPerson
b1,m2,unexcused
b1,m3,presentOnline
b2,m1,excused
";
const TARGETS: &str = "\
id,organization,year,indicator,planned,achieved
t1,huyen,2023,admissions,3,
t2,xa,2023,new roads,4,5
";
const RATINGS: &str = "\
subject,id,year,marks,criteria,results,tasks,tasks_done,tasks_on_time,tasks_beyond,tasks_late,targets,targets_reached,disciplined,subordinate_disciplined
member,m1,2023,87.25,good good average,excellent,10,10,9,3,1,,,no,no
organization,xa,2023,90,,,,,,,,5,4,no,yes
";
const ADOPTION: &str = "\
member,on,installed,logged_in,used
m1,2023-06-30,yes,yes,no
";
const PROJECTS: &str = "\
id,organization,name,bid_on,package_value,contract_value,quality_met,early_days
p1,huyen,Đường,2023-03-01,1000,990,yes,7
";

fn files() -> Vec<TableFile> {
    [
        ("organizations.csv", ORGANIZATIONS),
        ("members.csv", MEMBERS),
        (
            "posts.csv",
            "organization,member,post,from,to\ncb1,m1,secretary,2020-01-01,\n",
        ),
        ("meetings.csv", MEETINGS),
        ("attendance.csv", ATTENDANCE),
        ("targets.csv", TARGETS),
        ("ratings.csv", RATINGS),
        ("adoption.csv", ADOPTION),
        ("projects.csv", PROJECTS),
    ]
    .map(|(name, text)| TableFile::new(name, text))
    .to_vec()
}

/// The clean files with one text replaced by another in one of them.
fn with(file: &str, from: &str, to: &str) -> Vec<TableFile> {
    let mut files = files();
    let changed = files.iter_mut().find(|known| known.name == file).unwrap();
    let text = String::from_utf8(changed.bytes.clone()).unwrap();
    assert!(text.contains(from), "{from} stands in {file}");
    changed.bytes = text.replacen(from, to, 1).into_bytes();
    files
}

fn read(files: &[TableFile]) -> Result<Tables, TableProblems> {
    read_tables(files, &ReadOptions::default())
}

/// Replacing one text in one file gives exactly one problem.
fn one(file: &str, from: &str, to: &str, line: u32, column: &str, value: &str, code: Code) {
    check_one(&with(file, from, to), (file, line, column, value, code));
}

/// The same, with the first two tables alone: nothing else refers to the row then.
fn alone(from: &str, to: &str, line: u32, column: &str, value: &str, code: Code) {
    let files = with("members.csv", from, to);
    check_one(&files[..2], ("members.csv", line, column, value, code));
}

fn check_one(files: &[TableFile], expected: (&str, u32, &str, &str, Code)) {
    let problems = read(files).unwrap_err();
    let shown: Vec<String> = problems.problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.total, 1, "{shown:#?}");
    let first = &problems.problems[0];
    let column = first.column.as_deref().unwrap_or("");
    assert_eq!(
        (
            first.file.as_str(),
            first.line,
            column,
            first.value.as_str(),
            first.code
        ),
        expected,
        "{shown:#?}"
    );
}
#[test]
fn clean_tables_come_through() {
    let tables = read(&files()).unwrap();
    assert_eq!(tables.organizations.len(), 4);
    assert_eq!(tables.organizations[3].line, 5);
    assert_eq!(tables.organizations[3].decision.as_deref(), Some("12-QĐ"));
    assert_eq!(tables.members[2].votes.unwrap().yes, 4);
    assert_eq!(tables.members[1].religious, None);
    assert_eq!(tables.attendance.len(), 4);
    assert_eq!(tables.attendance[1].presence, Presence::Unexcused);
    assert_eq!(
        (tables.attendance[3].meeting, tables.attendance[3].member),
        (1, 0)
    );
    assert_eq!(tables.ratings[0].marks, Some(8725));
    assert_eq!(
        tables.ratings[0].criteria,
        [Grade::Good, Grade::Good, Grade::Average]
    );
    assert_eq!(tables.ratings[0].tasks.unwrap().on_time, 9);
    assert_eq!(tables.ratings[1].targets.unwrap().reached, 4);
    assert!(matches!(&tables.ratings[1].rated, Rated::Organization(id) if id.as_str() == "xa"));
    assert_eq!(tables.targets[0].achieved, None);
    assert_eq!(tables.projects[0].early_days, 7);
}

#[test]
fn columns_may_stand_in_any_order_and_lines_may_end_in_any_way() {
    let mut files = files();
    files[7].bytes =
        b"used,on,member,logged_in,installed\r\n\r\nno,2023-06-30,m1,yes,yes\r\n".into();
    let tables = read(&files).unwrap();
    assert_eq!(tables.adoption[0].line, 3);
    assert!(tables.adoption[0].logged_in && !tables.adoption[0].used);
}

#[test]
fn optional_tables_may_be_left_out() {
    let tables = read(&files()[..2]).unwrap();
    assert_eq!(tables.members.len(), 3);
    let problems = read(&files()[1..]).unwrap_err();
    assert_eq!(problems.total, 1);
    assert_eq!(problems.problems[0].code, Code::MissingTable);
}

#[test]
fn wrong_values_are_named() {
    alone("m3,", ",", 4, "id", "", Code::Empty);
    one(
        "organizations.csv",
        "2000-01-01,\nxa",
        "2000-1-1,\nxa",
        2,
        "founded_on",
        "2000-1-1",
        Code::NotADate,
    );
    one(
        "organizations.csv",
        ",village,",
        ",hamlet,",
        4,
        "setting",
        "hamlet",
        Code::UnknownChoice,
    );
    one(
        "organizations.csv",
        ",12-QĐ",
        ",",
        5,
        "decision",
        "",
        Code::Empty,
    );
    one(
        "organizations.csv",
        "Chi bộ 2",
        "Chi bo\u{323}\u{302} 2",
        5,
        "name",
        "Chi bo\u{323}\u{302} 2",
        Code::DecomposedText,
    );
    one(
        "organizations.csv",
        "Xã Một",
        "Xã\tMột",
        3,
        "name",
        "Xã\tMột",
        Code::ControlCharacter,
    );
    one(
        "members.csv",
        ",4,5,",
        ",6,5,",
        4,
        "votes_for",
        "6",
        Code::OutOfRange,
    );
    one(
        "members.csv",
        ",4,5,",
        ",,5,",
        4,
        "votes_for",
        "",
        Code::Empty,
    );
    one(
        "members.csv",
        ",4,5,",
        ",-4,5,",
        4,
        "votes_for",
        "-4",
        Code::NotANumber,
    );
    alone("m1,Ng", "m1 ,Ng", 2, "id", "m1 ", Code::NotAnIdentifier);
    one(
        "members.csv",
        "exempted,2023-06-01",
        "exempted,",
        3,
        "standing_from",
        "",
        Code::Empty,
    );
    one(
        "members.csv",
        "2023-11-01,died",
        "2023-11-01,",
        4,
        "left_reason",
        "",
        Code::Empty,
    );
    one(
        "members.csv",
        "1970-01-01",
        "70000-01-01",
        2,
        "born_on",
        "70000-01-01",
        Code::NotADate,
    );
    one(
        "members.csv",
        "1970-01-01",
        "1670-01-01",
        2,
        "born_on",
        "1670-01-01",
        Code::OutOfRange,
    );
    one(
        "ratings.csv",
        "87.25",
        "101",
        2,
        "marks",
        "101",
        Code::OutOfRange,
    );
    one(
        "ratings.csv",
        "87.25",
        "100.01",
        2,
        "marks",
        "100.01",
        Code::OutOfRange,
    );
    one(
        "ratings.csv",
        "87.25",
        "\"87,25\"",
        2,
        "marks",
        "87,25",
        Code::NotANumber,
    );
    one(
        "ratings.csv",
        "good good average",
        "good best",
        2,
        "criteria",
        "best",
        Code::UnknownChoice,
    );
    one(
        "ratings.csv",
        "10,10,9,3,1",
        "10,11,9,3,1",
        2,
        "tasks_done",
        "11",
        Code::OutOfRange,
    );
    one(
        "ratings.csv",
        "10,10,9,3,1",
        "10,,9,3,1",
        2,
        "tasks_done",
        "",
        Code::Empty,
    );
    one(
        "targets.csv",
        "admissions,3,",
        "admissions,3,4",
        2,
        "achieved",
        "4",
        Code::Contradiction,
    );
    one(
        "targets.csv",
        "admissions,3,",
        "admissions,0,",
        2,
        "planned",
        "0",
        Code::OutOfRange,
    );
    one(
        "adoption.csv",
        "yes,yes,no",
        "no,yes,no",
        2,
        "logged_in",
        "yes",
        Code::Contradiction,
    );
    one(
        "projects.csv",
        "1000,990",
        "1000,1001",
        2,
        "contract_value",
        "1001",
        Code::OutOfRange,
    );
    one(
        "projects.csv",
        "1000,990",
        "99999999999999999999,990",
        2,
        "package_value",
        "99999999999999999999",
        Code::OutOfRange,
    );
    one(
        "meetings.csv",
        "03,95",
        "03,99999",
        2,
        "minutes",
        "99999",
        Code::OutOfRange,
    );
    let long = "x".repeat(65);
    alone("m3,", &format!("{long},"), 4, "id", &long, Code::TooLong);
}

#[test]
fn references_are_checked() {
    one(
        "organizations.csv",
        "huyen,residential",
        "tinh,residential",
        3,
        "parent",
        "tinh",
        Code::UnknownId,
    );
    let twice = "xa,1,Xã Hai,dang_bo_xa,huyen,state,standard,registered,2000-01-01,
cb2,,";
    one(
        "organizations.csv",
        "cb2,,",
        twice,
        5,
        "id",
        "xa",
        Code::Duplicate,
    );
    one(
        "posts.csv",
        "cb1,m1",
        "cb1,m9",
        2,
        "member",
        "m9",
        Code::UnknownId,
    );
    one(
        "posts.csv",
        "2020-01-01",
        "1999-12-31",
        2,
        "from",
        "1999-12-31",
        Code::DateOrder,
    );
    alone("m3,", "m1,", 4, "id", "m1", Code::Duplicate);
    one(
        "meetings.csv",
        "b1,cb1,monthly,2023-04-03",
        "b1,cb9,monthly,2023-04-03",
        2,
        "organization",
        "cb9",
        Code::UnknownId,
    );
    one(
        "meetings.csv",
        "b2,cb1,monthly,2023-12-03",
        "b2,cb2,monthly,2023-04-30",
        3,
        "on",
        "2023-04-30",
        Code::DateOrder,
    );
    one(
        "attendance.csv",
        "b1,m3",
        "b7,m3",
        4,
        "meeting",
        "b7",
        Code::UnknownId,
    );
    one(
        "attendance.csv",
        "b1,m3",
        "b1,m7",
        4,
        "member",
        "m7",
        Code::UnknownId,
    );
    one(
        "attendance.csv",
        "b2,m1",
        "b2,m3",
        5,
        "member",
        "m3",
        Code::NotOfCell,
    );
    one(
        "attendance.csv",
        "b1,m3",
        "b1,m2",
        4,
        "member",
        "m2",
        Code::Duplicate,
    );
    one(
        "attendance.csv",
        "b1,m2,unexcused\n",
        "",
        2,
        "member",
        "m2",
        Code::MissingMember,
    );
    one(
        "ratings.csv",
        "organization,xa",
        "organization,xb",
        3,
        "id",
        "xb",
        Code::UnknownId,
    );
    one(
        "ratings.csv",
        "organization,xa",
        "member,m1",
        3,
        "id",
        "m1",
        Code::Duplicate,
    );
    one(
        "targets.csv",
        "t2,xa",
        "t1,xa",
        3,
        "id",
        "t1",
        Code::Duplicate,
    );
    one(
        "adoption.csv",
        "m1,2023",
        "m5,2023",
        2,
        "member",
        "m5",
        Code::UnknownId,
    );
    one(
        "projects.csv",
        "p1,huyen",
        "p1,xa9",
        2,
        "organization",
        "xa9",
        Code::UnknownId,
    );
}

#[test]
fn a_member_in_two_cells_is_found() {
    let second =
        "m1,Nguyễn Văn Một,male,1970-01-01,cb2,2023-05-01,,,,,,2001-02-03,,other,no,active,,,,\n";
    let mut files = files();
    files[1].bytes.extend_from_slice(second.as_bytes());
    let problems = read(&files).unwrap_err();
    assert_eq!(problems.total, 1);
    let problem = &problems.problems[0];
    assert_eq!((problem.line, problem.code), (5, Code::TwoCells));
    assert_eq!(
        (problem.value.as_str(), problem.limit.as_deref()),
        ("m1: cb2", Some("cb1"))
    );
}

#[test]
fn a_cycle_names_its_organizations() {
    let mut files = with("organizations.csv", "huyen_uy,,", "huyen_uy,cb1,");
    files.truncate(2);
    let problems = read(&files).unwrap_err();
    assert_eq!(problems.total, 1);
    let problem = &problems.problems[0];
    assert_eq!((problem.line, problem.code), (2, Code::Cycle));
    assert_eq!(problem.value, "huyen > cb1 > xa > huyen");
}

#[test]
fn a_deep_chain_of_organizations_is_read() {
    let mut text = String::from(ORGANIZATIONS.lines().next().unwrap());
    for place in 0..50_000_u32 {
        let parent = if place == 0 {
            String::new()
        } else {
            format!("o{}", place - 1)
        };
        text.push_str(&format!(
            "\no{place},,x,k,{parent},state,standard,registered,2000-01-01,"
        ));
    }
    let members = MEMBERS.lines().next().unwrap();
    let clean = [
        TableFile::new("organizations.csv", text.clone()),
        TableFile::new("members.csv", members),
    ];
    assert_eq!(read(&clean).unwrap().organizations.len(), 50_000);
    let cyclic = [
        TableFile::new(
            "organizations.csv",
            text.replacen("x,k,,", "x,k,o49999,", 1),
        ),
        TableFile::new("members.csv", members),
    ];
    let problems = read(&cyclic).unwrap_err();
    assert_eq!(
        (problems.total, problems.problems[0].code),
        (1, Code::Cycle)
    );
}

/// The ratings with groups of similar tasks; the header may stand in any order.
fn with_peers(member: &str) -> Vec<TableFile> {
    let mut files = files();
    let ratings = files
        .iter_mut()
        .find(|file| file.name == "ratings.csv")
        .unwrap();
    let peers = ["peer_group", member, ""];
    let lines = RATINGS.lines().zip(peers);
    let text: String = lines
        .map(|(line, peers)| format!("{peers},{line}\n"))
        .collect();
    ratings.bytes = text.into_bytes();
    files
}

#[test]
fn a_rating_may_name_a_group_of_similar_tasks() {
    let groups = |files: &[TableFile]| {
        let ratings = read(files).unwrap().ratings;
        ratings
            .into_iter()
            .map(|row| row.peer_group)
            .collect::<Vec<_>>()
    };
    assert_eq!(groups(&files()), [None, None]);
    assert_eq!(
        groups(&with_peers("Trường học")),
        [Some("Trường học".to_owned()), None]
    );
    let long = "a".repeat(301);
    for (value, shown, code) in [
        (long.as_str(), long.as_str(), Code::TooLong),
        (" ", " ", Code::Empty),
        ("\"a\tb\"", "a\tb", Code::ControlCharacter),
    ] {
        let problems = read(&with_peers(value)).unwrap_err();
        let first = &problems.problems[0];
        assert_eq!((problems.total, first.line, first.code), (1, 2, code));
        assert_eq!(first.column.as_deref(), Some("peer_group"));
        assert!(shown.starts_with(first.value.trim_end_matches('…')));
    }
    let twice = with("ratings.csv", "subject,", "peer_group,peer_group,subject,");
    let problems = read(&twice).unwrap_err().problems;
    assert_eq!(
        (problems[0].line, problems[0].code),
        (1, Code::DuplicateColumn)
    );
}

/// The first rating with another subject and a unit led.
fn with_unit(subject: &str, unit: &str) -> Vec<TableFile> {
    let mut files = with("ratings.csv", "member,m1", &format!("{subject},m1"));
    let ratings = files.iter_mut().find(|file| file.name == "ratings.csv");
    let ratings = ratings.unwrap();
    let text = String::from_utf8(ratings.bytes.clone()).unwrap();
    let units = ["unit_led", unit, ""];
    let lines = text.lines().zip(units);
    let text: String = lines
        .map(|(line, unit)| format!("{line},{unit}\n"))
        .collect();
    ratings.bytes = text.into_bytes();
    files
}

#[test]
fn a_leader_is_rated_with_the_unit_led() {
    for unit in [None, Some("xa")] {
        let tables = read(&with_unit("leader", unit.unwrap_or(""))).unwrap();
        let row = &tables.ratings[0];
        assert!(matches!(&row.rated, Rated::Leader(id) if id.as_str() == "m1"));
        assert_eq!(row.unit_led.as_ref().map(OrganizationId::as_str), unit);
    }
    for (subject, unit, code) in [
        ("leader", "xb", Code::UnknownId),
        ("member", "xa", Code::Contradiction),
    ] {
        let problems = read(&with_unit(subject, unit)).unwrap_err();
        let first = &problems.problems[0];
        assert_eq!((problems.total, first.line, first.code), (1, 2, code));
        assert_eq!(first.column.as_deref(), Some("unit_led"));
    }
    let both = with("ratings.csv", "organization,xa", "leader,m1");
    let problems = read(&both).unwrap_err().problems;
    assert_eq!((problems[0].line, problems[0].code), (3, Code::Duplicate));
}

#[test]
fn headers_are_checked() {
    let header_of = |header: &str| {
        let mut files = files();
        files[7].bytes = header.as_bytes().to_vec();
        files
    };
    let check = |header: &str, column: &str, code| {
        check_one(
            &header_of(header),
            ("adoption.csv", 1, column, column, code),
        );
    };
    check(
        "member,on,installed,logged_in,used,utilized",
        "utilized",
        Code::UnknownColumn,
    );
    check("member,on,installed,logged_in", "used", Code::MissingColumn);
    check(
        "member,on,used,installed,logged_in,used",
        "used",
        Code::DuplicateColumn,
    );
    check_one(&header_of(""), ("adoption.csv", 0, "", "", Code::Empty));
}

#[test]
fn a_missing_column_does_not_make_references_unknown() {
    let mut files = files();
    let text = String::from_utf8(files[1].bytes.clone()).unwrap();
    let without_id: Vec<&str> = text
        .lines()
        .map(|line| line.split_once(',').unwrap().1)
        .collect();
    files[1].bytes = without_id.join("\n").into_bytes();
    let problems = read(&files).unwrap_err();
    assert_eq!(problems.total, 1);
    assert_eq!(
        problems.problems[0].to_string(),
        "members.csv:1:id: `id` is missing from the header"
    );
}

#[test]
fn what_spreadsheets_write_is_taken_only_when_asked() {
    let mut files = files();
    let semicolons = ADOPTION.replace(',', ";");
    files[7].bytes = [b"\xef\xbb\xbf", semicolons.as_bytes()].concat();
    let problems = read(&files).unwrap_err();
    let codes: Vec<Code> = problems
        .problems
        .iter()
        .map(|problem| problem.code)
        .collect();
    assert_eq!(codes, [Code::ByteOrderMark, Code::Semicolons]);
    let spreadsheet = ReadOptions {
        spreadsheet: true,
        ..ReadOptions::default()
    };
    assert_eq!(read_tables(&files, &spreadsheet).unwrap().adoption.len(), 1);
}

#[test]
fn ragged_rows_and_broken_bytes_are_named() {
    let mut files = files();
    files[7].bytes =
        b"member,on,installed,logged_in,used\nm1,2023-06-30,yes\nm\xff1,2023-06-30,yes,yes,yes\n"
            .into();
    let problems = read(&files).unwrap_err();
    let found: Vec<(u32, Code)> = problems
        .problems
        .iter()
        .map(|problem| (problem.line, problem.code))
        .collect();
    assert_eq!(found, [(2, Code::RaggedRow), (3, Code::NotUtf8)]);
    assert_eq!(problems.problems[0].value, "3");
}

#[test]
fn all_problems_are_found_in_one_pass_and_only_some_kept() {
    let mut text = String::from("member,on,installed,logged_in,used\n");
    for _ in 0..5_000 {
        text.push_str("nobody,2023-02-30,yes,yes,perhaps\n");
    }
    let mut files = files();
    files[7].bytes = text.into_bytes();
    let problems = read(&files).unwrap_err();
    assert_eq!((problems.total, problems.problems.len()), (15_000, 1_000));
    assert_eq!(problems.problems[2].line, 2);
}

#[test]
fn a_table_with_too_many_lines_is_one_problem() {
    let mut files = files();
    let mut text = String::from("meeting,member,presence\n");
    text.push_str(&"b1,m1,presentInPerson\n".repeat(30));
    files[4].bytes = text.into_bytes();
    let options = ReadOptions {
        max_rows: 5,
        ..ReadOptions::default()
    };
    let problems = read_tables(&files, &options).unwrap_err();
    let first = &problems.problems[0];
    assert_eq!((problems.total, first.code), (1, Code::TooMany));
    assert_eq!((first.file.as_str(), first.line), ("attendance.csv", 0));
    assert_eq!(
        (first.value.as_str(), first.limit.as_deref()),
        ("31 lines", Some("5 rows"))
    );
    // Members who are not read are not called unknown.
    let options = ReadOptions {
        max_rows: 4,
        ..ReadOptions::default()
    };
    let mut longer = self::files();
    longer[1].bytes.extend_from_slice(MEMBERS.as_bytes());
    let problems = read_tables(&longer, &options).unwrap_err();
    assert_eq!(
        (problems.total, problems.problems[0].code),
        (1, Code::TooMany)
    );
    let options = ReadOptions {
        max_file_bytes: 20,
        ..ReadOptions::default()
    };
    let problems = read_tables(&files, &options).unwrap_err();
    assert_eq!(problems.total, 9);
    assert_eq!(
        problems.problems[1].value,
        format!("{} bytes", MEMBERS.len())
    );
    assert_eq!(problems.problems[1].code, Code::TooMany);
}

#[test]
fn no_bytes_make_the_reader_panic() {
    // Many prefixes of every file, and every file with a byte turned into a quote.
    let clean = files();
    for at in 0..clean.len() {
        for cut in (0..clean[at].bytes.len()).step_by(7) {
            let mut files = clean.clone();
            files[at].bytes.truncate(cut);
            let _ = read(&files);
            let mut files = clean.clone();
            files[at].bytes[cut] = b'"';
            let _ = read(&files);
        }
    }
}
