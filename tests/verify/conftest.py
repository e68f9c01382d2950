"""The finished files that the tests of verify read: each drawn once, whole and right, when first asked for."""

from __future__ import annotations

from functools import cached_property

import pytest

from publisher.model.finished import finished as decided
from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from tests.verify.samples import ALL, report, workspace


class Finished:
    """A report with the files drawn from it."""

    def __init__(self, document: Document, space: Workspace) -> None:
        self.document, self._space = decided(document), space

    @cached_property
    def _page(self) -> str:
        from publisher.render.page import render_page

        return render_page(self.document, self._space)

    @cached_property
    def _drawn(self) -> tuple[bytes, dict[str, int], int]:
        from publisher.render.pdf import write_pdf

        drawn = write_pdf(self._page, self.document, self._space, {"record.yaml": b"symbol: HSP/HA.2/16\n"})
        return drawn.data, drawn.pages, drawn.page_count

    @property
    def pdf(self) -> bytes:
        return self._drawn[0]

    @property
    def pages(self) -> dict[str, int]:
        return self._drawn[1]

    @cached_property
    def docx(self) -> bytes:
        from publisher.render.docx import write_docx

        return write_docx(self._page, self.document, self._space, *self._drawn[1:])

    @cached_property
    def html(self) -> bytes:
        from publisher.render.html import write_html

        return write_html(self._page, self.document, self._space)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finished]:
    """The report in Chinese, English and Arabic."""
    folder = tmp_path_factory.mktemp("report")
    return {language: Finished(report(sayings), workspace(folder)) for language, sayings in ALL.items()}
