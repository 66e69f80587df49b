//! Search over documents against a scan of every text, with folding by the standard's tables.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says why"
)]

use handbook::document::{
    Document, DocumentIndex, DocumentKind, DocumentPart, DocumentSearchInput, SearchInput,
    document_search,
};
use handbook::{DocumentId, NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::select;
use unicode_normalization::UnicodeNormalization;

// ---- words, by the tables of Unicode

const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

fn plain(letter: char) -> char {
    match letter {
        'Đ' | 'Ð' | 'ð' => 'đ',
        other => other.to_lowercase().next().unwrap_or(other),
    }
}

fn folded(word: &str) -> String {
    let letters = word.nfd().filter(|letter| !is_mark(*letter)).map(plain);
    letters
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

/// The letters with their marks, and the tone of the syllable.
fn spelled(word: &str) -> (String, String) {
    let (tone, letters): (Vec<char>, Vec<char>) =
        word.nfd().map(plain).partition(|mark| TONES.contains(mark));
    (letters.into_iter().collect(), tone.into_iter().collect())
}

#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    /// First character, and the one after the last.
    from: usize,
    to: usize,
}

fn words(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let mut found: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let digits = letters[at].is_ascii_digit();
        let belongs = |letter: char| {
            if digits {
                letter.is_ascii_digit()
            } else {
                letter.is_alphabetic() && !is_mark(letter)
            }
        };
        if !belongs(letters[at]) {
            at += 1;
            continue;
        }
        let from = at;
        while at < letters.len() && (belongs(letters[at]) || is_mark(letters[at])) {
            at += 1;
        }
        found.push(Word {
            text: letters[from..at].iter().collect(),
            from,
            to: at,
        });
    }
    let is_number = |word: Option<&Word>| {
        word.is_some_and(|word| {
            word.text
                .starts_with(|letter: char| letter.is_ascii_digit())
        })
    };
    let kept = (0..found.len()).filter(|place| {
        let says_number = folded(&found[*place].text) == "so" && is_number(found.get(place + 1));
        found[*place].text.len() <= 64 && !says_number
    });
    kept.map(|place| found[place].clone()).collect()
}

/// UTF-16 code units of the first characters.
fn units(text: &str, characters: usize) -> u32 {
    let count = text
        .chars()
        .take(characters)
        .map(char::len_utf16)
        .sum::<usize>();
    u32::try_from(count).expect("a short text")
}

// ---- readings of a question

#[derive(Debug, Clone, PartialEq)]
struct Asked {
    text: String,
    marked: bool,
    open: bool,
}

const NAMES: [(&str, &str); 10] = [
    ("nghị quyết", "NQ"),
    ("chỉ thị", "CT"),
    ("quyết định", "QĐ"),
    ("quy định", "QĐ"),
    ("hướng dẫn", "HD"),
    ("kết luận", "KL"),
    ("kế hoạch", "KH"),
    ("báo cáo", "BC"),
    ("chương trình", "CTr"),
    ("công văn", "CV"),
];

fn name_of(kind: DocumentKind) -> (&'static str, &'static str) {
    match kind {
        DocumentKind::Resolution => NAMES[0],
        DocumentKind::Directive => NAMES[1],
        DocumentKind::Decision => NAMES[2],
        DocumentKind::Regulation => NAMES[3],
        DocumentKind::Guide => NAMES[4],
        DocumentKind::Conclusion => NAMES[5],
        DocumentKind::Plan => NAMES[6],
        DocumentKind::Report => NAMES[7],
        DocumentKind::Programme => NAMES[8],
        DocumentKind::OfficialLetter => NAMES[9],
        DocumentKind::Other => ("", ""),
    }
}

fn table(text: &str) -> Vec<Asked> {
    let unmarked = |word: Word| Asked {
        text: word.text,
        marked: false,
        open: false,
    };
    words(text).into_iter().map(unmarked).collect()
}

