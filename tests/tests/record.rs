//! Properties of the record: what is refused changes nothing, the events alone give the record
//! back, and a day's view is not changed by what happens later.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use handbook::handbook::{Command, Handbook, Outcome, RecordQuestion};
use handbook::question::{from_json, to_json};
use handbook::{NaiveDate, RuleBook, date};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A day within the years of the book, mostly 2023.
fn day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        4 => (2023_i32..=2023, 1_u32..=12, 1_u32..=28),
        1 => (2021_i32..=2026, 1_u32..=12, 1_u32..=28),
    ]
    .prop_map(|(year, month, day)| date(year, month, day).unwrap_or_default())
}

fn organization() -> impl Strategy<Value = String> {
    select(vec![
        "goc", "xa-1", "xa-2", "chi-bo-1", "chi-bo-2", "chi-bo-3",
    ])
    .prop_map(str::to_owned)
}

fn member() -> impl Strategy<Value = String> {
    (1_u32..=8).prop_map(|number| format!("dv-{number}"))
}

fn presence() -> impl Strategy<Value = &'static str> {
    select(vec![
        "presentInPerson",
        "presentOnline",
        "excused",
        "unexcused",
        "exempted",
    ])
}

fn facts() -> impl Strategy<Value = Value> {
    let grade = || select(vec!["average", "good", "excellent"]);
    let subject = select(vec!["organization", "leader", "member"]);
    (
        subject,
        0_u32..=10_100,
        grade(),
        grade(),
        0_u32..=10,
        0_u32..=10,
        any::<bool>(),
    )
        .prop_map(
            |(subject, marks, criterion, results, on_time, beyond, disciplined)| {
                json!({
                    "subject": subject, "marks": marks, "criteria": [criterion], "results": results,
                    "tasks": {"total": 10, "done": 10, "onTime": on_time, "beyond": beyond,
                        "late": 10 - on_time},
                    "disciplined": disciplined, "subordinateDisciplined": false,
                })
            },
        )
}

fn peers() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(select(vec!["Thôn", "Trường học", ""]))
}

