//! Reading JSON more strictly than the libraries do by themselves: chrono also takes `2023-1-1`,
//! and serde lets a tagged variant without fields carry any key.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A day written `yyyy-mm-dd`: `#[serde(deserialize_with = "wire::day")]`.
pub(crate) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = Cow::<'de, str>::deserialize(deserializer)?;
    crate::parse_date("date", &text).map_err(D::Error::custom)
}

/// The same where the day may be absent; needs `default` beside it.
pub(crate) fn optional_day<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<NaiveDate>, D::Error> {
    #[derive(Deserialize)]
    #[serde(transparent)]
    struct Day(#[serde(deserialize_with = "day")] NaiveDate);

    Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
}

/// A tagged variant without fields: `#[serde(deserialize_with = "wire::no_fields")]`.
pub(crate) fn no_fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(), D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct NoFields {}

    NoFields::deserialize(deserializer).map(|NoFields {}| ())
}
