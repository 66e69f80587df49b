//! From files to typed rows: every row checked by itself and against the tables before it.

use crate::compact::{TextMap, sort_by};
use chrono::{Datelike, NaiveDate};

use super::cells::{Cells, read_rows};
use super::circle::{Home, Tree, roll_call_gaps};
use super::problem::{ProblemSink, TableProblem, TableProblemCode as Code, TableProblems};
use super::rows::{
    AdoptionRow, AttendanceRow, MeetingRow, MemberRow, OrganizationRow, PostRow, ProjectRow, Rated,
    RatingRow, Tables, TargetCount, TargetRow, TaskCount, VoteCount,
};
use super::words::{Act, Sector, Standing, Word};
use super::{ReadOptions, TableFile};
use crate::identifier::{MeetingId, MemberId, OrganizationId};

const ORGANIZATIONS: &[&str] = &[
    "id",
    "code",
    "name",
    "kind",
    "parent",
    "sector",
    "setting",
    "act",
    "founded_on",
    "decision",
];
const MEMBERS: &[&str] = &[
    "id",
    "name",
    "sex",
    "born_on",
    "cell",
    "cell_since",
    "previous_cell",
    "considered_on",
    "votes_for",
    "votes_base",
    "decision_on",
    "admitted_on",
    "recognized_on",
    "sector",
    "religious",
    "standing",
    "standing_from",
    "standing_to",
    "left_on",
    "left_reason",
];
const POSTS: &[&str] = &["organization", "member", "post", "from", "to"];
const MEETINGS: &[&str] = &["id", "organization", "kind", "on", "minutes"];
const ATTENDANCE: &[&str] = &["meeting", "member", "presence"];
const TARGETS: &[&str] = &[
    "id",
    "organization",
    "year",
    "indicator",
    "planned",
    "achieved",
];
const RATINGS: &[&str] = &[
    "subject",
    "id",
    "year",
    "marks",
    "criteria",
    "results",
    "tasks",
    "tasks_done",
    "tasks_on_time",
    "tasks_beyond",
    "tasks_late",
    "targets",
    "targets_reached",
    "disciplined",
    "subordinate_disciplined",
];
const ADOPTION: &[&str] = &["member", "on", "installed", "logged_in", "used"];
const PROJECTS: &[&str] = &[
    "id",
    "organization",
    "name",
    "bid_on",
    "package_value",
    "contract_value",
    "quality_met",
    "early_days",
];

/// The tables in the order of reading: a table refers only to those before it and to itself.
const TABLES: [&str; 9] = [
    "organizations.csv",
    "members.csv",
    "posts.csv",
    "meetings.csv",
    "attendance.csv",
    "targets.csv",
    "ratings.csv",
    "adoption.csv",
    "projects.csv",
];

/// The tables without which no other can be read.
const NEEDED: [&str; 2] = ["organizations.csv", "members.csv"];

/// The indicator that is counted from the record and never typed in.
const ADMISSIONS: &str = "admissions";

/// The longest meeting that can be meant, in minutes: a week.
const MINUTES_MAX: u32 = 10_080;

/// Organizations of one cycle that a problem names.
const CYCLE_SHOWN: usize = 20;

/// Identifiers of a table with their places, also of rows that have other problems.
struct Index {
    places: TextMap,
    names: Vec<Box<str>>,
    /// Whether every row of the table was seen: only then is an id that is not here unknown.
    complete: bool,
}

impl Index {
    fn new() -> Self {
        Self {
            places: TextMap::new(),
            names: Vec::new(),
            complete: false,
        }
    }

    fn place(&self, id: &str) -> Option<u32> {
        self.places.get(id)
    }

