//! Organizations through time beside a naive reference: a list of facts, read from the first to
//! the last for every question.

#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a failing test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};

use handbook::organization::lineage::Share;
use handbook::organization::structure::{Beginning, Change, Structure};
use handbook::{KindId, NaiveDate, OrganizationId, date};
use handbook_tests::config;
use proptest::prelude::*;

const IDS: usize = 9;
const DAYS: u32 = 12;
const CODES: [&str; 3] = ["01", "377", "14716"];
const NAMES: [&str; 3] = ["Yên Mô", "Yên Phú", ""];
const KINDS: [&str; 2] = ["xa", "huyen"];

/// An act by numbers; places may not exist.
#[derive(Debug, Clone, Copy)]
enum Act {
    Begin {
        id: usize,
        kind: usize,
        name: usize,
        code: Option<usize>,
        parent: Option<usize>,
        on: u32,
    },
    Change {
        place: usize,
        kind: Option<usize>,
        name: Option<usize>,
        code: Option<Option<usize>>,
        parent: Option<Option<usize>>,
        on: u32,
    },
    End {
        place: usize,
        on: u32,
    },
    Link {
        from: usize,
        to: usize,
        share: Share,
        on: u32,
    },
}

/// One act, or several as one decision.
#[derive(Debug, Clone)]
enum Step {
    One(Act),
    /// All or nothing; may be made to fail at its end.
    Together(Vec<Act>, bool),
    /// An inner decision fails, the outer one goes on.
    Nested(Vec<Act>, Vec<Act>, Vec<Act>, bool),
    Tried(Vec<Act>),
}

fn day(number: u32) -> NaiveDate {
    date(2025, 1, number + 1).unwrap_or(NaiveDate::MAX)
}

/// What an organization is: kind, name, code, parent.
type State = (usize, usize, Option<usize>, Option<usize>);

/// The facts, in the order in which they were accepted.
#[derive(Debug, Clone, Default)]
struct Facts(Vec<Act>);

impl Facts {
    fn ids(&self) -> Vec<usize> {
        let id = |act: &Act| match act {
            Act::Begin { id, .. } => Some(*id),
            _ => None,
        };
        self.0.iter().filter_map(id).collect()
    }

    /// The days of what happened to an organization: links change nothing of it.
    fn days(&self, of: usize) -> Vec<u32> {
        let mut begun = 0;
        let mut days = Vec::new();
        for act in &self.0 {
            match act {
                Act::Begin { on, .. } => {
                    if begun == of {
                        days.push(*on);
                    }
                    begun += 1;
                }
                Act::Change { place, on, .. } | Act::End { place, on } if *place == of => {
                    days.push(*on);
                }
                _ => {}
            }
        }
        days
    }

    fn ended(&self, of: usize) -> Option<u32> {
        self.0.iter().find_map(|act| match act {
            Act::End { place, on } if *place == of => Some(*on),
            _ => None,
        })
    }

    fn on(&self, of: usize, at: u32) -> Option<State> {
        let mut begun = 0;
        let mut state: Option<State> = None;
        for act in &self.0 {
            match *act {
                Act::Begin {
                    kind,
                    name,
                    code,
                    parent,
                    on,
                    ..
                } => {
                    if begun == of && on <= at {
                        state = Some((kind, name, code, parent));
                    }
                    begun += 1;
                }
                Act::Change {
                    place,
                    kind,
                    name,
                    code,
                    parent,
                    on,
                } if place == of && on <= at => {
                    if let Some(state) = &mut state {
                        state.0 = kind.unwrap_or(state.0);
                        state.1 = name.unwrap_or(state.1);
                        state.2 = code.unwrap_or(state.2);
                        state.3 = parent.unwrap_or(state.3);
                    }
                }
                Act::End { place, on } if place == of && on <= at => state = None,
                _ => {}
            }
        }
        state
    }

    fn parent(&self, of: usize, at: u32) -> Option<usize> {
        self.on(of, at).and_then(|state| state.3)
    }

    fn ancestors(&self, of: usize, at: u32) -> Vec<usize> {
        let mut above = Vec::new();
        let mut next = self.parent(of, at);
        while let Some(place) = next {
            if above.len() > IDS {
                break;
            }
            above.push(place);
            next = self.parent(place, at);
        }
        above
    }

    fn children(&self, of: usize, at: u32) -> BTreeSet<usize> {
        (0..self.ids().len())
            .filter(|place| self.parent(*place, at) == Some(of))
            .collect()
    }

