#!/usr/bin/env python3
"""Writes docs/pdf-quality.md: word errors and CPU time of seloste and of other readers, from one run.

    pdf_quality.py SELOSTE FILES > docs/pdf-quality.md

SELOSTE is the program, built with --release. FILES is a folder of PDFs with a JSON beside each: `truth` (paragraphs in reading
order), `furniture` (patterns of running headers), `tags`. The first letters of a name, up to the underscore, say which group it
belongs to. Readers that are not installed are left out. Needs rapidfuzz; pypdfium2 for the column PDFium.
"""
import collections, datetime, json, os, pathlib, re, shutil, subprocess, sys, tempfile, time, unicodedata
from rapidfuzz.distance import Levenshtein

LIMIT = 10  # seconds a file
PATIENCE = 300  # seconds a file with text recognition
TIMED = ["lo", "ch", "ty", "we"]
PDFIUM = """
import sys, pypdfium2
pdf = pypdfium2.PdfDocument(sys.argv[1])
for page in pdf: sys.stdout.buffer.write((page.get_textpage().get_text_bounded() + "\\n").encode("utf-8", "replace"))
"""


def readers(seloste):
    found = {"seloste": [seloste, "show", "--stage", "text", "{}"]}
    if shutil.which("pdftotext"):
        found["pdftotext"] = ["pdftotext", "{}", "-"]
        found["pdftotext -layout"] = ["pdftotext", "-layout", "{}", "-"]
    if shutil.which("mutool"):
        found["mutool"] = ["mutool", "draw", "-q", "-F", "txt", "{}"]
    try:
        import pypdfium2  # noqa: F401
        found["PDFium"] = [sys.executable, "-c", PDFIUM, "{}"]
    except ImportError:
        pass
    return found


def run(command, pdf, limit=LIMIT):
    """Output, exit code, CPU seconds, wall seconds, MiB."""
    with tempfile.TemporaryFile() as out:
        start = time.time()
        child = subprocess.Popen([part.replace("{}", str(pdf)) for part in command], stdout=out, stderr=subprocess.DEVNULL)
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            if time.time() - start > limit:
                child.kill()
                os.wait4(child.pid, 0)
                child.returncode = -9
                return None, "timeout", 0, time.time() - start, 0
            time.sleep(0.001)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        cpu = usage.ru_utime + usage.ru_stime
        return out.read().decode("utf-8", "replace"), child.returncode, cpu, time.time() - start, usage.ru_maxrss / 1024


def clean(text):
    plain = unicodedata.normalize("NFC", text).translate(
        {0xAD: None, 0xA0: " ", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0x2010: "-", 0x2011: "-", 0x0C: "\n"})
    return re.sub(r"[•\uf0b7◦▪·∙]", " ", plain).replace("☑", "☒")


def variants(text):
    """The words as they stand; with words that a hyphen broke over lines made whole; with the hyphen kept."""
    joined = re.sub(r"(\w)-\s*\n\s*(?!(?:ja|tai|sekä|eli|ynnä)\b)([a-zäöå])", r"\1\2", text)
    kept = re.sub(r"(\w)-\s*\n\s*([a-zäöå])", r"\1-\2", text)
    return [clean(v).split() for v in (text, joined, kept)]


def errors(about, output):
    """Word errors in a hundred words, and the lines of furniture left in. A title that says what the running header says is text."""
    paragraphs = [clean(paragraph) for paragraph in about.get("truth", [])]
    truth = "\n".join(paragraphs).split()
    text = collections.Counter(paragraph.strip() for paragraph in paragraphs)
    words, left = [], 0
    for line in output.split("\n"):
        of_truth = text[clean(line).strip()] > 0
        if any(re.search(pattern, line) for pattern in about.get("furniture", [])) and not of_truth:
            left += 1
            continue
        if of_truth:
            text[clean(line).strip()] -= 1
        words.append(line)
    return min(Levenshtein.distance(truth, v) for v in variants("\n".join(words))) / len(truth) * 100, left


def recognised(seloste, folder):
    """Word errors of the group `nu` with text recognition."""
    wrong = []
    for pdf in sorted(folder.glob("nu_*.pdf")):
        output, *_ = run([seloste, "show", "--stage", "text", "--ocr", "{}"], pdf, PATIENCE)
        wrong.append(errors(json.loads(pdf.with_suffix(".json").read_text()), output or "")[0])
    return wrong


