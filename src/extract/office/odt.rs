//! ODT: what a reader of the document sees, in order.

use std::collections::BTreeMap;

use super::odt_list::{Lists, OUTLINE};
use super::odt_style::{Look, Styles};
use super::pace::Pace;
use super::package::Package;
use super::xml::{Element, Node};
use super::{day, words};
use crate::extract::UnexaminedReason;
use crate::extract::about::About;
use crate::extract::flow::{Block, Part, Style, Writer};

/// Blanks that one element may stand for.
const MAX_BLANKS: usize = 64;

/// Reads the document.
pub(super) fn read(package: &mut Package<'_>) -> Result<(Vec<Block>, About), UnexaminedReason> {
    let manifest = package.minor("META-INF/manifest.xml");
    if manifest.all("encryption-data").next().is_some() {
        return Err(UnexaminedReason::Encrypted);
    }
    let content = package.xml("content.xml")?.ok_or(UnexaminedReason::Corrupt)?;
    let common = package.minor("styles.xml");
    let mut reading = Reading {
        styles: Styles::default(),
        lists: Lists::default(),
        ticks: BTreeMap::new(),
        writer: Writer::default(),
        open: Vec::new(),
        marker: None,
        notes: Vec::new(),
        boxes: Vec::new(),
        furniture: false,
        before: None,
        pace: Pace::until(package.deadline),
    };
    for part in [&common, &content] {
        reading.styles.add(part);
        reading.lists.add(part);
    }
    for control in content.all("checkbox").chain(content.all("radio")) {
        let ticked =
            ["current-state", "state"].iter().any(|name| control.get(name) == Some("checked"))
                || ["current-selected", "selected"]
                    .iter()
                    .any(|name| control.get(name) == Some("true"));
        if let Some(id) = control.get("id") {
            reading.ticks.insert(id.to_owned(), ticked);
        }
    }
    reading.furniture(&common, "header");
    if let Some(text) = content.path(&["document-content", "body", "text"]) {
        reading.blocks(text);
    }
    let notes = std::mem::take(&mut reading.notes);
    for note in notes {
        reading.blocks(note);
    }
    reading.furniture(&common, "footer");
    reading.pace.end()?;
    Ok((reading.writer.finish(), about(package)))
}

fn about(package: &mut Package<'_>) -> About {
    let meta = package.minor("meta.xml");
    let meta = meta.path(&["document-meta", "meta"]);
    let of = |name: &str| meta.and_then(|meta| meta.child(name));
    About {
        title: words(of("title")),
        creator: words(of("generator")),
        created: day(of("creation-date")),
        modified: day(of("date")),
        ..About::default()
    }
}

struct Reading<'a> {
    styles: Styles,
    lists: Lists,
    /// Tick boxes by the id of their control.
    ticks: BTreeMap<String, bool>,
    writer: Writer,
    /// The styles of the open lists.
    open: Vec<String>,
    /// The number or bullet of the item whose first paragraph comes next.
    marker: Option<String>,
    notes: Vec<&'a Element>,
    boxes: Vec<&'a Element>,
    furniture: bool,
    /// Whether there is space below the paragraph before, and whether it was an item of a list.
    before: Option<(bool, bool)>,
    pace: Pace,
}

impl<'a> Reading<'a> {
    fn furniture(&mut self, part: &'a Element, kind: &'a str) {
        self.furniture = true;
        for page in part.all("master-page") {
            for band in page.elements().filter(|band| band.name().starts_with(kind)) {
                self.blocks(band);
            }
        }
        self.furniture = false;
    }

    fn blocks(&mut self, parent: &'a Element) {
        for element in parent.elements() {
            match element.name() {
                "p" | "h" => self.paragraph(element),
                "list" => self.list(element),
                "table" => self.table(element),
                "table-of-content" | "alphabetical-index" | "illustration-index" => {
                    let outside = std::mem::replace(&mut self.furniture, true);
                    self.blocks(element);
                    self.furniture = outside;
                }
                "tracked-changes" | "forms" | "annotation" | "sequence-decls" | "note-citation" => {
                }
                "frame" | "custom-shape" => self.text_boxes(element),
                "section" if is_hidden_section(element) => {}
                _ => self.blocks(element),
            }
        }
    }

    fn text_boxes(&mut self, frame: &'a Element) {
        if frame.name() == "custom-shape" {
            self.blocks(frame);
            return;
        }
        for text_box in frame.outermost("text-box") {
            self.blocks(text_box);
        }
    }

    fn list(&mut self, list: &'a Element) {
        let own = list.get("style-name").map(str::to_owned);
        let style =
            own.or_else(|| self.open.last().cloned()).unwrap_or_else(|| first_style(self, list));
        let goes_on =
            list.get("continue-numbering") == Some("true") || list.get("continue-list").is_some();
        if self.open.is_empty() && !goes_on {
            self.lists.restart(&style);
        }
        self.open.push(style);
        for item in list.elements() {
            if item.name() == "list-item" {
                let start = item.get("start-value").and_then(|start| start.parse().ok());
                let style = self.open.last().cloned().unwrap_or_default();
                // An item that holds nothing but a deeper list shows no number.
                if item.elements().next().is_some_and(|first| first.name() != "list") {
                    self.marker = self.lists.next(&style, self.open.len() - 1, start);
                }
            }
            self.blocks(item);
            self.marker = None;
        }
        self.open.pop();
    }

