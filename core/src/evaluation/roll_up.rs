//! Levels rolled up to the commune, the district, the province and the country: partial sums that
//! may be made anywhere and merged in any order.

use serde::{Deserialize, Serialize};

use super::cap::{CapCounts, CapRules};
use crate::check::{FULL_MARKS, SAFE_INTEGER_MOST, in_range, stands_once};
use crate::compact::{TextMap, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{self, IDENTIFIER_MAX_BYTES};
use crate::rulebook::Rules;
use crate::rulebook::policy::{CapReading, Level};
use crate::verdict::{Basis, PolicyUsed, Recorder, Verdict};

/// The form of the bytes, and its version.
const FORM: &[u8] = b"HRU1";

/// How many of a group have the same marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarkCount {
    /// Marks in hundredths of a point, 0 to 10,000.
    pub marks: u32,
    /// How many have them.
    pub count: u32,
}

/// What one part of a group adds to the group's sums: whoever was judged there, counted by the
/// level of their own facts, and the marks of those eligible for excellent.
///
/// The cap holds over the whole group, so a part of it cannot be capped; but its counts can be
/// added. Nothing in it names a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GroupPartial {
    not_completed: u32,
    completed: u32,
    good: u32,
    eligible: u32,
    /// Those eligible, from the highest marks down; no marks twice, no count of 0. Those without
    /// marks are in `eligible` alone.
    ranked: Vec<MarkCount>,
}

/// A group after the cap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CappedSums {
    /// How many may be excellent: `totals.excellent` and `totals.seats`.
    pub allowed: u32,
    /// Who of those eligible stays excellent.
    pub line: CapLineMarks,
    /// The group by levels.
    pub totals: RollUpTotals,
}

/// Where the cap cuts those eligible for excellent, in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CapLineMarks {
    /// All stay excellent: the cap does not bite.
    Everyone,
    /// All are demoted: the cap allows none.
    Nobody,
    /// One of them has no marks, so nobody can be ranked: all are voted on.
    Unranked,
    /// Those with these marks or more stay excellent, the others are demoted.
    From(u32),
    /// Those with more stay excellent, those with exactly these marks are voted on.
    Tied(u32),
}

/// Levels after the cap, counted: of a group, or of all groups below a unit.
///
/// `rated` = `notCompleted` + `completed` + `good` + `excellent` + `voteNeeded`. Where ties are not
/// voted on but ordered by whatever a body chose, `excellent` + `seats` are excellent and `good` +
/// `voteNeeded` − `seats` are good, whoever wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollUpTotals {
    /// All rated.
    pub rated: i64,
    /// Không hoàn thành nhiệm vụ.
    pub not_completed: i64,
    /// Hoàn thành nhiệm vụ.
    pub completed: i64,
    /// Hoàn thành tốt nhiệm vụ, with those demoted.
    pub good: i64,
    /// Hoàn thành xuất sắc nhiệm vụ, without a vote.
    pub excellent: i64,
    /// Eligible for excellent and demoted to good by the cap.
    pub demoted: i64,
    /// Tied at the line: people must vote on them.
    pub vote_needed: i64,
    /// How many of `voteNeeded` may be excellent, the seats of all groups added up.
    pub seats: i64,
}

/// A unit of the roll-up: a group within which the cap holds, or one above groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollUpUnit {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// The unit directly above; absent at the top.
    #[serde(default)]
    pub parent: Option<String>,
    /// The superior judged the unit outstanding, which raises the share of its own group.
    #[serde(default)]
    pub outstanding: bool,
}

/// A part of a group, or the whole of it, counted before the cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollUpGroup {
    /// The unit whose group it is.
    pub unit: String,
    /// Those whose own facts give not completed.
    pub not_completed: u32,
    /// Those whose own facts give completed.
    pub completed: u32,
    /// Those whose own facts give good.
    pub good: u32,
    /// Those whose own facts give excellent, by their marks, in any order.
    #[serde(default)]
    pub eligible: Vec<MarkCount>,
    /// Those whose own facts give excellent and who have no marks.
    #[serde(default)]
    pub eligible_unranked: u32,
}

/// Groups with the units above them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollUpInput {
    /// What the cap is a share of; absent for the reading in force.
    #[serde(default)]
    pub reading: Option<CapReading>,
    /// Every unit, in any order.
    pub units: Vec<RollUpUnit>,
    /// The groups' counts. Several of the same unit are parts of one group and are added.
    pub groups: Vec<RollUpGroup>,
}

/// A unit's line of the roll-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollUpLine {
    /// The unit.
    pub unit: String,
    /// How many of its own group may be excellent; absent where it has no group.
    #[serde(default)]
    pub allowed: Option<u32>,
    /// Its own group and all groups below it.
    pub totals: RollUpTotals,
}

/// Levels by unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RollUp {
    /// Every unit, in the order given.
    pub units: Vec<RollUpLine>,
    /// All groups together.
    pub totals: RollUpTotals,
}

impl GroupPartial {
    /// Adds one who was rated: the level of the own facts, and the marks in hundredths of a
    /// point, which matter only for those eligible for excellent.
    ///
    /// # Errors
    /// [`InputError`] naming `marks` above 10,000, or `rated` when the group would count more
    /// than 2³² − 1; nothing is added then.
    #[inline]
    pub fn add(&mut self, own: Level, marks: Option<u32>) -> Result<(), InputError> {
        if let Some(marks) = marks {
            in_range("marks", marks, 0, FULL_MARKS)?;
        }
        if self.rated() >= u64::from(u32::MAX) {
            return Err(too_many());
        }
        match own {
            Level::NotCompleted => self.not_completed += 1,
            Level::Completed => self.completed += 1,
            Level::Good => self.good += 1,
            Level::Excellent => {
                self.eligible += 1;
                if let Some(marks) = marks {
                    self.rank(MarkCount { marks, count: 1 });
                }
            }
        }
        Ok(())
    }

