"""Redlines of every kind of block, added, struck, exchanged and changed: the Word file and the PDF are right.

In English, in Arabic, where figures and brackets turn, and in Chinese.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from publisher.model.finished import finished
from publisher.model.inline import Call, Inlines, Text
from publisher.model.reading import with_texts
from publisher.model.resolved import Block, Cell, Document, EndRule, Figure, Note, Row, Table
from publisher.resolve.scripts import with_direction
from publisher.revise import redline
from publisher.verify import verify_pdf, verify_redline
from tests.reading.planting import BLOCKS, FIGURE, TABLE, planted, sample
from tests.verify.conftest import Finished
from tests.verify.samples import ALL, report, words, workspace

# What each text says in its language, and what is added to it.
TEXTS = {
    "ar": ("بلغ −3.3 في الفترة 12–15 من القرار 1325 (2000)", "، انظر A/80/6 (Sect. 3) والهاتف +254 20 762 (ب)"),
    "zh": ("根据第1325（2000）号决议，2026–2029年为−3.3", "，见A/80/6（第12–15段）"),
}
NUMERALS = {"ar": "ابجدهوزحطيكلمنسعفصقرشت", "zh": "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"}
Pair = tuple[tuple[Block, ...], tuple[Block, ...]]


def _more(language: str) -> Callable[[Inlines], Inlines]:
    """A change that adds words to a text."""
    added = words(TEXTS[language][1]) if language in TEXTS else (Text(" indeed"),)
    return lambda text: _directed(language, (*text, *added)) if text else text


def _directed(language: str, text: Inlines) -> Inlines:
    return with_direction(ALL[language].direction)(text)


def _said(language: str, document: Document) -> Document:
    """`document` with other words in each of its texts."""
    if language not in TEXTS:
        return document
    count = 0

    def sow(field: str, text: Inlines) -> Inlines:
        nonlocal count
        count += 1
        mark = NUMERALS[language][count % 20] + NUMERALS[language][count // 20]
        calls = [part for part in text if isinstance(part, Call)]
        return (*_directed(language, words(f"{mark} {TEXTS[language][0]}")), *calls)

    return planted(_in_one_language(document), sow)


def _of_words(cell: Cell) -> Cell:
    """A cell that holds words of the document's language: lines of it may end."""
    return replace(cell, language="", direction="", align="start")


