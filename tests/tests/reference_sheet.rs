//! Sheets, conditions and explanations against a second reading that shares nothing with the
//! library: conditions are JSON trees walked with three-valued logic on signed fractions, levels
//! are found by trying, and every change is applied by hand.

#![expect(
    clippy::indexing_slicing,
    reason = "JSON gives null for a key that is missing, and lists are of known length"
)]

use std::cmp::Ordering;
use std::sync::LazyLock;

use handbook::evaluation::{
    CriterionMark, ExplainLevelInput, ExtraFact, FurtherFacts, LeastChange, LeastChangeKind,
    LevelFacts, LevelRules, LevelStepKind, NeededFact, PlaceInGroup, RatedPart, RatedSubject,
    SheetLevelInput, TargetCounts, TaskCounts, explain_level, sheet_level,
};
use handbook::rulebook::policy::CapReading;
use handbook::{Grade, HandbookError, Level, RuleBook, Rules, Silent, date};
use handbook_tests::{any_tasks, config};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn rules() -> Result<Rules<'static>, HandbookError> {
    BOOK.on(date(2025, 12, 31)?)
}

fn failed(error: impl Into<HandbookError>) -> TestCaseError {
    TestCaseError::fail(error.into().to_string())
}

const GRADES: [Grade; 4] = [Grade::Poor, Grade::Average, Grade::Good, Grade::Excellent];
const GRADE_WORDS: [&str; 4] = ["poor", "average", "good", "excellent"];
const FLAGS: [&str; 4] = [
    "disciplined",
    "subordinateDisciplined",
    "civilServantNotCompleted",
    "concludedDegraded",
];
const NUMBERS: [&str; 10] = [
    "tasks",
    "tasksDone",
    "tasksOnTime",
    "tasksBeyond",
    "tasksLate",
    "targets",
    "targetsReached",
    "membersNotCompleted",
    "extra:a",
    "extra:b",
];
const COMPARISONS: [&str; 6] = [
    "atLeast", "atMost", "moreThan", "lessThan", "equals", "differs",
];

fn leaf() -> impl Strategy<Value = Value> {
    let named = |mut compare: Value| {
        compare["vi"] = json!("điều kiện");
        compare["en"] = json!("a condition");
        compare
    };
    prop_oneof![
        select(&FLAGS[..]).prop_map(|measure| json!({"type": "is", "measure": measure})),
        (select(&NUMBERS[..]), select(&COMPARISONS[..]), 0_i64..8).prop_map(
            move |(measure, comparison, required)| named(json!({
                "type": "compare", "measure": measure, "comparison": comparison,
                "required": required,
            }))
        ),
        (
            select(&NUMBERS[..]),
            select(&NUMBERS[..]),
            select(&COMPARISONS[..]),
            0_i64..5,
            1_i64..5
        )
            .prop_map(move |(measure, of, comparison, part, whole)| named(json!({
                "type": "compare", "measure": measure, "of": of, "comparison": comparison,
                "required": format!("{part}/{whole}"),
            }))),
        (
            select(&["lowestCriterion", "results"][..]),
            select(&COMPARISONS[..]),
            select(&GRADE_WORDS[..])
        )
            .prop_map(move |(measure, comparison, required)| named(json!({
                "type": "compare", "measure": measure, "comparison": comparison,
                "required": required,
            }))),
        Just(json!({
            "type": "compare", "measure": "tasksBeyond", "of": "tasks", "comparison": "atLeast",
            "required": "tasksBeyondShare",
        })),
    ]
}

fn condition() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 1..4)
                .prop_map(|parts| json!({"type": "all", "parts": parts})),
            proptest::collection::vec(inner.clone(), 1..4)
                .prop_map(|parts| json!({"type": "any", "parts": parts})),
            inner.prop_map(|part| json!({"type": "not", "part": part})),
        ]
    })
}

