//! Which kind of organization may stand directly under which.

use serde::{Deserialize, Serialize};

use crate::compact::Gather;
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

/// Whether a kind of organization (loại hình tổ chức đảng) exists on the day and may stand
/// directly under another: ORG-01 to ORG-06, 294-QĐ/TW §10 and §20.
///
/// The grounds carry the parameter `kind:<id>`: first that each kind exists on the day, then
/// whether the one may stand under the other; where it may not, the required word lists the
/// kinds that it may stand under, with ` | ` between them. Without a parent only existence is
/// judged: a record may start at any tier.
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
/// [`HandbookError::Input`] naming `kind` or `parent` for a kind that the rule book does not know
/// on any day.
pub fn placement(
    rules: &Rules<'_>,
    input: &PlacementInput,
) -> Result<Verdict<Placement>, HandbookError> {
    let mut basis = Basis::default();
    let mut exists = |field: &str, id: &KindId| -> Result<Option<&KindRule>, HandbookError> {
        let Some(nearest) = nearest(rules, id) else {
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

/// The kind as it stands on the day, or stood last before it, or will stand first.
fn nearest<'book>(rules: &Rules<'book>, id: &KindId) -> Option<&'book KindRule> {
    let entries = || rules.book().kinds().iter().filter(|kind| kind.id == *id);
    entries()
        .filter(|kind| kind.from <= rules.date())
        .max_by_key(|kind| kind.from)
        .or_else(|| entries().min_by_key(|kind| kind.from))
}

fn ground_of(kind: &KindRule) -> Result<(RuleId, ParameterId, Citation), HandbookError> {
    Ok((
        kind.rule.clone(),
        ParameterId::new(format!("kind:{}", kind.id))?,
        kind.citation(),
    ))
}

/// The day against the last (or first) day on which the kind exists.
pub(super) fn existence(rules: &Rules<'_>, kind: &KindRule) -> Result<Ground, HandbookError> {
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

/// Whether a kind's tier is over: the day against the last one on which the kind existed, or
/// the last that the book knows (ORG-01, ORG-02).
pub(crate) fn end_of_tier(rules: &Rules<'_>, kind: &KindId) -> Result<Ground, HandbookError> {
    let Some(known) = nearest(rules, kind) else {
        return Err(InputError::new(InputCode::UnknownId, "kind", kind).into());
    };
    let (rule, parameter, citation) = ground_of(known)?;
    let last = known.to.unwrap_or(rules.book().covers().1);
    Ok(Ground {
        rule,
        parameter,
        citation,
        measured: Quantity::Date {
            value: rules.date(),
        },
        comparison: Comparison::MoreThan,
        required: Quantity::Date { value: last },
        holds: rules.date() > last,
    })
}

/// The kind that an organization has against the one that fits its size (ORG-11).
pub(crate) fn kind_for_size(
    rules: &Rules<'_>,
    actual: &KindId,
    fitting: &KindId,
) -> Result<Ground, HandbookError> {
    let Some(known) = nearest(rules, fitting) else {
        return Err(InputError::new(InputCode::UnknownId, "kind", fitting).into());
    };
    let (rule, parameter, citation) = ground_of(known)?;
    Ok(Ground {
        rule,
        parameter,
        citation,
        measured: Quantity::word(actual.as_str()),
        comparison: Comparison::Equals,
        required: Quantity::word(fitting.as_str()),
        holds: actual == fitting,
    })
}

/// How many organizations of a kind there are against the one that is asked for.
pub(crate) fn at_least_one(
    rules: &Rules<'_>,
    kind: &KindId,
    number: usize,
) -> Result<Ground, HandbookError> {
    let Some(known) = nearest(rules, kind) else {
        return Err(InputError::new(InputCode::UnknownId, "kind", kind).into());
    };
    let (rule, parameter, citation) = ground_of(known)?;
    Ok(Ground {
        rule,
        parameter,
        citation,
        measured: Quantity::count(i64::try_from(number).unwrap_or(i64::MAX)),
        comparison: Comparison::AtLeast,
        required: Quantity::count(1),
        holds: number >= 1,
    })
}

/// Whether the reason that a kind asks for is stated.
pub(crate) fn stated(kind: &KindRule, stated: bool) -> Result<Ground, HandbookError> {
    let (rule, parameter, citation) = ground_of(kind)?;
    Ok(Ground {
        rule,
        parameter,
        citation,
        measured: Quantity::Flag { value: stated },
        comparison: Comparison::Equals,
        required: Quantity::Flag { value: true },
        holds: stated,
    })
}

/// The kind above against those the kind may stand under: the matching one, or all of them.
fn standing_under(kind: &KindRule, parent: &KindId) -> Result<Ground, HandbookError> {
    let (rule, parameter, citation) = ground_of(kind)?;
    let holds = kind.under.contains(parent);
    let allowed: Vec<&str> = kind.under.iter().map(KindId::as_str).gather();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};
    use chrono::NaiveDate;

    fn place(
        on: NaiveDate,
        kind: &str,
        parent: Option<&str>,
    ) -> Result<Verdict<Placement>, HandbookError> {
        let input = PlacementInput {
            kind: KindId::new(kind)?,
            parent: parent.map(KindId::new).transpose()?,
        };
        let book = RuleBook::vietnam();
        placement(&book.on(on)?, &input)
    }

    #[test]
    fn kinds_stand_where_the_day_s_rules_put_them() -> Result<(), HandbookError> {
        let in_2023 = date(2023, 12, 31)?;
        let in_2025 = date(2025, 12, 31)?;
        let at_last = date(2026, 12, 1)?;
        for (kind, parent, days) in [
            ("huyen_uy", Some("tinh_uy"), [true, false, false]),
            ("dang_bo_xa", Some("huyen_uy"), [true, false, false]),
            ("dang_bo_xa", Some("tinh_uy"), [false, true, true]),
            ("chi_bo_truc_thuoc", Some("dang_bo_xa"), [true, true, false]),
            ("chi_bo", Some("dang_bo_xa"), [false, false, true]),
            ("dang_bo_xa", Some("chi_bo_co_so"), [false, false, false]),
            ("tinh_uy", None, [true, true, true]),
            ("huyen_uy", None, [true, false, false]),
        ] {
            for (on, allowed) in [in_2023, in_2025, at_last].into_iter().zip(days) {
                let verdict = place(on, kind, parent)?;
                assert_eq!(
                    verdict.value.allowed, allowed,
                    "{kind} under {parent:?} on {on}"
                );
                assert_eq!(verdict.holds(), allowed, "the grounds say the same");
            }
        }
        Ok(())
    }

    #[test]
    fn the_grounds_name_the_kind_and_what_it_may_stand_under() -> Result<(), HandbookError> {
        let verdict = place(date(2023, 12, 31)?, "dang_bo_xa", Some("tinh_uy"))?;
        let failed = verdict.grounds.iter().find(|ground| !ground.holds);
        assert_eq!(
            failed.map(|ground| (ground.parameter.as_str(), ground.required.clone())),
            Some(("kind:dang_bo_xa", Quantity::word("huyen_uy")))
        );
        let gone = place(date(2025, 12, 31)?, "huyen_uy", None)?;
        assert_eq!(
            gone.grounds.first().map(|ground| ground.required.clone()),
            Some(Quantity::Date {
                value: date(2025, 6, 30)?
            })
        );
        let early = place(date(2023, 12, 31)?, "chi_bo", None)?;
        assert_eq!(
            early
                .grounds
                .first()
                .map(|ground| (ground.comparison, ground.required.clone())),
            Some((
                Comparison::AtLeast,
                Quantity::Date {
                    value: date(2026, 7, 26)?
                }
            ))
        );
        Ok(())
    }

    #[test]
    fn unknown_kinds_are_named() -> Result<(), HandbookError> {
        let field = |kind, parent| match place(date(2025, 12, 31)?, kind, parent) {
            Err(HandbookError::Input(error)) => Ok::<_, HandbookError>(error.field.clone()),
            other => Ok(format!("{other:?}")),
        };
        assert_eq!(field("khoi", None)?, "kind");
        assert_eq!(field("chi_bo_co_so", Some("khoi"))?, "parent");
        Ok(())
    }
}
