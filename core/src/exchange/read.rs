//! From files to typed rows: every row checked by itself and against the tables before it.

use chrono::{Datelike, NaiveDate};

use super::cells::{Column, Kind, Row, read_rows};
use super::circle::{Home, Tree, roll_call_gaps};
use super::problem::{ProblemSink, TableProblem, TableProblemCode as Code, TableProblems};
use super::rows::{
    AdoptionRow, AttendanceRow, MeetingRow, MemberRow, OrganizationRow, PostRow, ProjectRow, Rated,
    RatingRow, Tables, TargetCount, TargetRow, TaskCount, VoteCount,
};
use super::words::{
    Act, EndReason, MeetingKind, Post, Presence, Sector, Setting, Sex, Standing, Word,
};
use super::{ReadOptions, TableFile};
use crate::compact::{Gather, TextMap, sort_by};
use crate::identifier::{KindId, MeetingId, MemberId, OrganizationId, ProjectId, TargetId};
use crate::rulebook::policy::Grade;

const YES_NO: Kind = Kind::Word(&["yes", "no"]);

const fn need(kind: Kind) -> (Kind, bool, bool) {
    (kind, false, false)
}

const fn may(kind: Kind) -> (Kind, bool, bool) {
    (kind, true, false)
}

/// A column that the header may lack.
const fn may_lack(kind: Kind) -> (Kind, bool, bool) {
    (kind, true, true)
}

/// Lists the columns of each table; a column's constant is its place in the list.
macro_rules! columns {
    ($($table:ident: $($column:ident = $kind:expr),+;)+) => {$(
        #[allow(
            non_camel_case_types,
            non_upper_case_globals,
            dead_code,
            reason = "one constant per column, of the same name")]
        mod $table {
            use super::*;

            enum Place { $($column),+ }

            $(pub(super) const $column: usize = Place::$column as usize;)+

            pub(super) const ALL: &[Column] = &[$(Column {
                name: stringify!($column),
                kind: $kind.0,
                optional: $kind.1,
                may_lack: $kind.2,
            }),+];
        }
    )+};
}

columns! {
    organizations:
        id = need(Kind::Id),
        code = may(Kind::Text),
        name = need(Kind::Text),
        kind = need(Kind::Id),
        parent = may(Kind::Id),
        sector = need(Kind::WordOf(
            Sector::NAMES,
            &["state", "nonState", "armedForces", "residential"],
        )),
        setting = need(Kind::Word(Setting::NAMES)),
        act = need(Kind::Word(Act::NAMES)),
        founded_on = need(Kind::Date),
        decision = may(Kind::Text);
    members:
        id = need(Kind::Id),
        name = need(Kind::Text),
        sex = need(Kind::Word(Sex::NAMES)),
        born_on = need(Kind::Date),
        cell = need(Kind::Id),
        cell_since = need(Kind::Date),
        previous_cell = may(Kind::Id),
        considered_on = may(Kind::Date),
        votes_for = may(Kind::Count),
        votes_base = may(Kind::Count),
        decision_on = may(Kind::Date),
        admitted_on = need(Kind::Date),
        recognized_on = may(Kind::Date),
        sector = need(Kind::WordOf(Sector::NAMES, &["state", "nonState", "other"])),
        religious = may(YES_NO),
        standing = need(Kind::Word(Standing::NAMES)),
        standing_from = may(Kind::Date),
        standing_to = may(Kind::Date),
        left_on = may(Kind::Date),
        left_reason = may(Kind::Word(EndReason::NAMES));
    posts:
        organization = need(Kind::Id),
        member = need(Kind::Id),
        post = need(Kind::Word(Post::NAMES)),
        from = need(Kind::Date),
        to = may(Kind::Date);
    meetings:
        id = need(Kind::Id),
        organization = need(Kind::Id),
        kind = need(Kind::Word(MeetingKind::NAMES)),
        on = need(Kind::Date),
        minutes = may(Kind::Count);
    attendance:
        meeting = need(Kind::Any),
        member = need(Kind::Any),
        presence = need(Kind::Word(Presence::NAMES));
    targets:
        id = need(Kind::Id),
        organization = need(Kind::Id),
        year = need(Kind::Year),
        indicator = need(Kind::Text),
        planned = need(Kind::Count),
        achieved = may(Kind::Count);
    ratings:
        subject = need(Kind::Word(&["organization", "leader", "member"])),
        id = need(Kind::Id),
        year = need(Kind::Year),
        marks = may(Kind::Marks),
        criteria = may(Kind::Words(Grade::NAMES)),
        results = may(Kind::Word(Grade::NAMES)),
        tasks = may(Kind::Count),
        tasks_done = may(Kind::Count),
        tasks_on_time = may(Kind::Count),
        tasks_beyond = may(Kind::Count),
        tasks_late = may(Kind::Count),
        targets = may(Kind::Count),
        targets_reached = may(Kind::Count),
        disciplined = need(YES_NO),
        subordinate_disciplined = need(YES_NO),
        peer_group = may_lack(Kind::Text),
        unit_led = may_lack(Kind::Id);
    adoption:
        member = need(Kind::Id),
        on = need(Kind::Date),
        installed = need(YES_NO),
        logged_in = need(YES_NO),
        used = need(YES_NO);
    projects:
        id = need(Kind::Id),
        organization = need(Kind::Id),
        name = need(Kind::Text),
        bid_on = need(Kind::Date),
        package_value = need(Kind::Money),
        contract_value = need(Kind::Money),
        quality_met = need(YES_NO),
        early_days = need(Kind::Count);
}

