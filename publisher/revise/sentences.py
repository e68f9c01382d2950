"""Counting sentences, so that a location can name one."""

from __future__ import annotations

import re

# An ideographic or Arabic stop ends a sentence by itself; a full stop only where a space and a capital, an opening
# quotation mark or a letter without case (Arabic) follow, and not after a single capital or a short abbreviation.
_ENDS = re.compile(
    r"[。！？](?:[”’」』）]|\ue000[^\ue001]*\ue001)*"
    r"|(?<![A-ZА-Я])(?<!\b[A-Za-z]{2})(?<!\bNos)(?<!\bVol)(?<!\bвып)[.!?؟][”’»\"]?(?:\ue000[^\ue001]*\ue001)*(?=\s+[“«¿¡A-ZÀ-ÞА-ЯЁ\u0620-\u064a])"
)


def bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of `text` begins and ends.

    White space after the last belongs to it.
    """
    ends = [match.end() for match in _ENDS.finditer(text) if text[match.end() :].strip()]
    return tuple(zip([0, *ends], [*ends, len(text)], strict=True))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order, each with its stop.

    Joined they are the whole text.
    """
    return tuple(text[start:end] for start, end in bounds(text))


def sentence_of(text: str, start: int, length: int) -> int:
    """Which sentence of `text` (from 1) the characters from `start` stand in.

    0 where there is but one. Also 0 where they reach over the end of a sentence: the location then names the whole
    passage.
    """
    found = bounds(text)
    if len(found) == 1:
        return 0
    return next((n for n, (begin, end) in enumerate(found, 1) if begin <= start and start + length <= end), 0)


def bounds_of(text: str, sentence: int) -> tuple[int, int]:
    """Where sentence number `sentence` of `text` begins and ends.

    The whole text for 0, (0, 0) for none.
    """
    found = bounds(text)
    if sentence == 0:
        return (0, len(text))
    return found[sentence - 1] if 0 < sentence <= len(found) else (0, 0)
