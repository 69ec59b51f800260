//! Addresses of files: `file:///C:/selosteet/a%20b.md` and the path it means.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use lsp_types::Uri;

/// The path of a file on this machine; nothing for what lies elsewhere, or in no file yet.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = decoded(path.split(['?', '#']).next()?)?;
    if !path.starts_with('/') {
        // A share of another machine, which only Windows has paths for.
        return cfg!(windows).then(|| PathBuf::from(format!("//{path}")));
    }
    // Before the letter of a drive stands the slash of the address.
    let has_drive = path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if has_drive { &path[1..] } else { &path }))
}

/// The address of a file.
pub(super) fn of_path(path: &Path) -> Option<Uri> {
    let path = path.to_string_lossy();
    let of_windows = path.as_bytes().get(1) == Some(&b':') || path.starts_with("\\\\");
    // Elsewhere a name may hold a backslash.
    let path = if of_windows { path.replace('\\', "/") } else { path.into_owned() };
    let root = match path.as_bytes() {
        [b'/', b'/', ..] => "file:",
        [b'/', ..] => "file://",
        _ => "file:///",
    };
    let mut uri = String::from(root);
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri.parse().ok()
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let coded = (*first == b'%').then(|| after.get(..2)).flatten();
        let coded = coded.and_then(|two| u8::from_str_radix(str::from_utf8(two).ok()?, 16).ok());
        bytes.push(coded.unwrap_or(*first));
        rest = if coded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(uri: &str) -> Option<String> {
        let path = path_of(&uri.parse().expect("an address"))?;
        Some(path.to_string_lossy().into_owned())
    }

    #[test]
    fn an_address_means_a_path() {
        assert_eq!(path("file:///a/b%20c/%C3%A4.md").as_deref(), Some("/a/b c/ä.md"));
        assert_eq!(path("file:///c%3A/x/y.md").as_deref(), Some("c:/x/y.md"));
        assert_eq!(path("file:///C:/x.md").as_deref(), Some("C:/x.md"));
        assert_eq!(path("untitled:Untitled-1"), None);
    }

    #[test]
    fn a_path_has_an_address() {
        let uri = |path: &str| of_path(Path::new(path)).map(|uri| uri.as_str().to_owned());
        assert_eq!(uri("/a/b c/ä.md").as_deref(), Some("file:///a/b%20c/%C3%A4.md"));
        assert_eq!(uri("C:\\x\\y.md").as_deref(), Some("file:///C:/x/y.md"));
        assert_eq!(uri("\\\\kone\\jako\\y.md").as_deref(), Some("file://kone/jako/y.md"));
        assert_eq!(uri("/a/b\\c.md").as_deref(), Some("file:///a/b%5Cc.md"));
    }
}
