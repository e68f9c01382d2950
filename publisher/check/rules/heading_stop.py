"""A heading ends with a full stop or is set in capitals.

Why: headings are labels, not sentences.
Authority: UN Editorial Manual, headings (N09): no full stop, capitals as in a sentence.
Bad: heading: Opening of the session.
Good: heading: Opening of the session
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import headings

_STOPS = (".", "。", ";", "；", ":", "：", "،", ",", "，")
_COLONS = (":", "：")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Headings and titles with a mark at the end, and those all in capitals.

    An annex may have a sentence in the place of its title, that leads the list it is.
    """
    leading = {
        annex.title.at for annex in evidence.written.words.annexes if annex.title.text.rstrip().endswith(_COLONS)
    }
    for words in headings(evidence.written):
        text = words.text.rstrip()
        if text.endswith(_STOPS) and words.at not in leading and not text.endswith("..."):
            at = evidence.sources.find(words.at, text, len(text) - 1, len(text))
            yield Fault(f"the heading “{text}” ends with “{text[-1]}”", at, text[-1], "take the mark out")
        letters = [character for character in text if character.isalpha()]
        if len(letters) > 8 and all(character.isupper() for character in letters):
            yield Fault(f"the heading “{text}” is all capitals", words.at, text, "capitals as in a sentence")
