//! Composition of Vietnamese letters against the Unicode reference.

use handbook::text::{compose, fold, is_composed};
use handbook_tests::config;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Letters that take Vietnamese marks, other letters, and every mark, apart and composed.
fn letters() -> impl Strategy<Value = String> {
    let alphabet: Vec<char> = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯYnNđĐbcghklmqstvx ắặậệộợựỹẲẴẨỄỖỠỮ"
        .chars()
        .chain("\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}".chars())
        .collect();
    proptest::collection::vec(proptest::sample::select(alphabet), 0..12)
        .prop_map(String::from_iter)
        // Marks on other consonants are no Vietnamese letters and stay as they are.
        .prop_filter("a mark on a consonant", |text| {
            let mut base = ' ';
            text.chars().all(|letter| {
                let mark = ('\u{300}'..='\u{36f}').contains(&letter);
                let fits = !mark || !"bcghklmqstvxđĐ ".contains(base);
                if !mark {
                    base = letter;
                }
                fits
            })
        })
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn composition_is_that_of_unicode(text in letters()) {
        let reference: String = text.nfc().collect();
        prop_assert_eq!(compose(&text), reference.clone());
        prop_assert_eq!(is_composed(&text), text == reference);
        let apart: String = text.nfd().collect();
        prop_assert_eq!(compose(&apart), reference);
    }

    #[test]
    fn folding_does_not_see_how_letters_are_written(text in letters()) {
        let apart: String = text.nfd().collect();
        prop_assert_eq!(fold(&text), fold(&apart));
        prop_assert!(fold(&text).is_ascii());
    }

    #[test]
    fn any_text_is_taken(text in "\\PC*") {
        let composed = compose(&text);
        prop_assert!(is_composed(&composed));
        prop_assert_eq!(compose(&composed), composed.clone());
        let _ = fold(&text);
    }
}

#[test]
fn every_vietnamese_syllable_letter_survives() {
    for letter in "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ".chars()
    {
        for letter in [letter.to_string(), letter.to_uppercase().to_string()] {
            let apart: String = letter.nfd().collect();
            assert_eq!(compose(&apart), letter);
        }
    }
}
