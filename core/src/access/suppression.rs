//! Small counts in published tables: suppressed, and so that nobody can compute them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use crate::check::in_range;
use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::policy::ZeroCounts;
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most cells of a table.
const CELLS_MOST: usize = 20_000;

/// Most of a least count.
const LEAST_MOST: u32 = 1_000;

/// A row of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountedRow {
    /// What the row is called.
    pub name: String,
    /// A count for each column.
    pub counts: Vec<u32>,
}

/// A table of counts to be published with its totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuppressedTableInput {
    /// What the columns are called, 1 or more.
    pub columns: Vec<String>,
    /// The rows, 1 or more; with the totals the table has at most 20,000 cells.
    pub rows: Vec<CountedRow>,
    /// Least count that is shown, 2 to 1,000; absent for the policy in force.
    #[serde(default)]
    pub least: Option<u32>,
    /// What becomes of a count of nobody; absent for the policy in force.
    #[serde(default)]
    pub zeros: Option<ZeroCounts>,
}

/// A row to be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishedRow {
    /// What the row is called.
    pub name: String,
    /// A count for each column; absent where it is suppressed.
    pub counts: Vec<Option<i64>>,
    /// The sum of all counts of the row; absent where it is suppressed.
    pub total: Option<i64>,
}

/// A table to be published. It does not say which counts are small and which are suppressed to
/// protect them: that would tell something of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuppressedTable {
    /// What the columns are called.
    pub columns: Vec<String>,
    /// The rows, as asked.
    pub rows: Vec<PublishedRow>,
    /// The sum of each column; absent where it is suppressed.
    pub totals: Vec<Option<i64>>,
    /// The sum of all counts; absent where it is suppressed.
    pub total: Option<i64>,
    /// How many counts and totals are suppressed.
    pub suppressed: u32,
}

/// The table with its totals as one more row and one more column. Each row and each column is a
/// line that adds up: its cells to its total. So the cells are the flows of a network whose nodes
/// are the lines, where as much flows in as out: from the column of totals into the rows, on into
/// the columns, into the row of totals, and as the grand total back to the beginning. What else
/// the suppressed cells could be are the flows that differ along a circle of suppressed cells.
struct Network {
    /// Cells by row, then by column; the totals are last.
    counts: Vec<i64>,
    suppressed: Vec<bool>,
    rows: usize,
    columns: usize,
    /// The least that a suppressed cell can be.
    floor: i64,
}

/// What a way costs: totals on it that are still shown, then the counts on it that are, then
/// its cells.
type Cost = (u32, i64, u32);

/// A step of a way: the node reached, the one before and the cell between.
type Reached = Vec<Option<(usize, usize)>>;

impl Network {
    fn is_total(&self, cell: usize) -> bool {
        let (row, column) = self.lines(cell);
        row + 1 == self.rows || column + 1 == self.columns
    }

    /// Row and column of a cell.
    fn lines(&self, cell: usize) -> (usize, usize) {
        let row = cell.checked_div(self.columns).unwrap_or_default();
        (row, cell - row * self.columns)
    }

    /// The nodes that a cell flows from and to; columns are numbered after the rows.
    fn ends(&self, cell: usize) -> (usize, usize) {
        let (row, column) = self.lines(cell);
        let (row_end, column_end) = (row, self.rows + column);
        if (row + 1 == self.rows) == (column + 1 == self.columns) {
            (row_end, column_end)
        } else {
            (column_end, row_end)
        }
    }

    /// The cells of a line.
    fn cells(&self, node: usize) -> (usize, usize, usize) {
        if node < self.rows {
            (node * self.columns, 1, self.columns)
        } else {
            (node - self.rows, self.columns, self.rows)
        }
    }

    fn count(&self, cell: usize) -> i64 {
        self.counts.get(cell).copied().unwrap_or_default()
    }

    fn is_suppressed(&self, cell: usize) -> bool {
        self.suppressed.get(cell).copied().unwrap_or_default()
    }

    /// What it costs to use a cell; `None` where it is shown and has to stay so.
    fn cost(&self, cell: usize, only_suppressed: bool) -> Option<Cost> {
        if self.is_suppressed(cell) {
            return Some((0, 0, 0));
        }
        let count = self.count(cell);
        if only_suppressed || (count == 0 && self.floor > 0) {
            return None;
        }
        Some((u32::from(self.is_total(cell)), count, 1))
    }

