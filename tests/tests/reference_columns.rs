//! Levels kept as columns, against a second reading that shares nothing with the library: one
//! member at a time, scores and caps as exact fractions, the places under a cap found by trying.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a failing test may panic"
)]

use handbook::evaluation::{
    LevelColumns, MarkColumns, MemberColumns, ScoreSheet, ShareCap, TiePolicy, WeightedCriterion,
};
use handbook::rulebook::policy::{CapReading, CapRounding};
use handbook::{Fraction, Level};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::select;

const LEVELS: [Level; 4] = [
    Level::NotCompleted,
    Level::Completed,
    Level::Good,
    Level::Excellent,
];
const UNDECIDED: u8 = 4;

/// One member as a person would write it down.
#[derive(Debug, Clone)]
struct Member {
    /// Which cell.
    cell: usize,
    marks: Vec<u16>,
    disciplined: bool,
    /// What the year's conditions allow at most.
    by_conditions: Level,
}

/// A district: members in any order; cells in communes; communes under one district.
#[derive(Debug, Clone)]
struct District {
    sheet: ScoreSheet,
    members: Vec<Member>,
    /// The commune of each cell.
    communes: Vec<usize>,
    /// Which cells lie under one cap, as numbers that do not descend.
    cap_of: Vec<usize>,
}

/// How far a mark goes here; everything is a multiple, so that ties are frequent.
const MOST: [u32; 4] = [4, 10, 100, 400];

fn whole<T: TryFrom<usize>>(number: usize) -> T {
    T::try_from(number).unwrap_or_else(|_| unreachable!("small numbers only"))
}

prop_compose! {
    fn any_sheet()(
        criteria in proptest::collection::vec((1_u32..30, select(&MOST[..])), 1..5),
        shares in proptest::array::uniform3(0_u32..=110),
        disciplined in proptest::option::of(select(&LEVELS[..])),
        share in (0_i64..5, 1_i64..6),
        reading in select(vec![
            CapReading::ShareOfGoodBeforeDemotion, CapReading::ShareOfGoodAfterDemotion,
            CapReading::ShareOfGoodOrBetter, CapReading::ShareOfRated,
        ]),
        rounding in select(vec![CapRounding::Floor, CapRounding::HalfUp, CapRounding::Ceiling]),
        capped in proptest::bool::weighted(0.9),
        ties in select(vec![TiePolicy::Vote, TiePolicy::OrderByCriterion]),
    ) -> ScoreSheet {
        let full: u32 = criteria.iter().map(|(weight, most)| weight * most).sum();
        let mut borders = shares.map(|share| (full * share / 100).min(65_535));
        borders.sort_unstable();
        let share = Fraction { numerator: share.0, denominator: share.1 };
        ScoreSheet {
            criteria: criteria
                .into_iter()
                .map(|(weight, most)| WeightedCriterion { weight, most })
                .collect(),
            completed_from: borders[0],
            good_from: borders[1],
            excellent_from: borders[2],
            disciplined,
            cap: capped.then_some(ShareCap { share, reading, rounding }),
            ties,
        }
    }
}

prop_compose! {
    fn any_district()(
        sheet in any_sheet(),
        members in proptest::collection::vec(
            (
                any::<prop::sample::Index>(),
                proptest::collection::vec(0_u32..=4, 4),
                proptest::bool::weighted(0.1),
                prop_oneof![4 => Just(Level::Excellent), 1 => select(&LEVELS[..])],
            ),
            0..90,
        ),
        cells in proptest::collection::vec((any::<bool>(), any::<bool>()), 1..9),
    ) -> District {
        let most: Vec<u32> = sheet.criteria.iter().map(|criterion| criterion.most).collect();
        let members = members
            .into_iter()
            .map(|(cell, quarters, disciplined, by_conditions)| Member {
                cell: cell.index(cells.len()),
                marks: quarters
                    .into_iter()
                    .zip(&most)
                    .map(|(quarter, most)| u16::try_from(most * quarter / 4).unwrap_or_default())
                    .collect(),
                disciplined,
                by_conditions,
            })
            .collect();
        let numbered = |starts: Vec<bool>| {
            let mut number = 0;
            let mut numbers = vec![0];
            for next in starts.into_iter().skip(1) {
                number += usize::from(next);
                numbers.push(number);
            }
            numbers
        };
        District {
            communes: numbered(cells.iter().map(|(commune, _)| *commune).collect()),
            cap_of: numbered(cells.iter().map(|(_, cap)| *cap).collect()),
            sheet,
            members,
        }
    }
}

