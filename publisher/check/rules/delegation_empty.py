"""A State or body stands in a list of participants with nobody under it.

Why: it is listed because somebody came for it; a name is missing, or it did not take part.
Authority: practice of lists of participants (V10).
Bad: `- heading: '{{ ["KEN"] | states | join }}'` with nothing under `body:`
Good: `- unnumbered: Ms. Grace Otieno, Cabinet Secretary for Water` under it
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.delegations import delegations
from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("names",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """Headings without a name, in a list that names persons."""
    listed = delegations(evidence)
    empty = [one for one in listed if not one.persons]
    if 2 * len(empty) >= len(listed):  # a list of States or bodies, not of persons
        return
    for one in empty:
        words, hint = one.heading.text, "name who came, or take the heading out"
        yield evidence.fault(one.heading, 0, len(words), f"nobody is named under “{words}”", hint)
