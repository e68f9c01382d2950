"""Bookmarks and fields, each with the result Word would arrive at.

So nothing waits for an update.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from publisher.render.docx.elements import XML_SPACE, Element, text, w

NAME_LIMIT = 40  # characters of a bookmark name that Word keeps


class Bookmarks:
    """The bookmarks of one file: a name for each target pointed to."""

    def __init__(self, targets: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        given: set[str] = set()
        for target in dict.fromkeys(targets):
            name = "_" + re.sub(r"[^0-9A-Za-z_]", "_", target)
            if len(name) > NAME_LIMIT or name.lower() in given:  # Word does not tell capitals from small letters
                name = f"{name[: NAME_LIMIT - 9]}_{hashlib.sha256(target.encode()).hexdigest()[:8]}"
            given.add(name.lower())
            self._names[target] = name
        self._set: set[str] = set()

    def name(self, target: str) -> str | None:
        """The bookmark name of `target`, None when nothing points to it."""
        return self._names.get(target)

    def around(self, target: str, content: list[Element]) -> list[Element]:
        """`content` between the bookmark's start and end, once for each target.

        As it is otherwise.
        """
        name = self._names.get(target)
        if name is None or target in self._set:
            return content
        self._set.add(target)
        number = len(self._set)
        return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def begin_field(instruction: str, dirty: bool = False) -> list[Element]:
    """The runs that open a field and lead to its result.

    `dirty` bids Word to update it on opening.
    """
    code = w("instrText")
    code.set(XML_SPACE, "preserve")
    code.text = f" {instruction} "
    begin = w("fldChar", fldCharType="begin", dirty=1) if dirty else w("fldChar", fldCharType="begin")
    return [w("r", begin), w("r", code), w("r", w("fldChar", fldCharType="separate"))]


def end_field() -> list[Element]:
    """The run that closes a field."""
    return [w("r", w("fldChar", fldCharType="end"))]


def field(instruction: str, result: list[Element]) -> list[Element]:
    """A whole field with the runs of its result."""
    return [*begin_field(instruction), *result, *end_field()]


def page_reference(bookmark: str, page: int | None) -> list[Element]:
    """A PAGEREF field whose result is the page drawn in the PDF.

    None where no PDF was. Word's lines and pages are its own: it is bidden to put its page there when it opens the
    file.
    """
    shown = [] if page is None else [w("r", text(str(page)))]
    return [*begin_field(f"PAGEREF {bookmark} \\h", dirty=True), *shown, *end_field()]
