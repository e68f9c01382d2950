"""A State is called by a name no longer used.

Why: a State has one name in the United Nations, the one it has notified.
Authority: UNTERM, Countries (T17); the list is `outdated` in names.yaml.
Bad: Swaziland
Good: Eswatini
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.states import names_of


def find(evidence: Evidence) -> Iterator[Fault]:
    """Names of the list, outside the name in force and others' words."""
    names = names_of(evidence.reference, evidence.language)
    listed = zip(evidence.words.entry("outdated") or (), evidence.words.wrong("outdated"), strict=True)
    forms = [
        (form, entry.get("since", 0)) for entry, form in listed
        if form.pattern.may_be_in(evidence.text) and entry.get("since", 0) <= evidence.record.date.year
    ]  # fmt: skip
    for passage in evidence.own:
        if passage.quoted:
            continue
        for form, since in forms:
            for hit in form.pattern.finditer(passage.text):
                if form.unless and form.unless.search(passage.text):
                    continue
                if since and _of_before(passage.text, hit.end(), since):
                    continue
                if any(seen.start <= hit.start() and hit.end() <= seen.end for seen in names.find(passage.text)):
                    continue
                yield evidence.fault(passage, *hit.span(), f"“{hit.group()}” is no longer used", f"use: {form.use}")


def _of_before(text: str, end: int, since: int) -> bool:
    """True where the first year after the name is before the change: a title or event of that time."""
    year = re.search(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", text[end : end + 60])
    return year is not None and int(year.group()) < since
