//! Conversations with the language server, as editors have them. The snapshots were read by a person before they were
//! kept.

mod client;

use std::fmt::Write as _;

use client::{Client, uri};
use serde_json::{Value, json};

const AS_OF: &[&str] = &["--as-of", "2026-11-22"];

/// A notice of an invented association. Before the repealed act stand letters and signs that take one, two and four
/// bytes, and one or two UTF-16 units.
const NOTICE: &str = "# Tietosuojaseloste

Päivitetty 1.3.2025

## 1. Rekisterinpitäjä

Esimerkkilän soutajat ry, Rantatie 1, 00000 Esimerkkilä
soutajat@esimerkkila.example

## 2. Rekisterin nimi

Jäsenrekisteri 😀 äö: perustettu aikanaan henkilötietolain (523/1999) nojalla.

### 2.1 Rekisterin tietosisältö

Nimi, osoite ja sähköpostiosoite.

## 3. Käsittelyn tarkoitus ja oikeusperuste

Jäsenyyden hoitaminen. Oikeusperuste on sopimus (6 artiklan 1 kohdan b alakohta).

## 4. Säilytysaika

Tietoja säilytetään, kunnes jäsenyys on päättynyt ja kaksi vuotta sen jälkeen.

## 5. Rekisteröidyn oikeudet

Jäsenellä on oikeus valittaa tietosuojavaltuutetulle.
";

/// What an editor of today can do.
fn editor() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "tagSupport": { "valueSet": [1, 2] } },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
        },
        "workspace": {
            "workspaceEdit": { "documentChanges": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        },
    })
}

fn folder(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    std::fs::write(folder.path().join("seloste.toml"), config).expect("the choices");
    folder
}

/// The text that a range of UTF-16 units covers: counted here anew, not by the program.
fn covered<'a>(text: &'a str, range: &Value) -> &'a str {
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let byte = |at: &Value| {
        let (line, units) = (number(&at["line"]), number(&at["character"]));
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let mut left = units;
        let within = text[start..].char_indices().find(|(_, c)| {
            let is_there = left == 0;
            left = left.saturating_sub(c.len_utf16());
            is_there
        });
        start + within.map_or(text.len() - start, |(at, _)| at)
    };
    &text[byte(&range["start"])..byte(&range["end"])]
}

/// Diagnostics as a person sees them: the words underlined, the level, the rule, the message.
fn shown(text: &str, published: &Value) -> String {
    let mut out = String::new();
    for found in published["diagnostics"].as_array().expect("diagnostics") {
        assert_eq!(found["source"], "seloste");
        let level = ["", "error", "warning", "information", "hint"];
        let level = level[usize::try_from(found["severity"].as_u64().unwrap_or(0)).expect("small")];
        let words = covered(text, &found["range"]).replace('\n', "⏎");
        let tags = match found["tags"][0].as_u64() {
            Some(1) => " (unnecessary)",
            Some(2) => " (deprecated)",
            _ => "",
        };
        let code = found["code"].as_str().unwrap_or_default();
        let _ = writeln!(
            out,
            "{level}[{code}]{tags} “{words}”\n  {}",
            found["message"].as_str().expect("words")
        );
        for related in found["relatedInformation"].as_array().into_iter().flatten() {
            let words = covered(text, &related["location"]["range"]).replace('\n', "⏎");
            let _ = writeln!(out, "  + “{words}” {}", related["message"].as_str().expect("words"));
        }
    }
    out
}

/// An outline as a person sees it.
fn outline(symbols: &Value, depth: usize, out: &mut String) {
    for symbol in symbols.as_array().into_iter().flatten() {
        let at = |place: &Value| format!("{}:{}", place["line"], place["character"]);
        let range = &symbol["range"];
        let (name, kinds) = (&symbol["name"], &symbol["detail"]);
        let (start, end) = (at(&range["start"]), at(&range["end"]));
        let indent = "  ".repeat(depth);
        let _ = writeln!(
            out,
            "{indent}{} [{}] {start}–{end}",
            name.as_str().expect("a name"),
            kinds.as_str().expect("kinds")
        );
        outline(&symbol["children"], depth + 1, out);
    }
}

