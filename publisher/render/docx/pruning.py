"""Takes out of a file what it does not use and nobody would pick.

A style stays where something in the file has it, where Word sets it by itself (its own names: contents, notes, heads),
and where it stands in the gallery from which editors pick (w:qFormat), as the designer of the base has said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.render.docx.elements import Element, R, q

_STANDS_ON = (q("basedOn"), q("next"), q("link"))
_HEADS = ("/header", "/footer")


def prune(document: Any, *more: Element) -> None:
    """Take out heads and feet of no section, then styles of no use.

    `more` are parts not among those of the body.
    """
    part = document.part
    shown = {reference.get(f"{{{R}}}id") for reference in part.element.iter(q("headerReference"), q("footerReference"))}
    for name, relation in list(part.rels.items()):
        if relation.reltype.endswith(_HEADS) and name not in shown:
            del part.rels[name]
    heads = [rel.target_part.element for rel in part.rels.values() if rel.reltype.endswith(_HEADS)]
    stories = (part.element, part.numbering_part.element, *heads, *more)
    _drop_styles(part._styles_part.element, {name for story in stories for name in _named(story)})


def _named(story: Element) -> Iterator[str]:
    for element in story.iter(q("pStyle"), q("rStyle"), q("tblStyle")):
        yield element.get(q("val"))


def _drop_styles(styles: Element, used: set[str]) -> None:
    known = {style.get(q("styleId")): style for style in styles.findall(q("style"))}
    waiting = [name for name, style in known.items() if name in used or _stays(style)]
    kept: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in kept and name in known:
            kept.add(name)
            waiting += [other.get(q("val")) for other in known[name].iterchildren(*_STANDS_ON)]
    for name, style in known.items():
        if name not in kept:
            styles.remove(style)


def _stays(style: Element) -> bool:
    return style.get(q("customStyle")) is None or style.find(q("qFormat")) is not None
