//! What can be wrong with a table: where, which value, and what is wrong with it.

use serde::Serialize;

use crate::compact::{Gather, sort_by_key};
use crate::error::{InputCode, InputError, InputProblem};
use crate::verdict::Ground;

/// Longest piece of a wrong value that a problem repeats, in characters.
const SHOWN_VALUE: usize = 80;

/// What is wrong with a table or a value in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TableProblemCode {
    /// A file that is none of the tables.
    UnknownTable,
    /// A table that must be there is not.
    MissingTable,
    /// The same table twice.
    DuplicateTable,
    /// More bytes or lines than allowed; the file is not read.
    TooMany,
    /// Starts with a byte order mark.
    ByteOrderMark,
    /// Columns separated by semicolons, as some spreadsheets write them.
    Semicolons,
    /// A column that must be there is not.
    MissingColumn,
    /// A column that the table does not have.
    UnknownColumn,
    /// The same column twice.
    DuplicateColumn,
    /// More or fewer fields than the header.
    RaggedRow,
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// Letters written as a base letter and separate combining marks.
    DecomposedText,
    /// Control characters in a text.
    ControlCharacter,
    /// Nothing where something is needed.
    Empty,
    /// More bytes than allowed in one field.
    TooLong,
    /// Control characters or outer white space in an identifier.
    NotAnIdentifier,
    /// Not a date of the form `yyyy-mm-dd`.
    NotADate,
    /// The text is not a time of the form `hh:mm`.
    NotATime,
    /// Not a number of the form asked for.
    NotANumber,
    /// A number or date outside its range.
    OutOfRange,
    /// Not one of the allowed words.
    UnknownChoice,
    /// Refers to something that the tables do not hold.
    UnknownId,
    /// Given twice where once is allowed.
    Duplicate,
    /// A member in two cells.
    TwoCells,
    /// Two values that cannot both be true.
    Contradiction,
    /// An interval that ends before it starts, or a fact before its subject existed.
    DateOrder,
    /// Organizations that would stand above themselves.
    Cycle,
    /// A roll-call names someone who did not belong to the meeting's organization on the day.
    NotOfCell,
    /// A roll-call leaves out someone who belonged to the cell on the day.
    MissingMember,
    /// A rule in force on its date forbids the act.
    Forbidden,
    /// The rule book says nothing for the date.
    NoRule,
}

impl TableProblemCode {
    /// The stable code as it stands in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnknownTable => "unknownTable",
            Self::MissingTable => "missingTable",
            Self::DuplicateTable => "duplicateTable",
            Self::TooMany => "tooMany",
            Self::ByteOrderMark => "byteOrderMark",
            Self::Semicolons => "semicolons",
            Self::MissingColumn => "missingColumn",
            Self::UnknownColumn => "unknownColumn",
            Self::DuplicateColumn => "duplicateColumn",
            Self::RaggedRow => "raggedRow",
            Self::NotUtf8 => "notUtf8",
            Self::DecomposedText => "decomposedText",
            Self::ControlCharacter => "controlCharacter",
            Self::Empty => "empty",
            Self::TooLong => "tooLong",
            Self::NotAnIdentifier => "notAnIdentifier",
            Self::NotADate => "notADate",
            Self::NotATime => "notATime",
            Self::NotANumber => "notANumber",
            Self::OutOfRange => "outOfRange",
            Self::UnknownChoice => "unknownChoice",
            Self::UnknownId => "unknownId",
            Self::Duplicate => "duplicate",
            Self::TwoCells => "twoCells",
            Self::Contradiction => "contradiction",
            Self::DateOrder => "dateOrder",
            Self::Cycle => "cycle",
            Self::NotOfCell => "notOfCell",
            Self::MissingMember => "missingMember",
            Self::Forbidden => "forbidden",
            Self::NoRule => "noRule",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::UnknownTable => "is not the name of a table",
            Self::MissingTable => "is missing",
            Self::DuplicateTable => "is given twice",
            Self::TooMany => "is more than allowed; the file is not read",
            Self::ByteOrderMark => "starts with a byte order mark",
            Self::Semicolons => "separates columns by semicolons instead of commas",
            Self::MissingColumn => "is missing from the header",
            Self::UnknownColumn => "is not a column of this table",
            Self::DuplicateColumn => "stands twice in the header",
            Self::RaggedRow => "fields are not as many as the header has",
            Self::NotUtf8 => "is not UTF-8",
            Self::DecomposedText => "is written with separate combining marks",
            Self::ControlCharacter => "holds control characters",
            Self::Empty => "is empty",
            Self::TooLong => "is too long",
            Self::NotAnIdentifier => "is not an identifier",
            Self::NotADate => "is not a date of the form `yyyy-mm-dd`",
            Self::NotATime => "is not a time of the form `hh:mm`",
            Self::NotANumber => "is not a number of the form asked for",
            Self::OutOfRange => "is out of range",
            Self::UnknownChoice => "is not one of the allowed words",
            Self::UnknownId => "is not known to the tables",
            Self::Duplicate => "is given twice",
            Self::TwoCells => "belongs to two cells",
            Self::Contradiction => "contradicts another value",
            Self::DateOrder => "is in the wrong order of dates",
            Self::Cycle => "stand above themselves",
            Self::NotOfCell => "did not belong to the organization on the day of the meeting",
            Self::MissingMember => "belonged to the cell and is missing from the roll-call",
            Self::Forbidden => "is forbidden by a rule in force on its date",
            Self::NoRule => "falls on a day for which the rule book knows no rule",
        }
    }
}

