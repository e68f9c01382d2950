"""A register in trouble: what is said, and that nothing is lost."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from publisher.failures import RegisterFailure
from publisher.register import Register, database, open_register
from tests.register.test_register import edition

TRY = """
import sys
from publisher.failures import Failure
from publisher.register import open_register
from tests.register.test_register import edition
try:
    open_register(sys.argv[1]).issue(edition("HSP/HA.2/17", files={("output", "a.pdf"): bytes(3_000_000)}))
except Failure as failure:
    print(failure.exit_code, failure)
"""


# root may write everything, unless it gives up the right to pass over permissions
WITHOUT_PRIVILEGE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def issue_elsewhere(address: str, *before: str, **options: object) -> str:
    """What another process says that tries to issue something large; `before` stands before its command."""
    root = Path(__file__).parents[2]
    command = [*before, sys.executable, "-c", TRY, address]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    return str(done.stdout)


def untouched(register: Register) -> bool:
    return [found.symbol for found in register.editions()] == ["HSP/HA.2/16"]


@pytest.fixture
def register(register_address: str) -> Register:
    register = open_register(register_address)
    register.issue(edition())
    return register


def test_a_register_that_may_only_be_read(register: Register, register_address: str) -> None:
    if register.engine.dialect.name == "postgresql":
        with register.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(
                sa.text(f"ALTER DATABASE {register.engine.url.database} SET default_transaction_read_only = on")
            )
        told = issue_elsewhere(register_address)
    else:
        path = Path(register_address)
        path.chmod(0o444)
        path.parent.chmod(0o555)
        told = issue_elsewhere(register_address, *WITHOUT_PRIVILEGE)
        path.parent.chmod(0o755)
    assert "read-only: ask for the right to write" in told and told.startswith("5 ")
    assert untouched(register)


def test_a_register_that_somebody_else_is_writing(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.2)
    other = open_register(
        register.engine.url.render_as_string(hide_password=False).replace("sqlite:///", "").replace("+psycopg", "")
    )
    with database.writing(register.engine), pytest.raises(RegisterFailure, match="being written by somebody else"):
        other.issue(edition("HSP/HA.2/17"))
    assert untouched(register)
    other.issue(edition("HSP/HA.2/17"))


def test_a_register_of_a_newer_version(register: Register, register_address: str) -> None:
    with register.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterFailure, match="newer publisher"):
        open_register(register_address)


@pytest.mark.parametrize("how", ["limit", "disk"])
def test_a_disk_that_is_full(tmp_path: Path, how: str, request: pytest.FixtureRequest) -> None:
    folder = tmp_path if how == "limit" else request.getfixturevalue("small_disk")
    address = str(folder / "register.sqlite")
    register = open_register(address)
    register.issue(edition())
    limit: Callable[[], None] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))  # noqa: E731
    told = issue_elsewhere(address, **({"preexec_fn": limit} if how == "limit" else {}))
    assert "the disk is full" in told and told.startswith("5 ")
    assert untouched(register)
    assert register.content(register.latest("HSP/HA.2/16", "zh"), "output", "a.pdf") == b"HSP/HA.2/16"
    register.engine.dispose()


@pytest.fixture
def small_disk(tmp_path: Path):  # type: ignore[no-untyped-def]
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no right to mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_bytes_altered_inside_are_seen(register: Register) -> None:
    if register.engine.dialect.name == "sqlite":
        with sqlite3.connect(str(register.engine.url.database)) as connection:
            connection.execute("UPDATE objects SET bytes = ?", (b"forged",))
    else:
        with register.engine.begin() as other:
            other.execute(sa.text("UPDATE objects SET bytes = 'forged'"))
    with pytest.raises(RegisterFailure, match="altered inside the register"):
        register.content(register.latest("HSP/HA.2/16", "zh"), "output", "a.pdf")
