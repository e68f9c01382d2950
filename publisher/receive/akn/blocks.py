"""The text of an AKN4UN file as the blocks of a language file.

Preambles, operative paragraphs and annexes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from publisher.receive.akn.agreement import all_bold, is_part, reads_as_title
from publisher.receive.akn.halves import COLONS, COMMAS, is_headed
from publisher.receive.akn.lists import as_typed, entries_of, fits, items, letters_of, parted_heading
from publisher.receive.akn.shape import tag
from publisher.receive.akn.source import AKN, Element, Source, plain
from publisher.receive.akn.tables import table
from publisher.receive.akn.words import Notes, escaped, text_of
from publisher.receive.written import signs

_FIGURE = re.compile(r"(\d{1,4})(?: (bis|ter|quater|quinquies))?\s*[.．)\-–—]*", re.IGNORECASE)
# A number that the record has among the words; marks of direction may stand round it.
_TYPED = re.compile(r"[\u200e\u200f]*(\d{1,3}) ?[.．\-–—][\u200e\u200f]?\s(?=[^\d\s])")
_LETTERED = re.compile(
    r"(\((?:[ivx]{1,6}|[一二三四五六七八九十]{1,3}|[^\W\d_] ?[^\W\d_]?|\d{1,2})\)"
    r"|(?:[ivx]{1,6}|[a-zа-я]{1,2})\)|[‘’]\d{1,2}[‘’]|[㈠-㈩])\s+(?=\S)"
)
_NUMBER_ALONE = re.compile(r"[(（](?:\d{1,2}|[ivx]{1,6}|[a-z])[)）]")
_ROMAN = re.compile(r"[IVXLC]+\.?$")
_BULLET = "• "
EMPTY = "[--]"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: its number, its words, what is under it.

    And whether it is set as a heading.
    """

    number: str
    text: str
    headed: bool = False
    under: tuple[Any, ...] = ()
    block: dict[str, Any] | None = None  # a table, which is no line of words


@dataclass(slots=True)
class Operative:
    """What the operative lines became, and whether any is numbered."""

    blocks: list[Any] = field(default_factory=list)
    counts: bool = False


def preamble(element: Element | None, notes: Notes) -> list[Any]:
    """The preambular paragraphs: words, or words with items under them."""
    blocks: list[Any] = []
    place = blocks  # of the paragraphs under the last heading
    for container in element if element is not None else ():
        for block in _preambular(container, notes) if tag(container) != "formula" else ():
            if isinstance(block, dict) and "heading" in block:
                blocks.append(block)
                place = block["body"]
            else:
                place.append(block)
    return blocks


def interposed(elements: Sequence[Element], notes: Notes) -> list[Any]:
    """Lines between two pieces of a preamble.

    Headings, or paragraphs without a number; the last of them may begin the second piece.
    """
    made: list[Any] = []
    lines = list(_lines(elements, notes))
    late = len(lines) - sum(1 for _ in takewhile(_reads_as_preamble, reversed(lines)))
    for place, line in enumerate(lines):
        words = f"{escaped(line.number)} {line.text}".strip()
        if line.block is not None:
            made.append(line.block)
        elif line.headed:
            made.append({"heading": words, "numbered": False, "body": []})
        elif place >= late:
            made.append(words)
        else:
            made.append({"unnumbered": words, **_items(line)})
    return made


def _reads_as_preamble(line: Line) -> bool:
    plain_line = line.block is None and not (line.number or line.under or line.headed)
    return plain_line and line.text.startswith("*") and line.text.endswith(COMMAS)


def _preambular(container: Element, notes: Notes) -> Iterator[Any]:
    for part in container:
        match tag(part):
            case "blockList":
                intro = part.find(f"{AKN}listIntroduction")
                words = text_of(intro, notes) if intro is not None else EMPTY
                entries = entries_of(part, notes)
                if fits(entries, notes):
                    yield {"unnumbered": words, "items": items(entries, notes)}
                else:
                    yield words
                    yield from ({"unnumbered": line} for line in as_typed(entries, notes))
            case "table":
                yield table(part, notes)
            case _ if _heads_a_section(part, notes.source) and (words := text_of(part, notes, bold=False)):
                yield {"heading": words, "numbered": False, "body": []}
            case _ if words := text_of(part, notes):
                yield words
            case _:
                pass


def _heads_a_section(part: Element, source: Source) -> bool:
    return part in source.headings or (is_headed(part, source) and _reads_as_title(plain(part)))


def parted(blocks: list[Any]) -> tuple[list[Any], list[Line]]:
    """What a record holds as preamble, in what comes before a paragraph 1 in it, and the numbered lines from there.

    Under headings each section has a preamble of its own and counts anew.
    """
    typed = [_typed_line(block) for block in blocks]
    if any(isinstance(block, dict) and "heading" in block for block in blocks):
        return blocks, []
    first = next((place for place, line in enumerate(typed) if line and line.number == "1"), len(blocks))
    return blocks[:first], [line for line in typed[first:] if line]


