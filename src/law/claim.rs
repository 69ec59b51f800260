//! What notices claim beside an article of the GDPR, and which articles say it, as `rules/articles.toml` lists them.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::cite::{Provision, WordList};

/// All claims that are known.
#[derive(Debug)]
pub struct Claims {
    between: WordList,
    claims: Vec<Claim>,
}

/// The claims as their tables say them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    between: Vec<String>,
}

/// Something that a notice may claim.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The fact that claims it.
    pub fact: String,
    /// What may be cited for it.
    places: Vec<Place>,
    /// What is about something else.
    wrong: Vec<Place>,
    /// Where it belongs, as the source of a rule is cited.
    pub told: String,
}

/// A place in the short form of lawyers: "15", "6.1 c".
#[derive(Debug, PartialEq, Eq)]
struct Place {
    article: u32,
    paragraph: Option<u32>,
    point: Option<String>,
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        let (figures, point) = written.split_once(' ').unzip();
        let figures = figures.unwrap_or(&written);
        let (article, paragraph) = figures.split_once('.').unzip();
        let article = article.unwrap_or(figures).parse();
        match (article, paragraph.map(str::parse).transpose()) {
            (Ok(article), Ok(paragraph)) => {
                Ok(Self { article, paragraph, point: point.map(str::to_owned) })
            }
            _ => Err(D::Error::custom(format!("`{written}` is no place like 15 or 6.1 c"))),
        }
    }
}

impl Place {
    /// Whether a place that is cited can be this one, as far as both are told.
    fn may_be(&self, cited: &Provision) -> bool {
        let agree = |point: &String| cited.point.as_ref().is_none_or(|other| other == point);
        cited.article == Some(self.article)
            && (cited.paragraph.is_none()
                || self.paragraph.is_none_or(|own| cited.paragraph == Some(own)))
            && self.point.as_ref().is_none_or(agree)
    }

    /// Whether a place that is cited is surely this one, or a part of it.
    fn is(&self, cited: &Provision) -> bool {
        self.may_be(cited) && (self.point.is_none() || self.point == cited.point)
    }
}

impl Claim {
    /// Whether one of these places may be cited for it.
    pub fn allows(&self, cited: &[Provision]) -> bool {
        cited.iter().any(|cited| self.places.iter().any(|place| place.may_be(cited)))
    }

    /// Whether all these places are about something else.
    pub fn refuses(&self, cited: &[Provision]) -> bool {
        cited.iter().all(|cited| self.wrong.iter().any(|place| place.is(cited)))
    }
}

impl Claims {
    pub(super) fn new(written: &Written, claims: Vec<Claim>) -> Self {
        Self { between: WordList::read(&written.between), claims }
    }

    /// The claim that a fact makes.
    pub fn of(&self, fact: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.fact == fact)
    }

    /// All facts that claim something.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.claims.iter().map(|claim| claim.fact.as_str())
    }

    /// Whether a folded word may stand between a claim and its article.
    pub fn may_part(&self, word: &str) -> bool {
        self.between.holds(word)
    }
}
