//! The levels of very many, kept as columns: a district, a province, the whole country.
//!
//! The formulas are those that explain one member: `score` and `cap`, here without a recorder.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::cap::{CapCounts, most_excellent};
use super::rule::OnDemand;
use super::score::{Borders, weighted_score, with_mark};
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::Fraction;
use crate::rulebook::policy::{CapReading, CapRounding, Level};
use crate::rulebook::{Rules, parameter};

/// Most criteria of a sheet.
const MOST_CRITERIA: usize = 32;

/// Highest score that a sheet may give, in hundredths of a point: 655.35 points.
const MOST_SCORE: u32 = 65_535;

/// Members whose scores are added up side by side.
#[cfg(any(not(target_arch = "wasm32"), test))]
const LANES: usize = 32;

/// Columns of marks read in one go, where registers are wide. Each has its own place in the
/// machine's loop: only so does a processor see them as rows to fetch ahead, without which
/// millions wait for their marks.
#[cfg(any(not(target_arch = "wasm32"), test))]
const ABREAST: usize = 5;

/// Members judged before the cap looks at their cells, so that they are still at hand then.
const BATCH: usize = 512;

/// Bit of the flags of a member: disciplined in the year.
const DISCIPLINED: u8 = 1;

/// Bits of the flags of a member: how many levels below excellent the conditions stand.
const BELOW: u8 = 0b110;

/// The level of those who are tied at the line of the cap: people must vote.
const UNDECIDED: u8 = 4;

/// Where a chain of ancestors ends.
const NO_PARENT: u32 = u32::MAX;

/// One criterion (tiêu chí) of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeightedCriterion {
    /// Hundredths of a point for each unit of the mark, 1 to 65,535.
    pub weight: u32,
    /// Highest mark, 1 to 65,535.
    pub most: u32,
}

/// What becomes of those who are tied at the line of the cap on excellent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TiePolicy {
    /// They stay undecided and people vote: the house's rule.
    Vote,
    /// The higher mark of the first criterion goes first, then who stands earlier in the columns.
    OrderByCriterion,
}

/// The cap on excellent as a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareCap {
    /// The share.
    pub share: Fraction,
    /// What it is a share of.
    pub reading: CapReading,
    /// How it becomes a whole number.
    pub rounding: CapRounding,
}

/// A sheet of weighted criteria, and how its scores become levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScoreSheet {
    /// 1 to 32 criteria; all at their highest marks give at most 655.35 points.
    pub criteria: Vec<WeightedCriterion>,
    /// Hundredths of a point from which the score is excellent; at least `goodFrom`.
    pub excellent_from: u32,
    /// Hundredths of a point from which the score is good; at least `completedFrom`.
    pub good_from: u32,
    /// Hundredths of a point from which the score is completed.
    pub completed_from: u32,
    /// Highest level of one who was disciplined in the year; absent for no effect.
    #[serde(default)]
    pub disciplined: Option<Level>,
    /// The cap on excellent; absent for none.
    #[serde(default)]
    pub cap: Option<ShareCap>,
    /// What becomes of ties at the line of the cap.
    pub ties: TiePolicy,
}

impl ScoreSheet {
    /// The sheet of criteria of the host's with borders, discipline and cap in force on a day;
    /// ties go to a vote. `outstanding` raises the share of the cap where the superior judged the
    /// unit outstanding. EVL-02; section 6.4 of the catalogue.
    ///
    /// What the year's conditions give beside the score stands in the flags of each member.
    ///
    /// # Errors
    /// [`HandbookError::RuleNotInForce`] for years whose levels do not rest on a score.
    pub fn in_force(
        rules: &Rules<'_>,
        criteria: Vec<WeightedCriterion>,
        outstanding: bool,
    ) -> Result<Self, HandbookError> {
        let border = |parameter| {
            let hundredths: i64 = rules.get(parameter)?.value;
            Ok::<_, HandbookError>(u32::try_from(hundredths).unwrap_or(u32::MAX))
        };
        let share = if outstanding {
            parameter::CAP_SHARE_OUTSTANDING
        } else {
            parameter::CAP_SHARE
        };
        let disciplined = OnDemand::in_force(rules, parameter::DISCIPLINED_LEVEL);
        Ok(Self {
            criteria,
            excellent_from: border(parameter::EXCELLENT_FROM)?,
            good_from: border(parameter::GOOD_FROM)?,
            completed_from: border(parameter::COMPLETED_FROM)?,
            disciplined: disciplined.asked()?.map(|rule| rule.value),
            cap: Some(ShareCap {
                share: rules.get(share)?.value,
                reading: rules.get(parameter::CAP_READING)?.value,
                rounding: rules.get(parameter::CAP_ROUNDING)?.value,
            }),
            ties: TiePolicy::Vote,
        })
    }
}

