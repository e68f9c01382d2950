"""Reads tables and figures of a Word file with what stands over and under them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from publisher.openxml.content import Paragraph, Run, Table, cells_in, paragraphs_in
from publisher.receive.folder import Noted, Remark
from publisher.receive.word.figures import Caption
from publisher.receive.word.grid import grid_of
from publisher.receive.word.labels import is_source, is_unit
from publisher.receive.word.lines import LineReader, common_look
from publisher.receive.word.numbers import parted
from publisher.receive.word.ranks import rank_of
from publisher.receive.word.tables import NOTE_LINE, TableReader, notes_in_rows
from publisher.receive.word.words import lettered, raised

_TITLE_LINES = 4  # lines between the label of a table and the table, at most
_TABLE_IN_CELL = "a table within a cell stands there as lines, a cell a line"


@dataclass(slots=True)
class CaptionReader(LineReader):
    """Finds the table or picture a label belongs to, and the title, unit, notes and source of each."""

    def _table(self, at: int, **more: Any) -> int:
        table = self.blocks[at]
        assert isinstance(table, Table)
        if is_empty(table):
            return at + 1
        self.tables += 1
        below = notes_in_rows(table)
        table = replace(table, rows=table.rows[: len(table.rows) - len(below)])
        notes, sources, end = self._under_table(
            at, [line for row in below for cell in row.cells for line in cell.paragraphs]
        )
        for cell in (cell for row in below for cell in row.cells):
            self.accounts.use(cell.element, *(inner.element for inner in cells_in(cell.blocks)))
            for line in cell.paragraphs:
                self.figures.place_all(line, self.made.here)
        letters = self._letters(table, more.get("head", []), notes)
        reader = TableReader(table, self.words, self.accounts, letters)
        block = reader.block()
        head = more.pop("head", [])
        titles = [
            self.words.words(lettered(line.pieces, letters, reader.called), common_look(line.pieces)) for line in head
        ]
        under, lines = self._notes_under(notes, letters, reader.called)
        lines += [self._used_words(line) for line in sources]
        block |= {"title": "\n".join(titles)} if titles else {}
        block |= more
        block |= {"landscape": True} if table.element in self.across else {}
        block |= {"notes": under} if under else {}
        block |= {"source": "\n".join(lines)} if lines else {}
        for paragraph in paragraphs_in([table]):
            self.figures.place_all(paragraph, self.made.here)
        made = _ordered(block)
        inner = (one for row in table.rows for cell in row.cells for one in cell.blocks)
        flattened = any(isinstance(one, Table) for one in inner)
        self.made.here.add(Noted(made, (Remark("IM015", _TABLE_IN_CELL),)) if flattened else made)
        self._passed_over(at + 1, end, [*sources, *(line for line, _ in notes.values())])
        return end

    def _notes_under(
        self, notes: dict[str, tuple[Paragraph, int]], letters: dict[str, str], called: set[str]
    ) -> tuple[dict[str, str], list[str]]:
        """The notes that something in the table calls, and as lines those that nothing does."""
        texts = {letter: self._cut_words(line, cut) for letter, (line, cut) in notes.items()}
        made = {letters[letter]: text for letter, text in texts.items() if letter in called}
        return made, [f"^{{{letter}}} {text}" for letter, text in texts.items() if letter not in called]

    def _letters(self, table: Table, head: list[Paragraph], notes: Iterable[str]) -> dict[str, str]:
        """A name for each letter where they are those the program would give in the order of their calls.

        Otherwise, as where a heading above calls one, letters and notes stay as they are typed.
        """
        paragraphs = [*head, *paragraphs_in([table])]
        called = list(dict.fromkeys(letter for line in paragraphs for letter in raised(line.pieces)))
        vocabulary = self.labels.vocabulary
        given = [vocabulary.table_note_mark(place).printed for place in range(1, len(called) + 1)]
        if called != given or set(called) != set(notes):
            return {}
        return {letter: f"t{self.tables}-{_name(letter)}" for letter in called}

    def _cut_words(self, line: Paragraph, cut: int) -> str:
        pieces = []
        for piece in line.pieces:
            if isinstance(piece, Run):
                taken = min(cut, len(piece.text))
                cut -= taken
                if taken:
                    self.accounts.use_once(piece.element)
                piece = replace(piece, text=piece.text[taken:])
            pieces.append(piece)
        self.accounts.use_once(line.element)
        return self.words.words(pieces)

    def _under_table(
        self, at: int, within: Sequence[Paragraph] = ()
    ) -> tuple[dict[str, tuple[Paragraph, int]], list[Paragraph], int]:
        """The lettered notes under a table, the lines that name its source, the index of the block after them."""
        notes: dict[str, tuple[Paragraph, int]] = {}
        sources: list[Paragraph] = []
        end = at + 1
        for index, block in (*((at, line) for line in within), *enumerate(self.blocks[at + 1 :], at + 1)):
            if isinstance(block, Table):
                break
            text = block.text
            if not text.strip() and not any(map(self.figures.holds, block.pieces)):
                continue
            found = NOTE_LINE.match(text)
            letter = (found["letter"] or found["alone"] or "").strip() if found else ""
            if found and letter and letter not in notes and not parted(block).counted:
                notes[letter] = block, found.end()
            elif is_source(text) and len(text) < 600:
                sources.append(block)
            else:
                break
            end = index + 1
        return notes, sources, end

    def _labelled_table(self, at: int) -> int:
        """A table with its label, title and unit; 0 where no table follows."""
        first = self.blocks[at]
        assert isinstance(first, Paragraph)
        found = self.labels.table(first.text)
        lines: list[Paragraph] = []
        unit: Paragraph | None = None
        for index in range(at if not found else at + 1, min(len(self.blocks), at + 3 * _TITLE_LINES)):
            block = self.blocks[index]
            if isinstance(block, Table):
                if is_empty(block) or (not found and len(grid_of(block).columns) <= 1):
                    return 0
                self._passed_over(at, index, [first, *lines, *([unit] if unit is not None else [])])
                if not found and index > at and self._titles(first, index):
                    return self._table(index, head=[first], numbered=False, **self._unit(unit))
                return self._with_title(index, first, found, lines, unit) if found or unit is not None else 0
            if not block.text.strip() or ((lines or found) and (block.framed or is_source(block.text))):
                continue
            if index == at and not found and rank_of(block) and _raised_end(block):
                continue
            if is_unit(block.text) and not rank_of(block):
                unit = block
            elif found and (unit is None or rank_of(block)) and len(lines) < _TITLE_LINES and not parted(block).number:
                lines.append(block)
            else:
                return 0
        return 0

    def _with_title(
        self, at: int, first: Paragraph, found: re.Match[str] | None, lines: list[Paragraph], unit: Paragraph | None
    ) -> int:
        more: dict[str, Any] = {}
        if found:
            number, rest = found["number"], found["rest"]
            head = lines
            self.accounts.use_once(first.element)
            if rest:
                lines.insert(0, replace(first, pieces=_without(first, first.text.index(rest))))
            for run in first.runs:
                self.accounts.use_once(run.element)
            if number == str(self.made_tables + 1):
                self.made_tables += 1
            else:
                more["label"] = first.text.strip().removesuffix(rest or "").strip()
            more["head"] = head
            for line in lines:
                self.accounts.use_once(line.element)
        return self._table(at, **more, **self._unit(unit))

    def _unit(self, unit: Paragraph | None) -> dict[str, str]:
        if unit is None:
            return {}
        return {"unit": self._used_words(unit).strip().removeprefix("(").removesuffix(")")}

    def _titles(self, line: Paragraph, at: int) -> bool:
        """Whether a heading is the title of the table at `at`: its last letter calls a note of it."""
        letter = _raised_end(line)
        if letter and letter in self._under_table(at)[0]:
            self.accounts.use_once(line.element)
            return True
        return False

    def _labelled_figure(self, at: int) -> int:
        """A figure with its label and title, above or below the picture; 0 where no picture is near."""
        first = self.blocks[at]
        assert isinstance(first, Paragraph)
        found = self.labels.figure(first.text)
        if not found:
            return 0
        lines: list[Paragraph] = []
        for index in range(at + 1, min(len(self.blocks), at + 8)):
            block = self.blocks[index]
            if isinstance(block, Table):
                return 0
            if any(self.figures.holds(piece) for piece in block.pieces):
                end, sources = self._figure_sources(index)
                self._passed_over(at, index, [first, *lines])
                self._figure(block, first, found, lines, sources)
                self._passed_over(index + 1, end, sources)
                return end
            if block.text.strip():
                if len(lines) == 3 or parted(block).number:
                    return 0
                lines.append(block)
        return 0

    def _figure_above(self, at: int) -> int:
        """A picture on a line of its own, its label and title below it or none."""
        block = self.blocks[at]
        assert isinstance(block, Paragraph)
        below = self.blocks[at + 1] if at + 1 < len(self.blocks) else None
        found = self.labels.figure(below.text) if isinstance(below, Paragraph) else None
        if not found or not any(self.figures.holds(piece) for piece in block.pieces):
            self.figures.place_all(block, self.made.here)
            return at + 1
        assert isinstance(below, Paragraph)
        lines = self._after(at + 1, lambda one: "title" in one.style.lower())[:2] if not found["rest"] else []
        end, sources = self._figure_sources(at + 1 + len(lines))
        self._figure(block, below, found, lines, sources)
        end = max(end, at + 2 + len(lines))
        self._passed_over(at + 1, end, [below, *lines, *sources])
        return end

    def _figure_sources(self, at: int) -> tuple[int, list[Paragraph]]:
        sources = []
        end = at + 1
        for index in range(at + 1, min(len(self.blocks), at + 5)):
            block = self.blocks[index]
            if isinstance(block, Table) or not (is_source(block.text) or not block.text.strip()):
                break
            if any(self.figures.holds(piece) for piece in block.pieces):
                break
            if block.text.strip():
                sources.append(block)
                end = index + 1
        return end, sources

    def _figure(
        self, block: Paragraph, first: Paragraph, found: re.Match[str], lines: list[Paragraph], sources: list[Paragraph]
    ) -> None:
        for paragraph in (first, block, *lines):
            self.accounts.use_once(paragraph.element)
        for run in first.runs:
            self.accounts.use_once(run.element)
        titles = [found["rest"].strip()] if found["rest"] else []
        titles += [self.words.words(line.pieces, common_look(line.pieces)) for line in lines]
        source = "\n".join(self._used_words(line) for line in sources)
        own = self.words.words(block.pieces)
        label = first.text.strip().removesuffix(found["rest"] or "").strip()
        self.figures.place_all(block, self.made.here, Caption(label, found["number"], "\n".join(titles), source))
        if own:
            self.made.here.plain(own)


def is_empty(table: Table) -> bool:
    return not any(paragraph.text.strip() or paragraph.pieces for paragraph in paragraphs_in([table]))


def _ordered(block: dict[str, Any]) -> dict[str, Any]:
    """The entries of a table as an editor looks for them; a label that counting would not give stands in the title."""
    label = block.pop("label", None)
    if label is not None:
        block |= {"title": f"{label}\n{block.get('title', '')}".strip(), "numbered": False}
    order = ("table", "title", "numbered", "unit", "landscape", "columns", "notes", "source")
    return {key: block[key] for key in order if key in block}


def _raised_end(paragraph: Paragraph) -> str:
    """The raised letter at the end of a line, as calls a note of a table."""
    last = next((run for run in reversed(list(paragraph.runs)) if run.text.strip()), None)
    return last.text.strip() if last is not None and last.look.position == "superscript" else ""


def _without(paragraph: Paragraph, cut: int) -> list[Any]:
    pieces: list[Any] = []
    for piece in paragraph.pieces:
        if isinstance(piece, Run):
            taken = min(cut, len(piece.text))
            cut -= taken
            piece = replace(piece, text=piece.text[taken:])
        pieces.append(piece)
    return pieces


def _name(letter: str) -> str:
    return letter if re.fullmatch(r"[a-z]{1,2}", letter) else f"note-{ord(letter[0]):x}{len(letter)}"
