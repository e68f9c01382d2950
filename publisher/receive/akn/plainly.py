"""An AKN4UN file read a second time, plainly.

Every line and note of it, by nothing that the import uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any

from lxml import etree

from publisher.receive.akn.shape import BLOCKS

_SKIPPED = {"meta", "img", "collectionBody", ""}
_MADE = {"docAuthority", "docStatus", "docDate", "docNumber"}  # on the cover: what the program prints by itself
_LANGUAGE = {"originalLanguage", "languageOfExpression"}  # of pieces that are so on the cover, too
_APART = {  # parted by spaces within a line
    "eol", "br", "location", "date", "docDate", "outcome", "organization", "docNumber", "docTitle", "docProponent",
}  # fmt: skip
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def plain_lines(data: bytes) -> Iterator[str]:
    """Every line with its number and marks, then every note.

    In the file's order.
    """
    root = etree.fromstring(re.sub(rb"&(\w+);", _character, data), _PARSER)
    reader = _Reader({note.get("eId", ""): note for note in root.iter("{*}note")})
    reader.read(root, cover=False)
    reader.end()
    yield from reader.lines
    yield from reader.notes


class _Reader:
    """Gathers the lines of a file and its notes."""

    def __init__(self, kept_apart: dict[str, Any]) -> None:
        self.kept_apart = kept_apart
        self.lines: list[str] = []
        self.notes: list[str] = []
        self.pieces: list[str] = []

    def read(self, element: Any, *, cover: bool) -> None:
        """The texts in an element.

        What stands on a line of its own begins and ends one.
        """
        name = _name(element)
        note = self.kept_apart.pop(element.get("href", "")[1:], None) if name == "noteRef" else None
        if name == "authorialNote" or note is not None:
            self._note(element, element if note is None else note)
        elif name == "noteRef":
            self.pieces.append(element.get("marker", ""))
        elif name not in _SKIPPED and not (cover and _is_made(element)):
            if name in BLOCKS and not (self.pieces and self.pieces[-1] == _NUMBER):
                self.end()
            self.pieces.append(" " if name in _APART else "")
            self.within(element, cover=(cover or name == "coverPage") and name != "docTitle")
            if name == "num":
                self.pieces.append(_NUMBER)
            elif name in BLOCKS:
                self.end()
            self.pieces.append(" " if name in _APART else "")

    def within(self, element: Any, *, cover: bool) -> None:
        """The text of an element, and all that stands in it."""
        self._said(element.text)
        for child in element:
            if _name(child):
                self.read(child, cover=cover)
            self._said(child.tail)

    def end(self) -> None:
        """End a line, where one was begun."""
        if line := re.sub(r"\s+", " ", "".join(self.pieces)).strip():
            self.lines.append(line)
        self.pieces = []

    def _note(self, call: Any, note: Any) -> None:
        """A note as its mark, and its words among the notes."""
        reader = _Reader(self.kept_apart)
        reader.within(note, cover=False)
        reader.end()
        mark = call.get("marker", "")
        self.pieces.append(f" {mark} ")
        self.notes += [" ".join([mark, *reader.lines]), *reader.notes]

    def _said(self, text: str | None) -> None:
        if text and (text.strip() or self.pieces[-1:] != [_NUMBER]):
            self.pieces.append(text)


_NUMBER = " "  # behind a number, which stands before its line


def _is_made(element: Any) -> bool:
    """Whether the program prints a piece of the cover by itself; the body under the organ is a line like any other."""
    if _name(element) == "inline":
        return element.get("name") in _LANGUAGE
    return _name(element) in _MADE and element.get("refersTo") != "#subsidiaryBody"


def _character(entity: re.Match[bytes]) -> bytes:
    """The character that an entity of HTML stands for; those of XML stay."""
    said = entity[1].decode()
    if said in ("amp", "lt", "gt", "quot", "apos"):
        return entity[0]
    return html5.get(f"{said};", entity[0].decode()).encode("ascii", "xmlcharrefreplace")


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
