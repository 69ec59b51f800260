//! Bytes are read, up to a limit.

use std::fs::File;
use std::io::{self, Read};

use super::walk::{Input, Origin};

/// A document as it was given: its name and its bytes, if they could be had.
#[derive(Debug)]
pub struct Document {
    /// The path as a report prints it, with forward slashes.
    pub path: String,
    /// The bytes, or why there are none.
    pub bytes: Result<Vec<u8>, ReadError>,
}

/// Why there are no bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// More bytes than the limit allows.
    TooLarge,
    /// The operating system says no: the file is missing, locked or not ours.
    Io(String),
}

impl Document {
    /// Reads an input, at most `max_size` bytes of it.
    pub fn read(input: &Input, max_size: u64) -> Self {
        let mut bytes = Vec::new();
        let read = match &input.origin {
            Origin::File(path) => File::open(path)
                .map_err(io_error)
                .and_then(|file| limited(file, max_size, &mut bytes)),
            Origin::Stdin => limited(io::stdin().lock(), max_size, &mut bytes),
            Origin::Nothing(why) => Err(ReadError::Io(why.clone())),
        };
        Self { path: input.path.clone(), bytes: read.map(|()| bytes) }
    }

    /// Reads standard input, with what was taken from it: where that is not all, the rest still waits there.
    pub fn read_through(input: &Input, max_size: u64) -> (Self, Vec<u8>) {
        let mut taken = Vec::new();
        let read = limited(io::stdin().lock(), max_size, &mut taken);
        (Self { path: input.path.clone(), bytes: read.map(|()| taken.clone()) }, taken)
    }
}

/// One byte over the limit is enough to know that it is passed: a huge file is never read whole.
fn limited(from: impl Read, max_size: u64, bytes: &mut Vec<u8>) -> Result<(), ReadError> {
    from.take(max_size.saturating_add(1)).read_to_end(bytes).map_err(io_error)?;
    if bytes.len() as u64 > max_size { Err(ReadError::TooLarge) } else { Ok(()) }
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err")]
fn io_error(why: io::Error) -> ReadError {
    ReadError::Io(why.to_string())
}
