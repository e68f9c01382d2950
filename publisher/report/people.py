"""Findings for people: place, message, source line, what to do.

A caret stands under the words at fault.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from publisher.model.diagnostic import Diagnostic, Position, Severity
from publisher.speech import DEFAULT, gist, phrase, said

COLUMNS = 120  # of an excerpt where no terminal says how wide it is
_GUTTER = 9  # columns before the source line: its number and a bar


def for_people(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], columns: int = COLUMNS, language: str = DEFAULT
) -> str:
    """The findings one under the other and, last, how many.

    Excerpts are as wide as `columns`. In another `language` than English a finding begins with what its code is about;
    what it says of the words at fault follows in English.
    """
    listed = list(diagnostics)
    lines = {file: text.splitlines() for file, text in sources.items()}
    parts = ["\n".join(_one(diagnostic, lines, columns, language)) for diagnostic in listed]
    return "\n\n".join([*parts, summary(listed, language)]) + "\n"


def summary(diagnostics: Iterable[Diagnostic], language: str = DEFAULT) -> str:
    """How many errors and warnings there are, in one line."""
    listed = list(diagnostics)
    if not listed:
        return said("no-findings", language=language)
    counted = [(sum(one.severity is severity for one in listed), f"{severity}s") for severity in Severity]
    return ", ".join(said(key, count=count, language=language) for count, key in counted if count)


def _one(diagnostic: Diagnostic, lines: Mapping[str, list[str]], columns: int, language: str) -> Iterator[str]:
    place = f"{diagnostic.at}: " if diagnostic.at else ""
    about, detail = _heads(diagnostic, language)
    yield f"{place}{about}"
    yield from detail
    if isinstance(diagnostic.at, Position):
        yield from _excerpt(diagnostic.at, diagnostic.span, lines.get(diagnostic.at.file, []), columns)
    if diagnostic.hint:
        yield f"    {said('hint', hint=phrase(diagnostic.hint, language), language=language)}"


def _heads(found: Diagnostic, language: str) -> tuple[str, tuple[str, ...]]:
    """The first line of a finding, and what it says of these words where the first says what the code is about."""
    severity = said(str(found.severity), language=language)
    first = said(
        "finding", severity=severity, code=found.code, name=found.name, message=found.message, gist=gist(found.code, language),
        language=language,
    )  # fmt: skip
    return first, () if language == DEFAULT else (f"    {phrase(found.message, language)}",)


def _excerpt(at: Position, span: str, lines: list[str], columns: int) -> Iterator[str]:
    """The source line, cut to what fits around the words, and a caret line as wide as they are drawn."""
    if not 1 <= at.line <= len(lines):
        return
    line = lines[at.line - 1]
    column = min(at.column - 1, len(line))
    length = _shared(line[column:], span) or 1
    start, end = _window(line, column, max(columns - _GUTTER, 20))
    before = "… " + line[start:column].lstrip() if start else line[:column]
    shown = before + line[column:end] + (" …" if end < len(line) else "")
    yield f"{at.line:>6} | " + shown.replace("\t", " ")
    yield (
        " " * (_GUTTER - 2) + "| " + " " * width(before) + "^" * max(1, width(line[column : min(column + length, end)]))
    )


def _window(line: str, column: int, room: int) -> tuple[int, int]:
    """Where the part of `line` begins and ends that is shown in `room` columns around `column`."""
    if len(line) <= room and width(line) <= room:
        return 0, len(line)
    room -= 4  # for what says that the line goes on
    start = end = column
    taken = 0
    while start and taken + width(line[start - 1]) <= room // 3:
        start, taken = start - 1, taken + width(line[start - 1])
    while end < len(line) and taken + width(line[end]) <= room:
        end, taken = end + 1, taken + width(line[end])
    while start and taken + width(line[start - 1]) <= room:
        start, taken = start - 1, taken + width(line[start - 1])
    return start, end


def _shared(written: str, span: str) -> int:
    """How many characters of the line the words at fault take up: all of them, or to the end of the line."""
    if written.startswith(span):
        return len(span)
    first = span.split(" ", 1)[0]
    return len(first) if first and written.startswith(first) else 0


def width(text: str) -> int:
    """The columns `text` takes in a terminal.

    Two for a wide character, none for a combining one.
    """
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
