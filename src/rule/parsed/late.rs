//! Tables that are read when they are asked for: of hundreds of entries a run needs a few.

use std::marker::PhantomData;
use std::sync::OnceLock;

use serde::de::{Deserialize, DeserializeOwned, Deserializer, Error, Visitor};

use super::Form;

/// How the reader is asked for the place of a table instead of the table.
pub(super) const LATE: &str = "$seloste_late";

/// A table of a file.
#[derive(Debug)]
pub(crate) struct Late<T> {
    /// Where it stands in the parsed form of the file.
    at: usize,
    table: OnceLock<T>,
}

impl<T: DeserializeOwned> Late<T> {
    /// Reads it from its file.
    ///
    /// # Errors
    /// When it does not fit its type: the place, and a sentence.
    pub(crate) fn read(&self, file: &Form) -> Result<&T, (usize, String)> {
        if let Some(known) = self.table.get() {
            return Ok(known);
        }
        let read = file.read_at(self.at)?;
        Ok(self.table.get_or_init(|| read))
    }
}

impl<'de, T> Deserialize<'de> for Late<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(LATE, Place(PhantomData))
    }
}

/// Hears the place of a table.
struct Place<T>(PhantomData<T>);

impl<T> Visitor<'_> for Place<T> {
    type Value = Late<T>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a table")
    }

    fn visit_u64<E: Error>(self, at: u64) -> Result<Late<T>, E> {
        let at = usize::try_from(at).map_err(E::custom)?;
        Ok(Late { at, table: OnceLock::new() })
    }
}