/// Commands of every type on few identifiers, so that many fit and many do not.
fn command() -> impl Strategy<Value = Value> {
    let structure = prop_oneof![
        3 => (organization(), organization(), day(), select(vec![
            "huyen_uy", "dang_bo_xa", "chi_bo_truc_thuoc", "chi_bo_co_so",
        ])).prop_map(|(id, parent, on, kind)| json!({
            "type": "registerOrganization", "id": id, "kind": kind, "parent": parent,
            "name": "Tổ chức mẫu", "sector": "residential", "on": on,
        })),
        1 => (organization(), organization(), day(), prop::collection::vec(member(), 0..6))
            .prop_map(|(id, parent, on, members)| json!({
                "type": "foundOrganization", "id": id, "kind": "chi_bo_truc_thuoc",
                "parent": parent, "name": "Chi bộ mẫu", "sector": "nonState", "on": on,
                "decision": "1-QĐ/HU", "members": members,
            })),
        2 => (organization(), member(), day(), prop::option::of(day()), select(vec![
            "secretary", "deputySecretary", "committeeMember", "standingCommitteeMember",
        ])).prop_map(|(organization, member, from, to, post)| json!({
            "type": "assignPost", "organization": organization, "member": member, "post": post,
            "from": from, "to": to,
        })),
        1 => (organization(), member(), day()).prop_map(|(organization, member, on)| json!({
            "type": "endPost", "organization": organization, "member": member,
            "post": "secretary", "on": on,
        })),
    ];
    let people = prop_oneof![
        4 => (member(), organization(), day(), prop::option::of(day())).prop_map(
            |(id, cell, on, recognized_on)| json!({
                "type": "registerMember", "id": id, "name": "Người mẫu", "sex": "male",
                "bornOn": "1980-01-01", "cell": cell, "on": on, "admittedOn": "2020-05-19",
                "recognizedOn": recognized_on, "sector": "state",
            })
        ),
        2 => (member(), organization(), day(), 0_u32..=12, 8_u32..=10).prop_map(
            |(id, cell, on, yes, base)| json!({
                "type": "admitMember", "id": id, "name": "Người mẫu", "sex": "female",
                "bornOn": "1990-01-01", "cell": cell, "consideredOn": on,
                "votes": {"base": base, "yes": yes}, "decisionOn": on, "ceremonyOn": on,
                "sector": "nonState", "religious": true,
            })
        ),
        1 => (member(), day(), 0_u32..=10).prop_map(|(member, on, yes)| json!({
            "type": "recognizeMember", "member": member, "consideredOn": on,
            "votes": {"base": 10, "yes": yes},
        })),
        2 => (member(), organization(), day()).prop_map(|(member, to, on)| json!({
            "type": "transferMember", "member": member, "to": to, "on": on,
        })),
        1 => (member(), day(), prop::option::of(day()), select(vec![
            "active", "exempted", "suspended", "away",
        ])).prop_map(|(member, from, to, standing)| json!({
            "type": "changeStanding", "member": member, "standing": standing, "from": from,
            "to": to,
        })),
        1 => (member(), day()).prop_map(|(member, on)| json!({
            "type": "endMembership", "member": member, "on": on, "reason": "transferredOut",
        })),
    ];
    let work = prop_oneof![
        2 => (1_u32..=4, organization(), meeting_day()).prop_map(|(id, organization, on)| json!({
            "type": "scheduleMeeting", "id": format!("hop-{id}"), "organization": organization,
            "kind": "monthly", "on": on,
        })),
        2 => (1_u32..=4, prop::collection::btree_map(member(), presence(), 0..4)).prop_map(
            |(meeting, entries)| json!({
                "type": "callRoll", "meeting": format!("hop-{meeting}"),
                "entries": entries.into_iter()
                    .map(|(member, presence)| json!({"member": member, "presence": presence}))
                    .collect::<Vec<_>>(),
            })
        ),
        1 => (1_u32..=3, organization(), 0_u32..=3).prop_map(|(id, organization, planned)| json!({
            "type": "setTarget", "id": format!("ct-{id}"), "organization": organization,
            "year": 2023, "indicator": "newRoads", "planned": planned,
        })),
        1 => (1_u32..=3, day()).prop_map(|(id, on)| json!({
            "type": "recordResult", "target": format!("ct-{id}"), "on": on, "achieved": 3,
        })),
        2 => (member(), facts(), peers(), prop::option::of(organization())).prop_map(
            |(member, facts, peers, unit)| json!({
                "type": "rateMember", "member": member, "year": 2023, "facts": facts,
                "peerGroup": peers, "unitLed": unit,
            })
        ),
        1 => (organization(), facts(), peers()).prop_map(|(organization, facts, peers)| json!({
            "type": "rateOrganization", "organization": organization, "year": 2023,
            "facts": facts, "peerGroup": peers,
        })),
        1 => (member(), day(), any::<bool>()).prop_map(|(member, on, used)| json!({
            "type": "recordAdoption", "member": member, "on": on, "installed": true,
            "loggedIn": true, "used": used,
        })),
        1 => (1_u32..=3, organization(), day(), -1_i64..=5).prop_map(
            |(id, organization, on, contract)| json!({
                "type": "recordProject", "id": format!("goi-{id}"), "organization": organization,
                "name": "Gói thầu mẫu", "bidOn": on, "packageValue": 4,
                "contractValue": contract, "qualityMet": true,
            })
        ),
    ];
    prop_oneof![3 => structure, 4 => people, 3 => work, 4 => acted(), 3 => reorganization()]
}

/// A day on which meetings of the strategy are held, or any other.
fn meeting_day() -> impl Strategy<Value = NaiveDate> {
    let held = select(vec![(2023, 3, 3), (2023, 4, 3), (2025, 12, 3)]);
    prop_oneof![
        6 => held.prop_map(|(year, month, day)| date(year, month, day).unwrap_or_default()),
        1 => day(),
    ]
}

fn time() -> impl Strategy<Value = String> {
    (19_u32..=20, 0_u32..=59).prop_map(|(hour, minute)| format!("{hour}:{minute:02}"))
}

