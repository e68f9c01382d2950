"""Hold the first words of paragraphs against those editors own.

Preambular and operative paragraphs have a list each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.words import WordLists

FEW = 20  # paragraphs whose opening words were left plain by oversight
LONGEST = 100  # characters that an opening may have
_VOWELS = dict.fromkeys(range(0x64B, 0x653))  # signs of short vowels in Arabic, written or not


def faults_of_openings(evidence: Evidence, role: str, name: str) -> Iterator[Fault]:
    """Paragraphs of `role` with no opening of the list `name`.

    Or with one that stands without emphasis. Left out are those that the author set apart as unnumbered, and texts of
    which half or more open with no such words: a declaration that is adopted, or terms that follow on “Resolves
    that:”.
    """
    pattern = _pattern(evidence.words, name)
    if pattern is None:
        return
    marked = evidence.words.entry("marked-openings")
    texts: dict[str, list[tuple[Passage, str, bool]]] = defaultdict(list)
    for passage in evidence.own:
        if passage.role == role and passage.text.strip() and passage.at not in evidence.set_apart:
            opening = opening_of(passage) if marked else ""
            words = (
                (opening or (passage.text.split()[0] if marked else passage.text[:LONGEST])).translate(_VOWELS).lower()
            )
            texts[passage.division].append((passage, opening, pattern.search(words) is not None))
    for members in texts.values():
        others = sum(not opening and not listed for _, opening, listed in members)
        plain = sum(not opening for _, opening, _ in members) if marked else 0
        of_another_form = others > 2 and 2 * others >= len(members)
        adopted = plain > FEW and 2 * plain >= len(members)  # nobody forgets the emphasis of so many
        for passage, opening, listed in members:
            if opening or not (adopted or (of_another_form and not listed)):
                yield from _faults(evidence, passage, role, listed, bool(opening) or not marked)


def _faults(evidence: Evidence, passage: Passage, role: str, listed: bool, stands_out: bool) -> Iterator[Fault]:
    first = re.match(r"[^\s，。,;；]+", passage.text)
    end = min(first.end() if first else 6, len(passage.text), 24)
    shown = passage.text[:end]
    if not listed:
        yield evidence.fault(
            passage, 0, end, f"“{shown}” opens no {role} paragraph",
            "begin with a word of the list, or add the word to openings.yaml",
        )  # fmt: skip
    elif not stands_out:
        yield evidence.fault(passage, 0, end, f"the opening word “{shown}” does not stand out", f"write *{shown}*")


def opening_of(passage: Passage) -> str:
    """The emphasised words that open a paragraph, “” where none do."""
    return next((passage.text[start:end] for start, end in passage.emphasis if start == 0), "")


def _pattern(words: WordLists, name: str) -> re.Pattern[str] | None:
    """An expression for the openings `name`, in small letters: folding by hand compiles far faster."""
    listed = words.entry(name, ())
    if not listed:
        return None
    each = "(?:" + "|".join(sorted((word.lower() for word in listed), key=len, reverse=True)) + ")"
    form = words.entry("opening-forms", {}).get(name, "")
    return re.compile(form.replace("@words@", each) if "@words@" in form else f"^{each}" + (f"|{form}" if form else ""))
