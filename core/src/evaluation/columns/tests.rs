use super::*;
use crate::evaluation::{LevelFacts, LevelRules, RatedSubject, TaskCounts};
use crate::rulebook::RuleBook;
use crate::verdict::Silent;
use crate::{HandbookError, date};

fn sheet(criteria: &[(u32, u32)]) -> ScoreSheet {
    let criterion = |(weight, most): &(u32, u32)| WeightedCriterion {
        weight: *weight,
        most: *most,
    };
    ScoreSheet {
        criteria: criteria.iter().map(criterion).collect(),
        excellent_from: 9_000,
        good_from: 7_000,
        completed_from: 5_000,
        disciplined: Some(Level::NotCompleted),
        cap: Some(ShareCap {
            share: Fraction {
                numerator: 1,
                denominator: 5,
            },
            reading: CapReading::ShareOfGoodBeforeDemotion,
            rounding: CapRounding::Floor,
        }),
        ties: TiePolicy::OrderByCriterion,
    }
}

/// Two cells in a commune, five members, two criteria.
fn members() -> MemberColumns {
    MemberColumns {
        cell_starts: vec![0, 3, 5],
        parents: vec![2, 2, NO_PARENT],
        cap_starts: Vec::new(),
        marks: MarkColumns::Bytes(vec![95, 80, 60, 91, 71, 90, 80, 50, 92, 70]),
        flags: Vec::new(),
    }
}

fn refused(sheet: &ScoreSheet, members: MemberColumns) -> (InputCode, String) {
    match LevelColumns::judge(sheet, members) {
        Ok(judged) => (InputCode::Empty, format!("taken: {:?}", judged.levels())),
        Err(error) => (error.code, error.field.clone()),
    }
}

#[test]
fn every_bad_sheet_is_named() {
    let good = sheet(&[(50, 100), (50, 100)]);
    type Change = fn(&mut ScoreSheet);
    let cases: [(Change, InputCode, &str); 12] = [
        (|sheet| sheet.criteria.clear(), InputCode::Empty, "criteria"),
        (
            |sheet| sheet.criteria = vec![sheet.criteria[0]; 33],
            InputCode::TooLong,
            "criteria",
        ),
        (
            |sheet| sheet.criteria[1].weight = 0,
            InputCode::OutOfRange,
            "criteria[1].weight",
        ),
        (
            |sheet| sheet.criteria[0].weight = 65_536,
            InputCode::OutOfRange,
            "criteria[0].weight",
        ),
        (
            |sheet| sheet.criteria[0].most = 0,
            InputCode::OutOfRange,
            "criteria[0].most",
        ),
        (
            |sheet| sheet.criteria[0].most = u32::MAX,
            InputCode::OutOfRange,
            "criteria[0].most",
        ),
        // 50 × 1,211 + 50 × 100 is one step above 65,535.
        (
            |sheet| sheet.criteria[0].most = 1_211,
            InputCode::OutOfRange,
            "criteria",
        ),
        (
            |sheet| sheet.excellent_from = 65_536,
            InputCode::OutOfRange,
            "excellentFrom",
        ),
        (
            |sheet| sheet.good_from = 9_001,
            InputCode::OutOfRange,
            "excellentFrom",
        ),
        (
            |sheet| sheet.completed_from = 7_001,
            InputCode::OutOfRange,
            "goodFrom",
        ),
        (
            |sheet| {
                sheet
                    .cap
                    .iter_mut()
                    .for_each(|cap| cap.share.denominator = 0)
            },
            InputCode::OutOfRange,
            "cap.share",
        ),
        (
            |sheet| {
                sheet
                    .cap
                    .iter_mut()
                    .for_each(|cap| cap.share.numerator = -1)
            },
            InputCode::OutOfRange,
            "cap.share",
        ),
    ];
    assert!(LevelColumns::judge(&good, members()).is_ok());
    for (change, code, field) in cases {
        let mut wrong = good.clone();
        change(&mut wrong);
        assert_eq!(refused(&wrong, members()), (code, field.to_owned()));
    }
}

