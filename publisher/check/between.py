"""Hold the language versions of a document against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from publisher.catalogue import finding
from publisher.check.borrowed import borrowed_sheets
from publisher.check.delegations import by_delegation
from publisher.check.figures import figures_apart, symbols_apart
from publisher.check.pairing import Pair, is_typed_item, key_of, paired
from publisher.check.passage import Passage, passages_of
from publisher.check.translation import MadeFrom, missing, names_lost, stale
from publisher.check.words import WordLists, load_words
from publisher.model.diagnostic import Diagnostic
from publisher.model.document import Document as Written
from publisher.model.reference import Reference
from publisher.model.resolved import Document
from publisher.model.workspace import shipped

_COUNTED = re.compile(r"[a-z]*(\d+)")


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
    """Where the language versions of a document differ from the first.

    `first` names it, or it is the first given. Outline, numbers and footnotes must be the same (N03, P06); symbols
    and figures of each paragraph should be.
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
    """Where a language version falls short of the original.

    Both as written and as resolved. Beside what `compare_languages` finds: passages changed since they were
    translated, names that are gone.
    """
    folder = shipped("reference") / "words"
    flat = [_version(written.language, document, folder) for written, document in (original, version)]
    arrange = partial(by_delegation, reference) if "names" in original[0].kind.traits else None
    pairs = paired(original[1], version[1], arrange)
    return (
        *_compare(flat[0], flat[1], pairs),
        *stale(pairs, original[0], version[0], made_from),
        *names_lost(pairs, original[0], version[0], reference),
        *borrowed_sheets(original[0], version[0]),
    )


def _version(language: str, document: Document, folder: Path) -> _Version:
    return _Version(language, document, passages_of(document), load_words(folder, language))


def _compare(original: _Version, version: _Version, pairs: Sequence[Pair]) -> Iterator[Diagnostic]:
    yield from missing(pairs, original.language, version.language)
    shifted = {alone.division for one, two in pairs for alone in (one, two) if alone and (one is None or two is None)}
    shift = 0
    apart: set[int] = set()
    told: Counter[tuple[str, str]] = Counter(_unlike(one, two) for one, two in pairs if one and two)
    for one, two in pairs:
        if one is None or two is None or one.kind == "caption":
            continue
        if key_of(one) == key_of(two):
            # where a paragraph is missing, or one number is wrong, those after it differ too: that is no second fault
            before, shift = shift, _shift(one, two)
            known = two.division in shifted or (shift == before and shift != 0)
            found = _line(original, version, one, two, apart)
            yield from (each for each in found if each.code != "BD102" or not known)
        elif not _typed_beside(one, two) and (
            number := told.pop(_unlike(one, two), 0)
        ):  # the first of its kind: the others are mended alike
            more = f", and so {number - 1} more times" if number > 1 else ""
            message = f"{_named(key_of(one))} in “{original.language}”, {_named(key_of(two))} here{more}"
            yield _differs("BD101", original, version, two, message)


def _typed_beside(one: Passage, two: Passage) -> bool:
    """True of an item numbered by hand opposite a paragraph without number: how it is numbered is told elsewhere."""
    return any(is_typed_item(item) and other.number is None for item, other in ((one, two), (two, one)))


def _unlike(one: Passage, two: Passage) -> tuple[str, str]:
    """The kinds of two passages that stand for each other; the same in both where they are alike."""
    return _named(key_of(one)), _named(key_of(two))


def _shift(one: Passage, two: Passage) -> int:
    """How far the number of the second text is from that of the first."""
    numbers = [passage.number.ordinal if passage.number and passage.number.ordinal else 0 for passage in (one, two)]
    return numbers[1] - numbers[0]


def _line(original: _Version, version: _Version, one: Passage, two: Passage, counted: set[int]) -> Iterator[Diagnostic]:
    """What differs in a line; `counted` is how far the counts of notes were apart before it."""
    numbers = [(p.number.ordinal, p.number.depth) if p.number else None for p in (one, two)]
    if numbers[0] != numbers[1] and not (is_typed_item(one) or is_typed_item(two)):
        printed = [p.number.printed if p.number else "no number" for p in (one, two)]
        yield _differs("BD102", original, version, two, f"“{printed[0]}” in “{original.language}”, “{printed[1]}” here")
    calls = [[call.note for _, call in p.calls] for p in (one, two)]
    if calls[0] != calls[1] and not _counted_on(calls[0], calls[1], counted):
        shown = [", ".join(listed) or "none" for listed in calls]
        yield _differs("BD103", original, version, two, f"notes {shown[0]} in “{original.language}”, {shown[1]} here")
    differing = (
        ("BD104", "symbols", symbols_apart(one, two)),
        ("BD105", "figures", figures_apart(one, two, (original.words, version.words))),
    )
    for code, what, (lacking, added) in differing:
        if lacking or added:
            shown = [", ".join(sorted(listed)) or "none" for listed in (lacking, added)]
            message = f"{what}: {shown[0]} only in “{original.language}”, {shown[1]} only here"
            yield _differs(code, original, version, two, message, next(iter(sorted(added)), ""))


def _counted_on(theirs: Sequence[str], ours: Sequence[str], apart: set[int]) -> bool:
    """True where notes named by their count are as far apart as those before; `apart` is kept up to date.

    A note more or less sets those after it one further apart.
    """
    counts = [[int(hit[1]) for name in names if (hit := _COUNTED.fullmatch(name))] for names in (theirs, ours)]
    between = {two - one for one, two in zip(*counts, strict=False)}
    whole = len(theirs) == len(ours) == len(counts[0]) == len(counts[1])
    same = whole and len(between) == 1 and between == apart
    more = len(counts[1]) - len(counts[0])
    after = {next(iter(between or apart), 0) + more} if len(between) < 2 and more else between
    if after:
        apart.clear()
        apart.update(after)
    return same


def _named(key: tuple[str, str, int]) -> str:
    kind, role, depth = key
    article = "an" if role[:1] in ("a", "e", "i", "o", "u") else "a"
    return f"{article} {role} {kind}" + (f" of depth {depth}" if depth else "")


def _differs(
    code: str, original: _Version, version: _Version, passage: Passage, message: str, span: str = ""
) -> Diagnostic:
    return finding(code, message, passage.at, span=span, hint=f"compare {original.language} and {version.language}")
