"""A heading ends with a full stop or is set in capitals.

Why: headings are labels, not sentences.
Authority: UN Editorial Manual, headings (N09): no full stop, capitals as in a sentence.
Bad: heading: Opening of the session.
Good: heading: Opening of the session
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Give back headings with a full stop at the end, and headings all in capitals."""
    for passage in evidence.own:
        if passage.kind != "heading":
            continue
        text = passage.text.rstrip()
        if text.endswith((".", "。", ";", "；", ":", "：", "،", ",", "，")) and not text.endswith("..."):
            yield evidence.fault(
                passage, len(text) - 1, len(text), f"the heading “{text}” ends with “{text[-1]}”", "take the mark out"
            )
        letters = [character for character in text if character.isalpha()]
        if len(letters) > 8 and all(character.isupper() for character in letters):
            yield evidence.fault(
                passage, 0, len(text), f"the heading “{text}” is all capitals", "capitals as in a sentence"
            )
