//! Letters of glyphs whose map to Unicode is lost: the font in the file often still knows them.

use std::collections::HashMap;

use hayro_interpret::font::OutlineGlyph;
use skrifa::{FontRef, GlyphNames, MetadataProvider};

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
    letters
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
