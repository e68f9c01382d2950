"""Faults planted in the importers themselves: each one must fail the import, whatever the accounts were told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publisher.model.diagnostic import Severity
from publisher.receive.received import Received
from tests.receive.conftest import Bring, Publisher
from tests.receive.packages import new_york, note, p, r, tbl, tc, tr
from tests.receive.test_akn import ENGLISH, PLAIN, TAIL, TEXT, brought_in

Plant = Callable[[pytest.MonkeyPatch], None]


def patched(where: str, change: Callable[[Any], Any]) -> Plant:
    """Put `change(of what stands there)` in the place of the function or method `where`."""

    def plant(monkeypatch: pytest.MonkeyPatch) -> None:
        module, _, name = where.partition(":")
        owner: Any = __import__(module, fromlist=["*"])
        *holders, last = name.split(".")
        for holder in holders:
            owner = getattr(owner, holder)
        monkeypatch.setattr(owner, last, change(getattr(owner, last)))

    return plant


def result(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function whose result is changed."""
    return lambda function: lambda *given, **named: change(function(*given, **named))


def without(words: str, instead: str = "") -> Callable[[Any], Any]:
    """A function that loses `words` of its result, or gives others for them."""
    return result(lambda said: said.replace(words, instead))


def failed(received: Received) -> set[str]:
    """The codes of what makes an import fail."""
    return {found.code for found in received.findings if found.severity is Severity.ERROR}


WORD = new_york(
    p(r("1.\tThe first well") + note(1) + r(" is dry."), "SingleTxt")
    + p("2.\tThe second well is deep and gives 40 litres.", "SingleTxt")
    + tbl(tr(tc("Village"), tc("Wells")), tr(tc("Sabou"), tc("17")), tr(tc("Tenado"), tc("23"))),
    notes=["Measured in 2027."],
)


@pytest.mark.parametrize(
    "plant",
    [
        patched("publisher.receive.word.words:WordsOf.words", without("deep ")),
        patched("publisher.receive.word.words:WordsOf.words", without("40", "41")),
        patched("publisher.receive.word.words:WordsOf.words", without("Sabou")),
        patched("publisher.receive.word.notes:Notes.texts", result(lambda told: (dict.fromkeys(told[0], "[--]"), told[1]))),
        patched("publisher.receive.word.notes:Notes.call", result(lambda _: "")),
        patched("publisher.receive.word.nesting:Division.paragraph", lambda made: lambda self, words, _: made(self, words, "9.")),
        patched("publisher.receive.word.importing:simplest", result(lambda body: body[:-1])),
        patched("publisher.receive.word.tables:TableReader.block", result(lambda made: {**made, "table": made["table"][:1]})),
    ],
    ids=["word", "figure", "cell", "note", "call", "number", "last block", "row"],
)  # fmt: skip
def test_a_word_file_that_loses_something_fails(bring: Bring, monkeypatch: pytest.MonkeyPatch, plant: Plant) -> None:
    assert failed(bring(WORD).received) == set()
    plant(monkeypatch)
    assert failed(bring(WORD).received)


@pytest.mark.parametrize(
    "plant",
    [
        patched("publisher.receive.akn.lists:text_of", without("Two")),
        patched("publisher.receive.akn.blocks:text_of", without("report", "repeat")),
        patched("publisher.receive.akn.words:Notes.taken", result(lambda _: "")),
        patched("publisher.receive.akn.blocks:items", result(lambda made: made[:-1])),
        patched("publisher.receive.akn.text:preamble", result(lambda made: made[:-1])),
    ],
    ids=["word", "exchanged", "call", "item", "paragraph"],
)
def test_a_record_that_loses_something_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Plant) -> None:
    source = ENGLISH + TEXT.format(**PLAIN, **TAIL)
    assert failed(brought_in(tmp_path, e=source)[0]) == set()
    plant(monkeypatch)
    assert failed(brought_in(tmp_path, e=source)[0])


@pytest.mark.parametrize(
    "plant",
    [
        patched("publisher.receive.sheets.participants:_person", without("Berg")),
        patched("publisher.receive.sheets.participants:_person", result(lambda _: "")),
        patched(
            "publisher.receive.sheets.participants:_section", result(lambda made: made | {"body": made["body"][:-1]})
        ),
    ],
    ids=["name", "person", "State"],
)
def test_a_sheet_that_loses_something_fails(
    publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plant: Plant
) -> None:
    rows = "State,Name,Function\nKenya,Ada Berg,Minister of Water\nFrance,Luc Petit,Adviser\n"
    (tmp_path / "people.csv").write_text(rows, encoding="utf-8")
    whole = ("import", "people.csv", "--symbol", "HSP/HA.3/INF.1", "--today", "2027-11-20")
    assert publisher(*whole).exit_code == 0
    plant(monkeypatch)
    told = publisher(*whole[:3], "HSP/HA.3/INF.2", *whole[4:])
    assert told.exit_code == 1 and "IM022" in told.out
    assert not (tmp_path / "data" / "HSP-HA.3-INF.2").exists()
