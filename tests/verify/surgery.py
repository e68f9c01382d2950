"""Cuts into finished PDF and DOCX files: each function plants one fault and gives the file back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from lxml import etree

from publisher.verify.pdf.reading import PdfFile

_SECTION = rb"/\w+\s*<<[^>]*?/MCID %d\b[^>]*>>\s*BDC(.*?)EMC"
_FURNITURE = re.compile(rb"/Artifact\s*<<.*?>>\s*BDC(.*?)EMC", re.S)
_SHOWN = re.compile(rb"\[[^\]]*\]\s*TJ")
_MATRIX = re.compile(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) Tm")


@dataclass(frozen=True)
class Line:
    """A drawn line of text: where its marked content is."""

    page: int
    mcid: int
    text: str


class Patient:
    """A finished PDF opened for surgery."""

    def __init__(self, data: bytes) -> None:
        self.reading = PdfFile(data)
        self.pdf = pikepdf.open(BytesIO(data))
        for page in self.pdf.pages:
            page.contents_coalesce()

    def lines(self) -> list[Line]:
        """All lines the structure tree names, in its order."""
        assert self.reading.tags is not None
        return [
            Line(page, mcid, "".join([piece.text for piece in self.reading.marked[page, mcid]]))
            for page, mcid in self.reading.tags.content()
            if (page, mcid) in self.reading.marked
        ]

    def line(self, holds: str, number: int = 0) -> Line:
        """The line `number` of those that hold the words `holds`."""
        return [line for line in self.lines() if holds in line.text][number]

    def content(self, page: int) -> bytes:
        data: bytes = self.pdf.pages[page - 1].Contents.read_bytes()
        return data

    def write(self, page: int, content: bytes) -> None:
        self.pdf.pages[page - 1].Contents = self.pdf.make_stream(content)

    def section(self, line: Line) -> re.Match[bytes]:
        found = re.search(_SECTION % line.mcid, self.content(line.page), re.S)
        assert found is not None
        return found

    def redraw(self, line: Line, change: Callable[[bytes], bytes]) -> None:
        """Put another drawing in the place of the drawing of `line`."""
        content, found = self.content(line.page), self.section(line)
        drawing = change(found[1])
        assert drawing != found[1]
        self.write(line.page, content[: found.start(1)] + drawing + content[found.end(1) :])

    def move(self, line: Line, right: float = 0, down: float = 0) -> None:
        """Draw `line` elsewhere, by points."""
        self.redraw(line, lambda drawing: shifted(drawing, right / 0.75, down / 0.75))

    def codes(self, line: Line, text: str) -> bytes:
        """The codes that draw `text` in the font `line` is drawn in."""
        fonts = [run.font for run in self.reading.runs if (run.page, run.mcid) == (line.page, line.mcid)]
        return b"".join([self._code(fonts, sign) for sign in text])

    def _code(self, fonts: list[Any], sign: str) -> bytes:
        for font in fonts:
            for code, characters in font.characters.items():
                if characters == sign:
                    return b"%04x" % code
        raise LookupError(sign)

    def replace(self, line: Line, old: str, new: str) -> None:
        """Draw `new` in the place of the first `old` of `line`, in the same font."""
        before, after = self.codes(line, old), self.codes(line, new)
        self.redraw(line, lambda drawing: straightened(drawing).replace(before, after, 1))

    def elements(self, role: str) -> list[Any]:
        """All structure elements of `role`."""
        things = (thing for thing in self.pdf.objects if isinstance(thing, pikepdf.Dictionary))
        return [thing for thing in things if thing.get("/S") == role]

    def owner(self, line: Line, role: str | None = None) -> Any:
        """The structure element that holds `line`, or the one of `role` above it."""
        page = self.pdf.pages[line.page - 1].obj
        things = (thing for thing in self.pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/K" in thing)
        for thing in things:
            if thing.get("/Type", "") == "/StructElem" and any(_is(kid, thing, line.mcid, page) for kid in thing.K):
                while role is not None and str(thing.S) != role:
                    thing = thing.P
                return thing
        raise LookupError(line.text)

    def carry(self, lines: list[Line], page: int, down: float = 0) -> None:
        """Draw `lines` on another page, their structure elements following them."""
        for line in lines:
            owner, found = self.owner(line), self.section(line)
            content = self.content(line.page)
            here, there = self.pdf.pages[line.page - 1].obj, self.pdf.pages[page - 1].obj
            number = 1 + max(int(mcid) for mcid in re.findall(rb"/MCID (\d+)", self.content(page)))
            drawing = b"q .75 0 0 .75 0 0 cm /Span <</MCID %d>> BDC" % number + shifted(found[1], 0, down / 0.75)
            self.write(line.page, content[: found.start(1)] + content[found.end(1) :])
            self.write(page, self._base(page) + self.content(page) + b"\nQ " + self._flip(page) + drawing + b"EMC Q")
            at = next(place for place, kid in enumerate(owner.K) if _is(kid, owner, line.mcid, here))
            owner.K[at] = pikepdf.Dictionary(Type=pikepdf.Name("/MCR"), Pg=there, MCID=number)
            for name, font in here.Resources.Font.items():
                there.Resources.Font[name] = font

    def _base(self, page: int) -> bytes:
        return b"q "

    def _flip(self, page: int) -> bytes:
        return b"q 1 0 0 -1 0 %f cm " % float(self.pdf.pages[page - 1].mediabox[3])

    def furnish(self, page: int, change: Callable[[bytes], bytes]) -> None:
        """Change the drawing of running head and foot on `page`."""
        content = self.content(page)
        changed = _FURNITURE.sub(lambda found: change(found[0]), content)
        assert changed != content
        self.write(page, changed)

    def bytes(self) -> bytes:
        """The file as it is now."""
        written = BytesIO()
        self.pdf.save(written)
        return written.getvalue()


def shifted(drawing: bytes, right: float, down: float) -> bytes:
    def move(found: re.Match[bytes]) -> bytes:
        a, b, c, d, x, y = (float(value) for value in found.groups())
        return b"%f %f %f %f %f %f Tm" % (a, b, c, d, x + right, y + down)

    return _MATRIX.sub(move, drawing)


def straightened(drawing: bytes) -> bytes:
    """`drawing` with each array as one string without shifts, so that codes stand side by side."""

    def straight(found: re.Match[bytes]) -> bytes:
        return b"[<" + b"".join(re.findall(rb"<([0-9A-Fa-f]*)>", found[0])).lower() + b">] TJ"

    return _SHOWN.sub(straight, drawing)


def _is(kid: Any, owner: Any, mcid: int, page: Any) -> bool:
    if isinstance(kid, int):
        return kid == mcid and owner.get("/Pg") == page
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/MCID") == mcid and kid.get("/Pg") == page


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Parcel:
    """A finished DOCX opened for surgery: its parts by name."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def edit(self, name: str, change: Callable[[Any], None]) -> bytes:
        """The file with part `name` changed as a tree."""
        root = etree.fromstring(self.parts[name])
        before = etree.tostring(root)
        change(root)
        after = etree.tostring(root)
        assert after != before
        self.parts[name] = after
        return self.bytes()

    def bytes(self) -> bytes:
        """The file as it is now."""
        written = BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return written.getvalue()


def paragraph(root: Any, holds: str, number: int = 0) -> Any:
    """The paragraph `number` of those that hold the words `holds`."""
    found = [each for each in root.iter(f"{W}p") if holds in "".join(each.itertext(f"{W}t"))]
    return found[number]


def words(root: Any, holds: str) -> Any:
    """The first text element that holds `holds`."""
    return next(each for each in root.iter(f"{W}t") if holds in (each.text or ""))