    fn table(&mut self, table: &'a Element) {
        self.before = None;
        self.writer.open_table();
        self.rows(table, false);
        self.writer.close_table();
    }

    fn rows(&mut self, parent: &'a Element, is_head: bool) {
        for element in parent.elements() {
            match element.name() {
                "table-row" => {
                    self.writer.open_row();
                    for cell in element.elements().filter(|cell| cell.name() == "table-cell") {
                        self.writer.open_cell(is_head);
                        self.blocks(cell);
                        self.before = None;
                    }
                }
                "table-header-rows" => self.rows(element, true),
                "table-rows" | "table-row-group" => self.rows(element, is_head),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &'a Element) {
        if !self.pace.step() {
            return;
        }
        if hides_itself(paragraph) {
            self.marker = None;
            return;
        }
        let look = self.styles.look("paragraph", paragraph.get("style-name"));
        let is_heading = paragraph.name() == "h";
        let own = paragraph.get("outline-level").and_then(|level| level.parse().ok());
        let level = if is_heading { own.or(look.level).or(Some(1)) } else { look.level };
        let part = match level {
            _ if self.furniture => Part::Furniture,
            Some(level) if level > 0 => Part::Heading(level),
            _ => Part::Text,
        };
        let mut marker = self.marker.take();
        if let (Some(level), true, None) = (level, self.open.is_empty(), &marker) {
            let style = look.list.as_deref().unwrap_or(OUTLINE);
            let depth = usize::from(level.max(1) - 1);
            marker = self.lists.next(style, depth, None).filter(|marker| marker != "- ");
        }
        let in_list = marker.is_some();
        let follows = self.before.is_some_and(|(below, was_in_list)| {
            in_list && (was_in_list || marker.as_deref() == Some("- "))
                || !below && !look.above.unwrap_or_default()
        });
        self.writer.begin(part, part == Part::Text && follows);
        if let Some(marker) = marker {
            self.writer.marker(&marker, None);
        }
        self.inline(paragraph, &look);
        let below = look.below.unwrap_or_default();
        self.before = (!self.writer.is_at_start()).then_some((below, in_list));
        self.writer.end_item();
        for text_box in std::mem::take(&mut self.boxes) {
            self.text_boxes(text_box);
        }
    }

    fn inline(&mut self, parent: &'a Element, look: &Look) {
        let style = Style { bold: look.bold == Some(true), size: look.size };
        if look.hidden == Some(true) {
            return;
        }
        for node in &parent.children {
            if !self.pace.step() {
                return;
            }
            let element = match node {
                Node::Element(element) => element,
                Node::Text(text) => {
                    self.writer.text(text, None, style);
                    continue;
                }
            };
            match element.name() {
                "s" => {
                    let count = element.get("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                    self.writer.text(&" ".repeat(MAX_BLANKS.min(count)), None, style);
                }
                "tab" => self.writer.gap(),
                "line-break" => self.writer.line_end(),
                "span" => {
                    let own = self.styles.look("text", element.get("style-name"));
                    self.inline(element, &own.over(look));
                }
                "a" => {
                    let target = element.get("href").filter(|target| target.contains(':'));
                    if let Some(target) = target {
                        self.writer.open_link(target.to_owned());
                    }
                    self.inline(element, look);
                    if target.is_some() {
                        self.writer.end_link();
                    }
                }
                "note" => self.notes.extend(element.child("note-body")),
                "frame" | "custom-shape" => self.boxes.push(element),
                "control" => {
                    let ticked = element.get("control").and_then(|id| self.ticks.get(id)).copied();
                    if let Some(ticked) = ticked {
                        self.writer.sign(if ticked { "☒" } else { "☐" }, None, style);
                        self.writer.text(" ", None, style);
                    }
                }
                "page-number" | "page-count" | "annotation" | "hidden-text" | "forms" => {}
                _ => self.inline(element, look),
            }
        }
    }
}

/// Whether a section is hidden: always, or as the condition came out when the document was saved.
fn is_hidden_section(section: &Element) -> bool {
    match section.get("display") {
        Some("none") => true,
        Some("condition") => section.get("is-hidden") == Some("true"),
        _ => false,
    }
}

/// Whether a field in a paragraph hides all of it.
fn hides_itself(paragraph: &Element) -> bool {
    paragraph.elements().any(|element| match element.name() {
        "hidden-paragraph" => element.get("is-hidden") == Some("true"),
        "span" | "a" => hides_itself(element),
        _ => false,
    })
}

/// A list without a style of its own has that of its first paragraph.
fn first_style(reading: &Reading<'_>, list: &Element) -> String {
    let first = list.all("p").chain(list.all("h")).next();
    let style = first.and_then(|first| first.get("style-name"));
    reading.styles.look("paragraph", style).list.unwrap_or_default()
}
