//! How self-scores, the votes of the cell and the final levels differ, and who stands out.

use serde::{Deserialize, Serialize};

use crate::check::{FULL_MARKS, in_range, part_of};
use crate::compact::{TextMap, sort_by_key};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{MemberId, OrganizationId};
use crate::rulebook::policy::{Level, OutlierRule};
use crate::rulebook::{PolicyChoice, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most votes of one cell.
const VOTES_MOST: u32 = 1_000_000_000;

/// Fewest values that may be asked to be compared.
const SIZE_LEAST: u32 = 3;

/// The rating of one person or organization, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalibrationRow {
    /// The host's identifier, 1 to 64 bytes.
    pub id: String,
    /// The organization it is rated in, 1 to 64 bytes.
    pub group: String,
    /// Marks that it gave itself (tự chấm điểm), in hundredths of a point, 0 to 10,000.
    #[serde(default)]
    pub self_marks: Option<u32>,
    /// Level that it gave itself (tự nhận mức).
    #[serde(default)]
    pub self_level: Option<Level>,
    /// The cell's vote on the level proposed.
    #[serde(default)]
    pub votes: Option<ProposalVotes>,
    /// Level that the cell proposed (mức chi bộ đề nghị).
    #[serde(default)]
    pub proposed_level: Option<Level>,
    /// Marks decided, in hundredths of a point, 0 to 10,000.
    #[serde(default)]
    pub final_marks: Option<u32>,
    /// Level decided (mức được quyết định).
    #[serde(default)]
    pub final_level: Option<Level>,
}

/// Votes on a proposed level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProposalVotes {
    /// For the proposal; at most `cast`.
    pub in_favour: u32,
    /// Votes cast, 1 to 1,000,000,000.
    pub cast: u32,
}

/// The ratings to compare, and how outliers are found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalibrationInput {
    /// In any order; no identifier stands twice.
    pub rows: Vec<CalibrationRow>,
    /// The rule for outliers; absent for the policy in force.
    #[serde(default)]
    pub rule: Option<OutlierRule>,
    /// How many median absolute deviations, or halves of the distance between the quartiles, a
    /// value may be away, 1 to 100; absent for the policy in force.
    #[serde(default)]
    pub multiple: Option<u32>,
    /// Hundredths of a point from the median within which nothing is an outlier, 0 to 10,000;
    /// absent for the policy in force.
    #[serde(default)]
    pub least_marks: Option<u32>,
    /// Fewest values that are compared with each other, 3 to 1,000; absent for the policy in
    /// force.
    #[serde(default)]
    pub least_size: Option<u32>,
}

/// An exact number that may be below zero: numerator by denominator, not reduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExactNumber {
    /// Above the line.
    pub numerator: i64,
    /// Below the line, 1 or more.
    pub denominator: i64,
}

/// Marks or differences of marks of several rows, in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MarksSummary {
    /// The sum by the number of rows: the denominator says how many.
    pub mean: ExactNumber,
    /// The middle one, or half the sum of the two in the middle.
    pub median: ExactNumber,
    /// The smallest.
    pub least: i64,
    /// The largest.
    pub most: i64,
    /// The largest less the smallest.
    pub range: i64,
    /// Median of the lower half; the one in the middle belongs to neither half.
    pub lower_quartile: ExactNumber,
    /// Median of the upper half.
    pub upper_quartile: ExactNumber,
    /// Median absolute deviation: the median of the distances from the median.
    pub deviation: ExactNumber,
}

/// How many stand at each level at one stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StageLevels {
    /// Excellent.
    pub excellent: u32,
    /// Good.
    pub good: u32,
    /// Completed.
    pub completed: u32,
    /// Not completed.
    pub not_completed: u32,
    /// No level is known.
    pub unknown: u32,
}

/// How many moved from one stage to a later one; rows that lack either are left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StageMoves {
    /// Higher at the later stage.
    pub raised: u32,
    /// The same.
    pub same: u32,
    /// Lower at the later stage.
    pub lowered: u32,
}

/// Votes of several rows, added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VotesSummary {
    /// Rows with a vote.
    pub rows: u32,
    /// Votes for the proposals.
    pub in_favour: i64,
    /// Votes cast.
    pub cast: i64,
}

