"""What the language versions of one record agree on.

Which lines are headings, which belong to the preamble, which stand under bullets. A record marks them in some languages
only; what most versions have is so in all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from publisher.receive.akn.shape import tag
from publisher.receive.akn.source import AKN, Element, Source, plain

LONGEST_TITLE = 120
_LONGEST_HEADING = 400  # that most versions set as one
_HEADED = ("H1", "H23", "H4", "H56", "HCh", "HM")
_TYPED = re.compile(r"[\u200e\u200f]*(\d{1,3}) ?[.．\-–—]")
# The label of a part of a treaty or statute, and its title on the same line.
_PART = re.compile(
    r"(?:(?:Article|Chapter|Section|Part|Artículo|Capítulo|Sección|Parte|Chapitre|Partie|Статья|Глава|Раздел|Часть)"
    r"\s+(?:\d{1,3}|[IVXLC]{1,7}|premier|première|primero|primera|первая)(?:\s(?:bis|ter))?"
    r"|(?:المادة|الفصل|الباب|الجزء|الفرع)\s+(?:\d{1,3}|ال[ء-ي]{3,10}(?: عشرة?| وال[ء-ي]{5,7})?)"
    r"|第[一二三四五六七八九十百]{1,5}[条章节编])(?P<stop>[.．:：])?(?:\s+(?P<title>\S.*))?"
)
_ALIKE = 0.7  # share of lines of one kind at which two versions of one length stand line by line for each other


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a record: its element, its number, whether it is set as a heading, or could be one, and its half."""

    element: Element
    number: str
    headed: bool
    short: bool
    is_preamble: bool

    @property
    def kind(self) -> tuple[str, bool]:
        """What the lines of two versions that stand for each other have alike.

        Letters may stand among the words.
        """
        figures = re.match(r"\d+", self.number)
        return figures[0] if figures else "", self.short


def agree(sources: Sequence[Source]) -> None:
    """Set as headings, in each source, the lines that are headings in most versions of the record.

    A line that ends with a stop and is bold in few versions is text.
    """
    every = [list(_lines(source)) for source in sources]
    for place, source in enumerate(sources):
        others = [_standing_for(every[place], lines) for at, lines in enumerate(every) if at != place]
        for line in every[place]:
            held = [other[line.element] for other in others if line.element in other]
            most = sum(one.headed for one in held) * 2 > len(held)
            if most and line.short and not line.headed and not line.kind[0]:
                source.headings.add(line.element)
            elif held and not most and line.headed and (not line.short or line.kind[0]):
                source.emphasized.add(line.element)
            if not line.number and sum(one.number in BULLETS for one in held) * 2 > len(held):
                source.bulleted.add(line.element)
            preambular = sum(one.is_preamble for one in held)
            if preambular * 2 > len(held) and not line.number:
                source.preambular.add(line.element)
            elif preambular * 2 < len(held) and line.is_preamble:
                source.operative.add(line.element)


def is_heading(element: Element) -> bool:
    """True of a line that the record sets as a heading.

    By its class, or with every word bold.
    """
    above = next((one for one in element.iterancestors() if tag(one) == "paragraph"), None)
    by_class = above is not None and above.get("class", "") in _HEADED
    return by_class or tag(element) == "subheading" or all_bold(element) or is_part(_words(element))


def all_bold(element: Element) -> bool:
    """True where every word of a line is bold.

    What a record that knows no headings makes of them.
    """
    loose = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    spans = [child for child in element if tag(child) not in ("authorialNote", "eol", "sup")]
    return bool(spans) and not loose and all("bold" in child.get("class", "") for child in spans if plain(child))


def is_part(words: str, *, alone: bool = False) -> bool:
    """True of a line that heads a part of a treaty or statute: “Article 5”, “Chapter II General provisions”.

    `alone` asks for its label without a title.
    """
    found = _PART.fullmatch(words.strip())
    return found is not None and (not found["title"] if alone else not found["title"] or _is_short(found["title"]))


def reads_as_title(text: str) -> bool:
    """True of a short line without a stop at its end."""
    return 0 < len(text) <= LONGEST_TITLE and text[-1].isalnum() and not text[0].islower()


def _lines(source: Source) -> Iterator[_Line]:
    for part in source.root.iter(f"{AKN}preamble", f"{AKN}mainBody"):
        for element in part.iter(*(f"{AKN}{name}" for name in _SAID)):
            above = next(one for one in element.iterancestors() if tag(one) in _HOLDERS)
            words, number = _words(element), plain(above.find(f"{AKN}num"))
            if tag(above) in ("paragraph", "container") or number in BULLETS:
                typed = _TYPED.match(words)
                number = number or (typed[1] if typed else "")
                yield _Line(element, number, is_heading(element), _is_short(words), tag(part) == "preamble")


BULLETS = ("•", "‣", "◦", "▪", "●", "■", "∙")
_SAID = ("p", "subheading", "heading", "listIntroduction")  # what has a line of its own
_HOLDERS = ("paragraph", "container", "point", "item", "td", "th", "authorialNote", "formula", "preamble", "mainBody")


def _is_short(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_HEADING and words[-1] not in ".,:;。，：；،؛" and not words[0].islower()


def _words(element: Element) -> str:
    """The words of a line without its notes."""
    notes = element.iterfind(f".//{AKN}authorialNote")
    return plain(element) if next(notes, None) is None else " ".join(_outside(element)).strip()


def _outside(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if tag(child) != "authorialNote":
            yield from _outside(child)
        yield child.tail or ""


def _standing_for(ours: Sequence[_Line], theirs: Sequence[_Line]) -> dict[Element, _Line]:
    """The line of another version for each of ours that has one, by element."""
    kinds = [[line.kind for line in lines] for lines in (ours, theirs)]
    alike = sum(one == two for one, two in zip(*kinds, strict=False))
    if len(ours) == len(theirs) and alike >= _ALIKE * len(ours):
        return {one.element: two for one, two in zip(ours, theirs, strict=True)}
    matcher = SequenceMatcher(None, kinds[0], kinds[1], autojunk=False)
    return {
        ours[block.a + step].element: theirs[block.b + step]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
