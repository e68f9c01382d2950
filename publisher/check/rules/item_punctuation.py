"""A subparagraph ends with the wrong mark.

Why: semicolons tie the items of a list into one sentence; the last one ends it.
Authority: UN Editorial Manual, paragraphs and subparagraphs (N05): lead-in “:”, items “;”, the last “.” (or what the
paragraph goes on with).
Bad: (a) the report. (b) the plan.
Good: (a) the report; (b) the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage

_OPEN = tuple(";；؛")
_COMMAS = tuple(",，،")
_CLOSED = tuple(".。!！?？؟")
_AND = re.compile(r"[;；؛,،]\s*(?:and|or|et|ou|y|e|o|u|и|или|و|أو|а также|和|或|以及|并且|并|而且)$")


def find(evidence: Evidence) -> Iterator[Fault]:
    """Subparagraphs with the wrong last mark, lead-ins without a colon."""
    paragraphs = [passage for passage in evidence.own if passage.kind in ("paragraph", "heading")]
    titles, clauses = _of_titles(paragraphs), _of_clauses(paragraphs)
    lead = ""
    for before, here, after in zip([None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False):
        if here.role != "item":
            lead = here.role
            continue
        if lead == "preambular":  # clauses of the preamble end with commas
            continue
        depth = here.number.depth if here.number else 0
        if before is not None and before.role != "item" and before.kind == "paragraph" and not _ends(before, ":："):
            yield _fault(evidence, before, "the words before a list end with", "end the lead-in with a colon")
        if here.index not in clauses and (here.number is None or here.number.sequence not in titles):
            yield from _item(evidence, here, after, depth)


def _of_titles(paragraphs: list[Passage]) -> set[str]:
    """The lists of which no item has a mark at its end: titles and names, not parts of a sentence."""
    marked: dict[str, list[bool]] = {}
    for passage in paragraphs:
        if passage.role == "item" and passage.number is not None:
            ended = not passage.text.rstrip("”»’) ")[-1:].isalnum()
            marked.setdefault(passage.number.sequence, []).append(ended)
    return {sequence for sequence, ends in marked.items() if len(ends) > 1 and not any(ends)}


def _of_clauses(paragraphs: list[Passage]) -> set[int]:
    """The items of lists within an item that all end with commas, the last as the list around them goes on, by index."""
    clauses: set[int] = set()
    for (role, depth), run in groupby(paragraphs, key=lambda p: (p.role, p.number.depth if p.number else 0)):
        *before, last = list(run)
        marks = [passage.text.rstrip()[-1:] for passage in before]
        if role == "item" and depth > 0 and len(before) > 1 and all(mark in _COMMAS for mark in marks):
            clauses |= {passage.index for passage in before} if last.text.rstrip().endswith(_OPEN + _CLOSED) else set()
    return clauses


def _item(evidence: Evidence, here: Passage, after: Passage | None, depth: int) -> Iterator[Fault]:
    text = here.text.rstrip()
    following = after.number.depth if after is not None and after.role == "item" and after.number else -1
    same_list = (
        after is not None
        and after.role == "item"
        and here.number is not None
        and after.number is not None
        and (after.number.sequence == here.number.sequence)
    )
    if same_list and following > depth:
        if not _ends(here, ":："):
            yield _fault(evidence, here, "the words before a list end with", "end the lead-in with a colon")
    elif same_list:
        if not (text.endswith(_OPEN) or _AND.search(text)) and not _sentences(evidence, here) and not _asks(text):
            yield _fault(evidence, here, "an item that is not the last ends with", "end it with a semicolon")
    elif after is not None and after.role in ("close", "unnumbered") and after.scope == here.scope:
        return  # the sentence goes on
    elif not text.endswith((*_CLOSED, *(";；؛" if _operative(after) else ""))):
        yield _fault(evidence, here, "the last item ends with", "end the list with a full stop")


def _sentences(evidence: Evidence, here: Passage) -> bool:
    """Items that are whole sentences, more than one each, end with a full stop."""
    return here.text.endswith(_CLOSED) and sum(1 for _ in evidence.sentences(here)) > 1


def _asks(text: str) -> bool:
    """A question ends as questions do, wherever it stands in a list."""
    return text.endswith(("?", "？", "؟"))


def _operative(after: Passage | None) -> bool:
    """True where the sentence may go on in what follows: an operative paragraph, a numbered one that ends open too."""
    if after is None:
        return False
    return after.role in ("operative", "section") or (after.role == "numbered" and after.text.rstrip().endswith(_OPEN))


def _ends(passage: Passage, marks: str) -> bool:
    return passage.text.rstrip().endswith(tuple(marks))


def _fault(evidence: Evidence, passage: Passage, message: str, hint: str) -> Fault:
    text = passage.text.rstrip()
    return evidence.fault(passage, max(0, len(text) - 8), len(text), f"{message} “{text[-1:]}”", hint)
