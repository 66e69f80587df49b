use super::*;
use crate::rulebook::policy::{CapGroup, CapReading, CapRounding, Grade, Level};
use crate::{Basis, Fraction, HandbookError, InputCode, RuleBook, Silent, date};

type Outcome = Result<(), HandbookError>;

fn facts(subject: RatedSubject) -> LevelFacts {
    LevelFacts {
        subject,
        marks: None,
        criteria: Vec::new(),
        results: None,
        tasks: None,
        targets: None,
        disciplined: false,
        subordinate_disciplined: false,
        further: None,
    }
}

fn scored(marks: u32) -> LevelFacts {
    LevelFacts {
        marks: Some(marks),
        tasks: Some(TaskCounts {
            total: 10,
            done: 10,
            on_time: 10,
            beyond: 3,
            late: 0,
        }),
        ..facts(RatedSubject::Member)
    }
}

fn graded(criteria: &[Grade], results: Grade) -> LevelFacts {
    LevelFacts {
        criteria: criteria.to_vec(),
        results: Some(results),
        ..facts(RatedSubject::Organization)
    }
}

fn judged(book: &RuleBook, year: i32, facts: &LevelFacts) -> Result<Level, HandbookError> {
    Ok(level(&book.on(date(year, 12, 31)?)?, facts)?.value.level)
}

fn input_code(error: &HandbookError) -> Option<(InputCode, &str)> {
    match error {
        HandbookError::Input(error) => Some((error.code, error.field.as_str())),
        _ => None,
    }
}

#[test]
fn score_borders_belong_to_the_higher_level() -> Outcome {
    let book = RuleBook::vietnam();
    for (marks, expected) in [
        (9_000, Level::Excellent),
        (8_999, Level::Good),
        (7_000, Level::Good),
        (6_999, Level::Completed),
        (5_000, Level::Completed),
        (4_999, Level::NotCompleted),
    ] {
        assert_eq!(judged(&book, 2025, &scored(marks))?, expected, "{marks}");
    }
    Ok(())
}

#[test]
fn the_lower_of_score_and_conditions_counts() -> Outcome {
    let book = RuleBook::vietnam();
    let mut one_undone = scored(9_500);
    one_undone.tasks = Some(TaskCounts {
        total: 10,
        done: 9,
        on_time: 9,
        beyond: 3,
        late: 0,
    });
    let verdict = level(&book.on(date(2025, 12, 31)?)?, &one_undone)?;
    assert_eq!(verdict.value.by_score, Some(Level::Excellent));
    assert_eq!(verdict.value.by_conditions, Some(Level::NotCompleted));
    assert_eq!(verdict.value.level, Level::NotCompleted);
    assert!(!verdict.holds());
    let cited: Vec<&str> = verdict
        .grounds
        .iter()
        .map(|ground| ground.parameter.as_str())
        .collect();
    assert_eq!(
        cited,
        [
            "excellentFrom",
            "tasksOnTimeShare",
            "tasksBeyondShare",
            "tasksDoneShare",
            "tasksLateShare"
        ]
    );
    Ok(())
}

#[test]
fn grades_rank_by_meaning_and_not_by_letters() -> Outcome {
    use Grade::{Average, Excellent, Good, Poor};
    let book = RuleBook::vietnam();
    for (criteria, results, expected) in [
        (&[Good, Excellent][..], Excellent, Level::Excellent),
        (&[Good, Average], Excellent, Level::Good),
        (&[Average, Average], Good, Level::Good),
        (&[Good, Good], Average, Level::Completed),
        (&[Excellent], Poor, Level::Completed),
        (&[Good, Poor], Excellent, Level::NotCompleted),
    ] {
        let found = judged(&book, 2023, &graded(criteria, results))?;
        assert_eq!(found, expected, "{criteria:?} {results:?}");
    }
    Ok(())
}

#[test]
fn one_set_of_facts_is_judged_by_the_scheme_of_its_year() -> Outcome {
    let book = RuleBook::vietnam();
    let both = LevelFacts {
        criteria: vec![Grade::Good],
        results: Some(Grade::Excellent),
        ..scored(8_500)
    };
    let old = level(&book.on(date(2023, 12, 31)?)?, &both)?;
    let new = level(&book.on(date(2025, 12, 31)?)?, &both)?;
    assert_eq!(
        (old.value.level, old.value.by_score),
        (Level::Excellent, None)
    );
    assert_eq!(
        (new.value.level, new.value.by_score),
        (Level::Good, Some(Level::Good))
    );
    let instrument = |verdict: &crate::Verdict<LevelValue>| {
        verdict
            .grounds
            .first()
            .map(|ground| ground.citation.instrument.clone())
    };
    assert_eq!(instrument(&old).as_deref(), Some("124-QĐ/TW"));
    assert_eq!(instrument(&new).as_deref(), Some("366-QĐ/TW"));
    Ok(())
}

