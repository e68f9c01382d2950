"""The register on both databases: what it gives back, what it refuses, what many writers and bad files do to it."""

from __future__ import annotations

import datetime
import multiprocessing
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.failures import RegisterFailure
from publisher.register import NewEdition, open_register
from publisher.register.register import AlreadyIssued, NotIssued

DAY = datetime.date(2025, 6, 14)


def edition(symbol: str = "HSP/HA.2/16", language: str = "zh", **changes: object) -> NewEdition:
    base = NewEdition(symbol, language, 0, "original", "Proceedings", DAY, DAY, {("output", "a.pdf"): symbol.encode()})
    return replace(base, **changes)  # type: ignore[arg-type]


def test_gives_back_what_was_issued(register_address: str) -> None:
    register = open_register(register_address)
    issued = register.issue(edition(engines={"weasyprint": "70.0"}, waivers=({"code": "LA001", "reason": "as said"},)))
    found = register.latest("HSP/HA.2/16", "zh")
    assert found == issued
    assert found.engines == {"weasyprint": "70.0"} and found.waivers[0]["code"] == "LA001"
    assert register.content(found, "output", "a.pdf") == b"HSP/HA.2/16"
    assert [e.symbol for e, _ in register.editions_of_file(b"HSP/HA.2/16")] == ["HSP/HA.2/16"]
    assert register.editions_of_file(b"something else") == ()


def test_refuses_the_same_edition_twice_and_keeps_the_first(register_address: str) -> None:
    register = open_register(register_address)
    register.issue(edition())
    with pytest.raises(AlreadyIssued, match="issued already"):
        register.issue(edition(files={("output", "a.pdf"): b"other"}))
    assert register.content(register.latest("HSP/HA.2/16", "zh"), "output", "a.pdf") == b"HSP/HA.2/16"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"asterisks": 2, "relation": "reissue"}, "carries 1, not 2"),
        ({"symbol": "A/1/Corr.1", "relation": "corrigendum", "parent": "A/1", "number": 1}, "parent A/1 is not in"),
        (
            {"symbol": "HSP/HA.2/16/Corr.3", "relation": "corrigendum", "parent": "HSP/HA.2/16", "number": 3},
            "next corrigendum of HSP/HA.2/16 has the number 1",
        ),
    ],
)
def test_refuses_what_does_not_follow(register_address: str, changes: dict[str, object], words: str) -> None:
    register = open_register(register_address)
    register.issue(edition())
    with pytest.raises(RegisterFailure, match=words):
        register.issue(edition(**changes))
    assert len(register.editions()) == 1


def test_a_revision_takes_the_place_of_its_parent(register_address: str) -> None:
    register = open_register(register_address)
    first = register.issue(edition())
    child = {"relation": "revision", "parent": "HSP/HA.2/16"}
    revised = register.issue(edition("HSP/HA.2/16/Rev.1", number=1, **child))
    again = register.issue(edition("HSP/HA.2/16/Rev.2", number=2, **child))
    assert (revised.supersedes, again.supersedes) == (first.id, revised.id)
    assert register.next_number("HSP/HA.2/16", "revision") == 3
    assert [e.symbol for e in register.family("HSP/HA.2/16")][-1] == "HSP/HA.2/16/Rev.2"


def test_a_language_joins_a_number_others_have(register_address: str) -> None:
    register = open_register(register_address)
    for language in ("en", "fr"):
        register.issue(edition(language=language))
    child = {"relation": "corrigendum", "parent": "HSP/HA.2/16", "number": 1}
    register.issue(edition("HSP/HA.2/16/Corr.1", "en", **child))
    assert register.next_number("HSP/HA.2/16", "corrigendum", "fr") == 1
    assert register.next_number("HSP/HA.2/16", "corrigendum", "en") == 2


def test_says_what_was_never_issued(register_address: str) -> None:
    register = open_register(register_address)
    register.issue(edition())
    with pytest.raises(NotIssued, match="never issued in “fr”; it was issued in: zh"):
        register.latest("HSP/HA.2/16", "fr")


def _issue_many(arguments: tuple[str, int]) -> list[str]:
    address, writer = arguments
    register = open_register(address)
    outcomes = []
    for number in range(5):
        try:
            register.issue(edition(f"HSP/HA.2/{number}", files={("output", "a"): f"{writer}-{number}".encode()}))
            outcomes.append(f"shared {number}")
        except AlreadyIssued:
            outcomes.append("refused")
        register.issue(edition(f"HSP/HA.2/INF/{writer}{number:02}"))
    return outcomes


def test_twenty_writers_lose_nothing_and_issue_no_symbol_twice(register_address: str) -> None:
    writers = [(register_address, number) for number in range(20)]
    with ProcessPoolExecutor(20, mp_context=multiprocessing.get_context("spawn")) as pool:
        outcomes = [word for words in pool.map(_issue_many, writers) for word in words]
    assert sorted(word for word in outcomes if word != "refused") == [f"shared {n}" for n in range(5)]
    assert outcomes.count("refused") == 95
    register = open_register(register_address)
    assert len(register.editions()) == 105


def test_bad_registers_are_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    open_register(str(path)).issue(edition())
    whole = path.read_bytes()

    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RegisterFailure, match=r"damaged|not a register"):
        open_register(str(path)).latest("HSP/HA.2/16", "zh")
    assert path.read_bytes() == whole[: len(whole) // 2]

    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(RegisterFailure, match="not a register"):
        open_register(str(path))

    path.write_bytes(whole)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(RegisterFailure, match="newer publisher"):
        open_register(str(path))


def test_a_register_that_cannot_be_reached(tmp_path: Path) -> None:
    with pytest.raises(RegisterFailure, match="cannot be reached"):
        open_register("postgresql://nobody@127.0.0.1:1/none")
    blocker = tmp_path / "file"
    blocker.write_text("x")
    with pytest.raises(RegisterFailure, match="folder cannot be made"):
        open_register(str(blocker / "register.sqlite"))
