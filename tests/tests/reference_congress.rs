//! Extraordinary congresses, signing, the end of a mandate and the steps of a congress against the
//! words of the catalogue.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::sync::LazyLock;

use handbook::organization::{
    CommitteeBallot, CongressForm, CongressStepsInput, ExtraordinaryCongressInput,
    ExtraordinaryNeed, MandateEndInput, SigningAfterElectionInput, SubordinateRequests,
    congress_steps, extraordinary_congress, mandate_end, signing_after_election,
};
use handbook::rulebook::policy::{CongressStep, ElectedPost, ExtraordinaryReason};
use handbook::vote::VoteMethod;
use handbook::{HandbookError, NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

fn plus(day: NaiveDate, days: usize) -> NaiveDate {
    day.iter_days().nth(days).expect("years to go")
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (2021_i32..=2026, 1_u32..=365)
        .prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).expect("every year has 365 days"))
}

fn part_of_whole(most: u32) -> impl Strategy<Value = (u32, u32)> {
    (1..=most).prop_flat_map(|whole| (Just(whole), 0..=whole))
}

/// The fewest that outnumber those who are left, by trying every number.
fn fewest(whole: u32) -> Option<u32> {
    (0..=whole).find(|part| *part > whole - part)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn an_extraordinary_congress_needs_a_reason_a_request_and_the_superior(
        reason in prop::sample::select(vec![
            ExtraordinaryReason::MajorPolicyChange,
            ExtraordinaryReason::KeyPeopleChange,
            ExtraordinaryReason::GraveDisunity,
            ExtraordinaryReason::NearlyAllDisciplined,
            ExtraordinaryReason::Other,
        ]),
        committee in prop::option::of((part_of_whole(60), any::<bool>())),
        subordinates in prop::option::of(part_of_whole(60)),
        superior_agrees in any::<bool>(),
        on in days(),
    ) {
        let input = ExtraordinaryCongressInput {
            reason,
            committee: committee.map(|((base, yes), secret)| CommitteeBallot {
                base,
                yes,
                method: if secret { VoteMethod::Secret } else { VoteMethod::Card },
            }),
            subordinates: subordinates
                .map(|(organizations, asking)| SubordinateRequests { organizations, asking }),
            superior_agrees,
        };
        let found = extraordinary_congress(&BOOK.on(on)?, &input)?.value;
        let committee_asks =
            committee.is_some_and(|((base, yes), secret)| secret && yes > base - yes);
        let subordinates_ask = subordinates.is_some_and(|(all, asking)| asking > all - asking);
        let mut missing = Vec::new();
        if reason == ExtraordinaryReason::Other {
            missing.push(ExtraordinaryNeed::Reason);
        }
        if !(committee_asks || subordinates_ask) {
            missing.push(ExtraordinaryNeed::Request);
        }
        if !superior_agrees {
            missing.push(ExtraordinaryNeed::SuperiorConsent);
        }
        prop_assert_eq!(found.allowed, missing.is_empty());
        prop_assert_eq!(found.missing, missing);
        prop_assert_eq!(found.votes_required, committee.and_then(|((base, _), _)| fewest(base)));
        prop_assert_eq!(found.requests_required, subordinates.and_then(|(all, _)| fewest(all)));
    }

    #[test]
    fn some_sign_at_once_and_the_others_when_confirmed(
        post in prop::sample::select(vec![
            ElectedPost::Secretary,
            ElectedPost::DeputySecretary,
            ElectedPost::StandingCommitteeMember,
            ElectedPost::InspectionCommitteeHead,
            ElectedPost::InspectionCommitteeDeputyHead,
        ]),
        elected_on in days(),
        waited in prop::option::of(0_usize..60),
        later in 0_usize..60,
    ) {
        let on = plus(elected_on, later);
        let Ok(rules) = BOOK.on(on) else { return Ok(()) };
        let confirmed_on = waited.map(|days| plus(elected_on, days));
        let input = SigningAfterElectionInput { post, elected_on, confirmed_on, on };
        let answer = signing_after_election(&rules, &input);
        if confirmed_on.is_some_and(|confirmed_on| confirmed_on > on) {
            prop_assert!(answer.is_err());
            return Ok(());
        }
        let found = answer?.value;
        let head = [ElectedPost::Secretary, ElectedPost::InspectionCommitteeHead].contains(&post);
        prop_assert_eq!(found.from, if head { Some(elected_on) } else { confirmed_on });
        prop_assert_eq!(found.may_sign, head || confirmed_on.is_some());
    }

    #[test]
    fn a_mandate_ends_with_the_first_day_of_social_insurance(
        insured_from in days(),
        on in days(),
    ) {
        let found = mandate_end(&BOOK.on(on)?, &MandateEndInput { insured_from, on })?.value;
        let still_a_member = on < insured_from;
        prop_assert_eq!(found.ended, !still_a_member);
        prop_assert_eq!(found.ends_on, insured_from);
        prop_assert!(!found.decision_needed);
    }
}

#[test]
fn both_congresses_have_the_same_steps_but_for_the_credentials() -> Result<(), HandbookError> {
    for year in 2021..=2026 {
        let rules = BOOK.on(date(year, 12, 31)?)?;
        let steps = |form| -> Result<Vec<CongressStep>, HandbookError> {
            Ok(congress_steps(&rules, &CongressStepsInput { form })?
                .value
                .steps)
        };
        let as_members = |step: &CongressStep| match step {
            CongressStep::CredentialsBoard => None,
            CongressStep::CredentialsReport => Some(CongressStep::AttendanceReport),
            other => Some(*other),
        };
        let delegates = steps(CongressForm::Delegates)?;
        let members: Vec<_> = delegates.iter().filter_map(as_members).collect();
        assert_eq!(steps(CongressForm::Members)?, members);
        assert_eq!((delegates.len(), members.len()), (13, 12));
    }
    Ok(())
}
