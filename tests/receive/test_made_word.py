"""What Word files of many hands hold, each made by hand: all of it comes in, or stands in the list of what does not.

Each file is held by the accounts, by the second reading, and by the words of the Word file built of it.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.receive.conftest import Bring
from tests.receive.packages import KINDS, NEW_YORK_HEAD, W, new_york, note, p, package, r, tbl, tc, tr
from tests.receive.pieces import held
from tests.receive.test_odd_word import BOX, FORMULA, control, rewritten

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LANDSCAPE = '<w:pgSz w:w="200" w:h="100" w:orient="landscape"/>'
STRUCK = '<w:rPr><w:del w:author="x"/></w:rPr>'
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def text(content: str, more: str = "") -> str:
    return p(content, "SingleTxt", more)


def counted(level: int, content: str) -> str:
    return p(content, "", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def numbering(*levels: str) -> str:
    made = "".join(f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{level}</w:lvl>' for at, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="0">{made}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def level(form: str, said: str, more: str = "") -> str:
    return f'<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{said}"/>'


def instruction(words: str) -> str:
    return f"<w:r><w:instrText> {words} </w:instrText></w:r>"


def section(inner: str) -> str:
    return f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>"


def symbol(attributes: str) -> str:
    return f"<w:r><w:sym {attributes}/></w:r>"


def marked(number: int, mark: str) -> str:
    return f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{mark}</w:t></w:r>'


FIELD_IN_FIELD = (
    BEGIN + instruction("IF") + BEGIN + instruction("PAGE") + SEPARATE + r("3") + END + instruction('= 1 "a" "b"')
    + SEPARATE + r("b") + END
)  # fmt: skip
CELLS = tr(tc("A"), tc("B")), tr(tc("1"), tc("2"))
BEFORE = '<w:tr><w:trPr><w:gridBefore w:val="{}"/></w:trPr>{}</w:tr>'

MADE: dict[str, str] = {
    "a field in a field": text(r("1.\tPage ") + FIELD_IN_FIELD + r(" end")),
    "a field without end": text(r("1.\tPage ") + BEGIN + instruction("REF x") + SEPARATE + r("x")) + text("2.\tAfter"),
    "a field without result": text(r("1.\tPage ") + BEGIN + instruction("REF x") + r("unseen") + END + r(" end")),
    "a field over paragraphs": text(r("1.\tA ") + BEGIN + instruction("REF x") + SEPARATE + r("b")) + text(r("2.\tc") + END),
    "signs of symbol fonts": text(r("1.\tA ") + symbol('w:font="Wingdings" w:char="F0FC"') + symbol('w:char="ZZ"')),
    "breaks within words": text(r("1.\tWo") + '<w:r><w:br w:type="page"/></w:r>' + r("rd li") + "<w:r><w:br/></w:r>" + r("ne")),
    "a formula put in": text(r("1.\tA ") + f'<w:ins w:author="x">{FORMULA}</w:ins>'),
    "Arabic in English": text(r("1.\tText ") + "<w:r><w:rPr><w:rtl/></w:rPr><w:t>الجمعية العامة</w:t></w:r>" + r(" end")),
    "runs turned about": text(r("1.\tA ") + f'<w:bdo w:val="rtl">{r("b")}</w:bdo><w:dir w:val="rtl">{r(" c")}</w:dir>'),
    "ligatures": text("1.\tThe oﬃce ﬁnds ﬂoods — ½ № ™ ㎡ Å"),
    "looks that no folder holds": text(r("1.\t") + r("small", "smallCaps") + r(" all", "caps") + r(" struck", "strike")),
    "signs of marks": text(r("1.\tThe ") + r("P", "b") + r("rogramme *star*") + r(", see", "i") + r(" [^x] {{y}} _u_ <https://a.b>")),
    "a table in a cell": text("1.\tA") + tbl(tr(tc("A"), tc("B")), tr(tc(p("b") + tbl(*CELLS) + p("a")), tc("5"))),
    "a table of one row": text("1.\tA") + tbl(CELLS[0]),
    "an empty table with a title": text("1.\tA") + p("Table 1", "H1") + p("Title", "H1") + tbl(tr(tc(""), tc(""))) + text("2.\tB"),
    "a cell merged with nothing": text("1.\tA") + tbl(tr(tc("A"), tc("B")), tr(tc("c", merge="continue"), tc("d"))),
    "words under a merged cell": text("1.\tA") + tbl(
        CELLS[0], tr(tc("c", merge="restart"), tc("d")), tr(tc("unseen", merge="continue"), tc("e"))
    ),
    "rows of other widths": text("1.\tA") + tbl(
        tr(tc("A", 3)), tr(tc("b", 2), tc("c")), tr(tc("d"), tc("e", 2)), tr(tc("f"), tc("g"), tc("h"), tc("i"))
    ),
    "rows set in": text("1.\tA") + tbl(
        tr(tc("A"), tc("B"), tc("C")), BEFORE.format(1, tc("x") + tc("y")), BEFORE.format(2, tc("z")), columns=3
    ),
    "a row of a thousand columns": text("1.\tA") + tbl(tr(tc("A", 99_999_999), tc("B", -3)), CELLS[1]),
    "a table without a grid": text("1.\tA") + f"<w:tbl>{''.join(CELLS)}</w:tbl>",
    "heads in the middle": text("1.\tA") + tbl(tr(tc("A"), tc("B"), head=True), CELLS[1], tr(tc("C"), tc("D"), head=True), CELLS[1]),
    "pages across": text("1.\tA") + section("") + text("2.\tWide") + tbl(*CELLS) + section(LANDSCAPE) + text("3.\tBack"),
    "four columns": text("1.\tA") + section("") + text("2.\tOne") + section('<w:cols w:num="4"/>') + text("3.\tBack"),
    "words moved": text(r("1.\tA ") + f"<w:moveFrom>{r('moved')}</w:moveFrom>") + text(r("2.\tB ") + f"<w:moveTo>{r('moved')}</w:moveTo>"),
    "a mark struck": text("1.\tFirst half", STRUCK) + text(" second half") + text("2.\tB"),
    "the last mark struck": text("1.\tA") + text("2.\tLast", STRUCK),
    "words in a drawing of old": text("1.\tA") + p(f"<w:r><w:pict><w:txbxContent>{p('Old words')}</w:txbxContent></w:pict></w:r>"),
    "a table in a box": text(r("1.\tA") + BOX.replace(p("In the box."), p("In the box.") + tbl(*CELLS) + p(""))),
    "a note in a box": text(r("1.\tA") + BOX.replace(p("In the box."), p(r("In the box.") + note(1)))),
    "a block in two forms": f"<mc:AlternateContent {MC}><mc:Choice>{text('1.	New')}</mc:Choice><mc:Fallback>{text('1.	Old')}</mc:Fallback></mc:AlternateContent>",
    "a block in its old form": f"<mc:AlternateContent {MC}><mc:Fallback>{text('1.	Old')}</mc:Fallback></mc:AlternateContent>" + text("2.\tB"),
    "an object": text("1.\tA") + p("<w:r><w:object/></w:r>"),
    "controls in controls": control(control(text("1.\tA"))) + text(control(control(r("2.\tB")))),
    "contents": p("Contents", "HCh") + p("I.\tA\t3", "TOC1") + p("\tI.\tA", "HCh") + text("1.\tB"),
    "an annex that is not the first": text("1.\tA") + p("Annex II", "HCh") + p("Title", "HCh") + text("1.\tB"),
    "an appendix that is not the first": text("1.\tA") + p("Annex", "HCh") + p("Title", "HCh") + p("Appendix III", "HCh") + p("Title", "HCh"),
    "a decision of one numbered paragraph": p("Decision 7/CMA.3", "HCh") + p("Title", "HCh") + text("The Conference,") + text("1.\tDecides."),
    "one note called twice": text(r("1.\tA") + note(1)) + text(r("2.\tB") + note(1)),
    "notes in cells": text("1.\tA") + tbl(tr(tc("A"), tc(p(r("B") + note(1)))), tr(tc("c"), tc(p(r("5") + note(2))))),
    "notes of other marks": text(r("1.\tA") + marked(1, "†")) + text(r("2.\tB") + marked(2, "7")),
    "calls of notes that are not there": text(r("1.\tA") + note(9)) + text(r("2.\tB") + marked(9, "7")),
}  # fmt: skip
FORMS = (
    "lowerLetter", "upperRoman", "arabicAbjad", "russianLower", "chineseCounting", "decimalEnclosedCircle", "hebrew1", "new"
)  # fmt: skip
COUNTED = {
    "levels of levels": (
        counted(0, "A") + counted(1, "B") + counted(1, "C") + counted(2, "D") + counted(0, "E"),
        numbering(level("decimal", "%1."), level("decimal", "%1.%2"), level("decimal", "%1.%2.%3")),
    ),
    "legal": (
        counted(0, "A") + counted(1, "B"), numbering(level("upperRoman", "%1."), level("decimal", "%1.%2", "<w:isLgl/>"))
    ),
    "a count that never begins anew": (
        counted(0, "A") + counted(1, "B") + counted(0, "C") + counted(1, "D"),
        numbering(level("decimal", "%1."), level("lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>')),
    ),
    "numbers in cells": (
        tbl(CELLS[0], tr(tc(counted(0, "")), tc("Wells")), tr(tc(counted(0, "")), tc(counted(1, "point")))),
        numbering(level("decimal", "%1."), level("bullet", "\uf0b7")),
    ),
    "a number before nothing": (counted(0, "A") + counted(0, "") + counted(0, "B"), numbering(level("decimal", "%1."))),
    **{form: (text("1.\tBefore:") + counted(0, "A") + counted(0, "B"), numbering(level(form, "(%1)"))) for form in FORMS},
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_what_word_files_hold_comes_in_or_is_told(name: str) -> None:
    data = new_york(MADE[name], notes=["The first note.", "The second note."])
    assert list(held(data, built=True)) == []


@pytest.mark.parametrize("name", COUNTED)
def test_numbers_that_word_counts_come_in(name: str) -> None:
    body, lists = COUNTED[name]
    assert list(held(new_york(body, numbering=lists), built=True)) == []


def with_endnotes(data: bytes, *said: str) -> bytes:
    """A Word file with endnotes from 1 on."""
    link = f'<Relationship Id="re" Type="{KINDS}/endnotes" Target="endnotes.xml"/></Relationships>'.encode()
    written = BytesIO(rewritten(
        data, lambda name, part: part.replace(b"</Relationships>", link) if name.endswith("document.xml.rels") else part
    ))  # fmt: skip
    notes = "".join(
        f'<w:endnote w:id="{at}"><w:p><w:r><w:endnoteRef/></w:r>{r(words)}</w:p></w:endnote>'
        for at, words in enumerate(said, 1)
    )
    with zipfile.ZipFile(written, "a") as archive:
        archive.writestr("word/endnotes.xml", f"<w:endnotes {W}>{notes}</w:endnotes>")
    return written.getvalue()


def test_endnotes_stand_among_footnotes_and_are_told(bring: Bring) -> None:
    called = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    data = with_endnotes(
        new_york(text(r("1.\tA") + called) + text(r("2.\tB") + note(1)), notes=["At the foot."]), "At the end."
    )
    assert list(held(data, built=True)) == []
    brought = bring(data)
    assert brought.words["footnotes"] == {"note-1": "At the end.", "note-2": "At the foot."}
    assert any("endnotes (1)" in found.message for found in brought.codes("IM015"))


def test_changes_that_are_rejected_are_not_missed(bring: Bring) -> None:
    inserted = f'<w:ins w:author="A">{r("five")}</w:ins>'
    deleted = '<w:del w:author="B"><w:r><w:delText>four</w:delText></w:r></w:del>'
    brought = bring(new_york(text(r("1.\tThe number is ") + inserted + deleted)), changes="reject")
    assert brought.words["body"] == ["The number is four"] and brought.received.is_whole


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a table in a cell", "a table within a cell"),
        ("four columns", "text set in 4 columns"),
        ("calls of notes that are not there", "a call of a footnote that is not in the file"),
        ("notes of other marks", "2 notes have other marks"),
        ("words under a merged cell", "the cell above reaches over it"),
        ("a field without result", "the instruction of a field"),
    ],
)
def test_what_does_not_come_in_as_it_is_is_told(bring: Bring, name: str, said: str) -> None:
    found = bring(
        new_york(MADE[name], notes=["The first note.", "The second note."]), changes="accept"
    ).received.findings
    assert [one.message for one in found if said in one.message]


def test_a_masthead_in_a_text_box_gives_its_facts(bring: Bring) -> None:
    """As LibreOffice keeps a table that floats."""
    box = f"<w:r><w:drawing><w:txbxContent>{NEW_YORK_HEAD}{p('')}</w:txbxContent></w:drawing></w:r>"
    brought = bring(package(p(box) + p("Eightieth session", "Session") + p("A title", "TitleHCH") + text("1.\tA")))
    assert (brought.record["symbol"], brought.words["title"]) == ("A/80/605", ["A title"])
    assert brought.received.is_whole


def test_emphasis_that_cannot_be_read_as_such_leaves_no_asterisks(bring: Bring) -> None:
    runs = r("1.\t") + r("P", "b") + r("rogramme") + r(", which is", "i") + r(" good")
    assert bring(new_york(text(runs))).words["body"] == ["Programme, *which is* good"]
