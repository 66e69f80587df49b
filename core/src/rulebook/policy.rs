//! Named readings where sources conflict or a body may choose, and the closed lists of words that
//! rules speak of.

use serde::{Deserialize, Serialize};

use super::value::PolicyChoice;
use crate::json::{Fill, FromJson, Json, ToJson, Trouble, Writer, first_of, one_of, write_one_of};

macro_rules! policies {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl PolicyChoice for $name {
            const CHOICES: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl Fill for $name {
            fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
                one_of(self, json, Self::CHOICES, trouble);
            }
        }

        impl FromJson for $name {
            fn blank() -> Self {
                const { first_of(Self::CHOICES) }
            }
        }

        impl ToJson for $name {
            fn write(&self, out: &mut Writer) {
                write_one_of(self, Self::CHOICES, out);
            }
        }

        impl $name {
            /// The word as it stands in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                self.word()
            }
        }
    )*};
}

policies! {
    /// Who counts in the denominator of attendance (section 12.2, point 8 of the catalogue).
    AttendanceCounting {
        /// Every member of the cell.
        EveryMember = "everyMember",
        /// Without exempted members.
        WithoutExempted = "withoutExempted",
        /// Without exempted and suspended members.
        WithoutExemptedSuspended = "withoutExemptedSuspended",
        /// Without exempted and suspended members and those temporarily elsewhere.
        WithoutExemptedSuspendedAway = "withoutExemptedSuspendedAway",
    }

    /// What the cap on "excellent" is a share of (section 6.4): E eligible for excellent, G good
    /// before the cap, N rated.
    CapReading {
        /// Of those good before anyone is demoted: k = min(E, ⌊G·p/q⌋).
        ShareOfGoodBeforeDemotion = "shareOfGoodBeforeDemotion",
        /// Of those good in the final table: k = min(E, ⌊p(G+E)/(p+q)⌋).
        ShareOfGoodAfterDemotion = "shareOfGoodAfterDemotion",
        /// Of those good or better: k = min(E, ⌊(G+E)·p/q⌋).
        ShareOfGoodOrBetter = "shareOfGoodOrBetter",
        /// Of all rated: k = min(E, ⌊N·p/q⌋).
        ShareOfRated = "shareOfRated",
    }

    /// Within which group the cap holds.
    CapGroup {
        /// The cell (chi bộ).
        Cell = "cell",
        /// The grassroots organization (tổ chức cơ sở đảng).
        GrassrootsOrganization = "grassrootsOrganization",
        /// Those of similar tasks, named by the body that rates.
        SimilarTasks = "similarTasks",
    }

    /// In which order and how ratings are made. EVL-11.
    RatingRule {
        /// Lower collectives before those above them.
        LowerCollectivesFirst = "lowerCollectivesFirst",
        /// Collectives before individuals.
        CollectivesFirst = "collectivesFirst",
        /// Civil servants after the State has rated them.
        StateRatingFirst = "stateRatingFirst",
        /// A holder of several posts is reviewed in several places and gets one class.
        OneClassForSeveralPosts = "oneClassForSeveralPosts",
        /// Those absent are rated at the earliest occasion.
        AbsentRatedLater = "absentRatedLater",
    }

    /// Where a member who moved to another cell in the year is rated. EVL-11.
    MovedMemberRated {
        /// In the present cell; the former ones comment.
        PresentCell = "presentCell",
        /// In the cell of most days of the year; the others comment. Of equal stays the later one
        /// counts.
        LongerStay = "longerStay",
    }

    /// How an organization that was merged or dissolved in the year is rated. EVL-11.
    EndedOrganizationRated {
        /// Not by itself: its part of the year is judged with its successor's.
        WithSuccessor = "withSuccessor",
        /// By itself, for the time it stood; the successor answers for it.
        ForItsTime = "forItsTime",
    }

    /// A step of rating a collective or an individual. EVL-06, EVL-12.
    EvaluationStep {
        /// Writes the self-review (bản tự kiểm điểm).
        SelfReview = "selfReview",
        /// Gives oneself marks or a level (tự chấm điểm, tự xếp loại).
        SelfScore = "selfScore",
        /// The committee of the place of residence gives its opinion (nhận xét nơi cư trú).
        ResidenceOpinion = "residenceOpinion",
        /// Members and bodies comment (góp ý).
        Comments = "comments",
        /// A vote on the level (bỏ phiếu).
        Vote = "vote",
        /// A level is proposed (đề nghị mức xếp loại).
        Proposal = "proposal",
        /// The level is decided (quyết định).
        Decision = "decision",
        /// Those concerned are told (thông báo).
        Notice = "notice",
        /// A complaint (khiếu nại, kiến nghị).
        Complaint = "complaint",
        /// The complaint is answered: the decision stands, or is cancelled.
        ComplaintAnswer = "complaintAnswer",
        /// The level is cancelled (hủy bỏ).
        Cancellation = "cancellation",
        /// A level is decided again (quyết định lại).
        NewDecision = "newDecision",
        /// The dossier is supplemented (bổ sung hồ sơ).
        DossierSupplement = "dossierSupplement",
        /// The file goes into the archive (lưu hồ sơ).
        Archive = "archive",
    }

    /// Who acts in a rating. EVL-12, EVL-13.
    EvaluationRole {
        /// The one who is rated.
        Subject = "subject",
        /// The Party committee of the place of residence (cấp ủy nơi cư trú).
        ResidenceCommittee = "residenceCommittee",
        /// The cell (chi bộ).
        Cell = "cell",
        /// The collective that reviews itself (tập thể).
        Collective = "collective",
        /// The committee above the cell (cấp ủy).
        Committee = "committee",
        /// The standing committee one level above (ban thường vụ cấp ủy cấp trên).
        SuperiorStandingCommittee = "superiorStandingCommittee",
        /// The body competent by the management of cadres (cấp có thẩm quyền).
        CompetentBody = "competentBody",
    }

    /// How the cap becomes a whole number.
    CapRounding {
        /// Downward.
        Floor = "floor",
        /// To the nearest, halves upward.
        HalfUp = "halfUp",
        /// Upward.
        Ceiling = "ceiling",
    }

    /// What a recorded vote among those tied at the line of the cap does.
    CapTie {
        /// Those with the most votes for excellent take the seats.
        MostVotes = "mostVotes",
        /// Nothing: the tie stands until a level is decided.
        StaysOpen = "staysOpen",
    }

    /// How values far from the rest are found when ratings are calibrated.
    OutlierRule {
        /// Further from the median than a multiple of the median absolute deviation.
        MedianDeviation = "medianDeviation",
        /// Beyond the quartiles by more than a multiple of the distance between them.
        QuartileFences = "quartileFences",
    }

    /// What becomes of a count of nobody in a published table.
    ZeroCounts {
        /// It is always shown.
        AlwaysShown = "alwaysShown",
        /// It may be suppressed to protect another.
        MayBeSuppressed = "mayBeSuppressed",
    }

    /// A period that is rated. EVL-15.
    RatedPeriod {
        /// January to March.
        FirstQuarter = "firstQuarter",
        /// April to June.
        SecondQuarter = "secondQuarter",
        /// July to September.
        ThirdQuarter = "thirdQuarter",
        /// October to December.
        FourthQuarter = "fourthQuarter",
        /// The calendar year.
        Year = "year",
        /// The term of a post or of an organization.
        Term = "term",
        /// When the competent body asks for it.
        WhenNeeded = "whenNeeded",
    }

    /// What deductions may leave of an item of a task-based score. EVL-16.
    DeductionFloor {
        /// Nothing, and never less.
        AtZero = "atZero",
        /// Less than nothing.
        BelowZero = "belowZero",
    }

    /// What a year without a level does to a row of years. EVL-05.
    UnratedYear {
        /// It ends the row.
        EndsRow = "endsRow",
        /// It neither counts nor ends the row.
        LeftOut = "leftOut",
    }

    /// How the age limits of admission are counted "in months" (section 12.2, point 3).
    AgeCounting {
        /// Full years by the day.
        FullDate = "fullDate",
        /// Year and month alone.
        YearMonth = "yearMonth",
    }

    /// From when the ceremony's deadline runs (section 12.2, point 4).
    CeremonyClock {
        /// From the receipt of the decision.
        Receipt = "receipt",
        /// From the issue of the decision.
        Issue = "issue",
    }

    /// What the yearly levels are judged by.
    EvaluationScheme {
        /// Grades of criteria and of results.
        CriteriaGrades = "criteriaGrades",
        /// Score borders and shares of tasks.
        ScoreAndTasks = "scoreAndTasks",
    }

    /// How a fraction of a đồng is rounded.
    DuesRounding {
        /// To the nearest đồng, halves upward.
        HalfUp = "halfUp",
        /// Down to a full đồng.
        Floor = "floor",
        /// To the nearest 100 đồng, halves upward.
        Hundred = "hundred",
        /// To the nearest 1,000 đồng, halves upward.
        Thousand = "thousand",
    }

    /// A yearly level (mức xếp loại), from the lowest to the highest.
    Level {
        /// Không hoàn thành nhiệm vụ.
        NotCompleted = "notCompleted",
        /// Hoàn thành nhiệm vụ.
        Completed = "completed",
        /// Hoàn thành tốt nhiệm vụ.
        Good = "good",
        /// Hoàn thành xuất sắc nhiệm vụ.
        Excellent = "excellent",
    }

    /// The grade of one criterion (mức độ), from the lowest to the highest.
    Grade {
        /// Kém.
        Poor = "poor",
        /// Trung bình.
        Average = "average",
        /// Tốt.
        Good = "good",
        /// Xuất sắc.
        Excellent = "excellent",
    }

    /// Why a congress would be held before the term is over. ORG-31.
    ExtraordinaryReason {
        /// A major change of policy (thay đổi lớn về chủ trương).
        MajorPolicyChange = "majorPolicyChange",
        /// A change of key people (cán bộ chủ chốt).
        KeyPeopleChange = "keyPeopleChange",
        /// Grave disunity (mất đoàn kết nghiêm trọng).
        GraveDisunity = "graveDisunity",
        /// Nearly all members of the committee were disciplined.
        NearlyAllDisciplined = "nearlyAllDisciplined",
        /// Anything else.
        Other = "other",
    }

    /// A post whose holder signs documents and is elected. ORG-30.
    ElectedPost {
        /// Secretary (bí thư).
        Secretary = "secretary",
        /// Deputy secretary (phó bí thư).
        DeputySecretary = "deputySecretary",
        /// Member of the standing committee (ủy viên ban thường vụ).
        StandingCommitteeMember = "standingCommitteeMember",
        /// Head of the inspection committee (chủ nhiệm ủy ban kiểm tra).
        InspectionCommitteeHead = "inspectionCommitteeHead",
        /// Deputy head of the inspection committee (phó chủ nhiệm).
        InspectionCommitteeDeputyHead = "inspectionCommitteeDeputyHead",
    }

    /// Which days are counted around a meeting (MTG-08 says only "days").
    DayCounting {
        /// Every day of the calendar (ngày).
        CalendarDays = "calendarDays",
        /// Working days alone (ngày làm việc).
        WorkingDays = "workingDays",
    }

    /// Why members cannot gather at one place. MTG-10.
    OnlineReason {
        /// The special nature of the work (tính chất đặc thù).
        SpecialNature = "specialNature",
        /// A special situation (hoàn cảnh đặc thù).
        SpecialSituation = "specialSituation",
        /// Anything else.
        Other = "other",
    }

    /// A step of a congress. ORG-37.
    CongressStep {
        /// Salute to the flag (chào cờ).
        FlagSalute = "flagSalute",
        /// The presidium is elected (đoàn chủ tịch).
        Presidium = "presidium",
        /// The secretaries of the congress are elected (đoàn thư ký).
        Secretaries = "secretaries",
        /// The credentials board is elected (ban thẩm tra tư cách đại biểu).
        CredentialsBoard = "credentialsBoard",
        /// Opening address (khai mạc).
        Opening = "opening",
        /// The credentials board reports (báo cáo thẩm tra tư cách đại biểu).
        CredentialsReport = "credentialsReport",
        /// The convening committee reports who came (báo cáo tình hình đảng viên dự đại hội).
        AttendanceReport = "attendanceReport",
        /// Political report (báo cáo chính trị).
        PoliticalReport = "politicalReport",
        /// The committee's report on its own work (báo cáo kiểm điểm).
        SelfReviewReport = "selfReviewReport",
        /// Discussion (thảo luận).
        Discussion = "discussion",
        /// The superior speaks (cấp trên phát biểu).
        SuperiorSpeech = "superiorSpeech",
        /// Election (bầu cử).
        Election = "election",
        /// The resolution is adopted (thông qua nghị quyết).
        Resolution = "resolution",
        /// Closing (bế mạc).
        Closing = "closing",
    }

    /// How long one must be at a meeting to count as present.
    PresenceCounting {
        /// At any time of it.
        AnyTime = "anyTime",
        /// When the roll is called.
        AtTheRoll = "atTheRoll",
        /// For more than half of it.
        MajorityOfDuration = "majorityOfDuration",
    }

    /// Why a member is absent from a meeting: the code alone is kept.
    AbsenceCause {
        /// Illness (ốm đau): about health, to be kept from others.
        Illness = "illness",
        /// Maternity (thai sản): about health, to be kept from others.
        Maternity = "maternity",
        /// A work trip or duty (công tác).
        WorkTrip = "workTrip",
        /// Study (học tập).
        Study = "study",
        /// A family matter (việc gia đình).
        Family = "family",
        /// Storm, flood or another natural disaster (thời tiết, thiên tai).
        Weather = "weather",
        /// Far from home (đi làm ăn xa).
        FarAway = "farAway",
        /// Anything else.
        Other = "other",
    }

    /// A level that answers, inspects or controls. MEM-77, INS-03, INS-04, INS-09.
    OversightLevel {
        /// A grassroots organization (tổ chức cơ sở đảng), its cells and members.
        Grassroots = "grassroots",
        /// Directly above grassroots (cấp trên trực tiếp của tổ chức cơ sở đảng).
        AboveGrassroots = "aboveGrassroots",
        /// A province, a city, or a committee directly under the centre.
        Provincial = "provincial",
        /// The centre (Trung ương).
        Central = "central",
    }

    /// A body that a complaint about discipline may be sent to. INS-05.
    ComplaintBody {
        /// A cell (chi bộ).
        Cell = "cell",
        /// The inspection committee of a grassroots organization.
        GrassrootsInspection = "grassrootsInspection",
        /// The inspection committee directly above grassroots.
        AboveGrassrootsInspection = "aboveGrassrootsInspection",
        /// The inspection committee of a province.
        ProvincialInspection = "provincialInspection",
        /// The Central Inspection Commission (Ủy ban Kiểm tra Trung ương).
        CentralInspection = "centralInspection",
        /// The Secretariat (Ban Bí thư).
        Secretariat = "secretariat",
        /// The Central Committee (Ban Chấp hành Trung ương).
        CentralCommittee = "centralCommittee",
        /// Anybody else.
        Other = "other",
    }

    /// A stage of handling a denunciation. INS-03.
    DenunciationStage {
        /// It is prepared (chuẩn bị).
        Prepare = "prepare",
        /// It is acted on (tiến hành).
        Act = "act",
        /// It is closed (kết thúc).
        Close = "close",
    }

    /// What a denunciation is about. INS-06.
    DenunciationContent {
        /// Following policy (chấp hành chủ trương).
        Policy = "policy",
        /// Following the law (chấp hành pháp luật).
        Law = "law",
        /// The principles of organization (nguyên tắc tổ chức).
        OrganizationPrinciples = "organizationPrinciples",
        /// Unity (đoàn kết).
        Unity = "unity",
        /// A member's standards (tiêu chuẩn đảng viên).
        Standards = "standards",
        /// A member's duties (nhiệm vụ đảng viên).
        Duties = "duties",
        /// Setting an example (nêu gương).
        Example = "example",
        /// "Self-evolution" ("tự diễn biến", "tự chuyển hóa").
        SelfEvolution = "selfEvolution",
        /// Anything else.
        Other = "other",
    }

    /// Which meetings must last longer (section 12.2, point 2). MTG-07.
    LongMeeting {
        /// Those combined with a thematic part.
        WithThematicPart = "withThematicPart",
        /// Those of large cells.
        LargeCell = "largeCell",
    }

    /// What meetings at which a member was not expected do to a row of excused absences. MTG-09.
    StreakCounting {
        /// They neither count nor end it.
        ExpectedMeetings = "expectedMeetings",
        /// They end it.
        EveryMeeting = "everyMeeting",
    }

    /// What a meeting is worth for which there is no resolution of a meeting before.
    WithoutPrevious {
        /// The part has no marks, and the meeting no class.
        NotScored = "notScored",
        /// The part has full marks.
        FullMarks = "fullMarks",
        /// The part has no marks; the class goes by the share of the marks that are left.
        ShareOfRest = "shareOfRest",
    }

    /// A part of the score of a meeting. Section 5.1.
    ScorePart {
        /// Length of the meeting (thời gian); computed.
        Time = "time",
        /// Attendance (tỷ lệ dự sinh hoạt); computed.
        Attendance = "attendance",
        /// Preparation as a whole (chuẩn bị).
        Preparation = "preparation",
        /// The notice (thông báo), where a body marks it by itself.
        Notice = "notice",
        /// The documents (tài liệu), where a body marks them by themselves.
        Documents = "documents",
        /// The meeting of the cell committee (họp chi ủy), where a body marks it by itself.
        CommitteeMeeting = "committeeMeeting",
        /// How it is organized (tổ chức sinh hoạt).
        Conduct = "conduct",
        /// Who speaks (tỷ lệ phát biểu); computed.
        Speakers = "speakers",
        /// The chair (người chủ trì).
        Chair = "chair",
        /// Principles of Party activity (thực hiện nguyên tắc).
        Principles = "principles",
        /// Results of the resolution before (kết quả thực hiện nghị quyết trước); computed.
        PreviousResolution = "previousResolution",
        /// Closing (kết thúc).
        Closing = "closing",
    }

    /// A group of the score of a meeting, in the order of the form. Section 5.1.
    ScoreGroup {
        /// Time (thời gian).
        Time = "time",
        /// Attendance (dự sinh hoạt).
        Attendance = "attendance",
        /// Preparation (chuẩn bị).
        Preparation = "preparation",
        /// Organization (tổ chức sinh hoạt).
        Organization = "organization",
        /// Principles (nguyên tắc).
        Principles = "principles",
        /// Results of the resolution before (kết quả thực hiện nghị quyết trước).
        PreviousResolution = "previousResolution",
        /// Closing (kết thúc).
        Closing = "closing",
    }

    /// The class of a meeting (chất lượng buổi sinh hoạt), from the lowest to the highest.
    MeetingClass {
        /// Kém.
        Poor = "poor",
        /// Trung bình.
        Average = "average",
        /// Khá.
        Fair = "fair",
        /// Tốt.
        Good = "good",
    }

    /// A step of a cell's meeting. MTG-13.
    MeetingStep {
        /// The secretary assigns what is to be prepared (phân công chuẩn bị).
        AssignPreparation = "assignPreparation",
        /// The cell committee meets (họp chi ủy).
        CommitteeMeeting = "committeeMeeting",
        /// Notice of the meeting (thông báo).
        Notice = "notice",
        /// Documents are prepared (chuẩn bị tài liệu).
        Documents = "documents",
        /// Documents are uploaded to the handbook (đưa tài liệu lên sổ tay). MTG-08.
        Upload = "upload",
        /// The reason is stated (tuyên bố lý do).
        Reason = "reason",
        /// The secretary of the minutes is named (cử thư ký).
        MinutesSecretary = "minutesSecretary",
        /// Roll-call (điểm danh).
        RollCall = "rollCall",
        /// Dues are collected (thu đảng phí).
        CollectDues = "collectDues",
        /// The agenda is adopted (thông qua chương trình).
        Agenda = "agenda",
        /// Report of the last month (báo cáo tháng trước).
        LastMonthReport = "lastMonthReport",
        /// Assessment of the members' tasks (đánh giá việc thực hiện nhiệm vụ của đảng viên).
        TasksAssessment = "tasksAssessment",
        /// Information (thông tin thời sự, chính sách).
        Information = "information",
        /// Report on the theme (báo cáo chuyên đề).
        ThematicReport = "thematicReport",
        /// Discussion (thảo luận).
        Discussion = "discussion",
        /// Self-criticism and criticism (tự phê bình và phê bình).
        SelfCriticism = "selfCriticism",
        /// Summing up (tổng hợp ý kiến).
        SummingUp = "summingUp",
        /// Tasks are assigned with deadlines (phân công nhiệm vụ, thời hạn).
        TaskAssignment = "taskAssignment",
        /// Conclusion (kết luận).
        Conclusion = "conclusion",
        /// The resolution is adopted (thông qua nghị quyết).
        Resolution = "resolution",
        /// The meeting is scored (chấm điểm buổi sinh hoạt).
        Scoring = "scoring",
        /// The minutes are read (thông qua biên bản).
        MinutesReading = "minutesReading",
    }

    /// Who does a step of a meeting.
    MeetingRole {
        /// The secretary of the cell (bí thư chi bộ).
        Secretary = "secretary",
        /// The cell committee (chi ủy).
        CellCommittee = "cellCommittee",
        /// Whoever is in the chair (người chủ trì).
        Chair = "chair",
        /// The secretary of the minutes (thư ký).
        MinutesSecretary = "minutesSecretary",
        /// The members (đảng viên).
        Members = "members",
        /// The meeting as a whole, by vote (chi bộ).
        Meeting = "meeting",
    }

    /// A mode of supervision. INS-01.
    SupervisionMode {
        /// Regular (giám sát thường xuyên).
        Regular = "regular",
        /// By themes (giám sát theo chuyên đề).
        Thematic = "thematic",
    }

    /// A step of an inspection in a cell. INS-02.
    CellInspectionStep {
        /// The secretary drafts the plan of the year.
        YearPlan = "yearPlan",
        /// The cell resolves it.
        PlanResolved = "planResolved",
        /// Notice is given at the meeting before.
        NoticeGiven = "noticeGiven",
        /// The member hands in a self-report (báo cáo tự kiểm tra).
        SelfReport = "selfReport",
        /// The secretary works with the member and drafts the conclusion.
        ConclusionDrafted = "conclusionDrafted",
        /// The cell discusses and votes, with minutes.
        CellVoted = "cellVoted",
        /// The conclusion is made known and the file archived.
        Concluded = "concluded",
    }
}
