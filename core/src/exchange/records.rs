//! CSV text as records of fields (RFC 4180): blank lines are no records, a line ends in LF, CR or
//! both, a quoted field may hold anything and doubles its quotes. Every sequence of bytes is some
//! sequence of records.

use std::borrow::Cow;

/// The records of a text, one after the other.
pub(super) struct Records<'bytes> {
    rest: &'bytes [u8],
    delimiter: u8,
    /// The line that `rest` starts on.
    line: u32,
    /// The line that the last record started on.
    pub(super) started: u32,
}

fn ends_line(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

impl<'bytes> Records<'bytes> {
    pub(super) fn new(bytes: &'bytes [u8], delimiter: u8) -> Self {
        Self {
            rest: bytes,
            delimiter,
            line: 1,
            started: 0,
        }
    }

    /// The next `count` bytes.
    fn take(&mut self, count: usize) -> &'bytes [u8] {
        let (taken, rest) = self.rest.split_at(count.min(self.rest.len()));
        self.rest = rest;
        taken
    }

    /// The bytes up to the first one that `stops`, or all that are left.
    fn take_until(&mut self, stops: impl FnMut(&u8) -> bool) -> &'bytes [u8] {
        let count = self.rest.iter().position(stops);
        self.take(count.unwrap_or(self.rest.len()))
    }

    fn count_lines(&mut self, bytes: &[u8]) {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        self.line = self
            .line
            .saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
    }

    /// What stands between quotes, with doubled quotes as one; the first quote is behind.
    fn quoted(&mut self) -> Cow<'bytes, [u8]> {
        let mut text = Cow::Borrowed(self.take_until(|byte| *byte == b'"'));
        loop {
            self.take(1);
            if self.rest.first() != Some(&b'"') {
                return text;
            }
            let owned = text.to_mut();
            owned.extend_from_slice(self.take(1));
            owned.extend_from_slice(self.take_until(|byte| *byte == b'"'));
        }
    }

    /// A field up to its delimiter, the end of its line or of the text.
    fn field(&mut self) -> Cow<'bytes, [u8]> {
        let delimiter = self.delimiter;
        let quoted = if self.rest.first() == Some(&b'"') {
            self.take(1);
            let text = self.quoted();
            self.count_lines(&text);
            Some(text)
        } else {
            None
        };
        let plain = self.take_until(|byte| *byte == delimiter || ends_line(*byte));
        match quoted {
            None => Cow::Borrowed(plain),
            Some(mut text) => {
                // What follows the closing quote belongs to the field as it stands.
                if !plain.is_empty() {
                    text.to_mut().extend_from_slice(plain);
                }
                text
            }
        }
    }

    /// Reads the next record into `fields`; `false` at the end of the text.
    pub(super) fn read(&mut self, fields: &mut Vec<Cow<'bytes, [u8]>>) -> bool {
        fields.clear();
        let blank = self.take_until(|byte| !ends_line(*byte));
        self.count_lines(blank);
        self.started = self.line;
        if self.rest.is_empty() {
            return false;
        }
        loop {
            fields.push(self.field());
            if self.rest.first() != Some(&self.delimiter) {
                return true;
            }
            self.take(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut records = Records::new(text.as_bytes(), b',');
        let mut fields = Vec::new();
        let mut read = Vec::new();
        while records.read(&mut fields) {
            let texts = fields
                .iter()
                .map(|field| String::from_utf8_lossy(field).into_owned());
            read.push((records.started, texts.collect()));
        }
        read
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_doubled_quotes() {
        let read = read("a,\"b,\"\"c\"\"\nd\",\"e\"f\"\n\"\",g\"h,\"open\n");
        assert_eq!(
            read,
            [
                (1, vec!["a".into(), "b,\"c\"\nd".into(), "ef\"".into()]),
                (3, vec!["".into(), "g\"h".into(), "open\n".into()]),
            ]
        );
    }

    #[test]
    fn lines_are_counted_over_blank_ones_and_every_line_end() {
        let read = read("\n\na,b\r\n\r\n,\n\nc");
        let row = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
        assert_eq!(
            read,
            [(3, row(&["a", "b"])), (5, row(&["", ""])), (7, row(&["c"]))]
        );
    }

    #[test]
    fn records_are_those_of_the_csv_crate() {
        const LETTERS: &[u8; 8] = b"a,\"\n\r;\xe1 ";
        let mut state = 88_172_645_463_325_252_u64;
        for _ in 0..8_000 {
            let mut bytes = Vec::new();
            loop {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                let letter = usize::try_from(state >> 32 & 7).unwrap_or_default();
                bytes.extend(LETTERS.get(letter));
                if state >> 40 & 15 == 0 {
                    break;
                }
            }
            let mut expected = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(bytes.as_slice());
            let mut record = csv::ByteRecord::new();
            let mut records = Records::new(&bytes, b',');
            let mut fields = Vec::new();
            while expected.read_byte_record(&mut record).unwrap_or(false) {
                assert!(records.read(&mut fields), "{bytes:?}");
                assert!(
                    record.iter().eq(fields.iter().map(AsRef::as_ref)),
                    "{bytes:?}"
                );
            }
            assert!(!records.read(&mut fields), "{bytes:?}");
        }
    }
}
