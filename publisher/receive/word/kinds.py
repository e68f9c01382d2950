"""The kind of document a Word file is.

What its title calls it, and what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from publisher.language import Vocabulary
from publisher.receive.folder import Noted
from publisher.receive.said import Facts
from publisher.receive.word.front import Front
from publisher.receive.word.lines import Structure
from publisher.receive.word.words import unmarked

Kind = tuple[str, str, str]  # key, why it is taken to be that, the words that say so
_PART = re.compile(r" \((?:Annex|Decision|Resolution) ")
_FEWEST = 2  # headings that name a State, in a list of participants


def kind_of(front: Front, structure: Structure, facts: Facts) -> Kind:
    """The kind, why, and the words that say so.

    A note, without a reason, where nothing says another.
    """
    vocabulary, symbol = facts.vocabulary, str(front.facts.get("symbol", ""))
    title = " ".join(map(unmarked, front.title))
    blocks = structure.body.body
    if _PART.search(symbol):
        return "annex", "the symbol names a part of a document", symbol
    if _is_letter(title, vocabulary):
        return "letter", "the title is that of a letter", title
    if _is_report(title, front, structure, vocabulary):
        return "session-report", "the title speaks of a report on the session", title
    if len(structure.decisions) == 1 and len(blocks) == 1:
        return "decision", "one decision is all there is", next(iter(structure.decisions))
    if _first(blocks) == "agenda-list" and vocabulary.label("agenda").lower() in title.lower():
        return "agenda", "the title speaks of an agenda, and the text begins with one", title
    if not structure.body.numbered:
        states = [name for name in _headings(blocks) if facts.states(unmarked(name))]
        if len(states) >= _FEWEST:
            return "participants", "States are headings of names, and no paragraph has a number", states[0]
    return "note", "", ""


def _is_letter(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title begins, or in Chinese ends, as those of letters do."""
    said, phrase = title.strip().casefold(), vocabulary.label("letter-dated").casefold()
    return said.startswith(phrase) or said.endswith(phrase)


def _is_report(title: str, front: Front, structure: Structure, vocabulary: Vocabulary) -> bool:
    """Whether the title speaks of a report or proceedings, and names the session or an agenda is adopted in the text."""
    if not any(vocabulary.label(label).lower() in title.lower() for label in ("report", "proceedings")):
        return False
    session = front.facts.get("session")
    return structure.agenda is not None or (
        isinstance(session, dict) and any(name in title.lower() for name in _names(session, vocabulary))
    )


def _names(session: dict[str, Any], vocabulary: Vocabulary) -> Iterator[str]:
    """The session as the language names it in a title."""
    cases: tuple[Literal["the", "object", "of", "at"], ...] = ("the", "object", "of", "at")
    number, part = session["number"], session.get("part", "regular")
    yield from (vocabulary.session(number, part, case).lower() for case in cases)
    yield vocabulary.session_line(number, part).lower()


def _first(blocks: Sequence[Any]) -> str:
    """What the first block is that is no heading."""
    for block in blocks:
        given = block.value if isinstance(block, Noted) else block
        if isinstance(given, dict):
            return _first(given.get("body", [])) if "heading" in given else next(iter(given), "")
        return "paragraph"
    return ""


def _headings(blocks: Sequence[Any]) -> Iterator[str]:
    """The words of every heading."""
    for block in blocks:
        given = block.value if isinstance(block, Noted) else block
        if isinstance(given, dict) and "heading" in given:
            yield given["heading"]
            yield from _headings(given.get("body", []))
