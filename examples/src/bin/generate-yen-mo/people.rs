//! Members and their lives: all made up.

use chrono::{Datelike, Months, NaiveDate};

use crate::places::{FOUNDED_CELL, Places, TOO_SMALL, beginning, founding};
use crate::random::Random;
use crate::table::{day, shift, weekday};

/// Admitted in the year: 260 people, 12 of them in enterprises outside the State, 5 religious.
const ADMITTED: usize = 260;
const ADMITTED_NON_STATE: usize = 12;
const ADMITTED_RELIGIOUS: usize = 5;

const ADMITTED_THE_YEAR_BEFORE: usize = 226;
const EXEMPTED: usize = 172;
const AWAY: usize = 58;
const MOVED: usize = 41;
const DIED: usize = 37;
const TRANSFERRED_OUT: usize = 24;
const DELETED: usize = 3;
const LEFT: usize = 1;
const FOUNDERS: usize = 4;

const SURNAMES: [&str; 20] = [
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Hoàng", "Vũ",
    "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Đinh", "Mai", "Tạ", "Phan",
];
const MEN: ([&str; 9], [&str; 24]) = (
    [
        "Văn", "Văn", "Đức", "Hữu", "Quang", "Minh", "Xuân", "Ngọc", "Công",
    ],
    [
        "An", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hải", "Hiếu", "Hòa", "Hùng", "Khánh",
        "Lâm", "Long", "Mạnh", "Nam", "Phong", "Phúc", "Quân", "Sơn", "Thắng", "Thịnh", "Tiến",
        "Tuấn", "Vinh",
    ],
);
const WOMEN: ([&str; 9], [&str; 24]) = (
    [
        "Thị",
        "Thị",
        "Thị",
        "Thị Thu",
        "Thị Thanh",
        "Thị Kim",
        "Ngọc",
        "Thị Hồng",
        "Thị Minh",
    ],
    [
        "An", "Bích", "Chi", "Dung", "Đào", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hồng", "Huệ",
        "Lan", "Liên", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phương", "Thảo", "Thủy",
        "Yến",
    ],
);

/// How a member stands to the cell's activity, from a day on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Active,
    Exempted,
    Suspended,
    Away,
}

impl Standing {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Exempted => "exempted",
            Self::Suspended => "suspended",
            Self::Away => "away",
        }
    }
}

/// A cell's consideration of an admission.
pub(crate) struct Admission {
    pub(crate) considered_on: NaiveDate,
    pub(crate) yes: usize,
    pub(crate) base: usize,
}

/// One made-up person.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) female: bool,
    pub(crate) born_on: NaiveDate,
    /// Place of the cell.
    pub(crate) cell: usize,
    pub(crate) since: NaiveDate,
    pub(crate) previous: Option<usize>,
    pub(crate) admission: Option<Admission>,
    pub(crate) decision_on: NaiveDate,
    pub(crate) admitted_on: NaiveDate,
    pub(crate) recognized_on: Option<NaiveDate>,
    pub(crate) sector: &'static str,
    pub(crate) religious: bool,
    pub(crate) standing: Standing,
    pub(crate) standing_from: Option<NaiveDate>,
    pub(crate) standing_to: Option<NaiveDate>,
    pub(crate) left: Option<(NaiveDate, &'static str)>,
    /// How likely to come, in thousandths.
    pub(crate) attendance: i32,
}

impl Member {
    /// The cell on a day.
    pub(crate) fn home(&self, date: NaiveDate) -> Option<usize> {
        if self.left.is_some_and(|(left, _)| left <= date) {
            None
        } else if self.since <= date {
            Some(self.cell)
        } else {
            self.previous.filter(|_| self.admitted_on <= date)
        }
    }

    pub(crate) fn is_full(&self, date: NaiveDate) -> bool {
        self.recognized_on.is_some_and(|full| full <= date)
    }

    /// The standing on a day.
    pub(crate) fn standing(&self, date: NaiveDate) -> Standing {
        let begun = self.standing_from.is_some_and(|from| from <= date);
        let over = self.standing_to.is_some_and(|to| to < date);
        if begun && !over {
            self.standing
        } else {
            Standing::Active
        }
    }

    fn is_plain(&self) -> bool {
        self.standing == Standing::Active && self.left.is_none() && self.previous.is_none()
    }
}

/// Everyone whom the sample speaks of, ordered by cell.
pub(crate) fn people(seed: u64, places: &Places) -> Vec<Member> {
    let mut random = Random::for_topic(seed, "people");
    let mut people = Vec::new();
    for cell in 0..places.cells.len() {
        for _ in 0..places.cells[cell].members {
            people.push(long_standing(&mut random, places, cell));
        }
    }
    recently_admitted(&mut random, places, &mut people);
    standings(&mut random, places, &mut people);
    departures(&mut random, places, &mut people);
    moves(&mut random, places, &mut people);
    admitted_in_the_year(&mut random, places, &mut people);
    people.sort_by_key(|member| member.previous.unwrap_or(member.cell));
    people
}

