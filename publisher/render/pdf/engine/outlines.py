"""Reads how a table of outlines (CFF) numbers its glyphs.

Adobe’s Technical Note 5176; the little that is wanted.
"""

from __future__ import annotations

import struct
from itertools import pairwise

# Operators of the dictionary of outlines: the collection the identifiers are of, where those of the glyphs are listed,
# where the outlines are, and where it says which of several sets of widths and measures a glyph goes by.
ROS, CHARSET, CHAR_STRINGS, FD_SELECT = 1230, 15, 17, 1237


def is_numbered(outlines: bytes | memoryview, count: int) -> bool:
    """Say whether `outlines` identifies each glyph by its number.

    Of `count` glyphs. The identifiers are listed as one range from 1 on, glyph 0 being understood.
    """
    if not len(outlines):
        return False
    operators = _operators(outlines)
    if ROS not in operators or (place := operators.get(CHARSET, 0)) <= 2:
        return False
    return bytes(outlines[place : place + 5]) == struct.pack(">BHH", 2, 1, count - 2)


def glyph_by_glyph(outlines: bytes) -> bytes:
    """`outlines` with the set each glyph goes by in a list, not in ranges.

    Both are formats of the table; page-validation 0.11 takes the last glyph of a range for one of the next.
    """
    operators = _operators(outlines)
    place, count = operators[FD_SELECT], int.from_bytes(outlines[operators[CHAR_STRINGS] :][:2], "big")
    pointer = struct.pack(">BiBB", 29, place, 12, FD_SELECT - 1200)
    if outlines[place] != 3 or outlines.count(pointer) != 1:
        return outlines
    ranges = struct.unpack_from(">H", outlines, place + 1)[0]
    starts = [*struct.iter_unpack(">HB", outlines[place + 3 : place + 3 + 3 * ranges]), (count, 0)]
    listed = b"".join(bytes([chosen]) * (end - start) for (start, chosen), (end, _) in pairwise(starts))
    return outlines.replace(pointer, struct.pack(">BiBB", 29, len(outlines), 12, FD_SELECT - 1200)) + b"\0" + listed


def _operators(outlines: bytes | memoryview) -> dict[int, int]:
    """The operators of the dictionary with the last operand of each; those of two bytes count from 1200."""
    _, names_end = _first(outlines, outlines[2])
    start, end = _first(outlines, names_end)
    dictionary = bytes(outlines[start:end])
    operators: dict[int, int] = {}
    operand = place = 0
    while place < len(dictionary):
        byte, place = dictionary[place], place + 1
        if byte == 12:
            operators[1200 + dictionary[place]], place = operand, place + 1
        elif byte < 22:
            operators[byte] = operand
        elif byte in (28, 29):
            width = 2 if byte == 28 else 4
            operand, place = int.from_bytes(dictionary[place : place + width], "big", signed=True), place + width
        elif byte == 30:  # a decimal number, ended by half a byte of ones
            while 15 not in divmod(dictionary[place], 16):
                place += 1
            place += 1
        elif byte < 247:
            operand = byte - 139
        else:
            sign, base = (1, 247) if byte < 251 else (-1, 251)
            operand, place = sign * ((byte - base) * 256 + dictionary[place] + 108), place + 1
    return operators


def _first(outlines: bytes | memoryview, place: int) -> tuple[int, int]:
    """Where the only object of the INDEX at `place` begins and ends."""
    count, width = struct.unpack(">HB", outlines[place : place + 3])
    begin = place + 2 + (count + 1) * width
    ends = [place + 3 + width * index for index in (0, 1)]
    first, last = (int.from_bytes(outlines[end : end + width], "big") for end in ends)
    return begin + first, begin + last
