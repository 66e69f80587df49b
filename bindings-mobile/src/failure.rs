//! The one error of the crossing.

use handbook::error::{AbsenceReason, FailedChecks, InputProblem, OutsideRuleBook, RuleNotInForce};
use handbook::exchange::{TableProblem, TableProblems};
use handbook::rulebook::RuleBookProblem;
use handbook::text::{Language, error_sentence, problem_sentence};
use handbook::{InputCode, InputError, ParameterId};

use crate::identifiers::CalendarDate;

/// Most problems of tables that a sentence lists.
const SHOWN_PROBLEMS: usize = 20;

/// Everything that can go wrong besides a refusal, which is an answer.
///
/// In Kotlin `message` is an English sentence and `localizedMessage` one in the user's language;
/// in Swift `localizedDescription` is in the user's language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum HandbookError {
    /// A value of the input cannot be taken.
    #[error("{}", core_sentence(self))]
    Input {
        /// What is wrong.
        code: InputCode,
        /// The field's name, with a path for nested ones.
        field: String,
        /// The value as given, cut after 80 characters.
        value: String,
        /// What would have been allowed, where that is short to say.
        limit: Option<String>,
    },
    /// The rule book says nothing for this parameter on this date.
    #[error("{}", core_sentence(self))]
    RuleNotInForce {
        /// The rule of the catalogue.
        rule: String,
        /// The parameter asked for.
        parameter: ParameterId,
        /// The date asked for.
        date: CalendarDate,
        /// Why there is no value.
        reason: AbsenceReason,
    },
    /// A date outside the years that the rule book covers.
    #[error("{}", core_sentence(self))]
    OutsideRuleBook {
        /// The date asked for.
        date: CalendarDate,
        /// The rule book asked.
        rule_book: String,
        /// First date covered.
        from: CalendarDate,
        /// Last date covered.
        to: CalendarDate,
    },
    /// A rule book or an overlay that fails its checks.
    #[error("{}", core_sentence(self))]
    RuleBook {
        /// Every check that failed.
        problems: Vec<RuleBookProblem>,
    },
    /// Tables with problems; there is no record.
    #[error("{}", TableProblems { problems: problems.clone(), total: *total })]
    Tables {
        /// The first ones, by table and line.
        problems: Vec<TableProblem>,
        /// How many there are in all.
        total: u32,
    },
}

/// The same error as the core says it; `None` for tables, whose problems are an error of their
/// own there.
fn core(error: &HandbookError) -> Option<handbook::HandbookError> {
    Some(match error.clone() {
        HandbookError::Input {
            code,
            field,
            value,
            limit,
        } => handbook::HandbookError::Input(InputError::from(InputProblem {
            code,
            field,
            value,
            limit,
        })),
        HandbookError::RuleNotInForce {
            rule,
            parameter,
            date,
            reason,
        } => RuleNotInForce {
            rule,
            parameter,
            date,
            reason,
        }
        .into(),
        HandbookError::OutsideRuleBook {
            date,
            rule_book,
            from,
            to,
        } => OutsideRuleBook {
            date,
            rule_book,
            from,
            to,
        }
        .into(),
        HandbookError::RuleBook { problems } => FailedChecks { problems }.into(),
        HandbookError::Tables { .. } => return None,
    })
}

/// The sentence of an error that the core has too.
fn core_sentence(error: &HandbookError) -> String {
    core(error)
        .map(|error| error.to_string())
        .unwrap_or_default()
}

impl From<TableProblems> for HandbookError {
    fn from(TableProblems { problems, total }: TableProblems) -> Self {
        Self::Tables { problems, total }
    }
}

impl From<handbook::HandbookError> for HandbookError {
    fn from(error: handbook::HandbookError) -> Self {
        match error {
            handbook::HandbookError::Input(error) => error.into(),
            handbook::HandbookError::RuleNotInForce(absent) => {
                let RuleNotInForce {
                    rule,
                    parameter,
                    date,
                    reason,
                } = *absent;
                Self::RuleNotInForce {
                    rule,
                    parameter,
                    date,
                    reason,
                }
            }
            handbook::HandbookError::OutsideRuleBook(outside) => {
                let OutsideRuleBook {
                    date,
                    rule_book,
                    from,
                    to,
                } = *outside;
                Self::OutsideRuleBook {
                    date,
                    rule_book,
                    from,
                    to,
                }
            }
            handbook::HandbookError::RuleBook(failed) => Self::RuleBook {
                problems: failed.problems,
            },
        }
    }
}

impl From<InputError> for HandbookError {
    fn from(error: InputError) -> Self {
        let InputProblem {
            code,
            field,
            value,
            limit,
        } = error.into();
        Self::Input {
            code,
            field,
            value,
            limit,
        }
    }
}

#[uniffi::export]
impl HandbookError {
    /// The stable code of the error: `input`, `ruleNotInForce`, `outsideRuleBook`, `ruleBook`,
    /// `tables`.
    #[must_use]
    pub fn error_code(&self) -> String {
        core(self).map_or("tables", |error| error.code()).to_owned()
    }

    /// The whole error as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let json = match self {
            Self::Tables { problems, total } => serde_json::to_string(&serde_json::json!({
                "type": "tables", "problems": problems, "total": total,
            })),
            _ => serde_json::to_string(&core(self)),
        };
        json.unwrap_or_default()
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match (self, core(self)) {
            (_, Some(error)) => error_sentence(&error, language),
            (Self::Tables { problems, total }, _) => {
                let shown = problems.iter().take(SHOWN_PROBLEMS);
                let mut lines: Vec<String> = shown
                    .map(|problem| problem_sentence(problem, language))
                    .collect();
                let shown = u32::try_from(lines.len()).unwrap_or(u32::MAX);
                if let Some(more @ 1..) = total.checked_sub(shown) {
                    lines.push(match language {
                        Language::Vi => format!("… và {more} lỗi khác"),
                        Language::En => format!("… and {more} more"),
                    });
                }
                lines.join("\n")
            }
            _ => self.to_string(),
        }
    }
}
