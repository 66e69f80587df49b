//! Meetings out: an iCalendar feed (RFC 5545) of what the host puts into it, and nothing more.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::calendar::TimeOfDay;
use crate::check::in_range;
use crate::compact::TextMap;
use crate::error::{HandbookError, InputCode, InputError};
use crate::{identifier, read_date};

/// Most events of a feed.
const EVENTS_MOST: usize = 20_000;
/// Most bytes of a name, a summary, a location, a category.
const LINE_BYTES: usize = 1_024;
/// Most bytes of a description.
const DESCRIPTION_BYTES: usize = 65_536;
/// Most categories of an event.
const CATEGORIES_MOST: usize = 16;
/// Most minutes of an event: a week.
const MINUTES_MOST: u32 = 10_080;
/// Most minutes by which an alarm comes before: four weeks.
const ALARM_MOST: u32 = 40_320;
/// Largest whole number of RFC 5545.
const SEQUENCE_MOST: u32 = 2_147_483_647;
/// Most octets of a line, without its end.
const LINE_OCTETS: usize = 75;

/// Whether an event takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EventStatus {
    /// It does.
    Confirmed,
    /// It was called off: subscribers strike it out.
    Cancelled,
}

/// An event of a feed, on the clocks of Vietnam.
///
/// A later version of the same event keeps its `id` and has a higher `sequence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarEvent {
    /// What stays the same through all versions of the event, 1 to 64 bytes; with the feed's
    /// `domain` it is the UID. Each once in a feed.
    pub id: String,
    /// The version, 0 to 2,147,483,647: 0 at first.
    pub sequence: u32,
    /// When it was last changed, `yyyy-mm-ddThh:mm:ssZ`.
    #[serde(default)]
    pub modified_at: Option<String>,
    /// The day.
    #[serde(deserialize_with = "crate::wire::day")]
    pub on: NaiveDate,
    /// When it begins; absent for the whole day.
    #[serde(default)]
    pub starts_at: Option<TimeOfDay>,
    /// How long it lasts, 1 to 10,080 minutes; only with `starts_at`.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// Its name, 1 to 1,024 bytes.
    pub summary: String,
    /// More about it, at most 65,536 bytes; empty for nothing.
    #[serde(default)]
    pub description: String,
    /// Where it is, at most 1,024 bytes; empty for nothing.
    #[serde(default)]
    pub location: String,
    /// A page about it: a URI in ASCII, at most 1,024 bytes.
    #[serde(default)]
    pub url: Option<String>,
    /// At most 16, each 1 to 1,024 bytes.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// Minutes before the beginning at which to remind, 0 to 40,320.
    #[serde(default)]
    pub alarm_minutes: Option<u32>,
}

/// A calendar to be subscribed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarFeed {
    /// Its name, 1 to 1,024 bytes.
    pub name: String,
    /// Who made it, for PRODID, 1 to 1,024 bytes: `-//Organization//Product//VI`.
    pub product: String,
    /// What makes the UIDs unique in the world: letters, digits, hyphens and dots, 1 to 253 bytes.
    pub domain: String,
    /// When this feed was made, `yyyy-mm-ddThh:mm:ssZ`: the library has no clock.
    pub stamped_at: String,
    /// The events, in the order in which they are written; at most 20,000.
    pub events: Vec<CalendarEvent>,
}

