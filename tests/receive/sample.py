"""Real records from end to end: `python -m tests.receive.sample FOLDER [--works 20] [--seed 3] [--languages EA]`.

Works are drawn at random, imported in all their languages, built in every format and proved. The files are then held
against the records by walks of their own: each paragraph and its number in its order, each note, who voted how. FOLDER is
a folder of records or one of archives, like ../shared/corpus/unxml.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tarfile
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as markup

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.pipeline import ALL_FORMATS, build
from publisher.pipeline.importing import bring_in_records
from publisher.verify.pdf.reading import PdfFile
from publisher.verify.pdf.telling import read_telling
from tests.receive.records import TODAY, as_read, departures, is_same_vote, notes, paragraphs, signs, votes, works

_CALL = re.compile(f"{CALL_OPEN}[^{CALL_CLOSE}]*{CALL_CLOSE}")
_NUMBER = re.compile(r"\d+")
_LETTERS = re.compile(r"\D+")
Said = tuple[str, Counter[str]]  # the letters and figures of a file in their order, and those of each of its notes


def sampled(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """What is found of each text that the files of a work give: nothing but its name and its lines where all is well."""
    sources = {path.name: path.read_bytes() for path in files}
    with tempfile.TemporaryDirectory() as place:
        for received in bring_in_records(files, None, workspace_for(Path(place), TODAY)):
            errors = [f"{one.code} {one.message}" for one in received.findings if one.severity is Severity.ERROR]
            folder = Path(place) / (received.folder or "none")
            folder.mkdir(exist_ok=True)
            for name, content in received.files.items():
                (folder / name).write_bytes(content)
            for language, name in received.sources.items():
                told = built(folder, language, sources[name])
                yield {"text": name} | ({"refused": errors} if errors else {}) | told
            if not received.sources:
                yield {"text": ", ".join(sources), "refused": errors}


def built(folder: Path, language: str, source: bytes) -> dict[str, Any]:
    """What departs from the record in the files of one language."""
    made = build(workspace_for(folder, TODAY), language, ALL_FORMATS)
    root = etree.fromstring(source, etree.XMLParser(remove_comments=True))
    told: dict[str, Any] = {"missing": sorted(set(ALL_FORMATS) - set(made.files))}
    told["unproved"] = [f"{one.code} {one.message}" for one in made.proofs if one.severity is Severity.ERROR]
    for form, data in made.files.items():
        there, said = SAID[form](data)
        lines = list(as_read(root, there))
        told["lines"] = len(lines)
        turned = form == "pdf" and language == "ar"
        departed: dict[str, Any] = departures(lines, there) if not turned else turned_departures(lines, there)
        lost = notes(root) - said if not turned else _unfigured(notes(root)) - _unfigured(said)
        told[form] = departed | ({"notes": list(lost)} if lost else {})
    if (voters := votes(root)) and not is_same_vote(voters, votes(etree.fromstring(made.files["akn"]))):
        told["votes"] = [voters, votes(etree.fromstring(made.files["akn"]))]
    return {name: found for name, found in told.items() if found}


def turned_departures(lines: Sequence[tuple[str, str]], there: str) -> dict[str, list[str]]:
    """The same of a page of Arabic, on which the order of figures cannot be read: they are counted."""
    letters = "".join(_LETTERS.findall(there))
    told = departures([("", "".join(_LETTERS.findall(words))) for _, words in lines], letters)
    wanted = Counter(figure for number, words in lines for figure in "".join(_NUMBER.findall(number + words)))
    if few := wanted - Counter("".join(_NUMBER.findall(there))):
        told["figures"] = list(few.elements())
    return told


def _unfigured(found: Counter[str]) -> Counter[str]:
    """The notes without their figures."""
    told: Counter[str] = Counter()
    for words, count in found.items():
        told["".join(_LETTERS.findall(words))] += count
    return told


def said_by_word(data: bytes) -> Said:
    """What a Word file says, the numbers that Word counts in it."""
    told = read_docx(Package(data))
    return signs(_CALL.sub("", "".join(one.whole for one in told.paragraphs))), Counter(
        signs(note.text) for note in told.notes
    )


def said_by_pdf(data: bytes) -> Said:
    """What a PDF says in the order of its tags."""
    told = read_telling(PdfFile(data))
    called = {id(piece) for call in told.calls for piece in call.pieces}
    pieces = (piece for block in told.blocks for piece in block.pieces if id(piece) not in called)
    return signs("".join(piece.text for piece in pieces)), Counter(signs(note.text) for note in told.notes)


def said_by_html(data: bytes) -> Said:
    """What an HTML file says outside its notes, and each of them without its mark."""
    body = markup.fromstring(data).find("body")
    for call in list(body.iterfind(".//*[@role='doc-noteref']")) + list(body.iterfind(".//a[@class='mark']")):
        call.drop_tree()
    notes_of = [note for section in body.iterfind(".//section[@role='doc-endnotes']") for note in section]
    said = Counter(signs(note.text_content()) for note in notes_of)
    for note in notes_of:
        note.drop_tree()
    return signs(body.text_content()), said


def said_by_akn(data: bytes) -> Said:
    """What an AKN4UN file says."""
    root = etree.fromstring(data)
    return "".join(number + words for number, words in paragraphs(root)), notes(root)


SAID: dict[str, Callable[[bytes], Said]] = {
    "docx": said_by_word, "pdf": said_by_pdf, "html": said_by_html, "akn": said_by_akn,
}  # fmt: skip


def wrong(told: dict[str, Any]) -> bool:
    """Whether anything of a text is not right."""
    return bool(told.keys() - {"text", "lines"})


def main() -> None:
    """Try works drawn at random, tell what is wrong of each, and count."""
    asked = argparse.ArgumentParser(prog="python -m tests.receive.sample")
    asked.add_argument("folder", type=Path)
    asked.add_argument("--works", type=int, default=20)
    asked.add_argument("--seed", type=int, default=3)
    asked.add_argument("--languages", default="ACEFRS", help="the letters of the files' languages")
    given = asked.parse_args()
    if not given.folder.exists():
        sys.exit(f"{given.folder} is not there: nothing to draw from")
    with tempfile.TemporaryDirectory() as place:
        drawn = works(unpacked(given.folder, Path(place)))
        names = random.Random(given.seed).sample(sorted(drawn), min(given.works, len(drawn)))
        counts: Counter[str] = Counter()
        for name in names:
            files = [path for path in drawn[name] if path.stem[-1] in given.languages]
            for told in _tried(files):
                counts += _counted(told)
                if wrong(told):
                    print(json.dumps(told, ensure_ascii=False), flush=True)
    print("\n".join(f"{count:8,} {name}" for name, count in sorted(counts.items())))


def unpacked(folder: Path, place: Path) -> Path:
    """Where the records lie: `folder`, or `place` where archives of it were unpacked."""
    archives = sorted(folder.glob("*.tar.*"))
    for packed in archives:
        with tarfile.open(packed) as archive:
            archive.extractall(place, filter="data")
    return place if archives else folder


def _tried(files: Sequence[Path]) -> list[dict[str, Any]]:
    try:
        return list(sampled(files))
    except Exception:  # what the program must never do is what is looked for
        return [{"text": ", ".join(path.name for path in files), "traceback": traceback.format_exc()}]


def _counted(told: dict[str, Any]) -> Counter[str]:
    counts = Counter({"texts": 1, "lines": told.get("lines", 0), "wrong": int(wrong(told))})
    for name, found in told.items():
        if name in SAID:
            counts.update(f"{name}: {fault}" for fault in found)
        elif name not in ("text", "lines"):
            counts[name] += 1
    return counts


if __name__ == "__main__":
    main()
