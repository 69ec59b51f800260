//! What the register says is written in the place of an obsolete form.

use crate::finding::Safety;
use crate::finnish::inflect::same_form;

/// What is written in the place of an obsolete form.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// What stands there.
    pub from: String,
    /// What is right.
    pub to: String,
    /// Who may write it.
    #[serde(default = "safe")]
    pub safety: Safety,
}

fn safe() -> Safety {
    Safety::Safe
}

/// Whose an address is that others had too.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Owner {
    /// Beginnings of the words of its name, in small letters: at the head of an address they say whose it is.
    pub names: Vec<String>,
    /// Boxes that are nobody else's: a word and a number, in small letters.
    #[serde(default)]
    pub own: Vec<String>,
}

impl Correction {
    /// Whether the forms of both names are known.
    pub(super) fn bends(&self) -> bool {
        same_form(&self.from, &self.from, &self.to).is_some()
    }
}

/// What holds for all repairs.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    /// Beginnings of words in whose sentence an old name may be right.
    pub doubtful_near: Vec<String>,
    /// Verbs of what is over, in whose sentence an old name may be right.
    pub past_near: Vec<String>,
    /// Forms of companies and associations: a name beside one is theirs.
    pub company_words: Vec<String>,
    /// Ends of the names of those who make Finnish acts: a number behind one is no act of the Union.
    pub national_makers: Vec<String>,
    /// Beginnings of words that an address is made of.
    pub address_words: Vec<String>,
}
