//! The calendar of a body's meetings.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::pattern::{MeetingPattern, month_of};
use crate::calendar::{DaysOff, TimeOfDay};
use crate::check::{in_range, not_before};
use crate::compact::sort_by_key;
use crate::error::{HandbookError, InputCode, InputError};
use crate::exchange::MeetingKind;
use crate::quantity::{Comparison, Quantity};
use crate::rulebook::{Parameter, Rules, parameter};
use crate::verdict::{Basis, Recorder, Verdict};

/// Most days of one calendar, both ends included: five years.
const MOST_DAYS: i64 = 1_827;

/// Most minutes of a meeting: a day.
const MOST_MINUTES: u32 = 1_440;

/// A body that meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingBody {
    /// A cell (chi bộ).
    Cell,
    /// The committee of a cell (chi ủy).
    CellCommittee,
    /// A Party group (tổ đảng).
    PartyGroup,
    /// A whole grassroots committee with all its members (đảng bộ cơ sở).
    GrassrootsCommittee,
    /// A departmental committee (đảng bộ bộ phận).
    DepartmentalCommittee,
    /// The standing committee of a grassroots committee with delegated powers (ban thường vụ của
    /// đảng bộ cơ sở được giao quyền).
    DelegatedStandingCommittee,
    /// Its committee (ban chấp hành).
    DelegatedCommittee,
}

/// What becomes of a meeting whose day is a named holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HolidayShift {
    /// It stays.
    Keep,
    /// The next working day.
    NextWorkingDay,
    /// The working day before.
    PreviousWorkingDay,
    /// The next day that is no holiday, be it of a weekend.
    NextDayNoHoliday,
    /// The day before that is no holiday, be it of a weekend.
    PreviousDayNoHoliday,
}

/// What becomes of a meeting whose day is of a weekend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WeekendShift {
    /// It stays.
    Keep,
    /// The next working day.
    NextWorkingDay,
    /// The working day before.
    PreviousWorkingDay,
}

/// How thematic meetings (sinh hoạt chuyên đề) are held. MTG-06.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum ThematicMeetings {
    /// As part of the monthly meeting, which stays a monthly one.
    Combined {
        /// The months, 1 to 12, each once.
        months: Vec<u32>,
    },
    /// As meetings of their own.
    Separate {
        /// The months, 1 to 12, each once.
        months: Vec<u32>,
        /// Their day.
        pattern: MeetingPattern,
    },
}

/// A single day that the secretary sets otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum MeetingException {
    /// The meeting is held on another day, whatever day that is.
    Moved {
        /// The day by the pattern.
        #[serde(deserialize_with = "crate::wire::day")]
        nominal_on: NaiveDate,
        /// The day set.
        #[serde(deserialize_with = "crate::wire::day")]
        to: NaiveDate,
    },
    /// The meeting is not held.
    Dropped {
        /// The day by the pattern.
        #[serde(deserialize_with = "crate::wire::day")]
        nominal_on: NaiveDate,
    },
}

/// A body's pattern of meetings, and the days for which a calendar is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingCalendarInput {
    /// The body.
    pub body: MeetingBody,
    /// First day; a meeting belongs to the calendar by its day in the pattern.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// Last day, at most 1,827 days with the first (five years).
    #[serde(deserialize_with = "crate::wire::day")]
    pub to: NaiveDate,
    /// The day of the month. MTG-05.
    pub pattern: MeetingPattern,
    /// Months with a meeting, 1 to 12, each once; none for every month. A grassroots committee
    /// names its months, such as 6 and 12.
    #[serde(default)]
    pub months: Vec<u32>,
    /// The rule for holidays.
    pub holidays: HolidayShift,
    /// The rule for weekends; it is asked after the one for holidays, of the day found.
    pub weekends: WeekendShift,
    /// Thematic meetings; absent for none.
    #[serde(default)]
    pub thematic: Option<ThematicMeetings>,
    /// The grassroots committee meets in clusters (theo cụm); `false` for every other body.
    #[serde(default)]
    pub in_clusters: bool,
    /// When the meetings begin.
    #[serde(default)]
    pub starts_at: Option<TimeOfDay>,
    /// How long they last, 1 to 1,440 minutes; only with `starts_at`.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Days that the secretary sets otherwise, each day of the pattern once; where two meetings
    /// share a day, both.
    #[serde(default)]
    pub exceptions: Vec<MeetingException>,
}

