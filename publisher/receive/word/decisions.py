"""A decision in full: preamble, operative part and tail.

What stands under its heading, parted.
"""

from __future__ import annotations

from typing import Any

from publisher.receive.folder import Noted
from publisher.receive.nearest import unboxed
from publisher.receive.word.nesting import Division, simplest

_COMMAS = (",", "，", "،", "、")
_LONGEST_TAIL = 90  # characters of a line under a decision: meeting, day


def resolving(division: Division) -> dict[str, Any]:
    """The entries of a decision from its blocks.

    `division` holds them as they stand in the source.
    """
    blocks = list(division.body)
    first = next((at for at, block in enumerate(blocks) if not _is_plain(block)), len(blocks))
    last = max((at for at, block in enumerate(blocks) if not _is_plain(block)), default=-1)
    before, rest = blocks[:first], blocks[first:]
    tail: list[Any] = []
    if last >= 0:
        while rest and _is_tail(rest[-1]):
            tail.insert(0, rest.pop())
    else:
        before, rest, tail = _without_numbers(blocks)
    made: dict[str, Any] = {}
    if before and _words(before[0]).rstrip("*").endswith(_COMMAS) and not _bare(before[0]).get("items"):
        made["organ"] = _words(before.pop(0))
    made |= {"preamble": [_preambular(block) for block in before]} if before else {}
    counted = [block for block in map(_bare, rest) if "paragraph" in block]
    if last >= 0 and len(counted) == 1 and division.numbered == 1:  # alone it has a number only where one is given
        counted[0].setdefault("number", "1")
    made |= {"operative": unboxed(simplest(rest))} if rest else {}
    made |= {"tail": [_words(block) for block in tail]} if tail else {}
    return made


def _without_numbers(blocks: list[Any]) -> tuple[list[Any], list[Any], list[Any]]:
    """A single operative paragraph carries no number: it follows the last line that ends with a comma."""
    at = 1 + max((at for at, block in enumerate(blocks) if _words(block).endswith(_COMMAS)), default=-1)
    if at >= len(blocks) or at == 0:
        return [], blocks, []
    rest = list(blocks[at:])
    tail: list[Any] = []
    while len(rest) > 1 and _is_tail(rest[-1]):
        tail.insert(0, rest.pop())
    given = _bare(rest[0])
    rest[0] = {"paragraph": given["unnumbered"]} | {key: value for key, value in given.items() if key != "unnumbered"}
    return blocks[:at], rest, tail


def _preambular(block: Any) -> Any:
    given = _bare(block)
    return given["unnumbered"] if set(given) == {"unnumbered"} else given


def _is_plain(block: Any) -> bool:
    return "unnumbered" in _bare(block)


def _is_tail(block: Any) -> bool:
    given = _bare(block)
    return set(given) == {"unnumbered"} and all(len(line) <= _LONGEST_TAIL for line in given["unnumbered"].split("\n"))


def _words(block: Any) -> str:
    return str(_bare(block).get("unnumbered", ""))


def _bare(block: Any) -> dict[str, Any]:
    while isinstance(block, Noted):
        block = block.value
    return block if isinstance(block, dict) else {}
