"""Lists that styles carry: an editor picks a style and gets its number.

Each is one list of several levels, a style to a level: the headings, the paragraphs with their items, the agenda.
What counts on by itself needs nothing but its style; where a number begins anew the paragraph says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from publisher.model.resolved import Document
from publisher.render.docx.elements import Element
from publisher.render.docx.list_number import (
    LEVELS,
    SIGN,
    WORD_FORMATS,
    Form,
    ListNumber,
    Place,
    form_of,
    is_native,
    list_number,
)
from publisher.render.docx.roles import HEADINGS, style_of
from publisher.render.docx.styles import Styles

ITEMS = ("Item1", "Item2", "Item3", "Item4")
PARAGRAPHS = ("SingleTxt", "Operative")
AGENDA = ("AgendaEntry1", "AgendaEntry2")
BULLETS = ("Bullet1", "Bullet2", "Bullet3")
Text = Literal["accepted", "rejected"]  # of tracked changes
Line = tuple[str, ListNumber]  # a numbered block of the page: its style and its number


@dataclass(slots=True)
class CarriedList:
    """A list whose levels are styles, and how far Word has counted in it.

    A count is None where Word has begun it unseen: on a level that was skipped.
    """

    styles: tuple[str, ...]
    place: Place
    shape: dict[int, Form]
    members: frozenset[tuple[int, str]]  # level and sequence of the page
    abstract: int = 0
    number: int = 0
    sequence: str = ""  # that of the last number
    counted: dict[Text, list[int | None]] = field(
        default_factory=lambda: {"accepted": [0] * LEVELS, "rejected": [0] * LEVELS}
    )

    def level(self, style: str) -> int:
        """The level of `style`."""
        return self.styles.index(style)

    def holds(self, style: str, number: ListNumber) -> bool:
        """Say whether `number`, before a paragraph of `style`, is one of this list."""
        level = self.level(style)
        return self.shape[level] == form_of(number) and (level, number.sequence) in self.members and is_native(number)

    def arrives(self, level: int, number: ListNumber) -> bool:
        """Say whether Word comes to `number` by itself, and count it."""
        texts: tuple[Text, ...] = ("accepted", "rejected")
        if number.change:
            texts = ("rejected",) if number.deleted else ("accepted",)
        before = self.counted[texts[0]][level]
        # Headings of an annex begin anew by their own saying, or a section added to the last chapter would move them.
        parted = self.place == "heading" and self.sequence not in ("", number.sequence)
        arrives = before is not None and before + 1 == number.ordinal and not parted
        self.sequence = number.sequence
        for text in texts:
            counts = self.counted[text]
            reached = counts[level]
            counts[level] = number.ordinal if not arrives else None if reached is None else reached + 1
            # ECMA-376 Part 1, 17.9.10: a level starts again after one above it was used.
            counts[level + 1 :] = [0] * (LEVELS - level - 1)
            counts[:level] = [None if count == 0 else count for count in counts[:level]]
        return arrives


def lines_of(root: Element) -> Iterator[Line]:
    """Every block of the page that Word counts and no redline strikes out."""
    for block in root.iterfind("body/main//*[@data-sequence]"):
        if block.get("class") == "annex-label":
            continue
        style, number = style_of(block), list_number(block, "text")
        if style and number is not None and is_native(number) and not number.deleted:
            yield style, number


def is_redline(root: Element) -> bool:
    """Whether blocks of the page come or go.

    Then styles carry no lists: one that begins anew at a paragraph of one text would count on in the other.
    """
    return root.find("body/main//*[@data-sequence][@data-change]") is not None


def usual_forms(resolved: Document, styles: Styles) -> dict[str, Form]:
    """The forms of the language for each style there is, where Word counts them as the language does."""
    levels = {
        "heading": HEADINGS,
        "item": ITEMS,
        "agenda": AGENDA,
        "paragraph": ("SingleTxt",),
        "operative": ("Operative",),
    }
    usual = dict.fromkeys(BULLETS, (SIGN, "•")) | {
        levels[usual.series][usual.depth]: (usual.form, usual.pattern)
        for usual in resolved.usual_numbers
        if usual.form in WORD_FORMATS and usual.depth < len(levels[usual.series])
    }
    return {style: form for style, form in usual.items() if styles.has(style)}


def carried_lists(lines: Sequence[Line], usual: Mapping[str, Form]) -> Iterator[CarriedList]:
    """The lists of the styles of a page, whose numbered blocks are `lines`.

    `usual` are the forms of the language, for styles that the page does not use.
    """
    families: list[tuple[tuple[str, ...], Place]] = [
        (HEADINGS, "heading"), *((styles, "text") for styles in _paragraphs(lines)), (AGENDA, "text"), (BULLETS, "text"),
    ]  # fmt: skip
    for styles, place in families:
        shape, members = {}, set()
        for level, style in enumerate(styles):
            own = [number for name, number in lines if name == style and number.form != SIGN]
            form = _commonest(own) or usual.get(style)
            if form is not None:
                shape[level] = form
                members |= {(level, sequence) for sequence in _apart(style, form, lines)}
        if shape:
            yield CarriedList(styles, place, shape, frozenset(members))


def _paragraphs(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The lists of paragraphs: items stand in that of the paragraphs they mostly belong to, and begin anew there."""
    items: Counter[str] = Counter()
    above = ""
    for style, _ in lines:
        if style in PARAGRAPHS:
            above = style
        elif style == ITEMS[0] and above:
            items[above] += 1
    used = Counter(style for style, _ in lines)
    owner, other = sorted(PARAGRAPHS, key=lambda style: (-items[style], -used[style]))
    return [(owner, *ITEMS), (other,)]


def _commonest(numbers: Sequence[ListNumber]) -> Form | None:
    found = Counter((number.form, number.pattern) for number in numbers)
    return max(found, key=lambda form: found[form]) if found else None


def _apart(style: str, form: Form, lines: Sequence[Line]) -> list[str]:
    """The sequences of a style that follow one another, the longest first.

    One that stands within another has a list of its own: the other must count on after it.
    """
    places: dict[str, list[int]] = {}
    for place, (name, number) in enumerate(lines):
        if name == style and form_of(number) == form:
            places.setdefault(number.sequence, []).append(place)
    kept: dict[str, list[int]] = {}
    for sequence, own in sorted(places.items(), key=lambda found: (-len(found[1]), found[1][0])):
        spans = sorted((found[0], found[-1]) for found in [*kept.values(), own])
        if all(one[1] < other[0] for one, other in pairwise(spans)):
            kept[sequence] = own
    return list(kept)
