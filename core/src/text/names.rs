//! Names of levels, grades and figures.

use super::words::word_name;
use super::{Language, around};
use crate::rulebook::policy::{Grade, Level};
use crate::rulebook::{RuleBook, Sureness};

/// The name of a yearly level (mức xếp loại).
#[must_use]
pub fn level_name(level: Level, language: Language) -> &'static str {
    let (vi, en) = match level {
        Level::Excellent => ("Hoàn thành xuất sắc nhiệm vụ", "excellent"),
        Level::Good => ("Hoàn thành tốt nhiệm vụ", "good"),
        Level::Completed => ("Hoàn thành nhiệm vụ", "completed"),
        Level::NotCompleted => ("Không hoàn thành nhiệm vụ", "not completed"),
    };
    language.pick(vi, en)
}

/// The name of the grade of one criterion (mức độ).
#[must_use]
pub fn grade_name(grade: Grade, language: Language) -> &'static str {
    let (vi, en) = match grade {
        Grade::Excellent => ("xuất sắc", "excellent"),
        Grade::Good => ("tốt", "good"),
        Grade::Average => ("trung bình", "average"),
        Grade::Poor => ("kém", "poor"),
    };
    language.pick(vi, en)
}

/// How sure a source is, in words.
#[must_use]
pub fn sureness_name(sureness: Sureness, language: Language) -> &'static str {
    let (vi, en) = match sureness {
        Sureness::Read => ("đã đọc văn bản", "text read"),
        Sureness::Secondary => ("theo nguồn thứ cấp", "secondary source"),
        Sureness::Weak => ("nguồn yếu", "weak source"),
        Sureness::Inferred => (
            "suy từ văn bản cùng chuỗi",
            "inferred from a neighbouring text",
        ),
        Sureness::Chosen => ("quy ước được chọn", "a convention chosen"),
    };
    language.pick(vi, en)
}

/// The name of a published figure by its id, such as `admissions-against-plan`; `None` for an id
/// that no report uses. For `attendance:<organization id>` it is the name without the
/// organization.
///
/// ```
/// use handbook::text::{Language, figure_name};
///
/// assert_eq!(figure_name("bids-saving", Language::En), Some("saved by bidding"));
/// assert_eq!(figure_name("bids-lost", Language::En), None);
/// ```
#[must_use]
pub fn figure_name(id: &str, language: Language) -> Option<&'static str> {
    let (vi, en) = match id {
        "admissions" => ("Đảng viên mới kết nạp", "members admitted"),
        "admissions-against-plan" => (
            "Kết nạp đảng viên so với kế hoạch",
            "members admitted against the plan",
        ),
        "admissions-non-state" => (
            "Kết nạp ở doanh nghiệp ngoài nhà nước",
            "admitted in enterprises outside the State",
        ),
        "admissions-religious" => ("Kết nạp người có đạo", "admitted among religious people"),
        "cells-founded-non-state" => (
            "Chi bộ thành lập ở doanh nghiệp ngoài nhà nước",
            "cells founded in enterprises outside the State",
        ),
        "organizations-good-or-better" => (
            "Tổ chức cơ sở đảng xếp loại tốt trở lên",
            "grassroots organizations rated good or excellent",
        ),
        "organizations-not-completed" => (
            "Tổ chức cơ sở đảng không hoàn thành nhiệm vụ",
            "grassroots organizations rated not completed",
        ),
        "members-good-or-better" => (
            "Đảng viên xếp loại tốt trở lên",
            "members rated good or excellent",
        ),
        "app-adoption" => (
            "Đảng viên cài đặt, đăng nhập và sử dụng sổ tay",
            "members who installed, logged in and used the app",
        ),
        "bids-count" => ("Gói thầu qua mạng", "bids"),
        "bids-value" => ("Tổng giá trị gói thầu", "value of the packages"),
        "bids-saving" => ("Tiết kiệm qua đấu thầu", "saved by bidding"),
        "projects-with-quality" => ("Công trình bảo đảm chất lượng", "works with quality"),
        "projects-completed-early" => ("Công trình hoàn thành trước hạn", "works completed early"),
        _ if id.starts_with("attendance:") => ("Tỷ lệ dự sinh hoạt", "attendance"),
        _ => return None,
    };
    Some(language.pick(vi, en))
}

/// A word of a closed list or a kind of organization, in words where it has some.
pub(super) fn word(book: &RuleBook, word: &str, language: Language) -> String {
    let mut words = String::new();
    let mut rest = word;
    while let Some((one, others)) = around(rest, " | ") {
        words.push_str(&one_word(book, one, language));
        words.push_str(language.pick(" hoặc ", " or "));
        rest = others;
    }
    words.push_str(&one_word(book, rest, language));
    words
}