impl From<InputCode> for TableProblemCode {
    fn from(code: InputCode) -> Self {
        match code {
            InputCode::Empty => Self::Empty,
            InputCode::TooLong => Self::TooLong,
            InputCode::NotAnIdentifier => Self::NotAnIdentifier,
            InputCode::NotADate => Self::NotADate,
            InputCode::NotATime => Self::NotATime,
            InputCode::NotANumber => Self::NotANumber,
            InputCode::OutOfRange => Self::OutOfRange,
            InputCode::UnknownChoice => Self::UnknownChoice,
            InputCode::UnknownId => Self::UnknownId,
            InputCode::Duplicate => Self::Duplicate,
            InputCode::Contradiction | InputCode::NotJson => Self::Contradiction,
            InputCode::DateOrder => Self::DateOrder,
            InputCode::Cycle => Self::Cycle,
            InputCode::DecomposedText => Self::DecomposedText,
            InputCode::ControlCharacter => Self::ControlCharacter,
        }
    }
}

/// One problem: file, line, column, value, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableProblem {
    /// The file's name as given.
    pub file: String,
    /// The line that the row starts on, from 1; 0 for the file as a whole.
    pub line: u32,
    /// The column's name, where one column is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The value as it stands in the file, cut after 80 characters.
    pub value: String,
    /// What is wrong.
    pub code: TableProblemCode,
    /// What would have been allowed, where that is short to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    /// What a refusal rests on; empty for anything else.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
}

impl TableProblem {
    pub(crate) fn new(
        file: &str,
        line: u32,
        column: Option<&str>,
        value: &str,
        code: TableProblemCode,
    ) -> Self {
        Self {
            file: cut(file),
            line,
            column: column.map(cut),
            value: cut(value),
            code,
            limit: None,
            grounds: Vec::new(),
        }
    }

    pub(crate) fn with_limit(mut self, limit: impl Into<String>) -> Self {
        self.limit = Some(limit.into());
        self
    }

    pub(crate) fn from_input(file: &str, line: u32, column: &str, error: InputError) -> Self {
        let InputProblem {
            code, value, limit, ..
        } = error.into();
        Self {
            limit,
            ..Self::new(file, line, Some(column), &value, code.into())
        }
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN_VALUE) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl std::fmt::Display for TableProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}", self.file)?;
        if self.line > 0 {
            write!(formatter, ":{}", self.line)?;
        }
        if let Some(column) = &self.column {
            write!(formatter, ":{column}")?;
        }
        write!(formatter, ": `{}` {}", self.value, self.code.english())?;
        match &self.limit {
            Some(limit) => write!(formatter, " (allowed: {limit})"),
            None => Ok(()),
        }
    }
}

/// Every problem found in one pass over the tables; at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TableProblems {
    /// The first ones, by table and line.
    pub problems: Vec<TableProblem>,
    /// How many there are in all.
    pub total: u32,
}

impl std::fmt::Display for TableProblems {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "the tables have {} problems", self.total)?;
        match self.problems.first() {
            Some(first) => write!(formatter, "; the first: {first}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for TableProblems {}

/// Collects problems and keeps the first ones.
#[derive(Debug)]
pub(crate) struct ProblemSink {
    kept: Vec<(usize, TableProblem)>,
    total: u32,
    truncated: u32,
    most: usize,
    /// Place of the current table in the order of reading.
    pub(crate) table: usize,
}

impl ProblemSink {
    pub(crate) fn new(most: u32) -> Self {
        Self {
            kept: Vec::new(),
            total: 0,
            truncated: 0,
            most: usize::try_from(most).unwrap_or(usize::MAX),
            table: 0,
        }
    }

    pub(crate) fn add(&mut self, problem: TableProblem) {
        self.total = self.total.saturating_add(1);
        // Rows that were not seen must not make references look unknown.
        let hides_rows = match problem.code {
            TableProblemCode::TooMany => true,
            TableProblemCode::MissingColumn => problem.column.as_deref() == Some("id"),
            TableProblemCode::Empty => problem.column.is_none(),
            _ => false,
        };
        self.truncated += u32::from(hides_rows);
        if self.kept.len() < self.most {
            self.kept.push((self.table, problem));
        }
    }

    /// Whether nothing is wrong so far.
    pub(crate) fn is_clean(&self) -> bool {
        self.total == 0
    }

    /// How many problems keep rows or their ids from being seen.
    pub(crate) fn truncated(&self) -> u32 {
        self.truncated
    }

    /// Whether a further problem would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.kept.len() >= self.most
    }

    pub(crate) fn finish(mut self) -> Option<TableProblems> {
        if self.total == 0 {
            return None;
        }
        sort_by_key(&mut self.kept, |(table, problem)| (*table, problem.line));
        Some(TableProblems {
            problems: self.kept.into_iter().map(|(_, problem)| problem).gather(),
            total: self.total,
        })
    }
}
