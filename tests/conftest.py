"""What tests of several stages share: a small document to start from, and outside referees that may be absent."""

from __future__ import annotations

import atexit
import datetime
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from publisher.model.kind import Kind
from publisher.model.profile import Profile
from publisher.model.workspace import Workspace, workspace_for
from publisher.read import read_kind, read_profile
from publisher.trust import own_templates, trust

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "data" / "HSP-HA.2-16"
TODAY = datetime.date(2025, 8, 6)

settings.register_profile("tests", deadline=None)  # speed is measured in benchmarks; a busy machine fails no test
settings.load_profile("tests")


def profile_of(name: str) -> Profile:
    """The shipped profile called `name`."""
    found = read_profile(workspace_for(ROOT, TODAY), name).part
    assert found is not None
    return found


def kind_of(name: str) -> Kind:
    """The shipped kind of document called `name`."""
    found = read_kind(workspace_for(ROOT, TODAY), name).part
    assert found is not None
    return found


# What tests trust is kept apart from what the user of this machine trusts; processes they start inherit it.
os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="publisher-tests-")
atexit.register(shutil.rmtree, os.environ["XDG_CONFIG_HOME"], ignore_errors=True)
os.environ["PUBLISHER_LANGUAGE"] = "en"  # whatever this machine speaks

RECORD = """\
symbol: HSP/HA.2/99
kind: note
profile: nairobi
organ: habitat-assembly
session: {number: 2, part: resumed}
place: nairobi
date: 2025-06-14
original: en
agenda: [opening, adoption]
meetings:
  - {number: 1, date: 2025-05-29, half: morning, opened: "10:40"}
"""

WORDS = """\
title: [Note on a small matter]
agenda: {opening: Opening of the session., adoption: Adoption of the agenda.}
body:
  - heading: Introduction
    body:
      - The first paragraph says little.[^small]
      - paragraph: "The second has two parts:"
        items: [one part;, another part.]
footnotes: {small: A note at the foot of the page.}
"""


def trusted(folder: Path) -> Path:
    """`folder`, whose own templates are trusted as they stand."""
    trust({name: path.read_bytes() for name, path in own_templates(folder).items()}, "tests", TODAY)
    return folder


@pytest.fixture
def small_document(tmp_path: Path) -> Callable[..., Path]:
    """Write a small sound document, with other `words` or `record` if given, and give back its folder."""

    def write(words: str = WORDS, record: str = RECORD, name: str = "small", language: str = "en") -> Path:
        folder = tmp_path / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "record.yaml").write_text(record, encoding="utf-8")
        (folder / f"{language}.yaml").write_text(words, encoding="utf-8")
        return folder

    return write


@pytest.fixture(scope="session")
def seed_workspace() -> Workspace:
    """The real document of the repository."""
    return workspace_for(SEED, TODAY)


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """The path of a program a referee needs; skip the test, saying which, where it is not installed."""

    def find(program: str) -> str:
        if (path := shutil.which(program)) is None:
            pytest.skip(f"{program} is not installed")
        return path

    return find