/// Why a meeting is not on the day of the pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MovedBy {
    /// The day is a holiday.
    Holiday,
    /// The day is of a weekend.
    Weekend,
    /// The secretary set another day.
    Secretary,
}

/// A meeting of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlannedMeeting {
    /// Its kind.
    pub kind: MeetingKind,
    /// A thematic part is combined with it.
    pub thematic_part: bool,
    /// The day by the pattern.
    #[serde(deserialize_with = "crate::wire::day")]
    pub nominal_on: NaiveDate,
    /// The day on which it is held.
    #[serde(deserialize_with = "crate::wire::day")]
    pub held_on: NaiveDate,
    /// What moved it, in order; empty where nothing did.
    pub moved_by: Vec<MovedBy>,
    /// The Vietnamese name of the holiday on the day by the pattern, moved or not.
    pub holiday: Option<String>,
    /// Whether it is held in another month than the pattern says.
    pub out_of_month: bool,
    /// When it begins.
    pub starts_at: Option<TimeOfDay>,
    /// How long it lasts, in minutes.
    pub minutes: Option<u32>,
}

/// Which meetings a rule asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingRequired {
    /// Regular ones. MTG-01, MTG-04.
    Regular,
    /// Thematic ones. MTG-06.
    Thematic,
    /// Those of a whole grassroots committee. MTG-02.
    CommitteeWide,
}

/// A stretch of time with too few meetings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LackingPeriod {
    /// First day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub to: NaiveDate,
    /// Meetings held in it.
    pub meetings: u32,
}

/// What a rule asks of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingRequirement {
    /// Which meetings.
    pub required: MeetingRequired,
    /// Months of one period: 1 for each month, 3 for each quarter, 12 for each year. Periods are
    /// counted from January.
    pub months: u32,
    /// The fewest meetings in each.
    pub least: u32,
    /// Whole periods of the calendar that were judged.
    pub periods: u32,
    /// Those with too few meetings, in order.
    pub lacking: Vec<LackingPeriod>,
}

/// A calendar of meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeetingCalendar {
    /// The meetings by the day on which they are held, then by the day of the pattern; a monthly
    /// one before a thematic one.
    pub meetings: Vec<PlannedMeeting>,
    /// What the rules ask, judged by the days on which meetings are held.
    pub requirements: Vec<MeetingRequirement>,
}

/// A body's calendar of meetings (lịch sinh hoạt) by its own pattern, and what the rules of the
/// day asked ask of it: MTG-01 (Charter Art. 24; 294-QĐ/TW §20.3.2–20.3.3) for cells, their
/// committees, Party groups and departmental committees; MTG-02 and MTG-03 (§21) for a whole
/// grassroots committee; MTG-04 (§10.6.2d) for committees with delegated powers; MTG-06
/// (12-HD/BTCTW of 2018, 42-HD/BTCTW) for thematic meetings of a cell.
///
/// The day is local custom and stands in the question (MTG-05). A day that is a named holiday goes
/// by the rule for holidays; the day found, if it is of a weekend, by the rule for weekends; a day
/// that the secretary sets goes by neither. A meeting counts in the month in which it is held, so
/// one moved out of its month leaves that month without. A thematic part combined with a monthly
/// meeting counts for both; a thematic meeting of its own does not replace the monthly one. Only
/// periods that lie wholly between `from` and `to` are judged; that "every three months" means
/// each quarter of the year is a convention of this library.
///
/// ```
/// use handbook::meeting::{
///     HolidayShift, MeetingBody, MeetingCalendarInput, MeetingPattern, ShortMonth, WeekendShift,
///     meeting_calendar,
/// };
/// use handbook::{RuleBook, date};
///
/// let book = RuleBook::vietnam();
/// let calendar = MeetingCalendarInput {
///     body: MeetingBody::Cell,
///     from: date(2023, 9, 1)?,
///     to: date(2023, 9, 30)?,
///     pattern: MeetingPattern::DayOfMonth { day: 3, short_month: ShortMonth::LastDay },
///     months: Vec::new(),
///     holidays: HolidayShift::NextWorkingDay,
///     weekends: WeekendShift::NextWorkingDay,
///     thematic: None,
///     in_clusters: false,
///     starts_at: None,
///     minutes: None,
///     exceptions: Vec::new(),
/// };
/// let answer = meeting_calendar(&book.on(date(2023, 9, 1)?)?, &calendar)?.value;
/// // A Sunday, and the Monday after is a holiday too.
/// assert_eq!(answer.meetings[0].held_on, date(2023, 9, 5)?);
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming `to` before `from` or more than 1,827 days, `pattern.day`,
/// `months`, `thematic.months` and `minutes` out of range or given twice, an exception for a day
/// that is not of the pattern, and what does not go together; [`HandbookError::OutsideRuleBook`]
/// for a day of the pattern that the book does not cover; [`HandbookError::RuleNotInForce`] where
/// it knows no rule or no holidays.
pub fn meeting_calendar(
    rules: &Rules<'_>,
    input: &MeetingCalendarInput,
) -> Result<Verdict<MeetingCalendar>, HandbookError> {
    input.check()?;
    let mut meetings = input.nominal();
    input.apply_exceptions(&mut meetings)?;
    let mut days_off = DaysOff::new(rules)?;
    for meeting in &mut meetings {
        input.shift(meeting, &mut days_off)?;
    }
    sort_by_key(&mut meetings, |meeting| {
        (meeting.held_on, meeting.nominal_on, meeting.kind)
    });
    let mut judged = Judged {
        rules,
        input,
        meetings: &meetings,
        basis: Basis::default(),
        requirements: Vec::new(),
    };
    judged.judge()?;
    let (basis, requirements) = (judged.basis, judged.requirements);
    Ok(Verdict::new(
        MeetingCalendar {
            meetings,
            requirements,
        },
        basis,
    ))
}

