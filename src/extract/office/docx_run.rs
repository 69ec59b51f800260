//! The runs of a paragraph of Word: text, signs, fields and what is anchored in them.

use super::docx::{Reading, WRAPPERS, chosen_in_line};
use super::docx_style::{Look, switch};
use super::xml::{Element, Node};
use crate::extract::flow::Style;
use crate::extract::symbol;

/// A field: its instruction, and whether its result has begun.
#[derive(Default)]
pub(super) struct Field {
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
    /// The runs of a paragraph; text boxes wait until it is written.
    pub(super) fn runs<'a>(
        &mut self,
        parent: &'a Element,
        look: &Look,
        boxes: &mut Vec<&'a Element>,
    ) {
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
                "AlternateContent" => self.runs(chosen_in_line(element), look, boxes),
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
        self.pieces(run, &look, boxes);
    }

    fn pieces<'a>(&mut self, parent: &'a Element, look: &Look, boxes: &mut Vec<&'a Element>) {
        for element in parent.elements() {
            if !self.pace.step() {
                return;
            }
            match element.name() {
                "fldChar" => self.field(element, look),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut().filter(|field| !field.in_result) {
                        field.instruction += &element.text();
                    }
                }
                "drawing" | "pict" | "object" | "txbxContent" => {
                    boxes.extend(element.outermost("txbxContent"));
                }
                "AlternateContent" => self.pieces(chosen_in_line(element), look, boxes),
                "footnoteReference" | "endnoteReference" => {
                    let kind = element.name().trim_end_matches("Reference").to_owned();
                    self.notes.extend(element.get("id").map(|id| (kind, id.to_owned())));
                }
                _ if self.fields.iter().any(|field| !field.in_result || field.is_page()) => {}
                name => self.piece(name, element, look),
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
}

fn style(look: &Look) -> Style {
    Style { bold: look.bold == Some(true), size: look.size }
}
