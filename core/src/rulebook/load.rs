//! Reading a rule book or an overlay, and every check on it.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use thiserror::Error;

use super::book::{
    Holiday, HolidayKind, Instrument, KindRule, Overlay, ParameterEntry, Regime, RuleBook,
    ValueEntry,
};
use super::citation::Sureness;
use super::fingerprint::Fingerprint;
use super::parameter;
use super::sheet::{Sheet, SheetProblem};
use super::value::{ParameterValue, RawValue, Shape};
use crate::compact::{Gather, TextMap, sort_by, sort_by_key};
use crate::error::{AbsenceReason, FailedChecks, HandbookError, InputCode, InputError};
use crate::identifier::{KindId, ParameterId, RuleId, check as check_identifier};
use crate::json::{Readable, from_json, reads, words};

/// Longest name of the body behind an overlay, in bytes of UTF-8.
const BODY_MAX_BYTES: usize = 256;

/// A check that a rule book or an overlay fails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Error)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
pub enum RuleBookProblem {
    /// A parameter that no formula knows.
    #[error("unknown parameter `{parameter}`")]
    UnknownParameter {
        /// The parameter.
        parameter: String,
    },
    /// A parameter that a formula needs and the book lacks.
    #[error("missing parameter `{parameter}`")]
    MissingParameter {
        /// The parameter.
        parameter: String,
    },
    /// A parameter, kind, instrument or holiday given twice.
    #[error("`{id}` is given twice")]
    Duplicate {
        /// What is given twice.
        id: String,
    },
    /// A value that is not of its parameter's shape, outside its limits, or an unknown word.
    #[error("`{parameter}` has a value of the wrong shape or outside its limits from {from}")]
    WrongValue {
        /// The parameter.
        parameter: String,
        /// First day of the value's interval.
        from: NaiveDate,
    },
    /// Neither or both of a value and a reason for its absence.
    #[error("`{parameter}` needs either a value or a reason for its absence from {from}")]
    ValueOrAbsence {
        /// The parameter.
        parameter: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A value without an instrument, or without a word on how sure it is.
    #[error("`{parameter}` has a value without a source from {from}")]
    Unsourced {
        /// The parameter.
        parameter: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A value carried over to an instrument of another chain than its source.
    #[error("`{id}` is carried over to `{instrument}`, which is not of its source's chain")]
    ForeignChain {
        /// The parameter or kind.
        id: String,
        /// The instrument it is carried to.
        instrument: String,
    },
    /// Days without a statement, not even that nothing is known.
    #[error("`{parameter}` says nothing from {from} to {to}")]
    Gap {
        /// The parameter.
        parameter: String,
        /// First day of the gap.
        from: NaiveDate,
        /// Last day of the gap.
        to: NaiveDate,
    },
    /// Two statements for one day.
    #[error("`{id}` has two entries on {date}")]
    Overlap {
        /// The parameter or kind.
        id: String,
        /// First day with two entries.
        date: NaiveDate,
    },
    /// An interval that ends before it starts.
    #[error("`{id}` has an interval that ends before it starts on {from}")]
    DateOrder {
        /// The parameter, kind or instrument.
        id: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A citation of an instrument that the book does not list.
    #[error("`{id}` cites the unknown instrument `{instrument}`")]
    UnknownInstrument {
        /// The parameter or kind.
        id: String,
        /// The instrument cited.
        instrument: String,
    },
    /// A value in force on days when its instrument was not.
    #[error("`{id}` cites `{instrument}` outside the time it was in force, from {from}")]
    OutsideInstrument {
        /// The parameter or kind.
        id: String,
        /// The instrument cited.
        instrument: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A kind under which another may stand, but that no entry describes.
    #[error("`{id}` may stand under the unknown kind `{under}`")]
    UnknownKind {
        /// The kind.
        id: String,
        /// The unknown one.
        under: String,
    },
    /// A sheet that fails a check.
    #[error("the sheet of `{parameter}` from {from} is wrong at `{at}`: {}", problem.english())]
    Sheet {
        /// The parameter or regime.
        parameter: String,
        /// First day of the value's interval.
        from: NaiveDate,
        /// Where in the sheet; empty for the sheet as a whole.
        at: String,
        /// What is wrong.
        problem: SheetProblem,
    },
    /// An overlay that sets a parameter which no body may choose for itself.
    #[error("`{parameter}` is not open to a local choice")]
    NotLocal {
        /// The parameter.
        parameter: String,
    },
}

pub(super) struct RawBook {
    id: String,
    version: String,
    from: NaiveDate,
    to: NaiveDate,
    instruments: Vec<Instrument>,
    parameters: Vec<RawParameter>,
    kinds: Vec<RawKind>,
    holidays: Vec<Holiday>,
    regimes: Vec<RawRegime>,
}

struct RawRegime {
    id: ParameterId,
    rule: RuleId,
    vi: String,
    en: String,
    instrument: String,
    clause: String,
    sureness: Sureness,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    organization: Option<Sheet>,
    leader: Option<Sheet>,
    member: Option<Sheet>,
}

struct RawParameter {
    id: ParameterId,
    rule: RuleId,
    shape: Shape,
    vi: String,
    en: String,
    local: bool,
    values: Vec<RawEntry>,
}

struct RawEntry {
    /// First day, unless it is the instrument's own.
    from: Option<NaiveDate>,
    /// Last day, unless it is the instrument's own.
    to: Option<NaiveDate>,
    value: Option<RawValue>,
    absent: Option<AbsenceReason>,
    /// Where the interval's rule differs from the parameter's.
    rule: Option<RuleId>,
    /// The source; an absence may do without.
    instrument: Option<String>,
    clause: String,
    sureness: Option<Sureness>,
    /// Neighbours in the chain to which the value is carried over, each for its own interval.
    carried: Vec<String>,
}

struct RawKind {
    id: KindId,
    vi: String,
    en: String,
    rule: RuleId,
    grassroots: bool,
    sized: bool,
    cell: bool,
    values: Vec<RawKindEntry>,
}

struct RawKindEntry {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    under: Vec<KindId>,
    /// Where the interval differs from the kind.
    grassroots: Option<bool>,
    rule: Option<RuleId>,
    instrument: String,
    clause: String,
    sureness: Sureness,
    carried: Vec<String>,
}

pub(super) struct RawOverlay {
    id: String,
    body: String,
    parameters: Vec<RawOverlayParameter>,
    holidays: Vec<Holiday>,
}

struct RawOverlayParameter {
    id: ParameterId,
    values: Vec<RawOverlayEntry>,
}

struct RawOverlayEntry {
    from: NaiveDate,
    to: Option<NaiveDate>,
    value: RawValue,
    /// The body's own decision.
    instrument: String,
    clause: String,
}

words! {
    Shape { Count, Fraction, Flag, Choice, Counts, Table, Words, Marks, Sheet }
    HolidayKind { Off, Workday }
}

reads! {
    Instrument { id, chain, signed, from, to, replaces = _, sureness }
    Holiday { date, kind = _, vi }
    RawBook { id, version, from, to, instruments, parameters, kinds, holidays, regimes = _ }
    RawRegime {
        id, rule, vi, en, instrument, clause = _, sureness, from, to, organization, leader, member,
    }
    RawParameter { id, rule, shape, vi, en, local = _, values }
    RawEntry {
        from, to, value, absent, rule, instrument, clause = _, sureness, carried = _,
    }
    RawKind { id, vi, en, rule, grassroots = _, sized = _, cell = _, values }
    RawKindEntry {
        from, to, under, grassroots, rule, instrument, clause = _, sureness, carried = _,
    }
    RawOverlay { id, body, parameters = _, holidays = _ }
    RawOverlayParameter { id, values }
    RawOverlayEntry { from, to, value, instrument, clause = _ }
}

pub(super) fn parse<T: Readable>(json: &str, field: &str) -> Result<T, HandbookError> {
    from_json(field, json)
}

pub(super) fn book(raw: RawBook, fingerprint: Fingerprint) -> Result<RuleBook, HandbookError> {
    let mut problems = Vec::new();
    if raw.to < raw.from {
        problems.push(RuleBookProblem::DateOrder {
            id: raw.id.clone(),
            from: raw.from,
        });
    }
    let instruments = index_instruments(&raw.instruments, &mut problems);

    let mut places = TextMap::new();
    let mut waiting = Vec::with_capacity(raw.parameters.len());
    for parameter in raw.parameters {
        if places.insert(parameter.id.as_str(), waiting.len()) {
            waiting.push(Some(parameter));
        } else {
            problems.push(RuleBookProblem::Duplicate {
                id: parameter.id.into(),
            });
        }
    }
    let mut parameters = Vec::with_capacity(parameter::ALL.len());
    for known in parameter::ALL {
        let found = places
            .place(known.id)
            .and_then(|place| waiting.get_mut(place)?.take());
        let Some(raw_parameter) = found else {
            problems.push(RuleBookProblem::MissingParameter {
                parameter: known.id.to_owned(),
            });
            continue;
        };
        let span = (raw.from, raw.to);
        let entry = check_parameter(raw_parameter, known, span, &instruments, &mut problems);
        check_span(&entry, span, &mut problems);
        parameters.push(entry);
    }
    let mut unknown: Vec<ParameterId> = waiting
        .into_iter()
        .flatten()
        .map(|parameter| parameter.id)
        .gather();
    sort_by(&mut unknown, Ord::cmp);
    problems.extend(
        unknown
            .into_iter()
            .map(|id| RuleBookProblem::UnknownParameter {
                parameter: id.into(),
            }),
    );
    let kinds = check_kinds(raw.kinds, &instruments, &mut problems);
    let holidays = sort_holidays(raw.holidays, &mut problems);
    let regimes = check_regimes(raw.regimes, &instruments, &mut problems);

    if !problems.is_empty() {
        return Err(FailedChecks { problems }.into());
    }
    Ok(RuleBook {
        id: raw.id,
        version: raw.version,
        from: raw.from,
        to: raw.to,
        instruments: raw.instruments,
        parameters,
        kinds,
        holidays,
        regimes,
        overlays: Vec::new(),
        fingerprint,
    })
}

pub(super) fn overlay(book: &RuleBook, raw: RawOverlay) -> Result<RuleBook, HandbookError> {
    check_identifier("overlay.id", &raw.id)?;
    if raw.body.trim().is_empty() {
        return Err(InputError::new(InputCode::Empty, "overlay.body", raw.body).into());
    }
    if raw.body.len() > BODY_MAX_BYTES {
        return Err(
            InputError::new(InputCode::TooLong, "overlay.body", raw.body)
                .with_limit(BODY_MAX_BYTES.to_string())
                .into(),
        );
    }
    let mut problems = Vec::new();
    let mut result = book.clone();
    if book.overlays.iter().any(|known| known.id == raw.id) {
        problems.push(RuleBookProblem::Duplicate { id: raw.id.clone() });
    }
    let mut seen = TextMap::new();
    for change in raw.parameters {
        if !seen.insert(change.id.as_str(), 0) {
            problems.push(RuleBookProblem::Duplicate {
                id: change.id.to_string(),
            });
            continue;
        }
        let Some((known, entry)) = parameter::ALL
            .iter()
            .zip(result.parameters.iter_mut())
            .find(|(known, _)| known.id == change.id.as_str())
        else {
            problems.push(RuleBookProblem::UnknownParameter {
                parameter: change.id.to_string(),
            });
            continue;
        };
        if !entry.local {
            problems.push(RuleBookProblem::NotLocal {
                parameter: change.id.to_string(),
            });
            continue;
        }
        let mut own: Vec<(NaiveDate, Option<NaiveDate>)> = Vec::new();
        for value in change.values {
            if value.to.is_some_and(|to| to < value.from) {
                problems.push(RuleBookProblem::DateOrder {
                    id: change.id.to_string(),
                    from: value.from,
                });
                continue;
            }
            if let Some((from, _)) = own.iter().find(|(from, to)| {
                to.is_none_or(|to| value.from <= to) && value.to.is_none_or(|to| *from <= to)
            }) {
                problems.push(RuleBookProblem::Overlap {
                    id: change.id.to_string(),
                    date: value.from.max(*from),
                });
            }
            own.push((value.from, value.to));
            if value.instrument.trim().is_empty() {
                problems.push(RuleBookProblem::Unsourced {
                    parameter: change.id.to_string(),
                    from: value.from,
                });
            }
            let parsed = ParameterValue::from_raw(value.value, entry.shape)
                .filter(|parsed| (known.accepts)(parsed));
            let Some(parsed) = parsed else {
                problems.push(RuleBookProblem::WrongValue {
                    parameter: change.id.to_string(),
                    from: value.from,
                });
                continue;
            };
            check_sheet(change.id.as_str(), value.from, &parsed, &mut problems);
            lay_over(
                &mut entry.values,
                ValueEntry {
                    from: value.from,
                    to: value.to,
                    value: Some(parsed),
                    absent: None,
                    instrument: value.instrument,
                    clause: value.clause,
                    sureness: Sureness::Chosen,
                    rule: None,
                    overlay: Some(raw.id.clone()),
                },
            );
        }
    }
    let holidays = sort_holidays(raw.holidays, &mut problems);
    for holiday in holidays {
        result.holidays.retain(|known| known.date != holiday.date);
        result.holidays.push(holiday);
    }
    sort_by_key(&mut result.holidays, |holiday| holiday.date);
    if !problems.is_empty() {
        return Err(FailedChecks { problems }.into());
    }
    result.overlays.push(Overlay {
        id: raw.id,
        body: raw.body,
    });
    Ok(result)
}

/// Cuts the new interval out of the existing ones and puts the new entry in its place.
fn lay_over(values: &mut Vec<ValueEntry>, new: ValueEntry) {
    let mut result = Vec::with_capacity(values.len() + 2);
    for old in values.drain(..) {
        let apart =
            old.to.is_some_and(|to| to < new.from) || new.to.is_some_and(|to| to < old.from);
        if apart {
            result.push(old);
            continue;
        }
        if old.from < new.from
            && let Some(before) = new.from.checked_sub_days(Days::new(1))
        {
            result.push(ValueEntry {
                to: Some(before),
                ..old.clone()
            });
        }
        if let Some(end) = new.to
            && old.to.is_none_or(|to| end < to)
            && let Some(after) = end.checked_add_days(Days::new(1))
        {
            result.push(ValueEntry { from: after, ..old });
        }
    }
    result.push(new);
    sort_by_key(&mut result, |value| value.from);
    *values = result;
}

/// The book's instruments by their numbers.
struct Instruments<'raw> {
    all: &'raw [Instrument],
    places: TextMap,
}

impl<'raw> Instruments<'raw> {
    fn get(&self, id: &str) -> Option<&'raw Instrument> {
        self.places.place(id).and_then(|place| self.all.get(place))
    }
}

fn index_instruments<'raw>(
    raw: &'raw [Instrument],
    problems: &mut Vec<RuleBookProblem>,
) -> Instruments<'raw> {
    let mut places = TextMap::new();
    for (place, instrument) in raw.iter().enumerate() {
        if instrument.to.is_some_and(|to| to < instrument.from) {
            problems.push(RuleBookProblem::DateOrder {
                id: instrument.id.clone(),
                from: instrument.from,
            });
        }
        if !places.insert(instrument.id.as_str(), place) {
            problems.push(RuleBookProblem::Duplicate {
                id: instrument.id.clone(),
            });
        }
    }
    for instrument in raw {
        for replaced in &instrument.replaces {
            if !places.contains(replaced.as_str()) {
                problems.push(RuleBookProblem::UnknownInstrument {
                    id: instrument.id.clone(),
                    instrument: replaced.clone(),
                });
            }
        }
    }
    Instruments { all: raw, places }
}

