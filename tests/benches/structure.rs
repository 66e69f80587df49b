//! How long a country of organizations through time takes, beside a plain map of the same rows.
//!
//!     cargo bench -p handbook-tests --bench structure
//!
//! Medians over many rounds, on whatever machine this is: the ratios travel, the times do not.
//! Nothing is asserted about time; the table at the end is compared with what the map holds.

use std::alloc::{GlobalAlloc, Layout, System};
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use handbook::organization::structure::Place;
use handbook::{NaiveDate, date};
use handbook_examples::replay::{
    Changes, EventRow, Op, Record, ReformRow, Rows, Told, UnitRow, level_and_word, replay,
};

const PROVINCES: usize = 63;
const MERGED_PROVINCES: usize = 34;
const DISTRICTS: usize = 700;
const UNITS: usize = 11_300;
const EVENTS: usize = 4_126;
const CREATED: usize = 300;
const DISSOLVED: usize = 797;
const EDGES: usize = 10_571;
const PARTS: usize = 972;
const PARTED: usize = 441;

/// Counts what is allocated and not freed.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);

#[expect(unsafe_code, reason = "an allocator that counts passes every call on")]
// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.alloc(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        HELD.fetch_add(size, Ordering::Relaxed);
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as it came.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Makes the country repeatable.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let limit = u64::try_from(limit.max(1)).unwrap_or(1);
        usize::try_from((self.0 >> 11) % limit).unwrap_or_default()
    }
}

/// A commune while the country is made up.
#[derive(Clone)]
struct Commune {
    code: String,
    name: String,
    kind: &'static str,
    district: usize,
}

fn district_code(district: usize) -> String {
    format!("{:03}", district + 1)
}

fn province_code(province: usize) -> String {
    format!("{:02}", province + 1)
}

fn province_of(district: usize) -> usize {
    district * PROVINCES / DISTRICTS
}

/// Two provinces in a row become one until as few are left as there shall be.
fn merged(province: usize) -> usize {
    let pairs = PROVINCES - MERGED_PROVINCES;
    if province < 2 * pairs {
        province - province % 2
    } else {
        province
    }
}

fn told(commune: &Commune) -> Told {
    Told {
        name: commune.name.clone(),
        kind: commune.kind.to_owned(),
        parent: district_code(commune.district),
    }
}

fn line(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX) + 2
}

fn unit(code: String, level: u8, kind: &str, name: String, parent: String) -> UnitRow {
    UnitRow {
        line: 0,
        code,
        level,
        kind: kind.to_owned(),
        name,
        parent,
    }
}

fn country() -> Result<Rows, Box<dyn Error>> {
    let mut dice = Dice(20_250_701);
    let mut rows = Rows::default();
    for province in 0..PROVINCES {
        let name = format!("Tỉnh Thứ {province}");
        let code = province_code(province);
        rows.units.push(unit(code, 1, "Tỉnh", name, String::new()));
    }
    for district in 0..DISTRICTS {
        let name = format!("Huyện Số {district}");
        let above = province_code(province_of(district));
        let code = district_code(district);
        rows.units.push(unit(code, 2, "Huyện", name, above));
    }
    let communes = UNITS - PROVINCES - DISTRICTS;
    let mut living: Vec<Commune> = (0..communes)
        .map(|number| Commune {
            code: format!("{:05}", 3 * number + 1),
            name: format!("Xã Thử Nghiệm {number}"),
            kind: "Xã",
            district: number * DISTRICTS / communes,
        })
        .collect();
    for commune in &living {
        let parent = district_code(commune.district);
        let (code, name) = (commune.code.clone(), commune.name.clone());
        rows.units.push(unit(code, 3, commune.kind, name, parent));
    }
    events(&mut rows, &mut living, &mut dice)?;
    reform(&mut rows, living, &mut dice);
    for (number, unit) in rows.units.iter_mut().enumerate() {
        unit.line = line(number);
    }
    Ok(rows)
}

