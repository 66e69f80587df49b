//! The order of ratings and their procedure against naive second versions: the order is checked
//! pair by pair, the procedure is a table of what each event does in each state, tried on every
//! short sequence.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]
#![expect(
    clippy::indexing_slicing,
    reason = "places are drawn below the length of the list"
)]

use std::sync::LazyLock;

use handbook::evaluation::{
    EvaluatedKind, EvaluationEvent, EvaluationFact, EvaluationFindingCode,
    EvaluationProcedureInput, PlanOrganization, PlanPerson, PlanSubject, RatedStanding, RatingPlan,
    RatingPlanInput, evaluation_procedure, rating_plan,
};
use handbook::rulebook::policy::{EndedOrganizationRated, EvaluationRole, EvaluationStep, Level};
use handbook::{KindId, MemberId, NaiveDate, OrganizationId, RuleBook, Rules, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn last_day() -> NaiveDate {
    date(2025, 12, 31).expect("a day")
}

fn rules() -> Rules<'static> {
    BOOK.on(last_day()).expect("the book covers 2025")
}

/// An organization as the strategy draws it: which of the earlier ones stands above, whether it
/// ended, and which of the earlier ones went on.
type Drawn = (prop::sample::Index, bool, bool, Option<prop::sample::Index>);

fn name(place: usize) -> OrganizationId {
    OrganizationId::new(format!("tc-{place:02}")).expect("an identifier")
}

/// Parents and successors among the earlier ones, so that nothing is a circle; the first goes on.
fn organizations(drawn: &[Drawn]) -> Vec<PlanOrganization> {
    let mut made: Vec<PlanOrganization> = Vec::new();
    for (place, (above, cell, ended, heir)) in drawn.iter().enumerate() {
        let stands: Vec<usize> = (0..place)
            .filter(|earlier| {
                made.get(*earlier)
                    .is_some_and(|known| known.kind.as_str() == "dang_bo_xa")
            })
            .collect();
        let ends = *ended && place > 0;
        let parent = (!stands.is_empty()).then(|| name(stands[above.index(stands.len())]));
        made.push(PlanOrganization {
            id: name(place),
            kind: KindId::new(if *cell && place > 0 {
                "chi_bo_truc_thuoc"
            } else {
                "dang_bo_xa"
            })
            .expect("a kind"),
            parent,
            ended_on: ends.then(|| date(2025, 6, 1).expect("a day")),
            // Always one of the earlier ones, at last the first.
            successor: ends.then(|| name(heir.map_or(0, |heir| heir.index(place)))),
        });
    }
    made
}

fn standing<'a>(all: &'a [PlanOrganization], id: &OrganizationId) -> &'a PlanOrganization {
    let known = all.iter().find(|known| known.id == *id).expect("known");
    match &known.successor {
        Some(successor) => standing(all, successor),
        None => known,
    }
}

/// The organizations above, each as it stands on the day.
fn above(all: &[PlanOrganization], id: &OrganizationId) -> Vec<OrganizationId> {
    let known = all.iter().find(|known| known.id == *id).expect("known");
    let mut found = Vec::new();
    if let Some(parent) = &known.parent {
        let parent = standing(all, parent).id.clone();
        found.push(parent.clone());
        found.extend(above(all, &parent));
    }
    found
}

fn input(organizations: Vec<PlanOrganization>, persons: Vec<PlanPerson>) -> RatingPlanInput {
    RatingPlanInput {
        year: 2025,
        on: last_day(),
        organizations,
        persons,
        moved: None,
        ended: Some(EndedOrganizationRated::WithSuccessor),
    }
}

fn place_of(plan: &RatingPlan, id: &OrganizationId) -> Option<(usize, u32)> {
    plan.ratings
        .iter()
        .enumerate()
        .find(|(_, rating)| {
            matches!(&rating.subject, PlanSubject::Organization { id: known } if known == id)
        })
        .map(|(place, rating)| (place, rating.round))
}

