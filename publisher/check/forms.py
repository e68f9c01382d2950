"""Find forms that are not used, from a list that editors own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from publisher.check.evidence import Evidence, Fault
from publisher.check.passage import Passage
from publisher.check.recognise.citations import symbols_in
from publisher.check.words import Wrong

Chooser = Callable[[Passage], bool]


def everywhere(passage: Passage) -> bool:
    """Say yes to every passage."""
    return True


def in_text(passage: Passage) -> bool:
    """Say yes to running text.

    Not to tables, mastheads and titles, nor to words reproduced as received.
    """
    return passage.kind in ("paragraph", "heading", "note") and not passage.quoted


def masked(text: str) -> str:
    """`text` with its symbols and addresses blotted out.

    So no form is found inside them.
    """
    text = blotted(text, ((symbol.start, symbol.end) for symbol in symbols_in(text)))
    return blotted(text, (hit.span() for hit in _ADDRESS.finditer(text)))


def blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with what stands at `spans` replaced, sign by sign."""
    for start, end in spans:
        text = text[:start] + "§" * (end - start) + text[end:]
    return text


def wrong_forms(
    evidence: Evidence, name: str, message: str, chooser: Chooser = in_text, *, raw: bool = False, masking: str = ""
) -> Iterator[Fault]:
    """A fault for each form of the list `name`.

    `message` has {found}. One fault a form and passage. What the pattern `masking` finds is blotted out before, as
    symbols are.
    """
    forms = evidence.words.wrong(name)
    if not raw:
        forms = tuple(form for form in forms if form.pattern.may_be_in(evidence.text))
    if not forms:
        return
    for passage in evidence.own:
        if not chooser(passage):
            continue
        text = passage.raw if raw else passage.text
        if "/" in text:
            text = masked(text)
        if masking and (pattern := evidence.words.pattern(masking)) is not None:
            text = blotted(text, (hit.span() for hit in pattern.finditer(text)))
        likely = [form for form in forms if form.pattern.may_be_in(text)]
        if likely and not evidence.foreign(passage):
            for form in likely:
                yield from _found(evidence, passage, text, form, message)


def _found(evidence: Evidence, passage: Passage, text: str, form: Wrong, message: str) -> Iterator[Fault]:
    hits = [
        hit for hit in form.pattern.finditer(text)
        if hit.group().strip("§") and not _beside_a_mark(passage, hit) and not _foreign(evidence, passage, hit)
    ]  # fmt: skip
    if not hits or (form.unless is not None and form.unless.search(text)):
        return
    for found, group in groupby(hits, key=lambda hit: hit.group()):
        hit = next(group)
        instead = form.instead_of(hit, str(evidence.words.entry("quotes", ["“”"])[0])) if "§" not in found else None
        start, end = trimmed(text, *hit.span()) if instead is None else hit.span()
        why = f" ({form.why})" if form.why else ""
        yield evidence.fault(passage, start, end, message.format(found=shown(found)) + why, f"use: {form.use}", instead)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds without white space at either side.

    As they are where there is nothing else.
    """
    piece = text[start:end]
    if not piece.strip():
        return max(0, start - 1), min(len(text), end + 1)
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def shown(found: str) -> str:
    """Words for a message, white space made visible where it is all there is."""
    plain = re.sub(r"\s+", " ", found[:60]).strip() or "space"
    return plain + "…" if len(found) > 60 else plain


def _beside_a_mark(passage: Passage, hit: re.Match[str]) -> bool:
    """True for what touches letters above the line, and for a space beside a call: a mark is no text.

    “positions,^{a} 2024/25” lacks no space after the comma.
    """
    if any(hit.start() <= end and start <= hit.end() for start, end in passage.raised):
        return True
    if hit.group() == " ":
        return any(hit.start() <= offset <= hit.end() for offset, _ in passage.calls)
    gap = hit.start() + hit.group().find(" ")
    return " " in hit.group() and any(gap < offset < hit.end() for offset, _ in passage.calls)


def _foreign(evidence: Evidence, passage: Passage, hit: re.Match[str]) -> bool:
    """True inside words in italics or quotation marks that are English: a title quoted in another language."""
    if evidence.language == "en":
        return False
    spans = [*passage.emphasis, *(quoted.span() for quoted in _QUOTED.finditer(passage.text))]
    return any(
        start <= hit.start() and hit.end() <= end and len(_ENGLISH.findall(passage.text[start:end])) > 1
        for start, end in spans
    )


_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；）]+|(?<!\w)[A-Z]{2,}/[\w./-]+|(?<!\S)\S*\w_\w\S*")
_QUOTED = re.compile(r"[“«][^”»]{8,400}[”»]")
_ENGLISH = re.compile(r"(?<![\w’])(?:the|of|and|for|in|on|to|a|The)(?![\w’])")
