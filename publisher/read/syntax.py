"""Says in an editor's words what is wrong where the YAML scanner gives up."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import yaml

from publisher.catalogue import finding
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import BLOCK_OF_KEY, TAGS, Language
from publisher.model.words import Part

_QUOTE = "Put the whole text in quotation marks, or write it under a line “- |-” or “key: |-”, indented."
_EXPLAINED: tuple[tuple[str, str, str], ...] = (  # words of the scanner, what they mean, what to do
    ("mapping values are not allowed", "a colon and a space start a new entry here, inside a text", _QUOTE),
    ("found character that cannot start any token", "a text cannot begin with this character", _QUOTE),
    ("found a tab character", "a tab stands where the line is indented", "Indent with spaces only."),
    (
        "found unexpected end of stream",
        "a quotation mark is not closed",
        'Close it, or write “\\"” for one inside the text.',
    ),
    (
        "found unknown escape character",
        "a backslash in a text in double quotation marks has a meaning of its own",
        "Write two backslashes for one.",
    ),
    (
        "could not find expected ':'",
        "this line is neither an entry of the list nor “key: value”",
        "Check the indent of this line and of the one before.",
    ),
    (
        "did not find expected key",
        "this line does not stand under the one before it",
        "Check the indent and the quotation marks.",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not stand under the entries of the list",
        "Entries of one list begin with “- ” in the same column.",
    ),
    ("did not find expected alphabetic or numeric character", "a text cannot begin with * or &", _QUOTE),
    (
        "block sequence entries are not allowed",
        "an entry of a list cannot begin here",
        "Begin the list on a line of its own.",
    ),
    (
        "did not find expected ',' or",
        "a bracket is not closed, or the text begins with a bracket",
        "Close the bracket; a text that begins with one stands in quotation marks, the whole of it.",
    ),
)
_WHOLE = 'Put the whole text in quotation marks, and write “\\"” for one inside it.'
_CLOSED = re.compile(r"""[:\-] *(["']).*\1 *$""")
_ODD = {"\t": "a tab", "\u00a0": "a no-break space", "\u3000": "a full-width space", "\u202f": "a no-break space"}
_COLON = "Write “key: value”, with a space after the colon."
_DASH = re.compile(r"\s*-[^\s-]")
_KEY_ALONE = re.compile(r"[a-z][a-z-]*(?: [^:]*)?")
_NEEDS_QUOTES = "*&[]{}%@`!|>,"


def syntax_finding(error: yaml.MarkedYAMLError, text: str, file: str) -> Diagnostic:
    """The finding for a mistake in YAML syntax, where it shows."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    if line >= len(lines):  # the scanner only noticed at the end: show where the open quotation mark or bracket stands
        context = error.context_mark
        line, column = (context.line, context.column) if context else (len(lines) - 1, 0)
    problem = error.problem or "unreadable"
    if "did not find expected ',' or" in problem and error.context_mark:  # where the bracket opens
        line, column = error.context_mark.line, error.context_mark.column
    said, hint = next(((said, hint) for words, said, hint in _EXPLAINED if words in problem), (problem, ""))
    slip = next((found for look in _SLIPS if (found := look(problem, lines, line)) is not None), None)
    if slip is not None:
        line, said, hint = slip
        column = len(lines[line]) - len(lines[line].lstrip())
    elif lines[line : line + 1] and _CLOSED.search(lines[line][:column]) and "did not find expected" in problem:
        said, hint = "words stand behind the closing quotation mark", _WHOLE
    written = lines[line].strip() if line < len(lines) else ""
    if (odd := _odd_indent(lines, line)) is not None:
        line, written = odd, lines[odd].strip()
        column, sign = next((at, _ODD[one]) for at, one in enumerate(lines[odd]) if one in _ODD)
        said, hint = f"{sign} stands where the line is indented", "Indent with spaces only."
    elif slip is None and (start := _first_character(written)):
        said, hint = f"a text cannot begin with {start}", _QUOTE
        column = lines[line].index(start)
    return finding(
        "RD006", f"this is not YAML: {said}", Position(file, line + 1, column + 1), span=written[:60], hint=hint
    )


def _first_character(written: str) -> str:
    """The sign at the start of the line's text that YAML takes for its own, if there is one."""
    words = written.removeprefix("- ").lstrip()
    return words[0] if words and words[0] in _NEEDS_QUOTES else ""


def _odd_indent(lines: list[str], line: int) -> int | None:
    """The first of the lines down to `line` that is indented by other signs than spaces; they look alike."""
    for place in range(max(0, line - 3), min(line + 1, len(lines))):
        if any(sign in _ODD for sign in lines[place][: len(lines[place]) - len(lines[place].lstrip())]):
            return place
    return None


Slip = tuple[int, str, str]  # the line of a slip that the scanner tells at a later one, what it is, what to do


def _full_width_colon(problem: str, lines: list[str], line: int) -> Slip | None:
    """The first line down to `line` with a colon of Chinese type after its key."""
    for place in range(min(line + 1, len(lines))):
        if re.match(r"\s*(?:- )*[a-z][a-z-]*：", lines[place]):
            return (
                place,
                "after the key stands a full-width colon",
                "Write “key: value”, with a plain colon and a space.",
            )
    return None


def _dash_alone(problem: str, lines: list[str], line: int) -> Slip | None:
    """The first of the entries at or above `line` whose dash has no space behind it."""
    place = min(line, len(lines) - 1)
    place = place if _DASH.match(lines[place]) else _above(lines, place)
    if not ("expected ':'" in problem or "mapping values" in problem) or not _DASH.match(lines[place]):
        return None
    while place and _DASH.match(lines[place - 1]):
        place -= 1
    return place, "after the dash a space is missing", "Begin each entry of a list with “- ”."


def _without_colon(problem: str, lines: list[str], line: int) -> Slip | None:
    """The line at or above `line` that a key begins and no colon follows; the scanner tells it at the next one."""
    if "could not find expected ':'" not in problem:
        return None
    for place in range(min(line, len(lines) - 1), max(-1, line - 4), -1):
        if _KEY_ALONE.fullmatch(lines[place].strip()):
            return place, "after the key a colon is missing", _COLON
    return None


def _key_without_colon(problem: str, lines: list[str], line: int) -> Slip | None:
    """The line above `line` that begins with a key and no colon and space: what is under it runs on as its text."""
    if "mapping values are not allowed" not in problem:
        return None
    above = _above(lines, line)
    found = re.match(r"(?:- )*([a-z][a-z-]*)(?::?\S* |:\S|$)", lines[above].strip())
    if found and found[1] in TAGS and ": " not in lines[above]:
        return above, "after the key a colon and a space are missing", _COLON
    return None


def _deeper(problem: str, lines: list[str], line: int) -> Slip | None:
    """A key that stands deeper than the one above it, which has its text already."""
    found = re.match(r"( *)([a-z][a-z-]*):(?: |$)", lines[line]) if line < len(lines) else None
    if "mapping values are not allowed" not in problem or not found or found[2] not in _keys():
        return None
    above = re.match(r"( *(?:- )*)[a-z][a-z-]*: \S", lines[_above(lines, line)])
    if above and len(above[1]) < len(found[1]):
        return (
            line,
            f"“{found[2]}” is indented deeper than the key above it",
            "Keys of one entry begin in the same column.",
        )
    return None


_SLIPS: tuple[Callable[[str, list[str], int], Slip | None], ...] = (
    _full_width_colon, _dash_alone, _without_colon, _key_without_colon, _deeper,
)  # fmt: skip


def _above(lines: list[str], line: int) -> int:
    """The line above that is not empty."""
    return next((place for place in range(min(line, len(lines)) - 1, -1, -1) if lines[place].strip()), line)


@cache
def _keys() -> frozenset[str]:
    """The keys of all kinds of entries."""
    parts: list[type[Part]] = [*BLOCK_OF_KEY.values(), Language]
    return frozenset(field.alias or name for part in parts for name, field in part.model_fields.items())
