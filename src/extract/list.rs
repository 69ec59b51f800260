//! Numbers of lists as they are shown: "3", "c", "III".

/// How the numbers of a list are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Kind {
    /// 1, 2, 3
    #[default]
    Decimal,
    /// a, b, c
    Small,
    /// A, B, C
    Capital,
    /// i, ii, iii
    SmallRoman,
    /// I, II, III
    Roman,
}

impl Kind {
    /// A number of the list.
    pub(super) fn written(self, number: i32) -> String {
        match self {
            Self::Small => letters(number),
            Self::Capital => letters(number).to_uppercase(),
            Self::SmallRoman => roman(number).to_lowercase(),
            Self::Roman => roman(number),
            Self::Decimal => number.to_string(),
        }
    }
}

/// a … z, aa, bb …
fn letters(number: i32) -> String {
    let Some(at) = number.checked_sub(1).and_then(|at| u8::try_from(at % 26).ok()) else {
        return number.to_string();
    };
    let times = usize::try_from((number - 1) / 26 + 1).unwrap_or(1).min(8);
    char::from(b'a' + at).to_string().repeat(times)
}

fn roman(number: i32) -> String {
    const VALUES: [(i32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..=399).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, letters) in VALUES {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}
