//! Every type of the core that crosses, and every stateless door.
//!
//! Written by `cargo xtask mirror` from the core's source. Do not edit: edit the core.

#![allow(
    unused_imports,
    clippy::too_many_lines,
    reason = "the declarations are consumed by UniFFI's macros"
)]

use handbook::{
    KindId, MeetingId, MemberId, NaiveDate, OrganizationId, ParameterId, ProjectId, RuleId,
    TargetId,
};

use crate::failure::HandbookError;
use crate::identifiers::CalendarDate;
use crate::rule_book::RuleBook;
use handbook::error::AbsenceReason;
use handbook::error::InputCode;
use handbook::evaluation::ApplyCapInput;
use handbook::evaluation::CapCandidate;
use handbook::evaluation::CapOutcome;
use handbook::evaluation::ExcellentCap;
use handbook::evaluation::ExcellentCapInput;
use handbook::evaluation::LevelFacts;
use handbook::evaluation::LevelValue;
use handbook::evaluation::Ratable;
use handbook::evaluation::RatableInput;
use handbook::evaluation::RatedStanding;
use handbook::evaluation::RatedSubject;
use handbook::evaluation::TargetCounts;
use handbook::evaluation::TaskCounts;
use handbook::quantity::Comparison;
use handbook::quantity::Quantity;
use handbook::rulebook::Citation;
use handbook::rulebook::Instrument;
use handbook::rulebook::KindRule;
use handbook::rulebook::Overlay;
use handbook::rulebook::RuleBookProblem;
use handbook::rulebook::Sureness;
use handbook::rulebook::policy::CapReading;
use handbook::rulebook::policy::Grade;
use handbook::rulebook::policy::Level;
use handbook::verdict::Ground;
use handbook::verdict::PolicyUsed;

/// Why the rule book has no value on a date it covers.
#[uniffi::remote(Enum)]
pub enum AbsenceReason {
    /// There was a text, but no one has read it for this book.
    NotRead,
    /// There was no such rule on that date.
    NoRule,
}

/// A group with everyone in it who is eligible for excellent.
#[uniffi::remote(Record)]
pub struct ApplyCapInput {
    /// What the group is called.
    group: String,
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The superior judged the unit outstanding, which raises the share.
    outstanding: bool,
    /// All rated of the group.
    rated: u32,
    /// Those whose own facts give good; with the candidates at most `rated`.
    good: u32,
    /// Those whose own facts give excellent, in any order.
    candidates: Vec<CapCandidate>,
}

/// One who is eligible for excellent.
#[uniffi::remote(Record)]
pub struct CapCandidate {
    /// The host's identifier, 1 to 64 bytes.
    id: String,
    /// Marks in hundredths of a point, 0 to 10,000.
    marks: u32,
}

/// Who stays excellent. Every list is in the order of the identifiers' bytes.
#[uniffi::remote(Record)]
pub struct CapOutcome {
    /// The group, as asked.
    group: String,
    /// How many may be excellent.
    allowed: u32,
    /// Excellent without a vote.
    excellent: Vec<String>,
    /// Demoted to good.
    demoted: Vec<String>,
    /// Tied at the line: people must vote for `seats` of them; the rest are demoted.
    vote_needed: Vec<String>,
    /// How many of `voteNeeded` may be excellent; 0 when no vote is needed.
    seats: u32,
}

