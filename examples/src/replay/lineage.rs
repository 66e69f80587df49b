//! What became of a unit, and what it came from, in sentences.

use std::collections::HashSet;

use handbook::organization::lineage::{Fate, Link, Share};
use handbook::organization::structure::{OrganizationState, Place};
use handbook::text::Language;
use handbook::{NaiveDate, parse_date};

use super::finding::{Absence, pick};
use super::record::{Origin, Record, level_and_word};

/// A code on a day: together they mean one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The code.
    pub code: String,
    /// The day on which the unit has it.
    pub date: NaiveDate,
}

impl Moment {
    /// Reads `CODE@YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (code, day) = text.rsplit_once('@')?;
        let date = parse_date("date", day).ok()?;
        let code = code.to_owned();
        (!code.is_empty()).then_some(Self { code, date })
    }
}

/// What became of the unit that had a code on a day, up to and on another day.
///
/// # Errors
/// Why no living unit has the code on the day.
pub fn what_became(
    record: &Record<'_>,
    moment: &Moment,
    on: NaiveDate,
    language: Language,
) -> Result<String, Absence> {
    let story = Story { record, language };
    let place = story.holder(moment)?;
    let structure = record.structure();
    let fate = structure.fate(place, moment.date, on);
    let mut reached = vec![(place, moment.date)];
    for step in &fate.steps {
        if !reached.iter().any(|(known, _)| *known == step.to) {
            reached.push((step.to, step.on));
        }
    }
    let mut lines = Vec::new();
    for (here, since) in &reached {
        lines.extend(story.changes(*here, *since, on));
    }
    lines.extend(story.steps(&fate.steps));
    lines.extend(fate.lost.iter().map(|(lost, end)| story.lost(*lost, *end)));
    lines.sort_by_key(|(date, _)| *date);
    let mut text = story.header(place, moment.date);
    for (date, line) in lines {
        text += &format!("{date}  {line}\n");
    }
    text += &story.outcome(&fate, on);
    Ok(text)
}

/// What the unit that had a code on a day came from.
///
/// # Errors
/// Why no living unit has the code on the day.
pub fn came_from(
    record: &Record<'_>,
    moment: &Moment,
    language: Language,
) -> Result<String, Absence> {
    let story = Story { record, language };
    let place = story.holder(moment)?;
    let structure = record.structure();
    let ancestry = structure.ancestry(place, moment.date);
    let mut lines = Vec::new();
    let family = std::iter::once(place).chain(ancestry.forebears.iter().copied());
    for here in family {
        let last = ancestry.steps.iter().filter(|step| step.from == here);
        let until = last.map(|step| step.on).max().unwrap_or(moment.date);
        lines.extend(story.changes(here, NaiveDate::MIN, until));
        lines.extend(story.beginning(here));
    }
    lines.extend(story.steps(&ancestry.steps));
    lines.sort_by_key(|(date, _)| *date);
    let mut text = story.header(place, moment.date);
    for (date, line) in lines {
        if date == NaiveDate::MIN {
            text += &format!("{}  {line}\n", story.pick("từ đầu", "at start"));
        } else {
            text += &format!("{date}  {line}\n");
        }
    }
    Ok(text)
}

struct Story<'record, 'rows> {
    record: &'record Record<'rows>,
    language: Language,
}

/// A line of the story at its day.
type Line = (NaiveDate, String);

impl Story<'_, '_> {
    fn pick<'text>(&self, vi: &'text str, en: &'text str) -> &'text str {
        pick(self.language, vi, en)
    }

    fn holder(&self, moment: &Moment) -> Result<Place, Absence> {
        self.record
            .structure()
            .holder(&moment.code, moment.date)
            .ok_or_else(|| self.record.absence(&moment.code, moment.date))
    }

    /// Code and name of a unit on a day, or what it was last where it is not there any more.
    fn called(&self, place: Place, date: NaiveDate) -> String {
        let structure = self.record.structure();
        let standing = structure.on(place, date).or_else(|| structure.last(place));
        standing
            .map(|unit| code_and_name(&unit))
            .unwrap_or_default()
    }

