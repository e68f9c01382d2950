"""Tables: their heads, rows, total and notes, each cell as it was given or in the form its author asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from publisher.model import document as written
from publisher.model.inline import Inline, Inlines, LineBreak, Text, plain
from publisher.model.resolved import Cell, Note, Table
from publisher.model.words import Given, Words
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.resolve.number_forms import ColumnForm, LosesDigit, Unclear, Value, column_forms, formed

Row = Sequence[Value]


def table(block: written.Table, drafting: Drafting) -> Draft:
    """A table; it is labelled and counted where it has a title (CONVENTIONS §1.2, §5.2)."""
    rows: list[Row] = _rows(block, drafting)
    total: list[Row] = [block.total] if block.total is not None else []
    columns = list(_leaves(block.columns))
    width = max([1, len(columns), *(_width(row) for row in (*rows, *total))])
    _report_ragged(block, columns, [*rows, *total], drafting)
    head = tuple(_padded(row, width) for row in _heads(block.columns, drafting))
    shares = [column.width for column in columns]
    shares += [sum(shares) / len(shares) if shares else 1.0] * (width - len(shares))
    title = drafting.inlines(block.title)
    forms = column_forms(block, columns, [*rows, *total])
    drawn = Table(
        id="",
        label=None,
        title=title,
        head=head,
        rows=tuple(_cells(row, columns, forms, width, drafting) for row in rows),
        total=_cells(total[0], columns, forms, width, drafting) if total else None,
        widths=tuple(share / sum(shares) for share in shares),
        notes=tuple(
            Note(key, "table", "", 0, drafting.inlines(words), at=words.at) for key, words in block.notes.items()
        ),
        source=drafting.inlines(block.source),
        landscape=block.landscape,
        summary=plain(title) or drafting.vocabulary.join(plain(cell.text) for cell in (head[-1] if head else ())),
        at=block.at,
    )
    return Draft(drawn, Asked("table", numeric=block.numbered and block.title is not None), block.id)


def _rows(block: written.Table, drafting: Drafting) -> list[Row]:
    if not isinstance(block.table, str):
        return list(block.table)
    # The reader puts the rows of a file in its place; a name that is still here could not be read.
    drafting.report("TB002", f"the rows of “{block.table}” were not read", block.at, span=block.table)
    return [(Given(f"[{block.table}?]"),)]


def _leaves(columns: Sequence[written.Column]) -> Iterator[written.Column]:
    """The columns that hold cells, those under a common head in its place."""
    for column in columns:
        if column.columns:
            yield from _leaves(column.columns)
        else:
            yield column


def _depth(columns: Sequence[written.Column]) -> int:
    return 1 + max((_depth(column.columns) for column in columns if column.columns), default=0)


def _heads(columns: Sequence[written.Column], drafting: Drafting) -> list[tuple[Cell, ...]]:
    """The head rows: a head over others spans them; one without stands in the lowest row, above its cells."""
    depth = _depth(columns)
    rows: list[list[Cell]] = [[] for _ in range(depth)]

    def stand(column: written.Column, level: int) -> None:
        said = _given(column.head, None, drafting) if isinstance(column.head, Given) else drafting.inlines(column.head)
        if not column.columns:
            for row in rows[level:-1]:
                row.append(Cell(()))
            rows[-1].append(Cell(said, column.align, at=column.head.at))
            return
        rows[level].append(Cell(said, "centre", span=len(list(_leaves([column]))), at=column.head.at))
        for under in column.columns:
            stand(under, level + 1)

    for column in columns:
        stand(column, 0)
    return [tuple(row) for row in rows]


def _width(row: Row) -> int:
    return sum(cell.columns if isinstance(cell, Given) else 1 for cell in row)


def _report_ragged(
    block: written.Table, columns: Sequence[written.Column], rows: list[Row], drafting: Drafting
) -> None:
    for place, row in enumerate(rows, 1):
        if _width(row) != len(columns):
            at = next((cell.at for cell in row if cell is not None and cell.at), block.at)
            message = f"row {place} has {_width(row)} cells; the table has {len(columns)} columns"
            drafting.report("TB001", message, at, hint="write an empty cell as null")


def _cells(
    row: Row, columns: Sequence[written.Column], forms: Sequence[ColumnForm | None], width: int, drafting: Drafting
) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    place = 0
    for value in row:
        form = forms[place] if place < len(forms) else None
        span = value.columns if isinstance(value, Given) else 1
        align = columns[place].align if place < len(columns) else "start"
        at = value.at if value is not None else None
        cells.append(Cell(_written(value, form, drafting), align, span, at=at))
        place += span
    return _padded(tuple(cells), width)


def _written(value: Value, form: ColumnForm | None, drafting: Drafting) -> Inlines:
    match value:
        case None:
            return text(drafting.vocabulary.entries.numbers.missing)
        case Words():
            return drafting.inlines(value)
        case Given():
            return _given(value, form, drafting)


def _given(value: Given, form: ColumnForm | None, drafting: Drafting) -> Inlines:
    """A cell as it was given, or its figure in the form asked for; where that loses a digit, as given."""
    if form is not None and value.figure:
        try:
            value = replace(value, text=formed(value, form, drafting.vocabulary))
        except LosesDigit:
            said = f"{value.text} has more decimals than the {form.decimals} that are asked for"
            hint = "Round the figure where it is written, or ask for more decimals."
            drafting.report("TB008", said, value.at, span=value.text, hint=hint)
        except Unclear:
            said = f"{value.text} can be read as two figures: the comma may part thousands or decimals"
            drafting.report("TB009", said, value.at, span=value.text, hint="Write it without a sign between thousands.")
    if value.parts:
        return value.parts
    parts: list[Inline] = []
    for number, line in enumerate(value.text.split("\n")):
        parts += [LineBreak()] if number else []
        parts += [Text(line)] if line else []
    return tuple(parts)


def _padded(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return cells + (Cell(()),) * (width - sum(cell.span for cell in cells))
