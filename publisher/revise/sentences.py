"""Counting sentences inside a passage, so that a location line can name the one that changes."""

from __future__ import annotations

import re

# An ideographic or Arabic stop ends a sentence by itself; a full stop only where a space and a capital, an opening
# quotation mark or a letter without case (Arabic) follow, and not after a single capital or a short abbreviation.
_ENDS = re.compile(
    r"[。！？](?:[”’」』）]|\ue000[^\ue001]*\ue001)*"
    r"|(?<![A-ZА-Я])(?<!\b[A-Za-z]{2})(?<!\bNos)(?<!\bVol)(?<!\bвып)[.!?؟][”’»\"]?(?:\ue000[^\ue001]*\ue001)*(?=\s+[“«¿¡A-ZÀ-ÞА-ЯЁ\u0620-\u064a])"
)


def sentences(text: str) -> tuple[str, ...]:
    """Give back the sentences of `text` in order, each with its stop; joined they are the whole text."""
    ends = [match.end() for match in _ENDS.finditer(text)]
    starts = [0, *ends]
    found = [text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True)]
    return tuple(sentence for sentence in found if sentence.strip()) or (text,)


def sentence_of(text: str, start: int, length: int) -> int:
    """Give back which sentence of `text` (from 1) the characters from `start` stand in; 0 where there is but one.

    Also 0 where they reach over the end of a sentence: the location then names the whole passage.
    """
    ends = [match.end() for match in _ENDS.finditer(text) if text[match.end() :].strip()]
    if not ends:
        return 0
    first = sum(end <= start for end in ends)
    last = sum(end < start + length for end in ends)
    return first + 1 if first == last else 0
