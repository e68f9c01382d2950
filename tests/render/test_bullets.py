"""Points behind bullets and dashes: in every format as typed, each sign its own, none lost unseen, corrected and marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from publisher.language import vocabulary
from publisher.model.diagnostic import Severity
from publisher.model.resolved import Document, Paragraph
from publisher.model.workspace import workspace_for
from publisher.pipeline import build
from publisher.pipeline.conductor import Built
from publisher.revise import instructions, passages, prove, redline
from publisher.typed import typed_of
from publisher.verify import verify_docx, verify_html, verify_pdf
from tests.conftest import RECORD, TODAY
from tests.verify.conftest import Finished
from tests.verify.surgery import Parcel, W

Write = Callable[..., Path]
WORDS = """\
title: [Note on wells]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - "The wells were of three kinds:"
  - bullets:
      - Wells that are dug
      - item: Wells that are drilled, of which there are more than anybody had thought before the survey was made
        items:
          - By hand
          - item: By machine
            items: [Slowly, Fast]
      - Others
  - dashes: [Springs]
  - bullets: [Tanks]
"""
SIGNS = ["•", "•", "–", "–", "•", "•", "•", "–", "•"]


def built(folder: Path, *formats: str) -> Built:
    made = build(workspace_for(folder, TODAY), "en", formats or ("html",), "draft")  # type: ignore[arg-type]
    assert made.resolved is not None
    return made


def points(document: Document) -> list[Paragraph]:
    blocks = (block for division in document.divisions for block in division.blocks)
    return [block for block in blocks if isinstance(block, Paragraph) and block.role == "bullet"]


def test_points_are_drawn_and_proved_in_every_format(small_document: Write) -> None:
    made = built(small_document(words=WORDS), "docx", "pdf", "html", "akn")
    assert len(made.files) == 4 and not made.rejected
    assert not [
        found for found in made.diagnostics if found.severity is Severity.ERROR and found.code.startswith("OUT")
    ]
    assert made.resolved is not None
    assert [point.number.printed for point in points(made.resolved) if point.number] == SIGNS
    assert made.files["akn"].count(b"<point ") == len(SIGNS)


def test_word_has_one_list_for_each_block(small_document: Write) -> None:
    made = built(small_document(words=WORDS), "docx")
    root = etree.fromstring(Parcel(made.files["docx"]).parts["word/document.xml"])
    listed = [
        (number.find(f"{W}numId").get(f"{W}val"), number.find(f"{W}ilvl").get(f"{W}val"))  # type: ignore[union-attr]
        for number in root.iter(f"{W}numPr")
        if number.getparent().find(f"{W}pStyle").get(f"{W}val", "").startswith("Item")  # type: ignore[union-attr]
    ]
    lists = [number for number, _ in listed]
    assert [level for _, level in listed] == list("001122000")
    assert len(set(lists[:7])) == 1 and len(set(lists)) == 3


def test_a_point_that_is_lost_is_missed(small_document: Write) -> None:
    workspace = workspace_for(small_document(words=WORDS), TODAY)
    made = build(workspace, "en", ("html",), "draft")
    assert made.resolved is not None
    page = made.files["html"].decode().replace("Wells that are dug", "")
    typed = typed_of(workspace.folder, "en.yaml", {"en.yaml": WORDS}, vocabulary("en", workspace))
    assert "OUT095" in {found.code for found in verify_html(page.encode(), made.resolved, "x.html", typed)}


def test_points_stand_in_decisions_and_preambles(small_document: Write) -> None:
    words = """\
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
title: [Wells]
body: [{decision: 2/1}]
decisions:
  2/1:
    title: Wells
    preamble:
      - "*Recalling* what it decided on:"
      - bullets: [Wells, Springs]
    operative:
      - "*Calls for* the following:"
      - dashes: [Tanks, Pipes]
      - "*Decides* to meet again."
"""
    made = built(small_document(words, RECORD + "adoptions: [{number: 2/1}]\n"), "docx", "pdf", "html", "akn")
    assert made.resolved is not None and len(made.files) == 4 and not made.rejected
    assert [point.number.printed for point in points(made.resolved) if point.number] == ["•", "•", "–", "–"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("By hand", "By hands", ("point", "swap")),
        ("  - dashes: [Springs]", "  - dashes: [Springs, Brooks]", ("point", "insert")),
        ("      - Others\n", "", ("point", "delete")),
    ],
)
def test_a_point_is_corrected_and_marked(
    before: str, after: str, said: tuple[str, str], small_document: Write, tmp_path: Path
) -> None:
    assert before in WORDS
    old = built(small_document(words=WORDS)).resolved
    new = built(small_document(words=WORDS.replace(before, after))).resolved
    assert old is not None and new is not None
    orders = instructions(passages(old), passages(new))
    prove(passages(old), orders, passages(new))
    assert said in {(order.location.kind, order.kind) for order in orders}
    marked = redline(old, new)
    files = Finished(marked, workspace_for(tmp_path, TODAY))
    found = [*verify_pdf(files.pdf, marked, "x.pdf"), *verify_docx(files.docx, marked, "x.docx", files.pages)]
    assert [f"{each.code} {each.message}" for each in found if each.code != "OUT084"] == []  # tracked changes are meant
