//! Vowel harmony: the last part of a word tells whether its endings have a, o, u or ä, ö, y.

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
