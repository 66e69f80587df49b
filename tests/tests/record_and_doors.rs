//! The record and the stateless doors say the same of a task, of a matter, and of the level of a
//! leader and of another member.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use handbook::evaluation::{
    ExplainLevelInput, LevelFacts, PlaceInGroup, RatedSubject, SheetLevelInput, TaskCounts,
    explain_level, level,
};
use handbook::handbook::{
    Handbook, LevelSubject, MatterLine, MatterState, Outcome, TaskLine, TaskStage,
};
use handbook::organization::DueState;
use handbook::oversight::{
    MatterEvent, MatterProgress, MatterProgressInput, MatterStep, matter_progress,
};
use handbook::question::from_json;
use handbook::work::{
    AssignedTask, TaskChange, TaskProgress, TaskQuality, TaskReport, TaskStanding, TaskState,
    TaskStateInput, TaskTerm, task_state,
};
use handbook::{Level, MemberId, NaiveDate, OrganizationId, RuleBook, date};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Finds are kept as vectors, not as seeds.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn submit(record: &mut Handbook, book: &RuleBook, command: &Value) {
    let on = date(2026, 12, 31).expect("a day");
    let read = from_json("command", &command.to_string()).expect("a command");
    let outcome = record.submit(book, read, on);
    assert!(
        matches!(outcome, Ok(Outcome::Accepted { .. })),
        "{command}: {outcome:?}"
    );
}

fn cell(book: &RuleBook) -> Handbook {
    let mut record = Handbook::new();
    for (id, kind, parent) in [
        ("tinh", "tinh_uy", None),
        ("xa", "dang_bo_xa", Some("tinh")),
        ("chi-bo", "chi_bo_truc_thuoc", Some("xa")),
    ] {
        submit(
            &mut record,
            book,
            &json!({
                "type": "registerOrganization", "id": id, "kind": kind, "parent": parent,
                "name": "Tổ chức mẫu", "sector": "residential", "on": "2025-07-01",
            }),
        );
    }
    for id in ["dv", "dv-2"] {
        submit(
            &mut record,
            book,
            &json!({
                "type": "registerMember", "id": id, "name": "Người mẫu", "sex": "female",
                "bornOn": "1980-01-01", "cell": "chi-bo", "on": "2025-07-01",
                "admittedOn": "2010-05-19", "recognizedOn": "2011-05-19", "sector": "other",
            }),
        );
    }
    record
}

fn day(after: i64) -> NaiveDate {
    date(2025, 8, 1).expect("a day") + chrono::TimeDelta::days(after)
}

/// What happens to a task after it was given, each on a later day than the one before.
#[derive(Debug, Clone)]
enum Step {
    Report(u32),
    Extend(i64),
    Complete(TaskQuality),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0_u32..=100).prop_map(Step::Report),
        (1_i64..=20).prop_map(Step::Extend),
        select(vec![
            TaskQuality::Below,
            TaskQuality::Met,
            TaskQuality::Beyond
        ])
        .prop_map(Step::Complete),
    ]
}

/// A task of the year: who gave it, who does it, its last day, and when and how it was done.
#[derive(Debug, Clone)]
struct Given {
    by: &'static str,
    person: &'static str,
    due: i64,
    done: Option<(i64, &'static str)>,
}

fn given() -> impl Strategy<Value = Given> {
    // Some last days are in the next year, and some tasks are done after the day asked about.
    let done = (0_i64..=170, select(vec!["below", "met", "beyond"]));
    (
        select(vec!["chi-bo", "xa"]),
        select(vec!["dv", "dv-2"]),
        0_i64..=170,
        prop::option::weighted(0.9, done),
    )
        .prop_map(|(by, person, due, done)| Given {
            by,
            person,
            due,
            done,
        })
}

fn counted<'a>(tasks: impl Iterator<Item = &'a Given>, on: NaiveDate) -> Option<TaskCounts> {
    let mut counts = TaskCounts::default();
    for task in tasks.filter(|task| day(task.due) <= on) {
        counts.total += 1;
        if let Some((done, quality)) = task.done.filter(|(done, _)| day(*done) <= on) {
            counts.done += 1;
            counts.late += u32::from(done > task.due);
            counts.on_time += u32::from(done <= task.due && quality != "below");
            counts.beyond += u32::from(quality == "beyond");
        }
    }
    (counts.total > 0).then_some(counts)
}

