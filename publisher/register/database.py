"""Opening the register's database, brought up to date.

SQLite beside the data, or PostgreSQL by URL; by migrations.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from publisher.failures import RegisterFailure

WAIT_SECONDS = 60.0
# One number for every PostgreSQL session of this program that writes: an advisory lock lets one edition in at a time.
_WRITER_LOCK = 0x52454749


def connect(address: str) -> Engine:
    """An engine for `address`; RegisterFailure otherwise.

    A path to an SQLite file or a postgresql:// URL.
    """
    if address.startswith(("postgresql:", "postgresql+psycopg:", "postgres:")):
        return _postgresql(address)
    if "://" in address and not address.startswith("sqlite:"):
        raise RegisterFailure(f"register {address!r}: give a path to a file or a postgresql:// address")
    return _sqlite(Path(address.removeprefix("sqlite:///")))


def _postgresql(address: str) -> Engine:
    url = "postgresql+psycopg:" + address.split(":", 1)[1]
    try:
        return sa.create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError as error:
        raise RegisterFailure("PostgreSQL needs its driver: pip install 'psycopg[binary]'") from error


def _sqlite(path: Path) -> Engine:
    if path.name in ("", ":memory:") or any(sign in str(path) for sign in "?\0") or str(path).startswith("file:"):
        raise RegisterFailure(f"register {str(path)!r}: this is no name of a file; give a path without “?” to one")
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        # SQLAlchemy begins transactions itself (below): the driver's own late BEGIN would let two writers read first
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for look-ups; database errors become RegisterFailure."""
    with _explained(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection inside the one transaction that may write at a time.

    It commits on leaving.
    """
    with _explained(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(sa.text(f"SET LOCAL lock_timeout = {int(WAIT_SECONDS * 1000)}"))
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
        yield connection


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if isinstance(error, sa.exc.IntegrityError):
            raise
        raise RegisterFailure(_explanation(engine, str(error.orig))) from error


def _explanation(engine: Engine, message: str) -> str:
    """Say in plain words what keeps the register from being used, and what to do."""
    where = engine.url.database if engine.dialect.name == "sqlite" else engine.url.render_as_string(hide_password=True)
    known = {
        "lock timeout": "is being written by somebody else for longer than a minute: try again",
        "locked": "is being written by somebody else for longer than a minute: try again",
        "readonly": "is read-only: ask for the right to write, or name another with --register",
        "read-only": "is read-only: ask for the right to write, or name another with --register",
        "not a database": "is not a register, or is damaged: restore it from a copy; nothing was changed",
        "malformed": "is damaged or cut short: restore it from a copy; nothing was changed",
        "disk is full": "cannot grow: the disk is full; nothing was changed",
        "disk I/O error": "cannot be written: the disk is full or failing; nothing was changed",
        "No space left": "cannot grow: the disk is full; nothing was changed",
        "unable to open": "cannot be opened: check that the folder exists and may be written",
        "no such table": "is damaged or is not a register: restore it from a copy; nothing was changed",
        "Connection refused": "cannot be reached: is the server running?",
        "connection failed": "cannot be reached: is the server running?",
    }
    reason = next((text for words, text in known.items() if words in message), f"cannot be used: {message.strip()}")
    return f"register {where} {reason}"


def upgrade(engine: Engine) -> None:
    """Bring the tables up to the newest version, inside one transaction.

    Refuse a register that is newer than this.
    """
    from alembic import command, config, script
    from alembic.runtime.migration import MigrationContext

    settings = config.Config()
    settings.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    versions = script.ScriptDirectory.from_config(settings)
    with reading(engine) as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    if present == versions.get_current_head():
        return
    if present is not None and present not in {revision.revision for revision in versions.walk_revisions()}:
        raise RegisterFailure(
            f"register {engine.url.database} was made by a newer publisher (version {present}): update this program"
        )
    with writing(engine) as connection:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")