#[test]
fn every_bad_column_is_named() {
    let sheet = sheet(&[(50, 100), (50, 100)]);
    type Change = fn(&mut MemberColumns);
    let cases: [(Change, InputCode, &str); 18] = [
        (
            |members| members.cell_starts.clear(),
            InputCode::Contradiction,
            "cellStarts.length",
        ),
        (
            |members| members.cell_starts = vec![5],
            InputCode::Contradiction,
            "cellStarts.length",
        ),
        (
            |members| members.cell_starts[0] = 1,
            InputCode::OutOfRange,
            "cellStarts[0]",
        ),
        (
            |members| members.cell_starts[1] = 6,
            InputCode::OutOfRange,
            "cellStarts[1]",
        ),
        (
            |members| members.cell_starts = vec![0, 4, 3, 5],
            InputCode::OutOfRange,
            "cellStarts[2]",
        ),
        (
            |members| members.cap_starts = vec![0, 1],
            InputCode::OutOfRange,
            "capStarts[1]",
        ),
        (
            |members| members.cap_starts = vec![1, 2],
            InputCode::OutOfRange,
            "capStarts[0]",
        ),
        (
            |members| members.cap_starts = vec![0],
            InputCode::Contradiction,
            "capStarts.length",
        ),
        (
            |members| members.parents.truncate(1),
            InputCode::Contradiction,
            "parents.length",
        ),
        // A cell above a cell, a group above itself, one that is not there.
        (
            |members| members.parents[0] = 1,
            InputCode::OutOfRange,
            "parents[0]",
        ),
        (
            |members| members.parents[2] = 2,
            InputCode::OutOfRange,
            "parents[2]",
        ),
        (
            |members| members.parents[1] = 3,
            InputCode::OutOfRange,
            "parents[1]",
        ),
        (
            |members| members.marks = MarkColumns::Bytes(vec![0; 9]),
            InputCode::Contradiction,
            "marks.length",
        ),
        (
            |members| members.marks = MarkColumns::Words(vec![0; 11]),
            InputCode::Contradiction,
            "marks.length",
        ),
        (
            |members| members.marks = MarkColumns::Bytes([vec![0; 9], vec![101]].concat()),
            InputCode::OutOfRange,
            "marks[9]",
        ),
        (
            |members| members.marks = MarkColumns::Words([vec![256], vec![0; 9]].concat()),
            InputCode::OutOfRange,
            "marks[0]",
        ),
        (
            |members| members.flags = vec![0; 4],
            InputCode::Contradiction,
            "flags.length",
        ),
        (
            |members| members.flags = vec![7, 0, 8, 0, 0],
            InputCode::OutOfRange,
            "flags[2]",
        ),
    ];
    for (change, code, field) in cases {
        let mut wrong = members();
        change(&mut wrong);
        assert_eq!(refused(&sheet, wrong), (code, field.to_owned()));
    }
}

#[test]
fn a_change_that_is_refused_leaves_everything() -> Result<(), InputError> {
    let sheet = sheet(&[(50, 100), (50, 100)]);
    let mut judged = LevelColumns::judge(&sheet, members())?;
    let before = judged.clone();
    let wrong: [(u32, &[u16], u8, &str); 4] = [
        (5, &[1, 1], 0, "member"),
        (4, &[1], 0, "marks.length"),
        (4, &[1, 101], 0, "marks[1]"),
        (4, &[1, 1], 8, "flags"),
    ];
    for (member, marks, flags, field) in wrong {
        let error = judged.set_member(member, marks, flags);
        assert_eq!(
            error.map_err(|error| error.field.clone()),
            Err(field.to_owned())
        );
        assert_eq!(judged.columns, before.columns);
        assert_eq!(judged.levels, before.levels);
        assert_eq!(judged.counts, before.counts);
    }
    let again = judged.set_member(4, &[95, 95], DISCIPLINED)?;
    assert_eq!((again.members, again.groups), (2, 2));
    assert_eq!(judged.levels(), [2, 2, 1, 2, 0]);
    Ok(())
}

