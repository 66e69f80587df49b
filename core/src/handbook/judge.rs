//! Commands judged by the rules in force on their date.

use chrono::NaiveDate;

use super::command::{Command, Post, VoteTotals};
use super::evaluations::judge_evaluation_act;
use super::event::Fact;
use super::judge_acts::{Exceptions, check_stated, judge_acts};
use super::judge_meetings;
use super::state::{Place, State, contradiction};
use crate::calendar;
use crate::compact::{Gather, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::evaluation::{LevelFacts, RatedSubject};
use crate::identifier::{KindId, MemberId, OrganizationId};
use crate::member::{self, AdmissionAgeInput, CeremonyDueInput, RecognitionDueInput};
use crate::organization::{
    self, OrganizationFormInput, PlacementInput, Setting, StandingCommitteeInput,
};
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{RuleBook, Rules, parameter};
use crate::verdict::{Basis, Ground, Recorder};
use crate::vote::{self, Decision, Step, TallyInput, VoteMethod};
use crate::work;

/// Indicators that are counted from the record and never typed in.
pub(crate) const COMPUTED_INDICATORS: [&str; 1] = ["admissions"];

/// What judging a command gives.
pub(crate) struct Judged {
    pub(crate) facts: Vec<Fact>,
    pub(crate) grounds: Vec<Ground>,
    /// Whether a rule forbids the act.
    pub(crate) forbidden: bool,
}

impl Judged {
    fn fact(fact: Fact) -> Self {
        Self {
            facts: vec![fact],
            grounds: Vec::new(),
            forbidden: false,
        }
    }

    pub(super) fn by(grounds: Vec<Ground>, forbidden: bool, facts: Vec<Fact>) -> Self {
        Self {
            facts,
            grounds,
            forbidden,
        }
    }
}

/// Judges a command. The state is only tried on, and left as it was.
pub(crate) fn judge(
    state: &mut State,
    book: &RuleBook,
    command: Command,
) -> Result<Judged, HandbookError> {
    match command {
        Command::RegisterOrganization {
            id,
            kind,
            parent,
            name,
            code,
            sector,
            village,
            purpose,
            on,
        } => {
            let rules = rules_near(book, on)?;
            let placed = place_under(state, &rules, &kind, parent.as_ref(), on)?;
            let forbidden = !placed.iter().all(|ground| ground.holds);
            let fact = Fact::OrganizationEntered {
                id,
                kind,
                parent,
                name,
                code,
                sector,
                village,
                purpose,
                on,
                decision: None,
            };
            Ok(Judged::by(placed, forbidden, vec![fact]))
        }
        Command::FoundOrganization {
            id,
            kind,
            parent,
            name,
            code,
            sector,
            village,
            purpose,
            on,
            decision,
            members,
            strengthened_leadership,
            consent_to_stay_cell,
        } => {
            let rules = book.on(on)?;
            let form = OrganizationFormInput {
                full_members: 0,
                probationary_members: 0,
                setting: if village {
                    Setting::Village
                } else {
                    Setting::Standard
                },
                strengthened_leadership,
                consent_to_stay_cell,
            };
            let founding = Founding {
                kind: &kind,
                parent: &parent,
                on,
                members: &members,
                form,
            };
            let (grounds, forbidden) = judge_founding(state, &rules, founding)?;
            let is_cell = rules.kind(&kind).is_some_and(|kind| kind.cell);
            let mut facts = vec![Fact::OrganizationEntered {
                id: id.clone(),
                kind,
                parent: Some(parent),
                name,
                code,
                sector,
                village,
                purpose,
                on,
                decision: Some(decision),
            }];
            if is_cell {
                facts.extend(members.into_iter().map(|member| Fact::MemberMoved {
                    member,
                    to: id.clone(),
                    on,
                }));
            }
            Ok(Judged::by(grounds, forbidden, facts))
        }
        Command::AssignPost {
            organization,
            member,
            post,
            from,
            to,
            manner,
        } => {
            let place = state.organization_place("organization", &organization)?;
            let holder = state.member_place("member", &member)?;
            if state.member(holder).home(from).is_none() {
                return Err(InputError::new(InputCode::DateOrder, "from", from).into());
            }
            let rules = rules_near(book, from)?;
            let (grounds, forbidden) = judge_post(state, &rules, place, holder, post, from)?;
            let fact = Fact::PostTaken {
                organization,
                member,
                post,
                from,
                to,
                manner,
            };
            Ok(Judged::by(grounds, forbidden, vec![fact]))
        }
        Command::Reorganize {
            decision,
            signed_on,
            decided_by,
            on,
            acts,
            strengthened_leadership,
            consent_to_stay_cell,
            stated,
        } => {
            let exceptions = Exceptions {
                strengthened_leadership: &strengthened_leadership,
                consent_to_stay_cell: &consent_to_stay_cell,
            };
            let body = decided_by.as_ref();
            let (grounds, forbidden) = if stated {
                check_stated(state, &rules_near(book, on)?, &decision, on, &acts)?;
                (Vec::new(), false)
            } else {
                judge_acts(state, &book.on(on)?, &decision, body, &acts, &exceptions)?
            };
            let fact = Fact::Reorganized {
                decision,
                signed_on,
                decided_by,
                on,
                acts,
            };
            Ok(Judged::by(grounds, forbidden, vec![fact]))
        }
        Command::SetTerm {
            organization,
            number,
            from,
            to,
        } => Ok(Judged::fact(Fact::TermSet {
            organization,
            number,
            from,
            to,
        })),
        Command::SettleClosure { organization, on } => {
            Ok(Judged::fact(Fact::ClosureSettled { organization, on }))
        }
        Command::EndPost {
            organization,
            member,
            post,
            on,
        } => Ok(Judged::fact(Fact::PostLeft {
            organization,
            member,
            post,
            on,
        })),
        Command::RegisterMember {
            id,
            name,
            sex,
            born_on,
            cell,
            on,
            decision_on,
            admitted_on,
            recognized_on,
            sector,
            religious,
        } => {
            check_cell(state, book, "cell", &cell, on)?;
            Ok(Judged::fact(Fact::MemberEntered {
                id,
                name,
                sex,
                born_on,
                cell,
                on,
                decision_on,
                admitted_on,
                recognized_on,
                sector,
                religious,
                admitted_here: false,
            }))
        }
        Command::AdmitMember {
            id,
            name,
            sex,
            born_on,
            cell,
            considered_on,
            votes,
            decision_on,
            received_on,
            ceremony_on,
            special_consent,
            sector,
            religious,
        } => {
            check_cell(state, book, "cell", &cell, considered_on)?;
            order("decisionOn", considered_on, decision_on)?;
            order(
                "ceremonyOn",
                received_on.unwrap_or(decision_on),
                ceremony_on,
            )?;
            let rules = book.on(considered_on)?;
            let age = member::admission_age(
                &rules,
                &AdmissionAgeInput {
                    born_on,
                    considered_on,
                    special_consent,
                },
            )?;
            let vote = cell_vote(&rules, votes, Decision::Admission)?;
            let mut forbidden = !age.value.within_limits || !vote.1;
            let mut grounds = age.grounds;
            grounds.extend(vote.0);
            grounds.extend(decided_in_time(
                &rules,
                parameter::ADMISSION_DECISION_DAYS,
                considered_on,
                decision_on,
            )?);
            let ceremony = member::ceremony_due(
                &book.on(decision_on)?,
                &CeremonyDueInput {
                    decision_on,
                    received_on,
                    ceremony_on: Some(ceremony_on),
                },
            )?;
            grounds.extend(ceremony.grounds);
            forbidden |= votes.base == 0;
            let fact = Fact::MemberEntered {
                id,
                name,
                sex,
                born_on,
                cell,
                on: ceremony_on,
                decision_on: Some(decision_on),
                admitted_on: ceremony_on,
                recognized_on: None,
                sector,
                religious,
                admitted_here: true,
            };
            Ok(Judged::by(grounds, forbidden, vec![fact]))
        }
        Command::RecognizeMember {
            member,
            considered_on,
            votes,
        } => {
            let known = state.member(state.member_place("member", &member)?);
            if known.recognized_on.is_some() {
                return Err(InputError::new(InputCode::Duplicate, "member", member).into());
            }
            if known.home(considered_on).is_none() {
                return Err(
                    InputError::new(InputCode::DateOrder, "consideredOn", considered_on).into(),
                );
            }
            let rules = book.on(considered_on)?;
            let due = member::recognition_due(
                &rules,
                &RecognitionDueInput {
                    ceremony_on: known.admitted_on,
                    cell_met_on: Some(considered_on),
                },
            )?;
            let vote = cell_vote(&rules, votes, Decision::Recognition)?;
            let from = due.value.recognized_on;
            // Too early is forbidden, too late is only noted.
            let served = considered_on >= from;
            let mut grounds = due.grounds;
            grounds.extend(vote.0);
            let fact = Fact::MemberRecognized {
                member,
                from,
                considered_on,
            };
            Ok(Judged::by(grounds, !served || !vote.1, vec![fact]))
        }
        Command::TransferMember { member, to, on } => {
            check_cell(state, book, "to", &to, on)?;
            Ok(Judged::fact(Fact::MemberMoved { member, to, on }))
        }
        Command::ChangeStanding {
            member,
            standing,
            from,
            to,
        } => Ok(Judged::fact(Fact::StandingChanged {
            member,
            standing,
            from,
            to,
        })),
        Command::EndMembership { member, on, reason } => {
            Ok(Judged::fact(Fact::MembershipEnded { member, on, reason }))
        }
        Command::ScheduleMeeting {
            id,
            organization,
            kind,
            on,
            minutes,
        } => Ok(Judged::fact(Fact::MeetingScheduled {
            id,
            organization,
            kind,
            on,
            minutes,
        })),
        Command::CallRoll { meeting, entries } => {
            Ok(Judged::fact(Fact::RollCalled { meeting, entries }))
        }
        Command::ActOnMeeting {
            meeting,
            on,
            by,
            act,
        } => judge_meetings::judge_meeting_act(state, book, meeting, on, by, act),
        Command::ActOnTask { task, on, by, act } => {
            Ok(Judged::fact(Fact::TaskActed { task, on, by, act }))
        }
        Command::ActOnMatter {
            matter,
            on,
            by,
            act,
        } => Ok(Judged::fact(Fact::MatterActed {
            matter,
            on,
            by,
            act,
        })),
        Command::ActOnInspection {
            inspection,
            on,
            by,
            act,
        } => Ok(Judged::fact(Fact::InspectionActed {
            inspection,
            on,
            by,
            act,
        })),
        Command::ActOnEvaluation {
            year,
            subject,
            on,
            by,
            act,
        } => judge_evaluation_act(state, book, year, subject, on, by, act),
        Command::RegisterDocument { document } => {
            Ok(Judged::fact(Fact::DocumentEntered { document }))
        }
        Command::SetTarget {
            id,
            organization,
            year,
            indicator,
            planned,
        } => Ok(Judged::fact(Fact::TargetSet {
            id,
            organization,
            year,
            indicator,
            planned,
        })),
        Command::PlanTarget {
            id,
            organization,
            year,
            indicator,
            plan,
            direction,
            reading,
        } => Ok(Judged::fact(Fact::TargetPlanned {
            id,
            organization,
            year,
            indicator,
            plan,
            direction,
            reading,
        })),
        Command::ReportTarget { target, on, amount } => {
            Ok(Judged::fact(Fact::TargetReported { target, on, amount }))
        }
        Command::RecordResult {
            target,
            on,
            achieved,
        } => {
            let known = state.target_place("target", &target)?;
            if let Some(known) = state.targets.get(known)
                && COMPUTED_INDICATORS.contains(&known.indicator.as_str())
            {
                return Err(InputError::new(InputCode::Contradiction, "target", target)
                    .with_limit(format!("`{}` is counted from the record", known.indicator))
                    .into());
            }
            Ok(Judged::fact(Fact::ResultRecorded {
                target,
                on,
                achieved,
            }))
        }
        Command::RateOrganization {
            organization,
            year,
            facts,
            peer_group,
        } => {
            check_facts(&facts, true)?;
            Ok(Judged::fact(Fact::OrganizationRated {
                organization,
                year,
                facts,
                peer_group,
            }))
        }
        Command::RateMember {
            member,
            year,
            facts,
            peer_group,
            unit_led,
        } => {
            check_facts(&facts, false)?;
            Ok(Judged::fact(Fact::MemberRated {
                member,
                year,
                facts,
                peer_group,
                unit_led,
            }))
        }
        Command::RecordAdoption {
            member,
            on,
            installed,
            logged_in,
            used,
        } => Ok(Judged::fact(Fact::AdoptionRecorded {
            member,
            on,
            installed,
            logged_in,
            used,
        })),
        Command::RecordProject {
            id,
            organization,
            name,
            bid_on,
            package_value,
            contract_value,
            quality_met,
            completed_early_days,
        } => {
            work::check_values(package_value, contract_value)?;
            Ok(Judged::fact(Fact::ProjectRecorded {
                id,
                organization,
                name,
                bid_on,
                package_value,
                contract_value,
                quality_met,
                completed_early_days,
            }))
        }
    }
}

/// The facts of a year are those of an organization, or of a leader or another member.
fn check_facts(facts: &LevelFacts, organization: bool) -> Result<(), InputError> {
    let (subject, limit) = match (facts.subject, organization) {
        (RatedSubject::Organization, false) => ("organization", "leader or member"),
        (RatedSubject::Leader, true) => ("leader", "organization"),
        (RatedSubject::Member, true) => ("member", "organization"),
        _ => return facts.check().map_err(|error| error.under("facts.")),
    };
    Err(contradiction("facts.subject", subject, limit))
}

/// The rules for a statement about something older than the rule book: those of its first day.
fn rules_near(book: &RuleBook, date: NaiveDate) -> Result<Rules<'_>, HandbookError> {
    book.on(date.max(book.covers().0))
}

