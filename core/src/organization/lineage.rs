//! What came before an organization and what became of it, across any number of steps.

use chrono::NaiveDate;

use super::structure::{Place, Structure};

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
        let mut seen = vec![place];
        // Each entry: an organization, and the day from which it is followed.
        let mut reached = vec![(place, from)];
        let mut whole = vec![true];
        let mut next = 0;
        while let Some((here, since)) = reached.get(next).copied() {
            let all = whole.get(next).copied().unwrap_or_default();
            next += 1;
            let end = self.ended(here).filter(|end| *end <= to);
            let mut links: Vec<Link> = self
                .successors(here)
                .filter(|link| link.on <= to && (link.on > since || end == Some(link.on)))
                .copied()
                .collect();
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
                if !seen.contains(&link.to) {
                    seen.push(link.to);
                    reached.push((link.to, link.on));
                    whole.push(all && link.share == Share::Whole);
                }
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
        let mut reached = vec![(place, on)];
        let mut next = 0;
        while let Some((here, until)) = reached.get(next).copied() {
            next += 1;
            for link in self.predecessors(here).filter(|link| link.on <= until) {
                ancestry.steps.push(*link);
                if link.from != place && !ancestry.forebears.contains(&link.from) {
                    ancestry.forebears.push(link.from);
                    reached.push((link.from, link.on));
                }
            }
        }
        ancestry
    }
}