impl MeetingCalendarInput {
    fn check(&self) -> Result<(), HandbookError> {
        not_before("to", self.to, self.from)?;
        let days = (self.to - self.from).num_days() + 1;
        if days > MOST_DAYS {
            return Err(InputError::new(InputCode::OutOfRange, "to", self.to)
                .with_limit(format!("1..={MOST_DAYS}"))
                .into());
        }
        self.pattern.check("pattern.day")?;
        check_months("months", &self.months)?;
        let whole_committee = self.body == MeetingBody::GrassrootsCommittee;
        if whole_committee && self.months.is_empty() {
            return Err(InputError::new(InputCode::Empty, "months", "").into());
        }
        if self.in_clusters && !whole_committee {
            return Err(contradiction("inClusters", "true"));
        }
        match &self.thematic {
            None => {}
            Some(_) if whole_committee => return Err(contradiction("thematic", "")),
            Some(ThematicMeetings::Combined { months }) => {
                check_months("thematic.months", months)?;
            }
            Some(ThematicMeetings::Separate { months, pattern }) => {
                check_months("thematic.months", months)?;
                pattern.check("thematic.pattern.day")?;
            }
        }
        if let Some(minutes) = self.minutes {
            in_range("minutes", minutes, 1, MOST_MINUTES)?;
            if self.starts_at.is_none() {
                return Err(contradiction("minutes", &minutes.to_string()));
            }
        }
        Ok(())
    }

    /// The meetings on the days of the pattern.
    fn nominal(&self) -> Vec<PlannedMeeting> {
        let regular = if self.body == MeetingBody::GrassrootsCommittee {
            MeetingKind::CommitteeWide
        } else {
            MeetingKind::Monthly
        };
        let mut meetings = Vec::new();
        let (mut year, mut month) = (self.from.year(), self.from.month());
        while (year, month) <= (self.to.year(), self.to.month()) {
            let Some((first, last)) = month_of(year, month) else {
                break;
            };
            let mut add = |pattern: MeetingPattern, kind, thematic_part| {
                if let Some(day) = pattern.day_in(first, last)
                    && day >= self.from
                    && day <= self.to
                {
                    meetings.push(self.planned(day, kind, thematic_part));
                }
            };
            if self.months.is_empty() || self.months.contains(&month) {
                let combined = matches!(&self.thematic,
                    Some(ThematicMeetings::Combined { months }) if months.contains(&month));
                add(self.pattern, regular, combined);
            }
            if let Some(ThematicMeetings::Separate { months, pattern }) = &self.thematic
                && months.contains(&month)
            {
                add(*pattern, MeetingKind::Thematic, false);
            }
            (year, month) = if month == 12 {
                (year + 1, 1)
            } else {
                (year, month + 1)
            };
        }
        meetings
    }