/// Marks, one column after the other: all marks of the first criterion, then all of the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkColumns {
    /// Marks of at most 255.
    Bytes(Vec<u8>),
    /// Marks of at most 65,535.
    Words(Vec<u16>),
}

impl MarkColumns {
    fn len(&self) -> usize {
        match self {
            Self::Bytes(marks) => marks.len(),
            Self::Words(marks) => marks.len(),
        }
    }

    fn at(&self, place: usize) -> u16 {
        match self {
            Self::Bytes(marks) => marks.get(place).copied().unwrap_or_default().into(),
            Self::Words(marks) => marks.get(place).copied().unwrap_or_default(),
        }
    }

    /// No mark is above the highest of its column.
    fn check(&self, members: usize, most: &[u16]) -> Result<(), InputError> {
        for (criterion, most) in most.iter().enumerate() {
            let column = criterion * members..(criterion + 1) * members;
            let above = match self {
                Self::Bytes(marks) => {
                    byte_above(marks.get(column.clone()).unwrap_or_default(), *most)
                }
                Self::Words(marks) => {
                    let marks = marks.get(column.clone()).unwrap_or_default();
                    marks.iter().fold(0, |highest, mark| highest.max(*mark)) > *most
                }
            };
            if !above {
                continue;
            }
            for place in column {
                let mark = self.at(place);
                if mark > *most {
                    return Err(out_of_range(&format!("marks[{place}]"), mark, 0, *most));
                }
            }
        }
        Ok(())
    }

    /// Puts a mark in its place; one that a column of bytes cannot hold was refused before.
    fn put(&mut self, place: usize, mark: u16) {
        match self {
            Self::Bytes(marks) => {
                if let (Some(kept), Ok(mark)) = (marks.get_mut(place), u8::try_from(mark)) {
                    *kept = mark;
                }
            }
            Self::Words(marks) => {
                if let Some(kept) = marks.get_mut(place) {
                    *kept = mark;
                }
            }
        }
    }
}

/// Members as columns, grouped by cell. Identifiers stay with the host, who finds a member again
/// by the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberColumns {
    /// Where each cell's members start, and behind the last cell the number of members: one entry
    /// more than there are cells. A cell may be empty.
    pub cell_starts: Vec<u32>,
    /// For every group the number of the one above it, [`u32::MAX`] for none. Groups are the cells
    /// in their order and after them what stands above cells; each stands before its parent.
    pub parents: Vec<u32>,
    /// Where the cap holds over several cells side by side: the first cell of each such group, and
    /// behind the last group the number of cells. Empty where it holds in each cell.
    pub cap_starts: Vec<u32>,
    /// A column of marks for each criterion.
    pub marks: MarkColumns,
    /// For each member, bit 0: disciplined in the year; bits 1 and 2: how many levels below
    /// excellent the conditions stand (0 where they allow excellent). Empty where all are 0.
    pub flags: Vec<u8>,
}

/// How much of the columns a change made the library judge again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rejudged {
    /// Members of the cells under the same cap.
    pub members: u32,
    /// Groups whose counts were added up again: those cells and what stands above them.
    pub groups: u32,
}

