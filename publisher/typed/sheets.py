"""The cells of the files that tables name, as the files show them."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from publisher.model.diagnostic import Position
from publisher.typed.scan import Entries, Scalar
from publisher.typed.transformations import as_printed, same_figure
from publisher.typed.units import Unit, form_asked
from publisher.typed.workbook import Cell, cells_of

if TYPE_CHECKING:
    from publisher.language import Vocabulary

# What a damaged file, or one that is another than its name says, can come to.
UNREADABLE = (
    OSError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, EOFError, StopIteration, RuntimeError,
    csv.Error, zlib.error, zipfile.BadZipFile, etree.LxmlError,
)  # fmt: skip


class Sheets:
    """The table files of one document."""

    def __init__(self, folder: Path, sources: Mapping[str, str], words: Vocabulary) -> None:
        self.folder, self.sources, self.words = folder, sources, words

    def cells(self, table: Entries, heads: bool) -> Iterator[Unit]:
        """The cells of the file that `table` names.

        Its own heads only where the table gives none.
        """
        named, file = table.get("table"), table.get("file")
        name = named.text if isinstance(named, Scalar) and not named.is_nothing else ""
        asked = file if isinstance(file, Entries) and not name else Entries()
        name = name or asked.word("name")
        if not name:
            return
        try:
            rows = self._rows(name, asked)
        except UNREADABLE:
            rows = []
        if not rows:  # why, is told where the file is read for printing
            yield Unit(name, name, Position(name, 1), "unread")
            return
        form, first = form_asked(table), True
        stacked = sum(is_head for _, is_head in rows) > 1
        for row, is_head in rows:
            for cell in row:
                if is_head and heads:
                    shows = cell.shows or (partial(_says, cell.text) if stacked else None)
                    yield Unit(cell.text, cell.text, cell.at, "group", first=first, shows=shows)
                    first = False
                elif not is_head:
                    yield Unit(cell.text, cell.text, cell.at, "cell", first=False, shows=_shows(cell, form))

    def _rows(self, name: str, asked: Entries) -> list[tuple[list[Cell], bool]]:
        """The rows of a file, each with whether it is a head."""
        if name.lower().endswith((".csv", ".tsv")):
            return self._separated(name, asked)
        return cells_of(self.folder / name, name, asked, self.words)

    def _separated(self, name: str, asked: Entries) -> list[tuple[list[Cell], bool]]:
        """The rows of a CSV file, each cell without the spaces around it, empty cells left out."""
        text = self.sources[name]
        first, _, rest = text.partition("\n")
        told = first.strip()[4:] if first.lower().startswith("sep=") else ""
        body = rest if told else text
        sign = told if len(told) == 1 else max(_PARTING, key=lambda one: _evenness(body, one))
        heads = int(asked.word("head") or 1)
        rows: list[tuple[list[Cell], bool]] = []
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=sign)
        before = 0
        for values in reader:
            line, before = before + 1 + bool(told), reader.line_num
            cells = [Cell(v.strip(), Position(name, line, n)) for n, v in enumerate(values, 1) if v.strip()]
            if cells:
                rows.append((cells, len(rows) < heads))
        return rows


def _shows(cell: Cell, form: bool) -> Callable[[str], bool] | None:
    """What tells whether print shows a cell; `form` where the author asks for another form of figures."""
    if not form or (cell.shows is not None and not cell.figure):
        return cell.shows

    return partial(_shows_figure, cell)


def _shows_figure(cell: Cell, printed: str) -> bool:
    """Whether a cell is printed as the sheet shows it, or in the form the author asks for."""
    as_the_sheet = cell.shows is not None and cell.shows(printed)
    return as_the_sheet or same_figure(cell.figure or cell.text, printed)


def _says(text: str, printed: str) -> bool:
    """*Rows of a head*: over one column they are one text."""
    return as_printed(" ".join(text.split())) == " ".join(printed.split())


_PARTING = "\t;,|"  # the signs that may part cells, in a draw the first


def _evenness(text: str, sign: str) -> tuple[float, int]:
    """How many lines have as many cells as the first, where that is more than one; the first sign in a draw."""
    try:
        every = list(csv.reader(text.splitlines()[:200], delimiter=sign))
    except csv.Error:
        return 0.0, -_PARTING.index(sign)
    lines = [row for row in every if any(cell.strip() for cell in row)]
    share = sum(len(row) == len(lines[0]) for row in lines) / len(lines) if lines and len(lines[0]) > 1 else 0.0
    return share, -_PARTING.index(sign)
