"""Tables as real documents have them: typed, resolved, drawn and proved in every file, corrected, shown as a redline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from publisher.model.inline import plain
from publisher.model.resolved import Cell, Document, Row, Table
from publisher.model.rows import rows
from publisher.model.words import Words
from publisher.model.workspace import workspace_for
from publisher.model.written_table import Column, SetCell
from publisher.model.written_table import Table as Written
from publisher.pipeline import build
from publisher.pipeline.drawing import Built
from publisher.revise import instructions, passages, prove, redline
from publisher.verify import verify_docx, verify_pdf
from publisher.verify.pdf.reading import PdfFile
from tests.conftest import RECORD, TODAY, WORDS
from tests.verify.conftest import Finished
from tests.verify.samples import words, workspace
from tests.verify.surgery import Parcel, W

TYPED = """\
body:
  - table:
      - group: Professional and higher[^p]
      - [Under-Secretary-General, 1, 1, "1,234.5"]
      - {row: ["D-2[^p]", 3, 4, (12.0)], indent: 1}
      - {row: [D-1, {cell: none, columns: 2, align: centre}, null], indent: 2}
      - {subtotal: [Subtotal, 4, 5, "1,222.5"]}
      - group: General Service
      - [{cell: [Principal level, of the **whole** office], rows: 2}, 7, 8, 9]
      - [1, [first paragraph, second paragraph], 3]
      - {subtotal: [Subtotal, 8, 9, 12]}
      - {total: [Total, 12, 14, "1,234.5"]}
    title: Posts[^t]
    unit: Thousands of United States dollars
    notes: {p: Paid from the regular budget., t: As approved.}
    source: "Source: the secretariat[^p]."
    columns:
      - {head: Category, width: 2}
      - head: "2025"
        columns: [{head: Approved, align: end}, {head: "Actual[^p]", align: end}]
      - {head: Change, align: end}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "en.yaml").write_text(WORDS.replace("body:\n", TYPED, 1), encoding="utf-8")
    (folder / "record.yaml").write_text(RECORD, encoding="utf-8")
    return build(workspace_for(folder, TODAY), "en")


def table_of(document: Document | None) -> Table:
    assert document is not None
    return next(block for block in document.divisions[0].blocks if isinstance(block, Table))


def test_it_is_resolved_as_it_was_typed(built: Built) -> None:
    table = table_of(built.resolved)
    assert [[(plain(cell.text), cell.columns, cell.rows) for cell in row] for row in table.head] == [
        [("Category", 1, 2), ("2025", 2, 1), ("Change", 1, 2)],
        [("Approved", 1, 1), ("Actual", 1, 1)],
    ]
    assert [(row.kind, row.indent) for row in table.rows] == [
        ("group", 0), ("row", 0), ("row", 1), ("row", 2), ("subtotal", 0), ("group", 0), ("row", 0), ("row", 0),
        ("subtotal", 0), ("total", 0),
    ]  # fmt: skip
    assert plain(table.unit) == "(Thousands of United States dollars)"
    assert [(note.mark, plain(note.text)) for note in table.notes] == [
        ("a", "As approved."), ("b", "Paid from the regular budget."),
    ]  # fmt: skip
    assert [len(row.cells) for row in table.rows] == [1, 4, 4, 3, 4, 1, 4, 3, 4, 4]


def test_every_file_is_proved(built: Built) -> None:
    assert [
        f"{each.code} {each.message}" for each in (*built.diagnostics, *built.proofs) if each.severity == "error"
    ] == []
    assert set(built.by_name) == {"HSP-HA.2-99.en.pdf", "HSP-HA.2-99.en.docx", "HSP-HA.2-99.en.html"}


def test_word_has_one_grid_with_real_heads_and_merges(built: Built) -> None:
    root = etree.fromstring(Parcel(built.files["docx"]).parts["word/document.xml"])
    (table,) = (each for each in root.iter(f"{W}tbl") if "Approved" in "".join(each.itertext()))
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    heads = 0
    merges: Counter[str] = Counter()
    for row in table.iterfind(f"{W}tr"):
        heads += row.find(f"{W}trPr/{W}tblHeader") is not None
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterfind(f"{W}tc")]
        assert sum(int(span.get(f"{W}val")) if span is not None else 1 for span in spans) == columns
        merges.update(each.get(f"{W}val") for each in row.iter(f"{W}vMerge"))
    assert heads == 2
    assert merges == {"restart": 3, "continue": 3}


def test_the_tags_of_the_pdf_say_the_spans(built: Built) -> None:
    file = PdfFile(built.files["pdf"])
    spans: list[tuple[int, int]] = []

    def walk(element: pikepdf.Object) -> None:
        if str(element.get("/S", "")) in ("/TH", "/TD") and "/A" in element:
            pair = int(element.A.get("/ColSpan", 1)), int(element.A.get("/RowSpan", 1))
            spans.extend([pair] if pair != (1, 1) else [])
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary):
                walk(kid)

    walk(file.pdf.Root.StructTreeRoot)
    assert Counter(spans) == {(1, 2): 3, (2, 1): 2, (4, 1): 2}


