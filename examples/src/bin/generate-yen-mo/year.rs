//! The year 2023: meetings and roll-calls, ratings, adoption, targets, projects, posts.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::people::{Member, Standing};
use crate::places::{DISTRICT, Places};
use crate::random::Random;
use crate::table::{Table, day, shift, shown, weekday};

/// Members rated good or better, in ten-thousandths of those rated.
const GOOD_OR_BETTER: usize = 8_517;
/// Members who installed, logged in and used, in hundredths of all.
const ADOPTED: usize = 96;
/// Members whose facts are those of excellent work, in thousandths of those rated.
const EXCELLENT: usize = 215;
const NOT_COMPLETED: usize = 19;
const DISCIPLINED: usize = 7;

/// Grassroots organizations in which two members stand even at the line of the cap.
const TIED: [&str; 5] = [
    "xa-khanh-duong",
    "xa-yen-mac",
    "xa-yen-tu",
    "cong-an-huyen",
    "thi-tran-yen-thinh",
];

/// Grassroots organizations of the middle level.
const COMPLETED: [&str; 3] = [
    "ngan-hang-nong-nghiep",
    "tram-khuyen-nong",
    "hop-tac-xa-so-1",
];

const EXCELLENT_COMMUNES: [(&str, &str); 5] = [
    ("xa-khanh-duong", "97.40"),
    ("xa-yen-tu", "96.15"),
    ("xa-yen-mac", "96.15"),
    ("xa-yen-phong", "94.80"),
    ("xa-yen-hoa", "92.35"),
];
const EXCELLENT_OTHERS: [(&str, &str); 11] = [
    ("cong-an-huyen", "96.90"),
    ("truong-thpt-so-1", "95.20"),
    ("co-quan-chinh-quyen", "93.75"),
    ("cong-ty-may-so-1", "92.10"),
    ("ban-quan-ly-du-an", "97.85"),
    ("bao-hiem-xa-hoi", "96.40"),
    ("kho-bac-huyen", "95.60"),
    ("toa-an-huyen", "94.25"),
    ("cong-ty-xay-dung-so-1", "93.90"),
    ("trung-tam-chinh-tri", "92.70"),
    ("quy-tin-dung-so-1", "91.45"),
];
/// A leader of this one was disciplined, which keeps it from being excellent.
const LEADER_DISCIPLINED: &str = "toa-an-huyen";

const PROJECTS: i64 = 33;
const PACKAGE_VALUES: i64 = 351_264_500_000;
const SAVINGS: i64 = 7_083_120_000;

/// The end of the year: the day that judges it.
fn end() -> NaiveDate {
    day(2023, 12, 31)
}

pub(crate) struct Year<'sample> {
    pub(crate) seed: u64,
    pub(crate) places: &'sample Places,
    pub(crate) people: &'sample [Member],
}

/// The id of a member by place.
pub(crate) fn member_id(place: usize) -> String {
    format!("dv{:04}", place + 1)
}

fn residents(people: &[Member], cell: usize, date: NaiveDate) -> impl Iterator<Item = usize> {
    people
        .iter()
        .enumerate()
        .filter(move |(_, member)| member.home(date) == Some(cell))
        .map(|(place, _)| place)
}

