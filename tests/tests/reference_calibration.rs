//! Calibration, published tables, quarters, task scores and years in a row against references
//! that use fractions, try every table, and walk from year to year.

#![expect(
    clippy::indexing_slicing,
    reason = "tables of a test have the shape it gave them"
)]

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use handbook::access::{CountedRow, SuppressedTable, SuppressedTableInput, suppressed_table};
use handbook::evaluation::{
    CalibrationInput, CalibrationMeasure, CalibrationOutlier, CalibrationRow,
    ConsecutiveLevelsInput, ExactNumber, MarksSummary, OutlierSide, PeriodRating, PeriodState,
    ProposalVotes, QuarterlyRatingInput, ScoredItem, StageMoves, TaskScoreInput, YearLevel,
    calibration, consecutive_levels, quarterly_rating, task_score,
};
use handbook::rulebook::policy::{OutlierRule, RatedPeriod, UnratedYear, ZeroCounts};
use handbook::{HandbookError, Level, RuleBook, date};
use handbook_tests::config;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn failed(error: HandbookError) -> TestCaseError {
    TestCaseError::fail(error.to_string())
}

/// An exact fraction with a denominator above 0.
#[derive(Debug, Clone, Copy)]
struct Rational(i128, i128);

impl Rational {
    fn whole(value: i128) -> Self {
        Self(value, 1)
    }

    fn plus(self, other: Self) -> Self {
        Self(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
    }

    fn times(self, numerator: i128, denominator: i128) -> Self {
        Self(self.0 * numerator, self.1 * denominator)
    }

    fn minus(self, other: Self) -> Self {
        self.plus(other.times(-1, 1))
    }

    fn distance(self, other: Self) -> Self {
        let Self(numerator, denominator) = self.minus(other);
        Self(numerator.abs(), denominator)
    }
}

impl From<ExactNumber> for Rational {
    fn from(number: ExactNumber) -> Self {
        Self(number.numerator.into(), number.denominator.into())
    }
}

impl PartialEq for Rational {
    fn eq(&self, other: &Self) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}

impl Eq for Rational {}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0 * other.1).cmp(&(other.0 * self.1))
    }
}

/// The median by taking the smallest and the largest away until one or two are left.
fn median(values: &[Rational]) -> Rational {
    let mut left = values.to_vec();
    left.sort();
    while left.len() > 2 {
        left.pop();
        left.remove(0);
    }
    let sum = left
        .iter()
        .copied()
        .fold(Rational::whole(0), Rational::plus);
    sum.times(1, i128::try_from(left.len()).unwrap_or(1))
}

fn deviation(values: &[Rational]) -> Rational {
    let middle = median(values);
    let distances: Vec<Rational> = values.iter().map(|value| value.distance(middle)).collect();
    median(&distances)
}

fn quartiles(values: &[Rational]) -> (Rational, Rational) {
    let mut sorted = values.to_vec();
    sorted.sort();
    if sorted.len() == 1 {
        return (median(&sorted), median(&sorted));
    }
    let lower: Vec<Rational> = sorted[..sorted.len() / 2].to_vec();
    let upper: Vec<Rational> = sorted[sorted.len().div_ceil(2)..].to_vec();
    (median(&lower), median(&upper))
}

/// Where a value stands among all values, by the words of the two rules.
fn side(
    value: Rational,
    all: &[Rational],
    rule: OutlierRule,
    multiple: u32,
    least: u32,
) -> Option<OutlierSide> {
    let middle = median(all);
    if value.distance(middle) <= Rational::whole(least.into()) {
        return None;
    }
    let far = match rule {
        OutlierRule::MedianDeviation => {
            value.distance(middle) > deviation(all).times(multiple.into(), 1)
        }
        OutlierRule::QuartileFences => {
            let (low, high) = quartiles(all);
            let reach = high.minus(low).times(multiple.into(), 2);
            value < low.minus(reach) || value > high.plus(reach)
        }
    };
    let above = value > middle;
    far.then_some(if above {
        OutlierSide::Above
    } else {
        OutlierSide::Below
    })
}

fn rationals(values: impl Iterator<Item = Option<i128>>) -> Vec<Rational> {
    values.flatten().map(Rational::whole).collect()
}

fn gap(row: &CalibrationRow) -> Option<i128> {
    Some(i128::from(row.final_marks?) - i128::from(row.self_marks?))
}