/// A province's own sheet for leaders, which asks less of tasks than the one for members.
fn leaders_of_the_province() -> RuleBook {
    let done = json!({
        "type": "compare", "measure": "tasksDone", "of": "tasks", "comparison": "atLeast",
        "required": "1/2", "vi": "Nhiệm vụ đã xong", "en": "Tasks done",
    });
    let sheet = json!({
        "id": "tinh-mau", "vi": "Bộ tiêu chí mẫu", "en": "Sample sheet",
        "levels": [
            {"level": "excellent", "from": "excellentFrom", "when": done},
            {"level": "good", "from": "goodFrom"},
            {"level": "completed", "from": "completedFrom"},
        ],
        "lowering": [{"when": {"type": "is", "measure": "disciplined"}, "to": "good"}],
    });
    let overlay = json!({"id": "mau", "body": "Tỉnh ủy Mẫu", "parameters": [{
        "id": "leaderSheet",
        "values": [{"from": "2023-01-01", "value": sheet, "instrument": "Hướng dẫn mẫu"}],
    }]});
    RuleBook::vietnam()
        .with_overlay(&overlay.to_string())
        .expect("open to a local choice")
}

fn stage_fits(line: &TaskLine, standing: &TaskStanding) -> bool {
    match standing.state {
        TaskState::Open => line.state == TaskStage::Given,
        TaskState::Reported => line.state == TaskStage::Reported,
        TaskState::Extended => {
            line.extended > 0 && matches!(line.state, TaskStage::Given | TaskStage::Reported)
        }
        TaskState::Late => line.state == TaskStage::Overdue,
        TaskState::Done => line.state == TaskStage::Done,
        TaskState::DoneLate => line.state == TaskStage::DoneLate,
    }
}