/// The levels of the members of many cells, judged by one sheet and kept until something changes.
///
/// Beside the marks a member takes four bytes, and a group 24.
///
/// ```
/// use handbook::evaluation::{
///     LevelColumns, MarkColumns, MemberColumns, ScoreSheet, TiePolicy, WeightedCriterion,
/// };
/// use handbook::Level;
///
/// let sheet = ScoreSheet {
///     criteria: vec![WeightedCriterion { weight: 100, most: 100 }],
///     excellent_from: 9_000,
///     good_from: 7_000,
///     completed_from: 5_000,
///     disciplined: Some(Level::NotCompleted),
///     cap: None,
///     ties: TiePolicy::Vote,
/// };
/// // Two cells of a commune: members 0 and 1, and member 2.
/// let members = MemberColumns {
///     cell_starts: vec![0, 2, 3],
///     parents: vec![2, 2, u32::MAX],
///     cap_starts: Vec::new(),
///     marks: MarkColumns::Bytes(vec![95, 71, 88]),
///     flags: Vec::new(),
/// };
/// let mut levels = LevelColumns::judge(&sheet, members)?;
/// assert_eq!(levels.levels(), [3, 2, 2]);
/// assert_eq!(levels.counts()[2], [0, 0, 2, 1, 0]);
///
/// let again = levels.set_member(2, &[20], 0)?;
/// assert_eq!((again.members, again.groups), (1, 2));
/// assert_eq!(levels.counts()[2], [1, 0, 1, 1, 0]);
/// # Ok::<(), handbook::InputError>(())
/// ```
#[derive(Debug, Clone)]
pub struct LevelColumns {
    weights: Vec<u16>,
    most: Vec<u16>,
    borders: Borders<u16>,
    disciplined: Level,
    cap: Option<ShareCap>,
    ties: TiePolicy,
    columns: MemberColumns,
    scores: Vec<u16>,
    levels: Vec<u8>,
    counts: Vec<[u32; 5]>,
    /// The ranks of those eligible in the group at hand.
    ranks: Vec<u64>,
}

impl LevelColumns {
    /// Takes in members and judges all of them.
    ///
    /// # Errors
    /// [`InputError`] naming the field: a sheet without criteria or with too many, weights,
    /// marks or borders out of range, borders that do not descend, a share that is none;
    /// starts that descend or do not end with the number of members, a parent that is none,
    /// columns of another length, a mark above its highest, unknown flags.
    pub fn judge(sheet: &ScoreSheet, members: MemberColumns) -> Result<Self, InputError> {
        let mut judged = Self::of_sheet(sheet)?;
        judged.take(members)?;
        judged.judge_again();
        Ok(judged)
    }

    /// Judges all members again, with the same answer: for measuring.
    pub fn judge_again(&mut self) {
        let cells = self.cells();
        let above = self.counts.get_mut(cells..).unwrap_or_default();
        above.fill([0; 5]);
        let groups = cells + above.len();
        let mut judged = 0;
        for group in 0..self.cap_groups() {
            let cells = self.cells_of(group);
            let members = self.members_of(&cells);
            if members.end > judged {
                let end = members.end.max(judged + BATCH).min(self.levels.len());
                self.judge_own(judged..end);
                judged = end;
            }
            self.judge_cap(cells.clone());
            cells.for_each(|cell| self.add_above(cell));
        }
        (cells..groups).for_each(|group| self.add_above(group));
    }

    /// Adds the counts of a group to those of the one above it.
    fn add_above(&mut self, group: usize) {
        let own = self.counts.get(group).copied().unwrap_or_default();
        if let Some(above) = self
            .parent(group)
            .and_then(|above| self.counts.get_mut(above))
        {
            add(above, &own);
        }
    }

    /// Replaces a member's marks and flags, and judges again the cells under the same cap and the
    /// counts of what stands above them.
    ///
    /// # Errors
    /// [`InputError`] naming the field, and nothing has changed: a member who is none, another
    /// number of marks than criteria, a mark above its highest, unknown flags.
    pub fn set_member(
        &mut self,
        member: u32,
        marks: &[u16],
        flags: u8,
    ) -> Result<Rejudged, InputError> {
        let place = index(member);
        let members = self.levels.len();
        if place >= members {
            return Err(out_of_range("member", member, 0, members.saturating_sub(1)));
        }
        if marks.len() != self.weights.len() {
            return Err(wrong_length("marks", marks.len(), self.weights.len()));
        }
        for (number, (mark, most)) in marks.iter().zip(&self.most).enumerate() {
            if mark > most {
                return Err(out_of_range(&format!("marks[{number}]"), *mark, 0, *most));
            }
        }
        check_flags("flags", flags)?;

        for (criterion, mark) in marks.iter().enumerate() {
            self.columns.marks.put(criterion * members + place, *mark);
        }
        if let Some(kept) = self.columns.flags.get_mut(place) {
            *kept = flags;
        }

        let cell = self.cell_of(member);
        let group = match self.columns.cap_starts.as_slice() {
            [] => cell,
            starts => starts.partition_point(|start| index(*start) <= cell) - 1,
        };
        let cells = self.cells_of(group);
        let members = self.members_of(&cells);
        let before = self.counts.get(cells.clone()).unwrap_or_default().to_vec();
        self.judge_own(members.clone());
        self.judge_cap(cells.clone());
        let mut groups = before.len();
        for (cell, before) in cells.zip(before) {
            let after = self.counts.get(cell).copied().unwrap_or_default();
            if after == before {
                continue;
            }
            let mut group = cell;
            while let Some(above) = self.parent(group) {
                if let Some(counts) = self.counts.get_mut(above) {
                    for ((sum, before), after) in counts.iter_mut().zip(before).zip(after) {
                        *sum = *sum - before + after;
                    }
                }
                groups += 1;
                group = above;
            }
        }
        Ok(Rejudged {
            members: short(members.len()),
            groups: short(groups),
        })
    }

