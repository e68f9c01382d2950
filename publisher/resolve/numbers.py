"""Counts: gives every block that asks for one its number.

As printed and as Word must arrive at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, assert_never

from publisher.language import Vocabulary
from publisher.language.numbering import Numbered
from publisher.language.numerals import lower_letter, roman
from publisher.model.characters import slug
from publisher.model.resolved import Block, EndRule, Figure, Heading, Number, Paragraph, Table, UsualNumber
from publisher.resolve.drafting import Asked, Draft, DraftDivision, Drafting
from publisher.resolve.identifiers import Identifiers

INSERTIONS = ("bis", "ter", "quater", "quinquies")


OF_THE_PAGE = ("body", "end", "contents-heading", "contents-page")  # identifiers of parts that no draft stands for


def numbered(divisions: Sequence[DraftDivision], drafting: Drafting) -> list[DraftDivision]:
    """The divisions with every number and identifier filled in.

    Headings count by degree and restart in each annex; paragraphs run through the body and restart in each annex;
    operative paragraphs restart in each decision; subparagraphs and agenda lines belong to the paragraph before them;
    tables and figures run through the whole document (CONVENTIONS §2.1–2.4, N01–N07).
    """
    written = frozenset(draft.id for division in divisions for draft in division.drafts if draft.id)
    names_of_divisions = (f"annex-{division.number}" for division in divisions if division.number)
    identifiers = Identifiers(written, frozenset({*OF_THE_PAGE, *names_of_divisions}))
    whole = _Whole(drafting, identifiers, annexes=len(divisions) - 1)
    result = []
    for division in divisions:
        appendices = sum(draft.asked is not None and draft.asked.series == "appendix" for draft in division.drafts)
        count = _Count(whole, f"annex-{division.number}" if division.number else "body", appendices, division.number)
        given = tuple(count.give(draft) for draft in division.drafts)
        printed = tuple(draft for draft in given if draft.asked is None or not draft.asked.withdrawn)
        result.append(replace(division, drafts=printed))
    return result


@dataclass(slots=True)
class _Whole:
    """What is counted through the whole document."""

    drafting: Drafting
    identifiers: Identifiers
    annexes: int
    tables: int = 0
    figures: int = 0
    plain_tables: int = 0
    plain_figures: int = 0

    @property
    def section(self) -> int | None:
        """The section of a budget, whose number stands before those of its paragraphs, tables and figures."""
        return self.drafting.document.record.section


@dataclass(frozen=True, slots=True)
class _Counts:
    """How far a text had come: its paragraphs and headings."""

    paragraph: int = 0
    inserted: int = 0
    again: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    headings: list[int] = field(default_factory=lambda: [0] * 5)


@dataclass(slots=True)
class _Count:
    """What is counted within one division; `owner` is the paragraph that items and agenda lines belong to."""

    whole: _Whole
    division: str
    appendices: int
    annex: int
    headings: list[int] = field(default_factory=lambda: [0] * 5)
    paragraph: int = 0
    inserted: int = 0
    again: list[int] = field(default_factory=list)  # the counts begun from 1 again inside others, by their number
    left: list[int] = field(default_factory=list)  # how far each count had come that one of them interrupts
    counts_again: int = 0
    operative: int = 0
    appendix: int = 0
    decision: str = ""
    run: str = ""  # the sequence that operative paragraphs count in: a decision, a part or a section of one
    runs: int = 0
    headings_within: list[int] = field(default_factory=lambda: [0] * 5)  # of the decision that is being counted
    scope: str = ""  # the text within the division that counts by itself
    kept: dict[str, _Counts] = field(default_factory=dict)  # how far each text had come that another interrupts
    owner: str = ""
    items: list[int] = field(default_factory=list)
    agenda: list[int] = field(default_factory=list)
    agendas: int = 0  # so far in this division

    @property
    def vocabulary(self) -> Vocabulary:
        """The vocabulary of the document."""
        return self.whole.drafting.vocabulary

    @property
    def section(self) -> int | None:
        """The section of a budget that paragraphs of the body are counted in."""
        return None if self.annex or self.scope else self.whole.section

    @property
    def prefix(self) -> str:
        """What the identifiers of this division, or of a text within it, begin with."""
        return f"{self.scope or self.division}-" if self.annex or self.scope else ""

    def give(self, draft: Draft) -> Draft:
        """The draft with its number and identifier."""
        if draft.scope != self.scope:
            self._turn_to(draft.scope)
        if draft.decision and draft.begins:
            self.decision, self.operative = self.whole.identifiers.made(f"decision-{slug(draft.decision)}"), 0
            self.run, self.runs, self.headings_within = self.decision, 0, [0] * 5
            self.owner, self.items, self.agenda = self.decision, [], []
            if draft.part == "heading":
                return replace(draft, block=replace(draft.block, id=self.decision), decision=self.decision)
        if draft.decision:
            draft = replace(draft, decision=self.decision)
        if draft.restarts and draft.part == "agenda":
            self.agendas, self.agenda = self.agendas + 1, []
        elif draft.restarts:
            self.runs, self.operative = self.runs + 1, 0
            self.run = f"{self.decision}-{self.runs}"
        if draft.asked is None:
            return self._unnumbered(draft)
        block, made = self._numbered(draft, draft.asked)
        aliases = (*draft.aliases, made) if draft.id else draft.aliases
        return replace(draft, block=self._named(block, draft, made), aliases=aliases)

    def _turn_to(self, scope: str) -> None:
        """Count on where the text `scope` was left, or from 1."""
        self.kept[self.scope] = _Counts(self.paragraph, self.inserted, self.again, self.left, self.headings_within)
        counts = self.kept.pop(scope, None) or _Counts()
        self.paragraph, self.inserted, self.again, self.left = (
            counts.paragraph,
            counts.inserted,
            counts.again,
            counts.left,
        )
        self.headings_within, self.scope = counts.headings, scope

    def _numbered(self, draft: Draft, asked: Asked) -> tuple[Block, str]:
        """The block with its number, and the identifier made from it."""
        block = draft.block
        match asked.series:
            case "heading":
                number, made = self._heading(draft, asked)
            case "paragraph":
                number, made = self._paragraph(draft, asked)
            case "operative":
                number, made = self._operative(draft, asked)
            case "item":
                number, made = self._item(asked)
            case "agenda":
                number, made = self._agenda(asked)
            case "annex":
                label = self.vocabulary.annex_label(self.annex, self.whole.annexes)
                number, made = _attached(label, "annexes", self.annex), self.division
            case "appendix":
                self.appendix += 1
                label = self.vocabulary.appendix_label(self.appendix, self.appendices)
                number = _attached(label, f"{self.division}-appendices", self.appendix)
                made = f"{self.prefix}appendix-{self.appendix}"
            case "table" | "figure":
                return self._labelled(block, asked)
            case _:
                assert_never(asked.series)
        if not isinstance(block, Heading | Paragraph):
            raise TypeError(f"a {type(block).__name__} asks for a number")
        return replace(block, number=number), made

    def _named(self, block: Block, draft: Draft, made: str) -> Block:
        """Give the block its identifier; paragraphs become the owner of the items that follow."""
        identifiers = self.whole.identifiers
        named = identifiers.of_author(draft.id) if draft.id else identifiers.made(made)
        if draft.asked is not None and draft.asked.series not in ("item", "agenda"):
            # Items take the counted name of their paragraph, so that they keep it when the author names the paragraph.
            self.owner, self.items, self.agenda = made, [], []
        return replace(block, id=named)

    def _unnumbered(self, draft: Draft) -> Draft:
        """Identify a block without a number by its place: the decision, the paragraph or the division it belongs to."""
        identifiers = self.whole.identifiers
        if draft.id:
            named = identifiers.of_author(draft.id)
        elif draft.part in ("close", "officer", "vote"):
            named = identifiers.counted(f"{self.owner or self.division}-{draft.part}")
        else:
            named = identifiers.counted(f"{self.decision}-{draft.part}" if draft.decision else self.prefix + draft.part)
        if draft.part not in ("close", "officer", "vote"):
            self.owner, self.items, self.agenda = named, [], []
        return replace(draft, block=replace(draft.block, id=named))

    def _heading(self, draft: Draft, asked: Asked) -> tuple[Number | None, str]:
        """Headings count in five degrees, in a decision anew; a higher one restarts those below (CONVENTIONS §2.2)."""
        counts = self.headings_within if draft.decision or self.scope else self.headings
        prefix = f"{self.decision}-" if draft.decision and not self.scope else self.prefix
        depth = asked.depth
        if not asked.numeric:
            path = "-".join(str(count) for count in counts[:depth] if count)
            return None, f"{prefix}heading-{path}-plain" if path else f"{prefix}heading-plain"
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (4 - depth)
        chapter = isinstance(draft.block, Heading) and draft.block.kind == "chapter"
        degree = counts[depth]
        found = self.vocabulary.chapter_label(degree) if chapter else self.vocabulary.heading_number(depth + 1, degree)
        path = "-".join(str(count) for count in counts[: depth + 1] if count)
        return _number(found, f"{prefix}headings", depth, counts[depth]), f"{prefix}heading-{path}"

    def _paragraph(self, draft: Draft, asked: Asked) -> tuple[Number, str]:
        if asked.inserted and not asked.inserted.isdecimal():
            found, made = self._inserted(draft, asked.inserted, self.paragraph)
            return _number(found, self.scope or self.division, 0, None), f"{self.prefix}para-{made}"
        self._given(int(asked.inserted) if asked.inserted else self.paragraph + 1)
        found = self.vocabulary.paragraph_number(self.paragraph, self.section)
        again = f"-{self.again[-1]}" if self.again else ""
        made = f"{self.prefix}para{again}-{self.paragraph}"
        number = _number(found, (self.scope or self.division) + again, 0, self.paragraph)
        return replace(number, typed=bool(asked.inserted)), made

    def _given(self, number: int) -> None:
        """Count on to `number`: 1 begins a count of its own, until a number goes on with the one before it."""
        if number == 1 and self.paragraph:
            self.counts_again += 1
            self.again.append(self.counts_again)
            self.left.append(self.paragraph)
        elif self.left and number == self.left[-1] + 1 and number != self.paragraph + 1:
            self.again.pop()
            self.left.pop()
        self.paragraph, self.inserted = number, 0

    def _operative(self, draft: Draft, asked: Asked) -> tuple[Number | None, str]:
        if asked.inserted and not asked.inserted.isdecimal():
            found, made = self._inserted(draft, asked.inserted, self.operative)
            return _number(found, self.run, 0, None), f"{self.run}-op-{made}"
        self.operative, self.inserted = int(asked.inserted or self.operative + 1), 0
        made = f"{self.run}-op-{self.operative}"
        if not asked.numeric:
            return None, made
        found = self.vocabulary.operative_number(self.operative)
        return replace(_number(found, self.run, 0, self.operative), typed=bool(asked.inserted)), made

    def _inserted(self, draft: Draft, written: str, count: int) -> tuple[Numbered, str]:
        """An inserted number stands outside the count, after its paragraph: 12, 12 bis, 12 ter (CONVENTIONS §2.1).

        So does one with the number of its section before it: 26.1.
        """
        if "." in written:
            return Numbered(written, "literal", "{}"), slug(written)
        value, insertion = written.split()
        place = INSERTIONS.index(insertion)
        if int(value) != count or place != self.inserted:
            expected = f"{count} {INSERTIONS[self.inserted]}" if self.inserted < len(INSERTIONS) else "no further one"
            at = draft.block.at if isinstance(draft.block, Paragraph) else None
            self.whole.drafting.report(
                "NU001", f"the inserted paragraph “{written}” stands where “{expected}” is due", at, span=written
            )
        self.inserted = place + 1
        return self.vocabulary.inserted_number(written), f"{value}-{insertion}"

    def _item(self, asked: Asked) -> tuple[Number, str]:
        """Subparagraphs count in four degrees below their paragraph (CONVENTIONS §2.1)."""
        self.items = _counted(self.items, asked.depth)
        found = self.vocabulary.item_number(asked.depth + 1, self.items[-1])
        letters = (_LETTERS[depth % 2](count) for depth, count in enumerate(self.items))
        return _number(found, f"list-{self.owner}", asked.depth, self.items[-1]), "-".join([self.owner, *letters])

    def _agenda(self, asked: Asked) -> tuple[Number, str]:
        self.agenda = _counted(self.agenda, asked.depth)
        found = self.vocabulary.agenda_number(self.agenda[-1], asked.depth + 1)
        made = "-".join([self.owner or self.division, "agenda", *map(str, self.agenda)])
        return _number(found, f"agenda-{self.division}-{self.agendas}", asked.depth, self.agenda[-1]), made

    def _labelled(self, block: Block, asked: Asked) -> tuple[Block, str]:
        """Tables and figures with a title carry a label and a number through the document (CONVENTIONS §5.2)."""
        match block:
            case Table():
                if not asked.numeric:
                    self.whole.plain_tables += 1
                    return block, f"table-plain-{self.whole.plain_tables}"
                self.whole.tables += 1
                label = self.vocabulary.table_label(self.whole.tables, self.whole.section)
                return replace(block, label=label), f"table-{self.whole.tables}"
            case Figure():
                if not asked.numeric:
                    self.whole.plain_figures += 1
                    return block, f"figure-plain-{self.whole.plain_figures}"
                self.whole.figures += 1
                label = self.vocabulary.figure_label(self.whole.figures, self.whole.section)
                return replace(block, label=label), f"figure-{self.whole.figures}"
            case Paragraph() | Heading() | EndRule():
                raise TypeError(f"a {type(block).__name__} asks for a label")
            case _:
                assert_never(block)


_LETTERS = (lower_letter, roman)


def _counted(counts: list[int], depth: int) -> list[int]:
    """Count on at `depth`; deeper counts fall away, degrees that were skipped count as 1."""
    kept = [*counts[: depth + 1], *[1] * (depth - len(counts))]
    return [*kept[:depth], kept[depth] + 1 if len(kept) > depth else 1]


def _number(found: Numbered, sequence: str, depth: int, ordinal: int | None) -> Number:
    return Number(found.printed, sequence, depth, ordinal, found.form, found.pattern)


def _attached(found: Numbered, sequence: str, count: int) -> Number:
    """The label of an annex or appendix; one that stands alone is outside any count (CONVENTIONS §2.3)."""
    return Number(found.printed, sequence, 0, count if "{}" in found.pattern else None, found.form, found.pattern)


def usual_numbers(vocabulary: Vocabulary) -> tuple[UsualNumber, ...]:
    """How the language numbers each series, degree by degree."""
    series: dict[Literal["heading", "paragraph", "operative", "item", "agenda"], list[Numbered]] = {
        "heading": [vocabulary.heading_number(depth, 1) for depth in range(1, 6)],
        "paragraph": [vocabulary.paragraph_number(1)],
        "operative": [vocabulary.operative_number(1)],
        "item": [vocabulary.item_number(depth, 1) for depth in range(1, 5)],
        "agenda": [vocabulary.agenda_number(1, depth) for depth in (1, 2)],
    }
    return tuple(
        UsualNumber(name, depth, number.form, number.pattern)
        for name, numbers in series.items()
        for depth, number in enumerate(numbers)
    )


def drafts(divisions: Sequence[DraftDivision]) -> Iterator[Draft]:
    """The drafts of all divisions in reading order."""
    for division in divisions:
        yield from division.drafts
