#!/usr/bin/env python3
"""Makes the table from which `seloste registers update` packs the index of Finnish statutes.

    finlex_index.py fetch FOLDER --from 2025          downloads consolidated statutes of the years from 2025 on
    finlex_index.py table FOLDER --base OLD --out NEW --known-to TEXT [--compiled DATE]
                                                      lays what the folder holds over an older table

The source is the open data of Finlex (Oikeusministeriö, CC BY 4.0): Akoma Ntoso 3.0 with the metadata that Finlex adds.
Facts only are taken: numbers, titles, dates, repeals, amendments. The older table is written by
`seloste registers table > OLD`. Python 3.9 or newer, no packages.

What is read of an act, and how sure the row then is:
  FRBRnumber, documentYear   the number             typeStatute        laki or asetus; anything else is "muu"
  FRBRdate dateIssued        the day of issue       dateEntryIntoForce of the act's own inForce: first day in force
  repealedBy                 the repealing act; the day on which it comes into force is the first day out of force (high)
  dateInForceEnd             the last day of an act that was made for a time (high)
  isInForce                  true: in force (high); false without a day: repealed, day unknown (low)
  amendedBy                  rows of the amending acts: a citation of them is probably meant for this act
An act that the folder does not hold keeps its row.
"""
import argparse
import datetime
import pathlib
import sys
import time
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml

COLUMNS = ("id", "kind", "title_fi", "title_sv", "issued", "in_force_from", "repealed_on", "repealed_by",
           "replaced_by", "amends", "confidence", "notes")
HEAD = ("licence", "sources", "compiled", "known_to", "whole")
KINDS = {"#act": "laki", "#decree": "asetus", "#decision": "päätös"}
SERVICE = "https://opendata.finlex.fi/finlex/avoindata/v1/akn/fi/act/statute-consolidated/list"
PAGE = 10      # the most acts the service gives at once
PAUSE = 0.5    # seconds between two questions


def local(element):
    """The name of an element without its namespace."""
    return element.tag.rsplit("}", 1)[-1]


def below(element, *names):
    """All elements that lie below one by a path of names."""
    found = [element]
    for name in names:
        found = [child for one in found for child in one if local(child) == name]
    return found


def anywhere(element, name):
    return [one for one in element.iter() if local(one) == name]


def act_of(reference):
    """"523/1999" of "/akn/fi/act/statute/1999/523"."""
    parts = reference.get("href", "").split("/")
    at = next((n for n, part in enumerate(parts) if part.startswith("statute")), None)
    year, number = (parts[at + 1:at + 3] + ["", ""])[:2] if at is not None else ("", "")
    return f"{number}/{year}" if year.isdigit() and number else None


def entry(reference):
    """The day on which an act that is referred to comes into force."""
    days = below(reference, "inForce", "dateEntryIntoForce")
    return next((day.get("date") for day in days if day.get("date")), "")


def references(proprietary, name):
    """The acts of a relation, each with the day on which it comes into force."""
    for reference in below(proprietary, name, "statuteReference"):
        for ref in anywhere(reference, "ref"):
            act = act_of(ref)
            if act:
                yield act, entry(reference)


def day_after(day):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat() if day else ""


def read_act(act):
    """One act of the source as a row, the language of its title, and the acts that amend it."""
    number = next((one.get("value") for one in anywhere(act, "FRBRnumber")), None)
    proprietary = next(iter(anywhere(act, "proprietary")), None)
    if number is None or proprietary is None:
        return None
    year = next((one.text for one in below(proprietary, "documentYear")), None)
    title = " ".join("".join(next(iter(anywhere(act, "docTitle")), xml.Element("x")).itertext()).split())
    language = next((one.get("language") for one in anywhere(act, "FRBRlanguage")), "fin")
    kind = next((one.get("refersTo") for one in below(proprietary, "typeStatute")), "")
    row = dict.fromkeys(COLUMNS, "")
    row["id"] = f"{number}/{year}"
    row["kind"] = KINDS.get(kind, "muu")
    row["title_sv" if language == "swe" else "title_fi"] = title
    row["issued"] = next((one.get("date") for one in anywhere(act, "FRBRdate") if one.get("name") == "dateIssued"), "")
    row["in_force_from"] = next((one.get("date") for one in below(proprietary, "inForce", "dateEntryIntoForce")), "")
    in_force = next((one.get("value") for one in below(proprietary, "isInForce")), None)
    end = next((one.get("date") for one in below(proprietary, "inForce", "dateInForceEnd")), "")
    repeal = next(references(proprietary, "repealedBy"), None)
    if repeal and (repeal[1] or end):
        row.update(repealed_by=repeal[0], repealed_on=repeal[1] or day_after(end), confidence="high")
    elif end:
        row.update(repealed_on=day_after(end), confidence="high", notes="expiry clause")
    elif repeal or in_force == "false":
        row.update(repealed_by=repeal[0] if repeal else "", repealed_on="?", confidence="low")
    else:
        row["confidence"] = "high" if in_force == "true" else "medium"
    return row, language, [act for act, _ in references(proprietary, "amendedBy")]


