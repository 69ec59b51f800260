//! Lines as `seloste show --stage lines` prints them: role, then text.

use super::*;
use crate::extract::{Limits, extract};
use crate::place::Span;

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

/// The lines of a page: role, then text; `/` where a line is empty.
fn page(html: &str) -> String {
    let script = script(extract(html.as_bytes(), "a.html", &Limits::default()).expect("a page"));
    let lines = script.lines.iter().map(|line| {
        let role = match line.role {
            Role::Body => String::new(),
            Role::Label => "L ".to_owned(),
            Role::Heading(level) => format!("{level} "),
            Role::Furniture => "F ".to_owned(),
        };
        let bold = if line.bold == Some(true) { "(bold) " } else { "" };
        let text = line.span.of(&script.text);
        if text.is_empty() { "/".to_owned() } else { format!("{role}{bold}{text}") }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_page_is_read_without_what_belongs_to_the_site() {
    let notice = "<h1>Tietosuojaseloste</h1><h2>Säilytys</h2><p>Tietoja säilytetään <b>viisi</b>\n vuotta.</p>";
    let expected = "1 Tietosuojaseloste\n/\n2 Säilytys\nTietoja säilytetään viisi vuotta.";
    let site = "<nav><a href=/>Etusivu</a></nav><div class='cookie-notice'><p>Evästeet</p></div>";
    let pages = [
        notice.to_owned(),
        format!("<body>{site}<main><nav>Murupolku</nav>{notice}</main><footer>Kunta</footer>"),
        format!(
            "<body>{site}<header>Kunta</header><div id=content>{notice}</div><footer>Kunta</footer>"
        ),
        format!(
            "<body>{site}<article>{notice}<script>'<p>ei</p>'</script></article><aside>Uutiset</aside>"
        ),
        format!("<body><table><tr><td>{notice}</td></tr></table><template>ei</template>"),
        format!(
            "<body><ul><li><a href=1>Yksi</a><li><a href=2>Kaksi</a><li><a href=3>Kolme</a><li><a href=4>Neljä</a></ul>{notice}"
        ),
        format!("<body><div style='display: none'>ei</div><p hidden>ei</p>{notice}"),
    ];
    for html in pages {
        assert_eq!(page(&html), expected, "{html}");
    }
}

#[test]
fn lists_tables_terms_and_accordions_keep_what_a_reader_sees() {
    let cases = [
        ("<ol start=2><li>Nimi<li><p>Osoite</p></ol>", "2. Nimi\n3. Osoite"),
        ("<ol type=a><li>Nimi</ol><ul><li>Osoite<br>Puhelin</ul>", "a. Nimi\n- Osoite\nPuhelin"),
        ("<ul><li><h2>Säilytys</h2><p>Vuosi</p></ul>", "2 Säilytys\nVuosi"),
        ("<dl><dt>Säilytys<dd>Vuosi</dl>", "L Säilytys\nVuosi"),
        ("<table><tr><th>Säilytys<td>Vuosi</table>", "L Säilytys\n/\nVuosi"),
        (
            "<table><tr><th>Tieto<th>Aika<th>Peruste<tr><td>Nimi<td>1 v<td>Laki</table>",
            "| Tieto | Aika | Peruste |\n| Nimi | 1 v | Laki |",
        ),
        ("<details><summary>Säilytys</summary>Vuosi</details>", "L Säilytys\n/\nVuosi"),
        (
            "<button aria-controls=a>Säilytys</button><div id=a hidden>Vuosi</div>",
            "L Säilytys\n/\nVuosi",
        ),
        (
            "<h3><button aria-expanded=false>Säilytys</button></h3><div class=accordion__panel aria-hidden=true>Vuosi</div>",
            "3 Säilytys\nVuosi",
        ),
        ("<p><strong>Säilytys</strong></p><p>Vuosi</p>", "(bold) Säilytys\n/\nVuosi"),
        ("<input type=checkbox checked> Kyllä <input type=radio> Ei", "☒ Kyllä ☐ Ei"),
        (
            "<a href='mailto:a@esimerkkila.example?subject=x'>Kirjoita</a>",
            "Kirjoita (a@esimerkkila.example)",
        ),
        ("<p>Tieto&shy;suoja &amp; &#167; 5</p><pre>a\n b</pre>", "Tietosuoja & § 5\n/\na\nb"),
        (
            "<p>x</p><!-- seloste: ignore a -- b --><!-- muu -->",
            "x\n/\nF <!-- seloste: ignore a -- b -->",
        ),
    ];
    for (html, expected) in cases {
        assert_eq!(page(html), expected, "{html}");
    }
}

#[test]
fn words_of_a_page_know_their_place_in_the_file() {
    let html = "<p>Rekisterin\r\n  <b>pit&auml;j&auml;</b> on\n   Kunta &amp; muut</p>";
    let script = script(extract(html.as_bytes(), "a.html", &Limits::default()).expect("a page"));
    assert_eq!(script.text, "Rekisterin pitäjä on Kunta & muut");
    assert_eq!(script.source(), Some(html));
    let told = |words: &str| {
        let start = script.text.find(words).expect("the words of the test");
        let span = Span::new(start, start + words.len());
        let place = script.place(span);
        let [line, column, end_line, end_column] =
            [place.line, place.column, place.end_line, place.end_column]
                .map(Option::unwrap_or_default);
        let exact = script.in_source(span).map(|found| found.of(html));
        let around = script.around_in_source(span).map(|found| found.of(html));
        format!("{line}:{column}–{end_line}:{end_column} {exact:?} {around:?}")
    };
    assert_eq!(told("Kunta"), r#"3:4–3:9 Some("Kunta") Some("Kunta")"#);
    assert_eq!(told("unta &"), r#"3:5–3:15 None Some("unta &amp;")"#);
    assert_eq!(told("pitäjä"), r#"2:6–2:22 None Some("pit&auml;j&auml;")"#);
    assert_eq!(
        told("Rekisterin pitäjä"),
        "1:4–2:22 None Some(\"Rekisterin\\r\\n  <b>pit&auml;j&auml;\")"
    );
}

/// The lines of a text file: the line of the file, a mark for labels, then the text; `/` where a line is empty.
fn table(text: &str) -> String {
    let script = script(extract(text.as_bytes(), "a.txt", &Limits::default()).expect("text"));
    let lines = script.lines.iter().map(|line| {
        let number = script.line_number(line.span.start);
        let label = if line.role == Role::Label { "L " } else { "" };
        let text = line.span.of(&script.text);
        format!("{number} {label}{}\n", if text.is_empty() { "/" } else { text })
    });
    lines.collect()
}

#[test]
fn a_table_set_apart_by_blanks_is_read_label_by_label() {
    let text = "\
SELOSTE                       3.4.2024
Tämä rivi kulkee palstojen yli koko sivun leveydeltä.

Rekisterin-     Esimerkkilän kunta
pitäjä          Kuntatie 1

Rekisterin      Lupien käsittely ja
käyttö-         valvonta
tarkoitus

                Toinen kappale samasta asiasta
Tietojen        Ei luoda tietoja muualta.
lähteet ja
luovutukset
";
    insta::assert_snapshot!(table(text), @"
    1 SELOSTE                       3.4.2024
    2 Tämä rivi kulkee palstojen yli koko sivun leveydeltä.
    4 /
    4 L Rekisterinpitäjä
    4 Esimerkkilän kunta
    5 Kuntatie 1
    7 /
    7 L Rekisterin käyttötarkoitus
    7 Lupien käsittely ja
    8 valvonta
    11 /
    11 Toinen kappale samasta asiasta
    12 L Tietojen lähteet ja luovutukset
    12 Ei luoda tietoja muualta.
    15 /
    ");
}

#[test]
fn what_only_looks_like_a_table_keeps_its_lines() {
    let contents = "\
Sisällys
  Rekisteri          1
  Tarkoitus          1
  Tiedot             2
  Lähteet            2
  Saajat             3
  Suojaus            3
  Oikeudet          12";
    let drawn = "\
| Palvelu          |  Sijainti
| Esimerkkipalvelu |  Suomi
| Tuumapalvelu     |  Suomi
| Pilvipalvelu     |  Irlanti
| Lomakepalvelu    |  Ruotsi
| Karttapalvelu    |  Suomi
| Kuvapalvelu      |  Suomi";
    for text in [contents, drawn] {
        let own = text.lines().enumerate().map(|(at, line)| format!("{} {line}\n", at + 1));
        assert_eq!(table(text), own.collect::<String>());
    }
}
