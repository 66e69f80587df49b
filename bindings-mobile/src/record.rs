//! The record as a handle, and its view on one day.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use handbook::document::{DocumentHits, SearchInput};
use handbook::evaluation::CapTerms;
use handbook::exchange::{ReadOptions, TableFile};
use handbook::handbook::{
    AbsencesAnswer, CalendarLine, CalibrationAnswer, Command, DocumentAnswer, EvaluationAnswer,
    EvaluationsAnswer, Event, FeedRequest, InspectionsAnswer, LevelAnswer, LevelExplained,
    LevelSubject, LevelsAnswer, LevelsReadOtherwise, LineageAnswer, MattersAnswer, MeetingAnswer,
    MemberAnswer, MemberFlow, MemberLine, MonitorAnswer, Obligation, OldFigure, OrganizationAnswer,
    Outcome, PostLine, RecordAnswer, RecordQuestion, RestatedAnswer, ReviewAnswer, TargetsAnswer,
    TasksAnswer, TreeLine,
};
use handbook::question::to_json;
use handbook::report::{DistrictYear, DistrictYearRequest};
use handbook::rulebook::policy::AttendanceCounting;
use handbook::{DocumentId, MeetingId, MemberId, OrganizationId};

use crate::failure::HandbookError;
use crate::identifiers::CalendarDate;
use crate::mirror::AttendanceSummaryVerdict;
use crate::rule_book::RuleBook;

/// The record of an organization and everything below it: dated facts, judged by a rule book.
///
/// The record is kept in memory; the app stores its `events` and applies them again. It can be
/// shared between threads: calls wait for each other.
#[derive(Debug, uniffi::Object)]
pub struct Handbook {
    book: Arc<RuleBook>,
    record: Mutex<handbook::handbook::Handbook>,
}

impl Handbook {
    fn over(book: Arc<RuleBook>, record: handbook::handbook::Handbook) -> Arc<Self> {
        Arc::new(Self {
            book,
            record: Mutex::new(record),
        })
    }

    fn record(&self) -> MutexGuard<'_, handbook::handbook::Handbook> {
        // A call that panicked has changed nothing: the core applies an event or leaves it.
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl Handbook {
    /// An empty record, judged by a rule book.
    #[uniffi::constructor]
    #[must_use]
    pub fn new(book: Arc<RuleBook>) -> Arc<Self> {
        Self::over(book, handbook::handbook::Handbook::new())
    }

    /// A record of CSV tables: `organizations.csv` and `members.csv`, and where there are any
    /// `posts.csv`, `meetings.csv`, `attendance.csv`, `targets.csv`, `ratings.csv`,
    /// `adoption.csv` and `projects.csv`. Every line is judged like a command.
    ///
    /// `spreadsheet` takes a byte order mark and semicolons, as some spreadsheets write them.
    /// What is wrong with the tables is told in one error, every problem with file and line.
    #[uniffi::constructor(default(spreadsheet = false))]
    pub fn open(
        book: Arc<RuleBook>,
        tables: Vec<TableFile>,
        recorded_on: CalendarDate,
        spreadsheet: bool,
    ) -> Result<Arc<Self>, HandbookError> {
        let options = ReadOptions {
            spreadsheet,
            ..ReadOptions::default()
        };
        let record =
            handbook::handbook::Handbook::open(&book.book, &tables, &options, recorded_on)?;
        Ok(Self::over(book, record))
    }

    /// The same record, judged by another rule book: last year under its own rules, or a province
    /// with its overlay.
    #[must_use]
    pub fn with_rule_book(&self, book: Arc<RuleBook>) -> Arc<Self> {
        Self::over(book, self.record().clone())
    }

    /// The rule book that judges.
    #[must_use]
    pub fn rule_book(&self) -> Arc<RuleBook> {
        Arc::clone(&self.book)
    }

    /// Judges a command by the rules in force on its date and, unless a rule forbids it, takes it
    /// in. `recorded_on` is the day on which the app learned of it.
    ///
    /// An act that a rule forbids is no error but `Outcome.Refused`, with its grounds. After an
    /// error the record is as it was.
    pub fn submit(
        &self,
        command: Command,
        recorded_on: CalendarDate,
    ) -> Result<Outcome, HandbookError> {
        Ok(self
            .record()
            .submit(&self.book.book, command, recorded_on)?)
    }

    /// Takes in events that were accepted before: from the app's storage, or another device.
    ///
    /// Each must follow the last one. On an error those before the wrong one have been taken in.
    pub fn apply(&self, events: Vec<Event>) -> Result<(), HandbookError> {
        let mut record = self.record();
        for event in events {
            record.apply(event)?;
        }
        Ok(())
    }

    /// Every event, in order: what the app stores.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        self.record().events().to_vec()
    }

