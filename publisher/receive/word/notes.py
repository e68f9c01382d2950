"""Footnotes and endnotes: names in the order of calls, and words.

And where they count anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from publisher.openxml.content import Content, NoteCall, Picture, Piece, Run, cells_in
from publisher.openxml.package import Element
from publisher.receive.accounts import Accounts
from publisher.receive.word.words import WordsOf

_UNSEEN = " \t\u200b\u2060\ufeff"
_FRONT = re.compile(r"\[\^(page-one-\d|annex-note-\d+)\]")


@dataclass(frozen=True, slots=True)
class Called:
    """A call, the name of its note in the folder, its mark, the annex and decision it stands in.

    A note that is called twice is two notes, as Word prints it.
    """

    call: NoteCall
    name: str
    mark: str
    place: tuple[int, str]


@dataclass(slots=True)
class Notes:
    """The notes of one file as they are called.

    `front` while page one is read, whose notes have asterisks.
    """

    content: Content
    accounts: Accounts
    calls: dict[Element, Called] = field(default_factory=dict)  # in the order they are met
    place: tuple[int, str] = (0, "")  # annex, and decision, that is being read
    is_front: bool = True
    in_annex_title: bool = False
    silent: list[NoteCall] = field(default_factory=list)  # calls on page one whose mark nobody sees
    otherwise: int = 0  # notes whose mark in the source is not the one that counting gives
    missing: list[NoteCall] = field(default_factory=list)  # calls of notes that are not in the file

    def call(self, called: NoteCall) -> str:
        """The mark that calls a note in authors' text.

        What is left of it where the note is not in the file.
        """
        mark = called.mark.strip(_UNSEEN)
        if called.custom:
            self.accounts.use_once(called.element.getparent())
        if (called.kind, called.id) not in self.content.notes:
            self.missing.append(called)
            self.accounts.reworded.append(mark)
            return ""
        if self.is_front and called.custom and not mark:  # the symbol, which is not in the text, has its asterisk
            self.silent.append(called)
            return ""
        if called.element not in self.calls:
            self.calls[called.element] = Called(called, self._name(called.custom, mark), mark, self.place)
        return f"[^{self.calls[called.element].name}]"

    def _name(self, custom: bool, mark: str) -> str:
        asterisk = custom and bool(mark) and set(mark) <= set("*†‡")
        kind = "page-one" if asterisk and self.is_front else "annex" if asterisk and self.in_annex_title else "note"
        count = 1 + sum(called.name.startswith(kind) for called in self.calls.values())
        return f"annex-note-{count}" if kind == "annex" else f"{kind}-{count}"

    def leave_out(self, called: NoteCall, reason: str) -> None:
        """Leave out a note whose call is left out."""
        note = self.content.notes.get((called.kind, called.id))
        if note is not None:
            keys = [note.element, *(one.element for one in note.paragraphs)]
            keys += [piece.element for paragraph in note.paragraphs for piece in paragraph.pieces]
            keys += [cell.element for cell in cells_in(note.blocks)]
            self.accounts.leave_out(reason, *keys)

    def leave_uncalled(self) -> None:
        """Leave out the notes that nothing calls: Word shows none of them."""
        met = [*(called.call for called in self.calls.values()), *self.silent]
        called = {(one.kind, one.id) for one in met}
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
        while left := [called for called in self.calls.values() if called.name not in made]:
            for called in left:  # a note may call another
                made[called.name] = self._text(called.call, words, called.mark if called.call.custom else "")
        front = {name: text for name, text in made.items() if name.startswith("page-one")}
        return {name: text for name, text in made.items() if name not in front}, front

    def of_symbol(self, words: WordsOf) -> Iterator[tuple[str, str]]:
        """Mark and words of each note that the symbol on page one calls."""
        for called in self.silent:
            note = self.content.notes[called.kind, called.id]
            text = "".join([paragraph.text for paragraph in note.paragraphs]).lstrip()
            mark = re.match(r"[*†‡]{0,5}", text)[0]  # type: ignore[index]
            yield mark, self._text(called, words, mark)

    def _text(self, called: NoteCall, words: WordsOf, mark: str) -> str:
        note = self.content.notes[called.kind, called.id]
        lines = []
        self.accounts.use_once(note.element)
        for place, paragraph in enumerate(note.paragraphs):
            self.accounts.use_once(paragraph.element)
            pieces = list(paragraph.pieces)
            if place == 0 and mark:
                pieces = self._without_mark(pieces, mark)
            lines.append(words.words(pieces))
            for picture in (piece for piece in paragraph.pieces if isinstance(piece, Picture)):
                self._drawn(picture)
        for cell in cells_in(note.blocks):
            self.accounts.use_once(cell.element)
        return "\n".join(line for line in lines if line) or "[--]"

    def _drawn(self, picture: Picture) -> None:
        """Take the words of a text box with those of its note; of a picture nothing can stand there."""
        if picture.kind == "drawing":
            self.accounts.use_once(picture.element)
        else:
            self.accounts.leave_out("a picture in a note, where none can stand", picture.element)
        for cell in (cell for box in picture.boxes for cell in cells_in(box)):
            self.accounts.use_once(cell.element)

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
        """Where the notes begin from 1 again, by the marks of the source.

        What marks are not those that counting gives so is entered as said otherwise.
        """
        marked = [(called.mark, called.place) for called in self.calls.values() if called.name.startswith("note")]
        ways = {way: list(_others(marked, way)) for way in _RESTARTS}
        fewest = min(ways, key=lambda way: len(ways[way]))
        self.accounts.reworded += [mark for mark in ways[fewest] for _ in ("call", "note")]
        self.otherwise = len(ways[fewest])
        return fewest


_RESTARTS = ("never", "decision", "annex", "decision-and-annex")


def _others(marked: Sequence[tuple[str, tuple[int, str]]], way: str) -> Iterator[str]:
    """The marks that are not those which counting this way gives."""
    counts: Counter[object] = Counter()
    for mark, (annex, decision) in marked:
        key: object = decision if decision and "decision" in way else annex if "annex" in way else 0
        counts[key] += 1
        if mark != str(counts[key]):
            yield mark
