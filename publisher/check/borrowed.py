"""Sheets whose words are printed in two languages as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.catalogue import finding
from publisher.check.written import blocks
from publisher.model.diagnostic import Diagnostic
from publisher.model.document import Document as Written
from publisher.model.rows import rows
from publisher.model.words import Given
from publisher.model.written_table import Column, Table

_WORD = re.compile(r"[^\W\d_]{3,}")


def borrowed_sheets(original: Written, version: Written) -> Iterator[Diagnostic]:
    """The first cell of each table whose sheet the original prints too."""
    theirs = {(cell.at, cell.text) for table in _tables(original) for cell in _given(table)}
    for table in _tables(version):
        for cell in _given(table):
            if (cell.at, cell.text) in theirs and _WORD.search(cell.text) and not cell.text.isupper() and cell.at:
                said = (
                    f"“{cell.text[:40]}” is printed in “{original.language}” and in “{version.language}” as it stands"
                )
                hint = "Give this language a file or a sheet of its own: file: {name: …, sheet: …}."
                yield finding("TB013", said, cell.at, span=cell.text[:40], hint=hint)
                break


def _tables(document: Written) -> Iterator[Table]:
    return (block for block in blocks(document) if isinstance(block, Table))


def _given(table: Table) -> Iterator[Given]:
    """The cells that come from a file, heads first."""
    yield from (cell for cell in _heads(table.columns) if isinstance(cell, Given))
    for row in rows(table):
        yield from (value for cell in row.cells for value in cell.paragraphs if isinstance(value, Given))


def _heads(columns: list[Column]) -> Iterator[object]:
    for column in columns:
        yield column.head
        yield from _heads(column.columns)
