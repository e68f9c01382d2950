"""How much of official Word files is in the files built of them: `python -m tests.receive.measure FOLDER [NAME…]`.

Each file is imported, its folder built as Word and PDF, and what was built held against the source by a walk over the
XML that shares no code with the import (the numbers Word counts come from the reader `verify` uses). Where the official
PDF lies beside the file, the built PDF is held against that one too. Denominators come from the source; contents and
running heads, which the program makes itself, are taken off it, and what else was left out is listed.
"""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from publisher.batch import placing
from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from publisher.openxml.told import Telling
from publisher.pipeline import build
from publisher.pipeline.importing import Wanted, bring_in
from publisher.receive.received import Received
from publisher.receive.word import Options

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TODAY = datetime.date(2026, 3, 1)
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+|\d+")
_NUMBER = re.compile(
    r"^\s*(?:(\d{1,3}(?:\.\d{1,3})*|[IVXL]+|[A-Z]|\([a-z]{1,3}\))\.?\t\s*|([IVXL]+\.|[A-Z]\.|\([a-z]{1,3}\)|\d{1,3}(?:\.\d{1,3})*\.?)\s)"
)


@dataclass(frozen=True)
class Share:
    """So many of so many, and those that are missing."""

    there: int
    of: int
    missing: tuple[str, ...] = ()

    def __str__(self) -> str:
        share = 100 * self.there / self.of if self.of else 100.0
        return f"{self.there}/{self.of} {share:.2f} %"


def words_of_word(data: bytes) -> Counter[str]:
    """Every word a Word file shows: body, first head, text boxes, notes; struck text and old forms of boxes left out."""
    counted: Counter[str] = Counter()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml", name):
                counted.update(_words(_paragraphs(etree.fromstring(archive.read(name)))))
    return counted


def words_built(data: bytes) -> Counter[str]:
    """Every word of a Word file of ours, the numbers that Word counts among them."""
    return words_of_word(data) + _words(paragraph.number or "" for paragraph in read_docx(Package(data)).paragraphs)


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        pieces = []
        for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
            above = [one.tag for one in element.iterancestors()]
            if next(element.iterancestors(f"{W}p")) is paragraph and not any(
                tag.endswith(("}Fallback", "}del", "}moveFrom", "}tabs")) for tag in above
            ):
                pieces.append(
                    element.text or "" if element.tag == f"{W}t" else "-" if element.tag.endswith("Hyphen") else " "
                )
        yield "".join(pieces)


def words_of_pdf(data: bytes) -> Counter[str]:
    """Every word of a PDF, those broken at a line end put together again."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        text = subprocess.run(
            ["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True, check=True
        ).stdout
    return Counter(_WORD.findall(text))


def _words(lines: Iterable[str]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for line in lines:
        counted.update(_WORD.findall(line))
    return counted


def share(wanted: Counter[str], found: Counter[str]) -> Share:
    """How many of the words wanted are found, each as often as it is wanted."""
    missing = wanted - found
    named = tuple(f"{word} ×{count}" if count > 1 else word for word, count in missing.most_common())
    return Share(wanted.total() - missing.total(), wanted.total(), named)


def numbers(told: Telling) -> Counter[tuple[str, str]]:
    """The number before each paragraph of the text, typed or counted, with the words that follow it."""
    found: Counter[tuple[str, str]] = Counter()
    for paragraph in told.paragraphs:
        if paragraph.kind == "cell":
            continue
        number, text = paragraph.number or "", paragraph.text
        if not number and (typed := _NUMBER.match(text)):
            number, text = typed[1] or typed[2], text[typed.end() :]
        if number := number.strip(" .()"):
            found[number, "".join(_WORD.findall(text))[:40]] += 1
    return found


def _marks(told: Telling) -> Iterator[tuple[str, str]]:
    """The mark of each note with its words: several notes may say the same."""
    for note in told.notes:
        yield note.mark.strip(), "".join(_WORD.findall(note.text))[:40]


def cells(data: bytes) -> Counter[str]:
    """The words of each cell of tables with more than one column, masthead left out."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblpPr") is not None:
            continue
        if max((len(row.findall(f"{W}tc")) for row in table.iterchildren(f"{W}tr")), default=0) < 2:
            continue
        for cell in table.iterfind(f"{W}tr/{W}tc"):
            if words := "".join(_WORD.findall(" ".join(_paragraphs(cell)))):
                found[words] += 1
    return found