fn readings(text: &str) -> Vec<Vec<Asked>> {
    let written: Vec<Asked> = words(text)
        .into_iter()
        .map(|word| {
            let (letters, tone) = spelled(&word.text);
            Asked {
                marked: folded(&word.text) != letters + &tone,
                open: word.to == text.chars().count(),
                text: word.text,
            }
        })
        .collect();
    let spell_out = |second: bool| -> Vec<Asked> {
        let meaning = |word: &Asked| {
            let mut fitting = NAMES
                .iter()
                .filter(|(_, short)| folded(short) == folded(&word.text));
            let first = fitting.next();
            if second {
                fitting.next().or(first)
            } else {
                first
            }
        };
        let words = written.iter();
        words
            .flat_map(|word| match meaning(word) {
                Some((name, _)) => table(name),
                None => vec![word.clone()],
            })
            .collect()
    };
    let mut short = Vec::new();
    let mut at = 0;
    while at < written.len() {
        let starts = |name: &str| {
            let name = words(name);
            written.len() >= at + name.len()
                && (0..name.len())
                    .all(|place| folded(&name[place].text) == folded(&written[at + place].text))
        };
        match NAMES.iter().find(|(name, _)| starts(name)) {
            Some((name, abbreviation)) => {
                short.extend(table(abbreviation));
                at += words(name).len();
            }
            None => {
                short.push(written[at].clone());
                at += 1;
            }
        }
    }
    vec![written.clone(), spell_out(false), spell_out(true), short]
}

// ---- the scan

#[derive(Debug, Clone, Copy, PartialEq)]
struct Like {
    whole: bool,
    spelled: bool,
}

fn like(asked: &Asked, word: &str) -> Option<Like> {
    let (wanted, found) = (folded(&asked.text), folded(word));
    let (wanted_letters, wanted_tone) = spelled(&asked.text);
    let (letters, tone) = spelled(word);
    if wanted == found {
        let spelled = (wanted_letters, wanted_tone) == (letters, tone);
        return Some(Like {
            whole: true,
            spelled,
        });
    }
    (asked.open && found.starts_with(&wanted)).then(|| Like {
        whole: false,
        spelled: letters.starts_with(&wanted_letters)
            && (wanted_tone.is_empty() || wanted_tone == tone),
    })
}

/// A text that is searched: its part where it can be shown, its weight, whether it is the number.
struct Text {
    part: Option<DocumentPart>,
    weight: u32,
    text: String,
}

fn texts(document: &Document) -> Vec<Text> {
    let (name, abbreviation) = name_of(document.kind);
    let text = |part, weight, text: &str| Text {
        part,
        weight,
        text: text.to_owned(),
    };
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        text(Some(DocumentPart::Number), 4, &optional(&document.number)),
        text(None, 4, name),
        text(None, 4, abbreviation),
        text(Some(DocumentPart::Title), 3, &document.title),
        text(Some(DocumentPart::Issuer), 2, &document.issuer),
        text(Some(DocumentPart::Field), 2, &optional(&document.field)),
        text(Some(DocumentPart::Body), 1, &optional(&document.body)),
    ]
}

type Steps = [u32; 6];

/// How well a document fits a reading, and which word of the body is the first match.
fn rate(document: &Document, reading: &[Asked]) -> Option<(Steps, Option<usize>)> {
    let texts = texts(document);
    let split: Vec<Vec<Word>> = texts.iter().map(|text| words(&text.text)).collect();
    let is = |asked: usize, text: usize, place: usize| -> Option<Like> {
        like(reading.get(asked)?, &split[text].get(place)?.text)
    };
    let mut steps: Steps = [0; 6];
    let (mut in_number, mut digits) = (true, false);
    let mut body: Option<usize> = None;
    for (number, asked) in reading.iter().enumerate() {
        let found: Vec<(usize, usize, Like)> = (0..texts.len())
            .flat_map(|text| (0..split[text].len()).map(move |place| (text, place)))
            .filter_map(|(text, place)| Some((text, place, is(number, text, place)?)))
            .collect();
        let weight = found.iter().map(|(text, ..)| texts[*text].weight).max()?;
        steps[1] += u32::from(asked.marked && found.iter().any(|(.., like)| like.spelled));
        steps[3] = u32::from(found.iter().any(|(.., like)| like.whole));
        steps[4] += weight;
        steps[5] += found.len().ilog2().min(7);
        in_number &= found.iter().any(|(text, _, like)| *text < 3 && like.whole);
        let is_digits = asked
            .text
            .starts_with(|letter: char| letter.is_ascii_digit());
        digits |= is_digits && found.iter().any(|(text, _, like)| *text == 0 && like.whole);
        let in_body = found.iter().filter(|(text, ..)| *text == 6);
        let first = in_body.map(|(_, place, _)| *place).min();
        body = [body, first].into_iter().flatten().min();
    }
    let row = |text: usize, from: usize| {
        (0..reading.len()).all(|number| is(number, text, from + number).is_some())
    };
    for (text, own) in split.iter().enumerate() {
        if (0..own.len()).any(|from| row(text, from)) {
            steps[2] = steps[2].max(if text == 0 || text == 3 { 2 } else { 1 });
        }
    }
    body = (0..split[6].len()).find(|from| row(6, *from)).or(body);
    let is_number = split[0].len() == reading.len()
        && (0..reading.len()).all(|number| is(number, 0, number).is_some_and(|like| like.whole));
    steps[0] = if is_number {
        2
    } else {
        u32::from(in_number && digits)
    };
    Some((steps, body))
}