/// Whatever is done about a meeting.
fn meeting_act() -> impl Strategy<Value = Value> {
    let contribution = || (1_u32..=3).prop_map(|number| format!("yk-{number}"));
    let before = prop_oneof![
        time().prop_map(|at| json!({
            "type": "arrange", "at": at, "minutes": 90, "place": "Nhà văn hóa", "topic": "Đề tài",
        })),
        meeting_day().prop_map(|to| json!({"type": "postpone", "to": to, "reason": "Bão"})),
        Just(json!({"type": "cancel", "reason": "Sáp nhập"})),
        Just(json!({"type": "notify"})),
        Just(json!({"type": "setAgenda", "items": [{"number": 1, "title": "Báo cáo"}]})),
        Just(
            json!({"type": "providePapers", "papers": [{"title": "Tài liệu", "document": "vb-1"}]})
        ),
        Just(json!({"type": "draft", "text": "Dự thảo"})),
        (
            contribution(),
            select(vec!["proposal", "comment", "question"])
        )
            .prop_map(
                |(id, kind)| json!({"type": "contribute", "id": id, "kind": kind, "text": "Ý kiến"})
            ),
        (contribution(), any::<bool>()).prop_map(|(contribution, accepted)| json!({
            "type": "settle", "contribution": contribution, "accepted": accepted, "reason": "Vì",
        })),
        contribution().prop_map(|contribution| json!({
            "type": "answer", "contribution": contribution, "text": "Trả lời",
        })),
        member().prop_map(|member| json!({"type": "excuse", "member": member, "reason": "family"})),
    ];
    let held = prop_oneof![
        2 => time().prop_map(|at| json!({"type": "open", "at": at})),
        3 => (member(), time(), any::<bool>()).prop_map(|(member, at, online)| json!({
            "type": "arrive", "member": member, "at": at, "online": online,
        })),
        1 => (member(), time()).prop_map(|(member, at)| json!({
            "type": "leave", "member": member, "at": at,
        })),
        1 => member().prop_map(|member| json!({"type": "speak", "member": member})),
        2 => (1_u32..=2, prop::option::of(3_u32..=4), 0_u32..=4).prop_map(|(number, base, yes)| json!({
            "type": "vote", "number": number, "question": "Thông qua", "decision": "ordinary",
            "method": "card", "base": base, "yes": yes, "no": 0, "abstained": 0,
        })),
        1 => time().prop_map(|at| json!({"type": "close", "at": at})),
        1 => Just(json!({"type": "minute", "text": "Biên bản"})),
        1 => (1_u32..=2, prop::option::of(1_u32..=2)).prop_map(|(number, vote)| json!({
            "type": "resolve", "number": number, "title": "Nghị quyết", "text": "Điều 1",
            "vote": vote,
        })),
        1 => Just(json!({"type": "score", "given": [
            {"part": "preparation", "hundredths": 900}, {"part": "conduct", "hundredths": 2000},
            {"part": "chair", "hundredths": 900}, {"part": "principles", "hundredths": 500},
            {"part": "closing", "hundredths": 500},
        ]})),
        1 => Just(json!({"type": "publish", "document": "vb-1"})),
    ];
    prop_oneof![before, held]
}

