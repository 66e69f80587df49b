//! Bulk judging beside other ways to do the same work, in one run.
//!
//!     cargo bench -p handbook-tests --bench evaluation
//!     cargo xtask engines          the same with Polars, DuckDB and a rules engine
//!
//! The work: 10 weighted criteria, borders, discipline, the cap of each cell by the floor of a
//! fifth of those good, ties by the first criterion and then the identifier, counts by commune
//! and district. Every answer must be the same, or the program fails. Nothing is asserted about
//! time: the ratios travel, the times do not.

#![expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "written as somebody would for this one purpose"
)]

use std::env;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use handbook::evaluation::{LevelColumns, MarkColumns, MemberColumns};
use handbook_examples::benchmark::{WEIGHTS, sheet};
use handbook_tests::crowd::{CRITERIA, Crowd, CrowdMember, Dice};

const EXCELLENT: u8 = 3;
const GOOD: u8 = 2;

/// Levels of all members and counts by cell, commune and district.
#[derive(Debug, Default, PartialEq, Eq)]
struct Answer {
    levels: Vec<u8>,
    cells: Vec<[u32; 4]>,
    communes: Vec<[u32; 4]>,
    districts: Vec<[u32; 4]>,
}

impl Answer {
    fn of(crowd: &Crowd) -> Self {
        Self {
            levels: vec![0; crowd.members.len()],
            cells: vec![[0; 4]; crowd.communes.len()],
            communes: vec![[0; 4]; crowd.districts.len()],
            districts: vec![[0; 4]; crowd.district_count as usize],
        }
    }

    fn roll_up(&mut self, crowd: &Crowd) {
        self.communes.fill([0; 4]);
        self.districts.fill([0; 4]);
        for (cell, commune) in self.cells.iter().zip(&crowd.communes) {
            add(&mut self.communes[*commune as usize], cell);
        }
        for (commune, district) in self.communes.iter().zip(&crowd.districts) {
            add(&mut self.districts[*district as usize], commune);
        }
    }
}

fn add(sum: &mut [u32; 4], counts: &[u32; 4]) {
    for (sum, count) in sum.iter_mut().zip(counts) {
        *sum += count;
    }
}

fn level_of(score: u16, disciplined: bool) -> u8 {
    if disciplined {
        0
    } else if score >= 9_000 {
        EXCELLENT
    } else if score >= 7_000 {
        GOOD
    } else if score >= 5_000 {
        1
    } else {
        0
    }
}

/// Those past the cap of a cell become good; `eligible` are score, first mark and place.
fn cap(eligible: &mut [(u16, u8, u32)], levels: &mut [u8], counts: &mut [u32; 4]) {
    let most = (counts[2] / 5) as usize;
    if eligible.len() <= most {
        return;
    }
    eligible.sort_unstable_by(|one, other| (other.0, other.1, one.2).cmp(&(one.0, one.1, other.2)));
    for (_, _, place) in &eligible[most..] {
        levels[*place as usize] = GOOD;
    }
    let demoted = (eligible.len() - most) as u32;
    counts[3] -= demoted;
    counts[2] += demoted;
}

/// The hand-written loop over compact structs grouped by cell.
fn by_hand(crowd: &Crowd, answer: &mut Answer, eligible: &mut Vec<(u16, u8, u32)>) {
    for (cell, span) in crowd.cell_starts.windows(2).enumerate() {
        let (from, to) = (span[0] as usize, span[1] as usize);
        let mut counts = [0; 4];
        eligible.clear();
        for (place, member) in crowd.members[from..to].iter().enumerate() {
            let mut score = 0;
            for (weight, mark) in WEIGHTS.iter().zip(member.marks) {
                score += weight * u16::from(mark);
            }
            let level = level_of(score, member.disciplined);
            answer.levels[from + place] = level;
            counts[level as usize] += 1;
            if level == EXCELLENT {
                eligible.push((score, member.marks[0], place as u32));
            }
        }
        cap(eligible, &mut answer.levels[from..to], &mut counts);
        answer.cells[cell] = counts;
    }
    answer.roll_up(crowd);
}

