//! Signs of fonts that have no letters: Wingdings and Symbol put boxes and bullets of forms at U+F020 and up.

/// The sign that a font of symbols shows for a code, with or without the 0xF000 of such fonts; `None` where the font is
/// none of them.
pub(super) fn sign(font: &str, code: u32) -> Option<char> {
    let is_symbols =
        ["Wingdings", "Symbol", "Webdings", "MS Gothic"].iter().any(|name| font.contains(name));
    match code {
        0xF020..=0xF0FF => Some(of_private(code - 0xF000)),
        0x20..=0xFF if is_symbols => Some(of_private(code)),
        _ => char::from_u32(code),
    }
}

/// The sign at a code of such a font.
pub(super) fn of_private(code: u32) -> char {
    match code {
        0xA8 | 0x6F | 0x71 | 0x72 => '☐',
        0xFD | 0x78 | 0x54 => '☒',
        0xFE | 0x52 | 0xFC => '☑',
        0x2D => '–',
        _ => '•',
    }
}
