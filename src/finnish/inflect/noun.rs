//! The forms of one noun, by its ending.
//!
//! A compound bends like its last part, so that "valvontavirasto" needs no entry of its own. The classes are those of
//! the names of authorities, acts and registers.

use super::letters;
use super::{Case, Form, Number};

/// What the forms of a noun are made of.
struct Stems {
    /// Before most endings: "keskukse", "lai", "kunna".
    weak: String,
    /// Before vowels: "keskukse", "laki", "kunta".
    strong: String,
    /// The whole form: "keskusta".
    partitive: String,
    /// The whole form: "keskukseen".
    illative: String,
    plural: Option<Plural>,
}

/// The same in the plural, where it is sure.
struct Plural {
    /// Before most endings: "keskuksi", "laei", "kunni".
    weak: String,
    /// "keskuksi", "lakei", "kunti".
    strong: String,
    /// The whole forms, the usual one first: "keskusten", "keskuksien".
    genitive: Vec<String>,
    /// The whole forms, the usual one first.
    partitive: Vec<String>,
    /// The whole form: "keskuksiin".
    illative: String,
}

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

/// An ending with the vowel that the word asks for.
pub(super) fn harmonic(ending: &str, front: bool) -> &'static str {
    match (ending, front) {
        ("na", false) => "na",
        ("na", true) => "nä",
        ("ssa", false) => "ssa",
        ("ssa", true) => "ssä",
        ("sta", false) => "sta",
        ("sta", true) => "stä",
        ("lla", false) => "lla",
        ("lla", true) => "llä",
        ("lta", false) => "lta",
        ("lta", true) => "ltä",
        ("ta", false) => "ta",
        ("ta", true) => "tä",
        ("a", false) => "a",
        ("a", true) => "ä",
        ("kaan", false) => "kaan",
        ("kaan", true) => "kään",
        ("han", false) => "han",
        ("han", true) => "hän",
        ("lle", _) => "lle",
        ("ksi", _) => "ksi",
        _ => "kin",
    }
}

/// Last parts whose vowels do not tell: `e` and `i` go with the front.
const NEUTRAL: [&str; 5] = ["piiri", "rekisteri", "ministeri", "direktiivi", "piste"];

/// Whether a word takes ä, ö and y in its endings: its last vowel other than `e` and `i` tells, if it is near enough to
/// stand in the last part of a compound.
pub(super) fn is_front(word: &str) -> Option<bool> {
    if NEUTRAL.iter().any(|part| word.ends_with(part)) {
        return Some(true);
    }
    let mut neutral = 0;
    let mut before_vowel = false;
    for c in word.chars().rev() {
        match c {
            'a' | 'o' | 'u' | 'å' => return Some(false),
            'ä' | 'ö' | 'y' => return Some(true),
            'e' | 'i' if !before_vowel => neutral += 1,
            _ => {}
        }
        before_vowel = matches!(c, 'e' | 'i');
        if neutral > 2 {
            return None;
        }
    }
    None
}

fn stems(noun: &str, front: bool) -> Option<Stems> {
    let last = noun.chars().next_back()?;
    match last {
        _ if noun.ends_with("laki") => Some(law(noun)),
        _ if noun.ends_with("kaari") => Some(code(noun)),
        _ if noun.ends_with("oikeus") => Some(right(noun)),
        _ if noun.ends_with("nen") => Some(nen(noun, front)),
        's' if noun.ends_with("es") => loan(noun, noun.to_owned() + "i", front),
        's' => kse(noun, front),
        'm' => loan(noun, noun.to_owned() + "i", front),
        'e' => e_stem(noun, front),
        'i' => i_stem(noun, front),
        'o' | 'ö' | 'u' | 'y' => round(noun, front),
        'a' | 'ä' => open(noun, front),
        _ => None,
    }
}

/// laki: lain, lakia, lait, lakien.
fn law(noun: &str) -> Stems {
    let root = &noun[..noun.len() - "ki".len()];
    let plain = &noun[..noun.len() - "i".len()];
    Stems {
        weak: format!("{root}i"),
        strong: noun.to_owned(),
        partitive: format!("{noun}a"),
        illative: format!("{noun}in"),
        plural: Some(Plural {
            weak: format!("{root}ei"),
            strong: format!("{plain}ei"),
            genitive: vec![format!("{noun}en")],
            partitive: vec![format!("{plain}eja")],
            illative: format!("{plain}eihin"),
        }),
    }
}

