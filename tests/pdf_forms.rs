//! Small PDFs written by hand: what stands on a page beside its text.
#![cfg(feature = "pdf")]

use std::fmt::Write as _;

use seloste::extract::{Content, Limits, extract};
use seloste::layout::{self, Role, TickState, tick_boxes};

/// A PDF of one page from its content and further objects, numbered from 10. `page` is added to the page's
/// dictionary, `catalog` to the document's. There is no table of objects: readers make their own.
fn pdf(page: &str, catalog: &str, content: &str, objects: &[&str]) -> Vec<u8> {
    let mut file = format!(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R{catalog}>>\nendobj\n\
         2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R\
         /Resources<</Font<</F1 5 0 R>>>>{page}>>\nendobj\n\
         4 0 obj\n<</Length {}>>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>\nendobj\n",
        content.len()
    );
    for (number, object) in (10..).zip(objects) {
        let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
    }
    file.push_str("trailer\n<</Root 1 0 R>>\n");
    file.into_bytes()
}

/// Text at a place of the page.
fn text(left: u32, up: u32, words: &str) -> String {
    format!("BT /F1 11 Tf {left} {up} Td ({words}) Tj ET\n")
}

/// The lines of a PDF in reading order, running headers left out.
fn lines(pdf: &[u8]) -> String {
    let extracted = extract(pdf, "a.pdf", &Limits::default()).expect("a readable PDF");
    let script = layout::script(extracted);
    let lines = script.lines.iter().filter(|line| line.role != Role::Furniture);
    lines.map(|line| line.span.of(&script.text)).collect::<Vec<_>>().join("\n")
}

