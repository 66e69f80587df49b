//! Tables become commands, in an order in which each rests on the ones before.

use super::command::{Command, RollEntry, VoteTotals};
use super::{Handbook, Outcome};
use crate::compact::{Gather, TextMap, sort_by, sort_by_key};
use crate::error::HandbookError;
use crate::evaluation::{LevelFacts, RatedSubject, TargetCounts, TaskCounts};
use crate::exchange::{
    Act, AttendanceRow, MemberRow, OrganizationRow, ProblemSink, Rated, RatingRow, ReadOptions,
    Setting, Standing, TableFile, TableProblem, TableProblemCode as Code, TableProblems, Tables,
    read_tables,
};
use crate::identifier::OrganizationId;
use crate::rulebook::RuleBook;
use chrono::NaiveDate;

impl Handbook {
    /// Makes a record of CSV tables in one step: reads and checks them, then takes every line in
    /// as a command recorded on one day.
    ///
    /// # Errors
    /// [`TableProblems`] with everything found in one pass: what is wrong with the files, or
    /// else every line that a rule forbids or that the record cannot take.
    pub fn open(
        book: &RuleBook,
        files: &[TableFile],
        options: &ReadOptions,
        recorded_on: NaiveDate,
    ) -> Result<Self, TableProblems> {
        let tables = read_tables(files, options)?;
        Self::from_tables(book, &tables, options.max_problems, recorded_on)
    }

    /// Makes a record of tables that were read and checked: each line becomes a command, judged
    /// like any other, recorded on one day.
    ///
    /// Organizations come before what stands under them, members before what they form or do.
    ///
    /// # Errors
    /// [`TableProblems`] with every line that cannot be taken or that a rule forbids; then there
    /// is no record.
    pub fn from_tables(
        book: &RuleBook,
        tables: &Tables,
        max_problems: u32,
        recorded_on: NaiveDate,
    ) -> Result<Self, TableProblems> {
        let mut import = Import {
            book,
            recorded_on,
            handbook: Self::new(),
            problems: ProblemSink::new(max_problems),
        };
        import.run(tables);
        match import.problems.finish() {
            None => Ok(import.handbook),
            Some(problems) => Err(problems),
        }
    }
}

struct Import<'book> {
    book: &'book RuleBook,
    recorded_on: NaiveDate,
    handbook: Handbook,
    problems: ProblemSink,
}

