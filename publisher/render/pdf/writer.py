"""Writes the page as a PDF: prepared, laid out, painted, tagged, its source attached."""

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
from publisher.render.pdf.engine import Engine, engine
from publisher.render.pdf.links import add_note_links
from publisher.render.pdf.metadata import declare_accessible
from publisher.render.pdf.overflow import overflows
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
    page: str, resolved: Document, workspace: Workspace, attachments: Mapping[str, bytes] | None = None
) -> DrawnPdf:
    """Give back `page` as PDF/A-3a and PDF/UA-1 with `attachments` inside; same arguments, same bytes.

    MissingDependency when Pango is not installed.
    """
    drawing = engine()
    with drawing.listening() as messages, without_collector(drawing):
        document = lay_out(drawing, page, resolved, workspace)
        add_note_links(document)
        messages.extend(overflows(document))
        data = document.write_pdf(
            finisher=declare_accessible,
            pdf_variant="pdf/a-3a",
            pdf_identifier=hashlib.sha256(page.encode()).hexdigest()[:32].encode(),
            attachments=[
                drawing.attachment(name, content, _moment(resolved))
                for name, content in sorted((attachments or {}).items())
            ],
        )
    return DrawnPdf(data, first_pages(document), len(document.pages), tuple(messages))


def lay_out(drawing: Engine, page: str, resolved: Document, workspace: Workspace) -> Any:
    """Give back the laid-out document (weasyprint.Document) of `page` in the style of its profile."""
    sources = sources_of(workspace)
    stylesheets = [drawing.stylesheet(path, sources) for path in style_paths(resolved, workspace)]
    moment = _moment(resolved).strftime("%Y-%m-%dT%H:%M:%SZ")
    return drawing.render(prepare(page, moment), BASE, sources, stylesheets)


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


def _moment(resolved: Document) -> datetime.datetime:
    """Give back the midnight (UTC) the document is dated: a file must not depend on the day it was made."""
    return datetime.datetime.combine(resolved.properties.date, datetime.time(tzinfo=datetime.UTC))
