//! Organizations through time: name, kind, code, parent and status of each are dated facts.

use chrono::NaiveDate;

use super::lineage::{Link, Share};
use crate::compact::TextMap;
use crate::error::{InputCode, InputError};
use crate::identifier::{KindId, OrganizationId};

/// The place of an organization: its number in the order of entry, from 0.
pub type Place = usize;

/// No organization, no entry.
const NONE: u32 = u32::MAX;

/// The day that stands for "has not ended".
const OPEN: NaiveDate = NaiveDate::MAX;

/// Members of a cycle that an error names.
const CYCLE_SHOWN: usize = 20;

/// A piece of the structure's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    from: u32,
    length: u32,
}

const NO_TEXT: Piece = Piece {
    from: NONE,
    length: 0,
};

/// What an organization is from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stage {
    from: NaiveDate,
    parent: u32,
    kind: u32,
    name: Piece,
    code: Piece,
}

/// An organization with everything it was.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Unit {
    id: OrganizationId,
    /// First day without it.
    until: NaiveDate,
    /// What it is now and was before; never empty, by date.
    first: Stage,
    later: Vec<Stage>,
    first_child: u32,
    last_child: u32,
    /// The entry in the list of the parent, and in the list of the code.
    entry: u32,
    holding: u32,
    /// The newest link to what came after it, and to what came before.
    successors: u32,
    predecessors: u32,
}

impl Unit {
    fn last(&self) -> &Stage {
        self.later.last().unwrap_or(&self.first)
    }

    fn last_mut(&mut self) -> &mut Stage {
        self.later.last_mut().unwrap_or(&mut self.first)
    }

    fn nth(&self, number: usize) -> Option<&Stage> {
        match number.checked_sub(1) {
            None => Some(&self.first),
            Some(later) => self.later.get(later),
        }
    }

    fn stage(&self, date: NaiveDate) -> &Stage {
        let number = self.later.partition_point(|stage| stage.from <= date);
        self.nth(number).unwrap_or(&self.first)
    }

    fn lives(&self, date: NaiveDate) -> bool {
        self.first.from <= date && date < self.until
    }
}

/// An organization below another for an interval; the entries of one parent form a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Child {
    unit: u32,
    from: NaiveDate,
    until: NaiveDate,
    next: u32,
}

/// Who has a code for an interval; the entries of one code form a list, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Holder {
    unit: u32,
    from: NaiveDate,
    until: NaiveDate,
    before: u32,
}

/// A link with its neighbours in the lists of both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LinkEntry {
    link: Link,
    next_of_from: u32,
    next_of_to: u32,
}

/// What was there before the acts of one decision, to put it back.
#[derive(Debug, Clone)]
enum Before {
    Unit(u32, Box<Unit>),
    Child(u32, Child),
    Holder(u32, Holder),
    CodeHead(u32, u32),
}

/// How far the lists reached when the acts of one decision began.
#[derive(Debug, Clone, Copy)]
struct Mark {
    units: usize,
    children: usize,
    holders: usize,
    links: usize,
    roots: usize,
    texts: usize,
}

/// An organization that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning<'a> {
    /// Its identifier, new to the structure.
    pub id: &'a OrganizationId,
    /// Its kind.
    pub kind: &'a KindId,
    /// Its name.
    pub name: &'a str,
    /// Its code, where it has one. A code is not an identity.
    pub code: Option<&'a str>,
    /// The organization directly above.
    pub parent: Option<Place>,
    /// First day.
    pub on: NaiveDate,
}

/// What changes of an organization; `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change<'a> {
    /// The new kind.
    pub kind: Option<&'a KindId>,
    /// The new name.
    pub name: Option<&'a str>,
    /// The new code, or none any more.
    pub code: Option<Option<&'a str>>,
    /// The new organization directly above, or none any more.
    pub parent: Option<Option<Place>>,
}

/// What an organization is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrganizationState<'a> {
    /// Its identifier.
    pub id: &'a OrganizationId,
    /// Its kind.
    pub kind: &'a KindId,
    /// Its name.
    pub name: &'a str,
    /// Its code.
    pub code: Option<&'a str>,
    /// The organization directly above.
    pub parent: Option<Place>,
}