/// Where an interval comes from: the instrument, the clause and how sure it is.
#[derive(Clone)]
struct Source {
    instrument: String,
    clause: String,
    sureness: Sureness,
    from: NaiveDate,
    to: Option<NaiveDate>,
}

/// The source of an entry, and one for each neighbour in the chain to which it is carried over.
///
/// `None` when the instrument is unknown: then there is no interval to speak of.
fn sources(
    id: &str,
    interval: (Option<NaiveDate>, Option<NaiveDate>),
    cited: (String, String, Sureness),
    carried: Vec<String>,
    instruments: &Instruments<'_>,
    problems: &mut Vec<RuleBookProblem>,
) -> Option<Vec<Source>> {
    let (name, clause, sureness) = cited;
    let Some(instrument) = instruments.get(name.as_str()) else {
        problems.push(RuleBookProblem::UnknownInstrument {
            id: id.to_owned(),
            instrument: name,
        });
        return None;
    };
    let from = interval.0.unwrap_or(instrument.from);
    let to = interval.1.or(instrument.to);
    check_interval(id, instrument, (from, to), problems);
    let mut all = Vec::with_capacity(carried.len() + 1);
    for neighbour in carried {
        let Some(other) = instruments.get(neighbour.as_str()) else {
            problems.push(RuleBookProblem::UnknownInstrument {
                id: id.to_owned(),
                instrument: neighbour,
            });
            continue;
        };
        if other.chain.is_none() || other.chain != instrument.chain {
            problems.push(RuleBookProblem::ForeignChain {
                id: id.to_owned(),
                instrument: neighbour,
            });
            continue;
        }
        all.push(Source {
            instrument: neighbour,
            clause: format!("cf. {name} {clause}").trim_end().to_owned(),
            sureness: sureness.max(Sureness::Inferred),
            from: other.from,
            to: other.to,
        });
    }
    all.push(Source {
        instrument: name,
        clause,
        sureness,
        from,
        to,
    });
    Some(all)
}

