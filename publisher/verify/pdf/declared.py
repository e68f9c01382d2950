"""Holds what a PDF says of itself against the document.

Fonts, language, title, conformance, outline, tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from publisher.catalogue import finding
from publisher.model.characters import compared
from publisher.model.diagnostic import Diagnostic, PagePosition
from publisher.model.resolved import Document, Heading, Table
from publisher.verify.families import is_family_of_the_house
from publisher.verify.pdf.reading import PdfFile
from publisher.verify.pdf.telling import Telling
from publisher.verify.wording import shortened

_PART = "{http://www.aiim.org/pdfa/ns/id/}part"
_CONFORMANCE = "{http://www.aiim.org/pdfa/ns/id/}conformance"
_ACCESSIBLE = "{http://www.aiim.org/pdfua/ns/id/}part"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MOST_OUTLINE = 10_000


def font_findings(file: PdfFile, told: Telling, name: str) -> list[Diagnostic]:
    """Fonts not embedded or not of the house, boxes, unnamed glyphs."""
    findings = []
    figures = {content for figure in told.figures for content in figure.content()}
    own = {id(run.font) for run in file.runs if (run.page, run.mcid) not in figures}  # a figure brings its own fonts
    used = {id(run.font): run for run in reversed(file.runs) if run.text}  # the first run in each font
    for run in sorted(used.values(), key=lambda run: (run.page, run.font.name)):
        font, place = run.font, PagePosition(name, run.page)
        if not font.embedded:
            findings.append(finding("OUT050", f"the font {font.name} is not embedded", place))
        if id(font) in own and not is_family_of_the_house(font.name):
            message = f"“{shortened(run.text, 20)}” is set in {font.name}, not a font of the house"
            findings.append(finding("OUT051", message, place, span=shortened(run.text, 20)))
        if font.empty_box:
            boxed = next((run for run in file.runs if run.font is font and run.boxed), run)
            message = f"a character beside “{shortened(boxed.text, 20)}” is drawn as an empty box"
            findings.append(finding("OUT052", message, PagePosition(name, boxed.page)))
        unknown = sorted(font.unknown - {0})
        if unknown:
            bare = next((run for run in file.runs if run.font is font and "\ufffd" in run.text), run)
            message = f"glyph {unknown[0]} of {font.name} stands for no character"
            findings.append(finding("OUT053", message, PagePosition(name, bare.page)))
    return findings


def declaration_findings(file: PdfFile, document: Document, name: str) -> list[Diagnostic]:
    """What the catalogue and the metadata leave out or say otherwise."""
    place, root, findings = PagePosition(name), file.pdf.Root, []
    language = str(root.get("/Lang", ""))
    if language.lower() != document.properties.language.lower():
        message = f"the file says its language is “{language}”, resolved “{document.properties.language}”"
        findings.append(finding("OUT070", message, place))
    metadata = _metadata(root)
    title = _title(metadata)
    if compared(title) != compared(document.properties.title):
        message = f"the file’s title is “{shortened(title)}”, resolved “{shortened(document.properties.title)}”"
        findings.append(finding("OUT071", message, place))
    part, conformance, accessible = (_declared(metadata, key) for key in (_PART, _CONFORMANCE, _ACCESSIBLE))
    if (part, conformance, accessible) != ("3", "A", "1"):
        said = f"PDF/A part “{part}” conformance “{conformance}”, PDF/UA part “{accessible}”"
        findings.append(finding("OUT072", f"the file declares {said}; wanted are 3, A and 1", place))
    return findings


def outline_findings(file: PdfFile, document: Document, name: str) -> list[Diagnostic]:
    """The first heading that the outline lacks or words otherwise."""
    wanted = [block.outline for part in document.divisions for block in part.blocks
              if isinstance(block, Heading) and block.outline and block.change != "deleted"]  # fmt: skip
    found = list(_outline(file.pdf.Root))
    if [compared(text) for text in wanted] == [compared(text) for text in found]:
        return []
    missing = next(
        (text for text, other in zip(wanted, [*found, *[""] * len(wanted)], strict=False)
         if compared(text) != compared(other)), "")  # fmt: skip
    more = f"the outline has {len(found) - len(wanted)} entries too many"
    return [finding("OUT074", f"the outline lacks “{shortened(missing)}”" if missing else more, PagePosition(name))]


def table_findings(told: Telling, document: Document, name: str) -> list[Diagnostic]:
    """Tables not tagged with head cells, figures without words."""
    tables = [block for part in document.divisions for block in part.blocks if isinstance(block, Table)]
    findings = []
    if len(told.tables) != len(tables):
        message = f"{len(told.tables)} tables are tagged, the document has {len(tables)}"
        findings.append(finding("OUT075", message, PagePosition(name)))
    for table, part in zip(tables, told.tables, strict=False):
        roles = [inner.role for inner in part.walk()]
        heads, cells = sum(len(row) for row in table.head), roles.count("TH")
        rows = len(table.head) + len(table.rows)
        if cells < heads or roles.count("TR") < rows:
            message = f"the table “{table.id}” is tagged with {cells} head cells and {roles.count('TR')} rows"
            message += f", it has {heads} and {rows}"
            findings.append(finding("OUT075", message, PagePosition(name, part.page)))
    for figure in told.figures:
        if not (figure.alternative or "").strip():
            findings.append(finding("OUT077", "a picture has no alternative text", PagePosition(name, figure.page)))
    return findings


def _metadata(root: Any) -> Any:
    if "/Metadata" not in root:
        return None
    try:
        return etree.fromstring(root.Metadata.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def _declared(metadata: Any, key: str) -> str:
    """A property of XMP stands as an attribute or as an element (ISO 16684-1, 7.9)."""
    if metadata is None:
        return ""
    for element in metadata.iter():
        if element.get(key) is not None:
            return str(element.get(key))
        if element.tag == key:
            return (element.text or "").strip()
    return ""


def _title(metadata: Any) -> str:
    found = metadata.find(f".//{_TITLE}") if metadata is not None else None
    return "".join(found.itertext()).strip() if found is not None else ""


def _outline(root: Any) -> Iterator[str]:
    """The entries of the outline from top to bottom."""
    waiting = [root.Outlines.First] if "/Outlines" in root and "/First" in root.Outlines else []
    for _ in range(_MOST_OUTLINE):
        if not waiting:
            return
        entry = waiting.pop()
        yield str(entry.Title)
        if "/Next" in entry:
            waiting.append(entry.Next)
        if "/First" in entry:
            waiting.append(entry.First)
