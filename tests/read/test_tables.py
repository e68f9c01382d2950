"""Rows of tables from files: taken in with the places of their cells, refused where the file is broken or elsewhere."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from publisher.model.written_table import Table
from publisher.read import Reading
from tests.conftest import WORDS

Read = Callable[..., Reading]
FROM_FILE = WORDS.replace("body:\n", "body:\n  - table: {name}\n", 1)


def table(outcome: Reading) -> Table:
    """The table that stands first in the body."""
    assert outcome.document is not None, outcome.diagnostics
    found = outcome.document.words.body[0]
    assert isinstance(found, Table)
    return found


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["State", "Seats", "Share"])
    book.active.append(["Kenya", 10, 2.5])
    book.active.append(["Egypt", None, 3.0])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize("name", ["rows.csv", "rows.xlsx"])
def test_rows_come_from_a_file(reading: Read, name: str) -> None:
    files = {"rows__csv": b"\xef\xbb\xbfState;Seats;Share\r\nKenya;10;2.5\r\nEgypt;;3\r\n", "rows__xlsx": workbook()}
    outcome = reading(words=FROM_FILE.replace("{name}", name), **files)
    assert outcome.diagnostics == ()
    found = table(outcome)
    assert [column.head.text for column in found.columns] == ["State", "Seats", "Share"]
    rows = found.table
    assert [[str(cell) for cell in row] for row in rows] == [["Kenya", "10", "2.5"], ["Egypt", "", "3"]]  # type: ignore[union-attr]
    assert str(rows[1][0].at) == (f"{name}:3:1" if name == "rows.csv" else "rows.xlsx!A3")  # type: ignore[union-attr, index]


def test_columns_of_the_words_stand_before_those_of_the_file(reading: Read) -> None:
    words = FROM_FILE.replace("{name}", "rows.csv").replace(
        "rows.csv\n", "rows.csv\n    columns: [{head: Member}, {head: Places, align: end}]\n"
    )
    found = table(reading(words=words, rows__csv=b"State,Seats\nKenya,10\n"))
    assert [(column.head.text, column.align) for column in found.columns] == [("Member", "start"), ("Places", "end")]
    assert len(found.table) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("rows.xlsx", b"this is no workbook", "TB002"),
        ("rows.xlsx", b"PK\x03\x04 cut off", "TB002"),
        ("rows.xlsx", workbook()[:900], "TB002"),
        ("rows.docx", b"PK", "TB002"),
        ("rows.csv", b'State,"Seats\nKenya,10\n', "TB002"),
        ("rows.csv", b"", "TB002"),
        ("rows.csv", b"State\ncaf\xe9\n", "RD003"),
        ("absent.csv", b"", "TB002"),
        ("long" * 80 + ".csv", b"", "TB002"),
        ("/etc/passwd", b"", "TB003"),
        ("../rows.csv", b"", "TB003"),
        ("file:///etc/passwd", b"", "TB003"),
        ("HTTP://example.org/rows.csv", b"", "TB003"),
        ("//server/rows.csv", b"", "TB003"),
    ],
)
def test_files_that_cannot_be_taken(reading: Read, name: str, data: bytes, code: str) -> None:
    files = {name.replace(".", "__", 1): data} if name.startswith("rows.") else {}
    outcome = reading(words=FROM_FILE.replace("{name}", name), **files)
    assert [one.code for one in outcome.diagnostics] == [code]


def test_a_link_out_of_the_folder_is_not_followed(reading: Read, tmp_path: Path) -> None:
    (tmp_path / "rows.csv").symlink_to("/etc/hostname")
    assert [one.code for one in reading(words=FROM_FILE.replace("{name}", "rows.csv")).diagnostics] == ["TB003"]
