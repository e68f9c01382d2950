"""Word files of each family come in whole: facts of page one, structure, tables, notes, and nothing lost."""

from __future__ import annotations

import datetime

from tests.receive.conftest import Bring, lost
from tests.receive.packages import geneva, new_york, note, p, package, r, tbl, tc, tr


def test_a_new_york_report_gives_its_facts_and_its_structure(bring: Bring) -> None:
    body = [
        p("\tI.\tMandate", "HCh"),
        p("\tA.\tOverall", "H1"),
        p(r("1.") + r("\tThe Base was ") + r("established", "i") + r(" in 1994."), "SingleTxt"),
        p("2.\tIts tasks are:", "SingleTxt"),
        p("\t(a)\tStorage;", "SingleTxt"),
        p("\t(b)\tTransport:", "SingleTxt"),
        p("\t(i)\tBy air;", "SingleTxt"),
        p("\t(ii)\tBy sea.", "SingleTxt"),
        p("3.\tIt has 450 posts.", "SingleTxt"),
        p("\tSide head", "H23"),
        p("No number here.", "SingleTxt"),
        p("\tII.\tActions", "HCh"),
        p("4.\tThe Assembly is invited to act.", "SingleTxt"),
    ]
    brought = bring(new_york("".join(body)))
    assert lost(brought) == []
    assert brought.record["symbol"] == "A/80/605"
    assert brought.record["date"] == datetime.date(2026, 1, 27)
    assert (brought.record["organ"], brought.record["profile"]) == ("general-assembly", "new-york")
    assert brought.record["session"] == {"number": 80}
    assert brought.record["job"] == {"number": "26-01035", "dates": {"en": [datetime.date(2026, 3, 17)]}}
    assert brought.record["reissues"] == [{"date": datetime.date(2026, 3, 16), "reason": "technical"}]
    assert brought.words["title"] == ["Budget for the United Nations Logistics Base"]
    assert brought.words["subtitle"] == ["Report of the Secretary-General"]
    first, second = brought.words["body"]
    assert (first["heading"], second["heading"]) == ("Mandate", "Actions")
    (overall,) = first["body"]
    assert overall["body"][0] == "The Base was *established* in 1994."
    assert overall["body"][1]["items"] == ["Storage;", {"item": "Transport:", "items": ["By air;", "By sea."]}]
    assert overall["body"][3] == {
        "heading": "Side head", "numbered": False, "body": [{"unnumbered": "No number here."}]
    }  # fmt: skip


def test_a_geneva_note_gives_its_facts(bring: Bring) -> None:
    body = [p("\tI.\tIntroduction", "HChG"), p("1.\tClothing is an industry.", "SingleTxtG")]
    brought = bring(geneva("".join(body)))
    assert [found.code for found in lost(brought)] in ([], ["IM023"])
    assert brought.record["symbol"] == "ECE/TRADE/C/CEFACT/2019/26"
    assert (brought.record["organ"], brought.record["profile"]) == ("trade-facilitation-centre", "geneva")
    assert brought.record["language-only"] == ["en"]
    assert brought.words["session-line"][0] == "Twenty-fifth session"
    assert brought.words["subtitle"] == ["Note by the Secretariat"]
    assert brought.words["body"] == [{"heading": "Introduction", "body": ["Clothing is an industry."]}]


def test_numbers_that_counting_would_not_give_stay_and_are_told(bring: Bring) -> None:
    body = [p(f"{number}\tParagraph {number}", "SingleTxt") for number in ("1.", "2.", "4.", "5.", "5 bis.", "26.1")]
    brought = bring(new_york("".join(body)))
    assert lost(brought) == []
    assert brought.words["body"] == [
        "Paragraph 1.",
        "Paragraph 2.",
        {"paragraph": "Paragraph 4.", "number": "4"},
        "Paragraph 5.",
        {"paragraph": "Paragraph 5 bis.", "number": "5 bis"},
        {"paragraph": "Paragraph 26.1", "number": "26.1"},
    ]
    (slip,) = brought.codes("IM013")
    assert slip.span == "4."
    assert "paragraph 2 is followed by 4" in slip.message


def test_numbers_that_word_counts_are_the_same_as_typed_ones(bring: Bring) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)")])
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    counted = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = [
        p("One:", "", counted.format(0)),
        p("first;", "", counted.format(1)),
        p("2.\tTwo"),
        p("Three", "", counted.format(0)),
    ]
    brought = bring(new_york("".join(body), numbering=numbering))
    assert brought.words["body"][0] == {"paragraph": "One:", "items": ["first;"]}
    assert brought.words["body"][1] == "Two"
    assert brought.words["body"][2] == {"paragraph": "Three", "number": "2"}  # Word counts on from one
    assert len(brought.codes("IM013")) == 1


def test_notes_come_with_their_calls_in_text_headings_and_cells(bring: Bring) -> None:
    table = tbl(tr(tc(r("Head") and "Head"), tc("Share")), tr(tc("<w:p>" + r("Wells") + note(3) + "</w:p>"), tc("5")))
    body = [
        p(r("\tI.\tOrigin") + note(1), "HCh"),
        p(r("1.\tFirst") + note(2) + r(" words."), "SingleTxt"),
        table,
    ]
    brought = bring(new_york("".join(body), notes=["Of the heading.", "Of the text.", "Of the cell."]))
    assert lost(brought) == []
    assert brought.words["body"][0]["heading"] == "Origin[^note-1]"
    assert brought.words["body"][0]["body"][0] == "First[^note-2] words."
    assert brought.words["footnotes"] == {
        "note-1": "Of the heading.",
        "note-2": "Of the text.",
        "note-3": "Of the cell.",
    }


def test_a_planted_loss_fails(bring: Bring) -> None:
    """What no branch of the walk reads is neither used nor left out, whatever it is wrapped in."""
    strange = f"<w:p><w:pPr/>{r('1.')}<w:strange><w:r><w:t>kept</w:t></w:r></w:strange></w:p>"
    unseen = f"<w:p><w:pPr>{r('These words stand where none may stand.')}</w:pPr></w:p>"
    assert bring(new_york(strange)).codes("IM020") == []
    brought = bring(new_york(strange + unseen))
    (_, found) = brought.codes("IM020")
    assert not brought.received.is_whole
    assert "body, paragraph" in found.message


def test_tracked_changes_are_refused_with_a_list_or_settled(bring: Bring) -> None:
    run = r("2.\tThe number is ")
    inserted = f'<w:ins w:author="A" w:date="2026-01-01T00:00:00Z">{r("five")}</w:ins>'
    deleted = '<w:del w:author="B"><w:r><w:delText>four</w:delText></w:r></w:del>'
    data = new_york(p("1.\tOne", "SingleTxt") + p(run + inserted + deleted, "SingleTxt"))
    refused = bring(data)
    assert [(found.code, found.span) for found in refused.received.findings] == [("IM006", "five"), ("IM006", "four")]
    assert refused.received.files == {}
    for changes, said in (("accept", "five"), ("reject", "four")):
        brought = bring(data, changes=changes)
        assert brought.words["body"] == ["One", f"The number is {said}"]


def test_a_file_that_cannot_be_read_is_refused(bring: Bring) -> None:
    for data, code in ((b"", "IM001"), (b"%PDF-1.7", "IM002"), (package("<w:p/>")[:-30], "IM001")):
        assert [found.code for found in bring(data).received.findings] == [code]
