//! Kinds of documents, with the abbreviations that stand in numbers.

use serde::{Deserialize, Serialize};

use crate::text::{Language, document_kind_name};

/// The kind of a document (thể loại văn bản).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentKind {
    /// Nghị quyết.
    Resolution,
    /// Chỉ thị.
    Directive,
    /// Quy định.
    Regulation,
    /// Hướng dẫn.
    Guide,
    /// Quyết định.
    Decision,
    /// Kết luận.
    Conclusion,
    /// Kế hoạch.
    Plan,
    /// Báo cáo.
    Report,
    /// Chương trình.
    Programme,
    /// Công văn.
    OfficialLetter,
    /// Any other.
    Other,
}

impl DocumentKind {
    /// Every kind that has an abbreviation. Where two share one, the first is meant first.
    pub(crate) const ABBREVIATED: [Self; 10] = [
        Self::Resolution,
        Self::Directive,
        Self::Decision,
        Self::Regulation,
        Self::Guide,
        Self::Conclusion,
        Self::Plan,
        Self::Report,
        Self::Programme,
        Self::OfficialLetter,
    ];

    /// The abbreviation in numbers such as `21-NQ/TW`; empty where there is none. `QĐ` stands for
    /// a decision and for a regulation.
    ///
    /// ```
    /// use handbook::document::DocumentKind;
    ///
    /// assert_eq!(DocumentKind::Resolution.abbreviation(), "NQ");
    /// ```
    #[must_use]
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Resolution => "NQ",
            Self::Directive => "CT",
            Self::Regulation | Self::Decision => "QĐ",
            Self::Guide => "HD",
            Self::Conclusion => "KL",
            Self::Plan => "KH",
            Self::Report => "BC",
            Self::Programme => "CTr",
            Self::OfficialLetter => "CV",
            Self::Other => "",
        }
    }

    /// The Vietnamese name, by which documents of the kind are found; empty for other ones.
    pub(crate) fn searched_name(self) -> &'static str {
        match self {
            Self::Other => "",
            _ => document_kind_name(self, Language::Vi),
        }
    }
}
