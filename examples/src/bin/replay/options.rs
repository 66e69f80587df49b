//! The command line.

use std::path::PathBuf;

use handbook::text::Language;
use handbook::{NaiveDate, date, parse_date};
use handbook_examples::replay::{Moment, REFORM_DAY};

/// What is asked of the record.
#[derive(Debug)]
pub(crate) enum Question {
    /// The units of a day, all or one with what is below it.
    Table {
        on: NaiveDate,
        below: Option<String>,
    },
    /// What became of a unit.
    Lineage { of: Moment, on: Option<NaiveDate> },
    /// What a unit came from.
    CameFrom { of: Moment },
}

/// What the program is asked for.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) units: PathBuf,
    pub(crate) events: Option<PathBuf>,
    pub(crate) reform: Option<PathBuf>,
    pub(crate) reform_on: NaiveDate,
    pub(crate) question: Question,
    pub(crate) memory: bool,
    pub(crate) language: Language,
}

pub(crate) const HELP: &str = "\
replay --units U.csv [--events E.csv] [--reform R.csv] --on YYYY-MM-DD [options]

Replays units of the state from tables of codes and prints those of a day as a table:
code, level, type, name, parent, in the order of codes (shorter ones first).

  --units FILE           the start: code, level, name (or full_name), type, parent
  --events FILE          date, decree, op, code, level and name, type, parent before and after;
                         op: create, dissolve, rename, respell, retype, reparent, several with +
  --reform FILE          old unit to new unit with share full or partial
  --reform-on DATE       the day of the reform (default: 2025-07-01)
  --on DATE              the day to show, yyyy-mm-dd; the whole record is replayed all the same
  --subtree CODE         only the unit that has the code on the day, and what is below it
  --lineage CODE@DATE    instead: what became of the unit that had the code on the day, up to
                         --on, or to the end of the record
  --came-from CODE@DATE  instead: what that unit came from
  --memory               bytes that the record takes, on the error stream
  --lang vi|en           the language of sentences (default: en)
  --help                 this text

Columns stand in any order, others are ignored, cells may be quoted. The units of the start are
taken to be there since ever. Events of one day are one moment and may stand in any order; the
reform comes before the events of its own day. A row that cannot be applied is reported on the
error stream, one line each, `FILE line N: reason (code, name, date)`; all others are applied
and the answer is printed. A row whose values before differ from the record is applied, since
the code is what it addresses, and a note tells both values; notes start with `note:`.

Exit codes: 0 done, also with notes; 1 some rows have problems; 2 the call cannot be run: wrong
usage, a file that cannot be read, a missing column, nobody with the code asked for.
";

/// Reads the command line; `None` asks for the help text.
pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let (year, month, day) = REFORM_DAY;
    let mut reform_on = date(year, month, day).map_err(|error| error.to_string())?;
    let (mut units, mut events, mut reform) = (None, None, None);
    let (mut on, mut below, mut lineage, mut from) = (None, None, None, None);
    let mut memory = false;
    let mut language = Language::En;
    let mut arguments = arguments;
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or_else(|| format!("`{argument}` needs a value after it"))
        };
        let day =
            |name: &str, text: &str| parse_date(name, text).map_err(|error| error.to_string());
        let moment = |text: &str| {
            Moment::parse(text).ok_or_else(|| format!("`{text}` is not CODE@YYYY-MM-DD"))
        };
        match argument.as_str() {
            "--help" | "-h" => return Ok(None),
            "--units" => units = Some(value()?.into()),
            "--events" => events = Some(value()?.into()),
            "--reform" => reform = Some(value()?.into()),
            "--reform-on" => reform_on = day("reform-on", &value()?)?,
            "--on" => on = Some(day("on", &value()?)?),
            "--subtree" => below = Some(value()?),
            "--lineage" => lineage = Some(moment(&value()?)?),
            "--came-from" => from = Some(moment(&value()?)?),
            "--memory" => memory = true,
            "--lang" => {
                language = match value()?.as_str() {
                    "vi" => Language::Vi,
                    "en" => Language::En,
                    other => return Err(format!("`{other}` is not a language: vi or en")),
                };
            }
            other => return Err(format!("unknown option `{other}`")),
        }
    }
    let question = match (lineage, from, below) {
        (None, None, below) => Question::Table {
            on: on.ok_or("the day is missing: --on YYYY-MM-DD")?,
            below,
        },
        (Some(of), None, None) => {
            if on.is_some_and(|on| on < of.date) {
                return Err("--on is before the day of --lineage".to_owned());
            }
            Question::Lineage { of, on }
        }
        (None, Some(of), None) => Question::CameFrom { of },
        _ => return Err("--lineage, --came-from and --subtree go one at a time".to_owned()),
    };
    Ok(Some(Options {
        units: units.ok_or("the start table is missing: --units FILE")?,
        events,
        reform,
        reform_on,
        question,
        memory,
        language,
    }))
}