    fn subtree(&self, of: usize, at: u32) -> BTreeSet<usize> {
        (0..self.ids().len())
            .filter(|place| self.on(*place, at).is_some())
            .filter(|place| *place == of || self.ancestors(*place, at).contains(&of))
            .collect()
    }

    fn links(&self) -> Vec<(usize, usize, Share, u32)> {
        let link = |act: &Act| match *act {
            Act::Link {
                from,
                to,
                share,
                on,
            } => Some((from, to, share, on)),
            _ => None,
        };
        self.0.iter().filter_map(link).collect()
    }

    /// There from a day on, without an end.
    fn stands(&self, place: usize, on: u32) -> bool {
        place < self.ids().len()
            && self.ended(place).is_none()
            && self.days(place).first().is_some_and(|first| *first <= on)
    }

    fn allows(&self, act: &Act) -> bool {
        let known = |place: usize| place < self.ids().len();
        let follows = |place: usize, on: u32| {
            known(place)
                && self.ended(place).is_none()
                && self.days(place).last().is_some_and(|last| *last <= on)
        };
        match *act {
            Act::Begin { id, parent, on, .. } => {
                !self.ids().contains(&id) && parent.is_none_or(|parent| self.stands(parent, on))
            }
            Act::Change {
                place, parent, on, ..
            } => {
                let mut after = self.clone();
                after.0.push(*act);
                follows(place, on)
                    && parent
                        .flatten()
                        .is_none_or(|parent| self.stands(parent, on))
                    && (on..=DAYS).all(|at| {
                        (0..after.ids().len()).all(|one| !after.ancestors(one, at).contains(&one))
                    })
            }
            Act::End { place, on } => {
                follows(place, on)
                    && self.days(place).first().is_some_and(|first| *first < on)
                    && (on..=DAYS).all(|at| self.children(place, at).is_empty())
            }
            Act::Link { from, to, on, .. } => {
                known(from)
                    && known(to)
                    && from != to
                    && self.days(from).first().is_some_and(|first| *first < on)
                    && self.ended(from).is_none_or(|end| on <= end)
                    && self.on(to, on).is_some()
            }
        }
    }

    fn take(&mut self, act: &Act) -> bool {
        let allowed = self.allows(act);
        if allowed {
            self.0.push(*act);
        }
        allowed
    }

    /// Whoever is reached from an organization, with the day from which it is followed.
    fn followed(&self, place: usize, from: u32, to: u32) -> BTreeMap<usize, u32> {
        let mut since = BTreeMap::from([(place, from)]);
        loop {
            let mut changed = false;
            for (earlier, later, _, on) in self.links() {
                let Some(start) = since.get(&earlier).copied() else {
                    continue;
                };
                let leaves = on > start || self.ended(earlier) == Some(on);
                let sooner = since.get(&later).is_none_or(|known| on < *known);
                if on <= to && leaves && sooner {
                    since.insert(later, on);
                    changed = true;
                }
            }
            if !changed {
                return since;
            }
        }
    }

    /// Whoever went into an organization, with the day up to which it counts.
    fn traced(&self, place: usize, at: u32) -> BTreeMap<usize, u32> {
        let mut until = BTreeMap::from([(place, at)]);
        loop {
            let mut changed = false;
            for (earlier, later, _, on) in self.links() {
                let Some(end) = until.get(&later).copied() else {
                    continue;
                };
                let same_day = later == place || self.ended(later) == Some(end);
                let counts = on < end || (same_day && on == end);
                let further = until.get(&earlier).is_none_or(|known| on > *known);
                if counts && further && earlier != place {
                    until.insert(earlier, on);
                    changed = true;
                }
            }
            if !changed {
                return until;
            }
        }
    }
}

fn identifier(id: usize) -> OrganizationId {
    OrganizationId::new(format!("o{id}")).unwrap_or_else(|error| panic!("{error}"))
}

fn kind(number: usize) -> KindId {
    KindId::new(KINDS[number]).unwrap_or_else(|error| panic!("{error}"))
}

