//! Forms of organization, committees and placement against references written from the
//! catalogue's words, over every size that matters.

use handbook::organization::{
    AppointingTier, CellCommitteeInput, ExtraAppointeesInput, OrganizationFormInput,
    PlacementInput, Setting, StandingCommitteeInput, cell_committee, extra_appointees_most,
    organization_form, placement, standing_committee_most,
};
use handbook::{HandbookError, KindId, RuleBook, date};

/// The form by the words of ORG-04 and ORG-10 to ORG-13, as they stand until July 2026.
fn form_by_words(input: &OrganizationFormInput) -> (Option<&'static str>, bool) {
    let total = input.full_members + input.probationary_members;
    if input.full_members < 3 {
        return (None, false);
    }
    if input.setting == Setting::Village {
        return (Some("chi_bo_truc_thuoc"), total >= 30);
    }
    if total >= 30 {
        return if input.consent_to_stay_cell {
            (Some("chi_bo_truc_thuoc"), true)
        } else {
            (Some("dang_bo_co_so"), false)
        };
    }
    if input.strengthened_leadership {
        (Some("dang_bo_co_so"), false)
    } else {
        (Some("chi_bo_co_so"), false)
    }
}

#[test]
fn every_size_and_exception_has_its_form() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    for on in [
        date(2021, 1, 1)?,
        date(2023, 12, 31)?,
        date(2025, 12, 31)?,
        date(2026, 7, 25)?,
    ] {
        let rules = book.on(on)?;
        for full_members in 0..36 {
            for probationary_members in 0..36 {
                for choice in 0..8_u8 {
                    let input = OrganizationFormInput {
                        full_members,
                        probationary_members,
                        setting: if choice & 1 == 0 {
                            Setting::Standard
                        } else {
                            Setting::Village
                        },
                        strengthened_leadership: choice & 2 != 0,
                        consent_to_stay_cell: choice & 4 != 0,
                    };
                    let form = organization_form(&rules, &input)?.value;
                    let (kind, party_groups) = form_by_words(&input);
                    assert_eq!(
                        form.kind.as_ref().map(|kind| kind.as_str()),
                        kind,
                        "{input:?}"
                    );
                    assert_eq!(form.party_groups, party_groups, "{input:?}");
                }
            }
        }
    }
    Ok(())
}

/// The most that fit, counted upward one by one.
fn most_that_fit(fits: impl Fn(u64) -> bool) -> u64 {
    let mut most = 0;
    while fits(most + 1) {
        most += 1;
    }
    most
}

#[test]
fn every_committee_has_its_limits() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let rules = book.on(date(2025, 12, 31)?)?;
    for members in 1..1_500_u32 {
        let size = u64::from(members);
        let standing = standing_committee_most(
            &rules,
            &StandingCommitteeInput {
                committee_members: members,
            },
        )?;
        assert_eq!(
            u64::from(standing.value.most),
            most_that_fit(|most| most * 3 <= size),
            "of {members}"
        );
        for (tier, parts) in [
            (AppointingTier::Grassroots, 5),
            (AppointingTier::AboveGrassroots, 10),
        ] {
            let extra = extra_appointees_most(
                &rules,
                &ExtraAppointeesInput {
                    fixed_by_congress: members,
                    tier,
                },
            )?;
            assert_eq!(
                u64::from(extra.value.most),
                most_that_fit(|most| most * parts <= size),
                "{tier:?} of {members}"
            );
        }
        let cell = cell_committee(
            &rules,
            &CellCommitteeInput {
                full_members: members,
            },
        )?;
        assert_eq!(cell.value.committee, members >= 9);
        assert_eq!(cell.value.committee_most, if members >= 9 { 7 } else { 0 });
    }
    Ok(())
}

#[test]
fn a_placement_is_allowed_exactly_when_its_grounds_hold() -> Result<(), HandbookError> {
    let book = RuleBook::vietnam();
    let mut ids: Vec<_> = book.kinds().iter().map(|kind| kind.id.clone()).collect();
    ids.sort();
    ids.dedup();
    let mut days: Vec<_> = book.kinds().iter().map(|kind| kind.from).collect();
    days.extend(book.kinds().iter().filter_map(|kind| kind.to));
    days.sort();
    days.dedup();
    let mut allowed = 0;
    for day in days {
        let Ok(rules) = book.on(day) else { continue };
        for kind in &ids {
            for parent in &ids {
                let input = PlacementInput {
                    kind: kind.clone(),
                    parent: Some(parent.clone()),
                };
                let verdict = placement(&rules, &input)?;
                let there = |id: &KindId| {
                    book.kinds()
                        .iter()
                        .find(|known| known.id == *id && known.covers(day))
                };
                let expected = there(parent).is_some()
                    && there(kind).is_some_and(|kind| kind.under.contains(parent));
                assert_eq!(
                    verdict.value.allowed, expected,
                    "{kind} under {parent} on {day}"
                );
                assert_eq!(verdict.holds(), expected, "{kind} under {parent} on {day}");
                allowed += usize::from(expected);
            }
        }
    }
    assert!(allowed > 50, "only {allowed} placements are allowed at all");
    Ok(())
}