prop_compose! {
    /// Three criteria whose full marks give 10,000.
    fn any_sheet()(
        whens in proptest::collection::vec(proptest::option::of(condition()), 3),
        scored in any::<bool>(),
        lowering in proptest::collection::vec((condition(), 0_usize..4), 0..3),
        borders in select(vec![[9_000, 7_000, 5_000], [9_500, 8_000, 4_000], [6_000, 5_999, 1]]),
    ) -> Value {
        let words = ["notCompleted", "completed", "good", "excellent"];
        let mut levels = Vec::new();
        for (place, when) in whens.iter().enumerate() {
            let mut level = json!({"level": words[3 - place]});
            if scored {
                level["from"] = json!(borders[place]);
            }
            if let Some(when) = when {
                level["when"] = when.clone();
            }
            levels.push(level);
        }
        if !scored && whens.iter().all(Option::is_none) {
            levels[0]["when"] = json!({"type": "is", "measure": "disciplined"});
        }
        let lowering: Vec<Value> = lowering
            .into_iter()
            .map(|(when, to)| json!({"when": when, "to": words[to]}))
            .collect();
        json!({
            "id": "tried", "vi": "Phiếu", "en": "Sheet",
            "groups": [
                {"id": "g", "vi": "Nhóm", "en": "Group", "criteria": [
                    {"id": "a", "vi": "A", "en": "A", "most": 30, "weight": 100},
                    {"id": "b", "vi": "B", "en": "B", "most": 40, "weight": 25},
                ]},
                {"id": "h", "vi": "Nhóm", "en": "Group", "criteria": [
                    {"id": "c", "vi": "C", "en": "C", "most": 6, "weight": 1_000},
                ]},
            ],
            "levels": levels, "lowering": lowering,
        })
    }
}

prop_compose! {
    fn any_facts()(
        subject in select(vec![RatedSubject::Organization, RatedSubject::Leader, RatedSubject::Member]),
        criteria in proptest::collection::vec(select(&GRADES[..]), 0..4),
        results in proptest::option::of(select(&GRADES[..])),
        tasks in proptest::option::weighted(0.9, any_tasks(12)),
        targets in proptest::option::of((1_u32..9).prop_flat_map(|total| (Just(total), 0..=total))),
        flags in any::<[bool; 4]>(),
        members in proptest::option::of((0_u32..6).prop_flat_map(|rated| (Just(rated), 0..=rated))),
        a in proptest::option::of(0_i64..8),
        b in proptest::option::of(0_i64..8),
    ) -> LevelFacts {
        let extra = [("a", a), ("b", b)].into_iter().filter_map(|(id, value)| {
            Some(ExtraFact { id: id.to_owned(), value: value? })
        });
        LevelFacts {
            subject,
            marks: None,
            criteria,
            results,
            tasks,
            targets: targets.map(|(total, reached)| TargetCounts { total, reached }),
            disciplined: flags[0],
            subordinate_disciplined: flags[1],
            further: Some(FurtherFacts {
                civil_servant_not_completed: flags[2],
                concluded_degraded: flags[3],
                subordinates: None,
                members: members.map(|(rated, lowest)| RatedPart { rated, lowest }),
                extra: extra.collect(),
            }),
        }
    }
}

/// The facts as one flat object; what is missing is not in it.
fn flat(facts: &LevelFacts) -> Value {
    let mut flat = json!({
        "disciplined": facts.disciplined,
        "subordinateDisciplined": facts.subordinate_disciplined,
        "civilServantNotCompleted": false,
        "concludedDegraded": false,
    });
    if let Some(tasks) = &facts.tasks {
        flat["tasks"] = json!(tasks.total);
        flat["tasksDone"] = json!(tasks.done);
        flat["tasksOnTime"] = json!(tasks.on_time);
        flat["tasksBeyond"] = json!(tasks.beyond);
        flat["tasksLate"] = json!(tasks.late);
    }
    if let Some(targets) = &facts.targets {
        flat["targets"] = json!(targets.total);
        flat["targetsReached"] = json!(targets.reached);
    }
    let rank = |grade: Grade| GRADES.iter().position(|known| *known == grade);
    if let Some(lowest) = facts.criteria.iter().filter_map(|grade| rank(*grade)).min() {
        flat["lowestCriterion"] = json!(lowest);
    }
    if let Some(results) = facts.results.and_then(rank) {
        flat["results"] = json!(results);
    }
    if let Some(further) = &facts.further {
        flat["civilServantNotCompleted"] = json!(further.civil_servant_not_completed);
        flat["concludedDegraded"] = json!(further.concluded_degraded);
        if let Some(members) = &further.members {
            flat["membersNotCompleted"] = json!(members.lowest);
        }
        for extra in &further.extra {
            flat[format!("extra:{}", extra.id)] = json!(extra.value);
        }
    }
    flat
}

