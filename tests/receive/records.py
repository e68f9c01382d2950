"""What becomes of the Secretariat's records: `python -m tests.receive.records FOLDER KEPT [--slice 1/4] [--again]`.

Every work under FOLDER is imported in all its languages and exported as AKN4UN. What was exported is held against the
records by a walk of its own over the XML: each paragraph of the source in its order, each note, each number, who voted how;
the export is validated by the schema and by the rules of `verify`. What is found of a work is one line of the file KEPT;
a work that stands there is not tried again, so that a run can be ended and gone on with.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
import tempfile
import time
import traceback
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline.importing import bring_in_records
from publisher.pipeline.understanding import understand
from publisher.render.akn import write_akn
from publisher.verify import verify_akn

TODAY = datetime.date(2027, 1, 1)
RECORD = re.compile(r"(?P<work>.+?)(?:-\d{7})?[ACEFRS]\.xml")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{1,3})+(?!\d)")
_HELD = ("preface", "preamble", "mainBody", "conclusions", "attachments", "components", "collectionBody")
_LINES = ("p", "listIntroduction", "heading", "subheading")


def works(folder: Path) -> dict[str, list[Path]]:
    """The files of each work under `folder`, by its name."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(folder.rglob("*.xml")):
        if named := RECORD.fullmatch(path.name):
            found[named["work"]].append(path)
    return dict(sorted(found.items()))


