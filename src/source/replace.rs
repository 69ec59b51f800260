//! A file gets new bytes, all of them or none.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes new bytes in the place of a file's. A reader sees the old ones or the new ones, whatever happens meanwhile; a
/// link stays a link, and the rights stay as they are.
///
/// # Errors
/// When the file or its folder cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = path.canonicalize()?;
    let rights = fs::metadata(&path)?.permissions();
    if rights.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = NamedTempFile::new_in(folder)?;
    new.write_all(bytes)?;
    new.as_file().sync_all()?;
    fs::set_permissions(new.path(), rights)?;
    new.persist(&path)?;
    Ok(())
}
