//! The words of a text as search sees them.

use super::fold::fold;
use super::letters::is_letter;

/// Longest word that is searched for, in bytes of UTF-8; longer ones are no words of a language.
const WORD_MOST_BYTES: usize = 64;

/// Longest spelling of `số`: two letters and two combining marks.
const SO_MOST_BYTES: usize = 6;

/// A word of a text: letters of the Latin, Greek or Cyrillic alphabet with their combining marks,
/// or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SearchWord<'text> {
    /// The byte at which it starts.
    pub(crate) start: usize,
    /// The word as it is written.
    pub(crate) text: &'text str,
}

impl SearchWord<'_> {
    /// The byte after its last one.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    fn is_number(&self) -> bool {
        self.text
            .starts_with(|letter: char| letter.is_ascii_digit())
    }
}

/// The words of a text, in order. Letters and digits part: `NQ21` is two words. `số` before a
/// number is left out, so that `Nghị quyết số 21` and `Nghị quyết 21` are the same words.
#[derive(Debug, Clone)]
pub(crate) struct SearchWords<'text> {
    text: &'text str,
    at: usize,
}

pub(crate) fn search_words(text: &str) -> SearchWords<'_> {
    SearchWords { text, at: 0 }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// Whether a character is part of a word, and of which kind: digits are `true`.
fn part(letter: char) -> Option<bool> {
    let digit = letter.is_ascii_digit();
    (digit || is_letter(letter)).then_some(digit)
}

impl<'text> SearchWords<'text> {
    fn any_word(&mut self) -> Option<SearchWord<'text>> {
        let rest = self.text.get(self.at..)?;
        let (skipped, kind) = rest
            .char_indices()
            .find_map(|(place, letter)| Some((place, part(letter)?)))?;
        let word = rest.get(skipped..)?;
        let length = word
            .char_indices()
            .find(|(_, letter)| part(*letter) != Some(kind) && !is_mark(*letter))
            .map_or(word.len(), |(place, _)| place);
        let start = self.at + skipped;
        self.at = start + length;
        Some(SearchWord {
            start,
            text: word.get(..length)?,
        })
    }
}

impl<'text> Iterator for SearchWords<'text> {
    type Item = SearchWord<'text>;

    fn next(&mut self) -> Option<SearchWord<'text>> {
        loop {
            let word = self.any_word()?;
            if word.text.len() > WORD_MOST_BYTES {
                continue;
            }
            // Folding is slow, and few words are followed by a number.
            let says_number = matches!(word.text.as_bytes(), [b's' | b'S', _, ..])
                && word.text.len() <= SO_MOST_BYTES
                && self.clone().any_word().is_some_and(|next| next.is_number())
                && fold(word.text) == "so";
            if !says_number {
                return Some(word);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        search_words(text).map(|word| word.text).collect()
    }

    #[test]
    fn letters_and_digits_part_and_marks_stay() {
        assert_eq!(words("21-NQ/TW"), ["21", "NQ", "TW"]);
        assert_eq!(words("nq21"), ["nq", "21"]);
        assert_eq!(words("  Đảng bộ, xã."), ["Đảng", "bộ", "xã"]);
        assert_eq!(
            words("Nghi\u{323} quye\u{302}\u{301}t"),
            ["Nghi\u{323}", "quye\u{302}\u{301}t"]
        );
        assert_eq!(words("\u{301}a 2\u{301}b"), ["a", "2\u{301}", "b"]);
        assert_eq!(words(" -/ "), [""; 0]);
    }

    #[test]
    fn the_word_for_number_before_a_number_is_left_out() {
        assert_eq!(words("Nghị quyết số 21"), ["Nghị", "quyết", "21"]);
        assert_eq!(words("SO: 21, so\u{302}\u{301} 3"), ["21", "3"]);
        assert_eq!(words("số lượng 21"), ["số", "lượng", "21"]);
        assert_eq!(words("cơ số"), ["cơ", "số"]);
    }

    #[test]
    fn words_longer_than_any_of_a_language_are_left_out() {
        assert_eq!(words(&format!("a {} b", "x".repeat(65))), ["a", "b"]);
        assert_eq!(words(&"x".repeat(64)), ["x".repeat(64)]);
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        let text = "về Đảng: số 5";
        for word in search_words(text) {
            assert_eq!(text.get(word.start..word.end()), Some(word.text));
        }
        assert_eq!(search_words(text).last().map(|word| word.start), Some(19));
    }
}
