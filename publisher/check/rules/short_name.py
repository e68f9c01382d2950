"""A State is called by a short name before its full one was given.

Why: the full name is the one the State has notified; a short one may follow it.
Authority: UNTERM, Countries (T17); the list is `short` in names.yaml.
Bad: the representative of Iran
Good: the representative of the Islamic Republic of Iran
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.states import names_of

_NAME = 120  # characters in which the name of an office may stand before that of its State


def find(evidence: Evidence) -> Iterator[Fault]:
    """First uses of a short name before the full one, by division."""
    names = names_of(evidence.reference, evidence.language)
    office = evidence.words.pattern("office-before")
    entries = evidence.words.entry("short") or ()
    for entry, form in zip(entries, evidence.words.wrong("short"), strict=True):
        full = re.compile(entry["full"]) if "full" in entry else None
        done: set[str] = set()
        if not form.pattern.may_be_in(evidence.text):
            continue
        for passage in evidence.own:
            if passage.quoted or passage.division in done or passage.kind == "masthead":
                continue
            text = passage.text
            hits = [
                hit
                for hit in form.pattern.finditer(text)
                if not any(seen.start <= hit.start() and hit.end() <= seen.end for seen in names.find(text))
                and not (office is not None and office.search(text[max(0, hit.start() - _NAME) : hit.start()]))
            ]
            given = text.find(entry["use"])
            first = full.search(text) if full else None
            known = min((offset for offset in (given, first.start() if first else -1) if offset >= 0), default=None)
            if hits and (known is None or hits[0].start() < known):
                yield evidence.fault(
                    passage, *hits[0].span(), f"“{hits[0].group()}” stands before the full name", f"use: {entry['use']}"
                )
            if hits or known is not None:
                done.add(passage.division)
