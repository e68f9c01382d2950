"""A text without its spaces, to be looked for sign by sign, and what stood between the signs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from publisher.typed.transformations import SPACES

_BETWEEN = re.escape("".join(SPACES)) + "\n"
_RUNS = re.compile(f"([{_BETWEEN}]*)([^{_BETWEEN}]+)")  # of signs, with what stands between them and those before


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without its spaces.

    `gaps` says for each sign what stands before it: " ", line end, block “|” or “.”.
    """

    signs: str
    gaps: str


def squeezed(blocks: Iterable[str]) -> Squeezed:
    """The signs of `blocks` one after the other, and what stands before each."""
    signs: list[str] = []
    gaps: list[str] = []
    for block in blocks:
        before = "|"
        for found in _RUNS.finditer(block):
            spaces, run = found.groups()
            if not before:
                before = "\n" if spaces.strip("\n") == "" else " "
            signs.append(run)
            gaps.append(before + "." * (len(run) - 1))
            before = ""
    return Squeezed("".join(signs), "".join(gaps))
