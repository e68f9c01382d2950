"""Elements of Akoma Ntoso 3.0 and the identifiers they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN4UN = "http://un.org/akn4un"
Element = Any  # an lxml element; lxml carries no types


def element(tag: str, /, *children: Element | str | None, **attributes: str) -> Element:
    """An element with its attributes, text and children in order.

    None among them is nothing.
    """
    made = etree.Element(f"{{{AKN}}}{tag}", {key.rstrip("_"): value for key, value in attributes.items() if value})
    append(made, *children)
    return made


def append(made: Element, *children: Element | str | None) -> None:
    """Put text and elements behind what stands in `made`."""
    for child in children:
        if child is None or (isinstance(child, str) and not child):
            continue
        if not isinstance(child, str):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + child
        else:
            made.text = (made.text or "") + child


@dataclass(slots=True)
class Identifiers:
    """Gives every element an eId of the guidelines.

    Its type and own number, within what it stands in. `known` leads from the identifiers of the resolved document to
    them, so that references can be drawn.
    """

    known: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def give(self, kind: str, number: str = "", within: str = "", name: str = "") -> str:
        """A new eId: `para_12`, `sec_1__subsec_A`, `att_2__para_3`.

        `nn1` where there is no number.
        """
        bare = re.sub(r"[^0-9A-Za-z]+", "-", _ascii(number)).strip("-")
        stem = f"{within}__{kind}_" if within else f"{kind}_"
        made, count = stem + bare, 0
        while not bare or made in self.taken:
            count += 1
            made = f"{stem}{bare}{'-' if bare else 'nn'}{count}"
            if made not in self.taken:
                break
        self.taken.add(made)
        if name:
            self.known.setdefault(name, made)
        return made


def _ascii(number: str) -> str:
    """A number in the characters an identifier may have: figures of every script as figures."""
    return "".join(str(int(sign)) if sign.isdecimal() else sign for sign in number)
