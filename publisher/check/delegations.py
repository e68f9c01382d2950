"""The delegations of a list of participants, as the list is printed.

A heading a State or body, under it who came for it, above it a category.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from publisher.check.evidence import Evidence
from publisher.check.passage import Passage
from publisher.check.recognise.states import names_of
from publisher.model.reference import Reference

_MARKS = re.compile(r"[*\s]+$|\s*[（(][^()（）]*\*?[)）]$")  # a note's asterisk; “(continued)”
UNFILLED = "[--]"


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who came for a State, its code, or for a body, “”.

    `category` is the index of the heading above, -1 where there is none.
    """

    heading: Passage
    persons: tuple[Passage, ...]
    state: str
    category: int


def delegations(evidence: Evidence) -> tuple[Delegation, ...]:
    """Every delegation in the order of the list."""
    return tuple(_delegations(evidence))


def categories(evidence: Evidence) -> Iterator[list[Delegation]]:
    """The delegations of States, a category after the other."""
    listed = [one for one in delegations(evidence) if one.state]
    return (list(members) for _, members in groupby(listed, key=lambda one: one.category))


def _delegations(evidence: Evidence) -> Iterator[Delegation]:
    listed = [passage for passage in evidence.own if passage.kind in ("heading", "paragraph")]
    above: list[Passage] = []
    for place, passage in enumerate(listed):
        if passage.kind != "heading":
            continue
        above = [*(one for one in above if one.depth < passage.depth), passage]
        end = next((at for at in range(place + 1, len(listed)) if listed[at].kind == "heading"), len(listed))
        if end < len(listed) and listed[end].depth > passage.depth:
            continue
        category = above[-2].index if len(above) > 1 else -1
        state = _state(evidence.reference, evidence.language, passage.text)
        yield Delegation(passage, tuple(listed[place + 1 : end]), state, category)


def by_delegation(reference: Reference, passages: list[Passage], language: str) -> list[Passage]:
    """The passages with neighbouring delegations in the order of their keys.

    Each language lists States and bodies by its own alphabet; in this order versions can be held against each other.
    """
    bodies = {name.casefold(): key for key, body in reference.bodies.items() if (name := body.names.get(language))}

    def key_of(passage: Passage) -> str:
        text = passage.text.strip() if passage.kind == "heading" else ""
        return _state(reference, language, text) or bodies.get(text.casefold(), "")

    sections = [[passage] for passage in passages[:1]]
    for passage in passages[1:]:
        if passage.kind == "heading":
            sections.append([passage])
        else:
            sections[-1].append(passage)
    runs = groupby(sections, key=lambda section: (bool(key_of(section[0])), section[0].depth))
    ordered = ((sorted(run, key=lambda one: key_of(one[0])) if known else run) for (known, _), run in runs)
    return [passage for run in ordered for section in run for passage in section]


def _state(reference: Reference, language: str, text: str) -> str:
    """The code of the State that the whole of a heading names, “” of another."""
    for words in (text.strip(), _MARKS.sub("", text.strip())):
        seen = next(names_of(reference, language).find(words), None)
        if seen is not None and (seen.start, seen.end) == (0, len(words)):
            return seen.iso3
    return ""
