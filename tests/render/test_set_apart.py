"""Boxes, columns and pages across: in every format as typed, where they were meant to stand, corrected and marked."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from lxml import etree

from publisher.language import vocabulary
from publisher.model.diagnostic import Severity
from publisher.model.reading import apart
from publisher.model.resolved import Document, Heading
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.pipeline.conductor import Built
from publisher.revise import Unsayable, instructions, passages, prove, redline
from publisher.typed import typed_of
from publisher.verify import verify_docx, verify_html, verify_pdf
from tests.conftest import RECORD, TODAY
from tests.verify.conftest import Finished
from tests.verify.surgery import Parcel, W

Write = Callable[..., Path]
LONG = "says a little about wells, and is long enough to fill more than one line of a column with its words."
WORDS = f"""\
title: [Note on wells]
agenda: {{opening: Opening of the session., adoption: Adoption of the agenda.}}
summary:
  - The summary is short.
  - heading: Findings
    body: [Wells are dry.]
  - table: [[Dug, 5]]
    title: Summary of wells
    columns: [{{head: Kind}}, {{head: Number, align: end}}]
body:
  - heading: Introduction
    body:
      - The first paragraph {LONG}
      - box: Key figures
        body:
          - Five wells were dry.[^boxed]
          - bullets: [Dug wells, Drilled wells]
          - heading: By kind
            body: [Some were deep.]
          - table: [[Dug, 5], [Drilled, 7]]
            title: Wells by kind
            columns: [{{head: Kind}}, {{head: Number, align: end}}]
  - heading: Speakers
    body:
      - in-columns: 2
        body:
          - The second paragraph {LONG}
          - "The third paragraph[^beside] {LONG}"
          - box:
            body: ["In a box in a column."]
          - The fourth paragraph {LONG}
      - The fifth paragraph {LONG}
  - heading: Wide matters
    body:
      - landscape: true
        body:
          - The sixth paragraph {LONG}
          - table: [[Dug, 5]]
            title: Wide wells
            columns: [{{head: Kind}}, {{head: Number, align: end}}]
      - The seventh paragraph {LONG}
