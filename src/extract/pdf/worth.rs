//! What the text of a page is worth: whether it can be believed, and what is said of it where not.

use super::Drawn;
use crate::extract::page::Run;

/// Over this share of unknown letters the text of a page is of no use.
const UNREADABLE: f32 = 0.3;
/// Over this share, and this many, a page is read in part only; strange bullets stay below.
const IN_PART: (f32, usize) = (0.02, 8);
/// So many filled areas on a page without a letter are letters drawn as areas.
const DRAWN_LETTERS: usize = 60;
/// Letters from which the share of vowels says something.
const SAMPLE: usize = 120;
/// Of the letters of Finnish every other is a vowel, of Swedish and English nearly two in five. Letters whose codes are
/// mixed up, and those that a scanner guessed from lines and stains, have fewer.
const VOWELS: f32 = 0.22;
/// Of what is written that much is letters and digits.
const WRITTEN: f32 = 0.55;
/// Pictures that cover this share of a page may be the page itself, scanned.
const COVERED: f32 = 0.6;
/// More letters than this are not what an archive stamps on a scanned page.
const STAMP: usize = 400;
/// A scanner's reading of which fewer words than this, in hundredths, look like words is of no use.
const POOR: u8 = 60;
/// No reading of a scanner is surer than this: nobody knows how it was made.
const SUREST: u8 = 90;

/// The trouble of a scan on which something was written: its text is in the picture.
const IN_PICTURES: &str = "text_in_pictures";
/// The trouble of a page of which only a part could be drawn.
const DRAWN_IN_PART: &str = "page_read_in_part";

/// What the text of a page is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Worth {
    /// All of it can be read.
    Whole,
    /// It can be read, with a trouble to tell.
    Read(&'static str),
    /// A part of it cannot be read.
    InPart(&'static str),
    /// It is of no use, or there is none where something should be read.
    Nothing(&'static str),
}

impl Worth {
    /// Judges what was drawn; a scanner's own reading is taken into it, or left out, here.
    pub(super) fn of(drawn: &mut Drawn) -> Self {
        let layer = drawn.canvas.layer();
        let sure = sureness(layer.iter().flatten());
        let has_layer = sure.is_some();
        if let Some(sure) = sure.filter(|sure| *sure >= POOR) {
            drawn.canvas.take_layer(layer, sure);
            return Self::Read("page_from_ocr_layer");
        }
        let canvas = &drawn.canvas;
        let unknown = canvas.unknown as f32 / canvas.glyphs.max(1) as f32;
        let pictured = canvas.images > 0 || canvas.areas > DRAWN_LETTERS;
        let left = drawn.stop.is_some() || drawn.lost;
        match () {
            () if canvas.glyphs == 0 && has_layer => Self::Nothing("unreadable_text"),
            () if canvas.glyphs == 0 && (pictured || left) => Self::Nothing("page_without_text"),
            () if left => Self::InPart(DRAWN_IN_PART),
            () if unknown > UNREADABLE => Self::Nothing("replacement_characters"),
            () if is_babble(canvas.texts()) => Self::Nothing("unreadable_text"),
            () if unknown > IN_PART.0 && canvas.unknown > IN_PART.1 => {
                Self::InPart("replacement_characters")
            }
            () if drawn.scan => Self::InPart(IN_PICTURES),
            () if unknown > 0.0 => Self::Read("replacement_characters"),
            () if canvas.hidden > 0 => Self::Read("hidden_text"),
            () => Self::Whole,
        }
    }

    /// What went wrong, and whether the page counts as read all the same.
    pub(super) fn trouble(self) -> Option<(&'static str, bool)> {
        match self {
            Self::Whole => None,
            Self::Read(what) => Some((what, true)),
            Self::InPart(what) | Self::Nothing(what) => Some((what, false)),
        }
    }

    /// Whether there is text on the page that is more than a stamp on a scan.
    pub(super) fn is_more_than_stamp(self) -> bool {
        !matches!(self, Self::Nothing(_) | Self::InPart(IN_PICTURES))
    }

    /// Whether text recognition would read more: not where the page could not be drawn either.
    pub(super) fn asks_for_recognition(self) -> bool {
        matches!(self, Self::InPart(what) | Self::Nothing(what) if what != DRAWN_IN_PART)
    }
}

/// Whether a page may be a scan on which little more than a stamp was written.
pub(super) fn may_be_scan(drawn: &Drawn) -> bool {
    (1..STAMP).contains(&drawn.canvas.glyphs) && drawn.canvas.covered() > COVERED
}

/// How many hundredths of the words of a scanner's reading look like words; nothing where it read none.
fn sureness<'r>(layer: impl Iterator<Item = &'r Run>) -> Option<u8> {
    let words: Vec<&str> = layer
        .flat_map(|run| run.text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > 2)
        .collect();
    let like = words.iter().filter(|word| is_like_word(word)).count();
    let share = (like * 100).checked_div(words.len())?;
    Some(u8::try_from(share).unwrap_or(0).min(SUREST))
}

/// A number, or letters with a vowel among them, capitals at the beginning or throughout.
fn is_like_word(word: &str) -> bool {
    if word.chars().all(|c| c.is_ascii_digit()) {
        return true;
    }
    let small_after_first = word.chars().skip(1).all(|c| !c.is_uppercase());
    let capitals = word.chars().all(char::is_uppercase);
    word.chars().all(char::is_alphabetic)
        && word.chars().any(is_vowel)
        && (small_after_first || capitals)
}

/// Whether a text is long enough to judge, in Latin letters, and no language.
fn is_babble<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut latin, mut vowels, mut written, mut all) = (0, 0, 0, 0);
    for c in texts.flat_map(str::chars) {
        // Rows of dots and lines lead to page numbers or wait for a pen.
        if c.is_whitespace() || "._-–…•☐☒▣\u{FFFD}\u{AD}".contains(c) {
            continue;
        }
        all += 1;
        written += usize::from(c.is_alphanumeric());
        latin += usize::from(c.is_alphabetic() && (c as u32) < 0x250);
        vowels += usize::from(is_vowel(c));
    }
    let few_vowels = latin > SAMPLE && (vowels as f32) < VOWELS * latin as f32;
    let few_letters = all > 2 * SAMPLE && (written as f32) < WRITTEN * all as f32;
    few_vowels || few_letters
}

fn is_vowel(c: char) -> bool {
    "aeiouyäöåAEIOUYÄÖÅéÉüÜæøÆØáàóíèêõ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_no_language_is_told_from_one() {
        let finnish = "Rekisteröidyllä on oikeus saada pääsy häntä koskeviin tietoihin. ";
        // The codes of a font taken for letters: each stands 29 places too low.
        let shifted: String = finnish
            .chars()
            .map(|c| char::from_u32(c as u32 - 29).unwrap_or(c))
            .filter(|c| !c.is_control())
            .collect();
        let cases = [
            (finnish.repeat(4), false),
            ("Den registrerade har rätt att få tillgång till sina uppgifter. ".repeat(4), false),
            (
                "HETU 010190-123A, Y-tunnus 1234567-8, PL 1, 00101 HKI, Ps. Krs. Nro. ".repeat(4),
                false,
            ),
            ("Реестр клиентов городской библиотеки и его назначение ".repeat(4), false),
            (format!("1. Rekisteri {} 3", ".".repeat(400)), false),
            (shifted.repeat(4), true),
            ("~l;:. |!'* ,;\"l ^%(/ )i:;l' ".repeat(12), true),
            (shifted, false),
        ];
        for (text, expected) in cases {
            assert_eq!(is_babble(std::iter::once(text.as_str())), expected, "{text}");
        }
    }
}
