//! Styles of a Word document, with what they take from the styles they are based on.

use std::collections::BTreeMap;

use super::xml::Element;
use super::{based_on, level_of_name};

/// What a paragraph or a run looks like, as far as it is said.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) size: Option<f32>,
    /// Level of a heading; 0 for text that is none.
    pub(super) level: Option<u8>,
    /// List and level in it.
    pub(super) list: Option<String>,
    pub(super) depth: Option<usize>,
    /// Space above and below, in twentieths of a point.
    pub(super) above: Option<u32>,
    pub(super) below: Option<u32>,
    /// Whether it is an entry of a table of contents.
    pub(super) in_contents: bool,
}

impl Look {
    /// What an element of properties says by itself.
    pub(super) fn of_paragraph(properties: &Element) -> Self {
        let level = properties.child("outlineLvl").and_then(|level| level.get("val")?.parse().ok());
        let numbering = properties.child("numPr");
        let spacing = properties.child("spacing");
        let space = |name: &str| spacing.and_then(|spacing| spacing.get(name)?.parse().ok());
        let value = |name: &str| numbering.and_then(|n| n.child(name)?.get("val"));
        Self {
            // Level 9 is text.
            level: level.map(|level: u8| if level < 9 { level + 1 } else { 0 }),
            list: value("numId").map(str::to_owned),
            depth: value("ilvl").and_then(|depth| depth.parse().ok()),
            above: space("before"),
            below: space("after"),
            ..Self::default()
        }
    }

    /// The same of a run.
    pub(super) fn of_run(properties: &Element) -> Self {
        let half_points = properties.child("sz").and_then(|size| size.get("val")?.parse().ok());
        Self {
            bold: switch(properties.child("b")),
            hidden: switch(properties.child("vanish")),
            size: half_points.map(|half: f32| half / 2.0),
            ..Self::default()
        }
    }

    /// This, and below it what another says.
    #[must_use]
    pub(super) fn over(self, below: &Self) -> Self {
        Self {
            bold: self.bold.or(below.bold),
            hidden: self.hidden.or(below.hidden),
            size: self.size.or(below.size),
            level: self.level.or(below.level),
            depth: self.depth.or(if self.list.is_none() { below.depth } else { None }),
            list: self.list.or_else(|| below.list.clone()),
            above: self.above.or(below.above),
            below: self.below.or(below.below),
            in_contents: self.in_contents || below.in_contents,
        }
    }
}

/// What a property says that is switched on by being there.
pub(super) fn switch(property: Option<&Element>) -> Option<bool> {
    property.map(|property| !matches!(property.get("val"), Some("0" | "false" | "off" | "none")))
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: BTreeMap<String, (Option<String>, Look)>,
    default_paragraph: Option<String>,
    defaults: Look,
}

impl Styles {
    pub(super) fn of(part: &Element) -> Self {
        let mut styles = Self::default();
        let Some(root) = part.child("styles") else { return styles };
        if let Some(run) = root.path(&["docDefaults", "rPrDefault", "rPr"]) {
            styles.defaults = Look::of_run(run);
        }
        if let Some(paragraph) = root.path(&["docDefaults", "pPrDefault", "pPr"]) {
            styles.defaults = Look::of_paragraph(paragraph).over(&styles.defaults);
        }
        for style in root.elements().filter(|element| element.name() == "style") {
            let Some(id) = style.get("styleId") else { continue };
            let is_default = matches!(style.get("default"), Some("1" | "true"));
            if is_default && style.get("type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            let based_on = style.child("basedOn").and_then(|based| based.get("val"));
            styles.by_id.insert(id.to_owned(), (based_on.map(str::to_owned), look(style, id)));
        }
        styles
    }

    /// The look of a style with all that it is based on.
    pub(super) fn look(&self, id: Option<&str>) -> Look {
        let id = id.or(self.default_paragraph.as_deref());
        let looks = based_on(id, |id| self.by_id.get(id));
        looks.fold(Look::default(), Look::over).over(&self.defaults)
    }

    /// The look of a style of runs.
    pub(super) fn run_look(&self, id: Option<&str>) -> Look {
        id.map_or_else(Look::default, |id| self.look(Some(id)))
    }
}

fn look(style: &Element, id: &str) -> Look {
    let own = |name| style.child(name);
    let paragraph = own("pPr").map(Look::of_paragraph).unwrap_or_default();
    let run = own("rPr").map(Look::of_run).unwrap_or_default();
    let mut look = paragraph.over(&run);
    let name = own("name").and_then(|name| name.get("val")).unwrap_or(id);
    look.level = look.level.or_else(|| level_of_name(name)).or_else(|| level_of_name(id));
    look.in_contents = name.to_lowercase().starts_with("toc ");
    look
}