/// kaari: kaaren, kaarta.
fn code(noun: &str) -> Stems {
    let root = &noun[..noun.len() - "i".len()];
    let stem = format!("{root}e");
    Stems {
        partitive: format!("{root}ta"),
        illative: format!("{stem}en"),
        strong: stem.clone(),
        weak: stem,
        plural: None,
    }
}

/// oikeus: oikeuden, oikeutta, oikeudet, oikeuksien.
fn right(noun: &str) -> Stems {
    let root = &noun[..noun.len() - "s".len()];
    let plural = format!("{root}ksi");
    Stems {
        weak: format!("{root}de"),
        strong: format!("{root}te"),
        partitive: format!("{root}tta"),
        illative: format!("{root}teen"),
        plural: Some(i_plural(plural, false, Vec::new())),
    }
}

/// A plural of one stem in `i`: "keskuksi", "viranomaisi", "järjestelmi".
fn i_plural(stem: String, front: bool, usual: Vec<String>) -> Plural {
    let mut genitive = usual;
    genitive.push(format!("{stem}en"));
    Plural {
        genitive,
        partitive: vec![stem.clone() + harmonic("a", front)],
        illative: format!("{stem}in"),
        strong: stem.clone(),
        weak: stem,
    }
}

/// viranomainen: viranomaisen, viranomaista.
fn nen(noun: &str, front: bool) -> Stems {
    let root = &noun[..noun.len() - "nen".len()];
    let stem = format!("{root}se");
    Stems {
        partitive: format!("{root}s{}", harmonic("ta", front)),
        illative: format!("{stem}en"),
        strong: stem.clone(),
        weak: stem,
        plural: Some(i_plural(format!("{root}si"), front, vec![format!("{root}sten")])),
    }
}

/// keskus: keskuksen; laitos: laitoksen; yhdistys: yhdistyksen. Nouns of quality (-uus, -eus) bend otherwise.
fn kse(noun: &str, front: bool) -> Option<Stems> {
    let root = &noun[..noun.len() - 1];
    let sure = ["us", "ys", "os", "ös"].iter().any(|end| noun.ends_with(end))
        && !["uus", "yys", "eus", "eys", "ius"].iter().any(|end| noun.ends_with(end));
    let stem = format!("{root}kse");
    sure.then(|| Stems {
        partitive: noun.to_owned() + harmonic("ta", front),
        illative: format!("{stem}en"),
        strong: stem.clone(),
        weak: stem,
        plural: Some(i_plural(format!("{root}ksi"), front, vec![format!("{noun}ten")])),
    })
}

/// seloste: selosteen, selostetta; alue: alueen. A single k, p or t before the `e` would change.
fn e_stem(noun: &str, front: bool) -> Option<Stems> {
    let root = &noun[..noun.len() - 1];
    let sure = ["st", "u", "j"].iter().any(|end| root.ends_with(end));
    sure.then(|| Stems {
        weak: format!("{noun}e"),
        strong: format!("{noun}e"),
        partitive: format!("{noun}t{}", harmonic("ta", front)),
        illative: format!("{noun}eseen"),
        plural: Some(Plural {
            weak: format!("{noun}i"),
            strong: format!("{noun}i"),
            genitive: vec![format!("{noun}iden"), format!("{noun}itten")],
            partitive: vec![format!("{noun}i{}", harmonic("ta", front))],
            illative: format!("{noun}isiin"),
        }),
    })
}

/// Nouns in `i` that keep it: piiri, direktiivi, maistraatti. Others (tuki, nimi) do not, and their ending does not tell.
const KEEP_I: [&str; 9] =
    ["piiri", "rekisteri", "ministeri", "atti", "itti", "ntti", "iivi", "afi", "kki"];

fn i_stem(noun: &str, front: bool) -> Option<Stems> {
    KEEP_I.iter().any(|end| noun.ends_with(end)).then(|| loan(noun, noun.to_owned(), front))?
}