    /// Adds another part of the same group. Associative and commutative; a part with nobody in it
    /// changes nothing.
    ///
    /// # Errors
    /// [`InputError`] naming `rated` when the group would count more than 2³² − 1; this part is
    /// as before then.
    pub fn merge(&mut self, other: &Self) -> Result<(), InputError> {
        if self.rated() + other.rated() > u64::from(u32::MAX) {
            return Err(too_many());
        }
        self.not_completed += other.not_completed;
        self.completed += other.completed;
        self.good += other.good;
        self.eligible += other.eligible;
        let mut more = other.ranked.as_slice();
        let mut merged = Vec::with_capacity(self.ranked.len().max(more.len()));
        for &mine in &self.ranked {
            let above = more.partition_point(|theirs| theirs.marks > mine.marks);
            let (higher, rest) = more.split_at_checked(above).unwrap_or((more, &[]));
            merged.extend_from_slice(higher);
            more = rest;
            let mut count = mine.count;
            if let Some((same, rest)) = more.split_first()
                && same.marks == mine.marks
            {
                count += same.count;
                more = rest;
            }
            merged.push(MarkCount { count, ..mine });
        }
        merged.extend_from_slice(more);
        self.ranked = merged;
        Ok(())
    }

    /// All rated, at most 2³² − 1.
    #[inline]
    fn rated(&self) -> u64 {
        u64::from(self.not_completed)
            + u64::from(self.completed)
            + u64::from(self.good)
            + u64::from(self.eligible)
    }

    /// E eligible, G good, N rated: what the cap is reckoned from.
    #[must_use]
    pub fn counts(&self) -> CapCounts {
        CapCounts {
            eligible: self.eligible,
            good: self.good,
            rated: u32::try_from(self.rated()).unwrap_or(u32::MAX),
        }
    }

    fn rank(&mut self, new: MarkCount) {
        match self
            .ranked
            .binary_search_by(|known| new.marks.cmp(&known.marks))
        {
            Ok(place) => {
                if let Some(known) = self.ranked.get_mut(place) {
                    known.count += new.count;
                }
            }
            Err(place) => self.ranked.insert(place, new),
        }
    }

    /// Caps the whole group: [`apply_cap`](super::apply_cap()) without names. A tie at the line is
    /// not broken.
    ///
    /// # Errors
    /// As [`CapRules::allowed`].
    pub fn finish<R: Recorder>(
        &self,
        cap: &CapRules<'_>,
        reading: Option<CapReading>,
        outstanding: bool,
        recorder: &mut R,
    ) -> Result<CappedSums, HandbookError> {
        let counts = self.counts();
        let allowed = cap.allowed(counts, reading, outstanding, recorder)?;
        let line = self.line(allowed);
        let (mut inside, mut tied) = (0, 0);
        match line {
            CapLineMarks::Everyone => inside = self.eligible,
            CapLineMarks::Nobody => {}
            CapLineMarks::Unranked => tied = self.eligible,
            CapLineMarks::From(least) => inside = self.above(least) + self.with(least),
            CapLineMarks::Tied(marks) => (inside, tied) = (self.above(marks), self.with(marks)),
        }
        let demoted = i64::from(self.eligible - inside - tied);
        let totals = RollUpTotals {
            rated: counts.rated.into(),
            not_completed: self.not_completed.into(),
            completed: self.completed.into(),
            good: i64::from(self.good) + demoted,
            excellent: inside.into(),
            demoted,
            vote_needed: tied.into(),
            seats: (allowed - inside).into(),
        };
        Ok(CappedSums {
            allowed,
            line,
            totals,
        })
    }

    fn line(&self, allowed: u32) -> CapLineMarks {
        if allowed >= self.eligible {
            return CapLineMarks::Everyone;
        }
        if allowed == 0 {
            return CapLineMarks::Nobody;
        }
        let mut places = allowed;
        let ranked: u64 = self.ranked.iter().map(|group| u64::from(group.count)).sum();
        if ranked < u64::from(self.eligible) {
            return CapLineMarks::Unranked;
        }
        for same in &self.ranked {
            match places.checked_sub(same.count) {
                None => return CapLineMarks::Tied(same.marks),
                Some(0) => return CapLineMarks::From(same.marks),
                Some(left) => places = left,
            }
        }
        CapLineMarks::Everyone
    }

    fn above(&self, marks: u32) -> u32 {
        let higher = self.ranked.iter().take_while(|same| same.marks > marks);
        higher.map(|same| same.count).sum()
    }

    fn with(&self, marks: u32) -> u32 {
        let same = self.ranked.iter().find(|same| same.marks == marks);
        same.map_or(0, |same| same.count)
    }
}

#[cold]
#[inline(never)]
fn too_many() -> InputError {
    InputError::new(InputCode::OutOfRange, "rated", "more than 4294967295")
        .with_limit("0..=4294967295")
}

