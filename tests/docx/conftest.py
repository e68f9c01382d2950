"""Word files drawn once from the hand-made documents, for all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from publisher.model.finished import finished
from publisher.model.resolved import Document
from publisher.render.docx import write_docx
from publisher.render.page import render_page
from tests.render import sheets

SHEETS = {"en": sheets.english, "zh": sheets.chinese, "ar": sheets.arabic}
PROFILES = ("nairobi", "geneva", "new-york")


@dataclass(frozen=True)
class Written:
    """A resolved document, the pages its blocks are said to stand on, and its Word file."""

    document: Document
    pages: dict[str, int]
    data: bytes


Writer = Callable[[Document], Written]


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    """A function that draws a resolved document as a Word file."""
    workspace = sheets.workspace(tmp_path_factory.mktemp("document"))

    def written(document: Document) -> Written:
        document = finished(document)
        blocks = [block.id for division in document.divisions for block in division.blocks]
        pages = {identifier: 1 + place // 7 for place, identifier in enumerate(blocks)}
        return Written(document, pages, write_docx(render_page(document, workspace), document, workspace, pages, 9))

    return written


@pytest.fixture(scope="session")
def sheet(write: Writer) -> Callable[[str, str], Written]:
    """A function that gives the Word file of a language and profile, drawn once."""
    return cache(lambda language, profile: write(SHEETS[language](profile)))
