"""Organs side by side on page one of a document under several symbols: each with its session or year and its item."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from publisher.language import Vocabulary
from publisher.model.reference import Reference
from publisher.openxml.content import Cell, Paragraph, Table
from publisher.receive.folder import OneLine
from publisher.receive.word.session_lines import FIGURES, alike, item_in, key_of_item, session_in


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What such a table says: the lines of the first organ, the others as the record has them, words of their items."""

    lines: list[Paragraph]
    also: list[dict[str, Any]]
    items: dict[str, str]


@dataclass(frozen=True, slots=True)
class OrgansReader:
    """Reads such a table; `year` is the line of an organ that counts years."""

    vocabulary: Vocabulary
    reference: Reference
    year: Callable[[int], str]

    def read(self, table: Table) -> SideBySide | None:
        """What `table` says, or None where a line of it is not just what the program prints of a fact."""
        cells = [cell for row in table.rows for cell in row.cells]
        if len(table.rows) != 1 or len(cells) < 2:
            return None
        lines = [_lines(cell) for cell in cells]
        if not all(lines) or not all(self._organ(named[0].text.strip()) for named in lines):
            return None
        items: dict[str, str] = {}
        also = [self._further([line.text.strip() for line in told], items) for told in lines[1:]]
        return SideBySide(lines[0], [one for one in also if one], items) if all(also) else None

    def _organ(self, name: str) -> str:
        code = self.vocabulary.code
        organs = self.reference.organs.values()
        return next((organ.id for organ in organs if alike(name, organ.names.get(code, ""))), "")

    def _further(self, lines: Sequence[str], items: dict[str, str]) -> dict[str, Any] | None:
        made: dict[str, Any] = {"organ": self._organ(lines[0])}
        rest = list(lines[1:])
        if rest and (session := session_in(rest[0], self.vocabulary)):
            made["session"] = OneLine(session)
            rest.pop(0)
        elif rest and (year := self._year(rest[0])):
            made["year"] = year
            rest.pop(0)
        if len(rest) == 2 and (number := item_in(rest[0], self.vocabulary)):
            key = f"{made['organ']}-{key_of_item(number)}"
            made["agenda-item"] = [OneLine({"number": number, "id": key})]
            items[key] = rest[1]
            rest = []
        return None if rest else made

    def _year(self, line: str) -> int:
        """The year that a line names, in figures or in words."""
        named = [int(number) for number in re.findall(r"\d{1,3}", line.translate(FIGURES))] or range(1, 121)
        return next((year for year in named if year and alike(line, self.year(year))), 0)


def _lines(cell: Cell) -> list[Paragraph]:
    return [paragraph for paragraph in cell.paragraphs if paragraph.text.strip()]
