//! Calendars of meetings against a walk day by day and against the recurrence rules of RFC 5545;
//! deadlines and online meetings against the words of the catalogue; feeds against a reader that
//! only unfolds and unescapes.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::sync::LazyLock;

use chrono::{Datelike, Weekday};
use handbook::exchange::{CalendarEvent, CalendarFeed, EventStatus, icalendar};
use handbook::meeting::{
    DayOfWeek, HolidayShift, MeetingBody, MeetingCalendarInput, MeetingDeadlinesInput,
    MeetingPattern, OnlineMeetingInput, ShortMonth, WeekdayPlace, WeekendShift, meeting_calendar,
    meeting_deadlines, online_meeting,
};
use handbook::rulebook::HolidayKind;
use handbook::rulebook::policy::{DayCounting, OnlineReason};
use handbook::{NaiveDate, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;
use rrule::RRuleSet;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

const PLACES: [WeekdayPlace; 6] = [
    WeekdayPlace::First,
    WeekdayPlace::Second,
    WeekdayPlace::Third,
    WeekdayPlace::Fourth,
    WeekdayPlace::Fifth,
    WeekdayPlace::Last,
];

const WEEKDAYS: [(DayOfWeek, Weekday, &str); 7] = [
    (DayOfWeek::Monday, Weekday::Mon, "MO"),
    (DayOfWeek::Tuesday, Weekday::Tue, "TU"),
    (DayOfWeek::Wednesday, Weekday::Wed, "WE"),
    (DayOfWeek::Thursday, Weekday::Thu, "TH"),
    (DayOfWeek::Friday, Weekday::Fri, "FR"),
    (DayOfWeek::Saturday, Weekday::Sat, "SA"),
    (DayOfWeek::Sunday, Weekday::Sun, "SU"),
];

fn patterns() -> impl Strategy<Value = MeetingPattern> {
    let short = prop::sample::select(vec![ShortMonth::LastDay, ShortMonth::NoMeeting]);
    prop_oneof![
        (1_u32..=31, short)
            .prop_map(|(day, short_month)| MeetingPattern::DayOfMonth { day, short_month }),
        (
            prop::sample::select(PLACES.to_vec()),
            prop::sample::select(WEEKDAYS.to_vec())
        )
            .prop_map(|(place, (weekday, ..))| MeetingPattern::WeekdayOfMonth { place, weekday }),
        Just(MeetingPattern::LastDay),
    ]
}

/// Days of the book that leave room for a move at both ends.
fn spans() -> impl Strategy<Value = (NaiveDate, NaiveDate)> {
    (0_i64..1_900, 0_i64..800).prop_map(|(start, length)| {
        let first = date(2021, 2, 1).expect("a day");
        let last = date(2026, 11, 20).expect("a day");
        let from = first + chrono::Days::new(start.unsigned_abs());
        let to = from + chrono::Days::new(length.unsigned_abs());
        (from, to.min(last))
    })
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().expect("a day after")
}

fn is_last(day: NaiveDate) -> bool {
    next(day).month() != day.month()
}

/// Whether a body meets on a day, looking at that day and its neighbours alone.
fn meets(pattern: MeetingPattern, day: NaiveDate) -> bool {
    match pattern {
        MeetingPattern::LastDay => is_last(day),
        MeetingPattern::DayOfMonth {
            day: wanted,
            short_month,
        } => {
            day.day() == wanted
                || (short_month == ShortMonth::LastDay && is_last(day) && day.day() < wanted)
        }
        MeetingPattern::WeekdayOfMonth { place, weekday } => {
            let right = WEEKDAYS
                .iter()
                .any(|(named, chrono, _)| *named == weekday && *chrono == day.weekday());
            let week = (day.day() - 1) / 7;
            let there = match place {
                WeekdayPlace::First => week == 0,
                WeekdayPlace::Second => week == 1,
                WeekdayPlace::Third => week == 2,
                WeekdayPlace::Fourth => week == 3,
                WeekdayPlace::Fifth => week == 4,
                WeekdayPlace::Last => (day + chrono::Days::new(7)).month() != day.month(),
            };
            right && there
        }
    }
}

fn is_holiday(day: NaiveDate) -> bool {
    BOOK.holidays()
        .iter()
        .any(|holiday| holiday.date == day && holiday.kind != HolidayKind::Workday)
}

fn is_weekend(day: NaiveDate) -> bool {
    let worked = BOOK
        .holidays()
        .iter()
        .any(|holiday| holiday.date == day && holiday.kind == HolidayKind::Workday);
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !worked
}

fn walk(day: NaiveDate, forward: bool, free: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut found = day;
    loop {
        found = if forward {
            next(found)
        } else {
            found.pred_opt().expect("a day before")
        };
        if free(found) {
            return found;
        }
    }
}

fn held(nominal: NaiveDate, holidays: HolidayShift, weekends: WeekendShift) -> NaiveDate {
    let working = |day| !is_holiday(day) && !is_weekend(day);
    let mut day = nominal;
    if is_holiday(day) {
        day = match holidays {
            HolidayShift::Keep => day,
            HolidayShift::NextWorkingDay => walk(day, true, working),
            HolidayShift::PreviousWorkingDay => walk(day, false, working),
            HolidayShift::NextDayNoHoliday => walk(day, true, |day| !is_holiday(day)),
            HolidayShift::PreviousDayNoHoliday => walk(day, false, |day| !is_holiday(day)),
        };
    }
    if is_weekend(day) {
        day = match weekends {
            WeekendShift::Keep => day,
            WeekendShift::NextWorkingDay => walk(day, true, working),
            WeekendShift::PreviousWorkingDay => walk(day, false, working),
        };
    }
    day
}

fn asked(pattern: MeetingPattern, from: NaiveDate, to: NaiveDate) -> MeetingCalendarInput {
    MeetingCalendarInput {
        body: MeetingBody::CellCommittee,
        from,
        to,
        pattern,
        months: Vec::new(),
        holidays: HolidayShift::Keep,
        weekends: WeekendShift::Keep,
        thematic: None,
        in_clusters: false,
        starts_at: None,
        minutes: None,
        exceptions: Vec::new(),
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_calendar_is_what_a_walk_day_by_day_finds(
        pattern in patterns(),
        (from, to) in spans(),
        holidays in prop::sample::select(vec![
            HolidayShift::Keep, HolidayShift::NextWorkingDay, HolidayShift::PreviousWorkingDay,
            HolidayShift::NextDayNoHoliday, HolidayShift::PreviousDayNoHoliday,
        ]),
        weekends in prop::sample::select(vec![
            WeekendShift::Keep, WeekendShift::NextWorkingDay, WeekendShift::PreviousWorkingDay,
        ]),
    ) {
        let mut input = asked(pattern, from, to);
        input.holidays = holidays;
        input.weekends = weekends;
        let rules = BOOK.on(from).expect("in the book");
        let answer = meeting_calendar(&rules, &input).expect("an answer").value;

        let mut wanted: Vec<(NaiveDate, NaiveDate)> = from
            .iter_days()
            .take_while(|day| *day <= to)
            .filter(|day| meets(pattern, *day))
            .map(|day| (held(day, holidays, weekends), day))
            .collect();
        wanted.sort_unstable();
        let found: Vec<_> = answer
            .meetings
            .iter()
            .map(|meeting| (meeting.held_on, meeting.nominal_on))
            .collect();
        prop_assert_eq!(&found, &wanted);
        for meeting in &answer.meetings {
            prop_assert_eq!(
                meeting.out_of_month,
                meeting.held_on.month() != meeting.nominal_on.month()
            );
            prop_assert_eq!(meeting.holiday.is_some(), is_holiday(meeting.nominal_on));
            prop_assert_eq!(meeting.moved_by.is_empty(), meeting.held_on == meeting.nominal_on);
        }

        let mut lacking = Vec::new();
        let mut periods = 0;
        for first in from.iter_days().take_while(|day| *day <= to) {
            let last = first.iter_days().find(|day| is_last(*day)).expect("a last day");
            if first.day() == 1 && last <= to {
                periods += 1;
                if !wanted.iter().any(|(held, _)| *held >= first && *held <= last) {
                    lacking.push(first);
                }
            }
        }
        let monthly = answer.requirements.first().expect("one requirement");
        prop_assert_eq!(monthly.periods, periods);
        let named: Vec<_> = monthly.lacking.iter().map(|period| period.from).collect();
        prop_assert_eq!(named, lacking);
    }

    #[test]
    fn patterns_recur_as_the_standard_has_it(pattern in patterns(), (from, to) in spans()) {
        let rule = match pattern {
            MeetingPattern::LastDay => "BYMONTHDAY=-1".to_owned(),
            MeetingPattern::DayOfMonth { day, short_month: ShortMonth::NoMeeting } => {
                format!("BYMONTHDAY={day}")
            }
            // The last of the days up to it that the month has.
            MeetingPattern::DayOfMonth { day, short_month: ShortMonth::LastDay } => {
                let days: Vec<String> = (day.min(28)..=day).map(|day| day.to_string()).collect();
                format!("BYMONTHDAY={};BYSETPOS=-1", days.join(","))
            }
            MeetingPattern::WeekdayOfMonth { place, weekday } => {
                let (_, _, name) = WEEKDAYS
                    .iter()
                    .find(|(named, ..)| *named == weekday)
                    .expect("a weekday");
                let number = PLACES.iter().position(|named| *named == place).expect("a place");
                if place == WeekdayPlace::Last {
                    format!("BYDAY=-1{name}")
                } else {
                    format!("BYDAY={}{name}", number + 1)
                }
            }
        };
        // From the first of the month: a set of positions is counted in whole months.
        let first = from.with_day(1).expect("a first day");
        let text = format!(
            "DTSTART:{}T000000Z\nRRULE:FREQ=MONTHLY;UNTIL={}T000000Z;{rule}",
            first.format("%Y%m%d"),
            to.format("%Y%m%d"),
        );
        let set: RRuleSet = text.parse().expect("a rule of recurrence");
        let wanted: Vec<NaiveDate> = set
            .all(1_000)
            .dates
            .iter()
            .map(chrono::DateTime::date_naive)
            .filter(|day| *day >= from)
            .collect();
        let rules = BOOK.on(from).expect("in the book");
        let answer = meeting_calendar(&rules, &asked(pattern, from, to)).expect("an answer");
        let found: Vec<_> = answer.value.meetings.iter().map(|meeting| meeting.held_on).collect();
        prop_assert_eq!(found, wanted);
    }

    #[test]
    fn documents_come_the_day_before_and_results_within_two_days(
        day in 0_u64..300, asked in 0_u64..10, done in 0_u64..10,
    ) {
        let meets_on = date(2025, 12, 5).expect("a day") + chrono::Days::new(day);
        let on = meets_on + chrono::Days::new(asked);
        let result_on = (done <= asked).then(|| meets_on + chrono::Days::new(done));
        let input = MeetingDeadlinesInput {
            meets_on,
            notice_on: None,
            documents_on: None,
            result_on,
            counting: Some(DayCounting::CalendarDays),
            on,
        };
        let rules = BOOK.on(date(2025, 12, 5).expect("a day")).expect("in the book");
        let answer = meeting_deadlines(&rules, &input).expect("an answer").value;
        let [documents, result] = answer.obligations.as_slice() else {
            panic!("two obligations");
        };
        prop_assert_eq!(next(documents.due_on), meets_on);
        prop_assert_eq!(result.due_on, next(next(meets_on)));
        let kept = result_on.map_or(asked, |_| done) <= 2;
        let word = match (result_on, kept) {
            (None, true) => "Open",
            (None, false) => "Overdue",
            (Some(_), true) => "InTime",
            (Some(_), false) => "Late",
        };
        prop_assert_eq!(format!("{:?}", result.state), word);
    }

    #[test]
    fn a_meeting_is_online_when_those_who_cannot_come_outnumber_the_others(
        can in 0_u32..40, cannot in 0_u32..40, exempted in 0_u32..5, suspended in 0_u32..5,
        named in any::<bool>(),
    ) {
        prop_assume!(can + cannot > 0);
        let input = OnlineMeetingInput {
            members: can + cannot + exempted + suspended,
            exempted,
            suspended,
            cannot_gather: cannot,
            reason: if named { OnlineReason::SpecialNature } else { OnlineReason::Other },
        };
        let rules = BOOK.on(date(2023, 12, 31).expect("a day")).expect("in the book");
        let answer = online_meeting(&rules, &input).expect("an answer").value;
        prop_assert_eq!(answer.allowed, named && cannot > can);
        prop_assert_eq!(answer.base, can + cannot);
        let fewest = (0..=answer.base).find(|part| *part > answer.base - part);
        prop_assert_eq!(Some(answer.required), fewest);
    }

    #[test]
    fn any_text_comes_back_unfolded_and_unescaped(text in "[^\\p{Cc}]{0,300}|[a\\\\;,\n\tệ👥\u{302}]{1,300}") {
        let feed = CalendarFeed {
            name: "name".to_owned(),
            product: "product".to_owned(),
            domain: "example.org".to_owned(),
            stamped_at: "2023-08-25T02:03:04Z".to_owned(),
            events: vec![CalendarEvent {
                id: "m".to_owned(),
                sequence: 0,
                modified_at: None,
                on: date(2023, 9, 5).expect("a day"),
                starts_at: None,
                minutes: None,
                summary: "s".to_owned(),
                description: text.clone(),
                location: String::new(),
                url: None,
                categories: Vec::new(),
                status: EventStatus::Confirmed,
                alarm_minutes: None,
            }],
        };
        let written = icalendar(&feed).expect("a feed");
        prop_assert_eq!(&written, &icalendar(&feed).expect("a feed"));
        prop_assert!(written.ends_with("\r\n"));
        prop_assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert!(written.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = written.replace("\r\n ", "");
        let value = unfolded
            .split("\r\n")
            .find_map(|line| line.strip_prefix("DESCRIPTION:"))
            .unwrap_or_default();
        let mut read = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => match letters.next() {
                    Some('n') => read.push('\n'),
                    Some(escaped) => read.push(escaped),
                    None => prop_assert!(false, "a backslash at the end"),
                },
                _ => read.push(letter),
            }
        }
        prop_assert_eq!(read, text);
    }
}