/// The order of the columns: by cell, within a cell as they come.
fn order(district: &District) -> Vec<usize> {
    let mut order: Vec<usize> = (0..district.members.len()).collect();
    order.sort_by_key(|member| district.members[*member].cell);
    order
}

fn flags(member: &Member) -> u8 {
    u8::from(member.disciplined) | (3 - member.by_conditions as u8) << 1
}

fn columns(district: &District, wide: bool) -> MemberColumns {
    let members: Vec<&Member> = order(district)
        .into_iter()
        .map(|member| &district.members[member])
        .collect();
    let cells = district.communes.len();
    let starts = |of: &dyn Fn(usize) -> usize, count: usize, last: usize| -> Vec<u32> {
        (0..=last)
            .map(|number| whole((0..count).filter(|item| of(*item) < number).count()))
            .collect()
    };
    let mut marks = Vec::new();
    for criterion in 0..district.sheet.criteria.len() {
        marks.extend(members.iter().map(|member| member.marks[criterion]));
    }
    let communes = district.communes[cells - 1] + 1;
    let parents = (0..cells)
        .map(|cell| whole(cells + district.communes[cell]))
        .chain((0..communes).map(|_| whole(cells + communes)))
        .chain([u32::MAX])
        .collect();
    let groups = district.cap_of[cells - 1] + 1;
    MemberColumns {
        cell_starts: starts(&|member| members[member].cell, members.len(), cells),
        parents,
        cap_starts: if groups == cells {
            Vec::new()
        } else {
            starts(&|cell| district.cap_of[cell], cells, groups)
        },
        marks: if wide {
            MarkColumns::Words(marks)
        } else {
            MarkColumns::Bytes(marks.into_iter().map(|mark| whole(mark.into())).collect())
        },
        flags: members.into_iter().map(flags).collect(),
    }
}

fn needs_words(district: &District) -> bool {
    district
        .sheet
        .criteria
        .iter()
        .any(|criterion| criterion.most > 255)
}

fn score(sheet: &ScoreSheet, member: &Member) -> u32 {
    let mut sum = 0;
    for (criterion, mark) in sheet.criteria.iter().zip(&member.marks) {
        for _ in 0..*mark {
            sum += criterion.weight;
        }
    }
    sum
}

fn own_level(sheet: &ScoreSheet, member: &Member) -> Level {
    let score = score(sheet, member);
    let reached = [
        (Level::Completed, sheet.completed_from),
        (Level::Good, sheet.good_from),
        (Level::Excellent, sheet.excellent_from),
    ];
    let mut level = Level::NotCompleted;
    for (next, from) in reached {
        if score >= from {
            level = next;
        }
    }
    if member.by_conditions < level {
        level = member.by_conditions;
    }
    match sheet.disciplined {
        Some(highest) if member.disciplined && highest < level => highest,
        _ => level,
    }
}

/// Whether `most` excellent keep within the cap, where `most - 1` do.
fn fits(cap: &ShareCap, most: i64, eligible: i64, good: i64, rated: i64) -> bool {
    let Fraction {
        numerator: p,
        denominator: q,
    } = cap.share;
    // The share of which whole, as a fraction over `below`.
    let (above, below) = match cap.reading {
        CapReading::ShareOfGoodBeforeDemotion => (p * good, q),
        CapReading::ShareOfGoodAfterDemotion => (p * (good + eligible), p + q),
        CapReading::ShareOfGoodOrBetter => (p * (good + eligible), q),
        CapReading::ShareOfRated => (p * rated, q),
    };
    match cap.rounding {
        CapRounding::Floor => most * below <= above,
        // At most the nearest whole number, halves upward: most − ½ ≤ above / below.
        CapRounding::HalfUp => (2 * most - 1) * below <= 2 * above,
        // At most the next whole number: most − 1 < above / below.
        CapRounding::Ceiling => (most - 1) * below < above,
    }
}

