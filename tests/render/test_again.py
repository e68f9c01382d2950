"""A draft drawn with sheets of the one before is, byte for byte, the draft drawn from nothing."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from publisher.model.workspace import workspace_for
from publisher.pipeline import understand
from publisher.render.page import render_page
from publisher.render.pdf import Earlier, write_pdf
from publisher.render.pdf.parts import sheets as painting
from publisher.render.pdf.parts.again import Again
from tests.conftest import TODAY

ROOT = Path(__file__).resolve().parents[2]


def _blocks(page: Element) -> list[tuple[Element, int]]:
    """Every block of the sections, with the section it stands in and its place there."""
    return [(section, place) for section in page.iterfind("body/main/section") for place in range(len(section))]


def _texts(page: Element) -> list[Element]:
    return [
        element
        for block in page.iterfind("body/main/section/*")
        for element in block.iter()
        if (element.text or "").strip()
    ]


def _reword(page: Element, chance: random.Random) -> None:
    """Another word as long in the place of one."""
    element = chance.choice(_texts(page))
    words = list(element.text or "")
    chance.shuffle(words)
    element.text = "".join(words)


def _lengthen(page: Element, chance: random.Random) -> None:
    """Some lines more, or most of a page."""
    element = chance.choice(_texts(page))
    element.text = (element.text or "") + " " + " ".join([element.text or ""] * chance.choice([1, 3, 30]))


def _shorten(page: Element, chance: random.Random) -> None:
    element = max((chance.choice(_texts(page)) for _ in range(6)), key=lambda one: len(one.text or ""))
    element.text = (element.text or "")[:3]


def _take_out(page: Element, chance: random.Random) -> None:
    section, place = chance.choice(_blocks(page))
    if len(section) > 2:
        del section[place]


def _move(page: Element, chance: random.Random) -> None:
    section, place = chance.choice(_blocks(page))
    block = section[place]
    section.remove(block)
    section.insert(chance.randrange(len(section) + 1), block)


def _note(page: Element, chance: random.Random) -> None:
    """Long words in a note, which moves the end of its page."""
    notes = [element for element in page.iter("span") if element.get("class") == "note" and len(element)]
    found = [inner for note in notes for inner in note.iter() if (inner.text or "").strip()]
    if found:
        element = chance.choice(found)
        element.text = (element.text or "") * chance.choice([2, 8])


def _style(page: Element, chance: random.Random) -> None:
    """Another class, which changes the looks of the blocks around it as well."""
    section, place = chance.choice(_blocks(page))
    section[place].set("class", chance.choice(["unnumbered", "quotation", "heading", ""]))


def _nothing(page: Element, chance: random.Random) -> None:
    """The same words once more."""


CHANGES: tuple[Callable[[Element, random.Random], None], ...] = (
    _reword, _reword, _lengthen, _shorten, _take_out, _move, _note, _style, _nothing,
)  # fmt: skip


@contextmanager
def _counted() -> Iterator[list[int]]:
    """The sheets that are taken from the draft before in the block."""
    taken: list[int] = []
    whole = Again.sheet

    def counting(again: Again, index: int) -> tuple[Any, Any] | None:
        found = whole(again, index)
        taken.extend([index] if found is not None else [])
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Again, "sheet", counting)
        yield taken


def drafts(folder: Path, language: str, seed: int, edits: int) -> tuple[int, int]:
    """Draw a document after each of some edits, both ways; how many sheets it had, and how many were taken."""
    place = workspace_for(folder, TODAY)
    _, resolved = understand(place, language).forms()
    page, chance, earlier = fromstring(render_page(resolved, place)), random.Random(seed), Earlier()
    drawn = taken = 0
    for number in range(edits):
        text = tostring(page, encoding="unicode")
        with _counted() as found:
            one = write_pdf(text, resolved, place, None, None, earlier)
        whole = write_pdf(text, resolved, place)
        assert one.data == whole.data, (folder, language, seed, number)
        assert (one.pages, one.messages) == (whole.pages, whole.messages)
        if number:
            drawn, taken = drawn + one.page_count, taken + len(found)
        for _ in range(chance.choice([1, 1, 1, 2])):
            chance.choice(CHANGES)(page, chance)
    return drawn, taken


@pytest.mark.parametrize(
    ("name", "language", "seed"), [("HSP-HA.2-16", "zh", 1), ("DEMO-CVW.3-15", "ar", 2), ("DEMO-CVW.3-15", "en", 3)]
)
def test_a_draft_is_the_same_whichever_way(name: str, language: str, seed: int) -> None:
    """Words, notes, blocks and classes changed, moved, taken out: the bytes are those of a first drawing."""
    _, taken = drafts(ROOT / "data" / name, language, seed, 5)
    assert taken


def test_a_changed_word_lays_out_and_paints_few_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sheet it stands on and the one before; all others are those of the draft before, as is all around the words."""
    place = workspace_for(ROOT / "data" / "HSP-HA.2-16", TODAY)
    _, resolved = understand(place, "zh").forms()
    page, earlier = render_page(resolved, place), Earlier()
    count = write_pdf(page, resolved, place, None, None, earlier).page_count
    middle = page.index("人居大会", len(page) // 4)
    done: list[str] = []
    from weasyprint.layout import page as sheets

    for module, name in ((sheets, "remake_page"), (sheets, "make_margin_boxes"), (painting, "_painting")):
        monkeypatch.setattr(module, name, _noting(getattr(module, name), name, done))
    write_pdf(page[:middle] + "人居会议" + page[middle + 4 :], resolved, place, None, None, earlier)
    assert count > 20
    assert 0 < done.count("remake_page") == done.count("_painting") <= 3
    assert "make_margin_boxes" not in done


def _noting(whole: Callable[..., Any], name: str, done: list[str]) -> Callable[..., Any]:
    def noting(*given: Any, **named: Any) -> Any:
        done.append(name)
        return whole(*given, **named)

    return noting


def test_the_head_of_each_page_follows_what_stands_before_it() -> None:
    """Parts that are as they were may stand on other pages now: their heads say so."""
    place = workspace_for(ROOT / "data" / "DEMO-CVW.3-15", TODAY)
    _, resolved = understand(place, "en").forms()
    page, earlier = fromstring(render_page(resolved, place)), Earlier()
    first = write_pdf(tostring(page, encoding="unicode"), resolved, place, None, None, earlier)
    last = page.findall("body/main/section/p")[3]
    last.text = "Many more words. " * 400
    text = tostring(page, encoding="unicode")
    second = write_pdf(text, resolved, place, None, None, earlier)
    assert second.page_count > first.page_count
    assert second == write_pdf(text, resolved, place)


if __name__ == "__main__":
    for seed in range(*map(int, sys.argv[3:5])):
        print(seed, drafts(ROOT / "data" / sys.argv[1], sys.argv[2], seed, 8), flush=True)
