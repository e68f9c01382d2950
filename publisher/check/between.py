"""Hold documents against each other: language versions, and a document against its parent or first edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publisher.catalogue import finding
from publisher.check.borrowed import borrowed_sheets
from publisher.check.pairing import Pair, key_of, paired
from publisher.check.passage import Passage, passages_of
from publisher.check.recognise.citations import symbols_in
from publisher.check.recognise.hours import hours_in
from publisher.check.translation import MadeFrom, missing, names_lost, stale
from publisher.check.words import WordLists, load_words
from publisher.model.diagnostic import Diagnostic
from publisher.model.document import Document as Written
from publisher.model.record import Record
from publisher.model.reference import Reference
from publisher.model.resolved import Document
from publisher.model.workspace import shipped

_LARGE = re.compile(
    r"\s?(?:[万亿]|million|billion|milliard|mill[oó]n|млн|млрд|миллион|миллиард|مليون|مليار|بليون)", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?<![A-Za-z\d.,/:])\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\d/])|(?<![A-Za-z\d.,/:])\d+(?![A-Za-z\d/]|[.,:]\d)"
)


@dataclass(frozen=True, slots=True)
class _Version:
    """One language version, laid flat."""

    language: str
    document: Document
    passages: tuple[Passage, ...]
    words: WordLists


def compare_languages(
    documents: Mapping[str, Document], first: str | None = None, words: Path | None = None
) -> tuple[Diagnostic, ...]:
    """Where the language versions of a document differ from the version `first` (or the first given).

    Outline, numbers and footnotes must be the same (N03, P06); symbols and figures of each paragraph should be.
    """
    folder = words or shipped("reference") / "words"
    versions = [_version(language, document, folder) for language, document in documents.items()]
    if len(versions) < 2:
        return ()
    original = next((version for version in versions if version.language == first), versions[0])
    return tuple(
        found
        for version in versions if version is not original
        for found in _compare(original, version, paired(original.document, version.document))
    )  # fmt: skip


def compare_translation(
    original: tuple[Written, Document], version: tuple[Written, Document], made_from: MadeFrom, reference: Reference
) -> tuple[Diagnostic, ...]:
    """Where one language version, as written and as resolved, falls short of the original.

    Beside what `compare_languages` finds: passages changed since they were translated, names that are gone.
    """
    folder = shipped("reference") / "words"
    flat = [_version(written.language, document, folder) for written, document in (original, version)]
    pairs = paired(original[1], version[1])
    return (
        *_compare(flat[0], flat[1], pairs),
        *stale(pairs, original[0], version[0], made_from),
        *names_lost(pairs, original[0], version[0], reference),
        *borrowed_sheets(original[0], version[0]),
    )


def compare_with_parent(record: Record, document: Document, parent: Document) -> tuple[Diagnostic, ...]:
    """What is wrong between a document and the one it corrects, adds to or revises (P01, P04)."""
    found: list[Diagnostic] = []
    said = record.parent
    if said is not None and said.symbol != parent.symbol:
        message = f"the parent is “{parent.symbol}”, the record says “{said.symbol}”"
        found.append(finding("BD106", message, said.at, span=said.symbol, hint="give the symbol of the parent"))
    if said is not None and said.relation == "revision" and _texts(document) == _texts(parent):
        message = f"“{document.symbol}” says the same as “{parent.symbol}”"
        hint = "a reissue of the same text keeps its symbol and takes an asterisk"
        found.append(finding("BD107", message, record.at, hint=hint))
    return tuple(found)


def compare_with_edition(document: Document, edition: Document) -> tuple[Diagnostic, ...]:
    """What a reissue may not change of the first edition: its symbol and its masthead date (P05)."""
    pairs = (
        ("symbol", edition.symbol, document.symbol),
        ("masthead date", edition.masthead.date, document.masthead.date),
    )
    return tuple(
        finding("BD108", f"the {name} was “{before}” and is “{now}”", span=now, hint="a reissue keeps it")
        for name, before, now in pairs if before != now
    )  # fmt: skip


def _version(language: str, document: Document, folder: Path) -> _Version:
    return _Version(language, document, passages_of(document), load_words(folder, language))


def _texts(document: Document) -> list[str]:
    return [passage.text for passage in passages_of(document) if passage.kind not in ("masthead", "title")]


def _compare(original: _Version, version: _Version, pairs: Sequence[Pair]) -> Iterator[Diagnostic]:
    yield from missing(pairs, original.language, version.language)
    shifted = {alone.division for one, two in pairs for alone in (one, two) if alone and (one is None or two is None)}
    for one, two in pairs:
        if one is None or two is None or one.kind == "caption":
            continue
        if key_of(one) == key_of(two):
            found = _line(original, version, one, two)
            # where a paragraph is missing the numbers after it differ too: that is no second fault
            yield from (each for each in found if each.code != "BD102" or two.division not in shifted)
        else:
            message = f"{_named(key_of(one))} in “{original.language}”, {_named(key_of(two))} here"
            yield _differs("BD101", original, version, two, message)


def _line(original: _Version, version: _Version, one: Passage, two: Passage) -> Iterator[Diagnostic]:
    numbers = [(p.number.ordinal, p.number.depth) if p.number else None for p in (one, two)]
    if numbers[0] != numbers[1]:
        printed = [p.number.printed if p.number else "no number" for p in (one, two)]
        yield _differs("BD102", original, version, two, f"“{printed[0]}” in “{original.language}”, “{printed[1]}” here")
    calls = [[call.note for _, call in p.calls] for p in (one, two)]
    if calls[0] != calls[1]:
        shown = [", ".join(listed) or "none" for listed in calls]
        yield _differs("BD103", original, version, two, f"notes {shown[0]} in “{original.language}”, {shown[1]} here")
    for code, what, read in (("BD104", "symbols", _symbols), ("BD105", "figures", _figures)):
        theirs, ours = read(one, original.words), read(two, version.words)
        if code == "BD105" and one.kind == "cell" and any(sign.isalpha() for sign in one.text + two.text):
            continue  # words, or “2028 年” for “2028”
        lacking, added = theirs - ours, ours - theirs
        if lacking or added:
            shown = [", ".join(sorted(listed)) or "none" for listed in (lacking, added)]
            message = f"{what}: {shown[0]} only in “{original.language}”, {shown[1]} only here"
            yield _differs(code, original, version, two, message, next(iter(sorted(added)), ""))


def _symbols(passage: Passage, words: WordLists) -> set[str]:
    return {symbol.text for symbol in symbols_in(passage.text)}


def _figures(passage: Passage, words: WordLists) -> set[str]:
    """Figures above twelve that a translation keeps; times of day and rounded millions are written in other figures.

    The figure in a cell is compared whole, however its language groups it.
    """
    if passage.kind == "cell":
        return {re.sub(r"\D", "", passage.text)} - {""}
    if passage.kind != "paragraph":
        return set()
    text = passage.text
    spans = [(seen.start, seen.end) for seen in hours_in(text, words)]
    for start, end in (*spans, *((seen.start, seen.end) for seen in symbols_in(text))):
        text = text[:start] + "§" * (end - start) + text[end:]
    found = Counter(
        re.sub(r"\D", "", hit.group())
        for hit in _NUMBER.finditer(text)
        if not _LARGE.match(text[hit.end() : hit.end() + 12])
    )
    return {number for number in found if int(number) > 12}


def _named(key: tuple[str, str, int]) -> str:
    kind, role, depth = key
    return f"a {role} {kind}" + (f" of depth {depth}" if depth else "")


def _differs(
    code: str, original: _Version, version: _Version, passage: Passage, message: str, span: str = ""
) -> Diagnostic:
    return finding(code, message, passage.at, span=span, hint=f"compare {original.language} and {version.language}")
