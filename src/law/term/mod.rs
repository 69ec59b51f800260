//! The register of obsolete authorities, terms and contacts, and where a notice uses them.

mod entry;
mod guard;
mod phone;
mod plain;
mod repair;
mod variant;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::TermHit;
use crate::finding::Confidence;
use crate::finnish::words::Word;
use crate::language::Language;
use crate::layout::{Role, Script};
use crate::place::Span;
use crate::rule::{AuthorError, RuleFile, RuleFiles};
use crate::table::Parts;
use guard::guards_allow;
use phone::{digits_of, phones};
use plain::{Plain, starts_cased};
use variant::Variant;

pub use entry::{Severity, Term};
pub use repair::{Correction, Owner, Repair};

/// Where the register lies below `rules/`.
const PATH: &str = "terms.toml";

/// The register, ready to be looked for.
#[derive(Debug)]
pub struct Terms {
    entries: Vec<Term>,
    by_id: BTreeMap<String, usize>,
    phones: Vec<String>,
    addresses: Vec<String>,
    repair: Repair,
    variants: Vec<Variant>,
    first_pieces: Parts,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    current_tsv: Authority,
    repair: Repair,
    #[serde(rename = "term")]
    terms: Vec<Term>,
}

/// The supervisory authority's contacts.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "the file is read by people too; only telephones and addresses are compared"
)]
struct Authority {
    name_fi: String,
    name_sv: String,
    name_en: String,
    postal_fi: String,
    postal_sv: String,
    visiting_fi: String,
    visiting_sv: String,
    phones: Vec<String>,
    email: String,
    site: String,
    confidence: Confidence,
    source: String,
}

impl Terms {
    /// Reads the register.
    ///
    /// # Errors
    /// When the file is missing or malformed, or an id stands twice.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let file = files.required(PATH)?;
        let written: Written = file.parse()?;
        let mut by_id = BTreeMap::new();
        let mut variants = Vec::new();
        for (index, term) in written.terms.iter().enumerate() {
            if by_id.insert(term.id.clone(), index).is_some() {
                return Err(at(file, term, "is told of twice"));
            }
            if term.variants.is_empty() && term.phones_from.is_none() {
                return Err(at(file, term, "has nothing to look for: give it `variants`"));
            }
            let stiff = |name: &&Correction| !file.is_built_in() && !name.bends();
            if let Some(name) = term.rename.iter().find(stiff) {
                let what =
                    format!("has a name of unknown inflection: `{}` or `{}`", name.from, name.to);
                return Err(at(file, term, &what));
            }
            for form in &term.variants {
                let variant = Variant::read(index, form, term.case_sensitive);
                variants.push(variant.ok_or_else(|| {
                    at(file, term, &format!("has a variant without letters: `{form}`"))
                })?);
            }
        }
        let mut first_pieces = Parts::default();
        for variant in &variants {
            first_pieces.add(variant.first_piece());
        }
        let phones = written.current_tsv.phones.iter().map(|phone| digits_of(phone)).collect();
        let Authority { postal_fi, postal_sv, visiting_fi, visiting_sv, .. } = written.current_tsv;
        let addresses = vec![postal_fi, visiting_fi, postal_sv, visiting_sv];
        Ok(Self {
            entries: written.terms,
            by_id,
            phones,
            addresses,
            repair: written.repair,
            variants,
            first_pieces,
        })
    }

    /// The addresses of the supervisory authority that are current.
    pub(super) fn authority_addresses(&self) -> &[String] {
        &self.addresses
    }

    /// Words round an obsolete form that say how sure its repair is.
    pub(super) fn repair(&self) -> &Repair {
        &self.repair
    }

    /// The entry with this id.
    pub fn get(&self, id: &str) -> Option<&Term> {
        self.by_id.get(id).map(|index| &self.entries[*index])
    }

    /// All entries in the order of the file.
    pub fn all(&self) -> &[Term] {
        &self.entries
    }

    /// Every place where an entry of the register stands, in order, none inside another.
    pub(super) fn find(
        &self,
        script: &Script,
        words: &[Word],
        language: Language,
        as_of: Date,
    ) -> Vec<TermHit> {
        let plain = Plain::of(&script.text);
        let mut found = self.raw(script, &plain);
        found.extend(self.other_phones(script));
        found.retain(|(index, span)| {
            let term = &self.entries[*index];
            let line = &script.lines[script.line_at(span.start)];
            term.since <= as_of
                && fits_language(term.lang, language)
                && line.role != Role::Furniture
                && guards_allow(term, script, words, *span)
        });
        // The longest form speaks: "TE-toimistojen kehittämis- ja hallintokeskus" is no TE-toimisto.
        found.sort_by_key(|(index, span)| {
            (std::cmp::Reverse(span.end - span.start), span.start, *index)
        });
        let mut kept: Vec<(usize, Span)> = Vec::new();
        for (index, span) in found {
            if !kept.iter().any(|(_, other)| other.overlaps(span)) {
                kept.push((index, span));
            }
        }
        kept.sort_by_key(|(_, span)| span.start);
        kept.into_iter()
            .map(|(index, span)| TermHit { id: self.entries[index].id.clone(), span })
            .collect()
    }

    /// Matches before any guard.
    fn raw(&self, script: &Script, plain: &Plain) -> Vec<(usize, Span)> {
        let mut found = Vec::new();
        for (start, number) in self.first_pieces.find(plain.text()) {
            let variant = &self.variants[number];
            let Some(end) = variant.end(plain.text(), start) else { continue };
            let span = plain.original(start, end);
            if variant.cased.as_ref().is_none_or(|cased| starts_cased(&script.text, span, cased)) {
                found.push((variant.term, span));
            }
        }
        found
    }

    /// Telephone numbers of a block of the authority's that are not its own.
    fn other_phones(&self, script: &Script) -> Vec<(usize, Span)> {
        let mut found = Vec::new();
        for (index, term) in self.entries.iter().enumerate() {
            let Some(block) = &term.phones_from else { continue };
            for (digits, span) in phones(&script.text) {
                if digits.starts_with(block.as_str()) && !self.phones.contains(&digits) {
                    found.push((index, span));
                }
            }
        }
        found
    }
}

/// Finnish forms stand in notices of all languages, the others in their own and in Finnish ones.
fn fits_language(form: Language, notice: Language) -> bool {
    form == Language::Fi || notice == Language::Fi || form == notice
}

fn at(file: &RuleFile, term: &Term, what: &str) -> AuthorError {
    let place = file.text.find(&format!("id = \"{}\"", term.id)).unwrap_or(0);
    file.error_at(place, format!("{} {what}", term.id))
}