/// What is done about meetings, tasks, matters, inspections, targets and documents.
fn acted() -> impl Strategy<Value = Value> {
    let on_meeting = (
        1_u32..=4,
        meeting_day(),
        prop::option::of(member()),
        meeting_act(),
    )
        .prop_map(|(meeting, on, by, act)| {
            json!({
                "type": "actOnMeeting", "meeting": format!("hop-{meeting}"), "on": on, "by": by,
                "act": act,
            })
        });
    let task_act = prop_oneof![
        2 => (organization(), member(), day(), prop::option::of(1_u32..=4)).prop_map(
            |(organization, person, due_on, meeting)| json!({
                "type": "assign", "organization": organization, "title": "Việc",
                "persons": [person], "dueOn": due_on,
                "meeting": meeting.map(|meeting| format!("hop-{meeting}")),
            })
        ),
        1 => (0_u32..=101).prop_map(|percent| json!({"type": "report", "percent": percent})),
        1 => day().prop_map(|due_on| json!({
            "type": "extend", "dueOn": due_on, "reason": "Cần thêm",
        })),
        1 => select(vec!["below", "met", "beyond"]).prop_map(|quality| json!({
            "type": "complete", "quality": quality,
        })),
        1 => Just(json!({"type": "return", "reason": "Thiếu"})),
        1 => Just(json!({"type": "drop", "reason": "Thôi"})),
    ];
    let on_task = (1_u32..=3, day(), task_act).prop_map(|(task, on, act)| {
        json!({
            "type": "actOnTask", "task": format!("nv-{task}"), "on": on, "act": act,
        })
    });
    let matter_act = prop_oneof![
        2 => (organization(), organization(), prop::option::of(day())).prop_map(
            |(organization, received_by, due_on)| json!({
                "type": "receive", "organization": organization, "receivedBy": received_by,
                "kind": "petition", "title": "Kiến nghị", "dueOn": due_on,
            })
        ),
        1 => organization().prop_map(|to| json!({"type": "assign", "to": to})),
        1 => Just(json!({"type": "propose", "text": "Giải pháp"})),
        1 => Just(json!({"type": "coordinate", "bodies": ["Phòng Kinh tế"]})),
        1 => Just(json!({"type": "resolve", "text": "Xong"})),
        1 => Just(json!({"type": "passOn", "to": "Cấp trên", "reason": "Thẩm quyền"})),
    ];
    let on_matter = (1_u32..=3, day(), matter_act).prop_map(|(matter, on, act)| {
        json!({
            "type": "actOnMatter", "matter": format!("kn-{matter}"), "on": on, "act": act,
        })
    });
    let inspection_act = prop_oneof![
        3 => (organization(), organization(), day()).prop_map(|(organization, subject, from)| json!({
            "type": "plan", "organization": organization, "work": "inspection",
            "title": "Kiểm tra", "subject": subject, "from": from, "to": from,
        })),
        1 => Just(json!({"type": "approve"})),
        1 => Just(json!({"type": "announce"})),
        1 => Just(json!({"type": "selfReport", "text": "Tự kiểm tra"})),
        1 => Just(json!({"type": "draftResult", "text": "Dự thảo"})),
        1 => (0_u32..=3).prop_map(|yes| json!({"type": "discuss", "base": 2, "yes": yes})),
        1 => Just(json!({"type": "conclude", "finding": "inOrder", "text": "Tốt"})),
        1 => Just(json!({"type": "archive", "place": "Tủ 1"})),
        1 => Just(json!({"type": "drop", "reason": "Gộp"})),
    ];
    let on_inspection = (1_u32..=2, day(), inspection_act).prop_map(|(inspection, on, act)| json!({
        "type": "actOnInspection", "inspection": format!("kt-{inspection}"), "on": on, "act": act,
    }));
    let on_evaluation = (rated(), day(), prop::option::of(member()), evaluation_act()).prop_map(
        |(subject, on, by, act)| {
            json!({
                "type": "actOnEvaluation", "year": 2023, "subject": subject, "on": on, "by": by,
                "act": act,
            })
        },
    );
    let targets = prop_oneof![
        (1_u32..=4, organization(), 0_i64..=9, any::<bool>()).prop_map(
            |(id, organization, count, added)| json!({
                "type": "planTarget", "id": format!("ct-{id}"), "organization": organization,
                "year": 2023, "indicator": "trees", "plan": {"type": "number", "count": count},
                "direction": "higherIsBetter",
                "reading": if added { "added" } else { "latest" },
            })
        ),
        (1_u32..=4, day(), 0_i64..=9).prop_map(|(target, on, count)| json!({
            "type": "reportTarget", "target": format!("ct-{target}"), "on": on,
            "amount": {"type": "number", "count": count},
        })),
    ];
    let documents = (1_u32..=3, day()).prop_map(|(id, signed_on)| json!({
        "type": "registerDocument", "document": {
            "id": format!("vb-{id}"), "kind": "guide", "title": "Hướng dẫn sinh hoạt",
            "issuer": "Ban Tổ chức", "signedOn": signed_on, "replaces": [format!("vb-{}", id + 1)],
        },
    }));
    prop_oneof![
        6 => on_meeting, 3 => on_task, 2 => on_matter, 2 => on_inspection, 2 => targets,
        1 => documents, 4 => on_evaluation,
    ]
}

/// Whose rating it is.
fn rated() -> impl Strategy<Value = Value> {
    prop_oneof![
        member().prop_map(|id| json!({"type": "member", "id": id})),
        organization().prop_map(|id| json!({"type": "organization", "id": id})),
    ]
}

/// Whatever is done in a rating.
fn evaluation_act() -> impl Strategy<Value = Value> {
    let level = || select(vec!["notCompleted", "completed", "good", "excellent"]);
    let wait = || select(vec!["stateRating", "return"]);
    let before = prop_oneof![
        Just(json!({"type": "selfReview", "text": "Tự kiểm điểm"})),
        (prop::option::of(0_u32..=10_100), prop::option::of(level())).prop_map(
            |(marks, level)| json!({"type": "selfScore", "marks": marks, "level": level})
        ),
        Just(json!({"type": "residenceOpinion", "text": "Tốt"})),
        Just(json!({"type": "skipResidenceOpinion", "reason": "Không cần"})),
        Just(json!({"type": "comment", "text": "Góp ý"})),
        (0_u32..=2).prop_map(|days| json!({"type": "holdReview", "days": days})),
        (
            level(),
            prop::option::of(1_u32..=3),
            prop::option::of(0_u32..=3),
            1_u32..=4
        )
            .prop_map(|(level, base, yes, meeting)| json!({
                "type": "vote", "level": level, "base": base, "yes": yes,
                "meeting": base.is_none().then(|| format!("hop-{meeting}")), "vote": 1,
            })),
        level().prop_map(|level| json!({"type": "propose", "level": level})),
        organization().prop_map(|body| json!({"type": "nameBody", "body": body})),
        day().prop_map(|due_on| json!({
            "type": "setDue", "step": "decision", "dueOn": due_on,
        })),
        (wait(), prop::option::of(day())).prop_map(|(wait, until)| json!({
            "type": "defer", "wait": wait, "until": until,
        })),
        wait().prop_map(|wait| json!({"type": "resume", "wait": wait})),
    ];
    let after = prop_oneof![
        3 => (level(), prop::option::of(organization())).prop_map(|(level, body)| json!({
            "type": "decide", "level": level, "body": body, "decision": "1-QĐ/ĐU",
        })),
        2 => Just(json!({"type": "notify"})),
        2 => Just(json!({"type": "complain", "text": "Xem lại"})),
        1 => Just(json!({"type": "uphold", "reason": "Đúng"})),
        2 => Just(json!({"type": "cancel", "reason": "Sai"})),
        1 => Just(json!({"type": "supplementDossier"})),
        1 => Just(json!({"type": "archive", "place": "Tủ 1"})),
    ];
    prop_oneof![before, after]
}

