//! Words of closed lists: what the record finds and answers, what a congress needs, what is said of
//! meetings, tasks, targets and oversight, and kinds of documents.

use super::{Language, around};
use crate::access::Sight;
use crate::document::DocumentKind;
use crate::evaluation::{
    CalibrationMeasure, DecidedLevelState, EvaluatedKind, EvaluationFindingCode,
    EvaluationStepState, LineVoteState, NotRatedReason, OutlierSide, PeriodState, RatingWait,
};
use crate::handbook::{
    CalibrationStage, Closing, ContributionKind, Duty, Finding, HelpReason, InspectionFinding,
    InspectionState, InspectionWork, MatterKind, MatterState, MeetingItem, MeetingKind,
    MeetingStage, MonthlyState, RemedyAct, TaskStage, Unclear, WorkStep,
};
use crate::json::is_camel_of;
use crate::meeting::{MeetingBody, MeetingDuty, MeetingPhase, MeetingRequired, MovedBy};
use crate::organization::ExtraordinaryNeed;
use crate::oversight::{ComplaintObstacle, MatterStep};
use crate::rulebook::policy::{
    AbsenceCause, CapTie, CellInspectionStep, ComplaintBody, CongressStep, DeductionFloor,
    DenunciationContent, DenunciationStage, ElectedPost, EndedOrganizationRated, EvaluationRole,
    EvaluationStep, ExtraordinaryReason, LongMeeting, MeetingClass, MeetingRole, MeetingStep,
    MovedMemberRated, OnlineReason, OutlierRule, OversightLevel, PresenceCounting, RatedPeriod,
    RatingRule, ScoreGroup, ScorePart, StreakCounting, SupervisionMode, UnratedYear,
    WithoutPrevious, ZeroCounts,
};
use crate::rulebook::sheet::RatedFact;
use crate::vote::BallotResult;
use crate::work::{TargetCourse, TaskQuality, TaskState};

/// Each list once: a function for those who hold the value, and a text for those who hold the word
/// as it stands in JSON. A variant without its words does not compile.
macro_rules! lists {
    ($(
        $(#[$doc:meta])*
        $function:ident = $list:literal: $ty:ident {
            $($variant:ident = $vi:literal, $en:literal;)+
        }
    )*) => {
        $(
            $(#[$doc])*
            #[must_use]
            pub fn $function(word: $ty, language: Language) -> &'static str {
                match word {
                    $($ty::$variant => language.pick($vi, $en),)+
                }
            }
        )*

        /// The lists by name: of every word the Rust name, the Vietnamese and the English, each
        /// before a `=`, `=` or `;`.
        const LISTS: &[(&str, &str)] = &[$((
            $list,
            concat!($(stringify!($variant), "=", $vi, "=", $en, ";"),+),
        )),*];

        /// Every word: its list, the word in JSON, and both languages.
        #[cfg(test)]
        fn every_word() -> Vec<(&'static str, serde_json::Value, [&'static str; 2])> {
            vec![$($((
                $list,
                serde_json::json!($ty::$variant),
                [Language::Vi, Language::En].map(|language| $function($ty::$variant, language)),
            ),)+)*]
        }
    };
}

