//! The rows taken into a record of organizations, day by day.

use std::collections::HashSet;

use handbook::organization::structure::{Beginning, Change, OrganizationState, Place, Structure};
use handbook::text::spelling_key;
use handbook::{InputCode, InputError, KindId, NaiveDate, OrganizationId};

use super::finding::{Absence, Field, Finding, Findings, Reason, Source};
use super::reform;
use super::rows::{Changes, EventRow, Op, Rows, UnitRow};

/// The day of the reform where nobody gives another.
pub const REFORM_DAY: (i32, u32, u32) = (2025, 7, 1);

/// Codes of one cycle that a finding names.
const CYCLE_SHOWN: usize = 20;

/// Where an act comes from: the row by its number in [`Rows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Unit(usize),
    Event(usize),
    Reform(usize),
    /// The reform ends the level of districts and regroups the provinces.
    Tier,
}

/// Something that happened to a unit: it began, changed or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Act {
    pub(super) place: Place,
    pub(super) on: NaiveDate,
    pub(super) origin: Origin,
}

/// The units through time, with where each fact comes from.
#[derive(Debug)]
pub struct Record<'rows> {
    pub(super) rows: &'rows Rows,
    pub(super) structure: Structure,
    pub(super) acts: Vec<Act>,
    /// The row of each link of the structure, in the order of the links.
    pub(super) link_origins: Vec<Origin>,
    pub(super) findings: Findings,
    pub(super) last_day: Option<NaiveDate>,
    kinds: Kinds,
    ids: Ids,
}

/// Identifiers of units: the code and the first day.
#[derive(Debug, Default)]
struct Ids {
    text: String,
    day: Option<NaiveDate>,
    day_text: String,
}

impl Ids {
    fn of(&mut self, code: &str, on: NaiveDate) -> Result<OrganizationId, InputError> {
        if self.day != Some(on) {
            self.day = Some(on);
            self.day_text = if on == NaiveDate::MIN {
                "@start".to_owned()
            } else {
                format!("@{on}")
            };
        }
        self.text.clear();
        self.text.push_str(code);
        self.text.push_str(&self.day_text);
        OrganizationId::new(&self.text)
    }
}

/// Kinds of units: a level and a word, such as `3:Xã`.
#[derive(Debug, Default)]
pub(super) struct Kinds(Vec<(u8, String, KindId)>);

impl Kinds {
    pub(super) fn get(&mut self, level: u8, word: &str) -> Result<&KindId, InputError> {
        let known = self
            .0
            .iter()
            .position(|(known, name, _)| *known == level && name == word);
        let place = match known {
            Some(place) => place,
            None => {
                let kind = KindId::new(format!("{level}:{word}"))?;
                self.0.push((level, word.to_owned(), kind));
                self.0.len() - 1
            }
        };
        self.0
            .get(place)
            .map(|(_, _, kind)| kind)
            .ok_or_else(|| InputError::new(InputCode::UnknownId, "kind", word))
    }
}

/// The level and the word of a kind.
#[must_use]
pub fn level_and_word(kind: &KindId) -> (u8, &str) {
    let (level, word) = kind.as_str().split_once(':').unwrap_or(("", kind.as_str()));
    (level.parse().unwrap_or_default(), word)
}

/// Why an event does not go through, or not yet; a reason is made of it only when it stays so.
enum Stop {
    Wait,
    NoUnit,
    CodeLives(Place),
    NoParent,
    ParentNotTold,
    LivingBelow,
    NoDays,
    Refused(InputError),
}

/// What else happens on the day of an event.
struct Day<'rows> {
    date: NaiveDate,
    /// Codes of units that begin on the day.
    created: HashSet<&'rows str>,
    waiting: Vec<usize>,
}

