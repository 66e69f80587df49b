//! The record end to end: commands in, events out, views and refusals with their grounds.

use handbook::handbook::{
    Command, Handbook, Outcome, Post, Presence, RecordAnswer, RecordQuestion, RollEntry, Sector,
    Sex, VoteTotals,
};
use handbook::{HandbookError, KindId, MeetingId, MemberId, OrganizationId, RuleBook, date};

type TestResult = Result<(), HandbookError>;

struct Record {
    book: RuleBook,
    handbook: Handbook,
}

impl Record {
    fn new() -> Result<Self, HandbookError> {
        let mut record = Self {
            book: RuleBook::vietnam(),
            handbook: Handbook::new(),
        };
        record.register("huyen", "huyen_uy", None)?;
        record.register("xa", "dang_bo_xa", Some("huyen"))?;
        record.register("cb1", "chi_bo_truc_thuoc", Some("xa"))?;
        Ok(record)
    }

    fn submit(&mut self, command: Command) -> Result<Outcome, HandbookError> {
        self.handbook
            .submit(&self.book, command, date(2023, 12, 31)?)
    }

    fn register(
        &mut self,
        id: &str,
        kind: &str,
        parent: Option<&str>,
    ) -> Result<Outcome, HandbookError> {
        self.submit(Command::RegisterOrganization {
            id: OrganizationId::new(id)?,
            kind: KindId::new(kind)?,
            parent: parent.map(OrganizationId::new).transpose()?,
            name: format!("Tổ chức {id}"),
            code: None,
            sector: Sector::State,
            village: false,
            purpose: None,
            on: date(2010, 1, 1)?,
        })
    }

    fn member(&mut self, id: &str, full: bool) -> TestResult {
        let outcome = self.submit(Command::RegisterMember {
            id: MemberId::new(id)?,
            name: format!("Đảng viên {id}"),
            sex: Sex::Female,
            born_on: date(1980, 1, 1)?,
            cell: OrganizationId::new("cb1")?,
            on: date(2022, 6, 1)?,
            decision_on: None,
            admitted_on: date(2022, 6, 1)?,
            recognized_on: full.then(|| date(2023, 6, 1)).transpose()?,
            sector: Sector::State,
            religious: None,
        })?;
        assert!(matches!(outcome, Outcome::Accepted { .. }));
        Ok(())
    }

    fn found(&mut self, members: &[&str]) -> Result<Outcome, HandbookError> {
        self.submit(Command::FoundOrganization {
            id: OrganizationId::new("cb2")?,
            kind: KindId::new("chi_bo_truc_thuoc")?,
            parent: OrganizationId::new("xa")?,
            name: "Chi bộ doanh nghiệp".to_owned(),
            code: None,
            sector: Sector::NonState,
            village: false,
            purpose: None,
            on: date(2023, 8, 15)?,
            decision: "12-QĐ/ĐU".to_owned(),
            members: members
                .iter()
                .map(MemberId::new)
                .collect::<Result<_, _>>()?,
            strengthened_leadership: false,
            consent_to_stay_cell: false,
        })
    }
}

#[test]
fn a_cell_is_founded_by_three_full_members_and_they_move_there() -> TestResult {
    let mut record = Record::new()?;
    for id in ["a", "b", "c", "d"] {
        record.member(id, true)?;
    }
    record.member("p", false)?;
    let before = record.handbook.clone();

    let Outcome::Refused { grounds } = record.found(&["a", "b", "p"])? else {
        panic!("two full members founded a cell");
    };
    let failed: Vec<&str> = grounds
        .iter()
        .filter(|ground| !ground.holds)
        .map(|ground| ground.rule.as_str())
        .collect();
    assert_eq!(failed, ["ORG-10"]);
    assert_eq!(record.handbook, before);

    let Outcome::Accepted { events, .. } = record.found(&["a", "b", "c", "p"])? else {
        panic!("three full members could not found a cell");
    };
    assert_eq!(events.len(), 5);
    let cell = |on| {
        let question = RecordQuestion::Organization {
            id: OrganizationId::new("cb2")?,
        };
        record.handbook.ask(&record.book, on, &question)
    };
    let RecordAnswer::Organization(answer) = cell(date(2023, 12, 31)?)? else {
        panic!("another answer");
    };
    assert_eq!((answer.full_members, answer.probationary_members), (3, 1));
    assert!(cell(date(2023, 8, 14)?).is_err());
    Ok(())
}

