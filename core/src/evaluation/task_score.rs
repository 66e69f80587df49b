//! The task-based score of civil servants.

use serde::{Deserialize, Serialize};

use super::calibration::ExactNumber;
use crate::check::{FULL_MARKS, in_range, part_of, stands_once};
use crate::compact::TextMap;
use crate::error::{HandbookError, InputCode, InputError};
use crate::quantity::Fraction;
use crate::rulebook::policy::DeductionFloor;
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most failures and most delays of an item.
const FAULTS_MOST: u32 = 1_000;

/// Most items of a score.
const ITEMS_MOST: usize = 1_000;

/// A task or product with its marks and what went wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScoredItem {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// Full marks in hundredths of a point, 0 to 10,000.
    pub marks: u32,
    /// How many were assigned (số lượng được giao), 1 or more.
    pub assigned: u32,
    /// How many of them were done (số lượng hoàn thành).
    pub done: u32,
    /// How often quality was not reached (không bảo đảm chất lượng), 0 to 1,000.
    #[serde(default)]
    pub quality_failures: u32,
    /// How often of these for objective reasons (do nguyên nhân khách quan).
    #[serde(default)]
    pub objective_quality_failures: u32,
    /// How often it was late (chậm tiến độ), 0 to 1,000.
    #[serde(default)]
    pub delays: u32,
    /// How often of these for objective reasons.
    #[serde(default)]
    pub objective_delays: u32,
}

/// The items of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskScoreInput {
    /// 1 to 1,000 items; no identifier stands twice.
    pub items: Vec<ScoredItem>,
    /// What deductions may leave of an item; absent for the policy in force.
    #[serde(default)]
    pub floor: Option<DeductionFloor>,
}

/// What is left of an item's marks, in hundredths of a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemScore {
    /// The item.
    pub id: String,
    /// After the deductions for quality alone.
    pub quality: ExactNumber,
    /// After the deductions for progress alone.
    pub progress: ExactNumber,
    /// After both.
    pub left: ExactNumber,
}

/// A task-based score: quantity, quality and progress side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaskScore {
    /// The items, as asked.
    pub items: Vec<ItemScore>,
    /// The items' marks, added up, in hundredths of a point.
    pub marks: i64,
    /// How many were assigned.
    pub assigned: i64,
    /// How many of them were done.
    pub done: i64,
    /// What deductions for quality alone leave of all marks.
    pub quality: ExactNumber,
    /// What deductions for progress alone leave of all marks.
    pub progress: ExactNumber,
    /// What both leave of all marks.
    pub left: ExactNumber,
}

/// The deductions in force, on a common denominator.
struct Deductions {
    quality: i64,
    delay: i64,
    denominator: i64,
    floor: DeductionFloor,
}

impl Deductions {
    fn new(quality: Fraction, delay: Fraction, floor: DeductionFloor) -> Self {
        let same = quality.denominator == delay.denominator;
        let (widen, widen_delay) = if same {
            (1, 1)
        } else {
            (delay.denominator, quality.denominator)
        };
        Self {
            quality: quality.numerator * widen,
            delay: delay.numerator * widen_delay,
            denominator: quality.denominator * widen,
            floor,
        }
    }

    /// What so many deductions leave of marks, times the denominator.
    fn left(&self, marks: u32, failures: u32, delays: u32) -> i64 {
        let taken = self.quality * i64::from(failures) + self.delay * i64::from(delays);
        let left = self.denominator - taken;
        i64::from(marks)
            * match self.floor {
                DeductionFloor::AtZero => left.max(0),
                DeductionFloor::BelowZero => left,
            }
    }

    fn exact(&self, numerator: i64) -> ExactNumber {
        ExactNumber {
            numerator,
            denominator: self.denominator,
        }
    }
}

