"""Mends findings in the text of the author's file.

The words at fault go; what the rule says stands there instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count

import yaml

from publisher.manuscript import (
    Change,
    Node,
    Tree,
    after,
    named,
    node_of,
    offset_of,
    read_tree,
    reworded,
)
from publisher.model.diagnostic import Diagnostic, Position

TYPED_MARK = "typed-note-mark"
NOTES = "footnotes"
HELD, SHOWN = "\u00a0", "⍽"  # a no-break space, and how it is shown
UNWRITTEN = "[--]"  # words that are still to be given, which `issue` refuses


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of a file after mending, and the findings mended."""

    text: str
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What a machine can do about a finding.

    `what` is “footnote”, “out” or “write”; `words` are those it would write, as they are shown.
    """

    what: str
    words: str = ""


def offer_of(finding: Diagnostic) -> Offer | None:
    """What would mend `finding`; None where no machine can."""
    if not isinstance(finding.at, Position) or not finding.span:
        return None
    if finding.name == TYPED_MARK:
        return Offer("footnote")
    if finding.instead is None:
        return None
    return Offer("write", finding.instead.replace(HELD, SHOWN)) if finding.instead else Offer("out")


def mend(text: str, finding: Diagnostic) -> str | None:
    """`text`, the file `finding` is in, with it mended.

    None where its words do not stand there as they were found.
    """
    if offer_of(finding) is None or not isinstance(finding.at, Position):
        return None
    try:
        tree = read_tree(text)
        start = offset_of(text, finding.at.line, finding.at.column)
        node = _scalar_at(tree, start)
        if node is None or not text.startswith(finding.span, start):
            return None
        if finding.name == TYPED_MARK:
            return _called(tree, node, start, finding.span)
        return _replaced(tree, node, start, finding.span, finding.instead or "")
    except (yaml.YAMLError, ValueError):  # Unwritable is one
        return None


def mend_all(text: str, findings: Iterable[Diagnostic]) -> Mended:
    """`text` with everything mended that can be.

    From its end to its beginning, so that places stay what they are.
    """
    placed = sorted((found for found in findings if isinstance(found.at, Position)), key=_place, reverse=True)
    done = []
    before: Diagnostic | None = None
    for found in placed:
        if before is not None and _place(found) == _place(before):
            continue
        mended = mend(text, found)
        if mended is not None and mended != text:
            text = mended
            done.append(found)
            before = found
    return Mended(text, tuple(reversed(done)))


def _place(finding: Diagnostic) -> tuple[int, int]:
    return (finding.at.line, finding.at.column) if isinstance(finding.at, Position) else (0, 0)


def _scalar_at(tree: Tree, start: int) -> Node | None:
    if tree.root is None:
        return None
    scalars = (node for node in tree.root.walk() if node.kind == "scalar")
    return next((node for node in scalars if node.start <= start < node.end), None)


def _replaced(tree: Tree, node: Node, start: int, span: str, instead: str) -> str:
    """The text with `instead` in the place of `span`: in the characters of the file, or else in the words they stand for."""
    wanted = _values(node.value, span, instead)
    changed = after(tree.text, Change(start, start + len(span), instead))
    if _says(changed, node, wanted):
        return changed
    occurrence = tree.text[node.start : start].count(span)
    return reworded(tree, node.path, wanted[min(occurrence, len(wanted) - 1)]) if wanted else tree.text


def _values(words: str, span: str, instead: str) -> list[str]:
    """What `words` can read once one of the spans is replaced."""
    found, start = [], words.find(span)
    while start >= 0:
        found.append(words[:start] + instead + words[start + len(span) :])
        start = words.find(span, start + 1)
    return found


def _says(text: str, node: Node, wanted: list[str]) -> bool:
    """Tell whether the scalar reads one of the `wanted` words in `text`, and stands where it stood."""
    try:
        found = node_of(read_tree(text), node.path)
    except (yaml.YAMLError, ValueError):
        return False
    return found is not None and found.start == node.start and found.style == node.style and found.value in wanted


def _called(tree: Tree, node: Node, start: int, mark: str) -> str:
    """The text with a typed mark made the call of a new footnote, whose words are still to be given."""
    notes = node_of(tree, (NOTES,))
    known = {key.value for key in notes.keys} if notes is not None else set()
    name = next(name for number in count(len(known) + 1) if (name := f"note-{number}") not in known)
    return named(read_tree(_replaced(tree, node, start, mark, f"[^{name}]")), (NOTES,), name, UNWRITTEN)