fn act_on(structure: &mut Structure, act: &Act) -> bool {
    match *act {
        Act::Begin {
            id,
            kind: word,
            name,
            code,
            parent,
            on,
        } => structure
            .begin(&Beginning {
                id: &identifier(id),
                kind: &kind(word),
                name: NAMES[name],
                code: code.map(|code| CODES[code]),
                parent,
                on: day(on),
            })
            .is_ok(),
        Act::Change {
            place,
            kind: word,
            name,
            code,
            parent,
            on,
        } => {
            let word = word.map(kind);
            let change = Change {
                kind: word.as_ref(),
                name: name.map(|name| NAMES[name]),
                code: code.map(|code| code.map(|code| CODES[code])),
                parent,
            };
            structure.change(place, day(on), &change).is_ok()
        }
        Act::End { place, on } => structure.end(place, day(on)).is_ok(),
        Act::Link {
            from,
            to,
            share,
            on,
        } => structure.link(from, to, day(on), share).is_ok(),
    }
}

/// Every answer about a day, written down.
fn answers(structure: &Structure, at: u32) -> String {
    let mut text = String::new();
    for place in 0..structure.len() {
        let at = day(at);
        text += &format!(
            "{:?} {:?} {:?} {:?}\n",
            structure.on(place, at),
            structure.children(place, at).collect::<Vec<_>>(),
            structure.ancestors(place, at).collect::<Vec<_>>(),
            structure.subtree(place, at),
        );
    }
    for code in CODES {
        text += &format!("{code} {:?}\n", structure.holder(code, day(at)));
    }
    text + &format!("{:?}", structure.roots(day(at)).collect::<BTreeSet<_>>())
}

fn everything(structure: &Structure) -> String {
    let days = (0..=DAYS).map(|at| answers(structure, at));
    let links: Vec<_> = structure.links().collect();
    let mut text = days.collect::<Vec<_>>().join("\n") + &format!("{links:?}");
    for place in 0..structure.len() {
        text += &format!(
            "{:?} {:?} {:?} {:?} {:?}",
            structure.ended(place),
            structure.stages(place).collect::<Vec<_>>(),
            structure.successors(place).collect::<Vec<_>>(),
            structure.predecessors(place).collect::<Vec<_>>(),
            structure
                .id(place)
                .map(|id| structure.place(id.as_str()) == Some(place)),
        );
    }
    text
}

/// The structure gives what the facts give.
fn agree(structure: &Structure, facts: &Facts) {
    let ids = facts.ids();
    assert_eq!(structure.len(), ids.len());
    for at in 0..=DAYS {
        for place in 0..ids.len() {
            let told = structure.on(place, day(at)).map(|unit| {
                let code = |text| CODES.iter().position(|code| *code == text);
                (
                    KINDS.iter().position(|kind| *kind == unit.kind.as_str()),
                    NAMES.iter().position(|name| *name == unit.name),
                    unit.code.and_then(code),
                    unit.parent,
                )
            });
            let expected = facts
                .on(place, at)
                .map(|(kind, name, code, parent)| (Some(kind), Some(name), code, parent));
            assert_eq!(told, expected, "{place} on {at}");
            assert_eq!(structure.parent(place, day(at)), facts.parent(place, at));
            let above: Vec<usize> = structure.ancestors(place, day(at)).collect();
            assert_eq!(above, facts.ancestors(place, at));
            let below: Vec<usize> = structure.children(place, day(at)).collect();
            let set: BTreeSet<usize> = below.iter().copied().collect();
            assert_eq!(set.len(), below.len(), "a child stands twice");
            assert_eq!(set, facts.children(place, at), "below {place} on {at}");
            let tree = structure.subtree(place, day(at));
            let set: BTreeSet<usize> = tree.iter().copied().collect();
            assert_eq!(set.len(), tree.len());
            assert_eq!(set, facts.subtree(place, at));
        }
        let roots: BTreeSet<usize> = structure.roots(day(at)).collect();
        let without: BTreeSet<usize> = (0..ids.len())
            .filter(|place| facts.on(*place, at).is_some_and(|state| state.3.is_none()))
            .collect();
        assert_eq!(roots, without);
        for (number, code) in CODES.iter().enumerate() {
            let holder = structure.holder(code, day(at));
            let having: Vec<usize> = (0..ids.len())
                .filter(|place| {
                    facts
                        .on(*place, at)
                        .is_some_and(|state| state.2 == Some(number))
                })
                .collect();
            // Two may have a code at once; one of them is given.
            assert_eq!(holder.is_some(), !having.is_empty());
            assert!(holder.is_none_or(|holder| having.contains(&holder)));
        }
    }
    for place in 0..ids.len() {
        assert_eq!(structure.ended(place), facts.ended(place).map(day));
        fates_agree(structure, facts, place);
    }
}

