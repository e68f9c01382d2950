"""A paragraph without a number stands between numbered ones.

Why: it cannot be cited, and in a translation nobody can tell where it belongs.
Authority: UN Editorial Manual, paragraphs (N01): every paragraph of a report is numbered from first to last.
Bad: `- unnumbered: 美国代表团不能支持该战略规划草案…` between paragraphs 52 and 53
Good: the same words as a paragraph of their own, or at the end of the one before
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage

_STOPS = tuple(".。!！?？؟")  # what ends otherwise is a title or leads to what follows


def find(evidence: Evidence) -> Iterator[Fault]:
    """Unnumbered paragraphs between numbered ones under one heading."""
    members = [p for p in evidence.own if p.kind in ("paragraph", "heading")]
    for before, here, after in zip(members, members[1:], members[2:], strict=False):
        if here.role != "unnumbered" or before.scope != here.scope or not here.text.rstrip("”»“’) ").endswith(_STOPS):
            continue
        if before.role in ("numbered", "item", "close") and after.role == "numbered" and not _led(before):
            yield evidence.fault(
                here,
                0,
                min(30, len(here.text)),
                "a paragraph without number between numbered ones",
                "number it, or join it to the paragraph before",
            )


def _led(before: Passage) -> bool:
    return before.text.rstrip().endswith((":", "：", "،", ","))