lists! {
    /// A fact that a sheet measures (dữ liệu của phiếu đánh giá), in words.
    rated_fact_name = "ratedFact": RatedFact {
        Marks = "điểm", "marks";
        Tasks = "nhiệm vụ trong năm", "tasks of the year";
        TasksDone = "nhiệm vụ đã hoàn thành", "tasks done";
        TasksOnTime = "nhiệm vụ đúng hạn, có chất lượng", "tasks on time and with quality";
        TasksBeyond = "nhiệm vụ vượt mức yêu cầu", "tasks beyond requirement";
        TasksLate = "nhiệm vụ chậm hạn", "late tasks";
        Targets = "chỉ tiêu trong năm", "targets of the year";
        TargetsReached = "chỉ tiêu đạt được", "targets reached";
        Subordinates = "tổ chức đảng trực thuộc", "subordinate organizations";
        SubordinatesWeak = "tổ chức đảng trực thuộc yếu kém", "weak subordinate organizations";
        Members = "đảng viên được xếp loại", "members rated";
        MembersNotCompleted = "đảng viên không hoàn thành nhiệm vụ", "members not completed";
        LowestCriterion = "tiêu chí thấp nhất", "lowest criterion";
        Results = "kết quả thực hiện nhiệm vụ", "results of the tasks";
        Disciplined = "bị kỷ luật trong năm", "disciplined in the year";
        SubordinateDisciplined = "cấp dưới hoặc lãnh đạo bị kỷ luật trong năm",
            "a subordinate or a leader disciplined in the year";
        CivilServantNotCompleted = "không hoàn thành nhiệm vụ với tư cách cán bộ, công chức",
            "rated not completed as a civil servant";
        ConcludedDegraded = "bị kết luận suy thoái", "concluded to be degraded";
    }
    /// What kind of meeting it is, in words.
    meeting_kind_name = "meetingKind": MeetingKind {
        Monthly = "sinh hoạt thường kỳ", "monthly meeting";
        Thematic = "sinh hoạt chuyên đề", "thematic meeting";
        CommitteeWide = "sinh hoạt đảng bộ", "meeting of the whole organization";
        Congress = "đại hội", "congress";
    }

    /// How far someone sees, in words.
    sight_name = "sight": Sight {
        Nothing = "không được xem", "nothing";
        Member = "xem như đảng viên của tổ chức", "as a member of the body";
        Sums = "xem số tổng hợp của tổ chức cơ sở", "sums of grassroots organizations";
        Cells = "xem lịch và tỷ lệ dự của từng chi bộ", "calendar and attendance of each cell";
        Everything = "xem tất cả", "everything";
    }

    /// How far a meeting has come, in words.
    meeting_stage_name = "meetingStage": MeetingStage {
        Announced = "đã thông báo", "announced";
        Overdue = "quá ngày, chưa họp", "its day has passed";
        Held = "đã họp", "held";
        Cancelled = "đã hủy", "called off";
    }

    /// A step of a meeting's work, in words.
    work_step_name = "workStep": WorkStep {
        Prepare = "chuẩn bị", "prepare";
        Collect = "lấy ý kiến", "collect contributions";
        Hold = "tiến hành", "hold";
        Conclude = "ban hành nghị quyết", "conclude";
        Follow = "theo dõi thực hiện", "follow up";
    }

    /// One thing to be done about a meeting, in words.
    meeting_item_name = "meetingItem": MeetingItem {
        Arrange = "thời gian, địa điểm", "time and place";
        Agenda = "chương trình", "agenda";
        Notice = "thông báo", "notice";
        Papers = "tài liệu", "papers";
        Draft = "dự thảo nghị quyết", "draft of the resolution";
        SettleContributions = "tiếp thu, giải trình ý kiến", "contributions accepted or not";
        Open = "khai mạc", "opening";
        Roll = "điểm danh", "roll-call";
        Close = "bế mạc", "closing";
        Minutes = "biên bản", "minutes";
        Resolution = "nghị quyết", "resolution";
        Score = "chấm điểm", "score";
        Publish = "đưa kết quả lên sổ tay", "result on the handbook";
        Tasks = "giao nhiệm vụ", "tasks given";
        TasksDone = "hoàn thành nhiệm vụ", "tasks done";
        AnswerQuestions = "trả lời câu hỏi", "questions answered";
    }

    /// Whether a cell held its monthly meeting, in words.
    monthly_state_name = "monthlyState": MonthlyState {
        OnTime = "họp đúng ngày", "on time";
        Late = "họp muộn", "late";
        NotYetDue = "chưa đến ngày", "not yet due";
        Unscheduled = "chưa xếp lịch", "nothing announced";
        Overdue = "quá ngày, chưa họp", "overdue";
        Missed = "không họp", "missed";
    }

    /// Why a cell needs help, in words.
    help_reason_name = "helpReason": HelpReason {
        TwoMonthsWithoutMeeting = "hai tháng liền không họp", "two months without a meeting";
        AttendanceBelowAim = "tỷ lệ dự dưới yêu cầu", "attendance below the aim";
        AttendanceFalling = "tỷ lệ dự giảm liên tục", "attendance keeps falling";
        NoSecretary = "chưa có bí thư", "no secretary";
    }

    /// What a member brings in, in words.
    contribution_kind_name = "contributionKind": ContributionKind {
        Proposal = "đề xuất", "proposal";
        Comment = "góp ý", "comment";
        Question = "câu hỏi", "question";
    }

    /// How far a task of the record is, in words.
    task_stage_name = "taskStage": TaskStage {
        Given = "đã giao", "given";
        Reported = "đang thực hiện", "reported on";
        Overdue = "quá hạn", "overdue";
        Done = "hoàn thành đúng hạn", "done in time";
        DoneLate = "hoàn thành muộn", "done late";
        Dropped = "thu hồi", "taken back";
    }

    /// What kind of matter it is, in words.
    matter_kind_name = "matterKind": MatterKind {
        Petition = "kiến nghị", "petition";
        Difficulty = "khó khăn, vướng mắc", "difficulty";
        ComplexIssue = "vụ việc phức tạp", "complex issue";
    }

    /// How far a matter is, in words.
    matter_state_name = "matterState": MatterState {
        Received = "đã tiếp nhận", "received";
        Assigned = "đã giao xử lý", "assigned";
        Proposed = "đã đề xuất giải pháp", "solution proposed";
        Coordinated = "đang phối hợp", "coordinated";
        Resolved = "đã giải quyết", "resolved";
        PassedOn = "đã chuyển cơ quan có thẩm quyền", "passed on";
    }

    /// What an inspection does, in words.
    inspection_work_name = "inspectionWork": InspectionWork {
        Inspection = "kiểm tra", "inspection";
        RegularSupervision = "giám sát thường xuyên", "regular supervision";
        ThematicSupervision = "giám sát chuyên đề", "thematic supervision";
    }

    /// What an inspection found, in words.
    inspection_finding_name = "inspectionFinding": InspectionFinding {
        InOrder = "chấp hành tốt", "in order";
        Shortcomings = "có thiếu sót, khuyết điểm", "shortcomings";
        SignsOfViolation = "có dấu hiệu vi phạm", "signs of a violation";
    }

    /// How far an inspection is, in words.
    inspection_state_name = "inspectionState": InspectionState {
        Planned = "trong kế hoạch", "planned";
        Approved = "đã phê duyệt", "approved";
        Announced = "đã thông báo", "announced";
        SelfReported = "đã tự báo cáo", "self-report handed in";
        Drafted = "đã dự thảo kết luận", "result drafted";
        Discussed = "đã thảo luận, biểu quyết", "discussed and voted";
        Concluded = "đã kết luận", "concluded";
        Archived = "đã lưu hồ sơ", "archived";
        Dropped = "đã rút khỏi kế hoạch", "taken out of the plan";
    }

    /// What a conformity review finds, in words.
    finding_name = "finding": Finding {
        KindNotInForce = "loại hình không có trong quy định", "a kind that the rules do not know";
        WrongParent =
            "cấp trên trực tiếp không đúng quy định",
            "under an organization that may not be above it";
        VillageOnlyCell = "thôn, tổ dân phố chỉ lập chi bộ", "a village may have only a cell";
        TooFewMembers =
            "không đủ đảng viên chính thức để lập tổ chức",
            "too few full members for an organization";
        WrongKindForSize = "loại hình không hợp quy mô", "the size asks for another kind";
        NoPartyGroups = "chi bộ đông chưa chia tổ đảng", "a large cell without Party groups";
        NoSecretary = "chưa có bí thư", "no secretary";
        NoCommittee =
            "chi bộ phải bầu chi ủy mà chưa có",
            "a cell without the committee that it has to elect";
        CommitteeBelowSize =
            "có chi ủy khi chưa đủ đảng viên",
            "a committee in a cell too small for one";
        CommitteeTooLarge = "chi ủy quá số lượng", "the cell's committee is too large";
        StandingCommitteeTooLarge = "ban thường vụ quá số lượng", "the standing committee is too large";
        TermOver = "đã hết nhiệm kỳ", "the term is over";
        NoPurpose = "chi bộ sinh hoạt tạm thời chưa ghi lý do", "a temporary cell without a stated reason";
    }

    /// An act that would mend a finding, in words.
    remedy_act_name = "remedyAct": RemedyAct {
        ChangeKind = "chuyển sang loại hình phù hợp", "change to a kind that fits";
        Merge = "nhập vào tổ chức khác", "merge it into another";
        Dissolve = "giải thể", "dissolve it";
        Move = "chuyển về cấp trên đúng quy định", "move it under one that may be above it";
        EndTier = "kết thúc cả cấp bằng một quyết định", "end the whole tier by one decision";
        FoundPartyGroups = "chia thành các tổ đảng", "form Party groups";
        Split = "chia tách", "divide it";
        AskConsent = "đề nghị cấp trên cho giữ nguyên", "ask the superior to let it stay as it is";
        FillSecretary = "bầu hoặc chỉ định bí thư", "elect or appoint a secretary";
        ElectCommittee = "bầu chi ủy", "elect a committee";
        ReduceCommittee = "giảm số ủy viên", "make the committee smaller";
        HoldCongress = "tổ chức đại hội", "hold the congress";
        StatePurpose = "ghi lý do lập", "state the reason";
    }

    /// What an organization has to do, in words.
    duty_name = "duty": Duty {
        SettleClosure =
            "thu hồ sơ, con dấu và chuyển đảng viên",
            "collect files and seal and transfer the members";
        HoldCongress = "tổ chức đại hội", "hold the congress";
        AppointLeaders =
            "chỉ định cấp ủy, bí thư, phó bí thư",
            "appoint committee, secretary and deputies";
    }

    /// How an organization ended, in words.
    closing_name = "closing": Closing {
        Merged = "nhập vào tổ chức khác", "merged";
        Split = "chia tách", "divided";
        Dissolved = "giải thể", "dissolved";
        Disbanded = "giải tán", "disbanded";
        TierEnded = "cấp này kết thúc", "its tier ended";
    }

    /// Why a figure cannot be restated, in words.
    unclear_name = "unclear": Unclear {
        Divided = "đã chia cho nhiều tổ chức", "divided among several";
        Lost = "không có tổ chức kế thừa", "without a successor";
    }

    /// A step of a congress, in words.
    congress_step_name = "congressStep": CongressStep {
        FlagSalute = "chào cờ", "salute to the flag";
        Presidium = "bầu đoàn chủ tịch", "election of the presidium";
        Secretaries = "bầu đoàn thư ký", "election of the secretaries of the congress";
        CredentialsBoard = "bầu ban thẩm tra tư cách đại biểu", "election of the credentials board";
        Opening = "khai mạc", "opening address";
        CredentialsReport = "báo cáo thẩm tra tư cách đại biểu", "report of the credentials board";
        AttendanceReport =
            "cấp ủy triệu tập báo cáo tình hình đảng viên dự đại hội",
            "report of the convening committee on attendance";
        PoliticalReport = "báo cáo chính trị", "political report";
        SelfReviewReport = "báo cáo kiểm điểm của cấp ủy", "self-review report of the committee";
        Discussion = "thảo luận", "discussion";
        SuperiorSpeech = "phát biểu của cấp trên", "speech of the superior";
        Election = "bầu cử", "election";
        Resolution = "thông qua nghị quyết", "adoption of the resolution";
        Closing = "bế mạc", "closing";
    }

    /// Why a congress would be held before the term is over, in words.
    extraordinary_reason_name = "extraordinaryReason": ExtraordinaryReason {
        MajorPolicyChange = "thay đổi lớn về chủ trương", "a major change of policy";
        KeyPeopleChange = "thay đổi cán bộ chủ chốt", "a change of key people";
        GraveDisunity = "mất đoàn kết nghiêm trọng", "grave disunity";
        NearlyAllDisciplined =
            "gần hết cấp ủy viên bị kỷ luật",
            "nearly all members of the committee disciplined";
        Other = "khác", "other";
    }

    /// What an extraordinary congress needs, in words.
    extraordinary_need_name = "extraordinaryNeed": ExtraordinaryNeed {
        Reason = "lý do theo quy định", "a reason that the rule names";
        Request =
            "đề nghị của cấp ủy hoặc của các tổ chức trực thuộc",
            "the request of the committee or of the subordinate organizations";
        SuperiorConsent =
            "sự đồng ý của ban thường vụ cấp ủy cấp trên",
            "the agreement of the superior's standing committee";
    }

    /// A post whose holder is elected and signs, in words.
    elected_post_name = "electedPost": ElectedPost {
        Secretary = "bí thư", "secretary";
        DeputySecretary = "phó bí thư", "deputy secretary";
        StandingCommitteeMember = "ủy viên ban thường vụ", "member of the standing committee";
        InspectionCommitteeHead = "chủ nhiệm ủy ban kiểm tra", "head of the inspection committee";
        InspectionCommitteeDeputyHead =
            "phó chủ nhiệm ủy ban kiểm tra",
            "deputy head of the inspection committee";
    }

    /// The kind of a document, in words.
    document_kind_name = "documentKind": DocumentKind {
        Resolution = "nghị quyết", "resolution";
        Directive = "chỉ thị", "directive";
        Regulation = "quy định", "regulation";
        Guide = "hướng dẫn", "guide";
        Decision = "quyết định", "decision";
        Conclusion = "kết luận", "conclusion";
        Plan = "kế hoạch", "plan";
        Report = "báo cáo", "report";
        Programme = "chương trình", "programme";
        OfficialLetter = "công văn", "official letter";
        Other = "văn bản khác", "other document";
    }

    /// Why a member is absent from a meeting, in words.
    absence_cause_name = "absenceCause": AbsenceCause {
        Illness = "ốm đau", "illness";
        Maternity = "thai sản", "maternity";
        WorkTrip = "đi công tác", "a work trip";
        Study = "đi học", "study";
        Family = "việc gia đình", "a family matter";
        Weather = "thời tiết, thiên tai", "weather or a natural disaster";
        FarAway = "đi làm ăn xa", "far from home";
        Other = "khác", "other";
    }

    /// How long one must be at a meeting to count as present, in words.
    presence_counting_name = "presenceCounting": PresenceCounting {
        AnyTime = "dự bất kỳ lúc nào", "at any time of it";
        AtTheRoll = "có mặt khi điểm danh", "when the roll is called";
        MajorityOfDuration = "dự quá nửa thời gian", "for more than half of it";
    }

    /// Which meetings must last longer, in words.
    long_meeting_name = "longMeeting": LongMeeting {
        WithThematicPart =
            "buổi kết hợp sinh hoạt chuyên đề",
            "those combined with a thematic part";
        LargeCell = "buổi của chi bộ đông đảng viên", "those of large cells";
    }

    /// What meetings at which a member was not expected do to a row of absences, in words.
    streak_counting_name = "streakCounting": StreakCounting {
        ExpectedMeetings =
            "bỏ qua buổi không phải dự",
            "meetings at which the member was not expected are left out";
        EveryMeeting =
            "buổi không phải dự làm ngắt chuỗi",
            "a meeting at which the member was not expected ends the row";
    }

    /// What a meeting is worth without a resolution before, in words.
    without_previous_name = "withoutPrevious": WithoutPrevious {
        NotScored = "không chấm, không xếp loại", "no marks and no class";
        FullMarks = "chấm điểm tối đa", "full marks";
        ShareOfRest = "xếp loại theo phần điểm còn lại", "the class goes by the marks that are left";
    }

    /// A part of the score of a meeting, in words.
    score_part_name = "scorePart": ScorePart {
        Time = "thời gian", "time";
        Attendance = "tỷ lệ dự sinh hoạt", "attendance";
        Preparation = "công tác chuẩn bị", "preparation";
        Notice = "thông báo", "notice";
        Documents = "tài liệu", "documents";
        CommitteeMeeting = "họp chi ủy", "meeting of the cell committee";
        Conduct = "tổ chức sinh hoạt", "how the meeting is organized";
        Speakers = "tỷ lệ phát biểu", "share who spoke";
        Chair = "người chủ trì", "the chair";
        Principles = "thực hiện nguyên tắc", "principles";
        PreviousResolution =
            "kết quả thực hiện nghị quyết trước",
            "results of the resolution before";
        Closing = "kết thúc", "closing";
    }

    /// A group of the score of a meeting, in words.
    score_group_name = "scoreGroup": ScoreGroup {
        Time = "thời gian", "time";
        Attendance = "dự sinh hoạt", "attendance";
        Preparation = "chuẩn bị", "preparation";
        Organization = "tổ chức sinh hoạt", "organization";
        Principles = "nguyên tắc", "principles";
        PreviousResolution =
            "kết quả thực hiện nghị quyết trước",
            "results of the resolution before";
        Closing = "kết thúc", "closing";
    }

    /// The class of a meeting, in words.
    meeting_class_name = "meetingClass": MeetingClass {
        Poor = "kém", "poor";
        Average = "trung bình", "average";
        Fair = "khá", "fair";
        Good = "tốt", "good";
    }

    /// A step of a meeting, in words.
    meeting_step_name = "meetingStep": MeetingStep {
        AssignPreparation = "phân công chuẩn bị", "assigning what is to be prepared";
        CommitteeMeeting = "họp chi ủy", "meeting of the cell committee";
        Notice = "thông báo họp", "notice of the meeting";
        Documents = "chuẩn bị tài liệu", "preparing the documents";
        Upload = "đưa tài liệu lên sổ tay đảng viên", "uploading the documents to the handbook";
        Reason = "tuyên bố lý do", "stating the reason";
        MinutesSecretary = "cử thư ký", "naming the secretary of the minutes";
        RollCall = "điểm danh", "roll-call";
        CollectDues = "thu đảng phí", "collecting dues";
        Agenda = "thông qua chương trình", "adopting the agenda";
        LastMonthReport = "báo cáo kết quả tháng trước", "report of the last month";
        TasksAssessment =
            "đánh giá việc thực hiện nhiệm vụ của đảng viên",
            "assessment of the tasks of members";
        Information = "thông tin thời sự, chính sách", "information";
        ThematicReport = "báo cáo chuyên đề", "report on the theme";
        Discussion = "thảo luận", "discussion";
        SelfCriticism = "tự phê bình và phê bình", "self-criticism and criticism";
        SummingUp = "tổng hợp ý kiến", "summing up";
        TaskAssignment = "phân công nhiệm vụ, thời hạn", "assigning tasks with deadlines";
        Conclusion = "kết luận", "conclusion";
        Resolution = "thông qua nghị quyết", "adopting the resolution";
        Scoring = "chấm điểm buổi sinh hoạt", "scoring the meeting";
        MinutesReading = "thông qua biên bản", "reading the minutes";
    }

    /// A part of a meeting, in words.
    meeting_phase_name = "meetingPhase": MeetingPhase {
        Preparation = "chuẩn bị", "preparation";
        Opening = "mở đầu", "opening";
        Conduct = "tiến hành", "conduct";
        Closing = "kết thúc", "closing";
    }

    /// Who does a step of a meeting, in words.
    meeting_role_name = "meetingRole": MeetingRole {
        Secretary = "bí thư chi bộ", "secretary of the cell";
        CellCommittee = "chi ủy", "cell committee";
        Chair = "người chủ trì", "chair";
        MinutesSecretary = "thư ký", "secretary of the minutes";
        Members = "đảng viên", "members";
        Meeting = "chi bộ", "the meeting";
    }

    /// What came out of a vote of any assembly, in words.
    ballot_result_name = "ballotResult": BallotResult {
        Carried = "được thông qua", "carried";
        Lost = "không được thông qua", "lost";
        NoQuorum = "không đủ số người tham gia", "no quorum";
        Tie = "số phiếu ngang nhau", "a tie";
        Open = "chưa ngã ngũ", "open";
    }

    /// A body that meets, in words.
    meeting_body_name = "meetingBody": MeetingBody {
        Cell = "chi bộ", "cell";
        CellCommittee = "chi ủy", "cell committee";
        PartyGroup = "tổ đảng", "Party group";
        GrassrootsCommittee = "đảng bộ cơ sở", "whole grassroots committee";
        DepartmentalCommittee = "đảng bộ bộ phận", "departmental committee";
        DelegatedStandingCommittee = "ban thường vụ được giao quyền", "standing committee with delegated powers";
        DelegatedCommittee = "ban chấp hành được giao quyền", "committee with delegated powers";
    }

    /// Why a meeting is not on its usual day, in words.
    moved_by_name = "movedBy": MovedBy {
        Holiday = "trùng ngày nghỉ lễ", "a holiday";
        Weekend = "trùng ngày nghỉ cuối tuần", "a weekend";
        Secretary = "bí thư ấn định ngày khác", "set by the secretary";
    }

    /// Which meetings a rule asks for, in words.
    meeting_required_name = "meetingRequired": MeetingRequired {
        Regular = "sinh hoạt thường kỳ", "regular meetings";
        Thematic = "sinh hoạt chuyên đề", "thematic meetings";
        CommitteeWide = "sinh hoạt toàn đảng bộ", "committee-wide meetings";
    }

    /// What is due around a meeting, in words.
    meeting_duty_name = "meetingDuty": MeetingDuty {
        Notice = "thông báo kỳ họp", "notice of the meeting";
        Documents = "đưa tài liệu lên sổ tay", "documents on the handbook";
        Result = "cập nhật kết quả, nghị quyết", "upload of the result or resolution";
    }

    /// Why members cannot gather at one place, in words.
    online_reason_name = "onlineReason": OnlineReason {
        SpecialNature = "tính chất đặc thù", "the special nature of the work";
        SpecialSituation = "hoàn cảnh đặc thù", "a special situation";
        Other = "lý do khác", "another reason";
    }

    /// Where a task stands, in words.
    task_state_name = "taskState": TaskState {
        Open = "đang thực hiện", "open";
        Reported = "đã báo cáo tiến độ", "reported on";
        Extended = "được gia hạn", "in a later term";
        Late = "quá hạn", "late";
        Done = "hoàn thành đúng hạn", "done in time";
        DoneLate = "hoàn thành quá hạn", "done late";
    }

    /// Quality and effect of a finished task, in words.
    task_quality_name = "taskQuality": TaskQuality {
        Below = "chưa đạt yêu cầu", "below what was required";
        Met = "đạt yêu cầu", "as required";
        Beyond = "vượt mức yêu cầu", "beyond what was required";
    }

    /// Where a target went, in words.
    target_course_name = "targetCourse": TargetCourse {
        Better = "tốt hơn", "better";
        Same = "không đổi", "the same";
        Worse = "kém hơn", "worse";
    }

    /// A level that answers, inspects or controls, in words.
    oversight_level_name = "oversightLevel": OversightLevel {
        Grassroots = "tổ chức cơ sở đảng", "grassroots";
        AboveGrassroots = "cấp trên trực tiếp của tổ chức cơ sở đảng", "directly above grassroots";
        Provincial = "cấp tỉnh", "the province";
        Central = "Trung ương", "the centre";
    }

    /// A body that a complaint may be sent to, in words.
    complaint_body_name = "complaintBody": ComplaintBody {
        Cell = "chi bộ", "the cell";
        GrassrootsInspection =
            "ủy ban kiểm tra đảng ủy cơ sở",
            "the inspection committee of a grassroots organization";
        AboveGrassrootsInspection =
            "ủy ban kiểm tra cấp trên trực tiếp của tổ chức cơ sở đảng",
            "the inspection committee directly above grassroots";
        ProvincialInspection =
            "ủy ban kiểm tra cấp tỉnh",
            "the inspection committee of the province";
        CentralInspection = "Ủy ban Kiểm tra Trung ương", "the Central Inspection Commission";
        Secretariat = "Ban Bí thư", "the Secretariat";
        CentralCommittee = "Ban Chấp hành Trung ương", "the Central Committee";
        Other = "nơi khác", "another body";
    }

    /// Why a complaint is not taken up, in words.
    complaint_obstacle_name = "complaintObstacle": ComplaintObstacle {
        TooLate = "quá thời hạn khiếu nại", "it comes too late";
        NoPower = "gửi nơi không có thẩm quyền", "sent to a body without power";
        SkipsLevel = "vượt cấp", "sent beyond the level";
        OnBehalf = "khiếu nại thay người khác", "made on behalf of another";
    }

    /// A stage of handling a denunciation, in words.
    denunciation_stage_name = "denunciationStage": DenunciationStage {
        Prepare = "chuẩn bị", "preparation";
        Act = "tiến hành", "action";
        Close = "kết thúc", "closing";
    }

    /// What a denunciation is about, in words.
    denunciation_content_name = "denunciationContent": DenunciationContent {
        Policy = "chấp hành chủ trương của Đảng", "following policy";
        Law = "chấp hành pháp luật", "following the law";
        OrganizationPrinciples = "nguyên tắc tổ chức", "principles of organization";
        Unity = "đoàn kết nội bộ", "unity";
        Standards = "tiêu chuẩn đảng viên", "standards of a member";
        Duties = "nhiệm vụ đảng viên", "duties of a member";
        Example = "trách nhiệm nêu gương", "setting an example";
        SelfEvolution = "“tự diễn biến”, “tự chuyển hóa”", "'self-evolution'";
        Other = "nội dung khác", "something else";
    }

    /// A step of a petition or difficulty, in words.
    matter_step_name = "matterStep": MatterStep {
        Received = "tiếp nhận", "received";
        Assigned = "phân công", "assigned";
        SolutionProposed = "đề xuất giải pháp", "solution proposed";
        Coordinated = "phối hợp cơ quan liên quan", "coordinated with other bodies";
        Resolved = "giải quyết xong", "resolved";
        PassedOn = "chuyển cấp có thẩm quyền", "passed on to the competent level";
    }

    /// A mode of supervision, in words.
    supervision_mode_name = "supervisionMode": SupervisionMode {
        Regular = "giám sát thường xuyên", "regular supervision";
        Thematic = "giám sát theo chuyên đề", "supervision by themes";
    }

    /// A step of an inspection in a cell, in words.
    cell_inspection_step_name = "cellInspectionStep": CellInspectionStep {
        YearPlan = "bí thư dự thảo kế hoạch năm", "the secretary drafts the plan of the year";
        PlanResolved = "chi bộ thông qua kế hoạch", "the cell resolves the plan";
        NoticeGiven = "thông báo ở kỳ sinh hoạt trước", "notice at the meeting before";
        SelfReport = "đảng viên báo cáo tự kiểm tra", "self-report of the member";
        ConclusionDrafted =
            "bí thư làm việc và dự thảo kết luận",
            "the secretary drafts the conclusion";
        CellVoted = "chi bộ thảo luận, biểu quyết", "the cell discusses and votes";
        Concluded = "kết luận, lưu hồ sơ", "conclusion and archive";
    }

    /// In which order and how ratings are made, in words.
    rating_rule_name = "ratingRule": RatingRule {
        LowerCollectivesFirst = "tập thể cấp dưới trước", "lower collectives first";
        CollectivesFirst = "tập thể trước, cá nhân sau", "collectives before individuals";
        StateRatingFirst =
            "sau khi xếp loại công chức, viên chức",
            "civil servants after the rating by the State";
        OneClassForSeveralPosts =
            "giữ nhiều chức vụ chỉ xếp một mức",
            "one class for the holder of several posts";
        AbsentRatedLater =
            "người vắng mặt xếp loại vào dịp gần nhất",
            "those absent at the earliest occasion";
    }

    /// Where a member who moved is rated, in words.
    moved_member_rated_name = "movedMemberRated": MovedMemberRated {
        PresentCell = "tại chi bộ hiện tại", "in the present cell";
        LongerStay = "tại chi bộ sinh hoạt lâu hơn trong năm", "in the cell of the longer stay";
    }

    /// How an organization that ended is rated, in words.
    ended_organization_rated_name = "endedOrganizationRated": EndedOrganizationRated {
        WithSuccessor = "cùng tổ chức kế thừa", "with its successor";
        ForItsTime = "riêng cho thời gian hoạt động", "by itself, for the time it stood";
    }

    /// What a rating waits for, in words.
    rating_wait_name = "ratingWait": RatingWait {
        StateRating = "chờ kết quả xếp loại công chức, viên chức", "the rating by the State";
        Return = "chờ người vắng mặt trở lại", "the return of one who is absent";
        CompetentBody = "chờ xác định cấp có thẩm quyền", "the name of the competent body";
    }

    /// Why somebody is not rated, in words.
    not_rated_reason_name = "notRatedReason": NotRatedReason {
        Exempted = "được miễn công tác và sinh hoạt đảng", "exempted";
        Suspended = "bị đình chỉ sinh hoạt đảng", "suspended";
        NewMember = "mới kết nạp", "newly admitted";
        RatedWithSuccessor = "đánh giá cùng tổ chức kế thừa", "rated with its successor";
        EndedWithoutSuccessor = "đã giải thể, không có tổ chức kế thừa", "ended without a successor";
        EndedEarlier = "kết thúc trước năm đánh giá", "ended before the year";
    }

    /// Who is rated, in words.
    evaluated_kind_name = "evaluatedKind": EvaluatedKind {
        Collective = "tập thể", "collective";
        Leader = "cá nhân lãnh đạo, quản lý", "leader";
        OtherIndividual = "cá nhân khác", "other individual";
        Member = "đảng viên", "member";
    }

    /// A step of rating, in words.
    evaluation_step_name = "evaluationStep": EvaluationStep {
        SelfReview = "viết bản tự kiểm điểm", "self-review";
        SelfScore = "tự chấm điểm, tự xếp loại", "self-score";
        ResidenceOpinion = "nhận xét của cấp ủy nơi cư trú", "opinion of the place of residence";
        Comments = "góp ý", "comments";
        Vote = "bỏ phiếu", "vote";
        Proposal = "đề nghị mức xếp loại", "proposal";
        Decision = "quyết định mức xếp loại", "decision";
        Notice = "thông báo kết quả", "notice";
        Complaint = "khiếu nại, kiến nghị", "complaint";
        ComplaintAnswer = "giải quyết khiếu nại", "answer to the complaint";
        Cancellation = "hủy bỏ kết quả", "cancellation";
        NewDecision = "quyết định lại", "new decision";
        DossierSupplement = "bổ sung hồ sơ đảng viên", "supplement of the dossier";
        Archive = "lưu hồ sơ", "archive";
    }

    /// Who acts in a rating, in words.
    evaluation_role_name = "evaluationRole": EvaluationRole {
        Subject = "người, tập thể được đánh giá", "the one who is rated";
        ResidenceCommittee = "cấp ủy nơi cư trú", "the committee of the place of residence";
        Cell = "chi bộ", "the cell";
        Collective = "tập thể kiểm điểm", "the collective";
        Committee = "cấp ủy", "the committee";
        SuperiorStandingCommittee =
            "ban thường vụ cấp ủy cấp trên trực tiếp",
            "the standing committee one level above";
        CompetentBody = "cấp có thẩm quyền quản lý", "the competent body";
    }

    /// How a step of rating stands, in words.
    evaluation_step_state_name = "evaluationStepState": EvaluationStepState {
        Done = "đã thực hiện", "done";
        Current = "đang thực hiện", "to be taken now";
        Missing = "còn thiếu", "missing";
        NotYet = "chưa đến", "not yet";
        NotNeeded = "không yêu cầu", "not needed";
    }

    /// What is not in order in a rating, in words.
    evaluation_finding_code_name = "evaluationFindingCode": EvaluationFindingCode {
        OutOfOrder = "không đúng thứ tự", "out of order";
        BeforeProposal = "quyết định khi chưa có đề nghị", "decided without a proposal";
        NotCompetent = "quyết định không đúng thẩm quyền", "decided by a body not competent";
        DecidedTwice =
            "quyết định khi mức cũ chưa bị hủy",
            "decided while another level stands";
        BeforeDecision = "thực hiện khi chưa có quyết định", "done while no level stands";
        BeforeNotice = "khiếu nại khi chưa có thông báo", "complaint before the notice";
        WithoutComplaint = "giải quyết khi không có khiếu nại", "answer without a complaint";
        ReviewTooShort = "hội nghị kiểm điểm quá ngắn", "review meeting too short";
    }

    /// What a decided level is, in words.
    decided_level_state_name = "decidedLevelState": DecidedLevelState {
        Decided = "đã quyết định", "decided";
        Cancelled = "đã hủy bỏ", "cancelled";
        DecidedAgain = "đã quyết định lại", "decided again";
    }

    /// What a vote among those tied at the line of the cap does, in words.
    cap_tie_name = "capTie": CapTie {
        MostVotes = "lấy theo số phiếu từ cao xuống", "the most votes are chosen";
        StaysOpen =
            "chưa ngã ngũ cho đến khi có quyết định",
            "stays open until a level is decided";
    }

    /// How a tie at the line of the cap stands after votes on it, in words.
    line_vote_state_name = "lineVoteState": LineVoteState {
        Settled = "đã chọn xong", "settled";
        StillTied = "số phiếu vẫn bằng nhau", "still tied";
        NotOnTied =
            "chưa có lần bỏ phiếu nào chỉ gồm đủ những người bằng điểm",
            "no vote was on all those tied and nobody else";
        NotCarried = "không đủ tỷ lệ phiếu", "too few votes to carry the level";
        LeftOpen = "để ngỏ, chờ quyết định", "left open for a decision";
    }

    /// How outliers of a calibration are found, in words.
    outlier_rule_name = "outlierRule": OutlierRule {
        MedianDeviation =
            "theo độ lệch tuyệt đối trung vị",
            "by the median absolute deviation";
        QuartileFences = "theo khoảng tứ phân vị", "by the distance between the quartiles";
    }

    /// A stage of a rating at which somebody has a level, in words.
    calibration_stage_name = "calibrationStage": CalibrationStage {
        SelfScored = "tự nhận mức", "level given oneself";
        Proposed = "chi bộ đề nghị", "level proposed";
        Decided = "mức được quyết định", "level decided";
    }

    /// What a calibration compares, in words.
    calibration_measure_name = "calibrationMeasure": CalibrationMeasure {
        GroupSelfMarks = "điểm tự chấm của đơn vị", "marks that a group gave itself";
        GroupFinalMarks = "điểm quyết định của đơn vị", "marks decided for a group";
        GroupDifference =
            "chênh lệch điểm của đơn vị",
            "difference between both in a group";
        RowDifference = "chênh lệch điểm", "difference between own and decided marks";
    }

    /// On which side of the others something stands, in words.
    outlier_side_name = "outlierSide": OutlierSide {
        Above = "cao hơn hẳn", "far above the others";
        Below = "thấp hơn hẳn", "far below the others";
    }

    /// What becomes of a count of nobody in a published table, in words.
    zero_counts_name = "zeroCounts": ZeroCounts {
        AlwaysShown = "luôn công bố số không", "zeros are always shown";
        MayBeSuppressed = "có thể ẩn số không", "zeros may be suppressed";
    }

    /// A period that is rated, in words.
    rated_period_name = "ratedPeriod": RatedPeriod {
        FirstQuarter = "quý I", "first quarter";
        SecondQuarter = "quý II", "second quarter";
        ThirdQuarter = "quý III", "third quarter";
        FourthQuarter = "quý IV", "fourth quarter";
        Year = "năm", "year";
        Term = "nhiệm kỳ", "term";
        WhenNeeded = "khi có yêu cầu", "when needed";
    }

    /// Where the rating of a period stands, in words.
    period_state_name = "periodState": PeriodState {
        NotOver = "chưa hết kỳ", "not over";
        Due = "đến hạn xếp loại", "due";
        Rated = "đã xếp loại", "rated";
        IntoYear = "gộp vào xếp loại năm", "part of the rating of the year";
        NoRuleKnown = "chưa rõ quy định", "no rule is known";
    }

    /// What deductions may leave of an item, in words.
    deduction_floor_name = "deductionFloor": DeductionFloor {
        AtZero = "không thấp hơn 0 điểm", "never less than nothing";
        BelowZero = "có thể dưới 0 điểm", "also less than nothing";
    }

    /// What a year without a level does to a row of years, in words.
    unrated_year_name = "unratedYear": UnratedYear {
        EndsRow = "năm không xếp loại làm ngắt chuỗi", "a year without a level ends the row";
        LeftOut = "bỏ qua năm không xếp loại", "a year without a level is left out";
    }
}

