//! The repairs for people.

use std::fmt::Write as _;
use std::io::Write as _;

use termcolor::{Buffer, Color, ColorSpec, WriteColor as _};

use super::{Fate, Repair, Repaired, Sums};
use crate::Outcome;
use crate::extract::{Unexamined, UnexaminedReason};
use crate::fix::Refusal;
use crate::language::Language;
use crate::place::on_one_line;
use crate::report::text::Style;
use crate::report::words::count;

/// The report for people.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The language of its words.
    pub language: Language,
    /// How it is drawn.
    pub style: Style,
}

impl Text {
    /// One document: a line a repair; nothing of a document in which there is nothing to repair.
    pub fn document(self, repaired: &Repaired) -> String {
        let mut out = if self.style.colour { Buffer::ansi() } else { Buffer::no_color() };
        let path = &repaired.examined.path;
        if let Outcome::Unexamined(why) = &repaired.examined.outcome {
            let what = self.language.pick(["ei tutkittu", "inte granskad", "not examined"]);
            let _ = writeln!(out, "! {path}: {what}: {}", self.unexamined(why));
        }
        let repairs = repaired.repairs();
        if !repairs.is_empty() {
            let _ = writeln!(out, "{path}");
            for repair in &repairs {
                self.line(&mut out, repair, &repaired.fate);
            }
        }
        if let Some(why) = self.refusal(&repaired.fate) {
            let _ = writeln!(out, "! {path}: {why}");
        }
        // What is written there is text, all of it.
        String::from_utf8_lossy(&out.into_inner()).into_owned()
    }

    /// Why nothing was repaired. There is no limit to raise here.
    fn unexamined(self, why: &Unexamined) -> String {
        if why.reason != UnexaminedReason::TooLarge {
            return why.sentence(self.language);
        }
        let sentences = [
            "Tiedosto on liian suuri tai purkautuu liian suureksi. Se jätettiin ennalleen.",
            "Filen är för stor eller packas upp till för stor storlek. Den lämnades som den är.",
            "The file is too large, or unpacks to too much. It was left as it is.",
        ];
        self.language.pick(sentences).to_owned()
    }

    fn line(self, out: &mut Buffer, repair: &Repair<'_>, fate: &Fate) {
        let [made, shown, unsafe_, suggested] = self.language.pick([
            ["korjattu", "korjattavissa", "--unsafe", "ehdotus"],
            ["rättat", "kan rättas", "--unsafe", "förslag"],
            ["fixed", "fixable", "--unsafe", "suggested"],
        ]);
        let (what, colour) = match (repair.is_made, fate) {
            (true, Fate::Written) => (made, Color::Green),
            (true, _) => (shown, Color::Green),
            (false, _) if repair.waits => (unsafe_, Color::Yellow),
            (false, _) => (suggested, Color::Cyan),
        };
        let place = &repair.place;
        let at = [place.line, place.column].map(|number| number.unwrap_or(1));
        let at = format!("{}:{}", at[0], at[1]);
        let arrow = if self.style.ascii { "->" } else { "→" };
        let (old, rule) = (&repair.old, &repair.finding.rule);
        let new = on_one_line(&repair.fix.replacement);
        let _ = write!(out, "  ");
        let _ = out.set_color(ColorSpec::new().set_fg(Some(colour)));
        let _ = write!(out, "{what:<13}");
        let _ = out.reset();
        let _ = writeln!(out, " {at:>7}  {old} {arrow} {new}  [{rule}]");
    }

    fn refusal(self, fate: &Fate) -> Option<String> {
        let sentences = match fate {
            Fate::Written | Fate::Shown => return None,
            Fate::Refused(Refusal::Encoding) => [
                "ei korjattu: tiedoston merkistöä ei voi kirjoittaa takaisin muuttumattomana. Tallenna se UTF-8:na.",
                "inte rättad: filens teckenkodning kan inte skrivas tillbaka oförändrad. Spara den som UTF-8.",
                "not fixed: the file's encoding cannot be written back unchanged. Save it as UTF-8.",
            ],
            Fate::Refused(Refusal::Letter) => [
                "ei korjattu: korjauksessa on kirjain, jota tiedoston merkistössä ei ole. Tallenna se UTF-8:na.",
                "inte rättad: rättelsen har en bokstav som saknas i filens teckenkodning. Spara den som UTF-8.",
                "not fixed: the repair has a letter that the file's encoding lacks. Save it as UTF-8.",
            ],
            Fate::NotWritten(why) => {
                let what = self.language.pick([
                    "tiedostoa ei voitu kirjoittaa",
                    "filen kunde inte skrivas",
                    "the file could not be written",
                ]);
                return Some(format!("{what}: {why}"));
            }
        };
        Some(self.language.pick(sentences).to_owned())
    }

    /// The last line of a run.
    pub fn closing(self, sums: &Sums, is_dry: bool) -> String {
        let language = self.language;
        let documents =
            [["asiakirja", "asiakirjaa"], ["dokument", "dokument"], ["document", "documents"]];
        let repairs = if is_dry {
            [
                ["korjaus tehtäisiin", "korjausta tehtäisiin"],
                ["rättelse skulle göras", "rättelser skulle göras"],
                ["fix would be made", "fixes would be made"],
            ]
        } else {
            [
                ["korjaus tehty", "korjausta tehty"],
                ["rättelse gjord", "rättelser gjorda"],
                ["fix made", "fixes made"],
            ]
        };
        let suggestions = [
            ["ehdotus ihmisen luettavaksi", "ehdotusta ihmisen luettavaksi"],
            ["förslag att läsa", "förslag att läsa"],
            ["suggestion for a person to read", "suggestions for a person to read"],
        ];
        let mut line = format!(
            "{}: {}, {}",
            count(sums.documents, language, documents),
            count(sums.repairs, language, repairs),
            count(sums.suggestions, language, suggestions)
        );
        if sums.with_unsafe > 0 {
            let more = [
                ["korjaus lisää", "korjausta lisää"],
                ["rättelse till", "rättelser till"],
                ["more fix", "more fixes"],
            ];
            let more = count(sums.with_unsafe, language, more);
            let _ = write!(line, "; {more}: seloste fix --unsafe");
        }
        let not = sums.documents - sums.done;
        if not > 0 {
            let words = [
                "jäi tutkimatta tai korjaamatta",
                "granskades eller rättades inte",
                "not examined or not fixed",
            ];
            let _ = write!(line, "; {not} {}", language.pick(words));
        }
        line + "\n"
    }

    /// A unified difference, its lines coloured as other programs do.
    pub fn diff(self, diff: &str) -> String {
        if !self.style.colour {
            return diff.to_owned();
        }
        let mut out = Buffer::ansi();
        for line in diff.split_inclusive('\n') {
            let colour = match line.as_bytes().first() {
                Some(b'+') => Some(Color::Green),
                Some(b'-') => Some(Color::Red),
                Some(b'@') => Some(Color::Cyan),
                _ => None,
            };
            let _ = out.set_color(ColorSpec::new().set_fg(colour));
            let _ = out.write_all(line.trim_end_matches('\n').as_bytes());
            let _ = out.reset();
            let _ = out.write_all(&line.as_bytes()[line.trim_end_matches('\n').len()..]);
        }
        String::from_utf8_lossy(&out.into_inner()).into_owned()
    }
}