fn check_interval(
    id: &str,
    instrument: &Instrument,
    (from, to): (NaiveDate, Option<NaiveDate>),
    problems: &mut Vec<RuleBookProblem>,
) {
    if to.is_some_and(|to| to < from) {
        problems.push(RuleBookProblem::DateOrder {
            id: id.to_owned(),
            from,
        });
    }
    let ends_outside = match (instrument.to, to) {
        (Some(end), Some(to)) => to > end,
        _ => false,
    };
    if from < instrument.from || ends_outside {
        problems.push(RuleBookProblem::OutsideInstrument {
            id: id.to_owned(),
            instrument: instrument.id.clone(),
            from,
        });
    }
}

fn check_parameter(
    raw: RawParameter,
    known: &parameter::Known,
    span: (NaiveDate, NaiveDate),
    instruments: &Instruments<'_>,
    problems: &mut Vec<RuleBookProblem>,
) -> ParameterEntry {
    let mut values = Vec::with_capacity(raw.values.len());
    for entry in raw.values {
        match (entry.value, entry.absent) {
            (Some(value), None) => {
                let (Some(instrument), Some(sureness)) = (entry.instrument, entry.sureness) else {
                    problems.push(RuleBookProblem::Unsourced {
                        parameter: raw.id.to_string(),
                        from: entry.from.unwrap_or(span.0),
                    });
                    continue;
                };
                let Some(sources) = sources(
                    raw.id.as_str(),
                    (entry.from, entry.to),
                    (instrument, entry.clause, sureness),
                    entry.carried,
                    instruments,
                    problems,
                ) else {
                    continue;
                };
                let parsed = ParameterValue::from_raw(value, raw.shape)
                    .filter(|value| (known.accepts)(value));
                for source in sources {
                    if let Some(value) = &parsed {
                        check_sheet(raw.id.as_str(), source.from, value, problems);
                    } else {
                        problems.push(RuleBookProblem::WrongValue {
                            parameter: raw.id.to_string(),
                            from: source.from,
                        });
                    }
                    values.push(ValueEntry {
                        from: source.from,
                        to: source.to,
                        value: parsed.clone(),
                        absent: None,
                        instrument: source.instrument,
                        clause: source.clause,
                        sureness: source.sureness,
                        rule: entry.rule.clone(),
                        overlay: None,
                    });
                }
            }
            (None, Some(absent)) => {
                let (from, to) = match &entry.instrument {
                    None => (entry.from.unwrap_or(span.0), entry.to.or(Some(span.1))),
                    Some(name) => match instruments.get(name.as_str()) {
                        Some(instrument) => {
                            let interval = (
                                entry.from.unwrap_or(instrument.from),
                                entry.to.or(instrument.to),
                            );
                            check_interval(raw.id.as_str(), instrument, interval, problems);
                            interval
                        }
                        None => {
                            problems.push(RuleBookProblem::UnknownInstrument {
                                id: raw.id.to_string(),
                                instrument: name.clone(),
                            });
                            continue;
                        }
                    },
                };
                values.push(ValueEntry {
                    from,
                    to,
                    value: None,
                    absent: Some(absent),
                    instrument: entry.instrument.unwrap_or_default(),
                    clause: entry.clause,
                    sureness: entry.sureness.unwrap_or(Sureness::Chosen),
                    rule: entry.rule,
                    overlay: None,
                });
            }
            _ => problems.push(RuleBookProblem::ValueOrAbsence {
                parameter: raw.id.to_string(),
                from: entry.from.unwrap_or(span.0),
            }),
        }
    }
    sort_by_key(&mut values, |value| value.from);
    ParameterEntry {
        id: raw.id,
        rule: raw.rule,
        shape: raw.shape,
        vi: raw.vi,
        en: raw.en,
        local: raw.local,
        values,
    }
}

