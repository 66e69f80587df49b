//! Whether cells met, seen from above: for a commune or a district on any day.

use chrono::NaiveDate;
use serde::Serialize;

use super::command::{MeetingKind, Post};
use super::meeting_answer::{MeetingStage, count};
use super::state::Place;
use super::view::View;
use crate::access::Sight;
use crate::calendar::month_number;
use crate::compact::Gather;
use crate::error::{HandbookError, InputCode, InputError};
use crate::identifier::{KindId, MemberId, OrganizationId};
use crate::meeting::{self, AttendanceInput, AttendanceSummary};
use crate::verdict::Ground;

/// Months of the trend, the month asked about among them.
const TREND_MONTHS: i32 = 6;

/// Months in a row over which attendance must fall to be noted, the first among them.
const FALLING_MONTHS: usize = 4;

/// Whether a cell held its monthly meeting (MTG-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MonthlyState {
    /// Held on the day that was announced, or to which it was moved beforehand.
    OnTime,
    /// Held, but moved on its day or later, or into another month.
    Late,
    /// Announced for a day to come, or for the day itself.
    NotYetDue,
    /// Nothing is announced yet, and the month is not over.
    Unscheduled,
    /// The day has passed without a meeting; the month is not over.
    Overdue,
    /// The month is over without a meeting.
    Missed,
}

/// Cells by the state of their monthly meeting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthlyCounts {
    /// Held on the announced day.
    pub on_time: u32,
    /// Held late.
    pub late: u32,
    /// Still to come.
    pub not_yet_due: u32,
    /// Nothing announced yet.
    pub unscheduled: u32,
    /// The day has passed.
    pub overdue: u32,
    /// The month is over.
    pub missed: u32,
}

impl MonthlyCounts {
    fn add(&mut self, state: MonthlyState) {
        let count = match state {
            MonthlyState::OnTime => &mut self.on_time,
            MonthlyState::Late => &mut self.late,
            MonthlyState::NotYetDue => &mut self.not_yet_due,
            MonthlyState::Unscheduled => &mut self.unscheduled,
            MonthlyState::Overdue => &mut self.overdue,
            MonthlyState::Missed => &mut self.missed,
        };
        *count = count.saturating_add(1);
    }
}

/// Why a cell needs help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum HelpReason {
    /// No meeting in this month and none in the one before.
    TwoMonthsWithoutMeeting,
    /// Attendance of the month is below the aim (MTG-08, MTG-09).
    AttendanceBelowAim,
    /// Attendance fell from month to month, three times.
    AttendanceFalling,
    /// Nobody is secretary (ORG-20).
    NoSecretary,
}

/// Attendance and meetings of one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthLine {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
    /// Cells by the state of their monthly meeting.
    pub counts: MonthlyCounts,
    /// Attendances.
    pub attended: i64,
    /// Attendances expected.
    pub expected: i64,
    /// The share in percent with two decimals; empty when nobody was expected.
    pub share_shown: String,
}

/// One organization directly below the one asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonitorLine {
    /// The organization.
    pub organization: OrganizationId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: KindId,
    /// How many cells it is or has below it.
    pub cells: u32,
    /// Its cells by the state of their monthly meeting.
    pub counts: MonthlyCounts,
    /// Attendances of the month.
    pub attended: i64,
    /// Attendances expected.
    pub expected: i64,
    /// The share in percent with two decimals; empty when nobody was expected.
    pub share_shown: String,
    /// Whether the aim is reached; absent when nobody was expected.
    pub reaches_aim: Option<bool>,
    /// The state of a cell's own monthly meeting; absent for what is no cell.
    pub state: Option<MonthlyState>,
    /// The day of that meeting, where one is announced.
    pub on: Option<NaiveDate>,
    /// How many of its cells need help.
    pub in_need: u32,
    /// Why a cell needs help; empty for what is no cell.
    pub help: Vec<HelpReason>,
}

/// Whether cells met in a month, as far as the asker may see. Sums are sums of counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonitorAnswer {
    /// The organization.
    pub organization: OrganizationId,
    /// The year.
    pub year: i32,
    /// The month.
    pub month: u32,
    /// How far the asker sees.
    pub sight: Sight,
    /// How many cells there are here and below.
    pub cells: u32,
    /// Cells by the state of their monthly meeting.
    pub counts: MonthlyCounts,
    /// Attendances of the month.
    pub attended: i64,
    /// Attendances expected.
    pub expected: i64,
    /// The share in percent with two decimals; empty when nobody was expected.
    pub share_shown: String,
    /// Whether the aim is reached; absent when nobody was expected.
    pub reaches_aim: Option<bool>,
    /// How many cells need help.
    pub in_need: u32,
    /// This month and the five before it, the oldest first.
    pub trend: Vec<MonthLine>,
    /// The organizations directly below; a cell has its own line.
    pub lines: Vec<MonitorLine>,
    /// The grounds of the attendance.
    pub grounds: Vec<Ground>,
}

