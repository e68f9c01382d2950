"""Finished files reach the disk all or none, folders below included."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.batch.placing import place
from publisher.failures import CannotWrite


def test_files_may_stand_in_folders_below(tmp_path: Path) -> None:
    assert place(tmp_path / "new", {"a.txt": b"a", "below/b.txt": b"b"}) == (
        tmp_path / "new" / "a.txt", tmp_path / "new" / "below" / "b.txt",
    )  # fmt: skip
    assert (tmp_path / "new" / "below" / "b.txt").read_bytes() == b"b"


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        place(tmp_path / "new", {"below/a.txt": b"a", "x" * 300: b"b"})
    assert list(tmp_path.iterdir()) == []


def test_what_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"before")
    with pytest.raises(CannotWrite):
        place(tmp_path, {"a.txt": b"after", "a.txt/b.txt": b"b"})
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]


def test_what_is_no_file_stays_what_it_is(tmp_path: Path) -> None:
    """A device of this name, /dev/null among them, would else be renamed away by who may do everything."""
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(CannotWrite, match="it is no file"):
        place(tmp_path, {"b.txt": b"b", "a.txt": b"a"})
    assert [path.is_fifo() for path in tmp_path.iterdir()] == [True]
