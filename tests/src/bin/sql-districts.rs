//! Prints random districts, one a line as JSON: the facts, and the library's answers. For SQL to
//! give a third opinion.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use handbook::evaluation::{
    GroupLevelsInput, GroupSubject, LevelFacts, MarkCount, RatedSubject, RollUpGroup, RollUpInput,
    RollUpUnit, TaskCounts, group_levels, roll_up, weighted_score,
};
use handbook::rulebook::policy::{CapReading, CapRounding};
use handbook::{HandbookError, Level, RuleBook, Rules, date};
use serde::Serialize;

/// Weights of the sample sheet: ten marks of 100 give 100 points.
const WEIGHTS: [u32; 10] = [20, 15, 10, 10, 10, 10, 10, 5, 5, 5];

/// A fifth, a quarter, and what no text says but a body could.
const SHARES: [&str; 6] = ["1/5", "1/4", "3/10", "2/7", "1/10", "1/1"];

const ROUNDINGS: [CapRounding; 3] = [
    CapRounding::Floor,
    CapRounding::HalfUp,
    CapRounding::Ceiling,
];

const READINGS: [CapReading; 4] = [
    CapReading::ShareOfGoodBeforeDemotion,
    CapReading::ShareOfGoodAfterDemotion,
    CapReading::ShareOfGoodOrBetter,
    CapReading::ShareOfRated,
];

/// What SQL is given, and what the library made of it.
#[derive(Serialize)]
struct District {
    share: &'static str,
    rounding: CapRounding,
    reading: CapReading,
    weights: [u32; 10],
    members: Vec<Member>,
    answers: Answers,
}

#[derive(Serialize)]
struct Member {
    id: String,
    cell: String,
    marks: [u32; 10],
    tasks: TaskCounts,
    disciplined: bool,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answers {
    /// By member: score, own level, level after the cap (absent where people vote).
    members: BTreeMap<String, (u32, Level, Option<Level>)>,
    /// By cell: allowed, seats.
    cells: BTreeMap<String, (u32, u32)>,
    /// By the roll-up: the district's levels, those voted on, and their seats.
    totals: BTreeMap<&'static str, i64>,
}

/// Numbers from a seed.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % count.max(1)
    }

    fn number(&mut self, count: u32) -> u32 {
        u32::try_from(self.below(count.into())).unwrap_or_default()
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> Option<T> {
        let place = self.below(u64::try_from(choices.len()).unwrap_or_default());
        choices.get(usize::try_from(place).ok()?).copied()
    }
}

