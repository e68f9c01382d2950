"""The text of a page as drawn: runs with place, size and font.

And the marked content they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from struct import unpack
from typing import Any

from publisher.verify.damage import Damaged
from publisher.verify.pdf.fonts import Font

Matrix = tuple[float, float, float, float, float, float]

_TOKEN = re.compile(
    rb"""\[((?:[^\]()]++|\((?:\\.|[^\\()])*\))*)\]      # 1 array
    |(\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\))        # 2 literal string
    |<<(.*?)>>                                          # 3 property list
    |<([0-9A-Fa-f\s]*)>                                 # 4 hexadecimal string
    |/([^\s/<>\[\](){}%]*)                              # 5 name
    |([-+]?(?:\d+\.?\d*|\.\d+))                         # 6 number
    |([A-Za-z'"*][A-Za-z0-9*]*)                         # 7 operator""",
    re.X | re.S,
)
_ITEM = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\((?:\\.|[^\\()])*\))|([-+]?(?:\d+\.?\d*|\.\d+))", re.S)
_SHIFT = rb"(?:[-+]?(?:\d+\.?\d*+|\.\d+))?"
_TWO_BYTES = re.compile(rb"(?:%b<(?:[0-9A-Fa-f]{4})*+>)*+%b" % (_SHIFT, _SHIFT))  # an array as WeasyPrint writes it
_CODES = re.compile(rb"<([^>]*)>")
_MCID = re.compile(rb"/MCID\s+(\d+)")
_SAID = re.compile(rb"/ActualText\s*(?:<([0-9A-Fa-f\s]*)|(\((?:\\.|[^\\()])*\)))", re.S)
_UNMARKED = (None, False, "")
_NO_SHIFT = re.compile(rb">\s*-?0(?:\.0*)?\s*<")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.S)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(slots=True)
class Run:
    """Characters drawn in one go.

    `x`, `y` is where the base line begins, in points from the lower left corner: a vowel sign raised over its letter
    (Ts) stands on that of the letter.
    """

    page: int  # from 1
    mcid: int | None  # None: in no marked content
    artifact: bool
    text: str  # in the order of drawing
    x: float
    y: float
    width: float
    size: float
    font: Font
    upright: bool
    boxed: bool = False  # holds code 0, which draws an empty box
    sequence: int = 0  # which marked content of the page it is drawn in
    says: str = ""  # what the content stream gives as its text in the place of the characters


def read_content(content: bytes, page: int, fonts: dict[str, Font], forms: Callable[[str], Any]) -> list[Run]:
    """The runs of a content stream in the order of drawing.

    `forms` gives the content of a form by name.
    """
    return _Reader(page, fonts, forms).read(content)