def acts(folder):
    """Every act in the files of a folder; a file that is no XML is told and left out."""
    for path in sorted(pathlib.Path(folder).rglob("*.xml")):
        try:
            root = xml.parse(path).getroot()
        except xml.ParseError as why:
            print(f"{path}: {why}", file=sys.stderr)
            continue
        for one in [root] if local(root) == "act" else anywhere(root, "act"):
            act = read_act(one)
            if act:
                yield act


def lay_over(rows, folder):
    """Lays the acts of a folder over the rows of an older table."""
    for new, language, amending in acts(folder):
        old = rows.setdefault(new["id"], dict.fromkeys(COLUMNS, ""))
        kept = {"replaced_by": old["replaced_by"], "amends": old["amends"]}
        if language == "swe":
            old["title_sv"] = new["title_sv"] or old["title_sv"]
            if old["id"]:
                continue
        filled = {key: value for key, value in new.items() if value}
        if not new["repealed_on"]:
            filled["repealed_on"], filled["repealed_by"] = "", ""
        old.update(filled, notes=new["notes"], **kept)
        for act in amending:
            row = rows.setdefault(act, dict.fromkeys(COLUMNS, ""))
            row["id"], row["kind"] = act, row["kind"] or new["kind"]
            row["confidence"] = row["confidence"] or "high"
            if new["id"] not in row["amends"].split():
                row["amends"] = " ".join([*row["amends"].split(), new["id"]])
    return rows


def read_table(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    head = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# ") and " = " in line)
    body = [line for line in lines if line and not line.startswith("#")][1:]
    cells = (line.split("\t") for line in body)
    return head, {row[0]: dict(zip(COLUMNS, row)) for row in cells}


def place(act):
    number, year = act.rsplit("/", 1)
    return int(year), int(number) if number.isdigit() else 0, number


def write_table(path, head, rows):
    lines = [f"# {key} = {head[key]}" for key in HEAD] + ["\t".join(COLUMNS)]
    lines += ["\t".join(rows[act][column] for column in COLUMNS) for act in sorted(rows, key=place)]
    pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def fetch(folder, first):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for year in range(first, datetime.date.today().year + 1):
        for language in ("fin@", "swe@"):
            for page in range(1, 1000):
                asked = {"startYear": year, "endYear": year, "langAndVersion": language, "page": page, "limit": PAGE}
                question = urllib.request.Request(f"{SERVICE}?{urllib.parse.urlencode(asked)}",
                                                  headers={"Accept": "application/xml", "User-Agent": "seloste-index"})
                with urllib.request.urlopen(question) as answer:
                    text = answer.read()
                time.sleep(PAUSE)
                if b"<act" not in text:
                    break
                (folder / f"{year}-{language.rstrip('@')}-{page:03}.xml").write_bytes(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways = parser.add_subparsers(dest="way", required=True)
    fetching = ways.add_parser("fetch")
    fetching.add_argument("folder")
    fetching.add_argument("--from", dest="first", type=int, required=True)
    making = ways.add_parser("table")
    making.add_argument("folder")
    making.add_argument("--base", required=True)
    making.add_argument("--out", required=True)
    making.add_argument("--known-to", required=True)
    making.add_argument("--compiled", default=datetime.date.today().isoformat())
    args = parser.parse_args()
    if args.way == "fetch":
        fetch(args.folder, args.first)
        return
    head, rows = read_table(args.base)
    head.update(compiled=args.compiled, known_to=args.known_to)
    write_table(args.out, head, lay_over(rows, args.folder))


if __name__ == "__main__":
    main()
