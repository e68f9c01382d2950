"""The author's words of a fact lack a number that the wording would give.

Why: `words` print in place of the sentence made from the record; what they leave out is missed or wrong.
Authority: facts stand once, in the record (V04, V10, V11, V13).
Bad: `- {vote: strategic-plan, words: 决定草案获得通过。}`
Good: `- vote: strategic-plan`
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Paragraphs with fewer figures than the sentence from the same fact."""
    for passage in evidence.own:
        if not passage.expected or passage.fact.startswith(("session", "officers")):
            continue
        given = Counter(re.findall(r"\d+", _joined(passage.text)))
        wanted = Counter(re.findall(r"\d+", _joined(passage.expected)))
        if given.total() >= wanted.total():  # as many figures, then another rule holds each against the record
            continue
        missing = [number for number in wanted if number not in given and len(number) < 4]
        for number in missing:
            yield evidence.fault(
                passage,
                0,
                min(24, len(passage.text)),
                f"the words lack {number}, which the record gives for {passage.fact}",
                "take the sentence of the wording, or put the number in",
            )


def _joined(text: str) -> str:
    return re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", text)