fn order(field: &str, earlier: NaiveDate, later: NaiveDate) -> Result<(), InputError> {
    if later < earlier {
        return Err(InputError::new(InputCode::DateOrder, field, later)
            .with_limit(format!("{earlier} or later")));
    }
    Ok(())
}

fn place_under(
    state: &State,
    rules: &Rules<'_>,
    kind: &KindId,
    parent: Option<&OrganizationId>,
    on: NaiveDate,
) -> Result<Vec<Ground>, HandbookError> {
    let parent_kind = match parent {
        None => None,
        Some(parent) => {
            let place = state.organization_place("parent", parent)?;
            state.told(place, on).map(|above| above.kind.clone())
        }
    };
    let placed = organization::placement(
        rules,
        &PlacementInput {
            kind: kind.clone(),
            parent: parent_kind,
        },
    )?;
    Ok(placed.grounds)
}

/// Members belong to cells alone.
fn check_cell(
    state: &State,
    book: &RuleBook,
    field: &str,
    id: &OrganizationId,
    date: NaiveDate,
) -> Result<(), HandbookError> {
    let place = state.organization_place(field, id)?;
    let rules = rules_near(book, date)?;
    let kind = state.told(place, date).map(|stands| stands.kind);
    let kind = kind.and_then(|kind| rules.kind(kind));
    if !kind.is_some_and(|kind| kind.cell) {
        return Err(InputError::new(InputCode::Contradiction, field, id)
            .with_limit("a cell: only cells have members of their own")
            .into());
    }
    Ok(())
}