class _Reader:
    """The graphics and text state of a content stream (ISO 32000-1, 8.4 and 9.3) as far as text needs it."""

    def __init__(self, page: int, fonts: dict[str, Font], forms: Callable[[str], Any]) -> None:
        self.page, self.fonts, self.forms = page, fonts, forms
        self.runs: list[Run] = []
        self.base: Matrix = (1, 0, 0, 1, 0, 0)
        self.saved: list[tuple[Matrix, Font | None, float]] = []
        self.text: Matrix = (1, 0, 0, 1, 0, 0)
        self.line: Matrix = (1, 0, 0, 1, 0, 0)
        self.font: Font | None = None
        self.size = 0.0
        self.spacing = self.word_spacing = self.leading = 0.0
        self.scale = 1.0
        self.marked: list[tuple[int | None, bool, str]] = []
        self.sequence = 0

    def read(self, content: bytes) -> list[Run]:
        operands: list[tuple[int, bytes]] = []
        actions = _ACTIONS
        for token in _TOKEN.finditer(content):
            kind = token.lastindex or 0
            if kind != 7:
                operands.append((kind, token[kind]))
                continue
            action = actions.get(token[7])
            if action is not None:
                try:
                    action(self, operands)
                except (ValueError, IndexError, RecursionError) as error:
                    raise Damaged(f"page {self.page}: {token[7].decode('latin-1')} without its operands") from error
            if operands:
                operands = []
        return self.runs

    def concatenate(self, operands: list[tuple[int, bytes]]) -> None:
        self.base = _product(_numbers(operands), self.base)

    def save(self, _: list[tuple[int, bytes]]) -> None:
        self.saved.append((self.base, self.font, self.size))

    def restore(self, _: list[tuple[int, bytes]]) -> None:
        if self.saved:
            self.base, self.font, self.size = self.saved.pop()

    def begin_text(self, _: list[tuple[int, bytes]]) -> None:
        self.text = self.line = (1, 0, 0, 1, 0, 0)

    def set_font(self, operands: list[tuple[int, bytes]]) -> None:
        self.font, self.size = self.fonts.get(operands[0][1].decode()), float(operands[1][1])

    def set_matrix(self, operands: list[tuple[int, bytes]]) -> None:
        self.text = self.line = _numbers(operands)

    def move(self, operands: list[tuple[int, bytes]]) -> None:
        self.line = _product((1, 0, 0, 1, float(operands[0][1]), float(operands[1][1])), self.line)
        self.text = self.line

    def move_with_leading(self, operands: list[tuple[int, bytes]]) -> None:
        self.leading = -float(operands[1][1])
        self.move(operands)

    def next_line(self, _: list[tuple[int, bytes]]) -> None:
        self.move([(6, b"0"), (6, str(-self.leading).encode())])

    def set_spacing(self, operands: list[tuple[int, bytes]]) -> None:
        self.spacing = float(operands[0][1])

    def set_word_spacing(self, operands: list[tuple[int, bytes]]) -> None:
        self.word_spacing = float(operands[0][1])

    def set_scale(self, operands: list[tuple[int, bytes]]) -> None:
        self.scale = float(operands[0][1]) / 100

    def set_leading(self, operands: list[tuple[int, bytes]]) -> None:
        self.leading = float(operands[0][1])

    def begin_marked(self, operands: list[tuple[int, bytes]]) -> None:
        self.sequence += 1
        outer = self.marked[-1] if self.marked else _UNMARKED
        artifact = outer[1] or bool(operands and operands[0][1] == b"Artifact")
        entries = operands[1][1] if len(operands) > 1 and operands[1][0] == 3 else b""
        found = _MCID.search(entries)
        self.marked.append((int(found[1]) if found else outer[0], artifact, _said(entries) or outer[2]))

    def end_marked(self, _: list[tuple[int, bytes]]) -> None:
        if self.marked:
            self.marked.pop()

    def show(self, operands: list[tuple[int, bytes]]) -> None:
        kind, value = operands[-1]
        self._draw(value if kind == 1 else b"<" + value + b">" if kind == 4 else value)

    def show_on_next_line(self, operands: list[tuple[int, bytes]]) -> None:
        self.next_line(operands)
        self.show(operands)

    def draw_form(self, operands: list[tuple[int, bytes]]) -> None:
        form = self.forms(operands[0][1].decode())
        if form is None:
            return
        content, fonts, matrix, forms = form
        inner = _Reader(self.page, fonts, forms)
        inner.base, inner.marked = _product(matrix, self.base), list(self.marked)
        self.runs += inner.read(content)

    def _draw(self, array: bytes) -> None:
        font = self.font
        if font is None or not array:
            return
        codes, shift = _codes(array, font.code_length)
        if not codes:
            return
        boxed = font.code_length == 2 and 0 in codes
        font.empty_box = font.empty_box or boxed
        advance = (font.width(codes) - shift) / 1000 * self.size + self.spacing * len(codes)
        if self.word_spacing and font.code_length == 1:
            advance += self.word_spacing * codes.count(32)
        advance *= self.scale
        a, b, _, d, x, y = _product(self.text, self.base)
        mcid, artifact, says = self.marked[-1] if self.marked else _UNMARKED
        size, horizontal = abs(d) * self.size or abs(b) * self.size, abs(a)
        self.runs.append(
            Run(self.page, mcid, artifact, font.text(codes), x, y,
                advance * (horizontal or abs(b)), size, font, b == 0, boxed, self.sequence, says)
        )  # fmt: skip
        self.text = _product((1, 0, 0, 1, advance, 0), self.text)


def _numbers(operands: list[tuple[int, bytes]]) -> Matrix:
    a, b, c, d, e, f = (float(value) for _, value in operands[-6:])
    return a, b, c, d, e, f


def _product(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _codes(array: bytes, length: int) -> tuple[list[int], float]:
    """The character codes of a string or array and the sum of its shifts in thousandths."""
    array = _NO_SHIFT.sub(b"", array)
    if length == 2 and _TWO_BYTES.fullmatch(array):  # a thousand shifts in a line of spaced letters
        parts = _CODES.split(array)
        drawn = bytes.fromhex(b"".join(parts[1::2]).decode())
        return list(unpack(f">{len(drawn) // 2}H", drawn)), sum(map(float, filter(None, parts[::2])))
    codes: list[int] = []
    shift = 0.0
    for digits, literal, number in _ITEM.findall(array):
        if number:
            shift += float(number)
            continue
        data = bytes.fromhex(digits.decode()) if digits else _literal(literal)
        if length == 1:
            codes += data
        else:
            codes += [high << 8 | low for high, low in zip(data[::2], data[1::2], strict=False)]
    return codes, shift


def _said(entries: bytes) -> str:
    """The text that a property list gives for its content."""
    if not (found := _SAID.search(entries)):
        return ""
    data = bytes.fromhex(found[1].decode()) if found[1] is not None else _literal(found[2])
    return data.decode("utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", "replace")


def _literal(string: bytes) -> bytes:
    def plain(found: re.Match[bytes]) -> bytes:
        escaped = found[1]
        return bytes([int(escaped, 8) & 255]) if escaped.isdigit() else _ESCAPED.get(escaped, escaped)

    return _ESCAPE.sub(plain, string[1:-1])


_ACTIONS: dict[bytes, Callable[[_Reader, list[tuple[int, bytes]]], None]] = {
    b"cm": _Reader.concatenate, b"q": _Reader.save, b"Q": _Reader.restore, b"BT": _Reader.begin_text,
    b"Tf": _Reader.set_font, b"Tm": _Reader.set_matrix, b"Td": _Reader.move, b"TD": _Reader.move_with_leading,
    b"T*": _Reader.next_line, b"Tc": _Reader.set_spacing, b"Tw": _Reader.set_word_spacing, b"Tz": _Reader.set_scale,
    b"TL": _Reader.set_leading, b"BDC": _Reader.begin_marked, b"BMC": _Reader.begin_marked,
    b"EMC": _Reader.end_marked, b"TJ": _Reader.show, b"Tj": _Reader.show, b"'": _Reader.show_on_next_line,
    b"Do": _Reader.draw_form,
}  # fmt: skip
