"""Words in places that readers pass over: drawings, diagrams, boxes in boxes, notes with more than a line."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from publisher.model.diagnostic import Severity
from publisher.openxml.furniture import boxed
from publisher.openxml.package import Package
from tests.receive.conftest import Bring, Brought, lost
from tests.receive.packages import KINDS, R, new_york, note, p, r, tbl, tc, tr
from tests.receive.test_odd_word import rewritten

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def new_box(inner: str) -> str:
    """A text box of today, with the old form beside it."""
    new = f"<w:drawing><wps:txbx xmlns:wps='urn:x'><w:txbxContent>{inner}</w:txbxContent></wps:txbx></w:drawing>"
    choice = f"<mc:Choice Requires='wps'>{new}</mc:Choice><mc:Fallback>{pict(inner)}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent {MC}>{choice}</mc:AlternateContent></w:r>"


def pict(inner: str) -> str:
    return f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict>"


def old_box(inner: str) -> str:
    """A text box of before 2010."""
    return f"<w:r>{pict(inner)}</w:r>"


def no_error(brought: Brought) -> bool:
    return not [one for one in brought.received.findings if one.severity is Severity.ERROR]


def with_diagram(data: bytes, *words: str) -> bytes:
    """A package whose relation rD leads to a diagram with these words."""
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{one}</a:t></a:r></a:p></dgm:t></dgm:pt>" for one in words)
    link = f'<Relationship Id="rD" Type="{KINDS}/diagramData" Target="data.xml"/></Relationships>'.encode()
    made = rewritten(
        data,
        lambda name, part: part.replace(b"</Relationships>", link) if name.endswith("document.xml.rels") else part,
    )
    written = BytesIO(made)
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("word/data.xml", f"<dgm:dataModel {DGM} {A}><dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>")
    return written.getvalue()


DIAGRAM = f'<w:r><w:drawing><dgm:relIds {DGM} {R} r:dm="rD"/></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (new_box(p(r("outer") + new_box(p("inner")))), ("outer", "inner")),
        (old_box(p(r("outer") + old_box(p("inner")))), ("outer", "inner")),
        (f'<w:r><w:pict><v:shape {V}><v:textpath string="draft"/></v:shape></w:pict></w:r>', ("draft",)),
    ],
)
def test_boxes_in_boxes_and_letters_set_as_a_drawing(bring: Bring, runs: str, said: tuple[str, ...]) -> None:
    brought = bring(new_york(p(r("1.\tBeside") + runs, "SingleTxt")))
    assert lost(brought) == []
    assert all(str(brought.words["body"]).count(word) == 1 for word in said)


def test_a_diagram_says_its_words_and_the_proof_knows_them(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_diagram(new_york(p("1.\tOne", "SingleTxt") + p(DIAGRAM)), "Director", "Deputy")
    assert boxed(Package(data)) == ["Director", "Deputy"]
    brought = bring(data)
    assert lost(brought) == []
    assert {"box": None, "body": [{"unnumbered": "Director"}, {"unnumbered": "Deputy"}]} in brought.words["body"]
    monkeypatch.setattr("publisher.openxml.pictures._DGM", "{urn:none}")  # the reader that is blind to diagrams
    assert not no_error(bring(data))


def test_a_box_anchored_in_the_title_of_a_table_is_not_lost(bring: Bring) -> None:
    title = p(r("Staff") + new_box(p("Short forms")))
    brought = bring(new_york(p("Table 1") + title + tbl(tr(tc("Post"), tc("Number")), tr(tc("P-5"), tc("2")))))
    assert lost(brought) == [] and no_error(brought)
    assert str(brought.words["body"]).count("Short forms") == 1


def test_a_table_that_floats_in_a_box_stays_a_table(bring: Bring) -> None:
    table = tbl(tr(tc("Village"), tc("Wells")), tr(tc("Sabou"), tc("17")))
    brought = bring(new_york(p("1.\tOne", "SingleTxt") + p(new_box(table)) + p("2.\tTwo", "SingleTxt")))
    assert lost(brought) == [] and no_error(brought)
    assert [block["table"] for block in brought.words["body"] if "table" in block] == [[["Sabou", "17"]]]


def test_notes_of_paragraphs_tables_and_boxes_keep_all_words(bring: Bring) -> None:
    inside = r(" One") + "</w:p>" + tbl(tr(tc("Two"), tc("Three"))) + "<w:p>" + r("Four") + old_box(p("Five"))
    brought = bring(new_york(p(r("1.\tOne") + note(1), "SingleTxt"), notes=[inside]))
    assert lost(brought) == [] and no_error(brought)
    assert brought.words["footnotes"]["note-1"].split() == ["One", "Two", "Three", "Four", "Five"]


def test_a_note_that_calls_itself_ends(bring: Bring) -> None:
    brought = bring(new_york(p(r("1.\tOne") + note(1), "SingleTxt"), notes=[r(" Again") + note(1)]))
    assert brought.received.findings


def test_a_file_too_deep_to_read_is_told_as_such(bring: Bring) -> None:
    (found,) = bring(new_york(p("<w:smartTag>" * 300 + r("x") + "</w:smartTag>" * 300))).received.findings
    assert found.code == "IM005" and "inside each other" in found.message


def test_a_picture_whose_size_is_no_number_is_still_a_picture(bring: Bring) -> None:
    extent = '<wp:extent xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" cx="x"/>'
    drawn = f'<w:r><w:drawing>{extent}<a:blip {A} {R} r:embed="rNone"/></w:drawing></w:r>'
    brought = bring(new_york(p("1.\tOne", "SingleTxt") + p(drawn)))
    assert no_error(brought) and [found.code for found in brought.codes("IM012")] == ["IM012"]