footnotes: {{boxed: A note in a box., beside: A note in columns.}}
"""


def built(folder: Path, *formats: str, language: str = "en") -> Built:
    made = build(workspace_for(folder, TODAY), language, formats or ("html",), "draft")  # type: ignore[arg-type]
    assert made.resolved is not None
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("apart")
    (folder / "record.yaml").write_text(RECORD + "contents: true\n", encoding="utf-8")
    (folder / "en.yaml").write_text(WORDS, encoding="utf-8")
    return built(folder, "docx", "pdf", "html", "akn")


def test_every_format_is_proved(made: Built) -> None:
    assert len(made.files) == 4 and not made.rejected
    wrong = [found.message for found in made.diagnostics if found.severity is Severity.ERROR]
    assert wrong == []


def test_paragraphs_in_a_box_have_no_numbers_and_its_headings_stand_in_no_contents(made: Built) -> None:
    document = resolved(made)
    body = document.divisions[0].blocks
    kinds = [[region.kind for region in block.within] for block in body if block.within]
    assert kinds.count(["columns", "box"]) == 1
    numbers = [block.number.printed for block in body if getattr(block, "role", "") == "numbered" and block.number]
    assert numbers == [f"{place}." for place in range(1, 8)]
    headed = {entry.target for entry in document.contents}
    boxed = {block.id for block in body if isinstance(block, Heading) and any(r.kind == "box" for r in block.within)}
    assert len(boxed) == 4 and not boxed & headed and len(headed) == 3


def resolved(made: Built) -> Document:
    assert made.resolved is not None
    return made.resolved


def test_pages_have_boxes_columns_and_turn(made: Built) -> None:
    with pdfplumber.open(io.BytesIO(made.files["pdf"])) as pdf:
        shapes = [page.width > page.height for page in pdf.pages]
        assert shapes.count(True) == 1
        across = pdf.pages[shapes.index(True)].extract_text()
        assert "sixth" in across and "Wide wells" in across and "seventh" not in across
        words = [(page, word) for page in pdf.pages for word in page.extract_words()]
        place = {word["text"]: (page.page_number, word) for page, word in words}
        (page, second), (other, fourth) = place["second"], place["fourth"]
        assert page == other and fourth["x0"] - second["x0"] > 200  # the fourth stands in the other column
        page, five = place["Five"]
        assert any(
            line["top"] < five["top"] < line["bottom"] and line["x0"] < five["x0"]
            for line in (*pdf.pages[page - 1].rects, *pdf.pages[page - 1].curves, *upright(pdf.pages[page - 1]))
        )


def upright(page: pdfplumber.page.Page) -> list[dict[str, float]]:
    return [line for line in page.lines if abs(line["x0"] - line["x1"]) < 1]


def test_word_has_sections_and_boxes_of_one_cell(made: Built) -> None:
    root = etree.fromstring(Parcel(made.files["docx"]).parts["word/document.xml"])
    told = []
    for section in root.iter(f"{W}sectPr"):
        columns, page, kind = (section.find(f"{W}{name}") for name in ("cols", "pgSz", "type"))
        told.append(
            (
                "1" if columns is None else columns.get(f"{W}num", "1"),
                "" if page is None else page.get(f"{W}orient", ""),
                "" if kind is None else kind.get(f"{W}val"),
            )
        )
    assert ("2", "", "continuous") in told and [orient for _, orient, _ in told].count("landscape") == 1
    boxes = [
        table
        for table in root.iter(f"{W}tbl")
        if len(table.findall(f"{W}tr")) == 1
        and len(table.findall(f"{W}tr/{W}tc")) == 1
        and table.find(f"{W}tblPr/{W}tblBorders") is not None
    ]
    assert len(boxes) == 3
    assert sum(len(list(box.iter(f"{W}tbl"))) - 1 for box in boxes) == 2  # the tables in them


def test_the_exchange_format_holds_them_in_containers(made: Built) -> None:
    root = etree.fromstring(made.files["akn"])
    names = [each.get("name") for each in root.iter("{*}hcontainer")]
    assert (names.count("box"), names.count("columns"), names.count("landscape")) == (3, 1, 1)
    box = next(each for each in root.iter("{*}hcontainer") if each.get("name") == "columns")
    after = [each for each in root.iter("{*}paragraph") if "fifth" in "".join(each.itertext())]
    assert after and box not in list(after[0].iterancestors())


@pytest.mark.parametrize(
    "words", ["Five wells were dry.", "In a box in a column.", "Some were deep.", "Wells are dry."]
)
def test_what_is_lost_in_a_box_is_missed(words: str, made: Built, small_document: Write) -> None:
    workspace = workspace_for(small_document(words=WORDS, record=RECORD + "contents: true\n"), TODAY)
    page = made.files["html"].decode()
    assert words in page
    typed = typed_of(workspace.folder, "en.yaml", {"en.yaml": WORDS}, vocabulary("en", workspace))
    codes = {found.code for found in verify_html(page.replace(words, "").encode(), resolved(made), "x.html", typed)}
    assert codes & {"OUT095", "OUT096"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Five wells were dry.", "Six wells were dry."),
        ("          - bullets: [Dug wells, Drilled wells]\n", ""),
        ('            body: ["In a box in a column."]', '            body: ["In a box in a column.", "And more."]'),
        ("Wells are dry.", "Wells are not dry."),
        ('          - box:\n            body: ["In a box in a column."]\n', ""),
        (  # a table on a page across, struck as a whole
            "          - table: [[Dug, 5]]\n            title: Wide wells\n"
            "            columns: [{head: Kind}, {head: Number, align: end}]\n",
            "",
        ),
    ],
)
def test_what_is_set_apart_is_corrected_and_marked(
    before: str, after: str, made: Built, small_document: Write, tmp_path: Path
) -> None:
    assert before in WORDS
    old = resolved(made)
    new = resolved(built(small_document(words=WORDS.replace(before, after), record=RECORD + "contents: true\n")))
    orders = instructions(passages(old), passages(new))
    prove(passages(old), orders, passages(new))
    assert orders
    marked = redline(old, new)
    runs = [region.id for region, _ in apart(marked.divisions[0].blocks) if region]
    assert len(runs) == len(set(runs))  # no box falls apart
    files = Finished(marked, workspace_for(tmp_path, TODAY))
    found = [*verify_pdf(files.pdf, marked, "x.pdf"), *verify_docx(files.docx, marked, "x.docx", files.pages)]
    assert [f"{each.code} {each.message}" for each in found if each.code != "OUT084"] == []  # tracked changes are meant


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # before the title of the box
            "      - box: Key figures\n        body:\n          - Five wells were dry.[^boxed]\n",
            "      - unnumbered: Five wells were dry.[^boxed]\n      - box: Key figures\n        body:\n",
        ),
        (
            '          - box:\n            body: ["In a box in a column."]\n',
            "          - unnumbered: In a box in a column.\n",
        ),
    ],
)
def test_words_that_leave_a_box_are_shown_by_a_new_text_only(
    before: str, after: str, made: Built, small_document: Write
) -> None:
    assert before in WORDS
    old = resolved(made)
    new = resolved(built(small_document(words=WORDS.replace(before, after), record=RECORD + "contents: true\n")))
    for one, other in ((old, new), (new, old)):
        with pytest.raises(Unsayable, match=r"stood in .* and now stands in"):
            instructions(passages(one), passages(other))


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("box: A box", "landscape: true"),
        ("box: A box", "in-columns: 2"),
        ("in-columns: 2", "in-columns: 3"),
        ("box: A", "box: B"),
    ],
)
def test_what_cannot_stand_within_is_told_at_its_line(outer: str, inner: str, small_document: Write) -> None:
    words = f"title: [Wells]\nbody:\n  - {outer}\n    body:\n      - {inner}\n        body: [Some words.]\n"
    found = [each for each in built(small_document(words=words)).diagnostics if each.code == "NU004"]
    assert [each.at.line for each in found if each.at is not None and hasattr(each.at, "line")] == [5]


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_other_scripts_are_set_apart_too(language: str, small_document: Write) -> None:
    said = {
        "zh": "水井的数量在上一年有所增加，并且大部分水井已经干涸。",
        "ar": "ازداد عدد الآبار في السنة الماضية وجف معظمها.",
    }[language]
    words = (
        f"title: [{said}]\nagenda: {{opening: {said}, adoption: {said}}}\nbody:\n  - box: {said}\n    body: [{said}]\n"
        f"  - in-columns: 3\n    body: [{said}, {said * 2}, {said}]\n  - landscape: true\n    body: [{said}]\n"
    )
    folder = small_document(
        words=words, record=RECORD.replace("original: en", f"original: {language}"), language=language
    )
    made = built(folder, "docx", "pdf", "html", "akn", language=language)
    assert len(made.files) == 4 and not made.rejected
