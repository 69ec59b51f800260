//! The words of a text, folded, with their sentence and clause: what every pattern is matched against.

use super::address::{address_end, is_mail};
use super::breaks::Breaks;
use super::fold::{fold_word, is_hyphen};
use super::ligature;
use crate::place::Span;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word as [`fold_word`] makes it.
    pub folded: String,
    /// Where it stands in the text; a word broken over two lines covers both.
    pub span: Span,
    /// Number of its sentence, from 0, rising.
    pub sentence: u32,
    /// Number of its clause, from 0, rising; a clause never reaches over a sentence.
    pub clause: u32,
    /// Whether it begins with a capital letter.
    pub capital: bool,
}

/// Finnish words have some eight letters, with the blank behind them.
const LETTERS_A_WORD: usize = 8;

/// The words of `text`.
///
/// Words are runs of letters and digits. A hyphen, and a hyphen with the line end after it, holds two
/// parts together; so do `.` `/` between digits ("6.1", "523/1999"), a colon before a case ending
/// ("EU:n") and whatever makes an e-mail or a web address. The paragraph sign is a word of its own.
///
/// A sentence ends at `.`, `!`, `?` before a space and a capital or digit, at a blank line, and before a
/// line that opens with a bullet or a number. A clause ends there too, and at `,`, `;`, `:`, dashes and brackets.
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::with_capacity(text.len() / LETTERS_A_WORD);
    let mut breaks = Breaks::default();
    let mut at = 0;
    let lost = ligature::are_lost(text);
    while let Some(c) = text[at..].chars().next() {
        if c == '§' || is_letter(c) || (lost && ligature::is_broken(text, at, c)) {
            let end = match c {
                '§' => at + c.len_utf8(),
                _ if lost => broken_word_end(text, at),
                _ => word_end(text, at),
            };
            let raw = &text[at..end];
            words.push(Word {
                folded: if lost { fold_token(&ligature::mended(raw)) } else { fold_token(raw) },
                span: Span::new(at, end),
                sentence: breaks.sentence,
                clause: breaks.clause,
                capital: c.is_uppercase(),
            });
            at = end;
        } else {
            breaks.pass(text, at, c);
            at += c.len_utf8();
        }
    }
    words
}