    /// The events after the first `known` ones: what the app has not stored yet.
    #[must_use]
    pub fn events_after(&self, known: u32) -> Vec<Event> {
        let known = usize::try_from(known).unwrap_or(usize::MAX);
        self.record().events().iter().skip(known).cloned().collect()
    }

    /// The record as it was known on a day: without what was recorded later.
    pub fn as_known_on(&self, date: CalendarDate) -> Result<Arc<Self>, HandbookError> {
        Ok(Self::over(
            Arc::clone(&self.book),
            self.record().as_known_on(date)?,
        ))
    }

    /// The record on a day, judged by the rules in force then. What rests on the record alone
    /// (tree, members, posts, lineage, restated figures) answers for any day; what rests on rules
    /// fails on a day that the rule book does not cover.
    ///
    /// The view follows the record: what is submitted later shows in it.
    #[must_use]
    pub fn on(self: Arc<Self>, date: CalendarDate) -> Arc<DayView> {
        Arc::new(DayView {
            handbook: self,
            date,
        })
    }

    /// The year of a district: figures, levels, caps and misfits, each with its grounds.
    pub fn district_year(
        &self,
        request: DistrictYearRequest,
    ) -> Result<DistrictYear, HandbookError> {
        Ok(handbook::report::district_year(
            &self.record(),
            &self.book.book,
            &request,
        )?)
    }

    /// The year of a district as JSON: the same bytes on every platform.
    pub fn district_year_json(
        &self,
        request: DistrictYearRequest,
    ) -> Result<String, HandbookError> {
        Ok(to_json(&self.district_year(request)?))
    }
}

/// The record on one day, with the rules in force then.
#[derive(Debug, uniffi::Object)]
pub struct DayView {
    handbook: Arc<Handbook>,
    date: CalendarDate,
}

#[uniffi::export]
impl DayView {
    /// The day.
    #[must_use]
    pub fn date(&self) -> CalendarDate {
        self.date
    }

    /// The organizations without a parent, in the order they entered the record.
    pub fn roots(&self) -> Result<Vec<OrganizationId>, HandbookError> {
        Ok(self
            .handbook
            .record()
            .on(&self.handbook.book.book, self.date)?
            .roots())
    }

    /// An organization: where it stands, who belongs to it, and the form that fits its size.
    pub fn organization(&self, id: OrganizationId) -> Result<OrganizationAnswer, HandbookError> {
        let record = self.handbook.record();
        Ok(record
            .on(&self.handbook.book.book, self.date)?
            .organization(&id)?)
    }

    /// A member: home, standing, posts.
    pub fn member(&self, id: MemberId) -> Result<MemberAnswer, HandbookError> {
        let record = self.handbook.record();
        Ok(record
            .on(&self.handbook.book.book, self.date)?
            .member(&id)?)
    }

    /// Every organization below one, and itself, parents first.
    pub fn subtree(&self, id: OrganizationId) -> Result<Vec<OrganizationId>, HandbookError> {
        let record = self.handbook.record();
        Ok(record
            .on(&self.handbook.book.book, self.date)?
            .subtree(&id)?)
    }

