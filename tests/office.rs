//! What a reader sees of DOCX and ODT, and what becomes of those that are broken, locked or hostile. The files are
//! built here, part by part.

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use seloste::extract::{Limits, extract};
use seloste::layout::{self, Role};
use zip::write::SimpleFileOptions;

const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";
const STYLES: &str = "<w:style w:type='paragraph' w:styleId='Otsikko1'><w:name w:val='heading 1'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>\
    <w:style w:type='paragraph' w:styleId='Oma'><w:name w:val='Oma otsikko'/><w:basedOn w:val='Otsikko1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Sisluet1'><w:name w:val='toc 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Kierros'><w:basedOn w:val='Kierros'/></w:style>";
const NUMBERING: &str = "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl><w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%3)'/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='&#xF0B7;'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>\
    <w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>\
    <w:num w:numId='4'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='-2147483648'/></w:lvlOverride></w:num>";

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a document").into_inner()
}

/// A Word document with this in its body.
fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles {W}>{STYLES}</w:styles>");
    let numbering = format!("<w:numbering {W}>{NUMBERING}</w:numbering>");
    let band = |name: &str, text: &str| {
        format!("<w:{name} {W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{name}>")
    };
    let note = format!(
        "<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>Alaviite</w:t></w:r></w:p></w:footnote></w:footnotes>"
    );
    let related = "<Relationships><Relationship Id='r1' Type='x/header' Target='header1.xml'/><Relationship Id='r2' Type='x/footer' Target='footer1.xml'/>\
        <Relationship Id='r3' Type='x/hyperlink' Target='https://esimerkkila.example/' TargetMode='External'/></Relationships>";
    zipped(&[
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
        ("word/header1.xml", &band("hdr", "Päivitetty 1.2.2026")),
        ("word/footer1.xml", &band("ftr", "Kunta")),
        ("word/footnotes.xml", &note),
        ("word/_rels/document.xml.rels", related),
    ])
}

/// An ODT with this in its text.
fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>\
         <style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>\
         <style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>\
         <text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>\
         <text:list-level-style-number text:level='2' style:num-format='1' text:display-levels='2'/></text:list-style>\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = "<office:document-styles><office:master-styles><style:master-page><style:header><text:p>Sivu <text:page-number>1</text:page-number> 1.2.2026</text:p></style:header></style:master-page></office:master-styles></office:document-styles>";
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", styles),
    ])
}

/// The lines of a document without its running headers and footers; `/` where a line is empty.
fn lines(bytes: &[u8]) -> String {
    let script = match extract(bytes, "a", &Limits::default()) {
        Ok(extracted) => layout::script(extracted),
        Err(why) => return format!("{:?} ({})", why.reason, why.format),
    };
    let body = script.lines.iter().filter(|line| line.role != Role::Furniture).map(|line| {
        let role = match line.role {
            Role::Label => "L ".to_owned(),
            Role::Heading(level) => format!("{level} "),
            _ => String::new(),
        };
        let bold = if line.bold == Some(true) { "(bold) " } else { "" };
        let text = line.span.of(&script.text);
        if text.is_empty() { "/".to_owned() } else { format!("{role}{bold}{text}") }
    });
    let body = body.collect::<Vec<_>>().join("|");
    body.trim_matches(['/', '|']).replace("|/|", "||")
}

fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

fn listed(list: &str, level: &str) -> String {
    format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>")
}

