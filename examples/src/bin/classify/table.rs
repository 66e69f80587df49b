//! Reads one table row by row, whatever its size, and reports every dirty row.

use std::fs::File;
use std::io::{BufWriter, Stderr, Write};
use std::path::Path;

use csv::{ByteRecord, Reader, ReaderBuilder};
use handbook::MemberId;

/// Longest piece of a wrong value that a complaint repeats, in characters.
const SHOWN: usize = 80;

/// Complaints on the error stream, one line each.
pub(crate) struct Complaints {
    out: BufWriter<Stderr>,
    pub(crate) count: u64,
}

impl Complaints {
    pub(crate) fn new() -> Self {
        Self {
            out: BufWriter::new(std::io::stderr()),
            count: 0,
        }
    }

    fn add(&mut self, file: &str, line: u64, column: &str, value: &[u8], reason: &str) {
        let value: String = String::from_utf8_lossy(value)
            .chars()
            .take(SHOWN)
            .map(|letter| {
                if letter.is_control() {
                    '\u{fffd}'
                } else {
                    letter
                }
            })
            .collect();
        // Nobody is there to hear that the error stream is closed.
        let _ = writeln!(
            self.out,
            "{file} line {line}, column `{column}`: {reason}: `{value}`"
        );
        self.count += 1;
    }
}

/// A table with the columns asked for.
pub(crate) struct Table<'names> {
    file: String,
    reader: Reader<File>,
    /// Where each column asked for stands.
    places: Vec<usize>,
    names: &'names [&'names str],
    width: usize,
    line: u64,
    record: ByteRecord,
}

impl<'names> Table<'names> {
    /// Opens a table: UTF-8 with or without a byte order mark, lines that end in LF or CR LF,
    /// cells divided by commas or, where the first line has no comma, by semicolons; cells may be
    /// quoted, and columns stand in any order.
    pub(crate) fn open(
        path: &Path,
        names: &'names [&'names str],
        complaints: &mut Complaints,
    ) -> Result<Self, String> {
        let file = path.display().to_string();
        let opened = || File::open(path).map_err(|error| format!("{file}: {error}"));
        let read = |delimiter: u8| {
            let mut reader = ReaderBuilder::new()
                .delimiter(delimiter)
                .flexible(true)
                .buffer_capacity(1 << 18)
                .from_reader(opened()?);
            let header = reader.byte_headers().cloned();
            let header = header.map_err(|error| format!("{file}: {error}"))?;
            Ok::<_, String>((reader, header))
        };
        let (mut reader, mut header) = read(b',')?;
        if header.len() == 1 && header.get(0).is_some_and(|cell| cell.contains(&b';')) {
            (reader, header) = read(b';')?;
        }
        let before = complaints.count;
        let mut places = Vec::with_capacity(names.len());
        for name in names {
            let mut found = header
                .iter()
                .enumerate()
                .filter(|(_, cell)| *cell == name.as_bytes());
            match (found.next(), found.next()) {
                (Some((place, _)), None) => places.push(place),
                (None, _) => complaints.add(&file, 1, name, b"", "the column is missing"),
                (Some(_), Some((_, cell))) => {
                    complaints.add(&file, 1, name, cell, "the column stands twice");
                }
            }
        }
        for cell in &header {
            if !names.iter().any(|name| name.as_bytes() == cell) {
                let name = String::from_utf8_lossy(cell).into_owned();
                complaints.add(&file, 1, &name, cell, "not a column of this table");
            }
        }
        if complaints.count > before {
            return Err(format!("{file}: the columns are {}", names.join(",")));
        }
        Ok(Self {
            file,
            reader,
            places,
            names,
            width: header.len(),
            line: 1,
            record: ByteRecord::new(),
        })
    }

    /// Moves to the next row that has all cells; false behind the last one.
    pub(crate) fn next_row(&mut self, complaints: &mut Complaints) -> Result<bool, String> {
        loop {
            let more = self.reader.read_byte_record(&mut self.record);
            if !more.map_err(|error| format!("{}: {error}", self.file))? {
                return Ok(false);
            }
            self.line = self.record.position().map_or(0, csv::Position::line);
            if self.record.len() == self.width {
                return Ok(true);
            }
            let cells = self.record.len().to_string();
            let reason = format!("not {} cells", self.width);
            complaints.add(&self.file, self.line, "", cells.as_bytes(), &reason);
        }
    }

    /// The cell of a column asked for, by its number.
    pub(crate) fn cell(&self, column: usize) -> &[u8] {
        let place = self.places.get(column).copied().unwrap_or_default();
        self.record.get(place).unwrap_or_default()
    }

    /// The cell as an identifier of 1 to 64 bytes without control characters and outer white
    /// space.
    pub(crate) fn id(&self, column: usize, complaints: &mut Complaints) -> Option<&[u8]> {
        let cell = self.cell(column);
        let plain = |byte: &u8| byte.is_ascii_graphic();
        if (1..=64).contains(&cell.len()) && cell.iter().all(plain) {
            return Some(cell);
        }
        let text = std::str::from_utf8(cell);
        if text.is_ok_and(|text| MemberId::new(text).is_ok()) {
            return Some(cell);
        }
        self.refuse(column, "not an identifier of 1 to 64 bytes", complaints);
        None
    }

    /// The cell as a whole mark of 0 to 100.
    pub(crate) fn mark(&self, column: usize, complaints: &mut Complaints) -> Option<u8> {
        let cell = self.cell(column);
        let digits = (1..=3).contains(&cell.len()) && cell.iter().all(u8::is_ascii_digit);
        let mark = cell.iter().fold(0, |sum, digit| {
            sum * 10 + u16::from(digit.wrapping_sub(b'0')) % 10
        });
        let mark = u8::try_from(mark)
            .ok()
            .filter(|mark| digits && *mark <= 100);
        if mark.is_none() {
            self.refuse(column, "not a whole mark of 0 to 100", complaints);
        }
        mark
    }

    /// The cell as yes or no.
    pub(crate) fn flag(&self, column: usize, complaints: &mut Complaints) -> Option<bool> {
        let cell = self.cell(column);
        let is = |words: [&str; 2]| {
            words
                .iter()
                .any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
        };
        if is(["1", "true"]) {
            return Some(true);
        }
        if !is(["0", "false"]) {
            self.refuse(column, "neither 0, 1, true nor false", complaints);
            return None;
        }
        Some(false)
    }

    /// Reports the cell of a column.
    pub(crate) fn refuse(&self, column: usize, reason: &str, complaints: &mut Complaints) {
        let name = self.names.get(column).copied().unwrap_or_default();
        complaints.add(&self.file, self.line, name, self.cell(column), reason);
    }
}
