//! The forms of abbreviations: the name of the last letter tells the ending behind the colon ("VRK:hon", "DVV:hen").

use super::harmony::harmonic;
use super::{Case, Form, Number};

/// How the name of a letter ends.
enum LetterName {
    /// In a long vowel: "koo", "vee".
    Vowel(char),
    /// In "llä", "rrä": äl or ällä, and both are right.
    Consonant,
}

/// The forms of an abbreviation, the usual one of several first; nothing where the word is none. Capitals count.
pub(super) fn forms(word: &str) -> Option<Vec<(Form, String)>> {
    let is_abbreviation = word.chars().count() >= 2 && word.chars().all(char::is_uppercase);
    let last = word.chars().next_back().filter(|_| is_abbreviation)?;
    let name = name(last)?;
    let front = match name {
        LetterName::Vowel(vowel) => !matches!(vowel, 'a' | 'o' | 'u'),
        LetterName::Consonant => true,
    };
    let form = |case| Form { case, number: Number::Singular };
    let with = |ending: &str| format!("{word}:{ending}");
    let mut forms = vec![
        (form(Case::Nominative), word.to_owned()),
        (form(Case::Genitive), with("n")),
        (form(Case::Inessive), with(harmonic("ssa", front))),
        (form(Case::Elative), with(harmonic("sta", front))),
        (form(Case::Adessive), with(harmonic("lla", front))),
        (form(Case::Ablative), with(harmonic("lta", front))),
        (form(Case::Allative), with("lle")),
        (form(Case::Essive), with(harmonic("na", front))),
        (form(Case::Translative), with("ksi")),
    ];
    match name {
        LetterName::Vowel(vowel) => {
            forms.push((form(Case::Partitive), with(harmonic("ta", front))));
            forms.push((form(Case::Illative), with(&format!("h{vowel}n"))));
        }
        LetterName::Consonant => {
            let partitive = ["ää", "iä"].map(|end| (form(Case::Partitive), with(end)));
            let illative = ["ään", "iin"].map(|end| (form(Case::Illative), with(end)));
            forms.extend(partitive.into_iter().chain(illative));
        }
    }
    Some(forms)
}

fn name(letter: char) -> Option<LetterName> {
    Some(match letter {
        'A' => LetterName::Vowel('a'),
        'B' | 'C' | 'D' | 'E' | 'G' | 'P' | 'T' | 'V' => LetterName::Vowel('e'),
        'H' | 'K' | 'O' => LetterName::Vowel('o'),
        'I' | 'J' => LetterName::Vowel('i'),
        'Q' | 'U' => LetterName::Vowel('u'),
        'Y' => LetterName::Vowel('y'),
        'Ä' => LetterName::Vowel('ä'),
        'Ö' => LetterName::Vowel('ö'),
        'F' | 'L' | 'M' | 'N' | 'R' | 'S' | 'X' => LetterName::Consonant,
        _ => return None,
    })
}