def without_contents(received: Received) -> Counter[str]:
    """The words of the contents, which the program makes, and of what else was left out or is printed otherwise."""
    left = [
        one.position
        for one in received.accounts.left_out()
        if one.position.where.startswith(("body", "footnotes", "endnotes"))
    ]
    whole, parts = (_words(one.text for one in left if one.kind == kind) for kind in ("paragraph", "run"))
    return (whole | parts) + _words(received.accounts.reworded)


def measured(path: Path) -> Iterator[tuple[str, object]]:
    """What is found of one Word file, name by name."""
    data = path.read_bytes()
    started = time.process_time()
    with tempfile.TemporaryDirectory() as place:
        received = bring_in(path, Wanted(Options(changes="accept")), workspace_for(path.parent, TODAY))
        yield "import", f"{time.process_time() - started:.2f} s CPU"
        folder = Path(place)
        placing.place(folder, received.files, lasting=False)
        language = next(
            name.partition(".")[0] for name in received.files if name.endswith(".yaml") and name != "record.yaml"
        )
        built = build(workspace_for(folder, TODAY), language, ("docx", "pdf"))
    errors = Counter(found.code for found in built.diagnostics if found.severity is Severity.ERROR)
    yield "errors", dict(errors)
    yield (
        "accounts",
        {
            kind: (count.total, count.left_out, count.open, count.twice)
            for kind, count in received.accounts.counts().items()
        },
    )
    made = {str(kind): content for kind, content in built.files.items()}
    left = without_contents(received)
    source = words_of_word(data) - left
    contents = {one.position.text for one in received.accounts.left_out() if one.position.kind == "cell"}
    told = read_docx(Package(data))
    if "docx" in made:
        again = read_docx(Package(made["docx"]))
        yield "words in Word", share(source, words_built(made["docx"]))
        wanted, found = numbers(told), numbers(again)
        missing = wanted - found
        yield (
            "numbers",
            Share(wanted.total() - missing.total(), wanted.total(), tuple(" ".join(one) for one in missing)),
        )
        notes, made_notes = (Counter("".join(_WORD.findall(note.text)) for note in one.notes) for one in (told, again))
        lost = notes - made_notes
        yield "notes", Share(notes.total() - lost.total(), notes.total(), tuple(lost))
        marks, made_marks = (Counter(_marks(one)) for one in (told, again))
        wrong = marks - made_marks
        yield "marks", Share(marks.total() - wrong.total(), marks.total(), tuple(" ".join(one) for one in wrong))
        listed = Counter({words: count for words, count in cells(data).items() if words not in _bare(contents)})
        absent = listed - cells(made["docx"])
        yield "cells", Share(listed.total() - absent.total(), listed.total(), tuple(absent))
    if "pdf" in made:
        yield "words in PDF", share(source, words_of_pdf(made["pdf"]))
        official = path.with_suffix(".pdf")
        if official.exists():
            yield "official PDF", share(words_of_pdf(official.read_bytes()) - left, words_of_pdf(made["pdf"]))


def _bare(texts: Iterable[str]) -> set[str]:
    return {"".join(_WORD.findall(text)) for text in texts}


def main(folder: str, *names: str) -> None:
    """Print what is found of each Word file in `folder`, or of those whose names hold one of `names`."""
    for path in sorted(Path(folder).glob("*.docx")):
        if names and not any(name in path.name for name in names):
            continue
        print(f"\n== {path.name}")
        for name, found in measured(path):
            print(f"{name:>14}: {found}")
            if isinstance(found, Share) and found.missing:
                print(f"{'':>16}{' · '.join(found.missing[:14])[:400]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
