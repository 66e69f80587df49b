//! Every ground, policy, problem and error has a sentence in both languages.

use handbook::exchange::{ReadOptions, TableFile, read_tables};
use handbook::organization::{
    CommitteeBallot, CongressForm, CongressStepsInput, ExtraordinaryCongressInput, PlacementInput,
    SigningAfterElectionInput, congress_steps, extraordinary_congress, placement,
    signing_after_election,
};
use handbook::rulebook::policy::{ElectedPost, ExtraordinaryReason};
use handbook::text::{
    Language, error_sentence, figure_name, policy_sentence, problem_sentence, sentence,
    shown_quantity,
};
use handbook::vote::{
    Decision, ElectedBody, ElectionCandidate, ElectionInput, Step, TallyInput, VoteMethod,
    election, tally_vote,
};
use handbook::{HandbookError, KindId, Quantity, RuleBook, date};

#[test]
fn a_vote_is_told_in_both_languages() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    let input = TallyInput {
        base: 20,
        decision: Decision::Admission,
        step: Step::Proposing,
        yes: 13,
        no: 0,
        abstained: 7,
        method: VoteMethod::Secret,
    };
    let verdict = tally_vote(&rules, &input)?;
    let ground = verdict.grounds.last().cloned();
    let told = |language| {
        ground
            .as_ref()
            .map(|ground| sentence(&book, ground, language))
    };
    assert_eq!(
        told(Language::Vi).as_deref(),
        Some(
            "Phiếu tán thành của tổ chức đề nghị: 65,00 % (13 trên 20), yêu cầu ít nhất 2/3: \
             không đạt (VOTE-04, 294-QĐ/TW §9.3.4)"
        )
    );
    assert_eq!(
        told(Language::En).as_deref(),
        Some(
            "Votes of the proposing organization: 65.00 % (13 of 20), required at least 2/3: \
             does not hold (VOTE-04, 294-QĐ/TW §9.3.4)"
        )
    );
    Ok(())
}

#[test]
fn an_election_is_told_in_both_languages() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let input = ElectionInput {
        body: ElectedBody::Secretary,
        summoned: 9,
        seats: 1,
        alternates: 0,
        ballot: 3,
        ballots_cast: Some(9),
        candidates: vec![ElectionCandidate {
            id: "a".to_owned(),
            votes: 4,
            party_age_from: None,
        }],
    };
    let grounds = election(&book.on(date(2025, 12, 31)?)?, &input)?.grounds;
    let told = |language| -> Vec<String> {
        grounds
            .iter()
            .map(|ground| sentence(&book, ground, language))
            .collect()
    };
    assert_eq!(
        told(Language::Vi),
        [
            "Phiếu trúng cử cấp ủy và chức danh: 44,44 % (4 trên 9), yêu cầu trên 50 %: không đạt \
             (ORG-34, Điều lệ Đảng 2011 Điều 12; cf. 294-QĐ/TW §11.4.1; \
             suy từ văn bản cùng chuỗi)",
            "Lần bầu bí thư không đạt để cấp trên chỉ định: 3, yêu cầu ít nhất 3: đạt \
             (ORG-21, 294-QĐ/TW §23.3)",
            "Bầu bằng phiếu kín: bí thư, yêu cầu đúng bí thư: đạt (ORG-35, 190-QĐ/TW Điều 3)",
        ]
    );
    assert_eq!(
        told(Language::En),
        [
            "Votes to be elected to a committee or post: 44.44 % (4 of 9), required more than \
             50 %: does not hold (ORG-34, Điều lệ Đảng 2011 Điều 12; cf. 294-QĐ/TW §11.4.1; \
             inferred from a neighbouring text)",
            "Failed ballots before the superior appoints a secretary: 3, required at least 3: \
             holds (ORG-21, 294-QĐ/TW §23.3)",
            "Elected by secret ballot: secretary, required equal to secretary: holds \
             (ORG-35, 190-QĐ/TW Điều 3)",
        ]
    );
    Ok(())
}

