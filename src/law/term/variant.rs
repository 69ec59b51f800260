//! A form of an entry, and how far it reaches in a text.

use super::plain::Plain;

/// A form to look for, cut at its stars.
#[derive(Debug)]
pub(super) struct Variant {
    /// Its entry.
    pub(super) term: usize,
    pieces: Vec<String>,
    open_end: bool,
    /// With its capitals, where they count.
    pub(super) cased: Option<String>,
}

impl Variant {
    /// Reads a form of an entry; `None` where it holds no letters.
    pub(super) fn read(term: usize, form: &str, case_sensitive: bool) -> Option<Self> {
        let plain = |piece: &str| Plain::of(piece).text().to_owned();
        let open_end = form.ends_with('*');
        let pieces: Vec<String> =
            form.split('*').filter(|piece| !piece.is_empty()).map(plain).collect();
        let sound = pieces.first().is_some_and(|first| first.contains(char::is_alphanumeric));
        let first = form.split('*').next().unwrap_or("");
        let cased = case_sensitive.then(|| first.replace(['-', '\u{2011}'], ""));
        sound.then_some(Self { term, pieces, open_end, cased })
    }

    /// What every place of the form begins with.
    pub(super) fn first_piece(&self) -> &str {
        &self.pieces[0]
    }

    /// The end of the whole form when its first piece stands at `start`.
    pub(super) fn end(&self, text: &str, start: usize) -> Option<usize> {
        let mut end = start + self.pieces[0].len();
        let opens_with_word = self.pieces[0].starts_with(char::is_alphanumeric);
        if opens_with_word && text[..start].ends_with(char::is_alphanumeric) {
            return None;
        }
        for piece in &self.pieces[1..] {
            let word = text[end..].find(|c: char| !in_word(c)).unwrap_or(text.len() - end);
            // A star stands for letters of one word; the next piece may begin inside that word or after it.
            let at = text[end..].find(piece.as_str()).filter(|at| *at <= word)?;
            end += at + piece.len();
        }
        let rest = text[end..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - end);
        match (self.open_end, rest) {
            (true, rest) => Some(end + rest),
            (false, 0) => Some(end),
            (false, _) => (!text[..end].ends_with(char::is_alphanumeric)).then_some(end),
        }
    }
}

/// Letters, digits, and what goes on in web addresses.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '%' | '?' | '=')
}
