//! The form of organization that fits a number of members.

use serde::{Deserialize, Serialize};

use super::placement::existence;
use crate::error::{AbsenceReason, HandbookError};
use crate::identifier::KindId;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{InForce, KindRule, Parameter, Rules, parameter};
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
    /// The kind that fits; absent where there are too few full members to form an organization:
    /// they are introduced to another one.
    pub kind: Option<KindId>,
    /// Whether a cell of this size is divided into Party groups (tổ đảng).
    pub party_groups: bool,
}

/// Which form of organization fits a number of members (hình thức tổ chức đảng): ORG-04, ORG-10
/// to ORG-13; Charter Art. 21, 294-QĐ/TW §20.
///
/// Below the least number of full members there is none. A village or residential group has a
/// cell under the commune whatever its size. Else full and probationary members together decide
/// between a grassroots cell (chi bộ cơ sở) and a grassroots committee (đảng bộ cơ sở), with two
/// exceptions that a superior grants: a committee below the number, and a large cell that stays
/// one cell under a grassroots committee. A cell of any kind is divided into Party groups from
/// the number that the rule names. Where all cells bear one name (ORG-06), that is the kind.
///
/// The last ground is the rule by which the kind itself exists on the day.
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
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day, or no kind of
/// organization of the form that its rules ask for.
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
    let form = if in_village(rules, input, &mut basis)? {
        Form::SubordinateCell
    } else {
        by_size(rules, input, members, &mut basis)?
    };
    let kind = form.kind(rules).ok_or_else(|| no_kind(rules, &minimum))?;
    let mut party_groups = false;
    if kind.cell {
        let groups_from = rules.get(parameter::PARTY_GROUPS_FROM)?;
        party_groups = basis.compare(
            &groups_from,
            Quantity::count(members),
            Comparison::AtLeast,
            Quantity::count(groups_from.value),
        );
    }
    basis.grounds.push(existence(rules, kind)?);
    let value = OrganizationForm {
        kind: Some(kind.id.clone()),
        party_groups,
    };
    Ok(Verdict::new(value, basis))
}

/// The forms among which size and setting decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    GrassrootsCommittee,
    GrassrootsCell,
    SubordinateCell,
}

impl Form {
    /// The first kind of this form in the book's order that exists on the day.
    fn kind<'book>(self, rules: &Rules<'book>) -> Option<&'book KindRule> {
        let committee = || rules.kinds().find(|kind| kind.sized && !kind.cell);
        let subordinate = || {
            let above = committee()?;
            rules
                .kinds()
                .find(|kind| kind.cell && kind.under.contains(&above.id))
        };
        match self {
            Self::GrassrootsCommittee => committee(),
            Self::GrassrootsCell => rules
                .kinds()
                .find(|kind| kind.sized && kind.cell)
                .or_else(subordinate),
            Self::SubordinateCell => subordinate(),
        }
    }
}

fn no_kind<T>(rules: &Rules<'_>, rule: &InForce<'_, T>) -> HandbookError {
    rule.source().silent_on(rules.date(), AbsenceReason::NoRule)
}

fn in_village(
    rules: &Rules<'_>,
    input: &OrganizationFormInput,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    if input.setting != Setting::Village {
        return Ok(false);
    }
    granted(rules, parameter::VILLAGE_CELL_ONLY, basis)
}

fn by_size(
    rules: &Rules<'_>,
    input: &OrganizationFormInput,
    members: i64,
    basis: &mut Basis,
) -> Result<Form, HandbookError> {
    let committee_from = rules.get(parameter::GRASSROOTS_COMMITTEE_FROM)?;
    let large = basis.compare(
        &committee_from,
        Quantity::count(members),
        Comparison::AtLeast,
        Quantity::count(committee_from.value),
    );
    let stays_cell = large
        && input.consent_to_stay_cell
        && granted(rules, parameter::LARGE_CELL_BY_CONSENT, basis)?;
    let strengthened = !large
        && input.strengthened_leadership
        && granted(rules, parameter::GRASSROOTS_COMMITTEE_BELOW, basis)?;
    Ok(if stays_cell {
        Form::SubordinateCell
    } else if large || strengthened {
        Form::GrassrootsCommittee
    } else {
        Form::GrassrootsCell
    })
}