/// The end of the word that begins at `start`.
fn word_end(text: &str, start: usize) -> usize {
    if let Some(end) = address_end(text, start) {
        return end;
    }
    let mut end = start;
    loop {
        end += run_length(&text[end..], is_letter);
        match joint(text, end) {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// The end of a word in a text that lost its ligatures.
fn broken_word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some(c) = text[end..].chars().next() {
        if ligature::is_broken(text, end, c) {
            end += c.len_utf8();
        } else if is_letter(c) {
            end = word_end(text, end);
        } else {
            break;
        }
    }
    end
}

/// Where the word goes on after a joint at `end` (hyphen, broken line, number dot), if it does.
fn joint(text: &str, end: usize) -> Option<usize> {
    let rest = &text[end..];
    let c = rest.chars().next()?;
    let after = &rest[c.len_utf8()..];
    let next = after.chars().next()?;
    let before = text[..end].chars().next_back()?;
    if is_hyphen(c) {
        if next.is_alphanumeric() {
            return Some(end + c.len_utf8());
        }
        return broken_line(after, before).map(|skip| end + c.len_utf8() + skip);
    }
    let in_number = matches!(c, '.' | '/') && before.is_ascii_digit() && next.is_ascii_digit();
    let before_case = c == ':' && before.is_alphabetic() && is_case_ending(after);
    (in_number || before_case).then_some(end + c.len_utf8())
}

/// After a hyphen: the bytes of a line end with a lower-case letter behind it, unless the next word
/// says that the hyphen was suspended ("henkilö-⏎ja osoitetiedot").
fn broken_line(after: &str, before: char) -> Option<usize> {
    let trimmed = after.trim_start_matches([' ', '\r']);
    let line = trimmed.strip_prefix('\n')?.trim_start_matches(' ');
    let next = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let suspended = ["ja", "tai", "sekä", "eli", "että", "och", "eller", "samt", "and", "or"];
    let joins = before.is_alphabetic()
        && next.chars().next().is_some_and(char::is_lowercase)
        && !suspended.contains(&next);
    joins.then_some(after.len() - line.len())
}

fn is_case_ending(after: &str) -> bool {
    let letters = run_length(after, char::is_alphabetic);
    letters > 0
        && after[..letters].chars().count() <= 5
        && after[..letters].chars().all(char::is_lowercase)
}

/// A word as it is compared: addresses in lower case, all else as [`fold_word`] makes it.
pub(crate) fn fold_token(raw: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || !byte.is_ascii();
    if raw.bytes().all(plain) {
        fold_word(raw)
    } else if raw.contains(' ') && is_mail(&raw.replace(' ', "")) {
        raw.replace(' ', "").to_lowercase()
    } else if is_mail(raw) || raw.contains("://") || raw.starts_with("www.") {
        raw.to_lowercase()
    } else if raw.contains(['\n', '\r', ' ']) {
        fold_word(&raw.split_whitespace().collect::<String>())
    } else {
        fold_word(raw)
    }
}

fn run_length(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

/// Letters, digits and the combining marks of decomposed text; not the raised number of a footnote ("tiedot¹").
fn is_letter(c: char) -> bool {
    let is_raised = matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{2079}');
    c.is_alphanumeric() && !is_raised || unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::words;

    /// The folded words, `|` at a clause's end, `||` at a sentence's.
    fn shown(text: &str) -> String {
        let words = words(text);
        let mut out = String::new();
        for (n, word) in words.iter().enumerate() {
            if n > 0 {
                let before = &words[n - 1];
                out += match (before.sentence == word.sentence, before.clause == word.clause) {
                    (true, true) => " ",
                    (true, false) => " | ",
                    (false, _) => " || ",
                };
            }
            out += &word.folded;
        }
        out
    }

    #[test]
    fn a_word_broken_over_a_line_is_one_word() {
        assert_eq!(shown("EU:n tietosuoja-\nasetuksen nojalla"), "eu tietosuojaasetuksen nojalla");
    }

    #[test]
    fn a_suspended_hyphen_joins_nothing() {
        assert_eq!(shown("tarkastus- ja kielto-oikeus"), "tarkastus ja kieltooikeus");
        assert_eq!(shown("nimi-\nja osoitetiedot"), "nimi ja osoitetiedot");
    }

    #[test]
    fn numbers_addresses_and_case_endings_stay_whole() {
        assert_eq!(
            shown(
                "TSA 6.1 c, laki 523/1999, kirjaamo@esimerkkila.example. Ks. www.esimerkkila.example."
            ),
            "tsa 6.1 c | laki 523/1999 | kirjaamo@esimerkkila.example || ks www.esimerkkila.example"
        );
        assert_eq!(shown("nimi(at)esimerkkila.example"), "nimi(at)esimerkkila.example");
        assert_eq!(shown("Info (at) esimerkkila.example."), "info(at)esimerkkila.example");
        assert_eq!(shown("tiedot¹ säilytetään²"), "tiedot säilytetään");
        assert_eq!(shown("kohta (a) ja muut"), "kohta | a | ja muut");
    }

    #[test]
    fn ligatures_that_a_font_lost_are_put_back() {
        assert_eq!(
            shown("käsi;elyä %etoja henkilö%edot o;aa yhtey;ä aiheu;aa; nimi"),
            "käsittelyä tietoja henkilötiedot ottaa yhteyttä aiheuttaa | nimi"
        );
        assert_eq!(shown("nimi;osoite 5 %"), "nimi | osoite 5");
        assert_eq!(shown("käsiƩelyä, Ɵetoja ja ﬁrma"), "käsittelyä | tietoja ja firma");
    }

    #[test]
    fn bullets_and_blank_lines_end_sentences_and_wrapped_lines_do_not() {
        assert_eq!(
            shown("Tiedot:\n- nimi\n- osoite\n\nTietoja ei\nluovuteta"),
            "tiedot || nimi || osoite || tietoja ei luovuteta"
        );
    }
}
