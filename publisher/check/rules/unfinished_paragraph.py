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
_LINKED = re.compile(r"[,،，] ?(?:and|or|et|ou|y|e|o|u|и|или|و|أو|以及|及|并|和|或)$")  # to the paragraph after it
_SHORT = 50  # characters: a title or name, whatever it ends with
_LINE = 80  # characters: what is longer is more than a title
_ROLES = ("numbered", "unnumbered", "close", "quotation")

EXCEPT: tuple[Trait, ...] = ("names",)  # a list of names is none of sentences


def find(evidence: Evidence) -> Iterator[Fault]:
    """Paragraphs of more than a line that end in a letter or figure."""
    paragraphs = [passage for passage in evidence.own if passage.kind in ("paragraph", "heading")]
    for before, passage, after in zip([None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False):
        text = passage.text.rstrip().rstrip(_MARKS)
        if (
            passage.role not in _ROLES
            or len(text) <= _SHORT
            or _finished(text)
            or _WHOLE.search(text)
            or _ITEM.search(text)
            or (after is not None and after.role == passage.role and _LINKED.search(text))
            or _is_title(passage, len(text))
            or any(_listed(passage, other) for other in (before, after))
            or (passage.role == "unnumbered" and not _running(passage, before, after))
        ):
            continue
        yield evidence.fault(
            passage, max(0, len(text) - 10), len(text), f"a paragraph breaks off after “{text[-10:]}”",
            "finish the sentence, or join the paragraph to the next",
        )  # fmt: skip


def _finished(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS) or text.endswith(_ENDS)


def _listed(passage: Passage, beside: Passage | None) -> bool:
    """True where the paragraph beside breaks off alike: titles listed, not two slips side by side."""
    return beside is not None and beside.role == passage.role and not _finished(beside.text.rstrip().rstrip(_MARKS))


def _running(passage: Passage, before: Passage | None, after: Passage | None) -> bool:
    """True for an unnumbered paragraph of running text, beside another: not a caption, legend or line by itself."""
    neighbours = [other for other in (before, after) if other is not None and other.role == passage.role]
    text = passage.text.rstrip()
    return (
        not passage.breaks
        and text[-1:].isalpha()
        and any(len(other.text) > _LINE and _finished(other.text.rstrip().rstrip(_MARKS)) for other in neighbours)
    )


def _is_title(passage: Passage, end: int) -> bool:
    """True where the last words stand out: “G. *Contributions of the Forum*” is a heading, set as a paragraph."""
    return any(first < end <= last for first, last in (*passage.emphasis, *passage.strong))
