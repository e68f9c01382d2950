"""What no validator of Open XML says: names that stand twice, fields that lead nowhere, pictures without words."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
REFERRING = ("REF", "PAGEREF", "NOTEREF")
NAME_LIMIT = 40


def parts_of(data: bytes) -> dict[str, Any]:
    """The XML parts of a .docx file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def findings(data: bytes) -> list[str]:
    """Every fault in a .docx file that breaks a field, a bookmark, a list, a note or a picture."""
    parts = parts_of(data)
    body, notes = parts["word/document.xml"], parts["word/footnotes.xml"]
    stories = [body, notes, *(root for name, root in parts.items() if "header" in name or "footer" in name)]
    names = Counter(mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart"))
    return [
        *(f"bookmark {name} stands twice" for name, count in names.items() if count > 1),
        *(f"bookmark {name} is too long" for name in names if len(name) > NAME_LIMIT),
        *_open_bookmarks(body),
        *(found for story in stories for found in _fields(story, set(names))),
        *_lists(body, parts["word/styles.xml"], parts["word/numbering.xml"]),
        *_notes(body, notes),
        *(
            f"picture {d.get('name')} has no words"
            for story in stories
            for d in story.iter(DRAWN)
            if not d.get("descr")
        ),
        *_numbers_of_drawings(stories),
    ]


def _open_bookmarks(body: Any) -> Iterator[str]:
    starts = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    ends = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")]
    if sorted(starts) != sorted(ends) or len(set(starts)) != len(starts):
        yield "bookmarks are not closed one by one"


def _fields(story: Any, names: set[str]) -> Iterator[str]:
    depth = 0
    for element in story.iter(f"{W}fldChar", f"{W}instrText", f"{W}hyperlink"):
        if element.tag == f"{W}fldChar":
            depth += {"begin": 1, "separate": 0, "end": -1}[element.get(f"{W}fldCharType")]
            if depth < 0:
                yield "a field ends that did not begin"
        elif element.tag == f"{W}instrText":
            words = (element.text or "").split()
            if words[0] in REFERRING and words[1] not in names:
                yield f"{words[0]} leads to {words[1]}, which is not there"
        elif (anchor := element.get(f"{W}anchor")) is not None and anchor not in names:
            yield f"a link leads to {anchor}, which is not there"
    if depth:
        yield "a field does not end"


def _lists(body: Any, styles: Any, numbering: Any) -> Iterator[str]:
    abstracts = {a.get(f"{W}abstractNumId") for a in numbering.iter(f"{W}abstractNum")}
    lists = {n.get(f"{W}numId"): n.find(f"{W}abstractNumId").get(f"{W}val") for n in numbering.iter(f"{W}num")}
    used = {n.get(f"{W}val") for part in (body, styles) for n in part.iter(f"{W}numId")} - {"0"}  # 0 is no list
    yield from (f"list {number} is not defined" for number in sorted(used - lists.keys()))
    yield from (f"list {number} has no levels" for number, abstract in lists.items() if abstract not in abstracts)


def _notes(body: Any, notes: Any) -> Iterator[str]:
    called = Counter(call.get(f"{W}id") for call in body.iter(f"{W}footnoteReference"))
    there = {note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None}
    yield from (f"note {note} is called twice" for note, count in called.items() if count > 1)
    yield from (f"note {note} is not there" for note in sorted(called.keys() - there))
    yield from (f"note {note} is not called" for note in sorted(there - called.keys()))


def _numbers_of_drawings(stories: list[Any]) -> Iterator[str]:
    for story in stories:
        numbers = Counter(drawing.get("id") for drawing in story.iter(DRAWN))
        yield from (f"two drawings are numbered {number}" for number, count in numbers.items() if count > 1)
