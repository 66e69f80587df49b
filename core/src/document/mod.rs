//! Documents (văn bản): what is in force, what replaced what, and search over all of them.

mod contents;
mod index;
mod kind;
mod ranking;
mod search;
mod status;
mod vocabulary;

pub use contents::{
    DOCUMENT_BODY_MOST, DOCUMENT_FIELD_MOST, DOCUMENT_ISSUER_MOST, DOCUMENT_LINKS_MOST,
    DOCUMENT_NUMBER_MOST, DOCUMENT_TITLE_MOST, Document,
};
pub use index::DocumentIndex;
pub use kind::DocumentKind;
pub use search::{
    DocumentHit, DocumentHits, DocumentPart, DocumentSearchInput, MatchedPlace, SEARCH_LIMIT_MOST,
    SEARCH_TEXT_MOST, SEARCH_WORDS_MOST, SearchInput, Snippet, document_search,
};
pub use status::{DocumentStatus, DocumentStatusInput, document_status};
