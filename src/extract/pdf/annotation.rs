//! Annotations of a page: the fields of a form, with their values, text typed onto the page, and links.

use hayro_interpret::hayro_syntax::object::{
    Array, Dict, Name, Object, Rect as PdfRect, String as PdfString,
};
use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::kurbo::{Affine, Rect, Shape};

use super::canvas::{Canvas, Placed};
use super::shape::boxed;
use super::text_string::decoded;
use super::tick::{Part, State};
use crate::extract::page::Link;
use crate::place::BBox;

/// Fields nest at most so deep; a loop ends here.
const MAX_PARENTS: usize = 16;
/// A page with more annotations is no form.
const MAX_ANNOTATIONS: usize = 5_000;
/// Annotations that no viewer shows, by their flags: hidden, and not for the screen.
const HIDDEN: u32 = 1 << 1 | 1 << 5;
/// A button that only does something when it is pressed, by the flags of its field.
const PUSH_BUTTON: u32 = 1 << 16;
/// Letters of a value that a program has not drawn yet, in points.
const LETTERS: f32 = 10.0;

/// Reads the annotations of a page; `transform` leads from the page's own frame to the shown one.
pub(super) fn read(page: &PdfPage<'_>, transform: Affine, canvas: &mut Canvas) {
    let Some(annotations) = page.raw().get::<Array<'_>>("Annots") else { return };
    for annotation in annotations.iter::<Dict<'_>>().take(MAX_ANNOTATIONS) {
        let hidden = annotation.get::<u32>("F").unwrap_or(0) & HIDDEN != 0;
        let Some(rect) = annotation.get::<PdfRect>("Rect").filter(|_| !hidden) else { continue };
        let rect = Rect::new(rect.x0, rect.y0, rect.x1, rect.y1);
        let bbox = boxed((transform * rect.to_path(0.1)).bounding_box());
        match annotation.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Widget") => field(&annotation, bbox, canvas),
            Some(b"FreeText") if !is_drawn(&annotation) => {
                if let Some(text) = annotation.get::<PdfString<'_>>("Contents") {
                    write(&decoded(text.as_bytes()), bbox, canvas);
                }
            }
            Some(b"Link") => {
                if let Some(target) = target(&annotation) {
                    canvas.links.push(Link { bbox, target });
                }
            }
            _ => {}
        }
    }
}

/// Where a link leads, outside the document.
fn target(annotation: &Dict<'_>) -> Option<String> {
    let action = annotation.get::<Dict<'_>>("A")?;
    let uri = action.get::<PdfString<'_>>("URI")?;
    let uri = decoded(uri.as_bytes());
    (!uri.trim().is_empty()).then(|| uri.trim().to_owned())
}

/// Takes the value of a field: the state of a tick box, or text that nothing shows.
fn field(annotation: &Dict<'_>, bbox: BBox, canvas: &mut Canvas) {
    let kind = inherited(annotation, |field| field.get::<Name<'_>>("FT"));
    match kind.as_deref() {
        Some(b"Btn") => {
            let flags = inherited(annotation, |field| field.get::<u32>("Ff")).unwrap_or(0);
            if flags & PUSH_BUTTON == 0 {
                canvas.shapes.push(Part::Field(state(annotation)), bbox);
            }
        }
        Some(b"Tx" | b"Ch") if !is_drawn(annotation) => {
            if let Some(value) = inherited(annotation, value) {
                write(&value, bbox, canvas);
            }
        }
        _ => {}
    }
}

/// What a viewer would show of a tick box: the appearance that its state names.
fn state(annotation: &Dict<'_>) -> State {
    let named = annotation.get::<Name<'_>>("AS");
    let value = || inherited(annotation, |field| field.get::<Name<'_>>("V"));
    let states = annotation.get::<Dict<'_>>("AP").and_then(|ap| ap.get::<Dict<'_>>("N"));
    let Some(state) = named.or_else(value) else { return State::Empty };
    if state.as_ref() == b"Off" {
        return State::Empty;
    }
    match states {
        // A group's value is the name of another of its boxes.
        Some(states) if !states.contains_key(state.as_ref()) => {
            let is_own = annotation.contains_key("AS");
            if is_own { State::Unknown } else { State::Empty }
        }
        _ => State::Ticked,
    }
}

fn is_drawn(annotation: &Dict<'_>) -> bool {
    annotation.get::<Dict<'_>>("AP").is_some_and(|ap| ap.contains_key("N"))
}

fn value(field: &Dict<'_>) -> Option<String> {
    match field.get::<Object<'_>>("V")? {
        Object::String(text) => Some(decoded(text.as_bytes())),
        Object::Name(name) => Some(String::from_utf8_lossy(&name).into_owned()),
        _ => None,
    }
}

/// What a field says, or the fields it belongs to.
fn inherited<'a, T>(annotation: &Dict<'a>, get: impl Fn(&Dict<'a>) -> Option<T>) -> Option<T> {
    let mut field = annotation.clone();
    for _ in 0..MAX_PARENTS {
        if let Some(found) = get(&field) {
            return Some(found);
        }
        field = field.get::<Dict<'_>>("Parent")?;
    }
    None
}

/// Writes a value into its field, line by line.
fn write(value: &str, bbox: BBox, canvas: &mut Canvas) {
    let size = LETTERS.min((bbox.3 - bbox.1).abs().max(4.0));
    for (row, line) in value.split(['\n', '\r']).filter(|line| !line.is_empty()).enumerate() {
        let baseline = bbox.1 + size * (0.9 + 1.2 * row as f32);
        for (column, letter) in line.chars().enumerate() {
            canvas.count(1);
            let placed = Placed {
                origin: (bbox.0 + size * 0.5 * column as f32, baseline),
                direction: (1.0, 0.0),
                advance: size * 0.5,
                size,
                bold: None,
                furniture: false,
                heading: None,
                inked: true,
            };
            canvas.glyph(letter.to_string(), &placed);
        }
    }
}
