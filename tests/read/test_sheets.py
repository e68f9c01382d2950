"""Sheets as people make them: what they show is taken in, what cannot be printed is found at its cell."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table as WorkbookTable

from publisher.model.inline import plain
from publisher.model.words import Given
from publisher.model.written_table import Column, Table
from publisher.read import Reading
from tests.conftest import WORDS

Read = Callable[..., Reading]


def book(fill: Callable[[Any], None]) -> bytes:
    made = openpyxl.Workbook()
    fill(made)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def outcome(reading: Read, data: bytes, entry: str = "table: rows.xlsx", name: str = "rows__xlsx") -> Reading:
    return reading(words=WORDS.replace("body:\n", f"body:\n  - {entry}\n", 1), **{name: data})


def rows_of(read: Reading) -> list[list[str]]:
    assert read.document is not None, read.diagnostics
    table = read.document.words.body[0]
    assert isinstance(table, Table) and isinstance(table.table, list)
    return [[plain(cell.parts) or cell.text for cell in row if isinstance(cell, Given)] for row in table.table]


def heads_of(read: Reading) -> list[str]:
    assert read.document is not None
    table = read.document.words.body[0]
    assert isinstance(table, Table)
    return list(_heads(table.columns, 0))


def _heads(columns: list[Column], depth: int) -> Iterator[str]:
    for column in columns:
        yield ">" * depth + str(column.head)
        yield from _heads(column.columns, depth + 1)


def told(read: Reading) -> list[tuple[str, str]]:
    return [(one.code, str(one.at)) for one in read.diagnostics]


def natural(made: Any) -> None:
    """A sheet with two head rows, days, percentages, a hidden row, a hidden column, and a total."""
    sheet = made.active
    for row in [
        ["Member", "Reported", "Landings", None, "Change", "Remark"],
        [None, None, 2023, 2024, None, None],
        ["Comoros", datetime.date(2025, 3, 28), 4120.5, 3985, -0.0329, "secret"],
        ["Kenya", datetime.date(2025, 4, 2), 6305, 5990, -0.05, "secret"],
        ["France", datetime.date(2025, 4, 2), 1, 2, 0.5, "secret"],
        ["Total", None, 10425.5, 9975, None, None],
    ]:
        sheet.append(row)
    for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"):
        sheet.merge_cells(area)
    for row in sheet.iter_rows(min_row=3):
        row[1].number_format = "dd/mm/yyyy"
        row[2].number_format = row[3].number_format = "#,##0"
        row[4].number_format = "0.0%"
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["F"].hidden = True


def test_a_sheet_is_taken_as_it_shows_itself(reading: Read) -> None:
    read = outcome(reading, book(natural))
    assert heads_of(read) == ["Member", "Reported", "Landings", ">2023", ">2024", "Change"]
    assert rows_of(read) == [
        ["Comoros", "28 March 2025", "4,121", "3,985", "−3.3%"],
        ["Kenya", "2 April 2025", "6,305", "5,990", "−5.0%"],
        ["Total", "", "10,426", "9,975", ""],
    ]
    assert told(read) == [("TB012", "en.yaml:4:12")]


def test_hidden_rows_and_columns_are_printed_where_they_are_asked_for(reading: Read) -> None:
    read = outcome(reading, book(natural), "file: {name: rows.xlsx, hidden: true, total: true}")
    assert [row[-1] for row in rows_of(read)] == ["secret"] * 3 and told(read) == []
    assert read.document is not None and read.document.words.body[0].total is not None  # type: ignore[union-attr]


def test_the_sheet_and_the_range_are_chosen_by_name(reading: Read) -> None:
    def fill(made: Any) -> None:
        made.active.append(["hidden", "sheet"])
        made.active.sheet_state = "hidden"
        for title in ("Notes", "Posts"):
            made.create_sheet(title)
        made["Notes"].append(["internal"])
        for row in ["A heading of the sheet"], [], [None, "Place", "Posts"], [None, "Nairobi", 3], [], ["Notes below"]:
            made["Posts"].append(row)
        made.active = 2

    data = book(fill)
    read = outcome(reading, data, "file: {name: rows.xlsx, sheet: Posts, range: B3:C4}")
    assert (heads_of(read), rows_of(read), told(read)) == (["Place", "Posts"], [["Nairobi", "3"]], [])
    assert told(outcome(reading, data, "file: {name: rows.xlsx, sheet: Post}"))[0][0] == "TB010"
    assert ("TB011", "en.yaml:4:12") in told(outcome(reading, data))


def named(made: Any) -> None:
    """A table under a line of notes, with a name of Excel's and one of the author's."""
    sheet = made.active
    for row in ["Notes", None], ["Place", "Posts"], ["Nairobi", 3], ["Below", "x"]:
        sheet.append(row)
    sheet.add_table(WorkbookTable(displayName="AllPosts", ref="A2:B3"))
    made.defined_names["Posts"] = DefinedName("Posts", attr_text="Sheet!$A$2:$B$3")


@pytest.mark.parametrize("area", ["A2:B3", "$A$2:$B$3", "a2:b3", "Sheet!A2:B3", "Posts", "posts", "AllPosts"])
def test_a_range_is_said_by_its_corners_or_by_name(reading: Read, area: str) -> None:
    read = outcome(reading, book(named), f'file: {{name: rows.xlsx, range: "{area}"}}\n    table:')
    assert (heads_of(read), rows_of(read), told(read)) == (["Place", "Posts"], [["Nairobi", "3"]], [])


@pytest.mark.parametrize(
    ("area", "code", "hint"),
    [("Post", "TB010", "Did you mean “Posts”?"), ("D9:E9", "TB002", ""), ("A:B", "TB010", "B4:H20")],
)
def test_a_range_that_is_not_there_is_told_where_it_is_named(reading: Read, area: str, code: str, hint: str) -> None:
    read = outcome(reading, book(named), f'file: {{name: rows.xlsx, range: "{area}"}}\n    table:')
    assert told(read) == [(code, "en.yaml:4:36")] and hint in read.diagnostics[0].hint


def test_a_csv_file_has_no_range(reading: Read) -> None:
    read = outcome(reading, b"A,B\nx,1\n", "file: {name: rows.csv, range: A1:B2}\n    table:", "rows__csv")
    assert told(read) == [("TB010", "en.yaml:4:35")]


def test_a_file_named_wrongly_is_told_once(reading: Read) -> None:
    read = outcome(reading, book(named), "file: {nam: rows.xlsx}\n    table:")
    assert [one.code for one in read.diagnostics] == ["RD011"]
    assert [one.code for one in outcome(reading, book(named), "file: rows.xlsx\n    table:").diagnostics] == ["RD013"]
    both = "table: rows.xlsx\n    file: {name: rows.xlsx}"
    assert ("TB002", "en.yaml:5:5") in told(outcome(reading, book(named), both))


WIDE = [["Place", "Wells", None], ["North", 1, 2], ["South", 3, 4]]


@pytest.mark.parametrize(
    ("rows", "merged", "entry", "heads"),
    [
        (WIDE, ["B1:C1"], "table: rows.xlsx", ["Place", "Wells", ""]),  # no head for the third column, which is told
        ([["Place", "Wells", None], [None, 2027, 2028], WIDE[1]], ["B1:C1"], "table: rows.xlsx", ["Place", "Wells", ">2027", ">2028"]),
        (WIDE, ["B1:C1"], "file: {name: rows.xlsx, range: A1:B3}\n    table:", ["Place", "Wells"]),
        ([["Place", None, "Wells"], [None, None, "Old"], ["North", "x", 2]], ["A1:B2"], "table: rows.xlsx", ["Place", ">", ">", "Wells Old"]),
    ],
)  # fmt: skip
def test_rows_of_figures_are_no_heads(
    reading: Read, rows: list[list[object]], merged: list[str], entry: str, heads: list[str]
) -> None:
    def fill(made: Any) -> None:
        for row in rows:
            made.active.append(row)
        for area in merged:
            made.active.merge_cells(area)

    assert heads_of(outcome(reading, book(fill), entry)) == heads


@pytest.mark.parametrize(("form", "value", "code"), [(";;;", 5, "TB012"), ("yyyy-mm-dd", -5, "TB006"), (";;;", 0, "")])
def test_what_a_format_hides_is_told_and_not_printed(reading: Read, form: str, value: int, code: str) -> None:
    def fill(made: Any) -> None:
        for row in ["Place", "Value"], ["North", value], ["South", 2]:
            made.active.append(row)
        made.active["B2"].number_format = form

    read = outcome(reading, book(fill))
    assert rows_of(read) == [["North", ""], ["South", "2"]] and told(read) == ([(code, "rows.xlsx!B2")] if code else [])


@pytest.mark.parametrize(
    ("value", "code"), [("=B9+1", "TB005"), ("#DIV/0!", "TB006"), (True, "TB006"), ("a_x000B_b", "RD010")]
)
def test_what_cannot_be_printed_is_found_at_its_cell(reading: Read, value: object, code: str) -> None:
    def fill(made: Any) -> None:
        made.active.append(["Place", "Value"])
        made.active.append(["North", 1])
        made.active.append(["South", value])

    assert told(outcome(reading, book(fill))) == [(code, "rows.xlsx!B3")]


def test_a_column_without_head_is_found(reading: Read) -> None:
    def fill(made: Any) -> None:
        made.active.append(["Wells by district"])
        made.active.append(["North", 1])

    assert told(outcome(reading, book(fill))) == [("TB007", "rows.xlsx!B1")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Excel 97"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04", "is not an Excel file"),
    ],
)
def test_files_that_are_no_sheets(reading: Read, data: bytes, said: str) -> None:
    read = outcome(reading, data)
    assert [one.code for one in read.diagnostics] == ["TB002"] and said in read.diagnostics[0].message


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"Place;Share\nNorth;64,9\nSouth;75,6\n", [["North", "64,9"], ["South", "75,6"]]),
        (b"Place\tShare\nNorth\t1,234\n", [["North", "1,234"]]),
        (b"sep=|\nPlace|Share\nNorth|1\n", [["North", "1"]]),
        (b"Place,Share\n,\nNorth,007\n\n", [["North", "007"]]),
        (b'Place,Share\n"North, old",2.10\n', [["North, old", "2.10"]]),
        (b"Place,Share\n{{ symbol }},*a* [^b]\n", [["{{ symbol }}", "*a* [^b]"]]),
    ],
)
def test_csv_as_people_make_it(reading: Read, data: bytes, rows: list[list[str]]) -> None:
    read = outcome(reading, data, "table: rows.csv", "rows__csv")
    assert (rows_of(read), told(read)) == (rows, [])


def test_a_sheet_whose_packing_is_damaged_is_told(reading: Read) -> None:
    """At every place of the packed bytes of the sheet: another sign there is told, or changes nothing."""
    data = book(named)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        part = parts.getinfo("xl/worksheets/sheet1.xml")
    begin = part.header_offset + 30 + len(part.filename)
    for place in range(begin, begin + part.compress_size, 7):
        spoilt = data[:place] + bytes([data[place] ^ 0x5A]) + data[place + 1 :]
        read = outcome(reading, spoilt)
        assert "TB002" in {one.code for one in read.diagnostics}, place


def test_utf_16_is_named(reading: Read) -> None:
    read = outcome(reading, "Place,Share\nNord,1\n".encode("utf-16"), "table: rows.csv", "rows__csv")
    assert [one.code for one in read.diagnostics] == ["RD003"] and "UTF-16" in read.diagnostics[0].hint