#[test]
fn nobody_and_empty_cells_are_judged() -> Result<(), InputError> {
    let sheet = sheet(&[(100, 100)]);
    let nobody = |cell_starts: Vec<u32>| MemberColumns {
        parents: vec![NO_PARENT; cell_starts.len() - 1],
        cell_starts,
        cap_starts: Vec::new(),
        marks: MarkColumns::Bytes(Vec::new()),
        flags: Vec::new(),
    };
    for starts in [vec![0], vec![0, 0, 0]] {
        let mut judged = LevelColumns::judge(&sheet, nobody(starts))?;
        assert!(judged.is_empty());
        assert_eq!(judged.totals(), [0; 5]);
        assert!(judged.set_member(0, &[1], 0).is_err());
    }
    Ok(())
}

#[test]
fn the_highest_sheet_and_the_largest_cell_lose_nothing() -> Result<(), InputError> {
    // One criterion worth all 655.35 points, more members than 16 bits count.
    let mut sheet = sheet(&[(1, 65_535)]);
    sheet.excellent_from = 65_535;
    let count = 70_001_u32;
    let marks = (0..count).map(|member| if member % 7 == 0 { 65_535 } else { 7_000 });
    let judged = LevelColumns::judge(
        &sheet,
        MemberColumns {
            cell_starts: vec![0, count],
            parents: vec![NO_PARENT],
            cap_starts: Vec::new(),
            marks: MarkColumns::Words(marks.collect()),
            flags: Vec::new(),
        },
    )?;
    // 10,001 eligible, 60,000 good: 12,000 may be excellent.
    assert_eq!(judged.totals(), [0, 0, 60_000, 10_001, 0]);
    assert_eq!(judged.scores().first(), Some(&65_535));
    Ok(())
}

#[test]
fn with_no_place_even_the_highest_rank_is_demoted() -> Result<(), InputError> {
    let mut sheet = sheet(&[(1, 65_535)]);
    sheet.excellent_from = 65_535;
    for ties in [TiePolicy::Vote, TiePolicy::OrderByCriterion] {
        sheet.ties = ties;
        let judged = LevelColumns::judge(
            &sheet,
            MemberColumns {
                cell_starts: vec![0, 1],
                parents: vec![NO_PARENT],
                cap_starts: Vec::new(),
                marks: MarkColumns::Words(vec![65_535]),
                flags: Vec::new(),
            },
        )?;
        assert_eq!(judged.levels(), [2]);
    }
    Ok(())
}

#[test]
fn how_many_borders_are_reached_is_the_level() {
    for (excellent, good, completed) in [(90, 70, 50), (90, 90, 50), (7, 7, 7), (u16::MAX, 1, 0)] {
        let borders = Borders {
            excellent,
            good,
            completed,
        };
        for score in (0..=100).chain([u16::MAX - 1, u16::MAX]) {
            let level = borders.level(|from| score >= *from);
            assert_eq!(borders.reached(score), level as u8);
        }
    }
}

#[test]
fn one_mark_above_is_found_wherever_it_stands() {
    for most in [0, 1, 100, 254, 255, 256, u16::MAX] {
        for length in [1, 7, 8, 9, 40] {
            let highest = u8::try_from(most).unwrap_or(u8::MAX);
            let mut marks = vec![highest; length];
            assert!(!byte_above(&marks, most));
            for place in 0..length {
                let above = highest.checked_add(1).unwrap_or(highest);
                marks[place] = above;
                assert_eq!(byte_above(&marks, most), u16::from(above) > most);
                marks[place] = highest;
            }
        }
    }
}