/// Columns for the loop that the compiler makes wide.
struct Columns {
    marks: Vec<Vec<u8>>,
    disciplined: Vec<u8>,
    scores: Vec<u16>,
}

impl Columns {
    fn of(crowd: &Crowd) -> Self {
        let column = |criterion: usize| crowd.members.iter().map(|m| m.marks[criterion]).collect();
        Self {
            marks: (0..CRITERIA).map(column).collect(),
            disciplined: crowd
                .members
                .iter()
                .map(|m| u8::from(m.disciplined))
                .collect(),
            scores: vec![0; crowd.members.len()],
        }
    }
}

/// The vectorised column loop: scores and levels of everybody first, then the cells.
fn by_columns(
    crowd: &Crowd,
    columns: &mut Columns,
    answer: &mut Answer,
    eligible: &mut Vec<(u16, u8, u32)>,
) {
    columns.scores.fill(0);
    for (weight, marks) in WEIGHTS.iter().zip(&columns.marks) {
        for (score, mark) in columns.scores.iter_mut().zip(marks) {
            *score += weight * u16::from(*mark);
        }
    }
    let facts = columns.scores.iter().zip(&columns.disciplined);
    for (level, (score, disciplined)) in answer.levels.iter_mut().zip(facts) {
        *level = level_of(*score, *disciplined != 0);
    }
    for (cell, span) in crowd.cell_starts.windows(2).enumerate() {
        let (from, to) = (span[0] as usize, span[1] as usize);
        let mut counts = [0; 4];
        eligible.clear();
        for place in from..to {
            let level = answer.levels[place];
            counts[level as usize] += 1;
            if level == EXCELLENT {
                let mark = columns.marks[0][place];
                eligible.push((columns.scores[place], mark, (place - from) as u32));
            }
        }
        cap(eligible, &mut answer.levels[from..to], &mut counts);
        answer.cells[cell] = counts;
    }
    answer.roll_up(crowd);
}

fn resident(crowd: &Crowd) -> Result<LevelColumns, Box<dyn Error>> {
    let members = MemberColumns {
        cell_starts: crowd.cell_starts.clone(),
        parents: crowd.parents(),
        cap_starts: Vec::new(),
        marks: MarkColumns::Bytes(crowd.columns()),
        flags: crowd
            .members
            .iter()
            .map(|m| u8::from(m.disciplined))
            .collect(),
    };
    Ok(LevelColumns::judge(&sheet(), members)?)
}

/// The library's answer in the form of the loops.
fn found(crowd: &Crowd, judged: &LevelColumns) -> Answer {
    let mut answer = Answer::of(crowd);
    answer.levels.copy_from_slice(judged.levels());
    let mut counts = judged
        .counts()
        .iter()
        .map(|[n, c, g, e, _]| [*n, *c, *g, *e]);
    for list in [
        &mut answer.cells,
        &mut answer.communes,
        &mut answer.districts,
    ] {
        for (kept, counts) in list.iter_mut().zip(&mut counts) {
            *kept = counts;
        }
    }
    answer
}

/// The median time of a round.
fn median(rounds: usize, mut round: impl FnMut()) -> Duration {
    round();
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            round();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[rounds / 2]
}

