"""Hold the first words of preambular and operative paragraphs against the words and forms that editors own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.words import WordLists

LONGEST = 100  # characters that an opening may have
_VOWELS = dict.fromkeys(range(0x64B, 0x653))  # signs of short vowels in Arabic, written or not


def faults_of_openings(evidence: Evidence, role: str, name: str) -> Iterator[Fault]:
    """Paragraphs of `role` that open with no word of list `name` or form of such words, or open without emphasis."""
    pattern = _pattern(evidence.words, name)
    if pattern is None:
        return
    marked = evidence.words.entry("marked-openings")
    for passage in evidence.own:
        if passage.role != role or not passage.text.strip():
            continue
        opening = opening_of(passage)
        first = re.match(r"[^\s，。,;；]+", passage.text)
        end = min(first.end() if first else 6, len(passage.text), 24)
        shown = passage.text[:end]
        if not pattern.search((opening if marked and opening else passage.text[:LONGEST]).translate(_VOWELS).lower()):
            yield evidence.fault(
                passage, 0, end, f"“{shown}” opens no {role} paragraph",
                "begin with a word of the list, or add the word to openings.yaml",
            )  # fmt: skip
        elif marked and not opening:
            yield evidence.fault(
                passage, 0, end, f"the opening word “{shown}” does not stand out", f"write *{shown}*"
            )  # fmt: skip


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
