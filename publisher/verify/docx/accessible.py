"""Whether people who do not see a Word file can use it.

EN 301 549, chapter 10. Only what the file itself says is looked at, so that files of others can be held to it as
well. The clauses are those of EN 301 549 V3.2.1, which number the success criteria of WCAG 2.1: 10.1.1.1 is criterion
1.1.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from publisher.catalogue import finding
from publisher.language.recognising import may_tell, other_language
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.openxml.package import Element, Package, W, switched_on, value
from publisher.openxml.styles import Styles

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_BULLET = re.compile(r"^\s*[•·▪◦‣●■]\s")
_SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur"),
    "CJK": ("zh", "ja", "ko"),
    "CYRILLIC": ("ru", "uk", "bg", "sr", "kk", "be", "mn"),
}
_LETTERS = {
    "ARABIC": re.compile(
        "[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]+"
    ),
    "CJK": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U0002fa1d]+"),
    "CYRILLIC": re.compile("[\u0400-\u0481\u048a-\u052f]+"),
}
_LETTER = re.compile(r"[^\W\d_]+")
_SLOT = {"ARABIC": "bidi", "CJK": "eastAsia", "CYRILLIC": "val"}
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|index) ?\d?$", re.IGNORECASE)
_DEGREES = 9
_LEAST_CONTRAST = 4.5
_COLUMNS_OF_TABS = 3
_SHOWN = 40  # characters of a text that a message quotes


def accessibility_findings(package: Package, place: PagePosition, headless: int = 0) -> Iterator[Diagnostic]:
    """What keeps people from using the file.

    `headless` tables are known to have no head.
    """
    styles = Styles(package.styles)
    paragraphs = _paragraphs(package, styles)
    yield from _title(package, place)
    yield from _languages(paragraphs, styles, place)
    yield from _pictures(package, place)
    yield from _tables(package, headless, place)
    yield from _headings(paragraphs, place)
    yield from _typed_marks(paragraphs, place)
    yield from _spacing(package, paragraphs, styles, place)
    yield from _contrast(paragraphs, place)
    yield from _links(paragraphs, place)
    yield from _direction(paragraphs, place)


def _said(code: str, clause: str, message: str, place: PagePosition, words: str = "", hint: str = "") -> Diagnostic:
    shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
    said = message.format(shown) if shown else message.replace("“{}”", "").strip()
    return finding(code, f"{said} (EN 301 549, {clause})", place, span=words[:_SHOWN], hint=hint)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run: its words and properties."""

    text: str
    properties: Element | None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph, with what is asked of it more than once."""

    element: Element
    styles: Styles
    properties: Element | None
    style: str | None
    runs: tuple[_Run, ...]
    words: str

    def said(self, name: str) -> Element | None:
        """The property `name` of the paragraph or of its style."""
        return self.styles.of_paragraph(self.properties, name)

    @property
    def style_names(self) -> list[str]:
        """What its style, and each that this is based on, is called."""
        return [value(style, "name") or "" for style in self.styles.chain(self.style)]

    def said_of(self, run: _Run, name: str) -> Iterator[Element]:
        """What holds for `run` as its property `name`, the nearest first."""
        return self.styles.of_run(run.properties, self.style, name)


def _paragraphs(package: Package, styles: Styles) -> list[_Paragraph]:
    found = package.body.iter(f"{W}p")
    if next(package.body.iter("{*}Fallback"), None) is not None:
        found = (paragraph for paragraph in found if not _is_old_form(paragraph))
    return [_paragraph(element, styles) for element in found]


def _paragraph(element: Element, styles: Styles) -> _Paragraph:
    properties = element.find(f"{W}pPr")
    runs = tuple(_Run(_words(run), run.find(f"{W}rPr")) for run in element.iter(f"{W}r"))
    return _Paragraph(element, styles, properties, value(properties, "pStyle"), runs, _words(element))


def _is_old_form(element: Element) -> bool:
    """Say whether `element` stands in the old form of a content that has a new one."""
    return any(parent.tag.endswith("}Fallback") for parent in element.iterancestors())


def _words(element: Element) -> str:
    return "".join([text.text or "" for text in element.iter(f"{W}t")])


def _title(package: Package, place: PagePosition) -> Iterator[Diagnostic]:
    titles = [] if package.core is None else package.core.findall("{http://purl.org/dc/elements/1.1/}title")
    if not any((title.text or "").strip() for title in titles):
        yield _said("OUT100", "10.2.4.2", "the properties of the file give no title", place)


def _languages(paragraphs: list[_Paragraph], styles: Styles, place: PagePosition) -> Iterator[Diagnostic]:
    if styles.defaults is None or value(styles.defaults, "lang") is None:
        yield _said("OUT101", "10.3.1.1", "the file does not say in which language it is", place)
        return
    yield from _latin_languages(paragraphs, place)
    told: set[str] = set()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            script = _script(run.text)
            if not script or script in told:
                continue
            turned = next(paragraph.said_of(run, "rtl"), None) is not None
            tag = _tag(paragraph, run, _SLOT[script] if script != "ARABIC" or turned else "val")
            if tag not in _SCRIPTS[script]:
                told.add(script)
                yield _said("OUT101", "10.3.1.2", "“{}” is not marked as words of another language", place, run.text)


def _latin_languages(paragraphs: list[_Paragraph], place: PagePosition) -> Iterator[Diagnostic]:
    """Sentences of English, French or Spanish that are said to be of another language, once for each language."""
    told: set[str] = set()
    for paragraph in filter(lambda paragraph: may_tell(paragraph.words), paragraphs):
        tagged = ((_tag(paragraph, run, "val"), run.text) for run in paragraph.runs)
        for tag, runs in groupby(tagged, lambda pair: pair[0]):
            text = "".join([words for _, words in runs])
            other = other_language(text, tag)
            if other and other not in told:
                told.add(other)
                yield _said("OUT101", "10.3.1.2", "“{}” is not marked as words of another language", place, text)


def _tag(paragraph: _Paragraph, run: _Run, slot: str) -> str:
    """The language that a run is marked as in `slot`, without its country."""
    tag = value(run.properties, "lang", slot)  # what most runs say themselves
    if not tag:
        tags = (found.get(f"{W}{slot}") for found in paragraph.said_of(run, "lang"))
        tag = next((tag for tag in tags if tag), "")
    return tag.partition("-")[0].lower()


def _script(text: str) -> str:
    """The script of most letters of `text` where it is none that a Latin language writes."""
    if text.isascii():
        return ""
    found: dict[str, int] = {}
    whole = _count(_LETTER, text)
    for script, letters in _LETTERS.items():
        found[script] = _count(letters, text)
        if 2 * found[script] > whole:  # the others need not be counted
            return script
    others = whole - sum(found.values())
    commonest = max(found, key=found.__getitem__)
    return commonest if found[commonest] > others else ""


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def _pictures(package: Package, place: PagePosition) -> Iterator[Diagnostic]:
    for drawn in package.body.iter(_DRAWN):
        if not (drawn.get("descr") or drawn.get("title") or "").strip() and next(drawn.iter(_DECORATIVE), None) is None:
            words = drawn.get("name") or ""
            yield _said("OUT102", "10.1.1.1", "the picture “{}” has no words for those who do not see it", place, words)


def _tables(package: Package, headless: int, place: PagePosition) -> Iterator[Diagnostic]:
    bare = []
    for table in package.body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        properties = table.find(f"{W}tblPr")
        floats = properties is not None and properties.find(f"{W}tblpPr") is not None
        if floats or len(rows) < 2 or max(len(row.findall(f"{W}tc")) for row in rows) < 2:
            continue  # for the layout of a page, or no more than a box
        if not any(switched_on(row.find(f"{W}trPr"), "tblHeader") for row in rows):
            bare.append(table)
        around = next(table.iterancestors(f"{W}tr"), None)
        if around is not None and len(around.findall(f"{W}tc")) > 1:  # a row of one cell is a box, read as it stands
            yield _said("OUT104", "10.1.3.2", "a table stands within the table “{}”", place, _first_words(table))
        if value(properties, "tblCaption") is None and value(properties, "tblDescription") is None:
            yield _said(
                "OUT105", "10.1.3.1", "the table “{}” has neither title nor summary", place, _first_words(table)
            )
    for table in bare[headless:]:
        yield _said("OUT103", "10.1.3.1", "no row of the table “{}” is marked as its head", place, _first_words(table))


def _first_words(table: Element) -> str:
    return next((words for paragraph in table.iter(f"{W}p") if (words := _words(paragraph).strip())), "")


def _headings(paragraphs: list[_Paragraph], place: PagePosition) -> Iterator[Diagnostic]:
    before = 0
    named: dict[str | None, int] = {}  # by style
    for paragraph in paragraphs:
        degree = _degree(paragraph, named)
        if not 1 <= degree <= _DEGREES or not (words := paragraph.words.strip()):
            continue
        if degree > before + 1 and before:
            message = f"the heading “{{}}” is of degree {degree} and follows one of degree {before}"
            yield _said("OUT106", "10.1.3.1", message, place, words)
        before = degree


def _degree(paragraph: _Paragraph, named: dict[str | None, int]) -> int:
    """The degree of a heading: its outline level, or what its style is called, for a name is enough for Word."""
    level = paragraph.said("outlineLvl")
    if level is not None:
        return int(level.get(f"{W}val", "9")) + 1
    if paragraph.style not in named:
        found = (_HEADING.fullmatch(name) for name in paragraph.style_names)
        named[paragraph.style] = next((int(heading[1]) for heading in found if heading), 0)
    return named[paragraph.style]


def _typed_marks(paragraphs: list[_Paragraph], place: PagePosition) -> Iterator[Diagnostic]:
    raised: set[str] = set()
    for paragraph in paragraphs:
        if _BULLET.match(paragraph.words) and value(paragraph.said("numPr"), "numId") in (None, "0"):
            yield _said("OUT107", "10.1.3.1", "the sign before “{}” is typed and makes no list", place, paragraph.words)
        marks = [_raised(run) for run in paragraph.runs]
        if marks and marks[0] and marks[0] in raised:
            yield _said("OUT108", "10.1.3.1", "the footnote “{}” is typed and no note of Word", place, paragraph.words)
        raised.update(mark for mark in marks[1:] if mark)


def _raised(run: _Run) -> str:
    """The figures of a run that stands above the line."""
    text = run.text.strip()
    return text if text.isdecimal() and value(run.properties, "vertAlign") == "superscript" else ""


def _spacing(
    package: Package, paragraphs: list[_Paragraph], styles: Styles, place: PagePosition
) -> Iterator[Diagnostic]:
    children = list(package.body)
    if any(_is_empty(one, styles) and _is_empty(other, styles) for one, other in pairwise(children)):
        yield _said("OUT109", "10.1.3.2", "empty paragraphs stand for white space", place)
    for paragraph in paragraphs:
        inner = [part for part in paragraph.element.iter(f"{W}t", f"{W}tab") if part.getparent().tag == f"{W}r"]
        parted = sum(
            one.tag == f"{W}tab" and other.tag == f"{W}t" and bool((other.text or "").strip())
            for one, other in pairwise(inner)
        )
        if parted >= _COLUMNS_OF_TABS and not _is_of_contents(paragraph):
            yield _said("OUT110", "10.1.3.1", "tabs set “{}” in columns, which no reader hears", place, paragraph.words)


def _is_of_contents(paragraph: _Paragraph) -> bool:
    """Say whether a line is one of a table of contents, which Word makes with tabs."""
    fields = (said.text or "" for said in paragraph.element.iter(f"{W}instrText"))
    return any("PAGEREF" in field for field in fields) or any(map(_CONTENTS.match, paragraph.style_names))


def _is_empty(block: Element, styles: Styles) -> bool:
    """Say whether a paragraph has nothing in it: no words, picture, break or rule."""
    if block.tag != f"{W}p" or _words(block).strip():
        return False
    if styles.of_paragraph(block.find(f"{W}pPr"), "pBdr") is not None:
        return False
    return not any(
        next(block.iter(W + name), None) is not None
        for name in ("drawing", "pict", "br", "sectPr", "fldChar", "delText")
    )


def _contrast(paragraphs: list[_Paragraph], place: PagePosition) -> Iterator[Diagnostic]:
    told: set[tuple[str, str]] = set()
    for paragraph in paragraphs:
        for run in paragraph.runs:
            found = next(paragraph.said_of(run, "color"), None) if run.text.strip() else None
            ink = "auto" if found is None else found.get(f"{W}val", "auto")
            ground = next(paragraph.said_of(run, "shd"), None)
            under = "auto" if ground is None else ground.get(f"{W}fill", "auto")
            pair = ("000000" if ink == "auto" else ink, "FFFFFF" if under == "auto" else under)
            if pair in told or ink == "auto" == under:
                continue
            told.add(pair)
            if (ratio := contrast(*pair)) < _LEAST_CONTRAST:
                message = f"“{{}}” stands out from its ground by {ratio:.1f} to 1; {_LEAST_CONTRAST} is the least"
                yield _said("OUT111", "10.1.4.3", message, place, run.text)


def contrast(ink: str, ground: str) -> float:
    """The contrast of two colours as WCAG 2.1 reckons it, from 1 to 21."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    try:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    except ValueError:
        return 0.0
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _links(paragraphs: list[_Paragraph], place: PagePosition) -> Iterator[Diagnostic]:
    for paragraph in paragraphs:
        for link in paragraph.element.iter(f"{W}hyperlink"):
            if (
                not _words(link).strip()
                and next(link.iter(_DRAWN), None) is None
                and next(link.iter(f"{W}r"), None) is not None
            ):
                yield _said("OUT112", "10.2.4.4", "a link has no words", place)


def _direction(paragraphs: list[_Paragraph], place: PagePosition) -> Iterator[Diagnostic]:
    for paragraph in paragraphs:
        if _script(paragraph.words) != "ARABIC" or next(filter(str.isalpha, paragraph.words)).isascii():
            continue  # a line that begins with a Latin letter runs from left to right whatever stands in it
        turned = paragraph.said("bidi")
        if turned is None or turned.get(f"{W}val", "true") in ("0", "false", "off"):
            yield _said("OUT113", "10.1.3.2", "“{}” is read from right to left and not set so", place, paragraph.words)
            return
