"""A PDF read back from its tags.

Blocks in reading order, notes apart, calls, what stands outside the tags.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
from bidi import get_display

from publisher.verify.pdf.content import Matrix, Run, read_content
from publisher.verify.pdf.fonts import Font, read_font
from publisher.verify.pdf.tags import read_tags

_OTHER_LETTERS = re.compile("[A-Za-z\u0400-\u04ff\u3400-\u9fff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc\U0001e800-\U0001efff]")
_JOINED = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")  # Arabic and Hebrew presentation forms
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Piece:
    """What a piece of marked content draws on one line.

    Its characters in the order they are read.
    """

    page: int
    text: str
    left: float
    right: float
    y: float  # base line, points from the foot of the page
    size: float
    drawn: str  # the characters from left to right
    upright: bool = True
    spoken: bool = False  # the text is what the file says the glyphs stand for, not what they are


@dataclass(slots=True)
class Sheet:
    """A page: its number from 1, width and height in points."""

    number: int
    width: float
    height: float

    @property
    def wide(self) -> bool:
        """Whether the page is turned."""
        return self.width > self.height


class PdfFile:
    """A finished PDF, opened once; parts are read when first asked for."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.fonts: dict[tuple[int, int], Font] = {}
        self.sheets: list[Sheet] = []
        self.runs: list[Run] = []
        for number, page in enumerate(self.pdf.pages, 1):
            left, bottom, right, top = (float(side) for side in page.mediabox)
            self.sheets.append(Sheet(number, right - left, top - bottom))
            self.runs += self._content(page.obj, number)
        self.tags = read_tags(self.pdf)

    def _content(self, page: Any, number: int) -> list[Run]:
        contents = page.get("/Contents")
        if contents is None:
            return []
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data = b"\n".join([stream.read_bytes() for stream in streams])
        fonts, forms = self._resources(page.get("/Resources"), number)
        return read_content(data, number, fonts, forms)

    def _resources(self, resources: Any, page: int) -> tuple[dict[str, Font], Callable[[str], Any]]:
        fonts: dict[str, Font] = {}
        for name, font in (resources.get("/Font", {}) if resources is not None else {}).items():
            if font.objgen not in self.fonts:
                self.fonts[font.objgen] = read_font(font)
            fonts[name[1:]] = self.fonts[font.objgen]

        def form(name: str) -> Any:
            found = resources.get("/XObject", {}).get(f"/{name}")
            if found is None or found.get("/Subtype") != "/Form" or b"Tf" not in (data := found.read_bytes()):
                return None
            matrix = tuple(float(value) for value in found.get("/Matrix", _IDENTITY))
            return data, *self._resources(found.get("/Resources", resources), page)[:1], matrix, form

        return fonts, form

    @cached_property
    def marked(self) -> dict[tuple[int, int], list[Piece]]:
        """Marked content by page and MCID, as pieces in logical order.

        One for each line it stands on.
        """
        gathered: dict[tuple[int, int], list[Run]] = defaultdict(list)
        for run in self.runs:
            if run.mcid is not None and not run.artifact:
                gathered[run.page, run.mcid].append(run)
        languages = self._languages()
        texts: dict[str, list[str]] = defaultdict(list)
        for key, runs in gathered.items():
            texts[languages.get(key, "")] += [run.text for run in runs]
        turned = {name: _more_right_to_left("".join(said)) for name, said in texts.items() if name}
        return {
            key: list(_pieces(runs, turned.get(languages.get(key, ""), self.right_to_left)))
            for key, runs in gathered.items()
        }

    @cached_property
    def spoken(self) -> dict[tuple[int, int], str]:
        """Marked content by page and MCID of which the content stream itself gives the text."""
        return {(run.page, run.mcid): run.says for run in self.runs if run.says and run.mcid is not None}

    def _languages(self) -> dict[tuple[int, int], str]:
        """Language of marked content by page and MCID where the part it belongs to is in one of its own."""
        found: dict[tuple[int, int], str] = {}
        for part in self.tags.walk() if self.tags else ():
            if part.language:
                found.update(dict.fromkeys(part.content(), part.language))
        return found

    @cached_property
    def right_to_left(self) -> bool:
        """Whether most letters are of scripts from right to left."""
        text = "".join([run.text for run in self.runs])
        return _more_right_to_left(text)

    @cached_property
    def tagged(self) -> frozenset[tuple[int, int]]:
        """Page and MCID of all content the structure tree names."""
        return frozenset(self.tags.content()) if self.tags else frozenset()

    @cached_property
    def furniture(self) -> dict[int, list[Piece]]:
        """What is drawn outside the structure tree, by page.

        Running heads and page numbers.
        """
        outside: dict[int, list[Run]] = defaultdict(list)
        for run in self.runs:
            if run.artifact or run.mcid is None or (run.page, run.mcid) not in self.tagged:
                outside[run.page].append(run)
        return {
            page: [piece for group in _apart(runs) for piece in _pieces(group, False)] for page, runs in outside.items()
        }


def unmirrored(text: str) -> str:
    """`text` with every bracket turned to the same side.

    One glyph draws “(” from left to right and “)” from right to left, and a font of a PDF names one character for
    it: where both directions meet in one font, the file cannot say which was meant.
    """
    return text.translate(_MIRRORED)


_MIRRORED = str.maketrans(")]}»>", "([{«<")


def _more_right_to_left(text: str) -> bool:
    return not text.isascii() and len(_RIGHT_TO_LEFT.findall(text)) > len(_OTHER_LETTERS.findall(text))


def _apart(runs: list[Run]) -> list[list[Run]]:
    """Part runs that stand on one line but not beside each other: page number and job number, cells of a table head."""
    groups = [runs[:1]]
    for before, run in pairwise(runs):
        if (
            run.sequence != before.sequence
            or abs(run.y - before.y) > 0.1
            or not -1 < run.x - before.x - before.width < run.size
        ):
            groups.append([])
        groups[-1].append(run)
    return groups


def _pieces(runs: list[Run], right_to_left: bool) -> Iterator[Piece]:
    """Put runs of one marked content together by base line and turn what was drawn right to left."""
    first = runs[0]
    line: list[Run] = []
    for run in runs:
        if line and (abs(run.y - first.y) > 0.1 or run.upright != first.upright):
            yield _piece(line, right_to_left)
            line = []
        if not line:
            first = run
        line.append(run)
    yield _piece(line, right_to_left)


def _piece(line: list[Run], right_to_left: bool) -> Piece:
    drawn = text = "".join([run.text for run in line])
    if right_to_left or (not drawn.isascii() and _RIGHT_TO_LEFT.search(drawn)):
        drawn = _JOINED.sub(_its_letters, drawn)
        text = get_display(drawn, base_dir="R")  # the order of drawing is the inverse of the order of reading
    last = max(line, key=lambda run: run.x + run.width)
    return Piece(
        line[0].page, text, min([run.x for run in line]), last.x + last.width, line[0].y,
        max([run.size for run in line]), drawn, line[0].upright,
    )  # fmt: skip


def _its_letters(joined: re.Match[str]) -> str:
    """The letters of a sign that is written for several, such as “ﻹ”, from left to right as they are drawn."""
    return unicodedata.normalize("NFKC", joined[0])[::-1]
