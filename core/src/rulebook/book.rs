//! The book: parsed data that passed its checks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::citation::{Citation, Sureness};
use super::fingerprint::Fingerprint;
use super::load::{self, RawBook, RawOverlay};
use super::parameter;
use super::rules::Rules;
use super::value::{ParameterValue, Shape};
use crate::error::{AbsenceReason, HandbookError, OutsideRuleBook};
use crate::identifier::{KindId, ParameterId, RuleId};

/// The rules this crate ships.
const VIETNAM: &str = include_str!("../../rules/vietnam.json");

/// A text that rules come from, with the time it was in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Instrument {
    /// Its number, such as `294-QĐ/TW`.
    pub id: String,
    /// The chain of instruments it belongs to: `A` Charter implementation, `B` inspection,
    /// `C` violations, `D` evaluation, `E` cell meetings, `F` dues, `G` elections; absent for
    /// one that stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
    /// The day it was signed, where known.
    #[serde(
        default,
        deserialize_with = "crate::wire::optional_day",
        skip_serializing_if = "Option::is_none"
    )]
    pub signed: Option<NaiveDate>,
    /// First day in force.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// Last day in force; absent when the book knows no end.
    #[serde(
        default,
        deserialize_with = "crate::wire::optional_day",
        skip_serializing_if = "Option::is_none"
    )]
    pub to: Option<NaiveDate>,
    /// What it replaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<String>,
    /// How sure the interval is.
    pub sureness: Sureness,
}

/// What the book says of a kind of organization in one interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KindRule {
    /// The kind, such as `chi_bo_co_so`.
    pub id: KindId,
    /// Its Vietnamese name.
    pub vi: String,
    /// Its English name.
    pub en: String,
    /// First day on which the kind exists.
    pub from: NaiveDate,
    /// Last day; absent when the book knows no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The kinds it may stand directly under; empty for a root.
    pub under: Vec<KindId>,
    /// Whether it is a grassroots organization (tổ chức cơ sở đảng).
    pub grassroots: bool,
    /// Whether its size decides between it and another kind (ORG-11).
    pub sized: bool,
    /// Whether members belong to it directly: a cell (chi bộ).
    pub cell: bool,
    /// The rule of the catalogue.
    pub rule: RuleId,
    /// The instrument.
    pub instrument: String,
    /// The clause; empty where it is not known, `cf.` where it is that of a neighbouring
    /// instrument.
    pub clause: String,
    /// How sure the source is.
    pub sureness: Sureness,
}

impl KindRule {
    /// Whether the kind exists on a day.
    #[must_use]
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }

    /// Where the kind's rule comes from.
    #[must_use]
    pub fn citation(&self) -> Citation {
        Citation {
            instrument: self.instrument.clone(),
            clause: self.clause.clone(),
            from: self.from,
            to: self.to,
            sureness: self.sureness,
            overlay: None,
        }
    }
}

/// What a day of the holiday list is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HolidayKind {
    /// A public holiday or a day off in its place.
    #[default]
    Off,
    /// A weekend day declared a working day.
    Workday,
}

/// A day that differs from the weekly pattern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub date: NaiveDate,
    /// Day off or working weekend day; a day off when the book does not say.
    #[serde(default)]
    pub kind: HolidayKind,
    /// Its Vietnamese name.
    pub vi: String,
}

/// A body's own choices laid over the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overlay {
    /// Its identifier; shown in every citation that it set.
    pub id: String,
    /// The body that chose.
    pub body: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ValueEntry {
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
    pub(super) value: Option<ParameterValue>,
    pub(super) absent: Option<AbsenceReason>,
    pub(super) instrument: String,
    pub(super) clause: String,
    pub(super) sureness: Sureness,
    /// Where the interval's rule differs from the parameter's.
    pub(super) rule: Option<RuleId>,
    pub(super) overlay: Option<String>,
}

impl ValueEntry {
    pub(super) fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }

    pub(super) fn citation(&self) -> Citation {
        Citation {
            instrument: self.instrument.clone(),
            clause: self.clause.clone(),
            from: self.from,
            to: self.to,
            sureness: self.sureness,
            overlay: self.overlay.clone(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ParameterEntry {
    pub(super) id: ParameterId,
    pub(super) rule: RuleId,
    pub(super) shape: Shape,
    pub(super) vi: String,
    pub(super) en: String,
    /// Whether a body may choose its own value in an overlay.
    pub(super) local: bool,
    pub(super) values: Vec<ValueEntry>,
}

/// A historic regime of evaluation, as far as it was read: named in a question, never in force by
/// the day alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regime {
    pub(super) entry: ParameterEntry,
    /// Of organizations, leaders and other members.
    pub(super) sheets: [Option<ValueEntry>; 3],
}

impl Regime {
    /// Its identifier, such as `27-HD/BTCTW`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.entry.id.as_str()
    }

    /// Vietnamese and English name.
    #[must_use]
    pub fn label(&self) -> (&str, &str) {
        (&self.entry.vi, &self.entry.en)
    }
}

/// Every rule the library knows, with the time it was in force.
///
/// ```
/// use handbook::{RuleBook, date, rulebook::parameter};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let committee_from = rules.get(parameter::CELL_COMMITTEE_FROM)?;
/// assert_eq!(committee_from.value, 9);
/// assert_eq!(committee_from.citation().instrument, "294-QĐ/TW");
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleBook {
    pub(super) id: String,
    pub(super) version: String,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) instruments: Vec<Instrument>,
    /// In the order of [`parameter::ALL`].
    pub(super) parameters: Vec<ParameterEntry>,
    pub(super) kinds: Vec<KindRule>,
    pub(super) holidays: Vec<Holiday>,
    pub(super) regimes: Vec<Regime>,
    pub(super) overlays: Vec<Overlay>,
    pub(super) fingerprint: Fingerprint,
}

