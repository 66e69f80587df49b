//! The program on the sample district and on dirty tables: what it prints and how it ends.

#![allow(clippy::panic, reason = "a failing test may panic")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/yen-mo-2023")
}

fn run(folder: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_district-year"))
        .arg(folder)
        .args(options)
        .output()
        .unwrap_or_else(|error| panic!("the program does not run: {error}"))
}

/// What the program prints when all is well.
fn printed(options: &[&str]) -> String {
    let output = run(&sample(), options);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{complaint}");
    assert!(complaint.is_empty(), "{complaint}");
    String::from_utf8(output.stdout).unwrap_or_else(|error| panic!("{error}"))
}

fn report() -> &'static Value {
    static REPORT: OnceLock<Value> = OnceLock::new();
    REPORT.get_or_init(|| parsed(&printed(&["--json"])))
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}"))
}

/// Numerator, denominator and what is shown of a figure.
fn figure<'report>(report: &'report Value, id: &str) -> (i64, Option<i64>, &'report str) {
    let figure = report["figures"]
        .as_array()
        .and_then(|figures| figures.iter().find(|figure| figure["id"] == id))
        .unwrap_or_else(|| panic!("no figure {id}"));
    let numerator = figure["numerator"].as_i64();
    let shown = figure["shown"].as_str();
    (
        numerator.unwrap_or(-1),
        figure["denominator"].as_i64(),
        shown.unwrap_or("?"),
    )
}

#[test]
fn the_published_figures_follow_from_the_rows() {
    let report = report();
    assert_eq!(
        figure(report, "admissions-against-plan"),
        (260, Some(242), "107.4")
    );
    assert_eq!(
        figure(report, "admissions-non-state"),
        (12, Some(260), "12")
    );
    assert_eq!(figure(report, "admissions-religious"), (5, Some(260), "5"));
    assert_eq!(figure(report, "cells-founded-non-state"), (1, None, "1"));
    assert_eq!(
        figure(report, "organizations-good-or-better"),
        (54, Some(57), "94.7")
    );
    assert_eq!(
        figure(report, "organizations-not-completed"),
        (0, Some(57), "0")
    );
    assert_eq!(
        figure(report, "members-good-or-better"),
        (4_619, Some(5_423), "85.17")
    );
    assert_eq!(figure(report, "app-adoption").2, "96");
    assert_eq!(
        figure(report, "attendance:xa-khanh-duong"),
        (2_933, Some(3_106), "94.43")
    );
    assert_eq!(figure(report, "bids-count"), (33, None, "33"));
    assert_eq!(
        figure(report, "bids-value"),
        (351_264_500_000, None, "351264500000")
    );
    assert_eq!(
        figure(report, "bids-saving"),
        (7_083_120_000, None, "7083120000")
    );
    assert_eq!(
        figure(report, "projects-with-quality"),
        (33, Some(33), "100")
    );
}