    /// The place of an id that is often the one at `guess`.
    fn place_near(&self, id: &str, guess: u32) -> Option<u32> {
        let guessed = usize::try_from(guess)
            .ok()
            .and_then(|at| self.names.get(at));
        match guessed {
            Some(name) if **name == *id => Some(guess),
            _ => self.place(id),
        }
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

struct Reading<'files> {
    files: Vec<(&'static str, &'files TableFile)>,
    options: &'files ReadOptions,
    problems: ProblemSink,
    tables: Tables,
    organizations: Index,
    members: Index,
    meetings: Index,
    /// The day each organization was founded, by place; absent where the row has no such day.
    founded: Vec<Option<NaiveDate>>,
    tree: Option<Tree>,
    /// Where each member belongs when, by place; absent where the row does not say.
    homes: Vec<Option<Home>>,
    /// Organization and day of each meeting, by place.
    met: Vec<Option<(u32, NaiveDate)>>,
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
    let mut reading = Reading {
        files: Vec::new(),
        options,
        problems: ProblemSink::new(options.max_problems),
        tables: Tables::default(),
        organizations: Index::new(),
        members: Index::new(),
        meetings: Index::new(),
        founded: Vec::new(),
        tree: None,
        homes: Vec::new(),
        met: Vec::new(),
    };
    reading.sort_files(files);
    for (at, table) in TABLES.into_iter().enumerate() {
        reading.problems.table = at + 1;
        let file = reading
            .files
            .iter()
            .find(|(known, _)| *known == table)
            .map(|(_, file)| *file);
        if let Some(file) = file {
            reading.table(table, file);
        }
    }
    match reading.problems.finish() {
        Some(problems) => Err(problems),
        None => Ok(reading.tables),
    }
}

/// Opens the parts of a [`Reading`] that a row may look at while the problems are borrowed.
macro_rules! rows {
    ($reading:ident, $file:ident, $columns:ident, |$cells:ident| $body:block) => {{
        let before = $reading.problems.truncated();
        read_rows(
            $file,
            $columns,
            $reading.options,
            &mut $reading.problems,
            |$cells| $body,
        );
        $reading.problems.truncated() == before
    }};
}

impl<'files> Reading<'files> {
    fn sort_files(&mut self, files: &'files [TableFile]) {
        for file in files {
            let base = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
            let problem = |code| TableProblem::new(&file.name, 0, None, &file.name, code);
            match TABLES.iter().find(|table| **table == base) {
                None => self
                    .problems
                    .add(problem(Code::UnknownTable).with_limit(TABLES.join(" | "))),
                Some(table) => {
                    // The last file of a name is the one read; there is no result anyway.
                    if self.files.iter().any(|(known, _)| known == table) {
                        self.problems.add(problem(Code::DuplicateTable));
                        self.files.retain(|(known, _)| known != table);
                    }
                    self.files.push((table, file));
                }
            }
        }
        for table in NEEDED {
            if !self.files.iter().any(|(known, _)| *known == table) {
                self.problems
                    .add(TableProblem::new(table, 0, None, table, Code::MissingTable));
            }
        }
    }

    fn table(&mut self, table: &str, file: &TableFile) {
        match table {
            "organizations.csv" => self.organizations(file),
            "members.csv" => self.members(file),
            "posts.csv" => self.posts(file),
            "meetings.csv" => self.meetings(file),
            "attendance.csv" => self.attendance(file),
            "targets.csv" => self.targets(file),
            "ratings.csv" => self.ratings(file),
            "adoption.csv" => self.adoption(file),
            _ => self.projects(file),
        }
    }

    fn organizations(&mut self, file: &TableFile) {
        let index = &mut self.organizations;
        let founded = &mut self.founded;
        let rows = &mut self.tables.organizations;
        // Line and parent of each place.
        let mut parents: Vec<(u32, Option<String>)> = Vec::new();
        index.complete = rows!(self, file, ORGANIZATIONS, |cells| {
            let id: Option<OrganizationId> = cells.id("id");
            let parent: Option<Option<OrganizationId>> = cells.optional_id("parent");
            let founded_on = cells.date("founded_on");
            if let Some(id) = &id {
                match index.enter(id.as_str()) {
                    Ok(_) => {
                        founded.push(founded_on);
                        parents.push((cells.line, parent.clone().flatten().map(String::from)));
                    }
                    Err(_) => cells.problem("id", id.as_str(), Code::Duplicate),
                }
            }
            let code = cells.optional_text("code");
            let name = cells.text("name");
            let kind = cells.id("kind");
            let sector: Option<Sector> = cells.word_of(
                "sector",
                &["state", "nonState", "armedForces", "residential"],
            );
            let setting = cells.word("setting");
            let act: Option<Act> = cells.word("act");
            let decision = cells.optional_text("decision");
            if act == Some(Act::Founded) {
                if decision == Some(None) {
                    cells.problem_with("decision", "", Code::Empty, "the founding decision");
                }
                if parent == Some(None) {
                    cells.problem_with("parent", "", Code::Empty, "the founding superior");
                }
            }
            rows.extend((|| {
                Some(OrganizationRow {
                    line: cells.line,
                    id: id?,
                    code: code?,
                    name: name?,
                    kind: kind?,
                    parent: parent?,
                    sector: sector?,
                    setting: setting?,
                    act: act?,
                    founded_on: founded_on?,
                    decision: decision?,
                })
            })());
        });
        self.organizations.complete &= !self.organizations.names.is_empty();
        self.check_tree(file, &parents);
    }

