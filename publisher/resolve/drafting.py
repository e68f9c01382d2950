"""What the steps of `resolve` work with.

Blocks that still ask for a number, and author's text turned into parts.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from publisher.catalogue import finding
from publisher.language import Vocabulary
from publisher.model.diagnostic import Diagnostic, Position
from publisher.model.document import Document
from publisher.model.inline import Inlines, Text, WrittenCall, WrittenLink, walk
from publisher.model.reference import Reference
from publisher.model.resolved import Block
from publisher.model.words import Words
from publisher.model.workspace import Workspace
from publisher.wording import BrokenWording, Wording, parse
from publisher.wording.places import place_of, place_of_word

Series = Literal["heading", "paragraph", "operative", "item", "agenda", "annex", "appendix", "table", "figure"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The number a block asks for: series, depth (from 0), or as given.

    The inserted number the author wrote.
    """

    series: Series
    depth: int = 0
    inserted: str | None = None
    numeric: bool = True  # false: takes its place, and an identifier, without a printed number
    withdrawn: bool = False  # takes a number and is not printed


@dataclass(frozen=True, slots=True)
class Where:
    """Where a block stands: depth of headings, numbers or none.

    The depth of the next heading counts from 1.
    """

    depth: int = 1
    numbered: bool = True
    above: int = 0  # the depth of the heading of the text whose headings count from I
    within: frozenset[str] = frozenset()  # kinds of the regions around it


@dataclass(frozen=True, slots=True)
class Draft:
    """A block on its way: the number it asks for, its identifier.

    And what a generated identifier is made from. `decision` names the decision it belongs to; `part` is the word its
    generated identifier ends in (“close”, “pre”). `note` is the asterisk note of an annex; `restarts` says that
    operative paragraphs count from 1 again after it, or an agenda with it, `begins` that its decision begins with it.
    """

    block: Block
    asked: Asked | None = None
    id: str | None = None
    decision: str | None = None
    part: str = "text"
    aliases: tuple[str, ...] = ()
    note: str | None = None
    restarts: bool = False
    begins: bool = False
    scope: str = ""  # the text it stands in that counts from 1: a declaration, an annex of a decision


@dataclass(frozen=True, slots=True)
class DraftDivision:
    """The body or an annex before its numbers.

    `number` is its place among the annexes, 0 for the body.
    """

    number: int
    drafts: tuple[Draft, ...]


@dataclass
class Drafting:
    """The document being resolved, and the findings so far.

    Turns author's words into inline parts.
    """

    document: Document
    workspace: Workspace
    reference: Reference
    vocabulary: Vocabulary
    wording: Wording
    findings: list[Diagnostic] = field(default_factory=list)
    marked: dict[str, list[tuple[Words, int]]] = field(default_factory=dict)  # where calls and links stand, as met
    met: Counter[str] = field(default_factory=Counter)  # lists of points, boxes and the like, so far
    broken: set[str] = field(default_factory=set)  # identifiers of blocks that cannot be printed, which is found there
    hints: int = 200  # how many near names are still looked for: it takes long where hundreds of names are unknown

    def inlines(self, words: Words | None) -> Inlines:
        """Words with their expressions worked out and their marks read."""
        if words is None:
            return ()
        text, findings = self.wording.expand(words)
        self.findings.extend(findings)
        if "[" not in text:
            return parse(text)
        inlines = parse(text)
        here: Counter[str] = Counter()
        for mark in _marks(inlines):
            self.marked.setdefault(mark, []).append((words, here[mark]))
            here[mark] += 1
        return inlines

    def sentence(self, name: str, at: Position | None, /, **facts: Any) -> str:
        """A standard sentence as author's text.

        Its name in brackets, and a finding, where there is none.
        """
        try:
            return self.wording.sentence(name, **facts)
        except BrokenWording as fault:
            self.report("WD006", str(fault), at)
            return f"\\[{name}\\]"

    def report(self, code: str, message: str, at: Position | None, *, span: str = "", hint: str = "") -> None:
        """Add a finding, at the word at fault where it stands on the line."""
        place = place_of_word(at, span, self.workspace.folder)
        self.findings.append(finding(code, message, place, span=span, hint=hint))

    def place(self, words: Words, mark: str, count: int = 0) -> Position | None:
        """Where `mark` stands in the source of `words`, for the `count`th time."""
        start = -1
        for _ in range(count + 1):
            start = words.text.find(mark, start + 1)
            if start < 0:
                return words.at
        return place_of(words, start, start + len(mark), self.workspace.folder)

    def where(self, mark: str, count: int = 0) -> Position | None:
        """Where the call or link `mark` was written the `count`th time."""
        holders = self.marked.get(mark, [])
        if not holders:
            return None
        words, place = holders[min(count, len(holders) - 1)]
        return self.place(words, mark, place)

    def nearest(self, name: str, known: Collection[str]) -> str:
        """A hint of what an author may have meant by `name`, or “”."""
        if self.hints <= 0:
            return ""
        self.hints -= 1
        near = difflib.get_close_matches(name, known, n=2, cutoff=0.6)
        return "did you mean " + " or ".join(f"“{one}”" for one in near) + "?" if near else ""


def _marks(inlines: Inlines) -> Iterator[str]:
    """How each call and each link in `inlines` begins in the author's text, in order."""
    for part in walk(inlines):
        if isinstance(part, WrittenCall):
            yield f"[^{part.note}]"
        elif isinstance(part, WrittenLink):
            yield f"](#{part.target})"


def text(words: str) -> Inlines:
    """Plain characters as inline parts."""
    return (Text(words),) if words else ()