/// The level of every member as the district names them: 4 for tied at the line.
fn naive(district: &District) -> Vec<u8> {
    let own: Vec<Level> = district
        .members
        .iter()
        .map(|member| own_level(&district.sheet, member))
        .collect();
    let mut levels: Vec<u8> = own.iter().map(|level| *level as u8).collect();
    let Some(cap) = &district.sheet.cap else {
        return levels;
    };
    for group in 0..=district.cap_of[district.cap_of.len() - 1] {
        // By cell, within a cell as they come: who stands earlier goes first.
        let mut people = order(district);
        people.retain(|member| district.cap_of[district.members[*member].cell] == group);
        let of_level = |level| {
            people
                .iter()
                .filter(|member| own[**member] == level)
                .count()
        };
        let eligible: i64 = whole(of_level(Level::Excellent));
        let good = whole(of_level(Level::Good));
        let mut most = 0;
        while most < eligible && fits(cap, most + 1, eligible, good, whole(people.len())) {
            most += 1;
        }
        let key = |member: usize| {
            let person = &district.members[member];
            let first = match district.sheet.ties {
                TiePolicy::Vote => 0,
                TiePolicy::OrderByCriterion => person.marks[0],
            };
            (score(&district.sheet, person), first)
        };
        let candidates: Vec<usize> = people
            .into_iter()
            .filter(|member| own[*member] == Level::Excellent)
            .collect();
        for (place, member) in candidates.iter().enumerate() {
            let before = |other: &(usize, &usize)| {
                let decided = key(*other.1).cmp(&key(*member));
                decided.is_gt()
                    || (district.sheet.ties == TiePolicy::OrderByCriterion
                        && decided.is_eq()
                        && other.0 < place)
            };
            let ahead: i64 = whole(candidates.iter().enumerate().filter(before).count());
            let equal: i64 = match district.sheet.ties {
                TiePolicy::Vote => whole(
                    candidates
                        .iter()
                        .filter(|other| key(**other) == key(*member))
                        .count(),
                ),
                TiePolicy::OrderByCriterion => 1,
            };
            levels[*member] = if ahead + equal <= most {
                Level::Excellent as u8
            } else if ahead < most {
                UNDECIDED
            } else {
                Level::Good as u8
            };
        }
    }
    levels
}

/// What the library finds, in the order of the district's members.
fn found(district: &District, judged: &LevelColumns) -> Vec<u8> {
    let mut levels = vec![0; district.members.len()];
    for (place, member) in order(district).into_iter().enumerate() {
        levels[member] = judged.levels()[place];
    }
    levels
}

fn judged(district: &District) -> Result<LevelColumns, TestCaseError> {
    LevelColumns::judge(&district.sheet, columns(district, needs_words(district)))
        .map_err(|error| TestCaseError::fail(error.to_string()))
}

