//! The reform that ended the districts, regrouped the provinces and replaced the communes.

use std::collections::{HashMap, HashSet};

use handbook::organization::lineage::Share;
use handbook::organization::structure::Place;
use handbook::text::spelling_key;
use handbook::{InputError, NaiveDate};

use super::finding::{Field, Finding, Reason, Source};
use super::record::{Origin, Record, level_and_word};
use super::rows::ReformRow;

/// The level of what the reform makes: communes, directly below a province.
const COMMUNE: u8 = 3;
const DISTRICT: u8 = 2;
const PROVINCE: u8 = 1;

/// The word for a province where nothing tells another.
const PROVINCE_WORD: &str = "Tỉnh";

/// An old unit, or a part of it, on its way into a new one.
struct Edge {
    old: Place,
    row: usize,
    share: Share,
}

/// A new unit, told by its first line.
struct New {
    row: usize,
    province: usize,
    edges: Vec<Edge>,
    place: Option<Place>,
}

/// A new province, told by its first line.
struct NewProvince<'rows> {
    row: usize,
    code: &'rows str,
    olds: Vec<(Place, usize)>,
    place: Option<Place>,
}

struct Reform<'record, 'rows> {
    record: &'record mut Record<'rows>,
    on: NaiveDate,
    news: Vec<New>,
    provinces: Vec<NewProvince<'rows>>,
    /// How many lines take each unit, by place.
    taken: Vec<u32>,
}

/// Takes the reform in at its day: its lines name units that live before anything else happens
/// on that day.
pub(super) fn apply(record: &mut Record<'_>, on: NaiveDate) {
    let mut reform = Reform {
        record,
        on,
        news: Vec::new(),
        provinces: Vec::new(),
        taken: Vec::new(),
    };
    reform.gather();
    reform.whole_districts();
    let tier = reform.tier();
    if let Err((row, error)) = reform.carry_out(&tier) {
        reform.problem(row, Reason::Refused(error.to_string()));
    }
}

/// A failed act with the row that it came from.
type Failed = (usize, InputError);

fn with_row<T>(row: usize, outcome: Result<T, InputError>) -> Result<T, Failed> {
    outcome.map_err(|error| (row, error))
}

/// Whether two lines tell the same of the same units.
fn same_edge(left: &ReformRow, right: &ReformRow) -> bool {
    left.new_code == right.new_code
        && left.whole == right.whole
        && left.legal_part == right.legal_part
        && left.basis == right.basis
        && left.resolution == right.resolution
        && left.clause == right.clause
}

/// Whether two lines are shares of the same: one may be of the land and the other of the people.
fn same_basis(left: &ReformRow, right: &ReformRow) -> bool {
    let everything = |row: &ReformRow| matches!(row.basis.as_str(), "" | "both");
    everything(left) || everything(right) || left.basis == right.basis
}

/// The word for a province of a name: that of the province with the name before, otherwise that
/// of one whose name starts alike.
fn province_word(known: &[(String, String)], name: &str) -> String {
    let key = spelling_key(name);
    let first = |key: &str| key.split(' ').next().map(str::to_owned);
    let same = known.iter().find(|(name, _)| *name == key);
    let alike = || known.iter().find(|(name, _)| first(name) == first(&key));
    same.or_else(alike)
        .map_or_else(|| PROVINCE_WORD.to_owned(), |(_, word)| word.clone())
}

