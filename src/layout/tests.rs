//! Lines as `seloste show --stage lines` prints them: role, then text.

use super::*;
use crate::extract::{Limits, extract};

fn lines_of(text: &str, name: &str) -> String {
    let script = script(extract(text.as_bytes(), name, &Limits::default()).expect("text"));
    assert_eq!(script.text, text, "the text of a file stays as it is");
    let lines = script.lines.iter().map(|line| {
        let role = match line.role {
            Role::Body => "  ".to_owned(),
            Role::Label => "L ".to_owned(),
            Role::Heading(level) => format!("{level} "),
            Role::Furniture => "F ".to_owned(),
        };
        let bold = if line.bold == Some(true) { "(bold) " } else { "" };
        format!("{role}{bold}{}\n", line.span.of(&script.text))
    });
    lines.collect()
}

#[test]
fn markdown_headings_are_marked_and_their_underline_is_no_text() {
    let text = "---\npaivitetty: 2026\n---\n# Seloste\n\nRekisteri\n---------\nTeksti\n\n<!-- piilossa -->\n\n**Oikeudet**\n";
    insta::assert_snapshot!(lines_of(text, "a.md"), @"
    F ---
    F paivitetty: 2026
    F ---
    1 # Seloste
      
    2 Rekisteri
    F ---------
      Teksti
      
    F <!-- piilossa -->
      
      (bold) **Oikeudet**
      
    ");
}

#[test]
fn a_text_file_keeps_its_lines() {
    insta::assert_snapshot!(lines_of("1. Rekisteri\r\n\r\n# ei otsikko", "a.txt"), @"
      1. Rekisteri
      
      # ei otsikko
    ");
}
