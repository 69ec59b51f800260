//! Letters of glyphs whose map to Unicode is lost: the font in the file often still knows them.

use std::collections::HashMap;

use hayro_interpret::font::OutlineGlyph;
use skrifa::raw::TableProvider;
use skrifa::raw::tables::cmap::{CmapSubtable, PlatformId};
use skrifa::raw::tables::glyf::{Glyph, SimpleGlyph};
use skrifa::{FontRef, GlyphId, GlyphNames, MetadataProvider};
use unicode_normalization::char::compose;

/// The letters of the fonts of a document, by font and glyph.
#[derive(Default)]
pub(super) struct CharMaps(HashMap<u128, HashMap<u32, char>>);

impl CharMaps {
    /// The letter of a glyph by the font's own tables.
    pub(super) fn letter(&mut self, glyph: &OutlineGlyph) -> Option<char> {
        let data = glyph.font_data()?;
        let map = self.0.entry(data.cache_key).or_insert_with(|| reversed((*data.data).as_ref()));
        map.get(&glyph.glyph_id().to_u32()).copied()
    }
}

/// Glyphs to letters: the font's map of letters to glyphs turned round, and glyph names that spell a
/// letter out. Of several letters of one glyph the first counts: space before no-break space.
fn reversed(font: &[u8]) -> HashMap<u32, char> {
    let mut letters = HashMap::new();
    let Ok(font) = FontRef::new(font) else { return letters };
    for (code, glyph) in font.charmap().mappings() {
        if let Some(letter) = char::from_u32(code).filter(|letter| is_letter(*letter)) {
            letters.entry(glyph.to_u32()).or_insert(letter);
        }
    }
    for (glyph, name) in GlyphNames::new(&font).iter() {
        if let Some(letter) = spelt(name.as_str()) {
            letters.entry(glyph.to_u32()).or_insert(letter);
        }
    }
    letters.extend(dotted(&font, &letters));
    letters
}

/// Letters that a font of TrueType puts together from another and a mark over it: "ä" is "a" with two dots, whatever its
/// code was made to be.
fn dotted(font: &FontRef<'_>, letters: &HashMap<u32, char>) -> Vec<(u32, char)> {
    let (Ok(glyphs), Ok(places), Ok(most)) = (font.glyf(), font.loca(None), font.maxp()) else {
        return Vec::new();
    };
    let drawn = |glyph: GlyphId| places.get_glyf(glyph, &glyphs).ok().flatten();
    let plain = plain(font, |glyph| drawn(glyph).is_none());
    let letter = |glyph: GlyphId| {
        let glyph = glyph.to_u32();
        letters.get(&glyph).or_else(|| plain.get(&glyph)).copied()
    };
    let composed = |glyph: GlyphId| {
        let Some(Glyph::Composite(parts)) = drawn(glyph) else { return None };
        let parts: Vec<GlyphId> = parts.components().map(|part| part.glyph).collect();
        let [base, mark] = parts[..] else { return None };
        let Some(Glyph::Simple(mark)) = drawn(mark) else { return None };
        compose(letter(base)?, mark_of(&mark)?)
    };
    let unknown = (0..u32::from(most.num_glyphs())).filter(|glyph| !letters.contains_key(glyph));
    unknown.filter_map(|glyph| Some((glyph, composed(GlyphId::new(glyph))?))).collect()
}

/// The glyphs of plain letters by the font's map of one byte. Where the space is not blank the codes are the subset's own.
fn plain(font: &FontRef<'_>, is_blank: impl Fn(GlyphId) -> bool) -> HashMap<u32, char> {
    let Ok(cmap) = font.cmap() else { return HashMap::new() };
    let records = cmap.encoding_records().iter();
    let table = records
        .filter(|record| record.platform_id() == PlatformId::Macintosh)
        .find_map(|record| record.subtable(cmap.offset_data()).ok());
    let glyph = |letter: char| match &table {
        Some(CmapSubtable::Format0(table)) => table.map_codepoint(letter as u32),
        Some(CmapSubtable::Format6(table)) => table.map_codepoint(letter as u32),
        _ => None,
    };
    if !glyph(' ').is_some_and(is_blank) {
        return HashMap::new();
    }
    let letters = ('A'..='Z').chain('a'..='z');
    letters.filter_map(|letter| Some((glyph(letter)?.to_u32(), letter))).collect()
}

/// The mark that a glyph draws: two dots beside each other, or a ring.
fn mark_of(mark: &SimpleGlyph<'_>) -> Option<char> {
    let [first, second] = mark.end_pts_of_contours() else { return None };
    let points: Vec<i16> = mark.points().map(|point| point.x).collect();
    let (first, second) = (usize::from(first.get()), usize::from(second.get()));
    let reach = |points: &[i16]| Some((*points.iter().min()?, *points.iter().max()?));
    let (a, b) = (reach(points.get(..=first)?)?, reach(points.get(first + 1..=second)?)?);
    match () {
        () if a.1 < b.0 || b.1 < a.0 => Some('\u{308}'),
        () if a.0 < b.0 && b.1 < a.1 || b.0 < a.0 && a.1 < b.1 => Some('\u{30A}'),
        () => None,
    }
}

/// Codes of one's own and control codes say nothing.
fn is_letter(c: char) -> bool {
    !c.is_control() && !('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// The letter of a name such as `uni00E4`, `u1F600` or `a`.
fn spelt(name: &str) -> Option<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter).filter(char::is_ascii_alphabetic);
    }
    let code = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let code = u32::from_str_radix(code, 16).ok().filter(|_| code.len() >= 4)?;
    char::from_u32(code).filter(|letter| is_letter(*letter))
}
