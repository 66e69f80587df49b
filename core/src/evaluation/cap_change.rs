//! A proposed list of excellent: whether the cap allows it, and the smallest change that makes it
//! legal.

use serde::{Deserialize, Serialize};

use super::cap::{CapCounts, CapRules, CapTerms};
use super::cap_cut::{Own, counted};
use super::cap_what_if::{CapSubject, owns};
use crate::compact::{TextMap, sort_by};
use crate::error::{HandbookError, InputCode, InputError};
use crate::rulebook::Rules;
use crate::rulebook::policy::Level;
use crate::verdict::{Basis, Silent, Verdict};

/// A group with a proposed list of excellent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheapestLegalChangeInput {
    /// How the cap is read; absent for the rules in force.
    #[serde(default)]
    pub terms: Option<CapTerms>,
    /// Everyone in the group, with the level by the own facts or the one proposed, before the
    /// cap.
    pub subjects: Vec<CapSubject>,
    /// Who is proposed to be excellent: some or all of those at that level.
    pub excellent: Vec<String>,
}

/// Some of the list become good instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StepDown {
    /// How many must step down: the fewest.
    pub cost: u32,
    /// Those with the fewest marks, who step down whoever decides; by identifier.
    pub certain: Vec<String>,
    /// Those tied at the line, of whom people choose `ofTied`; by identifier.
    pub tied: Vec<String>,
    /// How many of those tied step down; 0 when nobody is tied.
    pub of_tied: u32,
    /// How many may then be excellent, judged again: as many as are left on the list, or more.
    pub limit: u32,
}

/// Others, below good until now, are rated good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoreGood {
    /// How many more must be good: the fewest.
    pub cost: u32,
    /// How many may then be excellent, judged again: as many as are on the list, or more.
    pub limit: u32,
}

/// Whether a list is legal, and what would make it so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheapestLegalChange {
    /// Whether the list is not longer than the cap allows.
    pub legal: bool,
    /// How many are on the list.
    pub listed: u32,
    /// The most that the cap lets be excellent, whoever is eligible.
    pub limit: u32,
    /// How many more the cap would let be excellent; 0 when the list is not legal.
    pub room: u32,
    /// The fewest whose level must change; 0 when the list is legal.
    pub cost: u32,
    /// Who would step down; absent when the list is legal.
    pub step_down: Option<StepDown>,
    /// How many more would have to be good; absent when the list is legal, and when it cannot
    /// help: the reading does not count those good, or too few of the group are below good.
    pub more_good: Option<MoreGood>,
}

/// The smallest change that makes a proposed list of excellent legal under the cap (section 6.4):
/// who must step down, or how many more must be rated good.
///
/// Those eligible who are not on the list count as demoted to good, and so does whoever steps
/// down: under the reading "counted before demotion" that does not raise the number of those good.
/// By marks, the lowest step down first; a tie is not broken. Where one on the list has no marks,
/// all count as tied. Stepping down alone never costs more than the two together.
///
/// # Errors
/// [`HandbookError::Input`] naming the field: an identifier that is none or stands twice, marks
/// above 10,000, a share below 0 or above 1, `excellent` that names somebody outside the group or
/// not eligible; [`HandbookError::RuleNotInForce`] where the book knows no cap.
///
/// ```
/// use handbook::evaluation::{
///     CapSubject, CapTerms, CheapestLegalChangeInput, cheapest_legal_change,
/// };
/// use handbook::rulebook::policy::CapReading;
/// use handbook::{Level, RuleBook, date};
///
/// let one = |id: &str, own, marks| CapSubject {
///     id: id.to_owned(),
///     own: Some(own),
///     marks: Some(marks),
/// };
/// let input = CheapestLegalChangeInput {
///     terms: Some(CapTerms {
///         reading: Some(CapReading::ShareOfGoodOrBetter),
///         ..CapTerms::default()
///     }),
///     subjects: vec![
///         one("a", Level::Excellent, 9_400),
///         one("b", Level::Good, 8_000),
///         one("c", Level::Good, 7_900),
///         one("d", Level::Completed, 6_900),
///         one("e", Level::Completed, 6_800),
///     ],
///     excellent: vec!["a".to_owned()],
/// };
/// let book = RuleBook::vietnam();
/// let change = cheapest_legal_change(&book.on(date(2025, 12, 31)?)?, &input)?.value;
/// assert!(!change.legal);
/// assert_eq!(change.more_good.map(|more| more.cost), Some(2));
/// assert_eq!(change.step_down.map(|down| down.certain), Some(vec!["a".to_owned()]));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
pub fn cheapest_legal_change(
    rules: &Rules<'_>,
    input: &CheapestLegalChangeInput,
) -> Result<Verdict<CheapestLegalChange>, HandbookError> {
    let all = owns(&input.subjects)?;
    let terms = input.terms.unwrap_or_default();
    terms.check("terms.")?;
    let mut list = listed(input, &all)?;
    let cap = CapRules::in_force(rules)?;
    let mut basis = Basis::default();
    cap.policies(&terms, &mut basis)?;

    let counts = counted(&all);
    let on_list = u32::try_from(list.len()).unwrap_or(u32::MAX);
    let limit = cap.limit(counts, on_list, &terms, &mut basis)?;
    let excess = on_list.saturating_sub(limit);
    let mut change = CheapestLegalChange {
        legal: excess == 0,
        listed: on_list,
        limit,
        room: limit.saturating_sub(on_list),
        cost: excess,
        step_down: None,
        more_good: None,
    };
    if excess > 0 {
        let again = cap.limit(counts, on_list - excess, &terms, &mut Silent)?;
        change.step_down = Some(step_down(&mut list, excess, again));
        change.more_good = more_good(&cap, &terms, counts, on_list)?;
    }
    Ok(Verdict::new(change, basis))
}

