"""An agenda item is named with the number of another.

Why: title and number lead to different chapters; the reader cannot know which is meant.
Authority: practice of session reports (N11).
Bad: 关于 2026–2029 年期间战略计划的议程项目 7
Good: 关于 2026–2029 年期间战略计划的议程项目 6
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.citations import cited_in


def find(evidence: Evidence) -> Iterator[Fault]:
    """Sentences with the title of one agenda item and another's number."""
    titles = [
        _plain(evidence.written.words.agenda[item].text) if item in evidence.written.words.agenda else ""
        for item in evidence.main_agenda
    ]
    long = {title: place for place, title in enumerate(titles, 1) if len(title) >= 8}
    for passage in evidence.own:
        if passage.kind not in ("paragraph", "note") or passage.role == "agenda-entry" or passage.quoted:
            continue
        for seen in cited_in(passage.text, evidence.words, "agenda"):
            if len(seen.numbers) != 1:
                continue
            start, end = evidence.sentence_at(passage, seen.start)
            before, sentence = _plain(passage.text[start : seen.start]), _plain(passage.text[start:end])
            near = {place for title, place in long.items() if title in before[-len(title) - 8 :]}
            named = near or {place for title, place in long.items() if title in sentence}
            if len(named) == 1 and seen.numbers[0] not in named:
                words = passage.text[seen.start : seen.end]
                yield evidence.fault(
                    passage,
                    seen.start,
                    seen.end,
                    f"“{words}” is named with the title of item {named.pop()}",
                    "make number and title agree",
                )


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