fn one_word(book: &RuleBook, word: &str, language: Language) -> String {
    // Levels and grades share two words, which mean the same step of both lists.
    let known = match word {
        "excellent" => Some(("xuất sắc", "excellent")),
        "good" => Some(("tốt", "good")),
        "average" => Some(("trung bình", "average")),
        "poor" => Some(("kém", "poor")),
        "completed" => Some(("hoàn thành", "completed")),
        "notCompleted" => Some(("không hoàn thành", "not completed")),
        "everyMember" => Some(("mọi đảng viên", "every member")),
        "withoutExempted" => Some(("không tính người được miễn", "without exempted members")),
        "withoutExemptedSuspended" => Some((
            "không tính người được miễn, bị đình chỉ",
            "without exempted and suspended members",
        )),
        "withoutExemptedSuspendedAway" => Some((
            "không tính người được miễn, bị đình chỉ, sinh hoạt tạm thời nơi khác",
            "without exempted and suspended members and those temporarily elsewhere",
        )),
        "shareOfGoodBeforeDemotion" => Some((
            "trên số xếp loại tốt, trước khi hạ mức",
            "of those good, before demotion",
        )),
        "shareOfGoodAfterDemotion" => Some((
            "trên số xếp loại tốt, sau khi hạ mức",
            "of those good, after demotion",
        )),
        "shareOfGoodOrBetter" => Some(("trên số xếp loại tốt trở lên", "of those good or better")),
        "shareOfRated" => Some(("trên tổng số được xếp loại", "of all rated")),
        "cell" => Some(("chi bộ", "the cell")),
        "grassrootsOrganization" => Some(("tổ chức cơ sở đảng", "the grassroots organization")),
        "similarTasks" => Some(("nhóm có nhiệm vụ tương đồng", "those of similar tasks")),
        "floor" => Some(("làm tròn xuống", "rounded down")),
        "halfUp" => Some(("làm tròn nửa lên", "rounded half upward")),
        "ceiling" => Some(("làm tròn lên", "rounded up")),
        "fullDate" => Some(("tính đủ ngày", "by the full date")),
        "yearMonth" => Some(("tính theo năm và tháng", "by year and month")),
        "receipt" => Some((
            "từ ngày nhận quyết định",
            "from the receipt of the decision",
        )),
        "issue" => Some((
            "từ ngày ban hành quyết định",
            "from the issue of the decision",
        )),
        "criteriaGrades" => Some(("mức độ của từng tiêu chí", "grades of criteria")),
        "scoreAndTasks" => Some(("điểm và tỷ lệ nhiệm vụ", "score and shares of tasks")),
        "calendarDays" => Some(("ngày theo lịch", "days of the calendar")),
        "workingDays" => Some(("ngày làm việc", "working days")),
        "hundred" => Some(("làm tròn đến trăm đồng", "to the nearest 100")),
        "committee" => Some(("cấp ủy", "committee")),
        "standingCommittee" => Some(("ban thường vụ", "standing committee")),
        "inspectionCommittee" => Some(("ủy ban kiểm tra", "inspection committee")),
        "secretary" => Some(("bí thư", "secretary")),
        "deputySecretary" => Some(("phó bí thư", "deputy secretary")),
        "delegates" => Some(("đại biểu", "delegates")),
        "members" => Some(("đảng viên", "members")),
        "monthly" => Some(("sinh hoạt thường kỳ", "monthly meeting")),
        "thematic" => Some(("sinh hoạt chuyên đề", "thematic meeting")),
        "parts" => Some(("các phần điểm", "the parts")),
        "provincial" => Some(("tỉnh ủy, thành ủy", "a provincial committee")),
        "centralRun" => Some((
            "đảng ủy trực thuộc Trung ương",
            "a committee directly under the centre",
        )),
        "other" => Some(("khác", "other")),
        "thousand" => Some(("làm tròn đến nghìn đồng", "to the nearest 1,000")),
        _ => None,
    };
    if let Some((vi, en)) = known {
        return language.pick(vi, en).to_owned();
    }
    [
        "extraordinaryReason",
        "electedPost",
        "presenceCounting",
        "longMeeting",
        "streakCounting",
        "withoutPrevious",
        "onlineReason",
        "oversightLevel",
        "complaintBody",
        "denunciationContent",
        "ratingRule",
        "movedMemberRated",
        "endedOrganizationRated",
        "evaluationStep",
        "evaluationRole",
        "capTie",
        "outlierRule",
        "zeroCounts",
        "ratedPeriod",
        "deductionFloor",
        "unratedYear",
    ]
    .iter()
    .find_map(|list| word_name(list, word, language))
    .or_else(|| kind_name(book, word, language))
    .unwrap_or(word)
    .to_owned()
}

/// The name of a kind of organization (loại hình tổ chức đảng), as the latest entry of the book
/// has it; `None` for a kind that the book does not know.
///
/// ```
/// use handbook::text::{Language, kind_name};
/// use handbook::RuleBook;
///
/// let book = RuleBook::vietnam();
/// assert_eq!(kind_name(&book, "chi_bo_co_so", Language::Vi), Some("Chi bộ cơ sở"));
/// ```
#[must_use]
pub fn kind_name<'book>(book: &'book RuleBook, id: &str, language: Language) -> Option<&'book str> {
    let kind = book
        .kinds()
        .iter()
        .rev()
        .find(|kind| kind.id.as_str() == id)?;
    Some(language.pick(&kind.vi, &kind.en))
}
