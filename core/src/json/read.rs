//! From the tree to values, in place.
//!
//! A value starts blank and is filled field by field. The first problem stays, and nothing more
//! is read after it; whoever made the blank value throws it away then. Code that would leave
//! early at every field is several times as large.

use chrono::NaiveDate;

use super::names::{Name, Names, is_camel_of, push_camel};
use super::tree::Json;
use crate::compact::Gather;
use crate::error::InputError;

/// Most keys of one object.
const KEYS_MOST: usize = 16;

/// What cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misread {
    /// Keys and places from the outside in: `rows[0].excused`.
    place: String,
    what: String,
}

impl Misread {
    #[cold]
    #[inline(never)]
    pub(super) fn new(what: String) -> Self {
        Self {
            place: String::new(),
            what,
        }
    }
}

impl std::fmt::Display for Misread {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.place.is_empty() {
            formatter.write_str(&self.place)?;
            formatter.write_str(": ")?;
        }
        formatter.write_str(&self.what)
    }
}

/// The first problem of a reading, if there is one.
#[derive(Debug, Default)]
pub(crate) struct Trouble(Option<Misread>);

impl Trouble {
    pub(crate) fn is_there(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn into_misread(self) -> Option<Misread> {
        self.0
    }

    #[cold]
    #[inline(never)]
    fn meet(&mut self, what: String) {
        self.0.get_or_insert_with(|| Misread::new(what));
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn refuse(&mut self, error: &InputError) {
        self.meet(error.to_string());
    }

    #[cold]
    #[inline(never)]
    fn expected(&mut self, what: &str, got: &Json<'_>) {
        let got = match got {
            Json::Missing => "nothing".to_owned(),
            Json::Null => "null".to_owned(),
            Json::Flag(flag) => flag.to_string(),
            Json::Whole(number) => number.to_string(),
            Json::Other(number) => (*number).to_owned(),
            Json::Text(text) => format!("\"{text}\""),
            Json::List(_) => "a list".to_owned(),
            Json::Object(_) => "an object".to_owned(),
        };
        self.meet(got + " is not " + what);
    }

    /// Says on the way out where the trouble stands.
    #[cold]
    #[inline(never)]
    pub(crate) fn under(&mut self, mut outer: String) {
        if let Some(misread) = &mut self.0 {
            if !(misread.place.is_empty() || misread.place.starts_with('[')) {
                outer.push('.');
            }
            outer.push_str(&misread.place);
            misread.place = outer;
        }
    }

    #[cold]
    #[inline(never)]
    fn missing(&mut self, key: &str) {
        self.0 = None;
        self.meet(format!("the key `{key}` is missing"));
    }
}

/// A value that is filled from the tree.
pub(crate) trait Fill {
    /// Fills the value, or meets trouble; called only while there is none.
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble);
}

/// A type that is read from the tree.
pub(crate) trait FromJson: Fill + Sized {
    /// A value to be filled. What a key that may be missing leaves in place, it takes from here.
    fn blank() -> Self;
}

macro_rules! blank_is_default {
    ($($ty:ty)*) => {$(
        impl FromJson for $ty {
            fn blank() -> Self {
                Self::default()
            }
        }
    )*};
}

blank_is_default! { bool u8 i32 u32 i64 String }

impl FromJson for NaiveDate {
    fn blank() -> Self {
        // Never left in place: no key of a day may be missing. A constant is no call.
        Self::MIN
    }
}

/// The values of an object whose keys are all known, in the order of the list of its keys.
pub(crate) struct Fields<'f, 'j, 't> {
    values: [Option<&'j Json<'t>>; KEYS_MOST],
    names: Names,
    place: usize,
    trouble: &'f mut Trouble,
}

