"""What a text that follows an issued one must keep.

A reissue its words, a revision the corrections made before it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from publisher.revise.alignment import Pair, align
from publisher.revise.instruction import Instruction
from publisher.revise.location import Location, Passage

_ALIKE = 0.6  # of an inserted passage must have stayed for the revision to hold it still


def unnamed_differences(
    issued: Sequence[Passage], reissued: Sequence[Passage], named: Collection[str]
) -> tuple[str, ...]:
    """Passages that read otherwise in the reissue, but those `named`.

    By identifier. The note that tells of the reissue is its own.
    """
    different = (_identifier(pair) for pair in align(issued, reissued) if pair.changed)
    return tuple(dict.fromkeys(name for name in different if name not in named and not name.startswith("note-reissue")))


def _identifier(pair: Pair) -> str:
    passage = pair.new or pair.old
    return passage.id if passage else ""


def left_uncorrected(
    issued: Sequence[Passage], orders: Sequence[Instruction], revised: Sequence[Passage]
) -> tuple[str, ...]:
    """In words, which corrections the revised text does not follow."""
    wrong = {passage.location: passage.text for passage in issued}
    at = {_cell(passage.id, passage.location): passage.text for passage in revised}
    everything = "\n".join(passage.text for passage in revised)
    lost = []
    for order in orders:
        text = at.get(_cell(order.id, order.location), "")
        match order.kind:
            case "throughout":
                left = order.old in everything
            case "swap":
                left = order.old in text and (not order.new or order.new not in text)
            case "replace" | "delete":
                left = bool(text) and text == wrong.get(order.location)
            case "insert":
                left = not any(_alike(order.new, passage.text) for passage in revised)
            case _:
                continue  # a table as a whole: its cells may have been revised since
        if left:
            lost.append(f"“{order.old or order.new}” at {order.id or 'the whole text'}")
    return tuple(lost)


def _cell(identifier: str, place: Location) -> tuple[str, str, int, int]:
    """Tell the cells of a table apart, which share its identifier."""
    return (identifier, place.kind, place.row, place.column)


def _alike(inserted: str, text: str) -> bool:
    if inserted == text:
        return True
    matcher = SequenceMatcher(None, inserted, text, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
