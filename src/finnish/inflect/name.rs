//! Names of several words, of which one bends: "Digi- ja väestötietovirastosta", "lain kunnallisesta viranhaltijasta".

use super::Form;
use super::harmony::{harmonic, is_front};
use super::noun::forms;

/// A name, cut at the noun that bends.
#[derive(Debug, Clone, Copy)]
pub struct Name<'a> {
    before: &'a str,
    noun: &'a str,
    after: &'a str,
}

/// A form in which a name is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) form: Form,
    /// What hangs on the form, in back vowels: "kin", "kaan".
    pub(super) clitic: Option<&'static str>,
}

/// What may hang on any form, and is carried over.
const CLITICS: [&str; 3] = ["kin", "kaan", "han"];

impl<'a> Name<'a> {
    /// A name in its dictionary form. The last word bends, but in the titles of acts that open with what they are: "laki
    /// kunnallisesta viranhaltijasta".
    pub fn of(name: &'a str) -> Self {
        let first = name.split(' ').next().unwrap_or(name);
        let opens = ["laki", "asetus", "päätös"].contains(&first.to_lowercase().as_str());
        if opens {
            return Self { before: "", noun: first, after: &name[first.len()..] };
        }
        let at = name.rfind(' ').map_or(0, |at| at + 1);
        Self { before: &name[..at], noun: &name[at..], after: "" }
    }

    /// Every form that the words can be.
    pub(super) fn read(&self, written: &str) -> Vec<Reading> {
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_abbreviation = self.noun.chars().all(char::is_uppercase);
        let folded = |text: &str| {
            if is_abbreviation { text.to_owned() } else { text.to_lowercase() }
        };
        let written = folded(&written);
        let noun = written.strip_prefix(&folded(self.before));
        let Some(noun) = noun.and_then(|rest| rest.strip_suffix(&folded(self.after))) else {
            return Vec::new();
        };
        let own = forms(&folded(self.noun));
        let front = own.first().and_then(|(_, word)| is_front(&word.to_lowercase()));
        let bare = std::iter::once((noun, None));
        let with_clitic = CLITICS.into_iter().filter_map(|clitic| {
            Some((noun.strip_suffix(harmonic(clitic, front?))?, Some(clitic)))
        });
        let candidates: Vec<_> = bare.chain(with_clitic).collect();
        let read = candidates.into_iter().flat_map(|(word, clitic)| {
            let same = own.iter().filter(move |(_, form)| form == word);
            same.map(move |(form, _)| Reading { form: *form, clitic })
        });
        read.collect()
    }

    /// The name in a form; nothing where that form is not known.
    pub(super) fn bent(&self, form: Form, clitic: Option<&'static str>) -> Option<String> {
        let is_abbreviation = self.noun.chars().all(char::is_uppercase);
        let small = if is_abbreviation { self.noun.to_owned() } else { self.noun.to_lowercase() };
        let (_, word) = forms(&small).into_iter().find(|(own, _)| *own == form)?;
        // Only the end of a noun bends: its beginning keeps its capitals ("HUS-yhtymän").
        let same = |(a, b): &(char, char)| a.to_lowercase().eq(b.to_lowercase());
        let kept = self.noun.chars().zip(word.chars()).take_while(same).count();
        let noun: String = self.noun.chars().take(kept).chain(word.chars().skip(kept)).collect();
        let clitic = match clitic {
            Some(clitic) => harmonic(clitic, is_front(&small)?),
            None => "",
        };
        Some(format!("{}{noun}{clitic}{}", self.before, self.after))
    }
}
