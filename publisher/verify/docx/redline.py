"""Holds a redline against the two texts it lies between: accept every change and it is the new one, reject, the old."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.story import compared, readable
from publisher.verify.docx.package import Package
from publisher.verify.docx.reading import View, read_docx


def verify_redline(redline: bytes, old: bytes, new: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Give back where the DOCX `redline`, called `name`, read as accepted or rejected, departs from `new` or `old`."""
    shown = Package(redline)
    return (
        *_departures(shown, "accepted", Package(new), name),
        *_departures(shown, "rejected", Package(old), name),
    )


def _departures(shown: Package, view: View, wanted: Package, name: str) -> Iterator[Diagnostic]:
    told, other = read_docx(shown, view), read_docx(wanted)
    texts = ([p.whole for p in one.paragraphs if p.whole.strip()] for one in (told, other))
    notes = ([note.mark + note.text for note in one.notes] for one in (told, other))
    for what, pair in (("text", texts), ("note", notes)):
        got, want = pair
        for first, second in zip_longest(got, want, fillvalue=""):
            if compared(first) != compared(second):
                message = f"with every change {view} the {what} reads “{readable(first)[:80]}”, not “{readable(second)[:80]}”"
                yield finding("OUT085", message, PagePosition(name))
                return
