//! The dictionary form of the words that head a statute's name, and of nothing else: "henkilötietolain"
//! becomes "henkilötietolaki", "annetussa" becomes "annettu", "personuppgiftslagen" "personuppgiftslag".

use rustc_hash::FxHashMap;

use super::kind::StatuteKind;
use crate::finnish::words::words;

/// The participle between the content of a title and its head: "jätteistä annettu laki".
pub(crate) const GIVEN: &str = "annettu";

/// The head words with their forms, as `rules/citations.toml` lists them.
#[derive(Debug, Clone)]
pub(crate) struct Heads {
    words: Vec<WrittenHead>,
    /// Of every form the place of its head.
    forms: FxHashMap<String, usize>,
    /// Lengths of the forms in bytes, the longest first.
    lengths: Vec<usize>,
    given: Vec<String>,
    clitics: Vec<String>,
}

/// A head as its table says it.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WrittenHead {
    word: String,
    kind: Option<StatuteKind>,
    #[serde(default)]
    swedish: bool,
    forms: Vec<String>,
}

/// What of a word is its head, and what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Headed<'a> {
    /// What stands before the head; empty for a head alone.
    pub(crate) stem: &'a str,
    /// The head's dictionary form.
    pub(crate) head: &'a str,
    /// The kind of act it names, where it names one kind only.
    pub(crate) kind: Option<StatuteKind>,
    /// In Swedish the head comes first in every order of words.
    pub(crate) swedish: bool,
}

impl Heads {
    pub(crate) fn new(heads: Vec<WrittenHead>, given: Vec<String>, clitics: Vec<String>) -> Self {
        let mut forms = FxHashMap::default();
        for (at, head) in heads.iter().enumerate() {
            forms.extend(head.forms.iter().map(|form| (form.clone(), at)));
        }
        let mut lengths: Vec<usize> = forms.keys().map(String::len).collect();
        lengths.sort_unstable_by(|a, b| b.cmp(a));
        lengths.dedup();
        Self { words: heads, forms, lengths, given, clitics }
    }

    /// The dictionary form of a folded word where it is, or ends in, a head of statute names.
    pub(crate) fn lemma(&self, folded: &str) -> String {
        if self.given.iter().any(|form| form == folded) {
            return GIVEN.to_owned();
        }
        let bare = || self.clitics.iter().find_map(|clitic| folded.strip_suffix(clitic.as_str()));
        self.with_head(folded)
            .or_else(|| self.with_head(bare()?))
            .map_or_else(|| folded.to_owned(), |(stem, head)| format!("{stem}{head}"))
    }

    /// Whether a lemma is, or ends in, a head word.
    pub(crate) fn head_of<'a>(&'a self, lemma: &'a str) -> Option<Headed<'a>> {
        self.words.iter().find_map(|head| {
            let stem = lemma.strip_suffix(head.word.as_str())?;
            Some(Headed { stem, head: &head.word, kind: head.kind, swedish: head.swedish })
        })
    }

    /// Whether a lemma is a head word alone, such as opens or closes a title: "laki", "asetus".
    pub(crate) fn is_head(&self, lemma: &str) -> bool {
        self.head_of(lemma).is_some_and(|headed| headed.stem.is_empty())
    }

    /// The lemmas of a title as the index of titles has them: from the head on, whoever issued the act
    /// ("valtioneuvoston asetus jätteistä" is "asetus jätteistä").
    pub(crate) fn title_key(&self, title: &str) -> String {
        let lemmas: Vec<String> =
            words(title).iter().map(|word| self.lemma(&word.folded)).collect();
        let head = lemmas.iter().position(|lemma| self.is_head(lemma));
        let from = head.filter(|head| head + 1 < lemmas.len()).unwrap_or(0);
        lemmas[from..].join(" ")
    }

    fn with_head<'a>(&'a self, word: &'a str) -> Option<(&'a str, &'a str)> {
        self.lengths.iter().find_map(|length| {
            let at = word.len().checked_sub(*length).filter(|at| word.is_char_boundary(*at))?;
            let head = self.forms.get(&word[at..])?;
            Some((&word[..at], self.words[*head].word.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::law::cite::Wording;
    use crate::rule::RuleFiles;

    #[test]
    fn inflected_heads_get_their_dictionary_form_and_other_words_stay() {
        let wording = Wording::load(&RuleFiles::embedded()).expect("the wording loads");
        let cases = [
            ("henkilötietolain", "henkilötietolaki"),
            ("julkisuuslaissa", "julkisuuslaki"),
            ("tietosuojalakikin", "tietosuojalaki"),
            ("tietosuojaasetuksessa", "tietosuojaasetus"),
            ("ulosottokaaren", "ulosottokaari"),
            ("annetussa", "annettu"),
            ("personuppgiftslagens", "personuppgiftslag"),
            ("dataskyddsförordningen", "dataskyddsförordning"),
            ("lainsäädäntö", "lainsäädäntö"),
            ("sellainen", "sellainen"),
        ];
        for (word, expected) in cases {
            assert_eq!(wording.heads.lemma(word), expected, "{word}");
        }
    }

    #[test]
    fn titles_are_looked_up_from_their_head_on() {
        let wording = Wording::load(&RuleFiles::embedded()).expect("the wording loads");
        let key = |title| wording.heads.title_key(title);
        assert_eq!(key("Valtioneuvoston asetus jätteistä"), "asetus jätteistä");
        assert_eq!(key("Lag om offentlig upphandling"), "lag om offentlig upphandling");
        assert_eq!(key("Henkilötietolaki"), "henkilötietolaki");
        assert_eq!(key("Suomen perustuslaki"), "suomen perustuslaki");
    }
}
