"""What stands inside a line as elements of Akoma Ntoso.

Notes stand where they are called.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from publisher.model.inline import (
    Bold,
    Call,
    Deleted,
    Emphasis,
    Inline,
    Inlines,
    Inserted,
    LeftToRight,
    LineBreak,
    Link,
    ParagraphBreak,
    Reference,
    Subscript,
    Superscript,
    Symbol,
    Text,
    WrittenCall,
    WrittenLink,
)  # fmt: skip
from publisher.model.resolved import Note
from publisher.render.akn.elements import Element, Identifiers, append, element


@dataclass(slots=True)
class Inliner:
    """Draws the words of one document.

    `notes` by identifier, each drawn at its one call.
    """

    notes: Mapping[str, Note]
    identifiers: Identifiers

    def into(self, made: Element, inlines: Inlines) -> Element:
        """`made` with the words put into it."""
        for inline in inlines:
            append(made, self._one(inline))
        return made

    def paragraph(self, inlines: Inlines, *before: Element | str) -> Element:
        """A `p` of the words, after what stands `before` them."""
        return self.into(element("p", *before), inlines)

    def _one(self, inline: Inline) -> Element | str | None:
        match inline:
            case Text(text) | Symbol(text):
                return text
            case Emphasis(children):
                return self.into(element("i"), children)
            case Bold(children):
                return self.into(element("b"), children)
            case Superscript(children):
                return self.into(element("sup"), children)
            case Subscript(children):
                return self.into(element("sub"), children)
            case Link(target, children):
                return self.into(element("a", href=target), children)
            case Reference(target, children, _):
                return self.into(element("ref", href=f"#{target}"), children)
            case WrittenLink(target, children):
                return self.into(element("ref", href=f"#{target}"), children)
            case LeftToRight(children):
                return self.into(element("inline", name="ltr"), children)
            case Inserted(children):
                return self.into(element("ins"), children)
            case Deleted(children):
                return self.into(element("del"), children)
            case Call(note, mark, series):
                return self._note(note, mark, series)
            case LineBreak() | ParagraphBreak():
                return element("eol")
            case WrittenCall():
                return None
            case _:
                assert_never(inline)

    def _note(self, name: str, mark: str, series: str) -> Element:
        note = self.notes.get(name)
        if note is None or name in self.identifiers.known:  # a letter of a table may be called again
            target = self.identifiers.known.get(name, name)
            return element("noteRef", href=f"#{target}", marker=mark, placement=_placement(series))
        given = self.identifiers.give("authorialNote", "", name=name)
        return element("authorialNote", self.paragraph(note.text), eId=given, marker=mark, placement=_placement(series))


def _placement(series: str) -> str:
    return "inline" if series == "table" else "bottom"


def with_targets(root: Element, identifiers: Identifiers) -> None:
    """Let every reference lead to the eId of what it names."""
    for found in root.iter(f"{{{root.nsmap[None]}}}ref"):
        name = found.get("href").removeprefix("#")
        found.set("href", f"#{identifiers.known.get(name, name)}")
