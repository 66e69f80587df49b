//! The words of all documents, with the places where each stands.

use crate::compact::TextMap;
use crate::text::{fold, spelling_key};

/// Most bytes of one place.
const PLACE_BYTES_MOST: usize = 10;

/// One spelling of a word.
#[derive(Debug, Clone)]
struct Term {
    folded: Box<str>,
    spelling: Box<str>,
    /// Where it stands, packed: see [`Vocabulary::add`].
    places: Vec<u8>,
    last: Place,
}

/// A place of a word: the document's number in the index, and the position within it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) entry: u32,
    pub(super) position: u32,
}

/// A word that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AskedWord {
    /// Without any marks.
    pub(super) folded: String,
    /// With all marks, the tone at the end.
    pub(super) spelling: String,
    /// Whether it was written with marks, so that spelling matters.
    pub(super) marked: bool,
    /// Whether longer words that begin with it are meant too.
    pub(super) open: bool,
}

/// How a word that stands in a document is the one that is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likeness {
    /// Not only its beginning.
    pub(super) whole: bool,
    /// With the same marks.
    pub(super) spelled: bool,
}

/// Words by the way they are written, each leading to a spelling.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    written: TextMap,
    spellings: TextMap,
    terms: Vec<Term>,
}

impl AskedWord {
    pub(super) fn new(text: &str, open: bool) -> Self {
        let folded = fold(text);
        let spelling = spelling_key(text);
        Self {
            marked: folded != spelling,
            folded,
            spelling,
            open,
        }
    }

    /// The same without regard to marks: a word that the asker did not write.
    pub(super) fn unmarked(text: &str) -> Self {
        Self {
            marked: false,
            ..Self::new(text, false)
        }
    }

    pub(super) fn is_number(&self) -> bool {
        self.folded
            .starts_with(|letter: char| letter.is_ascii_digit())
    }

    fn likeness(&self, term: &Term) -> Option<Likeness> {
        let rest = term.folded.strip_prefix(self.folded.as_str())?;
        let whole = rest.is_empty();
        if whole {
            let spelled = *term.spelling == *self.spelling;
            return Some(Likeness { whole, spelled });
        }
        if !self.open {
            return None;
        }
        let (asked, asked_tone) = without_tone(&self.spelling);
        let (letters, tone) = without_tone(&term.spelling);
        let spelled = letters.starts_with(asked) && (asked_tone.is_empty() || asked_tone == tone);
        Some(Likeness { whole, spelled })
    }
}

/// A spelling's letters, and the tone at its end.
fn without_tone(spelling: &str) -> (&str, &str) {
    let letters = spelling
        .trim_end_matches(['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'])
        .len();
    spelling.split_at_checked(letters).unwrap_or((spelling, ""))
}

/// Seven bits a byte, the lowest first, the highest bit set where more follow.
fn push_number(bytes: &mut Vec<u8>, number: u32) {
    let mut rest = number;
    while rest > 0x7f {
        bytes.push(low_byte(rest & 0x7f | 0x80));
        rest >>= 7;
    }
    bytes.push(low_byte(rest));
}

fn low_byte(number: u32) -> u8 {
    number.to_le_bytes()[0]
}

fn take_number(bytes: &mut std::slice::Iter<'_, u8>) -> Option<u32> {
    let mut number = 0;
    let mut shift = 0;
    loop {
        let byte = *bytes.next()?;
        number |= u32::from(byte & 0x7f)
            .checked_shl(shift)
            .unwrap_or_default();
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

impl Vocabulary {
    /// The spelling of a word as it is written, if it stands in any document.
    pub(super) fn term(&self, written: &str) -> Option<usize> {
        self.written.place(written)
    }

    /// How many spellings there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Enters a place of a word; places come in ascending order.
    ///
    /// A place in the same document as the one before is its distance, doubled; one in another
    /// document is the position, doubled, plus one, and then the distance of the documents.
    #[inline(never)]
    pub(super) fn add(&mut self, written: &str, place: Place) {
        let number = match self.term(written) {
            Some(number) => number,
            None => self.learn(written),
        };
        let Some(term) = self.terms.get_mut(number) else {
            return;
        };
        if term.places.capacity() - term.places.len() < PLACE_BYTES_MOST {
            // Doubling would leave a quarter of all bytes empty.
            term.places
                .reserve_exact(term.places.len() / 8 + PLACE_BYTES_MOST);
        }
        if place.entry == term.last.entry && !term.places.is_empty() {
            let distance = place.position.wrapping_sub(term.last.position);
            push_number(&mut term.places, distance << 1);
        } else {
            push_number(&mut term.places, place.position << 1 | 1);
            push_number(&mut term.places, place.entry.wrapping_sub(term.last.entry));
        }
        term.last = place;
    }

    fn learn(&mut self, written: &str) -> usize {
        let folded = fold(written);
        let spelling = spelling_key(written);
        let key = format!("{folded}\0{spelling}");
        let number = match self.spellings.place(&key) {
            Some(number) => number,
            None => {
                let number = self.terms.len();
                self.spellings.insert(&key, number);
                self.terms.push(Term {
                    folded: folded.into(),
                    spelling: spelling.into(),
                    places: Vec::new(),
                    last: Place::default(),
                });
                number
            }
        };
        self.written.insert(written, number);
        number
    }

    /// Passes every place of a word on: for each spelling its number, its likeness and its places
    /// in ascending order.
    #[inline(never)]
    pub(super) fn find(
        &self,
        word: &AskedWord,
        meet: &mut dyn FnMut(usize, Likeness, &mut dyn Iterator<Item = Place>),
    ) {
        for (number, term) in self.terms.iter().enumerate() {
            if let Some(likeness) = word.likeness(term) {
                let mut bytes = term.places.iter();
                let mut place = Place::default();
                let mut places = std::iter::from_fn(|| {
                    let number = take_number(&mut bytes)?;
                    if number & 1 == 1 {
                        place.entry = place.entry.wrapping_add(take_number(&mut bytes)?);
                        place.position = number >> 1;
                    } else {
                        place.position = place.position.wrapping_add(number >> 1);
                    }
                    Some(place)
                });
                meet(number, likeness, &mut places);
            }
        }
    }

    /// Bytes held, without what the allocator adds.
    pub(super) fn bytes(&self) -> usize {
        let terms: usize = self
            .terms
            .iter()
            .map(|term| term.folded.len() + term.spelling.len() + term.places.capacity())
            .sum();
        self.written.bytes()
            + self.spellings.bytes()
            + self.terms.capacity() * size_of::<Term>()
            + terms
    }
}