impl CapLineMarks {
    /// The level after the cap of one of the group; `None` when people must vote. So that whoever
    /// holds a part of the group can tell its members' levels, when the sums have been merged
    /// elsewhere.
    #[must_use]
    pub fn level_of(self, own: Level, marks: Option<u32>) -> Option<Level> {
        if own != Level::Excellent {
            return Some(own);
        }
        let stays = match self {
            Self::Everyone => true,
            Self::Nobody => false,
            Self::Unranked => return None,
            Self::From(least) => marks? >= least,
            Self::Tied(line) if marks? == line => return None,
            Self::Tied(line) => marks? > line,
        };
        Some(if stays { Level::Excellent } else { Level::Good })
    }
}

impl RollUpTotals {
    /// Adds the totals of others.
    ///
    /// # Errors
    /// [`InputError`] naming `totals` past 2⁵³ − 1, what JavaScript counts exactly; these totals
    /// are as before then.
    pub fn add(&mut self, other: &Self) -> Result<(), InputError> {
        let mut sums = *self;
        for (sum, more) in [
            (&mut sums.rated, other.rated),
            (&mut sums.not_completed, other.not_completed),
            (&mut sums.completed, other.completed),
            (&mut sums.good, other.good),
            (&mut sums.excellent, other.excellent),
            (&mut sums.demoted, other.demoted),
            (&mut sums.vote_needed, other.vote_needed),
            (&mut sums.seats, other.seats),
        ] {
            *sum = sum.saturating_add(more);
            in_range("totals", *sum, 0, SAFE_INTEGER_MOST)?;
        }
        *self = sums;
        Ok(())
    }
}

/// Partial sums of many groups: what one process, file or machine knows of the country.
///
/// A commutative monoid: [`merge`](Self::merge) is associative and commutative, and
/// [`default`](Self::default) changes nothing. However the members are split, within a cell too,
/// and in whatever order the parts come, the merged sums are equal, their
/// [bytes](Self::to_bytes) are equal, and so is what [`finish`](Self::finish) makes of them. The
/// cap is applied only there, when every group is whole.
///
/// # Bytes
/// What one engine writes another can read, in any language. Whole numbers are unsigned and
/// little-endian.
///
/// | bytes | what |
/// |---|---|
/// | 4 | `HRU1`: the form and its version |
/// | 4 | how many groups |
/// | | then each group, in the order of the bytes of their identifiers, none twice: |
/// | 1 | length of the identifier, 1 to 64 |
/// | … | the identifier, UTF-8 without control characters and without white space at either end |
/// | 4, 4, 4, 4 | not completed, completed, good, eligible for excellent; together at most 2³² − 1 |
/// | 2 | how many different marks those eligible have |
/// | | then each, from the highest marks down, none twice: |
/// | 2 | the marks in hundredths of a point, 0 to 10,000 |
/// | 4 | how many have them, 1 or more; together at most those eligible |
///
/// Nothing follows. Equal sums have equal bytes.
///
/// ```
/// use handbook::evaluation::{CapRules, PartialRollUp, RollUpUnit};
/// use handbook::rulebook::policy::CapReading;
/// use handbook::{Level, RuleBook, Silent, date};
///
/// // One cell, its members on two machines.
/// let mut here = PartialRollUp::default();
/// let cell = here.group("cell-1")?;
/// cell.add(Level::Excellent, Some(9_500))?;
/// for _ in 0..6 {
///     cell.add(Level::Good, Some(8_000))?;
/// }
/// let mut there = PartialRollUp::default();
/// there.group("cell-1")?.add(Level::Excellent, Some(9_300))?;
///
/// let mut country = PartialRollUp::default();
/// for sent in [there.to_bytes()?, here.to_bytes()?] {
///     country.merge(&PartialRollUp::from_bytes(&sent)?)?;
/// }
/// let unit = |id: &str, parent: Option<&str>| RollUpUnit {
///     id: id.to_owned(),
///     parent: parent.map(str::to_owned),
///     outstanding: false,
/// };
/// let units = [unit("commune", None), unit("cell-1", Some("commune"))];
/// let book = RuleBook::vietnam();
/// let cap = CapRules::in_force(&book.on(date(2025, 12, 31)?)?)?;
/// let reading = Some(CapReading::ShareOfGoodOrBetter);
/// let commune = &country.finish(&cap, reading, &units, &mut Silent)?.units[0];
/// assert_eq!((commune.totals.excellent, commune.totals.good), (1, 7));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct PartialRollUp {
    places: TextMap,
    groups: Vec<(Box<str>, GroupPartial)>,
}

impl PartialEq for PartialRollUp {
    fn eq(&self, other: &Self) -> bool {
        let known = |(id, partial): &(Box<str>, GroupPartial)| other.get(id) == Some(partial);
        self.groups.len() == other.groups.len() && self.groups.iter().all(known)
    }
}

impl Eq for PartialRollUp {}

impl PartialRollUp {
    /// The sums of a group, to be added to; a new group starts with nobody in it.
    ///
    /// # Errors
    /// [`InputError`] naming `group` when the text is no identifier.
    pub fn group(&mut self, id: &str) -> Result<&mut GroupPartial, InputError> {
        let place = match self.places.place(id) {
            Some(place) => place,
            None => self.enter(id)?,
        };
        match self.groups.get_mut(place) {
            Some((_, partial)) => Ok(partial),
            None => Err(InputError::new(InputCode::TooLong, "group", id)),
        }
    }

    #[inline(never)]
    fn enter(&mut self, id: &str) -> Result<usize, InputError> {
        identifier::check("group", id)?;
        let place = self.groups.len();
        self.places.insert(id, place);
        self.groups.push((id.into(), GroupPartial::default()));
        Ok(place)
    }

