"""Puts pieces of text together as the scripts do.

A space between words, none beside full-width signs.
"""

from __future__ import annotations

import unicodedata

from publisher.language import Vocabulary
from publisher.model.inline import Between, Call, Holder, Inline, Inlines, Text, WrittenCall, replaced


def spaced(before: str, after: str) -> str:
    """The two pieces with a space between, if their signs want one.

    A full-width sign makes the space itself.
    """
    if not before or not after or _wide(before[-1]) or _wide(after[0]) or before[-1].isspace():
        return before + after
    return f"{before} {after}"


def leading(words: str) -> str:
    """`words` with the space that parts them from what follows.

    Where their last sign does not make one.
    """
    return words if not words or _wide(words[-1]) or words[-1].isspace() else words + " "


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def without_calls(inlines: Inlines) -> Inlines:
    """`inlines` without footnote calls, to be printed a second time."""
    return replaced(inlines, lambda part: () if isinstance(part, WrittenCall) else None)


def with_call(words: Inlines, punctuation: str, note: str, before: bool) -> Inlines:
    """Words, punctuation and call as the language orders them (§2.5).

    The mark follows the sign itself; a word after it (“; and”) follows the mark.
    """
    if before or not punctuation:
        return (*words, WrittenCall(note), Text(punctuation))
    return (*words, Text(punctuation[0]), WrittenCall(note), Text(punctuation[1:]))


def parted(inlines: Inlines, vocabulary: Vocabulary) -> Inlines:
    """`inlines` with a comma between the marks of notes that are called at one place: “12” would be the twelfth."""
    sign = vocabulary.entries.punctuation.note_separator.replace(" ", "\u00a0")
    after_call = False

    def once(part: Inline) -> Inlines | None:
        nonlocal after_call
        if isinstance(part, Holder):
            return None
        beside, after_call = after_call and isinstance(part, _CALLS), isinstance(part, _CALLS)
        return (Between((Text(sign),)), part) if beside else (part,)

    return replaced(inlines, once)


_CALLS = (Call, WrittenCall)
