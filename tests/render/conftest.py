"""The documents made by hand, drawn once for all tests of the writers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from publisher.model.resolved import Document
from publisher.model.workspace import Workspace
from publisher.render.page import render_page
from publisher.render.pdf import DrawnPdf, write_pdf
from tests.render import sheets

Draw = Callable[[Document], DrawnPdf]


@pytest.fixture(scope="session")
def sheets_workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace for the documents made by hand."""
    return sheets.workspace(tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="session")
def draw(sheets_workspace: Workspace) -> Draw:
    """The PDF of a resolved document, each drawn once."""

    @lru_cache(maxsize=32)
    def drawn(key: str, document: Document) -> DrawnPdf:
        page = render_page(document, sheets_workspace)
        return write_pdf(page, document, sheets_workspace, {"record.yaml": b"symbol: HSP/HA.2/16\n"})

    return lambda document: drawn(f"{document.language} {document.profile.name}", document)


@pytest.fixture
def pdf_file(draw: Draw, tmp_path: Path) -> Callable[[Document], Path]:
    """The PDF of a resolved document as a file."""

    def write(document: Document) -> Path:
        path = tmp_path / f"{document.language}-{document.profile.name}.pdf"
        path.write_bytes(draw(document).data)
        return path

    return write