#[test]
fn what_a_congress_rests_on_is_told_in_both_languages() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let on = date(2025, 12, 31)?;
    let rules = book.on(on)?;
    let asked = ExtraordinaryCongressInput {
        reason: ExtraordinaryReason::Other,
        committee: Some(CommitteeBallot {
            base: 16,
            yes: 8,
            method: VoteMethod::Secret,
        }),
        subordinates: None,
        superior_agrees: true,
    };
    let elected = SigningAfterElectionInput {
        post: ElectedPost::InspectionCommitteeDeputyHead,
        elected_on: on,
        confirmed_on: None,
        on,
    };
    let mut grounds = extraordinary_congress(&rules, &asked)?.grounds;
    grounds.extend(signing_after_election(&rules, &elected)?.grounds);
    let form = CongressForm::Members;
    let policies = congress_steps(&rules, &CongressStepsInput { form })?.policies;
    let told = |language| -> Vec<String> {
        let grounds = grounds
            .iter()
            .map(|ground| sentence(&book, ground, language));
        let policies = policies
            .iter()
            .map(|used| policy_sentence(&book, used, language));
        grounds.chain(policies).collect()
    };
    assert_eq!(
        told(Language::Vi),
        [
            "Lý do triệu tập đại hội bất thường: khác, yêu cầu đúng thay đổi lớn về chủ trương \
             hoặc thay đổi cán bộ chủ chốt hoặc mất đoàn kết nghiêm trọng hoặc gần hết cấp ủy \
             viên bị kỷ luật: không đạt (ORG-31, 294-QĐ/TW §19)",
            "Phiếu cấp ủy đề nghị đại hội bất thường: 50,00 % (8 trên 16), yêu cầu trên 50 %: \
             không đạt (ORG-31, 294-QĐ/TW §19)",
            "Cấp ủy bỏ phiếu kín về đại hội bất thường: có, yêu cầu là có: đạt \
             (ORG-31, 294-QĐ/TW §19)",
            "Ban thường vụ cấp trên đồng ý đại hội bất thường: có, yêu cầu là có: đạt \
             (ORG-31, 294-QĐ/TW §19)",
            "Được ký văn bản ngay sau khi được bầu: phó chủ nhiệm ủy ban kiểm tra, yêu cầu đúng \
             bí thư hoặc chủ nhiệm ủy ban kiểm tra: không đạt (ORG-30, 294-QĐ/TW §15.2)",
            "Được chuẩn y rồi mới ký văn bản: không, yêu cầu là có: không đạt \
             (ORG-30, 294-QĐ/TW §15.2)",
            "Các bước của đại hội: đảng viên (ORG-37, 294-QĐ/TW §12; cf. 06-HD/TW §15)",
        ]
    );
    assert_eq!(
        told(Language::En),
        [
            "Reason for an extraordinary congress: other, required equal to a major change of \
             policy or a change of key people or grave disunity or nearly all members of the \
             committee disciplined: does not hold (ORG-31, 294-QĐ/TW §19)",
            "Votes of the committee for an extraordinary congress: 50.00 % (8 of 16), required \
             more than 50 %: does not hold (ORG-31, 294-QĐ/TW §19)",
            "Secret ballot on an extraordinary congress: yes, required to be yes: holds \
             (ORG-31, 294-QĐ/TW §19)",
            "Agreement of the superior's standing committee: yes, required to be yes: holds \
             (ORG-31, 294-QĐ/TW §19)",
            "May sign from the election: deputy head of the inspection committee, required equal \
             to secretary or head of the inspection committee: does not hold \
             (ORG-30, 294-QĐ/TW §15.2)",
            "Confirmed before signing: no, required to be yes: does not hold \
             (ORG-30, 294-QĐ/TW §15.2)",
            "Steps of the congress: members (ORG-37, 294-QĐ/TW §12; cf. 06-HD/TW §15)",
        ]
    );
    Ok(())
}

#[test]
fn kinds_are_told_by_their_names() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let input = PlacementInput {
        kind: KindId::new("dang_bo_xa")?,
        parent: Some(KindId::new("huyen_uy")?),
    };
    let verdict = placement(&book.on(date(2025, 12, 31)?)?, &input)?;
    let told: Vec<String> = verdict
        .grounds
        .iter()
        .map(|ground| sentence(&book, ground, Language::Vi))
        .collect();
    assert!(!told.is_empty());
    assert!(
        told.iter()
            .all(|told| !told.contains('_') && !told.contains("kind:")),
        "{told:#?}"
    );
    assert!(
        told.iter().any(|told| told.contains("30/06/2025")),
        "{told:#?}"
    );
    Ok(())
}

