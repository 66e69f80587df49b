//! The handbook for JavaScript.
//!
//! A leaf without logic: every function takes JSON text, asks `handbook`, and gives JSON text
//! back. The npm package wraps what stands here in typed classes; see `npm/index.d.ts`.
//!
//! Arguments are converted inside the functions and failures are returned, never thrown from the
//! conversion: an argument that generated glue rejects on its own would stay allocated.

#![forbid(unsafe_code)]

mod failure;

use handbook::document::{Document, SearchInput};
use handbook::evaluation::{MarkColumns, MemberColumns, ScoreSheet};
use handbook::exchange::{CalendarFeed, ReadOptions, TableFile, icalendar};
use handbook::handbook::{Command, Event, RecordQuestion};
use handbook::question::{DOORS, ask_json, from_json, to_json};
use handbook::report::{DistrictYearRequest, district_year};
use handbook::text::{self, Language};
use handbook::{DocumentId, Ground, ParameterId, PolicyUsed, parse_date};
use wasm_bindgen::prelude::wasm_bindgen;

use failure::Failure;

/// The names of the stateless questions, as a JSON list.
#[wasm_bindgen]
#[must_use]
pub fn doors() -> String {
    to_json(&DOORS)
}

/// A word of a closed list in `vi` or `en`; none for a list or a word that is none.
#[wasm_bindgen(js_name = wordName)]
#[must_use]
pub fn word_name(list: &str, word: &str, language: &str) -> Option<String> {
    text::word_name(list, word, spoken(language)).map(str::to_owned)
}

/// A feed of events, given as JSON, as iCalendar text.
///
/// # Errors
/// As [`icalendar`], and for JSON of another shape.
#[wasm_bindgen(js_name = icalendar)]
pub fn icalendar_text(feed: &str) -> Result<String, Failure> {
    let feed: CalendarFeed = from_json("feed", feed)?;
    Ok(icalendar(&feed)?)
}

/// How many pages of 64 KiB the module's memory has.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(js_name = memoryPages)]
#[must_use]
pub fn memory_pages() -> usize {
    core::arch::wasm32::memory_size(0)
}

/// A rule book.
#[wasm_bindgen]
#[derive(Debug)]
pub struct RuleBook(handbook::RuleBook);

#[wasm_bindgen]
impl RuleBook {
    /// The rules this library ships.
    #[must_use]
    pub fn vietnam() -> Self {
        Self(handbook::RuleBook::vietnam())
    }

    /// Reads a rule book from JSON and runs every check on it.
    ///
    /// # Errors
    /// As [`handbook::RuleBook::from_json`].
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(json: &str) -> Result<Self, Failure> {
        Ok(Self(handbook::RuleBook::from_json(json)?))
    }

    /// The same book with a body's own choices laid over it.
    ///
    /// # Errors
    /// As [`handbook::RuleBook::with_overlay`].
    #[wasm_bindgen(js_name = withOverlay)]
    pub fn with_overlay(&self, json: &str) -> Result<Self, Failure> {
        Ok(Self(self.0.with_overlay(json)?))
    }

    /// The book's identifier.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// The book's version.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn version(&self) -> String {
        self.0.version().to_owned()
    }

    /// Digits that stand for the text of the book and its overlays.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint()
    }

    /// First day covered.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn from(&self) -> String {
        self.0.covers().0.to_string()
    }

    /// Last day covered.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn to(&self) -> String {
        self.0.covers().1.to_string()
    }

    /// Every kind of organization, an entry per interval.
    #[must_use]
    pub fn kinds(&self) -> String {
        to_json(&self.0.kinds())
    }

    /// Every instrument.
    #[must_use]
    pub fn instruments(&self) -> String {
        to_json(&self.0.instruments())
    }

    /// What a parameter is called in `vi` or `en`.
    #[must_use]
    pub fn label(&self, parameter: &str, language: &str) -> Option<String> {
        let (vi, en) = self.0.label(&ParameterId::new(parameter).ok()?)?;
        Some(if language == "vi" { vi } else { en }.to_owned())
    }

    /// A ground as a sentence.
    ///
    /// # Errors
    /// For text that is not a ground.
    pub fn sentence(&self, ground: &str, language: &str) -> Result<String, Failure> {
        let ground: Ground = from_json("ground", ground)?;
        Ok(text::sentence(&self.0, &ground, spoken(language)))
    }

    /// A reading that an answer used, as a sentence.
    ///
    /// # Errors
    /// For text that is not a reading.
    #[wasm_bindgen(js_name = policySentence)]
    pub fn policy_sentence(&self, policy: &str, language: &str) -> Result<String, Failure> {
        let policy: PolicyUsed = from_json("policy", policy)?;
        Ok(text::policy_sentence(&self.0, &policy, spoken(language)))
    }

    /// Answers a stateless question by the rules of a day.
    ///
    /// # Errors
    /// As [`ask_json`], and for a day that is not one.
    pub fn ask(&self, on: &str, door: &str, input: &str) -> Result<String, Failure> {
        Ok(ask_json(&self.0, parse_date("on", on)?, door, input)?)
    }
}

