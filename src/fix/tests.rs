use super::{Edit, Refusal, edited, rewritten};
use crate::finding::Safety;
use crate::place::Span;

/// An edit of the first place where `from` stands.
fn edit(text: &str, from: &str, to: &str) -> Edit {
    let start = text.find(from).expect("the words of the test stand in its text");
    let span = Span::new(start, start + from.len());
    Edit { span, replacement: to.to_owned(), safety: Safety::Safe, finding: 0 }
}

const TEXT: &str = "Määräaika: Arkistolaitoksen ohje\r\nPL 800, 00521 Helsinki\r\n";
const REPAIRED: &str = "Määräaika: Kansallisarkiston ohje\r\nPL 800, 00531 Helsinki\r\n";

fn edits() -> Vec<Edit> {
    vec![
        edit(TEXT, "Arkistolaitoksen", "Kansallisarkiston"),
        edit(TEXT, "00521 Helsinki", "00531 Helsinki"),
    ]
}

fn utf16(text: &str, mark: bool, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}').map(String::from).unwrap_or_default();
    (mark + text).encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn line_ends_stay_as_they_are() {
    assert_eq!(edited(TEXT, &edits()), REPAIRED);
    let macintosh = |text: &str| text.replace("\r\n", "\r").into_bytes();
    let moved = [edit(&TEXT.replace("\r\n", "\r"), "00521", "00531")];
    let expected = macintosh(&TEXT.replace("00521", "00531"));
    assert_eq!(rewritten(&macintosh(TEXT), &moved), Ok(expected));
}

type Encode<'a> = &'a dyn Fn(&str) -> Vec<u8>;

#[test]
fn every_encoding_comes_back() {
    let windows = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let marked = |text: &str| [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let encodings: [Encode<'_>; 6] = [
        &|text| text.as_bytes().to_vec(),
        &marked,
        &windows,
        &|text| utf16(text, true, u16::to_le_bytes),
        &|text| utf16(text, true, u16::to_be_bytes),
        &|text| utf16(text, false, u16::to_le_bytes),
    ];
    for encode in encodings {
        assert_eq!(rewritten(&encode(TEXT), &edits()), Ok(encode(REPAIRED)));
    }
}

#[test]
fn what_an_encoding_lacks_is_refused() {
    let latin = encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned();
    let cyrillic = [edit(TEXT, "Arkistolaitoksen", "Архив")];
    assert_eq!(rewritten(&latin, &cyrillic), Err(Refusal::Letter));
}

#[test]
fn bytes_that_do_not_come_back_are_refused() {
    // Cut inside its last letter.
    let whole = "Arkistolaitoksen yö".as_bytes();
    assert_eq!(rewritten(&whole[..whole.len() - 1], &[]), Err(Refusal::Encoding));
}
