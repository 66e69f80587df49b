//! A document with what is known about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::kind::DocumentKind;
use crate::check::not_before;
use crate::error::{InputCode, InputError};
use crate::identifier::{DocumentId, RuleId, TaskId};

/// Longest number of a document, in characters.
pub const DOCUMENT_NUMBER_MOST: usize = 64;
/// Longest title, in characters.
pub const DOCUMENT_TITLE_MOST: usize = 500;
/// Longest name of an issuer, in characters.
pub const DOCUMENT_ISSUER_MOST: usize = 200;
/// Longest name of a field, in characters.
pub const DOCUMENT_FIELD_MOST: usize = 100;
/// Longest body, in characters.
pub const DOCUMENT_BODY_MOST: usize = 300_000;
/// Most documents that one replaces, most rules and most tasks that one is linked to.
pub const DOCUMENT_LINKS_MOST: usize = 100;

/// A document (văn bản): resolution, directive, guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Document {
    /// The host's identifier.
    pub id: DocumentId,
    /// The number (số, ký hiệu), such as `21-NQ/TW`; absent where the document has none.
    pub number: Option<String>,
    /// The kind.
    pub kind: DocumentKind,
    /// What it is about (trích yếu).
    pub title: String,
    /// Who issued it, in words: documents also come from bodies that no record holds.
    pub issuer: String,
    /// The day of signing.
    #[serde(deserialize_with = "crate::wire::day")]
    pub signed_on: NaiveDate,
    /// First day in force; absent where that is the day of signing.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub in_force_from: Option<NaiveDate>,
    /// Last day in force, where the document itself ends.
    #[serde(default, deserialize_with = "crate::wire::optional_day")]
    pub in_force_to: Option<NaiveDate>,
    /// The documents that are replaced from the first day in force. Ones that are not held may be
    /// named too.
    #[serde(default)]
    pub replaces: Vec<DocumentId>,
    /// The field of work (lĩnh vực).
    pub field: Option<String>,
    /// The rules of the catalogue that rest on it.
    #[serde(default)]
    pub rules: Vec<RuleId>,
    /// The tasks that carry it out.
    #[serde(default)]
    pub tasks: Vec<TaskId>,
    /// The text itself, where the host keeps it here.
    pub body: Option<String>,
}

impl Document {
    /// First day in force.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.in_force_from.unwrap_or(self.signed_on)
    }

    /// Checks what the types do not.
    ///
    /// # Errors
    /// [`InputError`] `empty` for a text that is there and blank, `tooLong` for one beyond its
    /// limit and for more than a hundred links of a kind, `dateOrder` naming `inForceTo` before
    /// the first day in force, `contradiction` for a document that replaces itself, `duplicate`
    /// for a link that is named twice.
    pub fn check(&self) -> Result<(), InputError> {
        let texts = [
            ("number", self.number.as_deref(), DOCUMENT_NUMBER_MOST),
            ("title", Some(self.title.as_str()), DOCUMENT_TITLE_MOST),
            ("issuer", Some(self.issuer.as_str()), DOCUMENT_ISSUER_MOST),
            ("field", self.field.as_deref(), DOCUMENT_FIELD_MOST),
            ("body", self.body.as_deref(), DOCUMENT_BODY_MOST),
        ];
        for (field, text, most) in texts {
            if let Some(text) = text {
                check_text(field, text, most)?;
            }
        }
        if let Some(last) = self.in_force_to {
            not_before("inForceTo", last, self.first_day())?;
        }
        if self.replaces.contains(&self.id) {
            return Err(InputError::new(
                InputCode::Contradiction,
                "replaces",
                &self.id,
            ));
        }
        let links: [(&str, Vec<&str>); 3] = [
            (
                "replaces",
                self.replaces.iter().map(DocumentId::as_str).collect(),
            ),
            ("rules", self.rules.iter().map(RuleId::as_str).collect()),
            ("tasks", self.tasks.iter().map(TaskId::as_str).collect()),
        ];
        links
            .iter()
            .try_for_each(|(field, links)| check_links(field, links))
    }
}

/// Refuses a blank text and one with more characters than allowed.
#[inline(never)]
pub(super) fn check_text(field: &str, text: &str, most: usize) -> Result<(), InputError> {
    if text.trim().is_empty() {
        return Err(InputError::new(InputCode::Empty, field, text));
    }
    short_enough(field, text, most)
}

#[inline(never)]
pub(super) fn short_enough(field: &str, text: &str, most: usize) -> Result<(), InputError> {
    if text.len() > most && text.chars().count() > most {
        return Err(InputError::new(InputCode::TooLong, field, text).with_limit(most.to_string()));
    }
    Ok(())
}

fn check_links(field: &str, links: &[&str]) -> Result<(), InputError> {
    if links.len() > DOCUMENT_LINKS_MOST {
        return Err(InputError::new(InputCode::TooLong, field, links.len())
            .with_limit(DOCUMENT_LINKS_MOST.to_string()));
    }
    for (place, link) in links.iter().enumerate() {
        if links.iter().take(place).any(|earlier| earlier == link) {
            return Err(InputError::new(InputCode::Duplicate, field, link));
        }
    }
    Ok(())
}