/// The stages of a rating side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalibrationSummary {
    /// Rows.
    pub rows: u32,
    /// Marks that they gave themselves; absent where no row has any.
    pub self_marks: Option<MarksSummary>,
    /// Marks decided.
    pub final_marks: Option<MarksSummary>,
    /// Marks decided less the marks that they gave themselves, of rows that have both.
    pub difference: Option<MarksSummary>,
    /// From the marks that they gave themselves to those decided.
    pub marks_moved: StageMoves,
    /// Levels that they gave themselves.
    pub self_levels: StageLevels,
    /// Levels that the cells proposed.
    pub proposed_levels: StageLevels,
    /// Levels decided.
    pub final_levels: StageLevels,
    /// From the level that they gave themselves to the one decided.
    pub self_to_final: StageMoves,
    /// From the level proposed to the one decided.
    pub proposed_to_final: StageMoves,
    /// The cells' votes.
    pub votes: VotesSummary,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalibrationGroup {
    /// The organization.
    pub group: String,
    /// Its rows.
    pub summary: CalibrationSummary,
}

/// What is compared in the search for outliers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CalibrationMeasure {
    /// Median of the marks that a group gave itself.
    GroupSelfMarks,
    /// Median of the marks decided for a group.
    GroupFinalMarks,
    /// Median of the differences of a group.
    GroupDifference,
    /// Difference of one row.
    RowDifference,
}

/// Between which values nothing is an outlier: hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutlierFences {
    /// What is compared.
    pub measure: CalibrationMeasure,
    /// How many values were compared.
    pub compared: u32,
    /// Their median.
    pub median: ExactNumber,
    /// Only what is below it is an outlier.
    pub lower: ExactNumber,
    /// Only what is above it is an outlier.
    pub upper: ExactNumber,
}

/// On which side of the others something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OutlierSide {
    /// Above.
    Above,
    /// Below.
    Below,
}

/// A group or a row far from the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalibrationOutlier {
    /// What was compared.
    pub measure: CalibrationMeasure,
    /// The organization.
    pub group: String,
    /// The person or organization rated; absent where the whole group stands out.
    pub id: Option<String>,
    /// Its value, in hundredths of a point.
    pub value: ExactNumber,
    /// Where it stands.
    pub side: OutlierSide,
}

/// How the stages of a rating differ, and what stands out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Calibration {
    /// All rows.
    pub overall: CalibrationSummary,
    /// The groups, in the order of their names' bytes.
    pub groups: Vec<CalibrationGroup>,
    /// Where outliers begin; a measure with too few values to compare is left out.
    pub fences: Vec<OutlierFences>,
    /// By measure, then in the order of groups and of identifiers.
    pub outliers: Vec<CalibrationOutlier>,
}

/// The rows of one group, or all.
#[derive(Default)]
struct Gathered {
    rows: u32,
    /// Own marks, marks decided, differences.
    marks: [Vec<i64>; 3],
    moved: [StageMoves; 3],
    levels: [StageLevels; 3],
    votes: VotesSummary,
}

impl StageLevels {
    /// Everyone, with a level or without.
    pub(crate) fn sum(&self) -> u32 {
        self.excellent + self.good + self.completed + self.not_completed + self.unknown
    }

    pub(crate) fn add(&mut self, level: Option<Level>) {
        *match level {
            Some(Level::Excellent) => &mut self.excellent,
            Some(Level::Good) => &mut self.good,
            Some(Level::Completed) => &mut self.completed,
            Some(Level::NotCompleted) => &mut self.not_completed,
            None => &mut self.unknown,
        } += 1;
    }
}

impl StageMoves {
    fn add<T: Ord>(&mut self, before: Option<T>, after: Option<T>) {
        let (Some(before), Some(after)) = (before, after) else {
            return;
        };
        *match after.cmp(&before) {
            std::cmp::Ordering::Greater => &mut self.raised,
            std::cmp::Ordering::Equal => &mut self.same,
            std::cmp::Ordering::Less => &mut self.lowered,
        } += 1;
    }
}

fn difference(row: &CalibrationRow) -> Option<i64> {
    Some(i64::from(row.final_marks?) - i64::from(row.self_marks?))
}

impl Gathered {
    fn add(&mut self, row: &CalibrationRow) {
        self.rows += 1;
        let marks = [
            row.self_marks.map(i64::from),
            row.final_marks.map(i64::from),
            difference(row),
        ];
        for (values, value) in self.marks.iter_mut().zip(marks) {
            values.extend(value);
        }
        let levels = [row.self_level, row.proposed_level, row.final_level];
        for (counts, level) in self.levels.iter_mut().zip(levels) {
            counts.add(level);
        }
        let [own, proposed, decided] = levels;
        let [by_marks, by_self, by_proposal] = &mut self.moved;
        by_marks.add(row.self_marks, row.final_marks);
        by_self.add(own, decided);
        by_proposal.add(proposed, decided);
        if let Some(votes) = &row.votes {
            self.votes.rows += 1;
            self.votes.in_favour += i64::from(votes.in_favour);
            self.votes.cast += i64::from(votes.cast);
        }
    }

