//! ISO dates in the registers.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::Error};

/// A date that must be there.
pub(in crate::law) fn iso<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let written = String::deserialize(from)?;
    written.parse().map_err(|_| D::Error::custom(format!("`{written}` is no date like 2019-01-31")))
}

/// A date that may be left out.
pub(in crate::law) fn maybe_iso<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<Date>, D::Error> {
    iso(from).map(Some)
}