/// A word of a closed list by the list's name and the word as it stands in JSON, in lower case as
/// within a sentence; `None` for a list or a word that is none.
///
/// The lists: `finding`, `remedyAct`, `duty`, `closing`, `unclear`, `congressStep`,
/// `extraordinaryReason`, `extraordinaryNeed`, `electedPost`, `documentKind`.
/// `extraordinaryReason`, `extraordinaryNeed`, `electedPost`, `absenceCause`, `presenceCounting`,
/// `longMeeting`, `streakCounting`, `withoutPrevious`, `scorePart`, `scoreGroup`, `meetingClass`,
/// `meetingStep`, `meetingPhase`, `meetingRole`, `ballotResult`.
/// `extraordinaryReason`, `extraordinaryNeed`, `electedPost`, `meetingBody`, `movedBy`,
/// `meetingRequired`, `meetingDuty`, `onlineReason`.
/// `extraordinaryReason`, `extraordinaryNeed`, `electedPost`, `taskState`, `taskQuality`,
/// `targetCourse`, `oversightLevel`, `complaintBody`, `complaintObstacle`, `denunciationStage`,
/// `denunciationContent`, `matterStep`, `supervisionMode`, `cellInspectionStep`.
/// `ratingRule`, `movedMemberRated`, `endedOrganizationRated`, `ratingWait`, `notRatedReason`,
/// `evaluatedKind`, `evaluationStep`, `evaluationRole`, `evaluationStepState`,
/// `evaluationFindingCode`, `decidedLevelState`.
/// `capTie`, `lineVoteState`, `outlierRule`, `calibrationStage`, `calibrationMeasure`, `outlierSide`, `zeroCounts`, `ratedPeriod`, `periodState`,
/// `deductionFloor`, `unratedYear`.
///
/// ```
/// use handbook::text::{Language, word_name};
///
/// assert_eq!(word_name("finding", "noSecretary", Language::Vi), Some("chưa có bí thư"));
/// assert_eq!(word_name("finding", "secretary", Language::Vi), None);
/// ```
#[must_use]
pub fn word_name(list: &str, word: &str, language: Language) -> Option<&'static str> {
    let (_, words) = LISTS.iter().find(|(name, _)| *name == list)?;
    let mut rest: &'static str = words;
    while let Some((entry, after)) = around(rest, ";") {
        let (name, names) = around(entry, "=")?;
        if is_camel_of(word, name) {
            let (vi, en) = around(names, "=")?;
            return Some(language.pick(vi, en));
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_lacks_a_language() {
        let words = every_word();
        assert_eq!(
            words.len(),
            LISTS
                .iter()
                .map(|(_, words)| words.matches(';').count())
                .sum::<usize>()
        );
        for (list, word, [vi, en]) in words {
            for text in [vi, en] {
                assert!(!text.trim().is_empty(), "{list} {word}");
                assert_eq!(text.trim(), text, "{list} {word}");
            }
            assert_ne!(vi, en, "{list} {word}");
            assert!(en.is_ascii(), "{list} {word}: {en}");
        }
    }

    #[test]
    fn the_word_in_json_is_told_as_the_value_is() {
        for (list, word, [vi, en]) in every_word() {
            let word = word.as_str().unwrap_or_default();
            assert_eq!(
                word_name(list, word, Language::Vi),
                Some(vi),
                "{list} {word}"
            );
            assert_eq!(
                word_name(list, word, Language::En),
                Some(en),
                "{list} {word}"
            );
        }
        assert_eq!(word_name("finding", "", Language::En), None);
        assert_eq!(word_name("duty", "merge", Language::En), None);
        assert_eq!(word_name("", "merge", Language::En), None);
    }
}