/// Whether a condition holds; `None` where a fact that decides is missing.
fn holds(condition: &Value, flat: &Value) -> Option<bool> {
    let parts = || condition["parts"].as_array().into_iter().flatten();
    match condition["type"].as_str()? {
        "all" => {
            let found: Vec<Option<bool>> = parts().map(|part| holds(part, flat)).collect();
            if found.contains(&Some(false)) {
                Some(false)
            } else {
                (!found.contains(&None)).then_some(true)
            }
        }
        "any" => {
            let found: Vec<Option<bool>> = parts().map(|part| holds(part, flat)).collect();
            if found.contains(&Some(true)) {
                Some(true)
            } else {
                (!found.contains(&None)).then_some(false)
            }
        }
        "not" => holds(&condition["part"], flat).map(|held| !held),
        "is" => flat[condition["measure"].as_str()?].as_bool(),
        _ => {
            let part = flat[condition["measure"].as_str()?].as_i64()?;
            let order = match (&condition["of"], &condition["required"]) {
                (Value::String(of), Value::String(required)) => {
                    let whole = flat[of.as_str()].as_i64().filter(|whole| *whole != 0)?;
                    let required = match required.as_str() {
                        "tasksBeyondShare" => "3/10",
                        text => text,
                    };
                    let (above, below) = required.split_once('/')?;
                    let (above, below): (i64, i64) = (above.parse().ok()?, below.parse().ok()?);
                    // The difference of both fractions has this numerator.
                    (part * below - above * whole).cmp(&0)
                }
                (_, Value::String(grade)) => {
                    let required = GRADE_WORDS.iter().position(|known| known == grade)?;
                    part.cmp(&i64::try_from(required).ok()?)
                }
                (_, required) => part.cmp(&required.as_i64()?),
            };
            Some(match condition["comparison"].as_str()? {
                "atLeast" => order != Ordering::Less,
                "atMost" => order != Ordering::Greater,
                "moreThan" => order == Ordering::Greater,
                "lessThan" => order == Ordering::Less,
                "equals" => order == Ordering::Equal,
                _ => order != Ordering::Equal,
            })
        }
    }
}

/// 3 for excellent down to 0; `Err` where a fact that decides is missing.
fn reference(sheet: &Value, facts: &LevelFacts, score: u32) -> Result<usize, ()> {
    let words = ["notCompleted", "completed", "good", "excellent"];
    let place = |word: &Value| {
        words
            .iter()
            .position(|known| *word == json!(known))
            .unwrap_or(9)
    };
    let flat = flat(facts);
    let levels = sheet["levels"].as_array().cloned().unwrap_or_default();
    let by_score = levels
        .iter()
        .filter(|level| {
            level["from"]
                .as_u64()
                .is_none_or(|from| u64::from(score) >= from)
        })
        .map(|level| place(&level["level"]))
        .max()
        .unwrap_or(0);
    let mut by_conditions = 0;
    for level in &levels {
        let held = match &level["when"] {
            Value::Null => Some(true),
            when => holds(when, &flat),
        };
        match held {
            Some(true) => {
                by_conditions = place(&level["level"]);
                break;
            }
            Some(false) => (),
            None => return Err(()),
        }
    }
    // A sheet without conditions leaves everything to the score.
    let mut level = by_score.min(by_conditions);
    for rule in sheet["lowering"].as_array().into_iter().flatten() {
        if holds(&rule["when"], &flat) == Some(true) {
            level = level.min(place(&rule["to"]));
        }
    }
    Ok(level)
}

fn question(sheet: &Value, facts: &LevelFacts, marks: [u32; 3]) -> SheetLevelInput {
    SheetLevelInput {
        facts: facts.clone(),
        marks: ["c", "a", "b"]
            .into_iter()
            .zip([marks[2], marks[0], marks[1]])
            .map(|(criterion, mark)| CriterionMark {
                criterion: criterion.to_owned(),
                mark,
            })
            .collect(),
        sheet: Some(sheet.to_string()),
        regime: None,
        quarter: false,
    }
}

fn score(marks: [u32; 3]) -> u32 {
    marks[0] * 100 + marks[1] * 25 + marks[2] * 1_000
}

fn any_marks() -> impl Strategy<Value = [u32; 3]> {
    (0_u32..=30, 0_u32..=40, 0_u32..=6).prop_map(|(a, b, c)| [a, b, c])
}

