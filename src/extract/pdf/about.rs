//! What a PDF says of itself: title, programs, days, bookmarks, files in it.

use std::collections::BTreeMap;

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{
    Array, DateTime, Dict, Name, Object, ObjectIdentifier, String as PdfString,
};

use super::structure::is_tagged;
use super::text_string::decoded;
use crate::extract::about::{About, Bookmark};

/// More bookmarks or attached files than this say nothing more.
const MAX_ENTRIES: usize = 2_000;
/// Trees of bookmarks and names nest at most so deep; a loop ends here.
const MAX_DEPTH: u8 = 16;

/// Reads what a PDF says of itself.
pub(super) fn read(pdf: &Pdf) -> About {
    let info = pdf.metadata();
    let words = |bytes: &Option<Box<[u8]>>| {
        let text = decoded(bytes.as_deref()?);
        let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
        (!text.is_empty()).then(|| text.to_owned())
    };
    let mut about = About {
        title: words(&info.title),
        creator: words(&info.creator),
        producer: words(&info.producer),
        created: info.creation_date.as_ref().and_then(day),
        modified: info.modification_date.as_ref().and_then(day),
        ..About::default()
    };
    let Some(root) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else { return about };
    about.tagged = is_tagged(&root);
    about.portfolio = root.contains_key("Collection");
    if let Some(first) = root.get::<Dict<'_>>("Outlines").and_then(|o| o.get::<Dict<'_>>("First")) {
        bookmarks(first, 1, &pages(pdf), &mut about.bookmarks);
    }
    let files = root.get::<Dict<'_>>("Names").and_then(|n| n.get::<Dict<'_>>("EmbeddedFiles"));
    if let Some(files) = files {
        embedded(&files, 1, &mut about.attachments);
    }
    for page in pdf.pages().iter() {
        attached(page.raw(), &mut about.attachments);
    }
    about
}

fn day(date: &DateTime) -> Option<String> {
    let sound = (1..=12).contains(&date.month) && (1..=31).contains(&date.day) && date.year > 1990;
    sound.then(|| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
}

fn pages(pdf: &Pdf) -> BTreeMap<ObjectIdentifier, u32> {
    let ids = pdf.pages().iter().map(|page| page.raw().obj_id());
    (1..).zip(ids).filter_map(|(number, id)| Some((id?, number))).collect()
}

fn bookmarks(
    first: Dict<'_>,
    level: u8,
    pages: &BTreeMap<ObjectIdentifier, u32>,
    out: &mut Vec<Bookmark>,
) {
    let mut next = Some(first);
    while let Some(entry) = next {
        if out.len() >= MAX_ENTRIES || level > MAX_DEPTH {
            return;
        }
        if let Some(title) = entry.get::<PdfString<'_>>("Title") {
            let title = decoded(title.as_bytes()).trim().to_owned();
            out.push(Bookmark { title, level, page: page_of(&entry, pages) });
        }
        if let Some(first) = entry.get::<Dict<'_>>("First") {
            bookmarks(first, level + 1, pages, out);
        }
        next = entry.get::<Dict<'_>>("Next");
    }
}

/// The page to which a bookmark leads, where it names it itself.
fn page_of(entry: &Dict<'_>, pages: &BTreeMap<ObjectIdentifier, u32>) -> Option<u32> {
    let action = || entry.get::<Dict<'_>>("A").and_then(|action| action.get::<Array<'_>>("D"));
    let target = entry.get::<Array<'_>>("Dest").or_else(action)?;
    let page = target.iter::<Dict<'_>>().next()?;
    pages.get(&page.obj_id()?).copied()
}

/// The names in a tree of embedded files.
fn embedded(node: &Dict<'_>, depth: u8, out: &mut Vec<String>) {
    if let Some(names) = node.get::<Array<'_>>("Names") {
        for entry in names.iter::<Object<'_>>() {
            if let Object::Dict(file) = entry {
                push(&file, out);
            }
        }
    }
    let kids = node.get::<Array<'_>>("Kids").filter(|_| depth < MAX_DEPTH);
    for kid in kids.into_iter().flat_map(|kids| kids.iter::<Dict<'_>>().take(MAX_ENTRIES)) {
        embedded(&kid, depth + 1, out);
    }
}

/// Files pinned to a page.
fn attached(page: &Dict<'_>, out: &mut Vec<String>) {
    let Some(annotations) = page.get::<Array<'_>>("Annots") else { return };
    for annotation in annotations.iter::<Dict<'_>>().take(MAX_ENTRIES) {
        let is_file = annotation
            .get::<Name<'_>>("Subtype")
            .is_some_and(|kind| kind.as_ref() == b"FileAttachment");
        if let Some(file) = annotation.get::<Dict<'_>>("FS").filter(|_| is_file) {
            push(&file, out);
        }
    }
}

fn push(file: &Dict<'_>, out: &mut Vec<String>) {
    let name = file.get::<PdfString<'_>>("UF").or_else(|| file.get::<PdfString<'_>>("F"));
    let name = name.map(|name| decoded(name.as_bytes()));
    if let Some(name) = name.filter(|name| out.len() < MAX_ENTRIES && !out.contains(name)) {
        out.push(name);
    }
}