impl Import<'_> {
    fn submit(&mut self, file: &str, line: u32, command: Command) {
        let problem = match self.handbook.submit(self.book, command, self.recorded_on) {
            Ok(Outcome::Accepted { .. }) => return,
            Ok(Outcome::Refused { grounds }) => {
                let rules: Vec<&str> = grounds
                    .iter()
                    .filter(|ground| !ground.holds)
                    .map(|ground| ground.rule.as_str())
                    .gather();
                let mut problem =
                    TableProblem::new(file, line, None, &rules.join(" "), Code::Forbidden);
                problem.grounds = grounds;
                problem
            }
            Err(HandbookError::Input(error)) => {
                let column = column_of(file, &error.field);
                TableProblem::from_input(file, line, &column, error)
            }
            Err(error) => TableProblem::new(file, line, None, &error.to_string(), Code::NoRule),
        };
        self.problems.add(problem);
    }

    fn run(&mut self, tables: &Tables) {
        let order = parents_first(&tables.organizations);
        for row in order.iter().filter(|row| row.act == Act::Registered) {
            self.submit("organizations.csv", row.line, register_organization(row));
        }
        let beginnings = Beginnings::of(&tables.organizations);
        for row in &tables.members {
            self.submit("members.csv", row.line, enter_member(row, &beginnings));
        }
        // Acts on a day need the standing of that day: foundings by date, then the moves.
        let mut acts: Vec<&OrganizationRow> = order
            .iter()
            .copied()
            .filter(|row| row.act == Act::Founded)
            .gather();
        sort_by_key(&mut acts, |row| (row.founded_on, row.line));
        let mut movers: Vec<&MemberRow> = tables
            .members
            .iter()
            .filter(|row| row.previous_cell.is_some())
            .gather();
        for act in acts {
            let founds = |row: &&MemberRow| row.cell == act.id && row.cell_since == act.founded_on;
            let founders: Vec<&MemberRow> = movers.iter().copied().filter(founds).gather();
            movers.retain(|row| !founds(row));
            self.submit(
                "organizations.csv",
                act.line,
                found_organization(act, &founders),
            );
        }
        for row in movers {
            let transfer = Command::TransferMember {
                member: row.id.clone(),
                to: row.cell.clone(),
                on: row.cell_since,
            };
            self.submit("members.csv", row.line, transfer);
        }
        self.standings(tables);
        self.rest(tables);
    }

    fn standings(&mut self, tables: &Tables) {
        for row in &tables.members {
            if row.standing != Standing::Active {
                let change = Command::ChangeStanding {
                    member: row.id.clone(),
                    standing: row.standing,
                    from: row.standing_from.unwrap_or(row.admitted_on),
                    to: row.standing_to,
                };
                self.submit("members.csv", row.line, change);
            }
            if let (Some(on), Some(reason)) = (row.left_on, row.left_reason) {
                let end = Command::EndMembership {
                    member: row.id.clone(),
                    on,
                    reason,
                };
                self.submit("members.csv", row.line, end);
            }
        }
    }

    fn rest(&mut self, tables: &Tables) {
        for row in &tables.posts {
            let post = Command::AssignPost {
                organization: row.organization.clone(),
                member: row.member.clone(),
                post: row.post,
                from: row.from,
                to: row.to,
                manner: None,
            };
            self.submit("posts.csv", row.line, post);
        }
        for row in &tables.meetings {
            let meeting = Command::ScheduleMeeting {
                id: row.id.clone(),
                organization: row.organization.clone(),
                kind: row.kind,
                on: row.on,
                minutes: row.minutes,
            };
            self.submit("meetings.csv", row.line, meeting);
        }
        self.rolls(tables);
        for row in &tables.targets {
            let target = Command::SetTarget {
                id: row.id.clone(),
                organization: row.organization.clone(),
                year: row.year,
                indicator: row.indicator.clone(),
                planned: row.planned,
            };
            self.submit("targets.csv", row.line, target);
            let known = NaiveDate::from_ymd_opt(row.year, 12, 31).unwrap_or(self.recorded_on);
            if let Some(achieved) = row.achieved {
                let result = Command::RecordResult {
                    target: row.id.clone(),
                    on: known,
                    achieved,
                };
                self.submit("targets.csv", row.line, result);
            }
        }
        for row in &tables.ratings {
            self.submit("ratings.csv", row.line, rate(row));
        }
        for row in &tables.adoption {
            let adoption = Command::RecordAdoption {
                member: row.member.clone(),
                on: row.on,
                installed: row.installed,
                logged_in: row.logged_in,
                used: row.used,
            };
            self.submit("adoption.csv", row.line, adoption);
        }
        for row in &tables.projects {
            let project = Command::RecordProject {
                id: row.id.clone(),
                organization: row.organization.clone(),
                name: row.name.clone(),
                bid_on: row.bid_on,
                package_value: row.package_value,
                contract_value: row.contract_value,
                quality_met: row.quality_met,
                completed_early_days: row.early_days,
            };
            self.submit("projects.csv", row.line, project);
        }
    }

    fn rolls(&mut self, tables: &Tables) {
        let mut rows: Vec<&AttendanceRow> = tables.attendance.iter().gather();
        sort_by_key(&mut rows, |row| row.meeting);
        for roll in rows.chunk_by(|left, right| left.meeting == right.meeting) {
            let Some(first) = roll.first() else { continue };
            let Some(meeting) = usize::try_from(first.meeting)
                .ok()
                .and_then(|place| tables.meetings.get(place))
            else {
                continue;
            };
            let entries = roll
                .iter()
                .filter_map(|row| {
                    let member = tables.members.get(usize::try_from(row.member).ok()?)?;
                    Some(RollEntry {
                        member: member.id.clone(),
                        presence: row.presence,
                    })
                })
                .gather();
            let command = Command::CallRoll {
                meeting: meeting.id.clone(),
                entries,
            };
            self.submit("attendance.csv", first.line, command);
        }
    }
}

/// Since when each organization stands.
struct Beginnings<'rows> {
    rows: &'rows [OrganizationRow],
    places: TextMap,
}

impl<'rows> Beginnings<'rows> {
    fn of(rows: &'rows [OrganizationRow]) -> Self {
        let mut places = TextMap::new();
        for (place, row) in rows.iter().enumerate() {
            places.insert(row.id.as_str(), place);
        }
        Self { rows, places }
    }

    fn get(&self, id: &OrganizationId) -> Option<NaiveDate> {
        let row = self
            .places
            .place(id.as_str())
            .and_then(|place| self.rows.get(place))?;
        Some(row.founded_on)
    }
}

/// Organizations in an order in which each comes after the one above it.
fn parents_first(rows: &[OrganizationRow]) -> Vec<&OrganizationRow> {
    let mut sorted: Vec<&OrganizationRow> = rows.iter().gather();
    sort_by(&mut sorted, |left, right| left.parent.cmp(&right.parent));
    let under = |above: Option<&OrganizationId>| {
        let first = sorted.partition_point(|row| row.parent.as_ref() < above);
        let rest = sorted.get(first..).unwrap_or_default();
        let count = rest.partition_point(|row| row.parent.as_ref() == above);
        rest.get(..count).unwrap_or_default()
    };
    let mut order = under(None).to_vec();
    let mut next = 0;
    while let Some(row) = order.get(next).copied() {
        next += 1;
        order.extend_from_slice(under(Some(&row.id)));
    }
    order
}

