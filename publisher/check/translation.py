"""What a translation lacks: passages, names, changes of the original."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from publisher.catalogue import finding
from publisher.check.pairing import Pair, key_of, paired
from publisher.check.passage import Passage
from publisher.check.written import blocks
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import Document as Written
from publisher.model.document import Figure
from publisher.model.reference import Reference
from publisher.model.resolved import Document as Resolved
from publisher.model.words import words_in
from publisher.model.written_table import Table

MadeFrom = Mapping[str, frozenset[str]]  # digest of a translated text → digests of the originals it was made from
_RUN_IN = re.compile(
    r"(?:(?<=[\s:：;；])(?:[a-zа-я]|[ivx]{1,5})\)|[(（](?:\w|[ivx]{1,5}|[一二三四五六七八九十]{1,2})[)）]|[㈠-㈩])"
)
_NAMED = re.compile(r"""\b(person|state)\(\s*["']([\w-]+)["']\s*\)""")


def translation_pairs(
    original: tuple[Written, Resolved], version: tuple[Written, Resolved]
) -> tuple[tuple[str, str], ...]:
    """Digests of translation and original for each text in both."""
    theirs, ours = written_texts(original[0]), written_texts(version[0])
    found = (
        (digest(ours[two.at]), digest(theirs[one.at]))
        for one, two in paired(original[1], version[1])
        if one is not None and two is not None and one.at in theirs and two.at in ours and one.at and two.at
    )
    return tuple(dict.fromkeys(found))


def missing(pairs: Sequence[Pair], original: str, version: str) -> Iterator[Diagnostic]:
    """What has no counterpart: once for a table, for its cells are lost with it, and once for a run of passages."""
    pairs = [pair for pair in pairs if not _said_beside(pair, pairs)]
    before: Pair = (None, None)
    tables: set[tuple[str, str]] = set()  # told
    for whose, run in groupby(pairs, key=lambda pair: _whose(pair, original, version)):
        members = list(run)
        alone = list({p.id: p for pair in members for p in pair if p is not None}.values()) if whose else []
        alone = [] if _run_in(alone, before) else [p for p in alone if any(map(str.isalnum, p.text))]
        known = {(whose, p.id) for p in alone if p.kind == "cell"}
        if alone and (len(known) < len(alone) or not known <= tables):
            tables |= known
            yield _alone(alone[0], len(alone) - 1, whose, original, version, before[1])
        before = members[-1] if not whose else (before[0], members[-1][1] or before[1])


def _run_in(alone: Sequence[Passage], before: Pair) -> bool:
    """True of the items of a list that the other version runs into the paragraph above: “as follows: a) …; b) …”."""
    if not alone or any(passage.role != "item" for passage in alone):
        return False
    return any(len(_RUN_IN.findall(one.text)) >= max(2, len(alone)) for one in before if one is not None)


def _said_beside(pair: Pair, pairs: Sequence[Pair]) -> bool:
    """True of a heading that the other version may have on the line of the one beside it: “Article 4 / Reservations”."""
    alone = pair[0] or pair[1]
    if alone is None or None not in pair or alone.kind != "heading" or alone.number is not None:
        return False
    whose = 0 if pair[1] is None else 1
    beside = (
        one for one in pairs
        if None not in one and (near := one[whose]) is not None and abs(near.index - alone.index) == 1
    )  # fmt: skip
    return any(
        one is not None and two is not None and key_of(one) == key_of(two) == key_of(alone) for one, two in beside
    )


def _whose(pair: Pair, original: str, version: str) -> str:
    """The language that alone has a passage, “” where both have it."""
    return original if pair[1] is None else version if pair[0] is None else ""


def _alone(alone: Passage, more: int, whose: str, original: str, version: str, before: Passage | None) -> Diagnostic:
    words = f"“{alone.text[:40]}{'…' if len(alone.text) > 40 else ''}”"
    what = f"{words} ({alone.role} {alone.kind}" + (f", {alone.at})" if alone.at and whose == original else ")")
    what += f" and {more} after it" if more else ""
    if whose == original:
        place = before.at if before is not None else Position(f"{version}.yaml", 1)
        message, hint = f"not in “{version}”: {what}", "translate it after this line"
        return finding("BD109", message, place, hint=hint)
    return finding("BD101", f"only in “{version}”: {what}", alone.at, hint=f"add it to “{original}”, or take it out")


def stale(pairs: Sequence[Pair], original: Written, version: Written, made_from: MadeFrom) -> Iterator[Diagnostic]:
    """Texts as they were translated though their original has changed."""
    theirs, ours = written_texts(original), written_texts(version)
    told: set[Position] = set()
    for one, two in pairs:
        if one is None or two is None or one.at not in theirs or two.at not in ours or not one.at or not two.at:
            continue
        known = made_from.get(digest(ours[two.at]))
        if known is not None and digest(theirs[one.at]) not in known:
            if two.at in told:
                continue  # another cell of the same table
            told.add(two.at)
            message = f"the original has changed since this was translated: {one.at} “{one.text[:40]}…”"
            hint = f"bring it up to date, then: publisher translated FOLDER --language {version.language}"
            yield finding("BD110", message, two.at, hint=hint)


def names_lost(
    pairs: Sequence[Pair], original: Written, version: Written, reference: Reference
) -> Iterator[Diagnostic]:
    """Persons and States the translation does not name.

    The original takes them from the record.
    """
    theirs = written_texts(original)
    for one, two in pairs:
        if one is None or two is None or one.at is None or one.at not in theirs:
            continue
        for kind, key in _NAMED.findall(theirs[one.at]):
            name = _name(kind, key, version, reference)
            if name and not _stands_in(name, two.text):
                message = f"“{name}”, named in “{original.language}”, is not named here"
                yield finding("BD111", message, two.at, hint=f'write {{{{ {kind}("{key}") }}}}')


def written_texts(document: Written) -> dict[Position, str]:
    """The author's texts by the place where they stand.

    Those of a table or figure together, at its place.
    """
    texts = {words.at: words.text for words in words_in(document.words) if words.at is not None}
    for block in blocks(document):
        if isinstance(block, Table | Figure) and block.at is not None:
            texts[block.at] = "\n".join(words.text for words in words_in(block))
    return texts


def digest(text: str) -> str:
    """Twelve signs that stand for `text`, white space aside."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def _name(kind: str, key: str, version: Written, reference: Reference) -> str:
    if kind == "person":
        words = version.words.persons.get(key)
        return words.text if words else ""
    state = reference.states.get(key)
    return state.names.get(version.language, "") if state else ""


def _stands_in(name: str, text: str) -> bool:
    """Say whether any longer word of `name` stands in `text`: names are shortened and inflected."""
    parts = [part for part in re.split(r"[\s()\-,]+", name) if len(part) > 3] or [name]
    return any(part[: max(2, len(part) - 3)].casefold() in text.casefold() for part in parts)