    fn planned(&self, day: NaiveDate, kind: MeetingKind, thematic_part: bool) -> PlannedMeeting {
        PlannedMeeting {
            kind,
            thematic_part,
            nominal_on: day,
            held_on: day,
            moved_by: Vec::new(),
            holiday: None,
            out_of_month: false,
            starts_at: self.starts_at,
            minutes: self.minutes,
        }
    }

    /// Moves and drops what the secretary moved and dropped.
    fn apply_exceptions(&self, meetings: &mut Vec<PlannedMeeting>) -> Result<(), HandbookError> {
        let mut seen = Vec::new();
        for (place, exception) in self.exceptions.iter().enumerate() {
            let (nominal_on, to) = match *exception {
                MeetingException::Moved { nominal_on, to } => (nominal_on, Some(to)),
                MeetingException::Dropped { nominal_on } => (nominal_on, None),
            };
            let wrong = |code| {
                let field = format!("exceptions[{place}].nominalOn");
                HandbookError::from(InputError::new(code, field, nominal_on))
            };
            if seen.contains(&nominal_on) {
                return Err(wrong(InputCode::Duplicate));
            }
            seen.push(nominal_on);
            let mut known = false;
            meetings.retain_mut(|meeting| {
                if meeting.nominal_on != nominal_on {
                    return true;
                }
                known = true;
                if let Some(to) = to {
                    meeting.held_on = to;
                    meeting.moved_by.push(MovedBy::Secretary);
                }
                to.is_some()
            });
            if !known {
                return Err(wrong(InputCode::UnknownId));
            }
        }
        Ok(())
    }

    /// Applies the rules for holidays and weekends.
    fn shift(
        &self,
        meeting: &mut PlannedMeeting,
        days_off: &mut DaysOff<'_, '_>,
    ) -> Result<(), HandbookError> {
        let nominal = days_off.of(meeting.nominal_on)?;
        meeting.holiday = nominal.holiday.map(str::to_owned);
        if meeting.moved_by.is_empty() {
            if nominal.holiday.is_some() && self.holidays != HolidayShift::Keep {
                let forward = matches!(
                    self.holidays,
                    HolidayShift::NextWorkingDay | HolidayShift::NextDayNoHoliday
                );
                let working = matches!(
                    self.holidays,
                    HolidayShift::NextWorkingDay | HolidayShift::PreviousWorkingDay
                );
                meeting.held_on = days_off.nearest(meeting.nominal_on, forward, working)?;
                meeting.moved_by.push(MovedBy::Holiday);
            }
            if self.weekends != WeekendShift::Keep && days_off.of(meeting.held_on)?.weekend {
                let forward = self.weekends == WeekendShift::NextWorkingDay;
                meeting.held_on = days_off.nearest(meeting.held_on, forward, true)?;
                meeting.moved_by.push(MovedBy::Weekend);
            }
        }
        let month = |day: NaiveDate| (day.year(), day.month());
        meeting.out_of_month = month(meeting.held_on) != month(meeting.nominal_on);
        Ok(())
    }
}

fn contradiction(field: &str, value: &str) -> HandbookError {
    InputError::new(InputCode::Contradiction, field, value).into()
}

fn check_months(field: &str, months: &[u32]) -> Result<(), InputError> {
    let mut seen = 0_u32;
    for month in months {
        in_range(field, *month, 1, 12)?;
        if seen & (1 << month) != 0 {
            return Err(InputError::new(InputCode::Duplicate, field, month));
        }
        seen |= 1 << month;
    }
    Ok(())
}

/// The requirements as they are judged.
struct Judged<'a, 'book> {
    rules: &'a Rules<'book>,
    input: &'a MeetingCalendarInput,
    meetings: &'a [PlannedMeeting],
    basis: Basis,
    requirements: Vec<MeetingRequirement>,
}

impl Judged<'_, '_> {
    fn judge(&mut self) -> Result<(), HandbookError> {
        match self.input.body {
            MeetingBody::Cell => {
                self.within(MeetingRequired::Regular, parameter::CELL_MEETING_MONTHS)?;
                self.within(
                    MeetingRequired::Thematic,
                    parameter::THEMATIC_MEETING_MONTHS,
                )?;
                self.combined();
                Ok(())
            }
            MeetingBody::CellCommittee => {
                self.within(MeetingRequired::Regular, parameter::CELL_MEETING_MONTHS)
            }
            MeetingBody::PartyGroup | MeetingBody::DepartmentalCommittee => {
                self.within(MeetingRequired::Regular, parameter::GROUP_MEETING_MONTHS)
            }
            MeetingBody::DelegatedStandingCommittee => self.within(
                MeetingRequired::Regular,
                parameter::DELEGATED_STANDING_MONTHS,
            ),
            MeetingBody::DelegatedCommittee => self.within(
                MeetingRequired::Regular,
                parameter::DELEGATED_COMMITTEE_MONTHS,
            ),
            MeetingBody::GrassrootsCommittee => self.whole_committee(),
        }
    }