#[test]
fn a_committee_post_needs_nine_full_members() -> TestResult {
    let mut record = Record::new()?;
    for number in 0..8 {
        record.member(&format!("m{number}"), true)?;
    }
    let post = |post| {
        Ok::<_, HandbookError>(Command::AssignPost {
            organization: OrganizationId::new("cb1")?,
            member: MemberId::new("m1")?,
            post,
            from: date(2023, 7, 1)?,
            to: None,
            manner: None,
        })
    };
    assert!(matches!(
        record.submit(post(Post::CommitteeMember)?)?,
        Outcome::Refused { .. }
    ));
    assert!(matches!(
        record.submit(post(Post::DeputySecretary)?)?,
        Outcome::Accepted { .. }
    ));
    record.member("m9", true)?;
    assert!(matches!(
        record.submit(post(Post::CommitteeMember)?)?,
        Outcome::Accepted { .. }
    ));
    Ok(())
}

#[test]
fn an_admission_needs_two_thirds() -> TestResult {
    let mut record = Record::new()?;
    let admit = |yes| {
        Ok::<_, HandbookError>(Command::AdmitMember {
            id: MemberId::new("new")?,
            name: "Người mới".to_owned(),
            sex: Sex::Male,
            born_on: date(2000, 5, 5)?,
            cell: OrganizationId::new("cb1")?,
            considered_on: date(2023, 3, 3)?,
            votes: VoteTotals { base: 20, yes },
            decision_on: date(2023, 4, 10)?,
            received_on: None,
            ceremony_on: date(2023, 4, 26)?,
            special_consent: false,
            sector: Sector::NonState,
            religious: Some(true),
        })
    };
    assert!(matches!(
        record.submit(admit(13)?)?,
        Outcome::Refused { .. }
    ));
    let Outcome::Accepted { grounds, .. } = record.submit(admit(14)?)? else {
        panic!("refused with two thirds");
    };
    assert!(
        grounds
            .iter()
            .any(|ground| ground.rule.as_str() == "VOTE-04" && ground.holds)
    );

    // Recognized as of the end of the twelve months, however late the meeting.
    let recognize = |on| {
        Ok::<_, HandbookError>(Command::RecognizeMember {
            member: MemberId::new("new")?,
            considered_on: on,
            votes: VoteTotals { base: 20, yes: 20 },
        })
    };
    assert!(matches!(
        record.submit(recognize(date(2024, 4, 25)?)?)?,
        Outcome::Refused { .. }
    ));
    assert!(matches!(
        record.submit(recognize(date(2024, 9, 3)?)?)?,
        Outcome::Accepted { .. }
    ));
    let question = RecordQuestion::Member {
        id: MemberId::new("new")?,
    };
    let RecordAnswer::Member(answer) =
        record
            .handbook
            .ask(&record.book, date(2024, 9, 3)?, &question)?
    else {
        panic!("another answer");
    };
    assert_eq!(answer.recognized_on, Some(date(2024, 4, 26)?));
    Ok(())
}

