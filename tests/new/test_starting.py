"""What `new` makes can be built at once, in every language, and cannot be issued before it is filled in."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
import yaml

from publisher.cli.starting import KINDS
from publisher.model.diagnostic import Severity
from publisher.model.inline import plain
from publisher.model.resolved import Paragraph
from publisher.model.symbol import Symbol
from publisher.model.workspace import languages_in, workspace_for
from publisher.pipeline import build, examine
from tests.conftest import ROOT
from tests.house.conftest import Told

Publisher = Callable[..., Told]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
TODAY = datetime.date(2027, 11, 20)
ENDINGS = {
    "sponsors": ("L.7/Add.1", "limited"),
    "summary-record": ("SR.7", "general"),
    "verbatim-record": ("PV.7", "general"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_without_error_in_every_language(publisher: Publisher, tmp_path: Path, kind: str) -> None:
    ending, distribution = ENDINGS.get(kind, ("L.7", "limited"))
    told = publisher("new", f"HSP/HA.3/{ending}", "--kind", kind, "-l", ",".join(LANGUAGES), "--today", str(TODAY))
    assert told.exit_code == 0, told.err
    folder = tmp_path / "data" / Symbol(f"HSP/HA.3/{ending}").folder
    assert languages_in(folder) == LANGUAGES
    for language in LANGUAGES:
        examined = examine(workspace_for(folder, TODAY), language)
        assert examined.written is not None
        assert (examined.written.record.kind, examined.written.record.distribution) == (kind, distribution)
        # nothing but placeholders is found: the versions agree with each other, too
        assert {found.code for found in examined.diagnostics} <= {"ID103", "LA124"}, examined.diagnostics
        refused = examine(workspace_for(folder, TODAY), language, "publish").diagnostics
        assert any(found.code == "ID103" and found.severity is Severity.ERROR for found in refused)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_made_is_drawn_and_proved(publisher: Publisher, tmp_path: Path, kind: str) -> None:
    ending, _ = ENDINGS.get(kind, ("7", "general"))
    publisher("new", f"HSP/HA.3/{ending}", "--kind", kind, "-l", "ar", "--today", str(TODAY))
    folder = tmp_path / "data" / Symbol(f"HSP/HA.3/{ending}").folder
    built = build(workspace_for(folder, TODAY), "ar", ("html", "akn"))
    assert built.resolved is not None and built.resolved.kind == kind
    assert not built.rejected and not [found for found in built.diagnostics if found.severity is Severity.ERROR]


def test_a_report_takes_the_session_of_its_symbol(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("new", "UNEP/EA.7/12", "-l", "en,fr", "--example").exit_code == 0
    folder = tmp_path / "data" / "UNEP-EA.7-12"
    record = (folder / "record.yaml").read_text("utf-8")
    assert "session: {number: 7}" in record and "organ: environment-assembly" in record and "job:" not in record
    for language in ("en", "fr"):
        words = (folder / f"{language}.yaml").read_text("utf-8")
        assert "decision: 7/2" in words and "3/2" not in words and "DEMO/CVW.3" not in words
        assert not [f for f in examine(workspace_for(folder, TODAY), language).diagnostics if f.severity == "error"]


@pytest.mark.parametrize(
    ("symbol", "kind", "session", "number"),
    [
        ("A/RES/80/10", "resolution", {"number": 80}, "80/10"),
        ("A/HRC/RES/S-36/1", "resolution", {"number": 36, "part": "special"}, "S-36/1"),
        ("E/RES/2026/3", "resolution", {"number": 2026, "part": "yearly"}, "2026/3"),
        ("S/RES/2812 (2026)", "resolution", None, "2812 (2026)"),
        ("UNEP/EA.6/Res.1", "resolution", {"number": 6}, "6/1"),
        ("HSP/HA.3/Dec.4", "decision", {"number": 3}, "3/4"),
        ("FCCC/CP/2027/10/Add.1", None, {"number": 32}, "1/CP.32"),
    ],
)
def test_a_resolution_has_the_number_its_symbol_says(
    publisher: Publisher, tmp_path: Path, symbol: str, kind: str | None, session: Any, number: str
) -> None:
    asked = () if kind else ("--kind", "decision", "--session", "32")
    assert publisher("new", symbol, "-l", "en,fr", *asked, "--today", str(TODAY)).exit_code == 0
    folder = next((tmp_path / "data").iterdir())
    record = yaml.safe_load((folder / "record.yaml").read_text("utf-8"))
    assert (record["kind"], record.get("session")) == (kind or "decision", session)
    assert [one["number"] for one in record["adoptions"]] == [number]
    for language in ("en", "fr"):
        assert not [f for f in examine(workspace_for(folder, TODAY), language).diagnostics if f.severity == "error"]


def test_a_skeleton_tells_nobody_else_s_story(publisher: Publisher, tmp_path: Path) -> None:
    told = publisher(
        "new", "HSP/HA.3/16", "-l", "en", "--session", "4", "--place", "geneva", "--days", "2027-05-04,2027-05-06"
    )
    assert told.exit_code == 0, told.err
    folder = tmp_path / "data" / "HSP-HA.3-16"
    record, words = ((folder / name).read_text("utf-8") for name in ("record.yaml", "en.yaml"))
    assert "wells" not in (record + words).lower()
    assert "session: {number: 4}" in record and "place: geneva" in record
    built = build(workspace_for(folder, TODAY), "en", ("html",))
    page = built.files["html"].decode()
    assert "6\u00a0May 2027" in page and "Kenya" not in page


def test_further_sponsors_stand_in_an_addendum(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("new", "A/80/L.11/Rev.1/Add.1", "-l", "en,fr").exit_code == 0
    folder = tmp_path / "data" / "A-80-L.11-Rev.1-Add.1"
    record = (folder / "record.yaml").read_text("utf-8")
    (folder / "record.yaml").write_text(record.replace("[CHE, KEN]", "[ESP, DEU, ALB]"), "utf-8")
    for language, title, listed in (
        ("en", "Sponsors of draft resolution A/80/L.11/Rev.1", "Albania, Germany and Spain."),
        ("fr", "Auteurs du projet de résolution A/80/L.11/Rev.1", "Albanie, Allemagne et Espagne."),
    ):
        built = build(workspace_for(folder, TODAY), language, ("pdf", "docx"))
        assert not built.rejected and built.resolved is not None
        assert [plain(line) for line in built.resolved.title] == [title]
        assert [plain(block.text) for block in built.resolved.divisions[0].blocks if isinstance(block, Paragraph)][
            1
        ] == listed


def test_an_annex_knows_its_parent(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("new", "HSP/HA.3/16 (Annex IV)", "--kind", "annex", "-l", "zh").exit_code == 0
    examined = examine(workspace_for(tmp_path / "data" / "HSP-HA.3-16-Annex-IV", TODAY), "zh")
    assert examined.written is not None and examined.written.record.parent is not None
    assert (examined.written.record.parent.symbol, examined.written.record.parent.annex) == ("HSP/HA.3/16", 4)


def test_a_letter_names_the_organ_of_each_symbol(publisher: Publisher, tmp_path: Path) -> None:
    told = publisher("new", "A/80/434-S/2025/632", "--kind", "letter", "-l", "en", "--session", "80")
    assert told.exit_code == 0, told.err
    folder = tmp_path / "data" / "A-80-434-S-2025-632"
    examined = examine(workspace_for(folder, TODAY), "en")
    assert examined.resolved is not None
    head = examined.resolved.masthead
    assert head.programme.splitlines() == ["General Assembly", "Security Council"]
    lines = [plain(line.text) for line in head.lines if line.role != "item-title"]
    assert lines == ["General Assembly", "Eightieth session", "Agenda item 1", "Security Council", "Eightieth year"]


def test_the_organs_of_a_letter_stand_side_by_side(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("new", "A/80/434-S/2025/632", "--kind", "letter", "-l", "en").exit_code == 0
    built = build(workspace_for(tmp_path / "data" / "A-80-434-S-2025-632", TODAY), "en", ("pdf", "docx"))
    files = {str(kind): content for kind, content in built.files.items()}
    assert not built.rejected
    with pdfplumber.open(io.BytesIO(files["pdf"])) as document:
        words = document.pages[0].extract_words(extra_attrs=["size"])
    session, year = (next(w for w in words if w["text"] == text) for text in ("session", "year"))
    assert abs(session["top"] - year["top"]) < 1 and year["x0"] - session["x0"] > 150
    assert [word["text"] for word in words if abs(word["size"] - 20) < 0.5 and word["top"] < 65] == ["A", "S"]
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as archive:
        table = docx.Document(io.BytesIO(files["docx"])).tables[0]
        head = "".join(archive.read(name).decode() for name in archive.namelist() if "header" in name)
    assert [cell.paragraphs[0].text for cell in table.rows[0].cells] == ["General Assembly", "Security Council"]
    assert len(re.findall(r'SymbolOrgan"/>.{0,80}?<w:t[^>]*>(?:A|S)</w:t>', head)) == 2


def test_a_document_can_start_from_another(publisher: Publisher, tmp_path: Path) -> None:
    publisher("new", "HSP/HA.3/7", "--kind", "note", "-l", "en,es")
    assert publisher("new", "HSP/HA.4/2", "--from", "data/HSP-HA.3-7", "-l", "es").exit_code == 0
    folder = tmp_path / "data" / "HSP-HA.4-2"
    assert languages_in(folder) == ("es",)
    record = (folder / "record.yaml").read_text("utf-8")
    assert "symbol: HSP/HA.4/2" in record and "session: {number: 4}" in record and "original: es" in record
    assert 'started-from: {symbol: HSP/HA.3/7, folder: "../HSP-HA.3-7"}' in record


@pytest.mark.parametrize("source", ["DEMO-CVW.3-15", "HSP-HA.2-16"])
def test_what_was_of_the_last_session_is_left_out(publisher: Publisher, tmp_path: Path, source: str) -> None:
    earlier = ROOT / "data" / source
    symbol = {"D": "DEMO/CVW.4/15", "H": "HSP/HA.3/16"}[source[0]]
    told = publisher("new", symbol, "--from", earlier, "--days", "2029-03-01,2029-03-02", "--today", str(TODAY))
    assert told.exit_code == 0, told.err
    folder = tmp_path / "data" / symbol.replace("/", "-")
    assert languages_in(folder) == languages_in(earlier)
    before, record = (yaml.safe_load((at / "record.yaml").read_text("utf-8")) for at in (earlier, folder))
    assert (folder / record["started-from"]["folder"]).resolve() == earlier
    assert not {"votes", "attendance", "credentials", "bureaux", "persons", "facts", "job", "waivers"} & set(record)
    assert [meeting["date"].year for meeting in record["meetings"]] == [2029, 2029]
    assert record["agenda"] == before["agenda"] and record["organ"] == before["organ"]
    outlines = set()
    for language in languages_in(folder):
        text = (folder / f"{language}.yaml").read_text("utf-8")
        old, new = (yaml.safe_load((at / f"{language}.yaml").read_text("utf-8")) for at in (earlier, folder))
        kept = set(_texts(new["body"])) & set(_texts(old["body"]))
        headings = set(_headings(old["body"]))
        assert headings & kept and all(text in headings or not re.search(r"[\s。]", text) for text in kept)
        assert "# last time: " in text and "[^" not in str(_texts(new))
        outlines.add(str(_shape(new["body"])))
        found = examine(workspace_for(folder, TODAY), language).diagnostics
        assert not [one for one in found if one.severity is Severity.ERROR and one.code not in ("LA103",)], found
    assert len(outlines) == 1


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [str(value)]


def _headings(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict) and "heading" in one:
            yield one["heading"]
            yield from _headings(one.get("body"))


def _shape(value: Any) -> Any:
    """The outline: keys and how many entries, no words."""
    if isinstance(value, dict):
        return {key: _shape(one) for key, one in value.items()}
    return [_shape(one) for one in value] if isinstance(value, list) else ""


def test_the_session_of_the_next_document_is_not_guessed(publisher: Publisher) -> None:
    publisher("new", "HSP/HA.3/7", "--kind", "note")
    told = publisher("new", "A/82/7", "--organ", "habitat-assembly", "--from", "data/HSP-HA.3-7")
    assert told.exit_code == 2 and "--session" in told.err
    assert publisher("new", "HSP/HA.4/8", "--from", "data/HSP-HA.3-7", "--kind", "note").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["hsp/ha.3/1"], "is no symbol"),
        (["../../etc"], "is no symbol"),
        (["HSP"], "is no symbol"),
        (["HSP/HA.3/1", "--organ", "habitat-asembly"], "habitat-assembly"),
        (["XYZ/Q.1/1"], "--organ"),
        (["HSP/HA.3/1", "-l", "en,xx"], "xx"),
        (["HSP/HA.3/1", "-l", ","], "ar, en, es, fr, ru, zh"),
        (["HSP/HA.3/1", "--kind", "telegram"], "session-report"),
        (["HSP/HA.3/1", "--profile", "vienna"], "nairobi"),
        (["HSP/HA.3/1", "--place", "nairoby"], "nairobi"),
        (["HSP/HA.3/1", "--days", "4 May"], "2027-05-04"),
        ([], "say the symbol"),
        (["HSP/HA.3/1", "--from", "nowhere"], "record.yaml"),
    ],
)
def test_bad_requests_say_what_there_is(publisher: Publisher, tmp_path: Path, arguments: list[str], said: str) -> None:
    told = publisher("new", *arguments)
    assert told.exit_code == 2
    assert said in told.err
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(publisher: Publisher, tmp_path: Path) -> None:
    assert publisher("new", "HSP/HA.3/7", "--kind", "note").exit_code == 0
    words = tmp_path / "data" / "HSP-HA.3-7" / "en.yaml"
    words.write_text("mine", "utf-8")
    told = publisher("new", "HSP/HA.3/7", "--kind", "agenda", "-l", "fr")
    assert told.exit_code == 2 and "is there already" in told.err
    assert words.read_text("utf-8") == "mine" and len(list(words.parent.iterdir())) == 2
