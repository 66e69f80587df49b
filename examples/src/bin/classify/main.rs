//! Judges the yearly levels of very many members from two tables, and says how long judging took.

mod ids;
mod table;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use handbook::evaluation::{LevelColumns, MarkColumns, MemberColumns};
use handbook_examples::benchmark::{CRITERIA, sheet};
use ids::Ids;
use table::{Complaints, Table};

const HELP: &str = "\
classify MEMBERS.csv CELLS.csv [--json]

Judges the level of every member of every cell, and prints the totals by level, a row per
district, and the median time of judging.

  MEMBERS.csv  id,cell,disciplined,c0,c1,c2,c3,c4,c5,c6,c7,c8,c9; marks are whole, 0 to 100
  CELLS.csv    cell,commune,district
  --json       one line of JSON instead of a table
  --help       this text

The score is the sum of weight and mark, weights 20 15 10 10 10 10 10 5 5 5, in hundredths of a
point: from 9000 excellent, from 7000 good, from 5000 completed. One who was disciplined has not
completed. In each cell at most a fifth of those good, rounded down and counted before anyone is
demoted, stay excellent: the highest scores first, of these the highest mark of c0, of these the
lowest id. The others become good. Identifiers are compared as numbers where all of them are
decimal digits, else by their bytes.

Tables are UTF-8, with commas or semicolons, with or without a byte order mark; cells may be
quoted. Every dirty row is a line on the error stream with file, line, column and value; then
nothing is judged and the exit code is 1.";

const MEMBER_COLUMNS: [&str; 3 + CRITERIA] = [
    "id",
    "cell",
    "disciplined",
    "c0",
    "c1",
    "c2",
    "c3",
    "c4",
    "c5",
    "c6",
    "c7",
    "c8",
    "c9",
];
const CELL_COLUMNS: [&str; 3] = ["cell", "commune", "district"];

/// How long judging is measured for at most, and how often at least and at most.
const MEASURED_FOR: Duration = Duration::from_secs(2);
const ROUNDS: (usize, usize) = (7, 101);

