//! Where the cap cuts a group: by marks alone, so that no order of entry matters.

use super::cap::{CapCounts, CapOutcome, CapRules, CapTerms};
use crate::compact::sort_by;
use crate::error::HandbookError;
use crate::rulebook::policy::Level;
use crate::verdict::Recorder;

/// The level by the own facts, with the marks that rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Own {
    /// Absent when not rated.
    pub(crate) level: Option<Level>,
    pub(crate) marks: Option<u32>,
}

/// What came out for one of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FinalLevel {
    /// Not rated this year (EVL-10), or no facts were recorded.
    NotRated,
    /// A level.
    Level(Level),
    /// Eligible for excellent, tied at the cap's line: people must vote.
    VoteNeeded,
}

impl FinalLevel {
    /// The level; none when not rated or to be voted on.
    pub(crate) fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::NotRated | Self::VoteNeeded => None,
        }
    }
}

/// A group after the cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cut {
    pub(crate) counts: CapCounts,
    pub(crate) allowed: u32,
    /// How many of those tied at the line may be excellent; 0 where nobody is.
    pub(crate) seats: u32,
    /// The marks of the last one in; none where nobody is.
    last_in: Option<u32>,
    /// Whether all eligible have marks; else they count as tied.
    ranked: bool,
}

/// A group's counts.
pub(crate) fn counted(all: &[Own]) -> CapCounts {
    let mut counts = CapCounts {
        eligible: 0,
        good: 0,
        rated: 0,
    };
    for own in all {
        counts.rated += u32::from(own.level.is_some());
        counts.eligible += u32::from(own.level == Some(Level::Excellent));
        counts.good += u32::from(own.level == Some(Level::Good));
    }
    counts
}

impl Cut {
    /// Applies the cap to a group whose own levels are known.
    pub(crate) fn judge<R: Recorder>(
        rules: &CapRules<'_>,
        terms: &CapTerms,
        all: &[Own],
        recorder: &mut R,
    ) -> Result<Self, HandbookError> {
        let counts = counted(all);
        let limit = rules.limit(counts, counts.eligible, terms, recorder)?;
        Ok(Self::of(all, counts.eligible.min(limit)))
    }

    /// The cut that leaves `allowed` of the eligible in.
    pub(crate) fn of(all: &[Own], allowed: u32) -> Self {
        let mut cut = Self {
            counts: counted(all),
            allowed,
            seats: 0,
            last_in: None,
            ranked: true,
        };
        let mut marks = Vec::new();
        for own in all {
            if own.level == Some(Level::Excellent) {
                cut.ranked &= own.marks.is_some();
                marks.push(own.marks);
            }
        }
        if !cut.ranked {
            marks.fill(None);
        }
        sort_by(&mut marks, |left, right| right.cmp(left));
        let places = usize::try_from(allowed).unwrap_or(usize::MAX);
        let last_in = places.checked_sub(1).and_then(|last| marks.get(last));
        let Some(last_in) = last_in.copied() else {
            return cut;
        };
        cut.last_in = Some(last_in.unwrap_or_default());
        if marks.get(places) == Some(&last_in) {
            let clear = marks.partition_point(|marks| *marks > last_in);
            let clear = u32::try_from(clear).unwrap_or(u32::MAX);
            cut.seats = allowed.saturating_sub(clear);
        }
        cut
    }

    /// The marks that rank one who is eligible; 0 for all where somebody has none.
    pub(crate) fn rank_key(&self, own: Own) -> u32 {
        own.marks.filter(|_| self.ranked).unwrap_or_default()
    }

    /// Marks of the last one who is in, where marks rank and anyone is.
    pub(crate) fn line(&self) -> Option<u32> {
        self.last_in.filter(|_| self.ranked)
    }

    /// The level after the cap.
    pub(crate) fn level(&self, own: Own) -> FinalLevel {
        match own.level {
            None => FinalLevel::NotRated,
            Some(Level::Excellent) => {
                let marks = self.rank_key(own);
                match self.last_in {
                    Some(line) if marks == line && self.seats > 0 => FinalLevel::VoteNeeded,
                    Some(line) if marks >= line => FinalLevel::Level(Level::Excellent),
                    _ => FinalLevel::Level(Level::Good),
                }
            }
            Some(level) => FinalLevel::Level(level),
        }
    }

    /// Who stays excellent, by name.
    pub(crate) fn outcome(
        &self,
        group: &str,
        all: &mut dyn Iterator<Item = (&str, Own)>,
    ) -> CapOutcome {
        let mut outcome = CapOutcome {
            group: group.to_owned(),
            allowed: self.allowed,
            excellent: Vec::new(),
            demoted: Vec::new(),
            vote_needed: Vec::new(),
            seats: self.seats,
        };
        for (id, own) in all {
            if own.level != Some(Level::Excellent) {
                continue;
            }
            let list = match self.level(own) {
                FinalLevel::VoteNeeded => &mut outcome.vote_needed,
                FinalLevel::Level(Level::Excellent) => &mut outcome.excellent,
                _ => &mut outcome.demoted,
            };
            list.push(id.to_owned());
        }
        for list in [
            &mut outcome.excellent,
            &mut outcome.demoted,
            &mut outcome.vote_needed,
        ] {
            sort_by(list, Ord::cmp);
        }
        outcome
    }
}