/// A table: its file, its columns, and what is done with a row.
struct Table {
    name: &'static str,
    columns: &'static [Column],
    take: fn(&mut Known, &mut Tables, &mut Row<'_>) -> Option<()>,
}

/// The tables in the order of reading: a table refers only to those before it and to itself.
static TABLES: [Table; 9] = [
    Table {
        name: "organizations.csv",
        columns: organizations::ALL,
        take: organization,
    },
    Table {
        name: "members.csv",
        columns: members::ALL,
        take: member,
    },
    Table {
        name: "posts.csv",
        columns: posts::ALL,
        take: post,
    },
    Table {
        name: "meetings.csv",
        columns: meetings::ALL,
        take: meeting,
    },
    Table {
        name: "attendance.csv",
        columns: attendance::ALL,
        take: presence,
    },
    Table {
        name: "targets.csv",
        columns: targets::ALL,
        take: target,
    },
    Table {
        name: "ratings.csv",
        columns: ratings::ALL,
        take: rating,
    },
    Table {
        name: "adoption.csv",
        columns: adoption::ALL,
        take: adopted,
    },
    Table {
        name: "projects.csv",
        columns: projects::ALL,
        take: project,
    },
];

/// How many of the first tables must be there: without them no other can be read.
const NEEDED: usize = 2;

/// The indicator that is counted from the record and never typed in.
const ADMISSIONS: &str = "admissions";

/// The longest meeting that can be meant, in minutes: a week.
const MINUTES_MAX: u32 = 10_080;

/// Organizations of one cycle that a problem names.
const CYCLE_SHOWN: usize = 20;

/// Identifiers of a table with their places, also of rows that have other problems.
#[derive(Default)]
struct Index {
    places: TextMap,
    names: Vec<Box<str>>,
    /// Whether every row of the table was seen: only then is an id that is not here unknown.
    complete: bool,
}

impl Index {
    fn place(&self, id: &str) -> Option<u32> {
        self.places.get(id)
    }

    /// The place of an id that is often one of the guesses.
    fn place_near(&self, id: &str, guesses: [u32; 2]) -> Option<u32> {
        let guessed = guesses
            .into_iter()
            .find(|guess| at(&self.names, *guess).is_some_and(|name| **name == *id));
        guessed.or_else(|| self.place(id))
    }

    fn name(&self, place: u32) -> &str {
        at(&self.names, place).map_or("", |name| name)
    }