/// The task-based score of a civil servant (điểm kết quả thực hiện nhiệm vụ theo sản phẩm, công
/// việc): EVL-16; Decree 335/2025/NĐ-CP.
///
/// Each failure of quality and each delay takes a quarter of the item's marks, unless the reason
/// was objective. The three parts stand side by side: the counts for quantity, what is left of the
/// marks for quality and for progress, and what both together leave. How the text makes one score
/// of the three was not read, so none is made. That an item falls to nothing and no further is a
/// convention of the book: no source was read that says so.
///
/// ```
/// use handbook::evaluation::{ExactNumber, ScoredItem, TaskScoreInput, task_score};
/// use handbook::{RuleBook, date};
///
/// let report = ScoredItem {
///     id: "report".to_owned(),
///     marks: 2_000,
///     assigned: 4,
///     done: 4,
///     quality_failures: 1,
///     objective_quality_failures: 0,
///     delays: 2,
///     objective_delays: 1,
/// };
/// let book = RuleBook::vietnam();
/// let input = TaskScoreInput { items: vec![report], floor: None };
/// let score = task_score(&book.on(date(2026, 6, 30)?)?, &input)?.value;
/// assert_eq!(score.quality, ExactNumber { numerator: 6_000, denominator: 4 });
/// assert_eq!(score.left, ExactNumber { numerator: 4_000, denominator: 4 });
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field: no item or more than 1,000, an identifier that is
/// none or stands twice, a number out of its range, a part above its whole;
/// [`HandbookError::RuleNotInForce`] where the book knows no deduction.
pub fn task_score(
    rules: &Rules<'_>,
    input: &TaskScoreInput,
) -> Result<Verdict<TaskScore>, HandbookError> {
    check(&input.items)?;
    let mut basis = Basis::default();
    let quality = rules.get(parameter::QUALITY_DEDUCTION)?;
    let delay = rules.get(parameter::DELAY_DEDUCTION)?;
    let floor = rules.get(parameter::DEDUCTION_FLOOR)?;
    for deduction in [&quality, &delay] {
        basis.policy(deduction, &deduction.value.to_string());
    }
    let left_at_least = input.floor.unwrap_or(floor.value);
    basis.policy(&floor, left_at_least.word());
    let deductions = Deductions::new(quality.value, delay.value, left_at_least);

    let mut sums = [0_i64; 6];
    let mut items = Vec::new();
    for item in &input.items {
        let failures = item.quality_failures - item.objective_quality_failures;
        let delays = item.delays - item.objective_delays;
        let parts = [
            deductions.left(item.marks, failures, 0),
            deductions.left(item.marks, 0, delays),
            deductions.left(item.marks, failures, delays),
        ];
        let counts = [item.marks, item.assigned, item.done].map(i64::from);
        for (sum, part) in sums.iter_mut().zip(parts.into_iter().chain(counts)) {
            *sum += part;
        }
        let [quality, progress, left] = parts.map(|part| deductions.exact(part));
        items.push(ItemScore {
            id: item.id.clone(),
            quality,
            progress,
            left,
        });
    }
    let [quality, progress, left, marks, assigned, done] = sums;
    let value = TaskScore {
        items,
        marks,
        assigned,
        done,
        quality: deductions.exact(quality),
        progress: deductions.exact(progress),
        left: deductions.exact(left),
    };
    Ok(Verdict::new(value, basis))
}

fn check(items: &[ScoredItem]) -> Result<(), InputError> {
    if items.is_empty() {
        return Err(InputError::new(InputCode::Empty, "items", ""));
    }
    if items.len() > ITEMS_MOST {
        return Err(InputError::new(InputCode::TooLong, "items", items.len())
            .with_limit(ITEMS_MOST.to_string()));
    }
    let mut seen = TextMap::new();
    for (line, item) in items.iter().enumerate() {
        let field = |name: &str| format!("items[{line}].{name}");
        stands_once(&mut seen, &|| field("id"), &item.id, line)?;
        in_range(&field("marks"), item.marks, 0, FULL_MARKS)?;
        in_range(&field("assigned"), item.assigned, 1, u32::MAX)?;
        for (name, count) in [
            ("qualityFailures", item.quality_failures),
            ("delays", item.delays),
        ] {
            in_range(&field(name), count, 0, FAULTS_MOST)?;
        }
        for (name, part, whole) in [
            ("done", item.done, item.assigned),
            (
                "objectiveQualityFailures",
                item.objective_quality_failures,
                item.quality_failures,
            ),
            ("objectiveDelays", item.objective_delays, item.delays),
        ] {
            part_of(&field(name), part.into(), whole.into())?;
        }
    }
    Ok(())
}