fn spoken(language: &str) -> Language {
    if language == "vi" {
        Language::Vi
    } else {
        Language::En
    }
}

/// CSV tables on their way into a record.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Tables {
    files: Vec<TableFile>,
    options: ReadOptions,
}

#[wasm_bindgen]
impl Tables {
    /// No tables yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(spreadsheet: bool) -> Self {
        let options = ReadOptions {
            spreadsheet,
            ..ReadOptions::default()
        };
        Self {
            files: Vec::new(),
            options,
        }
    }

    /// Adds a file.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.push(TableFile::new(name, bytes));
    }

    /// Reads the tables into a record.
    ///
    /// # Errors
    /// Every problem of the tables, or every line that the record cannot take.
    pub fn read(&self, book: &RuleBook, recorded_on: &str) -> Result<Handbook, Failure> {
        let recorded_on = parse_date("recordedOn", recorded_on)?;
        let record =
            handbook::handbook::Handbook::open(&book.0, &self.files, &self.options, recorded_on)?;
        Ok(Handbook(record))
    }
}

/// A record of dated facts.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Handbook(handbook::handbook::Handbook);

#[wasm_bindgen]
impl Handbook {
    /// An empty record.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Judges a command and, unless a rule forbids it, takes it in.
    ///
    /// # Errors
    /// As [`handbook::handbook::Handbook::submit`].
    pub fn submit(
        &mut self,
        book: &RuleBook,
        command: &str,
        recorded_on: &str,
    ) -> Result<String, Failure> {
        let recorded_on = parse_date("recordedOn", recorded_on)?;
        let command: Command = from_json("command", command)?;
        Ok(to_json(&self.0.submit(&book.0, command, recorded_on)?))
    }

    /// Takes in events that were accepted before: a JSON list.
    ///
    /// # Errors
    /// As [`handbook::handbook::Handbook::apply`]; the events before the wrong one stay applied.
    pub fn apply(&mut self, events: &str) -> Result<(), Failure> {
        let events: Vec<Event> = from_json("events", events)?;
        for event in events {
            self.0.apply(event)?;
        }
        Ok(())
    }

    /// Every event, in order.
    #[must_use]
    pub fn events(&self) -> String {
        to_json(&self.0.events())
    }

    /// The record as it was known on a day.
    ///
    /// # Errors
    /// As [`handbook::handbook::Handbook::as_known_on`].
    #[wasm_bindgen(js_name = asKnownOn)]
    pub fn as_known_on(&self, day: &str) -> Result<Self, Failure> {
        Ok(Self(self.0.as_known_on(parse_date("knownOn", day)?)?))
    }

    /// Answers a question about a day.
    ///
    /// # Errors
    /// As [`handbook::handbook::Handbook::ask`].
    pub fn ask(&self, book: &RuleBook, on: &str, question: &str) -> Result<String, Failure> {
        let on = parse_date("on", on)?;
        let question: RecordQuestion = from_json("question", question)?;
        Ok(to_json(&self.0.ask(&book.0, on, &question)?))
    }

    /// The year of a district.
    ///
    /// # Errors
    /// As [`district_year`].
    #[wasm_bindgen(js_name = districtYear)]
    pub fn district_year(&self, book: &RuleBook, request: &str) -> Result<String, Failure> {
        let request: DistrictYearRequest = from_json("request", request)?;
        Ok(to_json(&district_year(&self.0, &book.0, &request)?))
    }
}

/// Documents, ready to be searched.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct DocumentIndex(handbook::document::DocumentIndex);

#[wasm_bindgen]
impl DocumentIndex {
    /// No documents yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// An index of documents: a JSON list.
    ///
    /// # Errors
    /// As [`handbook::document::DocumentIndex::from_documents`].
    #[wasm_bindgen(js_name = fromJson)]
    pub fn from_json(documents: &str) -> Result<Self, Failure> {
        let documents: Vec<Document> = from_json("documents", documents)?;
        let index = handbook::document::DocumentIndex::from_documents(documents)?;
        Ok(Self(index))
    }

    /// Takes in a document.
    ///
    /// # Errors
    /// As [`handbook::document::DocumentIndex::add`].
    pub fn add(&mut self, document: &str) -> Result<(), Failure> {
        Ok(self.0.add(from_json("document", document)?)?)
    }