/// The values of rows by measure.
fn values(rows: &[&CalibrationRow], measure: CalibrationMeasure) -> Vec<Rational> {
    rationals(rows.iter().map(|row| match measure {
        CalibrationMeasure::GroupSelfMarks => row.self_marks.map(i128::from),
        CalibrationMeasure::GroupFinalMarks => row.final_marks.map(i128::from),
        CalibrationMeasure::GroupDifference | CalibrationMeasure::RowDifference => gap(row),
    }))
}

type Found = (
    CalibrationMeasure,
    String,
    Option<String>,
    Rational,
    OutlierSide,
);

fn outliers(rows: &[CalibrationRow], rule: OutlierRule, numbers: [u32; 3]) -> Vec<Found> {
    let [multiple, least, size] = numbers;
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let mut groups: BTreeMap<&str, Vec<&CalibrationRow>> = BTreeMap::new();
    for row in rows {
        groups.entry(&row.group).or_default().push(row);
    }
    let mut found = Vec::new();
    for measure in [
        CalibrationMeasure::GroupSelfMarks,
        CalibrationMeasure::GroupFinalMarks,
        CalibrationMeasure::GroupDifference,
    ] {
        let medians: BTreeMap<&str, Rational> = groups
            .iter()
            .map(|(name, rows)| (*name, values(rows, measure)))
            .filter(|(_, values)| values.len() >= size)
            .map(|(name, values)| (name, median(&values)))
            .collect();
        let all: Vec<Rational> = medians.values().copied().collect();
        if all.len() < size {
            continue;
        }
        for (name, value) in medians {
            if let Some(side) = side(value, &all, rule, multiple, least) {
                found.push((measure, name.to_owned(), None, value, side));
            }
        }
    }
    let mut ordered: Vec<&CalibrationRow> = rows.iter().collect();
    ordered.sort_by(|one, other| (&one.group, &one.id).cmp(&(&other.group, &other.id)));
    let all = values(&ordered, CalibrationMeasure::RowDifference);
    if all.len() >= size {
        for row in ordered {
            let Some(value) = gap(row).map(Rational::whole) else {
                continue;
            };
            if let Some(side) = side(value, &all, rule, multiple, least) {
                let measure = CalibrationMeasure::RowDifference;
                found.push((
                    measure,
                    row.group.clone(),
                    Some(row.id.clone()),
                    value,
                    side,
                ));
            }
        }
    }
    found
}

fn as_found(outlier: &CalibrationOutlier) -> Found {
    let value = outlier.value.into();
    (
        outlier.measure,
        outlier.group.clone(),
        outlier.id.clone(),
        value,
        outlier.side,
    )
}

fn same_summary(found: Option<MarksSummary>, values: &[Rational]) -> Result<(), TestCaseError> {
    let Some(found) = found else {
        prop_assert!(values.is_empty());
        return Ok(());
    };
    let sum = values
        .iter()
        .copied()
        .fold(Rational::whole(0), Rational::plus);
    let count = i128::try_from(values.len()).unwrap_or(1);
    prop_assert_eq!(i128::from(found.mean.denominator), count);
    prop_assert_eq!(Rational::from(found.mean), sum.times(1, count));
    prop_assert_eq!(Rational::from(found.median), median(values));
    prop_assert_eq!(Rational::from(found.deviation), deviation(values));
    let (low, high) = quartiles(values);
    prop_assert_eq!(Rational::from(found.lower_quartile), low);
    prop_assert_eq!(Rational::from(found.upper_quartile), high);
    let least = values.iter().min().copied();
    let most = values.iter().max().copied();
    prop_assert_eq!(Some(Rational::whole(found.least.into())), least);
    prop_assert_eq!(Some(Rational::whole(found.most.into())), most);
    prop_assert_eq!(found.range, found.most - found.least);
    Ok(())
}

fn moves<T: Ord>(pairs: impl Iterator<Item = (Option<T>, Option<T>)>) -> StageMoves {
    let mut moves = StageMoves {
        raised: 0,
        same: 0,
        lowered: 0,
    };
    for (before, after) in pairs {
        if let (Some(before), Some(after)) = (before, after) {
            moves.raised += u32::from(before < after);
            moves.same += u32::from(before == after);
            moves.lowered += u32::from(before > after);
        }
    }
    moves
}

fn any_level() -> impl Strategy<Value = Option<Level>> {
    option::of(select(vec![
        Level::Excellent,
        Level::Good,
        Level::Completed,
        Level::NotCompleted,
    ]))
}