/// The text after the edits of an action.
fn after(text: &str, action: &Value) -> String {
    let edits = &action["edit"]["documentChanges"][0]["edits"];
    let [edit] = edits.as_array().expect("edits").as_slice() else { panic!("one edit: {edits}") };
    let range = &edit["range"];
    let start =
        covered(text, &json!({ "start": { "line": 0, "character": 0 }, "end": range["start"] }))
            .len();
    let end = start + covered(text, range).len();
    format!("{}{}{}", &text[..start], edit["newText"].as_str().expect("words"), &text[end..])
}

fn position_of(text: &str, words: &str) -> Value {
    let at = text.find(words).expect("the words stand there");
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    json!({ "line": line, "character": text[start..at].encode_utf16().count() })
}

#[test]
fn a_conversation_from_greeting_to_farewell() {
    let folder = folder("language = \"en\"\n[rules]\nignore = [\"art14\"]\n");
    let (mut client, can) = Client::introduced(folder.path(), AS_OF, &editor());
    assert_eq!(can["positionEncoding"], "utf-16");
    assert_eq!(can["hoverProvider"], true);
    let watching = client.wait(|said| said["method"] == "client/registerCapability");
    client.send(&json!({ "jsonrpc": "2.0", "id": watching["id"], "result": null }));

    let file = uri(folder.path(), "seloste.md");
    client.open(&file, "markdown", NOTICE);
    let published = client.published();
    assert_eq!(published["uri"], file.as_str());
    assert_eq!(published["version"], 1);
    insta::assert_snapshot!("diagnostics", shown(NOTICE, &published));

    let document = json!({ "uri": file });
    let at = position_of(NOTICE, "(523/1999)");
    let hover =
        client.ask("textDocument/hover", &json!({ "textDocument": document, "position": at }));
    let hover = &hover["result"];
    assert_eq!(covered(NOTICE, &hover["range"]), "henkilötietolain (523/1999)");
    insta::assert_snapshot!("hover", hover["contents"]["value"].as_str().expect("an explanation"));

    let symbols = client.ask("textDocument/documentSymbol", &json!({ "textDocument": document }));
    let mut tree = String::new();
    outline(&symbols["result"], 0, &mut tree);
    insta::assert_snapshot!("outline", tree);

    let params = json!({ "textDocument": document, "range": { "start": at, "end": at }, "context": { "diagnostics": [] } });
    let actions = client.ask("textDocument/codeAction", &params);
    let actions = actions["result"].as_array().expect("actions");
    let titles: Vec<_> =
        actions.iter().map(|action| action["title"].as_str().expect("a title")).collect();
    insta::assert_snapshot!("actions", titles.join("\n"));
    let aside = actions
        .iter()
        .find(|action| action["title"].as_str().is_some_and(|title| title.contains("aside")));
    let with_comment = after(NOTICE, aside.expect("a way to put it aside"));
    let line = "## 2. Rekisterin nimi\n<!-- seloste: ignore kumottu-saados -- … -->\n";
    assert!(with_comment.contains(line), "{with_comment}");

    // The comment is written, then its reason in place of the sign that stands for it.
    let below = json!({ "line": 11, "character": 0 });
    let below = json!({ "start": { "line": 10, "character": 0 }, "end": below });
    let comment = "<!-- seloste: ignore kumottu-saados -- … -->\n\n";
    let changes = json!([{ "range": below, "text": comment }]);
    let version = json!({ "uri": file, "version": 2 });
    client.tell(
        "textDocument/didChange",
        &json!({ "textDocument": version, "contentChanges": changes }),
    );
    let text = NOTICE.replacen("nimi\n\n", &format!("nimi\n{comment}"), 1);
    let published = client.published();
    assert_eq!(published["version"], 2);
    let codes = shown(&text, &published);
    assert!(
        codes.contains("kumottu-saados") && codes.contains("ohitus-ilman-perustelua"),
        "{codes}"
    );
    let sign = position_of(&text, "…");
    let end = json!({ "line": sign["line"], "character": sign["character"].as_u64().expect("a number") + 1 });
    let changes =
        json!([{ "range": { "start": sign, "end": end }, "text": "Rekisterin nimi on vanha" }]);
    let version = json!({ "uri": file, "version": 3 });
    client.tell(
        "textDocument/didChange",
        &json!({ "textDocument": version, "contentChanges": changes }),
    );
    let text = text.replacen('…', "Rekisterin nimi on vanha", 1);
    let codes = shown(&text, &client.published());
    assert!(!codes.contains("kumottu-saados") && !codes.contains("ohitus"), "{codes}");

    client.tell("textDocument/didClose", &json!({ "textDocument": document }));
    let published = client.published();
    assert_eq!((&published["uri"], &published["diagnostics"]), (&json!(file), &json!([])));
    assert_eq!(client.leave(), Some(0));
}

