//! Why an organization or a member has its level, from the facts of the record.

use chrono::NaiveDate;
use serde::Serialize;

use super::evaluations::Rated;
use super::question::LevelSubject;
use super::view::View;
use crate::access::Sight;
use crate::compact::Gather;
use crate::error::HandbookError;
use crate::evaluation::{
    self, CapOutcome, ExplainLevelInput, LeastChangeKind, LevelExplanation, LineVote, RatedSubject,
    SheetLevelInput,
};
use crate::identifier::{MemberId, OrganizationId};
use crate::report::{self, LevelOf, RuleBookLine};
use crate::verdict::Verdict;

/// Why an organization or a member has its yearly level, as far as the asker may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LevelExplained {
    /// The rules that judged.
    pub rule_book: RuleBookLine,
    /// Whose.
    pub subject: LevelSubject,
    /// The year.
    pub year: i32,
    /// The day whose rules and record judged.
    pub judged_on: NaiveDate,
    /// How far the asker sees into the organization where the subject is reviewed.
    pub sight: Sight,
    /// Whether the subject is rated at all (EVL-10); absent where the asker may not see it.
    pub rated: Option<Verdict<bool>>,
    /// As whom the recorded facts rate the subject, which is by whose sheet; absent when not rated.
    pub rated_as: Option<RatedSubject>,
    /// The unit led by one who is rated as a leader, where it was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_led: Option<OrganizationId>,
    /// The chain from the facts to the level after the cap, and the least changes; absent when not
    /// rated.
    pub explained: Option<Verdict<LevelExplanation>>,
    /// What the cap did within the group, with the names that the asker may see; absent for levels
    /// below excellent.
    pub cap: Option<Verdict<CapOutcome>>,
    /// The votes among those tied at the line, where any was taken; of whom the asker may see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line_vote: Option<LineVote>,
}

impl View<'_> {
    /// Why an organization or a member has its yearly level (giải trình mức xếp loại): as
    /// [`explain_level`](evaluation::explain_level()) tells it, with the facts of the record and
    /// the cap within the subject's group. A member sees the own level; otherwise it is seen as a
    /// rating is, see [`View::evaluation`].
    ///
    /// # Errors
    /// As [`View::level`], and for an unknown asker.
    pub fn level_explained(
        &self,
        subject: &LevelSubject,
        year: i32,
        asker: Option<&MemberId>,
    ) -> Result<LevelExplained, HandbookError> {
        let rated = self.state.rated(subject)?;
        let sight = self.sight_of(rated, asker)?;
        let mut answer = LevelExplained {
            rule_book: RuleBookLine::of(self.rules.book()),
            subject: subject.clone(),
            year,
            judged_on: self.date,
            sight,
            rated: None,
            rated_as: None,
            unit_led: None,
            explained: None,
            cap: None,
            line_vote: None,
        };
        if !self.sees(rated, asker)? {
            return Ok(answer);
        }
        let LevelOf {
            answer: level,
            facts,
            cap,
        } = report::level_of(self, subject, year)?;
        answer.rated = Some(level.rated);
        answer.rated_as = level.rated_as;
        answer.cap = level.cap;
        answer.line_vote = level.line_vote;
        if let Some(facts) = facts {
            if let Rated::Member(place) = rated {
                let led = self.state.member(place).ratings.led(year);
                answer.unit_led = led.map(|unit| self.state.organization(unit).id.clone());
            }
            let question = SheetLevelInput {
                facts,
                ..SheetLevelInput::default()
            };
            let input = ExplainLevelInput { question, cap };
            let mut explained = evaluation::explain_level(&self.rules, &input)?;
            let chosen = |vote: &LineVote| vote.chosen.iter().any(|id| id == subject.id());
            if answer.line_vote.as_ref().is_some_and(chosen) {
                // With fewer seats the votes say who leaves, not the marks.
                let lowers = &mut explained.value.lowers;
                lowers.retain(|change| change.kind != LeastChangeKind::GoodInGroup);
            }
            answer.explained = Some(explained);
        }
        self.hide_others(&mut answer, asker)?;
        Ok(answer)
    }

    /// Whether someone may see a subject's rating.
    fn sees(&self, rated: Rated, asker: Option<&MemberId>) -> Result<bool, HandbookError> {
        let own = match (rated, asker) {
            (Rated::Member(place), Some(asker)) => self.state.member(place).id == *asker,
            _ => false,
        };
        Ok(own || self.sees_levels(self.sight_of(rated, asker)?, rated))
    }

    /// Takes out those of the group whom the asker may not see.
    fn hide_others(
        &self,
        answer: &mut LevelExplained,
        asker: Option<&MemberId>,
    ) -> Result<(), HandbookError> {
        let Some(cap) = answer.cap.as_mut().filter(|_| asker.is_some()) else {
            return Ok(());
        };
        let outcome = &mut cap.value;
        let voted = answer.line_vote.iter().flat_map(|vote| &vote.ballots);
        let voted = voted.flat_map(|ballot| ballot.votes.iter().map(|one| &one.id));
        let lists = [&outcome.excellent, &outcome.demoted, &outcome.vote_needed];
        let mut hidden = Vec::new();
        for id in lists.into_iter().flatten().chain(voted) {
            let other = answer.subject.beside(id);
            if !self.sees(self.state.rated(&other)?, asker)? {
                hidden.push(id.clone());
            }
        }
        for list in [
            &mut outcome.excellent,
            &mut outcome.demoted,
            &mut outcome.vote_needed,
        ] {
            list.retain(|id| !hidden.contains(id));
        }
        if let Some(vote) = &mut answer.line_vote {
            vote.hide(&hidden.iter().map(String::as_str).gather());
        }
        Ok(())
    }
}