/// Mostly near 85 points, sometimes anywhere.
fn any_marks() -> impl Strategy<Value = Option<u32>> {
    prop_oneof![
        6 => (8_000_u32..9_000).prop_map(Some),
        2 => (0_u32..=10_000).prop_map(Some),
        1 => Just(None),
    ]
}

prop_compose! {
    fn any_row()(
        group in 0..7_usize,
        self_marks in any_marks(),
        final_marks in any_marks(),
        self_level in any_level(),
        proposed_level in any_level(),
        final_level in any_level(),
        votes in option::of((1_u32..30).prop_flat_map(|cast| (0..=cast, Just(cast)))),
    ) -> CalibrationRow {
        CalibrationRow {
            id: String::new(),
            group: format!("cell-{group}"),
            self_marks,
            self_level,
            votes: votes.map(|(in_favour, cast)| ProposalVotes { in_favour, cast }),
            proposed_level,
            final_marks,
            final_level,
        }
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn calibration_agrees_with_fractions(
        mut rows in vec(any_row(), 0..45),
        rule in select(vec![OutlierRule::MedianDeviation, OutlierRule::QuartileFences]),
        multiple in 1_u32..5,
        least in prop_oneof![Just(0_u32), 1_u32..800],
        size in 3_u32..7,
        turn in 0_usize..45,
    ) {
        for (place, row) in rows.iter_mut().enumerate() {
            row.id = format!("person-{place}");
        }
        let mut input = CalibrationInput {
            rows,
            rule: Some(rule),
            multiple: Some(multiple),
            least_marks: Some(least),
            least_size: Some(size),
        };
        let rules = BOOK.on(date(2025, 12, 31).map_err(|error| failed(error.into()))?)
            .map_err(failed)?;
        let found = calibration(&rules, &input).map_err(failed)?.value;

        let all: Vec<&CalibrationRow> = input.rows.iter().collect();
        let names: BTreeSet<&str> = all.iter().map(|row| row.group.as_str()).collect();
        let shown: Vec<&str> = found.groups.iter().map(|group| group.group.as_str()).collect();
        prop_assert_eq!(names.into_iter().collect::<Vec<_>>(), shown);
        let mut parts = vec![(None, &found.overall)];
        for group in &found.groups {
            parts.push((Some(group.group.as_str()), &group.summary));
        }
        for (group, summary) in parts {
            let rows: Vec<&CalibrationRow> = all
                .iter()
                .copied()
                .filter(|row| group.is_none_or(|group| group == row.group))
                .collect();
            prop_assert_eq!(usize::try_from(summary.rows).ok(), Some(rows.len()));
            same_summary(
                summary.self_marks,
                &values(&rows, CalibrationMeasure::GroupSelfMarks),
            )?;
            same_summary(
                summary.final_marks,
                &values(&rows, CalibrationMeasure::GroupFinalMarks),
            )?;
            same_summary(
                summary.difference,
                &values(&rows, CalibrationMeasure::GroupDifference),
            )?;
            let marks = rows.iter().map(|row| (row.self_marks, row.final_marks));
            prop_assert_eq!(summary.marks_moved, moves(marks));
            let levels = rows.iter().map(|row| (row.self_level, row.final_level));
            prop_assert_eq!(summary.self_to_final, moves(levels));
            let levels = rows.iter().map(|row| (row.proposed_level, row.final_level));
            prop_assert_eq!(summary.proposed_to_final, moves(levels));
            for (stage, of) in [
                (summary.self_levels, [0, 1, 2]),
                (summary.proposed_levels, [1, 0, 2]),
                (summary.final_levels, [2, 0, 1]),
            ] {
                let count = |level| {
                    let rows = rows.iter().filter(|row| {
                        [row.self_level, row.proposed_level, row.final_level][of[0]] == level
                    });
                    u32::try_from(rows.count()).unwrap_or(u32::MAX)
                };
                prop_assert_eq!(stage.excellent, count(Some(Level::Excellent)));
                prop_assert_eq!(stage.good, count(Some(Level::Good)));
                prop_assert_eq!(stage.completed, count(Some(Level::Completed)));
                prop_assert_eq!(stage.not_completed, count(Some(Level::NotCompleted)));
                prop_assert_eq!(stage.unknown, count(None));
            }
            let votes: Vec<ProposalVotes> = rows.iter().filter_map(|row| row.votes).collect();
            prop_assert_eq!(usize::try_from(summary.votes.rows).ok(), Some(votes.len()));
            let in_favour: i64 = votes.iter().map(|votes| i64::from(votes.in_favour)).sum();
            let cast: i64 = votes.iter().map(|votes| i64::from(votes.cast)).sum();
            prop_assert_eq!((summary.votes.in_favour, summary.votes.cast), (in_favour, cast));
        }
        let expected = outliers(&input.rows, rule, [multiple, least, size]);
        let listed: Vec<Found> = found.outliers.iter().map(as_found).collect();
        prop_assert_eq!(listed, expected);

        // The order of the rows does not matter.
        let turn = turn.min(input.rows.len());
        input.rows.rotate_left(turn);
        prop_assert_eq!(calibration(&rules, &input).map_err(failed)?.value, found);
    }
}

// ---- published tables

/// A published table with its totals as last row and column.
fn whole(table: &SuppressedTable) -> Vec<Vec<Option<i64>>> {
    let rows = table.rows.iter();
    let mut whole: Vec<Vec<Option<i64>>> = rows
        .map(|row| row.counts.iter().copied().chain([row.total]).collect())
        .collect();
    whole.push(table.totals.iter().copied().chain([table.total]).collect());
    whole
}

/// The true table with its totals.
fn with_totals(counts: &[Vec<u32>]) -> Vec<Vec<i64>> {
    let mut whole: Vec<Vec<i64>> = counts
        .iter()
        .map(|row| row.iter().map(|count| i64::from(*count)).collect())
        .collect();
    for row in &mut whole {
        row.push(row.iter().sum());
    }
    let totals = (0..whole[0].len()).map(|column| whole.iter().map(|row| row[column]).sum());
    let totals = totals.collect();
    whole.push(totals);
    whole
}

/// Every value that each cell of a published table can have: all tables of counts from `floor` to
/// `most` that add up to what is shown.
fn possible(shown: &[Vec<Option<i64>>], floor: i64, most: i64) -> Vec<Vec<BTreeSet<i64>>> {
    let (rows, columns) = (shown.len() - 1, shown[0].len() - 1);
    let mut seen = vec![vec![BTreeSet::new(); columns + 1]; rows + 1];
    let mut counts = vec![vec![0_u32; columns]; rows];
    try_cell(shown, floor, most, 0, &mut counts, &mut seen);
    seen
}

fn try_cell(
    shown: &[Vec<Option<i64>>],
    floor: i64,
    most: i64,
    cell: usize,
    counts: &mut Vec<Vec<u32>>,
    seen: &mut [Vec<BTreeSet<i64>>],
) {
    let (rows, columns) = (counts.len(), counts[0].len());
    if cell > 0 && cell.is_multiple_of(columns) {
        let row = cell / columns - 1;
        let sum: i64 = counts[row].iter().map(|count| i64::from(*count)).sum();
        if shown[row][columns].is_some_and(|total| total != sum) {
            return;
        }
    }
    if cell == rows * columns {
        let whole = with_totals(counts);
        let fits = whole.iter().zip(shown).all(|(row, shown)| {
            row.iter()
                .zip(shown)
                .all(|(count, shown)| shown.map_or(*count >= floor, |shown| shown == *count))
        });
        if fits {
            for (row, seen) in whole.iter().zip(seen) {
                for (count, seen) in row.iter().zip(seen) {
                    seen.insert(*count);
                }
            }
        }
        return;
    }
    let (row, column) = (cell / columns, cell % columns);
    let range = shown[row][column].map_or(floor..=most, |count| count..=count);
    for count in range {
        counts[row][column] = u32::try_from(count).unwrap_or(u32::MAX);
        try_cell(shown, floor, most, cell + 1, counts, seen);
    }
    counts[row][column] = 0;
}

fn published(
    counts: &[Vec<u32>],
    least: u32,
    zeros: ZeroCounts,
) -> Result<SuppressedTable, HandbookError> {
    let input = SuppressedTableInput {
        columns: (0..counts[0].len())
            .map(|place| format!("level {place}"))
            .collect(),
        rows: counts
            .iter()
            .enumerate()
            .map(|(place, counts)| CountedRow {
                name: format!("commune {place}"),
                counts: counts.clone(),
            })
            .collect(),
        least: Some(least),
        zeros: Some(zeros),
    };
    let rules = BOOK.on(date(2025, 12, 31)?)?;
    Ok(suppressed_table(&rules, &input)?.value)
}

/// What holds of every published table, however large.
fn check_shown(
    counts: &[Vec<u32>],
    table: &SuppressedTable,
    least: u32,
    zeros: ZeroCounts,
) -> Result<(), TestCaseError> {
    let (real, shown) = (with_totals(counts), whole(table));
    let mut suppressed = 0;
    for (real, shown) in real.iter().zip(&shown) {
        for (real, shown) in real.iter().zip(shown) {
            prop_assert!(shown.is_none_or(|shown| shown == *real));
            prop_assert!(shown.is_none() || *real == 0 || *real >= i64::from(least));
            prop_assert!(shown.is_some() || zeros == ZeroCounts::MayBeSuppressed || *real > 0);
            suppressed += u32::from(shown.is_none());
        }
    }
    prop_assert_eq!(table.suppressed, suppressed);
    let columns = (0..shown[0].len()).map(|column| shown.iter().map(|row| row[column]).collect());
    let lines: Vec<Vec<Option<i64>>> = shown.iter().cloned().chain(columns).collect();
    for line in lines {
        let gone = line.iter().filter(|count| count.is_none()).count();
        prop_assert!(gone != 1, "one suppressed count alone in {line:?}");
    }
    Ok(())
}

fn small_table() -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1_usize..4, 1_usize..4).prop_flat_map(|(rows, columns)| {
        let count = prop_oneof![2 => Just(0_u32), 5 => 1_u32..4, 3 => 3_u32..7];
        vec(vec(count, columns), rows)
    })
}