struct Founding<'command> {
    kind: &'command KindId,
    parent: &'command OrganizationId,
    on: NaiveDate,
    members: &'command [MemberId],
    form: OrganizationFormInput,
}

fn judge_founding(
    state: &State,
    rules: &Rules<'_>,
    mut founding: Founding<'_>,
) -> Result<(Vec<Ground>, bool), HandbookError> {
    let mut grounds = place_under(
        state,
        rules,
        founding.kind,
        Some(founding.parent),
        founding.on,
    )?;
    let mut forbidden = !grounds.iter().all(|ground| ground.holds);

    let mut places = Vec::with_capacity(founding.members.len());
    for (line, id) in founding.members.iter().enumerate() {
        let field = format!("members[{line}]");
        let place = state.member_place(&field, id)?;
        let member = state.member(place);
        let moved_later = member
            .homes
            .last_change()
            .is_some_and(|last| founding.on < last);
        if member.home(founding.on).is_none() || moved_later {
            return Err(InputError::new(InputCode::DateOrder, field, id).into());
        }
        if places.contains(&place) {
            return Err(InputError::new(InputCode::Duplicate, field, id).into());
        }
        places.push(place);
        if member.is_full(founding.on) {
            founding.form.full_members += 1;
        } else {
            founding.form.probationary_members += 1;
        }
    }
    let kind = rules.kind(founding.kind);
    if kind.is_some_and(|kind| kind.cell || kind.grassroots) {
        let form = organization::organization_form(rules, &founding.form)?;
        grounds.extend(form.grounds);
        match &form.value.kind {
            None => forbidden = true,
            // The kinds that size does not choose are bound by the least size alone.
            Some(fitting) if kind.is_some_and(|kind| kind.sized) && fitting != founding.kind => {
                forbidden = true;
                grounds.push(organization::kind_for_size(rules, founding.kind, fitting)?);
            }
            Some(_) => {}
        }
    }
    Ok((grounds, forbidden))
}

