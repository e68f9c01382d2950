"""Files reach their place whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from publisher.batch import placing
from publisher.catalogue import finding
from publisher.failures import CannotWrite


def test_files_are_placed_together(tmp_path: Path) -> None:
    written = placing.place(tmp_path / "new", {"a.pdf": b"one", "a.docx": b"two"})
    assert [path.read_bytes() for path in written] == [b"one", b"two"]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a.docx", "a.pdf"]


@pytest.mark.parametrize("at_write", [1, 2, 3])
def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_write: int) -> None:
    before = {"a.docx": b"old docx", "a.html": b"old html", "a.pdf": b"old pdf"}
    placing.place(tmp_path, before)
    flushes = iter(range(1, 10))

    def flush(descriptor: int) -> None:
        if next(flushes) == at_write:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(placing.os, "fsync", flush)
    with pytest.raises(CannotWrite, match="No space left"):
        placing.place(tmp_path, dict.fromkeys(before, b"new"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_target_that_is_a_file_is_said_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(CannotWrite, match="cannot write to"):
        placing.prepare(tmp_path / "taken" / "deeper")


def test_a_rejected_file_never_takes_the_place_of_a_good_one(tmp_path: Path) -> None:
    placing.place(tmp_path, {"a.pdf": b"good"})
    fault = finding("BD003", "something was wrong", hint="do this")
    placing.set_aside(tmp_path, {"a.pdf": b"bad"}, [fault])
    assert (tmp_path / "a.pdf").read_bytes() == b"good"
    assert (tmp_path / "rejected" / "a.pdf").read_bytes() == b"bad"
    assert "BD003 time-limit: something was wrong" in (tmp_path / "rejected" / "a.pdf.txt").read_text()

    placing.place(tmp_path, {"a.pdf": b"good again"})
    assert not (tmp_path / "rejected").exists()