fn members(most: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(member(), 0..=most)
}

/// An organization of the district to start from.
fn known() -> impl Strategy<Value = String> {
    select(vec!["chi-bo-1", "chi-bo-1", "chi-bo-2", "xa-1"]).prop_map(str::to_owned)
}

/// An organization that is not there yet, or only since an act before.
fn fresh() -> impl Strategy<Value = String> {
    select(vec!["xa-2", "chi-bo-3"]).prop_map(str::to_owned)
}

/// The acts of one decision, on the same few identifiers.
fn act() -> impl Strategy<Value = Value> {
    let kind = || {
        select(vec![
            "dang_bo_xa",
            "chi_bo_truc_thuoc",
            "chi_bo_co_so",
            "huyen_uy",
        ])
    };
    prop_oneof![
        3 => (fresh(), kind(), known(), members(3)).prop_map(
            |(id, kind, parent, members)| json!({
                "type": "found", "id": id, "kind": kind, "parent": parent, "name": "Tổ chức mới",
                "sector": "residential", "members": members,
            })
        ),
        2 => (known(), known(), fresh()).prop_map(|(from, known, fresh)| json!({
            "type": "merge", "from": [from, known], "into": fresh,
        })),
        3 => (known(), known()).prop_map(|(from, into)| json!({
            "type": "merge", "from": [from], "into": into,
        })),
        2 => (known(), prop_oneof![known(), fresh()], members(3), known(), any::<bool>()).prop_map(
            |(from, into, members, below, continues)| json!({
                "type": "split", "from": from, "continues": continues,
                "into": [{"organization": into, "members": members, "organizations":
                    if members.is_empty() { vec![below] } else { Vec::new() }}],
            })
        ),
        2 => (known(), known()).prop_map(|(organization, parent)| json!({
            "type": "move", "organization": organization, "parent": parent,
        })),
        1 => (known(), kind()).prop_map(|(organization, kind)| json!({
            "type": "changeKind", "organization": organization, "kind": kind,
        })),
        1 => known().prop_map(|organization| json!({
            "type": "rename", "organization": organization, "name": "Tên mới", "code": "14707",
        })),
        2 => (known(), known(), members(4)).prop_map(
            |(organization, to, members)| json!({
                "type": "dissolve", "organization": organization,
                "members": members.into_iter()
                    .map(|member| json!({"member": member, "to": to})).collect::<Vec<_>>(),
            })
        ),
        1 => kind().prop_map(|kind| json!({"type": "endTier", "kind": kind})),
    ]
}

/// Acts of one decision: any, or a founding with what fills the new organization.
fn acts() -> impl Strategy<Value = Vec<Value>> {
    let filled = (known(), members(3), any::<bool>()).prop_map(|(from, members, continues)| {
        vec![
            json!({
                "type": "found", "id": "chi-bo-3", "kind": "chi_bo_truc_thuoc", "parent": "xa-1",
                "name": "Chi bộ mới", "sector": "residential",
            }),
            if continues {
                json!({
                    "type": "split", "from": from, "continues": true,
                    "into": [{"organization": "chi-bo-3", "members": members}],
                })
            } else {
                json!({"type": "merge", "from": [from], "into": "chi-bo-3"})
            },
        ]
    });
    prop_oneof![2 => prop::collection::vec(act(), 1..4), 1 => filled]
}

