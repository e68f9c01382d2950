"""Holds the set-up of a DOCX against the document.

Masthead, heads and feet, sections, styles, language, properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from publisher.catalogue import finding
from publisher.model.characters import compared, unmarked
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document
from publisher.openxml.furniture import head_parts
from publisher.openxml.package import Package, R, W, switched_on, value
from publisher.openxml.sections import first_page_differs, sections
from publisher.openxml.styles import Styles
from publisher.openxml.told import Telling
from publisher.verify.expected import Line, Story
from publisher.verify.wording import named, shortened

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def masthead_findings(
    story: Story, before: Sequence[str], package: Package, document: Document, place: PagePosition
) -> list[Diagnostic]:
    """Lines of page one missing before the title and in head and foot."""
    first = sections(package)[0] if sections(package) else None
    parts = head_parts(package, first) if first is not None else {}
    own = [*before, *parts.get(("header", "first"), []), *parts.get(("footer", "first"), [])]
    pool = [compared(unmarked(text)) for text in own]
    job = document.masthead.job
    lines = [*story.masthead, *(Line("job", "job", text) for text in story.job)]
    optional = [compared(text) for text in (job.recycle, job.bar_code, f"*{job.bar_code}*") if text] if job else []
    findings = []
    for line in lines:
        wanted = compared(unmarked(line.text))
        found = next((at for at, text in enumerate(pool) if text == wanted), None)
        if found is None:
            found = next((at for at, text in enumerate(pool) if wanted in text), None)
        if found is None:
            code = "OUT061" if line.kind == "job" else "OUT060"
            message = f"{named(line)} is missing: “{shortened(line.text)}”"
            findings.append(finding(code, message, place, span=shortened(line.text)))
        else:
            pool[found] = pool[found].replace(wanted, "", 1)
    left = [text for text in pool if text and text not in optional]
    if left:
        message = f"“{shortened(left[0])}” stands above the title but not in the document"
        findings.append(finding("OUT060", message, place, span=shortened(left[0])))
    return findings


def furniture_findings(package: Package, document: Document, place: PagePosition) -> list[Diagnostic]:
    """What is wrong with the running heads and page numbers of any section."""
    found = sections(package)
    findings = []
    if package.settings is None or not switched_on(package.settings, "evenAndOddHeaders"):
        findings.append(finding("OUT085", "odd and even pages do not differ", place))
    if not found or not first_page_differs(found[0]):
        findings.append(finding("OUT085", "page one has no head and foot of its own", place))
    wanted, job = compared(document.running.symbol), compared(document.running.job)
    title = compared(document.running.title)
    parts: dict[tuple[str, str], list[str]] = {}
    for number, section in enumerate(found, 1):
        parts |= head_parts(package, section)  # a section without a head of its own takes that of the one before
        if number > 1 and first_page_differs(section) and ("header", "first") in head_parts(package, section):
            said = "".join(parts["header", "first"])
            if compared(said) and wanted not in compared(said):
                findings.append(finding("OUT040", f"the first page of section {number} is headed “{said}”", place))
        for side in ("default", "even"):
            said = compared("".join(parts.get(("header", side), [])))
            if said not in (wanted + title, title + wanted) and (wanted not in said or job not in said or title):
                message = f"the running head of {side} pages in section {number} reads “{said}”, resolved “{wanted}”"
                findings.append(finding("OUT040", message, place, span=said))
    return findings + _page_numbers(package, found, place)


def _page_numbers(package: Package, found: Sequence[Any], place: PagePosition) -> list[Diagnostic]:
    findings = []
    for section in found[:1]:
        for reference in section.findall(f"{W}footerReference"):
            kind = reference.get(f"{W}type")
            root = package.by_relation(reference.get(f"{R}id"))
            counts = root is not None and any("PAGE" in words.split() for words in _instructions(root))
            if counts == (kind == "first"):
                message = "page one is numbered" if counts else f"the foot of {kind} pages has no page number"
                findings.append(finding("OUT042" if counts else "OUT041", message, place))
    return findings


def _instructions(root: Any) -> list[str]:
    simple = [field.get(f"{W}instr") or "" for field in root.iter(f"{W}fldSimple")]
    return simple + [
        "".join([text.text or "" for text in paragraph.iter(f"{W}instrText")]) for paragraph in root.iter(f"{W}p")
    ]


def setup_findings(
    package: Package, told: Telling, document: Document, place: PagePosition, tracked: bool
) -> list[Diagnostic]:
    """What is wrong with styles, language, title, pictures, changes.

    Undefined, wrong, without words, still tracked.
    """
    findings = []
    styles = Styles(package.styles)
    for style in sorted(told.styles.difference(styles.known)):
        findings.append(finding("OUT083", f"the style “{style}” is used but not defined", place, span=style))
    language = document.properties.language.split("-")[0].lower()
    if language not in _languages(styles):
        said = ", ".join(sorted(_languages(styles))) or "nothing"
        findings.append(finding("OUT070", f"the file says its language is {said}, resolved “{language}”", place))
    title = package.core.findtext(f".//{_TITLE}") if package.core is not None else None
    if compared(title or "") != compared(document.properties.title):
        message = f"the file’s title is “{shortened(title or '')}”, resolved “{shortened(document.properties.title)}”"
        findings.append(finding("OUT071", message, place))
    for drawing in package.document.iter(_DRAWN):
        if not (drawing.get("descr") or "").strip():
            findings.append(finding("OUT077", "a picture has no alternative text", place))
    if not tracked and any(True for _ in package.document.iter(*_CHANGES)):
        findings.append(finding("OUT084", "the file has tracked changes", place))
    for form in sorted(told.unknown_formats):
        findings.append(finding("OUT010", f"the number format “{form}” cannot be resolved", place, span=form))
    return findings


def _languages(styles: Styles) -> set[str]:
    """The primary languages the default style names for each kind of script."""
    owners = [styles.defaults, *(style.find(f"{W}rPr") for style in styles.usual)]
    said = (value(owner, "lang", kind) for owner in owners for kind in ("val", "eastAsia", "bidi"))
    return {tag.split("-")[0].lower() for tag in said if tag}
