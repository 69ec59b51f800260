#!/usr/bin/env python3
"""Makes the notices of this folder anew as web pages of four makes, and as DOCX and ODT through LibreOffice.

    python3 corpus/make_office.py SELOSTE      (the built program; needs soffice)

Writes tests/office/SLUG.{html,docx,odt}. The headings are those that seloste finds in the text.
"""
import html
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent
OUT = ROOT.parent / "tests" / "office"
MAKES = {
    "seurakunta-diakonia": "plain",
    "verkkokauppa-kuvittelu": "accordion",
    "oppilasrekisteri-numerointi": "table",
    "hyvinvointialue-kenttalomake": "table",
    "varhaiskasvatus-esimerkkila": "site",
    "biblioteket-exempelby": "site",
    "student-housing-en": "accordion",
    "vuokra-asunnot-vanhat-sanat": "plain",
}


def sections(seloste, path):
    """The title with the lines before the first heading, then heading and lines of each section."""
    report = subprocess.run([seloste, "check", str(path), "--format", "json", "--exit-zero"], capture_output=True, check=True)
    document = json.loads(report.stdout)["documents"][0]
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [section["place"]["line"] - 1 for section in document["sections"]]
    yield document["title"], lines[: starts[0]]
    for section, start, end in zip(document["sections"], starts, starts[1:] + [len(lines)]):
        yield section, lines[start:end]


def split(section, lines):
    """Heading and body: the heading may be wrapped, or have its text on the same line."""
    heading, size, taken = section["heading"], len("".join(section["heading"].split())), 0
    for number, line in enumerate(lines):
        at = line.find(heading)
        if at >= 0:
            end = at + len(heading)
            return line[:end].strip(), [line[end:].lstrip(" :\t")] + lines[number + 1 :]
        taken += len("".join(line.split()))
        if taken >= size:
            return f"{section['number']}. {heading}" if section["number"] else heading, lines[number + 1 :]
    return heading, []


def blocks(lines):
    """Paragraphs, and lists of what begins with a dash."""
    out, items = [], []

    def close():
        if items:
            out.append("<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>")
            items.clear()

    for line in lines:
        words = html.escape(line.strip(), quote=False)
        if words[:2] in ("- ", "• "):
            items.append(words[2:])
        elif items and line.startswith("  ") and words:
            items[-1] += " " + words
        elif words:
            close()
            out.append(f"<p>{words}</p>")
        else:
            close()
            out.append(None)
    close()
    # Lines that stand together are one paragraph with line ends.
    joined = []
    for block in out:
        if block and block.startswith("<p>") and joined and joined[-1] and joined[-1].startswith("<p>"):
            joined[-1] = joined[-1][:-4] + "<br>\n" + block[3:]
        else:
            joined.append(block)
    return "\n".join(block for block in joined if block)


def page(make, slug, parts):
    title, body = "", []
    for section, lines in parts:
        if not isinstance(section, dict):
            title = section or ""
            at = next((n for n, line in enumerate(lines) if line.strip() and line.strip() in title), None)
            if at is None:
                body.append(blocks(lines))
            else:
                body.append(f"{blocks(lines[:at])}\n<h1>{html.escape(lines[at].strip())}</h1>\n{blocks(lines[at + 1:])}")
            continue
        heading, rest = split(section, lines)
        heading, text = html.escape(heading, quote=False), blocks(rest)
        level = section["level"] + 1
        number = len(body)
        if make == "accordion":
            body.append(f'<h{level}><button aria-expanded="false" aria-controls="p{number}">{heading}</button></h{level}>\n<div id="p{number}" class="accordion__panel" hidden>\n{text}\n</div>')
        elif make == "table":
            body.append(f"<tr><th>{heading}</th><td>{text}</td></tr>")
        else:
            body.append(f"<h{level}>{heading}</h{level}>\n{text}")
    if make == "table":
        body = [body[0], "<table>", *body[1:], "</table>"]
    inside = "\n".join(body)
    if make == "site":
        inside = f"""<a class="skip-link" href="#content">Siirry sisältöön</a>
<div id="cookie-consent" role="dialog"><h2>Evästeet</h2><p>Käytämme evästeitä. Tietoja säilytetään kaksi vuotta.</p><button>Hyväksy</button></div>
<header class="site-header"><nav><ul><li><a href="/">Etusivu</a></li><li><a href="/palvelut">Palvelut</a></li></ul></nav></header>
<div class="layout"><aside><h2>Uutiset</h2><p>Henkilötietolaki (523/1999) kumottiin. 1.2.2020</p></aside>
<main id="content"><nav aria-label="Murupolku"><a href="/">Etusivu</a></nav>
<article>{inside}</article></main></div>
<footer><h2>Ota yhteyttä</h2><p>Vaihde 000 000 0000</p></footer><script>var rekisteri = "<h2>ei</h2>";</script>"""
    return f'<!DOCTYPE html>\n<html lang="fi"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>\n<body>\n{inside}\n</body></html>\n'


def main(seloste):
    OUT.mkdir(exist_ok=True)
    for slug, make in MAKES.items():
        notice = ROOT / slug / "notice.txt"
        parts = list(sections(seloste, notice))
        (OUT / f"{slug}.html").write_text(page(make, slug, parts), encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            plain = pathlib.Path(folder) / f"{slug}.html"
            plain.write_text(page("table" if make == "table" else "plain", slug, parts), encoding="utf-8")
            for kind, filter_ in (("odt", "odt:writer8"), ("docx", "docx:Office Open XML Text")):
                subprocess.run(["soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", filter_, "--outdir", str(OUT), str(plain)], check=True, capture_output=True)


if __name__ == "__main__":
    main(sys.argv[1])