#[test]
fn headings_and_numbers_of_word_are_those_that_a_reader_sees() {
    let spaced = "<w:spacing w:after='120'/>";
    let cases = [
        (
            p("<w:pStyle w:val='Otsikko1'/>", &r("Säilytys")) + &p(spaced, &r("Vuosi")),
            "1 Säilytys|Vuosi",
        ),
        (p("<w:pStyle w:val='Oma'/>", &r("Säilytys")), "1 Säilytys"),
        (p("<w:outlineLvl w:val='1'/>", &r("Säilytys")), "2 Säilytys"),
        (p("<w:pStyle w:val='Kierros'/>", &r("Vuosi")), "Vuosi"),
        (p("<w:pStyle w:val='Sisluet1'/>", &r("Säilytys 3")) + &p("", &r("Vuosi")), "Vuosi"),
        (
            [("1", "0"), ("1", "1"), ("1", "1"), ("1", "2"), ("1", "0"), ("3", "0"), ("2", "0")]
                .map(|(list, level)| p(&listed(list, level), &r("x")))
                .concat(),
            "1. x|1.1 x|1.2 x|a) x|2. x|1. x|- x",
        ),
        (p("", "<w:r><w:rPr><w:b/></w:rPr><w:t>Säilytys</w:t><w:br/></w:r>"), "(bold) Säilytys"),
        (
            p(
                "",
                "<w:r><w:rPr><w:b/></w:rPr><w:t>Säilytys</w:t><w:br/></w:r><w:r><w:t>Vuosi</w:t></w:r>",
            ),
            "(bold) Säilytys|Vuosi",
        ),
        (
            p("", &r("Torikatu 1")) + &p("", &r("Kunta")) + &p("", "") + &p("", &r("Muuta")),
            "Torikatu 1|Kunta||Muuta",
        ),
    ];
    for (body, expected) in cases {
        assert_eq!(lines(&docx(&body)), expected, "{body}");
    }
}

#[test]
fn of_word_what_is_deleted_hidden_or_counted_is_no_text() {
    let field = |instruction: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            r(result)
        )
    };
    let tick = |state: &str| {
        format!(
            "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='{state}'/></w14:checkbox></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            r("?")
        )
    };
    let form = |state: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='{state}'/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        )
    };
    let boxed = format!("<w:txbxContent>{}</w:txbxContent>", p("", &r("Laatikko")));
    let cases = [
        (
            format!(
                "<w:del><w:r><w:delText>vanha</w:delText></w:r></w:del><w:ins>{}</w:ins>",
                r("uusi")
            ),
            "uusi",
        ),
        (format!("<w:r><w:rPr><w:vanish/></w:rPr><w:t>piilo</w:t></w:r>{}", r("näkyy")), "näkyy"),
        (format!("{}{}", r("Sivu "), field("PAGE", "3")), "Sivu"),
        (field("FORMTEXT", "Kunta"), "Kunta"),
        (format!("{}{}{}{}", tick("1"), r(" Kyllä "), tick("0"), r(" Ei")), "☒ Kyllä ☐ Ei"),
        (format!("{}{}{}{}", form("1"), r(" Kyllä "), form("0"), r(" Ei")), "☒ Kyllä ☐ Ei"),
        (
            format!(
                "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>{}<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>",
                r(" Kyllä ")
            ),
            "☑ Kyllä ☐",
        ),
        (format!("<w:hyperlink r:id='r3'>{}</w:hyperlink>", r("sivut")), "sivut"),
        (format!("{}<w:r><w:tab/></w:r>{}", r("Nimi:"), r("Kunta")), "Nimi:\tKunta"),
        (format!("{}<w:r><w:footnoteReference w:id='2'/></w:r>", r("Teksti")), "Teksti|Alaviite"),
        (
            r("Teksti") + &"<w:r><w:footnoteReference w:id='2'/></w:r>".repeat(2),
            "Teksti|Alaviite",
        ),
        (
            format!(
                "{}<w:r><mc:AlternateContent><mc:Choice Requires='w16se'><w16se:symEx w16se:char='2611'/></mc:Choice><mc:Fallback><w:t>☑</w:t></mc:Fallback></mc:AlternateContent></w:r>{}",
                r("Kyllä "),
                r(" Ei")
            ),
            "Kyllä ☑ Ei",
        ),
        (
            format!(
                "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
                r("uusi"),
                r("vanha")
            ),
            "vanha",
        ),
        (
            format!(
                "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback/></mc:AlternateContent>",
                r("uusi")
            ),
            "uusi",
        ),
        (
            format!(
                "{}<w:r><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></w:r>",
                r("Teksti"),
                p("", &(r("Ulompi") + &format!("<w:r><w:pict>{boxed}</w:pict></w:r>")))
            ),
            "Teksti|Ulompi|Laatikko",
        ),
        (
            format!(
                "{}<w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent></w:r>",
                r("Teksti")
            ),
            "Teksti|Laatikko",
        ),
        (
            "<w:r><w:t>tieto</w:t><w:softHyphen/><w:t>suoja</w:t><w:noBreakHyphen/><w:t>asetus</w:t></w:r>".to_owned(),
            "tietosuoja-asetus",
        ),
    ];
    for (runs, expected) in cases {
        assert_eq!(lines(&docx(&p("", &runs))), expected, "{runs}");
    }
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", &r(text)));
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Säilytys"), cell("Vuosi"));
    assert_eq!(lines(&docx(&table)), "L Säilytys||Vuosi");
}

