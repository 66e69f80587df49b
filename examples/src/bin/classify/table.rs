//! Reads one table row by row, whatever its size, and reports every dirty row.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Stderr, Write};
use std::ops::Range;
use std::path::Path;

use handbook::MemberId;

/// Longest line, in bytes.
const LONGEST_LINE: u64 = 1 << 16;

const UNEVEN_QUOTES: &str = "quotes that do not enclose a cell of this line";

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
    reader: BufReader<File>,
    delimiter: u8,
    /// Where each column asked for stands.
    places: Vec<usize>,
    names: &'names [&'names str],
    width: usize,
    line: u64,
    /// The row at hand, without its line's end and its quotes, and where each cell stands in it.
    row: Vec<u8>,
    cells: Vec<Range<usize>>,
}

impl<'names> Table<'names> {
    /// Opens a table: UTF-8 with or without a byte order mark, lines that end in LF or CR LF,
    /// cells divided by commas or, where the first line has no comma, by semicolons; cells may be
    /// quoted within their line, columns stand in any order, empty lines are passed over.
    pub(crate) fn open(
        path: &Path,
        names: &'names [&'names str],
        complaints: &mut Complaints,
    ) -> Result<Self, String> {
        let file = path.display().to_string();
        let opened = File::open(path).map_err(|error| format!("{file}: {error}"))?;
        let mut table = Self {
            reader: BufReader::with_capacity(1 << 18, opened),
            file,
            delimiter: b',',
            places: Vec::with_capacity(names.len()),
            names,
            width: 0,
            line: 0,
            row: Vec::new(),
            cells: Vec::new(),
        };
        let before = complaints.count;
        if table.read_line()? {
            if table.row.starts_with(b"\xef\xbb\xbf") {
                table.row.drain(..3);
            }
            if !table.row.contains(&b',') && table.row.contains(&b';') {
                table.delimiter = b';';
            }
            if !table.divide() {
                complaints.add(&table.file, table.line, "", &table.row, UNEVEN_QUOTES);
            }
        }
        table.find_columns(complaints);
        if complaints.count > before {
            return Err(format!(
                "{}: the columns are {}",
                table.file,
                names.join(",")
            ));
        }
        Ok(table)
    }

    fn find_columns(&mut self, complaints: &mut Complaints) {
        self.width = self.cells.len();
        let heads: Vec<&[u8]> = self
            .cells
            .iter()
            .map(|cell| self.row.get(cell.clone()).unwrap_or_default())
            .collect();
        let (file, line) = (&self.file, self.line.max(1));
        for name in self.names {
            let head = |head: &&[u8]| *head == name.as_bytes();
            match heads.iter().position(head) {
                Some(place) => self.places.push(place),
                None => complaints.add(file, line, name, b"", "the column is missing"),
            }
        }
        for (place, head) in heads.iter().enumerate() {
            let name = String::from_utf8_lossy(head);
            if !self.names.contains(&&*name) {
                complaints.add(file, line, &name, head, "not a column of this table");
            } else if heads.iter().take(place).any(|before| before == head) {
                complaints.add(file, line, &name, head, "the column stands twice");
            }
        }
    }

    /// Moves to the next row that has all cells; false behind the last one.
    pub(crate) fn next_row(&mut self, complaints: &mut Complaints) -> Result<bool, String> {
        while self.read_line()? {
            if !self.divide() {
                complaints.add(&self.file, self.line, "", &self.row, UNEVEN_QUOTES);
            } else if self.cells.len() == self.width {
                return Ok(true);
            } else {
                let cells = self.cells.len().to_string();
                let reason = format!("not {} cells", self.width);
                complaints.add(&self.file, self.line, "", cells.as_bytes(), &reason);
            }
        }
        Ok(false)
    }

    /// Reads the next line that is not empty; false behind the last one.
    fn read_line(&mut self) -> Result<bool, String> {
        loop {
            self.row.clear();
            let mut limited = (&mut self.reader).take(LONGEST_LINE);
            let read = limited.read_until(b'\n', &mut self.row);
            if read.map_err(|error| format!("{}: {error}", self.file))? == 0 {
                return Ok(false);
            }
            self.line += 1;
            if self.row.pop_if(|last| *last == b'\n').is_some() {
                self.row.pop_if(|last| *last == b'\r');
            } else if limited.limit() == 0 {
                return Err(format!(
                    "{} line {}: longer than {LONGEST_LINE} bytes",
                    self.file, self.line
                ));
            }
            if !self.row.is_empty() {
                return Ok(true);
            }
        }
    }

    /// Divides the row into cells; false where its quotes are not even.
    fn divide(&mut self) -> bool {
        self.cells.clear();
        if self.row.contains(&b'"') {
            return self.divide_quoted();
        }
        let mut start = 0;
        for (place, byte) in self.row.iter().enumerate() {
            if *byte == self.delimiter {
                self.cells.push(start..place);
                start = place + 1;
            }
        }
        self.cells.push(start..self.row.len());
        true
    }

    fn divide_quoted(&mut self) -> bool {
        let quoted = std::mem::take(&mut self.row);
        let mut plain = Vec::with_capacity(quoted.len());
        let mut start = 0;
        let mut bytes = quoted.iter().copied().peekable();
        let even = loop {
            if bytes.next_if_eq(&b'"').is_some() {
                let closed = loop {
                    match bytes.next() {
                        Some(b'"') if bytes.next_if_eq(&b'"').is_none() => break true,
                        Some(byte) => plain.push(byte),
                        None => break false,
                    }
                };
                let ended = bytes.peek().is_none_or(|byte| *byte == self.delimiter);
                if !closed || !ended {
                    break false;
                }
            } else {
                while let Some(byte) = bytes.next_if(|byte| *byte != self.delimiter) {
                    plain.push(byte);
                }
            }
            self.cells.push(start..plain.len());
            start = plain.len();
            if bytes.next().is_none() {
                break true;
            }
        };
        self.row = if even { plain } else { quoted };
        even
    }

    /// The cell of a column asked for, by its number.
    pub(crate) fn cell(&self, column: usize) -> &[u8] {
        let place = self.places.get(column).copied().unwrap_or_default();
        let cell = self.cells.get(place).cloned().unwrap_or_default();
        self.row.get(cell).unwrap_or_default()
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
