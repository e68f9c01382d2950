"""Prints a resolved document as lines a person can read; for the golden files only."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model.inline import (
    Call,
    Emphasis,
    Inline,
    Inlines,
    LeftToRight,
    LineBreak,
    Reference,
    Symbol,
    Text,
)
from publisher.model.resolved import Block, Document, Figure, Heading, Note, Number, Paragraph, Table


def dump(document: Document) -> str:
    """The document as text: identifier, role, number with its place in Word's lists, words, marks."""
    return "\n".join(_lines(document)) + "\n"


def line(inlines: Inlines) -> str:
    """A line of text: ⟨symbol⟩, ‹left to right›, *emphasis*, ^mark^ of a note, {words → target}."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Symbol(text):
            return f"⟨{text}⟩"
        case Emphasis(children):
            return f"*{line(children)}*"
        case LeftToRight(children):
            return f"‹{line(children)}›"
        case Call(note, mark, series):
            return f"^{mark}:{note}^" if series == "text" else f"^{mark}:{note}:{series}^"
        case Reference(target, children, shows):
            return f"{{{line(children)} → {target}, {shows}}}"
        case LineBreak():
            return "⏎"
        case _:
            return f"!{inline!r}!"


def _lines(document: Document) -> Iterator[str]:
    head = document.masthead
    yield f"{head.organization} | {head.symbol_organ}{head.symbol_rest}{head.asterisks} | {head.programme}"
    yield f"{head.distribution} | {head.date} | {head.language} | {head.original}"
    yield from (f"{part.role}: {line(part.text)}" for part in head.lines)
    if head.job:
        yield f"job: {head.job.printed} | {head.job.bar_code} | {head.job.address}"
    yield f"running: {document.running.symbol} | {document.running.job}"
    yield from (f"title: {line(part)}" for part in document.title)
    yield from (f"subtitle: {line(part)}" for part in document.subtitle)
    yield from (
        f"contents: {'  ' * entry.depth}{entry.number} {line(entry.text)} → {entry.target}"
        for entry in document.contents
    )
    for division in document.divisions:
        yield f"== {division.id}"
        for block in division.blocks:
            yield from _block(block)
    yield "== notes"
    yield from (_note(note) for note in document.notes)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"[{block.id}] {block.kind} {block.depth}: {_number(block.number)}{line(block.text)}"
        case Paragraph():
            label = f"{line(block.label)} | " if block.label else ""
            yield f"[{block.id}] {block.role}: {_number(block.number)}{label}{line(block.text)}"
        case Table():
            yield f"[{block.id}] table: {block.label or ''} {line(block.title)}"
            rows = (*block.head, *(row.cells for row in block.rows))
            yield from ("    | " + " | ".join(line(cell.text) for cell in row) for row in rows)
            yield from (f"    {_note(note)}" for note in block.notes)
        case Figure():
            yield f"[{block.id}] figure: {block.label or ''} {line(block.title)} ({block.path}: {line(block.alternative)})"
        case _:
            yield f"[{block.id}]"


def _number(number: Number | None) -> str:
    if number is None:
        return ""
    return f"{number.printed}⟦{number.sequence} {number.depth} {number.ordinal} {number.form} {number.pattern}⟧ "


def _note(note: Note) -> str:
    return f"{note.mark} [{note.id}] {note.series} {note.ordinal} of {note.restart}: {line(note.text)}"