#[test]
fn a_field_left_open_hides_no_other_part_and_is_told() {
    let open = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    let closed = format!("{open}<w:r><w:fldChar w:fldCharType='end'/></w:r>");
    let header = |runs: &str| format!("<w:hdr {W}>{}</w:hdr>", p("", runs));
    let body = |runs: &str| {
        let runs = r("Vuosi") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + runs;
        format!("<w:document {W}><w:body>{}</w:body></w:document>", p("", &runs))
    };
    let note = format!(
        "<w:footnotes {W}><w:footnote w:id='2'>{}</w:footnote></w:footnotes>",
        p("", &r("Alaviite"))
    );
    for (header_runs, body_runs, told) in
        [(open, "", 1), ("", open, 1), (open, open, 1), (&*closed, &*closed, 0)]
    {
        let bytes = zipped(&[
            ("word/document.xml", &body(body_runs)),
            ("word/header1.xml", &header(header_runs)),
            ("word/footnotes.xml", &note),
            (
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Type='x/header' Target='header1.xml'/></Relationships>",
            ),
        ]);
        assert_eq!(lines(&bytes), "Vuosi|Alaviite", "{header_runs} {body_runs}");
        let troubles = extract(&bytes, "a", &Limits::default()).expect("text").troubles;
        let whats: Vec<_> = troubles.iter().map(|trouble| trouble.what).collect();
        assert_eq!(whats, vec!["field_left_open"; told], "{header_runs} {body_runs}");
    }
}

#[test]
fn parts_are_found_wherever_the_relationships_say() {
    let styles = format!("<w:styles {W}>{STYLES}</w:styles>");
    let numbering = format!("<w:numbering {W}>{NUMBERING}</w:numbering>");
    let note = |kind: &str| {
        let text = p("", &r(kind));
        format!("<w:{kind}s {W}><w:{kind} w:id='2'>{text}</w:{kind}></w:{kind}s>")
    };
    let header = format!("<w:hdr {W}>{}</w:hdr>", p("", &r("Ylätunniste")));
    let calls =
        "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:endnoteReference w:id='2'/></w:r>";
    let body = p("<w:pStyle w:val='Otsikko1'/>", &r("Säilytys"))
        + &p(&listed("1", "0"), &(r("Vuosi") + calls));
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    // Where each kind of part stands, and how the relationship names it: "" where there is none.
    let cases = [
        ("word/document.xml", "word/", ""),
        ("word/document.xml", "word/oma-", "oma-"),
        ("word/document.xml", "toinen/", "/toinen/"),
        ("teksti.xml", "", ""),
        ("teksti.xml", "toinen/", "toinen/"),
    ];
    for (main, place, target) in cases {
        let kinds = ["styles", "numbering", "footnotes", "endnotes", "header"];
        let related = kinds.iter().filter(|kind| !target.is_empty() || **kind == "header");
        let related: Vec<String> = related
            .map(|kind| {
                let target =
                    if target.is_empty() { format!("/{place}") } else { target.to_owned() };
                format!("<Relationship Type='x/{kind}' Target='{target}{kind}.xml'/>")
            })
            .collect();
        let related = format!("<Relationships>{}</Relationships>", related.concat());
        let (folder, name) = main.rsplit_once('/').map_or(("", main), |(f, n)| (f, n));
        let slash = if folder.is_empty() { "" } else { "/" };
        let to_main = format!(
            "<Relationships><Relationship Type='x/officeDocument' Target='{main}'/></Relationships>"
        );
        let bytes = zipped(&[
            ("[Content_Types].xml", "<Types/>"),
            ("_rels/.rels", &to_main),
            (main, &document),
            ("word/media/1.png", ""),
            (&format!("{folder}{slash}_rels/{name}.rels"), &related),
            (&format!("{place}styles.xml"), &styles),
            (&format!("{place}numbering.xml"), &numbering),
            (&format!("{place}footnotes.xml"), &note("footnote")),
            (&format!("{place}endnotes.xml"), &note("endnote")),
            (&format!("{place}header.xml"), &header),
        ]);
        let seen = lines(&bytes);
        assert_eq!(seen, "1 Säilytys|1. Vuosi|footnote|endnote", "{main} {place} {target}");
        let extracted = extract(&bytes, "a", &Limits::default()).expect("text");
        let text = layout::script(extracted).text;
        assert!(text.contains("Ylätunniste"), "{main} {place} {target}: {text}");
    }
}

