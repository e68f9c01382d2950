"""A list has one subparagraph only.

Why: a single (a) promises a (b) that does not come.
Authority: UN Editorial Manual, paragraphs and subparagraphs (N04).
Bad: a paragraph with (a) alone
Good: the words in the paragraph itself, or (a) and (b)
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.targets import replaced_items


def find(evidence: Evidence) -> Iterator[Fault]:
    """Subparagraphs that are alone at their degree."""
    replaced = set(replaced_items(evidence))  # part of another text's list
    open_lists: dict[tuple[str, int], list[Passage]] = {}
    for passage in [*evidence.own, None]:
        number = passage.number if passage is not None and passage.role == "item" else None
        ended = [k for k in open_lists if number is None or k[0] != number.sequence or k[1] > number.depth]
        if passage is None or passage.kind == "paragraph":
            for key in ended:
                members = open_lists.pop(key)
                if len(members) == 1 and members[0].index not in replaced:
                    yield _fault(evidence, members[0])
        if passage is not None and number is not None:
            open_lists.setdefault((number.sequence, number.depth), []).append(passage)


def _fault(evidence: Evidence, passage: Passage) -> Fault:
    return evidence.fault(
        passage,
        0,
        min(len(passage.text), 30),
        "a list of one subparagraph",
        "add another, or write it into the paragraph",
    )