/// Organizations through time. Nothing is copied per date: an organization is a list of its
/// changes, and who stands below it a list of intervals.
///
/// Every change of an organization is dated on or after its last one, so that what was true on
/// a day stays what it was when later facts are added. An organization has at most one parent on
/// a day, the parent is there as long as it is, and nothing stands above itself.
///
/// ```
/// use handbook::organization::structure::{Beginning, Change, Structure};
/// use handbook::{KindId, OrganizationId, date};
///
/// let (commune, cell) = (KindId::new("dang_bo_xa")?, KindId::new("chi_bo")?);
/// let (yen_mo, thon_1) = (OrganizationId::new("yen-mo")?, OrganizationId::new("thon-1")?);
/// let mut structure = Structure::new();
/// let above = structure.begin(&Beginning {
///     id: &yen_mo, kind: &commune, name: "Yên Mô", code: Some("14701"), parent: None,
///     on: date(2021, 1, 1)?,
/// })?;
/// let below = structure.begin(&Beginning {
///     id: &thon_1, kind: &cell, name: "Thôn 1", code: None, parent: Some(above),
///     on: date(2021, 1, 1)?,
/// })?;
/// structure.change(below, date(2023, 5, 1)?, &Change { name: Some("Thôn Một"), ..Change::default() })?;
/// assert_eq!(structure.on(below, date(2023, 4, 30)?).map(|cell| cell.name), Some("Thôn 1"));
/// assert_eq!(structure.on(below, date(2023, 5, 1)?).map(|cell| cell.name), Some("Thôn Một"));
/// assert_eq!(structure.subtree(above, date(2023, 1, 1)?), [above, below]);
/// # Ok::<(), handbook::InputError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Structure {
    units: Vec<Unit>,
    places: TextMap,
    kinds: Vec<KindId>,
    texts: String,
    children: Vec<Child>,
    roots: Vec<u32>,
    codes: TextMap,
    newest_holders: Vec<u32>,
    holders: Vec<Holder>,
    links: Vec<LinkEntry>,
    /// While the acts of one decision are taken in: what was there before them.
    open: Option<Vec<Before>>,
}

impl PartialEq for Structure {
    fn eq(&self, other: &Self) -> bool {
        // Texts and codes follow from what refers to them; a taken-back act may leave an entry.
        self.units.len() == other.units.len()
            && (0..self.units.len()).all(|place| self.same(other, place))
            && self.links == other.links
    }
}

impl Eq for Structure {}

