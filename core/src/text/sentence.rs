//! Grounds and policies as sentences.

use super::Language;
use super::format::{day, marks, money, number, percent};
use super::names::{kind_name, sureness_name, word};
use crate::exact::floor_div;
use crate::identifier::ParameterId;
use crate::quantity::{Comparison, Quantity, shown_percent};
use crate::rulebook::{Citation, RuleBook, Sureness};
use crate::verdict::{Ground, PolicyUsed};

/// A quantity in words.
///
/// ```
/// use handbook::text::{Language, shown_quantity};
/// use handbook::{Quantity, RuleBook};
///
/// let book = RuleBook::vietnam();
/// let shown = shown_quantity(&book, &Quantity::share(2_933, 3_106), Language::En);
/// assert_eq!(shown, "94.43 % (2,933 of 3,106)");
/// ```
#[must_use]
pub fn shown_quantity(book: &RuleBook, quantity: &Quantity, language: Language) -> String {
    let counted = |value: i64, vi: &str, en: &str| {
        let unit = language.pick(vi, en);
        let plural = if language == Language::En && value != 1 {
            "s"
        } else {
            ""
        };
        format!("{} {unit}{plural}", number(value, language))
    };
    match quantity {
        Quantity::Count { value } => number(*value, language),
        Quantity::Share { part, whole } => match shown_percent(*part, *whole, 2) {
            Some(shown) => format!(
                "{} ({} {} {})",
                percent(&shown, language),
                number(*part, language),
                language.pick("trên", "of"),
                number(*whole, language)
            ),
            None => format!("{part}/{whole}"),
        },
        Quantity::Marks { hundredths } => {
            format!(
                "{} {}",
                marks(*hundredths, language),
                language.pick("điểm", "points")
            )
        }
        Quantity::Days { value } => counted(*value, "ngày", "day"),
        Quantity::WorkingDays { value } => counted(*value, "ngày làm việc", "working day"),
        Quantity::Months { value } => counted(*value, "tháng", "month"),
        Quantity::Years { value } => counted(*value, "năm", "year"),
        Quantity::Minutes { value } => counted(*value, "phút", "minute"),
        Quantity::Date { value } => day(*value, language),
        Quantity::Dong { value } => money(*value, language),
        Quantity::Flag { value: true } => language.pick("có", "yes").to_owned(),
        Quantity::Flag { value: false } => language.pick("không", "no").to_owned(),
        Quantity::Word { value } => word(book, value, language),
    }
}

/// A share that a rule requires: in percent where that is exact, else as a fraction.
fn required_share(part: i64, whole: i64, language: Language) -> String {
    let (scaled, divisor) = (i128::from(part) * 10_000, i128::from(whole));
    let exact = whole > 0 && floor_div(scaled, divisor) * divisor == scaled;
    match shown_percent(part, whole, 2).filter(|_| exact) {
        Some(shown) => {
            let shown = shown.trim_end_matches('0').trim_end_matches('.');
            percent(shown, language)
        }
        None => format!("{part}/{whole}"),
    }
}

fn comparison_words(
    comparison: Comparison,
    required: &Quantity,
    language: Language,
) -> &'static str {
    let dated = matches!(required, Quantity::Date { .. });
    let (vi, en) = match comparison {
        Comparison::Equals if matches!(required, Quantity::Flag { .. }) => ("là", "to be"),
        Comparison::AtLeast if dated => ("không sớm hơn", "not before"),
        Comparison::AtMost if dated => ("không muộn hơn", "not after"),
        Comparison::MoreThan if dated => ("sau", "after"),
        Comparison::LessThan if dated => ("trước", "before"),
        Comparison::AtLeast => ("ít nhất", "at least"),
        Comparison::AtMost => ("nhiều nhất", "at most"),
        Comparison::MoreThan => ("trên", "more than"),
        Comparison::LessThan => ("dưới", "less than"),
        Comparison::Equals => ("đúng", "equal to"),
        Comparison::Differs => ("khác", "other than"),
    };
    language.pick(vi, en)
}

/// Where a value comes from: instrument, clause, and how sure when that is less than a secondary
/// source.
fn source(citation: &Citation, rule: &str, language: Language) -> String {
    let mut text = format!("{rule}, {}", citation.instrument);
    if !citation.clause.is_empty() {
        text.push(' ');
        text.push_str(&citation.clause);
    }
    if let Some(overlay) = &citation.overlay {
        text.push_str(language.pick("; do ", "; set by "));
        text.push_str(if overlay == PolicyUsed::ASKED {
            language.pick("câu hỏi", "the question")
        } else {
            overlay
        });
        text.push_str(language.pick(" chọn", ""));
    } else if citation.sureness > Sureness::Secondary {
        text.push_str("; ");
        text.push_str(sureness_name(citation.sureness, language));
    }
    text
}

fn label<'book>(
    book: &'book RuleBook,
    parameter: &'book ParameterId,
    language: Language,
) -> &'book str {
    if let Some((vi, en)) = book.label(parameter) {
        return language.pick(vi, en);
    }
    parameter
        .as_str()
        .strip_prefix("kind:")
        .and_then(|kind| kind_name(book, kind, language))
        .unwrap_or(parameter.as_str())
}

/// A ground as a sentence: what was measured, what is required, whether it holds, and where the
/// rule comes from.
///
/// ```
/// use handbook::organization::{CellCommitteeInput, cell_committee};
/// use handbook::text::{Language, sentence};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let verdict = cell_committee(&rules, &CellCommitteeInput { full_members: 8 })?;
/// assert_eq!(
///     sentence(&book, &verdict.grounds[0], Language::En),
///     "Full members to elect a cell committee: 8, required at least 9: does not hold \
///      (ORG-20, 294-QĐ/TW §23.2)"
/// );
/// # Ok::<(), handbook::HandbookError>(())
/// ```
#[must_use]
pub fn sentence(book: &RuleBook, ground: &Ground, language: Language) -> String {
    let label = label(book, &ground.parameter, language);
    ground_sentence(book, label, ground, language)
}

/// The same, with another name for what was measured.
pub(super) fn ground_sentence(
    book: &RuleBook,
    label: &str,
    ground: &Ground,
    language: Language,
) -> String {
    let required = match &ground.required {
        Quantity::Share { part, whole } => required_share(*part, *whole, language),
        other => shown_quantity(book, other, language),
    };
    format!(
        "{label}: {}, {} {} {required}: {} ({})",
        shown_quantity(book, &ground.measured, language),
        language.pick("yêu cầu", "required"),
        comparison_words(ground.comparison, &ground.required, language),
        match (ground.holds, language) {
            (true, Language::Vi) => "đạt",
            (false, Language::Vi) => "không đạt",
            (true, Language::En) => "holds",
            (false, Language::En) => "does not hold",
        },
        source(&ground.citation, ground.rule.as_str(), language),
    )
}

/// A reading that an answer used, as a sentence.
#[must_use]
pub fn policy_sentence(book: &RuleBook, policy: &PolicyUsed, language: Language) -> String {
    let choice = match book.sheet_name(&policy.parameter, &policy.choice) {
        Some((vi, en)) => language.pick(vi, en).to_owned(),
        None => word(book, &policy.choice, language),
    };
    format!(
        "{}: {choice} ({})",
        label(book, &policy.parameter, language),
        source(&policy.citation, policy.rule.as_str(), language),
    )
}