fn person(random: &mut Random, places: &Places, cell: usize, born_on: NaiveDate) -> Member {
    let home = &places.cells[cell];
    let school = home.id.contains("truong") || home.id.contains("y-te");
    let female = random.permille(if school { 760 } else { 360 });
    let (middle, given) = if female { WOMEN } else { MEN };
    let name = format!(
        "{} {} {}",
        random.pick(&SURNAMES),
        random.pick(&middle),
        random.pick(&given)
    );
    let sector = match home.sector {
        "nonState" => "nonState",
        "residential" => "other",
        _ => "state",
    };
    Member {
        name,
        female,
        born_on,
        cell,
        since: home.founded_on,
        previous: None,
        admission: None,
        decision_on: born_on,
        admitted_on: born_on,
        recognized_on: None,
        sector,
        religious: false,
        standing: Standing::Active,
        standing_from: None,
        standing_to: None,
        left: None,
        attendance: (home.attendance + random.between(-60, 45)).clamp(600, 995),
    }
}

fn admit(member: &mut Member, ceremony: NaiveDate, recognized: bool) {
    member.admitted_on = ceremony;
    member.recognized_on = ceremony
        .checked_add_months(Months::new(12))
        .filter(|_| recognized);
    member.since = member.since.max(ceremony);
}

fn long_standing(random: &mut Random, places: &Places, cell: usize) -> Member {
    let home = &places.cells[cell];
    let year = if home.village {
        random.between(1935, 1990)
    } else {
        random.between(1965, 1993)
    };
    let born_on = shift(day(year, 1, 1), random.between(0, 364));
    let mut member = person(random, places, cell, born_on);
    let age = random.between(20, 38);
    let ceremony = shift(day((year + age).min(2019), 1, 5), random.between(0, 350));
    member.decision_on = weekday(shift(ceremony, -random.between(6, 20)));
    admit(&mut member, ceremony, true);
    if !home.village && !home.fixed && random.permille(120) {
        member.since = shift(beginning(), random.between(20, 800));
    }
    member.religious = random.permille(14);
    member
}

fn recently_admitted(random: &mut Random, places: &Places, people: &mut Vec<Member>) {
    let open = open_cells(places, |_| true);
    for _ in 0..ADMITTED_THE_YEAR_BEFORE {
        let cell = *random.pick(&open);
        let born_on = shift(
            day(random.between(1980, 2002), 1, 1),
            random.between(0, 364),
        );
        let mut member = person(random, places, cell, born_on);
        let ceremony = weekday(shift(day(2022, 1, 10), random.between(0, 345)));
        member.decision_on = weekday(shift(ceremony, -random.between(6, 20)));
        admit(&mut member, ceremony, true);
        people.push(member);
    }
}

/// Cells that are not kept at their size, and that a test picks.
fn open_cells(places: &Places, test: impl Fn(&crate::places::Cell) -> bool) -> Vec<usize> {
    (0..places.cells.len())
        .filter(|cell| !places.cells[*cell].fixed && test(&places.cells[*cell]))
        .collect()
}

/// Members in random order, so that each use takes the next that fits.
fn drawn(random: &mut Random, people: &[Member]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..people.len()).collect();
    random.shuffle(&mut order);
    order
}

fn standings(random: &mut Random, places: &Places, people: &mut [Member]) {
    let order = drawn(random, people);
    let old = |member: &Member| member.born_on.year() <= 1953;
    let exempted = order
        .iter()
        .copied()
        .filter(|place| old(&people[*place]))
        .take(EXEMPTED);
    for place in exempted.collect::<Vec<_>>() {
        let member = &mut people[place];
        member.standing = Standing::Exempted;
        member.standing_from = Some(shift(member.since, random.between(30, 1160)));
    }
    let young = |member: &Member| member.is_plain() && member.born_on.year() >= 1985;
    let away = order
        .iter()
        .copied()
        .filter(|place| young(&people[*place]))
        .take(AWAY);
    for place in away.collect::<Vec<_>>() {
        let member = &mut people[place];
        let from = shift(day(2022, 12, 1), random.between(0, 300)).max(member.since);
        member.standing = Standing::Away;
        member.standing_from = Some(from);
        member.standing_to = Some(shift(from, random.between(95, 340)));
    }
    let grown =
        |member: &Member| member.is_plain() && (1960..=1980).contains(&member.born_on.year());
    let suspended = order
        .iter()
        .copied()
        .filter(|place| grown(&people[*place]) && !places.cells[people[*place].cell].fixed)
        .take(3);
    let spans = [
        (day(2023, 4, 12), Some(day(2023, 7, 10))),
        (day(2023, 8, 7), Some(day(2023, 11, 4))),
        (day(2023, 11, 20), None),
    ];
    for (place, (from, to)) in suspended.collect::<Vec<_>>().into_iter().zip(spans) {
        let member = &mut people[place];
        member.standing = Standing::Suspended;
        member.standing_from = Some(from);
        member.standing_to = to;
    }
}

