//! The record's levels of everyone, grouped and capped a second time with strings and maps, and
//! held against the questions about one, about a part, and about another reading.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::collections::{BTreeMap, BTreeSet};

use handbook::evaluation::level;
use handbook::handbook::{Handbook, Outcome, RecordQuestion};
use handbook::question::{from_json, to_json};
use handbook::report::{DistrictYearRequest, district_year};
use handbook::{Level, NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

fn day() -> NaiveDate {
    date(2023, 12, 31).expect("a day")
}

/// Marks and results.
type Facts = (u32, &'static str);

#[derive(Debug, Clone)]
struct One {
    id: String,
    cell: usize,
    /// None for one without facts.
    facts: Option<Facts>,
    peers: Option<&'static str>,
    /// Rated as a leader or as another member.
    subject: &'static str,
}

const CELLS: [(&str, &str); 4] = [
    ("chi-bo-1", "xa-1"),
    ("chi-bo-2", "xa-1"),
    ("chi-bo-3", "xa-2"),
    ("chi-bo-4", "xa-2"),
];
const COMMUNES: [&str; 2] = ["xa-1", "xa-2"];
const PEERS: [&str; 2] = ["Thôn", "Trường học"];

#[derive(Debug, Clone)]
struct District {
    members: Vec<One>,
    /// Facts and peers of the communes, then of the cells.
    organizations: Vec<(Option<Facts>, Option<&'static str>)>,
}

fn facts() -> impl Strategy<Value = Option<Facts>> {
    let results = prop_oneof![5 => Just("excellent"), 5 => Just("good"), 1 => Just("average")];
    prop::option::weighted(0.9, (9_000_u32..9_004, results))
}

fn peers() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::weighted(0.4, select(&PEERS[..]))
}

fn any_district() -> impl Strategy<Value = District> {
    let subject = select(vec!["leader", "member", "member"]);
    let member = (0..CELLS.len(), facts(), peers(), subject);
    let organization = (facts(), peers());
    (
        prop::collection::vec(member, 0..40),
        prop::collection::vec(organization, 6),
    )
        .prop_map(|(members, organizations)| District {
            members: members
                .into_iter()
                .enumerate()
                .map(|(place, (cell, facts, peers, subject))| One {
                    id: format!("dv-{place:02}"),
                    cell,
                    facts,
                    peers,
                    subject,
                })
                .collect(),
            organizations,
        })
}

/// A sheet by which leaders are excellent where other members are good.
fn leaders() -> Value {
    let results = |required: &str| {
        json!({
            "type": "compare", "measure": "results", "comparison": "atLeast", "required": required,
            "vi": "Kết quả", "en": "Results",
        })
    };
    json!({
        "id": "mau-lanh-dao", "vi": "Bộ tiêu chí mẫu", "en": "Sample sheet", "lowering": [],
        "levels": [
            {"level": "excellent", "when": results("good")},
            {"level": "good", "when": results("average")},
            {"level": "completed"},
        ],
    })
}

#[derive(Debug, Clone)]
struct Terms {
    reading: &'static str,
    group: &'static str,
    rounding: &'static str,
    part: i64,
    whole: i64,
}

prop_compose! {
    fn any_terms()(
        reading in select(vec![
            "shareOfGoodBeforeDemotion", "shareOfGoodAfterDemotion", "shareOfGoodOrBetter",
            "shareOfRated",
        ]),
        group in select(vec!["cell", "grassrootsOrganization", "similarTasks"]),
        rounding in select(vec!["floor", "ceiling"]),
        whole in 1_i64..8,
        part in 0_i64..8,
    ) -> Terms {
        Terms { reading, group, rounding, part: part % (whole + 1), whole }
    }
}

impl Terms {
    fn book(&self) -> RuleBook {
        let choose = |parameter: &str, value: Value| {
            json!({"id": parameter, "values": [{
                "from": "2023-01-01", "value": value, "instrument": "Nghị quyết mẫu",
            }]})
        };
        let overlay = json!({"id": "mau", "body": "Huyện ủy Mẫu", "parameters": [
            choose("capReading", json!(self.reading)),
            choose("capGroup", json!(self.group)),
            choose("capRounding", json!(self.rounding)),
            choose("capShare", json!(format!("{}/{}", self.part, self.whole))),
            choose("leaderSheet", leaders()),
        ]});
        RuleBook::vietnam()
            .with_overlay(&overlay.to_string())
            .expect("open to a local choice")
    }

    fn json(&self) -> Value {
        json!({
            "reading": self.reading, "groupKind": self.group, "rounding": self.rounding,
            "share": {"numerator": self.part, "denominator": self.whole},
        })
    }

    /// How many of a group may be excellent, tried from all who are eligible downward.
    fn allowed(&self, group: &[(String, Option<Level>, u32)]) -> usize {
        let count = |level| {
            group
                .iter()
                .filter(|(_, own, _)| *own == Some(level))
                .count()
        };
        let (eligible, good) = (count(Level::Excellent), count(Level::Good));
        let number = |count: usize| i64::try_from(count).expect("a small number");
        let (above, below) = match self.reading {
            "shareOfGoodBeforeDemotion" => (number(good) * self.part, self.whole),
            "shareOfGoodAfterDemotion" => {
                (number(good + eligible) * self.part, self.whole + self.part)
            }
            "shareOfGoodOrBetter" => (number(good + eligible) * self.part, self.whole),
            _ => (number(group.len()) * self.part, self.whole),
        };
        (0..=eligible)
            .rev()
            .find(|excellent| match self.rounding {
                "floor" => number(*excellent) * below <= above,
                _ => (number(*excellent) - 1) * below < above,
            })
            .unwrap_or_default()
    }
}

fn facts_json(subject: &str, (marks, results): (u32, &str)) -> Value {
    json!({
        "subject": subject, "marks": marks, "criteria": ["good"], "results": results,
        "disciplined": false, "subordinateDisciplined": false,
    })
}

fn record(district: &District) -> Handbook {
    let book = RuleBook::vietnam();
    let mut commands = vec![json!({
        "type": "registerOrganization", "id": "goc", "kind": "huyen_uy", "name": "Đảng bộ huyện",
        "sector": "state", "on": "2021-01-01",
    })];
    let communes = COMMUNES.iter().map(|id| (*id, "goc", "dang_bo_xa"));
    let cells = CELLS
        .iter()
        .map(|(id, above)| (*id, *above, "chi_bo_truc_thuoc"));
    for (id, parent, kind) in communes.chain(cells) {
        commands.push(json!({
            "type": "registerOrganization", "id": id, "kind": kind, "parent": parent,
            "name": "Tổ chức mẫu", "sector": "residential", "on": "2021-01-01",
        }));
    }
    let ids = COMMUNES.into_iter().chain(CELLS.map(|(id, _)| id));
    for (id, (facts, peers)) in ids.zip(&district.organizations) {
        if let Some(facts) = facts {
            commands.push(json!({
                "type": "rateOrganization", "organization": id, "year": 2023,
                "facts": facts_json("organization", *facts), "peerGroup": peers,
            }));
        }
    }
    for one in &district.members {
        let (cell, _) = CELLS.get(one.cell).expect("a cell");
        commands.push(json!({
            "type": "registerMember", "id": one.id, "name": "Người mẫu", "sex": "male",
            "bornOn": "1980-01-01", "cell": cell, "on": "2021-01-01",
            "admittedOn": "2015-05-19", "recognizedOn": "2016-05-19", "sector": "state",
        }));
        if let Some(facts) = one.facts {
            commands.push(json!({
                "type": "rateMember", "member": one.id, "year": 2023,
                "facts": facts_json(one.subject, facts), "peerGroup": one.peers,
            }));
        }
    }
    let mut record = Handbook::new();
    for command in commands {
        let parsed = from_json("command", &command.to_string()).expect("a command");
        let outcome = record.submit(&book, parsed, day());
        assert!(
            matches!(outcome, Ok(Outcome::Accepted { .. })),
            "{command}: {outcome:?}"
        );
    }
    record
}

/// Votes on excellent, by member; each such vote has a day of its own.
type Ballot = BTreeMap<String, u32>;

/// Who is voted on: all tied at first, all still tied, those but one, or those and one more.
#[derive(Debug, Clone)]
struct Drawn {
    on: u32,
    yes: Vec<u32>,
}

fn any_ballots() -> impl Strategy<Value = Vec<Drawn>> {
    let drawn = (0_u32..5, prop::collection::vec(0_u32..4, 1..6));
    let drawn = drawn.prop_map(|(on, yes)| Drawn { on, yes });
    prop::collection::vec(drawn, 0..4)
}

fn drawn(district: &District, terms: &Terms, book: &RuleBook, votes: &[Drawn]) -> Vec<Ballot> {
    let tied = |ballots: &[Ballot]| -> BTreeSet<String> {
        let finals = finals(district, terms, book, ballots).into_iter();
        let open = finals
            .filter(|(id, (own, level))| id.starts_with("dv-") && own.is_some() && level.is_none());
        open.map(|(id, _)| id).collect()
    };
    let at_first = tied(&[]);
    let mut ballots = Vec::new();
    for Drawn { on, yes } in votes {
        let mut voted = if *on == 0 {
            at_first.clone()
        } else {
            tied(&ballots)
        };
        match on {
            3 => drop(voted.pop_first()),
            4 => {
                let ids = district.members.iter().map(|one| &one.id);
                voted.extend(ids.filter(|id| !at_first.contains(*id)).take(1).cloned());
            }
            _ => {}
        }
        ballots.push(voted.into_iter().zip(yes.iter().copied().cycle()).collect());
    }
    ballots
}

fn vote(record: &mut Handbook, book: &RuleBook, ballots: &[Ballot]) {
    for (place, ballot) in ballots.iter().enumerate() {
        for (id, yes) in ballot {
            let command = json!({
                "type": "actOnEvaluation", "year": 2023, "subject": {"type": "member", "id": id},
                "on": format!("2023-12-{}", 20 + place),
                "act": {"type": "vote", "level": "excellent", "base": 30, "yes": yes},
            });
            let parsed = from_json("command", &command.to_string()).expect("a command");
            let outcome = record.submit(book, parsed, day());
            assert!(
                matches!(outcome, Ok(Outcome::Accepted { .. })),
                "{outcome:?}"
            );
        }
    }
}

/// Who of those tied in a group has taken a seat and who has not, after all votes.
fn voted(
    group: &BTreeSet<&String>,
    tied: &BTreeSet<&String>,
    seats: usize,
    ballots: &[Ballot],
) -> BTreeMap<String, Level> {
    let mut settled = BTreeMap::new();
    for ballot in ballots {
        let on: BTreeSet<&String> = ballot.keys().filter(|id| group.contains(id)).collect();
        let open: BTreeSet<&String> = tied
            .iter()
            .filter(|id| !settled.contains_key(id.as_str()))
            .copied()
            .collect();
        if on == *tied {
            settled.clear();
        } else if on != open || open.is_empty() {
            continue;
        }
        let taken = settled
            .values()
            .filter(|level| **level == Level::Excellent)
            .count();
        for id in &on {
            let mine = ballot.get(*id);
            let ahead = on.iter().filter(|other| ballot.get(**other) > mine).count();
            let with = on
                .iter()
                .filter(|other| ballot.get(**other) >= mine)
                .count();
            if with <= seats - taken {
                settled.insert((*id).clone(), Level::Excellent);
            } else if ahead >= seats - taken {
                settled.insert((*id).clone(), Level::Good);
            }
        }
    }
    settled
}

/// Own level, and the level after the cap; the last is none when people must vote.
type Final = (Option<Level>, Option<Level>);

/// Everyone's final level, by the id of the organization or member.
fn finals(
    district: &District,
    terms: &Terms,
    book: &RuleBook,
    ballots: &[Ballot],
) -> BTreeMap<String, Final> {
    let rules = book.on(day()).expect("a day of the book");
    let own = |subject: &str, facts: Option<Facts>| {
        let facts = facts_json(subject, facts?);
        let facts = from_json("facts", &facts.to_string()).expect("facts");
        Some(
            level(&rules, &facts)
                .expect("criteria are known")
                .value
                .level,
        )
    };
    let peers_of = |organization: &str| {
        let ids = COMMUNES.into_iter().chain(CELLS.map(|(id, _)| id));
        let mut named = ids.zip(&district.organizations);
        // Without facts nothing was recorded, not even a group.
        let (_, (facts, peers)) = named.find(|(id, _)| *id == organization)?;
        peers.filter(|_| facts.is_some())
    };

    let mut all = BTreeMap::new();
    let mut groups: BTreeMap<String, Vec<(String, Option<Level>, u32)>> = BTreeMap::new();
    let mut enter = |group: String, id: &str, own: Option<Level>, marks: u32| {
        all.insert(id.to_owned(), (own, own));
        if own.is_some() {
            let group = groups.entry(group).or_default();
            group.push((id.to_owned(), own, marks));
        }
    };
    let ids = COMMUNES.iter().map(|id| (*id, "goc", "dang_bo_xa")).chain(
        CELLS
            .iter()
            .map(|(id, above)| (*id, *above, "chi_bo_truc_thuoc")),
    );
    for ((id, above, kind), (facts, _)) in ids.zip(&district.organizations) {
        let peers = peers_of(id).filter(|_| terms.group == "similarTasks");
        let group = peers.map_or(format!("kind {kind} {above}"), |peers| {
            format!("peers {peers} {above}")
        });
        let marks = facts.map_or(0, |(marks, _)| marks);
        enter(group, id, own("organization", *facts), marks);
    }
    for one in &district.members {
        let (cell, above) = CELLS.get(one.cell).expect("a cell");
        let named = one
            .peers
            .filter(|_| one.facts.is_some())
            .or_else(|| peers_of(cell));
        let group = match (terms.group, named) {
            ("cell", _) => format!("cell {cell}"),
            ("similarTasks", Some(peers)) => format!("members {peers} {above}"),
            _ => format!("all {above}"),
        };
        let marks = one.facts.map_or(0, |(marks, _)| marks);
        enter(group, &one.id, own(one.subject, one.facts), marks);
    }
    all.insert("goc".to_owned(), (None, None));

    for group in groups.values() {
        let allowed = terms.allowed(group);
        let eligible = || {
            group
                .iter()
                .filter(|(_, own, _)| *own == Some(Level::Excellent))
        };
        for (id, _, marks) in eligible() {
            let with = eligible().filter(|(_, _, other)| other >= marks).count();
            let ahead = eligible().filter(|(_, _, other)| other > marks).count();
            let level = if with <= allowed {
                Some(Level::Excellent)
            } else if ahead >= allowed {
                Some(Level::Good)
            } else {
                None
            };
            all.insert(id.clone(), (Some(Level::Excellent), level));
        }
        let level_of = |id: &String| all.get(id).map(|(_, level)| *level);
        let ids = || group.iter().map(|(id, _, _)| id);
        let tied: BTreeSet<&String> = ids().filter(|id| level_of(id) == Some(None)).collect();
        if tied.is_empty() {
            continue;
        }
        let excellent = ids().filter(|id| level_of(id) == Some(Some(Level::Excellent)));
        let seats = allowed - excellent.count();
        for (id, level) in voted(&ids().collect(), &tied, seats, ballots) {
            all.insert(id, (Some(Level::Excellent), Some(level)));
        }
    }
    all
}

fn ask(record: &Handbook, book: &RuleBook, question: &Value) -> Value {
    let parsed: RecordQuestion = from_json("question", &question.to_string()).expect("a question");
    let answer = record.ask(book, day(), &parsed).expect("an answer");
    let answer: Value = serde_json::from_str(&to_json(&answer)).expect("JSON");
    answer.get("answer").expect("an answer").clone()
}

fn word(value: &Value) -> Option<Level> {
    match value.as_str()? {
        "excellent" => Some(Level::Excellent),
        "good" => Some(Level::Good),
        "completed" => Some(Level::Completed),
        _ => Some(Level::NotCompleted),
    }
}

fn id_of(line: &Value) -> String {
    let id = line["member"].as_str().or(line["organization"].as_str());
    id.expect("an id").to_owned()
}

fn lines(answer: &Value) -> Vec<Value> {
    answer["lines"].as_array().expect("lines").clone()
}

fn number(value: &Value) -> usize {
    let number = value.as_u64().expect("a number");
    usize::try_from(number).expect("a small number")
}

fn counted<'a>(levels: impl Iterator<Item = &'a Final>) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for (own, level) in levels {
        let name = match (own, level) {
            (None, _) => "notRated",
            (Some(_), None) => "voteNeeded",
            (_, Some(Level::Excellent)) => "excellent",
            (_, Some(Level::Good)) => "good",
            (_, Some(Level::Completed)) => "completed",
            (_, Some(Level::NotCompleted)) => "notCompleted",
        };
        *counts.entry(name).or_default() += 1;
    }
    counts
}

