//! The three kinds of tables as typed rows. A row that cannot be understood is reported and left
//! out; a missing column stops the program.

use handbook::{KindId, NaiveDate, OrganizationId, parse_date};

use super::finding::{Finding, Findings, Reason, Source};
use super::table::{Row, Table};

/// A unit of the start table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// The line in the file.
    pub line: u32,
    /// The code.
    pub code: String,
    /// 1 province, 2 district, 3 commune.
    pub level: u8,
    /// The word for what it is, such as `Xã`.
    pub kind: String,
    /// The full name, such as `Xã Yên Phú`.
    pub name: String,
    /// The code of the unit above; empty where there is none.
    pub parent: String,
}

/// What an event does; a change may do several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changes {
    /// Another name, or another spelling of it.
    pub name: bool,
    /// Another word for what it is.
    pub kind: bool,
    /// Another unit above.
    pub parent: bool,
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Op {
    /// A unit begins.
    Create,
    /// A unit ends.
    Dissolve,
    /// A unit becomes something else and stays the same unit.
    Change(Changes),
}

/// What a line says of a unit before or after an event; empty where it says nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// The full name.
    pub name: String,
    /// The word for what it is.
    pub kind: String,
    /// The code of the unit above.
    pub parent: String,
}

/// A dated event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// The line in the file.
    pub line: u32,
    /// The day from which it holds.
    pub date: NaiveDate,
    /// The decree or resolution.
    pub decree: String,
    /// What it is.
    pub op: Op,
    /// The unit that has this code on that day.
    pub code: String,
    /// 1 province, 2 district, 3 commune.
    pub level: u8,
    /// What the unit was before.
    pub before: Told,
    /// What it is after.
    pub after: Told,
}

/// An old unit, or a part of it, that goes into a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReformRow {
    /// The line in the file.
    pub line: u32,
    /// The code of the old unit.
    pub old_code: String,
    /// What the line says of the old unit; the parent is its district.
    pub old: Told,
    /// The code of the old unit's province.
    pub old_province: String,
    /// The code of the new unit.
    pub new_code: String,
    /// The full name of the new unit.
    pub new_name: String,
    /// The word for what the new unit is.
    pub new_kind: String,
    /// The code of the new unit's province.
    pub new_province: String,
    /// The full name of the new unit's province; empty where the line does not say.
    pub new_province_name: String,
    /// Whether all of the old unit goes into the new one.
    pub whole: bool,
    /// Which part of the old unit it is, in the words of the table.
    pub legal_part: String,
    /// The resolution.
    pub resolution: String,
    /// Its clause.
    pub clause: String,
    /// What the share is of, such as land only; in the words of the table.
    pub basis: String,
}

/// The rows of all tables.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    /// The units of the start.
    pub units: Vec<UnitRow>,
    /// What happened to them, in the order of the file.
    pub events: Vec<EventRow>,
    /// The reform that replaced districts and communes.
    pub reform: Vec<ReformRow>,
}

/// The bytes of the tables.
#[derive(Debug, Clone, Copy, Default)]
pub struct Files<'a> {
    /// The start table.
    pub units: &'a [u8],
    /// The events, where there are some.
    pub events: Option<&'a [u8]>,
    /// The reform, where there is one.
    pub reform: Option<&'a [u8]>,
}

/// Reads the tables. Check [`Findings::stopped`]: a table that misses a column has no rows.
#[must_use]
pub fn read(files: &Files<'_>) -> (Rows, Findings) {
    let mut findings = Findings::default();
    let mut rows = Rows::default();
    let units = Table::read(Source::Units, files.units, &mut findings);
    rows.units = read_units(&units, &mut findings).unwrap_or_default();
    if let Some(bytes) = files.events {
        let events = Table::read(Source::Events, bytes, &mut findings);
        rows.events = read_events(&events, &mut findings).unwrap_or_default();
    }
    if let Some(bytes) = files.reform {
        let reform = Table::read(Source::Reform, bytes, &mut findings);
        rows.reform = read_reform(&reform, &mut findings).unwrap_or_default();
    }
    (rows, findings)
}

fn cell(row: &Row, column: Option<usize>) -> String {
    column
        .and_then(|place| row.cells.get(place))
        .cloned()
        .unwrap_or_default()
}

/// Whether a text serves as a code: the first day is added to it in identifiers.
fn is_code(code: &str) -> bool {
    OrganizationId::new(format!("{code}@0000-00-00")).is_ok() && !code.is_empty()
}

fn is_kind(kind: &str) -> bool {
    !kind.is_empty() && KindId::new(format!("0:{kind}")).is_ok()
}

fn is_level(level: &str) -> Option<u8> {
    level.parse().ok().filter(|level| (1..=9).contains(level))
}

/// Looks for what a row of any table must have, and reports what is not so.
struct Check<'a> {
    source: Source,
    line: u32,
    findings: &'a mut Findings,
    sound: bool,
}

impl Check<'_> {
    fn must(&mut self, holds: bool, reason: impl FnOnce() -> Reason) {
        if !holds {
            self.sound = false;
            let finding = Finding::new(self.source, self.line, reason());
            self.findings.problem(finding);
        }
    }

    fn text(&mut self, column: &'static str, text: &str, fits: impl FnOnce(&str) -> bool) {
        if text.is_empty() {
            self.must(false, || Reason::Empty(column));
        } else {
            self.must(fits(text), || Reason::Unfit(column, text.to_owned()));
        }
    }
}

