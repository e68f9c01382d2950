"""A paragraph breaks off without a closing mark.

Why: words are missing, or the paragraph was cut in two when it was copied.
Authority: house rule (T24).
Bad: 以期消除贫困、减少不平等、促进包
Good: 以期消除贫困、减少不平等、促进包容性增长。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.model.kind import Trait

_ENDS = tuple(".。!！?？؟:：;；؛…,，،")
_CLOSING = "”»“’)）」》]"
# A source in brackets after a quotation, a list of symbols, an address: whole as they are.
_WHOLE = re.compile(r"[(（][^()（）]*[0-9]{4}[^()（）]*[)）]$|https?://\S+$|[A-Z]+/\S+$|[A-Z]/[\w./]+ \([^()]*\)$")
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# An item of a list typed by hand, by its mark or by the “; and” before the last.
_ITEM = re.compile(r"^[(（’‘]?(?:[^\W\d_]{1,4}|[0-9]{1,2}|[㈠-㈩])[)）‘’] ?|[;；؛] ?\w{1,4}$|^[㈠-㈩]")
_ROLES = ("numbered", "unnumbered", "close", "quotation")

EXCEPT: tuple[Trait, ...] = ("names",)  # a list of names is none of sentences


def find(evidence: Evidence) -> Iterator[Fault]:
    """Paragraphs of more than a line that end in a letter or figure."""
    for passage in evidence.own:
        text = passage.text.rstrip().rstrip(_MARKS)
        if (
            passage.role not in _ROLES
            or len(text) <= 40
            or text.rstrip(_CLOSING).endswith(_ENDS)
            or text.endswith(_ENDS)
            or _WHOLE.search(text)
            or _ITEM.search(text)
            or _is_title(passage, len(text))
        ):
            continue
        yield evidence.fault(
            passage, max(0, len(text) - 10), len(text), f"a paragraph breaks off after “{text[-10:]}”",
            "finish the sentence, or join the paragraph to the next",
        )  # fmt: skip


def _is_title(passage: Passage, end: int) -> bool:
    """True where the last words stand out: “G. *Contributions of the Forum*” is a heading, set as a paragraph."""
    return any(first < end <= last for first, last in (*passage.emphasis, *passage.strong))
