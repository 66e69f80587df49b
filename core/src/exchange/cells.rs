//! One table as cells: header, rows, and the reading of single fields.

use chrono::{Datelike, NaiveDate};
use csv::{ByteRecord, ReaderBuilder};

use super::problem::{ProblemSink, TableProblem, TableProblemCode as Code};
use super::words::Word;
use super::{ReadOptions, TableFile};
use crate::check::MONEY_MOST;
use crate::error::{InputCode, InputError};
use crate::parse_date;
use crate::text;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Longest name or other free text, in bytes.
const TEXT_MAX_BYTES: usize = 300;

/// The years that a date in a table may have.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// One row while it is read.
pub(super) struct Cells<'row> {
    pub(super) line: u32,
    file: &'row str,
    record: &'row ByteRecord,
    columns: &'row [&'static str],
    /// Where each column stands in the row.
    places: &'row [Option<usize>],
    options: &'row ReadOptions,
    problems: &'row mut ProblemSink,
}

/// Reads the rows of a file one by one. A missing column is one problem of the header, and its
/// fields are then silently absent, so that the rest of each row is still checked.
pub(super) fn read_rows(
    file: &TableFile,
    columns: &'static [&'static str],
    options: &ReadOptions,
    problems: &mut ProblemSink,
    mut take: impl FnMut(&mut Cells<'_>),
) {
    let name = file.name.as_str();
    let whole = |value: &str, code| TableProblem::new(name, 0, None, value, code);
    if u64::try_from(file.bytes.len()).unwrap_or(u64::MAX) > options.max_file_bytes {
        problems.add(
            whole(&format!("{} bytes", file.bytes.len()), Code::TooMany)
                .with_limit(format!("{} bytes", options.max_file_bytes)),
        );
        return;
    }
    let mut bytes = file.bytes.as_slice();
    if let Some(rest) = bytes.strip_prefix(BYTE_ORDER_MARK) {
        bytes = rest;
        if !options.spreadsheet {
            problems.add(TableProblem::new(
                name,
                1,
                None,
                "EF BB BF",
                Code::ByteOrderMark,
            ));
        }
    }
    let lines = count_lines(bytes);
    // The header is a line as well.
    if lines > u64::from(options.max_rows) + 1 {
        problems.add(
            whole(&format!("{lines} lines"), Code::TooMany)
                .with_limit(format!("{} rows", options.max_rows)),
        );
        return;
    }
    let header_line = bytes
        .split(|byte| matches!(byte, b'\n' | b'\r'))
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let semicolons = header_line.contains(&b';') && !header_line.contains(&b',');
    if semicolons && !options.spreadsheet {
        let shown = String::from_utf8_lossy(header_line);
        problems.add(TableProblem::new(name, 1, None, &shown, Code::Semicolons));
    }

    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if semicolons { b';' } else { b',' })
        .from_reader(bytes);
    let mut record = ByteRecord::new();
    if !reader.read_byte_record(&mut record).unwrap_or(false) {
        problems.add(whole("", Code::Empty).with_limit("a header row"));
        return;
    }
    let width = record.len();
    let places = read_header(name, line_of(&record, bytes), &record, columns, problems);

    // Reading from memory cannot fail: every sequence of bytes is some sequence of records.
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        let line = line_of(&record, bytes);
        if record.len() != width {
            problems.add(
                TableProblem::new(name, line, None, &record.len().to_string(), Code::RaggedRow)
                    .with_limit(width.to_string()),
            );
        }
        take(&mut Cells {
            line,
            file: name,
            record: &record,
            columns,
            places: &places,
            options,
            problems,
        });
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

/// The reader's own line numbers do not count blank lines before a record.
fn line_of(record: &ByteRecord, bytes: &[u8]) -> u32 {
    let Some(position) = record.position() else {
        return 0;
    };
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let blank = bytes
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(|byte| matches!(byte, b'\n' | b'\r'))
        .filter(|byte| **byte == b'\n')
        .count();
    let line = position
        .line()
        .saturating_add(u64::try_from(blank).unwrap_or(u64::MAX));
    u32::try_from(line).unwrap_or(u32::MAX)
}

