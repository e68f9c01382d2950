"""An editor adds a paragraph with nothing but a style: it has its number, what follows moves on, headings reach the contents."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from publisher.model.characters import compared, unmarked
from publisher.openxml.package import Package
from publisher.openxml.reading import read_docx
from tests.docx.lint import W
from tests.revise.libreoffice import drawn_up

pytestmark = [pytest.mark.conformance, pytest.mark.slow]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
STYLES = ("SingleTxtG", "Item1", "HChG", "H1G", "Operative", "AgendaEntry1")
WITHOUT = ("Statement", "Preambular", "QuotationG", "Labelled", "DocumentTitle", "TableLabel")
UNCOUNTED = {("ar", "Item1"), ("ar", "HChG"), ("ar", "H1G")}  # Word has no abjad words or ordinals, and other letters


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration report as the program builds it, in six languages."""
    folder = tmp_path_factory.mktemp("built")
    command = [
        sys.executable,
        "-m",
        "publisher",
        "build",
        "data/DEMO-CVW.3-15",
        "--format",
        "docx",
        "--output",
        str(folder),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[2])
    return folder


@dataclass(frozen=True)
class Added:
    """A paragraph put in: its words, the number it must bear, and the words and number of the next of its list."""

    words: str
    number: str
    after: str
    moved: str


def test_what_has_only_a_style_is_numbered_and_moves_the_rest(
    built: Path, needs: Callable[[str], str], tmp_path: Path
) -> None:
    office = needs("soffice")
    for language in LANGUAGES:
        data, added = edited((built / f"DEMO-CVW.3-15.{language}.docx").read_bytes(), language)
        path = tmp_path / f"{language}.docx"
        path.write_bytes(data)
        shown = compared(unmarked(drawn_up(office, tmp_path / "profile", path)))
        read = compared(unmarked("".join(told.whole for told in read_docx(Package(data)).paragraphs)))
        assert len(added) > len(WITHOUT) + 4
        for one in added:
            for text in (shown, read):
                assert compared(one.number + one.words) in text, (language, one)
                assert compared(one.moved + one.after) in text, (language, one)
            heading = one.words.startswith(("Added HCh", "Added H1"))
            assert shown.count(compared(one.words)) == (2 if heading else 1), (language, one)


def edited(data: bytes, language: str) -> tuple[bytes, list[Added]]:
    """The file with paragraphs of each style added, in the middle of a list and in the last one that has such."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    told = read_docx(Package(data)).paragraphs
    paragraphs = list(body.iter(f"{W}p"))
    assert len(told) == len(paragraphs)
    added = []
    for style in STYLES:
        if (language, style) in UNCOUNTED:
            paragraphs[-2].addprevious(made(style, f"Added {style} uncounted"))
            added.append(Added(f"Added {style} uncounted", "", "", ""))
            continue
        lists = beginnings([(at, each.number) for at, each in enumerate(told) if each.style == style and each.number])
        for name, (_, following, later) in {"first": lists[0], "last": lists[-1]}.items():
            words = f"Added {style} {name}"
            if added and added[-1].after == told[following].text:
                continue
            paragraphs[following].addprevious(made(style, words))
            added.append(Added(words, told[following].number or "", told[following].text, told[later].number or ""))
    for style in WITHOUT:
        paragraphs[-2].addprevious(made(style, f"Added {style}"))
        added.append(Added(f"Added {style}", "", "", ""))
    parts["word/document.xml"] = etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stored.getvalue(), added


def beginnings(counted: list[tuple[int, str]]) -> list[tuple[int, ...]]:
    """Where lists begin: the places of three that are numbered as the first three are."""
    windows = list(zip(counted, counted[1:], counted[2:], strict=False))
    first = [number for _, number in windows[0]]
    return [tuple(at for at, _ in window) for window in windows if [number for _, number in window] == first]


def made(style: str, words: str) -> Any:
    """A paragraph as Word makes it when an editor picks a style."""
    paragraph = etree.Element(f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(properties, f"{W}pStyle").set(f"{W}val", style)
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = words
    return paragraph