    /// Attendance of an organization and everything below it over an interval: sums of counts.
    /// `counting` says who counts; without it, the policy in force does.
    #[uniffi::method(default(counting = None))]
    pub fn attendance(
        &self,
        id: OrganizationId,
        from: CalendarDate,
        to: CalendarDate,
        counting: Option<AttendanceCounting>,
    ) -> Result<AttendanceSummaryVerdict, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.attendance(&id, from, to, counting)?)
    }

    /// The tree below an organization, or the whole record: what each is, and its members.
    #[uniffi::method(default(id = None))]
    pub fn tree(&self, id: Option<OrganizationId>) -> Result<Vec<TreeLine>, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.tree(id.as_ref())?)
    }

    /// Everyone who belongs to an organization or to one below it.
    pub fn members(&self, id: OrganizationId) -> Result<Vec<MemberLine>, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.members(&id)?)
    }

    /// Every post held in an organization or in one below it.
    pub fn posts(&self, id: OrganizationId) -> Result<Vec<PostLine>, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.posts(&id)?)
    }

    /// What an organization was, what came before it, and what became of it; it may have ended.
    #[uniffi::method(default(from = None))]
    pub fn lineage(
        &self,
        id: OrganizationId,
        from: Option<CalendarDate>,
    ) -> Result<LineageAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.lineage(&id, from)?)
    }

    /// What does not fit the rules of the day, with the acts that would mend it.
    #[uniffi::method(default(id = None))]
    pub fn review(&self, id: Option<OrganizationId>) -> Result<ReviewAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.review(id.as_ref())?)
    }

    /// A meeting as far as the asker may see; without an asker everything.
    #[uniffi::method(default(asker = None))]
    pub fn meeting(
        &self,
        id: MeetingId,
        asker: Option<MemberId>,
    ) -> Result<MeetingAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.meeting(&id, asker.as_ref())?)
    }

    /// The meetings of an organization and of those above that concern all its members, by day.
    pub fn calendar(
        &self,
        id: OrganizationId,
        from: CalendarDate,
        to: CalendarDate,
    ) -> Result<Vec<CalendarLine>, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.calendar(&id, from, to)?)
    }

    /// The meetings that concern a member, by day.
    pub fn member_calendar(
        &self,
        id: MemberId,
        from: CalendarDate,
        to: CalendarDate,
    ) -> Result<Vec<CalendarLine>, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.member_calendar(&id, from, to)?)
    }

    /// Whether cells held their monthly meeting; without an asker everything.
    #[uniffi::method(default(asker = None))]
    pub fn monitor(
        &self,
        id: OrganizationId,
        year: i32,
        month: u32,
        asker: Option<MemberId>,
    ) -> Result<MonitorAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.monitor(&id, year, month, asker.as_ref())?)
    }

    /// The tasks given by an organization and those below it; of one member or one meeting only,
    /// where named; without an asker everything.
    #[uniffi::method(default(member = None, meeting = None, asker = None))]
    pub fn tasks(
        &self,
        id: OrganizationId,
        member: Option<MemberId>,
        meeting: Option<MeetingId>,
        asker: Option<MemberId>,
    ) -> Result<TasksAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.tasks(&id, member.as_ref(), meeting.as_ref(), asker.as_ref())?)
    }

    /// Petitions, difficulties and complex issues of an organization and those below it.
    #[uniffi::method(default(asker = None))]
    pub fn matters(
        &self,
        id: OrganizationId,
        asker: Option<MemberId>,
    ) -> Result<MattersAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.matters(&id, asker.as_ref())?)
    }

    /// Inspections and supervisions of an organization and those below it.
    #[uniffi::method(default(asker = None))]
    pub fn inspections(
        &self,
        id: OrganizationId,
        asker: Option<MemberId>,
    ) -> Result<InspectionsAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.inspections(&id, asker.as_ref())?)
    }

    /// Yearly targets of an organization and those below it; without an asker everything.
    #[uniffi::method(default(asker = None))]
    pub fn targets(
        &self,
        id: OrganizationId,
        year: i32,
        asker: Option<MemberId>,
    ) -> Result<TargetsAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.targets(&id, year, asker.as_ref())?)
    }

    /// Absences of a cell's members in a year; without an asker everybody's.
    #[uniffi::method(default(asker = None))]
    pub fn absences(
        &self,
        id: OrganizationId,
        year: i32,
        asker: Option<MemberId>,
    ) -> Result<AbsencesAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.absences(&id, year, asker.as_ref())?)
    }

    /// The meetings of a cell or of a member as iCalendar text.
    pub fn feed(&self, request: FeedRequest) -> Result<String, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.feed(&request)?)
    }

    /// Documents of the record, found by their words.
    pub fn documents(&self, search: SearchInput) -> Result<DocumentHits, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.documents(&search)?)
    }

    /// A document, and whether it is in force on the day.
    pub fn document(&self, id: DocumentId) -> Result<DocumentAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.document(&id)?)
    }

    /// What is still to be done; without an organization also for those that have ended.
    #[uniffi::method(default(id = None))]
    pub fn obligations(
        &self,
        id: Option<OrganizationId>,
    ) -> Result<Vec<Obligation>, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.obligations(id.as_ref())?)
    }

    /// Figures of an earlier day, added up by the organizations of this one.
    pub fn restated(
        &self,
        from: CalendarDate,
        figures: Vec<OldFigure>,
    ) -> Result<RestatedAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.restated(from, &figures)?)
    }

    /// Where the members of an earlier day are on this one, cell by cell.
    pub fn member_flows(
        &self,
        id: OrganizationId,
        from: CalendarDate,
    ) -> Result<Vec<MemberFlow>, HandbookError> {
        let record = self.handbook.record();
        let view = record.whenever(&self.handbook.book.book, self.date)?;
        Ok(view.member_flows(&id, from)?)
    }

    /// The rating of an organization or a member for a year: steps, levels in time, who is next;
    /// without an asker everything.
    #[uniffi::method(default(asker = None))]
    pub fn evaluation(
        &self,
        subject: LevelSubject,
        year: i32,
        asker: Option<MemberId>,
    ) -> Result<EvaluationAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.evaluation(&subject, year, asker.as_ref())?)
    }

    /// The ratings of a year below an organization, in their order; without an asker everything.
    #[uniffi::method(default(asker = None))]
    pub fn evaluations(
        &self,
        id: OrganizationId,
        year: i32,
        asker: Option<MemberId>,
    ) -> Result<EvaluationsAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.evaluations(&id, year, asker.as_ref())?)
    }

    /// How self-scores, the votes of cells and the levels decided differ, of the members of an
    /// organization and below.
    #[uniffi::method(default(asker = None))]
    pub fn calibration(
        &self,
        id: OrganizationId,
        year: i32,
        asker: Option<MemberId>,
    ) -> Result<CalibrationAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.calibration(&id, year, asker.as_ref())?)
    }

    /// The yearly level of an organization or a member, with everything it rests on.
    pub fn level(&self, subject: LevelSubject, year: i32) -> Result<LevelAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.level(&subject, year)?)
    }

    /// Why an organization or a member has its yearly level: the chain from the facts to the level
    /// after the cap, and the least changes.
    #[uniffi::method(default(asker = None))]
    pub fn level_explained(
        &self,
        subject: LevelSubject,
        year: i32,
        asker: Option<MemberId>,
    ) -> Result<LevelExplained, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.level_explained(&subject, year, asker.as_ref())?)
    }

    /// The yearly levels of an organization and everyone below it, with the caps: 500 lines from
    /// the first, unless the question says otherwise, and at most 5,000.
    #[uniffi::method(default(asker = None, offset = None, limit = None))]
    pub fn levels(
        &self,
        id: OrganizationId,
        year: i32,
        asker: Option<MemberId>,
        offset: Option<u32>,
        limit: Option<u32>,
    ) -> Result<LevelsAnswer, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.levels(&id, year, asker.as_ref(), offset, limit)?)
    }

    /// Who of an organization and below it would have another level if the cap were read
    /// otherwise; in pages like `levels`.
    #[uniffi::method(default(asker = None, offset = None, limit = None))]
    pub fn levels_read_otherwise(
        &self,
        id: OrganizationId,
        year: i32,
        terms: CapTerms,
        asker: Option<MemberId>,
        offset: Option<u32>,
        limit: Option<u32>,
    ) -> Result<LevelsReadOtherwise, HandbookError> {
        let record = self.handbook.record();
        let view = record.on(&self.handbook.book.book, self.date)?;
        Ok(view.levels_read_otherwise(&id, year, &terms, asker.as_ref(), offset, limit)?)
    }

    /// Answers a question given as a value.
    pub fn ask(&self, question: RecordQuestion) -> Result<RecordAnswer, HandbookError> {
        let record = self.handbook.record();
        Ok(record.ask(&self.handbook.book.book, self.date, &question)?)
    }
}