/// The list with everyone's marks.
fn listed<'a>(
    input: &'a CheapestLegalChangeInput,
    all: &[Own],
) -> Result<Vec<(&'a str, Option<u32>)>, InputError> {
    let mut known = TextMap::new();
    for (place, subject) in input.subjects.iter().enumerate() {
        known.insert(&subject.id, place);
    }
    let mut seen = TextMap::new();
    let mut list = Vec::with_capacity(input.excellent.len());
    for (line, id) in input.excellent.iter().enumerate() {
        let own = known.place(id).and_then(|place| all.get(place));
        let wrong = match own {
            None => Some(InputCode::UnknownId),
            Some(own) if own.level != Some(Level::Excellent) => Some(InputCode::Contradiction),
            Some(_) if !seen.insert(id, line) => Some(InputCode::Duplicate),
            Some(own) => {
                list.push((id.as_str(), own.marks));
                None
            }
        };
        if let Some(code) = wrong {
            return Err(InputError::new(code, format!("excellent[{line}]"), id));
        }
    }
    Ok(list)
}

/// The fewest who step down, from the fewest marks upward.
fn step_down(list: &mut [(&str, Option<u32>)], cost: u32, limit: u32) -> StepDown {
    if list.iter().any(|(_, marks)| marks.is_none()) {
        for (_, marks) in list.iter_mut() {
            *marks = None;
        }
    }
    sort_by(list, |(id, marks), (other, others)| {
        (marks, id).cmp(&(others, other))
    });
    let count = usize::try_from(cost).unwrap_or(usize::MAX);
    let line = count.checked_sub(1).and_then(|last| list.get(last));
    let line = line.and_then(|(_, marks)| *marks);
    let tie = list.get(count).is_some_and(|(_, marks)| *marks == line);
    let mut down = StepDown {
        cost,
        certain: Vec::new(),
        tied: Vec::new(),
        of_tied: 0,
        limit,
    };
    for (place, (id, marks)) in list.iter().enumerate() {
        if tie && *marks == line {
            down.of_tied += u32::from(place < count);
            down.tied.push((*id).to_owned());
        } else if place < count {
            down.certain.push((*id).to_owned());
        }
    }
    sort_by(&mut down.certain, Ord::cmp);
    down
}

/// The fewest more who must be good, found by halving: more of them never lower the limit.
fn more_good(
    cap: &CapRules<'_>,
    terms: &CapTerms,
    counts: CapCounts,
    on_list: u32,
) -> Result<Option<MoreGood>, HandbookError> {
    let limit = |more: u32| {
        let counts = CapCounts {
            good: counts.good.saturating_add(more),
            ..counts
        };
        cap.limit(counts, on_list, terms, &mut Silent)
    };
    let below_good = counts.rated - counts.eligible - counts.good;
    if limit(below_good)? < on_list {
        return Ok(None);
    }
    let (mut least, mut most) = (0, below_good);
    while least < most {
        let half = least + (most - least) / 2;
        if limit(half)? < on_list {
            least = half + 1;
        } else {
            most = half;
        }
    }
    Ok(Some(MoreGood {
        cost: least,
        limit: limit(least)?,
    }))
}
