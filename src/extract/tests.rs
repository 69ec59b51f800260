//! What a user is told of a file, and what text is read from it.

use super::*;
use crate::language::Language;

/// The text of a document, or the reason why there is none.
fn read(bytes: &[u8], name: &str) -> String {
    match extract(bytes, name, &Limits { max_size: 1000, ..Limits::default() }) {
        Ok(Extracted { content: Content::Text(text), .. }) => format!("text: {text}"),
        Ok(Extracted { content: Content::Markdown(text), .. }) => format!("markdown: {text}"),
        Ok(Extracted { content: Content::Flow(flow), format, .. }) => {
            let blocks = flow.blocks.iter().map(|block| match block {
                flow::Block::Paragraph(paragraph) => paragraph.text.clone(),
                flow::Block::Table(_) => "(table)".to_owned(),
            });
            format!("{}: {}", format.name().to_lowercase(), blocks.collect::<Vec<_>>().join("|"))
        }
        Ok(Extracted { content: Content::Pages(pages), .. }) => format!("{} pages", pages.len()),
        Err(why) => format!("{:?} ({})", why.reason, why.format),
    }
}

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn the_encoding_is_found() {
    let sentence = "Rekisterinpitäjä säilyttää tiedot kymmenen vuotta.";
    let expected = format!("text: {sentence}");
    let latin1: Vec<u8> = sentence.chars().map(|c| c as u8).collect();
    let cases = [
        ("UTF-8", sentence.as_bytes().to_vec()),
        ("UTF-8 with a mark", format!("\u{FEFF}{sentence}").into_bytes()),
        ("UTF-16 LE with a mark", utf16(&format!("\u{FEFF}{sentence}"), u16::to_le_bytes)),
        ("UTF-16 BE with a mark", utf16(&format!("\u{FEFF}{sentence}"), u16::to_be_bytes)),
        ("UTF-16 LE", utf16(sentence, u16::to_le_bytes)),
        ("UTF-16 BE", utf16(sentence, u16::to_be_bytes)),
        ("Windows-1252", latin1),
    ];
    for (case, bytes) in cases {
        assert_eq!(read(&bytes, "seloste.txt"), expected, "{case}");
    }
}

#[test]
fn a_page_names_its_encoding_unless_it_is_utf8() {
    let cases: [(&[u8], &str); 4] = [
        (b"<meta charset=iso-8859-10><p>\xBA\xAF", "html: šŊ"),
        (
            b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>\xE4x",
            "html: äx",
        ),
        (b"<?xml version='1.0' encoding='iso-8859-15'?><html><p>\xA4", "html: €"),
        ("<meta charset=windows-1252><p>ä".as_bytes(), "html: ä"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read(bytes, "a.html"), expected);
    }
}

#[test]
fn windows_1252_keeps_its_dashes_and_quotes() {
    assert_eq!(
        read(b"S\xE4ilytys 1\x965 vuotta, \x94tiedot\x94", "a.txt"),
        "text: Säilytys 1–5 vuotta, ”tiedot”"
    );
}

#[test]
fn the_format_is_told_by_content() {
    let cases: &[(&[u8], &str, &str)] = &[
        (b"", "a.pdf", "Empty (TXT)"),
        (b" \n\t\r\n", "a.txt", "Empty (TXT)"),
        (b"\xEF\xBB\xBF", "a.txt", "Empty (TXT)"),
        (b"# Seloste\n\n## Rekisteri\n", "a.txt", "markdown: # Seloste\n\n## Rekisteri\n"),
        (b"Seloste\n=======\n", "a.md", "markdown: Seloste\n=======\n"),
        (b"# Seloste\n", "a.txt", "text: # Seloste\n"),
        (b"PK\x03\x04....word/document.xml", "a.pdf", "Corrupt (DOCX)"),
        (b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", "a", "Corrupt (ODT)"),
        (b"\n <!DOCTYPE HTML><html>", "a.txt", "Empty (HTML)"),
        (b"<!-- saved --><HTML><p>Seloste", "a.doc", "html: Seloste"),
        (b"<p>Seloste</p>", "a.txt", "html: Seloste"),
        (b"<p align=center>Seloste</p>", "a.md", "markdown: <p align=center>Seloste</p>"),
        (b"Seloste <b>", "a.html", "html: Seloste"),
        (b"Seloste <b>", "a.txt", "text: Seloste <b>"),
        (b"<?xml version='1.0'?><w:wordDocument>", "a.doc", "Unsupported (XML)"),
        (b"{\\rtf1 Seloste}", "a.doc", "Unsupported (RTF)"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>",
            "a.mht",
            "Unsupported (MHTML)",
        ),
        (b"\x89PNG\r\n\x1A\n", "a.txt", "Unsupported (PNG)"),
        (b"\x00\x01\x02\x03\xFE\x00\x07 \x00\x00", "a.txt", "Unreadable (TXT)"),
        (&[b'a'; 1001], "a.txt", "TooLarge (TXT)"),
        (b"yksi\rkaksi\r\nkolme", "a.txt", "text: yksi\nkaksi\r\nkolme"),
    ];
    for (bytes, name, expected) in cases {
        assert_eq!(read(bytes, name), *expected, "{name}: {}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn every_reason_says_what_to_do() {
    let why = extract(b"{\\rtf1 kirje}", "a.rtf", &Limits::default()).expect_err("unsupported");
    assert_eq!(
        why.sentence(Language::Fi),
        "Tiedostomuotoa RTF ei lueta. Tallenna asiakirja DOCX-, ODT-, PDF-, HTML-, teksti- tai Markdown-tiedostona."
    );
}

proptest::proptest! {
    #[test]
    fn no_bytes_panic(bytes: Vec<u8>, name: String) {
        drop(extract(&bytes, &name, &Limits::default()));
    }
}