    /// A unit with everything above it.
    fn address(&self, place: Place, date: NaiveDate) -> String {
        let above: Vec<String> = self
            .record
            .structure()
            .ancestors(place, date)
            .map(|above| self.called(above, date))
            .collect();
        let name = self.called(place, date);
        if above.is_empty() {
            name
        } else {
            format!("{name} ({})", above.join(", "))
        }
    }

    fn header(&self, place: Place, date: NaiveDate) -> String {
        let address = self.address(place, date);
        match self.language {
            Language::Vi => format!("{address}, ngày {date}:\n"),
            Language::En => format!("{address}, on {date}:\n"),
        }
    }

    /// The decrees of what happened to a unit on a day.
    fn decrees(&self, place: Place, on: NaiveDate) -> String {
        let rows = self.record.rows;
        let mut decrees: Vec<String> = Vec::new();
        let acts = self.record.acts.iter();
        for act in acts.filter(|act| act.place == place && act.on == on) {
            let decree = match act.origin {
                Origin::Event(row) => rows.events.get(row).map(|row| row.decree.clone()),
                Origin::Reform(row) => self.resolution(row),
                Origin::Unit(_) | Origin::Tier => None,
            };
            decrees.extend(decree.filter(|decree| !decree.is_empty()));
        }
        decrees.dedup();
        if decrees.is_empty() {
            String::new()
        } else {
            format!(" [{}]", decrees.join("; "))
        }
    }

    fn resolution(&self, row: usize) -> Option<String> {
        let row = self.record.rows.reform.get(row)?;
        Some(if row.clause.is_empty() {
            row.resolution.clone()
        } else {
            let clause = self.pick("khoản", "clause");
            format!("{}, {clause} {}", row.resolution, row.clause)
        })
    }

