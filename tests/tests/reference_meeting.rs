//! Meetings against a reference that knows nothing of the formulas: it looks at every minute, and
//! reads the form by its words.

#![expect(clippy::expect_used, reason = "a test that cannot go on says why")]

use std::sync::LazyLock;

use handbook::calendar::TimeOfDay;
use handbook::handbook::{Presence, Standing};
use handbook::json::to_json;
use handbook::meeting::{
    AbsentMonthsInput, DocumentNumberInput, ExcusedStreakInput, GivenMarks, MeetingDurationInput,
    MeetingPresence, MeetingScoreInput, PreviousResolution, RollCallInput, RollCounts, RollEvent,
    RollMember, RollMembership, absent_months, document_number, excused_streak, meeting_duration,
    meeting_score, roll_call,
};
use handbook::rulebook::policy::{
    AbsenceCause, LongMeeting, MeetingClass, PresenceCounting, ScoreGroup, ScorePart,
    StreakCounting,
};
use handbook::{HandbookError, MemberId, RuleBook, date};
use handbook_tests::config;
use proptest::prelude::*;
use proptest::sample::select;

static BOOK: LazyLock<RuleBook> = LazyLock::new(RuleBook::vietnam);

/// Minutes of the meeting on the roll.
const LASTS: u16 = 100;
/// When it begins, in minutes after midnight.
const OPENS: u16 = 19 * 60;

fn clock(minute: u16) -> TimeOfDay {
    TimeOfDay::from_minutes("minute", OPENS + minute).expect("before midnight")
}

/// What is true of one person of the cell.
#[derive(Debug, Clone)]
struct Person {
    membership: RollMembership,
    standing: Standing,
    /// From which minute to which one the person was there.
    stays: Vec<(u16, u16)>,
    excused: bool,
}

impl Person {
    fn there(&self, minute: u16) -> bool {
        self.stays
            .iter()
            .any(|(from, to)| *from <= minute && (minute < *to || minute == LASTS && *to == LASTS))
    }

    fn votes(&self) -> bool {
        self.membership == RollMembership::Full && self.standing != Standing::Suspended
    }

    fn counts(&self, minute: u16) -> bool {
        self.votes() && (self.standing == Standing::Active || self.there(minute))
    }

    fn minutes(&self) -> u32 {
        let there = (0..LASTS).filter(|minute| self.there(*minute)).count();
        u32::try_from(there).expect("few minutes")
    }
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let person = (
        select(vec![
            RollMembership::Full,
            RollMembership::Full,
            RollMembership::Probationary,
            RollMembership::Temporary,
        ]),
        select(vec![
            Standing::Active,
            Standing::Active,
            Standing::Active,
            Standing::Exempted,
            Standing::Suspended,
            Standing::TemporarilyAway,
        ]),
        prop::collection::btree_set(0..=LASTS, 0..7),
        any::<bool>(),
    )
        .prop_map(|(membership, standing, cuts, excused)| {
            let cuts: Vec<u16> = cuts.into_iter().collect();
            let stays = cuts.chunks_exact(2).filter_map(|pair| match pair {
                [from, to] => Some((*from, *to)),
                _ => None,
            });
            Person {
                membership,
                standing,
                stays: stays.collect(),
                excused,
            }
        });
    prop::collection::vec(person, 0..12)
}

fn name(place: usize) -> MemberId {
    MemberId::new(format!("m{place}")).expect("a good name")
}

fn events(people: &[Person]) -> Vec<RollEvent> {
    let mut events = Vec::new();
    for (place, person) in people.iter().enumerate() {
        if person.excused {
            events.push(RollEvent::Excused {
                member: name(place),
                cause: AbsenceCause::Family,
            });
        }
        for (from, to) in &person.stays {
            events.push(RollEvent::Joined {
                member: name(place),
                at: clock(*from),
                online: true,
            });
            // Nobody sees those leave who stay to the end.
            if *to < LASTS {
                events.push(RollEvent::Left {
                    member: name(place),
                    at: clock(*to),
                });
            }
        }
    }
    events
}

fn roll_of(
    people: &[Person],
    events: Vec<RollEvent>,
    at: u16,
    roll_at: u16,
    counting: PresenceCounting,
) -> RollCallInput {
    let members = people.iter().enumerate().map(|(place, person)| RollMember {
        id: name(place),
        membership: person.membership,
        standing: person.standing,
    });
    RollCallInput {
        starts_at: clock(0),
        ends_at: clock(LASTS),
        roll_at: Some(clock(roll_at)),
        at: Some(clock(at)),
        counting: Some(counting),
        members: members.collect(),
        events,
    }
}

