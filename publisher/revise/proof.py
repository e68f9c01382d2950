"""The proof of a corrigendum.

Carried out on the issued text, it gives the corrected text exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.revise.instruction import Instruction
from publisher.revise.location import Location, Passage
from publisher.revise.substitution import Substitution, substituted, with_terms

_TABLE = ("table-title", "unit", "head", "cell", "total", "table-note", "source")


class Disproved(Exception):
    """The instructions do not lead from the issued text to the corrected one.

    The message says where they part.
    """


def prove(issued: Sequence[Passage], orders: Sequence[Instruction], corrected: Sequence[Passage]) -> None:
    """Carry out `orders` on `issued`.

    Raise Disproved unless the outcome reads as `corrected`, passage by passage.
    """
    outcome = carry_out(issued, orders)
    for got, want in zip(outcome, corrected, strict=False):
        if _reading(got) != _reading(want):
            raise Disproved(
                f"after the corrections {got.location} would read {_short(got)}; the corrected data has there "
                f"{want.location}, {_short(want)}"
            )
    if len(outcome) != len(corrected):
        longer = max(outcome, tuple(corrected), key=len)
        first = longer[min(len(outcome), len(corrected))]
        whose = "the issued text" if longer is outcome else "the corrected data"
        raise Disproved(f"no correction speaks of {first.location} of {whose}, {_short(first)}")


def carry_out(issued: Sequence[Passage], orders: Sequence[Instruction]) -> tuple[Passage, ...]:
    """The issued passages with every instruction carried out.

    Disproved where one does not fit the text.
    """
    at: dict[Location, list[Instruction]] = {}
    terms = _terms(issued, orders)
    for order in orders:
        if order.kind not in ("insert", "insert-table", "throughout"):
            at.setdefault(order.location, []).append(order)
    known = {passage.location for passage in issued} | {_table(passage.location) for passage in issued}
    for location in at:
        if location not in known:
            raise Disproved(f"the issued text has no passage at {location}")
    after: dict[Location | None, list[Passage]] = {}
    for order in orders:
        if order.kind in ("insert", "insert-table"):
            if order.after is not None and order.after not in known:
                raise Disproved(f"the issued text has no passage at {order.after}, to insert something after")
            added = order.table or (Passage(order.location, order.new, order.id, role=order.role),)
            after.setdefault(order.after, []).extend(added)
    result: list[Passage] = list(after.get(None, ()))
    replaced: set[Location] = set()
    for passage in issued:
        result.extend(_outcome(passage, at, terms, replaced))
        result.extend(after.get(passage.location, ()))
    return tuple(result)


def _terms(issued: Sequence[Passage], orders: Sequence[Instruction]) -> tuple[Substitution, ...]:
    """What is replaced throughout; Disproved where the issued text has no such words."""
    terms = tuple(Substitution(order.old, order.new) for order in orders if order.kind == "throughout")
    for term in terms:
        if not any(term.old and term.old in passage.text for passage in issued):
            raise Disproved(f"“{term.old}” stands nowhere in the issued text")
    return terms


def _outcome(
    passage: Passage, at: dict[Location, list[Instruction]], terms: Sequence[Substitution], replaced: set[Location]
) -> list[Passage]:
    table = _table(passage.location)
    for order in at.get(table, ()):
        if order.kind in ("replace-table", "delete-table"):
            first = table not in replaced
            replaced.add(table)
            return list(order.table) if first else []
    orders = at.get(passage.location, [])
    if len(orders) > 1 and any(order.kind != "swap" for order in orders):
        raise Disproved(f"the instructions for {passage.location} contradict each other")
    if not orders:
        return [replace(passage, text=with_terms(passage.text, terms))] if terms else [passage]
    if orders[0].kind == "delete":
        if orders[0].old != passage.text:
            raise Disproved(f"“{orders[0].old}” is to be deleted and does not stand at {passage.location}")
        return []
    if orders[0].kind == "replace":
        return [replace(passage, text=orders[0].new)]
    return [replace(passage, text=_swapped(passage, orders, terms))]


def _swapped(passage: Passage, orders: Sequence[Instruction], terms: Sequence[Substitution]) -> str:
    """Carry out the substitutions of one passage; each must stand there once, in the sentence it names."""
    changes = [Substitution(order.old, order.new, order.sentence) for order in orders]
    text = substituted(passage.text, changes, terms)
    if text is None:
        raise Disproved(f"a substitution does not fit {passage.location} exactly once")
    return text


def _table(location: Location) -> Location:
    """The address of the table that a cell, title or note belongs to; of anything else, its own."""
    if location.kind not in _TABLE:
        return location
    path = location.path[:-1] if location.kind == "table-note" else location.path
    return Location(location.annex, location.decision, "table-title", path)


def _short(passage: Passage) -> str:
    """The beginning of a passage, its calls as signs an editor knows."""
    text = passage.text.replace(CALL_OPEN, "[^").replace(CALL_CLOSE, "]")
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"


def _reading(passage: Passage) -> tuple[str, str, str, tuple[str, ...], str]:
    """What must agree: words, kind, scope, printed number; for notes, whose marks are counted anew, the identifier."""
    place = passage.location
    number = (passage.id,) if place.kind in ("note", "front-note") else place.path
    return (place.annex, place.decision, place.kind, number, passage.text)