fn large_table() -> impl Strategy<Value = Vec<Vec<u32>>> {
    (1_usize..40, 1_usize..6).prop_flat_map(|(rows, columns)| {
        let count = prop_oneof![2 => Just(0_u32), 2 => 1_u32..5, 6 => 5_u32..400];
        vec(vec(count, columns), rows)
    })
}

fn any_zeros() -> impl Strategy<Value = ZeroCounts> {
    select(vec![ZeroCounts::AlwaysShown, ZeroCounts::MayBeSuppressed])
}

#[test]
fn the_search_finds_what_an_unprotected_table_tells() {
    // 2 is 10 − 8.
    let shown = [
        vec![None, Some(8), Some(10)],
        vec![Some(7), Some(9), Some(16)],
        vec![Some(9), Some(17), Some(26)],
    ];
    let found = possible(&shown, 0, 12);
    assert_eq!(found[0][0], BTreeSet::from([2]));
    // Two in each line, and still both rows tell: 0 + 0 = 0.
    let shown = [
        vec![None, None, Some(0)],
        vec![None, None, Some(9)],
        vec![Some(4), Some(5), Some(9)],
    ];
    let found = possible(&shown, 0, 12);
    assert_eq!(found[1][0], BTreeSet::from([4]));
    // 1 + 1 = 2 where a zero would be shown.
    let shown = [
        vec![None, None, Some(2)],
        vec![None, None, Some(9)],
        vec![Some(5), Some(6), Some(11)],
    ];
    assert_eq!(possible(&shown, 1, 12)[1][1], BTreeSet::from([5]));
    assert_eq!(possible(&shown, 0, 12)[1][1], BTreeSet::from([4, 5, 6]));
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn no_suppressed_count_follows_from_what_is_shown(
        counts in small_table(),
        least in 2_u32..5,
        zeros in any_zeros(),
    ) {
        prop_assume!(counts.len() * counts[0].len() <= 6);
        let table = published(&counts, least, zeros).map_err(failed)?;
        check_shown(&counts, &table, least, zeros)?;
        let floor = i64::from(zeros == ZeroCounts::AlwaysShown);
        let found = possible(&whole(&table), floor, 8);
        for (values, shown) in found.iter().zip(whole(&table)) {
            for (values, shown) in values.iter().zip(shown) {
                prop_assert!(
                    shown.is_some() || values.len() > 1,
                    "{values:?} alone in {table:?}"
                );
            }
        }
    }

    #[test]
    fn every_line_of_a_large_table_has_none_or_two(
        counts in large_table(),
        least in 2_u32..8,
        zeros in any_zeros(),
    ) {
        let table = published(&counts, least, zeros).map_err(failed)?;
        check_shown(&counts, &table, least, zeros)?;
        if !with_totals(&counts).iter().flatten().any(|count| (1..i64::from(least)).contains(count))
        {
            prop_assert_eq!(table.suppressed, 0);
        }
    }
}

