//! The command line.

use std::path::PathBuf;

use handbook::text::Language;
use handbook::{NaiveDate, parse_date};

/// What the program is asked for.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) folder: PathBuf,
    pub(crate) year: Option<i32>,
    pub(crate) judged_on: Option<NaiveDate>,
    pub(crate) json: bool,
    pub(crate) language: Language,
    pub(crate) explain: Option<String>,
    pub(crate) rules: Option<PathBuf>,
    pub(crate) spreadsheet: bool,
}

pub(crate) const HELP: &str = "\
district-year FOLDER [options]

Judges the year of a district from the CSV tables in FOLDER: organizations, posts, members,
meetings, attendance, targets, ratings, adoption, projects.

  --year YEAR            the year (default: the year of the latest rating)
  --judged-on DATE       the day whose rules judge, yyyy-mm-dd (default: 31 December of the year)
  --json                 the whole report as JSON
  --lang vi|en           the language of the report (default: en)
  --explain ID           why the member or organization ID got its level
  --rules OVERLAY.json   a body's own choices laid over the rule book
  --spreadsheet          accept a byte order mark and semicolons, as spreadsheets write them
  --help                 this text

Exit codes: 0 done, 1 wrong usage or no answer, 2 the tables have problems (all are listed).
";

/// Reads the command line; `None` asks for the help text.
pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut folder = None;
    let mut options = Options {
        folder: PathBuf::new(),
        year: None,
        judged_on: None,
        json: false,
        language: Language::En,
        explain: None,
        rules: None,
        spreadsheet: false,
    };
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("`{argument}` needs a value after it"))
        };
        match argument.as_str() {
            "--help" | "-h" => return Ok(None),
            "--year" => {
                let text = value()?;
                let year = text
                    .parse()
                    .map_err(|_| format!("`{text}` is not a year"))?;
                options.year = Some(year);
            }
            "--judged-on" => {
                let text = value()?;
                let date = parse_date("judged-on", &text).map_err(|error| error.to_string())?;
                options.judged_on = Some(date);
            }
            "--json" => options.json = true,
            "--lang" => {
                options.language = match value()?.as_str() {
                    "vi" => Language::Vi,
                    "en" => Language::En,
                    other => return Err(format!("`{other}` is not a language: vi or en")),
                };
            }
            "--explain" => options.explain = Some(value()?),
            "--rules" => options.rules = Some(value()?.into()),
            "--spreadsheet" => options.spreadsheet = true,
            other if other.starts_with('-') => return Err(format!("unknown option `{other}`")),
            _ if folder.is_some() => return Err(format!("a second folder: `{argument}`")),
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    options.folder = folder.ok_or("the folder with the tables is missing")?;
    Ok(Some(options))
}
