//! Automatic numbers of a Word document, as a reader sees them.

use std::collections::BTreeMap;

use super::xml::Element;
use crate::extract::list::Kind;

/// Word knows nine levels.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    /// How its numbers are written; bullets have none.
    kind: Option<Kind>,
    /// "%1.%2."
    pattern: String,
    start: i32,
    /// Whether the numbers of the levels above are written in digits, whatever they are.
    legal: bool,
    /// The style whose paragraphs stand on it.
    style: Option<String>,
}

/// The lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    kinds: BTreeMap<String, Vec<Level>>,
    by_id: BTreeMap<String, List>,
    counted: BTreeMap<String, [Option<i32>; LEVELS]>,
}

#[derive(Debug, Default)]
struct List {
    kind: String,
    restarts: BTreeMap<usize, i32>,
}

impl Lists {
    pub(super) fn of(part: &Element) -> Self {
        let mut lists = Self::default();
        let Some(root) = part.child("numbering") else { return lists };
        for element in root.elements() {
            match (element.name(), element.get("abstractNumId"), element.get("numId")) {
                ("abstractNum", Some(id), _) => {
                    lists.kinds.insert(id.to_owned(), levels(element));
                }
                ("num", _, Some(id)) => {
                    lists.by_id.insert(id.to_owned(), list(element));
                }
                _ => {}
            }
        }
        lists
    }

    /// The level of a list on which the paragraphs of a style stand.
    pub(super) fn depth_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let levels = self.kinds.get(&self.by_id.get(list)?.kind)?;
        levels.iter().position(|level| level.style.as_deref() == Some(style))
    }

    /// The number or bullet of the next paragraph of a list, with a blank behind it.
    pub(super) fn next(&mut self, list: &str, depth: usize) -> Option<String> {
        let List { kind, restarts } = self.by_id.get(list)?;
        let levels = self.kinds.get(kind)?;
        let depth = depth.min(LEVELS - 1);
        let level = levels.get(depth)?;
        let first_of_list = !self.counted.contains_key(&format!("#{list}"));
        self.counted.entry(format!("#{list}")).or_default();
        let counted = self.counted.entry(kind.clone()).or_default();
        let restart = restarts.get(&depth).filter(|_| first_of_list).copied();
        let following = counted[depth].map_or(level.start, |number| number.saturating_add(1));
        counted[depth] = Some(restart.unwrap_or(following));
        counted[depth + 1..].fill(None);
        if level.kind.is_none() {
            return (!level.pattern.trim().is_empty()).then(|| "- ".to_owned());
        }
        let mut text = level.pattern.clone();
        for (at, number) in counted.iter().enumerate() {
            let Some(above) = levels.get(at) else { break };
            let kind = if level.legal { Kind::Decimal } else { above.kind.unwrap_or_default() };
            let number = kind.written(number.unwrap_or(above.start));
            text = text.replace(&format!("%{}", at + 1), &number);
        }
        (!text.trim().is_empty()).then(|| format!("{} ", text.trim()))
    }
}

fn levels(kind: &Element) -> Vec<Level> {
    let mut levels = vec![Level::default(); LEVELS];
    for element in kind.elements().filter(|element| element.name() == "lvl") {
        let at: Option<usize> = element.get("ilvl").and_then(|level| level.parse().ok());
        let value = |name: &str| element.child(name).and_then(|child| child.get("val"));
        let Some(level) = at.and_then(|at| levels.get_mut(at)) else { continue };
        *level = Level {
            kind: match value("numFmt").unwrap_or("decimal") {
                "bullet" => None,
                "lowerLetter" => Some(Kind::Small),
                "upperLetter" => Some(Kind::Capital),
                "lowerRoman" => Some(Kind::SmallRoman),
                "upperRoman" => Some(Kind::Roman),
                _ => Some(Kind::Decimal),
            },
            pattern: value("lvlText").unwrap_or_default().to_owned(),
            start: value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
            legal: element.child("isLgl").is_some(),
            style: value("pStyle").map(str::to_owned),
        };
        if value("numFmt") == Some("none") {
            level.pattern.clear();
        }
    }
    levels
}

fn list(num: &Element) -> List {
    let kind = num.child("abstractNumId").and_then(|id| id.get("val")).unwrap_or_default();
    let restarts = num.elements().filter(|element| element.name() == "lvlOverride");
    let restarts = restarts.filter_map(|element| {
        let start = element.child("startOverride")?.get("val")?.parse().ok()?;
        Some((element.get("ilvl")?.parse().ok()?, start))
    });
    List { kind: kind.to_owned(), restarts: restarts.collect() }
}