/// A calendar as iCalendar text (RFC 5545), for mail and for calendars that subscribe.
///
/// Lines end with CR and LF and are at most 75 octets long, folded between letters and never
/// between a letter and its combining marks. Times stand in `Asia/Ho_Chi_Minh`, which is 7 hours
/// ahead of UTC all year. The same feed gives the same bytes.
///
/// ```
/// use handbook::exchange::{CalendarEvent, CalendarFeed, EventStatus, icalendar};
/// use handbook::calendar::TimeOfDay;
/// use handbook::date;
///
/// let feed = CalendarFeed {
///     name: "Chi bộ 1".to_owned(),
///     product: "-//Example//Handbook//VI".to_owned(),
///     domain: "example.org".to_owned(),
///     stamped_at: "2023-08-25T02:00:00Z".to_owned(),
///     events: vec![CalendarEvent {
///         id: "m-2023-09".to_owned(),
///         sequence: 0,
///         modified_at: None,
///         on: date(2023, 9, 5)?,
///         starts_at: Some(TimeOfDay::parse("startsAt", "19:30")?),
///         minutes: Some(90),
///         summary: "Sinh hoạt chi bộ".to_owned(),
///         description: String::new(),
///         location: "Nhà văn hóa; thôn 1".to_owned(),
///         url: None,
///         categories: Vec::new(),
///         status: EventStatus::Confirmed,
///         alarm_minutes: None,
///     }],
/// };
/// let text = icalendar(&feed)?;
/// assert!(text.contains("\r\nUID:m-2023-09@example.org\r\n"));
/// assert!(text.contains("\r\nDTSTART;TZID=Asia/Ho_Chi_Minh:20230905T193000\r\n"));
/// assert!(text.contains("\r\nLOCATION:Nhà văn hóa\\; thôn 1\r\n"));
/// # Ok::<(), handbook::HandbookError>(())
/// ```
///
/// # Errors
/// [`HandbookError::Input`] naming the field, as `events[3].summary`: text that is empty, too long
/// or holds control characters (a line feed and a tab may stand in a text), moments of another
/// form, numbers out of range, `minutes` without `startsAt`, and an `id` that stands twice.
pub fn icalendar(feed: &CalendarFeed) -> Result<String, HandbookError> {
    let mut out = Lines(String::new());
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.text("PRODID:", &required("product", &feed.product)?);
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.text("X-WR-CALNAME:", &required("name", &feed.name)?);
    for line in TIME_ZONE {
        out.line(line);
    }
    check_domain(&feed.domain)?;
    let stamp = moment("stampedAt", &feed.stamped_at)?;
    if feed.events.len() > EVENTS_MOST {
        return Err(
            InputError::new(InputCode::TooLong, "events", feed.events.len())
                .with_limit(EVENTS_MOST.to_string())
                .into(),
        );
    }
    let mut ids = TextMap::new();
    for (place, event) in feed.events.iter().enumerate() {
        let written = if ids.insert(&event.id, place) {
            out.event(event, &feed.domain, &stamp)
        } else {
            Err(InputError::new(InputCode::Duplicate, "id", &event.id))
        };
        if let Err(mut error) = written {
            error.field.insert_str(0, &format!("events[{place}]."));
            return Err(error.into());
        }
    }
    out.line("END:VCALENDAR");
    Ok(out.0)
}

const TIME_ZONE: [&str; 8] = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:16010101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The lines of the text.
struct Lines(String);

impl Lines {
    /// A line of ASCII that is short enough.
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = String::from(name);
        escape(&mut line, value);
        self.fold(&line);
    }

    fn event(
        &mut self,
        event: &CalendarEvent,
        domain: &str,
        stamp: &str,
    ) -> Result<(), InputError> {
        identifier::check("id", &event.id)?;
        in_range("sequence", event.sequence, 0, SEQUENCE_MOST)?;
        in_range("on", event.on.year(), 1, 9_998)?;
        self.line("BEGIN:VEVENT");
        self.text("UID:", &(event.id.clone() + "@" + domain));
        self.fold(&("DTSTAMP:".to_owned() + stamp));
        self.fold(&format!("SEQUENCE:{}", event.sequence));
        if let Some(modified_at) = &event.modified_at {
            let moment = moment("modifiedAt", modified_at)?;
            self.fold(&("LAST-MODIFIED:".to_owned() + &moment));
        }
        self.times(event)?;
        self.text("SUMMARY:", &required("summary", &event.summary)?);
        if let Some(text) = optional("description", &event.description, DESCRIPTION_BYTES)? {
            self.text("DESCRIPTION:", &text);
        }
        if let Some(text) = optional("location", &event.location, LINE_BYTES)? {
            self.text("LOCATION:", &text);
        }
        if let Some(url) = &event.url {
            check_url(url)?;
            self.fold(&("URL:".to_owned() + url));
        }
        self.categories(&event.categories)?;
        self.line(match event.status {
            EventStatus::Confirmed => "STATUS:CONFIRMED",
            EventStatus::Cancelled => "STATUS:CANCELLED",
        });
        if let Some(minutes) = event.alarm_minutes {
            in_range("alarmMinutes", minutes, 0, ALARM_MOST)?;
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.text("DESCRIPTION:", &event.summary);
            self.fold(&format!("TRIGGER:-PT{minutes}M"));
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
        Ok(())
    }

    /// The beginning and, where it is known, the end.
    fn times(&mut self, event: &CalendarEvent) -> Result<(), InputError> {
        let Some(starts_at) = event.starts_at else {
            if let Some(minutes) = event.minutes {
                return Err(InputError::new(
                    InputCode::Contradiction,
                    "minutes",
                    minutes,
                ));
            }
            self.day("DTSTART", event.on);
            // The day after the last one, as the standard counts.
            self.day("DTEND", event.on.succ_opt().unwrap_or(event.on));
            return Ok(());
        };
        let start = starts_at.on(event.on);
        self.time("DTSTART", start);
        if let Some(minutes) = event.minutes {
            in_range("minutes", minutes, 1, MINUTES_MOST)?;
            self.time("DTEND", start + TimeDelta::minutes(minutes.into()));
        }
        Ok(())
    }

    fn day(&mut self, name: &str, day: NaiveDate) {
        let line = format!("{name};VALUE=DATE:{}", digits_of(day));
        self.line(&line);
    }

    fn time(&mut self, name: &str, at: NaiveDateTime) {
        let of_day: String = at.time().to_string().split(':').collect();
        let line = format!(
            "{name};TZID=Asia/Ho_Chi_Minh:{}T{of_day}",
            digits_of(at.date())
        );
        self.line(&line);
    }

    fn categories(&mut self, categories: &[String]) -> Result<(), InputError> {
        if categories.len() > CATEGORIES_MOST {
            return Err(
                InputError::new(InputCode::TooLong, "categories", categories.len())
                    .with_limit(CATEGORIES_MOST.to_string()),
            );
        }
        let mut line = String::new();
        for category in categories {
            line.push_str(if line.is_empty() { "CATEGORIES:" } else { "," });
            escape(&mut line, &required("categories", category)?);
        }
        if !line.is_empty() {
            self.fold(&line);
        }
        Ok(())
    }

    /// A line of any length, folded.
    fn fold(&mut self, line: &str) {
        let mut used = 0;
        let mut rest = line;
        while !rest.is_empty() {
            let (letter, after) = rest
                .split_at_checked(letter_end(rest))
                .unwrap_or((rest, ""));
            if used + letter.len() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push_str(letter);
            used += letter.len();
            rest = after;
        }
        self.0.push_str("\r\n");
    }
}