impl<'rows> Reform<'_, 'rows> {
    fn row(&self, row: usize) -> Option<&'rows ReformRow> {
        self.record.rows.reform.get(row)
    }

    fn found(&mut self, row: usize, reason: Reason, problem: bool) {
        let Some(line) = self.row(row) else {
            return;
        };
        let finding = Finding::new(Source::Reform, line.line, reason).about(
            &line.old_code,
            &line.old.name,
            Some(self.on),
        );
        if problem {
            self.record.findings.problem(finding);
        } else {
            self.record.findings.note(finding);
        }
    }

    fn problem(&mut self, row: usize, reason: Reason) {
        self.found(row, reason, true);
    }

    fn note(&mut self, row: usize, reason: Reason) {
        self.found(row, reason, false);
    }

    fn level(&self, place: Place) -> u8 {
        self.record
            .structure
            .on(place, self.on)
            .map_or(0, |standing| level_and_word(standing.kind).0)
    }

    /// The province above a unit, or the unit itself.
    fn top(&self, place: Place) -> Place {
        self.record
            .structure
            .ancestors(place, self.on)
            .last()
            .unwrap_or(place)
    }

    /// Reads the lines together: old units, new units, provinces, and what contradicts.
    fn gather(&mut self) {
        let rows = self.record.rows;
        let lines = self.old_units();
        let mut news: HashMap<&str, usize> = HashMap::with_capacity(rows.reform.len() / 2);
        let mut provinces: HashMap<&str, usize> = HashMap::new();
        for (number, (row, line)) in rows.reform.iter().zip(lines).enumerate() {
            let Some((old, share)) = line else {
                continue;
            };
            let top = self.top(old);
            self.compare_old(number, row, old, top);
            let next = self.news.len();
            let place = *news.entry(&row.new_code).or_insert(next);
            if place == next {
                let province = self.province(&mut provinces, number, row);
                self.news.push(New {
                    row: number,
                    province,
                    edges: Vec::new(),
                    place: None,
                });
            } else {
                self.compare_new(place, number, row);
            }
            let Some(new) = self.news.get_mut(place) else {
                continue;
            };
            new.edges.push(Edge {
                old,
                row: number,
                share,
            });
            if let Some(province) = self.provinces.get_mut(new.province)
                && !province.olds.iter().any(|(known, _)| *known == top)
            {
                province.olds.push((top, number));
            }
        }
    }

    /// The old unit of each line and how much of it the line takes; nothing for a line that
    /// cannot be taken.
    fn old_units(&mut self) -> Vec<Option<(Place, Share)>> {
        let rows = self.record.rows;
        let mut olds: Vec<(Place, usize)> = Vec::with_capacity(rows.reform.len());
        for (number, row) in rows.reform.iter().enumerate() {
            match self.record.structure.holder(&row.old_code, self.on) {
                None => {
                    let absence = self.record.absence(&row.old_code, self.on);
                    self.problem(number, Reason::NoUnit(absence));
                }
                Some(old) if self.level(old) <= PROVINCE => {
                    self.problem(number, Reason::ProvinceAsOldUnit);
                }
                Some(old) => olds.push((old, number)),
            }
        }
        olds.sort_unstable();
        self.taken = vec![0; self.record.structure.len()];
        let mut lines = vec![None; rows.reform.len()];
        for group in olds.chunk_by(|left, right| left.0 == right.0) {
            self.weigh(group, &mut lines);
        }
        lines
    }

    /// The lines of one old unit: all of it cannot go to one new unit and something of it to
    /// another.
    fn weigh(&mut self, group: &[(Place, usize)], lines: &mut [Option<(Place, Share)>]) {
        let rows = self.record.rows;
        let mut sound: Vec<(usize, &ReformRow)> = Vec::with_capacity(group.len());
        for (_, number) in group {
            let Some(row) = rows.reform.get(*number) else {
                continue;
            };
            let same = sound.iter().find(|(_, first)| same_edge(first, row));
            match same.map(|(_, first)| first.line) {
                Some(line) => self.problem(*number, Reason::LineTwice(line)),
                None => sound.push((*number, row)),
            }
        }
        let alone = sound.len() == 1;
        for (number, row) in &sound {
            let share = if row.whole && alone {
                Share::Whole
            } else {
                Share::Part
            };
            if let (Some((old, _)), Some(line)) = (group.first(), lines.get_mut(*number)) {
                *line = Some((*old, share));
                self.take(*old);
            }
            if alone && !row.whole {
                self.note(*number, Reason::RestNotTold);
            }
            let other = sound
                .iter()
                .filter(|(other, _)| row.whole && other != number)
                .find(|(_, other)| same_basis(row, other));
            if let Some((_, other)) = other {
                let reason = Reason::FullBesideAnother {
                    other: format!("{} {}", other.new_code, other.new_name),
                    line: other.line,
                };
                self.problem(*number, reason);
            }
        }
    }

    fn take(&mut self, old: Place) {
        if let Some(count) = self.taken.get_mut(old) {
            *count += 1;
        }
    }

    fn lines_of(&self, old: Place) -> u32 {
        self.taken.get(old).copied().unwrap_or_default()
    }

    fn province(
        &mut self,
        known: &mut HashMap<&'rows str, usize>,
        number: usize,
        row: &'rows ReformRow,
    ) -> usize {
        let next = self.provinces.len();
        let place = *known.entry(row.new_province.as_str()).or_insert(next);
        if place == next {
            self.provinces.push(NewProvince {
                row: number,
                code: &row.new_province,
                olds: Vec::new(),
                place: None,
            });
        }
        place
    }

    fn compare_old(&mut self, number: usize, row: &ReformRow, old: Place, top: Place) {
        let Some(known) = self.record.structure.on(old, self.on) else {
            return;
        };
        let mut reasons = Vec::new();
        let mut note = |reason| reasons.push(reason);
        // A district that is itself an old unit has no district above it.
        let is_district = level_and_word(known.kind).0 == DISTRICT;
        let parent = Some(&row.old.parent).filter(|_| !is_district);
        let said = [
            row.old.name.as_str(),
            row.old.kind.as_str(),
            parent.map(String::as_str).unwrap_or_default(),
        ];
        self.record.differences(said, &known, &mut note);
        let province = self.record.code_of(Some(top));
        if !row.old_province.is_empty() && row.old_province != province {
            note(Reason::Differs {
                field: Field::Province,
                said: row.old_province.clone(),
                known: province.to_owned(),
                spelling: false,
            });
        }
        for reason in reasons {
            self.note(number, reason);
        }
    }

    /// What a later line says of a new unit, beside what its first line says.
    fn compare_new(&mut self, new: usize, number: usize, row: &ReformRow) {
        let first = self.news.get(new).and_then(|new| self.row(new.row));
        let Some(first) = first else {
            return;
        };
        for (field, said, known) in [
            (Field::Name, &row.new_name, &first.new_name),
            (Field::Kind, &row.new_kind, &first.new_kind),
            (Field::Parent, &row.new_province, &first.new_province),
        ] {
            if said == known {
                continue;
            }
            if field != Field::Parent && spelling_key(said) == spelling_key(known) {
                self.note(
                    number,
                    Reason::Differs {
                        field,
                        said: said.clone(),
                        known: known.clone(),
                        spelling: true,
                    },
                );
            } else {
                self.problem(
                    number,
                    Reason::NewUnitDiffers {
                        field,
                        said: said.clone(),
                        first: known.clone(),
                        line: first.line,
                    },
                );
            }
        }
    }

    /// Communes of a district that goes into new units as a whole go with it where no line names
    /// them.
    fn whole_districts(&mut self) {
        let mut with_them: Vec<(usize, Edge)> = Vec::new();
        for (number, new) in self.news.iter().enumerate() {
            for edge in &new.edges {
                let communes = self.record.structure.children(edge.old, self.on);
                with_them.extend(communes.filter(|old| self.lines_of(*old) == 0).map(|old| {
                    let edge = Edge {
                        old,
                        row: edge.row,
                        share: edge.share,
                    };
                    (number, edge)
                }));
            }
        }
        for (new, edge) in with_them {
            self.take(edge.old);
            if let Some(new) = self.news.get_mut(new) {
                new.edges.push(edge);
            }
        }
    }

    /// The districts of the provinces that the reform touches, and everything in them that no
    /// line takes.
    fn tier(&mut self) -> (Vec<Place>, Vec<Place>) {
        let mut seen = HashSet::new();
        let (mut districts, mut left) = (Vec::new(), Vec::new());
        for (top, _) in self.provinces.iter().flat_map(|province| &province.olds) {
            if !seen.insert(*top) {
                continue;
            }
            let below = self.record.structure.subtree(*top, self.on);
            for unit in below.into_iter().filter(|unit| unit != top) {
                let mut communes = self.record.structure.children(unit, self.on);
                let taken = self.lines_of(unit) > 0;
                if self.level(unit) == DISTRICT && communes.next().is_some() {
                    if !taken {
                        districts.push(unit);
                    }
                } else if !taken {
                    left.push(unit);
                }
            }
        }
        (districts, left)
    }

    /// Whether a new unit is one old one that goes on: all of it, and nothing else.
    fn goes_on(&self, new: &New) -> Option<Place> {
        match new.edges.as_slice() {
            [edge] if edge.share == Share::Whole && self.lines_of(edge.old) == 1 => Some(edge.old),
            _ => None,
        }
    }

    fn carry_out(&mut self, (districts, left): &(Vec<Place>, Vec<Place>)) -> Result<(), Failed> {
        let ended_provinces = self.make_provinces()?;
        let mut ended: Vec<(Place, usize)> = Vec::with_capacity(self.record.rows.reform.len());
        let mut stay: Vec<(usize, Place)> = Vec::new();
        let mut news = std::mem::take(&mut self.news);
        for new in &mut news {
            let going_on = self.goes_on(new);
            let code = self.row(new.row).map(|row| row.new_code.as_str());
            let holder = code.and_then(|code| self.record.structure.holder(code, self.on));
            self.make(new, going_on)?;
            stay.extend(
                holder
                    .filter(|holder| new.place != Some(*holder))
                    .map(|holder| (new.row, holder)),
            );
            if going_on.is_none() {
                ended.extend(new.edges.iter().map(|edge| (edge.old, edge.row)));
            }
        }
        for unit in left {
            self.stay(*unit)?;
        }
        ended.sort_unstable();
        ended.dedup_by_key(|(place, _)| *place);
        // A district that is an old unit itself ends after what is below it.
        let mut after = Vec::new();
        for (place, row) in ended {
            if self
                .record
                .structure
                .children(place, self.on)
                .next()
                .is_some()
            {
                after.push((place, row));
            } else {
                with_row(row, self.record.end(place, self.on, Origin::Reform(row)))?;
            }
        }
        for (place, row) in after {
            with_row(row, self.record.end(place, self.on, Origin::Reform(row)))?;
        }
        for district in districts {
            let row = self.provinces.first().map_or(0, |province| province.row);
            with_row(row, self.record.end(*district, self.on, Origin::Tier))?;
        }
        for (province, row) in ended_provinces {
            with_row(row, self.record.end(province, self.on, Origin::Tier))?;
        }
        self.double_codes(&stay);
        Ok(())
    }

    fn make(&mut self, new: &mut New, going_on: Option<Place>) -> Result<(), Failed> {
        let Some(row) = self.row(new.row) else {
            return Ok(());
        };
        let province = self.provinces.get(new.province);
        let parent = province.and_then(|province| province.place);
        let origin = Origin::Reform(new.row);
        if let Some(old) = going_on {
            let told = (
                Some(row.new_code.as_str()),
                COMMUNE,
                row.new_kind.as_str(),
                row.new_name.as_str(),
            );
            new.place = Some(old);
            let outcome = self.record.become_other(old, told, parent, self.on, origin);
            return with_row(new.row, outcome);
        }
        let told = (
            row.new_code.as_str(),
            COMMUNE,
            row.new_kind.as_str(),
            row.new_name.as_str(),
        );
        let place = with_row(new.row, self.record.begin(told, parent, self.on, origin))?;
        new.place = Some(place);
        for edge in &new.edges {
            let linked = self
                .record
                .structure
                .link(edge.old, place, self.on, edge.share);
            with_row(edge.row, linked)?;
            self.record.link_origins.push(Origin::Reform(edge.row));
        }
        Ok(())
    }

    /// Makes the new provinces; gives the old ones that end, which still hold what is below them.
    fn make_provinces(&mut self) -> Result<Vec<(Place, usize)>, Failed> {
        let mut provinces = std::mem::take(&mut self.provinces);
        let mut heirs: HashMap<Place, usize> = HashMap::new();
        for (old, _) in provinces.iter().flat_map(|province| &province.olds) {
            *heirs.entry(*old).or_default() += 1;
        }
        let words = self.province_words();
        let mut ended = Vec::new();
        for province in &mut provinces {
            let Some(row) = self.row(province.row) else {
                continue;
            };
            let holder = self.record.structure.holder(province.code, self.on);
            let name = if row.new_province_name.is_empty() {
                holder.map(|holder| self.record.called(holder))
            } else {
                Some(row.new_province_name.clone())
            };
            let name = name.unwrap_or_else(|| province.code.to_owned());
            let word = province_word(&words, &name);
            let alone = match province.olds.as_slice() {
                [(old, _)] => Some(*old).filter(|old| heirs.get(old) == Some(&1)),
                _ => None,
            };
            // A living province that is not among those that go is joined as it is.
            let joined = holder.filter(|holder| !heirs.contains_key(holder));
            if let Some(place) = alone.filter(|_| joined.is_none()) {
                let told = (Some(province.code), PROVINCE, &*word, &*name);
                let outcome = self
                    .record
                    .become_other(place, told, None, self.on, Origin::Tier);
                with_row(province.row, outcome)?;
                province.place = Some(place);
                continue;
            }
            let place = match joined {
                Some(place) => place,
                None => {
                    let told = (province.code, PROVINCE, &*word, &*name);
                    let begun = self.record.begin(told, None, self.on, Origin::Tier);
                    with_row(province.row, begun)?
                }
            };
            province.place = Some(place);
            for (old, row) in &province.olds {
                let whole = heirs.get(old) == Some(&1);
                let share = if whole { Share::Whole } else { Share::Part };
                let linked = self.record.structure.link(*old, place, self.on, share);
                with_row(*row, linked)?;
                self.record.link_origins.push(Origin::Tier);
                if !ended.iter().any(|(known, _)| known == old) {
                    ended.push((*old, *row));
                }
            }
        }
        self.provinces = provinces;
        Ok(ended)
    }

    /// The names of the provinces before, as keys, with the word for each.
    fn province_words(&self) -> Vec<(String, String)> {
        let structure = &self.record.structure;
        let provinces = structure.roots(self.on);
        let provinces = provinces.filter_map(|root| structure.on(root, self.on));
        provinces
            .map(|unit| {
                let (_, word) = level_and_word(unit.kind);
                (spelling_key(unit.name), word.to_owned())
            })
            .collect()
    }

    /// A unit that no line names stays, below the new province.
    fn stay(&mut self, unit: Place) -> Result<(), Failed> {
        let top = self.top(unit);
        let province = self
            .provinces
            .iter()
            .find(|province| province.olds.iter().any(|(old, _)| *old == top));
        let parent = province.and_then(|province| province.place);
        let row = province.map_or(0, |province| province.row);
        let Some(standing) = self.record.structure.on(unit, self.on) else {
            return Ok(());
        };
        let code = standing.code.unwrap_or_default().to_owned();
        let name = standing.name.to_owned();
        let (level, word) = level_and_word(standing.kind);
        let word = word.to_owned();
        let (source, line) = self.record.told_at(unit);
        let finding = Finding::new(source, line, Reason::NotInReform);
        self.record
            .findings
            .problem(finding.about(&code, &name, Some(self.on)));
        let told = (None, level, &*word, &*name);
        let outcome = self
            .record
            .become_other(unit, told, parent, self.on, Origin::Tier);
        with_row(row, outcome)
    }

    /// New units that took the code of one that lives on with it.
    fn double_codes(&mut self, held: &[(usize, Place)]) {
        for (row, holder) in held {
            let code = self.row(*row).map(|row| row.new_code.as_str());
            let known = self.record.structure.on(*holder, self.on);
            if let Some(known) = known.filter(|known| known.code == code) {
                let name = known.name.to_owned();
                self.problem(*row, Reason::CodeStays(name));
            }
        }
    }
}
