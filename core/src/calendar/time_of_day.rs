//! The time of a meeting, in whole minutes.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{InputCode, InputError};
use crate::json::{Fill, FromJson, Json, ToJson, Trouble, Writer, text as text_of};

/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;

/// A time of the day in Vietnam, in whole minutes: `00:00` to `23:59`. It crosses every edge as
/// text `hh:mm`.
///
/// ```
/// use handbook::calendar::TimeOfDay;
///
/// let evening = TimeOfDay::parse("on", "19:30")?;
/// assert_eq!(evening.minutes(), 19 * 60 + 30);
/// assert_eq!(evening.to_string(), "19:30");
/// assert!(TimeOfDay::parse("on", "24:00").is_err());
/// # Ok::<(), handbook::InputError>(())
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The time so many minutes after midnight.
    ///
    /// # Errors
    /// [`InputError`] naming `field` and the number, from 1,440 on.
    pub fn from_minutes(field: &str, minutes: u16) -> Result<Self, InputError> {
        if minutes < DAY_MINUTES {
            Ok(Self(minutes))
        } else {
            Err(InputError::new(InputCode::OutOfRange, field, minutes)
                .with_limit(format!("0..={}", DAY_MINUTES - 1)))
        }
    }

    /// A time written `hh:mm`.
    ///
    /// # Errors
    /// [`InputError`] naming `field` and the text, for anything but two digits, a colon and two
    /// digits, and for a time that does not exist.
    pub fn parse(field: &str, text: &str) -> Result<Self, InputError> {
        let number = |digits: Option<&str>, most: u16| -> Option<u16> {
            let digits =
                digits.filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
            digits.parse().ok().filter(|number| *number <= most)
        };
        let colon = text.len() == 5 && text.get(2..3) == Some(":");
        match (number(text.get(..2), 23), number(text.get(3..), 59)) {
            (Some(hour), Some(minute)) if colon => Ok(Self(hour * 60 + minute)),
            _ => Err(InputError::new(InputCode::NotATime, field, text)),
        }
    }

    /// Minutes after midnight, 0 to 1,439.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The moment on a day, on the clocks of Vietnam.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> NaiveDateTime {
        day.and_time(chrono::NaiveTime::MIN) + TimeDelta::minutes(i64::from(self.0))
    }
}

impl std::fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse("time", &text).map_err(serde::de::Error::custom)
    }
}

impl Fill for TimeOfDay {
    fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
        match text_of(json, trouble).map(|text| Self::parse("time", text)) {
            Some(Ok(time)) => *self = time,
            Some(Err(error)) => trouble.refuse(&error),
            None => (),
        }
    }
}

impl FromJson for TimeOfDay {
    fn blank() -> Self {
        Self::default()
    }
}

impl ToJson for TimeOfDay {
    fn write(&self, out: &mut Writer) {
        out.text(&self.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_two_digits_a_colon_and_two_digits_are_a_time() -> Result<(), InputError> {
        assert_eq!(TimeOfDay::parse("at", "00:00")?.minutes(), 0);
        assert_eq!(TimeOfDay::parse("at", "23:59")?.minutes(), DAY_MINUTES - 1);
        for text in [
            "", "7:30", "24:00", "12:60", "1230", "+1:30", "12:3", "12:30:00", "12.30", "１２",
        ] {
            let refused = TimeOfDay::parse("at", text).err();
            assert_eq!(
                refused,
                Some(InputError::new(InputCode::NotATime, "at", text)),
                "{text}"
            );
        }
        Ok(())
    }

    #[test]
    fn every_minute_reads_back() -> Result<(), InputError> {
        for minutes in 0..DAY_MINUTES {
            let time = TimeOfDay::from_minutes("at", minutes)?;
            assert_eq!(TimeOfDay::parse("at", &time.to_string())?, time);
        }
        assert!(TimeOfDay::from_minutes("at", DAY_MINUTES).is_err());
        Ok(())
    }
}
