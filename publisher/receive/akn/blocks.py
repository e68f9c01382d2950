"""Preambles, operative paragraphs and annexes of an AKN4UN file as the blocks of a language file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from publisher.receive.akn.source import AKN, Element, Source, plain, tag
from publisher.receive.akn.tables import table
from publisher.receive.akn.words import Notes, escaped, text_of

_FIGURE = re.compile(r"(\d{1,4})(?: (bis|ter|quater|quinquies))?\s*[.．)\-–—]*", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+\.?$")
_HEADED = ("H1", "H23", "H4", "H56", "HCh", "HM")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: its number as printed, its words, whether it is set as a heading, what stands under it."""

    number: str
    text: str
    headed: bool = False
    under: tuple[Any, ...] = ()
    block: dict[str, Any] | None = None  # a table, which is no line of words


@dataclass(slots=True)
class Operative:
    """What the operative lines became: blocks, and whether numbers restart under the headings."""

    blocks: list[Any] = field(default_factory=list)
    restarts: bool = False


def preamble(element: Element | None, notes: Notes) -> list[Any]:
    """The preambular paragraphs: words, or words with items under them."""
    blocks: list[Any] = []
    for container in element if element is not None else ():
        if tag(container) != "formula":
            blocks += _preambular(container, notes)
    return blocks


def interposed(elements: Sequence[Element], notes: Notes) -> list[Any]:
    """Lines that stand between two pieces of a preamble: headings, or paragraphs without a number."""
    made: list[Any] = []
    for line in _lines(elements, notes):
        words = f"{escaped(line.number)} {line.text}".strip()
        if line.block is not None:
            made.append(line.block)
        elif line.headed:
            made.append({"heading": words, "numbered": False, "body": []})
        else:
            made.append({"unnumbered": words, **_items(line)})
    return made


def _preambular(container: Element, notes: Notes) -> Iterator[Any]:
    for part in container:
        match tag(part):
            case "blockList":
                intro = part.find(f"{AKN}listIntroduction")
                items = [_item(item, notes) for item in part.iterfind(f"{AKN}item")]
                yield {"unnumbered": text_of(intro, notes) if intro is not None else "[--]", "items": items}
            case "table":
                yield table(part, notes)
            case _ if words := text_of(part, notes):
                yield words


def _item(item: Element, notes: Notes) -> Any:
    number = item.find(f"{AKN}num")
    if number is not None:
        notes.source.use_all(number)
    words = " ".join(filter(None, (text_of(part, notes) for part in item if tag(part) not in ("num", "sublist"))))
    under = [_item(inner, notes) for sub in item.iterfind(f"{AKN}sublist") for inner in sub]
    return {"item": words, "items": under} if under else words


def operative(elements: Sequence[Element], notes: Notes) -> Operative:
    """The operative paragraphs, their headings and tables, in the numbers that the program will print."""
    return _numbered(list(_lines(elements, notes)), notes.source)


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


def _paragraph(element: Element, notes: Notes) -> Iterator[Line]:
    number_element = element.find(f"{AKN}num")
    number = plain(number_element)
    if number_element is not None:
        notes.source.use_all(number_element)
    headed = element.get("class", "") in _HEADED
    given = element.find(f"{AKN}list")
    if given is not None:
        intro = given.find(f"{AKN}intro")
        words = text_of(intro, notes) if intro is not None else ""
        yield Line(number, words or "[--]", under=tuple(_points(given, notes)))
        return
    for part in element:
        name = tag(part)
        if name in ("num", ""):
            continue
        for inner in part if name == "content" else (part,):
            if tag(inner) == "table":
                yield Line("", "", block=table(inner, notes))
                continue
            bold = _all_bold(inner)
            words = text_of(inner, notes, bold=not bold)
            if words or number:
                yield Line(number, words or "[--]", headed or bold or name == "subheading")
                number = ""


def _points(given: Element, notes: Notes) -> Iterator[Any]:
    """The points of a list; a sublist belongs to the point before it."""
    points: list[Any] = []
    for part in given:
        match tag(part):
            case "point":
                points.append(_point(part, notes))
            case "sublist":
                inner = list(_points(part, notes))
                last = points.pop() if points else "[--]"
                points.append({"item": last if isinstance(last, str) else last["item"], "items": inner})
            case "intro" | "num" | "":
                continue
            case _:
                points.append(text_of(part, notes))
    yield from points


def _point(point: Element, notes: Notes) -> Any:
    """The words of a point; where the record put two points into one, each is one of its own."""
    for number in point.iterfind(f"{AKN}num"):
        notes.source.use_all(number)
    contents = [text_of(part, notes) for part in point.iterfind(f"{AKN}content")]
    under = [inner for sub in point.iterfind(f"{AKN}sublist") for inner in _points(sub, notes)]
    if len(contents) > 1:
        notes.source.tolerate("two points in one")
        under = [*contents[1:], *under]
    words = contents[0] if contents else "[--]"
    return {"item": words, "items": under} if under else words


def _all_bold(element: Element) -> bool:
    """True where every word of a line is bold: what a record that knows no headings makes of them."""
    loose = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    spans = [child for child in element if tag(child) not in ("authorialNote", "eol", "sup")]
    return bool(spans) and not loose and all("bold" in child.get("class", "") for child in spans if plain(child))


def _numbered(lines: Sequence[Line], source: Source) -> Operative:
    """Put the lines under their headings; what the program would number otherwise keeps its number as words."""
    made = Operative()
    place, expected = made.blocks, 1
    total = sum(1 for line in lines if _FIGURE.fullmatch(line.number))
    for line in lines:
        found = _FIGURE.fullmatch(line.number)
        if line.block is not None:
            place.append(line.block)
        elif found and not (line.headed and not line.under):
            if int(found[1]) == 1 and expected > 1:
                made.restarts, expected = True, 1
            if found[2]:
                place.append({"paragraph": line.text, "number": f"{found[1]} {found[2].lower()}", **_items(line)})
            elif int(found[1]) == expected and total > 1:
                place.append({"paragraph": line.text, **_items(line)} if line.under else line.text)
                expected += 1
            else:
                place.append(_as_typed(line, source))
        elif line.headed or _ROMAN.match(line.number):
            place = _headed(made.blocks, line)
        elif line.number:
            place.append(_as_typed(line, source))
        elif total == 0:
            place.append({"paragraph": line.text, **_items(line)} if line.under else line.text)
        else:
            place.append({"unnumbered": line.text, **_items(line)})
    return made


def _headed(blocks: list[Any], line: Line) -> list[Any]:
    """A heading with its number as words, so that it is printed as it came; where the next lines go."""
    words = f"{escaped(line.number)} {line.text}".strip()
    section: dict[str, Any] = {"heading": words, "numbered": False, "body": []}
    blocks.append(section)
    body: list[Any] = section["body"]
    return body


def _as_typed(line: Line, source: Source) -> dict[str, Any]:
    source.slip(f"the number {line.number} is out of sequence; it is kept as words", line.number)
    return {"unnumbered": f"{escaped(line.number)} {line.text}", **_items(line)}


def _items(line: Line) -> dict[str, Any]:
    return {"items": list(line.under)} if line.under else {}
