//! The levels of very many members as a handle: one call for a cell, a district or a province.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use handbook::evaluation::{MarkColumns, MemberColumns, ScoreSheet};

use crate::failure::HandbookError;

/// How much of the columns a change made the library judge again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct RejudgedColumns {
    /// Members of the cells under the same cap.
    pub members: u32,
    /// Groups whose counts were added up again: those cells and what stands above them.
    pub groups: u32,
}

/// The levels of the members of many cells, judged by one sheet and kept until something changes.
///
/// Identifiers stay with the app, which finds a member again by the place. It can be shared
/// between threads: calls wait for each other.
#[derive(Debug, uniffi::Object)]
pub struct LevelColumns {
    columns: Mutex<handbook::evaluation::LevelColumns>,
}

impl LevelColumns {
    fn held(&self) -> MutexGuard<'_, handbook::evaluation::LevelColumns> {
        self.columns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl LevelColumns {
    /// Takes in members, grouped by cell, and judges all of them.
    ///
    /// `cellStarts` says where each cell's members start, and behind the last cell how many
    /// members there are. `parents` is, for every group, the number of the one above it, or
    /// 4294967295 for none; groups are the cells in their order and after them what stands above
    /// cells. `marks` are bytes, all of the first criterion, then all of the second. Bit 0 of a
    /// member's `flags` says that the member was disciplined in the year, bits 1 and 2 how many
    /// levels below excellent the conditions stand; no flags at all where all are 0. `capStarts`
    /// is empty where the cap holds in each cell, else the first cell of each group of the cap and
    /// behind the last how many cells there are.
    #[uniffi::constructor]
    pub fn new(
        sheet: &ScoreSheet,
        cell_starts: Vec<u32>,
        parents: Vec<u32>,
        marks: Vec<u8>,
        flags: Vec<u8>,
        cap_starts: Vec<u32>,
    ) -> Result<Arc<Self>, HandbookError> {
        let members = MemberColumns {
            cell_starts,
            parents,
            cap_starts,
            marks: MarkColumns::Bytes(marks),
            flags,
        };
        let columns = handbook::evaluation::LevelColumns::judge(sheet, members)?;
        Ok(Arc::new(Self {
            columns: Mutex::new(columns),
        }))
    }

    /// Judges all members again, with the same answer: for measuring.
    pub fn judge_again(&self) {
        self.held().judge_again();
    }

    /// Replaces a member's marks and flags, and judges again the cells under the same cap and the
    /// counts of what stands above them. Fails and changes nothing for a member who is none,
    /// another number of marks than criteria, a mark above its highest, unknown flags.
    pub fn set_member(
        &self,
        member: u32,
        marks: Vec<u16>,
        flags: u8,
    ) -> Result<RejudgedColumns, HandbookError> {
        let again = self.held().set_member(member, &marks, flags)?;
        Ok(RejudgedColumns {
            members: again.members,
            groups: again.groups,
        })
    }

    /// The level of each member as a byte: 0 not completed, 1 completed, 2 good, 3 excellent, 4
    /// tied at the line of the cap and to be voted on.
    #[must_use]
    pub fn levels(&self) -> Vec<u8> {
        self.held().levels().to_vec()
    }

    /// The score of each member in hundredths of a point.
    #[must_use]
    pub fn scores(&self) -> Vec<u16> {
        self.held().scores().to_vec()
    }

    /// How many of each level for every group, five counts one after the other: the cells first,
    /// then what stands above them.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        self.held().counts().concat()
    }
}