/// A change applied by hand; `None` where it is not a change of the facts.
fn changed(
    facts: &LevelFacts,
    marks: [u32; 3],
    change: &LeastChange,
    by: i64,
) -> Option<(LevelFacts, [u32; 3], i64)> {
    use LeastChangeKind as Kind;
    let mut facts = facts.clone();
    let mut marks = marks;
    let mut more = 0;
    let add = |number: &mut u32, by: i64| {
        *number = number.saturating_add_signed(i32::try_from(by).unwrap_or_default());
    };
    match change.kind {
        Kind::Marks => more = by,
        Kind::CriterionMark => {
            let place = ["a", "b", "c"]
                .iter()
                .position(|id| Some(*id) == change.of.as_deref())?;
            add(&mut marks[place], by);
        }
        Kind::TasksOnTime => {
            let tasks = facts.tasks.as_mut()?;
            for _ in 0..by.unsigned_abs() {
                if by < 0 {
                    tasks.on_time -= 1;
                    tasks.late += 1;
                } else if tasks.late > 0 {
                    tasks.on_time += 1;
                    tasks.late -= 1;
                } else {
                    tasks.on_time += 1;
                    tasks.done = tasks.done.max(tasks.on_time);
                }
            }
        }
        Kind::WithoutLateTasks => {
            let tasks = facts.tasks.as_mut()?;
            for number in [&mut tasks.late, &mut tasks.done, &mut tasks.total] {
                add(number, by);
            }
        }
        Kind::WithoutOpenTasks => add(&mut facts.tasks.as_mut()?.total, by),
        Kind::TasksBeyond => add(&mut facts.tasks.as_mut()?.beyond, by),
        Kind::TargetsReached => add(&mut facts.targets.as_mut()?.reached, by),
        Kind::LowestCriterion | Kind::Results => {
            let rank = |grade: Grade| GRADES.iter().position(|known| *known == grade);
            let step = |grade: Grade| {
                let place = i64::try_from(rank(grade)?).ok()? + by;
                GRADES.get(usize::try_from(place).ok()?).copied()
            };
            if change.kind == Kind::Results {
                facts.results = Some(step(facts.results?)?);
            } else {
                let lowest = facts.criteria.iter().copied().min()?;
                let to = step(lowest)?;
                let mut places = 0..facts.criteria.len();
                if by < 0 {
                    facts.criteria[0] = to;
                } else {
                    places.by_ref().for_each(|place| {
                        let grade = &mut facts.criteria[place];
                        if *grade < to {
                            *grade = to;
                        }
                    });
                }
            }
        }
        Kind::Disciplined => facts.disciplined = by == 0,
        Kind::SubordinateDisciplined => facts.subordinate_disciplined = by == 0,
        Kind::CivilServantNotCompleted => {
            facts.further.as_mut()?.civil_servant_not_completed = by == 0;
        }
        Kind::ConcludedDegraded => facts.further.as_mut()?.concluded_degraded = by == 0,
        Kind::MembersNotCompleted => {
            add(&mut facts.further.as_mut()?.members.as_mut()?.lowest, by);
        }
        Kind::Extra => {
            let mut extra = facts.further.as_mut()?.extra.iter_mut();
            extra
                .find(|known| Some(&known.id) == change.of.as_ref())?
                .value += by;
        }
        Kind::SubordinatesWeak | Kind::GoodInGroup | Kind::MarksAboveLine => return None,
    }
    Some((facts, marks, more))
}

type Fill = Box<dyn Fn(&mut LevelFacts)>;

fn fills<T: Copy + 'static>(
    values: impl IntoIterator<Item = T>,
    fill: impl Fn(&mut LevelFacts, T) + Copy + 'static,
) -> Vec<Fill> {
    let values = values.into_iter();
    values
        .map(|value| Box::new(move |facts: &mut LevelFacts| fill(facts, value)) as Fill)
        .collect()
}