    /// How many members there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.levels.len()
    }

    /// Whether there is no member.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// The level of each member: 0 not completed, 1 completed, 2 good, 3 excellent, 4 tied at the
    /// line of the cap and to be voted on.
    #[must_use]
    pub fn levels(&self) -> &[u8] {
        &self.levels
    }

    /// The score of each member in hundredths of a point.
    #[must_use]
    pub fn scores(&self) -> &[u16] {
        &self.scores
    }

    /// How many of each level, in the order of [`LevelColumns::levels`], for every group: the
    /// cells first, then what stands above them.
    #[must_use]
    pub fn counts(&self) -> &[[u32; 5]] {
        &self.counts
    }

    /// How many of each level in all.
    #[must_use]
    pub fn totals(&self) -> [u32; 5] {
        let mut totals = [0; 5];
        for cell in self.counts.iter().take(self.cells()) {
            add(&mut totals, cell);
        }
        totals
    }

    /// Bytes held beside the marks.
    #[must_use]
    pub fn bytes_beside_marks(&self) -> usize {
        let starts = &self.columns.cell_starts;
        let groups = starts.capacity() + self.columns.parents.capacity();
        self.columns.flags.capacity()
            + self.levels.capacity()
            + self.scores.capacity() * size_of::<u16>()
            + (groups + self.columns.cap_starts.capacity()) * size_of::<u32>()
            + self.counts.capacity() * size_of::<[u32; 5]>()
            + self.ranks.capacity() * size_of::<u64>()
    }

    fn of_sheet(sheet: &ScoreSheet) -> Result<Self, InputError> {
        let criteria = &sheet.criteria;
        if criteria.is_empty() {
            return Err(InputError::new(InputCode::Empty, "criteria", ""));
        }
        if criteria.len() > MOST_CRITERIA {
            return Err(
                InputError::new(InputCode::TooLong, "criteria", criteria.len())
                    .with_limit(MOST_CRITERIA.to_string()),
            );
        }
        let (mut weights, mut most, mut full) = (Vec::new(), Vec::new(), 0_u64);
        for (number, criterion) in criteria.iter().enumerate() {
            weights.push(ranged(number, "weight", criterion.weight)?);
            most.push(ranged(number, "most", criterion.most)?);
            full += u64::from(criterion.weight) * u64::from(criterion.most);
        }
        if full > MOST_SCORE.into() {
            return Err(out_of_range("criteria", full, 1, MOST_SCORE));
        }
        let border = |field: &str, from: u32, least: u32| {
            let fits = u16::try_from(from).ok().filter(|_| from >= least);
            fits.ok_or_else(|| out_of_range(field, from, least, MOST_SCORE))
        };
        let completed = border("completedFrom", sheet.completed_from, 0)?;
        let good = border("goodFrom", sheet.good_from, completed.into())?;
        let excellent = border("excellentFrom", sheet.excellent_from, good.into())?;
        if let Some(Fraction {
            numerator,
            denominator,
        }) = sheet.cap.map(|cap| cap.share)
            && (denominator < 1 || numerator < 0)
        {
            return Err(InputError::new(
                InputCode::OutOfRange,
                "cap.share",
                format!("{numerator}/{denominator}"),
            )
            .with_limit("0 or more"));
        }
        Ok(Self {
            weights,
            most,
            borders: Borders {
                excellent,
                good,
                completed,
            },
            disciplined: sheet.disciplined.unwrap_or(Level::Excellent),
            cap: sheet.cap,
            ties: sheet.ties,
            columns: MemberColumns {
                cell_starts: Vec::new(),
                parents: Vec::new(),
                cap_starts: Vec::new(),
                marks: MarkColumns::Bytes(Vec::new()),
                flags: Vec::new(),
            },
            scores: Vec::new(),
            levels: Vec::new(),
            counts: Vec::new(),
            ranks: Vec::new(),
        })
    }

    fn take(&mut self, mut columns: MemberColumns) -> Result<(), InputError> {
        let members = columns.cell_starts.last().copied();
        let members = members.ok_or_else(|| wrong_length("cellStarts", 0, 1))?;
        check_starts("cellStarts", &columns.cell_starts, members)?;
        let cells = columns.cell_starts.len() - 1;
        if !columns.cap_starts.is_empty() {
            check_starts("capStarts", &columns.cap_starts, short(cells))?;
        }
        let groups = columns.parents.len();
        if groups < cells {
            return Err(wrong_length("parents", groups, cells));
        }
        for (group, parent) in columns.parents.iter().enumerate() {
            let above = index(*parent);
            let stands = above > group && above >= cells && above < groups;
            if *parent != NO_PARENT && !stands {
                let least = cells.max(group + 1);
                let field = format!("parents[{group}]");
                return Err(out_of_range(
                    &field,
                    *parent,
                    least,
                    groups.saturating_sub(1),
                ));
            }
        }
        let members = index(members);
        let all = members.saturating_mul(self.weights.len());
        if columns.marks.len() != all {
            return Err(wrong_length("marks", columns.marks.len(), all));
        }
        columns.marks.check(members, &self.most)?;
        if !columns.flags.is_empty() && columns.flags.len() != members {
            return Err(wrong_length("flags", columns.flags.len(), members));
        }
        if columns.flags.iter().fold(0, |all, flags| all | flags) > (DISCIPLINED | BELOW) {
            for (member, flags) in columns.flags.iter().enumerate() {
                check_flags(&format!("flags[{member}]"), *flags)?;
            }
        }
        if columns.flags.is_empty() {
            columns.flags = vec![0; members];
        }
        self.scores = vec![0; members];
        self.levels = vec![0; members];
        self.counts = vec![[0; 5]; groups];
        self.columns = columns;
        Ok(())
    }

    fn cells(&self) -> usize {
        self.columns.cell_starts.len().saturating_sub(1)
    }

    fn cell_of(&self, member: u32) -> usize {
        let starts = &self.columns.cell_starts;
        starts.partition_point(|start| *start <= member) - 1
    }

    fn parent(&self, group: usize) -> Option<usize> {
        let parent = self.columns.parents.get(group).copied()?;
        (parent != NO_PARENT).then(|| index(parent))
    }

    fn cap_groups(&self) -> usize {
        match self.columns.cap_starts.len() {
            0 => self.cells(),
            starts => starts - 1,
        }
    }

    fn cells_of(&self, cap_group: usize) -> Range<usize> {
        match self.columns.cap_starts.get(cap_group..cap_group + 2) {
            Some([start, end]) => index(*start)..index(*end),
            _ => cap_group..cap_group + 1,
        }
    }

    fn members_of(&self, cells: &Range<usize>) -> Range<usize> {
        let start = |cell: usize| {
            let start = self.columns.cell_starts.get(cell).copied();
            index(start.unwrap_or_default())
        };
        start(cells.start)..start(cells.end)
    }

    /// Scores members, and the levels that their own facts give.
    fn judge_own(&mut self, members: Range<usize>) {
        let (weights, scores) = (&self.weights, &mut self.scores);
        match &self.columns.marks {
            #[cfg(target_arch = "wasm32")]
            MarkColumns::Bytes(marks) => add_up_packed(marks, weights, members.clone(), scores),
            #[cfg(target_arch = "wasm32")]
            MarkColumns::Words(marks) => add_up_singly(marks, weights, members.clone(), scores),
            #[cfg(not(target_arch = "wasm32"))]
            MarkColumns::Bytes(marks) => add_up(marks, weights, members.clone(), scores),
            #[cfg(not(target_arch = "wasm32"))]
            MarkColumns::Words(marks) => add_up(marks, weights, members.clone(), scores),
        }
        let scores = self.scores.get(members.clone()).unwrap_or_default();
        let flags = self.columns.flags.get(members.clone()).unwrap_or_default();
        let levels = self.levels.get_mut(members).unwrap_or_default();
        let (borders, disciplined) = (self.borders, self.disciplined as u8);
        let facts = levels.iter_mut().zip(scores).zip(flags);
        facts.for_each(|((level, score), flags)| {
            let by_score = borders.reached(*score);
            let by_conditions = Level::Excellent as u8 - (flags & BELOW) / 2;
            let highest = if flags & DISCIPLINED == 0 {
                Level::Excellent as u8
            } else {
                disciplined
            };
            *level = by_score.min(by_conditions).min(highest);
        });
    }

    /// Counts the cells under one cap, and demotes those past it.
    fn judge_cap(&mut self, cells: Range<usize>) {
        let mut counts = CapCounts {
            eligible: 0,
            good: 0,
            rated: 0,
        };
        let starts = self
            .columns
            .cell_starts
            .get(cells.start..)
            .unwrap_or_default();
        let kept = self.counts.get_mut(cells.clone()).unwrap_or_default();
        for (kept, span) in kept.iter_mut().zip(starts.array_windows()) {
            let [from, to] = *span;
            let (from, to) = (index(from), index(to));
            let found = counted(&self.levels, from..to);
            let [_, _, good, excellent, _] = found;
            counts.eligible += excellent;
            counts.good += good;
            counts.rated += short(to - from);
            *kept = found;
        }
        let Some(cap) = self.cap.filter(|_| counts.eligible > 0) else {
            return;
        };
        let most = most_excellent(counts, cap.share, cap.reading, cap.rounding);
        if most < counts.eligible {
            self.demote(&cells, index(most));
        }
    }

    /// Leaves excellent to the first `most` of those eligible in some cells; there are more.
    fn demote(&mut self, cells: &Range<usize>, most: usize) {
        let members = self.members_of(cells);
        self.ranks.clear();
        for at in members.clone().step_by(8) {
            let mut places = eligible(eight(&self.levels, at, members.end));
            while places != 0 {
                let member = at + index(places.trailing_zeros() / 8);
                places &= places - 1;
                let score = self.scores.get(member).copied().unwrap_or_default();
                let mark = match self.ties {
                    TiePolicy::Vote => 0,
                    TiePolicy::OrderByCriterion => self.columns.marks.at(member),
                };
                let merit = u32::from(score) << 16 | u32::from(mark);
                let rank = u64::from(merit) << 32 | u64::from(u32::MAX - short(member));
                self.ranks.push(rank);
            }
        }
        // The higher the number, the earlier the rank; for a vote only the score counts.
        let apart = match self.ties {
            TiePolicy::Vote => 48,
            TiePolicy::OrderByCriterion => 0,
        };
        let line = most.checked_sub(1).filter(|last| *last < self.ranks.len());
        let line = line.map(|last| {
            let (_, line, _) = self
                .ranks
                .select_nth_unstable_by(last, |one, other| other.cmp(one));
            *line >> apart
        });
        let past = self.ranks.get(most..).unwrap_or_default();
        let tied = past.iter().any(|rank| Some(rank >> apart) == line);
        for (number, rank) in self.ranks.iter().enumerate() {
            let lowered = if tied && Some(rank >> apart) == line {
                UNDECIDED
            } else if number >= most {
                Level::Good as u8
            } else {
                continue;
            };
            let place = u32::MAX - low_half(*rank);
            let cell = if cells.len() == 1 {
                cells.start
            } else {
                self.cell_of(place)
            };
            if let Some(level) = self.levels.get_mut(index(place)) {
                *level = lowered;
            }
            if let Some(counts) = self.counts.get_mut(cell) {
                let [_, _, good, excellent, undecided] = counts;
                *excellent -= 1;
                *if lowered == UNDECIDED {
                    undecided
                } else {
                    good
                } += 1;
            }
        }
    }
}