    /// The sums of a group, where somebody entered it.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&GroupPartial> {
        let (_, partial) = self.groups.get(self.places.place(id)?)?;
        Some(partial)
    }

    /// How many groups were entered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether no group was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Bytes held on the heap, roughly: for engines that budget their memory.
    #[must_use]
    pub fn heap_bytes(&self) -> usize {
        let groups = self
            .groups
            .iter()
            .map(|(id, partial)| id.len() + partial.ranked.capacity() * size_of::<MarkCount>());
        groups.sum::<usize>()
            + self.groups.capacity() * size_of::<(Box<str>, GroupPartial)>()
            + self.places.bytes()
    }

    /// Adds the sums of another part.
    ///
    /// # Errors
    /// [`InputError`] naming `rated` when a group would count more than 2³² − 1. Then a part of
    /// the other may have been added, and these sums are of no use.
    pub fn merge(&mut self, other: &Self) -> Result<(), InputError> {
        for (id, partial) in &other.groups {
            self.group(id)?.merge(partial)?;
        }
        Ok(())
    }

    fn in_order(&self) -> Vec<&(Box<str>, GroupPartial)> {
        let mut ordered: Vec<_> = self.groups.iter().collect();
        sort_by_key(&mut ordered, |(id, _)| &**id);
        ordered
    }

    /// The sums as bytes, in the one form described [above](Self#bytes).
    ///
    /// # Errors
    /// [`InputError`] naming `groups` when they are more than 2³² − 1.
    pub fn to_bytes(&self) -> Result<Vec<u8>, InputError> {
        let number = u32::try_from(self.groups.len())
            .map_err(|_| InputError::new(InputCode::TooLong, "groups", self.groups.len()))?;
        let mut out = FORM.to_vec();
        out.extend_from_slice(&number.to_le_bytes());
        for (id, partial) in self.in_order() {
            // Checked on the way in: an identifier is short, and marks are at most 10,000.
            out.push(u8::try_from(id.len()).unwrap_or(u8::MAX));
            out.extend_from_slice(id.as_bytes());
            for count in [
                partial.not_completed,
                partial.completed,
                partial.good,
                partial.eligible,
            ] {
                out.extend_from_slice(&count.to_le_bytes());
            }
            let short = |number: u32| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
            let different = u16::try_from(partial.ranked.len()).unwrap_or(u16::MAX);
            out.extend_from_slice(&different.to_le_bytes());
            for same in &partial.ranked {
                out.extend_from_slice(&short(same.marks));
                out.extend_from_slice(&same.count.to_le_bytes());
            }
        }
        Ok(out)
    }

    /// Reads sums back. Every byte is checked, and no memory is taken for what the bytes only
    /// promise.
    ///
    /// # Errors
    /// [`InputError`] naming `partial[…]`, the byte at which they are not of the form described
    /// [above](Self#bytes).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InputError> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.take(FORM.len())? != FORM {
            return Err(
                InputError::new(InputCode::UnknownChoice, "partial[0]", "").with_limit("HRU1")
            );
        }
        let mut sums = Self::default();
        for _ in 0..reader.long()? {
            let at = reader.at;
            let length = usize::from(reader.byte()?);
            let id = str::from_utf8(reader.take(length)?)
                .ok()
                .filter(|id| identifier::check("partial", id).is_ok())
                .ok_or_else(|| refused(InputCode::NotAnIdentifier, at, length))?;
            if let Some((last, _)) = sums.groups.last()
                && &**last >= id
            {
                let code = if &**last == id {
                    InputCode::Duplicate
                } else {
                    InputCode::Contradiction
                };
                return Err(refused(code, at, id));
            }
            let partial = reader.group()?;
            *sums.group(id)? = partial;
        }
        if reader.at < bytes.len() {
            return Err(refused(InputCode::TooLong, reader.at, bytes.len()));
        }
        Ok(sums)
    }

    /// Caps every group and adds up the levels to every unit above.
    ///
    /// The groups must be of the kind that the rule book's policy names. Grounds are recorded
    /// group by group, in the order of their identifiers' bytes.
    ///
    /// # Errors
    /// [`HandbookError::Input`] naming `group` where a group is no unit, `units[…].id` and
    /// `units[…].parent` for a unit given twice, an unknown parent or a circle, `totals` past
    /// 2⁵³ − 1; [`HandbookError::RuleNotInForce`] where the book knows no cap.
    pub fn finish<R: Recorder>(
        &self,
        cap: &CapRules<'_>,
        reading: Option<CapReading>,
        units: &[RollUpUnit],
        recorder: &mut R,
    ) -> Result<RollUp, HandbookError> {
        let tree = Tree::new(units)?;
        let mut lines: Vec<RollUpLine> = units
            .iter()
            .map(|unit| RollUpLine {
                unit: unit.id.clone(),
                allowed: None,
                totals: RollUpTotals::default(),
            })
            .collect();
        let mut totals = RollUpTotals::default();
        for (id, partial) in self.in_order() {
            let place = tree.places.place(id);
            let unit = place.and_then(|place| units.get(place).zip(lines.get_mut(place)));
            let Some((unit, line)) = unit else {
                return Err(InputError::new(InputCode::UnknownId, "group", id).into());
            };
            let capped = partial.finish(cap, reading, unit.outstanding, recorder)?;
            line.allowed = Some(capped.allowed);
            line.totals = capped.totals;
            totals.add(&capped.totals)?;
        }
        tree.add_up(units, &mut lines)?;
        Ok(RollUp {
            units: lines,
            totals,
        })
    }
}

#[cold]
#[inline(never)]
fn refused(code: InputCode, at: usize, value: impl std::fmt::Display) -> InputError {
    InputError::new(code, format!("partial[{at}]"), value)
}

