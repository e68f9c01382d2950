"""A document with every kind of block, a distinct word in every text of it, found by its types and not by any reading."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args, get_type_hints

from publisher.model.finished import finished
from publisher.model.inline import Call, Inlines, Text
from publisher.model.resolved import (
    Block,
    Cell,
    Division,
    Document,
    EndRule,
    Figure,
    Heading,
    Note,
    Paragraph,
    Region,
    Row,
    Table,
)  # fmt: skip
from tests.verify.samples import ENGLISH, report, words

TABLE = Table(
    "budget", "Table 1", words("Budget"), ((Cell(words("Item")), Cell(words("Cost"), "end")),),
    (
        Row((Cell(words("Group"), columns=2),), "group"),
        Row((Cell(words("Rent"), language="fr", direction="ltr"), Cell(words("5"), "end")), indent=1),
        Row((Cell(words("Total")), Cell(words("5"), "end")), "total"),
    ), (0.5, 0.5),
    (Note("budget-a", "table", "a", 1, words("Under way.")),), words("Source: the secretariat."), False, "Budget",
    words("(Dollars)"),
)  # fmt: skip
FIGURE = Figure(
    "ring", "Figure I", words("A ring"), "figures/ring.svg", words("A ring."), words("Source: drawn."), "0" * 64
)
BOX, INNER = Region("region-1", "box"), Region("region-3", "box")
COLUMNS, ACROSS = Region("region-2", "columns", columns=2), Region("region-4", "landscape")
BLOCKS: tuple[Block, ...] = (
    Heading("opening", "section", 1, None, words("Opening"), "Opening"),
    Paragraph("chair", "labelled", None, words("Malaysia"), words("President:")),
    Paragraph("open", "unnumbered", None, words("The session was opened.", Call("uae", "1", "text"))),
    TABLE,
    FIGURE,
    Heading("key", "box", 2, None, words("Key figures"), "Key figures", within=(BOX,)),
    Paragraph("figures", "unnumbered", None, words("Five wells."), within=(BOX,)),
    Paragraph("beside", "unnumbered", None, words("In columns."), within=(COLUMNS,)),
    Paragraph("boxed", "unnumbered", None, words("In a box in columns."), within=(COLUMNS, INNER)),
    Heading("declaration", "attached", 2, None, words("Declaration"), "Declaration"),
    Paragraph("signed", "signed", None, words("(Signed) Ann Other")),
    Paragraph("across", "unnumbered", None, words("On a page across."), within=(ACROSS,)),
    EndRule(),
)


def sample() -> Document:
    """A document with each kind of block, a subtitle, contents and notes."""
    assert {type(block) for block in BLOCKS} == set(get_args(Block)), "a kind of block stands in no sample"
    model = report(ENGLISH)
    body = (Division("body", "body", BLOCKS),)
    entry = replace(model.contents[0], target="opening", number="", text=words("Opening"))
    notes = (model.notes[0], Note("uae", "text", "1", 1, words("A note.")))
    made = replace(model, divisions=body, subtitle=(words("A subtitle"),), contents=(entry,), notes=notes)
    return finished(made)


def planted(document: Document, sow: Callable[[str, Inlines], Inlines]) -> Document:
    """`document` with what `sow` gives for each of its texts, by the field it stands in (“Table.source”)."""
    made: Document = _planted(document, "", sow)
    return made


def with_words(document: Document) -> tuple[Document, dict[str, str]]:
    """`document` with a word of its own in every text, and the field each word stands in."""
    fields: dict[str, str] = {}

    def sow(field: str, text: Inlines) -> Inlines:
        word = f"{'abcdefghij'[len(fields) // 10]}{'abcdefghij'[len(fields) % 10]}quxword"
        fields[word] = field
        return (Text(word), *(part for part in text if isinstance(part, Call)))

    return planted(document, sow), fields


def with_calls(document: Document) -> tuple[Document, list[str]]:
    """`document` with a call of a note of its own in every text that may hold one, and the identifiers of the notes."""
    called: list[str] = []

    def sow(field: str, text: Inlines) -> Inlines:
        if field in ("Note.text", "Figure.alternative", "ContentsEntry.text"):
            return text
        called.append(f"n{len(called) + 1}")
        own = tuple(part for part in text if not isinstance(part, Call))
        return (*own, Call(called[-1], str(len(called)), "text"))

    made = planted(document, sow)
    notes = tuple(
        Note(note, "text", str(place), place, words(f"Note {place}.")) for place, note in enumerate(called, 1)
    )
    return replace(made, notes=(*document.notes[:1], *notes)), called


_READ_FIRST = {"label": 0, "unit": 2, "masthead": 0, "running": 0, "title": 1}  # before what else a part holds


def _planted(value: Any, place: str, sow: Callable[[str, Inlines], Inlines]) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kinds = get_type_hints(type(value))
        changed = {}
        for field in sorted(dataclasses.fields(value), key=lambda field: _READ_FIRST.get(field.name, 9)):
            name, held = f"{type(value).__name__}.{field.name}", getattr(value, field.name)
            if kinds[field.name] == Inlines:
                changed[field.name] = sow(name, held) if held else held  # a label belongs to one role only
            elif kinds[field.name] == tuple[Inlines, ...]:
                changed[field.name] = tuple(sow(name, text) for text in held)
            else:
                changed[field.name] = _planted(held, name, sow)
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(_planted(inner, place, sow) for inner in value)
    return value
