"""A quotation mark has no partner.

Why: the reader cannot tell where the words of another end.
Authority: UN Editorial Manual, quotations (T10, T24).
Bad: 主题为“人人享有适当住房
Good: 主题为“人人享有适当住房”
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage


def find(evidence: Evidence) -> Iterator[Fault]:
    """Double quotation marks that are not closed or opened.

    Words quoted in full are left.
    """
    pairs = evidence.words.entry("quotes", ())
    running: dict[str, Fault] = {}  # by opening mark: what would be told if the quotation went on in no paragraph after
    for passage in evidence.own:
        if passage.quoted or evidence.foreign(passage):
            continue
        for opening, closing in pairs:
            open_before = running.pop(opening, None)
            if open_before is not None and not passage.text.startswith(opening):
                yield open_before
            if opening not in passage.text and closing not in passage.text:
                continue
            found = list(_unpaired(evidence, passage, opening, closing))
            if found and found[-1].span == opening and passage.text.count(opening) == passage.text.count(closing) + 1:
                running[opening] = found.pop()
            yield from found
    yield from running.values()


def _unpaired(evidence: Evidence, passage: Passage, opening: str, closing: str) -> Iterator[Fault]:
    waiting: list[int] = []
    for offset, character in enumerate(passage.text):
        if character == opening:
            if waiting and not _within_single(passage.text[waiting[-1] : offset]):
                yield _fault(evidence, passage, waiting.pop())
            waiting.append(offset)
        elif character == closing:
            if not waiting:
                if closing == "’" and _apostrophe(passage.text, offset):
                    continue
                yield _fault(evidence, passage, offset)
            else:
                waiting.pop()
    yield from (_fault(evidence, passage, offset) for offset in waiting)


def _within_single(words: str) -> bool:
    """True where a quotation in a quotation is open, in which a third may begin with the marks of the first."""
    return words.count("‘") > words.count("’")


def _apostrophe(text: str, offset: int) -> bool:
    return offset > 0 and text[offset - 1].isalnum() and text[offset - 1] < "\u2e80"


def _fault(evidence: Evidence, passage: Passage, offset: int) -> Fault:
    end = min(len(passage.text), offset + 1)
    return evidence.fault(
        passage, offset, end, f"“{passage.text[offset]}” has no partner", "close or open the quotation"
    )