type CapOutcomeVerdict = handbook::verdict::Verdict<CapOutcome>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct CapOutcomeVerdict {
    /// The answer.
    value: CapOutcome,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// What the cap on "excellent" is a share of (section 6.4): E eligible for excellent, G good
/// before the cap, N rated.
#[uniffi::remote(Enum)]
pub enum CapReading {
    /// Of those good before anyone is demoted: k = min(E, ⌊G·p/q⌋).
    ShareOfGoodBeforeDemotion,
    /// Of those good in the final table: k = min(E, ⌊p(G+E)/(p+q)⌋).
    ShareOfGoodAfterDemotion,
    /// Of those good or better: k = min(E, ⌊(G+E)·p/q⌋).
    ShareOfGoodOrBetter,
    /// Of all rated: k = min(E, ⌊N·p/q⌋).
    ShareOfRated,
}

/// Instrument and clause behind a value, and the interval in which it is in force.
#[uniffi::remote(Record)]
pub struct Citation {
    /// The instrument's number, such as `294-QĐ/TW`.
    instrument: String,
    /// The clause, such as `§23.2` or `Điều 21.2`. Empty where the source names none; where the
    /// value is carried over, the clause that was read: `cf. 294-QĐ/TW §23.2`.
    clause: String,
    /// First day on which the value is in force.
    from: NaiveDate,
    /// Last day on which the value is in force; absent when the book knows no end.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// How sure the source is.
    sureness: Sureness,
    /// The overlay that set the value, if a body did.
    #[uniffi(default = None)]
    overlay: Option<String>,
}

/// How a measured quantity must stand to the required one.
#[uniffi::remote(Enum)]
pub enum Comparison {
    /// The required quantity or more.
    AtLeast,
    /// The required quantity or less.
    AtMost,
    /// More than the required quantity.
    MoreThan,
    /// Less than the required quantity.
    LessThan,
    /// Exactly the required quantity.
    Equals,
    /// Anything but the required quantity.
    Differs,
}

/// How many may be excellent.
#[uniffi::remote(Record)]
pub struct ExcellentCap {
    /// At most `eligible`.
    allowed: u32,
}

/// A group, counted, before anyone is demoted.
#[uniffi::remote(Record)]
pub struct ExcellentCapInput {
    /// E: those whose own facts give excellent.
    eligible: u32,
    /// G: those whose own facts give good; with `eligible` at most `rated`.
    good: u32,
    /// N: all rated.
    rated: u32,
    /// What the cap is a share of; absent for the reading in force.
    #[uniffi(default = None)]
    reading: Option<CapReading>,
    /// The superior judged the unit outstanding, which raises the share.
    outstanding: bool,
}

type ExcellentCapVerdict = handbook::verdict::Verdict<ExcellentCap>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct ExcellentCapVerdict {
    /// The answer.
    value: ExcellentCap,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// The grade of one criterion (mức độ), from the lowest to the highest.
#[uniffi::remote(Enum)]
pub enum Grade {
    /// Kém.
    Poor,
    /// Trung bình.
    Average,
    /// Tốt.
    Good,
    /// Xuất sắc.
    Excellent,
}

/// One comparison that an answer rests on: what was measured against what the rule in force
/// requires.
#[uniffi::remote(Record)]
pub struct Ground {
    /// The rule of the catalogue, such as `ORG-20`.
    rule: RuleId,
    /// The parameter of the rule book that gave the required quantity; its label names what was
    /// measured.
    parameter: ParameterId,
    /// Instrument and clause in force on the date, and how sure the source is.
    citation: Citation,
    /// What was measured.
    measured: Quantity,
    /// How it has to compare.
    comparison: Comparison,
    /// What is required.
    required: Quantity,
    /// Whether it does.
    holds: bool,
}

/// What is wrong with a value.
#[uniffi::remote(Enum)]
pub enum InputCode {
    /// Nothing where something is needed.
    Empty,
    /// More bytes, entries or lines than allowed.
    TooLong,
    /// Control characters or outer white space in an identifier.
    NotAnIdentifier,
    /// Not a date of the form `yyyy-mm-dd`.
    NotADate,
    /// Not a whole number of the form asked for.
    NotANumber,
    /// A number or date outside its range.
    OutOfRange,
    /// Not one of the allowed words.
    UnknownChoice,
    /// Refers to something that the record does not hold.
    UnknownId,
    /// Given twice where once is allowed.
    Duplicate,
    /// Two values that cannot both be true.
    Contradiction,
    /// An interval that ends before it starts, or a fact before its subject existed.
    DateOrder,
    /// An organization that would stand above itself.
    Cycle,
    /// Letters written as a base letter and separate combining marks.
    DecomposedText,
    /// Not valid JSON of the expected shape.
    NotJson,
}

/// A text that rules come from, with the time it was in force.
#[uniffi::remote(Record)]
pub struct Instrument {
    /// Its number, such as `294-QĐ/TW`.
    id: String,
    /// The chain of instruments it belongs to: `A` Charter implementation, `B` inspection,
    /// `C` violations, `D` evaluation, `E` cell meetings, `F` dues, `G` elections; absent for
    /// one that stands alone.
    #[uniffi(default = None)]
    chain: Option<String>,
    /// The day it was signed, where known.
    #[uniffi(default = None)]
    signed: Option<NaiveDate>,
    /// First day in force.
    from: NaiveDate,
    /// Last day in force; absent when the book knows no end.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// What it replaces.
    replaces: Vec<String>,
    /// How sure the interval is.
    sureness: Sureness,
}

/// What the book says of a kind of organization in one interval.
#[uniffi::remote(Record)]
pub struct KindRule {
    /// The kind, such as `chi_bo_co_so`.
    id: KindId,
    /// Its Vietnamese name.
    vi: String,
    /// Its English name.
    en: String,
    /// First day on which the kind exists.
    from: NaiveDate,
    /// Last day; absent when the book knows no end.
    #[uniffi(default = None)]
    to: Option<NaiveDate>,
    /// The kinds it may stand directly under; empty for a root.
    under: Vec<KindId>,
    /// Whether it is a grassroots organization (tổ chức cơ sở đảng).
    grassroots: bool,
    /// Whether its size decides between it and another kind (ORG-11).
    sized: bool,
    /// Whether members belong to it directly: a cell (chi bộ).
    cell: bool,
    /// The rule of the catalogue.
    rule: RuleId,
    /// The instrument.
    instrument: String,
    /// The clause; empty where it is not known, `cf.` where it is that of a neighbouring
    /// instrument.
    clause: String,
    /// How sure the source is.
    sureness: Sureness,
}

/// A yearly level (mức xếp loại), from the lowest to the highest.
#[uniffi::remote(Enum)]
pub enum Level {
    /// Không hoàn thành nhiệm vụ.
    NotCompleted,
    /// Hoàn thành nhiệm vụ.
    Completed,
    /// Hoàn thành tốt nhiệm vụ.
    Good,
    /// Hoàn thành xuất sắc nhiệm vụ.
    Excellent,
}

/// What is known of a subject at the end of the year. The scheme in force picks what it asks
/// for; the rest is not read.
#[uniffi::remote(Record)]
pub struct LevelFacts {
    /// Who is rated.
    subject: RatedSubject,
    /// Marks in hundredths of a point, 0 to 10,000.
    #[uniffi(default = None)]
    marks: Option<u32>,
    /// The grade of each criterion (tiêu chí).
    criteria: Vec<Grade>,
    /// The grade of the results of the year's tasks (kết quả thực hiện nhiệm vụ).
    #[uniffi(default = None)]
    results: Option<Grade>,
    /// The year's tasks.
    #[uniffi(default = None)]
    tasks: Option<TaskCounts>,
    /// The year's targets; judged for leaders and members where given (EVL-02).
    #[uniffi(default = None)]
    targets: Option<TargetCounts>,
    /// Disciplined in the year (bị kỷ luật trong năm). EVL-02.
    disciplined: bool,
    /// A subordinate organization or a member of the leadership was disciplined in the year;
    /// judged for organizations (EVL-01).
    subordinate_disciplined: bool,
}

/// The level that the subject's own facts give.
#[uniffi::remote(Record)]
pub struct LevelValue {
    /// The level, before the cap on excellent.
    level: Level,
    /// What the score alone gives, where the scheme in force has a score.
    #[uniffi(default = None)]
    by_score: Option<Level>,
    /// What the conditions or grades alone give.
    #[uniffi(default = None)]
    by_conditions: Option<Level>,
}

type LevelValueVerdict = handbook::verdict::Verdict<LevelValue>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct LevelValueVerdict {
    /// The answer.
    value: LevelValue,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// A body's own choices laid over the book.
#[uniffi::remote(Record)]
pub struct Overlay {
    /// Its identifier; shown in every citation that it set.
    id: String,
    /// The body that chose.
    body: String,
}

/// A named reading that the answer used where sources conflict or a body may choose.
#[uniffi::remote(Record)]
pub struct PolicyUsed {
    /// The rule of the catalogue.
    rule: RuleId,
    /// The parameter that names the policy.
    parameter: ParameterId,
    /// The reading chosen.
    choice: String,
    /// Where the choice comes from; `overlay` is set when a body chose it.
    citation: Citation,
}

/// A measured or required quantity.
#[uniffi::remote(Enum)]
pub enum Quantity {
    /// A number of persons, organizations, meetings or tasks.
    Count {
        /// How many.
        value: i64,
    },
    /// A part of a whole, exact.
    Share {
        /// How many of the whole.
        part: i64,
        /// The whole.
        whole: i64,
    },
    /// Marks in hundredths of a point: 9000 is 90 points.
    Marks {
        /// Hundredths of a point.
        hundredths: i64,
    },
    /// Calendar days.
    Days {
        /// How many.
        value: i64,
    },
    /// Working days (ngày làm việc).
    WorkingDays {
        /// How many.
        value: i64,
    },
    /// Months.
    Months {
        /// How many.
        value: i64,
    },
    /// Years.
    Years {
        /// How many.
        value: i64,
    },
    /// Minutes.
    Minutes {
        /// How many.
        value: i64,
    },
    /// A day.
    Date {
        /// The day.
        value: NaiveDate,
    },
    /// Money in whole đồng.
    Dong {
        /// How much.
        value: i64,
    },
    /// Yes or no.
    Flag {
        /// Yes or no.
        value: bool,
    },
    /// A word of a closed list: a grade, a level, a kind.
    Word {
        /// The word as it stands in JSON.
        value: String,
    },
}

/// Whether the subject is rated.
#[uniffi::remote(Record)]
pub struct Ratable {
    /// Whether it gets a level this year.
    rated: bool,
}

/// Who asks to be rated, and when.
#[uniffi::remote(Record)]
pub struct RatableInput {
    /// How the member stands on the day of rating.
    standing: RatedStanding,
    /// The day of admission; absent for an organization, and for a member admitted long ago
    /// whose day is not known.
    #[uniffi(default = None)]
    admitted_on: Option<NaiveDate>,
    /// The day of rating: for a year, its 31 December.
    on: NaiveDate,
}

type RatableVerdict = handbook::verdict::Verdict<Ratable>;
/// An answer with everything it rests on.
#[uniffi::remote(Record)]
pub struct RatableVerdict {
    /// The answer.
    value: Ratable,
    /// What was compared, in the order of judging.
    grounds: Vec<Ground>,
    /// Which named readings were used.
    policies: Vec<PolicyUsed>,
    /// How sure the least sure source behind the answer is; `read` when nothing was needed.
    sureness: Sureness,
}

/// How a member stands to the cell's activity when the year is rated.
#[uniffi::remote(Enum)]
pub enum RatedStanding {
    /// Takes part; a member temporarily elsewhere is rated at home as well.
    Active,
    /// Exempted from work and meetings (miễn công tác và sinh hoạt đảng).
    Exempted,
    /// Suspended (đình chỉ sinh hoạt).
    Suspended,
}

/// Who is rated.
#[uniffi::remote(Enum)]
pub enum RatedSubject {
    /// An organization (tổ chức đảng, tập thể).
    Organization,
    /// A member who leads a unit (cá nhân giữ chức vụ lãnh đạo, quản lý): the tasks are those of
    /// the unit led.
    Leader,
    /// Any other member (đảng viên không giữ chức vụ lãnh đạo, quản lý).
    Member,
}

/// A check that a rule book or an overlay fails.
#[uniffi::remote(Enum)]
pub enum RuleBookProblem {
    /// A parameter that no formula knows.
    UnknownParameter {
        /// The parameter.
        parameter: String,
    },
    /// A parameter that a formula needs and the book lacks.
    MissingParameter {
        /// The parameter.
        parameter: String,
    },
    /// A parameter, kind, instrument or holiday given twice.
    Duplicate {
        /// What is given twice.
        id: String,
    },
    /// A value that is not of its parameter's shape, outside its limits, or an unknown word.
    WrongValue {
        /// The parameter.
        parameter: String,
        /// First day of the value's interval.
        from: NaiveDate,
    },
    /// Neither or both of a value and a reason for its absence.
    ValueOrAbsence {
        /// The parameter.
        parameter: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A value without an instrument, or without a word on how sure it is.
    Unsourced {
        /// The parameter.
        parameter: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A value carried over to an instrument of another chain than its source.
    ForeignChain {
        /// The parameter or kind.
        id: String,
        /// The instrument it is carried to.
        instrument: String,
    },
    /// Days without a statement, not even that nothing is known.
    Gap {
        /// The parameter.
        parameter: String,
        /// First day of the gap.
        from: NaiveDate,
        /// Last day of the gap.
        to: NaiveDate,
    },
    /// Two statements for one day.
    Overlap {
        /// The parameter or kind.
        id: String,
        /// First day with two entries.
        date: NaiveDate,
    },
    /// An interval that ends before it starts.
    DateOrder {
        /// The parameter, kind or instrument.
        id: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A citation of an instrument that the book does not list.
    UnknownInstrument {
        /// The parameter or kind.
        id: String,
        /// The instrument cited.
        instrument: String,
    },
    /// A value in force on days when its instrument was not.
    OutsideInstrument {
        /// The parameter or kind.
        id: String,
        /// The instrument cited.
        instrument: String,
        /// First day of the interval.
        from: NaiveDate,
    },
    /// A kind under which another may stand, but that no entry describes.
    UnknownKind {
        /// The kind.
        id: String,
        /// The unknown one.
        under: String,
    },
    /// An overlay that sets a parameter which no body may choose for itself.
    NotLocal {
        /// The parameter.
        parameter: String,
    },
}

/// How sure the source of a value is, from the surest to the least sure.
#[uniffi::remote(Enum)]
pub enum Sureness {
    /// Read in the full text of the instrument.
    Read,
    /// Read on a secondary page: press, legal questions and answers.
    Secondary,
    /// Seen only in third-party data: a hint.
    Weak,
    /// Carried over from a neighbouring instrument whose text was read; the text in force on
    /// the date was not.
    Inferred,
    /// Chosen by a body in its overlay, or a convention of this rule book.
    Chosen,
}

/// The year's targets (chỉ tiêu), counted.
#[uniffi::remote(Record)]
pub struct TargetCounts {
    /// Targets of the year, 1 or more.
    total: u32,
    /// Reached; at most `total`.
    reached: u32,
}

/// The year's tasks, counted.
#[uniffi::remote(Record)]
pub struct TaskCounts {
    /// Tasks of the year, 1 or more.
    total: u32,
    /// Done, in time or late; at most `total`.
    done: u32,
    /// Done in time and with quality.
    on_time: u32,
    /// Done beyond what was required (vượt mức yêu cầu); at most `done`.
    beyond: u32,
    /// Done late; with `onTime` at most `done`.
    late: u32,
}

#[uniffi::export]
impl RuleBook {
    /// How many of a group may be excellent (tỷ lệ hoàn thành xuất sắc nhiệm vụ): section 6.4 of the
    /// catalogue; 124-QĐ/TW and 366-QĐ/TW Art. 12.
    ///
    /// Sources differ on what the share is of, within which group it holds and how it becomes a whole
    /// number: all three are policies of the rule book and shown in the answer. The counts must be
    /// those of one group of the kind that the policy names. The reading may be chosen in the
    /// question, to see how much depends on it.
    pub fn excellent_cap(
        &self,
        on: CalendarDate,
        input: ExcellentCapInput,
    ) -> Result<ExcellentCapVerdict, HandbookError> {
        Ok(handbook::evaluation::excellent_cap(
            &self.book.on(on)?,
            &input,
        )?)
    }

    /// Who of a group stays excellent under the cap: the candidates with the most marks, as many as
    /// `excellent_cap` allows.
    ///
    /// A tie at the line is not broken: those tied are named in `voteNeeded` with the number of
    /// `seats` left, and the competent body votes.
    pub fn apply_cap(
        &self,
        on: CalendarDate,
        input: ApplyCapInput,
    ) -> Result<CapOutcomeVerdict, HandbookError> {
        Ok(handbook::evaluation::apply_cap(&self.book.on(on)?, &input)?)
    }

    /// The yearly level of an organization or a member (mức xếp loại) by the subject's own facts,
    /// before the cap on excellent.
    ///
    /// Under the scheme of grades (124-QĐ/TW, section 6.3 of the catalogue) the lowest criterion and
    /// the results decide. Under the scheme of score and tasks (366-QĐ/TW, section 6.2) both decide
    /// and the lower of the two counts: a score of 95 with a task undone is not excellent. Then come
    /// the targets of leaders and members, and discipline in the year (EVL-01, EVL-02), which only
    /// lower.
    pub fn level(
        &self,
        on: CalendarDate,
        input: LevelFacts,
    ) -> Result<LevelValueVerdict, HandbookError> {
        Ok(handbook::evaluation::level(&self.book.on(on)?, &input)?)
    }

    /// Whether an organization or a member is rated this year (thuộc diện đánh giá, xếp loại):
    /// EVL-10, 294-QĐ/TW §7.2.3. Exempted and suspended members are not, nor are those admitted less
    /// than six months before.
    ///
    /// The months since admission are full months by the day: admitted on 30 June, a member has six
    /// months on 30 December.
    pub fn ratable(
        &self,
        on: CalendarDate,
        input: RatableInput,
    ) -> Result<RatableVerdict, HandbookError> {
        Ok(handbook::evaluation::ratable(&self.book.on(on)?, &input)?)
    }
}