fn register_organization(row: &OrganizationRow) -> Command {
    Command::RegisterOrganization {
        id: row.id.clone(),
        kind: row.kind.clone(),
        parent: row.parent.clone(),
        name: row.name.clone(),
        code: row.code.clone(),
        sector: row.sector,
        village: row.setting == Setting::Village,
        purpose: None,
        on: row.founded_on,
    }
}

fn found_organization(row: &OrganizationRow, founders: &[&MemberRow]) -> Command {
    let Some(parent) = row.parent.clone() else {
        return register_organization(row);
    };
    Command::FoundOrganization {
        id: row.id.clone(),
        kind: row.kind.clone(),
        parent,
        name: row.name.clone(),
        code: row.code.clone(),
        sector: row.sector,
        village: row.setting == Setting::Village,
        purpose: None,
        on: row.founded_on,
        decision: row.decision.clone().unwrap_or_default(),
        members: founders.iter().map(|founder| founder.id.clone()).gather(),
        strengthened_leadership: false,
        consent_to_stay_cell: false,
    }
}

fn enter_member(row: &MemberRow, beginnings: &Beginnings<'_>) -> Command {
    let cell = row
        .previous_cell
        .clone()
        .unwrap_or_else(|| row.cell.clone());
    if let (Some(considered_on), Some(votes), Some(decision_on)) =
        (row.considered_on, row.votes, row.decision_on)
    {
        return Command::AdmitMember {
            id: row.id.clone(),
            name: row.name.clone(),
            sex: row.sex,
            born_on: row.born_on,
            cell,
            considered_on,
            votes: VoteTotals {
                base: votes.base,
                yes: votes.yes,
            },
            decision_on,
            received_on: None,
            ceremony_on: row.admitted_on,
            special_consent: false,
            sector: row.sector,
            religious: row.religious,
        };
    }
    // A member who came from another cell of the record was there from the admission on, or
    // since the record speaks of that cell.
    let on = match &row.previous_cell {
        Some(previous) => beginnings
            .get(previous)
            .map_or(row.admitted_on, |beginning| row.admitted_on.max(beginning)),
        None => row.cell_since,
    };
    Command::RegisterMember {
        id: row.id.clone(),
        name: row.name.clone(),
        sex: row.sex,
        born_on: row.born_on,
        cell,
        on,
        decision_on: row.decision_on,
        admitted_on: row.admitted_on,
        recognized_on: row.recognized_on,
        sector: row.sector,
        religious: row.religious,
    }
}

fn rate(row: &RatingRow) -> Command {
    let facts = |subject| LevelFacts {
        subject,
        marks: row.marks,
        criteria: row.criteria.clone(),
        results: row.results,
        tasks: row.tasks.map(|tasks| TaskCounts {
            total: tasks.total,
            done: tasks.done,
            on_time: tasks.on_time,
            beyond: tasks.beyond,
            late: tasks.late,
        }),
        targets: row.targets.map(|targets| TargetCounts {
            total: targets.total,
            reached: targets.reached,
        }),
        disciplined: row.disciplined,
        subordinate_disciplined: row.subordinate_disciplined,
        further: None,
    };
    let (member, subject) = match &row.rated {
        Rated::Organization(id) => {
            return Command::RateOrganization {
                organization: id.clone(),
                year: row.year,
                facts: facts(RatedSubject::Organization),
                peer_group: row.peer_group.clone(),
            };
        }
        Rated::Leader(id) => (id, RatedSubject::Leader),
        Rated::Member(id) => (id, RatedSubject::Member),
    };
    Command::RateMember {
        member: member.clone(),
        year: row.year,
        facts: facts(subject),
        peer_group: row.peer_group.clone(),
        unit_led: row.unit_led.clone(),
    }
}

/// The column behind a field of a command.
fn column_of(file: &str, field: &str) -> String {
    match (file, field) {
        ("organizations.csv", "on") => "founded_on".to_owned(),
        ("members.csv", "on") => "cell_since".to_owned(),
        ("members.csv", "to") => "cell".to_owned(),
        ("members.csv", "from") => "standing_from".to_owned(),
        ("members.csv", "ceremonyOn") => "admitted_on".to_owned(),
        ("members.csv", "votes.base" | "base") => "votes_base".to_owned(),
        ("members.csv", "yes") => "votes_for".to_owned(),
        _ => {
            let mut column = String::with_capacity(field.len() + 4);
            for letter in field.chars() {
                if letter.is_ascii_uppercase() {
                    column.push('_');
                }
                column.push(letter.to_ascii_lowercase());
            }
            column
        }
    }
}
