"""What the fonts of a PDF say: characters, widths, embedding."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_BLOCK = re.compile(rb"begin(bf(?:char|range))(.*?)endbf(?:char|range)", re.S)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[(.*?)\])", re.S)
_WIDTHS = re.compile(rb"(-?[\d.]+)\s*(?:\[([^\]]*)\]|(-?[\d.]+)\s+(-?[\d.]+))")
_SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")


@dataclass(slots=True)
class Font:
    """A font of the file: its name, and what its codes mean.

    Without subset tag.
    """

    name: str
    embedded: bool
    code_length: int
    characters: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 1000.0
    unknown: set[int] = field(default_factory=set)  # codes used that stand for no character
    empty_box: bool = False  # code 0, the glyph for “not defined”, was drawn

    def text(self, codes: list[int]) -> str:
        """The characters of `codes` in their order.

        Codes without a character are noted in `unknown`.
        """
        try:
            return "".join(map(self.characters.__getitem__, codes))
        except KeyError:
            pieces = []
            for code in codes:
                if (character := self.characters.get(code)) is None:
                    self.unknown.add(code)
                    character = "\ufffd"
                pieces.append(character)
            return "".join(pieces)

    def width(self, codes: list[int]) -> float:
        """The sum of the advance widths of `codes`.

        In thousandths of the type size.
        """
        try:
            return sum(map(self.widths.__getitem__, codes))
        except KeyError:
            return sum(self.widths.get(code, self.default_width) for code in codes)


def read_font(font: Any) -> Font:
    """What the font dictionary `font` says (ISO 32000-1, 9.6 to 9.10)."""
    composite = font.get("/Subtype") == "/Type0"
    descendant = font.DescendantFonts[0] if composite else font
    descriptor = descendant.get("/FontDescriptor")
    embedded = font.get("/Subtype") == "/Type3" or (
        descriptor is not None and any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    )
    name = str(font.get("/BaseFont", descendant.get("/BaseFont", "/unnamed")))[1:]
    made = Font(_SUBSET_TAG.sub("", name), embedded, 2 if composite else 1)
    if "/ToUnicode" in font:
        made.characters = _characters(font.ToUnicode.read_bytes())
    elif not composite:
        made.characters = {code: bytes([code]).decode("cp1252", "replace") for code in range(32, 256)}
    if composite:
        made.default_width = float(descendant.get("/DW", 1000))
        if "/W" in descendant:
            made.widths = _composite_widths(descendant.W.unparse(resolved=True))
    elif "/Widths" in font:
        first = int(font.get("/FirstChar", 0))
        made.widths = {first + index: float(width) for index, width in enumerate(font.Widths)}
    return made


def _characters(cmap: bytes) -> dict[int, str]:
    characters: dict[int, str] = {}
    for block in _BLOCK.finditer(cmap):
        if block[1] == b"bfchar":
            codes = _HEX.findall(block[2])
            for code, text in zip(codes[::2], codes[1::2], strict=False):
                characters[int(code, 16)] = _decoded(text)
            continue
        for first, last, text, texts in _RANGE.findall(block[2]):
            low = int(first, 16)
            if texts:
                characters |= {low + index: _decoded(item) for index, item in enumerate(_HEX.findall(texts))}
                continue
            start = _decoded(text)
            for code in range(low, int(last, 16) + 1):
                characters[code] = start[:-1] + chr(ord(start[-1]) + code - low)
    return characters


def _decoded(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _composite_widths(array: bytes) -> dict[int, float]:
    widths: dict[int, float] = {}
    for first, listed, last, same in _WIDTHS.findall(array.strip()[1:-1]):
        start = int(float(first))
        if last:
            widths |= dict.fromkeys(range(start, int(float(last)) + 1), float(same))
        else:
            widths |= {start + index: float(width) for index, width in enumerate(listed.split())}
    return widths
