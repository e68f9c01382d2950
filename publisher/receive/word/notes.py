"""Footnotes and endnotes: names in the order of calls, and words.

And where they count anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from publisher.openxml.content import Content, NoteCall, Piece, Run
from publisher.receive.accounts import Accounts
from publisher.receive.word.words import WordsOf

_UNSEEN = " \t\u200b\u2060\ufeff"
_FRONT = re.compile(r"\[\^(page-one-\d|annex-note-\d+)\]")


@dataclass(slots=True)
class Notes:
    """The notes of one file as they are called.

    `front` while page one is read, whose notes have asterisks.
    """

    content: Content
    accounts: Accounts
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    calls: list[tuple[NoteCall, str]] = field(default_factory=list)
    place: tuple[int, str] = (0, "")  # annex, and decision, that is being read
    places: list[tuple[int, str]] = field(default_factory=list)  # of each call
    is_front: bool = True
    in_annex_title: bool = False
    endnotes: int = 0
    silent: list[NoteCall] = field(default_factory=list)  # calls on page one whose mark nobody sees

    def call(self, called: NoteCall) -> str:
        """The mark that calls a note in authors' text."""
        if (called.kind, called.id) not in self.content.notes:
            return ""
        name = self.names.get((called.kind, called.id))
        mark = called.mark.strip(_UNSEEN)
        if self.is_front and called.custom and not mark:  # the symbol, which is not in the text, has its asterisk
            self.silent.append(called)
            self.accounts.use_once(called.element.getparent())
            return ""
        if name is None:
            asterisk = called.custom and bool(mark) and set(mark) <= set("*†‡")
            if self.is_front and asterisk:
                name = f"page-one-{1 + sum(known.startswith('page-one') for known in self.names.values())}"
            elif asterisk and self.in_annex_title:
                name = f"annex-note-{1 + sum(known.startswith('annex') for known in self.names.values())}"
            else:
                name = f"note-{1 + sum(known.startswith('note') for known in self.names.values())}"
            self.names[called.kind, called.id] = name
            self.endnotes += called.kind == "endnote"
        if called.custom:
            self.accounts.use_once(called.element.getparent())
        self.calls.append((called, name))
        self.places.append(self.place)
        return f"[^{name}]"

    def leave_out(self, called: NoteCall, reason: str) -> None:
        """Leave out a note whose call is left out."""
        note = self.content.notes.get((called.kind, called.id))
        if note is not None:
            keys = [note.element, *(one.element for one in note.paragraphs)]
            keys += [run.element for paragraph in note.paragraphs for run in paragraph.runs]
            self.accounts.leave_out(reason, *keys)

    def leave_uncalled(self) -> None:
        """Leave out the notes that nothing calls: Word shows none of them."""
        called = {*self.names, *((one.kind, one.id) for one in self.silent)}
        for (kind, identifier), note in self.content.notes.items():
            if (kind, identifier) not in called:
                self.leave_out(
                    NoteCall(kind, identifier, "", False, note.element), "nothing in the text calls this note"
                )

    def of_annex(self, title: list[str]) -> tuple[str, str]:
        """The note an annex's title calls with an asterisk, and the title.

        The title is given without the call.
        """
        whole = "\n".join(title)
        found = _FRONT.search(whole)
        if found is None:
            return "", whole
        return found[1], whole.replace(found[0], "")

    def texts(self, words: WordsOf) -> tuple[dict[str, str], dict[str, str]]:
        """The words of the footnotes by name, and those of the notes of page one."""
        made: dict[str, str] = {}
        done: set[str] = set()
        while left := [(key, name) for key, name in self.names.items() if name not in done]:
            for key, name in left:  # a note may call another
                done.add(name)
                made[name] = self._text(key, words)
        front = {name: text for name, text in made.items() if name.startswith("page-one")}
        return {name: text for name, text in made.items() if name not in front}, front

    def of_symbol(self, words: WordsOf) -> Iterator[tuple[str, str]]:
        """Mark and words of each note that the symbol on page one calls."""
        for called in self.silent:
            note = self.content.notes[called.kind, called.id]
            text = "".join([paragraph.text for paragraph in note.paragraphs]).lstrip()
            mark = re.match(r"[*†‡]{0,5}", text)[0]  # type: ignore[index]
            yield mark, self._text((called.kind, called.id), words, mark)

    def _text(self, key: tuple[str, str], words: WordsOf, mark: str = "") -> str:
        note = self.content.notes[key]  # type: ignore[index]
        mark = mark or next(
            (called.mark.strip() for called, _ in self.calls if (called.kind, called.id) == key and called.custom), ""
        )
        lines = []
        self.accounts.use(note.element)
        for place, paragraph in enumerate(note.paragraphs):
            self.accounts.use_once(paragraph.element)
            pieces = list(paragraph.pieces)
            if place == 0 and mark:
                pieces = self._without_mark(pieces, mark)
            lines.append(words.words(pieces))
        return "\n".join(line for line in lines if line)

    def _without_mark(self, pieces: list[Piece], mark: str) -> list[Piece]:
        text = "".join([piece.text for piece in pieces if isinstance(piece, Run)])
        if not text.lstrip().startswith(mark):
            return pieces
        cut = len(text) - len(text.lstrip()) + len(mark)
        made: list[Piece] = []
        for piece in pieces:
            if isinstance(piece, Run) and cut:
                taken = min(cut, len(piece.text))
                cut -= taken
                self.accounts.use_once(piece.element)
                piece = replace(piece, text=piece.text[taken:])
            made.append(piece)
        return made

    def restart(self) -> str:
        """Where the notes begin from 1 again, by the marks of the source."""
        marked = [
            (called.mark, place)
            for (called, name), place in zip(self.calls, self.places, strict=True)
            if not called.custom and name.startswith("note")
        ]
        return max(_RESTARTS, key=lambda way: sum(_agree(marked, way)))


_RESTARTS = ("never", "decision", "annex", "decision-and-annex")


def _agree(marked: Sequence[tuple[str, tuple[int, str]]], way: str) -> Iterator[bool]:
    """Whether each mark is the one that counting this way gives."""
    counts: Counter[object] = Counter()
    for mark, (annex, decision) in marked:
        key: object = decision if decision and "decision" in way else annex if "annex" in way else 0
        counts[key] += 1
        yield mark == str(counts[key])