/// Reads the bytes of partial sums.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], InputError> {
        let end = self.at.saturating_add(length);
        let Some(piece) = self.bytes.get(self.at..end) else {
            return Err(refused(InputCode::Empty, self.at, ""));
        };
        self.at = end;
        Ok(piece)
    }

    fn byte(&mut self) -> Result<u8, InputError> {
        let mut value = [0; 1];
        value.copy_from_slice(self.take(1)?);
        Ok(u8::from_le_bytes(value))
    }

    fn short(&mut self) -> Result<u16, InputError> {
        let mut value = [0; 2];
        value.copy_from_slice(self.take(2)?);
        Ok(u16::from_le_bytes(value))
    }

    fn long(&mut self) -> Result<u32, InputError> {
        let mut value = [0; 4];
        value.copy_from_slice(self.take(4)?);
        Ok(u32::from_le_bytes(value))
    }

    fn group(&mut self) -> Result<GroupPartial, InputError> {
        let start = self.at;
        let mut group = GroupPartial {
            not_completed: self.long()?,
            completed: self.long()?,
            good: self.long()?,
            eligible: self.long()?,
            ranked: Vec::new(),
        };
        if group.rated() > u64::from(u32::MAX) {
            return Err(refused(InputCode::OutOfRange, start, group.rated()));
        }
        let mut ranked = 0_u64;
        for _ in 0..self.short()? {
            let at = self.at;
            let same = MarkCount {
                marks: self.short()?.into(),
                count: self.long()?,
            };
            let falls = group
                .ranked
                .last()
                .is_none_or(|last| same.marks < last.marks);
            ranked += u64::from(same.count);
            if same.marks > FULL_MARKS || same.count == 0 || !falls {
                return Err(refused(InputCode::OutOfRange, at, same.marks));
            }
            if ranked > u64::from(group.eligible) {
                return Err(refused(InputCode::Contradiction, at, ranked));
            }
            group.ranked.push(same);
        }
        Ok(group)
    }
}

/// Where the units stand.
struct Tree {
    places: TextMap,
    /// The place of each unit's parent.
    parents: Vec<Option<usize>>,
}

impl Tree {
    fn new(units: &[RollUpUnit]) -> Result<Self, InputError> {
        let mut places = TextMap::new();
        for (line, unit) in units.iter().enumerate() {
            let field = || format!("units[{line}].id");
            stands_once(&mut places, &field, &unit.id, line)?;
        }
        let mut parents = Vec::with_capacity(units.len());
        for (line, unit) in units.iter().enumerate() {
            let place = unit.parent.as_deref().map(|parent| places.place(parent));
            if let (Some(None), Some(parent)) = (place, &unit.parent) {
                let field = format!("units[{line}].parent");
                return Err(InputError::new(InputCode::UnknownId, field, parent));
            }
            parents.push(place.flatten());
        }
        Ok(Self { places, parents })
    }

    /// Adds each unit to its parent, once everything below it has been added to it.
    fn add_up(&self, units: &[RollUpUnit], lines: &mut [RollUpLine]) -> Result<(), InputError> {
        let mut open = vec![0_usize; self.parents.len()];
        for parent in self.parents.iter().flatten() {
            if let Some(open) = open.get_mut(*parent) {
                *open += 1;
            }
        }
        let mut ready: Vec<usize> = Vec::new();
        ready.extend((0..open.len()).filter(|&place| open.get(place) == Some(&0)));
        let mut done = 0;
        while let Some(place) = ready.pop() {
            done += 1;
            let Some(parent) = self.parents.get(place).copied().flatten() else {
                continue;
            };
            let below = lines.get(place).map(|line| line.totals).unwrap_or_default();
            if let Some(line) = lines.get_mut(parent) {
                line.totals.add(&below)?;
            }
            if let Some(open) = open.get_mut(parent) {
                *open -= 1;
                if *open == 0 {
                    ready.push(parent);
                }
            }
        }
        if done == units.len() {
            return Ok(());
        }
        // What stays open is a circle, or stands above one.
        let circle = open.iter().position(|open| *open > 0).unwrap_or_default();
        let parent = units.get(circle).and_then(|unit| unit.parent.as_deref());
        Err(InputError::new(
            InputCode::Cycle,
            format!("units[{circle}].parent"),
            parent.unwrap_or_default(),
        ))
    }
}

