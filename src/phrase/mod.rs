//! Phrases: the small language in which rule files say what to look for.
//!
//! A phrase is a row of words, matched against the folded [`Word`]s of a text:
//!
//! | written | matches |
//! |---|---|
//! | `säilytysaika` | this word, exactly |
//! | `säilyt*` | a word that begins so: Finnish inflection is covered by the stem |
//! | `*rekisteri` | a word that ends so |
//! | `*suostumu*` | a word with this part inside: any part of a compound |
//! | `poisto\|poista*` | either |
//! | `oikeu* vaatia` | the words next to each other |
//! | `oikeu* .. poist*` | with at most three words between |
//! | `oikeu* ... poist*` | with at most ten words between |
//! | `<number>` `<date>` `<day>` `<phone>` `<postcode>` `<email>` `<url>` `<capital>` `<any>` | a word of that shape |
//! | `<säilyttää>` | one of the words listed under this name in `rules/words.toml` |
//!
//! All words of a phrase stand in one sentence. Hyphens and capitals make no difference: `EU-maa*`, `eumaa*` and
//! a word broken over two lines are the same.

mod atoms;
mod book;
mod fill;
mod parse;
mod phrases;

pub(crate) use atoms::{Atoms, Shapes};
pub use book::{Hit, Hits, PhraseBook, PhraseId};
pub(crate) use fill::Filling;
pub use parse::PhraseError;
pub(crate) use phrases::Phrases;

#[cfg(doc)]
use crate::finnish::words::Word;

#[cfg(test)]
mod tests {
    use super::PhraseBook;
    use crate::finnish::words::words;

    /// What a phrase finds in a text, hits parted by ` | `.
    fn found(phrase: &str, text: &str) -> String {
        let mut book = PhraseBook::default();
        let id = book.add(phrase).expect("the phrase is well formed");
        let words = words(text);
        let hits = book.find(&words);
        hits.of(id).iter().map(|hit| hit.span(&words).of(text)).collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn a_stem_covers_inflection_and_a_word_does_not() {
        let text = "Säilytysaika on pitkä. Säilytysajan pituus";
        assert_eq!(found("säilytysa*", text), "Säilytysaika | Säilytysajan");
        assert_eq!(found("säilytysaika", text), "Säilytysaika");
    }

    #[test]
    fn a_part_is_found_inside_and_at_the_end_of_compounds() {
        let text = "asiakasrekisteri ja rekisterinpitäjä, jäsenrekisterissä";
        assert_eq!(
            found("*rekisteri*", text),
            "asiakasrekisteri | rekisterinpitäjä | jäsenrekisterissä"
        );
        assert_eq!(found("*rekisteri", text), "asiakasrekisteri");
    }

    #[test]
    fn gaps_have_their_limits_and_stay_in_the_sentence() {
        let text = "oikeus pyytää tietojensa poistamista";
        assert_eq!(found("oikeu* .. poist*", text), "oikeus pyytää tietojensa poistamista");
        assert_eq!(found("oikeu* poist*", text), "");
        assert_eq!(found("oikeu* ... poist*", "Se on oikeus. Tiedot poistetaan"), "");
    }

    #[test]
    fn alternatives_and_classes_stand_for_one_word() {
        assert_eq!(
            found("oikaisu*|korja* <any>", "korjata tiedot, oikaisua pyytää"),
            "korjata tiedot | oikaisua pyytää"
        );
        assert_eq!(found("<number> vuo*", "säilytetään 10 vuotta"), "10 vuotta");
        assert_eq!(found("<email>", "a@b.example ja c"), "a@b.example");
    }

    #[test]
    fn a_class_of_the_vocabulary_stands_for_its_words() {
        let mut book = PhraseBook::default();
        book.define("poistaa", ["poist*", "hävit*"]).expect("two words");
        book.define("pois", ["<poistaa>|pyyhi*"]).expect("a class and a word");
        let id = book.add("tiedot <pois>").expect("a known class");
        let words = words("tiedot hävitetään, tiedot pyyhitään, tiedot jäävät");
        assert_eq!(book.find(&words).of(id).len(), 2);
        assert!(book.add("<jää>").is_err());
        assert!(book.define("jää", ["<jään>"]).is_err());
        assert!(book.define("number", ["yksi"]).is_err());
    }

    #[test]
    fn hyphens_and_line_breaks_make_no_difference() {
        assert_eq!(found("tietosuoja-asetu*", "tietosuoja-\nasetuksen"), "tietosuoja-\nasetuksen");
    }
}
