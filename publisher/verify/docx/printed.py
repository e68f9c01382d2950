"""What a Word file says, sign by sign.

For the proof against what was typed.
"""

from __future__ import annotations

from publisher.openxml.furniture import head_parts
from publisher.openxml.package import Package
from publisher.openxml.sections import sections
from publisher.openxml.told import Telling, ToldNote
from publisher.typed import Printed, words_of

_CONTENTS = "TOC"  # begins the names of the styles of the contents, which are made of the headings


def printed(package: Package, told: Telling) -> Printed:
    """The paragraphs and notes of a Word file, its head first.

    The head of page one; the contents are left out.
    """
    first = sections(package)[:1]
    head = head_parts(package, first[0]).get(("header", "first"), []) if first else []
    body = [each.whole for each in told.paragraphs if not (each.style or "").startswith(_CONTENTS)]
    return Printed(tuple(words_of([*head, *body])), tuple(words_of(map(_of_note, told.notes))))


def _of_note(note: ToldNote) -> str:
    """The words of a note; where its call is unseen, that of a symbol, its asterisks are typed before them."""
    return note.text if note.mark.strip("\u200b") else note.text.lstrip("*").lstrip()
