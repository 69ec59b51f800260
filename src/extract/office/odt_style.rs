//! Styles of an ODT, with what they take from their parents.

use std::collections::BTreeMap;

use super::xml::Element;
use super::{based_on, level_of_name};

/// What text looks like, as far as it is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) size: Option<f32>,
    pub(super) level: Option<u8>,
    /// The style of the list in which its paragraphs stand.
    pub(super) list: Option<String>,
    /// Whether there is space above and below.
    pub(super) above: Option<bool>,
    pub(super) below: Option<bool>,
}

impl Look {
    /// This, and below it what another says.
    #[must_use]
    pub(super) fn over(self, below: &Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            hidden: self.hidden.or(below.hidden),
            size: self.size.or(below.size),
            level: self.level.or(below.level),
            list: self.list.or_else(|| below.list.clone()),
            above: self.above.or(below.above),
            below: self.below.or(below.below),
        }
    }

    fn of(style: &Element) -> Self {
        let text = style.child("text-properties");
        let of_text = |name: &str| text.and_then(|text| text.get(name));
        let paragraph = style.child("paragraph-properties");
        let space = |name: &str| {
            let value = paragraph.and_then(|paragraph| paragraph.get(name));
            value
                .map(|value| !value.starts_with("0in") && !value.starts_with("0cm") && value != "0")
        };
        let name = style.get("name").unwrap_or_default();
        let level = style.get("default-outline-level").and_then(|level| level.parse().ok());
        Self {
            bold: of_text("font-weight").map(|weight| {
                weight == "bold" || weight.parse().is_ok_and(|weight: u32| weight >= 600)
            }),
            hidden: of_text("display").map(|display| display == "none"),
            size: of_text("font-size").and_then(|size| size.strip_suffix("pt")?.parse().ok()),
            level: level.or_else(|| level_of_name(name)),
            list: style.get("list-style-name").filter(|name| !name.is_empty()).map(str::to_owned),
            above: space("margin-top"),
            below: space("margin-bottom"),
        }
    }
}

/// The styles by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_name: BTreeMap<(String, String), (Option<String>, Look)>,
    defaults: BTreeMap<String, Look>,
}

impl Styles {
    /// Takes in the styles of a part; those of the document itself last.
    pub(super) fn add(&mut self, part: &Element) {
        for style in part.all("style") {
            let (Some(family), Some(name)) = (style.get("family"), style.get("name")) else {
                continue;
            };
            let parent = style.get("parent-style-name").map(str::to_owned);
            self.by_name.insert((family.to_owned(), name.to_owned()), (parent, Look::of(style)));
        }
        for style in part.all("default-style") {
            if let Some(family) = style.get("family") {
                self.defaults.insert(family.to_owned(), Look::of(style));
            }
        }
    }

    /// The look of a style with those of its parents.
    pub(super) fn look(&self, family: &str, name: Option<&str>) -> Look {
        let looks = based_on(name, |name| self.by_name.get(&(family.to_owned(), name.to_owned())));
        looks.chain(self.defaults.get(family)).fold(Look::default(), Look::over)
    }
}
