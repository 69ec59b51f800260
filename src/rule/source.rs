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
        [article, "artiklan", point, "kohdan", letter, "alakohta"] => said(
            format!("artikel {article}.{point} {letter}"),
            format!("Article {article}({point})({letter})"),
        ),
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
    fn a_place_in_other_words_stays_as_it_is() {
        assert_eq!(
            cited("(EU) 2016/679", "johdanto-osan 39 kappale")[2],
            "GDPR (EU) 2016/679 johdanto-osan 39 kappale"
        );
    }
}