// ---- quarters

/// The periods of a year with first and last month, by their names.
const PERIODS: [(RatedPeriod, u32, u32, u32); 5] = [
    (RatedPeriod::FirstQuarter, 1, 3, 31),
    (RatedPeriod::SecondQuarter, 4, 6, 30),
    (RatedPeriod::ThirdQuarter, 7, 9, 30),
    (RatedPeriod::FourthQuarter, 10, 12, 31),
    (RatedPeriod::Year, 1, 12, 31),
];

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn quarters_are_due_when_they_are_over(
        year in 2023_i32..=2026,
        day in (2023_i32..=2026, 1_u32..=12, 1_u32..=28),
        given in vec(any::<bool>(), 4),
    ) {
        let day = date(day.0, day.1, day.2).map_err(|error| failed(error.into()))?;
        let first = |month| date(year, month, 1).map_err(|error| failed(error.into()));
        let mut ratings = Vec::new();
        for ((period, from, ..), given) in [PERIODS[0], PERIODS[1], PERIODS[2], PERIODS[4]]
            .into_iter()
            .zip(given)
        {
            if given && first(from)? <= day {
                ratings.push(PeriodRating { period, marks: None, level: Some(Level::Good) });
            }
        }
        let input = QuarterlyRatingInput {
            year,
            term_ends_on: None,
            asked_on: None,
            ratings: ratings.clone(),
            on: day,
        };
        let found = quarterly_rating(&BOOK.on(day).map_err(failed)?, &input)
            .map_err(failed)?
            .value;
        // 366-QĐ/TW is in force from 30 August 2025; what was before it was not read.
        let start = date(2025, 8, 30).map_err(|error| failed(error.into()))?;
        prop_assert_eq!(found.periods.len(), 5);
        let mut due = Vec::new();
        for ((period, _, month, last), line) in PERIODS.into_iter().zip(&found.periods) {
            let end = date(year, month, last).map_err(|error| failed(error.into()))?;
            let rating = ratings.iter().find(|rating| rating.period == period);
            let expected = if end < start {
                PeriodState::NoRuleKnown
            } else if period == RatedPeriod::FourthQuarter {
                PeriodState::IntoYear
            } else if rating.is_some() {
                PeriodState::Rated
            } else if end < day {
                PeriodState::Due
            } else {
                PeriodState::NotOver
            };
            prop_assert_eq!((line.period, line.ends_on, line.state), (period, end, expected));
            prop_assert_eq!(line.level, rating.and_then(|rating| rating.level));
            if expected == PeriodState::Due {
                due.push(period);
            }
        }
        prop_assert_eq!(found.due, due);
    }
}

