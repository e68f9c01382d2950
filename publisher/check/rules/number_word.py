"""A number stands in words that goes in figures, or the reverse.

Why: one to nine in words, 10 and above in figures; figures never begin a sentence.
Authority: UN Editorial Manual, numbers (T03).
Bad: twelve representatives, 5 delegations
Good: 12 representatives, five delegations
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import in_text, wrong_forms
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “number-words” that stand in the text."""
    return wrong_forms(evidence, "number-words", "“{found}”", _of_sentences)


def _of_sentences(passage: Passage) -> bool:
    """False for items and the notes of tables, which list numbers side by side: “14 members from …, 8 members from …”."""
    return in_text(passage) and passage.role != "item" and (passage.kind != "note" or passage.division == "notes")
