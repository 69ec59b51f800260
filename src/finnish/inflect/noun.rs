//! The forms of one noun: the endings of the cases on its stems.

use super::harmony::{harmonic, is_front};
use super::letters;
use super::stem::{Plural, Stems, stems};
use super::{Case, Form, Number};

/// The forms of a noun in small letters, the usual one of several first; none where its class is not known.
pub(super) fn forms(noun: &str) -> Vec<(Form, String)> {
    if let Some(forms) = letters::forms(noun) {
        return forms;
    }
    let Some(front) = is_front(noun) else { return Vec::new() };
    let Some(stems) = stems(noun, front) else { return Vec::new() };
    let mut forms = vec![(of(Case::Nominative, Number::Singular), noun.to_owned())];
    forms.extend(singular(&stems, front));
    if let Some(plural) = &stems.plural {
        forms.push((of(Case::Nominative, Number::Plural), format!("{}t", stems.weak)));
        forms.extend(many(plural, front));
    }
    forms
}

fn of(case: Case, number: Number) -> Form {
    Form { case, number }
}

fn singular(stems: &Stems, front: bool) -> Vec<(Form, String)> {
    let form = |case| of(case, Number::Singular);
    let mut forms = vec![
        (form(Case::Genitive), format!("{}n", stems.weak)),
        (form(Case::Partitive), stems.partitive.clone()),
        (form(Case::Illative), stems.illative.clone()),
        (form(Case::Essive), stems.strong.clone() + harmonic("na", front)),
    ];
    forms.extend(local(&stems.weak, front).map(|(case, text)| (form(case), text)));
    forms
}

fn many(plural: &Plural, front: bool) -> Vec<(Form, String)> {
    let form = |case| of(case, Number::Plural);
    let mut forms: Vec<(Form, String)> =
        plural.genitive.iter().map(|text| (form(Case::Genitive), text.clone())).collect();
    forms.extend(plural.partitive.iter().map(|text| (form(Case::Partitive), text.clone())));
    forms.push((form(Case::Illative), plural.illative.clone()));
    forms.push((form(Case::Essive), plural.strong.clone() + harmonic("na", front)));
    forms.extend(local(&plural.weak, front).map(|(case, text)| (form(case), text)));
    forms
}

/// The cases whose endings hang on the weak stem.
fn local(weak: &str, front: bool) -> [(Case, String); 6] {
    [
        (Case::Inessive, "ssa"),
        (Case::Elative, "sta"),
        (Case::Adessive, "lla"),
        (Case::Ablative, "lta"),
        (Case::Allative, "lle"),
        (Case::Translative, "ksi"),
    ]
    .map(|(case, ending)| (case, format!("{weak}{}", harmonic(ending, front))))
}