fn reorganization() -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => (acts(), day(), prop::option::of(organization()), any::<bool>())
            .prop_map(|(acts, on, decided_by, stated)| json!({
                "type": "reorganize", "decision": "2-QĐ/HU", "signedOn": on, "on": on,
                "decidedBy": decided_by, "acts": acts, "stated": stated,
            })),
        1 => (organization(), 1_u32..=3, day(), day()).prop_map(
            |(organization, number, from, to)| json!({
                "type": "setTerm", "organization": organization, "number": number, "from": from,
                "to": to,
            })
        ),
        1 => (organization(), day()).prop_map(|(organization, on)| json!({
            "type": "settleClosure", "organization": organization, "on": on,
        })),
    ]
}

fn parsed(command: &Value) -> Command {
    from_json("command", &command.to_string()).expect("the strategy writes commands")
}

/// A small district to start from: a root, a commune, two cells and four members.
fn district(book: &RuleBook) -> Handbook {
    let mut record = Handbook::new();
    let recorded_on = date(2021, 1, 1).expect("a day");
    let organizations = [
        ("goc", "huyen_uy", None),
        ("xa-1", "dang_bo_xa", Some("goc")),
        ("chi-bo-1", "chi_bo_truc_thuoc", Some("xa-1")),
        ("chi-bo-2", "chi_bo_truc_thuoc", Some("xa-1")),
    ];
    let members = (1..=4).map(|number| {
        json!({
            "type": "registerMember", "id": format!("dv-{number}"), "name": "Người mẫu",
            "sex": "male", "bornOn": "1980-01-01", "cell": "chi-bo-1", "on": "2021-01-01",
            "admittedOn": "2015-05-19", "recognizedOn": "2016-05-19", "sector": "state",
        })
    });
    let commands = organizations
        .into_iter()
        .map(|(id, kind, parent)| {
            json!({
                "type": "registerOrganization", "id": id, "kind": kind, "parent": parent,
                "name": "Tổ chức mẫu", "sector": "residential", "on": "2021-01-01",
            })
        })
        .chain(members);
    for command in commands {
        let outcome = record.submit(book, parsed(&command), recorded_on);
        assert!(
            matches!(outcome, Ok(Outcome::Accepted { .. })),
            "{command}: {outcome:?}"
        );
    }
    record
}

const NO_ANSWER: &str = "no answer";

/// Everything the record answers about a day, as text.
fn everything(record: &Handbook, book: &RuleBook, on: NaiveDate) -> Vec<String> {
    let mut questions = Vec::new();
    for id in ["goc", "xa-1", "xa-2", "chi-bo-1", "chi-bo-2", "chi-bo-3"] {
        for kind in [
            "organization",
            "subtree",
            "tree",
            "members",
            "lineage",
            "review",
            "obligations",
        ] {
            questions.push(json!({"type": kind, "id": id}));
        }
        questions.push(json!({"type": "attendance", "id": id, "from": "2021-01-01", "to": on}));
        questions
            .push(json!({"type": "calendar", "id": id, "from": "2021-01-01", "to": "2026-12-31"}));
        for asker in [None, Some("dv-1"), Some("dv-2")] {
            for kind in ["tasks", "matters", "inspections"] {
                questions.push(json!({"type": kind, "id": id, "asker": asker}));
            }
            for kind in ["absences", "targets", "evaluations", "calibration"] {
                questions.push(json!({"type": kind, "id": id, "year": 2023, "asker": asker}));
            }
            questions.push(json!({
                "type": "monitor", "id": id, "year": 2023, "month": 3, "asker": asker,
            }));
        }
    }
    for subject in [
        json!({"type": "member", "id": "dv-1"}),
        json!({"type": "member", "id": "dv-3"}),
        json!({"type": "organization", "id": "chi-bo-1"}),
    ] {
        for asker in [None, Some("dv-1"), Some("dv-2")] {
            questions.push(json!({
                "type": "evaluation", "subject": subject, "year": 2023, "asker": asker,
            }));
        }
    }
    for number in 1..=4 {
        for asker in [None, Some("dv-1")] {
            let id = format!("hop-{number}");
            questions.push(json!({"type": "meeting", "id": id, "asker": asker}));
        }
    }
    for number in 1..=8 {
        let id = format!("dv-{number}");
        questions.push(json!({"type": "member", "id": id}));
    }
    questions.push(json!({"type": "tree"}));
    questions
        .iter()
        .map(|question| answer(record, book, on, question))
        .collect()
}

