//! The form of organization that fits a number of members.

use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::identifier::KindId;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{KindRule, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Where an organization is. ORG-04 treats villages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Setting {
    /// Body, school, enterprise.
    Standard,
    /// Village or residential group (thôn, tổ dân phố).
    Village,
}

/// The size of a would-be organization and what the superior says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganizationFormInput {
    /// Full members (đảng viên chính thức).
    pub full_members: u32,
    /// Probationary members (đảng viên dự bị).
    pub probationary_members: u32,
    /// Where it is.
    pub setting: Setting,
    /// Leadership must be strengthened: a committee below the size is allowed (ORG-12).
    #[serde(default)]
    pub strengthened_leadership: bool,
    /// The superior agrees that a large cell stays one cell (ORG-13).
    #[serde(default)]
    pub consent_to_stay_cell: bool,
}

/// The form that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OrganizationForm {
    /// The kind of grassroots organization, or of cell in a village; absent where no
    /// organization may be formed.
    pub kind: Option<KindId>,
    /// Whether a cell of this size is divided into Party groups (tổ đảng).
    pub party_groups: bool,
}

/// Which form of organization fits a number of members (ORG-04, ORG-10 to ORG-13: Charter
/// Art. 21; 294-QĐ/TW §20).
///
/// Below the least number of full members there is none; a village has a cell whatever its size;
/// else full and probationary members together decide between a grassroots cell (chi bộ cơ sở)
/// and a grassroots committee (đảng bộ cơ sở).
///
/// ```
/// use handbook::organization::{OrganizationFormInput, Setting, organization_form};
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let form = organization_form(
///     &book.on(date(2025, 12, 31)?)?,
///     &OrganizationFormInput {
///         full_members: 3,
///         probationary_members: 26,
///         setting: Setting::Standard,
///         strengthened_leadership: false,
///         consent_to_stay_cell: false,
///     },
/// )?;
/// assert_eq!(form.value.kind.map(String::from).as_deref(), Some("chi_bo_co_so"));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day.
pub fn organization_form(
    rules: &Rules<'_>,
    input: &OrganizationFormInput,
) -> Result<Verdict<OrganizationForm>, HandbookError> {
    let mut basis = Basis::default();
    let minimum = rules.get(parameter::MINIMUM_FULL_MEMBERS)?;
    let enough = basis.compare(
        &minimum,
        Quantity::count(input.full_members),
        Comparison::AtLeast,
        Quantity::count(minimum.value),
    );
    if !enough {
        let value = OrganizationForm {
            kind: None,
            party_groups: false,
        };
        return Ok(Verdict::new(value, basis));
    }
    let members = i64::from(input.full_members) + i64::from(input.probationary_members);
    let kind = if in_village(rules, input, &mut basis)? {
        pick(rules, |kind| {
            kind.cell && !kind.grassroots && kind.rule.as_str() != TEMPORARY
        })
        .or_else(|| pick(rules, |kind| kind.cell))
    } else if takes_committee(rules, input, members, &mut basis)? {
        pick(rules, |kind| kind.sized && !kind.cell)
    } else {
        // Where all cells bear one name (ORG-06), no cell is decided by size any more.
        pick(rules, |kind| kind.sized && kind.cell).or_else(|| pick(rules, |kind| kind.cell))
    };
    let is_cell = kind.is_some_and(|kind| kind.cell);
    let mut party_groups = false;
    if is_cell {
        let groups_from = rules.get(parameter::PARTY_GROUPS_FROM)?;
        party_groups = members >= groups_from.value;
        if party_groups {
            basis.compare(
                &groups_from,
                Quantity::count(members),
                Comparison::AtLeast,
                Quantity::count(groups_from.value),
            );
        }
    }
    let value = OrganizationForm {
        kind: kind.map(|kind| kind.id.clone()),
        party_groups,
    };
    Ok(Verdict::new(value, basis))
}

/// Temporary cells are never what fits a size.
const TEMPORARY: &str = "ORG-19";

fn pick<'book>(rules: &Rules<'book>, fits: impl Fn(&KindRule) -> bool) -> Option<&'book KindRule> {
    rules.kinds().find(|kind| fits(kind))
}

fn in_village(
    rules: &Rules<'_>,
    input: &OrganizationFormInput,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    if input.setting != Setting::Village {
        return Ok(false);
    }
    let village = rules.get(parameter::VILLAGE_CELL_ONLY)?;
    Ok(basis.compare(
        &village,
        Quantity::Flag { value: true },
        Comparison::Equals,
        Quantity::Flag {
            value: village.value,
        },
    ))
}

fn takes_committee(
    rules: &Rules<'_>,
    input: &OrganizationFormInput,
    members: i64,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    let committee_from = rules.get(parameter::GRASSROOTS_COMMITTEE_FROM)?;
    let large = basis.compare(
        &committee_from,
        Quantity::count(members),
        Comparison::AtLeast,
        Quantity::count(committee_from.value),
    );
    let (exception, asked) = if large {
        (parameter::LARGE_CELL_BY_CONSENT, input.consent_to_stay_cell)
    } else {
        (
            parameter::GRASSROOTS_COMMITTEE_BELOW,
            input.strengthened_leadership,
        )
    };
    if !asked {
        return Ok(large);
    }
    let exception = rules.get(exception)?;
    let granted = basis.compare(
        &exception,
        Quantity::Flag { value: true },
        Comparison::Equals,
        Quantity::Flag {
            value: exception.value,
        },
    );
    Ok(if granted { !large } else { large })
}
