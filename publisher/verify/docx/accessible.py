"""Whether people who do not see a Word file can use it: EN 301 549, chapter 10.

Only what the file itself says is looked at, so that files of others can be held to it as well. The clauses are those of
EN 301 549 V3.2.1, which number the success criteria of WCAG 2.1: 10.1.1.1 is criterion 1.1.1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise

from publisher.catalogue import finding
from publisher.language.recognising import other_language
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.openxml.package import Element, Package, W, switched_on, value

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_BULLET = re.compile(r"^\s*[•·▪◦‣●■]\s")
_SCRIPTS = {
    "ARABIC": ("ar", "fa", "ur"),
    "CJK": ("zh", "ja", "ko"),
    "CYRILLIC": ("ru", "uk", "bg", "sr", "kk", "be", "mn"),
}
_SLOT = {"ARABIC": "bidi", "CJK": "eastAsia", "CYRILLIC": "val"}
_LEAST_CONTRAST = 4.5
_COLUMNS_OF_TABS = 3
_SHOWN = 40  # characters of a text that a message quotes


def accessibility_findings(package: Package, place: PagePosition, headless: int = 0) -> Iterator[Diagnostic]:
    """What keeps people from using the file.

    `headless` tables are known to have no head.
    """
    styles = _Styles(package.styles)
    paragraphs = [paragraph for paragraph in package.body.iter(f"{W}p") if not _is_old_form(paragraph)]
    yield from _title(package, place)
    yield from _languages(paragraphs, styles, place)
    yield from _pictures(package, place)
    yield from _tables(package, headless, place)
    yield from _headings(paragraphs, styles, place)
    yield from _typed_marks(paragraphs, styles, place)
    yield from _spacing(package, paragraphs, styles, place)
    yield from _contrast(paragraphs, styles, place)
    yield from _links(paragraphs, place)
    yield from _direction(paragraphs, styles, place)


def _said(code: str, clause: str, message: str, place: PagePosition, words: str = "", hint: str = "") -> Diagnostic:
    shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
    said = message.format(shown) if shown else message.replace("“{}”", "").strip()
    return finding(code, f"{said} (EN 301 549, {clause})", place, span=words[:_SHOWN], hint=hint)


class _Styles:
    """What styles say of paragraphs and runs, through those they are based on."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else list(root.iter(f"{W}style"))
        self._by_id = {style.get(f"{W}styleId"): style for style in found}
        self._default = next(
            (s for s in found if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") in ("1", "true")), None
        )
        self._of_runs: dict[tuple[str | None, str | None, str], list[Element]] = {}
        self.defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")

    def chain(self, paragraph: Element) -> Iterator[Element]:
        """The style of `paragraph` and those below it, at most ten."""
        style = self._by_id.get(value(paragraph.find(f"{W}pPr"), "pStyle"), self._default)
        for _ in range(10):
            if style is None:
                return
            yield style
            style = self._by_id.get(value(style, "basedOn"))

    def of_paragraph(self, paragraph: Element, name: str) -> Element | None:
        """The paragraph property `name`, its own or that of its style."""
        for owner in (paragraph, *self.chain(paragraph)):
            properties = owner.find(f"{W}pPr")
            if properties is not None and (found := properties.find(W + name)) is not None:
                return found
        return None

    def of_run(self, run: Element, paragraph: Element, name: str) -> Iterator[Element]:
        """The run properties `name` that hold for `run`, the nearest first."""
        own = run.find(f"{W}rPr")
        if own is not None and (found := own.find(W + name)) is not None:
            yield found
        key = value(own, "rStyle"), value(paragraph.find(f"{W}pPr"), "pStyle"), name
        if key not in self._of_runs:
            styles = (self._by_id.get(key[0]), *self.chain(paragraph))
            owners = [*(style.find(f"{W}rPr") for style in styles if style is not None), self.defaults]
            said = (owner.find(W + name) for owner in owners if owner is not None)
            self._of_runs[key] = [element for element in said if element is not None]
        yield from self._of_runs[key]


def _is_old_form(element: Element) -> bool:
    """Say whether `element` stands in the old form of a content that has a new one."""
    return any(parent.tag.endswith("}Fallback") for parent in element.iterancestors())


def _words(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _title(package: Package, place: PagePosition) -> Iterator[Diagnostic]:
    titles = [] if package.core is None else package.core.findall("{http://purl.org/dc/elements/1.1/}title")
    if not any((title.text or "").strip() for title in titles):
        yield _said("OUT100", "10.2.4.2", "the properties of the file give no title", place)


def _languages(paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    if styles.defaults is None or value(styles.defaults, "lang") is None:
        yield _said("OUT101", "10.3.1.1", "the file does not say in which language it is", place)
        return
    yield from _latin_languages(paragraphs, styles, place)
    told: set[str] = set()
    for paragraph in paragraphs:
        for run in paragraph.iter(f"{W}r"):
            text = "".join(part.text or "" for part in run.iter(f"{W}t"))
            script = "" if text.isascii() else _script(text)
            if not script or script in told:
                continue
            turned = next(styles.of_run(run, paragraph, "rtl"), None) is not None
            slot = _SLOT[script] if script != "ARABIC" or turned else "val"
            tags = [found.get(f"{W}{slot}") for found in styles.of_run(run, paragraph, "lang")]
            tag = next((tag for tag in tags if tag), "")
            if tag.partition("-")[0].lower() not in _SCRIPTS[script]:
                told.add(script)
                yield _said("OUT101", "10.3.1.2", "“{}” is not marked as words of another language", place, text)


def _latin_languages(paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    """Sentences of English, French or Spanish that are said to be of another language, once for each language."""
    told: set[str] = set()
    for paragraph in paragraphs:
        tagged = ((_latin_tag(run, paragraph, styles), run) for run in paragraph.iter(f"{W}r"))
        for tag, runs in groupby(tagged, lambda pair: pair[0]):
            text = "".join(part.text or "" for _, run in runs for part in run.iter(f"{W}t"))
            other = other_language(text, tag)
            if other and other not in told:
                told.add(other)
                yield _said("OUT101", "10.3.1.2", "“{}” is not marked as words of another language", place, text)


def _latin_tag(run: Element, paragraph: Element, styles: _Styles) -> str:
    tags = (found.get(f"{W}val") for found in styles.of_run(run, paragraph, "lang"))
    return next((tag for tag in tags if tag), "").partition("-")[0].lower()


@lru_cache(maxsize=8192)
def _first_word(letter: str) -> str:
    """The script that the name of a letter begins with; nothing for another sign."""
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def _script(text: str) -> str:
    """The script of most letters of `text` where it is none that a Latin language writes."""
    names = [name for sign in text if (name := _first_word(sign))]
    if not names:
        return ""
    commonest = max(set(names), key=names.count)
    return commonest if commonest in _SCRIPTS else ""


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


def _headings(paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    before = 0
    for paragraph in paragraphs:
        level = styles.of_paragraph(paragraph, "outlineLvl")
        if level is None or not (words := _words(paragraph).strip()):
            continue
        degree = int(level.get(f"{W}val", "9")) + 1
        if degree > 9:
            continue
        if degree > before + 1 and before:
            message = f"the heading “{{}}” is of degree {degree} and follows one of degree {before}"
            yield _said("OUT106", "10.1.3.1", message, place, words)
        before = degree


def _typed_marks(paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    raised: set[str] = set()
    for paragraph in paragraphs:
        words = _words(paragraph)
        listed = styles.of_paragraph(paragraph, "numPr")
        if _BULLET.match(words) and value(listed, "numId") in (None, "0"):
            yield _said("OUT107", "10.1.3.1", "the sign before “{}” is typed and makes no list", place, words)
        marks = [_raised(run) for run in paragraph.iter(f"{W}r")]
        if marks and marks[0] and marks[0] in raised:
            yield _said("OUT108", "10.1.3.1", "the footnote “{}” is typed and no note of Word", place, words)
        raised.update(mark for mark in marks[1:] if mark)


def _raised(run: Element) -> str:
    """The figures of a run that stands above the line."""
    if value(run.find(f"{W}rPr"), "vertAlign") != "superscript":
        return ""
    text = "".join(part.text or "" for part in run.iter(f"{W}t")).strip()
    return text if text.isdecimal() else ""


def _spacing(package: Package, paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    children = list(package.body)
    if any(_is_empty(one, styles) and _is_empty(other, styles) for one, other in pairwise(children)):
        yield _said("OUT109", "10.1.3.2", "empty paragraphs stand for white space", place)
    for paragraph in paragraphs:
        inner = [part for part in paragraph.iter(f"{W}t", f"{W}tab") if part.getparent().tag == f"{W}r"]
        parted = sum(
            one.tag == f"{W}tab" and other.tag == f"{W}t" and bool((other.text or "").strip())
            for one, other in pairwise(inner)
        )
        if parted >= _COLUMNS_OF_TABS and not any(
            "PAGEREF" in (said.text or "") for said in paragraph.iter(f"{W}instrText")
        ):
            yield _said(
                "OUT110", "10.1.3.1", "tabs set “{}” in columns, which no reader hears", place, _words(paragraph)
            )


def _is_empty(block: Element, styles: _Styles) -> bool:
    """Say whether a paragraph has nothing in it: no words, picture, break or rule."""
    if block.tag != f"{W}p" or _words(block).strip() or styles.of_paragraph(block, "pBdr") is not None:
        return False
    return not any(
        next(block.iter(W + name), None) is not None for name in ("drawing", "pict", "br", "sectPr", "fldChar")
    )


def _contrast(paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    told: set[tuple[str, str]] = set()
    for paragraph in paragraphs:
        for run in paragraph.iter(f"{W}r"):
            text = "".join(part.text or "" for part in run.iter(f"{W}t"))
            found = next(styles.of_run(run, paragraph, "color"), None) if text.strip() else None
            ink = "auto" if found is None else found.get(f"{W}val", "auto")
            ground = next(styles.of_run(run, paragraph, "shd"), None)
            under = "auto" if ground is None else ground.get(f"{W}fill", "auto")
            pair = ("000000" if ink == "auto" else ink, "FFFFFF" if under == "auto" else under)
            if pair in told or ink == "auto" == under:
                continue
            told.add(pair)
            if (ratio := contrast(*pair)) < _LEAST_CONTRAST:
                message = f"“{{}}” stands out from its ground by {ratio:.1f} to 1; {_LEAST_CONTRAST} is the least"
                yield _said("OUT111", "10.1.4.3", message, place, text)


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


def _links(paragraphs: list[Element], place: PagePosition) -> Iterator[Diagnostic]:
    for paragraph in paragraphs:
        for link in paragraph.iter(f"{W}hyperlink"):
            if (
                not _words(link).strip()
                and next(link.iter(_DRAWN), None) is None
                and next(link.iter(f"{W}r"), None) is not None
            ):
                yield _said("OUT112", "10.2.4.4", "a link has no words", place)


def _direction(paragraphs: list[Element], styles: _Styles, place: PagePosition) -> Iterator[Diagnostic]:
    for paragraph in paragraphs:
        words = _words(paragraph)
        if words.isascii() or _script(words) != "ARABIC":
            continue
        turned = styles.of_paragraph(paragraph, "bidi")
        if turned is None or turned.get(f"{W}val", "true") in ("0", "false", "off"):
            yield _said("OUT113", "10.1.3.2", "“{}” is read from right to left and not set so", place, words)
            return
