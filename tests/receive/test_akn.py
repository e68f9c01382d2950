"""The Secretariat's AKN4UN files come in whole: facts once, words for each language, faults of the source told."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from publisher.pipeline.importing import bring_in_records
from publisher.receive.received import Received

TODAY = datetime.date(2027, 11, 20)
HEAD = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un">
<statement name="resolution"><meta><identification source="#DGACM"><FRBRWork><FRBRdate date="0001-01-01"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{code}"/></FRBRExpression></identification>
<classification source="x"><keyword showAs="WELLS"/></classification>
<analysis source="#un"><parliamentary><voting outcome="adoptedRecordedVote"><count value="{counted}" refersTo="inFavour">
<akn4un:voters><organization GUID="https://unterm.un.org/unterm2/en/view/49486917-0912-4519-85a3-9db6c825987d">ALGERIA</organization>
<organization>CÔTE D’IVOIRE</organization></akn4un:voters></count></voting></parliamentary></analysis></meta>
<coverPage><p><docAuthority>x</docAuthority></p><p><docNumber>A/RES/80/10</docNumber></p>
<p><docDate date="2025-11-26">26</docDate></p><p><session value="80">{session}</session></p>
<p><inline title="69 (b)" name="agenda item">{item}</inline></p><p><inline name="agenda item name">{title}</inline></p>
<p><docTitle>{adopted}</docTitle></p><p><docProponent>[{by} (<inline>A/80/545, {para} 23</inline>)]</docProponent></p></coverPage>
<preface><p><docNumber>80/10.</docNumber> <docTitle><span class="bold">{name}</span></docTitle></p></preface>
<preamble><formula><p><span class="italic">{organ}</span>,</p></formula>"""
ENGLISH = HEAD.format(
    code="eng", counted=2, session="Eightieth session", item="Agenda item 69 (b)", title="Wells",
    adopted="Resolution adopted by the General Assembly on 26 November 2025", by="on the report of the Third Committee",
    para="para.", name="Days of the well", organ="The General Assembly",
)  # fmt: skip
FRENCH = HEAD.format(
    code="fra", counted=2, session="Quatre-vingtième session", item="Point 69 b) de l’ordre du jour", title="Puits",
    adopted="Résolution adoptée par l’Assemblée générale le 26 novembre 2025",
    by="sur la base du rapport de la Troisième Commission", para="par.", name="Journées du puits",
    organ="L’Assemblée générale",
)  # fmt: skip
TEXT = """<container><p>	<span class="italic">Recalling</span> its resolution <a href="https://docs.un.org/en/A/RES/70/1">70/1</a>,<authorialNote
marker="{mark}"><p>	See A/80/1, para. 5*3.</p></authorialNote></p></container></preamble>
<mainBody><paragraph eId="para_9"><num>1.</num><list><intro><p><span class="italic">Decides</span>:</p></intro>
<point><num>({letter})</num><content><p>One metre<sup>2</sup>;</p></content></point>
<point><num>(b)</num><content><p>Two;</p></content></point></list></paragraph>
<paragraph><num>{second}</num><content><p><span class="italic">Requests</span> a report.</p></content></paragraph></mainBody>
<conclusions><p><event><location title="51st">{meeting}</location><eol/><docDate date="2025-11-26">{day}</docDate></event></p></conclusions>
</statement></akomaNtoso>"""
TAIL = {"meeting": "51st plenary meeting", "day": "26 November 2025"}
QUEUE = {"meeting": "51e séance plénière", "day": "26 novembre 2025"}
PLAIN = {"mark": "1", "letter": "a", "second": "2."}


def brought_in(folder: Path, **files: str) -> list[Received]:
    """What an import of these files gives."""
    paths = [folder / f"{name}.xml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(bring_in_records(paths, None, workspace_for(folder, TODAY)))


def test_two_languages_make_one_folder_with_the_facts_once(tmp_path: Path) -> None:
    [received] = brought_in(
        tmp_path, e=ENGLISH + TEXT.format(**PLAIN, **TAIL), f=FRENCH + TEXT.format(**PLAIN, **QUEUE)
    )
    assert received.is_whole and received.folder == "A-RES-80-10"
    record, english = received.files["record.yaml"].decode(), received.files["en.yaml"].decode()
    for fact in (
        '{number: "69 (b)", id: item-1}', "proponent: {by: third-committee, symbol: A/80/545, paragraph: \"23\"}",
        "{number: 51, date: \"2025-11-26\"}", "in-favour: [CIV, DZA]", "subjects:", "date: \"2025-11-26\"",
    ):  # fmt: skip
        assert fact.replace('"', "") in record.replace('"', ""), fact
    assert "[70/1](A/RES/70/1),[^n1]" in english and "5\\*3" in english and "One metre^{2};" in english
    assert "title: Resolution" not in english and "plenary" not in english  # the program writes these from the facts
    folder = tmp_path / "made"
    folder.mkdir()
    for name, data in received.files.items():
        (folder / name).write_bytes(data)
    for language in ("en", "fr"):
        found = examine(workspace_for(folder, TODAY), language).diagnostics
        assert [one for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ({"mark": "4"}, "note out of sequence"),
        ({"letter": "\u0430"}, "letter of another script"),
        ({"second": "7."}, "the number 7 is out of sequence"),
    ],
)
def test_faults_of_the_source_are_told_and_kept(tmp_path: Path, planted: dict[str, str], told: str) -> None:
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**{**PLAIN, **planted}, **TAIL))
    assert received.files and any(told in found.message for found in received.findings)
    assert any("day 0001-01-01" in found.message for found in received.findings)
    assert any("identifier that contradicts" in found.message for found in received.findings)


def test_a_list_with_other_numbers_keeps_them_as_words(tmp_path: Path) -> None:
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**{**PLAIN, "letter": "vii"}, **TAIL))
    assert received.is_whole and "(vii) One metre" in received.files["en.yaml"].decode()


def test_what_is_passed_over_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from publisher.receive.akn import text

    monkeypatch.setattr(text, "operative", lambda elements, notes: text.Operative())
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**PLAIN, **TAIL))
    assert not received.is_whole and {"IM020", "IM022"} <= {found.code for found in received.findings}


def test_what_is_exchanged_while_reading_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from publisher.receive.akn import words

    read = words.escape
    monkeypatch.setattr(words, "escape", lambda said: read(said.replace("Two", "Ten")))
    [received] = brought_in(tmp_path, e=ENGLISH + TEXT.format(**PLAIN, **TAIL))
    assert "IM022" in {found.code for found in received.findings}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<a>", "IM001"),
        ("<a/>", "IM002"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + ENGLISH, "IM005"),
        (ENGLISH.replace("A/RES/80/10", "") + TEXT.format(**PLAIN, **TAIL), "IM002"),
    ],
)
def test_what_is_no_record_is_refused(tmp_path: Path, text: str, code: str) -> None:
    [received] = brought_in(tmp_path, e=text)
    assert not received.files and [found.code for found in received.findings] == [code]