    /// Takes in a document in place of the one with its identifier, which comes back.
    ///
    /// # Errors
    /// As [`handbook::document::DocumentIndex::replace`].
    pub fn replace(&mut self, document: &str) -> Result<String, Failure> {
        Ok(to_json(&self.0.replace(from_json("document", document)?)?))
    }

    /// Takes a document out; none where it is not held.
    pub fn remove(&mut self, id: &str) -> Option<String> {
        Some(to_json(&self.0.remove(&DocumentId::new(id).ok()?)?))
    }

    /// A document; none where it is not held.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<String> {
        Some(to_json(self.0.document(&DocumentId::new(id).ok()?)?))
    }

    /// How many documents are held.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> usize {
        self.0.len()
    }

    /// Finds documents.
    ///
    /// # Errors
    /// As [`handbook::document::DocumentIndex::search`].
    pub fn search(&self, search: &str) -> Result<String, Failure> {
        let search: SearchInput = from_json("search", search)?;
        Ok(to_json(&self.0.search(&search)?))
    }

    /// Whether a document is in force on a day.
    ///
    /// # Errors
    /// As [`handbook::document::DocumentIndex::status_on`].
    #[wasm_bindgen(js_name = statusOn)]
    pub fn status_on(&self, id: &str, day: &str) -> Result<String, Failure> {
        let id = DocumentId::new(id)?;
        Ok(to_json(&self.0.status_on(&id, parse_date("on", day)?)?))
    }
}

/// Columns of members that JavaScript fills where they stand, in the module's memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ColumnRoom(MemberColumns);

#[wasm_bindgen]
impl ColumnRoom {
    /// Columns of these lengths, all zeros; marks have 16 bits where they are `wide`, else 8.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(
        cell_starts: usize,
        parents: usize,
        cap_starts: usize,
        marks: usize,
        flags: usize,
        wide: bool,
    ) -> Self {
        Self(MemberColumns {
            cell_starts: vec![0; cell_starts],
            parents: vec![0; parents],
            cap_starts: vec![0; cap_starts],
            marks: if wide {
                MarkColumns::Words(vec![0; marks])
            } else {
                MarkColumns::Bytes(vec![0; marks])
            },
            flags: vec![0; flags],
        })
    }

    /// Where a column starts: 0 to 4, in the order of [`ColumnRoom::new`].
    pub fn place(&mut self, column: u32) -> *mut u8 {
        let columns = &mut self.0;
        match (column, &mut columns.marks) {
            (0, _) => columns.cell_starts.as_mut_ptr().cast(),
            (1, _) => columns.parents.as_mut_ptr().cast(),
            (2, _) => columns.cap_starts.as_mut_ptr().cast(),
            (3, MarkColumns::Bytes(marks)) => marks.as_mut_ptr(),
            (3, MarkColumns::Words(marks)) => marks.as_mut_ptr().cast(),
            _ => columns.flags.as_mut_ptr(),
        }
    }

    /// Takes the columns in and judges all members.
    ///
    /// # Errors
    /// As [`handbook::evaluation::LevelColumns::judge`], and for JSON that is no sheet.
    pub fn judge(self, sheet: &str) -> Result<LevelColumns, Failure> {
        let sheet: ScoreSheet = from_json("sheet", sheet)?;
        let judged = handbook::evaluation::LevelColumns::judge(&sheet, self.0)?;
        Ok(LevelColumns(judged))
    }
}

/// The levels of very many members, kept as columns.
#[wasm_bindgen]
#[derive(Debug)]
pub struct LevelColumns(handbook::evaluation::LevelColumns);

#[wasm_bindgen]
impl LevelColumns {
    /// Judges all members again, with the same answer.
    #[wasm_bindgen(js_name = judgeAgain)]
    pub fn judge_again(&mut self) {
        self.0.judge_again();
    }

    /// Replaces a member's marks and flags; how many members and groups were judged again.
    ///
    /// # Errors
    /// As [`handbook::evaluation::LevelColumns::set_member`].
    #[wasm_bindgen(js_name = setMember)]
    pub fn set_member(
        &mut self,
        member: u32,
        marks: Vec<u16>,
        flags: u8,
    ) -> Result<Vec<u32>, Failure> {
        let again = self.0.set_member(member, &marks, flags)?;
        Ok(vec![again.members, again.groups])
    }

    /// Where answers start: 0 the level of each member in 8 bits, 1 their scores in 16, 2 five
    /// counts of 32 for every group.
    #[must_use]
    pub fn place(&self, answers: u32) -> *const u8 {
        match answers {
            0 => self.0.levels().as_ptr(),
            1 => self.0.scores().as_ptr().cast(),
            _ => self.0.counts().as_ptr().cast(),
        }
    }
}
