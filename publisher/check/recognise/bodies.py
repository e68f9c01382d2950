"""Whose doing words tell of.

The organ's own, or that of another body named beside them.
"""

from __future__ import annotations

from publisher.check.evidence import Evidence
from publisher.check.passage import Passage

_AFTER = 50  # characters in which a body is named that something belongs to: “5 votes to 3 in the subcommittee”
_ARTICLE = "ال"  # which Arabic joins to a noun: الجمعية is جمعية
_STEM = 5  # letters by which an inflected noun is known


def of_another_body(evidence: Evidence, passage: Passage, start: int, end: int, *, elected: bool = True) -> bool:
    """True where the body named last before the words, or first after them, in their sentence is another one.

    Bodies that the organ elects count as its own where they may be `elected`.
    """
    pattern = evidence.words.pattern("body")
    if pattern is None:
        return False
    first, last = evidence.sentence_at(passage, start)
    before = [hit.group() for hit in pattern.finditer(passage.text[first:start])]
    after = [hit.group() for hit in pattern.finditer(passage.text[end : min(last, end + _AFTER)])]
    near = [*before[-1:], *after[:1]][:1]
    return any(not _is_own(name, evidence, elected=elected) for name in near)


def _is_own(name: str, evidence: Evidence, *, elected: bool) -> bool:
    """True where a body's name, or a noun it is called by, stands in a name of the organ or of what it elects."""
    record, language = evidence.record, evidence.language
    keys = [record.organ, *(election.body for election in record.elections.values() if elected)]
    organs = (evidence.reference.organs[key] for key in keys if key in evidence.reference.organs)
    names = " ".join(given.get(language, "") for organ in organs for given in (organ.names, organ.full, organ.short))
    words = (word.removeprefix(_ARTICLE) for word in name.split())
    return all(word[: max(_STEM, len(word) - 3)].casefold() in names.casefold() for word in words)