/// Counts of every cell, every commune and the district, from the levels alone.
fn counted(district: &District, levels: &[u8]) -> Vec<[u32; 5]> {
    let cells = district.communes.len();
    let communes = district.communes[cells - 1] + 1;
    let mut counts = vec![[0; 5]; cells + communes + 1];
    for (member, level) in district.members.iter().zip(levels) {
        let above = [
            member.cell,
            cells + district.communes[member.cell],
            cells + communes,
        ];
        for group in above {
            counts[group][usize::from(*level)] += 1;
        }
    }
    counts
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn columns_agree_with_the_naive_reading(district in any_district()) {
        let judged = judged(&district)?;
        let levels = naive(&district);
        prop_assert_eq!(found(&district, &judged), &levels[..]);
        prop_assert_eq!(judged.counts(), counted(&district, &levels));
        let totals = judged.counts().last().copied().unwrap_or_default();
        prop_assert_eq!(judged.totals(), totals);
        for (place, member) in order(&district).into_iter().enumerate() {
            let score = score(&district.sheet, &district.members[member]);
            prop_assert_eq!(u32::from(judged.scores()[place]), score);
        }
    }

    #[test]
    fn marks_kept_as_bytes_and_as_words_give_the_same(district in any_district()) {
        let narrow = judged(&district)?;
        let wide = LevelColumns::judge(&district.sheet, columns(&district, true))
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(narrow.levels(), wide.levels());
        prop_assert_eq!(narrow.counts(), wide.counts());
    }

    #[test]
    fn a_change_leaves_what_judging_everybody_anew_gives(
        district in any_district(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        if district.members.is_empty() {
            return Ok(());
        }
        let mut changed = district.clone();
        let mut kept = judged(&district)?;
        for (who, like) in changes {
            let (who, like) = (who.index(district.members.len()), like.index(district.members.len()));
            let model = district.members[like].clone();
            changed.members[who] = Member { cell: changed.members[who].cell, ..model };
            let place = order(&changed).iter().position(|member| *member == who).unwrap_or_default();
            let member = &changed.members[who];
            let again = kept
                .set_member(whole(place), &member.marks[..district.sheet.criteria.len()], flags(member))
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
            // Its cells and what stands above them, and nothing else.
            let cap = district.cap_of[member.cell];
            let cells = district.cap_of.iter().filter(|group| **group == cap).count();
            let members = changed.members.iter().filter(|other| district.cap_of[other.cell] == cap);
            prop_assert_eq!(again.members, whole::<u32>(members.count()));
            prop_assert!(again.groups <= whole::<u32>(3 * cells));
        }
        let fresh = judged(&changed)?;
        prop_assert_eq!(kept.levels(), fresh.levels());
        prop_assert_eq!(kept.scores(), fresh.scores());
        prop_assert_eq!(kept.counts(), fresh.counts());
    }

    #[test]
    fn a_higher_mark_never_lowers_a_score_or_the_level_before_the_cap(
        district in any_district(),
        who in any::<prop::sample::Index>(),
        criterion in any::<prop::sample::Index>(),
    ) {
        if district.members.is_empty() {
            return Ok(());
        }
        let mut uncapped = district;
        uncapped.sheet.cap = None;
        let who = who.index(uncapped.members.len());
        let criterion = criterion.index(uncapped.sheet.criteria.len());
        let most: u16 = whole(uncapped.sheet.criteria[criterion].most as usize);
        let mark = uncapped.members[who].marks[criterion].min(most - 1);
        uncapped.members[who].marks[criterion] = mark;
        let before = judged(&uncapped)?;
        uncapped.members[who].marks[criterion] = mark + 1;
        let after = judged(&uncapped)?;
        let place = order(&uncapped).iter().position(|member| *member == who).unwrap_or_default();
        prop_assert!(after.scores()[place] > before.scores()[place]);
        prop_assert!(after.levels()[place] >= before.levels()[place]);
    }

    #[test]
    fn under_the_cap_a_higher_mark_never_lowers_its_member(
        district in any_district(),
        who in any::<prop::sample::Index>(),
        criterion in any::<prop::sample::Index>(),
    ) {
        // Counted before demotion a member who rises from good leaves a smaller whole, so the
        // share is taken of all rated, which does not move.
        let mut district = district;
        district.sheet.ties = TiePolicy::OrderByCriterion;
        if let Some(cap) = &mut district.sheet.cap {
            cap.reading = CapReading::ShareOfRated;
        }
        if district.members.is_empty() {
            return Ok(());
        }
        let who = who.index(district.members.len());
        let criterion = criterion.index(district.sheet.criteria.len());
        let most: u16 = whole(district.sheet.criteria[criterion].most as usize);
        let mark = district.members[who].marks[criterion].min(most - 1);
        district.members[who].marks[criterion] = mark;
        let before = found(&district, &judged(&district)?)[who];
        district.members[who].marks[criterion] = mark + 1;
        let after = found(&district, &judged(&district)?)[who];
        prop_assert!(after >= before, "{before} became {after}");
    }

    #[test]
    fn the_order_of_members_and_cells_changes_no_count(
        district in any_district(),
        keys in proptest::collection::vec(any::<u32>(), 90),
    ) {
        // Who of a tie stays depends on who stands earlier; how many do does not.
        let before = judged(&district)?.totals();
        let mut shuffled = district.clone();
        let mut members: Vec<(u32, Member)> =
            keys.into_iter().zip(district.members.iter().cloned()).collect();
        members.sort_by_key(|(key, _)| *key);
        shuffled.members = members.into_iter().map(|(_, member)| member).collect();
        prop_assert_eq!(judged(&shuffled)?.totals(), before);

        let cells = district.communes.len();
        let mut turned = district.clone();
        let last = |numbers: &[usize]| numbers[numbers.len() - 1];
        for (cell, (commune, cap)) in turned.communes.iter_mut().zip(&mut turned.cap_of).enumerate() {
            *commune = last(&district.communes) - district.communes[cells - 1 - cell];
            *cap = last(&district.cap_of) - district.cap_of[cells - 1 - cell];
        }
        for member in &mut turned.members {
            member.cell = cells - 1 - member.cell;
        }
        let turned_levels = judged(&turned)?;
        prop_assert_eq!(turned_levels.totals(), before);
        if district.sheet.ties == TiePolicy::Vote {
            // Nothing rests on the order: everybody keeps the level.
            prop_assert_eq!(found(&turned, &turned_levels), found(&district, &judged(&district)?));
        }
    }

    #[test]
    fn the_cap_is_never_exceeded(district in any_district()) {
        let Some(cap) = district.sheet.cap else { return Ok(()) };
        let levels = found(&district, &judged(&district)?);
        for group in 0..=district.cap_of[district.cap_of.len() - 1] {
            let mut count = [0_i64; 4];
            let (mut rated, mut excellent) = (0, 0);
            for (member, level) in district.members.iter().zip(&levels) {
                if district.cap_of[member.cell] == group {
                    count[own_level(&district.sheet, member) as usize] += 1;
                    rated += 1;
                    excellent += i64::from(*level == Level::Excellent as u8);
                }
            }
            prop_assert!(excellent == 0 || fits(&cap, excellent, count[3], count[2], rated));
        }
    }
}
