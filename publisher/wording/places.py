"""Finds the very line and column of words at fault in the author's YAML."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from publisher.model.diagnostic import Position
from publisher.model.words import Words


def place_of(words: Words, start: int, end: int, folder: Path) -> Position | None:
    """Where the characters `start`–`end` of `words` stand in the file.

    YAML folds lines and drops quotes, so the place is found by looking for the words themselves, from where the text
    begins; where the file has changed or is not there, the place of the text is as near as one can say.
    """
    at = words.at
    if at is None:
        return None
    wanted = words.text[start:end]
    before = words.text[:start].count(wanted)
    path = folder / at.file
    try:
        lines = _lines(path, path.stat().st_mtime_ns)
    except (OSError, ValueError):
        return at
    source = "".join(lines[at.line - 1 : at.line + words.text.count("\n") + len(words.text) // 20 + 20])
    pattern = re.compile(r"\s+".join(map(re.escape, wanted.split())) or "$^")
    for count, found in enumerate(pattern.finditer(source, min(at.column - 1, len(source)))):
        if count == before:
            line = source.count("\n", 0, found.start())
            column = found.start() - (source.rfind("\n", 0, found.start()) + 1)
            return Position(at.file, at.line + line, column + 1)
    return at


def place_of_word(at: Position | None, word: str, folder: Path) -> Position | None:
    """Where `word` stands on the line of `at`, from there on.

    `at` itself where it does not.
    """
    if at is None or not word or at.cell:
        return at
    path = folder / at.file
    try:
        line = _lines(path, path.stat().st_mtime_ns)[at.line - 1]
    except (OSError, ValueError, IndexError):
        return at
    if line.startswith(word, at.column - 1):
        return at
    found = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(line, at.column - 1)
    return Position(at.file, at.line, found.start() + 1) if found else at


@lru_cache(maxsize=8)
def _lines(path: Path, changed: int) -> list[str]:
    """The lines of a file, read again only when it has changed: a draft may have very many faults."""
    return path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
