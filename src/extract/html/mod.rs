//! HTML: a page as a browser builds it, its main part, and where every word of it stands in the file.

mod content;
mod parse;
mod tree;
mod write;

use std::time::Instant;

use html5gum::{Token, Tokenizer};

use self::content::Content;
use self::tree::{ROOT, Tree};
use super::about::About;
use super::flow::Flow;
use super::{Content as Read, Extracted, Format, Limits, Trouble, UnexaminedReason, encoding};

/// Elements that a page, or a part of one, begins with.
const FIRST: [&str; 27] = [
    "html", "head", "body", "meta", "title", "link", "style", "script", "base", "div", "p", "h1",
    "h2", "h3", "table", "main", "article", "section", "header", "ul", "ol", "dl", "center",
    "font", "span", "nav", "form",
];
/// Those that nothing but a page begins with.
const OF_PAGE: [&str; 5] = ["html", "head", "body", "meta", "title"];

/// What a text looks like to somebody who asks whether it is HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    /// It opens as pages do.
    Page,
    /// It opens with an element that pages have.
    Fragment,
    /// It opens with marks of another kind.
    OtherMarkup,
    /// It opens with words.
    Text,
}

/// What the beginning of a text looks like.
pub(super) fn looks(head: &str) -> Looks {
    let mut is_xml = false;
    for token in Tokenizer::new(head) {
        let Ok(token) = token;
        match token {
            Token::Doctype(doctype) if doctype.name.eq_ignore_ascii_case(b"html") => {
                return Looks::Page;
            }
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                return match name {
                    name if OF_PAGE.contains(&&*name) => Looks::Page,
                    name if FIRST.contains(&&*name) => Looks::Fragment,
                    _ if is_xml => Looks::OtherMarkup,
                    _ => Looks::Text,
                };
            }
            Token::Comment(comment) => is_xml |= comment.value.starts_with(b"?xml"),
            Token::Doctype(_) | Token::Error(_) | Token::EndTag(_) => {}
            Token::String(text) if text.value.trim_ascii().is_empty() => {}
            Token::String(text) => {
                let mark =
                    String::from_utf8_lossy(&text.value).trim().trim_matches('\u{FEFF}').is_empty();
                if !mark {
                    break;
                }
            }
        }
    }
    if is_xml { Looks::OtherMarkup } else { Looks::Text }
}

/// Reads a page.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Extracted, UnexaminedReason> {
    let source = encoding::decode(bytes).ok_or(UnexaminedReason::Unreadable)?;
    let deadline = Instant::now() + limits.max_time;
    let in_time = || (Instant::now() <= deadline).then_some(()).ok_or(UnexaminedReason::Timeout);
    let parsed = parse::parse(&source, deadline)?;
    let tree = &parsed.tree;
    let main = Content::of(tree);
    in_time()?;
    let blocks = write::blocks(tree, &source, &main);
    in_time()?;
    if blocks.is_empty() {
        return Err(UnexaminedReason::Empty);
    }
    let about = about(tree, &source);
    let deep = Trouble { what: "deep_nesting", place: None };
    Ok(Extracted {
        format: Format::Html,
        content: Read::Flow(Flow { blocks, source: Some(source) }),
        about: Some(about),
        unread_pages: Vec::new(),
        troubles: parsed.too_deep.then_some(deep).into_iter().collect(),
    })
}

/// What a page says of itself.
fn about(tree: &Tree, source: &str) -> About {
    let mut about = About::default();
    for node in tree.below(ROOT) {
        let content = || tree.attribute(node, "content").map(|text| text.trim().to_owned());
        match tree.name(node) {
            "title" if about.title.is_none() => {
                about.title = Some(tree.words(node, source)).filter(|title| !title.is_empty());
            }
            "meta" => {
                let name =
                    tree.attribute(node, "name").or_else(|| tree.attribute(node, "property"));
                match name.unwrap_or_default().to_ascii_lowercase().as_str() {
                    "generator" => about.creator = content(),
                    "article:published_time" | "dcterms.created" | "dc.date" | "date" => {
                        about.created = content().as_deref().and_then(day);
                    }
                    "article:modified_time" | "dcterms.modified" | "last-modified" => {
                        about.modified = content().as_deref().and_then(day);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    about
}

/// The day that a time in ISO form begins with.
fn day(time: &str) -> Option<String> {
    let day: jiff::civil::Date = time.get(..10)?.parse().ok()?;
    Some(day.to_string())
}

/// The encoding that a page names in its first bytes.
pub(super) fn named_encoding(head: &str) -> Option<String> {
    for token in Tokenizer::new(head) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) if &**tag.name == b"meta" => {
                let value = |name: &[u8]| {
                    let found = tag.attributes.iter().find(|(known, _)| ***known == *name);
                    found.map(|(_, value)| String::from_utf8_lossy(value).into_owned())
                };
                let label = value(b"charset").or_else(|| after(&value(b"content")?, "charset="));
                if label.is_some() {
                    return label;
                }
            }
            Token::Comment(comment) if comment.value.starts_with(b"?xml") => {
                let label = after(&String::from_utf8_lossy(&comment.value), "encoding=");
                if label.is_some() {
                    return label;
                }
            }
            _ => {}
        }
    }
    None
}

/// The word behind a name.
fn after(text: &str, name: &str) -> Option<String> {
    let at = text.to_ascii_lowercase().find(name)? + name.len();
    let rest = text[at..].trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(['"', '\'', ' ', ';', '?']).unwrap_or(rest.len());
    (end > 0).then(|| rest[..end].to_owned())
}
