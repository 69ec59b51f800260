#!/usr/bin/env python3
"""Draws notice.pdf for some of the notices of this folder, with several producers.

    python3 corpus/make_pdfs.py [NAME ...]      all of them, or the ones named
    python3 corpus/make_pdfs.py --check         only compares the words of each PDF with its notice

Needs, on Debian: apt-get install libreoffice-writer chromium poppler-utils texlive-latex-base lmodern
fonts-liberation fonts-dejavu-core; and pip install typst reportlab weasyprint. A producer that is missing is
reported and its notices are left as they are. What a PDF says comes from its notice alone; the headings are those
of expected.json. The PDFs in the repository are kept: remake one only when its notice changes.
"""
import html, importlib.util, json, os, pathlib, re, shutil, subprocess, sys, tempfile, zipfile

HERE = pathlib.Path(__file__).resolve().parent
ENV = dict(os.environ, SOURCE_DATE_EPOCH="1767225600")

# name: (producer, layout, options)
#   layout  plain | table (heading in the left column) | boxes (drawn tick boxes) | form (label and value)
#   join    a line at least this long continues on the next one; shorter ones keep their break
#   header  a line of the notice that is a running header: a pattern; it is drawn on every page
JOBS = {
    "varhaiskasvatus-esimerkkila": ("libreoffice", "plain", {"footer": True}),
    "tyollisyyspalvelut-taulukko": ("libreoffice", "table", {"join": 62, "header": r"Tietosuojaseloste \d/\d"}),
    "rekisteriseloste-hammashoitola": ("libreoffice", "table", {}),
    "hyvinvointialue-kenttalomake": ("libreoffice", "form", {}),
    "verkkokauppa-kuvittelu": ("chromium", "plain", {"css": "body{font:10.5pt 'Liberation Sans'} h2{color:#7a2e1d}"}),
    "ministerio-hankeavustus": ("chromium", "plain", {"css": "body{font:11pt 'Liberation Serif'} h1{font-size:17pt}"}),
    "biblioteket-exempelby": ("weasyprint", "plain", {"footer": True}),
    "rastilomake-tyopaja": ("weasyprint", "boxes", {"header": r"TIETOSUOJASELOSTE \d \(\d\)"}),
    "selkokieli-omaishoito": ("weasyprint", "plain", {"css": "body{font-size:14pt;line-height:1.5} h1{font-size:20pt}"}),
    "jasenrekisteri-soutajat": ("typst", "plain", {"footer": True}),
    "student-housing-en": ("typst", "plain", {}),
    "tutkimusrekisteri-kuvittelu": ("latex", "plain", {}),
    "oppilasrekisteri-numerointi": ("latex", "plain", {"header": r"(Kuvittelun kaupunki +Tietosuojaseloste|Opetuspalvelut +1\.8\.2024)"}),
    "kameravalvonta-taloyhtio": ("reportlab", "plain", {"header": r"Tietosuojaseloste +\d \(\d\)"}),
    "seurakunta-diakonia": ("reportlab", "plain", {}),
}
BULLET = re.compile(r"^(?:[-–•▪]|o(?= ))\s+|^(?=\d\.\s\D)")
BOX = re.compile(r"^(Ei|Kyllä, .*:|Rekisteröidyn suostumus|Sopimuksen täytäntöönpano|Lakisääteinen velvoite|Elintärkeä etu|Yleistä etua koskeva .*)$")


def blocks(name, options):
    """The notice as [kind, text]: title, h (heading), p (paragraph; its lines), li (list item), box."""
    folder = HERE / name
    lines = (folder / "notice.txt").read_text().split("\n")
    found = {s["line"]: s for s in json.loads((folder / "expected.json").read_text())["sections"]}
    header, join = options.get("header"), options.get("join", 78)
    out, i, open_para, seen = [], 0, False, False
    while i < len(lines):
        line = lines[i].strip()
        section = found.get(i + 1)
        i += 1
        if not line or (header and re.fullmatch(header, line)):
            open_para = open_para and bool(line)   # a running header does not end a paragraph
            continue
        if section:
            seen, raw, rest, wrapped = True, line, "", [line]
            want = re.sub(r"[\s.)#-]", "", section["number"] + section["heading"])
            while len(re.sub(r"[\s.)#-]", "", raw)) < len(want):
                raw = glue(raw, lines[i].strip())
                wrapped.append(lines[i].strip())
                i += 1
            at = raw.find(section["heading"]) + len(section["heading"]) if section["heading"] in raw else len(raw)
            raw, rest = raw[:at], raw[at:]
            if rest.startswith(":"):
                raw, rest = raw + ":", rest[1:]
            out.append(["h", raw, wrapped if len(wrapped) > 1 else [raw]])
            open_para = False
            if rest.strip():
                out.append(["p", [rest.strip()]])
                open_para = True
        elif not seen:
            if i == 1 or not out or (len(out) < 2 and lines[i - 2].strip() and len(line) < 60):
                out.append(["title", line])
            elif open_para:
                add(out[-1], line, join)
            else:
                out.append(["p", [line]])
                open_para = True
        elif options.get("boxes") and BOX.match(line):
            out.append(["box", line])
            open_para = False
        elif BULLET.match(line):
            out.append(["li", [BULLET.sub("", line)], BULLET.match(line).group().strip()])
            open_para = True
        elif open_para:
            add(out[-1], line, join)
        else:
            out.append(["p", [line]])
            open_para = True
    return out


