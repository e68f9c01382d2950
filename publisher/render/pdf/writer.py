"""Writes the page as a PDF.

Prepared, laid out, painted, tagged, its source attached. WeasyPrint does it through its public API. A long page is
laid out in parts first, see `parts`; what is changed in WeasyPrint itself, see `engine`; the tag tree, see `tags`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from publisher.failures import MissingDependency
from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.pdf.engine import VARIANT, Engine, Missing, engine, in_words
from publisher.render.pdf.metadata import declare_accessible
from publisher.render.pdf.pages import Earlier, Kept, PagePdf, moment_of, prepared
from publisher.render.pdf.parts import Drawn, Half, first_half, first_pages, keep, lay_out, other_half
from publisher.render.sources import BASE


@dataclass(frozen=True, slots=True)
class DrawnPdf:
    """A finished PDF: bytes, pages of blocks, length, what was said.

    By the engine. `missing` are the repairs of the engine that could not be applied to the one installed.
    """

    data: bytes
    pages: dict[str, int]
    page_count: int
    messages: tuple[str, ...]
    missing: tuple[Missing, ...] = ()


def write_pdf(
    page: str,
    resolved: Document,
    workspace: Workspace,
    attachments: Mapping[str, bytes] | None = None,
    kept: Kept | None = None,
    earlier: Earlier | None = None,
) -> DrawnPdf:
    """`page` as PDF/A-3a and PDF/UA-1 with `attachments` inside.

    Same page and attachments, same bytes. `kept` holds parts of earlier builds, `earlier` the sheets of the draft before
    in this process. MissingDependency when Pango is not
    installed.
    """
    return close_pdf(PagePdf(page, resolved, workspace, attachments, kept, earlier))


def tidy(earlier: Earlier, kept: Kept) -> None:
    """Do what the next draft or another process would have to, while nobody waits.

    What was drawn for the last draft is put where others find it, and boxes are given back.
    """
    keep(earlier, kept)
    engine().collector.collect()


def open_pdf(work: PagePdf) -> Half:
    """Lay out the first half of a page while another does the rest.

    For `close_pdf` in this process.
    """
    drawing = engine()
    with drawing.at_work():
        return first_half(drawing, work)


def lay_out_rest(work: PagePdf) -> dict[int, Drawn]:
    """The parts of a page that `open_pdf` leaves.

    None where there are none, or no PDF can be drawn here.
    """
    try:
        drawing = engine()
    except MissingDependency:
        return {}
    with drawing.at_work():
        return other_half(drawing, work)


def close_pdf(work: PagePdf, rest: Mapping[int, Drawn] | None = None) -> DrawnPdf:
    """The PDF of a page of which `rest` was laid out elsewhere.

    And perhaps other parts here before.
    """
    drawing = engine()
    with drawing.listening() as messages, drawing.at_work():
        document, said = lay_out(drawing, work, rest) or _whole(drawing, work)
        return _finished(drawing, document, work, [*messages, *said])


def _whole(drawing: Engine, work: PagePdf) -> tuple[Any, list[str]]:
    """The document laid out in one piece, and what does not fit its pages."""
    page, sources, stylesheets = prepared(drawing, work)
    document = drawing.render(drawing.document(page, BASE, sources), stylesheets)
    drawing.collector.hold(len(document.pages))
    return document, [in_words(message, 0) for message in drawing.overflows(document.pages)]


def _finished(drawing: Engine, document: Any, work: PagePdf, said: list[str]) -> DrawnPdf:
    """The PDF of the laid-out `document`."""
    moment = moment_of(work.resolved)
    attached = sorted((work.attachments or {}).items())
    with drawing.listening() as messages:
        data = document.write_pdf(
            finisher=declare_accessible,
            pdf_variant=VARIANT,
            pdf_identifier=hashlib.sha256(work.page.encode()).hexdigest()[:32].encode(),
            attachments=[drawing.attachment(name, content, moment) for name, content in attached],
        )
    said = list(dict.fromkeys([*said, *messages]))
    return DrawnPdf(data, first_pages(document.pages), len(document.pages), tuple(said), drawing.missing)
