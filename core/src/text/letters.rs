//! Letters and their lower case, for search and for comparing spellings.
//!
//! The tables of Unicode would be several kilobytes for every browser to download; here are the
//! alphabets that stand in Vietnamese texts.

/// Whether it is a letter of the Latin, Greek or Cyrillic alphabet.
pub(super) fn is_letter(letter: char) -> bool {
    match letter {
        'a'..='z' | 'A'..='Z' => true,
        '×' | '÷' | '\u{387}' => false,
        'À'..='\u{24f}'
        | '\u{386}'..='\u{3ff}'
        | '\u{400}'..='\u{481}'
        | '\u{48a}'..='\u{52f}'
        | '\u{1e00}'..='\u{1eff}' => true,
        _ => false,
    }
}

/// The lower case of a letter of the Latin, Greek or Cyrillic alphabet that is in use today;
/// anything else as it is. Vietnamese letters come without their marks.
pub(super) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        '×' => 0,
        'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' => code & 1,
        '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' => 1 - (code & 1),
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters whose lower case is not one letter or stands elsewhere, and no letter at all.
    const APART: [char; 5] = ['\u{130}', '\u{131}', '\u{138}', '\u{149}', '\u{3a2}'];

    #[test]
    fn letters_and_their_lower_case_are_those_of_unicode() {
        let alphabets = ('\0'..='\u{177}')
            .chain('\u{179}'..='\u{17e}')
            .chain('\u{391}'..='\u{3a9}')
            .chain('\u{400}'..='\u{45f}');
        for letter in alphabets.filter(|letter| !APART.contains(letter)) {
            // Signs for ordinal numbers and the micro sign count as letters elsewhere.
            if !matches!(letter, 'ª' | 'º' | 'µ') {
                assert_eq!(is_letter(letter), letter.is_alphabetic(), "{letter}");
            }
            let mut lowered = letter.to_lowercase();
            assert_eq!(Some(lower(letter)), lowered.next(), "{letter}");
            assert_eq!(lowered.next(), None, "{letter}");
        }
        for letter in ('\u{2000}'..='\u{2bff}').chain('\u{1f000}'..='\u{1faff}') {
            assert!(!is_letter(letter), "{letter}");
            assert_eq!(lower(letter), letter);
        }
        for letter in '\u{1e00}'..='\u{1eff}' {
            assert!(is_letter(letter) && letter.is_alphabetic(), "{letter}");
        }
    }
}