fn fates_agree(structure: &Structure, facts: &Facts, place: usize) {
    for from in (0..=DAYS).filter(|at| facts.on(place, *at).is_some()) {
        let ancestry = structure.ancestry(place, day(from));
        let mut came: BTreeSet<usize> = ancestry.forebears.iter().copied().collect();
        assert_eq!(came.len(), ancestry.forebears.len());
        came.insert(place);
        let traced: BTreeSet<usize> = facts.traced(place, from).into_keys().collect();
        assert_eq!(came, traced, "into {place} by {from}: {:?}", facts.links());
        for to in from..=DAYS {
            let fate = structure.fate(place, day(from), day(to));
            let reached = facts.followed(place, from, to);
            let gone = |one: &usize| facts.ended(*one).is_some_and(|end| end <= to);
            let expected: BTreeSet<usize> =
                reached.keys().copied().filter(|one| !gone(one)).collect();
            let heirs: BTreeSet<usize> = fate.heirs.iter().map(|heir| heir.place).collect();
            assert_eq!(heirs, expected, "{place} from {from} to {to}");
            assert_eq!(heirs.len(), fate.heirs.len());
            let lost: BTreeSet<usize> = fate.lost.iter().map(|(one, _)| *one).collect();
            let without: BTreeSet<usize> = reached
                .keys()
                .copied()
                .filter(|one| {
                    let end = facts.ended(*one).filter(|end| *end <= to);
                    end.is_some_and(|end| {
                        !facts
                            .links()
                            .iter()
                            .any(|(earlier, _, _, on)| earlier == one && *on == end)
                    })
                })
                .collect();
            assert_eq!(lost, without);
            if let Some(whole) = fate.whole() {
                assert_eq!(heirs, BTreeSet::from([whole]));
                assert!(lost.is_empty());
                assert!(fate.heirs.iter().all(|heir| heir.share == Share::Whole));
            }
        }
    }
}

/// Takes one act in both, and looks at what it may not touch.
fn one(structure: &mut Structure, facts: &mut Facts, act: &Act) -> bool {
    let before = structure.clone();
    let expected = facts.take(act);
    let taken = act_on(structure, act);
    assert_eq!(taken, expected, "{act:?} after {facts:?}");
    if taken {
        let (Act::Begin { on, .. }
        | Act::Change { on, .. }
        | Act::End { on, .. }
        | Act::Link { on, .. }) = act;
        for at in 0..*on {
            let strip = |structure: &Structure| {
                let known = before.len();
                (0..known)
                    .map(|place| format!("{:?}", structure.on(place, day(at))))
                    .collect::<Vec<_>>()
            };
            assert_eq!(strip(structure), strip(&before), "{act:?} changed day {at}");
        }
    } else {
        assert_eq!(
            everything(structure),
            everything(&before),
            "{act:?} left a trace"
        );
        assert_eq!(*structure, before);
    }
    taken
}

/// Acts until one is refused.
fn all(structure: &mut Structure, facts: &mut Facts, acts: &[Act]) -> Result<(), ()> {
    for act in acts {
        if !one(structure, facts, act) {
            return Err(());
        }
    }
    Ok(())
}

fn run(steps: &[Step]) {
    let mut structure = Structure::new();
    let mut facts = Facts::default();
    for step in steps {
        let (before, facts_before) = (structure.clone(), facts.clone());
        let outcome = match step {
            Step::One(act) => {
                one(&mut structure, &mut facts, act);
                Ok(())
            }
            Step::Together(acts, fails) => structure.together(|structure| {
                all(structure, &mut facts, acts)?;
                if *fails { Err(()) } else { Ok(()) }
            }),
            Step::Nested(first, inner, last, fails) => structure.together(|structure| {
                all(structure, &mut facts, first)?;
                let kept = facts.clone();
                let middle = structure.clone();
                let refused: Result<(), ()> = structure.together(|structure| {
                    all(structure, &mut facts, inner)?;
                    Err(())
                });
                assert_eq!(refused, Err(()));
                assert_eq!(everything(structure), everything(&middle));
                facts = kept;
                structure.tried(|structure| {
                    let mut tried = facts.clone();
                    let _ = all(structure, &mut tried, inner);
                    agree(structure, &tried);
                });
                assert_eq!(everything(structure), everything(&middle));
                all(structure, &mut facts, last)?;
                if *fails { Err(()) } else { Ok(()) }
            }),
            Step::Tried(acts) => structure.tried(|structure| {
                let _ = all(structure, &mut facts, acts);
                Err(())
            }),
        };
        if outcome.is_err() {
            facts = facts_before;
            assert_eq!(everything(&structure), everything(&before), "{step:?}");
            assert_eq!(structure, before);
        }
    }
    agree(&structure, &facts);
}

