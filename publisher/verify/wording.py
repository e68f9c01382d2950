"""How a difference is told to the editor.

The code for its kind, the line it is in, the words at fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from publisher.catalogue import finding
from publisher.model.characters import readable
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.verify.compare import Difference, Kind
from publisher.verify.expected import Line, NoteLine

_LONGEST_QUOTATION = 60
_CODES: dict[Kind, str] = {
    "lost": "OUT005", "added": "OUT006", "moved": "OUT007", "number": "OUT010",
    "words-lost": "OUT002", "words-added": "OUT003", "words-differ": "OUT004",
}  # fmt: skip
_NOTE_CODES: dict[Kind, str] = {"lost": "OUT020", "added": "OUT026", "number": "OUT022"}
_NAMES = {
    "masthead": "masthead line", "title": "title", "subtitle": "line under the title", "contents-heading": "heading",
    "contents-entry": "contents entry", "heading": "heading", "label": "label", "paragraph": "paragraph",
    "cell": "table cell", "table-note": "table note", "caption": "caption", "source": "source line",
    "job": "job line", "note": "footnote",
}  # fmt: skip


def named(line: Line) -> str:
    """How a message names `line`: kind, number or words, identifier."""
    said = readable(line.printed) or shortened(line.text)
    return f"{_NAMES.get(line.role if line.role == 'note' else line.kind, line.kind)} “{said}” ({line.id})"


def shortened(text: str, length: int = _LONGEST_QUOTATION) -> str:
    """`text` on one line, cut to `length` characters."""
    plain = readable(text)
    return plain if len(plain) <= length else plain[: length - 1] + "…"


def differences(
    found: Iterable[Difference], lines: Sequence[Line], at: Callable[[Difference], PagePosition]
) -> list[Diagnostic]:
    """A finding for each difference, its place in the file given by `at`."""
    return [_told(difference, lines, at(difference)) for difference in found]


def note_lines(notes: Iterable[NoteLine]) -> list[Line]:
    """`notes` as lines to be matched: mark as number, body as text."""
    return [Line(note.id, "paragraph", note.text, note.mark, role="note") for note in notes]


def _told(difference: Difference, lines: Sequence[Line], at: PagePosition) -> Diagnostic:
    line = lines[difference.line] if difference.line is not None else None
    code = _CODES[difference.kind]
    if lines[:1] and lines[0].role == "note":
        code = _NOTE_CODES.get(difference.kind, "OUT021")
    elif line is not None and line.kind in ("masthead", "job"):
        code = "OUT060" if line.kind == "masthead" else "OUT061"
    return finding(code, _message(difference, line), at, span=shortened(difference.found or difference.expected))


def _message(difference: Difference, line: Line | None) -> str:
    name = named(line) if line is not None else ""
    expected, found = shortened(difference.expected), shortened(difference.found)
    match difference.kind:
        case "lost":
            return f"{name} is missing: “{expected}”"
        case "added":
            return f"“{found}” stands in the file but not in the document"
        case "moved":
            return f"{name} stands in another place than resolved: “{expected}”"
        case "number":
            return f"{name} is numbered “{found}”, resolved “{expected}”"
        case "words-lost" | "words-added" | "words-differ":
            return f"{name} reads “{found}”, resolved “{expected}”"