/// Whether the rule in force grants what the question asks for.
fn granted(
    rules: &Rules<'_>,
    exception: Parameter<bool>,
    basis: &mut Basis,
) -> Result<bool, HandbookError> {
    let rule = rules.get(exception)?;
    Ok(basis.compare(
        &rule,
        Quantity::Flag { value: true },
        Comparison::Equals,
        Quantity::Flag { value: rule.value },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleBook, date};
    use chrono::NaiveDate;

    fn form_on(
        on: NaiveDate,
        input: &OrganizationFormInput,
    ) -> Result<(Option<String>, bool), HandbookError> {
        let book = RuleBook::vietnam();
        let form = organization_form(&book.on(on)?, input)?.value;
        Ok((form.kind.map(String::from), form.party_groups))
    }

    fn standard(full_members: u32, probationary_members: u32) -> OrganizationFormInput {
        OrganizationFormInput {
            full_members,
            probationary_members,
            setting: Setting::Standard,
            strengthened_leadership: false,
            consent_to_stay_cell: false,
        }
    }

    fn kind(id: &str) -> Option<String> {
        Some(id.to_owned())
    }

    #[test]
    fn the_catalogue_s_forms() -> Result<(), HandbookError> {
        for on in [date(2023, 12, 31)?, date(2025, 12, 31)?] {
            let form = |input| form_on(on, &input);
            assert_eq!(form(standard(2, 5))?, (None, false));
            assert_eq!(form(standard(3, 0))?, (kind("chi_bo_co_so"), false));
            assert_eq!(form(standard(3, 26))?, (kind("chi_bo_co_so"), false));
            assert_eq!(form(standard(3, 27))?, (kind("dang_bo_co_so"), false));
            assert_eq!(form(standard(30, 0))?, (kind("dang_bo_co_so"), false));
            let village = |full_members| OrganizationFormInput {
                setting: Setting::Village,
                ..standard(full_members, 0)
            };
            assert_eq!(form(village(45))?, (kind("chi_bo_truc_thuoc"), true));
            assert_eq!(form(village(29))?, (kind("chi_bo_truc_thuoc"), false));
            assert_eq!(form(village(2))?, (None, false));
        }
        Ok(())
    }

    #[test]
    fn exceptions_work_in_one_direction_each() -> Result<(), HandbookError> {
        let on = date(2025, 12, 31)?;
        let ask = |full_members, strengthened_leadership, consent_to_stay_cell| {
            let input = OrganizationFormInput {
                strengthened_leadership,
                consent_to_stay_cell,
                ..standard(full_members, 0)
            };
            form_on(on, &input)
        };
        assert_eq!(ask(12, true, false)?, (kind("dang_bo_co_so"), false));
        assert_eq!(ask(12, false, true)?, (kind("chi_bo_co_so"), false));
        assert_eq!(ask(35, false, true)?, (kind("chi_bo_truc_thuoc"), true));
        assert_eq!(ask(35, true, false)?, (kind("dang_bo_co_so"), false));
        assert_eq!(ask(2, true, true)?, (None, false));
        Ok(())
    }

    #[test]
    fn cells_of_one_name_from_july_2026() -> Result<(), HandbookError> {
        let before = date(2026, 7, 25)?;
        let after = date(2026, 7, 26)?;
        assert_eq!(
            form_on(before, &standard(12, 0))?,
            (kind("chi_bo_co_so"), false)
        );
        assert_eq!(form_on(after, &standard(12, 0))?, (kind("chi_bo"), false));
        let village = OrganizationFormInput {
            setting: Setting::Village,
            ..standard(45, 0)
        };
        assert_eq!(
            form_on(before, &village)?,
            (kind("chi_bo_truc_thuoc"), true)
        );
        assert_eq!(form_on(after, &village)?, (kind("chi_bo"), true));
        Ok(())
    }

    #[test]
    fn every_comparison_is_a_ground() -> Result<(), HandbookError> {
        let book = RuleBook::vietnam();
        let verdict = organization_form(&book.on(date(2025, 12, 31)?)?, &standard(35, 0))?;
        let rules: Vec<_> = verdict
            .grounds
            .iter()
            .map(|ground| {
                (
                    ground.rule.as_str(),
                    ground.parameter.as_str(),
                    ground.holds,
                )
            })
            .collect();
        assert_eq!(
            rules,
            [
                ("ORG-10", "minimumFullMembers", true),
                ("ORG-11", "grassrootsCommitteeFrom", true),
                ("ORG-11", "kind:dang_bo_co_so", true),
            ]
        );
        let large = standard(u32::MAX, u32::MAX);
        assert!(
            organization_form(&book.on(date(2025, 12, 31)?)?, &large)?
                .value
                .kind
                .is_some()
        );
        Ok(())
    }
}
