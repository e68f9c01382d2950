"""Inline elements of the page as runs.

Emphasis, symbols, calls, references, insertions and deletions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from publisher.render.docx.elements import Element, R, text, texts, w
from publisher.render.docx.fields import field
from publisher.render.docx.footnotes import INVISIBLE, NoteMark
from publisher.render.docx.language import run_language
from publisher.render.docx.manuscript import CHANGES, Manuscript
from publisher.render.docx.script import around_leftward, has_cjk, runs_of, with_turns
from publisher.render.vocabulary import OutsideVocabulary


@dataclass(frozen=True, slots=True)
class Ink:
    """How the words being drawn look and run.

    Direction, language, inserted or deleted, in a note or not.
    """

    rightward: bool = False
    emphasis: bool = False
    bold: bool = False
    light: bool = False  # in a style that is bold
    size: int | None = None  # of type, in half-points, where it is not that of the style
    position: str | None = None  # “superscript” or “subscript”
    note: bool = False  # in the body of a footnote, which has relations of its own
    style: str | None = None
    language: str | None = None
    change: str | None = None  # “ins” or “del”


def words_of(element: Element) -> str:
    """The plain characters of an inline element, the bodies of notes left out."""
    parts = [element.text or ""]
    for child in element:
        if child.get("class") != "call" and child.tag != "del":
            parts.append(words_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def draw(element: Element, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """The runs of what stands in `element`."""
    made: list[Element] = []
    if element.text:
        made += draw_text(element.text, ink, manuscript)
    for child in element:
        if isinstance(child.tag, str):
            made += _inline(child, ink, manuscript)
        if child.tail:
            made += draw_text(child.tail, ink, manuscript)
    return made


def _inline(element: Element, ink: Ink, manuscript: Manuscript) -> list[Element]:
    match element.tag, element.get("class"):
        case "em", None:
            return draw(element, replace(ink, emphasis=not ink.emphasis), manuscript)
        case "strong", None:
            return draw(element, replace(ink, bold=True), manuscript)
        case "sup" | "sub", None:
            position = "superscript" if element.tag == "sup" else "subscript"
            return draw(element, replace(ink, position=position), manuscript)
        case "a", "link":
            return [_link(element, ink, manuscript)]
        case "span", "symbol" | "symbol long" | "ltr":
            return _leftward(element, ink, manuscript)
        case "span", "number":
            return []  # Word counts to it
        case "span", "label":
            label = draw(element, replace(ink, emphasis=True), manuscript)
            return label + _changed([w("r", w("tab"))], ink, manuscript)
        case "span", "lead":
            return _led(element, ink, manuscript)
        case "span", "mark":
            mark = draw_text(words_of(element), replace(ink, style="TableMark"), manuscript)
            return mark + _changed([w("r", w("tab"))], ink, manuscript)
        case "span", "call":
            return _call(element, ink, manuscript)
        case "sup", "table-call":
            return draw_text(words_of(element), replace(ink, style="TableMark"), manuscript)
        case "a", "reference":
            return _reference(element, ink, manuscript)
        case "br", None:
            return _changed([w("r", w("br"))], ink, manuscript)
        case "ins" | "del" as change, None:
            return draw(element, replace(ink, change=change), manuscript)
        case tag, name:
            raise OutsideVocabulary(
                f"inline element “{tag}” of class “{name}” on line {element.sourceline} of the page"
            )


def _leftward(element: Element, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """A left-to-right run, between marks of direction where right-to-left words stand around it."""
    made = draw(element, replace(ink, rightward=False), manuscript)
    if not ink.rightward:
        return made
    before, behind = around_leftward(words_of(element), element.tail or "")
    leftward = replace(ink, rightward=False)
    made = draw_text(before, leftward, manuscript) + made if before else made
    return made + draw_text(behind, ink, manuscript) if behind else made


def _led(element: Element, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """An office that hangs before a name, and the name; the last tab draws the row of dots."""
    tab = _changed([w("r", w("tab"))], ink, manuscript)
    office = element[0] if len(element) and element[0].tag == "em" and not element.text else None
    if office is None:
        return tab + draw(element, ink, manuscript) + _changed([w("r", w("tab"))], ink, manuscript)
    name, office.tail = (office.tail or "").lstrip(), None
    made = draw(element, ink, manuscript) + tab + draw_text(name, ink, manuscript)
    return made + _changed([w("r", w("tab"))], ink, manuscript)


def _link(element: Element, ink: Ink, manuscript: Manuscript) -> Element:
    """A link out of the document, by a relation of the part it stands in."""
    link = w("hyperlink", *draw(element, ink, manuscript), history=1)
    link.set(f"{{{R}}}id", manuscript.relate(element.get("href", ""), ink.note))
    return link


def draw_text(characters: str, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """`characters` as runs, each of one script."""
    made = []
    for script, piece in runs_of(with_turns(characters) if ink.rightward else characters, ink.rightward):
        properties = list(_properties(script, piece, ink))
        run = w("r", w("rPr", *properties)) if properties else w("r")
        run.extend(texts(piece, deleted=ink.change == "del"))
        made.append(run)
    return _changed(made, ink, manuscript)


def _properties(script: str, piece: str, ink: Ink) -> Iterator[Element]:
    """Yield run properties in the order of the schema."""
    if ink.style:
        yield w("rStyle", val=ink.style)
    elif ink.emphasis:
        yield w("rStyle", val="EmphasisEastAsian" if has_cjk(piece) else "Emphasis")
    if script == "east-asian":
        yield w("rFonts", hint="eastAsia")
    if ink.bold:
        yield w("b")
        yield w("bCs")
    elif ink.light:
        yield w("b", val=0)
        yield w("bCs", val=0)
    if ink.size:
        yield w("sz", val=ink.size)
        yield w("szCs", val=ink.size)
    if ink.position:
        yield w("vertAlign", val=ink.position)
    if script == "rightward":
        yield w("rtl")
    if ink.language:
        yield run_language(ink.language)


def _changed(runs: list[Element], ink: Ink, manuscript: Manuscript) -> list[Element]:
    """`runs`, inside a tracked change where the redline shows one."""
    if ink.change is None or not runs:
        return runs
    return [manuscript.revisions.mark(ink.change, *runs)]


def _call(element: Element, ink: Ink, manuscript: Manuscript) -> list[Element]:
    note, printed = element.get("data-note", ""), element.get("data-mark", "")
    known = manuscript.notes.known(note)
    if known is not None:
        return _later_call(note, printed, ink, manuscript)
    call = manuscript.notes.call(_new_note(element, note, printed, ink, manuscript))
    if ink.change == "del":
        for characters in call.findall("{*}t"):
            characters.tag = characters.tag.replace("}t", "}delText")
    return manuscript.bookmarks.around(note, _changed([call], ink, manuscript))


def draw_hidden_call(element: Element, manuscript: Manuscript) -> list[Element]:
    """A call without a visible mark, where Word can hold no call.

    The mark of its note is printed.
    """
    note, printed = element.get("data-note", ""), element.get("data-mark", "")
    made = _new_note(element, note, printed, Ink(manuscript.rightward), manuscript, hidden=True)
    return [manuscript.notes.call(replace(made, custom=INVISIBLE))]


def _new_note(
    element: Element, note: str, printed: str, ink: Ink, manuscript: Manuscript, hidden: bool = False
) -> NoteMark:
    """Write the body of the note called by `element` and give back its mark."""
    mark = manuscript.notes.mark(note, element.get("data-series", "text"), printed, ink.change)
    body = next((child for child in element if child.get("class") == "note"), None)
    if body is None:
        raise OutsideVocabulary(f"the first call of note “{note}” on line {element.sourceline} has no body")
    change = CHANGES.get(body.get("data-change", ""), ink.change)
    content = draw(body, Ink(rightward=manuscript.rightward, change=change, note=True), manuscript)
    manuscript.notes.add(mark, content, manuscript.rightward, hidden)
    return mark


def _later_call(note: str, printed: str, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """A second call of the same note repeats its mark by reference (NOTEREF)."""
    shown = w("r", w("rPr", w("rStyle", val="FootnoteReference")), text(printed, deleted=ink.change == "del"))
    name = manuscript.bookmarks.name(note)
    runs = [shown] if name is None or ink.change else field(f"NOTEREF {name} \\f \\h", [shown])
    return _changed(runs, ink, manuscript)


def _reference(element: Element, ink: Ink, manuscript: Manuscript) -> list[Element]:
    """A cross-reference: a field around the part that Word can arrive at, a link around words of the author's own."""
    href = element.get("href", "").removeprefix("#")
    target = manuscript.targets[href]
    name = manuscript.bookmarks.name(target.anchor)
    words = words_of(element)
    if name is None or ink.change is not None:
        return draw(element, ink, manuscript)
    shows = element.get("data-shows", "words")
    citation = target.citation(words) if shows in ("number", "note") and len(element) == 0 else None
    if shows == "page" and (page := manuscript.pages.get(href)) is not None and str(page) in words:
        citation = "PAGEREF {} \\h", str(page)
    if citation is None:
        return [w("hyperlink", *draw(element, ink, manuscript), anchor=name, history=1)]
    instruction, shown = citation
    before, _, after = words.rpartition(shown)
    made = draw_text(before, ink, manuscript) if before else []
    made += field(instruction.format(name), draw_text(shown, ink, manuscript))
    return made + (draw_text(after, ink, manuscript) if after else [])
