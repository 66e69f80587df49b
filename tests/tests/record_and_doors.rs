//! The record and the stateless doors say the same of a task and of a matter.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use handbook::handbook::{Handbook, MatterLine, MatterState, TaskLine, TaskStage};
use handbook::organization::DueState;
use handbook::oversight::{
    MatterEvent, MatterProgress, MatterProgressInput, MatterStep, matter_progress,
};
use handbook::work::{
    AssignedTask, TaskChange, TaskProgress, TaskQuality, TaskReport, TaskStanding, TaskState,
    TaskStateInput, TaskTerm, task_state,
};
use handbook::{NaiveDate, OrganizationId, RuleBook, date};
use handbook_tests::{config, submit};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

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
    submit(
        &mut record,
        book,
        &json!({
            "type": "registerMember", "id": "dv", "name": "Người mẫu", "sex": "female",
            "bornOn": "1980-01-01", "cell": "chi-bo", "on": "2025-07-01", "admittedOn": "2010-05-19",
            "recognizedOn": "2011-05-19", "sector": "other",
        }),
    );
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
}
