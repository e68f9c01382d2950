"""A small document, a register beside it, and the commands run in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from publisher.cli.app import app
from publisher.failures import Failure
from tests.conftest import RECORD

WORDS = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - heading: Introduction
    body:
      - The first paragraph says that seven wells were counted. It says little else.[^small]
      - paragraph: "The second has two parts:"
        items: [one part;, another part.]
      - The third paragraph closes the note.
footnotes: {small: A note at the foot of the page.}
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command where the folder `note` holds a sound document; a Failure is given back as the exception."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "note", WORDS, RECORD)

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, [str(word) for word in words])

    return run


def write(folder: Path, words: str, record: str = RECORD) -> Path:
    """Write a document in English and give back its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "record.yaml").write_text(record, encoding="utf-8")
    (folder / "en.yaml").write_text(words, encoding="utf-8")
    return folder


def refusal(result: Result) -> Failure:
    """The failure a command ended with."""
    assert isinstance(result.exception, Failure), (result.output, result.exception)
    return result.exception
