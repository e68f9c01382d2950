"""Lists of AKN4UN files: subparagraphs, or lines with own numbers.

Subparagraphs are those the program letters alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from publisher.receive.akn.agreement import BULLETS
from publisher.receive.akn.shape import tag
from publisher.receive.akn.source import AKN, Element, plain
from publisher.receive.akn.words import Notes, escaped, text_of

# Letters of other scripts that look like Latin ones: what was typed for a letter of the list, or the other way round.
_ALIKE = str.maketrans("асеорхіАСЕОРХІ", "aceopxiACEOPXI", "\u0640")
_HEADING = re.compile(r"(?:[IVX]{1,6}|[A-Z])\.")
DEEPEST = 4


@dataclass(slots=True)
class Entry:
    """One entry of a list: its number, its words, entries under it."""

    number: Element | None
    text: str
    under: list[Entry] = field(default_factory=list)


def entries_of(given: Element, notes: Notes) -> list[Entry]:
    """The entries of a list or block list.

    What the record put a degree too low stands where its letters go on.
    """
    entries = _entries(given, notes)
    if fits(entries, notes):
        return entries
    lifted = list(_lifted(entries, notes))
    return lifted if fits(lifted, notes) else entries


def _lifted(entries: Sequence[Entry], notes: Notes) -> Iterator[Entry]:
    """The entries, a sublist that goes on with the letters above it made part of the list."""
    place = 0
    for entry in entries:
        place += 1
        due = letters_of(notes.vocabulary.item_number(1, place + 1).printed)
        if entry.under and _said(entry.under[0]) == due:
            yield replace(entry, under=[])
            yield from entry.under
            place += len(entry.under)
        else:
            yield entry


def parted_heading(entries: list[Entry]) -> tuple[list[Entry], Entry | None]:
    """The entries without a heading that the record put under the last one.

    “II.”, and that heading.
    """
    below = entries[-1].under if entries else []
    if len(below) != 1 or below[0].number is None or not _HEADING.fullmatch(plain(below[0].number)):
        return entries, None
    return [*entries[:-1], replace(entries[-1], under=[])], below[0]


def _entries(given: Element, notes: Notes) -> list[Entry]:
    """The entries of a list or sublist; a sublist belongs to the entry before it."""
    made: list[Entry] = []
    for part in given:
        match tag(part):
            case "point" | "item":
                made += _entry(part, notes)
            case "sublist" if made:
                made[-1].under += _entries(part, notes)
            case "sublist":
                made += _entries(part, notes)
            case "intro" | "listIntroduction" | "num" | "":
                continue
            case _ if words := text_of(part, notes):
                made.append(Entry(None, words))
            case _:
                pass
    return made


def _entry(point: Element, notes: Notes) -> Iterator[Entry]:
    """A point, with what stands under it; where the record put two points into one, each is one of its own."""
    numbers = list(point.iterfind(f"{AKN}num"))
    contents = [part for part in point if tag(part) not in ("num", "sublist", "")]
    if len(numbers) > 1:
        notes.source.tolerate("two points in one")
        first, *rest = [
            Entry(number, text_of(part, notes)) for number, part in zip(numbers, contents, strict=False)
        ] or [Entry(None, "[--]")]
        first.under += rest
        extra = contents[len(numbers) :]
    else:
        words = " ".join(filter(None, (text_of(part, notes) for part in contents)))
        first, extra = Entry(numbers[0] if numbers else None, words or "[--]"), []
    first.text = " ".join(filter(None, (first.text, *(text_of(part, notes) for part in extra))))
    for sub in point.iterfind(f"{AKN}sublist"):
        first.under += _entries(sub, notes)
    yield first


def fits(entries: Sequence[Entry], notes: Notes, depth: int = 1) -> bool:
    """True where the program numbers every entry as it came.

    Letters that only look alike apart; bullets are no numbers.
    """
    return depth <= DEEPEST and all(
        not _is_bulleted(entry)
        and _said(entry) in ("", letters_of(notes.vocabulary.item_number(depth, place).printed))
        and (not entry.under or fits(entry.under, notes, depth + 1))
        for place, entry in enumerate(entries, 1)
    )


def _is_bulleted(entry: Entry) -> bool:
    return entry.number is not None and plain(entry.number) in BULLETS


def _said(entry: Entry) -> str:
    return letters_of(plain(entry.number)) if entry.number is not None else ""


def items(entries: Sequence[Entry], notes: Notes, depth: int = 1) -> list[Any]:
    """The entries as subparagraphs.

    A letter of another script is a slip of the source, and told.
    """
    made: list[Any] = []
    for place, entry in enumerate(entries, 1):
        if entry.number is not None:
            printed = notes.vocabulary.item_number(depth, place).printed
            if _plain(plain(entry.number)) in ("", _plain(printed)):
                notes.source.use_all(entry.number)
            else:
                notes.source.tolerate("letter of another script")
                notes.source.leave_out(f"the subparagraph is lettered {printed}", entry.number, printed)
        under = items(entry.under, notes, depth + 1)
        made.append({"item": entry.text, "items": under} if under else entry.text)
    return made


def as_typed(entries: Sequence[Entry], notes: Notes) -> Iterator[str]:
    """The entries as lines that begin with the numbers they came with."""
    for entry in entries:
        number = ""
        if entry.number is not None:
            notes.source.use_all(entry.number)
            number = escaped(plain(entry.number).strip())
        yield f"{number} {entry.text}".strip()
        yield from as_typed(entry.under, notes)


def letters_of(number: str) -> str:
    """The letters of a number, those of other scripts as the Latin ones they look like."""
    return _plain(number).translate(_ALIKE)


def _plain(number: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", number)))
