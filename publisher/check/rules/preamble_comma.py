"""A preambular paragraph does not end with a comma.

Why: the preamble is one sentence that runs into the operative part.
Authority: UN Editorial Manual, resolutions and decisions (N17).
Bad: Recalling decision 2/1.
Good: Recalling decision 2/1,
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault


def find(evidence: Evidence) -> Iterator[Fault]:
    """Preambular paragraphs that end with another mark."""
    for passage in evidence.own:
        text = passage.text.rstrip()
        told = passage.role == "preambular" and passage.at not in evidence.set_apart
        if told and text and not text.endswith((",", "，", "،", ":", "：")):
            yield evidence.fault(
                passage,
                max(0, len(text) - 10),
                len(text),
                f"a preambular paragraph ends with “{text[-1]}”",
                "end it with a comma",
            )
