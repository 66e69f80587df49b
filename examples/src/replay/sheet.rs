//! The units of a day as a table.

use handbook::NaiveDate;
use handbook::organization::structure::Place;

use super::record::{Record, level_and_word};
use super::table::quoted;

/// The header of the table.
const HEADER: &str = "code,level,type,name,parent\n";

/// The units that live on a day, all or one with everything below it, as comma-separated text in
/// the order of codes: shorter ones first, which puts provinces before districts and communes.
#[must_use]
pub fn sheet(record: &Record<'_>, on: NaiveDate, below: Option<Place>) -> String {
    let structure = record.structure();
    let places: Vec<Place> = match below {
        Some(root) => structure.subtree(root, on),
        None => structure
            .roots(on)
            .flat_map(|root| structure.subtree(root, on))
            .collect(),
    };
    let mut lines: Vec<(&str, String)> = places
        .into_iter()
        .filter_map(|place| structure.on(place, on))
        .map(|unit| {
            let code = unit.code.unwrap_or_default();
            let (level, word) = level_and_word(unit.kind);
            let parent = unit
                .parent
                .and_then(|parent| structure.on(parent, on))
                .and_then(|parent| parent.code)
                .unwrap_or_default();
            let line = format!(
                "{},{level},{},{},{}\n",
                quoted(code),
                quoted(word),
                quoted(unit.name),
                quoted(parent)
            );
            (code, line)
        })
        .collect();
    lines.sort_by(|(left, _), (right, _)| (left.len(), left).cmp(&(right.len(), right)));
    let mut text = HEADER.to_owned();
    for (_, line) in lines {
        text += &line;
    }
    text
}
