"""A State is called by a name no longer used.

Why: a State has one name in the United Nations, the one it has notified.
Authority: UNTERM, Countries (T17); the list is `outdated` in names.yaml.
Bad: Swaziland
Good: Eswatini
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.recognise.states import names_of


def find(evidence: Evidence) -> Iterator[Fault]:
    """Names of the list, except inside the name in force and in words reproduced as received."""
    names = names_of(evidence.reference, evidence.language)
    forms = [form for form in evidence.words.wrong("outdated") if form.pattern.may_be_in(evidence.text)]
    for passage in evidence.own:
        if passage.quoted:
            continue
        for form in forms:
            for hit in form.pattern.finditer(passage.text):
                if form.unless and form.unless.search(passage.text):
                    continue
                if any(seen.start <= hit.start() and hit.end() <= seen.end for seen in names.find(passage.text)):
                    continue
                yield evidence.fault(passage, *hit.span(), f"“{hit.group()}” is no longer used", f"use: {form.use}")
