"""A comma stands before “and” in a list.

Why: the house style has none; it stands in operative paragraphs with several verbs only.
Authority: UN Editorial Manual, punctuation (T11).
Bad: roads, schools, and water.
Good: roads, schools and water.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “serial-comma” that stand in the text."""
    return wrong_forms(evidence, "serial-comma", "“{found}” has a comma before “and”")