fn judge_post(
    state: &State,
    rules: &Rules<'_>,
    organization: Place,
    holder: Place,
    post: Post,
    from: NaiveDate,
) -> Result<(Vec<Ground>, bool), HandbookError> {
    let known = state.organization(organization);
    let is_cell = state
        .told(organization, from)
        .and_then(|stands| rules.kind(stands.kind))
        .is_some_and(|kind| kind.cell);
    let holders = |wanted: &[Post]| {
        let mut places: Vec<Place> = known
            .posts
            .iter()
            .filter(|held| held.covers(from) && wanted.contains(&held.post))
            .map(|held| held.member)
            .chain([holder])
            .gather();
        sort_by(&mut places, Ord::cmp);
        places.dedup();
        to_count(places.len())
    };
    let full = state
        .residents(organization, from)
        .filter(|(_, member)| member.is_full(from));
    let seats = Seats {
        cell: is_cell,
        full_members: to_count(full.count()),
        committee: holders(&COMMITTEE),
        standing: holders(&STANDING_COMMITTEE),
    };
    let mut basis = Basis::default();
    let forbidden = !seats.allow(rules, &[post], &mut basis)?;
    Ok((basis.grounds, forbidden))
}

/// Posts that make a member of the committee.
pub(super) const COMMITTEE: [Post; 4] = [
    Post::CommitteeMember,
    Post::StandingCommitteeMember,
    Post::Secretary,
    Post::DeputySecretary,
];

