//! Opaque identifiers given by the host: at most 64 bytes, compared byte for byte.

use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{InputCode, InputError};
use crate::json::{Fill, FromJson, Json, ToJson, Trouble, Writer, text as text_of};

/// Longest identifier, in bytes of UTF-8.
pub const IDENTIFIER_MAX_BYTES: usize = 64;

pub(crate) fn check(field: &str, text: &str) -> Result<(), InputError> {
    if text.is_empty() {
        return Err(InputError::new(InputCode::Empty, field, text));
    }
    if text.len() > IDENTIFIER_MAX_BYTES {
        return Err(InputError::new(InputCode::TooLong, field, text)
            .with_limit(IDENTIFIER_MAX_BYTES.to_string()));
    }
    if text.trim() != text || text.chars().any(char::is_control) {
        return Err(InputError::new(InputCode::NotAnIdentifier, field, text));
    }
    Ok(())
}

#[inline(never)]
fn fill(into: &mut Box<str>, field: &str, json: &Json<'_>, trouble: &mut Trouble) {
    if let Some(text) = text_of(json, trouble) {
        match check(field, text) {
            Ok(()) => *into = text.into(),
            Err(error) => trouble.refuse(&error),
        }
    }
}

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident = $field:literal;)*) => {$(
        $(#[$doc])*
        ///
        /// An opaque text of 1 to 64 bytes without control characters and without white space
        /// at either end.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks and wraps a text.
            ///
            /// # Errors
            /// [`InputError`] naming the field and the value when the text is empty, longer than
            /// 64 bytes, or holds control characters or outer white space.
            pub fn new(text: impl AsRef<str>) -> Result<Self, InputError> {
                check($field, text.as_ref())?;
                Ok(Self(text.as_ref().into()))
            }

            /// Wraps a text that was checked before.
            #[allow(dead_code, reason = "tables hold some of the identifiers only")]
            pub(crate) fn checked(text: &str) -> Self {
                Self(text.into())
            }

            /// The text as the host gave it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = InputError;

            fn from_str(text: &str) -> Result<Self, InputError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::new(text).map_err(serde::de::Error::custom)
            }
        }

        impl Fill for $name {
            fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
                fill(&mut self.0, $field, json, trouble);
            }
        }

        impl FromJson for $name {
            fn blank() -> Self {
                Self(Box::default())
            }
        }

        impl ToJson for $name {
            fn write(&self, out: &mut Writer) {
                out.text(&self.0);
            }
        }
    )*};
}

identifiers! {
    /// An organization (tổ chức đảng). A code is not an identity: codes are reused.
    OrganizationId = "organization";
    /// A member (đảng viên).
    MemberId = "member";
    /// A meeting (buổi sinh hoạt).
    MeetingId = "meeting";
    /// A yearly target (chỉ tiêu).
    TargetId = "target";
    /// A project of the portfolio (dự án, gói thầu).
    ProjectId = "project";
    /// A task (nhiệm vụ) given to members or organizations.
    TaskId = "task";
    /// A document (văn bản): directive, guide, resolution.
    DocumentId = "document";
    /// A proposal, comment or question of a member (ý kiến góp ý, đề xuất, câu hỏi).
    ContributionId = "contribution";
    /// A petition, difficulty or complex issue (kiến nghị, khó khăn, vụ việc phức tạp).
    MatterId = "matter";
    /// An inspection or supervision (cuộc kiểm tra, giám sát).
    InspectionId = "inspection";
    /// A kind of organization (loại hình tổ chức đảng): data of the rule book, such as
    /// `chi_bo_co_so`.
    KindId = "kind";
    /// A rule of the catalogue, such as `ORG-20`.
    RuleId = "rule";
    /// A parameter of the rule book, such as `cellCommitteeFrom`.
    ParameterId = "parameter";
}
