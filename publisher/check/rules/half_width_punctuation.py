"""Western punctuation stands in Chinese text.

Why: half-width marks are set for Latin letters and leave gaps between characters.
Authority: Chinese editorial practice (T28); figures, symbols and Latin text keep theirs.
Bad: 议程 (议程项目 8)
Good: 议程（议程项目 8）
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import everywhere, wrong_forms


def find(evidence: Evidence) -> Iterator[Fault]:
    """The forms of the list “half-width” that stand in the text."""
    western = evidence.text.count("(") > evidence.text.count(
        "（"
    )  # as New York prints Chinese: a convention, not a slip
    for fault in wrong_forms(evidence, "half-width", "“{found}” is Western punctuation", everywhere):
        if not (western and fault.span.startswith("(")):
            yield fault