    /// At least one meeting in each period.
    fn within(
        &mut self,
        required: MeetingRequired,
        months: Parameter<i64>,
    ) -> Result<(), HandbookError> {
        let rule = self.rules.get(months)?;
        let (found, _) = self.requirement(required, rule.value, 1);
        if found.periods > 0 {
            let whole = i64::from(found.periods);
            let lacking = i64::try_from(found.lacking.len()).unwrap_or(whole);
            self.basis.compare(
                &rule,
                Quantity::Share {
                    part: whole - lacking,
                    whole,
                },
                Comparison::AtLeast,
                Quantity::Share { part: 1, whole: 1 },
            );
        }
        self.requirements.push(found);
        Ok(())
    }

    /// So many meetings of everybody in each year, in clusters where that is allowed.
    fn whole_committee(&mut self) -> Result<(), HandbookError> {
        let rule = self.rules.get(parameter::COMMITTEE_WIDE_MEETINGS)?;
        let (found, fewest) = self.requirement(MeetingRequired::CommitteeWide, 12, rule.value);
        if let Some(fewest) = fewest {
            self.basis.compare(
                &rule,
                Quantity::Count {
                    value: fewest.into(),
                },
                Comparison::AtLeast,
                Quantity::Count { value: rule.value },
            );
        }
        self.requirements.push(found);
        if self.input.in_clusters {
            let clusters = self.rules.get(parameter::COMMITTEE_WIDE_CLUSTERS)?;
            self.basis.compare(
                &clusters,
                Quantity::Flag { value: true },
                Comparison::Equals,
                Quantity::Flag {
                    value: clusters.value,
                },
            );
        }
        Ok(())
    }

    /// Whether a thematic part may be combined; where no text on it was read, nothing is said.
    fn combined(&mut self) {
        let asked = matches!(self.input.thematic, Some(ThematicMeetings::Combined { .. }));
        if asked && let Ok(rule) = self.rules.get(parameter::THEMATIC_COMBINED) {
            self.basis.compare(
                &rule,
                Quantity::Flag { value: true },
                Comparison::Equals,
                Quantity::Flag { value: rule.value },
            );
        }
    }

    /// The periods that lie wholly in the calendar, those with too few meetings, and how few
    /// meetings one has.
    fn requirement(
        &self,
        required: MeetingRequired,
        months: i64,
        least: i64,
    ) -> (MeetingRequirement, Option<u32>) {
        let length = u32::try_from(months).unwrap_or(12).clamp(1, 12);
        let mut found = MeetingRequirement {
            required,
            months: length,
            least: u32::try_from(least).unwrap_or(u32::MAX),
            periods: 0,
            lacking: Vec::new(),
        };
        let mut fewest: Option<u32> = None;
        for year in self.input.from.year()..=self.input.to.year() {
            let mut month = 1;
            while month <= 12 {
                let ends = month + length - 1;
                if let Some((from, _)) = month_of(year, month)
                    && let Some((_, to)) = month_of(year, ends)
                    && from >= self.input.from
                    && to <= self.input.to
                {
                    let meetings = self.held(required, from, to);
                    found.periods += 1;
                    fewest = Some(fewest.map_or(meetings, |least| least.min(meetings)));
                    if meetings < found.least {
                        found.lacking.push(LackingPeriod { from, to, meetings });
                    }
                }
                month += length;
            }
        }
        (found, fewest)
    }

    fn held(&self, required: MeetingRequired, from: NaiveDate, to: NaiveDate) -> u32 {
        let mut meetings = 0;
        for meeting in self.meetings {
            let thematic = meeting.kind == MeetingKind::Thematic;
            let counts = match required {
                MeetingRequired::Thematic => thematic || meeting.thematic_part,
                MeetingRequired::Regular | MeetingRequired::CommitteeWide => !thematic,
            };
            if counts && meeting.held_on >= from && meeting.held_on <= to {
                meetings += 1;
            }
        }
        meetings
    }
}