/// Levels by unit (tổng hợp kết quả xếp loại): every group under its cap, and the sums for the
/// commune, the district, the province and whatever else stands above (section 6.4).
///
/// A tie at a group's line is not broken: those tied are in `voteNeeded` with the `seats` left,
/// and are good or excellent when people have voted. Each group has one ground, in the order of
/// their identifiers' bytes. Rust programs with very many groups, or parts of them in many places,
/// use [`PartialRollUp`], on which this rests.
///
/// # Errors
/// As [`PartialRollUp::finish`]; [`HandbookError::Input`] also naming `groups[…]`, with marks
/// above 10,000 or more than 2³² − 1 of one group.
///
/// ```
/// use handbook::evaluation::{MarkCount, RollUpGroup, RollUpInput, RollUpUnit, roll_up};
/// use handbook::rulebook::policy::CapReading;
/// use handbook::{RuleBook, date};
///
/// let unit = |id: &str, parent: Option<&str>| RollUpUnit {
///     id: id.to_owned(),
///     parent: parent.map(str::to_owned),
///     outstanding: false,
/// };
/// let input = RollUpInput {
///     reading: Some(CapReading::ShareOfRated),
///     units: vec![unit("commune", None), unit("cell", Some("commune"))],
///     groups: vec![RollUpGroup {
///         unit: "cell".to_owned(),
///         not_completed: 0,
///         completed: 2,
///         good: 5,
///         eligible: vec![MarkCount { marks: 9_500, count: 1 }, MarkCount { marks: 9_100, count: 2 }],
///         eligible_unranked: 0,
///     }],
/// };
/// let book = RuleBook::vietnam();
/// let verdict = roll_up(&book.on(date(2025, 12, 31)?)?, &input)?;
/// let commune = &verdict.value.units[0].totals;
/// assert_eq!((commune.rated, commune.excellent, commune.good), (10, 1, 5));
/// assert_eq!((commune.vote_needed, commune.seats), (2, 1));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn roll_up(rules: &Rules<'_>, input: &RollUpInput) -> Result<Verdict<RollUp>, HandbookError> {
    let mut sums = PartialRollUp::default();
    for (line, group) in input.groups.iter().enumerate() {
        add_group(&mut sums, group).map_err(|error| error.under(&format!("groups[{line}].")))?;
    }
    let cap = CapRules::in_force(rules)?;
    let mut basis = Basis::default();
    let value = sums.finish(&cap, input.reading, &input.units, &mut basis)?;
    // Every group was read the same way: once is enough.
    let mut once: Vec<PolicyUsed> = Vec::new();
    for policy in basis.policies {
        if !once.contains(&policy) {
            once.push(policy);
        }
    }
    basis.policies = once;
    Ok(Verdict::new(value, basis))
}

fn add_group(sums: &mut PartialRollUp, group: &RollUpGroup) -> Result<(), InputError> {
    let partial = sums
        .group(&group.unit)
        .map_err(|error| error.in_field("unit".to_owned()))?;
    let ranked: u64 = group
        .eligible
        .iter()
        .map(|same| u64::from(same.count))
        .sum();
    let eligible = u32::try_from(ranked.saturating_add(group.eligible_unranked.into()));
    let mut part = GroupPartial {
        not_completed: group.not_completed,
        completed: group.completed,
        good: group.good,
        eligible: eligible.map_err(|_| too_many())?,
        ranked: Vec::new(),
    };
    for (line, same) in group.eligible.iter().enumerate() {
        in_range(
            &format!("eligible[{line}].marks"),
            same.marks,
            0,
            FULL_MARKS,
        )?;
        if same.count > 0 {
            part.rank(*same);
        }
    }
    partial.merge(&part)
}