    /// Other names, kinds, codes and units above, after one day and up to another.
    fn changes(&self, place: Place, since: NaiveDate, to: NaiveDate) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut before: Option<OrganizationState<'_>> = None;
        for (from, after) in self.record.structure().stages(place) {
            if let Some(before) = before.filter(|_| from > since && from <= to) {
                let mut parts = Vec::new();
                let mut changed = |what: &str, old: &str, new: &str| {
                    if old != new {
                        parts.push(format!("{what}: {old} → {new}"));
                    }
                };
                let word = |unit: &OrganizationState<'_>| level_and_word(unit.kind).1.to_owned();
                let above = |unit: &OrganizationState<'_>| {
                    unit.parent
                        .map(|parent| self.called(parent, from))
                        .unwrap_or_default()
                };
                changed(self.pick("đổi tên", "renamed"), before.name, after.name);
                changed(self.pick("đổi loại", "type"), &word(&before), &word(&after));
                changed(
                    self.pick("đổi mã", "code"),
                    before.code.unwrap_or_default(),
                    after.code.unwrap_or_default(),
                );
                if before.parent != after.parent {
                    changed(
                        self.pick("chuyển cấp trên", "moved"),
                        &above(&before),
                        &above(&after),
                    );
                }
                if !parts.is_empty() {
                    let name = code_and_name(&before);
                    let decrees = self.decrees(place, from);
                    lines.push((from, format!("{name}: {}{decrees}", parts.join("; "))));
                }
            }
            before = Some(after);
        }
        lines
    }

    fn beginning(&self, place: Place) -> Option<Line> {
        let from = self.record.structure().began(place)?;
        let name = self.called(place, from);
        if from == NaiveDate::MIN {
            return Some((from, name));
        }
        let decrees = self.decrees(place, from);
        let made = self.pick("thành lập", "established");
        Some((from, format!("{name}: {made}{decrees}")))
    }

    fn steps(&self, steps: &[Link]) -> Vec<Line> {
        let mut told = HashSet::new();
        let numbers = |step: Link| {
            let links = self.record.structure().links().zip(0..);
            links.filter(move |(link, _)| **link == step)
        };
        steps
            .iter()
            .map(|step| {
                // Several lines may tell of the same units: each has words of its own.
                let number = numbers(*step).map(|(_, number)| number);
                let number = number.into_iter().find(|number| told.insert(*number));
                self.step(step, number)
            })
            .collect()
    }

    fn step(&self, step: &Link, number: Option<usize>) -> Line {
        let eve = step.on.pred_opt().unwrap_or(step.on);
        let from = self.called(step.from, eve);
        let to = self.called(step.to, step.on);
        let share = match step.share {
            Share::Whole => self.pick("toàn bộ", "all of it"),
            Share::Part => self.pick("một phần", "a part"),
        };
        let mut line = format!("{from}: {share} → {to}");
        let origin = number.and_then(|number| self.record.link_origins.get(number));
        if let Some(Origin::Reform(number)) = origin
            && let Some(row) = self.record.rows.reform.get(*number)
        {
            let told = [&row.legal_part, &row.basis].map(String::as_str);
            let told: Vec<&str> = told.into_iter().filter(|word| !word.is_empty()).collect();
            if !told.is_empty() {
                line += &format!(" ({})", told.join(", "));
            }
            if let Some(resolution) = self.resolution(*number).filter(|text| !text.is_empty()) {
                line += &format!(" [{resolution}]");
            }
        }
        (step.on, line)
    }

    /// The end of a unit without a successor.
    fn lost(&self, place: Place, end: NaiveDate) -> Line {
        let mut ends = self.record.acts.iter().rev();
        let tier = ends
            .find(|act| act.place == place && act.on == end)
            .is_some_and(|act| act.origin == Origin::Tier);
        let name = self.called(place, end);
        let decrees = self.decrees(place, end);
        let how = if tier {
            self.pick(
                "kết thúc cùng cấp huyện; không dòng nào nêu đơn vị kế tiếp",
                "ended with the level of districts; no line states a successor",
            )
        } else {
            self.pick(
                "giải thể; không dòng nào nêu đơn vị kế tiếp",
                "dissolved; no line states a successor",
            )
        };
        (end, format!("{name}: {how}{decrees}"))
    }

    fn outcome(&self, fate: &Fate, on: NaiveDate) -> String {
        let mut text = match self.language {
            Language::Vi => format!("Ngày {on}:\n"),
            Language::En => format!("On {on}:\n"),
        };
        for heir in &fate.heirs {
            let share = match heir.share {
                Share::Whole => self.pick("toàn bộ ở", "all of it in"),
                Share::Part => self.pick("một phần ở", "a part in"),
            };
            text += &format!("  {share} {}\n", self.address(heir.place, on));
        }
        for (lost, end) in &fate.lost {
            let name = self.called(*lost, *end);
            let unknown = self.pick(
                "không còn; dữ liệu không nêu đơn vị kế tiếp của",
                "not there; the record states no successor of",
            );
            text += &format!("  {unknown} {name}\n");
            text += &self.below(*lost, *end, on);
        }
        text
    }

    /// Where the units are that stood below one before it ended.
    fn below(&self, lost: Place, end: NaiveDate, on: NaiveDate) -> String {
        let structure = self.record.structure();
        let Some(eve) = end.pred_opt() else {
            return String::new();
        };
        let mut seen = HashSet::new();
        let mut text = String::new();
        let mut count = 0;
        for unit in structure.children(lost, eve) {
            count += 1;
            for heir in structure.fate(unit, eve, on).heirs {
                if seen.insert(heir.place) {
                    text += &format!("    {}\n", self.address(heir.place, on));
                }
            }
        }
        if count == 0 {
            return text;
        }
        let title = match self.language {
            Language::Vi => format!("  {count} đơn vị trực thuộc của nó nay ở:\n"),
            Language::En => format!("  the {count} units that were below it are now in:\n"),
        };
        title + &text
    }
}

fn code_and_name(unit: &OrganizationState<'_>) -> String {
    match unit.code {
        Some(code) => format!("{code} {}", unit.name),
        None => unit.name.to_owned(),
    }
}
