"""Reads the cells of a CSV file as they stand in it.

The sign between them is found from the lines themselves.
"""

from __future__ import annotations

import csv
import io

from publisher.catalogue import finding
from publisher.model.diagnostic import Position
from publisher.model.words import Given
from publisher.read.grid import MOST_CELLS, Grid

_SIGNS = ("\t", ";", ",", "|")  # a decimal comma parts no cells where another sign parts them evenly
_LOOKED_AT = 200  # lines from which the sign is found


def separated_grid(text: str, name: str) -> Grid:
    """The cells of a CSV text, each with its line and number.

    The text is called `name`.
    """
    first, _, rest = text.partition("\n")
    told = first.strip().lower().removeprefix("sep=") if first.lower().startswith("sep=") else ""
    sign = told if len(told) == 1 else _sign(text)
    lines = csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=sign, strict=True)
    before = 1 if told else 0
    skipped = before
    grid, cells = Grid(), 0
    try:
        for values in lines:
            places = [Position(name, before + 1, column) for column in range(1, len(values) + 1)]
            if values:
                grid.rows.append([_cell(value, at) for value, at in zip(values, places, strict=True)])
                grid.places.append(places)
                cells += len(values)
            if cells > MOST_CELLS:
                said = f"“{name}” has more than {MOST_CELLS} cells"
                hint = "Keep the table in a file of its own."
                return Grid(findings=[finding("TB002", said, Position(name, before + 1), span=name, hint=hint)])
            before = lines.line_num + skipped
    except csv.Error as error:
        said, hint = _broken(str(error), sign)
        line = before + 1 if "end of data" in str(error) else lines.line_num + skipped
        return Grid(
            findings=[
                finding(
                    "TB002", f"“{name}” cannot be parted into cells: {said}", Position(name, line), span=name, hint=hint
                )
            ]
        )
    return grid


def _broken(error: str, sign: str) -> tuple[str, str]:
    """What is wrong with a line, in an editor's words, and what mends it."""
    if "end of data" in error:
        return "a cell begins with a quotation mark that is not closed", 'Close it, or write the sign itself as """".'
    if "expected after" in error:
        return "words stand behind the closing quotation mark of a cell", 'Write a quotation mark in a cell twice: "".'
    if "limit" in error:
        return "a cell is too long", "A quotation mark that is not closed takes in all that follows: look for it."
    return f"a line does not end as it should ({error})", f"Save it anew as CSV with “{sign}” between the cells."


def _sign(text: str) -> str:
    """The sign that parts the lines into the same number of cells, else the one that parts most of them."""
    lines = text.splitlines()[:_LOOKED_AT]
    found = []
    for sign in _SIGNS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign) if any(cell.strip() for cell in row)]
        except csv.Error:
            continue
        if widths and widths[0] > 1:
            found.append((widths.count(widths[0]) / len(widths), sign))
    best = max((share for share, _ in found), default=0.0)
    return next((sign for share, sign in found if share == best), ",")


def _cell(value: str, at: Position) -> Given | None:
    text = value.strip()
    return Given(text, at, figure=True) if text else None