def measure(command, folder):
    groups, files = collections.defaultdict(list), {}
    for pdf in sorted(folder.glob("*.pdf")):
        about = json.loads(pdf.with_suffix(".json").read_text()) if pdf.with_suffix(".json").exists() else {}
        output, code, cpu, wall, mib = run(command, pdf)
        files[pdf.stem] = (code, cpu, wall, mib)
        if not about.get("truth") or pdf.stem[0] in "xz" or pdf.stem == "br_trunc70":
            continue
        wrong, left = errors(about, output or "")
        groups[pdf.stem.split("_")[0]].append((wrong, left))
        if "table" in about.get("tags", []):
            groups["all with a table"].append((wrong, left))
        if about.get("furniture"):
            groups["all with running headers"].append((wrong, left))
    return groups, files


def fewest_seconds(command, folder):
    """CPU seconds a document over the timed groups: the least of five runs of each file, as noise only adds."""
    pdfs = [pdf for pdf in sorted(folder.glob("*.pdf")) if pdf.stem.split("_")[0] in TIMED]
    return sum(min(run(command, pdf)[2] for _ in range(5)) for pdf in pdfs) / len(pdfs), len(pdfs)


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def main():
    folder = pathlib.Path(sys.argv[2])
    found = readers(sys.argv[1])
    measured = {name: measure(command, folder) for name, command in found.items()}
    names = list(found)
    groups = sorted({group for by_group, _ in measured.values() for group in by_group}, key=lambda g: (g.startswith("all"), g))

    print("# How well PDFs are read\n")
    print(f"Written by `benches/pdf_quality.py` on {datetime.date.today()}, all columns from one run. Made documents with known truth.\n")
    print("Word errors in a hundred words, order of reading counted; mean of the group, and the worst file where it differs.\n")
    rows = []
    for group in groups:
        cells = []
        for name in names:
            values = [wrong for wrong, _ in measured[name][0][group]]
            mean, worst = sum(values) / len(values), max(values)
            cells.append(f"{mean:.2f}" + (f" ({worst:.1f})" if worst - mean > 0.05 else ""))
        rows.append([f"{group}, {len(measured[names[0]][0][group])}"] + cells)
    table(["group, files"] + names, rows)
    print("`lo` LibreOffice, `ch` Chromium, `ty` Typst, `tx` LaTeX, `we` WeasyPrint, `rl` ReportLab, `gs` Ghostscript, `qp` qpdf, `en` encrypted,")
    print("`br` broken, `nu` map to Unicode removed, `rot90` turned, `formx` text in form objects. Files of `nu` that seloste does not read it refuses")
    print("in words or names their pages as unread; the others give no sign.\n")
    if shutil.which("tesseract"):
        wrong = recognised(sys.argv[1], folder)
        print(f"With `--ocr`, through tesseract, seloste reads all of `nu`: {sum(wrong) / len(wrong):.2f} ({max(wrong):.1f}).\n")

    print("Lines of running headers and page numbers left in the text of files that have them:\n")
    left = {name: sum(left for _, left in measured[name][0]["all with running headers"]) for name in names}
    table(names, [[str(left[name]) for name in names]])

    print("Hostile and damaged files: how many ended badly (a signal, or not within ten seconds), the longest time and the most memory.\n")
    rows = []
    for name in names:
        hostile = [file for stem, file in measured[name][1].items() if stem[0] in "xz"]
        bad = sum(1 for code, *_ in hostile if code == "timeout" or code < 0)
        rows.append([name, f"{bad} of {len(hostile)}", f"{max(f[2] for f in hostile):.1f} s", f"{max(f[3] for f in hostile):.0f} MiB"])
    table(["reader", "ended badly", "longest", "most memory"], rows)

    print(f"CPU time of a process a document, groups {', '.join(TIMED)}, least of five runs of each file:\n")
    times = {name: fewest_seconds(command, folder) for name, command in found.items()}
    base = times.get("pdftotext", (0, 0))[0]
    rows = [[name, f"{seconds * 1000:.1f} ms", f"{seconds / base:.2f}" if base else "–"] for name, (seconds, _) in times.items()]
    table(["reader", "CPU a document", "times pdftotext"], rows)


main()
