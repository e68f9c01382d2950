"""What `new` makes can be built at once, in every language, and cannot be issued before it is filled in."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.cli.starting import KINDS
from publisher.model.diagnostic import Severity
from publisher.model.inline import plain
from publisher.model.workspace import languages_in, workspace_for
from publisher.pipeline import build, examine
from tests.house.conftest import Told

Publisher = Callable[..., Told]
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
TODAY = datetime.date(2027, 11, 20)
ENDINGS = {"summary-record": ("SR.7", "general"), "verbatim-record": ("PV.7", "general")}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_without_error_in_every_language(publisher: Publisher, tmp_path: Path, kind: str) -> None:
    ending, distribution = ENDINGS.get(kind, ("L.7", "limited"))
    told = publisher("new", f"HSP/HA.3/{ending}", "--kind", kind, "-l", ",".join(LANGUAGES), "--today", str(TODAY))
    assert told.exit_code == 0, told.err
    folder = tmp_path / "data" / f"HSP-HA.3-{ending}"
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
    built = build(workspace_for(tmp_path / "data" / f"HSP-HA.3-{ending}", TODAY), "ar", ("html",))
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


def test_a_document_can_start_from_another(publisher: Publisher, tmp_path: Path) -> None:
    publisher("new", "HSP/HA.3/7", "--kind", "note", "-l", "en,es")
    assert publisher("new", "HSP/HA.4/2", "--from", "data/HSP-HA.3-7", "-l", "es").exit_code == 0
    folder = tmp_path / "data" / "HSP-HA.4-2"
    assert languages_in(folder) == ("es",)
    record = (folder / "record.yaml").read_text("utf-8")
    assert "symbol: HSP/HA.4/2" in record and "session: {number: 4}" in record and "original: es" in record
    assert "[--]" in (folder / "es.yaml").read_text("utf-8").partition("subtitle")[0]


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
