//! Replays units of the state from tables of codes: who was there on a day, below whom, and what
//! became of whom.

mod options;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use handbook::NaiveDate;
use handbook_examples::replay::{
    Files, Findings, Moment, Record, Source, came_from, read, replay, sheet, what_became,
};
use options::{Options, Question};

/// A call that cannot be run.
const CANNOT_RUN: u8 = 2;
/// The tables have problems.
const PROBLEMS: u8 = 1;

fn main() -> ExitCode {
    let options = match options::parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            print(options::HELP);
            return ExitCode::SUCCESS;
        }
        Err(sentence) => {
            eprintln!("{sentence}\n\n{}", options::HELP);
            return ExitCode::from(CANNOT_RUN);
        }
    };
    match run(&options) {
        Ok(code) => code,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(CANNOT_RUN)
        }
    }
}

/// A reader that closes the pipe early, as `head` does, is no failure.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}

fn optional_bytes(path: Option<&PathBuf>) -> Result<Option<Vec<u8>>, String> {
    path.map(|path| bytes(path)).transpose()
}

fn run(options: &Options) -> Result<ExitCode, String> {
    let units = bytes(&options.units)?;
    let events = optional_bytes(options.events.as_ref())?;
    let reform = optional_bytes(options.reform.as_ref())?;
    let (rows, found) = read(&Files {
        units: &units,
        events: events.as_deref(),
        reform: reform.as_deref(),
    });
    if found.stopped() {
        tell(options, &found);
        return Ok(ExitCode::from(CANNOT_RUN));
    }
    let record = replay(&rows, options.reform_on);
    let found = found.and(record.findings());
    tell(options, &found);
    if options.memory {
        let units = record.structure().len();
        let bytes = record.structure().bytes();
        let each = bytes.checked_div(units).unwrap_or_default();
        eprintln!("memory: {bytes} bytes for {units} units, {each} bytes per unit");
    }
    print(&answer(options, &record)?);
    Ok(if found.clean() {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(PROBLEMS)
    })
}

/// The findings, one line each, on the error stream.
fn tell(options: &Options, found: &Findings) {
    let mut lines = String::new();
    for finding in found.sorted() {
        let path = match finding.source {
            Source::Units => Some(&options.units),
            Source::Events => options.events.as_ref(),
            Source::Reform => options.reform.as_ref(),
        };
        let file = path.map(|path| path.display().to_string());
        lines += &finding.sentence(&file.unwrap_or_default(), options.language);
        lines.push('\n');
    }
    let _ = std::io::stderr().lock().write_all(lines.as_bytes());
}

fn answer(options: &Options, record: &Record<'_>) -> Result<String, String> {
    let nobody =
        |moment: &Moment| format!("no unit has the code `{}` on {}", moment.code, moment.date);
    match &options.question {
        Question::Table { on, below } => {
            let root = match below {
                None => None,
                Some(code) => {
                    let moment = Moment {
                        code: code.clone(),
                        date: *on,
                    };
                    let root = record.structure().holder(code, *on);
                    Some(root.ok_or_else(|| nobody(&moment))?)
                }
            };
            Ok(sheet(record, *on, root))
        }
        Question::Lineage { of, on } => {
            let on = on.unwrap_or_else(|| end_of_record(record, of));
            what_became(record, of, on, options.language).map_err(|_| nobody(of))
        }
        Question::CameFrom { of } => {
            came_from(record, of, options.language).map_err(|_| nobody(of))
        }
    }
}

fn end_of_record(record: &Record<'_>, of: &Moment) -> NaiveDate {
    record.last_day().map_or(of.date, |last| last.max(of.date))
}