#[test]
fn discipline_and_missed_targets_only_lower() -> Outcome {
    let book = RuleBook::vietnam();
    let mut organization = graded(&[Grade::Excellent], Grade::Excellent);
    organization.subordinate_disciplined = true;
    assert_eq!(judged(&book, 2023, &organization)?, Level::Good);
    let mut low = graded(&[Grade::Average], Grade::Average);
    low.subordinate_disciplined = true;
    assert_eq!(judged(&book, 2023, &low)?, Level::Completed);

    let mut member = scored(9_500);
    member.subordinate_disciplined = true;
    assert_eq!(judged(&book, 2025, &member)?, Level::Excellent);
    member.targets = Some(TargetCounts {
        total: 10,
        reached: 5,
    });
    assert_eq!(judged(&book, 2025, &member)?, Level::Excellent);
    member.targets = Some(TargetCounts {
        total: 10,
        reached: 4,
    });
    assert_eq!(judged(&book, 2025, &member)?, Level::NotCompleted);
    member.targets = None;
    member.disciplined = true;
    assert_eq!(judged(&book, 2025, &member)?, Level::NotCompleted);
    Ok(())
}

#[test]
fn a_missing_or_impossible_fact_is_named() -> Outcome {
    let book = RuleBook::vietnam();
    let fails = |year: i32, facts: &LevelFacts, code: InputCode, field: &str| {
        let error = judged(&book, year, facts).err();
        assert_eq!(error.as_ref().and_then(input_code), Some((code, field)));
    };
    fails(2023, &scored(9_000), InputCode::Empty, "criteria");
    let no_score = graded(&[Grade::Good], Grade::Good);
    fails(2025, &no_score, InputCode::Empty, "marks");
    fails(2025, &scored(10_001), InputCode::OutOfRange, "marks");
    let with = |tasks: TaskCounts| LevelFacts {
        tasks: Some(tasks),
        ..scored(9_000)
    };
    let tasks = TaskCounts {
        total: 10,
        done: 10,
        on_time: 8,
        beyond: 0,
        late: 2,
    };
    for (tasks, code, field) in [
        (
            TaskCounts { total: 0, ..tasks },
            InputCode::OutOfRange,
            "tasks.total",
        ),
        (
            TaskCounts { done: 11, ..tasks },
            InputCode::Contradiction,
            "tasks.done",
        ),
        (
            TaskCounts {
                on_time: 11,
                ..tasks
            },
            InputCode::Contradiction,
            "tasks.onTime",
        ),
        (
            TaskCounts {
                beyond: 11,
                ..tasks
            },
            InputCode::Contradiction,
            "tasks.beyond",
        ),
        (
            TaskCounts { late: 3, ..tasks },
            InputCode::Contradiction,
            "tasks.late",
        ),
    ] {
        fails(2025, &with(tasks), code, field);
    }
    let unread = judged(&book, 2022, &scored(9_000));
    assert!(matches!(unread, Err(HandbookError::RuleNotInForce { .. })));
    Ok(())
}

#[test]
fn bulk_and_explained_judging_agree() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let prepared = LevelRules::in_force(&rules)?;
    for marks in (0..=10_000).step_by(250) {
        let silent = prepared.judge(&scored(marks), &mut Silent)?;
        let mut basis = Basis::default();
        assert_eq!(silent, prepared.judge(&scored(marks), &mut basis)?);
        assert!(!basis.grounds.is_empty());
    }
    Ok(())
}

#[test]
fn newcomers_exempted_and_suspended_are_not_rated() -> Outcome {
    let book = RuleBook::vietnam();
    let on = date(2025, 12, 30)?;
    let rules = book.on(on)?;
    let rated = |standing: RatedStanding, admitted_on| -> Result<bool, HandbookError> {
        let input = RatableInput {
            standing,
            admitted_on,
            on,
        };
        Ok(ratable(&rules, &input)?.value.rated)
    };
    assert!(rated(RatedStanding::Active, Some(date(2025, 6, 30)?))?);
    assert!(!rated(RatedStanding::Active, Some(date(2025, 7, 1)?))?);
    assert!(rated(RatedStanding::Active, None)?);
    assert!(!rated(RatedStanding::Exempted, Some(date(1990, 5, 19)?))?);
    assert!(!rated(RatedStanding::Suspended, None)?);
    let later = rated(RatedStanding::Active, Some(date(2026, 1, 1)?)).err();
    assert_eq!(
        later.as_ref().and_then(input_code),
        Some((InputCode::DateOrder, "on"))
    );
    Ok(())
}