    fn sort(&mut self) {
        for values in &mut self.marks {
            sort_by_key(values, |value| *value);
        }
    }

    /// The marks must be sorted.
    fn summary(&self) -> CalibrationSummary {
        let [own, decided, difference] = &self.marks;
        let [self_levels, proposed_levels, final_levels] = self.levels;
        let [marks_moved, self_to_final, proposed_to_final] = self.moved;
        CalibrationSummary {
            rows: self.rows,
            self_marks: marks_summary(own),
            final_marks: marks_summary(decided),
            difference: marks_summary(difference),
            marks_moved,
            self_levels,
            proposed_levels,
            final_levels,
            self_to_final,
            proposed_to_final,
            votes: self.votes,
        }
    }
}

/// Twice the median of sorted values; 0 of none.
fn doubled_median(sorted: &[i64]) -> i64 {
    let middle = sorted.len() / 2;
    let below = sorted.len().saturating_sub(1) / 2;
    let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
    at(below) + at(middle)
}

/// Twice the lower and the upper quartile of sorted values. One value alone is both.
fn doubled_quartiles(sorted: &[i64]) -> [i64; 2] {
    let half = sorted.len() / 2;
    let upper = sorted.len() - half;
    match (sorted.get(..half), sorted.get(upper..)) {
        (Some(low), Some(high)) if half > 0 => [doubled_median(low), doubled_median(high)],
        _ => [doubled_median(sorted); 2],
    }
}

/// Four times the median absolute deviation of sorted values.
fn quadrupled_deviation(sorted: &[i64]) -> i64 {
    let median = doubled_median(sorted);
    let mut distances: Vec<i64> = sorted.iter().map(|v| (2 * v - median).abs()).collect();
    sort_by_key(&mut distances, |distance| *distance);
    doubled_median(&distances)
}

fn exact(numerator: i64, denominator: i64) -> ExactNumber {
    ExactNumber {
        numerator,
        denominator,
    }
}

fn length(values: &[i64]) -> u32 {
    u32::try_from(values.len()).unwrap_or(u32::MAX)
}

fn marks_summary(sorted: &[i64]) -> Option<MarksSummary> {
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    let [lower, upper] = doubled_quartiles(sorted);
    Some(MarksSummary {
        mean: exact(sorted.iter().sum(), length(sorted).into()),
        median: exact(doubled_median(sorted), 2),
        least,
        most,
        range: most - least,
        lower_quartile: exact(lower, 2),
        upper_quartile: exact(upper, 2),
        deviation: exact(quadrupled_deviation(sorted), 4),
    })
}

/// The rule for outliers as it is used.
struct Search {
    rule: OutlierRule,
    multiple: i64,
    least_marks: i64,
    least_size: i64,
}

impl Search {
    fn new(
        rules: &Rules<'_>,
        input: &CalibrationInput,
        basis: &mut Basis,
    ) -> Result<Self, HandbookError> {
        let optional = |field: &str, value: Option<u32>, least: u32, most: u32| {
            value.map_or(Ok(()), |value| in_range(field, value, least, most))
        };
        optional("multiple", input.multiple, 1, 100)?;
        optional("leastMarks", input.least_marks, 0, FULL_MARKS)?;
        optional("leastSize", input.least_size, SIZE_LEAST, 1_000)?;
        let in_force = rules.get(parameter::OUTLIER_RULE)?;
        let rule = input.rule.unwrap_or(in_force.value);
        basis.policy(&in_force, rule.word());
        let multiple = rules.get(match rule {
            OutlierRule::MedianDeviation => parameter::OUTLIER_DEVIATIONS,
            OutlierRule::QuartileFences => parameter::OUTLIER_FENCE_HALVES,
        })?;
        let least_marks = rules.get(parameter::OUTLIER_LEAST_MARKS)?;
        let least_size = rules.get(parameter::OUTLIER_LEAST_SIZE)?;
        Ok(Self {
            rule,
            multiple: basis.number(&multiple, input.multiple),
            least_marks: basis.number(&least_marks, input.least_marks),
            least_size: basis.number(&least_size, input.least_size),
        })
    }

    fn enough(&self, count: u32) -> bool {
        i64::from(count) >= self.least_size
    }

