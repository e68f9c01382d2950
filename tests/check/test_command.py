"""`publisher check` with a baseline: what was known is not told again, what is new is."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from publisher.cli.app import app
from tests.check.recall import clean

RUN = CliRunner()


def write(folder: Path, words: str) -> None:
    """Write the clean record and `words` into `folder`."""
    (folder / "record.yaml").write_text(clean("en").record, "utf-8")
    (folder / "en.yaml").write_text(words, "utf-8")


def test_a_baseline_file(tmp_path: Path) -> None:
    document, known = tmp_path / "document", tmp_path / "known.txt"
    document.mkdir()
    one = clean("en").words.replace("adopted by 8 votes", "adopted by 9 votes", 1)
    write(document, one)
    first = RUN.invoke(app, ["check", str(document), "--output-format", "baseline"])
    assert first.exit_code == 1
    known.write_text(first.stdout, "utf-8")
    assert "FA112" in first.stdout
    assert RUN.invoke(app, ["check", str(document), "--baseline", str(known)]).exit_code == 0
    write(document, "# moved\n" + one.replace("on Thursday, 29 May", "on Monday, 29 May", 1))
    second = RUN.invoke(app, ["check", str(document), "--baseline", str(known)])
    assert second.exit_code == 1
    assert "FA101" in second.stdout
    assert "FA112" not in second.stdout


def test_a_baseline_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, clean("en").words)
    assert RUN.invoke(app, ["check", str(tmp_path), "--baseline", str(tmp_path / "none.txt")]).exit_code != 0
