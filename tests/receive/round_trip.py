"""Whether our own Word files come back whole: `python -m tests.receive.round_trip FOLDER…` or `FOLDER:en,zh`.

A folder is built as Word, the file imported, the folder of the import built as Word again, and both files told by the
reader that `verify` uses: every line with its number, every note with its mark, heads and feet. White space is one
blank, and the pages of the contents are not held against each other, for they follow from the lines. Nor is the label
over the contents, which follows from the kind: a record comes in as a note.
"""

from __future__ import annotations

import datetime
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import yaml

from publisher.batch import placing
from publisher.model.diagnostic import Diagnostic, Severity
from publisher.model.workspace import languages_in, workspace_for
from publisher.openxml.furniture import head_parts
from publisher.openxml.package import Package, value
from publisher.openxml.reading import read_docx
from publisher.openxml.sections import sections
from publisher.pipeline import build
from publisher.pipeline.importing import Wanted, bring_in
from publisher.receive.received import Received
from publisher.receive.word import Options
from tests.language.conftest import LANGUAGES, speak

TODAY = datetime.date(2027, 11, 20)
_OVER_CONTENTS = {
    speak(language).entries.labels[key] for language in LANGUAGES for key in ("contents", "contents-of-meeting")
}
_PAGE_OF_CONTENTS = re.compile(r"\t+\d{1,3}$")


@dataclass(frozen=True)
class Trip:
    """What went out, what came back, and how they differ."""

    received: Received
    errors: tuple[Diagnostic, ...]  # of the import
    findings: tuple[Diagnostic, ...]  # of building its folder
    before: tuple[str, ...]
    after: tuple[str, ...]
    facts: dict[str, Any]
    facts_again: dict[str, Any]

    @property
    def differences(self) -> list[str]:
        """The lines that are in one file only, with + or -."""
        lines = unified_diff(self.before, self.after, lineterm="", n=0)
        return [line for line in lines if not line.startswith(("@@", "---", "+++"))]


def trip(folder: Path, language: str) -> Trip:
    """The Word file of `folder` in `language`, brought in and built again."""
    facts = yaml.safe_load((folder / "record.yaml").read_text("utf-8"))
    return again(word_of(folder, language)[0], facts)


def again(data: bytes, facts: dict[str, Any]) -> Trip:
    """A Word file of ours, brought in and built again."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "source.docx"
        source.write_bytes(data)
        received = bring_in(source, Wanted(Options()), workspace_for(Path(place), TODAY))
        made = Path(place) / "made"
        placing.place(made, received.files, lasting=False)
        (language,) = languages_in(made)
        rebuilt, found = word_of(made, language)
        record = yaml.safe_load((made / "record.yaml").read_text("utf-8"))
    errors = tuple(one for one in received.findings if one.severity is Severity.ERROR)
    return Trip(received, errors, found, tuple(_told(data)), tuple(_told(rebuilt)), facts, record)


def word_of(folder: Path, language: str) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The Word file built of a folder, and the findings."""
    built = build(workspace_for(folder, TODAY), language, ("docx",))
    files = {str(kind): content for kind, content in built.files.items()}
    assert "docx" in files, [f"{one.at}: {one.code} {one.message}" for one in built.diagnostics]
    return files["docx"], tuple(built.diagnostics)


def _told(data: bytes) -> Iterator[str]:
    package = Package(data)
    told = read_docx(package)
    begun = (section for section in sections(package) if value(section, "type") != "continuous")  # the head of a page
    for place, section in enumerate(begun):
        for part, lines in head_parts(package, section).items():
            yield from (f"{place} {part} {line}" for line in lines)
    for paragraph in told.paragraphs:
        text = _PAGE_OF_CONTENTS.sub("", paragraph.text.rstrip())
        if text in _OVER_CONTENTS:
            yield "over the contents"
        elif text.strip() or paragraph.kind == "cell":
            yield " ".join(f"{paragraph.kind}: {paragraph.number or ''} {text}".split())
    yield from (" ".join(f"note: {note.mark} {note.text}".split()) for note in told.notes)


def main(*folders: str) -> None:
    """Print what differs."""
    for given in folders:
        name, _, asked = given.partition(":")
        for language in asked.split(",") if asked else languages_in(Path(name)):
            made = trip(Path(name), language)
            print(f"{name} {language}: {len(made.before)} lines, {len(made.differences)} differ")
            for line in (*made.differences, *(f"{one.code} {one.message}" for one in made.errors)):
                print(f"  {line[:160]}")
            for key in sorted(made.facts.keys() | made.facts_again.keys()):
                if made.facts.get(key) != made.facts_again.get(key):
                    print(f"  {key}: {made.facts.get(key)!s:.100} → {made.facts_again.get(key)!s:.100}")


if __name__ == "__main__":
    main(*sys.argv[1:])