/// Takes the rows in: the start, then day by day the events, and the reform at its day, before
/// the events of that day.
///
/// What cannot be taken in is among the findings, everything else goes on.
#[must_use]
pub fn replay(rows: &Rows, reform_on: NaiveDate) -> Record<'_> {
    let created = rows.events.iter().filter(|event| event.op == Op::Create);
    // A new unit of the reform is made of about three old ones.
    let units = rows.units.len() + created.count() + rows.reform.len() / 3;
    let mut record = Record {
        rows,
        structure: Structure::with_capacity(units),
        acts: Vec::with_capacity(units + rows.events.len() + rows.reform.len()),
        link_origins: Vec::with_capacity(rows.reform.len()),
        findings: Findings::default(),
        last_day: None,
        kinds: Kinds::default(),
        ids: Ids::default(),
    };
    record.start();
    let mut order: Vec<usize> = (0..rows.events.len()).collect();
    let date_of = |event: &usize| rows.events.get(*event).map(|event| event.date);
    order.sort_by_key(date_of);
    let mut reform = (!rows.reform.is_empty()).then_some(reform_on);
    for day in order.chunk_by(|left, right| date_of(left) == date_of(right)) {
        let Some(date) = day.first().and_then(date_of) else {
            continue;
        };
        if let Some(on) = reform.take_if(|on| *on <= date) {
            record.reform(on);
        }
        record.day(date, day);
    }
    if let Some(on) = reform {
        record.reform(on);
    }
    record
}

impl<'rows> Record<'rows> {
    /// The units through time.
    #[must_use]
    pub fn structure(&self) -> &Structure {
        &self.structure
    }

