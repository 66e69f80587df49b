//! Vietnamese letters: one code point per letter (NFC) and back.

use crate::compact::sort_by_key;

/// For each combining mark of Vietnamese: letters in pairs, without and with the mark.
const LETTERS: [(char, &str); 8] = [
    (
        '\u{300}',
        "AÀEÈIÌNǸOÒUÙYỲaàeèiìnǹoòuùyỳÂẦÊỀÔỒâầêềôồĂẰăằƠỜơờƯỪưừ",
    ),
    (
        '\u{301}',
        "AÁEÉIÍNŃOÓUÚYÝaáeéiínńoóuúyýÂẤÊẾÔỐÕṌâấêếôốõṍĂẮăắŨṸũṹƠỚơớƯỨưứ",
    ),
    ('\u{302}', "AÂEÊIÎOÔUÛYŶaâeêiîoôuûyŷẠẬạậẸỆẹệỌỘọộ"),
    (
        '\u{303}',
        "AÃEẼIĨNÑOÕUŨYỸaãeẽiĩnñoõuũyỹÂẪÊỄÔỖâẫêễôỗĂẴăẵƠỠơỡƯỮưữ",
    ),
    ('\u{306}', "AĂEĔIĬOŎUŬaăeĕiĭoŏuŭẠẶạặ"),
    (
        '\u{309}',
        "AẢEẺIỈOỎUỦYỶaảeẻiỉoỏuủyỷÂẨÊỂÔỔâẩêểôổĂẲăẳƠỞơởƯỬưử",
    ),
    ('\u{31b}', "OƠUƯoơuư"),
    ('\u{323}', "AẠEẸIỊNṆOỌUỤYỴaạeẹiịnṇoọuụyỵƠỢơợƯỰưự"),
];

/// Where a mark stands in the canonical order: horn, dot below, marks above.
fn order(mark: char) -> Option<u8> {
    match mark {
        '\u{31b}' => Some(0),
        '\u{323}' => Some(1),
        '\u{300}' | '\u{301}' | '\u{302}' | '\u{303}' | '\u{306}' | '\u{309}' => Some(2),
        _ => None,
    }
}

fn pairs(letters: &str) -> impl Iterator<Item = (char, char)> + '_ {
    let mut letters = letters.chars();
    std::iter::from_fn(move || Some((letters.next()?, letters.next()?)))
}

fn with_mark(letter: char, mark: char) -> Option<char> {
    let (_, letters) = LETTERS.iter().find(|(known, _)| *known == mark)?;
    pairs(letters)
        .find(|(without, _)| *without == letter)
        .map(|(_, with)| with)
}

fn without_mark(letter: char) -> Option<(char, char)> {
    LETTERS.iter().find_map(|(mark, letters)| {
        pairs(letters)
            .find(|(_, with)| *with == letter)
            .map(|(without, _)| (without, *mark))
    })
}

/// The base letter and its marks in canonical order.
pub(super) fn take_apart(letter: char) -> (char, Vec<char>) {
    let mut base = letter;
    let mut marks = Vec::new();
    if !letter.is_ascii() {
        while let Some((without, mark)) = without_mark(base) {
            base = without;
            marks.insert(0, mark);
        }
    }
    (base, marks)
}

/// Whether every Vietnamese letter stands as one code point (NFC).
///
/// ```
/// use handbook::text::is_composed;
///
/// assert!(is_composed("Yên Mô"));
/// assert!(!is_composed("Ye\u{302}n Mo\u{302}"));
/// ```
#[must_use]
pub fn is_composed(text: &str) -> bool {
    !text.chars().any(|letter| order(letter).is_some()) || compose(text) == text
}

/// The same text with every Vietnamese letter as one code point (NFC); anything else stays as it
/// is. Where the tone mark stands in a syllable (`hòa`, `hoà`) is spelling and stays too.
///
/// ```
/// use handbook::text::compose;
///
/// assert_eq!(compose("Ye\u{302}n Mo\u{302}"), "Yên Mô");
/// assert_eq!(compose("a\u{302}\u{323}"), compose("a\u{323}\u{302}"));
/// ```
#[must_use]
pub fn compose(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut marks: Vec<char> = Vec::new();
        while let Some(mark) = letters.next_if(|next| order(*next).is_some()) {
            marks.push(mark);
        }
        if marks.is_empty() {
            result.push(letter);
            continue;
        }
        let (mut base, own) = take_apart(letter);
        marks.splice(0..0, own);
        sort_by_key(&mut marks, |mark| order(*mark));
        let mut left = Vec::new();
        for mark in marks {
            // A mark that found no letter keeps later ones of its place from passing it.
            let blocked = left.last().is_some_and(|last| order(*last) == order(mark));
            match with_mark(base, mark).filter(|_| !blocked) {
                Some(letter) => base = letter,
                None => left.push(mark),
            }
        }
        result.push(base);
        result.extend(left);
    }
    result
}
