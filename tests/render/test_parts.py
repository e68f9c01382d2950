"""A page laid out in parts is the page laid out in one piece, whoever laid the parts out and whenever."""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from publisher.model.resolved import Document, Paragraph
from publisher.model.workspace import Workspace, workspace_for
from publisher.pipeline import examine
from publisher.render.page import render_page
from publisher.render.pdf import DrawnPdf, PagePdf, close_pdf, lay_out_rest, open_pdf, worth_sharing, write_pdf, writer
from publisher.render.pdf.engine import engine
from publisher.render.pdf.parts import laying_out, parts_of
from publisher.render.pdf.parts.division import Inseparable
from publisher.render.pdf.parts.sheets import packed, unpacked
from tests.benchmarks.annexes import TODAY
from tests.render.sheets import ENGLISH, english, words, workspace
from tests.render.test_pdf import elements

ROOT = Path(__file__).resolve().parents[2]
SOURCE = {"record.yaml": b"symbol: CVW.3/15\n"}


class Shelf(dict[str, bytes]):
    """Parts kept in memory; notes what was put there."""

    def __init__(self, **kept: bytes) -> None:
        super().__init__(kept)
        self.new: list[str] = []

    def is_empty(self) -> bool:
        return not self

    def keep_only(self, keys: Collection[str]) -> None:
        for key in set(self) - set(keys):
            del self[key]

    def put(self, key: str, data: bytes) -> None:
        self[key] = data
        self.new.append(key)


def demonstration(language: str) -> tuple[Document, Workspace]:
    place = workspace_for(ROOT / "data" / "DEMO-CVW.3-15", TODAY)
    resolved = examine(place, language).resolved
    assert resolved is not None
    return resolved, place


def in_one_piece(document: Document, place: Workspace) -> DrawnPdf:
    work, drawing = PagePdf(render_page(document, place), document, place, SOURCE), engine()
    laid_out, said = writer._whole(drawing, work)
    return writer._finished(drawing, laid_out, work, said)


def seen(data: bytes, folder: Path) -> list[bytes]:
    """The pages as pictures, their words, and the tags."""
    folder.mkdir()
    (folder / "it.pdf").write_bytes(data)
    subprocess.run(["pdftoppm", "-r", "40", "-gray", folder / "it.pdf", folder / "page"], check=True)
    told = subprocess.run(["pdftotext", folder / "it.pdf", "-"], check=True, capture_output=True).stdout
    with pikepdf.open(folder / "it.pdf") as pdf:
        tags = [f"{one.S} {one.get('/ID')} {len(one.K)}" for one in elements(pdf.Root.StructTreeRoot)]
    return [path.read_bytes() for path in sorted(folder.glob("*.pgm"))] + [told, "\n".join(tags).encode()]


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_parts_look_and_tell_the_same_as_one_piece(language: str, tmp_path: Path) -> None:
    document, place = demonstration(language)
    page = render_page(document, place)
    assert len(parts_of(engine(), PagePdf(page, document, place))) == 5
    whole, parted = in_one_piece(document, place), write_pdf(page, document, place, SOURCE)
    assert (parted.pages, parted.page_count, parted.messages) == (whole.pages, whole.page_count, whole.messages)
    assert seen(parted.data, tmp_path / "parted") == seen(whole.data, tmp_path / "whole")


def longer(document: Document, division: int) -> Document:
    """`document` with more words in the last paragraph of a division."""
    divisions = list(document.divisions)
    blocks = list(divisions[division].blocks)
    last = max(place for place, block in enumerate(blocks) if isinstance(block, Paragraph) and block.text)
    blocks[last] = replace(blocks[last], text=(*blocks[last].text, *words(ENGLISH * 40)))
    divisions[division] = replace(divisions[division], blocks=tuple(blocks))
    return replace(document, divisions=tuple(divisions))


