"""A register one can trust: what is changed inside, taken out, emptied or put in its place is seen; symbols are one."""

from __future__ import annotations

import datetime
import os
import shutil
import socket
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.failures import RegisterFailure
from publisher.issue import clear_begun, faults_on_shelf, lay_out_missing, put_on_shelf, shelf_folder
from publisher.model.symbol import folded
from publisher.register import (
    Edition,
    NewEdition,
    Register,
    contradictions,
    open_register,
    remember,
    sound_name,
)
from publisher.register.register import AlreadyIssued

DAY = datetime.date(2025, 7, 1)


def new(symbol: str = "HSP/HA.2/16", **changes: object) -> NewEdition:
    made = NewEdition(
        symbol=symbol, language="en", asterisks=0, relation="original", title="Report", masthead_date=DAY, issued_on=DAY,
        files={("output", "a.pdf"): symbol.encode(), ("data", "record.yaml"): b"facts"}, engines={"a": "1"},
        waivers=({"code": "NU103", "reason": "so"},),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register with three editions, seen here."""
    made = open_register(str(tmp_path / "register.sqlite"))
    for number in (16, 17, 18):
        made.issue(new(f"HSP/HA.2/{number}", issued_on=DAY.replace(day=number)))
    remember(made)
    return made


def raw(register: Register, *statements: str) -> None:
    """Change the file behind the register's back."""
    register.engine.dispose()
    with sqlite3.connect(register.place) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_sound_register_has_no_faults(register: Register) -> None:
    assert register.faults() == [] and contradictions(register) == []
    register.issue(new("HSP/HA.2/19", issued_on=DAY.replace(day=20)))
    assert register.faults() == [] and contradictions(register) == []


CHANGES = {
    "a date": "UPDATE editions SET issued_on = '2024-01-01' WHERE id = 2",
    "a masthead date": "UPDATE editions SET masthead_date = '2024-01-01' WHERE id = 1",
    "a waiver": "UPDATE editions SET waivers = '[]' WHERE id = 3",
    "a title": "UPDATE editions SET title = 'Other' WHERE id = 1",
    "an engine": "UPDATE editions SET engines = '{}' WHERE id = 1",
    "a file": "UPDATE objects SET bytes = x'00' WHERE sha256 = (SELECT sha256 FROM files WHERE edition = 2 AND role = 'output')",
    "a digest": "UPDATE files SET sha256 = (SELECT sha256 FROM files WHERE edition = 1 AND role = 'data') WHERE edition = 2",
    "a file name": "UPDATE files SET name = 'b.pdf' WHERE edition = 1 AND role = 'output'",
    "a file taken out": "DELETE FROM files WHERE edition = 3 AND role = 'data'",
    "the first edition taken out": "DELETE FROM editions WHERE id = 1",
    "a middle edition taken out": "DELETE FROM editions WHERE id = 2",
    "the last edition taken out": "DELETE FROM editions WHERE id = 3",
    "all taken out": "DELETE FROM editions",
    "the chain": "UPDATE editions SET chain = 'x' WHERE id = 2",
    "no chain": "UPDATE editions SET chain = NULL",
    "the identity": "UPDATE identity SET identity = 'x'",
    "no identity": "DELETE FROM identity",
}


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_what_is_changed_inside_is_seen(register: Register, statement: str) -> None:
    raw(register, "PRAGMA foreign_keys = OFF", statement)
    again = open_register(register.place)
    assert again.faults() + contradictions(again)


def test_a_register_made_anew_in_its_place_is_seen(register: Register, tmp_path: Path) -> None:
    register.engine.dispose()
    Path(register.place).unlink()
    other = open_register(register.place)
    other.issue(new())
    assert other.faults() == []
    assert "another register" in contradictions(other)[0]


def test_a_chain_written_anew_is_seen(register: Register, tmp_path: Path) -> None:
    """Somebody who knows the program takes an edition out and has the rest chained again."""
    raw(register, "DELETE FROM files WHERE edition = 3", "DELETE FROM editions WHERE id = 3")
    forged = open_register(register.place)
    forged.issue(new("HSP/HA.2/18", title="Another", issued_on=DAY.replace(day=18)))
    assert "no longer all" in contradictions(forged)[0]


def test_a_register_of_before_is_chained_when_it_is_opened(register: Register) -> None:
    raw(
        register, "ALTER TABLE editions DROP COLUMN chain", "DROP TABLE identity",
        "UPDATE alembic_version SET version_num = '0001'",
    )  # fmt: skip
    again = open_register(register.place)
    assert again.faults() == []
    assert len(again.editions()) == 3
    again.issue(new("HSP/HA.2/19", issued_on=DAY.replace(day=20)))
    assert again.faults() == []


def test_dates_do_not_run_backwards(register: Register) -> None:
    with pytest.raises(RegisterFailure, match="before what was issued of it"):
        register.issue(new("HSP/HA.2/18", asterisks=1, relation="reissue", issued_on=DAY))
    register.issue(new("HSP/HA.2/20", issued_on=DAY))  # another document
    assert "dated 2025-07-01, before" in register.faults()[0]


ALIKE = ("HSP/HA.2/１6", "НSP/HA.2/16", "HSP/HА.2/16", "hsp/ha.2/16", "HSP / HA.2 / 16", "HSP/HA․2/16", "HSP/HA.2/16\u200b", "HSP/HA.2/٦")  # fmt: skip


@pytest.mark.parametrize("symbol", ALIKE[:-1])
def test_look_alike_symbols_are_one(register: Register, symbol: str) -> None:
    assert folded(symbol) == folded("HSP/HA.2/16")
    with pytest.raises(AlreadyIssued, match=r"HSP/HA\.2/16"):
        register.issue(new(symbol, issued_on=DAY.replace(day=28)))
    assert [edition.symbol for edition in register.editions(symbol=symbol)] == ["HSP/HA.2/16"]


@pytest.mark.parametrize("other", ["HSP/HA.2/61", "HSP/HA.2/16/Rev.1", "HSP/HA.21/6", "A/80/1-S/2025/1", ALIKE[-1]])
def test_other_symbols_are_others(other: str) -> None:
    assert folded(other) != folded("HSP/HA.2/16")


@pytest.mark.parametrize(
    "name", [":memory:", "register.sqlite?mode=memory", "file:register.sqlite", "sqlite:///:memory:"]
)
def test_names_that_are_no_files_are_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RegisterFailure, match="no name of a file"):
        open_register(name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "", "a//b", "a\0b"])
