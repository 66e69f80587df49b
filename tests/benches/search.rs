//! How long a search over 20,000 documents takes, beside folding and scanning every text.
//!
//!     cargo bench -p handbook-tests --bench search
//!
//! Medians over many rounds, on whatever machine this is: the ratios travel, the times do not.
//! Nothing is asserted about time; what is found is compared with the scan.
//!
//!     cargo bench -p handbook-tests --bench search -- --json documents.json
//!
//! writes the documents, for measurements elsewhere.

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use handbook::document::{Document, DocumentIndex, DocumentKind, SearchInput};
use handbook::json::{from_json, to_json};
use handbook::text::fold;
use handbook::{DocumentId, date};

const DOCUMENTS: usize = 20_000;
const BODY_WORDS: usize = 150;

/// Makes the documents repeatable.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from((self.0 >> 11) % limit).unwrap_or_default()
    }

    /// Words of which the first are frequent and the last are rare, as in any language.
    fn word<'a>(&mut self, words: &'a [String]) -> &'a str {
        let most = self.below(words.len()) + 1;
        let place = self.below(most);
        words.get(place).map_or("", String::as_str)
    }

    fn text(&mut self, words: &[String], count: usize) -> String {
        let mut text = String::new();
        for number in 0..count {
            if number > 0 {
                text.push_str(if number % 17 == 0 { ". " } else { " " });
            }
            text.push_str(self.word(words));
        }
        text
    }
}

/// Some six thousand syllables, in a mixed order.
fn syllables(dice: &mut Dice) -> Vec<String> {
    let starts = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
        "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ];
    let vowels = [
        "a", "á", "à", "ả", "ã", "ạ", "â", "ấ", "ầ", "ậ", "ê", "ế", "ề", "ệ", "ô", "ố", "ồ", "ộ",
        "ơ", "ớ", "ờ", "ư", "ứ", "ừ", "i", "í", "ì", "ị", "o", "ó",
    ];
    let ends = ["", "c", "m", "n", "ng", "nh", "p", "t"];
    let mut all: Vec<String> = Vec::new();
    for start in starts {
        for vowel in vowels {
            for end in ends {
                all.push(format!("{start}{vowel}{end}"));
            }
        }
    }
    for last in (1..all.len()).rev() {
        all.swap(last, dice.below(last + 1));
    }
    let known =
        "đảng chi bộ nghị quyết sinh hoạt tổ chức cơ sở cán bộ nhiệm vụ kế hoạch của và các";
    let mut words: Vec<String> = known.split(' ').map(str::to_owned).collect();
    words.extend(all);
    words
}

fn documents() -> Result<Vec<Document>, Box<dyn Error>> {
    let mut dice = Dice(20_260_101);
    let words = syllables(&mut dice);
    let kinds = [
        (DocumentKind::Resolution, "NQ"),
        (DocumentKind::Directive, "CT"),
        (DocumentKind::Guide, "HD"),
        (DocumentKind::Decision, "QĐ"),
        (DocumentKind::Plan, "KH"),
    ];
    let mut documents = Vec::with_capacity(DOCUMENTS);
    for number in 0..DOCUMENTS {
        let (kind, abbreviation) = kinds
            .get(dice.below(kinds.len()))
            .copied()
            .unwrap_or((DocumentKind::Other, ""));
        let (title_words, body_words) =
            (6 + dice.below(14), BODY_WORDS / 2 + dice.below(BODY_WORDS));
        let title = dice.text(&words, title_words);
        let body = dice.text(&words, body_words);
        documents.push(Document {
            id: DocumentId::new(format!("v{number}"))?,
            number: Some(format!("{}-{abbreviation}/HU", 1 + dice.below(400))),
            kind,
            title,
            issuer: format!("Huyện ủy {}", dice.below(40)),
            signed_on: date(
                2010 + i32::try_from(dice.below(16))?,
                1 + u32::try_from(dice.below(12))?,
                1 + u32::try_from(dice.below(28))?,
            )?,
            in_force_from: None,
            in_force_to: None,
            replaces: Vec::new(),
            field: None,
            rules: Vec::new(),
            tasks: Vec::new(),
            body: Some(body),
        });
    }
    Ok(documents)
}

/// Folds every text and looks for every word in it, as somebody would without an index.
fn scan(documents: &[Document], text: &str) -> usize {
    let asked = fold(text);
    let fits = |document: &&Document| {
        let whole = [
            document.number.as_deref().unwrap_or_default(),
            &document.title,
            &document.issuer,
            document.body.as_deref().unwrap_or_default(),
        ];
        let folded = fold(&whole.join(" "));
        asked.split(' ').all(|word| folded.contains(word))
    };
    documents.iter().filter(fits).count()
}

fn median(rounds: usize, mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn main() -> Result<(), Box<dyn Error>> {
    let documents = documents()?;
    let json = to_json(&documents);
    let mut arguments = std::env::args().skip_while(|argument| argument != "--json");
    if let Some(path) = arguments.nth(1) {
        std::fs::write(&path, &json)?;
        println!(
            "wrote {} documents, {} bytes, to {path}",
            documents.len(),
            json.len()
        );
        return Ok(());
    }
    let texts: usize = documents
        .iter()
        .map(|document| document.title.len() + document.body.as_ref().map_or(0, String::len))
        .sum();
    let made = median(5, || {
        DocumentIndex::from_documents(documents.clone()).map_or(0, |index| index.len())
    });
    let read = median(3, || {
        from_json::<Vec<Document>>("documents", &json).map_or(0, |documents| documents.len())
    });
    let index = DocumentIndex::from_documents(documents.clone())?;
    println!(
        "measured {} documents, {} bytes of text each: index made in {made:?}, JSON read in {read:?}",
        documents.len(),
        texts / documents.len()
    );
    println!(
        "measured index: {} bytes per document beside the document itself",
        index.index_bytes() / documents.len()
    );
    for text in [
        "nghị quyết 21",
        "nghi quyet 21",
        "21-NQ/HU",
        "đảng",
        "sinh hoạt chi b",
        "cua va cac",
        "n",
    ] {
        let search = SearchInput::of(text);
        let found = index.search(&search)?.total;
        let scanned = scan(&documents, text);
        // The scan takes pieces of words, and no kinds for their names.
        if found == 0 || scanned == 0 {
            return Err(format!("`{text}`: found {found}, scanned {scanned}").into());
        }
        let searching = median(21, || {
            index.search(&search).map_or(0, |found| found.hits.len())
        });
        let scanning = median(3, || scan(&documents, text));
        println!(
            "measured `{text}`: {found} found in {searching:?}; a scan takes {scanning:?}, {} times as long",
            scanning.as_nanos() / searching.as_nanos().max(1)
        );
    }
    Ok(())
}
