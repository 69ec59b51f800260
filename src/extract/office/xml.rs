//! XML of an untrusted file as a tree, within limits. Entities of its own are never expanded.

use std::rc::Rc;
use std::time::Instant;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::extract::UnexaminedReason;

/// Elements in elements; text of office documents nests some thirty deep.
const MAX_DEPTH: usize = 200;
/// Elements, attributes and texts of one part.
const MAX_PIECES: usize = 1_000_000;
/// Events between two looks at the clock.
const LOOK_EVERY: usize = 1024;

/// An element; names are without their prefix.
#[derive(Debug, Default)]
pub(super) struct Element {
    name: Rc<str>,
    attributes: Vec<(Rc<str>, String)>,
    pub(super) children: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| &**known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name() == name)
    }

    /// The element that a path of names leads to.
    pub(super) fn path(&self, names: &[&str]) -> Option<&Element> {
        names.iter().try_fold(self, |element, name| element.child(name))
    }

    /// All elements of a name below it, in order.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.found(name, true)
    }

    /// The elements of a name below it that stand in no other of that name, in order. Whoever reads what is in them
    /// meets the inner ones there.
    pub(super) fn outermost<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.found(name, false)
    }

    fn found<'a>(&'a self, name: &'a str, also_within: bool) -> impl Iterator<Item = &'a Element> {
        let mut stack = vec![self];
        std::iter::from_fn(move || {
            while let Some(next) = stack.pop() {
                let is_one = next.name() == name;
                if also_within || !is_one {
                    let before = stack.len();
                    stack.extend(next.elements());
                    stack[before..].reverse();
                }
                if is_one {
                    return Some(next);
                }
            }
            None
        })
    }

    /// The text in it and in all below.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.text_into(&mut out);
        out
    }

    fn text_into(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Element(element) => element.text_into(out),
                Node::Text(text) => out.push_str(text),
            }
        }
    }
}

/// Reads a part; the root of what is returned holds the outermost element.
///
/// # Errors
/// When it is no XML, too large, or takes too long.
pub(super) fn read(text: &str, deadline: Instant) -> Result<Element, UnexaminedReason> {
    let mut reader = Reader::from_str(text);
    let mut names: Vec<Rc<str>> = Vec::new();
    let mut open = vec![Element::default()];
    let mut left_out = 0_usize;
    let (mut count, mut pieces) = (0_usize, 0_usize);
    loop {
        count += 1;
        if count.is_multiple_of(LOOK_EVERY) && Instant::now() > deadline {
            return Err(UnexaminedReason::Timeout);
        }
        if pieces + count / 2 > MAX_PIECES {
            return Err(UnexaminedReason::TooLarge);
        }
        match reader.read_event().map_err(|_| UnexaminedReason::Corrupt)? {
            Event::Start(_) if open.len() > MAX_DEPTH => left_out += 1,
            Event::Start(start) => {
                let element = element(&start, &mut names);
                pieces += 1 + element.attributes.len();
                open.push(element);
            }
            Event::Empty(start) if open.len() <= MAX_DEPTH => {
                let element = element(&start, &mut names);
                pieces += 1 + element.attributes.len();
                put(&mut open, Node::Element(element));
            }
            Event::End(_) if left_out > 0 => left_out -= 1,
            Event::End(_) => {
                let closed = open.pop().unwrap_or_default();
                put(&mut open, Node::Element(closed));
            }
            Event::Text(text) => put(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::CData(text) => put(&mut open, Node::Text(text.xml10_content().into_owned())),
            Event::GeneralRef(reference) => {
                let letter = reference.resolve_char_ref().ok().flatten();
                let predefined =
                    || quick_xml::escape::resolve_xml_entity(&reference).map(str::to_owned);
                let text = letter.map(String::from).or_else(predefined);
                put(&mut open, Node::Text(text.unwrap_or_default()));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open.len() != 1 {
        return Err(UnexaminedReason::Corrupt);
    }
    Ok(open.pop().unwrap_or_default())
}

fn put(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn element(start: &BytesStart<'_>, names: &mut Vec<Rc<str>>) -> Element {
    let mut all = start.attributes();
    let attributes = all.with_checks(false).filter_map(Result::ok).map(|attribute| {
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        let value =
            value.map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
        (interned(attribute.key.local_name().as_ref(), names), value)
    });
    let attributes = attributes.collect();
    let name = interned(start.local_name().as_ref(), names);
    Element { name, attributes, children: Vec::new() }
}

/// A name is kept once: formats have some two hundred.
fn interned(name: &str, names: &mut Vec<Rc<str>>) -> Rc<str> {
    if let Some(known) = names.iter().find(|known| &***known == name) {
        return Rc::clone(known);
    }
    let new: Rc<str> = name.into();
    if names.len() < 256 {
        names.push(Rc::clone(&new));
    }
    new
}
