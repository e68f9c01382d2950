"""The writer refuses what is outside the vocabulary, and says where; a broken base is the operator's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from publisher.model.workspace import Workspace
from publisher.render.docx import write_docx
from publisher.render.docx.base import BrokenBase, filled
from publisher.render.page import render_page
from publisher.render.sources import OutsideSources
from publisher.render.vocabulary import OutsideVocabulary
from tests.render import sheets


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return sheets.workspace(tmp_path)


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ('<p class="numbered"', '<p class="strange"'),
        ('<hr class="end-rule" id="end"/>', "<ul><li>x</li></ul>"),
        ('<span class="symbol">', '<span class="strange">'),
        ("<em>", '<em class="strange">'),
        ('<section class="division annex"', '<section class="strange"'),
        ('class="heading section depth-1"', 'class="heading section depth-9"'),
    ],
)
def test_refused(workspace: Workspace, known: str, unknown: str) -> None:
    document = sheets.english()
    page = render_page(document, workspace)
    assert known in page
    strange = page.replace(known, unknown, 1).replace("</em>", "</em>", 1)
    with pytest.raises(OutsideVocabulary, match=r"line \d+"):
        write_docx(strange, document, workspace, {}, 1)


@pytest.mark.parametrize("address", ["../secret.png", "https://example.org/x.png", "/etc/passwd", "missing.png"])
def test_no_picture_from_outside(workspace: Workspace, address: str) -> None:
    document = sheets.english()
    page = render_page(document, workspace).replace("figures/ring.svg", address)
    with pytest.raises(OutsideSources):
        write_docx(page, document, workspace, {}, 1)


@pytest.mark.parametrize("facts", [{}, {"masthead": object(), "running": object(), "job": None, "page_count": 1}])
def test_a_tag_that_asks_for_nothing_known(workspace: Workspace, facts: dict[str, Any]) -> None:
    with pytest.raises(BrokenBase, match=r"geneva\.docx"):
        filled(workspace.template("word/geneva.docx"), facts)


def test_no_job_number_leaves_the_foot_of_page_one_empty(workspace: Workspace) -> None:
    from dataclasses import replace

    from tests.docx import lint

    document = sheets.english("geneva")
    document = replace(document, masthead=replace(document.masthead, job=None, emblem=""))
    parts = lint.parts_of(write_docx(render_page(document, workspace), document, workspace, {}, 1))
    assert not list(parts["word/footerFirst.xml"].iter(f"{lint.W}tbl", lint.DRAWN))
    assert [d.get("name") for d in parts["word/document.xml"].iter(lint.DRAWN)] == ["Figure 101"]


def test_without_pango_a_drawn_figure_still_stands_in_the_file(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys
    import zipfile
    from io import BytesIO

    from publisher.render.docx.raster import drawn_png

    drawn_png.cache_clear()
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    document = sheets.english()
    data = write_docx(render_page(document, workspace), document, workspace, {}, 1)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.read("word/media/figure101.svg").decode() == sheets.RING
