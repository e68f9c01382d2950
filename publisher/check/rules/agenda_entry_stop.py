"""A line of an agenda has no full stop at its end.

Why: agenda items are printed as sentences of a numbered list.
Authority: practice of UN agendas (N12).
Bad: 1. Opening of the session
Good: 1. Opening of the session.

An agenda none of whose lines has one is printed so in Geneva.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault

_STOPS = (".", "。", ":", "：", ";", "；", "؛")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Agenda lines without a closing mark, where others have one."""
    entries = [passage for passage in evidence.own if passage.role == "agenda-entry" and passage.text.strip()]
    if not any(passage.text.rstrip().endswith(_STOPS) for passage in entries):
        return
    for passage in entries:
        text = passage.text.rstrip()
        if not text.endswith(_STOPS):
            yield evidence.fault(
                passage, max(0, len(text) - 12), len(text), f"the agenda line “{text}” has no full stop", "add one"
            )