    fn check_tree(&mut self, file: &TableFile, parents: &[(u32, Option<String>)]) {
        let problem = |line, value: &str, code| {
            TableProblem::new(&file.name, line, Some("parent"), value, code)
        };
        let mut above = Vec::with_capacity(parents.len());
        for (place, (line, parent)) in parents.iter().enumerate() {
            let known = parent
                .as_deref()
                .and_then(|parent| self.organizations.place(parent));
            above.push(known);
            match (parent, known) {
                (Some(parent), None) => {
                    if self.organizations.complete {
                        self.problems.add(problem(*line, parent, Code::UnknownId));
                    }
                }
                (Some(parent), Some(known)) => {
                    let own = self.founded.get(place).copied().flatten();
                    let before = own
                        .zip(self.founded_on(known))
                        .filter(|(own, above)| own < above);
                    if let Some((_, founded)) = before {
                        self.problems.add(
                            problem(*line, parent, Code::DateOrder)
                                .with_limit(format!("founded after {founded}, like its parent")),
                        );
                    }
                }
                (None, _) => {}
            }
        }
        match Tree::new(&above) {
            Ok(tree) => self.tree = Some(tree),
            Err(cycles) => {
                for cycle in cycles {
                    let first = cycle.first().copied().unwrap_or_default();
                    let line = usize::try_from(first)
                        .ok()
                        .and_then(|place| parents.get(place))
                        .map_or(0, |(line, _)| *line);
                    let mut names: Vec<&str> = cycle
                        .iter()
                        .take(CYCLE_SHOWN)
                        .map(|place| self.organization_name(*place))
                        .collect();
                    if cycle.len() > CYCLE_SHOWN {
                        names.push("…");
                    }
                    names.push(self.organization_name(first));
                    let value = names.join(" > ");
                    // Every member is named: this one value is not cut.
                    let mut problem = problem(line, "", Code::Cycle);
                    problem.value = value;
                    self.problems.add(problem);
                }
            }
        }
    }

    fn organization_name(&self, place: u32) -> &str {
        usize::try_from(place)
            .ok()
            .and_then(|place| self.organizations.names.get(place))
            .map_or("", |name| name)
    }

    fn founded_on(&self, place: u32) -> Option<NaiveDate> {
        founded_on(&self.founded, place)
    }

