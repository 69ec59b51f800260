//! The headings that a tagged PDF names in its structure tree.

use std::collections::HashMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, ObjRef, Object, ObjectIdentifier};

/// A tree of more elements is not read to its end.
const MAX_ELEMENTS: usize = 50_000;
/// Elements nest at most so deep; a loop ends here.
const MAX_DEPTH: u8 = 32;
/// A name of the producer's own stands for a standard one over at most so many steps.
const MAX_ROLES: usize = 4;

/// The levels of headings by page and marked content.
#[derive(Debug, Default)]
pub(super) struct Headings(HashMap<(ObjectIdentifier, i64), u8>);

impl Headings {
    /// Reads the structure tree, if the file says that it is tagged.
    pub(super) fn read(pdf: &Pdf) -> Self {
        let mut headings = Self::default();
        let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).filter(is_tagged);
        let Some(tree) = root.and_then(|root| root.get::<Dict<'_>>("StructTreeRoot")) else {
            return headings;
        };
        let roles = tree.get::<Dict<'_>>("RoleMap").unwrap_or_else(Dict::empty);
        let mut walk = Walk { roles, left: MAX_ELEMENTS, headings: &mut headings };
        walk.kids(&tree, Around { page: None, level: None, depth: 0 });
        headings
    }

    /// The level of a piece of marked content on a page, where it is a heading.
    pub(super) fn level(&self, page: Option<ObjectIdentifier>, content: i64) -> Option<u8> {
        self.0.get(&(page?, content)).copied()
    }
}

/// Whether a file says that it is tagged and has a tree to show for it.
pub(super) fn is_tagged(root: &Dict<'_>) -> bool {
    let marks = root.get::<Dict<'_>>("MarkInfo").and_then(|marks| marks.get::<bool>("Marked"));
    marks == Some(true) && root.contains_key("StructTreeRoot")
}

struct Walk<'a, 'h> {
    roles: Dict<'a>,
    left: usize,
    headings: &'h mut Headings,
}

/// What an element takes over from those around it.
#[derive(Clone, Copy)]
struct Around {
    page: Option<ObjectIdentifier>,
    level: Option<u8>,
    depth: u8,
}

impl<'a> Walk<'a, '_> {
    fn kids(&mut self, element: &Dict<'a>, around: Around) {
        match element.get::<Object<'_>>("K") {
            Some(Object::Array(kids)) => self.each(&kids, around),
            Some(kid) => self.kid(&kid, around),
            None => {}
        }
    }

    fn each(&mut self, kids: &Array<'a>, around: Around) {
        for kid in kids.iter::<Object<'_>>() {
            if self.left == 0 {
                return;
            }
            self.kid(&kid, around);
        }
    }

    fn kid(&mut self, kid: &Object<'a>, around: Around) {
        self.left = self.left.saturating_sub(1);
        match kid {
            Object::Number(content) => self.found(around, content.as_i64()),
            Object::Dict(kid) if around.depth < MAX_DEPTH && self.left > 0 => {
                let own = kid.get_ref("Pg").map(|page: ObjRef| ObjectIdentifier::from(page));
                let mut around =
                    Around { page: own.or(around.page), depth: around.depth + 1, ..around };
                if let Some(content) = kid.get::<i64>("MCID") {
                    self.found(around, content);
                } else {
                    around.level =
                        kid.get::<Name<'_>>("S").and_then(|name| self.level(name)).or(around.level);
                    self.kids(kid, around);
                }
            }
            _ => {}
        }
    }

    fn found(&mut self, around: Around, content: i64) {
        if let (Some(page), Some(level)) = (around.page, around.level) {
            self.headings.0.insert((page, content), level);
        }
    }

    /// The level of a kind of element: `H1` to `H6`, `H`, or a name that stands for one of them.
    fn level(&self, mut name: Name<'a>) -> Option<u8> {
        for _ in 0..MAX_ROLES {
            match name.as_ref() {
                [b'H'] => return Some(1),
                [b'H', digit @ b'1'..=b'6'] => return Some(digit - b'0'),
                other => name = self.roles.get::<Name<'_>>(other)?,
            }
        }
        None
    }
}