#[test]
fn packed_and_wide_sums_are_the_same() {
    let mut state = 2_026_u32;
    for (members, criteria) in [(1, 1), (7, 2), (8, 3), (33, 10), (100, 32)] {
        let mut dice = |limit: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % limit
        };
        let highest = u16::try_from(257 / criteria).unwrap_or(1);
        let marks: Vec<u8> = (0..members * criteria)
            .filter_map(|_| u8::try_from(dice(256)).ok())
            .collect();
        let weights: Vec<u16> = (0..criteria)
            .filter_map(|_| u16::try_from(dice(highest.into())).ok())
            .collect();
        for range in [0..members, members / 3..members, 0..members / 2] {
            let (mut wide, mut packed) = (vec![0; members], vec![0; members]);
            add_up(&marks, &weights, range.clone(), &mut wide);
            add_up_packed(&marks, &weights, range, &mut packed);
            assert_eq!(wide, packed);
        }
    }
}

#[test]
fn a_member_takes_no_more_than_told() -> Result<(), InputError> {
    let sheet = sheet(&[(100, 100)]);
    let (members, cells) = (20_000, 1_000);
    let judged = LevelColumns::judge(
        &sheet,
        MemberColumns {
            cell_starts: (0..=cells).map(|cell| cell * (members / cells)).collect(),
            parents: vec![NO_PARENT; index(cells)],
            cap_starts: Vec::new(),
            marks: MarkColumns::Bytes(vec![80; index(members)]),
            flags: vec![0; index(members)],
        },
    )?;
    let told = 4 * index(members) + 28 * index(cells) + size_of::<u32>();
    assert!(judged.bytes_beside_marks() <= told);
    Ok(())
}

#[test]
fn columns_and_single_judging_agree_by_the_rules_in_force() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let mut sheet = ScoreSheet::in_force(
        &rules,
        vec![WeightedCriterion {
            weight: 1,
            most: 10_000,
        }],
        false,
    )?;
    assert_eq!(sheet.ties, TiePolicy::Vote);
    assert!(sheet.cap.is_some());
    sheet.cap = None;
    let single = LevelRules::in_force(&rules)?;
    let tasks = [
        (10, 10, 3, Level::Excellent),
        (10, 10, 2, Level::Good),
        (10, 9, 0, Level::Completed),
        (9, 9, 0, Level::NotCompleted),
    ];
    let (mut marks, mut flags, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    for score in [0, 4_999, 5_000, 6_999, 7_000, 8_999, 9_000, 10_000] {
        for disciplined in [false, true] {
            for (done, on_time, beyond, by_conditions) in tasks {
                let facts = LevelFacts {
                    subject: RatedSubject::Member,
                    marks: Some(score),
                    criteria: Vec::new(),
                    results: None,
                    tasks: Some(TaskCounts {
                        total: 10,
                        done,
                        on_time,
                        beyond,
                        late: done - on_time,
                    }),
                    targets: None,
                    disciplined,
                    subordinate_disciplined: false,
                    further: None,
                };
                let value = single.judge(&facts, &mut Silent)?;
                assert_eq!(value.by_conditions, Some(by_conditions));
                levels.push(value.level as u8);
                marks.push(u16::try_from(score).unwrap_or_default());
                flags.push(u8::from(disciplined) | (3 - by_conditions as u8) << 1);
            }
        }
    }
    let judged = LevelColumns::judge(
        &sheet,
        MemberColumns {
            cell_starts: vec![0, short(levels.len())],
            parents: vec![NO_PARENT],
            cap_starts: Vec::new(),
            marks: MarkColumns::Words(marks),
            flags,
        },
    )?;
    assert_eq!(judged.levels(), levels);

    let years_of_grades = book.on(date(2023, 12, 31)?)?;
    let none = ScoreSheet::in_force(&years_of_grades, Vec::new(), false);
    assert!(matches!(none, Err(HandbookError::RuleNotInForce { .. })));
    Ok(())
}