    fn members(&mut self, file: &TableFile) {
        let organizations = &self.organizations;
        let founded = &self.founded;
        let index = &mut self.members;
        let homes = &mut self.homes;
        let rows = &mut self.tables.members;
        // The cell of each place, to tell a member in two cells from a row given twice.
        let mut cells_of: Vec<Option<OrganizationId>> = Vec::new();
        index.complete = rows!(self, file, MEMBERS, |cells| {
            let id: Option<MemberId> = cells.id("id");
            let cell: Option<OrganizationId> = cells.id("cell");
            let home = known_organization(cells, organizations, "cell", cell.as_ref());
            let previous_cell: Option<Option<OrganizationId>> = cells.optional_id("previous_cell");
            let previous = previous_cell.clone().flatten();
            let previous_home =
                known_organization(cells, organizations, "previous_cell", previous.as_ref());
            let name = cells.text("name");
            let sex = cells.word("sex");
            let born_on = cells.date("born_on");
            let cell_since = cells.date("cell_since");
            let considered_on = cells.optional_date("considered_on");
            let votes_for = cells.optional_count("votes_for");
            let votes_base = cells.optional_count("votes_base");
            let decision_on = cells.optional_date("decision_on");
            let admitted_on = cells.date("admitted_on");
            let recognized_on = cells.optional_date("recognized_on");
            let sector: Option<Sector> = cells.word_of("sector", &["state", "nonState", "other"]);
            let religious = cells.optional_flag("religious");
            let standing: Option<Standing> = cells.word("standing");
            let standing_from = cells.optional_date("standing_from");
            let standing_to = cells.optional_date("standing_to");
            let left_on = cells.optional_date("left_on");
            let left_reason = cells.optional_word("left_reason");

            let considered = considered_on.flatten();
            let votes = admission_votes(cells, considered, votes_for, votes_base, decision_on);
            let decided = decision_on.flatten();
            in_order(cells, "admitted_on", born_on, admitted_on);
            in_order(cells, "decision_on", considered, decided);
            in_order(cells, "admitted_on", decided, admitted_on);
            in_order(cells, "recognized_on", admitted_on, recognized_on.flatten());
            in_order(cells, "cell_since", admitted_on, cell_since);
            if let Some(place) = home {
                not_before_founding(cells, "cell_since", founded_on(founded, place), cell_since);
            }
            if previous_home.is_some() && previous_home == home {
                let shown = previous.as_ref().map_or("", OrganizationId::as_str);
                cells.problem("previous_cell", shown, Code::Contradiction);
            }
            check_standing(
                cells,
                standing,
                standing_from.flatten(),
                standing_to.flatten(),
            );
            in_order(
                cells,
                "standing_from",
                cell_since.or(admitted_on),
                standing_from.flatten(),
            );
            match (left_on.flatten(), left_reason.flatten()) {
                (Some(left), None) if left_reason.is_some() => {
                    cells.problem_with(
                        "left_reason",
                        "",
                        Code::Empty,
                        format!("a reason for {left}"),
                    );
                }
                (None, Some(_)) if left_on.is_some() => {
                    cells.problem_with("left_on", "", Code::Empty, "a day for the reason given");
                }
                _ => {}
            }
            if let Some((since, left)) = cell_since.zip(left_on.flatten())
                && left <= since
            {
                cells.problem_with("left_on", left, Code::DateOrder, format!("after {since}"));
            }

            if let Some(id) = &id {
                match index.enter(id.as_str()) {
                    Ok(_) => {
                        cells_of.push(cell.clone());
                        homes.push((|| {
                            let admitted_on = admitted_on?;
                            let earlier = match previous_home {
                                None if previous_cell.as_ref()?.is_some() => return None,
                                None => None,
                                Some(place) => {
                                    Some((place, admitted_on.max(founded_on(founded, place)?)))
                                }
                            };
                            Some(Home {
                                earlier,
                                cell: home?,
                                since: cell_since?,
                                left: left_on?,
                            })
                        })());
                    }
                    Err(known) => {
                        let other = usize::try_from(known)
                            .ok()
                            .and_then(|known| cells_of.get(known))
                            .and_then(Option::as_ref);
                        match (other, &cell) {
                            (Some(other), Some(cell)) if other != cell => cells.problem_with(
                                "cell",
                                format!("{id}: {cell}"),
                                Code::TwoCells,
                                other.as_str(),
                            ),
                            _ => cells.problem("id", id.as_str(), Code::Duplicate),
                        }
                    }
                }
            }
            rows.extend((|| {
                Some(MemberRow {
                    line: cells.line,
                    id: id?,
                    name: name?,
                    sex: sex?,
                    born_on: born_on?,
                    cell: cell?,
                    cell_since: cell_since?,
                    previous_cell: previous_cell?,
                    considered_on: considered_on?,
                    votes: votes?,
                    decision_on: decision_on?,
                    admitted_on: admitted_on?,
                    recognized_on: recognized_on?,
                    sector: sector?,
                    religious: religious?,
                    standing: standing?,
                    standing_from: standing_from?,
                    standing_to: standing_to?,
                    left_on: left_on?,
                    left_reason: left_reason?,
                })
            })());
        });
        self.members.complete &= !self.members.names.is_empty();
    }

    fn posts(&mut self, file: &TableFile) {
        let (organizations, members, founded) = (&self.organizations, &self.members, &self.founded);
        let rows = &mut self.tables.posts;
        let mut seen = TextMap::new();
        let _ = rows!(self, file, POSTS, |cells| {
            let organization: Option<OrganizationId> = cells.id("organization");
            let member: Option<MemberId> = cells.id("member");
            let place =
                known_organization(cells, organizations, "organization", organization.as_ref());
            known_member(cells, members, "member", member.as_ref());
            let post = cells.word("post");
            let from = cells.date("from");
            let to = cells.optional_date("to");
            if let Some(place) = place {
                not_before_founding(cells, "from", founded_on(founded, place), from);
            }
            in_order(cells, "to", from, to.flatten());
            rows.extend((|| {
                let row = PostRow {
                    line: cells.line,
                    organization: organization?,
                    member: member?,
                    post: post?,
                    from: from?,
                    to: to?,
                };
                let key = format!(
                    "{}\t{}\t{:?}\t{}",
                    row.organization, row.member, row.post, row.from
                );
                if !seen.insert(&key, 0) {
                    cells.problem("member", row.member.as_str(), Code::Duplicate);
                    return None;
                }
                Some(row)
            })());
        });
    }

