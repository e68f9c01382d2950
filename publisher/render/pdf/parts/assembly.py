"""A page in parts, each laid out by itself, then put together.

Here, in another process or in an earlier build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from publisher.render.pdf.engine import Engine
from publisher.render.pdf.pages import Earlier, Kept
from publisher.render.pdf.parts.again import MOST_SHEETS
from publisher.render.pdf.parts.context import assembled
from publisher.render.pdf.parts.division import Inseparable, as_text, divided, identifiers
from publisher.render.pdf.parts.frame import frame_of
from publisher.render.pdf.parts.glyphs import use
from publisher.render.pdf.parts.layout import LaidOut, finished, lay_out
from publisher.render.pdf.parts.sheets import Drawn, numbers_of, packed, painted, unpacked, with_pages_before
from publisher.render.sources import BASE

ROUNDS = 4  # in which the numbers printed in the first part may change how many pages it has


class Parts:
    """The parts of one page.

    The first may print on which pages the others stand. Inseparable, where there is one part, or they depend on each
    other in more than that.
    """

    def __init__(
        self,
        drawing: Engine,
        page: Element,
        sources: Any,
        stylesheets: list[Any],
        kept: Kept | None = None,
        earlier: Earlier | None = None,
    ) -> None:
        self._earlier = earlier
        self._drawing, self._sources, self._stylesheets, self._kept = drawing, sources, stylesheets, kept
        self.frame = frame_of(drawing, page, BASE, sources, stylesheets, earlier)
        if not self.frame.starts:
            raise Inseparable("all sections go on where others end")
        self._parts = divided(page, self.frame.starts)
        self._identifiers = [identifiers(part) for part in self._parts]
        remembering = kept is not None or earlier is not None
        self.keys = [_key(part) if remembering else "" for part in self._parts]  # to keep them under
        self._drawn: dict[int, Drawn] = {}
        self._first: LaidOut | None = None
        self._heard: list[str] = []  # what the engine had to say of the first part

    def __len__(self) -> int:
        return len(self._parts)

    def share(self, of_first: float) -> int:
        """How many parts hold about `of_first` of the words, at least one.

        From the first on.
        """
        sizes = [sum(len(text) for text in part.itertext()) for part in self._parts]
        wanted, so_far = sum(sizes) * of_first, 0
        for number, size in enumerate(sizes):
            if number and so_far + size / 2 > wanted:
                return number
            so_far += size
        return len(sizes)

    def take(self, drawn: Mapping[int, Drawn]) -> None:
        """Take parts (number from 0 → part) that were drawn elsewhere."""
        self._drawn.update(drawn)

    def draw(self, numbers: Iterable[int]) -> dict[int, Drawn]:
        """The parts `numbers` drawn.

        The first is laid out only while it says on which pages others stand.
        """
        for number in numbers:
            if number == 0:
                self._first = self._first or self._laid_out(0, self._heard)
                if not self._first.wanted and 0 not in self._drawn:
                    self._drawn[0] = self._numbered(self._first, {})
            elif number not in self._drawn:
                self._drawn[number] = self._from_kept(number) or self._drawn_anew(number)
        return {number: self._drawn[number] for number in numbers if number in self._drawn}

    def assembled(self) -> tuple[Any, list[Drawn]]:
        """The document (weasyprint.Document) and its parts, all drawn.

        And numbered. The first, where it has to be laid out, before the others: another process may be putting those
        where they are kept.
        """
        if self._from_before(0) is None and self._kept is not None and self._kept.get(self.keys[0]) is None:
            self.draw((0,))
        self.draw(range(1, len(self)))
        self._drawn[0] = self._first_drawn()
        parts = [self._drawn[number] for number in range(len(self))]
        sheets = [sheet for part in parts for sheet in part.sheets]
        for number, part in enumerate(parts):
            for sheet in part.sheets:
                sheet.part = number
        for sheet, head in zip(
            sheets, self.frame.heads([sheet.kind for sheet in sheets], _strings(parts)), strict=True
        ):
            sheet.head = head
        document = assembled(self._drawing, sheets, self.frame.html)
        for glyphs in (glyphs for sheet in sheets for glyphs in sheet.glyphs):
            use(document.fonts, glyphs, self._drawing.fonts.font_map)
        return document, parts

    def _first_drawn(self) -> Drawn:
        """The first part with the numbers of the pages on which the others stand."""
        if 0 in self._drawn:
            return self._drawn[0]
        if self._first is None and (kept := self._from_kept(0)) is not None:
            numbers = self._numbers(len(kept.sheets))
            if all(numbers.get(name) == number for name, number in kept.numbers.items()):
                return kept
        first = self._first = self._first or self._laid_out(0, self._heard)
        for _ in range(ROUNDS):
            count = len(first.sheets)
            with self._drawing.listening() as heard:
                first.refer(numbers := self._numbers(count))
            self._heard += heard
            if len(first.sheets) == count:
                return self._numbered(first, numbers)
        raise Inseparable("the pages never come to rest")

    def _numbered(self, first: LaidOut, numbers: Mapping[str, int]) -> Drawn:
        """The first part painted, the `numbers` of pages printed in it."""
        drawn = self._painted(first, self._heard)
        drawn.numbers = {name: numbers[name] for name in first.wanted if name in numbers}
        return self._keep(0, drawn)

    def _numbers(self, before: int) -> dict[str, int]:
        """The pages on which the identifiers of all parts but the first stand, if that has `before` pages."""
        return numbers_of((self._drawn[number].place for number in range(1, len(self))), before)[0]

    def _drawn_anew(self, number: int) -> Drawn:
        heard: list[str] = []
        return self._keep(number, self._painted(self._laid_out(number, heard), heard))

    def _laid_out(self, number: int, heard: list[str]) -> LaidOut:
        """The sheets of a part; what the engine has to say is `heard`."""
        elsewhere = frozenset().union(*self._identifiers) - self._identifiers[number]
        with self._drawing.listening() as messages:
            laid = lay_out(
                self._drawing, self._parts[number], BASE, self._sources, self._stylesheets, first=number == 0,
                elsewhere=elsewhere, earlier=self._earlier, number=number,
            )  # fmt: skip
        heard.extend(messages)
        self._drawing.collector.hold(len(laid.sheets))
        return laid

    def _painted(self, laid: LaidOut, heard: list[str]) -> Drawn:
        """A part painted, with what there is to say of it."""
        with self._drawing.listening() as messages:
            pages = list(finished(laid))
            said = self._drawing.overflows(pages)
            sheets = list(painted(pages, laid.paintings))
        return Drawn(sheets, laid.strings, [*((message, ()) for message in (*heard, *messages)), *said])

    def _from_before(self, number: int) -> Drawn | None:
        """The part as this process drew it for the draft before, if it is the same."""
        key, drawn = self._earlier.drawn.get(number, ("", None)) if self._earlier is not None else ("", None)
        return drawn if key == self.keys[number] else None

    def _from_kept(self, number: int) -> Drawn | None:
        if (drawn := self._from_before(number)) is not None:
            return drawn
        data = self._kept.get(self.keys[number]) if self._kept is not None else None
        if data is None:
            return None
        try:
            drawn = unpacked(data)
        except (ValueError, KeyError):
            return None
        if self._earlier is not None:
            remember(self._earlier, number, self.keys[number], drawn)
        return drawn

    def _keep(self, number: int, drawn: Drawn) -> Drawn:
        if self._earlier is not None and remember(self._earlier, number, self.keys[number], drawn):
            return drawn  # packed when nobody waits, see `keep`
        if self._kept is not None:
            self._kept.put(self.keys[number], packed(drawn))
        return drawn


def remember(earlier: Earlier, number: int, key: str, drawn: Drawn) -> bool:
    """Have the next draft find a part; tell whether it is short enough."""
    earlier.drawn.pop(number, None)
    if len(drawn.sheets) > MOST_SHEETS:
        return False
    earlier.drawn[number] = (key, drawn)
    return True


def keep(earlier: Earlier, kept: Kept) -> None:
    """Keep what was drawn for the last draft where other processes find it."""
    for key, drawn in earlier.drawn.values():
        if kept.get(key) is None:
            kept.put(key, packed(drawn))


def _key(part: Element) -> str:
    return hashlib.sha256(as_text(part).encode()).hexdigest()


def _strings(parts: Sequence[Drawn]) -> dict[str, dict[int, list[str]]]:
    """The strings of all parts by page instead of sheet."""
    found: dict[str, dict[int, list[str]]] = {}
    for before, part in with_pages_before(parts):
        for name, texts in part.strings.items():
            found.setdefault(name, {}).update({before + sheet: said for sheet, said in texts.items()})
    return found
