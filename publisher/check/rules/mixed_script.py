"""A word mixes letters of two scripts.

Why: a Latin “c” in a Russian word looks right and is found by no search.
Authority: house rule (T25).
Bad: Cовет (with a Latin C)
Good: Совет
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_LATIN, _CYRILLIC, _ARABIC = "A-Za-z", "А-Яа-яёЁ", "\u0621-\u064a"
# One boundary, not a whole word: a word of a thousand letters must not be tried a thousand times.
_BOUNDARY = re.compile(
    rf"[{_LATIN}](?=[{_CYRILLIC}{_ARABIC}])|[{_CYRILLIC}{_ARABIC}](?=[{_LATIN}])",
)
_LONGEST = 40
_DESIGNATION = re.compile(rf"[{_ARABIC}]{{3,}}[A-Z]{{1,5}}[.\d/-]\d?")  # “القرارMSC.448(99)”
_PREFIX = re.compile(r"[وفبلك]{1,2}[A-Za-z]+$")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Words with Latin and Cyrillic, or Latin and Arabic, letters."""
    for passage in evidence.own:
        text, done = passage.text, 0
        for hit in _BOUNDARY.finditer(text):
            if hit.start() < done:
                continue
            start, end = hit.start(), hit.end()
            while start > max(done, hit.start() - _LONGEST) and text[start - 1].isalpha():
                start -= 1
            while end < min(len(text), hit.end() + _LONGEST) and text[end].isalpha():
                end += 1
            done = end
            if _PREFIX.match(text[start:end]):  # Arabic writes “and”, “by”, “to” at the word, Latin or not
                continue
            if _DESIGNATION.match(text, start):  # a space is lacking, no letter is of the wrong script
                continue
            yield evidence.fault(passage, start, end, f"“{text[start:end]}” mixes two scripts", "type the word anew")
