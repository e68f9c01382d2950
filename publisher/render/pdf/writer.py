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
from typing import Any

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.pdf.assembly import Kept, Parts
from publisher.render.pdf.engine import VARIANT, Engine, engine
from publisher.render.pdf.links import add_note_links
from publisher.render.pdf.metadata import declare_accessible
from publisher.render.pdf.overflow import in_words, overflows
from publisher.render.pdf.parts import Inseparable
from publisher.render.pdf.prepare import prepare
from publisher.render.pdf.sources import sources_of
from publisher.render.sources import BASE


@dataclass(frozen=True, slots=True)
class DrawnPdf:
    """A finished PDF: its bytes, the page each block begins on, its length, what the engine had to say."""

    data: bytes
    pages: dict[str, int]
    page_count: int
    messages: tuple[str, ...]


def write_pdf(
    page: str,
    resolved: Document,
    workspace: Workspace,
    attachments: Mapping[str, bytes] | None = None,
    kept: Kept | None = None,
) -> DrawnPdf:
    """Give back `page` as PDF/A-3a and PDF/UA-1 with `attachments` inside; same page and attachments, same bytes.

    `kept` holds parts of earlier builds. MissingDependency when Pango is not installed.
    """
    drawing = engine()
    with drawing.listening() as messages, without_collector(drawing):
        try:
            parts = parts_of(drawing, page, resolved, workspace, kept)
            document, said = _in_parts(parts) if len(parts) > 1 else _whole(drawing, page, resolved, workspace)
        except Inseparable:
            document, said = _whole(drawing, page, resolved, workspace)
        return _finished(drawing, document, page, resolved, attachments or {}, [*messages, *said])


def parts_of(
    drawing: Engine, page: str, resolved: Document, workspace: Workspace, kept: Kept | None = None
) -> Parts:
    """Give back the parts of `page`; Inseparable where they depend on each other."""
    sources = sources_of(workspace)
    stylesheets = [drawing.stylesheet(path, sources) for path in style_paths(resolved, workspace)]
    return Parts(drawing, prepare(page, _moment_in_words(resolved)), sources, stylesheets, kept)


def style_paths(resolved: Document, workspace: Workspace) -> list[Path]:
    """Give back the style sheets of `resolved`: what all share, its profile, then its direction, language and kind.

    Of the last four only those that exist: most directions, languages and kinds need nothing of their own.
    """
    paths = [workspace.template(f"style/{name}.css") for name in ("base", resolved.profile)]
    kinds = (resolved.direction, f"{resolved.profile}-{resolved.direction}", resolved.language, resolved.kind)
    for name in kinds:
        with suppress(FileNotFoundError):
            paths.append(workspace.template(f"style/{name}.css"))
    return paths


def first_pages(document: Any) -> dict[str, int]:
    """Give back, for each identifier on the page, the number of the PDF page it first stands on."""
    pages: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for anchor in page.anchors:
            pages.setdefault(anchor, number)
    return pages


@contextmanager
def without_collector(drawing: Engine) -> Iterator[None]:
    """Keep Python's garbage collector from walking the growing box tree again and again.

    The boxes of a document refer to each other, so they are only given back by a collection: it comes before the next
    document is drawn, so that a batch does not grow and a single document does not pay. What lives after the first
    document (modules, parsed templates and styles) lives for good, and is not walked again.
    """
    if drawing.used:
        gc.collect()
        if not drawing.settled:
            gc.freeze()
            drawing.settled = True
    drawing.used = True
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _in_parts(parts: Parts) -> tuple[Any, list[str]]:
    """Give back the document put together from its parts, and what there is to say of them."""
    document, drawn = parts.assembled()
    before, said = 0, []
    for part in drawn:
        said += [in_words(message, before) for message in part.said]
        before += len(part.sheets)
    return document, said


def _whole(drawing: Engine, page: str, resolved: Document, workspace: Workspace) -> tuple[Any, list[str]]:
    """Give back the document laid out in one piece, and what does not fit its pages."""
    sources = sources_of(workspace)
    stylesheets = [drawing.stylesheet(path, sources) for path in style_paths(resolved, workspace)]
    html = drawing.document(prepare(page, _moment_in_words(resolved)), BASE, sources)
    document = drawing.render(html, stylesheets)
    add_note_links(document.pages)
    return document, [in_words(message, 0) for message in overflows(document.pages)]


def _finished(
    drawing: Engine, document: Any, page: str, resolved: Document, attachments: Mapping[str, bytes], said: list[str]
) -> DrawnPdf:
    """Give back the PDF of the laid-out `document`."""
    with drawing.listening() as messages:
        data = document.write_pdf(
            finisher=declare_accessible,
            pdf_variant=VARIANT,
            pdf_identifier=hashlib.sha256(page.encode()).hexdigest()[:32].encode(),
            attachments=[
                drawing.attachment(name, content, _moment(resolved)) for name, content in sorted(attachments.items())
            ],
        )
    return DrawnPdf(data, first_pages(document), len(document.pages), tuple(dict.fromkeys([*said, *messages])))


def _moment(resolved: Document) -> datetime.datetime:
    """Give back the midnight (UTC) the document is dated: a file must not depend on the day it was made."""
    return datetime.datetime.combine(resolved.properties.date, datetime.time(tzinfo=datetime.UTC))


def _moment_in_words(resolved: Document) -> str:
    return _moment(resolved).strftime("%Y-%m-%dT%H:%M:%SZ")
