//! Phrases with open classes, which each reader fills with words of its own.

use std::collections::BTreeMap;

/// A phrase with every open class as one of the words that fill it: `oikeu* .. <act>` becomes `oikeu* .. poist*|hävit*`.
pub(crate) fn fill<W: AsRef<str>>(phrase: &str, words: &BTreeMap<String, Vec<W>>) -> String {
    words.iter().fold(phrase.to_owned(), |phrase, (class, words)| {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        phrase.replace(&format!("<{class}>"), &words.join("|"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_class_becomes_its_words_and_others_stay() {
        let words = BTreeMap::from([("act".to_owned(), vec!["poist*", "hävit*"])]);
        assert_eq!(fill("<may> .. <act>|<own>", &words), "<may> .. poist*|hävit*|<own>");
    }
}