    /// The cheapest way from one node to another along which flows can be changed without a
    /// cell's; the last node comes first.
    fn way(
        &self,
        (from, to): (usize, usize),
        without: usize,
        only_suppressed: bool,
    ) -> Option<(Cost, Vec<usize>)> {
        let nodes = self.rows + self.columns;
        let mut best: Vec<Option<Cost>> = vec![None; nodes];
        let mut reached: Reached = vec![None; nodes];
        let mut open = BinaryHeap::new();
        open.push(Reverse(((0, 0, 0), from)));
        while let Some(Reverse((cost, node))) = open.pop() {
            if node == to {
                return Some((cost, way_back(&reached, from, to)));
            }
            if node != from && best.get(node).copied().flatten() != Some(cost) {
                continue;
            }
            let (first, step, length) = self.cells(node);
            for cell in (0..length).map(|place| first + place * step) {
                let (source, target) = self.ends(cell);
                // More can always flow; less only where enough does.
                let next = if source == node {
                    target
                } else if self.count(cell) > self.floor {
                    source
                } else {
                    continue;
                };
                let Some(more) = self.cost(cell, only_suppressed).filter(|_| cell != without)
                else {
                    continue;
                };
                let cost = (cost.0 + more.0, cost.1 + more.1, cost.2 + more.2);
                if let Some(known) = best.get_mut(next)
                    && next != from
                    && known.is_none_or(|known| cost < known)
                {
                    *known = Some(cost);
                    if let Some(entry) = reached.get_mut(next) {
                        *entry = Some((node, cell));
                    }
                    open.push(Reverse((cost, next)));
                }
            }
        }
        None
    }

    /// The cheapest circle through a cell along which flows can be changed: by it nobody can tell
    /// the cell's count.
    fn circle(&self, cell: usize, only_suppressed: bool) -> Option<Vec<usize>> {
        let (source, target) = self.ends(cell);
        let more = self.way((target, source), cell, only_suppressed);
        let less = if self.count(cell) > self.floor {
            self.way((source, target), cell, only_suppressed)
        } else {
            None
        };
        match (more, less) {
            (Some(more), Some(less)) => Some(if less.0 < more.0 { less.1 } else { more.1 }),
            (one, other) => one.or(other).map(|(_, cells)| cells),
        }
    }

    fn suppress(&mut self, cell: usize) {
        if let Some(suppressed) = self.suppressed.get_mut(cell) {
            *suppressed = true;
        }
    }

    /// Suppresses small counts, then for each that could still be computed the cheapest circle.
    fn protect(&mut self, least: i64) {
        for cell in 0..self.counts.len() {
            if (1..least).contains(&self.count(cell)) {
                self.suppress(cell);
            }
        }
        // What is suppressed for a circle is on it, and so is protected.
        for cell in 0..self.counts.len() {
            if self.is_suppressed(cell) && self.circle(cell, true).is_none() {
                for other in self.circle(cell, false).unwrap_or_default() {
                    self.suppress(other);
                }
            }
        }
    }

    fn shown(&self, row: usize, column: usize) -> Option<i64> {
        let cell = row * self.columns + column;
        (!self.is_suppressed(cell)).then(|| self.count(cell))
    }

    fn shown_row(&self, row: usize) -> Vec<Option<i64>> {
        let columns = self.columns - 1;
        (0..columns).map(|column| self.shown(row, column)).collect()
    }
}

fn way_back(reached: &Reached, from: usize, to: usize) -> Vec<usize> {
    let mut cells = Vec::new();
    let mut node = to;
    while node != from {
        let Some(Some((before, cell))) = reached.get(node).copied() else {
            break;
        };
        cells.push(cell);
        node = before;
    }
    cells
}