fn packed(steps: Steps) -> u32 {
    let sizes = [4, 64, 4, 2, 256, 256];
    (0..6).fold(0, |score, step| score * sizes[step] + steps[step])
}

fn in_force(documents: &[Document], document: &Document, day: NaiveDate) -> bool {
    let starts = |document: &Document| document.in_force_from.unwrap_or(document.signed_on) <= day;
    starts(document)
        && document.in_force_to.is_none_or(|last| last >= day)
        && !documents
            .iter()
            .any(|other| other.replaces.contains(&document.id) && starts(other))
}

fn fits(documents: &[Document], document: &Document, search: &SearchInput) -> bool {
    let same = |asked: &Option<String>, own: &str| {
        let key = |text: &str| {
            folded(text)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
        };
        asked.as_ref().is_none_or(|asked| key(asked) == key(own))
    };
    search.kind.is_none_or(|kind| kind == document.kind)
        && same(&search.issuer, &document.issuer)
        && same(&search.field, document.field.as_deref().unwrap_or_default())
        && search.year.is_none_or(|year| {
            document
                .signed_on
                .to_string()
                .starts_with(&format!("{year:04}-"))
        })
        && search
            .in_force_on
            .is_none_or(|day| in_force(documents, document, day))
}

/// A hit: document, score, places with part, start and length, and the snippet.
type Hit = (
    String,
    u32,
    Vec<(DocumentPart, u32, u32)>,
    Option<(u32, String)>,
);

fn shown(document: &Document, reading: &[Asked], body: Option<usize>) -> Hit {
    let mut places = Vec::new();
    let mut snippet = None;
    for text in texts(document) {
        let Some(part) = text.part else {
            continue;
        };
        let own = words(&text.text);
        let mut within = (0, text.text.chars().count());
        if part == DocumentPart::Body {
            let Some(first) = body else {
                continue;
            };
            let matched = &own[first];
            let starts = own.iter().map(|word| word.from);
            let from = starts.filter(|from| matched.from <= from + 60).min();
            let ends = own.iter().map(|word| word.to);
            let to = ends.filter(|to| *to <= matched.from + 120).max();
            within = (
                from.expect("the match"),
                to.unwrap_or_default().max(matched.to),
            );
            let piece = text.text.chars().skip(within.0).take(within.1 - within.0);
            snippet = Some((units(&text.text, within.0), piece.collect()));
        }
        for word in own {
            let matches = reading
                .iter()
                .any(|asked| like(asked, &word.text).is_some());
            if matches && word.from >= within.0 && word.to <= within.1 {
                let (start, end) = (units(&text.text, word.from), units(&text.text, word.to));
                places.push((part, start, end - start));
            }
        }
    }
    (document.id.to_string(), 0, places, snippet)
}

