//! Glyphs at places, and the words that come of them.

use std::time::{Duration, Instant};

use super::canvas::{Canvas, Placed};
use super::*;

/// A glyph: its text, its left end and its width.
type At = (&'static str, f32, f32);

/// Reads glyphs of ten points.
fn words(glyphs: &[At]) -> String {
    let deadline = Instant::now() + Duration::from_mins(1);
    let mut canvas =
        Canvas::new((595.0, 842.0), Patience { max_marks: 1000, deadline, ocr: false });
    for (text, left, advance) in glyphs {
        let placed = Placed {
            origin: (*left, 100.0),
            direction: (1.0, 0.0),
            advance: *advance,
            size: 10.0,
            bold: None,
            furniture: false,
            heading: None,
            inked: true,
        };
        canvas.glyph((*text).to_owned(), &placed);
    }
    let words: Vec<String> = canvas.finish(1, None).runs.into_iter().map(|run| run.text).collect();
    words.join("|")
}

#[test]
fn glyphs_become_words_as_a_person_would_type_them() {
    let cases: &[(&str, &[At], &str)] = &[
        ("letters hang together", &[("k", 0.0, 5.0), ("y", 5.1, 5.0)], "ky"),
        ("a gap parts them", &[("k", 0.0, 5.0), ("y", 8.0, 5.0)], "k|y"),
        ("a drawn space too", &[("k", 0.0, 5.0), (" ", 5.0, 2.5), ("y", 7.5, 5.0)], "k|y"),
        ("ligatures are letters", &[("\u{FB01}", 0.0, 5.0)], "fi"),
        ("an accent drawn first", &[("\u{A8}", 0.1, 5.0), ("a", 0.0, 5.0)], "ä"),
        ("an accent drawn after", &[("a", 0.0, 5.0), ("\u{A8}", 0.1, 5.0)], "ä"),
        ("a combining accent", &[("a\u{308}", 0.0, 5.0)], "ä"),
        ("a degree sign is no ring", &[("5", 0.0, 5.0), ("\u{B0}", 5.0, 4.0)], "5°"),
        ("drawn twice to look bold", &[("k", 0.0, 5.0), ("k", 0.3, 5.0)], "k"),
        ("double letters stay", &[("l", 0.0, 2.2), ("l", 2.2, 2.2)], "ll"),
        ("boxes of Wingdings", &[("\u{F0FE}", 0.0, 8.0), ("\u{F0A8}", 20.0, 8.0)], "☑|☐"),
        ("bullets of Symbol", &[("\u{F0B7}", 0.0, 5.0)], "•"),
        ("nothing of no width", &[("a\u{200B}", 0.0, 5.0), ("b", 5.0, 5.0)], "ab"),
    ];
    for (case, glyphs, expected) in cases {
        assert_eq!(words(glyphs), *expected, "{case}");
    }
}

#[test]
fn text_turned_with_its_page_reads_from_left_to_right() {
    let deadline = Instant::now() + Duration::from_mins(1);
    let mut canvas =
        Canvas::new((842.0, 595.0), Patience { max_marks: 1000, deadline, ocr: false });
    for (text, down) in [("y", 100.0), ("ö", 105.0)] {
        let placed = Placed {
            origin: (700.0, down),
            direction: (0.0, 1.0),
            advance: 5.0,
            size: 10.0,
            bold: None,
            furniture: false,
            heading: None,
            inked: true,
        };
        canvas.glyph(text.to_owned(), &placed);
    }
    let page = canvas.finish(1, None);
    assert_eq!((page.runs[0].text.as_str(), page.width, page.height), ("yö", 595.0, 842.0));
}