const COUNTS: [&str; 6] = [
    "notRated",
    "voteNeeded",
    "excellent",
    "good",
    "completed",
    "notCompleted",
];

fn check_totals(totals: &Value, finals: &BTreeMap<String, Final>) -> Result<(), TestCaseError> {
    let member = |id: &String| id.starts_with("dv-");
    for (side, members) in [("members", true), ("organizations", false)] {
        let levels = finals.iter().filter(|(id, _)| member(id) == members);
        let expected = counted(levels.map(|(_, level)| level));
        for name in COUNTS {
            let told = totals.get(side).and_then(|counts| counts.get(name));
            let expected = expected.get(name).copied().unwrap_or_default();
            prop_assert_eq!(told.map(number), Some(expected), "{} {}", side, name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn everyone_has_the_level_of_the_second_reading(
        district in any_district(),
        terms in any_terms(),
        limit in 1_u32..12,
        votes in any_ballots(),
    ) {
        let (mut record, book) = (record(&district), terms.book());
        let ballots = drawn(&district, &terms, &book, &votes);
        vote(&mut record, &book, &ballots);
        let expected = finals(&district, &terms, &book, &ballots);
        let whole = ask(&record, &book, &json!({"type": "levels", "id": "goc", "year": 2023}));
        let all = lines(&whole);
        prop_assert_eq!(all.len(), expected.len());
        for line in &all {
            let (own, level) = expected.get(&id_of(line)).copied().expect("everyone is known");
            prop_assert_eq!(word(&line["own"]), own, "{}", line);
            prop_assert_eq!(word(&line["level"]), level, "{}", line);
            let votes = own.is_some() && level.is_none();
            prop_assert_eq!(line["voteNeeded"].as_bool(), Some(votes));
            prop_assert_eq!(line["cap"].is_null(), own.is_none());
            let one = district.members.iter().find(|one| one.id == id_of(line));
            let subject = one.map_or("organization", |one| one.subject);
            prop_assert_eq!(line["ratedAs"].as_str(), own.map(|_| subject), "{}", line);
        }
        check_totals(&whole["totals"], &expected)?;
        let request = DistrictYearRequest { organization: None, year: 2023, judged_on: None };
        let year = district_year(&record, &book, &request).expect("a year");
        prop_assert_eq!(&json!(year.member_levels), &whole["totals"]["members"]);

        // The caps are kept on the final table: nobody is excellent beyond what a group allows.
        for (place, cap) in whole["caps"].as_array().expect("caps").iter().enumerate() {
            let of_group = all.iter().filter(|line| line["cap"] == json!(place));
            let mut seen = BTreeMap::<&str, usize>::new();
            for line in of_group {
                let kind = if line["voteNeeded"] == json!(true) { "votes" } else {
                    line["level"].as_str().expect("a level")
                };
                *seen.entry(kind).or_default() += 1;
            }
            let seen = |kind: &str| seen.get(kind).copied().unwrap_or_default();
            prop_assert_eq!(seen("excellent"), number(&cap["excellent"]));
            prop_assert_eq!(seen("votes"), cap["voteNeeded"].as_array().expect("names").len());
            prop_assert_eq!(
                number(&cap["excellent"]) + number(&cap["seats"]),
                number(&cap["allowed"])
            );
            prop_assert_eq!(
                seen("good"),
                number(&cap["good"]) + number(&cap["demoted"])
            );
        }

        // Page by page it is the same list.
        let (mut paged, mut offset) = (Vec::new(), Some(0));
        while let Some(from) = offset {
            let page = ask(&record, &book, &json!({
                "type": "levels", "id": "goc", "year": 2023, "offset": from, "limit": limit,
            }));
            prop_assert_eq!(&page["totals"], &whole["totals"]);
            paged.extend(lines(&page));
            offset = page["next"].as_u64();
        }
        let bare = |lines: &[Value]| -> Vec<(String, Value, Value)> {
            let bare = lines.iter().map(|line| {
                (id_of(line), line["own"].clone(), line["level"].clone())
            });
            bare.collect()
        };
        prop_assert_eq!(bare(&paged), bare(&all));

        // A part of the district has the levels of the whole, and so has everyone asked alone.
        for id in ["xa-1", "chi-bo-1", "chi-bo-4"] {
            let part = ask(&record, &book, &json!({"type": "levels", "id": id, "year": 2023}));
            for line in lines(&part) {
                let known = expected.get(&id_of(&line)).copied().expect("everyone is known");
                prop_assert_eq!((word(&line["own"]), word(&line["level"])), known, "{}", line);
            }
        }
        for (id, (_, level)) in &expected {
            let kind = if id.starts_with("dv-") { "member" } else { "organization" };
            let alone = ask(&record, &book, &json!({
                "type": "level", "subject": {"type": kind, "id": id}, "year": 2023,
            }));
            prop_assert_eq!(word(&alone["level"]), *level, "{}", alone);
        }
    }

    #[test]
    fn read_otherwise_is_judging_twice(
        district in any_district(),
        terms in any_terms(),
        otherwise in any_terms(),
        id in select(vec!["goc", "xa-2", "chi-bo-1"]),
        votes in any_ballots(),
    ) {
        let mut record = record(&district);
        let book = terms.book();
        let ballots = drawn(&district, &terms, &book, &votes);
        vote(&mut record, &book, &ballots);
        let was = finals(&district, &terms, &book, &ballots);
        let is = finals(&district, &otherwise, &book, &ballots);
        let below = ask(&record, &book, &json!({"type": "levels", "id": id, "year": 2023}));
        let below: Vec<String> = lines(&below).iter().map(id_of).collect();
        let changed: Vec<&String> = below.iter().filter(|id| was.get(*id) != is.get(*id)).collect();
        let found = ask(&record, &book, &json!({
            "type": "levelsReadOtherwise", "id": id, "year": 2023, "terms": otherwise.json(),
        }));
        let named: Vec<String> = lines(&found).iter().map(id_of).collect();
        prop_assert_eq!(named.iter().collect::<Vec<_>>(), changed);
        let (mut raised, mut lowered, mut votes) = (0, 0, 0);
        for line in lines(&found) {
            let id = id_of(&line);
            let of = |finals: &BTreeMap<String, Final>| finals.get(&id).and_then(|(_, level)| *level);
            prop_assert_eq!((word(&line["from"]), word(&line["to"])), (of(&was), of(&is)));
            match (of(&was), of(&is)) {
                (Some(Level::Good), Some(Level::Excellent)) => raised += 1,
                (Some(Level::Excellent), Some(Level::Good)) => lowered += 1,
                _ => votes += 1,
            }
        }
        let counts = ["raised", "lowered", "votes"].map(|name| number(&found[name]));
        prop_assert_eq!(counts, [raised, lowered, votes]);
        let part = |finals: BTreeMap<String, Final>| -> BTreeMap<String, Final> {
            finals.into_iter().filter(|(id, _)| below.contains(id)).collect()
        };
        check_totals(&found["before"], &part(was))?;
        check_totals(&found["after"], &part(is))?;
    }
}

/// The organization directly above another.
fn above(id: &str) -> Option<&'static str> {
    let cell = CELLS.iter().find(|(cell, _)| *cell == id);
    cell.map(|(_, commune)| *commune)
        .or_else(|| COMMUNES.contains(&id).then_some("goc"))
}

fn is_within(id: &str, root: &str) -> bool {
    id == root || above(id).is_some_and(|above| is_within(above, root))
}

/// One who asks: a member with at most one post.
struct Asker {
    id: String,
    cell: &'static str,
    post: Option<&'static str>,
}

impl Asker {
    fn sight(&self, organization: &str) -> &'static str {
        let cell = organization.starts_with("chi-bo");
        match self.post {
            Some(post) if cell && post == organization => "everything",
            Some(post) if post.starts_with("xa") && is_within(organization, post) => "cells",
            Some("goc") if !cell => "sums",
            _ if is_within(self.cell, organization) => "member",
            _ => "nothing",
        }
    }

    /// Whether this one may see the level of another, with the sight into an organization.
    fn sees(&self, sight: &str, id: &str) -> bool {
        let within_sums = id == "goc" || COMMUNES.contains(&id);
        id == self.id
            || sight == "everything"
            || sight == "cells"
            || (sight == "sums" && within_sums)
    }
}

/// The counts of those of a commune, members or cells: by level, and last those without one.
fn counts_of(
    commune: &str,
    members: bool,
    district: &District,
    finals: &BTreeMap<String, Final>,
) -> [i64; 5] {
    let cell_of = |id: &str| {
        let one = district.members.iter().find(|one| one.id == *id);
        one.and_then(|one| CELLS.get(one.cell))
            .map_or("", |(cell, _)| *cell)
    };
    let mut counts = [0; 5];
    for (id, (_, level)) in finals {
        let here = if members {
            is_within(cell_of(id), commune)
        } else {
            id.starts_with("chi-bo") && is_within(id, commune)
        };
        let place = match level {
            Some(Level::Excellent) => 0,
            Some(Level::Good) => 1,
            Some(Level::Completed) => 2,
            Some(Level::NotCompleted) => 3,
            None => 4,
        };
        if let Some(count) = counts.get_mut(place) {
            *count += i64::from(here);
        }
    }
    counts
}

/// That published counts are right, that none is small, and that none follows from the others.
fn check_published(
    published: &Value,
    root: &str,
    least: i64,
    district: &District,
    finals: &BTreeMap<String, Final>,
) -> Result<(), TestCaseError> {
    let lines = published.as_array().expect("rows");
    let mut told = 0;
    for commune in COMMUNES
        .into_iter()
        .filter(|commune| is_within(commune, root))
    {
        for members in [true, false] {
            let counts = counts_of(commune, members, district, finals);
            let rated: i64 = counts.iter().sum();
            let line = lines.iter().find(|line| {
                line["organization"] == json!(commune) && line["members"] == json!(members)
            });
            let Some(line) = line else {
                prop_assert_eq!(rated, 0);
                continue;
            };
            told += 1;
            if line["rated"].is_null() {
                // Too few, or each is alone: then already the sum would tell.
                let alone = counts.iter().all(|count| *count <= 1);
                prop_assert!(rated < least || alone, "{:?}", counts);
                let told = line.as_object().expect("an object").values();
                prop_assert!(!told.into_iter().any(Value::is_number), "{}", line);
                continue;
            }
            prop_assert!(rated >= least);
            prop_assert_eq!(&line["rated"], &json!(rated));
            let names = ["excellent", "good", "completed", "notCompleted", "unknown"];
            let (mut hidden, mut rest) = (0, rated);
            for (name, count) in names.into_iter().zip(counts) {
                if line[name].is_null() {
                    hidden += 1;
                } else {
                    prop_assert_eq!(&line[name], &json!(count));
                    prop_assert!(count == 0 || count >= least, "{} {}", name, line);
                    rest -= count;
                }
            }
            // One hidden count is the rest; as many as the rest are one each.
            prop_assert!(
                hidden == 0 || (hidden > 1 && rest > hidden),
                "{} of {:?}",
                line,
                counts
            );
        }
    }
    prop_assert_eq!(lines.len(), told);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    #[test]
    fn one_rule_says_who_sees_whose_level(
        district in any_district(),
        terms in any_terms(),
        otherwise in any_terms(),
        who in 0_usize..40,
        post in prop::option::of(select(vec!["goc", "xa-1", "chi-bo-1"])),
        least in 2_i64..6,
    ) {
        prop_assume!(!district.members.is_empty());
        let overlay = json!({"id": "cong-bo", "body": "Huyện ủy Mẫu", "parameters": [{
            "id": "publishedCountLeast", "values": [{
                "from": "2023-01-01", "value": least, "instrument": "Quy chế mẫu",
            }],
        }]});
        let book = terms.book().with_overlay(&overlay.to_string()).expect("open to a local choice");
        let mut record = record(&district);
        let one = district.members.get(who % district.members.len()).expect("a member");
        let (cell, _) = CELLS.get(one.cell).expect("a cell");
        let asker = Asker { id: one.id.clone(), cell, post };
        if let Some(post) = post {
            let command = json!({
                "type": "assignPost", "organization": post, "member": asker.id,
                "post": "secretary", "from": "2022-01-01",
            });
            let parsed = from_json("command", &command.to_string()).expect("a command");
            record.submit(&book, parsed, day()).expect("a post");
        }
        let was = finals(&district, &terms, &book, &[]);
        let is = finals(&district, &otherwise, &book, &[]);
        let home = |id: &str| -> &str {
            let one = district.members.iter().find(|one| one.id == *id);
            let cell = one.and_then(|one| CELLS.get(one.cell));
            cell.map_or_else(|| was.get_key_value(id).map_or("", |(id, _)| id), |(cell, _)| cell)
        };

        for root in ["goc", "xa-1", "xa-2", "chi-bo-1", "chi-bo-3"] {
            let sight = asker.sight(root);
            let seen = |id: &String| is_within(home(id), root) && asker.sees(sight, id);
            let question = |kind: &str| json!({
                "type": kind, "id": root, "year": 2023, "asker": asker.id, "terms": otherwise.json(),
            });
            let mut levels = question("levels");
            levels.as_object_mut().expect("an object").remove("terms");
            let levels = ask(&record, &book, &levels);
            prop_assert_eq!(&levels["sight"], &json!(sight), "{}", root);
            let shown: BTreeSet<String> = lines(&levels).iter().map(id_of).collect();
            let expected: BTreeSet<String> = was.keys().filter(|id| seen(id)).cloned().collect();
            prop_assert_eq!(&shown, &expected, "{} of {}", sight, root);
            prop_assert_eq!(levels["totals"].is_null(), !["cells", "everything"].contains(&sight));
            prop_assert!(sight == "sums" || levels["published"] == json!([]));
            if sight == "sums" {
                check_published(&levels["published"], root, least, &district, &was)?;
                for cap in levels["caps"].as_array().expect("caps") {
                    prop_assert_eq!(&cap["members"], &json!(false));
                    prop_assert_eq!(&cap["organization"], &json!("goc"));
                }
            }

            let changed = ask(&record, &book, &question("levelsReadOtherwise"));
            let shown: BTreeSet<String> = lines(&changed).iter().map(id_of).collect();
            let differ = |id: &&String| seen(id) && was.get(*id) != is.get(*id);
            let expected: BTreeSet<String> = was.keys().filter(differ).cloned().collect();
            prop_assert_eq!(&shown, &expected, "{} of {}", sight, root);
            let told: usize = ["raised", "lowered", "votes"].map(|name| number(&changed[name])).iter().sum();
            prop_assert_eq!(told, shown.len());
            prop_assert_eq!(changed["before"].is_null(), levels["totals"].is_null());

            let mut evaluations = question("evaluations");
            evaluations.as_object_mut().expect("an object").remove("terms");
            for line in lines(&ask(&record, &book, &evaluations)) {
                let id = line["subject"]["id"].as_str().expect("an id").to_owned();
                prop_assert!(seen(&id), "{} of {}: {}", sight, root, id);
            }
        }
        for id in was.keys() {
            let kind = if id.starts_with("dv-") { "member" } else { "organization" };
            let seen = asker.sees(asker.sight(home(id)), id);
            for (question, told) in [("levelExplained", "rated"), ("evaluation", "procedure")] {
                let answer = ask(&record, &book, &json!({
                    "type": question, "subject": {"type": kind, "id": id}, "year": 2023,
                    "asker": asker.id,
                }));
                prop_assert_eq!(!answer[told].is_null(), seen, "{} of {}", question, id);
            }
        }
    }
}