fn levels(record: &Handbook, book: &RuleBook, on: NaiveDate) -> Vec<String> {
    let one = |number| {
        let subject = json!({"type": "member", "id": format!("dv-{number}")});
        json!({"type": "level", "subject": subject, "year": 2023})
    };
    let mut questions: Vec<Value> = (1..=8).map(one).collect();
    for id in ["goc", "xa-1", "chi-bo-1"] {
        for asker in [None, Some("dv-1"), Some("dv-2")] {
            questions.push(json!({"type": "levels", "id": id, "year": 2023, "asker": asker}));
            questions.push(json!({
                "type": "levelsReadOtherwise", "id": id, "year": 2023, "asker": asker,
                "terms": {"groupKind": "similarTasks", "reading": "shareOfRated"},
            }));
        }
    }
    questions
        .iter()
        .map(|question| answer(record, book, on, question))
        .collect()
}

fn answer(record: &Handbook, book: &RuleBook, on: NaiveDate, question: &Value) -> String {
    let question: RecordQuestion =
        from_json("question", &question.to_string()).expect("questions are well formed");
    match record.ask(book, on, &question) {
        Ok(answer) => to_json(&answer),
        Err(_) => NO_ANSWER.to_owned(),
    }
}

fn replayed(record: &Handbook) -> Handbook {
    let mut copy = Handbook::new();
    for event in record.events() {
        let text = to_json(event);
        copy.apply(from_json("event", &text).expect("an event is read back"))
            .expect("an accepted event applies");
    }
    copy
}

/// The day from which a command can change a view, if it names one. A meeting does not: it is on
/// the calendar of every day before it.
fn effective_from(command: &Value) -> Option<NaiveDate> {
    let field = match command.get("type")?.as_str()? {
        "registerOrganization"
        | "foundOrganization"
        | "registerMember"
        | "transferMember"
        | "endMembership"
        | "actOnMeeting"
        | "actOnTask"
        | "actOnMatter"
        | "actOnInspection"
        | "reportTarget"
        | "reorganize"
        | "settleClosure" => "on",
        "assignPost" | "changeStanding" | "setTerm" => "from",
        "admitMember" => "ceremonyOn",
        _ => return None,
    };
    handbook::parse_date(field, command.get(field)?.as_str()?).ok()
}