impl RuleBook {
    /// The rules of the Party in Viet Nam for the years 2021 to 2026, as far as they were read.
    #[must_use]
    pub fn vietnam() -> Self {
        match Self::from_json(VIETNAM) {
            Ok(book) => book,
            // The embedded file is checked by this crate's tests. No word of the error: writing
            // it out would put the debug form of every error into each binding.
            Err(_) => unreachable!("the embedded rule book passes its checks"),
        }
    }

    /// Reads a rule book and runs every check on it.
    ///
    /// # Errors
    /// [`HandbookError::RuleBook`] with every failed check: unknown or missing parameters, gaps
    /// and overlaps of intervals, values of the wrong shape, unknown instruments, values outside
    /// the time their instrument was in force, unknown kinds.
    pub fn from_json(json: &str) -> Result<Self, HandbookError> {
        let raw: RawBook = load::parse(json, "ruleBook")?;
        load::book(raw, Fingerprint::default().with(json))
    }

    /// The same book with a body's own choices laid over it. Only parameters that the book
    /// declares open to a local choice can be set; the choice shows in every citation.
    ///
    /// # Errors
    /// [`HandbookError::RuleBook`] with every failed check; [`HandbookError::Input`] for text
    /// that is not JSON of the expected shape.
    pub fn with_overlay(&self, json: &str) -> Result<Self, HandbookError> {
        let raw: RawOverlay = load::parse(json, "overlay")?;
        let mut book = load::overlay(self, raw)?;
        book.fingerprint = self.fingerprint.with(json);
        Ok(book)
    }

    /// The rules in force on a day.
    ///
    /// # Errors
    /// [`HandbookError::OutsideRuleBook`] for a day that the book does not cover.
    pub fn on(&self, date: NaiveDate) -> Result<Rules<'_>, HandbookError> {
        if date < self.from || date > self.to {
            return Err(OutsideRuleBook {
                date,
                rule_book: self.id.clone(),
                from: self.from,
                to: self.to,
            }
            .into());
        }
        Ok(Rules { book: self, date })
    }

    /// The book's identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The book's version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// 32 hexadecimal digits that stand for the text of the book and of each overlay, in the order
    /// they were laid: the same text gives the same digits on every platform, another text almost
    /// surely others. White space between the parts of the JSON does not count. It tells rule sets
    /// apart that share a version; it is no protection against somebody who wants two to look
    /// alike.
    ///
    /// ```
    /// use handbook::RuleBook;
    ///
    /// let book = RuleBook::vietnam();
    /// assert_eq!(book.fingerprint().len(), 32);
    /// let overlay = r#"{"id": "xa-a", "body": "Đảng ủy xã A"}"#;
    /// assert_ne!(book.with_overlay(overlay)?.fingerprint(), book.fingerprint());
    /// # Ok::<(), handbook::HandbookError>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> String {
        self.fingerprint.digits()
    }

    /// First and last day covered.
    #[must_use]
    pub fn covers(&self) -> (NaiveDate, NaiveDate) {
        (self.from, self.to)
    }

    /// Every instrument, in the book's order.
    #[must_use]
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
    }

    /// Every kind of organization with its interval.
    #[must_use]
    pub fn kinds(&self) -> &[KindRule] {
        &self.kinds
    }

    /// Every day that differs from the weekly pattern, in order.
    #[must_use]
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// The historic regimes of evaluation that a question may name, in the book's order.
    #[must_use]
    pub fn regimes(&self) -> &[Regime] {
        &self.regimes
    }

    /// The overlays in use, in the order they were laid.
    #[must_use]
    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    /// The Vietnamese and English label of a parameter: the name of what a ground measures.
    #[must_use]
    pub fn label(&self, id: &ParameterId) -> Option<(&str, &str)> {
        let entry = self.named(id)?;
        Some((&entry.vi, &entry.en))
    }

    /// The Vietnamese and English name of a sheet that a parameter holds at any time.
    pub(crate) fn sheet_name(&self, id: &ParameterId, sheet: &str) -> Option<(&str, &str)> {
        let mut values = self.named(id)?.values.iter();
        values.find_map(|known| match &known.value {
            Some(ParameterValue::Sheet(known)) if known.id == sheet => {
                Some((known.vi.as_str(), known.en.as_str()))
            }
            _ => None,
        })
    }

    fn named(&self, id: &ParameterId) -> Option<&ParameterEntry> {
        let regimes = self.regimes.iter().map(|regime| &regime.entry);
        let mut entries = self.parameters.iter().chain(regimes);
        entries.find(|entry| entry.id == *id)
    }

    #[expect(
        clippy::indexing_slicing,
        reason = "loading refuses a book that misses a parameter"
    )]
    pub(super) fn entry(&self, slot: u16) -> &ParameterEntry {
        debug_assert_eq!(self.parameters.len(), parameter::ALL.len());
        &self.parameters[usize::from(slot)]
    }
}
