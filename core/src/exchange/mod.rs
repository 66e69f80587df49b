//! Tables in: CSV files as bytes, typed rows or every problem found in one pass. Meetings out: an
//! iCalendar feed.
//!
//! Each table has a header row with its columns, in any order; UTF-8 without a byte order
//! mark, commas, dates `yyyy-mm-dd`, `yes` and `no`. [`ReadOptions::spreadsheet`] also takes what
//! spreadsheets write: a byte order mark, and semicolons.

mod cells;
mod circle;
mod icalendar;
mod problem;
mod read;
mod records;
mod rows;
mod words;

pub use icalendar::{CalendarEvent, CalendarFeed, EventStatus, icalendar};
pub(crate) use problem::ProblemSink;
pub use problem::{TableProblem, TableProblemCode, TableProblems};
pub use read::read_tables;
pub use rows::{
    AdoptionRow, AttendanceRow, MeetingRow, MemberRow, OrganizationRow, PostRow, ProjectRow, Rated,
    RatingRow, Tables, TargetCount, TargetRow, TaskCount, VoteCount,
};
pub use words::{
    Act, EndReason, Manner, MeetingKind, Post, Presence, Sector, Setting, Sex, Standing,
};

/// A file of a table: its name and its bytes. Where it was read from is the host's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableFile {
    /// The file's name, such as `members.csv`; folders before it do not matter.
    pub name: String,
    /// What stands in it.
    pub bytes: Vec<u8>,
}

impl TableFile {
    /// A file of a table.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

/// How tables are read, and how much of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadOptions {
    /// Takes a byte order mark and semicolons, as some spreadsheets write them.
    pub spreadsheet: bool,
    /// Most bytes of one file.
    pub max_file_bytes: u64,
    /// Most rows of one table; a file with more lines is not read.
    pub max_rows: u32,
    /// Most bytes of one field.
    pub max_field_bytes: u32,
    /// Most problems kept; the rest are only counted.
    pub max_problems: u32,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            spreadsheet: false,
            max_file_bytes: 512 * 1024 * 1024,
            max_rows: 2_000_000,
            max_field_bytes: 4_096,
            max_problems: 1_000,
        }
    }
}

#[cfg(test)]
mod tests;