fn percent_marks(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

impl Year<'_> {
    pub(crate) fn organizations(&self) -> Table {
        let mut table = Table::new(
            "organizations.csv",
            "id,code,name,kind,parent,sector,setting,act,founded_on,decision",
        );
        for organization in &self.places.organizations {
            table.row(&[
                &organization.id,
                &organization.code,
                &organization.name,
                organization.kind,
                &organization.parent,
                organization.sector,
                if organization.village {
                    "village"
                } else {
                    "standard"
                },
                if organization.decision.is_empty() {
                    "registered"
                } else {
                    "founded"
                },
                &organization.founded_on.to_string(),
                organization.decision,
            ]);
        }
        table
    }

    pub(crate) fn members(&self) -> Table {
        let mut table = Table::new(
            "members.csv",
            "id,name,sex,born_on,cell,cell_since,previous_cell,considered_on,votes_for,votes_base,\
             decision_on,admitted_on,recognized_on,sector,religious,standing,standing_from,\
             standing_to,left_on,left_reason",
        );
        for (place, member) in self.people.iter().enumerate() {
            let previous = member
                .previous
                .map(|cell| self.places.cells[cell].id.as_str());
            let (considered_on, votes_for, votes_base) = match &member.admission {
                Some(vote) => (
                    vote.considered_on.to_string(),
                    vote.yes.to_string(),
                    vote.base.to_string(),
                ),
                None => Default::default(),
            };
            table.row(&[
                &member_id(place),
                &member.name,
                if member.female { "female" } else { "male" },
                &member.born_on.to_string(),
                &self.places.cells[member.cell].id,
                &member.since.to_string(),
                previous.unwrap_or(""),
                &considered_on,
                &votes_for,
                &votes_base,
                &member.decision_on.to_string(),
                &member.admitted_on.to_string(),
                &shown(member.recognized_on),
                member.sector,
                if member.religious { "yes" } else { "no" },
                member.standing.word(),
                &shown(member.standing_from),
                &shown(member.standing_to),
                &shown(member.left.map(|(on, _)| on)),
                member.left.map_or("", |(_, reason)| reason),
            ]);
        }
        table
    }

    /// Meetings and their roll-calls.
    pub(crate) fn meetings(&self) -> (Table, Table) {
        let mut random = Random::for_topic(self.seed, "meetings");
        let mut meetings = Table::new("meetings.csv", "id,organization,kind,on,minutes");
        let mut attendance = Table::new("attendance.csv", "meeting,member,presence");
        let mut number = 0;
        for (cell, facts) in self.places.cells.iter().enumerate() {
            let monthly = u32::try_from(random.between(3, 6)).unwrap_or(3);
            let thematic = random.permille(170);
            let mut days: Vec<(NaiveDate, &str)> = (1..=12)
                .map(|month| (day(2023, month, monthly), "monthly"))
                .collect();
            if thematic {
                days.extend([2, 5, 8, 11].map(|month| (day(2023, month, 20), "thematic")));
            }
            days.sort_unstable();
            for (on, kind) in days {
                if on < facts.founded_on {
                    continue;
                }
                number += 1;
                let id = format!("sh{number:04}");
                let minutes = random.between(11, 24) * 5;
                meetings.row(&[&id, &facts.id, kind, &on.to_string(), &minutes.to_string()]);
                for place in residents(self.people, cell, on) {
                    let presence = presence(&mut random, &self.people[place], on);
                    attendance.row(&[&id, &member_id(place), presence]);
                }
            }
        }
        (meetings, attendance)
    }

    pub(crate) fn ratings(&self) -> Table {
        let mut random = Random::for_topic(self.seed, "ratings");
        let mut table = Table::new(
            "ratings.csv",
            "subject,id,year,marks,criteria,results,tasks,tasks_done,tasks_on_time,tasks_beyond,\
             tasks_late,targets,targets_reached,disciplined,subordinate_disciplined",
        );
        for organization in &self.places.organizations {
            let grassroots = ["dang_bo_xa", "dang_bo_co_so", "chi_bo_co_so"];
            if grassroots.contains(&organization.kind) {
                self.rate_organization(&mut random, &mut table, &organization.id);
            }
        }
        let mut facts = self.member_facts(&mut random);
        self.tie(&mut facts);
        for (place, facts) in facts {
            facts.write(&mut table, "member", &member_id(place), false);
        }
        table
    }

    fn rate_organization(&self, random: &mut Random, table: &mut Table, id: &str) {
        let chosen = EXCELLENT_COMMUNES
            .iter()
            .chain(&EXCELLENT_OTHERS)
            .find(|(excellent, _)| *excellent == id);
        let work = if chosen.is_some() {
            Work::Excellent
        } else if COMPLETED.contains(&id) {
            Work::Completed
        } else {
            Work::Good
        };
        let mut facts = Facts::of(work, random);
        if let Some((_, marks)) = chosen {
            facts.marks = (*marks).to_owned();
        }
        facts.write(table, "organization", id, id == LEADER_DISCIPLINED);
    }

    /// The facts of every member who is rated: not the exempted, the suspended, those admitted
    /// less than six months before the end of the year.
    fn member_facts(&self, random: &mut Random) -> BTreeMap<usize, Facts> {
        let mut order: Vec<(i32, usize)> = self
            .people
            .iter()
            .enumerate()
            .filter(|(_, member)| {
                let standing = member.standing(end());
                member.home(end()).is_some()
                    && !matches!(standing, Standing::Exempted | Standing::Suspended)
                    && member.admitted_on <= day(2023, 6, 30)
            })
            .map(|(place, member)| (-member.attendance - random.between(0, 260), place))
            .collect();
        order.sort_unstable();
        // Not every number of people has a part that shows as this share: members away are then
        // left for a later occasion (EVL-11).
        let good = loop {
            let rated = order.len();
            let good = (rated * GOOD_OR_BETTER + 5_000) / 10_000;
            if (good * 20_000 + rated) / (2 * rated) == GOOD_OR_BETTER {
                break good;
            }
            let away = order
                .iter()
                .rposition(|(_, place)| self.people[*place].standing(end()) == Standing::Away);
            order.remove(away.unwrap_or(order.len() - 1));
        };
        let rated = order.len();
        let excellent = rated * EXCELLENT / 1_000;
        let mut facts = BTreeMap::new();
        for (rank, (_, place)) in order.into_iter().enumerate() {
            let work = if rank < excellent {
                Work::Excellent
            } else if rank < good {
                Work::Good
            } else if rank < rated - NOT_COMPLETED - DISCIPLINED {
                Work::Completed
            } else if rank < rated - DISCIPLINED {
                Work::NotCompleted
            } else {
                Work::Disciplined
            };
            facts.insert(place, Facts::of(work, random));
        }
        facts
    }

    /// Gives two members of some organizations the same marks where the cap of 2023 cuts.
    fn tie(&self, facts: &mut BTreeMap<usize, Facts>) {
        for group in TIED {
            let of_group = |place: &usize| {
                let cell = self.people[*place].home(end());
                cell.is_some_and(|cell| self.places.cells[cell].grassroots == group)
            };
            let good_or_better = facts
                .iter()
                .filter(|(place, facts)| of_group(place) && facts.is_good())
                .count();
            let mut excellent: Vec<(String, usize)> = facts
                .iter()
                .filter(|(place, facts)| of_group(place) && facts.work == Work::Excellent)
                .map(|(place, facts)| (facts.marks.clone(), *place))
                .collect();
            excellent.sort();
            excellent.reverse();
            let allowed = good_or_better / 6;
            if let (Some((marks, _)), Some((_, next))) = (
                excellent.get(allowed.saturating_sub(1)),
                excellent.get(allowed),
            ) && let Some(facts) = facts.get_mut(next)
            {
                facts.marks.clone_from(marks);
            }
        }
    }

    pub(crate) fn adoption(&self) -> Table {
        let mut random = Random::for_topic(self.seed, "adoption");
        let mut table = Table::new("adoption.csv", "member,on,installed,logged_in,used");
        let mut order: Vec<(i32, usize)> = self
            .people
            .iter()
            .enumerate()
            .filter(|(_, member)| member.home(end()).is_some())
            .map(|(place, member)| (member.born_on.year() + random.between(0, 30), place))
            .collect();
        order.sort_unstable();
        let without = order.len() - (order.len() * ADOPTED + 50) / 100;
        let mut without: Vec<usize> = order
            .iter()
            .take(without)
            .map(|(_, place)| *place)
            .collect();
        without.sort_unstable();
        for (place, member) in self.people.iter().enumerate() {
            if member.home(end()).is_none() {
                continue;
            }
            let [installed, logged_in, used] = match without.binary_search(&place) {
                Err(_) => ["yes", "yes", "yes"],
                Ok(_) => *random.pick(&[
                    ["no", "no", "no"],
                    ["yes", "no", "no"],
                    ["yes", "yes", "no"],
                ]),
            };
            table.row(&[&member_id(place), "2023-12-22", installed, logged_in, used]);
        }
        table
    }

    pub(crate) fn targets(&self) -> Table {
        let mut table = Table::new(
            "targets.csv",
            "id,organization,year,indicator,planned,achieved",
        );
        table.row(&["ct001", DISTRICT, "2023", "admissions", "242", ""]);
        table.row(&[
            "ct002",
            DISTRICT,
            "2023",
            "thematic inspections",
            "12",
            "12",
        ]);
        table.row(&["ct003", DISTRICT, "2023", "training classes", "18", "19"]);
        let mut random = Random::for_topic(self.seed, "targets");
        let communes = self
            .places
            .organizations
            .iter()
            .filter(|known| known.kind == "dang_bo_xa");
        for (number, commune) in communes.enumerate() {
            let id = format!("ct{:03}", number + 4);
            let planned = random.between(9, 13).to_string();
            table.row(&[&id, &commune.id, "2023", "admissions", &planned, ""]);
        }
        table
    }

    pub(crate) fn projects(&self) -> Table {
        let mut random = Random::for_topic(self.seed, "projects");
        let mut table = Table::new(
            "projects.csv",
            "id,organization,name,bid_on,package_value,contract_value,quality_met,early_days",
        );
        let works = [
            "Nâng cấp đường liên thôn",
            "Nhà văn hóa",
            "Trường mầm non",
            "Trường tiểu học",
            "Kiên cố hóa kênh",
            "Trạm y tế",
            "Cầu dân sinh",
            "Hạ tầng khu dân cư",
        ];
        let communes: Vec<&str> = self
            .places
            .organizations
            .iter()
            .filter(|known| known.kind == "dang_bo_xa")
            .map(|known| known.name.trim_start_matches("Đảng bộ "))
            .collect();
        let weights: Vec<i64> = (0..PROJECTS)
            .map(|_| i64::from(random.between(180, 2_400)))
            .collect();
        let all: i64 = weights.iter().sum();
        let rates: Vec<i64> = (0..PROJECTS)
            .map(|_| i64::from(random.between(120, 290)))
            .collect();
        let rated: i64 = weights
            .iter()
            .zip(&rates)
            .map(|(weight, rate)| weight * rate)
            .sum();
        let (mut left, mut to_save) = (PACKAGE_VALUES, SAVINGS);
        for (place, (weight, rate)) in weights.iter().zip(&rates).enumerate() {
            let last = place + 1 == weights.len();
            let thousands = |value: i64| value / 1_000 * 1_000;
            let value = if last {
                left
            } else {
                thousands(PACKAGE_VALUES / all * weight)
            };
            let saved = if last {
                to_save
            } else {
                thousands(SAVINGS / 1_000 * (weight * rate) / (rated / 1_000))
            };
            left -= value;
            to_save -= saved;
            let name = format!(
                "{} {}",
                works[place % works.len()],
                communes[place % communes.len()]
            );
            let bid_on = weekday(shift(day(2023, 1, 10), random.between(0, 340)));
            let early = if random.permille(400) {
                random.between(3, 45)
            } else {
                0
            };
            table.row(&[
                &format!("da{:02}", place + 1),
                "ban-quan-ly-du-an",
                &name,
                &bid_on.to_string(),
                &value.to_string(),
                &(value - saved).to_string(),
                "yes",
                &early.to_string(),
            ]);
        }
        table
    }

    pub(crate) fn posts(&self) -> Table {
        let mut table = Table::new("posts.csv", "organization,member,post,from,to");
        let mut chosen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (cell, facts) in self.places.cells.iter().enumerate() {
            let from = shift(facts.founded_on, 14).max(day(2020, 8, 20));
            let full: Vec<usize> = residents(self.people, cell, from)
                .filter(|place| self.people[*place].is_full(from))
                .collect();
            let mut fit: Vec<usize> = full
                .iter()
                .copied()
                .filter(|place| {
                    let member = &self.people[*place];
                    member.home(end()) == Some(cell) && member.standing == Standing::Active
                })
                .collect();
            fit.sort_by_key(|place| (-self.people[*place].attendance, *place));
            let committee = if full.len() >= 9 { 3 } else { fit.len().min(2) };
            for (rank, place) in fit.iter().take(committee).enumerate() {
                let post = ["secretary", "deputySecretary", "committeeMember"][rank.min(2)];
                table.row(&[&facts.id, &member_id(*place), post, &from.to_string(), ""]);
            }
            chosen
                .entry(&facts.grassroots)
                .or_default()
                .extend(fit.iter().take(2));
            chosen.entry(DISTRICT).or_default().extend(fit.first());
        }
        for organization in &self.places.organizations {
            let (most, standing) = match organization.kind {
                "huyen_uy" => (33, 11),
                "dang_bo_xa" => (15, 5),
                "dang_bo_co_so" => (4, 0),
                _ => continue,
            };
            let members: Vec<usize> = chosen
                .get(organization.id.as_str())
                .into_iter()
                .flatten()
                .copied()
                .take(most)
                .collect();
            let standing = standing.min(members.len() / 3);
            let mut posts: Vec<(usize, &str)> = members
                .iter()
                .map(|place| (*place, "committeeMember"))
                .collect();
            posts.extend(members.first().map(|place| (*place, "secretary")));
            posts.extend(members.get(1).map(|place| (*place, "deputySecretary")));
            posts.extend(
                members
                    .iter()
                    .take(standing)
                    .skip(2)
                    .map(|place| (*place, "standingCommitteeMember")),
            );
            for (place, post) in posts {
                table.row(&[&organization.id, &member_id(place), post, "2020-09-10", ""]);
            }
        }
        table
    }
}

