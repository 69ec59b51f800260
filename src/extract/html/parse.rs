//! Tokens of HTML go into the tree, within limits of depth, number and time.

use std::time::Instant;

use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token as Built, TokenSink};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{HtmlString, Tokenizer};

use super::tree::{Growing, Handle, Piece, Tree};
use crate::extract::UnexaminedReason;
use crate::place::Span;

/// Elements in elements: browsers stop at 512, pages of notices at 60. The work of the builder grows with it.
const MAX_DEPTH: usize = 200;
/// Elements and texts of one page; a saved page of a town has ten thousand.
const MAX_NODES: usize = 500_000;
/// Tokens between two looks at the clock.
const LOOK_EVERY: usize = 256;

/// Elements that may stay open or have nothing in them: they say nothing of the depth.
const LEFT_OPEN: [&str; 29] = [
    "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "option",
    "optgroup", "html", "body", "head", "area", "base", "br", "col", "embed", "hr", "img", "input",
    "link", "meta", "source", "track", "wbr",
];

/// A parsed file.
pub(super) struct Parsed {
    pub(super) tree: Tree,
    /// Whether elements were left out because they nest too deep; their text is kept.
    pub(super) too_deep: bool,
}

/// Parses a file.
///
/// # Errors
/// When it takes too long, or makes too large a tree.
pub(super) fn parse(source: &str, deadline: Instant) -> Result<Parsed, UnexaminedReason> {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let builder = TreeBuilder::new(Growing::new(), options);
    let mut feeder = Feeder { source, builder, deadline, depth: 0, left_out: 0, too_deep: false };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for (count, token) in Tokenizer::new_with_emitter(source, emitter).enumerate() {
        let Ok(token) = token;
        feeder.token(token);
        feeder.look(count)?;
    }
    feeder.look(0)?;
    feeder.give(Built::EOFToken);
    feeder.builder.end();
    Ok(Parsed { tree: feeder.builder.sink.finish(), too_deep: feeder.too_deep })
}

struct Feeder<'a> {
    source: &'a str,
    deadline: Instant,
    builder: TreeBuilder<Handle, Growing>,
    depth: usize,
    /// Open elements that were left out.
    left_out: usize,
    too_deep: bool,
}

impl Feeder<'_> {
    /// Whether to go on after `count` tokens, or parts of one.
    fn look(&self, count: usize) -> Result<(), UnexaminedReason> {
        if self.builder.sink.size() > MAX_NODES {
            return Err(UnexaminedReason::TooLarge);
        }
        if count.is_multiple_of(LOOK_EVERY) && Instant::now() > self.deadline {
            return Err(UnexaminedReason::Timeout);
        }
        Ok(())
    }

    /// The tokenizer knows by itself which elements hold raw text: what the builder says of it is not needed.
    fn give(&self, token: Built) {
        let _ = self.builder.process_token(token, 1);
    }

    fn token(&mut self, token: Token<usize>) {
        match token {
            Token::StartTag(tag) => self.start(&tag),
            Token::EndTag(tag) => self.end(&lossy(&tag.name)),
            Token::String(text) => self.text(&lossy(&text.value), text.span.start..text.span.end),
            Token::Comment(comment) => {
                self.stand_at(comment.span.start..comment.span.end);
                self.give(Built::CommentToken(StrTendril::new()));
            }
            Token::Doctype(doctype) => {
                let words = |text: &HtmlString| StrTendril::from(&*lossy(text));
                self.give(Built::DoctypeToken(Doctype {
                    name: Some(words(&doctype.name)),
                    public_id: doctype.public_identifier.as_ref().map(words),
                    system_id: doctype.system_identifier.as_ref().map(words),
                    force_quirks: doctype.force_quirks,
                }));
            }
            Token::Error(_) => {}
        }
    }

    fn stand_at(&self, range: std::ops::Range<usize>) {
        let end = range.end.min(self.source.len());
        self.builder.sink.stand_at(Span::new(range.start.min(end), end));
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name = lossy(&tag.name);
        if !LEFT_OPEN.contains(&&*name) && !tag.self_closing {
            if self.depth >= MAX_DEPTH {
                self.left_out += 1;
                self.too_deep = true;
                return;
            }
            self.depth += 1;
        }
        self.stand_at(tag.span.start..tag.span.end);
        let attributes = tag.attributes.iter().map(|(name, value)| Attribute {
            name: QualName::new(None, "".into(), LocalName::from(lossy(name))),
            value: StrTendril::from(&*lossy(&value.value)),
        });
        let attributes = attributes.collect();
        self.give(Built::TagToken(Tag {
            kind: TagKind::StartTag,
            name: LocalName::from(name),
            self_closing: tag.self_closing,
            attrs: attributes,
            had_duplicate_attributes: false,
        }));
    }

    fn end(&mut self, name: &str) {
        if !LEFT_OPEN.contains(&name) {
            if self.left_out > 0 {
                self.left_out -= 1;
                return;
            }
            self.depth = self.depth.saturating_sub(1);
        }
        self.give(Built::TagToken(Tag {
            kind: TagKind::EndTag,
            name: LocalName::from(name),
            self_closing: false,
            attrs: Vec::new(),
            had_duplicate_attributes: false,
        }));
    }

    fn text(&mut self, text: &str, range: std::ops::Range<usize>) {
        if text.chars().all(|c| c.is_ascii_whitespace()) {
            return self.give(Built::CharacterTokens(text.into()));
        }
        let raw = self.source.get(range.clone()).unwrap_or_default();
        let whole = Span::new(range.start, range.start + raw.len());
        if raw == text {
            return self.piece(Piece::Verbatim(whole));
        }
        let mut at = range.start;
        for (count, part) in raw.split_inclusive('&').enumerate() {
            if self.look(count).is_err() {
                return;
            }
            // `&` belongs to the part behind it.
            let start = if at > range.start { at - 1 } else { at };
            at += part.len();
            let end = if part.ends_with('&') { at - 1 } else { at };
            if end > start {
                self.reference(Span::new(start, end));
            }
        }
    }

    /// A part of a text that may begin with a character reference and holds no other.
    fn reference(&self, from: Span) {
        let raw = from.of(self.source);
        if !raw.starts_with('&') {
            return self.piece(Piece::Verbatim(from));
        }
        let read: String = Tokenizer::new(raw)
            .filter_map(|token| match token {
                Ok(Token::String(text)) => Some(lossy(&text.value).into_owned()),
                _ => None,
            })
            .collect();
        let same = raw.chars().rev().zip(read.chars().rev()).take_while(|(a, b)| a == b);
        let same: usize = same.map(|(c, _)| c.len_utf8()).sum();
        let (head, rest) = (read.len() - same, raw.len() - same);
        if head > 0 {
            let written = Span::new(from.start, from.start + rest);
            self.piece(Piece::Written(read[..head].into(), written));
        }
        if same > 0 {
            self.piece(Piece::Verbatim(Span::new(from.start + rest, from.end)));
        }
    }

    fn piece(&self, piece: Piece) {
        self.give(Built::CharacterTokens(self.builder.sink.keep(piece)));
    }
}

fn lossy(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