// ---- task scores

prop_compose! {
    fn any_item()(
        marks in 0_u32..=10_000,
        assigned in 1_u32..50,
        done in 0_u32..50,
        failures in 0_u32..7,
        objective in 0_u32..7,
        delays in 0_u32..7,
        objective_delays in 0_u32..7,
    ) -> ScoredItem {
        ScoredItem {
            id: String::new(),
            marks,
            assigned,
            done: done.min(assigned),
            quality_failures: failures,
            objective_quality_failures: objective.min(failures),
            delays,
            objective_delays: objective_delays.min(delays),
        }
    }
}

/// Quarters of a hundredth of a point: takes the full marks' quarter once for each fault, and
/// stops at nothing.
fn take_quarters(marks: u32, faults: u32) -> i128 {
    let mut left = 4 * i128::from(marks);
    for _ in 0..faults {
        left -= i128::from(marks);
        if left < 0 {
            left = 0;
        }
    }
    left
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn task_scores_agree_with_quarters_taken_one_by_one(mut items in vec(any_item(), 1..12)) {
        for (place, item) in items.iter_mut().enumerate() {
            item.id = format!("task-{place}");
        }
        let day = date(2026, 12, 31).map_err(|error| failed(error.into()))?;
        let input = TaskScoreInput { items, floor: None };
        let score = task_score(&BOOK.on(day).map_err(failed)?, &input)
            .map_err(failed)?
            .value;
        let mut sums = [0; 3];
        for (item, found) in input.items.iter().zip(&score.items) {
            let failures = item.quality_failures - item.objective_quality_failures;
            let delays = item.delays - item.objective_delays;
            let expected = [
                take_quarters(item.marks, failures),
                take_quarters(item.marks, delays),
                take_quarters(item.marks, failures + delays),
            ];
            let listed = [found.quality, found.progress, found.left].map(Rational::from);
            prop_assert_eq!(&found.id, &item.id);
            prop_assert_eq!(listed, expected.map(|quarters| Rational(quarters, 4)));
            for (sum, part) in sums.iter_mut().zip(expected) {
                *sum += part;
            }
        }
        let found = [score.quality, score.progress, score.left].map(Rational::from);
        prop_assert_eq!(found, sums.map(|quarters| Rational(quarters, 4)));
        let marks: i64 = input.items.iter().map(|item| i64::from(item.marks)).sum();
        let assigned: i64 = input.items.iter().map(|item| i64::from(item.assigned)).sum();
        let done: i64 = input.items.iter().map(|item| i64::from(item.done)).sum();
        prop_assert_eq!((score.marks, score.assigned, score.done), (marks, assigned, done));
    }
}

