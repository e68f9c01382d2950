"""Words of an AKN4UN element as author's text.

Emphasis, note calls, nothing that a mark could be taken for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from urllib.parse import unquote

from publisher.language import Vocabulary
from publisher.model.symbol import Symbol
from publisher.receive.akn.emphasis import emphasized, settled
from publisher.receive.akn.shape import BLOCKS, tag
from publisher.receive.akn.source import Element, Source
from publisher.receive.calls import joined
from publisher.wording import escape

_AROUND = {"italic": "*", "bold": "**", "bold italic": "*", "italic bold": "*"}
_WEB = re.compile(r"https?://[^()<>\s\\]{1,1000}")
_INDENT = re.compile(r"\s*\n\s*(?=\[\^|[,.;:!?)\]،؛。，；：）])")  # of the file, before what joins the word
_RAISED = {"sup": "^", "sub": "_"}


@dataclass(slots=True)
class Notes:
    """The notes of one language by name, in the order of their calls."""

    source: Source
    vocabulary: Vocabulary
    bodies: dict[str, str] = field(default_factory=dict)
    apart: set[Element] = field(default_factory=set)  # texts within a line that are read as lines of their own

    def taken(self, note: Element) -> str:
        """The call `[^n3]` of a note, its body kept.

        A mark out of order is tolerated and told.
        """
        marker = note.get("marker", "")
        if any(tag(above) == "authorialNote" for above in note.iterancestors()):
            self.source.slip(f"note {marker} is called in a note; its words stand there, in brackets")
            self.source.leave_out_mark("a note has no notes of its own", note)
            return f" ({self._said(note)}) "
        number = len(self.bodies) + 1
        if marker == str(number):
            self.source.use_mark(note)
        else:
            self.source.tolerate("note out of sequence")
            self.source.leave_out_mark("notes are counted from 1 as they are called", note, str(number))
        name = f"n{number}"
        self.bodies[name] = self._said(note)
        if self.bodies[name] == "[--]":
            self.source.slip(f"note {marker} is empty")
        return f"[^{name}]"

    def _said(self, note: Element) -> str:
        """The words of a note, without the empty brackets that are left of its mark in Arabic: the mark is printed."""
        words = " ".join(filter(None, (text_of(part, self) for part in note)))
        if words.startswith("()"):
            self.source.tolerate("empty brackets where the mark of a note stood")
        return words.removeprefix("()").lstrip(" \u00a0") or "[--]"


def text_of(element: Element, notes: Notes, *, bold: bool = True) -> str:
    """The words of `element` as author's text, without white space around.

    `bold` False drops bold type.
    """
    text, moved = settled("".join(_inner(element, notes, bold)))
    for _ in range(moved):
        notes.source.tolerate("emphasis that begins or ends inside a word, or on a mark alone")
    return joined(re.sub(r"[ \t\r\n]+", " ", _INDENT.sub("", text)).strip(" \u00a0"))


def _inner(element: Element, notes: Notes, bold: bool) -> list[str]:
    pieces = [escaped(notes.source.use(element))] if element.text else []
    for child in element:
        pieces.append(_one(child, notes, bold))
        if child.tail:
            pieces.append(escaped(notes.source.use(child, "tail")))
    return pieces


def _one(child: Element, notes: Notes, bold: bool) -> str:
    match tag(child):
        case "authorialNote":
            return notes.taken(child)
        case "sup" | "sub" as name:
            inner = "".join(_inner(child, notes, bold))
            return f"{_RAISED[name]}{{{inner.strip()}}}" if inner.strip() else inner
        case "span":
            return emphasized("".join(_inner(child, notes, bold)), _mark(child, bold))
        case "a":
            return _link("".join(_inner(child, notes, bold)), child.get("href", ""))
        case "eol":
            return " "
        case "img" | "":
            return ""
        case _ if child in notes.apart:
            return " "
        case name if name in BLOCKS:
            return f" {''.join(_inner(child, notes, bold))} "
        case _:
            return "".join(_inner(child, notes, bold))


def one_line(lines: Iterable[str]) -> str:
    """The lines of a title as one; between characters of full width no space is wanted."""
    words = [word for line in lines for word in line.split(" ") if word]
    return reduce(lambda before, word: before + ("" if _is_wide(before[-1:]) else " ") + word, words, "").strip()


def _is_wide(character: str) -> bool:
    return bool(character) and unicodedata.east_asian_width(character) in "WF"


def _link(words: str, address: str) -> str:
    """A link to a document by its symbol, or to an address of the web; words alone where it leads nowhere."""
    inner = words.strip()
    target = (
        unquote(address).removeprefix("https://docs.un.org/").partition("/")[2] if "docs.un.org/" in address else ""
    )
    if target and (Symbol.parse(target) or Symbol.parse(target.replace("(", " (", 1))):
        shown = f"[{inner}]({target})"
    elif _WEB.fullmatch(address):
        shown = f"[{inner}]({address})"
    else:
        return words
    return words.replace(inner, shown, 1) if inner else words


def _mark(span: Element, bold: bool) -> str:
    mark = _AROUND.get(span.get("class", ""), "")
    return mark if bold or mark != "**" else ""


def escaped(text: str) -> str:
    """`text` so written that no mark or fact is read in it."""
    return re.sub(r"\{(?=[{%])", r"\\{", escape(text))
