"""Hold the first words of paragraphs against those editors own.

Preambular and operative paragraphs have a list each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.words import WordLists
from publisher.model.diagnostic import Position

FEW = 20  # paragraphs whose opening words were left plain by oversight
LONGEST = 300  # characters within which a language that puts much before its verb has the verb
_SPOKEN = 3  # paragraphs in which “we” speak, from which on a text is a declaration
_VOWELS = dict.fromkeys(range(0x64B, 0x653))  # signs of short vowels in Arabic, written or not


def faults_of_openings(evidence: Evidence, role: str, name: str) -> Iterator[Fault]:
    """Paragraphs of `role` with no opening of the list `name`.

    Or with one that stands without emphasis. Left out are those that the author set apart as unnumbered, texts of
    which half or more open with no such words, as a declaration that is adopted, and terms that follow on “Resolves
    that:”.
    """
    pattern = _pattern(evidence.words, name)
    if pattern is None:
        return
    marked, joint = evidence.words.entry("marked-openings"), evidence.words.pattern(f"joint-{name}")
    declared = evidence.words.pattern("declared-opening")
    texts: dict[str, list[tuple[Passage, str, bool]]] = defaultdict(list)
    terms = set(_terms(evidence))
    for passage in evidence.own:
        if passage.role == role and passage.text.strip() and passage.at not in evidence.set_apart | terms:
            opening = opening_of(passage) if marked else _set_apart(passage)
            first = opening if marked else ""
            words = (
                (first or (passage.text.split()[0] if marked else first_sentence(passage.text)))
                .translate(_VOWELS)
                .lower()
            )
            listed = pattern.search(words) is not None or bool(opening and not marked)
            if role == "operative" and not listed:
                listed, action = _later(evidence.words, name, passage)
                opening = opening or action
            texts[passage.division].append((passage, opening, listed))
    apart = not marked and any(opening for members in texts.values() for _, opening, _ in members)
    for members in texts.values():
        if apart and not any(opening for _, opening, _ in members):
            continue  # a declaration, in a document that sets the verbs of its resolutions apart
        if joint is not None and all(joint.search(opening) for _, opening, _ in members):
            continue  # “Request”: several bodies speak
        if declared is not None and sum(declared.search(p.text) is not None for p, _, _ in members) >= _SPOKEN:
            continue  # “我们重申 …”: those who adopt a declaration speak
        others = sum(not opening and not listed for _, opening, listed in members)
        plain = sum(not opening for _, opening, _ in members) if marked else 0
        of_another_form = others > 2 and 2 * others >= len(members)
        adopted = plain > FEW and 2 * plain >= len(members)  # nobody forgets the emphasis of so many
        for passage, opening, listed in members:
            if opening or not (adopted or (of_another_form and not listed)):
                yield from _faults(evidence, passage, role, listed, bool(opening) or not marked)


def _terms(evidence: Evidence) -> Iterator[Position]:
    """Where the paragraphs stand that follow on words with a colon: “Resolves that:”, and those words."""
    led: str | None = None
    for here, after in pairwise([*evidence.own, None]):
        if here is None:
            return
        leads = here.role in ("preambular", "operative", "organ", "unnumbered") and _ends_open(here)
        if leads and after is not None and after.role == "operative" and after.division == here.division:
            led = here.division
            if here.at is not None and here.role == "preambular":
                yield here.at
        elif led == here.division and here.role == "operative" and here.at is not None:
            yield here.at


def _later(words: WordLists, name: str, passage: Passage) -> tuple[bool, str]:
    """Whether the action follows on its ground, and its words where they stand out.

    “Alarmed by the losses, calls upon States”, “Pending their elimination, *urges* States”.
    """
    each = "|".join(word.lower() for word in words.entry(name, ()))
    apart = [passage.text[start:end] for start, end in sorted((*passage.emphasis, *passage.strong))]
    action = next((said for said in apart if re.match(rf"(?:\w+\s)?(?:{each})\b", said.lower())), "")
    is_later = re.search(rf"[,،，]\s*(?:\w+\s)?(?:{each})\b", passage.text.lower()) is not None
    return bool(action) or is_later, action


def _ends_open(passage: Passage) -> bool:
    return passage.text.rstrip().endswith((":", "："))


def first_sentence(text: str) -> str:
    """The words up to the first full stop or semicolon of Chinese, as many as an opening may have."""
    return re.split(r"[。；]", text, maxsplit=1)[0][:LONGEST]


def _set_apart(passage: Passage) -> str:
    """The words that stand out in the first sentence, in a language that sets its verb so wherever it stands."""
    reach = len(first_sentence(passage.text))
    spans = sorted((*passage.emphasis, *passage.strong))
    return next((passage.text[start:end] for start, end in spans if start < reach), "")


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
