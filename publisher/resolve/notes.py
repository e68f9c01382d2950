"""Footnotes: every call its mark, every note that of its call.

In the order of reading. Numbers run through body and annexes, or restart where the record says so; asterisks belong
to page one and to the first page of an annex, the reissue before the others; letters belong to a table, row by row
(CONVENTIONS §2.5, §4.1; M16, M17, X04, X07).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from publisher.model.diagnostic import Position
from publisher.model.inline import Call, Inline, Inlines, Text, WrittenCall, replaced, walk
from publisher.model.reading import Slot, texts, with_texts
from publisher.model.resolved import Block, EndRule, Heading, Note, Table
from publisher.model.words import Words
from publisher.resolve.drafting import Draft, DraftDivision, Drafting
from publisher.resolve.identifiers import LONGEST_OF_NOTE, shortened
from publisher.resolve.phrases import parted

NAMES = "names"  # the trait of a list, in which one note may tell of many entries
_SIGNS = ("*", "**", "***", "†", "‡")  # CONVENTIONS §2.5


def asterisks(ordinal: int) -> str:
    """The sign of the first, second … note of page one."""
    turns, place = divmod(ordinal - 1, len(_SIGNS))
    return _SIGNS[place] * (turns + 1)


@dataclass
class Notes:
    """The notes of a document as they are met.

    `front` opens with those of page one that no words call.
    """

    drafting: Drafting
    front: dict[str, Words]
    given: list[Note] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    called: set[str] = field(default_factory=set)
    again: dict[str, Call] = field(default_factory=dict)  # those that may be called once more
    ids: set[str] = field(default_factory=set)
    met: Counter[str] = field(default_factory=Counter)  # calls of each note so far
    here: Position | None = None  # where the block stands that is being marked

    def of_symbol(self, sentences: Sequence[Inlines], reissues: int) -> None:
        """Take up the notes of the symbol, page one's first asterisks.

        The first of them tell of `reissues` (CONVENTIONS §4.1).
        """
        for place, sentence in enumerate(sentences, 1):
            name = f"reissue-{place}" if place <= reissues else f"symbol-{place - reissues}"
            self.counts["first-page"] += 1
            self.given.append(Note(name, "first-page", asterisks(place), place, sentence))
            self.ids.add(name)

    def in_line(self, inlines: Inlines, restart: str = "document", annex: str = "") -> Inlines:
        """A line with a mark for each call.

        A call without a note stays to be seen as [^name?].
        """

        def marked(part: Inline) -> Inlines | None:
            return (self._mark(part, restart, annex),) if isinstance(part, WrittenCall) else None

        return parted(replaced(inlines, marked), self.drafting.vocabulary)

    def in_draft(self, draft: Draft, restart: str, annex: str) -> Block:
        """A block with its calls marked; in tables letters come before all else."""
        block = draft.block
        self.here = None if isinstance(block, EndRule) else block.at
        if isinstance(block, Table):
            table = self._lettered(block)
            return with_texts(table, lambda line: self._in_table(line, table, restart))
        block = with_texts(block, lambda line: self.in_line(line, restart))
        if draft.note is not None and isinstance(block, Heading):
            call = self.in_line((WrittenCall(draft.note),), restart, annex)
            return replace(block, text=parted((*block.text, *call), self.drafting.vocabulary))
        return block

    def uncalled(self) -> None:
        """Report the notes that nothing calls."""
        words = self.drafting.document.words
        for key, note in (*words.footnotes.items(), *words.front_notes.items()):
            if key not in self.called:
                self.drafting.report(
                    "FN001", f"nothing calls the footnote “{key}”", note.at, span=key,
                    hint=f"write [^{key}] where it belongs, or take the note out",
                )  # fmt: skip

    def _mark(self, call: WrittenCall, restart: str, annex: str) -> Inline:
        key, words = call.note, self.drafting.document.words
        self.met[key] += 1
        note = self.front.get(key) or words.footnotes.get(key)
        if key in self.again:
            return self.again[key]
        if note is None or key in self.called:
            return self._unmarked(call, note, words.footnotes)
        self.called.add(key)
        if annex or key in self.front:
            return self._first_page(key, note, annex)
        self.counts[restart] += 1
        made = self._given(key, note, "text", str(self.counts[restart]), self.counts[restart], restart)
        if NAMES in self.drafting.document.kind.traits:
            self.again[key] = made
        return made

    def _first_page(self, key: str, note: Words, annex: str) -> Call:
        series = annex or "first-page"
        self.counts[series] += 1
        count = self.counts[series]
        return self._given(key, note, "first-page", asterisks(count), count, annex or "document")

    def _given(self, key: str, note: Words, series: str, mark: str, ordinal: int, restart: str) -> Call:
        inlines = self.drafting.inlines(note)
        id = shortened(key, LONGEST_OF_NOTE)
        while id in self.ids:
            id = shortened(f"{id}-2", LONGEST_OF_NOTE)
        self.ids.add(id)
        self.given.append(Note(id, series, mark, ordinal, self._flat(inlines, note), restart, note.at))  # type: ignore[arg-type]
        return Call(id, mark, series)

    def _flat(self, inlines: Inlines, note: Words) -> Inlines:
        """A note calls no note: neither Word nor the page can set it (ENGINE_NOTES §11)."""
        for nested in _calls(inlines):
            mark = f"[^{nested.note}]"
            at, hint = self.drafting.place(note, mark), "say it in one note, or call the second one in the text"
            message = f"the footnote calls another footnote, “{nested.note}”"
            self.drafting.report("FN004", message, at, span=mark, hint=hint)
        return replaced(inlines, lambda part: (_shown(part.note),) if isinstance(part, WrittenCall) else None)

    def _unmarked(self, call: WrittenCall, note: Words | None, known: dict[str, Words]) -> Inline:
        mark = f"[^{call.note}]"
        at = self.drafting.where(mark, self.met[call.note] - 1) or self.here  # called by its key: `note: received`
        if note is None:
            hint = self.drafting.nearest(call.note, known) or f"write it under `footnotes:`, as {call.note}: …"
            self.drafting.report("FN002", f"there is no footnote “{call.note}”", at, span=mark, hint=hint)
        else:
            hint = "a source cited again is a new note with the same words"
            self.drafting.report("FN003", f"the footnote “{call.note}” is called before", at, span=mark, hint=hint)
        return _shown(call.note)

    def _lettered(self, table: Table) -> Table:
        """Give the notes of a table their letters in the order of their calls, title first, then row by row."""
        order: list[str] = []
        own = {note.id: note for note in table.notes}
        places = [text for slot, text in texts(table) if slot is not Slot.NOTE]  # a note calls no note
        for call in (call for text in places for call in _calls(text) if call.note in own):
            if call.note not in order:  # the same letter may stand in several rows
                order.append(call.note)
        notes = [self._letter(own[key], table, place) for place, key in enumerate(order, 1)]
        for key, note in own.items():
            if key not in order:
                message = f"nothing in the table calls its note “{key}”"
                hint = f"write [^{key}] in a cell, a head, the title or the source"
                self.drafting.report("FN001", message, note.at, span=key, hint=hint)
        return replace(table, notes=tuple(notes))

    def _letter(self, note: Note, table: Table, place: int) -> Note:
        mark = self.drafting.vocabulary.table_note_mark(place).printed
        id = shortened(f"{table.id}-{note.id}", LONGEST_OF_NOTE)
        return replace(note, id=id, mark=mark, ordinal=place, restart=table.id)

    def _in_table(self, inlines: Inlines, table: Table, restart: str) -> Inlines:
        own = {note.id: note for note in table.notes}

        def marked(part: Inline) -> Inlines | None:
            if not isinstance(part, WrittenCall):
                return None
            id = shortened(f"{table.id}-{part.note}", LONGEST_OF_NOTE)
            if id not in own:
                return (self._text_note_in_table(part, restart, in_title=inlines is table.title),)
            return (Call(id, own[id].mark, "table"),)

        return parted(replaced(inlines, marked), self.drafting.vocabulary)

    def _text_note_in_table(self, call: WrittenCall, restart: str, *, in_title: bool) -> Inline:
        """The call of a note of the text: issued documents have them in titles of tables, not in their cells."""
        marked = self._mark(call, restart, "")
        if isinstance(marked, Call) and not in_title:
            mark = f"[^{call.note}]"
            at = self.drafting.where(mark, self.met[call.note] - 1)
            message = f"the footnote “{call.note}” of the text is called in a table"
            hint = "write it under the notes of the table: it gets a letter and stands below it"
            self.drafting.report("FN005", message, at, span=mark, hint=hint)
        return marked


def _calls(inlines: Inlines) -> Iterator[WrittenCall]:
    """The footnote calls in `inlines` that have no mark yet, in order."""
    return (part for part in walk(inlines) if isinstance(part, WrittenCall))


def _shown(note: str) -> Text:
    """What a call without a note of its own prints, so that nobody overlooks it in a draft."""
    return Text(f"[^{note}?]")


def marked(divisions: Sequence[DraftDivision], notes: Notes) -> list[list[Block]]:
    """The blocks of each division with every call marked, in order."""
    restarts = notes.drafting.document.record.footnotes_restart
    result: list[list[Block]] = []
    for division in divisions:
        annex = f"annex-{division.number}" if division.number else "body"
        blocks: list[Block] = []
        for draft in division.drafts:
            restart = "document"
            if "decision" in restarts and draft.decision:
                restart = draft.decision
            elif "annex" in restarts and division.number:
                restart = annex
            blocks.append(notes.in_draft(draft, restart, annex if division.number else ""))
        result.append(blocks)
    return result