/// Whether the parents, as they stand, lead in a circle: then the question is refused.
fn circular(all: &[PlanOrganization]) -> bool {
    all.iter().any(|start| {
        let mut here = start.id.clone();
        for _ in 0..=all.len() {
            let known = all.iter().find(|known| known.id == here).expect("known");
            match &known.parent {
                Some(parent) => here = standing(all, parent).id.clone(),
                None => return false,
            }
        }
        true
    })
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn whoever_stands_below_comes_first(
        drawn in prop::collection::vec(any::<Drawn>(), 1..14),
        homes in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>(), 0_u32..400), 0..12),
        turned in any::<bool>(),
    ) {
        let all = organizations(&drawn);
        prop_assume!(!circular(&all));
        let cells: Vec<OrganizationId> = all
            .iter()
            .filter(|known| standing(&all, &known.id).kind.as_str() == "chi_bo_truc_thuoc")
            .map(|known| known.id.clone())
            .collect();
        let mut persons = Vec::new();
        for (place, (home, servant, admitted)) in homes.iter().enumerate() {
            if cells.is_empty() {
                break;
            }
            let days = chrono_days(*admitted);
            persons.push(PlanPerson {
                id: MemberId::new(format!("dv-{place:02}")).expect("an identifier"),
                cell: cells[home.index(cells.len())].clone(),
                moves: Vec::new(),
                posts: Vec::new(),
                standing: RatedStanding::Active,
                admitted_on: Some(days),
                civil_servant: *servant,
                state_rated_on: None,
                absent: false,
                returns_on: None,
                competent_body: None,
            });
        }
        let asked = input(all.clone(), persons.clone());
        let plan = rating_plan(&rules(), &asked).expect("a plan").value;

        // Everybody once, in one of the two lists.
        prop_assert_eq!(
            plan.ratings.len() + plan.not_rated.len(),
            all.len() + persons.len()
        );
        let mut last_collective = None;
        for known in &all {
            let found = place_of(&plan, &known.id);
            prop_assert_eq!(found.is_some(), known.ended_on.is_none());
            let Some((place, round)) = found else { continue };
            last_collective = last_collective.max(Some(place));
            for higher in above(&all, &known.id) {
                let (higher_place, higher_round) = place_of(&plan, &higher).expect("it stands");
                prop_assert!(place < higher_place && round < higher_round);
            }
            // No later than it has to be.
            let below = all.iter().filter(|other| {
                other.ended_on.is_none() && above(&all, &other.id).contains(&known.id)
            });
            let highest = below
                .map(|other| place_of(&plan, &other.id).expect("it stands").1)
                .max();
            let least = match highest {
                Some(highest) => highest + 1,
                None => 1,
            };
            prop_assert_eq!(round, least);
        }
        // Individuals after collectives; those who wait last.
        let mut waits = false;
        for (place, rating) in plan.ratings.iter().enumerate() {
            if let PlanSubject::Member { .. } = &rating.subject {
                prop_assert!(Some(place) > last_collective);
                prop_assert!(!waits || !rating.waits_for.is_empty());
                waits |= !rating.waits_for.is_empty();
            }
        }
        // Six months: by the day of the month, counted back from the day of rating.
        for person in &persons {
            let rated = plan.ratings.iter().any(|rating| {
                matches!(&rating.subject, PlanSubject::Member { id } if *id == person.id)
            });
            let half_year = date(2025, 6, 30).expect("a day");
            prop_assert_eq!(rated, person.admitted_on.expect("drawn") <= half_year);
        }
        // The order of the input changes nothing.
        let mut other = asked;
        other.organizations.reverse();
        if turned {
            other.persons.reverse();
        }
        prop_assert_eq!(rating_plan(&rules(), &other).expect("a plan").value, plan);
    }
}

/// So many days before the day of rating.
fn chrono_days(before: u32) -> NaiveDate {
    let mut day = last_day();
    for _ in 0..before {
        day = day.pred_opt().expect("years to go");
    }
    day
}

/// Where a rating stands, as the table knows it.
#[derive(Clone, Copy, PartialEq)]
enum Stand {
    /// Nothing is decided.
    Open { proposed: bool },
    /// A level is in force.
    Decided {
        level: Level,
        told: bool,
        complaint: bool,
    },
    /// It was cancelled.
    Cancelled,
}

const EVENTS: [EvaluationEvent; 9] = [
    EvaluationEvent::SelfReviewed,
    EvaluationEvent::Proposed { level: Level::Good },
    EvaluationEvent::Decided {
        level: Level::Good,
        by: EvaluationRole::Committee,
    },
    EvaluationEvent::Decided {
        level: Level::NotCompleted,
        by: EvaluationRole::Cell,
    },
    EvaluationEvent::Notified,
    EvaluationEvent::Complained,
    EvaluationEvent::Upheld,
    EvaluationEvent::Cancelled,
    EvaluationEvent::Archived,
];