/// Adds what is wrong with a value that is a sheet.
pub(super) fn check_sheet(
    id: &str,
    from: NaiveDate,
    value: &ParameterValue,
    problems: &mut Vec<RuleBookProblem>,
) {
    if let ParameterValue::Sheet(sheet) = value {
        for finding in sheet.findings(parameter::ALL) {
            problems.push(RuleBookProblem::Sheet {
                parameter: id.to_owned(),
                from,
                at: finding.at,
                problem: finding.problem,
            });
        }
    }
}

fn check_regimes(
    raw: Vec<RawRegime>,
    instruments: &Instruments<'_>,
    problems: &mut Vec<RuleBookProblem>,
) -> Vec<Regime> {
    let mut seen = TextMap::new();
    let mut regimes = Vec::with_capacity(raw.len());
    for regime in raw {
        if !seen.insert(regime.id.as_str(), 0) {
            problems.push(RuleBookProblem::Duplicate {
                id: regime.id.to_string(),
            });
            continue;
        }
        let sources = sources(
            regime.id.as_str(),
            (regime.from, regime.to),
            (regime.instrument, regime.clause, regime.sureness),
            Vec::new(),
            instruments,
            problems,
        );
        let Some(source) = sources.and_then(|mut sources| sources.pop()) else {
            continue;
        };
        let sheets = [regime.organization, regime.leader, regime.member].map(|sheet| {
            let value = ParameterValue::Sheet(Arc::new(sheet?));
            check_sheet(regime.id.as_str(), source.from, &value, problems);
            let source = source.clone();
            Some(ValueEntry {
                from: source.from,
                to: source.to,
                value: Some(value),
                absent: None,
                instrument: source.instrument,
                clause: source.clause,
                sureness: source.sureness,
                rule: None,
                overlay: None,
            })
        });
        regimes.push(Regime {
            entry: ParameterEntry {
                id: regime.id,
                rule: regime.rule,
                shape: Shape::Sheet,
                vi: regime.vi,
                en: regime.en,
                local: false,
                values: Vec::new(),
            },
            sheets,
        });
    }
    regimes
}

