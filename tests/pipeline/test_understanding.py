"""A document is understood once in a run, in whatever number of languages and annexes, and anew when a file changes."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from publisher.batch import Job, run_batch
from publisher.model.workspace import languages_in, workspace_for
from publisher.pipeline import examine, understand
from tests.conftest import ROOT, TODAY, WORDS

DEMONSTRATION = ROOT / "data" / "DEMO-CVW.3-15"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a document was read, and how often resolved."""
    counts: Counter[str] = Counter()

    def counting(place: str, name: str) -> None:
        work = getattr(import_module(place), name)

        def do(*given: object) -> object:
            counts[name] += 1
            return work(*given)

        monkeypatch.setattr(f"{place}.{name}", do)

    counting("publisher.read", "read")
    counting("publisher.resolve", "resolve")
    return counts


def demonstration(place: Path) -> Path:
    folder = place / "demonstration"
    shutil.copytree(DEMONSTRATION, folder)
    return folder


def test_six_languages_cost_six_readings_and_six_resolutions(tmp_path: Path, counted: Counter[str]) -> None:
    folder = demonstration(tmp_path)
    codes = languages_in(folder)
    assert len(codes) == 6
    for code in codes:
        assert examine(workspace_for(folder, TODAY), code).resolved is not None
    assert counted == {"read": 6, "resolve": 6}


def test_a_batch_of_six_languages_costs_no_more(tmp_path: Path, counted: Counter[str]) -> None:
    folder = demonstration(tmp_path)
    jobs = [Job(folder, code, ("html",), "draft", TODAY, tmp_path / "built") for code in languages_in(folder)]
    assert all(outcome.written for outcome in run_batch(jobs))
    assert counted == {"read": 6, "resolve": 6}


def test_annexes_share_the_reading_of_their_document(tmp_path: Path, counted: Counter[str]) -> None:
    folder = tmp_path / "seed"
    shutil.copytree(ROOT / "data" / "HSP-HA.2-16", folder)
    workspace = workspace_for(folder, TODAY)
    for number in ("2/6", "2/7", "2/6"):
        assert understand(workspace, "zh", number).resolved is not None
    assert counted["read"] == 1
    assert counted["resolve"] <= 3  # the two decisions, and the whole where they refer to other places of it


def test_what_changes_is_understood_anew(small_document: Callable[..., Path]) -> None:
    workspace = workspace_for(small_document(), TODAY)
    before = understand(workspace, "en")
    assert understand(workspace, "en").resolved is before.resolved
    small_document(WORDS.replace("says little", "says more"))
    after, _ = understand(workspace, "en").forms()
    assert "says more" in repr(after.words) and after != before.written