/// What is missing, filled in every way out of a few for each fact that is asked for.
fn filled(facts: &LevelFacts, asked: &dyn Fn(&str) -> bool) -> Vec<LevelFacts> {
    let mut ways = vec![facts.clone()];
    let mut fill = |fact: &str, is_missing: bool, fills: Vec<Fill>| {
        if is_missing && asked(fact) {
            let each = ways.iter().flat_map(|way| {
                fills.iter().map(|fill| {
                    let mut way = way.clone();
                    fill(&mut way);
                    way
                })
            });
            ways = each.collect();
        }
    };
    fill(
        "results",
        facts.results.is_none(),
        fills(GRADES, |facts, grade| facts.results = Some(grade)),
    );
    fill(
        "lowestCriterion",
        facts.criteria.is_empty(),
        fills(GRADES, |facts, grade| facts.criteria = vec![grade]),
    );
    let tasks = [(u32::MAX, 0, 0), (1, 0, 0), (9, 2, 1), (4, 4, 0)];
    fill(
        "tasks",
        facts.tasks.is_none(),
        fills(tasks, |facts, (total, late, open)| {
            let done = total - open;
            let on_time = done - late;
            let beyond = done;
            facts.tasks = Some(TaskCounts {
                total,
                done,
                on_time,
                beyond,
                late,
            });
        }),
    );
    let targets = [(u32::MAX, u32::MAX), (1, 1), (8, 3), (3, 0)];
    fill(
        "targets",
        facts.targets.is_none(),
        fills(targets, |facts, (total, reached)| {
            facts.targets = Some(TargetCounts { total, reached });
        }),
    );
    let further = facts.further.clone().unwrap_or_default();
    let members = [(u32::MAX, 0), (1, 0), (7, 4), (0, 0)];
    fill(
        "members",
        further.members.is_none(),
        fills(members, |facts, (rated, lowest)| {
            let further = facts.further.get_or_insert_default();
            further.members = Some(RatedPart { rated, lowest });
        }),
    );
    for (id, named) in [("a", "extra:a"), ("b", "extra:b")] {
        fill(
            named,
            further.extra.iter().all(|extra| extra.id != id),
            fills((0..9).chain([(1 << 53) - 1]), move |facts, value| {
                let further = facts.further.get_or_insert_default();
                further.extra.push(ExtraFact {
                    id: id.to_owned(),
                    value,
                });
            }),
        );
    }
    ways
}

