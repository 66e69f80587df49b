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
    let mut reader = Reader {
        text,
        at: 0,
        wrong: "",
    };
    let Some(value) = reader.value(0) else {
        return Err(reader.misread(reader.wrong));
    };
    reader.space();
    if reader.at < text.len() {
        return Err(reader.misread("something after the end"));
    }
    Ok(value)
}

/// Stays where the text goes wrong: nothing is read after that.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    wrong: &'static str,
}

impl<'t> Reader<'t> {
    #[cold]
    #[inline(never)]
    fn misread(&self, what: &str) -> Misread {
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

    #[cold]
    fn wrong<T>(&mut self, what: &'static str) -> Option<T> {
        self.note(what);
        None
    }

    #[inline(never)]
    fn note(&mut self, what: &'static str) {
        self.wrong = what;
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

    fn word(&mut self, word: &str, value: Json<'t>) -> Option<Json<'t>> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word) {
            return self.wrong("no JSON value");
        }
        self.at += word.len();
        Some(value)
    }

    fn value(&mut self, depth: u32) -> Option<Json<'t>> {
        if depth > DEPTH_MOST {
            return self.wrong("nested too deeply");
        }
        self.space();
        match self.peek() {
            None => self.wrong("the text ends too early"),
            Some(b'n') => self.word("null", Json::Null),
            Some(b't') => self.word("true", Json::Flag(true)),
            Some(b'f') => self.word("false", Json::Flag(false)),
            Some(b'"') => Some(Json::Text(self.string()?)),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.object(depth),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) => self.wrong("no JSON value"),
        }
    }

    fn list(&mut self, depth: u32) -> Option<Json<'t>> {
        self.at += 1;
        let mut list = Vec::new();
        self.space();
        if self.takes(b']') {
            return Some(Json::List(list));
        }
        loop {
            list.push(self.value(depth + 1)?);
            self.space();
            if self.takes(b']') {
                return Some(Json::List(list));
            }
            if !self.takes(b',') {
                return self.wrong("a comma or `]` is missing");
            }
        }
    }

    fn object(&mut self, depth: u32) -> Option<Json<'t>> {
        self.at += 1;
        let mut entries: Vec<(Cow<'t, str>, Json<'t>)> = Vec::new();
        self.space();
        if self.takes(b'}') {
            return Some(Json::Object(entries));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return self.wrong("a key is missing");
            }
            let key = self.string()?;
            self.space();
            if !self.takes(b':') {
                return self.wrong("a colon is missing");
            }
            let value = self.value(depth + 1)?;
            entries.push((key, value));
            self.space();
            if self.takes(b'}') {
                return Some(Json::Object(entries));
            }
            if !self.takes(b',') {
                return self.wrong("a comma or `}` is missing");
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

    fn number(&mut self) -> Option<Json<'t>> {
        let from = self.at;
        self.takes(b'-');
        let starts_with_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || (starts_with_zero && whole > 1) {
            return self.wrong("no JSON number");
        }
        let mut plain = true;
        if self.takes(b'.') {
            plain = false;
            if self.digits() == 0 {
                return self.wrong("no JSON number");
            }
        }
        if self.takes(b'e') || self.takes(b'E') {
            plain = false;
            let _sign = self.takes(b'+') || self.takes(b'-');
            if self.digits() == 0 {
                return self.wrong("no JSON number");
            }
        }
        let written = self.text.get(from..self.at).unwrap_or_default();
        Some(match written.parse() {
            Ok(number) if plain => Json::Whole(number),
            _ => Json::Other(written),
        })
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.at += 1;
        let from = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let text = self.text.get(from..self.at).unwrap_or_default();
                    self.at += 1;
                    return Some(Cow::Borrowed(text));
                }
                Some(b'\\') => return self.escaped(from),
                Some(byte) if byte >= b' ' => self.at += 1,
                Some(_) => return self.wrong("a control character in a text"),
                None => return self.wrong("the text ends too early"),
            }
        }
    }

    /// The rest of a string with at least one escape.
    fn escaped(&mut self, from: usize) -> Option<Cow<'t, str>> {
        let mut text = self.text.get(from..self.at).unwrap_or_default().to_owned();
        loop {
            let Some(next) = self
                .text
                .get(self.at..)
                .and_then(|rest| rest.chars().next())
            else {
                return self.wrong("the text ends too early");
            };
            self.at += next.len_utf8();
            match next {
                '"' => return Some(Cow::Owned(text)),
                '\\' => text.push(self.escape()?),
                next if next < ' ' => return self.wrong("a control character in a text"),
                next => text.push(next),
            }
        }
    }

    fn escape(&mut self) -> Option<char> {
        let byte = self.peek();
        self.at += 1;
        Some(match byte {
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
                return self.wrong("no escape of JSON");
            }
        })
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(unit) => {
                self.at += 4;
                Some(unit)
            }
            None => self.wrong("no escape of JSON"),
        }
    }

    fn unicode(&mut self) -> Option<char> {
        let first = self.hex()?;
        let point = if (0xD800..0xDC00).contains(&first) {
            if !(self.takes(b'\\') && self.takes(b'u')) {
                return self.wrong("half of a surrogate pair");
            }
            let second = self.hex()?;
            if !(0xDC00..0xE000).contains(&second) {
                return self.wrong("half of a surrogate pair");
            }
            0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)
        } else {
            first
        };
        char::from_u32(point).or_else(|| self.wrong("half of a surrogate pair"))
    }
}