fn read_header(
    file: &str,
    line: u32,
    header: &ByteRecord,
    columns: &[&'static str],
    problems: &mut ProblemSink,
) -> Vec<Option<usize>> {
    let mut places = vec![None; columns.len()];
    for (at, field) in header.iter().enumerate() {
        let found = columns
            .iter()
            .position(|column| column.as_bytes() == field)
            .and_then(|column| places.get_mut(column));
        let code = match found {
            None => Code::UnknownColumn,
            Some(Some(_)) => Code::DuplicateColumn,
            Some(place) => {
                *place = Some(at);
                continue;
            }
        };
        let shown = String::from_utf8_lossy(field);
        problems.add(TableProblem::new(file, line, Some(&shown), &shown, code));
    }
    for (column, place) in columns.iter().zip(&places) {
        if place.is_none() {
            problems.add(TableProblem::new(
                file,
                line,
                Some(column),
                column,
                Code::MissingColumn,
            ));
        }
    }
    places
}

impl<'row> Cells<'row> {
    /// Records a problem of this row.
    pub(super) fn problem(&mut self, column: &str, value: &str, code: Code) {
        self.problems.add(TableProblem::new(
            self.file,
            self.line,
            Some(column),
            value,
            code,
        ));
    }

    /// Records a problem of this row, saying what would have been allowed.
    pub(super) fn problem_with(
        &mut self,
        column: &str,
        value: impl ToString,
        code: Code,
        limit: impl Into<String>,
    ) {
        let problem =
            TableProblem::new(self.file, self.line, Some(column), &value.to_string(), code);
        self.problems.add(problem.with_limit(limit));
    }

    fn input_problem(&mut self, column: &str, error: InputError) {
        self.problems.add(TableProblem::from_input(
            self.file, self.line, column, error,
        ));
    }

    /// The bytes of a field; `None` when the header or this row does not have it.
    fn bytes(&self, column: &str) -> Option<&'row [u8]> {
        let at = self.columns.iter().position(|known| *known == column)?;
        self.record.get((*self.places.get(at)?)?)
    }

    /// A field as text; empty when nothing stands there.
    pub(super) fn field(&mut self, column: &str) -> Option<&'row str> {
        let bytes = self.bytes(column)?;
        let Ok(field) = std::str::from_utf8(bytes) else {
            let shown = String::from_utf8_lossy(bytes);
            self.problem(column, &shown, Code::NotUtf8);
            return None;
        };
        if u64::try_from(field.len()).unwrap_or(u64::MAX) > u64::from(self.options.max_field_bytes)
        {
            let limit = format!("{} bytes", self.options.max_field_bytes);
            self.problem_with(column, field, Code::TooLong, limit);
            return None;
        }
        if !field.is_ascii() && !text::is_composed(field) {
            self.problem(column, field, Code::DecomposedText);
            return None;
        }
        Some(field)
    }

    fn needed(&mut self, column: &str) -> Option<&'row str> {
        let field = self.field(column)?;
        if field.is_empty() {
            self.problem(column, field, Code::Empty);
            return None;
        }
        Some(field)
    }

    /// A field that may be empty: `None` for a problem, `Some(None)` for nothing there.
    fn optional<T>(
        &mut self,
        column: &str,
        read: impl FnOnce(&mut Self, &'row str) -> Option<T>,
    ) -> Option<Option<T>> {
        let field = self.field(column)?;
        if field.is_empty() {
            return Some(None);
        }
        read(self, field).map(Some)
    }

    fn accept<T>(&mut self, column: &str, read: Result<T, InputError>) -> Option<T> {
        read.map_err(|error| self.input_problem(column, error)).ok()
    }

    /// An identifier.
    pub(super) fn id<T: std::str::FromStr<Err = InputError>>(&mut self, column: &str) -> Option<T> {
        let field = self.field(column)?;
        self.accept(column, field.parse())
    }

    /// An identifier that may be missing.
    pub(super) fn optional_id<T: std::str::FromStr<Err = InputError>>(
        &mut self,
        column: &str,
    ) -> Option<Option<T>> {
        self.optional(column, |cells, field| cells.accept(column, field.parse()))
    }

    fn checked_text(&mut self, column: &str, field: &str) -> Option<String> {
        if field.len() > TEXT_MAX_BYTES {
            let limit = format!("{TEXT_MAX_BYTES} bytes");
            self.problem_with(column, field, Code::TooLong, limit);
            return None;
        }
        if field.chars().any(char::is_control) {
            self.problem(column, field, Code::ControlCharacter);
            return None;
        }
        if field.trim().is_empty() {
            self.problem(column, field, Code::Empty);
            return None;
        }
        Some(field.to_owned())
    }

    /// A name or other free text.
    pub(super) fn text(&mut self, column: &str) -> Option<String> {
        let field = self.needed(column)?;
        self.checked_text(column, field)
    }

    /// A free text that may be missing.
    pub(super) fn optional_text(&mut self, column: &str) -> Option<Option<String>> {
        self.optional(column, |cells, field| cells.checked_text(column, field))
    }

    fn checked_date(&mut self, column: &str, field: &str) -> Option<NaiveDate> {
        let date = parse_date(column, field).and_then(|date| {
            if YEARS.contains(&date.year()) {
                Ok(date)
            } else {
                Err(
                    InputError::new(InputCode::OutOfRange, column, field).with_limit(format!(
                        "years {} to {}",
                        YEARS.start(),
                        YEARS.end()
                    )),
                )
            }
        });
        self.accept(column, date)
    }

    /// A date.
    pub(super) fn date(&mut self, column: &str) -> Option<NaiveDate> {
        let field = self.needed(column)?;
        self.checked_date(column, field)
    }

    /// A date that may be missing.
    pub(super) fn optional_date(&mut self, column: &str) -> Option<Option<NaiveDate>> {
        self.optional(column, |cells, field| cells.checked_date(column, field))
    }

    fn checked_number(&mut self, column: &str, field: &str, most: i64) -> Option<i64> {
        if !field.bytes().all(|byte| byte.is_ascii_digit()) {
            self.problem_with(column, field, Code::NotANumber, "digits alone");
            return None;
        }
        match field.parse::<i64>() {
            Ok(number) if number <= most => Some(number),
            _ => {
                self.problem_with(column, field, Code::OutOfRange, format!("0..={most}"));
                None
            }
        }
    }

    /// A count.
    pub(super) fn count(&mut self, column: &str) -> Option<u32> {
        let field = self.needed(column)?;
        let number = self.checked_number(column, field, i64::from(u32::MAX))?;
        u32::try_from(number).ok()
    }

    /// A count that may be missing.
    pub(super) fn optional_count(&mut self, column: &str) -> Option<Option<u32>> {
        self.optional(column, |cells, field| {
            let number = cells.checked_number(column, field, i64::from(u32::MAX))?;
            u32::try_from(number).ok()
        })
    }

    /// Money in whole đồng.
    pub(super) fn money(&mut self, column: &str) -> Option<i64> {
        let field = self.needed(column)?;
        self.checked_number(column, field, MONEY_MOST)
    }

    /// A calendar year.
    pub(super) fn year(&mut self, column: &str) -> Option<i32> {
        let field = self.needed(column)?;
        let number = self.checked_number(column, field, i64::from(u32::MAX))?;
        match i32::try_from(number) {
            Ok(year) if YEARS.contains(&year) => Some(year),
            _ => {
                let limit = format!("{}..={}", YEARS.start(), YEARS.end());
                self.problem_with(column, field, Code::OutOfRange, limit);
                None
            }
        }
    }

    /// Marks of 0 to 100 points with at most two decimals, as hundredths; may be missing.
    pub(super) fn optional_marks(&mut self, column: &str) -> Option<Option<u32>> {
        const LIMIT: &str = "0 to 100, at most two decimals after a point";
        self.optional(column, |cells, field| {
            let (points, hundredths) = field.split_once('.').unwrap_or((field, "0"));
            let digits =
                |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            if !digits(points) || !digits(hundredths) || hundredths.len() > 2 {
                cells.problem_with(column, field, Code::NotANumber, LIMIT);
                return None;
            }
            let scale = if hundredths.len() == 1 { 10 } else { 1 };
            let marks = points
                .parse::<u32>()
                .ok()
                .and_then(|points| points.checked_mul(100))
                .zip(hundredths.parse::<u32>().ok())
                .map(|(points, hundredths)| points.saturating_add(hundredths * scale))
                .filter(|marks| *marks <= 10_000);
            if marks.is_none() {
                cells.problem_with(column, field, Code::OutOfRange, LIMIT);
            }
            marks
        })
    }

    fn checked_word<T: Word>(&mut self, column: &str, field: &str, allowed: &[&str]) -> Option<T> {
        let found = T::WORDS
            .iter()
            .find(|(word, _)| *word == field && (allowed.is_empty() || allowed.contains(word)));
        if found.is_none() {
            let words = T::WORDS
                .iter()
                .map(|(word, _)| *word)
                .filter(|word| allowed.is_empty() || allowed.contains(word))
                .collect::<Vec<_>>()
                .join(" | ");
            self.problem_with(column, field, Code::UnknownChoice, words);
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// A word of a closed list.
    pub(super) fn word<T: Word>(&mut self, column: &str) -> Option<T> {
        self.word_of(column, &[])
    }

    /// A word of a part of a closed list.
    pub(super) fn word_of<T: Word>(&mut self, column: &str, allowed: &[&str]) -> Option<T> {
        let field = self.needed(column)?;
        self.checked_word(column, field, allowed)
    }

    /// A word that may be missing.
    pub(super) fn optional_word<T: Word>(&mut self, column: &str) -> Option<Option<T>> {
        self.optional(column, |cells, field| {
            cells.checked_word(column, field, &[])
        })
    }

    /// Words of a closed list with spaces between them; may be none.
    pub(super) fn words<T: Word>(&mut self, column: &str) -> Option<Vec<T>> {
        let field = self.field(column)?;
        let mut words = Vec::new();
        let mut complete = true;
        for word in field.split(' ').filter(|word| !word.is_empty()) {
            match self.checked_word(column, word, &[]) {
                Some(word) => words.push(word),
                None => complete = false,
            }
        }
        complete.then_some(words)
    }

    /// `yes` or `no`.
    pub(super) fn flag(&mut self, column: &str) -> Option<bool> {
        let field = self.needed(column)?;
        self.checked_word(column, field, &[])
    }

    /// `yes`, `no` or nothing.
    pub(super) fn optional_flag(&mut self, column: &str) -> Option<Option<bool>> {
        self.optional(column, |cells, field| {
            cells.checked_word(column, field, &[])
        })
    }
}
