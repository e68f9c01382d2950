"""Tables: heads, rows, totals and notes.

Each cell as it was given or in the form its author asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from publisher.model import written_table
from publisher.model.inline import Inline, Inlines, LineBreak, ParagraphBreak, Text, plain
from publisher.model.resolved import Cell, Document, Note, Row, Table
from publisher.model.rows import Standing, TypedRow, Value, leaves, rows
from publisher.model.words import Given, Words
from publisher.resolve.drafting import Asked, Draft, Drafting, text
from publisher.resolve.number_forms import ColumnForm, LosesDigit, Unclear, column_forms, formed


def table(block: written_table.Table, drafting: Drafting) -> Draft:
    """A table, labelled and counted where it has a title.

    CONVENTIONS §1.2, §5.2.
    """
    typed = _rows(block, drafting)
    columns = list(leaves(block.columns))
    width = max([1, len(columns), *(row.width for row in typed)])
    _report_ragged(block, columns, typed, drafting)
    head = _whole(_heads(block.columns, drafting), width - len(columns))
    shares = [column.width for column in columns]
    shares += [sum(shares) / len(shares) if shares else 1.0] * (width - len(shares))
    title = drafting.inlines(block.title)
    spaced = drafting.document.profile.figures.thousands == "space"
    values = [[row.value(place) for place in range(width)] for row in typed]
    forms = column_forms(block, columns, values, spaced=spaced)
    body = tuple(_row(row, columns, forms, width, drafting) for row in typed)
    drawn = Table(
        id="",
        label=None,
        title=title,
        head=head,
        rows=body,
        widths=tuple(share / sum(shares) for share in shares),
        notes=tuple(
            Note(key, "table", "", 0, drafting.inlines(words), at=words.at) for key, words in block.notes.items()
        ),
        source=drafting.inlines(block.source),
        landscape=block.landscape,
        summary=plain(title) or drafting.vocabulary.join(said for said in _heads_said(head, body) if said),
        unit=_unit(block, drafting),
        at=block.at,
    )
    return Draft(drawn, Asked("table", numeric=block.numbered and block.title is not None), block.id)


_AROUND = {"box": "the box it stands in,", "columns": "the column it stands in,", "landscape": "a page across,"}


def report_cramped(document: Document, drafting: Drafting) -> None:
    """Report each table whose words do not fit, however it is set, with the columns that need most."""
    for division in document.divisions:
        for block in division.blocks:
            if isinstance(block, Table) and block.cramped:
                heads = [cell for row in block.head for cell in row if cell.columns == 1]
                order = sorted(zip(block.widths, heads, strict=False), key=lambda pair: -pair[0])
                named = ", ".join(f"“{plain(cell.text)}”" for _, cell in order[:3] if plain(cell.text))
                around = next((_AROUND[region.kind] for region in reversed(block.within)), "a page, turned and")
                said = f"the {len(block.widths)} columns of the table do not fit {around} in small type"
                way = ", take it out of there" if block.within else ""
                hint = (
                    f"Shorten long words{way}, or make two tables of it"
                    + (f"; most need {named}" if named else "")
                    + "."
                )
                drafting.report("TB015", said, block.at, hint=hint)


def _heads_said(head: Sequence[Sequence[Cell]], body: Sequence[Row]) -> list[str]:
    """What the columns are about; of a table without heads, what the first rows are about."""
    if head:
        return [plain(cell.text) for cell in head[-1]]
    return [plain(row.cells[0].text) for row in body[:_ROWS_SAID] if row.cells]


def _unit(block: written_table.Table, drafting: Drafting) -> Inlines:
    """The unit in the brackets of the language."""
    if block.unit is None:
        return ()
    opening, closing = drafting.vocabulary.entries.punctuation.brackets
    return (Text(opening), *drafting.inlines(block.unit), Text(closing))


def _rows(block: written_table.Table, drafting: Drafting) -> list[TypedRow]:
    if not isinstance(block.table, str):
        return rows(block)
    # The reader puts the rows of a file in its place; a name that is still here could not be read.
    drafting.report("TB002", f"the rows of “{block.table}” were not read", block.at, span=block.table)
    return [TypedRow("row", 0, (Standing((Given(f"[{block.table}?]"),), 0),), 1)]


def _depth(columns: Sequence[written_table.Column]) -> int:
    return 1 + max((_depth(column.columns) for column in columns if column.columns), default=0)


def _heads(columns: Sequence[written_table.Column], drafting: Drafting) -> list[tuple[Cell, ...]]:
    """The head rows: a head over others spans their columns; one without spans the rows down to the cells."""
    depth = _depth(columns)
    made: list[list[Cell]] = [[] for _ in range(depth)]

    def stand(column: written_table.Column, level: int) -> None:
        said = _given(column.head, None, drafting) if isinstance(column.head, Given) else drafting.inlines(column.head)
        if not column.columns:
            made[level].append(Cell(said, column.align, rows=depth - level, at=column.head.at))
            return
        made[level].append(Cell(said, "centre", len(list(leaves([column]))), at=column.head.at))
        for under in column.columns:
            stand(under, level + 1)

    for column in columns:
        stand(column, 0)
    return [tuple(row) for row in made]


def _whole(head: list[tuple[Cell, ...]], missing: int) -> tuple[tuple[Cell, ...], ...]:
    """The head with empty cells over columns that have none: rows are longer than the author gave columns.

    No head where all of it is empty: it would print as two rules on each other.
    """
    if not any(cell.text for row in head for cell in row):
        return ()
    return tuple(row + ((Cell((), rows=len(head)),) * missing if place == 0 else ()) for place, row in enumerate(head))


_ROWS_SAID = 3  # rows that name a table which has no other name
_AS_ROWS = "write an empty cell as null"
_ROW_TOO_LONG = 'put a cell with a comma in it in quotation marks, such as "4,000", or add a column'
_TOO_FEW = "an empty cell stands between two signs, with nothing in it"
_TOO_MANY = 'put a cell that holds the sign itself in quotation marks, such as "4,000"'


def _report_ragged(
    block: written_table.Table, columns: Sequence[written_table.Column], typed: Sequence[TypedRow], drafting: Drafting
) -> None:
    for place, row in enumerate(typed, 1):
        if row.width != len(columns):
            at = next((cell.at for cell in row.cells if cell.at), block.at)
            cells = "1 cell" if row.width == 1 else f"{row.width} cells"
            message = f"row {place} has {cells}; the table has {len(columns)} column{'s' * (len(columns) != 1)}"
            words, sheet = (_ROW_TOO_LONG, _TOO_MANY) if row.width > len(columns) else (_AS_ROWS, _TOO_FEW)
            drafting.report("TB001", message, at, hint=words if at and at.file.endswith(".yaml") else sheet)


def _row(
    row: TypedRow,
    columns: Sequence[written_table.Column],
    forms: Sequence[ColumnForm | None],
    width: int,
    drafting: Drafting,
) -> Row:
    cells = []
    for cell in row.cells:
        form = forms[cell.column] if cell.column < len(forms) else None
        align = columns[cell.column].align if cell.column < len(columns) and row.kind != "group" else "start"
        said = _said(cell.paragraphs, form, drafting)
        cells.append(Cell(said, cell.align or align, cell.columns, cell.rows, at=cell.at))
    return Row(_padded(tuple(cells), width - row.width), row.kind, row.indent)


def _said(paragraphs: Sequence[Value], form: ColumnForm | None, drafting: Drafting) -> Inlines:
    parts: list[Inline] = []
    for place, value in enumerate(paragraphs):
        parts += [ParagraphBreak()] if place else []
        parts += _written(value, form, drafting)
    return tuple(parts)


def _written(value: Value, form: ColumnForm | None, drafting: Drafting) -> Inlines:
    match value:
        case None:
            return text(drafting.vocabulary.entries.numbers.missing)
        case Words():
            return drafting.inlines(value)
        case Given():
            return _given(value, form, drafting)
        case _:
            assert_never(value)


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


def _padded(cells: tuple[Cell, ...], missing: int) -> tuple[Cell, ...]:
    return cells + (Cell(()),) * missing