fn acts() -> impl Strategy<Value = Act> {
    let place = 0..IDS;
    let code = || proptest::option::of(0..CODES.len());
    // A parent that nobody has appears as well.
    let parent = || proptest::option::of(0..IDS);
    let share = prop_oneof![Just(Share::Whole), Just(Share::Part)];
    prop_oneof![
        4 => (0..IDS, 0..KINDS.len(), 0..NAMES.len(), code(), parent(), 0..DAYS).prop_map(
            |(id, kind, name, code, parent, on)| Act::Begin { id, kind, name, code, parent, on }
        ),
        4 => (
            place.clone(),
            proptest::option::of(0..KINDS.len()),
            proptest::option::of(0..NAMES.len()),
            proptest::option::of(code()),
            proptest::option::of(parent()),
            0..DAYS,
        ).prop_map(|(place, kind, name, code, parent, on)| Act::Change {
            place, kind, name, code, parent, on
        }),
        2 => (place.clone(), 0..DAYS).prop_map(|(place, on)| Act::End { place, on }),
        3 => (place.clone(), place, share, 0..DAYS).prop_map(|(from, to, share, on)| Act::Link {
            from, to, share, on
        }),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let some = || proptest::collection::vec(acts(), 1..5);
    prop_oneof![
        12 => acts().prop_map(Step::One),
        1 => (some(), any::<bool>()).prop_map(|(acts, fails)| Step::Together(acts, fails)),
        1 => (some(), some(), some(), any::<bool>())
            .prop_map(|(first, inner, last, fails)| Step::Nested(first, inner, last, fails)),
        1 => some().prop_map(Step::Tried),
    ]
}

/// Begins organizations early and at the top, so that later acts find them.
fn founded(count: usize) -> Vec<Step> {
    (0..count)
        .map(|id| {
            Step::One(Act::Begin {
                id,
                kind: 0,
                name: 0,
                code: Some(id % CODES.len()),
                parent: None,
                on: 0,
            })
        })
        .collect()
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn the_structure_agrees_with_the_list_of_facts(
        steps in proptest::collection::vec(steps(), 1..40)
    ) {
        run(&steps);
    }

    #[test]
    fn a_grown_structure_agrees_with_the_list_of_facts(
        count in 2..IDS,
        steps in proptest::collection::vec(steps(), 1..30)
    ) {
        let mut all = founded(count);
        all.extend(steps);
        run(&all);
    }
}

fn link(from: usize, to: usize, share: Share, on: u32) -> Step {
    Step::One(Act::Link {
        from,
        to,
        share,
        on,
    })
}

#[test]
fn an_inner_decision_that_fails_leaves_the_outer_one_as_it_was() {
    let begin = |id| Act::Begin {
        id,
        kind: 0,
        name: 0,
        code: None,
        parent: None,
        on: 0,
    };
    run(&[Step::Nested(
        vec![begin(0)],
        vec![begin(1)],
        vec![begin(1), begin(2)],
        false,
    )]);
}

#[test]
fn a_forebear_counts_up_to_the_last_day_on_which_something_of_it_came() {
    // 1 went into 0 early and again late; in between 2 went into 1.
    let mut steps = founded(4);
    steps.extend([
        link(1, 0, Share::Part, 2),
        link(2, 1, Share::Part, 4),
        link(1, 3, Share::Part, 6),
        link(3, 0, Share::Part, 8),
    ]);
    run(&steps);
}

#[test]
fn an_organization_reached_twice_is_followed_from_the_first_day() {
    // A part of 0 comes to 2 late on the short way and early on the long one; 2 gives to 3 between.
    let mut steps = founded(4);
    steps.extend([
        link(0, 2, Share::Part, 8),
        link(0, 1, Share::Part, 2),
        link(1, 2, Share::Part, 3),
        link(2, 3, Share::Part, 5),
    ]);
    run(&steps);
}