/// Where the first letter of a text ends, with the marks that belong to it.
fn letter_end(text: &str) -> usize {
    let mut end = 0;
    let mut joined = false;
    for (place, letter) in text.char_indices() {
        let after = place + letter.len_utf8();
        // A run of marks that fills a line is cut all the same.
        if end > 0 && (after >= LINE_OCTETS || !(joined || belongs_to_the_letter_before(letter))) {
            break;
        }
        joined = letter == '\u{200d}';
        end = after;
    }
    end
}

/// Combining marks, variation selectors, skin tones and the joiner of emoji.
fn belongs_to_the_letter_before(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Appends a text with what separates values written as text.
fn escape(line: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\n' => line.push_str("\\n"),
            '\\' | ';' | ',' => {
                line.push('\\');
                line.push(letter);
            }
            _ => line.push(letter),
        }
    }
}

fn digits_of(day: NaiveDate) -> String {
    day.to_string().split('-').collect()
}

/// A text that must be there.
fn required(field: &str, text: &str) -> Result<String, InputError> {
    optional(field, text, LINE_BYTES)?.ok_or_else(|| InputError::new(InputCode::Empty, field, text))
}

/// A text unless it is empty.
fn optional(field: &str, text: &str, most: usize) -> Result<Option<String>, InputError> {
    if text.len() > most {
        return Err(InputError::new(InputCode::TooLong, field, text).with_limit(most.to_string()));
    }
    if text
        .chars()
        .any(|letter| letter.is_control() && letter != '\n' && letter != '\t')
    {
        return Err(InputError::new(InputCode::ControlCharacter, field, text));
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

fn check_domain(domain: &str) -> Result<(), InputError> {
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if domain.len() > 253 || !domain.split('.').all(label) {
        return Err(InputError::new(
            InputCode::NotAnIdentifier,
            "domain",
            domain,
        ));
    }
    Ok(())
}

fn check_url(url: &str) -> Result<(), InputError> {
    let scheme = url.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            && !rest.is_empty()
    });
    let plain = url
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    if url.len() > LINE_BYTES {
        return Err(
            InputError::new(InputCode::TooLong, "url", url).with_limit(LINE_BYTES.to_string())
        );
    }
    if !scheme || !plain {
        return Err(InputError::new(InputCode::NotAnIdentifier, "url", url));
    }
    Ok(())
}

