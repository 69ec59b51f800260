//! Which articles, paragraphs and points an act of the Union has, as `rules/articles.toml` lists them, and with them what
//! is claimed beside them.

use std::collections::BTreeMap;

use super::cite::Provision;
use super::claim::{self, Claim, Claims};
use crate::rule::{AuthorError, RuleFiles};

/// Where the list lies below `rules/`.
const PATH: &str = "articles.toml";

/// The acts whose articles are listed.
#[derive(Debug)]
pub(super) struct Articles {
    acts: BTreeMap<String, Act>,
    pub(super) claims: Claims,
}

#[derive(Debug)]
struct Act {
    last: u32,
    articles: BTreeMap<u32, Article>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "act")]
    acts: Vec<WrittenAct>,
    claims: claim::Written,
    #[serde(rename = "claim")]
    all_claims: Vec<Claim>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAct {
    id: String,
    last_article: u32,
    #[serde(rename = "article")]
    articles: Vec<Article>,
}

/// An article that is known part by part.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    number: u32,
    /// How many numbered paragraphs it has.
    paragraphs: u32,
    /// Of a paragraph the letter of its last point.
    #[serde(default)]
    last_point: BTreeMap<String, String>,
}

impl Articles {
    pub(super) fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let written: Written = files.required(PATH)?.parse()?;
        let act = |act: WrittenAct| {
            let articles = act.articles.into_iter().map(|article| (article.number, article));
            (act.id, Act { last: act.last_article, articles: articles.collect() })
        };
        let claims = Claims::new(&written.claims, written.all_claims);
        Ok(Self { acts: written.acts.into_iter().map(act).collect(), claims })
    }

    /// Whether it is certain that an act has no such place.
    pub(super) fn lack(&self, id: &str, place: &Provision) -> bool {
        let (Some(act), Some(number)) = (self.acts.get(id), place.article) else { return false };
        if !(1..=act.last).contains(&number) {
            return true;
        }
        let (Some(article), Some(paragraph)) = (act.articles.get(&number), place.paragraph) else {
            return false;
        };
        if !(1..=article.paragraphs).contains(&paragraph) {
            return true;
        }
        let last = article.last_point.get(&paragraph.to_string());
        last.zip(place.point.as_ref()).is_some_and(|(last, point)| {
            point.chars().all(|c| c.is_ascii_lowercase()) && point > last
        })
    }
}
