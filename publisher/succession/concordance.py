"""Two languages of a document side by side.

A table of their passages, drawn and proved like any document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from publisher.model.characters import compared
from publisher.model.inline import (
    Call,
    Emphasis,
    Inline,
    Inlines,
    Reference,
    Text,
    plain,
    replaced,
)  # fmt: skip
from publisher.model.reading import lines
from publisher.model.resolved import (
    Cell,
    Division,
    Document,
    EndRule,
    Row,
    Table,
)  # fmt: skip
from publisher.model.symbol import Symbol
from publisher.model.workspace import Workspace

if TYPE_CHECKING:
    from publisher.check.passage import Passage
    from publisher.pipeline import Built


def concordance_of(workspace: Workspace, left: str, right: str) -> tuple[str, Built]:
    """The stem and the drawn, proved PDF of two languages.

    Side by side.
    """
    from publisher.pipeline import draw, printed_of, understand

    versions = [understand(workspace, code) for code in (left, right)]
    first, second = (version.forms()[1] for version in versions)
    stem = f"{Symbol(first.symbol).file_stem(f'{left}-{right}')}.concordance"
    sources = {**printed_of(versions[0]), **printed_of(versions[1])}
    return stem, draw(workspace, side_by_side(workspace, first, second), sources, ("pdf",))


def side_by_side(workspace: Workspace, first: Document, second: Document) -> Document:
    """A document of one table: a row for each pair of passages.

    In the order of the first.
    """
    from publisher.check import paired
    from publisher.language import vocabulary

    own = vocabulary(first.language, workspace)
    names = [own.language_name(document.language) for document in (first, second)]
    texts = [words_of(document) for document in (first, second)]
    titles = tuple(_cell(_joined(document.title), document) for document in (first, second))
    rows = [titles, *(_row(pair, texts, (first, second)) for pair in paired(first, second))]
    head = tuple(Cell((Text(name),)) for name in names)
    title = " – ".join(names)
    table = Table(
        "concordance", None, (), (head,), tuple(Row(cells) for cells in rows), (0.5, 0.5), (), (), False, title
    )
    masthead = replace(
        first.masthead, asterisks="", job=None,
        lines=tuple(replace(line, text=_unmarked(line.text)) for line in first.masthead.lines),
    )  # fmt: skip
    return replace(
        first,
        kind="concordance",
        masthead=masthead,
        title=tuple(_unmarked(line) for line in first.title),
        subtitle=(_subtitle(workspace, first, title),),
        contents=(),
        divisions=(Division("body", "body", (table, EndRule())),),
        notes=(),
        properties=replace(first.properties, edition="concordance"),
    )


def _subtitle(workspace: Workspace, document: Document, names: str) -> Inlines:
    from publisher.pipeline import understand
    from publisher.wording import Wording

    version = understand(workspace, document.language)
    written, _ = version.forms()
    wording = Wording(workspace, version.vocabulary, written.record, written.words, version.reference)
    return (Text(wording.sentence("concordance-subtitle", names=names)),)


def _row(
    pair: tuple[Passage | None, Passage | None], texts: Sequence[Mapping[tuple[str, str], Inlines]],
    documents: tuple[Document, Document],
) -> tuple[Cell, ...]:  # fmt: skip
    return tuple(
        _cell(_printed(passage, found) if passage else (Text("—"),), document)
        for passage, found, document in zip(pair, texts, documents, strict=True)
    )


def _printed(passage: Passage, texts: Mapping[tuple[str, str], Inlines]) -> Inlines:
    """A passage as it stands in a cell: its number, its words, marks of notes in square brackets."""
    words = texts.get((passage.id, compared(passage.text)), (Text(passage.text),))
    words = _unmarked(words)
    if passage.kind == "heading":
        words = (Emphasis(words),)
    if passage.number is not None:
        return (Text(f"{passage.number.printed} "), *words)
    return words


def _cell(words: Inlines, document: Document) -> Cell:
    return Cell(words, language=document.properties.language, direction=document.direction)


def _joined(lines: tuple[Inlines, ...]) -> Inlines:
    parts: list[Inline] = []
    for line in lines:
        parts += [Text(" "), *_unmarked(line)] if parts else _unmarked(line)
    return (Emphasis(tuple(parts)),)


def _unmarked(words: Inlines) -> Inlines:
    """Words with marks of notes as text: [1]; references as the words they print."""

    def once(part: Inline) -> Inlines | None:
        if isinstance(part, Reference):
            return _unmarked(part.children)
        return (Text(f"[{part.mark}]"),) if isinstance(part, Call) else None

    return replaced(words, once)


def words_of(document: Document) -> dict[tuple[str, str], Inlines]:
    """The words of every passage with marks, by name and plain text."""
    return {(line.id, compared(plain(line.said))): line.said for line in lines(document)}
