"""The heading differs from the agenda item it deals with.

Why: a reader who looks for an item looks for its title.
Authority: practice of session reports (N11): the title of the item is the heading.
Bad: agenda “Adoption of the agenda.”, heading “Agenda and its adoption (agenda item 2)”
Good: heading “Adoption of the agenda (agenda item 2)”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.written import sections


def find(evidence: Evidence) -> Iterator[Fault]:
    """Headings of one agenda item that are neither its title nor a part of it."""
    article = evidence.words.entry("article", r"(?!)")
    titles = evidence.written.words.agenda
    for section in sections(evidence.written):
        if len(section.agenda) != 1 or section.agenda[0] not in titles:
            continue
        title, heading = titles[section.agenda[0]].text, section.heading.text
        if _plain(heading, article) not in _plain(title, article):
            yield Fault(
                f"the heading “{heading}” differs from the agenda item “{title}”",
                section.heading.at,
                heading,
                "take the words of the agenda",
            )


def _plain(text: str, article: str) -> str:
    return re.sub(rf"\[\^[^\]]*\]|{article}|[\W_]", "", text).casefold()
