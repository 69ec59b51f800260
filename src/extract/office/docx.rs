//! DOCX: what a reader of the document sees, in order.

use std::collections::BTreeMap;

use super::docx_list::Lists;
use super::docx_run::Field;
use super::docx_style::{Look, Styles, switch};
use super::pace::Pace;
use super::package::Package;
use super::xml::Element;
use super::{day, words};
use crate::extract::about::About;
use crate::extract::flow::{Block, Part, Writer};
use crate::extract::{Trouble, UnexaminedReason};

/// Elements that hold paragraphs or runs and say nothing themselves.
pub(super) const WRAPPERS: [&str; 9] =
    ["ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo"];

/// Reads the document.
pub(super) fn read(package: &mut Package<'_>) -> Result<(Vec<Block>, About), UnexaminedReason> {
    let main = main_part(package);
    let document = package.xml(&main)?.ok_or(UnexaminedReason::Corrupt)?;
    let related = Related::to(&main, package);
    let styles = Styles::of(&package.minor(&related.one("/styles", "styles.xml")));
    let lists = Lists::of(&package.minor(&related.one("/numbering", "numbering.xml")));
    let mut reading = Reading {
        styles,
        lists,
        links: related.links(),
        writer: Writer::default(),
        fields: Vec::new(),
        left_open: false,
        notes: Vec::new(),
        furniture: false,
        before: None,
        pace: Pace::until(package.deadline),
    };
    for header in related.all("/header") {
        reading.furniture(&package.minor(&header));
    }
    if let Some(body) = document.path(&["document", "body"]) {
        reading.blocks(body);
        reading.close_fields();
    }
    for kind in ["footnote", "endnote"] {
        let notes = related.one(&format!("/{kind}s"), &format!("{kind}s.xml"));
        reading.write_notes(&package.minor(&notes), kind);
    }
    for footer in related.all("/footer") {
        reading.furniture(&package.minor(&footer));
    }
    reading.pace.end()?;
    if reading.left_open {
        package.troubles.push(Trouble { what: "field_left_open", place: None });
    }
    Ok((reading.writer.finish(), about(package)))
}

/// The part with the text; some programs call it otherwise than Word does.
fn main_part(package: &mut Package<'_>) -> String {
    let related = package.minor("_rels/.rels");
    let is_main = |e: &&Element| e.get("Type").is_some_and(|t| t.ends_with("/officeDocument"));
    let target = related.all("Relationship").find(is_main).and_then(|e| e.get("Target"));
    target.unwrap_or("word/document.xml").trim_start_matches('/').to_owned()
}

/// The parts that belong to the main one. Only its relationships tell their names; those of Word are a habit.
struct Related {
    folder: String,
    relationships: Element,
}

impl Related {
    fn to(main: &str, package: &mut Package<'_>) -> Self {
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", main));
        let mut related = Self { folder: folder.to_owned(), relationships: Element::default() };
        related.relationships = package.minor(&related.at(&format!("_rels/{name}.rels")));
        related
    }

    /// The name in the package: with a slash before it, it is that from the root (OPC, ECMA-376 part 2).
    fn at(&self, target: &str) -> String {
        match target.strip_prefix('/') {
            Some(from_root) => from_root.to_owned(),
            None if self.folder.is_empty() => target.to_owned(),
            None => format!("{}/{target}", self.folder),
        }
    }

    /// The parts of a kind.
    fn all(&self, kind: &str) -> Vec<String> {
        let is_of_kind = |e: &&Element| {
            e.get("Type").is_some_and(|of| of.ends_with(kind))
                && e.get("TargetMode") != Some("External")
        };
        let found = self.relationships.all("Relationship").filter(is_of_kind);
        found.filter_map(|e| e.get("Target")).map(|target| self.at(target)).collect()
    }

    /// The part of a kind of which there is one, or where Word keeps it.
    fn one(&self, kind: &str, usual: &str) -> String {
        self.all(kind).into_iter().next().unwrap_or_else(|| self.at(usual))
    }

    /// The targets of links by their ids.
    fn links(&self) -> BTreeMap<String, String> {
        let all = self.relationships.all("Relationship");
        let outside = all.filter(|e| e.get("TargetMode") == Some("External"));
        let link = |e: &Element| Some((e.get("Id")?.to_owned(), e.get("Target")?.to_owned()));
        outside.filter_map(link).collect()
    }
}

fn about(package: &mut Package<'_>) -> About {
    let core = package.minor("docProps/core.xml");
    let app = package.minor("docProps/app.xml");
    let core = core.child("coreProperties");
    let of = |name: &str| core.and_then(|core| core.child(name));
    About {
        title: words(of("title")),
        creator: words(app.child("Properties").and_then(|app| app.child("Application"))),
        created: day(of("created")),
        modified: day(of("modified")),
        ..About::default()
    }
}

