//! The sample district's year: the same bytes as every other runtime, and other answers under
//! other rules.

use std::fs;
use std::path::{Path, PathBuf};

use handbook::exchange::{ReadOptions, TableFile};
use handbook::handbook::{Fact, Handbook};
use handbook::question::to_json;
use handbook::report::{DistrictYear, DistrictYearRequest, district_year};
use handbook::{NaiveDate, RuleBook, date};

type TestResult = Result<(), Box<dyn std::error::Error>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sample() -> Result<Vec<TableFile>, std::io::Error> {
    let mut files = Vec::new();
    for entry in fs::read_dir(root().join("examples/data/yen-mo-2023"))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".csv") {
            files.push(TableFile::new(name, fs::read(&path)?));
        }
    }
    Ok(files)
}

fn judged_on(day: NaiveDate) -> Result<DistrictYear, Box<dyn std::error::Error>> {
    let book = RuleBook::vietnam();
    let recorded_on = date(2023, 12, 31)?;
    let handbook = Handbook::open(&book, &sample()?, &ReadOptions::default(), recorded_on)?;
    let request = DistrictYearRequest {
        organization: None,
        year: 2023,
        judged_on: Some(day),
    };
    Ok(district_year(&handbook, &book, &request)?)
}

fn expected(year: i32) -> Result<String, std::io::Error> {
    let name = format!("tests/expected/district-year-2023-judged-{year}.json");
    fs::read_to_string(root().join(name))
}

#[test]
fn the_report_has_the_expected_bytes() -> TestResult {
    for year in [2023, 2025] {
        let report = to_json(&judged_on(date(year, 12, 31)?)?);
        let wanted = expected(year)?;
        if report != wanted {
            let at = report
                .bytes()
                .zip(wanted.bytes())
                .take_while(|(left, right)| left == right);
            let at = at.count();
            let around = |text: &str| {
                String::from_utf8_lossy(
                    text.as_bytes()
                        .get(at.saturating_sub(80)..(at + 80).min(text.len()))
                        .unwrap_or_default(),
                )
                .into_owned()
            };
            panic!(
                "judged on {year}: differs at byte {at}\n got {}\nwant {}",
                around(&report),
                around(&wanted)
            );
        }
    }
    Ok(())
}

/// Lays nothing over the rules of 2023: its choices begin later.
const LATER: &str = r#"{"id": "huyen-yen-mo", "body": "Huyện ủy Yên Mô", "parameters": [
    {"id": "capReading", "values": [
        {"from": "2025-01-01", "value": "shareOfGoodOrBetter", "instrument": "Nghị quyết mẫu"}]},
    {"id": "capGroup", "values": [
        {"from": "2025-01-01", "value": "cell", "instrument": "Nghị quyết mẫu"}]}]}"#;

/// Last year re-run gives last year's bytes, whatever was ruled since: all that differs is the
/// line that says which rule set judged.
#[test]
fn a_year_is_judged_by_its_own_rules_whatever_came_later() -> TestResult {
    let book = RuleBook::vietnam();
    let later = book.with_overlay(LATER)?;
    assert_ne!(later.fingerprint(), book.fingerprint());
    let handbook = Handbook::open(
        &later,
        &sample()?,
        &ReadOptions::default(),
        date(2023, 12, 31)?,
    )?;
    let judged = |book: &RuleBook, year: i32| -> Result<DistrictYear, Box<dyn std::error::Error>> {
        let request = DistrictYearRequest {
            organization: None,
            year: 2023,
            judged_on: Some(date(year, 12, 31)?),
        };
        Ok(district_year(&handbook, book, &request)?)
    };
    let mut then = judged(&later, 2023)?;
    assert_eq!(then.rule_book.fingerprint, later.fingerprint());
    assert_eq!(then.rule_book.overlays.len(), 1);
    then.rule_book = judged(&book, 2023)?.rule_book;
    assert_eq!(to_json(&then), expected(2023)?);

    let mut now = judged(&later, 2025)?;
    now.rule_book = judged(&book, 2025)?.rule_book;
    assert_ne!(
        to_json(&now),
        expected(2025)?,
        "the overlay is in force by then"
    );
    assert_ne!(now.caps, judged(&book, 2025)?.caps);
    Ok(())
}

