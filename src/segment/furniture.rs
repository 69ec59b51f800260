//! Running heads, footers and page numbers that a text file carries in its body.
//!
//! In a PDF the layout has seen where they stand on the page; in a text file only a page number says that a
//! page ends here, and the lines around it that come again around another page number.

use crate::layout::{Role, Script};
use crate::place::on_one_line;

/// Lines around a page number that a running head or footer takes.
const AROUND: usize = 7;

/// Marks running heads, footers and page numbers as [`Role::Furniture`], in scripts whose pages are not known.
pub fn mark_furniture(script: &mut Script) {
    if script.lines.iter().any(|line| line.page.is_some()) {
        return;
    }
    let text: Vec<String> = (0..script.lines.len()).map(|line| folded(script.line(line))).collect();
    let pages: Vec<usize> = (0..text.len()).filter(|line| is_page_number(&text[*line])).collect();
    let mut furniture = pages.clone();
    if pages.len() > 1 {
        for page in &pages {
            furniture.extend(
                around(&text, *page).filter(|line| comes_again(&text, &pages, *page, *line)),
            );
        }
    }
    for line in furniture {
        script.lines[line].role = Role::Furniture;
    }
}

/// Lines near a page number.
fn around(text: &[String], page: usize) -> impl Iterator<Item = usize> {
    (page.saturating_sub(AROUND)..text.len().min(page + AROUND + 1))
        .filter(move |line| *line != page)
}

/// Whether a line stands near another page number too.
fn comes_again(text: &[String], pages: &[usize], page: usize, line: usize) -> bool {
    !text[line].is_empty()
        && pages
            .iter()
            .filter(|other| **other != page)
            .any(|other| around(text, *other).any(|near| near != line && text[near] == text[line]))
}

fn folded(line: &str) -> String {
    on_one_line(line).to_lowercase()
}

/// "4/5", "1 (6)", "2(1)", "Sivu 3 (7)", "Page 2 of 4", "- 3 -".
fn is_page_number(line: &str) -> bool {
    let named = ["sivu ", "s. ", "sida ", "page "].iter().find_map(|word| line.strip_prefix(word));
    let parts: Vec<&str> = named
        .unwrap_or(line)
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | '|'))
        .filter(|part| !part.is_empty() && !matches!(*part, "of" | "av" | "-" | "–"))
        .collect();
    let numbers = parts.iter().all(|part| part.parse::<u16>().is_ok_and(|number| number < 200));
    let dashed = line.starts_with(['-', '–']) && line.ends_with(['-', '–']);
    match parts.len() {
        1 => numbers && (named.is_some() || dashed),
        2 => numbers && (named.is_some() || line.contains(['/', '('])),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::mark_furniture;
    use crate::layout::{Role, Script};

    /// The lines that are left.
    fn left(text: &str) -> String {
        let mut script = Script::plain(text.to_owned());
        mark_furniture(&mut script);
        let body =
            (0..script.lines.len()).filter(|line| script.lines[*line].role != Role::Furniture);
        body.map(|line| script.line(line)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn page_numbers_go_with_the_lines_that_come_again_around_them() {
        let text = "Esimerkkilän kunta\nSELOSTE\n1(2)\n1. Nimi\nKuntarekisteri\n\
                    Esimerkkilän kunta\nSELOSTE\n2(2)\n2. Tarkoitus\nPalvelu";
        assert_eq!(left(text), "1. Nimi|Kuntarekisteri|2. Tarkoitus|Palvelu");
    }

    #[test]
    fn lines_that_come_again_elsewhere_are_text() {
        assert_eq!(
            left("Osoite\nTorikatu 1\nMuuta\nOsoite\nTorikatu 1"),
            "Osoite|Torikatu 1|Muuta|Osoite|Torikatu 1"
        );
        assert_eq!(left("1\nNimi\n2\nTarkoitus"), "1|Nimi|2|Tarkoitus");
        assert_eq!(left("Kunta\nSivu 1 / 3\nTeksti"), "Kunta|Teksti");
    }
}