#[test]
fn the_same_of_open_documents() {
    let list = |items: &str| format!("<text:list text:style-name='L'>{items}</text:list>");
    let cases = [
        ("<text:h text:outline-level='2'>Säilytys</text:h><text:p>Vuosi</text:p>".to_owned(), "2 Säilytys|Vuosi"),
        (
            list("<text:list-item><text:p>x</text:p><text:list><text:list-item><text:p>y</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>z</text:p></text:list-item>"),
            "1. x|1.1 y|2. z",
        ),
        (
            list("<text:list-item><text:h text:outline-level='1'>x</text:h></text:list-item>")
                + &list("<text:list-item><text:h text:outline-level='1'>y</text:h></text:list-item>").replace("'L'", "'L' text:continue-numbering='true'"),
            "1 1. x||1 2. y",
        ),
        ("<text:tracked-changes><text:p>vanha</text:p></text:tracked-changes><text:p>uusi<text:span text:style-name='H'>piilo</text:span></text:p>".to_owned(), "uusi"),
        ("<text:p><text:span text:style-name='B'>Säilytys</text:span><text:line-break/>Vuosi<text:s text:c='9999999'/>3</text:p>".to_owned(), "(bold) Säilytys|Vuosi 3"),
        ("<office:forms><form:form><form:checkbox form:id='c' form:current-state='checked'/></form:form></office:forms><text:p><draw:control draw:control='c'/>Kyllä</text:p>".to_owned(), "☒ Kyllä"),
        ("<text:p>Teksti<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Alaviite</text:p></text:note-body></text:note><office:annotation><text:p>huomautus</text:p></office:annotation></text:p>".to_owned(), "Teksti|Alaviite"),
        ("<text:section text:display='none'><text:p>piilo</text:p></text:section><text:section><text:p>näkyy</text:p></text:section>".to_owned(), "näkyy"),
        ("<text:section text:display='condition' text:condition='1' text:is-hidden='true'><text:p>piilo</text:p></text:section><text:section text:display='condition' text:condition='0' text:is-hidden='false'><text:p>näkyy</text:p></text:section>".to_owned(), "näkyy"),
        ("<text:p>piilo<text:span><text:hidden-paragraph text:condition='1' text:is-hidden='true'/></text:span></text:p><text:p>näkyy<text:hidden-paragraph text:condition='0' text:is-hidden='false'/></text:p>".to_owned(), "näkyy"),
        ("<text:p>Teksti<draw:frame><draw:text-box><text:p>Laatikko</text:p></draw:text-box></draw:frame></text:p>".to_owned(), "Teksti|Laatikko"),
        ("<table:table><table:table-row><table:table-cell><text:p>Säilytys</text:p></table:table-cell><table:table-cell><text:p>Vuosi</text:p></table:table-cell></table:table-row></table:table>".to_owned(), "L Säilytys||Vuosi"),
        ("<text:table-of-content><text:p>Säilytys 3</text:p></text:table-of-content><text:p>Vuosi</text:p>".to_owned(), "Vuosi"),
    ];
    for (body, expected) in cases {
        assert_eq!(lines(&odt(&body)), expected, "{body}");
    }
}

