//! Tables in: CSV files as bytes, typed rows or every problem found in one pass.

mod rows;
mod words;

pub use rows::{
    AdoptionRow, AttendanceRow, MeetingRow, MemberRow, OrganizationRow, PostRow, ProjectRow, Rated,
    RatingRow, Tables, TargetCount, TargetRow, TaskCount, VoteCount,
};
pub use words::{Act, EndReason, MeetingKind, Post, Presence, Sector, Setting, Sex, Standing};