def glue(a, b):
    if a.endswith("-") and not re.match(r"(ja|tai|eller|och)\b", b):
        return a[:-1] + b
    return a + " " + b


def add(block, line, join):
    last = block[1][-1]
    if len(last.split("\v")[-1]) >= join or last.endswith("-"):
        # remember the length of the line that was added last, not of the joined one
        block[1][-1] = glue(last.replace("\v", ""), "\v" + line) if not last.endswith("-") else glue(last.replace("\v", ""), line)
    else:
        block[1].append(line)


def clean(text):
    return text.replace("\v", "")


def sections(bl):
    """Splits into the part before the first heading and [heading, blocks] rows."""
    head, rows = [], []
    for b in bl:
        if b[0] == "h":
            rows.append([b[1], [], b[2]])
        elif rows:
            rows[-1][1].append(b)
        else:
            head.append(b)
    return head, rows


# ------------------------------------------------------------------------------------------------ HTML
def to_html(name, bl, layout, options, paged):
    lang = json.loads((HERE / name / "expected.json").read_text())["language"]
    body, in_list, boxes = [], False, 0
    for b in bl:
        if b[0] != "li" and in_list:
            body.append("</ul>")
            in_list = False
        if b[0] == "title":
            body.append(f"<h1>{html.escape(b[1])}</h1>")
        elif b[0] == "h":
            body.append(f"<h2>{html.escape(b[1])}</h2>")
        elif b[0] == "box":
            boxes += 1
            mark = "<i class='on'></i>" if boxes in (1, 5, 8, 11, 12) else "<i></i>"
            body.append(f"<p class='box'>{mark}{html.escape(b[1])}</p>")
        elif b[0] == "li":
            if not in_list:
                body.append("<ul>")
                in_list = True
            body.append("<li>" + "<br>".join(html.escape(clean(x)) for x in b[1]) + "</li>")
        else:
            body.append("<p>" + "<br>".join(html.escape(clean(x)) for x in b[1]) + "</p>")
    if in_list:
        body.append("</ul>")
    css = "body{font-family:'Liberation Sans';font-size:10.5pt;line-height:1.35} h1{font-size:16pt;margin:0 0 4pt} " \
          "h2{font-size:11.5pt;margin:12pt 0 3pt;break-after:avoid} p{margin:0 0 6pt} ul{margin:0 0 6pt;padding-left:16pt} " \
          ".box{margin:0 0 2pt} .box i{display:inline-block;width:7pt;height:7pt;border:.7pt solid #000;margin-right:6pt} " \
          ".box i.on{background:linear-gradient(45deg,transparent 45%,#000 45%,#000 55%,transparent 55%),linear-gradient(-45deg,transparent 45%,#000 45%,#000 55%,transparent 55%)} "
    page = "@page{size:A4;margin:22mm 20mm} "
    if options.get("footer") and paged:
        page = "@page{size:A4;margin:22mm 20mm;@bottom-right{content:counter(page) ' (' counter(pages) ')';font:8.5pt 'Liberation Sans'}} "
    if options.get("header") and paged:
        page = "@page{size:A4;margin:24mm 20mm 16mm;@top-left{content:'TIETOSUOJASELOSTE ' counter(page) ' (' counter(pages) ')';font:8.5pt 'Liberation Sans'}} @page:first{@top-left{content:none}} "
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'><title>{html.escape(bl[0][1])}</title>" \
           f"<style>{page}{css}{options.get('css', '')}</style></head><body>{''.join(body)}</body></html>"


def weasyprint(name, bl, layout, options, out, tmp):
    from weasyprint import HTML
    HTML(string=to_html(name, bl, layout, options, True)).write_pdf(out)


