"""Reads the body of a Word file into blocks.

From its first line to its last: every line goes somewhere, in its order.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from publisher.openxml.content import Block, Look, NoteCall, Paragraph, Run, Table, cells_in, paragraphs_in
from publisher.receive.accounts import Accounts
from publisher.receive.folder import Noted, Remark
from publisher.receive.word.agendas import Agenda
from publisher.receive.word.decisions import resolving
from publisher.receive.word.figures import Caption, Figures
from publisher.receive.word.grid import grid_of
from publisher.receive.word.labels import Labels, is_source, is_unit
from publisher.receive.word.nesting import Division
from publisher.receive.word.notes import Notes
from publisher.receive.word.numbers import Numbered, parted, resolution_numbered
from publisher.receive.word.ranks import rank_of
from publisher.receive.word.tables import NOTE_LINE, TableReader, notes_in_rows
from publisher.receive.word.words import WordsOf, lettered, raised

_TITLE_LINES = 4  # lines between the label of a table and the table, at most
_TABLE_IN_CELL = "a table within a cell stands there as lines, a cell a line"
_PAGE = re.compile(r"\d{1,3}|[ivxl]{1,6}")
_TAIL = re.compile(r"\t+\s*\d{1,3}\s*$")


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
    agenda: Agenda | None = None  # the first that is set out
    agendas: dict[str, list[str]] = field(default_factory=dict)  # further ones, a line an item

    @property
    def here(self) -> Division:
        """The division that the next block goes into."""
        return self.annexes[-1].division if self.annexes else self.body


@dataclass(slots=True)
class StructureReader:
    """Walks `blocks` once.

    Each method takes the index of a block and gives that of the next one to be read.
    """

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
    resolution: bool = False  # whether the title is that of a resolution by itself, whose number a heading says

    def read(self) -> Structure:
        """Everything, from the first block to the last."""
        at = 0
        while at < len(self.blocks):
            at = self._block(at)
        return self.made

    def _block(self, at: int) -> int:
        block = self.blocks[at]
        if isinstance(block, Table):
            return self._table(at)
        text = block.text.strip()
        if not text and not any(isinstance(piece, NoteCall) for piece in block.pieces):
            return self._figure_above(at)
        if self.labels.is_contents(text) and not self.made.contents:
            return self._contents(at)
        decision = self.labels.decision(text)
        if decision and rank_of(block) and decision[1] not in self.made.decisions:
            return self._decision(at, *decision)
        if self.resolution and not self.made.decisions and rank_of(block) and (part := resolution_numbered(block)):
            self._spend(block, part)
            return self._decision_text(at, "resolution", part.number, self._words(part, heading=True))
        if self.labels.annex(text) and (rank_of(block) or block.align == "center"):
            return self._annex(at)
        if self.labels.appendix(text) and rank_of(block):
            return self._appendix(at)
        if (end := self._labelled_table(at)) or (end := self._labelled_figure(at)):
            return end
        if self.labels.is_summary(text) and not self.made.summary and not self.made.here.body:
            return self._summary_lines(at)
        if end := self._agenda(at):
            return end
        self._line(block)
        return at + 1

    # Decisions and agendas

    def _decision(self, at: int, kind: str, number: str, title: str) -> int:
        """A decision from its heading to the next one, or to an annex."""
        head = self.blocks[at]
        assert isinstance(head, Paragraph)
        written = self.words.words(head.pieces, _common_look(head.pieces))
        found = self.labels.decision(written)
        title = found[2] if found else title
        self.accounts.use_once(head.element)
        return self._decision_text(at, kind, number, title)

    def _decision_text(self, at: int, kind: str, number: str, title: str) -> int:
        """What stands under the heading at `at`, which is used already."""
        head = self.blocks[at]
        assert isinstance(head, Paragraph)
        first = at + 1
        if not title:
            lines, first = self._title_lines(at)
            title = "\n".join(lines)
        end = next(
            (place for place in range(first, len(self.blocks)) if self._ends_decision(place, rank_of(head))),
            len(self.blocks),
        )
        reader = replace(self, blocks=self.blocks[first:end])
        reader.made = replace(self.made, body=Division(self.labels.vocabulary, operative=True), annexes=[])
        self.notes.place = (len(self.made.annexes), number)
        reader.read()
        self.notes.place = (len(self.made.annexes), "")
        self.tables, self.made_tables = reader.tables, reader.made_tables
        self.made.agenda = reader.made.agenda
        self.made.decisions[number] = {"title": title or "[--]"} | resolving(reader.made.body)
        self.made.adoptions.append({"number": number, "kind": kind})
        self.made.here.add({"decision": number})
        return end

    def _ends_decision(self, at: int, rank: int) -> bool:
        block = self.blocks[at]
        if isinstance(block, Table) or not (own := rank_of(block)):
            return False
        text = block.text
        if self.labels.decision(text) or self.labels.annex(text) or self.labels.appendix(text):
            return True
        return own < rank and not parted(block).number

    def _title_lines(self, at: int) -> tuple[list[str], int]:
        """The headings that follow the label of a decision without a number of their own: its title."""
        lines: list[str] = []
        end = at + 1
        for place in range(at + 1, len(self.blocks)):
            block = self.blocks[place]
            if isinstance(block, Table) or (
                block.text.strip() and (not rank_of(block) or parted(block).number or lines)
            ):
                break
            if block.text.strip():
                lines.append(self.words.words(block.pieces, _common_look(block.pieces)))
                self.accounts.use_once(block.element)
                end = place + 1
        return lines, end

    def _agenda(self, at: int) -> int:
        """An agenda set out as a list of its own count; 0 where none begins here."""
        agenda = Agenda(self.labels.vocabulary)
        entries = []
        end = at
        for place in range(at, len(self.blocks)):
            block = self.blocks[place]
            if isinstance(block, Table):
                break
            part = parted(block)
            if block.text.strip():
                if not (part.number and agenda.takes(part.number)) or rank_of(block):
                    break
                agenda.take("", part.number)
                entries.append((block, part))
                end = place + 1
        if (
            not entries
            or not self._is_agenda(at, len(agenda.items))
            or not (self.made.agenda is None or agenda.is_flat)
        ):
            return 0
        read = Agenda(self.labels.vocabulary)
        for block, part in entries:
            self._spend(block, part)
            read.take(self._words(part), part.number)
        if self.made.agenda is None and not self.made.here.operative:
            self.made.agenda = read
            key = "adopted"
        else:
            key = f"agenda-{len(self.made.agendas) + 1}"
            self.made.agendas[key] = [words for words, _ in read.items]
        self.made.here.add({"agenda-list": key})
        return end

    def _is_agenda(self, at: int, items: int) -> bool:
        """Entries in the style of an agenda, or a list after a line that ends with a colon and speaks of one."""
        block = self.blocks[at]
        if isinstance(block, Paragraph) and block.style.startswith("AgendaEntry"):
            return True
        before = next(
            (one for one in reversed(self.blocks[:at]) if isinstance(one, Paragraph) and one.text.strip()), None
        )
        word = self.labels.vocabulary.label("agenda").lower()
        return (
            items > 1
            and before is not None
            and before.text.rstrip().endswith((":", "："))
            and word in before.text.lower()
        )

    # Lines

    def _line(self, paragraph: Paragraph) -> None:
        """One paragraph: heading, numbered paragraph, subparagraph, bullet, or words without a number."""
        rank = rank_of(paragraph)
        part = parted(paragraph)
        self._spend(paragraph, part)
        here = self.made.here
        if rank and not (part.number and part.number[0].isdigit() and not _is_bold(part)):
            here.heading(self._words(part, heading=True), part.number, rank)
        elif part.bullet:
            here.point("dashes" if part.bullet in "–—-−" else "bullets", self._words(part), paragraph.left)
        elif part.number[:1].isdigit():
            here.paragraph(self._words(part), part.number)
        elif part.number and here.takes_item(part.number, paragraph.left):
            here.item(self._words(part), part.number, paragraph.left)
        elif part.number and _is_bold(part):
            here.heading(self._words(part, heading=True), part.number, _rank_of_number(part.number))
        elif part.number:
            said = f"the number “{part.number}” begins no list the program counts; it stands in the words"
            here.plain(f"{part.number} {self._words(part)}", (Remark("IM015", said, part.number),))
        else:
            here.plain(self._words(part))
        self.figures.place_all(paragraph, here)

    def _words(self, part: Numbered, *, heading: bool = False) -> str:
        look = _common_look(part.pieces) if heading else Look()
        return self.words.words(part.pieces, look)

    def _spend(self, paragraph: Paragraph, part: Numbered) -> None:
        self.accounts.use_once(paragraph.element)
        for run in part.number_runs:
            self.accounts.use_once(run.element)

    # Contents and summary

    def _contents(self, at: int) -> int:
        """The contents are made by the program: what the source lists is left out, up to the first line that is none."""
        self.made.contents = True
        self._leave(self.blocks[at])
        at += 1
        while at < len(self.blocks) and self._is_of_contents(self.blocks[at]):
            self._leave(self.blocks[at])
            at += 1
        return at

    def _is_of_contents(self, block: Block) -> bool:
        """Whether a block lists headings with their pages: by its style, the page at its end, the head of a column."""
        if isinstance(block, Table):
            ends = [
                cells[-1].text.strip()
                for row in block.rows
                if (cells := [one for one in row.cells if one.text.strip()])
            ]
            return 2 * sum(bool(_PAGE.fullmatch(end)) for end in ends) >= len(ends)
        text = block.text.strip()
        heads = [self.labels.vocabulary.label(key).lower() for key in ("page", "chapter", "paragraphs")]
        styled = block.style.upper().startswith(("TOC", "CONTENTS"))
        return not text or styled or bool(_TAIL.search(block.text)) or text.lower() in heads

    def _leave(self, block: Block) -> None:
        reason = "the program makes the contents from the headings"
        for paragraph in [block] if isinstance(block, Paragraph) else paragraphs_in([block]):
            self.accounts.leave_out(reason, paragraph.element)
            for piece in paragraph.pieces:
                if isinstance(piece, Run):
                    self.accounts.leave_out(reason, piece.element)
                elif isinstance(piece, NoteCall):
                    self.notes.leave_out(piece, reason)
                else:
                    self.figures.decoration(piece)
        self.accounts.leave_out(reason, *(cell.element for cell in cells_in([block])))

    def _summary_lines(self, at: int) -> int:
        """A summary set as paragraphs under its heading, up to the next heading or number."""
        lines = self._after(
            at, lambda one: not rank_of(one) and not parted(one).number and not self.labels.is_contents(one.text)
        )
        head = self.blocks[at]
        assert isinstance(head, Paragraph)
        if not lines:
            self._line(head)
            return at + 1
        self.words.words(head.pieces)
        self.accounts.use_once(head.element)
        for line in lines:
            self.made.summary.append(self.words.words(line.pieces))
            self.accounts.use_once(line.element)
        return self.blocks.index(lines[-1]) + 1

    def _after(self, at: int, belongs: Any) -> list[Paragraph]:
        found = []
        for block in self.blocks[at + 1 :]:
            if isinstance(block, Table) or (block.text.strip() and not belongs(block)):
                break
            if block.text.strip():
                found.append(block)
        return found

    # Annexes

    def _annex(self, at: int) -> int:
        """A label, then its title on the lines that follow and are headings themselves."""
        self.notes.place = (len(self.made.annexes) + 1, "")
        self.notes.in_annex_title = True
        first = self.blocks[at]
        found = self.labels.annex(first.text) if isinstance(first, Paragraph) else None
        label = found["label"] if found else ""
        lines, end, rest = self._titled(at, self.labels.annex)
        self.notes.in_annex_title = False
        division = Division(self.labels.vocabulary, base=2)
        note, title = self.notes.of_annex(rest + lines)
        self.made.annexes.append(Annex(title, division, note, label))
        return end

    def _appendix(self, at: int) -> int:
        lines, end, rest = self._titled(at, self.labels.appendix)
        here = self.made.here
        del here.open[:]
        block: dict[str, Any] = {"appendix": " ".join(rest + lines), "body": []}
        first = self.blocks[at]
        found = self.labels.appendix(first.text) if isinstance(first, Paragraph) else None
        here.appendices.append((found["label"] if found else "", block))
        here.add(block)
        here.open.append((1, block["body"]))
        return end

    def _titled(self, at: int, label: Any) -> tuple[list[str], int, list[str]]:
        """The title after a label: the lines, the index of the block after them, what stands on the label's own line."""
        first = self.blocks[at]
        assert isinstance(first, Paragraph)
        whole = self.words.words(first.pieces, _common_look(first.pieces))
        self.accounts.use_once(first.element)
        found = label(whole) or label(first.text)
        rest = [found["rest"].strip()] if found and found["rest"] else []
        lines: list[str] = []
        end = at + 1
        for index in range(at + 1, len(self.blocks)):
            block = self.blocks[index]
            if isinstance(block, Table) or (block.text.strip() and (not rank_of(block) or parted(block).number)):
                break
            if block.text.strip():
                if lines and rank_of(block) != rank_of(self.blocks[end - 1]):  # type: ignore[arg-type]
                    break
                lines.append(self.words.words(block.pieces, _common_look(block.pieces)))
                self.accounts.use_once(block.element)
                end = index + 1
            else:
                self.figures.place_all(block, self.made.here)
        return lines, end, rest

    # Tables

    def _table(self, at: int, **more: Any) -> int:
        table = self.blocks[at]
        assert isinstance(table, Table)
        if _is_empty(table):
            return at + 1
        if len(grid_of(table).columns) <= 1 and "head" not in more:
            self._box(table)
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
            self.words.words(lettered(line.pieces, letters, reader.called), _common_look(line.pieces)) for line in head
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

    def _used_words(self, line: Paragraph) -> str:
        self.accounts.use_once(line.element)
        self.figures.place_all(line, self.made.here)
        return self.words.words(line.pieces)

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
                if _is_empty(block) or (not found and len(grid_of(block).columns) <= 1):
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

    def _passed_over(self, begin: int, at: int, taken: Sequence[Paragraph]) -> None:
        """What stands between a label and its table and belongs to neither goes before them."""
        for block in self.blocks[begin:at]:
            if isinstance(block, Paragraph) and not any(block is one for one in taken):
                if block.text.strip():
                    self._line(block)
                else:
                    self.figures.place_all(block, self.made.here)

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

    # Figures

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
        titles += [self.words.words(line.pieces, _common_look(line.pieces)) for line in lines]
        source = "\n".join(self._used_words(line) for line in sources)
        own = self.words.words(block.pieces)
        label = first.text.strip().removesuffix(found["rest"] or "").strip()
        self.figures.place_all(block, self.made.here, Caption(label, found["number"], "\n".join(titles), source))
        if own:
            self.made.here.plain(own)

    # Boxes

    def _box(self, table: Table) -> None:
        """A table of one column is a box: the summary, or words set apart."""
        inner = [block for row in table.rows for cell in row.cells for block in cell.blocks]
        for row in table.rows:
            self.accounts.use(*(cell.element for cell in row.cells))
        first = next((at for at, block in enumerate(inner) if isinstance(block, Table) or block.text.strip()), 0)
        head = inner[first] if inner else None
        is_summary = isinstance(head, Paragraph) and self.labels.is_summary(head.text)
        under = [block for block in inner[first + 1 :] if isinstance(block, Table) or block.text.strip()]
        if is_summary and under and all(isinstance(block, Paragraph) and not rank_of(block) for block in under):
            assert isinstance(head, Paragraph)
            self._used_words(head)
            lines = [self._used_words(block) for block in inner[first + 1 :] if isinstance(block, Paragraph)]
            self.made.summary += filter(None, lines)
            return
        title = ""
        if isinstance(head, Paragraph) and (is_summary or rank_of(head)):
            title = self.words.words(head.pieces, _common_look(head.pieces))
            self.accounts.use_once(head.element)
            inner = inner[first + 1 :]
        reader = replace(self, blocks=inner)
        reader.made = replace(self.made, body=Division(self.labels.vocabulary), annexes=[])
        body = reader.read().body.body
        self.tables, self.made_tables = reader.tables, reader.made_tables
        self.made.here.add({"box": title or None, "body": body})


