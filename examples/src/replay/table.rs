//! Comma-separated text as rows of cells, each row with the line on which it starts.

use super::finding::{Finding, Findings, Reason, Source};

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) line: u32,
    pub(super) cells: Vec<String>,
}

/// A table with its header.
#[derive(Debug)]
pub(super) struct Table {
    source: Source,
    columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Reads a table. Rows that have not as many cells as the header are reported and left out.
    pub(super) fn read(source: Source, bytes: &[u8], findings: &mut Findings) -> Self {
        let without_mark = bytes.strip_prefix(b"\xEF\xBB\xBF");
        if without_mark.is_some() {
            findings.note(Finding::new(source, 1, Reason::ByteOrderMark));
        }
        let bytes = without_mark.unwrap_or(bytes);
        for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
            if std::str::from_utf8(line).is_err() {
                findings.problem(Finding::new(source, number, Reason::NotUtf8));
            }
        }
        let text = String::from_utf8_lossy(bytes);
        let mut rows = rows(&text, |line| {
            findings.problem(Finding::new(source, line, Reason::OpenQuote));
        });
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()) || row.cells.len() > 1);
        let columns = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0).cells
        };
        for (place, column) in columns.iter().enumerate() {
            if columns.iter().take(place).any(|earlier| earlier == column) {
                let reason = Reason::ColumnTwice(column.clone());
                findings.problem(Finding::new(source, 1, reason));
            }
        }
        rows.retain(|row| {
            let fits = row.cells.len() == columns.len();
            if !fits {
                let reason = Reason::Ragged {
                    cells: row.cells.len(),
                    columns: columns.len(),
                };
                findings.problem(Finding::new(source, row.line, reason));
            }
            fits
        });
        for row in &mut rows {
            for (cell, column) in row.cells.iter_mut().zip(&columns) {
                let trimmed = cell.trim();
                if trimmed.len() < cell.len() {
                    let reason = Reason::OuterSpace(column.clone());
                    findings.note(Finding::new(source, row.line, reason));
                    *cell = trimmed.to_owned();
                }
            }
        }
        Self {
            source,
            columns,
            rows,
        }
    }

    /// Where a column is; one that is missing is reported.
    pub(super) fn needed(&self, column: &str, findings: &mut Findings) -> Option<usize> {
        let place = self.optional(column);
        if place.is_none() {
            let reason = Reason::MissingColumn(column.to_owned());
            findings.stop(Finding::new(self.source, 1, reason));
        }
        place
    }

    /// Where a column is that need not be there.
    pub(super) fn optional(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known == column)
    }
}

/// The rows of a text: cells between commas, a quoted cell may hold commas, line ends and doubled
/// quotes.
fn rows(text: &str, mut left_open: impl FnMut(u32)) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut letters = text.chars().peekable();
    let mut line = 1;
    while letters.peek().is_some() {
        let mut row = Row {
            line,
            cells: Vec::new(),
        };
        let mut cell = String::new();
        let mut quoted = false;
        let mut fresh = true;
        loop {
            let letter = letters.next();
            if letter == Some('\n') {
                line += 1;
            }
            match letter {
                None => {
                    if quoted {
                        left_open(row.line);
                    }
                    break;
                }
                Some('"') if quoted => {
                    if letters.next_if_eq(&'"').is_some() {
                        cell.push('"');
                    } else {
                        quoted = false;
                    }
                }
                Some(letter) if quoted => cell.push(letter),
                Some('"') if fresh => quoted = true,
                Some(',') => {
                    row.cells.push(std::mem::take(&mut cell));
                    fresh = true;
                    continue;
                }
                Some('\n') => break,
                Some('\r') if letters.peek().is_none_or(|next| *next == '\n') => {}
                Some(letter) => cell.push(letter),
            }
            fresh = false;
        }
        row.cells.push(cell);
        rows.push(row);
    }
    rows
}

/// A cell as it stands in a comma-separated table.
pub(super) fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u32, Vec<String>)> {
        rows(text, |line| panic!("a quote is left open on line {line}"))
            .into_iter()
            .map(|row| (row.line, row.cells))
            .collect()
    }

    #[test]
    fn quotes_and_line_ends_are_read_as_spreadsheets_write_them() {
        assert_eq!(
            cells("a,b\r\n\"x, \"\"y\"\"\n2\",\n,z"),
            [
                (1, vec!["a".to_owned(), "b".to_owned()]),
                (2, vec!["x, \"y\"\n2".to_owned(), String::new()]),
                (4, vec![String::new(), "z".to_owned()]),
            ]
        );
        let mut open = Vec::new();
        rows("a\n\"b\nc", |line| open.push(line));
        assert_eq!(open, [2]);
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        assert_eq!(quoted("Xã Yên Phú"), "Xã Yên Phú");
        assert_eq!(quoted("a\"b,c"), "\"a\"\"b,c\"");
        assert_eq!(cells(&quoted("a\"b,c")), [(1, vec!["a\"b,c".to_owned()])]);
    }
}