#[test]
fn positions_are_bytes_for_a_client_that_counts_them() {
    let folder = folder("[rules]\nselect = [\"kumottu-saados\"]\n");
    let mut can = editor();
    can["general"]["positionEncodings"] = json!(["utf-8", "utf-16"]);
    let (mut client, can) = Client::introduced(folder.path(), AS_OF, &can);
    assert_eq!(can["positionEncoding"], "utf-8");
    client.open(&uri(folder.path(), "a.md"), "markdown", NOTICE);
    let published = client.published();
    let at = NOTICE.find("henkilötietolain").expect("the act");
    let start = NOTICE[..at].rfind('\n').expect("a line") + 1;
    let range = &published["diagnostics"][0]["range"];
    assert_eq!(range["start"]["character"], at - start, "{published}");
    assert_eq!(client.leave(), Some(0));
}

/// Places in the choices are counted as those in a notice are.
#[test]
fn positions_in_the_choices_are_counted_as_agreed() {
    let config = "ignore = [{ path = [\"ä😀.md\"], rule = \"C74\" }, { path = [\"b.md\"], rule = \"art14\" }]\n";
    let at = config.find("{ path = [\"b.md").expect("the second entry");
    let units = config[..at].encode_utf16().count();
    for (encodings, start) in [(json!(["utf-8"]), at), (json!(["utf-16"]), units)] {
        let folder = folder(config);
        let mut can = editor();
        can["general"]["positionEncodings"] = encodings;
        let (mut client, _) = Client::introduced(folder.path(), AS_OF, &can);
        client.open(&uri(folder.path(), "a.md"), "markdown", NOTICE);
        let choices = uri(folder.path(), "seloste.toml");
        let told = client.wait(|said| said["params"]["uri"] == choices.as_str());
        let second = &told["params"]["diagnostics"][1];
        assert_eq!(second["code"], "ohitus-ilman-perustelua", "{told}");
        assert_eq!(second["range"]["start"]["character"], start, "{told}");
        assert_eq!(client.leave(), Some(0));
    }
}

#[test]
fn a_client_that_fetches_is_told_nothing_unasked() {
    let folder = folder("[rules]\nselect = [\"kumottu-saados\"]\n");
    let mut can = editor();
    can["textDocument"]["diagnostic"] = json!({});
    let (mut client, can) = Client::introduced(folder.path(), AS_OF, &can);
    assert!(can["diagnosticProvider"].is_object(), "{can}");
    let file = uri(folder.path(), "a.md");
    client.open(&file, "markdown", NOTICE);
    let pull = json!({ "textDocument": { "uri": file } });
    let answer = client.ask("textDocument/diagnostic", &pull);
    assert_eq!(answer["result"]["kind"], "full");
    assert_eq!(answer["result"]["items"][0]["code"], "kumottu-saados");
    assert_eq!(client.leave(), Some(0));
}

