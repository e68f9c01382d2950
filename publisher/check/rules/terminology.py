"""One thing is called by two names.

Why: the reader takes two names for two things.
Authority: United Nations terminology, UNTERM (T26); the list is `terminology` in terms.yaml. Terms of your own stand
in terms.yaml of a folder `reference` above the document.
Bad: 执行局 … 理事会 (both the Executive Board)
Good: 执行局 throughout
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import masked
from publisher.model.symbol import Symbol


def find(evidence: Evidence) -> Iterator[Fault]:
    """Second names of a concept beside the first, once a passage."""
    entries = evidence.words.entry("terminology", ())
    for entry, form in zip(entries, evidence.words.wrong("terminology"), strict=True):
        organs = entry.get("organs")
        if organs is not None and Symbol(evidence.record.symbol).organ not in organs:
            continue
        if not (form.always or entry["use"] in evidence.text) or not form.pattern.may_be_in(evidence.text):
            continue
        for passage in evidence.own:
            if passage.quoted or passage.kind == "masthead" or not form.pattern.may_be_in(passage.text):
                continue
            if form.unless and form.unless.search(passage.text):
                continue
            hits = list(form.pattern.finditer(masked(passage.text)))
            if hits:
                times = f", {len(hits)} times here" if len(hits) > 1 else ""
                yield evidence.fault(
                    passage,
                    *hits[0].span(),
                    f"“{hits[0].group()}”, {'the term is' if form.always else 'elsewhere'} “{entry['use']}”{times}",
                    f"use: {entry['use']}" + (f" ({form.why})" if form.why else ""),
                )
