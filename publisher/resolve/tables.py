"""Tables: their heads, rows, total and notes, every figure written as the language writes figures."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.model import document as written
from publisher.model.inline import Inlines, plain
from publisher.model.resolved import Cell, Note, Table
from publisher.model.words import Words
from publisher.resolve.drafting import Asked, Draft, Drafting, text

Row = Sequence[Words | str | int | float | None]


def table(block: written.Table, drafting: Drafting) -> Draft:
    """A table; it is labelled and counted where it has a title (CONVENTIONS §1.2, §5.2)."""
    rows: list[Row] = _rows(block, drafting)
    total: list[Row] = [block.total] if block.total is not None else []
    width = max([len(block.columns), *(len(row) for row in (*rows, *total))])
    _report_ragged(block, [*rows, *total], drafting)
    head = tuple(Cell(drafting.inlines(column.head), column.align) for column in block.columns)
    shares = [column.width for column in block.columns]
    shares += [sum(shares) / len(shares) if shares else 1.0] * (width - len(shares))
    title = drafting.inlines(block.title)
    drawn = Table(
        id="",
        label=None,
        title=title,
        head=(_padded(head, width),),
        rows=tuple(_cells(row, block, width, drafting) for row in rows),
        total=_cells(total[0], block, width, drafting) if total else None,
        widths=tuple(share / sum(shares) for share in shares),
        notes=tuple(
            Note(key, "table", "", 0, drafting.inlines(words), at=words.at) for key, words in block.notes.items()
        ),
        source=drafting.inlines(block.source),
        landscape=block.landscape,
        summary=plain(title) or drafting.vocabulary.join(plain(cell.text) for cell in head),
        at=block.at,
    )
    return Draft(drawn, Asked("table", numeric=block.numbered and block.title is not None), block.id)


def _rows(block: written.Table, drafting: Drafting) -> list[Row]:
    if not isinstance(block.table, str):
        return list(block.table)
    # The reader puts the rows of a file in its place; a name that is still here could not be read.
    drafting.report("TB002", f"the rows of “{block.table}” were not read", block.at, span=block.table)
    return [(f"[{block.table}?]",)]


def _report_ragged(block: written.Table, rows: list[Row], drafting: Drafting) -> None:
    columns = len(block.columns)
    for place, row in enumerate(rows, 1):
        if len(row) != columns:
            at = next((cell.at for cell in row if isinstance(cell, Words) and cell.at), block.at)
            message = f"row {place} has {len(row)} cells; the table has {columns} columns"
            drafting.report("TB001", message, at, hint="write an empty cell as null")


def _cells(row: Row, block: written.Table, width: int, drafting: Drafting) -> tuple[Cell, ...]:
    aligns = [column.align for column in block.columns]
    cells = (
        Cell(_written(value, block.decimals, drafting), aligns[place] if place < len(aligns) else "start")
        for place, value in enumerate(row)
    )
    return _padded(tuple(cells), width)


def _written(value: Words | str | int | float | None, decimals: int, drafting: Drafting) -> Inlines:
    """Write a figure as the language does; whole numbers stay whole beside figures with decimals."""
    match value:
        case None:
            return text(drafting.vocabulary.entries.numbers.missing)
        case Words():
            return drafting.inlines(value)
        case str():
            return text(value)
        case float():
            return text(drafting.vocabulary.number(value, decimals))
        case int():
            return text(drafting.vocabulary.number(value))


def _padded(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return cells + (Cell(()),) * (width - len(cells))