def chromium(name, bl, layout, options, out, tmp):
    src = tmp / "notice.html"
    src.write_text(to_html(name, bl, layout, options, False))
    subprocess.run(["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                    f"--user-data-dir={tmp}/profile", f"--print-to-pdf={out}", src.as_uri()], check=True, env=ENV,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# ------------------------------------------------------------------------------------------------ LibreOffice
def odt_paras(bl, style="Text"):
    out = []
    for b in bl:
        if b[0] == "li":
            text = "<text:line-break/>".join(html.escape(clean(x)) for x in b[1])
            out.append(f"<text:p text:style-name='Item'>–<text:tab/>{text}</text:p>")
        else:
            lines = b[1] if isinstance(b[1], list) else [b[1]]
            text = "<text:line-break/>".join(html.escape(clean(x)) for x in lines)
            out.append(f"<text:p text:style-name='{'Title' if b[0] == 'title' else style}'>{text}</text:p>")
    return "".join(out)


def libreoffice(name, bl, layout, options, out, tmp):
    head, rows = sections(bl)
    if layout == "plain":
        body = odt_paras(head) + "".join(
            f"<text:h text:style-name='Head' text:outline-level='1'>{html.escape(h)}</text:h>" + odt_paras(b) for h, b, _ in rows)
    else:
        cells = "".join(
            f"<table:table-row><table:table-cell table:style-name='Cell' office:value-type='string'><text:p text:style-name='Left'>{'<text:line-break/>'.join(html.escape(x) for x in h)}</text:p></table:table-cell>"
            f"<table:table-cell table:style-name='Cell' office:value-type='string'>{odt_paras(b, 'Text') or '<text:p/>'}</table:table-cell></table:table-row>" for _, b, h in rows)
        body = odt_paras(head) + "<table:table table:name='T'><table:table-column table:style-name='A'/><table:table-column table:style-name='B'/>" + cells + "</table:table>"
    header = footer = ""
    number = "<text:page-number text:select-page='current'/>"
    count = "<text:page-count/>"
    if options.get("header"):
        header = f"<style:header><text:p text:style-name='Small'>Tietosuojaseloste {number}/{count}</text:p></style:header>"
    if options.get("footer"):
        footer = f"<style:footer><text:p text:style-name='Small'>{number} ({count})</text:p></style:footer>"
    narrow = layout == "table"
    font = "Liberation Serif" if layout == "plain" else "Liberation Sans"
    def para(n, extra="", text="", size="10.5pt"):
        return f"<style:style style:name='{n}' style:family='paragraph'><style:paragraph-properties {extra}/><style:text-properties style:font-name='F' fo:font-size='{size}' fo:language='fi' fo:country='FI' {text}/></style:style>"
    styles = (para("Text", "fo:margin-bottom='0.2cm'") + para("Left", "fo:margin-bottom='0.1cm'", "fo:font-weight='bold'")
              + para("Head", "fo:margin-top='0.35cm' fo:margin-bottom='0.1cm' fo:keep-with-next='always'", "fo:font-weight='bold'", "12pt")
              + para("Title", "fo:margin-bottom='0.15cm'", "fo:font-weight='bold'", "15pt") + para("Small", "", "", "8.5pt")
              + "<style:style style:name='Item' style:family='paragraph'><style:paragraph-properties fo:margin-left='0.6cm' fo:text-indent='-0.6cm' fo:margin-bottom='0.08cm'><style:tab-stops><style:tab-stop style:position='0.6cm'/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name='F' fo:font-size='10.5pt'/></style:style>")
    auto = (f"<style:style style:name='A' style:family='table-column'><style:table-column-properties style:column-width='{'3.9cm' if narrow else '5.2cm'}'/></style:style>"
            f"<style:style style:name='B' style:family='table-column'><style:table-column-properties style:column-width='{'13.1cm' if narrow else '11.8cm'}'/></style:style>"
            "<style:style style:name='Cell' style:family='table-cell'><style:table-cell-properties fo:border='0.02cm solid #777777' fo:padding='0.12cm'/></style:style>")
    layout_style = ("<style:page-layout style:name='P'><style:page-layout-properties fo:page-width='21cm' fo:page-height='29.7cm' fo:margin-top='1.6cm' fo:margin-bottom='1.6cm' fo:margin-left='2cm' fo:margin-right='2cm'/>"
            "<style:header-style><style:header-footer-properties fo:margin-bottom='0.4cm'/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top='0.4cm'/></style:footer-style></style:page-layout>")
    ns = " ".join(f"xmlns:{k}='urn:oasis:names:tc:opendocument:xmlns:{v}:1.0'" for k, v in
                  dict(office="office", text="text", table="table", style="style", svg="svg-compatible", fo="xsl-fo-compatible").items())
    fonts = f"<office:font-face-decls><style:font-face style:name='F' svg:font-family='&apos;{font}&apos;'/></office:font-face-decls>"
    def part(root, inner):
        return f"<?xml version='1.0' encoding='UTF-8'?><office:{root} {ns} office:version='1.2'>{fonts}{inner}</office:{root}>"
    kind = "application/vnd.oasis.opendocument.text"
    manifest = ("<?xml version='1.0' encoding='UTF-8'?><manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                + "".join(f"<manifest:file-entry manifest:full-path='{path}' manifest:media-type='{media}'/>" for path, media in
                          [("/", kind), ("content.xml", "text/xml"), ("styles.xml", "text/xml")]) + "</manifest:manifest>")
    with zipfile.ZipFile(tmp / "notice.odt", "w") as z:
        z.writestr("mimetype", kind)
        z.writestr("content.xml", part("document-content", f"<office:automatic-styles>{auto}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"))
        z.writestr("styles.xml", part("document-styles", f"<office:styles>{styles}</office:styles><office:automatic-styles>{layout_style}</office:automatic-styles>"
                                      f"<office:master-styles><style:master-page style:name='Standard' style:page-layout-name='P'>{header}{footer}</style:master-page></office:master-styles>"))
        z.writestr("META-INF/manifest.xml", manifest)
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{tmp}/profile", "--convert-to", "pdf", "--outdir", str(tmp), str(tmp / "notice.odt")],
                   check=True, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copyfile(tmp / "notice.pdf", out)


# ------------------------------------------------------------------------------------------------ Typst
def typst(name, bl, layout, options, out, tmp):
    import typst as engine
    lang = json.loads((HERE / name / "expected.json").read_text())["language"]
    esc = lambda s: re.sub(r"([\\#*_`$<>@\[\]~=/+-])", r"\\\1", clean(s))
    number = 'numbering: "1 / 1"' if options.get("footer") else "numbering: none"
    src = [f'#set page(paper: "a4", margin: 2.2cm, {number})', f'#set text(font: "{"Liberation Serif" if lang == "fi" else "Liberation Sans"}", size: 10.5pt, lang: "{lang}", hyphenate: true)',
           "#set par(justify: true)", "#set heading(numbering: none)", ""]
    for b in bl:
        if b[0] == "title":
            src.append(f"#text(size: 15pt, weight: \"bold\", hyphenate: false)[{esc(b[1])}]\n")
        elif b[0] == "h":
            src.append(f"#heading[{esc(b[1])}]\n".replace("#heading[", "#heading(level: 2)["))
        elif b[0] == "li":
            src.append("#list.item[" + " \\\n".join(esc(x) for x in b[1]) + "]")
        else:
            src.append("\n" + " \\\n".join(esc(x) for x in b[1]) + "\n")
    (tmp / "notice.typ").write_text("\n".join(src))
    engine.compile(str(tmp / "notice.typ"), output=str(out), font_paths=["/usr/share/fonts/truetype/liberation"])


# ------------------------------------------------------------------------------------------------ LaTeX
def latex(name, bl, layout, options, out, tmp):
    if not shutil.which("pdflatex"):
        raise FileNotFoundError("pdflatex")
    esc = lambda s: re.sub(r"([#$%&_{}])", r"\\\1", clean(s)).replace("–", "--")
    src = [r"\documentclass[a4paper,10pt]{article}", r"\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{lmodern}",
           r"\usepackage[a4paper,margin=2.6cm]{geometry}" if shutil.which("kpsewhich") and subprocess.run(["kpsewhich", "geometry.sty"], capture_output=True).stdout else "",
           r"\usepackage[finnish]{babel}\setlength{\parindent}{0pt}\setlength{\parskip}{4pt}"]
    if options.get("header"):
        src += [r"\makeatletter\def\ps@own{\def\@oddhead{\parbox{\textwidth}{Kuvittelun kaupunki\hfill Tietosuojaseloste\\Opetuspalvelut\hfill 1.8.2024}}\def\@oddfoot{}}\makeatother\pagestyle{own}"]
    src += [r"\begin{document}"]
    in_list = False
    for b in bl:
        if b[0] != "li" and in_list:
            src.append(r"\end{itemize}")
            in_list = False
        if b[0] == "title":
            src.append(r"{\Large\bfseries " + esc(b[1]) + r"\par}")
        elif b[0] == "h":
            src.append(r"\subsection*{" + esc(b[1]) + "}")
        elif b[0] == "li":
            if not in_list:
                src.append(r"\begin{itemize}")
                in_list = True
            src.append(r"\item " + r"\\ ".join(esc(x) for x in b[1]))
        else:
            src.append((r"\\" + "\n").join(esc(x) for x in b[1]) + "\n")
    if in_list:
        src.append(r"\end{itemize}")
    src.append(r"\end{document}")
    (tmp / "notice.tex").write_text("\n".join(src))
    subprocess.run(["pdflatex", "-interaction=batchmode", "notice.tex"], cwd=tmp, env=dict(ENV, FORCE_SOURCE_DATE="1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shutil.copyfile(tmp / "notice.pdf", out)


# ------------------------------------------------------------------------------------------------ ReportLab
def reportlab(name, bl, layout, options, out, tmp):
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    fonts = pathlib.Path("/usr/share/fonts/truetype")
    if options.get("header"):
        pdfmetrics.registerFont(TTFont("N", str(fonts / "dejavu/DejaVuSans.ttf")))
        pdfmetrics.registerFont(TTFont("B", str(fonts / "dejavu/DejaVuSans-Bold.ttf")))
        normal, bold = "N", "B"
    else:
        normal, bold = "Times-Roman", "Times-Bold"     # one of the fourteen standard fonts: nothing is embedded
    text = ParagraphStyle("t", fontName=normal, fontSize=10, leading=13.5, spaceAfter=5)
    head = ParagraphStyle("h", fontName=bold, fontSize=11, leading=14, spaceBefore=9, spaceAfter=3)
    title = ParagraphStyle("T", fontName=bold, fontSize=14, leading=18, spaceAfter=3)
    item = ParagraphStyle("i", parent=text, leftIndent=12, bulletIndent=2)

    def flow():
        for b in bl:
            lines = b[1] if isinstance(b[1], list) else [b[1]]
            style = {"title": title, "h": head, "li": item}.get(b[0], text)
            yield Paragraph("<br/>".join(html.escape(clean(x)) for x in lines), style, bulletText="•" if b[0] == "li" else None)
    total = [0]

    def draw(canvas, doc):
        total[0] = max(total[0], doc.page)
        if options.get("header"):
            canvas.setFont("N", 8)
            canvas.drawString(20 * mm, 285 * mm, "Tietosuojaseloste")
            canvas.drawRightString(190 * mm, 285 * mm, f"{doc.page} ({pages})")
    pages = 0
    for _ in range(2):
        doc = SimpleDocTemplate(str(out), pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=26 * mm, bottomMargin=options.get("bottom", 25) * mm,
                                title=bl[0][1], author="", invariant=True)
        doc.build(list(flow()), onFirstPage=draw, onLaterPages=draw)
        pages = total[0]


def words(text):
    text = re.sub(r"(?<=\w)[-\u00ad\u2010]\s*\n\s*", "", text).replace("\u00a0", " ").replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")
    return re.findall(r"[^\W_]+", re.sub(r"-\s*", "", text).casefold())


def check(name):
    """Words that only the notice or only the PDF has. Numbers of pages and running headers may differ."""
    from collections import Counter
    pdf = subprocess.run(["pdftotext", "-layout" if JOBS[name][1] != "table" else "-raw", str(HERE / name / "notice.pdf"), "-"], capture_output=True, text=True).stdout
    a, b = Counter(words((HERE / name / "notice.txt").read_text())), Counter(words(pdf))
    return dict(a - b), dict(b - a)


def main():
    names = [a for a in sys.argv[1:] if not a.startswith("-")] or list(JOBS)
    for name in names:
        producer, layout, options = JOBS[name]
        options = dict(options, boxes=layout == "boxes")
        out = HERE / name / "notice.pdf"
        if "--check" not in sys.argv:
            with tempfile.TemporaryDirectory() as tmp:
                try:
                    globals()[producer](name, blocks(name, options), layout, options, out, pathlib.Path(tmp))
                except (ImportError, FileNotFoundError) as e:
                    print(f"{name}: {producer} is not here ({e}); left as it was")
                    continue
        missing, extra = check(name)
        print(f"{name}: {producer}, {out.stat().st_size} bytes; only in the notice {missing}, only in the PDF {extra}")


if __name__ == "__main__":
    main()