/// One line of the table: the next stand, and what is not in order.
fn tabled(
    stand: Stand,
    was_proposed: bool,
    event: EvaluationEvent,
) -> (Stand, Vec<EvaluationFindingCode>) {
    use EvaluationFindingCode as Code;
    match (event, stand) {
        (EvaluationEvent::Proposed { .. }, Stand::Open { .. }) => {
            (Stand::Open { proposed: true }, vec![])
        }
        (EvaluationEvent::Decided { level, by }, _) => {
            let mut found = Vec::new();
            if by == EvaluationRole::Cell {
                found.push(Code::NotCompetent);
            }
            if let Stand::Decided { .. } = stand {
                found.push(Code::DecidedTwice);
                return (stand, found);
            }
            if !was_proposed {
                found.push(Code::BeforeProposal);
            }
            (
                Stand::Decided {
                    level,
                    told: false,
                    complaint: false,
                },
                found,
            )
        }
        (
            EvaluationEvent::Notified,
            Stand::Decided {
                level, complaint, ..
            },
        ) => (
            Stand::Decided {
                level,
                told: true,
                complaint,
            },
            vec![],
        ),
        (
            EvaluationEvent::Complained,
            Stand::Decided {
                level, told: true, ..
            },
        ) => (
            Stand::Decided {
                level,
                told: true,
                complaint: true,
            },
            vec![],
        ),
        (EvaluationEvent::Complained, Stand::Decided { told: false, .. }) => {
            (stand, vec![Code::BeforeNotice])
        }
        (
            EvaluationEvent::Upheld,
            Stand::Decided {
                level,
                told,
                complaint: true,
            },
        ) => (
            Stand::Decided {
                level,
                told,
                complaint: false,
            },
            vec![],
        ),
        (EvaluationEvent::Upheld, _) => (stand, vec![Code::WithoutComplaint]),
        (EvaluationEvent::Cancelled, Stand::Decided { .. }) => (Stand::Cancelled, vec![]),
        (
            EvaluationEvent::Notified
            | EvaluationEvent::Complained
            | EvaluationEvent::Cancelled
            | EvaluationEvent::Archived,
            Stand::Open { .. } | Stand::Cancelled,
        ) => (stand, vec![Code::BeforeDecision]),
        _ => (stand, vec![]),
    }
}

fn compare(sequence: &[usize]) {
    let mut stand = Stand::Open { proposed: false };
    let mut proposed = false;
    let mut expected = Vec::new();
    let mut facts = Vec::new();
    for (place, event) in sequence.iter().enumerate() {
        let event = EVENTS[*event];
        let (next, found) = tabled(stand, proposed, event);
        stand = next;
        proposed |= matches!(event, EvaluationEvent::Proposed { .. });
        expected.extend(found);
        let day = u32::try_from(place).expect("short") + 1;
        facts.push(EvaluationFact {
            on: date(2025, 12, day).expect("a day"),
            event,
        });
    }
    let verdict = evaluation_procedure(
        &rules(),
        &EvaluationProcedureInput {
            subject: EvaluatedKind::Member,
            year: 2025,
            facts,
            without_residence_opinion: false,
            review_meeting: None,
            due: Vec::new(),
            previous: vec![Level::NotCompleted],
            on: last_day(),
        },
    )
    .expect("an answer");
    let value = verdict.value;
    let codes: Vec<EvaluationFindingCode> = value
        .findings
        .iter()
        .map(|finding| finding.code)
        .filter(|code| *code != EvaluationFindingCode::OutOfOrder)
        .collect();
    assert_eq!(codes, expected, "{sequence:?}");
    let level = match stand {
        Stand::Decided { level, .. } => Some(level),
        _ => None,
    };
    assert_eq!(value.level, level, "{sequence:?}");
    assert_eq!(
        value.removal_considered,
        level.map(|level| level == Level::NotCompleted),
        "{sequence:?}"
    );
    // What everything waits for.
    let awaited = match stand {
        Stand::Decided {
            complaint: true, ..
        } => Some(EvaluationStep::ComplaintAnswer),
        Stand::Cancelled => Some(EvaluationStep::NewDecision),
        _ => None,
    };
    if let Some(awaited) = awaited {
        assert_eq!(value.next, Some(awaited), "{sequence:?}");
    } else {
        assert!(
            !matches!(
                value.next,
                Some(EvaluationStep::ComplaintAnswer | EvaluationStep::NewDecision)
            ),
            "{sequence:?}"
        );
    }
    // Only what comes before a step that was done is missing.
    let done = value.steps.iter().filter(|line| line.done_on.is_some());
    let furthest = done.map(|line| line.step).max();
    assert!(
        value.missing.iter().all(|step| Some(*step) < furthest),
        "{sequence:?}"
    );
}

/// Every sequence of so many events after a beginning.
fn every(beginning: &[usize], length: usize) {
    compare(beginning);
    if length == 0 {
        return;
    }
    for event in 0..EVENTS.len() {
        let mut longer = beginning.to_vec();
        longer.push(event);
        every(&longer, length - 1);
    }
}

#[test]
fn every_short_sequence_of_events() {
    every(&[], 3);
}

#[test]
fn every_short_sequence_after_a_notice() {
    // Proposed, decided, told.
    every(&[1, 2, 4], 3);
}

#[test]
fn every_short_sequence_after_a_cancellation() {
    // Proposed, decided, told, complained, cancelled.
    every(&[1, 2, 4, 5, 7], 2);
}
