"""Numbers typed before words: where they end.

And how they are taken off the runs they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from publisher.openxml.content import Look, NoteCall, Paragraph, Piece, Run

_LONGEST = 14  # characters of a typed number: “XXXVIII.”, “12 quinquies.”, “(xxviii)”
_TYPED = re.compile(
    r"""(?:
      \d{1,4}(?:\ (?:bis|ter|quater|quinquies))?\s?[.．、)]?   # 1.  12 bis.  1)
    | \d{1,4}\s?-                                              # 1 - (Arabic)
    | \d{1,3}(?:\.\d{1,3}){1,3}\.?                             # 26.1
    | [IVXLC]{1,8}[.．]                                        # II.
    | [A-ZА-Я][.．]                                            # B.
    | \(?(?:[a-z]{1,2}|[ivxl]{1,6}|[а-я])[).]                  # (a)  a)  a.  (iv)
    | \(\d{1,3}\)                                              # (1)
    | [一二三四五六七八九十百]{1,4}[、．.]                       # 二、
    | [(（][一二三四五六七八九十]{1,3}[)）]                      # (二)
    | [\u0621-\u064a\u064b-\u0652]{1,12}\s?-                   # ثانيا -
    | \([\u0621-\u064a]{1,3}\)                                 # (أ)
    )""",
    re.VERBOSE,
)
BULLETS = "•·●○▪■◦‣–—-*\uf0b7\uf0a7\uf0d8\u2212"
_PLAINLY = re.compile(
    r"(?:\d{1,3}\.|\([a-z]\)|\([ivx]{1,5}\)|[IVX]{1,6}\.)\s+(?=\S)"
)  # with a blank in place of the tab


_OF_RESOLUTION = re.compile(r"\s*((?:[A-Z]{1,3}-)?\d{1,4}/\d{1,4}(?: [A-Z])?)\.(?:\s+(?=\S)|$)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph parted: its number, who counted it, bullet, words.

    The number is “” without one.
    """

    number: str
    counted: bool
    bullet: str
    pieces: tuple[Piece, ...]
    number_runs: tuple[Run, ...]  # the runs the number was typed in, as far as they hold nothing else


def parted(paragraph: Paragraph) -> Numbered:
    """The number before the words of `paragraph`, and the words.

    From Word's own count, or as somebody typed it.
    """
    if paragraph.number is not None and paragraph.number.strip():
        number = paragraph.number.strip()
        bullet = number if number in BULLETS or "\uf000" <= number <= "\uf0ff" else ""
        return Numbered("" if bullet else number, True, bullet, tuple(paragraph.pieces), ())
    text = paragraph.text
    lead = len(text) - len(text.lstrip("\t \xa0"))
    cut = text.find("\t", lead)
    typed = text[lead:cut].strip() if cut > lead else ""
    if typed and len(typed) <= _LONGEST and _TYPED.fullmatch(typed):
        return _cut(paragraph.pieces, cut, typed, "")
    if typed and typed in BULLETS:
        return _cut(paragraph.pieces, cut, "", typed)
    if found := _PLAINLY.match(text, lead):
        return _cut(paragraph.pieces, found.end(), found[0].strip(), "")
    return Numbered("", False, "", tuple(paragraph.pieces), ())


def with_number(paragraph: Paragraph) -> list[Piece]:
    """The pieces of `paragraph`, the number or bullet that Word counts before them."""
    number = (paragraph.number or "").strip()
    if not number or not any(isinstance(piece, NoteCall) or _says(piece) for piece in paragraph.pieces):
        return paragraph.pieces
    return [Run(f"{number} ", Look(), paragraph.element), *paragraph.pieces]


def spell_lone_numbers(paragraphs: Iterable[Paragraph]) -> list[str]:
    """Make numbers that Word prints before nothing the words of their paragraphs; which they are."""
    lone = []
    for paragraph in paragraphs:
        if (number := parted(paragraph).number) and paragraph.number and with_number(paragraph) is paragraph.pieces:
            paragraph.pieces = [Run(number, Look(), paragraph.element), *paragraph.pieces]
            paragraph.number = None
            lone.append(number)
    return lone


def _says(piece: Piece) -> bool:
    return isinstance(piece, Run) and bool(piece.text.strip())


def resolution_numbered(paragraph: Paragraph) -> Numbered | None:
    """The heading “80/10. Title” of a resolution, parted.

    Its number without the point. None where another heading stands.
    """
    part = parted(paragraph)
    if part.counted and (found := _OF_RESOLUTION.fullmatch(part.number)):
        return replace(part, number=found[1])
    if not part.counted and (found := _OF_RESOLUTION.match(paragraph.text)):
        return _cut(paragraph.pieces, found.end(), found[1], "")
    return None


def _cut(pieces: Sequence[Piece], at: int, number: str, bullet: str) -> Numbered:
    """Take the first `at` characters off `pieces`."""
    kept: list[Piece] = []
    spent: list[Run] = []
    for piece in pieces:
        if not isinstance(piece, Run) or at <= 0:
            kept.append(piece)
        elif len(piece.text) <= at:
            at -= len(piece.text)
            spent.append(piece)
        else:
            kept.append(replace(piece, text=piece.text[at:]))
            at = 0
    return Numbered(number, False, bullet, tuple(kept), tuple(spent))
