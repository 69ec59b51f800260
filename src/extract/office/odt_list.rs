//! Automatic numbers of an ODT, as a reader sees them.

use std::collections::BTreeMap;

use super::xml::Element;
use crate::extract::list::Kind;

/// ODF knows ten levels.
const LEVELS: usize = 10;

#[derive(Debug, Clone, Default)]
struct Level {
    /// How its numbers are written; bullets, and lists that show none, have none.
    kind: Option<Kind>,
    is_bullet: bool,
    before: String,
    after: String,
    start: i32,
    /// How many levels are shown in one number: 2 for "1.1".
    shown: usize,
}

/// The styles of lists, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: BTreeMap<String, Vec<Level>>,
    counted: BTreeMap<String, [Option<i32>; LEVELS]>,
}

/// The name under which the numbers of headings are kept.
pub(super) const OUTLINE: &str = "#outline";

impl Lists {
    /// Takes in the styles of lists of a part.
    pub(super) fn add(&mut self, part: &Element) {
        for style in part.all("list-style") {
            if let Some(name) = style.get("name") {
                self.styles.insert(name.to_owned(), levels(style));
            }
        }
        for style in part.all("outline-style") {
            self.styles.insert(OUTLINE.to_owned(), levels(style));
        }
    }

    /// A list begins anew.
    pub(super) fn restart(&mut self, style: &str) {
        self.counted.remove(style);
    }

    /// The number or bullet of the next item, with a blank behind it. A list without a style has bullets.
    pub(super) fn next(&mut self, style: &str, depth: usize, start: Option<i32>) -> Option<String> {
        let depth = depth.min(LEVELS - 1);
        let Some(levels) = self.styles.get(style) else { return Some("- ".to_owned()) };
        let level = &levels[depth];
        let counted = self.counted.entry(style.to_owned()).or_default();
        let next = counted[depth].map_or(level.start, |number| number.saturating_add(1));
        counted[depth] = Some(start.unwrap_or(next));
        counted[depth + 1..].fill(None);
        if level.is_bullet {
            return Some("- ".to_owned());
        }
        level.kind?;
        let first = (depth + 1).saturating_sub(level.shown.max(1));
        let numbers = (first..=depth).filter_map(|at| {
            let number = counted[at].unwrap_or(levels[at].start);
            Some(levels[at].kind?.written(number))
        });
        let numbers = numbers.collect::<Vec<_>>().join(".");
        Some(format!("{} ", format!("{}{numbers}{}", level.before, level.after).trim()))
    }
}

fn levels(style: &Element) -> Vec<Level> {
    let mut levels = vec![Level::default(); LEVELS];
    for element in style.elements() {
        let at = element.get("level").and_then(|level| level.parse::<usize>().ok()?.checked_sub(1));
        let Some(level) = at.and_then(|at| levels.get_mut(at)) else { continue };
        let value = |name: &str| element.get(name).unwrap_or_default().to_owned();
        // Newer files say all of it in one pattern: "%1%.%2%.".
        let pattern = value("num-list-format");
        let (mut before, mut after) = (value("num-prefix"), value("num-suffix"));
        if let (Some(first), Some(last)) = (pattern.find('%'), pattern.rfind('%')) {
            (before, after) = (pattern[..first].to_owned(), pattern[last + 1..].to_owned());
        }
        *level = Level {
            kind: match element.get("num-format") {
                Some("1") => Some(Kind::Decimal),
                Some("a") => Some(Kind::Small),
                Some("A") => Some(Kind::Capital),
                Some("i") => Some(Kind::SmallRoman),
                Some("I") => Some(Kind::Roman),
                _ => None,
            },
            is_bullet: element.name() == "list-level-style-bullet",
            before,
            after,
            start: element.get("start-value").and_then(|start| start.parse().ok()).unwrap_or(1),
            shown: element.get("display-levels").and_then(|n| n.parse().ok()).unwrap_or(1),
        };
    }
    levels
}