/// A moment `yyyy-mm-ddThh:mm:ssZ` as iCalendar writes it.
fn moment(field: &str, text: &str) -> Result<String, InputError> {
    let wrong =
        || InputError::new(InputCode::NotATime, field, text).with_limit("yyyy-mm-ddThh:mm:ssZ");
    let seconds = text.get(16..).ok_or_else(wrong)?.as_bytes();
    let [b':', tens @ b'0'..=b'5', ones @ b'0'..=b'9', b'Z'] = seconds else {
        return Err(wrong());
    };
    let day = text.get(..10).and_then(read_date).ok_or_else(wrong)?;
    let time = text.get(11..16).unwrap_or_default();
    if text.get(10..11) != Some("T") || TimeOfDay::parse(field, time).is_err() {
        return Err(wrong());
    }
    let mut written = digits_of(day);
    written.push('T');
    written.extend(time.split(':'));
    written.push(char::from(*tens));
    written.push(char::from(*ones));
    written.push('Z');
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date;

    fn event(id: &str) -> Result<CalendarEvent, InputError> {
        Ok(CalendarEvent {
            id: id.to_owned(),
            sequence: 0,
            modified_at: None,
            on: date(2023, 9, 5)?,
            starts_at: None,
            minutes: None,
            summary: "Sinh hoạt chi bộ".to_owned(),
            description: String::new(),
            location: String::new(),
            url: None,
            categories: Vec::new(),
            status: EventStatus::Confirmed,
            alarm_minutes: None,
        })
    }

    fn feed(events: Vec<CalendarEvent>) -> CalendarFeed {
        CalendarFeed {
            name: "Chi bộ 1".to_owned(),
            product: "-//Example//Handbook//VI".to_owned(),
            domain: "example.org".to_owned(),
            stamped_at: "2023-08-25T02:03:04Z".to_owned(),
            events,
        }
    }

    /// The code and the field that a changed event is refused for.
    fn refused(change: impl Fn(&mut CalendarEvent)) -> Result<(InputCode, String), InputError> {
        let mut changed = event("m-2")?;
        change(&mut changed);
        match icalendar(&feed(vec![event("m-1")?, changed])) {
            Err(HandbookError::Input(error)) => Ok((error.code, error.field.clone())),
            other => Err(InputError::new(
                InputCode::Contradiction,
                "answer",
                format!("{other:?}"),
            )),
        }
    }

    #[test]
    fn a_whole_feed_reads_as_the_standard_has_it() -> Result<(), HandbookError> {
        let mut evening = event("m-2")?;
        evening.starts_at = Some(TimeOfDay::parse("startsAt", "23:00")?);
        evening.minutes = Some(90);
        evening.sequence = 3;
        evening.modified_at = Some("2023-08-24T23:59:59Z".to_owned());
        evening.description = "một\nhai, ba; bốn \\ năm".to_owned();
        evening.location = "Thôn 1".to_owned();
        evening.url = Some("https://example.org/m?x=1,2".to_owned());
        evening.categories = vec!["a,b".to_owned(), "c".to_owned()];
        evening.status = EventStatus::Cancelled;
        evening.alarm_minutes = Some(60);
        let text = icalendar(&feed(vec![event("m-1")?, evening]))?;
        let wanted = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//Handbook//VI\n\
            CALSCALE:GREGORIAN\nMETHOD:PUBLISH\nX-WR-CALNAME:Chi bộ 1\nBEGIN:VTIMEZONE\n\
            TZID:Asia/Ho_Chi_Minh\nBEGIN:STANDARD\nDTSTART:16010101T000000\n\
            TZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nEND:STANDARD\nEND:VTIMEZONE\n\
            BEGIN:VEVENT\nUID:m-1@example.org\nDTSTAMP:20230825T020304Z\nSEQUENCE:0\n\
            DTSTART;VALUE=DATE:20230905\nDTEND;VALUE=DATE:20230906\nSUMMARY:Sinh hoạt chi bộ\n\
            STATUS:CONFIRMED\nEND:VEVENT\n\
            BEGIN:VEVENT\nUID:m-2@example.org\nDTSTAMP:20230825T020304Z\nSEQUENCE:3\n\
            LAST-MODIFIED:20230824T235959Z\nDTSTART;TZID=Asia/Ho_Chi_Minh:20230905T230000\n\
            DTEND;TZID=Asia/Ho_Chi_Minh:20230906T003000\nSUMMARY:Sinh hoạt chi bộ\n\
            DESCRIPTION:một\\nhai\\, ba\\; bốn \\\\ năm\nLOCATION:Thôn 1\n\
            URL:https://example.org/m?x=1,2\nCATEGORIES:a\\,b,c\nSTATUS:CANCELLED\n\
            BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Sinh hoạt chi bộ\nTRIGGER:-PT60M\n\
            END:VALARM\nEND:VEVENT\nEND:VCALENDAR\n";
        assert_eq!(text, wanted.replace('\n', "\r\n"));
        Ok(())
    }

    #[test]
    fn lines_are_folded_between_letters_and_unfold_to_what_they_were() -> Result<(), HandbookError>
    {
        for letter in ["ệ", "e\u{323}\u{302}", "👩🏽\u{200d}💻", "a", "\\", "ấ,"] {
            let mut long = event("m-1")?;
            long.description = letter.repeat(5_000 / letter.len() * 4);
            let text = icalendar(&feed(vec![long.clone()]))?;
            for line in text.split("\r\n") {
                assert!(line.len() <= LINE_OCTETS, "{line}");
                assert!(
                    !line.starts_with(" \u{323}") && !line.starts_with(" \u{302}"),
                    "{line}"
                );
            }
            let unfolded = text.replace("\r\n ", "");
            let mut wanted = "\r\nDESCRIPTION:".to_owned();
            escape(&mut wanted, &long.description);
            assert!(unfolded.contains(&(wanted + "\r\n")), "{letter}");
        }
        Ok(())
    }

    #[test]
    fn a_letter_with_endless_marks_still_fits_its_lines() -> Result<(), HandbookError> {
        let mut long = event("m-1")?;
        long.summary = "e".to_owned() + &"\u{302}".repeat(300);
        let text = icalendar(&feed(vec![long.clone()]))?;
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS));
        assert!(text.replace("\r\n ", "").contains(&long.summary));
        Ok(())
    }

    #[test]
    fn what_a_feed_cannot_hold_is_refused_by_its_field() -> Result<(), InputError> {
        use InputCode::{
            Contradiction, ControlCharacter, Duplicate, Empty, NotATime, NotAnIdentifier,
            OutOfRange, TooLong,
        };
        type Change = fn(&mut CalendarEvent);
        let cases: [(Change, InputCode, &str); 17] = [
            (|event| event.id = "m-1".to_owned(), Duplicate, "id"),
            (|event| event.id = String::new(), Empty, "id"),
            (
                |event| event.id = "a\r\nb".to_owned(),
                NotAnIdentifier,
                "id",
            ),
            (|event| event.sequence = u32::MAX, OutOfRange, "sequence"),
            (|event| event.summary = String::new(), Empty, "summary"),
            (
                |event| event.summary = "a\rb".to_owned(),
                ControlCharacter,
                "summary",
            ),
            (
                |event| event.summary = "a".repeat(1_025),
                TooLong,
                "summary",
            ),
            (
                |event| event.description = "\u{0}".to_owned(),
                ControlCharacter,
                "description",
            ),
            (
                |event| event.description = "a".repeat(65_537),
                TooLong,
                "description",
            ),
            (
                |event| event.location = "\u{85}".to_owned(),
                ControlCharacter,
                "location",
            ),
            (
                |event| event.url = Some("no scheme".to_owned()),
                NotAnIdentifier,
                "url",
            ),
            (
                |event| event.url = Some("http:\u{7f}".to_owned()),
                NotAnIdentifier,
                "url",
            ),
            (
                |event| event.categories = vec![String::new()],
                Empty,
                "categories",
            ),
            (|event| event.minutes = Some(90), Contradiction, "minutes"),
            (
                |event| event.alarm_minutes = Some(40_321),
                OutOfRange,
                "alarmMinutes",
            ),
            (
                |event| event.modified_at = Some("2023-08-25T24:00:00Z".to_owned()),
                NotATime,
                "modifiedAt",
            ),
            (|event| event.on = NaiveDate::MAX, OutOfRange, "on"),
        ];
        for (change, code, field) in cases {
            assert_eq!(refused(change)?, (code, format!("events[1].{field}")));
        }
        Ok(())
    }

    #[test]
    fn a_moment_is_written_to_the_second_and_in_utc() {
        assert_eq!(
            moment("at", "2023-12-31T23:59:59Z").as_deref(),
            Ok("20231231T235959Z")
        );
        for text in [
            "",
            "2023-12-31",
            "2023-12-31T23:59Z",
            "2023-12-31T23:59:60Z",
            "2023-12-31 23:59:59Z",
            "2023-12-31T23:59:59",
            "2023-12-31T23:59:59+07:00",
            "2023-02-29T00:00:00Z",
            "2023-12-31T23:59:59Zệ",
            "２023-12-31T23:59:59Z",
        ] {
            assert!(moment("at", text).is_err(), "{text}");
        }
    }
}
