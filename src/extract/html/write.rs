//! The tree of a page is written as paragraphs and tables.

use super::content::{Content, is_opener};
use super::tree::{Data, Piece, Tree};
use crate::extract::flow::{Block, Part, Style, Writer};
use crate::extract::list;
use crate::place::Span;

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 30] = [
    "p",
    "div",
    "section",
    "article",
    "blockquote",
    "address",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "main",
    "header",
    "footer",
    "aside",
    "center",
    "details",
    "ul",
    "ol",
    "dl",
    "dd",
    "hr",
    "pre",
    "body",
    "html",
    "hgroup",
    "menu",
    "caption",
    "search",
    "legend",
    "li",
];

/// The blocks of the parts that are read.
pub(super) fn blocks(tree: &Tree, source: &str, content: &Content) -> Vec<Block> {
    let writer = Writer::default();
    let mut page = Page {
        tree,
        source,
        content,
        writer,
        remarks: Vec::new(),
        within: Vec::new(),
        lists: Vec::new(),
        bold: 0,
        kept_lines: 0,
    };
    for root in &content.roots {
        page.walk(*root);
    }
    page.flush_remarks();
    page.writer.finish()
}

enum Step {
    Enter(usize),
    Leave(usize),
}

struct Page<'a> {
    tree: &'a Tree,
    source: &'a str,
    content: &'a Content,
    writer: Writer,
    /// Comments for this program that wait for the end of their paragraph.
    remarks: Vec<Span>,
    /// The headings and labels around what is written.
    within: Vec<Part>,
    /// The next number of each open list; bullets have none.
    lists: Vec<Option<Numbered>>,
    /// Open elements with bold letters, and with line ends as written.
    bold: usize,
    kept_lines: usize,
}

/// A numbered list.
struct Numbered {
    next: i32,
    kind: list::Kind,
}