fn add(sums: &mut [u32; 5], counts: &[u32; 5]) {
    let both = sums.iter_mut().zip(counts);
    both.for_each(|(sum, count)| *sum += count);
}

/// Eight levels at a time, byte by byte in one number, those from `end` on as not completed.
#[inline(always)]
fn eight(levels: &[u8], at: usize, end: usize) -> u64 {
    let left = end - at;
    let Some(bytes) = levels.get(at..).and_then(<[u8]>::first_chunk::<8>) else {
        let last = levels.get(at..end).unwrap_or_default();
        return last
            .iter()
            .rev()
            .fold(0, |all, level| all << 8 | u64::from(*level));
    };
    let all = u64::from_le_bytes(*bytes);
    if left < 8 {
        all & ((1 << (8 * left)) - 1)
    } else {
        all
    }
}

/// The lowest bit of each of eight bytes.
const LOW: u64 = 0x0101_0101_0101_0101;

/// Which of eight levels are excellent: a bit for each byte.
fn eligible(levels: u64) -> u64 {
    levels & levels >> 1 & LOW
}

/// How many of each level among members, before anyone is undecided.
fn counted(levels: &[u8], members: Range<usize>) -> [u32; 5] {
    // The four levels are the four values of two bits: what has one, the other, or both.
    let (mut odd, mut high, mut both) = (0, 0, 0);
    let mut from = members.start;
    while from < members.end {
        // A byte counts to 255: so many rounds fit.
        let until = members.end.min(from + 8 * 31);
        let (mut odds, mut highs, mut boths) = (0, 0, 0);
        for at in (from..until).step_by(8) {
            let levels = eight(levels, at, until);
            odds += levels & LOW;
            highs += levels >> 1 & LOW;
            boths += eligible(levels);
        }
        odd += bytes_together(odds);
        high += bytes_together(highs);
        both += bytes_together(boths);
        from = until;
    }
    let all = short(members.len());
    let [completed, good] = [odd - both, high - both];
    [all - completed - high, completed, good, both, 0]
}

