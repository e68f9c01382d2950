"""Tools to plant one fault at a random place of a document's YAML, and to know the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random


@dataclass(frozen=True)
class Text:
    """The two files of a document in one language, and where the last change was made."""

    language: str
    record: str
    words: str
    file: str = ""
    line: int = 0


DOCUMENTS = Path(__file__).parent / "documents"


def clean_document(name: str, language: str) -> Text:
    """A document of documents/ in a language, with nothing wrong in it."""
    files = (DOCUMENTS / name / file for file in ("record.yaml", f"{language}.yaml"))
    return Text(language, *(path.read_text("utf-8") for path in files))


Plant = Callable[[Text, Random], Text | None]
Replacement = str | Callable[[re.Match[str], Random], str]


def in_words(pattern: str, *replacements: Replacement, within: str = "") -> Plant:
    """Replace one random match of `pattern` in the language file, only in lines that match `within`."""
    return _in("words", pattern, replacements, within)


def in_record(pattern: str, *replacements: Replacement, within: str = "") -> Plant:
    """Replace one random match of `pattern` in the record, only in lines that match `within`."""
    return _in("record", pattern, replacements, within)


def _in(file: str, pattern: str, replacements: tuple[Replacement, ...], within: str) -> Plant:
    def plant(text: Text, random: Random) -> Text | None:
        source = getattr(text, file)
        hits = [hit for hit in re.finditer(pattern, source, re.M) if re.search(within, _line_at(source, hit.start()))]
        if not hits:
            return None
        hit, chosen = random.choice(hits), random.choice(replacements)
        new = hit.expand(chosen) if isinstance(chosen, str) else chosen(hit, random)
        if new == hit.group():
            return None
        changed = source[: hit.start()] + new + source[hit.end() :]
        return replace(text, **{file: changed}, file=file, line=_first_change(source, changed))

    return plant


def _first_change(before: str, after: str) -> int:
    """The line of the first character that differs; what is put in after a line end stands on the next line."""
    offset = next((i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(after) - 1)
    while after[offset] in "\n " and offset + 1 < len(after) and len(after) > len(before):
        offset += 1
    return after.count("\n", 0, offset) + 1


def _line_at(source: str, offset: int) -> str:
    start = source.rfind("\n", 0, offset) + 1
    return source[start : source.find("\n", offset)]


# A plain paragraph of the body: a list entry that is no mapping; the marks of quoted entries are left where they are.
PARAGRAPH = r"^      - (?![a-z-]+:(?: |$)|\[|\{)\"?(?=\S)"


def insert(*tokens: str, join: str = " ") -> Plant:
    """Put one of `tokens` at a random gap between two words of a random plain paragraph."""

    def plant(text: Text, random: Random) -> Text | None:
        starts = [hit.end() for hit in re.finditer(PARAGRAPH, text.words[: _annexes(text.words)], re.M)]
        if not tokens or not starts:
            return None
        token = random.choice(tokens)
        if '"' in token:  # would end a quoted line of YAML instead of standing in it
            starts = [start for start in starts if text.words[start - 1] != '"']
        start = random.choice(starts)
        end = text.words.index("\n", start)
        gaps = [hit.start() + start for hit in re.finditer(_gap(text.language), text.words[start:end])]
        if not gaps:
            return None
        gap = random.choice(gaps)
        if text.language == "zh":
            new = text.words[:gap] + token + text.words[gap:]
        else:
            new = text.words[:gap] + join + token + text.words[gap:]
        return replace(text, words=new, file="words", line=new.count("\n", 0, gap) + 1)

    return plant


def _gap(language: str) -> str:
    """Where words may be put in: before a space between plain words, in Chinese between two characters."""
    if language == "zh":
        return r"(?<=[，])(?=[\u4e00-\u9fff])"
    return r"(?<=[^\W\d_A-ZА-Я]{3}) (?=[^\W\d_A-ZА-Я]{3})"


def _annexes(words: str) -> int:
    return words.index("\nannexes:")


def both(*plants: Plant) -> Plant:
    """Plant several changes that make one fault together; the place is that of the first."""

    def plant(text: Text, random: Random) -> Text | None:
        first: Text | None = None
        for one in plants:
            planted = one(text, random)
            if planted is None:
                return None
            first = first or planted
            text = replace(planted, file=first.file, line=first.line)
        return text

    return plant


def at_line_of(plant: Plant, pattern: str, file: str = "words") -> Plant:
    """Say that the fault is due at the line that matches `pattern`, not where the change was made."""

    def planted(text: Text, random: Random) -> Text | None:
        result = plant(text, random)
        if result is None:
            return None
        source = getattr(result, file)
        hit = re.search(pattern, source, re.M)
        assert hit is not None, pattern
        return replace(result, file=file, line=source.count("\n", 0, hit.start()) + 1)

    return planted


def per_language(**plants: Plant) -> Plant:
    """Choose the plant by the language of the document; a language without one has no such fault."""

    def plant(text: Text, random: Random) -> Text | None:
        return plants[text.language](text, random) if text.language in plants else None

    return plant


def upon(document: str, *plants: Plant) -> list[Plant]:
    """The plants, for another document of documents/ than the report."""
    return [_upon(document, plant) for plant in plants]


def _upon(document: str, plant: Plant) -> Plant:
    return lambda text, random: plant(clean_document(document, text.language), random)