/// What is wrong with the choices is told where they are written, and the notice does not look clean meanwhile.
#[test]
fn a_mistake_in_the_choices_is_told_in_their_file() {
    let folder = folder("fail-onn = \"note\"\n");
    let (mut client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    client.open(&uri(folder.path(), "a.md"), "markdown", NOTICE);
    let told = [client.published(), client.published()];
    let [choices, notice] = [uri(folder.path(), "seloste.toml"), uri(folder.path(), "a.md")]
        .map(|uri| told.iter().find(|said| said["uri"] == uri.as_str()).expect("told"));
    let mistake = choices["diagnostics"][0]["message"].as_str().expect("words");
    assert!(mistake.contains("fail-onn"), "{mistake}");
    assert_eq!(notice["diagnostics"][0]["code"], "ei-tutkittu");

    // Whoever opens the file, saves it as it was or closes it has not mended it.
    let document = json!({ "uri": choices["uri"] });
    client.open(choices["uri"].as_str().expect("an address"), "toml", "fail-onn = \"note\"\n");
    client.tell("textDocument/didSave", &json!({ "textDocument": document }));
    assert_eq!(&client.published(), notice, "the notice alone is told of anew");
    client.tell("textDocument/didClose", &json!({ "textDocument": document }));
    assert_eq!(&client.published(), choices);

    std::fs::write(folder.path().join("seloste.toml"), "[rules]\nselect = [\"kumottu-saados\"]\n")
        .expect("mended");
    client.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [] }));
    let told = [client.published(), client.published()];
    let of = |name: &str| {
        let uri = uri(folder.path(), name);
        &told.iter().find(|said| said["uri"] == uri.as_str()).expect("told")["diagnostics"]
    };
    assert_eq!(of("seloste.toml"), &json!([]));
    assert_eq!(of("a.md")[0]["code"], "kumottu-saados");
    assert_eq!(client.leave(), Some(0));
}

