//! The names of one act.

use super::kind::StatuteKind;

/// The names of an act, as `statutes.toml` has them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ActNames<'a> {
    pub(crate) kind: StatuteKind,
    pub(crate) name_fi: &'a str,
    pub(crate) former_names: &'a [String],
    pub(crate) name_sv: Option<&'a str>,
    pub(crate) name_en: &'a [String],
    pub(crate) short: &'a [String],
    pub(crate) short_sv: &'a [String],
    pub(crate) abbreviations: &'a [String],
}

impl<'a> ActNames<'a> {
    /// Its titles, present and former, in all languages; those of EU acts are too long to be cited word for word,
    /// and a decision is cited by its number only.
    pub(crate) fn titles(self) -> impl Iterator<Item = &'a str> {
        let own = matches!(self.kind, StatuteKind::Act | StatuteKind::Decree);
        let titles = std::iter::once(self.name_fi)
            .chain(self.former_names.iter().map(String::as_str))
            .chain(self.name_sv);
        titles.take_while(move |_| own).chain(self.name_en.iter().map(String::as_str))
    }

    /// Its short names.
    pub(crate) fn shorts(self) -> impl Iterator<Item = &'a str> {
        self.short.iter().chain(self.short_sv).map(String::as_str)
    }
}
