//! One table as cells: header, rows, and the reading of single fields by what their column holds.

use std::borrow::Cow;
use std::fmt::Arguments;

use chrono::{Datelike, NaiveDate};

use super::problem::{ProblemSink, TableProblem, TableProblemCode as Code};
use super::records::Records;
use super::words::Word;
use super::{ReadOptions, TableFile};
use crate::check::MONEY_MOST;
use crate::error::InputCode;
use crate::{identifier, read_date, text};

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Longest name or other free text, in bytes.
const TEXT_MAX_BYTES: usize = 300;

/// The years that a date in a table may have.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Most columns of a table.
const COLUMNS_MOST: usize = 20;

/// What the cells of a column hold.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Anything: what it means is looked up by the table.
    Any,
    /// An identifier.
    Id,
    /// A name or other free text.
    Text,
    /// A date.
    Date,
    /// A count.
    Count,
    /// Money in whole đồng.
    Money,
    /// A calendar year.
    Year,
    /// Marks of 0 to 100 points with at most two decimals, as hundredths.
    Marks,
    /// A word of a closed list.
    Word(&'static [&'static str]),
    /// A word of a closed list, where only the second list is allowed.
    WordOf(&'static [&'static str], &'static [&'static str]),
    /// Words of a closed list with spaces between them; may be none.
    Words(&'static [&'static str]),
}

/// A column of a table.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// Whether nothing may stand there.
    pub(super) optional: bool,
    /// Whether the header may lack it.
    pub(super) may_lack: bool,
}

/// What was read from a cell.
#[derive(Clone, Copy)]
enum Cell<'row> {
    /// Not read yet.
    Unread,
    /// The cell is not there or has a problem.
    Wrong,
    Nothing,
    Text(&'row str),
    Date(NaiveDate),
    Number(i64),
    /// The place of a word in its list.
    Word(usize, &'static str),
}

/// One row while it is read.
pub(super) struct Row<'row> {
    pub(super) line: u32,
    file: &'row str,
    fields: &'row [Cow<'row, [u8]>],
    columns: &'static [Column],
    /// Where each column stands in the row.
    places: &'row [Option<usize>],
    cells: [Cell<'row>; COLUMNS_MOST],
    options: &'row ReadOptions,
    problems: &'row mut ProblemSink,
}

