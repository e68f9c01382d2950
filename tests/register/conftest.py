"""Both databases for every register test: a fresh SQLite file, and a fresh database on a PostgreSQL of our own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest


def _programs() -> Path | None:
    """The folder of Debian's PostgreSQL programs, newest version first."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return folders[0] if folders else None


def _as_server_user(command: list[str]) -> list[str]:
    # PostgreSQL refuses to run as root; Debian's package brings a user for it
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Start a PostgreSQL server on loopback for this test session and give back its address without a database."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="publisher-postgresql-"))
    folder.chmod(0o777)
    cluster, port = folder / "cluster", _free_port()
    run = lambda *command: subprocess.run(_as_server_user(list(map(str, command))), check=True, capture_output=True)  # noqa: E731
    run(programs / "initdb", "-D", cluster, "-U", "publisher", "-A", "trust", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c max_connections=100"
    run(programs / "pg_ctl", "-D", cluster, "-w", "-o", options, "-l", folder / "log", "start")
    yield f"postgresql://publisher@127.0.0.1:{port}"
    run(programs / "pg_ctl", "-D", cluster, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def register_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty register, once per database."""
    if request.param == "sqlite":
        return str(tmp_path / "register.sqlite")
    import psycopg

    server = request.getfixturevalue("postgresql_server")
    name = f"register_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