fn departures(random: &mut Random, places: &Places, people: &mut [Member]) {
    let order = drawn(random, people);
    for (reason, number, least, most) in [
        ("died", DIED, 1900, 1958),
        ("transferredOut", TRANSFERRED_OUT, 1975, 2005),
        ("deleted", DELETED, 1965, 2005),
        ("left", LEFT, 1965, 2005),
    ] {
        let going = order.iter().copied().filter(|place| {
            let member = &people[*place];
            (least..=most).contains(&member.born_on.year())
                && member.is_plain()
                && member.since < day(2022, 12, 31)
                && !places.cells[member.cell].fixed
        });
        for place in going.take(number).collect::<Vec<_>>() {
            let on = shift(day(2023, 1, 6), random.between(0, 340));
            people[place].left = Some((on, reason));
        }
    }
}

/// Members of a cell, to keep small ones from falling apart.
fn size(people: &[Member], cell: usize) -> usize {
    people
        .iter()
        .filter(|member| member.cell == cell && member.left.is_none())
        .count()
}

fn moves(random: &mut Random, places: &Places, people: &mut [Member]) {
    let order = drawn(random, people);
    let plain: Vec<usize> = order
        .into_iter()
        .filter(|place| {
            let member = &people[*place];
            member.is_plain()
                && member.is_full(day(2022, 6, 1))
                && member.since <= day(2022, 6, 1)
                && member.born_on.year() >= 1968
                && !places.cells[member.cell].fixed
        })
        .collect();
    let new_cell = (0..places.cells.len()).find(|cell| places.cells[*cell].id == FOUNDED_CELL);
    let town = FOUNDED_CELL.split('.').next().unwrap_or_default();
    let mut founders = 0;
    let targets = open_cells(places, |cell| cell.sector == "state");
    let mut moved = 0;
    for place in plain {
        let from = people[place].cell;
        if size(people, from) < 12 {
            continue;
        }
        let home = &places.cells[from];
        if home.grassroots == town && home.village && founders < FOUNDERS {
            founders += 1;
            let member = &mut people[place];
            member.previous = Some(from);
            member.cell = new_cell.unwrap_or(from);
            member.since = founding();
            member.sector = "nonState";
        } else if moved < MOVED && home.sector == "state" {
            let to = *random.pick(&targets);
            if to != from {
                moved += 1;
                let member = &mut people[place];
                member.previous = Some(from);
                member.cell = to;
                member.since = weekday(shift(day(2023, 1, 16), random.between(0, 320)));
            }
        }
    }
    assert_eq!(
        (founders, moved),
        (FOUNDERS, MOVED),
        "enough members can move"
    );
}

/// The day of a ceremony, away from the border of six months before the end of the year.
fn ceremony(random: &mut Random, first: NaiveDate) -> NaiveDate {
    loop {
        let date = weekday(shift(first, random.between(0, 330)));
        let border = day(2023, 6, 26)..=day(2023, 7, 4);
        if date <= day(2023, 12, 19) && !border.contains(&date) {
            return date;
        }
    }
}

fn admitted_in_the_year(random: &mut Random, places: &Places, people: &mut Vec<Member>) {
    let non_state = open_cells(places, |cell| cell.sector == "nonState");
    let villages = open_cells(places, |cell| cell.village);
    let others = open_cells(places, |cell| cell.sector != "nonState");
    let too_small = (0..places.cells.len()).find(|cell| places.cells[*cell].id == TOO_SMALL);
    assert!(too_small.is_some(), "the too small cell is there");
    for number in 0..ADMITTED {
        let religious =
            (ADMITTED_NON_STATE..ADMITTED_NON_STATE + ADMITTED_RELIGIOUS).contains(&number);
        let among = if number < ADMITTED_NON_STATE {
            &non_state
        } else if religious {
            &villages
        } else {
            &others
        };
        // A cell needs full members to vote; small cells do not stand for a place twice.
        let (cell, ceremony, decision_on, considered_on, base) = loop {
            let cell = *random.pick(among);
            let first = places.cells[cell].founded_on.max(day(2023, 1, 9));
            let first = if first > day(2023, 1, 9) {
                shift(first, 90)
            } else {
                first
            };
            let ceremony = ceremony(random, first);
            let decision_on = weekday(shift(ceremony, -random.between(7, 22)));
            let considered_on = shift(decision_on, -random.between(24, 44));
            let base = people
                .iter()
                .filter(|member| {
                    member.home(considered_on) == Some(cell)
                        && member.is_full(considered_on)
                        && member.standing(considered_on) == Standing::Active
                })
                .count();
            if base >= 3 && decision_on < ceremony {
                break (cell, ceremony, decision_on, considered_on, base);
            }
        };
        let born_on = shift(considered_on, -random.between(19 * 366, 44 * 366));
        let mut member = person(random, places, cell, born_on);
        member.religious = religious;
        member.decision_on = decision_on;
        let spare = base - (2 * base).div_ceil(3);
        let against = random.place(spare.min(2) + 1);
        member.admission = Some(Admission {
            considered_on,
            yes: base - against,
            base,
        });
        admit(&mut member, ceremony, false);
        people.push(member);
    }
}
