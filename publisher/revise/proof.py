"""The proof of a corrigendum: its instructions, carried out on the issued text, give the corrected text exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from publisher.revise.instruction import Instruction
from publisher.revise.location import Location, Passage
from publisher.revise.sentences import sentences
from publisher.revise.substitution import Substitution, substituted

_TABLE = ("table-title", "head", "cell", "total", "table-note", "source")


class Disproved(Exception):
    """The instructions do not lead from the issued text to the corrected one; the message says where they part."""


def prove(issued: Sequence[Passage], orders: Sequence[Instruction], corrected: Sequence[Passage]) -> None:
    """Carry out `orders` on `issued`; raise Disproved unless the outcome reads as `corrected`, passage by passage."""
    outcome = [_reading(passage) for passage in carry_out(issued, orders)]
    wanted = [_reading(passage) for passage in corrected]
    for got, want in zip(outcome, wanted, strict=False):
        if got != want:
            raise Disproved(f"after the corrections {got} stands where {want} should")
    if len(outcome) != len(wanted):
        extra = (outcome + wanted)[min(len(outcome), len(wanted))]
        raise Disproved(f"after the corrections there are {len(outcome)} passages instead of {len(wanted)}: {extra}")


def carry_out(issued: Sequence[Passage], orders: Sequence[Instruction]) -> tuple[Passage, ...]:
    """Give back the issued passages with every instruction carried out; Disproved where one does not fit the text."""
    at: dict[Location, list[Instruction]] = {}
    for order in orders:
        if order.kind not in ("insert", "insert-table"):
            at.setdefault(order.location, []).append(order)
    known = {passage.location for passage in issued} | {_table(passage.location) for passage in issued}
    for location in at:
        if location not in known:
            raise Disproved(f"the issued text has no passage at {location}")
    after: dict[Location | None, list[Passage]] = {}
    for order in orders:
        if order.kind in ("insert", "insert-table"):
            added = order.table or (Passage(order.location, order.new, order.id, role=order.role),)
            after.setdefault(order.after, []).extend(added)
    result: list[Passage] = list(after.get(None, ()))
    replaced: set[Location] = set()
    for passage in issued:
        result.extend(_outcome(passage, at, replaced))
        result.extend(after.get(passage.location, ()))
    return tuple(result)


def _outcome(passage: Passage, at: dict[Location, list[Instruction]], replaced: set[Location]) -> list[Passage]:
    table = _table(passage.location)
    for order in at.get(table, ()):
        if order.kind in ("replace-table", "delete-table"):
            first = table not in replaced
            replaced.add(table)
            return list(order.table) if first else []
    orders = at.get(passage.location, [])
    if not orders:
        return [passage]
    if orders[0].kind == "delete":
        return []
    if orders[0].kind == "replace":
        return [replace(passage, text=orders[0].new)]
    return [replace(passage, text=_swapped(passage, orders))]


def _swapped(passage: Passage, orders: Sequence[Instruction]) -> str:
    """Carry out the substitutions of one passage; each must stand there once, in the sentence it names."""
    parts = sentences(passage.text)
    for order in orders:
        if order.sentence and order.old not in parts[order.sentence - 1]:
            raise Disproved(f"“{order.old}” does not stand in sentence {order.sentence} of {passage.location}")
    text = substituted(passage.text, [Substitution(order.old, order.new, 0) for order in orders])
    if text is None:
        raise Disproved(f"a substitution does not fit {passage.location} exactly once")
    return text


def _table(location: Location) -> Location:
    """Give back the address of the table that a cell, title or note belongs to; of anything else, its own."""
    if location.kind not in _TABLE:
        return location
    path = location.path[:-1] if location.kind == "table-note" else location.path
    return Location(location.annex, location.decision, "table-title", path)


def _reading(passage: Passage) -> tuple[str, str, str, tuple[str, ...], str]:
    """What must agree: words, kind, scope, printed number; for notes, whose marks are counted anew, the identifier."""
    place = passage.location
    number = (passage.id,) if place.kind in ("note", "front-note") else place.path
    return (place.annex, place.decision, place.kind, number, passage.text)
