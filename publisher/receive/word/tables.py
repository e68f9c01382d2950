"""Tables: grid, heads over heads, kinds of rows, lettered notes.

The grid without its empty columns and rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from publisher.openxml.content import Cell, Look, Paragraph, Row, Table, cells_in
from publisher.receive.accounts import Accounts
from publisher.receive.folder import OneLine
from publisher.receive.word.grid import Grid, grid_of, holds
from publisher.receive.word.labels import is_source
from publisher.receive.word.numbers import with_number
from publisher.receive.word.words import WordsOf, all_look, lettered

_TOTALS = re.compile(
    r"(?:grand )?total\b|(?:gross|net) (?:requirements|total)|合计|总计|共计|итого|всего|المجموع", re.IGNORECASE
)
NOTE_LINE = re.compile(
    r"\s*(?P<letter>[a-z]{1,2}|[\u0621-\u064a]{1,2}|\*{1,3})\s*\t\s*(?=\S)|^(?P<alone>[a-z])\s(?=[A-Z])"
)
_FIGURE = re.compile(r"^\W*\d[\d\s.,]*\W*$")  # a first row with figures is no head
_INDENT = 180  # twips a degree, at least
_DEEPEST_INDENT = 3


def notes_in_rows(table: Table) -> list[Row]:
    """The rows at a table's end that hold its notes.

    One cell across, each line a letter and its words, or a source.
    """
    found: list[Row] = []
    for row in reversed(table.rows):
        filled = [cell for cell in row.cells if holds(cell)]
        lines = [line for cell in filled for line in cell.paragraphs if line.text.strip()]
        if len(filled) > 1 or not all(NOTE_LINE.match(line.text) or is_source(line.text) for line in lines):
            break
        found.insert(0, row)
    while found and not any(map(holds, found[0].cells)):
        del found[0]
    return found if len(found) < len(table.rows) else []


@dataclass(frozen=True, slots=True)
class _Head:
    """A head of a column, or the place of one that has none, with the heads below it."""

    cell: Cell | None
    column: int
    below: Sequence[_Head] = ()


@dataclass(slots=True)
class TableReader:
    """Makes the block of one table.

    `letters` maps the letters of its notes to their names.
    """

    table: Table
    words: WordsOf
    accounts: Accounts
    letters: Mapping[str, str] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    grid: Grid = field(init=False)
    heads: int = field(init=False)

    def __post_init__(self) -> None:
        self.grid = grid_of(self.table)
        self.heads = self._head_rows()

    def block(self) -> dict[str, Any]:
        """The rows and columns of the table as the language file has them."""
        columns = self._columns(self._heads(0, 0, len(self.grid.columns)))
        rows = [self._row(at) for at in range(self.heads, len(self.grid.rows))]
        for row in self.grid.rows:
            for cell in row.cells:
                self._account(cell)
        return {"table": rows, "columns": columns}

    def _account(self, cell: Cell) -> None:
        held = [
            cell.element,
            *(one.element for one in cells_in(cell.blocks)),
            *(one.element for one in cell.paragraphs),
        ]
        if cell.merged != "goes on":
            for one in held:
                self.accounts.use_once(one)
            return
        pieces = [piece.element for paragraph in cell.paragraphs for piece in paragraph.pieces]
        self.accounts.leave_out("the cell above reaches over it, and Word does not show it", *held, *pieces)

    # Heads

    def _head_rows(self) -> int:
        """How many rows at the top are heads.

        Those Word repeats, else those set otherwise than the rest.
        """
        rows = self.grid.rows
        if len(rows) < 2:
            return 0
        marked = next((at for at, row in enumerate(rows) if not row.head), len(rows))
        if 0 < marked < len(rows):
            return marked
        styled = next((at for at, row in enumerate(rows) if not self._set_as_head(row)), len(rows))
        if 0 < styled < len(rows):
            return styled
        figures = any(_FIGURE.search(cell.text) for cell in rows[0].cells[1:])
        return 0 if figures else 1

    def _set_as_head(self, row: Row) -> bool:
        filled = [cell for cell in row.cells if cell.text.strip()]
        looks = [_pieces(cell) for cell in filled]
        return len(filled) > 1 and (
            all(all_look(one, bold=True) for one in looks) or all(all_look(one, italic=True) for one in looks)
        )

    def _columns(self, heads: Sequence[_Head]) -> list[Any]:
        """The columns as the language file has them: a head over others holds them."""
        made: list[Any] = []
        for head in heads:
            is_shown = head.cell is not None and head.cell.merged != "goes on"
            words = self._cell_words(head.cell, head=True) if is_shown else ""  # type: ignore[arg-type]
            inner = self._columns(head.below)
            if head.cell is None:
                made.append(OneLine({"head": ""} | self._setting(head.column)))
            elif not words:
                made += inner
            elif len(inner) == 1 and not _heads_in(inner):
                made.append(OneLine({"head": words} | self._setting(head.column)))
            else:
                made.append({"head": words, "columns": inner})
        return made

    def _heads(self, row: int, first: int, last: int) -> list[_Head]:
        """The heads over the columns from `first` to `last`: those of `row`, each with those below it."""
        if row == self.heads:
            return [_Head(None, at) for at in range(first, last)]
        made: list[_Head] = []
        done = first
        for cell in self.grid.rows[row].cells:
            start, end = self.grid.first(cell), self.grid.first(cell) + self.grid.spans(cell)
            if not (done <= start < min(end, last)):
                continue
            end = min(end, last)
            made += self._heads(row + 1, done, start) if start > done else []
            made.append(_Head(cell, start, self._heads(row + 1, start, end)))
            done = end
        return made + (self._heads(row + 1, done, last) if done < last else [])

    def _setting(self, column: int) -> dict[str, Any]:
        """How a column is set, as most of its cells are; its share of the width."""
        aligns = Counter(
            _align(cell) for row in self.grid.rows[self.heads :] for cell in row.cells
            if cell.text.strip() and self.grid.first(cell) == column and self.grid.spans(cell) == 1
        )  # fmt: skip
        most = aligns.most_common(1)[0][0] if aligns else "start"
        made: dict[str, Any] = {} if most == "start" else {"align": most}
        width = self.grid.width(column, self.table.widths)
        return made | ({"width": max(1, round(width / 100))} if width else {})

    # Rows

    def _row(self, at: int) -> Any:
        cells = [cell for cell in self.grid.rows[at].cells if cell.merged != "goes on" and self._covers(cell)]
        made = [self._cell(cell, at) for cell in self._with_gaps(at, cells)]
        filled = [cell for cell in cells if cell.text.strip()]
        bold = bool(filled) and all(all_look(_pieces(cell), bold=True) for cell in filled)
        if len(filled) == 1 and self.grid.first(filled[0]) == 0 and len(self.grid.columns) > 1:
            across = self.grid.spans(filled[0]) == len(self.grid.columns)
            if across or (bold and isinstance(made[0], str)):
                words = made[0]["cell"] if isinstance(made[0], dict) else made[0]
                return OneLine({"group": "\n".join(words) if isinstance(words, list) else words})
            if bold:
                return OneLine({"row": made})
        if bold and len(filled) > 1:
            kind = "total" if _TOTALS.match(filled[0].text.strip()) else "subtotal"
            return OneLine({kind: made})
        indent = self._indent(cells)
        return OneLine({"row": made, "indent": indent}) if indent else OneLine(made)

    def _covers(self, cell: Cell) -> bool:
        return self.grid.spans(cell) > 0

    def _with_gaps(self, at: int, cells: list[Cell]) -> list[Cell | None]:
        """The cells of a row, None for columns that none of them and none that spans down from above covers."""
        covered = {
            column
            for above in range(self.heads, at)
            for cell in self.grid.rows[above].cells
            if cell.merged == "begins" and above + self._down(cell, above) > at
            for column in range(self.grid.first(cell), self.grid.first(cell) + self.grid.spans(cell))
        }
        made: list[Cell | None] = []
        column = 0
        for cell in [*cells, None]:
            start = self.grid.first(cell) if cell else len(self.grid.columns)
            made += [None] * sum(gap not in covered for gap in range(column, start))
            if cell:
                made.append(cell)
                column = start + self.grid.spans(cell)
        return made

    def _down(self, cell: Cell, at: int) -> int:
        """How many rows a cell spans."""
        rows = 1
        for below in self.grid.rows[at + 1 :]:
            reach = self.grid.places[cell.element]
            if not any(one.merged == "goes on" and self.grid.places[one.element] == reach for one in below.cells):
                break
            rows += 1
        return rows

    def _cell(self, cell: Cell | None, at: int) -> Any:
        if cell is None:
            return ""
        words: Any = self._cell_words(cell)
        more: dict[str, Any] = {}
        if (columns := self.grid.spans(cell)) > 1:
            more["columns"] = columns
        if cell.merged == "begins" and (rows := self._down(cell, at)) > 1:
            more["rows"] = rows
        return {"cell": words} | more if more else words

    def _cell_words(self, cell: Cell, *, head: bool = False) -> Any:
        pieces = _pieces(cell)
        plain = Look(bold=all_look(pieces, bold=True), italic=head and all_look(pieces, italic=True))
        lines = [self.words.words(self._lettered(paragraph), plain) for paragraph in cell.paragraphs]
        lines = [line for line in lines if line]
        if len(lines) > 1:
            return "\n".join(lines) if head else lines
        return lines[0] if lines else ""

    def _lettered(self, paragraph: Paragraph) -> list[Any]:
        """The pieces of a paragraph, letters of notes among them as calls."""
        return list(lettered(with_number(paragraph), self.letters, self.called))

    def _indent(self, cells: Sequence[Cell]) -> int:
        """The degree a row head is set in by, from its tabs or its indent."""
        if not cells or self.grid.first(cells[0]) != 0 or not cells[0].paragraphs:
            return 0
        head = cells[0].paragraphs[0]
        tabs = len(head.text) - len(head.text.lstrip("\t"))
        return min(_DEEPEST_INDENT, tabs or max(0, head.left + head.first) // _INDENT)


def _heads_in(columns: Sequence[Any]) -> bool:
    return any(dict(one.value if isinstance(one, OneLine) else one)["head"] for one in columns)


def _pieces(cell: Cell) -> list[Any]:
    return [piece for paragraph in cell.paragraphs for piece in paragraph.pieces]


def _align(cell: Cell) -> str:
    said = cell.paragraphs[0].align if cell.paragraphs else ""
    return {"right": "end", "end": "end", "center": "centre"}.get(said, "start")