// The identifier's length is one byte of the form.
const _: () = assert!(IDENTIFIER_MAX_BYTES <= 255);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::RuleBook;
    use crate::verdict::Silent;
    use crate::{Rules, date};

    fn group(good: u32, eligible: &[(u32, u32)], unranked: u32) -> RollUpGroup {
        RollUpGroup {
            unit: "cell".to_owned(),
            not_completed: 1,
            completed: 2,
            good,
            eligible: eligible
                .iter()
                .map(|&(marks, count)| MarkCount { marks, count })
                .collect(),
            eligible_unranked: unranked,
        }
    }

    fn unit(id: &str, parent: Option<&str>) -> RollUpUnit {
        RollUpUnit {
            id: id.to_owned(),
            parent: parent.map(str::to_owned),
            outstanding: false,
        }
    }

    fn sums(groups: &[RollUpGroup]) -> Result<PartialRollUp, InputError> {
        let mut sums = PartialRollUp::default();
        for group in groups {
            add_group(&mut sums, group)?;
        }
        Ok(sums)
    }

    fn rules(book: &RuleBook) -> Result<Rules<'_>, HandbookError> {
        book.on(date(2025, 12, 31)?)
    }

    /// A cell under the reading "of all rated".
    fn capped(group: &RollUpGroup) -> Result<CappedSums, HandbookError> {
        let book = RuleBook::vietnam();
        let cap = CapRules::in_force(&rules(&book)?)?;
        let sums = sums(std::slice::from_ref(group))?;
        let partial = sums.get("cell").cloned().unwrap_or_default();
        partial.finish(&cap, Some(CapReading::ShareOfRated), false, &mut Silent)
    }

    #[test]
    fn the_line_falls_between_marks_or_on_them() -> Result<(), HandbookError> {
        for (good, eligible, unranked, line, excellent, voted, seats) in [
            // 15 rated: 3 may be excellent.
            (
                8,
                &[(9_800, 2), (9_100, 1), (9_000, 1)][..],
                0,
                CapLineMarks::From(9_100),
                3,
                0,
                0,
            ),
            (
                8,
                &[(9_000, 1), (9_800, 2), (9_100, 1)][..],
                0,
                CapLineMarks::From(9_100),
                3,
                0,
                0,
            ),
            (
                8,
                &[(9_800, 2), (9_100, 2)][..],
                0,
                CapLineMarks::Tied(9_100),
                2,
                2,
                1,
            ),
            (
                9,
                &[(9_800, 2), (9_100, 1)][..],
                0,
                CapLineMarks::Everyone,
                3,
                0,
                0,
            ),
            (
                8,
                &[(9_800, 2), (9_100, 1)][..],
                1,
                CapLineMarks::Unranked,
                0,
                4,
                3,
            ),
            // 4 rated: none.
            (0, &[(9_100, 1)][..], 0, CapLineMarks::Nobody, 0, 0, 0),
            (0, &[][..], 1, CapLineMarks::Nobody, 0, 0, 0),
        ] {
            let capped = capped(&group(good, eligible, unranked))?;
            let totals = capped.totals;
            let case = (good, eligible, unranked);
            assert_eq!(capped.line, line, "{case:?}");
            assert_eq!(
                (totals.excellent, totals.vote_needed, totals.seats),
                (excellent, voted, seats),
                "{case:?}"
            );
            assert_eq!(totals.good, i64::from(good) + totals.demoted, "{case:?}");
            let levels = totals.not_completed + totals.completed + totals.good;
            let all = levels + totals.excellent + totals.vote_needed;
            assert_eq!(all, totals.rated, "{case:?}");
        }
        Ok(())
    }

    #[test]
    fn the_line_tells_each_level() {
        let level = |line: CapLineMarks, marks| line.level_of(Level::Excellent, marks);
        let (good, excellent) = (Some(Level::Good), Some(Level::Excellent));
        assert_eq!(level(CapLineMarks::From(9_100), Some(9_100)), excellent);
        assert_eq!(level(CapLineMarks::From(9_100), Some(9_099)), good);
        assert_eq!(level(CapLineMarks::Tied(9_100), Some(9_101)), excellent);
        assert_eq!(level(CapLineMarks::Tied(9_100), Some(9_100)), None);
        assert_eq!(level(CapLineMarks::Tied(9_100), Some(9_099)), good);
        assert_eq!(level(CapLineMarks::Nobody, None), good);
        assert_eq!(level(CapLineMarks::Everyone, None), excellent);
        assert_eq!(level(CapLineMarks::Unranked, Some(9_900)), None);
        let own = CapLineMarks::Nobody.level_of(Level::Completed, Some(9_900));
        assert_eq!(own, Some(Level::Completed));
    }

    #[test]
    fn units_add_up_whatever_their_order() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let cap = CapRules::in_force(&rules(&book)?)?;
        let mut groups = vec![group(8, &[(9_800, 2)], 0)];
        let mut other = group(0, &[(9_100, 1)], 0);
        other.unit = "commune".to_owned();
        groups.push(other);
        let sums = sums(&groups)?;
        let mut units = vec![
            unit("cell", Some("commune")),
            unit("country", None),
            unit("commune", Some("province")),
            unit("province", Some("country")),
            unit("empty", Some("province")),
        ];
        for _ in 0..units.len() {
            units.rotate_left(1);
            let rolled = sums.finish(&cap, None, &units, &mut Silent)?;
            let rated = |id: &str| {
                let line = rolled.units.iter().find(|line| line.unit == id);
                line.map(|line| (line.totals.rated, line.allowed.is_some()))
            };
            assert_eq!(rated("cell"), Some((13, true)));
            assert_eq!(rated("commune"), Some((17, true)));
            assert_eq!(rated("province"), Some((17, false)));
            assert_eq!(rated("country"), Some((17, false)));
            assert_eq!(rated("empty"), Some((0, false)));
            assert_eq!(rolled.totals.rated, 17);
        }
        Ok(())
    }

    #[test]
    fn units_that_are_no_tree_are_named() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let cap = CapRules::in_force(&rules(&book)?)?;
        let sums = sums(&[group(1, &[], 0)])?;
        for (units, code, field) in [
            (vec![], InputCode::UnknownId, "group"),
            (
                vec![unit("cell", None); 2],
                InputCode::Duplicate,
                "units[1].id",
            ),
            (
                vec![unit("cell", Some("a"))],
                InputCode::UnknownId,
                "units[0].parent",
            ),
            (
                vec![unit("cell", Some("cell"))],
                InputCode::Cycle,
                "units[0].parent",
            ),
            (
                vec![
                    unit("cell", Some("a")),
                    unit("a", Some("b")),
                    unit("b", Some("a")),
                ],
                InputCode::Cycle,
                "units[1].parent",
            ),
            (
                vec![unit(" cell", None)],
                InputCode::NotAnIdentifier,
                "units[0].id",
            ),
        ] {
            let error = sums.finish(&cap, None, &units, &mut Silent).err();
            let Some(HandbookError::Input(error)) = error else {
                panic!("{units:?}: {error:?}");
            };
            assert_eq!((error.code, error.field.as_str()), (code, field));
        }
        Ok(())
    }

    #[test]
    fn a_group_never_counts_past_what_it_can_hold() -> Result<(), InputError> {
        let mut full = group(u32::MAX - 4, &[], 0);
        full.eligible.push(MarkCount {
            marks: 9_000,
            count: 1,
        });
        let mut sums = sums(&[full.clone()])?;
        let before = sums.clone();
        let error = sums.group("cell")?.add(Level::Good, None).err();
        assert_eq!(
            error.map(|error| error.field.clone()),
            Some("rated".to_owned())
        );
        assert!(sums.group("cell")?.add(Level::Good, Some(10_001)).is_err());
        assert_eq!(sums, before);
        assert!(add_group(&mut sums, &group(0, &[], 0)).is_err());
        assert_eq!(sums, before);
        full.eligible = vec![
            MarkCount {
                marks: 1,
                count: u32::MAX
            };
            3
        ];
        assert!(add_group(&mut PartialRollUp::default(), &full).is_err());
        Ok(())
    }

    #[test]
    fn totals_are_added_as_far_as_they_are_counted_exactly() -> Result<(), InputError> {
        let mut totals = RollUpTotals {
            good: SAFE_INTEGER_MOST - 1,
            ..RollUpTotals::default()
        };
        let one = RollUpTotals {
            rated: 1,
            good: 1,
            ..RollUpTotals::default()
        };
        totals.add(&one)?;
        let before = totals;
        assert!(totals.add(&one).is_err());
        assert!(
            totals
                .add(&RollUpTotals {
                    seats: i64::MAX,
                    ..one
                })
                .is_err()
        );
        assert_eq!(totals, before);
        Ok(())
    }

    /// The form as documented, typed in.
    fn bytes() -> Vec<u8> {
        [
            b"HRU1".as_slice(),
            &[2, 0, 0, 0],
            b"\x01a",
            &[0; 18],
            b"\x04cell",
            &[1, 0, 0, 0, 2, 0, 0, 0, 8, 0, 0, 0, 3, 1, 0, 0],
            &[2, 0],
            &[0x10, 0x27, 2, 0, 0, 0],
            &[0x8c, 0x23, 0, 1, 0, 0],
        ]
        .concat()
    }

    #[test]
    fn sums_are_written_in_one_form() -> Result<(), InputError> {
        let mut sums = sums(&[group(8, &[(9_100, 256), (10_000, 2)], 1)])?;
        sums.group("a")?;
        assert_eq!(sums.to_bytes()?, bytes());
        assert_eq!(PartialRollUp::from_bytes(&bytes())?, sums);
        let empty = PartialRollUp::default();
        assert_eq!(empty.to_bytes()?, b"HRU1\0\0\0\0");
        assert_eq!(PartialRollUp::from_bytes(b"HRU1\0\0\0\0")?, empty);
        Ok(())
    }

    #[test]
    fn bytes_of_another_form_are_refused() {
        let refused = |bytes: &[u8]| {
            let error = PartialRollUp::from_bytes(bytes).err();
            error.map(|error| (error.code, error.field.clone()))
        };
        let good = bytes();
        for end in 0..good.len() {
            let cut = good.get(..end).unwrap_or_default();
            assert!(refused(cut).is_some(), "{end}");
        }
        let mut longer = good.clone();
        longer.push(0);
        assert_eq!(
            refused(&longer),
            Some((InputCode::TooLong, format!("partial[{}]", good.len())))
        );
        let changed = |at: usize, to: u8| {
            let mut bytes = good.clone();
            if let Some(byte) = bytes.get_mut(at) {
                *byte = to;
            }
            refused(&bytes)
        };
        let at = |code, at: usize| Some((code, format!("partial[{at}]")));
        assert_eq!(changed(3, b'2'), at(InputCode::UnknownChoice, 0));
        assert_eq!(changed(7, 255), at(InputCode::Empty, good.len()));
        assert_eq!(changed(8, 0), at(InputCode::NotAnIdentifier, 8));
        assert_eq!(changed(9, b'z'), at(InputCode::Contradiction, 28));
        assert_eq!(changed(9, b'\n'), at(InputCode::NotAnIdentifier, 8));
        assert_eq!(changed(9, 0xff), at(InputCode::NotAnIdentifier, 8));
        // Not completed and good, together too many.
        assert_eq!(changed(36, 255), None);
        let mut many = good.clone();
        for place in [36, 44] {
            if let Some(byte) = many.get_mut(place) {
                *byte = 255;
            }
        }
        assert_eq!(refused(&many), at(InputCode::OutOfRange, 33));
        // Marks above 10,000; not falling; nobody; more than those eligible.
        assert_eq!(changed(51, 0x11), at(InputCode::OutOfRange, 51));
        assert_eq!(changed(58, 0x26), None);
        assert_eq!(changed(58, 0x27), at(InputCode::OutOfRange, 57));
        assert_eq!(changed(53, 0), at(InputCode::OutOfRange, 51));
        assert_eq!(changed(61, 0xff), at(InputCode::Contradiction, 57));
        let mut twice = good.clone();
        if let Some(bytes) = twice.get_mut(57..59) {
            bytes.copy_from_slice(&[0x10, 0x27]);
        }
        assert_eq!(refused(&twice), at(InputCode::OutOfRange, 57));
    }

    #[test]
    fn the_door_says_each_reading_once_and_each_group() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let mut groups = vec![group(8, &[(9_800, 2)], 0), group(0, &[(9_100, 1)], 0)];
        groups.push(RollUpGroup {
            unit: "other".to_owned(),
            ..group(3, &[], 1)
        });
        let input = RollUpInput {
            reading: None,
            units: vec![unit("cell", None), unit("other", None)],
            groups,
        };
        let verdict = roll_up(&rules(&book)?, &input)?;
        assert_eq!(verdict.value.totals.rated, 24);
        assert_eq!(verdict.grounds.len(), 2);
        let parameters: Vec<&str> = verdict
            .policies
            .iter()
            .map(|policy| policy.parameter.as_str())
            .collect();
        assert_eq!(parameters, ["capReading", "capGroup", "capRounding"]);
        Ok(())
    }

    #[test]
    fn what_is_wrong_with_a_group_is_named() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let fault = |group: RollUpGroup| -> Result<Option<String>, HandbookError> {
            let input = RollUpInput {
                reading: None,
                units: Vec::new(),
                groups: vec![group],
            };
            Ok(match roll_up(&rules(&book)?, &input) {
                Err(HandbookError::Input(error)) => Some(error.field.clone()),
                _ => None,
            })
        };
        let named = |field: &str| Some(field.to_owned());
        let marks = group(0, &[(9_000, 1), (10_001, 1)], 0);
        assert_eq!(fault(marks)?, named("groups[0].eligible[1].marks"));
        assert_eq!(fault(group(u32::MAX, &[], 0))?, named("groups[0].rated"));
        let nameless = RollUpGroup {
            unit: String::new(),
            ..group(0, &[], 0)
        };
        assert_eq!(fault(nameless)?, named("groups[0].unit"));
        Ok(())
    }
}