def _typed_line(block: Any) -> Line | None:
    match block:
        case {"unnumbered": str(words)} | str(words):
            number, words = _numbered_by_hand("", words)
            return Line(number, words, under=tuple(block.get("items", ())) if isinstance(block, dict) else ())
        case _:
            return None


def operative(elements: Sequence[Element], notes: Notes, before: Sequence[Line] = ()) -> Operative:
    """The operative paragraphs, their headings and tables.

    In the numbers that the program will print; `before` are lines found elsewhere.
    """
    lines = list(_with_numbers_due(_with_their_numbers([*before, *_lines(elements, notes)])))
    return _numbered(_titled(list(_with_items(lines, notes))), notes.source)


def _lines(elements: Sequence[Element], notes: Notes) -> Iterator[Line]:
    for element in elements:
        match tag(element):
            case "paragraph":
                yield from _paragraph(element, notes)
            case "container":
                yield from _lines(list(element), notes)
            case "table":
                yield Line("", "", block=table(element, notes))
            case "" | "img":
                continue
            case _ if words := text_of(element, notes):
                yield Line("", words)
            case _:
                pass


def _with_their_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines, each number that stands on a line of its own put before the words of the next."""
    made: list[Line] = []
    for line in lines:
        if made and made[-1].number and made[-1].text == EMPTY and not line.number and line.block is None:
            line = replace(line, number=made.pop().number, headed=False)
        made.append(line)
    return made


def _with_numbers_due(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, the number that is due taken from the words of one whose stop was forgotten: “7 Stresses …”."""
    expected = 1
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        due = f"{expected} "
        counts = expected > 1 or (after is not None and after.number.startswith("2"))
        if not line.number and not line.headed and counts and line.text.startswith(due):
            line = replace(line, number=str(expected), text=line.text.removeprefix(due))
        if found := _FIGURE.fullmatch(line.number):
            expected = int(found[1]) + 1
        yield line


def _with_items(lines: Sequence[Line], notes: Notes) -> Iterator[Line]:
    """The lines, those lettered on after a list or a line with a colon put under it: a record need not know the list."""
    waiting: Line | None = None
    for line in lines:
        under = _under(waiting, line, notes) if waiting and not line.under else None
        if waiting and under:
            waiting = replace(waiting, under=under)
            continue
        if waiting:
            yield waiting
        waiting = line if line.under or line.text.endswith(COLONS) else None
        if not waiting:
            yield line
    if waiting:
        yield waiting


def _under(above: Line, line: Line, notes: Notes) -> tuple[Any, ...] | None:
    """What stands under a line with another one taken in, if its letter is the next of the list or of its last item."""
    items = above.under
    last: dict[str, Any] = items[-1] if items and isinstance(items[-1], dict) else {"item": items[-1] if items else ""}
    inner = last.get("items", [])
    if (inner or last["item"].endswith(COLONS)) and _is_lettered(line, 2, len(inner) + 1, notes):
        return (*items[:-1], last | {"items": [*inner, line.text]})
    return (*items, line.text) if _is_lettered(line, 1, len(items) + 1, notes) else None


def _is_lettered(line: Line, depth: int, place: int, notes: Notes) -> bool:
    """True where a line has the letter that the program gives it; one that only looks like it is told."""
    printed = notes.vocabulary.item_number(depth, place).printed
    if letters_of(line.number) != letters_of(printed):
        return False
    if signs(line.number) != signs(printed):
        notes.source.reletter(line.number, printed)
    return True


def _titled(lines: Sequence[Line]) -> list[Line]:
    """The lines, short ones without number and stop set as headings, as other languages have them.

    Those above numbered lines, and under the label of an article.
    """
    made: list[Line] = []
    leads = False  # to a numbered line, with nothing but titles between
    for line, above in zip(reversed(lines), [*reversed(lines[:-1]), None], strict=False):
        is_loose = not line.number and not line.under and line.block is None and _reads_as_title(line.text)
        if is_loose and (leads or (above is not None and is_part(_unmarked(above.text), alone=True))):
            line = replace(line, headed=True)
        leads = line.headed or bool(_FIGURE.fullmatch(line.number))
        made.append(line)
    return made[::-1]


def _reads_as_title(text: str) -> bool:
    return reads_as_title(_unmarked(text))


def _unmarked(text: str) -> str:
    """Words without emphasis, raised letters and calls of notes."""
    return re.sub(r"\[\^\w+\]|[*_^{}]", "", text).strip()