pub(super) struct Reading {
    pub(super) styles: Styles,
    lists: Lists,
    pub(super) links: BTreeMap<String, String>,
    pub(super) writer: Writer,
    /// The fields that are open.
    pub(super) fields: Vec<Field>,
    /// Whether a field was never closed, so that text behind it may be missing.
    left_open: bool,
    /// Footnotes in the order in which they are called.
    pub(super) notes: Vec<(String, String)>,
    furniture: bool,
    /// The list and the space below the paragraph before; nothing after an empty one.
    before: Option<(Option<String>, u32)>,
    pub(super) pace: Pace,
}

impl Reading {
    fn furniture(&mut self, part: &Element) {
        self.furniture = true;
        for root in part.elements() {
            self.blocks(root);
        }
        self.furniture = false;
        self.close_fields();
    }

    /// Ends the fields that a part left open: they would hide the parts behind it.
    fn close_fields(&mut self) {
        self.left_open |= !self.fields.is_empty();
        self.fields.clear();
    }

    fn blocks(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name() {
                "p" => self.paragraph(element),
                "tbl" => self.table(element),
                "AlternateContent" => self.blocks(chosen(element)),
                "Choice" | "Fallback" => self.blocks(element),
                name if WRAPPERS.contains(&name) => self.blocks(element),
                _ => {}
            }
        }
    }

    fn table(&mut self, table: &Element) {
        self.before = None;
        self.writer.open_table();
        for row in within(table, "tr") {
            self.writer.open_row();
            let head = row.child("trPr").and_then(|row| switch(row.child("tblHeader")));
            for cell in within(row, "tc") {
                self.writer.open_cell(head == Some(true));
                self.blocks(cell);
                self.before = None;
            }
        }
        self.writer.close_table();
    }

    fn paragraph(&mut self, paragraph: &Element) {
        if !self.pace.step() {
            return;
        }
        let properties = paragraph.child("pPr");
        let id = properties.and_then(|p| p.child("pStyle")?.get("val"));
        let own = properties.map(Look::of_paragraph).unwrap_or_default();
        let look = own.over(&self.styles.look(id));
        let part = match look.level {
            _ if self.furniture || look.in_contents => Part::Furniture,
            Some(level) if level > 0 => Part::Heading(level),
            _ => Part::Text,
        };
        let marker = look.list.as_deref().filter(|list| *list != "0").and_then(|list| {
            let of_style = id.and_then(|id| self.lists.depth_of_style(list, id));
            self.lists.next(list, look.depth.or(of_style).unwrap_or(0))
        });
        let tight = part == Part::Text && self.follows_closely(&look, marker.as_deref());
        self.writer.begin(part, tight);
        if let Some(marker) = marker {
            self.writer.marker(&marker, None);
        }
        let mut boxes = Vec::new();
        self.runs(paragraph, &look, &mut boxes);
        let list = look.list.filter(|_| part == Part::Text);
        self.before = (!self.writer.is_at_start()).then(|| (list, look.below.unwrap_or_default()));
        self.writer.end_item();
        for text_box in boxes {
            self.blocks(text_box);
        }
    }

    /// Whether no space is seen above a paragraph: an item of a list below another, or lines of an address.
    fn follows_closely(&self, look: &Look, marker: Option<&str>) -> bool {
        let Some((list, below)) = &self.before else { return false };
        let in_same_list = marker.is_some() && (*list == look.list || marker == Some("- "));
        in_same_list || below + look.above.unwrap_or_default() == 0
    }

    fn write_notes(&mut self, part: &Element, kind: &str) {
        let mut notes: BTreeMap<&str, &Element> = BTreeMap::new();
        for note in part.all(kind) {
            notes.entry(note.get("id").unwrap_or_default()).or_insert(note);
        }
        let called: Vec<String> =
            self.notes.iter().filter(|note| note.0 == kind).map(|n| n.1.clone()).collect();
        for id in called {
            // Another call of the same note shows no second one.
            if let Some(note) = notes.remove(&*id) {
                self.blocks(note);
                self.close_fields();
            }
        }
    }
}

/// Of two ways to show the same, the first that is there.
pub(super) fn chosen(alternate: &Element) -> &Element {
    alternate.child("Choice").or_else(|| alternate.child("Fallback")).unwrap_or(alternate)
}

/// Of two ways to show a part of a line, the one that can be read: the older one, which has plain text or a sign where
/// the newer has a thing of its own (emoji of Word), unless the newer one is a box of text.
pub(super) fn chosen_in_line(alternate: &Element) -> &Element {
    let newer = chosen(alternate);
    if newer.outermost("txbxContent").next().is_some() {
        return newer;
    }
    let older = alternate.child("Fallback").filter(|older| older.elements().next().is_some());
    older.unwrap_or(newer)
}

/// The rows of a table or the cells of a row, also those in controls.
fn within<'a>(parent: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    for element in parent.elements() {
        if element.name() == name {
            found.push(element);
        } else if WRAPPERS.contains(&element.name()) {
            found.extend(within(element, name));
        }
    }
    found
}