fn presence() -> impl Strategy<Value = Presence> {
    select(vec![
        Presence::PresentInPerson,
        Presence::PresentOnline,
        Presence::Excused,
        Presence::Excused,
        Presence::Excused,
        Presence::Unexcused,
        Presence::Exempted,
        Presence::Suspended,
        Presence::AwayTemporarily,
    ])
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_roll_is_what_every_minute_says(
        (people, shuffled) in people().prop_flat_map(|people| {
            let events = events(&people);
            (Just(people), Just(events).prop_shuffle())
        }),
        at in 0..=LASTS,
        roll_at in 0..=LASTS,
        counting in select(vec![
            PresenceCounting::AnyTime,
            PresenceCounting::AtTheRoll,
            PresenceCounting::MajorityOfDuration,
        ]),
    ) {
        let rules = BOOK.on(date(2025, 12, 3)?)?;
        let ask = |events| roll_call(&rules, &roll_of(&people, events, at, roll_at, counting));
        let verdict = ask(shuffled)?;
        prop_assert_eq!(to_json(&verdict), to_json(&ask(events(&people))?));
        let roll = verdict.value;
        for (person, line) in people.iter().zip(&roll.members) {
            prop_assert_eq!(line.minutes, person.minutes());
            prop_assert_eq!(line.present_now, person.there(at));
            prop_assert_eq!(line.in_base, person.counts(at));
            prop_assert_eq!(line.may_vote_now, person.votes() && person.there(at));
            let first = (0..LASTS).find(|minute| person.there(*minute));
            prop_assert_eq!(line.late_minutes, first.map(u32::from));
            let last = (0..LASTS).rev().find(|minute| person.there(*minute));
            prop_assert_eq!(line.left_early_minutes, last.map(|last| u32::from(LASTS - 1 - last)));
            let present = match counting {
                PresenceCounting::AnyTime => first.is_some(),
                PresenceCounting::AtTheRoll => person.there(roll_at),
                PresenceCounting::MajorityOfDuration => person.minutes() > u32::from(LASTS / 2),
            };
            let expected = match person.standing {
                Standing::Suspended => Some(Presence::Suspended),
                _ if present => Some(Presence::PresentOnline),
                Standing::Exempted => Some(Presence::Exempted),
                Standing::TemporarilyAway => Some(Presence::AwayTemporarily),
                Standing::Active => person.excused.then_some(Presence::Excused),
            };
            prop_assert_eq!(line.presence, expected);
        }
        let own = people.iter().filter(|person| person.membership != RollMembership::Temporary);
        let counts = roll.counts;
        let counted = counts.present_in_person + counts.present_online + counts.excused
            + counts.unexcused + counts.exempted + counts.suspended + counts.away_temporarily
            + counts.unmarked;
        prop_assert_eq!(usize::try_from(counted).ok(), Some(own.count()));
        let base = |minute| people.iter().filter(|person| person.counts(minute)).count();
        let voters = |minute| {
            people.iter().filter(|person| person.votes() && person.there(minute)).count()
        };
        let enough = |minute| base(minute) > 0 && 3 * voters(minute) >= 2 * base(minute);
        prop_assert_eq!(usize::try_from(roll.quorum.base).ok(), Some(base(at)));
        prop_assert_eq!(usize::try_from(roll.quorum.present).ok(), Some(voters(at)));
        prop_assert_eq!(roll.quorum.reached, (base(at) > 0).then(|| enough(at)));
        for minute in 0..LASTS {
            let gaps = roll.without_quorum.iter().filter(|gap| {
                (gap.from.minutes()..gap.to.minutes()).contains(&(OPENS + minute))
            });
            prop_assert_eq!(gaps.count(), usize::from(!enough(minute)), "minute {}", minute);
        }
        for pair in roll.without_quorum.windows(2) {
            prop_assert!(matches!(pair, [before, after] if before.to < after.from));
        }
    }

    #[test]
    fn any_events_give_the_same_answer_or_error_in_any_order(
        (one, other) in prop::collection::vec(
            (0_usize..3, 0_u16..=LASTS + 5, 0_u8..4, any::<bool>()),
            0..8,
        )
        .prop_map(|drawn| {
            let event = |(place, minute, kind, online)| {
                let (member, at) = (name(place), clock(minute));
                match kind {
                    0 => RollEvent::Left { member, at },
                    1 if minute == 0 => RollEvent::Unexcused { member },
                    1 if minute == 1 => RollEvent::Excused { member, cause: AbsenceCause::Other },
                    _ => RollEvent::Joined { member, at, online },
                }
            };
            drawn.into_iter().map(event).collect::<Vec<_>>()
        })
        .prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
    ) {
        let person = Person {
            membership: RollMembership::Full,
            standing: Standing::Active,
            stays: Vec::new(),
            excused: false,
        };
        let rules = BOOK.on(date(2025, 12, 3)?)?;
        let people = [person.clone(), person];
        let ask = |events| {
            let input = roll_of(&people, events, 0, 0, PresenceCounting::AnyTime);
            roll_call(&rules, &input).map(|verdict| to_json(&verdict))
        };
        prop_assert_eq!(ask(one), ask(other));
    }

    #[test]
    fn a_row_of_excuses_is_the_longest_piece_between_other_meetings(
        presences in prop::collection::vec(presence(), 0..24),
        every in any::<bool>(),
    ) {
        let kept: String = presences
            .iter()
            .filter_map(|presence| match presence {
                Presence::Excused => Some('e'),
                Presence::Exempted | Presence::Suspended | Presence::AwayTemporarily => {
                    every.then_some(' ')
                }
                _ => Some(' '),
            })
            .collect();
        let longest = kept.split(' ').map(str::len).max().unwrap_or(0);
        let current = kept.rsplit(' ').next().map_or(0, str::len);
        let counting = if every {
            StreakCounting::EveryMeeting
        } else {
            StreakCounting::ExpectedMeetings
        };
        let input = ExcusedStreakInput { presences, counting: Some(counting) };
        let found = excused_streak(&BOOK.on(date(2025, 12, 3)?)?, &input)?.value;
        prop_assert_eq!(usize::try_from(found.longest).ok(), Some(longest));
        prop_assert_eq!(usize::try_from(found.current).ok(), Some(current));
        prop_assert_eq!(found.within_limit, longest <= 3);
    }

    #[test]
    fn three_months_missed_in_the_year(
        drawn in prop::collection::vec((1_u32..=12, 1_u32..=28, presence()), 0..24),
    ) {
        let mut meetings = Vec::new();
        for (month, day, presence) in &drawn {
            meetings.push(MeetingPresence { on: date(2025, *month, *day)?, presence: *presence });
        }
        let input = AbsentMonthsInput { year: 2025, meetings };
        let found = absent_months(&BOOK.on(date(2025, 12, 31)?)?, &input)?.value;
        let is = |month, wanted: &[Presence]| {
            drawn.iter().any(|(of, _, presence)| *of == month && wanted.contains(presence))
        };
        let missed: Vec<u32> = (1..=12)
            .filter(|month| {
                is(*month, &[Presence::Unexcused])
                    && !is(*month, &[Presence::PresentInPerson, Presence::PresentOnline])
            })
            .collect();
        prop_assert_eq!(found.procedure_may_start, missed.len() >= 3);
        prop_assert_eq!(found.months, missed);
    }

    #[test]
    fn a_meeting_lasts_90_or_120_minutes(
        with_thematic_part in any::<bool>(),
        members in 0_u32..60,
        minutes in prop::option::of(0_u32..200),
        large in any::<bool>(),
    ) {
        let input = MeetingDurationInput {
            with_thematic_part,
            members,
            minutes,
            longer: Some(if large { LongMeeting::LargeCell } else { LongMeeting::WithThematicPart }),
        };
        let found = meeting_duration(&BOOK.on(date(2026, 5, 3)?)?, &input)?.value;
        let by_theme = if with_thematic_part { 120 } else { 90 };
        let by_size = if members >= 30 { 120 } else { 90 };
        let (required, other) = if large { (by_size, by_theme) } else { (by_theme, by_size) };
        prop_assert_eq!((found.required, found.other_reading), (required, other));
        prop_assert_eq!(found.readings_differ, by_theme != by_size);
        prop_assert_eq!(found.enough, minutes.map(|minutes| i64::from(minutes) >= required));
        prop_assert_eq!(
            found.short_by,
            minutes.map(|minutes| (i64::from(minutes)..required).count().try_into().expect("few"))
        );
    }

    #[test]
    fn a_score_by_the_words_of_the_form(
        (minutes, minutes_required) in (0_u32..150, select(vec![90_u32, 120])),
        (present, excused, unexcused) in (1_u32..60, 0_u32..30, 0_u32..2),
        longest_excused_streak in 0_u32..6,
        (there, speakers) in (1_u32..60).prop_flat_map(|there| (Just(there), 0..=there)),
        (planned, done) in (1_u32..30).prop_flat_map(|planned| (Just(planned), 0..=planned)),
        (preparation, conduct, chair, principles, closing) in
            (0_i64..=1_000, 0_i64..=2_500, 0_i64..=1_000, 0_i64..=500, 0_i64..=500),
    ) {
        let given = [
            (ScorePart::Closing, closing),
            (ScorePart::Chair, chair),
            (ScorePart::Preparation, preparation),
            (ScorePart::Conduct, conduct),
            (ScorePart::Principles, principles),
        ];
        let input = MeetingScoreInput {
            minutes,
            minutes_required,
            roll: RollCounts {
                present_in_person: present,
                excused,
                unexcused,
                exempted: 3,
                ..RollCounts::default()
            },
            attendance_counting: None,
            longest_excused_streak,
            speakers,
            present: there,
            previous: Some(PreviousResolution { planned, done }),
            without_previous: None,
            given: given.map(|(part, hundredths)| GivenMarks { part, hundredths }).to_vec(),
        };
        let found = meeting_score(&BOOK.on(date(2026, 5, 3)?)?, &input)?.value;
        let short = minutes_required.saturating_sub(minutes);
        let time = match short {
            0 => 5,
            1..=15 => 4,
            16..=30 => 3,
            _ if 2 * minutes >= minutes_required => 2,
            _ => 1,
        };
        let percent = |part: u32, whole: u32, least: u32| 100 * part >= least * whole;
        let expected = present + excused + unexcused;
        let attended = if unexcused > 0 || !percent(present, expected, 65) {
            1
        } else if !percent(present, expected, 75) {
            2
        } else if !percent(present, expected, 90) {
            3
        } else {
            4
        };
        let attendance = attended + i64::from(longest_excused_streak <= 3);
        let spoke = if 2 * speakers > there {
            5
        } else if percent(speakers, there, 40) {
            4
        } else if percent(speakers, there, 30) {
            3
        } else {
            2
        };
        let results = [(90, 30), (80, 27), (70, 24), (60, 20), (50, 15), (0, 10)]
            .into_iter()
            .find(|(least, _)| percent(done, planned, *least))
            .map_or(0, |(_, points)| points);
        let groups = [
            (ScoreGroup::Time, time * 100),
            (ScoreGroup::Attendance, attendance * 100),
            (ScoreGroup::Preparation, preparation),
            (ScoreGroup::Organization, conduct + chair + spoke * 100),
            (ScoreGroup::Principles, principles),
            (ScoreGroup::PreviousResolution, results * 100),
            (ScoreGroup::Closing, closing),
        ];
        let told: Vec<_> = found
            .groups
            .iter()
            .map(|group| (group.group, group.hundredths.unwrap_or(-1)))
            .collect();
        prop_assert_eq!(&told, &groups);
        let sum: i64 = groups.iter().map(|(_, marks)| marks).sum();
        prop_assert_eq!((found.hundredths, found.most), (sum, 10_000));
        let class = match sum {
            9_000.. => MeetingClass::Good,
            7_000.. => MeetingClass::Fair,
            5_000.. => MeetingClass::Average,
            _ => MeetingClass::Poor,
        };
        prop_assert_eq!(found.meeting_class, Some(class));
    }

    #[test]
    fn a_document_is_written_digit_by_digit(
        before in 0_u32..300,
        (month, day) in (1_u32..=12, 1_u32..=28),
    ) {
        let input = DocumentNumberInput {
            kind: "NQ".to_owned(),
            body: "CB".to_owned(),
            before,
            on: date(2025, month, day)?,
            place: "Hà Nội".to_owned(),
        };
        let found = document_number(&BOOK.on(date(2025, 12, 31)?)?, &input)?.value;
        let month = if month <= 2 { format!("{month:02}") } else { format!("{month}") };
        prop_assert_eq!(found.symbol, format!("Số {:02}-NQ/CB", before + 1));
        prop_assert_eq!(found.dated, format!("Hà Nội, ngày {day:02} tháng {month} năm 2025"));
    }
}

#[test]
fn what_the_guide_of_2018_did_not_say_is_absent_to_its_last_day() -> Result<(), HandbookError> {
    let input = MeetingDurationInput {
        with_thematic_part: false,
        members: 9,
        minutes: None,
        longer: None,
    };
    let first = date(2025, 10, 28)?;
    for day in date(2021, 1, 1)?.iter_days().step_by(13) {
        let Ok(rules) = BOOK.on(day) else { break };
        let answer = meeting_duration(&rules, &input);
        assert_eq!(answer.is_ok(), day >= first, "{day}");
    }
    Ok(())
}