fn read_units(table: &Table, findings: &mut Findings) -> Option<Vec<UnitRow>> {
    let code = table.needed("code", findings);
    let level = table.needed("level", findings);
    let kind = table.needed("type", findings);
    let name = table
        .optional("full_name")
        .or_else(|| table.needed("name", findings));
    let parent = table.needed("parent", findings);
    if findings.stopped() {
        return None;
    }
    let mut units = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let code = cell(row, code);
        let level_text = cell(row, level);
        let level = is_level(&level_text);
        let kind = cell(row, kind);
        let name = cell(row, name);
        let mut check = Check {
            source: Source::Units,
            line: row.line,
            findings,
            sound: true,
        };
        check.text("code", &code, is_code);
        check.text("level", &level_text, |_| level.is_some());
        check.text("type", &kind, is_kind);
        check.text("name", &name, |_| true);
        if let (true, Some(level)) = (check.sound, level) {
            units.push(UnitRow {
                line: row.line,
                code,
                level,
                kind,
                name,
                parent: cell(row, parent),
            });
        }
    }
    Some(units)
}

fn op(words: &str) -> Option<Op> {
    let mut changes = Changes::default();
    match words {
        "create" => return Some(Op::Create),
        "dissolve" => return Some(Op::Dissolve),
        _ => {}
    }
    for word in words.split('+') {
        match word.trim() {
            "rename" | "respell" => changes.name = true,
            "retype" => changes.kind = true,
            "reparent" => changes.parent = true,
            _ => return None,
        }
    }
    Some(Op::Change(changes))
}

fn read_events(table: &Table, findings: &mut Findings) -> Option<Vec<EventRow>> {
    let mut needed = |column| table.needed(column, findings);
    let date = needed("date");
    let op_column = needed("op");
    let code = needed("code");
    let level = needed("level");
    let before = [
        needed("name_before"),
        needed("type_before"),
        needed("parent_before"),
    ];
    let after = [
        needed("name_after"),
        needed("type_after"),
        needed("parent_after"),
    ];
    let decree = needed("decree");
    if findings.stopped() {
        return None;
    }
    let mut events = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let told = |columns: [Option<usize>; 3]| {
            let [name, kind, parent] = columns.map(|column| cell(row, column));
            Told { name, kind, parent }
        };
        let (before, after) = (told(before), told(after));
        let day = cell(row, date);
        let parsed_day = parse_date("date", &day).ok();
        let words = cell(row, op_column);
        let parsed_op = op(&words);
        let code = cell(row, code);
        let level_text = cell(row, level);
        let level = is_level(&level_text);
        let start = findings.len();
        let mut check = Check {
            source: Source::Events,
            line: row.line,
            findings,
            sound: true,
        };
        check.text("date", &day, |_| parsed_day.is_some());
        check.text("op", &words, |_| parsed_op.is_some());
        check.text("code", &code, is_code);
        check.text("level", &level_text, |_| level.is_some());
        match parsed_op {
            Some(Op::Create) => {
                check.text("name_after", &after.name, |_| true);
                check.text("type_after", &after.kind, is_kind);
            }
            Some(Op::Change(changes)) => {
                if changes.name {
                    check.text("name_after", &after.name, |_| true);
                }
                if changes.kind || !after.kind.is_empty() {
                    check.text("type_after", &after.kind, is_kind);
                }
            }
            Some(Op::Dissolve) | None => {}
        }
        let sound = check.sound;
        let name = if after.name.is_empty() {
            &before.name
        } else {
            &after.name
        };
        findings.about_since(start, &code, name, parsed_day);
        if let (true, Some(date), Some(op), Some(level)) = (sound, parsed_day, parsed_op, level) {
            events.push(EventRow {
                line: row.line,
                date,
                decree: cell(row, decree),
                op,
                code,
                level,
                before,
                after,
            });
        }
    }
    Some(events)
}

fn read_reform(table: &Table, findings: &mut Findings) -> Option<Vec<ReformRow>> {
    let mut needed = |column| table.needed(column, findings);
    let old_code = needed("old_code");
    let old_province = needed("old_province_code");
    let new_code = needed("new_code");
    let new_name = needed("new_name");
    let new_kind = needed("new_type");
    let new_province = needed("new_province_code");
    let new_province_name = needed("new_province");
    let share = needed("share");
    if findings.stopped() {
        return None;
    }
    let old = ["old_name", "old_type", "old_district_code"].map(|column| table.optional(column));
    let words =
        ["legal_part", "resolution", "clause", "basis"].map(|column| table.optional(column));
    let mut reform = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let [name, kind, parent] = old.map(|column| cell(row, column));
        let [legal_part, resolution, clause, basis] = words.map(|column| cell(row, column));
        let share = cell(row, share);
        let line = ReformRow {
            line: row.line,
            old_code: cell(row, old_code),
            old: Told { name, kind, parent },
            old_province: cell(row, old_province),
            new_code: cell(row, new_code),
            new_name: cell(row, new_name),
            new_kind: cell(row, new_kind),
            new_province: cell(row, new_province),
            new_province_name: cell(row, new_province_name),
            whole: share == "full",
            legal_part,
            resolution,
            clause,
            basis,
        };
        let start = findings.len();
        let mut check = Check {
            source: Source::Reform,
            line: row.line,
            findings,
            sound: true,
        };
        check.text("old_code", &line.old_code, is_code);
        check.text("new_code", &line.new_code, is_code);
        check.text("new_name", &line.new_name, |_| true);
        check.text("new_type", &line.new_kind, is_kind);
        check.text("new_province_code", &line.new_province, is_code);
        check.text("share", &share, |share| matches!(share, "full" | "partial"));
        let sound = check.sound;
        findings.about_since(start, &line.old_code, &line.old.name, None);
        if sound {
            reform.push(line);
        }
    }
    Some(reform)
}