#[test]
fn a_roll_call_names_every_member_once() -> TestResult {
    let mut record = Record::new()?;
    for id in ["a", "b", "c"] {
        record.member(id, true)?;
    }
    record.submit(Command::ScheduleMeeting {
        id: MeetingId::new("t7")?,
        organization: OrganizationId::new("cb1")?,
        kind: handbook::handbook::MeetingKind::Monthly,
        on: date(2023, 7, 3)?,
        minutes: Some(95),
    })?;
    let roll = |ids: &[&str]| {
        Ok::<_, HandbookError>(Command::CallRoll {
            meeting: MeetingId::new("t7")?,
            entries: ids
                .iter()
                .map(|id| {
                    Ok(RollEntry {
                        member: MemberId::new(id)?,
                        presence: if *id == "c" {
                            Presence::Excused
                        } else {
                            Presence::PresentInPerson
                        },
                    })
                })
                .collect::<Result<_, HandbookError>>()?,
        })
    };
    let before = record.handbook.clone();
    assert!(record.submit(roll(&["a", "b"])?).is_err());
    assert!(record.submit(roll(&["a", "b", "c", "c"])?).is_err());
    assert!(record.submit(roll(&["a", "b", "x"])?).is_err());
    assert_eq!(record.handbook, before);
    record.submit(roll(&["c", "a", "b"])?)?;
    let question = RecordQuestion::Attendance {
        id: OrganizationId::new("xa")?,
        from: date(2023, 1, 1)?,
        to: date(2023, 12, 31)?,
        counting: None,
    };
    let RecordAnswer::Attendance(verdict) =
        record
            .handbook
            .ask(&record.book, date(2023, 12, 31)?, &question)?
    else {
        panic!("another answer");
    };
    assert_eq!((verdict.value.attended, verdict.value.expected), (2, 3));
    Ok(())
}

#[test]
fn replay_gives_the_same_record_and_later_knowledge_stays_out() -> TestResult {
    let mut record = Record::new()?;
    record.member("a", true)?;
    let mut replayed = Handbook::new();
    for event in record.handbook.events() {
        replayed.apply(event.clone())?;
    }
    assert_eq!(replayed, record.handbook);
    assert!(
        record
            .handbook
            .as_known_on(date(2023, 12, 30)?)?
            .events()
            .is_empty()
    );
    Ok(())
}

#[test]
fn the_district_tier_ends() -> TestResult {
    let mut record = Record::new()?;
    let found = Command::FoundOrganization {
        id: OrganizationId::new("xa2")?,
        kind: KindId::new("dang_bo_xa")?,
        parent: OrganizationId::new("huyen")?,
        name: "Đảng bộ xã".to_owned(),
        code: None,
        sector: Sector::Residential,
        village: false,
        purpose: None,
        on: date(2025, 8, 1)?,
        decision: "1-QĐ/TU".to_owned(),
        members: Vec::new(),
        strengthened_leadership: false,
        consent_to_stay_cell: false,
    };
    let Outcome::Refused { grounds } = record.submit(found)? else {
        panic!("a commune was founded under a district that is no more");
    };
    assert!(
        grounds
            .iter()
            .any(|ground| !ground.holds && ground.rule.as_str() == "ORG-02")
    );
    Ok(())
}

#[test]
fn a_large_cell_under_a_committee_is_divided_into_groups() -> TestResult {
    let mut record = Record::new()?;
    let form = |record: &Record| {
        let question = RecordQuestion::Organization {
            id: OrganizationId::new("cb1")?,
        };
        let answer = record
            .handbook
            .ask(&record.book, date(2023, 12, 31)?, &question)?;
        let RecordAnswer::Organization(answer) = answer else {
            panic!("asked for an organization");
        };
        Ok::<_, HandbookError>(answer.form.map(|form| form.value))
    };
    for number in 0..29 {
        record.member(&format!("m{number}"), true)?;
    }
    assert_eq!(form(&record)?.map(|form| form.party_groups), Some(false));
    record.member("m29", false)?;
    let thirty = form(&record)?;
    assert_eq!(thirty.as_ref().map(|form| form.party_groups), Some(true));
    assert_eq!(
        thirty
            .and_then(|form| form.kind)
            .map(String::from)
            .as_deref(),
        Some("chi_bo_truc_thuoc")
    );
    Ok(())
}
