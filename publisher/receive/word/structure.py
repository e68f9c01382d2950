"""Reads the body of a Word file into blocks.

From its first line to its last: every line goes somewhere, in its order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from publisher.openxml.content import Block, NoteCall, Paragraph, Run, Table, cells_in, paragraphs_in
from publisher.receive.word.agendas import Agenda
from publisher.receive.word.captions import CaptionReader, is_empty
from publisher.receive.word.decisions import resolving
from publisher.receive.word.grid import grid_of
from publisher.receive.word.lines import Annex, Structure, common_look
from publisher.receive.word.nesting import Division
from publisher.receive.word.numbers import parted, resolution_numbered
from publisher.receive.word.ranks import rank_of

_PAGE = re.compile(r"\d{1,3}|[ivxl]{1,6}")
_TAIL = re.compile(r"\t+\s*\d{1,3}\s*$")


@dataclass(slots=True)
class StructureReader(CaptionReader):
    """Walks `blocks` once.

    Each method takes the index of a block and gives that of the next one to be read.
    """

    def read(self) -> Structure:
        """Everything, from the first block to the last."""
        at = 0
        while at < len(self.blocks):
            end = self._block(at)
            for paragraph in paragraphs_in(list(self.blocks[at:end])):
                self.figures.place_left(paragraph, self.made.here)
            at = end
        return self.made

    def _block(self, at: int) -> int:
        block = self.blocks[at]
        if end := self._in_columns(at):
            return end
        if isinstance(block, Table):
            if is_empty(block) or len(grid_of(block).columns) > 1:
                return self._table(at)
            self._box(block)
            return at + 1
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
        if self.chapters and rank_of(block) and (chapter := self.labels.chapter(text)) and not self.made.annexes:
            return self._chapter(at, chapter)
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

    # Columns

    def _in_columns(self, at: int) -> int:
        """The text that stands in columns beside each other, from the first block of its section; 0 where none does."""
        section = self.blocks[at].section
        columns = self.columns[section] if section < len(self.columns) else 1
        if columns < 2 or (at and self.blocks[at - 1].section == section):
            return 0
        end = next((place for place in range(at, len(self.blocks)) if self.blocks[place].section != section), None)
        inside, here = self.blocks[at:end], self.made.here
        if not any(isinstance(one, Table) or one.text.strip() for one in inside):
            return 0
        if columns not in (2, 3) or any(map(self._stands_alone, inside)):
            self.made.columns_left = max(self.made.columns_left, columns)
            return 0
        reader = replace(self, blocks=inside, columns=())
        reader.made = replace(self.made, body=here.within(), annexes=[])
        body = reader.read().body
        self.tables, self.made_tables, self.made.agenda = reader.tables, reader.made_tables, reader.made.agenda
        here.take_in({"in-columns": columns, "body": body.body}, body)
        return at + len(inside)

    def _stands_alone(self, block: Block) -> bool:
        """Whether a block cannot stand in a column: it is as wide as the page, or closes what is open around it."""
        if isinstance(block, Table) or any(map(self.figures.holds, block.pieces)):
            return True
        text, rank = block.text.strip(), rank_of(block)
        labelled = self.labels.annex(text) or self.labels.appendix(text) or self.labels.decision(text)
        opened = self.made.here.open
        return bool(rank and (labelled or self.labels.is_contents(text) or (opened and rank <= opened[-1][0])))

    # Decisions and agendas

    def _decision(self, at: int, kind: str, number: str, title: str) -> int:
        """A decision from its heading to the next one, or to an annex."""
        head = self.blocks[at]
        assert isinstance(head, Paragraph)
        written = self.words.words(head.pieces, common_look(head.pieces))
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
        reader = replace(self, blocks=self.blocks[first:end], columns=())
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

    def _chapter(self, at: int, count: int) -> int:
        """A heading of the first degree under its label “Chapter I”."""
        label = self.blocks[at]
        assert isinstance(label, Paragraph)
        lines, end = self._title_lines(at)
        if not lines:
            self._line(label)
            return at + 1
        self.words.words(label.pieces)
        self.accounts.use_once(label.element)
        number = self.labels.vocabulary.heading_number(1, count).printed
        self.made.here.heading("\n".join(lines), number, 1)
        return end

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
                lines.append(self.words.words(block.pieces, common_look(block.pieces)))
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
        of_heads = all(part.strip().lower() in heads for part in text.split("\t"))  # over both ends of a line
        return not text or styled or bool(_TAIL.search(block.text)) or of_heads

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
        whole = self.words.words(first.pieces, common_look(first.pieces))
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
                lines.append(self.words.words(block.pieces, common_look(block.pieces)))
                self.accounts.use_once(block.element)
                end = index + 1
            else:
                self.figures.place_all(block, self.made.here)
        return lines, end, rest

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
            title = self.words.words(head.pieces, common_look(head.pieces))
            self.accounts.use_once(head.element)
            inner = inner[first + 1 :]
        reader = replace(self, blocks=inner, columns=())  # no columns in a box
        reader.made = replace(self.made, body=Division(self.labels.vocabulary), annexes=[])
        body = reader.read().body.body
        self.tables, self.made_tables = reader.tables, reader.made_tables
        self.made.here.add({"box": title or None, "body": body})
