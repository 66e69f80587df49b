//! Which kind of organization may stand directly under which.

use serde::{Deserialize, Serialize};

use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{KindId, ParameterId, RuleId};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Citation, KindRule, Rules};
use crate::verdict::{Basis, Ground, Verdict};

/// A kind and the kind it would stand under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlacementInput {
    /// The kind.
    pub kind: KindId,
    /// The kind directly above; absent for the root of a record, which may stand alone.
    #[serde(default)]
    pub parent: Option<KindId>,
}

/// Whether a kind may stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Placement {
    /// Whether both kinds exist on the day and one may stand under the other.
    pub allowed: bool,
}

/// Whether a kind of organization exists on the day and may stand directly under another (ORG-01
/// to ORG-07: 294-QĐ/TW §10, §20).
///
/// ```
/// use handbook::organization::{PlacementInput, placement};
/// use handbook::{KindId, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let district = PlacementInput {
///     kind: KindId::new("dang_bo_xa")?,
///     parent: Some(KindId::new("huyen_uy")?),
/// };
/// assert!(placement(&book.on(date(2023, 12, 31)?)?, &district)?.value.allowed);
/// assert!(!placement(&book.on(date(2025, 12, 31)?)?, &district)?.value.allowed);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] for a kind that the rule book does not know on any day.
pub fn placement(
    rules: &Rules<'_>,
    input: &PlacementInput,
) -> Result<Verdict<Placement>, HandbookError> {
    let mut basis = Basis::default();
    let mut exists = |field: &str, id: &KindId| -> Result<Option<&KindRule>, HandbookError> {
        let entries = || rules.book().kinds().iter().filter(|kind| kind.id == *id);
        let Some(nearest) = entries()
            .find(|kind| kind.covers(rules.date()))
            .or_else(|| entries().next_back())
        else {
            return Err(InputError::new(InputCode::UnknownId, field, id).into());
        };
        let here = nearest.covers(rules.date());
        basis.grounds.push(existence(rules, nearest)?);
        Ok(here.then_some(nearest))
    };
    let kind = exists("kind", &input.kind)?;
    let mut allowed = kind.is_some();
    if let Some(parent) = &input.parent {
        allowed &= exists("parent", parent)?.is_some();
        if let Some(kind) = kind {
            let ground = standing_under(kind, parent)?;
            allowed &= ground.holds;
            basis.grounds.push(ground);
        }
    }
    Ok(Verdict::new(Placement { allowed }, basis))
}

fn ground_of(kind: &KindRule) -> Result<(RuleId, ParameterId, Citation), HandbookError> {
    Ok((
        kind.rule.clone(),
        ParameterId::new(format!("kind:{}", kind.id))?,
        kind.citation(),
    ))
}

/// The day against the last (or first) day on which the kind exists.
fn existence(rules: &Rules<'_>, kind: &KindRule) -> Result<Ground, HandbookError> {
    let (rule, parameter, citation) = ground_of(kind)?;
    let (comparison, required) = match kind.to {
        Some(to) if rules.date() >= kind.from => (Comparison::AtMost, to),
        _ => (Comparison::AtLeast, kind.from),
    };
    Ok(Ground {
        rule,
        parameter,
        citation,
        measured: Quantity::Date {
            value: rules.date(),
        },
        comparison,
        required: Quantity::Date { value: required },
        holds: kind.covers(rules.date()),
    })
}

/// The kind above against those the kind may stand under: the matching one, or the first allowed.
fn standing_under(kind: &KindRule, parent: &KindId) -> Result<Ground, HandbookError> {
    let (rule, parameter, citation) = ground_of(kind)?;
    let holds = kind.under.contains(parent);
    let allowed: Vec<&str> = kind.under.iter().map(KindId::as_str).collect();
    Ok(Ground {
        rule,
        parameter,
        citation,
        measured: Quantity::word(parent.as_str()),
        comparison: Comparison::Equals,
        required: Quantity::word(if holds {
            parent.as_str().to_owned()
        } else {
            allowed.join(" | ")
        }),
        holds,
    })
}