#[test]
fn what_is_odd_is_answered_and_ends_nothing() {
    let folder = folder("");
    let mut client = Client::start(folder.path(), AS_OF);
    let code = |answer: &Value| answer["error"]["code"].as_i64();
    assert_eq!(code(&client.ask("textDocument/hover", &json!({}))), Some(-32002), "too early");
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    assert!(client.ask("initialize", &params)["result"]["capabilities"].is_object());
    assert_eq!(code(&client.ask("initialize", &params)), Some(-32600), "twice");
    client.send_raw("Content-Length: 9\r\n\r\n{nonsense");
    let refused = client.next();
    assert_eq!((code(&refused), &refused["id"]), (Some(-32700), &Value::Null));
    client.send_raw("Content-Length: 23\r\n\r\n{\"id\":77,\"jsonrpc\":\"2\"}");
    let refused = client.next();
    assert_eq!((code(&refused), &refused["id"]), (Some(-32600), &json!(77)));
    assert_eq!(
        code(&client.ask("textDocument/hover", &json!({ "textDocument": 5 }))),
        Some(-32602)
    );
    assert_eq!(code(&client.ask("textDocument/typeDefinition", &json!({}))), Some(-32601));
    client.tell("textDocument/didOpen", &json!("what"));
    assert_eq!(client.next()["method"], "window/logMessage");
    let nowhere = json!({ "textDocument": { "uri": "file:///no/where.md" }, "position": { "line": 9, "character": 9 } });
    assert_eq!(client.ask("textDocument/hover", &nowhere)["result"], Value::Null);
    client.tell(
        "textDocument/didClose",
        &json!({ "textDocument": { "uri": "file:///no/where.md" } }),
    );
    assert_eq!(client.ask("shutdown", &Value::Null)["result"], Value::Null);
    assert_eq!(code(&client.ask("shutdown", &Value::Null)), Some(-32600), "shut down already");
    client.tell("exit", &Value::Null);
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn a_request_taken_back_before_its_turn_is_answered_as_such() {
    let folder = folder("");
    let (mut client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    let file = uri(folder.path(), "a.md");
    client.open(&file, "markdown", NOTICE);
    // All in one write: the server reads ahead while it looks at the notice.
    let frame = |message: Value| {
        let body = message.to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    let symbols = json!({ "jsonrpc": "2.0", "id": 50, "method": "textDocument/documentSymbol", "params": { "textDocument": { "uri": file } } });
    let again = json!({ "jsonrpc": "2.0", "id": 51, "method": "textDocument/documentSymbol", "params": { "textDocument": { "uri": file } } });
    let cancel = json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": 51 } });
    client.send_raw(&[frame(symbols), frame(again), frame(cancel)].concat());
    assert!(client.wait(|said| said["id"] == 50)["result"].is_array());
    assert_eq!(client.wait(|said| said["id"] == 51)["error"]["code"], -32800);
    assert_eq!(client.leave(), Some(0));
}

#[test]
fn whoever_leaves_without_shutdown_gets_an_error() {
    let folder = folder("");
    let (mut client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    client.tell("exit", &Value::Null);
    assert_eq!(client.ended(), Some(1));
    let (client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    assert_eq!(client.vanish(), Some(1));
}

#[test]
fn an_old_client_gets_what_it_can_show() {
    let folder = folder("language = \"sv\"\n[rules]\nselect = [\"kumottu-saados\"]\n");
    let can = json!({ "textDocument": { "hover": { "contentFormat": ["plaintext"] } } });
    let (mut client, can) = Client::introduced(folder.path(), AS_OF, &can);
    assert_eq!(can["positionEncoding"], "utf-16");
    // A document that was never saved has no file; the folder that is open tells the choices.
    client.open("untitled:Untitled-1", "markdown", NOTICE);
    let published = client.published();
    let found = &published["diagnostics"][0];
    assert_eq!(found["code"], "kumottu-saados");
    assert_eq!((&found["tags"], &found["relatedInformation"]), (&Value::Null, &Value::Null));
    let document = json!({ "uri": "untitled:Untitled-1" });
    let symbols = client.ask("textDocument/documentSymbol", &json!({ "textDocument": document }));
    assert_eq!(symbols["result"][0]["location"]["uri"], "untitled:Untitled-1");
    let at = position_of(NOTICE, "(523/1999)");
    let hover =
        client.ask("textDocument/hover", &json!({ "textDocument": document, "position": at }));
    let contents = &hover["result"]["contents"];
    assert_eq!(contents["kind"], "plaintext");
    let told = contents["value"].as_str().expect("words");
    assert!(told.contains("Anvisning: ") && !told.contains('*'), "{told}");
    let params = json!({ "textDocument": document, "range": { "start": at, "end": at }, "context": { "diagnostics": [] } });
    let actions = client.ask("textDocument/codeAction", &params);
    let edits = &actions["result"][0]["edit"]["changes"]["untitled:Untitled-1"];
    assert!(edits.is_array(), "{actions}");
    assert_eq!(client.leave(), Some(0));
}

#[test]
fn a_document_that_cannot_be_examined_does_not_look_clean() {
    let folder = folder("exclude = [\"README.md\"]\n");
    let (mut client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    client.open(&uri(folder.path(), "tyhja.md"), "markdown", "\n\n");
    assert_eq!(client.published()["diagnostics"][0]["code"], "ei-tutkittu");
    client.open(&uri(folder.path(), "README.md"), "markdown", NOTICE);
    assert_eq!(client.published()["diagnostics"], json!([]));
    assert_eq!(client.leave(), Some(0));
}

#[test]
fn a_repair_is_written_where_the_fault_stands() {
    let folder = folder("language = \"en\"\n");
    let (mut client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    let file = uri(folder.path(), "a.md");
    let text = NOTICE
        .replace("tietosuojavaltuutetulle.", "😀 tietosuojavaltuutetulle, PL 800, 00521 Helsinki.");
    // Some editors send the mark of an encoding with the text.
    let text = format!("\u{feff}{text}");
    client.open(&file, "markdown", &text);
    let at = position_of(&text, "521 Helsinki");
    let mut actions = |only: &Value| {
        let context = json!({ "diagnostics": [], "only": only });
        let params = json!({ "textDocument": { "uri": file }, "range": { "start": at, "end": at }, "context": context });
        client.ask("textDocument/codeAction", &params)["result"].clone()
    };
    let quick = actions(&json!(["quickfix"]));
    assert_eq!(
        (&quick[0]["title"], &quick[0]["isPreferred"]),
        (&json!("Write “00531 Helsinki”"), &json!(true))
    );
    assert_eq!(quick[0]["diagnostics"][0]["code"], "vanhentunut-yhteystieto");
    let mended = text.replace("00521", "00531");
    assert_eq!(after(&text, &quick[0]), mended);
    let all = actions(&json!(["source.fixAll"]));
    assert_eq!(all[0]["kind"], "source.fixAll.seloste");
    assert_eq!(after(&text, &all[0]), mended);
    assert_eq!(actions(&json!(["refactor"])), json!([]));
    assert_eq!(client.leave(), Some(0));
}

/// The same in HTML, where words have names for letters and marks between them.
#[test]
fn places_in_html_are_those_of_its_source() {
    let folder = folder(
        "language = \"en\"\n[rules]\nselect = [\"kumottu-saados\", \"vanhentunut-yhteystieto\"]\n",
    );
    let (mut client, _) = Client::introduced(folder.path(), AS_OF, &editor());
    let file = uri(folder.path(), "a.html");
    let text = "<!DOCTYPE html>
<html lang=\"fi\"><title>Tietosuojaseloste</title>
<h1>Tietosuojaseloste</h1>
<h2>1. Rekisterinpit&auml;j&auml;</h2>
<p>Esimerkkilän soutajat ry, Rantatie 1, 00000 Esimerkkilä</p>
<h2>2. Rekisterin nimi</h2>
<p>Jäsenrekisteri 😀 on perustettu <em>henkil&ouml;tietolain</em> (523/1999) nojalla.</p>
<h2>3. Valitusoikeus</h2>
<p>😀 Tietosuojavaltuutettu, PL 800, 00521 Helsinki</p>
</html>
";
    client.open(&file, "html", text);
    insta::assert_snapshot!("diagnostics_of_html", shown(text, &client.published()));
    let document = json!({ "uri": file });
    let symbols = client.ask("textDocument/documentSymbol", &json!({ "textDocument": document }));
    let mut tree = String::new();
    outline(&symbols["result"], 0, &mut tree);
    insta::assert_snapshot!("outline_of_html", tree);

    let mut actions = |words: &str| {
        let at = position_of(text, words);
        let context = json!({ "diagnostics": [], "only": ["quickfix"] });
        let params = json!({ "textDocument": document, "range": { "start": at, "end": at }, "context": context });
        client.ask("textDocument/codeAction", &params)["result"].clone()
    };
    assert_eq!(after(text, &actions("00521")[0]), text.replace("00521", "00531"));
    let aside = after(text, &actions("(523/1999)")[0]);
    let comment = "<h2>2. Rekisterin nimi</h2>\n<!-- seloste: ignore kumottu-saados -- … -->\n<p>";
    assert!(aside.contains(comment), "{aside}");
    let change = json!([{ "text": aside.replace('…', "Rekisterin nimi on vanha") }]);
    let version = json!({ "uri": file, "version": 2 });
    client.tell(
        "textDocument/didChange",
        &json!({ "textDocument": version, "contentChanges": change }),
    );
    let left = client.published();
    assert_eq!(left["diagnostics"].as_array().map(Vec::len), Some(1), "{left}");
    assert_eq!(client.leave(), Some(0));
}