fn presence(random: &mut Random, member: &Member, on: NaiveDate) -> &'static str {
    match member.standing(on) {
        Standing::Exempted if random.permille(60) => "presentInPerson",
        Standing::Exempted => "exempted",
        Standing::Suspended => "suspended",
        Standing::Away if random.permille(180) => "presentOnline",
        Standing::Away => "awayTemporarily",
        Standing::Active if random.permille(member.attendance) => {
            if random.permille(18) {
                "presentOnline"
            } else {
                "presentInPerson"
            }
        }
        Standing::Active if random.permille(45) => "unexcused",
        Standing::Active => "excused",
    }
}

/// What the year's work was like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Work {
    Excellent,
    Good,
    Completed,
    NotCompleted,
    Disciplined,
}

/// The facts of one rating.
struct Facts {
    work: Work,
    marks: String,
    criteria: String,
    results: &'static str,
    /// All, done, on time, beyond, late.
    tasks: [i32; 5],
}

impl Facts {
    fn of(work: Work, random: &mut Random) -> Self {
        let marks = |random: &mut Random, least: i32, most: i32| {
            percent_marks(u32::try_from(random.between(least, most)).unwrap_or(0))
        };
        let grades = |random: &mut Random, grades: &[&str]| {
            let grades: Vec<&str> = (0..4).map(|_| *random.pick(grades)).collect();
            grades.join(" ")
        };
        let all = random.between(7, 12);
        // Thirty in a hundred, rounded upward.
        let much = (all * 3 + 9) / 10;
        match work {
            Work::Excellent => Self {
                work,
                marks: marks(random, 9_000, 9_890),
                criteria: grades(random, &["excellent", "good"]),
                results: "excellent",
                // A few were late with one task: the rules of 2023 do not ask, later ones do.
                tasks: if random.permille(50) {
                    [all, all, all - 1, much, 1]
                } else {
                    [all, all, all, (much + random.between(0, 2)).min(all), 0]
                },
            },
            Work::Good => Self {
                work,
                marks: if random.permille(60) {
                    marks(random, 9_000, 9_350)
                } else {
                    marks(random, 7_000, 8_990)
                },
                criteria: grades(random, &["excellent", "good", "good", "average"]),
                results: "good",
                tasks: [all, all, all, random.between(0, much), 0],
            },
            Work::Completed | Work::Disciplined => {
                let late = random.between(1, all / 5);
                Self {
                    work,
                    marks: marks(random, 5_000, 6_990),
                    criteria: grades(random, &["good", "average", "average"]),
                    results: "average",
                    tasks: [all, all, all - late, 0, late],
                }
            }
            Work::NotCompleted => Self {
                work,
                marks: marks(random, 3_100, 4_990),
                criteria: format!("{} poor", grades(random, &["average", "poor"])),
                results: "poor",
                tasks: [all, all - 3, all - 5, 0, 2],
            },
        }
    }

    fn is_good(&self) -> bool {
        matches!(self.work, Work::Excellent | Work::Good)
    }

    fn write(&self, table: &mut Table, subject: &str, id: &str, leader_disciplined: bool) {
        let tasks = self.tasks.map(|count| count.to_string());
        let [all, done, on_time, beyond, late] = &tasks;
        table.row(&[
            subject,
            id,
            "2023",
            &self.marks,
            &self.criteria,
            self.results,
            all,
            done,
            on_time,
            beyond,
            late,
            "",
            "",
            if self.work == Work::Disciplined {
                "yes"
            } else {
                "no"
            },
            if leader_disciplined { "yes" } else { "no" },
        ]);
    }
}
