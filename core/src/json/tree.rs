//! The tree of a JSON text. Strings stay in the text where they can.

use std::borrow::Cow;

use super::read::Misread;

/// Deepest nesting that is read.
const DEPTH_MOST: u32 = 64;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json<'t> {
    /// Stands for a key that is not there; no text holds it.
    Missing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A whole number that fits.
    Whole(i64),
    /// Any other number, as written.
    Other(&'t str),
    /// A string.
    Text(Cow<'t, str>),
    /// An array.
    List(Vec<Json<'t>>),
    /// An object's keys and values, in the order of the text.
    Object(Vec<(Cow<'t, str>, Json<'t>)>),
}

/// Reads a text that holds one JSON value and nothing else.
pub(super) fn parse(text: &str) -> Result<Json<'_>, Misread> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.wrong("something after the end"));
    }
    Ok(value)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    #[cold]
    #[inline(never)]
    fn wrong(&self, what: &str) -> Misread {
        let (mut line, mut column) = (1_u32, 1_u32);
        for letter in self.text.get(..self.at).unwrap_or_default().chars() {
            column += 1;
            if letter == '\n' {
                line += 1;
                column = 1;
            }
        }
        Misread::new(format!("{what} at line {line} column {column}"))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Steps over one byte if it is the one expected.
    fn takes(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Result<Json<'t>, Misread> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return Err(self.wrong("no JSON value"));
        }
        self.at += word.len();
        Ok(value)
    }

    fn value(&mut self, depth: u32) -> Result<Json<'t>, Misread> {
        if depth > DEPTH_MOST {
            return Err(self.wrong("nested too deeply"));
        }
        self.space();
        match self.peek() {
            None => Err(self.wrong("the text ends too early")),
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Flag(true)),
            Some(b'f') => self.word("false", Json::Flag(false)),
            Some(b'"') => Ok(Json::Text(self.string()?)),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.object(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => Err(self.wrong("no JSON value")),
        }
    }

    fn list(&mut self, depth: u32) -> Result<Json<'t>, Misread> {
        self.at += 1;
        let mut list = Vec::new();
        self.space();
        if self.takes(b']') {
            return Ok(Json::List(list));
        }
        loop {
            list.push(self.value(depth + 1)?);
            self.space();
            if self.takes(b']') {
                return Ok(Json::List(list));
            }
            if !self.takes(b',') {
                return Err(self.wrong("a comma or `]` is missing"));
            }
        }
    }

    fn object(&mut self, depth: u32) -> Result<Json<'t>, Misread> {
        self.at += 1;
        let mut entries: Vec<(Cow<'t, str>, Json<'t>)> = Vec::new();
        self.space();
        if self.takes(b'}') {
            return Ok(Json::Object(entries));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.wrong("a key is missing"));
            }
            let key = self.string()?;
            self.space();
            if !self.takes(b':') {
                return Err(self.wrong("a colon is missing"));
            }
            let value = self.value(depth + 1)?;
            entries.push((key, value));
            self.space();
            if self.takes(b'}') {
                return Ok(Json::Object(entries));
            }
            if !self.takes(b',') {
                return Err(self.wrong("a comma or `}` is missing"));
            }
        }
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        self.at - from
    }

    fn number(&mut self) -> Result<Json<'t>, Misread> {
        let from = self.at;
        self.takes(b'-');
        let starts_with_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (starts_with_zero && whole > 1) {
            return Err(self.wrong("no JSON number"));
        }
        let mut plain = true;
        if self.takes(b'.') {
            plain = false;
            if self.digits() == 0 {
                return Err(self.wrong("no JSON number"));
            }
        }
        if self.takes(b'e') || self.takes(b'E') {
            plain = false;
            let _sign = self.takes(b'+') || self.takes(b'-');
            if self.digits() == 0 {
                return Err(self.wrong("no JSON number"));
            }
        }
        let written = self.text.get(from..self.at).unwrap_or_default();
        Ok(match written.parse() {
            Ok(number) if plain => Json::Whole(number),
            _ => Json::Other(written),
        })
    }

    fn string(&mut self) -> Result<Cow<'t, str>, Misread> {
        self.at += 1;
        let from = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let text = self.text.get(from..self.at).unwrap_or_default();
                    self.at += 1;
                    return Ok(Cow::Borrowed(text));
                }
                Some(b'\\') => return self.escaped(from),
                Some(byte) if byte >= b' ' => self.at += 1,
                Some(_) => return Err(self.wrong("a control character in a text")),
                None => return Err(self.wrong("the text ends too early")),
            }
        }
    }

    /// The rest of a string with at least one escape.
    fn escaped(&mut self, from: usize) -> Result<Cow<'t, str>, Misread> {
        let mut text = self.text.get(from..self.at).unwrap_or_default().to_owned();
        loop {
            let Some(next) = self
                .text
                .get(self.at..)
                .and_then(|rest| rest.chars().next())
            else {
                return Err(self.wrong("the text ends too early"));
            };
            self.at += next.len_utf8();
            match next {
                '"' => return Ok(Cow::Owned(text)),
                '\\' => text.push(self.escape()?),
                next if next < ' ' => return Err(self.wrong("a control character in a text")),
                next => text.push(next),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Misread> {
        let byte = self.peek();
        self.at += 1;
        Ok(match byte {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => {
                self.at -= 1;
                return Err(self.wrong("no escape of JSON"));
            }
        })
    }

    fn hex(&mut self) -> Result<u32, Misread> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(unit) => {
                self.at += 4;
                Ok(unit)
            }
            None => Err(self.wrong("no escape of JSON")),
        }
    }

    fn unicode(&mut self) -> Result<char, Misread> {
        let first = self.hex()?;
        let point = if (0xD800..0xDC00).contains(&first) {
            if !(self.takes(b'\\') && self.takes(b'u')) {
                return Err(self.wrong("half of a surrogate pair"));
            }
            let second = self.hex()?;
            if !(0xDC00..0xE000).contains(&second) {
                return Err(self.wrong("half of a surrogate pair"));
            }
            0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        } else {
            first
        };
        char::from_u32(point).ok_or_else(|| self.wrong("half of a surrogate pair"))
    }
}