def _is_empty(table: Table) -> bool:
    return not any(paragraph.text.strip() or paragraph.pieces for paragraph in paragraphs_in([table]))


def _ordered(block: dict[str, Any]) -> dict[str, Any]:
    """The entries of a table as an editor looks for them; a label that counting would not give stands in the title."""
    label = block.pop("label", None)
    if label is not None:
        block |= {"title": f"{label}\n{block.get('title', '')}".strip(), "numbered": False}
    order = ("table", "title", "numbered", "unit", "landscape", "columns", "notes", "source")
    return {key: block[key] for key in order if key in block}


def _common_look(pieces: Sequence[Any]) -> Look:
    """The look all words of a heading share, which is no emphasis in it; raised signs have a look of their own."""
    looks = [
        piece.look for piece in pieces if isinstance(piece, Run) and piece.text.strip() and not piece.look.position
    ]
    return Look(
        bold=bool(looks) and all(look.bold for look in looks), italic=bool(looks) and all(look.italic for look in looks)
    )


def _raised_end(paragraph: Paragraph) -> str:
    """The raised letter at the end of a line, as calls a note of a table."""
    last = next((run for run in reversed(list(paragraph.runs)) if run.text.strip()), None)
    return last.text.strip() if last is not None and last.look.position == "superscript" else ""


def _is_bold(part: Numbered) -> bool:
    return _common_look(part.pieces).bold


def _rank_of_number(number: str) -> int:
    return (
        1
        if re.fullmatch(r"[IVXLC]+\.|[一二三四五六七八九十]+、", number)
        else 2
        if re.fullmatch(r"[A-Z]\.", number)
        else 4
    )


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
