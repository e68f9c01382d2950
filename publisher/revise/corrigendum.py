"""A corrigendum as a document of its own.

Instructions turned into the words file an editor reads, and back again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from publisher.model.characters import CALL_CLOSE, CALL_OPEN
from publisher.model.correction import Correction, Place
from publisher.model.document import Block
from publisher.model.nesting import within
from publisher.revise.instruction import Instruction, InstructionKind
from publisher.revise.location import Location, LocationKind, Passage

_CALL = re.compile(f"{CALL_OPEN}([^{CALL_CLOSE}]*){CALL_CLOSE}")
_WRITTEN_CALL = re.compile(r"(?<!\\)\[\^([^\[\]\s]+)\]")


def corrections(orders: Sequence[Instruction], marks: Mapping[str, str]) -> list[dict[str, Any]]:
    """`orders` as blocks of a language file.

    `marks` maps identifiers of footnotes to marks as issued.
    """
    return [_written(order, marks) for order in orders]


def instructions_in(body: Sequence[Block]) -> tuple[Instruction, ...]:
    """The instructions the blocks of a corrigendum hold.

    What is printed is what is proved.
    """
    corrections = (block for block in within(body) if isinstance(block, Correction))
    return tuple(_read(block) for block in corrections if block.correction != "not-applicable")


def _written(order: Instruction, marks: Mapping[str, str]) -> dict[str, Any]:
    block: dict[str, Any] = {"correction": order.kind, "where": _place(order)}
    if order.kind in ("insert", "insert-table"):
        block["where"] = _place_of(order.location)
        if order.after is not None:
            block["after"] = {**_place_of(order.after), **({"page": order.page} if order.page else {})}
    if order.kind in ("throughout", "swap", "delete"):
        block["for"] = _in_marks(order.old)
    if order.kind in ("throughout", "swap", "replace", "insert"):
        block["read"] = _in_marks(order.new)
    if order.table:
        block["rows"] = _rows(order.table)
        block["cells"] = [_cell(passage) for passage in order.table]
    if order.id:
        block["passage"] = order.id
    if order.role:
        block["role"] = order.role
    called = {note: marks[note] for note in _called(order) if note in marks}
    if called:
        block["marks"] = called
    return block


def _called(order: Instruction) -> Iterator[str]:
    for text in (order.old if order.kind in ("swap", "delete") else "", order.new, *(p.text for p in order.table)):
        yield from _CALL.findall(text)


def _place(order: Instruction) -> dict[str, Any]:
    place = _place_of(order.location)
    if order.sentence:
        place["sentence"] = order.sentence
    if order.page:
        place["page"] = order.page
    return place


def _place_of(location: Location) -> dict[str, Any]:
    whole = {
        "annex": location.annex, "decision": location.decision, "kind": location.kind, "path": list(location.path),
        "ordinal": location.ordinal, "row": location.row, "column": location.column,
    }  # fmt: skip
    return {key: value for key, value in whole.items() if value}


def _rows(table: Sequence[Passage]) -> list[list[str]]:
    cells = [passage for passage in table if passage.location.kind in ("head", "cell", "total")]
    rows = groupby(cells, lambda passage: (passage.location.kind, passage.location.row))
    return [[_in_marks(passage.text) for passage in row] for _, row in rows]


def _cell(passage: Passage) -> dict[str, Any]:
    return {"where": _place_of(passage.location), "text": _in_marks(passage.text), "passage": passage.id}


def _in_marks(text: str) -> str:
    """A text so written that a language file reads the same characters, its calls as [^note]."""
    escaped = re.sub(r"([\\*\[\]]|[\^_](?=\{)|<(?=https?:|mailto:)|\{(?=[{%#]))", r"\\\1", text)
    return _CALL.sub(r"[^\1]", escaped)


def _out_of_marks(words: str) -> str:
    called = _WRITTEN_CALL.sub(rf"{CALL_OPEN}\1{CALL_CLOSE}", words)
    return re.sub(r"\\([\\*\[\]{^_<])", r"\1", called)


def _read(block: Correction) -> Instruction:
    where = block.where or Place(kind="title")
    table = tuple(
        Passage(_location(cell.where), _out_of_marks(cell.text.text), cell.passage, role=cell.where.kind)
        for cell in block.cells
    )
    return Instruction(
        cast("InstructionKind", block.correction), _location(where), _out_of_marks(str(block.for_ or "")),
        _out_of_marks(str(block.read or "")), where.sentence, (where if where.page else block.after or where).page,
        _location(block.after) if block.after else None, block.passage, block.role, table,
    )  # fmt: skip


def _location(place: Place) -> Location:
    return Location(
        place.annex, place.decision, cast("LocationKind", place.kind), tuple(place.path), place.ordinal, place.row,
        place.column,
    )  # fmt: skip
