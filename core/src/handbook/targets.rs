//! Yearly targets of the record: plan, result, trend, forecast and what is still needed.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::judge::COMPUTED_INDICATORS;
use super::state::{Place, State, check_name, duplicate, unknown};
use super::view::View;
use crate::access::Sight;
use crate::calendar::add_months;
use crate::compact::{Gather, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{MemberId, OrganizationId, TargetId};
use crate::verdict::Verdict;
use crate::work::{
    ForecastBasis, ForecastInput, TargetAmount, TargetDirection, TargetProgress,
    TargetProgressInput, TargetResult, TargetResults, WholeRounding, target_progress,
};

/// Decimals of a percentage, as the figures of a district's year have them.
const SHOWN_DECIMALS: u8 = 1;

/// A target with a plan of any kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlannedTarget {
    pub(crate) id: TargetId,
    pub(crate) organization: Place,
    pub(crate) year: i32,
    pub(crate) indicator: String,
    pub(crate) plan: TargetAmount,
    pub(crate) direction: TargetDirection,
    pub(crate) reading: TargetResults,
    /// Results by day.
    pub(crate) results: Vec<TargetResult>,
}

/// A yearly target on the day asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetLine {
    /// Its identifier.
    pub id: TargetId,
    /// Whose target.
    pub organization: OrganizationId,
    /// What is counted.
    pub indicator: String,
    /// The year.
    pub year: i32,
    /// The plan.
    pub plan: TargetAmount,
    /// Which side of the plan is the good one.
    pub direction: TargetDirection,
    /// Result, percentage, trend against the same day of last year where the same was planned
    /// then, forecast by the days of the year where results are added, and what is still needed.
    pub progress: Verdict<TargetProgress>,
}

/// Yearly targets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetsAnswer {
    /// How far the asker sees.
    pub sight: Sight,
    /// The targets, organization by organization in the order of the tree.
    pub targets: Vec<TargetLine>,
}

impl State {
    /// Takes a plan in.
    pub(super) fn plan_target(
        &mut self,
        organization: &OrganizationId,
        target: PlannedTarget,
    ) -> Result<(), InputError> {
        let id = target.id.as_str();
        if self.target_place("id", &target.id).is_ok() || self.plan_places.contains(id) {
            return Err(duplicate("id", &target.id));
        }
        let owner = self.organization_place("organization", organization)?;
        check_name("indicator", &target.indicator)?;
        if COMPUTED_INDICATORS.contains(&target.indicator.as_str()) {
            return Err(
                InputError::new(InputCode::Contradiction, "indicator", &target.indicator)
                    .with_limit("a number that `setTarget` plans: it is counted from the record"),
            );
        }
        target.plan.exact("plan", target.plan)?;
        self.plan_places.insert(id, self.plans.len());
        self.plans.push(PlannedTarget {
            organization: owner,
            ..target
        });
        Ok(())
    }

    /// Takes a result of a plan in.
    pub(super) fn report_target(
        &mut self,
        id: &TargetId,
        result: TargetResult,
    ) -> Result<(), InputError> {
        let place = self.plan_places.place(id.as_str());
        let known = place.and_then(|place| self.plans.get_mut(place));
        let Some(known) = known else {
            return Err(unknown("target", id));
        };
        if result.on.year() != known.year {
            return Err(InputError::new(InputCode::DateOrder, "on", result.on)
                .with_limit(format!("a day of {}", known.year)));
        }
        result.amount.exact("amount", known.plan)?;
        let same_day = known.results.iter().any(|other| other.on == result.on);
        if known.reading == TargetResults::Latest && same_day {
            return Err(duplicate("on", result.on));
        }
        let at = known.results.partition_point(|other| other.on <= result.on);
        known.results.insert(at, result);
        Ok(())
    }
}