impl<'f, 'j, 't> Fields<'f, 'j, 't> {
    /// The values, if this is an object without unknown and repeated keys.
    #[inline(never)]
    pub(crate) fn of(json: &'j Json<'t>, names: &'static str, trouble: &'f mut Trouble) -> Self {
        let names = Names(names);
        let mut fields = Self {
            values: [None; KEYS_MOST],
            names,
            place: 0,
            trouble,
        };
        let Json::Object(entries) = json else {
            fields.trouble.expected("an object", json);
            return fields;
        };
        // Keys mostly come in the order of the list: look on from the last one first.
        let mut ahead = names.enumerate();
        for (key, value) in entries {
            let is_it = |(_, name): &(usize, Name)| is_camel_of(key, name.rust);
            let mut found = ahead.find(is_it);
            if found.is_none() {
                ahead = names.enumerate();
                found = ahead.find(is_it);
            }
            let Some(slot) = found.and_then(|(place, _)| fields.values.get_mut(place)) else {
                fields
                    .trouble
                    .meet(format!("unknown key `{key}` (allowed: {})", names.listed()));
                break;
            };
            if slot.replace(value).is_some() {
                fields.trouble.meet(format!("the key `{key}` stands twice"));
                break;
            }
        }
        fields
    }

    /// The values of a tagged object beside its tag, whose key stands first in the list.
    #[inline(never)]
    pub(crate) fn of_variant(
        json: &'j Json<'t>,
        names: &'static str,
        trouble: &'f mut Trouble,
    ) -> Self {
        let mut fields = Self::of(json, names, trouble);
        fields.place = 1;
        fields
    }

    /// Fills the field of the next key.
    #[inline(never)]
    pub(crate) fn next(&mut self, field: &mut dyn Fill) {
        let place = self.place;
        self.place += 1;
        if self.trouble.is_there() {
            return;
        }
        let value = self.values.get(place).copied().flatten();
        let name = || {
            let mut names = self.names;
            names.nth(place)
        };
        if value.is_none() && name().is_some_and(|name| name.may_be_missing) {
            return;
        }
        field.fill(value.unwrap_or(&Json::Missing), self.trouble);
        if self.trouble.is_there() {
            let mut key = String::new();
            push_camel(&mut key, name().map_or("", |name| name.rust));
            match value {
                Some(_) => self.trouble.under(key),
                None => self.trouble.missing(&key),
            }
        }
    }
}

/// Counts the names of a list when it is compiled, and refuses more than fit.
pub(crate) const fn fits(names: &str) -> bool {
    let bytes = names.as_bytes();
    let mut count = 0;
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        if *byte == b' ' {
            count += 1;
        }
        rest = after;
    }
    count <= KEYS_MOST
}

/// The place of the word in `type` in a list of variants; beyond the list where there is trouble.
#[inline(never)]
pub(crate) fn variant_place(
    json: &Json<'_>,
    variants: &'static str,
    trouble: &mut Trouble,
) -> usize {
    let Json::Object(entries) = json else {
        trouble.expected("an object", json);
        return usize::MAX;
    };
    match entries.iter().find(|(key, _)| key == "type") {
        Some((_, word @ Json::Text(_))) => {
            let place = word_place(word, variants, trouble);
            if trouble.is_there() {
                trouble.under("type".to_owned());
            }
            place
        }
        Some((_, other)) => {
            trouble.expected("a word", other);
            trouble.under("type".to_owned());
            usize::MAX
        }
        None => {
            trouble.missing("type");
            usize::MAX
        }
    }
}

/// The place of a word in a list of variants; beyond the list where there is trouble.
#[inline(never)]
pub(crate) fn word_place(json: &Json<'_>, variants: &'static str, trouble: &mut Trouble) -> usize {
    let variants = Names(variants);
    let place = match json {
        Json::Text(word) => variants
            .into_iter()
            .position(|variant| is_camel_of(word, variant.rust)),
        _ => None,
    };
    place.unwrap_or_else(|| {
        trouble.expected(&format!("one of {}", variants.listed()), json);
        usize::MAX
    })
}

impl Fill for bool {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        match json {
            Json::Flag(flag) => *self = *flag,
            _ => trouble.expected("true or false", json),
        }
    }
}