/// Two numbers as a ratio with two decimals.
fn ratio(time: u128, baseline: u128) -> String {
    let hundredths = (time * 100).checked_div(baseline).unwrap_or_default();
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn tell(what: &str, time: Duration, baseline: Duration) {
    let times = ratio(time.as_nanos(), baseline.as_nanos());
    println!("measured {what}: {time:?}, {times} times the grouped hand-written loop");
}

fn same(what: &str, answer: &Answer, expected: &Answer) -> Result<(), String> {
    if answer == expected {
        return Ok(());
    }
    let place = answer
        .levels
        .iter()
        .zip(&expected.levels)
        .position(|(one, other)| one != other);
    Err(format!(
        "{what} answers otherwise, first at member {place:?}"
    ))
}

/// Everything in this process over a number of members; gives the median of the library and of the
/// loop by hand.
fn in_process(
    crowd: &Crowd,
    rounds: usize,
) -> Result<(Duration, Duration, Answer), Box<dyn Error>> {
    let members = crowd.members.len();
    let mut eligible = Vec::new();
    let mut expected = Answer::of(crowd);
    by_hand(crowd, &mut expected, &mut eligible);
    let mut columns = Columns::of(crowd);
    let mut answer = Answer::of(crowd);
    by_columns(crowd, &mut columns, &mut answer, &mut eligible);
    same("the column loop", &answer, &expected)?;
    let mut judged = resident(crowd)?;
    same("the library", &found(crowd, &judged), &expected)?;
    println!(
        "{members} members in {} cells, {} communes, {} districts; levels {:?}",
        crowd.communes.len(),
        crowd.districts.len(),
        crowd.district_count,
        judged.totals()
    );

    // In turns, so that a slow moment of the machine meets all of them.
    let (mut hand, mut wide, mut house) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..9 {
        hand.push(median(rounds, || {
            by_hand(black_box(crowd), &mut answer, &mut eligible);
            black_box(&answer);
        }));
        wide.push(median(rounds, || {
            by_columns(black_box(crowd), &mut columns, &mut answer, &mut eligible);
            black_box(&answer);
        }));
        house.push(median(rounds, || {
            black_box(&mut judged).judge_again();
        }));
    }
    for times in [&mut hand, &mut wide, &mut house] {
        times.sort_unstable();
    }
    let (hand, wide, house) = (hand[4], wide[4], house[4]);
    println!("measured {members} members, grouped hand-written loop: {hand:?}");
    tell(
        &format!("{members} members, vectorised column loop"),
        wide,
        hand,
    );
    tell(&format!("{members} members, the library"), house, hand);
    same("the library, again", &found(crowd, &judged), &expected)?;

    let beside = judged.bytes_beside_marks();
    println!(
        "measured bytes a member: {CRITERIA} of marks, {} beside them",
        ratio(beside as u128, members as u128)
    );
    one_change(crowd, &mut judged)?;
    Ok((house, hand, expected))
}

/// One member after the other changes, and changes back.
fn one_change(crowd: &Crowd, judged: &mut LevelColumns) -> Result<(), Box<dyn Error>> {
    let before = judged.levels().to_vec();
    let mut dice = Dice::new(7);
    let mut times = Vec::new();
    let mut most = (0, 0);
    for _ in 0..1_000 {
        let place = dice.below(crowd.members.len() as u32);
        let CrowdMember { marks, disciplined } = crowd.members[place as usize];
        let marks = marks.map(u16::from);
        let start = Instant::now();
        let again = judged.set_member(place, &marks.map(|mark| 100 - mark), 0)?;
        judged.set_member(place, &marks, u8::from(disciplined))?;
        times.push(start.elapsed() / 2);
        most = most.max((again.members, again.groups));
    }
    times.sort_unstable();
    if before != judged.levels() {
        return Err("changes and changes back leave another answer".into());
    }
    println!(
        "measured one member's change: {:?}, at most {} members judged and {} groups counted again",
        times[500], most.0, most.1
    );
    Ok(())
}

/// Polars and DuckDB, where `cargo xtask engines` has installed them.
fn python(crowd: &Crowd, expected: &Answer, hand: Duration) -> Result<(), Box<dyn Error>> {
    let Some(python) = env::var_os("HANDBOOK_ENGINES_PYTHON").map(PathBuf::from) else {
        println!("Polars and DuckDB are measured by `cargo xtask engines`");
        return Ok(());
    };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("evaluation");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("members.csv"), crowd.members_csv())?;
    fs::write(folder.join("cells.csv"), crowd.cells_csv())?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/engines.py");
    let ran = Command::new(python).arg(script).arg(&folder).output()?;
    if !ran.status.success() {
        return Err(String::from_utf8_lossy(&ran.stderr).into_owned().into());
    }
    for line in String::from_utf8(ran.stdout)?.lines() {
        let told: serde_json::Value = serde_json::from_str(line)?;
        let engine = told["engine"].as_str().unwrap_or_default();
        let mut districts = serde_json::Map::new();
        for (number, counts) in expected.districts.iter().enumerate() {
            districts.insert(format!("d{number:03}"), serde_json::json!(counts));
        }
        if told["districts"] != serde_json::Value::Object(districts) {
            return Err(format!("{engine} answers otherwise: {}", told["districts"]).into());
        }
        let nanos = told["medianNs"].as_u64().unwrap_or_default();
        tell(
            &format!("{} members, {engine}", crowd.members.len()),
            Duration::from_nanos(nanos),
            hand,
        );
    }
    Ok(())
}

