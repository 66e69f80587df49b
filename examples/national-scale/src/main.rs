//! Levels of the whole country, by one process and by DataFusion, compared byte for byte.

mod country;
mod engine;
mod judging;
mod members;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{env, fs};

use handbook::Silent;
use handbook::evaluation::{CapRules, PartialRollUp, RollUpUnit};

use country::Country;
use engine::Split;
use judging::{BOOK, Judge, rating_day};
use members::Group;

const HELP: &str = "\
national-scale [--members N] [--seed N] [--partitions N] [--data DIR] [--keep]

--members N     how many members (default 5400000)
--seed N        another country (default 2025)
--partitions N  partitions of the engine's widest run (default: twice the processors)
--data DIR      where the members are written as Parquet files (default: beside the program)
--keep          leaves the files there";

type Failure = Box<dyn std::error::Error + Send + Sync>;

struct Options {
    members: u64,
    seed: u64,
    partitions: usize,
    data: PathBuf,
    keep: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn options() -> Result<Option<Options>, Failure> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let program = env::current_exe()?;
    let beside = program.parent().map(PathBuf::from).unwrap_or_default();
    let mut options = Options {
        members: country::MEMBERS,
        seed: 2025,
        partitions: 2 * processors,
        data: beside.join("national-scale-data"),
        keep: false,
    };
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .ok_or(format!("`{argument}` needs a value"))
        };
        match argument.as_str() {
            "--members" => options.members = value()?.parse()?,
            "--seed" => options.seed = value()?.parse()?,
            "--partitions" => options.partitions = value()?.parse()?,
            "--data" => options.data = value()?.into(),
            "--keep" => options.keep = true,
            "--help" | "-h" => return Ok(None),
            other => return Err(format!("unknown option `{other}`\n{HELP}").into()),
        }
    }
    if !(1..=country::MEMBERS).contains(&options.members) {
        return Err(format!("`--members` is 1 to {}", country::MEMBERS).into());
    }
    if options.partitions == 0 {
        return Err("`--partitions` is 1 or more".into());
    }
    Ok(Some(options))
}

fn run() -> Result<bool, Failure> {
    let Some(options) = options()? else {
        println!("{HELP}");
        return Ok(true);
    };
    let country = Country::new(options.members, options.seed);
    let (organizations, communes, provinces) = country.sizes();
    println!(
        "{} synthetic members, {organizations} grassroots organizations, {communes} communes, {provinces} provinces",
        country.members()
    );
    // A folder of its own, so that nothing else is ever removed.
    let folder = options.data.join(format!("members-{}", std::process::id()));
    let compared = compare(&country, &folder, options.partitions);
    if options.keep {
        println!("the files are in {}", folder.display());
    } else if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    compared
}

fn compare(country: &Country, folder: &PathBuf, partitions: usize) -> Result<bool, Failure> {
    let began = Instant::now();
    members::write(country, folder)?;
    let mut bytes = 0;
    let files = members::files(folder)?;
    for file in &files {
        bytes += fs::metadata(file)?.len();
    }
    println!(
        "written in {}: {} Parquet files, {} MB",
        shown(began.elapsed()),
        files.len(),
        bytes / 1_000_000
    );
    let engine = tokio::runtime::Builder::new_multi_thread().build()?;
    let units = country.units();
    let mut same = true;
    for group in [Group::Organization, Group::Cell] {
        println!("\nthe cap within each {}:", group.column());
        println!(
            "{:<44} {:>10} {:>9} {:>6}  {:<16}  levels by unit",
            "", "time", "a member", "ratio", "partial sums"
        );
        let mut runs = Runs {
            units: &units,
            members: country.members(),
            reference: None,
            base: None,
            same: true,
        };
        runs.add("loop, straight from the generator", || {
            Ok(generated(country, group)?)
        })?;
        runs.base = runs.add("loop over the files", || {
            Ok(members::sum_up(folder, group)?)
        })?;
        for split in [
            Split {
                partitions: 1,
                shards: 1,
            },
            Split {
                partitions,
                shards: 1,
            },
            Split {
                partitions,
                shards: 7,
            },
            Split {
                partitions: partitions + 3,
                shards: 64,
            },
        ] {
            let name = format!(
                "DataFusion, partitions: {}, shards: {}",
                split.partitions, split.shards
            );
            runs.add(&name, || {
                Ok(engine.block_on(engine::sum_up(folder, group, split))?)
            })?;
        }
        same &= runs.same;
        if let Some(reference) = &runs.reference {
            println!("country: {}", reference.country);
        }
    }
    if let Some(peak) = peak_memory() {
        println!("\nmost memory held: {peak}");
    }
    println!(
        "{}",
        if same {
            "all runs gave the same bytes"
        } else {
            "the runs DIFFER"
        }
    );
    Ok(same)
}

/// Every member in the country's own order, without files.
fn generated(country: &Country, group: Group) -> Result<PartialRollUp, handbook::HandbookError> {
    let judge = Judge::new()?;
    let mut sums = PartialRollUp::default();
    for number in 0..country.members() {
        let member = country.member(number);
        let partial = sums.group(&group.of(&member))?;
        judge.add(partial, member.marks, member.tasks, member.disciplined)?;
    }
    Ok(sums)
}

/// What a run gives, as bytes.
struct RunBytes {
    partial: Vec<u8>,
    levels: Vec<u8>,
    country: String,
}

struct Runs<'a> {
    units: &'a [RollUpUnit],
    members: u64,
    reference: Option<RunBytes>,
    /// What the ratios are to.
    base: Option<Duration>,
    same: bool,
}

impl Runs<'_> {
    /// Runs once, prints a line, and compares with the first run. Gives the time.
    fn add(
        &mut self,
        name: &str,
        sum_up: impl FnOnce() -> Result<PartialRollUp, Failure>,
    ) -> Result<Option<Duration>, Failure> {
        let began = Instant::now();
        let sums = sum_up()?;
        let took = began.elapsed();
        let ratio = self.base.map_or_else(String::new, |base| {
            hundredths(took.as_nanos() * 100 / base.as_nanos().max(1))
        });
        let cap = CapRules::in_force(&BOOK.on(rating_day()?)?)?;
        let levels = sums.finish(&cap, None, self.units, &mut Silent)?;
        let result = RunBytes {
            partial: sums.to_bytes()?,
            levels: serde_json::to_vec(&levels)?,
            country: serde_json::to_string(&levels.totals)?,
        };
        println!(
            "{name:<44} {:>10} {:>6} ns {:>6}  {:016x}  {:016x}",
            shown(took),
            took.as_nanos() / u128::from(self.members),
            ratio,
            digest(&result.partial),
            digest(&result.levels),
        );
        match &self.reference {
            None => self.reference = Some(result),
            Some(first) => {
                if first.partial != result.partial || first.levels != result.levels {
                    println!("  DIFFERS from the first run");
                    self.same = false;
                }
            }
        }
        Ok(Some(took))
    }
}

/// FNV-1a of 64 bits, to show at a glance what is compared byte by byte.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn shown(time: Duration) -> String {
    format!("{}.{:03} s", time.as_secs(), time.subsec_millis())
}

fn hundredths(number: u128) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// The highest resident memory of this process, where the system tells it.
fn peak_memory() -> Option<String> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{} MB", kibibytes * 1_024 / 1_000_000))
}
