//! DOCX: what a reader of the document sees, in order.

use std::collections::BTreeMap;

use super::docx_list::Lists;
use super::docx_style::{Look, Styles, switch};
use super::package::Package;
use super::xml::{Element, Node};
use super::{day, words};
use crate::extract::UnexaminedReason;
use crate::extract::about::About;
use crate::extract::flow::{Block, Part, Style, Writer};
use crate::extract::symbol;

/// Elements that hold paragraphs or runs and say nothing themselves.
const WRAPPERS: [&str; 9] =
    ["ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo"];

/// Reads the document.
pub(super) fn read(package: &mut Package<'_>) -> Result<(Vec<Block>, About), UnexaminedReason> {
    let main = main_part(package);
    let document = package.xml(&main)?.ok_or(UnexaminedReason::Corrupt)?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let at =
        |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let related = package.minor(&at(&format!("_rels/{name}.rels")));
    let styles = Styles::of(&package.minor(&at("styles.xml")));
    let lists = Lists::of(&package.minor(&at("numbering.xml")));
    let mut reading = Reading {
        styles,
        lists,
        links: links(&related),
        writer: Writer::default(),
        fields: Vec::new(),
        notes: Vec::new(),
        furniture: false,
        before: None,
    };
    let targets = |kind: &str| -> Vec<String> {
        let of_kind = move |e: &&Element| e.get("Type").is_some_and(|t| t.ends_with(kind));
        let found = related.all("Relationship").filter(of_kind);
        found.filter_map(|e| e.get("Target")).map(&at).collect()
    };
    for header in targets("/header") {
        reading.furniture(&package.minor(&header));
    }
    if let Some(body) = document.path(&["document", "body"]) {
        reading.blocks(body);
    }
    reading.write_notes(&package.minor(&at("footnotes.xml")), "footnote");
    reading.write_notes(&package.minor(&at("endnotes.xml")), "endnote");
    for footer in targets("/footer") {
        reading.furniture(&package.minor(&footer));
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

fn links(related: &Element) -> BTreeMap<String, String> {
    let outside = related.all("Relationship").filter(|e| e.get("TargetMode") == Some("External"));
    outside.filter_map(|e| Some((e.get("Id")?.to_owned(), e.get("Target")?.to_owned()))).collect()
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

struct Reading {
    styles: Styles,
    lists: Lists,
    links: BTreeMap<String, String>,
    writer: Writer,
    /// The fields that are open.
    fields: Vec<Field>,
    /// Footnotes in the order in which they are called.
    notes: Vec<(String, String)>,
    furniture: bool,
    /// The list and the space below the paragraph before; nothing after an empty one.
    before: Option<(Option<String>, u32)>,
}

/// A field: its instruction, and whether its result has begun.
#[derive(Default)]
struct Field {
    instruction: String,
    in_result: bool,
}

impl Field {
    /// Whether its result says on which page one is.
    fn is_page(&self) -> bool {
        let name = self.instruction.split_whitespace().next().unwrap_or_default();
        matches!(name, "PAGE" | "NUMPAGES" | "SECTIONPAGES" | "PAGEREF")
    }
}

impl Reading {
    fn furniture(&mut self, part: &Element) {
        self.furniture = true;
        for root in part.elements() {
            self.blocks(root);
        }
        self.furniture = false;
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

    /// The runs of a paragraph; text boxes wait until it is written.
    fn runs<'a>(&mut self, parent: &'a Element, look: &Look, boxes: &mut Vec<&'a Element>) {
        for element in parent.elements() {
            match element.name() {
                "r" => self.run(element, look, boxes),
                "hyperlink" => {
                    let target = element.get("id").and_then(|id| self.links.get(id)).cloned();
                    let is_link = target.is_some();
                    if let Some(target) = target {
                        self.writer.open_link(target);
                    }
                    self.runs(element, look, boxes);
                    if is_link {
                        self.writer.end_link();
                    }
                }
                "fldSimple" => {
                    let instruction = element.get("instr").unwrap_or_default().to_owned();
                    self.fields.push(Field { instruction, in_result: true });
                    self.runs(element, look, boxes);
                    self.fields.pop();
                }
                "sdt" if self.tick(element, look) => {}
                name if WRAPPERS.contains(&name) => self.runs(element, look, boxes),
                _ => {}
            }
        }
    }

    /// Writes a control that is a tick box, if it is one: the sign in it may be of any font.
    fn tick(&mut self, control: &Element, look: &Look) -> bool {
        let Some(tick) = control.path(&["sdtPr", "checkbox"]) else { return false };
        let ticked = switch(tick.child("checked")) == Some(true);
        self.writer.sign(if ticked { "☒" } else { "☐" }, None, style(look));
        true
    }

    fn run<'a>(&mut self, run: &'a Element, paragraph: &Look, boxes: &mut Vec<&'a Element>) {
        let properties = run.child("rPr");
        let id = properties.and_then(|p| p.child("rStyle")?.get("val"));
        let own = properties.map(Look::of_run).unwrap_or_default();
        let look = own.over(&self.styles.run_look(id)).over(paragraph);
        if look.hidden == Some(true) {
            return;
        }
        for element in run.elements() {
            match element.name() {
                "fldChar" => self.field(element, &look),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                        field.instruction += &element.text();
                    }
                }
                "drawing" | "pict" | "object" => boxes.extend(element.all("txbxContent")),
                "AlternateContent" => boxes.extend(chosen(element).all("txbxContent")),
                "footnoteReference" | "endnoteReference" => {
                    let kind = element.name().trim_end_matches("Reference").to_owned();
                    self.notes.extend(element.get("id").map(|id| (kind, id.to_owned())));
                }
                _ if self.fields.iter().any(|field| !field.in_result || field.is_page()) => {}
                name => self.piece(name, element, &look),
            }
        }
    }

    fn piece(&mut self, name: &str, element: &Element, look: &Look) {
        match name {
            "t" => {
                for node in &element.children {
                    if let Node::Text(text) = node {
                        self.writer.text(text, None, style(look));
                    }
                }
            }
            "tab" | "ptab" => self.writer.gap(),
            "br" | "cr" => self.writer.line_end(),
            "noBreakHyphen" => self.writer.sign("-", None, style(look)),
            "sym" => {
                let code = element.get("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                let font = element.get("font").unwrap_or_default();
                let sign = code.and_then(|code| symbol::sign(font, code));
                if let Some(sign) = sign {
                    self.writer.sign(sign.encode_utf8(&mut [0; 4]), None, style(look));
                }
            }
            _ => {}
        }
    }

    fn field(&mut self, mark: &Element, look: &Look) {
        match mark.get("fldCharType") {
            Some("begin") => {
                if let Some(tick) = mark.path(&["ffData", "checkBox"]) {
                    let state = tick.child("checked").or_else(|| tick.child("default"));
                    let ticked = switch(state) == Some(true);
                    self.writer.sign(if ticked { "☒" } else { "☐" }, None, style(look));
                }
                self.fields.push(Field::default());
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.in_result = true;
                }
            }
            _ => drop(self.fields.pop()),
        }
    }

    fn write_notes(&mut self, part: &Element, kind: &str) {
        let called: Vec<String> =
            self.notes.iter().filter(|note| note.0 == kind).map(|n| n.1.clone()).collect();
        for id in called {
            let note = part.all(kind).find(|note| note.get("id") == Some(&*id));
            if let Some(note) = note {
                self.blocks(note);
            }
        }
    }
}

/// Of two ways to show the same, the first that is there.
fn chosen(alternate: &Element) -> &Element {
    alternate.child("Choice").or_else(|| alternate.child("Fallback")).unwrap_or(alternate)
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

fn style(look: &Look) -> Style {
    Style { bold: look.bold == Some(true), size: look.size }
}