/// Finds are kept as vectors, not as seeds.
fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn what_is_not_accepted_changes_nothing_and_replay_gives_the_record_back(
        commands in prop::collection::vec((command(), day()), 1..60),
    ) {
        let book = RuleBook::vietnam();
        let mut record = district(&book);
        for (command, recorded_on) in commands {
            let before = record.clone();
            let outcome = record.submit(&book, parsed(&command), recorded_on);
            match outcome {
                Ok(Outcome::Accepted { events, .. }) => {
                    prop_assert!(!events.is_empty());
                    prop_assert_eq!(
                        record.events().len(),
                        before.events().len() + events.len()
                    );
                    prop_assert!(record.events().ends_with(&events));
                }
                Ok(Outcome::Refused { grounds }) => {
                    prop_assert!(grounds.iter().any(|ground| !ground.holds), "{}", command);
                    prop_assert_eq!(&record, &before);
                }
                Err(error) => {
                    prop_assert!(!error.to_string().is_empty());
                    prop_assert_eq!(&record, &before);
                }
            }
        }
        for (place, event) in record.events().iter().enumerate() {
            prop_assert_eq!(usize::try_from(event.sequence), Ok(place + 1));
        }
        let copy = replayed(&record);
        prop_assert_eq!(&copy, &record);
        let on = date(2023, 12, 31).expect("a day");
        prop_assert_eq!(everything(&copy, &book, on), everything(&record, &book, on));
        prop_assert_eq!(levels(&copy, &book, on), levels(&record, &book, on));
    }

    #[test]
    fn a_view_is_not_changed_by_what_happens_later(
        earlier in prop::collection::vec(command(), 0..30),
        later in prop::collection::vec(command(), 1..30),
        on in day(),
    ) {
        let book = RuleBook::vietnam();
        let mut record = district(&book);
        let recorded_on = date(2026, 12, 31).expect("a day");
        for command in earlier {
            let _ = record.submit(&book, parsed(&command), recorded_on);
        }
        let before = everything(&record, &book, on);
        for command in later {
            if effective_from(&command).is_some_and(|from| from > on) {
                let _ = record.submit(&book, parsed(&command), recorded_on);
            }
        }
        // What the record did not hold at all may since have entered it.
        for (before, after) in before.iter().zip(everything(&record, &book, on)) {
            if before != NO_ANSWER {
                prop_assert_eq!(&after, before);
            }
        }
    }

    #[test]
    fn everyone_has_one_home_and_every_organization_one_place(
        commands in prop::collection::vec(command(), 1..60),
        days in prop::collection::vec(day(), 4),
    ) {
        let book = RuleBook::vietnam();
        let mut record = district(&book);
        let recorded_on = date(2026, 12, 31).expect("a day");
        for command in commands {
            let _ = record.submit(&book, parsed(&command), recorded_on);
        }
        for on in days {
            let view = record.on(&book, on).expect("a day of the book");
            let tree = view.tree(None).expect("the whole record");
            let mut seen = std::collections::BTreeSet::new();
            let mut homes = std::collections::BTreeMap::new();
            for line in &tree {
                // One line each, below a parent that stands before it: one parent, no cycle.
                if let Some(parent) = &line.parent {
                    prop_assert!(seen.contains(parent), "{} on {on}", line.id);
                }
                prop_assert!(seen.insert(line.id.clone()), "{} on {on}", line.id);
            }
            let roots = tree.iter().filter(|line| line.parent.is_none());
            let mut counted = 0;
            for root in roots {
                counted += root.full_members + root.probationary_members;
                for member in view.members(&root.id).expect("a root") {
                    prop_assert!(seen.contains(&member.cell));
                    let twice = homes.insert(member.id.clone(), member.cell);
                    prop_assert!(twice.is_none(), "{} on {on}", member.id);
                }
            }
            prop_assert_eq!(usize::try_from(counted), Ok(homes.len()));
            for number in 1..=8 {
                let id = handbook::MemberId::new(format!("dv-{number}")).expect("an id");
                // Whoever has a home is found below a root: nobody is in an organization that ended.
                if let Ok(member) = view.member(&id) {
                    prop_assert_eq!(member.cell.as_ref(), homes.get(&id), "{} on {}", id, on);
                }
            }
        }
    }

    #[test]
    fn members_are_conserved_by_acts(
        earlier in prop::collection::vec(command(), 0..40),
        acts in prop::collection::vec(reorganization(), 1..20),
    ) {
        let book = RuleBook::vietnam();
        let mut record = district(&book);
        let recorded_on = date(2026, 12, 31).expect("a day");
        for command in earlier {
            let _ = record.submit(&book, parsed(&command), recorded_on);
        }
        let on = date(2026, 12, 31).expect("a day");
        let everyone = |record: &Handbook| {
            let view = record.on(&book, on).expect("a day of the book");
            let count = |line: &handbook::handbook::TreeLine| {
                line.full_members + line.probationary_members
            };
            view.tree(None)
                .expect("the whole record")
                .iter()
                .filter(|line| line.parent.is_none())
                .map(count)
                .sum::<u32>()
        };
        let before = everyone(&record);
        for act in acts {
            let _ = record.submit(&book, parsed(&act), recorded_on);
            prop_assert_eq!(everyone(&record), before, "{}", act);
        }
    }

    #[test]
    fn what_was_known_is_what_had_been_recorded(
        commands in prop::collection::vec((command(), day()), 1..40),
        known_on in day(),
    ) {
        let book = RuleBook::vietnam();
        // Recorded in order of days, as a host does.
        let mut commands = commands;
        commands.sort_by_key(|(_, recorded_on)| *recorded_on);
        let mut record = district(&book);
        let mut at_that_time = None;
        for (command, recorded_on) in &commands {
            if *recorded_on > known_on && at_that_time.is_none() {
                at_that_time = Some(record.clone());
            }
            let _ = record.submit(&book, parsed(command), *recorded_on);
        }
        let at_that_time = at_that_time.unwrap_or_else(|| record.clone());
        let known = record.as_known_on(known_on).expect("recorded in order");
        prop_assert_eq!(known, at_that_time);
    }

    #[test]
    fn an_event_out_of_turn_is_refused(
        commands in prop::collection::vec(command(), 1..20),
        skipped in 0_u32..=40,
    ) {
        let book = RuleBook::vietnam();
        let mut record = district(&book);
        for command in commands {
            let _ = record.submit(&book, parsed(&command), date(2023, 12, 31).expect("a day"));
        }
        let mut events = record.events().to_vec();
        let place = usize::try_from(skipped).unwrap_or_default() % events.len();
        let event = events.remove(place);
        let mut copy = Handbook::new();
        for event in events.iter().take(place) {
            copy.apply(event.clone()).expect("accepted before");
        }
        if let Some(next) = events.get(place) {
            let before = copy.clone();
            prop_assert!(copy.apply(next.clone()).is_err());
            prop_assert_eq!(&copy, &before);
        }
        copy.apply(event.clone()).expect("accepted before");
        let before = copy.clone();
        prop_assert!(copy.apply(event).is_err());
        prop_assert_eq!(&copy, &before);
    }
}