/// Acts in a mixed order, each kind as often as it shall be, sixteen on a day.
fn events(
    rows: &mut Rows,
    living: &mut Vec<Commune>,
    dice: &mut Dice,
) -> Result<(), Box<dyn Error>> {
    let days = days(date(2005, 1, 1)?, EVENTS / 16 * 28 + 1);
    let mut kinds: Vec<usize> = (0..EVENTS).collect();
    for last in (1..EVENTS).rev() {
        kinds.swap(last, dice.below(last + 1));
    }
    for (number, kind) in kinds.into_iter().enumerate() {
        let at = dice.below(living.len());
        let day = days.get(number / 16 * 28).copied();
        let (Some(on), Some(before)) = (day, living.get(at).cloned()) else {
            continue;
        };
        let mut after = before.clone();
        let op = if kind < CREATED {
            after.code = format!("{:05}", 3 * number + 2);
            after.name = format!("Xã Lập Mới {number}");
            Op::Create
        } else if kind < CREATED + DISSOLVED {
            Op::Dissolve
        } else {
            let mut changes = Changes::default();
            match kind % 3 {
                0 => {
                    changes.name = true;
                    after.name = format!("{} Đổi Tên {number}", before.kind);
                }
                1 => {
                    changes.kind = true;
                    after.kind = if before.kind == "Xã" {
                        "Phường"
                    } else {
                        "Xã"
                    };
                    after.name = before.name.replacen(before.kind, after.kind, 1);
                }
                _ => {
                    changes.parent = true;
                    let province = province_of(before.district);
                    let other = (before.district + 1) % DISTRICTS;
                    if province_of(other) == province {
                        after.district = other;
                    }
                }
            }
            Op::Change(changes)
        };
        rows.events.push(EventRow {
            line: line(number),
            date: on,
            decree: format!("{}/NQ-UBTVQH", number / 16),
            op,
            code: after.code.clone(),
            level: 3,
            before: if op == Op::Create {
                Told::default()
            } else {
                told(&before)
            },
            after: if op == Op::Dissolve {
                Told::default()
            } else {
                told(&after)
            },
        });
        match op {
            Op::Create => living.push(after),
            Op::Dissolve => {
                living.swap_remove(at);
            }
            Op::Change(_) => {
                if let Some(known) = living.get_mut(at) {
                    *known = after;
                }
            }
        }
    }
    Ok(())
}

/// Day after day from a first one.
fn days(first: NaiveDate, count: usize) -> Vec<NaiveDate> {
    first.iter_days().take(count).collect()
}

fn reform(rows: &mut Rows, mut living: Vec<Commune>, dice: &mut Dice) {
    living.sort_by(|left, right| (left.district, &left.code).cmp(&(right.district, &right.code)));
    // Neighbours of one new province go together, one to five at a time.
    let mut groups: Vec<Vec<Commune>> = Vec::new();
    for commune in living {
        let province = |commune: &Commune| merged(province_of(commune.district));
        let most = 1 + dice.below(7);
        match groups.last_mut() {
            Some(group)
                if group.len() < most
                    && group.first().map(province) == Some(province(&commune)) =>
            {
                group.push(commune);
            }
            _ => groups.push(vec![commune]),
        }
    }
    let news: Vec<(String, usize)> = groups
        .iter()
        .filter_map(|group| group.first())
        .map(|first| (first.code.clone(), merged(province_of(first.district))))
        .collect();
    let total: usize = groups.iter().map(Vec::len).sum();
    let every = total / PARTED;
    let (mut number, mut parted, mut parts) = (0, 0, 0);
    for (place, group) in groups.iter().enumerate() {
        for commune in group {
            let split = number % every == 0 && parted < PARTED;
            number += 1;
            // Two parts mostly; the last ones take what is left, up to five each.
            let mut pieces = 1;
            if split {
                parted += 1;
                let left = PARTS - parts - 2 * (PARTED - parted);
                pieces = left.clamp(2, 5);
                parts += pieces;
            }
            let Some((_, province)) = news.get(place) else {
                continue;
            };
            // Parts go to neighbours in the same new province, near its end to earlier ones.
            let fits = |from: usize| {
                let there = news.iter().skip(from).take(pieces);
                there.filter(|(_, other)| other == province).count() == pieces
            };
            let from = (0..=place).rev().find(|from| fits(*from)).unwrap_or(place);
            for (code, _) in news.iter().skip(from).take(pieces) {
                let number = rows.reform.len();
                rows.reform
                    .push(edge(number, commune, code, *province, split));
            }
        }
    }
}