#[test]
fn quantities_are_written_as_each_language_writes_them() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let cases = [
        (
            Quantity::Dong {
                value: 351_264_500_000,
            },
            "351.264.500.000 đồng",
            "351,264,500,000 VND",
        ),
        (
            Quantity::Marks { hundredths: 8_950 },
            "89,5 điểm",
            "89.5 points",
        ),
        (
            Quantity::Marks { hundredths: 8_999 },
            "89,99 điểm",
            "89.99 points",
        ),
        (
            Quantity::Marks { hundredths: 9_000 },
            "90 điểm",
            "90 points",
        ),
        (
            Quantity::WorkingDays { value: 1 },
            "1 ngày làm việc",
            "1 working day",
        ),
        (Quantity::Months { value: 12 }, "12 tháng", "12 months"),
        (
            Quantity::Date {
                value: date(2023, 2, 3)?,
            },
            "03/02/2023",
            "2023-02-03",
        ),
        (Quantity::Flag { value: false }, "không", "no"),
        (
            Quantity::word("notCompleted"),
            "không hoàn thành",
            "not completed",
        ),
        (
            Quantity::word("chi_bo_co_so"),
            "Chi bộ cơ sở",
            "Grassroots cell",
        ),
        (Quantity::share(0_u8, 0_u8), "0/0", "0/0"),
    ];
    for (quantity, vi, en) in cases {
        assert_eq!(shown_quantity(&book, &quantity, Language::Vi), vi);
        assert_eq!(shown_quantity(&book, &quantity, Language::En), en);
    }
    Ok(())
}

#[test]
fn problems_of_tables_are_told_in_both_languages() {
    let files = [
        TableFile::new("members.csv", "id,name\nm1,x\n"),
        TableFile::new("readme.csv", ""),
    ];
    let problems = read_tables(&files, &ReadOptions::default()).err();
    let problems = problems
        .map(|problems| problems.problems)
        .unwrap_or_default();
    assert!(problems.len() > 18);
    for problem in &problems {
        let vi = problem_sentence(problem, Language::Vi);
        let en = problem_sentence(problem, Language::En);
        assert!(en.starts_with(problem.file.as_str()) && vi.starts_with(problem.file.as_str()));
        assert_ne!(vi, en);
    }
}

#[test]
fn errors_and_policies_are_told_in_both_languages() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let wrong = date(2023, 2, 30).map_err(HandbookError::from);
    let told = wrong.map_err(|error| {
        (
            error_sentence(&error, Language::Vi),
            error_sentence(&error, Language::En),
        )
    });
    assert_eq!(
        told.err(),
        Some((
            "`date` không phải ngày dạng `yyyy-mm-dd`: `2023-02-30`".to_owned(),
            "`date` is not a date of the form `yyyy-mm-dd`: `2023-02-30`".to_owned()
        ))
    );
    let rules = book.on(date(2023, 12, 31)?)?;
    let reading = rules.get(handbook::rulebook::parameter::CAP_READING)?;
    let used = handbook::PolicyUsed::new(&reading, reading.value.as_str());
    let vi = policy_sentence(&book, &used, Language::Vi);
    assert!(
        vi.starts_with("Mẫu số của tỷ lệ xuất sắc: trên số xếp loại tốt"),
        "{vi}"
    );
    let sheet = rules.get(handbook::rulebook::parameter::LEADER_SHEET)?;
    let used = handbook::PolicyUsed::new(&sheet, &sheet.value.id);
    assert_eq!(
        [Language::Vi, Language::En].map(|language| policy_sentence(&book, &used, language)),
        [
            "Bộ tiêu chí xếp loại cá nhân lãnh đạo, quản lý: Tiêu chí xếp loại cá nhân lãnh đạo, \
             quản lý theo 124-QĐ/TW (EVL-6.3, 124-QĐ/TW; suy từ văn bản cùng chuỗi)",
            "Sheet for leaders: Criteria for leaders of 124-QĐ/TW (EVL-6.3, 124-QĐ/TW; inferred from \
             a neighbouring text)",
        ]
    );
    for language in [Language::Vi, Language::En] {
        assert!(figure_name("attendance:xa-khanh-duong", language).is_some());
        assert!(figure_name("members-good-or-better", language).is_some());
    }
    Ok(())
}