/// A noun with an `i` at the end of its stem: "Trafi", "Traficomi".
fn loan(noun: &str, strong: String, front: bool) -> Option<Stems> {
    let weak = weakened(&strong)?;
    let root = |stem: &str| stem[..stem.len() - 1].to_owned();
    let plural = (noun == strong).then(|| Plural {
        weak: format!("{}ei", root(&weak)),
        strong: format!("{}ei", root(&strong)),
        genitive: vec![format!("{strong}en")],
        partitive: vec![format!("{}ej{}", root(&strong), harmonic("a", front))],
        illative: format!("{}eihin", root(&strong)),
    });
    Some(Stems {
        partitive: strong.clone() + harmonic("a", front),
        illative: format!("{strong}in"),
        weak,
        strong,
        plural,
    })
}

/// Nouns in o, ö, u and y: virasto, ministeriö, palvelu.
fn round(noun: &str, front: bool) -> Option<Stems> {
    let weak = weakened(noun)?;
    let last = noun.chars().next_back()?;
    let before = noun.chars().rev().nth(1)?;
    let after_vowel = matches!(before, 'i' | 'e' | 'o' | 'u' | 'y' | 'a' | 'ä' | 'ö');
    let (a, ta) = (harmonic("a", front), harmonic("ta", front));
    let (joined, split) = (format!("{noun}j"), format!("{noun}i"));
    let genitive = if after_vowel {
        vec![format!("{split}den")]
    } else {
        vec![format!("{joined}en"), format!("{split}den")]
    };
    let partitive = if after_vowel {
        vec![format!("{split}{ta}")]
    } else {
        vec![format!("{joined}{a}"), format!("{split}{ta}")]
    };
    Some(Stems {
        partitive: noun.to_owned() + if after_vowel { ta } else { a },
        illative: format!("{noun}{last}n"),
        strong: noun.to_owned(),
        plural: Some(Plural {
            weak: format!("{weak}i"),
            strong: split.clone(),
            genitive,
            partitive,
            illative: format!("{split}hin"),
        }),
        weak,
    })
}

/// Nouns in a and ä: lautakunta, järjestelmä. Their plural is told of those that names of authorities have.
fn open(noun: &str, front: bool) -> Option<Stems> {
    let weak = weakened(noun)?;
    let last = noun.chars().next_back()?;
    let root = |stem: &str| stem[..stem.len() - last.len_utf8()].to_owned();
    let with_i = ["kunta", "lupa", "mä"].iter().any(|end| noun.ends_with(end));
    let plural = with_i.then(|| Plural {
        weak: format!("{}i", root(&weak)),
        ..i_plural(format!("{}i", root(noun)), front, Vec::new())
    });
    Some(Stems {
        partitive: noun.to_owned() + harmonic("a", front),
        illative: format!("{noun}{last}n"),
        strong: noun.to_owned(),
        weak,
        plural,
    })
}

/// A stem with its last consonants in the weak grade: "kunta" is "kunna", "liitto" is "liito". Nothing where that is not
/// sure, as with a single `k`.
fn weakened(stem: &str) -> Option<String> {
    /// Strong and weak, the longer first. What stands here unchanged only looks as if it changed.
    const GRADES: [(&str, &str); 16] = [
        ("st", "st"),
        ("tk", "tk"),
        ("kk", "k"),
        ("pp", "p"),
        ("tt", "t"),
        ("nk", "ng"),
        ("nt", "nn"),
        ("lt", "ll"),
        ("rt", "rr"),
        ("mp", "mm"),
        ("ht", "hd"),
        ("lp", "lv"),
        ("rp", "rv"),
        ("ft", "ft"),
        ("p", "v"),
        ("t", "d"),
    ];
    let last = stem.chars().next_back()?;
    let root = &stem[..stem.len() - last.len_utf8()];
    if let Some((strong, weak)) = GRADES.iter().find(|(strong, _)| root.ends_with(strong)) {
        return Some(format!("{}{weak}{last}", &root[..root.len() - strong.len()]));
    }
    (!root.ends_with('k')).then(|| stem.to_owned())
}
