//! Reads the CSV tables of a district, judges its year by the rules in force, and prints it.

mod options;
mod page;

use std::fmt::Display;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use handbook::exchange::{ReadOptions, TableFile, TableProblems, read_tables};
use handbook::handbook::{Handbook, LevelSubject, RecordAnswer, RecordQuestion};
use handbook::question::to_json;
use handbook::report::{DistrictYearRequest, district_year};
use handbook::text::{error_sentence, problem_sentence};
use handbook::{HandbookError, MemberId, NaiveDate, OrganizationId, RuleBook};
use options::Options;

/// Why there is no report.
enum Failure {
    /// Wrong usage, or a question without an answer.
    Plain(String),
    /// The tables have problems.
    Tables(TableProblems),
    /// The library gave an error.
    Library(HandbookError),
}

impl From<HandbookError> for Failure {
    fn from(error: HandbookError) -> Self {
        Self::Library(error)
    }
}

fn main() -> ExitCode {
    let options = match options::parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => return finish(options::HELP),
        Err(sentence) => {
            eprintln!("{sentence}\n\n{}", options::HELP);
            return ExitCode::from(1);
        }
    };
    match run(&options) {
        Ok(text) => finish(&text),
        Err(Failure::Plain(sentence)) => {
            eprintln!("{sentence}");
            ExitCode::from(1)
        }
        Err(Failure::Library(error)) => {
            eprintln!("{}", error_sentence(&error, options.language));
            ExitCode::from(1)
        }
        Err(Failure::Tables(problems)) => {
            for problem in &problems.problems {
                eprintln!("{}", problem_sentence(problem, options.language));
            }
            let shown = problems.problems.len();
            let rest = usize::try_from(problems.total)
                .unwrap_or(shown)
                .saturating_sub(shown);
            if rest > 0 {
                eprintln!("… + {rest}");
            }
            ExitCode::from(2)
        }
    }
}

/// A reader that closes the pipe early, as `head` does, is no failure.
fn finish(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    ExitCode::SUCCESS
}

fn run(options: &Options) -> Result<String, Failure> {
    let mut book = RuleBook::vietnam();
    if let Some(path) = &options.rules {
        let overlay = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        book = book.with_overlay(&overlay)?;
    }
    let read = ReadOptions {
        spreadsheet: options.spreadsheet,
        ..ReadOptions::default()
    };
    let files = read_folder(&options.folder, &read)?;
    let tables = read_tables(&files, &read).map_err(Failure::Tables)?;
    let year = match options.year {
        Some(year) => year,
        None => tables
            .ratings
            .iter()
            .map(|row| row.year)
            .max()
            .ok_or_else(|| Failure::Plain("no rating names a year: give --year".to_owned()))?,
    };
    let year_end = NaiveDate::from_ymd_opt(year, 12, 31)
        .ok_or_else(|| Failure::Plain(format!("`{year}` is not a year")))?;
    let judged_on = options.judged_on.unwrap_or(year_end);
    let handbook = Handbook::from_tables(&book, &tables, read.max_problems, year_end)
        .map_err(Failure::Tables)?;

    if let Some(id) = &options.explain {
        return explain(&handbook, &book, judged_on, year, id, options);
    }
    let request = DistrictYearRequest {
        organization: None,
        year,
        judged_on: Some(judged_on),
    };
    let report = district_year(&handbook, &book, &request)?;
    if options.json {
        return Ok(to_json(&report) + "\n");
    }
    Ok(page::report(&book, &report, options.language))
}

fn unreadable(path: &Path, error: &dyn Display) -> Failure {
    Failure::Plain(format!("cannot read `{}`: {error}", path.display()))
}

/// Every `.csv` file of the folder, by name. A file over the limit is cut there: the reader then
/// says so instead of the machine running out of memory.
fn read_folder(folder: &Path, read: &ReadOptions) -> Result<Vec<TableFile>, Failure> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        let is_table = path.extension().is_some_and(|extension| extension == "csv");
        let Some(name) = path
            .file_name()
            .and_then(|name| name.to_str())
            .filter(|_| is_table)
        else {
            continue;
        };
        let mut bytes = Vec::new();
        let file = fs::File::open(&path).map_err(|error| unreadable(&path, &error))?;
        let most = read.max_file_bytes.saturating_add(1);
        std::io::Read::read_to_end(&mut std::io::Read::take(file, most), &mut bytes)
            .map_err(|error| unreadable(&path, &error))?;
        files.push(TableFile::new(name, bytes));
    }
    files.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(files)
}

fn explain(
    handbook: &Handbook,
    book: &RuleBook,
    on: NaiveDate,
    year: i32,
    id: &str,
    options: &Options,
) -> Result<String, Failure> {
    let ask = |subject| handbook.ask(book, on, &RecordQuestion::Level { subject, year });
    let member = MemberId::new(id).map_err(HandbookError::from)?;
    let organization = OrganizationId::new(id).map_err(HandbookError::from)?;
    let members = ask(LevelSubject::Member { id: member });
    let answer = match members {
        Ok(answer) => answer,
        Err(_) => ask(LevelSubject::Organization { id: organization })?,
    };
    let RecordAnswer::Level(answer) = answer else {
        return Err(Failure::Plain("the answer is of another kind".to_owned()));
    };
    if options.json {
        return Ok(to_json(&answer) + "\n");
    }
    Ok(page::explanation(book, id, year, &answer, options.language))
}