/// A table of counts without its small counts (bảng số liệu công bố, đã ẩn số đếm nhỏ): DAT-03 of
/// the catalogue, such as levels by commune.
///
/// Counts from 1 to below `least` are suppressed, totals too. Then more are suppressed, until no
/// suppressed count follows from what is shown, from the sums and from what a suppressed count can
/// be: not below 0, or not below 1 where a zero is always shown. So every row and every column has
/// no suppressed count or at least two. For each small count in turn, by row and then by column,
/// the cheapest choice is taken: with the fewest totals, then with the smallest sum of counts.
/// It protects; that no other choice would suppress fewer counts is not said. Nor is it a defence
/// against someone who knows some of the suppressed counts.
///
/// How small is small and what becomes of zeros no text says: both are named policies.
///
/// ```
/// use handbook::access::{CountedRow, SuppressedTableInput, suppressed_table};
/// use handbook::{RuleBook, date};
///
/// let row = |name: &str, counts: [u32; 4]| CountedRow {
///     name: name.to_owned(),
///     counts: counts.to_vec(),
/// };
/// let levels = SuppressedTableInput {
///     columns: ["excellent", "good", "completed", "not completed"].map(str::to_owned).to_vec(),
///     rows: vec![
///         row("Khánh Thịnh", [31, 140, 22, 2]),
///         row("Yên Phong", [28, 122, 35, 9]),
///         row("Mai Sơn", [25, 97, 18, 0]),
///     ],
///     least: None,
///     zeros: None,
/// };
/// let book = RuleBook::vietnam();
/// let table = suppressed_table(&book.on(date(2023, 12, 31)?)?, &levels)?.value;
/// // The 2 is small; without the 9, the 22 and the 35 it would follow from the totals.
/// assert_eq!(table.rows[0].counts, [Some(31), Some(140), None, None]);
/// assert_eq!(table.rows[1].counts, [Some(28), Some(122), None, None]);
/// assert_eq!(table.rows[2].counts, [Some(25), Some(97), Some(18), Some(0)]);
/// assert_eq!((table.rows[0].total, table.total), (Some(195), Some(529)));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: no row or column, a row with more or fewer counts
/// than columns, more than 20,000 cells with the totals, `least` out of its range;
/// [`HandbookError::RuleNotInForce`] where the book knows no policy.
pub fn suppressed_table(
    rules: &Rules<'_>,
    input: &SuppressedTableInput,
) -> Result<Verdict<SuppressedTable>, HandbookError> {
    check(input)?;
    let mut basis = Basis::default();
    let least = rules.get(parameter::PUBLISHED_COUNT_LEAST)?;
    let least = basis.number(&least, input.least);
    let in_force = rules.get(parameter::PUBLISHED_ZEROS)?;
    let zeros = input.zeros.unwrap_or(in_force.value);
    basis.policy(&in_force, zeros.word());

    let mut network = network(input, zeros);
    network.protect(least);
    let rows = input.rows.iter().enumerate();
    let last = (network.rows - 1, network.columns - 1);
    let value = SuppressedTable {
        columns: input.columns.clone(),
        rows: rows
            .map(|(row, counted)| PublishedRow {
                name: counted.name.clone(),
                counts: network.shown_row(row),
                total: network.shown(row, last.1),
            })
            .collect(),
        totals: network.shown_row(last.0),
        total: network.shown(last.0, last.1),
        suppressed: network.suppressed.iter().map(|one| u32::from(*one)).sum(),
    };
    Ok(Verdict::new(value, basis))
}

fn network(input: &SuppressedTableInput, zeros: ZeroCounts) -> Network {
    let columns = input.columns.len() + 1;
    let mut counts = Vec::new();
    let mut totals = vec![0_i64; columns];
    for row in &input.rows {
        let total: i64 = row.counts.iter().map(|count| i64::from(*count)).sum();
        let cells = row.counts.iter().map(|count| i64::from(*count));
        for (sum, count) in totals.iter_mut().zip(cells.chain([total])) {
            counts.push(count);
            *sum += count;
        }
    }
    counts.extend(totals);
    Network {
        suppressed: vec![false; counts.len()],
        counts,
        rows: input.rows.len() + 1,
        columns,
        floor: match zeros {
            ZeroCounts::AlwaysShown => 1,
            ZeroCounts::MayBeSuppressed => 0,
        },
    }
}

fn check(input: &SuppressedTableInput) -> Result<(), InputError> {
    let columns = input.columns.len();
    if columns == 0 {
        return Err(InputError::new(InputCode::Empty, "columns", ""));
    }
    if input.rows.is_empty() {
        return Err(InputError::new(InputCode::Empty, "rows", ""));
    }
    let cells = (input.rows.len() + 1).saturating_mul(columns + 1);
    if cells > CELLS_MOST {
        return Err(
            InputError::new(InputCode::TooLong, "rows", cells).with_limit(CELLS_MOST.to_string())
        );
    }
    for (line, row) in input.rows.iter().enumerate() {
        let counts = row.counts.len();
        if counts != columns {
            let field = format!("rows[{line}].counts");
            return Err(InputError::new(InputCode::Contradiction, field, counts)
                .with_limit(columns.to_string()));
        }
    }
    if let Some(least) = input.least {
        in_range("least", least, 2, LEAST_MOST)?;
    }
    Ok(())
}
