"""The finished files that the tests of verify read: each drawn once, whole and right."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from publisher.model.resolved import Document
from tests.verify.samples import ALL, report, workspace


@dataclass(frozen=True)
class Finished:
    """A report with the files drawn from it, and the page of the PDF each block begins on."""

    document: Document
    pdf: bytes
    docx: bytes
    html: bytes
    pages: dict[str, int]


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finished]:
    """Give back the report in Chinese, English and Arabic as PDF, DOCX and HTML."""
    return {language: _draw(report(sayings), tmp_path_factory) for language, sayings in ALL.items()}


def _draw(document: Document, folders: pytest.TempPathFactory) -> Finished:
    from publisher.render.docx import write_docx
    from publisher.render.html import write_html
    from publisher.render.page import render_page
    from publisher.render.pdf import write_pdf

    space = workspace(folders.mktemp(document.language))
    page = render_page(document, space)
    drawn = write_pdf(page, document, space, {"record.yaml": b"symbol: HSP/HA.2/16\n"})
    docx = write_docx(page, document, space, drawn.pages, drawn.page_count)
    return Finished(document, drawn.data, docx, write_html(page, document, space), drawn.pages)
