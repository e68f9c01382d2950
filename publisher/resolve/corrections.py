"""The instructions of a corrigendum: a line that locates, a line that says what to read (CONVENTIONS §4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from publisher.model.document import Correction
from publisher.model.inline import Inline, Inlines, Text, WrittenCall
from publisher.model.resolved import Cell, Paragraph, Table
from publisher.resolve.drafting import Asked, Draft, Drafting
from publisher.resolve.walk import each
from publisher.wording import parse
from publisher.wording.facts import plain_fact


def correction(block: Correction, drafting: Drafting) -> Iterator[Draft]:
    """Give back the location and the instruction, and the table to read instead where there is one."""
    facts: dict[str, Any] = {
        "where": plain_fact(block.where, "where"),
        "after": plain_fact(block.after, "after"),
        "old": block.for_.text if block.for_ else "",
        "new": block.read.text if block.read else "",
        "role": block.role,
        "marks": block.marks,
    }
    if block.where is not None:
        location = parse(drafting.sentence("correction-location", block.at, **facts))
        yield Draft(Paragraph("", "location", None, location, at=block.at), None, part="location")
    sentence = drafting.sentence(f"correction-{block.correction}", block.at, **facts)
    instruction = _with_marks(parse(sentence), block.marks)
    yield Draft(Paragraph("", "instruction", None, instruction, at=block.at), None, block.id, part="instruction")
    if block.rows:
        yield _table(block, drafting)


def _with_marks(inlines: Inlines, marks: Mapping[str, str]) -> Inlines:
    """Print the mark a footnote has in the issued text, raised, where its call is cited: it calls no note here."""
    return each(inlines, lambda inline: (_raised(inline, marks),))


def _raised(inline: Inline, marks: Mapping[str, str]) -> Inline:
    if not isinstance(inline, WrittenCall) or inline.note not in marks:
        return inline
    return Text(marks[inline.note].translate(_RAISED))


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _table(block: Correction, drafting: Drafting) -> Draft:
    width = max(len(row) for row in block.rows)
    rows = tuple(
        tuple(Cell(_with_marks(drafting.inlines(cell), block.marks)) for cell in row) + (Cell(()),) * (width - len(row))
        for row in block.rows
    )
    drawn = Table("", None, (), rows[:1], rows[1:], None, (1 / width,) * width, (), (), False, "", at=block.at)
    return Draft(drawn, Asked("table", numeric=False))