    /// What was found while the rows were taken in.
    #[must_use]
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The last day on which something happens; `None` where nothing ever does.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.last_day
    }

    fn reform(&mut self, on: NaiveDate) {
        self.last_day = self.last_day.max(Some(on));
        reform::apply(self, on);
    }

    pub(super) fn begin(
        &mut self,
        (code, level, word, name): (&str, u8, &str, &str),
        parent: Option<Place>,
        on: NaiveDate,
        origin: Origin,
    ) -> Result<Place, InputError> {
        let id = self.ids.of(code, on)?;
        let kind = self.kinds.get(level, word)?;
        let place = self.structure.begin(&Beginning {
            id: &id,
            kind,
            name,
            code: Some(code),
            parent,
            on,
        })?;
        self.acts.push(Act { place, on, origin });
        Ok(place)
    }

    /// Changes what differs from what a unit is.
    pub(super) fn become_other(
        &mut self,
        place: Place,
        (code, level, word, name): (Option<&str>, u8, &str, &str),
        parent: Option<Place>,
        on: NaiveDate,
        origin: Origin,
    ) -> Result<(), InputError> {
        let kind = self.kinds.get(level, word)?;
        let Some(known) = self.structure.last(place) else {
            return Ok(());
        };
        let change = Change {
            kind: (known.kind != kind).then_some(kind),
            name: (known.name != name).then_some(name),
            code: code.filter(|code| known.code != Some(*code)).map(Some),
            parent: (known.parent != parent).then_some(parent),
        };
        if change != Change::default() {
            self.structure.change(place, on, &change)?;
            self.acts.push(Act { place, on, origin });
        }
        Ok(())
    }

    pub(super) fn end(
        &mut self,
        place: Place,
        on: NaiveDate,
        origin: Origin,
    ) -> Result<(), InputError> {
        self.structure.end(place, on)?;
        self.acts.push(Act { place, on, origin });
        Ok(())
    }

    /// The units of the start, parents first, whatever the order of the rows.
    fn start(&mut self) {
        let rows = self.rows;
        let mut by_code = std::collections::HashMap::with_capacity(rows.units.len());
        let mut sound: Vec<(usize, &UnitRow)> = Vec::with_capacity(rows.units.len());
        for (number, unit) in rows.units.iter().enumerate() {
            match by_code.entry(unit.code.as_str()) {
                std::collections::hash_map::Entry::Occupied(earlier) => {
                    let (_, first): (usize, u32) = *earlier.get();
                    self.start_problem(unit, Reason::CodeTwice(first));
                }
                std::collections::hash_map::Entry::Vacant(free) => {
                    free.insert((sound.len(), unit.line));
                    sound.push((number, unit));
                }
            }
        }
        // The place of each unit once it is entered.
        let mut entered: Vec<Option<Place>> = vec![None; sound.len()];
        let mut path: Vec<usize> = Vec::new();
        for first in 0..sound.len() {
            path.clear();
            path.push(first);
            while let Some((number, unit)) = path.last().and_then(|at| sound.get(*at)) {
                let at = path.last().copied().unwrap_or_default();
                if entered.get(at).is_some_and(Option::is_some) {
                    path.pop();
                    continue;
                }
                let above = by_code.get(unit.parent.as_str()).map(|(at, _)| *at);
                let parent = match above {
                    None => {
                        if !unit.parent.is_empty() {
                            self.start_problem(unit, Reason::UnknownParent(unit.parent.clone()));
                        } else if unit.level > 1 {
                            self.start_problem(unit, Reason::ParentNotTold);
                        }
                        None
                    }
                    Some(above) => match entered.get(above).copied().flatten() {
                        Some(place) => Some(place),
                        None if path.contains(&above) => {
                            let codes: Vec<&str> = path
                                .iter()
                                .skip_while(|at| **at != above)
                                .take(CYCLE_SHOWN)
                                .filter_map(|at| sound.get(*at))
                                .map(|(_, unit)| unit.code.as_str())
                                .collect();
                            self.start_problem(unit, Reason::StartCycle(codes.join(" < ")));
                            None
                        }
                        None => {
                            path.push(above);
                            continue;
                        }
                    },
                };
                let told = (unit.code.as_str(), unit.level, &*unit.kind, &*unit.name);
                let outcome = self.begin(told, parent, NaiveDate::MIN, Origin::Unit(*number));
                match (outcome, entered.get_mut(at)) {
                    (Ok(place), Some(entry)) => *entry = Some(place),
                    (Err(error), _) => {
                        self.start_problem(unit, Reason::Refused(error.to_string()));
                    }
                    (Ok(_), None) => {}
                }
                path.pop();
            }
        }
    }

    fn start_problem(&mut self, unit: &UnitRow, reason: Reason) {
        let finding = Finding::new(Source::Units, unit.line, reason);
        self.findings
            .problem(finding.about(&unit.code, &unit.name, None));
    }

    /// The events of one day: one moment, in whatever order they stand.
    fn day(&mut self, date: NaiveDate, events: &[usize]) {
        self.last_day = self.last_day.max(Some(date));
        let rows = self.rows;
        let mut day = Day {
            date,
            created: events
                .iter()
                .filter_map(|event| rows.events.get(*event))
                .filter(|event| event.op == Op::Create)
                .map(|event| event.code.as_str())
                .collect(),
            waiting: events.to_vec(),
        };
        loop {
            let waiting = std::mem::take(&mut day.waiting);
            let before = waiting.len();
            // Kept whole while it is walked: an event asks what else waits.
            day.waiting.clone_from(&waiting);
            for event in waiting {
                if self.attempt(event, Some(&day)).is_ok() {
                    day.waiting.retain(|other| *other != event);
                }
            }
            if day.waiting.len() < before && !day.waiting.is_empty() {
                continue;
            }
            let free = day
                .waiting
                .iter()
                .position(|event| self.attempt(*event, None).is_ok());
            if let Some(free) = free {
                day.waiting.remove(free);
            } else if !self.take_over(&mut day) {
                break;
            }
        }
        for event in day.waiting {
            if let (Err(stop), Some(row)) = (self.attempt(event, None), rows.events.get(event)) {
                let reason = self.reason(stop, row);
                self.event_problem(row, reason);
            }
        }
    }

    /// Tries an event. With the day, an event that another one of the day should precede waits.
    fn attempt(&mut self, number: usize, day: Option<&Day<'_>>) -> Result<(), Stop> {
        let Some(event) = self.rows.events.get(number) else {
            return Ok(());
        };
        let holder = self.structure.holder(&event.code, event.date);
        match (event.op, holder) {
            (Op::Create, Some(living)) => Err(Stop::CodeLives(living)),
            (Op::Create, None) => self.create(number, event, day),
            (Op::Dissolve | Op::Change(_), None) => Err(Stop::NoUnit),
            (Op::Dissolve, Some(place)) => self.dissolve(number, event, place, day),
            (Op::Change(changes), Some(place)) => self.change(number, event, place, changes, day),
        }
    }

    fn above(&self, event: &EventRow, day: Option<&Day<'_>>) -> Result<Option<Place>, Stop> {
        let code = event.after.parent.as_str();
        if code.is_empty() {
            return if event.level > 1 {
                Err(Stop::ParentNotTold)
            } else {
                Ok(None)
            };
        }
        let Some(parent) = self.structure.holder(code, event.date) else {
            return Err(Stop::NoParent);
        };
        // The code passes to another unit on the day: that one is meant.
        if let Some(day) = day
            && day.created.contains(code)
            && self.structure.began(parent) != Some(day.date)
        {
            return Err(Stop::Wait);
        }
        Ok(Some(parent))
    }

    fn create(
        &mut self,
        number: usize,
        event: &EventRow,
        day: Option<&Day<'_>>,
    ) -> Result<(), Stop> {
        let parent = self.above(event, day)?;
        let told = (
            event.code.as_str(),
            event.level,
            event.after.kind.as_str(),
            event.after.name.as_str(),
        );
        self.begin(told, parent, event.date, Origin::Event(number))
            .map(|_| ())
            .map_err(Stop::Refused)
    }

    fn dissolve(
        &mut self,
        number: usize,
        event: &EventRow,
        place: Place,
        day: Option<&Day<'_>>,
    ) -> Result<(), Stop> {
        if self.structure.began(place) == Some(event.date) {
            return Err(Stop::NoDays);
        }
        if self.structure.children(place, event.date).next().is_some() {
            return Err(Stop::LivingBelow);
        }
        let notes = self.compared(number, event, place, day)?;
        self.end(place, event.date, Origin::Event(number))
            .map_err(Stop::Refused)?;
        self.findings.append(notes);
        Ok(())
    }

    fn change(
        &mut self,
        number: usize,
        event: &EventRow,
        place: Place,
        changes: Changes,
        day: Option<&Day<'_>>,
    ) -> Result<(), Stop> {
        let (before, after) = (&event.before, &event.after);
        // What the operation does not name counts only where the line itself changes it.
        let says = |named: bool, before: &str, after: &str| {
            named || (!after.is_empty() && after != before)
        };
        let parent = if says(changes.parent, &before.parent, &after.parent) {
            Some(self.above(event, day)?)
        } else {
            None
        };
        let mut notes = self.compared(number, event, place, day)?;
        let Some(known) = self.structure.last(place) else {
            return Err(Stop::NoUnit);
        };
        let (level, word) = level_and_word(known.kind);
        let named = changes.name || changes.kind;
        let name = Some(after.name.as_str())
            .filter(|name| !name.is_empty() && says(named, &before.name, name))
            .filter(|name| *name != known.name);
        let kind = Some(after.kind.as_str())
            .filter(|kind| !kind.is_empty() && says(changes.kind, &before.kind, kind))
            .filter(|kind| *kind != word);
        let parent = parent.filter(|parent| *parent != known.parent);
        let unnamed = [
            (Field::Name, named, known.name, name),
            (Field::Kind, changes.kind, word, kind),
            (
                Field::Parent,
                changes.parent,
                self.code_of(known.parent),
                parent.map(|_| after.parent.as_str()),
            ),
        ];
        for (field, named, known, becomes) in unnamed {
            if let (false, Some(becomes)) = (named, becomes) {
                let (known, becomes) = (known.to_owned(), becomes.to_owned());
                let reason = Reason::NotInOp {
                    field,
                    known,
                    becomes,
                };
                notes.note(finding(event, reason));
            }
        }
        let change = Change {
            kind: match kind {
                Some(kind) => Some(self.kinds.get(level, kind).map_err(Stop::Refused)?),
                None => None,
            },
            name,
            code: None,
            parent,
        };
        if change != Change::default() {
            self.structure
                .change(place, event.date, &change)
                .map_err(Stop::Refused)?;
            self.acts.push(Act {
                place,
                on: event.date,
                origin: Origin::Event(number),
            });
        }
        self.findings.append(notes);
        Ok(())
    }

    pub(super) fn code_of(&self, place: Option<Place>) -> &str {
        place
            .and_then(|place| self.structure.last(place))
            .and_then(|standing| standing.code)
            .unwrap_or_default()
    }

    /// What the line says of the unit before, beside what the record says.
    fn compared(
        &self,
        number: usize,
        event: &EventRow,
        place: Place,
        day: Option<&Day<'_>>,
    ) -> Result<Findings, Stop> {
        let mut notes = Findings::default();
        let Some(known) = self.structure.last(place) else {
            return Ok(notes);
        };
        let mut other = false;
        let mut note = |reason: Reason| {
            other |= !matches!(reason, Reason::Differs { spelling: true, .. });
            notes.note(finding(event, reason));
        };
        let before = &event.before;
        let said = [&before.name, &before.kind, &before.parent].map(String::as_str);
        self.differences(said, &known, &mut note);
        let (level, _) = level_and_word(known.kind);
        if level != event.level {
            note(Reason::Differs {
                field: Field::Level,
                said: event.level.to_string(),
                known: level.to_string(),
                spelling: false,
            });
        }
        if let (true, Some(day)) = (other, day) {
            let waits = day.waiting.iter().any(|other| {
                let row = self.rows.events.get(*other);
                *other != number && row.is_some_and(|row| row.code == event.code)
            });
            if waits {
                return Err(Stop::Wait);
            }
        }
        Ok(notes)
    }

    /// The name, the word and the code above that a line says of a unit, beside what the record
    /// says; what is empty is not said.
    pub(super) fn differences(
        &self,
        [name, kind, above]: [&str; 3],
        known: &OrganizationState<'_>,
        note: &mut impl FnMut(Reason),
    ) {
        let (_, word) = level_and_word(known.kind);
        let parent = self.code_of(known.parent);
        for (field, said, known) in [
            (Field::Name, name, known.name),
            (Field::Kind, kind, word),
            (Field::Parent, above, parent),
        ] {
            if !said.is_empty() && said != known {
                let spelling = field != Field::Parent && spelling_key(said) == spelling_key(known);
                note(Reason::Differs {
                    field,
                    said: said.to_owned(),
                    known: known.to_owned(),
                    spelling,
                });
            }
        }
    }

    /// A code passes to a new unit on the day, and what stands below the old one and has no event
    /// of its own stays below the code.
    fn take_over(&mut self, day: &mut Day<'_>) -> bool {
        let rows = self.rows;
        let dissolved = day.waiting.iter().copied().find_map(|number| {
            let event = rows.events.get(number)?;
            let old = self.structure.holder(&event.code, day.date)?;
            let free = event.op == Op::Dissolve && self.structure.began(old) != Some(day.date);
            let new = day.waiting.iter().copied().find(|other| {
                let other = rows.events.get(*other);
                other.is_some_and(|other| other.op == Op::Create && other.code == event.code)
            })?;
            free.then_some((number, event, old, new))
        });
        let Some((number, event, old, new)) = dissolved else {
            return false;
        };
        let (acts, findings) = (self.acts.len(), self.findings.clone());
        // The structure itself is put back by hand: the record around it takes part.
        let before = self.structure.clone();
        let outcome = self.hand_over(number, event, old, new);
        if outcome.is_err() {
            self.structure = before;
            self.acts.truncate(acts);
            self.findings = findings;
            return false;
        }
        day.waiting
            .retain(|other| *other != number && *other != new);
        true
    }

    fn hand_over(
        &mut self,
        number: usize,
        event: &EventRow,
        old: Place,
        new: usize,
    ) -> Result<(), Stop> {
        let Some(created) = self.rows.events.get(new) else {
            return Err(Stop::NoUnit);
        };
        let below: Vec<Place> = self.structure.children(old, event.date).collect();
        self.create(new, created, None)?;
        let heir = self.structure.holder(&created.code, event.date);
        for child in &below {
            let change = Change {
                parent: Some(heir),
                ..Change::default()
            };
            self.structure
                .change(*child, event.date, &change)
                .map_err(Stop::Refused)?;
            self.acts.push(Act {
                place: *child,
                on: event.date,
                origin: Origin::Event(new),
            });
        }
        self.findings
            .note(finding(event, Reason::CarriedOver(below.len())));
        self.dissolve(number, event, old, None)
    }

    fn reason(&self, stop: Stop, event: &EventRow) -> Reason {
        match stop {
            Stop::CodeLives(place) => Reason::CodeLives(self.called(place)),
            Stop::NoUnit | Stop::Wait => Reason::NoUnit(self.absence(&event.code, event.date)),
            Stop::NoParent => {
                let absence = self.absence(&event.after.parent, event.date);
                Reason::NoParent(event.after.parent.clone(), absence)
            }
            Stop::ParentNotTold => Reason::ParentNotTold,
            Stop::LivingBelow => {
                let place = self.structure.holder(&event.code, event.date);
                let below: Vec<Place> = place
                    .into_iter()
                    .flat_map(|place| self.structure.children(place, event.date))
                    .collect();
                Reason::LivingBelow {
                    count: below.len(),
                    first: below
                        .first()
                        .map(|place| {
                            format!("{} {}", self.code_of(Some(*place)), self.called(*place))
                        })
                        .unwrap_or_default(),
                }
            }
            Stop::NoDays => Reason::NoDays,
            Stop::Refused(error) if error.code == InputCode::Cycle => {
                // Identifiers are codes with the first day; the codes are what the rows say.
                let ids = error.value.split(" > ");
                let codes: Vec<&str> = ids.filter_map(|id| id.split('@').next()).collect();
                Reason::Cycle(codes.join(" < "))
            }
            Stop::Refused(error) => Reason::Refused(error.to_string()),
        }
    }

    /// The table and the line on which a unit stands first.
    pub(super) fn told_at(&self, place: Place) -> (Source, u32) {
        let act = self.acts.iter().find(|act| act.place == place);
        act.map_or((Source::Units, 0), |act| self.line(act.origin))
    }

    pub(super) fn line(&self, origin: Origin) -> (Source, u32) {
        let rows = self.rows;
        let (source, line) = match origin {
            Origin::Unit(row) => (Source::Units, rows.units.get(row).map(|row| row.line)),
            Origin::Event(row) => (Source::Events, rows.events.get(row).map(|row| row.line)),
            Origin::Reform(row) => (Source::Reform, rows.reform.get(row).map(|row| row.line)),
            Origin::Tier => (Source::Reform, None),
        };
        (source, line.unwrap_or_default())
    }

    pub(super) fn called(&self, place: Place) -> String {
        self.structure
            .last(place)
            .map(|known| known.name.to_owned())
            .unwrap_or_default()
    }

    /// Why nobody has a code on a day.
    #[must_use]
    pub fn absence(&self, code: &str, date: NaiveDate) -> Absence {
        let ended = (0..self.structure.len())
            .filter(|place| self.code_of(Some(*place)) == code)
            .filter_map(|place| self.structure.ended(place))
            .filter(|end| *end <= date)
            .max();
        let later = self
            .rows
            .events
            .iter()
            .filter(|event| event.op == Op::Create && event.code == code && event.date > date)
            .map(|event| event.date)
            .min();
        match (ended, later) {
            (Some(end), _) => Absence::Ended(end),
            (None, Some(begin)) => Absence::NotYet(begin),
            (None, None) => Absence::Unknown,
        }
    }

    fn event_problem(&mut self, event: &EventRow, reason: Reason) {
        self.findings.problem(finding(event, reason));
    }
}

fn finding(event: &EventRow, reason: Reason) -> Finding {
    let name = if event.before.name.is_empty() {
        &event.after.name
    } else {
        &event.before.name
    };
    Finding::new(Source::Events, event.line, reason).about(&event.code, name, Some(event.date))
}
