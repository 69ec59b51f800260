//! The legal basis of a rule, as each language cites it.

use crate::language::Language;

/// A legal basis.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The act: "(EU) 2016/679", "1050/2018".
    pub law: String,
    /// The place in it, as it is cited in Finnish: "13 artiklan 1 kohdan c alakohta".
    pub place: String,
}

/// Acts that have a name of their own; others are cited by their number.
const NAMES: [(&[&str], [&str; 3]); 3] = [
    (
        &["(EU) 2016/679", "2016/679"],
        [
            "tietosuoja-asetus (EU) 2016/679",
            "dataskyddsförordningen (EU) 2016/679",
            "GDPR (EU) 2016/679",
        ],
    ),
    (
        &["1050/2018"],
        ["tietosuojalaki 1050/2018", "dataskyddslagen 1050/2018", "Data Protection Act 1050/2018"],
    ),
    (
        &["621/1999"],
        [
            "julkisuuslaki 621/1999",
            "offentlighetslagen 621/1999",
            "Act on the Openness of Government Activities 621/1999",
        ],
    ),
];

impl Source {
    /// The basis as a lawyer of the language cites it: "GDPR (EU) 2016/679 Article 13(1)(c)". A place that
    /// is written in another way than Finnish statutes are cited stays as it is.
    pub fn cited(&self, language: Language) -> String {
        let name = NAMES.iter().find(|(numbers, _)| numbers.contains(&self.law.as_str()));
        let act = name.map_or(self.law.as_str(), |(_, names)| language.pick(*names));
        let places: Option<Vec<String>> = match language {
            Language::Fi => None,
            Language::Sv | Language::En if let Some(place) = translated(&self.place, language) => {
                Some(vec![place])
            }
            Language::Sv | Language::En => {
                let parts = self.place.split(" ja ").flat_map(|part| part.split(", "));
                parts.map(|part| translated(part.trim(), language)).collect()
            }
        };
        let and = language.pick([" ja ", " och ", " and "]);
        let place = places.map_or_else(|| self.place.clone(), |places| places.join(and));
        format!("{act} {place}")
    }
}

/// One place in another language; `None` where its words are not those of a citation.
fn translated(place: &str, language: Language) -> Option<String> {
    let words: Vec<&str> = place.split_whitespace().collect();
    let said =
        |swedish: String, english: String| Some(language.pick([String::new(), swedish, english]));
    match words[..] {
        [article, "artikla"] => said(format!("artikel {article}"), format!("Article {article}")),
        [article, "artiklan", point, "kohta"] => {
            said(format!("artikel {article}.{point}"), format!("Article {article}({point})"))
        }
        [article, "artiklan", point, "kohdan", "toinen", "alakohta"] => said(
            format!("artikel {article}.{point} andra stycket"),
            format!("Article {article}({point}), second subparagraph"),
        ),
        [article, "artiklan", point, "kohdan", letter, "alakohta"] => said(
            format!("artikel {article}.{point} {letter}"),
            format!("Article {article}({point})({letter})"),
        ),
        [article, "artiklan", point, "ja", other, "kohta"] => said(
            format!("artikel {article}.{point} och {article}.{other}"),
            format!("Article {article}({point}) and ({other})"),
        ),
        // The article is that of the place before.
        [point, "kohta"] => said(
            format!("punkt {point} i samma artikel"),
            format!("paragraph {point} of the same Article"),
        ),
        ["johdanto-osan", number, "kappale"] => {
            said(format!("skäl {number}"), format!("recital {number}"))
        }
        [section, "§"] => said(format!("{section} §"), format!("section {section}")),
        [section, "§:n", part, "momentti"] => {
            said(format!("{section} § {part} mom."), format!("section {section}({part})"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(law: &str, place: &str) -> [String; 3] {
        let source = Source { law: law.to_owned(), place: place.to_owned() };
        [Language::Fi, Language::Sv, Language::En].map(|language| source.cited(language))
    }

    #[test]
    fn a_basis_is_cited_as_each_language_does() {
        assert_eq!(
            cited("(EU) 2016/679", "21 artikla ja 13 artiklan 2 kohdan b alakohta"),
            [
                "tietosuoja-asetus (EU) 2016/679 21 artikla ja 13 artiklan 2 kohdan b alakohta",
                "dataskyddsförordningen (EU) 2016/679 artikel 21 och artikel 13.2 b",
                "GDPR (EU) 2016/679 Article 21 and Article 13(2)(b)",
            ]
        );
        assert_eq!(
            cited("1050/2018", "29 §:n 1 momentti"),
            [
                "tietosuojalaki 1050/2018 29 §:n 1 momentti",
                "dataskyddslagen 1050/2018 29 § 1 mom.",
                "Data Protection Act 1050/2018 section 29(1)",
            ]
        );
    }

    #[test]
    fn paragraphs_subparagraphs_and_recitals_are_cited_too() {
        let gdpr = |place: &str| {
            cited("2016/679", place).map(|cited| cited.split_once("679 ").map(|s| s.1.to_owned()))
        };
        for (place, sv, en) in [
            ("9 artiklan 1 ja 2 kohta", "artikel 9.1 och 9.2", "Article 9(1) and (2)"),
            (
                "6 artiklan 1 kohdan toinen alakohta",
                "artikel 6.1 andra stycket",
                "Article 6(1), second subparagraph",
            ),
            (
                "49 artiklan 1 kohdan a alakohta ja 3 kohta",
                "artikel 49.1 a och punkt 3 i samma artikel",
                "Article 49(1)(a) and paragraph 3 of the same Article",
            ),
            (
                "6 artiklan 1 kohta ja johdanto-osan 43 kappale",
                "artikel 6.1 och skäl 43",
                "Article 6(1) and recital 43",
            ),
        ] {
            let [_, swedish, english] = gdpr(place);
            assert_eq!((swedish.as_deref(), english.as_deref()), (Some(sv), Some(en)));
        }
    }

    #[test]
    fn a_place_in_other_words_stays_as_it_is() {
        assert_eq!(
            cited("(EU) 2016/679", "liitteen 2 osa")[2],
            "GDPR (EU) 2016/679 liitteen 2 osa"
        );
    }
}
