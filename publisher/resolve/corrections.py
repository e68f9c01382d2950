"""The instructions of a corrigendum (CONVENTIONS §4.2).

A line that locates, a line that says what to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from publisher.model.correction import Correction
from publisher.model.inline import Inline, Inlines, Superscript, Text, WrittenCall, plain, replaced
from publisher.model.resolved import Cell, Paragraph, Row, Table
from publisher.resolve.drafting import Asked, Draft, Drafting
from publisher.resolve.phrases import parted
from publisher.wording import parse
from publisher.wording.facts import address


def corrections(blocks: Sequence[Correction], drafting: Drafting) -> Iterator[Draft]:
    """The instructions, those for one passage under one location line."""
    for passage, run in groupby(blocks, _passage):
        group = list(run)
        if passage is None:  # an insertion says itself where it goes, and “throughout” is everywhere
            for block in group:
                yield from _instruction(block, drafting, 0)
            continue
        sentences = {block.where.sentence for block in group if block.where}
        common = sentences.pop() if len(sentences) == 1 else 0
        yield _location(group[0], common, drafting)
        for block in group:
            yield from _instruction(block, drafting, 0 if common or block.where is None else block.where.sentence)


def _passage(block: Correction) -> dict[str, Any] | None:
    """The address of a passage without its sentence, None where the instruction needs no location line."""
    if block.where is None or block.correction in ("throughout", "insert", "insert-table"):
        return None
    return block.where.model_dump(exclude={"sentence", "at"})


def _location(block: Correction, sentence: int, drafting: Drafting) -> Draft:
    changes = {"sentence": sentence, **({"kind": "table"} if block.correction.endswith("-table") else {})}
    where = block.where.model_copy(update=changes) if block.where else None
    words = drafting.sentence(
        "correction-location",
        block.at,
        **{**_facts(block, 0, drafting), "where": address("where", where, drafting.vocabulary)},
    )
    return Draft(Paragraph("", "location", None, parse(words), at=block.at), None, part="location")


def _instruction(block: Correction, drafting: Drafting, sentence: int) -> Iterator[Draft]:
    words = drafting.sentence(f"correction-{block.correction}", block.at, **_facts(block, sentence, drafting))
    instruction = _with_marks(parse(words), block, drafting)
    yield Draft(Paragraph("", "instruction", None, instruction, at=block.at), None, block.id, part="instruction")
    if block.rows:
        yield _table(block, drafting)


def _facts(block: Correction, sentence: int, drafting: Drafting) -> dict[str, Any]:
    return {
        "where": address("where", block.where, drafting.vocabulary),
        "after": address("after", block.after, drafting.vocabulary),
        "old": block.for_.text if block.for_ else "",
        "new": block.read.text if block.read else "",
        "sentence": sentence,
        "role": block.role,
    }


def _with_marks(inlines: Inlines, block: Correction, drafting: Drafting) -> Inlines:
    """Print the mark a footnote has in the issued text, raised, where its call is cited: it calls no note here."""
    return replaced(parted(inlines, drafting.vocabulary), lambda part: _raised(part, block.marks))


def _raised(part: Inline, marks: Mapping[str, str]) -> Inlines | None:
    if not isinstance(part, WrittenCall) or part.note not in marks:
        return None
    mark = marks[part.note]
    return (Superscript((Text(mark),)),) if mark.isalpha() else (Text(mark.translate(_RAISED)),)


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _table(block: Correction, drafting: Drafting) -> Draft:
    width = max(len(row) for row in block.rows)
    head, *rows = (
        tuple(Cell(_with_marks(drafting.inlines(cell), block, drafting)) for cell in row)
        + (Cell(()),) * (width - len(row))
        for row in block.rows
    )
    shares = (1 / width,) * width
    body = tuple(Row(cells) for cells in rows)
    summary = drafting.vocabulary.join([plain(cell.text) for cell in head])
    drawn = Table("", None, (), (head,), body, shares, (), (), False, summary, at=block.at)
    return Draft(drawn, Asked("table", numeric=False))
