//! Phrases with open classes, which each reader fills with words of its own.

/// The words that fill open classes: each class as phrases name it, and its words as alternatives.
pub(crate) struct Filling(Vec<(String, String)>);

impl Filling {
    /// Of classes by name, with their words.
    pub(crate) fn of<'w, W: IntoIterator<Item = &'w str>>(
        classes: impl IntoIterator<Item = (&'w str, W)>,
    ) -> Self {
        let joined = |words: W| words.into_iter().collect::<Vec<_>>().join("|");
        let classes = classes.into_iter();
        Self(classes.map(|(class, words)| (format!("<{class}>"), joined(words))).collect())
    }

    /// A phrase with every open class as one of the words that fill it: `oikeu* .. <act>` becomes
    /// `oikeu* .. poist*|hävit*`.
    pub(crate) fn fill(&self, phrase: &str) -> String {
        let classes = self.0.iter();
        classes.fold(phrase.to_owned(), |phrase, (class, words)| phrase.replace(class, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_class_becomes_its_words_and_others_stay() {
        let filling = Filling::of([("act", ["poist*", "hävit*"])]);
        assert_eq!(filling.fill("<may> .. <act>|<own>"), "<may> .. poist*|hävit*|<own>");
    }
}