fn edge(number: usize, old: &Commune, code: &str, province: usize, part: bool) -> ReformRow {
    ReformRow {
        line: line(number),
        old_code: old.code.clone(),
        old: told(old),
        old_province: province_code(province_of(old.district)),
        new_code: code.to_owned(),
        new_name: format!("Xã Sắp Xếp {code}"),
        new_kind: "Xã".to_owned(),
        new_province: province_code(province),
        new_province_name: format!("Tỉnh Thứ {province}"),
        whole: !part,
        legal_part: if part { "part" } else { "all" }.to_owned(),
        resolution: "1674/NQ-UBTVQH15".to_owned(),
        clause: number.to_string(),
        basis: "both".to_owned(),
    }
}

/// What each code means: name, kind, parent.
type Plain = HashMap<String, (String, String, String)>;

/// The rows as somebody would apply them who wants the last day only: no dates, no history, no
/// checks.
fn plainly(rows: &Rows) -> Plain {
    let mut map = Plain::with_capacity(rows.units.len());
    for unit in &rows.units {
        map.insert(
            unit.code.clone(),
            (unit.name.clone(), unit.kind.clone(), unit.parent.clone()),
        );
    }
    for event in &rows.events {
        let after = &event.after;
        match event.op {
            Op::Dissolve => {
                map.remove(&event.code);
            }
            Op::Create => {
                let state = (after.name.clone(), after.kind.clone(), after.parent.clone());
                map.insert(event.code.clone(), state);
            }
            Op::Change(_) => {
                if let Some(state) = map.get_mut(&event.code) {
                    state.0.clone_from(&after.name);
                    state.1.clone_from(&after.kind);
                    state.2.clone_from(&after.parent);
                }
            }
        }
    }
    for row in &rows.reform {
        map.remove(&row.old_code);
        map.remove(&row.old.parent);
        map.remove(&row.old_province);
    }
    for row in &rows.reform {
        let state = (
            row.new_name.clone(),
            row.new_kind.clone(),
            row.new_province.clone(),
        );
        map.insert(row.new_code.clone(), state);
        if !map.contains_key(&row.new_province) {
            let state = (
                row.new_province_name.clone(),
                "Tỉnh".to_owned(),
                String::new(),
            );
            map.insert(row.new_province.clone(), state);
        }
    }
    map
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

fn tenths(time: Duration, baseline: Duration) -> String {
    let tenths = (time.as_nanos() * 10)
        .checked_div(baseline.as_nanos())
        .unwrap_or_default();
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn table(record: &Record<'_>, on: NaiveDate) -> BTreeMap<String, (String, String, String)> {
    let structure = record.structure();
    structure
        .roots(on)
        .flat_map(|root| structure.subtree(root, on))
        .filter_map(|place| structure.on(place, on))
        .map(|unit| {
            let parent = unit.parent.and_then(|parent| structure.on(parent, on));
            let code = |code: Option<&str>| code.unwrap_or_default().to_owned();
            let (_, word) = level_and_word(unit.kind);
            let above = code(parent.and_then(|parent| parent.code));
            (
                code(unit.code),
                (unit.name.to_owned(), word.to_owned(), above),
            )
        })
        .collect()
}

fn main() -> Result<(), Box<dyn Error>> {
    let rows = country()?;
    let reform_on = date(2025, 7, 1)?;
    let parts = rows.reform.iter().filter(|row| !row.whole).count();
    println!(
        "{} units, {} events, {} edges of the reform, {parts} of a part",
        rows.units.len(),
        rows.events.len(),
        rows.reform.len(),
    );
    let held = HELD.load(Ordering::Relaxed);
    let record = replay(&rows, reform_on);
    let held = HELD.load(Ordering::Relaxed) - held;
    let found = record.findings().sorted();
    if let Some(first) = found.first() {
        let first = first.sentence(&"rows", handbook::text::Language::En);
        return Err(format!("{} findings, the first: {first}", found.len()).into());
    }
    let plain: BTreeMap<_, _> = plainly(&rows).into_iter().collect();
    if rows.events.len() != EVENTS || rows.reform.len() != EDGES || parts != PARTS {
        return Err("the country has not the size it shall have".into());
    }
    if table(&record, reform_on) != plain {
        return Err("the plain map holds another table".into());
    }
    println!("{} units after the reform, in both", plain.len());

    // Turn by turn: what else the machine does falls on both.
    let rounds = || {
        let plain = median(3, || plainly(black_box(&rows)));
        let ours = median(3, || replay(black_box(&rows), reform_on).structure().len());
        (plain, ours)
    };
    let (mut plain, mut ours): (Vec<_>, Vec<_>) = (0..25).map(|_| rounds()).unzip();
    let middle = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    let (baseline, ours) = (middle(&mut plain), middle(&mut ours));
    println!("measured all rows, plain map of the last day: {baseline:?}");
    println!(
        "measured all rows, replayed with history, checks and lineage: {ours:?}, {} times the plain map",
        tenths(ours, baseline)
    );
    memory(&record, held);
    questions(&record)?;
    Ok(())
}

fn memory(record: &Record<'_>, held: usize) {
    let structure = record.structure();
    let units = structure.len();
    let bytes = structure.bytes();
    println!(
        "measured memory: {units} organizations ever, {bytes} bytes, {} each; \
         {} each allocated with the program's record around it",
        bytes / units.max(1),
        held / units.max(1)
    );
}

fn questions(record: &Record<'_>) -> Result<(), Box<dyn Error>> {
    let structure = record.structure();
    let mut dice = Dice(377);
    let days = days(date(2004, 1, 1)?, 8_000);
    let asked: Vec<(Place, NaiveDate)> = (0..100_000)
        .filter_map(|_| {
            let on = days.get(dice.below(days.len())).copied()?;
            Some((dice.below(structure.len()), on))
        })
        .collect();
    let per = |time: Duration, count: usize| time / u32::try_from(count.max(1)).unwrap_or(1);
    let told = median(20, || {
        let asked = black_box(&asked).iter();
        asked
            .filter_map(|(place, on)| structure.on(*place, *on))
            .map(|unit| unit.name.len())
            .sum::<usize>()
    });
    println!(
        "measured an organization on a day: {:?}",
        per(told, asked.len())
    );
    let codes: Vec<(String, NaiveDate)> = asked
        .iter()
        .filter_map(|(place, on)| Some((structure.last(*place)?.code?.to_owned(), *on)))
        .collect();
    let held = median(20, || {
        let codes = black_box(&codes).iter();
        codes
            .filter_map(|(code, on)| structure.holder(code, *on))
            .sum::<usize>()
    });
    println!(
        "measured who had a code on a day: {:?}",
        per(held, codes.len())
    );

    let on = date(2025, 6, 30)?;
    let mut sizes: Vec<(usize, Duration)> = structure
        .roots(on)
        .map(|root| {
            let size = structure.subtree(root, on).len();
            (
                size,
                median(200, || structure.subtree(black_box(root), on).len()),
            )
        })
        .collect();
    sizes.sort_unstable();
    let (districts, provinces) = (DISTRICTS / 2, sizes.len() / 2);
    let district = structure.holder(&district_code(districts), on);
    if let Some(district) = district {
        let size = structure.subtree(district, on).len();
        let time = median(2_000, || structure.subtree(black_box(district), on).len());
        println!(
            "measured the subtree of a district of {size}: {time:?}, {:?} each",
            per(time, size)
        );
    }
    for (size, time) in [sizes.first(), sizes.get(provinces), sizes.last()]
        .into_iter()
        .flatten()
    {
        println!(
            "measured the subtree of a province of {size}: {time:?}, {:?} each",
            per(*time, *size)
        );
    }
    let all: Vec<Place> = structure.roots(on).collect();
    let whole = median(50, || {
        all.iter()
            .map(|root| structure.subtree(*root, on).len())
            .sum::<usize>()
    });
    let size: usize = all
        .iter()
        .map(|root| structure.subtree(*root, on).len())
        .sum();
    println!(
        "measured the whole country of {size}: {whole:?}, {:?} each",
        per(whole, size)
    );
    let before = HELD.load(Ordering::Relaxed);
    let roots: usize = days
        .iter()
        .step_by(8)
        .map(|on| structure.roots(*on).count())
        .sum();
    println!(
        "measured a thousand days looked at ({roots} roots): {} bytes more held",
        HELD.load(Ordering::Relaxed) - before
    );
    let fates: Vec<Place> = structure
        .links()
        .map(|link| link.from)
        .step_by(10)
        .collect();
    let (first, last) = (date(2025, 6, 30)?, date(2026, 1, 1)?);
    let fate = median(20, || {
        let fates = black_box(&fates).iter();
        fates
            .map(|place| structure.fate(*place, first, last).heirs.len())
            .sum::<usize>()
    });
    println!(
        "measured what became of a commune: {:?}",
        per(fate, fates.len())
    );
    Ok(())
}