#[test]
fn levels_add_up_and_ties_are_left_to_a_vote() {
    let report = report();
    for levels in ["organizationLevels", "memberLevels"] {
        let count = |name: &str| {
            report[levels][name]
                .as_u64()
                .unwrap_or_else(|| panic!("{name}"))
        };
        let parts = [
            "excellent",
            "good",
            "completed",
            "notCompleted",
            "voteNeeded",
        ];
        assert_eq!(
            parts.map(count).iter().sum::<u64>(),
            count("rated"),
            "{levels}"
        );
        assert!(count("voteNeeded") > 0, "{levels}");
    }
    let caps = report["caps"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let tied: Vec<&Value> = caps.iter().filter(|cap| cap["seats"] != 0).collect();
    assert!(tied.len() >= 6, "{tied:#?}");
    for cap in tied {
        let waiting = cap["voteNeeded"].as_array().map_or(0, Vec::len);
        assert!(u64::try_from(waiting).ok() > cap["seats"].as_u64(), "{cap}");
    }
    for cap in caps {
        // 124-QĐ/TW, read as a share of those good in the final table.
        let number = |name: &str| cap[name].as_u64().unwrap_or_else(|| panic!("{name}"));
        let most = ((number("good") + number("eligible")) / 6).min(number("eligible"));
        assert_eq!(number("allowed"), most, "{cap}");
    }
}

#[test]
fn misfits_and_cells_below_the_aim_are_named() {
    let report = report();
    let misfits: Vec<(&str, Option<&str>)> = report["sizeMisfits"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .map(|misfit| {
            (
                misfit["organization"].as_str().unwrap_or("?"),
                misfit["fittingKind"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        misfits,
        [
            ("trung-tam-dich-vu-nong-nghiep", Some("chi_bo_co_so")),
            ("truong-thpt-so-3", Some("dang_bo_co_so")),
            ("xa-yen-dong.thon-02", Some("chi_bo_truc_thuoc")),
            ("xa-yen-lam.tram-y-te", None),
        ]
    );
    let below = report["cellsBelowAim"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    assert!(!below.is_empty());
    for cell in below {
        let number = |name: &str| cell[name].as_i64().unwrap_or_else(|| panic!("{name}"));
        assert!(
            number("attended") * 100 <= number("expected") * 85,
            "{cell}"
        );
    }
}

#[test]
fn the_json_has_its_shape() {
    let keys: Vec<&str> = report()
        .as_object()
        .map(|object| object.keys().map(String::as_str).collect())
        .unwrap_or_default();
    for key in [
        "ruleBook",
        "organization",
        "year",
        "judgedOn",
        "figures",
        "organizationLevels",
        "memberLevels",
        "caps",
        "attendance",
        "cellsBelowAim",
        "sizeMisfits",
        "organizations",
    ] {
        assert!(keys.contains(&key), "{key} is missing from {keys:?}");
    }
    for figure in report()["figures"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default()
    {
        let object = figure.as_object().unwrap_or_else(|| panic!("{figure}"));
        for key in ["id", "unit", "numerator", "denominator", "shown", "grounds"] {
            assert!(object.contains_key(key), "{key} is missing from {figure}");
        }
    }
    let ground = &report()["attendance"];
    assert_eq!(ground.as_array().map(Vec::len), Some(57));
    assert_eq!(report()["year"], 2023);
    assert_eq!(report()["judgedOn"], "2023-12-31");
}

#[test]
fn the_page_speaks_both_languages() {
    let vi = printed(&["--lang", "vi"]);
    for words in [
        "107,4 %",
        "260 / 242",
        "85,17 %",
        "351.264.500.000 đồng",
        "31/12/2023",
        "Đảng bộ xã Khánh Dương",
        "Chi bộ thôn 2 · Đảng bộ xã Yên Đồng: Chi bộ trực thuộc · 36 chính thức",
        "124-QĐ/TW",
    ] {
        assert!(vi.contains(words), "{words} is missing from\n{vi}");
    }
    let en = printed(&["--lang", "en"]);
    for words in [
        "107.4 %",
        "260 / 242",
        "85.17 %",
        "351,264,500,000 VND",
        "2023-12-31",
        "2,933 / 3,106",
    ] {
        assert!(en.contains(words), "{words} is missing from\n{en}");
    }
}

#[test]
fn a_level_is_explained_by_the_rules_of_its_year() {
    let graded = printed(&["--explain", "toa-an-huyen"]);
    assert!(
        graded.contains("124-QĐ/TW") && graded.contains("does not hold"),
        "{graded}"
    );
    assert!(!graded.contains("366-QĐ/TW"), "{graded}");
    let later = printed(&["--explain", "toa-an-huyen", "--judged-on", "2025-12-31"]);
    assert!(
        later.contains("366-QĐ/TW") && !later.contains("124-QĐ/TW"),
        "{later}"
    );
    let tied = printed(&["--explain", "xa-yen-tu"]);
    assert!(
        tied.contains("a vote is needed") && tied.contains("xa-yen-mac"),
        "{tied}"
    );
    let unrated = parsed(&printed(&["--explain", &exempted(), "--json"]));
    assert_eq!(unrated["rated"]["value"], false);
    assert_eq!(unrated["level"], Value::Null);
}

/// Some member who is exempted at the end of the year.
fn exempted() -> String {
    let members = std::fs::read_to_string(sample().join("members.csv"))
        .unwrap_or_else(|error| panic!("{error}"));
    members
        .lines()
        .find(|line| line.contains(",exempted,") && line.ends_with(",,,"))
        .and_then(|line| line.split(',').next())
        .unwrap_or_else(|| panic!("nobody is exempted"))
        .to_owned()
}

#[test]
fn later_rules_judge_the_same_record_otherwise() {
    let later = parsed(&printed(&["--json", "--judged-on", "2025-12-31"]));
    assert_ne!(
        figure(&later, "members-good-or-better"),
        figure(report(), "members-good-or-better")
    );
    assert_eq!(figure(&later, "admissions-against-plan").2, "107.4");
    // There is no district any more.
    let misfits = later["sizeMisfits"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    assert!(
        misfits
            .iter()
            .any(|misfit| misfit["organization"] == "huyen-yen-mo"),
        "{misfits:#?}"
    );
}

#[test]
fn an_overlay_chooses_another_reading_and_shows() {
    let overlay = folder("overlay").join("overlay.json");
    write(
        &overlay,
        r#"{"id":"tinh-uy-mau","body":"Tỉnh ủy (mẫu)","parameters":[{"id":"capReading","values":
           [{"from":"2023-01-01","value":"shareOfRated","instrument":"12-QĐ/TU"}]}]}"#,
    );
    let path = overlay.to_string_lossy();
    let chosen = parsed(&printed(&["--json", "--rules", &path]));
    assert_eq!(chosen["ruleBook"]["overlays"][0]["id"], "tinh-uy-mau");
    let excellent = |report: &Value| report["memberLevels"]["excellent"].as_u64();
    assert!(excellent(&chosen) > excellent(report()));
    write(
        &overlay,
        r#"{"id":"x","body":"x","parameters":[{"id":"unknown","values":[]}]}"#,
    );
    let refused = run(&sample(), &["--rules", &path]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("unknown"));
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{error}"));
    folder
}

fn write(path: &Path, bytes: impl AsRef<[u8]>) {
    std::fs::write(path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

const ORGANIZATIONS: &str = "\
id,code,name,kind,parent,sector,setting,act,founded_on,decision
xa,,Đảng bộ xã,dang_bo_xa,,residential,standard,registered,2021-01-01,
thon,,Chi bộ thôn,chi_bo_truc_thuoc,xa,residential,village,registered,2021-01-01,
";
const MEMBERS: &str = "\
id,name,sex,born_on,cell,cell_since,previous_cell,considered_on,votes_for,votes_base,decision_on,admitted_on,recognized_on,sector,religious,standing,standing_from,standing_to,left_on,left_reason
m1,Nguyễn Văn Một,male,1970-01-01,thon,2021-01-01,,,,,,2001-02-03,2002-02-03,other,no,active,,,,
";
const RATINGS: &str = "\
subject,id,year,marks,criteria,results,tasks,tasks_done,tasks_on_time,tasks_beyond,tasks_late,targets,targets_reached,disciplined,subordinate_disciplined
";

/// A folder with the two tables that must be there, changed, and another one.
fn dirty(name: &str, organizations: &str, members: &str, other: (&str, &[u8])) -> Output {
    let folder = folder(name);
    write(&folder.join("organizations.csv"), organizations);
    write(&folder.join("members.csv"), members);
    write(&folder.join(other.0), other.1);
    run(&folder, &["--year", "2023"])
}

fn complaints(output: &Output) -> Vec<String> {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8_lossy(&output.stderr)
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_problem_is_listed_with_its_place() {
    let organizations = ORGANIZATIONS.replace("Chi bộ thôn", "Chi bo\u{323}\u{302} thôn");
    let twice = MEMBERS
        .lines()
        .nth(1)
        .unwrap_or_default()
        .replace(",thon,", ",xa,");
    let members = format!(
        "{MEMBERS}{twice}\nm2,Hai,male,1980-01-01,xom,2020-12-31,,,,,,2001-02-03,,other,no,active,,,,\n\
         m3,Ba,male,1980-01-01,thon,2020-12-31,,,,,,2001-02-03,,other,no,active,,,,\n"
    );
    let ratings = format!("{RATINGS}member,m1,2023,101,good,good,,,,,,,,no,no\n");
    let found = complaints(&dirty(
        "dirty",
        &organizations,
        &members,
        ("ratings.csv", ratings.as_bytes()),
    ));
    let expected = [
        "organizations.csv:3:name: `Chi bo\u{323}\u{302} thôn` is written with separate combining marks",
        "members.csv:3:cell: `m1: xa` belongs to two cells (allowed: thon)",
        "members.csv:4:cell: `xom` is not known to the tables",
        "members.csv:5:cell_since: `2020-12-31` is in the wrong order of dates \
         (allowed: 2021-01-01 or later, when it was founded)",
        "ratings.csv:2:marks: `101` is out of range (allowed: 0 to 100, at most two decimals after a point)",
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_wrong_with_a_file_as_a_whole_is_said() {
    let header = "\u{feff}member;on;installed;logged_in\nm1;2023-01-01;yes;yes\n";
    let output = dirty(
        "spreadsheet",
        ORGANIZATIONS,
        MEMBERS,
        ("adoption.csv", header.as_bytes()),
    );
    let found = complaints(&output);
    assert_eq!(
        found,
        [
            "adoption.csv:1: `EF BB BF` starts with a byte order mark",
            "adoption.csv:1: `member;on;installed;logged_in` separates columns by semicolons instead of commas",
            "adoption.csv:1:used: `used` is missing from the header",
        ]
    );
}

#[test]
fn what_a_rule_forbids_is_listed_too() {
    // Two of five is less than two thirds.
    let members = format!(
        "{MEMBERS}m2,Hai,male,1990-01-01,thon,2023-05-03,,2023-02-03,2,5,2023-04-03,2023-05-03,,other,no,active,,,,\n"
    );
    let output = dirty(
        "forbidden",
        ORGANIZATIONS,
        &members,
        ("ratings.csv", RATINGS.as_bytes()),
    );
    let found = complaints(&output);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found.iter().all(|line| line.starts_with("members.csv:3")),
        "{found:#?}"
    );
}

#[test]
fn a_file_of_ten_million_lines_is_one_problem() {
    let mut lines = b"meeting,member,presence\n".to_vec();
    lines.resize(lines.len() + 20_000_000, b'\n');
    for byte in lines.iter_mut().skip(24).step_by(2) {
        *byte = b'x';
    }
    let found = complaints(&dirty(
        "long",
        ORGANIZATIONS,
        MEMBERS,
        ("attendance.csv", &lines),
    ));
    assert_eq!(
        found,
        [
            "attendance.csv: `10000001 lines` is more than allowed; the file is not read (allowed: 2000000 rows)"
        ]
    );
}

#[test]
fn wrong_usage_is_told_and_help_is_given() {
    let help = run(Path::new("--help"), &[]);
    assert_eq!(help.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("--judged-on"));
    for options in [
        ["--lang", "fr"],
        ["--year", "x"],
        ["--judged-on", "2023-2-3"],
        ["--wat", ""],
    ] {
        let output = run(&sample(), &options);
        assert_eq!(output.status.code(), Some(1), "{options:?}");
        assert!(
            !output.stderr.is_empty() && output.stdout.is_empty(),
            "{options:?}"
        );
    }
    let nowhere = run(Path::new("no-such-folder"), &[]);
    assert_eq!(nowhere.status.code(), Some(1));
    let nobody = run(&sample(), &["--explain", "nobody"]);
    assert_eq!(nobody.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("nobody"));
}
