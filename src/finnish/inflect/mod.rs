//! Finnish nouns in their cases: the names of authorities and acts, in which one noun bends and the rest stands still.
//!
//! Only what is sure is bent. A noun of a class that is not known here has no forms, and a form that is none of a noun's
//! own (with a possessive suffix, as a part of a compound) is not read: then nothing is written in its place.

mod harmony;
mod letters;
mod name;
mod noun;
mod stem;

pub use name::Name;

/// The cases of names in running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// laki
    Nominative,
    /// lain
    Genitive,
    /// lakia
    Partitive,
    /// laissa
    Inessive,
    /// laista
    Elative,
    /// lakiin
    Illative,
    /// lailla
    Adessive,
    /// lailta
    Ablative,
    /// laille
    Allative,
    /// lakina
    Essive,
    /// laiksi
    Translative,
}

/// One or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// One.
    Singular,
    /// Many.
    Plural,
}

/// A case with its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Form {
    /// The case.
    pub case: Case,
    /// The number.
    pub number: Number,
}

/// The words of `written`, a form of the name `from`, as the same form of the name `to`; nothing where the form is not
/// known or could be two that differ.
///
/// ```
/// use seloste::finnish::inflect::same_form;
/// let form = same_form("Arkistolaitoksen", "Arkistolaitos", "Kansallisarkisto");
/// assert_eq!(form.as_deref(), Some("Kansallisarkiston"));
/// ```
pub fn same_form(written: &str, from: &str, to: &str) -> Option<String> {
    renamed(written, from, to, |form| form)
}

/// The same in the singular, for a name that many had and one has now.
pub fn in_singular(written: &str, from: &str, to: &str) -> Option<String> {
    renamed(written, from, to, |form| Form { number: Number::Singular, ..form })
}

/// Whether the words can only be read as the plural of a name.
pub fn is_plural(written: &str, name: &str) -> bool {
    let read = Name::of(name).read(written);
    !read.is_empty() && read.iter().all(|reading| reading.form.number == Number::Plural)
}

fn renamed(written: &str, from: &str, to: &str, as_form: impl Fn(Form) -> Form) -> Option<String> {
    let to = Name::of(to);
    let mut readings = Name::of(from).read(written).into_iter();
    let mut bent = || {
        let reading = readings.next()?;
        Some(to.bent(as_form(reading.form), reading.clitic))
    };
    let first = bent()??;
    while let Some(other) = bent() {
        if other.as_ref() != Some(&first) {
            return None;
        }
    }
    Some(first)
}

#[cfg(test)]
mod tests;
