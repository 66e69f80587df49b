//! From values to text: the bytes that serde_json would write.

use std::fmt::Write;

use chrono::NaiveDate;

use super::names::{Names, push_camel};

/// A JSON text that grows.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
}

/// A type that is written as JSON text: the crate's own types, and lists of them.
pub trait ToJson {
    /// Writes the value.
    #[doc(hidden)]
    fn write(&self, out: &mut Writer);
}

/// An object that a binding puts together: keys and values in their order.
///
/// ```
/// use handbook::json::{Object, to_json};
///
/// let answer = Object(&[("code", &"tables"), ("total", &2_u32)]);
/// assert_eq!(to_json(&answer), r#"{"code":"tables","total":2}"#);
/// ```
pub struct Object<'a>(pub &'a [(&'a str, &'a dyn ToJson)]);

impl std::fmt::Debug for Object<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&written(self))
    }
}

/// Writes a value as JSON: the same bytes on every host.
pub fn to_json<T: ToJson>(value: &T) -> String {
    written(value)
}

#[inline(never)]
pub(crate) fn written(value: &dyn ToJson) -> String {
    let mut out = Writer::default();
    value.write(&mut out);
    out.text
}

impl Writer {
    /// A string with its quotes and escapes.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(place) = rest
            .bytes()
            .position(|byte| byte < b' ' || byte == b'"' || byte == b'\\')
            && let Some((plain, special)) = rest.split_at_checked(place)
        {
            self.text.push_str(plain);
            let mut letters = special.chars();
            self.escape(letters.next().unwrap_or_default());
            rest = letters.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn escape(&mut self, letter: char) {
        self.text.push('\\');
        match letter {
            '\u{8}' => self.text.push('b'),
            '\t' => self.text.push('t'),
            '\n' => self.text.push('n'),
            '\u{c}' => self.text.push('f'),
            '\r' => self.text.push('r'),
            '"' | '\\' => self.text.push(letter),
            _ => {
                // Below a space: two digits are enough.
                self.text.push_str("u00");
                for digit in [u32::from(letter) / 16, u32::from(letter) % 16] {
                    self.text
                        .push(char::from_digit(digit, 16).unwrap_or_default());
                }
            }
        }
    }

    fn digits(&mut self, number: u64) {
        if number > 9 {
            self.digits(number / 10);
        }
        let digit = u8::try_from(number % 10).unwrap_or_default();
        self.text.push(char::from(b'0' + digit));
    }

    #[inline(never)]
    fn whole(&mut self, number: i64) {
        if number < 0 {
            self.text.push('-');
        }
        self.digits(number.unsigned_abs());
    }

    /// A word of a list of variants.
    #[inline(never)]
    pub(crate) fn word(&mut self, place: usize, variants: &'static str) {
        self.text.push('"');
        if let Some(variant) = Names(variants).nth(place) {
            push_camel(&mut self.text, variant.rust);
        }
        self.text.push('"');
    }

    /// An object with the keys of a list. It closes after the last one.
    #[inline(never)]
    pub(crate) fn object(&mut self, names: &'static str) -> Entries<'_> {
        self.text.push('{');
        Entries {
            out: self,
            names: Names(names),
        }
    }

    /// The same with a tag: the first name of the list is the variant's.
    #[inline(never)]
    pub(crate) fn variant(&mut self, names: &'static str) -> Entries<'_> {
        self.text.push_str("{\"type\":\"");
        let mut names = Names(names);
        if let Some(variant) = names.next() {
            push_camel(&mut self.text, variant.rust);
        }
        self.text
            .push_str(if names.is_empty() { "\"}" } else { "\"" });
        Entries { out: self, names }
    }

    /// What stands between two entries or items, unless this is the first one.
    fn comma(&mut self) {
        if !matches!(self.text.as_bytes().last(), Some(b'{' | b'[')) {
            self.text.push(',');
        }
    }

    #[inline(never)]
    fn begin_list(&mut self) {
        self.text.push('[');
    }

    #[inline(never)]
    fn item(&mut self, item: &dyn ToJson) {
        self.comma();
        item.write(self);
    }

    #[inline(never)]
    fn end_list(&mut self) {
        self.text.push(']');
    }
}

/// The entries of an object that is being written.
pub(crate) struct Entries<'w> {
    out: &'w mut Writer,
    names: Names,
}

impl Entries<'_> {
    /// Writes the entry of the next key.
    #[inline(never)]
    pub(crate) fn next(&mut self, value: &dyn ToJson) {
        let Some(name) = self.names.next() else {
            return;
        };
        let before = self.out.text.len();
        self.out.comma();
        self.out.text.push('"');
        push_camel(&mut self.out.text, name.rust);
        self.out.text.push_str("\":");
        let from = self.out.text.len();
        value.write(self.out);
        if name.left_out && matches!(self.out.text.get(from..), Some("null" | "[]")) {
            self.out.text.truncate(before);
        }
        if self.names.is_empty() {
            self.out.text.push('}');
        }
    }
}

impl ToJson for Object<'_> {
    fn write(&self, out: &mut Writer) {
        out.text.push('{');
        for (key, value) in self.0 {
            out.comma();
            out.text(key);
            out.text.push(':');
            value.write(out);
        }
        out.text.push('}');
    }
}

impl ToJson for bool {
    fn write(&self, out: &mut Writer) {
        out.text.push_str(if *self { "true" } else { "false" });
    }
}

macro_rules! whole_numbers {
    ($($number:ty)*) => {$(
        impl ToJson for $number {
            fn write(&self, out: &mut Writer) {
                out.whole(i64::from(*self));
            }
        }
    )*};
}

whole_numbers! { u8 i32 u32 i64 }

impl ToJson for str {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl ToJson for String {
    fn write(&self, out: &mut Writer) {
        out.text(self);
    }
}

impl ToJson for NaiveDate {
    fn write(&self, out: &mut Writer) {
        // Writing to a `String` cannot fail.
        let _ = write!(out.text, "\"{self}\"");
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.text.push_str("null"),
        }
    }
}

impl<T: ToJson> ToJson for [T] {
    fn write(&self, out: &mut Writer) {
        out.begin_list();
        for item in self {
            out.item(item);
        }
        out.end_list();
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, out: &mut Writer) {
        self.as_slice().write(out);
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn write(&self, out: &mut Writer) {
        (*self).write(out);
    }
}

/// Writes a word of a closed list by the list's own table.
#[inline(never)]
pub(crate) fn write_one_of<T: PartialEq>(value: &T, words: &[(&str, T)], out: &mut Writer) {
    let word = words.iter().find(|(_, meaning)| meaning == value);
    out.text(word.map_or("", |(word, _)| *word));
}
