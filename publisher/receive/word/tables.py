"""Tables: the grid without its empty columns and rows, heads over heads, kinds of rows, lettered notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from publisher.openxml.content import Cell, Look, Paragraph, Row, Table
from publisher.receive.accounts import Accounts
from publisher.receive.folder import OneLine
from publisher.receive.word.labels import is_source
from publisher.receive.word.words import WordsOf, all_look, lettered

_TOTALS = re.compile(
    r"(?:grand )?total\b|(?:gross|net) (?:requirements|total)|合计|总计|共计|итого|всего|المجموع", re.IGNORECASE
)
NOTE_LINE = re.compile(
    r"\s*(?P<letter>[a-z]{1,2}|[\u0621-\u064a]{1,2}|\*{1,3})\s*\t\s*(?=\S)|^(?P<alone>[a-z])\s(?=[A-Z])"
)
_INDENT = 180  # twips a degree, at least
_DEEPEST_INDENT = 3


@dataclass(slots=True)
class Grid:
    """A table as cells on a grid: `cells[row]` in order, `starts` the columns that carry words."""

    rows: list[Row]
    cells: list[list[Cell]]
    starts: list[int]
    end: int

    def index(self, column: int) -> int:
        """Which of the kept columns begins at or after a column of the Word grid."""
        return sum(start < column for start in self.starts)

    def spans(self, cell: Cell) -> int:
        """How many kept columns a cell covers."""
        return max(1, self.index(cell.column + cell.span) - self.index(cell.column))


def grid_of(table: Table) -> Grid:
    """The grid of `table`, rows and columns without a word left out: they stand for white space."""
    rows = [row for row in table.rows if any(_holds(cell) for cell in row.cells)]
    end = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
    held = sorted((cell for row in rows for cell in row.cells if _holds(cell)), key=lambda cell: cell.span)
    kept: list[int] = []
    for cell in held:  # the narrowest first: a wide one covers columns that are there already
        if not any(cell.column <= start < cell.column + cell.span for start in kept):
            kept.append(cell.column)
    return Grid(rows, [row.cells for row in rows], sorted(kept) or [0], end)


def notes_in_rows(table: Table) -> list[Row]:
    """The rows at the end that hold the notes of a table: one cell across, each line a letter and its words, or a source."""
    found: list[Row] = []
    for row in reversed(table.rows):
        filled = [cell for cell in row.cells if _holds(cell)]
        lines = [line for cell in filled for line in cell.paragraphs if line.text.strip()]
        if len(filled) > 1 or not all(NOTE_LINE.match(line.text) or is_source(line.text) for line in lines):
            break
        found.insert(0, row)
    while found and not any(map(_holds, found[0].cells)):
        del found[0]
    return found if len(found) < len(table.rows) else []


def _holds(cell: Cell) -> bool:
    return any(
        paragraph.text.strip() or len(list(paragraph.runs)) < len(paragraph.pieces) for paragraph in cell.paragraphs
    )


@dataclass(slots=True)
class TableReader:
    """Makes the block of one table; `letters` maps the letters of its notes to their names."""

    table: Table
    words: WordsOf
    accounts: Accounts
    letters: Mapping[str, str] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    grid: Grid = field(init=False)

    def __post_init__(self) -> None:
        self.grid = grid_of(self.table)

    def block(self) -> dict[str, Any]:
        """The rows and columns of the table as the language file has them."""
        heads = self.head_rows()
        columns = self._columns(heads)
        rows = [self._row(at) for at in range(heads, len(self.grid.rows))]
        block: dict[str, Any] = {"table": rows, "columns": columns}
        for row in self.table.rows:
            for cell in row.cells:
                self.accounts.use_once(cell.element)
                for paragraph in cell.paragraphs:
                    self.accounts.use_once(paragraph.element)
        return block

    # Heads

    def head_rows(self) -> int:
        """How many rows at the top are heads: those Word repeats, else those set otherwise than the rest."""
        rows = self.grid.rows
        if len(rows) < 2:
            return 0
        marked = next((at for at, row in enumerate(rows) if not row.head), len(rows))
        if 0 < marked < len(rows):
            return marked
        styled = next((at for at, row in enumerate(rows) if not self._set_as_head(row)), len(rows))
        if 0 < styled < len(rows):
            return styled
        return 1

    def _set_as_head(self, row: Row) -> bool:
        filled = [cell for cell in row.cells if cell.text.strip()]
        looks = [_pieces(cell) for cell in filled]
        return len(filled) > 1 and (
            all(all_look(one, bold=True) for one in looks) or all(all_look(one, italic=True) for one in looks)
        )

    def _columns(self, heads: int) -> list[Any]:
        if not heads:
            return [OneLine({"head": ""} | self._setting(at)) for at in range(len(self.grid.starts))]
        return self._under(0, heads, 0, len(self.grid.starts))

    def _under(self, row: int, heads: int, first: int, last: int) -> list[Any]:
        """The columns from `first` to `last` by the heads of `row` and those below: a head over others holds them."""
        if row == heads:
            return [OneLine({"head": ""} | self._setting(at)) for at in range(first, last)]
        made: list[Any] = []
        done = first
        for cell in self.grid.cells[row]:
            start, end = self.grid.index(cell.column), self.grid.index(cell.column) + self.grid.spans(cell)
            if not (first <= start < last) or start < done or self.grid.index(cell.column + cell.span) <= start:
                continue
            if start > done:
                made += self._under(row + 1, heads, done, start)
            end = min(end, last)
            words = self._cell_words(cell, head=True)
            inner = (
                self._under(row + 1, heads, start, end)
                if end - start > 1 or not words or self._has_heads(row + 1, heads, start, end)
                else []
            )
            if not words:
                made += inner
            elif end - start == 1 and not _heads_in(inner):
                made.append(OneLine({"head": words} | self._setting(start)))
            else:
                made.append({"head": words, "columns": inner})
            done = end
        if done < last:
            made += self._under(row + 1, heads, done, last)
        return made

    def _has_heads(self, row: int, heads: int, first: int, last: int) -> bool:
        return any(
            cell.text.strip() and first <= self.grid.index(cell.column) < last and cell.merged != "goes on"
            for at in range(row, heads)
            for cell in self.grid.cells[at]
        )

    def _setting(self, column: int) -> dict[str, Any]:
        """How a column is set, as most of its cells are; its share of the width."""
        aligns = Counter(
            _align(cell) for cells in self.grid.cells[self.head_rows() :] for cell in cells
            if cell.text.strip() and self.grid.index(cell.column) == column and self.grid.spans(cell) == 1
        )  # fmt: skip
        most = aligns.most_common(1)[0][0] if aligns else "start"
        made: dict[str, Any] = {} if most == "start" else {"align": most}
        start = self.grid.starts[column]
        end = self.grid.starts[column + 1] if column + 1 < len(self.grid.starts) else self.grid.end
        width = sum(self.table.widths[start:end])
        return made | ({"width": max(1, round(width / 100))} if width else {})

    # Rows

    def _row(self, at: int) -> Any:
        cells = [cell for cell in self.grid.cells[at] if cell.merged != "goes on" and self._covers(cell)]
        made = [self._cell(cell, at) for cell in self._with_gaps(at, cells)]
        filled = [cell for cell in cells if cell.text.strip()]
        bold = bool(filled) and all(all_look(_pieces(cell), bold=True) for cell in filled)
        first = filled[0] if filled else None
        if (
            first is not None
            and len(filled) == 1
            and self.grid.index(first.column) == 0
            and self.grid.spans(first) == len(self.grid.starts) > 1
        ):
            return OneLine({"group": made[0]["cell"] if isinstance(made[0], dict) else made[0]})
        if (
            first is not None
            and bold
            and len(filled) == 1
            and self.grid.index(first.column) == 0
            and len(self.grid.starts) > 1
        ):
            return OneLine({"group": made[0]}) if isinstance(made[0], str) else OneLine({"row": made})
        if bold and len(filled) > 1:
            kind = "total" if _TOTALS.match(filled[0].text.strip()) else "subtotal"
            return OneLine({kind: made})
        indent = self._indent(cells)
        return OneLine({"row": made, "indent": indent}) if indent else OneLine(made)

    def _covers(self, cell: Cell) -> bool:
        return self.grid.index(cell.column + cell.span) > self.grid.index(cell.column)

    def _with_gaps(self, at: int, cells: list[Cell]) -> list[Cell | None]:
        """The cells of a row, None for columns that none of them and none that spans down from above covers."""
        covered = {
            column
            for above in range(at)
            for cell in self.grid.cells[above]
            if cell.merged == "begins" and above + self._down(cell, above) > at
            for column in range(self.grid.index(cell.column), self.grid.index(cell.column) + self.grid.spans(cell))
        }
        made: list[Cell | None] = []
        column = 0
        for cell in [*cells, None]:
            start = self.grid.index(cell.column) if cell else len(self.grid.starts)
            made += [None] * sum(gap not in covered for gap in range(column, start))
            if cell:
                made.append(cell)
                column = start + self.grid.spans(cell)
        return made

    def _down(self, cell: Cell, at: int) -> int:
        """How many rows a cell spans."""
        rows = 1
        for below in self.grid.cells[at + 1 :]:
            if not any(one.column == cell.column and one.merged == "goes on" for one in below):
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
        return list(lettered(paragraph.pieces, self.letters, self.called))

    def _indent(self, cells: Sequence[Cell]) -> int:
        """The degree a row head is set in by, from its tabs or its indent."""
        if not cells or self.grid.index(cells[0].column) != 0 or not cells[0].paragraphs:
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