def test_only_what_changed_is_laid_out_and_the_bytes_are_those_of_a_first_build() -> None:
    document, place = demonstration("en")
    shelf = Shelf()
    first = write_pdf(render_page(document, place), document, place, SOURCE, shelf)
    assert len(shelf.new) == 5
    shelf.new.clear()
    assert write_pdf(render_page(document, place), document, place, SOURCE, shelf) == first
    assert shelf.new == []

    changed = longer(document, 2)
    page = render_page(changed, place)
    again = write_pdf(page, changed, place, SOURCE, shelf)
    assert again == write_pdf(page, changed, place, SOURCE)
    assert again.page_count > first.page_count
    assert len(shelf.new) == 2  # the annex, and the contents that give other pages for those after it
    assert len(shelf) == 5


@pytest.mark.parametrize("lost", [False, True], ids=["", "its first half lost with the process"])
def test_two_halves_make_the_bytes_of_one(lost: bool) -> None:
    document, place = demonstration("zh")
    work = PagePdf(render_page(document, place), document, place, SOURCE, Shelf())
    assert worth_sharing(work)
    open_pdf(work)
    rest = pickle.loads(pickle.dumps(lay_out_rest(work)))
    assert 0 not in rest
    if lost:
        laying_out._OPEN.clear()
    assert close_pdf(work, rest) == write_pdf(*work[:4])
    assert not worth_sharing(work)  # a second time there is little to do


def test_damage_to_what_is_kept_is_noticed() -> None:
    document, place = demonstration("en")
    page, shelf = render_page(document, place), Shelf()
    first = write_pdf(page, document, place, SOURCE, shelf)
    for number, key in enumerate(sorted(shelf)):
        shelf[key] = [shelf[key][:-7], b"", b"{}", shelf[key][::-1], shelf[key][:200]][number]
    shelf.new.clear()
    assert write_pdf(page, document, place, SOURCE, shelf) == first
    assert len(shelf.new) == 5


def test_a_part_is_the_same_after_packing() -> None:
    document, place = demonstration("ar")
    parts = parts_of(engine(), PagePdf(render_page(document, place), document, place))
    _, drawn = parts.assembled()
    assert drawn
    for part in drawn:
        for sheet in part.sheets:
            sheet.part, sheet.head = 0, None
        assert packed(unpacked(packed(part))) == packed(part)


STYLES = {
    "margins": "@page :left { margin-left: 150pt }",
    "on every page": ".subtitle { position: fixed; top: 0 }",
    "on the right": "section.annex { break-before: right }",
    "without a break": "section.annex { break-before: auto }",
    "with a layer": "section.annex h2 { opacity: .5 }",
    "in a face by halves": "section.annex h2 { font-variant-caps: small-caps }",
    "how many pages": "section.annex h2::after { content: counter(page) '/' counter(pages) }",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_parts_that_depend_on_each_other_are_laid_out_together(style: str, tmp_path: Path) -> None:
    place = _styled(tmp_path, style)
    document = english()
    with pytest.raises(Inseparable):
        _parted(document, place)
    assert write_pdf(render_page(document, place), document, place, SOURCE) == in_one_piece(document, place)


def test_a_selector_finds_what_stands_in_other_parts(tmp_path: Path) -> None:
    rule = "section.annex:last-child h2, section + section.annex h2, section:nth-of-type(2) h2 { font-size: 30pt }"
    plain, styled = (_styled(tmp_path / name, style) for name, style in (("plain", ""), ("styled", rule)))
    document = english()
    parted = write_pdf(render_page(document, styled), document, styled, SOURCE)
    assert seen(parted.data, tmp_path / "a") == seen(in_one_piece(document, styled).data, tmp_path / "b")
    assert seen(parted.data, tmp_path / "c") != seen(in_one_piece(document, plain).data, tmp_path / "d")


def _styled(folder: Path, style: str) -> Workspace:
    (folder / "templates" / "style").mkdir(parents=True)
    place = workspace(folder)
    (folder / "templates" / "style" / f"{english().kind}.css").write_text(style)
    return place


def _parted(document: Document, place: Workspace) -> None:
    parts_of(engine(), PagePdf(render_page(document, place), document, place)).assembled()