def _paragraph(element: Element, notes: Notes) -> Iterator[Line]:
    number_element = element.find(f"{AKN}num")
    number = plain(number_element)
    if number_element is not None:
        notes.source.use_all(number_element)
    for part in element:
        match tag(part):
            case "num" | "":
                continue
            case "list":
                lines = _listed(part, number, notes)
            case _:
                lines = _said(part, number, notes)
        for line in lines:
            yield line
            number = ""


def _listed(given: Element, number: str, notes: Notes) -> Iterator[Line]:
    """A list: its introduction with the number of the paragraph, and the points under it or as lines."""
    intro = given.find(f"{AKN}intro")
    words = text_of(intro, notes) if intro is not None else ""
    entries, heading = parted_heading(entries_of(given, notes))
    fitting = fits(entries, notes)
    number, words = _numbered_by_hand(number, words)
    if words or number or fitting:
        yield Line(number, words or EMPTY, under=tuple(items(entries, notes)) if fitting else ())
    yield from () if fitting else (Line(*_numbered_by_hand("", line)) for line in as_typed(entries, notes))
    if heading is not None:
        notes.source.use_all(heading.number)
        yield Line(plain(heading.number), heading.text, headed=True)


def _said(part: Element, number: str, notes: Notes) -> Iterator[Line]:
    """The lines of a content, the first with the number of the paragraph."""
    for inner in part if tag(part) == "content" else (part,):
        if tag(inner) == "table":
            yield Line("", "", block=table(inner, notes))
            continue
        embedded = list(inner.iterfind(f"{AKN}embeddedStructure"))
        notes.apart.update(embedded)
        headed = is_headed(inner, notes.source)
        words = text_of(inner, notes, bold=not (headed and all_bold(inner)))
        number, words = _numbered_by_hand(number, words)
        number = number or ("•" if inner in notes.source.bulleted else "")
        if words or number:
            yield Line(number, words or EMPTY, headed)
            number = ""
        for text in embedded:
            yield from _lines(list(text), notes)


def _numbered_by_hand(number: str, words: str) -> tuple[str, str]:
    """The number of a line and its words, where the record has the number among them."""
    if not number and _NUMBER_ALONE.fullmatch(words):
        return words, ""
    typed = _TYPED.match(words) or _LETTERED.match(words) if not number else None
    return (typed[1], words[typed.end() :]) if typed else (number, words)


def _numbered(lines: Sequence[Line], source: Source) -> Operative:
    """Put the lines under their headings; what the program would number otherwise keeps its number as words."""
    made = Operative()
    place, expected = made.blocks, 1
    total = sum(1 for line in lines if _FIGURE.fullmatch(line.number))
    alone = total == 0 and sum(line.block is None and not line.headed for line in lines) == 1
    made.counts = total > 1
    for line in lines:
        found = _FIGURE.fullmatch(line.number)
        if line.block is not None:
            place.append(line.block)
        elif found and not (line.headed and not line.under):
            number = int(found[1])
            if found[2]:
                place.append({"paragraph": line.text, "number": f"{number} {found[2].lower()}", **_items(line)})
            elif total == 1:
                place.append(_as_typed(line, source))
            elif number == expected:
                place.append({"paragraph": line.text, **_items(line)} if line.under else line.text)
            else:
                place.append({"paragraph": line.text, "number": str(number), **_items(line)})
                _told(number, expected, source)
            expected = number + 1
        elif line.headed or _ROMAN.match(line.number):
            place = []
            heading = f"{escaped(line.number)} {line.text}".strip()
            made.blocks.append({"heading": heading, "numbered": False, "body": place})
        elif line.number == _BULLET.strip() and not line.under:
            _bulleted(place, line.text)
        elif line.number:
            place.append(_as_typed(line, source))
        elif alone:
            place.append({"paragraph": line.text, **_items(line)} if line.under else line.text)
        elif line.text.startswith(_BULLET) and not line.under:
            _bulleted(place, line.text.removeprefix(_BULLET))
        else:
            place.append({"unnumbered": line.text, **_items(line)})
    return made


def _bulleted(place: list[Any], words: str) -> None:
    """Put the words of a line that has a bullet under the bullets before it, or begin a list with them."""
    if place and isinstance(place[-1], dict) and "bullets" in place[-1]:
        place[-1]["bullets"].append(words)
    else:
        place.append({"bullets": [words]})


def _told(number: int, expected: int, source: Source) -> None:
    """A count that begins anew is a form; any other jump is a slip of the source, kept as it stands."""
    if number != 1:
        source.slip(f"the number {number} is out of sequence; {expected} was due", str(number))


def _as_typed(line: Line, source: Source) -> dict[str, Any]:
    source.slip(f"the number {line.number} is out of sequence; it is kept as words", line.number)
    return {"unnumbered": f"{escaped(line.number)} {line.text}", **_items(line)}


def _items(line: Line) -> dict[str, Any]:
    return {"items": list(line.under)} if line.under else {}
