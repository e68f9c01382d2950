"""Settles what text drawn from right to left says.

Several orders of reading can look the same on the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from bidi import get_display

from publisher.model.characters import compared, unmarked
from publisher.verify.expected import Line, NoteLine
from publisher.verify.pdf.reading import Piece, unmirrored
from publisher.verify.pdf.telling import Block

ARABIC_LETTER_MARK = "\u061c"
_THOUSANDS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


def settle(lines: Sequence[Line], blocks: Sequence[Block], texts: list[str], right_to_left: bool = True) -> None:
    """Put the expected text where its drawing is what is drawn.

    Into `texts`, line by line of a block. In a document that does not run `right_to_left`, words of right-to-left
    scripts stand in lines of either direction.

    The bidirectional algorithm (UAX #9) cannot be inverted: “2026-2029” after an Arabic letter is drawn as a range
    from 2029 at the left, and so is “2029-2026” elsewhere. So the inverse is only a proposal; where it differs from
    every expected line, the expected line of the same characters is drawn in mind and compared sign by sign.
    """
    wanted = {compared(unmarked(line.whole)): unmarked(line.whole) for line in lines}
    by_signs: dict[str, list[str]] = {}
    for text in wanted:
        by_signs.setdefault(signs(text), []).append(text)
    entries = [text for line in lines if line.kind == "contents-entry" for text in [compared(unmarked(line.whole))]]
    if not any(piece.text != piece.drawn for block in blocks for piece in block.pieces):
        return
    for place, block in enumerate(blocks):  # beside turned text, brackets of any text may have lost their side
        if texts[place] in wanted:
            continue
        for text in by_signs.get(signs(texts[place]), ()):
            if _draws(block, wanted[text], right_to_left):
                texts[place] = text
                break
        else:
            for text, page, entry in _entries(block, entries):
                if _draws(entry, wanted[text], right_to_left):
                    texts[place] = text + page
                    break


def _entries(block: Block, entries: Sequence[str]) -> Iterator[tuple[str, str, Block]]:
    """Each contents entry of which a block may be the drawing, its page number, and the block without it.

    The page number ends the entry: it is drawn at the left end of the last line.
    """
    last = block.pieces[-1]
    drawn = compared(last.drawn)
    drawn_signs = Counter(unmirrored(compared(block.drawn)))
    for text in entries:
        count = drawn_signs.total() - len(text)
        page = drawn[: max(count, 0)]
        if page.isdecimal() and drawn_signs - Counter(unmirrored(text)) == Counter(page):
            rest = replace(last, drawn=drawn[count:], text=drawn[count:])
            yield text, page, replace(block, pieces=[*block.pieces[:-1], rest])


def said(pieces: Sequence[Piece], expected: Iterable[str]) -> str:
    """The words of a part that stands in a line, such as a link.

    Those `expected` that it may be the drawing of: as drawn or as inverted, whichever side its brackets open to. A
    symbol that a line ends in, “A/80/” and “6 (Sect. 3)/Add.4”, reads as drawn, “1540 (2004)” among Arabic words as inverted.
    """
    ways = ["".join([piece.text for piece in pieces]), "".join([piece.drawn for piece in pieces])]
    drawn = {unmirrored(compared(way)) for way in ways}
    return next((words for words in expected if unmirrored(compared(unmarked(words))) in drawn), ways[0])


def signs(text: str) -> str:
    """The signs of `text` in no order, brackets turned to one side."""
    return "".join(sorted(unmirrored(text)))


def of_same_signs(
    drawn: Iterable[str], expected: Iterable[NoteLine], signs_of: Callable[[str], str]
) -> Iterator[NoteLine | None]:
    """For each text drawn the line of the same signs; those alike, as of 80/354 and 80/435, follow one another."""
    alike: dict[str, list[NoteLine]] = {}
    for line in expected:
        alike.setdefault(signs_of(line.text), []).append(line)
    for text in drawn:
        lines = alike.get(signs_of(text), [])
        yield lines.pop(0) if len(lines) > 1 else next(iter(lines), None)


def _context(before: str) -> str:
    """What stands for the words `before` a line: figures after Arabic letters run on from the right (W2)."""
    strong = next(
        (found for found in map(unicodedata.bidirectional, reversed(before)) if found in ("L", "R", "AL")), ""
    )
    return ARABIC_LETTER_MARK if strong == "AL" else ""


def held_thousands(text: str) -> str:
    """`text` with the space in its thousands that never breaks a line.

    A page has it there, and it keeps the figures in their order; a plain one would not.
    """
    return _THOUSANDS.sub("\u00a0", text)


def _draws(block: Block, text: str, right_to_left: bool) -> bool:
    """Say whether every line of `block` is drawn as the bidirectional algorithm draws that part of `text`."""
    rest = "\u00a0".join(unicodedata.normalize("NFKC", part) for part in held_thousands(text).split("\u00a0"))
    before = ""
    for piece in block.pieces:
        wanted = len(compared(piece.text))
        end, count = 0, 0
        while end < len(rest) and count < wanted:
            count += len(compared(rest[end]))
            end += 1
        part, rest = rest[:end], rest[end:]
        context, before = _context(before), before + part
        if piece.spoken and compared(part) == compared(piece.text):
            continue
        # A symbol or a Latin name stands in a box of its own that reads from left to right.
        turned = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in part)
        bases = "R" if turned and right_to_left else "RL"
        ways = [unmirrored(compared(get_display(context + part, base_dir=base))) for base in bases]
        if not turned:  # what came before a box does not turn it: “+5” after Arabic letters
            ways.append(unmirrored(compared(part)))
            if right_to_left:  # nor are Arabic letters needed beside “12.5%” in a cell of its own (`hold_ranges`)
                ways.append(unmirrored(compared(get_display(ARABIC_LETTER_MARK + part, base_dir="R"))))
        if unmirrored(compared(piece.drawn)) not in ways:
            return False
    return not compared(rest)
