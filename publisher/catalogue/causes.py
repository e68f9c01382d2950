"""Findings without those that only follow from another: who mends the cause never sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from publisher.model.diagnostic import Diagnostic, Position, Severity

# A name that stands for nothing; what cannot be written for want of it is found again where it is to be written.
_UNKNOWN_NAMES = frozenset(["RD021", "RD022", "RD023", "RD024", "RD025", "RD026", "RD027"])
_FOR_WANT_OF_NAMES = frozenset(["WD001", "WD006", "FA002", "FA004"])
_OF_FACTS = frozenset(["RD025", "RD026", "FA002", "WD001"])
_SENTENCE = re.compile(r"/([\w-]+)\.j2")
_EXPRESSIONS = frozenset(["WD001", "WD002", "WD003", "WD004", "WD005"])
_SIGNS = frozenset(["LA105", "LA106", "LA107", "LA117", "LA138", "LA139", "FN108"])  # of the words of an expression
# What is counted or looked for in a file of which entries could not be read.
_COUNTED = re.compile("FA1")
_UNREAD_FACTS = re.compile(
    "the record has no |there is no (?!fact)"
)  # what one says of a meeting or vote that could not be read
_MISSING = frozenset(["NU109", "NU122"])  # a chapter that no heading has
_NO_COLUMNS = "the table has 0 columns"
_NAMES = re.compile(r"[\w-]+")
_SOUGHT = frozenset(["FN001", "RF001"])
_WITHOUT_GLYPH = re.compile("NOTDEF|PUA")  # what a standard says of a sign that no font draws
_OTHERWISE = frozenset(["OUT002", "OUT004"])  # a paragraph that reads otherwise than it should
LOSSES = frozenset(["OUT095", "OUT096", "OUT097"])  # words typed that a finished file has not, or has otherwise


@dataclass(frozen=True, slots=True)
class Block:
    """What an author writes as one entry: its lines, and the files it names; `end` is that of the entries in it."""

    file: str
    first: int
    last: int
    names: frozenset[str] = frozenset()
    end: int = 0

    def holds(self, at: object) -> bool:
        """Whether a place lies in the entry, or in a file that it names."""
        if not isinstance(at, Position):
            return False
        return at.file in self.names or (at.file == self.file and self.first - 1 <= at.line <= self.last)


def without_effects(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings less those that only follow from another one."""
    every = tuple(findings)
    names = {one.span for one in every if one.code in _UNKNOWN_NAMES}
    unwritten = {f"[{found[1]}]" for one in every if one.code == "WD006" and (found := _SENTENCE.search(one.message))}
    unread = _unread(every)
    lines, unread_values = _lines(every, _EXPRESSIONS), _lines(every, frozenset(["RD013"]))
    facts_unread = any(
        one.code == "RD013" and isinstance(one.at, Position) and one.at.file == "record.yaml" for one in every
    )
    meant_items = " ".join(one.hint for one in every if one.code == "FA003")
    misnamed = {one.hint for one in every if one.code in ("FN002", "FN108")}
    meant = " ".join(one.hint for one in every if one.code == "RD011")

    def follows(one: Diagnostic) -> bool:
        file, line = (one.at.file, one.at.line) if isinstance(one.at, Position) else ("", 0)
        if facts_unread and one.code in _OF_FACTS and _UNREAD_FACTS.match(one.message):
            return True
        if one.code in _MISSING:
            return bool(unread - {"record.yaml"}) or f"“{one.span}”" in meant_items
        if one.code in _FOR_WANT_OF_NAMES:
            return any(f"“{name}”" in one.message for name in names)
        if one.code == "RD012":  # the key that is missing is the one that was misspelt
            return any(f"“{name}”" in one.message for name in re.findall("“([^”]+)”", meant))
        if _COUNTED.match(one.code):
            return (file == "record.yaml" and file in unread) or any(
                name in _NAMES.findall(one.message) for name in names
            )
        if one.code in _SIGNS:
            return (file, line) in lines
        if one.code == "FA005":
            return file in unread
        if one.code == "FN002":  # no note could be read, or not this one
            return any(
                two.code == "RD013" and ("“footnotes”" in two.message or f"[^{two.span}]" == one.span) for two in every
            )
        if one.code == "TB001":  # a cell that could not be read is missing in its row, and so are columns
            return (file, line) in unread_values or (_NO_COLUMNS in one.message and file in unread)
        if one.code in _SOUGHT:  # the note that nothing calls is the one whose call is misspelt
            return file in unread or any(f"“{one.span}”" in hint or f"[^{one.span}]" in hint for hint in misnamed)
        return any(sentence in one.message or sentence in one.span for sentence in unwritten)

    return tuple(one for one in every if not follows(one))


def _lines(findings: Iterable[Diagnostic], codes: frozenset[str]) -> set[tuple[str, int]]:
    """The lines at which findings of `codes` stand."""
    return {(one.at.file, one.at.line) for one in findings if one.code in codes and isinstance(one.at, Position)}


def unexplained(
    losses: Iterable[Diagnostic], findings: Sequence[Diagnostic], blocks: Sequence[Block]
) -> tuple[Diagnostic, ...]:
    """The proofs less those of words lost, and of signs, that an error names."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    places = {one.at for one in errors}
    misread = any(
        one.code in ("RD011", "RD014") for one in errors
    )  # under a misspelt key much is read otherwise, or not
    twice = _lines(errors, frozenset(["RD007"]))  # of two entries of one name the second is not read
    faulty = [block for block in blocks if any(block.holds(at) for at in places)]
    unread = _unread(errors)
    not_read = [one.at for one in errors if one.code.startswith("RD01")]
    lost = [_with_all_in_it(block, blocks) for block in faulty if any(block.holds(at) for at in not_read)]
    broken = [one.span for one in errors if one.code == "LA137"]

    def explained(one: Diagnostic) -> bool:
        if one.code == "OUT051" or (one.code == "OUT078" and _WITHOUT_GLYPH.search(one.span)):
            return bool(broken)
        if one.code in _OTHERWISE:
            return any(sign and sign in one.message for sign in broken)
        if one.code not in LOSSES or not isinstance(one.at, Position):
            return False
        # a note stands apart from the entry that calls it, which may be the one that could not be read
        apart = not any(block.holds(one.at) for block in blocks)
        if misread or (one.at.file, one.at.line) in twice:
            return True
        return (
            one.at in places
            or any(block.holds(one.at) for block in (*faulty, *lost))
            or (apart and one.at.file in unread)
        )

    return tuple(one for one in losses if not explained(one))


def _with_all_in_it(block: Block, blocks: Sequence[Block]) -> Block:
    """An entry with the entries in it, which are not read where it is not."""
    inner = (one.names for one in blocks if one.file == block.file and block.first <= one.first <= block.end)
    return replace(block, last=block.end, names=frozenset().union(*inner))


def _unread(findings: Iterable[Diagnostic]) -> set[str]:
    """The files of which entries could not be read."""
    return {one.at.file for one in findings if one.code.startswith("RD01") and isinstance(one.at, Position)}
