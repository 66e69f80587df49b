//! Powers that depend on size and on how the last years were rated.

use serde::{Deserialize, Serialize};

use crate::error::HandbookError;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::policy::Level;
use crate::rulebook::{InForce, Parameter, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// What stands directly above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PowersSuperior {
    /// A provincial committee (tỉnh ủy, thành ủy).
    Provincial,
    /// A committee directly under the centre (đảng ủy trực thuộc Trung ương).
    CentralRun,
    /// Any other.
    Other,
}

impl PowersSuperior {
    fn word(self) -> &'static str {
        match self {
            Self::Provincial => "provincial",
            Self::CentralRun => "centralRun",
            Self::Other => "other",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum AskedPower {
    /// A committee directly above grassroots in a special place (đảng bộ cấp trên trực tiếp cơ
    /// sở ở nơi đặc thù). ORG-15.
    AboveGrassrootsCommittee {
        /// What stands directly above.
        superior: PowersSuperior,
        /// The unit is a legal person (tư cách pháp nhân).
        legal_person: bool,
        /// Grassroots organizations below it.
        grassroots_organizations: u32,
    },
    /// Powers of a committee above grassroots for a grassroots one (giao quyền cấp ủy cấp trên
    /// cơ sở). ORG-16.
    AboveGrassrootsPowers {
        /// What stands directly above.
        superior: PowersSuperior,
        /// A body of the centre (cơ quan Trung ương).
        central_body: bool,
        /// Member units (đơn vị thành viên).
        member_units: u32,
        /// The yearly levels, the last year last and no year left out.
        levels: Vec<Level>,
    },
    /// Authority of a grassroots committee to admit and expel (ủy quyền kết nạp, khai trừ).
    /// ORG-17.
    AdmitAndExpel {
        /// The yearly levels, the last year last and no year left out.
        levels: Vec<Level>,
    },
    /// A full-time Party officer (cán bộ chuyên trách). ORG-45.
    FullTimeOfficer,
}

/// An organization and what is asked for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DelegatedPowersInput {
    /// Its members, full and probationary.
    pub members: u32,
    /// What is asked for.
    pub power: AskedPower,
}

/// Whether the conditions are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DelegatedPowers {
    /// Whether every condition is met; the superior still decides.
    pub possible: bool,
    /// Whether it would be by a pilot.
    pub pilot: bool,
}