    fn meetings(&mut self, file: &TableFile) {
        let (organizations, founded) = (&self.organizations, &self.founded);
        let index = &mut self.meetings;
        let met = &mut self.met;
        let rows = &mut self.tables.meetings;
        index.complete = rows!(self, file, MEETINGS, |cells| {
            let id: Option<MeetingId> = cells.id("id");
            let organization: Option<OrganizationId> = cells.id("organization");
            let place =
                known_organization(cells, organizations, "organization", organization.as_ref());
            let kind = cells.word("kind");
            let on = cells.date("on");
            if let Some(place) = place {
                not_before_founding(cells, "on", founded_on(founded, place), on);
            }
            let mut minutes = cells.optional_count("minutes");
            if let Some(long) = minutes.flatten().filter(|minutes| *minutes > MINUTES_MAX) {
                let limit = format!("0..={MINUTES_MAX}");
                cells.problem_with("minutes", long, Code::OutOfRange, limit);
                minutes = None;
            }
            if let Some(id) = &id {
                match index.enter(id.as_str()) {
                    Ok(_) => met.push(place.zip(on).filter(|(place, on)| {
                        founded_on(founded, *place).is_some_and(|founded| founded <= *on)
                    })),
                    Err(_) => cells.problem("id", id.as_str(), Code::Duplicate),
                }
            }
            rows.extend((|| {
                Some(MeetingRow {
                    line: cells.line,
                    id: id?,
                    organization: organization?,
                    kind: kind?,
                    on: on?,
                    minutes: minutes?,
                })
            })());
        });
    }

    fn attendance(&mut self, file: &TableFile) {
        let (meetings, members) = (&self.meetings, &self.members);
        let (met, homes, tree) = (&self.met, &self.homes, self.tree.as_ref());
        let names = &self.organizations.names;
        let rows = &mut self.tables.attendance;
        let mut last = (0_u32, 0_u32);
        let _ = rows!(self, file, ATTENDANCE, |cells| {
            let presence = cells.word("presence");
            let meeting = cells.field("meeting").and_then(|id| {
                let place = meetings
                    .place_near(id, last.0)
                    .or_else(|| meetings.place_near(id, last.0.saturating_add(1)));
                if place.is_none() && meetings.complete {
                    cells.problem("meeting", id, Code::UnknownId);
                }
                place
            });
            let member = cells.field("member").and_then(|id| {
                let place = members.place_near(id, last.1.saturating_add(1));
                if place.is_none() && members.complete {
                    cells.problem("member", id, Code::UnknownId);
                }
                place
            });
            let Some((meeting, member)) = meeting.zip(member) else {
                return;
            };
            last = (meeting, member);
            let meeting_facts = at(met, meeting).copied().flatten();
            let home = at(homes, member).and_then(Option::as_ref);
            if let (Some((organization, on)), Some(home), Some(tree)) = (meeting_facts, home, tree)
                && !home
                    .on(on)
                    .is_some_and(|cell| tree.is_below(cell, organization))
            {
                let shown = at(&members.names, member).map_or("", |name| name);
                let limit = format!(
                    "members of `{}` on {on}",
                    at(names, organization).map_or("", |name| name)
                );
                cells.problem_with("member", shown, Code::NotOfCell, limit);
                return;
            }
            if let Some(presence) = presence {
                rows.push(AttendanceRow {
                    line: cells.line,
                    meeting,
                    member,
                    presence,
                });
            }
        });
        let rows = &self.tables.attendance;
        let name_of = |member: u32| at(&members.names, member).map_or("", |name| name);
        let mut order: Vec<(u32, u32, u32)> = rows
            .iter()
            .map(|row| (row.meeting, row.member, row.line))
            .collect();
        sort_by(&mut order, Ord::cmp);
        for pair in order.windows(2) {
            if let [first, second] = pair
                && (first.0, first.1) == (second.0, second.1)
            {
                self.problems.add(TableProblem::new(
                    &file.name,
                    second.2,
                    Some("member"),
                    name_of(second.1),
                    Code::Duplicate,
                ));
            }
        }
        // A row with a problem of its own is missing from the list: no gaps are called then.
        if self.problems.is_clean() {
            roll_call_gaps(&order, met, homes, |line, member| {
                self.problems.add(TableProblem::new(
                    &file.name,
                    line,
                    Some("member"),
                    name_of(member),
                    Code::MissingMember,
                ));
                !self.problems.is_full()
            });
        }
    }