/// Posts that make a member of the standing committee.
pub(super) const STANDING_COMMITTEE: [Post; 3] = [
    Post::StandingCommitteeMember,
    Post::Secretary,
    Post::DeputySecretary,
];

/// How many sit on an organization's committee, each member once.
pub(super) struct Seats {
    pub(super) cell: bool,
    pub(super) full_members: i64,
    pub(super) committee: i64,
    pub(super) standing: i64,
}

impl Seats {
    /// Whether posts may be given with so many seats taken, they among them (ORG-20, ORG-25).
    pub(super) fn allow(
        &self,
        rules: &Rules<'_>,
        posts: &[Post],
        basis: &mut Basis,
    ) -> Result<bool, HandbookError> {
        let mut allowed = true;
        if self.cell && posts.contains(&Post::CommitteeMember) {
            let committee_from = rules.get(parameter::CELL_COMMITTEE_FROM)?;
            let required = Quantity::count(committee_from.value);
            allowed &= basis.compare(
                &committee_from,
                Quantity::count(self.full_members),
                Comparison::AtLeast,
                required,
            );
            let most = rules.get(parameter::CELL_COMMITTEE_MOST)?;
            let required = Quantity::count(most.value);
            allowed &= basis.compare(
                &most,
                Quantity::count(self.committee),
                Comparison::AtMost,
                required,
            );
        }
        if posts.contains(&Post::StandingCommitteeMember) {
            let input = StandingCommitteeInput {
                committee_members: u32::try_from(self.committee).unwrap_or(u32::MAX),
            };
            let most = organization::standing_committee_most(rules, &input)?;
            let share = rules.get(parameter::STANDING_COMMITTEE_SHARE)?;
            allowed &= basis.compare(
                &share,
                Quantity::count(self.standing),
                Comparison::AtMost,
                Quantity::count(most.value.most),
            );
        }
        Ok(allowed)
    }
}

pub(super) fn to_count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn cell_vote(
    rules: &Rules<'_>,
    votes: VoteTotals,
    decision: Decision,
) -> Result<(Vec<Ground>, bool), HandbookError> {
    if votes.base == 0 {
        return Err(InputError::new(InputCode::OutOfRange, "votes.base", 0)
            .with_limit("1 or more")
            .into());
    }
    let tally = vote::tally_vote(
        rules,
        &TallyInput {
            base: votes.base,
            decision,
            step: Step::Proposing,
            yes: votes.yes,
            no: 0,
            abstained: 0,
            method: VoteMethod::Secret,
        },
    )?;
    Ok((tally.grounds, tally.value.carried))
}

fn decided_in_time(
    rules: &Rules<'_>,
    days: parameter::Parameter<i64>,
    considered_on: NaiveDate,
    decision_on: NaiveDate,
) -> Result<Vec<Ground>, HandbookError> {
    let days = rules.get(days)?;
    let last = calendar::working_day(rules, considered_on, days.value)?;
    let mut basis = Basis::default();
    basis.compare(
        &days,
        Quantity::Date { value: decision_on },
        Comparison::AtMost,
        Quantity::Date { value: last },
    );
    Ok(basis.grounds)
}
