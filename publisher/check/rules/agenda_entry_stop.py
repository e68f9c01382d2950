"""A line of an agenda has no full stop at its end.

Why: agenda items are printed as sentences of a numbered list.
Authority: practice of UN agendas (N12).
Bad: 1. Opening of the session
Good: 1. Opening of the session.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Agenda lines without a closing mark."""
    for passage in evidence.own:
        text = passage.text.rstrip()
        if passage.role == "agenda-entry" and text and not text.endswith((".", "。", ":", "：", ";", "；", "؛")):
            yield evidence.fault(
                passage, max(0, len(text) - 12), len(text), f"the agenda line “{text}” has no full stop", "add one"
            )
