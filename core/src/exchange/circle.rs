//! Who belongs where on a day, as far as the tables say.

use crate::compact::sort_by;
use chrono::NaiveDate;

/// Where a member belongs over time. Places are those of the organizations' table.
#[derive(Debug, Clone)]
pub(super) struct Home {
    /// The cell before, with the first day there.
    pub(super) earlier: Option<(u32, NaiveDate)>,
    pub(super) cell: u32,
    pub(super) since: NaiveDate,
    /// First day without membership.
    pub(super) left: Option<NaiveDate>,
}

impl Home {
    /// The cell on a day.
    pub(super) fn on(&self, date: NaiveDate) -> Option<u32> {
        if self.left.is_some_and(|left| left <= date) {
            return None;
        }
        if self.since <= date {
            return Some(self.cell);
        }
        self.earlier
            .filter(|(_, since)| *since <= date)
            .map(|(cell, _)| cell)
    }
}

/// The organizations as a forest, each with the interval of everything below it.
#[derive(Debug)]
pub(super) struct Tree {
    /// First and last number below, in the order of a walk from the roots.
    spans: Vec<(u32, u32)>,
}

impl Tree {
    /// Numbers the organizations by a walk from the roots. `parents` holds each one's parent.
    ///
    /// # Errors
    /// The cycles, each from its first organization in the order of the table.
    pub(super) fn new(parents: &[Option<u32>]) -> Result<Self, Vec<Vec<u32>>> {
        let cycles = cycles(parents);
        if !cycles.is_empty() {
            return Err(cycles);
        }
        let mut children: Vec<Vec<u32>> = vec![Vec::new(); parents.len()];
        let mut open: Vec<(u32, bool)> = Vec::new();
        for (place, parent) in parents.iter().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            match parent.and_then(|parent| at_mut(&mut children, parent)) {
                Some(siblings) => siblings.push(place),
                None => open.push((place, false)),
            }
        }
        let mut spans = vec![(0, 0); parents.len()];
        let mut next = 0;
        while let Some((place, entered)) = open.pop() {
            let Some(span) = at_mut(&mut spans, place) else {
                continue;
            };
            if entered {
                span.1 = next;
                continue;
            }
            next += 1;
            span.0 = next;
            open.push((place, true));
            let below = at_mut(&mut children, place)
                .map(std::mem::take)
                .unwrap_or_default();
            open.extend(below.into_iter().map(|child| (child, false)));
        }
        Ok(Self { spans })
    }

    /// Whether an organization is another one or stands below it.
    pub(super) fn is_below(&self, place: u32, above: u32) -> bool {
        let span = |place: u32| {
            usize::try_from(place)
                .ok()
                .and_then(|place| self.spans.get(place))
                .copied()
        };
        match (span(place), span(above)) {
            (Some((number, _)), Some((first, last))) => (first..=last).contains(&number),
            _ => false,
        }
    }
}

fn at_mut<T>(list: &mut [T], place: u32) -> Option<&mut T> {
    usize::try_from(place)
        .ok()
        .and_then(|place| list.get_mut(place))
}

fn cycles(parents: &[Option<u32>]) -> Vec<Vec<u32>> {
    let mut walked_by: Vec<Option<usize>> = vec![None; parents.len()];
    let mut found = Vec::new();
    for walk in 0..parents.len() {
        let mut path = Vec::new();
        let mut next = u32::try_from(walk).ok();
        while let Some(place) = next {
            let Some(walker) = at_mut(&mut walked_by, place) else {
                break;
            };
            if *walker == Some(walk) {
                let start = path
                    .iter()
                    .position(|known| *known == place)
                    .unwrap_or_default();
                let mut cycle: Vec<u32> = path.split_off(start);
                let lowest = cycle.iter().enumerate().min_by_key(|(_, place)| **place);
                let lowest = lowest.map_or(0, |(at, _)| at);
                cycle.rotate_left(lowest);
                found.push(cycle);
                break;
            }
            if walker.is_some() {
                break;
            }
            *walker = Some(walk);
            path.push(place);
            next = usize::try_from(place)
                .ok()
                .and_then(|at| parents.get(at))
                .copied()
                .flatten();
        }
    }
    found
}

/// Calls every member of a cell that a roll-call of that cell leaves out, with the roll-call's
/// first line, until `call` wants no more. `order` holds meeting, member and line, sorted;
/// meetings of organizations that are not cells are left to the record.
pub(super) fn roll_call_gaps(
    order: &[(u32, u32, u32)],
    met: &[Option<(u32, NaiveDate)>],
    homes: &[Option<Home>],
    mut call: impl FnMut(u32, u32) -> bool,
) {
    // First and last days of belonging per cell: who belongs on a day is a difference of two
    // counts, so that a complete roll-call costs no walk over the cell.
    let mut stays: Vec<Stays> = Vec::new();
    for (member, home) in homes.iter().enumerate() {
        let Some(home) = home else { continue };
        let member = u32::try_from(member).unwrap_or(u32::MAX);
        let left = home.left.unwrap_or(NaiveDate::MAX);
        if home.since < left {
            stays_in(&mut stays, home.cell, |cell| {
                cell.add(member, home.since, left)
            });
        }
        if let Some((cell, since)) = home.earlier {
            let end = home.since.min(left);
            if since < end {
                stays_in(&mut stays, cell, |cell| cell.add(member, since, end));
            }
        }
    }
    for cell in &mut stays {
        sort_by(&mut cell.starts, Ord::cmp);
        sort_by(&mut cell.ends, Ord::cmp);
    }
    for roll in order.chunk_by(|first, second| first.0 == second.0) {
        let Some((meeting, _, _)) = roll.first() else {
            continue;
        };
        let facts = usize::try_from(*meeting)
            .ok()
            .and_then(|at| met.get(at))
            .copied()
            .flatten();
        let Some((cell, on)) = facts else { continue };
        let Some(stays) = usize::try_from(cell).ok().and_then(|cell| stays.get(cell)) else {
            continue;
        };
        if stays.belonging(on) == roll.len() {
            continue;
        }
        let line = roll
            .iter()
            .map(|(_, _, line)| *line)
            .min()
            .unwrap_or_default();
        for (member, start, end) in &stays.members {
            let belongs = *start <= on && on < *end;
            if belongs
                && roll
                    .binary_search_by_key(member, |(_, named, _)| *named)
                    .is_err()
                && !call(line, *member)
            {
                return;
            }
        }
    }
}

/// Works on the stays in one cell; cells are numbered without gaps.
fn stays_in(stays: &mut Vec<Stays>, cell: u32, work: impl FnOnce(&mut Stays)) {
    let place = usize::try_from(cell).unwrap_or(usize::MAX);
    if place >= stays.len() {
        stays.resize_with(place.saturating_add(1), Stays::default);
    }
    if let Some(stays) = stays.get_mut(place) {
        work(stays);
    }
}

/// The stays in one cell.
#[derive(Default)]
struct Stays {
    members: Vec<(u32, NaiveDate, NaiveDate)>,
    starts: Vec<NaiveDate>,
    /// First days without belonging.
    ends: Vec<NaiveDate>,
}

impl Stays {
    fn add(&mut self, member: u32, start: NaiveDate, end: NaiveDate) {
        self.members.push((member, start, end));
        self.starts.push(start);
        self.ends.push(end);
    }

    fn belonging(&self, on: NaiveDate) -> usize {
        let started = self.starts.partition_point(|start| *start <= on);
        let ended = self.ends.partition_point(|end| *end <= on);
        started.saturating_sub(ended)
    }
}
