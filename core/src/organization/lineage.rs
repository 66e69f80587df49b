//! What came before an organization and what became of it, across any number of steps.

use chrono::NaiveDate;

use super::structure::{Place, Structure};
use crate::compact::Gather;

/// How much of an organization went on in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// All of it.
    Whole,
    /// A part of it.
    Part,
}

/// An organization, or a part of it, that went on in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What came before.
    pub from: Place,
    /// What came after.
    pub to: Place,
    /// The day on which it did.
    pub on: NaiveDate,
    /// How much.
    pub share: Share,
}

/// Where an organization, or a part of it, is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heir {
    /// The organization that it is in now; itself where it goes on.
    pub place: Place,
    /// Whether all of it is there.
    pub share: Share,
}

/// What became of an organization by a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fate {
    /// Where it is now, each organization once, in the order in which they are reached.
    pub heirs: Vec<Heir>,
    /// Organizations on the way that ended, with the day, without a successor that is recorded.
    pub lost: Vec<(Place, NaiveDate)>,
    /// The steps, in the order in which they are reached.
    pub steps: Vec<Link>,
}

impl Fate {
    /// The one organization that all of it is in, where there is one.
    #[must_use]
    pub fn whole(&self) -> Option<Place> {
        match (self.heirs.as_slice(), self.lost.as_slice()) {
            ([heir], []) => Some(heir.place),
            _ => None,
        }
    }
}

/// What came before an organization, by the earliest organizations that are recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ancestry {
    /// Every organization that went into it, at any distance, in the order in which they are
    /// reached.
    pub forebears: Vec<Place>,
    /// The steps, the nearest first.
    pub steps: Vec<Link>,
}

impl Structure {
    /// What became of an organization between a day on which it was there and a later one.
    ///
    /// An organization that goes on is its own heir; where a part of it went elsewhere
    /// meanwhile, both are heirs of a part. Parts that meet again in one heir, with nothing
    /// lost, are the whole.
    #[must_use]
    pub fn fate(&self, place: Place, from: NaiveDate, to: NaiveDate) -> Fate {
        let mut fate = Fate::default();
        let mut seen = Vec::new();
        // Each entry: the day from which an organization is followed, the organization, and
        // whether everything came there whole. The earliest day comes first: whoever is reached
        // again later has been followed from before that.
        let mut ahead = vec![(from, place, true)];
        while let Some((since, here, all)) = take_least(&mut ahead, |left, right| left.0 < right.0)
        {
            if seen.contains(&here) {
                continue;
            }
            seen.push(here);
            let end = self.ended(here).filter(|end| *end <= to);
            let mut links: Vec<Link> = self
                .successors(here)
                .filter(|link| link.on <= to && (link.on > since || end == Some(link.on)))
                .copied()
                .gather();
            links.reverse();
            let parted = links.iter().any(|link| link.share == Share::Part);
            match end {
                None => fate.heirs.push(Heir {
                    place: here,
                    share: if all && !parted {
                        Share::Whole
                    } else {
                        Share::Part
                    },
                }),
                Some(end) => {
                    if !links.iter().any(|link| link.on == end) {
                        fate.lost.push((here, end));
                    }
                }
            }
            for link in links {
                fate.steps.push(link);
                ahead.push((link.on, link.to, all && link.share == Share::Whole));
            }
        }
        if let ([heir], []) = (fate.heirs.as_mut_slice(), fate.lost.as_slice()) {
            heir.share = Share::Whole;
        }
        fate
    }

    /// What an organization came from, by everything that is recorded up to a day.
    #[must_use]
    pub fn ancestry(&self, place: Place, on: NaiveDate) -> Ancestry {
        let mut ancestry = Ancestry::default();
        let mut seen = Vec::new();
        // As with a fate, but the latest day first. Each entry says too whether it is the start.
        let mut behind = vec![(on, place, true)];
        while let Some((until, here, start)) =
            take_least(&mut behind, |left, right| left.0 > right.0)
        {
            if seen.contains(&here) {
                continue;
            }
            seen.push(here);
            if !start {
                ancestry.forebears.push(here);
            }
            // What came on the day on which an organization went on came before only where the
            // organization ended with that.
            let same_day = start || self.ended(here) == Some(until);
            for link in self.predecessors(here) {
                if link.on < until || (same_day && link.on == until) {
                    ancestry.steps.push(*link);
                    behind.push((link.on, link.from, false));
                }
            }
        }
        ancestry
    }
}

/// Takes out the first entry that no other one comes before.
fn take_least<T>(entries: &mut Vec<T>, before: impl Fn(&T, &T) -> bool) -> Option<T> {
    let mut least = 0;
    for (place, entry) in entries.iter().enumerate() {
        if entries.get(least).is_some_and(|known| before(entry, known)) {
            least = place;
        }
    }
    (least < entries.len()).then(|| entries.remove(least))
}