fn allowed(
    book: &RuleBook,
    (eligible, good, rated): (u32, u32, u32),
    reading: CapReading,
    outstanding: bool,
) -> Result<u32, HandbookError> {
    let input = ExcellentCapInput {
        eligible,
        good,
        rated,
        reading: Some(reading),
        share: None,
        rounding: None,
        group_kind: None,
        outstanding,
    };
    Ok(excellent_cap(&book.on(date(2025, 12, 31)?)?, &input)?
        .value
        .allowed)
}

#[test]
fn the_readings_of_the_cap() -> Outcome {
    let book = RuleBook::vietnam();
    for (group, after, better, all) in [
        ((8, 8, 20), 2, 3, 4),
        ((5, 0, 6), 0, 1, 1),
        ((9, 9, 20), 3, 3, 4),
        ((60, 40, 110), 16, 20, 22),
    ] {
        let cap = |reading| allowed(&book, group, reading, false);
        assert_eq!(
            cap(CapReading::ShareOfGoodAfterDemotion)?,
            after,
            "{group:?}"
        );
        assert_eq!(cap(CapReading::ShareOfGoodOrBetter)?, better, "{group:?}");
        assert_eq!(cap(CapReading::ShareOfRated)?, all, "{group:?}");
    }
    let outstanding = allowed(&book, (60, 40, 110), CapReading::ShareOfGoodOrBetter, true)?;
    assert_eq!(outstanding, 25);
    let before = CapReading::ShareOfGoodBeforeDemotion;
    assert_eq!(allowed(&book, (8, 8, 20), before, false)?, 1);
    assert_eq!(allowed(&book, (2, 40, 50), before, false)?, 2);
    Ok(())
}

#[test]
fn the_largest_group_does_not_overflow() -> Outcome {
    let book = RuleBook::vietnam();
    for reading in [
        CapReading::ShareOfGoodBeforeDemotion,
        CapReading::ShareOfGoodAfterDemotion,
        CapReading::ShareOfGoodOrBetter,
        CapReading::ShareOfRated,
    ] {
        assert_eq!(
            allowed(&book, (u32::MAX, 0, u32::MAX), reading, false)? == 0,
            { reading == CapReading::ShareOfGoodBeforeDemotion }
        );
        let crowded = allowed(&book, (u32::MAX, u32::MAX, u32::MAX), reading, false).err();
        let named = crowded.as_ref().and_then(input_code);
        assert_eq!(named, Some((InputCode::Contradiction, "rated")));
    }
    Ok(())
}

/// Of ten rated two may be excellent.
fn shared_out(marks: &[(&str, u32)], chosen: Option<&[&str]>) -> Result<CapOutcome, HandbookError> {
    let book = RuleBook::vietnam();
    let input = ApplyCapInput {
        group: "xa-mau".to_owned(),
        reading: Some(CapReading::ShareOfRated),
        share: None,
        rounding: None,
        group_kind: None,
        outstanding: false,
        rated: 10,
        good: 4,
        candidates: marks
            .iter()
            .map(|(id, marks)| CapCandidate {
                id: (*id).to_owned(),
                marks: *marks,
            })
            .collect(),
        chosen: chosen.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
    };
    Ok(apply_cap(&book.on(date(2025, 12, 31)?)?, &input)?.value)
}

/// `b` is clear, `a` and `d` are tied for one, `c` is out.
fn voted(chosen: &[&str]) -> Result<CapOutcome, HandbookError> {
    let marks = [("d", 9_100), ("b", 9_300), ("a", 9_100), ("c", 9_000)];
    shared_out(&marks, Some(chosen))
}

#[test]
fn the_vote_among_those_tied_gives_the_final_lists() -> Outcome {
    let outcome = voted(&["d"])?;
    assert_eq!(outcome.excellent, ["b", "d"]);
    assert_eq!(outcome.demoted, ["a", "c"]);
    assert!(outcome.vote_needed.is_empty() && outcome.seats == 0);
    for (chosen, code, field) in [
        (&["c"][..], InputCode::UnknownId, "chosen[0]"),
        (&["b"], InputCode::Duplicate, "chosen[0]"),
        (&["z"], InputCode::UnknownId, "chosen[0]"),
        (&[], InputCode::Contradiction, "chosen"),
        (&["a", "d"], InputCode::Contradiction, "chosen"),
    ] {
        let error = voted(chosen).err();
        let named = error.as_ref().and_then(input_code);
        assert_eq!(named, Some((code, field)), "{chosen:?}");
    }
    Ok(())
}