    fn targets(&mut self, file: &TableFile) {
        let (organizations, founded) = (&self.organizations, &self.founded);
        let rows = &mut self.tables.targets;
        let mut ids = Index::new();
        let mut seen = TextMap::new();
        let _ = rows!(self, file, TARGETS, |cells| {
            let id = cells.id("id");
            let organization: Option<OrganizationId> = cells.id("organization");
            let place =
                known_organization(cells, organizations, "organization", organization.as_ref());
            let year = cells.year("year");
            if let Some(place) = place {
                not_before_founding_year(cells, "year", founded_on(founded, place), year);
            }
            let indicator = cells.text("indicator");
            let mut planned = cells.count("planned");
            if planned == Some(0) {
                cells.problem_with("planned", 0, Code::OutOfRange, "1 or more");
                planned = None;
            }
            let achieved = cells.optional_count("achieved");
            if let Some(typed_in) = achieved.flatten()
                && indicator.as_deref() == Some(ADMISSIONS)
            {
                let limit = "nothing: admissions are counted from members.csv";
                cells.problem_with("achieved", typed_in, Code::Contradiction, limit);
            }
            unique(cells, &mut ids, "id", id.as_ref());
            rows.extend((|| {
                let row = TargetRow {
                    line: cells.line,
                    id: id?,
                    organization: organization?,
                    year: year?,
                    indicator: indicator?,
                    planned: planned?,
                    achieved: achieved?,
                };
                let key = format!("{}\t{}\t{}", row.organization, row.year, row.indicator);
                if !seen.insert(&key, 0) {
                    cells.problem("indicator", &row.indicator, Code::Duplicate);
                    return None;
                }
                Some(row)
            })());
        });
    }

    fn ratings(&mut self, file: &TableFile) {
        let (organizations, members, founded) = (&self.organizations, &self.members, &self.founded);
        let rows = &mut self.tables.ratings;
        let mut seen = TextMap::new();
        let _ = rows!(self, file, RATINGS, |cells| {
            let subject: Option<RatedTable> = cells.word("subject");
            let year = cells.year("year");
            let rated = match subject {
                Some(RatedTable::Organization) => {
                    let id: Option<OrganizationId> = cells.id("id");
                    let place = known_organization(cells, organizations, "id", id.as_ref());
                    if let Some(place) = place {
                        not_before_founding_year(cells, "year", founded_on(founded, place), year);
                    }
                    id.map(|id| ((0, place), Rated::Organization(id)))
                }
                Some(RatedTable::Member) => {
                    let id: Option<MemberId> = cells.id("id");
                    let place = known_member(cells, members, "id", id.as_ref());
                    id.map(|id| ((1, place), Rated::Member(id)))
                }
                None => None,
            };
            let marks = cells.optional_marks("marks");
            let criteria = cells.words("criteria");
            let results = cells.optional_word("results");
            let tasks = tasks(cells);
            let targets = reached_targets(cells);
            let disciplined = cells.flag("disciplined");
            let subordinate_disciplined = cells.flag("subordinate_disciplined");
            if let Some(((table, Some(place)), _)) = &rated
                && let Some(year) = year
                && !seen.insert(&format!("{table} {place} {year}"), 0)
            {
                let shown = cells.field("id").unwrap_or_default();
                cells.problem("id", shown, Code::Duplicate);
            }
            rows.extend((|| {
                Some(RatingRow {
                    line: cells.line,
                    rated: rated?.1,
                    year: year?,
                    marks: marks?,
                    criteria: criteria?,
                    results: results?,
                    tasks: tasks?,
                    targets: targets?,
                    disciplined: disciplined?,
                    subordinate_disciplined: subordinate_disciplined?,
                })
            })());
        });
    }

