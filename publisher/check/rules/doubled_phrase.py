"""The same words stand twice, one after the other.

Why: a phrase pasted twice is read over by everyone who knows what it says.
Authority: house rule (T27).
Bad: the Assistant Secretary-General, the Assistant Secretary-General and the Director
Good: the Assistant Secretary-General and the Director
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_TWICE = re.compile(
    r"(?<![\w’'\u2011-])([^\W\d_][\w’'-]+(?: [\w’'-]+){1,7})([,،]?) \1(?![\w’'-])(?! (?:d[eu’]|del|of|der)\b| [A-ZÀ-Þ])"
)
_LEAST = 10  # letters: “step by step by” is no slip
_JOINING = re.compile(r"(?:^| )(?:and|or|et|ou|y|o|e|u|и|или|أو|و)$")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Phrases of two words or more that repeat at once.

    In languages that part words by spaces.
    """
    for passage in evidence.own:
        if passage.kind == "masthead" or passage.quoted:
            continue
        for hit in _TWICE.finditer(passage.text):
            # after a comma the same may begin a longer name or the next thing of a list: two words of weight are asked
            ended = re.match(r"\s*(?:$|[,،.;:)—]|(?:and|et|y|и|و)\b)", passage.text[hit.end() :])
            weight = sum(len(word) > 3 for word in hit[1].split()) if ended else 0
            next_of_list = hit[2] and re.match(rf"[,،] {re.escape(hit[1].split()[0])}\b", passage.text[hit.end() :])
            if next_of_list:  # “prior to their transfer, their transfer, their transport”
                continue
            said = len(hit[1]) >= _LEAST and not _JOINING.search(hit[1]) and (not hit[2] or weight > 1)
            if said and not re.search(r"\d", hit[1]):  # days and numbers of two things may be the same
                yield evidence.fault(passage, *hit.span(), f"“{hit[1]}” stands twice", "take one out")