impl Page<'_> {
    fn walk(&mut self, root: usize) {
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(node) => {
                    if self.enter(node) {
                        steps.push(Step::Leave(node));
                        let children = &self.tree.nodes[node].children;
                        steps.extend(children.iter().rev().map(|child| Step::Enter(*child)));
                    }
                }
                Step::Leave(node) => self.leave(node),
            }
        }
        self.block();
    }

    /// Writes what a node begins with; whether what is in it is written too.
    fn enter(&mut self, node: usize) -> bool {
        match &self.tree.nodes[node].data {
            Data::Root => true,
            Data::Text(pieces) => {
                self.text(pieces);
                false
            }
            Data::Comment => {
                let span = self.tree.nodes[node].from;
                if span.of(self.source).contains("seloste:") {
                    self.remarks.push(span);
                }
                false
            }
            Data::Element { .. } => !self.content.leaves_out(self.tree, node) && self.open(node),
        }
    }

    fn open(&mut self, node: usize) -> bool {
        if let Some(part) = self.part(node) {
            self.block();
            self.writer.begin(part, false);
            self.within.push(part);
            return true;
        }
        match self.tree.name(node) {
            "button" => return !self.within.is_empty(),
            "br" => self.writer.line_end(),
            "input" => self.input(node),
            "ul" | "ol" | "menu" => self.list(node),
            "li" => self.item(node),
            "dd" => self.writer.begin(Part::Text, true),
            "table" => self.writer.open_table(),
            "tr" => self.writer.open_row(),
            "td" => self.writer.open_cell(false),
            "th" => self.writer.open_cell(true),
            "a" => self.link(node),
            name if BLOCKS.contains(&name) => self.block(),
            _ => {}
        }
        self.bold += usize::from(self.is_bold(node));
        self.kept_lines += usize::from(self.keeps_lines(node));
        true
    }

    fn leave(&mut self, node: usize) {
        if self.part(node).is_some() {
            self.within.pop();
            self.block();
            return;
        }
        match self.tree.name(node) {
            "ul" | "ol" | "menu" => {
                self.lists.pop();
                self.block();
            }
            "li" => {
                self.block();
                self.writer.end_item();
            }
            "table" => {
                self.flush_remarks();
                self.writer.close_table();
            }
            "td" | "th" => self.block(),
            "a" => self.end_link(node),
            name if BLOCKS.contains(&name) => self.block(),
            _ => {}
        }
        self.bold -= usize::from(self.is_bold(node));
        self.kept_lines -= usize::from(self.keeps_lines(node));
    }

    /// What an element makes of the paragraph in it, if it makes it a heading or a label.
    fn part(&self, node: usize) -> Option<Part> {
        let tree = self.tree;
        let name = tree.name(node);
        let level = name.strip_prefix('h').and_then(|level| level.parse().ok());
        if let Some(level) = level.filter(|level| (1..=6).contains(level)) {
            return Some(Part::Heading(level));
        }
        if tree.attribute(node, "role") == Some("heading") {
            let level = tree.attribute(node, "aria-level").and_then(|level| level.parse().ok());
            return Some(Part::Heading(level.unwrap_or(2).clamp(1, 9)));
        }
        let opener = || {
            name == "button"
                && !self.tree.above(node).any(|above| self.is_titled(above))
                && is_opener(tree, node)
        };
        (matches!(name, "summary" | "dt" | "legend") || opener()).then_some(Part::Label)
    }

    /// Whether a button in it is but a part of the heading.
    fn is_titled(&self, node: usize) -> bool {
        let name = self.tree.name(node);
        matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" | "dt")
            || self.tree.attribute(node, "role") == Some("heading")
    }

    /// Ends the open paragraph; inside a heading it is but a blank.
    fn block(&mut self) {
        if self.within.is_empty() {
            self.writer.end();
            self.flush_remarks();
        } else {
            self.writer.text(" ", None, Style::default());
        }
    }

    fn flush_remarks(&mut self) {
        for remark in std::mem::take(&mut self.remarks) {
            self.writer.begin(Part::Furniture, false);
            self.writer.text(remark.of(self.source), Some(remark.start), Style::default());
            self.writer.end();
        }
    }

    fn style(&self) -> Style {
        Style { bold: self.bold > 0, size: None }
    }

    fn text(&mut self, pieces: &[Piece]) {
        let style = self.style();
        for piece in pieces {
            match piece {
                Piece::Verbatim(span) if self.kept_lines > 0 => self.lines(*span),
                Piece::Verbatim(span) => {
                    self.writer.text(span.of(self.source), Some(span.start), style);
                }
                Piece::Written(text, from) => self.writer.sign(text, Some(*from), style),
                Piece::Blank { line_end: true } if self.kept_lines > 0 => self.writer.line_end(),
                Piece::Blank { .. } => self.writer.text(" ", None, style),
            }
        }
    }

    /// Text whose line ends are shown.
    fn lines(&mut self, span: Span) {
        let mut at = span.start;
        for (number, line) in span.of(self.source).split('\n').enumerate() {
            if number > 0 {
                self.writer.line_end();
            }
            self.writer.text(line, Some(at), self.style());
            at += line.len() + 1;
        }
    }

    fn is_bold(&self, node: usize) -> bool {
        let style = self.tree.attribute(node, "style").unwrap_or_default();
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        matches!(self.tree.name(node), "b" | "strong")
            || ["bold", "600", "700", "800", "900"]
                .iter()
                .any(|weight| style.contains(&format!("font-weight:{weight}")))
    }

    fn keeps_lines(&self, node: usize) -> bool {
        let style = self.tree.attribute(node, "style").unwrap_or_default();
        matches!(self.tree.name(node), "pre" | "textarea")
            || style.contains("white-space") && style.contains("pre")
    }

    fn list(&mut self, node: usize) {
        self.block();
        let start = self.tree.attribute(node, "start").and_then(|start| start.trim().parse().ok());
        let style = self.tree.attribute(node, "style").unwrap_or_default();
        let kind = match self.tree.attribute(node, "type") {
            Some("a") => list::Kind::Small,
            Some("A") => list::Kind::Capital,
            Some("i") => list::Kind::SmallRoman,
            Some("I") => list::Kind::Roman,
            _ => list::Kind::Decimal,
        };
        let numbered = self.tree.name(node) == "ol" && !style.contains("none");
        self.lists.push(numbered.then(|| Numbered { next: start.unwrap_or(1), kind }));
    }

    fn item(&mut self, node: usize) {
        self.block();
        let value = self.tree.attribute(node, "value").and_then(|value| value.trim().parse().ok());
        // A list of headings is no list to its reader.
        let bullet = if self.opens_with_heading(node) { "" } else { "- " };
        let marker = match self.lists.last_mut() {
            Some(Some(list)) => {
                let number = value.unwrap_or(list.next);
                list.next = number.saturating_add(1);
                format!("{}. ", list.kind.written(number))
            }
            _ => bullet.to_owned(),
        };
        self.writer.begin(Part::Text, true);
        self.writer.marker(&marker, None);
    }

    fn opens_with_heading(&self, node: usize) -> bool {
        let mut below = self.tree.below(node).skip(1);
        below
            .find(|below| match &self.tree.nodes[*below].data {
                Data::Text(pieces) => pieces.iter().any(|p| !matches!(p, Piece::Blank { .. })),
                _ => self.part(*below).is_some(),
            })
            .is_some_and(|first| self.part(first).is_some())
    }

    fn input(&mut self, node: usize) {
        let from = Some(self.tree.nodes[node].from);
        let value = self.tree.attribute(node, "value").unwrap_or_default().trim();
        let kind = self.tree.attribute(node, "type").unwrap_or("text").to_ascii_lowercase();
        let style = self.style();
        match &*kind {
            "checkbox" | "radio" => {
                let checked = self.tree.attribute(node, "checked").is_some();
                self.writer.sign(if checked { "☒" } else { "☐" }, from, style);
                self.writer.text(" ", None, style);
            }
            "text" | "email" | "tel" | "url" | "date" | "number" if !value.is_empty() => {
                self.writer.sign(value, from, style);
            }
            _ => {}
        }
    }

    fn link(&mut self, node: usize) {
        let target = self.tree.attribute(node, "href").unwrap_or_default().trim();
        if ["http://", "https://", "mailto:", "tel:"].iter().any(|start| target.starts_with(start))
        {
            self.writer.open_link(target.to_owned());
        }
    }

    /// Where a link hides an address or a number behind other words, it is told: whoever presses it gets it.
    fn end_link(&mut self, node: usize) {
        self.writer.end_link();
        let target = self.tree.attribute(node, "href").unwrap_or_default().trim();
        let address = target.strip_prefix("mailto:").or_else(|| target.strip_prefix("tel:"));
        let Some(address) = address.and_then(|address| address.split('?').next()) else { return };
        let words = self.tree.words(node, self.source);
        let told = words.contains('@') || words.chars().filter(char::is_ascii_digit).count() > 4;
        if !told && !words.is_empty() && !address.is_empty() {
            let from = Some(self.tree.nodes[node].from);
            self.writer.text(" ", None, self.style());
            self.writer.sign(&format!("({address})"), from, self.style());
        }
    }
}
