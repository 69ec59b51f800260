//! Office documents: ZIP files of XML, as Word (DOCX) and `LibreOffice` (ODT) write them.

mod docx;
mod docx_list;
mod docx_run;
mod docx_style;
mod odt;
mod odt_list;
mod odt_style;
mod pace;
mod package;
mod xml;

use std::iter;

use super::flow::{Block, Flow, Part};
use super::{Content, Extracted, Format, Limits, Trouble, UnexaminedReason};
use crate::extract::about::About;

pub(super) use package::archive;

/// What is behind the first bytes of the old office formats, and of new ones with a password.
pub(super) const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads an office document.
pub(super) fn read(
    bytes: &[u8],
    format: Format,
    limits: &Limits,
) -> Result<Extracted, UnexaminedReason> {
    if bytes.starts_with(COMPOUND) {
        return Err(UnexaminedReason::Encrypted);
    }
    let mut package = package::Package::open(bytes, limits)?;
    let (blocks, about) = match format {
        Format::Odt => odt::read(&mut package)?,
        _ => docx::read(&mut package)?,
    };
    let is_text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.part != Part::Furniture,
        Block::Table(_) => true,
    };
    if !blocks.iter().any(is_text) {
        let scanned = package.has_pictures();
        return Err(if scanned { UnexaminedReason::NoTextLayer } else { UnexaminedReason::Empty });
    }
    Ok(extracted(format, blocks, about, package.troubles))
}

fn extracted(
    format: Format,
    blocks: Vec<Block>,
    about: About,
    troubles: Vec<Trouble>,
) -> Extracted {
    Extracted {
        format,
        content: Content::Flow(Flow { blocks, source: None }),
        about: Some(about),
        unread_pages: Vec::new(),
        troubles,
    }
}

/// The words of an element of the metadata.
fn words(element: Option<&xml::Element>) -> Option<String> {
    let text = element?.text();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The day that a time in ISO form begins with.
fn day(element: Option<&xml::Element>) -> Option<String> {
    let day: jiff::civil::Date = words(element)?.get(..10)?.parse().ok()?;
    Some(day.to_string())
}

/// Styles are based on styles at most so deep; a loop ends here.
const MAX_CHAIN: usize = 16;

/// The looks of a style and of those it is based on, the nearest first; `style` knows each by its name, with the name
/// of the one below.
fn based_on<'s, L: 's>(
    first: Option<&'s str>,
    style: impl Fn(&'s str) -> Option<&'s (Option<String>, L)>,
) -> impl Iterator<Item = &'s L> {
    let first = first.and_then(&style);
    let chain = iter::successors(first, move |(below, _)| style(below.as_deref()?));
    chain.take(MAX_CHAIN).map(|(_, look)| look)
}

/// The level in the name of a style for headings: "heading 1", "Otsikko 2", "Rubrik3", "`Heading_20_1`".
fn level_of_name(name: &str) -> Option<u8> {
    let name = name.to_lowercase().replace("_20_", " ");
    let rest = ["heading", "otsikko", "rubrik"].iter().find_map(|word| name.strip_prefix(word))?;
    let level = rest.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