@st.composite
def grids(draw: st.DrawFn) -> tuple[int, list[list[SetCell]]]:
    """Columns, and rows whose cells tile them, some over several columns and rows."""
    width, height = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken = [[False] * width for _ in range(height)]
    made: list[list[SetCell]] = []
    for row in range(height):
        cells = []
        for column in range(width):
            if taken[row][column]:
                continue
            room = next((n for n in range(column, width) if taken[row][n]), width) - column
            columns, deep = draw(st.integers(1, room)), draw(st.integers(1, height - row))
            if any(taken[r][c] for r in range(row, row + deep) for c in range(column, column + columns)):
                deep = 1
            for r in range(row, row + deep):
                taken[r][column : column + columns] = [True] * columns
            cells.append(SetCell(cell=Words("w"), columns=columns, rows=deep))
        made.append(cells)
    return width, made


@given(grids())
@settings(max_examples=150)
def test_cells_over_rows_and_columns_fill_every_row_once(grid: tuple[int, list[list[SetCell]]]) -> None:
    width, typed = grid
    table = Written(table=typed, columns=[Column(head=Words("h"))] * width)
    assert [row.width for row in rows(table)] == [width] * len(typed)
    seen: Counter[tuple[int, int]] = Counter()
    for place, row in enumerate(rows(table)):
        for cell in row.cells:
            seen.update((place + r, cell.column + c) for r in range(cell.rows) for c in range(cell.columns))
    assert seen == dict.fromkeys(((r, c) for r in range(len(typed)) for c in range(width)), 1)


def with_rows(document: Document, change: Callable[[tuple[Row, ...]], tuple[Row, ...]]) -> Document:
    body = document.divisions[0]
    blocks = tuple(replace(each, rows=change(each.rows)) if isinstance(each, Table) else each for each in body.blocks)
    return replace(document, divisions=(replace(body, blocks=blocks), *document.divisions[1:]))


def reworded(document: Document, old: str, new: str) -> Document:
    def change(given: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(
            replace(row, cells=tuple(replace(c, text=words(new)) if plain(c.text) == old else c for c in row.cells))
            for row in given
        )

    return with_rows(document, change)


def test_a_corrected_cell_gives_an_instruction_at_its_row(built: Built) -> None:
    assert built.resolved is not None
    issued = passages(built.resolved)
    for old, new, kind, row in (("Under-Secretary-General", "Deputy", "cell", 2), ("Total", "In all", "total", 1)):
        corrected = passages(reworded(built.resolved, old, new))
        (order,) = instructions(issued, corrected)
        assert (order.location.kind, order.location.row, order.location.column) == (kind, row, 1)
        prove(issued, (order,), corrected)


def test_a_redline_of_rows_is_proved(built: Built, tmp_path: Path) -> None:
    old = built.resolved
    assert old is not None
    plain_rows = with_rows(
        old,
        lambda given: tuple(row for row in given if all(cell.rows == 1 for cell in row.cells) and len(row.cells) != 3),
    )
    new = with_rows(
        plain_rows,
        lambda given: (given[0], Row(tuple(Cell(words(f"new {n}")) for n in range(4)), indent=3), *given[2:]),
    )
    marked = redline(plain_rows, new)
    assert [row.change for row in table_of(marked).rows if row.change] != []
    made = Finished(marked, workspace(tmp_path))
    assert [each.message for each in verify_pdf(made.pdf, marked, "redline.pdf")] == []
    assert [each.message for each in verify_docx(made.docx, marked, "r.docx", made.pages, tracked=True)] == []


def test_a_table_struck_as_a_whole_takes_its_notes_with_it(built: Built, tmp_path: Path) -> None:
    """Of a table with another head both are shown; a note of the one is never that of the other."""
    old = built.resolved
    assert old is not None
    body = old.divisions[0]
    wider = [
        replace(block, head=tuple((*row, Cell(words("New"))) for row in block.head))
        if isinstance(block, Table)
        else block
        for block in body.blocks
    ]
    marked = redline(old, replace(old, divisions=(replace(body, blocks=tuple(wider)), *old.divisions[1:])))
    notes = [
        note.id
        for division in marked.divisions
        for block in division.blocks
        if isinstance(block, Table)
        for note in block.notes
    ]
    assert len(notes) == len(set(notes)) == 4
    made = Finished(marked, workspace(tmp_path))
    told = [each.message for each in verify_pdf(made.pdf, marked, "redline.pdf")]
    assert [message for message in told if "shared with another" in message] == []
