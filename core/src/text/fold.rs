//! Keys for search: what a reader types without marks finds what stands with them.

use super::compose::take_apart;

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
                base => result.extend(base.to_lowercase()),
            }
        }
    }
    result
}