/// Whether an organization may be given a power that depends on its size (giao quyền, ủy quyền):
/// ORG-15, ORG-16, ORG-17 and ORG-45; 294-QĐ/TW §10.4.4, §10.6, §18.1.4 and §22, 113-QĐ/TW Art. 3.
///
/// Every condition is a ground. Powers above grassroots need fewer members for a body of the
/// centre and directly under a province; under any other superior than a province or a
/// central-run committee they are a pilot, which needs good years too. Good years are those in a
/// row, to the last one, rated good or excellent. That several member units are two or more is a
/// convention of the book.
///
/// ```
/// use handbook::organization::{AskedPower, DelegatedPowersInput, delegated_powers};
/// use handbook::{Level, RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let rules = book.on(date(2025, 12, 31)?)?;
/// let levels = vec![Level::Good, Level::Excellent, Level::Good];
/// let of = |members| DelegatedPowersInput {
///     members,
///     power: AskedPower::AdmitAndExpel { levels: levels.clone() },
/// };
/// assert!(!delegated_powers(&rules, &of(100))?.value.possible); // more than 100
/// assert!(delegated_powers(&rules, &of(101))?.value.possible);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::RuleNotInForce`] where the book knows no rule for the day: the pilot before
/// 10 July 2023.
pub fn delegated_powers(
    rules: &Rules<'_>,
    input: &DelegatedPowersInput,
) -> Result<Verdict<DelegatedPowers>, HandbookError> {
    let mut conditions = Conditions {
        rules,
        basis: Basis::default(),
        met: true,
    };
    let mut pilot = false;
    match &input.power {
        AskedPower::AboveGrassrootsCommittee {
            superior,
            legal_person,
            grassroots_organizations,
        } => {
            conditions.superior(*superior)?;
            conditions.legal_person(*legal_person)?;
            conditions.at_least(
                parameter::ABOVE_GRASSROOTS_ORGANIZATIONS,
                *grassroots_organizations,
            )?;
            conditions.at_least(parameter::ABOVE_GRASSROOTS_FROM, input.members)?;
        }
        AskedPower::AboveGrassrootsPowers {
            superior,
            central_body,
            member_units,
            levels,
        } => {
            conditions.at_least(parameter::UPPER_POWERS_UNITS, *member_units)?;
            if *central_body || *superior == PowersSuperior::Provincial {
                conditions.at_least(parameter::UPPER_POWERS_CENTRAL_FROM, input.members)?;
            } else if *superior == PowersSuperior::CentralRun {
                conditions.at_least(parameter::UPPER_POWERS_FROM, input.members)?;
            } else {
                pilot = true;
                conditions.at_least(parameter::UPPER_POWERS_PILOT_FROM, input.members)?;
                conditions.good_years(parameter::UPPER_POWERS_PILOT_YEARS, levels)?;
            }
        }
        AskedPower::AdmitAndExpel { levels } => {
            let above = rules.get(parameter::ADMIT_EXPEL_ABOVE)?;
            conditions.require(
                &above,
                Quantity::count(input.members),
                Comparison::MoreThan,
                Quantity::count(above.value),
            );
            conditions.good_years(parameter::ADMIT_EXPEL_YEARS, levels)?;
        }
        AskedPower::FullTimeOfficer => {
            conditions.at_least(parameter::FULL_TIME_OFFICER_FROM, input.members)?;
        }
    }
    let value = DelegatedPowers {
        possible: conditions.met,
        pilot,
    };
    Ok(Verdict::new(value, conditions.basis))
}

/// The conditions as they are judged.
struct Conditions<'rules, 'book> {
    rules: &'rules Rules<'book>,
    basis: Basis,
    met: bool,
}

impl Conditions<'_, '_> {
    fn require<T>(
        &mut self,
        rule: &InForce<'_, T>,
        measured: Quantity,
        comparison: Comparison,
        required: Quantity,
    ) {
        self.met &= self.basis.compare(rule, measured, comparison, required);
    }

    fn at_least(&mut self, from: Parameter<i64>, measured: u32) -> Result<(), HandbookError> {
        let from = self.rules.get(from)?;
        self.require(
            &from,
            Quantity::count(measured),
            Comparison::AtLeast,
            Quantity::count(from.value),
        );
        Ok(())
    }

    /// Years in a row, to the last one, rated good or better.
    fn good_years(&mut self, years: Parameter<i64>, levels: &[Level]) -> Result<(), HandbookError> {
        let years = self.rules.get(years)?;
        let good = levels
            .iter()
            .rev()
            .take_while(|level| **level >= Level::Good)
            .count();
        self.require(
            &years,
            Quantity::Years {
                value: i64::try_from(good).unwrap_or(i64::MAX),
            },
            Comparison::AtLeast,
            Quantity::Years { value: years.value },
        );
        Ok(())
    }

    fn superior(&mut self, superior: PowersSuperior) -> Result<(), HandbookError> {
        let allowed = self.rules.get(parameter::ABOVE_GRASSROOTS_SUPERIORS)?;
        let word = superior.word();
        let named = allowed.value.iter().find(|named| *named == word);
        let all = allowed.value.join(" | ");
        self.require(
            &allowed,
            Quantity::word(word),
            Comparison::Equals,
            Quantity::word(named.unwrap_or(&all)),
        );
        Ok(())
    }

    fn legal_person(&mut self, legal_person: bool) -> Result<(), HandbookError> {
        let needed = self.rules.get(parameter::ABOVE_GRASSROOTS_LEGAL_PERSON)?;
        if needed.value {
            self.require(
                &needed,
                Quantity::Flag {
                    value: legal_person,
                },
                Comparison::Equals,
                Quantity::Flag { value: true },
            );
        }
        Ok(())
    }
}
