"""Pictures, charts and text boxes: files, and blocks to place them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from PIL import Image

from publisher.openxml.admission import Refused, unpacked
from publisher.openxml.content import Block, Paragraph, Picture, Run, cells_in, paragraphs_in
from publisher.openxml.package import Package
from publisher.receive.accounts import Accounts
from publisher.receive.folder import Noted, Remark
from publisher.receive.word.charts import drawing, read_chart, sheet
from publisher.receive.word.nesting import Division
from publisher.receive.word.numbers import with_number
from publisher.receive.word.words import WordsOf

_TAKEN = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}
_TURNED = (".gif", ".bmp", ".tif", ".tiff", ".webp")  # into PNG
_KEPT = (".emf", ".wmf", ".svg", ".pict", ".tiff")
_MOST_PIXELS = 50_000_000


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands with a figure: label, number, title, source."""

    label: str = ""
    number: str = ""
    title: str = ""
    source: str = ""


NO_CAPTION = Caption()


@dataclass(slots=True)
class Figures:
    """The pictures of one file; `files` fills as they are placed."""

    package: Package
    accounts: Accounts
    words: WordsOf
    files: dict[str, bytes] = field(default_factory=dict)
    labelled: int = 0
    box: dict[str, Any] = field(default_factory=dict)  # the last one made of text boxes

    def holds(self, piece: Any) -> bool:
        """Whether a piece is a picture that says something.

        A rule or frame without words is decoration.
        """
        return isinstance(piece, Picture) and (piece.kind != "drawing" or any(map(self._says, piece.boxes)))

    def _says(self, story: list[Block]) -> bool:
        pieces = (piece for paragraph in paragraphs_in(story) for piece in paragraph.pieces)
        return any(piece.text.strip() if isinstance(piece, Run) else self.holds(piece) for piece in pieces)

    def decoration(self, piece: Picture) -> None:
        """Leave out a picture that only adorns."""
        self.accounts.leave_out("a rule, frame or emblem without words", piece.element)

    def place_all(self, paragraph: Paragraph, division: Division, caption: Caption = NO_CAPTION) -> None:
        """Place each picture of `paragraph`; the first takes the caption."""
        self._place([piece for piece in paragraph.pieces if isinstance(piece, Picture)], division, caption)

    def place_left(self, paragraph: Paragraph, division: Division) -> None:
        """Place the pictures of `paragraph` that nobody placed.

        Some are anchored in a title or a note, of which the words were wanted.
        """
        drawn = (piece for piece in paragraph.pieces if isinstance(piece, Picture))
        self._place([piece for piece in drawn if self.accounts.is_open(piece.element)], division, NO_CAPTION)

    def _place(self, pieces: Sequence[Picture], division: Division, caption: Caption) -> None:
        for piece in pieces:
            if not self.holds(piece):
                self.decoration(piece)
                continue
            self.accounts.use_once(piece.element)
            if piece.kind != "drawing":
                block, remarks = self._block(piece)
                block |= self._captioned(caption, division)
                caption = NO_CAPTION
                division.add(Noted(block, remarks) if remarks else block)
            if any(map(self._says, piece.boxes)):
                self._boxes(piece, division, caption)
                caption = NO_CAPTION

    def _captioned(self, caption: Caption, division: Division) -> dict[str, str]:
        """Title and source of a figure; a label that counting would not give stands as words before it."""
        made = {"source": caption.source} if caption.source else {}
        if caption.title and caption.number == str(self.labelled + 1):
            self.labelled += 1
            return {"title": caption.title} | made
        if caption.label:
            said = f"“{caption.label}” is not the number counting gives here; it stands in the words"
            words = "\n".join(filter(None, (caption.label, caption.title)))
            is_of_section = "." in caption.number  # “Figure 26.XII” counts within its section, and is no slip
            division.plain(words, () if is_of_section else (Remark("IM015", said, caption.label),))
        return made

    def _boxes(self, piece: Picture, division: Division, caption: Caption) -> None:
        """The words of a text box stay words, in a box where they stood; boxes that follow each other are one."""
        titles = list(filter(None, (caption.label, caption.title)))
        remarks = (Remark("IM015", "the drawing stands as the words in its boxes", titles[0]),) if titles else ()
        body = [{"unnumbered": words} for story in piece.boxes for words in self._lines(story)]
        body += [{"unnumbered": caption.source}] if caption.source else []
        if not titles and division.here and division.here[-1] is self.box:
            self.box["body"] += body
        elif titles or body:
            self.box = {"box": "\n".join(titles) or None, "body": body}
            division.add(Noted(self.box, remarks) if remarks else self.box)
        for paragraph in (paragraph for story in piece.boxes for paragraph in paragraphs_in(story)):
            self.place_all(paragraph, division)

    def _lines(self, story: list[Block]) -> Iterator[str]:
        for cell in cells_in(story):
            self.accounts.use_once(cell.element)
        for paragraph in paragraphs_in(story):
            self.accounts.use_once(paragraph.element)
            if words := self.words.words(with_number(paragraph)):
                yield words

    def _block(self, piece: Picture) -> tuple[dict[str, Any], tuple[Remark, ...]]:
        if piece.kind == "chart":
            return self._chart(piece)
        name, remarks = self._picture(piece)
        alternative = piece.alternative or "[--]"
        if not piece.alternative:
            remarks = (
                *remarks,
                Remark("IM011", "the picture has no words for those who cannot see it", name, "write what it shows"),
            )
        return {"figure": name, "alternative": alternative}, remarks

    def _chart(self, piece: Picture) -> tuple[dict[str, Any], tuple[Remark, ...]]:
        root = self.package.part(piece.part)
        if root is None:
            return self._missing(piece), (Remark("IM012", "the chart is not in the file"),)
        chart = read_chart(root)
        name = self._name("chart")
        self.files[f"{name}.svg"] = drawing(chart, piece.width, piece.height)
        self.files[f"{name}.csv"] = sheet(chart)
        words = piece.alternative or chart.words or "[--]"
        said = f"the chart is drawn anew from its figures, which are in {name}.csv"
        return {"figure": f"{name}.svg", "alternative": words}, (Remark("IM015", said),)

    def _picture(self, piece: Picture) -> tuple[str, tuple[Remark, ...]]:
        ending = PurePosixPath(piece.part).suffix.lower()
        try:
            data = unpacked(self.package.archive, piece.part)
        except (Refused, KeyError):
            data = b""
        name = self._name("figure")
        if ending in _TAKEN and _is_whole(data):
            self.files[name + _TAKEN[ending]] = data
            return name + _TAKEN[ending], ()
        if data and ending in _TURNED and (png := _as_png(data)):
            self.files[f"{name}.png"] = png
            return f"{name}.png", (Remark("IM015", f"the picture was turned from {ending[1:].upper()} into PNG"),)
        kind = ending if ending in (*_KEPT, *_TAKEN) else ".bin"
        said, hint = (
            "a picture that lies outside the file is not fetched",
            "put the picture into the folder and name it here",
        )
        if data:
            self.files[name + kind] = data
            what = "that is damaged" if ending in _TAKEN else f"of the kind {kind[1:].upper()}"
            said, hint = f"a picture {what} is not drawn", f"save {name}{kind} as PNG and name it here"
        self.files[f"{name}.svg"] = _placeholder(piece)
        return f"{name}.svg", (Remark("IM012", f"{said}; an empty frame stands in its place", name, hint),)

    def _missing(self, piece: Picture) -> dict[str, Any]:
        name = f"{self._name('figure')}.svg"
        self.files[name] = _placeholder(piece)
        return {"figure": name, "alternative": piece.alternative or "[--]"}

    def _name(self, kind: str) -> str:
        stems = {PurePosixPath(name).stem for name in self.files}
        return f"{kind}-{1 + sum(stem.startswith(f'{kind}-') for stem in stems)}"


def _is_whole(data: bytes) -> bool:
    """Whether a picture can be read."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True


def _as_png(data: bytes) -> bytes:
    """A picture as PNG; nothing where it cannot be read or is too large."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return b""
            written = io.BytesIO()
            image.convert("RGBA").save(written, "PNG")
            return written.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""


def _placeholder(piece: Picture) -> bytes:
    width, height = max(piece.width, 120), max(piece.height, 60)
    size = f'width="{width:.0f}pt" height="{height:.0f}pt" viewBox="0 0 {width:.0f} {height:.0f}"'
    frame = f'<rect x="1" y="1" width="{width - 2:.0f}" height="{height - 2:.0f}" fill="none" stroke="#7f7f7f"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{frame}</svg>\n'.encode()
