"""A State or person stands twice in a list of participants.

Why: the list is counted, and whoever stands in it twice is two.
Authority: practice of lists of participants (V10, V15).
Bad: France, under Member States and again under Observer States
Good: each State once, and under it each person once
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.delegations import UNFILLED, Delegation, delegations
from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("names",)
_NAME = re.compile(r"[^,،，;；(（\n]+")
_LEAST = 8  # letters: a shorter line is an office or the like


def find(evidence: Evidence) -> Iterator[Fault]:
    """Second headings of a State or body, second lines of a person.

    In two delegations, persons are one where name and office are the same.
    """
    headings: set[tuple[str, int]] = set()
    lines: dict[str, Delegation] = {}
    for one in delegations(evidence):
        # a State stands once in the whole list, a body once in its category
        key = (one.state, 0) if one.state else (one.heading.text.casefold(), one.category)
        if key in headings and not re.search(r"[)）]$", one.heading.text):  # “(continued)”
            message = f"“{one.heading.text}” stands in the list already"
            yield evidence.fault(one.heading, 0, len(one.heading.text), message, "take one out")
        headings.add(key)
        yield from _persons(evidence, one, lines)


def _persons(evidence: Evidence, one: Delegation, lines: dict[str, Delegation]) -> Iterator[Fault]:
    names: set[str] = set()
    for person in one.persons:
        hit = _NAME.match(person.text)
        if hit is None or UNFILLED in person.text or person.language is not None or len(person.text) < _LEAST:
            continue
        name, whole = hit.group().strip().casefold(), person.text.casefold()
        other = lines.get(whole)
        twice = name in names and " " in name
        if twice or other is not None:
            where = "this delegation" if twice or other is None else f"“{other.heading.text}”"
            message, hint = f"“{hit.group().strip()}” stands under {where} already", "take one out"
            yield evidence.fault(person, 0, len(hit.group().rstrip()), message, hint)
        names.add(name)
        lines.setdefault(whole, one)