/// Reads the rows of a file one by one. A missing column is one problem of the header, and its
/// fields are then silently absent, so that the rest of each row is still checked.
pub(super) fn read_rows(
    file: &TableFile,
    columns: &'static [Column],
    options: &ReadOptions,
    problems: &mut ProblemSink,
    take: &mut dyn FnMut(&mut Row<'_>),
) {
    let name = file.name.as_str();
    let mut whole = |line, value: &str, code, limit: Option<String>| {
        let mut problem = TableProblem::new(name, line, None, value, code);
        problem.limit = limit;
        problems.add(problem);
    };
    let mut bytes = file.bytes.as_slice();
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > options.max_file_bytes {
        let limit = format!("{} bytes", options.max_file_bytes);
        whole(
            0,
            &format!("{} bytes", bytes.len()),
            Code::TooMany,
            Some(limit),
        );
        return;
    }
    if let Some(rest) = bytes.strip_prefix(BYTE_ORDER_MARK) {
        bytes = rest;
        if !options.spreadsheet {
            whole(1, "EF BB BF", Code::ByteOrderMark, None);
        }
    }
    let lines = count_lines(bytes);
    // The header is a line as well.
    if lines > u64::from(options.max_rows) + 1 {
        let limit = format!("{} rows", options.max_rows);
        whole(0, &format!("{lines} lines"), Code::TooMany, Some(limit));
        return;
    }
    let header_line = bytes
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let semicolons = header_line.contains(&b';') && !header_line.contains(&b',');
    if semicolons && !options.spreadsheet {
        let shown = String::from_utf8_lossy(header_line);
        whole(1, &shown, Code::Semicolons, None);
    }

    let mut records = Records::new(bytes, if semicolons { b';' } else { b',' });
    let mut fields = Vec::new();
    if !records.read(&mut fields) {
        whole(0, "", Code::Empty, Some("a header row".to_owned()));
        return;
    }
    let width = fields.len();
    let places = read_header(name, records.started, &fields, columns, problems);
    while records.read(&mut fields) {
        let mut row = Row {
            line: records.started,
            file: name,
            fields: &fields,
            columns,
            places: &places,
            cells: [Cell::Unread; COLUMNS_MOST],
            options,
            problems,
        };
        if fields.len() != width {
            let (count, limit) = (fields.len().to_string(), width.to_string());
            row.add(None, &count, Code::RaggedRow, Some(limit));
        }
        take(&mut row);
    }
}

/// How many lines there are, whether they end in LF, CR or both.
fn count_lines(bytes: &[u8]) -> u64 {
    let mut lines = 0_u64;
    let mut last = b'\n';
    for byte in bytes.iter().copied() {
        let starts = matches!(last, b'\n' | b'\r') && !(last == b'\r' && byte == b'\n');
        lines += u64::from(starts);
        last = byte;
    }
    lines
}

fn read_header(
    file: &str,
    line: u32,
    header: &[Cow<'_, [u8]>],
    columns: &[Column],
    problems: &mut ProblemSink,
) -> Vec<Option<usize>> {
    let mut problem = |column: &str, code| {
        problems.add(TableProblem::new(file, line, Some(column), column, code));
    };
    let mut places = vec![None; columns.len()];
    for (at, field) in header.iter().enumerate() {
        let found = columns
            .iter()
            .position(|column| column.name.as_bytes() == &**field)
            .and_then(|column| places.get_mut(column));
        let code = match found {
            None => Code::UnknownColumn,
            Some(Some(_)) => Code::DuplicateColumn,
            Some(place) => {
                *place = Some(at);
                continue;
            }
        };
        problem(&String::from_utf8_lossy(field), code);
    }
    for (column, place) in columns.iter().zip(&places) {
        if place.is_none() && !column.may_lack {
            problem(column.name, Code::MissingColumn);
        }
    }
    places
}

fn digits_alone(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Marks in hundredths: absent for text of another form, `Some(None)` for more than there are.
fn marks(field: &str) -> Option<Option<i64>> {
    let (points, hundredths) = field.split_once('.').unwrap_or((field, "0"));
    let digits = |text: &str| !text.is_empty() && digits_alone(text);
    if !digits(points) || !digits(hundredths) || hundredths.len() > 2 {
        return None;
    }
    let scale = if hundredths.len() == 1 { 10 } else { 1 };
    let (Ok(points), Ok(hundredths)) = (points.parse::<u32>(), hundredths.parse::<u32>()) else {
        return Some(None);
    };
    let marks = i64::from(points) * 100 + i64::from(hundredths * scale);
    Some(Some(marks).filter(|marks| *marks <= 10_000))
}

impl<'row> Row<'row> {
    /// Whether nothing is wrong with any row so far.
    pub(super) fn is_clean(&self) -> bool {
        self.problems.is_clean()
    }

    #[inline(never)]
    fn add(&mut self, column: Option<usize>, value: &str, code: Code, limit: Option<String>) {
        let column = column.map(|column| self.name(column));
        let mut problem = TableProblem::new(self.file, self.line, column, value, code);
        problem.limit = limit;
        self.problems.add(problem);
    }

    /// Records a problem of a cell that was read.
    #[inline(never)]
    pub(super) fn problem(&mut self, column: usize, code: Code) {
        self.add(Some(column), &self.shown(column), code, None);
    }

    /// Records a problem of a cell that was read, saying what would have been allowed.
    #[inline(never)]
    pub(super) fn problem_with(&mut self, column: usize, code: Code, limit: Arguments<'_>) {
        let limit = Some(limit.to_string());
        self.add(Some(column), &self.shown(column), code, limit);
    }

    /// Records a member in two cells.
    pub(super) fn two_cells(&mut self, column: usize, value: &str, other: &str) {
        let other = Some(other.to_owned());
        self.add(Some(column), value, Code::TwoCells, other);
    }

    /// What was read from a cell, as text.
    #[inline(never)]
    fn shown(&self, column: usize) -> String {
        match self.cell(column) {
            Cell::Unread | Cell::Wrong | Cell::Nothing => String::new(),
            Cell::Text(text) | Cell::Word(_, text) => text.to_owned(),
            Cell::Date(date) => date.to_string(),
            Cell::Number(number) => number.to_string(),
        }
    }

    /// Cells that together name what the row is about.
    pub(super) fn key(&self, columns: &[usize]) -> String {
        let mut key = String::new();
        for column in columns {
            key.push_str(&self.shown(*column));
            key.push('\t');
        }
        key
    }

    /// The name of a column.
    pub(super) fn name(&self, column: usize) -> &'static str {
        self.columns.get(column).map_or("", |column| column.name)
    }

    fn cell(&self, column: usize) -> Cell<'row> {
        self.cells.get(column).copied().unwrap_or(Cell::Unread)
    }

    fn set(&mut self, column: usize, cell: Cell<'row>) {
        if let Some(place) = self.cells.get_mut(column) {
            *place = cell;
        }
    }

    /// Takes a cell for wrong, so that nothing is read from it.
    pub(super) fn spoil(&mut self, column: usize) {
        self.set(column, Cell::Wrong);
    }

    /// Reads the columns up to this one that were not read yet.
    #[inline(never)]
    pub(super) fn read_through(&mut self, last: usize) {
        for column in 0..=last {
            if matches!(self.cell(column), Cell::Unread) {
                self.read(column);
            }
        }
    }

    /// Reads the cell of a column.
    #[inline(never)]
    pub(super) fn read(&mut self, column: usize) {
        let read = self.read_cell(column).unwrap_or(Cell::Wrong);
        self.set(column, read);
    }

    fn read_cell(&mut self, column: usize) -> Option<Cell<'row>> {
        let known = self.columns.get(column)?;
        if known.may_lack && self.places.get(column) == Some(&None) {
            return Some(Cell::Nothing);
        }
        let field = self.field(column)?;
        let empty_counts = matches!(known.kind, Kind::Any | Kind::Words(_));
        if field.is_empty() && !empty_counts {
            if known.optional {
                return Some(Cell::Nothing);
            }
            return self.refuse(column, field, Code::Empty, None);
        }
        self.read_kind(column, known.kind, field)
    }

    fn refuse(
        &mut self,
        column: usize,
        field: &str,
        code: Code,
        limit: Option<String>,
    ) -> Option<Cell<'row>> {
        self.add(Some(column), field, code, limit);
        None
    }

    fn read_kind(&mut self, column: usize, kind: Kind, field: &'row str) -> Option<Cell<'row>> {
        let (code, limit) = match kind {
            Kind::Any => return Some(Cell::Text(field)),
            Kind::Id => match identifier::check("", field) {
                Ok(()) => return Some(Cell::Text(field)),
                Err(error) => (error.code.into(), error.limit.clone()),
            },
            Kind::Text if field.len() > TEXT_MAX_BYTES => {
                (Code::TooLong, Some(format!("{TEXT_MAX_BYTES} bytes")))
            }
            Kind::Text if field.chars().any(char::is_control) => (Code::ControlCharacter, None),
            Kind::Text if field.trim().is_empty() => (Code::Empty, None),
            Kind::Text => return Some(Cell::Text(field)),
            Kind::Date => match read_date(field) {
                Some(date) if YEARS.contains(&date.year()) => return Some(Cell::Date(date)),
                Some(_) => {
                    let limit = format!("years {} to {}", YEARS.start(), YEARS.end());
                    (Code::OutOfRange, Some(limit))
                }
                None => (InputCode::NotADate.into(), None),
            },
            Kind::Count => return self.number(column, field, i64::from(u32::MAX)),
            Kind::Money => return self.number(column, field, MONEY_MOST),
            Kind::Year => {
                let read = self.number(column, field, i64::from(u32::MAX))?;
                let years = i64::from(*YEARS.start())..=i64::from(*YEARS.end());
                match read {
                    Cell::Number(year) if years.contains(&year) => return Some(read),
                    _ => {
                        let limit = format!("{}..={}", YEARS.start(), YEARS.end());
                        (Code::OutOfRange, Some(limit))
                    }
                }
            }
            Kind::Marks => {
                let code = match marks(field) {
                    Some(Some(hundredths)) => return Some(Cell::Number(hundredths)),
                    Some(None) => Code::OutOfRange,
                    None => Code::NotANumber,
                };
                let limit = "0 to 100, at most two decimals after a point";
                (code, Some(limit.to_owned()))
            }
            Kind::Word(words) => return self.word_of(column, field, words, words),
            Kind::WordOf(words, allowed) => return self.word_of(column, field, words, allowed),
            Kind::Words(words) => {
                let mut complete = true;
                for word in field.split(' ').filter(|word| !word.is_empty()) {
                    complete &= self.word_of(column, word, words, words).is_some();
                }
                return complete.then_some(Cell::Text(field));
            }
        };
        self.refuse(column, field, code, limit)
    }

    fn number(&mut self, column: usize, field: &str, most: i64) -> Option<Cell<'row>> {
        let (code, limit) = if digits_alone(field) {
            match field.parse::<i64>() {
                Ok(number) if number <= most => return Some(Cell::Number(number)),
                _ => (Code::OutOfRange, format!("0..={most}")),
            }
        } else {
            (Code::NotANumber, "digits alone".to_owned())
        };
        self.refuse(column, field, code, Some(limit))
    }

    fn word_of(
        &mut self,
        column: usize,
        field: &str,
        words: &[&'static str],
        allowed: &[&'static str],
    ) -> Option<Cell<'row>> {
        let found = words.iter().position(|word| *word == field);
        match found.and_then(|place| Some((place, *words.get(place)?))) {
            Some((place, word)) if std::ptr::eq(words, allowed) || allowed.contains(&word) => {
                Some(Cell::Word(place, word))
            }
            _ => self.refuse(
                column,
                field,
                Code::UnknownChoice,
                Some(allowed.join(" | ")),
            ),
        }
    }

    /// A field as text; `None` when the header or this row does not have it, or with a problem.
    #[inline(never)]
    fn field(&mut self, column: usize) -> Option<&'row str> {
        let bytes = self.fields.get((*self.places.get(column)?)?)?;
        let Ok(field) = std::str::from_utf8(bytes) else {
            let shown = String::from_utf8_lossy(bytes);
            self.add(Some(column), &shown, Code::NotUtf8, None);
            return None;
        };
        let most = self.options.max_field_bytes;
        let (code, limit) = if u64::try_from(field.len()).unwrap_or(u64::MAX) > u64::from(most) {
            (Code::TooLong, Some(format!("{most} bytes")))
        } else if !field.is_ascii() && !text::is_composed(field) {
            (Code::DecomposedText, None)
        } else {
            return Some(field);
        };
        self.add(Some(column), field, code, limit);
        None
    }

    /// Whether a cell has a problem.
    pub(super) fn is_wrong(&self, column: usize) -> bool {
        matches!(self.cell(column), Cell::Wrong)
    }

    /// Whether a cell was read and is empty.
    pub(super) fn is_empty(&self, column: usize) -> bool {
        matches!(self.cell(column), Cell::Nothing)
    }

    /// Whether every cell was read without a problem.
    pub(super) fn is_complete(&self) -> bool {
        self.cells
            .iter()
            .take(self.columns.len())
            .all(|cell| !matches!(cell, Cell::Wrong | Cell::Unread))
    }

    /// The text of a cell.
    #[inline(never)]
    pub(super) fn text(&self, column: usize) -> Option<&'row str> {
        match self.cell(column) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a cell, owned.
    pub(super) fn owned(&self, column: usize) -> Option<String> {
        self.text(column).map(str::to_owned)
    }

    /// The date of a cell.
    #[inline(never)]
    pub(super) fn date(&self, column: usize) -> Option<NaiveDate> {
        match self.cell(column) {
            Cell::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The number of a cell.
    #[inline(never)]
    pub(super) fn number_in(&self, column: usize) -> Option<i64> {
        match self.cell(column) {
            Cell::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The count of a cell.
    #[inline(never)]
    pub(super) fn count(&self, column: usize) -> Option<u32> {
        u32::try_from(self.number_in(column)?).ok()
    }

    /// The place of a cell's word in its list.
    #[inline(never)]
    pub(super) fn place(&self, column: usize) -> Option<usize> {
        match self.cell(column) {
            Cell::Word(place, _) => Some(place),
            _ => None,
        }
    }

    /// The word of a cell.
    pub(super) fn word<T: Word>(&self, column: usize) -> Option<T> {
        T::of(self.place(column)?)
    }

    /// Whether `yes` stands in a cell.
    pub(super) fn flag(&self, column: usize) -> Option<bool> {
        self.place(column).map(|place| place == 0)
    }
}
