//! Marks the lines of a Markdown text: headings with their level, and what no reader sees.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{Line, Role, Script};
use crate::place::Span;

/// A script of Markdown; its text is the source as it was written.
pub(super) fn script(text: String) -> Script {
    let marks = marks(&text);
    let mut script = Script::plain(text);
    for (range, mark) in marks {
        match mark {
            Mark::Code => script.code.push(Span::new(range.start, range.end)),
            Mark::Role(role) => script.mark(range, |line| line.role = role),
            Mark::Bold => script.mark(range, |line| line.bold = Some(true)),
        }
    }
    script
}

#[derive(Clone, Copy)]
enum Mark {
    Role(Role),
    Bold,
    Code,
}

fn marks(text: &str) -> Vec<(Range<usize>, Mark)> {
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_TABLES;
    let mut marks = Vec::new();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                marks.extend(heading(text, range, level as u8));
            }
            Event::Start(Tag::Strong) if stands_alone(text, &range) => {
                marks.push((range, Mark::Bold));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                marks.push((range, Mark::Code));
            }
            Event::Start(Tag::MetadataBlock(_)) => marks.push((range, Mark::Role(Role::Furniture))),
            Event::Start(Tag::HtmlBlock)
                if text[range.clone()].trim_start().starts_with("<!--") =>
            {
                marks.push((range, Mark::Role(Role::Furniture)));
            }
            _ => {}
        }
    }
    marks
}

/// A heading is the lines of its words; the line of `=` or `-` below them is no text.
fn heading(text: &str, range: Range<usize>, level: u8) -> Vec<(Range<usize>, Mark)> {
    let source = &text[range.clone()];
    let words = source.trim_end();
    let underline = words.rfind('\n').filter(|_| !words.trim_start().starts_with('#'));
    let end = range.start + underline.unwrap_or(words.len());
    let mut marks = vec![(range.start..end, Mark::Role(Role::Heading(level)))];
    if underline.is_some() {
        marks.push((end + 1..range.start + words.len(), Mark::Role(Role::Furniture)));
    }
    marks
}

/// Whether nothing but white space stands beside `range` on its lines.
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].rsplit('\n').next().unwrap_or("");
    let after = text[range.end..].split('\n').next().unwrap_or("");
    before.trim().is_empty() && after.trim().is_empty()
}

impl Script {
    fn mark(&mut self, range: Range<usize>, mark: impl Fn(&mut Line)) {
        let (first, last) = (self.line_at(range.start), self.line_at(range.end.saturating_sub(1)));
        for line in self.lines.iter_mut().take(last + 1).skip(first) {
            mark(line);
        }
    }
}