def test_no_file_of_a_register_lies_outside(name: str, register: Register, tmp_path: Path) -> None:
    with pytest.raises(RegisterFailure, match="no name"):
        sound_name(name)
    if "\0" in name:
        return
    raw(register, f"UPDATE files SET name = '{name}' WHERE edition = 1 AND role = 'output'")
    again = open_register(register.place)
    with pytest.raises(RegisterFailure, match="no name"):
        put_on_shelf(again, again.edition(1), tmp_path / "shelf")


@pytest.mark.parametrize("field", ["language", "symbol"])
def test_no_edition_lies_outside_the_shelf(field: str, register: Register, tmp_path: Path) -> None:
    edition: Edition = register.edition(1)
    with pytest.raises(RegisterFailure, match="no name"):
        shelf_folder(replace(edition, **{field: ".." if field == "symbol" else "../../x"}))  # type: ignore[arg-type]


def test_what_a_kill_left_undone_is_laid_out(register: Register, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    put_on_shelf(register, register.edition(1), shelf)
    assert len(list(faults_on_shelf(register, shelf))) == 2
    begun = shelf / "HSP-HA.2-17" / "en" / ".part-elsewhere-1-abc"
    begun.mkdir(parents=True)
    (begun / "a.pdf").write_bytes(b"half")
    assert clear_begun(shelf) == []  # another machine may be writing it
    dead = begun.rename(begun.with_name(f".part-{socket.gethostname()}-999999999-abc"))
    mine = dead.with_name(f".part-{socket.gethostname()}-{os.getpid()}-abc")
    mine.mkdir()
    assert clear_begun(shelf) == [dead] and mine.is_dir()
    done = lay_out_missing(register, register.editions(), shelf)
    assert [edition.symbol for edition, _ in done] == ["HSP/HA.2/17", "HSP/HA.2/18"]
    assert list(faults_on_shelf(register, shelf)) == []
    path = shelf / "HSP-HA.2-17" / "en" / "issue" / "a.pdf"
    path.chmod(0o644)
    path.write_bytes(b"altered")
    shutil.copytree(shelf / "HSP-HA.2-16", shelf / "HSP-HA.2-99")
    faults = "\n".join(faults_on_shelf(register, shelf))
    assert "a.pdf is not what was issued" in faults and "knows nothing of it" in faults
