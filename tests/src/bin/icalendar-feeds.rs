//! Writes feeds as iCalendar text, each beside its input as JSON: for parsers to read back.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use handbook::calendar::TimeOfDay;
use handbook::exchange::{CalendarEvent, CalendarFeed, EventStatus, icalendar};
use handbook::{HandbookError, date};

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), String> {
    let folder = env::args().nth(1).ok_or("which folder?")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    for (name, feed) in feeds().map_err(|error| error.to_string())? {
        let text = icalendar(&feed).map_err(|error| format!("{name}: {error}"))?;
        let input = serde_json::to_string(&feed).map_err(|error| error.to_string())?;
        for (ending, content) in [("ics", text), ("json", input)] {
            let path = folder.join(format!("{name}.{ending}"));
            fs::write(&path, content).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

/// Texts that break careless writers and readers.
fn hostile() -> Vec<String> {
    let letters = "Sinh hoạt chi bộ thường kỳ tháng chín, thảo luận; kết luận. ";
    let mut texts: Vec<String> = [
        "a,b;c:d\"e'f",
        "\\",
        "\\n is no line feed, \\\\n neither",
        "one\ntwo\n\nfour",
        "ends with a backslash \\",
        "BEGIN:VEVENT\nEND:VCALENDAR",
        "ATTENDEE;CN=\"Nguyễn\":mailto:a@example.org",
        "=?utf-8?Q?=E1=BA=A4?= %0D%0A ^n &amp; <b>",
        "tab\there",
        "Đảng bộ xã Yên Mô – “sinh hoạt” … № 1",
        "decomposed: e\u{323}\u{302} o\u{31b}\u{301}",
        "👩🏽\u{200d}💻👨\u{200d}👩\u{200d}👧\u{200d}👦🇻🇳",
        "\u{feff}a mark of byte order, a\u{a0}hard space, \u{202e}right to left",
        "中文 العربية עברית हिन्दी",
    ]
    .map(str::to_owned)
    .into();
    texts.push("ệ".repeat(5_000));
    texts.push("👩🏽\u{200d}💻".repeat(1_000));
    texts.push("\\".repeat(5_000));
    texts.push("\n".repeat(500) + "end");
    texts.push(letters.chars().cycle().take(5_000).collect::<String>() + "end");
    texts
}

fn event(id: String) -> Result<CalendarEvent, HandbookError> {
    Ok(CalendarEvent {
        id,
        sequence: 0,
        modified_at: None,
        on: date(2023, 9, 5)?,
        starts_at: Some(TimeOfDay::parse("startsAt", "19:30")?),
        minutes: Some(90),
        summary: "Sinh hoạt chi bộ".to_owned(),
        description: String::new(),
        location: String::new(),
        url: None,
        categories: Vec::new(),
        status: EventStatus::Confirmed,
        alarm_minutes: None,
    })
}

fn feed(name: &str, events: Vec<CalendarEvent>) -> CalendarFeed {
    CalendarFeed {
        name: name.to_owned(),
        product: "-//Example//Handbook//VI".to_owned(),
        domain: "handbook.example.org".to_owned(),
        stamped_at: "2023-08-25T02:03:04Z".to_owned(),
        events,
    }
}

/// The beginning of a text, in whole letters.
fn within(text: &str, most: usize) -> String {
    let mut kept = String::new();
    for letter in text.chars() {
        if kept.len() + letter.len_utf8() > most {
            break;
        }
        kept.push(letter);
    }
    kept
}

fn feeds() -> Result<Vec<(&'static str, CalendarFeed)>, HandbookError> {
    let mut year = Vec::new();
    for month in 1..=12 {
        let mut meeting = event(format!("cell-1-2023-{month:02}"))?;
        meeting.on = date(2023, month, 3)?;
        meeting.sequence = month - 1;
        meeting.modified_at = Some(format!("2023-{month:02}-01T00:00:00Z"));
        meeting.url = Some(format!("https://handbook.example.org/m/{month}?a=1,2;b=3"));
        meeting.categories = vec!["Chi bộ 1".to_owned(), "a,b;c\\d".to_owned()];
        meeting.alarm_minutes = Some(month * 60);
        if month % 4 == 0 {
            meeting.status = EventStatus::Cancelled;
        }
        year.push(meeting);
    }
    let mut times = Vec::new();
    for (place, (at, minutes)) in [
        (Some("00:00"), Some(1)),
        (Some("23:59"), Some(1)),
        (Some("23:00"), Some(120)),
        (Some("12:00"), Some(10_080)),
        (Some("07:05"), None),
        (None, None),
    ]
    .into_iter()
    .enumerate()
    {
        for (turn, day) in [date(2023, 12, 31)?, date(2024, 2, 29)?, date(1930, 2, 3)?]
            .into_iter()
            .enumerate()
        {
            let mut meeting = event(format!("time-{place}-{turn}"))?;
            meeting.on = day;
            meeting.starts_at = at.map(|at| TimeOfDay::parse("startsAt", at)).transpose()?;
            meeting.minutes = minutes;
            times.push(meeting);
        }
    }
    let mut texts = Vec::new();
    for (place, text) in hostile().into_iter().enumerate() {
        let mut meeting = event(format!("text {place}; a,b\\c ệ"))?;
        meeting.summary = within(&text, 1_024);
        meeting.location = within(&text, 1_000);
        meeting.description = text;
        texts.push(meeting);
    }
    // Every length around the fold, with letters of one to four octets.
    let mut folds = Vec::new();
    for letter in ["a", "é", "ệ", "👥", "\\"] {
        for length in 0..90 {
            let mut meeting = event(format!("fold-{}-{length}", folds.len()))?;
            meeting.description = "x".repeat(length) + &letter.repeat(40);
            folds.push(meeting);
        }
    }
    Ok(vec![
        ("year", feed("Chi bộ 1, xã Yên Mô", year)),
        ("times", feed("Giờ; ngày", times)),
        ("texts", feed("👥 \\ ; ,", texts)),
        ("folds", feed(&"ệ".repeat(300), folds)),
        ("empty", feed("nothing", Vec::new())),
    ])
}