#[test]
fn the_question_may_bring_its_own_share_and_rounding() -> Outcome {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let asked = |share, rounding| ExcellentCapInput {
        eligible: 10,
        good: 9,
        rated: 30,
        reading: Some(CapReading::ShareOfGoodOrBetter),
        share: Fraction::new(3, share),
        rounding: Some(rounding),
        group_kind: Some(CapGroup::SimilarTasks),
        outstanding: true,
    };
    // 3/10 of 19 is 5.7, 3/8 is 7.125, 3/6 is 9.5.
    for (share, rounding, expected) in [
        (10, CapRounding::Floor, 5),
        (10, CapRounding::HalfUp, 6),
        (8, CapRounding::HalfUp, 7),
        (8, CapRounding::Ceiling, 8),
        (6, CapRounding::Floor, 9),
        (6, CapRounding::HalfUp, 10),
        (3, CapRounding::Floor, 10),
    ] {
        let verdict = excellent_cap(&rules, &asked(share, rounding))?;
        assert_eq!(verdict.value.allowed, expected, "3/{share} {rounding:?}");
        let of = |parameter: &str| {
            let known = verdict.policies.iter();
            known
                .filter(|policy| policy.parameter.as_str() == parameter)
                .map(|policy| (policy.choice.as_str(), policy.citation.overlay.as_deref()))
                .collect::<Vec<_>>()
        };
        assert_eq!(of("capShare"), [(&*format!("3/{share}"), Some("question"))]);
        assert_eq!(of("capGroup"), [("similarTasks", Some("question"))]);
        assert_eq!(
            verdict.grounds[0].citation.overlay.as_deref(),
            Some("question")
        );
    }
    for (numerator, denominator) in [(1, 0), (-1, 5), (6, 5), (i64::MIN, i64::MIN)] {
        let share = Some(Fraction {
            numerator,
            denominator,
        });
        let error = excellent_cap(
            &rules,
            &ExcellentCapInput {
                share,
                ..asked(5, CapRounding::Floor)
            },
        );
        let error = error.err();
        let named = error.as_ref().and_then(input_code);
        assert_eq!(named, Some((InputCode::OutOfRange, "share")));
    }
    let most = Fraction::new(i64::MAX, i64::MAX);
    let whole = ExcellentCapInput {
        share: most,
        ..asked(5, CapRounding::HalfUp)
    };
    assert_eq!(excellent_cap(&rules, &whole)?.value.allowed, 10);
    Ok(())
}

#[test]
fn a_tie_at_the_line_is_left_to_people() -> Outcome {
    let clear = shared_out(&[("a", 9_100), ("b", 9_300), ("c", 9_200)], None)?;
    assert_eq!(
        (clear.excellent.as_slice(), clear.seats),
        (&["b".into(), "c".into()][..], 0)
    );
    assert_eq!(clear.demoted, ["a"]);

    let tied = shared_out(
        &[("d", 9_100), ("b", 9_300), ("a", 9_100), ("c", 9_000)],
        None,
    )?;
    assert_eq!(tied.excellent, ["b"]);
    assert_eq!(tied.vote_needed, ["a", "d"]);
    assert_eq!((tied.demoted, tied.seats), (vec!["c".to_owned()], 1));

    let all_tied = shared_out(&[("c", 9_100), ("b", 9_100), ("a", 9_100)], None)?;
    assert_eq!((all_tied.vote_needed.len(), all_tied.seats), (3, 2));

    let above = shared_out(&[("c", 9_100), ("b", 9_100), ("a", 9_000)], None)?;
    assert_eq!(
        (above.excellent, above.vote_needed),
        (vec!["b".into(), "c".into()], vec![])
    );
    Ok(())
}

#[test]
fn candidates_need_identifiers_of_their_own() {
    let long = "x".repeat(65);
    for (marks, code, field) in [
        (
            &[("a", 9_000), ("a", 9_100)][..],
            InputCode::Duplicate,
            "candidates[1].id",
        ),
        (&[("", 9_000)], InputCode::Empty, "candidates[0].id"),
        (
            &[(long.as_str(), 9_000)],
            InputCode::TooLong,
            "candidates[0].id",
        ),
        (
            &[("a", 10_001)],
            InputCode::OutOfRange,
            "candidates[0].marks",
        ),
    ] {
        let error = shared_out(marks, None).err();
        assert_eq!(error.as_ref().and_then(input_code), Some((code, field)));
    }
}