fn scan(documents: &[Document], search: &SearchInput) -> (usize, Vec<Hit>) {
    let mut found: Vec<(Steps, &Document, Hit)> = Vec::new();
    for document in documents {
        if !fits(documents, document, search) {
            continue;
        }
        let mut best: Option<(Steps, Hit)> = None;
        for reading in readings(&search.text) {
            if reading.is_empty() {
                best = best.or(Some(([0; 6], shown(document, &[], None))));
            } else if let Some((steps, body)) = rate(document, &reading)
                && best.as_ref().is_none_or(|(best, _)| steps > *best)
            {
                let mut hit = shown(document, &reading, body);
                hit.1 = packed(steps);
                best = Some((steps, hit));
            }
        }
        if let Some((steps, hit)) = best {
            found.push((steps, document, hit));
        }
    }
    found.sort_by(|(steps, document, _), (other_steps, other, _)| {
        (other_steps, other.signed_on, &document.id).cmp(&(steps, document.signed_on, &other.id))
    });
    let total = found.len();
    let skipped = usize::try_from(search.offset).expect("small");
    let taken = usize::try_from(search.limit).expect("small");
    let hits = found.into_iter().skip(skipped).take(taken);
    (total, hits.map(|(.., hit)| hit).collect())
}

fn answer(index: &DocumentIndex, search: &SearchInput) -> (usize, Vec<Hit>) {
    let found = index.search(search).expect("a good question");
    let hits = found.hits.into_iter().map(|hit| {
        let places = hit.places.iter();
        (
            hit.document.to_string(),
            hit.score,
            places
                .map(|place| (place.part, place.start, place.length))
                .collect(),
            hit.snippet.map(|snippet| (snippet.start, snippet.text)),
        )
    });
    (usize::try_from(found.total).expect("few"), hits.collect())
}

// ---- any documents, any questions

fn piece() -> impl Strategy<Value = String> {
    let words = select(vec![
        "nghị", "nghi", "NGHỊ", "nghỉ", "quyết", "quyet", "quy", "định", "NQ", "nq", "QĐ", "QÐ",
        "qd", "HD", "hướng", "dẫn", "số", "so", "21", "2", "212", "đảng", "Đảng", "đa", "da",
        "dang", "bố", "bò", "bo", "bộ", "hòa", "hoà", "hoa", "hóa", "TW", "kế", "hoạch", "công",
        "văn", "ước", "🇻🇳", "của", "Я", "я",
    ]);
    let gaps = select(vec![" ", " ", " ", "-", "/", ". ", "", "  ", "\n"]);
    (words, gaps, 0_u8..4).prop_map(|(word, gap, form)| {
        let word: String = if form == 0 {
            word.nfd().collect()
        } else {
            word.to_owned()
        };
        word + gap
    })
}

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 1..=most).prop_map(|pieces| pieces.concat())
}

fn sign() -> impl Strategy<Value = String> {
    select(vec![
        "21-NQ/TW", "21-NQ", "21 nq tw", "2-QĐ/TW", "NQ21", "212/HD",
    ])
    .prop_map(str::to_owned)
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (2020_i32..=2022, 1_u32..=2).prop_map(|(year, month)| date(year, month, 1).expect("a day"))
}

fn kind() -> impl Strategy<Value = DocumentKind> {
    select(vec![
        DocumentKind::Resolution,
        DocumentKind::Decision,
        DocumentKind::Regulation,
        DocumentKind::Guide,
        DocumentKind::Other,
    ])
}

fn issuer() -> impl Strategy<Value = String> {
    select(vec!["Huyện ủy", "HUYEN UY", "Ban Bí thư"]).prop_map(str::to_owned)
}

fn field() -> impl Strategy<Value = Option<String>> {
    prop::option::of(select(vec!["Đảng vụ", "dang vu", "Hòa giải"]).prop_map(str::to_owned))
}

fn id(number: usize) -> DocumentId {
    DocumentId::new(format!("d{number}")).expect("an identifier")
}

