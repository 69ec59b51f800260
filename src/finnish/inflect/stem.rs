//! The stems of nouns, class by class, told by their ending.
//!
//! A compound bends like its last part, so that "valvontavirasto" needs no entry of its own. The classes are those of
//! the names of authorities, acts and registers.

use super::harmony::harmonic;

/// What the forms of a noun are made of.
pub(super) struct Stems {
    /// Before most endings: "keskukse", "lai", "kunna".
    pub(super) weak: String,
    /// Before vowels: "keskukse", "laki", "kunta".
    pub(super) strong: String,
    /// The whole form: "keskusta".
    pub(super) partitive: String,
    /// The whole form: "keskukseen".
    pub(super) illative: String,
    pub(super) plural: Option<Plural>,
}

/// The same in the plural, where it is sure.
pub(super) struct Plural {
    /// Before most endings: "keskuksi", "laei", "kunni".
    pub(super) weak: String,
    /// "keskuksi", "lakei", "kunti".
    pub(super) strong: String,
    /// The whole forms, the usual one first: "keskusten", "keskuksien".
    pub(super) genitive: Vec<String>,
    /// The whole forms, the usual one first.
    pub(super) partitive: Vec<String>,
    /// The whole form: "keskuksiin".
    pub(super) illative: String,
}

/// The stems of a noun in small letters; nothing where its ending does not tell its class.
pub(super) fn stems(noun: &str, front: bool) -> Option<Stems> {
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
