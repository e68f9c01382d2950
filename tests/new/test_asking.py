"""At a terminal what is not said is asked for; what is said of a session stands in the report, in every language."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from publisher.model.diagnostic import Severity
from publisher.model.workspace import workspace_for
from publisher.pipeline import examine
from tests.conftest import ROOT
from tests.house.conftest import Told
from tests.new.test_starting import TODAY

Publisher = Callable[..., Told]
STORY = (
    "--agenda", "Budget for 2028; Work programme", "--states", "KEN,France,Côte d’Ivoire",
    "--officers", "president=KEN Grace Otieno; rapporteur=FRA", "--decisions", "Budget; Dates of the next session",
)  # fmt: skip


def _typed(tmp_path: Path, *command: str, answers: tuple[str, ...]) -> tuple[int, str]:
    """The exit code of a command whose questions are answered at a terminal, and what stood on the screen."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "publisher", *command], cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    try:
        while more := os.read(ours, 65536):
            shown += more
    except OSError:  # the other end is closed
        pass
    return running.wait(), shown.decode()


def test_a_new_report_is_asked_for(tmp_path: Path) -> None:
    answers = ("HSP/HA.3/16", "", "en,fr", "geneva", "2027-05-04,2027-05-05", "Budget", "Wells", "", "Kenya, FRA",
               "chair=KEN Grace Otieno", "", "Budget", "")  # fmt: skip
    code, shown = _typed(tmp_path, "new", answers=answers)
    assert code == 0, shown
    assert "Symbol, such as" in shown and "Kind (" in shown and "[session-report]" in shown
    folder = tmp_path / "data" / "HSP-HA.3-16"
    record = yaml.safe_load((folder / "record.yaml").read_text("utf-8"))
    assert record["agenda"] == ["opening", "adoption", "budget", "wells", "other-matters", "closure"]
    assert record["attendance"] == {"members": ["KEN", "FRA"]} and record["place"] == "geneva"
    assert record["bureaux"]["officers"]["officers"] == [{"office": "chair", "state": "KEN", "person": "otieno"}]
    assert record["adoptions"] == [{"number": "3/1", "meeting": 2}]
    assert (folder / "fr.yaml").is_file()


def test_an_organ_that_no_symbol_names_and_its_session_are_asked_for(tmp_path: Path) -> None:
    code, shown = _typed(tmp_path, "new", answers=("XYZ/16", "habitat-assembly", "note", "", "", "", "4"))
    assert code == 0, shown
    record = yaml.safe_load((tmp_path / "data" / "XYZ-16" / "record.yaml").read_text("utf-8"))
    assert (record["organ"], record["session"]) == ("habitat-assembly", {"number": 4})


def test_a_body_is_asked_for(tmp_path: Path) -> None:
    answers = ("en,fr", "Wells Board", "Conseil des puits", "The Wells Board,", "", "Union of Villages", "", "", "WMB/",
               "geneva", "")  # fmt: skip
    code, shown = _typed(tmp_path, "organ", "new", answers=answers)
    assert code == 0, shown
    [(key, entry)] = yaml.safe_load((tmp_path / "reference" / "organs.yaml").read_text("utf-8")).items()
    assert key == "wells-board" and entry["names"] == {"en": "Wells Board", "fr": "Conseil des puits"}
    assert (entry["symbol-prefix"], entry["headquarters"]) == ("WMB/", "geneva") and "emblem" not in entry
    assert entry["organization"] == {"en": "Union of Villages"} and entry["opening"] == {"en": "The Wells Board,"}


def test_what_is_said_of_a_session_stands_in_every_language(publisher: Publisher, tmp_path: Path) -> None:
    languages = ("ar", "en", "es", "fr", "ru", "zh")
    told = publisher("new", "HSP/HA.3/16", "-l", ",".join(languages), *STORY, "--today", str(TODAY))
    assert told.exit_code == 0, told.err
    folder = tmp_path / "data" / "HSP-HA.3-16"
    for language in languages:
        examined = examine(workspace_for(folder, TODAY), language)
        assert not [one for one in examined.diagnostics if one.severity is Severity.ERROR], examined.diagnostics
        assert examined.written is not None
        words = (folder / f"{language}.yaml").read_text("utf-8")
        assert "- attendance: members" in words and "- officers: officers" in words and "decision: 3/2" in words
        assert ("Work programme" in words) is (language == "en")
        assert examined.written.record.attendance.members == ["KEN", "FRA", "CIV"]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (("--states", "France,Kenia"), "mean KEN"),
        (("--officers", "treasurer=KEN"), "vice-president"),
        (("--officers", "chair=Nowhere"), "no State"),
        (("--kind", "note", "--agenda", "Budget"), "--agenda is for"),
    ],
)
def test_what_cannot_be_is_refused(publisher: Publisher, tmp_path: Path, said: tuple[str, ...], answer: str) -> None:
    told = publisher("new", "HSP/HA.3/16", *said)
    assert told.exit_code == 2 and answer in told.err
    assert not list(tmp_path.iterdir())