/// Every day the book covers needs exactly one entry.
fn check_span(
    entry: &ParameterEntry,
    (first, last): (NaiveDate, NaiveDate),
    problems: &mut Vec<RuleBookProblem>,
) {
    // The first day not yet spoken for; `None` once the calendar or an open end is reached.
    let mut next = Some(first);
    for value in &entry.values {
        if value.to.is_some_and(|to| to < first) || value.from > last {
            continue;
        }
        let start = value.from.max(first);
        match next {
            Some(expected) if start > expected => problems.push(RuleBookProblem::Gap {
                parameter: entry.id.to_string(),
                from: expected,
                to: start.pred_opt().unwrap_or(start),
            }),
            Some(expected) if start == expected => {}
            _ => problems.push(RuleBookProblem::Overlap {
                id: entry.id.to_string(),
                date: start,
            }),
        }
        // An interval inside an earlier one must not open a gap that is none.
        next = match (next, value.to.and_then(|end| end.succ_opt())) {
            (Some(expected), Some(after)) => Some(expected.max(after)),
            _ => None,
        };
    }
    if let Some(expected) = next
        && expected <= last
    {
        problems.push(RuleBookProblem::Gap {
            parameter: entry.id.to_string(),
            from: expected,
            to: last,
        });
    }
}