    fn adoption(&mut self, file: &TableFile) {
        let members = &self.members;
        let rows = &mut self.tables.adoption;
        let mut seen = TextMap::new();
        let _ = rows!(self, file, ADOPTION, |cells| {
            let member: Option<MemberId> = cells.id("member");
            let place = known_member(cells, members, "member", member.as_ref());
            let on = cells.date("on");
            let installed = cells.flag("installed");
            let logged_in = cells.flag("logged_in");
            let used = cells.flag("used");
            if logged_in == Some(true) && installed == Some(false) {
                cells.problem_with("logged_in", "yes", Code::Contradiction, "needs installed");
            }
            if used == Some(true) && logged_in == Some(false) {
                cells.problem_with("used", "yes", Code::Contradiction, "needs logged_in");
            }
            if let Some((place, on)) = place.zip(on)
                && !seen.insert(&format!("{place} {on}"), 0)
            {
                let shown = member.as_ref().map_or("", MemberId::as_str);
                cells.problem("member", shown, Code::Duplicate);
            }
            rows.extend((|| {
                Some(AdoptionRow {
                    line: cells.line,
                    member: member?,
                    on: on?,
                    installed: installed?,
                    logged_in: logged_in?,
                    used: used?,
                })
            })());
        });
    }

    fn projects(&mut self, file: &TableFile) {
        let (organizations, founded) = (&self.organizations, &self.founded);
        let rows = &mut self.tables.projects;
        let mut ids = Index::new();
        let _ = rows!(self, file, PROJECTS, |cells| {
            let id = cells.id("id");
            let organization: Option<OrganizationId> = cells.id("organization");
            let place =
                known_organization(cells, organizations, "organization", organization.as_ref());
            let name = cells.text("name");
            let bid_on = cells.date("bid_on");
            if let Some(place) = place {
                not_before_founding(cells, "bid_on", founded_on(founded, place), bid_on);
            }
            let package_value = cells.money("package_value");
            let contract_value = cells.money("contract_value");
            if let Some((package, contract)) = package_value.zip(contract_value)
                && contract > package
            {
                let limit = format!("0..={package}");
                cells.problem_with("contract_value", contract, Code::OutOfRange, limit);
            }
            let quality_met = cells.flag("quality_met");
            let early_days = cells.count("early_days");
            unique(cells, &mut ids, "id", id.as_ref());
            rows.extend((|| {
                Some(ProjectRow {
                    line: cells.line,
                    id: id?,
                    organization: organization?,
                    name: name?,
                    bid_on: bid_on?,
                    package_value: package_value?,
                    contract_value: contract_value?,
                    quality_met: quality_met?,
                    early_days: early_days?,
                })
            })());
        });
    }
}

#[derive(Clone, Copy)]
enum RatedTable {
    Organization,
    Member,
}

impl Word for RatedTable {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("organization", Self::Organization),
        ("member", Self::Member),
    ];
}

fn at<T>(list: &[T], place: u32) -> Option<&T> {
    usize::try_from(place)
        .ok()
        .and_then(|place| list.get(place))
}

fn founded_on(founded: &[Option<NaiveDate>], place: u32) -> Option<NaiveDate> {
    at(founded, place).copied().flatten()
}

fn known_organization(
    cells: &mut Cells<'_>,
    index: &Index,
    column: &str,
    id: Option<&OrganizationId>,
) -> Option<u32> {
    known(cells, index, column, id?.as_str())
}

fn known_member(
    cells: &mut Cells<'_>,
    index: &Index,
    column: &str,
    id: Option<&MemberId>,
) -> Option<u32> {
    known(cells, index, column, id?.as_str())
}

fn known(cells: &mut Cells<'_>, index: &Index, column: &str, id: &str) -> Option<u32> {
    let place = index.place(id);
    if place.is_none() && index.complete {
        cells.problem(column, id, Code::UnknownId);
    }
    place
}

fn unique(cells: &mut Cells<'_>, index: &mut Index, column: &str, id: Option<&impl ToString>) {
    if let Some(id) = id.map(ToString::to_string)
        && index.enter(&id).is_err()
    {
        cells.problem(column, &id, Code::Duplicate);
    }
}

/// Records a problem in `column` when the later day comes before the earlier one.
fn in_order(
    cells: &mut Cells<'_>,
    column: &str,
    earlier: Option<NaiveDate>,
    later: Option<NaiveDate>,
) {
    if let Some((earlier, later)) = earlier.zip(later)
        && later < earlier
    {
        cells.problem_with(
            column,
            later,
            Code::DateOrder,
            format!("{earlier} or later"),
        );
    }
}

fn not_before_founding(
    cells: &mut Cells<'_>,
    column: &str,
    founded: Option<NaiveDate>,
    date: Option<NaiveDate>,
) {
    if let Some((founded, date)) = founded.zip(date)
        && date < founded
    {
        let limit = format!("{founded} or later, when it was founded");
        cells.problem_with(column, date, Code::DateOrder, limit);
    }
}

