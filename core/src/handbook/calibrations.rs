//! How self-scores, the votes of cells and the levels decided differ by organization, as far as
//! who asks may see.

use chrono::NaiveDate;
use serde::Serialize;

use super::evaluation_act::EvaluationAct;
use super::evaluations::Evaluations;
use super::view::View;
use crate::access::{CountedRow, Sight, SuppressedTableInput, suppressed_table};
use crate::error::HandbookError;
use crate::evaluation::{
    self, Calibration, CalibrationGroup, CalibrationInput, CalibrationRow, ExactNumber,
    ProposalVotes, RatableRules, StageLevels,
};
use crate::identifier::{MemberId, OrganizationId};
use crate::report::{RuleBookLine, grouping_organization, is_rated};
use crate::rulebook::{PolicyChoice, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// A stage of a rating at which somebody has a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CalibrationStage {
    /// The level that members gave themselves.
    SelfScored,
    /// The level proposed.
    Proposed,
    /// The level decided.
    Decided,
}

/// Members of an organization by their level at one stage; absent is what would tell of few.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublishedStage {
    /// The stage.
    pub stage: CalibrationStage,
    /// Excellent.
    pub excellent: Option<i64>,
    /// Good.
    pub good: Option<i64>,
    /// Completed.
    pub completed: Option<i64>,
    /// Not completed.
    pub not_completed: Option<i64>,
    /// Without a level.
    pub unknown: Option<i64>,
}

/// The ratings of a grassroots organization as sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublishedRatings {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Members rated.
    pub rated: u32,
    /// The levels at each stage.
    pub stages: Vec<PublishedStage>,
    /// Mean of the marks that members gave themselves, in hundredths of a point, of those who have
    /// both marks; absent where these are too few, or too few others.
    pub self_marks: Option<ExactNumber>,
    /// Mean of the marks decided, of the same members.
    pub final_marks: Option<ExactNumber>,
}

/// A calibration as sums, without what would tell of single members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PublishedCalibration {
    /// By the organizations' identifiers. They are never added up: no two questions together tell
    /// more than one.
    pub organizations: Vec<PublishedRatings>,
    /// Organizations left out as too few are rated there.
    pub left_out: u32,
}

/// How self-scores, votes and final levels of the members of an organization and below differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CalibrationAnswer {
    /// The rules that judged.
    pub rule_book: RuleBookLine,
    /// The organization.
    pub organization: OrganizationId,
    /// The year.
    pub year: i32,
    /// The day whose rules and record judged.
    pub judged_on: NaiveDate,
    /// How far the asker sees.
    pub sight: Sight,
    /// Cell by cell, with who stands out; absent for who may not see single ratings.
    pub ratings: Option<Verdict<Calibration>>,
    /// By grassroots organization, without small counts; for who sees sums alone.
    pub published: Option<Verdict<PublishedCalibration>>,
}

