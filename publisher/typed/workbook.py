"""The cells of an XLSX sheet from the file's own parts.

And what each must show.
"""

from __future__ import annotations

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
from publisher.typed.scan import Entries
from publisher.typed.shown import Signs, bare, shows_moment, shows_number, shows_text, signs_of

if TYPE_CHECKING:
    from publisher.language import Vocabulary

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
             13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
             19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0_);(#,##0)",
             38: "#,##0_);(#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);(#,##0.00)", 45: "mm:ss",
             46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@"}  # fmt: skip
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_XML = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

MOST_COLUMNS = 16_384  # of a sheet of Excel


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and what tells whether print shows it.

    Its text, its place; `figure` are the digits of a number that no format of the sheet writes.
    """

    text: str
    at: Position
    shows: Callable[[str], bool] | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns from 1, ends included."""

    top: int
    left: int
    bottom: int
    right: int


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
        self.sheet = self._xml(self._sheet())

    def _xml(self, part: str) -> Any:
        return etree.fromstring(self.parts.read(part), _XML)

    def _sheet(self) -> str:
        sheets = list(self.book.iter(f"{_MAIN}sheet"))
        view = next(self.book.iter(f"{_MAIN}workbookView"), None)
        active = int(view.get("activeTab") or 0) if view is not None else 0
        seen = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"]
        wanted = self.asked.word("sheet")
        if wanted:
            chosen = next(sheet for sheet in sheets if sheet.get("name") == wanted)
        else:
            chosen = sheets[active] if active < len(sheets) and sheets[active] in seen else None
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

    def cell(self, element: Any) -> Cell | None:
        """What the cell of the XML element shows, or None.

        None where it is empty or cannot be printed.
        """
        reference = element.get("r")
        row, column = _place(reference)
        sheet = self.asked.word("sheet")
        at = Position(self.name, row, column, f"{sheet}!{reference}" if sheet else reference)
        value = element.findtext(f"{_MAIN}v")
        match element.get("t", "n"):
            case "s" if value is not None:
                return _text(self.shared[int(value)], at)
            case "inlineStr":
                return _text(element.find(f"{_MAIN}is"), at)
            case "str" if value:
                return Cell(_decoded(value).strip(), at)
            case "n" if value is not None:
                style = int(element.get("s") or 0)
                form = self.formats[style] if style < len(self.formats) else "General"
                figure = format(Decimal(format(float(value), ".15g")), "f") if form == "General" else ""
                return Cell(value, at, self._shows(float(value), form), figure)
        return None

    def _shows(self, value: float, form: str) -> Any:
        if _is_moment(form):
            return partial(shows_moment, value, (1462 if self.late else 0), form, self.signs)
        return partial(shows_number, value, form, self.signs)


def _rows(book: _Book, asked: Entries) -> Iterator[tuple[list[Cell], bool]]:
    all_shown = asked.word("hidden") == "true"
    area = _area(asked.word("range"))
    hidden = set() if all_shown else _hidden_columns(book.sheet)
    rows: list[tuple[int, list[Cell]]] = []
    numbers: list[int] = []
    merged = [_rectangle(one.get("ref")) for one in book.sheet.iter(f"{_MAIN}mergeCell")]
    for element in book.sheet.iter(f"{_MAIN}row"):
        number = int(element.get("r"))
        flat = element.get("hidden") in ("1", "true") or element.get("ht") == "0"
        if not area.top <= number <= area.bottom or (flat and not all_shown):
            continue
        numbers.append(number)
        here = [one for one in merged if one.top <= number <= one.bottom]
        found = []
        for inner in element.iter(f"{_MAIN}c"):
            place = _place(inner.get("r"))
            covered = any(one.left <= place[1] <= one.right and place != (one.top, one.left) for one in here)
            if area.left <= place[1] <= area.right and place[1] not in hidden and not covered:
                cell = book.cell(inner)
                found += [cell] if cell is not None and cell.text.strip() else []
        if found:
            rows.append((number, found))
    heads = int(asked.word("head")) if asked.word("head") else _heads(merged, numbers)
    last = numbers[heads - 1] if 0 < heads <= len(numbers) else 0
    empty = not any(number <= last for number, _ in rows)
    for count, (number, found) in enumerate(rows):
        yield found, number <= last or (empty and heads > 0 and count == 0)


def _heads(merged: list[Area], rows: list[int]) -> int:
    """How far down merged cells say that the head goes; a head over several columns has theirs below."""
    heads = 1
    for number, row in enumerate(rows):
        if number >= heads:
            break
        for one in (one for one in merged if one.top == row):
            depth = number + sum(one.top <= other <= one.bottom for other in rows)
            heads = max(heads, depth + (one.right > one.left and depth < len(rows)))
    return min(heads, 5)


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for column in sheet.iter(f"{_MAIN}col"):
        if column.get("hidden") in ("1", "true") or float(column.get("width") or 1) == 0:
            hidden.update(range(int(column.get("min")), min(int(column.get("max")), MOST_COLUMNS) + 1))
    return hidden


def _text(element: Any, at: Position) -> Cell:
    """Words of a cell, readings of Chinese characters left out; raised and lowered figures as such."""
    runs = []
    for inner in element:
        if inner.tag == f"{_MAIN}t":
            runs.append((inner.text or "", ""))
        elif inner.tag == f"{_MAIN}r":
            style = inner.find(f"{_MAIN}rPr/{_MAIN}vertAlign")
            runs.append((inner.findtext(f"{_MAIN}t") or "", style.get("val") if style is not None else ""))
    text = _decoded("".join(words for words, _ in runs)).strip()
    shown = [(_decoded(words), place) for words, place in runs]
    return Cell(text, at, partial(shows_text, text, tuple(shown)) if any(place for _, place in runs) else None)


def _decoded(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


def _is_moment(form: str) -> bool:
    first = bare(form.split(";")[0]).replace("General", "")
    return bool(re.search("[ymdhs]", first, re.IGNORECASE)) and "E+" not in first and "0" not in first.split(".")[0]


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(reference[len(letters) :]), column


def _rectangle(reference: str) -> Area:
    first, _, last = reference.partition(":")
    (top, left), (bottom, right) = _place(first), _place(last or first)
    return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def _area(reference: str) -> Area:
    return _rectangle(reference) if reference else Area(1, 1, 1 << 30, 1 << 30)