fn main() -> ExitCode {
    let mut files = Vec::new();
    let mut json = false;
    for argument in std::env::args_os().skip(1) {
        match argument.to_str() {
            Some("--json") => json = true,
            Some("--help" | "-h") => return finish(HELP),
            Some(option) if option.starts_with("--") => {
                eprintln!("unknown option `{option}`\n\n{HELP}");
                return ExitCode::FAILURE;
            }
            _ => files.push(PathBuf::from(argument)),
        }
    }
    let [members, cells] = files.as_slice() else {
        eprintln!("two tables are needed\n\n{HELP}");
        return ExitCode::FAILURE;
    };
    match run(members, cells, json) {
        Ok(text) => finish(&text),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// A reader that closes the pipe early, as `head` does, is no failure.
fn finish(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{text}").and_then(|()| out.flush());
    ExitCode::SUCCESS
}

fn run(members: &Path, cells: &Path, json: bool) -> Result<String, String> {
    let mut complaints = Complaints::new();
    let tree = Tree::read(cells, &mut complaints)?;
    let people = People::read(members, &tree, &mut complaints)?;
    if complaints.count > 0 {
        return Err(format!(
            "{} dirty values, nothing was judged",
            complaints.count
        ));
    }
    let by_number = people.ids.are_numbers();
    let columns = people.into_columns(&tree);
    let mut judged = LevelColumns::judge(&sheet(), columns).map_err(|error| error.to_string())?;
    let median = measure(&mut judged);
    Ok(if json {
        as_json(&judged, &tree, median)
    } else {
        as_table(&judged, &tree, by_number, median)
    })
}

/// Cells and what stands above them.
#[derive(Default)]
struct Tree {
    cells: Ids,
    /// The commune of each cell.
    communes: Vec<u32>,
    /// The district of each commune; a commune's name is its own within its district.
    districts: Vec<u32>,
    district_names: Ids,
}

impl Tree {
    fn read(path: &Path, complaints: &mut Complaints) -> Result<Self, String> {
        let mut table = Table::open(path, &CELL_COLUMNS, complaints)?;
        let mut tree = Self::default();
        let mut communes = Ids::default();
        let mut key = Vec::new();
        while table.next_row(complaints)? {
            let cell = table.id(0, complaints);
            let commune = table.id(1, complaints);
            let district = table.id(2, complaints);
            let (Some(cell), Some(commune), Some(district)) = (cell, commune, district) else {
                continue;
            };
            if tree.cells.insert(cell).is_err() {
                table.refuse(0, "the cell stands twice", complaints);
                continue;
            }
            let (Ok(district_number) | Err(district_number)) = tree.district_names.insert(district);
            key.clear();
            key.extend_from_slice(district);
            // No identifier holds a line's end.
            key.push(b'\n');
            key.extend_from_slice(commune);
            let commune = communes.insert(&key);
            if commune.is_ok() {
                tree.districts.push(district_number);
            }
            let (Ok(commune) | Err(commune)) = commune;
            tree.communes.push(commune);
        }
        Ok(tree)
    }

    /// The parents of cells, communes and districts, in this order.
    fn parents(&self) -> Vec<u32> {
        let cells = short(self.communes.len());
        let communes = cells + short(self.districts.len());
        let above_cells = self.communes.iter().map(|commune| cells + commune);
        let above_communes = self.districts.iter().map(|district| communes + district);
        let none = (0..self.district_names.len()).map(|_| u32::MAX);
        above_cells.chain(above_communes).chain(none).collect()
    }

    /// The districts' names in the order of their bytes, each with its counts.
    fn counted(&self, judged: &LevelColumns) -> Vec<(String, [u32; 4])> {
        let before = self.communes.len() + self.districts.len();
        let counts = judged.counts().iter().skip(before);
        let mut districts: Vec<(String, [u32; 4])> = (0..)
            .zip(counts)
            .map(|(number, [not_completed, completed, good, excellent, _])| {
                let name = String::from_utf8_lossy(self.district_names.text(number));
                (
                    name.into_owned(),
                    [*not_completed, *completed, *good, *excellent],
                )
            })
            .collect();
        districts.sort();
        districts
    }
}

/// The members as they stand in the table.
#[derive(Default)]
struct People {
    ids: Ids,
    cells: Vec<u32>,
    disciplined: Vec<u8>,
    marks: Vec<[u8; CRITERIA]>,
}

impl People {
    fn read(path: &Path, tree: &Tree, complaints: &mut Complaints) -> Result<Self, String> {
        let mut table = Table::open(path, &MEMBER_COLUMNS, complaints)?;
        let mut people = Self::default();
        while table.next_row(complaints)? {
            let before = complaints.count;
            let id = table.id(0, complaints);
            let cell = table.id(1, complaints).and_then(|cell| {
                let known = tree.cells.number(cell);
                if known.is_none() {
                    table.refuse(1, "no cell of this name", complaints);
                }
                known
            });
            let disciplined = table.flag(2, complaints);
            let mut marks = [0; CRITERIA];
            for (column, mark) in (3..).zip(&mut marks) {
                *mark = table.mark(column, complaints).unwrap_or_default();
            }
            let Some(id) = id else { continue };
            if people.ids.insert(id).is_err() {
                table.refuse(0, "the member stands twice", complaints);
            }
            // After a dirty row nothing is judged: the rest is read for its own dirt alone.
            if complaints.count == before
                && let (Some(cell), Some(disciplined)) = (cell, disciplined)
            {
                people.cells.push(cell);
                people.disciplined.push(disciplined.into());
                people.marks.push(marks);
            }
            if people.ids.len() >= index(u32::MAX) {
                return Err("more members than the columns can hold".to_owned());
            }
        }
        Ok(people)
    }

    /// The members as columns: by cell, within a cell by identifier.
    fn into_columns(self, tree: &Tree) -> MemberColumns {
        let cells = tree.communes.len();
        let mut starts = vec![0_u32; cells + 1];
        for cell in &self.cells {
            if let Some(after) = starts.get_mut(index(*cell) + 1) {
                *after += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut order = vec![0_u32; self.cells.len()];
        let mut next = starts.clone();
        for (member, cell) in (0..).zip(&self.cells) {
            if let Some(place) = next.get_mut(index(*cell)) {
                if let Some(kept) = order.get_mut(index(*place)) {
                    *kept = member;
                }
                *place += 1;
            }
        }
        for span in starts.array_windows() {
            let [from, to] = span.map(index);
            if let Some(cell) = order.get_mut(from..to) {
                cell.sort_unstable_by(|one, other| self.ids.compare(*one, *other));
            }
        }
        let mut marks = vec![0; self.marks.len() * CRITERIA];
        let members = self.marks.len().max(1);
        let mut columns: Vec<&mut [u8]> = marks.chunks_exact_mut(members).collect();
        for (place, member) in order.iter().enumerate() {
            let own = self.marks.get(index(*member)).into_iter().flatten();
            for (column, mark) in columns.iter_mut().zip(own) {
                if let Some(kept) = column.get_mut(place) {
                    *kept = *mark;
                }
            }
        }
        let flag = |member: &u32| self.disciplined.get(index(*member)).copied();
        MemberColumns {
            flags: order.iter().filter_map(flag).collect(),
            cell_starts: starts,
            parents: tree.parents(),
            cap_starts: Vec::new(),
            marks: MarkColumns::Bytes(marks),
        }
    }
}

fn measure(judged: &mut LevelColumns) -> Duration {
    let began = Instant::now();
    let mut times = Vec::new();
    let (least, most) = ROUNDS;
    while times.len() < least || (times.len() < most && began.elapsed() < MEASURED_FOR) {
        let start = Instant::now();
        std::hint::black_box(&mut *judged).judge_again();
        times.push(start.elapsed());
    }
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Milliseconds with all digits that were measured.
fn milliseconds(time: Duration) -> String {
    let nanos = time.as_nanos();
    format!("{}.{:06}", nanos / 1_000_000, nanos % 1_000_000)
}

fn as_json(judged: &LevelColumns, tree: &Tree, median: Duration) -> String {
    let [not_completed, completed, good, excellent, _] = judged.totals();
    let mut text = format!(
        "{{\"members\":{},\"totals\":[{not_completed},{completed},{good},{excellent}],\"districts\":{{",
        judged.len()
    );
    for (number, (name, [a, b, c, d])) in tree.counted(judged).into_iter().enumerate() {
        let comma = if number == 0 { "" } else { "," };
        let name = serde_json::Value::String(name);
        let _ = write!(text, "{comma}{name}:[{a},{b},{c},{d}]");
    }
    let _ = write!(text, "}},\"medianMs\":{}}}", milliseconds(median));
    text
}

fn as_table(judged: &LevelColumns, tree: &Tree, by_number: bool, median: Duration) -> String {
    let mut text = format!(
        "{} members in {} cells, {} communes, {} districts\n\n",
        judged.len(),
        tree.communes.len(),
        tree.districts.len(),
        tree.district_names.len()
    );
    let districts = tree.counted(judged);
    let names = districts.iter().map(|(name, _)| name.chars().count());
    let width = names.max().unwrap_or_default().max("district".len());
    let mut line = |name: &str, cells: [String; 4]| {
        let [a, b, c, d] = cells;
        let _ = writeln!(text, "{name:<width$} {a:>13} {b:>11} {c:>11} {d:>11}");
    };
    let heads = ["not completed", "completed", "good", "excellent"];
    line("district", heads.map(str::to_owned));
    for (name, counts) in &districts {
        line(name, counts.map(|count| count.to_string()));
    }
    let [not_completed, completed, good, excellent, _] = judged.totals();
    let totals = [not_completed, completed, good, excellent];
    line("all", totals.map(|count| count.to_string()));
    let _ = write!(
        text,
        "\nties: by c0, then by identifier, compared {}\nmedian time of judging: {} ms",
        if by_number { "as numbers" } else { "by bytes" },
        milliseconds(median)
    );
    text
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