// ---- years in a row

/// The level of a year: named with or without a level, or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Year {
    Bad,
    Fine,
    Unrated,
    Unknown,
}

/// The row at the last year, without unknown years.
fn last_row(years: &[Year], unrated: UnratedYear) -> u32 {
    let mut row = 0;
    for year in years {
        row = match year {
            Year::Bad => row + 1,
            Year::Unrated if unrated == UnratedYear::LeftOut => row,
            Year::Fine | Year::Unrated | Year::Unknown => 0,
        };
    }
    row
}

/// Whether some way of filling in what is not known makes two in a row at the end.
fn could_reach(years: &[Year], unrated: UnratedYear) -> bool {
    let Some(place) = years.iter().position(|year| *year == Year::Unknown) else {
        return last_row(years, unrated) >= 2;
    };
    [Year::Bad, Year::Fine].into_iter().any(|filled| {
        let mut years = years.to_vec();
        years[place] = filled;
        could_reach(&years, unrated)
    })
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn years_in_a_row_agree_with_every_way_of_filling_gaps(
        known in vec(
            select(vec![Year::Bad, Year::Bad, Year::Fine, Year::Unrated, Year::Unknown]),
            0..7,
        ),
        last in select(vec![Year::Bad, Year::Bad, Year::Fine, Year::Unrated]),
        unrated in select(vec![UnratedYear::EndsRow, UnratedYear::LeftOut]),
        turned in any::<bool>(),
    ) {
        let mut years = known;
        years.push(last);
        let first = 2026 - i32::try_from(years.len()).unwrap_or_default();
        let named = (first..).zip(&years);
        let mut levels: Vec<YearLevel> = named
            .clone()
            .filter(|(_, year)| **year != Year::Unknown)
            .map(|(number, year)| YearLevel {
                year: number,
                level: match year {
                    Year::Bad => Some(Level::NotCompleted),
                    Year::Fine => Some(Level::Completed),
                    Year::Unrated | Year::Unknown => None,
                },
            })
            .collect();
        let earliest = levels.first().map(|line| line.year);
        let gaps: Vec<i32> = named
            .filter(|(number, year)| **year == Year::Unknown && Some(*number) > earliest)
            .map(|(number, _)| number)
            .collect();
        if turned {
            levels.reverse();
        }
        let count = levels.len();
        let input = ConsecutiveLevelsInput { years: levels, unrated: Some(unrated) };
        let day = date(2025, 12, 31).map_err(|error| failed(error.into()))?;
        let found = consecutive_levels(&BOOK.on(day).map_err(failed)?, &input)
            .map_err(failed)?
            .value;
        let row = last_row(&years, unrated);
        prop_assert_eq!(found.current, row);
        prop_assert_eq!(found.considered, row >= 2);
        let mut before = vec![Year::Unknown, Year::Unknown];
        before.extend(&years);
        prop_assert_eq!(found.unclear, row < 2 && could_reach(&before, unrated));
        prop_assert_eq!(found.gaps, gaps);
        prop_assert_eq!(found.regimes.len(), count);
        let bad = years.iter().filter(|year| **year == Year::Bad).count();
        let listed: u32 = found.rows.iter().map(|row| row.years).sum();
        prop_assert_eq!(usize::try_from(listed).ok(), Some(bad));
    }
}
