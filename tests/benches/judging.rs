//! How long judging takes, beside a hand-written loop in the same run.
//!
//!     cargo bench -p handbook-tests
//!
//! Medians over many rounds, on whatever machine this is: the ratios travel, the times do not.
//! Nothing is asserted about time; what is judged is compared with what the loop finds.

#![expect(clippy::indexing_slicing, reason = "a level is one of four")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use handbook::evaluation::{
    GroupLevelsInput, GroupSubject, LevelFacts, LevelRules, RatedSubject, TaskCounts, group_levels,
};
use handbook::exchange::{ReadOptions, TableFile, read_tables};
use handbook::handbook::Handbook;
use handbook::question::{ask_json, to_json};
use handbook::report::{DistrictYearRequest, district_year};
use handbook::{Basis, Level, NaiveDate, RuleBook, Silent, date};

const MEMBERS: usize = 100_000;

/// Keeps the numbers of the made-up members apart and repeatable.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        u32::try_from(self.0 % u64::from(limit)).unwrap_or_default()
    }
}

fn members() -> Vec<LevelFacts> {
    let mut dice = Dice(20_231_231);
    (0..MEMBERS)
        .map(|_| {
            let total = 5 + dice.below(10);
            let late = dice.below(8).saturating_sub(5);
            LevelFacts {
                subject: RatedSubject::Member,
                marks: Some(4_000 + dice.below(6_001)),
                criteria: Vec::new(),
                results: None,
                tasks: Some(TaskCounts {
                    total,
                    done: total,
                    on_time: total - late,
                    beyond: dice.below(total + 1),
                    late,
                }),
                targets: None,
                disciplined: dice.below(500) == 0,
                subordinate_disciplined: false,
                further: None,
            }
        })
        .collect()
}

/// The rules of 2025 as somebody would write them down for this one purpose.
fn by_hand(facts: &LevelFacts) -> Level {
    let marks = facts.marks.unwrap_or_default();
    let by_score = match marks {
        9_000.. => Level::Excellent,
        7_000.. => Level::Good,
        5_000.. => Level::Completed,
        _ => Level::NotCompleted,
    };
    let by_tasks = facts.tasks.as_ref().map_or(Level::NotCompleted, |tasks| {
        if tasks.on_time == tasks.total {
            if tasks.beyond * 10 >= tasks.total * 3 {
                Level::Excellent
            } else {
                Level::Good
            }
        } else if tasks.done == tasks.total && tasks.late * 5 <= tasks.total {
            Level::Completed
        } else {
            Level::NotCompleted
        }
    });
    if facts.disciplined {
        Level::NotCompleted
    } else {
        by_score.min(by_tasks)
    }
}

/// The median time of a round.
fn median<T>(rounds: usize, mut round: impl FnMut() -> T) -> Duration {
    black_box(round());
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            black_box(round());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(rounds / 2).copied().unwrap_or_default()
}

fn tell(what: &str, time: Duration) {
    println!("measured {what}: {:?}", time);
}

fn tell_beside(what: &str, time: Duration, baseline: Duration) {
    let tenths = (time.as_nanos() * 10)
        .checked_div(baseline.as_nanos())
        .unwrap_or_default();
    println!(
        "measured {what}: {time:?}, {}.{} times the hand-written loop",
        tenths / 10,
        tenths % 10
    );
}

fn levels(book: &RuleBook, on: NaiveDate) -> Result<(), Box<dyn Error>> {
    let members = members();
    let rules = LevelRules::in_force(&book.on(on)?)?;
    let counted = |levels: &mut dyn Iterator<Item = Level>| {
        let mut counts = [0_u32; 4];
        for level in levels {
            if let Some(count) = counts.get_mut(level as usize) {
                *count += 1;
            }
        }
        counts
    };
    let hand = counted(&mut members.iter().map(by_hand));
    let mut judged = Vec::with_capacity(MEMBERS);
    for facts in &members {
        judged.push(rules.judge(facts, &mut Silent)?.level);
    }
    let house = counted(&mut judged.into_iter());
    println!("{MEMBERS} members, from not completed to excellent: {house:?}");
    if hand != house {
        return Err(format!("the hand-written loop finds {hand:?}").into());
    }

    let baseline = median(200, || {
        let mut counts = [0_u32; 4];
        for facts in black_box(&members) {
            counts[by_hand(facts) as usize] += 1;
        }
        counts
    });
    let silent = median(200, || {
        let mut counts = [0_u32; 4];
        for facts in black_box(&members) {
            if let Ok(value) = rules.judge(facts, &mut Silent) {
                counts[value.level as usize] += 1;
            }
        }
        counts
    });
    let explained = median(10, || {
        let mut grounds = 0;
        for facts in black_box(&members) {
            let mut basis = Basis::default();
            if rules.judge(facts, &mut basis).is_ok() {
                grounds += basis.grounds.len();
            }
        }
        grounds
    });
    tell("levels of 100,000 members, hand-written loop", baseline);
    tell_beside("levels of 100,000 members, in bulk", silent, baseline);
    tell_beside(
        "levels of 100,000 members, every ground kept",
        explained,
        baseline,
    );
    Ok(())
}

fn cell(book: &RuleBook, on: NaiveDate) -> Result<(), Box<dyn Error>> {
    let input = GroupLevelsInput {
        group: "chi-bo-mau".to_owned(),
        reading: None,
        share: None,
        rounding: None,
        outstanding: false,
        subjects: members()
            .into_iter()
            .take(15)
            .enumerate()
            .map(|(number, facts)| GroupSubject {
                id: format!("dv-{number:02}"),
                facts: Some(facts),
            })
            .collect(),
    };
    let text = to_json(&input);
    let rules = book.on(on)?;
    let judged = group_levels(&rules, &input)?;
    let as_text = ask_json(book, on, "groupLevels", &text)?;
    if as_text != to_json(&judged) {
        return Err("the same cell judged as text gives another answer".into());
    }
    tell(
        "cell of 15 members judged, values",
        median(2_000, || group_levels(&rules, &input)),
    );
    tell(
        "cell of 15 members judged, JSON in and out",
        median(2_000, || ask_json(book, on, "groupLevels", &text)),
    );
    Ok(())
}

fn district(book: &RuleBook, on: NaiveDate) -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/yen-mo-2023");
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push(TableFile::new(name, fs::read(&path)?));
        }
    }
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let options = ReadOptions::default();
    let record = Handbook::open(book, &files, &options, on)?;
    println!(
        "{} files, {bytes} bytes, {} events",
        files.len(),
        record.events().len()
    );
    let request = DistrictYearRequest {
        organization: None,
        year: 2023,
        judged_on: Some(on),
    };
    district_year(&record, book, &request)?;
    tell(
        "tables of a district read and checked",
        median(9, || read_tables(&files, &options).is_ok()),
    );
    tell(
        "record of a district opened from its tables",
        median(5, || Handbook::open(book, &files, &options, on).is_ok()),
    );
    tell(
        "year of a district judged",
        median(9, || district_year(&record, book, &request).is_ok()),
    );
    tell("rule book loaded", median(50, RuleBook::vietnam));
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let book = RuleBook::vietnam();
    levels(&book, date(2025, 12, 31)?)?;
    cell(&book, date(2025, 12, 31)?)?;
    district(&book, date(2023, 12, 31)?)
}
