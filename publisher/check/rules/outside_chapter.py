"""A supplement has a numbered paragraph before its first chapter, or an empty chapter.

Why: the contents lead to chapters, and what stands in none is found by nobody; of an empty one they promise text.
Authority: house rule after the Official Records, whose contents give chapters with paragraphs and pages (N13).
Bad: a plain line above `- heading: Introduction`
Good: the line under `body:` of the heading
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.model.kind import Trait

ONLY: tuple[Trait, ...] = ("supplement",)


def find(evidence: Evidence) -> Iterator[Fault]:
    """The first such paragraph, and the heading of each chapter without text."""
    body = [one for one in evidence.own if one.division == "body" and one.kind in ("heading", "paragraph", "caption")]
    chapters = [place for place, one in enumerate(body) if one.role == "chapter"]
    before = body[: chapters[0]] if chapters else body
    if stray := next((one for one in before if one.role == "numbered"), None):
        hint = "put it under body: of a heading"
        yield evidence.fault(stray, 0, min(30, len(stray.text)), "a numbered paragraph stands in no chapter", hint)
    for place in chapters:
        if body[place + 1 : place + 2] == [] or place + 1 in chapters:
            words = body[place].text
            hint = "write its text, or take the chapter out"
            yield evidence.fault(body[place], 0, len(words), f"the chapter “{words}” has no text", hint)
