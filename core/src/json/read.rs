//! From the tree to values.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::tree::Json;
use crate::error::InputError;

/// What cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misread {
    /// Keys and places from the outside in: `rows[0].excused`.
    place: String,
    what: String,
}

impl Misread {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            place: String::new(),
            what: what.into(),
        }
    }

    #[cold]
    #[inline(never)]
    fn expected(what: &str, got: &Json<'_>) -> Self {
        let got = match got {
            Json::Null => "null".to_owned(),
            Json::Flag(flag) => flag.to_string(),
            Json::Whole(number) => number.to_string(),
            Json::Other(number) => (*number).to_owned(),
            Json::Text(text) => format!("\"{text}\""),
            Json::List(_) => "a list".to_owned(),
            Json::Object(_) => "an object".to_owned(),
        };
        Self::new(format!("{got} is not {what}"))
    }

    #[cold]
    #[inline(never)]
    fn under(mut self, outer: &str) -> Self {
        let joint = if self.place.is_empty() || self.place.starts_with('[') {
            ""
        } else {
            "."
        };
        self.place = format!("{outer}{joint}{}", self.place);
        self
    }
}

impl std::fmt::Display for Misread {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.place.is_empty() {
            write!(formatter, "{}: ", self.place)?;
        }
        formatter.write_str(&self.what)
    }
}

impl From<InputError> for Misread {
    fn from(error: InputError) -> Self {
        Self::new(error.to_string())
    }
}

/// A type that is read from the tree.
pub trait FromJson: Sized {
    /// Reads the value.
    #[doc(hidden)]
    fn read(json: &Json<'_>) -> Result<Self, Misread>;

    /// What it means that the key is not there; `None` where it must be.
    #[doc(hidden)]
    fn absent() -> Option<Self> {
        None
    }
}

/// The entries of an object whose keys are all known.
pub(crate) struct Fields<'j, 't>(&'j [(Cow<'t, str>, Json<'t>)]);

/// Whether a JSON key is the camel case of a Rust name: `bornOn` of `born_on`.
fn is_camel_of(key: &str, name: &str) -> bool {
    let mut key = key.bytes();
    let mut raised = false;
    for byte in name.bytes() {
        if byte == b'_' {
            raised = true;
            continue;
        }
        let wanted = if raised {
            byte.to_ascii_uppercase()
        } else {
            byte
        };
        raised = false;
        if key.next() != Some(wanted) {
            return false;
        }
    }
    key.next().is_none()
}

/// Whether a word is the camel case of a variant: `nonState` of `NonState`.
pub(crate) fn is_word_of(word: &str, variant: &str) -> bool {
    word.len() == variant.len()
        && word
            .bytes()
            .zip(variant.bytes())
            .enumerate()
            .all(|(place, (left, right))| {
                left == if place == 0 {
                    right.to_ascii_lowercase()
                } else {
                    right
                }
            })
}

fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut raised = false;
    for letter in name.chars() {
        match letter {
            '_' => raised = true,
            _ if raised => {
                camel.push(letter.to_ascii_uppercase());
                raised = false;
            }
            _ => camel.push(letter),
        }
    }
    camel
}

impl<'j, 't> Fields<'j, 't> {
    /// The entries, if the value is an object without unknown and repeated keys. `names` are the
    /// Rust names.
    #[inline(never)]
    pub(crate) fn of(json: &'j Json<'t>, names: &[&str]) -> Result<Self, Misread> {
        let Json::Object(entries) = json else {
            return Err(Misread::expected("an object", json));
        };
        let mut seen: u64 = 0;
        for (key, _) in entries {
            let Some(place) = names.iter().position(|name| is_camel_of(key, name)) else {
                let allowed: Vec<String> = names.iter().map(|name| camel(name)).collect();
                return Err(Misread::new(format!(
                    "unknown key `{key}` (allowed: {})",
                    allowed.join(" | ")
                )));
            };
            let bit = 1_u64 << (place & 63);
            if seen & bit != 0 {
                return Err(Misread::new(format!("the key `{key}` stands twice")));
            }
            seen |= bit;
        }
        Ok(Self(entries))
    }

