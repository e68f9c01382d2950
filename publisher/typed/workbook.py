"""The cells of an XLSX sheet from the file's own parts.

And what each must show.
"""

from __future__ import annotations

import datetime
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from publisher.model.diagnostic import Position
from publisher.typed.places import (
    EVERYWHERE,
    MOST_COLUMNS,
    Area,
    area_of,
    heads_of,
    name_of,
    named_areas,
    parted,
    place_of,
)
from publisher.typed.scan import Entries
from publisher.typed.shown import (
    DAY_NOUGHT,
    Signs,
    framed,
    is_hidden,
    is_moment,
    shows_moment,
    shows_number,
    shows_text,
    signs_of,
)

if TYPE_CHECKING:
    from publisher.language import Vocabulary

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "$#,##0_);($#,##0)", 6: "$#,##0_);[Red]($#,##0)",
    7: "$#,##0.00_);($#,##0.00)", 8: "$#,##0.00_);[Red]($#,##0.00)", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0_);(#,##0)", 38: "#,##0_);(#,##0)",
    39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)", 41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)', 43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0",
    48: "##0.0E+0", 49: "@",
    # those of Chinese, Japanese and Korean
    **dict.fromkeys((27, 36, 50, 52, 57), "yyyy-m"), **dict.fromkeys((28, 29, 51, 53, 54, 58), "m-d"), 30: "m-d-yy",
    31: "yyyy-m-d", **dict.fromkeys((32, 34, 55), "h:mm"), **dict.fromkeys((33, 35, 56), "h:mm:ss"),
}  # fmt: skip
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and what tells whether print shows it.

    Its text, its place; `figure` are the digits of a number that no format of the sheet writes.
    """

    text: str
    at: Position
    shows: Callable[[str], bool] | None = None
    figure: str = ""


def cells_of(path: Path, name: str, asked: Entries, words: Vocabulary) -> list[tuple[list[Cell], bool]]:
    """The rows of the sheet that can be seen; which are heads.

    Cells with something in them only. Raises what a damaged file comes to.
    """
    with zipfile.ZipFile(path) as parts:
        return list(_rows(_Book(parts, name, asked, signs_of(words)), asked))


class _Book:
    """The parts of a workbook that say what one sheet shows."""

    def __init__(self, parts: zipfile.ZipFile, name: str, asked: Entries, signs: Signs) -> None:
        self.parts, self.name, self.asked, self.signs = parts, name, asked, signs
        self.book = self._xml("xl/workbook.xml")
        self.shared = self._shared()
        self.formats = self._formats()
        properties = self.book.find(f"{_MAIN}workbookPr")
        self.late = properties is not None and properties.get("date1904") in ("1", "true")
        title, self.area = self._asked()
        self.sheet = self._xml(self._sheet(title))

    def _xml(self, part: str) -> Any:
        return etree.fromstring(self.parts.read(part), _XML)

    def _asked(self) -> tuple[str, Area]:
        """The sheet and the area that the author asks for, by cells or by the name of a range or table."""
        sheet, asked = self.asked.word("sheet"), self.asked.word("range")
        if not asked:
            return sheet, EVERYWHERE
        title, cells = parted(asked)
        if (area := area_of(cells)) is None:
            title, cells = named_areas(self.book, list(self._tables()), _MAIN)[asked.casefold()]
            area = area_of(cells)
        if area is None:
            raise LookupError(asked)
        return title or sheet, area

    def _tables(self) -> Iterator[tuple[str, Any]]:
        """What describes the tables of the workbook, each with the name of its sheet."""
        for sheet in self.book.iter(f"{_MAIN}sheet"):
            folder, _, file = self._target(sheet).rpartition("/")
            relations = f"{folder}/_rels/{file}.rels"
            for one in self._xml(relations) if relations in self.parts.namelist() else ():
                if str(one.get("Type")).endswith("/table"):
                    yield (
                        sheet.get("name"),
                        self._xml(posixpath.normpath(posixpath.join(f"/{folder}", one.get("Target")))[1:]),
                    )

    def _sheet(self, wanted: str) -> str:
        sheets = [sheet for sheet in self.book.iter(f"{_MAIN}sheet") if "/chartsheets/" not in self._target(sheet)]
        every = list(self.book.iter(f"{_MAIN}sheet"))
        view = next(self.book.iter(f"{_MAIN}workbookView"), None)
        active = int(view.get("activeTab") or 0) if view is not None else 0
        seen = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"]
        if wanted:
            chosen = next(sheet for sheet in sheets if sheet.get("name") == wanted)
        else:
            chosen = every[active] if active < len(every) and every[active] in seen else None
            chosen = chosen if chosen is not None else next(s for s in seen if self._filled(s) or s is seen[-1])
        return self._target(chosen)

    def _target(self, sheet: Any) -> str:
        relations = self._xml("xl/_rels/workbook.xml.rels")
        target = next(one.get("Target") for one in relations if one.get("Id") == sheet.get(_RELATION))
        return target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def _filled(self, sheet: Any) -> bool:
        return b"<v" in self.parts.read(self._target(sheet)) or b"<is" in self.parts.read(self._target(sheet))

    def _shared(self) -> list[Any]:
        if "xl/sharedStrings.xml" not in self.parts.namelist():
            return []
        return list(self._xml("xl/sharedStrings.xml").iter(f"{_MAIN}si"))

    def _formats(self) -> list[str]:
        if "xl/styles.xml" not in self.parts.namelist():
            return []
        styles = self._xml("xl/styles.xml")
        own = {int(one.get("numFmtId")): one.get("formatCode") for one in styles.iter(f"{_MAIN}numFmt")}
        used = styles.find(f"{_MAIN}cellXfs")
        numbers = [int(one.get("numFmtId") or 0) for one in used] if used is not None else []
        return [own.get(number) or _BUILT_IN.get(number, "General") for number in numbers]

    def cell(self, element: Any, row: int, column: int) -> Cell | None:
        """What the cell of the XML element shows, or None.

        None where it is empty, cannot be printed or is hidden by its format.
        """
        sheet, name = self.asked.word("sheet"), name_of(row, column)
        at = Position(self.name, row, column, f"{sheet}!{name}" if sheet else name)
        value = element.findtext(f"{_MAIN}v")
        style = int(element.get("s") or 0)
        form = self.formats[style] if style < len(self.formats) else "General"
        match element.get("t", "n"):
            case "s" if value is not None:
                return _text(self.shared[int(value)], at, form)
            case "inlineStr":
                return _text(element.find(f"{_MAIN}is"), at, form)
            case "str" if value:
                return Cell(framed(_decoded(value).strip(), form), at)
            case "d" if value:
                days = (datetime.datetime.fromisoformat(value) - DAY_NOUGHT) / datetime.timedelta(days=1)
                return Cell(value, at, partial(shows_moment, days, 0, form if is_moment(form) else "d m y", self.signs))
            case "n" if value is not None and not is_hidden(float(value), form):
                figure = format(Decimal(format(float(value), ".15g")), "f") if form == "General" else ""
                return Cell(value, at, self._shows(float(value), form), figure)
        return None

    def _shows(self, value: float, form: str) -> Any:
        if is_moment(form):
            return partial(shows_moment, value, (1462 if self.late else 0), form, self.signs)
        return partial(shows_number, value, form, self.signs)


def _rows(book: _Book, asked: Entries) -> Iterator[tuple[list[Cell], bool]]:
    all_shown = asked.word("hidden") == "true"
    area, hidden = book.area, set() if all_shown else _hidden_columns(book.sheet)
    merged = [one for one in (area_of(cell.get("ref")) for cell in book.sheet.iter(f"{_MAIN}mergeCell")) if one]
    rows: list[tuple[int, dict[int, Cell]]] = []
    number = 0
    for element in book.sheet.iter(f"{_MAIN}row"):
        number = int(element.get("r") or number + 1)
        flat = element.get("hidden") in ("1", "true") or element.get("ht") == "0"
        if not area.top <= number <= area.bottom or (flat and not all_shown):
            continue
        here = [one for one in merged if one.top <= number <= one.bottom]
        found: dict[int, Cell] = {}
        column = 0
        for inner in element.iter(f"{_MAIN}c"):
            column = place_of(inner.get("r"))[1] if inner.get("r") else column + 1
            covered = any(one.left <= column <= one.right and (number, column) != (one.top, one.left) for one in here)
            if area.left <= column <= area.right and column not in hidden and not covered:
                cell = book.cell(inner, number, column)
                found |= {column: cell} if cell is not None and cell.text.strip() else {}
        rows.append((number, found))
    kinds = [
        (number, {c: "words" if cell.shows is None else "figure" for c, cell in row.items()}) for number, row in rows
    ]
    last_column = max((column for _, row in rows for column in row), default=0)
    columns = [c for c in range(area.left, min(area.right, max(last_column, _right(merged))) + 1) if c not in hidden]
    heads = int(asked.word("head")) if asked.word("head") else heads_of(merged, kinds, columns)
    last = rows[heads - 1][0] if 0 < heads <= len(rows) else 0
    empty = not any(number <= last for number, row in rows if row)
    for count, (number, row) in enumerate((number, row) for number, row in rows if row):
        yield list(row.values()), number <= last or (empty and heads > 0 and count == 0)


def _right(merged: list[Area]) -> int:
    return min(max((one.right for one in merged), default=0), MOST_COLUMNS)


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for column in sheet.iter(f"{_MAIN}col"):
        if column.get("hidden") in ("1", "true") or float(column.get("width") or 1) == 0:
            hidden.update(range(int(column.get("min")), min(int(column.get("max")), MOST_COLUMNS) + 1))
    return hidden


def _text(element: Any, at: Position, form: str) -> Cell:
    """Words of a cell, readings of Chinese characters left out; raised and lowered figures as such."""
    runs = []
    for inner in element:
        if inner.tag == f"{_MAIN}t":
            runs.append((inner.text or "", ""))
        elif inner.tag == f"{_MAIN}r":
            style = inner.find(f"{_MAIN}rPr/{_MAIN}vertAlign")
            runs.append((inner.findtext(f"{_MAIN}t") or "", style.get("val") if style is not None else ""))
    text = framed(_decoded("".join(words for words, _ in runs)).strip(), form)
    shown = [(_decoded(words), place) for words, place in runs]
    return Cell(text, at, partial(shows_text, text, tuple(shown)) if any(place for _, place in runs) else None)


def _decoded(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")