/// The figures of the newspaper article on Yên Mô's year 2023.
#[test]
fn the_figures_are_those_of_the_article() -> TestResult {
    let report = judged_on(date(2023, 12, 31)?)?;
    let figure = |id: &str| {
        report
            .figures
            .iter()
            .find(|figure| figure.id == id)
            .map(|figure| (figure.numerator, figure.denominator, figure.shown.as_str()))
            .unwrap_or((-1, None, "missing"))
    };
    assert_eq!(figure("admissions-against-plan"), (260, Some(242), "107.4"));
    assert_eq!(figure("admissions-non-state"), (12, Some(260), "12"));
    assert_eq!(figure("admissions-religious"), (5, Some(260), "5"));
    assert_eq!(figure("cells-founded-non-state"), (1, None, "1"));
    assert_eq!(figure("organizations-good-or-better").2, "94.7");
    assert_eq!(figure("organizations-not-completed").0, 0);
    assert_eq!(figure("members-good-or-better").2, "85.17");
    assert_eq!(figure("app-adoption").2, "96");
    let (attended, expected, _) = figure("attendance:xa-khanh-duong");
    assert!(expected.is_some_and(|expected| attended * 10 > expected * 9));
    assert_eq!(figure("bids-count").0, 33);
    assert!((351_000_000_000..352_000_000_000).contains(&figure("bids-value").0));
    assert!((7_000_000_000..8_000_000_000).contains(&figure("bids-saving").0));
    assert_eq!(figure("projects-with-quality").2, "100");
    Ok(())
}

#[test]
fn other_rules_give_other_answers_with_their_own_sources() -> TestResult {
    let then = judged_on(date(2023, 12, 31)?)?;
    let later = judged_on(date(2025, 12, 31)?)?;
    assert_ne!(then.member_levels, later.member_levels);
    let instruments = |report: &DistrictYear| {
        let mut names: Vec<String> = report
            .figures
            .iter()
            .flat_map(|figure| &figure.grounds)
            .map(|ground| ground.citation.instrument.clone())
            .collect();
        names.sort();
        names.dedup();
        names
    };
    assert_eq!(instruments(&then), ["12-HD/BTCTW (2018)"]);
    assert_eq!(instruments(&later), ["42-HD/BTCTW"]);
    // In 2023 the district tier existed; at the end of 2025 its kind is a misfit.
    let misfit = |report: &DistrictYear| {
        report
            .size_misfits
            .iter()
            .any(|misfit| misfit.kind.as_str() == "huyen_uy")
    };
    assert!(!misfit(&then));
    assert!(misfit(&later));
    Ok(())
}

/// What `ratings.csv` names a group of similar tasks is that group in the record.
#[test]
fn peer_groups_of_the_tables_come_into_the_record() -> TestResult {
    let mut files = sample()?;
    let mut named = 0;
    for file in files.iter_mut().filter(|file| file.name == "ratings.csv") {
        let text = String::from_utf8(file.bytes.clone())?;
        let lines = text.lines().enumerate().map(|(place, line)| match place {
            0 => format!("{line},peer_group\n"),
            place if place % 3 == 0 => {
                named += 1;
                format!("{line},Thôn\n")
            }
            _ => format!("{line},\n"),
        });
        file.bytes = lines.collect::<String>().into_bytes();
    }
    let book = RuleBook::vietnam();
    let recorded_on = date(2023, 12, 31)?;
    let record = Handbook::open(&book, &files, &ReadOptions::default(), recorded_on)?;
    let groups = record.events().iter().map(|event| match &event.fact {
        Fact::MemberRated { peer_group, .. } | Fact::OrganizationRated { peer_group, .. } => {
            peer_group.as_deref()
        }
        _ => None,
    });
    assert!(named > 0);
    assert_eq!(
        groups.flatten().filter(|name| *name == "Thôn").count(),
        named
    );
    Ok(())
}