/// A month, by its number since the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Month(i32);

impl Month {
    fn of(year: i32, month: u32) -> Result<Self, InputError> {
        let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or_else(|| {
            InputError::new(InputCode::OutOfRange, "month", month).with_limit("1..=12")
        })?;
        Ok(Self(month_number(first)))
    }

    fn first(self) -> NaiveDate {
        let (year, month) = self.parts();
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(NaiveDate::MIN)
    }

    fn last(self) -> NaiveDate {
        let next = Self(self.0.saturating_add(1)).first();
        next.pred_opt().unwrap_or(next)
    }

    fn parts(self) -> (i32, u32) {
        let month = self.0.rem_euclid(12).unsigned_abs() + 1;
        (self.0.div_euclid(12), month)
    }

    fn before(self, months: i32) -> Self {
        Self(self.0.saturating_sub(months))
    }
}

/// Sums of one organization with everything below it.
struct Sums {
    cells: u32,
    counts: MonthlyCounts,
    attendance: AttendanceSummary,
    grounds: Vec<Ground>,
    in_need: u32,
}

impl View<'_> {
    /// Whether the cells of an organization held their monthly meeting, their attendance now
    /// and over six months, and who needs help; a line for each organization directly below, to
    /// be asked about in turn (MTG-01, MTG-08, MTG-09). What the asker may not see stays out:
    /// see [`crate::access`].
    ///
    /// # Errors
    /// [`HandbookError`] for an unknown organization, asker or month, or when no rule is known
    /// for the day.
    pub fn monitor(
        &self,
        id: &OrganizationId,
        year: i32,
        month: u32,
        asker: Option<&MemberId>,
    ) -> Result<MonitorAnswer, HandbookError> {
        let place = self.place(id)?;
        let month = Month::of(year, month)?;
        let sight = self.sight(asker, place)?;
        let mut answer = MonitorAnswer {
            organization: id.clone(),
            year,
            month: month.parts().1,
            sight,
            cells: 0,
            counts: MonthlyCounts::default(),
            attended: 0,
            expected: 0,
            share_shown: String::new(),
            reaches_aim: None,
            in_need: 0,
            trend: Vec::new(),
            lines: Vec::new(),
            grounds: Vec::new(),
        };
        if matches!(sight, Sight::Nothing | Sight::Member) {
            return Ok(answer);
        }
        let sums = self.sums(place, month)?;
        answer.cells = sums.cells;
        answer.counts = sums.counts;
        answer.attended = sums.attendance.attended;
        answer.expected = sums.attendance.expected;
        answer.share_shown = sums.attendance.share_shown;
        answer.reaches_aim = sums.attendance.reaches_aim;
        answer.in_need = sums.in_need;
        answer.grounds = sums.grounds;
        for back in (0..TREND_MONTHS).rev() {
            answer
                .trend
                .push(self.month_line(place, month.before(back))?);
        }
        let mut below: Vec<Place> = self.state.structure.children(place, self.date).gather();
        if self.is_cell(place) {
            below.insert(0, place);
        }
        for child in below {
            let kind = self.kind_rule(child);
            let cell_below = kind.is_some_and(|kind| kind.cell && !kind.grassroots);
            if !(cell_below && sight == Sight::Sums) {
                answer.lines.push(self.monitor_line(child, month)?);
            }
        }
        Ok(answer)
    }

    fn is_cell(&self, place: Place) -> bool {
        self.kind_rule(place).is_some_and(|kind| kind.cell)
    }

    /// The cells here and below that were there in a month.
    fn cells(&self, root: Place, month: Month) -> Vec<Place> {
        let last = month.last().min(self.date);
        let mut cells = self.state.structure.subtree(root, last);
        cells.retain(|place| {
            let stands = self.state.structure.on(*place, last);
            let kind = stands.and_then(|stands| self.rules.kind(stands.kind));
            kind.is_some_and(|kind| kind.cell)
        });
        cells
    }

    fn sums(&self, root: Place, month: Month) -> Result<Sums, HandbookError> {
        let cells = self.cells(root, month);
        let mut counts = MonthlyCounts::default();
        let mut in_need = 0_u32;
        for cell in &cells {
            counts.add(self.monthly(*cell, month).0);
            in_need += u32::from(!self.help(*cell, month)?.is_empty());
        }
        let (attendance, grounds) = self.attended(root, month)?;
        Ok(Sums {
            cells: count(cells.len()),
            counts,
            attendance,
            grounds,
            in_need,
        })
    }

    fn attended(
        &self,
        root: Place,
        month: Month,
    ) -> Result<(AttendanceSummary, Vec<Ground>), HandbookError> {
        let rows = self.attendance_rows(root, month.first(), month.last());
        let input = AttendanceInput {
            counting: None,
            rows,
        };
        let verdict = meeting::attendance(&self.rules, &input)?;
        Ok((verdict.value, verdict.grounds))
    }

    fn month_line(&self, root: Place, month: Month) -> Result<MonthLine, HandbookError> {
        let mut counts = MonthlyCounts::default();
        for cell in self.cells(root, month) {
            counts.add(self.monthly(cell, month).0);
        }
        let (attendance, _) = self.attended(root, month)?;
        let (year, month) = month.parts();
        Ok(MonthLine {
            year,
            month,
            counts,
            attended: attendance.attended,
            expected: attendance.expected,
            share_shown: attendance.share_shown,
        })
    }

    fn monitor_line(&self, place: Place, month: Month) -> Result<MonitorLine, HandbookError> {
        let sums = self.sums(place, month)?;
        let own = self.is_cell(place).then(|| self.monthly(place, month));
        let help = match own {
            Some(_) => self.help(place, month)?,
            None => Vec::new(),
        };
        let organization = self.state.organization(place);
        Ok(MonitorLine {
            organization: organization.id.clone(),
            name: self.name(place).to_owned(),
            kind: match self.told(place) {
                Some(stands) => stands.kind.clone(),
                None => KindId::checked(""),
            },
            cells: sums.cells,
            counts: sums.counts,
            attended: sums.attendance.attended,
            expected: sums.attendance.expected,
            share_shown: sums.attendance.share_shown,
            reaches_aim: sums.attendance.reaches_aim,
            state: own.map(|(state, _)| state),
            on: own.and_then(|(_, on)| on),
            in_need: sums.in_need,
            help,
        })
    }

    /// The state of a cell's monthly meeting, and its day. Of several meetings the best counts.
    fn monthly(&self, cell: Place, month: Month) -> (MonthlyState, Option<NaiveDate>) {
        let over = month.last() < self.date;
        let mut best: Option<(MonthlyState, NaiveDate)> = None;
        for place in &self.state.organization(cell).meetings {
            let meeting = self.state.meeting(*place);
            let of_month = month_number(meeting.announced_on) == month.0;
            if meeting.kind != MeetingKind::Monthly || !of_month {
                continue;
            }
            let told = meeting.told(self.date);
            let state = match told.stage {
                MeetingStage::Cancelled => continue,
                MeetingStage::Held if told.moved_late => MonthlyState::Late,
                MeetingStage::Held => MonthlyState::OnTime,
                MeetingStage::Announced => MonthlyState::NotYetDue,
                MeetingStage::Overdue if over => MonthlyState::Missed,
                MeetingStage::Overdue => MonthlyState::Overdue,
            };
            if best.is_none_or(|(known, _)| state < known) {
                best = Some((state, told.on));
            }
        }
        match best {
            Some((state, on)) => (state, Some(on)),
            None if over => (MonthlyState::Missed, None),
            None => (MonthlyState::Unscheduled, None),
        }
    }

    fn help(&self, cell: Place, month: Month) -> Result<Vec<HelpReason>, HandbookError> {
        let mut reasons = Vec::new();
        let without = |month| {
            let state = self.monthly(cell, month).0;
            matches!(state, MonthlyState::Missed | MonthlyState::Overdue)
        };
        let before = month.before(1);
        let began = self.state.structure.began(cell);
        let there_before = began.is_some_and(|began| began <= before.first());
        if without(month) && there_before && without(before) {
            reasons.push(HelpReason::TwoMonthsWithoutMeeting);
        }
        let mut shares = Vec::with_capacity(FALLING_MONTHS);
        for back in [3, 2, 1, 0] {
            shares.push(self.attended(cell, month.before(back))?.0);
        }
        if shares.last().and_then(|share| share.reaches_aim) == Some(false) {
            reasons.push(HelpReason::AttendanceBelowAim);
        }
        let falls = shares.windows(2).all(|pair| match pair {
            [earlier, later] => fell(earlier, later),
            _ => false,
        });
        if falls {
            reasons.push(HelpReason::AttendanceFalling);
        }
        let led = self
            .state
            .organization(cell)
            .posts
            .iter()
            .any(|held| held.covers(self.date) && held.post == Post::Secretary);
        if !led {
            reasons.push(HelpReason::NoSecretary);
        }
        Ok(reasons)
    }
}

/// Whether the share of one month is below that of the month before; counts decide.
fn fell(earlier: &AttendanceSummary, later: &AttendanceSummary) -> bool {
    let cross = |part: i64, whole: i64| i128::from(part) * i128::from(whole);
    let both = earlier.expected > 0 && later.expected > 0;
    both && cross(later.attended, earlier.expected) < cross(earlier.attended, later.expected)
}
