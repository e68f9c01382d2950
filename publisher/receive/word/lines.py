"""Reads lines of a Word file into the division that is open, and what all parts of its reader share."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from publisher.openxml.content import Block, Look, Paragraph, Run, Table
from publisher.receive.accounts import Accounts
from publisher.receive.folder import Remark
from publisher.receive.word.agendas import Agenda
from publisher.receive.word.figures import Figures
from publisher.receive.word.labels import Labels
from publisher.receive.word.nesting import Division
from publisher.receive.word.notes import Notes
from publisher.receive.word.numbers import Numbered, parted
from publisher.receive.word.ranks import rank_of
from publisher.receive.word.words import WordsOf


@dataclass(slots=True)
class Annex:
    """An annex being filled."""

    title: str
    division: Division
    note: str = ""
    label: str = ""


@dataclass(slots=True)
class Structure:
    """What the body was read into: blocks, annexes, summary.

    And whether it has contents.
    """

    body: Division
    annexes: list[Annex] = field(default_factory=list)
    summary: list[str] = field(default_factory=list)
    contents: bool = False
    decisions: dict[str, dict[str, Any]] = field(default_factory=dict)
    adoptions: list[dict[str, Any]] = field(default_factory=list)
    columns_left: int = 0  # the most columns beside each other that run over the whole width now
    agenda: Agenda | None = None  # the first that is set out
    agendas: dict[str, list[str]] = field(default_factory=dict)  # further ones, a line an item

    @property
    def here(self) -> Division:
        """The division that the next block goes into."""
        return self.annexes[-1].division if self.annexes else self.body


@dataclass(slots=True)
class LineReader:
    """Puts lines where they belong, each once."""

    blocks: Sequence[Block]
    labels: Labels
    words: WordsOf
    notes: Notes
    figures: Figures
    accounts: Accounts
    made: Structure
    tables: int = 0
    made_tables: int = 0  # those whose label is the one counting gives
    across: Collection[object] = ()  # elements of the tables whose pages lie across
    columns: Sequence[int] = ()  # of each section, while they are not read yet
    chapters: bool = False  # whether headings of the first degree stand under “Chapter I”
    resolution: bool = False  # whether the title is that of a resolution by itself, whose number a heading says

    def _line(self, paragraph: Paragraph) -> None:
        """One paragraph: heading, numbered paragraph, subparagraph, bullet, or words without a number."""
        rank = rank_of(paragraph)
        part = parted(paragraph)
        self._spend(paragraph, part)
        here = self.made.here
        if rank and not (part.number and part.number[0].isdigit() and not is_bold(part)):
            here.heading(self._words(part, heading=True), part.number, rank)
        elif part.bullet:
            here.point("dashes" if part.bullet in "–—-−" else "bullets", self._words(part), paragraph.left)
        elif part.number[:1].isdigit():
            here.paragraph(self._words(part), part.number)
        elif part.number and here.takes_item(part.number, paragraph.left):
            here.item(self._words(part), part.number, paragraph.left)
        elif part.number and is_bold(part):
            here.heading(self._words(part, heading=True), part.number, rank_of_number(part.number))
        elif part.number:
            said = f"the number “{part.number}” begins no list the program counts; it stands in the words"
            here.plain(f"{part.number} {self._words(part)}", (Remark("IM015", said, part.number),))
        else:
            here.plain(self._words(part))
        self.figures.place_all(paragraph, here)

    def _words(self, part: Numbered, *, heading: bool = False) -> str:
        look = common_look(part.pieces) if heading else Look()
        return self.words.words(part.pieces, look)

    def _spend(self, paragraph: Paragraph, part: Numbered) -> None:
        self.accounts.use_once(paragraph.element)
        for run in part.number_runs:
            self.accounts.use_once(run.element)

    def _after(self, at: int, belongs: Any) -> list[Paragraph]:
        found = []
        for block in self.blocks[at + 1 :]:
            if isinstance(block, Table) or (block.text.strip() and not belongs(block)):
                break
            if block.text.strip():
                found.append(block)
        return found

    def _used_words(self, line: Paragraph) -> str:
        self.accounts.use_once(line.element)
        self.figures.place_all(line, self.made.here)
        return self.words.words(line.pieces)

    def _passed_over(self, begin: int, at: int, taken: Sequence[Paragraph]) -> None:
        """What stands between a label and its table and belongs to neither goes before them."""
        for block in self.blocks[begin:at]:
            if isinstance(block, Paragraph) and not any(block is one for one in taken):
                if block.text.strip():
                    self._line(block)
                else:
                    self.figures.place_all(block, self.made.here)


def common_look(pieces: Sequence[Any]) -> Look:
    """The look all words of a heading share, which is no emphasis in it.

    Raised signs have a look of their own.
    """
    looks = [
        piece.look for piece in pieces if isinstance(piece, Run) and piece.text.strip() and not piece.look.position
    ]
    return Look(
        bold=bool(looks) and all(look.bold for look in looks), italic=bool(looks) and all(look.italic for look in looks)
    )


def is_bold(part: Numbered) -> bool:
    return common_look(part.pieces).bold


def rank_of_number(number: str) -> int:
    return (
        1
        if re.fullmatch(r"[IVXLC]+\.|[一二三四五六七八九十]+、", number)
        else 2
        if re.fullmatch(r"[A-Z]\.", number)
        else 4
    )
