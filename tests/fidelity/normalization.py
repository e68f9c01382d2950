"""What may differ between the source text as received and the text of a finished file: each step once, with its reason.

Every function takes text and gives text; nothing here knows what the document says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from publisher.model.characters import CALL_CLOSE, CALL_OPEN

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"^(\*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+) (.+)$")
_NUMBER = re.compile(r"^(\d+\.|[A-Z]\.|[一二三四五六七八九十]+、|\([a-z]\)) *")
_LABEL = re.compile(r"^(主席|副主席|报告员)： *")
_DASH = re.compile(r"^- ")


def seed_lines(seed: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The lines of the source without its notes, and the notes as mark and body."""
    lines: list[str] = []
    notes: list[tuple[str, str]] = []
    for line in seed.splitlines():
        # The source was taken page by page, so a footnote stands where its page ended: in the middle of paragraph 5,
        # after paragraph 43, between two paragraphs of decision 2/6. In the file a note is a note.
        if found := _NOTE.match(line.strip()):
            notes.append((found[1].translate(_SUPERSCRIPT), found[2]))
        else:
            lines.append(line)
    return lines, notes


def stream(lines: Iterable[str]) -> str:
    """The characters of `lines` one after the other."""
    pieces = []
    for line in lines:
        # A hyphen and a space at the head of a page: annex IV, paragraph 29, goes on there; no word of the text.
        line = _DASH.sub("", line.strip())
        # White space is the layout’s: the source ends its lines at page ends, parts cells by tabs, and writes now
        # one space, now none, between a number and its text; a line end of the PDF swallows its space.
        pieces.append("".join(line.split()))
    # A raised figure in the source is a footnote mark; the file says which figures are marks by other means.
    return "".join(pieces).translate(_SUPERSCRIPT).replace(CALL_OPEN, "").replace(CALL_CLOSE, "").replace("\u200b", "")


def spaced_stream(lines: Iterable[str]) -> str:
    """The characters of `lines` with the spaces between words, less those that only part fields."""
    pieces = []
    for line in lines:
        line = _DASH.sub("", line.strip())
        # A no-break space keeps “议程项目 8” on one line; it is a space all the same.
        line = line.replace("\u00a0", " ").replace("\u200b", "").replace(CALL_OPEN, "").replace(CALL_CLOSE, "").strip()
        # Between a number or label and its text, and between the cells of a row, Word has a tab or a cell’s edge.
        line = _LABEL.sub(r"\1：", _NUMBER.sub(r"\1", line)).replace("\t", "")
        pieces.append(line.translate(_SUPERSCRIPT).replace("\n", ""))  # a forced line end is a line of the source
    return "".join(pieces)


def without_furniture(blocks: Iterable[str], furniture: Iterable[str]) -> list[str]:
    """Leave out the foot of page one: the job number and the request to recycle are no part of the source."""
    left_out = {"".join(text.split()) for text in furniture}
    return [block for block in blocks if "".join(block.split()) not in left_out]
