"""A file from outside beside ours, byte for byte.

Where they differ, by what they are made of and by how they look. Equal bytes are the only proof: a file is said to be
ours for no other reason. What is found beyond that says what was done to it; nothing found says no more than that the
words are the same as far as they can be read.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.likeness.page import unlike_html, unlike_xml
from publisher.verify.likeness.pdf import unlike_pdf
from publisher.verify.likeness.word import unlike_word

LARGER, SLACK = 4, 16 * 2**20  # a file of more bytes than that beside ours is not taken apart
MOST_FINDINGS = 20
_BY_SUFFIX: dict[str, Callable[[bytes, bytes, str], list[Diagnostic]]] = {
    ".pdf": unlike_pdf, ".docx": unlike_word, ".html": unlike_html, ".xml": unlike_xml,
}  # fmt: skip


def unlike(theirs: bytes, ours: bytes, name: str, whose: str = "a build") -> tuple[Diagnostic, ...]:
    """What tells `theirs` from `ours`, nothing where they are equal.

    The bytes that `whose` file of the same kind has.
    """
    if theirs == ours:
        return ()
    place = PagePosition(name)
    compare = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if len(theirs) > LARGER * len(ours) + SLACK or compare is None:
        return (finding("OUT090", f"not one of ours: other bytes than those of {whose}", place),)
    try:
        found = compare(theirs, ours, name)
    except (ValueError, KeyError, TypeError, RecursionError, OverflowError, OSError, RuntimeError) as fault:
        found = [finding("OUT091", f"it cannot be taken apart as ours can: {str(fault)[:200]}", place)]
    end = "" if found else "; same look and same parts as far as read"
    return (
        finding("OUT090", f"not one of ours: other bytes than those of {whose}{end}", place),
        *found[:MOST_FINDINGS],
    )
