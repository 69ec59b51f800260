//! The tree that a browser makes of HTML, in which every text knows where it stands in the file.
//!
//! `html5gum` cuts the file into tokens with their bytes, the tree builder of `html5ever` puts them together as the
//! standard wants it. The builder is given numbers of texts rather than the texts: it moves texts about (out of
//! tables, for one) without looking into them, and the number comes out where the text belongs.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, ExpandedName, QualName};

use crate::place::Span;

/// The document itself.
pub(super) const ROOT: usize = 0;

/// A document as a tree; nodes are named by their index.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

/// A node.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) children: Vec<usize>,
    pub(super) data: Data,
    /// The tag, the comment: where the file has it.
    pub(super) from: Span,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Data {
    /// The document, or what hangs nowhere.
    Root,
    /// An element.
    Element { name: Rc<QualName>, attributes: Vec<Attribute> },
    /// Text, piece by piece.
    Text(Vec<Piece>),
    /// A comment.
    Comment,
}

/// A piece of text.
#[derive(Debug, Clone)]
pub(super) enum Piece {
    /// As the file has it.
    Verbatim(Span),
    /// Written in the file in another way.
    Written(Box<str>, Span),
    /// White space between elements; whether a line ends in it.
    Blank { line_end: bool },
}

impl Tree {
    /// The name of an element; nothing for other nodes.
    pub(super) fn name(&self, node: usize) -> &str {
        match &self.nodes[node].data {
            Data::Element { name, .. } => &name.local,
            _ => "",
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, node: usize, wanted: &str) -> Option<&str> {
        let Data::Element { attributes, .. } = &self.nodes[node].data else { return None };
        let found = attributes.iter().find(|attribute| &*attribute.name.local == wanted);
        found.map(|attribute| &*attribute.value)
    }

    /// A node and all below it, in order.
    pub(super) fn below(&self, node: usize) -> impl Iterator<Item = usize> {
        let mut stack = vec![node];
        std::iter::from_fn(move || {
            let next = stack.pop()?;
            stack.extend(self.nodes[next].children.iter().rev());
            Some(next)
        })
    }

    /// The node's ancestors from the nearest.
    pub(super) fn above(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[node].parent, |above| self.nodes[*above].parent)
    }

    /// The words of a node on one line.
    pub(super) fn words(&self, node: usize, source: &str) -> String {
        let mut out = String::new();
        for below in self.below(node) {
            let Data::Text(pieces) = &self.nodes[below].data else { continue };
            for piece in pieces {
                match piece {
                    Piece::Verbatim(span) => out.push_str(span.of(source)),
                    Piece::Written(text, _) => out.push_str(text),
                    Piece::Blank { .. } => out.push(' '),
                }
            }
        }
        crate::place::on_one_line(&out)
    }
}

/// A node while the tree grows. The name is kept with it, for the builder asks for it all the time.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: usize,
    name: Rc<QualName>,
}

/// The tree while it grows.
#[derive(Debug)]
pub(super) struct Growing {
    tree: RefCell<Tree>,
    texts: RefCell<Vec<Piece>>,
    here: RefCell<Span>,
    nameless: Rc<QualName>,
}

impl Growing {
    pub(super) fn new() -> Self {
        let empty = QualName::new(None, "".into(), "".into());
        let growing = Self {
            tree: RefCell::default(),
            texts: RefCell::default(),
            here: RefCell::new(Span::new(0, 0)),
            nameless: Rc::new(empty),
        };
        growing.node(Data::Root);
        growing
    }

    /// Where the token stands that the builder gets next.
    pub(super) fn stand_at(&self, span: Span) {
        *self.here.borrow_mut() = span;
    }

    /// Keeps a piece of text, and returns what the builder gets for it.
    pub(super) fn keep(&self, piece: Piece) -> StrTendril {
        let mut texts = self.texts.borrow_mut();
        texts.push(piece);
        StrTendril::from((texts.len() - 1).to_string())
    }

    /// How much there is already.
    pub(super) fn size(&self) -> usize {
        self.tree.borrow().nodes.len() + self.texts.borrow().len()
    }

    fn node(&self, data: Data) -> usize {
        let mut tree = self.tree.borrow_mut();
        let from = *self.here.borrow();
        tree.nodes.push(Node { parent: None, children: Vec::new(), data, from });
        tree.nodes.len() - 1
    }

    fn nameless(&self, data: Data) -> Handle {
        Handle { id: self.node(data), name: Rc::clone(&self.nameless) }
    }

    fn piece(&self, text: &str) -> Piece {
        if text.chars().all(char::is_whitespace) {
            return Piece::Blank { line_end: text.contains('\n') };
        }
        let kept = text.parse().ok().and_then(|at: usize| self.texts.borrow().get(at).cloned());
        kept.unwrap_or(Piece::Blank { line_end: false })
    }

    /// Puts a node or a text among the children of `parent` at `at`.
    fn insert(&self, parent: usize, at: usize, child: NodeOrText<Handle>) {
        let id = match child {
            NodeOrText::AppendNode(node) => {
                self.detach(node.id);
                node.id
            }
            NodeOrText::AppendText(text) => {
                let piece = self.piece(&text);
                let mut tree = self.tree.borrow_mut();
                let before = at.checked_sub(1).map(|before| tree.nodes[parent].children[before]);
                if let Some(before) = before
                    && let Data::Text(pieces) = &mut tree.nodes[before].data
                {
                    pieces.push(piece);
                    return;
                }
                drop(tree);
                self.node(Data::Text(vec![piece]))
            }
        };
        let mut tree = self.tree.borrow_mut();
        let at = at.min(tree.nodes[parent].children.len());
        tree.nodes[parent].children.insert(at, id);
        tree.nodes[id].parent = Some(parent);
    }

    fn detach(&self, id: usize) {
        let mut tree = self.tree.borrow_mut();
        let Some(parent) = tree.nodes[id].parent.take() else { return };
        let siblings = &mut tree.nodes[parent].children;
        if let Some(at) = siblings.iter().rposition(|child| *child == id) {
            siblings.remove(at);
        }
    }
}

impl TreeSink for Growing {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: ROOT, name: Rc::clone(&self.nameless) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Handle {
        let name = Rc::new(name);
        Handle { id: self.node(Data::Element { name: Rc::clone(&name), attributes }), name }
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nameless(Data::Comment)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nameless(Data::Comment)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let at = self.tree.borrow().nodes[parent.id].children.len();
        self.insert(parent.id, at, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        before: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let hangs = self.tree.borrow().nodes[element.id].parent.is_some();
        if hangs {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds hangs nowhere: nobody sees it.
    fn get_template_contents(&self, _: &Handle) -> Handle {
        self.nameless(Data::Root)
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(node) = &child {
            self.detach(node.id);
        }
        let tree = self.tree.borrow();
        let Some(parent) = tree.nodes[sibling.id].parent else { return };
        let siblings = &tree.nodes[parent].children;
        let at = siblings.iter().rposition(|child| *child == sibling.id).unwrap_or(siblings.len());
        drop(tree);
        self.insert(parent, at, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.tree.borrow_mut().nodes[target.id].data
        {
            for attribute in more {
                if attributes.iter().all(|known| known.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let mut tree = self.tree.borrow_mut();
        let children = std::mem::take(&mut tree.nodes[node.id].children);
        for child in &children {
            tree.nodes[*child].parent = Some(parent.id);
        }
        tree.nodes[parent.id].children.extend(children);
    }
}
