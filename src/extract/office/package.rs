//! The ZIP file that an office document is: its parts, unpacked within limits.

use std::io::{Cursor, Read};
use std::time::Instant;

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Element};
use crate::extract::{Limits, Trouble, UnexaminedReason, encoding};

/// Files in one document; a letter has some twenty.
const MAX_FILES: usize = 10_000;

/// An open document.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
    pub(super) deadline: Instant,
    /// What could not be read, told once.
    pub(super) troubles: Vec<Trouble>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, UnexaminedReason> {
        let zip = archive(bytes).ok_or(UnexaminedReason::Corrupt)?;
        if zip.len() > MAX_FILES {
            return Err(UnexaminedReason::TooLarge);
        }
        let deadline = Instant::now() + limits.max_time;
        Ok(Self { zip, left: limits.max_unpacked, deadline, troubles: Vec::new() })
    }

    /// A part as XML; nothing where there is none of this name.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Element>, UnexaminedReason> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let text = encoding::decode(&bytes).ok_or(UnexaminedReason::Corrupt)?;
        xml::read(&text, self.deadline).map(Some)
    }

    /// A part that the text can do without: where it cannot be read, that is a trouble.
    pub(super) fn minor(&mut self, name: &str) -> Element {
        self.xml(name).map_or_else(
            |_| {
                self.troubles.push(Trouble { what: "part_not_read", place: None });
                Element::default()
            },
            Option::unwrap_or_default,
        )
    }

    /// Whether there are pictures in it: what has pictures and no text is a scan.
    pub(super) fn has_pictures(&self) -> bool {
        let mut names = self.zip.file_names().filter_map(Result::ok);
        names.any(|name| name.starts_with("word/media/") || name.starts_with("Pictures/"))
    }

    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, UnexaminedReason> {
        let file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::InvalidPassword) => return Err(UnexaminedReason::Encrypted),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(UnexaminedReason::Encrypted);
            }
            Err(_) => return Err(UnexaminedReason::Corrupt),
        };
        let mut bytes = Vec::new();
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(UnexaminedReason::TooLarge)?;
        read.map_err(|_| UnexaminedReason::Corrupt)?;
        Ok(Some(bytes))
    }
}

/// The files of an archive, if it is one.
pub(in crate::extract) fn archive(bytes: &[u8]) -> Option<ZipArchive<Cursor<&[u8]>>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}