    /// The fences of values in parts of a hundredth: `parts` make one. `None` for too few.
    fn fences(
        &self,
        values: &[i64],
        parts: i64,
        measure: CalibrationMeasure,
    ) -> Option<OutlierFences> {
        let compared = length(values);
        if !self.enough(compared) {
            return None;
        }
        let mut sorted = values.to_vec();
        sort_by_key(&mut sorted, |value| *value);
        // All four times, so that halves of halves are whole.
        let median = 2 * doubled_median(&sorted);
        let [low, high] = match self.rule {
            OutlierRule::MedianDeviation => {
                let reach = self.multiple * quadrupled_deviation(&sorted);
                [median - reach, median + reach]
            }
            OutlierRule::QuartileFences => {
                let [low, high] = doubled_quartiles(&sorted);
                let reach = self.multiple * (high - low);
                [2 * low - reach, 2 * high + reach]
            }
        };
        let near = 4 * parts * self.least_marks;
        Some(OutlierFences {
            measure,
            compared,
            median: exact(median, 4 * parts),
            lower: exact(low.min(median - near), 4 * parts),
            upper: exact(high.max(median + near), 4 * parts),
        })
    }
}

impl OutlierFences {
    /// Where a value in parts of a hundredth stands, as many as the fences have.
    fn side(&self, value: i64) -> Option<OutlierSide> {
        if 4 * value < self.lower.numerator {
            Some(OutlierSide::Below)
        } else if 4 * value > self.upper.numerator {
            Some(OutlierSide::Above)
        } else {
            None
        }
    }
}

/// How self-scores, the votes of the cells and the final levels differ (đối chiếu kết quả tự
/// đánh giá với kết quả xếp loại): section 6.6 of the catalogue.
///
/// Every number is exact: marks are hundredths of a point, means are sums by counts. A row may
/// lack any stage; it is left out of what it lacks. No level is concluded from marks.
///
/// No text says when a rating stands out. The rule is a named policy of the book, and the question
/// may choose its own:
///
/// - `medianDeviation`: further from the median than `multiple` times the median absolute
///   deviation;
/// - `quartileFences`: beyond a quartile by more than `multiple` halves of the distance between
///   the quartiles. A quartile is the median of the lower or upper half, and the value in the
///   middle belongs to neither.
///
/// In both, what is within `leastMarks` of the median is no outlier. A group is compared with the
/// other groups by the medians of its own marks, of the marks decided and of the differences; a
/// row's difference with those of all rows. Groups with fewer values than `leastSize` are compared
/// with nobody, and nothing is called an outlier where fewer than `leastSize` values can be
/// compared.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: an identifier or group that is none, an identifier
/// twice, marks above 10,000, more votes for a proposal than cast, a number out of its range;
/// [`HandbookError::RuleNotInForce`] where the book knows no rule.
///
/// ```
/// use handbook::evaluation::{CalibrationInput, CalibrationRow, OutlierSide, calibration};
/// use handbook::{RuleBook, date};
///
/// let row = |id: &str, own, decided| CalibrationRow {
///     id: id.to_owned(),
///     group: "cell-1".to_owned(),
///     self_marks: Some(own),
///     self_level: None,
///     votes: None,
///     proposed_level: None,
///     final_marks: Some(decided),
///     final_level: None,
/// };
/// let input = CalibrationInput {
///     rows: vec![
///         row("a", 9_200, 9_100),
///         row("b", 9_000, 9_000),
///         row("c", 8_800, 8_600),
///         row("d", 9_600, 7_400),
///         row("e", 8_500, 8_400),
///     ],
///     rule: None,
///     multiple: None,
///     least_marks: None,
///     least_size: None,
/// };
/// let book = RuleBook::vietnam();
/// let found = calibration(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert_eq!(found.overall.difference.map(|all| all.mean.numerator), Some(-2_600));
/// assert_eq!(found.outliers.len(), 1);
/// assert_eq!(found.outliers[0].id.as_deref(), Some("d"));
/// assert_eq!(found.outliers[0].side, OutlierSide::Below);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn calibration(
    rules: &Rules<'_>,
    input: &CalibrationInput,
) -> Result<Verdict<Calibration>, HandbookError> {
    check_rows(&input.rows)?;
    let mut basis = Basis::default();
    let search = Search::new(rules, input, &mut basis)?;

    let mut rows: Vec<&CalibrationRow> = input.rows.iter().collect();
    sort_by_key(&mut rows, |row| (&row.group, &row.id));
    let mut overall = Gathered::default();
    let mut groups: Vec<(&str, Gathered)> = Vec::new();
    for row in &rows {
        if groups.last().is_none_or(|(name, _)| *name != row.group) {
            groups.push((&row.group, Gathered::default()));
        }
        overall.add(row);
        if let Some((_, group)) = groups.last_mut() {
            group.add(row);
        }
    }
    overall.sort();
    for (_, group) in &mut groups {
        group.sort();
    }

    let (mut fences, mut outliers) = (Vec::new(), Vec::new());
    let by_group = [
        CalibrationMeasure::GroupSelfMarks,
        CalibrationMeasure::GroupFinalMarks,
        CalibrationMeasure::GroupDifference,
    ];
    for (place, measure) in by_group.into_iter().enumerate() {
        let mut named = Vec::new();
        let mut medians = Vec::new();
        for (name, group) in &groups {
            if let Some(values) = group.marks.get(place)
                && search.enough(length(values))
            {
                named.push((*name, None));
                medians.push(doubled_median(values));
            }
        }
        let found = search.fences(&medians, 2, measure);
        stand_out(found, 2, &named, &medians, &mut outliers);
        fences.extend(found);
    }
    let mut named = Vec::new();
    let mut differences = Vec::new();
    for row in &rows {
        if let Some(difference) = difference(row) {
            named.push((row.group.as_str(), Some(row.id.as_str())));
            differences.push(difference);
        }
    }
    let found = search.fences(&differences, 1, CalibrationMeasure::RowDifference);
    stand_out(found, 1, &named, &differences, &mut outliers);
    fences.extend(found);

    let groups = groups
        .iter()
        .map(|(name, group)| CalibrationGroup {
            group: (*name).to_owned(),
            summary: group.summary(),
        })
        .collect();
    let value = Calibration {
        overall: overall.summary(),
        groups,
        fences,
        outliers,
    };
    Ok(Verdict::new(value, basis))
}