fn document(number: usize) -> impl Strategy<Value = Document> {
    (
        (
            prop::option::of(prop_oneof![text(3), sign()]),
            kind(),
            text(8),
            issuer(),
            field(),
        ),
        (
            day(),
            prop::option::of(day()),
            prop::option::of(0_usize..800),
        ),
        (
            prop::option::of(text(60)),
            prop::collection::btree_set(0_usize..12, 0..3),
        ),
    )
        .prop_map(
            move |(
                (sign, kind, title, issuer, field),
                (signed_on, from, days),
                (body, replaces),
            )| {
                let first = from.unwrap_or(signed_on);
                let last = days.and_then(|days| first.iter_days().nth(days));
                Document {
                    id: id(number),
                    number: sign,
                    kind,
                    title,
                    issuer,
                    signed_on,
                    in_force_from: from,
                    in_force_to: last,
                    replaces: replaces
                        .into_iter()
                        .filter(|other| *other != number)
                        .map(id)
                        .collect(),
                    field,
                    rules: Vec::new(),
                    tasks: Vec::new(),
                    body,
                }
            },
        )
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    (1_usize..10).prop_flat_map(|count| (0..count).map(document).collect::<Vec<_>>())
}

fn search() -> impl Strategy<Value = SearchInput> {
    (
        (
            prop_oneof![8 => text(4), 3 => sign(), 1 => Just(String::new())],
            0_usize..3,
        ),
        (1_u32..12, 0_u32..3),
        prop::option::weighted(0.2, kind()),
        prop::option::weighted(0.2, issuer()),
        field(),
        prop::option::weighted(0.2, 2019_i32..=2022),
        prop::option::weighted(0.3, day()),
    )
        .prop_map(
            |((text, cut), (limit, offset), kind, issuer, field, year, in_force_on)| {
                let kept = text.chars().count().saturating_sub(cut);
                SearchInput {
                    text: text.chars().take(kept).collect(),
                    limit,
                    offset,
                    kind,
                    issuer,
                    field: field.filter(|_| limit == 3),
                    year,
                    in_force_on,
                }
            },
        )
}

proptest! {
    #![proptest_config(config(800))]

    #[test]
    fn search_finds_what_a_scan_finds_in_the_same_order(
        documents in documents(),
        search in search(),
    ) {
        let index = DocumentIndex::from_documents(documents.clone()).expect("good documents");
        let found = answer(&index, &search);
        prop_assert_eq!(&found, &scan(&documents, &search));
        let book = RuleBook::vietnam();
        let rules = book.on(date(2025, 1, 1).expect("a day")).expect("a day of the book");
        let whole = index.search(&search).expect("a good question");
        let input = DocumentSearchInput { documents, search };
        prop_assert_eq!(document_search(&rules, &input).expect("the same").value, whole);
    }
}

#[derive(Debug, Clone)]
enum Change {
    Put(Box<Document>),
    Remove(usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (0_usize..12).prop_flat_map(document).prop_map(|document| Change::Put(Box::new(document))),
        2 => (0_usize..12).prop_map(Change::Remove),
    ]
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn an_index_that_was_kept_up_is_one_that_was_made_anew(
        changes in prop::collection::vec(change(), 1..200),
        search in search(),
    ) {
        let mut index = DocumentIndex::new();
        let mut held: Vec<Document> = Vec::new();
        for change in changes {
            let id = match &change {
                Change::Put(document) => document.id.clone(),
                Change::Remove(number) => id(*number),
            };
            let place = held.iter().position(|known| known.id == id);
            let old = place.map(|place| held.remove(place));
            match change {
                Change::Remove(_) => prop_assert_eq!(index.remove(&id), old),
                Change::Put(document) => {
                    let document = *document;
                    held.push(document.clone());
                    if old.is_some() {
                        prop_assert!(index.add(document.clone()).is_err());
                        prop_assert_eq!(index.replace(document).ok(), old);
                    } else {
                        prop_assert!(index.replace(document.clone()).is_err());
                        prop_assert!(index.add(document).is_ok());
                    }
                }
            }
            prop_assert_eq!(index.len(), held.len());
        }
        prop_assert!(index.documents().eq(held.iter()));
        prop_assert_eq!(answer(&index, &search), scan(&held, &search));
        let anew = DocumentIndex::from_documents(held.clone()).expect("good documents");
        prop_assert_eq!(&index, &anew);
        prop_assert_eq!(index.search(&search), anew.search(&search));
        for document in &held {
            let day = date(2021, 6, 1).expect("a day");
            prop_assert_eq!(index.status_on(&document.id, day), anew.status_on(&document.id, day));
        }
        if let Some(document) = held.pop() {
            index.remove(&document.id);
            prop_assert_ne!(&index, &anew);
        }
    }
}