fn check_kinds(
    raw: Vec<RawKind>,
    instruments: &Instruments<'_>,
    problems: &mut Vec<RuleBookProblem>,
) -> Vec<KindRule> {
    let mut known = TextMap::new();
    for kind in &raw {
        known.insert(kind.id.as_str(), 0);
    }
    let mut seen = TextMap::new();
    let mut rules = Vec::with_capacity(raw.len() * 4);
    for kind in raw {
        if !seen.insert(kind.id.as_str(), 0) {
            problems.push(RuleBookProblem::Duplicate {
                id: kind.id.to_string(),
            });
            continue;
        }
        let start = rules.len();
        for entry in kind.values {
            for under in entry
                .under
                .iter()
                .filter(|under| !known.contains(under.as_str()))
            {
                problems.push(RuleBookProblem::UnknownKind {
                    id: kind.id.to_string(),
                    under: under.to_string(),
                });
            }
            let sources = sources(
                kind.id.as_str(),
                (entry.from, entry.to),
                (entry.instrument, entry.clause, entry.sureness),
                entry.carried,
                instruments,
                problems,
            );
            for source in sources.into_iter().flatten() {
                rules.push(KindRule {
                    id: kind.id.clone(),
                    vi: kind.vi.clone(),
                    en: kind.en.clone(),
                    from: source.from,
                    to: source.to,
                    under: entry.under.clone(),
                    grassroots: entry.grassroots.unwrap_or(kind.grassroots),
                    sized: kind.sized,
                    cell: kind.cell,
                    rule: entry.rule.clone().unwrap_or_else(|| kind.rule.clone()),
                    instrument: source.instrument,
                    clause: source.clause,
                    sureness: source.sureness,
                });
            }
        }
        let intervals = rules.get_mut(start..).unwrap_or_default();
        sort_by_key(intervals, |rule| rule.from);
        for pair in intervals.windows(2) {
            if let [earlier, later] = pair
                && earlier.to.is_none_or(|to| later.from <= to)
            {
                problems.push(RuleBookProblem::Overlap {
                    id: later.id.to_string(),
                    date: later.from,
                });
            }
        }
    }
    rules
}

fn sort_holidays(mut holidays: Vec<Holiday>, problems: &mut Vec<RuleBookProblem>) -> Vec<Holiday> {
    sort_by_key(&mut holidays, |holiday| holiday.date);
    for pair in holidays.windows(2) {
        if let [first, second] = pair
            && first.date == second.date
        {
            problems.push(RuleBookProblem::Duplicate {
                id: second.date.to_string(),
            });
        }
    }
    holidays
}
