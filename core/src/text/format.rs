//! Numbers, money and days as they are written in each language.

use chrono::{Datelike, NaiveDate};

use super::Language;

/// A whole number with its thousands apart.
///
/// ```
/// use handbook::text::{Language, number};
///
/// assert_eq!(number(5_423, Language::Vi), "5.423");
/// assert_eq!(number(-1_005_423, Language::En), "-1,005,423");
/// ```
#[must_use]
pub fn number(value: i64, language: Language) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut result = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        result.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            result.push(language.pick('.', ','));
        }
        result.push(digit);
    }
    result
}

/// A percentage as figures show it, such as `107.4`, with the language's decimal mark.
///
/// ```
/// use handbook::text::{Language, percent};
///
/// assert_eq!(percent("107.4", Language::Vi), "107,4 %");
/// assert_eq!(percent("107.4", Language::En), "107.4 %");
/// ```
#[must_use]
pub fn percent(shown: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("{} %", shown.replace('.', ",")),
        Language::En => format!("{shown} %"),
    }
}

/// Whole đồng.
///
/// ```
/// use handbook::text::{Language, money};
///
/// assert_eq!(money(351_264_500_000, Language::Vi), "351.264.500.000 đồng");
/// assert_eq!(money(351_264_500_000, Language::En), "351,264,500,000 VND");
/// ```
#[must_use]
pub fn money(value: i64, language: Language) -> String {
    format!(
        "{} {}",
        number(value, language),
        language.pick("đồng", "VND")
    )
}

/// A day.
///
/// ```
/// use handbook::date;
/// use handbook::text::{Language, day};
///
/// assert_eq!(day(date(2023, 12, 3)?, Language::Vi), "03/12/2023");
/// assert_eq!(day(date(2023, 12, 3)?, Language::En), "2023-12-03");
/// # Ok::<(), handbook::InputError>(())
/// ```
#[must_use]
pub fn day(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Vi => format!("{:02}/{:02}/{}", date.day(), date.month(), date.year()),
        Language::En => date.to_string(),
    }
}

/// Marks in hundredths of a point, without zeros at the end.
pub(super) fn marks(hundredths: i64, language: Language) -> String {
    let points = number(hundredths / 100, language);
    let mark = language.pick(',', '.');
    match hundredths.unsigned_abs() % 100 {
        0 => points,
        rest if rest % 10 == 0 => format!("{points}{mark}{}", rest / 10),
        rest => format!("{points}{mark}{rest:02}"),
    }
}