fn matter_fits(line: &MatterLine, progress: &MatterProgress) -> bool {
    let state = match progress.step {
        MatterStep::Received => MatterState::Received,
        MatterStep::Assigned => MatterState::Assigned,
        MatterStep::SolutionProposed => MatterState::Proposed,
        MatterStep::Coordinated => MatterState::Coordinated,
        MatterStep::Resolved => MatterState::Resolved,
        MatterStep::PassedOn => MatterState::PassedOn,
    };
    let late = matches!(progress.state, Some(DueState::Late | DueState::Overdue));
    line.state == state
        && line.closed_on.is_some() == progress.ended
        && line.due_on == progress.due_on
        && line.late == late
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_task_stands_the_same(
        due in 0_i64..=30,
        steps in prop::collection::vec((1_i64..=10, step()), 0..6),
        asked in 0_i64..=80,
    ) {
        let book = RuleBook::vietnam();
        let mut record = cell(&book);
        let act = |on: NaiveDate, act: Value| json!({
            "type": "actOnTask", "task": "nv", "on": on, "act": act,
        });
        submit(&mut record, &book, &act(day(0), json!({
            "type": "assign", "organization": "chi-bo", "title": "Việc", "persons": ["dv"],
            "dueOn": day(due),
        })));
        let on = day(asked);
        let mut task = AssignedTask {
            given_on: day(0),
            due_on: day(due),
            terms: Vec::new(),
            reports: Vec::new(),
            done_on: None,
            quality: None,
        };
        let (mut now, mut last) = (0, due);
        for (later, step) in steps {
            now += later;
            let known = day(now) <= on;
            match step {
                Step::Report(percent) => {
                    submit(&mut record, &book, &act(day(now), json!({
                        "type": "report", "percent": percent,
                    })));
                    task.reports.extend(known.then_some(TaskReport {
                        on: day(now),
                        progress: TaskProgress::Share { hundredths: percent * 100 },
                    }));
                }
                Step::Extend(more) => {
                    last = last.max(now) + more;
                    submit(&mut record, &book, &act(day(now), json!({
                        "type": "extend", "dueOn": day(last), "reason": "Cần thêm",
                    })));
                    task.terms.extend(known.then_some(TaskTerm {
                        change: TaskChange::Extended,
                        on: day(now),
                        due_on: day(last),
                    }));
                }
                Step::Complete(quality) => {
                    let word = match quality {
                        TaskQuality::Below => "below",
                        TaskQuality::Met => "met",
                        TaskQuality::Beyond => "beyond",
                    };
                    submit(&mut record, &book, &act(day(now), json!({
                        "type": "complete", "quality": word,
                    })));
                    if known {
                        task.done_on = Some(day(now));
                        task.quality = Some(quality);
                    }
                    break;
                }
            }
        }
        let view = record.on(&book, on).expect("a day of the book");
        let id = OrganizationId::new("chi-bo").expect("an id");
        let told = view.tasks(&id, None, None, None).expect("the cell's tasks");
        let line = told.tasks.first().expect("one task");
        let input = TaskStateInput { task, working_days: false, on };
        let rules = book.on(on).expect("a day of the book");
        let standing = task_state(&rules, &input).expect("a task").value;
        prop_assert!(stage_fits(line, &standing), "{:?} {:?}", line, standing);
        prop_assert_eq!(line.due_on, standing.due_on);
        if line.done_on.is_some() {
            prop_assert_eq!(Some(line.completed_well), standing.completed_well);
        }
    }

    #[test]
    fn a_matter_stands_the_same(
        due in prop::option::of(0_i64..=30),
        steps in prop::collection::vec((1_i64..=10, 0_usize..=4, prop::option::of(0_i64..=20)), 0..6),
        asked in 0_i64..=80,
    ) {
        let book = RuleBook::vietnam();
        let mut record = cell(&book);
        let act = |on: NaiveDate, act: Value| json!({
            "type": "actOnMatter", "matter": "kn", "on": on, "act": act,
        });
        submit(&mut record, &book, &act(day(0), json!({
            "type": "receive", "organization": "chi-bo", "receivedBy": "xa", "kind": "petition",
            "title": "Kiến nghị", "dueOn": due.map(day),
        })));
        let on = day(asked);
        let body = |id: &str| OrganizationId::new(id).ok();
        let mut events = vec![MatterEvent {
            step: MatterStep::Received,
            on: day(0),
            body: body("xa"),
            due_on: due.map(day),
        }];
        // The door takes the steps in their order alone; the record also takes one back.
        let mut kinds: Vec<usize> = steps.iter().map(|(_, which, _)| *which).collect();
        kinds.sort_unstable();
        let mut now = 0;
        for ((later, _, until), which) in steps.into_iter().zip(kinds) {
            now += later;
            let due_on = until.map(|until| day(now + until)).filter(|_| which == 0);
            let (step, told) = match which {
                0 => (MatterStep::Assigned, json!({
                    "type": "assign", "to": "chi-bo", "dueOn": due_on,
                })),
                1 => (MatterStep::SolutionProposed, json!({"type": "propose", "text": "Làm"})),
                2 => (MatterStep::Coordinated, json!({
                    "type": "coordinate", "bodies": ["Phòng Kinh tế"],
                })),
                3 => (MatterStep::Resolved, json!({"type": "resolve", "text": "Xong"})),
                _ => (MatterStep::PassedOn, json!({
                    "type": "passOn", "to": "Cấp trên", "reason": "Thẩm quyền",
                })),
            };
            submit(&mut record, &book, &act(day(now), told));
            if day(now) <= on {
                let body = body("chi-bo").filter(|_| which == 0);
                events.push(MatterEvent { step, on: day(now), body, due_on });
            }
            if which >= 3 {
                break;
            }
        }
        let view = record.on(&book, on).expect("a day of the book");
        let told = view.matters(&body("xa").expect("an id"), None).expect("matters");
        let line = told.matters.first().expect("one matter");
        let input = MatterProgressInput {
            events,
            beyond_level: false,
            needs_coordination: false,
            answer_level: None,
            on,
        };
        let rules = book.on(on).expect("a day of the book");
        let progress = matter_progress(&rules, &input).expect("a matter").value;
        prop_assert!(matter_fits(line, &progress), "{:?} {:?}", line, progress);
        if !progress.ended {
            prop_assert_eq!(&line.next, &progress.in_charge);
        }
    }

    #[test]
    fn a_leader_and_another_member_have_the_same_level(
        subject in select(vec![RatedSubject::Leader, RatedSubject::Member]),
        unit in prop::option::weighted(0.9, select(vec!["chi-bo", "xa"])),
        own_sheet in any::<bool>(),
        typed in prop::option::weighted(0.2, 0_u32..=10),
        tasks in prop::collection::vec(given(), 0..8),
        marks in 4_000_u32..=10_000,
        disciplined in any::<bool>(),
    ) {
        let book = if own_sheet { leaders_of_the_province() } else { RuleBook::vietnam() };
        let mut record = cell(&book);
        for (place, task) in tasks.iter().enumerate() {
            let id = format!("nv-{place}");
            let mut act = |on, act| submit(&mut record, &book, &json!({
                "type": "actOnTask", "task": id, "on": day(on), "act": act,
            }));
            act(0, json!({
                "type": "assign", "organization": task.by, "title": "Việc",
                "persons": [task.person], "dueOn": day(task.due),
            }));
            if let Some((done, quality)) = task.done {
                act(done, json!({"type": "complete", "quality": quality}));
            }
        }
        let typed = typed.map(|on_time| TaskCounts {
            total: 10, done: 10, on_time, beyond: 10 - on_time, late: 10 - on_time,
        });
        let leader = subject == RatedSubject::Leader;
        let unit = unit.filter(|_| leader);
        let mut facts = LevelFacts {
            subject, marks: Some(marks), tasks: typed, disciplined, ..LevelFacts::default()
        };
        submit(&mut record, &book, &json!({
            "type": "rateMember", "member": "dv", "year": 2025, "facts": facts, "unitLed": unit,
        }));

        let on = date(2025, 12, 31).expect("a day");
        let counts = |task: &&Given| match leader {
            true => unit == Some(task.by),
            false => task.person == "dv",
        };
        facts.tasks = typed.or(counted(tasks.iter().filter(counts), on));
        let rules = book.on(on).expect("a day of the book");
        let view = record.on(&book, on).expect("a day of the book");
        let id = MemberId::new("dv").expect("an id");
        let of = LevelSubject::Member { id };
        let known = view.level(&of, 2025).map(|answer| {
            (answer.rated_as, answer.own)
        });
        let alone = level(&rules, &facts).map(|own| (Some(subject), Some(own)));
        prop_assert_eq!(&known, &alone);

        // One in the group: with the reading in force nobody may be excellent.
        let excellent = matches!(&alone, Ok((_, Some(own))) if own.value.level == Level::Excellent);
        let cap = excellent.then_some(PlaceInGroup {
            eligible: 1,
            good: 0,
            rated: 1,
            rank: 1,
            line: None,
            reading: None,
            outstanding: false,
            vote_needed: false,
        });
        let question = SheetLevelInput { facts, ..SheetLevelInput::default() };
        let alone = explain_level(&rules, &ExplainLevelInput { question, cap });
        match view.level_explained(&of, 2025, None) {
            Ok(known) => {
                prop_assert_eq!(known.explained, alone.ok());
                prop_assert_eq!(known.unit_led.as_ref().map(OrganizationId::as_str), unit);
            }
            Err(_) => prop_assert!(alone.is_err()),
        }
    }
}
