"""Writes the page as a PDF: prepared, laid out, painted, tagged, its source attached.

A long page is laid out in parts, each of which begins with a new sheet: those kept from an earlier build are not laid
out again, the others can be shared between two processes. A page of one part, or whose parts depend on each other, is
laid out as WeasyPrint does it. See `parts`, `layout`, `sheets`, `frame` and `assembly`.
"""

from __future__ import annotations

import datetime
import gc
import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from publisher.failures import MissingDependency
from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.pdf.assembly import Kept, Parts
from publisher.render.pdf.engine import VARIANT, Engine, engine
from publisher.render.pdf.lines import Lines
from publisher.render.pdf.links import add_note_links
from publisher.render.pdf.metadata import declare_accessible
from publisher.render.pdf.overflow import in_words, overflows
from publisher.render.pdf.parts import Inseparable, has_sections
from publisher.render.pdf.prepare import prepare
from publisher.render.pdf.sheets import Drawn, Place, first_pages, numbers_of, with_pages_before
from publisher.render.pdf.sources import sources_of
from publisher.render.sources import BASE

WORTH_SHARING = 30_000  # characters of a page: from about five sheets on a second process is worth its start
FIRST_HALF = 0.5
MOST_PAGES_HELD = 24  # about 40 MB
Half = tuple[Place, ...]  # of each part; none where they are not known yet
_OPEN: dict[str, Parts] = {}  # by page, the one whose first half was laid out here


@dataclass(frozen=True, slots=True)
class DrawnPdf:
    """A finished PDF: its bytes, the page each block begins on, its length, what the engine had to say."""

    data: bytes
    pages: dict[str, int]
    page_count: int
    messages: tuple[str, ...]


class PagePdf(NamedTuple):
    """A page to write as a PDF, with the files attached to it and the parts of it that were kept."""

    page: str
    resolved: Document
    workspace: Workspace
    attachments: Mapping[str, bytes] | None = None
    kept: Kept | None = None


def write_pdf(
    page: str,
    resolved: Document,
    workspace: Workspace,
    attachments: Mapping[str, bytes] | None = None,
    kept: Kept | None = None,
) -> DrawnPdf:
    """`page` as PDF/A-3a and PDF/UA-1 with `attachments` inside; same page and attachments, same bytes.

    `kept` holds parts of earlier builds. MissingDependency when Pango is not installed.
    """
    return close_pdf(PagePdf(page, resolved, workspace, attachments, kept))


def worth_sharing(work: PagePdf) -> bool:
    """Tell whether two processes do it sooner: much to lay out, in sections, and nothing kept."""
    long = has_sections(work.page) and len(work.page) > WORTH_SHARING
    return long and (work.kept is None or work.kept.is_empty())


def open_pdf(work: PagePdf) -> Half:
    """Lay out the first half of a page, for `close_pdf` in this process, while another does the rest."""
    drawing = engine()
    _OPEN.clear()
    with without_collector(drawing), suppress(Inseparable):
        parts = parts_of(drawing, work)
        drawn = parts.draw(range(parts.share(FIRST_HALF)))
        _OPEN[work.page] = parts
        if 0 in drawn:
            return _places(drawn)
    return ()


def lay_out_rest(work: PagePdf) -> dict[int, Drawn]:
    """The parts of a page that `open_pdf` leaves; none where there are none, or no PDF can be drawn here."""
    with suppress(Inseparable, MissingDependency):
        drawing = engine()
        with without_collector(drawing):
            parts = parts_of(drawing, work)
            return parts.draw(range(parts.share(FIRST_HALF), len(parts)))
    return {}


def numbered(half: Half, rest: Mapping[int, Drawn]) -> tuple[dict[str, int], int] | None:
    """The page of each identifier and the number of pages; None where they are not known before all is drawn."""
    if not half or not rest:
        return None
    return numbers_of((*half, *_places(rest)))


def close_pdf(work: PagePdf, rest: Mapping[int, Drawn] | None = None) -> DrawnPdf:
    """The PDF of a page of which `rest` was laid out elsewhere, and perhaps other parts here before."""
    drawing = engine()
    opened = _OPEN.pop(work.page, None)
    with drawing.listening() as messages, without_collector(drawing):
        try:
            parts = opened or parts_of(drawing, work)
            parts.take(rest or {})
            document, said = _in_parts(parts)
        except Inseparable:
            parts = None
            document, said = _whole(drawing, work)
        if work.kept is not None:
            work.kept.keep_only(parts.keys if parts is not None else ())
        return _finished(drawing, document, work, [*messages, *said])