def tried(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """What is found of each folder that the files of a work give, language by language."""
    by_name = {path.name: path for path in files}
    with tempfile.TemporaryDirectory() as place:
        for received in bring_in_records(files, None, workspace_for(Path(place), TODAY)):
            findings = Counter(found.code for found in received.findings if found.severity is Severity.ERROR)
            told: dict[str, Any] = {"refused": dict(findings)} if not received.is_whole else {}
            told["said"] = [f"{one.code} {one.message} | {one.span[:80]}" for one in received.findings]
            folder = Path(place) / (received.folder or "none")
            folder.mkdir(exist_ok=True)
            for name, content in received.files.items():
                (folder / name).write_bytes(content)
            told["languages"] = {
                language: exported(folder, language, by_name[name].read_bytes())
                for language, name in received.sources.items()
            }
            yield told


def exported(folder: Path, language: str, source: bytes) -> dict[str, Any]:
    """What departs from the record in the AKN4UN of one language: nothing where all is well."""
    resolved = understand(workspace_for(folder, TODAY), language).resolved
    if resolved is None:
        return {"unread": True}
    data = write_akn(resolved)
    wrong = [f"{one.code} {one.message}" for one in verify_akn(data, resolved, "akn")]
    root, made = (etree.fromstring(one, etree.XMLParser(remove_comments=True)) for one in (source, data))
    told: dict[str, Any] = {"invalid": wrong} if wrong else {}
    there = "".join(number + words for number, words in paragraphs(made))
    lines = list(as_read(root, there))
    told["lines"] = len(lines)
    told |= departures(lines, there)
    missing = notes(root) - notes(made)
    told |= {"notes": list(missing)} if missing else {}
    if (voters := votes(root)) and not is_same_vote(voters, votes(made)):
        told["votes"] = [voters, votes(made)]
    return told


def departures(lines: Sequence[tuple[str, str]], there: str) -> dict[str, list[str]]:
    """The lines (number, words) that are lost in a text `there`, have another number in it, or stand elsewhere."""
    lost = [words for _, words in lines if words not in there]
    kept = [(number, words) for number, words in lines if words in there]
    told = {
        "lost": lost,
        "renumbered": [number + words for number, words in kept if number + words not in there],
        "moved": out_of_order([words for _, words in kept], there),
    }
    return {fault: found for fault, found in told.items() if found}


def as_read(root: Any, there: str) -> Iterator[tuple[str, str]]:
    """The lines of a record; in Arabic with the groups of thousands turned round where only so they are in `there`.

    Among Arabic words they are typed in the order in which they are seen on the page.
    """
    is_arabic = any("\u0600" <= sign <= "\u06ff" for sign in there)
    for number, words in _lines(root):
        typed, read = (signs(one) for one in (words, _THOUSANDS.sub(lambda found: _turned(found[0]), words)))
        yield number, read if is_arabic and typed not in there and read in there else typed


def _turned(figure: str) -> str:
    return " ".join(figure.split()[::-1])


def paragraphs(root: Any) -> Iterator[tuple[str, str]]:
    """The number of each line outside the meta and the cover, and its letters and figures, those of notes left out."""
    return ((number, signs(words)) for number, words in _lines(root))


def _lines(root: Any) -> Iterator[tuple[str, str]]:
    for part in root.iter(etree.Element):
        if _name(part) in _HELD and not any(_name(above) in _HELD for above in part.iterancestors()):
            yield from _paragraphs(part)


def _paragraphs(part: Any) -> Iterator[tuple[str, str]]:
    number = ""
    for element in part.iter(etree.Element):
        above = {_name(one) for one in element.iterancestors()}
        if above & {"authorialNote", "meta", *_LINES}:
            continue
        if _name(element) == "num":
            number = signs("".join(element.itertext()))
        elif _name(element) in _LINES or (_name(element) in ("td", "th") and not len(element)):
            yield number, "".join(_said(element))
            number = ""


def _said(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if _name(child) != "authorialNote":
            yield from _said(child)
        yield child.tail or ""


def out_of_order(lines: Iterable[str], there: str) -> list[str]:
    """The lines that stand in `there` before one that they follow in the source; short ones say too little."""
    at, moved = 0, []
    for line in lines:
        if len(line) < 24 or there.count(line) > 1:
            continue
        place = there.find(line)
        if place < at:
            moved.append(line)
        at = max(at, place)
    return moved


def notes(root: Any) -> Counter[str]:
    """The letters and figures of each note."""
    return Counter(signs("".join(note.itertext())) for note in root.iter("{*}authorialNote"))


def votes(root: Any) -> dict[str, list[str]]:
    """The States of each side by their UNTERM identifiers, or their count where they have none."""
    told = {}
    for count in root.iterfind(".//{*}analysis//{*}voting/{*}count"):
        given = sorted(one.get("GUID", "").rpartition("/")[2] for one in count.iter("{*}organization"))
        told[count.get("refersTo", "").lstrip("#")] = given or [""] * int(count.get("value") or 0)
    return {side: given for side, given in told.items() if given}


def is_same_vote(told: dict[str, list[str]], made: dict[str, list[str]]) -> bool:
    """Whether every State that the record identifies is where it was, and the others are as many."""
    return told.keys() == made.keys() and all(
        len(made[side]) == len(given) and set(given) - {""} <= set(made[side]) for side, given in told.items()
    )


def signs(words: str) -> str:
    """The letters and figures of `words`; a stroke that draws an Arabic letter out is none."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", words).replace("\u0640", "")))


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def main() -> None:
    """Try the works of a slice, and put down what is found of each."""
    asked = argparse.ArgumentParser(prog="python -m tests.receive.records")
    asked.add_argument("folder", type=Path)
    asked.add_argument("kept", type=Path)
    asked.add_argument("--slice", default="1/1", metavar="K/N", help="every Nth work from the Kth")
    asked.add_argument("--again", action="store_true", help="try again what was not right")
    given = asked.parse_args()
    first, step = map(int, given.slice.split("/"))
    kept = [json.loads(line) for line in given.kept.read_text().splitlines()] if given.kept.exists() else []
    kept = [one for one in kept if not given.again or not wrong(one)]
    given.kept.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in kept))
    done = {one["work"] for one in kept}
    for name, files in list(works(given.folder).items())[first - 1 :: step]:
        if name in done:
            continue
        started = time.process_time()
        try:
            found: dict[str, Any] = {"folders": list(tried(files))}
        except Exception:  # what the program must never do is what is looked for
            found = {"traceback": traceback.format_exc()}
        line = {"work": name, "files": len(files), "seconds": round(time.process_time() - started, 2)} | found
        with given.kept.open("a") as out:
            out.write(f"{json.dumps(line, ensure_ascii=False)}\n")
    print(summary([json.loads(line) for line in given.kept.read_text().splitlines()]))


def wrong(work: dict[str, Any]) -> bool:
    """Whether anything of a work is not right."""
    faults = ("invalid", "lost", "renumbered", "moved", "notes", "votes", "unread")
    return "traceback" in work or any(
        "refused" in folder or any(set(faults) & one.keys() for one in folder["languages"].values())
        for folder in work["folders"]
    )


def summary(kept: Sequence[dict[str, Any]]) -> str:
    """The counts of all that was tried."""
    counts: Counter[str] = Counter()
    for work in kept:
        counts["works"] += 1
        counts["files"] += work["files"]
        counts["tracebacks"] += "traceback" in work
        for folder in work.get("folders", ()):
            counts["folders refused"] += "refused" in folder
            for told in folder["said"]:
                code, _, said = told.partition(" ")
                kind = re.sub(r"\d+|[“‘].*?[”’]", "…", said.partition(" | ")[0])
                counts[f"said: {code} {kind[:90]}"] += 1
            for one in folder["languages"].values():
                counts["languages"] += 1
                counts["lines"] += one.get("lines", 0)
                for fault in ("invalid", "lost", "renumbered", "moved", "notes"):
                    counts[f"{fault}, texts"] += fault in one
                    counts[f"{fault}, in all"] += len(one.get(fault, ()))
                counts["votes, texts"] += "votes" in one
                counts["unread, texts"] += "unread" in one
    return "\n".join(f"{count:8,} {name}" for name, count in sorted(counts.items()))


if __name__ == "__main__":
    sys.exit(main())