fn main() -> ExitCode {
    match print() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let districts: u64 = arguments.next().ok_or("how many districts?")?.parse()?;
    let seed: u64 = arguments.next().ok_or("which seed?")?.parse()?;
    let mut books = Vec::new();
    for share in SHARES {
        for rounding in ROUNDINGS {
            books.push((share, rounding, book(share, rounding)?));
        }
    }
    let on = date(2025, 12, 31)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for number in 0..districts {
        let mut draw = Draw(seed ^ number.wrapping_mul(0xd134_2543_de82_ef95));
        let chosen = draw.below(u64::try_from(books.len())?);
        let Some((share, rounding, book)) = books.get(usize::try_from(chosen)?) else {
            continue;
        };
        let reading = draw.one_of(&READINGS).ok_or("no reading")?;
        let members = members(&mut draw);
        let answers = judge(&book.on(on)?, reading, &members)?;
        let district = District {
            share,
            rounding: *rounding,
            reading,
            weights: WEIGHTS,
            members,
            answers,
        };
        serde_json::to_writer(&mut out, &district)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// The shipped book under a body's own share and rounding.
fn book(share: &str, rounding: CapRounding) -> Result<RuleBook, HandbookError> {
    let value = |parameter: &str, value: &str| {
        serde_json::json!({
            "id": parameter,
            "values": [{
                "value": value, "instrument": "Nghị quyết mẫu", "clause": "1", "from": "2021-01-01",
            }],
        })
    };
    let overlay = serde_json::json!({
        "id": "mau",
        "body": "Tỉnh ủy mẫu",
        "parameters": [value("capShare", share), value("capRounding", rounding.as_str())],
    });
    RuleBook::vietnam().with_overlay(&overlay.to_string())
}

/// Cells of very few and of many, with scores near the borders and often the same.
fn members(draw: &mut Draw) -> Vec<Member> {
    let mut members = Vec::new();
    for cell in 0..=draw.number(5) {
        let most = draw.one_of(&[3, 8, 20, 40]).unwrap_or(1);
        for place in 0..=draw.number(most) {
            members.push(member(draw, cell, place));
        }
    }
    members
}

fn member(draw: &mut Draw, cell: u32, place: u32) -> Member {
    let near = draw.one_of(&[50, 70, 80, 90, 91, 92, 95]).unwrap_or(90);
    let steady = draw.below(3) > 0;
    let marks = WEIGHTS.map(|_| match draw.below(8) {
        _ if steady => near,
        0 => near - 1,
        1 => near + 1,
        2 => 40 + draw.number(61),
        _ => near,
    });
    let total = 1 + draw.number(12);
    let undone = if draw.below(12) == 0 {
        draw.number(total + 1)
    } else {
        0
    };
    let done = total - undone;
    let late = if draw.below(8) == 0 {
        draw.number(done + 1)
    } else {
        0
    };
    let poor = if draw.below(20) == 0 {
        draw.number(done - late + 1)
    } else {
        0
    };
    let enough = (3 * total).div_ceil(10).min(done);
    let beyond = match draw.below(6) {
        0 => draw.number(done + 1),
        1 => enough.saturating_sub(1),
        _ => enough,
    };
    Member {
        id: format!("m{cell}-{place:02}"),
        cell: format!("cell-{cell}"),
        marks,
        tasks: TaskCounts {
            total,
            done,
            on_time: done - late - poor,
            beyond,
            late,
        },
        disciplined: draw.below(25) == 0,
    }
}

fn judge(
    rules: &Rules<'_>,
    reading: CapReading,
    members: &[Member],
) -> Result<Answers, HandbookError> {
    let mut cells: BTreeMap<&str, Vec<(u32, &Member)>> = BTreeMap::new();
    for member in members {
        let score = weighted_score(WEIGHTS.into_iter().zip(member.marks));
        cells.entry(&member.cell).or_default().push((score, member));
    }
    let mut answers = Answers::default();
    let mut units = vec![unit("district", None)];
    let mut groups = Vec::new();
    for (cell, members) in cells {
        let subjects = members
            .iter()
            .map(|(score, member)| GroupSubject {
                id: member.id.clone(),
                facts: Some(LevelFacts {
                    subject: RatedSubject::Member,
                    marks: Some(*score),
                    criteria: Vec::new(),
                    results: None,
                    tasks: Some(member.tasks),
                    targets: None,
                    disciplined: member.disciplined,
                    subordinate_disciplined: false,
                    further: None,
                }),
            })
            .collect();
        let input = GroupLevelsInput {
            group: cell.to_owned(),
            reading: Some(reading),
            share: None,
            rounding: None,
            outstanding: false,
            subjects,
        };
        let judged = group_levels(rules, &input)?.value;
        units.push(unit(cell, Some("district")));
        for ((score, _), level) in members.iter().zip(&judged.levels) {
            if let Some(own) = level.own {
                let id = level.id.clone();
                answers.members.insert(id, (*score, own, level.level));
                groups.push(alone(cell, own, *score));
            }
        }
        let outcome = (judged.cap.allowed, judged.cap.seats);
        answers.cells.insert(cell.to_owned(), outcome);
    }
    let input = RollUpInput {
        reading: Some(reading),
        units,
        groups,
    };
    let totals = roll_up(rules, &input)?.value.totals;
    answers.totals = BTreeMap::from([
        ("notCompleted", totals.not_completed),
        ("completed", totals.completed),
        ("good", totals.good),
        ("excellent", totals.excellent),
        ("voteNeeded", totals.vote_needed),
        ("seats", totals.seats),
    ]);
    Ok(answers)
}

fn unit(id: &str, parent: Option<&str>) -> RollUpUnit {
    RollUpUnit {
        id: id.to_owned(),
        parent: parent.map(str::to_owned),
        outstanding: false,
    }
}

/// One member as a part of the cell's sums: the finest split there is.
fn alone(cell: &str, own: Level, marks: u32) -> RollUpGroup {
    let one = |level| u32::from(own == level);
    RollUpGroup {
        unit: cell.to_owned(),
        not_completed: one(Level::NotCompleted),
        completed: one(Level::Completed),
        good: one(Level::Good),
        eligible: vec![MarkCount {
            marks,
            count: one(Level::Excellent),
        }],
        eligible_unranked: 0,
    }
}