def _in_one_language(document: Document) -> Document:
    def own(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        rows = (replace(row, cells=tuple(map(_of_words, row.cells))) for row in block.rows)
        return replace(block, rows=tuple(rows))

    (body,) = document.divisions
    return replace(document, divisions=(replace(body, blocks=tuple(map(own, body.blocks))),))


def _base(language: str) -> Document:
    """The sample in a language, with the masthead of its report."""
    whole, frame = _said(language, sample()), report(ALL[language])
    return replace(
        frame, divisions=whole.divisions, subtitle=whole.subtitle, contents=whole.contents, notes=whole.notes
    )


def _with(base: Document, blocks: tuple[Block, ...]) -> Document:
    """`base` with other blocks, the notes that they call, and the contents that they have."""
    names = {getattr(block, "id", "") for block in blocks}
    contents = tuple(entry for entry in base.contents if entry.target in names)
    notes = base.notes if "open" in names else base.notes[:1]
    body = replace(base.divisions[0], blocks=blocks)
    return finished(replace(base, divisions=(body,), notes=notes, contents=contents))


CHANGES: dict[str, Callable[[tuple[Block, ...], int, str], Pair]] = {
    "added": lambda blocks, at, _: ((*blocks[:at], *blocks[at + 1 :]), blocks),
    "struck": lambda blocks, at, _: (blocks, (*blocks[:at], *blocks[at + 1 :])),
    "changed": lambda blocks, at, language: (blocks, _put(blocks, at, with_texts(blocks[at], _more(language)))),
    "moved to the end": lambda blocks, at, _: (blocks, (*blocks[:at], *blocks[at + 1 : -1], blocks[at], blocks[-1])),
}
PARTS: dict[str, tuple[Block, Callable[[Table], Table] | Callable[[Figure], Figure]]] = {
    "row": (TABLE, lambda table: replace(table, rows=(table.rows[0], *table.rows[2:]))),
    "total": (TABLE, lambda table: replace(table, rows=table.rows[:-1])),
    "group": (TABLE, lambda table: replace(table, rows=table.rows[1:])),
    "column": (
        TABLE,
        lambda table: replace(
            table,
            head=(table.head[0][:1],),
            rows=tuple(replace(row, cells=(replace(row.cells[0], columns=1),)) for row in table.rows),
            widths=(1.0,),
        ),
    ),
    "cell": (TABLE, lambda table: replace(table, rows=(*table.rows[:2], _other_cell(table.rows[2])))),
    "head": (TABLE, lambda table: replace(table, head=((Cell(words("7–9")), table.head[0][1]),))),
    "note": (TABLE, lambda table: replace(table, notes=())),
    "other note": (TABLE, lambda table: replace(table, notes=(Note("budget-a", "table", "a", 1, words("−5 (7)")),))),
    "title": (TABLE, lambda table: replace(table, title=())),
    "source": (TABLE, lambda table: replace(table, source=())),
    "unit": (TABLE, lambda table: replace(table, unit=())),
    "caption": (FIGURE, lambda figure: replace(figure, title=words("7–9"))),
    "picture": (FIGURE, lambda figure: replace(figure, digest="1" * 64)),
    "source of a figure": (FIGURE, lambda figure: replace(figure, source=())),
}


def _put(blocks: tuple[Block, ...], at: int, block: Block) -> tuple[Block, ...]:
    return (*blocks[:at], block, *blocks[at + 1 :])


def _other_cell(row: Row) -> Row:
    return replace(row, cells=(row.cells[0], replace(row.cells[1], text=words("−4.1"))))


def _found(old: Document, new: Document, place: Path) -> list[str]:
    """What is wrong with the two files of the redline from `old` to `new`."""
    shown = redline(old, new)
    made = Finished(shown, workspace(place))
    found = [
        *verify_pdf(made.pdf, shown, "redline.pdf"),
        *verify_redline(made.docx, old, new, "redline.docx"),
    ]
    return [f"{each.code} {each.message}" for each in found]


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("at", range(len(BLOCKS) - 1), ids=lambda at: getattr(BLOCKS[at], "id", "rule"))
def test_both_files_of_a_redline_are_right(at: int, change: str, tmp_path: Path) -> None:
    assert isinstance(BLOCKS[-1], EndRule)
    base = _base("en")
    old, new = (_with(base, blocks) for blocks in CHANGES[change](base.divisions[0].blocks, at, "en"))
    assert _found(old, new, tmp_path) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("first", [0, 1], ids=["one", "the other"])
def test_both_files_are_right_where_every_second_block_changes(
    first: int, change: str, language: str, tmp_path: Path
) -> None:
    base = _base(language)
    old, new = (_with(base, blocks) for blocks in _every_second(base.divisions[0].blocks, first, change, language))
    assert _found(old, new, tmp_path) == []


def _every_second(blocks: tuple[Block, ...], first: int, change: str, language: str) -> Pair:
    chosen = range(first, len(blocks) - 1, 2)
    rest = tuple(block for at, block in enumerate(blocks) if at not in chosen)
    if change == "changed":
        return blocks, tuple(
            with_texts(block, _more(language)) if at in chosen else block for at, block in enumerate(blocks)
        )
    moved = (*rest[:-1], *(blocks[at] for at in chosen), rest[-1])
    return {"added": (rest, blocks), "struck": (blocks, rest), "moved to the end": (blocks, moved)}[change]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "way"),
    [("en", "taken out"), ("en", "put in"), ("ar", "taken out"), ("ar", "put in"), ("zh", "put in")],
)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_a_table_or_figure_is_taken_out_put_in_and_exchanged(
    part: str, way: str, language: str, tmp_path: Path
) -> None:
    base = _base(language)
    block, change = PARTS[part]
    at = BLOCKS.index(block)
    blocks = base.divisions[0].blocks
    changed = with_texts(change(blocks[at]), partial(_directed, language))  # type: ignore[arg-type]
    pair = [_with(base, blocks), _with(base, _put(blocks, at, changed))]
    old, new = pair if way == "taken out" else reversed(pair)
    assert _found(old, new, tmp_path) == []


def test_a_figure_turned_round_in_a_redline_is_seen(tmp_path: Path) -> None:
    base = _base("ar")
    at = BLOCKS.index(TABLE)
    blocks = base.divisions[0].blocks
    bare = replace(TABLE.rows[2].cells[1], text=words("−4.1"))  # without its left-to-right wrapper
    row = replace(TABLE.rows[2], cells=(TABLE.rows[2].cells[0], bare))
    table = blocks[at]
    assert isinstance(table, Table)
    changed = _put(blocks, at, replace(table, rows=(*table.rows[:2], row)))
    assert any("−4.1" in one for one in _found(_with(base, blocks), _with(base, changed), tmp_path))