#[test]
fn what_is_broken_locked_or_hostile_ends_soon_and_says_why() {
    let good = docx(&p("", &r("Teksti")));
    let locked =
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &utf16("EncryptedPackage")].concat();
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &utf16("WordDocument")].concat();
    let laughs = "<!DOCTYPE w [<!ENTITY a 'hihi'><!ENTITY b '&a;&a;&a;&a;'>]>".to_owned();
    let laughs = laughs
        + &format!(
            "<w:document {W}><w:body><w:p><w:r><w:t>Vuosi&b;</w:t></w:r></w:p></w:body></w:document>"
        );
    let encrypted = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        (
            "META-INF/manifest.xml",
            "<manifest><file-entry><encryption-data/></file-entry></manifest>",
        ),
        ("content.xml", "\u{1}\u{2}"),
    ]);
    let deep = "<w:sdt><w:sdtContent>".repeat(50_000) + &"</w:sdtContent></w:sdt>".repeat(50_000);
    let boxes = "<w:p><w:r><w:drawing><w:txbxContent>".repeat(45)
        + &p("", &r("Vuosi"))
        + &"</w:txbxContent></w:drawing></w:r></w:p>".repeat(45);
    let frames = |name: &str| {
        format!("<text:p><draw:{name}><draw:text-box>").repeat(45)
            + "<text:p>Vuosi</text:p>"
            + &format!("</draw:text-box></draw:{name}></text:p>").repeat(45)
    };
    let cases: [(&str, Vec<u8>, &str); 18] = [
        ("least number", docx(&p(&listed("4", "0"), &r("Vuosi"))), "-2147483648. Vuosi"),
        ("boxes in boxes", docx(&boxes), "Vuosi"),
        ("frames in frames", odt(&frames("frame")), "Vuosi"),
        ("shapes in shapes", odt(&frames("custom-shape")), "Vuosi"),
        ("cut", good[..good.len() / 2].to_vec(), "Corrupt (DOCX)"),
        ("empty", docx(""), "Empty (DOCX)"),
        (
            "pictures",
            zipped(&[("word/document.xml", "<document/>"), ("word/media/1.png", "")]),
            "NoTextLayer (DOCX)",
        ),
        ("locked", locked, "Encrypted (DOCX)"),
        ("old", old, "Unsupported (DOC)"),
        ("locked ODT", encrypted, "Encrypted (ODT)"),
        ("bomb", zipped(&[("word/document.xml", &" ".repeat(70 << 20))]), "TooLarge (DOCX)"),
        ("laughs", zipped(&[("word/document.xml", &laughs)]), "Vuosi"),
        ("no text", zipped(&[("word/other.xml", "")]), "Corrupt (DOCX)"),
        ("bad XML", zipped(&[("word/document.xml", "<a><b></a>")]), "Corrupt (DOCX)"),
        ("deep", docx(&(deep + &p("", &r("Vuosi")))), "Vuosi"),
        ("many", docx(&"<w:p/>".repeat(600_000)), "Empty (DOCX)"),
        ("sheet", zipped(&[("xl/workbook.xml", "")]), "Unsupported (XLSX)"),
        ("archive", zipped(&[("a.txt", "")]), "Unsupported (ZIP)"),
    ];
    for (name, bytes, expected) in cases {
        let start = Instant::now();
        assert_eq!(lines(&bytes), expected, "{name}");
        assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
    }
}

/// Pages that would keep a browser busy.
#[test]
fn hostile_pages_end_soon() {
    let nested = "<div>".repeat(200_000) + "Vuosi";
    let tables = "<table><tr><td>".repeat(20_000) + "Vuosi";
    let formatted = "<b><i><a href=#>".repeat(30_000) + "Vuosi";
    let misnested = "<b><p>".repeat(20_000) + "Vuosi" + &"</b>".repeat(20_000);
    // Every part is hidden, and something opens every one.
    let opened: Vec<String> = (0..30_000)
        .map(|n| format!("<a href='#n{n}'>x</a><div id='n{n}' hidden>Vuosi</div>"))
        .collect();
    for html in [nested, tables, formatted, misnested, opened.concat()] {
        let start = Instant::now();
        let html = format!("<!DOCTYPE html>{html}");
        let read = lines(html.as_bytes());
        assert!(read.contains("Vuosi") || read == "Timeout (HTML)", "{} …", &html[..40]);
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{}: {:?}",
            &html[..40],
            start.elapsed()
        );
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

proptest::proptest! {
    #[test]
    fn no_damage_panics(at in 0..2000_usize, byte: u8) {
        for mut bytes in [docx(&p(&listed("1", "1"), &r("Teksti"))), odt("<text:p>Teksti</text:p>")] {
            let at = at % bytes.len();
            bytes[at] = byte;
            drop(lines(&bytes));
        }
    }

    #[test]
    fn no_page_panics(html in "[<>/=&;!a-d\"' \\n-]{0,200}") {
        drop(lines(format!("<html>{html}").as_bytes()));
    }
}