impl View<'_> {
    /// The yearly targets of an organization and those below it: plan, result, percentage,
    /// trend, forecast by the days of the year, and the pace that is still needed. Whoever steers
    /// or belongs to the organization sees them.
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown organization or asker, and for a year other than that of
    /// the day asked about or one before it.
    pub fn targets(
        &self,
        id: &OrganizationId,
        year: i32,
        asker: Option<&MemberId>,
    ) -> Result<TargetsAnswer, HandbookError> {
        let root = self.place(id)?;
        if year > self.date.year() {
            return Err(InputError::new(InputCode::OutOfRange, "year", year)
                .with_limit(format!("{} or earlier", self.date.year()))
                .into());
        }
        let sight = self.sight(asker, root)?;
        let mut answer = TargetsAnswer {
            sight,
            targets: Vec::new(),
        };
        if sight == Sight::Nothing {
            return Ok(answer);
        }
        let mut order = self.subtree_places(root);
        if sight == Sight::Member {
            order.truncate(1);
        }
        let place_of = |place: Place| order.iter().position(|known| *known == place);
        let mut lines: Vec<(usize, PlannedTarget)> = Vec::new();
        for target in &self.state.targets {
            if let Some(at) = place_of(target.organization).filter(|_| target.year == year) {
                lines.push((at, self.counted(target.organization, target)));
            }
        }
        for target in &self.state.plans {
            if let Some(at) = place_of(target.organization).filter(|_| target.year == year) {
                lines.push((at, target.clone()));
            }
        }
        sort_by(&mut lines, |one, other| {
            (one.0, &one.1.id).cmp(&(other.0, &other.1.id))
        });
        for (_, target) in lines {
            answer.targets.push(self.target_line(target)?);
        }
        Ok(answer)
    }

    /// A plan of counted things, with the results typed in or counted from the record.
    fn counted(&self, organization: Place, target: &super::state::Target) -> PlannedTarget {
        let computed = COMPUTED_INDICATORS.contains(&target.indicator.as_str());
        let amount = |count: u32| TargetAmount::Number {
            count: i64::from(count),
        };
        let results = if computed {
            let admitted = self.admitted_days(organization, target.year);
            admitted
                .map(|on| TargetResult {
                    on,
                    amount: amount(1),
                })
                .gather()
        } else {
            let of_year = target
                .results
                .iter()
                .filter(|(on, _)| on.year() == target.year);
            let mut latest: Vec<TargetResult> = Vec::new();
            for (on, achieved) in of_year {
                let result = TargetResult {
                    on: *on,
                    amount: amount(*achieved),
                };
                match latest.last_mut() {
                    Some(last) if last.on == *on => *last = result,
                    _ => latest.push(result),
                }
            }
            latest
        };
        PlannedTarget {
            id: target.id.clone(),
            organization,
            year: target.year,
            indicator: target.indicator.clone(),
            plan: amount(target.planned),
            direction: TargetDirection::HigherIsBetter,
            reading: if computed {
                TargetResults::Added
            } else {
                TargetResults::Latest
            },
            results,
        }
    }

    /// The days of a year on which members were admitted in an organization or below it.
    fn admitted_days(&self, organization: Place, year: i32) -> impl Iterator<Item = NaiveDate> {
        self.state
            .members
            .iter()
            .filter(move |member| {
                let on = member.admitted_on;
                let home = member.homes.on(on).copied();
                member.admitted_here
                    && on.year() == year
                    && home
                        .is_some_and(|home| self.state.structure.is_within(home, organization, on))
            })
            .map(|member| member.admitted_on)
    }

    fn target_line(&self, mut target: PlannedTarget) -> Result<TargetLine, HandbookError> {
        let on = if target.year == self.date.year() {
            self.date
        } else {
            NaiveDate::from_ymd_opt(target.year, 12, 31).unwrap_or(self.date)
        };
        target.results.retain(|result| result.on <= on);
        let share = matches!(target.plan, TargetAmount::Share { .. });
        let paced = !share && target.reading == TargetResults::Added;
        let compared = match add_months(self.date, -12) {
            Some(day) if target.year == self.date.year() => self.last_year(&target, day)?,
            _ => None,
        };
        let input = TargetProgressInput {
            plan: target.plan,
            direction: target.direction,
            reading: target.reading,
            results: target.results,
            compared,
            forecast: paced.then_some(ForecastInput {
                basis: ForecastBasis::Linear {},
                rounding: WholeRounding::HalfUp,
            }),
            decimals: SHOWN_DECIMALS,
            on,
        };
        let progress = target_progress(&self.rules, &input)?;
        Ok(TargetLine {
            id: target.id,
            organization: self.state.organization(target.organization).id.clone(),
            indicator: target.indicator,
            year: target.year,
            plan: target.plan,
            direction: target.direction,
            progress,
        })
    }

    /// What the same organization had reached of the same by a day of the year before.
    fn last_year(
        &self,
        target: &PlannedTarget,
        day: NaiveDate,
    ) -> Result<Option<TargetResult>, HandbookError> {
        let same = |organization: Place, year: i32, indicator: &str| {
            organization == target.organization
                && year == day.year()
                && indicator == target.indicator
        };
        let counted = self.state.targets.iter().find_map(|known| {
            same(known.organization, known.year, &known.indicator)
                .then(|| self.counted(known.organization, known))
        });
        let planned = self
            .state
            .plans
            .iter()
            .find(|known| same(known.organization, known.year, &known.indicator));
        let Some(mut before) = counted.or_else(|| planned.cloned()) else {
            return Ok(None);
        };
        if before.plan.exact("plan", target.plan).is_err() {
            return Ok(None);
        }
        before.results.retain(|result| result.on <= day);
        let input = TargetProgressInput {
            plan: before.plan,
            direction: before.direction,
            reading: before.reading,
            results: before.results,
            compared: None,
            forecast: None,
            decimals: SHOWN_DECIMALS,
            on: day,
        };
        let achieved = target_progress(&self.rules, &input)?.value.achieved;
        Ok(achieved.map(|amount| TargetResult { on: day, amount }))
    }
}
