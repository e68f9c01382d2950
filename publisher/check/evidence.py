"""What the rules look at: the document, the facts, editors' words.

The document both as written and as printed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from publisher.check.passage import Passage, passages_of, sentences
from publisher.check.places import Sources
from publisher.check.recognise.days import DaySeen, days_in
from publisher.check.words import WordLists
from publisher.check.written import blocks
from publisher.model.diagnostic import Position
from publisher.model.document import Document as Written
from publisher.model.document import Outcomes, Unnumbered
from publisher.model.nesting import within
from publisher.model.record import Record
from publisher.model.reference import Organ, Reference
from publisher.model.resolved import Block, Heading
from publisher.model.resolved import Document as Resolved

if TYPE_CHECKING:
    from publisher.language import Vocabulary


_LATIN = frozenset(["en", "fr", "es"])
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII = re.compile("[A-Za-z]+")
LONGEST = 200  # characters of a span that are shown and looked for


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: message, place, words at fault, what mends them."""

    message: str
    at: Position | None
    span: str = ""
    hint: str = ""
    instead: str | None = None


@dataclass(frozen=True)
class Evidence:
    """An immutable view of one document, prepared once for all rules.

    Each part is worked out when first asked for.
    """

    written: Written
    resolved: Resolved
    reference: Reference
    vocabulary: Vocabulary
    words: WordLists
    sources: Sources
    _sentences: dict[int, list[tuple[int, int]]] = field(default_factory=dict, repr=False)

    @property
    def record(self) -> Record:
        """The facts."""
        return self.written.record

    @property
    def organ(self) -> Organ | None:
        """The organ of the document, where it is known."""
        return self.reference.organs.get(self.record.organ)

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.written.language

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every printed text in reading order."""
        return passages_of(self.resolved)

    @cached_property
    def own(self) -> tuple[Passage, ...]:
        """The texts in the language of the document, each once.

        Left out are texts reproduced in another language, and tables of outcomes, which repeat the titles of decisions.
        """
        repeated = {block.at for block in blocks(self.written) if isinstance(block, Outcomes)}
        return tuple(
            passage for passage in self.passages
            if passage.language is None and passage.text and not (passage.kind == "cell" and passage.at in repeated)
        )  # fmt: skip

    @cached_property
    def set_apart(self) -> frozenset[Position]:
        """Where the paragraphs stand that the author set apart as unnumbered."""
        decisions = self.written.words.decisions.values()
        texts = (text for decision in decisions for text in (decision, *decision.parts))
        written = (block for text in texts for block in within((*text.preamble, *text.operative)))
        listed = (block.unnumbered.at for block in written if isinstance(block, Unnumbered))
        return frozenset(at for at in listed if at is not None)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in reading order."""
        return tuple(block for division in self.resolved.divisions for block in division.blocks)

    @property
    def chapters(self) -> int:
        """How many numbered chapters the document has."""
        return sum(
            isinstance(b, Heading) and b.kind == "section" and b.depth == 1 and b.number is not None
            for b in self.blocks
        )

    @cached_property
    def text(self) -> str:
        """The whole text of the document, a line a passage."""
        return "\n".join(passage.text for passage in self.own)

    @cached_property
    def days(self) -> tuple[tuple[Passage, DaySeen], ...]:
        """Every day named in the document, with the passage that names it.

        Words quoted in full included.
        """
        return tuple((passage, seen) for passage in self.own for seen in days_in(passage.text, self.words))

    @cached_property
    def year(self) -> int:
        """The year meant where words give a day without one.

        That of the session, or of the masthead.
        """
        return self.record.meetings[0].date.year if self.record.meetings else self.record.date.year

    @cached_property
    def universal(self) -> bool:
        """True where every State is a member of the organ."""
        return self.organ is not None and self.organ.members == "universal"

    def foreign(self, passage: Passage) -> bool:
        """True for Latin letters where the language has others.

        A source cited as it is printed.
        """
        return passage.index in self._foreign

    @cached_property
    def _foreign(self) -> frozenset[int]:
        if self.language in _LATIN:
            return frozenset()
        return frozenset(passage.index for passage in self.passages if _is_latin(passage.text))

    def weekday_name(self, weekday: int) -> str:
        """The name of a day of the week, 1 for Monday."""
        names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        return names[weekday - 1]

    @cached_property
    def main_agenda(self) -> tuple[str, ...]:
        """The items of the agenda by identifier, without sub-items."""
        return tuple(item if isinstance(item, str) else item.id for item in self.record.agenda)

    @cached_property
    def agenda(self) -> tuple[str, ...]:
        """The items of the agenda and their sub-items, in order."""
        listed = (((item,) if isinstance(item, str) else (item.id, *item.items)) for item in self.record.agenda)
        return tuple(name for names in listed for name in names)

    def sentences(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The bounds of each sentence of `passage`."""
        return sentences(passage.text, self.words.sentence_ends, self.words.shortened)

    def sentence_at(self, passage: Passage, offset: int) -> tuple[int, int]:
        """The bounds of the sentence of `passage` that holds `offset`."""
        bounds = self._sentences.get(passage.index)
        if bounds is None:
            bounds = self._sentences[passage.index] = list(self.sentences(passage)) or [(0, len(passage.text))]
        return bounds[max(0, bisect_right(bounds, (offset, len(passage.text) + 1)) - 1)]

    def fault(
        self, passage: Passage, start: int, end: int, message: str, hint: str = "", instead: str | None = None
    ) -> Fault:
        """A fault at the words `start`–`end` of `passage`.

        It is told at the line where they were written.
        """
        end = min(end, start + LONGEST)
        at = self.sources.place(passage, start, end) if passage.at else self._on_page_one(passage, start, end)
        return Fault(message, at, passage.text[start:end], hint, instead)

    def _on_page_one(self, passage: Passage, start: int, end: int) -> Position | None:
        """Where words of page one, which carry no place of their own, were written.

        Where they were not, the title or, for what is made from facts, the record.
        """
        words, found = self.written.words, passage.text[start:end]
        of_masthead = (*(words.organ_lines or ()), *words.session_line)
        for line in (*words.title, *words.subtitle, *of_masthead, *words.agenda.values()):
            if found in line.text:
                begin = line.text.index(found)
                return self.sources.find(line.at, line.text, begin, begin + len(found))
        titles = (line.at for line in words.title if passage.kind == "title")
        return next(titles, None) or self.record_file

    def stating(self, fact: str) -> Iterator[Passage]:
        """The paragraphs that state `fact` (“vote”), whoever worded them."""
        return (passage for passage in self.own if passage.fact.startswith(fact))

    @cached_property
    def record_file(self) -> Position:
        """The top of the record, for facts that have no place of their own."""
        return self.record.at or Position("record.yaml", 1)


def _is_latin(text: str) -> bool:
    letters = sum(map(len, _LETTERS.findall(text)))
    return sum(map(len, _ASCII.findall(text))) > 0.7 * letters
