"""The marks of two footnotes run together and read as one number.

Why: marks “3” and “4” with nothing between them are printed “34”, the mark of another note.
Authority: UN Editorial Manual, footnotes (X04): several marks at one place are parted by commas above the line.
Bad: the plan[^plan][^draft]
Good: the plan[^plan]^{,} [^draft]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Calls with nothing between them."""
    for passage in evidence.own:
        for (place, one), (following, two) in pairwise(passage.calls):
            if place == following and one.mark and two.mark:
                marks = f"“{one.mark}” and “{two.mark}”"
                message = f"the marks of the notes {marks} stand together and read as “{one.mark}{two.mark}”"
                hint = f"part them by a comma above the line: [^{one.note}]^{{,}} [^{two.note}]"
                yield evidence.fault(passage, max(0, place - 8), place, message, hint)
