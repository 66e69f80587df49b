//! Keys for search and for comparing spellings.

use super::compose::{compose, take_apart};
use super::letters::{is_letter, lower};

/// The text as a search key: lower case, without tone and letter marks, `đ` as `d`, single spaces.
/// Text with separate combining marks gives the same key.
///
/// ```
/// use handbook::text::fold;
///
/// assert_eq!(fold("  Đảng bộ xã  Yên Đồng "), "dang bo xa yen dong");
/// assert_eq!(fold("hòa"), fold("hoà"));
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        for letter in word.chars() {
            match take_apart(letter).0 {
                // U+00D0 stands for Đ in old files.
                'đ' | 'Đ' | 'Ð' | 'ð' => result.push('d'),
                '\u{300}'..='\u{36f}' => {}
                base => result.push(lower(base)),
            }
        }
    }
    result
}

/// The same key for every spelling of one name: letter case, white space, separate combining marks,
/// the place of the tone mark in a syllable (`hòa`, `hoà`), Ð for Đ, kinds of hyphens and
/// apostrophes do not matter. Tones and letter marks do: other words keep other keys.
///
/// ```
/// use handbook::text::spelling_key;
///
/// assert_eq!(spelling_key("Thị Trấn  Quỹ Nhất"), spelling_key("Thị trấn Quỹ Nhất"));
/// assert_eq!(spelling_key("Xã Hoà Bình"), spelling_key("Xã Hòa Bình"));
/// assert_ne!(spelling_key("Xã Hóa Bình"), spelling_key("Xã Hòa Bình"));
/// ```
#[must_use]
pub fn spelling_key(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    // The tone of the syllable at hand: it stands at the syllable's end, wherever it was written.
    let mut tone = String::new();
    let mut gap = false;
    for letter in compose(text).chars() {
        let (base, marks) = take_apart(letter);
        if !is_letter(base) {
            result.push_str(&std::mem::take(&mut tone));
        }
        if letter.is_whitespace() {
            gap = !result.is_empty() && !result.ends_with('-');
            continue;
        }
        let base = match base {
            'Đ' | 'Ð' | 'ð' => 'đ',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '´' => '\'',
            other => other,
        };
        if std::mem::take(&mut gap) && base != '-' {
            result.push_str(&std::mem::take(&mut tone));
            result.push(' ');
        }
        result.push(lower(base));
        for mark in marks {
            match mark {
                '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone.push(mark),
                _ => result.push(mark),
            }
        }
    }
    result + &tone
}
