//! Problems and errors as sentences.

use super::format::day;
use super::{Language, around};
use crate::error::{AbsenceReason, HandbookError, InputError};
use crate::exchange::{TableProblem, TableProblemCode as Code};

/// Words for what would have been allowed, with their Vietnamese ones. Numbers, ranges and words
/// of closed lists are the same in both languages.
const LIMITS: [(&str, &str); 19] = [
    (
        " or later, when it was founded",
        " trở đi, khi được thành lập",
    ),
    (" or later", " trở đi"),
    ("1 or more", "từ 1 trở lên"),
    ("or more", "trở lên"),
    ("digits alone", "chỉ gồm chữ số"),
    ("a header row", "một dòng tiêu đề"),
    ("the founding decision", "quyết định thành lập"),
    ("the founding superior", "cấp trên quyết định thành lập"),
    ("its first day", "ngày đầu"),
    ("a day for the reason given", "ngày của lý do đã nêu"),
    ("a reason for", "lý do của ngày"),
    ("founded after", "được thành lập sau"),
    (", like its parent", ", như tổ chức cấp trên"),
    ("members of", "đảng viên của"),
    (
        "needed for the admission considered on",
        "cần cho việc xét kết nạp ngày",
    ),
    (
        "nothing without considered_on",
        "để trống khi không có considered_on",
    ),
    (
        "nothing: admissions are counted from members.csv",
        "để trống: số kết nạp tính từ members.csv",
    ),
    ("nothing for `active`", "để trống với `active`"),
    (
        "0 to 100, at most two decimals after a point",
        "từ 0 đến 100, nhiều nhất hai chữ số sau dấu chấm",
    ),
];

/// The text with other words for some of its words. The standard library's search for a text is
/// several kilobytes in a browser.
fn replaced(text: &str, from: &str, to: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some((before, after)) = around(rest, from) {
        result.push_str(before);
        result.push_str(to);
        rest = after;
    }
    result.push_str(rest);
    result
}

fn limit(text: &str, language: Language) -> String {
    let mut text = text.to_owned();
    if language == Language::Vi {
        // Whole sentences first: the shorter pieces stand inside some of them.
        for (en, vi) in LIMITS.iter().rev() {
            text = replaced(&text, en, vi);
        }
    }
    text
}

fn problem_words(code: Code) -> &'static str {
    match code {
        Code::UnknownTable => "không phải tên của bảng nào",
        Code::MissingTable => "bị thiếu",
        Code::DuplicateTable => "có hai lần",
        Code::TooMany => "vượt quá mức cho phép; tệp không được đọc",
        Code::ByteOrderMark => "mở đầu bằng dấu thứ tự byte (BOM)",
        Code::Semicolons => "ngăn cột bằng dấu chấm phẩy thay vì dấu phẩy",
        Code::MissingColumn => "thiếu trong dòng tiêu đề",
        Code::UnknownColumn => "không phải cột của bảng này",
        Code::DuplicateColumn => "có hai lần trong dòng tiêu đề",
        Code::RaggedRow => "là số ô khác với dòng tiêu đề",
        Code::NotUtf8 => "không phải UTF-8",
        Code::DecomposedText => "dùng dấu tổ hợp tách rời (chưa chuẩn NFC)",
        Code::ControlCharacter => "chứa ký tự điều khiển",
        Code::Empty => "để trống",
        Code::TooLong => "quá dài",
        Code::NotAnIdentifier => "không phải mã định danh",
        Code::NotADate => "không phải ngày dạng `yyyy-mm-dd`",
        Code::NotATime => "không phải giờ dạng `hh:mm`",
        Code::NotANumber => "không phải số đúng dạng",
        Code::OutOfRange => "nằm ngoài khoảng cho phép",
        Code::UnknownChoice => "không thuộc các từ cho phép",
        Code::UnknownId => "không có trong các bảng",
        Code::Duplicate => "bị lặp",
        Code::TwoCells => "thuộc hai chi bộ",
        Code::Contradiction => "mâu thuẫn với giá trị khác",
        Code::DateOrder => "sai thứ tự ngày",
        Code::Cycle => "đứng trên chính mình",
        Code::NotOfCell => "không thuộc tổ chức vào ngày sinh hoạt",
        Code::MissingMember => "thuộc chi bộ nhưng thiếu trong điểm danh",
        Code::Forbidden => "bị một quy định đang có hiệu lực không cho phép",
        Code::NoRule => "rơi vào ngày mà bộ quy định không biết quy tắc",
    }
}

fn allowed(found: Option<&str>, language: Language) -> String {
    found
        .map(|text| {
            format!(
                " ({}: {})",
                language.pick("cho phép", "allowed"),
                limit(text, language)
            )
        })
        .unwrap_or_default()
}

/// A problem of a table as a sentence that starts with its place: `file:line:column: …`.
#[must_use]
pub fn problem_sentence(problem: &TableProblem, language: Language) -> String {
    if language == Language::En {
        return problem.to_string();
    }
    let mut place = problem.file.clone();
    if problem.line > 0 {
        place.push_str(&format!(":{}", problem.line));
    }
    if let Some(column) = &problem.column {
        place.push_str(&format!(":{column}"));
    }
    let allowed = allowed(problem.limit.as_deref(), language);
    format!(
        "{place}: `{}` {}{allowed}",
        problem.value,
        problem_words(problem.code)
    )
}

fn input_sentence(error: &InputError) -> String {
    let words = problem_words(error.code.into());
    // JSON is the one code of input that tables do not have.
    let words = if error.code == crate::error::InputCode::NotJson {
        "không phải JSON đúng dạng"
    } else {
        words
    };
    let allowed = allowed(error.limit.as_deref(), Language::Vi);
    format!("`{}` {words}: `{}`{allowed}", error.field, error.value)
}

/// An error as a sentence.
///
/// ```
/// use handbook::text::{Language, error_sentence};
/// use handbook::{RuleBook, date};
///
/// let outside = RuleBook::vietnam().on(date(1990, 1, 1)?).unwrap_err();
/// assert_eq!(
///     error_sentence(&outside, Language::Vi),
///     "ngày 01/01/1990 nằm ngoài khoảng mà bộ quy định `vietnam` bao quát: \
///      01/01/2021 đến 31/12/2026"
/// );
/// # Ok::<(), handbook::InputError>(())
/// ```
#[must_use]
pub fn error_sentence(error: &HandbookError, language: Language) -> String {
    if language == Language::En {
        return error.to_string();
    }
    match error {
        HandbookError::Input(error) => input_sentence(error),
        HandbookError::RuleNotInForce(absent) => format!(
            "không biết giá trị của `{}` ({}) vào ngày {}: {}",
            absent.parameter,
            absent.rule,
            day(absent.date, language),
            match absent.reason {
                AbsenceReason::NotRead => "chưa đọc được văn bản có hiệu lực",
                AbsenceReason::NoRule => "khi đó không có quy định này",
            }
        ),
        HandbookError::OutsideRuleBook(outside) => format!(
            "ngày {} nằm ngoài khoảng mà bộ quy định `{}` bao quát: {} đến {}",
            day(outside.date, language),
            outside.rule_book,
            day(outside.from, language),
            day(outside.to, language)
        ),
        HandbookError::RuleBook(failed) => format!(
            "bộ quy định không qua {} kiểm tra; đầu tiên: {}",
            failed.problems.len(),
            failed
                .problems
                .first()
                .map(ToString::to_string)
                .unwrap_or_default()
        ),
    }
}