def parts_of(drawing: Engine, work: PagePdf) -> Parts:
    """The parts of a page; Inseparable where there is one, or they depend on each other."""
    if not has_sections(work.page):
        raise Inseparable("there is one section")
    return Parts(drawing, *_prepared(drawing, work), work.kept)


def style_paths(resolved: Document, workspace: Workspace) -> list[Path]:
    """The style sheets of `resolved`: what all share, its profile, then its direction, language and kind.

    Of the last four only those that exist: most directions, languages and kinds need nothing of their own.
    """
    paths = [workspace.template(f"style/{name}.css") for name in ("base", *resolved.profile.style)]
    turned = (f"{name}-{resolved.direction}" for name in resolved.profile.style)
    kinds = (resolved.direction, *turned, resolved.language, resolved.kind)
    for name in kinds:
        with suppress(FileNotFoundError):
            paths.append(workspace.template(f"style/{name}.css"))
    return paths


@contextmanager
def without_collector(drawing: Engine) -> Iterator[None]:
    """Keep Python's garbage collector from walking the growing box tree again and again.

    The boxes of a document refer to each other, so they are only given back by a collection: it comes before the next
    document is drawn once there are enough of them, so that a batch does not grow and a single document does not pay.
    What lives after the first document (modules, parsed templates and styles) lives for good, and is not walked again.
    """
    if drawing.used and (drawing.laid_out >= MOST_PAGES_HELD or not drawing.settled):
        gc.collect()
        drawing.laid_out = 0
        if not drawing.settled:
            gc.freeze()
            drawing.settled = True
    drawing.used, Lines.kept = True, 0
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _in_parts(parts: Parts) -> tuple[Any, list[str]]:
    """The document put together from its parts, and what there is to say of them."""
    document, drawn = parts.assembled()
    return document, [in_words(said, before) for before, part in with_pages_before(drawn) for said in part.said]


def _places(parts: Mapping[int, Drawn]) -> Half:
    """Where things stand in parts, in their order."""
    return tuple(part.place for _, part in sorted(parts.items()))


def _whole(drawing: Engine, work: PagePdf) -> tuple[Any, list[str]]:
    """The document laid out in one piece, and what does not fit its pages."""
    page, sources, stylesheets = _prepared(drawing, work)
    document = drawing.render(drawing.document(page, BASE, sources), stylesheets)
    drawing.laid_out += len(document.pages)
    add_note_links(document.pages)
    return document, [in_words(message, 0) for message in overflows(document.pages)]


def _prepared(drawing: Engine, work: PagePdf) -> tuple[Element, Any, list[Any]]:
    """The tree of a page, what it may read, and its styles."""
    sources = sources_of(work.workspace)
    stylesheets = [drawing.stylesheet(path, sources) for path in style_paths(work.resolved, work.workspace)]
    moment = _moment(work.resolved).strftime("%Y-%m-%dT%H:%M:%SZ")
    return prepare(work.page, moment), sources, stylesheets


def _finished(drawing: Engine, document: Any, work: PagePdf, said: list[str]) -> DrawnPdf:
    """The PDF of the laid-out `document`."""
    moment = _moment(work.resolved)
    with drawing.listening() as messages:
        data = document.write_pdf(
            finisher=declare_accessible,
            pdf_variant=VARIANT,
            pdf_identifier=hashlib.sha256(work.page.encode()).hexdigest()[:32].encode(),
            attachments=[
                drawing.attachment(name, content, moment) for name, content in sorted((work.attachments or {}).items())
            ],
        )
    return DrawnPdf(data, first_pages(document.pages), len(document.pages), tuple(dict.fromkeys([*said, *messages])))


def _moment(resolved: Document) -> datetime.datetime:
    """The midnight (UTC) the document is dated: a file must not depend on the day it was made."""
    return datetime.datetime.combine(resolved.properties.date, datetime.time(tzinfo=datetime.UTC))