/// The sum of eight bytes, which is at most 255.
fn bytes_together(bytes: u64) -> u32 {
    let [.., sum] = bytes.wrapping_mul(LOW).to_le_bytes();
    sum.into()
}

/// The lower 32 bits.
fn low_half(number: u64) -> u32 {
    let [a, b, c, d, ..] = number.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// Adds up the scores of some members where there are no wide registers: four scores to a number,
/// since the highest score fits in 16 bits.
#[cfg(any(target_arch = "wasm32", test))]
fn add_up_packed(marks: &[u8], weights: &[u16], members: Range<usize>, scores: &mut [u16]) {
    let all = scores.len();
    let mut at = members.start;
    for block in scores.get_mut(members).unwrap_or_default().chunks_mut(8) {
        let (mut even, mut odd) = (0, 0);
        let mut column = at;
        for weight in weights {
            let marks = eight(marks, column, column + block.len());
            even = with_mark(even, u64::from(*weight), marks & LOWER);
            odd = with_mark(odd, u64::from(*weight), marks >> 8 & LOWER);
            column += all;
        }
        for score in block.iter_mut() {
            let [low, high, ..] = even.to_le_bytes();
            *score = u16::from_le_bytes([low, high]);
            (even, odd) = (odd, even >> 16);
        }
        at += block.len();
    }
}

/// Adds up the scores of some members, as many at a time as the compiler finds wide registers for.
#[cfg(any(not(target_arch = "wasm32"), test))]
fn add_up<M: Copy + Into<u16>>(
    marks: &[M],
    weights: &[u16],
    members: Range<usize>,
    scores: &mut [u16],
) {
    let all = scores.len().max(1);
    let kept = scores.get_mut(members.clone()).unwrap_or_default();
    kept.fill(0);
    let (blocks, _) = kept.as_chunks_mut::<LANES>();
    let done = members.start + blocks.len() * LANES;
    for (weights, marks) in weights.chunks(ABREAST).zip(marks.chunks(ABREAST * all)) {
        // Where columns are fewer, the first stands in without weight.
        let mut columns = [marks.get(members.clone()).unwrap_or_default(); ABREAST];
        let mut each = [0; ABREAST];
        let own = weights.iter().zip(marks.chunks_exact(all));
        for ((column, kept), (weight, own)) in columns.iter_mut().zip(&mut each).zip(own) {
            *column = own.get(members.clone()).unwrap_or_default();
            *kept = *weight;
        }
        let [a, b, c, d, e] = columns.map(|column| column.as_chunks::<LANES>().0);
        let [of_a, of_b, of_c, of_d, of_e] = each;
        let wide = blocks.iter_mut().zip(a).zip(b).zip(c).zip(d).zip(e);
        for (((((block, a), b), c), d), e) in wide {
            let mut sums = *block;
            add_lanes(&mut sums, of_a, a);
            add_lanes(&mut sums, of_b, b);
            add_lanes(&mut sums, of_c, c);
            add_lanes(&mut sums, of_d, d);
            add_lanes(&mut sums, of_e, e);
            *block = sums;
        }
    }
    add_up_singly(marks, weights, done..members.end, scores);
}

#[cfg(any(not(target_arch = "wasm32"), test))]
#[inline(always)]
fn add_lanes<M: Copy + Into<u16>>(sums: &mut [u16; LANES], weight: u16, marks: &[M; LANES]) {
    let lanes = sums.iter_mut().zip(marks);
    lanes.for_each(|(sum, mark)| *sum = with_mark(*sum, weight, (*mark).into()));
}

/// Adds up the scores of some members, one after the other.
fn add_up_singly<M: Copy + Into<u16>>(
    marks: &[M],
    weights: &[u16],
    members: Range<usize>,
    scores: &mut [u16],
) {
    let all = scores.len().max(1);
    let kept = scores.get_mut(members.clone()).unwrap_or_default();
    for (member, score) in members.zip(kept) {
        let own = marks.get(member..).unwrap_or_default().iter().step_by(all);
        *score = weighted_score(
            weights
                .iter()
                .zip(own)
                .map(|(weight, mark)| (*weight, (*mark).into())),
        );
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A number of members or groups, of which there are at most 2³² − 1.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn ranged(number: usize, key: &str, value: u32) -> Result<u16, InputError> {
    let fits = u16::try_from(value).ok().filter(|value| *value > 0);
    fits.ok_or_else(|| out_of_range(&format!("criteria[{number}].{key}"), value, 1, u16::MAX))
}

fn out_of_range(
    field: &str,
    value: impl std::fmt::Display,
    least: impl std::fmt::Display,
    most: impl std::fmt::Display,
) -> InputError {
    InputError::new(InputCode::OutOfRange, field, value).with_limit(format!("{least}..={most}"))
}

fn wrong_length(field: &str, length: usize, wanted: usize) -> InputError {
    InputError::new(InputCode::Contradiction, format!("{field}.length"), length)
        .with_limit(wanted.to_string())
}

fn check_flags(field: &str, flags: u8) -> Result<(), InputError> {
    if flags > (DISCIPLINED | BELOW) {
        return Err(out_of_range(field, flags, 0, DISCIPLINED | BELOW));
    }
    Ok(())
}

/// Starts begin with 0, never descend and end with the number of what they divide.
fn check_starts(field: &str, starts: &[u32], all: u32) -> Result<(), InputError> {
    if starts.len() == 1 && all > 0 {
        return Err(wrong_length(field, 1, 2));
    }
    let mut least = 0;
    for (number, start) in starts.iter().enumerate() {
        let most = match number {
            0 => 0,
            last if last + 1 == starts.len() => {
                least = least.max(all);
                all
            }
            _ => all,
        };
        if *start < least || *start > most {
            return Err(out_of_range(
                &format!("{field}[{number}]"),
                *start,
                least,
                most,
            ));
        }
        least = *start;
    }
    Ok(())
}

/// Four bytes of eight, each with room for 16 bits.
const LOWER: u64 = 0x00ff_00ff_00ff_00ff;

/// Whether some mark is above the highest, eight marks at a time.
fn byte_above(marks: &[u8], most: u16) -> bool {
    let Some(room) = 0x7fff_u16.checked_sub(most) else {
        return false;
    };
    // The highest of 16 bits is set where a mark with this room goes over 0x7fff.
    let room = u64::from(room) * 0x0001_0001_0001_0001;
    let mut over = 0;
    for at in (0..marks.len()).step_by(8) {
        let marks = eight(marks, at, marks.len());
        over |= (marks & LOWER) + room;
        over |= (marks >> 8 & LOWER) + room;
    }
    over & 0x8000_8000_8000_8000 != 0
}

#[cfg(test)]
mod tests;