/// Whether a needed fact is known and as it must be.
fn is_met(need: &NeededFact, flat: &Value) -> bool {
    let (Some(part), whole) = (
        flat[need.fact.as_str()].as_i64(),
        need.of.as_ref().map(|of| flat[of.as_str()].as_i64()),
    ) else {
        return false;
    };
    let of = match whole {
        None => 1,
        Some(Some(whole)) if whole != 0 => whole,
        Some(_) => return false,
    };
    let (above, below) = match &need.required {
        None => return need.comparison.is_none(),
        Some(handbook::Quantity::Count { value }) => (*value, 1),
        Some(handbook::Quantity::Share { part, whole }) => (*part, *whole),
        Some(handbook::Quantity::Word { value }) => {
            let place = GRADE_WORDS.iter().position(|known| known == value);
            (
                place
                    .and_then(|place| i64::try_from(place).ok())
                    .unwrap_or(9),
                1,
            )
        }
        Some(_) => return false,
    };
    let order = (i128::from(part) * i128::from(below)).cmp(&(i128::from(above) * i128::from(of)));
    need.comparison
        .is_some_and(|comparison| comparison.accepts(order))
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn levels_by_any_sheet(sheet in any_sheet(), facts in any_facts(), marks in any_marks()) {
        let found = sheet_level(&rules().map_err(failed)?, &question(&sheet, &facts, marks));
        match (found, reference(&sheet, &facts, score(marks))) {
            (Ok(verdict), Ok(level)) => {
                prop_assert_eq!(verdict.value.level.map(|level| level as usize), Some(level));
                prop_assert_eq!(verdict.value.score, Some(score(marks)));
                let tests: Vec<_> = verdict
                    .grounds
                    .iter()
                    .map(|ground| (&ground.parameter, &ground.measured, ground.comparison, &ground.required))
                    .collect();
                for ground in &verdict.grounds {
                    let order = ground.measured.compare(&ground.required);
                    let words = matches!(ground.measured, handbook::Quantity::Word { .. });
                    prop_assert!(words || order.map(|order| ground.comparison.accepts(order)) == Some(ground.holds));
                }
                prop_assert!(tests.len() <= 64);
            }
            (Err(HandbookError::Input(error)), Err(())) => {
                prop_assert_eq!(error.code, handbook::InputCode::Empty);
            }
            (found, expected) => prop_assert!(false, "{:?} is not {:?}", found, expected),
        }
    }

    #[test]
    fn more_of_any_mark_never_lowers(
        sheet in any_sheet(),
        facts in any_facts(),
        marks in any_marks(),
        place in 0_usize..3,
    ) {
        let rules = rules().map_err(failed)?;
        let mut better = marks;
        better[place] = (better[place] + 1).min([30, 40, 6][place]);
        let before = sheet_level(&rules, &question(&sheet, &facts, marks));
        let after = sheet_level(&rules, &question(&sheet, &facts, better));
        if let (Ok(before), Ok(after)) = (before, after) {
            prop_assert!(after.value.level >= before.value.level);
        }
    }

    #[test]
    fn every_change_is_the_least_of_its_kind(
        sheet in any_sheet(),
        facts in any_facts(),
        marks in any_marks(),
    ) {
        let rules = rules().map_err(failed)?;
        let input = ExplainLevelInput { question: question(&sheet, &facts, marks), cap: None };
        let Ok(explained) = explain_level(&rules, &input) else {
            prop_assert!(reference(&sheet, &facts, score(marks)).is_err());
            return Ok(());
        };
        let explained = explained.value;
        let own = reference(&sheet, &facts, score(marks));
        prop_assert_eq!(explained.level.map(|level| level as usize), own.ok());
        let own = own.unwrap_or_default();
        for (raising, changes) in [(true, &explained.raises), (false, &explained.lowers)] {
            for change in changes {
                let level_by = |by: i64| {
                    let (facts, marks, more) = changed(&facts, marks, change, by)?;
                    let score = u32::try_from(i64::from(score(marks)) + more).ok()?;
                    reference(&sheet, &facts, score).ok()
                };
                if !change.needs.is_empty() {
                    continue;
                }
                let with = level_by(change.amount);
                prop_assert_eq!(with, Some(change.level as usize), "{:?}", change);
                let is_so = |level: usize| if raising { level > own } else { level < own };
                prop_assert!(with.is_some_and(is_so), "{:?}", change);
                let less = level_by(change.amount - change.amount.signum());
                prop_assert!(!less.is_some_and(is_so), "{:?}", change);
                prop_assert!(!change.vi.is_empty() && change.en.is_ascii());
            }
        }
    }

    /// A change that needs missing facts holds whatever these are, as long as they are as it says;
    /// there are such facts; and a smaller change has none.
    #[test]
    fn what_must_be_known_is_enough(
        sheet in any_sheet(),
        facts in any_facts(),
        marks in any_marks(),
        closed in any::<bool>(),
    ) {
        let (mut sheet, mut facts) = (sheet, facts);
        if closed {
            // Discipline settles every condition, so that what is missing matters without it only.
            facts.disciplined = true;
            let free = json!({"type": "not", "part": {"type": "is", "measure": "disciplined"}});
            for level in sheet["levels"].as_array_mut().into_iter().flatten() {
                let when = level["when"].take();
                let parts = [free.clone(), when];
                let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_null()).collect();
                level["when"] = json!({"type": "all", "parts": parts});
            }
        }
        let rules = rules().map_err(failed)?;
        let input = ExplainLevelInput { question: question(&sheet, &facts, marks), cap: None };
        let (Ok(explained), Ok(own)) = (
            explain_level(&rules, &input),
            reference(&sheet, &facts, score(marks)),
        ) else {
            return Ok(());
        };
        let explained = explained.value;
        prop_assert!(explained.lowers.iter().all(|change| change.needs.is_empty()));
        // Where every comparison is with a number, a few numbers stand for all.
        let is_plain = !sheet.to_string().contains("\"of\":");
        let levels = |facts: &LevelFacts, asked: &dyn Fn(&str) -> bool, more: i64| {
            let score = u32::try_from(i64::from(score(marks)) + more).unwrap_or(0);
            filled(facts, asked)
                .into_iter()
                .map(|facts| (reference(&sheet, &facts, score), flat(&facts)))
                .collect::<Vec<_>>()
        };
        let plain = |fact: &str| fact.starts_with("extra") || fact == "results" || fact == "lowestCriterion";
        for change in explained.raises.iter().filter(|change| !change.needs.is_empty()) {
            prop_assert!(change.level as usize > own, "{:?}", change);
            let Some((facts_with, marks_with, more)) = changed(&facts, marks, change, change.amount) else {
                return Err(TestCaseError::fail(format!("{change:?}")));
            };
            let more = more + i64::from(score(marks_with)) - i64::from(score(marks));
            let asked = |fact: &str| {
                change.needs.iter().any(|need| {
                    need.fact.starts_with(fact) || need.of.as_ref().is_some_and(|of| of.starts_with(fact))
                })
            };
            let mut is_possible = false;
            for (level, flat) in levels(&facts_with, &asked, more) {
                if change.needs.iter().all(|need| is_met(need, &flat)) {
                    is_possible = true;
                    prop_assert!(level.is_ok_and(|level| level >= change.level as usize), "{:?} {}", change, flat);
                }
            }
            prop_assert!(is_possible, "{:?}", change);
            let less = change.amount - change.amount.signum();
            if is_plain && let Some((facts, marks_less, more)) = changed(&facts, marks, change, less) {
                let more = more + i64::from(score(marks_less)) - i64::from(score(marks));
                for (level, flat) in levels(&facts, &plain, more) {
                    prop_assert!(!level.is_ok_and(|level| level > own), "{:?} {}", change, flat);
                }
            }
        }
        // The best score, and no discipline, with everything that numbers and grades can do.
        let free = LevelFacts { disciplined: false, ..facts.clone() };
        for (kind, facts, more) in [
            (LeastChangeKind::Marks, &facts, 10_000 - i64::from(score(marks))),
            (LeastChangeKind::Disciplined, &free, 0),
        ] {
            let best = levels(facts, &plain, more);
            if is_plain && best.iter().any(|(level, _)| level.is_ok_and(|level| level > own)) {
                prop_assert!(explained.raises.iter().any(|change| change.kind == kind));
            }
        }
    }

    /// The steps alone lead to the level again.
    #[test]
    fn an_explanation_gives_the_level_again(
        sheet in any_sheet(),
        facts in any_facts(),
        marks in any_marks(),
    ) {
        let rules = rules().map_err(failed)?;
        let input = ExplainLevelInput { question: question(&sheet, &facts, marks), cap: None };
        let Ok(explained) = explain_level(&rules, &input) else {
            return Ok(());
        };
        let explained = explained.value;
        let steps = &explained.steps;
        let children = |parent: usize| {
            steps
                .iter()
                .filter(move |step| step.parent.map(|place| place as usize) == Some(parent))
        };
        let mut level = Level::Excellent;
        for (place, step) in steps.iter().enumerate() {
            prop_assert!(place == 0 || step.parent.is_some_and(|parent| (parent as usize) < place));
            let held = |step: &&handbook::evaluation::LevelStep| step.holds == Some(true);
            let known = children(place).map(|part| part.holds);
            match step.kind {
                LevelStepKind::Group => {
                    let sum: u32 = children(place).filter_map(|part| part.points).sum();
                    prop_assert_eq!(
                        &step.measured,
                        &Some(handbook::Quantity::Marks { hundredths: sum.into() })
                    );
                }
                LevelStepKind::ByScore | LevelStepKind::ByConditions => {
                    let reached = children(place).find(held).and_then(|part| part.level);
                    let reached = reached.unwrap_or(Level::NotCompleted);
                    prop_assert_eq!(step.level, Some(reached));
                    level = level.min(reached);
                }
                LevelStepKind::Lower => prop_assert_eq!(step.level, Some(level)),
                LevelStepKind::Condition if children(place).next().is_some() => {
                    prop_assert!(known.eq([step.holds]));
                }
                LevelStepKind::All if step.holds == Some(true) => {
                    prop_assert!(known.eq(children(place).map(|_| Some(true))));
                }
                LevelStepKind::All if step.holds == Some(false) => {
                    prop_assert!(children(place).any(|part| part.holds == Some(false)));
                }
                LevelStepKind::Any if step.holds == Some(true) => {
                    prop_assert!(children(place).any(|part| part.holds == Some(true)));
                }
                LevelStepKind::Any if step.holds == Some(false) => {
                    prop_assert!(known.eq(children(place).map(|_| Some(false))));
                }
                LevelStepKind::Not => {
                    prop_assert!(known.eq([step.holds.map(|held| !held)]));
                }
                LevelStepKind::Comparison => {
                    let ground = step.ground.as_ref().map(|ground| ground.holds);
                    prop_assert_eq!(ground, step.holds);
                }
                LevelStepKind::Lowering if step.holds == Some(true) => {
                    level = level.min(step.level.unwrap_or(Level::Excellent));
                }
                _ => (),
            }
            prop_assert!(!step.vi.is_empty() && !step.en.is_empty());
        }
        prop_assert_eq!(explained.level, Some(level));
    }

    /// The book's own sheet for somebody of 2025, through the bulk door and through the
    /// explanation.
    #[test]
    fn the_sheet_in_force_explains_what_bulk_judges(facts in any_facts(), marks in 0_u32..=10_000) {
        let rules = rules().map_err(failed)?;
        let facts = LevelFacts { marks: Some(marks), ..facts };
        let bulk = LevelRules::in_force(&rules).map_err(failed)?.judge(&facts, &mut Silent);
        let question = SheetLevelInput { facts, ..SheetLevelInput::default() };
        let explained = explain_level(&rules, &ExplainLevelInput { question, cap: None });
        match (bulk, explained) {
            (Ok(bulk), Ok(explained)) => {
                prop_assert_eq!(Some(bulk.level), explained.value.level);
                prop_assert_eq!(bulk.by_score, explained.value.own.by_score);
                prop_assert_eq!(bulk.by_conditions, explained.value.own.by_conditions);
            }
            (Err(_), Err(_)) => (),
            (bulk, explained) => prop_assert!(false, "{:?} is not {:?}", bulk, explained),
        }
    }

    /// The cap by trying every number of places, before and after the change.
    #[test]
    fn changes_of_the_group_are_the_least(
        eligible in 1_u32..12,
        good in 0_u32..40,
        lower in 0_u32..40,
        rank in any::<u32>(),
        line in proptest::option::of(9_000_u32..=10_000),
        reading in select(vec![
            CapReading::ShareOfGoodBeforeDemotion,
            CapReading::ShareOfGoodAfterDemotion,
            CapReading::ShareOfGoodOrBetter,
            CapReading::ShareOfRated,
        ]),
    ) {
        let rank = rank % eligible + 1;
        let rated = eligible + good + lower;
        // The most places that the reading admits, a fifth each time.
        let stays = |good: i64| {
            let (eligible, rated) = (i64::from(eligible), i64::from(rated));
            let admitted = (0..=eligible).filter(|places| match reading {
                CapReading::ShareOfGoodBeforeDemotion => places * 5 <= good,
                CapReading::ShareOfGoodAfterDemotion => places * 5 <= good + eligible - places,
                CapReading::ShareOfGoodOrBetter => places * 5 <= good + eligible,
                CapReading::ShareOfRated => places * 5 <= rated,
            });
            i64::from(rank) <= admitted.max().unwrap_or(0)
        };
        let marks = 9_300;
        let input = ExplainLevelInput {
            question: SheetLevelInput {
                facts: LevelFacts {
                    marks: Some(marks),
                    tasks: Some(TaskCounts { total: 10, done: 10, on_time: 10, beyond: 3, late: 0 }),
                    ..LevelFacts::default()
                },
                ..SheetLevelInput::default()
            },
            cap: Some(PlaceInGroup {
                eligible, good, rated, rank, line, reading: Some(reading), outstanding: false, vote_needed: false,
            }),
        };
        let explained = explain_level(&rules().map_err(failed)?, &input).map_err(failed)?.value;
        let good = i64::from(good);
        let expected = if stays(good) { Level::Excellent } else { Level::Good };
        prop_assert_eq!(explained.level, Some(expected));
        // Below what the cap leaves, and not to it.
        prop_assert!(explained.lowers.iter().all(|change| change.level < expected));
        let named = |changes: &[LeastChange], kind| {
            changes.iter().find(|change| change.kind == kind).map(|change| change.amount)
        };
        let more = (1..=i64::from(lower)).find(|more| stays(good + more) && !stays(good));
        prop_assert_eq!(named(&explained.raises, LeastChangeKind::GoodInGroup), more);
        let fewer = (1..=good).find(|fewer| !stays(good - fewer) && stays(good));
        prop_assert_eq!(named(&explained.lowers, LeastChangeKind::GoodInGroup), fewer.map(|fewer| -fewer));
        let above = named(&explained.raises, LeastChangeKind::MarksAboveLine);
        if let Some(above) = above {
            let line = i64::from(line.unwrap_or_default());
            prop_assert!(!stays(good));
            prop_assert_eq!(i64::from(marks) + above, line + 1);
        }
    }
}
