"""An abbreviation is used but nowhere explained.

Why: a reader in another field does not know it.
Authority: UN Editorial Manual, abbreviations (T13): in full at first mention, the abbreviation in brackets after it.
Bad: the MTSF was discussed
Good: the medium-term strategic framework (MTSF) was discussed
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.forms import masked

# How abbreviations are introduced: “… (UNDP)”, “UNDP (United …)”, “UNDP, United …”, “UNDP = United …”, “UNDP: United …”,
# and in the name of a thing that carries its own, “SAMOA Pathway (SIDS Accelerated …)”.
_INTRODUCED = (
    re.compile(r"[(（]\s*(?:[“«]?(?:the |l[ea’] ?|el |la )?)?([A-Z]{2,7})s?\b"),
    re.compile(r"\b([A-Z]{2,7})s? ?[(（][A-Za-z][a-z]"),
    re.compile(r"(?:^|[\n;(] ?)([A-Z]{2,7})s?(?:,| ?[=:–—]) ?[A-Z][a-z]"),
)


def find(evidence: Evidence) -> Iterator[Fault]:
    """First uses of an abbreviation that nothing introduces.

    It stands nowhere in brackets and is on no list.
    """
    source = evidence.words.entry("abbreviation")
    if not source:
        return
    known = set(evidence.words.entry("known-abbreviations", ()))
    explained = _explained(evidence.text)
    names = " ".join(
        name
        for body in evidence.reference.bodies.values()
        for name in (body.short.get(evidence.language, ""), body.names.get(evidence.language, ""))
    )
    known |= set(re.findall(r"\b[A-Z]{2,7}\b", names))
    done: set[str] = set()
    for passage in evidence.own:
        if passage.kind not in ("paragraph", "note") or passage.quoted:
            continue
        if sum(c.isupper() for c in passage.text) > len(passage.text) / 3:
            continue
        for hit in re.finditer(source, masked(passage.text)):
            word = hit.group()
            around = passage.text[max(0, hit.start() - 1) : hit.end() + 1]
            if (
                word in known | explained | done
                or re.fullmatch(r"[IVXLC]+", word)
                or re.search(r"[-/.\d\[\]]", around.replace(word, ""))
            ):
                continue
            done.add(word)
            yield evidence.fault(
                passage, *hit.span(), f"“{word}” is nowhere explained", f"write it in full, with ({word}) after it"
            )


def _explained(text: str) -> set[str]:
    """The abbreviations that `text` introduces, in whatever form."""
    return {hit[1] for form in _INTRODUCED for hit in form.finditer(text)}