    #[inline(never)]
    fn find(&self, name: &str) -> Option<&'j Json<'t>> {
        self.0
            .iter()
            .find(|(key, _)| is_camel_of(key, name))
            .map(|(_, value)| value)
    }

    /// A value that may be left out where its type says what that means.
    #[inline(never)]
    pub(crate) fn need<T: FromJson>(&self, name: &str) -> Result<T, Misread> {
        match self.find(name) {
            Some(value) => T::read(value).map_err(|misread| misread.under(&camel(name))),
            None => T::absent()
                .ok_or_else(|| Misread::new(format!("the key `{}` is missing", camel(name)))),
        }
    }

    /// A value that may be left out.
    #[inline(never)]
    pub(crate) fn get<T: FromJson + Default>(&self, name: &str) -> Result<T, Misread> {
        match self.find(name) {
            Some(value) => T::read(value).map_err(|misread| misread.under(&camel(name))),
            None => Ok(T::default()),
        }
    }
}

/// The word in `type` of a tagged object.
#[inline(never)]
pub(crate) fn tag<'j>(json: &'j Json<'_>) -> Result<&'j str, Misread> {
    let Json::Object(entries) = json else {
        return Err(Misread::expected("an object", json));
    };
    match entries.iter().find(|(key, _)| key == "type") {
        Some((_, Json::Text(word))) => Ok(word),
        Some((_, other)) => Err(Misread::expected("a word", other).under("type")),
        None => Err(Misread::new("the key `type` is missing")),
    }
}

/// The place of a word in a list of variants.
#[inline(never)]
pub(crate) fn word_place(json: &Json<'_>, variants: &[&str]) -> Result<usize, Misread> {
    if let Json::Text(word) = json
        && let Some(place) = variants
            .iter()
            .position(|variant| is_word_of(word, variant))
    {
        return Ok(place);
    }
    Err(unknown_word(json, variants))
}

#[cold]
#[inline(never)]
fn unknown_word(json: &Json<'_>, variants: &[&str]) -> Misread {
    let words: Vec<String> = variants
        .iter()
        .map(|variant| {
            let mut letters = variant.chars();
            letters
                .next()
                .map(|first| first.to_ascii_lowercase())
                .into_iter()
                .chain(letters)
                .collect()
        })
        .collect();
    Misread::expected(&format!("one of {}", words.join(" | ")), json)
}

/// A word in `type` that no variant has.
#[cold]
#[inline(never)]
pub(crate) fn unknown_tag(word: &str, variants: &[&str]) -> Misread {
    unknown_word(&Json::Text(Cow::Borrowed(word)), variants).under("type")
}

impl FromJson for bool {
    fn read(json: &Json<'_>) -> Result<Self, Misread> {
        match json {
            Json::Flag(flag) => Ok(*flag),
            _ => Err(Misread::expected("true or false", json)),
        }
    }
}

#[inline(never)]
fn whole(json: &Json<'_>, least: i64, most: i64) -> Result<i64, Misread> {
    match json {
        Json::Whole(number) if (least..=most).contains(number) => Ok(*number),
        _ => Err(Misread::expected(
            &format!("a whole number from {least} to {most}"),
            json,
        )),
    }
}

macro_rules! whole_numbers {
    ($($number:ty)*) => {$(
        impl FromJson for $number {
            fn read(json: &Json<'_>) -> Result<Self, Misread> {
                let number = whole(json, i64::from(<$number>::MIN), i64::from(<$number>::MAX))?;
                // The range was checked.
                Ok(<$number>::try_from(number).unwrap_or_default())
            }
        }
    )*};
}

whole_numbers! { u8 i32 u32 i64 }

#[inline(never)]
pub(crate) fn text<'j>(json: &'j Json<'_>) -> Result<&'j str, Misread> {
    match json {
        Json::Text(text) => Ok(text),
        _ => Err(Misread::expected("a text", json)),
    }
}

impl FromJson for String {
    fn read(json: &Json<'_>) -> Result<Self, Misread> {
        text(json).map(str::to_owned)
    }
}

impl FromJson for NaiveDate {
    fn read(json: &Json<'_>) -> Result<Self, Misread> {
        Ok(crate::parse_date("date", text(json)?)?)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read(json: &Json<'_>) -> Result<Self, Misread> {
        match json {
            Json::Null => Ok(None),
            _ => T::read(json).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read(json: &Json<'_>) -> Result<Self, Misread> {
        let Json::List(list) = json else {
            return Err(Misread::expected("a list", json));
        };
        let mut values = Self::with_capacity(list.len());
        for (place, value) in list.iter().enumerate() {
            values.push(T::read(value).map_err(|misread| misread.under(&format!("[{place}]")))?);
        }
        Ok(values)
    }
}

/// A word of a closed list, by the list's own table.
#[inline(never)]
pub(crate) fn one_of<T: Copy>(json: &Json<'_>, words: &[(&str, T)]) -> Result<T, Misread> {
    if let Json::Text(word) = json
        && let Some((_, meaning)) = words.iter().find(|(known, _)| *known == word.as_ref())
    {
        return Ok(*meaning);
    }
    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    Err(Misread::expected(
        &format!("one of {}", words.join(" | ")),
        json,
    ))
}

/// Lists the fields of structs: `name` must be there unless its type may be absent, `name = _`
/// may be left out and then is the type's default.
macro_rules! reads {
    ($($ty:ident { $($field:ident $(= $default:tt)?),* $(,)? })*) => {$(
        impl $crate::json::FromJson for $ty {
            fn read(
                json: &$crate::json::Json<'_>,
            ) -> Result<Self, $crate::json::Misread> {
                let fields = $crate::json::Fields::of(json, &[$(stringify!($field)),*])?;
                Ok(Self { $($field: reads!(@field fields, $field $(, $default)?)),* })
            }
        }
    )*};
    (@field $fields:ident, $field:ident) => { $fields.need(stringify!($field))? };
    (@field $fields:ident, $field:ident, _) => { $fields.get(stringify!($field))? };
}

/// Lists the variants of plain enums.
macro_rules! words {
    ($($ty:ident { $($variant:ident),* $(,)? })*) => {$(
        impl $crate::json::FromJson for $ty {
            fn read(
                json: &$crate::json::Json<'_>,
            ) -> Result<Self, $crate::json::Misread> {
                // A variant that is missing from the list does not compile.
                const _: fn(&$ty) = |value| match value { $($ty::$variant => (),)* };
                let place = $crate::json::word_place(json, &[$(stringify!($variant)),*])?;
                const ALL: &[$ty] = &[$($ty::$variant),*];
                ALL.get(place).copied().ok_or_else(|| $crate::json::Misread::new(""))
            }
        }
    )*};
}

/// Lists the variants of enums tagged by `type`, with their fields as in [`reads`].
macro_rules! tagged {
    ($($ty:ident { $($variant:ident { $($field:ident $(= $default:tt)?),* $(,)? }),* $(,)? })*) => {$(
        impl $crate::json::FromJson for $ty {
            fn read(
                json: &$crate::json::Json<'_>,
            ) -> Result<Self, $crate::json::Misread> {
                // A variant that is missing from the list does not compile.
                const _: fn(&$ty) = |value| match value { $($ty::$variant { .. } => (),)* };
                let word = $crate::json::tag(json)?;
                $(
                    if $crate::json::is_word_of(word, stringify!($variant)) {
                        let fields =
                            $crate::json::Fields::of(json, &["type" $(, stringify!($field))*])?;
                        let _ = &fields;
                        return Ok(Self::$variant {
                            $($field: reads!(@field fields, $field $(, $default)?)),*
                        });
                    }
                )*
                Err($crate::json::unknown_tag(word, &[$(stringify!($variant)),*]))
            }
        }
    )*};
}

pub(crate) use {reads, tagged, words};