impl View<'_> {
    /// How the members' self-scores, the votes of their cells and the levels decided differ (đối
    /// chiếu kết quả tự đánh giá với kết quả xếp loại): of those rated here and below in a year,
    /// as [`calibration`](evaluation::calibration()) compares them. A row has the last self-score,
    /// the last proposal with the last vote on that level, the marks of the recorded facts and the
    /// level decided. Of a vote the record keeps who count, so these stand for the votes cast.
    ///
    /// Whoever sees the ratings of single members (the host, the committee of the cell, who steers
    /// the organization that has the cells) gets every cell with those who stand out. Whoever
    /// steers above gets sums of grassroots organizations without small counts (DAT-03), others
    /// nothing.
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown organization or asker, and where the book knows no rule.
    pub fn calibration(
        &self,
        id: &OrganizationId,
        year: i32,
        asker: Option<&MemberId>,
    ) -> Result<CalibrationAnswer, HandbookError> {
        let root = self.place(id)?;
        let sight = self.sight(asker, root)?;
        let mut answer = CalibrationAnswer {
            rule_book: RuleBookLine::of(self.rules.book()),
            organization: id.clone(),
            year,
            judged_on: self.date,
            sight,
            ratings: None,
            published: None,
        };
        if sight < Sight::Sums {
            return Ok(answer);
        }
        let each = sight > Sight::Sums;
        let ratable = RatableRules::in_force(&self.rules);
        let mut rows = Vec::new();
        for home in self.subtree_places(root) {
            let group = if each {
                home
            } else {
                grouping_organization(self, home)
            };
            // A part of an organization is told of nobody who sees sums of the whole.
            if self.nearest(group, |place| place == root).is_none() {
                continue;
            }
            let group = self.state.organization(group).id.as_str();
            for (place, member) in self.state.residents(home, self.date) {
                if is_rated(self, &ratable, place)? {
                    let mut row = member.evaluations.calibrated(year, self.date);
                    row.id = member.id.as_str().to_owned();
                    row.group = group.to_owned();
                    let facts = member.ratings.get(year);
                    row.final_marks = facts.and_then(|facts| facts.marks);
                    rows.push(row);
                }
            }
        }
        let input = CalibrationInput {
            rows,
            rule: None,
            multiple: None,
            least_marks: None,
            least_size: None,
        };
        if each {
            answer.ratings = Some(evaluation::calibration(&self.rules, &input)?);
        } else {
            answer.published = Some(self.published(&input)?);
        }
        Ok(answer)
    }

    /// What a calibration tells of each organization by itself.
    fn published(
        &self,
        input: &CalibrationInput,
    ) -> Result<Verdict<PublishedCalibration>, HandbookError> {
        let mut basis = Basis::default();
        let least = self.least_published(&mut basis)?;
        let all = evaluation::calibration(&self.rules, input)?.value.groups;
        // Of those who have both marks: how many they are, and both sums.
        let mut pairs = vec![[0_i64; 3]; all.len()];
        for row in &input.rows {
            if let (Some(own), Some(decided)) = (row.self_marks, row.final_marks)
                && let Ok(place) = all.binary_search_by(|known| known.group.cmp(&row.group))
                && let Some([count, self_sum, final_sum]) = pairs.get_mut(place)
            {
                *count += 1;
                *self_sum += i64::from(own);
                *final_sum += i64::from(decided);
            }
        }
        let mut value = PublishedCalibration {
            organizations: Vec::new(),
            left_out: 0,
        };
        for (CalibrationGroup { group, summary }, [both, self_sum, final_sum]) in
            all.into_iter().zip(pairs)
        {
            let rated = i64::from(summary.rows);
            if rated < least {
                value.left_out += 1;
                continue;
            }
            let organization = OrganizationId::checked(&group);
            let name = self
                .place(&organization)
                .map(|place| self.name(place).to_owned())?;
            let mut line = PublishedRatings {
                organization,
                name,
                rated: summary.rows,
                stages: Vec::new(),
                self_marks: None,
                final_marks: None,
            };
            for (stage, levels) in [
                (CalibrationStage::SelfScored, summary.self_levels),
                (CalibrationStage::Proposed, summary.proposed_levels),
                (CalibrationStage::Decided, summary.final_levels),
            ] {
                let counts = self.published_counts(levels)?;
                if let Some([excellent, good, completed, not_completed, unknown]) = counts {
                    line.stages.push(PublishedStage {
                        stage,
                        excellent,
                        good,
                        completed,
                        not_completed,
                        unknown,
                    });
                }
            }
            let others = rated - both;
            if both >= least.max(1) && (others == 0 || others >= least) {
                [line.self_marks, line.final_marks] = [self_sum, final_sum].map(|numerator| {
                    Some(ExactNumber {
                        numerator,
                        denominator: both,
                    })
                });
            }
            value.organizations.push(line);
        }
        Ok(Verdict::new(value, basis))
    }

    /// How many count at least to be told, and what becomes of zeros.
    pub(super) fn least_published(&self, basis: &mut Basis) -> Result<i64, HandbookError> {
        let least = self.rules.get(parameter::PUBLISHED_COUNT_LEAST)?;
        let zeros = self.rules.get(parameter::PUBLISHED_ZEROS)?;
        let least = basis.number(&least, None);
        basis.policy(&zeros, zeros.value.word());
        Ok(least)
    }

    /// A row of counts without small ones, from excellent down to unknown; none where its sum
    /// would have to go with them.
    pub(super) fn published_counts(
        &self,
        levels: StageLevels,
    ) -> Result<Option<[Option<i64>; 5]>, HandbookError> {
        let counts = [
            levels.excellent,
            levels.good,
            levels.completed,
            levels.not_completed,
            levels.unknown,
        ];
        let input = SuppressedTableInput {
            columns: vec![String::new(); counts.len()],
            rows: vec![CountedRow {
                name: String::new(),
                counts: counts.to_vec(),
            }],
            least: None,
            zeros: None,
        };
        let table = suppressed_table(&self.rules, &input)?.value;
        let row = table.rows.first().filter(|row| row.total.is_some());
        Ok(row.and_then(|row| <[Option<i64>; 5]>::try_from(row.counts.as_slice()).ok()))
    }
}

impl Evaluations {
    /// What a calibration compares of a year's rating by a day; whose it is stays open.
    fn calibrated(&self, year: i32, date: NaiveDate) -> CalibrationRow {
        let mut row = CalibrationRow {
            id: String::new(),
            group: String::new(),
            self_marks: None,
            self_level: None,
            votes: None,
            proposed_level: None,
            final_marks: None,
            final_level: self.decided(year, date),
        };
        for act in self.until(year, date) {
            match act {
                EvaluationAct::SelfScore { marks, level } => {
                    row.self_marks = marks.or(row.self_marks);
                    row.self_level = level.or(row.self_level);
                }
                EvaluationAct::Propose { level } => row.proposed_level = Some(*level),
                _ => {}
            }
        }
        for act in self.until(year, date) {
            if let EvaluationAct::Vote {
                level,
                base: Some(cast),
                yes: Some(in_favour),
                ..
            } = act
                && row.proposed_level == Some(*level)
            {
                row.votes = Some(ProposalVotes {
                    in_favour: *in_favour,
                    cast: *cast,
                });
            }
        }
        row
    }
}