fn not_before_founding_year(
    cells: &mut Cells<'_>,
    column: &str,
    founded: Option<NaiveDate>,
    year: Option<i32>,
) {
    if let Some((founded, year)) = founded.zip(year)
        && year < founded.year()
    {
        let limit = format!("{} or later, when it was founded", founded.year());
        cells.problem_with(column, year, Code::DateOrder, limit);
    }
}

/// The vote on an admission: all of it is there when the cell considered it, else none of it.
/// `None` when something is wrong with it.
fn admission_votes(
    cells: &mut Cells<'_>,
    considered_on: Option<NaiveDate>,
    votes_for: Option<Option<u32>>,
    votes_base: Option<Option<u32>>,
    decision_on: Option<Option<NaiveDate>>,
) -> Option<Option<VoteCount>> {
    let (Some(considered_on), yes, base) = (considered_on, votes_for?, votes_base?) else {
        let mut clean = true;
        for (column, votes) in [("votes_for", votes_for?), ("votes_base", votes_base?)] {
            if let Some(votes) = votes {
                let limit = "nothing without considered_on";
                cells.problem_with(column, votes, Code::Contradiction, limit);
                clean = false;
            }
        }
        return clean.then_some(None);
    };
    let limit = format!("needed for the admission considered on {considered_on}");
    if decision_on == Some(None) {
        cells.problem_with("decision_on", "", Code::Empty, limit.clone());
    }
    for (column, votes) in [("votes_for", yes), ("votes_base", base)] {
        if votes.is_none() {
            cells.problem_with(column, "", Code::Empty, limit.clone());
        }
    }
    let (yes, base) = yes.zip(base)?;
    if base == 0 {
        cells.problem_with("votes_base", base, Code::OutOfRange, "1 or more");
        return None;
    }
    if yes > base {
        cells.problem_with("votes_for", yes, Code::OutOfRange, format!("0..={base}"));
        return None;
    }
    Some(Some(VoteCount { yes, base }))
}

fn check_standing(
    cells: &mut Cells<'_>,
    standing: Option<Standing>,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) {
    in_order(cells, "standing_to", from, to);
    match (standing, from, to) {
        (Some(Standing::Active), None, None) | (None, _, _) => {}
        (Some(Standing::Active), from, to) => {
            let limit = "nothing for `active`";
            for (column, date) in [("standing_from", from), ("standing_to", to)] {
                if let Some(date) = date {
                    cells.problem_with(column, date, Code::Contradiction, limit);
                }
            }
        }
        (Some(_), None, _) => {
            cells.problem_with("standing_from", "", Code::Empty, "its first day");
        }
        (Some(_), Some(_), _) => {}
    }
}

/// Counts that belong together: all there, or none. `None` when something is wrong with them.
fn together<const N: usize>(cells: &mut Cells<'_>, columns: [&str; N]) -> Option<Option<[u32; N]>> {
    let read = columns.map(|column| cells.optional_count(column));
    let mut counts = [0; N];
    let mut given = 0;
    for (count, read) in counts.iter_mut().zip(read) {
        if let Some(number) = read? {
            *count = number;
            given += 1;
        }
    }
    if given == 0 {
        return Some(None);
    }
    if given < N {
        for (column, read) in columns.iter().zip(read) {
            if read == Some(None) {
                let limit = format!("all of {} or none", columns.join(", "));
                cells.problem_with(column, "", Code::Empty, limit);
            }
        }
        return None;
    }
    // The first is the whole that none of the others may exceed.
    let [whole, parts @ ..] = counts.as_slice() else {
        return None;
    };
    let mut clean = true;
    for (column, part) in columns.iter().skip(1).zip(parts) {
        if part > whole {
            cells.problem_with(column, part, Code::OutOfRange, format!("0..={whole}"));
            clean = false;
        }
    }
    clean.then_some(Some(counts))
}

fn tasks(cells: &mut Cells<'_>) -> Option<Option<TaskCount>> {
    let columns = [
        "tasks",
        "tasks_done",
        "tasks_on_time",
        "tasks_beyond",
        "tasks_late",
    ];
    let counts = together(cells, columns)?;
    Some(
        counts.map(|[total, done, on_time, beyond, late]| TaskCount {
            total,
            done,
            on_time,
            beyond,
            late,
        }),
    )
}

fn reached_targets(cells: &mut Cells<'_>) -> Option<Option<TargetCount>> {
    let counts = together(cells, ["targets", "targets_reached"])?;
    Some(counts.map(|[total, reached]| TargetCount { total, reached }))
}