fn stand_out(
    fences: Option<OutlierFences>,
    parts: i64,
    named: &[(&str, Option<&str>)],
    values: &[i64],
    outliers: &mut Vec<CalibrationOutlier>,
) {
    let Some(fences) = fences else {
        return;
    };
    for ((group, id), value) in named.iter().zip(values) {
        if let Some(side) = fences.side(*value) {
            outliers.push(CalibrationOutlier {
                measure: fences.measure,
                group: (*group).to_owned(),
                id: id.map(str::to_owned),
                value: exact(*value, parts),
                side,
            });
        }
    }
}

fn check_rows(rows: &[CalibrationRow]) -> Result<(), InputError> {
    let mut seen = TextMap::new();
    for (line, row) in rows.iter().enumerate() {
        let field = |name: &str| format!("rows[{line}].{name}");
        let at = |name: &str, error: InputError| error.in_field(field(name));
        MemberId::new(&row.id).map_err(|error| at("id", error))?;
        OrganizationId::new(&row.group).map_err(|error| at("group", error))?;
        if !seen.insert(&row.id, line) {
            return Err(InputError::new(InputCode::Duplicate, field("id"), &row.id));
        }
        for (name, marks) in [
            ("selfMarks", row.self_marks),
            ("finalMarks", row.final_marks),
        ] {
            if let Some(marks) = marks {
                in_range(&field(name), marks, 0, FULL_MARKS)?;
            }
        }
        if let Some(votes) = &row.votes {
            in_range(&field("votes.cast"), votes.cast, 1, VOTES_MOST)?;
            let (part, whole) = (votes.in_favour.into(), votes.cast.into());
            part_of(&field("votes.inFavour"), part, whole)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_quartiles_of_few_values() {
        assert_eq!(doubled_median(&[]), 0);
        assert_eq!(doubled_median(&[7]), 14);
        assert_eq!(doubled_median(&[1, 4]), 5);
        assert_eq!(doubled_quartiles(&[7]), [14, 14]);
        assert_eq!(doubled_quartiles(&[1, 4]), [2, 8]);
        assert_eq!(doubled_quartiles(&[1, 2, 9]), [2, 18]);
        assert_eq!(doubled_quartiles(&[1, 2, 4, 9]), [3, 13]);
        assert_eq!(doubled_quartiles(&[1, 2, 4, 8, 9]), [3, 17]);
        // Distances from 4 are 3, 2, 0, 4, 5: the median is 3.
        assert_eq!(quadrupled_deviation(&[1, 2, 4, 8, 9]), 12);
        // Distances from 3 are 2, 1, 1, 6: the median is 3/2.
        assert_eq!(quadrupled_deviation(&[1, 2, 4, 9]), 6);
    }

    #[test]
    fn nothing_is_summed_up_of_nothing() {
        assert_eq!(marks_summary(&[]), None);
    }
}