#[inline(never)]
fn whole(json: &Json<'_>, least: i64, most: i64, trouble: &mut Trouble) -> i64 {
    match json {
        Json::Whole(number) if (least..=most).contains(number) => *number,
        _ => {
            trouble.expected(&format!("a whole number from {least} to {most}"), json);
            0
        }
    }
}

macro_rules! whole_numbers {
    ($($number:ty)*) => {$(
        impl Fill for $number {
            fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
                let least = i64::from(<$number>::MIN);
                let most = i64::from(<$number>::MAX);
                // The range was checked.
                *self = <$number>::try_from(whole(json, least, most, trouble)).unwrap_or_default();
            }
        }
    )*};
}

whole_numbers! { u8 i32 u32 i64 }

#[inline(never)]
pub(crate) fn text<'j>(json: &'j Json<'_>, trouble: &mut Trouble) -> Option<&'j str> {
    match json {
        Json::Text(text) => Some(text),
        _ => {
            trouble.expected("a text", json);
            None
        }
    }
}

impl Fill for String {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        if let Some(text) = text(json, trouble) {
            text.clone_into(self);
        }
    }
}

impl Fill for NaiveDate {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        match text(json, trouble).map(|text| crate::parse_date("date", text)) {
            Some(Ok(date)) => *self = date,
            Some(Err(error)) => trouble.refuse(&error),
            None => (),
        }
    }
}

impl<T: FromJson> Fill for Option<T> {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        if !matches!(json, Json::Null | Json::Missing) {
            self.insert(T::blank()).fill(json, trouble);
        }
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn blank() -> Self {
        None
    }
}

#[inline(never)]
fn list<'j, 't>(json: &'j Json<'t>, trouble: &mut Trouble) -> &'j [Json<'t>] {
    match json {
        Json::List(list) => list,
        _ => {
            trouble.expected("a list", json);
            &[]
        }
    }
}

#[inline(never)]
fn fill_item(place: usize, item: &mut dyn Fill, json: &Json<'_>, trouble: &mut Trouble) {
    if trouble.is_there() {
        return;
    }
    item.fill(json, trouble);
    if trouble.is_there() {
        trouble.under(format!("[{place}]"));
    }
}

/// A list of any type that grows by blank items.
trait Items {
    fn make_room(&mut self, count: usize);

    fn blank_item(&mut self) -> Option<&mut dyn Fill>;
}

impl<T: FromJson> Items for Vec<T> {
    fn make_room(&mut self, count: usize) {
        self.reserve_exact(count);
    }

    fn blank_item(&mut self) -> Option<&mut dyn Fill> {
        self.push(T::blank());
        self.last_mut().map(|item| item as &mut dyn Fill)
    }
}

#[inline(never)]
fn fill_items(items: &mut dyn Items, json: &Json<'_>, trouble: &mut Trouble) {
    let list = list(json, trouble);
    items.make_room(list.len());
    for (place, json) in list.iter().enumerate() {
        if let Some(item) = items.blank_item() {
            fill_item(place, item, json, trouble);
        }
    }
}

impl<T: FromJson> Fill for Vec<T> {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        fill_items(self, json, trouble);
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }
}

/// A word of a closed list, by the list's own table.
#[inline(never)]
pub(crate) fn one_of<T: Copy>(
    value: &mut T,
    json: &Json<'_>,
    words: &[(&str, T)],
    trouble: &mut Trouble,
) {
    let found = match json {
        Json::Text(word) => words.iter().find(|(known, _)| known == word),
        _ => None,
    };
    match found {
        Some((_, meaning)) => *value = *meaning,
        None => {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).gather();
            trouble.expected(&format!("one of {}", words.join(" | ")), json);
        }
    }
}

/// The first meaning of a closed list, found when it is compiled.
pub(crate) const fn first_of<T: Copy>(words: &[(&str, T)]) -> T {
    match words {
        [(_, first), ..] => *first,
        [] => unreachable!(),
    }
}