    /// Enters an id; `Err` with the place it already has.
    fn enter(&mut self, id: &str) -> Result<u32, u32> {
        if let Some(known) = self.place(id) {
            return Err(known);
        }
        let place = self.names.len();
        self.places.insert(id, place);
        self.names.push(id.into());
        Ok(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

/// What the rows so far say, for the checks of the rows that refer to them.
#[derive(Default)]
struct Known {
    organizations: Index,
    members: Index,
    meetings: Index,
    /// Line and parent of each organization, by place.
    parents: Vec<(u32, Option<Box<str>>)>,
    /// The day each organization was founded, by place; absent where the row has no such day.
    founded: Vec<Option<NaiveDate>>,
    tree: Option<Tree>,
    /// The cell of each member, by place, to tell a member in two cells from a row given twice.
    cells_of: Vec<Option<Box<str>>>,
    /// Where each member belongs when, by place; absent where the row does not say.
    homes: Vec<Option<Home>>,
    /// Organization and day of each meeting, by place.
    met: Vec<Option<(u32, NaiveDate)>>,
    /// Meeting and member of the last line of a roll-call.
    last: (u32, u32),
    /// What the rows of the table are about, where it may be said once.
    seen: TextMap,
}

/// Reads tables from the bytes of their files, checks every row by itself and against the other
/// tables, and gives the typed rows, or every problem found in one pass.
///
/// Files are recognized by their names: `organizations.csv`, `members.csv` (both must be there),
/// `posts.csv`, `meetings.csv`, `attendance.csv`, `targets.csv`, `ratings.csv`, `adoption.csv`,
/// `projects.csv`. Whether kinds exist and rules are kept is judged when the record takes the
/// rows in.
///
/// # Errors
/// [`TableProblems`] with at least one problem.
///
/// ```
/// use handbook::exchange::{ReadOptions, TableFile, TableProblemCode, read_tables};
///
/// let organizations = "id,code,name,kind,parent,sector,setting,act,founded_on,decision\n\
///     chi-bo-1,,Chi bộ 1,chi_bo_co_so,,state,standard,registered,2010-13-01,\n";
/// let files = [
///     TableFile::new("organizations.csv", organizations),
///     TableFile::new("members.csv", "id,name\n"),
/// ];
/// let problems = read_tables(&files, &ReadOptions::default()).unwrap_err();
/// let first = &problems.problems[0];
/// assert_eq!((first.line, first.column.as_deref()), (2, Some("founded_on")));
/// assert_eq!(first.code, TableProblemCode::NotADate);
/// // … and each of the 18 columns that members.csv misses.
/// assert_eq!(problems.total, 19);
/// ```
pub fn read_tables(files: &[TableFile], options: &ReadOptions) -> Result<Tables, TableProblems> {
    let mut problems = ProblemSink::new(options.max_problems);
    let mut known = Known::default();
    let mut tables = Tables::default();
    let sorted = sort_files(files, &mut problems);
    for (at, (table, file)) in TABLES.iter().zip(sorted).enumerate() {
        problems.table = at + 1;
        let Some(file) = file else { continue };
        let before = problems.truncated();
        known.seen = TextMap::new();
        read_rows(file, table.columns, options, &mut problems, &mut |row| {
            let _ = (table.take)(&mut known, &mut tables, row);
        });
        let complete = problems.truncated() == before;
        match table.name {
            "organizations.csv" => {
                known.organizations.complete = complete && !known.founded.is_empty();
                check_tree(&mut known, &file.name, &mut problems);
            }
            "members.csv" => known.members.complete = complete && !known.homes.is_empty(),
            "meetings.csv" => known.meetings.complete = complete,
            "attendance.csv" => check_rolls(&known, &tables, &file.name, &mut problems),
            _ => {}
        }
    }
    match problems.finish() {
        Some(problems) => Err(problems),
        None => Ok(tables),
    }
}

/// The file of each table.
fn sort_files<'files>(
    files: &'files [TableFile],
    problems: &mut ProblemSink,
) -> [Option<&'files TableFile>; 9] {
    let mut sorted = [None; 9];
    for file in files {
        let base = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
        let problem = |code| TableProblem::new(&file.name, 0, None, &file.name, code);
        let place = TABLES.iter().position(|table| table.name == base);
        match place.and_then(|place| sorted.get_mut(place)) {
            None => {
                let names = TABLES.each_ref().map(|table| table.name);
                problems.add(problem(Code::UnknownTable).with_limit(names.join(" | ")));
            }
            Some(known) => {
                // The last file of a name is the one read; there is no result anyway.
                if known.is_some() {
                    problems.add(problem(Code::DuplicateTable));
                }
                *known = Some(file);
            }
        }
    }
    for (table, file) in TABLES.iter().zip(&sorted).take(NEEDED) {
        if file.is_none() {
            let name = table.name;
            problems.add(TableProblem::new(name, 0, None, name, Code::MissingTable));
        }
    }
    sorted
}

fn organization(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read(organizations::id);
    row.read(organizations::parent);
    row.read(organizations::founded_on);
    let parent = row.text(organizations::parent);
    let founded_on = row.date(organizations::founded_on);
    if let Some(id) = row.text(organizations::id) {
        match known.organizations.enter(id) {
            Ok(_) => {
                known.founded.push(founded_on);
                known.parents.push((row.line, parent.map(Box::from)));
            }
            Err(_) => row.problem(organizations::id, Code::Duplicate),
        }
    }
    row.read_through(organizations::decision);
    let act: Option<Act> = row.word(organizations::act);
    if act == Some(Act::Founded) {
        for (column, limit) in [
            (organizations::decision, "the founding decision"),
            (organizations::parent, "the founding superior"),
        ] {
            if row.is_empty(column) {
                row.problem_with(column, Code::Empty, format_args!("{limit}"));
            }
        }
    }
    if !row.is_clean() {
        return None;
    }
    tables.organizations.push(OrganizationRow {
        line: row.line,
        sector: row.word(organizations::sector)?,
        setting: row.word(organizations::setting)?,
        act: act?,
        founded_on: founded_on?,
        id: OrganizationId::checked(row.text(organizations::id)?),
        code: row.owned(organizations::code),
        name: row.owned(organizations::name)?,
        kind: KindId::checked(row.text(organizations::kind)?),
        parent: parent.map(OrganizationId::checked),
        decision: row.owned(organizations::decision),
    });
    Some(())
}

fn check_tree(known: &mut Known, file: &str, problems: &mut ProblemSink) {
    let problem =
        |line, value: &str, code| TableProblem::new(file, line, Some("parent"), value, code);
    let organizations = &known.organizations;
    let mut above = Vec::with_capacity(known.parents.len());
    for ((line, parent), own) in known.parents.iter().zip(&known.founded) {
        let place = parent
            .as_deref()
            .and_then(|parent| organizations.place(parent));
        above.push(place);
        match (parent, place) {
            (Some(parent), None) => {
                if organizations.complete {
                    problems.add(problem(*line, parent, Code::UnknownId));
                }
            }
            (Some(parent), Some(place)) => {
                let before = own
                    .zip(founded_on(&known.founded, place))
                    .filter(|(own, above)| own < above);
                if let Some((_, founded)) = before {
                    problems.add(
                        problem(*line, parent, Code::DateOrder)
                            .with_limit(format!("founded after {founded}, like its parent")),
                    );
                }
            }
            (None, _) => {}
        }
    }
    match Tree::new(&above) {
        Ok(tree) => known.tree = Some(tree),
        Err(cycles) => {
            for cycle in cycles {
                let first = cycle.first().copied().unwrap_or_default();
                let line = at(&known.parents, first).map_or(0, |(line, _)| *line);
                let mut names: Vec<&str> = cycle
                    .iter()
                    .take(CYCLE_SHOWN)
                    .map(|place| organizations.name(*place))
                    .gather();
                if cycle.len() > CYCLE_SHOWN {
                    names.push("…");
                }
                names.push(organizations.name(first));
                // Every member is named: this one value is not cut.
                let mut problem = problem(line, "", Code::Cycle);
                problem.value = names.join(" > ");
                problems.add(problem);
            }
        }
    }
}

fn member(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read(members::id);
    row.read(members::cell);
    let home = known_id(row, &known.organizations, members::cell);
    row.read(members::previous_cell);
    let previous_home = known_id(row, &known.organizations, members::previous_cell);
    row.read_through(members::left_reason);
    let admitted_on = row.date(members::admitted_on);
    let cell_since = row.date(members::cell_since);
    let founded = |place| founded_on(&known.founded, place);

    check_votes(row);
    not_before(row, members::admitted_on, members::born_on);
    not_before(row, members::decision_on, members::considered_on);
    not_before(row, members::admitted_on, members::decision_on);
    not_before(row, members::recognized_on, members::admitted_on);
    not_before(row, members::cell_since, members::admitted_on);
    if let Some(place) = home {
        not_before_founding(row, members::cell_since, founded(place));
    }
    if previous_home.is_some() && previous_home == home {
        row.problem(members::previous_cell, Code::Contradiction);
    }
    check_standing(row);
    let since = if cell_since.is_some() {
        members::cell_since
    } else {
        members::admitted_on
    };
    not_before(row, members::standing_from, since);
    let left_on = row.date(members::left_on);
    let left_reason: Option<EndReason> = row.word(members::left_reason);
    match (left_on, left_reason) {
        (Some(left), None) if row.is_empty(members::left_reason) => {
            let column = members::left_reason;
            row.problem_with(column, Code::Empty, format_args!("a reason for {left}"));
        }
        (None, Some(_)) if row.is_empty(members::left_on) => {
            let limit = format_args!("a day for the reason given");
            row.problem_with(members::left_on, Code::Empty, limit);
        }
        _ => {}
    }
    if let Some((since, left)) = cell_since.zip(left_on)
        && left <= since
    {
        let limit = format_args!("after {since}");
        row.problem_with(members::left_on, Code::DateOrder, limit);
    }

    let cell = row.text(members::cell);
    if let Some(id) = row.text(members::id) {
        match known.members.enter(id) {
            Ok(_) => {
                known.cells_of.push(cell.map(Box::from));
                let earlier = match previous_home {
                    None if row.is_empty(members::previous_cell) => Some(None),
                    None => None,
                    Some(place) => admitted_on
                        .zip(founded(place))
                        .map(|(admitted, founded)| Some((place, admitted.max(founded)))),
                };
                let left_known = left_on.is_some() || row.is_empty(members::left_on);
                known.homes.push((|| {
                    admitted_on?;
                    Some(Home {
                        earlier: earlier?,
                        cell: home?,
                        since: cell_since?,
                        left: left_known.then_some(left_on)?,
                    })
                })());
            }
            Err(place) => match (at(&known.cells_of, place).and_then(Option::as_deref), cell) {
                (Some(other), Some(cell)) if other != cell => {
                    row.two_cells(members::cell, &format!("{id}: {cell}"), other);
                }
                _ => row.problem(members::id, Code::Duplicate),
            },
        }
    }
    if !row.is_clean() {
        return None;
    }
    let votes = row
        .count(members::votes_for)
        .zip(row.count(members::votes_base));
    tables.members.push(MemberRow {
        line: row.line,
        sex: row.word(members::sex)?,
        born_on: row.date(members::born_on)?,
        cell_since: cell_since?,
        considered_on: row.date(members::considered_on),
        votes: votes.map(|(yes, base)| VoteCount { yes, base }),
        decision_on: row.date(members::decision_on),
        admitted_on: admitted_on?,
        recognized_on: row.date(members::recognized_on),
        sector: row.word(members::sector)?,
        religious: row.flag(members::religious),
        standing: row.word(members::standing)?,
        standing_from: row.date(members::standing_from),
        standing_to: row.date(members::standing_to),
        left_on,
        left_reason,
        id: MemberId::checked(row.text(members::id)?),
        name: row.owned(members::name)?,
        cell: OrganizationId::checked(cell?),
        previous_cell: row
            .text(members::previous_cell)
            .map(OrganizationId::checked),
    });
    Some(())
}

fn post(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read_through(posts::member);
    let place = known_id(row, &known.organizations, posts::organization);
    known_id(row, &known.members, posts::member);
    row.read_through(posts::to);
    if let Some(place) = place {
        not_before_founding(row, posts::from, founded_on(&known.founded, place));
    }
    not_before(row, posts::to, posts::from);
    if row.is_complete() {
        let about = [posts::organization, posts::member, posts::post, posts::from];
        once(row, &mut known.seen, &about, posts::member);
    }
    if !row.is_clean() {
        return None;
    }
    tables.posts.push(PostRow {
        line: row.line,
        post: row.word(posts::post)?,
        from: row.date(posts::from)?,
        to: row.date(posts::to),
        organization: OrganizationId::checked(row.text(posts::organization)?),
        member: MemberId::checked(row.text(posts::member)?),
    });
    Some(())
}

fn meeting(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read_through(meetings::organization);
    let place = known_id(row, &known.organizations, meetings::organization);
    row.read_through(meetings::on);
    let on = row.date(meetings::on);
    let founded = place.and_then(|place| founded_on(&known.founded, place));
    not_before_founding(row, meetings::on, founded);
    row.read(meetings::minutes);
    let minutes = row.count(meetings::minutes);
    if minutes.is_some_and(|minutes| minutes > MINUTES_MAX) {
        let limit = format_args!("0..={MINUTES_MAX}");
        row.problem_with(meetings::minutes, Code::OutOfRange, limit);
    }
    if let Some(id) = row.text(meetings::id) {
        match known.meetings.enter(id) {
            Ok(_) => known.met.push(
                place
                    .zip(on)
                    .filter(|(_, on)| founded.is_some_and(|founded| founded <= *on)),
            ),
            Err(_) => row.problem(meetings::id, Code::Duplicate),
        }
    }
    if !row.is_clean() {
        return None;
    }
    tables.meetings.push(MeetingRow {
        line: row.line,
        kind: row.word(meetings::kind)?,
        on: on?,
        minutes,
        id: MeetingId::checked(row.text(meetings::id)?),
        organization: OrganizationId::checked(row.text(meetings::organization)?),
    });
    Some(())
}

fn presence(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read(attendance::presence);
    let (last_meeting, last_member) = known.last;
    let looked_up = |row: &mut Row<'_>, column, index: &Index, guesses: [u32; 2]| {
        row.read(column);
        let id = row.text(column)?;
        let place = index.place_near(id, guesses);
        if place.is_none() && index.complete {
            row.problem(column, Code::UnknownId);
        }
        place
    };
    let guesses = [last_meeting, last_meeting.saturating_add(1)];
    let meeting = looked_up(row, attendance::meeting, &known.meetings, guesses);
    let guesses = [last_member.saturating_add(1); 2];
    let member = looked_up(row, attendance::member, &known.members, guesses);
    let (meeting, member) = meeting.zip(member)?;
    known.last = (meeting, member);
    let facts = at(&known.met, meeting).copied().flatten();
    let home = at(&known.homes, member).and_then(Option::as_ref);
    if let (Some((organization, on)), Some(home), Some(tree)) = (facts, home, &known.tree)
        && !home
            .on(on)
            .is_some_and(|cell| tree.is_below(cell, organization))
    {
        let name = known.organizations.name(organization);
        let limit = format_args!("members of `{name}` on {on}");
        row.problem_with(attendance::member, Code::NotOfCell, limit);
        return None;
    }
    tables.attendance.push(AttendanceRow {
        line: row.line,
        meeting,
        member,
        presence: row.word(attendance::presence)?,
    });
    Some(())
}

/// Members who stand in a roll-call twice, and those who are missing from one.
fn check_rolls(known: &Known, tables: &Tables, file: &str, problems: &mut ProblemSink) {
    let problem = |line, member, code| {
        TableProblem::new(file, line, Some("member"), known.members.name(member), code)
    };
    let mut order: Vec<(u32, u32, u32)> = tables
        .attendance
        .iter()
        .map(|row| (row.meeting, row.member, row.line))
        .gather();
    sort_by(&mut order, Ord::cmp);
    for pair in order.windows(2) {
        if let [first, second] = pair
            && (first.0, first.1) == (second.0, second.1)
        {
            problems.add(problem(second.2, second.1, Code::Duplicate));
        }
    }
    // A row with a problem of its own is missing from the list: no gaps are called then.
    if problems.is_clean() {
        roll_call_gaps(&order, &known.met, &known.homes, |line, member| {
            problems.add(problem(line, member, Code::MissingMember));
            !problems.is_full()
        });
    }
}

fn target(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read_through(targets::organization);
    let place = known_id(row, &known.organizations, targets::organization);
    row.read(targets::year);
    if let Some(place) = place {
        not_before_founding_year(row, targets::year, founded_on(&known.founded, place));
    }
    row.read_through(targets::planned);
    if row.number_in(targets::planned) == Some(0) {
        row.problem_with(
            targets::planned,
            Code::OutOfRange,
            format_args!("1 or more"),
        );
        row.spoil(targets::planned);
    }
    row.read(targets::achieved);
    let achieved = row.count(targets::achieved);
    if achieved.is_some() && row.text(targets::indicator) == Some(ADMISSIONS) {
        let limit = format_args!("nothing: admissions are counted from members.csv");
        row.problem_with(targets::achieved, Code::Contradiction, limit);
    }
    once(row, &mut known.seen, &[targets::id], targets::id);
    if row.is_complete() {
        let about = [targets::organization, targets::year, targets::indicator];
        once(row, &mut known.seen, &about, targets::indicator);
    }
    if !row.is_clean() {
        return None;
    }
    tables.targets.push(TargetRow {
        line: row.line,
        year: year(row, targets::year)?,
        planned: row.count(targets::planned)?,
        achieved,
        id: TargetId::checked(row.text(targets::id)?),
        organization: OrganizationId::checked(row.text(targets::organization)?),
        indicator: row.owned(targets::indicator)?,
    });
    Some(())
}

fn rating(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read(ratings::subject);
    row.read(ratings::year);
    let subject = row.place(ratings::subject);
    let organization = subject.map(|place| place == 0);
    let place = match organization {
        None => {
            row.spoil(ratings::id);
            None
        }
        Some(true) => {
            row.read(ratings::id);
            let place = known_id(row, &known.organizations, ratings::id);
            if let Some(place) = place {
                not_before_founding_year(row, ratings::year, founded_on(&known.founded, place));
            }
            place
        }
        Some(false) => {
            row.read(ratings::id);
            known_id(row, &known.members, ratings::id)
        }
    };
    row.read_through(ratings::tasks_late);
    let tasks = together(
        row,
        [
            ratings::tasks,
            ratings::tasks_done,
            ratings::tasks_on_time,
            ratings::tasks_beyond,
            ratings::tasks_late,
        ],
    );
    row.read_through(ratings::targets_reached);
    let reached = together(row, [ratings::targets, ratings::targets_reached]);
    row.read_through(ratings::unit_led);
    if row.text(ratings::unit_led).is_some() && matches!(subject, Some(0 | 2)) {
        let limit = format_args!("one who is rated as a leader");
        row.problem_with(ratings::unit_led, Code::Contradiction, limit);
    } else {
        known_id(row, &known.organizations, ratings::unit_led);
    }
    if place.is_some() && !row.is_wrong(ratings::year) {
        // Somebody is rated as a leader or as another member, not as both.
        let about: &[usize] = match organization {
            Some(true) => &[ratings::subject, ratings::id, ratings::year],
            _ => &[ratings::id, ratings::year],
        };
        once(row, &mut known.seen, about, ratings::id);
    }
    if !row.is_clean() {
        return None;
    }
    let id = row.text(ratings::id)?;
    tables.ratings.push(RatingRow {
        line: row.line,
        year: year(row, ratings::year)?,
        marks: row.count(ratings::marks),
        results: row.word(ratings::results),
        tasks: tasks.map(|[total, done, on_time, beyond, late]| TaskCount {
            total,
            done,
            on_time,
            beyond,
            late,
        }),
        targets: reached.map(|[total, reached]| TargetCount { total, reached }),
        disciplined: row.flag(ratings::disciplined)?,
        subordinate_disciplined: row.flag(ratings::subordinate_disciplined)?,
        criteria: grades(row.text(ratings::criteria)?),
        peer_group: row.owned(ratings::peer_group),
        unit_led: row.text(ratings::unit_led).map(OrganizationId::checked),
        rated: match subject? {
            0 => Rated::Organization(OrganizationId::checked(id)),
            1 => Rated::Leader(MemberId::checked(id)),
            _ => Rated::Member(MemberId::checked(id)),
        },
    });
    Some(())
}

/// The grades of words that were checked.
fn grades(words: &str) -> Vec<Grade> {
    words
        .split(' ')
        .filter_map(|word| Grade::of(Grade::NAMES.iter().position(|known| *known == word)?))
        .gather()
}

fn adopted(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read(adoption::member);
    let place = known_id(row, &known.members, adoption::member);
    row.read_through(adoption::used);
    for (column, needed, limit) in [
        (adoption::logged_in, adoption::installed, "needs installed"),
        (adoption::used, adoption::logged_in, "needs logged_in"),
    ] {
        if row.flag(column) == Some(true) && row.flag(needed) == Some(false) {
            row.problem_with(column, Code::Contradiction, format_args!("{limit}"));
        }
    }
    if place.is_some() && !row.is_wrong(adoption::on) {
        let about = [adoption::member, adoption::on];
        once(row, &mut known.seen, &about, adoption::member);
    }
    if !row.is_clean() {
        return None;
    }
    tables.adoption.push(AdoptionRow {
        line: row.line,
        on: row.date(adoption::on)?,
        installed: row.flag(adoption::installed)?,
        logged_in: row.flag(adoption::logged_in)?,
        used: row.flag(adoption::used)?,
        member: MemberId::checked(row.text(adoption::member)?),
    });
    Some(())
}

fn project(known: &mut Known, tables: &mut Tables, row: &mut Row<'_>) -> Option<()> {
    row.read_through(projects::organization);
    let place = known_id(row, &known.organizations, projects::organization);
    row.read_through(projects::bid_on);
    if let Some(place) = place {
        not_before_founding(row, projects::bid_on, founded_on(&known.founded, place));
    }
    row.read_through(projects::contract_value);
    let package_value = row.number_in(projects::package_value);
    let contract_value = row.number_in(projects::contract_value);
    if let Some((package, contract)) = package_value.zip(contract_value)
        && contract > package
    {
        at_most(row, projects::contract_value, package);
    }
    row.read_through(projects::early_days);
    once(row, &mut known.seen, &[projects::id], projects::id);
    if !row.is_clean() {
        return None;
    }
    tables.projects.push(ProjectRow {
        line: row.line,
        bid_on: row.date(projects::bid_on)?,
        package_value: package_value?,
        contract_value: contract_value?,
        quality_met: row.flag(projects::quality_met)?,
        early_days: row.count(projects::early_days)?,
        id: ProjectId::checked(row.text(projects::id)?),
        organization: OrganizationId::checked(row.text(projects::organization)?),
        name: row.owned(projects::name)?,
    });
    Some(())
}

fn at<T>(list: &[T], place: u32) -> Option<&T> {
    usize::try_from(place)
        .ok()
        .and_then(|place| list.get(place))
}

fn founded_on(founded: &[Option<NaiveDate>], place: u32) -> Option<NaiveDate> {
    at(founded, place).copied().flatten()
}

fn year(row: &Row<'_>, column: usize) -> Option<i32> {
    i32::try_from(row.number_in(column)?).ok()
}

/// The place of an id of another table; a problem when that table does not have it.
#[inline(never)]
fn known_id(row: &mut Row<'_>, index: &Index, column: usize) -> Option<u32> {
    let place = index.place(row.text(column)?);
    if place.is_none() && index.complete {
        row.problem(column, Code::UnknownId);
    }
    place
}

/// Records a problem in `column` when an earlier row is about the same.
#[inline(never)]
fn once(row: &mut Row<'_>, seen: &mut TextMap, about: &[usize], column: usize) {
    if !about.iter().any(|column| row.is_wrong(*column)) && !seen.insert(&row.key(about), 0) {
        row.problem(column, Code::Duplicate);
    }
}

/// Records a problem in `column` when its day comes before the day of another column.
#[inline(never)]
fn not_before(row: &mut Row<'_>, column: usize, earlier: usize) {
    if let Some((earlier, later)) = row.date(earlier).zip(row.date(column))
        && later < earlier
    {
        row.problem_with(column, Code::DateOrder, format_args!("{earlier} or later"));
    }
}

#[inline(never)]
fn not_before_founding(row: &mut Row<'_>, column: usize, founded: Option<NaiveDate>) {
    if let Some((founded, date)) = founded.zip(row.date(column))
        && date < founded
    {
        let limit = format_args!("{founded} or later, when it was founded");
        row.problem_with(column, Code::DateOrder, limit);
    }
}

#[inline(never)]
fn not_before_founding_year(row: &mut Row<'_>, column: usize, founded: Option<NaiveDate>) {
    if let Some((founded, year)) = founded.zip(row.number_in(column))
        && year < i64::from(founded.year())
    {
        let limit = format_args!("{} or later, when it was founded", founded.year());
        row.problem_with(column, Code::DateOrder, limit);
    }
}

#[inline(never)]
fn at_most(row: &mut Row<'_>, column: usize, most: i64) {
    row.problem_with(column, Code::OutOfRange, format_args!("0..={most}"));
}

/// The vote on an admission: all of it is there when the cell considered it, else none of it.
fn check_votes(row: &mut Row<'_>) {
    let columns = [members::votes_for, members::votes_base];
    if columns.iter().any(|column| row.is_wrong(*column)) {
        return;
    }
    let votes = columns.map(|column| row.number_in(column));
    let Some(considered_on) = row.date(members::considered_on) else {
        for (column, _) in columns
            .iter()
            .zip(votes)
            .filter(|(_, votes)| votes.is_some())
        {
            let limit = format_args!("nothing without considered_on");
            row.problem_with(*column, Code::Contradiction, limit);
        }
        return;
    };
    for column in [
        members::decision_on,
        members::votes_for,
        members::votes_base,
    ] {
        if row.is_empty(column) {
            let limit = format_args!("needed for the admission considered on {considered_on}");
            row.problem_with(column, Code::Empty, limit);
        }
    }
    match votes {
        [Some(_), Some(0)] => {
            let limit = format_args!("1 or more");
            row.problem_with(members::votes_base, Code::OutOfRange, limit);
        }
        [Some(yes), Some(base)] if yes > base => at_most(row, members::votes_for, base),
        _ => {}
    }
}

fn check_standing(row: &mut Row<'_>) {
    not_before(row, members::standing_to, members::standing_from);
    match row.word(members::standing) {
        None => {}
        Some(Standing::Active) => {
            for column in [members::standing_from, members::standing_to] {
                if row.date(column).is_some() {
                    let limit = format_args!("nothing for `active`");
                    row.problem_with(column, Code::Contradiction, limit);
                }
            }
        }
        Some(_) if row.date(members::standing_from).is_some() => {}
        Some(_) => {
            let limit = format_args!("its first day");
            row.problem_with(members::standing_from, Code::Empty, limit);
        }
    }
}

/// Counts that belong together: all there, or none. The first is the whole that none of the
/// others may exceed.
fn together<const N: usize>(row: &mut Row<'_>, columns: [usize; N]) -> Option<[u32; N]> {
    check_together(row, &columns);
    let mut counts = [0; N];
    for (count, column) in counts.iter_mut().zip(columns) {
        *count = row.count(column)?;
    }
    Some(counts)
}

fn check_together(row: &mut Row<'_>, columns: &[usize]) {
    let wrong = columns.iter().any(|column| row.is_wrong(*column));
    let given = columns
        .iter()
        .filter(|column| !row.is_empty(**column))
        .count();
    if wrong || given == 0 {
        return;
    }
    if given < columns.len() {
        let names: Vec<&str> = columns.iter().map(|column| row.name(*column)).gather();
        let names = names.join(", ");
        for column in columns {
            if row.is_empty(*column) {
                let limit = format_args!("all of {names} or none");
                row.problem_with(*column, Code::Empty, limit);
            }
        }
        return;
    }
    let whole = columns.first().and_then(|column| row.number_in(*column));
    for column in columns {
        if let Some((part, whole)) = row.number_in(*column).zip(whole)
            && part > whole
        {
            at_most(row, *column, whole);
        }
    }
}