/// A rules engine that evaluates an expression for each member; the cap is by hand, for want of
/// anything of the kind in the engine.
#[cfg(feature = "engines")]
fn rules_engine(crowd: &Crowd, expected: &Answer, hand: Duration) -> Result<(), Box<dyn Error>> {
    use cel::{Context, Program, Value};

    let score: Vec<String> = WEIGHTS
        .iter()
        .enumerate()
        .map(|(criterion, weight)| format!("{weight} * c{criterion}"))
        .collect();
    let scored = Program::compile(&score.join(" + "))?;
    let levelled = Program::compile(
        "disciplined ? 0 : score >= 9000 ? 3 : score >= 7000 ? 2 : score >= 5000 ? 1 : 0",
    )?;
    let whole = |value: Value| match value {
        Value::Int(number) => u16::try_from(number).unwrap_or_default(),
        _ => 0,
    };
    let mut answer = Answer::of(crowd);
    let mut eligible = Vec::new();
    let names: Vec<String> = (0..CRITERIA)
        .map(|criterion| format!("c{criterion}"))
        .collect();
    let mut round = || -> Result<(), Box<dyn Error>> {
        for (cell, span) in crowd.cell_starts.windows(2).enumerate() {
            let (from, to) = (span[0] as usize, span[1] as usize);
            let mut counts = [0; 4];
            eligible.clear();
            for (place, member) in crowd.members[from..to].iter().enumerate() {
                let mut context = Context::default();
                for (name, mark) in names.iter().zip(member.marks) {
                    context.add_variable_from_value(name.as_str(), i64::from(mark));
                }
                let score = whole(scored.execute(&context)?);
                context.add_variable_from_value("score", i64::from(score));
                context.add_variable_from_value("disciplined", member.disciplined);
                let level = whole(levelled.execute(&context)?) as u8;
                answer.levels[from + place] = level;
                counts[level as usize] += 1;
                if level == EXCELLENT {
                    eligible.push((score, member.marks[0], place as u32));
                }
            }
            cap(&mut eligible, &mut answer.levels[from..to], &mut counts);
            answer.cells[cell] = counts;
        }
        answer.roll_up(crowd);
        Ok(())
    };
    let mut times = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        round()?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    same("the rules engine", &answer, expected)?;
    tell(
        &format!("{} members, rules engine cel", crowd.members.len()),
        times[1],
        hand,
    );
    Ok(())
}

#[cfg(not(feature = "engines"))]
fn rules_engine(_: &Crowd, _: &Answer, _: Duration) -> Result<(), Box<dyn Error>> {
    println!("a rules engine is measured by `cargo xtask engines`");
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let crowd = Crowd::of(100_000, 20_261_231);
    let (small, hand, expected) = in_process(&crowd, 21)?;
    rules_engine(&crowd, &expected, hand)?;
    python(&crowd, &expected, hand)?;
    drop((crowd, expected));

    let country = Crowd::of(5_400_000, 54);
    let (large, _, _) = in_process(&country, 1)?;
    println!(
        "measured a member among 5,400,000: {} times the time of a member among 100,000",
        ratio(large.as_nanos() * 10, small.as_nanos() * 540)
    );
    Ok(())
}
