//! The dictionary form of the words that head a statute's name, and of nothing else: "henkilötietolain"
//! becomes "henkilötietolaki", "annetussa" becomes "annettu", "personuppgiftslagen" "personuppgiftslag".

/// Words that head the name of an act, with their forms as stem and endings. The endings are those of
/// Finnish nouns of their type; plural forms occur where several acts are told of together.
const HEADS: &[(&str, &[&str])] = &[
    (
        "laki",
        &[
            "laki", "lain", "lakia", "laissa", "laista", "lakiin", "lailla", "laille", "lailta",
            "laiksi", "lakina", "lait", "lakien", "lakeja", "laeissa", "laeista", "lakeihin",
            "laeilla", "laeille",
        ],
    ),
    (
        "asetus",
        &[
            "asetus",
            "asetuksen",
            "asetusta",
            "asetuksessa",
            "asetuksesta",
            "asetukseen",
            "asetuksella",
            "asetukselle",
            "asetukselta",
            "asetukseksi",
            "asetuksena",
            "asetukset",
            "asetusten",
            "asetuksia",
            "asetuksissa",
            "asetuksista",
            "asetuksiin",
        ],
    ),
    (
        "direktiivi",
        &[
            "direktiivi",
            "direktiivin",
            "direktiiviä",
            "direktiivissä",
            "direktiivistä",
            "direktiiviin",
            "direktiivillä",
            "direktiiville",
            "direktiivit",
            "direktiivien",
        ],
    ),
    (
        "kaari",
        &["kaari", "kaaren", "kaarta", "kaaressa", "kaaresta", "kaareen", "kaarella", "kaarelle"],
    ),
    ("säädös", &["säädös", "säädöksen", "säädöstä", "säädöksessä", "säädöksestä", "säädökseen"]),
    (
        "järjestys",
        &[
            "järjestys",
            "järjestyksen",
            "järjestystä",
            "järjestyksessä",
            "järjestyksestä",
            "järjestykseen",
        ],
    ),
    ("lag", &["lag", "lagen", "lagens", "lags", "lagar", "lagarna"]),
    ("förordning", &["förordning", "förordningen", "förordningens", "förordningar"]),
    ("balk", &["balk", "balken", "balkens"]),
    ("direktiv", &["direktiv", "direktivet", "direktivets"]),
];

const GIVEN: &[&str] = &[
    "annettu",
    "annetun",
    "annettua",
    "annetussa",
    "annetusta",
    "annettuun",
    "annetulla",
    "annetulle",
    "annetut",
    "annettujen",
];

/// Clitics that may hang on any form.
const CLITICS: &[&str] = &["kin", "kaan", "kään"];

/// The dictionary form of a folded word where it is, or ends in, a head of statute names.
pub(super) fn lemma(folded: &str) -> String {
    if GIVEN.contains(&folded) {
        return "annettu".to_owned();
    }
    with_head(folded)
        .or_else(|| without_clitic(folded).and_then(with_head))
        .map_or_else(|| folded.to_owned(), |(stem, head)| format!("{stem}{head}"))
}

/// Whether a lemma is, or ends in, a head word; what stands before the head is returned.
pub(super) fn head_of(lemma: &str) -> Option<(&str, &'static str)> {
    HEADS.iter().find_map(|(head, _)| lemma.strip_suffix(head).map(|stem| (stem, *head)))
}

fn with_head(word: &str) -> Option<(&str, &'static str)> {
    HEADS
        .iter()
        .flat_map(|(head, forms)| forms.iter().map(move |form| (*head, *form)))
        .filter_map(|(head, form)| word.strip_suffix(form).map(|stem| (stem, head)))
        .min_by_key(|(stem, _)| stem.len())
}

fn without_clitic(word: &str) -> Option<&str> {
    CLITICS.iter().find_map(|clitic| word.strip_suffix(clitic))
}

#[cfg(test)]
mod tests {
    use super::lemma;

    #[test]
    fn inflected_heads_get_their_dictionary_form_and_other_words_stay() {
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
            assert_eq!(lemma(word), expected, "{word}");
        }
    }
}