#[test]
fn drawn_boxes_with_and_without_a_cross_are_read() {
    let content = [
        text(60, 700, "Oikeusperuste"),
        "60 678 10 10 re S\n61 679 m 69 687 l S 61 687 m 69 679 l S\n".to_owned(),
        text(80, 680, "suostumus"),
        "60 658 10 10 re S\n".to_owned(),
        text(80, 660, "sopimus"),
        // Four lines, and a letter in the box.
        "60 638 m 70 638 l S 60 648 m 70 648 l S 60 638 m 60 648 l S 70 638 m 70 648 l S\n".into(),
        "BT /F1 8 Tf 62.5 640.5 Td (X) Tj ET\n".to_owned(),
        text(80, 640, "velvoite"),
        // A frame with a number in it is no box, nor is a square without text.
        "60 618 12 12 re S\n".to_owned(),
        "BT /F1 8 Tf 63 621 Td (7) Tj ET\n".to_owned(),
        text(80, 620, "liite"),
        "300 500 10 10 re S\n".to_owned(),
    ];
    insta::assert_snapshot!(lines(&pdf("", "", &content.concat(), &[])), @r"
    Oikeusperuste
    ☒ suostumus
    ☐ sopimus
    ☒ velvoite
    7 liite
    ");
}

#[test]
fn a_picture_in_a_box_is_a_state_that_cannot_be_read() {
    let content = [
        text(60, 700, "Oikeusperuste"),
        "60 678 10 10 re S\nq 8 0 0 8 61 679 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q\n".into(),
        text(80, 680, "suostumus"),
    ];
    let file = pdf("", "", &content.concat(), &[]);
    insta::assert_snapshot!(lines(&file), @r"
    Oikeusperuste
    ▣ suostumus
    ");
    let extracted = extract(&file, "a.pdf", &Limits::default()).expect("a readable PDF");
    let boxes = tick_boxes(&layout::script(extracted));
    assert_eq!(boxes.iter().map(|found| found.state).collect::<Vec<_>>(), [TickState::Unreadable]);
}

#[test]
fn fields_of_a_form_say_what_they_hold() {
    let objects = [
        "<</Subtype/Widget/FT/Btn/T(a)/Rect[60 676 72 688]/AS/Yes/AP<</N<</Yes 20 0 R/Off 20 0 R>>>>>>",
        "<</Subtype/Widget/FT/Btn/T(b)/Rect[60 656 72 668]/AS/Off/AP<</N<</Yes 20 0 R/Off 20 0 R>>>>>>",
        "<</Subtype/Widget/FT/Btn/T(c)/Rect[60 636 72 648]/AS/On/AP<</N<</Yes 20 0 R/Off 20 0 R>>>>>>",
        "<</Subtype/Widget/FT/Btn/Ff 65536/T(d)/Rect[60 596 72 608]>>",
        "<</Subtype/Widget/FT/Tx/T(e)/V(Kuvittelun kunta)/Rect[160 614 300 630]>>",
    ];
    let content = [
        text(60, 700, "Oikeusperuste"),
        text(80, 678, "suostumus"),
        text(80, 658, "sopimus"),
        text(80, 638, "velvoite"),
        text(60, 618, "Pitaja:"),
        text(80, 598, "Paina"),
    ];
    let page = "/Annots[10 0 R 11 0 R 12 0 R 13 0 R 14 0 R]";
    insta::assert_snapshot!(lines(&pdf(page, "", &content.concat(), &objects)), @r"
    Oikeusperuste
    ☒ suostumus
    ☐ sopimus
    ▣ velvoite
    Pitaja: Kuvittelun kunta
    Paina
    ");
}

#[test]
fn text_typed_onto_a_page_is_read_and_what_is_hidden_is_not() {
    let objects = [
        "<</Subtype/FreeText/Rect[60 656 300 670]/Contents(Tiedot poistetaan vuosittain.)>>",
        "<</Subtype/FreeText/F 2/Rect[60 616 300 630]/Contents(Piilotettu)>>",
        "<</Subtype/Text/Rect[400 700 420 720]/Contents(Muistilappu)>>",
    ];
    let page = "/Annots[10 0 R 11 0 R 12 0 R]";
    let file = pdf(page, "", &text(60, 700, "Sailytysaika"), &objects);
    insta::assert_snapshot!(lines(&file), @r"
    Sailytysaika
    Tiedot poistetaan vuosittain.
    ");
}

#[test]
fn text_that_no_reader_sees_is_left_out_and_told() {
    let content = [
        text(60, 700, "Seloste"),
        format!("1 g\n{}", text(60, 680, "valkoinen valkoisella")),
        format!("0 0 0.5 rg 50 655 200 18 re f 1 g\n{}0 g\n", text(60, 660, "valkoinen sinisella")),
        format!("q 60 630 40 18 re W n\n{}Q\n", text(60, 635, "alku nakyy ja loppu leikkautuu")),
        text(700, 600, "sivun vieressa"),
    ];
    let file = pdf("", "", &content.concat(), &[]);
    insta::assert_snapshot!(lines(&file), @r"
    Seloste

    valkoinen sinisella
    alku nak
    ");
    let extracted = extract(&file, "a.pdf", &Limits::default()).expect("a readable PDF");
    assert_eq!(extracted.troubles[0].what, "hidden_text");
    assert_eq!(extracted.unread_pages, [0; 0]);
}

#[test]
fn a_layer_that_is_off_is_no_lost_text() {
    let catalog = "/OCProperties<</OCGs[10 0 R 11 0 R]/D<</OFF[10 0 R]>>>>";
    let content = format!(
        "/OC /L1 BDC\n{}EMC\n{}/OC /L2 BDC\n{}EMC\n",
        text(60, 720, "Luonnos"),
        text(60, 700, "Seloste"),
        text(60, 680, "Voimassa"),
    );
    let file = pdf("", catalog, &content, &["<</Type/OCG/Name(a)>>", "<</Type/OCG/Name(b)>>"]);
    let file = String::from_utf8(file).expect("ASCII");
    let layers = "/Properties<</L1 10 0 R/L2 11 0 R>>/Font<<";
    let file = file.replace("/Font<<", layers);
    insta::assert_snapshot!(lines(file.as_bytes()), @r"
    Seloste
    Voimassa
    ");
    let extracted = extract(file.as_bytes(), "a.pdf", &Limits::default()).expect("a readable PDF");
    assert_eq!(extracted.unread_pages, [0; 0]);
}

#[test]
fn a_word_across_the_page_stays_out_of_its_lines() {
    let across = "q 0.8 g BT /F1 60 Tf 0.707 0.707 -0.707 0.707 80 600 Tm (LUONNOS) Tj ET Q\n";
    let words = ["Kunta vastaa rekisterin tiedoista.", "Tiedot saadaan asukkailta itseltaan."];
    let content = [across.into(), text(60, 700, words[0]), text(60, 680, words[1])];
    insta::assert_snapshot!(lines(&pdf("", "", &content.concat(), &[])), @r"
    Kunta vastaa rekisterin tiedoista.
    Tiedot saadaan asukkailta itseltaan.
    LUONNOS
    ");
}

#[test]
fn a_file_says_what_it_is_and_what_else_is_in_it() {
    let catalog = "/Outlines 10 0 R/Names<</EmbeddedFiles<</Names[(a) 13 0 R]>>>>/Collection<<>>\
                   /MarkInfo<</Marked true>>/StructTreeRoot<<>>";
    let objects = [
        "<</First 11 0 R/Last 11 0 R>>",
        "<</Title(1. Pitaja)/Dest[3 0 R /Fit]/First 12 0 R/Next 11 0 R>>",
        "<</Title<FEFF00E4>>>",
        "<</F(liite.pdf)>>",
        "<</Subtype/Link/Rect[60 690 200 710]/A<</S/URI/URI(https://www.esimerkkila.example/seloste)>>>>",
    ];
    let file = pdf("/Annots[14 0 R]", catalog, &text(60, 700, "Seloste"), &objects);
    let extracted = extract(&file, "a.pdf", &Limits::default()).expect("a readable PDF");
    let about = extracted.about.clone().expect("a PDF says something of itself");
    let marks: Vec<_> = about
        .bookmarks
        .iter()
        .take(2)
        .map(|mark| (mark.title.as_str(), mark.level, mark.page))
        .collect();
    // The bookmarks of this file go round in a circle; they end all the same.
    assert_eq!(marks, [("1. Pitaja", 1, Some(1)), ("ä", 2, None)]);
    assert_eq!(
        (about.attachments, about.portfolio, about.tagged),
        (vec!["liite.pdf".to_owned()], true, true)
    );
    let Content::Pages(pages) = extracted.content else { panic!("a PDF has pages") };
    assert_eq!(pages[0].links[0].target, "https://www.esimerkkila.example/seloste");
}

/// A tagged page of headings with a paragraph each; `tags` are the kinds of the elements, in order.
fn tagged(tags: &[&str]) -> String {
    let words = [
        "Kuka vastaa",
        "Kunta vastaa rekisterin tiedoista.",
        "Miksi",
        "Laskutusta ja tiedottamista varten.",
        "Kenelle",
        "Tietoja ei luovuteta muille.",
    ];
    let piece = |(at, words): (usize, &&str)| {
        let up = 700 - 20 * u32::try_from(at).unwrap_or(0);
        format!("/X <</MCID {at}>> BDC {}EMC\n", text(60, up, words))
    };
    let content: String = words.iter().enumerate().map(piece).collect();
    let mut elements = String::new();
    for (at, tag) in tags.iter().enumerate() {
        let _ = write!(elements, "<</S/{tag}/Pg 3 0 R/K {at}>>");
    }
    let tree =
        format!("<</Type/StructTreeRoot/RoleMap<</Otsikko/H2>>/K[<</S/Document/K[{elements}]>>]>>");
    let file = pdf("", "/MarkInfo<</Marked true>>/StructTreeRoot 10 0 R", &content, &[&tree]);
    let extracted = extract(&file, "a.pdf", &Limits::default()).expect("a readable PDF");
    let script = layout::script(extracted);
    let lines = script.lines.iter().filter(|line| !line.span.of(&script.text).is_empty());
    let lines = lines.map(|line| match line.role {
        Role::Heading(level) => format!("{level} {}", line.span.of(&script.text)),
        _ => line.span.of(&script.text).to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn tags_name_the_headings_of_a_document_without_numbers() {
    insta::assert_snapshot!(tagged(&["H1", "P", "Otsikko", "P", "H2", "P"]), @r"
    1 Kuka vastaa
    Kunta vastaa rekisterin tiedoista.
    2 Miksi
    Laskutusta ja tiedottamista varten.
    2 Kenelle
    Tietoja ei luovuteta muille.
    ");
}

#[test]
fn tags_that_call_everything_a_heading_are_not_believed() {
    insta::assert_snapshot!(tagged(&["H1", "H1", "H1", "H1", "H1", "H1"]), @r"
    Kuka vastaa
    Kunta vastaa rekisterin tiedoista.
    Miksi
    Laskutusta ja tiedottamista varten.
    Kenelle
    Tietoja ei luovuteta muille.
    ");
}