fn index(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

fn short(place: usize) -> Result<u32, InputError> {
    u32::try_from(place)
        .ok()
        .filter(|short| *short < NONE)
        .ok_or_else(|| InputError::new(InputCode::TooLong, "organizations", place))
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}

impl Structure {
    /// No organizations yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No organizations yet, with room for as many as are expected.
    #[must_use]
    pub fn with_capacity(organizations: usize) -> Self {
        Self {
            units: Vec::with_capacity(organizations),
            children: Vec::with_capacity(organizations),
            holders: Vec::with_capacity(organizations),
            ..Self::default()
        }
    }

    /// How many organizations there are and ever were.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there never was one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Where an organization is, also one that has ended.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<Place> {
        self.places.place(id)
    }

    /// Who had a code on a day. A code is not an identity: it may pass to another organization.
    #[must_use]
    pub fn holder(&self, code: &str, date: NaiveDate) -> Option<Place> {
        let mut next = self
            .newest_holders
            .get(self.codes.place(code)?)
            .copied()
            .unwrap_or(NONE);
        while let Some(holder) = self.holders.get(index(next)) {
            if holder.from <= date && date < holder.until {
                return Some(index(holder.unit));
            }
            next = holder.before;
        }
        None
    }

    fn unit(&self, place: Place) -> Result<&Unit, InputError> {
        self.units
            .get(place)
            .ok_or_else(|| InputError::new(InputCode::UnknownId, "organization", place))
    }

    /// The identifier of an organization.
    #[must_use]
    pub fn id(&self, place: Place) -> Option<&OrganizationId> {
        self.units.get(place).map(|unit| &unit.id)
    }

    /// The first day of an organization.
    #[must_use]
    pub fn began(&self, place: Place) -> Option<NaiveDate> {
        self.units.get(place).map(|unit| unit.first.from)
    }

    /// The first day without an organization; `None` while it has not ended.
    #[must_use]
    pub fn ended(&self, place: Place) -> Option<NaiveDate> {
        self.units
            .get(place)
            .map(|unit| unit.until)
            .filter(|until| *until != OPEN)
    }

    /// The day of the last change of an organization that is recorded.
    #[must_use]
    pub fn last_change(&self, place: Place) -> Option<NaiveDate> {
        let unit = self.units.get(place)?;
        Some(if unit.until == OPEN {
            unit.last().from
        } else {
            unit.until
        })
    }

    /// Whether an organization is there on a day.
    #[must_use]
    pub fn lives(&self, place: Place, date: NaiveDate) -> bool {
        self.units.get(place).is_some_and(|unit| unit.lives(date))
    }

    /// What an organization is on a day; `None` before it began and after it ended.
    #[must_use]
    pub fn on(&self, place: Place, date: NaiveDate) -> Option<OrganizationState<'_>> {
        let unit = self.units.get(place)?;
        unit.lives(date)
            .then(|| self.told(unit, unit.stage(date)))
            .flatten()
    }

    /// What an organization was last, or is.
    #[must_use]
    pub fn last(&self, place: Place) -> Option<OrganizationState<'_>> {
        let unit = self.units.get(place)?;
        self.told(unit, unit.last())
    }

    /// Every stage of an organization: the day it starts, and what the organization was then.
    pub fn stages(&self, place: Place) -> impl Iterator<Item = (NaiveDate, OrganizationState<'_>)> {
        self.units.get(place).into_iter().flat_map(move |unit| {
            std::iter::once(&unit.first)
                .chain(&unit.later)
                .filter_map(move |stage| Some((stage.from, self.told(unit, stage)?)))
        })
    }

    fn told<'a>(&'a self, unit: &'a Unit, stage: &Stage) -> Option<OrganizationState<'a>> {
        Some(OrganizationState {
            id: &unit.id,
            kind: self.kinds.get(index(stage.kind))?,
            name: self.text(stage.name)?,
            code: self.text(stage.code),
            parent: (stage.parent != NONE).then(|| index(stage.parent)),
        })
    }

    fn text(&self, piece: Piece) -> Option<&str> {
        let from = index(piece.from);
        self.texts.get(from..from.checked_add(index(piece.length))?)
    }

    /// The organization directly above on a day.
    #[must_use]
    pub fn parent(&self, place: Place, date: NaiveDate) -> Option<Place> {
        let unit = self.units.get(place).filter(|unit| unit.lives(date))?;
        let parent = unit.stage(date).parent;
        (parent != NONE).then(|| index(parent))
    }

    /// The organizations above on a day, the nearest first.
    pub fn ancestors(&self, place: Place, date: NaiveDate) -> impl Iterator<Item = Place> {
        std::iter::successors(self.parent(place, date), move |above| {
            self.parent(*above, date)
        })
    }

    /// The organizations directly below on a day, in the order in which they came.
    pub fn children(&self, place: Place, date: NaiveDate) -> impl Iterator<Item = Place> {
        let first = self.units.get(place).map_or(NONE, |unit| unit.first_child);
        std::iter::successors(self.children.get(index(first)), |child| {
            self.children.get(index(child.next))
        })
        .filter(move |child| child.from <= date && date < child.until)
        .map(|child| index(child.unit))
    }

    /// The organizations without a parent on a day, in the order in which they came.
    pub fn roots(&self, date: NaiveDate) -> impl Iterator<Item = Place> {
        self.roots
            .iter()
            .map(|root| index(*root))
            .filter(move |root| self.lives(*root, date) && self.parent(*root, date).is_none())
    }

    /// An organization and everything below it on a day, parents before children; empty where
    /// it is not there.
    #[must_use]
    pub fn subtree(&self, root: Place, date: NaiveDate) -> Vec<Place> {
        let mut result = Vec::new();
        if self.lives(root, date) {
            result.push(root);
        }
        let mut next = 0;
        while let Some(place) = result.get(next).copied() {
            next += 1;
            result.extend(self.children(place, date));
        }
        result
    }

    /// Everything that was an organization or below it on some day of an interval, the
    /// organization first.
    #[must_use]
    pub fn subtree_between(&self, root: Place, first: NaiveDate, last: NaiveDate) -> Vec<Place> {
        let mut result = vec![root];
        let mut next = 0;
        while let Some(place) = result.get(next).copied() {
            next += 1;
            let head = self.units.get(place).map_or(NONE, |unit| unit.first_child);
            let children = std::iter::successors(self.children.get(index(head)), |child| {
                self.children.get(index(child.next))
            });
            for child in children {
                let unit = index(child.unit);
                // Only one that changed can stand below several in the interval.
                let changed = self
                    .units
                    .get(unit)
                    .is_some_and(|unit| !unit.later.is_empty());
                if child.from <= last && first < child.until && !(changed && result.contains(&unit))
                {
                    result.push(unit);
                }
            }
        }
        result
    }

    /// Whether an organization is another or stands below it on a day.
    #[must_use]
    pub fn is_within(&self, place: Place, root: Place, date: NaiveDate) -> bool {
        self.lives(place, date)
            && (place == root || self.ancestors(place, date).any(|above| above == root))
    }

    /// The links from an organization to what came after it, the newest first.
    pub fn successors(&self, place: Place) -> impl Iterator<Item = &Link> {
        let first = self.units.get(place).map_or(NONE, |unit| unit.successors);
        std::iter::successors(self.links.get(index(first)), |entry| {
            self.links.get(index(entry.next_of_from))
        })
        .map(|entry| &entry.link)
    }

    /// The links to an organization from what came before it, the newest first.
    pub fn predecessors(&self, place: Place) -> impl Iterator<Item = &Link> {
        let first = self.units.get(place).map_or(NONE, |unit| unit.predecessors);
        std::iter::successors(self.links.get(index(first)), |entry| {
            self.links.get(index(entry.next_of_to))
        })
        .map(|entry| &entry.link)
    }

    /// How many links there are.
    #[must_use]
    pub fn link_count(&self) -> usize {
        self.links.len()
    }

    /// Every link, in the order in which they came.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.links.iter().map(|entry| &entry.link)
    }

    /// Bytes that the structure holds, without what the allocator adds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let later: usize = self.units.iter().map(|unit| unit.later.capacity()).sum();
        let ids: usize = self.units.iter().map(|unit| unit.id.as_str().len()).sum();
        self.units.capacity() * size_of::<Unit>()
            + later * size_of::<Stage>()
            + ids
            + self.texts.capacity()
            + self.children.capacity() * size_of::<Child>()
            + self.roots.capacity() * size_of::<u32>()
            + self.newest_holders.capacity() * size_of::<u32>()
            + self.holders.capacity() * size_of::<Holder>()
            + self.links.capacity() * size_of::<LinkEntry>()
            + self.places.bytes()
            + self.codes.bytes()
    }

    /// Enters an organization.
    ///
    /// # Errors
    /// [`InputError`]: `duplicate` for an identifier that is known, `dateOrder` where the parent
    /// is not there from the day on. The structure stays as it was.
    pub fn begin(&mut self, new: &Beginning<'_>) -> Result<Place, InputError> {
        let place = self.units.len();
        let unit = short(place)?;
        if self.places.contains(new.id.as_str()) {
            return Err(InputError::new(InputCode::Duplicate, "id", new.id));
        }
        if let Some(parent) = new.parent {
            self.stands("parent", parent, new.on)?;
        }
        let kind = self.kind(new.kind);
        let name = self.keep(new.name)?;
        let code = self.keep_optional(new.code)?;
        let stage = Stage {
            from: new.on,
            parent: new.parent.map_or(NONE, number),
            kind,
            name,
            code,
        };
        self.places.insert(new.id.as_str(), place);
        self.units.push(Unit {
            id: new.id.clone(),
            until: OPEN,
            first: stage,
            later: Vec::new(),
            first_child: NONE,
            last_child: NONE,
            entry: NONE,
            holding: NONE,
            successors: NONE,
            predecessors: NONE,
        });
        match new.parent {
            Some(parent) => self.adopt(parent, unit, new.on),
            None => self.roots.push(unit),
        }
        if let Some(code) = new.code {
            self.hold(code, unit, new.on);
        }
        Ok(place)
    }

    /// Changes an organization from a day on; its subtree stays below it.
    ///
    /// # Errors
    /// [`InputError`]: `dateOrder` before the organization's last change or after its end, and
    /// where the new parent is not there from the day on; `cycle` naming who would stand above
    /// whom. The structure stays as it was.
    pub fn change(
        &mut self,
        place: Place,
        on: NaiveDate,
        change: &Change<'_>,
    ) -> Result<(), InputError> {
        let known = self.unit(place)?;
        self.follows(known, on)?;
        let last = *known.last();
        if let Some(Some(parent)) = change.parent {
            self.stands("parent", parent, on)?;
            self.no_cycle(place, parent, on)?;
        }
        let unit = short(place)?;
        let mut stage = Stage { from: on, ..last };
        if let Some(kind) = change.kind {
            stage.kind = self.kind(kind);
        }
        if let Some(name) = change.name {
            stage.name = self.keep(name)?;
        }
        if let Some(code) = change.code {
            stage.code = self.keep_optional(code)?;
        }
        if let Some(parent) = change.parent {
            stage.parent = parent.map_or(NONE, number);
        }
        self.remember_unit(unit);
        if let Some(known) = self.units.get_mut(place) {
            if last.from == on {
                *known.last_mut() = stage;
            } else {
                if known.later.is_empty() {
                    // Most organizations change once or never.
                    known.later.reserve_exact(1);
                }
                known.later.push(stage);
            }
        }
        if stage.parent != last.parent {
            self.leave(unit, on);
            if stage.parent == NONE {
                if let Some(known) = self.units.get_mut(place) {
                    known.entry = NONE;
                }
                if !self.roots.contains(&unit) {
                    self.roots.push(unit);
                }
            } else {
                self.adopt(index(stage.parent), unit, on);
            }
        }
        if let Some(code) = change.code {
            self.release(unit, on);
            if let Some(code) = code {
                self.hold(code, unit, on);
            }
        }
        Ok(())
    }

    /// Ends an organization: `on` is the first day without it.
    ///
    /// # Errors
    /// [`InputError`]: `dateOrder` before its last change and after its end; `contradiction`
    /// naming an organization that would still stand below it.
    pub fn end(&mut self, place: Place, on: NaiveDate) -> Result<(), InputError> {
        let known = self.unit(place)?;
        self.follows(known, on)?;
        if on <= known.first.from {
            return Err(InputError::new(InputCode::DateOrder, "on", on)
                .with_limit(format!("after {}", known.first.from)));
        }
        if let Some(below) = self.below_from(place, on) {
            return Err(
                InputError::new(InputCode::Contradiction, "organization", &known.id)
                    .with_limit(format!("nothing below it; there is `{below}`")),
            );
        }
        let unit = short(place)?;
        self.remember_unit(unit);
        if let Some(known) = self.units.get_mut(place) {
            known.until = on;
        }
        self.leave(unit, on);
        self.release(unit, on);
        Ok(())
    }

    /// Says that an organization, or a part of it, went on in another from a day on.
    ///
    /// # Errors
    /// [`InputError`]: `dateOrder` where the first did not exist before the day or ended before
    /// it, and where the second is not there on it; `cycle` for an organization that would
    /// follow itself.
    pub fn link(
        &mut self,
        from: Place,
        to: Place,
        on: NaiveDate,
        share: Share,
    ) -> Result<(), InputError> {
        let (earlier, later) = (self.unit(from)?, self.unit(to)?);
        if from == to {
            return Err(InputError::new(InputCode::Cycle, "into", &later.id));
        }
        if earlier.first.from >= on || earlier.until < on {
            return Err(InputError::new(InputCode::DateOrder, "from", &earlier.id));
        }
        if !later.lives(on) {
            return Err(InputError::new(InputCode::DateOrder, "into", &later.id));
        }
        let entry = LinkEntry {
            link: Link {
                from,
                to,
                on,
                share,
            },
            next_of_from: earlier.successors,
            next_of_to: later.predecessors,
        };
        let (earlier, later) = (short(from)?, short(to)?);
        let place = short(self.links.len())?;
        self.remember_unit(earlier);
        self.remember_unit(later);
        self.links.push(entry);
        if let Some(unit) = self.units.get_mut(from) {
            unit.successors = place;
        }
        if let Some(unit) = self.units.get_mut(to) {
            unit.predecessors = place;
        }
        Ok(())
    }

    /// Takes in several acts together: where one fails, none has happened.
    ///
    /// # Errors
    /// What the acts return.
    pub fn together<T, E>(&mut self, acts: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let mark = self.mark();
        let outer = self.open.is_some();
        let already = self.open.get_or_insert_default().len();
        let outcome = acts(self);
        if outcome.is_err() {
            let before = self.open.as_mut().map(|all| all.split_off(already));
            self.restore(mark, before.unwrap_or_default());
        }
        if !outer {
            self.open = None;
        }
        outcome
    }

    /// Tries acts and takes them back: what they return is all that is left of them.
    pub fn tried<T>(&mut self, acts: impl FnOnce(&mut Self) -> T) -> T {
        let mark = self.mark();
        let around = self.open.replace(Vec::new());
        let outcome = acts(self);
        if let Some(before) = self.open.take() {
            self.restore(mark, before);
        }
        self.open = around;
        outcome
    }

    fn mark(&self) -> Mark {
        Mark {
            units: self.units.len(),
            children: self.children.len(),
            holders: self.holders.len(),
            links: self.links.len(),
            roots: self.roots.len(),
            texts: self.texts.len(),
        }
    }

    #[inline(never)]
    fn restore(&mut self, mark: Mark, before: Vec<Before>) {
        for unit in self
            .units
            .get(mark.units..)
            .unwrap_or_default()
            .iter()
            .rev()
        {
            self.places.remove(unit.id.as_str());
        }
        for entry in before.into_iter().rev() {
            match entry {
                Before::Unit(place, unit) => put(&mut self.units, place, *unit),
                Before::Child(place, child) => put(&mut self.children, place, child),
                Before::Holder(place, holder) => put(&mut self.holders, place, holder),
                Before::CodeHead(place, head) => put(&mut self.newest_holders, place, head),
            }
        }
        self.units.truncate(mark.units);
        self.children.truncate(mark.children);
        self.holders.truncate(mark.holders);
        self.links.truncate(mark.links);
        self.roots.truncate(mark.roots);
        self.texts.truncate(mark.texts);
    }

    fn remember_unit(&mut self, place: u32) {
        if let Some(before) = &mut self.open
            && let Some(unit) = self.units.get(index(place))
        {
            before.push(Before::Unit(place, Box::new(unit.clone())));
        }
    }

    fn remember(&mut self, entry: Option<Before>) {
        if let (Some(before), Some(entry)) = (&mut self.open, entry) {
            before.push(entry);
        }
    }

    /// Whether the last change of an organization leaves room for one on a day.
    fn follows(&self, unit: &Unit, on: NaiveDate) -> Result<(), InputError> {
        if unit.until != OPEN {
            return Err(
                InputError::new(InputCode::DateOrder, "organization", &unit.id)
                    .with_limit(format!("it ended on {}", unit.until)),
            );
        }
        let last = unit.last().from;
        if on < last {
            return Err(InputError::new(InputCode::DateOrder, "on", on)
                .with_limit(format!("{last} or later")));
        }
        Ok(())
    }

    /// An organization must be there from a day on, without an end.
    fn stands(&self, field: &str, place: Place, on: NaiveDate) -> Result<(), InputError> {
        let unit = self.unit(place)?;
        if on < unit.first.from {
            return Err(InputError::new(InputCode::DateOrder, "on", on)
                .with_limit(format!("{} or later", unit.first.from)));
        }
        if unit.until != OPEN {
            return Err(InputError::new(InputCode::DateOrder, field, &unit.id)
                .with_limit(format!("it ended on {}", unit.until)));
        }
        Ok(())
    }

    /// Nobody above the new parent, on the day or later, may be the organization itself.
    fn no_cycle(&self, place: Place, parent: Place, on: NaiveDate) -> Result<(), InputError> {
        // Each entry: an organization above, the interval in which it is, and the entry below.
        let mut above = vec![(parent, on, OPEN, None)];
        let mut next = 0;
        while let Some((here, from, until, _)) = above.get(next).copied() {
            if here == place {
                return Err(self.cycle(&above, next));
            }
            let unit = self.unit(here)?;
            let mut number = unit.later.partition_point(|stage| stage.from <= from);
            let mut starts = from;
            while let Some(stage) = unit.nth(number).filter(|_| starts < until) {
                number += 1;
                let ends = unit
                    .nth(number)
                    .map_or(unit.until, |following| following.from)
                    .min(until);
                if stage.parent != NONE && starts < ends {
                    above.push((index(stage.parent), starts, ends, Some(next)));
                }
                starts = ends;
            }
            next += 1;
        }
        Ok(())
    }

    #[cold]
    fn cycle(
        &self,
        above: &[(Place, NaiveDate, NaiveDate, Option<usize>)],
        found: usize,
    ) -> InputError {
        let mut names = Vec::new();
        let mut next = Some(found);
        while let Some((place, _, _, below)) = next.and_then(|entry| above.get(entry)) {
            if names.len() < CYCLE_SHOWN
                && let Some(id) = self.id(*place)
            {
                names.push(id.as_str());
            }
            next = *below;
        }
        InputError::new(InputCode::Cycle, "parent", names.join(" > "))
    }

    /// An organization that is below another on a day or comes below it later.
    fn below_from(&self, place: Place, on: NaiveDate) -> Option<&OrganizationId> {
        let mut next = self.units.get(place)?.first_child;
        while let Some(child) = self.children.get(index(next)) {
            if child.until > on && child.from < child.until {
                return self.id(index(child.unit));
            }
            next = child.next;
        }
        None
    }

    fn kind(&mut self, kind: &KindId) -> u32 {
        let known = self.kinds.iter().position(|known| known == kind);
        let place = known.unwrap_or_else(|| {
            self.kinds.push(kind.clone());
            self.kinds.len() - 1
        });
        number(place)
    }

    fn keep(&mut self, text: &str) -> Result<Piece, InputError> {
        let too_long = |_| InputError::new(InputCode::TooLong, "name", text);
        let from = u32::try_from(self.texts.len()).map_err(too_long)?;
        let length = u32::try_from(text.len()).map_err(too_long)?;
        self.texts.push_str(text);
        Ok(Piece { from, length })
    }

    fn keep_optional(&mut self, text: Option<&str>) -> Result<Piece, InputError> {
        text.map_or(Ok(NO_TEXT), |text| self.keep(text))
    }

    fn adopt(&mut self, parent: Place, unit: u32, on: NaiveDate) {
        let entry = number(self.children.len());
        self.children.push(Child {
            unit,
            from: on,
            until: OPEN,
            next: NONE,
        });
        if let Some(unit) = self.units.get_mut(index(unit)) {
            unit.entry = entry;
        }
        self.remember_unit(number(parent));
        let Some(above) = self.units.get_mut(parent) else {
            return;
        };
        let last = above.last_child;
        above.last_child = entry;
        if last == NONE {
            above.first_child = entry;
        } else {
            self.remember_child(last);
            if let Some(last) = self.children.get_mut(index(last)) {
                last.next = entry;
            }
        }
    }

    /// Ends the entry of an organization in the list of its parent.
    fn leave(&mut self, unit: u32, on: NaiveDate) {
        let entry = self.units.get(index(unit)).map_or(NONE, |unit| unit.entry);
        self.remember_child(entry);
        if let Some(child) = self.children.get_mut(index(entry)) {
            child.until = on;
        }
    }

    fn remember_child(&mut self, place: u32) {
        let child = self.children.get(index(place)).copied();
        self.remember(child.map(|child| Before::Child(place, child)));
    }

    fn hold(&mut self, code: &str, unit: u32, on: NaiveDate) {
        let entry = number(self.holders.len());
        let head = self.codes.get(code).unwrap_or_else(|| {
            let head = self.newest_holders.len();
            self.codes.insert(code, head);
            self.newest_holders.push(NONE);
            number(head)
        });
        let newest = self.newest_holders.get(index(head));
        let before = newest.copied().unwrap_or(NONE);
        self.remember(Some(Before::CodeHead(head, before)));
        self.holders.push(Holder {
            unit,
            from: on,
            until: OPEN,
            before,
        });
        put(&mut self.newest_holders, head, entry);
        if let Some(unit) = self.units.get_mut(index(unit)) {
            unit.holding = entry;
        }
    }

    /// Ends the entry of an organization in the list of its code.
    fn release(&mut self, unit: u32, on: NaiveDate) {
        let Some(known) = self.units.get_mut(index(unit)) else {
            return;
        };
        let place = std::mem::replace(&mut known.holding, NONE);
        let holder = self.holders.get(index(place)).copied();
        self.remember(holder.map(|holder| Before::Holder(place, holder)));
        if let Some(holder) = self.holders.get_mut(index(place)) {
            holder.until = on;
        }
    }

    fn same(&self, other: &Self, place: Place) -> bool {
        let (Some(left), Some(right)) = (self.units.get(place), other.units.get(place)) else {
            return false;
        };
        left.until == right.until && self.stages(place).eq(other.stages(place))
    }
}

fn put<T>(list: &mut [T], place: u32, value: T) {
    if let Some(entry) = list.get_mut(index(place)) {
        *entry = value;
    }
}
